import { jsonSchemaOf } from './agent-loop.js';
import type { Tool, ToolAnswer } from './backend.js';

/**
 * A server of the Model Context Protocol inside of this process, over the transport that the Agent SDK hands to it: the SDK
 * writes the messages into the pipes of its child. It knows the tools of one task.
 */

/** The part of an SDK transport that is used. */
export interface Transport {
  onmessage?: ((message: unknown) => void) | undefined;
  start(): Promise<void>;
  send(message: unknown): Promise<void>;
}

export interface ToolServer {
  connect(transport: Transport): Promise<void>;
  close(): Promise<void>;
}

export interface Called {
  readonly name: string;
  readonly input: unknown;
  /** The id that the model gave the call, where the agent says it. */
  readonly id: string | undefined;
}

/** What Claude Code reads of a tool: it is offered from the start, and its answers are not put into files, up to the largest size that can be asked for. */
const _meta = { 'anthropic/alwaysLoad': true, 'anthropic/maxResultSizeChars': 500_000 } as const;

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? value as Fields : {});

/** https://modelcontextprotocol.io/specification: what a client gets that asks for a version that nobody knows. */
const newestVersion = '2025-06-18';
const noMethod = -32_601;

/** Calls are answered one after the other. What `call` throws goes to `failed`, and the caller gets no answer. */
export function toolServer(tools: readonly Tool[], call: (called: Called) => Promise<ToolAnswer>, failed: (error: unknown) => void): ToolServer {
  let before: Promise<unknown> = Promise.resolve();
  const answerTo = async (method: string, params: Fields): Promise<Fields | null> => {
    switch (method) {
      case 'initialize':
        return { protocolVersion: typeof params['protocolVersion'] === 'string' ? params['protocolVersion'] : newestVersion, capabilities: { tools: {} }, serverInfo: { name: 'ktx', version: '1' } };
      case 'ping': return {};
      case 'tools/list':
        return { tools: [...tools].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, description, input }) => ({ name, description, inputSchema: jsonSchemaOf(input), _meta })) };
      case 'tools/call': {
        const id = fieldsOf(params['_meta'])['claudecode/toolUseId'];
        const mine = before.then(() => call({ name: String(params['name']), input: params['arguments'] ?? {}, id: typeof id === 'string' ? id : undefined }));
        before = mine.catch(() => undefined);
        const { text, isError } = await mine;
        return { content: [{ type: 'text', text: text.toWellFormed() || '(empty)' }], isError: isError === true };
      }
      default: return null;
    }
  };
  return {
    async connect(transport) {
      transport.onmessage = (message) => {
        const { id, method, params } = fieldsOf(message);
        if (typeof method !== 'string' || id === undefined) return;
        answerTo(method, fieldsOf(params))
          .then((result) => transport.send({ jsonrpc: '2.0', id, ...(result === null ? { error: { code: noMethod, message: `there is no ${method}` } } : { result }) }))
          .catch(failed);
      };
      await transport.start();
    },
    close: () => Promise.resolve(),
  };
}
