import { type Node, type YAMLMap, type YAMLSeq, isAlias, isMap, isScalar, isSeq } from 'yaml';
import { canonicalJson } from './canonical.js';
import { type Entry, isMergeKey, keyName } from './yaml-plain.js';

/** A map key, an index of a sequence, or the first item of a sequence that is a map with these scalars. */
export type YamlStep = string | number | Readonly<Record<string, string>>;

/** Steps from the root to a value. */
export type YamlPath = readonly YamlStep[];

/** A value of the tree with the key that leads to it; items of a sequence have none. */
export interface Found {
  readonly key?: Node;
  readonly value: Node | null;
}

/**
 * Finds nodes by path. Every index is made when it is first needed, so that asking for all places of a large file is
 * linear in its size.
 */
export class YamlTree {
  readonly #root: Node | null;
  readonly #targets: ReadonlyMap<Node, Node>;
  readonly #entries = new WeakMap<YAMLMap, ReadonlyMap<string, Entry>>();
  readonly #items = new WeakMap<YAMLSeq, Map<string, ReadonlyMap<string, number>>>();

  constructor(root: Node | null, targets: ReadonlyMap<Node, Node>) {
    this.#root = root;
    this.#targets = targets;
  }

  /** What the path leads to, through aliases and merge keys; the last value may itself be an alias. */
  find(path: YamlPath): Found | undefined {
    let found: Found | undefined = { value: this.#root };
    for (const step of path) {
      found = this.step(found.value, step);
      if (found === undefined) return undefined;
    }
    return found;
  }

  /** What one step below the node leads to. */
  step(node: Node | null, step: YamlStep): Found | undefined {
    const target = this.target(node);
    if (isMap(target)) {
      if (typeof step === 'object') return undefined;
      return this.#inMap(target, String(step));
    }
    if (!isSeq(target)) return undefined;
    const index = typeof step === 'number' ? step : typeof step === 'object' ? this.indexOf(target, step) : undefined;
    if (index === undefined || index < 0 || index >= target.items.length) return undefined;
    return { value: target.items[index] as Node | null };
  }

  /** The node itself, or what it is an alias of. */
  target(node: Node | null): Node | null {
    if (!isAlias(node)) return node;
    return this.#targets.get(node) ?? null;
  }

  /** The entry of exactly this map, without merged ones. */
  entry(map: YAMLMap, key: string): Entry | undefined {
    let entries = this.#entries.get(map);
    if (entries === undefined) {
      entries = new Map(
        (map.items as Entry[]).filter((entry) => !isMergeKey(entry.key)).map((entry) => [this.#name(entry.key), entry]),
      );
      this.#entries.set(map, entries);
    }
    return entries.get(key);
  }

  /** The index of the first item that is a map with these scalars. */
  indexOf(seq: YAMLSeq, wanted: Readonly<Record<string, string>>): number | undefined {
    const keys = Object.keys(wanted).sort();
    const kind = canonicalJson(keys);
    let kinds = this.#items.get(seq);
    if (kinds === undefined) this.#items.set(seq, (kinds = new Map<string, ReadonlyMap<string, number>>()));
    let index = kinds.get(kind);
    if (index === undefined) kinds.set(kind, (index = this.#indexBy(seq, keys)));
    return index.get(canonicalJson(keys.map((key) => wanted[key])));
  }

  #indexBy(seq: YAMLSeq, keys: readonly string[]): ReadonlyMap<string, number> {
    const index = new Map<string, number>();
    seq.items.forEach((item, position) => {
      const values = keys.map((key) => this.#scalar(this.step(item as Node | null, key)?.value ?? null));
      if (values.includes(undefined)) return;
      const key = canonicalJson(values);
      if (!index.has(key)) index.set(key, position);
    });
    return index;
  }

  /** Whether a merge key of this map provides the key. */
  isMerged(map: YAMLMap, key: string): boolean {
    return this.#merged(map, key) !== undefined;
  }

  #inMap(map: YAMLMap, key: string): Found | undefined {
    return this.entry(map, key) ?? this.#merged(map, key);
  }

  #merged(map: YAMLMap, key: string): Found | undefined {
    for (const entry of map.items as Entry[]) {
      if (!isMergeKey(entry.key)) continue;
      const source = this.target(entry.value);
      for (const part of isSeq(source) ? source.items : [source]) {
        const found = this.step(part as Node | null, key);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  #scalar(node: Node | null): string | undefined {
    const target = this.target(node);
    if (!isScalar(target) || target.value === null || typeof target.value === 'symbol') return undefined;
    return String(target.value);
  }

  #name(key: Node): string {
    const target = this.target(key);
    return isScalar(target) ? keyName(target.value) : keyName(target?.toJSON());
  }
}
