import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openPool, type PostgresPool } from '../../../src/evidence/warehouse/postgres-pool.js';
import { guard } from '../../../src/sql/guard.js';
import { loadParser } from '../../../src/sql/parser.js';
import { noPostgres, PostgresServer } from '../../databases/postgres-server.js';
import { fixture, hostile, legitimate, prey } from '../../sql/postgres-statements.js';

/** Past the guard: the session alone, against a login that owns the tables and may write. */

const limits = { maxRows: 100, maxBytes: 1024 * 1024 };
const timeoutMs = 400;

(noPostgres === null ? describe : describe.skip)('a login that may write, without the guard', () => {
  let server: PostgresServer;
  let pool: PostgresPool;

  beforeAll(async () => {
    server = await PostgresServer.start();
    await server.sql("CREATE ROLE writer LOGIN CREATEROLE PASSWORD 'writer word'; CREATE ROLE other; GRANT other TO writer WITH ADMIN OPTION");
    await server.sql('CREATE DATABASE shop OWNER writer');
    await server.sql([...fixture, ...prey].join(';\n'), 'shop', 'writer', 'writer word');
    pool = await openPool({
      address: {
        driver: 'postgres', host: server.host, port: server.port, database: 'shop', user: 'writer', password: 'writer word', tls: { mode: 'off' },
        keys: { host: 'host', port: 'port', database: 'database', user: 'username', password: 'password', tls: 'ssl' },
      },
      size: 2, searchPath: ['public'],
    });
  });

  afterAll(async () => {
    await pool?.close();
    await server?.stop();
  });

  test('may write: the same statements change things outside of our session', async () => {
    const before = await state(server);
    await server.sql("UPDATE orders SET amount = 1 WHERE id = 1; SELECT nextval('counter'); SELECT evil()", 'shop', 'writer', 'writer word');
    expect(await state(server)).not.toEqual(before);
  });

  test('runs what is legitimate', async () => {
    for (const sql of legitimate) {
      const reply = await pool.run(sql, limits, 5_000);
      expect({ sql, reply: reply.ok || reply.fault.message }).toEqual({ sql, reply: true });
    }
  });

  test('changes nothing, whatever it is asked', async () => {
    const before = await state(server);
    const listener = await listening(server);
    const outcomes = new Map<string, number>();
    for (const sql of hostile) {
      const reply = await pool.run(sql, limits, timeoutMs);
      const outcome = reply.ok ? 'ran' : reply.fault.code === '' ? 'no columns' : reply.fault.code;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    // and once more together, as a run asks
    await Promise.all(hostile.filter((sql) => !sql.includes('pg_sleep')).map((sql) => pool.run(sql, limits, timeoutMs)));
    expect(await state(server)).toEqual(before);
    expect(listener.heard).toEqual([]);
    await listener.end();
    // most were stopped by the read-only transaction or never ran
    expect(outcomes.get('25006')).toBeGreaterThan(30);
    expect(outcomes.get('no columns')).toBeGreaterThan(60);
    expect([...outcomes.values()].reduce((a, b) => a + b, 0)).toBe(hostile.length);
  });

  test('and the session is as it was: read-only, its settings, no lock, no prepared statement, no cursor', async () => {
    const reply = await pool.run(
      `SELECT current_setting('transaction_read_only'), current_setting('default_transaction_read_only'), current_setting('search_path'), current_setting('TimeZone'), current_setting('application_name'), current_setting('role'), session_user,
        (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'), (SELECT count(*) FROM pg_cursors WHERE name <> ''), (SELECT count(*) FROM pg_listening_channels())`, limits, 5_000,
    );
    expect(reply).toMatchObject({ ok: true, rows: [['on', 'on', 'pg_catalog, public, pg_temp', 'UTC', 'ktx-ci', 'none', 'writer', 0, 0, 0]] });
  });

  test('what the guard lets through, of texts made of quotes and calls, calls nothing', async () => {
    const parser = await loadParser();
    const piece = fc.constantFrom("'", "''", '"', '""', '$$', '$a$', "E'", "e'", "U&'", 'U&"', "B'", '\\', '--', '\n', '/*', '*/', ' ', ', ', 'evil()', '"evil"()', 't.evil_number', '(1).evil_number', "'a'", '"b"', 'as ', '||', '::text', '(', ')', 'x', '1', 'a$', ';', '.');
    const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => `select 1 ${pieces.join('')} from generate_series(1, 2) as t`);
    const lead = fc.constantFrom(", 'a' ", ", E'a' ", ', $$a$$ ', ', "b" ', ' as "b" ', '');
    let passed = 0;
    await fc.assert(fc.asyncProperty(lead, text, async (first, rest) => {
      const sql = rest.replace('select 1 ', `select 1 ${first}`);
      if (!guard(parser, sql, 'postgres').ok) return;
      passed += 1;
      const reply = await pool.run(sql, limits, timeoutMs);
      // evil() writes, so that calling it is an error of a read-only transaction
      expect({ sql, called: !reply.ok && reply.fault.code === '25006' }).toEqual({ sql, called: false });
    }), { numRuns: 4_000 });
    expect(passed).toBeGreaterThan(20);
  });

  test('a function over the rows of a table, written like a column, is taken for one: the transaction stops what it would write', async () => {
    const sql = 'select c.evil_of from customers as c';
    expect(guard(await loadParser(), sql, 'postgres')).toEqual({ ok: true });
    expect(await pool.run(sql, limits, timeoutMs)).toMatchObject({ ok: false, fault: { code: '25006' } });
  });

  test('a statement that ends the session of its own login ends no more than that', async () => {
    const [reply, after] = [await pool.run('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = session_user', limits, 5_000), await pool.run('SELECT 1 AS one', limits, 5_000)];
    expect(reply).toMatchObject({ ok: false, fault: { code: '57P01' } });
    expect(after).toMatchObject({ ok: true, rows: [[1]] });
  });
});

async function listening(server: PostgresServer): Promise<{ readonly heard: string[]; end(): Promise<void> }> {
  const { Client } = await import('pg');
  const client = new Client({ host: server.host, port: server.port, user: 'writer', password: 'writer word', database: 'shop', ssl: false });
  const heard: string[] = [];
  client.on('notification', ({ channel }) => heard.push(channel));
  await client.connect();
  await client.query('LISTEN x');
  return {
    heard,
    async end() {
      await client.query('SELECT 1');
      await client.end();
    },
  };
}

/** Everything that a statement could change: rows, sequences, large objects, definitions, roles, settings, locks, slots, files. */
async function state(server: PostgresServer): Promise<Record<string, unknown>> {
  const sql = (statement: string): Promise<Record<string, unknown>[]> => server.sql(statement, 'shop');
  const tables = await sql("SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1");
  const found: Record<string, unknown> = {};
  for (const { name } of tables) found[`rows of ${String(name)}`] = await sql(`SELECT count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${String(name)} AS t`);
  found['summary'] = await sql('SELECT md5(string_agg(t::text, \'|\' ORDER BY t::text)) FROM summary AS t');
  found['counter'] = await sql('SELECT last_value, is_called FROM counter');
  const volatile = new Set(['relfrozenxid', 'relminmxid', 'relpages', 'reltuples', 'relallvisible', 'relallfrozen']);
  const catalogues = [
    'pg_class', 'pg_attribute', 'pg_proc', 'pg_type', 'pg_namespace', 'pg_constraint', 'pg_index', 'pg_trigger', 'pg_rewrite', 'pg_aggregate', 'pg_operator', 'pg_cast', 'pg_extension', 'pg_depend', 'pg_description', 'pg_seclabel', 'pg_default_acl',
    'pg_event_trigger', 'pg_policy', 'pg_publication', 'pg_subscription', 'pg_foreign_server', 'pg_user_mapping', 'pg_statistic_ext', 'pg_collation', 'pg_largeobject', 'pg_largeobject_metadata', 'pg_authid', 'pg_auth_members', 'pg_db_role_setting',
    'pg_tablespace', 'pg_shdepend', 'pg_shdescription', 'pg_shseclabel', 'pg_replication_origin', 'pg_prepared_xacts', 'pg_file_settings',
  ];
  for (const name of catalogues) found[name] = await sql(`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM (SELECT to_jsonb(c) - '{${[...volatile].join(',')}}'::text[] AS t FROM ${name} AS c) AS s`);
  found['databases'] = await sql("SELECT datname, datdba, datacl, datallowconn, datconnlimit FROM pg_database ORDER BY 1");
  found['settings'] = await sql("SELECT md5(string_agg(name || '=' || coalesce(setting, '') || coalesce(reset_val, ''), '|' ORDER BY name)) FROM pg_settings WHERE name NOT IN ('application_name', 'transaction_isolation') AND source <> 'client'");
  found['slots'] = await sql('SELECT slot_name FROM pg_replication_slots');
  found['advisory locks'] = await sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'");
  found['statistics'] = await sql('SELECT (SELECT stats_reset FROM pg_stat_bgwriter) AS shared, (SELECT stats_reset FROM pg_stat_database WHERE datname = current_database()) AS own');
  const home = dirname(server.folder);
  found['files'] = [home, server.folder].map((folder) => readdirSync(folder).sort());
  found['configuration'] = ['postgresql.conf', 'postgresql.auto.conf', 'pg_hba.conf', 'pg_ident.conf'].map((file) => createHash('sha256').update(readFileSync(join(server.folder, file))).digest('hex'));
  found['elsewhere'] = ['copied', 'touched', 'exported'].filter((name) => existsSync(`/tmp/ktx-ci-${name}`));
  return found;
}
