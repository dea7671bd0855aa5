import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report.js';
import { say, status, toolUse, type ReceivedRequest } from '../fakes/messages-api.js';
import { codes, type ProjectFolder } from '../project-folder.js';
import { judgedProject, unitOf } from './judged-project.js';
import { finish, measure, page, scriptedModel, segment, type Script, type Scripted } from './scripted-model.js';

/** Units do not see each other: what two of them say of one thing is settled once, by rule, by a model or by people. */

const orders = 'table:warehouse/main.orders';
const policy = 'document:files/docs/policy.md';
const handbook = 'document:files/docs/handbook.md';
const overlay = 'semantic-layer/warehouse/orders.yaml';

const files = {
  'ktx-ci.yaml': 'documents: ["docs/**"]\n', 'docs/policy.md': '# Orders\n\nRevenue of orders counts paid orders only: status is paid.\n',
  'docs/handbook.md': '# Handbook of orders\n\nHow orders are counted.\n',
};
const gross = measure('orders', 'revenue', 'sum(amount)', { text: 'Euros of all orders.' });
const net = measure('orders', 'revenue', 'sum(amount)', { filter: "status = 'paid'", text: 'Euros of paid orders.' });

const resolve = (...decisions: object[]): Script[string] => () => say(toolUse('resolve', { decisions }), finish);
const shop = (model: Scripted, more: Readonly<Record<string, string>> = {}): ProjectFolder => judgedProject(model.api, { ...files, ...more });
const asked = (requests: readonly ReceivedRequest[]): ReceivedRequest[] => requests.filter((request) => unitOf(request) === 'reconcile');
const messages = (report: Report, code: string): string[] => report.findings.filter((finding) => finding.code === code).map(({ message }) => message);

describe('two values for one measure', () => {
  const script: Script = { [orders]: [gross], [policy]: [net] };

  test('a model decides by the evidence, once; the loser is not written again, and it costs nothing twice', async () => {
    await using model = await scriptedModel({ ...script, reconcile: resolve({ pair: 'p1', decision: 'merge', keep: 'b', why: 'The policy counts paid orders only.' }) });
    using folder = shop(model);
    const first = await model.night(folder, '--apply');
    expect(asked(first.requests)).toHaveLength(1);
    const prompt = JSON.stringify(asked(first.requests)[0]?.messages);
    expect(prompt).toMatch(/measure:warehouse\/orders\.revenue has two values[^]*sum\(amount\) where status = 'paid'|sum\(amount\) where status/);
    expect(prompt).toContain('Revenue of orders counts paid orders only');
    const kept = folder.read(overlay);
    expect(messages(first.report, 'reconciled')).toEqual([expect.stringContaining('measure:warehouse/orders.revenue had two values, and one stands: The policy counts paid orders only.')]);
    expect([kept.match(/name: revenue/g), first.report.edits.find(({ entity }) => entity.endsWith('.revenue'))?.author]).toEqual([['name: revenue'], 'reconcile']);
    expect(first.report.sent.map(({ dataClass }) => dataClass)).toContain('context');
    expect((await model.night(folder, '--apply')).requests).toEqual([]);
    // both are judged again: what lost stays away, and nobody is asked
    const again = await model.night(folder, '--apply', '--force');
    expect([asked(again.requests), folder.read(overlay)]).toEqual([[], kept]);
  });

  test('that only people can settle is a question; its answer is applied without a model', async () => {
    await using model = await scriptedModel({ ...script, reconcile: resolve({ pair: 'p1', decision: 'ask', why: 'Does revenue count open orders? The table says nothing, the policy says no.' }) });
    using folder = shop(model);
    const { report } = await model.night(folder, '--apply');
    const question = report.questions.find(({ findings }) => findings[0]?.code === 'reconcile-question');
    expect(question?.options.map(({ id, label }) => `${id} ${label}`).sort()).toEqual([expect.stringMatching(/^[ab] sum\(amount\)/), expect.stringMatching(/^[ab] sum\(amount\)/), 'leave leave as it is']);
    const second = await model.night(folder, '--apply');
    expect([second.requests, second.report.questions.map(({ id }) => id)]).toEqual([[], [question?.id]]);
    const paid = question?.options.find(({ label }) => label.includes('paid'))?.id ?? '';
    const third = await model.night(folder, '--apply', '--decide', `${question?.id ?? ''}=${paid}`);
    expect([third.requests, third.report.questions]).toEqual([[], []]);
    expect(folder.read(overlay)).toContain("filter: status = 'paid'");
    expect((await model.night(folder, '--apply')).report.status).toBe('nothing-to-do');
  });

  test('stay under two names where the model sets them apart, with a page that says when to use which', async () => {
    await using model = await scriptedModel({ ...script, reconcile: resolve({
      pair: 'p1', decision: 'apart', keep: 'a', rename: 'other_revenue', why: 'Both are used.', page: { name: 'which-revenue', summary: 'Which revenue to use.', text: 'Use `orders.revenue` for the books.' },
    }) });
    using folder = shop(model);
    const { report } = await model.night(folder, '--apply');
    expect(report.edits.map(({ entity }) => entity)).toEqual(expect.arrayContaining(['measure:warehouse/orders.revenue', 'measure:warehouse/orders.other_revenue', 'page:which-revenue']));
    expect((await model.night(folder, '--apply')).report.status).toBe('nothing-to-do');
  });

  test.each([
    ['a side that is not there', { pair: 'p9', decision: 'merge', keep: 'a', why: 'x' }, 'there is no pair p9; they are p1'],
    ['no side', { pair: 'p1', decision: 'merge', why: 'x' }, 'merge needs keep: a or b'],
    ['one name for two', { pair: 'p1', decision: 'apart', why: 'x' }, 'two values cannot stay under one name: set rename and keep, merge, or ask'],
    ['a link of its own', { pair: 'p1', decision: 'merge', keep: 'a', why: 'See https://evil.example/x' }, 'why links to https://evil.example/x, which is in no evidence of this unit'],
  ])('%s is sent back, and without a decision people are asked', async (_, decision, why) => {
    await using model = await scriptedModel({ ...script, reconcile: (request, turn) => (turn === 0 ? say(toolUse('resolve', { decisions: [decision] }), finish) : say(finish)) });
    using folder = shop(model);
    const { requests, report } = await model.night(folder);
    expect(JSON.stringify(asked(requests).at(-1)?.messages)).toContain(why);
    expect(report.questions.map(({ findings }) => findings[0]?.code)).toEqual(['reconcile-question']);
  });

  test('wait where the provider fails in between; the next night settles them without judging again', async () => {
    await using model = await scriptedModel({ ...script, reconcile: () => status(529, 'overloaded_error', 'Overloaded') });
    using folder = shop(model);
    const first = await model.night(folder, '--apply');
    expect([first.report.status, messages(first.report, 'pairs-waiting')]).toEqual(['complete', ['1 pair of entries that may be one thing waits for a model']]);
    model.script = { ...script, reconcile: resolve({ pair: 'p1', decision: 'merge', keep: 'a', why: 'One of them.' }) };
    const second = await model.night(folder, '--apply');
    expect(second.asked).toEqual([]);
  });
});

describe('the same measure under two names', () => {
  const double: Script = { [orders]: [gross, segment('orders', 'paid', "status = 'paid'")], [policy]: [measure('orders', 'turnover', 'SUM( amount )'), page('revenue-rule', 'What counts.', 'See `orders.turnover`.', { sl_refs: ['warehouse/orders.turnover'] })] };

  test('is one, by rule: nobody is asked, and what named the other is mended', async () => {
    await using model = await scriptedModel(double);
    using folder = shop(model);
    const { report, requests } = await model.night(folder, '--apply');
    expect([asked(requests), messages(report, 'reconciled')]).toEqual([[], [expect.stringMatching(/^measure:warehouse\/orders\.(turnover|revenue) is the same as measure:warehouse\/orders\.(revenue|turnover), and went/)]]);
    const [name] = /name: (revenue|turnover)/.exec(folder.read(overlay))?.slice(1) ?? [];
    expect(folder.read(overlay).match(/name: (?:revenue|turnover)/g)).toHaveLength(1);
    expect(folder.read('wiki/global/revenue-rule.md')).toContain(`warehouse/orders.${name}`);
    expect(folder.read('wiki/global/revenue-rule.md')).toContain(`\`orders.${name}\``);
    expect((await model.night(folder, '--apply')).report.status).toBe('nothing-to-do');
  });

  test('that a person wrote stays, under their name', async () => {
    await using model = await scriptedModel({ [policy]: [measure('orders', 'turnover', 'sum(amount)')] });
    using folder = shop(model, { [overlay]: 'name: orders\nmeasures:\n  - name: revenue # ours\n    expr: sum( amount )\n' });
    const { report } = await model.night(folder, '--apply');
    expect(folder.read(overlay)).toBe('name: orders\nmeasures:\n  - name: revenue # ours\n    expr: sum( amount )\n');
    expect(codes(report)).not.toContain('edit-conflict');
  });
});

test('pages about one thing: the model merges them, and links follow', async () => {
  const long = 'A refund is paid within 30 days to the card that paid, in full, and without a fee for the customer.';
  await using model = await scriptedModel({
    [policy]: [page('refunds', 'When money goes back.', long), page('start', 'Where to begin.', 'First read [[refund-rules]], then [[refunds|the short one]].', { refs: ['refund-rules', 'refunds'] })],
    [handbook]: [page('refund-rules', 'When money goes back to customers.', `${long} Ask finance.`)],
    reconcile: resolve({ pair: 'p1', decision: 'subsume', keep: 'a', why: 'The handbook says the same and more.' }),
  });
  using folder = shop(model);
  const { report } = await model.night(folder, '--apply', '--concurrency', '1');
  expect(report.findings.filter(({ code }) => code === 'edit-refused' || code === 'reconciled').map(({ message }) => message)).toEqual(expect.arrayContaining([expect.stringContaining('is covered by page:refund-rules, and went')]));
  expect(Object.keys(folder.context()).filter((path) => path.startsWith('wiki/'))).not.toContain('wiki/global/refunds.md');
  expect((await model.night(folder, '--apply')).requests).toEqual([]);
});

test('the same whatever the order, and again from its recording', async () => {
  await using model = await scriptedModel({ [orders]: [gross], [policy]: [net, measure('orders', 'turnover', 'sum(amount)')], reconcile: resolve({ pair: 'p1', decision: 'ask', why: 'Which one?' }, { pair: 'p2', decision: 'ask', why: 'Which one?' }) });
  const patches = await Promise.all(['1', '8'].map(async (concurrency) => {
    using folder = shop(model);
    await folder.ingest('--out', 'night', '--record', '--concurrency', concurrency);
    const { code, err } = await folder.ktx('replay', 'night');
    expect([code, err]).toEqual([0, expect.stringContaining('the same patch, byte for byte')]);
    return folder.read('night/context.patch');
  }));
  expect(patches[1]).toBe(patches[0]);
});

describe('what rests on nothing any more', () => {
  test('goes with its evidence, and what names it is mended; what has other evidence stays, and so does what a person changed', async () => {
    await using model = await scriptedModel({
      [policy]: [page('policy', 'The policy.', 'Paid only.'), page('mine', 'Ours.', 'Words.')], [handbook]: [page('handbook', 'The handbook.', 'Nothing yet.')],
    });
    using folder = shop(model);
    await model.night(folder, '--apply');
    // the page that names others is written when they stand
    model.script = { ...model.script, [handbook]: [page('handbook', 'The handbook.', 'See [[policy]] and [[mine]].', { refs: ['policy', 'mine'] })] };
    folder.edit('docs/handbook.md', (text) => `${text}More.\n`);
    await model.night(folder, '--apply');
    const pages = (): string[] => Object.keys(folder.context()).filter((path) => path.startsWith('wiki/')).sort();
    expect(pages()).toContain('wiki/global/policy.md');
    folder.edit('wiki/global/mine.md', (text) => text.replace('Words.', 'My words.'));
    folder.remove('docs/policy.md');
    const { report, requests } = await model.night(folder, '--apply');
    expect([requests, report.edits.filter(({ action }) => action === 'removed').map(({ entity }) => entity)]).toEqual([[], ['page:policy']]);
    expect(pages()).toContain('wiki/global/mine.md');
    expect(folder.read('wiki/global/handbook.md')).toBe('---\nsummary: The handbook.\nrefs:\n  - mine\n---\nSee policy and [[mine]].\n');
    expect((await model.night(folder, '--apply')).report.status).toBe('nothing-to-do');
  });

  test('a source that cannot be read makes nothing absent', async () => {
    await using model = await scriptedModel({ [orders]: [gross] });
    using folder = shop(model);
    await model.night(folder, '--apply');
    const before = folder.context();
    folder.write('shop.sqlite', 'broken');
    const { report } = await model.night(folder, '--apply');
    expect([report.exitCode, folder.context()]).toEqual([4, before]);
  });
});
