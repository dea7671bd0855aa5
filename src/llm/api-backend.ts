import { issuesOf, jsonSchemaOf, runAgentLoop } from './agent-loop.js';
import type { ModelAnswer } from './answer.js';
import type { Answer, Ask, Backend, ProbeResult } from './backend.js';
import type { Turn } from './caching.js';
import { modelFailure } from './classify.js';
import type { ModelClient } from './client.js';
import type { ModelFailure } from './failure.js';
import { Pacing, type Clock, type PacingEvent, type RateLimit } from './pacing.js';
import { priceOf, type Price } from './prices.js';
import type { Exchange } from './recording.js';
import { openRelay, type Relay } from './relay.js';
import { openTransport, type Transport } from './transport.js';
import type { Wire } from './wire.js';

/** What every backend that calls an API itself is opened with. */
export interface ApiOptions {
  readonly allowedHosts: readonly string[];
  /** Where the proxy variables are read from. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly ownPrices: Readonly<Record<string, Price>>;
  readonly rateLimit: RateLimit;
  /** Requests under way at once. */
  readonly concurrency: number;
  /** Milliseconds that the provider may be silent, before and in an answer. */
  readonly silenceMs: number;
  readonly say?: ((event: PacingEvent) => void) | undefined;
  readonly recorder?: ((exchange: Exchange) => void) | undefined;
  readonly clock?: Clock | undefined;
  /** Another way out than the network, for a recording. */
  readonly transport?: Transport | undefined;
}

export const transportOf = ({ transport, environment, silenceMs }: ApiOptions): Transport => transport ?? openTransport({ environment, silenceMs });

/** A relay to an address that checkRoute let through. */
export function relayTo(base: URL, wire: Wire, transport: Transport, { rateLimit, concurrency, clock, say, ownPrices, recorder }: ApiOptions): Relay {
  const pacing = new Pacing({ limit: rateLimit, concurrency, ...(clock ? { clock } : {}), ...(say ? { say } : {}) });
  return openRelay({ base, wire, transport, pacing, priceOf: (model) => priceOf(model, ownPrices), recorder });
}

/** The agent loop, single answers and the probe over a client. */
export function apiBackend({ id, host, client, close }: { readonly id: string; readonly host: string; readonly client: ModelClient; readonly close: () => Promise<void> }): Backend {
  return {
    id, host, close,
    probe: (model, account, signal) => probe(client, model, account, signal),
    generate: (ask) => generate(client, ask),
    run: (task) => runAgentLoop(client, task),
  };
}

/** Output limit of the probe, in tokens. */
const probeTokens = 16;

async function probe(client: ModelClient, model: string, account: Parameters<Backend['probe']>[1], signal: AbortSignal): Promise<ProbeResult> {
  const began = performance.now();
  let met: ModelFailure | undefined;
  const sent = await client.send(
    { model, system: '', tools: [], messages: [{ role: 'user', content: [{ type: 'text', text: 'Reply with OK.' }] }], maxOutputTokens: probeTokens },
    { account, signal, onFailure: (failure) => { met = failure; } },
  );
  const milliseconds = Math.round(performance.now() - began);
  if (sent.kind === 'answer') return { category: 'ok', milliseconds };
  const failure = sent.kind === 'failure' ? sent.failure
    : sent.kind === 'stop' ? modelFailure('quota', `The probe does not fit the ${sent.stop.reason} of the ${sent.stop.of}.`, { type: sent.stop.reason })
    // What kept it waiting says more than that it waited.
    : met ?? modelFailure('timeout', `No answer came in ${Math.round(milliseconds / 1000)} s.`);
  return { category: failure.category, milliseconds, failure };
}

/** Throws the signal's reason where it was cancelled. */
async function generate<T>(client: ModelClient, ask: Ask<T>): Promise<Answer<T>> {
  const { model, system = '', schema, account, signal, maxOutputTokens } = ask;
  const jsonSchema = schema && jsonSchemaOf(schema);
  let format = jsonSchema;
  const prompt = jsonSchema ? `${ask.prompt}\n\nAnswer with one JSON value of this schema and nothing else:\n${JSON.stringify(jsonSchema)}` : ask.prompt;
  const messages: Turn[] = [{ role: 'user', content: [{ type: 'text', text: prompt.toWellFormed() }] }];
  for (let round = 1; ; round += 1) {
    const sent = await client.send({ model, system: system.toWellFormed(), tools: [], messages, maxOutputTokens, format }, { account, signal });
    if (sent.kind === 'stop') return { ok: false, stop: sent.stop };
    if (sent.kind === 'failure' && format !== undefined && sent.failure.category === 'invalid-request' && /output_(?:config|format)|response_format|json_schema|structured output/i.test(sent.failure.message)) {
      // Older models and some gateways do not know it; the schema is in the prompt too.
      format = undefined;
      round -= 1;
      continue;
    }
    if (sent.kind === 'failure') return { ok: false, failure: sent.failure };
    if (sent.kind === 'cancelled') throw signal.reason as Error;
    const { answer } = sent;
    if (answer.stopReason === 'refusal') return refused(`The model refused to answer${answer.text === '' ? '.' : `: ${answer.text}`}`, 'refusal');
    const cut = `it was cut at its limit of ${maxOutputTokens} tokens`;
    if (!schema && answer.stopReason === 'max_tokens') return refused(`The answer is not whole: ${cut}.`, 'max_tokens');
    // Without a schema T is string.
    if (!schema) return answer.text.trim() === '' ? refused('The answer holds no text.') : { ok: true, value: answer.text as T };
    const value = valueIn(answer);
    const parsed = value === undefined ? null : schema.safeParse(value);
    if (parsed?.success) return { ok: true, value: parsed.data };
    const wrong = parsed ? issuesOf(parsed.error) : answer.stopReason === 'max_tokens' ? cut : 'it is not JSON';
    if (round === 2) return refused(`The answer is not what was asked for, after one correction too: ${wrong}.`);
    if (answer.text.trim() !== '') messages.push({ role: 'assistant', content: [{ type: 'text', text: answer.text.trimEnd() }] });
    messages.push({ role: 'user', content: [{ type: 'text', text: `This answer is wrong: ${wrong}. Answer again with one JSON value of the schema and nothing else.`.toWellFormed() }] });
  }
}

const refused = (message: string, type?: string): { readonly ok: false; readonly failure: ModelFailure } => ({ ok: false, failure: modelFailure('invalid-request', message, { type }) });

/** The JSON value of an answer, also inside a fence or between words; undefined: there is none. */
export function valueIn({ text }: Pick<ModelAnswer, 'text'>): unknown {
  const fenced = /```(?:json)?\s*\n([\s\S]*?)\n\s*```/.exec(text)?.[1] ?? '';
  for (const piece of [text, fenced, text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)]) {
    try {
      return JSON.parse(piece);
    } catch {
      // Not this piece.
    }
  }
  return undefined;
}
