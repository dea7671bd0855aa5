import { spawnSync } from 'node:child_process';
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readContext, type Context } from '../../src/context/context.js';
import { referencesGate } from '../../src/context/gates/references.js';
import { schemaGate } from '../../src/context/gates/schema.js';
import { wikiGate } from '../../src/context/gates/wiki.js';
import { contradictions } from '../../src/evidence/contradictions.js';
import type { DbtEvidence, TableEvidence, TableProfile } from '../../src/evidence/evidence.js';
import { readDbt, type DbtReading } from '../../src/evidence/sources/dbt/dbt.js';
import { readDocuments } from '../../src/evidence/sources/documents.js';
import { tableEvidence } from '../../src/evidence/tables.js';
import { openSqlite } from '../../src/evidence/warehouse/sqlite.js';
import type { Catalogue, Warehouse } from '../../src/evidence/warehouse/warehouse.js';
import { proveTables, type TableProofs } from '../../src/ingest/prove.js';
import { verifySources } from '../../src/ingest/verify.js';
import { loadProject } from '../../src/project/project.js';
import { loadParser } from '../../src/sql/parser.js';
import { findSecrets } from '../../src/text/secrets.js';
import { temporaryFolder } from '../temporary-folder.js';

const shop = join(process.cwd(), 'examples', 'shop');

/** One state of the warehouse, with everything that is read from it. */
interface Night {
  readonly warehouse: Warehouse;
  readonly catalogue: Catalogue;
  readonly profiles: ReadonlyMap<string, TableProfile>;
  readonly proofs: ReadonlyMap<string, TableProofs>;
}

let folder: string;
let dbt: DbtReading;
let committed: Night;
let grown: Night;

function generate(out: string, rows?: string): void {
  const { status, stderr } = spawnSync(process.execPath, [join(shop, 'warehouse', 'generate.mjs'), '--out', out, ...(rows === undefined ? [] : ['--rows', rows])], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

async function read(file: string, root: string): Promise<Night> {
  const opened = await openSqlite({ connection: 'warehouse', file, root });
  if (!opened.ok) throw new Error(opened.finding.message);
  const { warehouse } = opened;
  const catalogue = await warehouse.scan();
  const profiles = new Map<string, TableProfile>();
  const tables: TableEvidence[] = [];
  for (const scanned of catalogue.tables) {
    const result = await warehouse.profile(scanned.structure);
    if (!result.ok) throw new Error(result.finding.message);
    profiles.set(scanned.structure.name.name, result.profile);
    tables.push(tableEvidence('warehouse', scanned, result.profile, undefined));
  }
  const nodesOf = (table: TableEvidence): readonly DbtEvidence[] => dbt.evidence.filter((node) => node.data.relation?.name === table.data.structure.name.name);
  const proofs = await proveTables({ warehouse, tables, nodesOf, remembered: () => undefined, isUnmoved: () => false, before: () => undefined, concurrency: 1, signal: new AbortController().signal });
  return { warehouse, catalogue, profiles, proofs };
}

async function rows(night: Night, sql: string): Promise<readonly (readonly unknown[])[]> {
  const result = await night.warehouse.query(sql);
  if (!result.ok) throw new Error(`${sql}: ${result.finding.message}`);
  return result.rows.map((row) => row.map((value) => (typeof value === 'bigint' ? Number(value) : value)));
}

async function one(night: Night, sql: string): Promise<unknown> {
  return (await rows(night, sql))[0]?.[0];
}

/** What the proofs say, without figures that grow. */
function outcome(night: Night): unknown {
  return [...night.proofs].map(([id, { key, links, contradicted, findings }]) => ({
    id, key: key?.columns,
    links: links.map(({ candidate, relationship }) => `${candidate.columns.join()} > ${candidate.to.name.name}.${candidate.toColumns.join()} ${relationship} ${candidate.basis}`).sort(),
    contradicted: contradicted.map(({ test: broken, why }) => `${broken.name} ${broken.column}: ${why}`),
    findings: findings.map(({ code }) => code),
  }));
}

beforeAll(async () => {
  folder = temporaryFolder('shop');
  dbt = await readDbt({ connection: 'shop', root: shop, directory: 'dbt' });
  generate(join(folder, 'again.sqlite'));
  generate(join(folder, 'grown.sqlite'), '1.01^30');
  committed = await read(join(shop, 'warehouse', 'shop.sqlite'), shop);
  grown = await read(join(folder, 'grown.sqlite'), folder);
});

afterAll(async () => {
  await committed?.warehouse.close();
  await grown?.warehouse.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the generator', () => {
  test('makes the committed warehouse again, byte for byte', async () => {
    const [again, before] = await Promise.all([readFile(join(folder, 'again.sqlite')), readFile(join(shop, 'warehouse', 'shop.sqlite'))]);
    expect(again.equals(before)).toBe(true);
    expect(before.length).toBeLessThan(1_550_000);
  });

  test('refuses a factor that is none', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(shop, 'warehouse', 'generate.mjs'), '--out', join(folder, 'none.sqlite'), '--rows', 'more'], { encoding: 'utf8' });
    expect(status).not.toBe(0);
    expect(stderr).toContain('--rows takes a factor');
  });

  test('a month of nights adds rows and changes nothing else that ktx-ci looks at', () => {
    expect(grown.catalogue.tables.map(({ structure }) => structure)).toEqual(committed.catalogue.tables.map(({ structure }) => structure));
    for (const [name, { rows: before, values }] of committed.profiles) {
      const after = grown.profiles.get(name);
      expect({ name, values: after?.values }).toEqual({ name, values });
      expect({ name, digits: String(after?.rows).length }).toEqual({ name, digits: String(before).length });
    }
    expect(grown.profiles.get('orders')?.rows).toBe(Math.round(2150 * 1.01 ** 30));
    expect(outcome(grown)).toEqual(outcome(committed));
  });
});

describe('the warehouse', () => {
  test('holds what the README says', async () => {
    const nothing = { rows: 0 };
    const count = async (sql: string): Promise<{ rows: unknown }> => ({ rows: await one(committed, `select count(*) from (${sql})`) });
    expect(await count('select 1 from order_lines group by order_id, line_no having count(*) > 1')).toEqual(nothing);
    expect(await count('select 1 from order_lines where order_id not in (select order_id from orders)')).toEqual(nothing);
    expect(await rows(committed, 'select count(*), sum(promo_code_id not in (select id from promo_codes)) from order_lines where promo_code_id is not null')).toEqual([[516, 92]]);
    expect(await count('select 1 from orders where customer_id not in (select id from customers)')).toEqual({ rows: 10 });
    expect(await count('select 1 from subscriptions where customer_id not in (select id from customers) or customer_id not in (select id from customer)')).toEqual(nothing);
    expect(await count('select 1 from customers join customer on customer.id = customers.id')).toEqual({ rows: 636 });
    expect(committed.profiles.get('payments')?.mixedTypes).toHaveProperty('amount.text');
    expect(committed.profiles.get('events')?.rows).toBe(5000);
  });

  test('agrees with itself', async () => {
    const lines = 'select order_id, sum(quantity * unit_price_cents - discount_cents) as cents from order_lines group by 1';
    expect(await one(committed, `select count(*) from orders join (${lines}) as l using (order_id) where l.cents + shipping_cents <> total_cents`)).toBe(0);
    const refunds = 'select order_id, sum(amount_cents) as cents from refunds group by 1';
    expect(await one(committed, `select count(*) from orders left join (${refunds}) as r using (order_id) where coalesce(r.cents, 0) <> refunded_cents`)).toBe(0);
    expect(await one(committed, 'select count(*) from orders join customers on customers.id = orders.customer_id where placed_at < created_at')).toBe(0);
    expect(await one(committed, 'select count(*) from fct_shipments where delivered_at < shipped_at')).toBe(0);
    expect(await one(committed, 'select sum(is_active) from dim_customers')).toBe(await one(committed, 'select count(*) from customers where days_since_last_order <= 90'));
  });
});

describe('the dbt project', () => {
  test('reads without a finding, and each node is in the warehouse with its columns', () => {
    expect(dbt.findings).toEqual([]);
    expect(dbt.via).toBe('files');
    const tables = new Map(committed.catalogue.tables.map(({ structure }) => [structure.name.name, structure.columns.map((column) => column.name)]));
    const counts = Map.groupBy(dbt.evidence, ({ data }) => data.resource);
    expect(Object.fromEntries([...counts].map(([resource, nodes]) => [resource, nodes.length]))).toEqual({ model: 14, seed: 2, snapshot: 1, source: 13 });
    for (const { id, data } of dbt.evidence) {
      const columns = tables.get(data.relation?.name ?? '');
      expect({ id, schema: data.relation?.schema, found: columns !== undefined }).toEqual({ id, schema: 'main', found: true });
      const named = [...data.columns.map((column) => column.name), ...data.tests.flatMap((one) => one.column ?? [])];
      expect({ id, missing: named.filter((column) => columns?.includes(column) !== true) }).toEqual({ id, missing: [] });
    }
  });

  test('documents every column of a mart that it types, with the type that the warehouse has', () => {
    for (const { data } of dbt.evidence.filter((node) => node.id.startsWith('dbt:shop/model.fct_') || node.id.startsWith('dbt:shop/model.dim_'))) {
      const real = committed.catalogue.tables.find(({ structure }) => structure.name.name === data.relation?.name)?.structure.columns ?? [];
      for (const { name, dataType } of data.columns) {
        expect(`${data.name}.${name} ${dataType}`).toBe(`${data.name}.${name} ${real.find((column) => column.name === name)?.nativeType.toLowerCase()}`);
      }
    }
  });

  test('has tests of all kinds, one of which the data contradicts', () => {
    const tests = dbt.evidence.flatMap(({ data }) => data.tests);
    const names = new Set(tests.map(({ name, package: from }) => (from === null ? name : `${from}.${name}`)));
    expect([...names].sort()).toEqual(['accepted_values', 'dbt_utils.unique_combination_of_columns', 'not_negative', 'not_null', 'refunds_within_order_total', 'relationships', 'unique']);
    expect(tests.some(({ where }) => where !== undefined)).toBe(true);
    expect(tests.some(({ severity }) => severity === 'warn')).toBe(true);
    const contradicted = [...committed.proofs].flatMap(([id, proofs]) => proofs.contradicted.map(({ test: broken, why }) => `${id} ${broken.column}: ${why}`));
    expect(contradicted).toEqual(['table:warehouse/main.order_lines promo_code_id: 18 % of the values have no match in main.promo_codes']);
  });

  test('tests that ktx-ci does not count itself hold too', async () => {
    for (const { data } of dbt.evidence) {
      for (const { name, column, where } of data.tests) {
        const failing = name === 'not_negative' ? `"${column}" < 0` : name === 'not_null' && where !== undefined ? `"${column}" is null and (${where})` : undefined;
        if (failing !== undefined) expect(await one(committed, `select count(*) from "${data.relation?.name}" where ${failing}`)).toBe(0);
      }
    }
    const singular = await readFile(join(shop, 'dbt', 'tests', 'refunds_within_order_total.sql'), 'utf8');
    expect(await rows(committed, singular.replace(/\{\{ ref\('(\w+)'\) \}\}/g, '$1'))).toEqual([]);
  });

  test('plants one token and one contradiction with the documents', async () => {
    expect(dbt.definitions.filter(({ text }) => findSecrets(text).length > 0).map(({ term }) => term)).toEqual(['stg_products.sku']);
    const documents = await readDocuments({ connection: 'files', root: shop, globs: ['docs/**/*.md'] });
    expect(documents.findings).toEqual([]);
    expect(documents.evidence).toHaveLength(6);
    const [only, ...others] = contradictions([...dbt.definitions, ...documents.definitions]);
    expect(others).toEqual([]);
    expect(only?.sides.map(({ definition, value }) => `${definition.origin.file} ${value}`)).toEqual(['dbt/models/docs.md 90 days', 'docs/metrics-handbook.md 30 days']);
  });

  test('leaves one join open that two tables fit', () => {
    const open = [...committed.proofs].flatMap(([id, { ambiguous }]) => ambiguous.map(({ columns, targets }) => ({ id, columns, targets })));
    expect(open).toEqual([{ id: 'table:warehouse/main.subscriptions', columns: ['customer_id'], targets: ['main.customer', 'main.customers'] }]);
  });
});

describe('what people wrote', () => {
  /** The committed context beside a manifest of the scanned tables, as a first run leaves it. */
  async function context(): Promise<Context> {
    const tree = new Map<string, Uint8Array>();
    for (const top of ['semantic-layer', 'wiki']) {
      for (const path of await readdir(join(shop, top), { recursive: true })) {
        if (/\.(yaml|md)$/.test(path)) tree.set(join(top, path).replaceAll('\\', '/'), await readFile(join(shop, top, path)));
      }
    }
    const tables = Object.fromEntries(committed.catalogue.tables.map(({ structure }) => [
      structure.name.name, { table: `main."${structure.name.name}"`, columns: structure.columns.map(({ name, type }) => ({ name, type, ...(structure.primaryKey.includes(name) ? { pk: true } : {}) })) },
    ]));
    tree.set('semantic-layer/warehouse/_schema/public.yaml', Buffer.from(JSON.stringify({ tables })));
    return readContext(tree, () => undefined);
  }

  test('passes every gate', async () => {
    const world = await context();
    const parser = await loadParser();
    expect([...schemaGate(world), ...referencesGate({ context: world, parser, dialectOf: () => 'sqlite' }), ...wikiGate(world), ...world.findings()]).toEqual([]);
  });

  test('runs on the warehouse', async () => {
    const world = await context();
    const checked = await verifySources({ context: world, parser: await loadParser(), warehouse: committed.warehouse, sources: world.sourceNames('warehouse') });
    expect(checked.filter(({ verdict }) => verdict !== 'proved')).toEqual([]);
    expect(checked.length).toBeGreaterThanOrEqual(14);
  });

  test('says the same as the marts', async () => {
    const written = await one(committed, "select sum(total_cents - shipping_cents - refunded_cents) / 100.0 from orders where is_test = 0 and status <> 'cancelled'");
    expect(await one(committed, 'select sum(net_revenue_eur) from fct_orders')).toBeCloseTo(Number(written), 2);
  });

  test('settings are read without a finding but the skipped connection', () => {
    const loaded = loadProject({ cwd: shop, environment: {}, bareDbt: false });
    if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join('; '));
    expect(loaded.project.connections.map(({ id }) => id)).toEqual(['warehouse', 'shop', 'handbook']);
    expect(loaded.project.findings.map(({ code }) => code)).toEqual(['driver-skipped']);
    expect(loaded.project.settings.documents).toEqual(['docs/**/*.md']);
  });
});
