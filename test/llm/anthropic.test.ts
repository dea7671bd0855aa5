import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Backend, ToolAnswer } from '../../src/llm/backend.js';
import { costOf, priceOf } from '../../src/llm/prices.js';
import { replayTransport, recordingOf } from '../../src/llm/recording.js';
import { byUnit, fakeKey, inTurn, say, status, text, thinking, toolUse, type Brain, type MessagesApi, type ReceivedRequest } from '../fakes/messages-api.js';
import { accountOf, model, openAt, startApi, taskOf, tool } from './opened.js';

const finish = tool('finish', (): ToolAnswer => ({ text: 'Done.', ends: true }), z.object({}));
const read = (): ReturnType<typeof tool> => tool('read', ({ of }) => `content of ${String(of)}`);

/** Texts of the blocks of the last message of a request. */
function lastTexts(request: ReceivedRequest | undefined): string[] {
  return request?.messages.at(-1)?.content.map((block) => String(block.type === 'tool_result' ? block['content'] : block['text'])) ?? [];
}

const errorsOf = (request: ReceivedRequest | undefined): unknown[] => request?.messages.at(-1)?.content.filter(({ type }) => type === 'tool_result').map((block) => block['is_error'] ?? false) ?? [];

/** The ledger holds what the fake billed. */
function expectBilled(account: ReturnType<typeof accountOf>['account'], api: MessagesApi): void {
  const billed = api.billed();
  expect(account.usage).toEqual({
    inputTokens: billed.uncachedInputTokens + billed.cacheReadTokens + billed.cacheWrite5mTokens + billed.cacheWrite1hTokens, cachedInputTokens: billed.cacheReadTokens, outputTokens: billed.outputTokens,
    usd: expect.closeTo(costOf(billed, priceOf(model, {})), 9), estimated: false,
  });
}

describe('the agent loop', () => {
  test('reads, proposes, is told what is wrong, corrects and finishes', async () => {
    const propose = tool('propose', ({ of }): ToolAnswer => (of === 'wrong' ? { text: 'There is no column wrong.', isError: true } : { text: 'Taken.' }));
    const reads = read();
    const api = await startApi(inTurn(
      say(thinking('Look first.'), text('I look at it.'), toolUse('read', { of: 'orders' })), say(toolUse('propose', { of: 'wrong' })), say(thinking('Ah.'), toolUse('propose', { of: 'right' })), say(text('All good.'), toolUse('finish', {})),
    ));
    const { account } = accountOf();
    const { task, entries, bytes, steps } = taskOf(account, [propose, finish, reads]);
    const result = await (await openAt(api.url)).run(task);
    expect(result).toEqual({ stopReason: 'natural', text: 'All good.' });
    expect(api.violations).toEqual([]);
    expect(reads.inputs).toEqual([{ of: 'orders' }]);
    expect(propose.inputs).toEqual([{ of: 'wrong' }, { of: 'right' }]);
    expect(lastTexts(api.requests[2])).toEqual(['There is no column wrong.']);
    expect(errorsOf(api.requests[2])).toEqual([true]);
    expect(api.requests[0]?.tools.map(({ name }) => name)).toEqual(['finish', 'propose', 'read']);
    expect([steps(), account.steps, account.requests]).toEqual([4, 4, 4]);
    expect(bytes).toEqual(api.requests.map(({ raw }) => Buffer.byteLength(raw)));
    expect(entries.map(({ kind }) => kind)).toEqual(['request', 'text', 'tool', 'request', 'tool', 'request', 'tool', 'request', 'text', 'tool']);
    for (const request of api.requests) expect([request.body['temperature'], request.body['thinking']]).toEqual([undefined, undefined]);
    expectBilled(account, api);
  });

  test('calls of one answer are executed in order and answered together, also those after one that ends it', async () => {
    const reads = read();
    const api = await startApi(inTurn(say(toolUse('read', { of: 'a' }), toolUse('read', { of: 'b' })), say(toolUse('finish', {}), toolUse('read', { of: 'c' }))));
    const { account } = accountOf();
    const { task } = taskOf(account, [finish, reads]);
    expect(await (await openAt(api.url)).run(task)).toMatchObject({ stopReason: 'natural' });
    expect(reads.inputs).toEqual([{ of: 'a' }, { of: 'b' }, { of: 'c' }]);
    expect(lastTexts(api.requests[1])).toEqual(['content of a', 'content of b']);
    expect([account.steps, api.requests.length, api.violations]).toEqual([4, 2, []]);
  });

  test('an answer without a call ends it, as one step', async () => {
    const api = await startApi(inTurn(say(text('Nothing to do.'))));
    const { account } = accountOf();
    expect(await (await openAt(api.url)).run(taskOf(account, [finish]).task)).toEqual({ stopReason: 'natural', text: 'Nothing to do.' });
    expect(account.steps).toBe(1);
  });

  test('says which tools there are, what does not fit a schema, and that arguments are no JSON', async () => {
    const reads = read();
    const api = await startApi(inTurn(say(toolUse('raed', { of: 'a' })), say(toolUse('read', { of: 7 })), say(toolUse('read', {}, '{"of": "a')), say(toolUse('finish', {}))));
    const { task } = taskOf(accountOf().account, [finish, reads]);
    expect(await (await openAt(api.url)).run(task)).toMatchObject({ stopReason: 'natural' });
    expect(lastTexts(api.requests[1])).toEqual(['There is no tool raed. The tools are: finish, read.']);
    expect(lastTexts(api.requests[2])[0]).toMatch(/^The arguments of read do not fit its schema: of: .*string/);
    expect(lastTexts(api.requests[3])).toEqual(['The arguments of read are not one JSON object. Send one of its schema.']);
    expect(api.requests.slice(1).map(errorsOf)).toEqual([[true], [true], [true]]);
    expect([reads.inputs, api.violations]).toEqual([[], []]);
  });

  test('a tool that throws is a bug', async () => {
    const api = await startApi(inTurn(say(toolUse('break', {}))));
    const broken = { ...tool('break', () => '', z.object({})), execute: () => Promise.reject(new Error('a bug')) };
    await expect((await openAt(api.url)).run(taskOf(accountOf().account, [broken]).task)).rejects.toThrow('a bug');
  });

  test('the model learns that it repeats itself', async () => {
    const api = await startApi(inTurn(say(toolUse('read', { of: 'a' }))));
    const { account } = accountOf({ steps: 5 });
    const { stopReason } = await (await openAt(api.url)).run(taskOf(account, [read()]).task);
    expect(stopReason).toBe('step-budget');
    expect(lastTexts(api.requests[2]).join()).not.toMatch(/in a row/);
    expect(lastTexts(api.requests[3])[0]).toMatch(/same call 3 times in a row/);
  });

  test('an empty answer is asked about once', async () => {
    const api = await startApi(inTurn(say(), say(thinking('Hm.'), toolUse('finish', {}))));
    expect(await (await openAt(api.url)).run(taskOf(accountOf().account, [finish]).task)).toMatchObject({ stopReason: 'natural' });
    expect(lastTexts(api.requests[1])).toEqual(['Judge the unit orders.', 'Your answer was empty. Use the tools, then finish.']);
    const always = await startApi(inTurn(say(thinking('Hm.'))));
    expect(await (await openAt(always.url)).run(taskOf(accountOf().account, [finish]).task)).toMatchObject({ stopReason: 'error', failure: { category: 'provider-error', ours: false } });
    expect([always.requests.length, always.violations, api.violations]).toEqual([2, [], []]);
  });

  test('a call that is cut at the output limit is not executed, the others are', async () => {
    const reads = read();
    const cut = { ...say(toolUse('read', { of: 'a' }), toolUse('read', {}, '{"of":"b')), stopReason: 'max_tokens' };
    const api = await startApi(inTurn(cut, say(toolUse('read', { of: 'c' })), { ...say(text('I will')), stopReason: 'max_tokens' }, cut));
    const result = await (await openAt(api.url)).run(taskOf(accountOf().account, [reads]).task);
    expect(result).toMatchObject({ stopReason: 'error', failure: { category: 'invalid-request', type: 'max_tokens', ours: true } });
    expect(reads.inputs).toEqual([{ of: 'a' }, { of: 'c' }, { of: 'a' }]);
    expect(lastTexts(api.requests[1])).toEqual(['content of a', expect.stringMatching(/cut at its limit of 500 tokens, in the middle of a call of read/)]);
    expect([api.requests.length, api.violations]).toEqual([4, []]);
  });

  test('a refusal is an error, a pause goes on', async () => {
    const refused = await startApi(inTurn({ ...say(text('I cannot help with that.')), stopReason: 'refusal' }));
    expect(await (await openAt(refused.url)).run(taskOf(accountOf().account, [finish]).task)).toMatchObject({ stopReason: 'error', failure: { type: 'refusal', ours: true, message: expect.stringContaining('I cannot help') } });
    const paused = await startApi(inTurn({ ...say(text('Thinking about it')), stopReason: 'pause_turn' }, say(text('and done.'), toolUse('finish', {}))));
    expect(await (await openAt(paused.url)).run(taskOf(accountOf().account, [finish]).task)).toMatchObject({ stopReason: 'natural' });
    expect([paused.requests.length, paused.violations]).toEqual([2, []]);
  });

  test('the environment of the process has no say', async () => {
    const api = await startApi(inTurn(say(text('Done.'))));
    const own = { ANTHROPIC_BASE_URL: 'http://127.0.0.1:1', ANTHROPIC_API_KEY: 'sk-ant-of-somebody-else', ANTHROPIC_AUTH_TOKEN: 'a-token', ANTHROPIC_CUSTOM_HEADERS: 'x-custom: mine\nanthropic-version: 1999-01-01', ANTHROPIC_LOG: 'debug', HTTP_PROXY: 'http://127.0.0.1:1' };
    const before = Object.fromEntries(Object.keys(own).map((name) => [name, process.env[name]]));
    try {
      Object.assign(process.env, own);
      expect(await (await openAt(api.url)).run(taskOf(accountOf().account, []).task)).toMatchObject({ stopReason: 'natural' });
    } finally {
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
    expect(JSON.stringify(api.requests[0]!.headers)).not.toMatch(/somebody-else|a-token|x-custom/);
    expect(api.requests[0]!.headers['x-api-key']).toBe(fakeKey);
  });

  test('units beside each other have their own histories and accounts', async () => {
    const script = (name: string, calls: number): Brain => (_, n) => (n < calls ? say(toolUse('read', { of: `${name} ${n}` })) : say(text(`${name} done`)));
    const api = await startApi(byUnit(Object.fromEntries([1, 2, 3, 4, 5].map((id) => [`unit-${id}.`, script(`unit-${id}`, id)]))));
    const backend = await openAt(api.url, { concurrency: 2 });
    const { ledger } = accountOf();
    const results = await Promise.all([1, 2, 3, 4, 5].map(async (id) => {
      const account = ledger.open(`unit-${id}`, { usd: 0, tokens: 0, steps: 0 });
      const { text: last } = await backend.run(taskOf(account, [read()], { prompt: `Judge unit-${id}.` }).task);
      return [last, account.steps, account.requests];
    }));
    expect(results).toEqual([1, 2, 3, 4, 5].map((id) => [`unit-${id} done`, id + 1, id + 1]));
    expect(api.mostAtOnce()).toBeLessThanOrEqual(2);
    expect(api.violations).toEqual([]);
  });

  test('runs again from a recording, with the same result and the same bill', async () => {
    const recording = recordingOf();
    const api = await startApi(inTurn(status(529, 'overloaded_error', 'Overloaded'), say(thinking('Look.'), toolUse('read', { of: 'a' })), say(text('Done.'), toolUse('finish', {}))));
    const run = async (backend: Backend): Promise<unknown> => {
      const { account } = accountOf();
      const { task, entries } = taskOf(account, [read(), finish]);
      return { result: await backend.run(task), usage: account.usage, entries: entries.map((entry) => ('milliseconds' in entry ? { ...entry, milliseconds: 0 } : entry)) };
    };
    const live = await run(await openAt(api.url, { recorder: recording.recorder }));
    expect(await run(await openAt(api.url, { apiKey: 'none', transport: replayTransport(recording) }))).toEqual(live);
    expect(api.requests).toHaveLength(3);
  });

  test('a failure of the provider ends it with the words of the provider', async () => {
    const api = await startApi(inTurn(status(400, 'invalid_request_error', 'messages: too long')));
    const { task, entries } = taskOf(accountOf().account, [finish]);
    const failure = { category: 'invalid-request', message: 'messages: too long', status: 400, type: 'invalid_request_error', ours: true };
    expect(await (await openAt(api.url)).run(task)).toEqual({ stopReason: 'error', failure, text: '' });
    expect(entries).toEqual([{ kind: 'failure', failure }]);
  });
});

describe('budgets of the loop', () => {
  test('steps: the last one is announced, calls beyond it are not executed, no further request leaves', async () => {
    const reads = read();
    const api = await startApi(inTurn(say(toolUse('read', { of: 'a' })), say(toolUse('read', { of: 'b' })), say(toolUse('read', { of: 'c' }), toolUse('read', { of: 'd' }))));
    const { account } = accountOf({ steps: 3 });
    const result = await (await openAt(api.url)).run(taskOf(account, [reads]).task);
    expect(result).toMatchObject({ stopReason: 'step-budget', stop: { reason: 'step-budget', of: 'unit' } });
    expect(lastTexts(api.requests[1]).join()).not.toMatch(/last step/);
    expect(lastTexts(api.requests[2])).toEqual(['content of b', expect.stringMatching(/last step/)]);
    expect([reads.inputs.length, api.requests.length, account.steps, api.violations]).toEqual([3, 3, 3, []]);
  });

  test('steps of the run', async () => {
    const api = await startApi(inTurn(say(toolUse('read', { of: 'a' }))));
    const { account } = accountOf({}, { steps: 1 });
    expect(await (await openAt(api.url)).run(taskOf(account, [read()]).task)).toMatchObject({ stopReason: 'step-budget', stop: { of: 'run' } });
    expect(lastTexts(api.requests[0])[1]).toMatch(/last step/);
  });

  test.each([['token-budget', { tokens: 2500 }], ['cost-budget', { usd: 0.03 }]] as const)('%s: never beyond it, and the model is told before', async (stopReason, limits) => {
    const api = await startApi(inTurn({ ...say(toolUse('read', { of: 'a' })), outputTokens: 400 }));
    const { account } = accountOf(limits);
    const result = await (await openAt(api.url)).run(taskOf(account, [read()]).task);
    expect(result).toMatchObject({ stopReason, stop: { reason: stopReason, of: 'unit' } });
    expect(api.requests.length).toBeGreaterThan(1);
    expect(JSON.stringify(api.requests.at(-1)?.messages)).toMatch(/no further request after this one/);
    expect(account.usage.inputTokens + account.usage.outputTokens).toBeLessThanOrEqual('tokens' in limits ? limits.tokens : Infinity);
    expect(account.usage.usd).toBeLessThanOrEqual('usd' in limits ? limits.usd : Infinity);
    expectBilled(account, api);
  });

  test('what does not fit at all is not sent', async () => {
    const api = await startApi(inTurn(say(text('x'))));
    const { account } = accountOf({}, { tokens: 100 });
    expect(await (await openAt(api.url)).run(taskOf(account, [finish]).task)).toMatchObject({ stopReason: 'token-budget', stop: { of: 'run' } });
    expect(api.requests).toEqual([]);
  });

  test('time: the closing text is said once', async () => {
    const api = await startApi(inTurn(say(toolUse('read', { of: 'a' })), say(toolUse('read', { of: 'b' })), say(toolUse('finish', {}))));
    let left = 3;
    const { task } = taskOf(accountOf().account, [read(), finish], { closing: () => (left > 2 ? (left -= 1, null) : `${(left -= 1) + 1} minutes are left: finish.`) });
    await (await openAt(api.url)).run(task);
    expect(JSON.stringify(api.requests.at(-1)?.messages).match(/minutes are left/g)).toHaveLength(1);
    expect(lastTexts(api.requests[1])).toEqual(['content of a', '2 minutes are left: finish.']);
  });

  test('cancelled in the middle of a request: cut, and charged as it may have cost', async () => {
    const stop = new AbortController();
    const api = await startApi(() => {
      setImmediate(() => stop.abort());
      return { fault: 'silence' };
    });
    const { account } = accountOf();
    expect(await (await openAt(api.url)).run(taskOf(account, [finish], { signal: stop.signal }).task)).toEqual({ stopReason: 'cancelled', text: '' });
    expect(account.usage).toMatchObject({ outputTokens: 500, estimated: true });
  });
});

describe('generate', () => {
  const wanted = z.object({ name: z.string(), grain: z.array(z.string()).min(1) });
  const ask = { model, prompt: 'Which grain?', maxOutputTokens: 200, signal: new AbortController().signal };

  test('a text', async () => {
    const api = await startApi(inTurn(say(text('Daily.'))));
    expect(await (await openAt(api.url)).generate({ ...ask, account: accountOf().account })).toEqual({ ok: true, value: 'Daily.' });
  });

  test('an object, with its schema in the prompt and as the format', async () => {
    const api = await startApi(inTurn(say(text('{"name":"orders","grain":["id"]}'))));
    expect(await (await openAt(api.url)).generate({ ...ask, schema: wanted, account: accountOf().account })).toEqual({ ok: true, value: { name: 'orders', grain: ['id'] } });
    expect(api.requests[0]?.body['output_config']).toMatchObject({ format: { type: 'json_schema', schema: { type: 'object', required: ['name', 'grain'], additionalProperties: false } } });
    expect(lastTexts(api.requests[0])[0]).toContain('"grain"');
  });

  test('an answer that is none is sent back once with what is wrong with it', async () => {
    const api = await startApi(inTurn(say(text('{"name":"orders","grain":[]}')), say(text('Here:\n```json\n{"name":"orders","grain":["id"]}\n```'))));
    expect(await (await openAt(api.url)).generate({ ...ask, schema: wanted, account: accountOf().account })).toEqual({ ok: true, value: { name: 'orders', grain: ['id'] } });
    expect(lastTexts(api.requests[1])[0]).toMatch(/^This answer is wrong: grain: /);
    const never = await startApi(inTurn(say(text('no'))));
    expect(await (await openAt(never.url)).generate({ ...ask, schema: wanted, account: accountOf().account })).toMatchObject({ ok: false, failure: { category: 'invalid-request', ours: true } });
    expect([never.requests.length, never.violations, api.violations]).toEqual([2, [], []]);
  });

  test('without the format where the other side does not know it', async () => {
    const api = await startApi(({ body }) => (body['output_config'] === undefined ? say(text('{"name":"orders","grain":["id"]}')) : status(400, 'invalid_request_error', 'output_config: Extra inputs are not permitted')));
    expect(await (await openAt(api.url)).generate({ ...ask, schema: wanted, account: accountOf().account })).toMatchObject({ ok: true });
    expect(api.requests).toHaveLength(2);
  });

  test('a text that was cut is not whole', async () => {
    const api = await startApi(inTurn({ ...say(text('The grain is')), stopReason: 'max_tokens' }));
    expect(await (await openAt(api.url)).generate({ ...ask, account: accountOf().account })).toMatchObject({ ok: false, failure: { type: 'max_tokens', ours: true } });
  });

  test('a budget, a failure and a cancellation', async () => {
    const api = await startApi(inTurn(status(529, 'overloaded_error', 'Overloaded')));
    const backend = await openAt(api.url);
    expect(await backend.generate({ ...ask, account: accountOf({ tokens: 10 }).account })).toEqual({ ok: false, stop: { reason: 'token-budget', of: 'unit' } });
    expect(await backend.generate({ ...ask, account: accountOf().account })).toMatchObject({ ok: false, failure: { category: 'provider-error', status: 529 } });
    await expect(backend.generate({ ...ask, account: accountOf().account, signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped');
  });
});
