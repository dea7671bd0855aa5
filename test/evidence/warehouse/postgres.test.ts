import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PostgresAddress } from '../../../src/project/postgres-address.js';
import { openPostgres, type PostgresOptions } from '../../../src/evidence/warehouse/postgres.js';
import type { Warehouse } from '../../../src/evidence/warehouse/warehouse.js';
import { noPostgres, PostgresServer } from '../../databases/postgres-server.js';
import { warehouseContract } from './contract.js';

let server: PostgresServer;
let number = 0;

if (noPostgres === null) {
  beforeAll(async () => { server = await PostgresServer.start(); });
  afterAll(() => server.stop());
}

/** A database with a login that may only read, and what was made in it. */
async function database(statements: readonly string[]): Promise<PostgresAddress> {
  number += 1;
  const name = `db${number}`;
  await server.sql(`CREATE DATABASE ${name}`);
  await server.sql(`CREATE ROLE reader${number} LOGIN PASSWORD 'reader word'; GRANT pg_read_all_data TO reader${number}; ${statements.join(';\n')}`, name);
  return address(name, `reader${number}`, 'reader word');
}

function address(name: string, user: string, password: string): PostgresAddress {
  return {
    driver: 'postgres', host: server.host, port: server.port, database: name, user, password, tls: { mode: 'off' },
    keys: { host: 'host', port: 'port', database: 'database', user: 'username', password: 'password', tls: 'ssl' },
  };
}

async function open(to: PostgresAddress, more: Partial<PostgresOptions> = {}): Promise<Warehouse> {
  const opened = await openPostgres({ connection: 'wh', address: to, ...more });
  if (!opened.ok) throw new Error(opened.finding.message);
  return opened.warehouse;
}

(noPostgres === null ? describe : describe.skip)('PostgreSQL', () => {
  warehouseContract('postgres', async (statements) => {
    const warehouse = await open(await database(statements));
    return { warehouse, dispose: () => warehouse.close() };
  });

  test('a wrong password is told as such', async () => {
    const to = await database([]);
    expect(await openPostgres({ connection: 'wh', address: { ...to, password: 'other' } })).toMatchObject({ ok: false, option: 'password', finding: { code: 'warehouse-login' } });
  });
});
