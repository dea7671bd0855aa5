import type { PostgresAddress } from '../../project/postgres-address.js';
import type { Finding } from '../../finding.js';
import { render, shapeOf, type SqlTemplate } from '../../sql/template.js';
import { tableText, type TableName, type TableStructure } from '../evidence.js';
import { maskedShape } from './masked.js';
import { readPostgresCatalogue, type TableFacts } from './postgres-catalogue.js';
import { refused, statementFailure, unopened, unprofiled } from './postgres-findings.js';
import { faultOf, openPool, type PostgresPool } from './postgres-pool.js';
import { profilePostgresTable } from './postgres-profile.js';
import type { Catalogue, OpenResult, PrepareResult, ProfileResult, QueryLimits, QueryResult, QueryValue, Sample, Warehouse, WarehouseUsage } from './warehouse.js';

export interface PostgresOptions {
  readonly connection: string;
  readonly address: PostgresAddress;
  /** All but the system's where absent. */
  readonly schemas?: readonly string[];
  /** `orders`, `public.orders` or `shop.public.orders`; all tables where absent. */
  readonly enabledTables?: readonly string[];
  /** Of each statement, unless it names its own; default 30,000. */
  readonly queryTimeoutMs?: number;
  /** Default 4. */
  readonly maxConnections?: number;
  /** Cancels the statements that run when it fires. */
  readonly signal?: AbortSignal;
}

const maxBytes = 8 * 1024 * 1024;
const maxCatalogueBytes = 256 * 1024 * 1024;
const defaultMaxRows = 1_000;
const defaultTimeoutMs = 30_000;
const defaultConnections = 4;
const maxSampleRows = 20;

/** Opens a database for reading: connects once, so that what stands in the way is known before anything else happens. */
export async function openPostgres(options: PostgresOptions): Promise<OpenResult> {
  const { address, connection, signal } = options;
  try {
    const pool = await openPool({ address, size: options.maxConnections ?? defaultConnections, searchPath: searchPath(options.schemas), ...(signal === undefined ? {} : { signal }) });
    return { ok: true, warehouse: new PostgresWarehouse(options, pool) };
  } catch (error) {
    return { ok: false, ...unopened(connection, address, faultOf(error)) };
  }
}

/** As ktx has it: the schemas of the connection, then `public`. */
function searchPath(schemas: readonly string[] = []): string[] {
  return schemas.includes('public') ? [...schemas] : [...schemas, 'public'];
}

class PostgresWarehouse implements Warehouse {
  readonly driver = 'postgres';
  readonly dialect = 'postgres';
  readonly connection: string;
  readonly #options: PostgresOptions;
  readonly #pool: PostgresPool;
  readonly #allowedShapes = new Set<string>();
  #facts: ReadonlyMap<string, TableFacts> = new Map();
  #usage: WarehouseUsage = { queries: 0, milliseconds: 0, bytes: 0 };

  constructor(options: PostgresOptions, pool: PostgresPool) {
    this.connection = options.connection;
    this.#options = options;
    this.#pool = pool;
  }

  async scan(): Promise<Catalogue> {
    let finding: Finding | undefined;
    const ask = async (sql: string): ReturnType<Parameters<typeof readPostgresCatalogue>[0]> => {
      const result = await this.#run(sql, Number.MAX_SAFE_INTEGER, this.#timeout, maxCatalogueBytes);
      if (result.ok && !result.truncated) return result.rows;
      finding ??= result.ok ? undefined : result.finding;
      throw new Error('the catalogue could not be read');
    };
    try {
      const { tables, unknown, findings, facts } = await readPostgresCatalogue(ask, { connection: this.connection, schemas: this.#options.schemas, enabledTables: this.#options.enabledTables });
      this.#facts = facts;
      return { tables, unknown, findings };
    } catch (error) {
      if (finding === undefined && !(error instanceof Error && error.message === 'the catalogue could not be read')) throw error;
      const why = finding?.message ?? 'Its catalogue is too large.';
      return { tables: [], unknown: [], findings: [{ severity: 'error', code: 'source-unreadable', message: `The catalogue of the connection ${this.connection} could not be read. ${why}`, fix: finding?.fix ?? 'Read a part of it, with schemas.' }] };
    }
  }

  async profile(table: TableStructure): Promise<ProfileResult> {
    let finding: Finding | undefined;
    const profile = await profilePostgresTable(table, this.#facts.get(tableText(table.name)), this.reference(table.name), quote, async (sql) => {
      const result = await this.#run(sql, Number.MAX_SAFE_INTEGER, this.#timeout);
      if (!result.ok) finding ??= unprofiled(this.connection, table.name, result.finding);
      return result.ok ? result.rows : null;
    });
    if (profile !== null) return { ok: true, profile };
    return { ok: false, finding: finding ?? unprofiled(this.connection, table.name, { severity: 'warning', code: 'query-failed', message: 'It gave no answer.', fix: 'Run again.' }) };
  }

  async sample(table: TableStructure, rows: number): Promise<Sample> {
    const readable = this.#facts.get(tableText(table.name))?.readable;
    const columns = table.columns.filter(({ name }) => readable?.has(name) !== false);
    const names = columns.map(({ name }) => name);
    const count = Math.min(Math.max(Math.trunc(rows), 0), maxSampleRows);
    if (count === 0 || columns.length === 0) return { columns: names, rows: [] };
    const shapes = columns.map((column) => shapeSql(column.nativeType, readable?.get(column.name) ?? '', quote(column.name)));
    const result = await this.#run(`SELECT ${shapes.map(({ sql }) => sql).join(', ')} FROM ${this.reference(table.name)} LIMIT ${count}`, count, this.#timeout);
    return { columns: names, rows: result.ok ? result.rows.map((row) => row.map((value, i) => masked(shapes[i]?.kind ?? '', value))) : [] };
  }

  async prepare(sql: string): Promise<PrepareResult> {
    const refusal = await this.#refusal(sql);
    if (refusal !== null) return { ok: false, finding: refusal, reason: 'refused' };
    const started = performance.now();
    const reply = await this.#pool.describe(sql, this.#timeout);
    this.#charge(started, 0);
    if (reply.ok) return { ok: true, columns: reply.columns };
    const { finding, reason } = statementFailure(this.connection, reply.fault, this.#timeout);
    return { ok: false, finding, reason: reason === 'failed' ? 'failed' : 'unavailable' };
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
    return [name.schema, name.name].filter((part) => part !== null).map(quote).join('.');
  }

  usage(): WarehouseUsage {
    return this.#usage;
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  get #timeout(): number {
    return this.#options.queryTimeoutMs ?? defaultTimeoutMs;
  }

  async #refusal(sql: string): Promise<Finding | null> {
    const [{ guard }, { loadParser }] = await Promise.all([import('../../sql/guard.js'), import('../../sql/parser.js')]);
    const verdict = guard(await loadParser(), sql, this.dialect);
    return verdict.ok ? null : refused(this.connection, verdict.why);
  }

  async #shapeRefusal(shape: string): Promise<Finding | null> {
    if (this.#allowedShapes.has(shape)) return null;
    const refusal = await this.#refusal(shape);
    if (refusal === null) this.#allowedShapes.add(shape);
    return refusal;
  }

  async #run(sql: string, maxRows: number, timeoutMs: number, most = maxBytes): Promise<QueryResult> {
    const started = performance.now();
    const reply = await this.#pool.run(sql, { maxRows, maxBytes: most }, timeoutMs);
    this.#charge(started, reply.ok ? reply.bytes : 0);
    return reply.ok ? { ok: true, columns: reply.columns, rows: reply.rows, truncated: reply.truncated } : statementFailure(this.connection, reply.fault, timeoutMs);
  }

  #charge(started: number, bytes: number): void {
    const { queries, milliseconds, bytes: before } = this.#usage;
    this.#usage = { queries: queries + 1, milliseconds: milliseconds + Math.round(performance.now() - started), bytes: before + bytes };
  }
}

function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

function literal(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

/** What to ask of a column for its shape, never for a value longer than 64 characters. */
function shapeSql(type: string, category: string, name: string): { readonly kind: string; readonly sql: string } {
  if (type === 'bytea') return { kind: 'blob', sql: `octet_length(${name})` };
  if (/^(smallint|integer|bigint)$/.test(type)) return { kind: 'integer', sql: `length(ltrim(${name}::text, '-'))` };
  if (['S', 'E', 'U', 'A', 'X'].includes(category)) return { kind: 'text', sql: `CASE WHEN ${name} IS NOT NULL THEN length(${name}::text) || ' ' || left(${name}::text, 64) END` };
  return { kind: category === 'N' ? 'real' : type, sql: `CASE WHEN ${name} IS NOT NULL THEN '' END` };
}

function masked(kind: string, value: QueryValue): string {
  if (value === null) return 'null';
  if (kind !== 'text') return maskedShape(kind, Number(value), null);
  const [, length, start] = /^(\d+) (.*)$/s.exec(String(value)) ?? [];
  return maskedShape('text', Number(length), start ?? '');
}
