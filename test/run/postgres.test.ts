import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { parse } from 'yaml';
import { scriptedBrain, unitOf } from '../../bench/eval/scripted.js';
import { judgedShop, shopAnswers, shopBrain } from '../../bench/shop-model.js';
import type { Report } from '../../src/report.js';
import { noPostgres, PostgresServer } from '../databases/postgres-server.js';
import { loadShop, type Loaded } from '../databases/shop-on-postgres.js';
import { startMessagesApi, type MessagesApi } from '../fakes/messages-api.js';
import type { ProjectFolder } from '../project-folder.js';

/** The whole job on examples/shop's data, on both warehouses. */

interface Night {
  readonly folder: ProjectFolder;
  readonly report: Report;
  readonly api: MessagesApi;
}

/** What a good model writes where a flag is a boolean. */
const answers = JSON.parse(JSON.stringify(shopAnswers).replaceAll(/(has_subscription|is_late|is_running) = 1/g, '$1').replaceAll('sum(is_late)', 'sum(is_late::int)')) as typeof shopAnswers;

async function night(prepare: (folder: ProjectFolder) => void, brain: typeof shopBrain): Promise<Night> {
  const api = await startMessagesApi({ brain });
  const folder = judgedShop(api.url);
  prepare(folder);
  return { api, folder, report: await folder.ingest('--apply', '--out', 'out') };
}

(noPostgres === null ? describe : describe.skip)('a judged night on PostgreSQL', () => {
  let server: PostgresServer;
  let loaded: Loaded;
  let sqlite: Night;
  let postgres: Night;

  beforeAll(async () => {
    server = await PostgresServer.start();
    await server.sql('CREATE DATABASE shop');
    loaded = await loadShop(server, 'shop', join('examples', 'shop', 'warehouse', 'shop.sqlite'));
    await server.sql("CREATE ROLE ktx_ci LOGIN PASSWORD 'ktx reads this'; GRANT USAGE ON SCHEMA main TO ktx_ci; GRANT SELECT ON ALL TABLES IN SCHEMA main TO ktx_ci", 'shop');
    sqlite = await night(() => undefined, shopBrain);
    postgres = await night((folder) => {
      folder.edit('ktx.yaml', (text) => text.replace(/driver: sqlite\n.*\n/, `driver: postgres\n    host: ${server.host}\n    port: ${server.port}\n    database: shop\n    username: ktx_ci\n    password: env:SHOP_PASSWORD\n    schema: main\n`));
      folder.edit('semantic-layer/warehouse/monthly_revenue.yaml', (text) => text.replace("date(placed_at, 'start of month')", "date_trunc('month', placed_at::timestamp)::date"));
      folder.remove('warehouse');
      folder.environment['SHOP_PASSWORD'] = 'ktx reads this';
    }, scriptedBrain(() => answers));
  });

  afterAll(async () => {
    for (const one of [sqlite, postgres]) {
      one?.folder[Symbol.dispose]();
      await one?.api.close();
    }
    await server?.stop();
  });

  test('the server refuses two things that SQLite takes', () => {
    expect(loaded.refused).toEqual([
      'payments.amount: invalid input syntax for type numeric: …; loaded as text',
      'orders.customer_id: insert or update on table "orders" violates foreign key constraint "orders_customer_id_fkey"; declared NOT VALID',
    ]);
  });

  test('is complete, and asks for as much', () => {
    expect([postgres.report.status, postgres.report.exitCode, postgres.api.violations]).toEqual(['complete', 0, []]);
    expect(postgres.report.units.map(({ id }) => id).sort()).toEqual(sqlite.report.units.map(({ id }) => id).sort());
    const asked = ({ api }: Night): string[] => api.requests.map((request) => unitOf(request) ?? 'probe').sort();
    // a column of several types is a question for a model
    expect(asked(postgres)).toEqual(asked(sqlite).filter((unit) => unit !== 'dbt:shop/source.payment_provider.payments'));
  });

  test('writes the same context, but for these', () => {
    expect(differences(contextOf(sqlite), contextOf(postgres))).toEqual([
      // types: what SQLite holds as text or as 0 and 1 has a type of its own here; one column is what the server refused
      'semantic-layer/warehouse/_schema/main.yaml tables.payments.columns.4.type: "number" → "string"',
      'semantic-layer/warehouse/_schema/main.yaml tables.stg_shipments.columns.5.type: "string" → "time"',
      'semantic-layer/warehouse/_schema/main.yaml tables.stg_shipments.columns.6.type: "string" → "time"',
      // what the model wrote in the dialect that it was told
      'semantic-layer/warehouse/dim_customers.yaml measures.1.filter: "has_subscription = 1" → "has_subscription"',
      'semantic-layer/warehouse/fct_shipments.yaml measures.0.expr: "sum(is_late) * 1.0 / count(shipment_id)" → "sum(is_late::int) * 1.0 / count(shipment_id)"',
      'semantic-layer/warehouse/fct_shipments.yaml measures.1.filter: "is_late = 1" → "is_late"',
      'semantic-layer/warehouse/fct_subscriptions.yaml segments.0.expr: "is_running = 1" → "is_running"',
    ]);
  });

  test('says the same of it, but for the column that cannot be of two types', () => {
    const said = ({ report }: Night): string[] => report.findings.map(({ severity, code, message }) => `${severity} ${code} ${message}`).sort();
    expect(said(sqlite).filter((line) => !said(postgres).includes(line))).toEqual(['notice mixed-types payments.amount holds 93 % real, 7 % text']);
    expect(said(postgres).filter((line) => !said(sqlite).includes(line))).toEqual([]);
  });

  test('proves every measure and segment', () => {
    const proved = ({ report }: Night): string[] => report.edits.filter(({ verdict, author }) => verdict === 'proved' && author === 'model').map(({ entity }) => entity).sort();
    expect(proved(postgres)).toEqual(proved(sqlite));
    expect(proved(postgres)).toHaveLength(16);
  });

  test('the next night reads no table, asks no model and writes nothing', async () => {
    const [asked, context] = [postgres.api.requests.length, postgres.folder.context()];
    const report = await postgres.folder.ingest('--apply');
    expect(report).toMatchObject({ status: 'nothing-to-do', exitCode: 0 });
    expect(report.warehouse).toEqual([expect.objectContaining({ queries: 6 })]);
    expect(postgres.api.requests).toHaveLength(asked);
    expect(postgres.folder.context()).toEqual(context);
  });

  test('nothing that is written or sent holds the password', () => {
    const sent = postgres.api.requests.map(({ raw }) => raw).join('\n');
    expect(Object.entries(postgres.folder.files()).filter(([, text]) => text.includes('ktx reads this')).map(([path]) => path)).toEqual([]);
    expect(sent).not.toContain('ktx reads this');
  });
});

/** What was written of the semantic layer and the wiki, parsed; the manifest of SQLite, which has no schemas, under the name of the schema here. */
function contextOf({ folder }: Night): Record<string, unknown> {
  const { 'ktx.lock': _, 'semantic-layer/warehouse/monthly_revenue.yaml': _people, ...files } = folder.context();
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path.replace('_schema/public.yaml', '_schema/main.yaml'), path.endsWith('.yaml') ? parse(text) as unknown : text]));
}

/** Where two values differ, one line each. */
function differences(a: unknown, b: unknown, at = ''): string[] {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b ? [] : [`${at}: ${JSON.stringify(a)} → ${JSON.stringify(b)}`];
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return keys.flatMap((key) => differences(left[key], right[key], at === '' ? key : `${at}${at.includes(' ') ? '.' : ' '}${key}`));
}
