// npm test: install the agent binaries if they are missing, compile, then run the tests under this Node (24, see bin/with-node24.mjs). Extra arguments go to jest.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

function run(args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** The agent binaries, once, as their lock file has them. Where they cannot be had, tests that need them say so and skip. */
function agents() {
  const folder = join(root, 'tools', 'agents');
  const installed = join(folder, 'node_modules', '.package-lock.json');
  const versions = (file) => Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages).flatMap(([path, { version, optional }]) => (path === '' || optional ? [] : [`${path} ${version}`])).sort().join('\n');
  if (existsSync(installed) && versions(installed) === versions(join(folder, 'package-lock.json'))) return;
  process.stderr.write('installing the agent binaries for the tests, once (850 MB)\n');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) process.stderr.write('they could not be installed; tests that need them skip\n');
}

agents();
run([join(modules, 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']);
run(['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(modules, 'jest', 'bin', 'jest.js'), ...process.argv.slice(2)]);
