import type { Applied } from '../context/apply.js';
import { shaOf } from '../context/context.js';
import type { EntityRecord, Knowledge } from '../context/knowledge.js';
import type { Lock, EntitiesRecord, EntityState, FileRecord, LockRecord, DroppedRecord, PairRecord, UnitRecord } from '../context/lock.js';
import { contextPath } from '../context/placement.js';
import type { TableEvidence } from '../evidence/evidence.js';
import { byText, canonicalJson } from '../text/canonical.js';
import { linkKey } from './candidates.js';
import type { PlannedUnit, RememberedUnit } from './plan.js';
import type { RememberedProofs, TableProofs } from './prove.js';

/** ktx.lock as the stages see it, and the next one out of what they found. */

export function knowledgeOf(lock: Lock): Knowledge {
  const files = new Map<string, { sha: string; own: boolean }>();
  const records = new Map<string, Record<string, EntityRecord>>();
  const inFile = new Map<string, string[]>();
  const byConnection = new Map<string, string[]>();
  const usual = usualEvidence(lock.records());
  for (const record of lock.all('file')) {
    const hash = record.id.indexOf('#');
    const path = hash < 0 ? record.id : record.id.slice(0, hash);
    if ('sha' in record) files.set(path, { sha: record.sha, own: record.own === true });
    const source = hash >= 0 ? record.id.slice(hash + 1) : sourceOf(record);
    if (source === undefined || record.e === undefined) continue;
    const kind = contextPath(path);
    const connection = kind !== undefined && 'connection' in kind ? kind.connection : '';
    const key = `${connection}/${source}`;
    if (!records.has(key)) append(byConnection, connection, source);
    records.set(key, { ...records.get(key), ...expand(record.e, usual(connection, source)) });
    append(inFile, path, source);
  }
  return {
    file: (path) => files.get(path),
    records: (connection, source) => records.get(`${connection}/${source}`),
    sourcesIn: (path) => inFile.get(path) ?? [],
    sources: (connection) => byConnection.get(connection) ?? [],
    isGone: (id) => lock.get('gone', id) !== undefined,
    exists: files.size > 0,
  };
}

/** Name of the one source of a file, or key of the page; left out where the file is named for it. */
function sourceOf(record: FileRecord | EntitiesRecord): string | undefined {
  if (record.e === undefined) return undefined;
  return ('source' in record ? record.source : undefined) ?? fileStem(record.id);
}

const fileStem = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:ya?ml|md)$/, '');

function append(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/**
 * The evidence that the lock leaves out because it follows: what is said about the source of a scanned table, other than
 * a join, rests on the unit which holds the table of that name.
 */
function usualEvidence(records: readonly LockRecord[]): (connection: string, source: string) => readonly string[] | undefined {
  const unitOf = new Map<string, readonly string[]>();
  for (const record of records) {
    if (record.t !== 'unit') continue;
    const ids = Object.keys(record.evidence).sort(byText);
    for (const id of ids) unitOf.set(id, ids);
  }
  const bySource = new Map<string, readonly string[]>();
  for (const { t, id } of records) {
    if (t !== 'table') continue;
    const source = `${id.slice(0, id.indexOf('/'))}/${id.slice(id.lastIndexOf('.') + 1)}`;
    bySource.set(source, unitOf.get(`table:${id}`) ?? [`table:${id}`]);
  }
  return (connection, source) => bySource.get(`${connection}/${source}`);
}

function expand(stored: Readonly<Record<string, EntityState>>, usual: readonly string[] | undefined): Record<string, EntityRecord> {
  return Object.fromEntries(Object.entries(stored).map(([key, { h, by = 'derived', ev = usual ?? [] }]) => [key, { h, by, ev }]));
}

function compact(records: Readonly<Record<string, EntityRecord>>, usual: readonly string[] | undefined): Record<string, EntityState> {
  return Object.fromEntries(Object.entries(records).map(([key, { h, by, ev = [] }]) => {
    const follows = !key.startsWith('join:') && usual !== undefined && ev.every((id) => usual.includes(id)) && (by === 'derived' || ev.length === usual.length);
    return [key, { h, ...(by === 'derived' ? {} : { by }), ...(follows ? {} : { ev }) }];
  }));
}

export function rememberedTable(lock: Lock, tableId: string): { structure: string; mark: string | null; hash: string } | undefined {
  const record = lock.get('table', tableId.slice('table:'.length));
  return record && { structure: record.structure, mark: record.mark, hash: record.hash };
}

export function rememberedUnit(lock: Lock, id: string): RememberedUnit | undefined {
  const record = lock.get('unit', id);
  return record && { key: record.key, by: record.by, outcome: record.outcome, tries: record.tries ?? 0, described: record.described === true, evidence: record.evidence };
}

interface StoredProofs {
  /** Columns of the proved key, by what proposed it. */
  readonly key?: { readonly test?: readonly string[]; readonly name?: readonly string[] };
  readonly links?: Readonly<Record<string, 'many_to_one' | 'one_to_one'>>;
  readonly contradicted?: RememberedProofs['contradicted'];
  readonly ambiguous?: RememberedProofs['ambiguous'];
}

export function rememberedProofs(lock: Lock, tableId: string): RememberedProofs | undefined {
  const record = lock.get('table', tableId.slice('table:'.length));
  if (!record) return undefined;
  const stored = (record.links ?? {}) as StoredProofs;
  const basis = stored.key?.test ? 'test' : 'name';
  const columns = stored.key?.[basis];
  return { ...(columns ? { key: { columns, basis } } : {}), links: stored.links ?? {}, contradicted: stored.contradicted ?? [], ambiguous: stored.ambiguous ?? [] };
}

function storedProofs(proofs: TableProofs): StoredProofs {
  const links = Object.fromEntries(proofs.links.map((link) => [linkKey(link.candidate), link.relationship]));
  const contradicted = proofs.contradicted.map(({ test, why }) => ({ name: test.name, column: test.column, why }));
  return {
    ...(proofs.key ? { key: { [proofs.key.basis]: proofs.key.columns } } : {}),
    ...(proofs.links.length > 0 ? { links } : {}),
    ...(contradicted.length > 0 ? { contradicted } : {}),
    ...(proofs.ambiguous.length > 0 ? { ambiguous: proofs.ambiguous.map(({ columns, targets }) => ({ columns, targets })) } : {}),
  };
}

export function unitRecord(unit: PlannedUnit, outcome: RememberedUnit['outcome']): UnitRecord {
  return { t: 'unit', id: unit.id, key: unit.key, by: 'derived', outcome, evidence: Object.fromEntries(unit.evidence.map((one) => [one.id, one.hash])) };
}

export interface NextLock {
  readonly lock: Lock;
  /** Read tables with what was proved about them; others keep their records. */
  readonly tables: readonly TableEvidence[];
  proofs(tableId: string): TableProofs | undefined;
  /** Connections that were read whole, so that what is not there is absent. */
  readonly readConnections: ReadonlySet<string>;
  /** Evidence ids of tables of such a connection that may not be read any more. */
  readonly unknown: ReadonlySet<string>;
  /** With the record of what became of it; null: it did not start, so that what the lock says of it stays. */
  readonly units: readonly { readonly unit: PlannedUnit; readonly record: UnitRecord | null }[];
  /** Units that were not looked at keep their records. */
  readonly keptUnits: ReadonlySet<string>;
  readonly applied: Applied;
  readonly removedSources: readonly { readonly connection: string; readonly source: string }[];
  /** The context's files after the run. */
  readonly tree: ReadonlyMap<string, Uint8Array>;
  readonly seenFiles: readonly string[];
  readonly unproved: ReadonlyMap<string, string>;
  readonly pairs: readonly PairRecord[];
  readonly dropped: readonly DroppedRecord[];
}

export function nextLock(input: NextLock): Lock {
  const { lock, applied } = input;
  const records: LockRecord[] = [];
  const keep = (record: LockRecord): void => { records.push(record); };

  const tables = new Map(input.tables.map((table) => [table.id.slice('table:'.length), table]));
  for (const record of lock.all('table')) {
    if (!tables.has(record.id) && (input.unknown.has(`table:${record.id}`) || !input.readConnections.has(record.id.split('/')[0] ?? ''))) keep(record);
  }
  for (const [id, table] of tables) {
    const proofs = input.proofs(table.id);
    const links = proofs && storedProofs(proofs);
    // without a marker it is read again next time, and what could not be checked is
    const mark = proofs && proofs.unproved.length > 0 ? null : table.data.mark;
    keep({ t: 'table', id, structure: table.structureHash, mark, hash: table.hash, ...(links && Object.keys(links).length > 0 ? { links: { ...links } } : {}) });
  }

  const units = new Map(input.units.map(({ unit, record }) => [unit.id, { unit, record }]));
  for (const record of lock.all('unit')) if (!units.has(record.id) && input.keptUnits.has(record.id)) keep(record);
  for (const [id, { unit, record }] of units) {
    const before = lock.get('unit', id);
    if (before && (unit.due === null || record === null || saysNoMore(before, record))) keep(before);
    else if (record) keep(record);
  }

  const usualBefore = usualEvidence(lock.records());
  const removed = new Set(input.removedSources.map((one) => `${one.connection}/${one.source}`));
  const entities = new Map<string, Readonly<Record<string, EntityRecord>>>();
  const written = new Set<string>();
  for (const [id, found] of applied.records) {
    const path = id.slice(0, id.indexOf('#'));
    if (!input.tree.has(path) && !applied.files.get(path)) continue;
    written.add(sourceKey(path, id.slice(path.length + 1)));
    if (Object.keys(found).length > 0) entities.set(id, found);
  }
  for (const record of lock.all('file')) {
    const path = record.id.split('#')[0] ?? '';
    const source = record.id.includes('#') ? record.id.slice(path.length + 1) : sourceOf(record);
    if (source === undefined || record.e === undefined || !input.tree.has(path)) continue;
    const key = sourceKey(path, source);
    if (!written.has(key) && !removed.has(key) && !applied.gone.includes(`source:${key}`)) entities.set(`${path}#${source}`, expand(record.e, usualBefore(key.slice(0, key.indexOf('/')), source)));
  }
  const single = new Map<string, { source?: string; e: Record<string, EntityState> }>();
  const usual = usualEvidence(records);
  for (const [id, found] of entities) {
    const path = id.slice(0, id.indexOf('#'));
    const key = sourceKey(path, id.slice(path.length + 1));
    const e = compact(found, usual(key.slice(0, key.indexOf('/')), id.slice(path.length + 1)));
    if (path.includes('/_schema/')) keep({ t: 'file', id, e });
    else {
      const source = id.slice(path.length + 1);
      single.set(path, { ...(source === fileStem(path) ? {} : { source }), e });
    }
  }
  const paths = new Set([...lock.all('file').map((record) => record.id.split('#')[0] ?? ''), ...applied.files.keys(), ...applied.own.keys(), ...[...entities.keys()].map((id) => id.slice(0, id.indexOf('#'))), ...input.seenFiles]);
  const before = new Map(lock.all('file').flatMap((record) => ('sha' in record ? [[record.id, record] as const] : [])));
  for (const path of paths) {
    const text = applied.files.get(path);
    const bytes = text === undefined ? input.tree.get(path) : text === null ? undefined : text;
    if (bytes === undefined) continue;
    const sha = shaOf(bytes);
    const own = applied.own.get(path) ?? (before.get(path)?.sha === sha ? before.get(path)?.own === true : false);
    keep({ t: 'file', id: path, sha, ...(own ? { own } : {}), ...single.get(path) });
  }
  for (const record of lock.all('gone')) keep(record);
  for (const id of applied.gone) if (!lock.get('gone', id)) keep({ t: 'gone', id });
  for (const [id, why] of input.unproved) keep({ t: 'unproved', id, why });
  for (const record of [...input.pairs, ...input.dropped]) keep(record);
  return lock.replacing(['table', 'unit', 'file', 'gone', 'unproved', 'pair', 'dropped'], records);
}

/** Judged again with the same end: what it once wrote it wrote, and what a model judged stays judged. */
function saysNoMore(before: UnitRecord, after: UnitRecord): boolean {
  const ended = (record: UnitRecord): boolean => record.outcome === 'written' || record.outcome === 'unchanged';
  if (before.key !== after.key || !ended(before) || !ended(after)) return false;
  if (before.by !== after.by) return before.by === 'model';
  return (after.outcome === 'unchanged' || before.outcome === after.outcome) && before.described === after.described;
}

function sourceKey(path: string, source: string): string {
  const kind = contextPath(path);
  return `${kind !== undefined && 'connection' in kind ? kind.connection : ''}/${source}`;
}

/**
 * Whether two locks differ only in what moves with the data or with what people write: change markers, the bytes of
 * people's files, reasons. Then the older one stays: what it does not know is looked at again, and nothing is to be merged.
 */
export function sameBesidesMarks(a: Lock, b: Lock): boolean {
  const [left, right] = [a.records().filter(lasts), b.records().filter(lasts)];
  return left.length === right.length && left.every((record) => {
    const other = b.get(record.t, record.id);
    return other !== undefined && (other === record || canonicalJson(lasting(record)) === canonicalJson(lasting(other)));
  });
}

function lasts(record: LockRecord): boolean {
  return record.t !== 'unproved' && !(record.t === 'file' && 'sha' in record && record.own !== true && record.e === undefined);
}

/** A record without what moves while its meaning stays. */
function lasting(record: LockRecord): unknown {
  if (record.t === 'dropped') return { ...record, why: null };
  if (record.t === 'file' && 'sha' in record && record.own !== true) return { ...record, sha: null };
  if (record.t !== 'table') return record;
  const links = record.links as StoredProofs | undefined;
  const contradicted = links?.contradicted?.map(({ name, column }) => ({ name, column }));
  return { ...record, mark: null, ...(links ? { links: { ...links, ...(contradicted ? { contradicted } : {}) } } : {}) };
}
