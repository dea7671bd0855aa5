import { describe, expect, test } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Finding } from '../../src/finding.js';
import type { Report, UnitReport } from '../../src/report.js';
import { startBetween } from '../fakes/between-tools.js';
import { closedAddress, say, type ReceivedRequest, type Reply } from '../fakes/messages-api.js';
import { startNpmRegistry } from '../fakes/npm-registry.js';
import { installed } from '../llm/agent-binaries.js';
import { descendants } from '../llm/processes.js';
import type { ProjectFolder } from '../project-folder.js';
import { backends, projectOf, type Prepared } from './backend-projects.js';
import { agentFaults, type Agent, type AgentFault } from './fault-table.js';
import { judging, turnOf, unitOf } from './judged-project.js';
import { manyTables, startAt } from './process.js';
import { asItIs, Program, script, type Replacement } from './program.js';
import { askedIn, finish, measure, probeAnswer, propose } from './scripted-model.js';

/** What becomes of a run whose agent is not there, does not run, or cannot reach its tools: the whole program, with real agents behind it. */

const tables = 3;
const ids = Array.from({ length: tables }, (_, n) => `table:warehouse/main.thing${n}`);
const [first, second] = ids as [string, string];
const sourceOf = (unit: string): string => unit.slice(unit.lastIndexOf('.') + 1);

/** Proposes, proposes again, and finishes: an agent calls its tools more than once. */
function judges(request: ReceivedRequest): Reply {
  const unit = unitOf(request);
  if (unit === undefined) return probeAnswer;
  return turnOf(request) === 0 ? say(propose(measure(sourceOf(unit), 'early', 'min(amount)'))) : say(propose(measure(sourceOf(unit), 'total', 'sum(amount)')), finish);
}

interface Scene {
  readonly program: Program;
  readonly agent: Agent;
  readonly folder: ProjectFolder;
  /** Called when the run is over. */
  readonly after: (() => Promise<void>)[];
}

const replaced = (replacement: Replacement) => ({ program, agent }: Scene): void => { program.replace(agent, replacement); };

/** codex with the server of its tools at another address: `$PORT` is the port of the real one. */
const toolsAt = (address: string): Replacement => script(
  'for argument; do', '  shift', '  case $argument in mcp_servers.ktx.url=*)', '    PORT=${argument##*:}', '    PORT=${PORT%%/*}', `    argument="mcp_servers.ktx.url=\\"${address}\\""`, '  esac', '  set -- "$@" "$argument"', 'done', 'exec "$REAL" "$@"',
);

async function between(scene: Scene, options: { readonly silent?: boolean } = {}): Promise<void> {
  const way = await startBetween(options);
  scene.after.push(() => way.close());
  replaced(toolsAt(`http://127.0.0.1:${way.port}/$PORT/mcp`))(scene);
}

async function wrongArchives({ program, folder, after }: Scene): Promise<void> {
  const { packages } = JSON.parse(readFileSync(join(program.tools, 'package-lock.json'), 'utf8')) as { packages: Readonly<Record<string, { readonly name?: string; readonly version: string }>> };
  const versions: Record<string, string[]> = {};
  for (const [path, { name = path.slice(path.lastIndexOf('node_modules/') + 13), version }] of Object.entries(packages)) (versions[name] ??= []).push(version);
  const registry = await startNpmRegistry(versions);
  after.push(() => registry.close());
  folder.environment['npm_config_registry'] = registry.url;
}

/** How each comes about; where something is installed it is the program as it is until then. */
const makes: Readonly<Record<string, (scene: Scene) => void | Promise<void>>> = {
  'no npm': ({ program, folder }) => { folder.environment['PATH'] = program.root; },
  'no registry': async ({ folder }) => { folder.environment['npm_config_registry'] = await closedAddress(); },
  'other archives': wrongArchives,
  'half an install': ({ program, agent }) => { program.uninstall(agent === 'codex' ? '@openai/codex-sdk' : '@anthropic-ai/claude-agent-sdk'); },
  'no program': replaced(() => undefined),
  'not executable': replaced((path) => { writeFileSync(path, '#!/bin/sh\n', { mode: 0o644 }); }),
  // the header of an ELF file for no machine
  'another machine': replaced((path) => { writeFileSync(path, Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(120, 1)]), { mode: 0o755 }); }),
  'ends at once': replaced(script('echo "libc.so.6: version GLIBC_2.99 not found" >&2', 'exit 1')),
  'dead tool server': async (scene) => { replaced(scene.agent === 'codex' ? toolsAt(`${await closedAddress()}/mcp`) : script('sed -u \'s/"sdkMcpServers":\\["ktx"\\]/"sdkMcpServers":[]/\' | "$REAL" "$@"'))(scene); },
  'wrong token': replaced(script('export KTX_TOOLS_TOKEN=another', 'exec "$REAL" "$@"')),
  'silent tool server': (scene) => between(scene, { silent: true }),
  'tool server that dies': (scene) => between(scene),
};

/** What each says of itself. */
const says: Readonly<Record<string, RegExp>> = {
  'no npm': /npm could not be started/, 'no registry': /ECONNREFUSED/, 'other archives': /EINTEGRITY/, 'half an install': /-sdk is not among the installed/, 'no program': /not among|not found|No such file/, 'not executable': /EACCES|Permission denied/,
  'another machine': /code 12[67]|ENOEXEC/, 'ends at once': /could not be started: .*GLIBC_2\.99/, 'dead tool server': /cannot be reached|mcp__ktx__finish is missing/, 'wrong token': /does not take the token/, 'silent tool server': /does not answer/, 'tool server that dies': /cannot be reached/,
};

const needsInstall = (fault: AgentFault): boolean => !['no npm', 'no registry', 'other archives'].includes(fault.name);

/** What the fix says to do. */
const fixes: Readonly<Partial<Record<AgentFault['category'], RegExp>>> = {
  'not-installed': /npm ci --prefix "[^"]*(?:tools\/agents|\/ktx-ci\/agents-[0-9a-f]{12})"/, 'isolation': /use a backend that talks to the API itself/, 'timeout': /lower ingest\.workUnits\.maxConcurrency/,
};

interface Night {
  readonly report: Report;
  readonly fake: Prepared;
  readonly folder: ProjectFolder;
  readonly before: Readonly<Record<string, string>>;
}

/** Runs a night with a fault, from the start or from the second unit on, and sees that it leaves nothing behind. */
async function night(agent: Agent, fault: AgentFault, from: 'start' | 'later', check: (night: Night) => Promise<void> | void): Promise<void> {
  using program = new Program();
  let begin = (): void | Promise<void> => undefined;
  const fake = await backends[agent]!(async (request) => {
    // by then the agent of that unit is running
    if (from === 'later' && unitOf(request) === first) await begin();
    return judges(request);
  });
  // the silent one takes ten seconds for each unit
  using folder = projectOf(fake, manyTables(fault.category === 'timeout' ? 2 : tables, 2, ', amount real'));
  expect((await folder.ingest('--apply', '--derive-only')).exitCode).toBe(0);
  const own = { ...folder.environment };
  const temporary = join(program.root, 'tmp');
  mkdirSync(temporary);
  Object.assign(folder.environment, { TMPDIR: temporary, XDG_CACHE_HOME: join(program.root, 'cache'), npm_config_cache: join(program.root, 'npm'), npm_config_fetch_retries: '0' });
  const scene: Scene = { program, agent, folder, after: [] };
  if (needsInstall(fault)) {
    program.install(agent);
    program.replace(agent, asItIs);
  }
  let begun: Promise<void> | undefined;
  begin = () => (begun ??= Promise.resolve(makes[fault.name]!(scene)));
  if (from === 'start') await begin();
  const before = folder.context();
  const { code, out, err } = await startAt(program.cli, folder, 'ingest', '--json', '--apply', '--out', 'out', '--concurrency', '1').ended;
  await Promise.all(scene.after.map((close) => close()));
  if (out === '') throw new Error(err);
  const report = JSON.parse(out) as Report;
  expect([code, fake.api.violations]).toEqual([report.exitCode, []]);
  // npm under a newer Node keeps its code there
  expect(readdirSync(temporary).filter((name) => name !== 'node-compile-cache')).toEqual([]);
  for (let tries = 0; tries < 30 && left(program.root).length > 0; tries += 1) await wait(50);
  expect(left(program.root)).toEqual([]);
  Object.assign(folder, { environment: own });
  await check({ report, fake, folder, before });
  await fake.close();
}

/** Processes that know of a folder. */
const left = (folder: string): string[] => (process.platform === 'linux' ? descendants(0).filter(({ argv, environment }) => `${argv.join(' ')} ${environment}`.includes(folder)).map(({ argv }) => argv.join(' ')) : []);

const unitIn = (report: Report, id: string): UnitReport => report.units.find((unit) => unit.id === id)!;
const errorsOf = (report: Report): Finding[] => report.findings.filter((finding) => finding.severity === 'error');

/** The finding of the first unit that met a fault, and the state of all that come from it on. */
function expectMet(fault: AgentFault, report: Report, from: number): void {
  const met = report.units.slice(from);
  const failed = fault.others === 'judged' ? met : met.slice(0, 1);
  expect(met.map(({ status, stopReason, tries }) => [status, stopReason, tries])).toEqual(met.map((unit) => [failed.includes(unit) ? fault.unit : 'deferred', 'error', 0]));
  expect(report.findings.filter(({ code }) => code === 'unit-failed')).toEqual([expect.objectContaining({
    severity: fault.others === 'wait' ? 'error' : 'warning', evidence: failed.map(({ id }) => id), message: expect.stringContaining(` failed: ${fault.category}: `), fix: expect.stringMatching(fixes[fault.category]!),
  })]);
  expect(report.findings.find(({ code }) => code === 'unit-failed')?.message).toMatch(says[fault.name]!);
  if (failed.length < met.length) expect(errorsOf(report)[0]?.message).toMatch(new RegExp(`; ${met.length - 1} other units? did not start$`));
}

/** A night without the fault judges what is left. */
async function expectMended({ fake, folder }: Night, waiting: readonly string[]): Promise<void> {
  const asked = fake.api.requests.length;
  const report = await folder.ingest('--apply');
  expect([report.exitCode, askedIn(fake.api.requests.slice(asked))]).toEqual([0, [...waiting].sort()]);
  expect(report.units.every(({ tries }) => tries === 0)).toBe(true);
  for (const id of waiting) expect(folder.read(`semantic-layer/warehouse/${sourceOf(id)}.yaml`)).toContain('name: total');
}

const named = (['codex', 'claude-code'] as const).filter((agent) => installed(agent));

describe.each(named)('%s', (agent) => {
  const ours = agentFaults.filter(({ agents }) => agents.includes(agent));
  const those = (which: (fault: AgentFault) => boolean): [string, AgentFault][] => ours.filter(which).map((fault) => [`${fault.name} (${fault.does})`, fault]);

  test.each(those(({ meets }) => meets === 'probe'))('%s: nobody is asked, and nothing is written but the report', async (_, fault) => {
    await night(agent, fault, 'start', ({ report, fake, folder, before }) => {
      expect([report.exitCode, report.status, report.probe[0]?.category]).toEqual([fault.exit.start, 'failed', fault.category]);
      const errors = errorsOf(report);
      expect(errors).toEqual([expect.objectContaining({ code: fault.category, file: 'ktx.yaml', message: expect.stringMatching(new RegExp(`^${agent} cannot ask `)), fix: expect.stringMatching(fixes[fault.category]!) })]);
      expect(errors[0]?.message).toMatch(says[fault.name]!);
      expect(folder.read('ktx.yaml').split('\n')[(errors[0]?.line ?? 0) - 1]).toContain(`backend: ${agent}`);
      expect([fake.api.requests, report.units, folder.read('out/context.patch'), readdirSync(join(folder.root, 'out', 'units'))]).toEqual([[], [], '', []]);
      expect(folder.context()).toEqual(before);
    });
  });

  test.each(those(({ meets }) => meets === 'unit'))('%s: the probe does not meet it, every unit would', async (_, fault) => {
    await night(agent, fault, 'start', ({ report, fake, folder, before }) => {
      expect([report.exitCode, report.probe[0]?.category]).toEqual([fault.exit.start, 'ok']);
      expectMet(fault, report, 0);
      // the last one after its first call was lost
      expect(judging(fake.api).map((request) => turnOf(request))).toEqual(fault.unit === 'deferred' ? [0, 1] : []);
      if (fault.unit === 'deferred') expect(folder.read('semantic-layer/warehouse/thing0.yaml')).toContain('name: early');
      else expect({ ...folder.context(), 'ktx.lock': undefined }).toEqual({ ...before, 'ktx.lock': undefined });
    });
  });

  test.each(those(({ exit }) => exit.later !== null))('%s, from the second unit on: what was judged is kept, what is left is judged the next night', async (_, fault) => {
    await night(agent, fault, 'later', async (one) => {
      const { report, fake, folder } = one;
      expect([report.exitCode, report.status, unitIn(report, first).status]).toEqual([fault.exit.later, 'incomplete', 'written']);
      expect(folder.read('semantic-layer/warehouse/thing0.yaml')).toContain('name: total');
      expectMet(fault, report, 1);
      expect(askedIn(fake.api.requests)).toEqual(fault.unit === 'deferred' ? [first, second] : [first]);
      await expectMended(one, report.units.slice(1).map(({ id }) => id));
    });
  });
});
