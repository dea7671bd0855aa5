import type { SqlParser } from './parser.js';
import { asNode, children, columnsOf, identifier, type ColumnName, type SqlNode } from './tree.js';

export interface Expression {
  readonly ok: true;
  /** Every column that it names outside of subqueries, once each, in order of appearance. */
  readonly columns: readonly ColumnName[];
  /** Whether it aggregates rows; an aggregate with OVER is a window, not an aggregate. */
  readonly hasAggregate: boolean;
  /** False only where it certainly is no condition: a sum, a text, a concatenation. */
  readonly isBooleanLike: boolean;
  /** Names of called functions in lower case, sorted. */
  readonly functions: readonly string[];
}

/** 1-based, within the expression. */
export interface ExpressionError {
  readonly ok: false;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** What one expression of the semantic layer (a measure, a segment, a computed column) is made of. */
export function analyseExpression(parser: SqlParser, expression: string, dialect: string): Expression | ExpressionError {
  const root = parseExpression(parser, expression, dialect);
  if ('ok' in root) return root;
  const nodes = outside(root);
  return {
    ok: true,
    columns: distinct(nodes.filter((node) => node.kind === 'column' || node.kind === 'lambda').flatMap(ownColumns)),
    hasAggregate: aggregates(root),
    isBooleanLike: mayBeCondition(root),
    functions: [...new Set(nodes.flatMap((node) => calledFunction(node) ?? []))].sort(),
  };
}

export interface JoinColumn {
  readonly source: string;
  readonly column: string;
}

export interface JoinPair {
  readonly left: JoinColumn;
  readonly right: JoinColumn;
}

/**
 * The pairs of columns that a join's `on` says are equal: the same value however its sides and conjuncts are ordered. The
 * left source is the one that sorts first; in a join of a source with itself the sides stay as written.
 */
export function analyseJoin(
  parser: SqlParser,
  on: string,
  dialect: string,
): { readonly ok: true; readonly pairs: readonly JoinPair[] } | { readonly ok: false; readonly message: string } {
  const root = parseExpression(parser, on, dialect);
  if ('ok' in root) return { ok: false, message: root.message };
  const pairs: JoinPair[] = [];
  for (const condition of conjuncts(root)) {
    const pair = condition.kind === 'eq' ? equalColumns(condition) : null;
    if (pair === null) {
      return { ok: false, message: 'A join may only say that columns are equal, as source.column = source.column, joined by AND' };
    }
    pairs.push(pair);
  }
  const sources = new Set(pairs.map(({ left, right }) => `${left.source}\0${right.source}`));
  if (sources.size > 1) return { ok: false, message: 'A join may only name columns of two sources' };
  const keyed = new Map(pairs.map((pair) => [`${pair.left.column}\0${pair.right.column}`, pair]));
  return { ok: true, pairs: [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair) };
}

/**
 * Parsed inside parentheses, each on a line of its own: a text that closes them, brings clauses of a query or a second
 * value is no expression, and a comment at its end swallows nothing.
 */
function parseExpression(parser: SqlParser, expression: string, dialect: string): SqlNode | ExpressionError {
  const parsed = parser.parse(`select (\n${expression}\n)`, dialect);
  if (!parsed.ok) {
    const lines = expression.split('\n');
    const past = parsed.line - 1 > lines.length;
    const line = Math.min(Math.max(parsed.line - 1, 1), lines.length);
    return { ok: false, message: parsed.message, line, column: past ? (lines.at(-1) ?? '').length + 1 : parsed.column };
  }
  const select = parsed.tree.length === 1 ? asNode(parsed.tree[0]) : null;
  const [value, ...others] = select?.kind === 'select' ? children(select) : [];
  const root = others.length === 0 && value !== undefined ? unwrap(value) : null;
  const outer = value?.kind === 'annotated' ? asNode(value.payload['this']) : value;
  if (root === null || outer?.kind !== 'paren' || notExpressions.has(root.kind)) {
    return { ok: false, message: 'This is not one SQL expression', line: 1, column: 1 };
  }
  return root;
}

const notExpressions = new Set(['select', 'union', 'intersect', 'except', 'tuple', 'alias', 'star', 'values']);
const queryKinds = new Set(['select', 'union', 'intersect', 'except', 'subquery']);

function unwrap(node: SqlNode): SqlNode {
  const inner = node.kind === 'paren' || node.kind === 'annotated' ? asNode(node.payload['this']) : null;
  return inner === null ? node : unwrap(inner);
}

/** The node and what is below it, without what is inside subqueries. */
function outside(root: SqlNode): SqlNode[] {
  if (queryKinds.has(root.kind)) return [];
  return [root, ...children(root).flatMap(outside)];
}

function ownColumns(node: SqlNode): ColumnName[] {
  return columnsOf({ kind: node.kind, payload: { ...node.payload, body: null } });
}

function distinct(columns: readonly ColumnName[]): ColumnName[] {
  return [...new Map(columns.map((column) => [`${column.table ?? ''}\0${column.column}`, column])).values()];
}

const aggregateKinds = new Set(
  `aggregate_function count sum avg min max group_concat string_agg list_agg array_agg count_if sum_if stddev stddev_pop
  stddev_samp variance var_pop var_samp median mode any_value approx_distinct approx_count_distinct approx_percentile
  percentile logical_and logical_or skewness percentile_cont percentile_disc within_group json_array_agg json_object_agg
  bitwise_and_agg bitwise_or_agg bitwise_xor_agg arg_max arg_min quantile approx_quantile corr covar_samp covar_pop
  anonymous_agg_func combined_agg_func combined_parameterized_agg parameterized_agg`.split(/\s+/),
);

/** Aggregates that the parser has no kind for. `count_distinct` is ktx's own. */
const aggregateFunctions = new Set('total json_group_array json_group_object count_distinct uniq uniqexact'.split(' '));

function isAggregate(node: SqlNode): boolean {
  if (aggregateKinds.has(node.kind)) return true;
  const name = node.kind === 'function' ? node.payload['name'] : undefined;
  return typeof name === 'string' && aggregateFunctions.has(name.toLowerCase());
}

function aggregates(node: SqlNode): boolean {
  if (queryKinds.has(node.kind)) return false;
  if (node.kind === 'window_function') {
    const windowed = asNode(node.payload['this']);
    return (windowed === null ? [] : children(windowed)).some(aggregates);
  }
  return isAggregate(node) || children(node).some(aggregates);
}

const conditions = new Set(
  `and or not xor eq neq lt lte gt gte like i_like similar_to regexp_like glob match in between is is_null is_true is_false
  null_safe_eq null_safe_neq exists any all overlaps boolean starts_with ends_with contains`.split(/\s+/),
);

/** What can be a condition by its value. */
const undecided = new Set('column dot function subquery json_extract json_extract_scalar min max any_value logical_and logical_or null parameter'.split(' '));

function mayBeCondition(node: SqlNode): boolean {
  const inner = unwrap(node);
  if (conditions.has(inner.kind) || undecided.has(inner.kind)) return true;
  switch (inner.kind) {
    case 'literal':
      return inner.payload['value'] === '0' || inner.payload['value'] === '1';
    case 'cast':
      return JSON.stringify(inner.payload['to'] ?? null).includes('"boolean"');
    case 'case':
      return resultsOf(inner).some(mayBeCondition);
    case 'coalesce':
    case 'if_null':
    case 'nullif':
    case 'null_if':
    case 'if_func':
      return children(inner).some(mayBeCondition);
    default:
      return false;
  }
}

function resultsOf(node: SqlNode): SqlNode[] {
  const whens = Array.isArray(node.payload['whens']) ? (node.payload['whens'] as unknown[]) : [];
  const results = whens.map((when) => (Array.isArray(when) ? asNode(when[1]) : null));
  return [...results, asNode(node.payload['else_'])].filter((result) => result !== null);
}

/** Kinds that are written without a function's name. */
const unnamed = new Set([
  ...conditions,
  ...`column dot identifier star literal boolean null paren tuple annotated case cast try_cast collation alias add sub mul div mod neg
  concat bitwise_and bitwise_or bitwise_xor bitwise_not bitwise_left_shift bitwise_right_shift ordered lambda interval
  window_function filter within_group json_extract json_extract_scalar subscript parameter placeholder data_type array`.split(/\s+/),
]);

function calledFunction(node: SqlNode): string | null {
  if (unnamed.has(node.kind) && node.payload['original_name'] === undefined) return null;
  const written = [node.payload['original_name'], node.payload['name']].find((name) => typeof name === 'string');
  return (typeof written === 'string' ? written : node.kind).toLowerCase();
}

function conjuncts(node: SqlNode): SqlNode[] {
  const inner = unwrap(node);
  return inner.kind === 'and' ? children(inner).flatMap(conjuncts) : [inner];
}

function equalColumns(node: SqlNode): JoinPair | null {
  const [first, second] = children(node).map((side) => joinColumn(unwrap(side)));
  if (!first || !second) return null;
  return first.source <= second.source ? { left: first, right: second } : { left: second, right: first };
}

function joinColumn(node: SqlNode): JoinColumn | null {
  const source = node.kind === 'column' ? identifier(node.payload['table']) : null;
  const column = node.kind === 'column' ? identifier(node.payload['name']) : null;
  return source === null || column === null ? null : { source, column };
}
