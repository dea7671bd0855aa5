import { analyseExpression } from './expression.js';
import type { SqlParser, Token } from './parser.js';

/** One name of an expression replaced: a column of a source, or the source itself. */
export interface NameChange {
  readonly source: string;
  /** Null: the source is what has another name. */
  readonly column: string | null;
  readonly to: string;
}

/**
 * The expression with the new name and every other character as it was; null where it cannot be followed surely. `owner`
 * is the source whose columns need no qualifier.
 */
export function renameInExpression(parser: SqlParser, expression: string, dialect: string, owner: string, change: NameChange): string | null {
  if (!expression.toLowerCase().includes((change.column ?? change.source).toLowerCase())) return expression;
  const before = analyseExpression(parser, expression, dialect);
  const tokens = parser.tokens(expression, dialect);
  if (!before.ok || tokens === null) return null;
  const named = tokens.filter((_, at) => isNamed(expression, tokens, at, owner, change));
  if (named.length === 0) return expression;
  if (!/^[A-Za-z_]\w*$/.test(change.to)) return null;
  let text = expression;
  for (const { start, end } of named.toReversed()) {
    const quote = /^["`[]/.exec(text.slice(start, end))?.[0] ?? '';
    text = text.slice(0, start) + quote + change.to + (quote === '[' ? ']' : quote) + text.slice(end);
  }
  const after = analyseExpression(parser, text, dialect);
  const wanted = before.columns.map(({ table, column }) => {
    const isOwn = table === undefined ? owner === change.source : same(table, change.source);
    if (!isOwn) return key(table, column);
    return change.column === null ? key(table === undefined ? table : change.to, column) : key(table, same(column, change.column) ? change.to : column);
  });
  return after.ok && wanted.join() === after.columns.map(({ table, column }) => key(table, column)).join() ? text : null;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const key = (table: string | undefined, column: string): string => JSON.stringify([table ?? null, column]);

function isNamed(text: string, tokens: readonly Token[], at: number, owner: string, { source, column }: NameChange): boolean {
  const word = (index: number): string => {
    const token = tokens[index];
    return token ? text.slice(token.start, token.end) : '';
  };
  const name = (index: number): string => word(index).replace(/^(["`[])(.*)["`\]]$/s, '$2');
  if (word(at).startsWith("'")) return false;
  const isQualified = word(at - 1) === '.';
  if (column === null) return same(name(at), source) && word(at + 1) === '.' && !isQualified;
  if (!same(name(at), column) || word(at + 1) === '(' || word(at + 1) === '.') return false;
  return isQualified ? same(name(at - 2), source) && word(at - 3) !== '.' : owner === source;
}
