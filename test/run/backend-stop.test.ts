import { describe, expect, test } from '@jest/globals';
import { mkdirSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { say, type Brain, type ReceivedRequest } from '../fakes/messages-api.js';
import { installed } from '../llm/agent-binaries.js';
import { descendants, listening } from '../llm/processes.js';
import { backends, projectOf } from './backend-projects.js';
import { unitOf } from './judged-project.js';
import { manyTables, start, until } from './process.js';
import { finish, measure, probeAnswer, propose } from './scripted-model.js';

/** What a run leaves that is stopped while a model is silent: what was done, and nothing else. */

const [first, second] = ['table:warehouse/main.thing0', 'table:warehouse/main.thing1'];
/** How long a stopped run may take to come to its end, in milliseconds; bench/ measures it. */
const longestEnd = 15_000;

const silentInSecond: Brain = (request) => {
  const unit = unitOf(request);
  if (unit === undefined) return probeAnswer;
  return unit === second ? { fault: 'silence' } : say(propose(measure(unit.slice(unit.lastIndexOf('.') + 1), 'total', 'sum(amount)')), finish);
};

const reached = (port: number): Promise<boolean> => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1').once('connect', () => {
    socket.destroy();
    resolve(true);
  }).once('error', () => resolve(false));
});

const asked = (requests: readonly ReceivedRequest[], unit: string | undefined): number => requests.filter((request) => unitOf(request) === unit).length;

describe('stopped in the middle of a unit', () => {
  const named = Object.keys(backends).filter((name) => (name !== 'codex' && name !== 'claude-code') || installed(name));
  const cases = named.flatMap((name) => [[name, 'SIGTERM'] as const, ...(['anthropic', 'codex', 'claude-code'].includes(name) ? [[name, 'SIGINT'] as const] : [])]);
  test.each(cases)('%s, %s: nothing is left but what was done, and that is not paid again', async (name, signal) => {
    let brain = silentInSecond;
    const prepared = await backends[name]!((request, n) => brain(request, n));
    using folder = projectOf(prepared, manyTables(3, 2, ', amount real'));
    const temporary = join(folder.root, 'tmp');
    mkdirSync(temporary);
    folder.environment['TMPDIR'] = temporary;
    const running = start(folder, 'ingest', '--apply', '--concurrency', '1', '--out', 'out');
    const { pid = 0 } = running.child;
    await until(running, () => asked(prepared.api.requests, second) > 0);
    const [children, ports] = [descendants(pid), listening(pid)];
    const began = performance.now();
    running.child.kill(signal);
    const { code, err } = await running.ended;
    expect([code, err]).toEqual([signal === 'SIGTERM' ? 143 : 130, expect.not.stringMatching(/\n {4}at /)]);
    expect(performance.now() - began).toBeLessThan(longestEnd);
    expect(await Promise.all(ports.map(reached))).toEqual(ports.map(() => false));
    const alive = (): string[] => {
      const there = new Set(descendants(1).map((one) => one.pid));
      return children.filter((child) => there.has(child.pid)).map(({ argv }) => argv.join(' '));
    };
    // The kernel takes a moment for processes that are killed.
    for (let turn = 0; turn < 10 && alive().length > 0; turn += 1) await wait(50);
    expect([alive(), readdirSync(temporary)]).toEqual([[], []]);
    expect(folder.read('semantic-layer/warehouse/thing0.yaml')).toContain('name: total');

    brain = (request, n) => (unitOf(request) === second ? say(finish) : silentInSecond(request, n));
    const paid = asked(prepared.api.requests, first);
    const report = await folder.ingest('--apply');
    await prepared.close();
    expect([report.status, asked(prepared.api.requests, first)]).toEqual(['complete', paid]);
  });
});
