import type { CST, Node, Scalar } from 'yaml';
import { type BlockStyle, blockLines, entryLines, flowText } from './yaml-emit.js';
import type { Parsed } from './yaml-parse.js';
import type { Entry } from './yaml-plain.js';
import {
  type ItemToken,
  type Source,
  contentEnd,
  entryToken,
  isBlockCollection,
  isInlineScalar,
  itemStart,
  properties,
  tokenEnd,
  tokenOf,
} from './yaml-source.js';
import type { YamlValue } from './yaml.js';

/** Text that takes the place of the text between two offsets. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where a value stands: what it may look like there, and how far it is indented. */
export interface Slot {
  readonly kind: 'root' | 'entry' | 'item' | 'flow';
  /** The end of the colon, dash or key; for the root where a value could start. */
  readonly after: number;
  /** Anchor and tag of the value. */
  readonly properties: readonly CST.SourceToken[];
  /** The column of the key or dash. */
  readonly indent: number;
  /** What a value needs before it where there was none: `:` behind a flow key without one. */
  readonly lead?: string;
}

/** The slot of the root: in an empty document before its end marker, or below its start marker. */
export function rootSlot({ root, start, end }: Parsed, source: Source): Slot {
  const marker = start.find(({ type }) => type === 'doc-start');
  const empty = root?.range == null || root.range[0] === root.range[1];
  const behind = marker === undefined ? end : Math.min(end, source.nextLine(marker.offset));
  return { kind: 'root', after: empty ? behind : (root.range?.[0] ?? 0), properties: properties(start), indent: 0 };
}

export function entrySlot(entry: Entry, source: Source, flow: boolean): Slot {
  const token = entryToken(entry);
  const separator = token?.sep ?? [];
  const colon = separator.find(({ type }) => type === 'map-value-ind');
  const after = colon === undefined ? (entry.key.range?.[1] ?? 0) : tokenEnd(colon);
  const indent = token === undefined ? 0 : source.column(itemStart(token));
  const slot: Slot = { kind: flow ? 'flow' : 'entry', after, properties: properties(separator), indent };
  return colon === undefined ? { ...slot, lead: ':' } : slot;
}

export function itemSlot(token: ItemToken, node: Node | null, source: Source, flow: boolean): Slot {
  const dash = token.start.find(({ type }) => type === 'seq-item-ind');
  const after = dash === undefined ? (node?.range?.[0] ?? itemStart(token)) : tokenEnd(dash);
  const indent = source.column(itemStart(token));
  return { kind: flow ? 'flow' : 'item', after, properties: properties(token.start), indent };
}

/**
 * The splices that put a value where a node stands, under the given anchor or the one that it has. Comments behind a
 * value on its line stay, comments inside of a replaced block go.
 */
export function replaceValue(
  source: Source,
  slot: Slot,
  node: Node | null,
  value: YamlValue,
  style: BlockStyle,
  anchor: string | undefined = anchorOf(node),
): Splice[] {
  const name = anchor === undefined ? '' : `&${anchor}`;
  const quote = quoteOf(node, value);
  const shape = shapeOf(slot, value, quote === undefined ? style : { ...style, quote });
  if (slot.kind === 'flow') return [inlineSplice(slot, node, join(name, flowText(value)))];
  if (isBlockCollection(node)) return replaceBlock(source, slot, node as Node, shape, name);
  if (tokenOf(node)?.type === 'block-scalar') return replaceBlockScalar(source, slot, node as Node, shape, name);
  return replaceInline(source, slot, node, shape, name);
}

/** A value in block style: what stands on the line of its key or dash, and the lines below. */
interface Shape {
  readonly head: string;
  readonly body: readonly string[];
  /** Columns of the body right of the slot's indentation. */
  readonly shift: number;
  /** A list or map below a dash may start on the line of the dash. */
  readonly compact: boolean;
}

function shapeOf(slot: Slot, value: YamlValue, style: BlockStyle): Shape {
  const filled = value !== null && typeof value === 'object' && Object.keys(value).length > 0;
  if (filled && slot.kind !== 'entry') {
    const shift = slot.kind === 'item' ? 2 : 0;
    return { head: '', body: blockLines(value, style), shift, compact: slot.kind === 'item' };
  }
  // The key stands for any: what follows it is the same.
  const [first = '', ...body] = entryLines('k', value, style);
  return { head: first.slice('k: '.length), body, shift: 0, compact: false };
}

function replaceInline(source: Source, slot: Slot, node: Node | null, shape: Shape, name: string): Splice[] {
  const head = join(name, shape.head);
  const [start, end] = inlineRange(slot, node);
  if (slot.kind === 'root' && start === end) {
    const lines = head === '' ? '' : head + source.newline;
    return [{ start, end, text: lines + source.lines(shape.body, shape.shift) }];
  }
  const rest = source.text.slice(end, source.nextLine(end));
  if (shape.body.length === 0) return [inlineSplice(slot, node, head)];
  const at = source.nextLine(end);
  if (shape.compact && head === '' && rest.trim() === '' && source.column(start) > slot.indent) {
    const width = start === slot.after ? 2 : source.column(start) - slot.indent;
    const lines = source.lines(shape.body, slot.indent + width).trimStart();
    return [{ start, end: at, text: (start === slot.after ? ' ' : '') + lines }];
  }
  const body: Splice = { start: at, end: at, text: source.lines(shape.body, slot.indent + shape.shift) };
  if (head !== '') return [inlineSplice(slot, node, head), body];
  const between = source.text.slice(slot.after, start);
  const from = slot.kind !== 'root' && between.trim() === '' ? slot.after : start;
  if (slot.kind === 'root' && rest.trim() === '' && source.startsLine(start)) {
    return [{ start: source.lineStart(start), end: at, text: body.text }];
  }
  return from === end ? [body] : [{ start: from, end, text: '' }, body];
}

function replaceBlockScalar(source: Source, slot: Slot, node: Node, shape: Shape, name: string): Splice[] {
  const token = tokenOf(node) as CST.BlockScalar;
  const header = token.props.find((prop): prop is CST.SourceToken => prop.type === 'block-scalar-header');
  const [valueStart = 0, valueEnd = 0] = node.range ?? [];
  const headerEnd = header === undefined ? valueStart : tokenEnd(header);
  const start = slot.properties[0]?.offset ?? valueStart;
  const bodyStart = source.nextLine(headerEnd);
  const head = join(name, shape.head);
  const comment = source.text.slice(headerEnd, bodyStart).trim();
  const body = source.lines(shape.body, slot.indent + shape.shift);
  if (head === '' && comment === '') {
    if (shape.compact) {
      const width = source.column(start) - slot.indent;
      const text = source.lines(shape.body, slot.indent + width).trimStart();
      return [{ start, end: Math.max(valueEnd, bodyStart), text }];
    }
    const from = slot.kind === 'root' ? start : slot.after;
    return [{ start: from, end: Math.max(valueEnd, bodyStart), text: source.newline + body }];
  }
  return [
    { start, end: headerEnd, text: head },
    { start: bodyStart, end: Math.max(valueEnd, bodyStart), text: body },
  ];
}

function replaceBlock(source: Source, slot: Slot, node: Node, shape: Shape, name: string): Splice[] {
  const head = join(name, shape.head);
  const start = node.range?.[0] ?? slot.after;
  const end = source.nextLine(contentEnd(node, source) ?? start);
  const body = source.lines(shape.body, slot.indent + shape.shift);
  if (!source.startsLine(start)) {
    if (shape.compact && head === '' && slot.properties.length === 0) {
      const text = source.lines(shape.body, source.column(start)).trimStart();
      return [{ start, end, text }];
    }
    return [{ start: slot.after, end, text: (head === '' ? '' : ` ${head}`) + source.newline + body }];
  }
  // A block scalar starts right below its header: what stands above the old block would become part of it.
  const above = slot.properties.at(-1)?.offset ?? slot.after;
  const isScalar = shape.head !== '' && shape.body.length > 0 && slot.kind !== 'root';
  const lines: Splice = { start: isScalar ? source.nextLine(above) : source.lineStart(start), end, text: body };
  if (slot.kind === 'root' && slot.properties.length === 0) {
    return [{ ...lines, text: (head === '' ? '' : head + source.newline) + body }];
  }
  const first = slot.properties[0];
  const last = slot.properties.at(-1);
  if (first === undefined || last === undefined) {
    return head === '' ? [lines] : [{ start: slot.after, end: slot.after, text: ` ${head}` }, lines];
  }
  if (head === source.text.slice(first.offset, tokenEnd(last))) return [lines];
  return [{ start: first.offset, end: tokenEnd(last), text: head }, lines];
}

function inlineSplice(slot: Slot, node: Node | null, text: string): Splice {
  const [start, end] = inlineRange(slot, node);
  return { start, end, text: start === end && slot.kind !== 'root' ? `${slot.lead ?? ''} ${text}` : text };
}

/** From the anchor, tag or value to the end of the value; an empty value would stand right after its slot's start. */
function inlineRange(slot: Slot, node: Node | null): readonly [number, number] {
  const [start, end] = node?.range ?? [slot.after, slot.after];
  const first = slot.properties[0];
  const last = slot.properties.at(-1);
  if (start === end) return [first?.offset ?? slot.after, last === undefined ? slot.after : tokenEnd(last)];
  return [first?.offset ?? start, end];
}

function anchorOf(node: Node | null): string | undefined {
  return node !== null && 'anchor' in node ? node.anchor : undefined;
}

/** Text that was quoted stays quoted. */
function quoteOf(node: Node | null, value: YamlValue): Scalar.Type | undefined {
  if (typeof value !== 'string' || !isInlineScalar(node)) return undefined;
  const type = tokenOf(node)?.type;
  if (type === 'double-quoted-scalar') return 'QUOTE_DOUBLE';
  return type === 'single-quoted-scalar' ? 'QUOTE_SINGLE' : undefined;
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

