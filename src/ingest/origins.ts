import type { ComposedSource } from '../context/compose.js';
import type { Measure, PutMeasure } from '../context/edit.js';
import type { DbtMetric, Evidence, TableEvidence } from '../evidence/evidence.js';
import type { QueryValue, Warehouse } from '../evidence/warehouse/warehouse.js';
import type { SqlParser } from '../sql/parser.js';
import { byText } from '../text/canonical.js';
import { warehouseStop, type JudgeWorld } from './judging/world.js';
import { nameKey } from './reconcile/pairs.js';
import { measureStatement, readsOf } from './statements.js';

/** A new measure beside the definition that it comes from: both are run over the same rows, and their values compared. */

export type Compared =
  | { readonly result: 'equal'; readonly words: string }
  | { readonly result: 'differs'; readonly words: string; readonly origin: MeasureOrigin }
  | { readonly result: 'not compared'; readonly words: string };

/** A definition in the evidence that can be run. */
export interface MeasureOrigin {
  /** `dbt metric net_revenue`. */
  readonly what: string;
  /** One row with one value, over the rows that meet the condition. Undefined: it cannot be cut to some rows. */
  readonly statement: (only?: string) => string | undefined;
  /** The same as a measure of the source; absent where it is about another one. */
  readonly measure?: Pick<Measure, 'expr' | 'filter'>;
  /** Columns by which its rows can be cut. */
  readonly columns: readonly string[];
}

export interface CompareInput {
  readonly world: JudgeWorld;
  readonly parser: SqlParser;
  readonly warehouse: Warehouse;
  /** With the measure in it. */
  readonly source: ComposedSource;
  readonly edit: PutMeasure;
}

const noOrigin = 'not compared: no executable origin';

export async function compareMeasure(input: CompareInput): Promise<Compared> {
  const { world, warehouse, edit } = input;
  const origins = originsOf(input);
  if (origins.length === 0) return { result: 'not compared', words: noOrigin };
  let why = noOrigin;
  for (const origin of origins) {
    if (warehouseStop(world, warehouse) !== null) return { result: 'not compared', words: 'not compared: the warehouse limits of this run are spent' };
    const window = await windowOf(input, origin);
    const statement = measureStatement(readsOf(input.parser, warehouse, world.context), input.source, edit.name, window?.only);
    const other = origin.statement(window?.only);
    if (statement === undefined || other === undefined) continue;
    const [mine, theirs] = [await valueOf(warehouse, statement), await valueOf(warehouse, other)];
    if (mine === undefined || theirs === undefined) {
      why = `not compared: ${origin.what} cannot be run`;
      continue;
    }
    const rows = window ? ` in ${window.month}` : '';
    const share = difference(mine, theirs);
    if (share <= world.tolerance) return { result: 'equal', words: `equal to ${origin.what}${rows}` };
    return { result: 'differs', words: `differs by ${share > 10 ? 'more than 1,000 %' : `${(share * 100).toPrecision(2).replace(/\.0$/, '')} %`} from ${origin.what}${rows}`, origin };
  }
  return { result: 'not compared', words: why };
}

/** Nearest first: what dbt counts, a column that holds it, SQL in a document. */
function originsOf({ world, warehouse, source, edit }: CompareInput): MeasureOrigin[] {
  const evidence = edit.evidence.flatMap((id) => world.evidence(id) ?? []);
  const wanted = nameKey(edit.name);
  const own = source.columns.map((column) => column.name.toLowerCase());
  const metrics: MeasureOrigin[] = [];
  const columns: MeasureOrigin[] = [];
  for (const one of evidence) {
    const table = one.kind === 'dbt' ? world.tableOf(one.id) : one.kind === 'table' ? one : undefined;
    if (!table || table.connection !== warehouse.connection) continue;
    const isOwn = world.sourceOf(table)?.source === source.name;
    for (const metric of one.kind === 'dbt' ? one.data.metrics ?? [] : []) if (nameKey(metric.name) === wanted || (metric.label !== undefined && nameKey(metric.label) === wanted)) metrics.push(metricOrigin(warehouse, table, metric, isOwn));
    for (const { name, type } of table.data.structure.columns) {
      // a column is summed, so that only a sum is compared with it
      if (type !== 'number' || nameKey(name) !== wanted || !isSum(edit.value) || (isOwn && uses(edit.value, name))) continue;
      columns.push(aggregateOrigin(warehouse, table, `column ${table.data.structure.name.name}.${name}`, { expr: `SUM(${warehouse.quote(name)})` }, isOwn));
    }
  }
  const statements = evidence.flatMap((one) => (one.kind === 'document' ? sqlIn(one, wanted) : []));
  const seen = new Set<string>();
  return [...metrics, ...columns, ...statements].filter(({ what }) => !seen.has(what) && seen.add(what)).map((origin) => ({ ...origin, columns: origin.columns.filter((column) => own.includes(column.toLowerCase())) }));
}

const isSum = ({ expr }: Measure): boolean => /^\s*sum\s*\(/i.test(expr) && !/\/|\b(?:avg|count|min|max|median)\s*\(/i.test(expr);
const uses = ({ expr }: Measure, column: string): boolean => new RegExp(`\\b${column.replaceAll(/\W/g, '\\$&')}\\b`, 'i').test(expr);

function metricOrigin(warehouse: Warehouse, table: TableEvidence, { name, agg, expr, filter }: DbtMetric, isOwn: boolean): MeasureOrigin {
  const sql = agg === 'count_distinct' ? `COUNT(DISTINCT ${expr})` : agg === 'sum_boolean' ? `SUM(CASE WHEN ${expr} THEN 1 ELSE 0 END)` : `${agg.toUpperCase()}(${expr})`;
  return aggregateOrigin(warehouse, table, `dbt metric ${name}`, { expr: sql, ...(filter === undefined ? {} : { filter }) }, isOwn);
}

function aggregateOrigin(warehouse: Warehouse, table: TableEvidence, what: string, measure: Pick<Measure, 'expr' | 'filter'>, isOwn: boolean): MeasureOrigin {
  const { structure } = table.data;
  const from = `${warehouse.reference(structure.name)} AS ${warehouse.quote(structure.name.name)}`;
  return {
    what, columns: structure.columns.map((column) => column.name), ...(isOwn ? { measure } : {}),
    statement(only) {
      const conditions = [measure.filter, only].filter((one) => one !== undefined).map((one) => `(${one})`);
      return `SELECT ${measure.expr} AS v FROM ${from}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`;
    },
  };
}

/** Fenced SQL below a heading of the measure's name, or that names its result so. */
function sqlIn({ text, data }: Evidence & { readonly kind: 'document' }, wanted: string): MeasureOrigin[] {
  const found: MeasureOrigin[] = [];
  let heading = data.title;
  const parts = text.split(/^(#{1,6} .*)$|^(`{3,}|~{3,})[ \t]*sql[ \t]*\n([\s\S]*?)^\2[ \t]*$/gm);
  for (let at = 1; at < parts.length; at += 4) {
    const [title, , sql] = parts.slice(at, at + 3);
    if (title !== undefined) heading = title.replace(/^#+ /, '');
    const statement = sql?.trim().replace(/;\s*$/, '');
    if (!statement) continue;
    const named = [...statement.matchAll(/\bas\s+"?(\w+)"?/gi)].map(([, name = '']) => nameKey(name));
    if (nameKey(heading) === wanted || named.includes(wanted)) found.push({ what: `the SQL of ${data.path}`, columns: [], statement: (only) => (only === undefined ? statement : undefined) });
  }
  return found;
}

/** One value, as a number; undefined where it is not one value, or no number. */
async function valueOf(warehouse: Warehouse, sql: string): Promise<number | null | undefined> {
  const result = await warehouse.query(sql, { maxRows: 2 });
  if (!result.ok || result.columns.length !== 1 || result.rows.length !== 1) return undefined;
  const value: QueryValue | undefined = result.rows[0]?.[0];
  if (value === null) return null;
  const number = Number(value);
  return value === undefined || typeof value === 'boolean' || Number.isNaN(number) ? undefined : number;
}

function difference(mine: number | null, theirs: number | null): number {
  if (mine === theirs) return 0;
  if (mine === null || theirs === null) return Infinity;
  return Math.abs(mine - theirs) / Math.max(Math.abs(theirs), Number.MIN_VALUE);
}

/** The last full month that has rows, by a time column of both sides, from the data alone. */
async function windowOf({ world, warehouse, source, edit }: CompareInput, origin: MeasureOrigin): Promise<{ readonly only: string; readonly month: string } | undefined> {
  if (origin.statement('1 = 1') === undefined) return undefined;
  const table = edit.evidence.flatMap((id) => world.evidence(id) ?? []).map((one) => (one.kind === 'dbt' ? world.tableOf(one.id) : one)).find((one): one is TableEvidence => one?.kind === 'table' && world.sourceOf(one)?.source === source.name);
  const times = (table?.data.structure.columns ?? []).filter(({ name, type }) => type === 'time' && origin.columns.some((column) => column.toLowerCase() === name.toLowerCase())).map(({ name }) => name).sort(byText);
  const [column] = times;
  if (!table || column === undefined || times.length > 1) return undefined;
  const quoted = warehouse.quote(column);
  const latest = async (before?: string): Promise<string | undefined> => {
    const result = await warehouse.query(`SELECT MAX(${quoted}) AS v FROM ${warehouse.reference(table.data.structure.name)}${before === undefined ? '' : ` WHERE ${quoted} < '${before}'`}`, { maxRows: 1 });
    const value = result.ok ? result.rows[0]?.[0] : undefined;
    return typeof value === 'string' ? /^(\d{4}-\d{2})-\d{2}/.exec(value)?.[1] : undefined;
  };
  const last = await latest();
  const month = last === undefined ? undefined : await latest(`${last}-01`);
  if (month === undefined) return undefined;
  return { month, only: `${quoted} >= '${month}-01' AND ${quoted} < '${nextMonth(month)}-01'` };
}

function nextMonth(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}
