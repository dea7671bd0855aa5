import { describe, expect, test } from '@jest/globals';
import { codes, ProjectFolder } from '../project-folder.js';

/** What happens on the second night, and when people, sources and locks do what they do. */

const schema = `
create table customers (id integer primary key, name text not null, region text);
create table orders (id integer primary key, customer_id integer references customers, status text, amount real);
create table order_lines (order_id integer not null references orders, line_no integer not null, sku text, primary key (order_id, line_no));
create table visits (visit_id integer not null, customer_id integer, pages integer);
insert into customers values (1,'a','north'),(2,'b','south'),(3,'c','north');
insert into orders values (10,1,'paid',5),(11,1,'open',7),(12,2,'paid',9),(13,3,'paid',1);
insert into order_lines values (10,1,'x'),(10,2,'y'),(11,1,'x'),(12,1,'z');
insert into visits values (100,1,3),(101,2,4),(102,2,1),(103,3,9),(104,null,2);
`;

const dbt = {
  'dbt/dbt_project.yml': 'name: shop\nversion: "1.0"\nmodel-paths: [models]\n',
  'dbt/models/customers.sql': 'select * from raw\n',
  'dbt/models/orders.sql': "select * from {{ ref('customers') }}\n",
  'dbt/models/schema.yml': `version: 2
models:
  - name: customers
    description: People who bought something.
    columns:
      - name: id
        description: Key of a customer.
        tests: [unique, not_null]
      - name: region
        tests:
          - accepted_values: {values: [north, south]}
  - name: orders
    description: One row an order.
    columns:
      - name: customer_id
        tests:
          - relationships: {to: ref('customers'), field: id}
`,
};

const config = 'connections:\n  warehouse:\n    driver: sqlite\n    path: shop.sqlite\n  shop:\n    driver: dbt\n    source_dir: dbt\n';

function shop(): ProjectFolder {
  const folder = new ProjectFolder({ 'ktx.yaml': config, ...dbt });
  folder.sql(schema);
  return folder;
}

const manifest = 'semantic-layer/warehouse/_schema/public.yaml';

describe('a second night', () => {
  test('with nothing new does nothing and changes no byte', async () => {
    using folder = shop();
    const first = await folder.ingest('--apply');
    expect(first.status).toBe('complete');
    expect(first.units.every((unit) => unit.due === 'new')).toBe(true);
    const before = folder.context();
    folder.remove('.ktx');
    const second = await folder.ingest('--apply');
    expect(second.status).toBe('nothing-to-do');
    expect(second.patch.files).toBe(0);
    expect(second.units.filter((unit) => unit.due !== null)).toEqual([]);
    expect(folder.context()).toEqual(before);
  });

  test('growing rows are no change; a changed description makes exactly its unit due', async () => {
    using folder = shop();
    await folder.ingest('--apply');
    folder.sql("insert into orders values (14,2,'paid',2)");
    expect((await folder.ingest('--apply')).status).toBe('nothing-to-do');
    folder.edit('dbt/models/schema.yml', (text) => text.replace('One row an order.', 'One row per order, cancelled ones too.'));
    const report = await folder.ingest('--apply');
    expect(report.units.filter((unit) => unit.due !== null).map((unit) => [unit.id, unit.due])).toEqual([['dbt:shop/model.orders', 'changed dbt:shop/model.orders']]);
    expect(report.edits.map((edit) => edit.entity)).toEqual(['description:warehouse/orders#dbt']);
    expect(folder.read(manifest)).toContain('dbt: One row per order, cancelled ones too.');
  });

  test('a new column, a dropped column and a new table are followed', async () => {
    using folder = shop();
    await folder.ingest('--apply');
    folder.sql('alter table customers add column since date; alter table orders drop column amount; create table shops (id integer primary key, city text)');
    const report = await folder.ingest('--apply');
    expect(report.edits.map((edit) => [edit.action, edit.entity])).toEqual([
      ['source_updated', 'column:warehouse/customers.since'],
      ['removed', 'column:warehouse/orders.amount'],
      ['source_created', 'source:warehouse/shops'],
    ]);
    expect((await folder.ingest()).status).toBe('nothing-to-do');
  });
});

describe('what is derived', () => {
  test('joins in both directions with their cardinality, keys, constraints, values and texts', async () => {
    using folder = shop();
    await folder.ingest('--apply');
    const text = folder.read(manifest);
    expect(text).toContain('"on": orders.customer_id = customers.id\n        relationship: many_to_one\n        source: formal');
    expect(text).toContain('"on": customers.id = orders.customer_id\n        relationship: one_to_many\n        source: formal');
    expect(text).toContain('"on": visits.customer_id = customers.id\n        relationship: many_to_one\n        source: inferred');
    expect(text).toContain('dbt: Key of a customer.');
    expect(text).toContain('not_null: true\n            unique: true');
    expect(text).toContain('- north\n            - south');
    expect(folder.read('semantic-layer/warehouse/visits.yaml')).toBe('name: visits\ngrain:\n  - visit_id\n');
  });

  test('a dbt test that the data contradicts gives a finding with figure and line, and no join', async () => {
    using folder = shop();
    folder.sql("insert into visits values (105,77,1),(106,78,1)");
    folder.edit('dbt/models/schema.yml', (text) => `${text}  - name: visits
    columns:
      - name: customer_id
        tests:
          - relationships:
              to: ref('customers')
              field: id
`);
    folder.write('dbt/models/visits.sql', 'select 1\n');
    const report = await folder.ingest('--apply');
    const finding = report.findings.find((one) => one.code === 'test-contradicted');
    expect(finding).toMatchObject({ file: 'dbt/models/schema.yml', line: 22 });
    expect(finding?.message).toContain('33 % of the values have no match in main.customers');
    expect(folder.read(manifest)).not.toContain('visits.customer_id');
    const again = await folder.ingest('--apply');
    expect(again.status).toBe('nothing-to-do');
    expect(codes(again)).toContain('test-contradicted');
  });

  test('a description with a credential is not published', async () => {
    using folder = shop();
    const token = `ghp_${'a1B2'.repeat(9)}`;
    folder.edit('dbt/models/schema.yml', (text) => text.replace('People who bought something.', `People. Token ${token}.`));
    const report = await folder.ingest('--apply', '--out', 'out');
    expect(report.findings.find((one) => one.code === 'secret-in-text')).toMatchObject({ file: 'dbt/models/schema.yml' });
    expect(JSON.stringify([folder.context(), folder.read('out/report.html'), folder.read('out/edits.jsonl')])).not.toContain(token);
  });
});

describe('people win', () => {
  const overlay = `# ours
name: orders
descriptions: {user: "One row per order"}   # kept as it is
measures:
    - {name: paid, expr: "sum(amount)", filter: "status = 'paid'"}
`;

  test('an overlay of a person survives byte for byte and is listed', async () => {
    using folder = shop();
    folder.write('semantic-layer/warehouse/orders.yaml', overlay);
    const report = await folder.ingest('--apply');
    expect(folder.read('semantic-layer/warehouse/orders.yaml')).toBe(overlay);
    expect(report.kept).toEqual(['orders', 'orders.paid']);
    expect((await folder.ingest()).status).toBe('nothing-to-do');
  });

  test('a measure of a person that fails on the warehouse is reported on its line, every night until it is mended', async () => {
    using folder = shop();
    folder.write('semantic-layer/warehouse/orders.yaml', overlay.replace('sum(amount)', 'sum(amnt)'));
    for (const night of [1, 2, 3]) {
      const report = await folder.ingest('--apply');
      const finding = report.findings.find((one) => one.code === 'context-expression');
      expect([night, finding?.file, finding?.line]).toEqual([night, 'semantic-layer/warehouse/orders.yaml', 5]);
      expect(finding?.fix).toBe('did you mean amount?');
    }
  });

  test('a hand edit of a field that follows its source is put back, with the field to use', async () => {
    using folder = shop();
    await folder.ingest('--apply');
    folder.edit(manifest, (text) => text.replace('dbt: One row an order.', 'dbt: Mine.'));
    const report = await folder.ingest('--apply');
    expect(folder.read(manifest)).toContain('dbt: One row an order.');
    expect(report.findings.find((one) => one.code === 'hand-edited')?.fix).toContain('descriptions.user');
    expect((await folder.ingest()).status).toBe('nothing-to-do');
  });

  test('a wording in descriptions.user stays, beside ours', async () => {
    using folder = shop();
    await folder.ingest('--apply');
    folder.edit(manifest, (text) => text.replace('dbt: One row an order.', 'dbt: One row an order.\n      user: "Ours, since 2019"'));
    const report = await folder.ingest('--apply');
    expect(codes(report)).not.toContain('hand-edited');
    expect(folder.read(manifest)).toContain('user: "Ours, since 2019"');
    folder.edit('dbt/models/schema.yml', (text) => text.replace('One row an order.', 'Orders.'));
    await folder.ingest('--apply');
    expect(folder.read(manifest)).toContain('dbt: Orders.\n      user: "Ours, since 2019"');
  });

  test('what a person deleted stays away: a table, an inferred join, a grain', async () => {
    using folder = shop();
    await folder.ingest('--apply');
    folder.remove('semantic-layer/warehouse/visits.yaml');
    folder.edit(manifest, (text) => text.replace(/ {2}order_lines:\n[\s\S]*?(?= {2}orders:)/, '').replace(/ {4}joins:\n {6}- to: customers\n {8}"on": visits[\s\S]*?inferred\n/, ''));
    const report = await folder.ingest('--apply');
    expect(report.findings.filter((one) => one.code === 'removed-by-person').map((one) => one.message.split(' ')[0]).sort()).toEqual([
      'grain:warehouse/visits', 'join:warehouse/visits->customers[customers.id=visits.customer_id]', 'source:warehouse/order_lines',
    ]);
    const after = folder.context();
    expect(after['semantic-layer/warehouse/visits.yaml']).toBeUndefined();
    expect(after[manifest]).not.toContain('visits.customer_id = customers.id');
    expect((await folder.ingest('--apply')).status).toBe('nothing-to-do');
    expect(folder.context()).toEqual(after);
  });

  test('a grain that a person wrote stays; ours is a suggestion', async () => {
    using folder = shop();
    folder.write('semantic-layer/warehouse/visits.yaml', 'name: visits\ngrain: [visit_id, pages]\n');
    const report = await folder.ingest('--apply');
    expect(folder.read('semantic-layer/warehouse/visits.yaml')).toBe('name: visits\ngrain: [visit_id, pages]\n');
    expect(report.findings.find((one) => one.code === 'suggestion')?.message).toContain('grain:warehouse/visits is yours');
  });
});

describe('a context that ktx built, without a lock', () => {
  const built = `tables:
  customers:
    table: customers
    descriptions: {ai: Buyers of the shop, user: Who pays us}
    columns:
      - {name: id, type: number, pk: true, nullable: false}
      - {name: name, type: string, nullable: false, descriptions: {ai: Full name}}
      - {name: region, type: string}
    joins:
      - {to: visits, "on": customers.id = visits.customer_id, relationship: one_to_many, source: inferred}
      - {to: shops, "on": customers.region = shops.region, relationship: many_to_one, source: manual}
`;

  test('is adopted: what it says right stays as it is written, a person’s and ktx’s texts stay', async () => {
    using folder = shop();
    folder.write(manifest, built);
    const report = await folder.ingest('--apply');
    const text = folder.read(manifest);
    for (const line of built.split('\n').filter((one) => one.startsWith('      - {name'))) expect(text).toContain(line.replace(/\}$/, ''));
    expect(text).toContain('table: customers\n');
    expect(text).toContain('ai: Buyers of the shop, user: Who pays us');
    expect(text).toContain('source: manual}');
    expect(report.edits.map((edit) => edit.entity)).not.toContain('property:warehouse/customers#table');
    expect((await folder.ingest()).status).toBe('nothing-to-do');
  });
});

describe('sources that fail or go away', () => {
  test('an unreadable warehouse removes nothing, is reported, and costs nothing the night after', async () => {
    using folder = shop();
    await folder.ingest('--apply');
    const before = folder.context();
    folder.edit('ktx.yaml', (text) => text.replace('shop.sqlite', 'lost.sqlite'));
    const report = await folder.ingest('--apply');
    expect([report.status, report.exitCode]).toEqual(['incomplete', 4]);
    expect(report.findings.find((one) => one.code === 'source-unreadable')).toMatchObject({ file: 'ktx.yaml', line: 4 });
    expect(folder.context()).toEqual(before);
    folder.edit('ktx.yaml', (text) => text.replace('lost.sqlite', 'shop.sqlite'));
    expect((await folder.ingest('--apply')).status).toBe('nothing-to-do');
  });

  test('a night on which no check can be made drops nothing, and what is new is marked unproved', async () => {
    const many = "with recursive n(i) as (select 1000 union all select i + 1 from n where i < 150000) insert into orders select i, 1 + i % 3, 'paid', 1 from n";
    using folder = shop();
    folder.sql(many);
    await folder.ingest('--apply');
    const before = folder.context();
    const slow = (text: string): string => text.replace('path: shop.sqlite\n', 'path: shop.sqlite\n    query_timeout_ms: 1\n');
    folder.edit('ktx.yaml', slow);
    folder.sql("insert into orders values (14,2,'paid',2)");
    const report = await folder.ingest('--apply');
    expect(report.edits).toEqual([]);
    expect(codes(report)).toContain('query-failed');
    const after = folder.context();
    expect([after[manifest], after['semantic-layer/warehouse/visits.yaml']]).toEqual([before[manifest], before['semantic-layer/warehouse/visits.yaml']]);
    folder.edit('ktx.yaml', (text) => text.replace('    query_timeout_ms: 1\n', ''));
    expect((await folder.ingest('--apply')).edits).toEqual([]);
    using fresh = shop();
    fresh.sql(many);
    fresh.edit('ktx.yaml', slow);
    const first = await fresh.ingest('--apply');
    expect(first.edits.find((edit) => edit.entity.startsWith('join:warehouse/orders->customers'))).toMatchObject({ action: 'join_added', verdict: 'unproved' });
    fresh.edit('ktx.yaml', (text) => text.replace('    query_timeout_ms: 1\n', ''));
    await fresh.ingest('--apply');
    expect(fresh.read(manifest)).toContain('"on": visits.customer_id = customers.id');
  });

  test('an unreadable dbt project removes nothing; a table that changed meanwhile waits', async () => {
    using folder = shop();
    await folder.ingest('--apply');
    const before = folder.context();
    folder.edit('ktx.yaml', (text) => text.replace('source_dir: dbt', 'source_dir: gone'));
    folder.sql('alter table orders add column channel text');
    const report = await folder.ingest('--apply');
    expect(report.exitCode).toBe(4);
    expect(folder.context()[manifest]).toBe(before[manifest]);
    expect(report.units.filter((unit) => unit.status === 'deferred').map((unit) => unit.id)).toEqual(['dbt:shop/model.orders']);
    folder.edit('ktx.yaml', (text) => text.replace('source_dir: gone', 'source_dir: dbt'));
    const after = await folder.ingest('--apply');
    expect(after.edits.map((edit) => edit.entity)).toEqual(['column:warehouse/orders.channel']);
  });

  test('a dropped table leaves with its joins; more than the limit is a question', async () => {
    using folder = shop();
    await folder.ingest('--apply');
    folder.sql('drop table visits');
    const report = await folder.ingest('--apply');
    expect(report.edits.filter((edit) => edit.action === 'removed').map((edit) => edit.entity)).toContain('source:warehouse/visits');
    expect(Object.keys(folder.context())).not.toContain('semantic-layer/warehouse/visits.yaml');
    expect(folder.read(manifest)).not.toContain('visits');
    folder.write('ktx-ci.yaml', 'removals: {maxShare: 0.1, min: 0}\n');
    folder.sql('drop table order_lines; create table other (id integer primary key)');
    const held = await folder.ingest('--apply');
    expect(held.questions.map((question) => question.findings[0]?.code)).toEqual(['removals-held']);
    expect(folder.read(manifest)).toContain('order_lines:');
  });

  test('none of the dbt models in the warehouse: stopped, with the likely cause, before anything is written', async () => {
    using folder = shop();
    folder.sql('alter table customers rename to clients; alter table orders rename to purchases');
    const report = await folder.ingest('--apply');
    expect([report.status, report.exitCode]).toEqual(['failed', 2]);
    expect(report.findings.find((one) => one.code === 'source-mismatch')).toMatchObject({ file: 'ktx.yaml', line: 5 });
    expect(folder.context()).toEqual({});
  });
});

describe('the lock', () => {
  test('with conflict markers heals itself and says so', async () => {
    using folder = shop();
    await folder.ingest('--apply');
    const whole = folder.read('ktx.lock');
    folder.edit('ktx.lock', (text) => {
      const lines = text.split('\n');
      const unit = lines.findIndex((line) => line.includes('"t":"unit"'));
      return [...lines.slice(0, unit), '<<<<<<< HEAD', lines[unit], '=======', (lines[unit] ?? '').replace(/"key":"[^"]*"/, '"key":"AAAAAAAAAAAA"'), '>>>>>>> other', ...lines.slice(unit + 1)].join('\n');
    });
    const report = await folder.ingest('--apply');
    expect(codes(report)).toContain('lock-conflict');
    expect(report.units.filter((unit) => unit.due !== null)).toHaveLength(1);
    expect(folder.read('ktx.lock').replace('"outcome":"unchanged"', '"outcome":"written"')).toBe(whole);
  });

  test('of a newer format stops the run with the version to use', async () => {
    using folder = shop();
    folder.write('ktx.lock', '{"lock":2}\n');
    const report = await folder.ingest('--apply');
    expect([report.exitCode, codes(report)]).toEqual([2, ['lock-newer']]);
    expect(folder.read('ktx.lock')).toBe('{"lock":2}\n');
  });
});

describe('the output folder', () => {
  test('has the edits, the lock record and the patch of every due unit, and git takes each patch', async () => {
    using folder = shop();
    folder.git('init', '-q');
    await folder.ingest('--out', 'out');
    const slug = 'dbt_shop_model.orders-';
    const { readdirSync } = await import('node:fs');
    const unit = readdirSync(`${folder.root}/out/units`).find((name) => name.startsWith(slug)) ?? '';
    expect(JSON.parse(folder.read(`out/units/${unit}/lock.jsonl`))).toMatchObject({ t: 'unit', id: 'dbt:shop/model.orders', by: 'derived', outcome: 'written' });
    expect(folder.read(`out/units/${unit}/edits.jsonl`)).toContain('"kind":"source"');
    folder.git('apply', `out/units/${unit}/patch.patch`);
    expect(folder.read(manifest)).toMatch(/^tables:\n {2}orders:\n/);
    expect(folder.read(manifest)).not.toContain('  visits:\n');
    folder.remove('semantic-layer');
    folder.git('apply', 'out/context.patch');
    expect(folder.read(manifest)).toContain('  visits:\n');
  });
});
