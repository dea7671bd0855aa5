import { DatabaseSync, constants } from 'node:sqlite';
import type { Finding } from '../../finding.js';
import { sqliteEngineTables, sqliteFunctions } from '../../sql/allowlists/sqlite.js';
import { render, shapeOf, type SqlTemplate } from '../../sql/template.js';
import type { TableName, TableStructure } from '../evidence.js';
import { maskedShape } from './masked.js';
import { readCatalogue } from './sqlite-catalogue.js';
import { failed, refused, stopped, unprofiled, unreadable } from './sqlite-findings.js';
import { locateSqlite, sqliteMark } from './sqlite-file.js';
import { profileTable } from './sqlite-profile.js';
import { sqliteSession, type SqliteSession } from './sqlite-session.js';
import type { Catalogue, OpenResult, PrepareResult, ProfileResult, QueryLimits, QueryResult, Sample, Warehouse, WarehouseUsage } from './warehouse.js';

export interface SqliteOptions {
  readonly connection: string;
  /** Absolute. */
  readonly file: string;
  /** The file must lie in this directory once links are followed. */
  readonly root: string;
  /** `orders` or `main.orders`; all tables where absent. */
  readonly enabledTables?: readonly string[];
  /** Of each statement, unless it names its own; default 30,000. */
  readonly queryTimeoutMs?: number;
}

const maxBytes = 8 * 1024 * 1024;
const defaultMaxRows = 1_000;
const defaultTimeoutMs = 30_000;
const maxSampleRows = 20;

/** Opens a SQLite file for reading. Statements run in a child process, the catalogue is read in this one. */
export async function openSqlite(options: SqliteOptions): Promise<OpenResult> {
  const located = await locateSqlite(options.connection, options.file, options.root);
  if (!located.ok) return located;
  let catalogue: DatabaseSync | undefined;
  try {
    catalogue = openCatalogue(located.location);
    catalogue.prepare('SELECT count(*) FROM sqlite_schema').all();
  } catch (error) {
    catalogue?.close();
    return { ok: false, finding: unreadable(options.connection, options.file, error) };
  }
  // SQLite's own names for what the parser knows as operators.
  const functions = [...sqliteFunctions, 'match', '->', '->>'];
  const session = sqliteSession({ location: located.location, functions, engineTables: sqliteEngineTables.source });
  return { ok: true, warehouse: new SqliteWarehouse(options, located.path, catalogue, session) };
}

/** Runs only statements of sqlite-catalogue.ts, which read the engine's own tables. */
function openCatalogue(location: string): DatabaseSync {
  const database = new DatabaseSync(location, { readOnly: true, allowExtension: false, defensive: true, timeout: 2_000, limits: { attach: 0 } });
  database.exec('PRAGMA query_only = ON; PRAGMA trusted_schema = OFF');
  const allowed = new Set<number>([
    constants.SQLITE_SELECT, constants.SQLITE_READ, constants.SQLITE_FUNCTION, constants.SQLITE_RECURSIVE, constants.SQLITE_PRAGMA,
  ]);
  database.setAuthorizer((action) => (allowed.has(action) ? constants.SQLITE_OK : constants.SQLITE_DENY));
  return database;
}

class SqliteWarehouse implements Warehouse {
  readonly driver = 'sqlite';
  readonly dialect = 'sqlite';
  readonly connection: string;
  readonly #options: SqliteOptions;
  readonly #path: string;
  readonly #catalogue: DatabaseSync;
  readonly #session: SqliteSession;
  #usage: WarehouseUsage = { queries: 0, milliseconds: 0, bytes: 0 };
  #closed = false;
  readonly #allowedShapes = new Set<string>();

  constructor(options: SqliteOptions, path: string, catalogue: DatabaseSync, session: SqliteSession) {
    this.connection = options.connection;
    this.#options = options;
    this.#path = path;
    this.#catalogue = catalogue;
    this.#session = session;
  }

  async scan(): Promise<Catalogue> {
    try {
      const mark = await sqliteMark(this.#path);
      const started = performance.now();
      const { structures, findings } = readCatalogue(this.#catalogue, this.connection, this.#options.enabledTables);
      this.#charge(started, 0);
      return { tables: structures.map((structure) => ({ structure, mark })), unknown: [], findings };
    } catch (error) {
      return { tables: [], unknown: [], findings: [unreadable(this.connection, this.#options.file, error)] };
    }
  }

  async profile(table: TableStructure): Promise<ProfileResult> {
    let finding: Finding | undefined;
    const profile = await profileTable(table, this.reference(table.name), quote, async (sql) => {
      const result = await this.#run(sql, Number.MAX_SAFE_INTEGER, this.#timeout);
      if (!result.ok) finding ??= unprofiled(this.connection, table.name, result.finding);
      return result.ok ? result.rows : null;
    });
    if (profile !== null) return { ok: true, profile };
    return { ok: false, finding: finding ?? unprofiled(this.connection, table.name, null) };
  }

  async sample(table: TableStructure, rows: number): Promise<Sample> {
    const columns = table.columns.map((column) => column.name);
    const count = Math.min(Math.max(Math.trunc(rows), 0), maxSampleRows);
    if (count === 0 || columns.length === 0) return { columns, rows: [] };
    // A text in JSON keeps three facts in one result column; SQLite allows 2,000 of those.
    const parts = columns.map(quote).map((name) => {
      const length = `CASE typeof(${name}) WHEN 'integer' THEN length(ltrim(CAST(${name} AS TEXT), '-')) WHEN 'real' THEN 0 ELSE length(${name}) END`;
      const start = `CASE typeof(${name}) WHEN 'text' THEN substr(${name}, 1, 64) END`;
      return `json_array(typeof(${name}), ${length}, ${start})`;
    });
    const result = await this.#run(`SELECT ${parts.join(', ')} FROM ${this.reference(table.name)} LIMIT ${count}`, count, this.#timeout);
    return { columns, rows: result.ok ? result.rows.map((row) => row.map(maskedField)) : [] };
  }

  async prepare(sql: string): Promise<PrepareResult> {
    const refusal = await this.#refusal(sql);
    if (refusal !== null) return { ok: false, finding: refusal, reason: 'refused' };
    const started = performance.now();
    const reply = await this.#session.run({ kind: 'prepare', sql }, this.#timeout);
    this.#charge(started, 0);
    if (reply.ok) return { ok: true, columns: reply.columns };
    return { ok: false, finding: failed(this.connection, 'timeout' in reply ? 'it could not be prepared in time' : reply.message), reason: 'failed' };
  }

  async query(sql: string | SqlTemplate, limits: QueryLimits = {}): Promise<QueryResult> {
    const refusal = await (typeof sql === 'string' ? this.#refusal(sql) : this.#shapeRefusal(shapeOf(sql, quote, literal)));
    if (refusal !== null) return { ok: false, finding: refusal, reason: 'refused' };
    const text = typeof sql === 'string' ? sql : render(sql, quote, literal);
    return this.#run(text, limits.maxRows ?? defaultMaxRows, limits.timeoutMs ?? this.#timeout);
  }

  quote(identifier: string): string {
    return quote(identifier);
  }

  reference(name: TableName): string {
    return name.schema === null ? quote(name.name) : `${quote(name.schema)}.${quote(name.name)}`;
  }

  usage(): WarehouseUsage {
    return this.#usage;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#catalogue.close();
    await this.#session.close();
  }

  get #timeout(): number {
    return this.#options.queryTimeoutMs ?? defaultTimeoutMs;
  }

  async #refusal(sql: string): Promise<Finding | null> {
    const [{ guard }, { loadParser }] = await Promise.all([import('../../sql/guard.js'), import('../../sql/parser.js')]);
    const verdict = guard(await loadParser(), sql, this.dialect);
    if (verdict.ok) return null;
    return refused(this.connection, verdict.why);
  }

  async #shapeRefusal(shape: string): Promise<Finding | null> {
    if (this.#allowedShapes.has(shape)) return null;
    const refusal = await this.#refusal(shape);
    if (refusal === null) this.#allowedShapes.add(shape);
    return refusal;
  }

  async #run(sql: string, maxRows: number, timeoutMs: number): Promise<QueryResult> {
    const started = performance.now();
    const reply = await this.#session.run({ kind: 'query', sql, maxRows, maxBytes }, timeoutMs);
    this.#charge(started, reply.ok ? reply.bytes : 0);
    if (reply.ok) return { ok: true, columns: reply.columns, rows: reply.rows, truncated: reply.truncated };
    if (!('timeout' in reply)) return { ok: false, finding: failed(this.connection, reply.message), reason: 'failed' };
    return { ok: false, finding: stopped(this.connection, timeoutMs), reason: 'timeout' };
  }

  #charge(started: number, bytes: number): void {
    const { queries, milliseconds, bytes: before } = this.#usage;
    this.#usage = { queries: queries + 1, milliseconds: milliseconds + Math.round(performance.now() - started), bytes: before + bytes };
  }
}

/** In backticks where the name begins with a quote: the guard's parser would take three quotes for a longer string. */
function quote(identifier: string): string {
  if (identifier.startsWith('"')) return `\`${identifier.replaceAll('`', '``')}\``;
  return `"${identifier.replaceAll('"', '""')}"`;
}

function literal(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

function maskedField(value: unknown): string {
  const [storageClass, length, start] = JSON.parse(String(value)) as [string, number | null, string | null];
  return maskedShape(storageClass, length ?? 0, start);
}
