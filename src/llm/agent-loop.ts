import type Anthropic from '@anthropic-ai/sdk';
import { z } from 'zod';
import type { ModelAnswer, ToolCall } from './answer.js';
import type { Task, TaskResult, Tool, ToolAnswer } from './backend.js';
import type { Turn } from './caching.js';
import { modelFailure } from './classify.js';
import type { Conversation, ModelClient } from './client.js';
import type { ModelFailure } from './failure.js';
import { inputTokensOf } from './usage.js';

/** What the model is told besides the answers of its tools. */
export const said = {
  lastStep: 'This is your last step: finish now with what you have.',
  lastRequest: 'The budget allows no further request after this one: finish now with what you have.',
  notExecuted: 'Not executed: the step budget is spent.',
  empty: 'Your answer was empty. Use the tools, then finish.',
  cut: (limit: number, call: string | null) => `Your answer was cut at its limit of ${limit} tokens${call === null ? '' : `, in the middle of a call of ${call}, which was not executed`}. Make shorter answers with smaller calls.`,
  again: (times: number) => `You have made this same call ${times} times in a row; it will not answer anything else. Do something different, or finish.`,
} as const;

/** From how many equal calls in a row on the model is told. */
const sameCalls = 3;

/** Runs a task over tools until the model is done or a budget is. What a tool throws is a bug and gets through. */
export async function runAgentLoop(client: ModelClient, task: Task): Promise<TaskResult> {
  const { account, signal } = task;
  const tools = toolsOf(task.tools);
  const messages: Turn[] = [{ role: 'user', content: [text(task.prompt)] }];
  const calls = new CallRunner(task);
  const hinted = new Set<string>();
  let lastText = '';
  let cutBefore = false;
  let nudged = false;

  const conversation = (): Conversation => ({ model: task.model, system: task.system.toWellFormed(), tools, messages, maxOutputTokens: task.maxOutputTokens });
  const fail = (failure: ModelFailure): TaskResult => {
    task.record({ kind: 'failure', failure });
    return { stopReason: 'error', failure, text: lastText };
  };

  for (;;) {
    if (signal.aborted) return { stopReason: 'cancelled', text: lastText };
    const spent = account.stepStop();
    if (spent) return { stopReason: spent.reason, stop: spent, text: lastText };
    const hint = (words: string | null): void => {
      if (words === null || hinted.has(words)) return;
      hinted.add(words);
      addToUser(messages, [text(words)]);
    };
    if (account.stepsLeft() === 1) hint(said.lastStep);
    const { usd, tokens } = client.amountOf(conversation(), account);
    if (!account.fits({ usd: usd * 2, tokens: tokens * 2 })) hint(said.lastRequest);
    // It may count its minutes down, and one reminder is enough.
    if (!hinted.has('closing')) {
      const closing = task.closing();
      if (closing !== null) hinted.add('closing');
      hint(closing);
    }

    const sent = await client.send(conversation(), { account, signal, onSend: (bytes) => task.onRequest(bytes), onFailure: (failure) => task.record({ kind: 'failure', failure }) });
    if (sent.kind === 'cancelled') return { stopReason: 'cancelled', text: lastText };
    if (sent.kind === 'stop') return { stopReason: sent.stop.reason, stop: sent.stop, text: lastText };
    // Recorded when it was met.
    if (sent.kind === 'failure') return { stopReason: 'error', failure: sent.failure, text: lastText };

    const { answer } = sent;
    const { usage } = answer;
    task.record({ kind: 'request', inputTokens: inputTokensOf(usage), outputTokens: usage.outputTokens, milliseconds: sent.milliseconds });
    if (answer.text !== '') {
      lastText = answer.text;
      task.record({ kind: 'text', step: account.steps + 1, text: answer.text });
    }
    const unusable = unusableAnswer(answer);
    if (unusable) return fail(unusable);
    addToAssistant(messages, answer.content);

    const results: Anthropic.ToolResultBlockParam[] = [];
    let ended = false;
    for (const call of answer.calls) {
      // Between calls too: a tool may take long.
      if (signal.aborted) return { stopReason: 'cancelled', text: lastText };
      const done = account.stepStop() ? { text: said.notExecuted, isError: true } : await calls.run(call);
      ended ||= done.ends === true;
      results.push({ type: 'tool_result', tool_use_id: call.id, content: done.text.toWellFormed() || '(empty)', ...(done.isError === true ? { is_error: true } : {}) });
    }
    if (answer.calls.length === 0) {
      account.step();
      task.onStep();
    }
    if (ended) return { stopReason: 'natural', text: lastText };
    addToUser(messages, results);

    if (answer.stopReason === 'max_tokens') {
      if (cutBefore) return fail(modelFailure('invalid-request', `The answer was cut at its limit of ${task.maxOutputTokens} tokens twice in a row.`, { type: 'max_tokens' }));
      addToUser(messages, [text(said.cut(task.maxOutputTokens, answer.cutCall))]);
    } else if (answer.calls.length === 0 && answer.stopReason !== 'pause_turn') {
      if (answer.text.trim() !== '') return { stopReason: 'natural', text: lastText };
      if (nudged) return fail(modelFailure('provider-error', 'The model answered with nothing twice.'));
      nudged = true;
      addToUser(messages, [text(said.empty)]);
    }
    cutBefore = answer.stopReason === 'max_tokens';
  }
}

function unusableAnswer({ stopReason, text: words }: ModelAnswer): ModelFailure | null {
  if (stopReason === 'refusal') return modelFailure('invalid-request', `The model refused to answer${words === '' ? '.' : `: ${words}`}`, { type: 'refusal' });
  if (stopReason === 'model_context_window_exceeded') return modelFailure('invalid-request', 'The conversation is longer than the context window of the model.', { type: stopReason });
  return null;
}

/** Executes calls in order and counts them. */
export class CallRunner {
  readonly #task: Task;
  readonly #byName: ReadonlyMap<string, Tool>;
  #last = '';
  #times = 0;

  constructor(task: Task) {
    this.#task = task;
    this.#byName = new Map(task.tools.map((tool) => [tool.name, tool]));
  }

  async run(call: ToolCall): Promise<ToolAnswer> {
    const { account } = this.#task;
    const answer = this.#reminded(call, await this.#answer(call));
    account.step();
    this.#task.record({ kind: 'tool', step: account.steps, name: call.name, input: call.broken ?? call.input, answer: answer.text, isError: answer.isError === true });
    this.#task.onStep();
    return answer;
  }

  async #answer({ name, input, broken }: ToolCall): Promise<ToolAnswer> {
    const tool = this.#byName.get(name);
    if (!tool) return { text: `There is no tool ${name}. The tools are: ${[...this.#byName.keys()].sort().join(', ') || 'none'}.`, isError: true };
    if (broken !== undefined) return { text: `The arguments of ${name} are not one JSON object. Send one of its schema.`, isError: true };
    const parsed = tool.input.safeParse(input);
    if (!parsed.success) return { text: `The arguments of ${name} do not fit its schema: ${issuesOf(parsed.error)}`, isError: true };
    return tool.execute(parsed.data);
  }

  #reminded({ name, input }: ToolCall, answer: ToolAnswer): ToolAnswer {
    const key = `${name} ${JSON.stringify(input)}`;
    this.#times = key === this.#last ? this.#times + 1 : 1;
    this.#last = key;
    return this.#times < sameCalls ? answer : { ...answer, text: `${answer.text}\n\n${said.again(this.#times)}` };
  }
}

const mostIssues = 5;

/** Issues of a value in one line. */
export function issuesOf({ issues }: z.core.$ZodError): string {
  const shown = issues.slice(0, mostIssues).map(({ path, message }) => (path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`));
  return [...shown, ...(issues.length > mostIssues ? [`and ${issues.length - mostIssues} more`] : [])].join('; ');
}

/** Tools as the provider takes them, sorted by name, so that the same set is the same prefix. Throws for a name that it would refuse. */
export function toolsOf(tools: readonly Tool[]): Anthropic.Tool[] {
  const names = tools.map(({ name }) => name);
  const bad = names.find((name, index) => !/^[a-zA-Z0-9_-]{1,128}$/.test(name) || names.indexOf(name) !== index);
  if (bad !== undefined) throw new Error(`A tool cannot have the name ${JSON.stringify(bad)}, or two have it.`);
  return [...tools].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, description, input }) => ({ name, description, input_schema: jsonSchemaOf(input) as Anthropic.Tool.InputSchema }));
}

/** What may be sent, not what comes out of parsing: a field with a default may be left out. */
export function jsonSchemaOf(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const known = jsonSchemas.get(schema);
  if (known) return known;
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  jsonSchemas.set(schema, rest);
  return rest;
}

/** Every unit has the same tools, so that each schema is converted once. */
const jsonSchemas = new WeakMap<z.ZodType, Readonly<Record<string, unknown>>>();

const text = (words: string): Anthropic.TextBlockParam => ({ type: 'text', text: words.toWellFormed() });

/** To the last user message, or as a new one after one of the model. */
function addToUser(messages: Turn[], blocks: readonly Anthropic.ContentBlockParam[]): void {
  if (blocks.length === 0) return;
  const last = messages.at(-1);
  if (last?.role === 'user') last.content.push(...blocks);
  else messages.push({ role: 'user', content: [...blocks] });
}

/** After pause_turn the answer goes on in the same message. */
function addToAssistant(messages: Turn[], blocks: readonly Anthropic.ContentBlockParam[]): void {
  if (blocks.length === 0) return;
  const last = messages.at(-1);
  if (last?.role === 'assistant') last.content.push(...blocks);
  else messages.push({ role: 'assistant', content: [...blocks] });
}
