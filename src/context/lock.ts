import type { Finding } from '../finding.js';
import { byText, canonicalJson } from '../text/canonical.js';
import type { Author } from './edit.js';

/**
 * ktx.lock: JSON lines, `{"lock":1}` first, then one record a line, sorted by type and id, no times. It is committed with
 * the context and makes an unattended run incremental on a fresh clone.
 */

export const lockVersion = 1;

export interface TableRecord {
  readonly t: 'table';
  /** `warehouse/main.orders` */
  readonly id: string;
  readonly structure: string;
  readonly mark: string | null;
  /** Of the evidence as a whole. */
  readonly hash: string;
  /** What the data proved about it. */
  readonly links?: Readonly<Record<string, unknown>>;
}

export interface UnitRecord {
  readonly t: 'unit';
  readonly id: string;
  readonly key: string;
  readonly by: 'derived' | 'model';
  readonly outcome: 'written' | 'unchanged' | 'deferred' | 'stuck' | 'failed';
  readonly tries?: number;
  /** Evidence id → hash. */
  readonly evidence: Readonly<Record<string, string>>;
  readonly instructions?: string;
  readonly model?: string;
}

export interface FileRecord {
  readonly t: 'file';
  /** A path; `<path>#<source>` for one source of a file that holds several. */
  readonly id: string;
  readonly sha?: string;
  /** Everything in the file is ours. */
  readonly own?: boolean;
  /** The one source of the file, where `e` stands beside `sha`. */
  readonly source?: string;
  readonly e?: Readonly<Record<string, StoredEntity>>;
}

/** As an EntityRecord; what is usual is left out. */
export interface StoredEntity {
  readonly h: string;
  /** Default: derived. */
  readonly by?: Author;
  /** Of the structure: the table only; the rest of its evidence is that of the unit which holds the table. */
  readonly ev?: readonly string[];
}

export interface GoneRecord {
  readonly t: 'gone';
  /** Entity id. */
  readonly id: string;
}

export interface DroppedRecord {
  readonly t: 'dropped';
  readonly id: string;
  readonly code: string;
  readonly why: string;
  readonly ev: Readonly<Record<string, string>>;
}

export interface UnprovedRecord {
  readonly t: 'unproved';
  readonly id: string;
  readonly why: string;
}

/** A reconcile decision; and what one month cost. */
export interface OtherRecord {
  readonly t: 'pair' | 'spent';
  readonly id: string;
}

export type LockRecord = TableRecord | UnitRecord | FileRecord | GoneRecord | DroppedRecord | UnprovedRecord | OtherRecord;
type RecordType = LockRecord['t'];

/** Key order of each record as written; keys of a newer tool follow, sorted. */
const keyOrder = ['t', 'id', 'structure', 'mark', 'hash', 'links', 'key', 'by', 'outcome', 'tries', 'evidence', 'instructions', 'model', 'sha', 'own', 'source', 'e', 'code', 'why', 'ev'];

export class Lock {
  /** Line as read or written, by type and id; records of unknown types are kept as they are. */
  readonly #records: ReadonlyMap<string, ReadonlyMap<string, LockRecord>>;

  constructor(records: Iterable<LockRecord>) {
    const byType = new Map<string, Map<string, LockRecord>>();
    for (const record of records) {
      const ofType = byType.get(record.t) ?? new Map<string, LockRecord>();
      byType.set(record.t, ofType);
      ofType.set(record.id, record);
    }
    this.#records = byType;
  }

  get<T extends RecordType>(type: T, id: string): Extract<LockRecord, { t: T }> | undefined {
    return this.#records.get(type)?.get(id) as Extract<LockRecord, { t: T }> | undefined;
  }

  all<T extends RecordType>(type: T): Extract<LockRecord, { t: T }>[] {
    return [...(this.#records.get(type)?.values() ?? [])] as Extract<LockRecord, { t: T }>[];
  }

  records(): LockRecord[] {
    return [...this.#records.values()].flatMap((ofType) => [...ofType.values()]);
  }

  get isEmpty(): boolean {
    return this.#records.size === 0;
  }

  /** A lock in which all records of the types are these; other types stay. */
  replacing(types: readonly RecordType[], records: readonly LockRecord[]): Lock {
    return new Lock([...this.records().filter((record) => !types.includes(record.t)), ...records]);
  }
}

export const emptyLock = new Lock([]);

/** The lock's text; '' for an empty one. */
export function writeLock(lock: Lock): string {
  const records = lock.records();
  if (records.length === 0) return '';
  const sorted = records.map((record) => ({ key: `${record.t}\u0000${record.id}`, line: writeRecord(record) })).sort((a, b) => byText(a.key, b.key));
  return `{"lock":${lockVersion}}\n${sorted.map(({ line }) => `${line}\n`).join('')}`;
}

function writeRecord(record: LockRecord): string {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  const rank = (key: string): string => {
    const at = keyOrder.indexOf(key);
    return at < 0 ? `~${key}` : String(at).padStart(2, '0');
  };
  entries.sort(([a], [b]) => byText(rank(a), rank(b)));
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(value)}`).join(',')}}`;
}

export type ReadLock = { readonly ok: true; readonly lock: Lock; readonly findings: readonly Finding[] } | { readonly ok: false; readonly finding: Finding };

const marker = /^(<{7}|\|{7}|={7}|>{7})( |$)/;

/**
 * Reads a lock; missing or empty is the empty lock. Conflict markers and records twice heal themselves: of two `file`
 * records the one that `matches` the file stays, of two different others none does, so that their units run again.
 */
export function readLock(text: string | null, matches: (record: FileRecord) => boolean = () => false): ReadLock {
  if (text === null || text.trim() === '') return { ok: true, lock: emptyLock, findings: [] };
  const findings: Finding[] = [];
  const byKey = new Map<string, LockRecord[]>();
  let conflict = false;
  let unreadable = 0;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trimEnd();
    if (line === '') continue;
    if (marker.test(line)) {
      conflict = true;
      continue;
    }
    const record = parseLine(line);
    if (record && 'lock' in record) {
      if (typeof record.lock === 'number' && record.lock <= lockVersion) continue;
      return { ok: false, finding: { severity: 'error', code: 'lock-newer', file: 'ktx.lock', line: index + 1, column: 1, message: `ktx.lock has format ${String(record.lock)}, this ktx-ci knows ${lockVersion}`, fix: 'use the ktx-ci version that wrote it, or a newer one' } };
    }
    if (!record) {
      unreadable += 1;
      if (unreadable <= 3) findings.push({ severity: 'warning', code: 'lock-unreadable', file: 'ktx.lock', line: index + 1, column: 1, message: `line ${index + 1} of ktx.lock is not a record; it was left out, and what it was about is looked at again`, fix: 'nothing: the next run writes it anew' });
      continue;
    }
    const key = `${record.t}\u0000${record.id}`;
    byKey.set(key, [...(byKey.get(key) ?? []), record]);
  }
  const records: LockRecord[] = [];
  const healed: string[] = [];
  for (const group of byKey.values()) {
    const [first] = group;
    if (!first) continue;
    const different = group.filter((record, i) => group.findIndex((other) => canonicalJson(other) === canonicalJson(record)) === i);
    if (group.length > 1) healed.push(`${first.t} ${first.id}`);
    if (different.length === 1) records.push(first);
    else if (first.t === 'file') {
      const fitting = different.filter((record) => record.t === 'file' && matches(record)).sort((a, b) => byText(canonicalJson(a), canonicalJson(b)));
      if (fitting[0]) records.push(fitting[0]);
    } else if (first.t === 'gone' || first.t === 'spent' || first.t === 'pair') {
      // what a person said, what was paid and what was decided is never forgotten: the larger side stays
      records.push(different.sort((a, b) => byText(canonicalJson(b), canonicalJson(a)))[0] ?? first);
    }
  }
  if (conflict || healed.length > 0) {
    findings.push({
      severity: 'warning', code: 'lock-conflict', file: 'ktx.lock',
      message: conflict ? `ktx.lock held conflict markers; both sides were taken${healed.length > 0 ? `, ${healed.length} records stood twice` : ''}` : `${healed.length} records of ktx.lock stood twice: ${healed.slice(0, 3).join(', ')}`,
      fix: 'nothing: it was healed, and only what the two sides disagreed on is looked at again',
    });
  }
  return { ok: true, lock: new Lock(records), findings };
}

function parseLine(line: string): (LockRecord | { readonly lock: unknown }) | undefined {
  try {
    const value = JSON.parse(line) as Record<string, unknown> | null;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    if (value['lock'] !== undefined) return { lock: value['lock'] };
    return typeof value['t'] === 'string' && typeof value['id'] === 'string' && isWhole(value) ? (value as unknown as LockRecord) : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Known types must have what their readers rely on; unknown types are kept whatever they hold. */
function isWhole(record: Record<string, unknown>): boolean {
  switch (record['t']) {
    case 'table': return typeof record['structure'] === 'string' && typeof record['hash'] === 'string' && (record['mark'] === null || typeof record['mark'] === 'string');
    case 'unit': return typeof record['key'] === 'string' && isRecord(record['evidence']);
    case 'file': return typeof record['sha'] === 'string' || isRecord(record['e']);
    default: return true;
  }
}
