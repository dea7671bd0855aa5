import { type Node, type YAMLMap, type YAMLSeq, isAlias, isMap, isSeq } from 'yaml';
import { byText } from './canonical.js';
import { aliasSplices } from './yaml-aliases.js';
import { blockSplices, dashWidth, itemLines } from './yaml-block.js';
import { type Draft, isPlainMap, sameValue } from './yaml-draft.js';
import { type BlockStyle, entryLines } from './yaml-emit.js';
import { flowSplices } from './yaml-flow.js';
import type { Parsed } from './yaml-parse.js';
import { type Entry, isMergeKey } from './yaml-plain.js';
import { type Slot, type Splice, entrySlot, itemSlot, replaceValue, rootSlot } from './yaml-slot.js';
import {
  type Extent,
  type Source,
  entriesOf,
  entryEnd,
  entryToken,
  fileStyle,
  isBlockCollection,
  itemEnd,
  itemStart,
  itemTokens,
  itemsOf,
  styleWithin,
  tokenOf,
} from './yaml-source.js';
import { YamlTree } from './yaml-tree.js';
import type { YamlValue } from './yaml.js';

/** How much is written anew. */
export interface RenderOptions {
  /** Containers at this depth or below that differ are written as a whole; without it only what differs in them. */
  readonly maxDepth?: number;
  /** Text of several lines may be a block scalar. */
  readonly blockScalars: boolean;
}

/** The splices that turn a parsed text into one with the draft's value. Only what differs is touched. */
export function renderDraft(parsed: Parsed, source: Source, draft: Draft, options: RenderOptions): readonly Splice[] {
  return new Rendering(parsed, source, draft, options).splices();
}

class Rendering {
  readonly #parsed: Parsed;
  readonly #source: Source;
  readonly #draft: Draft;
  readonly #maxDepth: number;
  readonly #blockScalars: 'closed' | 'none';
  readonly #tree: YamlTree;
  readonly #splices: Splice[] = [];
  /** Nodes whose text is replaced or removed as a whole. */
  readonly #gone = new Set<Node>();
  /** Containers in which something changes. */
  readonly #changed = new Set<Node>();

  constructor(parsed: Parsed, source: Source, draft: Draft, { maxDepth, blockScalars }: RenderOptions) {
    this.#parsed = parsed;
    this.#source = source;
    this.#draft = draft;
    this.#maxDepth = maxDepth ?? Number.POSITIVE_INFINITY;
    this.#blockScalars = blockScalars ? 'closed' : 'none';
    this.#tree = new YamlTree(parsed.root, parsed.tree.targets);
  }

  splices(): readonly Splice[] {
    const { root, tree } = this.#parsed;
    const style = fileStyle(root, this.#source, this.#blockScalars);
    this.#value(root, tree.value, this.#draft.value, rootSlot(this.#parsed, this.#source), style, 0);
    return [...this.#splices, ...aliasSplices(this.#parsed, this.#source, this.#gone, this.#changed, style)];
  }

  #value(node: Node | null, old: unknown, now: unknown, slot: Slot, style: BlockStyle, depth: number): void {
    if (old === now || sameValue(old, now)) return;
    // A pair in a flow list (`[a: 1]`) is a map without tokens of its own.
    if (depth < this.#maxDepth && tokenOf(node) !== undefined && !isAlias(node)) {
      const within = styleWithin(node, this.#source, style);
      const filled = (isMap(node) || isSeq(node)) && node.items.length > 0;
      const maps = isMap(node) && isPlainMap(old) && isPlainMap(now);
      if (filled && maps && this.#map(node, old, now, within, depth)) return;
      const lists = isSeq(node) && Array.isArray(old) && Array.isArray(now);
      if (filled && lists && this.#sequence(node, old, now, within, depth)) return;
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
      this.#value(entry.value, old[key], now[key], entrySlot(entry, this.#source, flow), style, depth + 1);
    }
    const gone = new Set(removed.map((key) => own.get(key)).filter((entry) => entry !== undefined));
    for (const entry of gone) this.#drop(entry.key, entry.value);
    const added = Object.keys(now)
      .filter((key) => !own.has(key) && !(Object.hasOwn(old, key) && sameValue(old[key], now[key])))
      .map((key) => ({ key, value: now[key] as YamlValue, sorted: this.#draft.isSorted(now, key) }));
    const names = new Map([...own].map(([key, entry]) => [entry, key]));
    const entries = entriesOf(node);
    const additions = added
      .sort((a, b) => (a.sorted && b.sorted ? byText(a.key, b.key) : Number(b.sorted) - Number(a.sorted)))
      .map(({ key, value, sorted }) => {
        const greater = sorted ? entries.findIndex((entry) => (names.get(entry) ?? '') > key) : -1;
        return { before: greater === -1 ? entries.length : greater, key, value };
      });
    const extents = entries.map((entry) => this.#extent(entry));
    const missing = entries.map((entry) => gone.has(entry));
    const token = tokenOf(node);
    if (token?.type === 'flow-collection') {
      this.#splices.push(...flowSplices(this.#source, token, extents, missing, additions));
    } else {
      const lines = additions.map(({ before, key, value }) => ({ before, lines: entryLines(key, value, style) }));
      this.#splices.push(...blockSplices(this.#source, extents, missing, lines));
    }
    return true;
  }

  /** Changes a list item by item; false where nothing would stay of it. */
  #sequence(
    node: YAMLSeq,
    old: readonly unknown[],
    now: readonly unknown[],
    style: BlockStyle,
    depth: number,
  ): boolean {
    const origins = this.#draft.origins(now) ?? align(old, now);
    const last = origins.findLast((origin) => origin !== undefined);
    if (last === undefined) return false;
    this.#changed.add(node);
    const [items, tokens, token] = [itemsOf(node), itemTokens(node), tokenOf(node)];
    const flow = token?.type === 'flow-collection';
    const additions: { readonly before: number; readonly value: YamlValue }[] = [];
    let before = 0;
    origins.forEach((origin, position) => {
      if (origin === undefined) {
        additions.push({ before: before > last ? items.length : before, value: now[position] as YamlValue });
        return;
      }
      before = origin + 1;
      const [item = null, itemToken] = [items[origin], tokens[origin]];
      if (itemToken === undefined) return;
      this.#value(item, old[origin], now[position], itemSlot(itemToken, item, this.#source, flow), style, depth + 1);
    });
    const kept = new Set(origins);
    const missing = items.map((_, index) => !kept.has(index));
    this.#drop(...items.filter((_, index) => missing[index]));
    const extents = tokens.map((one, index) => ({ start: itemStart(one), end: itemEnd(one, items[index] ?? null, this.#source) }));
    if (flow) {
      this.#splices.push(...flowSplices(this.#source, token, extents, missing, additions));
    } else {
      const width = dashWidth(node, this.#source);
      const lines = additions.map((one) => ({ before: one.before, lines: itemLines(one.value, style, width) }));
      this.#splices.push(...blockSplices(this.#source, extents, missing, lines));
    }
    return true;
  }

  #extent(entry: Entry): Extent {
    const token = entryToken(entry);
    const start = token === undefined ? (entry.key.range?.[0] ?? 0) : itemStart(token);
    return { start, end: entryEnd(entry, this.#source) };
  }

  #drop(...nodes: readonly (Node | null)[]): void {
    for (const node of nodes) if (node !== null) this.#gone.add(node);
  }
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
