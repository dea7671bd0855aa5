import { byText } from '../../text/canonical.js';
import type { TableProfile, TableStructure } from '../evidence.js';
import type { TableFacts } from './postgres-catalogue.js';
import { fitList, keyColumnsOf, maxDistinct, maxValueLength, mayListByName } from './value-lists.js';
import type { QueryValue } from './warehouse.js';

/** Runs one statement of our own; null where it failed, after the caller has noted why. */
export type AskProfile = (sql: string) => Promise<readonly (readonly QueryValue[])[] | null>;

/** Above it a table is not read through: its rows are those of the statistics, and it has no value lists. */
const mostRows = 10_000_000;
/** A column with more distinct values than this by the statistics is not asked for its list; they are no more than a guess. */
const surelyMany = 500;
/** PostgreSQL takes 1,664 result columns; two expressions a column stay below. */
const columnsPerStatement = 400;
const listsPerStatement = 50;

/**
 * Row count and value lists, or null where a statement failed: one pass over the rows for each 400 columns, then one
 * statement for each 50 columns that can have a list. Types are strict, so none are mixed.
 */
export async function profilePostgresTable(table: TableStructure, facts: TableFacts | undefined, reference: string, quote: (name: string) => string, ask: AskProfile): Promise<TableProfile | null> {
  const { estimate = null } = facts ?? {};
  if (estimate !== null && estimate > mostRows) return { rows: Math.round(estimate), values: {}, mixedTypes: {} };
  const keys = keyColumnsOf(table);
  const distinct = new Map(((await ask(`SELECT attname, n_distinct FROM pg_catalog.pg_stats WHERE schemaname = ${literal(table.name.schema ?? '')} AND tablename = ${literal(table.name.name)}`)) ?? []).map((row) => [row[0], Number(row[1])]));
  const open = table.columns.filter(({ name }) => facts?.readable.has(name) !== false && !keys.has(name) && mayListByName(name) && (distinct.get(name) ?? 0) <= surelyMany);
  const flags = open.filter((column) => /^(smallint|integer|bigint)$/.test(column.nativeType));
  let rows = 0;
  const isFlag = new Set<string>();
  for (const columns of flags.length === 0 ? [[]] : chunks(flags, columnsPerStatement)) {
    const parts = columns.flatMap((column) => [`min(${quote(column.name)})`, `max(${quote(column.name)})`]);
    const answer = (await ask(`SELECT ${['count(*)', ...parts].join(', ')} FROM ${reference}`))?.[0];
    if (answer === undefined) return null;
    rows = Number(answer[0]);
    // a quantity that was always 1 so far is no flag: both must be there
    for (const [i, column] of columns.entries()) if (answer[1 + 2 * i] === 0 && answer[2 + 2 * i] === 1) isFlag.add(column.name);
  }
  const listed = open.filter((column) => isFlag.has(column.name) || ['S', 'E', 'B'].includes(facts?.readable.get(column.name) ?? ''));
  const lists: [string, string[]][] = [];
  for (const columns of chunks(listed, listsPerStatement)) {
    const parts = columns.map((column, i) => `(SELECT ${i}, left(v::text, ${maxValueLength + 1}) FROM (SELECT DISTINCT ${quote(column.name)} AS v FROM ${reference} WHERE ${quote(column.name)} IS NOT NULL LIMIT ${maxDistinct + 1}) AS d)`);
    const answer = await ask(parts.join(' UNION ALL '));
    if (answer === null) return null;
    for (const [i, found] of Map.groupBy(answer, (row) => Number(row[0]))) {
      const list = fitList(found.map((row) => String(row[1])));
      const column = columns[i];
      if (column && list !== null) lists.push([column.name, list]);
    }
  }
  return { rows, values: Object.fromEntries(lists.sort(([a], [b]) => byText(a, b))), mixedTypes: {} };
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
