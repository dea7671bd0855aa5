// npm test: install the agent binaries and database servers if they are missing, compile, then run the tests under this Node (24, see bin/with-node24.mjs), without a network where the machine allows it and with a temporary folder of their own, in which nothing may be left. Extra arguments go to jest.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endAll, leftBehind } from './left-behind.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

function run(args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
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

/** The base of the tests of containers, made beside tests that have no network. The rest is nothing that another test needs. */
function debian() {
  const folder = mkdtempSync(join(tmpdir(), 'ktx-ci-debian-'));
  const child = spawn(process.execPath, [join(root, 'lib', 'test', 'fakes', 'debian.js'), folder], { stdio: 'ignore', detached: true });
  return {
    folder,
    remove() {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // it has ended
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A folder of memory, where this machine has one with room enough, in which programs run: to write a small file takes a tenth of the time there. */
function memory() {
  const folder = '/dev/shm';
  if (process.platform !== 'linux' || process.env.TMPDIR || !existsSync(folder)) return null;
  const { bavail, bsize } = statfsSync(folder);
  if (Math.min(bavail * bsize, freemem()) < 8 * 2 ** 30) return null;
  let probe;
  try {
    probe = mkdtempSync(join(folder, 'ktx-'));
    writeFileSync(join(probe, 'runs'), '#!/bin/sh\n', { mode: 0o755 });
    return spawnSync(join(probe, 'runs')).status === 0 ? folder : null;
  } catch {
    return null;
  } finally {
    if (probe) rmSync(probe, { recursive: true });
  }
}

/** Short, because paths of sockets may not be long; servers of other users are in it too. */
function temporaryFolder() {
  const folder = realpathSync(mkdtempSync(join(memory() ?? tmpdir(), 'ktx-')));
  chmodSync(folder, 0o755);
  return folder;
}

install('agents', 'the agent binaries (850 MB)');
install('engines', 'the database servers (60 MB)');
run([join(modules, 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']);
const given = process.argv.slice(2);
const before = offline();
const all = !given.some((argument) => !argument.startsWith('-'));
const { whyNot } = await import('../lib/test/fakes/containers.js');
const base = before.length > 0 && whyNot() === undefined && (all || given.some((argument) => argument.includes('container'))) ? debian() : null;
if (base) process.env.KTX_CI_TEST_DEBIAN = base.folder;
const temporary = temporaryFolder();
const [file, ...rest] = [...before, process.execPath, '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(modules, 'jest', 'bin', 'jest.js'), ...given];
const env = { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary };
const jest = spawn(file, rest, { cwd: root, stdio: 'inherit', env });
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopped = true;
    jest.kill(signal);
  });
}
jest.on('exit', async (code, signal) => {
  base?.remove();
  if (stopped || signal) await endAll(temporary);
  const left = stopped || signal ? [] : await leftBehind(temporary);
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  if (left.length > 0) process.stderr.write(`the tests left behind:\n${left.map((line) => `  ${line}\n`).join('')}`);
  process.exit(stopped || signal || left.length > 0 ? 1 : code ?? 1);
});
