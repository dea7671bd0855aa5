import type { ConfigKind, DbtProject } from './project.js';
import { type Fields, fields, texts } from './shape.js';
import { rendered, type Scope } from './target.js';

/** From the weakest to the strongest: folders of dbt_project.yml, property file, the SQL file's own config(…). */
export type ConfigLayers = readonly Fields[];

/** Keys that dbt_project.yml may also give without `+`. */
const plainKeys: ReadonlySet<string> = new Set([
  'materialized', 'schema', 'database', 'alias', 'tags', 'enabled', 'meta', 'target_schema', 'target_database', 'project', 'dataset', 'catalog', 'severity', 'where',
]);

/** What dbt_project.yml configures for a resource, from its kind down the folders that its name leads through. */
export function folderLayers(project: DbtProject, kind: ConfigKind, path: readonly string[]): ConfigLayers {
  const layers: Fields[] = [];
  let level = project.configs[kind];
  for (const step of [null, ...path]) {
    if (step !== null) level = fields(level[step]);
    const layer: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(level)) {
      if (key.startsWith('+')) layer[key.slice(1)] = value;
      else if (plainKeys.has(key) && (key === 'meta' || typeof value !== 'object')) layer[key] = value;
      else if (key === 'tags' && Array.isArray(value)) layer[key] = value;
    }
    if (Object.keys(layer).length > 0) layers.push(layer);
  }
  return layers;
}

/** The strongest text among the layers: undefined where none gives one, null where it cannot be told without running dbt. */
export function configured(layers: ConfigLayers, scope: Scope, ...keys: readonly string[]): string | null | undefined {
  for (const layer of layers.toReversed()) {
    for (const key of keys) {
      if (!Object.hasOwn(layer, key) || layer[key] === null) continue;
      return rendered(layer[key], scope);
    }
  }
  return undefined;
}

/** Enabled unless the strongest layer that says so says no. */
export function isEnabled(layers: ConfigLayers, scope: Scope): boolean {
  return !['false', 'no', 'off'].includes(configured(layers, scope, 'enabled')?.toLowerCase() ?? '');
}

/** Tags add up over all layers. */
export function configuredTags(layers: ConfigLayers, scope: Scope): string[] {
  return layers.flatMap((layer) => texts(layer['tags']))
    .map((tag) => rendered(tag, scope))
    .filter((tag) => tag !== null);
}

/** Meta adds up by key, the stronger layer over the weaker. */
export function configuredMeta(layers: ConfigLayers): Fields {
  return layers.reduce<Fields>((meta, layer) => {
    const added = fields(layer['meta']);
    return Object.keys(added).length === 0 ? meta : { ...meta, ...added };
  }, fields(undefined));
}

/** What a property file configures: its `config` over the tags and meta beside it. */
export function propertyLayers(value: Fields): ConfigLayers {
  return [{ tags: value['tags'], meta: value['meta'] }, fields(value['config'])];
}
