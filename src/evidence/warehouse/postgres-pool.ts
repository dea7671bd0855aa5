import { connect as connectSocket } from 'node:net';
import { Client, Connection, type ClientConfig } from 'pg';
import type { PostgresAddress } from '../../project/postgres-address.js';
import { PostgresStatement, type PostgresFault, type StatementLimits, type StatementReply } from './postgres-statement.js';

export interface PoolOptions {
  readonly address: PostgresAddress;
  /** Connections at once. */
  readonly size: number;
  /** Schemas that unqualified names are looked for in. */
  readonly searchPath: readonly string[];
  /** What runs when it fires is cancelled on the server; what is asked afterwards runs. */
  readonly signal?: AbortSignal;
}

/** Statements on one database, each in a read-only transaction of its own that is rolled back. */
export interface PostgresPool {
  run(sql: string, limits: StatementLimits, timeoutMs: number): Promise<StatementReply>;
  /** Columns of a statement, which is parsed and not run. */
  describe(sql: string, timeoutMs: number): Promise<StatementReply>;
  /** Cancels what runs, and ends every connection. */
  close(): Promise<void>;
}

const connectTimeoutMs = 10_000;
const controlTimeoutMs = 5_000;
/** Beyond the server's own timeout, before it is told to cancel, and after that before the socket is closed. */
const graceMs = 2_000;
/** What may arrive, in result limits, before the socket is closed: a row is only seen when it is there as a whole. */
const receivedShare = 8;

/** Fault codes of our own beside the server's SQLSTATEs and Node's. */
export const cancelledCode = 'KTX_CANCELLED';
export const overflowCode = 'KTX_OVERFLOW';
export const closedCode = 'KTX_CLOSED';

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Opens the first connection; throws what stands in its way. */
export async function openPool(options: PoolOptions): Promise<PostgresPool> {
  const { size, signal } = options;
  const settings = settingsOf(options.searchPath);
  let { address } = options;
  const idle: Client[] = [];
  const running = new Map<Client, () => void>();
  const waiting: (() => void)[] = [];
  let open = 0;
  let closed = false;

  async function connected(): Promise<Client> {
    try {
      return await connect(address);
    } catch (error) {
      if (address.tls.mode !== 'preferred' || !/does not support SSL/.test((error as Error).message)) throw error;
      address = { ...address, tls: { mode: 'off' } };
      return connect(address);
    }
  }

  async function take(): Promise<{ readonly client: Client; readonly fresh: boolean }> {
    for (;;) {
      if (closed) throw Object.assign(new Error('the warehouse is closed'), { code: closedCode });
      const client = idle.pop();
      if (client) {
        hold(client, true);
        return { client, fresh: false };
      }
      if (open < size) {
        open += 1;
        try {
          return { client: await connected(), fresh: true };
        } catch (error) {
          open -= 1;
          waiting.shift()?.();
          throw error;
        }
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }

  function give(client: Client, isWhole: boolean): void {
    if (isWhole && !closed) {
      hold(client, false);
      idle.push(client);
    } else {
      open -= 1;
      destroy(client);
    }
    waiting.shift()?.();
  }

  async function ask(text: string, limits: StatementLimits | null, timeoutMs: number): Promise<StatementReply> {
    for (;;) {
      let taken: Awaited<ReturnType<typeof take>>;
      try {
        taken = await take();
      } catch (error) {
        return failure(faultOf(error));
      }
      const { client, fresh } = taken;
      try {
        await control(client, `BEGIN TRANSACTION READ ONLY; ${settings.map((setting) => `SET LOCAL ${setting}`).join('; ')}; SET LOCAL statement_timeout = ${Math.max(1, Math.trunc(timeoutMs))}`);
      } catch (error) {
        give(client, false);
        // it was cut while it lay idle: nothing was asked yet, so another one is as good
        if (!fresh) continue;
        return failure(faultOf(error));
      }
      const reply = await supervised(client, new PostgresStatement(text, limits), timeoutMs, receivedShare * (limits?.maxBytes ?? 1024 * 1024));
      const isWhole = await control(client, `ROLLBACK; ${cleanup}`).then(() => true, () => false);
      give(client, isWhole);
      return reply;
    }
  }

  /** The statement, with an eye on the clock, on what arrives, and on who wants it to end. */
  async function supervised(client: Client, statement: PostgresStatement, timeoutMs: number, maxReceived: number): Promise<StatementReply> {
    let own: PostgresFault | undefined;
    let received = 0;
    let last: NodeJS.Timeout | undefined;
    const { stream } = (client as unknown as { connection: Connection }).connection;
    const cut = (fault: PostgresFault): void => {
      own ??= fault;
      stream.destroy();
    };
    const cancel = (fault: PostgresFault): void => {
      own ??= fault;
      cancelOn(address, client);
      last ??= setTimeout(() => cut(fault), graceMs);
    };
    const onData = (chunk: Buffer): void => {
      received += chunk.length;
      if (received > maxReceived) cut({ code: overflowCode, message: `it brings more than ${Math.round(maxReceived / 1024 / 1024)} MiB at once` });
    };
    const timer = setTimeout(() => cancel({ code: '57014', message: 'canceling statement due to statement timeout' }), timeoutMs + graceMs);
    const stop = (): void => cancel({ code: cancelledCode, message: 'it was cancelled' });
    signal?.addEventListener('abort', stop);
    running.set(client, stop);
    stream.on('data', onData);
    try {
      const asked = client.query(statement);
      const reply = await asked.done;
      return reply.ok || own === undefined ? reply : failure(own);
    } finally {
      clearTimeout(timer);
      clearTimeout(last);
      stream.off('data', onData);
      signal?.removeEventListener('abort', stop);
      running.delete(client);
    }
  }

  const first = await connected();
  open = 1;
  give(first, true);
  return {
    run: (sql, limits, timeoutMs) => ask(sql, limits, timeoutMs),
    describe: (sql, timeoutMs) => ask(sql, null, timeoutMs),
    async close() {
      if (closed) return;
      closed = true;
      for (const stop of running.values()) stop();
      for (const wake of waiting.splice(0)) wake();
      await Promise.all(idle.splice(0).map((client) => {
        hold(client, true);
        return client.end().catch(() => undefined);
      }));
      while (running.size > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    },
  };
}

/**
 * What holds for every transaction, set in it: behind a pooler the next may run in another connection. `$user` is left out
 * of the search path: what a login may create in its own schema answers for nobody.
 */
function settingsOf(searchPath: readonly string[]): string[] {
  return [
    `search_path = ${['pg_catalog', ...searchPath, 'pg_temp'].map(quote).join(', ')}`, "lock_timeout = '5s'", "idle_in_transaction_session_timeout = '60s'", "TimeZone = 'UTC'", "DateStyle = 'ISO, MDY'", "IntervalStyle = 'iso_8601'",
    'extra_float_digits = 1', "bytea_output = 'hex'", 'standard_conforming_strings = on', 'synchronize_seqscans = off', 'row_security = on', 'client_min_messages = error',
  ];
}

/** What a rollback leaves: locks of the session. */
const cleanup = 'SELECT pg_catalog.pg_advisory_unlock_all()';

/**
 * Read-only by default through the start of the session, which ends with it: a SET would stay in a connection that a pooler
 * hands to others. A pooler that takes no such parameter is left without; each transaction is read-only all the same.
 */
async function connect(address: PostgresAddress): Promise<Client> {
  try {
    return await start(address, '-c default_transaction_read_only=on');
  } catch (error) {
    if (!/startup parameter/.test(faultOf(error).message)) throw error;
    return start(address, undefined);
  }
}

async function start(address: PostgresAddress, options: string | undefined): Promise<Client> {
  const config: ClientConfig & { sslnegotiation: string } = {
    host: address.host, port: address.port, user: address.user, database: address.database,
    // a function, since the driver looks for an empty password in PGPASSWORD and ~/.pgpass
    password: () => passwordOf(address, wantsPlain),
    ssl: sslOf(address), sslnegotiation: 'postgres', application_name: 'ktx-ci', client_encoding: 'utf8', connectionTimeoutMillis: connectTimeoutMs, keepAlive: true,
  };
  let wantsPlain = false;
  const client = new Client(config);
  // these the driver takes from PGOPTIONS and PGREPLICATION
  Object.assign((client as unknown as { connectionParameters: object }).connectionParameters, { options, replication: undefined });
  const { connection } = client as unknown as { connection: Connection };
  connection.prependOnceListener('authenticationCleartextPassword', () => { wantsPlain = true; });
  // a connection that breaks while it lies idle is found broken when it is next used
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    destroy(client);
    throw error;
  }
  return client;
}

/** A connection that lies idle keeps no process alive. */
function hold(client: Client, isHeld: boolean): void {
  const { connection } = client as unknown as { connection: { ref(): void; unref(): void } };
  if (isHeld) connection.ref();
  else connection.unref();
}

/** A statement of our own, which no server takes long for: one that does not answer is gone. */
async function control(client: Client, sql: string): Promise<void> {
  const timer = setTimeout(() => destroy(client), controlTimeoutMs);
  try {
    await client.query(sql);
  } finally {
    clearTimeout(timer);
  }
}

function passwordOf(address: PostgresAddress, wantsPlain: boolean): string {
  if (wantsPlain && address.tls.mode === 'off' && !isLocal(address.host)) throw Object.assign(new Error('The server asks for the password in clear text over a connection without TLS, so it was not sent'), { code: '28000' });
  return address.password;
}

const isLocal = (host: string): boolean => host.startsWith('/') || host === 'localhost' || host === '::1' || host.startsWith('127.');

function sslOf({ tls }: PostgresAddress): false | { readonly rejectUnauthorized: boolean; readonly ca?: string } {
  return tls.mode === 'off' ? false : { rejectUnauthorized: tls.verified, ...(tls.ca === undefined ? {} : { ca: tls.ca }) };
}

/** Tells the server to cancel what this client asked, over a connection of its own, as the protocol has it. */
function cancelOn(address: PostgresAddress, client: Client): void {
  const { processID, secretKey } = client as unknown as { processID: number | null; secretKey: number | null };
  if (processID === null || secretKey === null) return;
  if (address.tls.mode === 'off') {
    const socket = address.host.startsWith('/') ? connectSocket(`${address.host}/.s.PGSQL.${address.port}`) : connectSocket(address.port, address.host);
    const request = Buffer.alloc(16);
    for (const [i, word] of [16, 80877102, processID, secretKey].entries()) request.writeInt32BE(word, i * 4);
    socket.on('error', () => undefined).setTimeout(graceMs, () => socket.destroy()).unref().end(request);
    return;
  }
  const connection = new Connection({ ssl: sslOf(address) }) as Connection & { connect(port: number, host: string): void; requestSsl(): void; cancel(process: number, secret: number): void };
  connection.on('error', () => undefined);
  connection.once('connect', () => connection.requestSsl());
  connection.once('sslconnect', () => {
    connection.cancel(processID, secretKey);
    connection.stream.end();
  });
  connection.connect(address.port, address.host);
}

function destroy(client: Client): void {
  (client as unknown as { connection: Connection }).connection.stream.destroy();
}

export function faultOf(error: unknown): PostgresFault {
  const { code, message } = (typeof error === 'object' && error !== null ? error : {}) as { readonly code?: unknown; readonly message?: unknown };
  // several addresses of one name, each of which failed
  const inner = error instanceof AggregateError ? (error.errors as readonly unknown[])[0] : undefined;
  if (inner !== undefined) return faultOf(inner);
  return { code: typeof code === 'string' ? code : '', message: typeof message === 'string' ? message : String(error) };
}

function failure(fault: PostgresFault): StatementReply {
  return { ok: false, fault };
}
