import { describe, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { Report } from '../../src/report.js';
import { ProjectFolder } from '../project-folder.js';

/** The same evidence gives the same bytes, wherever and in whatever order it is read; a patch changes what it says and nothing else. */

const statements = [
  'create table customers (id integer primary key, name text not null, region text)',
  'create table orders (id integer primary key, customer_id integer references customers, status text, amount real)',
  'create table order_lines (order_id integer not null references orders, line_no integer not null, sku text, primary key (order_id, line_no))',
  'create table visits (visit_id integer not null, customer_id integer, pages integer)',
  'create table regions (region_id integer, code text unique)',
  'create view paid as select * from orders where status = \'paid\'',
];
const rows = `
insert into customers values (1,'a','north'),(2,'b','south'),(3,'c','north');
insert into orders values (10,1,'paid',5),(11,1,'open',7),(12,2,'paid',9),(13,3,'paid',1);
insert into order_lines values (10,1,'x'),(10,2,'y'),(11,1,'x'),(12,1,'z');
insert into visits values (100,1,3),(101,2,4),(102,2,1),(103,3,9),(104,null,2);
insert into regions values (1,'north'),(2,'south');
`;

const files: readonly (readonly [string, string])[] = [
  ['ktx.yaml', 'connections:\n  warehouse:\n    driver: sqlite\n    path: shop.sqlite\n  shop:\n    driver: dbt\n    source_dir: dbt\n  again:\n    driver: dbt\n    source_dir: dbt2\n'],
  ['ktx-ci.yaml', 'documents: ["docs/**"]\n'],
  ['dbt/dbt_project.yml', 'name: shop\nversion: "1.0"\nmodel-paths: [models]\n'],
  ['dbt/models/customers.sql', 'select 1\n'],
  ['dbt/models/orders.sql', "select * from {{ ref('customers') }}\n"],
  ['dbt/models/a.yml', 'version: 2\nmodels:\n  - name: customers\n    description: People who bought something.\n    columns:\n      - {name: id, tests: [unique, not_null]}\n      - {name: region, tests: [{accepted_values: {values: [south, north]}}]}\n'],
  ['dbt/models/b.yml', "version: 2\nmodels:\n  - name: orders\n    description: One row an order.\n    tags: [z, a]\n    columns:\n      - name: customer_id\n        tests: [{relationships: {to: ref('customers'), field: id}}]\n"],
  ['dbt2/dbt_project.yml', 'name: again\nversion: "1.0"\nmodel-paths: [models]\n'],
  ['dbt2/models/visits.sql', 'select 1\n'],
  ['dbt2/models/s.yml', 'version: 2\nmodels:\n  - name: visits\n    description: Visits of the site.\n'],
  ['docs/b.md', '**Active customer**: bought in the last 30 days\n'],
  ['docs/a.md', '**Active customer**: bought in the last 60 days\n'],
  ['semantic-layer/warehouse/orders.yaml', 'name: orders\nmeasures:\n  - {name: revenue, expr: sum(amount)}\n'],
  ['semantic-layer/warehouse/customers.yaml', 'name: customers\nsegments:\n  - {name: north, expr: "region = \'north\'"}\n'],
];

function shop(order: 'as written' | 'reversed'): ProjectFolder {
  const folder = new ProjectFolder();
  const all = order === 'reversed' ? [...files].reverse() : files;
  for (const [path, text] of all) folder.write(path, text);
  const tables = order === 'reversed' ? [...statements].reverse() : statements;
  folder.sql(`${tables.join(';')};${rows}`);
  return folder;
}

/** Everything that a run leaves, without what is measured. */
function left(folder: ProjectFolder, out = 'out'): Record<string, string> {
  const all = Object.entries(folder.files()).filter(([path]) => path.startsWith(`${out}/`) && !path.endsWith('report.json')).map(([path, text]): [string, string] => [path, text]);
  const { timings, warehouse, ...report } = JSON.parse(folder.read(`${out}/report.json`)) as Report;
  expect(Object.keys(timings).length).toBeGreaterThan(0);
  const measured = warehouse.map(({ connection, queries }) => ({ connection, queries }));
  const texts = all.map(([path, text]): [string, string] => [path, path.endsWith('summary.md') ? text.replace(/\d+\.\d s/g, 's') : text]);
  return { ...Object.fromEntries(texts), 'report.json': JSON.stringify({ report, measured }, null, 1) };
}

describe('the same bytes', () => {
  test.each([['one unit in flight', ['--concurrency', '1']], ['eight', ['--concurrency', '8']]])('with %s, whatever order files and tables were made in', async (_, args) => {
    using first = shop('as written');
    await first.ingest('--out', 'out');
    for (const order of ['as written', 'reversed'] as const) {
      using second = shop(order);
      await second.ingest('--out', 'out', ...args);
      const [a, b] = [left(first), left(second)];
      // the marker of an SQLite file is over its bytes, which depend on the order of the statements
      const unmarked = (all: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(all).map(([path, text]) => [path, order === 'reversed' ? text.replace(/"mark":"[^"]+"/g, '"mark":"…"').replace(/^index .*$/gm, 'index').replace(/"sha256": "[0-9a-f]+"/, '"sha256": "…"') : text]));
      expect(unmarked(b)).toEqual(unmarked(a));
    }
  });

  test('from another working directory, with another absolute path, in a folder of a repository', async () => {
    using first = shop('as written');
    await first.ingest('--out', 'out');
    using elsewhere = new ProjectFolder();
    await elsewhere.ingest('--project-dir', first.root, '--out', 'out');
    expect(left(elsewhere)).toEqual(left(first));
    using repository = new ProjectFolder();
    repository.git('init', '-q');
    for (const [path, text] of files) repository.write(`data/ktx/${path}`, text);
    repository.sql(`${statements.join(';')};${rows}`, 'data/ktx/shop.sqlite');
    await repository.ingest('--project-dir', 'data/ktx', '--apply', '--out', 'out');
    await first.ingest('--apply');
    const context = Object.fromEntries(Object.entries(repository.files()).filter(([path]) => /^data\/ktx\/(semantic-layer|ktx\.lock)/.test(path)).map(([path, text]) => [path.slice('data/ktx/'.length), text]));
    expect(context).toEqual(first.context());
  });

  test('twice in a row, and with what an earlier run left lying about', async () => {
    using folder = shop('as written');
    await folder.ingest('--out', 'out');
    const first = left(folder);
    folder.write('out/units/stray.partial/edits.jsonl', 'x');
    await folder.ingest('--out', 'out2');
    const second = Object.fromEntries(Object.entries(left(folder, 'out2')).map(([path, text]) => [path.replace('out2/', 'out/'), text]));
    expect(second).toEqual(first);
  });
});

const nasty = [
  '# generated by hand, kept by hand\r',
  'tables:\r',
  '    # the first\r',
  '    "customers":   # quoted\r',
  '        table:   "customers"\r',
  '        descriptions: &texts {user: \'It\'\'s who pays\', ai: "B\\u0075yers"}\r',
  '        columns:\r',
  '            - { name: id, type: number, pk: yes-indeed }\r',
  '            -   name: name   # full\r',
  '                type: string\r',
  '                descriptions: *texts\r',
  '\r',
  '    visits:\r',
  '        table: visits\r',
  '        columns: [{name: visit_id, type: number}, {name: customer_id, type: number}, {name: pages, type: number}]\r',
  '        usage: |+\r',
  '           indented oddly\r',
  '             and deeper\r',
  '\r',
  '',
].join('\n');

describe('the patch', () => {
  /** What ktx-ci changes with --apply, next to what git makes of its patch. */
  async function both(make: () => ProjectFolder, prepare: (folder: ProjectFolder) => void): Promise<{ applied: Record<string, string>; patched: Record<string, string> }> {
    using one = make();
    prepare(one);
    await one.ingest('--apply', '--out', 'out');
    using other = make();
    prepare(other);
    await other.ingest('--out', 'out');
    other.git('apply', '--whitespace=nowarn', 'out/context.patch');
    const context = (folder: ProjectFolder): Record<string, string> => Object.fromEntries(Object.entries(folder.files()).filter(([path]) => /^(data\/)?(semantic-layer|ktx\.lock)/.test(path)));
    return { applied: context(one), patched: context(other) };
  }
  const manifest = 'semantic-layer/warehouse/_schema/public.yaml';
  const present: readonly [string, string][] = [
    ['no context yet', ''],
    ['CRLF, comments, anchors, odd indentation', nasty],
    ['no newline at the end', 'tables:\n  customers:\n    table: customers\n    columns:\n      - name: id\n        type: string'],
    ['flow style on one line', '{tables: {customers: {table: customers, columns: [{name: id, type: number}, {name: gone, type: string}]}}}'],
    ['a byte order mark', '\ufefftables:\n  zzz:\n    table: zzz\n    columns:\n      - {name: id, type: number}\n'],
    ['trailing spaces and blank lines', 'tables:   \n\n\n  orders:  \n    table: orders   \n    columns:   \n      - name: id   \n        type: number   \n\n\n'],
  ];
  test.each(present)('git applies it to %s, at the root, in a folder and without git', async (_, text) => {
    const prepare = (prefix: string) => (folder: ProjectFolder): void => {
      if (text !== '') folder.write(`${prefix}${manifest}`, text);
    };
    const plain = await both(() => shop('as written'), prepare(''));
    expect(plain.patched).toEqual(plain.applied);
    const inGit = await both(() => {
      const folder = shop('as written');
      folder.git('init', '-q');
      folder.git('-c', 'core.autocrlf=false', 'add', '-A');
      return folder;
    }, prepare(''));
    expect(inGit.patched).toEqual(plain.applied);
  });

  test('git applies it from the root of the repository to a project in a folder with an odd name', async () => {
    const prefix = 'dätä of "us"/k tx/';
    using repository = new ProjectFolder();
    repository.git('init', '-q');
    for (const [path, text] of files) repository.write(`${prefix}${path}`, text);
    repository.write(`${prefix}${manifest}`, nasty);
    repository.sql(`${statements.join(';')};${rows}`, `${prefix}shop.sqlite`);
    await repository.ingest('--project-dir', prefix, '--out', 'out');
    repository.git('apply', '--whitespace=nowarn', 'out/context.patch');
    const patched = repository.read(`${prefix}${manifest}`);
    await repository.ingest('--project-dir', prefix, '--out', 'out2');
    expect(repository.read('out2/context.patch')).toBe('');
    for (const line of nasty.split('\n').filter((one) => /#|usage|oddly|deeper/.test(one))) expect(patched).toContain(line);
  });

  test('every line that says nothing wrong stays as it is, and all new ones end as the file’s do', async () => {
    using folder = shop('as written');
    folder.write(manifest, nasty);
    await folder.ingest('--apply', '--out', 'out');
    const after = folder.read(manifest);
    const lines = after.split('\n');
    for (const line of nasty.split('\n')) if (!/pk: yes|texts|visit_id/.test(line)) expect(lines).toContain(line);
    // the text that a person shares by an anchor keeps its place and its spelling; the column that borrows it gets nothing of ours
    expect(after).toContain(`descriptions: &texts {user: 'It''s who pays', ai: "B\\u0075yers"`);
    const { tables } = parse(after) as { tables: Record<string, { descriptions: unknown; columns: { name: string; descriptions?: unknown }[] }> };
    expect(tables['customers']?.descriptions).toEqual({ user: "It's who pays", ai: 'Buyers', dbt: 'People who bought something.' });
    expect(tables['customers']?.columns.find((column) => column.name === 'name')?.descriptions).toEqual({ user: "It's who pays", ai: 'Buyers' });
    expect(lines.slice(0, -1).every((line) => line.endsWith('\r'))).toBe(true);
    expect((await folder.ingest()).status).toBe('nothing-to-do');
  });

  test('names the base that it fits', async () => {
    using folder = shop('as written');
    folder.git('init', '-q');
    folder.git('add', '-A');
    folder.git('commit', '-qm', 'base');
    await folder.ingest('--out', 'out');
    const clean = JSON.parse(folder.read('out/base.json')) as Record<string, unknown>;
    expect(clean).toMatchObject({ commit: folder.git('rev-parse', 'HEAD').trim(), dirty: false, prefix: '' });
    mkdirSync(dirname(join(folder.root, 'wiki/global/x.md')), { recursive: true });
    writeFileSync(join(folder.root, 'wiki/global/x.md'), '---\nsummary: x\n---\n');
    await folder.ingest('--out', 'out2');
    expect(JSON.parse(folder.read('out2/base.json'))).toMatchObject({ dirty: true });
  });
});
