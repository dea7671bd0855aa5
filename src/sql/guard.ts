import { sqliteEngineTables, sqliteFunctions, sqliteLexis, sqliteNodes, sqliteWords } from './allowlists/sqlite.js';
import { readsAlike, type Lexis } from './lexis.js';
import type { SqlParser, Token } from './parser.js';
import { misfit, type NodeShapes } from './shape.js';
import { asNode, isRecord, tableOf, walk, type SqlNode } from './tree.js';

export type GuardResult = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** What one dialect's read-only queries may hold. Another dialect is another value of this. */
interface Allowlist {
  readonly lexis: Lexis;
  readonly nodes: NodeShapes;
  readonly functions: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly engineTables: RegExp;
}

const allowlists: Readonly<Record<string, Allowlist>> = {
  sqlite: { lexis: sqliteLexis, nodes: sqliteNodes, functions: sqliteFunctions, words: sqliteWords, engineTables: sqliteEngineTables },
};

const queries = new Set(['select', 'union', 'intersect', 'except']);

/**
 * Whether a statement from outside is one read-only query. Unknown is refused, in three ways: every node of the tree must
 * be of a listed kind with only listed parts filled; every name before a parenthesis must be a listed function, also
 * where the parser drops it; and the parser must cut the text into strings, names and comments as the engine will.
 * `why` completes the sentence "The statement was refused: …".
 */
export function guard(parser: SqlParser, sql: string, dialect: string): GuardResult {
  const allowed = Object.hasOwn(allowlists, dialect) ? allowlists[dialect] : undefined;
  if (allowed === undefined) return refuse(`no allowlist exists for the dialect ${dialect}`);
  const parsed = parser.parse(sql, dialect);
  if (!parsed.ok) return refuse(`it cannot be parsed at line ${parsed.line}, column ${parsed.column} (${parsed.message})`);
  if (parsed.tree.length !== 1) return refuse(`it holds ${parsed.tree.length} statements instead of one`);
  const root = asNode(parsed.tree[0]);
  if (root === null || !isQuery(root)) return refuse('it is not a query');
  const unknown = misfit(parsed.tree[0], 'node', allowed.nodes);
  if (unknown !== null) return refuse(`${unknown} is not allowed in a read-only query`);
  const tokens = parser.tokens(sql, dialect);
  if (tokens === null || !readsAlike(sql, tokens, allowed.lexis)) {
    return refuse('its quotes, comments or special characters can be read in more than one way');
  }
  if (tokens.some((token) => allowed.lexis.parameters.includes(sql.charAt(token.start)))) return refuse('nothing is bound to its parameters');
  const engineTable = [...walk(root)].map((node) => tableOf(node)?.name ?? '').find((name) => allowed.engineTables.test(name));
  if (engineTable !== undefined) return refuse(`${engineTable} is no table of the warehouse`);
  const call = unknownCall(root, sql, tokens, allowed);
  return call === null ? { ok: true } : refuse(`the function ${call} is not on the list of read-only functions`);
}

function refuse(why: string): GuardResult {
  return { ok: false, why };
}

function isQuery(node: SqlNode): boolean {
  if (queries.has(node.kind)) return true;
  const inner = node.kind === 'subquery' || node.kind === 'paren' ? asNode(node.payload['this']) : null;
  return inner !== null && isQuery(inner);
}

function unknownCall(root: SqlNode, sql: string, tokens: readonly Token[], allowed: Allowlist): string | null {
  const named = new Set<unknown>();
  for (const node of walk(root)) {
    const name = node.kind === 'function' || node.kind === 'aggregate_function' ? node.payload['name'] : undefined;
    if (typeof name === 'string' && !allowed.functions.has(name.toLowerCase())) return name;
    for (const start of tableNameStarts(node)) named.add(start);
  }
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (next === undefined || sql.charAt(next.start) !== '(' || named.has(token.codePoint)) continue;
    const text = sql.slice(token.start, token.end);
    const name = allowed.words.has(text.toLowerCase()) ? null : calledName(text, allowed.lexis);
    if (name !== null && !allowed.functions.has(name.toLowerCase())) return name;
  }
  return null;
}

/** Positions of the names of common table expressions: `WITH name(column) AS (…)` is no call. */
function tableNameStarts(node: SqlNode): unknown[] {
  const clause = node.payload['with'];
  if (!isRecord(clause) || !Array.isArray(clause['ctes'])) return [];
  return (clause['ctes'] as unknown[]).map((cte) => {
    const alias = isRecord(cte) ? cte['alias'] : undefined;
    const span = isRecord(alias) ? alias['span'] : undefined;
    return isRecord(span) ? span['start'] : undefined;
  });
}

/** The name that a token before a parenthesis calls; null for operators, numbers, strings and parentheses. */
function calledName(text: string, lexis: Lexis): string | null {
  const close = lexis.nameQuotes[text.charAt(0)];
  if (close !== undefined) return text.slice(1, -1).replaceAll(close + close, close);
  return /^[\p{L}_]/u.test(text) ? text : null;
}
