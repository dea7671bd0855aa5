import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report.js';
import { manyTables } from './process.js';
import { say, startMessagesApi, text, toolUse, type Brain, type MessagesApi } from '../fakes/messages-api.js';
import { codes, type ProjectFolder } from '../project-folder.js';
import { judgedConfig, judgedProject, judging, turnOf, unitOf } from './judged-project.js';

/** Limits in steps, tokens, money and time: what they stop, what is kept, and that nothing gets past them. */

const orders = 'table:warehouse/main.orders';
const probe = say(text('OK'));
const finish = toolUse('finish', {});
const measure = (source: string, name: string, expr: string) => ({ kind: 'measure', source, name, expr });
const propose = (...edits: unknown[]) => toolUse('propose_edits', { edits });
const unitIn = (report: Report, id = orders) => report.units.find((unit) => unit.id === id)!;
const spentOf = (api: MessagesApi): number => {
  const bill = api.billed();
  return bill.uncachedInputTokens + bill.cacheReadTokens + bill.cacheWrite5mTokens + bill.cacheWrite1hTokens + bill.outputTokens;
};

/** One good measure, then it reads for ever. */
const endless: Brain = (request) => {
  const unit = unitOf(request);
  if (unit === undefined) return probe;
  if (unit !== orders) return say(finish);
  return turnOf(request) === 0 ? say(propose(measure('orders', 'revenue', 'sum(amount)'))) : say(toolUse('read_context', { name: `orders${' '.repeat(turnOf(request) % 3)}` }));
};

async function run(brain: Brain, use: (folder: ProjectFolder, api: MessagesApi) => Promise<void>, more = '', settings = ''): Promise<void> {
  const api = await startMessagesApi({ brain });
  using folder = judgedProject(api, settings === '' ? {} : { 'ktx-ci.yaml': settings });
  folder.write('ktx.yaml', judgedConfig(api, more));
  try {
    await use(folder, api);
    expect(api.violations).toEqual([]);
  } finally {
    await api.close();
  }
}

describe('a unit that is stopped', () => {
  test.each([
    ['steps', 'step-budget', '  workUnits: {stepBudget: 5}\n', '', []],
    ['tokens', 'token-budget', '', 'maxOutputTokens: 500\n', ['--max-tokens', '16000']],
    ['money', 'cost-budget', '', 'maxOutputTokens: 500\n', ['--max-usd', '0.05']],
  ] as const)('by %s keeps its valid edits, is deferred, goes on next time and is stuck on the third', async (_, reason, more, settings, flags) => {
    await run(endless, async (folder, api) => {
      const first = await folder.ingest('--apply', '--concurrency', '1', '--force', orders, ...flags);
      expect([first.status, first.exitCode]).toEqual(['incomplete', 4]);
      expect(unitIn(first)).toMatchObject({ status: 'deferred', stopReason: reason, tries: 1 });
      expect(folder.read('semantic-layer/warehouse/orders.yaml')).toContain('name: revenue');
      expect(codes(first)).toContain('unit-deferred');
      const before = judging(api).length;
      const second = await folder.ingest('--apply', '--concurrency', '1', ...flags);
      expect(unitIn(second)).toMatchObject({ due: 'deferred by an earlier run', status: 'deferred', tries: 2 });
      // it is shown what it wrote
      expect(judging(api).slice(before).find((request) => unitOf(request) === orders)!.raw).toContain('measure revenue: sum(amount) (yours)');
      const third = await folder.ingest('--apply', '--concurrency', '1', ...flags);
      expect(unitIn(third)).toMatchObject({ status: 'stuck', tries: 3 });
      expect(codes(third)).toContain('unit-stuck');
      const asked = api.requests.length;
      const fourth = await folder.ingest('--apply', '--concurrency', '1', ...flags);
      expect(unitIn(fourth)).toMatchObject({ due: null, status: 'stuck' });
      expect(fourth.findings.find((finding) => finding.code === 'unit-stuck')).toMatchObject({ severity: 'notice' });
      expect(judging(api).slice(0).filter((request) => unitOf(request) === orders && api.requests.indexOf(request) >= asked)).toEqual([]);
      // new evidence is a new chance
      folder.sql('alter table orders add column note text');
      expect(unitIn(await folder.ingest('--concurrency', '1', ...flags))).toMatchObject({ status: 'deferred', tries: 1 });
    }, more, settings);
  });

  test('by time is told before, closed, and the run ends soon after its minutes', async () => {
    const slow: Brain = async (request) => ({ ...(await endless(request, 0)), delayMs: unitOf(request) === orders ? 300 : 0 });
    await run(slow, async (folder) => {
      const report = await folder.ingest('--apply', '--concurrency', '1', '--max-minutes', '0.04');
      expect(unitIn(report)).toMatchObject({ status: 'deferred', stopReason: 'time-budget', tries: 1 });
      expect(report.exitCode).toBe(4);
      expect(folder.read('semantic-layer/warehouse/orders.yaml')).toContain('name: revenue');
    });
  });

  test('the month is a limit too: spent is counted in the lock, and nothing starts when it is used up', async () => {
    await run((request) => (unitOf(request) === undefined ? probe : say(finish)), async (folder, api) => {
      const first = await folder.ingest('--apply', '--max-usd-month', '25');
      expect(first.budget.month.usd).toBeCloseTo(first.budget.spent.usd, 6);
      const lock = folder.read('ktx.lock').split('\n').find((line) => line.includes('"t":"spent"'))!;
      expect(JSON.parse(lock)).toMatchObject({ usd: first.budget.spent.usd, tokens: first.budget.spent.tokens });
      folder.sql('create table more (id integer primary key, amount real)');
      const asked = api.requests.length;
      const second = await folder.ingest('--apply', '--max-usd-month', String(first.budget.month.usd / 2));
      expect(api.requests).toHaveLength(asked);
      expect(second).toMatchObject({ status: 'incomplete', exitCode: 4 });
      expect(unitIn(second, 'table:warehouse/main.more')).toMatchObject({ status: 'deferred', stopReason: 'cost-budget' });
      const third = await folder.ingest('--apply', '--max-usd-month', '25');
      expect(third.budget.month.usd).toBeCloseTo(first.budget.spent.usd + third.budget.spent.usd, 6);
    });
  });

  test('a limit that holds not one request asks nothing, leaves no record, and says so', async () => {
    await run(endless, async (folder, api) => {
      const report = await folder.ingest('--apply', '--max-tokens', '3000');
      expect(judging(api)).toEqual([]);
      expect(report.exitCode).toBe(4);
      expect(report.findings.find((finding) => finding.code === 'budget-spent')).toMatchObject({ severity: 'warning', fix: 'raise the limit: not one unit fits it' });
      expect(folder.read('ktx.lock')).not.toContain(`"t":"unit","id":"${orders}"`);
      expect(folder.read('ktx.lock')).not.toContain('"by":"model"');
    });
  });
});

describe('a model that tries to overrun', () => {
  const overruns: Readonly<Record<string, Brain>> = {
    'endless calls': (request) => say(toolUse('search_context', { query: `word ${turnOf(request)}` })),
    'the same call for ever': () => say(toolUse('read_context', { name: 'orders' })),
    'many calls at once': (request) => say(...Array.from({ length: 30 }, (_, i) => toolUse('search_context', { query: `word ${turnOf(request)} ${i}` }))),
    'huge outputs': (request) => ({ content: [text('x'.repeat(20_000)), toolUse('read_context', { name: 'orders' })], outputTokens: request.maxTokens }),
    'nothing but cut answers': (request) => ({ content: [text('x')], stopReason: 'max_tokens', outputTokens: request.maxTokens }),
  };
  test.each(Object.keys(overruns).flatMap((name) => [[name, 1], [name, 16]] as const))('%s at concurrency %i never gets past a limit', async (name, concurrency) => {
    const brain: Brain = (request, n) => (unitOf(request) === undefined ? probe : overruns[name]!(request, n));
    const api = await startMessagesApi({ brain });
    using folder = judgedProject(api, { 'ktx-ci.yaml': 'maxOutputTokens: 400\n' }, manyTables(20, 2, ', amount real'));
    const report = await folder.ingest('--concurrency', String(concurrency), '--max-tokens', '60000', '--max-steps', '90');
    await api.close();
    expect(api.violations).toEqual([]);
    // our books are the provider's bill
    expect(report.budget.spent.tokens).toBe(spentOf(api));
    expect(report.units.some((unit) => unit.usage.estimated)).toBe(false);
    expect(report.budget.spent.tokens).toBeLessThanOrEqual(60_000);
    expect(report.budget.spent.steps).toBeLessThanOrEqual(90);
    expect(report.units.filter((unit) => unit.status === 'deferred').length).toBeGreaterThan(0);
  });
});

describe('admission', () => {
  test.each([['--max-tokens', '90000'], ['--max-steps', '60']])('with %s the same units start at concurrency 1, 4 and 16', async (flag, limit) => {
    const started: string[][] = [];
    for (const concurrency of ['1', '4', '16']) {
      const brain: Brain = (request) => {
        const unit = unitOf(request);
        if (unit === undefined) return probe;
        const number = Number(/thing(\d+)/.exec(unit)?.[1] ?? 0);
        return { ...(turnOf(request) < number % 3 ? say(toolUse('search_context', { query: `thing ${turnOf(request)}` })) : say(finish)), delayMs: (number * 7) % 20 };
      };
      const api = await startMessagesApi({ brain });
      using folder = judgedProject(api, { 'ktx-ci.yaml': 'maxOutputTokens: 500\n' }, manyTables(24, 2, ', amount real'));
      await folder.ingest('--concurrency', concurrency, flag, limit);
      await api.close();
      started.push([...new Set(judging(api).map((request) => unitOf(request) ?? ''))].sort());
    }
    expect(started[0]!.length).toBeGreaterThan(2);
    expect(started[0]!.length).toBeLessThan(24);
    expect(started[1]).toEqual(started[0]);
    expect(started[2]).toEqual(started[0]);
  });
});

describe('a limit below a word', () => {
  test('holds not even the probe: nothing is sent, and the units wait', async () => {
    await run(endless, async (folder, api) => {
      const report = await folder.ingest('--max-tokens', '10');
      expect(api.requests).toEqual([]);
      expect([report.status, report.exitCode]).toEqual(['incomplete', 4]);
      expect(unitIn(report)).toMatchObject({ status: 'deferred', stopReason: 'token-budget' });
      expect(codes(report)).toContain('budget-spent');
    });
  });
});
