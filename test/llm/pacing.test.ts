import { describe, expect, test } from '@jest/globals';
import { Pacing, type Clock, type PacingEvent, type RateLimit } from '../../src/llm/pacing.js';

const base: RateLimit = { enabled: true, throttleThreshold: 0.8, minConcurrencyUnderPressure: 1, retry: { maxAttempts: 6, baseDelayMs: 1000, maxDelayMs: 60_000, jitter: false } };

/** A clock that a test turns. */
class Turned implements Clock {
  time = 1_000_000;
  chance = 0.5;
  #sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  now(): number { return this.time; }
  random(): number { return this.chance; }
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const sleeper = { at: this.time + milliseconds, wake: resolve };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', () => {
        this.#sleepers = this.#sleepers.filter((one) => one !== sleeper);
        reject(signal.reason as Error);
      });
    });
  }
  get sleeping(): number { return this.#sleepers.length; }
  async turn(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    const due = this.#sleepers.filter(({ at }) => at <= this.time);
    this.#sleepers = this.#sleepers.filter(({ at }) => at > this.time);
    for (const { wake } of due) wake();
    await settled();
  }
}

const settled = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
const never = new AbortController().signal;

function opened(limit: Partial<RateLimit> = {}, concurrency = 4): { pacing: Pacing; clock: Turned; events: PacingEvent[]; entered: number[]; enter: (id: number, signal?: AbortSignal) => Promise<void>; observe: (headers: Headers, status: number, left?: number) => void } {
  const clock = new Turned();
  const events: PacingEvent[] = [];
  const pacing = new Pacing({ limit: { ...base, ...limit }, concurrency, clock, say: (event) => { events.push(event); } });
  const entered: number[] = [];
  return {
    pacing, clock, events, entered, enter: async (id, signal = never) => { await pacing.enter(signal); entered.push(id); },
    observe: (fields, status, left = clock.now()) => pacing.observe(fields, status, left),
  };
}

const headers = (fields: Record<string, string> = {}): Headers => new Headers(fields);
const used = (kind: string, limit: number, remaining: number, reset?: string): Record<string, string> => ({ [`anthropic-ratelimit-${kind}-limit`]: String(limit), [`anthropic-ratelimit-${kind}-remaining`]: String(remaining), ...(reset === undefined ? {} : { [`anthropic-ratelimit-${kind}-reset`]: reset }) });

describe('slots', () => {
  test('first come, first served, never more than allowed', async () => {
    const { pacing, entered, enter } = opened({}, 2);
    for (let id = 0; id < 5; id += 1) void enter(id);
    await settled();
    expect([entered, pacing.active]).toEqual([[0, 1], 2]);
    pacing.leave();
    pacing.leave();
    await settled();
    expect([entered, pacing.active]).toEqual([[0, 1, 2, 3], 2]);
  });

  test('who gives up takes no slot and holds nobody up', async () => {
    const { pacing, entered, enter } = opened({}, 1);
    const stop = new AbortController();
    await enter(0);
    const second = enter(1, stop.signal);
    void enter(2);
    stop.abort(new Error('stopped'));
    await expect(second).rejects.toThrow('stopped');
    await expect(pacing.enter(stop.signal)).rejects.toThrow('stopped');
    pacing.leave();
    await settled();
    expect([entered, pacing.active]).toEqual([[0, 2], 1]);
  });

  test('who gives up in a pause leaves no timer behind', async () => {
    const { pacing, clock, enter, observe } = opened();
    observe(headers({ 'retry-after': '60' }), 429);
    const stop = new AbortController();
    const waiting = enter(0, stop.signal);
    expect(clock.sleeping).toBe(1);
    stop.abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
    expect([clock.sleeping, pacing.active]).toEqual([0, 0]);
  });
});

describe('pauses', () => {
  test.each<[string, Record<string, string>, number]>([
    ['seconds', { 'retry-after': '7' }, 7000], ['a date', { 'retry-after': new Date(1_008_000).toUTCString() }, 8000], ['a date that is over', { 'retry-after': new Date(0).toUTCString() }, 0],
    ['the reset of what is used up', { ...used('requests', 50, 20, new Date(1_090_000).toISOString()), ...used('tokens', 1000, 0, new Date(1_005_000).toISOString()) }, 5000],
    ['nothing usable', { 'retry-after': 'soon', ...used('requests', 50, 0, 'whenever') }, 1000],
  ])('as long as %s says', async (_, fields, milliseconds) => {
    const { clock, entered, enter, observe } = opened();
    observe(headers(fields), 429);
    void enter(0);
    if (milliseconds > 0) {
      await clock.turn(milliseconds - 1);
      expect(entered).toEqual([]);
    }
    await clock.turn(1);
    expect(entered).toEqual([0]);
  });

  test('grow while they are needed, and begin anew after a success', () => {
    const { clock, events, observe } = opened();
    const pause = (): number => {
      clock.time += 1_000_000;
      observe(headers(), 529);
      return (events.filter((event) => event.kind === 'paused').at(-1)?.until ?? 0) - clock.time;
    };
    expect([pause(), pause(), pause()]).toEqual([1000, 2000, 4000]);
    for (let n = 0; n < 10; n += 1) pause();
    expect(pause()).toBe(60_000);
    clock.time += 1_000_000;
    observe(headers(), 200);
    expect(pause()).toBe(1000);
  });

  test('several requests that are refused at once are one rejection', () => {
    const { clock, events, observe } = opened();
    for (let n = 0; n < 4; n += 1) observe(headers(), 429);
    clock.time += 1000;
    observe(headers(), 429);
    expect(events.flatMap((event) => (event.kind === 'paused' ? [event.until] : []))).toEqual([1_001_000, 1_003_000]);
  });

  test('have jitter if ktx.yaml wants it', () => {
    for (const [chance, delay] of [[0, 750], [0.999999, 1250]] as const) {
      const { clock, events, observe } = opened({ retry: { ...base.retry, jitter: true } });
      clock.chance = chance;
      observe(headers(), 503);
      expect(events[0]).toEqual({ kind: 'paused', until: 1_000_000 + delay, status: 503 });
    }
  });

  test('are extended, never shortened, and no longer than maxWaitMs', async () => {
    const { clock, entered, enter, events, observe } = opened({ maxWaitMs: 20_000 });
    observe(headers({ 'retry-after': '10' }), 429);
    void enter(0);
    observe(headers({ 'retry-after': '2' }), 429);
    observe(headers({ 'retry-after': '3600' }), 429);
    await clock.turn(10_000);
    expect(entered).toEqual([]);
    await clock.turn(10_000);
    expect(entered).toEqual([0]);
    expect(events.filter(({ kind }) => kind === 'paused')).toEqual([{ kind: 'paused', until: 1_010_000, status: 429 }, { kind: 'paused', until: 1_020_000, status: 429 }]);
    expect(events.at(-1)).toEqual({ kind: 'resumed' });
  });

  test.each([['6s', 1_006_000], ['1m2.5s', 1_062_500], ['20ms', 1_000_020], ['soon', 1_001_000], ['', 1_001_000]])('last until a limit of OpenAI is there again, in %j', (reset, until) => {
    const { events, observe } = opened();
    observe(headers({ 'x-ratelimit-limit-tokens': '100', 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': reset }), 429);
    expect(events[0]).toMatchObject({ kind: 'paused', until });
  });

  test('are at most five minutes where ktx.yaml says nothing', () => {
    const { events, observe } = opened();
    observe(headers({ 'retry-after': '86400' }), 429);
    expect(events[0]).toMatchObject({ until: 1_300_000 });
  });
});

describe('concurrency', () => {
  test('drops while a limit of OpenAI is nearly used up', () => {
    const { pacing, observe } = opened();
    const left = (remaining: string): Headers => headers({ 'x-ratelimit-limit-requests': '100', 'x-ratelimit-remaining-requests': remaining });
    observe(left('20'), 200);
    expect(pacing.allowed).toBe(1);
    observe(left('21'), 200);
    expect(pacing.allowed).toBe(4);
  });

  test.each(['requests', 'tokens', 'input-tokens', 'output-tokens'])('drops while the limit of %s is nearly used up', (kind) => {
    const { pacing, events, observe } = opened();
    observe(headers({ ...used('requests', 100, 90), ...used(kind, 100, 20) }), 200);
    expect(pacing.allowed).toBe(1);
    observe(headers(used(kind, 100, 21)), 200);
    expect(pacing.allowed).toBe(4);
    expect(events).toEqual([{ kind: 'concurrency', from: 4, to: 1, reason: 'nearly used up' }, { kind: 'concurrency', from: 1, to: 4, reason: 'recovered' }]);
  });

  test('drops after a rejection until a success; one from before the pause does not count', () => {
    const { pacing, clock, observe } = opened({ minConcurrencyUnderPressure: 2 });
    observe(headers(), 429);
    observe(headers(), 200);
    expect(pacing.allowed).toBe(2);
    clock.time += 1000;
    observe(headers(), 500);
    expect(pacing.allowed).toBe(2);
    observe(headers(), 200);
    expect(pacing.allowed).toBe(4);
  });

  test('headers that are nonsense change nothing', () => {
    const { pacing, observe } = opened();
    for (const [limit, remaining] of [['0', '0'], ['x', 'y'], ['100', '-5'], ['', '']] as const) observe(headers({ 'anthropic-ratelimit-tokens-limit': limit, 'anthropic-ratelimit-tokens-remaining': remaining }), 200);
    expect(pacing.allowed).toBe(4);
  });
});

test('off: no waits, one attempt, no events', async () => {
  const { pacing, entered, enter, events, observe } = opened({ enabled: false }, 1);
  observe(headers({ 'retry-after': '60' }), 429);
  await Promise.all([enter(0), enter(1), enter(2)]);
  pacing.leave();
  expect([entered, events, pacing.attempts, pacing.pausesAfter(429)]).toEqual([[0, 1, 2], [], 1, false]);
});

test('the wait before one request is sent again grows too', async () => {
  const { pacing, clock } = opened();
  let done = false;
  void pacing.backoff(3, never).then(() => { done = true; });
  await clock.turn(3999);
  expect(done).toBe(false);
  await clock.turn(1);
  expect(done).toBe(true);
});

describe('a provider that lets so many requests a second through', () => {
  interface Provider {
    readonly perSecond: number;
    /** Milliseconds until a request is refused, or accepted. */
    readonly latency: number;
    readonly acceptedAfter?: (n: number) => number;
    readonly refusedAfter?: (n: number) => number;
    readonly requests: number;
    readonly idle?: number;
    /** Milliseconds between the first requests of the units. */
    readonly apart?: number;
    /** Milliseconds by which the first request leaves before the others. */
    readonly lead?: number;
  }

  /** A bucket: this many a second, and as many at once after a rest. */
  async function judged({ perSecond, latency, acceptedAfter = () => latency, refusedAfter = () => latency, requests, idle = 0, apart = 0, lead = 0 }: Provider): Promise<{ seconds: number; refused: number; inPauses: number }> {
    const { pacing, clock } = opened({}, 16);
    let [tokens, last, refused, pausedFrom, pausedUntil, inPauses, count] = [perSecond, clock.now(), 0, 0, 0, 0, 0];
    const done = { count: 0 };
    const one = async (): Promise<void> => {
      for (;;) {
        const left = await pacing.enter(never);
        const now = clock.now();
        // what left in the very moment of a refusal did not know of it
        if (now > pausedFrom && now < pausedUntil) inPauses += 1;
        tokens = Math.min(perSecond, tokens + ((now - last) / 1000) * perSecond);
        last = now;
        const fits = tokens >= 1;
        tokens -= fits ? 1 : 0;
        count += 1;
        await clock.sleep((fits ? acceptedAfter : refusedAfter)(count));
        if (!fits && clock.now() >= pausedUntil) pausedFrom = clock.now();
        if (!fits) pausedUntil = Math.max(pausedUntil, clock.now() + 1000);
        refused += fits ? 0 : 1;
        pacing.observe(headers(fits ? {} : { 'retry-after': '1' }), fits ? 200 : 429, left);
        pacing.leave();
        if (fits) break;
      }
      done.count += 1;
    };
    const turnUntil = async (count: number): Promise<void> => {
      for (let turns = 0; done.count < count && turns < 1_000_000; turns += 1) await clock.turn(5);
    };
    if (idle > 0) {
      void one();
      await turnUntil(1);
      await clock.turn(idle);
    }
    const from = clock.now();
    const all = requests + (idle > 0 ? 1 : 0);
    for (let request = 0; request < requests; request += 1) {
      void one();
      const gap = request === 0 && lead > 0 ? lead : request < 16 ? apart : 0;
      for (let waited = 0; waited < gap; waited += 5) await clock.turn(5);
    }
    await turnUntil(all);
    return { seconds: (clock.now() - from) / 1000, refused, inPauses };
  }

  test.each([[4, 200, 48], [4, 20, 48], [10, 100, 300], [2, 100, 30]])('%d a second at %d ms: %d requests take hardly longer than they must, and few are refused', async (perSecond, latency, requests) => {
    const { seconds, refused, inPauses } = await judged({ perSecond, latency, requests });
    const ideal = (requests - perSecond) / perSecond + latency / 1000;
    expect(inPauses).toBe(0);
    expect(refused).toBeLessThan(requests);
    expect(seconds / ideal).toBeLessThan(1.15);
  });

  test.each<[string, Partial<Provider>, number]>([
    ['whose answers take three seconds, and whose refusals do not', { acceptedAfter: () => 3_000 }, 18.5],
    ['whose answers take up to four seconds', { acceptedAfter: (n) => (n * 1_237) % 4_000 }, 16],
    ['that is asked by one unit after the other', { apart: 70 }, 12.9],
    ['whose answers are read late at the beginning', { apart: 70, acceptedAfter: (n) => (n < 16 ? 200 + (n * 397) % 900 : 200), refusedAfter: (n) => (n < 16 ? 200 + (n * 541) % 900 : 200) }, 12.8],
    ['one of whose refusals is read when the pause is over', { refusedAfter: (n) => (n === 9 ? 1_500 : 200) }, 12.9],
  ])('%s: its pace is found all the same', async (_, more, most) => {
    const { seconds, refused } = await judged({ perSecond: 4, latency: 200, requests: 48, ...more });
    expect(seconds).toBeLessThan(most);
    expect(refused).toBeLessThan(24);
  });

  test.each([5, 10, 15, 20, 25, 30, 40, 50, 70])('that is asked by units which begin %d ms apart: within 15 %% of the least time', async (apart) => {
    const { seconds } = await judged({ perSecond: 4, latency: 200, requests: 48, apart });
    expect(seconds).toBeLessThan(1.15 * (44 / 4) + 0.2);
  });

  // it waits for the beginning of an answer before the others follow
  test.each([200, 230, 260, 400])('whose first request goes %d ms before the others: within 15 %% of the least time', async (lead) => {
    for (const requests of [40, 44, 48, 52, 56]) {
      const { seconds } = await judged({ perSecond: 4, latency: 200, requests, lead });
      expect(seconds).toBeLessThan(1.15 * (requests - 4) / 4 + 0.2);
    }
  });

  test('what was quiet before does not count', async () => {
    const rested = await judged({ perSecond: 4, latency: 200, requests: 48, idle: 60_000 });
    expect(rested.seconds).toBeLessThan(1.15 * (44 / 4 + 0.2));
  });

  test('what was let through before a pause counts also where its answer comes late', async () => {
    const { clock, entered, enter, observe } = opened();
    const from = clock.now();
    await clock.turn(1000);
    observe(headers(), 200, from);
    observe(headers({ 'retry-after': '1' }), 429, from + 1000);
    for (let id = 0; id < 4; id += 1) void enter(id);
    await clock.turn(1000);
    expect(entered).toEqual([0]);
    for (const after of [250, 500, 750]) observe(headers(), 200, from + after);
    await settled();
    expect(entered).toEqual([0, 1]);
    // two in two seconds is what was known first, then four
    await clock.turn(960);
    expect(entered).toEqual([0, 1, 2]);
    await clock.turn(479);
    expect(entered).toEqual([0, 1, 2]);
    await clock.turn(1);
    expect(entered).toEqual([0, 1, 2, 3]);
  });

  test('a refusal that comes after the pause in which it was due makes all wait, and says nothing of the pace', async () => {
    const { clock, entered, enter, observe } = opened();
    const from = clock.now();
    for (let n = 0; n < 4; n += 1) observe(headers(), 200, from);
    observe(headers({ 'retry-after': '1' }), 429, from);
    void enter(0);
    await clock.turn(1000);
    expect(entered).toEqual([0]);
    observe(headers(), 200);
    await clock.turn(300);
    observe(headers(), 200);
    observe(headers({ 'retry-after': '1' }), 429, from);
    for (let id = 1; id < 4; id += 1) void enter(id);
    await clock.turn(999);
    expect(entered).toEqual([0]);
    await clock.turn(1);
    observe(headers(), 200);
    await settled();
    for (const expected of [[0, 1], [0, 1, 2]]) {
      expect(entered).toEqual(expected);
      await clock.turn(241);
    }
    expect(entered).toEqual([0, 1, 2, 3]);
  });
});
