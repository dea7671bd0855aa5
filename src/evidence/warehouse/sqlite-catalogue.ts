import type { DatabaseSync } from 'node:sqlite';
import type { Finding } from '../../finding.js';
import { byText } from '../../text/canonical.js';
import { tableText, type ForeignKey, type TableColumn, type TableStructure } from '../evidence.js';
import { oddNames } from './odd-names.js';
import { sqliteMessage } from './sqlite-findings.js';
import { semanticType } from './sqlite-types.js';

export interface SqliteCatalogue {
  readonly structures: readonly TableStructure[];
  readonly findings: readonly Finding[];
}

interface TableRow {
  readonly name: string;
  readonly type: string;
  readonly columns: number;
  readonly withoutRowid: number;
  readonly strict: number;
  readonly sql: string | null;
}

interface ColumnRow {
  readonly owner: string;
  readonly name: string;
  readonly type: string;
  readonly required: number;
  readonly key: number;
}

interface KeyRow {
  readonly owner: string;
  readonly id: number;
  readonly target: string;
  readonly from: string;
  readonly to: string | null;
}

interface IndexRow {
  readonly owner: string;
  readonly index: string;
  readonly origin: string;
  readonly partial: number;
  /** Null for an expression. */
  readonly column: string | null;
}

const tablesSql = `
  SELECT l.name, l.type, l.ncol AS columns, l.wr AS withoutRowid, l.strict, s.sql
  FROM pragma_table_list AS l LEFT JOIN sqlite_schema AS s ON s.name = l.name AND s.type IN ('table', 'view')
  WHERE l.schema = 'main' AND l.type IN ('table', 'view', 'virtual') AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY l.name`;

/** Hidden columns (1) belong to virtual tables' own machinery; generated ones (2 and 3) are read like others. */
const columnsSql = (which: string): string => `
  SELECT l.name AS owner, c.name, c.type, c."notnull" AS required, c.pk AS key
  FROM pragma_table_list AS l JOIN pragma_table_xinfo(l.name, 'main') AS c
  WHERE l.schema = 'main' AND c.hidden <> 1 AND ${which} ORDER BY l.name, c.cid`;

const keysSql = `
  SELECT l.name AS owner, k.id, k."table" AS target, k."from", k."to"
  FROM pragma_table_list AS l JOIN pragma_foreign_key_list(l.name, 'main') AS k
  WHERE l.schema = 'main' AND l.type = 'table' ORDER BY l.name, k.id, k.seq`;

const indexesSql = `
  SELECT l.name AS owner, i.name AS "index", i.origin, i.partial, c.name AS "column"
  FROM pragma_table_list AS l JOIN pragma_index_list(l.name, 'main') AS i JOIN pragma_index_info(i.name, 'main') AS c
  WHERE l.schema = 'main' AND l.type = 'table' AND i."unique" ORDER BY l.name, i.name, c.seqno`;

/**
 * Structure of every table and view, in five statements however many there are; only views and virtual tables that the
 * engine cannot read cost one more each. Names are compared as SQLite does, without regard to ASCII case.
 */
export function readCatalogue(database: DatabaseSync, connection: string, enabledTables: readonly string[] | undefined): SqliteCatalogue {
  const findings: Finding[] = [];
  const all = <Row>(sql: string): Row[] => database.prepare(sql).all() as unknown as Row[];
  const found = all<TableRow>(tablesSql);
  const wanted = enabledFilter(enabledTables, found, connection, findings);
  const tables = found.filter((table) => wanted(table.name));

  const columns = grouped([
    ...all<ColumnRow>(columnsSql("l.type = 'table'")),
    ...viewColumns(database, tables, connection, findings),
  ]);
  const indexes = grouped(all<IndexRow>(indexesSql));
  const keys = grouped(all<KeyRow>(keysSql));
  const primary = new Map(found.map((table) => [fold(table.name), primaryKey(columns.get(table.name) ?? [])]));
  const spelled = new Map([...columns.keys()].map((name) => [fold(name), name]));

  const structures = tables.flatMap((table): TableStructure | [] => {
    const own = columns.get(table.name) ?? [];
    if (own.length === 0) return [];
    const ownIndexes = indexes.get(table.name) ?? [];
    const name = { catalog: null, schema: 'main', name: table.name };
    findings.push(...oddNames(connection, name, own.map((column) => column.name)));
    const isView = table.type === 'view';
    return {
      name,
      kind: isView ? 'view' : 'table',
      columns: own.map((column) => tableColumn(column, table, own, ownIndexes)),
      primaryKey: primaryKey(own),
      uniqueKeys: uniqueKeys(ownIndexes, primaryKey(own)),
      foreignKeys: foreignKeys(table.name, keys.get(table.name) ?? [], columns, spelled, primary, connection, findings),
      ...(isView && table.sql !== null ? { definition: table.sql } : {}),
    };
  });
  structures.sort((a, b) => byText(a.name.name, b.name.name));
  return { structures, findings };
}

const fold = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

function grouped<Row extends { readonly owner: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => row.owner);
}

/** `orders` or `main.orders`. What names no table is said, since a slip there hides tables without a word. */
function enabledFilter(
  enabled: readonly string[] | undefined,
  found: readonly TableRow[],
  connection: string,
  findings: Finding[],
): (name: string) => boolean {
  if (enabled === undefined) return () => true;
  const wanted = new Set(enabled.map((name) => fold(name).replace(/^main\./, '')));
  const present = new Set(found.map((table) => fold(table.name)));
  for (const name of [...wanted].filter((each) => !present.has(each)).sort(byText)) {
    findings.push({
      severity: 'warning',
      code: 'config-value',
      message: `enabled_tables of the connection ${connection} names ${JSON.stringify(name)}, which the database does not have.`,
      fix: 'Correct the name in ktx.yaml, or take it out.',
    });
  }
  return (name) => wanted.has(fold(name));
}

/** One statement for all; where a view is broken in a way that the list of tables does not tell, one for each. */
function viewColumns(database: DatabaseSync, tables: readonly TableRow[], connection: string, findings: Finding[]): ColumnRow[] {
  const views = tables.filter((table) => table.type !== 'table');
  if (views.length === 0) return [];
  const read = (which: string, ...values: string[]): ColumnRow[] => database.prepare(columnsSql(which)).all(...values) as unknown as ColumnRow[];
  try {
    if (views.every((view) => view.columns > 0)) return read("l.type IN ('view', 'virtual')");
  } catch {
    // Read one by one below, so that each broken one is named.
  }
  return views.flatMap((view) => {
    try {
      return read('l.name = ?', view.name);
    } catch (error) {
      findings.push({
        severity: 'warning',
        code: 'source-unreadable',
        message: `The ${view.type === 'view' ? 'view' : 'virtual table'} ${JSON.stringify(view.name)} of the connection ${connection} cannot be read (${sqliteMessage(error)}), so it was left out.`,
        fix: 'Repair or drop it in the database, or leave it out with enabled_tables.',
      });
      return [];
    }
  });
}

function primaryKey(columns: readonly ColumnRow[]): string[] {
  return columns.filter((column) => column.key > 0).sort((a, b) => a.key - b.key).map((column) => column.name);
}

function tableColumn(column: ColumnRow, table: TableRow, all: readonly ColumnRow[], indexes: readonly IndexRow[]): TableColumn {
  return {
    name: column.name,
    nativeType: column.type,
    type: semanticType(column.type),
    nullable: column.required === 0 && !(column.key > 0 && refusesNullKeys(column, table, all, indexes)),
  };
}

/**
 * SQLite lets a PRIMARY KEY be null, for compatibility with an early bug, except where the table is WITHOUT ROWID or
 * STRICT and where the column is the rowid itself: a lone INTEGER key without an index of its own (`INTEGER PRIMARY KEY
 * DESC` has one). https://www.sqlite.org/lang_createtable.html#the_primary_key
 */
function refusesNullKeys(column: ColumnRow, table: TableRow, all: readonly ColumnRow[], indexes: readonly IndexRow[]): boolean {
  if (table.withoutRowid === 1 || table.strict === 1) return true;
  const alone = all.filter((each) => each.key > 0).length === 1;
  return alone && fold(column.type) === 'integer' && !indexes.some((index) => index.origin === 'pk');
}

/** Unique indexes over plain columns and all rows, other than the primary key's. */
function uniqueKeys(indexes: readonly IndexRow[], primary: readonly string[]): string[][] {
  const keys = new Map<string, string[]>();
  for (const index of Map.groupBy(indexes.filter((row) => row.origin !== 'pk' && row.partial === 0), (row) => row.index).values()) {
    const columns = index.flatMap((row) => row.column ?? []);
    if (columns.length === index.length) keys.set(columns.join('\0'), columns);
  }
  keys.delete(primary.join('\0'));
  return [...keys].sort(([a], [b]) => byText(a, b)).map(([, columns]) => columns);
}

/**
 * Declared foreign keys, one for each constraint. A key without target columns means the parent's primary key. One whose
 * parent is missing holds for no row, so it is reported instead.
 */
function foreignKeys(
  owner: string,
  rows: readonly KeyRow[],
  columns: ReadonlyMap<string, readonly ColumnRow[]>,
  tables: ReadonlyMap<string, string>,
  primary: ReadonlyMap<string, readonly string[]>,
  connection: string,
  findings: Finding[],
): ForeignKey[] {
  const keys = new Map<string, ForeignKey>();
  for (const parts of Map.groupBy(rows, (row) => row.id).values()) {
    const from = named(parts.map((part) => part.from), columns.get(owner) ?? []);
    const written = parts[0]?.target ?? '';
    const target = tables.get(fold(written));
    const to = target === undefined ? null : targetColumns(parts, columns.get(target) ?? [], primary.get(fold(target)) ?? []);
    if (from === null || target === undefined || to === null || to.length !== from.length) {
      findings.push({
        severity: 'notice',
        code: 'orphans',
        message: `A foreign key of ${tableText({ catalog: null, schema: 'main', name: owner })} of the connection ${connection} refers to ${JSON.stringify(written)}, which has no such table or key, so no join follows from it.`,
        fix: 'Correct the REFERENCES clause in the database.',
      });
      continue;
    }
    keys.set([...from, '', target, ...to].join('\0'), { columns: from, target: { catalog: null, schema: 'main', name: target }, targetColumns: to });
  }
  return [...keys].sort(([a], [b]) => byText(a, b)).map(([, key]) => key);
}

function targetColumns(parts: readonly KeyRow[], columns: readonly ColumnRow[], primary: readonly string[]): readonly string[] | null {
  const written = parts.flatMap((part) => part.to ?? []);
  return written.length === 0 ? primary : named(written, columns);
}

/** The columns as the table spells them; null where it does not have one. */
function named(names: readonly string[], columns: readonly ColumnRow[]): string[] | null {
  const spelled = new Map(columns.map((column) => [fold(column.name), column.name]));
  const found = names.flatMap((name) => spelled.get(fold(name)) ?? []);
  return found.length === names.length ? found : null;
}
