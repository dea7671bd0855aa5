import { spawnSync } from 'node:child_process';

/** node bench/bench.mjs start [cli]: cold start against a bare node, medians of eleven runs in turn. Prints a Markdown table. */

const cli = process.argv[2] ?? 'bin/ktx-ci.mjs';
const cases: [string, string[]][] = [
  ['bare `node -e 0`', ['-e', '0']],
  ['`--version`', [cli, '--version']],
  ['`status --fast`', [cli, 'status', '--fast', '--project-dir', 'examples/shop']],
];
const times = cases.map((): number[] => []);
for (let round = 0; round < 11; round += 1) {
  for (const [i, [, args]] of cases.entries()) {
    const started = performance.now();
    spawnSync(process.execPath, args, { stdio: 'ignore' });
    times[i]?.push(performance.now() - started);
  }
}
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const bare = median(times[0] ?? []);
console.log('| Command | Median | Against bare node |');
console.log('|---|---|---|');
for (const [i, [name]] of cases.entries()) console.log(`| ${name} | ${median(times[i] ?? []).toFixed(0)} ms | ${(median(times[i] ?? []) / bare).toFixed(1)} × |`);
