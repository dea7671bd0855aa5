#!/usr/bin/env node
// The command that npm installs. Under Node 24 or newer it is dist/cli.js, in this process; under an older one it starts
// itself again under Node 24, which bin/node24.mjs finds or installs.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNode24, node24 } from './node24.mjs';


/** Keeps compiled code in the user's cache folder; where that is not writable, nothing is lost but milliseconds. */
function enableCompileCache() {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return;
  try {
    const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ktx-ci', 'compiled');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    module.enableCompileCache(folder);
  } catch {
    // read-only home, no home: it starts without
  }
}

/** Runs the same command line under Node 24 and ends as it ends. */
function hand(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`ktx-ci: Node 24 could not be started: ${error.message}\n`);
    process.exit(2);
  });
  child.on('exit', (code, signal) => {
    for (const one of signals) process.removeAllListeners(one);
    if (signal) process.kill(process.pid, signal);
    else process.exit(code ?? 1);
  });
}

/** The first process of a container gets no signal that it does not ask for: without this, stopping would take a kill. */
function endOnSignals() {
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) {
    process.on(signal, () => {
      // A command that listens itself ends in its own order.
      if (process.listenerCount(signal) === 1) process.exit(code);
    });
  }
}

if (isNode24()) {
  if (process.pid === 1) endOnSignals();
  enableCompileCache();
  await import('../dist/cli.js');
} else if (process.argv[2] === '--version' || process.argv[2] === '-V') {
  // Not worth installing Node 24 for.
  process.stdout.write(`${JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version}\n`);
} else {
  try {
    hand(node24());
  } catch (error) {
    process.stderr.write(`ktx-ci: ${error.message}\n`);
    process.exit(2);
  }
}
