import { fileURLToPath } from 'node:url';
import type { Finding } from '../finding.js';
import { postgresAddress, type PostgresAddress } from './postgres-address.js';
import type { Project } from './project.js';
import { projectPath, resolveReference } from './references.js';

/** What a warehouse is opened with. */
export type WarehouseAddress = { readonly driver: 'sqlite'; /** Absolute. */ readonly file: string } | PostgresAddress;

export interface ResolvedSources {
  /** By connection; one that is missing cannot be opened, and a finding says why. */
  readonly addresses: ReadonlyMap<string, WarehouseAddress>;
  readonly findings: readonly Finding[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Resolves what the named connections need to be read. A reference without a value is an error, or a notice where
 * `lenient` (check and --dry-run): the connection then cannot be read. It never falls back to another variable.
 */
export function resolveSources(project: Project, environment: Environment, lenient: boolean): ResolvedSources {
  const addresses = new Map<string, WarehouseAddress>();
  const findings: Finding[] = [];
  for (const connection of project.connections) {
    if (connection.driver === 'postgres') {
      const resolved = postgresAddress(connection, project.root, environment, lenient ? 'notice' : 'error');
      if (resolved.ok) addresses.set(connection.id, resolved.address);
      else findings.push(...resolved.findings);
    }
    if (connection.driver !== 'sqlite') continue;
    const option = connection.options.path !== undefined ? 'path' : 'url';
    const text = connection.options[option] ?? '';
    // file:PATH names a file that holds the value; file://PATH is the URL of the database itself
    const resolved = text.startsWith('file://') ? { ok: true as const, value: text } : resolveReference(text, project.root, environment);
    if (!resolved.ok) {
      findings.push({
        severity: lenient ? 'notice' : 'error', code: 'reference-unresolved', ...connection.place(option),
        message: `connection ${connection.id}: ${resolved.why}`, fix: resolved.fix,
      });
      continue;
    }
    addresses.set(connection.id, { driver: 'sqlite', file: projectPath(project.root, filePath(resolved.value)) });
  }
  return { addresses, findings };
}

/** Passwords of the warehouses, for redaction. */
export function warehouseSecrets(project: Project, environment: Environment): string[] {
  return [...resolveSources(project, environment, true).addresses.values()].flatMap((address) => (address.driver === 'postgres' && address.password !== '' ? [address.password] : []));
}

/** The servers that a run talks to for its warehouses. */
export function warehouseHosts(addresses: ResolvedSources['addresses']): { readonly host: string; readonly what: string }[] {
  return [...addresses].flatMap(([connection, address]) => (address.driver === 'postgres'
    ? [{ host: `${address.host}:${address.port}`, what: `PostgreSQL of the connection ${connection}: its login and read-only SQL${address.tls.mode === 'off' ? ', without TLS' : ''}` }] : []));
}

/** `sqlite:///rel/or/abs.db`, `file:///abs.db` and plain paths. */
function filePath(value: string): string {
  if (value.startsWith('file://')) {
    try {
      return fileURLToPath(value);
    } catch {
      return value.slice('file://'.length);
    }
  }
  // three slashes: relative, four: absolute, as SQLAlchemy-style URLs have it
  return value.replace(/^sqlite:(\/\/\/)?/, '');
}
