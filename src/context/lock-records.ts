import { byText } from '../text/canonical.js';
import type { Author } from './edit.js';

/** 12 characters base64url of SHA-256 over a canonical value. */
export type Hash = string;

/** What a table looked like when it was last read. */
export interface TableRecord {
  readonly t: 'table';
  /** `warehouse/main.orders`. */
  readonly id: string;
  readonly structure: Hash;
  /** The driver's change marker. */
  readonly mark: string | null;
  readonly hash: Hash;
  /** What the data proved about it; for the one who wrote it. */
  readonly links?: Readonly<Record<string, unknown>>;
}

/** How a work unit ended. */
export interface UnitRecord {
  readonly t: 'unit';
  readonly id: string;
  readonly key: Hash;
  readonly by: 'derived' | 'model';
  readonly outcome: 'written' | 'unchanged' | 'deferred' | 'stuck' | 'failed';
  /** Nights on which it was stopped before its end, with this key; left out where it was none. */
  readonly tries?: number;
  /** A model was asked for descriptions too. */
  readonly described?: boolean;
  /** Evidence id to hash. */
  readonly evidence: Readonly<Record<string, Hash>>;
  readonly instructions?: string;
  readonly model?: string;
}

/** The bytes of a file: where they match, it is not parsed. */
export interface FileRecord {
  readonly t: 'file';
  /** The path in the project. */
  readonly id: string;
  /** 12 hexadecimal digits of SHA-256 over the bytes. */
  readonly sha: string;
  /** Everything in it is ours; left out where it is not. */
  readonly own?: boolean;
  /** The one source of the file, whose entities `e` are; left out where the file is named for it. */
  readonly source?: string;
  readonly e?: Readonly<Record<string, EntityState>>;
}

/** What we wrote into one source of a file that holds several. */
export interface EntitiesRecord {
  readonly t: 'file';
  /** The path, `#`, and the source or page. */
  readonly id: string;
  readonly e: Readonly<Record<string, EntityState>>;
}

export interface EntityState {
  readonly h: Hash;
  /** Left out where it is `derived`. */
  readonly by?: Author;
  /** Evidence ids; left out where it is the evidence of the unit that holds the table of the source's name. */
  readonly ev?: readonly string[];
}

/** A person deleted the entity. */
export interface GoneRecord {
  readonly t: 'gone';
  readonly id: string;
}

/** A proposed entity that was checked and failed; it stays away until its evidence changes. */
export interface DroppedRecord {
  readonly t: 'dropped';
  readonly id: string;
  readonly code: string;
  readonly why: string;
  /** Its name, as long as its repair round is still to come. */
  readonly repair?: string;
  readonly ev: Readonly<Record<string, Hash>>;
}

/** A published entity whose check could not be made. */
export interface UnprovedRecord {
  readonly t: 'unproved';
  readonly id: string;
  readonly why: string;
}

/** A decision of reconcile; the rest is for the one who wrote it. */
export interface PairRecord {
  readonly t: 'pair';
  readonly id: string;
  readonly [key: string]: unknown;
}

/** What a month cost; the rest is for the one who wrote it. */
export interface SpentRecord {
  readonly t: 'spent';
  /** `2026-11`. */
  readonly id: string;
  readonly [key: string]: unknown;
}

/** The records by type. */
export interface LockRecords {
  readonly table: TableRecord;
  readonly unit: UnitRecord;
  readonly file: FileRecord | EntitiesRecord;
  readonly gone: GoneRecord;
  readonly dropped: DroppedRecord;
  readonly unproved: UnprovedRecord;
  readonly pair: PairRecord;
  readonly spent: SpentRecord;
}

export type LockType = keyof LockRecords;
export type LockRecord = LockRecords[LockType];

type Test = (value: unknown) => boolean;

const text: Test = (value) => typeof value === 'string';
const oneOf =
  (...values: readonly unknown[]): Test =>
  (value) =>
    values.includes(value);
const optional =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
const mapOf =
  (test: Test): Test =>
  (value) =>
    isObject(value) && Object.values(value).every(test);

const author = oneOf('derived', 'model', 'reconcile');

const entityShape: Readonly<Record<string, Test>> = {
  h: text,
  by: optional(author),
  ev: optional((value) => Array.isArray(value) && value.every(text)),
};

/** The keys of every kind of record in the order that they are written, with what they may hold. */
const shapes: Readonly<Record<LockType | 'entities', Readonly<Record<string, Test>>>> = {
  table: {
    t: text,
    id: text,
    structure: text,
    mark: (value) => value === null || text(value),
    hash: text,
    links: optional(isObject),
  },
  unit: {
    t: text,
    id: text,
    key: text,
    by: oneOf('derived', 'model'),
    outcome: oneOf('written', 'unchanged', 'deferred', 'stuck', 'failed'),
    tries: optional((value) => typeof value === 'number'),
    described: optional((value) => typeof value === 'boolean'),
    evidence: mapOf(text),
    instructions: optional(text),
    model: optional(text),
  },
  file: { t: text, id: text, sha: text, own: optional((value) => typeof value === 'boolean'), source: optional(text) },
  entities: { t: text, id: text, sha: optional(text), own: optional((value) => typeof value === 'boolean'), source: optional(text), e: mapOf((value) => isObject(value) && fits(value, entityShape)) },
  gone: { t: text, id: text },
  dropped: { t: text, id: text, code: text, why: text, repair: optional(text), ev: mapOf(text) },
  unproved: { t: text, id: text, why: text },
  pair: { t: text, id: text },
  spent: { t: text, id: text },
};

/** Record types whose further keys belong to the one who wrote them. */
const open = new Set<string>(['pair', 'spent']);

export function isLockType(type: string): type is LockType {
  return type !== 'entities' && Object.hasOwn(shapes, type);
}

/** Whether a parsed line of a known type has what its type needs; further keys are allowed. */
export function isRecord(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & LockRecord {
  return fits(value, shapeOf(value));
}

/** Whether a record holds keys that this version does not know. */
export function hasUnknownKeys(record: Readonly<Record<string, unknown>>): boolean {
  const entities = isObject(record['e']) ? Object.values(record['e']) : [];
  return (
    (!open.has(String(record['t'])) && hasOthers(record, shapeOf(record))) ||
    entities.some((entity) => isObject(entity) && hasOthers(entity, entityShape))
  );
}

/**
 * The line of a record, without line break: its keys in a fixed order, in `evidence`, `ev`, `e` and `links` by code
 * unit. Equal records give equal lines.
 */
export function recordLine(record: LockRecord): string {
  const keys = Object.keys(shapeOf(record as unknown as Readonly<Record<string, unknown>>));
  return object(record as unknown as Readonly<Record<string, unknown>>, keys, (key, value) => {
    if (!isObject(value)) return JSON.stringify(value);
    if (key === 'e') return sorted(value, (entity) => object(entity as Readonly<Record<string, unknown>>, Object.keys(entityShape)));
    return key === 'evidence' || key === 'ev' || key === 'links' ? sorted(value) : JSON.stringify(value);
  });
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function shapeOf(record: Readonly<Record<string, unknown>>): Readonly<Record<string, Test>> {
  const type = String(record['t']);
  if (type === 'file' && Object.hasOwn(record, 'e')) return shapes.entities;
  return isLockType(type) ? shapes[type] : {};
}

function fits(value: Readonly<Record<string, unknown>>, shape: Readonly<Record<string, Test>>): boolean {
  return Object.entries(shape).every(([key, test]) => test(Object.hasOwn(value, key) ? value[key] : undefined));
}

function hasOthers(value: Readonly<Record<string, unknown>>, shape: Readonly<Record<string, Test>>): boolean {
  return Object.keys(value).some((key) => !Object.hasOwn(shape, key));
}

/** JSON with these keys first and in this order, then the others as they come. */
function object(
  value: Readonly<Record<string, unknown>>,
  first: readonly string[],
  write: (key: string, value: unknown) => string = (_, field) => JSON.stringify(field),
): string {
  const keys = [...first, ...Object.keys(value).filter((key) => !first.includes(key))];
  return json(keys.filter((key) => Object.hasOwn(value, key) && value[key] !== undefined).map((key) => [key, write(key, value[key])]));
}

function sorted(value: Readonly<Record<string, unknown>>, write: (value: unknown) => string = (field) => JSON.stringify(field)): string {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return json(entries.sort(([a], [b]) => byText(a, b)).map(([key, field]) => [key, write(field)]));
}

function json(entries: readonly (readonly [string, string])[]): string {
  return `{${entries.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
}
