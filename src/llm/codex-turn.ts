import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { notRunnable } from './agent-tools.js';
import { modelFailure } from './classify.js';
import type { Children } from './codex-child.js';
import { codexConfig, codexEnvironment, relayProvider, threadOptions, toolServerName, type CodexProvider, type OfferedTools, type TurnPlaces } from './codex-config.js';
import { childFailure, toolsFailure, turnFailure } from './codex-failure.js';
import { chargeReported, ofSignIn, signInProvider, type SignInWay } from './codex-sign-in.js';
import type { ModelFailure } from './failure.js';
import type { Account, Amount, BudgetStop } from './ledger.js';
import type { Admission, Loopback } from './loopback.js';
import type { Relay } from './relay.js';
import { limitedBody, readRequest } from './responses-request.js';
import { openToolServer, type ToolServerOptions } from './tool-server.js';

/** What all turns of a backend share. */
export interface TurnHouse {
  readonly sdk: CodexModule;
  readonly binary: string;
  /** Where it is installed. */
  readonly installed: string;
  /** A folder of ours, in which each turn has one of its own. */
  readonly folder: string;
  readonly way: RelayWay | SignInWay;
  readonly children: Children;
  readonly host: string;
  readonly silenceMs: number;
  /** The catalogue of models that a turn of this model is given; null: the binary printed none. Rejects where it cannot be started. */
  catalogue(model: string): Promise<string | null>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Every request comes by here: it is read, reserved and charged. */
interface RelayWay {
  readonly kind: 'relay';
  readonly relay: Relay;
  readonly loopback: Loopback;
}

export interface TurnRequest {
  readonly model: string;
  readonly system: string;
  readonly prompt: string;
  readonly maxOutputTokens: number;
  readonly account: Account;
  readonly signal: AbortSignal;
  /** JSON schema that the provider is to hold the answer to. */
  readonly outputSchema?: Readonly<Record<string, unknown>> | undefined;
  /** Without it there is no tool at all. */
  readonly toolbox?: ToolServerOptions | undefined;
  /** Asked before each request leaves: a text means that none does any more. `calls`: actions of the model in its history. */
  readonly refuses?: ((calls: number, amount: Amount) => string | null) | undefined;
  /** Whether no tool runs any more; asked before each call. */
  readonly isOver?: (() => boolean) | undefined;
  /** A finished item of the turn, in the words of the SDK. */
  readonly onItem?: ((item: TurnItem) => void) | undefined;
  readonly onSend?: ((bytes: number) => void) | undefined;
  readonly onFailure?: ((failure: ModelFailure) => void) | undefined;
  readonly onEnd?: ((milliseconds: number) => void) | undefined;
}

export interface TurnItem {
  readonly type: string;
  /** Of a call: the server that the tool is of. */
  readonly server: string;
  readonly text: string;
}

/** How a turn ended. `refused`: `refuses` had said so. `text`: the last one of the model. */
export type Turn = { readonly text: string } & (
  | { readonly end: 'completed' | 'refused' | 'cancelled' }
  | { readonly end: 'stop'; readonly stop: BudgetStop }
  /** `met`: the relay met it, so that it was told already. */
  | { readonly end: 'failure'; readonly failure: ModelFailure; readonly met: boolean }
);

/** The part of @openai/codex-sdk that is used. */
export interface CodexModule {
  readonly Codex: new (options: { readonly codexPathOverride: string; readonly env: Readonly<Record<string, string>>; readonly config: Readonly<Record<string, unknown>> }) => {
    startThread(options: Readonly<Record<string, unknown>>): { runStreamed(input: string, options: { readonly signal: AbortSignal; readonly outputSchema?: unknown }): Promise<{ readonly events: AsyncIterable<unknown> }> };
  };
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? value as Fields : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What codex has for a server of tools besides its tools; they ask that server for what it does not have. */
const resourceTools = ['list_mcp_resource_templates', 'list_mcp_resources', 'read_mcp_resource'];
/** Items of capabilities that are off. */
const forbidden = new Set(['command_execution', 'file_change', 'web_search']);

/** How long a child may go on after the last request that it may make, in milliseconds. */
const graceMs = 1_000;
/** Calls that a child whose requests nobody here sees may still make after it was told that the turn is over: those of one answer. */
const graceCalls = 3;

let turns = 0;

/** Runs codex once over a prompt. When it resolves, its child, its port and its folder are gone. Throws only for bugs. */
export async function runTurn(house: TurnHouse, request: TurnRequest): Promise<Turn> {
  const { signal } = request;
  if (signal.aborted) return { end: 'cancelled', text: '' };
  turns += 1;
  const folder = join(house.folder, `turn-${turns}`);
  const places: TurnPlaces = { home: join(folder, 'home'), work: join(folder, 'work'), temporary: join(folder, 'tmp'), catalogue: join(folder, 'models.json'), instructions: join(folder, 'instructions.md') };
  await Promise.all([places.home, places.work, places.temporary].map((path) => mkdir(path, { recursive: true })));
  try {
    const catalogue = await house.catalogue(request.model).catch((error: unknown) => notRunnable(`codex could not be started: ${error instanceof Error ? error.message : String(error)}`, house.installed));
    if (catalogue === null || typeof catalogue !== 'string') return { end: 'failure', met: false, text: '', failure: catalogue ?? notRunnable('codex debug models printed no catalogue: this is another version of codex.', house.installed) };
    await writeFile(places.catalogue, catalogue);
    await writeFile(places.instructions, request.system.trim() === '' ? 'Answer what you are asked.' : request.system.toWellFormed());
    // with its end, or the first turn would be all that begin like it
    return await inPlaces(house, request, places, `${folder}${sep}`);
  } finally {
    // other turns go on meanwhile, also where it has to be tried again
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function inPlaces(house: TurnHouse, request: TurnRequest, places: TurnPlaces, mark: string): Promise<Turn> {
  const { toolbox, signal } = request;
  const tools = toolbox?.tools.map(({ name }) => name).sort();
  const watch = new Watch(house, request, tools);
  const server = toolbox && await openToolServer({
    ...toolbox,
    call(name, input) {
      if (request.isOver?.() === true) watch.calledAfterEnd();
      return toolbox.call(name, input);
    },
  });
  const offered: OfferedTools | undefined = server && tools && { url: server.url, token: server.token, names: tools };
  let way: OpenWay | undefined;
  try {
    way = house.way.kind === 'relay' ? throughRelay(house.way, house, request, watch) : pastRelay(house.way, house, request, watch, places);
    if (!way) return watch.turn();
    const codex = new house.sdk.Codex({ codexPathOverride: house.binary, env: codexEnvironment(places, way.provider, offered, house.environment), config: codexConfig(places, way.provider, offered) });
    const both = AbortSignal.any([signal, watch.over]);
    // the SDK asks it to end, and would wait for one that does not
    both.addEventListener('abort', () => house.children.kill(mark), { once: true });
    const { events } = await codex.startThread(threadOptions(request.model, places)).runStreamed(request.prompt.toWellFormed(), { signal: both, ...(request.outputSchema ? { outputSchema: request.outputSchema } : {}) });
    for await (const event of events) if (watch.take(event)) break;
  } catch (error) {
    // the SDK throws once more what its events have said, and for an abort
    watch.threw(error);
  } finally {
    watch.close();
    await house.children.end(mark);
    way?.close();
    await server?.close();
  }
  return watch.turn();
}

/** The way of one turn to its model, until it is closed. */
interface OpenWay {
  readonly provider: CodexProvider;
  close(): void;
}

function throughRelay({ relay, loopback }: RelayWay, { silenceMs }: TurnHouse, { account, signal, onEnd }: TurnRequest, watch: Watch): OpenWay {
  const open = loopback.open({
    account, signal, admit: (body) => watch.admit(body, relay), onEnd: (milliseconds) => onEnd?.(milliseconds), onStop: (stop) => watch.stopped(stop),
    onSend: (bytes) => watch.sent(bytes), onFailure: (failure) => watch.failed(failure),
  });
  return { provider: relayProvider(loopback.url, open.token, silenceMs), close: () => open.close() };
}

/** Undefined: the budget is spent. Throws where the sign-in cannot be laid into the child's home. */
function pastRelay(way: SignInWay, { silenceMs, environment }: TurnHouse, { account, model, onEnd }: TurnRequest, watch: Watch, { home }: TurnPlaces): OpenWay | undefined {
  const began = performance.now();
  const provider = signInProvider(way, home, silenceMs, environment);
  const held = account.reserve({ usd: 0, tokens: 0 });
  if (!held.ok) {
    watch.stopped(held.stop);
    return undefined;
  }
  return {
    provider,
    close() {
      if (!watch.answered) return held.reservation.release();
      chargeReported(held.reservation, watch.used, model, way.ownPrices);
      onEnd?.(performance.now() - began);
    },
  };
}

/** Follows a turn from both sides: what the child asks for, and what it reports. */
class Watch {
  readonly #house: TurnHouse;
  readonly #request: TurnRequest;
  readonly #allowed: ReadonlySet<string>;
  readonly #over = new AbortController();
  #text = '';
  #spoke = false;
  #completed = false;
  #stop: BudgetStop | undefined;
  #refused = false;
  /** Why it may not go on, whatever it says itself. */
  #breach: ModelFailure | undefined;
  /** Of the last request that left. */
  #met: ModelFailure | undefined;
  #said: ModelFailure | undefined;
  #thrown: unknown;
  #grace: NodeJS.Timeout | undefined;
  #callsAfterEnd = 0;
  #used: unknown;
  #answered = false;

  /** `tools`: what it is offered; undefined: nothing. */
  constructor(house: TurnHouse, request: TurnRequest, tools: readonly string[] | undefined) {
    this.#house = house;
    this.#request = request;
    this.#allowed = new Set(tools ? [...resourceTools, ...tools.map((name) => `mcp__${toolServerName}.${name}`)] : []);
  }

  /** Ends the child. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** What it says itself that the turn used, at its end. */
  get used(): unknown {
    return this.#used;
  }

  /** The model has said or done something. */
  get answered(): boolean {
    return this.#answered || this.#completed;
  }

  admit(body: string, relay: Relay): Admission {
    const { model, maxOutputTokens, account, refuses } = this.#request;
    const ends = (failure: ModelFailure): Admission => {
      this.#breach ??= failure;
      this.#over.abort();
      return { refusal: failure.message };
    };
    const outside = (message: string): Admission => ends(modelFailure('isolation', message));
    const asked = readRequest(body);
    if (!asked || asked.model !== model) return outside(`codex asks for the model ${asked?.model ?? 'nobody knows which'}, not for ${model}.`);
    const stray = asked.tools.find((name) => !this.#allowed.has(name));
    if (stray !== undefined) return outside(`codex offers the tool ${stray}, which is not one of ours.`);
    // a model without its tools would try again until its budget is spent
    if (asked.lost !== undefined) return ends(toolsFailure(asked.lost));
    const limited = limitedBody(asked, maxOutputTokens);
    const why = refuses?.(asked.calls, relay.amountOf(account, limited, model)) ?? null;
    if (why === null) return { body: limited };
    this.#refused = true;
    this.#endSoon();
    return { refusal: why };
  }

  /** Through the relay its next request is refused; past it there is only this. */
  calledAfterEnd(): void {
    if (this.#house.way.kind === 'relay' || (this.#callsAfterEnd += 1) <= graceCalls) return;
    this.#refused = true;
    this.#over.abort();
  }

  sent(bytes: number): void {
    this.#met = undefined;
    this.#request.onSend?.(bytes);
  }

  failed(failure: ModelFailure): void {
    this.#met = failure;
    this.#request.onFailure?.(failure);
  }

  stopped(stop: BudgetStop): void {
    this.#stop = stop;
    this.#endSoon();
  }

  close(): void {
    clearTimeout(this.#grace);
  }

  /** A refused request ends the turn; what the child has still to report of it comes before that end. */
  #endSoon(): void {
    this.#grace ??= setTimeout(() => this.#over.abort(), graceMs);
  }

  threw(error: unknown): void {
    this.#thrown = error;
  }

  /** True: the turn is over, whatever the child still has to do. */
  take(value: unknown): boolean {
    const event = fieldsOf(value);
    const item = fieldsOf(event['item']);
    this.#spoke = true;
    switch (event['type']) {
      case 'item.started': case 'item.completed': {
        const type = textOf(item['type']);
        const server = textOf(item['server']);
        if (forbidden.has(type)) this.#outside(`codex reports a ${type}, which is turned off.`);
        else if (type === 'mcp_tool_call' && server !== toolServerName && server !== 'codex') this.#outside(`codex called a tool of ${server || 'a server without a name'}, which is not ours.`);
        if (event['type'] === 'item.started') return this.#breach !== undefined;
        this.#answered ||= type !== 'error';
        if (type === 'agent_message' && textOf(item['text']).trim() !== '') this.#text = textOf(item['text']);
        this.#request.onItem?.({ type, server, text: textOf(item['text']) });
        return this.#breach !== undefined;
      }
      case 'turn.completed':
        this.#completed = true;
        this.#used = event['usage'];
        return true;
      case 'turn.failed':
        this.#said = turnFailure(textOf(fieldsOf(event['error'])['message']), this.#house.host);
        if (this.#house.way.kind === 'sign-in') this.#said = ofSignIn(this.#said);
        return true;
      // `error` comes before each new try too
      default: return false;
    }
  }

  turn(): Turn {
    const text = this.#text;
    if (this.#breach) return { end: 'failure', failure: this.#breach, met: false, text };
    if (this.#request.signal.aborted) return { end: 'cancelled', text };
    if (this.#stop) return { end: 'stop', stop: this.#stop, text };
    if (this.#refused) return { end: 'refused', text };
    if (this.#completed) return { end: 'completed', text };
    if (this.#met) return { end: 'failure', failure: this.#met, met: true, text };
    return { end: 'failure', failure: this.#said ?? childFailure(this.#thrown ?? new Error(''), { folder: this.#house.installed, spoke: this.#spoke }), met: false, text };
  }

  #outside(message: string): void {
    this.#breach ??= modelFailure('isolation', message);
  }
}
