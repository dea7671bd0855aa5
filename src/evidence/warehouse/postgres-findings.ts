import type { PostgresAddress, AddressPart } from '../../project/postgres-address.js';
import type { Finding, FindingCode } from '../../finding.js';
import { tableText, type TableName } from '../evidence.js';
import { cancelledCode, closedCode, overflowCode } from './postgres-pool.js';
import type { PostgresFault } from './postgres-statement.js';
import type { QueryResult } from './warehouse.js';

type Failure = Extract<QueryResult, { ok: false }>;

/**
 * The server's words on one line. Errors about data (class 22) quote the value after a colon, which is nobody's business;
 * so it is left out.
 */
export function postgresMessage({ code, message }: PostgresFault): string {
  const line = message.replaceAll(/\s+/g, ' ').trim();
  return /^2[23]/.test(code) ? line.replace(/: ".*$/, '') : line;
}

/** SQLSTATE classes that say something of the server or the moment, not of the statement. */
const passing = /^(08|25P03|28|3D|40|53|55P03|57P|58|XX|E[A-Z]|KTX_)/;

/** A statement that did not work: `timeout` and `unavailable` prove nothing against it. */
export function statementFailure(connection: string, fault: PostgresFault, timeoutMs: number): Failure {
  const finding = (message: string, fix: string): Finding => ({ severity: 'warning', code: 'query-failed', message: `A statement on the connection ${connection} ${message}.`, fix });
  if (fault.code === '57014' && /statement timeout/.test(fault.message)) return { ok: false, reason: 'timeout', finding: finding(`was stopped after ${timeoutMs} ms`, 'Narrow it with a WHERE clause, or allow more time with query_timeout_ms.') };
  const words = postgresMessage(fault);
  if (fault.code === '42501') {
    return { ok: false, reason: 'unavailable', finding: { severity: 'warning', code: 'warehouse-permission', message: `The login of the connection ${connection} may not run a statement: ${words}.`, fix: 'Grant it SELECT on what the statement reads, or leave that out.' } };
  }
  if (fault.code === cancelledCode || fault.code === closedCode || fault.code === '57014') return { ok: false, reason: 'unavailable', finding: finding(`was not finished: ${words}`, 'It is asked again next time.') };
  if (fault.code === overflowCode) return { ok: false, reason: 'failed', finding: finding(`was stopped: ${words}`, 'Name the columns that are needed, and cut long texts.') };
  if (passing.test(fault.code)) return { ok: false, reason: 'unavailable', finding: finding(`could not be answered: ${words}`, 'Look at the server; it is asked again next time.') };
  const missing = /^42(P01|703|883)$/.test(fault.code);
  return { ok: false, reason: 'failed', finding: finding(`failed: ${words}`, missing ? 'Use names that the scanned tables have.' : 'Correct the statement, or run it by hand to see what PostgreSQL makes of it.') };
}

export function refused(connection: string, why: string): Finding {
  return { severity: 'warning', code: 'query-refused', message: `A statement for the connection ${connection} was refused: ${why}.`, fix: 'Use one SELECT with built-in, read-only functions.' };
}

export function unprofiled(connection: string, table: TableName, cause: Finding): Finding {
  return { severity: 'warning', code: cause.code, message: `${tableText(table)} of the connection ${connection} could not be profiled. ${cause.message}`, fix: cause.fix };
}

const tlsCodes = /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|EPROTO)$/;

/** Why the warehouse could not be opened, and the key of ktx.yaml where that can be changed. */
export function unopened(connection: string, address: PostgresAddress, fault: PostgresFault): { readonly finding: Finding; readonly option: string } {
  const words = postgresMessage(fault);
  const server = `${address.host}:${address.port}`;
  const said = (code: FindingCode, part: AddressPart, message: string, fix: string): { readonly finding: Finding; readonly option: string } => ({
    option: address.keys[part], finding: { severity: 'error', code, message: `The connection ${connection} ${message}.`, fix },
  });
  if (/does not support SSL/.test(fault.message)) return said('warehouse-tls', 'tls', `asks for TLS, which the server ${server} does not speak`, 'Turn TLS on at the server, or set ssl: false where the way to it is safe.');
  if (tlsCodes.test(fault.code)) {
    return said('warehouse-tls', 'tls', `does not trust the certificate of ${server}: ${words}`, 'Name the certificate of its authority with sslrootcert (a PEM file beside ktx.yaml) or NODE_EXTRA_CA_CERTS; check the host name.');
  }
  if (fault.code === '28000' && /no encryption|SSL off|without TLS/i.test(fault.message)) return said('warehouse-tls', 'tls', `is refused by ${server}: ${words}`, 'Set ssl: true.');
  if (fault.code === '28P01' || /^SASL|SCRAM/.test(fault.message)) {
    const empty = address.password === '';
    return said('warehouse-login', 'password', empty ? `has no password for the login ${address.user} of ${server}` : `is refused by ${server}: ${words}`, empty ? 'Add password: env:NAME.' : 'Check the login and its password.');
  }
  if (fault.code === '28000') return said('warehouse-login', 'user', `is refused by ${server}: ${words}`, 'Check the login, and that pg_hba.conf lets it in from this machine.');
  if (fault.code === '3D000') return said('warehouse-database', 'database', `names a database that ${server} does not have: ${words}`, 'Check the name; it is case-sensitive.');
  if (fault.code === '42501') return said('warehouse-permission', 'database', `may not be used: ${words}`, `Grant it: GRANT CONNECT ON DATABASE … TO ${address.user}.`);
  return said('warehouse-unreachable', 'host', `cannot reach ${server}: ${words === '' ? fault.code : words}`, 'Check host and port, and that a firewall lets this machine in.');
}
