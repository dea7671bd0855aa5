import type { DbtTest, TableStructure } from '../evidence/evidence.js';
import type { QueryResult, Warehouse } from '../evidence/warehouse/warehouse.js';
import type { Finding } from '../finding.js';
import { joined, name, sql, value, type SqlHole, type SqlTemplate } from '../sql/template.js';
import type { LinkCandidate } from './candidates.js';

/** Questions to the data that decide whether a key, join or dbt test holds. Every one is a single read-only aggregate. */

export type Count = { readonly ok: true; readonly values: readonly number[] } | { readonly ok: false; readonly finding: Finding };

async function counts(warehouse: Warehouse, statement: SqlTemplate): Promise<Count> {
  const result: QueryResult = await warehouse.query(statement, { maxRows: 1 });
  if (!result.ok) return { ok: false, finding: result.finding };
  return { ok: true, values: (result.rows[0] ?? []).map((found) => Number(found ?? 0)) };
}

const table = (of: TableStructure): SqlHole => name(of.name.catalog, of.name.schema, of.name.name);

const list = (columns: readonly string[], alias: SqlTemplate): SqlTemplate => joined(columns.map((column) => sql`${alias}.${name(column)}`), ', ');

const notNull = (columns: readonly string[], alias: SqlTemplate): SqlTemplate => joined(columns.map((column) => sql`${alias}.${name(column)} IS NOT NULL`), ' AND ');

const t = sql`t`;

export type KeyProof =
  | { readonly state: 'holds' }
  | { readonly state: 'fails'; readonly rows: number; readonly nulls: number; readonly duplicates: number }
  | { readonly state: 'unknown'; readonly finding: Finding };

/** Whether the columns are unique and never null, exactly, over all rows. */
export async function proveKey(warehouse: Warehouse, of: TableStructure, columns: readonly string[]): Promise<KeyProof> {
  const present = notNull(columns, t);
  const result = await counts(warehouse, sql`SELECT COUNT(*) AS n, SUM(CASE WHEN ${present} THEN 0 ELSE 1 END) AS missing, (SELECT COUNT(*) FROM (SELECT DISTINCT ${list(columns, t)} FROM ${table(of)} AS t WHERE ${present}) AS d) AS kinds FROM ${table(of)} AS t`);
  if (!result.ok) return { state: 'unknown', finding: result.finding };
  const [rows = 0, nulls = 0, distinct = 0] = result.values;
  const duplicates = rows - nulls - distinct;
  return nulls === 0 && duplicates === 0 ? { state: 'holds' } : { state: 'fails', rows, nulls, duplicates };
}

export type LinkProof =
  | { readonly state: 'made'; /** Rows that refer to something. */ readonly rows: number; /** Of them, those without a match. */ readonly orphans: number; readonly targetUnique: boolean; /** `25 % of its rows repeat a value`; empty where none does. */ readonly repeats: string }
  | { readonly state: 'unknown'; readonly finding: Finding };

/** Counts the referring rows, those without a match, and whether the target columns are unique. */
export async function proveLink(warehouse: Warehouse, link: LinkCandidate): Promise<LinkProof> {
  const on = joined(link.columns.map((column, i) => sql`p.${name(link.toColumns[i] ?? '')} = c.${name(column)}`), ' AND ');
  const targets = joined(link.toColumns.map((column) => sql`${name(column)}`), ', ');
  const unique = await proveTarget(warehouse, link);
  if (unique.state === 'unknown') return unique;
  const result = await counts(warehouse, sql`SELECT COUNT(*) AS n, SUM(CASE WHEN p.${name(link.toColumns[0] ?? '')} IS NULL THEN 1 ELSE 0 END) AS orphans FROM ${table(link.from)} AS c LEFT JOIN (SELECT DISTINCT ${targets} FROM ${table(link.to)}) AS p ON ${on} WHERE ${notNull(link.columns, sql`c`)}`);
  if (!result.ok) return { state: 'unknown', finding: result.finding };
  const [rows = 0, orphans = 0] = result.values;
  return { state: 'made', rows, orphans, targetUnique: unique.state === 'holds', repeats: unique.repeats };
}

async function proveTarget(warehouse: Warehouse, link: LinkCandidate): Promise<{ state: 'holds' | 'fails'; repeats: string } | { state: 'unknown'; finding: Finding }> {
  const present = notNull(link.toColumns, t);
  const result = await counts(warehouse, sql`SELECT COUNT(*) AS n, (SELECT COUNT(*) FROM (SELECT DISTINCT ${list(link.toColumns, t)} FROM ${table(link.to)} AS t WHERE ${present}) AS d) AS kinds FROM ${table(link.to)} AS t WHERE ${present}`);
  if (!result.ok) return { state: 'unknown', finding: result.finding };
  const [rows = 0, distinct = 0] = result.values;
  return { state: rows === distinct && rows > 0 ? 'holds' : 'fails', repeats: rows > distinct ? `${percent(rows - distinct, rows)} of its ${rows.toLocaleString('en-US')} rows repeat a value` : '' };
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

/** Checks not_null, unique and accepted_values tests of one table in one pass. Answers in the order of the questions. */
export async function proveTests(warehouse: Warehouse, of: TableStructure, questions: readonly TestQuestion[]): Promise<readonly TestProof[]> {
  if (questions.length === 0) return [];
  const measures = questions.map(({ test, column }) => {
    const tested = sql`t.${name(column)}`;
    if (test.name === 'not_null') return sql`SUM(CASE WHEN ${tested} IS NULL THEN 1 ELSE 0 END)`;
    if (test.name === 'unique') return sql`COUNT(${tested}) - COUNT(DISTINCT ${tested})`;
    const values = Array.isArray(test.kwargs['values']) ? test.kwargs['values'] : [];
    // dbt quotes the values unless told otherwise, so that 1 and '1' are both met by a text comparison
    const asText = test.kwargs['quote'] !== false;
    const set = joined(values.map((one: unknown) => sql`${value(!asText && typeof one === 'number' ? one : String(one))}`), ', ');
    return sql`SUM(CASE WHEN ${tested} IS NULL OR ${asText ? sql`CAST(${tested} AS TEXT)` : tested} IN (${set}) THEN 0 ELSE 1 END)`;
  });
  const asked = joined(measures, ', ');
  const result = await counts(warehouse, sql`SELECT COUNT(*) AS n, ${asked} FROM ${table(of)} AS t`);
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
