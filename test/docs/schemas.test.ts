import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { ProjectFolder } from '../project-folder.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const shop = join(root, 'examples', 'shop');

function schema(name: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  return ajv.compile(JSON.parse(readFileSync(join(root, 'docs', 'schemas', `${name}.schema.json`), 'utf8')) as object);
}

const lines = (text: string): unknown[] => text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown);

/** What is wrong with a value, '' for nothing. */
function problems(validate: ValidateFunction, value: unknown): string {
  if (validate(value)) return '';
  return `${JSON.stringify(value).slice(0, 300)}: ${(validate.errors ?? []).slice(0, 3).map((error) => `${error.instancePath} ${error.message}`).join('; ')}`;
}

/** The first few are enough to see what is wrong. */
const allProblems = (validate: ValidateFunction, values: readonly unknown[]): string[] =>
  values.map((value) => problems(validate, value)).filter((problem) => problem !== '').slice(0, 3);

describe('the schemas of what a run leaves behind', () => {
  let project: ProjectFolder;
  const nights: { report: unknown; edits: unknown[]; catalog: unknown[]; lock: unknown[] }[] = [];

  async function night(): Promise<void> {
    const out = `out-${nights.length + 1}`;
    const { err } = await project.ktx('ingest', '--apply', '--out', out);
    expect(err).toContain(' changes in ');
    nights.push({
      report: JSON.parse(project.read(`${out}/report.json`)), edits: lines(project.read(`${out}/edits.jsonl`)),
      catalog: lines(project.read(`${out}/catalog.jsonl`)), lock: lines(project.read('ktx.lock')),
    });
  }

  beforeAll(async () => {
    project = new ProjectFolder();
    cpSync(shop, project.root, { recursive: true, filter: (path) => !path.includes('.ktx') });
    await night();
    project.sql('DROP TABLE "Order Notes"; ALTER TABLE stores RENAME COLUMN city TO town', 'warehouse/shop.sqlite');
    project.remove('semantic-layer/warehouse/countries.yaml');
    project.edit('dbt/seeds/_seeds.yml', (text) => text.replace(/description: .*/, 'description: Countries that we ship to'));
    project.edit('ktx-ci.yaml', (text) => text.replace('usd: 2', 'usd: 3'));
    await night();
  });
  afterAll(() => project[Symbol.dispose]());

  test('the report of a real run fits', () => {
    const validate = schema('report');
    expect(nights.map(({ report }) => problems(validate, report))).toEqual(['', '']);
  });

  test('the report of a run that was stopped fits', async () => {
    using broken = new ProjectFolder({ 'ktx.yaml': 'connections:\n  warehouse: {driver: sqlite, path: env:NOWHERE}\n' });
    await broken.ktx('ingest', '--out', 'out');
    expect(problems(schema('report'), JSON.parse(broken.read('out/report.json')))).toBe('');
  });

  test('every line of edits.jsonl fits, whatever it does', () => {
    const validate = schema('edits');
    const edits = nights.flatMap((one) => one.edits);
    expect(allProblems(validate, edits)).toEqual([]);
    const seen = new Set(edits.map((line) => (line as { edit: { op: string; kind: string } }).edit).map(({ op, kind }) => `${op} ${kind}`));
    expect([...seen]).toEqual(expect.arrayContaining(['put source', 'put join', 'put grain', 'put description', 'put property', 'put column', 'remove source', 'remove column']));
    expect(edits.some((line) => Object.hasOwn(line as object, 'before'))).toBe(true);
  });

  test('every line of ktx.lock fits', () => {
    const validate = schema('lock');
    const records = nights.flatMap((one) => one.lock);
    expect(allProblems(validate, records)).toEqual([]);
    expect([...new Set(records.map((record) => (record as { t?: string }).t))]).toEqual(expect.arrayContaining([undefined, 'table', 'unit', 'file', 'gone']));
  });

  test('every line of catalog.jsonl fits', () => {
    const validate = schema('catalog');
    expect(allProblems(validate, nights.flatMap((one) => one.catalog))).toEqual([]);
  });

  test.each<[string, string, (value: Record<string, unknown>) => unknown]>([
    ['report', 'a key that nobody described', (report) => ({ ...report, mood: 'good' })],
    ['report', 'a status that does not exist', (report) => ({ ...report, status: 'fine' })],
    ['report', 'no findings', ({ findings: _, ...report }) => report],
    ['report', 'a finding with an unknown code', (report) => ({ ...report, findings: [{ severity: 'error', code: 'oops', message: 'm', fix: '' }] })],
    ['report', 'a line 0', (report) => ({ ...report, findings: [{ severity: 'error', code: 'usage', message: 'm', fix: '', line: 0 }] })],
    ['report', 'an edit outside the context', (report) => ({ ...report, edits: [{ action: 'removed', entity: 'e', file: '.github/workflows/ci.yml', evidence: [], author: 'derived', verdict: 'proved' }] })],
    ['edits', 'a misspelled author', (line) => ({ ...line, edit: { ...(line['edit'] as object), author: 'derive' } })],
    ['edits', 'a put without value', (line) => ({ ...line, edit: Object.fromEntries(Object.entries(line['edit'] as object).filter(([key]) => key !== 'value')) })],
    ['edits', 'a property without value', (line) => ({ ...line, edit: { op: 'put', kind: 'property', connection: 'w', source: 's', field: 'tags.dbt', evidence: [], author: 'derived' } })],
    ['edits', 'a join without its other side', (line) => ({ ...line, edit: { op: 'remove', kind: 'join', connection: 'w', source: 's', evidence: [], author: 'derived' } })],
    ['edits', 'a file of a person', (line) => ({ ...line, file: 'wiki/user/ana/notes.md' })],
    ['catalog', 'an unknown type', (line) => ({ ...line, columns: { id: 'uuid' } })],
    ['catalog', 'no source', ({ source: _, ...line }) => line],
  ])('%s: %s is refused', (name, _what, plant) => {
    const first = nights[0]!;
    const good = name === 'report' ? first.report : name === 'edits' ? first.edits[0] : first.catalog[0];
    const validate = schema(name);
    expect(problems(validate, good)).toBe('');
    expect(validate(plant(good as Record<string, unknown>))).toBe(false);
  });

  test.each<[string, unknown]>([
    ['a newer format', { lock: 2 }],
    ['an unknown type', { t: 'tabel', id: 'w/main.t' }],
    ['a short hash', { t: 'table', id: 'w/main.t', structure: 'abc', mark: null, hash: 'ABCDEFGHIJKL' }],
    ['a unit without its evidence', { t: 'unit', id: 'table:w/main.t', key: 'ABCDEFGHIJKL', by: 'derived', outcome: 'written' }],
    ['an unknown outcome', { t: 'unit', id: 'table:w/main.t', key: 'ABCDEFGHIJKL', by: 'derived', outcome: 'done', evidence: {} }],
    ['a file with a time', { t: 'file', id: 'semantic-layer/w/t.yaml', sha: '0123456789ab', at: '2026-01-01' }],
    ['an entity by nobody', { t: 'file', id: 'semantic-layer/w/t.yaml#t', e: { grain: { h: 'ABCDEFGHIJKL', by: 'me' } } }],
  ])('lock: %s is refused', (_what, line) => {
    expect(schema('lock')(line)).toBe(false);
  });
});

describe('the schema of ktx-ci.yaml', () => {
  test('takes the example and an empty file', () => {
    const validate = schema('settings');
    expect(problems(validate, parse(readFileSync(join(shop, 'ktx-ci.yaml'), 'utf8')))).toBe('');
    expect(problems(validate, {})).toBe('');
  });

  test.each([
    ['an unknown key', { budgets: {} }],
    ['an unknown inner key', { budget: { euro: 3 } }],
    ['a negative limit', { budget: { usd: -1 } }],
    ['a share above one', { removals: { maxShare: 10 } }],
    ['an unknown kind of samples', { samples: 'some' }],
    ['a text for a list', { documents: 'docs/*.md' }],
  ])('refuses %s', (_what, value) => {
    expect(schema('settings')(value)).toBe(false);
  });
});

test('the committed schemas are what their generator makes', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'generate-schemas.mjs'), '--check'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});
