import type { Finding } from '../finding.js';
import type { YamlEdit } from '../text/yaml-edit.js';
import type { YamlStep } from '../text/yaml.js';
import type { Context, Found } from './context.js';
import { entityId, type Author, type Edit, type PutEdit, type RemoveEdit } from './edit.js';
import type { Plain } from './entry.js';
import type { EntityRecord, Knowledge } from './knowledge.js';

/** All that a run wants to be true of one source. */
export interface SourceDesire {
  readonly connection: string;
  readonly source: string;
  /** `manifest`: a scanned table with its entry and overlay; `standalone`: one file of its own; `page`: a wiki page. */
  readonly kind: 'manifest' | 'standalone' | 'page';
  /** Where the entry or file goes if there is none yet. */
  readonly path: string;
  readonly edits: readonly PutEdit[];
  /** What their author takes back: it goes where it is still as that author left it. */
  readonly withdrawn: readonly RemoveEdit[];
  /** Description and property keys (`db`, `dbt`) whose evidence was read: what stands under them unwanted goes. */
  readonly follows: readonly string[];
  /** Evidence of the source as a whole, for its record. */
  readonly evidence: readonly string[];
}

/** A change that really changes something, with the value that was there before. */
export interface Change {
  readonly edit: Edit;
  readonly file: string;
  readonly before?: unknown;
}

export interface Applied {
  /** Sorted by entity. */
  readonly changes: readonly Change[];
  /** New text by path; null deletes the file. Only files whose bytes change. */
  readonly files: ReadonlyMap<string, string | null>;
  readonly findings: readonly Finding[];
  /** The lock's records of every source that was wanted, by `<path>#<source>`. */
  readonly records: ReadonlyMap<string, Readonly<Record<string, EntityRecord>>>;
  /** Files that hold nothing but ours, after this run. */
  readonly own: ReadonlyMap<string, boolean>;
  /** Entities (ids) that a person deleted: newly found ones. */
  readonly gone: readonly string[];
}

export interface SourceRemoval {
  readonly connection: string;
  readonly source: string;
  readonly evidence: readonly string[];
  /** The source that it seems to be now. */
  readonly renamed?: string;
}

export type Removals = readonly SourceRemoval[];

/** What is planned for one file. */
export interface FileWork {
  readonly edits: YamlEdit[];
  /** Of a manifest shard that does not exist yet: its entries by name. */
  readonly fresh: Map<string, Plain>;
  /** Of an overlay or standalone file that does not exist yet: all of it. */
  whole?: Plain;
  /** Of a page: all of it. */
  text?: string;
  /** Something in it is not ours. */
  foreign: boolean;
  remove: boolean;
}

/** The changes of one run while they are collected. Nothing in the context itself moves. */
export class Draft {
  readonly context: Context;
  readonly knowledge: Knowledge;
  /** Some source could not be read, so nothing is removed. */
  readonly additive: boolean;
  readonly changes: Change[] = [];
  readonly findings: Finding[] = [];
  readonly work = new Map<string, FileWork>();
  readonly records = new Map<string, Record<string, EntityRecord>>();
  readonly gone = new Set<string>();

  constructor(context: Context, knowledge: Knowledge, additive: boolean) {
    this.context = context;
    this.knowledge = knowledge;
    this.additive = additive;
  }

  change(change: Change): void {
    this.changes.push(change);
  }

  say(finding: Finding): void {
    this.findings.push(finding);
  }

  workOn(path: string): FileWork {
    const ready = this.work.get(path);
    if (ready) return ready;
    const work: FileWork = { edits: [], fresh: new Map(), foreign: false, remove: false };
    this.work.set(path, work);
    return work;
  }

  record(path: string, source: string, key: string, value: EntityRecord): void {
    const id = `${path}#${source}`;
    const records = this.records.get(id) ?? {};
    records[key] = value;
    this.records.set(id, records);
  }

  /** Says that a source was looked at: what is not recorded of it is forgotten. */
  lookedAt(path: string, source: string): void {
    const id = `${path}#${source}`;
    if (!this.records.has(id)) this.records.set(id, {});
  }

  recordAll(path: string, source: string, records: Readonly<Record<string, EntityRecord>>): void {
    for (const [key, value] of Object.entries(records)) this.record(path, source, key, value);
  }

  /** What is recorded of a source so far. */
  recordsOf(path: string, source: string): Readonly<Record<string, EntityRecord>> {
    return this.records.get(`${path}#${source}`) ?? {};
  }

  noteGone(id: string, file: string): void {
    this.gone.add(id);
    this.say({
      severity: 'notice', code: 'removed-by-person', file, message: `${id} was deleted by hand; it stays away`,
      fix: `to have it back, remove the line of ${id} from ktx.lock`,
    });
  }

  /** Whether the file's bytes are those that the lock knows. */
  isKnown(path: string): boolean {
    const file = this.knowledge.file(path);
    return file !== undefined && file.sha === this.context.sha(path);
  }

  /** What a higher author says in its place stays. */
  suggestAgainst(by: Author, edit: PutEdit, file: string, found: Found | undefined, at: readonly YamlStep[]): void {
    this.say({
      severity: 'notice', code: 'suggestion', file, ...found?.file.document.place(at) ?? {},
      message: `${entityId(edit)} is ${by === 'derived' ? 'derived' : 'decided'} and stays; a model would write ${JSON.stringify(edit.value)}`,
      fix: 'write it yourself if the model is right', evidence: edit.evidence,
    });
  }

  suggest(edit: PutEdit, file: string, found: Found | undefined, at: readonly YamlStep[], what: string): void {
    this.say({
      severity: 'notice', code: 'suggestion', file, ...found?.file.document.place(at) ?? {},
      message: `${entityId(edit)} is yours and stays; the data says ${what}`,
      fix: 'change it yourself if you agree', evidence: edit.evidence,
    });
  }
}
