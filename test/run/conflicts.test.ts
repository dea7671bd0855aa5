import { expect, test } from '@jest/globals';
import type { Report } from '../../src/report.js';
import { say, toolUse } from '../fakes/messages-api.js';
import { ProjectFolder } from '../project-folder.js';
import { judgedConfig, judgedProject } from './judged-project.js';
import { finish, measure, page, scriptedModel, type Script } from './scripted-model.js';

/** One team's shop with the conflicts that real teams have, all at once: each ends as a careful analyst would have it, and is asked or settled once. */

const schema = `create table customers (id integer primary key, name text);
create table fct_orders (order_id integer primary key, customer_id integer references customers, ordered_on date, status text, amount real, refund_amount real);
create table visits (visit_id integer primary key, customer_id integer references customers, pages integer);
insert into customers values (1,'a'),(2,'b'),(3,'c');
insert into fct_orders values (1,1,'2026-08-03','paid',100,0),(2,2,'2026-08-20','paid',100,20),(3,3,'2026-09-02','paid',50,5),(4,1,'2026-09-05','open',7,0),(5,1,'2026-10-01','paid',10,10);
insert into visits values (100,1,3),(101,2,4),(102,2,1);
`;
const renamed = 'alter table visits rename to site_visits;';

const overlay = 'semantic-layer/warehouse/fct_orders.yaml';
const files = {
  'ktx-ci.yaml': 'documents: ["docs/**"]\n',
  'dbt/dbt_project.yml': 'name: shop\nversion: "1.0"\nprofile: shop\nmodel-paths: [models]\n', 'dbt/models/fct_orders.sql': 'select * from raw.orders\n',
  'dbt/models/marts.yml': `models:
  - name: fct_orders
    description: One row an order.
semantic_models:
  - name: orders
    model: ref('fct_orders')
    defaults: {agg_time_dimension: ordered_on}
    dimensions:
      - {name: ordered_on, type: time}
    measures:
      - {name: net_revenue, agg: sum, expr: amount - refund_amount}
`,
  'docs/finance.md': '# Finance of fct_orders\n\nNet revenue is what was ordered.\n',
  'docs/churn.md': '# Churned customer\n\nNo order within 30 days.\n',
  'docs/crm.md': '# CRM\n\n**Churned customer**: no order within 90 days.\n',
  // what people wrote and decided
  [overlay]: 'name: fct_orders\nmeasures:\n  - name: average_order\n    expr: avg(amount)\n',
  'semantic-layer/warehouse/visits.yaml': 'name: visits\nmeasures:\n  - name: pages_seen\n    expr: sum(pages)\n',
  'wiki/global/how-we-count.md': '---\nsummary: How orders are counted.\nsl_refs: [warehouse/fct_orders, warehouse/visits.pages_seen]\n---\nOrder count counts paid orders only.\n',
  'ktx.decisions.yaml': 'refusals:\n  - entity: measure:warehouse/fct_orders.biggest_order\n    reason: Nobody may look at single orders.\n  - entity: join:warehouse/visits->customers\n    reason: Visits know customers of the old shop.\n',
};

const script: Script = {
  'dbt:shop/model.fct_orders': [measure('fct_orders', 'net_revenue', 'sum(amount - refund_amount)'), measure('fct_orders', 'order_count', 'count(order_id)')],
  'table:warehouse/main.visits': [measure('visits', 'visit_count', 'count(visits.visit_id)'), measure('visits', 'pages_a_visit', 'pages_seen * 1.0 / visit_count')],
  'document:files/docs/finance.md': [
    measure('fct_orders', 'net_revenue', 'sum(amount)'), measure('fct_orders', 'average_order', 'avg(amount - refund_amount)'), measure('fct_orders', 'biggest_order', 'max(amount)'),
    page('finance', 'Money of the shop.', 'Finance also looks at visits.', { sl_refs: ['warehouse/visits', 'warehouse/visits.pages'] }),
  ],
  'document:files/docs/churn.md': [page('churned-customer', 'Who has churned.', 'A churned customer has no order within 30 days.')],
  'document:files/docs/crm.md': [page('churned-customer', 'Who has churned.', 'A churned customer has no order within 90 days.')],
  reconcile: () => say(toolUse('resolve', { decisions: ['p1', 'p2'].map((pair) => ({ pair, decision: 'ask', why: 'Only people know.' })) }), finish),
};

const models = (report: Report): string[] => report.edits.filter(({ author }) => author !== 'derived').map(({ action, entity, verdict }) => `${action} ${entity} ${verdict}`);
const joins = (folder: ProjectFolder): string[] => [...folder.read('semantic-layer/warehouse/_schema/public.yaml').matchAll(/"on": (.*)/g)].map(([, on = '']) => on);
const titles = (report: Report): string[] => report.questions.map(({ title }) => title);
const said = (report: Report, ...wanted: string[]): string[] => report.findings.filter(({ code }) => wanted.includes(code)).map(({ file, line, message, fix }) => `${file === undefined ? '' : `${file}:${line ?? 0} `}${message} | ${fix}`);

const churn = '"Churned customer" is 30 days in docs/churn.md:1 and 90 days in docs/crm.md:3.';
const orphan = 'semantic-layer/warehouse/visits.yaml:1 visits no longer exists in warehouse, but you wrote about it here | it seems to be site_visits now, which has the same columns: write name: site_visits';
const others = Object.entries(files).filter(([path]) => path.startsWith('semantic-layer') || path.startsWith('wiki') || path.startsWith('ktx.'));

test('with a model, in any order: the executable definition stands, people win, the rest is asked once', async () => {
  await using model = await scriptedModel(script);
  const config = judgedConfig(model.api).replace('llm:\n', '  shop:\n    driver: dbt\n    source_dir: dbt\nllm:\n');
  const ends: string[] = [];
  for (const concurrency of ['1', '8']) {
    using folder = judgedProject(model.api, { ...files, 'ktx.yaml': config }, schema);
    const { report, asked } = await model.night(folder, '--apply', '--concurrency', concurrency);
    expect([report.status, asked]).toEqual(['complete', expect.arrayContaining(['reconcile'])]);
    expect(models(report)).toEqual([
      'wiki_written page:finance parsed', 'measure_added measure:warehouse/fct_orders.net_revenue proved', 'measure_added measure:warehouse/fct_orders.order_count proved', 'measure_added measure:warehouse/visits.pages_a_visit proved', 'measure_added measure:warehouse/visits.visit_count proved',
    ]);
    // the same measure from dbt and a document: dbt's, which can be run, and a question; churn once, and on no page
    expect(folder.read(overlay)).toMatch(/name: average_order\n {4}expr: avg\(amount\)[^]*name: net_revenue\n {4}expr: sum\(amount - refund_amount\)/);
    expect(titles(report)).toEqual(['measure:warehouse/fct_orders.net_revenue has two values: Only people know.', 'page:how-we-count says "Order count counts paid orders only.", and measure:warehouse/fct_orders.order_count counts every row: Only people know.', churn]);
    expect(said(report, 'suggestion', 'edit-refused')).toEqual([
      expect.stringContaining('1 proposed change left out: measure fct_orders.biggest_order (a person refused measure:warehouse/fct_orders.biggest_order: Nobody may look at single orders.)'),
      expect.stringContaining('measure:warehouse/fct_orders.average_order is yours and stays'),
    ]);
    expect(joins(folder)).toEqual(['customers.id = fct_orders.customer_id', 'fct_orders.customer_id = customers.id']);
    const second = await model.night(folder, '--apply');
    expect([second.report.status, second.requests, titles(second.report)]).toEqual(['nothing-to-do', [], titles(report)]);

    // what was written about the table goes by the new name, where it rests on nobody's measure, and so does what names it
    folder.sql(renamed);
    const third = await model.night(folder, '--apply', '--concurrency', concurrency);
    expect([third.asked, titles(third.report)]).toEqual([['table:warehouse/main.site_visits'], titles(report)]);
    expect(said(third.report, 'source-renamed', 'context-orphan')).toEqual([orphan, expect.stringContaining('visits of warehouse is gone, and site_visits, which is new, has the very same columns')]);
    expect(folder.read('semantic-layer/warehouse/site_visits.yaml')).toBe('name: site_visits\nmeasures:\n  - name: visit_count\n    expr: count(site_visits.visit_id)\n');
    expect(folder.read('wiki/global/finance.md')).toContain('sl_refs:\n  - warehouse/site_visits\n  - warehouse/site_visits.pages\n');
    const fourth = await model.night(folder, '--apply');
    expect([fourth.report.status, fourth.requests, titles(fourth.report)]).toEqual(['nothing-to-do', [], titles(report)]);
    ends.push(JSON.stringify(folder.context()));
  }
  expect(ends[1]).toBe(ends[0]);
});

test('without a model: rules settle what they can, people are asked the rest once', async () => {
  using folder = new ProjectFolder({ ...files, 'ktx.yaml': 'connections:\n  warehouse:\n    driver: sqlite\n    path: shop.sqlite\n  shop:\n    driver: dbt\n    source_dir: dbt\n', [overlay]: `${files[overlay]}  - name: order_count\n    expr: count(order_id)\n` });
  folder.sql(schema);
  const report = await folder.ingest('--apply');
  expect(titles(report)).toEqual(['page:how-we-count says "Order count counts paid orders only.", and measure:warehouse/fct_orders.order_count counts every row', churn]);
  expect([models(report), joins(folder)]).toEqual([[], ['customers.id = fct_orders.customer_id', 'fct_orders.customer_id = customers.id']]);
  const before = folder.context();
  const second = await folder.ingest('--apply');
  expect([second.status, titles(second), folder.context()]).toEqual(['nothing-to-do', titles(report), before]);

  // answered, they are asked no more
  const [counted, churned] = report.questions;
  const answered = await folder.ingest('--apply', '--decide', `${counted?.id ?? ''}=leave`, '--decide', `${churned?.id ?? ''}=b`);
  expect([titles(answered), models(answered)]).toEqual([[], ['wiki_written page:churned-customer parsed']]);
  expect(folder.read('wiki/global/churned-customer.md')).toContain('no order within 90 days');

  folder.sql(renamed);
  const third = await folder.ingest('--apply');
  expect(said(third, 'source-renamed', 'context-orphan')).toEqual([orphan, expect.stringContaining('which is new, has the very same columns')]);
  const last = await folder.ingest('--apply');
  expect([last.status, titles(last)]).toEqual(['nothing-to-do', []]);
  // nobody wrote in what people wrote
  for (const [path, text] of others) if (path !== overlay && path !== 'ktx.decisions.yaml') expect(folder.read(path)).toBe(text);
});
