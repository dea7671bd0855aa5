import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import type { Backend } from '../../src/llm/backend.js';
import { chatMeterFor } from '../../src/llm/chat-meter.js';
import type { Reading } from '../../src/llm/meter.js';
import { openOpenAiCompatible, type OpenAiCompatibleOptions } from '../../src/llm/openai-compatible.js';
import { openTransport } from '../../src/llm/transport.js';
import { chatKey, startChatCompletions, type ChatApiOptions, type Quirk } from '../fakes/chat-completions.js';
import { inTurn, say, status, text, toolUse, type Brain, type MessagesApi } from '../fakes/messages-api.js';
import { accountOf, closing, model, swift, taskOf, tool } from './opened.js';

async function opened(brain: Brain, fake: Omit<ChatApiOptions, 'brain'> = {}, more: Partial<OpenAiCompatibleOptions> = {}): Promise<{ readonly api: MessagesApi; readonly backend: Backend }> {
  const api = closing(await startChatCompletions({ brain, ...fake }));
  return { api, backend: closing(openOpenAiCompatible({ baseUrl: `${api.url}/v1/`, apiKey: chatKey, allowedHosts: [], environment: {}, ownPrices: {}, rateLimit: swift, concurrency: 4, silenceMs: 5_000, ...more })) };
}

const finish = tool('finish', () => ({ text: 'Done.', ends: true }), z.object({}));
const probe = (backend: Backend, of = model): ReturnType<Backend['probe']> => backend.probe(of, accountOf().account, new AbortController().signal);
/** By answers and not by requests, since some are refused before. */
const script = (): Brain => {
  const replies = [say(text('I look.'), toolUse('read', { of: 'a' }), toolUse('read', { of: 'b' }))];
  return () => replies.shift() ?? say(toolUse('finish', {}));
};

describe('what servers do otherwise', () => {
  test.each<Quirk>(['no stream_options', 'no max_tokens', 'no max_completion_tokens', 'no ids', 'same ids', 'one index', 'no index', 'arguments as objects', 'no done', 'no stream'])('%s', async (quirk) => {
    const { api, backend } = await opened(script(), { quirks: [quirk] });
    const reads = tool('read', ({ of }) => `content of ${String(of)}`);
    const { account } = accountOf();
    const { task, entries } = taskOf(account, [finish, reads]);
    const result = await backend.run(task);
    expect([result.stopReason, reads.inputs, api.violations]).toEqual(['natural', [{ of: 'a' }, { of: 'b' }], []]);
    expect(entries.filter(({ kind }) => kind === 'failure')).toEqual([]);
    // what a server does not take is left out from then on
    const refused = api.requests.filter(({ status }) => status === 400).length;
    expect(refused).toBe(quirk === 'no stream_options' || quirk === 'no max_tokens' ? 1 : 0);
    expect(account.usage.estimated).toBe(quirk === 'no stream_options');
  });

  test('two refusals at once are learnt too, once for each model', async () => {
    const { api, backend } = await opened(inTurn(say(text('OK'))), { quirks: ['no stream_options', 'no max_tokens'] });
    expect([await probe(backend), await probe(backend)]).toMatchObject([{ category: 'ok' }, { category: 'ok' }]);
    expect(api.requests.map(({ status }) => status)).toEqual([400, 400, 200, 200]);
    expect(await probe(backend, 'local-model')).toMatchObject({ category: 'ok' });
    expect(api.requests.map(({ status }) => status).slice(4)).toEqual([400, 400, 200]);
  });

  test('without usage the reservation stands as what it cost, estimated', async () => {
    const { backend } = await opened(inTurn(say(text('OK'))), { quirks: ['no usage'] });
    const { account } = accountOf();
    expect(await backend.probe(model, account, new AbortController().signal)).toMatchObject({ category: 'ok' });
    expect(account.usage).toMatchObject({ outputTokens: 16, estimated: true });
    expect(account.usage.usd).toBeGreaterThan(0);
  });

  test('a limit that is only too large is no name that is not known', async () => {
    const { api, backend } = await opened(inTurn(status(400, 'BadRequestError', '\'max_tokens\' or \'max_completion_tokens\' is too large: 8000. This model\'s maximum context length is 4096 tokens.')));
    expect(await probe(backend)).toMatchObject({ category: 'invalid-request' });
    expect(api.requests).toHaveLength(1);
  });

  test('an object without response_format where it is not known', async () => {
    const { api, backend } = await opened(inTurn(say(text('<think>{"no": 1}</think>\n{"name":"orders"}'))), { quirks: ['no response_format'] });
    expect(await backend.generate({ model, prompt: 'Which?', maxOutputTokens: 100, signal: new AbortController().signal, schema: z.object({ name: z.string() }), account: accountOf().account })).toEqual({ ok: true, value: { name: 'orders' } });
    expect(api.requests.map(({ status }) => status)).toEqual([400, 200]);
  });

  test('a model without a price is charged in tokens', async () => {
    const { api, backend } = await opened(script());
    const { account } = accountOf();
    await backend.run(taskOf(account, [finish, tool('read', () => 'x')], { model: 'local-model' }).task);
    expect(account.usage).toMatchObject({ usd: 0, estimated: false, outputTokens: api.billed().outputTokens });
  });
});

describe('the key of a server', () => {
  test('none is sent to one that wants none', async () => {
    const { api, backend } = await opened(inTurn(say(text('OK'))), { key: null }, { apiKey: null });
    expect(await probe(backend)).toMatchObject({ category: 'ok' });
    expect([api.requests[0]?.headers.authorization, api.violations]).toEqual([undefined, []]);
  });

  test('Azure has it in a header of its own', async () => {
    const api = closing(await startChatCompletions({ brain: inTurn(say(text('OK'))), header: 'api-key' }));
    const out = closing(openTransport({ environment: {}, silenceMs: 5_000 }));
    const transport = { ...out, fetch: (url: URL, request: Parameters<typeof out.fetch>[1]) => out.fetch(new URL(`${api.url}/v1${url.pathname.replace('/openai/v1', '')}`), request) };
    const backend = openOpenAiCompatible({ baseUrl: 'https://shop.openai.azure.com/openai/v1', apiKey: chatKey, allowedHosts: ['shop.openai.azure.com'], environment: {}, ownPrices: {}, rateLimit: swift, concurrency: 1, silenceMs: 5_000, transport });
    expect(await probe(backend)).toMatchObject({ category: 'ok' });
    expect([api.requests[0]?.headers['api-key'], api.requests[0]?.headers.authorization, api.violations]).toEqual([chatKey, undefined, []]);
  });

  test('a host that nobody allowed is not opened, loopback is', () => {
    const options = { apiKey: null, environment: {}, ownPrices: {}, rateLimit: swift, concurrency: 1, silenceMs: 1 };
    expect(() => openOpenAiCompatible({ ...options, baseUrl: 'https://api.openai.com/v1', allowedHosts: [] })).toThrow('no allowed host');
    expect(() => openOpenAiCompatible({ ...options, baseUrl: 'http://llm.example.com/v1', allowedHosts: ['llm.example.com'] })).toThrow('without encryption');
    for (const baseUrl of ['http://127.0.0.1:1/v1', 'http://localhost:11434/v1']) expect(openOpenAiCompatible({ ...options, baseUrl, allowedHosts: [] }).id).toBe('openai-compatible');
  });
});

describe('what servers say when something is wrong', () => {
  test.each([
    ['vLLM', 404, { object: 'error', message: 'The model `x` does not exist.', type: 'NotFoundError', param: null, code: 404 }, 'model-access'],
    ['Ollama', 404, { error: { message: 'model "x" not found, try pulling it first', type: 'api_error', param: null, code: null } }, 'model-access'],
    ['LiteLLM', 400, { error: { message: '/chat/completions: Invalid model name passed in model=x. Call `/v1/models` to view available models for your key.', type: 'invalid_request_error', param: 'model', code: '400' } }, 'model-access'],
    ['LiteLLM budget', 400, { error: { message: 'Budget has been exceeded! Current cost: 1.2, Max budget: 1.0', type: 'budget_exceeded', param: null, code: '400' } }, 'quota'],
    ['LiteLLM key', 401, { error: { message: 'Authentication Error, Invalid proxy server token passed', type: 'auth_error', param: 'None', code: '401' } }, 'auth'],
    ['Azure deployment', 404, { error: { code: 'DeploymentNotFound', message: 'The API deployment for this resource does not exist.' } }, 'model-access'],
    ['Azure key', 401, { error: { code: '401', message: 'Access denied due to invalid subscription key or wrong API endpoint.' } }, 'auth'],
    ['Azure limit', 429, { error: { code: '429', message: 'Requests to the ChatCompletions_Create Operation have exceeded call rate limit of your current pricing tier. Please retry after 1 second.' } }, 'rate-limit'],
    ['OpenAI quota', 429, { error: { message: 'You exceeded your current quota, please check your plan and billing details.', type: 'insufficient_quota', param: null, code: 'insufficient_quota' } }, 'quota'],
    ['OpenAI context', 400, { error: { message: 'This model\'s maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens.', type: 'invalid_request_error', param: 'messages', code: 'context_length_exceeded' } }, 'invalid-request'],
    ['FastAPI', 422, { detail: [{ loc: ['body', 'messages'], msg: 'field required', type: 'missing' }] }, 'invalid-request'],
  ] as const)('%s', async (_, code, body, category) => {
    const { backend } = await opened(inTurn({ fault: 'status', status: code, body }));
    expect(await probe(backend)).toMatchObject({ category });
  });

  test('an error in the stream, also without an envelope', async () => {
    const { backend } = await opened(inTurn({ fault: 'garbage', contentType: 'text/event-stream', body: `data: ${JSON.stringify({ object: 'error', message: 'The engine died.', type: 'InternalServerError', code: 500 })}\n\ndata: [DONE]\n\n` }));
    expect(await probe(backend)).toMatchObject({ category: 'provider-error', failure: { message: 'The engine died.' } });
  });
});

/** The fake refuses what OpenAI's API refuses, or the tests that use it prove nothing. */
describe('the fake of chat completions', () => {
  const user = { role: 'user', content: 'Hello.' };
  const call = { id: 't1', type: 'function', function: { name: 'read', arguments: '{}' } };
  const called = { role: 'assistant', content: null, tool_calls: [call] };
  const result = { role: 'tool', tool_call_id: 't1', content: 'x' };
  const tools = [{ type: 'function', function: { name: 'read', parameters: { type: 'object' } } }];
  const good = { model, max_tokens: 10, messages: [user] };
  test.each<[string, object, number]>([
    ['a good request', good, 200], ['a history with a call', { ...good, tools, messages: [{ role: 'system', content: 's' }, user, called, result, user] }, 200], ['no model', { ...good, model: undefined }, 400], ['an unknown model', { ...good, model: 'x' }, 404], ['no limit', { ...good, max_tokens: undefined }, 400],
    ['two limits', { ...good, max_completion_tokens: 10 }, 400], ['a field that it does not know', { ...good, top_k: 1 }, 400], ['stream_options without a stream', { ...good, stream_options: { include_usage: true } }, 400], ['no messages', { ...good, messages: [] }, 400],
    ['an empty text', { ...good, messages: [{ role: 'user', content: ' ' }] }, 400], ['two users in a row', { ...good, messages: [user, user] }, 400], ['a call without its answer', { ...good, messages: [user, called, user] }, 400], ['an answer without its call', { ...good, messages: [user, result] }, 400],
    ['a call at the end', { ...good, messages: [user, called] }, 400], ['two answers of one call', { ...good, messages: [user, called, result, result, user] }, 400], ['two calls with one id', { ...good, messages: [user, { ...called, tool_calls: [call, call] }, result, user] }, 400],
    ['arguments that are an object', { ...good, messages: [user, { ...called, tool_calls: [{ ...call, function: { name: 'read', arguments: {} } }] }, result, user] }, 400], ['an assistant without content', { ...good, messages: [user, { role: 'assistant', content: null }, user] }, 400],
    ['a bad tool name', { ...good, tools: [{ type: 'function', function: { name: 'a b', parameters: { type: 'object' } } }] }, 400], ['a tool twice', { ...good, tools: [...tools, ...tools] }, 400], ['a format without a name', { ...good, response_format: { type: 'json_schema', json_schema: { schema: {} } } }, 400],
  ])('%s', async (_, body, status) => {
    const { api } = await opened(inTurn(say(text('Hi.'))));
    const send = (headers: Record<string, string>): Promise<Response> => fetch(`${api.url}/v1/chat/completions`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect((await send({ authorization: `Bearer ${chatKey}` })).status).toBe(status);
    expect(api.violations).toHaveLength(status === 400 ? 1 : 0);
    expect((await send({ authorization: 'Bearer another' })).status).toBe(401);
    expect((await send({ 'authorization': `Bearer ${chatKey}`, 'anthropic-version': '2023-06-01' })).status).toBe(400);
  });
});

describe('the meter', () => {
  const chunk = (fields: object): string => `data: ${JSON.stringify({ object: 'chat.completion.chunk', ...fields })}\r\n\r\n`;
  const stream = [
    ': keep-alive\n\n', chunk({ choices: [{ delta: { role: 'assistant', content: '' }, finish_reason: null }] }), chunk({ choices: [{ delta: { content: 'Zürich 🙂 "usage":{"prompt_tokens":999}' }, finish_reason: null }], usage: null }),
    chunk({ choices: [{ delta: {}, finish_reason: 'stop' }] }), chunk({ choices: [], usage: { prompt_tokens: 30, completion_tokens: 7, prompt_tokens_details: { cached_tokens: 10 } } }), 'data: [DONE]\n\n',
  ].join('');
  const read = (chunks: readonly Uint8Array[], type = 'text/event-stream'): Reading => {
    const meter = chatMeterFor(type);
    for (const one of chunks) meter.feed(one);
    meter.end();
    return meter.read();
  };
  const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);
  const usage = { uncachedInputTokens: 20, cacheReadTokens: 10, cacheWrite5mTokens: 0, cacheWrite1hTokens: 0, outputTokens: 7 };

  test('reads the same usage however the stream is cut into chunks', () => {
    const whole = bytes(stream);
    fc.assert(fc.property(fc.array(fc.nat(whole.length), { maxLength: 40 }), (cuts) => {
      const borders = [0, ...[...cuts].sort((a, b) => a - b), whole.length];
      expect(read(borders.slice(1).map((border, index) => whole.slice(borders[index], border)))).toEqual({ started: true, final: true, usage });
    }));
  });

  test('knows how far a cut stream got, and reads a whole document', () => {
    const before = (words: string): Reading => read([bytes(stream.slice(0, stream.indexOf(words)))]);
    expect(before('data:')).toEqual({ started: false, final: false, usage: null });
    expect(before('data: {"object":"chat.completion.chunk","choices":[{"delta":{},')).toEqual({ started: true, final: false, usage: null });
    expect(before('data: [DONE]')).toEqual({ started: true, final: true, usage });
    expect(read([bytes(JSON.stringify({ choices: [{ message: { content: 'x' }, finish_reason: 'stop' }], usage: { prompt_tokens: 30, completion_tokens: 7, prompt_tokens_details: null } }))], 'application/json')).toMatchObject({ final: true, usage: { uncachedInputTokens: 30 } });
    for (const nonsense of ['', '<html>', '[]', '{"choices":7}', 'null']) expect(read([bytes(nonsense)], 'application/json')).toMatchObject({ started: false, final: false });
    expect(read([bytes('data: {"usage":{"prompt_tokens":-1,"completion_tokens":"x"}}\n\n')])).toMatchObject({ usage: null });
  });
});
