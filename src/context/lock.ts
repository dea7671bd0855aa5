import type { Finding } from '../finding.js';
import { byText } from '../text/canonical.js';
import { heal } from './lock-heal.js';
import { type LockRecord, type LockRecords, type LockType, hasUnknownKeys, isLockType, isObject, isRecord, recordLine } from './lock-records.js';

export type * from './lock-records.js';

/** The name of the file, relative to the project. */
export const lockFile = 'ktx.lock';

const version = 1;

/** A record with its line: as it was read where there is more in it than this version knows. */
interface Stored {
  readonly record: LockRecord;
  readonly line: string;
}

/** A line of a type that this version does not know. */
interface Foreign {
  readonly type: string;
  readonly id: string;
  readonly line: string;
}

type Stock = ReadonlyMap<LockType, ReadonlyMap<string, Stored>>;

/** What earlier runs know. Immutable: `with` and `without` give a new lock. */
export class Lock {
  static readonly empty: Lock = new Lock(new Map(), [], JSON.stringify({ lock: version }));

  readonly #stock: Stock;
  readonly #foreign: readonly Foreign[];
  readonly #header: string;

  /** Use `Lock.empty` or `readLock`. */
  constructor(stock: Stock, foreign: readonly Foreign[], header: string) {
    this.#stock = stock;
    this.#foreign = foreign;
    this.#header = header;
  }

  get<T extends LockType>(type: T, id: string): LockRecords[T] | undefined {
    return this.#stock.get(type)?.get(id)?.record as LockRecords[T] | undefined;
  }

  /** All records of a type by id, in code-unit order. */
  all<T extends LockType>(type: T): readonly LockRecords[T][] {
    const stored = [...(this.#stock.get(type)?.values() ?? [])].map(({ record }) => record as LockRecords[T]);
    return stored.sort((a, b) => byText(a.id, b.id));
  }

  /** With these records in place of those of their type and id. */
  with(records: Iterable<LockRecord>): Lock {
    const stock = new Map(this.#stock);
    const copied = new Map<LockType, Map<string, Stored>>();
    for (const record of records) {
      const line = recordLine(record);
      let byId = copied.get(record.t);
      if (byId === undefined) {
        byId = new Map(stock.get(record.t));
        copied.set(record.t, byId);
        stock.set(record.t, byId);
      }
      byId.set(record.id, { record, line });
    }
    return new Lock(stock, this.#foreign, this.#header);
  }

  /** Without the records of a type that have these ids. */
  without(type: LockType, ids: Iterable<string>): Lock {
    const byId = new Map(this.#stock.get(type));
    for (const id of ids) byId.delete(id);
    return new Lock(new Map(this.#stock).set(type, byId), this.#foreign, this.#header);
  }

  /** With exactly these records of the named types; records of other types stay. */
  replacing(types: readonly LockType[], records: Iterable<LockRecord>): Lock {
    const stock = new Map([...this.#stock].filter(([type]) => !types.includes(type)));
    return new Lock(stock, this.#foreign, this.#header).with(records);
  }

  /** Records of every type that this version knows. */
  records(): LockRecord[] {
    return [...this.#stock.values()].flatMap((byId) => [...byId.values()].map(({ record }) => record));
  }

  /** The text of `ktx.lock`: sorted by type and id in code-unit order, so that equal locks are equal bytes. */
  text(): string {
    const lines: Foreign[] = [...this.#foreign];
    for (const [type, byId] of this.#stock) {
      for (const [id, { line }] of byId) lines.push({ type, id, line });
    }
    lines.sort((a, b) => byText(a.type, b.type) || byText(a.id, b.id) || byText(a.line, b.line));
    return [this.#header, ...lines.map(({ line }) => line), ''].join('\n');
  }
}

export type LockResult =
  | { readonly ok: true; readonly lock: Lock; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly finding: Finding };

export interface ReadLockOptions {
  /** Whether a `file` record says what is in the file now; decides which of two stays after a merge. */
  readonly matches?: (record: LockRecords['file']) => boolean;
}

/**
 * Reads `ktx.lock`; null (no file) and an empty text are an empty lock. What a merge left behind is healed: conflict
 * markers go, both sides stay, and of records that are there twice what can't be true goes, so that its work is done
 * again. Lines that are not records go. Each is said in a finding. Only a newer format is refused.
 */
export function readLock(text: string | null, { matches }: ReadLockOptions = {}): LockResult {
  const { lines, markers } = withoutMarkers((text ?? '').replace(/^\uFEFF/, ''));
  const headers: string[] = [];
  const foreign = new Map<string, Foreign>();
  const candidates = new Map<string, Stored[]>();
  const unreadable: number[] = [];
  for (const { line, number } of lines) {
    const parsed = parseLine(line);
    if (parsed === undefined) unreadable.push(number);
    else if ('header' in parsed) {
      if (parsed.header > version) return { ok: false, finding: newer(parsed.header, number) };
      headers.push(line);
    } else if ('foreign' in parsed) foreign.set(line, parsed.foreign);
    else {
      const { record } = parsed.stored;
      const key = `${record.t}\u0000${record.id}`;
      candidates.set(key, [...(candidates.get(key) ?? []), parsed.stored]);
    }
  }

  const stock = new Map<LockType, Map<string, Stored>>();
  let doubled = 0;
  for (const stored of candidates.values()) {
    const different = [...new Map(stored.map((one) => [one.line, one])).values()];
    if (stored.length > 1) doubled += 1;
    const healed = different.length === 1 ? different[0]?.record : heal(different.map(({ record }) => record), matches);
    if (healed === undefined) continue;
    const byId = stock.get(healed.t) ?? new Map<string, Stored>();
    byId.set(healed.id, different.find(({ record }) => record === healed) ?? { record: healed, line: recordLine(healed) });
    stock.set(healed.t, byId);
  }
  const findings: Finding[] = [];
  if (markers > 0 || doubled > 0) findings.push(conflict(markers, doubled));
  for (const number of unreadable) findings.push(notARecord(number));
  const header = headers.toSorted(byText).at(-1) ?? JSON.stringify({ lock: version });
  return { ok: true, lock: new Lock(stock, [...foreign.values()], header), findings };
}

/** The text of a lock, ending in a line break. */
export function writeLock(lock: Lock): string {
  return lock.text();
}

interface NumberedLine {
  readonly line: string;
  /** 1-based. */
  readonly number: number;
}

/**
 * The lines that are not empty and not conflict markers. What stands between `|||||||` and `=======` is the common
 * ancestor, which is neither side, so it goes too.
 */
function withoutMarkers(text: string): { readonly lines: readonly NumberedLine[]; readonly markers: number } {
  const lines: NumberedLine[] = [];
  let markers = 0;
  let ancestor = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const marker = /^(<{7}|\|{7}|={7}|>{7})(?: |$)/.exec(line)?.[1];
    if (marker !== undefined) {
      markers += 1;
      ancestor = marker.startsWith('|');
    } else if (!ancestor && line.trim() !== '') lines.push({ line, number: index + 1 });
  }
  return { lines, markers };
}

type Line = { readonly header: number } | { readonly foreign: Foreign } | { readonly stored: Stored };

function parseLine(line: string): Line | undefined {
  try {
    return lineOf(JSON.parse(line), line);
  } catch {
    // Not JSON, or JSON nested deeper than it can be written again.
    return undefined;
  }
}

function lineOf(value: unknown, line: string): Line | undefined {
  if (!isObject(value)) return undefined;
  const type = value['t'];
  if (type === undefined && Number.isInteger(value['lock'])) return { header: value['lock'] as number };
  if (typeof type !== 'string') return undefined;
  if (!isLockType(type)) return { foreign: { type, id: typeof value['id'] === 'string' ? value['id'] : '', line } };
  if (!isRecord(value)) return undefined;
  return { stored: { record: value, line: hasUnknownKeys(value) ? line : recordLine(value) } };
}

function newer(found: number, line: number): Finding {
  return {
    severity: 'error',
    code: 'lock-newer',
    message: `${lockFile} has format ${found}, and this ktx-ci reads up to format ${version}.`,
    fix: `Upgrade ktx-ci to the version that wrote ${lockFile}, in every workflow that uses this project.`,
    file: lockFile,
    line,
  };
}

function conflict(markers: number, doubled: number): Finding {
  const what = [
    ...(markers > 0 ? ['conflict markers'] : []),
    ...(doubled > 0 ? [doubled === 1 ? 'one record twice' : `${doubled} records twice`] : []),
  ];
  return {
    severity: 'warning',
    code: 'lock-conflict',
    message: `${lockFile} held ${what.join(' and ')}; where two records disagree both went, and what they stood for is judged again.`,
    fix: 'Nothing needs to be done: the next change to the file writes it healed.',
    file: lockFile,
  };
}

function notARecord(line: number): Finding {
  return {
    severity: 'warning',
    code: 'lock-unreadable',
    message: `Line ${line} of ${lockFile} is not a record; it was left out, and what it stood for is judged again.`,
    fix: `Restore the line from the history of ${lockFile} if it was edited by hand.`,
    file: lockFile,
    line,
  };
}
