import { type CST, type Node, type YAMLMap, type YAMLSeq, isMap, isScalar, isSeq } from 'yaml';
import type { BlockStyle } from './yaml-emit.js';
import type { Entry } from './yaml-plain.js';

/** Lines and line endings of a text; every offset counts UTF-16 code units. */
export class Source {
  readonly text: string;
  /** What the file's lines end with, for the most part. */
  readonly newline: '\n' | '\r\n';

  constructor(text: string) {
    this.text = text;
    const windows = text.split('\r\n').length - 1;
    this.newline = windows * 2 > text.split('\n').length - 1 ? '\r\n' : '\n';
  }

  lineStart(offset: number): number {
    return offset === 0 ? 0 : this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The start of the next line, or the end of the text. */
  nextLine(offset: number): number {
    const newline = this.text.indexOf('\n', offset);
    return newline === -1 ? this.text.length : newline + 1;
  }

  column(offset: number): number {
    return offset - this.lineStart(offset);
  }

  /** Whether only spaces stand before it on its line. */
  startsLine(offset: number): boolean {
    return /^ *$/.test(this.text.slice(this.lineStart(offset), offset));
  }

  /** Whole lines at an indentation; empty lines stay empty. */
  lines(lines: readonly string[], indent: number): string {
    return lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line) + this.newline).join('');
  }
}

/** The text of an item or entry, without what surrounds it. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Nodes that are parsed with their tokens always have them, except empty ones. */
export function tokenOf(node: Node | null): CST.Token | undefined {
  return node?.srcToken;
}

export function isBlockCollection(node: Node | null): boolean {
  const type = tokenOf(node)?.type;
  return type === 'block-map' || type === 'block-seq';
}

export function entriesOf(map: YAMLMap): readonly Entry[] {
  return map.items as Entry[];
}

export function itemsOf(seq: YAMLSeq): readonly (Node | null)[] {
  return seq.items as (Node | null)[];
}

/** The tokens of an item or entry of a collection. */
export type ItemToken = CST.CollectionItem;

export function entryToken(entry: Entry): ItemToken | undefined {
  return entry.srcToken;
}

/** The tokens of the items of a sequence, in the order of its nodes. */
export function itemTokens(seq: YAMLSeq): readonly ItemToken[] {
  const token = tokenOf(seq);
  if (token?.type === 'block-seq') {
    return token.items.filter((item) => item.start.some(({ type }) => type === 'seq-item-ind'));
  }
  if (token?.type !== 'flow-collection') return [];
  // What stands behind a last comma is an item without anything to the parser.
  return token.items.filter(
    ({ start, sep, value }) => sep !== undefined || value !== undefined || start.some(isMeaning),
  );
}

/** Anchors and tags among tokens. */
export function properties(tokens: readonly CST.SourceToken[]): readonly CST.SourceToken[] {
  return tokens.filter(({ type }) => type === 'anchor' || type === 'tag');
}

function isMeaning({ type }: CST.SourceToken): boolean {
  return type === 'anchor' || type === 'tag' || type === 'explicit-key-ind' || type === 'seq-item-ind';
}

/** Where an item or entry starts: at its dash, question mark, anchor, tag, key or value. */
export function itemStart(item: ItemToken): number {
  const first = item.start.find(isMeaning) ?? item.key ?? item.sep?.[0] ?? item.value;
  return first?.offset ?? 0;
}

export function tokenEnd(token: CST.SourceToken): number {
  return token.offset + token.source.length;
}

/** The end of the last character of a node that is more than a comment, space or line break. */
export function contentEnd(node: Node | null, source: Source): number | undefined {
  if (node?.range == null) return undefined;
  const [start, end] = node.range;
  const last = isBlockCollection(node) ? lastItemEnd(node, source) : undefined;
  if (last !== undefined) return last;
  if (start === end) return undefined;
  if (tokenOf(node)?.type !== 'block-scalar') return end;
  return source.text[end - 1] === '\n' ? end - 1 : end;
}

function lastItemEnd(node: Node, source: Source): number | undefined {
  if (isMap(node)) {
    const entry = entriesOf(node).at(-1);
    return entry && entryEnd(entry, source);
  }
  if (!isSeq(node)) return undefined;
  const token = itemTokens(node).at(-1);
  return token && itemEnd(token, itemsOf(node).at(-1) ?? null, source);
}

export function entryEnd(entry: Entry, source: Source): number {
  const token = entryToken(entry);
  const value = contentEnd(entry.value, source);
  if (value !== undefined) return value;
  const tokens = [...properties(token?.sep ?? []), ...(token?.sep ?? []).filter(({ type }) => type === 'map-value-ind')];
  return Math.max(entry.key.range?.[1] ?? 0, ...tokens.map(tokenEnd));
}

export function itemEnd(token: ItemToken, node: Node | null, source: Source): number {
  return contentEnd(node, source) ?? Math.max(0, ...token.start.filter(isMeaning).map(tokenEnd));
}

/** The style of a block map's own children where it has any, else the one that it is in. */
export function styleWithin(node: Node | null, source: Source, outer: BlockStyle): BlockStyle {
  if (!isMap(node) || !isBlockCollection(node)) return outer;
  let { step, indentedSequences } = outer;
  let [knowsStep, knowsSequences] = [false, false];
  for (const entry of entriesOf(node)) {
    const start = entry.value?.range?.[0];
    const token = entryToken(entry);
    if (start === undefined || token === undefined || !isBlockCollection(entry.value)) continue;
    const offset = source.column(start) - source.column(itemStart(token));
    if (isSeq(entry.value) && !knowsSequences) [indentedSequences, knowsSequences] = [offset > 0, true];
    if (offset > 0 && !knowsStep) [step, knowsStep] = [offset, true];
    if (knowsStep && knowsSequences) break;
  }
  return { ...outer, step, indentedSequences };
}

/** The style of the first nested blocks of the file; ktx's where there are none. */
export function fileStyle(root: Node | null, source: Source, blockScalars: BlockStyle['blockScalars']): BlockStyle {
  const initial: BlockStyle = { step: 2, indentedSequences: true, blockScalars };
  const withMap = firstBlock(root, isMap);
  const withList = firstBlock(root, isSeq);
  const { indentedSequences } = styleWithin(withList, source, initial);
  return { ...styleWithin(withMap ?? withList, source, initial), indentedSequences };
}

/** The first map with a nested block of a kind. */
function firstBlock(node: Node | null, isKind: (node: unknown) => boolean): Node | null {
  if (isSeq(node)) return firstOf(itemsOf(node), (item) => firstBlock(item, isKind));
  if (!isMap(node)) return null;
  const values = entriesOf(node).map(({ value }) => value);
  if (values.some((value) => isKind(value) && isBlockCollection(value))) return node;
  return firstOf(values, (value) => firstBlock(value, isKind));
}

function firstOf<In, Out>(items: readonly In[], find: (item: In) => Out | null): Out | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

export function isInlineScalar(node: Node | null): boolean {
  return isScalar(node) && tokenOf(node)?.type !== 'block-scalar';
}
