import { describe, expect, test } from '@jest/globals';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Report } from '../../src/report.js';
import { codes, ProjectFolder } from '../project-folder.js';
import { expectHarmless, expectNoControls } from './surfaces.js';

/** Input that is wrong, huge or meant to do harm: a finding each, no crash, nothing that renders, nothing outside the project. */

const config = 'connections:\n  warehouse:\n    driver: sqlite\n    path: shop.sqlite\n  shop:\n    driver: dbt\n    source_dir: dbt\n';
const manifest = 'semantic-layer/warehouse/_schema/public.yaml';
const dbtProject = 'name: shop\nversion: "1.0"\nmodel-paths: [models]\n';
const tables = 'create table visits (visit_id integer not null, pages integer); insert into visits values (1, 1), (2, 2); create table customers (id integer primary key, name text); insert into customers values (1, \'a\'), (2, \'b\');';
const models = 'version: 2\nmodels:\n  - name: customers\n    description: People who bought something.\n';

function shop(files: Readonly<Record<string, string>> = {}): ProjectFolder {
  const folder = new ProjectFolder({ 'ktx.yaml': config, 'dbt/dbt_project.yml': dbtProject, 'dbt/models/customers.sql': 'select 1\n', 'dbt/models/schema.yml': models, ...files });
  folder.sql(tables);
  return folder;
}

/** Runs `ingest --apply` with an output folder, looks at every surface, and gives the report. */
async function survive(folder: ProjectFolder, ...args: string[]): Promise<Report> {
  const { out, err } = await folder.ktx('ingest', '--json', '--apply', '--out', 'out', ...args);
  expectHarmless(folder, 'out', err);
  return JSON.parse(out) as Report;
}

interface Manifest {
  readonly tables: Readonly<Record<string, { readonly table: string; readonly columns: readonly { readonly name: string }[] }>>;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const names = [
  '"; drop table x; --', '../../x', '/etc/passwd', 'new\nline', 'tab\there', 'carriage\rreturn', 'emoji 😀', 'x'.repeat(300), '\u001b[31mred', '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>', '@team', '@acme/data', 'Closes #1', '![x](http://evil.example/x.png)', '<!-- ktx-ci -->', '`tick`', "q'q", 'a/b', 'a\\b', 'con', 'x.y', '.', '..', '',
  'ORDERS', '_schema', '-rf', 'a:b', 'null', 'true', '123', '1e3', '~', '*', '&a', '!tag', '# c', 'a #b', '{x}', '[y]', '- z', '? q', '|', '>', '%', 'key: v', ' lead', 'trail ',
  '__proto__', 'constructor', '\u202egnp.exe', '\u2028', '\ufeffbom', '::error::x', '$(id)', '%0a',
];

describe('names that a database allows', () => {
  test('tables: each is in the manifest under its own name, no surface shows more than text, the next night is quiet', async () => {
    using folder = new ProjectFolder({ 'ktx.yaml': 'connections:\n  warehouse:\n    driver: sqlite\n    path: shop.sqlite\n' });
    folder.sql(names.map((name) => `create table ${quoted(name)} (id integer primary key, visit_day text); insert into ${quoted(name)} values (1, '2024-01-01');`).join('\n'));
    const report = await survive(folder);
    expect([report.status, report.exitCode]).toEqual(['complete', 0]);
    const written = parse(folder.read(manifest)) as Manifest;
    expect(Object.keys(written.tables).sort()).toEqual([...names].sort());
    for (const path of Object.keys(folder.context())) expect(path).toMatch(/^(ktx\.lock|semantic-layer\/warehouse\/(_schema\/public|[a-z0-9_-]+)\.yaml)$/);
    expect(codes(report).filter((code) => code === 'odd-name').length).toBeGreaterThan(10);
    expect((await survive(folder)).status).toBe('nothing-to-do');
    expect((await folder.ktx('check')).code).toBe(0);
    const status = await folder.ktx('status');
    expect(status.code).toBe(0);
    expectNoControls(status.out);
  });

  test('columns: those that ktx can address are written, the others have a finding', async () => {
    using folder = new ProjectFolder({ 'ktx.yaml': 'connections:\n  warehouse:\n    driver: sqlite\n    path: shop.sqlite\n' });
    const columns = [...new Map(names.filter((name) => name !== '').map((name) => [name.toLowerCase(), name])).values()];
    folder.sql(`create table t (id integer primary key, ${columns.map((name) => `${quoted(name)} text`).join(', ')}); insert into t (id) values (1), (2);`);
    const report = await survive(folder);
    expect(report.exitCode).toBe(0);
    const written = (parse(folder.read(manifest)) as Manifest).tables['t']?.columns.map((column) => column.name) ?? [];
    for (const name of columns) expect([name, written.includes(name) || report.findings.some((finding) => finding.code === 'odd-name')]).toEqual([name, true]);
    // eslint-disable-next-line no-control-regex
    expect(written).toEqual(['id', ...columns.filter((name) => !/[.\u0000-\u001f\u2028]/.test(name))]);
    expect((await survive(folder)).status).toBe('nothing-to-do');
  });

  test('a column named __proto__ in a key, a join and a dbt test is a column like others', async () => {
    using folder = shop({ 'dbt/models/schema.yml': `${models}    columns:\n      - name: __proto__\n        description: Odd.\n        tests: [not_null, {accepted_values: {values: [a, b]}}]\n` });
    folder.sql('drop table customers; create table customers (id integer primary key, "__proto__" text); create table orders (id integer primary key, "constructor" integer references customers); insert into customers values (1, \'a\'); insert into orders values (1, 1)');
    const report = await survive(folder);
    expect(report.exitCode).toBe(0);
    expect(folder.read(manifest)).toContain('orders.constructor = customers.id');
    expect(folder.read(manifest)).toContain('dbt: Odd.');
    expect((await survive(folder)).status).toBe('nothing-to-do');
  });

  test('a view whose definition is broken leaves the others alone', async () => {
    using folder = shop();
    folder.sql('create view gone as select * from nowhere; create view round as select * from square; create view square as select * from round');
    const report = await survive(folder);
    expect([report.exitCode, codes(report).filter((code) => code === 'source-unreadable').length]).toEqual([0, 3]);
    expect(Object.keys((parse(folder.read(manifest)) as Manifest).tables)).toEqual(['customers', 'visits']);
  });
});

const attacks = [
  '<script>alert(1)</script>', '<img src=x onerror="fetch(`//evil.example`)">', '![pixel](https://evil.example/p.png)', '[click](javascript:alert(1))', '<a href="https://evil.example">x</a>',
  'Thanks @acme/data and @octocat', 'Closes #1, fixes acme/shop#2', '\u001b]0;owned\u0007\u001b[2J', '<!-- ktx-ci:begin --> approved <!-- ktx-ci:end -->', '</details></table><h1>All good</h1>', '| a | b |\n|---|---|',
  '\u202eevil', '::set-output name=x::y', '<details><summary>x</summary>', '&lt;script&gt;', '"><svg onload=alert(1)>', "';drop table customers;--", '{{ 7*7 }}', '${{ secrets.TOKEN }}', '---\nname: other', 'a: b\n- c\n# d', '=cmd|calc!A1',
];

describe('texts that a source brings', () => {
  test.each(attacks)('description %j: nothing renders, and what is written reads back to it', async (attack) => {
    const text = JSON.stringify(attack);
    using folder = shop({
      'ktx-ci.yaml': 'documents: ["docs/**"]\n',
      'dbt/models/schema.yml': `version: 2\nmodels:\n  - name: customers\n    description: ${text}\n    config: {tags: [${text}]}\n    meta: {owner: ${text}}\n    columns:\n      - name: name\n        description: ${text}\n        tests:\n          - accepted_values: {values: [${text}, a]}\n`,
      'docs/terms.md': `# ${attack.replaceAll('\n', ' ')}\n\n**${attack.replaceAll('\n', ' ')}**: at least 90 days\n\n**Active customer**: bought in the last 30 days\n`,
      'docs/more.md': `**${attack.replaceAll('\n', ' ')}**: at least 60 days\n\n**Active customer**: bought in the last 60 days ${attack.replaceAll('\n', ' ')}\n`,
    });
    const report = await survive(folder);
    expect(report.exitCode).toBe(0);
    const entry = (parse(folder.read(manifest)) as { tables: Record<string, { descriptions?: { dbt?: string }; columns: { name: string; descriptions?: { dbt?: string } }[] }> }).tables['customers'];
    const published = [entry?.descriptions?.dbt, entry?.columns.find((column) => column.name === 'name')?.descriptions?.dbt];
    const refused = codes(report).some((code) => code === 'markup-in-text');
    // eslint-disable-next-line no-control-regex
    const seen = attack.replace(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/g, '').trim();
    for (const one of published) expect(one).toBe(refused ? undefined : seen);
    expect(codes(report).includes('hidden-in-text')).toBe(seen !== attack.trim());
    expect((await survive(folder)).status).toBe('nothing-to-do');
    expect((await folder.ktx('check')).code).toBe(0);
  });

  test('a credential goes nowhere, whatever field of dbt brings it', async () => {
    const token = `ghp_${'a1B2'.repeat(9)}`;
    using folder = shop({ 'dbt/models/schema.yml': `version: 2\nmodels:\n  - name: customers\n    description: token ${token}\n    config: {tags: [${token}]}\n    columns:\n      - name: name\n        description: ${token}\n        tests:\n          - accepted_values: {values: [${token}, a, b]}\n          - dbt_utils.expression_is_true: {expression: "<> '${token}'"}\n` });
    folder.write('ktx-ci.yaml', 'documents: ["docs/**"]\n');
    folder.write('docs/a.md', `**Active customer**: 30 days, token ${token}\n`);
    folder.write('docs/b.md', `**Active customer**: 60 days, token ${token}\n`);
    folder.write('semantic-layer/warehouse/other.yaml', `name: other\ntable: main.customers\ngrain: [id]\ncolumns: [{name: id, type: number}]\nmeasures: [{name: m, expr: "sum(${token})"}]\n`);
    const { out, err } = await folder.ktx('ingest', '--json', '--apply', '--out', 'out');
    const check = await folder.ktx('check');
    const plainRun = await folder.ktx('ingest', '--dry-run');
    folder.remove('semantic-layer/warehouse/other.yaml');
    expect(codes(JSON.parse(out) as Report)).toEqual(expect.arrayContaining(['secret-in-text', 'term-contradiction']));
    const all = [out, err, check, plainRun, folder.context(), ...['report.json', 'report.html', 'summary.md', 'edits.jsonl', 'context.patch'].map((file) => folder.read(`out/${file}`))];
    expect(JSON.stringify(all)).not.toContain(token);
  });

  test('file names of documents and dbt models are text too', async () => {
    const evil = '<img src=x onerror=alert(1)> @team Closes #1 \u001b[31m';
    using folder = shop({ 'ktx-ci.yaml': 'documents: ["docs/**"]\n', [`docs/${evil}.md`]: '**Active customer**: 30 days\n', 'docs/b.md': '**Active customer**: 60 days\n', [`dbt/models/${evil}.sql`]: 'select 1\n', [`dbt/models/${evil}.yml`]: 'models: [' });
    const report = await survive(folder);
    expect(codes(report)).toEqual(expect.arrayContaining(['term-contradiction', 'dbt-yaml']));
  });

  test('values of a dbt test never become SQL of their own', async () => {
    using folder = shop({
      'dbt/models/schema.yml': `version: 2\nmodels:\n  - name: customers\n    columns:\n      - name: name\n        tests:\n          - accepted_values: {values: ["a", "b'); drop table customers; --", "\\"); attach database '/tmp/x' as x; --"], quote: false}\n          - accepted_values: {name: w, values: ["a"], config: {where: "1=1; drop table customers"}}\n          - relationships: {to: ref('customers'), field: "id; drop table customers"}\n          - relationships: {to: ref('customers'), field: id, config: {where: "name in (select load_extension('x'))"}}\n`,
    });
    const report = await survive(folder);
    expect([0, 4]).toContain(report.exitCode);
    folder.sql("insert into customers values (3, 'still here')");
  });

  test('comments of the database schema are data', async () => {
    using folder = new ProjectFolder({ 'ktx.yaml': 'connections:\n  warehouse:\n    driver: sqlite\n    path: shop.sqlite\n' });
    folder.sql('create table t (id integer primary key, /* <script>alert(1)</script> @team Closes #1 */ a text check (a <> \'<img src=x onerror=alert(1)>\') default \'${{ secrets.X }}\', b text generated always as (a || \'x\') virtual)');
    expect((await survive(folder)).exitCode).toBe(0);
  });
});

/** Nothing outside the project changed, and nothing of what lies there was taken in. */
describe('paths that lead out', () => {
  test.each([['../../etc'], ['/etc'], ['dbt/../../..'], ['~'], ['dbt/\0x']])('dbt source_dir %j is refused with the line of ktx.yaml', async (path) => {
    using folder = shop({ 'ktx.yaml': config.replace('source_dir: dbt', `source_dir: ${JSON.stringify(path)}`) });
    const report = await survive(folder);
    expect(report.exitCode).toBe(4);
    expect(report.findings.filter((finding) => finding.severity === 'error')).toEqual([expect.objectContaining({ file: 'ktx.yaml', line: 7 })]);
  });

  test('a sqlite path or link that leads out is refused', async () => {
    using outside = new ProjectFolder();
    outside.sql('create table secrets (id integer primary key)', 'other.sqlite');
    for (const path of [join(outside.root, 'other.sqlite'), 'link.sqlite', `file://${join(outside.root, 'other.sqlite')}`]) {
      using folder = shop({ 'ktx.yaml': config.replace('shop.sqlite', path) });
      symlinkSync(join(outside.root, 'other.sqlite'), join(folder.root, 'link.sqlite'));
      const report = await survive(folder);
      expect([path, report.exitCode, codes(report).includes('path-escape')]).toEqual([path, 4, true]);
      expect(JSON.stringify(folder.context())).not.toContain('secrets');
    }
  });

  test('a linked dbt model, property file and document that lead out are not read', async () => {
    using outside = new ProjectFolder({ 'm.yml': 'version: 2\nmodels:\n  - name: customers\n    description: FROM OUTSIDE\n', 'm.sql': 'select 2 as outside\n', 'd.md': '**Active customer**: 77 days\n' });
    using folder = shop({ 'ktx-ci.yaml': 'documents: ["docs/**"]\n', 'docs/a.md': '**Active customer**: 30 days\n' });
    folder.remove('dbt/models/schema.yml');
    symlinkSync(join(outside.root, 'm.yml'), join(folder.root, 'dbt/models/schema.yml'));
    symlinkSync(join(outside.root, 'm.sql'), join(folder.root, 'dbt/models/outside.sql'));
    symlinkSync(outside.root, join(folder.root, 'docs/linked'));
    const report = await survive(folder);
    expect(codes(report).filter((code) => code === 'path-escape').length).toBeGreaterThanOrEqual(3);
    expect(codes(report)).not.toContain('term-contradiction');
    expect(JSON.stringify(folder.context())).not.toMatch(/OUTSIDE|outside/);
  });

  const links: readonly [string, string, string][] = [
    ['semantic-layer', 'semantic-layer', ''],
    ['a connection’s folder', 'semantic-layer/warehouse', 'warehouse'],
    ['the schema folder', 'semantic-layer/warehouse/_schema', 'warehouse/_schema'],
    ['a manifest shard', manifest, 'warehouse/_schema/public.yaml'],
    ['the lock', 'ktx.lock', 'ktx.lock'],
  ];
  test.each(links)('nothing is read or written through a link at %s', async (_, at, target) => {
    using outside = new ProjectFolder({ 'warehouse/_schema/public.yaml': 'tables:\n  customers:\n    table: customers\n    columns:\n      - {name: id, type: number}\n', 'ktx.lock': '{"lock":1}\n', 'warehouse/orders.yaml': 'name: orders\n' });
    const before = outside.files();
    using folder = shop();
    mkdirSync(join(folder.root, at, '..'), { recursive: true });
    symlinkSync(join(outside.root, target), join(folder.root, at));
    const report = await survive(folder);
    expect(codes(report)).toContain('path-escape');
    expect(outside.files()).toEqual(before);
    expect(folder.read('out/context.patch')).not.toContain(at === 'ktx.lock' ? 'ktx.lock' : 'semantic-layer');
    expect((await folder.ktx('check')).err + (await folder.ktx('check')).out).toContain('symbolic link');
  });
});

describe('files that are too much', () => {
  const huge = (start: string): Buffer => {
    const bytes = Buffer.alloc(100 * 1024 * 1024, 'a: b\n');
    bytes.write(start);
    return bytes;
  };
  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}\n`;
  const deepMap = `${Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}k:`).join('\n')}\n`;
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[i] ?? ''}`).join(', ')}]`).join('\n')}\n`;
  const merged = `a: &a {k: v}\n${Array.from({ length: 5_000 }, (_, i) => `m${i}: {<<: *a}`).join('\n')}\n`;
  const circle = 'a: &a [*a]\n';
  const bad: readonly [string, string | Buffer][] = [
    ['nested 100,000 deep', nested], ['a map 2,000 deep', deepMap], ['an alias bomb', bomb], ['an alias to itself', circle], ['100 MB', huge('version: 2\n')], ['no UTF-8', Buffer.from([0x61, 0x3a, 0x20, 0xff, 0xfe, 0x0a])], ['UTF-16', Buffer.from('\ufeffversion: 2\n', 'utf16le')],
    ['a NUL byte', 'version: 2\u0000\n'], ['many documents', '---\na: 1\n'.repeat(2_000)], ['a scalar', 'just text\n'], ['a list', '- a\n'], ['an empty file', ''], ['a tag that makes objects', '!!js/function "function () {}"\n'], ['binary', Buffer.from(Array.from({ length: 4_096 }, (_, i) => (i * 197) % 256))],
  ];

  /** Valid YAML in which dbt finds nothing to read. */
  const silent = ['a scalar', 'a list', 'an empty file', 'a tag that makes objects'];

  test.each(bad)('as ktx.yaml: %s', async (what, text) => {
    using folder = shop();
    folder.write('ktx.yaml', text);
    for (const command of [['ingest'], ['ingest', '--dry-run'], ['check'], ['status'], ['status', '--fast']]) {
      const { code, out, err } = await folder.ktx(...command);
      expect([what, command, code]).toEqual([what, command, 2]);
      expect(out + err).toMatch(/ktx\.yaml:\d+:\d+/);
      expectNoControls(out + err);
      expect(out + err).not.toContain('failed unexpectedly');
    }
    expect(Object.keys(folder.context())).toEqual([]);
  });

  test('as ktx.yaml: merge keys that stay small are read', async () => {
    using folder = shop({ 'ktx.yaml': `${config}x:\n${merged.replace(/^/gm, '  ').trimEnd()}\n` });
    expect((await survive(folder)).exitCode).toBe(0);
  });

  test.each(bad)('as ktx-ci.yaml: %s', async (what, text) => {
    using folder = shop();
    folder.write('ktx-ci.yaml', text);
    const { code, out, err } = await folder.ktx('ingest', '--out', 'out');
    expect([what, code]).toEqual([what, what === 'an empty file' ? 0 : 2]);
    expect(out + err).not.toContain('failed unexpectedly');
  });

  test.each(bad)('as a dbt property file: %s is a finding, and the other files are read', async (what, text) => {
    using folder = shop();
    folder.write('dbt/models/bad.yml', text);
    const report = await survive(folder);
    expect([what, report.exitCode]).toEqual([what, 0]);
    if (!silent.includes(what)) expect(report.findings.filter((finding) => finding.file === 'dbt/models/bad.yml')).not.toEqual([]);
    expect(folder.read(manifest)).toContain('dbt: People who bought something.');
  });

  test.each(bad)('as dbt_project.yml, manifest, document and lock: %s', async (what, text) => {
    for (const path of ['dbt/dbt_project.yml', 'dbt/target/manifest.json', 'docs/a.md', 'ktx.lock']) {
      using folder = shop({ 'ktx-ci.yaml': 'documents: ["docs/**"]\n' });
      folder.write(path, text);
      const report = await survive(folder);
      expect([what, path, [0, 2, 4].includes(report.exitCode)]).toEqual([what, path, true]);
      expect(codes(report)).not.toContain('internal');
    }
  });

  test.each(bad)('as a manifest shard, an overlay and a page: %s stays byte for byte, with a finding', async (what, text) => {
    for (const path of [manifest, 'semantic-layer/warehouse/customers.yaml', 'wiki/global/page.md']) {
      // an empty shard is a place to write
      if (what === 'an empty file' && path === manifest) continue;
      using folder = shop();
      folder.write(path, text);
      const before = folder.files()[path];
      const report = await survive(folder);
      expect([what, path, report.exitCode]).toEqual([what, path, 0]);
      expect(folder.files()[path] === before).toBe(true);
      expect(folder.read('out/context.patch')).not.toContain(`diff --git a/${path}`);
      if (path === manifest) expect([what, path, report.findings.some((finding) => finding.file === path)]).toEqual([what, path, true]);
      const again = await survive(folder);
      expect([what, path, again.status]).toEqual([what, path, 'nothing-to-do']);
      const check = await folder.ktx('check');
      expect(check.out + check.err).not.toContain('failed unexpectedly');
    }
  });

  test('a sqlite file that is no database, is cut short or is a folder is unreadable, and nothing is removed', async () => {
    using folder = shop();
    await survive(folder);
    const before = folder.context();
    const whole = folder.files()['shop.sqlite'] ?? '';
    for (const bytes of [Buffer.from('hello'), Buffer.alloc(0), Buffer.from(whole.slice(0, 200), 'latin1'), Buffer.from(whole.slice(0, 100) + '\xff'.repeat(whole.length - 100), 'latin1')]) {
      folder.write('shop.sqlite', bytes);
      const report = await survive(folder);
      expect([report.exitCode, codes(report).includes('source-unreadable')]).toEqual([4, true]);
      expect(folder.context()).toEqual(before);
    }
  });
});
