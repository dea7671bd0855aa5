import type { Tool, ToolAnswer } from './backend.js';
import { toolProtocol } from './tool-protocol.js';

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
const meta = { 'anthropic/alwaysLoad': true, 'anthropic/maxResultSizeChars': 500_000 } as const;

/** What `call` throws goes to `failed`, and the caller gets no answer. */
export function toolServer(tools: readonly Tool[], call: (called: Called) => Promise<ToolAnswer>, failed: (error: unknown) => void): ToolServer {
  const protocol = toolProtocol({
    tools, meta,
    call(name, input, { 'claudecode/toolUseId': id }) {
      return call({ name, input, id: typeof id === 'string' ? id : undefined });
    },
  });
  return {
    async connect(transport) {
      transport.onmessage = (message) => {
        protocol.answerTo(message)
          .then((reply) => (reply.kind === 'answer' ? transport.send(reply.message) : undefined))
          .catch(failed);
      };
      await transport.start();
    },
    close: () => Promise.resolve(),
  };
}
