import { type YamlLimits, type YamlProblem, parseBounded } from './yaml-parse.js';
import { type YamlPath, YamlTree } from './yaml-tree.js';

export { emitYaml } from './yaml-emit.js';
export type { YamlLimits, YamlProblem } from './yaml-parse.js';
export type { YamlPath, YamlStep } from './yaml-tree.js';

/** A position in a file; line and column are 1-based, columns count UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type YamlValue =
  | string
  | number
  | boolean
  | null
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue };

export interface YamlDocument {
  /** Plain JavaScript; aliases and merge keys are resolved, keys are strings. Shared parts may be the same object. */
  readonly value: unknown;
  /** Where the value at the path starts, or with `key` the key that leads to it. Undefined where there is nothing. */
  place(path: YamlPath, options?: { readonly key?: boolean }): Place | undefined;
}

export type YamlResult =
  | { readonly ok: true; readonly document: YamlDocument }
  | { readonly ok: false; readonly problem: YamlProblem };

/**
 * Reads one YAML document. Never throws, and its cost is bounded by the limits: a file that is too large (default 4 MB),
 * too deep (64 levels) or expands too much through aliases (10,000 uses) is a problem, as are invalid UTF-8, several
 * documents and duplicate keys.
 *
 * Scalars mean what YAML 1.2 says, as in ktx: `on:` and `no` are strings. Merge keys are resolved, as in dbt.
 */
export function readYaml(bytes: Uint8Array | string, limits: YamlLimits = {}): YamlResult {
  const parsed = parseBounded(bytes, limits);
  if (!parsed.ok) return parsed;
  const { root, lines } = parsed;
  const { value, targets } = parsed.tree;
  let tree: YamlTree | undefined;
  const place: YamlDocument['place'] = (path, options = {}) => {
    tree ??= new YamlTree(root, targets);
    const found = tree.find(path);
    if (found === undefined) return undefined;
    const node = options.key === true ? (found.key ?? found.value) : found.value;
    return lines.place((node ?? found.key)?.range?.[0] ?? 0);
  };
  return { ok: true, document: { value, place } };
}
