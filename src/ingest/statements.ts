import { composeSource, type ComposedSource } from '../context/compose.js';
import type { Context } from '../context/context.js';
import type { Warehouse } from '../evidence/warehouse/warehouse.js';
import { joinsTo } from '../context/gates/traps.js';
import { analyseExpression, analyseJoin } from '../sql/expression.js';
import type { SqlParser } from '../sql/parser.js';

/** Read-only statements that run what stands in the semantic layer, one value each. */

export interface Reads {
  readonly parser: SqlParser;
  readonly warehouse: Pick<Warehouse, 'quote' | 'dialect'>;
  /** Another source of the same connection. */
  other(name: string): ComposedSource | undefined;
}

export function readsOf(parser: SqlParser, warehouse: Warehouse, context: Context): Reads {
  return { parser, warehouse, other: (name) => composeSource(context, warehouse.connection, name) };
}

/** Why a statement of the context cannot be one statement. */
export const readsTooFar = 'it reads other sources than one row each';

/** One measure over its source and what joins lead to, over the rows that meet `only`; undefined where rows would multiply or no one join leads there. */
export function measureStatement(reads: Reads, source: ComposedSource, name: string, only?: string): string | undefined {
  const sql = measureQuery(reads, source, only, name, new Set());
  return sql === undefined ? undefined : `SELECT (${sql}) AS v`;
}

/** A count of the rows that meet a condition; undefined where rows would multiply or no one join leads to what it reads. */
export function segmentStatement(reads: Reads, source: ComposedSource, expr: string): string | undefined {
  const from = fromOf(reads, source, [expr], undefined);
  return from === undefined ? undefined : `SELECT COUNT(*) AS v FROM ${from} WHERE ${expr}`;
}

/** FROM item of a source with its computed columns, under a name of its own or the source's. */
export function baseOf({ warehouse }: Pick<Reads, 'warehouse'>, source: ComposedSource, name = source.name): string | undefined {
  const alias = warehouse.quote(source.name);
  const outer = warehouse.quote(name);
  const raw = source.sql !== undefined ? `(${source.sql})` : source.table;
  if (raw === undefined) return undefined;
  const computed = source.columns.filter((column) => column.expr !== undefined);
  if (computed.length === 0) return `${raw} AS ${outer}`;
  return `(SELECT ${alias}.*, ${computed.map((column) => `(${column.expr ?? ''}) AS ${warehouse.quote(column.name)}`).join(', ')} FROM ${raw} AS ${alias}) AS ${outer}`;
}

/** A scalar query for a measure; derived ones run over their parts. */
function measureQuery(reads: Reads, source: ComposedSource, only: string | undefined, name: string, seen: ReadonlySet<string>): string | undefined {
  const { parser, warehouse } = reads;
  const measure = source.measures.find(({ value }) => value.name === name)?.value;
  if (!measure || seen.has(name)) return undefined;
  const analysed = analyseExpression(parser, measure.expr, warehouse.dialect);
  const columns = new Set(source.columns.map((column) => column.name.toLowerCase()));
  const parts = analysed.ok ? analysed.columns.filter((column) => !columns.has(column.column.toLowerCase()) && source.measures.some(({ value }) => value.name === column.column)) : [];
  if (analysed.ok && !analysed.hasAggregate && parts.length > 0) {
    const inner = parts.map((part) => measureQuery(reads, source, only, part.column, new Set([...seen, name])));
    if (inner.some((sql) => sql === undefined)) return undefined;
    return `SELECT ${measure.expr} FROM (SELECT ${inner.map((sql, i) => `(${sql ?? ''}) AS ${warehouse.quote(parts[i]?.column ?? '')}`).join(', ')}) AS parts`;
  }
  const segments = measure.segments.flatMap((segment) => source.segments.filter(({ value }) => value.name === segment).map(({ value }) => value.expr));
  const conditions = [...(measure.filter === undefined ? [] : [measure.filter]), ...segments];
  const from = fromOf(reads, source, [measure.expr, ...conditions], only);
  return from === undefined ? undefined : `SELECT ${measure.expr} FROM ${from}${conditions.length > 0 ? ` WHERE ${conditions.map((condition) => `(${condition})`).join(' AND ')}` : ''}`;
}

/** The source's rows that meet `only`, with the one row of each other source that the texts read. */
function fromOf(reads: Reads, source: ComposedSource, texts: readonly string[], only: string | undefined): string | undefined {
  const { parser, warehouse } = reads;
  const base = baseOf(reads, source);
  if (base === undefined) return undefined;
  const own = warehouse.quote(source.name);
  const rows = only === undefined ? base : `(SELECT ${own}.* FROM ${base} WHERE ${only}) AS ${own}`;
  const read = texts.flatMap((text) => {
    const analysed = analyseExpression(parser, text, warehouse.dialect);
    return analysed.ok ? analysed.columns : [];
  });
  const bare = new Set(read.flatMap(({ table, column }) => (table === undefined ? [column.toLowerCase()] : [])));
  const others = [...new Set(read.flatMap(({ table }) => (table === undefined || table === source.name ? [] : [table])))];
  const joined = others.map((name) => {
    const joins = joinsTo(parser, warehouse.dialect, source, name);
    const [join] = joins;
    const target = join && reads.other(join.value.to);
    const analysed = join && analyseJoin(parser, join.value.on, warehouse.dialect);
    if (joins.length !== 1 || !target || target.name === source.name || join.value.relationship === 'one_to_many' || !analysed?.ok) return undefined;
    const columns = [...new Set(read.flatMap(({ table, column }) => (table === name ? [column] : [])))];
    const from = baseOf(reads, target);
    // a name that both sides have would mean either
    if (from === undefined || columns.some((column) => bare.has(column.toLowerCase()))) return undefined;
    const inner = warehouse.quote(target.name);
    const pairs = analysed.pairs.map(({ left, right }) => (left.source === source.name ? { ours: left.column, theirs: right.column } : { ours: right.column, theirs: left.column }));
    const shown = [...pairs.map(({ theirs }, i) => `${inner}.${warehouse.quote(theirs)} AS join_key_${i}`), ...columns.map((column) => `${inner}.${warehouse.quote(column)}`)];
    const alias = warehouse.quote(name);
    return ` LEFT JOIN (SELECT ${shown.join(', ')} FROM ${from}) AS ${alias} ON ${pairs.map(({ ours }, i) => `${alias}.join_key_${i} = ${own}.${warehouse.quote(ours)}`).join(' AND ')}`;
  });
  return joined.some((one) => one === undefined) ? undefined : rows + joined.join('');
}
