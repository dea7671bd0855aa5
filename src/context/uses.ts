import { analyseExpression, analyseJoin } from '../sql/expression.js';
import type { SqlParser } from '../sql/parser.js';
import { asNode, columnsOf, tablesOf } from '../sql/tree.js';
import type { YamlPath } from '../text/yaml.js';
import { composeSource, type ComposedSource } from './compose.js';
import type { Context, Found } from './context.js';
import { joinKey } from './edit.js';
import { sameTable } from './entry.js';
import { readPage } from './page.js';
import { contextPath } from './placement.js';

/** Who rests on which source and column. */

export interface Use {
  /** `measure:warehouse/orders.revenue`, `page:refunds`. */
  readonly entity: string;
  /** The source that is used, which need not be the one that the entity stands in. */
  readonly connection: string;
  readonly source: string;
  /** Null: the source as a whole. */
  readonly column: string | null;
  readonly file: string;
  readonly line: number;
  /** It follows its evidence: the next run mends it. */
  readonly machine: boolean;
}

export interface UsesInput {
  readonly context: Context;
  readonly parser: SqlParser;
  dialectOf(connection: string): string;
}

/** Every use that overlays, standalone sources, joins and pages make of a source or column. */
export function usesOf(input: UsesInput): Use[] {
  const { context } = input;
  const uses: Use[] = [];
  for (const connection of context.connections()) {
    const names = new Set([...context.entryNames(connection), ...context.sourceNames(connection)]);
    for (const name of [...names].sort()) {
      const source = composeSource(context, connection, name);
      if (source) uses.push(...usesInSource(input, source));
    }
  }
  return [...uses, ...usesInPages(context)];
}

function usesInSource(input: UsesInput, source: ComposedSource): Use[] {
  const { connection, name } = source;
  const dialect = input.dialectOf(connection);
  const uses: Use[] = [];
  const use = (entity: string, found: Found, at: YamlPath, of: string, column: string | null, machine = false): void => {
    const path: YamlPath = found === source.entry ? ['tables', name, ...at] : at;
    // places are looked up in few of thousands
    uses.push({ entity, connection, source: of, column, file: found.file.path, get line() { return lineOf(found, path); }, machine });
  };
  const measures = new Set(source.measures.map(({ value }) => value.name));
  const own = new Set(source.columns.map((column) => column.name.toLowerCase()));
  const expression = (entity: string, text: string, found: Found, at: YamlPath): void => {
    const read = analyseExpression(input.parser, text, dialect);
    if (!read.ok) return;
    for (const { table, column } of read.columns) {
      if ((table === undefined || table === name) && measures.has(column) && !own.has(column.toLowerCase())) continue;
      use(entity, found, at, table ?? name, column);
    }
  };
  const id = `${connection}/${name}`;
  for (const { value, file, index } of source.measures) {
    expression(`measure:${id}.${value.name}`, value.expr, file, ['measures', index, 'expr']);
    if (value.filter !== undefined) expression(`measure:${id}.${value.name}`, value.filter, file, ['measures', index, 'filter']);
  }
  for (const { value, file, index } of source.segments) expression(`segment:${id}.${value.name}`, value.expr, file, ['segments', index, 'expr']);
  for (const { value, file, index } of source.joins) {
    const entity = `join:${id}->${joinKey(value)}`;
    const machine = file === source.entry;
    use(entity, file, ['joins', index], value.to, null, machine);
    const read = analyseJoin(input.parser, value.on, dialect);
    for (const side of read.ok ? read.pairs.flatMap(({ left, right }) => [left, right]) : []) use(entity, file, ['joins', index, 'on'], side.source, side.column, machine);
  }
  const { file } = source;
  if (!file) return uses;
  for (const column of source.columns) if (column.expr !== undefined && column.index !== undefined) expression(`column:${id}.${column.name}`, column.expr, file, ['columns', column.index, 'expr']);
  const listed = (key: string): unknown[] => (Array.isArray(file.value[key]) ? (file.value[key] as unknown[]) : []);
  const named = (item: unknown): string | undefined => (typeof item === 'string' ? item : typeof (item as { name?: unknown } | null)?.name === 'string' ? (item as { name: string }).name : undefined);
  listed('grain').forEach((item, index) => { if (typeof item === 'string') use(`grain:${id}`, file, ['grain', index], name, item); });
  for (const key of ['column_overrides', 'exclude_columns']) {
    listed(key).forEach((item, index) => {
      const column = named(item);
      if (column !== undefined) use(`column:${id}.${column}`, file, [key, index], name, column);
    });
  }
  if (source.kind === 'overlaid') use(`source:${id}`, file, ['name'], name, null);
  if (source.sql !== undefined) sqlUses(input, source, source.sql, file, use);
  return uses;
}

/** The line of what the path leads to, or of the nearest thing around it. */
function lineOf(found: Found, path: YamlPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const place = found.file.document.place(path.slice(0, length));
    if (place) return place.line;
  }
  return 1;
}

/** The sources whose tables a SQL source reads; of a single one also its columns. */
function sqlUses(input: UsesInput, source: ComposedSource, sql: string, file: Found, use: (entity: string, found: Found, at: YamlPath, of: string, column: string | null) => void): void {
  const { context } = input;
  const parsed = input.parser.parse(sql, input.dialectOf(source.connection));
  const root = parsed.ok && parsed.tree.length === 1 ? asNode(parsed.tree[0]) : null;
  if (root === null) return;
  const entity = `source:${source.connection}/${source.name}`;
  const tables = tablesOf(root);
  const read = new Set<string>();
  for (const table of tables) {
    const written = [table.catalog, table.schema, table.name].filter((part) => part !== null).join('.');
    const named = context.entry(source.connection, table.name);
    if (named && sameTable(named.value['table'], written)) read.add(table.name);
  }
  for (const name of read) use(entity, file, ['sql'], name, null);
  const [only] = read;
  if (only === undefined || tables.length !== 1) return;
  const columns = new Set(composeSource(context, source.connection, only)?.columns.map((column) => column.name.toLowerCase()));
  for (const column of new Set(columnsOf(root).map((one) => one.column))) if (columns.has(column.toLowerCase())) use(entity, file, ['sql'], only, column);
}

/** `[connection/]source[.entity]` of a page's sl_refs; what is no column is a use of the source. */
function usesInPages(context: Context): Use[] {
  const uses: Use[] = [];
  for (const path of context.pages()) {
    const kind = contextPath(path);
    const bytes = context.tree.get(path);
    if (kind?.kind !== 'page' || !bytes) continue;
    const { frontmatter, frontmatterLine } = readPage(bytes);
    const references = (frontmatter?.value as { sl_refs?: unknown } | null | undefined)?.sl_refs;
    (Array.isArray(references) ? (references as unknown[]) : []).forEach((reference, index) => {
      const [, named, source = '', entity] = /^(?:([^/]+)\/)?([^.]+)(?:\.(.+))?$/.exec(typeof reference === 'string' ? reference : '') ?? [];
      const connection = named ?? context.connections().find((one) => composeSource(context, one, source) !== undefined);
      const composed = connection === undefined ? undefined : composeSource(context, connection, source);
      if (!frontmatter || connection === undefined || !composed) return;
      const column = composed.columns.find((one) => one.name.toLowerCase() === entity?.toLowerCase());
      uses.push({
        entity: `page:${kind.key}`, connection, source, column: column?.name ?? null, file: path,
        line: (frontmatter.place(['sl_refs', index])?.line ?? 1) + frontmatterLine - 1, machine: false,
      });
    });
  }
  return uses;
}
