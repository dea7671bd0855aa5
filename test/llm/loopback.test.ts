import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { setTimeout as wait } from 'node:timers/promises';
import { anthropicWire } from '../../src/llm/anthropic-wire.js';
import type { ModelFailure } from '../../src/llm/failure.js';
import type { Account, BudgetStop } from '../../src/llm/ledger.js';
import { openLoopback, type Loopback, type LoopbackOptions, type LoopbackTask, type OpenTask } from '../../src/llm/loopback.js';
import { Pacing } from '../../src/llm/pacing.js';
import { priceOf } from '../../src/llm/prices.js';
import { openRelay } from '../../src/llm/relay.js';
import { openTransport } from '../../src/llm/transport.js';
import { fakeKey, inTurn, say, startMessagesApi, status, text, type Brain, type MessagesApi } from '../fakes/messages-api.js';
import { accountOf, closing, model, swift } from './opened.js';
import { raw, type RawAnswer, type RawOptions } from './raw-http.js';

const body = JSON.stringify({ model, max_tokens: 100, stream: true, messages: [{ role: 'user', content: 'Hello.' }] });
const headers = { 'content-type': 'application/json', 'anthropic-version': '2023-06-01' };

interface Opened {
  readonly api: MessagesApi;
  readonly loopback: Loopback;
  readonly task: OpenTask;
  readonly account: Account;
  readonly failures: ModelFailure[];
  readonly stops: BudgetStop[];
  readonly post: (more?: RawOptions, path?: string) => Promise<RawAnswer>;
}

async function start(brain: Brain, more: Partial<LoopbackTask> = {}, options: Partial<LoopbackOptions> = {}, limits = {}): Promise<Opened> {
  const api = closing(await startMessagesApi({ brain }));
  const transport = closing(openTransport({ environment: {}, silenceMs: 2_000 }));
  const relay = openRelay({ base: new URL(api.url), wire: anthropicWire(fakeKey), transport, pacing: new Pacing({ limit: { ...swift, maxWaitMs: 60_000 }, concurrency: 4 }), priceOf: (name) => priceOf(name, {}) });
  const loopback = closing(await openLoopback({ relay, base: new URL(api.url), paths: ['/v1/messages'], ...options }));
  const { account } = accountOf(limits);
  const failures: ModelFailure[] = [];
  const stops: BudgetStop[] = [];
  const task = loopback.open({ account, signal: new AbortController().signal, onFailure: (failure) => failures.push(failure), onStop: (stop) => stops.push(stop), ...more });
  return {
    api, loopback, task, account, failures, stops,
    post: (given = {}, path = '/v1/messages') => raw(`${loopback.url}${path}`, { body, ...given, headers: { ...headers, authorization: `Bearer ${task.token}`, ...given.headers } }),
  };
}

const fine: Brain = () => say(text('Hello to you too.'));
const asked = (extra: Readonly<Record<string, string>>): RawOptions => ({ headers: extra });

describe('who may ask', () => {
  test('whoever has the token of an open task, as Bearer or as a key', async () => {
    const { task, loopback, post, account, api } = await start(fine);
    const answer = await post();
    expect([answer.status, answer.body]).toEqual([200, expect.stringContaining('message_stop')]);
    expect((await raw(`${loopback.url}/v1/messages?beta=true`, { body, headers: { ...headers, 'x-api-key': task.token } })).status).toBe(404);
    expect(api.requests.map(({ path }) => path)).toEqual(['/v1/messages', '/v1/messages?beta=true']);
    expect(account.usage).toMatchObject({ estimated: false });
    expect(account.usage.usd).toBeGreaterThan(0);
  });

  test('nobody else, on no route', async () => {
    const { task, loopback, post, api } = await start(fine);
    for (const path of ['/', '/health', '/v1/messages', '/v1/models', '/favicon.ico']) {
      for (const method of ['GET', 'POST', 'OPTIONS', 'HEAD']) expect((await raw(`${loopback.url}${path}`, { method })).status).toBe(401);
    }
    for (const authorization of ['', 'Bearer ', 'Bearer x', `Bearer ${task.token}x`, `Bearer ${task.token.slice(0, -1)}`, `Bearer ${fakeKey}`, `Basic ${task.token}`]) expect((await post(asked({ authorization }))).status).toBe(401);
    const second = loopback.open({ account: accountOf().account, signal: new AbortController().signal });
    expect((await post(asked({ authorization: `Bearer ${second.token}` }))).status).toBe(200);
    second.close();
    expect((await post(asked({ authorization: `Bearer ${second.token}` }))).status).toBe(401);
    expect((await post()).status).toBe(200);
    expect(second.token).not.toBe(task.token);
    expect(api.requests).toHaveLength(2);
  });

  test('no page of a browser, no other name of the address, no other path or method', async () => {
    const { post, api, loopback } = await start(fine);
    const { port } = new URL(loopback.url);
    for (const host of [`localhost:${port}`, `rebound.example:${port}`, '127.0.0.1', `127.0.0.1:${Number(port) + 1}`, `[::1]:${port}`]) expect((await post(asked({ host }))).status).toBe(403);
    for (const origin of ['null', 'http://evil.example', loopback.url]) expect((await post(asked({ origin }))).status).toBe(403);
    for (const path of ['/', '/v1/messages/', '/v1/messages/count_tokens', '/v1/../v1/models', '/v1/complete', '//evil.example/v1/messages']) expect((await post({}, path)).status).toBe(404);
    expect((await post({ method: 'GET' })).status).toBe(404);
    expect(api.requests).toEqual([]);
  });

  test('bodies of the size and in the form that are agreed', async () => {
    const { post, api } = await start(fine, {}, { mostBytes: 1000 });
    expect((await post({ body: 'x'.repeat(200_000) })).status).toBe(413);
    expect((await post({ headers: { 'content-encoding': 'gzip' } })).status).toBe(415);
    expect(api.requests).toEqual([]);
  });
});

describe('what leaves', () => {
  test('is the real credential, and nothing that the child sent as one', async () => {
    const { post, api, task } = await start(fine);
    const names = fc.constantFrom('cookie', 'proxy-authorization', 'x-goog-api-key', 'api-key', 'anthropic-beta', 'user-agent', 'x-forwarded-for', 'forwarded', 'x-amz-security-token', 'anthropic-auth', 'openai-organization', 'referer');
    const value = fc.stringMatching(/^secret-[a-z0-9]{8,20}$/);
    await fc.assert(fc.asyncProperty(fc.dictionary(names, value), fc.boolean(), async (given, asKey) => {
      const before = api.requests.length;
      await post({ headers: { ...given, ...(asKey ? { 'x-api-key': task.token, 'authorization': 'Bearer secret-of-somebody' } : {}) } });
      expect(api.requests).toHaveLength(before + 1);
      const [request] = api.requests.slice(before);
      const { host: _, 'content-length': __, ...sent } = request!.headers;
      expect(sent['x-api-key']).toBe(fakeKey);
      const shown = JSON.stringify(sent);
      expect(shown).not.toContain(task.token);
      for (const [name, secret] of Object.entries(given)) if (name !== 'anthropic-beta' && name !== 'user-agent') expect(shown).not.toContain(secret);
      expect(shown).not.toContain('secret-of-somebody');
    }), { numRuns: 40 });
  });

  test('is what the task admits', async () => {
    let times = 0;
    const { post, api } = await start(fine, { admit: (given) => ((times += 1) > 1 ? { refusal: 'the task is over' } : { body: given.replace('Hello.', 'Changed.') }) });
    expect((await post()).status).toBe(200);
    expect(api.requests[0]?.raw).toContain('Changed.');
    const refused = await post();
    expect([refused.status, refused.body]).toEqual([400, expect.stringContaining('the task is over')]);
    expect(api.requests).toHaveLength(1);
  });

  test('is nothing where the budget does not allow it, which is told', async () => {
    const { post, api, stops, account } = await start(fine, {}, {}, { tokens: 50 });
    expect((await post()).status).toBe(400);
    expect(stops).toEqual([{ reason: 'token-budget', of: 'unit' }]);
    expect([api.requests.length, account.requests]).toEqual([0, 0]);
  });
});

describe('what comes back', () => {
  test('comes as it is sent, not when it is whole', async () => {
    const { post } = await start(() => ({ ...say(text('One two three four five six seven.')), breaks: { after: 5, by: 'silence' } }));
    let pieces = 0;
    const answer = await post({ onPiece: () => (pieces += 1) >= 2 });
    expect(answer.body).toContain('message_start');
    expect(answer.body).not.toContain('message_stop');
  });

  test('ends upstream when the child hangs up, and is charged as it may have cost', async () => {
    const { post, api, account } = await start(() => ({ ...say(text('x'.repeat(400))), breaks: { after: 8, by: 'silence' } }));
    await post({ onPiece: (piece) => piece.includes('content_block_delta') });
    for (let turn = 0; turn < 100 && !account.usage.estimated; turn += 1) await wait(10);
    expect(account.usage).toMatchObject({ estimated: true, outputTokens: 100 });
    expect(api.requests).toHaveLength(1);
  });

  test('a cut stream is a cut stream', async () => {
    const { post, failures } = await start(() => ({ ...say(text('x'.repeat(400))), breaks: { after: 6, by: 'reset' } }));
    const answer = await post();
    expect(answer.body).not.toContain('message_stop');
    expect(failures.map(({ category }) => category)).toEqual(['network']);
  });

  test('errors keep their status and their words', async () => {
    const { post, failures } = await start(inTurn(status(404, 'not_found_error', 'model: claude-none')));
    const answer = await post();
    expect([answer.status, answer.body]).toEqual([404, expect.stringContaining('claude-none')]);
    expect(failures.map(({ category }) => category)).toEqual(['model-access']);
  });

  test('a pause holds the request before its headers', async () => {
    const { post, api } = await start(inTurn(status(429, 'rate_limit_error', 'Slow down', { 'retry-after': '0.2' }), say(text('Now.'))));
    const began = performance.now();
    expect((await post()).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(180);
    expect(api.requests).toHaveLength(2);
  });

  test('a longer one than can be held is a 429, and the request is not sent later', async () => {
    const { post, api, account } = await start(inTurn(status(429, 'rate_limit_error', 'Slow down', { 'retry-after': '0.5' }), say(text('Now.'))), {}, { longestHold: 100 });
    expect((await post()).status).toBe(429);
    await wait(600);
    expect([api.requests.length, account.requests]).toEqual([1, 0]);
  });
});

describe('an end', () => {
  test.each(['the task is cancelled', 'the task is closed', 'the relay is closed'])('%s: requests under way are cut, and charged', async (why) => {
    const stop = new AbortController();
    const { post, task, loopback, account } = await start(() => ({ fault: 'silence' }), { signal: stop.signal });
    const cut = post().then(() => 'answered', () => 'cut');
    await wait(100);
    if (why === 'the task is cancelled') stop.abort();
    else if (why === 'the task is closed') task.close();
    else await loopback.close();
    expect(await cut).toBe('cut');
    expect(account.usage).toMatchObject({ estimated: true, outputTokens: 100 });
    if (why === 'the relay is closed') await expect(post()).rejects.toThrow('ECONNREFUSED');
  });
});
