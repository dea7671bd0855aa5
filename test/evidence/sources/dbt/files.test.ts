import { describe, expect, test } from '@jest/globals';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { DbtEvidence } from '../../../../src/evidence/evidence.js';
import { type DbtReading, readDbt } from '../../../../src/evidence/sources/dbt/dbt.js';
import { withFiles } from '../../folder.js';
import { shopFiles, shopWithManifest } from './shop.js';

const read = (files: Readonly<Record<string, string | Uint8Array>>): Promise<DbtReading> =>
  withFiles(files, (root) => readDbt({ connection: 'shop', root, directory: 'dbt' }));

function one(reading: DbtReading, name: string): DbtEvidence {
  const found = reading.evidence.find((evidence) => evidence.id === `dbt:shop/${name}`);
  if (!found) throw new Error(`no ${name} in ${reading.evidence.map(({ id }) => id).join(', ')}`);
  return found;
}

const withoutPlaces = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'origin' || key === 'described' ? undefined : inner)));

describe('a project without a manifest', () => {
  test('gives the same evidence as its manifest', async () => {
    const [files, manifest] = [await read(shopFiles), await read(shopWithManifest())];
    expect([files.via, manifest.via]).toEqual(['files', 'manifest']);
    expect(files.findings).toEqual([]);
    expect(files.evidence.map(({ id }) => id)).toEqual(manifest.evidence.map(({ id }) => id));
    for (const [index, evidence] of files.evidence.entries()) {
      expect(withoutPlaces(evidence.data)).toEqual(withoutPlaces(manifest.evidence[index]?.data));
    }
    const hashes = ({ evidence }: DbtReading): string[] => evidence.map(({ id, hash, structureHash }) => `${id} ${hash} ${structureHash}`);
    expect(hashes(files)).toEqual(hashes(manifest));
    const terms = ({ definitions }: DbtReading): string[] => definitions.map(({ term, text, evidence }) => `${term}: ${text} (${evidence})`).sort();
    expect(terms(files)).toEqual(terms(manifest));
  });

  test('points at the line of everything', async () => {
    const reading = await read(shopFiles);
    const lineOf = ({ file, line, column }: DbtEvidence['origin']): string =>
      (shopFiles[file ?? '']?.split('\n')[(line ?? 0) - 1] ?? '').slice((column ?? 1) - 1);
    const { data, origin } = one(reading, 'model.orders');
    expect(origin).toEqual({ file: 'dbt/models/orders.sql', line: 1 });
    expect(data.columns.map((column) => lineOf(column.origin))).toEqual(['name: order_id', 'name: status', 'name: customer_id']);
    expect(lineOf(data.tests.find(({ name }) => name === 'accepted_values')?.origin ?? {})).toBe('accepted_values:');
    expect(lineOf(one(reading, 'source.raw.payments').origin)).toBe('name: payments');
    expect(lineOf(one(reading, 'snapshot.orders_snapshot').origin)).toContain('{% snapshot orders_snapshot %}');
    expect(lineOf(reading.definitions.find(({ term }) => term === 'Churn rate')?.origin ?? {})).toBe('name: churn');
  });

  test('reads the same whatever the line endings', async () => {
    const windows = Object.fromEntries(Object.entries(shopFiles).map(([path, contents]) => [path, contents.replaceAll('\n', '\r\n')]));
    expect((await read(windows)).evidence.map(({ hash }) => hash)).toEqual((await read(shopFiles)).evidence.map(({ hash }) => hash));
  });
});

describe('the relation', () => {
  const relation = async (files: Record<string, string>, name = 'model.a'): Promise<unknown> => {
    const found = one(await read({ 'dbt/dbt_project.yml': 'name: shop\nprofile: p\n', ...files }), name).data.relation;
    return found && `${found.catalog}.${found.schema}.${found.name}`;
  };
  const profile = { 'dbt/profiles.yml': "p: {target: t, outputs: {t: {type: postgres, dbname: db, schema: main}}}\n" };

  test.each([
    ['no profile', {}, 'select 1', 'null.null.a'],
    ['the target', profile, 'select 1', 'db.main.a'],
    ['a custom schema', profile, "{{ config(schema='x', alias='b', database='other') }}", 'other.main_x.b'],
    ['a schema that only dbt can tell', profile, "{{ config(schema=target.schema ~ '_x') }}", 'db.null.a'],
    ['a commented config', profile, "{# {{ config(schema='x') }} #} select 1", 'db.main.a'],
    ['braces in a config', profile, "{{ config(meta={'a': {'b': 1}}, schema='x') }}", 'db.main_x.a'],
    ['a generate_schema_name macro', { ...profile, 'dbt/macros/m.sql': '{% macro generate_schema_name(custom, node) -%} x {%- endmacro %}' }, 'select 1', 'db.null.a'],
    ['duckdb', { 'dbt/profiles.yml': 'p: {target: t, outputs: {t: {type: duckdb, path: data/shop.duckdb}}}\n' }, 'select 1', 'shop.main.a'],
    ['bigquery', { 'dbt/profiles.yml': 'p: {target: t, outputs: {t: {type: bigquery, project: pr, dataset: ds}}}\n' }, 'select 1', 'pr.ds.a'],
    ['an environment variable without default', { 'dbt/profiles.yml': "p: {target: t, outputs: {t: {type: postgres, dbname: \"{{ env_var('HOME') }}\", schema: s}}}\n" }, 'select 1', 'null.s.a'],
  ])('with %s', async (_, files, sql, expected) => {
    expect(await relation({ ...files, 'dbt/models/a.sql': sql })).toBe(expected);
  });

  test('of a source follows variables and defaults', async () => {
    const files = {
      'dbt/dbt_project.yml': 'name: shop\nvars: {shop: {raw_schema: landing}}\n',
      'dbt/models/s.yml': "sources:\n  - name: raw\n    schema: \"{{ var('raw_schema', 'raw') }}\"\n    tables: [{name: a}]\n  - name: crm\n    database: \"{{ var('nothing') }}\"\n    tables: [{name: b, identifier: B1}]\n",
    };
    expect(await relation(files, 'source.raw.a')).toBe('null.landing.a');
    expect(await relation(files, 'source.crm.b')).toBe('null.crm.B1');
  });
});

describe('references', () => {
  const dependsOn = async (sql: string, more: Record<string, string> = {}): Promise<readonly string[]> =>
    one(await read({ 'dbt/dbt_project.yml': 'name: shop\n', 'dbt/models/a.sql': sql, ...more }), 'model.a').data.dependsOn;

  test.each([
    ["{{ ref('b') }} {{ ref( \"c\" ) }}", ['model.b', 'model.c']],
    ["{{ ref('pkg', 'b') }}", ['model.b']],
    ["{{ ref('b', v=2) }} {{ ref('b', version='3') }}", ['model.b.v2', 'model.b.v3']],
    ["{% set x = ref('b') %}{% for t in [source('s', 't')] %}", ['model.b', 'source.s.t']],
    ["{{ dbt_utils.star(from=ref('b'), except=['x']) }}", ['model.b']],
    ["{# {{ ref('b') }} #} {% raw %} {{ ref('c') }} {% endraw %} select 'ref(''d'')'", []],
    ["-- {{ ref('b') }}", ['model.b']],
    ["-- ref('b')", []],
    ['{{ ref(var("b")) }} {{ my.ref("c") }} {{ xref("d") }}', []],
    ["{{ ref('b'", []],
    ["{{ 'not }} closed' ~ ref('b') }}", ['model.b']],
  ])('%s', async (sql, expected) => {
    expect(await dependsOn(sql)).toEqual(expected.map((id) => `dbt:shop/${id}`));
  });

  test('know seeds, snapshots and Python', async () => {
    const more = { 'dbt/seeds/s.csv': 'a\n1\n', 'dbt/models/p.py': "def model(dbt, session):\n    dbt.config(materialized='table')\n    # dbt.ref('no')\n    return dbt.ref('s').join(dbt.source('x', 'y'))\n" };
    expect(await dependsOn("{{ ref('s') }}", more)).toEqual(['dbt:shop/seed.s']);
    const reading = await read({ 'dbt/dbt_project.yml': 'name: shop\n', ...more });
    expect(one(reading, 'model.p').data).toMatchObject({ materialized: 'table', dependsOn: ['dbt:shop/seed.s', 'dbt:shop/source.x.y'] });
  });
});

describe('what is broken', () => {
  const base = { 'dbt/dbt_project.yml': 'name: shop\n', 'dbt/models/a.sql': 'select 1' };
  const codes = ({ findings }: DbtReading): string[] => findings.map(({ code, file, line }) => [code, file, line].filter((part) => part !== undefined).join(' '));

  test('a YAML file that is none is a finding with its line, and the rest is read', async () => {
    const reading = await read({ ...base, 'dbt/models/bad.yml': 'models:\n  - name: a\n   description: x\n', 'dbt/models/good.yml': 'models:\n  - {name: a, description: Good.}\n' });
    expect(codes(reading)).toEqual(['dbt-yaml dbt/models/bad.yml 3']);
    expect(one(reading, 'model.a').data.description).toBe('Good.');
  });

  test('an alias bomb is a finding', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]', ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(', ')}]`)].join('\n');
    const reading = await read({ ...base, 'dbt/models/bomb.yml': `${bomb}\nmodels: *i\n` });
    expect(codes(reading)[0]).toMatch(/^dbt-yaml dbt\/models\/bomb.yml/);
    expect(reading.evidence).toHaveLength(1);
  });

  test('paths and links that lead out are refused', () =>
    withFiles({ ...base, 'dbt/dbt_project.yml': "name: shop\nmodel-paths: ['../../etc', models]\n" }, async (root) => {
      await symlink('/etc', join(root, 'dbt', 'models', 'link'));
      const reading = await readDbt({ connection: 'shop', root, directory: 'dbt' });
      expect(new Set(reading.findings.map(({ code }) => code))).toEqual(new Set(['path-escape']));
      expect(reading.evidence.map(({ id }) => id)).toEqual(['dbt:shop/model.a']);
    }));

  test('a dbt project outside of the root is refused', () =>
    withFiles({ ...base, 'ktx/ktx.yaml': '' }, async (root) => {
      const reading = await readDbt({ connection: 'shop', root: join(root, 'ktx'), directory: '../dbt' });
      expect([reading.evidence, codes(reading).length > 0]).toEqual([[], true]);
    }));

  test('SQL that is not UTF-8 is skipped with a finding', async () => {
    const reading = await read({ ...base, 'dbt/models/b.sql': Buffer.from([0x73, 0xe9]) });
    expect([codes(reading), reading.evidence.length]).toEqual([['file-skipped dbt/models/b.sql'], 1]);
  });

  test('docs blocks that name each other are given as they are; unknown ones are findings', async () => {
    const reading = await read({
      ...base,
      'dbt/models/d.md': '{% docs one %}see {{ doc("two") }}{% enddocs %}{% docs two %}see {{ doc("one") }}{% enddocs %}{# {% docs three %}x{% enddocs %} #}',
      'dbt/models/s.yml': "models:\n  - name: a\n    description: \"{{ doc('one') }}!\"\n    columns:\n      - {name: c, description: \"Before {{ doc('three') }} after.\"}\n",
    });
    expect(one(reading, 'model.a').data.description).toBe('see {{ doc("two") }}!');
    expect(one(reading, 'model.a').data.columns[0]?.description).toBe('Before  after.');
    expect(codes(reading)).toEqual(['dbt-yaml dbt/models/s.yml 5']);
  });

  test('no project at all is an error', async () => {
    expect(await read({ 'dbt/readme.md': '' })).toMatchObject({ evidence: [], findings: [{ severity: 'error', code: 'source-unreadable' }] });
  });

  test('odd shapes do not throw', async () => {
    const yaml = 'models: [1, {name: a, columns: 3, tests: [null, [], 7, {}], config: no, versions: x, tags: {a: 1}, meta: [1]}]\nsources: [{name: s, tables: [null, {name: t, freshness: 5, columns: [{name: c, tests: {a: 1}}]}]}]\nexposures: {}\n';
    const reading = await read({ ...base, 'dbt/models/s.yml': yaml, 'dbt/models/list.yml': '- 1\n', 'dbt/models/empty.yml': '' });
    expect(reading.evidence.map(({ id }) => id)).toEqual(['dbt:shop/model.a', 'dbt:shop/source.s.t']);
  });
});

test('folder configuration of tests and models is applied, the deeper over the outer', async () => {
  const reading = await read({
    'dbt/dbt_project.yml': 'name: shop\nmodels:\n  +materialized: table\n  shop:\n    mart:\n      +tags: [mart]\n      materialized: incremental\n      big: {+tags: big, +meta: {owner: x}}\ndata_tests:\n  +severity: warn\nseeds: {shop: {+enabled: false}}\n',
    'dbt/models/mart/big/a.sql': "{{ config(tags='own', meta={'owner': 'y', 'z': [1, true, none]}) }}",
    'dbt/models/mart/s.yml': 'models:\n  - name: a\n    tests: [{name: mine, test_name: unique, column_name: id}, {not_null: {column_name: "a || b", severity: error}}]\n    columns: [{name: x, tests: [{unique: {config: {enabled: false}}}]}]\n',
    'dbt/seeds/gone.csv': 'a\n',
  });
  expect(reading.evidence).toHaveLength(1);
  expect(one(reading, 'model.a').data).toMatchObject({
    materialized: 'incremental', tags: ['big', 'mart', 'own'], meta: { owner: 'y', z: [1, true, null] },
    tests: [{ name: 'not_null', column: null, kwargs: { column_name: 'a || b' }, severity: 'error' }, { name: 'unique', column: 'id', kwargs: {}, severity: 'warn' }],
  });
});

test('a snapshot may be YAML alone', async () => {
  const reading = await read({
    'dbt/dbt_project.yml': 'name: shop\n', 'dbt/models/a.sql': 'select 1',
    'dbt/snapshots/s.yml': "snapshots:\n  - name: a_history\n    relation: ref('a')\n    description: Every version.\n    config: {schema: s, unique_key: id}\n",
  });
  expect(one(reading, 'snapshot.a_history').data).toMatchObject({ rawSql: "select * from {{ ref('a') }}", dependsOn: ['dbt:shop/model.a'], description: 'Every version.' });
});
