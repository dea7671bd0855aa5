import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report.js';
import { say, toolUse } from '../fakes/messages-api.js';
import { ProjectFolder } from '../project-folder.js';
import { judgedProject, schema } from './judged-project.js';
import { finish, measure, page, scriptedModel, type Script } from './scripted-model.js';

/** A page and a measure that cannot both be right: settled once, or asked once. */

const orders = 'table:warehouse/main.orders';
const policy = 'document:files/docs/policy.md';
const overlay = 'semantic-layer/warehouse/orders.yaml';
const config = 'connections:\n  warehouse:\n    driver: sqlite\n    path: shop.sqlite\n';
const wiki = (text: string, references = 'warehouse/orders.revenue'): string => `---\nsummary: What revenue is.\nsl_refs: [${references}]\n---\n${text}\n`;
const overlayOf = (measures: string): string => `name: orders\nmeasures:\n${measures}`;
const asked = (report: Report): string[] => report.questions.map(({ findings }) => findings[0]?.message ?? '');

describe('without a model', () => {
  const shop = (text: string, measures: string, references?: string): ProjectFolder => {
    const folder = new ProjectFolder({ 'ktx.yaml': config, 'wiki/global/revenue-rule.md': wiki(text, references), [overlay]: overlayOf(measures) });
    folder.sql(schema);
    return folder;
  };
  const all = '  - name: revenue\n    expr: sum(amount)\n';

  test('is a question until it is answered, and not again until one of them changes', async () => {
    using folder = shop('Revenue counts paid orders only.', all);
    const first = await folder.ingest('--apply');
    expect(asked(first)).toEqual(['page:revenue-rule says "Revenue counts paid orders only.", and measure:warehouse/orders.revenue counts every row']);
    const id = first.questions[0]?.id ?? '';
    expect((await folder.ingest('--apply')).questions.map((one) => one.id)).toEqual([id]);
    expect((await folder.ingest('--apply', '--decide', `${id}=leave`)).questions).toEqual([]);
    expect((await folder.ingest('--apply')).status).toBe('nothing-to-do');
    folder.edit('wiki/global/revenue-rule.md', (text) => text.replace('paid orders', 'settled orders'));
    expect(asked(await folder.ingest('--apply'))).toEqual([expect.stringContaining('settled orders only')]);
    folder.edit(overlay, (text) => `${text}    filter: status = 'settled'\n`);
    expect(asked(await folder.ingest('--apply'))).toEqual([]);
  });

  test.each([
    ['the measure leaves out what the page says', 'Revenue counts paid orders only.', "  - name: revenue\n    expr: sum(case when status = 'paid' then amount end)\n"],
    ['its filter does', 'Revenue counts paid orders only.', "  - name: revenue\n    expr: sum(amount)\n    filter: status = 'paid'\n"],
    ['the sentence is about another measure', 'Orders are counted without cancelled ones. Revenue is the amount of all orders.', all],
    ['the page names no source of it', 'Revenue counts paid orders only.', all, 'warehouse/visits'],
    ['its name is an object', 'Orders without revenue are of staff only.', all],
    ['the sentence does not count', 'Revenue is looked at on Mondays only.', all],
    ['nothing is left out', 'Revenue is the amount of all orders, open ones included.', all],
  ])('nothing is asked where %s', async (_, text, measures, ...references: string[]) => {
    using folder = shop(text, measures, references[0]);
    expect(asked(await folder.ingest())).toEqual([]);
  });

  test.each(['Only paid orders count as revenue.', '**Revenue**: paid orders only.', '| term | meaning |\n|---|---|\n| Revenue | the money of paid orders only |', 'The revenue of orders excludes cancelled ones.', 'Revenue is net of refunds.'])('is seen in: %s', async (text) => {
    using folder = shop(text, all);
    expect(asked(await folder.ingest())).toEqual([expect.stringMatching(/^page:revenue-rule says ".*", and measure:warehouse\/orders\.revenue counts every row$/)]);
  });

  test('numbers and values that differ are named with both places', async () => {
    using folder = shop("Revenue counts orders whose status is 'paid'.\n\n## Churned customers\n\nNo order within 90 days.", "  - name: revenue\n    expr: sum(amount)\n    filter: status = 'open'\n  - name: churned_customers\n    expr: count(distinct customer_id)\n    description: Customers without an order within 30 days.\n", 'warehouse/orders');
    expect(asked(await folder.ingest())).toEqual([
      '"churned customers" is 30 days in semantic-layer/warehouse/orders.yaml and 90 days in wiki/global/revenue-rule.md:7.',
      `"revenue" is status 'open' in ${overlay} and status 'paid' in wiki/global/revenue-rule.md.`,
    ]);
  });
});

describe('with a model', () => {
  const files = { 'ktx-ci.yaml': 'documents: ["docs/**"]\n', 'docs/policy.md': '# Orders\n\nRevenue of orders counts paid orders only.\n' };
  const script: Script = { [orders]: [measure('orders', 'revenue', 'sum(amount)')], [policy]: [page('revenue-rule', 'What revenue counts.', 'Revenue counts paid orders only.', { sl_refs: ['warehouse/orders'] })] };
  const resolve = (decision: object): Script[string] => () => say(toolUse('resolve', { decisions: [{ pair: 'p1', why: 'The table holds paid orders only.', ...decision }] }), finish);

  test('the page is put right once, and stays so whatever its unit says again', async () => {
    await using model = await scriptedModel({ ...script, reconcile: resolve({ decision: 'correct', keep: 'a', page: { name: 'revenue-rule', summary: 'What revenue counts.', text: 'Revenue is the amount of all orders.' } }) });
    using folder = judgedProject(model.api, files);
    const { report } = await model.night(folder, '--apply');
    expect(report.findings.filter(({ code }) => code === 'reconciled').map(({ message }) => message)).toEqual(['page:revenue-rule is put right by measure:warehouse/orders.revenue: The table holds paid orders only.']);
    expect(folder.read('wiki/global/revenue-rule.md')).toContain('Revenue is the amount of all orders.');
    const again = await model.night(folder, '--apply', '--force');
    expect([again.asked.includes('reconcile'), folder.read('wiki/global/revenue-rule.md').includes('paid orders only')]).toEqual([false, false]);
    expect((await model.night(folder, '--apply')).requests).toEqual([]);
  });

  test.each([
    ['the measure cannot be corrected', { decision: 'correct', keep: 'b', page: { name: 'x', summary: 's', text: 't' } }, 'only a page can be corrected: keep the measure, set them apart, or ask'],
    ['they are not one thing', { decision: 'merge', keep: 'a' }, 'a page and a measure are not one thing: correct, set them apart, or ask'],
    ['its text is wanted', { decision: 'correct', keep: 'a' }, 'correct needs page: its text as it is right'],
  ])('%s: sent back, then asked, with what either answer takes away', async (_, decision, why) => {
    await using model = await scriptedModel({ ...script, reconcile: (request, turn) => (turn === 0 ? say(toolUse('resolve', { decisions: [{ pair: 'p1', why: 'x', ...decision }] }), finish) : say(finish)) });
    using folder = judgedProject(model.api, files);
    const { report, requests } = await model.night(folder, '--apply');
    expect(JSON.stringify(requests.at(-1)?.messages)).toContain(why);
    expect(report.questions[0]?.options.map(({ consequence }) => consequence)).toEqual(['page:revenue-rule goes', 'measure:warehouse/orders.revenue goes', expect.stringContaining('nothing changes')]);
  });

  test('what only seems to disagree is apart, and costs nothing again', async () => {
    await using model = await scriptedModel({ ...script, reconcile: resolve({ decision: 'apart' }) });
    using folder = judgedProject(model.api, files);
    expect((await model.night(folder, '--apply')).report.questions).toEqual([]);
    expect((await model.night(folder, '--apply')).requests).toEqual([]);
  });
});
