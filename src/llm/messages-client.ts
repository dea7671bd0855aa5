import type Anthropic from '@anthropic-ai/sdk';
import { createHash } from 'node:crypto';
import { readAnswer, type ModelAnswer } from './answer.js';
import { markCacheable, type CachingSettings, type Turn } from './caching.js';
import { modelFailure } from './classify.js';
import type { ModelFailure } from './failure.js';
import type { Account, Amount, BudgetStop } from './ledger.js';
import { BudgetError, RelayError } from './relay-error.js';
import type { Relay } from './relay.js';

/** One request of the Messages API, before its cache markers. */
export interface Conversation {
  readonly model: string;
  readonly system: string;
  readonly tools: readonly Anthropic.Tool[];
  readonly messages: readonly Turn[];
  readonly maxOutputTokens: number;
  /** JSON schema that the provider is to hold the answer to. */
  readonly format?: Readonly<Record<string, unknown>> | undefined;
}

export interface Booking {
  readonly account: Account;
  readonly signal: AbortSignal;
  readonly onSend?: (bytes: number) => void;
  readonly onFailure?: (failure: ModelFailure) => void;
}

export type Sent =
  | { readonly kind: 'answer'; readonly answer: ModelAnswer; readonly milliseconds: number }
  | { readonly kind: 'stop'; readonly stop: BudgetStop }
  | { readonly kind: 'failure'; readonly failure: ModelFailure }
  | { readonly kind: 'cancelled' };

/** Sends conversations over a relay with the provider's SDK. */
export interface MessagesClient {
  send(conversation: Conversation, booking: Booking): Promise<Sent>;
  /** What the conversation would be reserved at as it is. */
  amountOf(conversation: Conversation, account: Account): Amount;
}

export interface MessagesClientOptions {
  /** Without `/v1`. */
  readonly baseUrl: string;
  readonly relay: Relay;
  readonly caching: CachingSettings;
}

/** The SDK counts a request's waiting time in the relay too, which has its own timeouts: this is the longest that a timer takes. */
const noTimeout = 2 ** 31 - 1;

export async function openMessagesClient({ baseUrl, relay, caching }: MessagesClientOptions): Promise<MessagesClient> {
  const { Anthropic: Client } = await import('@anthropic-ai/sdk');

  const bodyOf = ({ model, system, tools, messages, maxOutputTokens, format }: Conversation): { readonly body: Anthropic.MessageCreateParamsStreaming; readonly prefixKey: string | undefined } => {
    const marked = markCacheable({ tools, system: system === '' ? [] : [{ type: 'text', text: system }], messages }, model, caching);
    const body: Anthropic.MessageCreateParamsStreaming = {
      model, max_tokens: maxOutputTokens, stream: true, ...(marked.tools.length === 0 ? {} : { tools: marked.tools }), ...(marked.system.length === 0 ? {} : { system: marked.system }),
      messages: marked.messages, ...(format === undefined ? {} : { output_config: { format: { type: 'json_schema', schema: format } } }),
    };
    return { body, prefixKey: marked.shared ? createHash('sha256').update(JSON.stringify([model, tools, system, format])).digest('hex') : undefined };
  };

  return {
    amountOf: (conversation, account) => relay.amountOf(account, JSON.stringify(bodyOf(conversation).body), conversation.model),
    async send(conversation, { account, signal, onSend, onFailure }) {
      if (signal.aborted) return { kind: 'cancelled' };
      const { body, prefixKey } = bodyOf(conversation);
      let met: ModelFailure | undefined;
      const fetch = relay.fetchFor(account, {
        prefixKey, onSend,
        onFailure(failure) {
          met = failure;
          onFailure?.(failure);
        },
      });
      /** What the relay let pass, because it does not read what it need not. */
      const own = (message: string): Sent => {
        const failure = modelFailure('provider-error', message);
        onFailure?.(failure);
        return { kind: 'failure', failure };
      };
      // The environment of this process has no say: neither a credential, nor headers, nor a log of bodies.
      const client = new Client({ apiKey: relay.token, authToken: null, webhookKey: null, baseURL: baseUrl, maxRetries: 0, timeout: noTimeout, logLevel: 'off', openTelemetry: false, fetch });
      const began = performance.now();
      try {
        const answer = await readAnswer(await client.messages.create(body, { signal }));
        if (signal.aborted) return { kind: 'cancelled' };
        if (answer) return { kind: 'answer', answer, milliseconds: Math.round(performance.now() - began) };
        return own('The answer ended before it was complete.');
      } catch (error) {
        const stop = causeOf(error, BudgetError)?.stop;
        if (stop) return { kind: 'stop', stop };
        if (signal.aborted) return { kind: 'cancelled' };
        const failure = causeOf(error, RelayError)?.failure;
        if (failure) return { kind: 'failure', failure };
        if (isUnreadable(error)) return own('The answer is no stream of the Messages API.');
        // An answer with an error, in its status or in its stream.
        if (met) return { kind: 'failure', failure: met };
        throw error;
      }
    },
  };
}

/** The SDK wraps what fetch throws. */
function causeOf<T extends Error>(error: unknown, kind: new (...parts: never[]) => T): T | undefined {
  for (let one = error; one instanceof Object; one = (one as Error).cause) {
    if (one instanceof kind) return one;
  }
  return undefined;
}

/** JSON in the stream that is none, or events without what they must have. */
function isUnreadable(error: unknown): boolean {
  const name = error instanceof Object && 'name' in error ? error.name : undefined;
  return name === 'SyntaxError' || name === 'TypeError';
}
