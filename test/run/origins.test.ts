import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report.js';
import { say, toolUse } from '../fakes/messages-api.js';
import type { ProjectFolder } from '../project-folder.js';
import { judgedConfig, judgedProject, resultsOf } from './judged-project.js';
import { finish, measure, propose, scriptedModel, type Scripted } from './scripted-model.js';

/** A measure that forgets refunds parses and runs: it is stopped because its value is not that of what it comes from. */

const unit = 'dbt:shop/model.fct_orders';
const overlay = 'semantic-layer/warehouse/fct_orders.yaml';

const sql = `create table fct_orders (order_id integer primary key, ordered_on date, status text, amount real, refund_amount real, net_revenue real);
insert into fct_orders values (1,'2026-08-03','paid',100,0,100),(2,'2026-08-20','paid',100,20,80),(3,'2026-09-02','paid',50,5,45),(4,'2026-09-05','open',0,0,0),(5,'2026-10-01','paid',10,10,0);`;

const metricFiles = {
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
      - {name: state, type: categorical, expr: status}
    measures:
      - {name: net_revenue, agg: sum, expr: amount - refund_amount}
      - {name: order_count, agg: count, expr: order_id}
metrics:
  - name: paid_orders
    type: simple
    type_params: {measure: order_count}
    filter: "{{ Dimension('order__state') }} = 'paid'"
`,
};

function shop(model: Scripted, { dbt = true, files = {} }: { readonly dbt?: boolean; readonly files?: Readonly<Record<string, string>> } = {}): ProjectFolder {
  const config = judgedConfig(model.api).replace('llm:\n', dbt ? '  shop:\n    driver: dbt\n    source_dir: dbt\nllm:\n' : 'llm:\n');
  const folder = judgedProject(model.api, { 'ktx.yaml': config, ...(dbt ? metricFiles : {}), ...files }, '');
  folder.sql(sql);
  return folder;
}

const compared = (report: Report, name: string): string | undefined => report.edits.find(({ entity }) => entity.endsWith(`.${name}`))?.compared;
const question = (report: Report): Report['questions'][number] | undefined => report.questions.find(({ findings }) => findings[0]?.code === 'measure-differs');

describe('beside a dbt metric', () => {
  test('what forgets refunds is refused with the difference, and written once it is the same', async () => {
    const answers: string[] = [];
    await using model = await scriptedModel({ [unit]: (request, turn) => {
      if (turn === 0) return say(propose(measure('fct_orders', 'total_net_revenue', 'sum(amount)'), measure('fct_orders', 'paid_orders', 'count(order_id)', { filter: "status = 'paid'" }), measure('fct_orders', 'open_orders', 'count(order_id)', { filter: "status = 'open'" })), finish);
      answers.push(resultsOf(request));
      return say(propose(measure('fct_orders', 'total_net_revenue', 'sum(amount) - sum(refund_amount)')), finish);
    } });
    using folder = shop(model);
    const { report } = await model.night(folder, '--apply');
    expect(answers[0]).toContain('measure fct_orders.total_net_revenue: it runs, and differs by 140 % from dbt metric net_revenue in 2026-09: make it the same, leave it out, or flag it'.replace('140 %', /differs by ([^ ]+ %)/.exec(answers[0] ?? '')?.[1] ?? ''));
    expect([compared(report, 'total_net_revenue'), compared(report, 'paid_orders'), compared(report, 'open_orders')]).toEqual([
      'equal to dbt metric net_revenue in 2026-09', 'equal to dbt metric paid_orders in 2026-09', 'not compared: no executable origin',
    ]);
    expect(folder.read(overlay)).toContain('expr: sum(amount) - sum(refund_amount)');
    expect(question(report)).toBeUndefined();
  });

  test('what the model leaves as it is is a question, and stays away until it is answered', async () => {
    await using model = await scriptedModel({ [unit]: [measure('fct_orders', 'total_net_revenue', 'sum(amount)')] });
    using folder = shop(model);
    const { report } = await model.night(folder, '--apply');
    expect(report.edits.map(({ entity }) => entity).filter((entity) => entity.startsWith('measure:'))).toEqual([]);
    expect(question(report)).toMatchObject({ title: expect.stringMatching(/^measure:warehouse\/fct_orders\.total_net_revenue would be sum\(amount\), which differs by .* % from dbt metric net_revenue/), options: [{ id: 'origin' }, { id: 'as-proposed' }, { id: 'leave' }] });
    const second = await model.night(folder, '--apply', '--decide', `${question(report)?.id ?? ''}=origin`);
    expect(second.requests).toEqual([]);
    expect(folder.read(overlay)).toContain('expr: SUM(amount - refund_amount)');
    expect((await model.night(folder, '--apply')).report.status).toBe('nothing-to-do');
  });

  test('a difference that the model flags itself is asked once, with its own options', async () => {
    const options = [{ text: 'Gross, as the finance report has it.', edits: [measure('fct_orders', 'total_net_revenue', 'sum(amount)')] }, 'As dbt has it.'];
    await using model = await scriptedModel({ [unit]: (_, turn) => (turn === 0 ? say(propose(measure('fct_orders', 'total_net_revenue', 'sum(amount)'))) : say(toolUse('flag', { kind: 'question', text: 'Is net revenue after refunds?', options }), finish)) });
    using folder = shop(model);
    const { report } = await model.night(folder);
    expect(report.questions.map(({ findings, options: offered }) => [findings[0]?.code, offered[0]?.edits])).toEqual([['model-question', ['measure:warehouse/fct_orders.total_net_revenue']]]);
  });
});

test('beside a column of the mart that it cites', async () => {
  await using model = await scriptedModel({ 'table:warehouse/main.fct_orders': [measure('fct_orders', 'total_net_revenue', 'sum(amount)', { filter: "status = 'paid'" })] });
  using folder = shop(model, { dbt: false });
  const { report } = await model.night(folder, '--apply');
  expect(question(report)?.title).toMatch(/differs by .* % from column fct_orders\.net_revenue/);
  model.script = { 'table:warehouse/main.fct_orders': [measure('fct_orders', 'total_net_revenue', 'sum(amount - refund_amount)', { filter: "status = 'paid'" })] };
  expect(compared((await model.night(folder, '--apply', '--force')).report, 'total_net_revenue')).toBe('equal to column fct_orders.net_revenue in 2026-09');
});

test('beside SQL in a document, over all rows; what is no query is not run', async () => {
  const document = '# Finance of orders\n\n## Net revenue\n\n```sql\nselect sum(amount - refund_amount) from fct_orders where status = \'paid\';\n```\n\n## Wipe out\n\n```sql\ndelete from fct_orders;\n```\n';
  await using model = await scriptedModel({ 'document:files/docs/finance.md': [measure('fct_orders', 'total_net_revenue', 'sum(amount)'), measure('fct_orders', 'wipe_out', 'sum(amount) * 2')] });
  using folder = shop(model, { dbt: false, files: { 'ktx-ci.yaml': 'documents: ["docs/**"]\n', 'docs/finance.md': document } });
  const { report } = await model.night(folder, '--apply');
  expect(question(report)?.title).toMatch(/differs by .* % from the SQL of docs\/finance\.md/);
  expect(compared(report, 'wipe_out')).toBe('not compared: the SQL of docs/finance.md cannot be run');
  model.script = { 'document:files/docs/finance.md': [measure('fct_orders', 'total_net_revenue', 'sum(amount - refund_amount)', { filter: "status = 'paid'" })] };
  expect(compared((await model.night(folder, '--apply', '--force')).report, 'total_net_revenue')).toBe('equal to the SQL of docs/finance.md');
});
