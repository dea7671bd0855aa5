/** Values out of JSON and YAML whose shape nobody promised. Each function gives an empty value for another shape. */

export type Fields = Readonly<Record<string, unknown>>;

const none: Fields = Object.freeze({});

export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : none;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string, or a number or boolean as one; null for everything else and for the empty string. */
export function text(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** A string alone or a list of strings, as dbt takes tags; other elements are left out. */
export function texts(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(text).filter((item) => item !== null);
}

const noTexts: readonly string[] = Object.freeze([]);

/** Sorted by code unit, each once. */
export function sortedSet(values: readonly string[]): readonly string[] {
  return values.length === 0 ? noTexts : [...new Set(values)].sort();
}

/** The tags of a node or column, which dbt takes beside `config` and in it. */
export function tagsOf(value: Fields, config: Fields): readonly string[] {
  return sortedSet([...texts(value['tags']), ...texts(config['tags'])]);
}

/** The meta of a node or column, which dbt takes beside `config` and in it. */
export function metaOf(value: Fields, config: Fields): Fields {
  const beside = fields(value['meta']);
  const inside = fields(config['meta']);
  const isEmpty = (meta: Fields): boolean => meta === none || Object.keys(meta).length === 0;
  // One empty value for all: a warehouse has a hundred thousand columns without meta.
  return isEmpty(beside) ? (isEmpty(inside) ? none : inside) : { ...inside, ...beside };
}

/** Prose as dbt keeps it: line endings of one kind, nothing around it. */
export function prose(value: unknown): string {
  const found = text(value);
  return found === null ? '' : lines(found).trim();
}

/** Line endings of one kind. */
export function lines(value: string): string {
  return value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value;
}
