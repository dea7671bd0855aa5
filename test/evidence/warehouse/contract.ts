import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tableText, type TableStructure } from '../../../src/evidence/evidence.js';
import { name as nameHole, sql } from '../../../src/sql/template.js';
import { proveKey, proveLink, proveTests, type TestQuestion } from '../../../src/ingest/proofs.js';
import type { Catalogue, Warehouse } from '../../../src/evidence/warehouse/warehouse.js';

export interface Opened {
  readonly warehouse: Warehouse;
  /** Closes the warehouse and removes what the fixture left behind. */
  dispose(): Promise<void>;
}

/** Builds a warehouse in the driver's default schema from statements that every dialect in use understands. */
export type FixtureBuilder = (statements: readonly string[]) => Promise<Opened>;

const shop = [
  'CREATE TABLE customers (id INTEGER NOT NULL PRIMARY KEY, code VARCHAR(10) NOT NULL UNIQUE, email VARCHAR(200), segment VARCHAR(20), active BOOLEAN)',
  `CREATE TABLE orders (id INTEGER NOT NULL PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id),
   status VARCHAR(20) NOT NULL, amount DECIMAL(10, 2), ordered_at TIMESTAMP)`,
  'CREATE TABLE order_lines (order_id INTEGER NOT NULL REFERENCES orders (id), line_no INTEGER NOT NULL, quantity INTEGER, PRIMARY KEY (order_id, line_no))',
  `CREATE TABLE shipments (order_id INTEGER NOT NULL, line_no INTEGER NOT NULL, carrier VARCHAR(20),
   FOREIGN KEY (order_id, line_no) REFERENCES order_lines (order_id, line_no))`,
  "CREATE VIEW paid_orders AS SELECT id, customer_id, amount FROM orders WHERE status = 'paid'",
  "INSERT INTO customers VALUES (1, 'A', 'ann@example.com', 'retail', true), (2, 'B', 'bo@example.com', 'wholesale', false), (3, 'C', NULL, 'retail', true)",
  `INSERT INTO orders VALUES (1, 1, 'paid', 10.50, '2024-01-01 10:00:00'), (2, 1, 'open', 20.00, '2024-01-02 10:00:00'),
   (3, 2, 'paid', 30.00, '2024-01-03 10:00:00'), (4, 3, 'paid', NULL, '2024-02-01 10:00:00')`,
  'INSERT INTO order_lines VALUES (1, 1, 2), (1, 2, 1), (2, 1, 5)',
  "INSERT INTO shipments VALUES (1, 1, 'post'), (1, 2, 'post')",
];

/** What every driver promises, run over a small shop. */
export function warehouseContract(driver: string, build: FixtureBuilder): void {
  describe(`${driver} keeps the warehouse contract`, () => {
    let opened: Opened;
    let warehouse: Warehouse;
    let catalogue: Catalogue;
    const structure = (name: string): TableStructure => {
      const found = catalogue.tables.find((table) => table.structure.name.name === name);
      if (found === undefined) throw new Error(`no table ${name}`);
      return found.structure;
    };

    beforeAll(async () => {
      opened = await build(shop);
      warehouse = opened.warehouse;
      catalogue = await warehouse.scan();
    });
    afterAll(async () => {
      await opened.dispose();
    });

    test('lists tables and views, sorted, without findings', () => {
      expect([catalogue.findings, catalogue.unknown]).toEqual([[], []]);
      expect(catalogue.tables.map(({ structure: { name, kind } }) => [name.name, kind])).toEqual([
        ['customers', 'table'], ['order_lines', 'table'], ['orders', 'table'], ['paid_orders', 'view'], ['shipments', 'table'],
      ]);
    });

    test('reads columns in order, with type and nullability', () => {
      expect(structure('orders').columns.map(({ name, type, nullable }) => [name, type, nullable])).toEqual([
        ['id', 'number', false], ['customer_id', 'number', false], ['status', 'string', false], ['amount', 'number', true], ['ordered_at', 'time', true],
      ]);
      expect(structure('customers').columns.at(-1)).toMatchObject({ name: 'active', type: 'boolean' });
      expect(structure('paid_orders').columns.map(({ name, type }) => [name, type])).toEqual([['id', 'number'], ['customer_id', 'number'], ['amount', 'number']]);
      expect(structure('paid_orders').definition).toMatch(/paid/);
    });

    test('reads keys: primary in key order, unique, foreign per constraint', () => {
      expect(structure('order_lines').primaryKey).toEqual(['order_id', 'line_no']);
      expect(structure('customers').uniqueKeys).toEqual([['code']]);
      expect(structure('orders').foreignKeys).toEqual([{ columns: ['customer_id'], target: structure('customers').name, targetColumns: ['id'] }]);
      expect(structure('shipments').foreignKeys).toEqual([
        { columns: ['order_id', 'line_no'], target: structure('order_lines').name, targetColumns: ['order_id', 'line_no'] },
      ]);
    });

    test('scans the same twice', async () => {
      expect(await warehouse.scan()).toEqual(catalogue);
    });

    test('profiles rows and value lists, without keys and personal columns', async () => {
      const customers = await warehouse.profile(structure('customers'));
      expect(customers).toMatchObject({ ok: true, profile: { rows: 3, mixedTypes: {} } });
      if (!customers.ok) return;
      expect(customers.profile.values['segment']).toEqual(['retail', 'wholesale']);
      expect(customers.profile.values['active']).toHaveLength(2);
      expect(Object.keys(customers.profile.values)).toEqual(['active', 'segment']);
      const orders = await warehouse.profile(structure('orders'));
      expect(orders).toMatchObject({ ok: true, profile: { rows: 4, values: { status: ['open', 'paid'] } } });
    });

    test('samples shapes, never values', async () => {
      const sample = await warehouse.sample(structure('customers'), 2);
      expect(sample.columns).toEqual(['id', 'code', 'email', 'segment', 'active']);
      expect(sample.rows).toHaveLength(2);
      expect(JSON.stringify(sample)).not.toMatch(/ann|example|retail/);
      expect(await warehouse.sample(structure('customers'), 2)).toEqual(sample);
    });

    test('queries', async () => {
      const result = await warehouse.query(`SELECT status, count(*) AS n FROM ${warehouse.reference(structure('orders').name)} GROUP BY 1 ORDER BY 1`);
      expect(result).toEqual({ ok: true, columns: ['status', 'n'], rows: [['open', 1], ['paid', 3]], truncated: false });
    });

    test('caps rows and says so', async () => {
      expect(await warehouse.query('SELECT id FROM orders ORDER BY id', { maxRows: 2 })).toEqual({ ok: true, columns: ['id'], rows: [[1], [2]], truncated: true });
      expect(await warehouse.query('SELECT id FROM orders ORDER BY id', { maxRows: 4 })).toMatchObject({ truncated: false });
    });

    test('prepares without running', async () => {
      expect(await warehouse.prepare('SELECT id, amount * 2 AS double FROM orders')).toEqual({ ok: true, columns: ['id', 'double'] });
      expect(await warehouse.prepare('SELECT nope FROM orders')).toMatchObject({ ok: false, reason: 'failed', finding: { code: 'query-failed' } });
      expect(await warehouse.prepare('SELECT "nope" FROM orders')).toMatchObject({ ok: false, reason: 'failed' });
    });

    test.each(['DELETE FROM orders', 'SELECT 1; SELECT 2', 'CREATE TABLE x (a INTEGER)', 'WITH d AS (DELETE FROM orders RETURNING *) SELECT * FROM d', '', 'SELEC 1'])(
      'refuses: %s',
      async (sql) => {
        expect(await warehouse.query(sql)).toMatchObject({ ok: false, reason: 'refused', finding: { code: 'query-refused' } });
        expect(await warehouse.prepare(sql)).toMatchObject({ ok: false, reason: 'refused', finding: { code: 'query-refused' } });
        expect(await warehouse.query('SELECT count(*) FROM orders')).toMatchObject({ ok: true, rows: [[4]] });
      },
    );

    test('a failing query explains itself without a stack trace', async () => {
      const result = await warehouse.query('SELECT * FROM missing_table');
      expect(result).toMatchObject({ ok: false, reason: 'failed' });
      if (result.ok) return;
      expect(result.finding.message).toMatch(/missing_table/);
      expect(result.finding.message).not.toMatch(/\n|\bat \w+ \(/);
      expect(result.finding.fix).not.toBe('');
    });

    test('answers concurrent questions each with its own answer', async () => {
      const results = await Promise.all([1, 2, 3, 4].map((id) => warehouse.query(`SELECT status, ${id} AS asked FROM orders WHERE id = ${id}`)));
      expect(results.map((result) => (result.ok ? result.rows[0]?.[1] : null))).toEqual([1, 2, 3, 4]);
    });

    test('quotes any identifier', async () => {
      for (const name of ['plain', 'with "quotes"', "it's", '"; drop table orders; --', '"', '""', '"`"', 'ends with "', '``', 'line\nbreak', 'naïve 😀']) {
        // a template's names are filled in after the guard has seen its shape
        expect(await warehouse.query(sql`SELECT 1 AS ${nameHole(name)}`)).toMatchObject({ ok: true, columns: [name] });
        const result = await warehouse.query(`SELECT 1 AS ${warehouse.quote(name)}`);
        // the parser reads three quotes as the beginning of another string: where the dialect has no other quotes, that is refused
        expect(result).toMatchObject(result.ok || driver === 'sqlite' || !name.startsWith('"') ? { ok: true, columns: [name] } : { reason: 'refused' });
      }
    });

    test('stops a statement when its time is up, and answers the next', async () => {
      const endless = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n WHERE i < 0';
      const started = performance.now();
      const [result, other] = await Promise.all([warehouse.query(endless, { timeoutMs: 300 }), warehouse.query('SELECT 1 AS one')]);
      expect(result).toMatchObject({ ok: false, reason: 'timeout', finding: { code: 'query-failed', message: expect.stringContaining('300 ms') } });
      expect(performance.now() - started).toBeLessThan(15_000);
      expect(other).toMatchObject({ ok: true });
      expect(await warehouse.query('SELECT 2 AS two')).toMatchObject({ ok: true, rows: [[2]] });
    });

    test('gives values as they are: whole and other numbers, text of any script, nothing', async () => {
      const result = await warehouse.query("SELECT 7 AS a, 10.25 AS b, 9007199254740993 AS c, 'naïve 😀' AS d, NULL AS e");
      expect(result).toMatchObject({ ok: true, rows: [[7, 10.25, 9007199254740993n, 'naïve 😀', null]] });
    });

    test('proves keys, joins and tests', async () => {
      const candidate = { from: structure('orders'), columns: ['customer_id'], to: structure('customers'), toColumns: ['id'], basis: 'declared' as const, evidence: [], rank: 0 };
      expect(await proveKey(warehouse, structure('order_lines'), ['order_id', 'line_no'])).toEqual({ state: 'holds' });
      expect(await proveKey(warehouse, structure('order_lines'), ['order_id'])).toEqual({ state: 'fails', rows: 3, nulls: 0, duplicates: 1 });
      expect(await proveKey(warehouse, structure('customers'), ['email'])).toEqual({ state: 'fails', rows: 3, nulls: 1, duplicates: 0 });
      expect(await proveLink(warehouse, candidate)).toEqual({ state: 'made', rows: 4, orphans: 0, targetUnique: true, repeats: '' });
      const question = (name: string, column: string, kwargs: Readonly<Record<string, unknown>> = {}): TestQuestion => ({ column, test: { name, package: null, column, kwargs, severity: 'error', origin: {} } });
      expect(await proveTests(warehouse, structure('orders'), [
        question('not_null', 'amount'), question('unique', 'customer_id'), question('accepted_values', 'status', { values: ['paid', 'open'] }), question('accepted_values', 'id', { values: [1, 2], quote: false }), question('accepted_values', 'id', { values: [1, 2, 3, 4] }),
      ])).toEqual([{ state: 'fails', failing: 1, rows: 4 }, { state: 'fails', failing: 1, rows: 4 }, { state: 'holds' }, { state: 'fails', failing: 2, rows: 4 }, { state: 'holds' }]);
    });

    test('counts what it asked', () => {
      const { queries, milliseconds, bytes } = warehouse.usage();
      expect(queries).toBeGreaterThan(0);
      expect(milliseconds).toBeGreaterThanOrEqual(0);
      expect(bytes).toBeGreaterThan(0);
    });

    test('a closed warehouse says so and throws nothing', async () => {
      const other = await build(shop);
      await other.warehouse.close();
      await other.warehouse.close();
      expect(await other.warehouse.query('SELECT 1')).toMatchObject({ ok: false });
      await other.dispose();
    });

    test('names tables that it can read back', async () => {
      for (const { structure: { name } } of catalogue.tables) {
        expect([tableText(name), (await warehouse.query(`SELECT count(*) FROM ${warehouse.reference(name)}`)).ok]).toEqual([tableText(name), true]);
      }
    });
  });
}
