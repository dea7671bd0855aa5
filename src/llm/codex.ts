import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerThrough, probeThrough, type AskOnce } from './agent-answer.js';
import { toolsOf } from './agent-loop.js';
import { AgentSession } from './agent-session.js';
import { agentTools, notRunnable, packageOf, type FoundTools } from './agent-tools.js';
import { relayTo, transportOf, type ApiOptions } from './api-backend.js';
import type { Backend, Task, TaskResult } from './backend.js';
import { modelFailure } from './classify.js';
import { Children, codexBinary, printedModels } from './codex-child.js';
import { codexModel, tightCatalogue, toolServerName } from './codex-config.js';
import { chatGptHost } from './codex-sign-in.js';
import { runTurn, type CodexModule, type TurnHouse } from './codex-turn.js';
import type { ModelFailure } from './failure.js';
import { isolatedScript, isolationOf } from './isolation.js';
import { openLoopback } from './loopback.js';
import { atEnd, openOwnFolder } from './own-folders.js';
import { openAiHost, responsesWire } from './responses-wire.js';
import { checkRoute } from './route.js';
import { strictSchema } from './strict-schema.js';

export interface CodexOptions extends ApiOptions {
  /** Without `/v1`, or with it; has passed checkRoute. */
  readonly baseUrl: string;
  /** A key of OpenAI's API; empty: there is none, and nothing is sent. The child gets neither it nor anything of the environment. */
  readonly apiKey: string;
  /** In the place of a key: the file of a person's sign-in with ChatGPT, with which codex goes past the relay. */
  readonly signIn?: string | undefined;
  /** A line for who watches, before the binaries are installed. */
  readonly note?: ((line: string) => void) | undefined;
  /** False: the binaries are looked for, and installed, only when they are needed. */
  readonly prepare?: boolean | undefined;
  /** Other binaries than those of tools/agents. */
  readonly agents?: FoundTools | undefined;
}

/** OpenAI's codex as a loop over our tools, behind the relay. Throws where the route was not checked; all else is said by the probe. */
export async function openCodex(options: CodexOptions): Promise<Backend> {
  const { baseUrl, apiKey, signIn, allowedHosts, prepare = true } = options;
  const route = checkRoute(baseUrl, allowedHosts, signIn === undefined ? openAiHost : chatGptHost);
  if (!route.ok) throw new Error(route.why);
  const base = new URL(route.url.href.replace(/\/+(?:v1\/*)?$/, ''));
  const transport = transportOf(options);
  const relay = relayTo(base, responsesWire(apiKey), transport, options);
  let opening: Promise<OpenedHouse> | undefined;
  const opened = (): Promise<OpenedHouse> => (opening ??= openHouse(options, route, async () => {
    if (signIn !== undefined) return { way: { kind: 'sign-in', file: signIn, base: route.url.href.replace(/\/+$/, ''), ownPrices: options.ownPrices }, close: () => Promise.resolve() };
    const loopback = await openLoopback({ relay, base, paths: ['/v1/responses'] });
    return { way: { kind: 'relay', relay, loopback }, close: () => loopback.close() };
  }));
  if (prepare) await opened();
  const closed = new AbortController();
  const running = new Set<Promise<unknown>>();
  /** Ends with the backend too. */
  const within = async <T>(signal: AbortSignal, work: (house: TurnHouse, signal: AbortSignal) => Promise<T>, without: (failure: ModelFailure) => T): Promise<T> => {
    const found = await opened();
    if (!found.ok) return without(found.failure);
    const done = work(found.house, AbortSignal.any([signal, closed.signal]));
    running.add(done);
    try {
      return await done;
    } finally {
      running.delete(done);
    }
  };
  return {
    id: 'codex', host: route.host,
    probe: (model, account, signal) => within(signal, (house, both) => probeThrough(onceIn(house), { model, account, signal: both }), (failure) => ({ category: failure.category, milliseconds: 0, failure })),
    generate: (ask) => within(ask.signal, (house, signal) => answerThrough(onceIn(house), { ...ask, signal }), (failure) => ({ ok: false, failure })),
    run: (task) => within(task.signal, (house, signal) => run(house, {
      ...task, signal, closing: () => task.closing(), onStep: () => task.onStep(), onRequest: (bytes) => task.onRequest(bytes), record: (entry) => task.record(entry),
    }), (failure) => failed(task, failure)),
    async close() {
      closed.abort(new Error('The backend is closed.'));
      await Promise.allSettled(running);
      const found = await opening;
      if (found?.ok === true) await found.close();
      await transport.close();
    },
  };
}

type OpenedHouse = { readonly ok: true; readonly house: TurnHouse; readonly close: () => Promise<void> } | { readonly ok: false; readonly failure: ModelFailure };

async function openHouse({ apiKey, signIn, environment, silenceMs, note = () => undefined, agents }: CodexOptions, { host }: { readonly host: string }, openWay: () => Promise<{ readonly way: TurnHouse['way']; readonly close: () => Promise<void> }>): Promise<OpenedHouse> {
  if (apiKey.trim() === '' && signIn === undefined) return { ok: false, failure: modelFailure('missing-credential', 'codex needs a key of OpenAI\'s API: a sign-in with ChatGPT is not used, because its requests cannot go through the relay.') };
  const found = agents ?? await agentTools(environment, note);
  if (!found.ok) return found;
  const binary = codexBinary(found.tools.folder);
  if (binary === undefined) return { ok: false, failure: notRunnable('The codex binary for this platform is not among the installed agent binaries.', found.tools.folder) };
  const sdk = await packageOf(found.tools, '@openai/codex-sdk');
  if (!sdk.ok) return sdk;
  const { path: folder, remove } = await openOwnFolder('codex');
  const children = new Children(folder);
  const ended = atEnd(() => children.kill(folder));
  const isolation = await isolationOf();
  // the SDK takes a path only
  const started = isolation.pidNamespace ? join(folder, 'codex') : binary;
  if (started !== binary) writeFileSync(started, isolatedScript(binary, isolation), { mode: 0o700 });
  const opened = await openWay();
  const catalogues = new Map<string, Promise<string | null>>();
  let printed: Promise<string> | undefined;
  const catalogue = (model: string): Promise<string | null> => {
    const known = catalogues.get(model) ?? (printed ??= printedModels(binary, folder)).then((text) => tightCatalogue(text, model));
    catalogues.set(model, known);
    return known;
  };
  return {
    ok: true,
    house: { sdk: sdk.loaded as CodexModule, binary: started, installed: found.tools.folder, folder, way: opened.way, children, host, silenceMs, environment, catalogue },
    async close() {
      await children.end(folder);
      ended();
      children.close();
      await opened.close();
      await remove();
    },
  };
}

function failed(task: Task, failure: ModelFailure, text = ''): TaskResult {
  task.record({ kind: 'failure', failure });
  return { stopReason: 'error', failure, text };
}

async function run(house: TurnHouse, task: Task): Promise<TaskResult> {
  const model = codexModel(task.model);
  if (typeof model !== 'string') return failed(task, model);
  // refuses names that no provider takes
  toolsOf(task.tools);
  const { account } = task;
  const session = new AgentSession(task);
  let before = account.usage;
  const turn = await runTurn(house, {
    model, system: task.system, prompt: task.prompt, maxOutputTokens: task.maxOutputTokens, account, signal: task.signal, toolbox: { tools: task.tools, call: (name, input) => session.call(name, input) },
    refuses(calls, amount) {
      session.reconcile(calls);
      return session.refuses(amount);
    },
    isOver: () => session.ended || session.bug !== undefined || account.stepStop() !== null,
    onItem({ type, server, text }) {
      if (type === 'agent_message') {
        if (text.trim() !== '') task.record({ kind: 'text', step: account.steps + 1, text });
      } else if (type === 'mcp_tool_call' && server === toolServerName) session.reportCall();
      else if (type !== 'reasoning' && type !== 'error') session.action();
    },
    onSend: (bytes) => task.onRequest(bytes),
    onFailure: (failure) => task.record({ kind: 'failure', failure }),
    onEnd(milliseconds) {
      const { inputTokens, outputTokens } = account.usage;
      task.record({ kind: 'request', inputTokens: inputTokens - before.inputTokens, outputTokens: outputTokens - before.outputTokens, milliseconds: Math.round(milliseconds) });
      before = account.usage;
    },
  });
  if (session.bug) throw session.bug.error;
  const { text } = turn;
  switch (turn.end) {
    case 'cancelled': return { stopReason: 'cancelled', text };
    case 'stop': return { stopReason: turn.stop.reason, stop: turn.stop, text };
    case 'failure': return turn.met ? { stopReason: 'error', failure: turn.failure, text } : failed(task, turn.failure, text);
    default:
  }
  if (session.ended) return { stopReason: 'natural', text };
  const stop = account.stepStop();
  if (stop) return { stopReason: 'step-budget', stop, text };
  const idle = session.actions === 0;
  session.turnEnded();
  if (idle && text.trim() === '') return failed(task, modelFailure('provider-error', 'The model answered with nothing.'));
  return { stopReason: 'natural', text };
}

/** One answer to one prompt. Throws the signal's reason where it was cancelled. */
const onceIn = (house: TurnHouse): AskOnce => async ({ system = '', prompt, maxOutputTokens, account, signal, ...ask }, { schema, onFailure } = {}) => {
  const model = codexModel(ask.model);
  if (typeof model !== 'string') return { ok: false, failure: model };
  const turn = await runTurn(house, { model, system, prompt, maxOutputTokens, account, signal, outputSchema: schema && strictSchema(schema), onFailure });
  if (turn.end === 'cancelled') throw signal.reason as Error;
  if (turn.end === 'stop') return { ok: false, stop: turn.stop };
  if (turn.end === 'failure') return { ok: false, failure: turn.failure };
  return { text: turn.text };
};
