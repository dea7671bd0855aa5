import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jsonSchemaOf } from './agent-loop.js';
import type { Tool, ToolAnswer } from './backend.js';

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

type Fields = Readonly<Record<string, unknown>>;

const mostBytes = 4 * 1024 * 1024;
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : {});

/** Errors of JSON-RPC. */
const errors = { parse: -32700, request: -32600, method: -32601, parameters: -32602 } as const;

export async function openToolServer({ tools, call }: ToolServerOptions): Promise<ToolServer> {
  const token = `ktx-tools-${randomBytes(24).toString('base64url')}`;
  const listed = [...tools].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, description, input }) => ({ name, description, inputSchema: jsonSchemaOf(input) }));
  let last: Promise<unknown> = Promise.resolve();
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
    let message: Fields;
    try {
      message = fieldsOf(JSON.parse(text));
    } catch {
      return end(400, { jsonrpc: '2.0', id: null, error: { code: errors.parse, message: 'this is no JSON' } });
    }
    const { id, method } = message;
    if (message['jsonrpc'] !== '2.0' || typeof method !== 'string') return end(400, { jsonrpc: '2.0', id: null, error: { code: errors.request, message: 'this is no request of JSON-RPC 2.0' } });
    if (id === undefined) return end(202);
    const answer = await answerTo(method, fieldsOf(message['params']));
    end(200, { jsonrpc: '2.0', id, ...answer });
  }

  async function answerTo(method: string, parameters: Fields): Promise<{ readonly result: unknown } | { readonly error: unknown }> {
    switch (method) {
      case 'initialize': return { result: { protocolVersion: parameters['protocolVersion'] ?? '2025-06-18', capabilities: { tools: {} }, serverInfo: { name: 'ktx', version: '1' } } };
      case 'ping': return { result: {} };
      case 'tools/list': return { result: { tools: listed } };
      case 'resources/list': return { result: { resources: [] } };
      case 'resources/templates/list': return { result: { resourceTemplates: [] } };
      case 'tools/call': {
        const { name } = parameters;
        if (typeof name !== 'string') return { error: { code: errors.parameters, message: 'the call names no tool' } };
        const ran = last.then(() => call(name, parameters['arguments'] ?? {}));
        last = ran.catch(() => undefined);
        const { text, isError } = await ran;
        return { result: { content: [{ type: 'text', text: text.toWellFormed() || '(empty)' }], isError: isError === true } };
      }
      default: return { error: { code: errors.method, message: `there is no ${method} here` } };
    }
  }

  return {
    url: `http://127.0.0.1:${port}/mcp`, token,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      // what a tool has begun it ends, before anybody looks at what came of it
      await last;
    },
  };
}

function carries(request: IncomingMessage, token: string): boolean {
  const [sent, own] = [Buffer.from(request.headers.authorization?.replace(/^bearer /i, '') ?? ''), Buffer.from(token)];
  return sent.length === own.length && timingSafeEqual(sent, own);
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
