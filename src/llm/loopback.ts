import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ModelFailure } from './failure.js';
import type { Account, BudgetStop } from './ledger.js';
import { BudgetError, RelayError } from './relay-error.js';
import type { Relay } from './relay.js';

/**
 * The relay for child processes: an HTTP server on a loopback port. A child knows its port and a token of one task; the
 * credential, the budget and the pace stay on this side.
 */
export interface Loopback {
  /** Without a path: `http://127.0.0.1:41234`. */
  readonly url: string;
  /** Lets a child's requests through until it is closed. */
  open(task: LoopbackTask): OpenTask;
  close(): Promise<void>;
}

export interface LoopbackTask {
  readonly account: Account;
  /** Ends every request of the task. */
  readonly signal: AbortSignal;
  /** Asked before each request: the body that is sent in its place, or why nothing is. */
  readonly admit?: ((body: string) => Admission) | undefined;
  /** Before each time that a request leaves: bytes of its body. */
  readonly onSend?: ((bytes: number) => void) | undefined;
  /** Each failure that was met, also those after which the request was sent again. */
  readonly onFailure?: ((failure: ModelFailure) => void) | undefined;
  /** An answer says why the model stopped; before the child can read it. */
  readonly onStopReason?: ((reason: string) => void) | undefined;
  /** A request did not fit the budget; nothing was sent. */
  readonly onStop?: ((stop: BudgetStop) => void) | undefined;
  /** An answer is through and charged: milliseconds since its request came. */
  readonly onEnd?: ((milliseconds: number) => void) | undefined;
}

export type Admission = { readonly body: string } | { readonly refusal: string };

export interface OpenTask {
  /** What the child sends as its key, as x-api-key or Bearer. Good for this task alone. */
  readonly token: string;
  /** Requests under way are cut and charged, and the token is worth nothing any more. */
  close(): void;
}

export interface LoopbackOptions {
  readonly relay: Relay;
  /** Where the provider's API begins: `https://api.anthropic.com`. */
  readonly base: URL;
  /** Paths that a child may ask for, e.g. `/v1/messages`; a query is allowed. */
  readonly paths: readonly string[];
  /** Largest body, in bytes. */
  readonly mostBytes?: number;
  /** Longest that a request is held before its answer begins, in milliseconds; then the child is told 429. */
  readonly longestHold?: number;
}

const mostBytes = 32 * 1024 * 1024;
const longestHold = 300_000;

interface Held {
  readonly token: Buffer;
  readonly task: LoopbackTask;
  readonly abort: AbortController;
}

/** Listens on 127.0.0.1, on a port that the system chooses. There is no route without a token. */
export async function openLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { relay, base, paths } = options;
  const tasks = new Set<Held>();
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => { response.destroy(); });
  });
  // a held request has sent nothing for minutes, which is no reason to cut it
  server.requestTimeout = 0;
  server.headersTimeout = 30_000;
  server.keepAliveTimeout = 5_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refuse = (status: number, type: string, message: string): void => {
      if (response.headersSent) return void response.destroy();
      response.writeHead(status, { 'content-type': 'application/json', 'connection': 'close' }).end(JSON.stringify({ type: 'error', error: { type, message, code: type } }));
    };
    const held = heldBy(tasks, request);
    // a page in a browser can reach a loopback port, but not without these
    if (request.headers.host !== `127.0.0.1:${port}` || request.headers.origin !== undefined) return refuse(403, 'permission_error', 'not from here');
    if (!held) return refuse(401, 'authentication_error', 'no task has this token');
    // by the letter, because a path can be written so that it means another host
    const [, path = '', query = ''] = /^([^?]*)(.*)$/.exec(request.url ?? '') ?? [];
    if (request.method !== 'POST' || !paths.includes(path)) return refuse(404, 'not_found_error', `there is no ${request.method ?? ''} ${path} here`);
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') return refuse(415, 'invalid_request_error', 'bodies are taken as they are, not compressed');
    const came = performance.now();
    const sent = await bodyOf(request, options.mostBytes ?? mostBytes);
    if (sent === null) return refuse(413, 'request_too_large', 'the request is too large');
    const { onSend, onFailure, onStopReason, onStop, onEnd, admit, account } = held.task;
    const admitted: Admission = admit ? admit(sent) : { body: sent };
    if ('refusal' in admitted) return refuse(400, 'invalid_request_error', admitted.refusal);
    const { body } = admitted;
    const gone = new AbortController();
    response.once('close', () => { if (!response.writableFinished) gone.abort(); });
    const hold = AbortSignal.timeout(options.longestHold ?? longestHold);
    const begun = new AbortController();
    const waiting = AbortSignal.any([hold, begun.signal]);
    const signal = AbortSignal.any([held.task.signal, held.abort.signal, gone.signal]);
    const late = new Promise<'late'>((resolve) => { waiting.addEventListener('abort', () => { if (hold.aborted) resolve('late'); }, { once: true }); });
    const giveUp = new AbortController();
    try {
      const target = new URL(base.pathname.replace(/\/+$/, '') + path + query, base);
      const fetched = relay.fetchFor(account, { onSend, onFailure, onStopReason })(target, { method: 'POST', headers: headersOf(request, relay.token), body, signal: AbortSignal.any([signal, giveUp.signal]) });
      const answer = await Promise.race([fetched, late]);
      if (answer === 'late') {
        giveUp.abort();
        await fetched.catch(() => undefined);
        return refuse(429, 'rate_limit_error', 'the provider asks to wait for longer than a request can be held');
      }
      begun.abort();
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      if (!answer.body) return void response.end();
      await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), response);
      if (answer.ok) onEnd?.(performance.now() - came);
    } catch (error) {
      if (error instanceof BudgetError) {
        onStop?.(error.stop);
        return refuse(400, 'invalid_request_error', 'the budget of this task is spent');
      }
      if (error instanceof RelayError) return refuse(statusOf(error.failure), error.failure.type ?? 'api_error', error.failure.message);
      response.destroy();
    } finally {
      begun.abort();
    }
  }

  return {
    url: `http://127.0.0.1:${port}`,
    open(task) {
      const token = `ktx-task-${randomBytes(24).toString('base64url')}`;
      const held: Held = { token: Buffer.from(token), task, abort: new AbortController() };
      tasks.add(held);
      return {
        token,
        close() {
          tasks.delete(held);
          held.abort.abort();
        },
      };
    },
    close: () => new Promise((resolve) => {
      for (const held of tasks) held.abort.abort();
      tasks.clear();
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

/** The task whose token the request carries, compared in constant time. */
function heldBy(tasks: ReadonlySet<Held>, request: IncomingMessage): Held | undefined {
  const key = request.headers['x-api-key'];
  const sent = Buffer.from((typeof key === 'string' ? key : undefined) ?? request.headers.authorization?.replace(/^bearer /i, '') ?? '');
  let found: Held | undefined;
  for (const held of tasks) if (held.token.length === sent.length && timingSafeEqual(held.token, sent)) found = held;
  return found;
}

async function bodyOf(request: IncomingMessage, most: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // the iterator alone would close the connection with the answer still to come
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What the child said, with the relay's token in the place of the task's; the relay forwards only what it knows. */
function headersOf(request: IncomingMessage, token: string): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string' && name !== 'x-api-key' && name !== 'authorization') headers.set(name, value);
  headers.set('authorization', `Bearer ${token}`);
  return headers;
}

function statusOf({ status, category }: ModelFailure): number {
  if (status !== undefined) return status;
  return category === 'auth' || category === 'missing-credential' ? 401 : category === 'timeout' ? 504 : 502;
}
