import { keyWire } from './bearer-wire.js';
import type { RequestSize } from './estimate.js';
import { eventReader } from './event-reader.js';
import { countOf, objectIn, type Meter, type Reading } from './meter.js';
import { noWireUsage, type WireUsage } from './usage.js';
import type { Wire } from './wire.js';

export const openAiHost = 'api.openai.com';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? value as Fields : {});

/** OpenAI's Responses API (https://developers.openai.com/api/docs/api-reference/responses) with a key. */
export const responsesWire = (key: string): Wire => keyWire(key, {
  forwarded: ['accept', 'content-type', 'user-agent', 'openai-beta', 'originator', 'session-id', 'thread-id'], sizeOf: (_, body) => responsesSize(body), meterFor: responsesMeterFor,
});

/** Size of a body of the Responses API. What it adds to the cache it adds unasked, so that all of its input is taken for written. */
export function responsesSize(body: string): RequestSize {
  const { model, max_output_tokens: limit } = objectIn(body) ?? {};
  return { model: typeof model === 'string' ? model : '', bytes: Buffer.byteLength(body), maxOutputTokens: typeof limit === 'number' && limit > 0 ? Math.ceil(limit) : 0, cacheTtl: '5m' };
}

/** `input_tokens` holds the cached ones and those written to the cache. Null for what is no usage. */
export function responsesUsage(value: unknown): WireUsage | null {
  const usage = fieldsOf(value);
  const [input, output] = [countOf(usage['input_tokens']), countOf(usage['output_tokens'])];
  if (input === undefined || output === undefined) return null;
  const details = fieldsOf(usage['input_tokens_details']);
  const cacheReadTokens = Math.min(input, countOf(details['cached_tokens']) ?? 0);
  const cacheWrite5mTokens = Math.min(input - cacheReadTokens, countOf(details['cache_write_tokens']) ?? 0);
  return { ...noWireUsage, uncachedInputTokens: input - cacheReadTokens - cacheWrite5mTokens, cacheReadTokens, cacheWrite5mTokens, outputTokens: output };
}

const longestBeginning = 2000;
const noStream = JSON.stringify({ type: 'api_error', message: 'The answer is no stream of the Responses API.' });
/** Only these events hold usage or an error; the others are most of a stream and are not parsed. */
const told = /"(?:response\.(?:completed|incomplete|failed)|error)"/;

/** A meter for the events of a streamed response or, with any other content type, for a whole one. */
export function responsesMeterFor(contentType: string | null): Meter {
  const isStream = /^text\/event-stream\b/i.test(contentType ?? '');
  const decoder = new TextDecoder();
  let reading: Reading = { started: false, final: false, usage: null };
  let text = '';

  const over = (response: unknown): void => {
    const usage = responsesUsage(fieldsOf(response)['usage']);
    const { error } = fieldsOf(response);
    reading = { started: reading.started, final: usage !== null, usage, ...(error === null || error === undefined ? {} : { error: JSON.stringify(error) }) };
  };
  const events = eventReader((data) => {
    reading = { ...reading, started: true };
    if (!data.startsWith('{') || !data.endsWith('}')) reading = { ...reading, error: noStream };
    if (!told.test(data)) return;
    const event = objectIn(data);
    switch (event?.['type']) {
      case 'response.completed': case 'response.incomplete': return over(event['response']);
      case 'response.failed':
        over(event['response']);
        reading = { ...reading, error: reading.error ?? data };
        return;
      case 'error':
        reading = { ...reading, error: data };
        return;
      default:
    }
  });
  return {
    feed(bytes) {
      const piece = decoder.decode(bytes, { stream: true });
      if (!isStream) {
        text += piece;
        return;
      }
      if (text.length < longestBeginning) text += piece.slice(0, longestBeginning);
      events.take(piece);
    },
    end() {
      const rest = decoder.decode();
      if (isStream) return events.take(rest);
      const whole = objectIn(text + rest);
      if (whole?.['object'] !== 'response') return;
      reading = { ...reading, started: true };
      over(whole);
    },
    read: () => reading,
    beginning: () => text.slice(0, longestBeginning),
  };
}
