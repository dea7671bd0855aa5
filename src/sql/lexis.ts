import type { Token } from './parser.js';

/**
 * How a dialect's engine cuts text into code, strings, quoted names and comments. The parser has its own idea of this; a
 * statement that the two cut differently could hide something from the guard.
 */
export interface Lexis {
  /** Opening quote → closing quote of names. A closing quote is doubled inside, except `]`. */
  readonly nameQuotes: Readonly<Record<string, string>>;
  /** Letters that, directly before a string, belong to it: `x'00'`. */
  readonly stringPrefixes: string;
  /** Characters that open a bind parameter. */
  readonly parameters: string;
  /** White space of the engine between tokens. */
  readonly space: string;
  readonly nestedComments: boolean;
  /**
   * PostgreSQL's own: words hold `$`, so that neither it nor a letter inside a word opens anything; `$tag$ … $tag$` is a
   * string; in `E'…'` a backslash escapes; and two strings with only space between them are one, so none may follow another.
   */
  readonly postgres?: boolean;
}

interface Region {
  readonly kind: 'string' | 'name' | 'comment';
  readonly start: number;
  readonly end: number;
}

const word = /[A-Za-z0-9_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;

function matchAt(pattern: RegExp, sql: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(sql)?.[0] ?? null;
}

/** Strings, quoted names and comments as the engine reads them; null where one of them has no end. */
function regions(sql: string, lexis: Lexis): Region[] | null {
  const found: Region[] = [];
  let at = 0;
  while (at < sql.length) {
    const start = at;
    const character = sql.charAt(at);
    if (lexis.postgres === true) {
      const skipped = matchAt(word, sql, at);
      if (skipped !== null) {
        at += skipped.length;
        // `U&"…"` spells names and strings in escapes
        if (/^u$/i.test(skipped) && /^&['"]/.test(sql.slice(at, at + 2))) return null;
        if (!/^e$/i.test(skipped) || sql.charAt(at) !== "'") continue;
        const end = escapedEnd(sql, at + 1);
        if (end === null) return null;
        found.push({ kind: 'string', start: at, end });
        at = end;
        continue;
      }
      const tag = matchAt(dollarTag, sql, at);
      if (tag !== null) {
        const close = sql.indexOf(tag, at + tag.length);
        if (close < 0) return null;
        at = close + tag.length;
        found.push({ kind: 'string', start, end: at });
        continue;
      }
    }
    const close = character === "'" ? "'" : lexis.nameQuotes[character];
    if (close !== undefined) {
      const end = quotedEnd(sql, at + 1, close);
      if (end === null) return null;
      found.push({ kind: character === "'" ? 'string' : 'name', start, end });
      at = end;
    } else if (sql.startsWith('--', at)) {
      const newline = sql.indexOf('\n', at);
      at = newline < 0 ? sql.length : newline;
      found.push({ kind: 'comment', start, end: at });
    } else if (sql.startsWith('/*', at)) {
      const end = commentEnd(sql, at, lexis.nestedComments);
      if (end === null) return null;
      found.push({ kind: 'comment', start, end });
      at = end;
    } else {
      at += 1;
    }
  }
  return found;
}

function quotedEnd(sql: string, from: number, close: string): number | null {
  for (let at = sql.indexOf(close, from); at >= 0; at = sql.indexOf(close, at + 2)) {
    if (close === ']' || sql.charAt(at + 1) !== close) return at + 1;
  }
  return null;
}

function escapedEnd(sql: string, from: number): number | null {
  for (let at = from; at < sql.length; at++) {
    if (sql.charAt(at) === '\\') at += 1;
    else if (sql.charAt(at) === "'") {
      if (sql.charAt(at + 1) !== "'") return at + 1;
      at += 1;
    }
  }
  return null;
}

function commentEnd(sql: string, start: number, nested: boolean): number | null {
  if (!nested) {
    const end = sql.indexOf('*/', start + 2);
    return end < 0 ? null : end + 2;
  }
  let depth = 1;
  for (let at = start + 2; at < sql.length; at++) {
    if (sql.startsWith('/*', at)) depth += 1;
    else if (sql.startsWith('*/', at)) depth -= 1;
    else continue;
    at += 1;
    if (depth === 0) return at + 1;
  }
  return null;
}

/**
 * Whether the parser's tokens are what the engine will read: each string and quoted name is exactly one token, no token
 * touches a comment, and between tokens there is nothing but white space and comments.
 */
export function readsAlike(sql: string, tokens: readonly Token[], lexis: Lexis): boolean {
  if (sql.includes('\0')) return false;
  const opaque = regions(sql, lexis);
  if (opaque === null) return false;
  if (lexis.postgres === true && continues(sql, opaque, lexis)) return false;
  let at = 0;
  let next = 0;
  for (const token of tokens) {
    if (token.start < at || token.end <= token.start) return false;
    for (;;) {
      const region = opaque[next];
      if (region?.kind !== 'comment' || region.start >= token.start) break;
      if (region.start < at || !isSpace(sql, at, region.start, lexis) || region.end > token.start) return false;
      at = region.end;
      next += 1;
    }
    if (!isSpace(sql, at, token.start, lexis)) return false;
    const region = opaque[next];
    if (region !== undefined && region.start < token.end) {
      const prefixed = region.kind === 'string' && lexis.stringPrefixes.includes(sql.charAt(token.start));
      const start = prefixed && region.start === token.start + 1 ? token.start : region.start;
      if (region.kind === 'comment' || start !== token.start || region.end !== token.end) return false;
      next += 1;
    }
    at = token.end;
  }
  for (const region of opaque.slice(next)) {
    if (region.kind !== 'comment' || !isSpace(sql, at, region.start, lexis)) return false;
    at = region.end;
  }
  return isSpace(sql, at, sql.length, lexis);
}

/** Whether a string follows another with nothing but space and comments between. */
function continues(sql: string, regions: readonly Region[], lexis: Lexis): boolean {
  let after: number | null = null;
  for (const region of regions) {
    if (after !== null && !isSpace(sql, after, region.start, lexis)) after = null;
    if (region.kind === 'comment') {
      if (after !== null) after = region.end;
      continue;
    }
    if (after !== null && region.kind === 'string') return true;
    after = region.kind === 'string' ? region.end : null;
  }
  return false;
}

function isSpace(sql: string, from: number, to: number, lexis: Lexis): boolean {
  for (let at = from; at < to; at++) if (!lexis.space.includes(sql.charAt(at))) return false;
  return true;
}
