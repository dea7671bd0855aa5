import { readFileSync } from 'node:fs';
import type { Finding } from '../finding.js';
import type { PostgresConnection } from './project.js';
import { projectPath, resolveReference } from './references.js';

/** Where a PostgreSQL connection leads, and with what it signs in: its references resolved. Never printed as a whole. */
export interface PostgresAddress {
  readonly driver: 'postgres';
  /** A name, an address, or the folder of a socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** Empty where none is configured. */
  readonly password: string;
  readonly tls: PostgresTls;
  /** The key of ktx.yaml that a part comes from: its own, or `url`. */
  readonly keys: Readonly<Record<AddressPart, string>>;
}

export type AddressPart = 'host' | 'port' | 'database' | 'user' | 'password' | 'tls';

/** `preferred`: tried first, and done without where the server has none. `ca`: PEM text of the authority to trust. */
export type PostgresTls =
  | { readonly mode: 'off' }
  | { readonly mode: 'preferred' | 'required'; readonly verified: boolean; readonly ca?: string };

export type ResolvedAddress = { readonly ok: true; readonly address: PostgresAddress } | { readonly ok: false; readonly findings: readonly Finding[] };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Resolves the keys of a connection, and its URL for what no key says. The variables and files that psql reads (PGHOST,
 * PGPASSWORD, ~/.pgpass, …) count for nothing: what ktx.yaml does not name is missing.
 */
export function postgresAddress(connection: PostgresConnection, root: string, environment: Environment, severity: 'error' | 'notice'): ResolvedAddress {
  const { options } = connection;
  const findings: Finding[] = [];
  const text = (key: 'url' | 'host' | 'database' | 'username' | 'user' | 'password' | 'port' | 'sslmode' | 'sslrootcert'): string | undefined => {
    const written = options[key];
    if (written === undefined) return undefined;
    const resolved = resolveReference(String(written), root, environment);
    if (resolved.ok) return resolved.value === '' ? undefined : resolved.value;
    findings.push({ severity, code: 'reference-unresolved', ...connection.place(key), message: `connection ${connection.id}: ${resolved.why}`, fix: resolved.fix });
    return undefined;
  };
  const wrong = (key: string, message: string, fix: string): void => {
    findings.push({ severity: 'error', code: 'config-value', ...connection.place(key), message: `connection ${connection.id}: ${message}`, fix });
  };
  const url = urlParts(text('url'));
  if (url === null) wrong('url', 'url is no address of PostgreSQL', 'write postgresql://USER@HOST:PORT/DATABASE, and the password as password: env:NAME');
  const user = options.username === undefined ? 'user' : 'username';
  const written = { host: text('host'), port: text('port'), database: text('database'), user: text(user), password: text('password'), sslmode: text('sslmode') };
  const unresolved = findings.length > 0;
  const keys = {
    host: written.host === undefined && url?.host !== undefined ? 'url' : 'host', port: written.port === undefined && url?.port !== undefined ? 'url' : 'port',
    database: written.database === undefined && url?.database !== undefined ? 'url' : 'database', user: written.user === undefined && url?.user !== undefined ? 'url' : user,
    password: written.password === undefined && url?.password !== undefined ? 'url' : 'password', tls: written.sslmode === undefined && url?.sslmode !== undefined ? 'url' : options.sslmode === undefined ? 'ssl' : 'sslmode',
  };
  const [host, database, login] = [written.host ?? url?.host, written.database ?? url?.database, written.user ?? url?.user];
  const port = Number(written.port ?? url?.port ?? 5432);
  if (!unresolved) {
    if (host === undefined) wrong('host', 'it has neither host nor url', 'add host: NAME');
    if (database === undefined) wrong('database', 'it names no database', 'add database: NAME');
    if (login === undefined) wrong(user, 'it names no login', 'add username: NAME, of a login that may only read (docs/warehouses.md)');
    if (!Number.isInteger(port) || port < 1 || port > 65_535) wrong(keys.port, 'port is no number from 1 to 65535', 'correct it');
  }
  const tls = tlsOf(written.sslmode ?? url?.sslmode, text('sslrootcert') ?? url?.sslrootcert, connection, root);
  if (typeof tls === 'string') wrong(keys.tls, tls, 'use disable, prefer, require or verify-full, and the path of a PEM file as sslrootcert');
  if (findings.length > 0 || host === undefined || database === undefined || login === undefined || typeof tls === 'string') return { ok: false, findings };
  return { ok: true, address: { driver: 'postgres', host, port, database, user: login, password: written.password ?? url?.password ?? '', tls, keys } };
}

interface UrlParts {
  readonly host?: string;
  readonly port?: string;
  readonly database?: string;
  readonly user?: string;
  readonly password?: string;
  readonly sslmode?: string;
  readonly sslrootcert?: string;
}

/** Null for a text that is no such URL. */
function urlParts(text: string | undefined): UrlParts | null {
  if (text === undefined) return {};
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol)) return null;
  const part = (name: keyof UrlParts, encoded: string | null): UrlParts => {
    if (encoded === null || encoded === '') return {};
    try {
      return { [name]: decodeURIComponent(encoded) };
    } catch {
      return { [name]: encoded };
    }
  };
  return {
    ...part('host', url.hostname.replace(/^\[(.*)\]$/, '$1')), ...part('port', url.port), ...part('database', url.pathname.replace(/^\/+/, '')), ...part('user', url.username), ...part('password', url.password),
    ...part('sslmode', url.searchParams.get('sslmode')), ...part('sslrootcert', url.searchParams.get('sslrootcert')),
  };
}

/**
 * What `ssl`, `sslmode` and their like mean together. As for ktx, `require` verifies the certificate too, unless
 * `rejectUnauthorized: false` or `trustServerCertificate: true` says otherwise. A text says what is wrong.
 */
function tlsOf(mode: string | undefined, rootCertificate: string | undefined, connection: PostgresConnection, root: string): PostgresTls | string {
  const { options } = connection;
  let ca: string | undefined;
  if (rootCertificate !== undefined && rootCertificate !== 'system') {
    try {
      ca = readFileSync(projectPath(root, rootCertificate), 'utf8');
    } catch {
      return `the certificate file ${rootCertificate} cannot be read`;
    }
  }
  const trusting = options.rejectUnauthorized === false || options.trustServerCertificate === true;
  const given = ca === undefined ? {} : { ca };
  switch (mode?.toLowerCase()) {
    case undefined: return options.ssl === true || ca !== undefined ? { mode: 'required', verified: !trusting, ...given } : { mode: 'off' };
    case 'disable': return { mode: 'off' };
    case 'allow':
    case 'prefer': return { mode: 'preferred', verified: false, ...given };
    case 'no-verify': return { mode: 'required', verified: false, ...given };
    case 'require':
    case 'verify-ca':
    case 'verify-full': return { mode: 'required', verified: !trusting, ...given };
    default: return `sslmode ${mode ?? ''} is not known`;
  }
}
