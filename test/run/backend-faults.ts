import { describe, expect, test } from '@jest/globals';
import type { Reply, ReceivedRequest } from '../fakes/messages-api.js';
import { say } from '../fakes/messages-api.js';
import { installed } from '../llm/agent-binaries.js';
import type { ProjectFolder } from '../project-folder.js';
import { backends, projectOf, type Prepared } from './backend-projects.js';
import { runFaults, type RunFault } from './fault-table.js';
import { unitOf } from './judged-project.js';
import { manyTables } from './process.js';
import { finish, measure, probeAnswer, propose } from './scripted-model.js';

/** What judge-faults.test.ts shows in depth for `anthropic` holds for every other backend: category, state and exit. */

const second = 'table:warehouse/main.thing1';
const fine = (request: ReceivedRequest): Reply => {
  const unit = unitOf(request);
  return unit === undefined ? probeAnswer : say(propose(measure(unit.slice(unit.lastIndexOf('.') + 1), 'total', 'sum(amount)')), finish);
};

async function prepared(name: string, wire: readonly Reply[], meets: (unit: string | undefined) => boolean): Promise<Prepared & { readonly folder: ProjectFolder }> {
  let met = 0;
  const one = await backends[name]!((request) => {
    if (!meets(unitOf(request))) return fine(request);
    met += 1;
    return wire[Math.min(met, wire.length) - 1]!;
  });
  const folder = projectOf(one, manyTables(3, 2, ', amount real'));
  folder.environment['KTX_CI_MODEL_SILENCE_SECONDS'] = '1';
  return { ...one, folder };
}

const onTheWire = runFaults.filter((fault): fault is RunFault & { readonly wire: readonly Reply[] } => typeof fault.wire !== 'string');

/** One file a group of backends, so that they share the workers. */
export const describeFaults = (...names: readonly string[]): void => describe.each(names.filter((name) => (name !== 'codex' && name !== 'claude-code') || installed(name)))('%s', (name) => {
  test.each(onTheWire.filter((fault) => fault.exit.probe === 3).map((fault) => [fault.name, fault] as const))('%s in the probe ends the run with its category and a fix', async (_, fault) => {
    const fake = await prepared(name, fault.wire, () => true);
    using project = fake.folder;
    const report = await project.ingest('--apply');
    await fake.close();
    const category = fault.elsewhere?.[name] ?? fault.probe;
    expect([report.exitCode, report.status, report.probe[0]?.category]).toEqual([3, 'failed', category]);
    expect(report.findings.filter((finding) => finding.severity === 'error')).toEqual([expect.objectContaining({ code: category, file: 'ktx.yaml', line: expect.any(Number), fix: expect.stringMatching(/\S/) })]);
  });

  const exceptionOf = (fault: RunFault): 'fails' | 'is not said' | undefined => fault.except?.[name as keyof typeof fault.except];

  test.each(onTheWire.filter((fault) => exceptionOf(fault) !== 'is not said').map((fault) => [fault.name, fault] as const))('%s in a unit', async (_, fault) => {
    const fake = await prepared(name, fault.wire, (unit) => unit === second);
    using project = fake.folder;
    const report = await project.ingest('--apply', '--concurrency', '1');
    await fake.close();
    expect(fake.api.violations).toEqual([]);
    const unit = report.units.find((one) => one.id === second);
    const fails = fault.unit.stopReason === 'error' || exceptionOf(fault) === 'fails';
    expect([unit?.status, unit?.stopReason, report.exitCode]).toEqual(fails ? [expect.stringMatching(/^(failed|deferred)$/), 'error', 4] : ['written', 'natural', 0]);
    expect(project.read('semantic-layer/warehouse/thing0.yaml')).toContain('name: total');
    const last = report.units.find((one) => one.id === 'table:warehouse/main.thing2');
    expect(last?.stopReason).toBe(fault.others === 'wait' ? 'error' : 'natural');
  });
});
