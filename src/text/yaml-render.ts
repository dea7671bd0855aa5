import { type CST, type Node, type YAMLMap, type YAMLSeq, isAlias, isMap, isSeq } from 'yaml';
import { type Draft, isPlainMap, sameValue } from './yaml-draft.js';
import { type BlockStyle, blockLines, entryLines } from './yaml-emit.js';
import { flowSplices } from './yaml-flow.js';
import type { Parsed } from './yaml-parse.js';
import { type Entry, isMergeKey } from './yaml-plain.js';
import { type Slot, type Splice, replaceValue } from './yaml-slot.js';
import {
  type ItemToken,
  type Source,
  contentEnd,
  entriesOf,
  entryEnd,
  entryToken,
  fileStyle,
  isBlockCollection,
  itemEnd,
  itemStart,
  itemTokens,
  itemsOf,
  properties,
  styleWithin,
  tokenEnd,
  tokenOf,
} from './yaml-source.js';
import { YamlTree } from './yaml-tree.js';
import type { YamlValue } from './yaml.js';

/**
 * The splices that turn a parsed text into one with the draft's value. Only what differs is touched; containers deeper
 * than `maxDepth` that differ are written anew.
 */
export function renderDraft(parsed: Parsed, source: Source, draft: Draft, maxDepth: number): readonly Splice[] {
  return new Rendering(parsed, source, draft, maxDepth).splices();
}

class Rendering {
  readonly #parsed: Parsed;
  readonly #source: Source;
  readonly #draft: Draft;
  readonly #maxDepth: number;
  readonly #tree: YamlTree;
  readonly #splices: Splice[] = [];
  /** Nodes whose text is replaced or removed as a whole. */
  readonly #gone = new Set<Node>();
  /** Containers in which something changes. */
  readonly #changed = new Set<Node>();

  constructor(parsed: Parsed, source: Source, draft: Draft, maxDepth: number) {
    this.#parsed = parsed;
    this.#source = source;
    this.#draft = draft;
    this.#maxDepth = maxDepth;
    this.#tree = new YamlTree(parsed.root, parsed.tree.targets);
  }

  splices(): readonly Splice[] {
    const { root, tree } = this.#parsed;
    const style = fileStyle(root, this.#source);
    this.#value(root, tree.value, this.#draft.value, this.#rootSlot(), style, 0);
    if (tree.targets.size > 0) this.#keepAliases(style);
    return this.#splices;
  }

  #rootSlot(): Slot {
    const { root, start } = this.#parsed;
    const marker = start.find(({ type }) => type === 'doc-start');
    const empty = root?.range == null || root.range[0] === root.range[1];
    const behind = marker === undefined ? this.#source.text.length : this.#source.nextLine(marker.offset);
    return { kind: 'root', after: empty ? behind : (root.range?.[0] ?? 0), properties: properties(start), indent: 0 };
  }

  #value(node: Node | null, old: unknown, now: unknown, slot: Slot, style: BlockStyle, depth: number): void {
    if (old === now || sameValue(old, now)) return;
    if (depth < this.#maxDepth && node !== null && !isAlias(node)) {
      const within = styleWithin(node, this.#source, style);
      const filled = (isMap(node) || isSeq(node)) && node.items.length > 0;
      if (filled && isMap(node) && isPlainMap(old) && isPlainMap(now) && this.#map(node, old, now, within, depth)) return;
      if (filled && isSeq(node) && Array.isArray(old) && Array.isArray(now) && this.#sequence(node, old, now, slot, within, depth)) {
        return;
      }
    }
    this.#replace(node, now, slot, style);
  }

  #replace(node: Node | null, now: unknown, slot: Slot, style: BlockStyle): void {
    if (node !== null) this.#gone.add(node);
    this.#splices.push(...replaceValue(this.#source, slot, node, now as YamlValue, style));
  }

  /** Changes a map entry by entry; false where nothing would stay of it or a removed key would still be merged in. */
  #map(
    node: YAMLMap,
    old: Readonly<Record<string, unknown>>,
    now: Readonly<Record<string, unknown>>,
    style: BlockStyle,
    depth: number,
  ): boolean {
    const merges = entriesOf(node).some(({ key }) => isMergeKey(key));
    const removed = Object.keys(old).filter((key) => !Object.hasOwn(now, key));
    const own = new Map<string, Entry>();
    for (const key of Object.keys(old)) {
      const entry = this.#tree.entry(node, key);
      if (entry !== undefined) own.set(key, entry);
    }
    if (removed.some((key) => !own.has(key) || this.#tree.isMerged(node, key))) return false;
    const kept = [...own].filter(([key]) => Object.hasOwn(now, key));
    if (kept.length === 0 && !merges) return false;

    this.#changed.add(node);
    const flow = !isBlockCollection(node);
    for (const [key, entry] of kept) {
      this.#value(entry.value, old[key], now[key], this.#entrySlot(entry, flow), style, depth + 1);
    }
    const gone = new Set(removed.map((key) => own.get(key)).filter((entry) => entry !== undefined));
    for (const entry of gone) this.#drop(entry.key, entry.value);
    const added = Object.keys(now)
      .filter((key) => !own.has(key) && !(Object.hasOwn(old, key) && sameValue(old[key], now[key])))
      .map((key) => ({ key, value: now[key] as YamlValue, sorted: this.#draft.isSorted(now, key) }));
    const names = new Map([...own].map(([key, entry]) => [entry, key]));
    const entries = entriesOf(node);
    const additions = added
      .sort((a, b) => (a.sorted && b.sorted ? (a.key < b.key ? -1 : 1) : Number(b.sorted) - Number(a.sorted)))
      .map(({ key, value, sorted }) => {
        const greater = sorted ? entries.findIndex((entry) => (names.get(entry) ?? '') > key) : -1;
        return { before: greater === -1 ? entries.length : greater, key, value };
      });
    if (flow) {
      this.#splices.push(...flowSplices(this.#source, tokenOf(node) as CST.FlowCollection, entries.map((entry) => this.#extent(entry)), entries.map((entry) => gone.has(entry)), additions));
      return true;
    }
    this.#block(
      entries.map((entry) => this.#extent(entry)),
      entries.map((entry) => gone.has(entry)),
      additions.map(({ before, key, value }) => ({ before, lines: entryLines(key, value, style) })),
    );
    return true;
  }

  #sequence(
    node: YAMLSeq,
    old: readonly unknown[],
    now: readonly unknown[],
    slot: Slot,
    style: BlockStyle,
    depth: number,
  ): boolean {
    const origins = this.#draft.origins(now) ?? align(old, now);
    const kept = new Set(origins.filter((origin) => origin !== undefined));
    if (kept.size === 0) return false;
    this.#changed.add(node);
    const flow = slot.kind === 'flow' || !isBlockCollection(node);
    const items = itemsOf(node);
    const tokens = itemTokens(node);
    const extents = tokens.map((token, index) => ({ start: itemStart(token), end: this.#itemEnd(token, items[index] ?? null, flow) }));
    const additions: { readonly before: number; readonly value: YamlValue }[] = [];
    let before = 0;
    origins.forEach((origin, position) => {
      if (origin === undefined) {
        additions.push({ before, value: now[position] as YamlValue });
        return;
      }
      before = origin + 1;
      const token = tokens[origin];
      if (token === undefined) return;
      this.#value(items[origin] ?? null, old[origin], now[position], this.#itemSlot(token, items[origin] ?? null, flow), style, depth + 1);
    });
    const last = Math.max(...kept);
    const gone = items.map((_, index) => !kept.has(index));
    items.forEach((item, index) => gone[index] === true && this.#drop(item));
    const placed = additions.map((addition) => (addition.before > last ? { ...addition, before: items.length } : addition));
    if (flow) {
      this.#splices.push(...flowSplices(this.#source, tokenOf(node) as CST.FlowCollection, extents, gone, placed));
      return true;
    }
    const width = this.#dashWidth(node);
    this.#block(extents, gone, placed.map(({ before, value }) => ({ before, lines: itemLines(value, style, width) })));
    return true;
  }

  /** Removes and inserts entries or items of a block, line by line. */
  #block(extents: readonly Extent[], gone: readonly boolean[], additions: readonly { readonly before: number; readonly lines: readonly string[] }[]): void {
    const source = this.#source;
    const first = extents[0];
    if (first === undefined) return;
    const indent = source.column(first.start);
    const firstKept = gone.indexOf(false);
    const startsLine = source.startsLine(first.start);
    extents.forEach(({ start, end }, index) => {
      if (gone[index] !== true) return;
      if (startsLine || index > firstKept) {
        this.#splices.push({ start: source.lineStart(start), end: source.nextLine(end), text: '' });
        return;
      }
      // The first of a block that starts behind a dash: what follows moves up to the dash.
      if (index > 0) return;
      const behind = source.nextLine(extents[firstKept - 1]?.end ?? end);
      const spaces = /^ */.exec(source.text.slice(behind, behind + indent))?.[0].length ?? 0;
      this.#splices.push({ start, end: behind + spaces, text: '' });
    });
    for (const { before, lines } of additions) {
      const previous = extents[before - 1];
      if (previous !== undefined) {
        const at = source.nextLine(previous.end);
        this.#splices.push({ start: at, end: at, text: source.lines(lines, indent) });
      } else if (startsLine) {
        const at = this.#aboveComments(source.lineStart(first.start), indent);
        this.#splices.push({ start: at, end: at, text: source.lines(lines, indent) });
      } else {
        const text = source.lines(lines, indent).trimStart() + ' '.repeat(indent);
        this.#splices.push({ start: first.start, end: first.start, text });
      }
    }
  }

  /** The start of the comment lines right above a line, unless they open the file. */
  #aboveComments(lineStart: number, indent: number): number {
    const source = this.#source;
    let start = lineStart;
    while (start > 0) {
      const above = source.lineStart(start - 1);
      if (source.text.slice(above, start).search(/\S/) !== indent || source.text[above + indent] !== '#') return start;
      start = above;
    }
    return lineStart;
  }

  #extent(entry: Entry): Extent {
    const token = entryToken(entry);
    const start = token === undefined ? (entry.key.range?.[0] ?? 0) : itemStart(token);
    return { start, end: entryEnd(entry, this.#source) };
  }

  #itemEnd(token: ItemToken, node: Node | null, flow: boolean): number {
    return flow ? (contentEnd(node, this.#source) ?? itemStart(token)) : itemEnd(token, node, this.#source);
  }

  #entrySlot(entry: Entry, flow: boolean): Slot {
    const token = entryToken(entry);
    const separator = token?.sep ?? [];
    const colon = separator.find(({ type }) => type === 'map-value-ind');
    const after = colon === undefined ? (entry.key.range?.[1] ?? 0) : tokenEnd(colon);
    const indent = token === undefined ? 0 : this.#source.column(itemStart(token));
    const slot: Slot = { kind: flow ? 'flow' : 'entry', after, properties: properties(separator), indent };
    return colon === undefined ? { ...slot, lead: ':' } : slot;
  }

  #itemSlot(token: ItemToken, node: Node | null, flow: boolean): Slot {
    const dash = token.start.find(({ type }) => type === 'seq-item-ind');
    const after = dash === undefined ? (node?.range?.[0] ?? itemStart(token)) : tokenEnd(dash);
    const indent = this.#source.column(itemStart(token));
    return { kind: flow ? 'flow' : 'item', after, properties: properties(token.start), indent };
  }

  /** Columns from a dash to what stands behind it, as in the first item that has something there. */
  #dashWidth(node: YAMLSeq): number {
    const source = this.#source;
    for (const [index, token] of itemTokens(node).entries()) {
      const start = itemsOf(node)[index]?.range?.[0];
      const width = start === undefined ? 0 : start - itemStart(token);
      if (width > 1 && !source.text.slice(itemStart(token), start).includes('\n') && properties(token.start).length === 0) return width;
    }
    return 2;
  }

  #drop(...nodes: readonly (Node | null)[]): void {
    for (const node of nodes) if (node !== null) this.#gone.add(node);
  }

  /**
   * An alias whose anchor goes or changes keeps its meaning: the first one that is left becomes the anchor of the old
   * value, so that all behind it can stay as they are.
   */
  #keepAliases(style: BlockStyle): void {
    const { root, tree } = this.#parsed;
    const gone = new Set<Node>();
    const moved = new Set<Node>();
    const mark = (node: Node | null): void => {
      if (node === null) return;
      gone.add(node);
      if (isSeq(node)) itemsOf(node).forEach(mark);
      if (!isMap(node)) return;
      for (const { key, value } of entriesOf(node)) [key, value].forEach(mark);
    };
    this.#gone.forEach(mark);
    const visit = (node: Node | null, slot: Slot, style: BlockStyle): void => {
      if (node === null || gone.has(node)) return;
      const target = tree.targets.get(node);
      if (target !== undefined && (gone.has(target) || this.#changed.has(target)) && !moved.has(target)) {
        moved.add(target);
        const value = tree.anchored.get(target) as YamlValue;
        this.#splices.push(...replaceValue(this.#source, slot, node, value, style, isAlias(node) ? node.source : undefined));
      }
      const within = styleWithin(node, this.#source, style);
      const flow = !isBlockCollection(node);
      if (isSeq(node)) {
        const tokens = itemTokens(node);
        itemsOf(node).forEach((item, index) => {
          const token = tokens[index];
          if (token !== undefined) visit(item, this.#itemSlot(token, item, flow), within);
        });
      }
      if (!isMap(node)) return;
      for (const entry of entriesOf(node)) visit(entry.value, this.#entrySlot(entry, flow), within);
    };
    visit(root, this.#rootSlot(), style);
  }
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

function itemLines(value: YamlValue, style: BlockStyle, width: number): string[] {
  const filled = value !== null && typeof value === 'object' && Object.keys(value).length > 0;
  if (filled) {
    const [first = '', ...rest] = blockLines(value, style);
    return [`-${' '.repeat(width - 1)}${first}`, ...rest.map((line) => (line === '' ? '' : ' '.repeat(width) + line))];
  }
  const [first = '', ...rest] = entryLines('k', value, style);
  return [`-${' '.repeat(width - 1)}${first.slice('k: '.length)}`, ...rest];
}

/** Old indexes for the items of a list that was set as a whole: equal items, and maps of the same name, are the same. */
function align(old: readonly unknown[], now: readonly unknown[]): readonly (number | undefined)[] {
  let next = 0;
  return now.map((item) => {
    for (let index = next; index < old.length; index += 1) {
      if (!isSameItem(old[index], item)) continue;
      next = index + 1;
      return index;
    }
    return undefined;
  });
}

function isSameItem(a: unknown, b: unknown): boolean {
  if (isPlainMap(a) && isPlainMap(b) && typeof a['name'] === 'string') return a['name'] === b['name'];
  return sameValue(a, b);
}
