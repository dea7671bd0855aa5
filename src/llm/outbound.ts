import { timingSafeEqual } from 'node:crypto';
import { sizeOf, type RequestSize } from './estimate.js';

/** A client's request as it leaves for the provider. */
export interface Outbound {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
  readonly size: RequestSize;
  readonly signal: AbortSignal;
}

/** What a client may say to the provider. Everything else stays here: its credentials, cookies, traces and whatever its environment adds. */
const forwarded = ['accept', 'anthropic-beta', 'anthropic-version', 'content-type', 'user-agent'];
/** What a reader of an answer needs; the body arrives decompressed, so its encoding and length are gone. */
const returned = /^(?:content-type|request-id|retry-after|anthropic-ratelimit-.*|x-should-retry|location)$/;
/** https://platform.claude.com/docs/en/api: a sign-in's token is taken only with this beta. */
const signInBeta = 'oauth-2025-04-20';

/** Whether a header can hold it: a key with a line break or a quote from a word processor in it cannot be sent. */
export const isSendable = (credential: string): boolean => /^[\x21-\x7e]+$/.test(credential);

/**
 * Checks the run's token and the address, and puts the real credential in the place of the token. Throws for a request that
 * nobody of ours sends: without the token, to another origin, with a body that is no text.
 */
export function outboundOf(input: Parameters<typeof fetch>[0], init: RequestInit, { base, token, credential }: { readonly base: URL; readonly token: string; readonly credential: string }): Outbound {
  const url = new URL(input instanceof URL || typeof input === 'string' ? input : input.url);
  const inbound = new Headers(init.headers);
  if (!carries(inbound, token)) throw new Error('A request to the relay does not carry the token of this run.');
  if (url.origin !== base.origin || url.username !== '' || url.password !== '') throw new Error(`The relay leads to ${base.host} only, not to ${url.host}.`);
  if (init.body !== undefined && init.body !== null && typeof init.body !== 'string') throw new Error('The relay takes bodies of text only.');
  const headers = new Headers();
  for (const name of forwarded) {
    const value = inbound.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (credential.startsWith('sk-ant-oat')) {
    headers.set('authorization', `Bearer ${credential}`);
    headers.append('anthropic-beta', signInBeta);
  } else {
    headers.set('x-api-key', credential);
  }
  const body = init.body ?? '';
  return { url, method: init.method ?? 'GET', headers, body, size: sizeOf(body), signal: init.signal ?? new AbortController().signal };
}

/** The headers of an answer that are handed on. */
export function returnedHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => returned.test(name)));
}

function carries(headers: Headers, token: string): boolean {
  const sent = headers.get('x-api-key') ?? headers.get('authorization')?.replace(/^bearer /i, '') ?? '';
  const [a, b] = [Buffer.from(sent), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
