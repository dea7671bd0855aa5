import type Anthropic from '@anthropic-ai/sdk';
import type { Stream } from '@anthropic-ai/sdk/streaming';
import { createHash } from 'node:crypto';
import { readAnswer } from './answer.js';
import { markCacheable, type CachingSettings } from './caching.js';
import { modelFailure } from './classify.js';
import { causeOf, type Conversation, type ModelClient, type Sent } from './client.js';
import type { ModelFailure } from './failure.js';
import { BudgetError, RelayError } from './relay-error.js';
import type { Relay } from './relay.js';

export interface MessagesClientOptions {
  /** Without `/v1`. */
  readonly baseUrl: string;
  readonly relay: Relay;
  /** By model, since a host may serve others than Claude. */
  readonly cachingOf: (model: string) => CachingSettings;
  /** Where the request has another address and shape than the provider's own. */
  readonly shape?: ((body: Anthropic.MessageCreateParamsStreaming) => Shaped) | undefined;
}

/** A request as a host wants it that serves the API in a way of its own. */
export interface Shaped {
  /** From the base URL on. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The SDK counts a request's waiting time in the relay too, which has its own timeouts: this is the longest that a timer takes. */
const noTimeout = 2 ** 31 - 1;

const plainShape = (body: Anthropic.MessageCreateParamsStreaming): Shaped => ({ path: '/v1/messages', body: { ...body } });

/** Sends conversations with the provider's SDK. */
export async function openMessagesClient({ baseUrl, relay, cachingOf, shape = plainShape }: MessagesClientOptions): Promise<ModelClient> {
  const [{ Anthropic: Client }, { transformJSONSchema }] = await Promise.all([import('@anthropic-ai/sdk'), import('@anthropic-ai/sdk/lib/transform-json-schema')]);

  /** The provider holds answers to a part of JSON Schema only; what it cannot hold becomes words in descriptions. Undefined: there is nothing that it could hold. */
  const providerSchema = (schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined => {
    try {
      return transformJSONSchema(schema) as Readonly<Record<string, unknown>>;
    } catch {
      // A schema without a type, as of any value. Our own validation holds the answer to it all the same.
      return undefined;
    }
  };

  const requestOf = ({ model, system, tools, messages, maxOutputTokens, format: wanted }: Conversation): Shaped & { readonly prefixKey: string | undefined } => {
    const format = wanted && providerSchema(wanted);
    const marked = markCacheable({ tools, system: system === '' ? [] : [{ type: 'text', text: system }], messages }, model, cachingOf(model));
    const body: Anthropic.MessageCreateParamsStreaming = {
      model, max_tokens: maxOutputTokens, stream: true, ...(marked.tools.length === 0 ? {} : { tools: marked.tools }), ...(marked.system.length === 0 ? {} : { system: marked.system }),
      messages: marked.messages, ...(format === undefined ? {} : { output_config: { format: { type: 'json_schema', schema: format } } }),
    };
    return { ...shape(body), prefixKey: marked.shared ? createHash('sha256').update(JSON.stringify([model, tools, system, format])).digest('hex') : undefined };
  };

  return {
    amountOf: (conversation, account) => relay.amountOf(account, JSON.stringify(requestOf(conversation).body), conversation.model),
    async send(conversation, { account, signal, onSend, onFailure }) {
      if (signal.aborted) return { kind: 'cancelled' };
      const { path, body, prefixKey } = requestOf(conversation);
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
        const answer = await readAnswer(await client.post<Stream<Anthropic.RawMessageStreamEvent>>(path, { body, stream: true, signal }));
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

/** JSON in the stream that is none, or events without what they must have. */
function isUnreadable(error: unknown): boolean {
  const name = error instanceof Object && 'name' in error ? error.name : undefined;
  return name === 'SyntaxError' || name === 'TypeError';
}
