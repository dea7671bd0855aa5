import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../src/report.js';
import { fakeKey } from '../test/fakes/messages-api.js';
import { removeFolder, temporaryFolder } from '../test/temporary-folder.js';
import type { Counts, Manner, Order } from './fake-model.js';
import { measure, type Measured } from './measure.js';
import { writeDbtProject } from './project.js';

/**
 * node bench/bench.mjs judged [cli] [profile]: judging against a scripted model that takes 200 ms, as Markdown tables: speed against
 * the bound of latency and a bare client, the project of 40 dbt models, and the part of a request that is always the same. `profile`: writes
 * a CPU profile of 64 units at concurrency 16 there and ends.
 */

const [cli = 'dist/cli.js', profile] = process.argv.slice(2);
const latencySeconds = 0.2;
const root = temporaryFolder('judged');
const project = join(root, 'project');

const fake = fork(fileURLToPath(new URL('fake-model.js', import.meta.url)), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
const told = async <T>(order?: Order): Promise<T> => {
  const answer = once(fake, 'message');
  if (order !== undefined) fake.send(order);
  return (await answer)[0] as T;
};
const { url } = await told<{ readonly url: string }>();

interface Run extends Measured {
  readonly counts: Counts;
  readonly report: Report;
}

/** Writes a project of this many models, and with a document where one more unit is wanted. */
function writeProject(models: number, document: boolean): void {
  writeDbtProject(project, models);
  appendFileSync(join(project, 'ktx.yaml'), `llm:\n  provider:\n    backend: anthropic\n    anthropic: {api_key: "env:BENCH_KEY", base_url: "${url}"}\n  models:\n    default: claude-sonnet-4-6\n`);
  writeFileSync(join(project, 'ktx-ci.yaml'), 'budget:\n  usd: 100\ndocuments:\n  - docs/**/*.md\n');
  if (!document) return;
  mkdirSync(join(project, 'docs'));
  writeFileSync(join(project, 'docs', 'handbook.md'), '# Handbook\n\nAmounts are in euros. They are counted on the day of creation, whatever their state is.\n');
}

async function judgedRun(manner: Manner, concurrency: number, apply: boolean, { nodeOptions = [], more = [] }: { readonly nodeOptions?: readonly string[]; readonly more?: readonly string[] } = {}): Promise<Run> {
  await told({ manner });
  const out = join(root, 'out');
  rmSync(out, { recursive: true, force: true });
  const environment = { BENCH_KEY: fakeKey, KTX_CI_ALLOWED_HOSTS: '127.0.0.1' };
  const run = await measure(cli, ['ingest', '--project-dir', project, '--quiet', '--out', out, '--concurrency', String(concurrency), ...(apply ? ['--apply'] : []), ...more], environment, nodeOptions);
  const counts = await told<Counts>('counts');
  const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Report;
  if (run.code !== 0 || counts.violations.length > 0) throw new Error(`exit ${run.code}: ${counts.violations.join('; ')}${run.stderr.slice(0, 2000)}`);
  return { ...run, counts, report };
}

const kilobytes = (bytes: number): string => (bytes >= 1e6 ? `${(bytes / 1e6).toFixed(2)} MB` : `${(bytes / 1e3).toFixed(1)} kB`);
const count = (value: number): string => Math.round(value).toLocaleString('en-US');

async function speed(): Promise<void> {
  console.log('64 dbt models, 64 units\n');
  console.log('| Requests a unit | Concurrency | Judging | Units a second | Bound of latency | Over the bound | A bare client | Over the bare client | CPU of a unit |');
  console.log('|---|---|---|---|---|---|---|---|---|');
  writeProject(64, false);
  const derived = await judgedRun('one', 1, false, { more: ['--derive-only'] });
  for (const manner of ['one', 'three'] as const) {
    for (const concurrency of [1, 4, 16]) {
      const { counts, cpuSeconds } = await judgedRun(manner, concurrency, false);
      const seconds = counts.milliseconds / 1000;
      const bound = (counts.requests * latencySeconds) / concurrency;
      const bare = await bareClient(counts.requests, Math.round(counts.bytes / counts.requests), concurrency);
      const over = (other: number): string => `${(100 * (seconds / other - 1)).toFixed(1)} %`;
      console.log(`| ${(counts.requests / counts.units).toFixed(0)} | ${concurrency} | ${seconds.toFixed(2)} s | ${(counts.units / seconds).toFixed(1)} | ${bound.toFixed(2)} s | ${over(bound)} | ${bare.toFixed(2)} s | ${over(bare)} | ${((1000 * (cpuSeconds - derived.cpuSeconds)) / counts.units).toFixed(1)} ms |`);
    }
  }
}

/** Seconds that as many requests of the same size take a client that does nothing else, on the same busy or idle machine. */
async function bareClient(requests: number, bytes: number, concurrency: number): Promise<number> {
  const words = '# Unit of a bare client\n'.padEnd(bytes, 'as long as a request that judges. ');
  const body = JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 8000, stream: true, messages: [{ role: 'user', content: [{ type: 'text', text: words }] }] });
  const headers = { 'content-type': 'application/json', 'anthropic-version': '2023-06-01', 'x-api-key': fakeKey };
  let left = requests;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await (await fetch(`${url}/v1/messages`, { method: 'POST', headers, body })).text();
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (performance.now() - started) / 1000;
}

/** ktx 0.12.0 on a project of as many models, measured in the same way: seconds, MB, requests, request bytes. */
const peer = { first1: '48 s, 354 MB, 124, 4.8 MB', first8: '17 s, 355 MB, 124, 4.8 MB', changed: '46 s, 327 MB, 124, 5.0 MB', unchanged: '51 s, 347 MB, 124, 5.1 MB' };

async function forty(): Promise<Counts[]> {
  console.log('\n40 dbt models and a document, 41 units\n');
  console.log('| Case | Requests a unit | Wall | Peak RSS | Requests | Request bytes | Without the fixed part | Billed tokens a unit | ktx 0.12.0 (wall, RSS, requests, bytes) |');
  console.log('|---|---|---|---|---|---|---|---|---|');
  const row = (name: string, { seconds, megabytes, counts }: Run, other: string): void => {
    const tokens = counts.units === 0 ? '–' : `${count((counts.inputTokens + counts.outputTokens) / counts.units)}, ${count(counts.cachedTokens / counts.units)} of them cached`;
    console.log(`| ${name} | ${counts.units === 0 ? '–' : (counts.requests / counts.units).toFixed(0)} | ${seconds.toFixed(1)} s | ${megabytes.toFixed(0)} MB | ${counts.requests} | ${kilobytes(counts.bytes)} | ${kilobytes(counts.bytes - counts.fixedBytes)} | ${tokens} | ${other} |`);
  };
  const all: Counts[] = [];
  for (const manner of ['three', 'one'] as const) {
    writeProject(40, true);
    const one = await judgedRun(manner, 1, false);
    row('first run, concurrency 1', one, peer.first1);
    all.push(one.counts);
    row('first run, concurrency 8', await judgedRun(manner, 8, true), peer.first8);
    row('unchanged', await judgedRun(manner, 8, true), peer.unchanged);
    const manifest = join(project, 'dbt', 'target', 'manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('Model 20 of the benchmark', 'Model 20 of the benchmark (as booked)'));
    row('one model changed', await judgedRun(manner, 8, true), peer.changed);
  }
  return all;
}

function fixedPart(runs: readonly Counts[]): void {
  const [first] = runs;
  if (!first) return;
  console.log('\n| Part of each request | Bytes |\n|---|---|');
  console.log(`| system | ${count(first.systemBytes)} |\n| tools | ${count(first.toolsBytes)} |\n| both | ${count(first.systemBytes + first.toolsBytes)} |`);
  for (const { requests, units, bytes, fixedBytes } of runs) console.log(`| share of the request bytes of 41 units, ${(requests / units).toFixed(0)} request${requests === units ? '' : 's'} each | ${((100 * fixedBytes) / bytes).toFixed(0)} % |`);
}

try {
  if (profile !== undefined) {
    writeProject(64, false);
    await judgedRun('three', 16, false, { nodeOptions: ['--cpu-prof', `--cpu-prof-dir=${profile}`] });
  } else {
    await speed();
    fixedPart(await forty());
  }
} finally {
  fake.send('close');
  await once(fake, 'exit');
  removeFolder(root);
}
