import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Ledger, type Account } from '../../src/llm/ledger.js';
import type { ModelFailure } from '../../src/llm/failure.js';
import { Pacing, type PacingEvent, type RateLimit } from '../../src/llm/pacing.js';
import { costOf, priceOf } from '../../src/llm/prices.js';
import { recordingOf, replayFetch, type Exchange } from '../../src/llm/recording.js';
import { anthropicWire } from '../../src/llm/anthropic-wire.js';
import { BudgetError, RelayError } from '../../src/llm/relay-error.js';
import { openRelay, type Relay, type RequestHooks } from '../../src/llm/relay.js';
import { openTransport } from '../../src/llm/transport.js';
import { selfMadeCertificate } from '../fakes/certificate.js';
import { closedAddress, fakeKey, inTurn, say, status, text, type MessagesApi, type Reply } from '../fakes/messages-api.js';
import { startProxy } from '../fakes/proxy.js';
import { temporaryFolder } from '../temporary-folder.js';
import { accountOf, closing, model, startApi, swift, unlimited } from './opened.js';

interface Opened {
  readonly relay: Relay;
  readonly events: PacingEvent[];
  /** Sends one request and reads its answer. */
  readonly send: (account: Account, more?: Sending) => Promise<{ readonly status: number; readonly body: string }>;
}

interface Sending {
  readonly prompt?: string;
  readonly maxTokens?: number;
  readonly signal?: AbortSignal;
  readonly hooks?: RequestHooks;
  readonly stream?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

function openTo(base: string, { credential = fakeKey, environment = {}, limit = swift, concurrency = 4, silenceMs = 5_000, recorder }: { credential?: string; environment?: Readonly<Record<string, string>>; limit?: RateLimit; concurrency?: number; silenceMs?: number; recorder?: (exchange: Exchange) => void } = {}): Opened {
  const transport = closing(openTransport({ environment, silenceMs }));
  const events: PacingEvent[] = [];
  const relay = openRelay({ base: new URL(base), wire: anthropicWire(credential), transport, pacing: new Pacing({ limit, concurrency, say: (event) => { events.push(event); } }), priceOf: (name) => priceOf(name, {}), recorder });
  return {
    relay, events,
    async send(account, { prompt = 'Hello.', maxTokens = 100, signal, hooks, stream = true, headers } = {}) {
      const response = await relay.fetchFor(account, hooks)(`${base}/v1/messages`, {
        method: 'POST', headers: { 'authorization': `Bearer ${relay.token}`, 'anthropic-version': '2023-06-01', 'content-type': 'application/json', ...headers }, ...(signal ? { signal } : {}),
        body: JSON.stringify({ model, max_tokens: maxTokens, stream, messages: [{ role: 'user', content: prompt }] }),
      });
      return { status: response.status, body: await response.text() };
    },
  };
}

const failureOf = async (sent: Promise<unknown>): Promise<ModelFailure> => sent.then(() => { throw new Error('it was answered'); }, (error: unknown) => {
  if (error instanceof RelayError) return error.failure;
  throw error;
});

const fine = say(text('Hello there, this is a text of some length, so that it comes in pieces.'));

function usageOf(api: MessagesApi): { inputTokens: number; outputTokens: number; usd: number } {
  const billed = api.billed();
  return { inputTokens: billed.uncachedInputTokens + billed.cacheReadTokens + billed.cacheWrite5mTokens + billed.cacheWrite1hTokens, outputTokens: billed.outputTokens, usd: costOf(billed, priceOf(model, {})) };
}

describe('credentials', () => {
  test('the real one is put in, and nothing of the client’s goes out', async () => {
    const api = await startApi(inTurn(fine));
    const { relay, send } = openTo(api.url);
    const { body } = await send(accountOf().account, { headers: { 'cookie': 'a=b', 'proxy-authorization': 'Basic eHg=', 'x-custom': 'mine', 'traceparent': '00-1', 'user-agent': 'a client' } });
    expect(body).toContain('message_stop');
    const sent = api.requests[0]!.headers;
    expect(sent['x-api-key']).toBe(fakeKey);
    expect([sent.authorization, sent.cookie, sent['proxy-authorization'], sent['x-custom'], sent['traceparent']]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(sent['user-agent']).toBe('a client');
    expect(JSON.stringify(sent) + api.requests[0]!.raw).not.toContain(relay.token);
  });

  test('the token of a sign-in goes as a bearer token', async () => {
    const key = 'sk-ant-oat01-a-token-of-the-fake-1234567890';
    const api = await startApi(inTurn(fine), { key });
    await openTo(api.url, { credential: key }).send(accountOf().account, { headers: { 'anthropic-beta': 'one' } });
    expect([api.requests[0]!.headers.authorization, api.requests[0]!.headers['x-api-key'], api.requests[0]!.headers['anthropic-beta']]).toEqual([`Bearer ${key}`, undefined, 'one, oauth-2025-04-20']);
  });

  test('without the token of the run, or to another host, not a byte leaves', async () => {
    const api = await startApi(inTurn(fine));
    const other = await startApi(inTurn(fine));
    const { relay } = openTo(api.url);
    const { account } = accountOf();
    const fetch = relay.fetchFor(account);
    const init = { method: 'POST', headers: { authorization: `Bearer ${relay.token}` }, body: '{}' };
    for (const authorization of ['', 'Bearer ', `Bearer ${relay.token}x`, `Bearer ${fakeKey}`]) {
      await expect(fetch(`${api.url}/v1/messages`, { ...init, headers: { authorization } })).rejects.toThrow('token of this run');
    }
    for (const url of [other.url, api.url.replace('127.0.0.1', 'localhost'), api.url.replace('http:', 'https:'), api.url.replace('//', '//user@')]) {
      await expect(fetch(`${url}/v1/messages`, init)).rejects.toThrow('leads to');
    }
    expect([api.requests.length, other.requests.length, account.requests]).toEqual([0, 0, 0]);
  });

  test('a key that no header can hold is not quoted by what refuses it, and one that is empty is missing', async () => {
    const api = await startApi(inTurn(fine));
    for (const credential of ['sk-ant-api03-first\nsecond', 'sk-ant-“api03”', '']) {
      const failure = await failureOf(openTo(api.url, { credential }).send(accountOf().account));
      expect(failure.category).toBe(credential === '' ? 'missing-credential' : 'auth');
      expect(failure.message).not.toContain('sk-ant');
    }
    await openTo(api.url, { credential: `${fakeKey}\n` }).send(accountOf().account);
    expect(api.requests.map(({ headers }) => headers['x-api-key'])).toEqual([fakeKey]);
  });

  test('a key that the other side quotes is taken out of its words', async () => {
    const key = 'my.gateway.key.1234';
    const api = await startApi(inTurn({ fault: 'status', status: 401, body: { error: { message: `Invalid proxy server token passed. Received API Key = ${key}` } } }), { key });
    const failures: ModelFailure[] = [];
    const recording = recordingOf();
    const { body } = await openTo(api.url, { credential: key, recorder: recording.recorder }).send(accountOf().account, { hooks: { onFailure: (failure) => { failures.push(failure); } } });
    expect(failures).toMatchObject([{ category: 'auth', message: 'Invalid proxy server token passed. Received API Key = [redacted secret]' }]);
    expect(body + JSON.stringify(recording.exchanges)).not.toContain(key);
  });

  test('a redirect is not followed', async () => {
    const other = await startApi(inTurn(fine));
    const api = await startApi(inTurn({ fault: 'status', status: 307, body: '', headers: { location: `${other.url}/v1/messages` } }));
    const failures: ModelFailure[] = [];
    const { account } = accountOf();
    const { status: code } = await openTo(api.url).send(account, { hooks: { onFailure: (failure) => { failures.push(failure); } } });
    expect([code, other.requests.length, account.requests]).toEqual([307, 0, 0]);
    expect(failures).toEqual([expect.objectContaining({ category: 'invalid-request', message: expect.stringContaining(`a redirect to ${new URL(other.url).host}`) })]);
  });
});

describe('the way out', () => {
  test('a proxy of the given environment, with its sign-in, unless NO_PROXY names the host', async () => {
    const api = await startApi(inTurn(fine));
    const proxy = closing(await startProxy());
    for (const [environment, tunnels] of [
      [{ HTTP_PROXY: `http://ana:secret@${proxy.address}` }, 1], [{ http_proxy: proxy.address }, 2], [{ HTTP_PROXY: proxy.address, NO_PROXY: 'example.com, 127.0.0.1' }, 2], [{ HTTP_PROXY: proxy.address, no_proxy: '*' }, 2], [{ HTTPS_PROXY: proxy.address }, 2],
    ] as const) {
      await openTo(api.url, { environment }).send(accountOf().account);
      expect(proxy.tunnels).toHaveLength(tunnels);
    }
    expect(proxy.tunnels[0]).toBe(new URL(api.url).host);
    expect(proxy.credentials[0]).toBe(`Basic ${Buffer.from('ana:secret').toString('base64')}`);
    expect(api.requests).toHaveLength(5);
    expect(api.requests[0]!.headers['proxy-authorization']).toBeUndefined();
  });

  test.each([[407, /wants a sign-in/], [502, /answered 502/]] as const)('a proxy that answers %d is named without its credentials', async (refusal, words) => {
    const proxy = closing(await startProxy({ refusal }));
    const failure = await failureOf(openTo('http://localhost:4321', { environment: { HTTP_PROXY: `http://ana:hunter2secret@${proxy.address}` } }).send(accountOf().account));
    expect(failure).toMatchObject({ category: 'network', message: expect.stringMatching(words) });
    expect(failure.message).toContain(proxy.address);
    expect(failure.message).not.toContain('hunter2secret');
    expect(proxy.tunnels).toHaveLength(1);
  });

  test('a proxy that is none, or not there', async () => {
    expect(await failureOf(openTo('http://localhost:4321', { environment: { HTTP_PROXY: 'socks5://h:1' } }).send(accountOf().account))).toMatchObject({ category: 'network', message: 'HTTP_PROXY is not the address of an HTTP proxy.' });
    const closed = new URL(await closedAddress()).host;
    const { account } = accountOf();
    expect(await failureOf(openTo('http://localhost:4321', { environment: { HTTP_PROXY: closed } }).send(account))).toMatchObject({ category: 'network', message: `The proxy ${closed}, which is to lead to localhost:4321, refuses connections.` });
    expect(account.requests).toBe(0);
  });

  const certificate = selfMadeCertificate();
  (certificate ? test : test.skip)('an untrusted certificate says so, and NODE_EXTRA_CA_CERTS mends it (skipped without openssl)', async () => {
    const api = await startApi(inTurn(fine), { certificate: certificate! });
    const { account } = accountOf();
    expect(await failureOf(openTo(api.url).send(account))).toMatchObject({ category: 'network', message: expect.stringMatching(/not trusted here.*NODE_EXTRA_CA_CERTS/) });
    expect([account.requests, api.requests.length]).toEqual([0, 0]);
    // Node reads the variable when it starts.
    const folder = temporaryFolder('ca');
    try {
      const file = join(folder, 'ca.pem');
      writeFileSync(file, certificate!.cert);
      const script = `import { openTransport } from ${JSON.stringify(new URL('../../src/llm/transport.js', import.meta.url).href)};
        const transport = openTransport({ environment: {}, silenceMs: 5000 });
        const answer = await transport.fetch(new URL(process.argv[1] + '/v1/messages'), { method: 'POST', headers: new Headers({ 'x-api-key': 'no' }), body: '{}', signal: new AbortController().signal });
        process.stdout.write(String(answer.status));
        await transport.close();`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script, api.url], { env: { ...process.env, NODE_EXTRA_CA_CERTS: file }, stdio: ['ignore', 'pipe', 'inherit'] });
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString(); });
      await new Promise((resolve) => child.on('close', resolve));
      expect(out).toBe('401');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('sending again', () => {
  test.each([429, 500, 502, 503, 504, 529])('after %d, and charged once', async (code) => {
    const api = await startApi(inTurn(status(code, 'an_error', 'no'), status(code, 'an_error', 'no', { 'retry-after': '0' }), fine));
    const { account } = accountOf();
    const failures: ModelFailure[] = [];
    const sent: number[] = [];
    expect((await openTo(api.url).send(account, { hooks: { onFailure: (failure) => { failures.push(failure); }, onSend: (bytes) => { sent.push(bytes); } } })).status).toBe(200);
    expect([api.requests.length, sent.length, failures.length, account.requests]).toEqual([3, 3, 2, 1]);
    expect(account.usage).toMatchObject({ ...usageOf(api), estimated: false });
  });

  test('as often as ktx.yaml says, then the answer is handed on', async () => {
    const api = await startApi(inTurn(status(529, 'overloaded_error', 'Overloaded')));
    const { account } = accountOf();
    const { status: code, body } = await openTo(api.url).send(account);
    expect([code, JSON.parse(body), api.requests.length, account.requests]).toEqual([529, { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 3, 0]);
  });

  test.each([[400, 'invalid_request_error', 'no'], [401, 'authentication_error', 'no'], [429, 'rate_limit_error', 'Your organization is out of credit'], [404, 'not_found_error', 'model: x']] as const)('not after %d %s %s', async (code, type, message) => {
    const api = await startApi(inTurn(status(code, type, message)));
    expect((await openTo(api.url).send(accountOf().account)).status).toBe(code);
    expect(api.requests).toHaveLength(1);
  });

  test('not where pacing is off', async () => {
    const api = await startApi(inTurn(status(529, 'overloaded_error', 'Overloaded')));
    await openTo(api.url, { limit: { ...swift, enabled: false } }).send(accountOf().account);
    expect(api.requests).toHaveLength(1);
  });

  test('after a connection that was refused nothing is charged, after one that was reset the estimate is', async () => {
    const nobody = accountOf().account;
    expect(await failureOf(openTo(await closedAddress()).send(nobody))).toMatchObject({ category: 'network', message: expect.stringContaining('refuses connections') });
    expect(nobody.requests).toBe(0);
    const api = await startApi(inTurn({ fault: 'reset' }, fine));
    const { account } = accountOf();
    await openTo(api.url).send(account);
    expect([api.requests.length, account.requests]).toEqual([2, 2]);
    expect(account.usage.estimated).toBe(true);
    expect(account.usage.outputTokens).toBe(100 + usageOf(api).outputTokens);
  });

  test('silence before the headers is a timeout, and is charged', async () => {
    const api = await startApi(inTurn({ fault: 'silence' }));
    const { account } = accountOf();
    expect(await failureOf(openTo(api.url, { silenceMs: 40, limit: { ...swift, retry: { ...swift.retry, maxAttempts: 2 } } }).send(account))).toMatchObject({ category: 'timeout' });
    expect([api.requests.length, account.requests, account.usage.outputTokens]).toEqual([2, 2, 200]);
  });

  test('never once an answer began', async () => {
    for (const by of ['reset', 'end', 'silence', { type: 'overloaded_error', message: 'Overloaded' }] as const) {
      const api = await startApi(inTurn({ ...fine, breaks: { after: 4, by } }));
      await openTo(api.url, { silenceMs: 60 }).send(accountOf().account).catch(() => undefined);
      expect(api.requests).toHaveLength(1);
    }
  });

  test('each time within the budget', async () => {
    const api = await startApi(inTurn({ fault: 'reset' }));
    const { account } = accountOf({ tokens: 250 });
    await expect(openTo(api.url).send(account)).rejects.toBeInstanceOf(BudgetError);
    expect(api.requests.length).toBe(1);
    expect(account.usage.inputTokens + account.usage.outputTokens).toBeLessThanOrEqual(250);
  });

  test('a pause is told, and held by all', async () => {
    const api = await startApi((_, n) => (n === 0 ? status(429, 'rate_limit_error', 'slow down', { 'retry-after': '3600' }) : fine));
    const { send, events } = openTo(api.url);
    await Promise.all([send(accountOf().account), send(accountOf().account)]);
    expect(events.map(({ kind }) => kind)).toEqual(['paused', 'concurrency', 'resumed', 'concurrency']);
  });
});

describe('charges', () => {
  test.each([true, false])('are what the provider bills, streamed: %s', async (stream) => {
    const api = await startApi((request, n) => ({ ...fine, outputTokens: 10 + n }));
    const { send } = openTo(api.url);
    const { account } = accountOf();
    for (const prompt of ['a', 'b'.repeat(4000), 'c'.repeat(9000)]) await send(account, { prompt, stream });
    const { inputTokens, outputTokens, usd } = usageOf(api);
    expect(account.usage).toEqual({ inputTokens, outputTokens, usd: expect.closeTo(usd, 9), cachedInputTokens: 0, estimated: false });
  });

  const whole = 13;
  test.each(Array.from({ length: whole + 1 }, (_, after) => [after, after % 2 === 0 ? 'reset' : 'end'] as const))('of a stream that breaks after %d events (%s) are not below the bill', async (after, by) => {
    const api = await startApi(inTurn({ ...fine, breaks: { after, by } }));
    const { account, ledger } = accountOf();
    const recording = recordingOf();
    const failures: ModelFailure[] = [];
    const sent = openTo(api.url, { recorder: recording.recorder }).send(account, { hooks: { onFailure: (failure) => { failures.push(failure); } } });
    const isWhole = await sent.then(() => true, (error: unknown) => (error instanceof RelayError ? false : Promise.reject(error as Error)));
    const billed = usageOf(api);
    expect([account.requests, ledger.spent]).toEqual([1, account.usage]);
    if (isWhole) {
      expect(account.usage).toMatchObject({ ...billed, estimated: false });
      expect(failures).toEqual([]);
    } else {
      expect(failures).toEqual([expect.objectContaining({ category: 'network' })]);
      expect(recording.exchanges).toEqual([expect.objectContaining({ cut: true, status: 200 })]);
      expect(account.usage.estimated).toBe(true);
      expect(account.usage.inputTokens).toBeGreaterThanOrEqual(billed.inputTokens);
      expect(account.usage.outputTokens).toBe(100);
      expect(account.usage.usd).toBeGreaterThan(billed.usd);
    }
    // The reservation is gone: what is left of a limit can be reserved.
    expect(account.fits({ usd: 1e6, tokens: 1e9 })).toBe(true);
  });

  test('of an error in the stream, with its words', async () => {
    const api = await startApi(inTurn({ ...fine, breaks: { after: 3, by: { type: 'overloaded_error', message: 'Overloaded' } } }));
    const failures: ModelFailure[] = [];
    const { account } = accountOf();
    const { body } = await openTo(api.url).send(account, { hooks: { onFailure: (failure) => { failures.push(failure); } } });
    expect(body).toContain('event: error');
    expect(failures).toEqual([{ category: 'provider-error', message: 'Overloaded', type: 'overloaded_error', ours: false }]);
    expect(account.usage).toMatchObject({ inputTokens: usageOf(api).inputTokens, outputTokens: 100, estimated: true });
  });

  test('of a request that is cancelled in the middle of its answer', async () => {
    const api = await startApi(inTurn({ ...fine, breaks: { after: 4, by: 'silence' } }));
    const { relay } = openTo(api.url);
    const { account } = accountOf({ tokens: 5000 });
    const stop = new AbortController();
    const response = await relay.fetchFor(account)(`${api.url}/v1/messages`, {
      method: 'POST', headers: { 'x-api-key': relay.token, 'anthropic-version': '2023-06-01' }, signal: stop.signal, body: JSON.stringify({ model, max_tokens: 100, stream: true, messages: [{ role: 'user', content: 'Hello.' }] }),
    });
    const reader = response.body!.getReader();
    await reader.read();
    stop.abort(new Error('stopped'));
    await expect(reader.read().then(() => reader.read()).then(() => reader.read())).rejects.toThrow();
    expect(account.usage).toMatchObject({ inputTokens: usageOf(api).inputTokens, outputTokens: 100, estimated: true });
  });

  test('sixteen at once never get beyond the limit of the run', async () => {
    const api = await startApi((_, n) => ({ ...fine, outputTokens: 60 + (n % 40), delayMs: n % 7 }));
    const run = { tokens: 20_000, usd: 0.05 };
    const ledger = new Ledger({ ...unlimited, ...run });
    const { send } = openTo(api.url, { concurrency: 16 });
    let refused = 0;
    await Promise.all(Array.from({ length: 16 }, async (_, worker) => {
      const account = ledger.open(`unit ${worker}`, unlimited);
      for (let n = 0; n < 12; n += 1) {
        await send(account, { prompt: 'x'.repeat(100 + worker * 40 + n) }).catch((error: unknown) => {
          if (!(error instanceof BudgetError)) throw error;
          refused += 1;
        });
        expect(ledger.spent.inputTokens + ledger.spent.outputTokens).toBeLessThanOrEqual(run.tokens);
        expect(ledger.spent.usd).toBeLessThanOrEqual(run.usd);
      }
    }));
    expect(refused).toBeGreaterThan(0);
    expect(api.mostAtOnce()).toBeLessThanOrEqual(16);
    expect(api.mostAtOnce()).toBeGreaterThan(1);
    expect(ledger.spent).toMatchObject({ inputTokens: usageOf(api).inputTokens, outputTokens: usageOf(api).outputTokens, estimated: false });
  });
});

describe('a shared prefix', () => {
  test('the first request with it goes alone; where it fails the next one leads', async () => {
    let underWay = 0;
    const atArrival: number[] = [];
    const api = await startApi(async (_, n): Promise<Reply> => {
      atArrival.push(underWay += 1);
      await new Promise((resolve) => { setTimeout(resolve, 15); });
      underWay -= 1;
      return n === 0 ? status(400, 'invalid_request_error', 'no') : fine;
    });
    const { send } = openTo(api.url, { concurrency: 8 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(accountOf().account, { hooks: { prefixKey: 'a' } })));
    expect(answers.map(({ status: code }) => code).sort()).toEqual([200, 200, 200, 200, 200, 400]);
    expect(atArrival.slice(0, 3)).toEqual([1, 1, 1]);
    expect(Math.max(...atArrival)).toBeGreaterThan(1);
  });

  test('waiting for it can be cancelled', async () => {
    const api = await startApi(inTurn({ fault: 'silence' }));
    const { send } = openTo(api.url);
    const stop = new AbortController();
    const leading = send(accountOf().account, { hooks: { prefixKey: 'a' }, signal: stop.signal });
    const { account } = accountOf();
    const waiting = send(account, { hooks: { prefixKey: 'a' }, signal: AbortSignal.timeout(20) });
    await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' });
    stop.abort();
    await expect(leading).rejects.toThrow();
    expect(account.requests).toBe(0);
  });
});

test('a recording answers as the provider did', async () => {
  const api = await startApi((_, n) => say(text(`answer ${n}`)));
  const recording = recordingOf();
  const { send } = openTo(api.url, { recorder: recording.recorder });
  const first = await send(accountOf().account);
  const second = await send(accountOf().account);
  const fetch = replayFetch(recording);
  const again = async (body: string): Promise<string> => (await fetch(`${api.url}/v1/messages`, { method: 'POST', body })).text();
  const { raw } = api.requests[0]!;
  expect([await again(raw), await again(raw), await again(raw)]).toEqual([first.body, second.body, second.body]);
  await expect(again('{}')).rejects.toThrow('The recording holds no POST /v1/messages');
  expect(JSON.stringify(recording.exchanges)).not.toContain(fakeKey);
  expect(Object.keys(recording.exchanges[0]!.headers)).toContain('request-id');
});

test('a request that gives up while it waits for its turn holds nothing', async () => {
  const api = await startApi(inTurn({ fault: 'silence' }));
  const { send } = openTo(api.url, { concurrency: 1 });
  const stop = new AbortController();
  const first = send(accountOf().account, { signal: stop.signal });
  const { account } = accountOf({ tokens: 1000 });
  await expect(send(account, { signal: AbortSignal.timeout(20) })).rejects.toMatchObject({ name: 'TimeoutError' });
  expect([account.fits({ usd: 0, tokens: 1000 }), account.requests, api.requests.length]).toEqual([true, 0, 1]);
  stop.abort();
  await expect(first).rejects.toThrow();
});

test('each event is handed on when it comes, not when the answer is over', async () => {
  const api = await startApi(inTurn({ ...fine, breaks: { after: 3, by: 'silence' } }));
  const { relay } = openTo(api.url);
  const stop = new AbortController();
  const response = await relay.fetchFor(accountOf().account)(`${api.url}/v1/messages`, {
    method: 'POST', headers: { 'x-api-key': relay.token, 'anthropic-version': '2023-06-01' }, signal: stop.signal, body: JSON.stringify({ model, max_tokens: 100, stream: true, messages: [{ role: 'user', content: 'Hello.' }] }),
  });
  const reader = response.body!.getReader();
  let received = '';
  // The fake sends nothing after these, so this ends only if they come through at once.
  while (!received.includes('content_block_start')) received += new TextDecoder().decode((await reader.read()).value as Uint8Array);
  stop.abort();
  await reader.cancel().catch(() => undefined);
});

test('an answer without content is a failure', async () => {
  const api = await startApi(inTurn({ fault: 'status', status: 204, body: '' }));
  expect(await failureOf(openTo(api.url).send(accountOf().account))).toMatchObject({ category: expect.stringMatching(/network|provider-error/) });
});

test('a page instead of a message is a failure', async () => {
  const server = createServer((_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html><title>Sign in to the network</title></html>'));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  try {
    const failure = await failureOf(openTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).send(accountOf().account));
    expect(failure).toMatchObject({ category: 'provider-error', message: expect.stringContaining('Sign in to the network') });
  } finally {
    await new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
  }
});
