// npm test: install the agent binaries and database servers if they are missing, compile, then run the tests under this Node (24, see bin/with-node24.mjs), without a network where the machine allows it. Extra arguments go to jest.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

function run(args, before = []) {
  const [file, ...rest] = [...before, process.execPath, ...args];
  const { status } = spawnSync(file, rest, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** What tests use and no bundle holds, once, as its lock file has it. Where it cannot be had, tests that need it say so and skip. */
function install(tool, what) {
  const folder = join(root, 'tools', tool);
  const installed = join(folder, 'node_modules', '.package-lock.json');
  const versions = (file) => Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages).flatMap(([path, { version, optional }]) => (path === '' || optional ? [] : [`${path} ${version}`])).sort().join('\n');
  if (existsSync(installed) && versions(installed) === versions(join(folder, 'package-lock.json'))) return;
  process.stderr.write(`installing ${what} for the tests, once\n`);
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) process.stderr.write('they could not be installed; tests that need them skip\n');
}

/** What starts a program where there is no network but the loopback address: a namespace of its own, where the kernel lets this user make one. */
function offline() {
  const up = 'ip link set lo up 2>/dev/null || python3 -c "import fcntl,socket,struct; fcntl.ioctl(socket.socket(), 0x8914, struct.pack(\'16sh\', b\'lo\', 9))" 2>/dev/null; exec "$@"';
  const before = ['unshare', '--net', 'sh', '-c', up, 'sh'];
  const reaches = 'const { createServer, connect } = require("net"); const server = createServer((socket) => socket.end()).listen(0, "127.0.0.1", () => connect(server.address().port, "127.0.0.1").once("connect", () => process.exit(0)).once("error", () => process.exit(1)))';
  const { status } = process.platform === 'linux' ? spawnSync(before[0], [...before.slice(1), process.execPath, '-e', reaches], { stdio: 'ignore', timeout: 10_000 }) : { status: 1 };
  process.stderr.write(status === 0 ? 'the tests run without a network\n' : 'this machine allows no namespace without a network; the tests run beside it\n');
  return status === 0 ? before : [];
}

install('agents', 'the agent binaries (850 MB)');
install('engines', 'the database servers (60 MB)');
run([join(modules, 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']);
run(['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(modules, 'jest', 'bin', 'jest.js'), ...process.argv.slice(2)], offline());
