import { describe, expect, test } from '@jest/globals';
import { codes, ProjectFolder } from '../project-folder.js';

function shop(): ProjectFolder {
  const folder = new ProjectFolder({ 'ktx.yaml': 'connections:\n  w:\n    driver: sqlite\n    path: shop.sqlite\n', '.gitignore': '*.sqlite\nnight*\n.ktx\n' });
  folder.sql('create table a (id integer primary key, x text); create table b (id integer primary key, a_id integer references a); insert into a values (1,\'x\'),(2,\'y\'); insert into b values (1,1),(2,1)');
  return folder;
}

const due = (report: { units: readonly { due: string | null; id: string }[] }): string[] => report.units.filter((unit) => unit.due !== null).map((unit) => unit.id);

describe('--baseline', () => {
  test('night 2 with night 1 unmerged, by its output folder: nothing is due, and the patch on the base is the same', async () => {
    using folder = shop();
    await folder.ingest('--out', 'night1');
    const second = await folder.ingest('--out', 'night2', '--baseline', 'night1');
    expect([second.status, due(second)]).toEqual(['nothing-to-do', []]);
    expect(folder.read('night2/context.patch')).toBe(folder.read('night1/context.patch'));
    folder.sql('create table c (id integer primary key)');
    const third = await folder.ingest('--out', 'night3', '--baseline', 'night2');
    expect(due(third)).toEqual(['table:w/main.c']);
    folder.git('init', '-q');
    folder.git('apply', 'night3/context.patch');
    expect((await folder.ingest()).status).toBe('nothing-to-do');
  });

  test('half merged: what was merged is not asked again either', async () => {
    using folder = shop();
    await folder.ingest('--out', 'night1');
    folder.git('init', '-q');
    folder.git('apply', '--include=semantic-layer/*', 'night1/context.patch');
    const second = await folder.ingest('--out', 'night2', '--baseline', 'night1');
    expect([second.status, due(second)]).toEqual(['nothing-to-do', []]);
  });

  test('by a branch of the same repository; a file that both changed stays as it is here', async () => {
    using folder = shop();
    folder.git('init', '-q');
    folder.git('add', '.');
    folder.git('commit', '-qm', 'base');
    folder.git('checkout', '-qb', 'context');
    await folder.ingest('--apply');
    folder.git('add', '.');
    folder.git('commit', '-qm', 'night 1');
    folder.git('checkout', '-q', 'main');
    expect(folder.context()).toEqual({});
    const second = await folder.ingest('--baseline', 'context');
    expect([second.status, due(second)]).toEqual(['nothing-to-do', []]);
    folder.write('semantic-layer/w/_schema/public.yaml', 'tables:\n  a:\n    table: a\n    descriptions: {user: Mine}\n    columns:\n      - {name: id, type: number, pk: true, nullable: false}\n      - {name: x, type: string}\n');
    const third = await folder.ingest('--apply', '--baseline', 'context');
    expect(codes(third)).toContain('baseline-unreadable');
    expect(folder.read('semantic-layer/w/_schema/public.yaml')).toContain('descriptions: {user: Mine}');
  });

  test('that is neither folder nor branch is refused', async () => {
    using folder = shop();
    const report = await folder.ingest('--baseline', 'nowhere');
    expect([report.exitCode, codes(report)]).toEqual([2, ['baseline-unreadable']]);
  });
});
