import { jsonSchemaOf } from './agent-loop.js';
import type { Tool, ToolAnswer } from './backend.js';

/**
 * What a server of the Model Context Protocol says that has the tools of one task and nothing else, whatever carries its
 * messages: https://modelcontextprotocol.io/specification/2025-06-18.
 */
export interface ToolProtocol {
  /** Calls are run one after the other, in the order in which they came. Rejects with what a call throws. */
  answerTo(message: unknown): Promise<Reply>;
  /** Resolves when no call runs any more. */
  settled(): Promise<void>;
}

/** `none`: it was a notification. `invalid`: it was no request, and the message says so to whoever can be told. */
export type Reply = { readonly kind: 'none' } | { readonly kind: 'answer' | 'invalid'; readonly message: Fields };

export interface ToolProtocolOptions {
  /** What is offered; nothing else is answered. */
  readonly tools: readonly Tool[];
  /** `meta`: what the agent says of the call besides. */
  readonly call: (name: string, input: unknown, meta: Fields) => Promise<ToolAnswer>;
  /** What the agent is told of each tool besides. */
  readonly meta?: Fields | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : {});

/** For a client that asks for no version. */
const usualVersion = '2025-06-18';

/** Errors of JSON-RPC. */
const errors = { parse: -32700, request: -32600, method: -32601, parameters: -32602 } as const;

const failure = (code: number, message: string): { readonly error: Fields } => ({ error: { code, message } });
const invalid = (code: number, message: string): Reply => ({ kind: 'invalid', message: { jsonrpc: '2.0', id: null, ...failure(code, message) } });

/** For a text that is no message. */
export const notJson = invalid(errors.parse, 'this is no JSON');

export function toolProtocol({ tools, call, meta }: ToolProtocolOptions): ToolProtocol {
  const listed = [...tools].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, description, input }) => ({ name, description, inputSchema: jsonSchemaOf(input), ...(meta ? { _meta: meta } : {}) }));
  let last: Promise<unknown> = Promise.resolve();

  async function resultOf(method: string, parameters: Fields): Promise<{ readonly result: Fields } | { readonly error: Fields }> {
    switch (method) {
      case 'initialize': return { result: { protocolVersion: typeof parameters['protocolVersion'] === 'string' ? parameters['protocolVersion'] : usualVersion, capabilities: { tools: {} }, serverInfo: { name: 'ktx', version: '1' } } };
      case 'ping': return { result: {} };
      case 'tools/list': return { result: { tools: listed } };
      // codex has tools for these, whatever the capabilities say
      case 'resources/list': return { result: { resources: [] } };
      case 'resources/templates/list': return { result: { resourceTemplates: [] } };
      case 'tools/call': {
        const { name } = parameters;
        if (typeof name !== 'string') return failure(errors.parameters, 'the call names no tool');
        const ran = last.then(() => call(name, parameters['arguments'] ?? {}, fieldsOf(parameters['_meta'])));
        last = ran.catch(() => undefined);
        const { text, isError } = await ran;
        return { result: { content: [{ type: 'text', text: text.toWellFormed() || '(empty)' }], isError: isError === true } };
      }
      default: return failure(errors.method, `there is no ${method} here`);
    }
  }

  return {
    async answerTo(message) {
      const { jsonrpc, id, method, params } = fieldsOf(message);
      if (jsonrpc !== '2.0' || typeof method !== 'string') return invalid(errors.request, 'this is no request of JSON-RPC 2.0');
      if (id === undefined) return { kind: 'none' };
      return { kind: 'answer', message: { jsonrpc: '2.0', id, ...await resultOf(method, fieldsOf(params)) } };
    },
    async settled() {
      await last;
    },
  };
}
