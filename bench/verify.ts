import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { readContext, type Context } from '../src/context/context.js';
import { referencesGate } from '../src/context/gates/references.js';
import { schemaGate } from '../src/context/gates/schema.js';
import { openSqlite } from '../src/evidence/warehouse/sqlite.js';
import { verifyWorld } from '../src/ingest/verify-world.js';
import { loadParser } from '../src/sql/parser.js';
import { removeFolder, temporaryFolder } from '../test/temporary-folder.js';

/** node bench/bench.mjs verify [sources]: everything that people wrote is checked at once, without a warehouse and on SQLite. Prints a Markdown table. */

const sources = Number(process.argv[2] ?? 1000);
const root = temporaryFolder('verify');

/** A manifest entry and an overlay each: three measures, one of them derived, a segment, and a join to one before it. */
function contextOf(count: number): Context {
  const manifest = Array.from({ length: count }, (_, i) => `  t${i}:\n    table: main.t${i}\n    columns:\n      - {name: id, type: number, pk: true}\n      - {name: parent_id, type: number}\n      - {name: amount, type: number}\n      - {name: status, type: string}\n`).join('');
  const overlays = Array.from({ length: count }, (_, i) => [`semantic-layer/w/t${i}.yaml`, `name: t${i}\nmeasures:\n  - {name: total, expr: sum(amount)}\n  - {name: rows_of_it, expr: count(id)}\n  - {name: mean, expr: total * 1.0 / rows_of_it}\nsegments:\n  - {name: open, expr: "status = 'open'"}\njoins:\n  - {to: t${Math.floor(i / 2)}, "on": t${i}.parent_id = t${Math.floor(i / 2)}.id, relationship: many_to_one}\n`] as const);
  const files = new Map([['semantic-layer/w/_schema/main.yaml', `tables:\n${manifest}`], ...overlays].map(([path, text]) => [path, Buffer.from(text)] as const));
  return readContext(files, () => undefined);
}

const database = new DatabaseSync(join(root, 'w.sqlite'));
database.exec(Array.from({ length: sources }, (_, i) => `create table t${i} (id integer primary key, parent_id integer, amount real, status text); insert into t${i} values (1,1,5,'open'),(2,1,7,'paid');`).join(''));
database.close();

const nothing = { file: () => undefined, records: () => undefined, sourcesIn: () => [], sources: () => [], isGone: () => false, exists: false };

async function verified(withWarehouse: boolean): Promise<{ readonly seconds: number; readonly checks: number; readonly findings: number }> {
  const context = contextOf(sources);
  const opened = withWarehouse ? await openSqlite({ connection: 'w', file: join(root, 'w.sqlite'), root }) : undefined;
  if (opened?.ok === false) throw new Error(opened.finding.message);
  const began = performance.now();
  const { checks, findings } = await verifyWorld({ context, knowledge: nothing, warehouses: opened ? [opened.warehouse] : [], dialectOf: () => 'sqlite', isOurs: () => false, moved: () => true, open: new Map() });
  const seconds = (performance.now() - began) / 1000;
  await opened?.warehouse.close();
  return { seconds, checks, findings: findings.length };
}

try {
  const parser = await loadParser();
  const context = contextOf(sources);
  const began = performance.now();
  const found = [...schemaGate(context), ...referencesGate({ context, parser, dialectOf: () => 'sqlite' })].length;
  const gates = (performance.now() - began) / 1000;
  console.log(`${sources} sources, ${sources * 5} measures, segments and joins\n\n| | Seconds | Checks on data | Findings |\n|---|---|---|---|\n| gates alone | ${gates.toFixed(2)} | 0 | ${found} |`);
  for (const withWarehouse of [false, true]) {
    const { seconds, checks, findings } = await verified(withWarehouse);
    console.log(`| verify ${withWarehouse ? 'on SQLite' : 'without a warehouse'} | ${seconds.toFixed(2)} | ${checks} | ${findings} |`);
  }
} finally {
  removeFolder(root);
}
