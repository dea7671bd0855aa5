import { parse } from 'yaml';
import { z } from 'zod';

/** What ktx takes, written down a second time and strictly (from its documentation): every file that a run leaves has to fit. */

const text = z.string().min(1);
const descriptions = z.record(text, text);
const test = z.strictObject({ name: text, package: text, kwargs: z.record(z.string(), z.unknown()).optional() });
const dbtFacts = {
  constraints: z.strictObject({ dbt: z.strictObject({ not_null: z.boolean().optional(), unique: z.boolean().optional() }).optional() }).optional(),
  enum_values: z.strictObject({ dbt: z.array(z.string()).optional() }).optional(),
  tests: z.strictObject({ dbt: z.array(test).optional(), dbt_by_package: z.record(z.string(), z.unknown()).optional() }).optional(),
};
const type = z.enum(['string', 'number', 'time', 'boolean']);
const columnName = text.regex(/^[^.]+$/);
const relationship = z.enum(['many_to_one', 'one_to_many', 'one_to_one']);
const join = z.strictObject({ to: text, on: text, relationship, alias: text.optional() });
const measure = z.strictObject({ name: text, expr: text, filter: text.optional(), segments: z.array(text).optional(), description: z.string().optional() });
const segment = z.strictObject({ name: text, expr: text, description: z.string().optional() });
const role = z.enum(['time', 'default']);
const visibility = z.enum(['public', 'internal', 'hidden']);
const dbtTags = z.strictObject({ dbt: z.array(z.string()).optional() });
const freshness = z.strictObject({ dbt: z.strictObject({ raw: z.string().optional(), loaded_at_field: z.string().optional() }).optional() });

const distinct = (items: readonly { readonly name: string }[]): boolean => new Set(items.map(({ name }) => name.toLowerCase())).size === items.length;

const standalone = z.strictObject({
  name: text, descriptions: descriptions.optional(), source_type: z.enum(['table', 'sql']).optional(), table: text.optional(), sql: text.optional(), inherits_columns_from: text.optional(),
  grain: z.array(columnName).min(1),
  columns: z.array(z.strictObject({ name: columnName, type: type.optional(), role: role.optional(), visibility: visibility.optional(), descriptions: descriptions.optional(), expr: text.optional(), natural_granularity: z.string().optional(), ...dbtFacts })).min(1).refine(distinct),
  joins: z.array(join).default([]), measures: z.array(measure).refine(distinct).default([]), segments: z.array(segment).refine(distinct).optional(),
  default_time_dimension: z.strictObject({ dbt: text.optional() }).optional(), tags: dbtTags.optional(), freshness: freshness.optional(), usage: z.looseObject({}).optional(),
}).refine(({ table, sql }) => (table === undefined) !== (sql === undefined)).refine(({ grain, columns }) => grain.every((name) => columns.some((column) => column.name === name)));

const overlay = z.strictObject({
  name: text, descriptions: descriptions.optional(), grain: z.array(columnName).min(1).optional(),
  columns: z.array(z.strictObject({ name: columnName, type, expr: text, role: role.optional(), visibility: visibility.optional(), descriptions: descriptions.optional() })).refine(distinct).optional(),
  column_overrides: z.array(z.strictObject({ name: columnName, role: role.optional(), visibility: visibility.optional(), descriptions: descriptions.optional(), ...dbtFacts })).refine(distinct).optional(),
  joins: z.array(join).optional(), measures: z.array(measure).refine(distinct).optional(), segments: z.array(segment).refine(distinct).optional(),
  exclude_columns: z.array(text).optional(), disable_joins: z.array(z.union([text, z.looseObject({ on: text })])).optional(),
  default_time_dimension: z.strictObject({ dbt: text.optional() }).optional(), usage: z.looseObject({}).optional(),
});

const manifest = z.strictObject({
  tables: z.record(text, z.strictObject({
    table: text, descriptions: descriptions.optional(),
    columns: z.array(z.strictObject({ name: columnName, type, pk: z.literal(true).optional(), nullable: z.boolean().optional(), descriptions: descriptions.optional(), ...dbtFacts })).min(1).refine(distinct),
    joins: z.array(z.strictObject({ to: text, on: text, relationship, source: z.enum(['formal', 'inferred', 'manual']) })).optional(),
    tags: dbtTags.optional(), freshness: freshness.optional(), usage: z.looseObject({}).optional(),
  })),
});

const page = z.looseObject({ summary: text, tags: z.array(text).optional(), refs: z.array(text).optional(), sl_refs: z.array(text).optional() });

/** What is wrong with a context, a line a file; none where ktx takes all of it. */
export function strictProblems(files: Readonly<Record<string, string>>): string[] {
  const problems: string[] = [];
  const entries = new Map<string, readonly string[]>();
  const say = (path: string, error: z.ZodError | undefined): void => { if (error) problems.push(`${path}: ${error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`); };
  for (const [path, content] of Object.entries(files)) {
    if (!/^semantic-layer\/[^/]+\/_schema\/[^/]+\.ya?ml$/.test(path)) continue;
    // as ktx reads it: YAML 1.1 gives on and no their old meaning, so that keys have to be quoted
    const value = parse(content, { version: '1.1' }) as { tables?: Record<string, { columns?: { name: string }[] }> } | null;
    say(path, manifest.safeParse(value).error);
    for (const [name, table] of Object.entries(value?.tables ?? {})) entries.set(`${path.split('/')[1]}/${name}`, (table.columns ?? []).map((column) => column.name.toLowerCase()));
  }
  const names = new Map<string, string>();
  for (const [path, content] of Object.entries(files)) {
    const [, connection] = /^semantic-layer\/([^/]+)\/(?!_schema\/)/.exec(path) ?? [];
    if (connection !== undefined) {
      const value = parse(content, { version: '1.1' }) as { name?: string; table?: unknown; sql?: unknown; columns?: { name: string }[]; column_overrides?: { name: string }[] } | null;
      const isStandalone = value?.table !== undefined || value?.sql !== undefined;
      say(path, (isStandalone ? standalone : overlay).safeParse(value).error);
      const id = `${connection}/${value?.name ?? ''}`;
      if (names.has(id)) problems.push(`${path}: ${id} is also in ${names.get(id) ?? ''}`);
      names.set(id, path);
      const columns = entries.get(id);
      if (!isStandalone && columns === undefined) problems.push(`${path}: an overlay without a table`);
      for (const { name } of value?.columns ?? []) if (!isStandalone && columns?.includes(name.toLowerCase())) problems.push(`${path}: ${name} is a column already`);
      for (const { name } of value?.column_overrides ?? []) if (columns && !columns.includes(name.toLowerCase())) problems.push(`${path}: ${name} is no column`);
    }
    if (/^wiki\/global\/.*\.md$/.test(path)) {
      const [, frontmatter] = /^---\n([\s\S]*?)\n---\n/.exec(content) ?? [];
      if (frontmatter === undefined) problems.push(`${path}: no frontmatter`);
      else say(path, page.safeParse(parse(frontmatter, { version: '1.1' })).error);
    }
  }
  return problems;
}
