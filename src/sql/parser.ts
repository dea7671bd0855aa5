import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/** What the parser made of one text: its statements in order, as plain data that tree.ts reads. */
export type ParseResult =
  | { readonly ok: true; readonly tree: readonly unknown[] }
  | { readonly ok: false; readonly message: string; readonly line: number; readonly column: number };

/** One token; `start` and `end` are UTF-16 offsets into the text, `end` exclusive, quotes included. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Where it starts in code points, as spans in the tree count. */
  readonly codePoint: number;
}

export interface SqlParser {
  /** Never throws: what cannot be parsed says where (1-based line and column). */
  parse(sql: string, dialect: string): ParseResult;
  /** The parser's own tokens, or null where it finds none. Comments and white space are not tokens. */
  tokens(sql: string, dialect: string): readonly Token[] | null;
}

/** What is used of the package, whose own declarations do not resolve under Node's rules. Its offsets are code points. */
interface Sdk {
  init(options: { readonly wasmUrl: object }): Promise<void>;
  parse(sql: string, dialect: string): { readonly success: boolean; readonly ast?: unknown; readonly error?: string; readonly errorStart?: number };
  tokenize(sql: string, dialect: string): {
    readonly success: boolean;
    readonly tokens?: readonly { readonly span: { readonly start: number; readonly end: number } }[];
  };
}

/** The standard library's types of it come only with those of the browser. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };

const wasmFile = 'polyglot_sql.wasm';

/** The build copies the wasm beside the bundle; in a checkout it lies in its package. */
function wasmPath(): string {
  const beside = fileURLToPath(new URL(wasmFile, import.meta.url));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(`@polyglot-sql/sdk/${wasmFile}`);
}

/** Longer statements are refused before they reach the parser: nothing that a person reviews is this long. */
const maxSqlLength = 200_000;

let loading: Promise<SqlParser> | undefined;

/** The parser, loaded on first use and shared after that: about 0.1 s and 80 MB of memory. */
export function loadParser(): Promise<SqlParser> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * Keeps V8 from optimising the wasm: its optimiser takes 200 to 300 MB for a tenth of the speed. All three are needed,
 * since one no longer implies the others once V8 runs.
 */
const baselineOnly = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];

async function load(): Promise<SqlParser> {
  for (const flag of baselineOnly) setFlagsFromString(flag);
  const [imported, bytes] = await Promise.all([import('@polyglot-sql/sdk/manual') as Promise<unknown>, readFile(wasmPath())]);
  const sdk = imported as Sdk;
  // Documented for URLs, but what is handed over reaches WebAssembly.instantiate, which takes a compiled module. A URL
  // would be fetched, and fetch does not read files.
  await sdk.init({ wasmUrl: await WebAssembly.compile(bytes) });
  return { parse: remembering((sql, dialect) => parse(sdk, sql, dialect)), tokens: (sql, dialect) => tokens(sdk, sql, dialect) };
}

/** An expression is looked at several times in a row: for its columns, for its sources, and as a part of its statement. */
const mostRemembered = 64;
const longestRemembered = 2000;

/** Results are data that nobody changes, so that equal texts may share one. */
function remembering(parseText: SqlParser['parse']): SqlParser['parse'] {
  const results = new Map<string, ParseResult>();
  return (sql, dialect) => {
    if (sql.length > longestRemembered) return parseText(sql, dialect);
    const key = `${dialect}\u0000${sql}`;
    const result = results.get(key) ?? parseText(sql, dialect);
    results.delete(key);
    results.set(key, result);
    if (results.size > mostRemembered) results.delete(results.keys().next().value ?? key);
    return result;
  };
}

function parse(sdk: Sdk, sql: string, dialect: string): ParseResult {
  if (sql.length > maxSqlLength) {
    return { ok: false, message: `The SQL is longer than ${maxSqlLength.toLocaleString('en')} characters`, line: 1, column: 1 };
  }
  const result = attempt(() => sdk.parse(sql, dialect));
  if (result instanceof Error) return { ok: false, message: plainMessage(result.message), line: 1, column: 1 };
  if (result.success && Array.isArray(result.ast)) return { ok: true, tree: result.ast as readonly unknown[] };
  return { ok: false, message: plainMessage(result.error ?? ''), ...position(sql, result.errorStart) };
}

function tokens(sdk: Sdk, sql: string, dialect: string): readonly Token[] | null {
  if (sql.length > maxSqlLength) return null;
  const result = attempt(() => sdk.tokenize(sql, dialect));
  if (result instanceof Error || !result.success || result.tokens === undefined) return null;
  const offset = utf16Offsets(sql);
  return result.tokens.map(({ span }) => ({ start: offset(span.start), end: offset(span.end), codePoint: span.start }));
}

/** The wasm gives up on very deep trees by throwing; it stays usable after that. */
function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The parser counts code points, JavaScript counts UTF-16 units. */
function utf16Offsets(text: string): (codePoint: number) => number {
  if (!/[\ud800-\udfff]/.test(text)) return (codePoint) => codePoint;
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    offsets.push(at);
    at += character.length;
  }
  return (codePoint) => offsets[codePoint] ?? text.length;
}

function position(sql: string, codePoint: number | undefined): { line: number; column: number } {
  const before = sql.slice(0, utf16Offsets(sql)(codePoint ?? 0));
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}

/** The parser's own words without its prefix, whose position is the end of the token. */
function plainMessage(message: string): string {
  if (/E_GUARD_\w+|Maximum call stack|unreachable/.test(message)) return 'The SQL is too deeply nested';
  const words = message.replace(/^(Parse|Tokenization) error at line \d+, column \d+: /, '').trim();
  return words === '' ? 'The SQL cannot be parsed' : words;
}
