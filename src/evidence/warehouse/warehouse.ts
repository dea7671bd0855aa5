import type { Finding } from '../../finding.js';
import type { SqlTemplate } from '../../sql/template.js';
import type { TableName, TableProfile, TableStructure } from '../evidence.js';

/** One table as the catalogue knows it, and the driver's cheapest change marker (null: there is none). */
export interface ScannedTable {
  readonly structure: TableStructure;
  readonly mark: string | null;
}

export interface Catalogue {
  /** Sorted by (catalog, schema, name). */
  readonly tables: readonly ScannedTable[];
  /** There, but not to be read by this login: nothing about them is known to have changed or gone. */
  readonly unknown: readonly TableName[];
  readonly findings: readonly Finding[];
}

export type QueryValue = string | number | bigint | boolean | null;

export type QueryResult =
  | { readonly ok: true; readonly columns: readonly string[]; readonly rows: readonly (readonly QueryValue[])[]; readonly truncated: boolean }
  /** `timeout` and `unavailable` (not allowed, not reachable, cancelled) prove nothing against the statement. */
  | { readonly ok: false; readonly finding: Finding; readonly reason: 'refused' | 'failed' | 'timeout' | 'unavailable' };

export type PrepareResult =
  | { readonly ok: true; readonly columns: readonly string[] }
  | { readonly ok: false; readonly finding: Finding; readonly reason: 'refused' | 'failed' | 'unavailable' };

/** Failing is expected: a view can be too slow, a file can be damaged half way. */
export type ProfileResult = { readonly ok: true; readonly profile: TableProfile } | { readonly ok: false; readonly finding: Finding };

export interface QueryLimits {
  /** Default 1,000. */
  readonly maxRows?: number;
  /** Default 30,000. */
  readonly timeoutMs?: number;
}

/** Masked for a reader outside: type, pattern and length, never a value. */
export interface Sample {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What was asked of the warehouse so far. */
export interface WarehouseUsage {
  readonly queries: number;
  readonly milliseconds: number;
  readonly bytes: number;
}

/**
 * A read-only door to one warehouse. Read-only by the session and by the guard of sql/guard.ts on every statement that
 * did not come from the driver itself. Every method may be called concurrently.
 */
export interface Warehouse {
  readonly connection: string;
  readonly driver: string;
  /** Name of the SQL dialect for sql/. */
  readonly dialect: string;
  /** Structure of every table and view in scope, by a constant number of catalogue statements however many there are. */
  scan(): Promise<Catalogue>;
  /** Row count, value lists and stored types of one table. */
  profile(table: TableStructure): Promise<ProfileResult>;
  /** Without rows where they cannot be read. */
  sample(table: TableStructure, rows: number): Promise<Sample>;
  /** Checks that the statement would run, without running it. */
  prepare(sql: string): Promise<PrepareResult>;
  /** A template is guarded by its shape, once; a text is guarded as it is. */
  query(sql: string | SqlTemplate, limits?: QueryLimits): Promise<QueryResult>;
  /** Quotes one identifier in this dialect. */
  quote(identifier: string): string;
  /** The table's name for a FROM clause in this dialect, quoted where needed. */
  reference(name: TableName): string;
  usage(): WarehouseUsage;
  close(): Promise<void>;
}

/** Opening either works or explains itself; it never throws for an unreachable or unreadable warehouse. */
export type OpenResult =
  | { readonly ok: true; readonly warehouse: Warehouse }
  /** `option`: the key of ktx.yaml where it can be put right. */
  | { readonly ok: false; readonly finding: Finding; readonly option?: string };
