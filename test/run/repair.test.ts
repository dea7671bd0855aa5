import { describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/report.js';
import { say, status, text, toolUse, type ReceivedRequest } from '../fakes/messages-api.js';
import { codes, type ProjectFolder } from '../project-folder.js';
import { judgedProject, resultsOf, unitOf } from './judged-project.js';
import { start, until } from './process.js';
import { finish, measure, page, propose, scriptedModel, segment, type Script, type Scripted } from './scripted-model.js';

/** What a model proposed in vain gets one round in which it may be put right, once all units have had their look. */

const orders = 'table:warehouse/main.orders';
const visits = 'table:warehouse/main.visits';
const policy = 'document:files/docs/policy.md';
const round = `repair:${orders}`;
const overlay = 'semantic-layer/warehouse/orders.yaml';

const revenue = measure('orders', 'revenue', 'sum(amount)');
const wrong = measure('orders', 'paid', 'sum(amnt)', { text: 'Euros that have arrived.' });
const right = measure('orders', 'paid', 'sum(amount)', { filter: "status = 'paid'" });
const leaves: Script = { [orders]: [revenue, wrong] };
const repairs: Script = { ...leaves, [round]: [right] };

const shop = (model: Scripted, files: Readonly<Record<string, string>> = {}): ProjectFolder => judgedProject(model.api, files);
const promptOf = (request: ReceivedRequest | undefined): string => (request?.messages[0]?.content ?? []).map((block) => String(block['text'] ?? '')).join('\n');
const rounds = (requests: readonly ReceivedRequest[]): ReceivedRequest[] => requests.filter((request) => unitOf(request)?.startsWith('repair:') === true);
const messages = (report: Report, code: string): string[] => report.findings.filter((finding) => finding.code === code).map(({ message }) => message);
const unit = (report: Report, id = orders) => report.units.find((one) => one.id === id)!;
const lines = (text: string, type: string): Record<string, unknown>[] => text.split('\n').filter((line) => line.includes(`"t":"${type}"`)).map((line) => JSON.parse(line) as Record<string, unknown>);
const dropped = (folder: ProjectFolder): unknown[] => lines(folder.read('ktx.lock'), 'dropped').map(({ why, repair }) => [why, repair]);
const reason = 'measure orders.paid (measure paid: column amnt does not exist in orders; did you mean amount?)';
const unitFile = (folder: ProjectFolder, out: string, name: string): string => {
  const slug = readdirSync(join(folder.root, out, 'units')).find((one) => one.includes('main.orders')) ?? '';
  return folder.read(`${out}/units/${slug}/${name}`);
};

/** A night on which nobody is asked anything. */
async function quiet(model: Scripted, folder: ProjectFolder): Promise<Report> {
  const { requests, report } = await model.night(folder, '--apply');
  expect([requests.length, report.status]).toEqual([0, 'nothing-to-do']);
  return report;
}

describe('a repair round', () => {
  test('puts right what was refused, after all units had their look; it is published, and asked once', async () => {
    await using model = await scriptedModel({ ...repairs, [visits]: () => ({ ...say(finish), delayMs: 100 }) });
    using folder = shop(model);
    const { report, requests, asked } = await model.night(folder, '--apply', '--out', 'out');
    expect(asked).toEqual([round, orders, visits]);
    expect(unitOf(requests.at(-1)!)).toBe(round);
    expect(model.api.violations).toEqual([]);
    expect(folder.read(overlay)).toContain("filter: status = 'paid'");
    expect([report.status, codes(report).filter((code) => code === 'edit-refused' || code === 'repair-waiting'), dropped(folder)]).toEqual(['complete', [], []]);
    expect(report.edits.find(({ entity }) => entity.endsWith('.paid'))).toMatchObject({ author: 'model', verdict: 'proved' });
    // it is of its unit: what it cost, its steps, its conversation, what it sent
    expect(unit(report)).toMatchObject({ status: 'written', stopReason: 'natural', steps: 2 + 1 + 2 });
    const usd = report.units.reduce((sum, one) => sum + one.usage.usd, 0);
    expect(report.budget.spent.usd).toBeGreaterThanOrEqual(usd);
    expect(report.budget.spent.usd - usd).toBeLessThan(0.001);
    const said = unitFile(folder, 'out', 'transcript.jsonl');
    expect(said.indexOf('sum(amnt)')).toBeGreaterThanOrEqual(0);
    expect(said.indexOf('status = ')).toBeGreaterThan(said.indexOf('sum(amnt)'));
    expect(lines(folder.read('ktx.lock'), 'unit').find(({ id }) => id === orders)).toMatchObject({ outcome: 'written', instructions: 'judge-1 repair-1' });
    await quiet(model, folder);
  });

  test('is shown the evidence, what stands, and each refusal with its reason, as data', async () => {
    await using model = await scriptedModel(repairs);
    using folder = shop(model);
    const { requests, report } = await model.night(folder);
    const [asked, ...more] = rounds(requests);
    expect(more).toEqual([]);
    const prompt = promptOf(asked);
    expect(prompt).toMatch(/<<<(\w+) table:warehouse\/main\.orders\n[^]*- amount REAL[^]*\n\1>>>/);
    expect(prompt).toMatch(/## You wrote: it stands\n\n<<<(\w+) [^]*"name":"revenue"[^]*\1>>>/);
    expect(prompt).toMatch(/## Refused\n\n<<<(\w+) refused\n- measure orders\.paid: measure paid: column amnt does not exist in orders; did you mean amount\?\n {2}\{"kind":"measure"[^]*sum\(amnt\)[^]*\n\1>>>/);
    expect(prompt).not.toContain('Write:');
    expect(asked?.raw).toContain('any other edit is refused');
    const bytes = (of: readonly ReceivedRequest[]): number => of.reduce((sum, one) => sum + Buffer.byteLength(promptOf(one)), 0);
    expect(bytes([asked!])).toBeLessThan(6000);
    expect(report.sent.find(({ dataClass, source }) => dataClass === 'names and types' && source === 'warehouse')?.bytes).toBeGreaterThan(0);
  });

  test('that leaves it: it stays listed and costs nothing, until the evidence changes', async () => {
    await using model = await scriptedModel(leaves);
    using folder = shop(model);
    const first = await model.night(folder, '--apply');
    expect([rounds(first.requests).length, messages(first.report, 'edit-refused'), dropped(folder)]).toEqual([1, [expect.stringContaining(`1 proposed change left out: ${reason}`)], [[reason, undefined]]]);
    for (let night = 0; night < 3; night += 1) expect(messages(await quiet(model, folder), 'edit-refused')).toEqual([`${orders}: 1 proposed change left out since an earlier night: ${reason}`]);
    folder.sql('alter table orders add column discount real');
    model.script = repairs;
    expect((await model.night(folder, '--apply')).asked).toEqual([round, orders]);
    expect([folder.read(overlay).includes('name: paid'), dropped(folder)]).toEqual([true, []]);
  });

  test('that is refused again: the last reason is listed, and there is no other round', async () => {
    await using model = await scriptedModel({ ...leaves, [round]: [measure('orders', 'paid', 'sum(amount)', { filter: "state = 'paid'" })] });
    using folder = shop(model);
    const { requests } = await model.night(folder, '--apply');
    expect(rounds(requests).map(resultsOf).at(-1)).toContain('the filter of paid: column state does not exist');
    expect(dropped(folder)).toEqual([['measure orders.paid (the filter of paid: column state does not exist in orders; did you mean status?)', undefined]]);
    await quiet(model, folder);
  });

  test('writes what was refused and nothing else: no new entity, none that was taken, none in the edits of a question', async () => {
    const answers: string[] = [];
    await using model = await scriptedModel({ ...leaves, [round]: (request, turn) => {
      answers.push(resultsOf(request));
      if (turn === 0) return say(propose(measure('orders', 'most', 'max(amount)'), measure('orders', 'revenue', 'sum(amount) * 2'), measure('orders', 'revenue', '', { remove: true }), segment('orders', 'paid', "status = 'paid'"), measure('warehouse/orders', 'paid', 'sum(amount)', { filter: "status = 'paid'" })));
      if (turn === 1) return say(toolUse('flag', { kind: 'question', text: 'Which one?', options: [{ text: 'This.', edits: [measure('orders', 'most', 'max(amount)')] }, 'That.'] }));
      return say(finish);
    } });
    using folder = shop(model);
    const { report } = await model.night(folder, '--apply');
    expect(answers[1]?.match(/only what was refused may be written now: leave it/g)).toHaveLength(4);
    expect(answers[1]).toContain('taken (1): measure warehouse/orders.paid');
    expect(answers[2]).toContain('options[0], measure orders.most: only what was refused may be written now');
    expect(report.questions).toEqual([]);
    expect(folder.read(overlay)).toMatch(/name: revenue\n {4}expr: sum\(amount\)\n/);
    expect(folder.read(overlay)).not.toMatch(/most|segments/);
    // what it may not write is not listed as refused
    expect(dropped(folder)).toEqual([]);
  });

  test.each([
    ['a name that is none', measure('orders', 'paid-euros', 'sum(amount)'), measure('orders', 'paid_euros', 'sum(amount)'), 'name: paid_euros'],
    ['a source that is not there', measure('order', 'paid', 'sum(amount)'), measure('orders', 'paid', 'sum(amount)'), 'name: paid'],
    ['a name that a column has', measure('orders', 'amount', 'sum(amount)'), measure('orders', 'total', 'sum(amount)'), 'name: total'],
  ])('may name anew what was refused for %s, but not one that is there', async (_, refused, renamed, written) => {
    const answers: string[] = [];
    await using model = await scriptedModel({ [orders]: [measure('orders', 'least', 'min(amount)'), refused], [round]: (request, turn) => {
      answers.push(resultsOf(request));
      return turn === 0 ? say(propose(measure('orders', 'least', 'min(amount) * 2'), segment('orders', 'other', "status = 'x'"), renamed, measure('orders', 'one_more', 'max(amount)'))) : say(finish);
    } });
    using folder = shop(model);
    await model.night(folder, '--apply');
    expect(answers[1]?.match(/only what was refused may be written now/g)).toHaveLength(3);
    expect([folder.read(overlay).includes(written), /one_more|other|\* 2/.test(folder.read(overlay)), dropped(folder)]).toEqual([true, false, []]);
    await quiet(model, folder);
  });

  test('has what is left of the statements that its unit may ask', async () => {
    const answers: string[] = [];
    const asks = Array.from({ length: 5 }, (_, n) => toolUse('query_warehouse', { sql: `select count(*) + ${n} from orders` }));
    await using model = await scriptedModel({
      [orders]: (_, turn) => (turn === 0 ? say(propose(wrong), ...asks) : say(finish)),
      [round]: (request, turn) => {
        answers.push(resultsOf(request));
        return turn === 0 ? say(...asks.slice(0, 2)) : say(finish);
      },
    });
    using folder = shop(model);
    await model.night(folder);
    expect(answers[1]?.match(/a unit may ask 6 times/g)).toHaveLength(1);
  });

  test('is short', async () => {
    await using model = await scriptedModel({ ...leaves, [round]: (_, turn) => say(toolUse('search_context', { query: `word ${turn}` })) });
    using folder = shop(model);
    const { requests, report } = await model.night(folder, '--apply');
    expect([rounds(requests).length, report.status, unit(report).status]).toEqual([8, 'complete', 'written']);
    expect(dropped(folder)).toEqual([[reason, undefined]]);
    await quiet(model, folder);
  });

  test('mends what no longer runs and was taken back', async () => {
    await using model = await scriptedModel({ [orders]: [revenue] });
    using folder = shop(model);
    await model.night(folder, '--apply');
    model.script = { [round]: [measure('orders', 'revenue', 'sum(total)')] };
    folder.sql('alter table orders drop column amount; alter table orders add column total real');
    const { asked, report } = await model.night(folder, '--apply');
    expect([asked, codes(report).includes('edit-refused')]).toEqual([[round, orders], false]);
    expect(folder.read(overlay)).toContain('expr: sum(total)');
  });

  test('is not made where people are asked already, where the unit comes again, or without a refusal', async () => {
    await using model = await scriptedModel({
      [orders]: (_, turn) => say(turn === 0 ? propose(revenue, wrong) : toolUse('read_context', { name: 'orders' })), [visits]: [measure('visits', 'pages_seen', 'sum(pages)')],
    });
    using folder = shop(model);
    folder.edit('ktx.yaml', (all) => all.replace('ingest:\n', 'ingest:\n  workUnits: {stepBudget: 3}\n'));
    const { report, requests } = await model.night(folder, '--apply');
    expect([rounds(requests), unit(report).status, dropped(folder)]).toEqual([[], 'deferred', [[reason, undefined]]]);
  });
});

describe('the model of the role repair', () => {
  const models = ['claude-sonnet-4-6', 'claude-opus-4-8'];

  test('is asked in the round alone, and tried before anything is paid', async () => {
    await using model = await scriptedModel(repairs, models);
    using folder = shop(model);
    folder.edit('ktx.yaml', (all) => all.replace('    default: claude-sonnet-4-6\n', '    default: claude-sonnet-4-6\n    repair: claude-opus-4-8\n'));
    const { requests, report } = await model.night(folder, '--apply');
    expect(report.probe.map((one) => one.model).sort()).toEqual([...models].sort());
    expect(requests.map((request) => [request.model, unitOf(request)?.startsWith('repair:') ?? 'probe'])).toEqual(expect.arrayContaining([['claude-opus-4-8', 'probe'], ['claude-opus-4-8', true], ['claude-sonnet-4-6', false]]));
    expect(requests.filter((request) => request.model === 'claude-opus-4-8')).toHaveLength(2);
    const { out } = await folder.ktx('status');
    expect(out).toContain('claude-opus-4-8 (repair)');
  });

  test('that is not there ends the run before a unit is asked', async () => {
    await using model = await scriptedModel(repairs, models);
    using folder = shop(model);
    folder.edit('ktx.yaml', (all) => all.replace('    default: claude-sonnet-4-6\n', '    default: claude-sonnet-4-6\n    repair: claude-opus-9\n'));
    const { report, asked } = await model.night(folder, '--apply');
    expect([report.exitCode, asked, report.findings.find(({ code }) => code === 'model-access')?.file]).toEqual([3, [], 'ktx.yaml']);
  });
});

describe('a round that could not be made', () => {
  /** The night after, on which there is room for it and for nothing else to do. */
  async function nextNight(model: Scripted, folder: ProjectFolder, ...args: readonly string[]): Promise<void> {
    model.script = { [round]: [right] };
    const { report, asked, requests } = await model.night(folder, '--apply', ...args);
    expect([asked, rounds(requests).length, unit(report).due]).toEqual([[round], 1, null]);
    expect(unit(report)).toMatchObject({ status: 'written', steps: 2 });
    expect(unit(report).usage.usd).toBeGreaterThan(0);
    expect(promptOf(rounds(requests)[0])).toContain(`- ${reason.replace(' (', ': ').replace(/\)$/, '')}\n`);
    expect([folder.read(overlay).includes("filter: status = 'paid'"), folder.read(overlay).includes('name: revenue'), dropped(folder)]).toEqual([true, true, []]);
    expect(report.edits.map(({ entity, verdict }) => [entity, verdict])).toEqual([['measure:warehouse/orders.paid', 'proved']]);
    await quiet(model, folder);
  }

  // a unit may take what there is, and a round what is left of it: less than it may take where there is all
  test.each([['--max-steps', '4', '4 steps'], ['--max-tokens', '20000', '20,000 tokens'], ['--max-usd', '0.08', '$0.08']])('for want of budget (%s %s) is made on the next night with the same, and said in one line', async (flag, limit, words) => {
    await using model = await scriptedModel(leaves);
    using folder = judgedProject(model.api, { 'ktx-ci.yaml': 'maxOutputTokens: 1000\n' }, 'create table orders (id integer primary key, status text, amount real); insert into orders values (10, \'paid\', 5)');
    folder.edit('ktx.yaml', (all) => all.replace('ingest:\n', 'ingest:\n  workUnits: {stepBudget: 4}\n'));
    const { report, requests } = await model.night(folder, '--apply', flag, limit);
    expect([rounds(requests), report.status, report.exitCode, dropped(folder)]).toEqual([[], 'complete', 0, [[reason, 'measure orders.paid']]]);
    expect(report.findings.filter(({ code }) => code === 'repair-waiting')).toEqual([expect.objectContaining({ severity: 'notice', evidence: [orders], message: expect.stringContaining(`1 repair round (${orders}) waits: ${words} of this run are spent`) })]);
    await nextNight(model, folder, flag, limit);
  });

  test('because the provider failed: the unit keeps what it has, and the next night makes it', async () => {
    await using model = await scriptedModel({ ...leaves, [round]: (_, turn) => (turn === 0 ? say(propose(measure('orders', 'paid', 'sum(amont)'))) : status(500, 'api_error', 'Internal')) });
    using folder = shop(model);
    const { report } = await model.night(folder, '--apply', '--out', 'out');
    expect([report.status, report.exitCode, unit(report).status, unit(report).stopReason]).toEqual(['complete', 0, 'written', 'natural']);
    expect(messages(report, 'repair-waiting')).toEqual([expect.stringMatching(/provider-error: /)]);
    expect(codes(report)).not.toContain('unit-failed');
    expect(dropped(folder)).toEqual([[expect.stringContaining('column amont does not exist'), 'measure orders.paid']]);
    model.script = { [round]: [right] };
    expect((await model.night(folder, '--apply')).asked).toEqual([round]);
    await quiet(model, folder);
  });

  test('because the request is wrong is over', async () => {
    await using model = await scriptedModel({ ...leaves, [round]: () => status(400, 'invalid_request_error', 'no') });
    using folder = shop(model);
    const { report } = await model.night(folder, '--apply');
    expect([report.status, dropped(folder)]).toEqual(['complete', [[reason, undefined]]]);
    await quiet(model, folder);
  });

  test('because the run was cancelled in the middle of it: what it had put right is kept', async () => {
    await using model = await scriptedModel({
      [orders]: [revenue, wrong, measure('orders', 'open', 'sum(amont)')], [round]: (_, turn) => (turn === 0 ? say(propose(right)) : { ...say(finish), delayMs: 60_000 }),
    });
    using folder = shop(model);
    const running = start(folder, 'ingest', '--apply', '--quiet', '--out', 'cut');
    await until(running, () => rounds(model.api.requests).length === 2);
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(130);
    const report = JSON.parse(folder.read('cut/report.json')) as Report;
    expect([report.status, unit(report).status, codes(report).includes('repair-waiting')]).toEqual(['cancelled', 'written', false]);
    expect(folder.read(overlay)).toContain("filter: status = 'paid'");
    expect(dropped(folder)).toEqual([[expect.stringContaining('measure orders.open ('), 'measure orders.open']]);
    model.script = { [round]: [measure('orders', 'open', 'sum(amount)', { filter: "status = 'open'" })] };
    expect((await model.night(folder, '--apply')).asked).toEqual([round]);
    expect([folder.read(overlay).includes('name: open'), dropped(folder)]).toEqual([true, []]);
    await quiet(model, folder);
  });

  test('because the run was killed: its sequel pays for no finished unit, and the night after makes it', async () => {
    await using model = await scriptedModel({ ...leaves, [round]: () => ({ ...say(finish), delayMs: 60_000 }) });
    using folder = shop(model);
    const running = start(folder, 'ingest', '--quiet', '--out', 'cut');
    await until(running, () => rounds(model.api.requests).length === 1);
    running.child.kill('SIGKILL');
    await running.ended;
    expect(lines(unitFile(folder, 'cut', 'lock.jsonl'), 'dropped')).toEqual([expect.objectContaining({ repair: 'measure orders.paid' })]);
    const { asked } = await model.night(folder, '--apply', '--resume', 'cut');
    expect(asked).toEqual([]);
    await nextNight(model, folder);
  });

  test('because the run of a later night was killed: what that one had made is taken over', async () => {
    const other = `repair:${visits}`;
    const fails: Script = { [round]: () => status(500, 'api_error', 'Internal'), [other]: () => status(500, 'api_error', 'Internal') };
    await using model = await scriptedModel({ ...leaves, [visits]: [measure('visits', 'pages_seen', 'sum(pgs)')], ...fails });
    using folder = shop(model);
    await model.night(folder, '--apply');
    expect(dropped(folder).map((one) => (one as unknown[])[1])).toEqual(['measure orders.paid', 'measure visits.pages_seen']);
    model.script = { [round]: [right], [other]: () => ({ ...say(finish), delayMs: 60_000 }) };
    const before = model.api.requests.length;
    const running = start(folder, 'ingest', '--quiet', '--out', 'cut', '--concurrency', '1');
    await until(running, () => model.api.requests.slice(before).some((request) => unitOf(request) === other));
    running.child.kill('SIGKILL');
    await running.ended;
    model.script = { [other]: [measure('visits', 'pages_seen', 'sum(pages)')] };
    const spent = lines(folder.read('ktx.lock'), 'spent')[0]?.['usd'] as number;
    const { asked, report } = await model.night(folder, '--apply', '--resume', 'cut');
    expect(asked).toEqual([other]);
    expect([folder.read(overlay).includes("filter: status = 'paid'"), folder.context()['semantic-layer/warehouse/visits.yaml']?.includes('pages_seen'), dropped(folder)]).toEqual([true, true, []]);
    expect((lines(folder.read('ktx.lock'), 'spent')[0]?.['usd'] as number) - spent).toBeGreaterThan(report.budget.spent.usd);
    await quiet(model, folder);
  });

  test('waits where its evidence changed: the unit is judged anew; a record without a mark costs nothing', async () => {
    await using model = await scriptedModel({ ...leaves, [round]: () => status(500, 'api_error', 'Internal') });
    using folder = shop(model);
    await model.night(folder, '--apply');
    const marked = folder.read('ktx.lock');
    folder.write('ktx.lock', marked.replace(',"repair":"measure orders.paid"', ''));
    await quiet(model, folder);
    folder.write('ktx.lock', marked);
    folder.sql('alter table orders add column discount real');
    model.script = { [orders]: [right] };
    expect((await model.night(folder, '--apply')).asked).toEqual([orders]);
    expect(dropped(folder)).toEqual([]);
  });

  test('and whose model cannot be asked on the next night: a warning, and it waits on', async () => {
    await using model = await scriptedModel({ ...leaves, [round]: () => status(500, 'api_error', 'Internal') });
    using folder = shop(model);
    await model.night(folder, '--apply');
    const before = folder.context();
    const key = folder.environment['SHOP_KEY'] ?? '';
    folder.environment['SHOP_KEY'] = 'sk-ant-wrong';
    const { report, asked } = await model.night(folder, '--apply');
    expect([report.exitCode, report.status, asked, report.findings.filter(({ severity }) => severity === 'error')]).toEqual([0, 'nothing-to-do', [], []]);
    expect(codes(report)).toEqual(expect.arrayContaining(['auth', 'repair-waiting']));
    expect(folder.context()).toEqual(before);
    // without a model, and without leave to ask one, it waits as well
    expect((await model.night(folder, '--apply', '--derive-only')).requests).toEqual([]);
    folder.edit('ktx.yaml', (all) => all.replace('backend: anthropic', 'backend: none'));
    expect((await model.night(folder, '--apply')).requests).toEqual([]);
    folder.edit('ktx.yaml', (all) => all.replace('backend: none', 'backend: anthropic'));
    folder.environment['SHOP_KEY'] = key;
    await nextNight(model, folder);
  });
});

describe('beside its origin', () => {
  const sql = 'create table orders (id integer primary key, made_on date, amount real, refund real, net real); insert into orders values (1, \'2026-08-03\', 100, 0, 100), (2, \'2026-09-02\', 50, 5, 45), (3, \'2026-10-01\', 10, 10, 0);';
  const gross = measure('orders', 'total_net', 'sum(amount)');

  test('what differs is put right in the round, and nobody is asked; what is left is asked, once', async () => {
    await using model = await scriptedModel({ [orders]: [gross], [round]: [measure('orders', 'total_net', 'sum(amount - refund)')] });
    using one = judgedProject(model.api, {}, sql);
    const { report } = await model.night(one, '--apply');
    expect([report.questions, report.edits.find(({ entity }) => entity.endsWith('.total_net'))?.compared, dropped(one)]).toEqual([[], expect.stringMatching(/^equal to column orders\.net/), []]);
    model.script = { [orders]: [gross] };
    using other = judgedProject(model.api, {}, sql);
    const left = await model.night(other, '--apply');
    expect(left.report.questions.map(({ findings }) => findings[0]?.code)).toEqual(['measure-differs']);
    expect((await model.night(other, '--apply')).requests).toEqual([]);
  });

  test('what people are asked about is theirs: a round that fails leaves no round, nor does a question of the model', async () => {
    await using model = await scriptedModel({ [orders]: [gross], [round]: () => status(500, 'api_error', 'Internal') });
    using folder = judgedProject(model.api, {}, sql);
    const { report } = await model.night(folder, '--apply');
    expect([report.questions.length, dropped(folder).map((one) => (one as unknown[])[1])]).toEqual([1, [undefined]]);
    expect((await model.night(folder, '--apply')).requests).toEqual([]);
    const options = [{ text: 'Gross.', edits: [gross] }, 'Net.'];
    model.script = { [orders]: (_, turn) => (turn === 0 ? say(propose(gross)) : say(toolUse('flag', { kind: 'question', text: 'Is it net?', options }), finish)) };
    using flagged = judgedProject(model.api, {}, sql);
    expect(rounds((await model.night(flagged, '--apply')).requests)).toEqual([]);
  });
});

test('is the same at any concurrency, inside the budget too, and again from its recording', async () => {
  const script: Script = {
    [orders]: [revenue, wrong], [visits]: [measure('visits', 'pages_seen', 'sum(pgs)')], [policy]: [page('Refunds', 'When money goes back.', 'Within 30 days.')],
    [round]: [right], [`repair:${visits}`]: (_, turn) => (turn === 0 ? { ...say(text('I look.'), toolUse('read_context', { name: 'visits' })), delayMs: 30 } : say(propose(measure('visits', 'pages_seen', 'sum(pages)')), finish)),
    [`repair:${policy}`]: [page('refunds', 'When money goes back.', 'Within 30 days.')],
  };
  await using model = await scriptedModel(script);
  const files = { 'ktx-ci.yaml': 'documents: ["docs/**"]\n', 'docs/policy.md': '# Refunds\n\nWithin 30 days.\n' };
  for (const [made, ...limits] of [[3], [2, '--max-steps', '20']] as const) {
    const seen: unknown[] = [];
    for (const concurrency of ['1', '8']) {
      using folder = shop(model, files);
      folder.edit('ktx.yaml', (all) => all.replace('ingest:\n', 'ingest:\n  workUnits: {stepBudget: 8}\n'));
      const { report, asked } = await model.night(folder, '--out', 'night', '--record', '--concurrency', concurrency, ...limits);
      expect(asked.filter((id) => id.startsWith('repair:'))).toHaveLength(made);
      const { code, out, err } = await folder.ktx('replay', 'night', '--json');
      expect([code, err]).toEqual([0, expect.stringContaining('the same patch, byte for byte')]);
      expect(JSON.parse(out)).toMatchObject({ units: 3, departures: [], findings: [] });
      seen.push([folder.read('night/context.patch').replace(/^\+\{"t":"spent".*\n/gm, '').replace(/^(@@|index).*$/gm, '$1'), asked, report.findings, report.units.map(({ id, status: became, steps }) => [id, became, steps])]);
    }
    expect(seen[1]).toEqual(seen[0]);
  }
});

test('a recorded night that made only a round of an earlier one replays too', async () => {
  await using model = await scriptedModel({ ...leaves, [round]: () => status(500, 'api_error', 'Internal') });
  using folder = shop(model);
  await model.night(folder, '--apply');
  model.script = { [round]: [right] };
  await model.night(folder, '--apply', '--record', '--out', 'night');
  const asked = model.api.requests.length;
  const { code, err } = await folder.ktx('replay', 'night');
  expect([code, err, model.api.requests.length]).toEqual([0, expect.stringContaining('the same patch, byte for byte'), asked]);
  expect(folder.read('night/context.patch')).toContain("filter: status = 'paid'");
});
