import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { applyPatch } from '../../src/publish/apply-patch.js';
import { codes, ProjectFolder } from '../project-folder.js';

/** Night 2 while night 1 waits for its review: in an output folder, on a branch, half taken over by hand. */

const schema = `
create table customers (id integer primary key, name text, region text);
create table orders (id integer primary key, customer_id integer references customers, amount real);
create table visits (visit_id integer not null, pages integer);
insert into customers values (1,'a','north'),(2,'b','south'); insert into orders values (1,1,5),(2,2,6); insert into visits values (1,1),(2,2);
`;
const config = 'connections:\n  warehouse:\n    driver: sqlite\n    path: shop.sqlite\n';
const manifest = 'semantic-layer/warehouse/_schema/public.yaml';

function shop(prefix = ''): ProjectFolder {
  const folder = new ProjectFolder({ [`${prefix}ktx.yaml`]: config, '.gitignore': '*.sqlite\n.ktx/\nout*/\n' });
  folder.sql(schema, `${prefix}shop.sqlite`);
  return folder;
}

const due = (report: { units: readonly { id: string; due: string | null }[] }): string[] => report.units.filter((unit) => unit.due !== null).map((unit) => unit.id);

describe('--baseline DIR', () => {
  test('night 1 unmerged: nothing is due, and the patch holds what is still to be merged', async () => {
    using folder = shop();
    await folder.ingest('--out', 'out1');
    const second = await folder.ingest('--baseline', 'out1', '--out', 'out2');
    expect([second.status, due(second), second.exitCode]).toEqual(['nothing-to-do', [], 0]);
    expect(folder.read('out2/context.patch')).toBe(folder.read('out1/context.patch'));
    const third = await folder.ingest('--baseline', 'out2', '--out', 'out3');
    expect([third.status, due(third)]).toEqual(['nothing-to-do', []]);
  });

  test('a change since: only its unit is due, and the patch carries both nights', async () => {
    using folder = shop();
    await folder.ingest('--out', 'out1');
    folder.sql('alter table orders add column channel text');
    const second = await folder.ingest('--baseline', 'out1', '--out', 'out2');
    expect([second.status, due(second)]).toEqual(['complete', ['table:warehouse/main.orders']]);
    expect(second.edits.map((edit) => edit.entity)).toEqual(['column:warehouse/orders.channel']);
    using fresh = shop();
    fresh.sql('alter table orders add column channel text');
    await fresh.ingest('--out', 'out');
    const files = (patch: string): unknown => applyPatch(new Map(), patch, '').files.get(manifest);
    expect(files(folder.read('out2/context.patch'))).toBe(files(fresh.read('out/context.patch')));
  });

  test('half of it applied by hand: the rest is what the patch holds, and nothing is due', async () => {
    using folder = shop();
    await folder.ingest('--out', 'out1');
    const { files } = applyPatch(new Map(), folder.read('out1/context.patch'), '');
    folder.write(manifest, files.get(manifest) ?? '');
    const second = await folder.ingest('--baseline', 'out1', '--out', 'out2');
    expect(second.exitCode).toBe(0);
    const { files: rest } = applyPatch(new Map([[manifest, files.get(manifest) ?? '']]), folder.read('out2/context.patch'), '');
    expect(new Map([...rest, [manifest, rest.get(manifest) ?? files.get(manifest)]])).toEqual(files);
    expect(codes(second)).not.toContain('hand-edited');
  });

  test('all of it applied: nothing to do and an empty patch', async () => {
    using folder = shop();
    await folder.ingest('--apply', '--out', 'out1');
    const second = await folder.ingest('--baseline', 'out1', '--out', 'out2');
    expect([second.status, second.patch.files]).toEqual(['nothing-to-do', 0]);
  });

  test('a base that moved under the patch: said, worked out again, a person’s words stay', async () => {
    using folder = shop();
    await folder.ingest('--apply');
    folder.sql('alter table orders add column channel text');
    await folder.ingest('--out', 'out1');
    folder.edit(manifest, (text) => text.replace('      - name: amount\n        type: number\n', '      - name: amount\n        type: number\n        descriptions: {user: Net of tax}\n'));
    const second = await folder.ingest('--baseline', 'out1', '--out', 'out2', '--apply');
    expect(second.findings.filter((finding) => finding.code === 'baseline-unreadable').map((finding) => [finding.severity, finding.file])).toEqual([['notice', manifest]]);
    expect(folder.read(manifest)).toContain('descriptions: {user: Net of tax}\n      - name: channel\n');
    folder.remove('out1');
    expect((await folder.ingest()).status).toBe('nothing-to-do');
  });

  test('a base that moved where the patch added a table: the table is no deletion of a person’s', async () => {
    using folder = shop();
    await folder.ingest('--apply');
    folder.sql('create table parcels (id integer primary key, order_id integer references orders)');
    await folder.ingest('--out', 'out1');
    folder.edit(manifest, (text) => text.replace('  orders:\n', '  orders:   # sales\n').replace('  visits:\n', '  visits:   # of the site\n'));
    const second = await folder.ingest('--baseline', 'out1', '--out', 'out2', '--apply');
    expect(codes(second)).toContain('baseline-unreadable');
    expect(codes(second)).not.toContain('removed-by-person');
    expect(folder.read(manifest)).toContain('  parcels:\n');
    expect(folder.read(manifest)).toContain('  orders:   # sales\n');
    expect((await folder.ingest()).status).toBe('nothing-to-do');
  });

  test('a patch that names what it may not is not followed', async () => {
    using folder = shop();
    const header = (path: string): string => `diff --git a/${path} b/${path}\nnew file mode 100644\nindex ${'0'.repeat(40)}..${'1'.repeat(40)}\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+owned: true\n`;
    folder.write('out1/context.patch', ['../outside.yaml', '.github/workflows/x.yml', 'ktx.yaml2', 'semantic-layer/../../x.yaml', '/etc/cron.d/x', 'wiki/user/x.md'].map(header).join(''));
    const before = Object.keys(folder.files());
    const report = await folder.ingest('--baseline', 'out1', '--apply', '--out', 'out2');
    expect([0, 2]).toContain(report.exitCode);
    expect(folder.read('out2/context.patch')).not.toContain('owned');
    const written = Object.keys(folder.files()).filter((path) => !before.includes(path) && !path.startsWith('out2/'));
    for (const path of written) expect(path).toMatch(/^(ktx\.lock|semantic-layer\/warehouse\/)/);
  });

  test('folders and refs that are none are refused before anything is opened', async () => {
    using folder = new ProjectFolder({ 'ktx.yaml': config, 'shop.sqlite': 'not a database', 'empty/x': '', 'file': '' });
    for (const name of ['empty', 'nowhere', 'file', '--upload-pack=x', '-x', 'HEAD', '']) {
      const report = await folder.ingest(`--baseline=${name}`);
      expect([name, report.exitCode, codes(report)]).toEqual([name, 2, ['baseline-unreadable']]);
    }
  });
});

describe.each([['the git root', ''], ['a folder of the repository', 'data/ktx/']])('--baseline REF, project at %s', (_, prefix) => {
  async function repository(): Promise<ProjectFolder> {
    const folder = shop(prefix);
    folder.git('init', '-q');
    folder.git('add', '-A');
    folder.git('commit', '-qm', 'base');
    folder.git('checkout', '-qb', 'ktx-ci/context');
    await folder.ingest('--apply', '--project-dir', prefix || '.', '--out', 'out1');
    folder.git('add', '-A');
    folder.git('commit', '-qm', 'night 1');
    folder.git('checkout', '-q', 'main');
    return folder;
  }
  const project = (...args: string[]): string[] => ['--project-dir', prefix || '.', ...args];

  test('night 1 unmerged on a branch: nothing is due; git takes the patch and gives that branch', async () => {
    using folder = await repository();
    const second = await folder.ingest(...project('--baseline', 'ktx-ci/context', '--out', 'out2'));
    expect([second.status, due(second)]).toEqual(['nothing-to-do', []]);
    folder.git('apply', '--index', 'out2/context.patch');
    expect(folder.git('diff', '--cached', 'ktx-ci/context')).toBe('');
  });

  test('a person’s commit on the branch is part of the baseline', async () => {
    using folder = await repository();
    folder.git('checkout', '-q', 'ktx-ci/context');
    const overlay = 'name: orders\nmeasures:\n  - {name: revenue, expr: sum(amount)}   # checked by hand\n';
    folder.write(`${prefix}semantic-layer/warehouse/orders.yaml`, overlay);
    folder.git('add', '-A');
    folder.git('commit', '-qm', 'by hand');
    folder.git('checkout', '-q', 'main');
    const second = await folder.ingest(...project('--baseline', 'ktx-ci/context', '--out', 'out2'));
    expect(second.exitCode).toBe(0);
    folder.git('apply', 'out2/context.patch');
    expect(folder.read(`${prefix}semantic-layer/warehouse/orders.yaml`)).toBe(overlay);
  });

  test('main moved on in other files: both are kept; in the same file: said, and main’s is used', async () => {
    using folder = await repository();
    folder.write(`${prefix}semantic-layer/warehouse/orders.yaml`, 'name: orders\ndescriptions: {user: Ours}\n');
    folder.git('add', '-A');
    folder.git('commit', '-qm', 'main moved');
    const second = await folder.ingest(...project('--baseline', 'ktx-ci/context', '--out', 'out2'));
    expect(due(second)).toEqual([]);
    folder.git('apply', 'out2/context.patch');
    expect(folder.read(`${prefix}semantic-layer/warehouse/orders.yaml`)).toContain('user: Ours');
    folder.git('checkout', '-q', '.');
    folder.git('clean', '-fdq', '-e', 'out*');
    folder.write(`${prefix}${manifest}`, 'tables:\n  visits:\n    table: visits\n    columns:\n      - {name: visit_id, type: number}\n      - {name: pages, type: number}   # of one visit\n');
    folder.git('add', '-A');
    folder.git('commit', '-qm', 'main has its own');
    const third = await folder.ingest(...project('--baseline', 'ktx-ci/context', '--out', 'out3'));
    expect(third.findings.filter((finding) => finding.code === 'baseline-unreadable').map((finding) => finding.file)).toContain(manifest);
    folder.git('apply', 'out3/context.patch');
    expect(folder.read(`${prefix}${manifest}`)).toContain('      - {name: pages, type: number}   # of one visit\n');
    expect(third.findings.filter((finding) => finding.code === 'removed-by-person')).toEqual([]);
    expect(await folder.ktx('check', '--project-dir', join(folder.root, prefix))).toMatchObject({ code: 0 });
  });

  test('a link or a nested repository on the branch is no file of the context', async () => {
    using folder = await repository();
    folder.git('checkout', '-q', 'ktx-ci/context');
    const { symlinkSync } = await import('node:fs');
    symlinkSync('/etc/passwd', join(folder.root, `${prefix}semantic-layer/warehouse/passwd.yaml`));
    folder.git('add', '-A');
    folder.git('commit', '-qm', 'link');
    folder.git('checkout', '-q', 'main');
    await folder.ingest(...project('--baseline', 'ktx-ci/context', '--out', 'out2'));
    expect(folder.read('out2/context.patch')).not.toContain('passwd');
  });
});
