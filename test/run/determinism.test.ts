import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ProjectFolder } from '../project-folder.js';

const example = join(import.meta.dirname, '..', '..', '..', 'examples', 'shop');

function filesOf(root: string, at = ''): string[] {
  return readdirSync(join(root, at)).flatMap((name) => {
    const path = at === '' ? name : `${at}/${name}`;
    return name === '.ktx' ? [] : statSync(join(root, path)).isDirectory() ? filesOf(root, path) : [path];
  });
}

/** A copy of the example whose files were made in another order. */
function copy(reversed: boolean, below = ''): ProjectFolder {
  const folder = new ProjectFolder();
  const files = filesOf(example).sort();
  for (const path of reversed ? files.reverse() : files) folder.write(`${below}${path}`, readFileSync(join(example, path)));
  return folder;
}

async function outputs(folder: ProjectFolder, ...args: string[]): Promise<Record<string, unknown>> {
  await folder.ktx('ingest', '--out', 'out', ...args);
  const { timings, warehouse, ...report } = JSON.parse(folder.read('out/report.json')) as Record<string, unknown>;
  expect([timings, warehouse]).not.toContain(undefined);
  return { patch: folder.read('out/context.patch'), edits: folder.read('out/edits.jsonl'), catalogue: folder.read('out/catalog.jsonl'), html: folder.read('out/report.html'), report };
}

describe('the same inputs give the same bytes', () => {
  test('whatever the concurrency, the order of files and the folder', async () => {
    using one = copy(false);
    using other = copy(true);
    const first = await outputs(one, '--concurrency', '1');
    expect(await outputs(other, '--concurrency', '8')).toEqual(first);
  });

  test('from another working directory, and with the paths of the repository where the project is in a subfolder', async () => {
    using alone = copy(false);
    using within = copy(false, 'analytics/shop/');
    within.git('init', '-q');
    const first = await outputs(alone);
    const second = await outputs(within, '--project-dir', 'analytics/shop');
    expect(second['edits']).toBe(first['edits']);
    expect(String(second['patch']).replaceAll('analytics/shop/', '')).toBe(first['patch']);
    within.git('apply', 'out/context.patch');
    expect((await within.ingest('--project-dir', 'analytics/shop')).status).toBe('nothing-to-do');
  });
});

test('CRLF, missing final newlines, comments, anchors and odd indentation survive beside what is written', async () => {
  using folder = new ProjectFolder({ 'ktx.yaml': 'connections:\n  w:\n    driver: sqlite\n    path: shop.sqlite\n' });
  folder.sql('create table a (id integer primary key, x text); create table b (id integer primary key, a_id integer references a); insert into a values (1,\'x\'); insert into b values (1,1),(2,1)');
  const shard = '# by hand\r\ntables:   # all of them\r\n    a:\r\n        table: a\r\n        descriptions: {user: &who "Ours,  since 2019", note: *who}\r\n        columns:\r\n        -   {name: id, type: number, pk: true, nullable: false}   # key\r\n        -   name: x\r\n            type: string\r\n            descriptions:\r\n                user: |2-\r\n                   odd\r\n                     block';
  const overlay = 'name: b\n# kept\nmeasures: [{name: n,   expr: count(id)}]';
  folder.write('semantic-layer/w/_schema/public.yaml', shard);
  folder.write('semantic-layer/w/b.yaml', overlay);
  folder.git('init', '-q');
  await folder.ingest('--out', 'out');
  folder.git('apply', 'out/context.patch');
  const after = folder.read('semantic-layer/w/_schema/public.yaml');
  for (const line of shard.split('\r\n')) expect(after.split('\r\n')).toContain(line);
  expect(after).not.toMatch(/[^\r]\n/);
  expect(after).toContain('relationship: many_to_one');
  expect(folder.read('semantic-layer/w/b.yaml')).toBe(overlay);
  expect((await folder.ingest()).status).toBe('nothing-to-do');
});
