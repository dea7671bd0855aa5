import type { Amount } from './ledger.js';
import { cacheWritePrice, type Price } from './prices.js';

/** What a request may cost, out of its body. */
export interface RequestSize {
  readonly model: string;
  /** Of the body as it is sent. */
  readonly bytes: number;
  /** `max_tokens`, or the newer name of chat completions. */
  readonly maxOutputTokens: number;
  /** The longest time that a cache marker of it asks for, or null without one. */
  readonly cacheTtl: '5m' | '1h' | null;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? value as Fields : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Size of a body of the Messages API or of chat completions. A body that is none has no output and no markers. */
export function sizeOf(body: string): RequestSize {
  let request: Fields = {};
  try {
    request = fieldsOf(JSON.parse(body));
  } catch {
    // The provider refuses it, so it costs nothing.
  }
  const blocks = [request, ...listOf(request['tools']), ...listOf(request['system']), ...listOf(request['messages']).flatMap((message) => listOf(fieldsOf(message)['content']))];
  const markers = blocks.map((block) => fieldsOf(block)['cache_control']).filter((marker) => typeof marker === 'object' && marker !== null);
  const { model } = request;
  const limit = request['max_tokens'] ?? request['max_completion_tokens'];
  return {
    model: typeof model === 'string' ? model : '', bytes: Buffer.byteLength(body), maxOutputTokens: typeof limit === 'number' && limit > 0 ? Math.ceil(limit) : 0,
    cacheTtl: markers.length === 0 ? null : markers.some((marker) => fieldsOf(marker)['ttl'] === '1h') ? '1h' : '5m',
  };
}

/** English text and JSON have three and a half to four bytes a token, so this errs on the dear side. */
const bytesPerToken = 3;
const margin = 1.02;

/** What an account's requests so far say about tokens per byte. Only its own: an estimate must not depend on which units ran before. */
export interface Observed {
  readonly tokens: number;
  readonly bytes: number;
}

/** Input tokens of a body. */
export function inputEstimate(bytes: number, observed: Observed | undefined): number {
  if (!observed || observed.bytes <= 0 || observed.tokens <= 0) return Math.ceil(bytes / bytesPerToken);
  // What a loop appends to its history can be denser than what stood there before.
  const appended = bytes < observed.bytes ? 0 : observed.tokens + (bytes - observed.bytes) / bytesPerToken;
  return Math.ceil(Math.max(bytes * (observed.tokens / observed.bytes) * margin, appended));
}

/** The most that a request can cost: all of its input at the dearest price that its markers allow, and all of its output. USD is 0 without a price. */
export function reservationOf(size: RequestSize, inputTokens: number, price: Price | undefined): Amount {
  const tokens = inputTokens + size.maxOutputTokens;
  if (!price) return { usd: 0, tokens };
  const input = size.cacheTtl === null ? price.input : Math.max(price.input, cacheWritePrice(price, size.cacheTtl));
  return { usd: (inputTokens * input + size.maxOutputTokens * price.output) / 1_000_000, tokens };
}
