// Writes the warehouse of the example: node generate.mjs [--out FILE] [--rows FACTOR]
// FACTOR is how many times the committed number of rows, e.g. 1.35 or 1.01^7 for a week of 1 % a night. Needs Node 24.
import { openSync, closeSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { dateText } from './calendar.mjs';
import { categories, products, promotions, stores } from './catalogue.mjs';
import { buildDbt } from './dbt-build.mjs';
import { crmContacts, customers, subscriptionRow, subscriptions } from './people.mjs';
import { daysSinceOrder, lineRow, orderRow, sales } from './sales.mjs';
import { events, sessions } from './traffic.mjs';

/** Rows at factor 1. None of them reaches the next power of ten within a month of 1 % a night (× 1.35). */
const base = { customers: 1120, orders: 2150, crm: 640, subscriptions: 410, sessions: 1200, events: 5000 };

const here = import.meta.dirname;
const { values: options } = parseArgs({ options: { out: { type: 'string', default: join(here, 'shop.sqlite') }, rows: { type: 'string', default: '1' } } });

function factorOf(text) {
  const match = /^(\d+(?:\.\d+)?)(?:\^(\d+))?$/.exec(text);
  if (!match) throw new Error(`--rows takes a factor such as 1.35 or 1.01^7, not ${text}`);
  return Number(match[1]) ** Number(match[2] ?? 1);
}

const factor = factorOf(options.rows);
const counts = Object.fromEntries(Object.entries(base).map(([name, count]) => [name, Math.round(count * factor)]));

rmSync(options.out, { force: true });
const database = new DatabaseSync(options.out, { enableForeignKeyConstraints: false });
database.exec('PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
database.exec(readFileSync(join(here, 'raw-schema.sql'), 'utf8').replaceAll('\r\n', '\n'));

function insert(table, rows) {
  const statement = database.prepare(`INSERT INTO "${table}" VALUES (${rows[0].map(() => '?').join(', ')})`);
  for (const row of rows) statement.run(...row);
}

const sold = sales(counts, base);
const subscribed = subscriptions(counts, base);
insert('customers', customers(counts, base, daysSinceOrder(sold)));
insert('orders', sold.orders.map(orderRow));
insert('order_lines', sold.lines.map(lineRow));
insert('product_categories', categories);
insert('products', products.map(({ id, sku, name, category, priceCents, weightKg, discontinued }) => [id, sku, name, category, priceCents / 100, weightKg, discontinued]));
insert('promo_codes', promotions);
insert('refunds', sold.refunds);
insert('subscriptions', subscribed.map(subscriptionRow));
insert('payments', sold.payments);
insert('shipments', sold.shipments);
insert('customer', crmContacts(counts, base));
insert('web-sessions', sessions(counts, base));
insert('events', events(counts, base));
insert('stores', stores);
insert('Order Notes', sold.notes);
buildDbt(database, insert, join(here, '..', 'dbt'), subscribed);
database.exec('COMMIT; VACUUM');
database.close();

// The header tells which SQLite wrote the file (https://www.sqlite.org/fileformat2.html#the_database_header, offset 96).
// With one fixed number, every release of Node 24 writes the same bytes.
const file = openSync(options.out, 'r+');
writeSync(file, Buffer.from([0, 0x2e, 0x8a, 0x10]), 0, 4, 96);
closeSync(file);

console.log(`${options.out}: ${sold.orders.length} orders until ${dateText(sold.lastKnown)}`);
