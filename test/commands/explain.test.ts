import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { ProjectFolder } from '../project-folder.js';

const config = 'connections:\n  warehouse:\n    driver: sqlite\n    path: shop.sqlite\n  shop:\n    driver: dbt\n    source_dir: dbt\n';
const tables = 'create table orders (order_id integer primary key, customer_id integer not null, amount real); create table customers (id integer primary key, name text); insert into orders values (1, 1, 2), (2, 1, 3); insert into customers values (1, \'a\'), (2, \'b\')';

/** One night, committed. */
async function night(): Promise<ProjectFolder> {
  const folder = new ProjectFolder({
    'ktx.yaml': config, 'dbt/dbt_project.yml': 'name: shop\nversion: "1.0"\n', 'dbt/models/orders.sql': 'select order_id, customer_id, amount from raw_orders\n',
    'dbt/models/schema.yml': 'models:\n  - name: orders\n    description: One row an order.\n    columns:\n      - name: customer_id\n        tests: [{relationships: {to: ref(\'customers\'), field: id}}]\n',
    'dbt/models/customers.sql': 'select id, name from raw_customers\n',
    'semantic-layer/warehouse/orders.yaml': 'name: orders\nmeasures:\n  - name: revenue\n    expr: sum(amount)\n    filter: amount > 0\n',
    'wiki/global/refund-policy.md': '---\nsummary: When money goes back\n---\nWithin 30 days.\n',
    'ktx.decisions.yaml': 'pins:\n  - entity: measure:warehouse/orders.revenue\n    reason: Finance signs it\n    by: lena\nrules:\n  - about: measure:warehouse/*\n    rule: Money is in euros.\n',
  });
  folder.sql(tables);
  await folder.ingest('--apply');
  folder.git('init', '--quiet');
  folder.git('add', '--all');
  folder.git('commit', '--quiet', '-m', 'a night: 3 changes');
  return folder;
}

const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(JSON.parse(readFileSync(new URL('../../../docs/schemas/explain.schema.json', import.meta.url), 'utf8')) as object);

interface Explained {
  readonly entity: string;
  readonly file: string;
  readonly line: number;
  readonly whose: { readonly author: string; readonly why: string };
  readonly since: { readonly author: string; readonly subject: string } | null;
  readonly evidence: readonly { readonly id: string; readonly file?: string; readonly line?: number }[];
  readonly unit: { readonly id: string; readonly outcome: string; readonly by: string } | null;
  readonly verdict: { readonly verdict: string; readonly why: string };
  readonly decisions: readonly { readonly kind: string; readonly text: string }[];
}

async function explain(folder: ProjectFolder, ...args: string[]): Promise<Explained> {
  const { code, out, err } = await folder.ktx('explain', '--json', ...args);
  expect([code, err]).toEqual([0, '']);
  validate(JSON.parse(out));
  expect(validate.errors).toBeNull();
  return JSON.parse(out) as Explained;
}

describe('explain', () => {
  test('a measure of a person: place, owner, commit, decisions', async () => {
    using folder = await night();
    for (const asked of ['measure:warehouse/orders.revenue', 'orders.revenue', 'warehouse/orders.revenue', 'measure orders.revenue', 'Orders.Revenue']) {
      expect(await explain(folder, asked)).toMatchObject({ entity: 'measure:warehouse/orders.revenue', file: 'semantic-layer/warehouse/orders.yaml', whose: { author: 'person' }, since: { author: 't', subject: 'a night: 3 changes' } });
    }
    const one = await explain(folder, 'orders.revenue');
    expect([one.line, one.verdict.verdict, one.decisions.map(({ text }) => text)]).toEqual([3, 'proved', ['stays as it is, by measure:warehouse/orders.revenue: Finance signs it (lena)', 'rule for measure:warehouse/*: Money is in euros.']]);
  });

  test('what was derived: its evidence with file and line, its unit and verdict', async () => {
    using folder = await night();
    const text = await explain(folder, 'description:warehouse/orders#dbt');
    expect(text).toMatchObject({ whose: { author: 'derived', why: 'it follows its source by definition' }, unit: { by: 'derived', outcome: 'written' }, verdict: { verdict: 'parsed' } });
    expect(text.evidence).toEqual([{ id: 'dbt:shop/model.orders', file: 'dbt/models/orders.sql', line: 1 }, { id: 'table:warehouse/main.orders' }]);
    const join = await explain(folder, 'orders->customers');
    expect([join.entity, join.whose.author, join.verdict.verdict]).toEqual(['join:warehouse/orders->customers[customers.id=orders.customer_id]', 'derived', 'proved']);
    expect(await explain(folder, 'page refund-policy')).toMatchObject({ entity: 'page:refund-policy', file: 'wiki/global/refund-policy.md', line: 1, whose: { author: 'person' } });
    expect((await explain(folder, 'orders')).entity).toBe('source:warehouse/orders');
  });

  test('of a model: its model and instructions; changed since, it is a person’s; unproved, with the reason', async () => {
    using folder = await night();
    folder.remove('ktx.decisions.yaml');
    const { hash12 } = await import('../../src/text/canonical.js');
    const { shaOf } = await import('../../src/context/context.js');
    const path = 'semantic-layer/warehouse/orders.yaml';
    const h = hash12({ name: 'revenue', expr: 'sum(amount)', filter: 'amount > 0' });
    const kept = folder.read('ktx.lock').split('\n').filter((line) => !line.includes(`"${path}"`) && line !== '');
    folder.write('ktx.lock', [
      ...kept, `{"t":"file","id":"${path}","sha":"${shaOf(folder.read(path))}","e":{"measure:revenue":{"h":"${h}","by":"model","ev":["dbt:shop/model.orders"]}}}`,
      '{"t":"unit","id":"dbt:shop/model.orders","key":"aaaaaaaaaaaa","by":"model","outcome":"written","evidence":{"dbt:shop/model.orders":"aaaaaaaaaaaa"},"instructions":"judge-3","model":"claude-sonnet-4-6"}',
      '{"t":"unproved","id":"measure:warehouse/orders.revenue","why":"it ran out of time"}',
      '{"t":"pair","id":"p1","decision":"merged","kept":"measure:warehouse/orders.revenue","lost":"measure:warehouse/orders.turnover","by":"rule","why":"the same sum"}', '',
    ].join('\n'));
    expect(await explain(folder, 'orders.revenue')).toMatchObject({
      whose: { author: 'model', why: 'as a model wrote it' }, verdict: { verdict: 'unproved', why: 'it ran out of time' },
      decisions: [{ kind: 'pair', text: 'merged kept measure:warehouse/orders.revenue in place of measure:warehouse/orders.turnover by rule: the same sum' }],
    });
    folder.edit(path, (text) => text.replace('amount > 0', 'amount > 1'));
    expect(await explain(folder, 'orders.revenue')).toMatchObject({ whose: { author: 'person', why: 'changed since a model wrote it' }, since: null });
  });

  test('the terminal, and without git', async () => {
    using folder = await night();
    folder.remove('.git');
    const { code, out } = await folder.ktx('explain', 'orders.revenue');
    expect([code, out.split('\n')]).toEqual([0, [
      'measure:warehouse/orders.revenue', 'value     sum(amount) where amount > 0  semantic-layer/warehouse/orders.yaml:3', 'whose     a person’s: pinned in ktx.decisions.yaml', 'since     not in git',
      'verdict   proved: read from or run on the warehouse', 'decided   pin: stays as it is, by measure:warehouse/orders.revenue: Finance signs it (lena)', '          rule: rule for measure:warehouse/*: Money is in euros.', '',
    ]]);
  });

  test('what does not exist: exit 2 and the nearest names', async () => {
    using folder = await night();
    const { code, err } = await folder.ktx('explain', 'orders.revenu');
    expect([code, err]).toEqual([2, expect.stringMatching(/there is no orders\.revenu in the context[\s\S]*did you mean orders\.revenue/)]);
    expect((await folder.ktx('explain')).code).toBe(2);
    const json = await folder.ktx('explain', '--json', 'nothing-at-all-like-it');
    expect([json.code, JSON.parse(json.out)]).toMatchObject([2, { exitCode: 2, findings: [{ code: 'entity-unknown' }] }]);
  });
});
