import { describe, expect, test } from '@jest/globals';
import { loadProject } from '../../src/project/project.js';
import { resolveSources, warehouseHosts, warehouseSecrets, type ResolvedSources } from '../../src/project/sources.js';
import { ProjectFolder } from '../project-folder.js';

const address = (resolved: ResolvedSources): unknown => resolved.addresses.get('wh');

function resolve(yaml: string, environment: Record<string, string> = {}, files: Record<string, string> = {}): ResolvedSources {
  using folder = new ProjectFolder({ 'ktx.yaml': `connections:\n  wh:\n    driver: postgres\n${yaml.replaceAll(/^/gm, '    ')}\n`, ...files });
  const loaded = loadProject({ cwd: folder.root, environment: {}, bareDbt: false });
  if (!loaded.ok) return { addresses: new Map(), findings: loaded.findings };
  return resolveSources(loaded.project, environment, false);
}

const places = (resolved: ResolvedSources): unknown => resolved.findings.map(({ code, line, column, message }) => [code, line, column, message]);

describe('the address of a PostgreSQL connection', () => {
  test('out of keys', () => {
    expect(address(resolve('host: db\ndatabase: shop\nusername: reader\npassword: env:WORD\nssl: true', { WORD: 's e:c/r@t' }))).toEqual({
      driver: 'postgres', host: 'db', port: 5432, database: 'shop', user: 'reader', password: 's e:c/r@t', tls: { mode: 'required', verified: true },
      keys: { host: 'host', port: 'port', database: 'database', user: 'username', password: 'password', tls: 'ssl' },
    });
  });

  test('out of a URL, whose parts are decoded; a key wins over its part', () => {
    const url = 'postgresql://read%20er:p%40ss@db.example.com:6432/sh%2Fop?sslmode=require&application_name=x';
    expect(address(resolve('url: env:URL\ndatabase: other', { URL: url }))).toEqual({
      driver: 'postgres', host: 'db.example.com', port: 6432, database: 'other', user: 'read er', password: 'p@ss', tls: { mode: 'required', verified: true },
      keys: { host: 'url', port: 'url', database: 'database', user: 'url', password: 'url', tls: 'url' },
    });
    expect(address(resolve('url: postgres://reader@[::1]/shop'))).toMatchObject({ host: '::1', port: 5432, password: '', tls: { mode: 'off' } });
  });

  test.each([
    ['', { mode: 'off' }], ['ssl: false', { mode: 'off' }], ['ssl: true', { mode: 'required', verified: true }], ['ssl: true\nrejectUnauthorized: false', { mode: 'required', verified: false }],
    ['ssl: true\ntrustServerCertificate: true', { mode: 'required', verified: false }], ['sslmode: disable\nssl: true', { mode: 'off' }], ['sslmode: prefer', { mode: 'preferred', verified: false }],
    ['sslmode: require', { mode: 'required', verified: true }], ['sslmode: verify-full', { mode: 'required', verified: true }], ['sslmode: no-verify', { mode: 'required', verified: false }],
    ['sslrootcert: ca.pem', { mode: 'required', verified: true, ca: 'PEM' }],
  ])('TLS: %j', (yaml, tls) => {
    expect(address(resolve(`host: db\ndatabase: shop\nusername: reader\n${yaml}`, {}, { 'ca.pem': 'PEM' }))).toMatchObject({ tls });
  });

  test('what is missing or wrong has its place, and no other variable stands in for it', () => {
    const ambient = { PGHOST: 'x', PGUSER: 'x', PGDATABASE: 'x', PGPASSWORD: 'x', DATABASE_URL: 'postgres://x@y/z' };
    expect(places(resolve('username: reader', ambient))).toEqual([['config-value', 2, 3, 'connection wh: it has neither host nor url'], ['config-value', 2, 3, 'connection wh: it names no database']]);
    expect(places(resolve('host: db\ndatabase: shop', ambient))).toEqual([['config-value', 2, 3, 'connection wh: it names no login']]);
    expect(places(resolve('host: db\ndatabase: shop\nusername: reader\npassword: env:WORD', ambient))).toEqual([['reference-unresolved', 7, 15, 'connection wh: the environment has no WORD']]);
    expect(places(resolve('url: mysql://a@b/c'))).toEqual([['config-value', 4, 10, 'connection wh: url is no address of PostgreSQL']]);
    expect(places(resolve('host: db\nport: env:PORT\ndatabase: shop\nusername: reader', { PORT: 'many' }))).toEqual([['config-value', 5, 11, 'connection wh: port is no number from 1 to 65535']]);
    expect(places(resolve('host: db\ndatabase: shop\nusername: reader\nsslmode: maybe'))).toEqual([['config-value', 7, 14, 'connection wh: sslmode maybe is not known']]);
    expect(places(resolve('host: db\ndatabase: shop\nusername: reader\nsslrootcert: none.pem'))).toMatchObject([['config-value', 2, 3, 'connection wh: the certificate file none.pem cannot be read']]);
    expect(places(resolve('host: db\nport: 70000\ndatabase: shop\nusername: reader'))).toMatchObject([['config-value', 5, 11, expect.any(String)]]);
  });

  test('the password is a secret, and the host is named', () => {
    using folder = new ProjectFolder({ 'ktx.yaml': 'connections:\n  wh:\n    driver: postgres\n    url: env:URL\n' });
    const loaded = loadProject({ cwd: folder.root, environment: {}, bareDbt: false });
    if (!loaded.ok) throw new Error('it does not load');
    const environment = { URL: 'postgres://reader:four%20words@db/shop' };
    expect(warehouseSecrets(loaded.project, environment)).toEqual(['four words']);
    expect(warehouseHosts(resolveSources(loaded.project, environment, false).addresses)).toEqual([{ host: 'db:5432', what: 'PostgreSQL of the connection wh: its login and read-only SQL, without TLS' }]);
    expect(warehouseSecrets(loaded.project, {})).toEqual([]);
  });
});
