import { timingSafeEqual } from 'node:crypto';
import { redactKnown } from '../text/redact.js';
import type { RequestSize } from './estimate.js';
import type { Wire } from './wire.js';

/** A client's request as it leaves for the provider. */
export interface Outbound {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
  readonly size: RequestSize;
  readonly signal: AbortSignal;
}

/** What a reader of an answer needs; the body arrives decompressed, so its encoding and length are gone. */
const returned = /^(?:content-type|request-id|retry-after|anthropic-ratelimit-.*|x-ratelimit-.*|x-should-retry|location)$/;
/**
 * Checks the run's token and the address, and takes the token off; the real credential is put on when it leaves. Throws for a request that
 * nobody of ours sends: without the token, to another origin, with a body that is no text.
 */
export function outboundOf(input: Parameters<typeof fetch>[0], init: RequestInit, { base, token, wire }: { readonly base: URL; readonly token: string; readonly wire: Pick<Wire, 'forwarded' | 'sizeOf'> }): Outbound {
  const url = new URL(input instanceof URL || typeof input === 'string' ? input : input.url);
  const inbound = new Headers(init.headers);
  if (!carries(inbound, token)) throw new Error('A request to the relay does not carry the token of this run.');
  if (url.origin !== base.origin || url.username !== '' || url.password !== '') throw new Error(`The relay leads to ${base.host} only, not to ${url.host}.`);
  if (init.body !== undefined && init.body !== null && typeof init.body !== 'string') throw new Error('The relay takes bodies of text only.');
  const headers = new Headers();
  for (const name of wire.forwarded) {
    const value = inbound.get(name);
    if (value !== null) headers.set(name, value);
  }
  const body = init.body ?? '';
  return { url, method: init.method ?? 'GET', headers, body, size: wire.sizeOf(url, body), signal: init.signal ?? new AbortController().signal };
}

/** The headers of an answer that are handed on; a secret that one of them quotes is not. */
export function returnedHeaders(headers: Headers, secrets: readonly string[]): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => returned.test(name)).map(([name, value]) => [name, redactKnown(value, secrets)]));
}

function carries(headers: Headers, token: string): boolean {
  const sent = headers.get('x-api-key') ?? headers.get('authorization')?.replace(/^bearer /i, '') ?? '';
  const [a, b] = [Buffer.from(sent), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
