import { sourceFileName } from '../text/slug.js';
import type { YamlPath } from '../text/yaml.js';
import { joinKey, type Edit } from './edit.js';

/** Where an entity of a connection lives. Pure; the drivers' names are facts of ktx's manifest layout. */

/** A scanned table as placement needs it. */
export interface PlacedTable {
  readonly catalog: string | null;
  readonly schema: string | null;
  readonly name: string;
}

/**
 * Path of the manifest shard that a table of this driver belongs to. ktx names shards `<catalog>.<schema>` on Snowflake
 * and Databricks, `<database>` on BigQuery, MySQL and ClickHouse, `<schema>` elsewhere; SQLite has no schemas: `public`.
 */
export function shardPath(connection: string, driver: string, table: PlacedTable): string {
  const name = (): string => {
    switch (driver) {
      case 'snowflake':
      case 'databricks':
        return `${table.catalog ?? 'default'}.${table.schema ?? 'public'}`;
      case 'bigquery':
      case 'mysql':
      case 'clickhouse':
        return table.schema ?? table.catalog ?? 'default';
      case 'sqlite':
        return 'public';
      default:
        return table.schema ?? 'public';
    }
  };
  return `semantic-layer/${connection}/_schema/${safeShard(name())}.yaml`;
}

const safeShard = (name: string): string => (/^[A-Za-z0-9_.-]{1,120}$/.test(name) && !name.startsWith('.') ? name : sourceFileName(name));

/** Path of the overlay or standalone file of a source that has none yet. */
export function sourcePath(connection: string, source: string): string {
  return `semantic-layer/${connection}/${sourceFileName(source)}.yaml`;
}

/** Path of a page that we may write; undefined for a key that never reaches a file. Stricter than ktx: lower case only. */
export function pagePath(key: string): string | undefined {
  return /^[a-z0-9][a-z0-9_-]{0,119}$/.test(key) ? `wiki/global/${key}.md` : undefined;
}

/**
 * Names of a connection's tables in the semantic layer: the bare table name; where two tables share it, the one that
 * the base already has under it keeps it (`taken`: bare name → full name there), the others are `<schema>__<name>`.
 */
export function sourceNames<T extends PlacedTable>(tables: readonly T[], taken: (name: string) => string | undefined, full: (table: T) => string): Map<T, string> {
  const byName = new Map<string, T[]>();
  for (const table of tables) byName.set(table.name, [...(byName.get(table.name) ?? []), table]);
  const names = new Map<T, string>();
  for (const [name, sharing] of byName) {
    const [only] = sharing;
    if (only && sharing.length === 1) {
      names.set(only, name);
      continue;
    }
    const sorted = [...sharing].sort((a, b) => (full(a) < full(b) ? -1 : 1));
    const present = taken(name);
    const keeper = sorted.find((table) => full(table) === present) ?? sorted[0];
    for (const table of sorted) names.set(table, table === keeper ? name : `${table.schema ?? table.catalog ?? 'default'}__${name}`);
  }
  return names;
}

/** Where an edit goes inside its source. */
export interface Slot {
  /** `scanned`: the manifest entry (or the standalone file where there is no entry); `overlay`: the file beside it; `page`: neither. */
  readonly where: 'scanned' | 'overlay' | 'page';
  /** From the root of the entry or of the overlay. */
  readonly path: YamlPath;
  /** Follows its evidence by definition: nobody else's whatever stands there. */
  readonly machine: boolean;
}

const machineKeys = ['db', 'dbt'];

/**
 * Structure, keys, formal and inferred joins, texts of the database and of dbt, constraints, enums, tests, tags and
 * freshness go to the manifest entry; everything that is judged goes to the overlay.
 */
export function slotOf(edit: Edit): Slot {
  const column = 'column' in edit && edit.column !== undefined ? edit.column : undefined;
  const inColumn = column === undefined ? [] : ['columns', { name: column }];
  switch (edit.kind) {
    case 'source': return { where: 'scanned', path: [], machine: true };
    case 'column': return { where: 'scanned', path: inColumn, machine: true };
    case 'description': {
      const key = edit.key ?? '';
      if (machineKeys.includes(key)) return { where: 'scanned', path: [...inColumn, 'descriptions', key], machine: true };
      const override = column === undefined ? [] : ['column_overrides', { name: column }];
      return { where: 'overlay', path: [...override, 'descriptions', key], machine: false };
    }
    case 'property': return { where: 'scanned', path: [...inColumn, ...(edit.field ?? '').split('.')], machine: true };
    case 'join': {
      const join = edit.op === 'put' ? edit.value : edit.join ?? { to: '', on: '' };
      return { where: 'scanned', path: ['joins', { to: join.to, on: join.on }], machine: edit.op === 'put' && edit.value.source === 'formal' };
    }
    case 'grain': return { where: 'overlay', path: ['grain'], machine: false };
    case 'measure': return { where: 'overlay', path: ['measures', { name: edit.name ?? '' }], machine: false };
    case 'segment': return { where: 'overlay', path: ['segments', { name: edit.name ?? '' }], machine: false };
    case 'page': return { where: 'page', path: [], machine: false };
  }
}

/** Where what an overlay would hold goes in a standalone file, which holds its columns itself. */
export function standalonePath(edit: Edit): YamlPath {
  const { path } = slotOf(edit);
  return path[0] === 'column_overrides' ? ['columns', ...path.slice(1)] : path;
}

/** The joins of a parsed entry by their key; what is not a join is left out. */
export function joinsOf(entry: unknown): Map<string, { to: string; on: string; relationship: unknown; source: unknown }> {
  const joins = (entry as { joins?: unknown } | null | undefined)?.joins;
  const found = new Map<string, { to: string; on: string; relationship: unknown; source: unknown }>();
  for (const join of Array.isArray(joins) ? (joins as Record<string, unknown>[]) : []) {
    const { to, on, relationship, source } = join ?? {};
    if (typeof to === 'string' && typeof on === 'string') found.set(joinKey({ to, on }), { to, on, relationship, source });
  }
  return found;
}

export type ContextPath =
  | { readonly kind: 'manifest'; readonly connection: string }
  | { readonly kind: 'source'; readonly connection: string }
  | { readonly kind: 'page'; readonly key: string }
  | { readonly kind: 'userPage' };

/** What a path of the project means to the context; undefined: nothing. */
export function contextPath(path: string): ContextPath | undefined {
  const parts = path.split('/');
  const [top, second, third] = parts;
  if (top === 'semantic-layer' && second !== undefined && parts.length >= 3 && /\.ya?ml$/.test(path)) {
    return third === '_schema' ? { kind: 'manifest', connection: second } : { kind: 'source', connection: second };
  }
  if (top === 'wiki' && second === 'global' && parts.length === 3 && third?.endsWith('.md')) return { kind: 'page', key: third.slice(0, -3) };
  if (top === 'wiki' && second === 'user') return { kind: 'userPage' };
  return undefined;
}
