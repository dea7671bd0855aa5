import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { main } from '../../src/commands/main.js';
import type { Report } from '../../src/report.js';
import { codes, ProjectFolder } from '../project-folder.js';

/** What ktx.yaml refers to: variables, files, paths, the project itself. */

const table = 'create table customers (id integer primary key, name text); insert into customers values (1, \'a\'), (2, \'b\')';
const config = (path: string): string => `connections:\n  warehouse:\n    driver: sqlite\n    path: ${path}\n  other:\n    driver: sqlite\n    path: other.sqlite\n`;

function project(path: string, files: Readonly<Record<string, string>> = {}): ProjectFolder {
  const folder = new ProjectFolder({ 'ktx.yaml': config(path), ...files });
  folder.sql(table, 'data/shop.sqlite');
  folder.sql('create table others (id integer primary key)', 'other.sqlite');
  return folder;
}

async function ktx(folder: ProjectFolder, args: readonly string[], environment: Readonly<Record<string, string>> = {}, cwd = folder.root): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(args, { cwd, environment: { PATH: process.env['PATH'], ...environment }, stdout: { write: (text) => out.push(text) }, stderr: { write: (text) => err.push(text) } });
  return { code, out: out.join(''), err: err.join('') };
}

const report = (out: string): Report => JSON.parse(out) as Report;

describe('references', () => {
  test.each([['env:SHOP_DB'], ['file:secrets/db'], ['"env: SHOP_DB"'], ['file:../nowhere']])('%s without a value stops ingest and status at its line; no ambient value is used', async (reference) => {
    using folder = project(reference);
    // names that other tools read
    const environment = { SQLITE_PATH: 'data/shop.sqlite', DATABASE_URL: 'data/shop.sqlite', KTX_WAREHOUSE: 'data/shop.sqlite', shop_db: 'data/shop.sqlite', SHOP_DB: '  ' };
    const ingest = await ktx(folder, ['ingest', '--json', '--apply'], environment);
    expect([ingest.code, codes(report(ingest.out))]).toEqual([2, ['reference-unresolved']]);
    expect(report(ingest.out).findings[0]).toMatchObject({ severity: 'error', file: 'ktx.yaml', line: 4, column: 11 });
    expect(report(ingest.out).warehouse).toEqual([]);
    expect(folder.context()).toEqual({});
    for (const fast of [[], ['--fast']]) {
      const status = await ktx(folder, ['status', ...fast], environment);
      expect([fast, status.code]).toEqual([fast, 2]);
      expect(status.out).toContain('ktx.yaml:4:11');
      expect(status.out.match(/BLOCKED/g)).toHaveLength(1);
    }
  });

  test('in --dry-run it is a notice and the rest goes on; check does not need it', async () => {
    using folder = project('env:SHOP_DB');
    const dry = await ktx(folder, ['ingest', '--dry-run', '--json']);
    expect(report(dry.out).findings.map((finding) => [finding.severity, finding.code, finding.line])).toEqual([['notice', 'reference-unresolved', 4]]);
    expect(report(dry.out).units.map((unit) => unit.id)).toEqual(['table:other/main.others']);
    expect((await ktx(folder, ['check'])).code).toBe(0);
  });

  test('env: and file: are resolved where they are used', async () => {
    using folder = project('env:SHOP_DB', { 'secrets/db': 'data/shop.sqlite\n' });
    expect(report((await ktx(folder, ['ingest', '--dry-run', '--json'], { SHOP_DB: ' data/shop.sqlite ' })).out).units).toHaveLength(2);
    folder.write('ktx.yaml', config('file:secrets/db'));
    expect(report((await ktx(folder, ['ingest', '--dry-run', '--json'])).out).units).toHaveLength(2);
  });

  test('a url may be sqlite:///relative, sqlite:////absolute or file:///absolute', async () => {
    using folder = project('data/shop.sqlite');
    for (const url of ['sqlite:///data/shop.sqlite', `sqlite:///${join(folder.root, 'data/shop.sqlite')}`, `file://${join(folder.root, 'data/shop.sqlite')}`]) {
      folder.write('ktx.yaml', config('x').replace('path: x', `url: ${JSON.stringify(url)}`));
      expect([url, report((await ktx(folder, ['ingest', '--dry-run', '--json'])).out).units.length]).toEqual([url, 2]);
      expect([url, (await ktx(folder, ['status'])).code]).toEqual([url, 0]);
    }
  });
});

describe('where the project is', () => {
  test('paths are relative to the project, whatever the working directory', async () => {
    using folder = project('data/shop.sqlite', { 'ktx-ci.yaml': 'documents: ["docs/**"]\n', 'docs/a.md': '**Active customer**: 30 days\n', 'deep/er/file': '' });
    const deep = join(folder.root, 'deep/er');
    // the nearest ktx.yaml above the working directory
    const upward = await ktx(folder, ['ingest', '--dry-run', '--json'], {}, deep);
    expect([upward.code, report(upward.out).units.length]).toEqual([0, 3]);
    // --project-dir, relative to the working directory, wins over KTX_PROJECT_DIR
    using elsewhere = new ProjectFolder();
    expect((await ktx(folder, ['ingest', '--dry-run', '--json', '--project-dir', '../..'], { KTX_PROJECT_DIR: elsewhere.root }, deep)).code).toBe(0);
    expect((await ktx(folder, ['ingest', '--dry-run', '--json'], { KTX_PROJECT_DIR: folder.root }, elsewhere.root)).code).toBe(0);
    expect((await ktx(folder, ['ingest', '--dry-run', '--json'], { KTX_PROJECT_DIR: elsewhere.root })).code).toBe(2);
    // an output folder is where the person stands, the context where the project is
    expect((await ktx(folder, ['ingest', '--apply', '--out', 'out'], { KTX_PROJECT_DIR: folder.root }, elsewhere.root)).code).toBe(0);
    expect(Object.keys(elsewhere.files())).toContain('out/report.json');
    expect(Object.keys(folder.context())).toContain('ktx.lock');
  });

  test('the nearer of two projects is taken', async () => {
    using folder = project('data/shop.sqlite', { 'inner/ktx.yaml': 'connections: {}\n' });
    const { out } = await ktx(folder, ['ingest', '--dry-run', '--json'], {}, join(folder.root, 'inner'));
    expect(report(out).units).toEqual([]);
  });

  test.each([['ingest', 2], ['status', 2], ['check', 0], ['ingest --dry-run', 0]] as const)('a bare dbt project: %s ends with %i', async (line, code) => {
    using folder = new ProjectFolder({
      'dbt_project.yml': 'name: shop\nversion: "1.0"\nmodel-paths: [models]\n', 'models/orders.sql': 'select 1 as id\n',
      'models/schema.yml': 'version: 2\nmodels:\n  - name: orders\n    columns:\n      - {name: id, data_type: integer, tests: [unique]}\n',
    });
    const before = folder.files();
    const ran = await ktx(folder, line.split(' '));
    expect([ran.code, ran.out + ran.err]).toEqual([code, expect.stringContaining(code === 0 ? 'no ktx.yaml here' : 'holds a dbt project and no ktx.yaml')]);
    expect(folder.files()).toEqual(before);
  });
});

describe('drivers', () => {
  test.each(['mysql', 'snowflake', 'metabase', 'notion'])('%s is ktx’s: a notice, and its context stays as it is', async (driver) => {
    using folder = project('data/shop.sqlite');
    folder.write('ktx.yaml', `${config('data/shop.sqlite')}  theirs:\n    driver: ${driver}\n    url: env:NOBODY_SET_THIS\n`);
    const theirs = { 'semantic-layer/theirs/_schema/public.yaml': 'tables:\n  a:\n    table: public.a\n    columns:\n      - {name: id, type: number}\n', 'semantic-layer/theirs/a.yaml': 'name: a\nmeasures: [{name: n, expr: count(*)}]\n' };
    for (const [path, text] of Object.entries(theirs)) folder.write(path, text);
    const ran = report((await ktx(folder, ['ingest', '--json', '--apply'])).out);
    expect([ran.exitCode, ran.findings.map((finding) => [finding.severity, finding.code, finding.line])]).toEqual([0, [['notice', 'driver-skipped', 9]]]);
    expect(folder.context()).toMatchObject(theirs);
    expect((await ktx(folder, ['status'])).out).toMatch(new RegExp(`skipped +theirs +driver ${driver}`));
  });

  test('a dbt project in another repository is skipped, not cloned', async () => {
    using folder = project('data/shop.sqlite');
    folder.write('ktx.yaml', `${config('data/shop.sqlite')}  shop:\n    driver: dbt\n    repo_url: https://127.0.0.1:1/shop.git\n    auth_token_ref: env:NOBODY_SET_THIS\n`);
    const ran = report((await ktx(folder, ['ingest', '--json'])).out);
    expect([ran.exitCode, codes(ran)]).toEqual([0, ['driver-skipped']]);
  });

  test('--connection names one that there is', async () => {
    using folder = project('data/shop.sqlite');
    const wrong = await ktx(folder, ['ingest', '--json', '--connection', 'warehose']);
    expect([wrong.code, report(wrong.out).findings[0]?.fix]).toEqual([2, 'did you mean warehouse?']);
    expect(report((await ktx(folder, ['ingest', '--json', '--connection', 'other'])).out).units.filter((unit) => unit.due !== null).map((unit) => unit.id)).toEqual(['table:other/main.others']);
  });
});
