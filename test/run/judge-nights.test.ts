import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '../../src/report.js';
import { applyPatch } from '../../src/publish/apply-patch.js';
import { codes, type ProjectFolder } from '../project-folder.js';
import { judgedProject, resultsOf } from './judged-project.js';
import { startAt } from './process.js';
import { Program } from './program.js';
import { description, measure, page, propose, scriptedModel, segment, type Script, type Scripted } from './scripted-model.js';
import { say } from '../fakes/messages-api.js';

/** What a model is asked on the nights after the first, and what becomes of its words when people and evidence move. */

const orders = 'table:warehouse/main.orders';
const visits = 'table:warehouse/main.visits';
const customers = 'table:warehouse/main.customers';
const policy = 'document:files/docs/policy.md';
const all = [policy, orders, visits];
const overlay = 'semantic-layer/warehouse/orders.yaml';
const wiki = 'wiki/global/refund-policy.md';

const script: Script = {
  [orders]: [segment('orders', 'paid', "status = 'paid'"), measure('orders', 'revenue', 'sum(amount)', { text: 'Euros of all orders.' }), measure('orders', 'paid_revenue', 'sum(amount)', { segments: ['paid'] })],
  [visits]: [measure('visits', 'pages_seen', 'sum(pages)')],
  [policy]: [page('refund-policy', 'When money goes back.', 'Refunds are possible within 30 days. See `orders.revenue`.', { sl_refs: ['warehouse/orders'] })],
};

const files = { 'ktx-ci.yaml': 'documents: ["docs/**"]\n', 'docs/policy.md': '# Refund policy\n\nRefunds are possible within 30 days.\n', '.gitignore': 'out*/\n.ktx/\n*.sqlite\n' };

const shop = (model: Scripted): ProjectFolder => judgedProject(model.api, files);
const unit = (report: Report, id: string) => report.units.find((one) => one.id === id)!;
const lockLines = (folder: ProjectFolder, type: string): Record<string, unknown>[] =>
  folder.read('ktx.lock').split('\n').filter((line) => line.includes(`"t":"${type}"`)).map((line) => JSON.parse(line) as Record<string, unknown>);
const withoutSpent = (context: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(context).map(([path, text]) => [path, path === 'ktx.lock' ? text.split('\n').filter((line) => !line.includes('"t":"spent"')).join('\n') : text]));

async function firstNight(model: Scripted, ...args: string[]): Promise<ProjectFolder> {
  const folder = shop(model);
  try {
    const { report, asked } = await model.night(folder, '--out', 'out1', ...args);
    expect([report.status, asked]).toEqual(['complete', all]);
    expect(model.api.violations).toEqual([]);
    return folder;
  } catch (error) {
    folder[Symbol.dispose]();
    throw error;
  }
}

describe('ten nights', () => {
  /** Files of the first night's patch, as they are when it is merged. */
  const merged = (folder: ProjectFolder): Map<string, string | null> => new Map(applyPatch(new Map(), folder.read('out1/context.patch'), '').files);

  async function quietNights(model: Scripted, folder: ProjectFolder, args: (night: number) => readonly string[]): Promise<Report[]> {
    const reports: Report[] = [];
    for (let night = 2; night <= 10; night += 1) {
      const { report, requests } = await model.night(folder, ...args(night));
      expect([night, requests.length, report.units.filter((one) => one.due !== null).map((one) => one.id)]).toEqual([night, 0, []]);
      expect(report.exitCode).toBe(0);
      expect(codes(report)).not.toContain('removed-by-person');
      reports.push(report);
    }
    return reports;
  }

  test('with the patch merged: not one request until evidence changes, then one unit', async () => {
    await using model = await scriptedModel(script);
    using folder = await firstNight(model, '--apply');
    const before = folder.context();
    expect(before[overlay]).toContain('name: paid_revenue');
    expect(before[wiki]).toContain('30 days');
    await quietNights(model, folder, () => ['--apply']);
    expect(folder.context()).toEqual(before);
    folder.sql('alter table orders add column discount real');
    const { asked, report } = await model.night(folder, '--apply');
    expect([asked, unit(report, orders).due]).toEqual([[orders], `changed ${orders}`]);
    folder.edit('docs/policy.md', (text) => text.replace('30 days', '60 days'));
    expect((await model.night(folder, '--apply')).asked).toEqual([policy]);
    expect((await model.night(folder, '--apply')).requests).toEqual([]);
  });

  test('with the patch never merged: the same, and each night hands over the whole patch', async () => {
    await using model = await scriptedModel(script);
    using folder = await firstNight(model);
    const whole = folder.read('out1/context.patch');
    await quietNights(model, folder, (night) => ['--baseline', 'out1', '--out', `out${night}`]);
    for (let night = 2; night <= 10; night += 1) expect(folder.read(`out${night}/context.patch`)).toBe(whole);
    folder.sql('alter table visits add column seconds real');
    const { asked } = await model.night(folder, '--baseline', 'out1', '--out', 'out11');
    expect(asked).toEqual([visits]);
    expect(folder.context()).toEqual({});
    // and the nights after follow on from that one
    expect((await model.night(folder, '--baseline', 'out11', '--out', 'out12')).requests).toEqual([]);
  });

  const halves: readonly (readonly [string, (path: string) => boolean])[] = [
    ['all but ktx.lock', (path) => path !== 'ktx.lock'],
    ['only ktx.lock', (path) => path === 'ktx.lock'],
    ['only the semantic layer', (path) => path.startsWith('semantic-layer/')],
    ['only the wiki', (path) => path.startsWith('wiki/')],
    ['only what was scanned', (path) => path.includes('/_schema/')],
    ['only what the model wrote, and ktx.lock', (path) => !path.includes('/_schema/')],
  ];
  test.each(halves)('with %s merged: not one request, nothing counts as deleted or as a person’s', async (_, taken) => {
    await using model = await scriptedModel(script);
    using folder = await firstNight(model);
    const files = merged(folder);
    for (const [path, text] of files) if (taken(path) && text !== null) folder.write(path, text);
    await quietNights(model, folder, (night) => ['--baseline', 'out1', '--out', `out${night}`]);
    // what is merged and what is in the patch make up the whole
    const rest = applyPatch(new Map(Object.entries(folder.context())), folder.read('out10/context.patch'), '');
    expect(rest.failed).toEqual([]);
    const whole = new Map([...Object.entries(folder.context()), ...rest.files]);
    expect(withoutSpent(Object.fromEntries(whole) as Record<string, string>)).toEqual(withoutSpent(Object.fromEntries(files) as Record<string, string>));
    // and a unit that changes is judged, with what it wrote still its own to change
    model.script = { ...script, [orders]: [measure('orders', 'revenue', 'sum(amount - discount)', { text: 'Euros of all orders.' })] };
    folder.sql('alter table orders add column discount real');
    const { asked, report } = await model.night(folder, '--baseline', 'out1', '--out', 'out11', '--apply');
    expect(asked).toEqual([orders]);
    expect(codes(report)).not.toContain('suggestion');
    expect(folder.read(overlay)).toContain('expr: sum(amount - discount)');
    expect((await model.night(folder, '--apply')).requests).toEqual([]);
  });
});

describe('a change of the set-up', () => {
  const without = (text: string): string => text.replace('backend: anthropic', 'backend: none');
  const withModel = (text: string): string => text.replace('backend: none', 'backend: anthropic');

  test('from no model to one judges what is left for it, once; back and forth judges nothing', async () => {
    await using model = await scriptedModel(script);
    using folder = shop(model);
    folder.edit('ktx.yaml', without);
    expect((await model.night(folder, '--apply')).requests).toEqual([]);
    folder.edit('ktx.yaml', withModel);
    const { asked, report } = await model.night(folder, '--apply');
    expect([asked, unit(report, orders).due]).toEqual([all, 'only derived until now']);
    const before = folder.context();
    for (const change of [without, withModel, without, withModel]) {
      folder.edit('ktx.yaml', change);
      expect([(await model.night(folder, '--apply')).requests.length, folder.context()]).toEqual([0, before]);
    }
  });

  test('a unit that changed while there was no model is judged when there is one again; a stopped one goes on', async () => {
    await using model = await scriptedModel(script);
    using folder = await firstNight(model, '--apply');
    folder.edit('ktx.yaml', without);
    folder.sql('alter table visits add column seconds real');
    expect((await model.night(folder, '--apply')).requests).toEqual([]);
    expect(folder.read('semantic-layer/warehouse/visits.yaml')).toContain('pages_seen');
    folder.edit('ktx.yaml', withModel);
    expect((await model.night(folder, '--apply')).asked).toEqual([visits]);
  });

  test('a night without a model leaves a stopped unit where it was', async () => {
    await using model = await scriptedModel({ ...script, [orders]: () => say(propose(measure('orders', 'revenue', 'sum(amount)'))) });
    using folder = shop(model);
    folder.edit('ktx.yaml', (text) => text.replace('ingest:\n', 'ingest:\n  workUnits: {stepBudget: 3}\n'));
    const first = await model.night(folder, '--apply');
    expect(unit(first.report, orders)).toMatchObject({ status: 'deferred', tries: 1 });
    const before = folder.context();
    const quiet = await model.night(folder, '--apply', '--derive-only');
    expect([quiet.requests.length, folder.context()]).toEqual([0, before]);
    const second = await model.night(folder, '--apply');
    expect(unit(second.report, orders)).toMatchObject({ due: 'deferred by an earlier run', status: 'deferred', tries: 2 });
  });

  test('another model, and another concurrency, judges nothing', async () => {
    await using model = await scriptedModel(script);
    using folder = await firstNight(model, '--apply');
    const before = folder.context();
    folder.edit('ktx.yaml', (text) => text.replace('claude-sonnet-4-6', 'claude-opus-4-8'));
    expect((await model.night(folder, '--apply', '--concurrency', '9')).requests).toEqual([]);
    expect(folder.context()).toEqual(before);
    expect((await model.night(folder, '--apply', '--force', visits)).requests.every((request) => request.model === 'claude-opus-4-8')).toBe(true);
  });

  test('an upgrade of the tool or of the instructions judges nothing', async () => {
    await using model = await scriptedModel(script);
    using folder = await firstNight(model, '--apply');
    const before = folder.context();
    using upgraded = new Program(join('lib', 'src'));
    const change = (file: string, from: RegExp, to: string): void => {
      const path = join(dirname(upgraded.cli), file);
      const text = readFileSync(path, 'utf8');
      expect(text).toMatch(from);
      writeFileSync(path, text.replace(from, to));
    };
    change('version.js', /version = '[0-9.]+'/, "version = '99.0.0'");
    change('ingest/prompts/judge.js', /version: '[^']+'/, "version: 'judge-99'");
    const run = async (...args: string[]): Promise<Report> => {
      const { out, err } = await startAt(upgraded.cli, folder, 'ingest', '--json', '--apply', ...args).ended;
      if (out === '') throw new Error(err);
      return JSON.parse(out) as Report;
    };
    const asked = model.api.requests.length;
    const report = await run();
    expect([report.tool.version, report.status]).toEqual(['99.0.0', 'nothing-to-do']);
    expect(model.api.requests.length).toBe(asked);
    expect(folder.context()).toEqual(before);
    // what is judged from now on is recorded under the new instructions
    folder.sql('alter table visits add column seconds real');
    await run();
    expect(lockLines(folder, 'unit').map((one) => [one['id'], one['instructions']])).toEqual(expect.arrayContaining([[visits, 'judge-99'], [orders, 'judge-1']]));
  });

  test('descriptions wanted: units with a bare column are judged once', async () => {
    await using model = await scriptedModel(script);
    using folder = await firstNight(model, '--apply');
    model.script = { [orders]: [description('orders', 'status', 'paid once the money has arrived, open before.')] };
    folder.edit('ktx.yaml', (text) => `${text}scan:\n  enrichment:\n    mode: llm\n`);
    const { asked, report } = await model.night(folder, '--apply');
    expect(asked).toEqual([customers, orders, visits]);
    expect(unit(report, orders).due).toBe('descriptions are wanted now');
    expect(folder.read(overlay)).toContain('paid once the money has arrived');
    expect(folder.read(overlay)).toContain('name: revenue');
    const before = folder.context();
    expect([(await model.night(folder, '--apply')).requests.length, folder.context()]).toEqual([0, before]);
  });
});

describe('what a person asks for', () => {
  test('--force judges those units and no other; --derive-only asks nothing and leaves units due', async () => {
    await using model = await scriptedModel(script);
    using folder = shop(model);
    const quiet = await model.night(folder, '--apply', '--derive-only');
    expect([quiet.requests.length, quiet.report.status]).toEqual([0, 'complete']);
    expect(folder.context()[overlay]).toBeUndefined();
    expect((await model.night(folder, '--apply')).asked).toEqual(all);
    expect((await model.night(folder, '--apply', '--force', visits)).asked).toEqual([visits]);
    expect((await model.night(folder, '--apply', '--force', '**')).asked).toEqual(all);
    expect((await model.night(folder, '--apply')).requests).toEqual([]);
  });
});

describe('a night that could not do all', () => {
  test('never merged: the next goes on from its folder with what was left, and asks nothing of the rest', async () => {
    await using model = await scriptedModel({ ...script, [policy]: () => say(propose(page('refund-policy', 'When money goes back.', 'Within 30 days.'))) });
    using folder = shop(model);
    folder.edit('ktx.yaml', (text) => text.replace('ingest:\n', 'ingest:\n  workUnits: {stepBudget: 4}\n'));
    const first = await model.night(folder, '--out', 'out1', '--concurrency', '1', '--max-steps', '8');
    const left = first.report.units.filter((one) => one.status === 'deferred').map((one) => one.id);
    expect(left).toContain(policy);
    expect(left.length).toBeLessThan(all.length);
    model.script = script;
    const second = await model.night(folder, '--baseline', 'out1', '--out', 'out2', '--concurrency', '1');
    expect([second.asked, second.report.status]).toEqual([left, 'complete']);
    expect((await model.night(folder, '--baseline', 'out2', '--out', 'out3')).requests).toEqual([]);
    // both nights are in the patch, and in the month
    const files = applyPatch(new Map(), folder.read('out3/context.patch'), '').files;
    expect([...files.keys()]).toEqual(expect.arrayContaining([overlay, wiki, 'semantic-layer/warehouse/visits.yaml']));
    expect(second.report.budget.month.usd).toBeCloseTo(first.report.budget.spent.usd + second.report.budget.spent.usd, 5);
  });
});

describe('what a model wrote, when people and evidence move', () => {
  test('a measure that a person changed stays, also when the unit is judged again', async () => {
    await using model = await scriptedModel(script);
    using folder = await firstNight(model, '--apply');
    folder.edit(overlay, (text) => text.replace('- name: revenue\n    expr: sum(amount)', '- name: revenue\n    expr: sum(amount) / 100'));
    const mine = folder.read(overlay);
    expect((await model.night(folder, '--apply')).requests).toEqual([]);
    expect(folder.read(overlay)).toBe(mine);
    model.script = { ...script, [orders]: [measure('orders', 'revenue', 'sum(amount) * 2')] };
    const { report, asked } = await model.night(folder, '--apply', '--force', orders);
    expect(asked).toEqual([orders]);
    expect(folder.read(overlay)).toBe(mine);
    expect(report.findings.filter((finding) => finding.code === 'suggestion').map((finding) => finding.message)).toEqual([expect.stringContaining('measure:warehouse/orders.revenue is yours and stays')]);
    // what it says again is not asked again
    expect((await model.night(folder, '--apply')).requests).toEqual([]);
  });

  test.each([['the night it is seen', false], ['a night later', true]])('a measure that a person deleted stays away, proposed again on %s', async (_, nightBetween) => {
    await using model = await scriptedModel(script);
    using folder = await firstNight(model, '--apply');
    folder.edit(overlay, (text) => text.replace(/ {2}- name: paid_revenue\n(?: {4}.*\n)*/, ''));
    const mine = folder.read(overlay);
    if (nightBetween) expect(codes((await model.night(folder, '--apply')).report)).toContain('removed-by-person');
    for (let night = 0; night < 2; night += 1) {
      await model.night(folder, '--apply', '--force', orders);
      expect(folder.read(overlay)).toBe(mine);
    }
    expect(lockLines(folder, 'gone').map((one) => one['id'])).toEqual(['measure:warehouse/orders.paid_revenue']);
  });

  test('a page that a person changed or deleted is theirs', async () => {
    await using model = await scriptedModel(script);
    using folder = await firstNight(model, '--apply');
    folder.edit(wiki, (text) => `${text}\nAsk Ana.\n`);
    const mine = folder.read(wiki);
    model.script = { ...script, [policy]: [page('refund-policy', 'When money goes back.', 'Refunds are possible within 60 days, said the second version.', { sl_refs: ['warehouse/orders'] })] };
    const { report } = await model.night(folder, '--apply', '--force', policy);
    expect(folder.read(wiki)).toBe(mine);
    expect(codes(report)).toContain('suggestion');
    folder.remove(wiki);
    await model.night(folder, '--apply', '--force', policy);
    await model.night(folder, '--apply', '--force', policy);
    expect(folder.context()[wiki]).toBeUndefined();
  });

  test('an answer that only rewords changes no byte', async () => {
    await using model = await scriptedModel(script);
    using folder = await firstNight(model, '--apply');
    const before = withoutSpent(folder.context());
    model.script = {
      [orders]: [measure('orders', 'revenue', 'sum(amount)', { text: 'All orders, in euros.' }), segment('orders', 'paid', "status = 'paid'")],
      [policy]: [page('refund-policy', 'When is money returned?', 'Within 30 days refunds are possible. See `orders.revenue`.', { sl_refs: ['warehouse/orders'] })],
    };
    const { asked, report } = await model.night(folder, '--apply', '--force', '**');
    expect(asked).toEqual(all);
    expect(report.edits).toEqual([]);
    expect(withoutSpent(folder.context())).toEqual(before);
  });

  test('what it takes back goes: measure, segment and page', async () => {
    await using model = await scriptedModel(script);
    using folder = await firstNight(model, '--apply');
    model.script = {
      [orders]: [measure('orders', 'paid_revenue', '', { remove: true }), { kind: 'segment', source: 'orders', name: 'paid', remove: true }],
      [policy]: [{ kind: 'page', name: 'refund-policy', remove: true }],
    };
    const { report } = await model.night(folder, '--apply', '--force', '**');
    expect(report.edits.map((edit) => [edit.entity, edit.action])).toEqual([
      ['page:refund-policy', 'removed'], ['measure:warehouse/orders.paid_revenue', 'removed'], ['segment:warehouse/orders.paid', 'removed'],
    ]);
    expect(folder.context()[wiki]).toBeUndefined();
    expect(folder.read(overlay)).not.toMatch(/paid/);
    expect(folder.read(overlay)).toContain('name: revenue');
    expect(lockLines(folder, 'gone')).toEqual([]);
    expect((await model.night(folder, '--apply')).requests).toEqual([]);
    // it may write it again
    model.script = script;
    await model.night(folder, '--apply', '--force', '**');
    expect(folder.read(overlay)).toContain('paid_revenue');
    expect(folder.context()[wiki]).toContain('30 days');
  });

  test('a measure whose column is no longer there is taken back without a word of the model', async () => {
    await using model = await scriptedModel(script);
    using folder = await firstNight(model, '--apply');
    model.script = {};
    folder.sql('alter table orders drop column amount; alter table orders add column total real');
    const { asked, report } = await model.night(folder, '--apply');
    expect(asked).toEqual([`repair:${orders}`, orders]);
    expect(folder.read(overlay)).not.toContain('revenue');
    expect(folder.read(overlay)).toContain('name: paid');
    expect(report.findings.find((finding) => finding.code === 'edit-refused')?.message).toContain('was taken back');
    expect((await model.night(folder, '--apply')).requests).toEqual([]);
  });

  test('a unit that is judged again is shown what it wrote', async () => {
    await using model = await scriptedModel(script);
    using folder = await firstNight(model, '--apply');
    folder.sql('alter table orders add column discount real');
    folder.edit('docs/policy.md', (text) => text.replace('30 days', '60 days'));
    const { requests } = await model.night(folder, '--apply');
    const prompts = requests.map((request) => request.raw).join('\n');
    expect(prompts).toContain('measure revenue: sum(amount) (yours)');
    expect(prompts).toContain('page refund-policy');
    expect(requests.map(resultsOf).join('\n')).not.toContain('refused');
  });
});

test('what a month cost adds up over its nights', async () => {
  await using model = await scriptedModel(script);
  using folder = shop(model);
  let usd = 0;
  let tokens = 0;
  for (const args of [[], ['--force', orders], [], ['--force', '**']]) {
    const { report } = await model.night(folder, '--apply', ...args);
    usd += report.budget.spent.usd;
    tokens += report.budget.spent.tokens;
    expect(report.budget.month.usd).toBeCloseTo(usd, 5);
    expect(lockLines(folder, 'spent')).toEqual([{ t: 'spent', id: new Date().toISOString().slice(0, 7), usd: expect.closeTo(usd, 5), tokens }]);
  }
  expect(usd).toBeGreaterThan(0);
  const bill = model.api.billed();
  expect(tokens).toBe(bill.uncachedInputTokens + bill.cacheReadTokens + bill.cacheWrite5mTokens + bill.cacheWrite1hTokens + bill.outputTokens);
  // a probe that fails costs nothing, and what the month cost is still known
  folder.edit('ktx.yaml', (text) => text.replace('claude-sonnet-4-6', 'claude-sonet-4-6'));
  const { report } = await model.night(folder, '--apply', '--force', orders);
  expect([report.exitCode, report.budget.month.usd]).toEqual([3, expect.closeTo(usd, 5)]);
});
