import { createHash } from 'node:crypto';
import type { Transport } from './transport.js';

/** One request and what came back, without credentials. */
export interface Exchange {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly request: string;
  readonly status: number;
  /** Those that a reader of the answer needs. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it was received, decompressed. */
  readonly body: string;
  /** The body ended before its end. */
  readonly cut: boolean;
}

export interface Recording {
  readonly exchanges: readonly Exchange[];
}

/** Collects exchanges in the order in which they ended: its `recorder` goes to a relay. */
export function recordingOf(): Recording & { readonly recorder: (exchange: Exchange) => void } {
  const exchanges: Exchange[] = [];
  return { exchanges, recorder: (exchange) => { exchanges.push(exchange); } };
}

const keyOf = (method: string, path: string, body: string): string => `${method} ${path} ${createHash('sha256').update(body).digest('hex')}`;

/** A way out that leads to a recording instead of the network. */
export function replayTransport(recording: Recording): Transport {
  const fetch = replayFetch(recording);
  return { fetch: (url, request) => fetch(url, request), proxyOf: () => null, silenceMs: 0, close: () => Promise.resolve() };
}

/**
 * A fetch that answers from a recording: equal requests (method, path, body) get the recorded answers in their order, the
 * last of them again and again. Throws for a request that was not recorded. A cut body fails where it was cut.
 */
export function replayFetch({ exchanges }: Recording): typeof fetch {
  const left = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const key = keyOf(exchange.method, exchange.path, exchange.request);
    left.set(key, [...(left.get(key) ?? []), exchange]);
  }
  return (input, init) => {
    const url = new URL(input instanceof URL || typeof input === 'string' ? input : input.url);
    const method = init?.method ?? 'GET';
    const path = url.pathname + url.search;
    const answers = left.get(keyOf(method, path, typeof init?.body === 'string' ? init.body : ''));
    const exchange = answers && answers.length > 1 ? answers.shift() : answers?.[0];
    if (!exchange) return Promise.reject(new Error(`The recording holds no ${method} ${path} with this body.`));
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(exchange.body));
        if (exchange.cut) controller.error(new Error('The recorded answer was cut here.'));
        else controller.close();
      },
    });
    return Promise.resolve(new Response(body, { status: exchange.status, headers: exchange.headers }));
  };
}
