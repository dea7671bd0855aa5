import type { KtxConfig } from '../project/ktx-schema.js';

/** `ingest.rateLimit` of ktx.yaml. */
export type RateLimit = KtxConfig['ingest']['rateLimit'];

/** What a person may want to see while requests wait. Times in milliseconds since 1970. */
export type PacingEvent =
  | { readonly kind: 'paused'; readonly until: number; readonly status: number }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'concurrency'; readonly from: number; readonly to: number; readonly reason: 'rejected' | 'nearly used up' | 'recovered' };

/** Time and chance, from outside. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects when the signal fires. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** At least 0, below 1. */
  random(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) => new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  }),
  random: () => Math.random(),
};

/** Where ktx.yaml sets no maxWaitMs: a job that waits longer than five minutes for one answer is better deferred. */
const defaultMaxWaitMs = 300_000;

/** Answers that say that the provider has too much to do, so that all requests wait and not only this one. */
const pausing = new Set([429, 503, 529]);

/** After this many answers without a refusal a gap shrinks with each, so that a limit that was raised, or only met by chance, is found out. A refusal costs a pause. */
const patience = 64;
const quicker = 0.98;
/** What a provider asks to wait is rounded up, so that a measured gap is too long rather than too short. */
const optimism = 0.96;
const shortestGapMs = 10;
const mostRemembered = 256;

interface Waiter {
  readonly go: (now: number) => void;
}

/** The governor of one provider: how many requests are under way, and when the next one may leave. */
export class Pacing {
  readonly #limit: RateLimit;
  readonly #full: number;
  readonly #clock: Clock;
  readonly #say: (event: PacingEvent) => void;
  readonly #queue: Waiter[] = [];
  #allowed: number;
  #active = 0;
  #pausedUntil = 0;
  #paused = false;
  #rejections = 0;
  #wake: AbortController | null = null;
  /** Milliseconds between two departures, learnt from what the provider let through before it refused; 0: none. */
  #gap = 0;
  #nextAt = 0;
  /** When requests left since the last pause that were not refused; the latest. */
  #accepted: number[] = [];
  #before: Passed = { accepted: [], refused: null };
  #resumedAt = 0;
  /** Of the requests that a limit has refused since the last pause, the one that left first. */
  #refused: Refused | null = null;

  /** `concurrency`: requests under way at once, where nothing is short. */
  constructor({ limit, concurrency, clock = systemClock, say = () => undefined }: { readonly limit: RateLimit; readonly concurrency: number; readonly clock?: Clock; readonly say?: (event: PacingEvent) => void }) {
    this.#limit = limit;
    this.#full = Math.max(1, concurrency);
    this.#allowed = this.#full;
    this.#clock = clock;
    this.#say = say;
  }

  /** How often one request may be sent; 1 where pacing is off. */
  get attempts(): number {
    return this.#limit.enabled ? this.#limit.retry.maxAttempts : 1;
  }

  /** Requests that may be under way at once now. */
  get allowed(): number {
    return this.#allowed;
  }

  get active(): number {
    return this.#active;
  }

  /** Waits for a slot, first come first served; resolves with the time at which the request leaves. Rejects with the signal's reason, and takes no slot then. */
  async enter(signal: AbortSignal): Promise<number> {
    signal.throwIfAborted();
    if (!this.#limit.enabled) return this.#clock.now();
    return new Promise<number>((resolve, reject) => {
      const stop = (): void => {
        this.#queue.splice(this.#queue.indexOf(waiter), 1);
        if (this.#queue.length === 0) this.#wake?.abort();
        reject(signal.reason as Error);
      };
      const waiter: Waiter = {
        go: (now) => {
          signal.removeEventListener('abort', stop);
          resolve(now);
        },
      };
      signal.addEventListener('abort', stop, { once: true });
      this.#queue.push(waiter);
      this.#serve();
    });
  }

  /** Gives the slot back. */
  leave(): void {
    if (!this.#limit.enabled) return;
    this.#active -= 1;
    this.#serve();
  }

  /** Learns from an answer: how much is left, whether to pause, that things work again. `left`: what enter() said of its request. */
  observe(headers: Headers, status: number, left: number): void {
    if (!this.#limit.enabled) return;
    if (pausing.has(status)) {
      this.#reject(headers, status, left);
    } else if (status < 400) {
      this.#accept(left);
      if (this.#clock.now() < this.#pausedUntil) return;
      // A request that left before the pause says nothing about the time after it.
      if (this.#accepted.length > patience) this.#gap = this.#gap * quicker < shortestGapMs ? 0 : this.#gap * quicker;
      this.#rejections = 0;
      const low = utilisation(headers, this.#clock.now()) >= this.#limit.throttleThreshold;
      this.#allow(low ? this.#least : this.#full, low ? 'nearly used up' : 'recovered');
    }
    this.#serve();
  }

  /** Whether observe() made everybody wait after this status, so that the request need not wait by itself. */
  pausesAfter(status: number): boolean {
    return this.#limit.enabled && pausing.has(status);
  }

  /** Waits before a request is sent again: longer with each attempt (from 1). */
  backoff(attempt: number, signal: AbortSignal): Promise<void> {
    return this.#clock.sleep(this.#delay(attempt - 1), signal);
  }

  get #least(): number {
    return Math.min(this.#full, this.#limit.minConcurrencyUnderPressure);
  }

  #delay(before: number): number {
    const { baseDelayMs, maxDelayMs, jitter } = this.#limit.retry;
    const delay = Math.min(maxDelayMs, baseDelayMs * 2 ** Math.min(before, 30));
    return Math.round(jitter ? delay * (0.75 + this.#clock.random() / 2) : delay);
  }

  #accept(left: number): void {
    if (left >= this.#resumedAt) {
      this.#accepted.push(left);
      if (this.#accepted.length > mostRemembered) this.#accepted.shift();
    } else {
      // More was let through before the pause than was known when it was over.
      this.#before.accepted.push(left);
      const gap = gapOf(this.#before);
      if (gap > 0 && (this.#gap === 0 || gap < this.#gap)) this.#gap = gap;
    }
  }

  #reject(headers: Headers, status: number, left: number): void {
    const now = this.#clock.now();
    // Requests that were under way when the first was refused say nothing new about the backoff.
    if (now >= this.#pausedUntil) this.#rejections += 1;
    const wait = retryAfter(headers, now) ?? resetIn(headers, now) ?? this.#delay(this.#rejections - 1);
    const until = now + Math.min(Math.max(wait, 0), this.#limit.maxWaitMs ?? defaultMaxWaitMs);
    // One that left before the last pause only says late what others said.
    if (status === 429 && left >= this.#resumedAt && left < (this.#refused?.left ?? Infinity)) this.#refused = { left, until: left + until - now };
    if (until > this.#pausedUntil) {
      this.#pausedUntil = until;
      this.#paused = true;
      this.#say({ kind: 'paused', until, status });
    }
    this.#allow(this.#least, 'rejected');
  }

  #allow(to: number, reason: Extract<PacingEvent, { kind: 'concurrency' }>['reason']): void {
    const from = this.#allowed;
    if (from === to) return;
    this.#allowed = to;
    this.#say({ kind: 'concurrency', from, to, reason });
  }

  #serve(): void {
    const now = this.#clock.now();
    if (now < this.#pausedUntil) {
      this.#serveLater(this.#pausedUntil - now);
      return;
    }
    if (this.#paused) this.#resume(now);
    while (this.#active < this.#allowed && this.#queue.length > 0) {
      if (this.#gap > 0 && now < this.#nextAt) {
        this.#serveLater(this.#nextAt - now);
        return;
      }
      // A timer that was a little late does not make all that follow late.
      this.#nextAt = (now - this.#nextAt < this.#gap ? this.#nextAt : now) + this.#gap;
      this.#active += 1;
      this.#queue.shift()?.go(now);
    }
  }

  #resume(now: number): void {
    this.#paused = false;
    this.#before = { accepted: this.#accepted, refused: this.#refused };
    const gap = gapOf(this.#before);
    if (gap > 0) {
      this.#gap = gap;
      // One after the other in their time is little pressure.
      this.#allow(this.#full, 'recovered');
    }
    this.#nextAt = now;
    this.#resumedAt = now;
    this.#refused = null;
    this.#accepted = [];
    this.#say({ kind: 'resumed' });
  }

  #serveLater(milliseconds: number): void {
    if (this.#queue.length > 0 && this.#wake === null) this.#wakeIn(milliseconds);
  }

  #wakeIn(milliseconds: number): void {
    const wake = new AbortController();
    this.#wake = wake;
    const over = (): void => {
      this.#wake = null;
      this.#serve();
    };
    this.#clock.sleep(milliseconds, wake.signal).then(over, over);
  }
}

interface Refused {
  readonly left: number;
  /** When the provider would take it, counted from when it left. */
  readonly until: number;
}

/** What was let through before a pause, by when it left, and what was not. Null: the pause was for no limit. */
interface Passed {
  readonly accepted: number[];
  readonly refused: Refused | null;
}

/**
 * As many a second as it let through until then is what it lets through; all at once would only be refused again. Counted
 * over the busiest end of that time, since before it there may have been little to ask. 0: too few to say.
 */
function gapOf({ accepted, refused }: Passed): number {
  if (refused === null) return 0;
  const counted = accepted.filter((left) => left < refused.until).sort((a, b) => a - b);
  if (counted.length < 2) return 0;
  // what left after the refused one counts, but is too short a time by itself
  const gaps = counted.flatMap((left, index) => (left > refused.left ? [] : [(refused.until - left) / (counted.length - index)]));
  // what was let through beside refusals shows the pace as it is
  const factor = counted.some((left) => left > refused.left) ? 1 : optimism;
  return gaps.length === 0 ? 0 : Math.max(shortestGapMs, factor * Math.min(...gaps));
}

const kinds = ['requests', 'tokens', 'input-tokens', 'output-tokens'] as const;

interface Pair {
  readonly used: number;
  /** Milliseconds since 1970. */
  readonly reset: number;
}

/** Anthropic's headers, and those that OpenAI's API and many servers after it have. */
function pairs(headers: Headers, now: number): Pair[] {
  return kinds.flatMap((kind) => [
    pairOf(headers.get(`anthropic-ratelimit-${kind}-limit`), headers.get(`anthropic-ratelimit-${kind}-remaining`), Date.parse(headers.get(`anthropic-ratelimit-${kind}-reset`) ?? '')),
    pairOf(headers.get(`x-ratelimit-limit-${kind}`), headers.get(`x-ratelimit-remaining-${kind}`), now + durationOf(headers.get(`x-ratelimit-reset-${kind}`) ?? '')),
  ]).filter((pair) => pair !== null);
}

function pairOf(limitText: string | null, remainingText: string | null, reset: number): Pair | null {
  if (limitText === null || remainingText === null) return null;
  const [limit, remaining] = [Number(limitText), Number(remainingText)];
  return limit > 0 && remaining >= 0 ? { used: 1 - Math.min(remaining, limit) / limit, reset } : null;
}

const unitMs: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** Milliseconds of `6m0s` or `20ms`; NaN for anything else. */
function durationOf(text: string): number {
  if (!/^(?:\d+(?:\.\d+)?(?:h|ms|m|s))+$/.test(text)) return NaN;
  return [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)].reduce((sum, [, count, unit = '']) => sum + Number(count) * (unitMs[unit] ?? 0), 0);
}

/** Share of the most used limit, 0 to 1; 0 without such headers. */
function utilisation(headers: Headers, now: number): number {
  return Math.max(0, ...pairs(headers, now).map(({ used }) => used));
}

/** Milliseconds of `Retry-After`, as seconds or as a date. */
function retryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** Milliseconds until the most used limit is there again. */
function resetIn(headers: Headers, now: number): number | undefined {
  const times = pairs(headers, now).filter(({ used }) => used >= 1).map(({ reset }) => reset).filter((at) => !Number.isNaN(at) && at > now);
  return times.length === 0 ? undefined : Math.max(...times) - now;
}
