import { answerThrough, probeThrough, type AskOnce } from './agent-answer.js';
import { agentTools, type FoundTools } from './agent-tools.js';
import { federatedToken, type Federation } from './anthropic-federation.js';
import { anthropicHost } from './anthropic.js';
import { anthropicWire, federatedWire } from './anthropic-wire.js';
import { relayTo, transportOf, type ApiOptions } from './api-backend.js';
import type { Answer, Ask, Backend, ProbeResult, TaskResult } from './backend.js';
import { claudeModel } from './claude-models.js';
import type { ClaudeSdk } from './claude-query.js';
import { runClaude, type ClaudeRuns } from './claude-task.js';
import type { ModelFailure } from './failure.js';
import { isolationOf, type Isolation } from './isolation.js';
import { openLoopback } from './loopback.js';
import { checkRoute } from './route.js';

/** Claude Code through its Agent SDK: a child process that is given the tools of a task and nothing else, and asks the model through the relay. */

/** Nothing of `environment` reaches the child; the cache folder of the binaries is read from it too. */
export interface ClaudeCodeOptions extends ApiOptions {
  /** With or without `/v1`; has passed checkRoute. */
  readonly baseUrl: string;
  /** A key, the token of a sign-in, or what stands for them on a runner that proves who it is. */
  readonly apiKey: string | Federation;
  /** A line for who watches, before the binaries are installed. */
  readonly note?: ((line: string) => void) | undefined;
  /** Another than the best that can be had here. */
  readonly isolation?: Isolation | undefined;
  /** Other binaries than those of tools/agents. */
  readonly agents?: (() => Promise<FoundTools>) | undefined;
}

/** Throws where the route was not checked; all else is said by the probe. SDK and binary are looked for, and installed, when they are first needed. */
export async function openClaudeCode(options: ClaudeCodeOptions): Promise<Backend> {
  const { baseUrl, apiKey, allowedHosts, environment, note = () => undefined, agents = () => agentTools(environment, note) } = options;
  const route = checkRoute(baseUrl, allowedHosts, anthropicHost);
  if (!route.ok) throw new Error(route.why);
  const transport = transportOf(options);
  const base = route.url.href.replace(/\/+(?:v1\/*)?$/, '');
  const wire = typeof apiKey === 'string' ? anthropicWire(apiKey) : federatedWire(federatedToken(apiKey, { baseUrl: base, transport, clock: options.clock }));
  const relay = relayTo(route.url, wire, transport, options);
  const loopback = await openLoopback({ relay, base: new URL(base), paths: ['/v1/messages'] });
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();
  let opened: Promise<ClaudeRuns | ModelFailure> | undefined;
  const open = async (): Promise<ClaudeRuns | ModelFailure> => {
    const found = await agents();
    if (!found.ok) return found.failure;
    const sdk = await found.tools.load('@anthropic-ai/claude-agent-sdk') as ClaudeSdk;
    return { sdk, loopback, isolation: options.isolation ?? await isolationOf(), amountOf: (account, body, model) => relay.amountOf(account, body, model) };
  };
  /** `otherwise`: the answer where there is no binary. */
  async function using<T>(signal: AbortSignal, work: (setup: ClaudeRuns, signal: AbortSignal) => Promise<T>, otherwise: (failure: ModelFailure) => T): Promise<T> {
    const setup = await (opened ??= open());
    if ('category' in setup) return otherwise(setup);
    const done = work(setup, AbortSignal.any([signal, closing.signal]));
    running.add(done);
    try {
      return await done;
    } finally {
      running.delete(done);
    }
  }
  return {
    id: 'claude-code',
    host: route.host,
    probe: (model, account, signal) => using<ProbeResult>(signal, (setup, either) => probeThrough(onceIn(setup), { model, account, signal: either }), (failure) => ({ category: failure.category, milliseconds: 0, failure })),
    generate: <T>(ask: Ask<T>) => using<Answer<T>>(ask.signal, (setup, signal) => answerThrough(onceIn(setup), { ...ask, signal }), (failure) => ({ ok: false, failure })),
    run: (task) => using<TaskResult>(task.signal, (setup, signal) => runClaude(setup, { ...task, model: claudeModel(task.model), closing: () => task.closing(), signal }), (failure) => {
      task.record({ kind: 'failure', failure });
      return { stopReason: 'error', failure, text: '' };
    }),
    async close() {
      closing.abort(new Error('The backend is closed.'));
      await Promise.allSettled(running);
      await loopback.close();
      await transport.close();
    },
  };
}

/** One answer to one prompt. Throws the signal's reason where it was cancelled. */
const onceIn = (setup: ClaudeRuns): AskOnce => async ({ model, system = '', prompt, maxOutputTokens, account, signal }, { onFailure } = {}) => {
  const { stopReason, stop, failure, text } = await runClaude(setup, {
    model: claudeModel(model), system, prompt, tools: [], maxOutputTokens, account, signal, closing: () => null, onStep: () => undefined, onRequest: () => undefined,
    record: (entry) => { if (entry.kind === 'failure') onFailure?.(entry.failure); },
  }, { isAnswer: true });
  if (stopReason === 'cancelled') throw signal.reason as Error;
  if (stop) return { ok: false, stop };
  if (failure) return { ok: false, failure };
  return { text };
};
