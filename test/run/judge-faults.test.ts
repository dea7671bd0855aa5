import { afterAll, describe, expect, test } from '@jest/globals';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Report, UnitReport } from '../../src/report.js';
import { closedAddress, say, startMessagesApi, text, type MessagesApi, type ReceivedRequest, type Reply } from '../fakes/messages-api.js';
import { startProxy } from '../fakes/proxy.js';
import { codes, type ProjectFolder } from '../project-folder.js';
import { runFaults, type RunFault } from './fault-table.js';
import { judgedConfig, judgedProject, turnOf, unitOf } from './judged-project.js';
import { manyTables } from './process.js';
import { askedIn, finish, measure, probeAnswer, propose } from './scripted-model.js';

/** What becomes of a unit and of the run for all that a provider can do to them. */

const tables = 5;
const ids = Array.from({ length: tables }, (_, n) => `table:warehouse/main.thing${n}`);
const second = ids[1]!;
const sourceOf = (unit: string): string => unit.slice(unit.lastIndexOf('.') + 1);
const fine = (request: ReceivedRequest): Reply => {
  const unit = unitOf(request);
  return unit === undefined ? probeAnswer : say(propose(measure(sourceOf(unit), 'total', 'sum(amount)')), finish);
};

/** A project whose derived part is merged, so that all that comes is of the model. Made once: the tests start from copies. */
let derived: Promise<ProjectFolder> | undefined;

async function derive(): Promise<ProjectFolder> {
  const folder = judgedProject({ url: 'http://127.0.0.1:9' }, {}, manyTables(tables, 2, ', amount real'));
  const { exitCode } = await folder.ingest('--apply', '--derive-only');
  if (exitCode === 0) return folder;
  folder[Symbol.dispose]();
  throw new Error(`deriving alone ended with ${exitCode}`);
}

afterAll(async () => (await derived)?.[Symbol.dispose]());

async function prepared(api: Pick<MessagesApi, 'url'>): Promise<ProjectFolder> {
  const { root } = await (derived ??= derive());
  const folder = judgedProject(api, {}, '');
  cpSync(root, folder.root, { recursive: true, preserveTimestamps: true });
  folder.write('ktx.yaml', judgedConfig(api));
  folder.environment['KTX_CI_MODEL_SILENCE_SECONDS'] = '1';
  return folder;
}

const unitIn = (report: Report, id: string): UnitReport => report.units.find((unit) => unit.id === id)!;

/** The provider of a fault: fine besides for the units that meet it, from the turn on where they do. */
async function faulty({ wire }: RunFault, meets: (unit: string | undefined) => boolean, from: number): Promise<MessagesApi> {
  const met = new Map<string, number>();
  let closing: Promise<void> | undefined;
  const api: MessagesApi = await startMessagesApi({
    brain: (request) => {
      const unit = unitOf(request);
      if (!meets(unit)) return fine(request);
      if (turnOf(request) < from) return say(propose(measure(sourceOf(unit ?? ''), 'early', 'min(amount)')));
      if (typeof wire === 'string') {
        closing ??= api.close();
        return { fault: 'reset' };
      }
      const before = met.get(unit ?? '') ?? 0;
      met.set(unit ?? '', before + 1);
      return wire[Math.min(before, wire.length - 1)]!;
    },
  });
  return { ...api, close: () => closing ?? api.close() };
}

/** The night after, on which all is well. */
async function nextNight(folder: ProjectFolder, left: readonly string[]): Promise<Report> {
  const api = await startMessagesApi({ brain: fine });
  folder.write('ktx.yaml', judgedConfig(api));
  const report = await folder.ingest('--apply');
  await api.close();
  expect(api.violations).toEqual([]);
  expect(askedIn(api.requests)).toEqual([...left].sort());
  expect(['complete', 'nothing-to-do']).toContain(report.status);
  for (const id of left) expect(folder.read(`semantic-layer/warehouse/${sourceOf(id)}.yaml`)).toContain('name: total');
  return report;
}

const inUnits = runFaults.filter((fault) => typeof fault.wire !== 'string' || fault.wire === 'nothing listens');
const inProbe = runFaults.filter((fault) => fault.exit.probe === 3);

describe.each(inProbe)('$name ($does) in the probe', (fault) => {
  test(`is ${fault.probe}: exit 3, with line and fix, and nothing is written but the report`, async () => {
    const api = await faulty(fault, () => true, 0);
    const proxy = fault.wire === 'the proxy refuses' ? await startProxy({ refusal: 407 }) : undefined;
    using folder = await prepared(api);
    if (fault.wire === 'nothing listens') folder.write('ktx.yaml', judgedConfig({ url: await closedAddress() }));
    if (fault.wire === 'no such host' || proxy) {
      folder.write('ktx.yaml', judgedConfig({ url: 'https://nobody.invalid' }));
      folder.environment['KTX_CI_ALLOWED_HOSTS'] = 'nobody.invalid';
    }
    if (proxy) folder.environment['HTTPS_PROXY'] = proxy.address;
    const before = folder.context();
    const report = await folder.ingest('--apply', '--out', 'out');
    await Promise.all([api.close(), proxy?.close()]);
    expect([report.status, report.exitCode, report.probe]).toEqual(['failed', 3, [{ backend: 'anthropic', model: 'claude-sonnet-4-6', category: fault.probe }]]);
    const errors = report.findings.filter((finding) => finding.severity === 'error');
    expect(errors).toEqual([expect.objectContaining({ code: fault.probe, file: 'ktx.yaml', line: expect.any(Number), fix: expect.stringMatching(/\S/) })]);
    expect(errors[0]?.line).toBeGreaterThan(5);
    expect(askedIn(api.requests)).toEqual([]);
    expect(folder.context()).toEqual(before);
    expect([folder.read('out/context.patch'), report.units, readdirSync(join(folder.root, 'out/units'))]).toEqual(['', [], []]);
    expect(JSON.parse(folder.read('out/report.json'))).toEqual(report);
    await nextNight(Object.assign(folder, { environment: { SHOP_KEY: folder.environment['SHOP_KEY'], KTX_CI_ALLOWED_HOSTS: '127.0.0.1' } }), ids);
  });
});

describe.each(inUnits)('$name ($does) after a good probe', (fault) => {
  const fails = fault.unit.stopReason === 'error';
  // the others that a provider which went away altogether takes with it
  const gone = fault.wire === 'nothing listens';

  test.each([['in the first request of a unit', 0], ['in a later one', 1]] as const)('%s', async (_, from) => {
    const api = await faulty(fault, (unit) => unit === second, from);
    using folder = await prepared(api);
    const report = await folder.ingest('--apply', '--out', 'out', '--concurrency', '1');
    await api.close();
    expect(api.violations).toEqual([]);
    const unit = unitIn(report, second);
    expect([unit.status, unit.stopReason, unit.tries]).toEqual([from === 0 ? fault.unit.first : fault.unit.later, fault.unit.stopReason, fault.counts ? 1 : 0]);
    expect([report.exitCode, report.status]).toEqual([fault.exit.one, fails ? 'incomplete' : 'complete']);
    expect(report.findings.filter((finding) => finding.evidence?.includes(second) === true && finding.code === 'unit-failed')).toHaveLength(fails ? 1 : 0);
    // nothing is lost: what was derived, the units before, the edit that was taken before
    expect(folder.read('semantic-layer/warehouse/thing0.yaml')).toContain('name: total');
    expect(folder.read('out/context.patch')).toContain('+++ b/semantic-layer/warehouse/thing0.yaml');
    if (from === 1) expect(folder.read('semantic-layer/warehouse/thing1.yaml')).toContain('name: early');
    const waiting = fault.others === 'wait' ? ids.slice(2) : [];
    for (const id of ids.slice(2)) {
      if (gone) continue;
      expect([id, unitIn(report, id).status, unitIn(report, id).stopReason]).toEqual([id, ...(waiting.includes(id) ? ['deferred', 'error'] : ['written', 'natural'])]);
    }
    if (waiting.length > 0) expect(report.findings.some((finding) => finding.code === 'unit-failed' && finding.severity === 'error' && /other units? did not start$/.test(finding.message))).toBe(true);
    const left = report.units.filter((one) => one.status === 'deferred' || one.status === 'failed').map((one) => one.id);
    expect(left.includes(second)).toBe(fails);
    const next = await nextNight(folder, left);
    expect(next.units.every((one) => one.tries === 0)).toBe(true);
    if (from === 1) expect(folder.read('semantic-layer/warehouse/thing1.yaml')).toContain('name: early');
  });

  test('in every unit that starts', async () => {
    const api = await faulty(fault, (unit) => unit !== undefined, 0);
    using folder = await prepared(api);
    const before = folder.context();
    const report = await folder.ingest('--apply', '--out', 'out', '--concurrency', '1');
    await api.close();
    expect([report.exitCode, report.status]).toEqual([fault.exit.all, fails ? 'failed' : expect.stringMatching(/complete|nothing-to-do/)]);
    const started = report.units.filter((unit) => unit.status !== 'deferred');
    expect(new Set(started.map((unit) => unit.status))).toEqual(new Set([fault.unit.first]));
    // after one that every unit would meet none is started, after three in a row of others neither
    expect(started).toHaveLength(!fails || fault.counts ? tables : fault.others === 'wait' ? 1 : 3);
    const context = folder.context();
    delete before['ktx.lock'];
    delete context['ktx.lock'];
    expect(context).toEqual(before);
    expect(existsSync(join(folder.root, 'out/report.html'))).toBe(true);
    if (fails) expect(codes(report)).toContain('unit-failed');
    await nextNight(folder, fails ? ids : []);
  });
});

describe('a stream that is cut', () => {
  const answer = (unit: string) => say(text('I look.'), propose(measure(sourceOf(unit), 'total', 'sum(amount)')), finish);
  /** Events of that answer on the wire: start, ping, those of each block, delta and stop of the message. */
  const most = 40;

  test.each(['reset', 'end'] as const)('by a %s after any event: judged where it was complete, else failed and judged the next night', async (by) => {
    const outcomes: string[] = [];
    for (let after = 0; after < most; after += 3) {
      const api = await startMessagesApi({ brain: (request) => (unitOf(request) === second ? { ...answer(second), breaks: { after, by } } : fine(request)) });
      using folder = await prepared(api);
      const report = await folder.ingest('--apply', '--concurrency', '4');
      await api.close();
      const { status, stopReason } = unitIn(report, second);
      outcomes.push(status);
      expect([after, status, stopReason, report.exitCode]).toEqual([after, ...(status === 'written' ? ['written', 'natural', 0] : ['failed', 'error', 4])]);
      for (const id of ids.filter((one) => one !== second)) expect(unitIn(report, id).status).toBe('written');
      expect(existsSync(join(folder.root, 'semantic-layer/warehouse/thing1.yaml'))).toBe(status === 'written');
      await nextNight(folder, status === 'written' ? [] : [second]);
    }
    // first some that are cut, then some that are whole
    expect(outcomes.join(' ')).toMatch(/^(failed )+(written ?)+$/);
  });
});

describe('three nights of the same', () => {
  async function nights(fault: RunFault, meets = (unit: string | undefined): boolean => unit === second): Promise<Report[]> {
    const api = await faulty(fault, meets, 0);
    using folder = await prepared(api);
    const reports: Report[] = [];
    for (let night = 0; night < 4; night += 1) reports.push(await folder.ingest('--apply', '--concurrency', '1'));
    await api.close();
    return reports;
  }

  test('a unit whose request is refused as such is stuck, one that met a provider in trouble is not', async () => {
    const refused = await nights(runFaults.find((fault) => fault.name === 'wrong request')!);
    expect(refused.map((report) => [unitIn(report, second).status, unitIn(report, second).tries])).toEqual([['failed', 1], ['failed', 2], ['stuck', 3], ['stuck', 3]]);
    expect(codes(refused[2]!)).toContain('unit-stuck');
    expect(unitIn(refused[3]!, second).due).toBeNull();
    const troubled = await nights(runFaults.find((fault) => fault.name === 'overloaded')!);
    expect(troubled.map((report) => [unitIn(report, second).status, unitIn(report, second).tries, unitIn(report, second).due])).toEqual(troubled.map((_, night) => ['failed', 0, night === 0 ? 'only derived until now' : 'failed in an earlier run']));
  });

  test('for every unit: red until nothing is left to start', async () => {
    const reports = await nights(runFaults.find((fault) => fault.name === 'wrong request')!, (unit) => unit !== undefined);
    expect(reports.map((report) => [report.exitCode, report.status])).toEqual([[1, 'failed'], [1, 'failed'], [1, 'failed'], [0, 'nothing-to-do']]);
    expect(reports[2]!.units.every((unit) => unit.status === 'stuck')).toBe(true);
  });
});
