import type { Fields } from './shape.js';

/**
 * Jinja is scanned, not run. Only what stands inside `{{ }}` and `{% %}` counts, outside of `{# #}` and raw blocks; a
 * SQL comment does not hide it, because dbt renders Jinja in SQL comments too and the edge is in its manifest.
 */

export interface JinjaCall {
  readonly name: string;
  /** Undefined stands for an argument that is not a literal. */
  readonly args: readonly unknown[];
  readonly kwargs: Fields;
  readonly index: number;
}

/** Calls of the named functions in an expression without braces around it; methods (`x.ref(…)`) do not count. */
export function callsIn(expression: string, names: readonly string[], prefix = ''): JinjaCall[] {
  const pattern = new RegExp(`(?<![\\w.])${prefix.replace('.', '\\.')}(${names.join('|')})\\s*\\(`, 'g');
  const calls: JinjaCall[] = [];
  for (const match of expression.matchAll(pattern)) {
    calls.push({ name: match[1] ?? '', ...argumentsAt(expression, match.index + match[0].length), index: match.index });
  }
  return calls;
}

/** Calls of the named functions in a template. */
export function callsInTemplate(template: string, names: readonly string[]): JinjaCall[] {
  return expressionsIn(template).flatMap(({ code, index }) =>
    callsIn(code, names).map((call) => ({ ...call, index: call.index + index })),
  );
}

interface JinjaBlock {
  readonly name: string;
  readonly contents: string;
  /** Where the block's opening tag starts. */
  readonly index: number;
}

/** `{% <keyword> name %}…{% end<keyword> %}` blocks, those in Jinja comments left out. */
export function blocksIn(template: string, keyword: 'docs' | 'snapshot'): JinjaBlock[] {
  const visible = template.replace(/\{#[\s\S]*?#\}/g, (comment) => ' '.repeat(comment.length));
  const pattern = new RegExp(`\\{%[-+]?\\s*${keyword}\\s+([\\w$]+)\\s*[-+]?%\\}([\\s\\S]*?)\\{%[-+]?\\s*end${keyword}\\s*[-+]?%\\}`, 'dg');
  return [...visible.matchAll(pattern)].map((match) => {
    const [from, to] = match.indices?.[2] ?? [0, 0];
    return { name: match[1] ?? '', contents: template.slice(from, to), index: match.index };
  });
}

/** 1-based line and column of a position in a text. */
export function placeAt(source: string, index: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let next = source.indexOf('\n'); next >= 0 && next < index; next = source.indexOf('\n', start)) {
    line += 1;
    start = next + 1;
  }
  return { line, column: index - start + 1 };
}

/** Replaces each `{{ expression }}`; null as soon as one of them has no replacement or the template has statements. */
export function renderWith(template: string, replace: (expression: string) => string | null): string | null {
  if (!template.includes('{{') && !template.includes('{%')) return template;
  let rendered = '';
  let from = 0;
  for (const { code, index, end, statement } of expressionsIn(template)) {
    const value = statement ? null : replace(code.trim());
    if (value === null) return null;
    rendered += template.slice(from, index - 2) + value;
    from = end;
  }
  return rendered + template.slice(from);
}

interface Expression {
  readonly code: string;
  /** Of the code, after the opening braces. */
  readonly index: number;
  /** After the closing braces. */
  readonly end: number;
  readonly statement: boolean;
}

export function expressionsIn(template: string): Expression[] {
  const found: Expression[] = [];
  let at = template.indexOf('{');
  while (at >= 0) {
    const opener = template.slice(at, at + 2);
    let next = at + 1;
    if (opener === '{#') {
      const end = template.indexOf('#}', at + 2);
      next = end < 0 ? template.length : end + 2;
    } else if (opener === '{{' || opener === '{%') {
      const end = closing(template, at + 2, opener === '{{' ? '}}' : '%}');
      if (end < 0) break;
      const code = template.slice(at + 2, end).replace(/^[-+]/, ' ').replace(/[-+]$/, ' ');
      next = end + 2;
      if (opener === '{%' && code.trim() === 'raw') {
        const raw = /\{%[-+]?\s*endraw\s*[-+]?%\}/g;
        raw.lastIndex = next;
        next = raw.exec(template) === null ? template.length : raw.lastIndex;
      } else {
        found.push({ code, index: at + 2, end: next, statement: opener === '{%' });
      }
    }
    at = template.indexOf('{', next);
  }
  return found;
}

/** Where the closing braces stand, past strings and the braces of dictionaries; -1 where the tag is not closed. */
function closing(template: string, from: number, closer: string): number {
  let depth = 0;
  for (let at = from; at < template.length; at += 1) {
    const char = template[at];
    if (char === '"' || char === "'") {
      const end = stringEnd(template, at);
      if (end < 0) return -1;
      at = end - 1;
    } else if (depth <= 0 && template.startsWith(closer, at)) return at;
    else if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
  }
  return -1;
}

function stringEnd(source: string, start: number): number {
  const quote = source[start];
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === quote) return at + 1;
  }
  return -1;
}

function argumentsAt(source: string, start: number): { readonly args: readonly unknown[]; readonly kwargs: Fields } {
  const reader = new LiteralReader(source, start);
  const args: unknown[] = [];
  const kwargs: Record<string, unknown> = {};
  while (!reader.ended(')')) {
    const keyword = reader.keyword();
    const value = reader.value(',)');
    if (keyword === undefined) args.push(value);
    else kwargs[keyword] = value;
    if (!reader.separator()) break;
  }
  return { args, kwargs };
}

/** Reads Python literals; what is none (a name, a call, an operation) is passed over and read as undefined. */
class LiteralReader {
  readonly #source: string;
  #at: number;

  constructor(source: string, at: number) {
    this.#source = source;
    this.#at = at;
  }

  ended(closer: string): boolean {
    this.#space();
    return this.#at >= this.#source.length || this.#source[this.#at] === closer;
  }

  keyword(): string | undefined {
    this.#space();
    const match = this.#match(/([A-Za-z_]\w*)\s*=(?!=)/y);
    return match?.[1];
  }

  separator(): boolean {
    this.#space();
    if (this.#source[this.#at] !== ',') return false;
    this.#at += 1;
    return true;
  }

  value(stops: string): unknown {
    this.#space();
    const literal = this.#literal();
    this.#space();
    const next = this.#source[this.#at];
    if (next === undefined || stops.includes(next)) return literal;
    this.#pass(stops);
    return undefined;
  }

  #literal(): unknown {
    const char = this.#source[this.#at];
    if (char === '"' || char === "'") {
      const end = stringEnd(this.#source, this.#at);
      if (end < 0) return undefined;
      const raw = this.#source.slice(this.#at + 1, end - 1);
      this.#at = end;
      return raw.replace(/\\(.)/gs, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped === 't' ? '\t' : escaped));
    }
    if (char === '[' || char === '(') return this.#items(char === '[' ? ']' : ')');
    if (char === '{') return this.#dictionary();
    const number = this.#match(/-?\d+(\.\d+)?(?![\w.])/y);
    if (number) return Number(number[0]);
    const word = this.#match(/(true|false|none|null)(?![\w.(])/iy);
    if (word) return word[0].toLowerCase() === 'true' ? true : word[0].toLowerCase() === 'false' ? false : null;
    return undefined;
  }

  #items(closer: string): unknown[] {
    const items: unknown[] = [];
    this.#at += 1;
    while (!this.ended(closer)) {
      items.push(this.value(`,${closer}`));
      if (!this.separator()) break;
    }
    if (this.#source[this.#at] === closer) this.#at += 1;
    return items;
  }

  #dictionary(): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    this.#at += 1;
    while (!this.ended('}')) {
      const key = this.value(':,}');
      if (this.#source[this.#at] !== ':') break;
      this.#at += 1;
      const value = this.value(',}');
      if (typeof key === 'string' || typeof key === 'number') entries.push([String(key), value]);
      if (!this.separator()) break;
    }
    if (this.#source[this.#at] === '}') this.#at += 1;
    return Object.fromEntries(entries);
  }

  #pass(stops: string): void {
    let depth = 0;
    for (; this.#at < this.#source.length; this.#at += 1) {
      const char = this.#source[this.#at] ?? '';
      if (depth === 0 && stops.includes(char)) return;
      if (char === '"' || char === "'") {
        const end = stringEnd(this.#source, this.#at);
        if (end < 0) return;
        this.#at = end - 1;
      } else if ('([{'.includes(char)) depth += 1;
      else if (')]}'.includes(char)) depth -= 1;
    }
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match) this.#at += match[0].length;
    return match;
  }

  #space(): void {
    while (/\s/.test(this.#source[this.#at] ?? '')) this.#at += 1;
  }
}
