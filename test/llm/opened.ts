import { afterEach } from '@jest/globals';
import { z } from 'zod';
import { openAnthropic, type AnthropicOptions } from '../../src/llm/anthropic.js';
import type { Backend, Task, Tool, ToolAnswer, TranscriptEntry } from '../../src/llm/backend.js';
import { openClaudeCode, type ClaudeCodeOptions } from '../../src/llm/claude-code.js';
import { Ledger, type Account, type Limits } from '../../src/llm/ledger.js';
import type { RateLimit } from '../../src/llm/pacing.js';
import { fakeKey, startMessagesApi, type Brain, type MessagesApi, type MessagesApiOptions } from '../fakes/messages-api.js';

/** What the tests of this folder open, closed after each test. */

export const model = 'claude-sonnet-4-6';
export const unlimited: Limits = { usd: 0, tokens: 0, steps: 0 };

/** As ktx.yaml has it, with waits that a test can stand. */
export const swift: RateLimit = { enabled: true, throttleThreshold: 0.8, minConcurrencyUnderPressure: 1, maxWaitMs: 50, retry: { maxAttempts: 3, baseDelayMs: 1, maxDelayMs: 2, jitter: false } };

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** Closed with the test. */
export function closing<T extends { close(): Promise<void> }>(opened: T): T {
  open.push(opened);
  return opened;
}

export async function startApi(brain: Brain, more: Omit<MessagesApiOptions, 'brain'> = {}): Promise<MessagesApi> {
  return closing(await startMessagesApi({ brain, ...more }));
}

export async function openAt(baseUrl: string, more: Partial<AnthropicOptions> = {}): Promise<Backend> {
  return closing(await openAnthropic({ baseUrl, apiKey: fakeKey, allowedHosts: ['127.0.0.1', 'localhost'], environment: {}, caching: {}, ownPrices: {}, rateLimit: swift, concurrency: 4, silenceMs: 5_000, ...more }));
}

export async function openClaudeAt(baseUrl: string, more: Partial<ClaudeCodeOptions> = {}): Promise<Backend> {
  return closing(await openClaudeCode({ baseUrl, apiKey: fakeKey, allowedHosts: ['127.0.0.1', 'localhost'], environment: {}, ownPrices: {}, rateLimit: swift, concurrency: 4, silenceMs: 5_000, ...more }));
}

export function accountOf(limits: Partial<Limits> = {}, run: Partial<Limits> = {}): { readonly ledger: Ledger; readonly account: Account } {
  const ledger = new Ledger({ ...unlimited, ...run });
  return { ledger, account: ledger.open('unit', { ...unlimited, ...limits }) };
}

/** A tool that answers by rule and remembers its inputs. */
export function tool(name: string, answer: (input: Readonly<Record<string, unknown>>) => ToolAnswer | string, input: z.ZodObject = z.object({ of: z.string() })): Tool & { readonly inputs: unknown[] } {
  const inputs: unknown[] = [];
  return {
    name, description: `${name} something`, input, inputs,
    execute(given) {
      inputs.push(given);
      const answered = answer(given as Readonly<Record<string, unknown>>);
      return Promise.resolve(typeof answered === 'string' ? { text: answered } : answered);
    },
  };
}

export interface Noted {
  readonly task: Task;
  readonly entries: TranscriptEntry[];
  readonly bytes: number[];
  readonly steps: () => number;
}

export function taskOf(account: Account, tools: readonly Tool[], more: Partial<Task> = {}): Noted {
  const entries: TranscriptEntry[] = [];
  const bytes: number[] = [];
  let steps = 0;
  return {
    entries, bytes, steps: () => steps,
    task: {
      model, system: 'You keep the layer right.', prompt: 'Judge the unit orders.', tools, maxOutputTokens: 500, account, signal: new AbortController().signal, closing: () => null,
      onStep: () => { steps += 1; }, onRequest: (count) => { bytes.push(count); }, record: (entry) => { entries.push(entry); }, ...more,
    },
  };
}
