import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { replayFetch, type Exchange, type Recording } from '../../src/llm/recording.js';
import { openTransport } from '../../src/llm/transport.js';

/** A loopback address in front of the model: it counts and keeps what passes, or answers from what was kept. */

export type Answering =
  /** Requests go on to this address, with the credential that they came with. */
  | { readonly kind: 'upstream'; readonly url: string }
  | { readonly kind: 'recording'; readonly recording: Recording };

export interface Endpoint {
  readonly url: string;
  readonly recording: Recording;
  close(): Promise<void>;
}

const kept = /^(content-type|request-id|retry-after|anthropic-ratelimit-.*)$/;
const passed = ['accept', 'anthropic-beta', 'anthropic-version', 'authorization', 'content-type', 'user-agent', 'x-api-key'];
const silenceMs = 180_000;

export async function openEndpoint(answering: Answering): Promise<Endpoint> {
  const exchanges: Exchange[] = [];
  const transport = openTransport({ environment: process.env, silenceMs });
  const replay = answering.kind === 'recording' ? replayFetch(answering.recording) : undefined;
  const fetchAnswer = (request: IncomingMessage, body: string): Promise<Response> => {
    const [method, path] = [request.method ?? 'GET', request.url ?? '/'];
    if (replay) return replay(`http://recording${path}`, { method, body });
    const headers = new Headers(passed.flatMap((name) => (request.headers[name] === undefined ? [] : [[name, String(request.headers[name])] as [string, string]])));
    return transport.fetch(new URL(path, (answering as { url: string }).url), { method, headers, body, signal: AbortSignal.timeout(silenceMs * 5) });
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOf(request);
    const answer = await fetchAnswer(request, body);
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => kept.test(name)));
    const said = await answer.text();
    exchanges.push({ method: request.method ?? 'GET', path: request.url ?? '/', request: body, status: answer.status, headers, body: said, cut: false });
    response.writeHead(answer.status, headers).end(said);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ type: 'error', error: { type: 'invalid_request_error', message: (error as Error).message } }));
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, recording: { exchanges },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
      await transport.close();
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
