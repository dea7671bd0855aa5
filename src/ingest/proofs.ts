import type { DbtTest, TableStructure } from '../evidence/evidence.js';
import type { QueryResult, Warehouse } from '../evidence/warehouse/warehouse.js';
import type { Finding } from '../finding.js';
import type { LinkCandidate } from './candidates.js';

/** Questions to the data that decide whether a key, join or dbt test holds. Every one is a single read-only aggregate. */

export type Count = { readonly ok: true; readonly values: readonly number[] } | { readonly ok: false; readonly finding: Finding };

async function counts(warehouse: Warehouse, sql: string): Promise<Count> {
  const result: QueryResult = await warehouse.query(sql, { maxRows: 1 });
  if (!result.ok) return { ok: false, finding: result.finding };
  return { ok: true, values: (result.rows[0] ?? []).map((value) => Number(value ?? 0)) };
}

const list = (warehouse: Warehouse, columns: readonly string[], alias?: string): string =>
  columns.map((column) => `${alias ? `${alias}.` : ''}${warehouse.quote(column)}`).join(', ');

const notNull = (warehouse: Warehouse, columns: readonly string[], alias: string): string =>
  columns.map((column) => `${alias}.${warehouse.quote(column)} IS NOT NULL`).join(' AND ');

export type KeyProof =
  | { readonly state: 'holds' }
  | { readonly state: 'fails'; readonly rows: number; readonly nulls: number; readonly duplicates: number }
  | { readonly state: 'unknown'; readonly finding: Finding };

/** Whether the columns are unique and never null, exactly, over all rows. */
export async function proveKey(warehouse: Warehouse, table: TableStructure, columns: readonly string[]): Promise<KeyProof> {
  const names = list(warehouse, columns, 't');
  const sql = `SELECT COUNT(*) AS n, SUM(CASE WHEN ${notNull(warehouse, columns, 't')} THEN 0 ELSE 1 END) AS missing, (SELECT COUNT(*) FROM (SELECT DISTINCT ${names} FROM ${warehouse.reference(table.name)} AS t WHERE ${notNull(warehouse, columns, 't')}) AS d) AS kinds FROM ${warehouse.reference(table.name)} AS t`;
  const result = await counts(warehouse, sql);
  if (!result.ok) return { state: 'unknown', finding: result.finding };
  const [rows = 0, nulls = 0, distinct = 0] = result.values;
  const duplicates = rows - nulls - distinct;
  return nulls === 0 && duplicates === 0 ? { state: 'holds' } : { state: 'fails', rows, nulls, duplicates };
}

export type LinkProof =
  | { readonly state: 'made'; /** Rows that refer to something. */ readonly rows: number; /** Of them, those without a match. */ readonly orphans: number; readonly targetUnique: boolean }
  | { readonly state: 'unknown'; readonly finding: Finding };

/** Counts the referring rows, those without a match, and whether the target columns are unique. */
export async function proveLink(warehouse: Warehouse, link: LinkCandidate): Promise<LinkProof> {
  const child = warehouse.reference(link.from.name);
  const parent = warehouse.reference(link.to.name);
  const on = link.columns.map((column, i) => `p.${warehouse.quote(link.toColumns[i] ?? '')} = c.${warehouse.quote(column)}`).join(' AND ');
  const first = warehouse.quote(link.toColumns[0] ?? '');
  const sql = `SELECT COUNT(*) AS n, SUM(CASE WHEN p.${first} IS NULL THEN 1 ELSE 0 END) AS orphans FROM ${child} AS c LEFT JOIN (SELECT DISTINCT ${list(warehouse, link.toColumns)} FROM ${parent}) AS p ON ${on} WHERE ${notNull(warehouse, link.columns, 'c')}`;
  const unique = await proveTarget(warehouse, link);
  if (unique.state === 'unknown') return unique;
  const result = await counts(warehouse, sql);
  if (!result.ok) return { state: 'unknown', finding: result.finding };
  const [rows = 0, orphans = 0] = result.values;
  return { state: 'made', rows, orphans, targetUnique: unique.state === 'holds' };
}

async function proveTarget(warehouse: Warehouse, link: LinkCandidate): Promise<{ state: 'holds' | 'fails' } | { state: 'unknown'; finding: Finding }> {
  const names = list(warehouse, link.toColumns, 't');
  const sql = `SELECT COUNT(*) AS n, (SELECT COUNT(*) FROM (SELECT DISTINCT ${names} FROM ${warehouse.reference(link.to.name)} AS t WHERE ${notNull(warehouse, link.toColumns, 't')}) AS d) AS kinds FROM ${warehouse.reference(link.to.name)} AS t WHERE ${notNull(warehouse, link.toColumns, 't')}`;
  const result = await counts(warehouse, sql);
  if (!result.ok) return { state: 'unknown', finding: result.finding };
  const [rows = 0, distinct = 0] = result.values;
  return { state: rows === distinct && rows > 0 ? 'holds' : 'fails' };
}

/** A dbt test as a count of rows that contradict it; undefined for tests that are not such a count. */
export interface TestQuestion {
  readonly test: DbtTest;
  readonly column: string;
}

export type TestProof =
  | { readonly state: 'holds' }
  | { readonly state: 'fails'; readonly failing: number; readonly rows: number }
  | { readonly state: 'unknown'; readonly finding: Finding };

const literal = (value: unknown): string => (typeof value === 'number' ? String(value) : `'${String(value).replace(/'/g, "''")}'`);

/** Checks not_null, unique and accepted_values tests of one table in one pass. Answers in the order of the questions. */
export async function proveTests(warehouse: Warehouse, table: TableStructure, questions: readonly TestQuestion[]): Promise<readonly TestProof[]> {
  if (questions.length === 0) return [];
  const measures = questions.map(({ test, column }) => {
    const name = `t.${warehouse.quote(column)}`;
    if (test.name === 'not_null') return `SUM(CASE WHEN ${name} IS NULL THEN 1 ELSE 0 END)`;
    if (test.name === 'unique') return `COUNT(${name}) - COUNT(DISTINCT ${name})`;
    const values = Array.isArray(test.kwargs['values']) ? test.kwargs['values'] : [];
    // dbt quotes the values unless told otherwise, so that 1 and '1' are both met by a text comparison
    const set = values.flatMap((value: unknown) => (test.kwargs['quote'] === false ? [literal(value)] : [`'${String(value).replace(/'/g, "''")}'`]));
    const text = test.kwargs['quote'] === false ? name : `CAST(${name} AS TEXT)`;
    return `SUM(CASE WHEN ${name} IS NULL OR ${text} IN (${set.join(', ')}) THEN 0 ELSE 1 END)`;
  });
  const result = await counts(warehouse, `SELECT COUNT(*) AS n, ${measures.map((sql, i) => `${sql} AS q${i}`).join(', ')} FROM ${warehouse.reference(table.name)} AS t`);
  if (!result.ok) return questions.map(() => ({ state: 'unknown', finding: result.finding }));
  const [rows = 0, ...failing] = result.values;
  return questions.map((_, i) => ((failing[i] ?? 0) === 0 ? { state: 'holds' } : { state: 'fails', failing: failing[i] ?? 0, rows }));
}

/** `18 %`, `0.4 %`, `under 0.1 %`: a share as people say it. */
export function percent(part: number, whole: number): string {
  const share = whole === 0 ? 0 : (part / whole) * 100;
  if (share > 0 && share < 0.1) return 'under 0.1 %';
  return `${share >= 10 || Number.isInteger(share) ? Math.round(share) : Math.round(share * 10) / 10} %`;
}
