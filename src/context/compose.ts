import { isOverlay, type Context, type Found } from './context.js';

/** A source as ktx sees it: its manifest entry with its overlay on top, or its standalone file. */
export interface ComposedSource {
  readonly connection: string;
  readonly name: string;
  readonly kind: 'scanned' | 'overlaid' | 'standalone' | 'orphan';
  readonly entry?: Found;
  readonly file?: Found;
  /** As it goes into SQL; undefined for a SQL source. */
  readonly table?: string;
  readonly sql?: string;
  readonly columns: readonly ComposedColumn[];
  readonly joins: readonly ComposedItem<{ to: string; on: string; relationship: string; alias?: string }>[];
  readonly measures: readonly ComposedItem<{ name: string; expr: string; filter?: string; segments: readonly string[] }>[];
  readonly segments: readonly ComposedItem<{ name: string; expr: string }>[];
  readonly grain: readonly string[];
}

export interface ComposedColumn {
  readonly name: string;
  /** Of a computed column. */
  readonly expr?: string;
  readonly index?: number;
}

/** An item with the file that it stands in and its index in its list there. */
export interface ComposedItem<T> {
  readonly value: T;
  readonly file: Found;
  readonly index: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const records = (value: unknown): { item: Record<string, unknown>; index: number }[] =>
  Array.isArray(value) ? value.flatMap((item: unknown, index) => (isRecord(item) ? [{ item, index }] : [])) : [];
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Composes one source by ktx's rules; undefined where there is nothing of that name. */
export function composeSource(context: Context, connection: string, name: string): ComposedSource | undefined {
  const entry = context.entry(connection, name);
  const file = context.source(connection, name);
  if (!entry && !file) return undefined;
  const overlay = file && isOverlay(file.value) ? file : undefined;
  const standalone = file && !overlay ? file : undefined;
  const base = standalone ?? entry;
  const excluded = new Set(strings(overlay?.value['exclude_columns']).map((column) => column.toLowerCase()));
  const columns: ComposedColumn[] = records(base?.value['columns'])
    .map(({ item, index }) => ({ name: text(item['name']), index, ...(typeof item['expr'] === 'string' ? { expr: item['expr'] } : {}) }))
    .filter((column) => column.name !== '' && !excluded.has(column.name.toLowerCase()));
  for (const { item, index } of records(overlay?.value['columns'])) columns.push({ name: text(item['name']), expr: text(item['expr']), index });

  const plain = (on: string): string => on.replace(/\s+/g, ' ').trim();
  const disabled = new Set((Array.isArray(overlay?.value['disable_joins']) ? (overlay.value['disable_joins'] as unknown[]) : []).map((join) => plain(isRecord(join) ? text(join['on']) : text(join))));
  const joins = [base, overlay].flatMap((found) => (found ? records(found.value['joins']).map(({ item, index }) => ({
    value: { to: text(item['to']), on: text(item['on']), relationship: text(item['relationship']), ...(typeof item['alias'] === 'string' ? { alias: item['alias'] } : {}) }, file: found, index,
  })) : [])).filter((join) => join.file === overlay || !disabled.has(plain(join.value.on)));
  const from = overlay ?? standalone;
  return {
    connection, name,
    kind: standalone ? 'standalone' : overlay ? (entry ? 'overlaid' : 'orphan') : 'scanned',
    ...(entry ? { entry } : {}), ...(file ? { file } : {}),
    ...(typeof base?.value['table'] === 'string' ? { table: base.value['table'] } : {}),
    ...(typeof base?.value['sql'] === 'string' ? { sql: base.value['sql'] } : {}),
    columns, joins,
    measures: from ? records(from.value['measures']).map(({ item, index }) => ({
      value: { name: text(item['name']), expr: text(item['expr']), ...(typeof item['filter'] === 'string' ? { filter: item['filter'] } : {}), segments: strings(item['segments']) }, file: from, index,
    })) : [],
    segments: from ? records(from.value['segments']).map(({ item, index }) => ({ value: { name: text(item['name']), expr: text(item['expr']) }, file: from, index })) : [],
    grain: strings(overlay?.value['grain'] ?? standalone?.value['grain'] ?? records(entry?.value['columns']).filter(({ item }) => item['pk'] === true).map(({ item }) => item['name'])),
  };
}
