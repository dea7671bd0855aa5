import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { ApiOptions } from '../../src/llm/api-backend.js';
import type { Backend, ToolAnswer } from '../../src/llm/backend.js';
import { endsTheRun } from '../../src/llm/failure.js';
import { costOf, priceOf } from '../../src/llm/prices.js';
import { closedAddress, inTurn, say, status, text, thinking, toolUse, type Brain, type MessagesApi, type ReceivedRequest } from '../fakes/messages-api.js';
import { startProxy } from '../fakes/proxy.js';
import { faults, type WireFault } from './faults.js';
import { accountOf, closing, swift, taskOf, tool } from './opened.js';

/**
 * What every backend does, run over each. An adapter says how one is brought to a fake on the wire; the fake shows requests in
 * the shape of the Messages API, so that one script runs over all. A backend whose agent is a program of its own leaves out,
 * with `lacks`, what that program does by itself, and its own tests say what it does instead.
 */
export interface ContractAdapter {
  readonly name: string;
  /** A model that the fake serves and the price table knows. */
  readonly model: string;
  /** Before the name of a tool where the program names it otherwise. */
  readonly prefix?: string;
  /** What the suite does not ask of this backend. */
  readonly lacks?: readonly Lack[];
  start(brain: Brain): Promise<ContractFake>;
}

export type Lack =
  /** The requests that the fake saw are not the client's own: their bytes and their number are the program's affair. */
  | 'own requests'
  /** It sends again by rules of its own. */
  | 'our retries'
  /** It refuses calls of tools that are not there, and arguments that are no JSON, by itself and in its words, and says in them that an answer was cut. */
  | 'our refusals'
  /** An answer that is cut at its limit ends its turn at once. */
  | 'cut answers';

export interface ContractFake {
  readonly api: MessagesApi;
  /** Real credentials, also those that are had on the way: the fake may see them in its credential header and nowhere else. */
  readonly secrets: () => readonly string[];
  /** `at`: another base URL than the fake's. Closed by the suite. */
  readonly open: (more?: Partial<ApiOptions> & { readonly at?: string }) => Promise<Backend>;
}

const finish = tool('finish', (): ToolAnswer => ({ text: 'Done.', ends: true }), z.object({}));
const read = (): ReturnType<typeof tool> => tool('read', ({ of }) => `content of ${String(of)}`);
const swiftly = { silenceMs: 50, rateLimit: { ...swift, retry: { ...swift.retry, maxAttempts: 2 } } };

/** Text of a block, also of an answer in blocks; without what a program adds of its own. */
function textOf(block: Readonly<Record<string, unknown>>): string {
  const content = block['content'] ?? block['text'];
  const whole = Array.isArray(content) ? (content as readonly Readonly<Record<string, unknown>>[]).map(textOf).join('') : String(content);
  return whole.replaceAll(/<system-reminder>[^]*?<\/system-reminder>\s*/g, '').trimEnd();
}

/** Texts of the blocks of the last turn of a request. */
const lastTexts = (request: ReceivedRequest | undefined): string[] => request?.messages.at(-1)?.content.map(textOf).filter((words) => words !== '') ?? [];

export function describeContract(adapter: ContractAdapter): void {
  const { name, model, prefix = '' } = adapter;
  const asks = (lack: Lack): boolean => adapter.lacks?.includes(lack) !== true;
  const start = async (brain: Brain): Promise<ContractFake & { readonly backend: Backend }> => {
    const fake = await adapter.start(brain);
    closing(fake.api);
    return { ...fake, backend: closing(await fake.open()) };
  };
  const taskFor = (...[account, tools, more]: Parameters<typeof taskOf>): ReturnType<typeof taskOf> => taskOf(account, tools, { model, ...more });
  const expectBilled = (account: ReturnType<typeof accountOf>['account'], api: MessagesApi): void => {
    const billed = api.billed();
    expect(account.usage).toEqual({
      inputTokens: billed.uncachedInputTokens + billed.cacheReadTokens + billed.cacheWrite5mTokens + billed.cacheWrite1hTokens, cachedInputTokens: billed.cacheReadTokens, outputTokens: billed.outputTokens,
      usd: expect.closeTo(costOf(billed, priceOf(model, {})), 9), estimated: false,
    });
    expect(account.usage.usd).toBeGreaterThan(0);
  };

  describe(`${name}: single answers`, () => {
    const wanted = z.object({ name: z.string(), grain: z.array(z.string()).min(1) });
    const ask = { model, prompt: 'Which grain?', maxOutputTokens: 200, signal: new AbortController().signal };

    test('a probe, and a text', async () => {
      const { api, backend } = await start(inTurn(say(text('OK')), say(thinking('Hm.'), text('Daily.'))));
      const { account } = accountOf();
      expect(await backend.probe(model, account, ask.signal)).toMatchObject({ category: 'ok' });
      expect(await backend.generate({ ...ask, system: 'Be short.', account })).toEqual({ ok: true, value: 'Daily.' });
      expect([api.requests[1]?.system, api.violations]).toEqual([asks('own requests') ? 'Be short.' : expect.stringContaining('Be short.'), []]);
      expectBilled(account, api);
    });

    test('an object; one that is none is sent back once with what is wrong with it', async () => {
      const { api, backend } = await start(inTurn(say(text('{"name":"orders","grain":[]}')), say(text('Here:\n```json\n{"name":"orders","grain":["id"]}\n```'))));
      expect(await backend.generate({ ...ask, schema: wanted, account: accountOf().account })).toEqual({ ok: true, value: { name: 'orders', grain: ['id'] } });
      expect(lastTexts(api.requests[1]).at(-1)).toMatch(/This answer is wrong: grain: /);
      const never = await start(inTurn(say(text('no'))));
      expect(await never.backend.generate({ ...ask, schema: wanted, account: accountOf().account })).toMatchObject({ ok: false, failure: { category: 'invalid-request', ours: true } });
      expect([never.api.violations, api.violations]).toEqual([[], []]);
    });

    test('a text that was cut, a refusal, a budget and a cancellation', async () => {
      const { backend } = await start(inTurn({ ...say(text('The grain is')), stopReason: 'max_tokens' }, { ...say(text('I will not.')), stopReason: 'refusal' }));
      expect(await backend.generate({ ...ask, account: accountOf().account })).toMatchObject({ ok: false, failure: { type: 'max_tokens', ours: true } });
      expect(await backend.generate({ ...ask, account: accountOf().account })).toMatchObject({ ok: false, failure: { type: 'refusal', ours: true } });
      expect(await backend.generate({ ...ask, account: accountOf({ tokens: 10 }).account })).toEqual({ ok: false, stop: { reason: 'token-budget', of: 'unit' } });
      await expect(backend.generate({ ...ask, account: accountOf().account, signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped');
    });
  });

  describe(`${name}: the loop`, () => {
    test('reads, proposes, is told what is wrong, corrects and finishes; the ledger is the bill', async () => {
      const propose = tool('propose', ({ of }): ToolAnswer => (of === 'wrong' ? { text: 'There is no column wrong.', isError: true } : { text: 'Taken.' }));
      const reads = read();
      const { api, backend } = await start(inTurn(
        say(thinking('Look first.'), text('I look at it.'), toolUse('read', { of: 'orders' })), say(toolUse('propose', { of: 'wrong' })), say(thinking('Ah.'), toolUse('propose', { of: 'right' })), say(text('All good.'), toolUse('finish', {})),
      ));
      const { account } = accountOf();
      const { task, entries, bytes, steps } = taskFor(account, [propose, finish, reads], { system: `You keep the layer right. ${'Be exact. '.repeat(1200)}` });
      expect(await backend.run(task)).toEqual({ stopReason: 'natural', text: 'All good.' });
      expect(api.violations).toEqual([]);
      expect(reads.inputs).toEqual([{ of: 'orders' }]);
      expect(propose.inputs).toEqual([{ of: 'wrong' }, { of: 'right' }]);
      expect(lastTexts(api.requests[2])).toEqual(['There is no column wrong.']);
      for (const request of api.requests) expect(request.tools.map(({ name: of }) => of)).toEqual(['finish', 'propose', 'read'].map((of) => prefix + of));
      expect([steps(), account.steps]).toEqual([4, 4]);
      expect(entries.filter(({ kind }) => kind === 'text' || kind === 'tool').map(({ kind }) => kind)).toEqual(['text', 'tool', 'tool', 'tool', 'text', 'tool']);
      if (asks('own requests')) {
        expect(bytes).toEqual(api.requests.map(({ raw }) => Buffer.byteLength(raw)));
        expect([account.requests, entries.filter(({ kind }) => kind === 'request').length]).toEqual([4, 4]);
      }
      expect(account.usage.cachedInputTokens).toBeGreaterThan(0);
      expectBilled(account, api);
    });

    test('calls of one answer are executed in order and answered together', async () => {
      const reads = read();
      const { api, backend } = await start(inTurn(say(toolUse('read', { of: 'a' }), toolUse('read', { of: 'b' })), say(toolUse('finish', {}))));
      const { account } = accountOf();
      expect(await backend.run(taskFor(account, [finish, reads]).task)).toMatchObject({ stopReason: 'natural' });
      expect(reads.inputs).toEqual([{ of: 'a' }, { of: 'b' }]);
      expect(lastTexts(api.requests[1])).toEqual(['content of a', 'content of b']);
      expect([account.steps, api.violations]).toEqual([3, []]);
    });

    (asks('our refusals') ? test : test.skip)('says which tools there are, what does not fit a schema, and that arguments are no JSON', async () => {
      const reads = read();
      const { api, backend } = await start(inTurn(say(toolUse('raed', { of: 'a' })), say(toolUse('read', { of: 7 })), say(toolUse('read', {}, '{"of": "a')), say(toolUse('finish', {}))));
      expect(await backend.run(taskFor(accountOf().account, [finish, reads]).task)).toMatchObject({ stopReason: 'natural' });
      expect(api.requests.slice(1).map((request) => lastTexts(request)[0])).toEqual([
        'There is no tool raed. The tools are: finish, read.', expect.stringMatching(/^The arguments of read do not fit its schema: of: .*string/), 'The arguments of read are not one JSON object. Send one of its schema.',
      ]);
      expect([reads.inputs, api.violations]).toEqual([[], []]);
    });

    (asks('cut answers') ? test : test.skip)('a call that is cut at the output limit is not executed; twice in a row ends it', async () => {
      const reads = read();
      const cut = { ...say(toolUse('read', { of: 'a' }), toolUse('read', {}, '{"of":"b')), stopReason: 'max_tokens' };
      const { api, backend } = await start(inTurn(cut));
      expect(await backend.run(taskFor(accountOf().account, [reads]).task)).toMatchObject({ stopReason: 'error', failure: { category: 'invalid-request', type: 'max_tokens' } });
      expect(reads.inputs).toEqual([{ of: 'a' }, { of: 'a' }]);
      if (asks('our refusals')) expect(lastTexts(api.requests[1])[1]).toMatch(/in the middle of a call of read, which was not executed/);
      expect(api.requests).toHaveLength(2);
      expect(api.violations).toEqual([]);
    });

    test('a tool that throws is a bug', async () => {
      const { backend } = await start(inTurn(say(toolUse('break', {}))));
      const broken = { ...tool('break', () => '', z.object({})), execute: () => Promise.reject(new Error('a bug')) };
      await expect(backend.run(taskFor(accountOf().account, [broken]).task)).rejects.toThrow('a bug');
    });
  });

  describe(`${name}: budgets`, () => {
    test('steps: the last one is announced, calls beyond it are not executed, no further request leaves', async () => {
      const reads = read();
      const { api, backend } = await start(inTurn(say(toolUse('read', { of: 'a' })), say(toolUse('read', { of: 'b' })), say(toolUse('read', { of: 'c' }), toolUse('read', { of: 'd' }))));
      const { account } = accountOf({ steps: 3 });
      expect(await backend.run(taskFor(account, [reads]).task)).toMatchObject({ stopReason: 'step-budget', stop: { reason: 'step-budget', of: 'unit' } });
      expect(lastTexts(api.requests[2]).join('\n')).toMatch(/^content of b\n[^]*last step/);
      expect([reads.inputs.length, account.steps, api.violations]).toEqual([3, 3, []]);
    });

    test.each([['token-budget', { tokens: 2500 }], ['cost-budget', { usd: 0.002 * (priceOf(model, {})?.output ?? 0) }]] as const)('%s: never beyond it, and the model is told before', async (stopReason, limits) => {
      const { api, backend } = await start(inTurn({ ...say(toolUse('read', { of: 'a' })), outputTokens: 400 }));
      const { account } = accountOf(limits);
      expect(await backend.run(taskFor(account, [read()]).task)).toMatchObject({ stopReason, stop: { reason: stopReason, of: 'unit' } });
      expect(api.requests.length).toBeGreaterThan(1);
      expect(JSON.stringify(api.requests.at(-1)?.messages)).toMatch(/no further request after this one/);
      expect(account.usage.inputTokens + account.usage.outputTokens).toBeLessThanOrEqual('tokens' in limits ? limits.tokens : Infinity);
      expect(account.usage.usd).toBeLessThanOrEqual('usd' in limits ? limits.usd : Infinity);
      expectBilled(account, api);
    });

    test('what does not fit at all is not sent', async () => {
      const { api, backend } = await start(inTurn(say(text('x'))));
      expect(await backend.run(taskFor(accountOf({}, { tokens: 100 }).account, [finish]).task)).toMatchObject({ stopReason: 'token-budget', stop: { of: 'run' } });
      expect(api.requests).toEqual([]);
    });

    test('time: the closing text is said once', async () => {
      const { api, backend } = await start(inTurn(say(toolUse('read', { of: 'a' })), say(toolUse('read', { of: 'b' })), say(toolUse('finish', {}))));
      let asked = 0;
      await backend.run(taskFor(accountOf().account, [read(), finish], { closing: () => ((asked += 1) < 2 ? null : '2 minutes are left: finish.') }).task);
      expect(JSON.stringify(api.requests.at(-1)?.messages).match(/minutes are left/g)).toHaveLength(1);
    });

    test('cancelled in the middle of a request: cut, and charged as it may have cost', async () => {
      const stop = new AbortController();
      const { backend } = await start(() => {
        setImmediate(() => stop.abort());
        return { fault: 'silence' };
      });
      const { account } = accountOf();
      expect(await backend.run(taskFor(account, [finish], { signal: stop.signal }).task)).toEqual({ stopReason: 'cancelled', text: '' });
      expect(account.usage).toMatchObject({ outputTokens: 500, estimated: true });
    });
  });

  describe(`${name}: what can go wrong`, () => {
    const backendAt = async ({ wire }: WireFault): Promise<Backend> => {
      const at = typeof wire !== 'string' ? {} : wire === 'nothing listens' ? { at: await closedAddress() } : wire === 'no such host' ? { at: 'https://nobody.invalid', allowedHosts: ['127.0.0.1', 'nobody.invalid'] }
        : { at: 'https://model.example', allowedHosts: ['127.0.0.1', 'model.example'], environment: { HTTPS_PROXY: closing(await startProxy({ refusal: 407 })).address } };
      const fake = await adapter.start(typeof wire === 'string' ? inTurn(say(text('x'))) : inTurn(...wire));
      closing(fake.api);
      return closing(await fake.open({ ...swiftly, ...at }));
    };

    test.each(faults)('$name: $does', async (fault) => {
      const { category } = await (await backendAt(fault)).probe(model, accountOf().account, new AbortController().signal);
      expect(category).toBe(fault.category);
      const { task, entries } = taskFor(accountOf().account, []);
      const { stopReason, failure } = await (await backendAt(fault)).run(task);
      if (failure) expect(entries.filter(({ kind }) => kind === 'failure').at(-1)).toEqual({ kind: 'failure', failure });
      expect([stopReason, failure?.category]).toEqual(fault.category === 'ok' ? ['natural', undefined] : ['error', fault.category]);
      expect(fault.next).toBe(failure && endsTheRun(failure) ? 'not started' : 'started');
    });

    test('a model that is not there says so', async () => {
      const { backend } = await start(inTurn(say(text('x'))));
      expect(await backend.probe(`${model}-none`, accountOf().account, new AbortController().signal)).toMatchObject({ category: 'model-access' });
    });

    (asks('our retries') ? test : test.skip)('sends again what may pass, as often as configured, and never more at once than allowed', async () => {
      const { api, open } = await start(inTurn(status(529, 'overloaded_error', 'Overloaded')));
      expect(await closing(await open()).probe(model, accountOf().account, new AbortController().signal)).toMatchObject({ category: 'provider-error' });
      expect(api.requests).toHaveLength(swift.retry.maxAttempts);
      const busy = await adapter.start((_, n) => (n === 0 ? status(429, 'rate_limit_error', 'Slow down', { 'retry-after': '0.02' }) : { ...say(text('OK')), delayMs: 5 }));
      closing(busy.api);
      const backend = closing(await busy.open({ concurrency: 2 }));
      const results = await Promise.all(Array.from({ length: 6 }, () => backend.probe(model, accountOf().account, new AbortController().signal)));
      expect(results.map(({ category }) => category)).toEqual(Array.from({ length: 6 }, () => 'ok'));
      expect(busy.api.mostAtOnce()).toBeLessThanOrEqual(2);
      expect(busy.api.requests).toHaveLength(7);
    });
  });

  describe(`${name}: credentials`, () => {
    test('the real one is in one header of requests on the route, and nowhere else', async () => {
      const quoting: Brain = ({ headers }) => ({ fault: 'status', status: 400, body: { error: { message: `I got ${JSON.stringify(headers)}`, type: 'invalid_request_error' } } });
      const { api, backend, secrets } = await start((request, n) => (n < 2 ? say(toolUse('read', { of: 'a' })) : quoting(request, n)));
      const { task, entries } = taskFor(accountOf().account, [read()]);
      const result = await backend.run(task);
      expect(result).toMatchObject({ stopReason: 'error' });
      const known = secrets();
      const shown = JSON.stringify([result, entries]);
      for (const secret of known) expect(shown).not.toContain(secret);
      for (const { headers, raw } of api.requests) {
        for (const secret of known) expect(raw).not.toContain(secret);
        const holding = Object.entries(headers).filter(([, value]) => known.some((secret) => String(value).includes(secret))).map(([header]) => header);
        expect(holding).toEqual([holding[0]]);
        expect(holding[0]).toMatch(/^(?:authorization|x-api-key|api-key)$/);
        expect(JSON.stringify(headers) + raw).not.toMatch(/ktx-run-/);
        expect([headers.cookie, headers['proxy-authorization']]).toEqual([undefined, undefined]);
      }
    });
  });
}
