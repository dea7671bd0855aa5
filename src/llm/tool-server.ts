import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Tool, ToolAnswer } from './backend.js';
import { notJson, toolProtocol } from './tool-protocol.js';

/**
 * The tools of one task for an agent that is a program of its own: an MCP server on a loopback port, with a token of this
 * task (streamable HTTP without sessions and without streams: https://modelcontextprotocol.io/specification/2025-06-18/basic/transports).
 */
export interface ToolServer {
  readonly url: string;
  /** What the agent sends as Bearer. */
  readonly token: string;
  close(): Promise<void>;
}

export interface ToolServerOptions {
  /** What is offered; nothing else is answered. */
  readonly tools: readonly Tool[];
  /** Runs a call; one after the other, in the order in which they came. */
  readonly call: (name: string, input: unknown) => Promise<ToolAnswer>;
}

const mostBytes = 4 * 1024 * 1024;

export async function openToolServer({ tools, call }: ToolServerOptions): Promise<ToolServer> {
  const token = `ktx-tools-${randomBytes(24).toString('base64url')}`;
  const protocol = toolProtocol({ tools, call });
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => { response.destroy(); });
  });
  // a tool may take minutes
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const end = (status: number, body?: unknown): void => void response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' }).end(body === undefined ? undefined : JSON.stringify(body));
    const isOurs = carries(request, token);
    // a page in a browser can reach a loopback port, but not without these
    if (request.headers.host !== `127.0.0.1:${port}` || request.headers.origin !== undefined) return end(403);
    if (!isOurs) return end(401);
    if (request.url !== '/mcp') return end(404);
    if (request.method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end();
    const text = await bodyOf(request);
    if (text === null) return end(413);
    const message = messageIn(text);
    const reply = message === undefined ? notJson : await protocol.answerTo(message);
    if (reply.kind === 'none') return end(202);
    end(reply.kind === 'answer' ? 200 : 400, reply.message);
  }

  return {
    url: `http://127.0.0.1:${port}/mcp`, token,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      // what a tool has begun it ends, before anybody looks at what came of it
      await protocol.settled();
    },
  };
}

function carries(request: IncomingMessage, token: string): boolean {
  const [sent, own] = [Buffer.from(request.headers.authorization?.replace(/^bearer /i, '') ?? ''), Buffer.from(token)];
  return sent.length === own.length && timingSafeEqual(sent, own);
}

/** Undefined: it is no JSON. */
function messageIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // the iterator alone would close the connection with the answer still to come
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
