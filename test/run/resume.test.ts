import { describe, expect, test } from '@jest/globals';
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/report.js';
import { codes, ProjectFolder } from '../project-folder.js';
import { finishedUnits, manyTables, start, until } from './process.js';

/** Runs that do not reach their end: killed, taken over, cancelled. */

const tables = 150;
const config = 'connections:\n  warehouse:\n    driver: sqlite\n    path: shop.sqlite\n';

function warehouse(rows = 3): ProjectFolder {
  const folder = new ProjectFolder({ 'ktx.yaml': config });
  folder.sql(`begin; ${manyTables(tables, rows)} commit;`);
  return folder;
}

/** Kills a run once some units are finished and before all are; another try where the machine was too fast. */
async function killed(folder: ProjectFolder, wanted: number): Promise<void> {
  for (let tries = 0; tries < 8; tries += 1) {
    folder.remove('cut');
    const running = start(folder, 'ingest', '--apply', '--out', 'cut');
    await until(running, () => finishedUnits(folder, 'cut').length >= wanted);
    running.child.kill('SIGKILL');
    const { signal } = await running.ended;
    const done = finishedUnits(folder, 'cut').length;
    if (signal === 'SIGKILL' && done >= wanted && done < tables) return;
    folder.remove('semantic-layer');
    folder.remove('ktx.lock');
  }
  throw new Error('the run was always over before it could be killed');
}

const resumed = (report: Report): string[] => report.units.filter((unit) => unit.resumed).map((unit) => unit.id);

describe('--resume', () => {
  test('after SIGKILL the next run takes the finished units over and writes what an undisturbed run writes', async () => {
    using undisturbed = warehouse();
    const whole = await undisturbed.ingest('--apply', '--out', 'out');
    expect(whole.units).toHaveLength(tables);
    using folder = warehouse();
    await killed(folder, 20);
    expect(folder.context()).toEqual({});
    expect(Object.keys(folder.files())).not.toContain('cut/report.json');
    const done = finishedUnits(folder, 'cut').length;
    // a new machine: another clone, and the folder as an artifact
    using clone = warehouse();
    cpSync(join(folder.root, 'cut'), join(clone.root, 'cut'), { recursive: true });
    const report = await clone.ingest('--apply', '--resume', 'cut', '--out', 'out');
    expect(report.status).toBe('complete');
    expect(resumed(report)).toHaveLength(done);
    expect(clone.context()).toEqual(undisturbed.context());
    expect(clone.read('out/context.patch')).toBe(undisturbed.read('out/context.patch'));
    expect(clone.read('out/edits.jsonl')).toBe(undisturbed.read('out/edits.jsonl'));
    expect((await clone.ingest('--resume', 'cut')).status).toBe('nothing-to-do');
  });

  test('half-written, damaged and linked unit folders are not taken over', async () => {
    using folder = warehouse();
    await folder.ingest('--out', 'first');
    const undisturbed = folder.read('first/context.patch');
    const units = finishedUnits(folder, 'first').sort();
    const path = (name: string): string => join(folder.root, 'first/units', name);
    const [a = '', b = '', c = '', d = '', e = '', f = ''] = units;
    renameSync(path(a), `${path(a)}.partial`);
    rmSync(join(path(b), 'edits.jsonl'));
    folder.edit(`first/units/${c}/edits.jsonl`, (text) => text.slice(0, text.length / 2));
    folder.write(`first/units/${d}/lock.jsonl`, '{"id": 7}\n');
    folder.write(`first/units/${e}/edits.jsonl`, 'null\n[]\n"text"\n{}\n{"op":"put"}\n');
    mkdirSync(join(folder.root, 'elsewhere'));
    renameSync(path(f), join(folder.root, 'elsewhere', f));
    symlinkSync(join(folder.root, 'elsewhere', f), path(f));
    folder.write('first/units/a-file', 'x');
    const report = await folder.ingest('--resume', 'first', '--out', 'second');
    expect(resumed(report)).toHaveLength(tables - 6);
    expect(folder.read('second/context.patch')).toBe(undisturbed);
  });

  test('units of other evidence are not taken over', async () => {
    using folder = warehouse();
    await folder.ingest('--out', 'first');
    folder.sql('alter table thing7 add column more text; drop table thing9');
    const report = await folder.ingest('--resume', 'first', '--out', 'second');
    expect(report.units.filter((unit) => !unit.resumed).map((unit) => unit.id)).toContain('table:warehouse/main.thing7');
    folder.remove('semantic-layer');
    const fresh = await folder.ingest('--out', 'third');
    expect(resumed(fresh)).toEqual([]);
    expect(folder.read('second/context.patch')).toBe(folder.read('third/context.patch'));
  });

  test('what redaction changed in a unit folder never reaches the context', async () => {
    using folder = new ProjectFolder({ 'ktx.yaml': config });
    folder.sql("create table users2 (token text primary key); create table sessions (id integer primary key, token text references users2); insert into users2 values ('a'), ('b'); insert into sessions values (1, 'a'), (2, 'a')");
    await folder.ingest('--out', 'first');
    await folder.ingest('--apply', '--resume', 'first');
    const text = folder.read('semantic-layer/warehouse/_schema/public.yaml');
    expect(text).toContain('sessions.token = users2.token');
    expect(text).not.toContain('redacted');
  });

  test('a folder that is none is refused before anything is opened', async () => {
    using folder = new ProjectFolder({ 'ktx.yaml': config, 'shop.sqlite': 'not a database', 'file': '' });
    for (const name of ['nowhere', 'file', '.']) {
      const report = await folder.ingest('--resume', name);
      expect([name, report.exitCode, codes(report)]).toEqual([name, 2, ['baseline-unreadable']]);
    }
  });
});

describe('a run that is cancelled', () => {
  test.each([['SIGINT', 130], ['SIGTERM', 143]] as const)('%s while tables are read: exit %i, report and patch are written, nothing is half true', async (signal, code) => {
    using folder = warehouse(200);
    const whole = await folder.ingest('--out', 'whole');
    const running = start(folder, 'ingest', '--apply', '--json', '--out', 'out');
    await until(running, () => running.err().includes('ktx-ci'));
    running.child.kill(signal);
    const ended = await running.ended;
    expect([ended.code, ended.signal]).toEqual([code, null]);
    const report = JSON.parse(folder.read('out/report.json')) as Report;
    expect([report.status, report.exitCode]).toEqual(['cancelled', code]);
    expect(JSON.parse(ended.out)).toEqual(report);
    // it stops reading
    expect(report.warehouse.reduce((sum, one) => sum + one.queries, 0)).toBeLessThan((whole.warehouse[0]?.queries ?? 0) / 2);
    expect(readdirSync(join(folder.root, 'out'))).toEqual(expect.arrayContaining(['context.patch', 'summary.md', 'report.html', 'edits.jsonl']));
    // the run after it writes what it would have written anyway
    await folder.ingest('--apply', '--out', 'after');
    using undisturbed = warehouse(200);
    await undisturbed.ingest('--apply');
    expect(folder.context()).toEqual(undisturbed.context());
  });

  test('a cancelled second night takes nothing away', async () => {
    using folder = warehouse(200);
    await folder.ingest('--apply');
    const before = folder.context();
    folder.sql(Array.from({ length: tables }, (_, i) => `insert into thing${i} (thing${i}_id, label) values (100000, 'label 1');`).join('\n'));
    const running = start(folder, 'ingest', '--apply', '--out', 'out');
    await until(running, () => running.err().includes('ktx-ci'));
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(130);
    expect(folder.context()).toEqual(before);
    expect((await folder.ingest()).status).toBe('nothing-to-do');
  });
});
