import { type Node, type Pair, Scalar, isAlias, isMap, isScalar, isSeq } from 'yaml';

/** Why a tree has no plain value. */
export interface ValueProblem {
  readonly reason: 'syntax' | 'aliases' | 'too-deep';
  readonly message: string;
  readonly offset: number;
}

export type Plain = PlainTree | { readonly problem: ValueProblem };

export interface PlainTree {
  /** Maps are objects in the order of the file; what several aliases stand for is one object. */
  readonly value: unknown;
  /** What every anchored node stands for. */
  readonly anchored: ReadonlyMap<Node, unknown>;
  /** The node that every alias names. */
  readonly targets: ReadonlyMap<Node, Node>;
}

export interface PlainLimits {
  readonly maxDepth: number;
  readonly maxAliases: number;
}

export type Entry = Pair<Node, Node | null>;

/**
 * The plain value of a parsed tree. An anchor holds for what follows it, and may be defined again. Keys become strings,
 * explicit keys of a map win over merged ones, and of several merge sources the first.
 */
export function toPlain(root: Node | null, limits: PlainLimits): Plain {
  try {
    const conversion = new Conversion(limits);
    const value = conversion.node(root, 0);
    return { value, anchored: conversion.anchored, targets: conversion.targets };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.problem };
    throw error;
  }
}

/** A plain `<<`; a quoted one is a key like any other. */
export function isMergeKey(key: Node | null): boolean {
  if (!isScalar(key) || (key.type !== undefined && key.type !== Scalar.PLAIN)) return false;
  return typeof key.value === 'symbol' && key.value.description === '<<';
}

/** The name under which the value of a key stands in the plain value, the same as ktx sees. */
export function keyName(key: unknown): string {
  if (typeof key === 'string') return key;
  if (key === null || key === undefined) return '';
  return typeof key === 'object' ? JSON.stringify(key) : String(key);
}

/** Nodes of which there may be copies by alias, all together: nine levels of nine aliases stand for 43 million. */
const maxCopiedNodes = 2_000_000;

/** What an anchored node stands for; nodes and uses of anchors are counted after expansion, height in levels below it. */
interface Anchored {
  readonly node: Node;
  readonly value: unknown;
  readonly nodes: number;
  readonly uses: number;
  readonly height: number;
}

/** Leaves the recursion; never leaves this file. */
class Refused extends Error {
  readonly problem: ValueProblem;

  constructor(reason: ValueProblem['reason'], message: string, node: Node | null) {
    super(message);
    this.problem = { reason, message, offset: node?.range?.[0] ?? 0 };
  }
}

class Conversion {
  readonly anchored = new Map<Node, unknown>();
  readonly targets = new Map<Node, Node>();
  readonly #limits: PlainLimits;
  readonly #anchors = new Map<string, Anchored | 'open'>();
  #nodes = 0;
  #copied = 0;
  #uses = 0;
  #deepest = 0;

  constructor(limits: PlainLimits) {
    this.#limits = limits;
  }

  node(node: Node | null, depth: number): unknown {
    if (node === null) return null;
    if (isAlias(node)) return this.#alias(node, node.source, depth);
    this.#nodes += 1;
    this.#deepest = Math.max(this.#deepest, depth);
    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (anchor === undefined) return this.#bare(node, depth);

    const [nodes, uses, deepest] = [this.#nodes, this.#uses, this.#deepest];
    this.#deepest = depth;
    this.#anchors.set(anchor, 'open');
    const value = this.#bare(node, depth);
    this.anchored.set(node, value);
    this.#anchors.set(anchor, {
      node,
      value,
      nodes: this.#nodes - nodes + 1,
      uses: this.#uses - uses,
      height: this.#deepest - depth,
    });
    this.#deepest = Math.max(deepest, this.#deepest);
    return value;
  }

  #alias(node: Node, name: string, depth: number): unknown {
    const target = this.#anchors.get(name);
    if (target === undefined) throw new Refused('syntax', `*${name} has no anchor before it`, node);
    if (target === 'open') throw new Refused('aliases', `*${name} stands inside of what it names`, node);
    this.#uses += 1 + target.uses;
    this.#nodes += target.nodes;
    this.#copied += target.nodes;
    this.#deepest = Math.max(this.#deepest, depth + target.height);
    if (this.#uses > this.#limits.maxAliases || this.#copied > maxCopiedNodes) {
      throw new Refused('aliases', 'aliases make the file stand for far more than it holds', node);
    }
    if (depth + target.height > this.#limits.maxDepth) {
      throw new Refused('too-deep', `aliases nest more than ${this.#limits.maxDepth} levels in each other`, node);
    }
    this.targets.set(node, target.node);
    return target.value;
  }

  #bare(node: Node, depth: number): unknown {
    if (isScalar(node)) return typeof node.value === 'symbol' ? node.value.description : node.value;
    if (isMap(node)) return this.#map(node.items as Entry[], depth);
    if (!isSeq(node)) return null;
    return node.items.map((item) => this.node(item as Node | null, depth + 1));
  }

  #map(items: readonly Entry[], depth: number): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    const sources: { readonly at: Node; readonly source: unknown }[] = [];
    for (const { key, value } of items) {
      if (isMergeKey(key)) {
        sources.push({ at: key, source: this.node(value, depth + 1) });
        continue;
      }
      const name = keyName(this.node(key, depth + 1));
      if (entries.has(name)) throw new Refused('syntax', `the key ${JSON.stringify(name)} is there twice`, key);
      entries.set(name, this.node(value, depth + 1));
    }
    for (const { at, source } of sources) {
      for (const part of Array.isArray(source) ? (source as unknown[]) : [source]) {
        if (part === null || typeof part !== 'object' || Array.isArray(part)) {
          throw new Refused('syntax', 'a merge key (<<) takes a map or a list of maps', at);
        }
        for (const [name, value] of Object.entries(part)) if (!entries.has(name)) entries.set(name, value);
      }
    }
    return Object.fromEntries(entries);
  }
}
