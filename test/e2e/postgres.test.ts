import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noPostgres, PostgresServer } from '../databases/postgres-server.js';
import { ProjectFolder } from '../project-folder.js';
import { plainEnvironment } from '../temporary-folder.js';

/** The bundle as a process of its own, on a PostgreSQL server. */

const cli = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'cli.js');

(noPostgres === null ? describe : describe.skip)('the bundle on PostgreSQL', () => {
  let server: PostgresServer;
  let folder: ProjectFolder;
  beforeAll(async () => {
    server = await PostgresServer.start();
    await server.sql("CREATE TABLE orders (id int PRIMARY KEY, status text); INSERT INTO orders VALUES (1, 'open'), (2, 'paid')");
  });
  afterAll(() => server?.stop());
  beforeEach(() => {
    folder = new ProjectFolder({ 'ktx.yaml': `connections:\n  warehouse:\n    driver: postgres\n    url: postgresql://${server.admin}@${server.host}:${server.port}/postgres\n    password: env:WORD\n` });
  });
  afterEach(() => folder?.[Symbol.dispose]());

  const start = (...args: readonly string[]): ReturnType<typeof spawn> => spawn(process.execPath, [cli, ...args, '--project-dir', folder.root], { env: { ...plainEnvironment(), WORD: server.password }, stdio: 'ignore' });
  const active = async (): Promise<number> => Number((await server.sql("SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'ktx-ci'"))[0]?.['n']);

  test('loads its driver, writes, and ends', async () => {
    expect(await once(start('ingest', '--apply'), 'exit')).toEqual([0, null]);
    expect(folder.read('semantic-layer/warehouse/_schema/public.yaml')).toContain('table: public.orders');
    expect(await active()).toBe(0);
  });

  test('stopped while a statement runs, it ends soon, and so does the statement', async () => {
    await server.sql('CREATE VIEW slow AS SELECT pg_sleep(60)::text AS word');
    const child = start('ingest');
    const ended = once(child, 'exit');
    while (Number((await server.sql("SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'ktx-ci' AND query LIKE '%slow%' AND state = 'active'"))[0]?.['n']) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    const started = performance.now();
    child.kill('SIGINT');
    expect((await ended)[0]).toBe(130);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(await active()).toBe(0);
    await server.sql('DROP VIEW slow');
  });
});
