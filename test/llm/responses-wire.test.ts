import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { jsonSchemaOf } from '../../src/llm/agent-loop.js';
import { codexModel, tightCatalogue } from '../../src/llm/codex-config.js';
import { childFailure, turnFailure } from '../../src/llm/codex-failure.js';
import { classifyEvent } from '../../src/llm/classify.js';
import type { ModelFailure } from '../../src/llm/failure.js';
import { costOf, priceOf } from '../../src/llm/prices.js';
import { limitedBody, readRequest } from '../../src/llm/responses-request.js';
import { responsesMeterFor, responsesSize, responsesUsage, responsesWire } from '../../src/llm/responses-wire.js';
import { strictSchema } from '../../src/llm/strict-schema.js';

const usage = { input_tokens: 1000, input_tokens_details: { cached_tokens: 600, cache_write_tokens: 100 }, output_tokens: 50, output_tokens_details: { reasoning_tokens: 20 }, total_tokens: 1050 };
const counted = { uncachedInputTokens: 300, cacheReadTokens: 600, cacheWrite5mTokens: 100, cacheWrite1hTokens: 0, outputTokens: 50 };
const event = (value: { readonly type: string }): string => `event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`;
const begun = event({ type: 'response.created', response: { id: 'r', usage: null } } as { type: string });
const meterOf = (text: string, contentType = 'text/event-stream; charset=utf-8'): ReturnType<ReturnType<typeof responsesMeterFor>['read']> => {
  const meter = responsesMeterFor(contentType);
  for (const byte of new TextEncoder().encode(text)) meter.feed(Uint8Array.of(byte));
  meter.end();
  return meter.read();
};

describe('the wire of the Responses API', () => {
  test('reads usage at the end of an answer, whole or cut, also byte by byte', () => {
    for (const type of ['response.completed', 'response.incomplete']) expect(meterOf(begun + event({ type, response: { usage, error: null } } as { type: string }))).toEqual({ started: true, final: true, usage: counted });
    expect(meterOf(begun)).toEqual({ started: true, final: false, usage: null });
    expect(meterOf(JSON.stringify({ object: 'response', usage, error: null }), 'application/json')).toEqual({ started: true, final: true, usage: counted });
    expect(meterOf('<html>', 'text/html')).toEqual({ started: false, final: false, usage: null });
  });

  test('keeps the error that ends a stream', () => {
    const failed = (code: string, message: string): string => meterOf(begun + event({ type: 'response.failed', response: { error: { code, message }, usage: null } } as { type: string })).error ?? '';
    expect(classifyEvent(failed('rate_limit_exceeded', 'Rate limit reached. Please try again in 1s.')).category).toBe('rate-limit');
    expect(classifyEvent(failed('context_length_exceeded', 'Your input exceeds the context window.')).category).toBe('invalid-request');
    expect(classifyEvent(failed('insufficient_quota', 'You exceeded your current quota.')).category).toBe('quota');
    expect(classifyEvent(failed('server_error', 'Something broke')).category).toBe('provider-error');
    expect(classifyEvent(meterOf(event({ type: 'error', code: 'rate_limit_exceeded', message: 'Slow down' } as { type: string })).error ?? '').category).toBe('rate-limit');
  });

  test('takes no usage for what is none, and never more than the input for cached', () => {
    for (const value of [null, {}, [], 'x', { input_tokens: -1, output_tokens: 2 }, { input_tokens: 1 }, { input_tokens: '1', output_tokens: 1 }]) expect(responsesUsage(value)).toBeNull();
    fc.assert(fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(), (input, cached, write, output) => {
      const read = responsesUsage({ input_tokens: input, output_tokens: output, input_tokens_details: { cached_tokens: cached, cache_write_tokens: write } })!;
      expect(read.uncachedInputTokens + read.cacheReadTokens + read.cacheWrite5mTokens).toBe(input);
      expect(Math.min(read.uncachedInputTokens, read.cacheReadTokens, read.cacheWrite5mTokens)).toBeGreaterThanOrEqual(0);
    }));
  });

  test('sizes a body, and limits its output', () => {
    const body = JSON.stringify({ model: 'gpt-5.5', input: [], tools: [] });
    expect(responsesSize(body)).toEqual({ model: 'gpt-5.5', bytes: body.length, maxOutputTokens: 0, cacheTtl: '5m' });
    const limits = [[undefined, 800], [100, 100], [5000, 800], [0, 800]] as const;
    for (const [own, most] of limits) {
      const asked = readRequest(JSON.stringify({ model: 'gpt-5.5', input: [], ...(own === undefined ? {} : { max_output_tokens: own }) }))!;
      expect(responsesSize(limitedBody(asked, 800)).maxOutputTokens).toBe(most);
    }
    expect(responsesSize('no').maxOutputTokens).toBe(0);
    for (const text of ['', 'null', '[]', '{}', '{"model":7}']) expect(readRequest(text)).toBeNull();
  });

  test('sees tools in both places, and every call in the history', () => {
    const asked = readRequest(JSON.stringify({
      model: 'm', tools: [{ type: 'function', name: 'a' }, { type: 'namespace', name: 'mcp__ktx', tools: [{ type: 'function', name: 'b' }] }, { type: 'web_search' }],
      input: [{ type: 'additional_tools', tools: [{ type: 'custom', name: 'exec' }] }, { type: 'function_call' }, { type: 'function_call_output' }, { type: 'custom_tool_call' }, { type: 'web_search_call' }, { type: 'message' }],
    }));
    expect([asked?.tools, asked?.calls]).toEqual([['a', 'mcp__ktx.b', 'web_search', 'exec'], 3]);
  });

  test('sees a call that did not reach our tools, and none in an answer of theirs', () => {
    const lost = (...texts: string[]): string | undefined => readRequest(JSON.stringify({ model: 'm', input: [{ type: 'function_call_output', output: [{ type: 'input_text', text: 'Wall time: 0.003 seconds\nOutput:' }, ...texts.map((text) => ({ type: 'input_text', text }))] }] }))?.lost;
    const unreached = 'tool call error: tool call failed for `ktx/read`\n\nCaused by:\n    Transport send error: error sending request';
    expect(lost('Fine.', unreached)).toBe(unreached);
    expect(lost(`The page says: ${unreached}`, 'tool call error: tool call failed for `ktx/read`\n\nCaused by:\n    Mcp error: -32602: the call names no tool')).toBeUndefined();
  });

  test('sends a key that a header can hold, and says what else is wrong with one', async () => {
    const headers = new Headers();
    await responsesWire('sk-proj-1\n').authorize(headers, new AbortController().signal);
    expect(headers.get('authorization')).toBe('Bearer sk-proj-1');
    for (const [key, category] of [['', 'missing-credential'], [' \n', 'missing-credential'], ['sk one', 'auth'], ['sk-“1”', 'auth']] as const) {
      expect(() => responsesWire(key).authorize(new Headers(), new AbortController().signal)).toThrow(expect.objectContaining({ failure: expect.objectContaining({ category }) }));
    }
  });

  test('has prices', () => {
    expect(costOf({ ...counted, cacheWrite5mTokens: 0, uncachedInputTokens: 1e6, cacheReadTokens: 1e6, outputTokens: 1e6 }, priceOf('gpt-5.5', {}))).toBeCloseTo(5 + 0.5 + 30, 9);
    expect(priceOf('gpt-6.1-sol-2026-09-29', {})).toEqual(priceOf('gpt-6.1-sol', {}));
    expect([priceOf('gpt-6.1', {}), priceOf('codex', {})]).toEqual([undefined, undefined]);
  });
});

describe('strict schemas', () => {
  test('are closed objects of required properties, or none', () => {
    expect(strictSchema(jsonSchemaOf(z.object({ name: z.string(), grain: z.array(z.object({ id: z.number() })), more: z.union([z.string(), z.null()]) })))).toEqual({
      type: 'object', additionalProperties: false, required: ['name', 'grain', 'more'],
      properties: { name: { type: 'string' }, grain: { type: 'array', items: { type: 'object', properties: { id: { type: 'number' } }, required: ['id'], additionalProperties: false } }, more: { type: ['string', 'null'] } },
    });
    for (const schema of [z.object({ a: z.string().optional() }), z.record(z.string(), z.string()), z.object({ a: z.any() }), z.array(z.string()), z.string(), z.object({ a: z.record(z.string(), z.number()) }), z.object({ a: z.string().default('x') })]) {
      expect(strictSchema(jsonSchemaOf(schema))).toBeUndefined();
    }
  });
});

describe('model ids', () => {
  test('two aliases, ids of OpenAI, and nothing else', () => {
    for (const alias of ['codex', 'default', ' codex ']) expect(codexModel(alias)).toBe('gpt-5.5');
    for (const id of ['gpt-5.5', 'gpt-6.1-sol', 'gpt-5.3-codex', 'codex-mini-latest']) expect(codexModel(id)).toBe(id);
    for (const id of ['', 'claude-sonnet-4-6', 'o3', 'gpt-', 'CODEX', 'gpt-5 5', 'gpt-5.5\n--model', 'anthropic/claude-opus-5']) expect(codexModel(id)).toMatchObject({ category: 'model-access' });
  });

  test('an unknown one gets an entry without tools', () => {
    const printed = JSON.stringify({ models: [{ slug: 'gpt-6-sol', tool_mode: 'code', shell_type: 'x', supports_search_tool: true }, { slug: 'gpt-5.5', base_instructions: 'b', multi_agent_version: 2 }] });
    const { models } = JSON.parse(tightCatalogue(printed, 'gpt-7')!) as { models: Record<string, unknown>[] };
    expect(models.map(({ slug }) => slug)).toEqual(['gpt-6-sol', 'gpt-5.5', 'gpt-7']);
    for (const one of models) expect(one).toMatchObject({ shell_type: 'disabled', apply_patch_tool_type: null, supports_search_tool: false });
    expect(JSON.stringify(models)).not.toMatch(/tool_mode|multi_agent/);
    for (const text of ['', '{}', '{"models":[]}', 'no']) expect(tightCatalogue(text, 'gpt-5.5')).toBeNull();
  });
});

describe('what codex says', () => {
  const tail = ', url: http://127.0.0.1:36553/v1/responses, request id: req_abc';
  /** Verbatim, from codex 0.163. */
  test.each([
    [`unexpected status 401 Unauthorized: Incorrect API key provided.${tail}`, 'auth'],
    [`unexpected status 403 Forbidden: You may not.${tail}`, 'permission'],
    [`unexpected status 404 Not Found: The model \`x\` does not exist or you do not have access to it.${tail}`, 'model-access'],
    ['{"detail":"The \'fake-model\' model is not supported when using Codex with a ChatGPT account."}', 'model-access'],
    ['{"error":{"message":"Your input exceeds the context window of this model.","code":"context_length_exceeded","type":"invalid_request_error"}}', 'invalid-request'],
    ['exceeded retry limit, last status: 429 Too Many Requests, request id: req_abc', 'rate-limit'],
    ['Quota exceeded. Check your plan and billing details.', 'quota'],
    ['You’ve hit your usage limit. Visit https://chatgpt.com/settings/usage to purchase more credits or try again later.', 'quota'],
    ['We’re currently experiencing high demand, which may cause temporary errors.', 'provider-error'],
    ['Selected model is at capacity. Please try a different model.', 'provider-error'],
    ['stream disconnected before completion: Transport error: network error: error decoding response body', 'network'],
    ['stream disconnected before completion: stream closed before response.completed', 'network'],
    ['stream disconnected before completion: idle timeout waiting for SSE', 'timeout'],
    ['Connection failed: error sending request', 'network'],
    ['rate limit exceeded: Rate limit reached. Please try again in 1s.', 'rate-limit'],
    ['Codex ran out of room in the model\'s context window. Start a new thread or clear earlier history before retrying.', 'invalid-request'],
    ['stream disconnected before completion: Something broke', 'provider-error'],
    ['Incomplete response returned, reason: max_output_tokens', 'invalid-request'],
    ['stream disconnected before completion: Incomplete response returned, reason: content_filter', 'invalid-request'],
    ['Missing environment variable: `NOPE_KEY`.', 'missing-credential'],
    ['', 'provider-error'],
  ])('%s', (message, category) => {
    const failure = turnFailure(message, 'api.openai.com');
    expect(failure.category).toBe(category);
    expect(failure.message).not.toMatch(/127\.0\.0\.1|req_abc, /);
  });

  test('a model that fails is never an auth problem, and no key is shown', () => {
    expect(turnFailure(`unexpected status 401 Unauthorized: Incorrect API key provided: sk-proj-abcdefghijklmnopqrstuvwxyz0123456789ABCD.${tail}`, 'api.openai.com').message).not.toContain('abcdefghij');
  });

  test('a child that never began', () => {
    const failureOf = (error: Error, spoke = false): ModelFailure => childFailure(error, { folder: '/agents', spoke });
    const failed = (words: string, spoke = false): ModelFailure => failureOf(new Error(`Codex Exec exited with ${words}`), spoke);
    expect(failureOf(Object.assign(new Error('spawn codex ENOENT'), { code: 'ENOENT' }))).toMatchObject({ category: 'not-installed', fix: expect.stringContaining('npm ci --prefix "/agents"') });
    expect(failed('code 127: unshare: failed to execute /agents/codex: No such file or directory')).toMatchObject({ category: 'not-installed', message: expect.stringContaining('/agents/codex') });
    expect(failed('code 1: it broke', true)).toMatchObject({ category: 'provider-error', message: 'codex ended before its turn did: code 1: it broke' });
    const servers = 'required MCP servers failed to initialize: ktx:';
    expect(failed(`code 1: Reading prompt from stdin...\nError: ${servers} HTTP 401`)).toMatchObject({ category: 'isolation', message: expect.stringContaining('does not take the token') });
    expect(failed(`code 1: ${servers} connection refused`)).toMatchObject({ category: 'isolation', message: expect.stringContaining('cannot be reached') });
    expect(failed(`code 1: ${servers} MCP client for \`ktx\` timed out after 10 seconds.`)).toMatchObject({ category: 'timeout', message: expect.stringContaining('does not answer') });
    expect(failed('signal SIGKILL: Reading prompt from stdin...\n')).toMatchObject({ category: 'provider-error', message: 'codex ended before its turn did: signal SIGKILL:' });
  });
});
