import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codes, ProjectFolder } from '../project-folder.js';

const cli = join(import.meta.dirname, '..', '..', 'src', 'cli.js');
const tables = 150;

function warehouse(): ProjectFolder {
  const folder = new ProjectFolder({ 'ktx.yaml': 'connections:\n  w:\n    driver: sqlite\n    path: shop.sqlite\n' });
  const names = Array.from({ length: tables }, (_, i) => `create table t${i} (id integer primary key, t${Math.floor(i / 2)}_id integer, note text); insert into t${i} values (1, 1, 'a'), (2, 1, 'b');`);
  folder.sql(`begin; ${names.join(' ')} commit`);
  return folder;
}

/** Starts a run and kills it once it has finished so many units; gives the number that it had. */
function killedAfter(folder: ProjectFolder, units: number, signal: NodeJS.Signals): Promise<{ finished: number; code: number | null; signal: NodeJS.Signals | null }> {
  const out = join(folder.root, 'killed');
  mkdirSync(join(out, 'units'), { recursive: true });
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, 'ingest', '--out', out], { cwd: folder.root, stdio: 'ignore' });
    const finished = (): number => readdirSync(join(out, 'units')).filter((name) => !name.endsWith('.partial')).length;
    const watch = setInterval(() => {
      if (finished() < units) return;
      clearInterval(watch);
      child.kill(signal);
    }, 1);
    child.on('exit', (code, by) => {
      clearInterval(watch);
      resolve({ finished: finished(), code, signal: by });
    });
  });
}

describe('--resume', () => {
  test('after SIGKILL: the same bytes as an undisturbed run, and the report names what was taken over', async () => {
    using undisturbed = warehouse();
    await undisturbed.ingest('--apply');
    using folder = warehouse();
    const { finished, signal } = await killedAfter(folder, 5, 'SIGKILL');
    expect(signal).toBe('SIGKILL');
    expect(finished).toBeGreaterThanOrEqual(5);
    expect(existsSync(join(folder.root, 'killed', 'report.json'))).toBe(false);
    expect(folder.context()).toEqual({});
    // a new machine: only the project and the folder of the killed run come along
    using machine = warehouse();
    cpSync(join(folder.root, 'killed'), join(machine.root, 'killed'), { recursive: true });
    mkdirSync(join(machine.root, 'killed', 'units', 'half.partial'));
    const report = await machine.ingest('--apply', '--resume', 'killed');
    expect(report.units.filter((unit) => unit.resumed)).toHaveLength(finished);
    expect(machine.context()).toEqual(undisturbed.context());
  });

  test('takes nothing over whose evidence is another, and nothing that is not whole', async () => {
    using folder = warehouse();
    await folder.ingest('--out', 'first');
    folder.sql('alter table t7 add column more text');
    const [torn] = readdirSync(join(folder.root, 'first', 'units')).filter((name) => name.includes('t9-'));
    writeFileSync(join(folder.root, 'first', 'units', torn ?? '', 'edits.jsonl'), '{"op":"put","kind":"sou');
    const report = await folder.ingest('--apply', '--resume', 'first');
    expect(report.units.filter((unit) => !unit.resumed).map((unit) => unit.id)).toEqual(['table:w/main.t7', 'table:w/main.t9']);
    expect(folder.read('semantic-layer/w/_schema/public.yaml')).toContain('- name: more\n');
  });

  test('of a folder that is none is refused before anything is read', async () => {
    using folder = warehouse();
    const report = await folder.ingest('--resume', 'nowhere');
    expect([report.exitCode, codes(report), report.warehouse]).toEqual([2, ['baseline-unreadable'], []]);
  });
});

test.each([['SIGINT', 130], ['SIGTERM', 143]] as const)('%s writes what is finished and ends with %i', async (signal, code) => {
  using folder = warehouse();
  const ended = await killedAfter(folder, 3, signal);
  expect(ended.code).toBe(code);
  const report = JSON.parse(folder.read('killed/report.json')) as { status: string; exitCode: number; units: { status: string }[] };
  expect([report.status, report.exitCode]).toEqual(['cancelled', code]);
  expect(folder.read('killed/context.patch')).toContain('+++ b/semantic-layer/w/_schema/public.yaml');
  // whatever was not reached is due the next time, and nothing else
  folder.git('init', '-q');
  folder.git('apply', 'killed/context.patch');
  const next = await folder.ingest('--apply');
  expect(next.units.filter((unit) => unit.due !== null)).toHaveLength(report.units.filter((unit) => unit.status === 'deferred').length);
  using undisturbed = warehouse();
  await undisturbed.ingest('--apply');
  // what came later stands behind what was there, so the order of joins is another
  const said = (all: Record<string, string>): string[] => Object.values(all).join('').split('\n').filter((line) => !line.includes('"sha"')).sort();
  expect(said(folder.context())).toEqual(said(undisturbed.context()));
});
