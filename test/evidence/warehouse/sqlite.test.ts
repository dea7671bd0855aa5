import { afterEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TableStructure } from '../../../src/evidence/evidence.js';
import { openSqlite, type SqliteOptions } from '../../../src/evidence/warehouse/sqlite.js';
import type { Warehouse } from '../../../src/evidence/warehouse/warehouse.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { warehouseContract } from './contract.js';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function folder(): string {
  const path = temporaryFolder('sqlite');
  cleanups.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function build(file: string, ...statements: readonly string[]): void {
  const database = new DatabaseSync(file);
  for (const statement of statements) database.exec(statement);
  database.close();
}

async function openFile(file: string, root: string, more: Partial<SqliteOptions> = {}): Promise<Warehouse> {
  const opened = await openSqlite({ connection: 'wh', file, root, ...more });
  if (!opened.ok) throw new Error(opened.finding.message);
  cleanups.push(() => opened.warehouse.close());
  return opened.warehouse;
}

async function open(statements: readonly string[], more: Partial<SqliteOptions> = {}): Promise<Warehouse> {
  const root = folder();
  const file = join(root, 'wh.sqlite');
  build(file, ...statements);
  return openFile(file, root, more);
}

async function structures(warehouse: Warehouse): Promise<Map<string, TableStructure>> {
  return new Map((await warehouse.scan()).tables.map(({ structure }) => [structure.name.name, structure]));
}

const need = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('missing');
  return value;
};

warehouseContract('sqlite', async (statements) => {
  const root = temporaryFolder('contract');
  const file = join(root, 'shop.sqlite');
  build(file, ...statements);
  const opened = await openSqlite({ connection: 'shop', file, root });
  if (!opened.ok) throw new Error(opened.finding.message);
  const { warehouse } = opened;
  return {
    warehouse,
    dispose: async () => {
      await warehouse.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
});

describe('scan', () => {
  test('nullability is what the engine enforces', async () => {
    const tables = await structures(
      await open([
        'create table rowid_alias (id integer primary key, x text)',
        'create table quirk (id integer primary key desc)',
        'create table text_key (k text primary key)',
        'create table not_null_key (k text not null primary key)',
        'create table composite (a integer, b integer, primary key (b, a))',
        'create table no_rowid (a int, b int, primary key (b, a)) without rowid',
        'create table strict_key (k text primary key) strict',
      ]),
    );
    const nullable = Object.fromEntries([...tables].map(([name, table]) => [name, table.columns.map((column) => column.nullable)]));
    expect(nullable).toEqual({
      rowid_alias: [false, true], quirk: [true], text_key: [true], not_null_key: [false], composite: [true, true], no_rowid: [false, false], strict_key: [false],
    });
    expect(need(tables.get('composite')).primaryKey).toEqual(['b', 'a']);
    expect(need(tables.get('no_rowid')).primaryKey).toEqual(['b', 'a']);
  });

  test('foreign keys: implicit targets, spelling, composite order, missing parents', async () => {
    const warehouse = await open([
      'create table Parent (Id integer primary key)',
      'create table pair (a int, b int, primary key (b, a))',
      `create table child (p1 references parent, p2 integer references PARENT(ID), x int, y int, lost references nowhere, bad references parent(nope),
       foreign key (x, y) references pair)`,
    ]);
    const { findings } = await warehouse.scan();
    const target = (name: string) => ({ catalog: null, schema: 'main', name });
    expect(need((await structures(warehouse)).get('child')).foreignKeys).toEqual([
      { columns: ['p1'], target: target('Parent'), targetColumns: ['Id'] },
      { columns: ['p2'], target: target('Parent'), targetColumns: ['Id'] },
      { columns: ['x', 'y'], target: target('pair'), targetColumns: ['b', 'a'] },
    ]);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['orphans', 'notice'], ['orphans', 'notice']]);
  });

  test('unique keys are whole, plain indexes only', async () => {
    const tables = await structures(
      await open([
        'create table t (id integer primary key, a text, b text, c text unique, unique (a, b))',
        'create unique index partial_one on t (a) where b is not null',
        'create unique index expression_one on t (lower(a))',
        'create unique index plain_one on t (b, c)',
        'create index not_unique on t (b)',
      ]),
    );
    expect(need(tables.get('t')).uniqueKeys).toEqual([['a', 'b'], ['b', 'c'], ['c']]);
  });

  test('leaves out internal, shadow and hidden parts; keeps generated columns and virtual tables', async () => {
    const tables = await structures(
      await open([
        'create table t (id integer primary key autoincrement, a int, g int generated always as (a * 2) virtual, s int generated always as (a * 3) stored)',
        'create virtual table docs using fts5(title, body)',
        "insert into docs values ('one', 'two')",
        'insert into t (a) values (1)',
        'analyze',
      ]),
    );
    expect([...tables.keys()]).toEqual(['docs', 't']);
    expect(need(tables.get('t')).columns.map((column) => column.name)).toEqual(['id', 'a', 'g', 's']);
    expect(need(tables.get('docs')).columns.map((column) => column.name)).toEqual(['title', 'body']);
  });

  // SQLite itself says BLOB for a view's column over an undeclared one.
  test('a broken view is reported, the others are read with the types of their base columns', async () => {
    const warehouse = await open([
      'create table t (id integer primary key, born date, note)',
      'create view fine as select id, born, id + 1 as next, note from t',
      'create view broken as select nope from missing',
      'create view broken_too as select * from broken',
    ]);
    const { tables, findings } = await warehouse.scan();
    expect(tables.map(({ structure }) => structure.name.name)).toEqual(['fine', 't']);
    expect(need(tables[0]).structure.columns).toEqual([
      { name: 'id', nativeType: 'INTEGER', type: 'number', nullable: true },
      { name: 'born', nativeType: 'date', type: 'time', nullable: true },
      { name: 'next', nativeType: '', type: 'string', nullable: true },
      { name: 'note', nativeType: 'BLOB', type: 'string', nullable: true },
    ]);
    expect(findings.map((finding) => finding.code)).toEqual(['source-unreadable', 'source-unreadable']);
    expect(findings[0]?.message).toMatch(/"broken"/);
  });

  test.each([
    ['INTEGER', 'number'], ['bigint', 'number'], ['DECIMAL(10,2)', 'number'], ['double precision', 'number'], ['REAL', 'number'], ['money', 'number'],
    ['BOOLEAN', 'boolean'], ['bool', 'boolean'], ['DATE', 'time'], ['DATETIME', 'time'], ['timestamp with time zone', 'time'], ['TIME', 'time'],
    ['TEXT', 'string'], ['VARCHAR(20)', 'string'], ['BLOB', 'string'], ['JSON', 'string'], ['', 'string'], ['whatever', 'string'],
  ])('declared type %s is %s', async (declared, type) => {
    const tables = await structures(await open([`create table t (a ${declared})`]));
    expect(need(tables.get('t')).columns[0]?.type).toBe(type);
  });

  test('enabled tables, bare or with the schema, and what they do not find', async () => {
    const warehouse = await open(['create table a (x)', 'create table b (x)', 'create table c (x)'], { enabledTables: ['A', 'main.b', 'typo'] });
    const { tables, findings } = await warehouse.scan();
    expect(tables.map(({ structure }) => structure.name.name)).toEqual(['a', 'b']);
    expect(findings).toMatchObject([{ code: 'config-value', severity: 'warning' }]);
  });

  test('odd names break nothing and are each told once', async () => {
    const odd = ['"; drop table x; --', 'new\nline', 'dotted.name', '<img src=x onerror=alert(1)>', '@team', 'x'.repeat(200), "it's", '[brackets]', '`ticks`'];
    const warehouse = await open([
      'create table x (id integer primary key)',
      ...odd.map((name) => `create table "${name.replaceAll('"', '""')}" ("${name.replaceAll('"', '""')}" text, ok int)`),
      ...odd.map((name) => `insert into "${name.replaceAll('"', '""')}" values ('a', 1), ('b', 0)`),
    ]);
    const { tables, findings } = await warehouse.scan();
    expect(tables.map(({ structure }) => structure.name.name).sort()).toEqual([...odd, 'x'].sort());
    expect(findings.map((finding) => finding.code)).toEqual(Array.from({ length: odd.length * 2 }, () => 'odd-name'));
    for (const finding of findings) expect(finding.message).not.toMatch(/[\n\r]/);
    for (const { structure } of tables.filter((table) => table.structure.name.name !== 'x')) {
      expect(await warehouse.profile(structure)).toMatchObject({ ok: true, profile: { rows: 2, values: { ok: ['0', '1'] } } });
      expect((await warehouse.sample(structure, 1)).rows).toHaveLength(1);
      expect(await warehouse.query(`select ${warehouse.quote(need(structure.columns[0]).name)} from ${warehouse.reference(structure.name)}`)).toMatchObject({ ok: true });
    }
  });

  test('the mark moves with the file, the write-ahead log included', async () => {
    const root = folder();
    const file = join(root, 'wh.sqlite');
    build(file, 'create table t (a)');
    const first = (await (await openFile(file, root)).scan()).tables[0]?.mark;
    expect(first).toBe(createHash('sha256').update(readFileSync(file)).digest('base64url').slice(0, 12));
    const writer = new DatabaseSync(file);
    writer.exec('pragma journal_mode = wal; pragma wal_autocheckpoint = 0; insert into t values (1)');
    const second = (await (await openFile(file, root)).scan()).tables[0]?.mark;
    writer.exec('insert into t values (2)');
    const third = (await (await openFile(file, root)).scan()).tables[0]?.mark;
    writer.close();
    expect(new Set([first, second, third]).size).toBe(3);
  });

  test('hundreds of tables cost a constant number of statements', async () => {
    const columns = Array.from({ length: 19 }, (_, index) => `c${index} text`).join(', ');
    const warehouse = await open(['begin', ...Array.from({ length: 300 }, (_, index) => `create table t${index} (id integer primary key, ${columns})`), 'commit']);
    expect((await warehouse.scan()).tables).toHaveLength(300);
    expect(warehouse.usage().queries).toBe(1);
  });
});

describe('profile', () => {
  const profileOf = async (statements: readonly string[], table = 't') => {
    const warehouse = await open(statements);
    const result = await warehouse.profile(need((await structures(warehouse)).get(table)));
    if (!result.ok) throw new Error(result.finding.message);
    return result.profile;
  };

  test('mixed storage classes with shares; integers beside reals are no mixture', async () => {
    const profile = await profileOf([
      'create table t (id integer primary key, amount decimal(10, 2), quantity integer, note text)',
      "insert into t (amount, quantity, note) values (5.00, 1, 'a'), (1.5, 2, 'a'), (2.5, 'many', 'a'), (3.5, null, x'00')",
    ]);
    expect(profile.mixedTypes).toEqual({ note: { blob: 0.25, text: 0.75 }, quantity: { integer: 0.667, text: 0.333 } });
    expect(profile.values).toEqual({});
  });

  test('one odd value among many is still a mixture', async () => {
    const profile = await profileOf([
      'create table t (a integer)',
      "insert into t with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000) select i from n union all select 'x'",
    ]);
    expect(profile.mixedTypes).toEqual({ a: { integer: 0.999, text: 0.001 } });
  });

  test('value lists: up to 50 values, none of them odd, long or personal', async () => {
    const profile = await profileOf([
      `create table t (fifty text, fifty_one text, long text, control text, mail_list text, flag integer, small integer, is_open boolean,
       connector text, email text, customer_name text, product_name text, sku_id text, unset text, status)`,
      `insert into t with recursive n(i) as (select 0 union all select i + 1 from n where i < 101)
       select 'v' || (i % 50), 'v' || (i % 51), case i when 7 then printf('%.101c', 'x') else 'short' end, case i when 7 then 'a' || char(7) else 'a' end,
       case i when 7 then 'someone@example.com' else 'a' end, i % 2, i % 3, i % 2, 'postgres://app:hunter2' || (i % 2) || '@db/x', 'e', 'c', 'p' || (i % 2), 's', null, case when i % 2 then 'on' else 'off' end from n`,
    ]);
    expect(Object.keys(profile.values)).toEqual(['fifty', 'flag', 'is_open', 'product_name', 'status']);
    expect(profile.values['fifty']).toHaveLength(50);
    expect(profile.values['flag']).toEqual(['0', '1']);
    expect(profile.values['status']).toEqual(['off', 'on']);
  });

  test('an empty table and a table wider than one statement', async () => {
    expect(await profileOf(['create table t (a text)'])).toEqual({ rows: 0, values: {}, mixedTypes: {} });
    const columns = Array.from({ length: 900 }, (_, index) => `c${index} text`).join(', ');
    const wide = await profileOf([`create table t (${columns})`, "insert into t (c0, c899) values ('a', 'b')"]);
    expect(wide).toEqual({ rows: 1, values: { c0: ['a'], c899: ['b'] }, mixedTypes: {} });
  });

  test('a view that takes too long fails as a value', async () => {
    const warehouse = await open(
      ['create view endless as with recursive n(i) as (select 1 union all select i + 1 from n) select i from n'],
      { queryTimeoutMs: 300 },
    );
    const result = await warehouse.profile(need((await structures(warehouse)).get('endless')));
    expect(result).toMatchObject({ ok: false, finding: { code: 'query-failed' } });
  });
});

describe('sample', () => {
  test('shapes only', async () => {
    const warehouse = await open([
      'create table t (a text, b integer, c real, d blob, e text)',
      "insert into t values ('Zoë Smith-42', -1234, 1.5, x'0102', null), ('日本 😀<x>', 7, 2.0, x'', '')",
    ]);
    expect(await warehouse.sample(need((await structures(warehouse)).get('t')), 5)).toEqual({
      columns: ['a', 'b', 'c', 'd', 'e'],
      rows: [
        ['text(12) Aaa Aaaaa-99', 'integer(4)', 'real', 'blob(2)', 'null'],
        ['text(7) aa ?<a>', 'integer(1)', 'real', 'blob(0)', 'text(0)'],
      ],
    });
  });
});

describe('query', () => {
  const endless = 'with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n';

  test('a statement that takes too long is stopped, and the next one runs', async () => {
    const warehouse = await open(['create table t (a)', 'insert into t values (1)']);
    expect(await warehouse.query(endless, { timeoutMs: 300 })).toMatchObject({ ok: false, reason: 'timeout', finding: { code: 'query-failed' } });
    expect(await warehouse.query('select a from t')).toMatchObject({ ok: true, rows: [[1]] });
  });

  test('waiting behind a slow statement is not counted', async () => {
    const warehouse = await open(['create table t (a)', 'insert into t values (1)']);
    const results = await Promise.all([warehouse.query(endless, { timeoutMs: 1_500 }), warehouse.query('select a from t', { timeoutMs: 1_000 })]);
    expect(results.map((result) => result.ok)).toEqual([false, true]);
  });

  test('values keep their kind', async () => {
    const warehouse = await open(['create table t (a)']);
    const result = await warehouse.query("select 1, 9007199254740993, 1.5, 'x', null, x'00ff', true, 1e400");
    expect(result).toMatchObject({ ok: true, rows: [[1, 9007199254740993n, 1.5, 'x', null, "x'00ff'", 1, Infinity]] });
  });

  test('caps bytes and refuses huge values', async () => {
    const warehouse = await open(['create table t (a)']);
    const rows = 'with recursive n(i) as (select 1 union all select i + 1 from n where i < 100) select printf(\'%.200000c\', \'x\') from n';
    const result = await warehouse.query(rows);
    expect(result).toMatchObject({ ok: true, truncated: true });
    if (result.ok) expect(result.rows.length).toBe(41);
    expect(await warehouse.query("select length(printf('%.900000000c', 'x'))")).toMatchObject({ ok: false, reason: 'failed' });
  });

  test('views of a foreign database cannot do more than a statement', async () => {
    const warehouse = await open([
      'create table t (a)',
      "create view loads as select load_extension('evil')",
      'create view tells as select * from pragma_database_list',
      'create view versions as select sqlite_version()',
    ]);
    for (const view of ['loads', 'tells', 'versions']) {
      expect(await warehouse.query(`select * from ${view}`)).toMatchObject({ ok: false, reason: 'failed' });
    }
  });

  test('full-text tables and JSON can be read', async () => {
    const warehouse = await open(['create virtual table docs using fts5(body)', "insert into docs values ('hello world')"]);
    expect(await warehouse.query("select body from docs where docs match 'hello'")).toMatchObject({ ok: true, rows: [['hello world']] });
    expect(await warehouse.query(`select '{"a": [1]}' ->> '$.a[0]', value from json_each('[2]')`)).toMatchObject({ ok: true, rows: [[1, 2]] });
  });

  test('closing twice is fine, and nothing runs after it', async () => {
    const warehouse = await open(['create table t (a)']);
    await warehouse.query('select 1');
    await warehouse.close();
    await warehouse.close();
    expect(await warehouse.query('select 1')).toMatchObject({ ok: false, reason: 'failed' });
    expect((await warehouse.scan()).findings).toMatchObject([{ code: 'source-unreadable' }]);
  });

  test('the child gets no environment and does not outlive its parent', () => {
    const root = folder();
    const file = join(root, 'wh.sqlite');
    build(file, 'create table t (a)');
    const script = join(root, 'parent.mjs');
    const module = resolve('lib/src/evidence/warehouse/sqlite.js');
    writeFileSync(script, `
      import { readFileSync, readdirSync } from 'node:fs';
      import { openSqlite } from ${JSON.stringify(`file://${module}`)};
      const opened = await openSqlite(${JSON.stringify({ connection: 'wh', file, root })});
      await opened.warehouse.query('select 1');
      const child = readdirSync('/proc').filter((pid) => /^[0-9]+$/.test(pid)).find((pid) => {
        try { return readFileSync('/proc/' + pid + '/stat', 'utf8').split(') ')[1].split(' ')[1] === String(process.pid); } catch { return false; }
      });
      console.log(child, JSON.stringify(readFileSync('/proc/' + child + '/environ', 'utf8')));
      void opened.warehouse.query(${JSON.stringify(endless)});
      setTimeout(() => process.kill(process.pid, 'SIGKILL'), 300);
    `);
    if (!existsSync('/proc/self/stat')) return;
    const { stdout } = spawnSync(process.execPath, [script], { env: { ...process.env, SECRET_OF_THE_PARENT: 'x' }, encoding: 'utf8' });
    const [pid, environment] = stdout.trim().split(' ');
    expect(pid).toMatch(/^\d+$/);
    expect(environment).not.toMatch(/SECRET|PATH/);
    const gone = spawnSync('sh', ['-c', `for i in $(seq 100); do [ -d /proc/${pid} ] || exit 0; grep -q '^State:.Z' /proc/${pid}/status && exit 0; sleep 0.1; done; exit 1`]);
    expect(gone.status).toBe(0);
  });
});

describe('opening', () => {
  const refuse = async (file: string, root: string) => {
    const opened = await openSqlite({ connection: 'wh', file, root });
    if (opened.ok) {
      await opened.warehouse.close();
      throw new Error('opened');
    }
    expect(opened.finding.message).not.toMatch(/\n|\bat \w+ \(/);
    return opened.finding;
  };

  test('missing, directory, not a database, empty, damaged: findings that name the file, and no file is made', async () => {
    const root = folder();
    mkdirSync(join(root, 'data'));
    writeFileSync(join(root, 'text.sqlite'), 'this is not a database, although it is longer than a header is: '.repeat(10));
    writeFileSync(join(root, 'empty.sqlite'), '');
    build(join(root, 'whole.sqlite'), 'create table t (a)', "insert into t values ('x')");
    const bytes = readFileSync(join(root, 'whole.sqlite'));
    writeFileSync(join(root, 'damaged.sqlite'), Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(bytes.length - 100, 7)]));
    const before = readdirSync(root);
    for (const name of ['missing.sqlite', 'data', 'text.sqlite', 'empty.sqlite', 'damaged.sqlite', 'text.sqlite/inside.db']) {
      const finding = await refuse(join(root, name), root);
      expect([name, finding.code]).toEqual([name, 'source-unreadable']);
      expect(finding.message).toContain(name.split('/').at(-1));
      expect(finding.fix).not.toBe('');
    }
    expect(readdirSync(root)).toEqual(before);
  });

  test('a link may not lead out of the project, one within it may', async () => {
    const root = folder();
    const outside = folder();
    build(join(outside, 'secret.sqlite'), 'create table t (a)');
    build(join(root, 'real.sqlite'), 'create table t (a)');
    symlinkSync(join(outside, 'secret.sqlite'), join(root, 'link.sqlite'));
    symlinkSync(outside, join(root, 'folder'));
    symlinkSync(join(root, 'real.sqlite'), join(root, 'inner.sqlite'));
    for (const name of ['link.sqlite', 'folder/secret.sqlite']) {
      const finding = await refuse(join(root, name), root);
      expect(finding).toMatchObject({ code: 'path-escape' });
      expect(finding.message).not.toContain(outside);
    }
    expect((await (await openFile(join(root, 'inner.sqlite'), root)).scan()).tables).toHaveLength(1);
  });

  test.each(['a b.sqlite', 'q?mode=rwc.sqlite', '100%41.sqlite', '#hash.sqlite', "it's.sqlite", 'naïve 😀.sqlite', 'file:x.sqlite'])('file name %s', async (name) => {
    for (const journal of ['delete', 'wal']) {
      const root = folder();
      build(join(root, name), `pragma journal_mode = ${journal}`, 'create table t (a)', 'insert into t values (1)');
      const warehouse = await openFile(join(root, name), root);
      expect((await warehouse.scan()).tables).toHaveLength(1);
      expect(await warehouse.query('select a from t')).toMatchObject({ ok: true, rows: [[1]] });
      expect(readdirSync(root)).toEqual([name]);
    }
  });

  test('reads what is only in the write-ahead log', async () => {
    const root = folder();
    const file = join(root, 'wh.sqlite');
    const writer = new DatabaseSync(file);
    cleanups.push(() => writer.close());
    writer.exec('pragma journal_mode = wal; pragma wal_autocheckpoint = 0; create table t (a); insert into t values (1)');
    expect(await (await openFile(file, root)).query('select a from t')).toMatchObject({ ok: true, rows: [[1]] });
  });

  test('a locked database says so', async () => {
    const root = folder();
    const file = join(root, 'wh.sqlite');
    build(file, 'create table t (a)');
    const writer = new DatabaseSync(file);
    cleanups.push(() => writer.close());
    writer.exec('begin exclusive');
    expect(await refuse(file, root)).toMatchObject({ code: 'source-unreadable', message: expect.stringMatching(/locked/), fix: expect.stringMatching(/writes/) });
  });

  test('a read-only folder works, in both journal modes', async () => {
    const root = folder();
    for (const journal of ['delete', 'wal']) build(join(root, `${journal}.sqlite`), `pragma journal_mode = ${journal}`, 'create table t (a)', 'insert into t values (1)');
    chmodSync(root, 0o555);
    cleanups.push(() => chmodSync(root, 0o755));
    for (const journal of ['delete', 'wal']) {
      expect(await (await openFile(join(root, `${journal}.sqlite`), root)).query('select a from t')).toMatchObject({ ok: true, rows: [[1]] });
    }
  });
});

const real = join(process.env['KTX_CI_REAL'] ?? resolve('..', 'shared', 'real'), 'chinook.sqlite');
const onReal = existsSync(real) ? test : test.skip;

describe('a database made by others (skipped unless KTX_CI_REAL names a folder with chinook.sqlite)', () => {
  onReal('every table can be read', async () => {
    const warehouse = await openFile(real, resolve(real, '..'));
    const { tables, findings } = await warehouse.scan();
    expect(findings).toEqual([]);
    expect(tables).toHaveLength(11);
    for (const { structure } of tables) {
      const result = await warehouse.profile(structure);
      expect(result.ok && result.profile.rows > 0 && Object.keys(result.profile.mixedTypes).length === 0).toBe(true);
      expect((await warehouse.sample(structure, 3)).rows).toHaveLength(3);
    }
    const employee = need(tables.find(({ structure }) => structure.name.name === 'Employee')).structure;
    expect(employee.foreignKeys).toMatchObject([{ columns: ['ReportsTo'], target: { name: 'Employee' }, targetColumns: ['EmployeeId'] }]);
  });
});
