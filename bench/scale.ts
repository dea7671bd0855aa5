import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDbtProject, writeWarehouse } from './project.js';

/** First and unchanged runs at several sizes: node bench/bench.mjs scale [cli]. Prints a Markdown table. */

const cli = process.argv[2] ?? 'dist/cli.js';
const root = join(tmpdir(), `ktx-ci-bench-${process.pid}`);

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
  readonly status: string;
}

function run(...args: string[]): Run {
  // the child reports its own peak: /usr/bin/time is not everywhere
  const probe = `process.on('exit',()=>process.stderr.write('\\nPEAK '+process.resourceUsage().maxRSS));process.argv=[process.argv[0],${JSON.stringify(cli)},...${JSON.stringify(args)}];await import(${JSON.stringify(new URL(cli, `file://${process.cwd()}/`).href)})`;
  const started = performance.now();
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', probe], { encoding: 'utf8', maxBuffer: 1 << 30 });
  const seconds = (performance.now() - started) / 1000;
  const written = join(root, 'out', 'report.json');
  const status = existsSync(written) ? (JSON.parse(readFileSync(written, 'utf8')) as { status: string }).status : `exit ${child.status}: ${child.stderr.slice(0, 300)}`;
  return { seconds, megabytes: Number(/PEAK (\d+)/.exec(child.stderr)?.[1] ?? 0) / 1024, status };
}

console.log('| Case | First run | Unchanged run | Peak RSS first | Peak RSS unchanged | ktx.lock |');
console.log('|---|---|---|---|---|---|');
const sizes = (process.argv[3] ?? '100,1000,5000').split(',').map(Number);
for (const models of sizes) {
  writeDbtProject(root, models);
  report(`${models.toLocaleString('en-US')} dbt models, matching warehouse`);
}
writeWarehouse(root, 500);
report('500 tables × 20 columns');
rmSync(root, { recursive: true, force: true });

function report(name: string): void {
  rmSync(join(root, 'out'), { recursive: true, force: true });
  const first = run('ingest', '--project-dir', root, '--apply', '--quiet', '--out', join(root, 'out'));
  rmSync(join(root, 'out'), { recursive: true, force: true });
  const again = run('ingest', '--project-dir', root, '--quiet', '--out', join(root, 'out'));
  const kilobytes = Math.round(statSync(join(root, 'ktx.lock'), { throwIfNoEntry: false })?.size ?? 0) / 1024;
  console.log(`| ${name} | ${first.seconds.toFixed(2)} s (${first.status}) | ${again.seconds.toFixed(2)} s (${again.status}) | ${first.megabytes.toFixed(0)} MB | ${again.megabytes.toFixed(0)} MB | ${kilobytes.toFixed(0)} KB |`);
}
