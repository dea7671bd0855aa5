import { DatabaseSync } from 'node:sqlite';
import type { PostgresServer } from './postgres-server.js';

/** The data of examples/shop in PostgreSQL, in the schema that its dbt project names. */

/** What the server refused to take as SQLite has it, and what was done instead. */
export interface Loaded {
  readonly refused: readonly string[];
}

/** The types of the example as PostgreSQL names them. */
const types: Readonly<Record<string, string>> = { INTEGER: 'bigint', TEXT: 'text', REAL: 'double precision', NUMERIC: 'numeric', DATE: 'date', TIMESTAMP: 'timestamp', BOOLEAN: 'boolean' };

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function literal(value: unknown, type: string): string {
  if (value === null) return 'NULL';
  if (type === 'boolean') return Number(value) === 1 ? 'true' : 'false';
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
}

/** SQLite's own functions in the views, as PostgreSQL has them. */
const inPostgres = (sql: string): string => sql.replace(/datetime\((\w+), 'unixepoch'\)/g, "to_timestamp($1) at time zone 'utc'").replace(/as real\)/g, 'as double precision)');

export async function loadShop(server: PostgresServer, database: string, file: string): Promise<Loaded> {
  const refused: string[] = [];
  const shop = new DatabaseSync(file, { readOnly: true });
  const all = (sql: string): Record<string, unknown>[] => shop.prepare(sql).all();
  const run = (sql: string): Promise<unknown> => server.sql(`SET search_path = main; ${sql}`, database);
  await server.sql('CREATE SCHEMA main', database);
  try {
    const tables = all("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid");
    for (const { name, sql } of tables) {
      const table = String(name);
      const columns = all(`SELECT name, type, "notnull" AS required, pk FROM pragma_table_info(${literal(table, '')})`);
      const typeOf = (column: Record<string, unknown>): string => types[String(column['type'])] ?? 'text';
      const keys = columns.filter((column) => Number(column['pk']) > 0).sort((a, b) => Number(a['pk']) - Number(b['pk'])).map((column) => quote(String(column['name'])));
      const checks = [...String(sql).matchAll(/CHECK \([^()]*\)/g)].map(([check]) => check);
      const create = (typed: (column: Record<string, unknown>) => string): string => `CREATE TABLE ${quote(table)} (${[
        ...columns.map((column) => `${quote(String(column['name']))} ${typed(column)}${Number(column['required']) === 1 ? ' NOT NULL' : ''}`),
        ...(keys.length > 0 ? [`PRIMARY KEY (${keys.join(', ')})`] : []), ...checks,
      ].join(', ')})`;
      const rows = all(`SELECT * FROM ${quote(table)}`);
      const insert = (typed: (column: Record<string, unknown>) => string): string => (rows.length === 0 ? '' : `; INSERT INTO ${quote(table)} VALUES ${rows.map((row) => `(${columns.map((column) => literal(row[String(column['name'])], typed(column))).join(', ')})`).join(', ')}`);
      const mixed = new Set(columns.filter((column) => typeOf(column) !== 'text' && rows.some((row) => typeof row[String(column['name'])] === 'string') && !['date', 'timestamp'].includes(typeOf(column))).map((column) => String(column['name'])));
      try {
        await run(create(typeOf) + insert(typeOf));
      } catch (error) {
        refused.push(`${table}.${[...mixed].join(', ')}: ${(error as Error).message.replace(/".*"/, '…')}; loaded as text`);
        // a number goes into text as SQLite shows it
        const typed = (column: Record<string, unknown>): string => (mixed.has(String(column['name'])) ? 'text' : typeOf(column));
        await run(create(typed) + insert(typed));
      }
    }
    for (const { name } of tables) {
      for (const key of all(`SELECT "table" AS target, "from", "to" FROM pragma_foreign_key_list(${literal(String(name), '')}) ORDER BY id`)) {
        const add = `ALTER TABLE ${quote(String(name))} ADD FOREIGN KEY (${quote(String(key['from']))}) REFERENCES ${quote(String(key['target']))} (${quote(String(key['to']))})`;
        try {
          await run(add);
        } catch (error) {
          refused.push(`${String(name)}.${String(key['from'])}: ${(error as Error).message}; declared NOT VALID`);
          await run(`${add} NOT VALID`);
        }
      }
    }
    for (const { sql } of all("SELECT sql FROM sqlite_schema WHERE type = 'view' ORDER BY rowid")) await run(inPostgres(String(sql)));
    return { refused };
  } finally {
    shop.close();
  }
}
