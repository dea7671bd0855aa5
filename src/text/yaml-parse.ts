import { type CST, Composer, type Document, Lexer, LineCounter, type Node, Parser } from 'yaml';
import { type PlainTree, toPlain } from './yaml-plain.js';

export interface YamlProblem {
  readonly reason: 'encoding' | 'too-large' | 'too-deep' | 'aliases' | 'syntax' | 'shape';
  readonly message: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

export interface YamlLimits {
  /** Bytes of UTF-8; 4 MB unless told. */
  readonly maxBytes?: number;
  /** Maps and sequences inside each other; 64 unless told. */
  readonly maxDepth?: number;
  /** Uses of an anchor, counted after expansion; 10,000 unless told. */
  readonly maxAliases?: number;
}

/** Turns offsets of the text into lines and columns. */
export class Lines {
  readonly #counter: LineCounter;

  constructor(counter: LineCounter) {
    this.#counter = counter;
  }

  place(offset: number): { readonly line: number; readonly column: number } {
    const { line, col } = this.#counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

/** The text has no byte order mark; every offset in the document counts from behind it. */
export interface Parsed {
  readonly ok: true;
  readonly text: string;
  readonly root: Node | null;
  /** The tokens before the root: document start, anchor, tag, comments. */
  readonly start: readonly CST.SourceToken[];
  /** Where the document ends: at its `...`, or with the text. */
  readonly end: number;
  readonly tree: PlainTree;
  readonly lines: Lines;
}

export type ParsedOrProblem = Parsed | { readonly ok: false; readonly problem: YamlProblem };

const defaults = { maxBytes: 4_000_000, maxDepth: 64, maxAliases: 10_000 };

/**
 * Parses one document within limits; what is returned has no errors, one root, no duplicate key and no cycle. With
 * `keepSourceTokens` the nodes know their tokens.
 */
export function parseBounded(bytes: Uint8Array | string, limits: YamlLimits, keepSourceTokens = false): ParsedOrProblem {
  const { maxBytes, maxDepth, maxAliases } = { ...defaults, ...limits };
  // A code unit is at least one byte of UTF-8, so a longer string is too large without being encoded.
  const size = typeof bytes !== 'string' ? bytes.length : bytes.length > maxBytes ? bytes.length : Buffer.byteLength(bytes);
  if (size > maxBytes) {
    return refuse('too-large', `the file has ${size} bytes, more than the ${maxBytes} that are read`);
  }
  const text = decode(bytes);
  if (typeof text !== 'string') return text;

  const counter = new LineCounter();
  const lines = new Lines(counter);
  const at = (reason: YamlProblem['reason'], message: string, offset: number): ParsedOrProblem => ({
    ok: false,
    problem: { reason, message, ...lines.place(offset) },
  });

  const tokens: CST.Token[] = [];
  const parser = new Parser(counter.addNewLine);
  counter.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The stack holds the document and the scalar beside the collections.
    if (parser.stack.length > maxDepth + 2) {
      return at('too-deep', `more than ${maxDepth} levels are nested in each other`, parser.offset);
    }
  }
  for (const token of parser.end()) tokens.push(token);

  const [document, second] = compose(tokens, text.length, keepSourceTokens);
  if (document === undefined) return refuse('syntax', 'the file holds no document');
  const error = document.errors[0];
  if (error !== undefined) {
    const reason = error.code === 'RESOURCE_EXHAUSTION' ? 'too-deep' : 'syntax';
    return at(reason, error.message, error.pos[0]);
  }
  if (second !== undefined) return at('shape', 'the file holds more than one document', second.range[0]);

  const plain = toPlain(document.contents, { maxDepth, maxAliases });
  if ('problem' in plain) return at(plain.problem.reason, plain.problem.message, plain.problem.offset);
  const start = tokens.find((token) => token.type === 'document')?.start ?? [];
  const end = tokens.find((token) => token.type === 'doc-end')?.offset ?? text.length;
  return { ok: true, text, root: document.contents, start, end, tree: plain, lines };
}

/** Offsets start behind a byte order mark. A problem is returned for bytes that are not UTF-8 and for NULs. */
function decode(bytes: Uint8Array | string): string | ParsedOrProblem {
  let text: string;
  try {
    text = typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse('encoding', 'the file is not valid UTF-8');
  }
  if (text.startsWith('\uFEFF')) text = text.slice(1);
  const nul = text.indexOf('\0');
  if (nul === -1) return text;
  const before = text.slice(0, nul).split('\n');
  return refuse('encoding', 'the file holds a NUL character', before.length, (before.at(-1)?.length ?? 0) + 1);
}

function compose(tokens: readonly CST.Token[], end: number, keepSourceTokens: boolean): readonly Document.Parsed[] {
  // uniqueKeys compares every key with every other one; duplicates are found with a set instead, in toPlain.
  const composer = new Composer({
    version: '1.2',
    merge: true,
    uniqueKeys: false,
    resolveKnownTags: false,
    logLevel: 'silent',
    keepSourceTokens,
  });
  // A hostile file has a million errors of which one is shown; their stack traces would take most of the time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return [...composer.compose(tokens, true, end)];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function refuse(reason: YamlProblem['reason'], message: string, line = 1, column = 1): ParsedOrProblem {
  return { ok: false, problem: { reason, message, line, column } };
}
