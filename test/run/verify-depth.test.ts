import { describe, expect, test } from '@jest/globals';
import { say } from '../fakes/messages-api.js';
import { codes, ProjectFolder } from '../project-folder.js';
import { judgedProject, resultsOf } from './judged-project.js';
import { finish, measure, propose, scriptedModel } from './scripted-model.js';

/** What is checked is explained, and only the smallest thing is left out. */

const orders = 'table:warehouse/main.orders';

describe('a unit with a bad edit among good ones', () => {
  const good = Array.from({ length: 20 }, (_, i) => measure('orders', `m${i}`, `sum(amount * ${i + 1})`));

  test('publishes the good ones and explains the bad one, until its evidence changes', async () => {
    await using model = await scriptedModel({ [orders]: [...good, measure('orders', 'bad', 'sum(amnt)')] });
    using folder = judgedProject(model.api);
    const first = await model.night(folder, '--apply');
    expect(first.report.edits.filter(({ entity }) => entity.startsWith('measure:')).map(({ verdict }) => verdict)).toEqual(Array.from({ length: 20 }, () => 'proved'));
    const why = 'measure orders.bad (measure bad: column amnt does not exist in orders; did you mean amount?)';
    expect(first.report.findings.find(({ code }) => code === 'edit-refused')?.message).toBe(`${orders}: 1 proposed change left out: ${why}`);
    const second = await model.night(folder, '--apply');
    expect([second.requests, second.report.status, second.report.findings.find(({ code }) => code === 'edit-refused')?.message]).toEqual([[], 'nothing-to-do', `${orders}: 1 proposed change left out since an earlier night: ${why}`]);
    model.script = { [orders]: good };
    folder.sql('alter table orders add column note text');
    expect(codes((await model.night(folder, '--apply')).report)).not.toContain('edit-refused');
  });
});

test('a measure that is defined by itself, through others too, is refused with the way', async () => {
  let said = '';
  await using model = await scriptedModel({ [orders]: (request, turn) => {
    if (turn === 0) return say(propose(measure('orders', 'a', 'sum(amount)'), measure('orders', 'b', 'a * 2'), measure('orders', 'a', 'b / 2'), measure('orders', 'c', 'c + 1')), finish);
    said = resultsOf(request) || said;
    return say(finish);
  } });
  using folder = judgedProject(model.api);
  await model.night(folder, '--apply');
  expect(said).toContain('measure a would be defined by itself: a → b → a');
  expect(said).toContain('measure orders.c: ');
  expect(folder.read('semantic-layer/warehouse/orders.yaml')).not.toContain('b / 2');
});

test('a join to a parent with duplicate keys is not written, and the count is said', async () => {
  using folder = new ProjectFolder({
    'ktx.yaml': 'connections:\n  warehouse:\n    driver: sqlite\n    path: shop.sqlite\n  shop:\n    driver: dbt\n    source_dir: dbt\n',
    'dbt/dbt_project.yml': 'name: shop\nprofile: shop\nmodel-paths: [models]\n', 'dbt/models/orders.sql': 'select 1\n', 'dbt/models/customers.sql': 'select 1\n',
    'dbt/models/m.yml': "models:\n  - name: customers\n  - name: orders\n    columns:\n      - name: customer_id\n        data_tests:\n          - relationships: {to: ref('customers'), field: id}\n",
    'semantic-layer/warehouse/orders.yaml': 'name: orders\njoins:\n  - to: customers\n    "on": orders.customer_id = customers.id\n    relationship: many_to_one\n',
  });
  folder.sql('create table customers (id integer, name text); create table orders (order_id integer primary key, customer_id integer); insert into customers values (1,\'a\'),(2,\'b\'),(3,\'c\'),(3,\'d\'); insert into orders values (1,1),(2,2),(3,3);');
  const report = await folder.ingest('--apply');
  const said = report.findings.map(({ code, message }) => `${code}: ${message}`);
  expect(said).toContainEqual(expect.stringContaining('main.customers.id is not unique: 25 % of its 4 rows repeat a value'));
  expect(said).toContainEqual(expect.stringMatching(/^measure-broken: join:warehouse\/orders->customers fails on warehouse: it is written many_to_one, but customers\.id repeats in 25 % of the rows/));
  expect(folder.read('semantic-layer/warehouse/_schema/public.yaml')).not.toContain('joins:');
});

test('a measure whose rows a join would multiply is refused with the way out; over a join to one row it is run', async () => {
  let said = '';
  await using model = await scriptedModel({ [orders]: (request, turn) => {
    if (turn > 0) {
      said = resultsOf(request) || said;
      return say(finish);
    }
    return say(propose(measure('orders', 'units', 'sum(order_lines.qty)'), measure('orders', 'northern', "sum(case when customers.region = 'north' then amount else 0 end)"), measure('orders', 'twice', 'northern * 2', { filter: 'amount > 1' })), finish);
  } });
  using folder = judgedProject(model.api);
  folder.sql('create table order_lines (order_id integer not null references orders, line integer not null, qty integer, primary key (order_id, line)); insert into order_lines values (10, 1, 2), (10, 2, 1), (12, 1, 4);');
  const { report } = await model.night(folder, '--apply');
  expect(said).toContain('measure units reads order_lines over a one_to_many join: a row of orders counts once for each of its rows in order_lines (fan trap): put it on order_lines');
  expect(said).toContain('measure twice is made of other measures, so that its filter and segments would have no effect');
  expect(report.edits.filter(({ entity }) => entity.startsWith('measure:')).map(({ entity, verdict }) => `${entity} ${verdict}`)).toEqual(['measure:warehouse/orders.northern proved']);
});
