// Finds Node 24 or newer: this one, the one in tools/node24, or one in the user's cache folder; installs it from
// tools/node24's lock file on first use. Plain JavaScript that Node 20 runs.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const toolFolder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'tools', 'node24');

export function isNode24() {
  return Number(process.versions.node.split('.')[0]) >= 24;
}

function binaryIn(folder) {
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) return undefined;
  for (const name of readdirSync(modules).sort()) {
    for (const file of ['bin/node', 'bin/node.exe']) {
      const path = join(modules, name, file);
      if (name.startsWith('node-') && existsSync(path)) return path;
    }
  }
  return undefined;
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return !folder.includes('node_modules');
  } catch {
    return false;
  }
}

/** Where an install may live: beside its lock file in a checkout, in the cache folder where that is read-only or a package. */
function installFolder() {
  if (isWritable(toolFolder)) return toolFolder;
  const lock = createHash('sha256').update(readFileSync(join(toolFolder, 'package-lock.json'))).digest('hex').slice(0, 12);
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(cache, 'ktx-ci', `node24-${lock}`);
}

/** Path of a Node 24 binary. Throws with one sentence where none can be had. */
export function node24() {
  if (isNode24()) return process.execPath;
  const folder = installFolder();
  const present = binaryIn(folder);
  if (present) return present;
  process.stderr.write(`ktx-ci needs Node 24 (this is ${process.versions.node}); installing it once from npm\n`);
  mkdirSync(folder, { recursive: true });
  if (folder !== toolFolder) {
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(toolFolder, file), join(folder, file));
  }
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const installed = npm.status === 0 ? binaryIn(folder) : undefined;
  if (!installed) throw new Error('Node 24 could not be installed through npm; install Node 24 or newer and try again');
  return installed;
}
