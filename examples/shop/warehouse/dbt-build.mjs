import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { epochMs } from './calendar.mjs';

/** What `dbt build` would leave in the warehouse, out of the dbt project's own files. */

const staging = ['stg_customers', 'stg_orders', 'stg_order_lines', 'stg_products', 'stg_payments', 'stg_refunds', 'stg_shipments', 'stg_subscriptions'];

/** Marts and seeds with their columns, so that dates stay dates: SQLite's CREATE TABLE … AS keeps affinities only. */
const marts = {
  dim_customers: 'customer_id INTEGER, country_code TEXT, country_name TEXT, region TEXT, loyalty_tier TEXT, customer_since DATE, first_order_on DATE, last_order_on DATE, order_count INTEGER, net_revenue_eur REAL, is_active BOOLEAN, has_subscription BOOLEAN',
  dim_products: 'product_id INTEGER, sku TEXT, product_name TEXT, category TEXT, category_group TEXT, list_price_eur REAL, is_discontinued BOOLEAN, units_sold INTEGER, sales_eur REAL',
  fct_orders: 'order_id INTEGER NOT NULL PRIMARY KEY, customer_id INTEGER, order_date DATE NOT NULL, channel TEXT, status TEXT, item_count INTEGER, gross_revenue_eur REAL, shipping_eur REAL, refunded_eur REAL, net_revenue_eur REAL CHECK (net_revenue_eur >= 0)',
  fct_refunds: 'refund_id INTEGER, order_id INTEGER, product_id INTEGER, reason TEXT, amount_eur REAL, refunded_on DATE, days_after_order INTEGER',
  fct_shipments: 'shipment_id TEXT, order_id INTEGER, carrier TEXT, status TEXT, shipped_at TIMESTAMP, delivered_at TIMESTAMP, target_days INTEGER, days_to_deliver INTEGER, is_late BOOLEAN',
  fct_subscriptions: 'subscription_id TEXT, customer_id INTEGER, plan TEXT, status TEXT, started_on DATE, cancelled_on DATE, monthly_price_eur REAL, is_running BOOLEAN',
};
const seeds = {
  countries: 'country_code TEXT, country_name TEXT, region TEXT, in_eu INTEGER',
  shipping_targets: 'carrier TEXT, target_days INTEGER',
};

/** Builds seeds, staging views, marts and the snapshot of the dbt project in `folder`. */
export function buildDbt(database, insert, folder, subscriptions) {
  const sql = compiler(folder);
  for (const [name, columns] of Object.entries(seeds)) {
    database.exec(`CREATE TABLE ${name} (${columns})`);
    insert(name, csvRows(readFileSync(join(folder, 'seeds', `${name}.csv`), 'utf8')));
  }
  for (const name of staging) database.exec(`CREATE VIEW ${name} AS\n${sql(join('models', 'staging', `${name}.sql`))}`);
  for (const [name, columns] of Object.entries(marts)) {
    database.exec(`CREATE TABLE ${name} (${columns})`);
    database.exec(`INSERT INTO ${name}\n${sql(join('models', 'marts', `${name}.sql`))}`);
  }
  database.exec('CREATE TABLE subscriptions_snapshot (subscription_id TEXT, plan TEXT, status TEXT, price_cents INTEGER, dbt_scd_id TEXT, dbt_updated_at TIMESTAMP, dbt_valid_from TIMESTAMP, dbt_valid_to TIMESTAMP)');
  insert('subscriptions_snapshot', versions(subscriptions));
}

/** SQL of a model with its macros, references and sources filled in, and its config left out. */
function compiler(folder) {
  const read = (path) => readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n');
  const macro = /\{% macro cents_to_euros\(column\) %\}(.*)\{% endmacro %\}/.exec(read(join('macros', 'cents_to_euros.sql')))[1];
  const identifiers = Object.fromEntries([...read(join('models', 'staging', '_sources.yml')).matchAll(/- name: (\S+)\n\s+identifier: (\S+)/g)].map(([, name, identifier]) => [name, identifier]));
  const quoted = (name) => `"${identifiers[name] ?? name}"`;
  return (path) => read(path)
    .replace(/\{\{\s*config\([\s\S]*?\)\s*\}\}\s*/, '')
    .replace(/\{\{\s*cents_to_euros\('([^']+)'\)\s*\}\}/g, (_, column) => macro.replace(/\{\{\s*column\s*\}\}/, column))
    .replace(/\{\{\s*ref\('(\w+)'\)\s*\}\}/g, (_, name) => `"${name}"`)
    .replace(/\{\{\s*source\('\w+',\s*'(\w+)'\)\s*\}\}/g, (_, name) => quoted(name))
    .trim();
}

function csvRows(text) {
  return text.trim().split(/\r?\n/).slice(1).map((line) => line.split(',').map((field) => (/^\d+$/.test(field) ? Number(field) : field)));
}

const nightly = 2 * 3600;

/** One version per subscription, and an `active` one before it for those that were cancelled; dbt looked every night. */
function versions(subscriptions) {
  const at = (day) => new Date(epochMs(day, nightly)).toISOString().slice(0, 19).replace('T', ' ');
  return subscriptions.flatMap(({ id, plan, status, priceCents, started, cancelled }) => {
    const version = (state, from, to) => [id, plan, state, priceCents, createHash('md5').update(`${id}|${from}`).digest('hex'), from, from, to];
    if (cancelled === null) return [version(status, at(started + 1), null)];
    return [version('active', at(started + 1), at(cancelled + 1)), version(status, at(cancelled + 1), null)];
  });
}
