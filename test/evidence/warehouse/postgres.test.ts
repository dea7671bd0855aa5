import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import type { TableStructure } from '../../../src/evidence/evidence.js';
import { openPostgres, type PostgresOptions } from '../../../src/evidence/warehouse/postgres.js';
import { openPool } from '../../../src/evidence/warehouse/postgres-pool.js';
import type { Catalogue, Warehouse } from '../../../src/evidence/warehouse/warehouse.js';
import type { PostgresAddress } from '../../../src/project/postgres-address.js';
import { noPostgres, PostgresServer } from '../../databases/postgres-server.js';
import { selfMadeCertificate } from '../../fakes/certificate.js';
import { warehouseContract } from './contract.js';

let server: PostgresServer;
let number = 0;
const cleanups: (() => Promise<void> | void)[] = [];

const keys = { host: 'host', port: 'port', database: 'database', user: 'username', password: 'password', tls: 'ssl' } as const;

/** A database of its own with a login that may read the schemas named. */
async function database(statements: readonly string[], schemas = ['public']): Promise<PostgresAddress> {
  number += 1;
  const [name, reader] = [`db${number}`, `reader${number}`];
  await server.sql(`CREATE DATABASE ${name}`);
  await server.sql(`CREATE ROLE ${reader} LOGIN PASSWORD 'reader word'`);
  const grants = schemas.flatMap((schema) => [`CREATE SCHEMA IF NOT EXISTS ${schema}`, `GRANT USAGE ON SCHEMA ${schema} TO ${reader}`, `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT SELECT ON TABLES TO ${reader}`]);
  await server.sql([...grants, ...statements].join(';\n'), name);
  return { driver: 'postgres', host: server.host, port: server.port, database: name, user: reader, password: 'reader word', tls: { mode: 'off' }, keys };
}

async function open(address: PostgresAddress, more: Partial<PostgresOptions> = {}): Promise<Warehouse> {
  const opened = await openPostgres({ connection: 'wh', address, ...more });
  if (!opened.ok) throw new Error(opened.finding.message);
  cleanups.push(() => opened.warehouse.close());
  return opened.warehouse;
}

async function unopened(address: PostgresAddress): Promise<[code: string, option: string | undefined, message: string]> {
  const opened = await openPostgres({ connection: 'wh', address });
  if (opened.ok) throw new Error('it opened');
  expect(opened.finding.fix).not.toBe('');
  expect(JSON.stringify(opened.finding)).not.toMatch(/reader word|w0rd|s3cret/);
  return [opened.finding.code, opened.option, opened.finding.message];
}

const structures = (catalogue: Catalogue): Map<string, TableStructure> => new Map(catalogue.tables.map(({ structure }) => [`${structure.name.schema ?? ''}.${structure.name.name}`, structure]));
const marks = async (warehouse: Warehouse): Promise<Record<string, string | null>> => Object.fromEntries((await warehouse.scan()).tables.map(({ structure, mark }) => [structure.name.name, mark]));
/** In a session that ends with it, so that the counters are where others see them. */
const change = (address: PostgresAddress, sql: string): Promise<unknown> => server.sql(sql, address.database);

(noPostgres === null ? describe : describe.skip)('PostgreSQL', () => {
  beforeAll(async () => { server = await PostgresServer.start(); });
  afterAll(() => server?.stop());
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  warehouseContract('postgres', async (statements) => {
    const opened = await openPostgres({ connection: 'shop', address: await database(statements) });
    if (!opened.ok) throw new Error(opened.finding.message);
    return { warehouse: opened.warehouse, dispose: () => opened.warehouse.close() };
  });

  describe('scan', () => {
    test('tables of every kind, once each, with comments; what belongs to an extension or a parent is left out', async () => {
      const address = await database([
        "CREATE TABLE plain (id int PRIMARY KEY, note text); COMMENT ON TABLE plain IS 'a plain one'; COMMENT ON COLUMN plain.note IS 'what was said'",
        'CREATE TABLE parted (id int, day date) PARTITION BY RANGE (day)', "CREATE TABLE parted_2024 PARTITION OF parted FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
        'CREATE VIEW seen AS SELECT id FROM plain', 'CREATE MATERIALIZED VIEW kept AS SELECT count(*) AS n FROM plain',
        'CREATE EXTENSION pg_stat_statements; CREATE EXTENSION file_fdw; CREATE SERVER files FOREIGN DATA WRAPPER file_fdw',
        "CREATE FOREIGN TABLE far (line text) SERVER files OPTIONS (filename '/dev/null')", 'CREATE SEQUENCE counter', 'CREATE TYPE pair AS (a int, b int)', 'CREATE UNLOGGED TABLE quick (id int)',
      ]);
      const catalogue = await (await open(address)).scan();
      expect(catalogue.tables.map(({ structure: { name, kind } }) => [name.name, kind])).toEqual([['far', 'table'], ['kept', 'view'], ['parted', 'table'], ['plain', 'table'], ['quick', 'table'], ['seen', 'view']]);
      const plain = structures(catalogue).get('public.plain');
      expect(plain).toMatchObject({ comment: 'a plain one', columns: [{ name: 'id' }, { name: 'note', comment: 'what was said' }] });
      expect(structures(catalogue).get('public.kept')?.definition).toMatch(/count\(\*\)/);
      expect(catalogue.findings).toEqual([]);
    });

    test('types as the server spells them, and what they mean', async () => {
      const address = await database([
        "CREATE DOMAIN email AS text NOT NULL; CREATE DOMAIN amount AS numeric(10, 2); CREATE TYPE mood AS ENUM ('good', 'bad')",
        `CREATE TABLE t (a smallint, b bigint GENERATED ALWAYS AS IDENTITY, c numeric(12, 2), d real, e double precision, f money, g boolean, h text, i varchar(20), j char(3), k date, l timestamp(3), m timestamptz, n time, o interval,
         p json, q jsonb, r uuid, s bytea, t text[], u int[], v mood, w email, x amount, y int GENERATED ALWAYS AS (a * 2) STORED, z inet, aa point, ab "char")`,
      ]);
      const columns = structures(await (await open(address)).scan()).get('public.t')?.columns ?? [];
      expect(Object.fromEntries(columns.map(({ name, nativeType, type, nullable }) => [name, `${nativeType} ${type}${nullable ? '' : ' not null'}`]))).toEqual({
        a: 'smallint number', b: 'bigint number not null', c: 'numeric(12,2) number', d: 'real number', e: 'double precision number', f: 'money number', g: 'boolean boolean', h: 'text string', i: 'character varying(20) string', j: 'character(3) string',
        k: 'date time', l: 'timestamp(3) without time zone time', m: 'timestamp with time zone time', n: 'time without time zone time', o: 'interval string', p: 'json string', q: 'jsonb string', r: 'uuid string', s: 'bytea string', t: 'text[] string',
        u: 'integer[] string', v: 'mood string', w: 'email string not null', x: 'amount number', y: 'integer number', z: 'inet string', aa: 'point string', ab: '"char" string',
      });
    });

    test('keys: composite in key order, unique by index, foreign across schemas; none of half an index', async () => {
      const address = await database([
        'CREATE TABLE parent (a int, b int, c text, PRIMARY KEY (b, a)); CREATE UNIQUE INDEX ON parent (c) INCLUDE (a); CREATE UNIQUE INDEX ON parent (lower(c)); CREATE UNIQUE INDEX ON parent (a) WHERE b > 0; CREATE INDEX ON parent (c)',
        'CREATE TABLE other.child (x int, y int, FOREIGN KEY (x, y) REFERENCES parent (b, a), FOREIGN KEY (y, x) REFERENCES parent (b, a) NOT VALID, UNIQUE (y, x))',
        'CREATE TABLE parted (id int PRIMARY KEY) PARTITION BY HASH (id); CREATE TABLE parted_0 PARTITION OF parted FOR VALUES WITH (MODULUS 1, REMAINDER 0); CREATE TABLE refers (parted_id int REFERENCES parted)',
      ], ['public', 'other']);
      const tables = structures(await (await open(address)).scan());
      const target = { catalog: null, schema: 'public', name: 'parent' };
      expect(tables.get('public.parent')).toMatchObject({ primaryKey: ['b', 'a'], uniqueKeys: [['c']], columns: [{ nullable: false }, { nullable: false }, { nullable: true }] });
      expect(tables.get('other.child')).toMatchObject({
        uniqueKeys: [['y', 'x']],
        foreignKeys: [{ columns: ['x', 'y'], target, targetColumns: ['b', 'a'] }, { columns: ['y', 'x'], target, targetColumns: ['b', 'a'] }],
      });
      expect(tables.get('public.refers')?.foreignKeys).toEqual([{ columns: ['parted_id'], target: { ...target, name: 'parted' }, targetColumns: ['id'] }]);
    });

    test('only the schemas and tables that are named, and what of them is not there', async () => {
      const address = await database(['CREATE TABLE orders (id int); CREATE TABLE "Orders" (id int); CREATE TABLE b.orders (id int); CREATE TABLE b.lines (id int)'], ['public', 'b']);
      const named = async (more: Partial<PostgresOptions>): Promise<unknown> => {
        const { tables, findings } = await (await open(address, more)).scan();
        return [tables.map(({ structure: { name } }) => `${name.schema ?? ''}.${name.name}`), findings.map(({ code, message }) => `${code} ${/"([^"]*)"/.exec(message)?.[1] ?? ''}`)];
      };
      expect(await named({})).toEqual([['b.lines', 'b.orders', 'public.Orders', 'public.orders'], []]);
      expect(await named({ schemas: ['b', 'c'] })).toEqual([['b.lines', 'b.orders'], ['config-value c']]);
      expect(await named({ enabledTables: ['orders'] })).toEqual([['b.orders', 'public.orders'], []]);
      expect(await named({ enabledTables: ['B.ORDERS', `${address.database}.public.Orders`, 'refunds'] })).toEqual([['b.orders', 'public.Orders'], ['config-value refunds']]);
    });

    test('what the login may not read is unknown, and columns of it are named', async () => {
      const address = await database([
        'CREATE TABLE open (id int)', 'CREATE TABLE half (id int, salary int)', 'CREATE TABLE shut (id int)', 'CREATE SCHEMA hidden; CREATE TABLE hidden.secret (id int)',
        'DO $$ DECLARE r text := (SELECT rolname FROM pg_roles WHERE rolname LIKE \'reader%\' ORDER BY oid DESC LIMIT 1); BEGIN EXECUTE format(\'REVOKE ALL ON half, shut FROM %I; GRANT SELECT (id) ON half TO %I; GRANT SELECT ON hidden.secret TO %I\', r, r, r); END $$',
        "INSERT INTO half VALUES (1, 2)",
      ]);
      const warehouse = await open(address);
      const { tables, unknown, findings } = await warehouse.scan();
      expect(tables.map(({ structure }) => [structure.name.name, structure.columns.length])).toEqual([['half', 2], ['open', 1]]);
      expect(unknown.map(({ schema, name }) => `${schema ?? ''}.${name}`)).toEqual(['hidden.secret', 'public.shut']);
      expect(findings.map(({ code, severity, message }) => [code, severity, message])).toEqual([
        ['warehouse-permission', 'notice', 'public.half of the connection wh: the login may not read salary, so nothing is known of the values there.'],
        ['warehouse-permission', 'notice', 'The login of the connection wh may not read 2 tables (hidden.secret, public.shut), so nothing new is known of them; what was known stays.'],
      ]);
      const [half] = tables;
      expect(await warehouse.profile(half!.structure)).toMatchObject({ ok: true, profile: { rows: 1 } });
      expect(await warehouse.sample(half!.structure, 1)).toEqual({ columns: ['id'], rows: [['integer(1)']] });
      expect(await warehouse.query('SELECT salary FROM half')).toMatchObject({ ok: false, reason: 'unavailable', finding: { code: 'warehouse-permission' } });
    });

    test('six statements for a thousand tables', async () => {
      const address = await database(['DO $$ BEGIN FOR i IN 1..1000 LOOP EXECUTE format(\'CREATE TABLE t%s (id int PRIMARY KEY, a text, b numeric, c date)\', i); END LOOP; END $$']);
      const warehouse = await open(address);
      const started = performance.now();
      expect((await warehouse.scan()).tables).toHaveLength(1000);
      expect(warehouse.usage().queries).toBe(6);
      expect(performance.now() - started).toBeLessThan(10_000);
    });
  });

  describe('change markers', () => {
    test('stay while nothing changes, and move with the rows of a table, its partitions, and what a view reads', async () => {
      const address = await database([
        'CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE VIEW of_a AS SELECT * FROM a; CREATE VIEW of_both AS SELECT a.id FROM of_a AS a JOIN b USING (id); CREATE MATERIALIZED VIEW kept AS SELECT * FROM b',
        'CREATE TABLE parted (id int) PARTITION BY LIST (id); CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1)', "CREATE FUNCTION own() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE VIEW of_function AS SELECT own() AS n FROM a",
        'INSERT INTO a VALUES (1); INSERT INTO b VALUES (1); INSERT INTO parted VALUES (1)',
      ]);
      const warehouse = await open(address);
      const moved = async (sql: string): Promise<string[]> => {
        const before = await marks(warehouse);
        await change(address, sql);
        const after = await marks(warehouse);
        return Object.keys(after).filter((name) => before[name] !== after[name]);
      };
      expect(Object.entries(await marks(warehouse)).filter(([, mark]) => mark === null).map(([name]) => name)).toEqual(['of_function']);
      expect(await moved('SELECT count(*) FROM a; ANALYZE')).toEqual([]);
      expect(await moved('VACUUM')).toEqual([]);
      expect(await moved('INSERT INTO a VALUES (2)')).toEqual(['a', 'of_a', 'of_both']);
      expect(await moved('UPDATE b SET id = 3')).toEqual(['b', 'of_both']);
      expect(await moved('INSERT INTO parted VALUES (1)')).toEqual(['parted']);
      expect(await moved('DELETE FROM b')).toEqual(['b', 'of_both']);
      expect(await moved('TRUNCATE a')).toEqual(['a', 'of_a', 'of_both']);
      expect(await moved('REFRESH MATERIALIZED VIEW kept')).toEqual(['kept']);
      // counters that begin anew could come to the same figures
      expect(await moved('SELECT pg_stat_reset()')).toEqual(['a', 'b', 'kept', 'of_a', 'of_both', 'parted']);
    });

    test('after a crash none is as before; where nothing is counted there are none', async () => {
      const own = await PostgresServer.start();
      try {
        const address: PostgresAddress = { driver: 'postgres', host: own.host, port: own.port, database: 'postgres', user: own.admin, password: own.password, tls: { mode: 'off' }, keys };
        await own.sql('CREATE TABLE still (id int)');
        const warehouse = await open(address);
        const before = await marks(warehouse);
        // a backend that crashes takes all others with it, and the counters
        await own.crash();
        const after = await marks(warehouse);
        expect([before['still'], after['still']]).toEqual([expect.any(String), expect.any(String)]);
        expect(after['still']).not.toBe(before['still']);
        await own.sql('ALTER SYSTEM SET track_counts = off');
        await own.sql('SELECT pg_reload_conf()');
        await new Promise((resolve) => setTimeout(resolve, 200));
        expect(await marks(await open(address))).toEqual({ still: null });
      } finally {
        await own.stop();
      }
    });
  });

  describe('profile', () => {
    test('lists values of text, enums, booleans and flags, and nothing else', async () => {
      const address = await database([
        "CREATE TYPE mood AS ENUM ('good', 'bad'); CREATE TABLE t (id int, word text, short char(3), mood mood, yes boolean, flag int, ones int, many text, long text, day date, email text, tags text[])",
        "INSERT INTO t SELECT i, 'w' || i % 3, 'x', (ARRAY['good', 'bad'])[1 + i % 2]::mood, i % 2 = 0, i % 2, 1, 'v' || i, repeat('x', 200), '2024-01-01', 'a@example.com', '{x}' FROM generate_series(1, 100) AS i",
      ]);
      const warehouse = await open(address);
      const table = structures(await warehouse.scan()).get('public.t')!;
      expect(await warehouse.profile(table)).toEqual({ ok: true, profile: { rows: 100, mixedTypes: {}, values: { flag: ['0', '1'], mood: ['bad', 'good'], short: ['x'], word: ['w0', 'w1', 'w2'], yes: ['false', 'true'] } } });
    });

    test('of a table that the statistics call very large it takes their figure, and reads no row', async () => {
      const address = await database(["CREATE TABLE large (id int, word text); INSERT INTO large VALUES (1, 'x')", "UPDATE pg_class SET reltuples = 25000000 WHERE relname = 'large'"]);
      const warehouse = await open(address);
      const table = structures(await warehouse.scan()).get('public.large')!;
      expect(await warehouse.profile(table)).toEqual({ ok: true, profile: { rows: 25_000_000, values: {}, mixedTypes: {} } });
      expect(warehouse.usage().queries).toBe(6);
    });

    test('a view that takes too long, or fails, says so', async () => {
      const address = await database(['CREATE VIEW slow AS SELECT pg_sleep(60)::text AS word', 'CREATE VIEW broken AS SELECT (1 / (random() * 0)::int)::text AS word']);
      const warehouse = await open(address, { queryTimeoutMs: 200 });
      const tables = structures(await warehouse.scan());
      expect(await warehouse.profile(tables.get('public.slow')!)).toMatchObject({ ok: false, finding: { code: 'query-failed', message: expect.stringContaining('public.slow of the connection wh could not be profiled. A statement on the connection wh was stopped after 200 ms') } });
      expect(await warehouse.profile(tables.get('public.broken')!)).toMatchObject({ ok: false, finding: { message: expect.stringContaining('division by zero') } });
    });

    test('samples shapes of every type', async () => {
      const address = await database(["CREATE TABLE t (a int, b numeric, c text, d boolean, e date, f bytea, g jsonb, h text[], i float8)", "INSERT INTO t VALUES (-120, 1.5, 'Ann B-7', true, '2024-01-01', '\\x0102', '{\"a\": 1}', '{x}', 1.5), (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)"]);
      const warehouse = await open(address);
      const sample = await warehouse.sample(structures(await warehouse.scan()).get('public.t')!, 5);
      expect(sample.rows).toEqual([['integer(3)', 'real', 'text(7) Aaa A-9', 'boolean', 'date', 'blob(2)', 'text(8) {"a": 9}', 'text(3) {a}', 'real'], Array<string>(9).fill('null')]);
    });
  });

  describe('statements', () => {
    test('values of every type, the same whatever the client’s time zone', async () => {
      const address = await database([]);
      const warehouse = await open(address);
      const result = await warehouse.query("select 1::smallint, 9223372036854775807, 10.50::numeric, 12345678901234567890.123::numeric, 0.1::float8, 'NaN'::float8, true, date '2024-02-29', timestamp '2024-02-29 23:59:59.5', timestamptz '2024-02-29 23:59:59-05', interval '1 day 2 hours', array[1, 2], '\\x0102'::bytea, '{\"b\": 1}'::jsonb");
      expect(result).toMatchObject({ rows: [[1, 9223372036854775807n, 10.5, '12345678901234567890.123', 0.1, 'NaN', true, '2024-02-29', '2024-02-29 23:59:59.5', '2024-03-01 04:59:59+00', 'P1DT2H', '{1,2}', '\\x0102', '{"b": 1}']] });
    });

    test('a long answer is cut at rows and bytes, and the connection goes on', async () => {
      const warehouse = await open(await database([]));
      expect(await warehouse.query('select n from generate_series(1, 1000000) as n', { maxRows: 150 })).toMatchObject({ ok: true, truncated: true, rows: { length: 150 } });
      const wide = await warehouse.query("select lpad('x', 100000, 'y') from generate_series(1, 1000) as n");
      expect(wide).toMatchObject({ ok: true, truncated: true, rows: { length: 83 } });
      expect(await warehouse.query("select lpad('x', 100000000, 'y')")).toMatchObject({ ok: false, reason: 'failed', finding: { message: expect.stringContaining('more than 64 MiB') } });
      expect(await warehouse.query('select 1')).toMatchObject({ ok: true, rows: [[1]] });
    });

    test('an error keeps the value to itself, and a missing name is told', async () => {
      const warehouse = await open(await database(["CREATE TABLE t (a text); INSERT INTO t VALUES ('ann@example.com')"]));
      const result = await warehouse.query('select a::integer from t');
      expect(result).toMatchObject({ ok: false, reason: 'failed' });
      expect(JSON.stringify(result)).not.toContain('ann');
      expect(await warehouse.prepare('select b from t')).toMatchObject({ ok: false, reason: 'failed', finding: { message: 'A statement on the connection wh failed: column "b" does not exist.', fix: 'Use names that the scanned tables have.' } });
    });

    test('a lock that somebody holds is waited for 5 s, and proves nothing', async () => {
      const address = await database(['CREATE TABLE t (a text)']);
      const warehouse = await open(address);
      const { Client } = await import('pg');
      const holder = new Client({ host: server.host, port: server.port, user: server.admin, password: server.password, database: address.database, ssl: false });
      await holder.connect();
      await holder.query('BEGIN; LOCK TABLE t IN ACCESS EXCLUSIVE MODE');
      expect(await warehouse.query('select count(*) from t')).toMatchObject({ ok: false, reason: 'unavailable', finding: { message: expect.stringContaining('lock timeout') } });
      await holder.end();
      expect(await warehouse.query('select count(*) from t')).toMatchObject({ ok: true });
    });

    test('never more connections than it may', async () => {
      const address = await database([]);
      const warehouse = await open(address, { maxConnections: 2 });
      const [, seen] = await Promise.all([
        Promise.all(Array.from({ length: 20 }, (_, i) => warehouse.query(`select ${i}, count(*) from generate_series(1, 300000) as n`))),
        server.sql(`SELECT pg_sleep(0.1)::text; SELECT count(*)::int AS n, min(application_name) AS name FROM pg_stat_activity WHERE datname = '${address.database}'`),
      ]);
      expect(seen[0]).toMatchObject({ name: 'ktx-ci' });
      expect(Number(seen[0]?.['n'])).toBeLessThanOrEqual(2);
    });

    test('what runs is cancelled on the server, on request and at the end', async () => {
      const address = await database(['CREATE VIEW slow AS SELECT pg_sleep(60)::text AS word']);
      const running = async (): Promise<number> => Number((await server.sql(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = '${address.database}' AND state = 'active'`))[0]?.['n']);
      const abort = new AbortController();
      const warehouse = await open(address, { signal: abort.signal });
      const asked = warehouse.query('select * from slow');
      while ((await running()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      const started = performance.now();
      abort.abort();
      expect(await asked).toMatchObject({ ok: false, reason: 'unavailable' });
      expect(performance.now() - started).toBeLessThan(2_000);
      expect(await running()).toBe(0);
      expect(await warehouse.query('select 1')).toMatchObject({ ok: true });
      const again = warehouse.query('select * from slow');
      while ((await running()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      await warehouse.close();
      expect(await again).toMatchObject({ ok: false });
      expect(await running()).toBe(0);
    });

    test('a server that falls silent is left after the time and a grace', async () => {
      const address = await database([]);
      const proxy = await proxyTo(address);
      cleanups.push(() => proxy.close());
      const warehouse = await open({ ...address, port: proxy.port }, { maxConnections: 1 });
      expect(await warehouse.query('select 1')).toMatchObject({ ok: true });
      proxy.silence();
      const started = performance.now();
      expect(await warehouse.query('select 1', { timeoutMs: 100 })).toMatchObject({ ok: false });
      expect(performance.now() - started).toBeLessThan(25_000);
    });

    test('behind a pooler that takes no options every transaction is as read-only, and nothing stays in the session', async () => {
      const address = await database([]);
      const proxy = await proxyTo(address, (start) => start.includes('options\0'));
      cleanups.push(() => proxy.close());
      const warehouse = await openPool({ address: { ...address, port: proxy.port }, size: 1, searchPath: ['public'] });
      cleanups.push(() => warehouse.close());
      const shown = "SELECT current_setting('transaction_read_only'), current_setting('TimeZone'), current_setting('default_transaction_read_only')";
      expect(await warehouse.run(shown, { maxRows: 1, maxBytes: 1000 }, 1000)).toMatchObject({ ok: true, rows: [['on', 'UTC', 'off']] });
      expect(proxy.refused()).toBe(1);
    });

    test('a connection that was cut while it lay idle is replaced', async () => {
      const address = await database([]);
      const warehouse = await open(address);
      await server.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${address.database}'`);
      expect(await warehouse.query('select 1')).toMatchObject({ ok: true });
    });
  });

  describe('what keeps it from opening', () => {
    test('nobody answers, no such login, wrong or missing password, no such database, no permission', async () => {
      const address = await database([]);
      const where = `${address.host}:${address.port}`;
      expect(await unopened({ ...address, port: 1 })).toEqual(['warehouse-unreachable', 'host', expect.stringContaining('The connection wh cannot reach 127.0.0.1:1: connect ECONNREFUSED')]);
      expect(await unopened({ ...address, host: 'no-such-host.invalid' })).toEqual(['warehouse-unreachable', 'host', expect.stringContaining('no-such-host.invalid')]);
      expect(await unopened({ ...address, user: 'nobody_here' })).toEqual(['warehouse-login', 'password', `The connection wh is refused by ${where}: password authentication failed for user "nobody_here".`]);
      expect(await unopened({ ...address, password: 'another w0rd' })).toEqual(['warehouse-login', 'password', expect.stringContaining(`password authentication failed for user "${address.user}"`)]);
      expect(await unopened({ ...address, password: '', keys: { ...keys, password: 'url' } })).toEqual(['warehouse-login', 'url', `The connection wh has no password for the login ${address.user} of ${where}.`]);
      expect(await unopened({ ...address, database: 'shopp' })).toEqual(['warehouse-database', 'database', expect.stringContaining('database "shopp" does not exist')]);
      await server.sql(`REVOKE CONNECT ON DATABASE ${address.database} FROM public`);
      expect(await unopened(address)).toEqual(['warehouse-permission', 'database', expect.stringContaining('permission denied for database')]);
      await server.sql(`ALTER ROLE ${address.user} NOLOGIN`);
      expect((await unopened(address)).slice(0, 2)).toEqual(['warehouse-login', 'username']);
    });

    test('TLS that the server does not speak, unless it is only preferred', async () => {
      const address = await database([]);
      expect((await unopened({ ...address, tls: { mode: 'required', verified: true } })).slice(0, 2)).toEqual(['warehouse-tls', 'ssl']);
      expect(await (await open({ ...address, tls: { mode: 'preferred', verified: false } })).query('select 1')).toMatchObject({ ok: true });
    });

    test('variables and files of psql count for nothing', async () => {
      const address = await database([]);
      const ambient = { PGHOST: 'no-such-host.invalid', PGPORT: '1', PGUSER: 'x', PGDATABASE: 'x', PGPASSWORD: address.password, PGOPTIONS: '-c no_such_setting=1', PGSSLMODE: 'require', PGAPPNAME: 'x', PGREPLICATION: 'true', PGSSLNEGOTIATION: 'direct', PGCLIENTENCODING: 'latin1' };
      const before = Object.fromEntries(Object.keys(ambient).map((name) => [name, process.env[name]]));
      Object.assign(process.env, ambient);
      try {
        expect(await (await open(address)).query("select 'ä' as word")).toMatchObject({ ok: true, rows: [['ä']] });
        expect((await unopened({ ...address, password: '' }))[0]).toBe('warehouse-login');
      } finally {
        for (const [name, value] of Object.entries(before)) {
          if (value === undefined) delete process.env[name];
          else process.env[name] = value;
        }
      }
    });

    test('a password is not sent in clear text to another machine without TLS', async () => {
      const asking = createServer((socket) => {
        // whatever is asked: AuthenticationCleartextPassword; what comes after the start is kept
        socket.once('data', () => {
          socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]));
          socket.on('data', (bytes) => received.push(bytes.toString('latin1')));
        });
        socket.on('error', () => undefined);
      });
      const received: string[] = [];
      const address = await database([]);
      asking.listen(0, '0.0.0.0');
      await once(asking, 'listening');
      cleanups.push(() => { asking.close(); });
      // another name of this machine, which is not known to be this machine
      const [code] = await unopened({ ...address, host: '0.0.0.0', port: (asking.address() as AddressInfo).port });
      expect([code, received.join('').includes('reader')]).toEqual(['warehouse-tls', false]);
    });
  });
});

const certificate = noPostgres === null ? selfMadeCertificate() : null;
if (noPostgres === null && certificate === null) process.stderr.write('skipped: PostgreSQL over TLS: no openssl here\n');

(certificate === null ? describe.skip : describe)('PostgreSQL over TLS', () => {
  let secure: PostgresServer;
  beforeAll(async () => {
    secure = await PostgresServer.start({ tls: { certificate: certificate?.cert ?? '', key: certificate?.key ?? '' } });
    await secure.sql('CREATE VIEW slow AS SELECT pg_sleep(60)::text AS word');
  });
  afterAll(() => secure?.stop());
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });
  const address = (tls: PostgresAddress['tls'], host = secure.host): PostgresAddress => ({ driver: 'postgres', host, port: secure.port, database: 'postgres', user: secure.admin, password: secure.password, tls, keys });

  test('with the authority that is named, and cancelling works there too', async () => {
    const warehouse = await open(address({ mode: 'required', verified: true, ca: certificate?.cert ?? '' }));
    expect(await secure.sql("SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'ktx-ci'")).toEqual([{ ssl: true }]);
    const asked = warehouse.query('select * from slow', { timeoutMs: 60_000 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await warehouse.close();
    expect(await asked).toMatchObject({ ok: false });
    expect(await secure.sql("SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'ktx-ci'")).toEqual([{ n: 0 }]);
  });

  test('a certificate that nobody vouches for is refused, unless that was asked for', async () => {
    expect((await unopened(address({ mode: 'required', verified: true }))).slice(0, 2)).toEqual(['warehouse-tls', 'ssl']);
    expect(await (await open(address({ mode: 'required', verified: false }))).query('select 1')).toMatchObject({ ok: true });
    expect(await (await open(address({ mode: 'preferred', verified: false }))).query('select 1')).toMatchObject({ ok: true });
  });

  test('so is one of another host', async () => {
    const [code, , message] = await unopened(address({ mode: 'required', verified: true, ca: certificate?.cert ?? '' }, 'localhost'));
    expect([code, message]).toEqual(['warehouse-tls', expect.stringMatching(/altnames|localhost/i)]);
  });
});

/** Passes bytes on until it is told to swallow what comes back; refuses a start as a pooler does. */
async function proxyTo(address: PostgresAddress, refuses: (start: string) => boolean = () => false): Promise<{ readonly port: number; refused(): number; silence(): void; close(): void }> {
  let silent = false;
  let refused = 0;
  const open = new Set<{ destroy(): void }>();
  const proxy: Server = createServer((client) => {
    const upstream = connect(address.port, address.host);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => undefined);
    }
    let first = true;
    client.on('data', (bytes) => {
      if (first && refuses(bytes.toString('latin1'))) {
        refused += 1;
        const fields = Buffer.from('SFATAL\0C08P01\0Munsupported startup parameter: options\0\0');
        const head = Buffer.from([0x45, 0, 0, 0, fields.length + 4]);
        client.end(Buffer.concat([head, fields]));
        return;
      }
      first = false;
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => { if (!silent) client.write(bytes); });
    client.on('close', () => upstream.destroy());
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    refused: () => refused,
    silence: () => { silent = true; },
    close: () => {
      proxy.close();
      for (const socket of open) socket.destroy();
    },
  };
}
