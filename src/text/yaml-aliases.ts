import { type Node, isAlias, isMap, isSeq } from 'yaml';
import type { BlockStyle } from './yaml-emit.js';
import type { Parsed } from './yaml-parse.js';
import { type Slot, type Splice, entrySlot, itemSlot, replaceValue, rootSlot } from './yaml-slot.js';
import { type Source, entriesOf, isBlockCollection, itemTokens, itemsOf, styleWithin } from './yaml-source.js';
import type { YamlValue } from './yaml.js';

/**
 * The splices that keep the meaning of aliases whose anchor goes or changes: the first alias that is left becomes the
 * anchor of the old value, so that all behind it can stay as they are.
 */
export function aliasSplices(
  parsed: Parsed,
  source: Source,
  replaced: ReadonlySet<Node>,
  changed: ReadonlySet<Node>,
  style: BlockStyle,
): Splice[] {
  const { root, tree } = parsed;
  if (tree.targets.size === 0) return [];
  const gone = withDescendants(replaced);
  const moved = new Set<Node>();
  const splices: Splice[] = [];
  const visit = (node: Node | null, slot: Slot, outer: BlockStyle): void => {
    if (node === null || gone.has(node)) return;
    const target = isAlias(node) ? tree.targets.get(node) : undefined;
    if (isAlias(node) && target !== undefined && (gone.has(target) || changed.has(target)) && !moved.has(target)) {
      moved.add(target);
      splices.push(...replaceValue(source, slot, node, tree.anchored.get(target) as YamlValue, outer, node.source));
    }
    const style = styleWithin(node, source, outer);
    const flow = !isBlockCollection(node);
    if (isMap(node)) for (const entry of entriesOf(node)) visit(entry.value, entrySlot(entry, source, flow), style);
    if (!isSeq(node)) return;
    for (const [index, token] of itemTokens(node).entries()) {
      const item = itemsOf(node)[index] ?? null;
      visit(item, itemSlot(token, item, source, flow), style);
    }
  };
  visit(root, rootSlot(parsed, source), style);
  return splices;
}

function withDescendants(nodes: ReadonlySet<Node>): ReadonlySet<Node> {
  const all = new Set<Node>();
  const add = (node: Node | null): void => {
    if (node === null) return;
    all.add(node);
    if (isSeq(node)) itemsOf(node).forEach(add);
    if (!isMap(node)) return;
    for (const { key, value } of entriesOf(node)) {
      add(key);
      add(value);
    }
  };
  nodes.forEach(add);
  return all;
}
