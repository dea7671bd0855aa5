import type { YamlValue } from '../../src/text/yaml.js';

/**
 * Prints a value as a person might have: indentation, quoting, comments, blank lines, flow and block style, line
 * endings, a missing last line break and, with `anchors`, aliases for values that are there twice are drawn at random.
 */
export function printRandomly(value: YamlValue, seed: number, options: { readonly anchors?: boolean } = {}): string {
  return new Printer(seed, options.anchors === true).document(value);
}

class Printer {
  #state: number;
  readonly #step: number;
  readonly #dashIndent: number;
  readonly #dashWidth: number;
  readonly #noisy: boolean;
  readonly #anchors: boolean;
  readonly #names = new Map<string, string>();

  constructor(seed: number, anchors: boolean) {
    this.#state = seed | 0;
    this.#step = this.#pick([2, 2, 4, 3]);
    this.#dashIndent = this.#pick([0, 2, this.#step]);
    this.#dashWidth = this.#pick([2, 2, 2, 4]);
    this.#noisy = this.#chance(0.7);
    this.#anchors = anchors;
  }

  document(value: YamlValue): string {
    const head = this.#pick(['', '', '---\n', '# head\n', '%YAML 1.2\n---\n', '# head\n\n---\n# more\n']);
    const lines = this.#block(value, 0);
    let text = head + (lines.length === 1 && lines[0] === '' ? '' : `${lines.join('\n')}\n`);
    text += this.#pick(['', '', '', '# tail\n', '...\n', '\n\n']);
    if (this.#chance(0.2)) text = text.replace(/\n$/, '');
    if (this.#chance(0.2)) text = text.replaceAll('\n', '\r\n');
    return this.#chance(0.1) ? `\uFEFF${text}` : text;
  }

  /** Lines at indentation 0; only a value that is not a filled collection is one line without a key. */
  #block(value: YamlValue, depth: number): string[] {
    if (Array.isArray(value) && value.length > 0) {
      return value.flatMap((item: YamlValue) => [...this.#noise(), ...this.#item(item, depth)]);
    }
    if (isMap(value) && Object.keys(value).length > 0) {
      return Object.entries(value).flatMap(([key, item]) => [...this.#noise(), ...this.#entry(key, item, depth)]);
    }
    return [this.#inline(value)];
  }

  #entry(key: string, value: YamlValue, depth: number): string[] {
    const name = `${this.#key(key)}:`;
    const known = this.#alias(value);
    if (known !== undefined) return [`${name} *${known}${this.#comment()}`];
    const anchor = this.#anchor(value);
    if (this.#asBlock(value, depth)) {
      const indent = Array.isArray(value) ? this.#dashIndent : this.#step;
      return [name + anchor + this.#comment(), ...shift(this.#block(value, depth + 1), indent)];
    }
    return this.#scalar(name + anchor, value, this.#step);
  }

  #item(value: YamlValue, depth: number): string[] {
    const known = this.#alias(value);
    if (known !== undefined) return [`- *${known}${this.#comment()}`];
    const anchor = this.#anchor(value);
    if (this.#asBlock(value, depth)) {
      const lines = this.#block(value, depth + 1);
      const compact = anchor === '' && /^[^ #]/.test(lines[0] ?? '') && this.#chance(0.8);
      const dash = `-${' '.repeat(this.#dashWidth - 1)}`;
      if (!compact) return [`-${anchor}${this.#comment()}`, ...shift(lines, this.#dashWidth)];
      return [dash + (lines[0] ?? ''), ...shift(lines.slice(1), this.#dashWidth)];
    }
    return this.#scalar(`-${anchor}`, value, this.#step);
  }

  #scalar(lead: string, value: YamlValue, indent: number): string[] {
    if (value === null && this.#chance(0.4)) return [lead + this.#comment()];
    if (typeof value === 'string' && /^[a-z]/.test(value) && /^[a-z \n]+[a-z]\n?$/.test(value) && !/ \n|\n /.test(value) && this.#chance(0.6)) {
      const header = value.endsWith('\n') ? '|' : '|-';
      return [`${lead} ${header}${this.#comment()}`, ...shift(value.replace(/\n$/, '').split('\n'), indent)];
    }
    return [`${lead}${this.#pick([' ', ' ', '   '])}${this.#inline(value)}${this.#comment()}`];
  }

  #inline(value: YamlValue): string {
    if (Array.isArray(value)) {
      const pad = this.#pick(['', '', ' ']);
      const items = value.map((item: YamlValue) => this.#inline(item)).join(this.#pick([', ', ',']));
      return items === '' ? '[]' : `[${pad}${items}${this.#pick(['', '', ','])}${pad}]`;
    }
    if (isMap(value)) {
      const entries = Object.entries(value).map(([key, item]) => `${this.#key(key)}: ${this.#inline(item)}`);
      return entries.length === 0 ? '{}' : `{${entries.join(', ')}}`;
    }
    if (typeof value !== 'string') return JSON.stringify(value);
    const style = this.#pick(['plain', 'single', 'double']);
    if (style === 'plain' && isPlain(value)) return value;
    if (style === 'single' && /^[\x20-\x7e]*$/.test(value)) return `'${value.replaceAll("'", "''")}'`;
    return JSON.stringify(value);
  }

  #key(key: string): string {
    return isPlain(key) && this.#chance(0.8) ? key : JSON.stringify(key);
  }

  #asBlock(value: YamlValue, depth: number): boolean {
    if (value === null || typeof value !== 'object' || Object.keys(value).length === 0) return false;
    return depth < 2 ? this.#chance(0.85) : this.#chance(0.5);
  }

  #alias(value: YamlValue): string | undefined {
    if (!this.#anchors || value === null) return undefined;
    const name = this.#names.get(JSON.stringify(value));
    return name !== undefined && this.#chance(0.8) ? name : undefined;
  }

  /** What is inside is printed after its anchor, so it never refers to the anchor that it is in. */
  #anchor(value: YamlValue): string {
    if (!this.#anchors || value === null || !this.#chance(0.6)) return '';
    const name = `n${this.#names.size}`;
    const text = JSON.stringify(value);
    if (this.#names.has(text)) return '';
    this.#names.set(text, name);
    return ` &${name}`;
  }

  #noise(): string[] {
    if (!this.#noisy || !this.#chance(0.25)) return [];
    return this.#pick([[''], ['# a comment'], ['# two', '# lines: [x'], ['', '# after a blank'], ['# before a blank', '']]);
  }

  #comment(): string {
    return this.#noisy && this.#chance(0.2) ? this.#pick([' # why: "x"', '  #c', '   ']) : '';
  }

  #chance(share: number): boolean {
    return this.#next() < share;
  }

  #pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.#next() * choices.length)] as T;
  }

  /** Mulberry32: small, and the same on every machine. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
}

function shift(lines: readonly string[], indent: number): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
}

function isPlain(text: string): boolean {
  return /^[a-z][a-z ]*[a-z]$|^[a-z]$/.test(text) && !['null', 'true', 'false'].includes(text);
}

function isMap(value: YamlValue): value is { readonly [key: string]: YamlValue } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
