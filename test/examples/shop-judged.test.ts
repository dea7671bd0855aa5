import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgedShop, shopAnswers, shopBrain } from '../../bench/shop-model.js';
import { unitOf } from '../../bench/eval/scripted.js';
import { composeSource } from '../../src/context/compose.js';
import { readContext } from '../../src/context/context.js';
import { openSqlite } from '../../src/evidence/warehouse/sqlite.js';
import type { Warehouse } from '../../src/evidence/warehouse/warehouse.js';
import { measureStatement, readsOf } from '../../src/ingest/statements.js';
import { readProjectTree } from '../../src/project/tree.js';
import type { Report } from '../../src/report.js';
import { loadParser } from '../../src/sql/parser.js';
import { startMessagesApi, type MessagesApi } from '../fakes/messages-api.js';
import { strictProblems } from '../context/strict-schema.js';
import type { ProjectFolder } from '../project-folder.js';

const shop = join('examples', 'shop');
const measures = [
  'dim_customers.customers', 'dim_customers.subscribers', 'dim_products.total_sales', 'dim_products.total_units_sold', 'fct_orders.average_order_value', 'fct_orders.net_revenue', 'fct_orders.orders',
  'fct_refunds.refunded_amount', 'fct_refunds.refunds', 'fct_shipments.late_share', 'fct_shipments.late_shipments', 'fct_shipments.shipments', 'fct_subscriptions.mrr', 'fct_subscriptions.running_subscriptions',
];
const pages = ['glossary', 'how-we-count', 'known-oddities', 'refund-policy', 'shipping-promises', 'subscriptions'];

/** Everything that people wrote in the example. */
const written = ['semantic-layer', 'wiki'].flatMap((top) => readdirSync(join(shop, top), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(shop.length + 1)));

let api: MessagesApi;
let folder: ProjectFolder;
let report: Report;
let before: Record<string, string>;

beforeAll(async () => {
  api = await startMessagesApi({ brain: shopBrain });
  folder = judgedShop(api.url);
  before = folder.files();
  report = await folder.ingest('--apply', '--out', 'out');
});

afterAll(async () => {
  await api?.close();
  folder?.[Symbol.dispose]();
});

describe('a judged night on the example', () => {
  test('asks a model about every unit, and is complete', () => {
    expect([report.status, report.exitCode, api.violations]).toEqual(['complete', 0, []]);
    const asked = new Set(api.requests.map(unitOf).filter((unit) => unit !== undefined));
    // and about the pairs that the units left
    expect(asked.size).toBe(report.units.length + 1);
    expect(Object.keys(shopAnswers).filter((unit) => !asked.has(unit))).toEqual([]);
    expect(report.units.every((unit) => unit.stopReason === 'natural')).toBe(true);
  });

  test('writes measures, segments and pages, each measure and segment proved', () => {
    const edits = report.edits.filter(({ author }) => author === 'model');
    const of = (kind: string): string[] => edits.filter(({ entity }) => entity.startsWith(`${kind}:`)).map(({ entity }) => entity.replace(/^\w+:(warehouse\/)?/, '')).sort();
    expect(of('measure')).toEqual(measures);
    expect(of('segment')).toEqual(['fct_orders.not_cancelled', 'fct_subscriptions.running']);
    expect(of('page')).toEqual(pages);
    expect(edits).toHaveLength(measures.length + 2 + pages.length);
    expect(edits.filter(({ entity, verdict }) => verdict !== (entity.startsWith('page:') ? 'parsed' : 'proved'))).toEqual([]);
    const patch = folder.read('out/context.patch');
    for (const page of pages) expect(patch).toContain(`+++ b/wiki/global/${page}.md`);
    for (const measure of measures) expect(patch).toContain(`+  - name: ${measure.split('.')[1]}`);
  });

  test('two units that say the same of one segment are both its evidence', () => {
    expect(report.edits.find(({ entity }) => entity === 'segment:warehouse/fct_subscriptions.running')?.evidence).toEqual(
      expect.arrayContaining(['dbt:shop/model.fct_subscriptions', 'document:files/docs/subscriptions.md']),
    );
  });

  test('fits what ktx takes, strictly', () => {
    expect(strictProblems(folder.context())).toEqual([]);
  });

  test('leaves every byte that people wrote', () => {
    const after = folder.files();
    expect(written).toHaveLength(5);
    for (const path of [...written, 'ktx.yaml', 'ktx-ci.yaml']) expect({ path, text: after[path] }).toEqual({ path, text: before[path] });
    expect(written.filter((path) => folder.read('out/context.patch').includes(` b/${path}\n`))).toEqual([]);
  });

  test('asks people what 30 and 90 days are, and writes neither', () => {
    const questions = report.findings.filter(({ severity }) => severity === 'question');
    expect(questions.map(({ code }) => code)).toEqual(['join-ambiguous', 'term-contradiction']);
    // the model was told that they are asked, so that nobody is asked twice
    const [handbook] = api.requests.filter((request) => unitOf(request) === 'document:files/docs/metrics-handbook.md');
    expect(JSON.stringify(handbook?.messages[0])).toMatch(/People have been asked already.*active_customer.*90 days.*30 days/);
    for (const page of pages) expect(folder.read(`wiki/global/${page}.md`)).not.toMatch(/(30|90) days/);
  });

  test('is told what is wrong with an edit, and puts it right', () => {
    const last = api.requests.filter((request) => unitOf(request) === 'dbt:shop/model.fct_orders').at(-1)!;
    expect(JSON.stringify(last.messages.at(-1))).toContain('column net_revenue does not exist in fct_orders');
    expect(folder.read('semantic-layer/warehouse/fct_orders.yaml')).toContain('expr: sum(net_revenue_eur)');
  });

  test('books what the provider bills', () => {
    const bill = api.billed();
    expect(report.budget.spent.tokens).toBe(bill.uncachedInputTokens + bill.cacheReadTokens + bill.cacheWrite1hTokens + bill.cacheWrite5mTokens + bill.outputTokens);
    const { input, output } = { input: 3, output: 15 };
    const usd = (input * (bill.uncachedInputTokens + 0.1 * bill.cacheReadTokens + 1.25 * bill.cacheWrite5mTokens + 2 * bill.cacheWrite1hTokens) + output * bill.outputTokens) / 1e6;
    expect(report.budget.spent.usd).toBeCloseTo(usd, 6);
  });

  test('sends no token and nobody’s address', () => {
    const sent = api.requests.map(({ raw }) => raw).join('\n');
    expect(sent).not.toContain('ghp_');
    expect(sent).not.toMatch(/@example\.|@[a-z-]+\.(de|com|at|nl)\b/);
    expect(report.sent.map(({ dataClass }) => dataClass)).not.toContain('sample rows');
  });
});

describe('the numbers', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    const opened = await openSqlite({ connection: 'warehouse', file: join(folder.root, 'warehouse', 'shop.sqlite'), root: folder.root });
    if (!opened.ok) throw new Error(opened.finding.message);
    ({ warehouse } = opened);
  });
  afterAll(() => warehouse?.close());

  const number = async (sql: string): Promise<number> => {
    const result = await warehouse.query(sql);
    if (!result.ok) throw new Error(`${sql}: ${result.finding.message}`);
    return Number(result.rows[0]?.[0]);
  };

  // from the raw tables, as an analyst would count by hand
  const counts = "is_test = 0 and status <> 'cancelled'";
  const promised = "case carrier when 'DHL' then 3 when 'DPD' then 3 when 'UPS' then 2 when 'GLS' then 4 end";
  const late = `status = 'delivered' and julianday(date(delivered_at, 'unixepoch')) - julianday(date(shipped_at, 'unixepoch')) > ${promised}`;
  const real = 'order_id in (select order_id from orders where is_test = 0)';
  test.each([
    ['dim_customers.customers', 'select count(*) from customers'],
    ['dim_customers.subscribers', "select count(distinct customer_id) from subscriptions where status in ('active', 'paused')"],
    ['dim_products.total_units_sold', `select sum(quantity) from order_lines where order_id in (select order_id from orders where ${counts})`],
    ['dim_products.total_sales', `select sum(quantity * unit_price_cents - discount_cents) / 100.0 from order_lines where order_id in (select order_id from orders where ${counts})`],
    ['fct_orders.net_revenue', `select sum(total_cents - shipping_cents - refunded_cents) / 100.0 from orders where ${counts}`],
    ['fct_orders.orders', `select count(*) from orders where ${counts}`],
    ['fct_orders.average_order_value', `select sum(total_cents - shipping_cents - refunded_cents) / 100.0 / count(*) from orders where ${counts}`],
    ['fct_refunds.refunds', `select count(*) from refunds where ${real}`],
    ['fct_refunds.refunded_amount', `select sum(amount_cents) / 100.0 from refunds where ${real}`],
    ['fct_shipments.shipments', `select count(*) from shipments where ${real}`],
    ['fct_shipments.late_shipments', `select count(*) from shipments where ${real} and ${late}`],
    ['fct_shipments.late_share', `select sum(${late}) * 1.0 / count(*) from shipments where ${real}`],
    ['fct_subscriptions.running_subscriptions', "select count(*) from subscriptions where status in ('active', 'paused')"],
    ['fct_subscriptions.mrr', "select sum(round(price_cents / 100.0 * 52 / interval_weeks / 12, 2)) from subscriptions where status in ('active', 'paused')"],
  ])('%s is what an analyst counts', async (id, sql) => {
    const [source = '', name = ''] = id.split('.');
    const context = readContext(readProjectTree(folder.root).tree, () => undefined);
    expect(await number(measureStatement(readsOf(await loadParser(), warehouse, context), composeSource(context, 'warehouse', source)!, name)!)).toBeCloseTo(await number(sql), 2);
  });

  test('and they agree with the measures that people wrote', async () => {
    const parser = await loadParser();
    const context = readContext(readProjectTree(folder.root).tree, () => undefined);
    const value = (source: string, name: string): Promise<number> => number(measureStatement(readsOf(parser, warehouse, context), composeSource(context, 'warehouse', source)!, name)!);
    expect(await value('fct_orders', 'net_revenue')).toBeCloseTo(await value('orders', 'net_revenue'), 2);
    expect(await value('fct_orders', 'average_order_value')).toBeCloseTo(await value('orders', 'average_order_value'), 2);
  });
});

test('the next night asks nothing', async () => {
  const asked = api.requests.length;
  const context = folder.context();
  expect(await folder.ingest('--apply')).toMatchObject({ status: 'nothing-to-do', exitCode: 0, budget: { spent: { usd: 0, tokens: 0, steps: 0 } } });
  expect(api.requests).toHaveLength(asked);
  expect(folder.context()).toEqual(context);
});

test('the example itself was not touched', () => {
  expect(written.map((path) => readFileSync(join(shop, path), 'latin1'))).toEqual(written.map((path) => before[path]));
});
