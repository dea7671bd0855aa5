import type { SqlParser } from '../../sql/parser.js';
import { asNode, children, columnsOf, walk, type SqlNode } from '../../sql/tree.js';
import { looksPersonal } from '../../text/personal.js';

export interface QueryShape {
  /** Positions in the select list that only count: no value of a row can be read from them. */
  readonly aggregates: ReadonlySet<number>;
  /** A column that the statement names and that looks personal; null: none. */
  readonly personal: string | null;
  /** It reads columns without naming them, which may be personal. */
  readonly unnamed: boolean;
}

/** What a statement could show of single rows. What cannot be parsed shows everything; the guard refuses it anyway. */
export function analyseQuery(parser: SqlParser, sql: string, dialect: string): QueryShape {
  const parsed = parser.parse(sql, dialect);
  const root = parsed.ok && parsed.tree.length === 1 ? asNode(parsed.tree[0]) : null;
  if (!root) return { aggregates: new Set(), personal: null, unnamed: true };
  const personal = columnsOf(root).find(({ column }) => looksPersonal(column))?.column ?? null;
  const unnamed = [...walk(root)].some((node) => node.kind === 'star' || (node.kind === 'column' && node.payload['name'] === undefined));
  const items = root.kind === 'select' && Array.isArray(root.payload['expressions']) ? (root.payload['expressions'] as unknown[]).map(asNode) : [];
  // a star stands for any number of columns, so that no position after it is known
  if (items.some((item) => item === null || item.kind === 'star' || (item.kind === 'column' && item.payload['name'] === undefined))) return { aggregates: new Set(), personal, unnamed };
  return { aggregates: new Set(items.flatMap((item, i) => (item !== null && counts(item) ? [i] : []))), personal, unnamed };
}

const arithmetic = new Set(['add', 'sub', 'mul', 'div', 'neg', 'paren', 'cast', 'round', 'coalesce', 'nullif', 'null_if', 'alias', 'annotated', 'data_type', 'identifier']);
const conditions = new Set(['eq', 'neq', 'lt', 'lte', 'gt', 'gte', 'is_null', 'in', 'between', 'like', 'and', 'or', 'not', 'is']);

/** Whether an item is made of counts and literals alone. */
function counts(node: SqlNode): boolean {
  if (node.kind === 'literal' || node.kind === 'count' || node.kind === 'count_if') return true;
  if (node.kind === 'sum' || node.kind === 'avg') return children(node).every((inner) => conditions.has(inner.kind) || (inner.kind === 'case' && literalResults(inner)));
  const named = node.kind === 'function' && typeof node.payload['name'] === 'string' ? node.payload['name'].toLowerCase() : node.kind;
  if (!arithmetic.has(named)) return false;
  const inner = children(node).filter((child) => child.kind !== 'data_type' && child.kind !== 'identifier');
  return inner.length > 0 && inner.every(counts);
}

function literalResults(node: SqlNode): boolean {
  const whens = Array.isArray(node.payload['whens']) ? (node.payload['whens'] as unknown[]) : [];
  const results = [...whens.map((when) => (Array.isArray(when) ? asNode(when[1]) : null)), ...(node.payload['else_'] === null || node.payload['else_'] === undefined ? [] : [asNode(node.payload['else_'])])];
  return results.every((result) => result?.kind === 'literal');
}
