import { byText } from '../../text/canonical.js';
import type { TableColumn, TableProfile, TableStructure } from '../evidence.js';
import { fitList, keyColumnsOf, maxDistinct, maxValueLength, mayListByName } from './value-lists.js';
import type { QueryValue } from './warehouse.js';

type Rows = readonly (readonly QueryValue[])[];
/** Runs one statement of our own; rejects nothing: null where it failed, after the caller has noted why. */
export type Ask = (sql: string) => Promise<Rows | null>;

/** Four expressions a column stay below SQLite's 2,000 result columns; 50 parts below its 500 of a compound query. */
const columnsPerStatement = 400;
const listsPerStatement = 50;

/**
 * Row count, value lists and stored types, or null where a statement failed. One pass over the rows for each 400 columns,
 * then one bounded statement for each 50 columns that can have a value list, and one for each column that mixes types.
 * Integers and reals together are not a mixture: SQLite stores 5.00 of a DECIMAL as an integer.
 */
export async function profileTable(table: TableStructure, reference: string, quote: (name: string) => string, ask: Ask): Promise<TableProfile | null> {
  let rows = 0;
  const facts: ColumnFacts[] = [];
  for (const columns of chunks(table.columns, columnsPerStatement)) {
    const answer = (await ask(factsSql(columns, reference, quote)))?.[0];
    if (answer === undefined) return null;
    rows = Number(answer[0]);
    facts.push(...columns.map((column, index) => columnFacts(column, answer.slice(1 + index * 4, 5 + index * 4))));
  }
  const values = await valueLists(table, facts, reference, quote, ask);
  const mixedTypes = await typeShares(facts, reference, quote, ask);
  return values === null || mixedTypes === null ? null : { rows, values, mixedTypes };
}

/** The least and greatest storage class and value among the values that are not null. */
interface ColumnFacts {
  readonly column: TableColumn;
  readonly leastType: string | null;
  readonly greatestType: string | null;
  readonly least: QueryValue;
  readonly greatest: QueryValue;
}

function factsSql(columns: readonly TableColumn[], reference: string, quote: (name: string) => string): string {
  const parts = columns.flatMap((column) => {
    const name = quote(column.name);
    const type = `nullif(typeof(${name}), 'null')`;
    // Least and greatest are wanted of numbers only; the rest is never read out of the database here.
    const number = `CASE WHEN typeof(${name}) IN ('integer', 'real') THEN ${name} END`;
    return [`min(${type})`, `max(${type})`, `min(${number})`, `max(${number})`];
  });
  return `SELECT count(*), ${parts.join(', ')} FROM ${reference}`;
}

function columnFacts(column: TableColumn, [leastType, greatestType, least, greatest]: readonly QueryValue[]): ColumnFacts {
  const text = (value: QueryValue | undefined): string | null => (typeof value === 'string' ? value : null);
  return { column, leastType: text(leastType), greatestType: text(greatestType), least: least ?? null, greatest: greatest ?? null };
}

async function valueLists(
  table: TableStructure,
  facts: readonly ColumnFacts[],
  reference: string,
  quote: (name: string) => string,
  ask: Ask,
): Promise<Record<string, readonly string[]> | null> {
  const keys = keyColumnsOf(table);
  const candidates = facts.filter((fact) => mayBeListed(fact) && !keys.has(fact.column.name)).map((fact) => fact.column.name);
  const lists: [string, string[]][] = [];
  for (const names of chunks(candidates, listsPerStatement)) {
    const parts = names.map((name, index) => {
      const value = quote(name);
      const distinct = `SELECT DISTINCT ${value} AS v FROM ${reference} WHERE ${value} IS NOT NULL LIMIT ${maxDistinct + 1}`;
      return `SELECT ${index}, substr(v, 1, ${maxValueLength + 1}), typeof(v) FROM (${distinct})`;
    });
    const answer = await ask(parts.join(' UNION ALL '));
    if (answer === null) return null;
    for (const [index, found] of Map.groupBy(answer, (row) => Number(row[0]))) {
      const name = names[index];
      const list = found.some((row) => row[2] === 'blob') ? null : fitList(found.map((row) => String(row[1])));
      if (name !== undefined && list !== null) lists.push([name, list]);
    }
  }
  return Object.fromEntries(lists.sort(([a], [b]) => byText(a, b)));
}

function mayBeListed({ column, leastType, greatestType, least, greatest }: ColumnFacts): boolean {
  if (leastType === null || !mayListByName(column.name)) return false;
  if (leastType === 'blob' || greatestType === 'blob') return false;
  if (leastType === 'text' && greatestType === 'text') return column.type === 'string' || column.type === 'boolean';
  if (leastType !== 'integer' || greatestType !== 'integer' || column.type === 'time') return false;
  // A column that is no declared boolean must hold both 0 and 1: a quantity that was always 1 so far is no flag.
  return column.type === 'boolean' ? Number(least) >= 0 && Number(greatest) <= 1 : Number(least) === 0 && Number(greatest) === 1;
}

async function typeShares(
  facts: readonly ColumnFacts[],
  reference: string,
  quote: (name: string) => string,
  ask: Ask,
): Promise<Record<string, Record<string, number>> | null> {
  const mixed: [string, Record<string, number>][] = [];
  for (const { column, leastType, greatestType } of facts) {
    if (leastType === greatestType || (leastType === 'integer' && greatestType === 'real')) continue;
    const name = quote(column.name);
    const answer = await ask(`SELECT typeof(${name}), count(*) FROM ${reference} WHERE ${name} IS NOT NULL GROUP BY 1 ORDER BY 1`);
    if (answer === null) return null;
    const total = answer.reduce((sum, row) => sum + Number(row[1]), 0);
    mixed.push([column.name, Object.fromEntries(answer.map((row) => [String(row[0]), share(Number(row[1]), total)]))]);
  }
  return Object.fromEntries(mixed.sort(([a], [b]) => byText(a, b)));
}

/** To three digits, and never 0 or 1 for what is neither: one odd row in a million is still a mixture. */
function share(count: number, total: number): number {
  const rounded = Math.round((count / total) * 1000) / 1000;
  return Math.min(Math.max(rounded, 0.001), 0.999);
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
