import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { agentEnvironment, endAgent, openFolders, startAgent } from './agent-child.js';
import { messageIn, type ClaudeMessage, type ResultMessage } from './claude-messages.js';
import type { ModelFailure } from './failure.js';
import type { Isolation } from './isolation.js';
import type { Account, BudgetStop } from './ledger.js';
import type { Loopback } from './loopback.js';
import { limited } from './request-limits.js';
import type { ToolServer } from './sdk-tool-server.js';

/** One conversation of the Claude Code binary: started, listened to, ended with everything that belongs to it. */

/** The part of @anthropic-ai/claude-agent-sdk that is used. */
export interface ClaudeSdk {
  query(asked: { readonly prompt: string; readonly options: Readonly<Record<string, unknown>> }): AsyncIterable<unknown>;
}

interface SpawnOptions {
  readonly command: string;
  readonly args: readonly string[];
}

export interface ClaudeSetup {
  readonly sdk: ClaudeSdk;
  readonly loopback: Loopback;
  readonly isolation: Isolation;
}

export interface Query {
  readonly model: string;
  readonly system: string;
  readonly prompt: string;
  /** Names of the tools, without the prefix of their server. */
  readonly tools: readonly string[];
  readonly server: ToolServer | null;
  readonly maxOutputTokens: number;
  readonly account: Account;
  /** Ends it at once. */
  readonly signal: AbortSignal;
  /** Asked before a request is sent, with its body as it would be: a text means that it is not. */
  readonly refuses: (body: string) => string | null;
  /** The binary tried what its task does not allow; nothing was sent. */
  readonly onBreach: (message: string) => void;
  readonly onSend: (bytes: number) => void;
  readonly onFailure: (failure: ModelFailure) => void;
  readonly onStopReason: (reason: string) => void;
  readonly onStop: (stop: BudgetStop) => void;
  /** An answer is through and charged: milliseconds since its request came. */
  readonly onEnd: (milliseconds: number) => void;
  readonly onMessage: (message: ClaudeMessage) => void;
}

export interface Closed {
  /** Undefined: it ended before it had one. */
  readonly result: ResultMessage | undefined;
  /** What the binary or the SDK said at the end, where it was no result. */
  readonly said: string;
}

/** The name of a tool as the binary and the model know it. */
export const toolId = (name: string): string => `mcp__ktx__${name}`;

/** Milliseconds that the SDK may take to say what it has read, after the binary is gone. */
const lastWords = 250;

/** Resolves when the binary is gone, its folders are removed and its token is worth nothing. */
export async function converse({ sdk, loopback, isolation }: ClaudeSetup, query: Query): Promise<Closed> {
  const { model, system, prompt, tools, server, maxOutputTokens, account, signal, refuses, onBreach, onSend, onFailure, onStopReason, onStop, onEnd, onMessage } = query;
  const names = tools.map(toolId);
  const folders = await openFolders();
  const task = loopback.open({
    account, signal, onSend, onFailure, onStopReason, onStop, onEnd,
    admit(body) {
      const checked = limited(body, { model, tools: names, maxOutputTokens });
      if ('breach' in checked) {
        onBreach(checked.breach);
        return { refusal: checked.breach };
      }
      const refusal = refuses(checked.body);
      return refusal === null ? checked : { refusal };
    },
  });
  const environment = {
    ...agentEnvironment(folders), CLAUDE_CONFIG_DIR: folders.config, ANTHROPIC_BASE_URL: loopback.url, ANTHROPIC_API_KEY: task.token,
    // The relay retries, and it alone may say that an answer is whole.
    CLAUDE_CODE_MAX_RETRIES: '0', CLAUDE_CODE_DISABLE_NONSTREAMING_FALLBACK: '1', API_TIMEOUT_MS: '1800000',
    CLAUDE_CODE_MAX_OUTPUT_TOKENS: String(maxOutputTokens), CLAUDE_CODE_MAX_TOOL_USE_CONCURRENCY: '1',
    // Else some models are offered a placeholder for tools that are loaded later.
    ENABLE_TOOL_SEARCH: 'false',
    MCP_TIMEOUT: '30000', MCP_TOOL_TIMEOUT: '3600000', MAX_MCP_OUTPUT_TOKENS: '1000000', CLAUDE_CODE_MAX_MCP_DESCRIPTION_LENGTH: '100000',
    DISABLE_COMPACT: '1', DISABLE_AUTO_COMPACT: '1', CLAUDE_CODE_DISABLE_MCP_TASKS: '1', CLAUDE_CODE_DISABLE_AUTO_MEMORY: '1', CLAUDE_CODE_DISABLE_FILE_MENTIONS: '1',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1', DISABLE_TELEMETRY: '1', DISABLE_ERROR_REPORTING: '1', DISABLE_AUTOUPDATER: '1',
    CLAUDE_CODE_ENTRYPOINT: 'sdk-ts',
  };
  const abort = new AbortController();
  const gone = Promise.withResolvers<unknown>();
  let child: ChildProcessWithoutNullStreams | undefined;
  let result: ResultMessage | undefined;
  let said = '';
  let over = false;
  const stop = (): void => {
    over = true;
    abort.abort();
    // It need not be asked: nothing of it is kept.
    if (child) void endAgent(child);
    else gone.resolve(null);
  };
  const options = {
    model, systemPrompt: system, cwd: folders.work, env: environment, abortController: abort,
    tools: [], allowedTools: names, permissionMode: 'dontAsk', strictMcpConfig: true,
    mcpServers: server ? { ktx: { type: 'sdk', name: 'ktx', instance: server, timeout: 3_600_000, disableAutoBackground: true } } : {},
    settingSources: [], skills: [], plugins: [], persistSession: false, verbatimPrompts: true, thinking: { type: 'disabled' },
    extraArgs: { 'disable-slash-commands': null },
    spawnClaudeCodeProcess({ command, args }: SpawnOptions) {
      const started = startAgent({ command, args }, { isolation, folder: folders.work, environment });
      child = started;
      started.stderr.on('data', (text: Buffer) => { said = (said + text.toString()).slice(-2000); });
      started.once('exit', () => { setTimeout(() => gone.resolve(null), lastWords).unref(); });
      started.once('error', (error) => {
        said = error.message;
        gone.resolve(null);
      });
      if (over) void endAgent(started);
      return started;
    },
  };
  const listen = async (): Promise<void> => {
    try {
      for await (const value of sdk.query({ prompt, options })) {
        const message = messageIn(value);
        if (!message || over) continue;
        if (message.type === 'result') result = message;
        onMessage(message);
      }
    } catch (error) {
      // Expected after a result that is an error.
      if (result === undefined && !over) said = error instanceof Error ? error.message : String(error);
    }
  };
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    await Promise.race([listen(), gone.promise]);
  } finally {
    over = true;
    signal.removeEventListener('abort', stop);
    task.close();
    if (child) await endAgent(child);
    abort.abort();
    await folders.remove();
  }
  return { result, said };
}
