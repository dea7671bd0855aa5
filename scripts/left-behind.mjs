// What tests have left behind: files in their temporary folder, and processes that know of it.
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** npm keeps compiled code there, whoever calls it. */
const kept = ['node-compile-cache'];

/** How long a process that was asked to end may take, in milliseconds. */
const longestEnd = 5_000;

/** A line for each; after a while for those that are about to go. Processes are ended. */
export async function leftBehind(folder) {
  const until = Date.now() + longestEnd;
  while (processesOf(folder).length > 0 && Date.now() < until) await wait(100);
  const processes = processesOf(folder);
  await endAll(folder);
  const names = readdirSync(folder).filter((name) => !kept.includes(name)).sort();
  return [...names, ...processes.map(({ pid, command }) => `process ${pid}: ${command.slice(0, 200)}`)];
}

/** Ends the processes, also those that one of them was about to start: asked for a second, since a database server has memory to give back, then killed. */
export async function endAll(folder) {
  for (let processes = processesOf(folder), tries = 0; processes.length > 0 && tries < 60; processes = processesOf(folder), tries += 1) {
    for (const { pid } of processes) end(pid, tries < 20 ? 'SIGTERM' : 'SIGKILL');
    await wait(50);
  }
}

function end(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // it has ended
  }
}

/** Living processes that have the folder in their arguments or environment, or work in it; elsewhere than on Linux none. */
function processesOf(folder) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid).flatMap((name) => {
    const of = (part) => readFileSync(`/proc/${name}/${part}`, 'latin1');
    try {
      if (/^State:\s+[ZX]/m.test(of('status'))) return [];
      const command = of('cmdline').split('\0').join(' ').trim();
      return [command, of('environ'), readlinkSync(`/proc/${name}/cwd`)].some((text) => text.includes(folder)) ? [{ pid: Number(name), command }] : [];
    } catch {
      // it has ended, or is somebody else's
      return [];
    }
  });
}
