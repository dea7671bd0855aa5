import { describe, expect, test } from '@jest/globals';
import { cpSync, existsSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Report } from '../../src/report.js';
import { say, startMessagesApi, status, toolUse, type MessagesApi, type ReceivedRequest, type Reply } from '../fakes/messages-api.js';
import type { ProjectFolder } from '../project-folder.js';
import { judgedProject, turnOf, unitOf } from './judged-project.js';
import { manyTables, start, until } from './process.js';
import { askedIn, finish, measure, page, probeAnswer, propose } from './scripted-model.js';

/** Judging runs that are killed at any moment: what was paid is kept, and nothing of it is paid twice. */

const tables = 8;
const kills = 100;
/** Killed at once. */
const lanes = 3;
/** How long a cancelled run may take to come to its end, in milliseconds. */
const longestEnd = 15_000;

function answer(request: ReceivedRequest): Reply {
  const unit = unitOf(request);
  if (unit === undefined) return probeAnswer;
  const n = Number(/thing(\d+)$/.exec(unit)?.[1] ?? 0);
  const source = `thing${n}`;
  const turns = 1 + (n % 3);
  const turn = turnOf(request);
  if (turn < turns - 1) return turn === 0 ? say(propose(measure(source, 'least', 'min(amount)'))) : say(toolUse('read_context', { name: source }));
  return say(propose(measure(source, 'least', 'min(amount)'), measure(source, 'most', 'max(amount)'), ...(n % 2 === 0 ? [page(`about-${source}`, `What ${source} is.`, `It is number ${n}.`)] : [])), finish);
}

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const provider = (random: () => number): Promise<MessagesApi> => startMessagesApi({ brain: (request) => ({ ...answer(request), delayMs: 5 + Math.floor(random() * 10) }) });
const project = (api: Pick<MessagesApi, 'url'>): ProjectFolder => judgedProject(api, {}, manyTables(tables, 2, ', amount real'));

const withoutSpent = (context: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(context).map(([path, text]) => [path, path === 'ktx.lock' ? text.replace(/^\{"t":"spent".*\n/gm, '') : text]));

interface Kept {
  readonly id: string;
  readonly outcome: string;
  readonly usd: number;
}

/** Unit folders of an output folder, each of which must be whole. */
function kept(folder: ProjectFolder, out: string): Kept[] {
  const units = join(folder.root, out, 'units');
  if (!existsSync(units)) return [];
  return readdirSync(units).filter((name) => !name.endsWith('.partial')).flatMap((name) => {
    const lines = (file: string): Record<string, unknown>[] => readFileSync(join(units, name, file), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
    lines('edits.jsonl');
    const records = lines('lock.jsonl');
    const unit = records.find((record) => record['t'] === 'unit') ?? {};
    return unit['by'] === 'model' ? [{ id: String(unit['id']), outcome: String(unit['outcome']), usd: Number(records.find((record) => record['t'] === 'spent')?.['usd'] ?? 0) }] : [];
  });
}

const ended = (units: readonly Kept[]): string[] => units.filter((one) => one.outcome === 'written' || one.outcome === 'unchanged').map((one) => one.id).sort();
const cost = (units: readonly Kept[]): number => units.reduce((sum, one) => sum + one.usd, 0);
const reportOf = (folder: ProjectFolder, out: string): Report => JSON.parse(folder.read(`${out}/report.json`)) as Report;

async function undisturbed(): Promise<{ context: Record<string, string>; patch: string; edits: string; requests: number }> {
  const api = await provider(() => 0);
  using folder = project(api);
  expect((await folder.ingest('--apply', '--out', 'out')).status).toBe('complete');
  await api.close();
  return { context: withoutSpent(folder.context()), patch: folder.read('out/context.patch'), edits: folder.read('out/edits.jsonl'), requests: api.requests.length };
}

interface Seen {
  cancelled: number;
  killed: number;
  taken: number;
  over: number;
}

/** One run, killed, and its sequel. */
async function killed(kill: number, whole: Awaited<ReturnType<typeof undisturbed>>, seen: Seen): Promise<void> {
  const random = seeded(20_261 + 7_919 * kill);
  const signal = (['SIGINT', 'SIGTERM', 'SIGKILL'] as const)[kill % 3]!;
  const applied = signal !== 'SIGKILL' && kill % 2 === 0;
  const concurrency = 2 + (kill % 3);
  const moment = 1 + Math.floor(random() * whole.requests);
  const more = random() * 12;
  const api = await provider(random);
  using folder = project(api);
  try {
    const running = start(folder, 'ingest', ...(applied ? ['--apply'] : []), '--quiet', '--out', 'cut', '--concurrency', String(concurrency));
    await until(running, () => api.requests.length >= moment);
    await wait(more);
    const at = performance.now();
    running.child.kill(signal);
    const { code, signal: by, err } = await running.ended;
    const milliseconds = performance.now() - at;
    const what = `kill ${kill}: ${signal} after ${moment} requests and ${more.toFixed(1)} ms: ${err}`;
    const units = kept(folder, 'cut');
    if (signal === 'SIGKILL') {
      seen.killed += by === 'SIGKILL' ? 1 : 0;
    } else {
      const report = reportOf(folder, 'cut');
      if (report.status === 'cancelled') {
        seen.cancelled += 1;
        expect([what, code, report.exitCode]).toEqual([what, signal === 'SIGINT' ? 130 : 143, code]);
        expect(milliseconds).toBeLessThan(longestEnd);
      } else expect([what, report.status]).toEqual([what, 'complete']);
      const patch = folder.read('cut/context.patch');
      expect(patch).toContain('+++ b/ktx.lock');
      for (const id of ended(units)) {
        expect([what, patch]).toEqual([what, expect.stringContaining(`"id":"${id}"`)]);
        expect(report.units.find((unit) => unit.id === id)).toMatchObject({ status: 'written', stopReason: 'natural' });
        expect(patch).toContain(`+++ b/semantic-layer/warehouse/${id.slice(id.lastIndexOf('.') + 1)}.yaml`);
      }
    }
    seen.over += code === 0 ? 1 : 0;
    seen.taken += ended(units).length;
    const before = api.requests.length;
    const sequel = await folder.ingest('--apply', '--resume', 'cut', '--out', 'out', '--concurrency', String(concurrency));
    const asked = askedIn(api.requests.slice(before));
    expect([what, asked.filter((id) => ended(units).includes(id))]).toEqual([what, []]);
    expect([what, sequel.exitCode]).toEqual([what, 0]);
    expect(['complete', 'nothing-to-do']).toContain(sequel.status);
    expect(sequel.units.every((unit) => unit.status !== 'deferred' && unit.status !== 'failed')).toBe(true);
    expect(withoutSpent(folder.context())).toEqual(whole.context);
    if (!applied) expect(folder.read('out/edits.jsonl')).toBe(whole.edits);
    // the month holds what both runs cost
    const first = applied ? reportOf(folder, 'cut').budget.month.usd : cost(units);
    expect([what, sequel.budget.month.usd]).toEqual([what, expect.closeTo(first + sequel.budget.spent.usd, 5)]);
    if (kill % 10 === 0) {
      const all = api.requests.length;
      expect([(await folder.ingest('--apply', '--resume', 'cut')).status, api.requests.length]).toEqual(['nothing-to-do', all]);
    }
    expect(api.violations).toEqual([]);
  } finally {
    await api.close();
  }
}

describe('a judging run that is killed', () => {
  test(`at ${kills} moments loses nothing that was finished, and its sequel pays for nothing twice`, async () => {
    const whole = await undisturbed();
    const seen: Seen = { cancelled: 0, killed: 0, taken: 0, over: 0 };
    const moments = Array.from({ length: kills }, (_, kill) => kill);
    await Promise.all(Array.from({ length: lanes }, async () => {
      for (let kill = moments.shift(); kill !== undefined; kill = moments.shift()) await killed(kill, whole, seen);
    }));
    // or the moments were badly chosen
    expect(seen.cancelled).toBeGreaterThan(kills / 4);
    expect(seen.killed).toBeGreaterThan(kills / 6);
    expect(seen.taken).toBeGreaterThan(kills);
  }, 1_200_000);

  test('and whose sequel is killed too: the third run pays for nothing that either finished', async () => {
    const whole = await undisturbed();
    const api = await provider(() => 0.9);
    using folder = project(api);
    const cut = async (out: string, finished: number, ...args: string[]): Promise<string[]> => {
      const running = start(folder, 'ingest', '--quiet', '--out', out, '--concurrency', '2', ...args);
      const before = askedIn(api.requests).length;
      await until(running, () => ended(kept(folder, out)).length >= finished && askedIn(api.requests).length > before);
      running.child.kill('SIGKILL');
      await running.ended;
      return ended(kept(folder, out));
    };
    const first = await cut('one', 2);
    const second = await cut('two', first.length + 1, '--resume', 'one');
    expect(second).toEqual(expect.arrayContaining(first));
    const before = api.requests.length;
    const report = await folder.ingest('--apply', '--resume', 'two', '--out', 'three');
    expect(askedIn(api.requests.slice(before)).filter((id) => second.includes(id))).toEqual([]);
    expect(report.status).toBe('complete');
    expect(withoutSpent(folder.context())).toEqual(whole.context);
    expect(report.budget.month.usd).toBeCloseTo(cost(kept(folder, 'two')) + report.budget.spent.usd, 5);
    expect(ended(kept(folder, 'three'))).toHaveLength(tables);
    await api.close();
  });

  const waits: readonly (readonly [string, Reply])[] = [
    ['is silent', { fault: 'silence' }],
    ['stops in the middle of an answer', { ...say(finish), breaks: { after: 3, by: 'silence' } }],
    ['asks to wait for two minutes', status(429, 'rate_limit_error', 'Slow down', { 'retry-after': '120' })],
  ];
  test.each(waits.flatMap(([what, reply]) => [[what, 'a unit', reply], [what, 'the probe', reply]] as const))('ends soon where the provider %s at %s', async (_, where, reply) => {
    const api = await startMessagesApi({ brain: (request) => ((unitOf(request) === undefined) === (where === 'the probe') && unitOf(request) !== 'table:warehouse/main.thing0' ? reply : answer(request)) });
    using folder = project(api);
    const running = start(folder, 'ingest', '--quiet', '--out', 'cut', '--concurrency', '1');
    await until(running, () => api.requests.length >= (where === 'the probe' ? 1 : 3));
    // it has read by then what came
    await wait(200);
    const at = performance.now();
    running.child.kill('SIGTERM');
    const { code } = await running.ended;
    expect(performance.now() - at).toBeLessThan(longestEnd);
    await api.close();
    const report = reportOf(folder, 'cut');
    expect([code, report.status, report.exitCode]).toEqual([143, 'cancelled', 143]);
    expect(ended(kept(folder, 'cut'))).toEqual(where === 'the probe' ? [] : ['table:warehouse/main.thing0']);
    expect(folder.read('cut/context.patch')).toContain('+++ b/semantic-layer/warehouse/_schema/public.yaml');
    expect(report.units.filter((unit) => unit.tries > 0)).toEqual([]);
  });

  test('half-written and damaged folders of judged units are paid again, the others are not', async () => {
    const whole = await undisturbed();
    const api = await provider(() => 0);
    using folder = project(api);
    await folder.ingest('--out', 'cut');
    const names = readdirSync(join(folder.root, 'cut/units')).sort();
    const path = (name: string): string => join(folder.root, 'cut/units', name);
    const [a = '', b = '', c = '', d = '', e = ''] = names;
    renameSync(path(a), `${path(a)}.partial`);
    folder.edit(`cut/units/${b}/edits.jsonl`, (text) => text.slice(0, -20));
    folder.edit(`cut/units/${c}/lock.jsonl`, (text) => text.slice(0, 30));
    folder.remove(`cut/units/${d}/edits.jsonl`);
    cpSync(path(e), `${path(e)}.partial`, { recursive: true });
    const before = api.requests.length;
    const report = await folder.ingest('--apply', '--resume', 'cut', '--out', 'out');
    expect(askedIn(api.requests.slice(before))).toHaveLength(4);
    expect([report.status, withoutSpent(folder.context())]).toEqual(['complete', whole.context]);
    await api.close();
  });
});
