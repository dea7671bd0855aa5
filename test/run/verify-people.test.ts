import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report.js';
import { ProjectFolder } from '../project-folder.js';

/** What people write is run too: sources of SQL, grains, joins in both directions, measures over joins. It is only reported. */

const config = 'connections:\n  warehouse:\n    driver: sqlite\n    path: shop.sqlite\n';
const schema = `
create table customers (id integer primary key, region text, email text);
create table orders (id integer primary key, customer_id integer, amount real, day text);
create table order_lines (order_id integer, line integer, qty integer);
create table payments (order_id integer, paid real);
insert into customers values (1,'north','a@x.example'),(2,'south','b@x.example'),(3,'south','b@x.example');
insert into orders values (10,1,5,'2026-01-01'),(11,1,7,'2026-01-02'),(12,2,9,'2026-01-02'),(13,9,1,'2026-01-03');
insert into order_lines values (10,1,2),(10,2,3),(11,1,1),(12,1,1),(13,1,4);
insert into payments values (10,5),(11,3),(11,4);
`;
const join = (to: string, on: string, relationship: string, more = ''): string => `  - to: ${to}\n    "on": ${on}\n    relationship: ${relationship}\n${more}`;

function shop(files: Readonly<Record<string, string>>): ProjectFolder {
  const folder = new ProjectFolder({ 'ktx.yaml': config, ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`semantic-layer/warehouse/${name}.yaml`, text])) });
  folder.sql(schema);
  return folder;
}

const said = (report: Report, code: string): string[] => report.findings.filter((finding) => finding.code === code).map(({ message, file, line, column }) => `${file ?? ''}:${line ?? 0}:${column ?? 0} ${message}`);
const path = (name: string): string => `semantic-layer/warehouse/${name}.yaml`;

describe('a measure over joins', () => {
  test('is run where each row finds one, and named where rows would multiply', async () => {
    using folder = shop({
      orders: `name: orders
joins:
${join('customers', 'orders.customer_id = customers.id', 'many_to_one')}${join('order_lines', 'orders.id = order_lines.order_id', 'one_to_many')}${join('payments', 'orders.id = payments.order_id', 'one_to_many')}measures:
  - name: south
    expr: sum(case when customers.region = 'south' then amount else 0 end)
  - name: units
    expr: sum(order_lines.qty)
  - name: both
    expr: sum(order_lines.qty * payments.paid)
  - name: typo
    expr: count(customers.regoin)
  - name: revenue
    expr: sum(amount)
  - name: filtered
    expr: revenue * 2
    filter: amount > 5
`,
    });
    const report = await folder.ingest('--apply');
    expect(said(report, 'measure-trap')).toEqual([
      `${path('orders')}:16:11 orders: measure units reads order_lines over a one_to_many join: a row of orders counts once for each of its rows in order_lines (fan trap)`,
      `${path('orders')}:18:11 orders: measure both reads order_lines and payments, each over a one_to_many join: their rows multiply each other (chasm trap)`,
      `${path('orders')}:25:13 orders: the filter of measure filtered has no effect, because it is made of other measures`,
    ]);
    expect(said(report, 'context-expression')).toEqual([expect.stringContaining('measure typo: customers has no column regoin')]);
    const lock = folder.read('ktx.lock');
    expect(lock).not.toContain('orders.south');
    expect(lock).toMatch(/"unproved"[^\n]*orders\.units|orders\.units[^\n]*"unproved"/);
    expect((await folder.ingest()).status).toBe('nothing-to-do');
  });

  test('two joins to one source need an alias each, and are read by it', async () => {
    const joins = (first: string, second: string): string => join('customers', 'orders.customer_id = customers.id', 'many_to_one', first) + join('customers', 'orders.id = customers.id', 'many_to_one', second);
    const measures = (name: string): string => `measures:\n  - name: southern\n    expr: count(${name}.region)\n`;
    using folder = shop({ orders: `name: orders\njoins:\n${joins('', '')}${measures('customers')}` });
    expect(said(await folder.ingest(), 'measure-trap')).toEqual([expect.stringContaining('reads customers, to which 2 joins lead: nobody can tell which is meant')]);
    folder.write(path('orders'), `name: orders\njoins:\n${joins('    alias: buyer\n', '    alias: twin\n')}${measures('buyer')}`);
    const report = await folder.ingest('--apply');
    expect([said(report, 'measure-trap'), said(report, 'context-reference'), said(report, 'context-expression')]).toEqual([[], [], []]);
    expect(folder.read('ktx.lock')).not.toContain('southern');
  });
});

describe('a join', () => {
  test.each([
    ['that meets several where it says one', 'many_to_one', 'orders', 'order_lines', 'orders.id = order_lines.order_id', 'it is written many_to_one, but order_lines.order_id repeats in 20 % of the rows, so measures are counted several times; the data says one_to_many'],
    ['the other way round', 'one_to_many', 'order_lines', 'orders', 'order_lines.order_id = orders.id', 'it is written one_to_many, but order_lines.order_id repeats in 20 % of the rows, so each row of orders meets several; the data says many_to_one'],
    ['of one to one whose own side repeats', 'one_to_one', 'orders', 'customers', 'customers.id = orders.customer_id', 'it is written one_to_one, but orders.customer_id repeats in 25 % of the rows, so each row of customers meets several; the data says many_to_one'],
    ['that meets nothing', 'many_to_one', 'orders', 'customers', 'orders.id = customers.id', 'none of its 4 rows has a match in customers.id'],
  ])('%s is reported', async (_, relationship, from, to, on, why) => {
    using folder = shop({ [from]: `name: ${from}\njoins:\n${join(to, on, relationship)}` });
    expect(said(await folder.ingest(), 'measure-broken')).toEqual([`${path(from)}:3:5 join:warehouse/${from}->${to} fails on warehouse: ${why}`]);
  });

  test('that loses rows says how many', async () => {
    using folder = shop({ orders: `name: orders\njoins:\n${join('customers', 'orders.customer_id = customers.id', 'many_to_one')}` });
    const report = await folder.ingest();
    expect([said(report, 'measure-broken'), said(report, 'orphans')]).toEqual([[], [`${path('orders')}:3:5 join:warehouse/orders->customers: 25 % of the rows have no match in customers`]]);
  });
});

describe('a source of people', () => {
  const sql = (text: string, columns: string, grain: string): string => `name: by_day\nsql: ${text}\ngrain: [${grain}]\ncolumns:\n${columns}measures:\n  - {name: total, expr: sum(amount)}\n`;
  const columns = '  - {name: day, type: time}\n  - {name: amount, type: number}\n';

  test('whose SQL runs, with its columns and grain, is silent', async () => {
    using folder = shop({ by_day: sql('select day, sum(amount) as amount from orders group by day', columns, 'day') });
    const report = await folder.ingest('--apply');
    expect(said(report, 'measure-broken')).toEqual([]);
    expect(folder.read('ktx.lock')).not.toContain('"unproved"');
  });

  test.each([
    ['SQL that fails', sql('select day, amount from ordres', columns, 'day'), /^2:6 source:warehouse\/by_day fails on warehouse: .*ordres/],
    ['a column that its SQL does not give', sql('select day as days, amount from orders', columns, 'day'), /^5:12 source:warehouse\/by_day fails on warehouse: there is no column day; did you mean days\?/],
    ['a grain that repeats', sql('select day, amount from orders', columns, 'day'), /^3:8 grain:warehouse\/by_day fails on warehouse: day repeats in 25 % of the rows, so joins to it count rows several times/],
  ])('%s is reported on its line', async (_, text, expected) => {
    using folder = shop({ by_day: text });
    const found = said(await folder.ingest('--apply'), 'measure-broken').map((one) => one.slice(path('by_day').length + 1));
    expect(found).toEqual([expect.stringMatching(expected)]);
    // until it is mended
    expect(said(await folder.ingest(), 'measure-broken')).toHaveLength(1);
  });

  test('a grain of an overlay that repeats is reported too', async () => {
    using folder = shop({ customers: 'name: customers\ngrain: [email]\n' });
    expect(said(await folder.ingest(), 'measure-broken')).toEqual([`${path('customers')}:2:8 grain:warehouse/customers fails on warehouse: email repeats in 33 % of the rows, so joins to it count rows several times`]);
  });
});

describe('sources that may be one', () => {
  const source = (name: string, of: string): string => `name: ${name}\n${of}\ngrain: [id]\ncolumns:\n  - {name: id, type: number}\n  - {name: customer_id, type: number}\n  - {name: amount, type: number}\n  - {name: day, type: string}\n`;
  const found = (report: Report): string[] => said(report, 'double-source').map((one) => one.replace(/, so that.*/, ''));

  test('are named once: one table, the same SQL, the same columns of the same tables', async () => {
    using folder = shop({
      sales: source('sales', 'table: main.orders'), paid: source('paid', 'sql: select * from orders where amount > 5'), first: source('first', 'sql: select o.*, c.region from orders o join customers c on c.id = o.customer_id'),
      second: source('second', 'sql: |\n  select o.*, c.region -- with the region\n  from orders o\n  join customers c on c.id = o.customer_id;'),
      other: 'name: other\nsql: select customer_id, sum(amount) as amount from orders group by customer_id\ngrain: [customer_id]\ncolumns:\n  - {name: customer_id, type: number}\n  - {name: amount, type: number}\n',
    });
    const report = await folder.ingest('--apply');
    expect(found(report)).toEqual([
      `${path('first')}:2:6 first and second have the same SQL`,
      `${path('paid')}:2:6 paid and orders read only main.orders, and nearly all their columns are the same`,
      `${path('paid')}:2:6 paid and sales read only main.orders, and nearly all their columns are the same`,
      `${path('sales')}:2:8 sales and orders are both the table main.orders`,
    ]);
    expect(found(await folder.ingest('--apply'))).toEqual([]);
    // only what is new about it
    folder.write(path('again'), source('again', 'table: main.customers'));
    expect(found(await folder.ingest())).toEqual([`${path('again')}:2:8 again and customers are both the table main.customers`]);
  });
});
