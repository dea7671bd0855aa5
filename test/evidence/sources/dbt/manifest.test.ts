import { describe, expect, test } from '@jest/globals';
import { cp, mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { confinedReader } from '../../../../src/evidence/files.js';
import type { DbtEvidence } from '../../../../src/evidence/evidence.js';
import { type DbtReading, readDbt } from '../../../../src/evidence/sources/dbt/dbt.js';
import { locate } from '../../../../src/evidence/sources/dbt/locate.js';
import { withFiles } from '../../folder.js';
import { shopFiles, shopManifest, shopWithManifest } from './shop.js';

const read = (files: Readonly<Record<string, string>>): Promise<DbtReading> =>
  withFiles(files, (root) => readDbt({ connection: 'shop', root, directory: 'dbt' }));

function one(reading: DbtReading, name: string): DbtEvidence {
  const found = reading.evidence.find((evidence) => evidence.id === `dbt:shop/${name}`);
  if (!found) throw new Error(`no ${name} in ${reading.evidence.map(({ id }) => id).join(', ')}`);
  return found;
}

describe('a manifest', () => {
  test('gives the root project, sorted, without packages', async () => {
    const reading = await read(shopWithManifest());
    expect(reading.via).toBe('manifest');
    expect(reading.generatedAt).toBe('2026-03-01T04:00:00.000000Z');
    expect(reading.evidence.map(({ id }) => id)).toEqual([
      'dbt:shop/model.dim_customers.v1', 'dbt:shop/model.dim_customers.v2', 'dbt:shop/model.eph', 'dbt:shop/model.orders', 'dbt:shop/model.stg_payments',
      'dbt:shop/seed.country_codes', 'dbt:shop/snapshot.orders_snapshot', 'dbt:shop/source.raw.orders', 'dbt:shop/source.raw.payments',
    ]);
  });

  test('gives a model with all that was declared about it', async () => {
    const { data } = one(await read(shopWithManifest()), 'model.orders');
    expect(data).toMatchObject({
      name: 'orders', label: 'Order', relation: { catalog: 'analytics', schema: 'main_marts', name: 'orders' }, materialized: 'table',
      description: 'One row per *order*.', tags: ['core', 'finance', 'nightly'], exposures: ['weekly_revenue'],
      dependsOn: ['dbt:shop/model.dim_customers.v1', 'dbt:shop/model.stg_payments', 'dbt:shop/seed.country_codes', 'dbt:shop/source.raw.orders'],
    });
    expect(data.columns[0]).toMatchObject({ name: 'order_id', dataType: 'integer', constraints: [{ type: 'not_null', columns: ['order_id'] }, { type: 'primary_key', columns: ['order_id'] }] });
    expect(data.tests.map(({ name, package: from, column, kwargs, severity, where }) => ({ name, from, column, kwargs, severity, where }))).toEqual([
      { name: 'no_negative_amounts', from: null, column: null, kwargs: {}, severity: 'warn', where: undefined },
      { name: 'unique_combination_of_columns', from: 'dbt_utils', column: null, kwargs: { combination_of_columns: ['order_id', 'status'] }, severity: 'error', where: undefined },
      { name: 'relationships', from: null, column: 'customer_id', kwargs: { to: 'dbt:shop/model.dim_customers.v2', field: 'customer_id' }, severity: 'error', where: undefined },
      { name: 'not_null', from: null, column: 'order_id', kwargs: {}, severity: 'warn', where: "status <> 'draft'" },
      { name: 'unique', from: null, column: 'order_id', kwargs: {}, severity: 'error', where: undefined },
      { name: 'accepted_values', from: null, column: 'status', kwargs: { values: ['placed', 'shipped'], quote: true }, severity: 'error', where: undefined },
    ]);
  });

  test('knows sources, seeds, snapshots and what is not built', async () => {
    const reading = await read(shopWithManifest());
    expect(one(reading, 'source.raw.orders').data).toMatchObject({
      name: 'raw.orders', relation: { catalog: 'lake', schema: 'landing', name: 'orders_v3' }, materialized: 'source', tags: ['external'],
      freshness: { raw: 'warn after 12 hour, error after 1 day', loadedAtField: '_loaded_at' }, tests: [{ name: 'not_null', column: 'id' }],
    });
    expect(one(reading, 'source.raw.payments').data.freshness).toEqual({ loadedAtField: '_loaded_at' });
    expect(one(reading, 'model.eph').data.relation).toBeNull();
    expect(one(reading, 'snapshot.orders_snapshot').data.relation).toMatchObject({ schema: 'snapshots' });
    expect(one(reading, 'seed.country_codes').data.rawSql).toBeUndefined();
  });

  test('takes types and undocumented columns from the catalog, in the documented spelling', async () => {
    const catalog = { nodes: { 'model.shop.orders': { columns: {
      EXTRA: { name: 'EXTRA', type: 'TEXT', index: 9 }, ORDER_ID: { name: 'ORDER_ID', type: 'NUMBER', index: 1 }, STATUS: { name: 'STATUS', type: 'VARCHAR', index: 2 },
    } } } };
    const { data } = one(await read({ ...shopWithManifest(), 'dbt/target/catalog.json': JSON.stringify(catalog) }), 'model.orders');
    expect(data.columns.map(({ name, dataType }) => [name, dataType])).toEqual([
      ['order_id', 'integer'], ['status', 'VARCHAR'], ['customer_id', undefined], ['EXTRA', 'TEXT'],
    ]);
  });

  test('keeps the edge to a package, and apart from an own model of the same name', async () => {
    const manifest = shopManifest() as { nodes: Record<string, { depends_on: { nodes: string[] } }> };
    manifest.nodes['model.shop.eph'] = { ...manifest.nodes['model.shop.eph'], depends_on: { nodes: ['model.other.theirs', 'model.other.orders'] } };
    expect(one(await read(shopWithManifest(manifest)), 'model.eph').data.dependsOn).toEqual(['dbt:shop/model.other.orders', 'dbt:shop/model.theirs']);
  });

  test('defines terms: nodes, labels, columns, docs blocks, exposures, metrics', async () => {
    const { definitions } = await read(shopWithManifest());
    expect(definitions.map(({ term, evidence }) => `${term} @ ${evidence}`)).toEqual(expect.arrayContaining([
      'orders @ dbt:shop/model.orders', 'Order @ dbt:shop/model.orders', 'orders.status @ dbt:shop/model.orders', 'orders @ dbt:shop/source.raw.orders',
      'orders @ dbt:shop/doc.orders', 'Weekly revenue @ dbt:shop/exposure.weekly_revenue', 'Churn rate @ dbt:shop/metric.churn',
    ]));
    expect(definitions.every(({ text }) => text !== '')).toBe(true);
  });
});

describe('hashes', () => {
  type Nodes = { nodes: Record<string, Record<string, unknown>>; metadata: Record<string, unknown> };
  const hashes = async (change: (manifest: Nodes) => void): Promise<[string, string]> => {
    const manifest = structuredClone(shopManifest()) as unknown as Nodes;
    change(manifest);
    const { hash, structureHash } = one(await read(shopWithManifest(manifest)), 'model.orders');
    return [hash, structureHash];
  };
  const orders = (manifest: Nodes): Record<string, unknown> => manifest.nodes['model.shop.orders'] as Record<string, unknown>;

  test('stay when only times, places, checksums, compiled SQL, exposures or order change', async () => {
    const before = await hashes(() => undefined);
    expect(await hashes((manifest) => {
      manifest.metadata['generated_at'] = '2027-01-01T00:00:00Z';
      Object.assign(orders(manifest), { checksum: { name: 'sha256', checksum: 'other' }, compiled_code: 'select 2', original_file_path: 'models/moved/orders.sql', created_at: 1 });
      orders(manifest)['raw_code'] = String(orders(manifest)['raw_code']).replaceAll('\n', '\r\n');
      manifest.nodes = Object.fromEntries(Object.entries(manifest.nodes).reverse());
      (manifest as unknown as { exposures: unknown }).exposures = {};
    })).toEqual(before);
  });

  test('move with meaning, and the structure hash with structure alone', async () => {
    const [hash, structure] = await hashes(() => undefined);
    const reworded = await hashes((manifest) => { orders(manifest)['description'] = 'Something else.'; });
    expect([reworded[0] === hash, reworded[1] === structure]).toEqual([false, true]);
    const requeried = await hashes((manifest) => { orders(manifest)['raw_code'] = 'select 1'; });
    expect([requeried[0] === hash, requeried[1] === structure]).toEqual([false, true]);
    const renamed = await hashes((manifest) => { orders(manifest)['alias'] = 'orders_new'; });
    expect([renamed[0] === hash, renamed[1] === structure]).toEqual([false, false]);
    const untested = await hashes((manifest) => { delete manifest.nodes['test.shop.unique_orders_order_id.0a1b2c']; });
    expect([untested[0] === hash, untested[1] === structure]).toEqual([false, false]);
  });
});

describe('staleness', () => {
  const stale = async (files: Record<string, string>): Promise<string | undefined> =>
    (await read(files)).findings.find(({ code }) => code === 'dbt-manifest-stale')?.message;
  // The seed's checksum of the fixture is not the one of its file.
  const fresh = ((): Record<string, string> => {
    const { 'dbt/seeds/country_codes.csv': _seed, ...files } = shopWithManifest();
    const manifest = shopManifest() as { nodes: Record<string, unknown> };
    delete manifest.nodes['seed.shop.country_codes'];
    return { ...files, 'dbt/target/manifest.json': JSON.stringify(manifest) };
  })();

  test('nothing where all files are the ones it was made from', async () => {
    expect(await stale(fresh)).toBeUndefined();
    expect(await stale({ ...fresh, 'dbt/models/orders.sql': `\r\n${String(shopFiles['dbt/models/orders.sql']).replaceAll('\n', '\r\n')}\n\n` })).toBeUndefined();
  });

  test('counts and names what changed, is new and is missing, and uses the manifest', async () => {
    const { 'dbt/models/eph.sql': _gone, ...rest } = fresh;
    const files = { ...rest, 'dbt/models/orders.sql': 'select 2', 'dbt/models/new.sql': 'select 3' };
    expect(await stale(files)).toContain('1 changed (dbt/models/orders.sql), 1 new (dbt/models/new.sql), 1 missing (dbt/models/eph.sql)');
    expect((await read(files)).via).toBe('manifest');
  });

  test('a folder of artifacts alone is not stale', async () => {
    expect(await stale({ 'dbt/target/manifest.json': JSON.stringify(shopManifest()) })).toBeUndefined();
  });
});

describe('an unusable manifest', () => {
  test.each([
    ['not JSON', '{"metadata": '],
    ['too old', shopManifest({ metadata: { dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v7.json' } })],
    ['something else', { hello: 'world' }],
    ['empty', shopManifest({ nodes: {}, sources: {} })],
    ['a list', []],
  ])('%s: a finding, and the files are read', async (_, manifest) => {
    const reading = await read(shopWithManifest(manifest));
    expect(reading.via).toBe('files');
    expect(reading.findings.map(({ code }) => code)).toContain('dbt-manifest');
  });

  test('odd shapes inside do not throw', async () => {
    const manifest = shopManifest({ docs: 7, exposures: [null], metrics: null, disabled: 'x', nodes: {
      'model.shop.a': { unique_id: 'model.shop.a', resource_type: 'model', package_name: 'shop', columns: [1], config: null, tags: 3, depends_on: 'x', constraints: {} },
      b: null, c: { resource_type: 'constructor', package_name: 'shop', unique_id: 'constructor.shop.c' },
    } });
    expect((await read(shopWithManifest(manifest))).evidence.map(({ id }) => id)).toContain('dbt:shop/model.a');
  });
});

describe('locate', () => {
  test('finds models, columns, tests, descriptions, docs blocks and snapshots', () =>
    withFiles(shopWithManifest(), async (root) => {
      const reading = await readDbt({ connection: 'shop', root, directory: 'dbt' });
      const reader = confinedReader(root);
      const lineOf = async (origin: Parameters<typeof locate>[1]): Promise<string> => {
        const place = await locate(reader, origin);
        const text = place ? (shopFiles[place.file]?.split('\n')[place.line - 1] ?? '').slice(place.column - 1) : '';
        return `${place?.file}: ${text}`;
      };
      const orders = one(reading, 'model.orders');
      expect(await lineOf(orders.origin)).toMatch('dbt/models/orders.sql: {{ config');
      expect(await lineOf(orders.data.columns[1]?.origin ?? {})).toBe('dbt/models/schema.yml: name: status');
      expect(await lineOf(orders.data.tests.find(({ name }) => name === 'relationships')?.origin ?? {})).toContain('relationships: {to:');
      expect(await lineOf(orders.data.tests.find(({ package: from }) => from === 'dbt_utils')?.origin ?? {})).toContain('dbt_utils.unique_combination_of_columns:');
      expect(await lineOf(one(reading, 'source.raw.orders').origin)).toBe('dbt/models/schema.yml: name: orders');
      expect(await lineOf(one(reading, 'source.raw.orders').data.tests[0]?.origin ?? {})).toBe('dbt/models/schema.yml: not_null]');
      expect(await lineOf(one(reading, 'snapshot.orders_snapshot').origin)).toContain('{% snapshot orders_snapshot');
      expect(await lineOf(reading.definitions.find(({ evidence }) => evidence === 'dbt:shop/doc.orders')?.origin ?? {})).toBe('dbt/models/docs.md: {% docs orders %}');
      expect(await lineOf(reading.definitions.find(({ term }) => term === 'Order')?.origin ?? {})).toContain('description: "{{ doc(');
      expect(await locate(reader, { file: 'dbt/none.yml', pointer: ['models'] })).toBeUndefined();
      expect(await locate(reader, { file: '../../etc/passwd' })).toBeUndefined();
    }));
});

const real = join(process.env['KTX_CI_REAL'] ?? join(process.cwd(), '..', 'shared', 'real'), 'dbt-artifacts');
const ifReal = existsSync(real) ? describe : describe.skip;
ifReal(`real artifacts (skipped where ${real} is absent; set KTX_CI_REAL)`, () => {
  test('are read whole', () =>
    withFiles({}, async (root) => {
      await mkdir(join(root, 'target'));
      await cp(real, join(root, 'target'), { recursive: true });
      const reading = await readDbt({ connection: 'shop', root, directory: '' });
      expect(reading.findings).toEqual([]);
      expect(reading.evidence).toHaveLength(16);
      const { data } = one(reading, 'model.fct_orders');
      expect(data.tests.filter(({ name }) => name === 'relationships').map(({ kwargs }) => kwargs['to'])).toEqual(['dbt:shop/model.dim_customers.v2', '{{ target.schema}}.dim_customers']);
      expect(data.columns.find(({ name }) => name === 'amount')?.dataType).toBe('NUMBER');
      expect(one(reading, 'model.dim_customers.v2').data.exposures).toContain('crm_export');
    }));
});
