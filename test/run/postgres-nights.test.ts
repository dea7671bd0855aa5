import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report.js';
import { noPostgres, PostgresServer } from '../databases/postgres-server.js';
import { ProjectFolder } from '../project-folder.js';

/** Nights on a PostgreSQL database on which something was taken away. */

const word = 'nights reader word';

(noPostgres === null ? describe : describe.skip)('nights on PostgreSQL', () => {
  let server: PostgresServer;
  let folder: ProjectFolder;
  let database: string;
  let number = 0;

  beforeAll(async () => {
    server = await PostgresServer.start();
    await server.sql(`CREATE ROLE reader LOGIN PASSWORD '${word}'`);
  });
  afterAll(() => server?.stop());

  beforeEach(async () => {
    number += 1;
    database = `night${number}`;
    await server.sql(`CREATE DATABASE ${database}`);
    await sql(`CREATE SCHEMA sales; GRANT USAGE ON SCHEMA public, sales TO reader;
      CREATE TABLE public.customers (id int PRIMARY KEY, region text NOT NULL); CREATE TABLE sales.orders (id int PRIMARY KEY, customer_id int REFERENCES public.customers, status text, "Odd name" text);
      CREATE TABLE sales.customers (id int PRIMARY KEY); CREATE VIEW sales.open_orders AS SELECT * FROM sales.orders WHERE status = 'open';
      INSERT INTO public.customers VALUES (1, 'north'), (2, 'south'); INSERT INTO sales.orders VALUES (1, 1, 'open'), (2, 2, 'paid'); INSERT INTO sales.customers VALUES (7);
      COMMENT ON COLUMN sales.orders.status IS 'Where the order is.'; GRANT SELECT ON ALL TABLES IN SCHEMA public, sales TO reader`);
    folder = new ProjectFolder({ 'ktx.yaml': config(server.port, database) });
    folder.environment['READER_PASSWORD'] = word;
    expect(await folder.ingest('--apply')).toMatchObject({ status: 'complete', exitCode: 0 });
  });
  afterEach(() => folder?.[Symbol.dispose]());

  const sql = (statements: string): Promise<unknown> => server.sql(statements, database);
  const findings = ({ findings: all }: Report): unknown => all.map(({ code, file, line, column }) => [code, file, line, column]);

  test('writes each schema’s tables, and names two of the same name apart', () => {
    const context = folder.context();
    expect(Object.keys(context)).toEqual(['semantic-layer/warehouse/_schema/public.yaml', 'semantic-layer/warehouse/_schema/sales.yaml', 'ktx.lock']);
    expect(context['semantic-layer/warehouse/_schema/public.yaml']).toMatch(/^ {2}customers:\n {4}table: public\.customers\n/m);
    expect(context['semantic-layer/warehouse/_schema/sales.yaml']).toMatch(/^ {2}sales__customers:\n {4}table: sales\.customers\n/m);
    expect(context['semantic-layer/warehouse/_schema/sales.yaml']).toContain('"on": orders.customer_id = customers.id');
    expect(context['semantic-layer/warehouse/_schema/sales.yaml']).toContain('db: Where the order is.');
  });

  test('the next night reads nothing again', async () => {
    const before = folder.context();
    const report = await folder.ingest('--apply');
    expect(report).toMatchObject({ status: 'nothing-to-do', exitCode: 0, warehouse: [{ queries: 6 }] });
    expect(folder.context()).toEqual(before);
  });

  test('one table that changed is read again, and the views on it', async () => {
    await sql("INSERT INTO sales.orders VALUES (3, 1, 'lost')");
    const report = await folder.ingest('--apply');
    expect(report.units.filter(({ due }) => due !== null).map(({ id }) => id)).toEqual(['table:warehouse/sales.orders']);
  });

  test('a table that may not be read any more stays as it is, and so does what was written of it', async () => {
    const before = folder.context();
    await sql('REVOKE SELECT ON sales.orders FROM reader');
    const report = await folder.ingest('--apply');
    expect(findings(report)).toContainEqual(['warehouse-permission', undefined, undefined, undefined]);
    expect(folder.context()).toEqual(before);
    await sql('GRANT SELECT ON sales.orders TO reader');
    expect(await folder.ingest('--apply')).toMatchObject({ status: 'nothing-to-do' });
    expect(folder.context()).toEqual(before);
  });

  test('a table that is gone goes', async () => {
    await sql('DROP TABLE sales.customers');
    await folder.ingest('--apply');
    expect(folder.context()['semantic-layer/warehouse/_schema/sales.yaml']).not.toContain('sales__customers');
  });

  test('nobody answers: nothing changes, and the line says where', async () => {
    const before = folder.context();
    folder.write('ktx.yaml', config(1, database));
    const report = await folder.ingest('--apply');
    expect([report.exitCode, findings(report)]).toEqual([4, [['warehouse-unreachable', 'ktx.yaml', 4, 11]]]);
    expect(folder.context()).toEqual(before);
  });

  test('a wrong password: nothing changes, the line says where, and it is in no file and no output', async () => {
    const before = folder.context();
    folder.environment['READER_PASSWORD'] = 'nobodys own password';
    const { code, out, err } = await folder.ktx('ingest', '--apply', '--json', '--out', 'out');
    expect([code, findings(JSON.parse(out) as Report)]).toEqual([4, [['warehouse-login', 'ktx.yaml', 8, 15]]]);
    expect(folder.context()).toEqual(before);
    expect([out, err, ...Object.values(folder.files())].join('\n')).not.toContain('nobodys own password');
  });

  test('no value behind the reference: an error, whatever psql would take', async () => {
    delete folder.environment['READER_PASSWORD'];
    folder.environment['PGPASSWORD'] = word;
    const report = await folder.ingest('--apply');
    expect([report.exitCode, findings(report)]).toEqual([2, [['reference-unresolved', 'ktx.yaml', 8, 15]]]);
  });

  test.each([['sales', 0], ['analytics', 2]] as const)('dbt builds into the schema %s: exit %i', async (schema, exitCode) => {
    folder.write('ktx.yaml', `${config(server.port, database)}  shop:\n    driver: dbt\n    source_dir: dbt\n`);
    folder.write('dbt/dbt_project.yml', 'name: shop\nversion: "1.0"\nprofile: shop\nmodel-paths: [models]\n');
    folder.write('dbt/profiles.yml', `shop:\n  target: ci\n  outputs:\n    ci: {type: postgres, dbname: ${database}, schema: ${schema}}\n`);
    for (const model of ['orders', 'customers']) folder.write(`dbt/models/${model}.sql`, 'select 1 as id\n');
    folder.write('dbt/models/schema.yml', 'version: 2\nmodels:\n  - {name: orders, description: What people bought.}\n  - {name: customers, description: Who bought it.}\n');
    const report = await folder.ingest('--apply');
    expect(report.exitCode).toBe(exitCode);
    if (exitCode === 0) {
      expect(report.matches).toEqual([{ from: 'shop', to: 'warehouse', found: 2, of: 2 }]);
      // the customers of sales are built by dbt, those of public are not
      expect(folder.read('semantic-layer/warehouse/_schema/sales.yaml')).toContain('dbt: Who bought it.');
      expect(folder.read('semantic-layer/warehouse/_schema/public.yaml')).not.toContain('dbt:');
    } else {
      expect(report.findings.find(({ code }) => code === 'source-mismatch')).toMatchObject({ file: 'ktx.yaml', line: 9, fix: expect.stringMatching(/exist in schema (sales|public), while dbt names \S*analytics/) });
    }
  });

  test('status says what is there, and with --hosts who is talked to', async () => {
    const live = await folder.ktx('status', '--hosts', '--no-color');
    expect([live.code, live.out]).toEqual([0, expect.stringMatching(/ok +warehouse +postgres 4 tables, 11 columns\n/)]);
    expect(live.out).toContain(`127.0.0.1:${server.port}  PostgreSQL of the connection warehouse: its login and read-only SQL, without TLS\n`);
    const fast = await folder.ktx('status', '--fast', '--no-color');
    expect(fast.out).toContain(`postgres, reader on 127.0.0.1:${server.port}/${database}, not asked\n`);
    expect(live.out + fast.out).not.toContain(word);
  });

  test('check needs no server', async () => {
    folder.write('ktx.yaml', config(1, database));
    delete folder.environment['READER_PASSWORD'];
    expect(await folder.ktx('check', '--no-color')).toMatchObject({ code: 0 });
  });
});

function config(port: number, database: string): string {
  return `connections:
  warehouse:
    driver: postgres
    host: 127.0.0.1
    port: ${port}
    database: ${database}
    username: reader
    password: env:READER_PASSWORD
`;
}
