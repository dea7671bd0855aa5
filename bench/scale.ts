import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolder, temporaryFolder } from '../test/temporary-folder.js';
import { measure } from './measure.js';
import { writeDbtProject, writeWarehouse } from './project.js';

/** First and unchanged runs at several sizes: node bench/bench.mjs scale [cli]. Prints a Markdown table. */

const cli = process.argv[2] ?? 'dist/cli.js';
const root = temporaryFolder('scale');

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
  readonly status: string;
}

async function run(...args: string[]): Promise<Run> {
  const { seconds, megabytes, code, stderr } = await measure(cli, args);
  const written = join(root, 'out', 'report.json');
  const status = existsSync(written) ? (JSON.parse(readFileSync(written, 'utf8')) as { status: string }).status : `exit ${code}: ${stderr.slice(0, 300)}`;
  return { seconds, megabytes, status };
}

console.log('| Case | First run | Unchanged run | Peak RSS first | Peak RSS unchanged | ktx.lock |');
console.log('|---|---|---|---|---|---|');
const sizes = (process.argv[3] ?? '100,1000,5000').split(',').map(Number);
for (const models of sizes) {
  writeDbtProject(root, models);
  await report(`${models.toLocaleString('en-US')} dbt models, matching warehouse`);
}
writeWarehouse(root, 500);
await report('500 tables × 20 columns');
removeFolder(root);

async function report(name: string): Promise<void> {
  rmSync(join(root, 'out'), { recursive: true, force: true });
  const first = await run('ingest', '--project-dir', root, '--apply', '--quiet', '--out', join(root, 'out'));
  rmSync(join(root, 'out'), { recursive: true, force: true });
  const again = await run('ingest', '--project-dir', root, '--quiet', '--out', join(root, 'out'));
  const kilobytes = Math.round(statSync(join(root, 'ktx.lock'), { throwIfNoEntry: false })?.size ?? 0) / 1024;
  console.log(`| ${name} | ${first.seconds.toFixed(2)} s (${first.status}) | ${again.seconds.toFixed(2)} s (${again.status}) | ${first.megabytes.toFixed(0)} MB | ${again.megabytes.toFixed(0)} MB | ${kilobytes.toFixed(0)} KB |`);
}
