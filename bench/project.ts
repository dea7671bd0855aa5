import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Projects of any size for the benchmarks: a dbt manifest and the SQLite warehouse that it was built into. */

export function writeDbtProject(root: string, models: number): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, 'dbt', 'target'), { recursive: true });
  mkdirSync(join(root, 'dbt', 'models'), { recursive: true });
  writeFileSync(join(root, 'ktx.yaml'), 'connections:\n  warehouse:\n    driver: sqlite\n    path: bench.sqlite\n  shop:\n    driver: dbt\n    source_dir: dbt\n');
  writeFileSync(join(root, 'dbt', 'dbt_project.yml'), 'name: bench\nversion: "1.0"\n');
  const nodes: Record<string, unknown> = {};
  for (let i = 0; i < models; i += 1) {
    const name = `model_${String(i).padStart(5, '0')}`;
    const id = `model.bench.${name}`;
    const parent = i > 0 ? `model_${String(Math.floor(i / 3)).padStart(5, '0')}` : null;
    const sql = `select * from {{ ref('${parent ?? 'raw'}') }} where amount > ${i}\n`;
    writeFileSync(join(root, 'dbt', 'models', `${name}.sql`), sql);
    nodes[id] = {
      unique_id: id, resource_type: 'model', package_name: 'bench', name, alias: name, database: 'main', schema: 'main', relation_name: `main.${name}`,
      original_file_path: `models/${name}.sql`, path: `${name}.sql`, patch_path: 'bench://models/schema.yml', language: 'sql', raw_code: sql.trim(),
      description: `Model ${i} of the benchmark, one row a thing of kind ${i % 7}.`, tags: [], meta: {}, config: { materialized: 'table', tags: [] }, fqn: ['bench', name], checksum: { name: 'sha256', checksum: '' },
      columns: Object.fromEntries(columns.map(([column, text]) => [column, { name: column, description: `${text} of model ${i}`, meta: {}, data_type: null, tags: [], constraints: [] }])),
      depends_on: { macros: [], nodes: parent === null ? [] : [`model.bench.${parent}`] }, refs: [], sources: [], constraints: [],
    };
    for (const test of ['unique', 'not_null']) {
      const testId = `test.bench.${test}_${name}_id`;
      nodes[testId] = {
        unique_id: testId, resource_type: 'test', package_name: 'bench', name: `${test}_${name}_id`, test_metadata: { name: test, namespace: null, kwargs: { column_name: 'id', model: `{{ get_where_subquery(ref('${name}')) }}` } },
        column_name: 'id', attached_node: id, config: { severity: 'ERROR', enabled: true, where: null }, depends_on: { macros: [], nodes: [id] }, original_file_path: 'models/schema.yml', file_key_name: `models.${name}`, refs: [{ name, package: null, version: null }],
      };
    }
  }
  const manifest = { metadata: { dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json', project_name: 'bench', adapter_type: 'sqlite' }, nodes, sources: {}, macros: {}, docs: {}, exposures: {}, metrics: {}, groups: {}, selectors: {}, disabled: {}, parent_map: {}, child_map: {}, semantic_models: {} };
  writeFileSync(join(root, 'dbt', 'target', 'manifest.json'), JSON.stringify(manifest));
  writeTables(join(root, 'bench.sqlite'), Array.from({ length: models }, (_, i) => `model_${String(i).padStart(5, '0')}`), columns.map(([name, , type]) => `${name} ${type}`));
}

const columns = [
  ['id', 'Key', 'integer'], ['name', 'Name', 'text'], ['status', 'State', 'text'], ['amount', 'Amount in euros', 'real'], ['created_at', 'Creation', 'timestamp'],
  ['updated_at', 'Change', 'timestamp'], ['channel', 'Channel', 'text'], ['quantity', 'Quantity', 'integer'],
] as const;

function writeTables(file: string, names: readonly string[], definitions: readonly string[]): void {
  const database = new DatabaseSync(file);
  database.exec('pragma journal_mode = off; pragma synchronous = off; begin');
  for (const name of names) {
    database.exec(`create table "${name}" (${definitions.join(', ')})`);
    const insert = database.prepare(`insert into "${name}" (id, name, status, amount) values (?, ?, ?, ?)`);
    for (let row = 0; row < 5; row += 1) insert.run(row, `thing ${row}`, row % 2 === 0 ? 'open' : 'done', row * 1.5);
  }
  database.exec('commit');
  database.close();
}

/** A warehouse of 20-column tables, nothing else. */
export function writeWarehouse(root: string, tables: number): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'ktx.yaml'), 'connections:\n  warehouse:\n    driver: sqlite\n    path: bench.sqlite\n');
  const database = new DatabaseSync(join(root, 'bench.sqlite'));
  database.exec('pragma journal_mode = off; pragma synchronous = off; begin');
  for (let i = 0; i < tables; i += 1) {
    const others = Array.from({ length: 18 }, (_, c) => `c${c} ${['text', 'integer', 'real', 'date'][c % 4] ?? 'text'}`);
    database.exec(`create table t${i} (id integer primary key, t${Math.floor(i / 2)}_id integer, ${others.join(', ')})`);
  }
  database.exec('commit');
  database.close();
}
