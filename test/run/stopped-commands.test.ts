import { describe, expect, test } from '@jest/globals';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { installed } from '../llm/agent-binaries.js';
import { descendants, type Process } from '../llm/processes.js';
import type { ProjectFolder } from '../project-folder.js';
import { backends, projectOf, type Prepared } from './backend-projects.js';
import { start, until, type Running } from './process.js';

/** Commands that have nothing to save end at once where they are stopped, and leave nothing. */

const longestEnd = 3_000;
const stops = [['SIGTERM', 143], ['SIGINT', 130]] as const;

/** A project with a temporary folder of its own. */
function own(prepared: Prepared): { readonly folder: ProjectFolder; readonly temporary: string } {
  const folder = projectOf(prepared);
  const temporary = join(folder.root, 'tmp');
  mkdirSync(temporary);
  folder.environment['TMPDIR'] = temporary;
  return { folder, temporary };
}

const silent = (name: string): Promise<Prepared> => backends[name]!(() => ({ fault: 'silence' }));

/** Children that still run, once the kernel had its moment for those that were killed. */
async function alive(children: readonly Process[], milliseconds = 500): Promise<string[]> {
  const there = (): string[] => {
    const pids = new Set(descendants(1).map(({ pid }) => pid));
    return children.filter(({ pid }) => pids.has(pid)).map(({ argv }) => argv.join(' '));
  };
  for (let waited = 0; waited < milliseconds && there().length > 0; waited += 50) await wait(50);
  return there();
}

async function stop(running: Running, temporary: string, [signal, exitCode]: (typeof stops)[number]): Promise<void> {
  const children = descendants(running.child.pid ?? 0);
  const began = performance.now();
  running.child.kill(signal);
  const { code, err } = await running.ended;
  expect([code, err]).toEqual([exitCode, expect.not.stringMatching(/\n {4}at /)]);
  expect(performance.now() - began).toBeLessThan(longestEnd);
  expect([await alive(children), readdirSync(temporary)]).toEqual([[], []]);
}

describe('status, while a model is silent', () => {
  const cases = (['claude-code', 'codex'] as const).filter(installed).flatMap((name) => stops.map((how) => [name, how] as const));
  test.each(cases)('%s, %j', async (name, how) => {
    const prepared = await silent(name);
    const { folder, temporary } = own(prepared);
    using _ = folder;
    const running = start(folder, 'status');
    await until(running, () => prepared.api.requests.length > 0);
    await stop(running, temporary, how);
    await prepared.close();
  });

  test.each((['claude-code', 'codex'] as const).filter(installed))('%s, at any moment of its start', async (name) => {
    const prepared = await silent(name);
    for (const milliseconds of [150, 300, 450, 600, 800, 1000]) {
      const { folder, temporary } = own(prepared);
      using _ = folder;
      const running = start(folder, 'status');
      await wait(milliseconds);
      const children = descendants(running.child.pid ?? 0);
      running.child.kill('SIGTERM');
      const { code, signal } = await running.ended;
      // before it listens there is nothing to leave
      expect([[143, null], [null, 'SIGTERM']]).toContainEqual([code, signal]);
      expect([await alive(children), readdirSync(temporary)]).toEqual([[], []]);
    }
    await prepared.close();
  });

  test.each((['claude-code', 'codex'] as const).filter(installed))('%s, killed: the next start removes what it left', async (name) => {
    const prepared = await silent(name);
    const { folder, temporary } = own(prepared);
    using _ = folder;
    const killed = start(folder, 'status');
    await until(killed, () => prepared.api.requests.length > 0);
    const children = descendants(killed.child.pid ?? 0);
    killed.child.kill('SIGKILL');
    await killed.ended;
    // without anybody to end it, the agent ends with its pipes
    expect(await alive(children, 5_000)).toEqual([]);
    expect(readdirSync(temporary)).not.toEqual([]);
    const asked = prepared.api.requests.length;
    const next = start(folder, 'status');
    await until(next, () => prepared.api.requests.length > asked);
    expect(readdirSync(temporary).filter((one) => one.startsWith(`ktx-ci-agent-${killed.child.pid ?? 0}-`))).toEqual([]);
    await stop(next, temporary, stops[0]);
    await prepared.close();
  });
});

test.each(stops)('self-test, %s', async (...how) => {
  const prepared = await silent('anthropic');
  const { folder, temporary } = own(prepared);
  using _ = folder;
  const running = start(folder, 'self-test');
  await until(running, () => readdirSync(temporary).length > 0);
  await stop(running, temporary, how);
  await prepared.close();
});

test.each(stops)('check, %s', async (signal, _code) => {
  const prepared = await silent('anthropic');
  const { folder, temporary } = own(prepared);
  using _ = folder;
  const running = start(folder, 'check');
  await wait(100);
  const began = performance.now();
  running.child.kill(signal);
  await running.ended;
  expect(performance.now() - began).toBeLessThan(longestEnd);
  expect(readdirSync(temporary)).toEqual([]);
  await prepared.close();
});
