import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isolated, isolatedScript, isolationOf } from '../../src/llm/isolation.js';
import { temporaryFolder } from '../temporary-folder.js';

const isolation = await isolationOf();
if (!isolation.pidNamespace) process.stderr.write(`Tests of the PID namespace are skipped: ${isolation.why ?? ''}.\n`);
const possible = isolation.pidNamespace ? test : test.skip;

test('it says whether there is a namespace, or why not', () => {
  expect(isolation.pidNamespace ? isolation.before.length > 0 : (isolation.why ?? '') !== '').toBe(true);
  expect(isolated({ command: 'a', args: ['b'] }, { before: [] })).toEqual({ command: 'a', args: ['b'] });
});

possible('a command is the first process of its namespace and sees no other', () => {
  const { command, args } = isolated({ command: 'sh', args: ['-c', 'echo $$ $(ls -d /proc/[0-9]* | wc -l)'] }, isolation);
  const [pid, processes] = spawnSync(command, args, { encoding: 'utf8' }).stdout.trim().split(' ').map(Number);
  expect(pid).toBe(1);
  expect(processes).toBeLessThanOrEqual(4);
});

possible('a script stands for an executable and hands on its arguments', () => {
  const folder = temporaryFolder('script');
  const [executable, script] = [join(folder, 'it\'s $HOME'), join(folder, 'script')];
  writeFileSync(executable, '#!/bin/sh\necho $$ "$@"\n');
  writeFileSync(script, isolatedScript(executable, isolation));
  for (const file of [executable, script]) chmodSync(file, 0o755);
  expect(spawnSync(script, ['a b', '$c', '\'']).stdout.toString()).toBe('1 a b $c \'\n');
  rmSync(folder, { recursive: true });
});
