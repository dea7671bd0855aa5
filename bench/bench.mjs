// node bench/bench.mjs [start|scale|check|nights|judged|backends|verify|eval|shop-judged]: builds lib/ if it is missing and prints tables; see docs/benchmarks.md.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { node24 } from '../bin/node24.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
if (!existsSync(join(root, 'lib', 'bench'))) spawnSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', root], { stdio: 'inherit' });
const [only, ...rest] = process.argv.slice(2);
for (const name of only ? [only] : ['start', 'scale', 'check', 'nights', 'judged', 'backends', 'verify', 'eval']) {
  process.stdout.write(`\n### ${name}\n\n`);
  const { status } = spawnSync(node24(), [join(root, 'lib', 'bench', `${name}.js`), ...rest], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}
