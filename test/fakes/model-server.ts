import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the fakes of model APIs share: a server on a loopback port, its refusals, and streams that break. */

export interface ModelServer {
  readonly url: string;
  /** Most requests that were under way at once. */
  readonly mostAtOnce: () => number;
  /** Waits, unless the server is closed meanwhile. */
  wait(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export interface ModelServerOptions {
  /** Serves https. */
  readonly certificate?: { readonly key: string; readonly cert: string } | undefined;
  readonly handle: (incoming: IncomingMessage, raw: string, response: ServerResponse) => Promise<void>;
  /** The body of a refusal. */
  readonly refusal: (refused: Refusal) => unknown;
  /** The fake itself is broken. */
  readonly broken: (error: unknown) => void;
}

export class Refusal extends Error {
  readonly status: number;
  readonly type: string;
  constructor(code: number, type: string, message: string) {
    super(message);
    this.status = code;
    this.type = type;
  }
}

export async function openModelServer({ certificate, handle, refusal, broken }: ModelServerOptions): Promise<ModelServer> {
  const stopped = new AbortController();
  let underWay = 0;
  let most = 0;
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = [];
    underWay += 1;
    most = Math.max(most, underWay);
    response.on('close', () => { underWay -= 1; });
    request.on('error', () => undefined);
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      handle(request, Buffer.concat(chunks).toString('utf8'), response).catch((error: unknown) => {
        if (error instanceof Refusal) return reply(response, error.status, refusal(error));
        if (stopped.signal.aborted) return;
        broken(error);
        response.destroy();
      });
    });
  };
  const server = certificate ? createSecureServer(certificate, listener) : createServer(listener);
  server.unref();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mostAtOnce: () => most,
    wait: async (milliseconds) => { await sleep(milliseconds, undefined, { signal: stopped.signal }); },
    close: () => new Promise((resolve) => {
      stopped.abort();
      server.closeAllConnections();
      server.close(() => { resolve(); });
    }),
  };
}

export function reply(response: ServerResponse, code: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  const isText = typeof body === 'string';
  response.writeHead(code, { 'content-type': isText ? 'text/html' : 'application/json', ...headers }).end(isText ? body : JSON.stringify(body));
}

/** Sends server-sent events one by one, each on its way before the next, as over a real network. `after`: stops there, with a reset, as if it were complete, with silence, or with a last event. */
export async function stream(server: Pick<ModelServer, 'wait'>, response: ServerResponse, events: readonly string[], breaks?: { readonly after: number; readonly by: 'reset' | 'end' | 'silence' | { readonly event: string } }): Promise<void> {
  for (const [index, event] of events.entries()) {
    if (breaks?.after === index) break;
    await new Promise<void>((resolve) => { response.write(event, () => { resolve(); }); });
  }
  if (breaks === undefined || breaks.after >= events.length || breaks.by === 'end') return void response.end();
  if (breaks.by === 'silence') return;
  if (breaks.by === 'reset') {
    await server.wait(5);
    return void response.destroy();
  }
  response.end(breaks.by.event);
}

export function pieces(whole: string): string[] {
  return [...whole.match(/[\s\S]{1,16}/g) ?? []];
}
