import type { Finding } from '../../finding.js';
import { byText, hash12 } from '../../text/canonical.js';
import { tableText, type ForeignKey, type TableColumn, type TableName, type TableStructure } from '../evidence.js';
import { oddNames } from './odd-names.js';
import { semanticTypeOf } from './postgres-types.js';
import type { QueryValue, ScannedTable } from './warehouse.js';

/** Runs one statement of our own; throws where it fails. */
export type AskCatalogue = (sql: string) => Promise<readonly (readonly QueryValue[])[]>;

export interface CatalogueScope {
  readonly connection: string;
  /** All but those of the system where absent. */
  readonly schemas: readonly string[] | undefined;
  /** `orders`, `public.orders` or `shop.public.orders`. */
  readonly enabledTables: readonly string[] | undefined;
}

export interface PostgresCatalogue {
  readonly tables: readonly ScannedTable[];
  readonly unknown: readonly TableName[];
  readonly findings: readonly Finding[];
  /** By `tableText`. */
  readonly facts: ReadonlyMap<string, TableFacts>;
}

/** What the catalogue knows beside the structure. */
export interface TableFacts {
  /** Rows as of the last VACUUM or ANALYZE; null where there was none. */
  readonly estimate: number | null;
  /** Columns that the login may read, with the category of their type. */
  readonly readable: ReadonlyMap<string, string>;
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Relations that are read as tables; partitions belong to their parent, tables of extensions to their extension. */
const relationsSql = (scope: string): string => `
  SELECT c.oid, n.nspname, c.relname, c.relkind, d.description, pg_catalog.has_schema_privilege(n.oid, 'USAGE'), pg_catalog.has_table_privilege(c.oid, 'SELECT'),
    pg_catalog.has_any_column_privilege(c.oid, 'SELECT'), CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid) END, c.reltuples
  FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_description AS d ON d.objoid = c.oid AND d.classoid = 'pg_catalog.pg_class'::regclass AND d.objsubid = 0
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND c.relpersistence <> 't' AND ${scope} AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend AS e WHERE e.classid = 'pg_catalog.pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')`;

const columnsSql = (scope: string): string => `
  SELECT a.attrelid, a.attnum, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), t.typcategory, a.attnotnull OR t.typnotnull, d.description,
    pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT')
  FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
    LEFT JOIN pg_catalog.pg_description AS d ON d.objoid = a.attrelid AND d.classoid = 'pg_catalog.pg_class'::regclass AND d.objsubid = a.attnum
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped AND ${scope}
  ORDER BY a.attrelid, a.attnum`;

/**
 * Unique indexes over plain columns and all rows, and foreign keys. pg_constraint and pg_index, because the views of
 * information_schema hide constraints from a login that may only read. Of a partitioned table: the parent's own.
 */
const keysSql = (scope: string): string => `
  SELECT i.indrelid, CASE WHEN i.indisprimary THEN 'p' ELSE 'u' END, pg_catalog.array_to_string((i.indkey::int2[])[0:i.indnkeyatts - 1], ' '), NULL::oid, NULL::text
  FROM pg_catalog.pg_index AS i JOIN pg_catalog.pg_class AS c ON c.oid = i.indrelid JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  WHERE i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL AND ${scope}
  UNION ALL
  SELECT k.conrelid, 'f', pg_catalog.array_to_string(k.conkey, ' '), k.confrelid, pg_catalog.array_to_string(k.confkey, ' ')
  FROM pg_catalog.pg_constraint AS k JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  WHERE k.contype = 'f' AND k.conparentid = 0 AND ${scope}`;

/** What the marks of all tables have in common: where it differs, the counters began anew. */
const epochSql = `
  SELECT pg_catalog.pg_is_in_recovery() OR NOT pg_catalog.current_setting('track_counts')::bool, pg_catalog.pg_postmaster_start_time(),
    (SELECT stats_reset FROM pg_catalog.pg_stat_bgwriter), (SELECT stats_reset FROM pg_catalog.pg_stat_database WHERE datname = pg_catalog.current_database())`;

const countersSql = `
  SELECT c.oid, pg_catalog.pg_relation_filenode(c.oid), pg_catalog.pg_stat_get_tuples_inserted(c.oid), pg_catalog.pg_stat_get_tuples_updated(c.oid), pg_catalog.pg_stat_get_tuples_deleted(c.oid)
  FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'm') AND c.relpersistence <> 't' AND n.nspname NOT LIKE 'pg\\_%'`;

/** What each relation is made of: a parent of its children, a view of what it reads. Functions and foreign tables have no mark. */
const madeOfSql = `
  SELECT i.inhparent, i.inhrelid FROM pg_catalog.pg_inherits AS i
  UNION ALL
  SELECT DISTINCT r.ev_class, CASE WHEN d.refclassid = 'pg_catalog.pg_class'::regclass THEN d.refobjid END
  FROM pg_catalog.pg_rewrite AS r JOIN pg_catalog.pg_class AS c ON c.oid = r.ev_class
    JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = r.oid
  WHERE c.relkind = 'v' AND d.refobjid <> r.ev_class AND (d.refclassid = 'pg_catalog.pg_class'::regclass OR d.refclassid = 'pg_catalog.pg_proc'::regclass AND d.refobjid >= 16384)`;

/**
 * Structure of every table in scope, in six statements however many there are. What the login may not read is `unknown`:
 * there, but not told of.
 */
export async function readPostgresCatalogue(ask: AskCatalogue, scope: CatalogueScope): Promise<PostgresCatalogue> {
  const where = scope.schemas === undefined ? "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'" : `n.nspname IN (${scope.schemas.map(literal).join(', ')})`;
  const [relationRows, columnRows, keyRows, epoch, counters, madeOf] = await Promise.all([ask(relationsSql(where)), ask(columnsSql(where)), ask(keysSql(where)), ask(epochSql), ask(countersSql), ask(madeOfSql)]);
  const { connection } = scope;
  const findings: Finding[] = [];
  const found = relationRows.map(relationOf).sort((a, b) => byText(a.name.schema ?? '', b.name.schema ?? '') || byText(a.name.name, b.name.name));
  const wanted = enabledFilter(scope, found, findings);
  const readable = found.filter((relation) => wanted(relation.name) && relation.readable !== 'no');
  const unknown = found.filter((relation) => wanted(relation.name) && relation.readable === 'no').map(({ name }) => name);
  const columns = Map.groupBy(columnRows.map(columnOf), (column) => column.owner);
  const keys = Map.groupBy(keyRows, (row) => Number(row[0]));
  const names = new Map(readable.map((relation) => [relation.oid, relation.name]));
  const marks = markReader(epoch[0] ?? [], counters, madeOf);
  const facts = new Map<string, TableFacts>();
  const tables = readable.flatMap((relation): ScannedTable[] => {
    const own = columns.get(relation.oid) ?? [];
    if (own.length === 0) return [];
    findings.push(...oddNames(connection, relation.name, own.map((column) => column.column.name)));
    const hidden = own.filter((column) => !column.readable && relation.readable === 'some').map((column) => column.column.name);
    if (hidden.length > 0) findings.push(hiddenColumns(connection, relation.name, hidden));
    facts.set(tableText(relation.name), {
      estimate: relation.estimate, readable: new Map(own.filter((column) => !hidden.includes(column.column.name)).map((column) => [column.column.name, column.category])),
    });
    return [{ structure: structureOf(relation, own, keys.get(relation.oid) ?? [], columns, names), mark: marks(relation.oid) }];
  });
  if (unknown.length > 0) findings.push(unreadable(connection, unknown));
  return { tables, unknown, findings, facts };
}

interface Relation {
  readonly oid: number;
  readonly name: TableName;
  readonly isView: boolean;
  readonly comment: string | null;
  readonly readable: 'yes' | 'some' | 'no';
  readonly definition: string | null;
  readonly estimate: number | null;
}

function relationOf([oid, schema, name, kind, comment, usable, whole, some, definition, estimate]: readonly QueryValue[]): Relation {
  return {
    oid: Number(oid), name: { catalog: null, schema: String(schema), name: String(name) }, isView: kind === 'v' || kind === 'm', comment: text(comment),
    readable: usable !== true ? 'no' : whole === true ? 'yes' : some === true ? 'some' : 'no', definition: text(definition), estimate: Number(estimate) < 0 ? null : Number(estimate),
  };
}

interface Column {
  readonly owner: number;
  readonly number: string;
  readonly column: TableColumn;
  readonly category: string;
  readonly readable: boolean;
}

function columnOf([owner, number, name, type, category, required, comment, readable]: readonly QueryValue[]): Column {
  return {
    owner: Number(owner), number: String(number), category: String(category), readable: readable === true,
    column: { name: String(name), nativeType: String(type), type: semanticTypeOf(String(category)), nullable: required !== true, ...(text(comment) === null ? {} : { comment: String(comment) }) },
  };
}

const text = (value: QueryValue | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);

function structureOf(relation: Relation, own: readonly Column[], keys: readonly (readonly QueryValue[])[], columns: ReadonlyMap<number, readonly Column[]>, names: ReadonlyMap<number, TableName>): TableStructure {
  const named = (numbers: QueryValue | undefined, of: readonly Column[]): string[] => String(numbers).split(' ').flatMap((number) => of.find((column) => column.number === number)?.column.name ?? []);
  const primaryKey = keys.filter((key) => key[1] === 'p').flatMap((key) => named(key[2], own));
  const unique = new Map(keys.filter((key) => key[1] === 'u').map((key) => named(key[2], own)).map((key) => [key.join('\0'), key]));
  unique.delete(primaryKey.join('\0'));
  const foreign = new Map<string, ForeignKey>();
  for (const [, , from, targetOid, to] of keys.filter((key) => key[1] === 'f')) {
    const target = names.get(Number(targetOid));
    if (target === undefined) continue;
    const key = { columns: named(from, own), target, targetColumns: named(to, columns.get(Number(targetOid)) ?? []) };
    foreign.set([...key.columns, '', tableText(target), ...key.targetColumns].join('\0'), key);
  }
  const sorted = <T>(of: ReadonlyMap<string, T>): T[] => [...of].sort(([a], [b]) => byText(a, b)).map(([, value]) => value);
  return {
    name: relation.name, kind: relation.isView ? 'view' : 'table', ...(relation.comment === null ? {} : { comment: relation.comment }),
    columns: own.map(({ column }) => column), primaryKey, uniqueKeys: sorted(unique), foreignKeys: sorted(foreign),
    ...(relation.definition === null ? {} : { definition: relation.definition.trim() }),
  };
}

/** What names no table is said, since a slip there hides tables without a word. A name that is not there as it is written may be in lower case. */
function enabledFilter({ connection, schemas, enabledTables }: CatalogueScope, found: readonly Relation[], findings: Finding[]): (name: TableName) => boolean {
  const missing = (key: string, name: string): void => {
    findings.push({
      severity: 'warning', code: 'config-value', message: `${key} of the connection ${connection} names ${JSON.stringify(name)}, which the database does not have, or has no table in.`,
      fix: 'Correct the name in ktx.yaml, or take it out.',
    });
  };
  for (const schema of schemas ?? []) if (!found.some(({ name }) => name.schema === schema)) missing('schemas', schema);
  if (enabledTables === undefined) return () => true;
  const wanted = new Set<string>();
  for (const enabled of enabledTables) {
    const named = (spelled: string): readonly Relation[] => found.filter(({ name }) => spelled === name.name || spelled === tableText(name) || spelled.endsWith(`.${tableText(name)}`));
    const matching = named(enabled).length > 0 ? named(enabled) : named(enabled.toLowerCase());
    if (matching.length === 0) missing('enabled_tables', enabled);
    for (const { name } of matching) wanted.add(tableText(name));
  }
  return (name) => wanted.has(tableText(name));
}

function hiddenColumns(connection: string, table: TableName, columns: readonly string[]): Finding {
  return {
    severity: 'notice', code: 'warehouse-permission', message: `${tableText(table)} of the connection ${connection}: the login may not read ${columns.join(', ')}, so nothing is known of the values there.`,
    fix: 'Grant SELECT on the whole table, or leave it so.',
  };
}

function unreadable(connection: string, tables: readonly TableName[]): Finding {
  const shown = tables.slice(0, 3).map(tableText).join(', ');
  return {
    severity: 'notice', code: 'warehouse-permission',
    message: `The login of the connection ${connection} may not read ${tables.length === 1 ? shown : `${tables.length} tables (${shown}${tables.length > 3 ? ', …' : ''})`}, so nothing new is known of ${tables.length === 1 ? 'it' : 'them'}; what was known stays.`,
    fix: 'Grant SELECT there (docs/warehouses.md has the statements), or leave it so.',
  };
}

/**
 * Change markers out of the server's counters of rows inserted, updated and deleted, which no table is opened for, and the
 * number of the file, which TRUNCATE and rewrites change. Counters begin anew after a crash and a reset; both leave a time
 * of their own, and so does a start of the server, so that a mark from before never equals one from after. A replica
 * counts no rows: nothing there has a mark. Of a parent or view: the marks of all that it is made of.
 */
function markReader([uncounted, ...epoch]: readonly QueryValue[], counters: readonly (readonly QueryValue[])[], madeOf: readonly (readonly QueryValue[])[]): (oid: number) => string | null {
  if (uncounted !== false) return () => null;
  const own = new Map(counters.map(([oid, ...counts]) => [Number(oid), counts]));
  const parts = Map.groupBy(madeOf, (row) => Number(row[0]));
  const collect = (oid: number, seen: Map<number, readonly QueryValue[]>): boolean => {
    if (seen.has(oid)) return true;
    const below = parts.get(oid) ?? [];
    const counts = own.get(oid);
    if (counts === undefined && below.length === 0) return false;
    seen.set(oid, counts ?? []);
    return below.every((row) => row[1] !== null && collect(Number(row[1]), seen));
  };
  return (oid) => {
    const seen = new Map<number, readonly QueryValue[]>();
    if (!collect(oid, seen)) return null;
    return hash12([epoch, [...seen].sort(([a], [b]) => a - b).map(([of, counts]) => [of, ...counts.map(String)])]);
  };
}
