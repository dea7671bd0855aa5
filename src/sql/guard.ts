import { postgresEngineTables, postgresFunctions, postgresLexis, postgresNodes, postgresWords } from './allowlists/postgres.js';
import { sqliteEngineTables, sqliteFunctions, sqliteLexis, sqliteNodes, sqliteWords } from './allowlists/sqlite.js';
import { readsAlike, type Lexis } from './lexis.js';
import type { SqlParser, Token } from './parser.js';
import { misfit, type NodeShapes } from './shape.js';
import { asNode, identifier, isRecord, tableOf, walk, type SqlNode, type TableReference } from './tree.js';

export type GuardResult = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** What one dialect's read-only queries may hold. Another dialect is another value of this. */
interface Allowlist {
  readonly lexis: Lexis;
  readonly nodes: NodeShapes;
  readonly functions: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly engineTables: RegExp;
  /**
   * PostgreSQL's own: a quoted name is another than the same letters without quotes, and `t.f` calls the function f where t
   * has no column f and is a value: so it is with the rows of a function, which are no table.
   */
  readonly postgres?: boolean;
}

const allowlists: Readonly<Record<string, Allowlist>> = {
  sqlite: { lexis: sqliteLexis, nodes: sqliteNodes, functions: sqliteFunctions, words: sqliteWords, engineTables: sqliteEngineTables },
  postgres: { lexis: postgresLexis, nodes: postgresNodes, functions: postgresFunctions, words: postgresWords, engineTables: postgresEngineTables, postgres: true },
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
  const engineTable = [...walk(root)].flatMap((node) => namesOf(tableOf(node))).find((name) => allowed.engineTables.test(name));
  if (engineTable !== undefined) return refuse(`${engineTable} is no table of the warehouse`);
  const call = (allowed.postgres === true ? attributeCall(root) : null) ?? unknownCall(root, sql, tokens, allowed);
  return call === null ? { ok: true } : refuse(`the function ${call} is not on the list of read-only functions`);
}

const namesOf = (table: TableReference | null): string[] => (table === null ? [] : [table.name, table.schema ?? '', table.catalog ?? '']);

function refuse(why: string): GuardResult {
  return { ok: false, why };
}

function isQuery(node: SqlNode): boolean {
  if (queries.has(node.kind)) return true;
  const inner = node.kind === 'subquery' || node.kind === 'paren' ? asNode(node.payload['this']) : null;
  return inner !== null && isQuery(inner);
}

/** Of ASCII letters, as engines fold names; JavaScript also makes a k of the Kelvin sign. */
const lower = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

function unknownCall(root: SqlNode, sql: string, tokens: readonly Token[], allowed: Allowlist): string | null {
  const named = new Set<unknown>();
  for (const node of walk(root)) {
    const name = node.kind === 'function' || node.kind === 'aggregate_function' ? node.payload['name'] : undefined;
    if (typeof name === 'string' && !allowed.functions.has(lower(name))) return name;
    for (const start of tableNameStarts(node)) named.add(start);
  }
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (next === undefined || sql.charAt(next.start) !== '(' || named.has(token.codePoint)) continue;
    const text = sql.slice(token.start, token.end);
    const name = allowed.words.has(text.toLowerCase()) ? null : calledName(text, allowed.lexis);
    const isQuoted = allowed.postgres === true && text.startsWith('"');
    // `(…) AS name (column)`: names of columns follow an alias, and nothing is called
    const before = tokens[index - 1];
    if (name !== null && allowed.postgres === true && before !== undefined && /^(\)|as)$/i.test(sql.slice(before.start, before.end))) continue;
    if (name !== null && !allowed.functions.has(isQuoted ? name : lower(name))) return name;
  }
  return null;
}

/** Columns that the rows of functions have by themselves. */
const rowColumns = new Set(['key', 'value', 'ordinality']);

/**
 * `t.f` where t is the name of a function's rows and no column f is declared for it: PostgreSQL would call f with them. Names
 * count wherever they stand in the statement. Where t is a table, f can only be a function over rows, and no built-in one
 * does more than turn them into text or JSON; one of the database's own cannot be told from a column here.
 */
function attributeCall(root: SqlNode): string | null {
  const columns = new Map<string, Set<string>>();
  const declare = (name: string, declared: readonly string[]): void => {
    const known = columns.get(name.toLowerCase()) ?? new Set([name.toLowerCase()]);
    for (const column of declared) known.add(column.toLowerCase());
    columns.set(name.toLowerCase(), known);
  };
  for (const node of walk(root)) {
    for (const item of node.kind === 'select' ? fromItems(node) : []) {
      const inner = item.kind === 'alias' || item.kind === 'lateral' ? asNode(item.payload['this']) : item;
      if (inner === null || tables.has(inner.kind)) continue;
      const alias = typeof item.payload['alias'] === 'string' ? item.payload['alias'] : identifier(item.payload['alias']);
      const aliases = Array.isArray(item.payload['column_aliases']) ? (item.payload['column_aliases'] as unknown[]).flatMap((one) => (typeof one === 'string' ? one : identifier(one) ?? [])) : [];
      const named = inner.payload['original_name'] ?? inner.payload['name'];
      declare(alias ?? (typeof named === 'string' ? named.replace(/ with ordinality$/i, '') : inner.kind), aliases);
    }
  }
  for (const node of walk(root)) {
    // `schema.table.column` is a column; `(value).f` may be a call
    const of = node.kind === 'dot' ? asNode(node.payload['this']) : null;
    if (of !== null && (of.kind !== 'column' || identifier(of.payload['table']) === null)) return `.${identifier(node.payload['field']) ?? ''}`;
    const table = node.kind === 'column' ? identifier(node.payload['table'])?.toLowerCase() : undefined;
    const column = node.kind === 'column' ? identifier(node.payload['name'])?.toLowerCase() : undefined;
    const known = table === undefined ? undefined : columns.get(table);
    if (known !== undefined && column !== undefined && !known.has(column) && !rowColumns.has(column)) return `${String(table)}.${column}`;
  }
  return null;
}

/** What of a FROM has rows that are no single value. */
const tables = new Set(['table', 'subquery', 'values', 'select', 'union', 'intersect', 'except']);

function fromItems(select: SqlNode): SqlNode[] {
  const from = select.payload['from'];
  const listed = isRecord(from) && Array.isArray(from['expressions']) ? (from['expressions'] as unknown[]) : [];
  const joined = Array.isArray(select.payload['joins']) ? (select.payload['joins'] as unknown[]).map((join) => (isRecord(join) ? join['this'] : null)) : [];
  return [...listed, ...joined].flatMap((item) => asNode(item) ?? []);
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
