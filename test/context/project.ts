import { applyDesires, type Applied } from '../../src/context/apply.js';
import { readContext } from '../../src/context/context.js';
import type { PageValue, PutEdit, PutPage, RemoveEdit } from '../../src/context/edit.js';
import { Lock, readLock, writeLock } from '../../src/context/lock.js';
import { desiresOf, type TablePlace } from '../../src/ingest/desire.js';
import { mergeEdits } from '../../src/ingest/merge.js';
import { knowledgeOf, nextLock, sameBesidesMarks } from '../../src/ingest/memory.js';

/** A context with its lock, brought from night to night by edits alone. */
export class ContextProject {
  readonly files = new Map<string, string>();
  lock = Lock.empty;
  readonly places: ReadonlyMap<string, TablePlace>;

  /** `scanned`: names of tables of connection `w` that have a manifest entry; all others are standalone. */
  constructor(scanned: readonly string[] = ['orders']) {
    this.places = new Map(scanned.map((source) => [`table:w/main.${source}`, { connection: 'w', source, table: `main.${source}`, path: 'semantic-layer/w/_schema/main.yaml' }]));
  }

  night(edits: readonly PutEdit[], { withdrawn = [], additive = false, removed = [] }: { withdrawn?: readonly RemoveEdit[]; additive?: boolean; removed?: readonly string[] } = {}): Applied {
    const tree = new Map([...this.files].map(([path, text]) => [path, Buffer.from(text)]));
    const knowledge = knowledgeOf(this.lock);
    const context = readContext(tree, (path, sha) => {
      const file = knowledge.file(path);
      return file?.own === true && file.sha === sha ? knowledge.sourcesIn(path) : undefined;
    });
    const removals = removed.map((source) => ({ connection: 'w', source, evidence: [] }));
    const desires = desiresOf({ edits: mergeEdits(edits).edits, withdrawn, places: this.places, nodesOf: () => [], hadDbt: () => false });
    const applied = applyDesires(context, knowledge, desires, removals, additive);
    for (const [path, text] of applied.files) {
      if (text === null) {
        this.files.delete(path);
        tree.delete(path);
      } else {
        this.files.set(path, text);
        tree.set(path, Buffer.from(text));
      }
    }
    const next = nextLock({
      lock: this.lock, tables: [], proofs: () => undefined, readConnections: new Set(), unknown: new Set(), units: [], keptUnits: new Set(), applied, removedSources: removals, tree, seenFiles: [], unproved: new Map(), pairs: [], dropped: [],
    });
    if (!sameBesidesMarks(this.lock, next)) {
      const read = readLock(writeLock(next));
      if (!read.ok || read.findings.length > 0) throw new Error('the lock does not read as it was written');
      this.lock = read.lock;
    }
    return applied;
  }

  read(path: string): string {
    return this.files.get(path) ?? '';
  }

  edit(path: string, change: (text: string) => string): void {
    const before = this.read(path);
    const after = change(before);
    if (before === after) throw new Error(`nothing to change in ${path}`);
    this.files.set(path, after);
  }

  /** All bytes, the lock's too. */
  all(): Record<string, string> {
    return { ...Object.fromEntries([...this.files].sort()), 'ktx.lock': writeLock(this.lock) };
  }

  gone(): string[] {
    return this.lock.all('gone').map((record) => record.id);
  }
}

export const said = (applied: Applied, code: string): string[] => applied.findings.filter((finding) => finding.code === code).map((finding) => `${finding.file ?? ''}:${finding.line ?? ''} ${finding.message}`);
export const changed = (applied: Applied): string[] => applied.changes.map(({ edit, before }) => `${edit.op} ${edit.kind} by ${edit.author}${before === undefined ? '' : ` over ${JSON.stringify(before)}`}`);

const common = { connection: 'w', evidence: ['table:w/main.orders'] };

/** What is derived about a table: its columns, and where asked its grain. */
export function table(source = 'orders', { columns = ['id', 'amount'], grain = false, text = '' } = {}): PutEdit[] {
  const derived = { ...common, op: 'put' as const, source, author: 'derived' as const };
  return [
    { ...derived, kind: 'source', value: { table: `main.${source}`, columns: columns.map((name) => ({ name, type: 'number' as const })) } },
    ...(grain ? [{ ...derived, kind: 'grain' as const, value: [columns[0] ?? ''] }] : []),
    ...(text === '' ? [] : [{ ...derived, kind: 'description' as const, key: 'db', value: text }]),
  ];
}

const model = { ...common, op: 'put' as const, source: 'orders', author: 'model' as const };
export const text = (value: string, column?: string): PutEdit => ({ ...model, kind: 'description', key: 'ai', value, ...(column === undefined ? {} : { column }) });
export const measure = (name: string, expr: string): PutEdit => ({ ...model, kind: 'measure', name, value: { name, expr } });
export const segment = (name: string, expr: string): PutEdit => ({ ...model, kind: 'segment', name, value: { name, expr } });

export const page = (key: string, value: Partial<PageValue> = {}, evidence = ['document:docs/refunds.md']): PutPage => ({
  op: 'put', kind: 'page', connection: '', source: key, author: 'model', evidence,
  value: { summary: 'How refunds are counted', tags: ['finance'], refs: [], sl_refs: ['w/orders.revenue'], body: 'Refunds count in the month of the order.', ...value },
});

/** Takes an edit back. */
export function withdraw(edit: PutEdit): RemoveEdit {
  const { value: _, op: __, ...rest } = edit;
  return { ...rest, op: 'remove' } as RemoveEdit;
}
