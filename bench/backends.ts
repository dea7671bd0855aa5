import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { say, status, text, toolUse, type Brain, type ReceivedRequest } from '../test/fakes/messages-api.js';
import { descendants } from '../test/llm/processes.js';
import type { ProjectFolder } from '../test/project-folder.js';
import { backends, projectOf, type Prepared } from '../test/run/backend-projects.js';
import { turnOf, unitOf } from '../test/run/judged-project.js';
import type { Report } from '../src/report.js';

/**
 * node bench/bench.mjs backends [cli] [name...]: each backend side by side, as Markdown tables. First what it costs by itself: time until
 * the first request of a unit, peak memory of all its processes, bytes a unit. Then 16 units at concurrency 16 against a
 * provider that lets four requests a second through, by the clock of the fake. Last, how long a run takes to end that is stopped.
 */

const [cli = 'dist/cli.js', ...only] = process.argv.slice(2);
const names = ['anthropic', 'gateway', 'vertex', 'openai-compatible', 'claude-code', 'codex'].filter((name) => name in backends && (only.length === 0 || only.includes(name)));
const latencyMs = 200;
const units = 16;
const finish = toolUse('finish', {});

/** Looks, proposes, finishes: three requests a unit. */
const threeTurns: Brain = (request) => {
  const unit = unitOf(request);
  if (unit === undefined) return say(text('OK'));
  const source = unit.split('.').at(-1) ?? '';
  switch (turnOf(request)) {
    case 0: return say(toolUse('read_context', { name: source }));
    case 1: return say(toolUse('propose_edits', { edits: [{ kind: 'measure', source, name: 'total', expr: 'sum(amount)', text: 'Euros of all rows, whatever their state.' }] }));
    default: return say(finish);
  }
};

const sql = Array.from({ length: units }, (_, n) => `create table thing${n} (id integer primary key, amount real, kind text); insert into thing${n} values (1, 5, 'a'), (2, 7, 'b');`).join('\n');

interface Run {
  readonly report: Report;
  readonly seconds: number;
  /** Of all processes together; 0: not sampled. */
  readonly megabytes: number;
  readonly startedAt: number;
}

function projectFor(prepared: Prepared): ProjectFolder {
  const folder = projectOf(prepared);
  folder.write('ktx-ci.yaml', 'budget:\n  usd: 100\n');
  rmSync(join(folder.root, 'shop.sqlite'), { force: true });
  folder.sql(sql);
  return folder;
}

/** `sampled`: memory is looked at, which takes so much of a core that the fakes, which are in this process, answer late. */
async function ingest(folder: ProjectFolder, concurrency: number, sampled: boolean): Promise<Run> {
  const startedAt = Date.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(process.cwd(), cli), 'ingest', '--json', '--quiet', '--out', 'out', '--concurrency', String(concurrency)], {
    cwd: folder.root, env: { PATH: process.env['PATH'], HOME: folder.root, XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'], ...folder.environment }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString(); });
  let peak = 0;
  const sampler = sampled ? setInterval(() => { peak = Math.max(peak, residentOf(child.pid ?? 0)); }, 50) : undefined;
  const code = await new Promise<number | null>((resolve) => { child.on('close', resolve); });
  clearInterval(sampler);
  if (code !== 0) throw new Error(`exit ${code}: ${err.slice(-2000)}${out.slice(0, 1000)}`);
  return { report: JSON.parse(out) as Report, seconds: (Date.now() - startedAt) / 1000, megabytes: peak, startedAt };
}

/** Seconds from SIGTERM in the middle of four units, whose model is silent, until the run is over with all that it started. */
async function stopped(): Promise<void> {
  console.log('\nSIGTERM while four units wait for their model\n');
  console.log('| Backend | Processes before | Run over after | Processes left | Folders left |');
  console.log('|---|---|---|---|---|');
  for (const name of names) {
    const prepared = await backends[name]!((request) => (unitOf(request) === undefined ? say(text('OK')) : { fault: 'silence' }));
    using folder = projectFor(prepared);
    const temporary = join(folder.root, 'tmp');
    mkdirSync(temporary);
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(process.cwd(), cli), 'ingest', '--quiet', '--out', 'out', '--concurrency', '4'], {
      cwd: folder.root, env: { PATH: process.env['PATH'], HOME: folder.root, XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'], ...folder.environment, TMPDIR: temporary }, stdio: 'ignore',
    });
    const over = new Promise((resolve) => { child.on('close', resolve); });
    while (judging(prepared.api.requests).length === 0) await wait(10);
    await wait(1500);
    const before = descendants(child.pid ?? 0).map(({ pid }) => pid);
    const began = performance.now();
    child.kill('SIGTERM');
    await over;
    const seconds = (performance.now() - began) / 1000;
    const alive = new Set(descendants(1).map(({ pid }) => pid));
    await prepared.close();
    console.log(`| ${name} | ${before.length + 1} | ${seconds.toFixed(2)} s | ${before.filter((pid) => alive.has(pid)).length} | ${readdirSync(temporary).length} |`);
  }
}

/** MB of a process and all below it, as each shares with nobody (Pss), where the kernel says it. */
function residentOf(pid: number): number {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const parent = Number(/\) \S (\d+) /.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]);
      parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
    } catch {
      // It has ended meanwhile.
    }
  }
  const all = (of: number): number[] => [of, ...(parents.get(of) ?? []).flatMap(all)];
  return all(pid).reduce((sum, one) => {
    try {
      return sum + Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return sum;
    }
  }, 0);
}

const judging = (requests: readonly ReceivedRequest[]): ReceivedRequest[] => requests.filter((request) => unitOf(request) !== undefined);

async function alone(): Promise<void> {
  console.log(`${units} units, three turns each, ${latencyMs} ms a request, concurrency 4; memory is Pss of all processes together\n`);
  console.log('| Backend | Until the first request | Until the first of a unit | Whole run | Peak memory | Requests | Bytes a unit | Bytes a request |');
  console.log('|---|---|---|---|---|---|---|---|');
  for (const name of names) {
    const prepared = await backends[name]!(threeTurns, latencyMs);
    using folder = projectFor(prepared);
    const run = await ingest(folder, 4, true);
    await prepared.close();
    const { requests, violations } = prepared.api;
    if (violations.length > 0 || run.report.units.filter((unit) => unit.status === 'written').length !== units) throw new Error(`${name}: ${violations.slice(0, 3).join('; ')} ${run.report.headline}`);
    const own = judging(requests);
    const bytes = own.reduce((sum, request) => sum + Buffer.byteLength(request.raw), 0);
    const until = (request: ReceivedRequest | undefined): string => `${(((request?.at ?? 0) - run.startedAt) / 1000).toFixed(2)} s`;
    console.log(`| ${name} | ${until(requests[0])} | ${until(own[0])} | ${run.seconds.toFixed(1)} s | ${run.megabytes.toFixed(0)} MB | ${requests.length} | ${(bytes / units / 1000).toFixed(1)} kB | ${(bytes / own.length / 1000).toFixed(1)} kB |`);
  }
}

/** Requests a second that the provider lets through, and how many at once after a rest. */
const perSecond = 4;

interface Gate {
  readonly brain: Brain;
  readonly refused: () => number;
  /** Requests that came while the provider had asked to wait, and had said so a while before. */
  readonly inPauses: () => number;
}

/** A bucket of tokens: what is refused says how long to wait, in whole seconds as providers do. */
function gate(inner: Brain): Gate {
  let tokens: number = perSecond;
  let last = Date.now();
  let [refused, inPauses, pausedFrom, pausedUntil] = [0, 0, 0, 0];
  // until the first refusal is there nobody knows of it
  const onTheWayMs = latencyMs + 100;
  return {
    refused: () => refused, inPauses: () => inPauses,
    brain(request, n) {
      const now = Date.now();
      tokens = Math.min(perSecond, tokens + ((now - last) / 1000) * perSecond);
      last = now;
      if (now > pausedFrom + onTheWayMs && now < pausedUntil - 5) inPauses += 1;
      if (tokens >= 1) {
        tokens -= 1;
        return inner(request, n);
      }
      refused += 1;
      if (now >= pausedUntil) pausedFrom = now;
      pausedUntil = Math.max(pausedUntil, now + 1000);
      return status(429, 'rate_limit_error', 'This request would exceed your rate limit.', { 'retry-after': '1' });
    },
  };
}

async function paced(): Promise<void> {
  console.log(`\n${units} units, three turns each, concurrency ${units}, a provider that lets ${perSecond} requests a second through (bucket of ${perSecond}, \`retry-after: 1\`)\n`);
  console.log('| Backend | Requests let through | Ideal | Took | Over the ideal | Refused | In a pause |');
  console.log('|---|---|---|---|---|---|---|');
  for (const name of names) {
    const limited = gate(threeTurns);
    const prepared = await backends[name]!(limited.brain, latencyMs);
    using folder = projectFor(prepared);
    folder.write('ktx.yaml', folder.read('ktx.yaml').replace(/ {2}rateLimit:[\s\S]*$/, '  rateLimit: {throttleThreshold: 0.8}\n'));
    await ingest(folder, units, false);
    await prepared.close();
    const requests = judging(prepared.api.requests);
    const passed = requests.filter((request) => request.usage !== null);
    const took = (Math.max(...passed.map(({ at }) => at)) - Math.min(...requests.map(({ at }) => at))) / 1000;
    // the bucket is full at the beginning
    const ideal = (passed.length - perSecond) / perSecond;
    console.log(`| ${name} | ${passed.length} | ${ideal.toFixed(1)} s | ${took.toFixed(1)} s | ${(100 * (took / ideal - 1)).toFixed(0)} % | ${limited.refused()} | ${limited.inPauses()} |`);
  }
}

await alone();
await paced();
await stopped();
