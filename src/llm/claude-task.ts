import { setImmediate } from 'node:timers/promises';
import { AgentSession } from './agent-session.js';
import type { Task, TaskResult, ToolAnswer } from './backend.js';
import { modelFailure } from './classify.js';
import { failureOf } from './claude-failure.js';
import type { AssistantMessage, ClaudeMessage, ContentBlock, RateLimitMessage, UserMessage } from './claude-messages.js';
import { converse, toolId, type ClaudeSetup, type Closed } from './claude-query.js';
import type { ModelFailure } from './failure.js';
import type { Account, Amount, BudgetStop } from './ledger.js';
import { difference } from './request-limits.js';
import { toolServer, type Called } from './sdk-tool-server.js';

export interface ClaudeRuns extends ClaudeSetup {
  /** What a request with this body would be reserved at. */
  amountOf(account: Account, body: string, model: string): Amount;
}

/** Why a conversation was ended from outside. */
type Ending =
  | { readonly kind: 'finished' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'stop'; readonly stop: BudgetStop }
  | { readonly kind: 'failure'; readonly failure: ModelFailure }
  | { readonly kind: 'bug'; readonly error: unknown };

/**
 * Runs a task in the binary until the model is done or a budget is. Steps are counted where our tools run; what the binary
 * answers a model in our place (a tool that is not there) is a step too. What a tool throws is a bug and gets through.
 * `isAnswer`: the text is all that is wanted, and one that is cut is not whole.
 */
export async function runClaude(setup: ClaudeRuns, task: Task, { isAnswer = false }: { readonly isAnswer?: boolean } = {}): Promise<TaskResult> {
  const { account, model } = task;
  if (!/^claude-[a-z0-9.-]+$/.test(model)) {
    const failure = modelFailure('model-access', `Claude Code takes models whose ids begin with claude-, and sonnet, opus and haiku; ${model} is none.`);
    task.record({ kind: 'failure', failure });
    return { stopReason: 'error', failure, text: '' };
  }
  if (task.signal.aborted) return { stopReason: 'cancelled', text: '' };
  const spent = account.stepStop();
  if (spent) return { stopReason: spent.reason, stop: spent, text: '' };
  const watch = new Watch(setup, task, isAnswer);
  const server = task.tools.length === 0 ? null : toolServer(task.tools, (called) => watch.call(called), (error) => { watch.end({ kind: 'bug', error }); });
  const cancel = (): void => { watch.end({ kind: 'cancelled' }); };
  task.signal.addEventListener('abort', cancel, { once: true });
  try {
    const closed = await converse(setup, {
      model, system: task.system.toWellFormed(), prompt: task.prompt.toWellFormed(), tools: task.tools.map(({ name }) => name), server, maxOutputTokens: task.maxOutputTokens, account, signal: watch.signal,
      refuses: (body) => watch.refuses(body), onBreach: (message) => { watch.breach(message); }, onEnd: (milliseconds) => { watch.through(milliseconds); }, onSend: (bytes) => { watch.sent(bytes); }, onFailure: (failure) => { watch.failed(failure); },
      onStopReason: (reason) => { watch.stopped(reason); }, onStop: (stop) => { watch.end({ kind: 'stop', stop }); }, onMessage: (message) => { watch.message(message); },
    });
    return watch.result(closed);
  } finally {
    task.signal.removeEventListener('abort', cancel);
  }
}

/** What is known of a conversation while it goes on. */
class Watch {
  readonly #setup: ClaudeRuns;
  readonly #task: Task;
  readonly #isAnswer: boolean;
  readonly #session: AgentSession;
  readonly #over = new AbortController();
  readonly #allowed: readonly string[];
  /** Calls that the model made, by the id that it gave them. */
  readonly #made = new Map<string, ContentBlock>();
  readonly #answered = new Set<string>();
  #ending: Ending | undefined;
  readonly #announcement = Promise.withResolvers<unknown>();
  #announced = false;
  /** The step budget was spent before the last request: it was for the closing words. */
  #closing = false;
  /** What the last request met; none where it went well. */
  #met: ModelFailure | undefined;
  /** Answers in a row that were cut at their limit. */
  #cuts = 0;
  #error: string | undefined;
  #rejected: RateLimitMessage['rate_limit_info'] | undefined;
  #booked: { readonly input: number; readonly output: number };
  /** Id of the message of the model that is being read; empty before the first. */
  #reading = '';
  #text = '';
  #hasCall = false;
  #lastText = '';

  constructor(setup: ClaudeRuns, task: Task, isAnswer: boolean) {
    this.#setup = setup;
    this.#task = task;
    this.#isAnswer = isAnswer;
    this.#session = new AgentSession(task);
    this.#allowed = task.tools.map(({ name }) => toolId(name)).sort();
    this.#booked = this.#books();
  }

  get signal(): AbortSignal {
    return this.#over.signal;
  }

  /** The first reason stands. */
  end(ending: Ending): void {
    this.#ending ??= ending;
    this.#over.abort();
  }

  /** Null: the request may leave. None does after the last one that the task may send. */
  refuses(body: string): string | null {
    const { account, model } = this.#task;
    if (this.#ending) return 'The task is over.';
    if (this.#met) this.end({ kind: 'failure', failure: this.#met });
    else if (this.#cuts > (this.#isAnswer ? 0 : 1)) this.#fail(modelFailure('invalid-request', `The answer was cut at its limit of ${this.#task.maxOutputTokens} tokens${this.#isAnswer ? '' : ' twice in a row'}.`, { type: 'max_tokens' }));
    else if (this.#session.ended || (this.#isAnswer && this.#made.size > 0)) this.end({ kind: 'finished' });
    if (this.signal.aborted) return 'The task is over.';
    const stop = account.stepStop();
    const refusal = this.#session.refuses(this.#setup.amountOf(account, body, model));
    if (refusal !== null && stop) this.end({ kind: 'stop', stop });
    this.#closing = stop !== null;
    return refusal;
  }

  breach(message: string): void {
    this.#isolation(message);
  }

  through(milliseconds: number): void {
    const { input, output } = this.#booked;
    this.#booked = this.#books();
    this.#task.record({ kind: 'request', inputTokens: this.#booked.input - input, outputTokens: this.#booked.output - output, milliseconds: Math.round(milliseconds) });
  }

  sent(bytes: number): void {
    // What was met before this attempt has passed.
    this.#met = undefined;
    this.#task.onRequest(bytes);
  }

  failed(failure: ModelFailure): void {
    this.#met = failure;
    this.#task.record({ kind: 'failure', failure });
  }

  stopped(reason: string): void {
    this.#cuts = reason === 'max_tokens' ? this.#cuts + 1 : 0;
  }

  async call({ name, input, id }: Called): Promise<ToolAnswer> {
    if (id !== undefined) this.#answered.add(id);
    // The SDK hands over calls at once and messages in their turn: those that came before the call are read first.
    await Promise.race([this.#announcement.promise, once(this.signal)]);
    await setImmediate();
    if (this.#ending || !this.#announced) return { text: 'Not executed: the task is over.', isError: true };
    const answer = await this.#session.call(name, input);
    if (this.#session.bug) this.end({ kind: 'bug', error: this.#session.bug.error });
    return answer;
  }

  message(message: ClaudeMessage): void {
    switch (message.type) {
      case 'system':
        if (message.subtype === 'init') this.#announce(message.tools, message.mcp_servers);
        else this.failed(modelFailure(message.error_status === 429 ? 'rate-limit' : 'provider-error', `Claude Code sends a request again after ${message.error ?? 'an error'} (${String(message.error_status ?? 'no status')}).`));
        break;
      case 'assistant':
        this.#read(message);
        break;
      case 'user':
        this.#answers(message);
        break;
      case 'rate_limit_event':
        this.#rejected = message.rate_limit_info.status === 'rejected' ? message.rate_limit_info : undefined;
        break;
      case 'result':
        this.#turnOver();
    }
  }

  result({ result, said }: Closed): TaskResult {
    this.#turnOver();
    const text = this.#lastText;
    const ending = this.#ending;
    if (ending?.kind === 'bug') throw ending.error;
    if (ending?.kind === 'cancelled') return { stopReason: 'cancelled', text };
    if (ending?.kind === 'stop') return { stopReason: ending.stop.reason, stop: ending.stop, text };
    if (ending?.kind === 'failure') return { stopReason: 'error', failure: ending.failure, text };
    if (ending?.kind === 'finished' || this.#session.ended) return { stopReason: 'natural', text };
    const failed = (failure: ModelFailure): TaskResult => {
      this.#task.record({ kind: 'failure', failure });
      return { stopReason: 'error', failure, text };
    };
    // The relay knows more exactly what went wrong on the way, and has recorded it.
    if (this.#met && (!result || result.is_error)) return { stopReason: 'error', failure: this.#met, text };
    if (!result) return failed(modelFailure('provider-error', `Claude Code ended without a result${said === '' ? '.' : `: ${said}`}`));
    if (!this.#announced) return failed(modelFailure('isolation', 'Claude Code did not say which tools it has.'));
    if (result.is_error) return failed(failureOf(result, this.#error, this.#rejected));
    const spent = this.#closing ? this.#task.account.stepStop() : null;
    if (spent) return { stopReason: spent.reason, stop: spent, text };
    if ((result.result ?? '').trim() === '') return failed(modelFailure('provider-error', 'The model answered with nothing twice.'));
    return { stopReason: 'natural', text: text || (result.result ?? '') };
  }

  #announce(tools: readonly string[], servers: readonly { readonly name: string; readonly status: string }[]): void {
    const offered = [...tools].sort();
    const named = servers.map(({ name, status }) => `${name} (${status})`).join(', ');
    const wanted = this.#allowed.length === 0 ? '' : 'ktx (connected)';
    this.#announced = true;
    if (offered.join('\n') !== this.#allowed.join('\n')) this.#isolation(`Claude Code has other tools than those of the task: ${difference(offered, this.#allowed)}.`);
    else if (named !== wanted) this.#isolation(`Claude Code has other servers of tools than that of the task: ${named || 'none'}.`);
    this.#announcement.resolve(null);
  }

  #isolation(message: string): void {
    this.#fail(modelFailure('isolation', message));
  }

  #fail(failure: ModelFailure): void {
    if (this.#ending) return;
    this.#task.record({ kind: 'failure', failure });
    this.end({ kind: 'failure', failure });
  }

  #read({ message, error, is_api_error_message: isError }: AssistantMessage): void {
    if (!this.#announced) this.#isolation('The model answered before Claude Code said which tools it has.');
    if (isError === true || error !== undefined || message.model === '<synthetic>') {
      this.#error = error ?? this.#error;
      return;
    }
    if (message.id !== this.#reading) this.#turnOver();
    this.#reading = message.id;
    for (const block of message.content) {
      if (block.type === 'text' && block.text !== undefined && block.text !== '') this.#text += block.text;
      if (block.type !== 'tool_use') continue;
      this.#hasCall = true;
      this.#say();
      if (block.id !== undefined) this.#made.set(block.id, block);
    }
  }

  /** Calls that the binary answered in our place: of a tool that is not there, or with what is no JSON. */
  #answers({ message }: UserMessage): void {
    if (typeof message.content === 'string') return;
    for (const { type, tool_use_id: id, content } of message.content) {
      const call = id === undefined ? undefined : this.#made.get(id);
      if (type !== 'tool_result' || id === undefined || !call || this.#answered.has(id)) continue;
      this.#answered.add(id);
      const { account } = this.#task;
      this.#session.action();
      this.#task.record({ kind: 'tool', step: account.steps, name: (call.name ?? '').replace(toolId(''), ''), input: call.input, answer: textOf(content), isError: true });
    }
  }

  /** The text of the message that is being read, once it is whole. */
  #say(): void {
    if (this.#text === '') return;
    this.#lastText = this.#text;
    this.#task.record({ kind: 'text', step: this.#task.account.steps + 1, text: this.#text });
    this.#text = '';
  }

  /** A turn of the model without a call is one step. */
  #turnOver(): void {
    if (this.#reading === '') return;
    this.#say();
    this.#reading = '';
    if (!this.#hasCall) this.#session.action();
    this.#hasCall = false;
  }

  #books(): { readonly input: number; readonly output: number } {
    const { inputTokens, outputTokens } = this.#task.account.usage;
    return { input: inputTokens, output: outputTokens };
  }
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return (Array.isArray(content) ? content as readonly ContentBlock[] : []).map(({ text }) => text ?? '').join('\n');
}

const once = (signal: AbortSignal): Promise<void> => new Promise((resolve) => {
  if (signal.aborted) resolve();
  else signal.addEventListener('abort', () => resolve(), { once: true });
});
