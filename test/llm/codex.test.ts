import { afterEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { openCodex, type CodexOptions } from '../../src/llm/codex.js';
import type { Backend, Task, ToolAnswer } from '../../src/llm/backend.js';
import { costOf, priceOf } from '../../src/llm/prices.js';
import { inTurn, say, text, thinking, toolUse, type Brain } from '../fakes/messages-api.js';
import { openAiKey, startResponsesApi, type ResponsesApi, type ResponsesApiOptions } from '../fakes/responses-api.js';
import { installed, leftovers } from './agent-binaries.js';
import { accountOf, closing, swift, taskOf, tool } from './opened.js';

/** The real codex of tools/agents behind the relay, in front of a fake of its provider. */

const model = 'gpt-5.5';
const resources = ['list_mcp_resource_templates', 'list_mcp_resources', 'read_mcp_resource'];

const withCodex = installed('codex') ? describe : describe.skip;

async function start(brain: Brain, more: Partial<ResponsesApiOptions> = {}, options: Partial<CodexOptions> = {}): Promise<{ api: ResponsesApi; backend: Backend }> {
  const api = closing(await startResponsesApi({ brain, ...more }));
  return { api, backend: closing(await openAt(api.url, options)) };
}

const openAt = (baseUrl: string, more: Partial<CodexOptions> = {}): Promise<Backend> =>
  openCodex({ baseUrl, apiKey: openAiKey, allowedHosts: ['127.0.0.1', 'localhost'], environment: {}, ownPrices: {}, rateLimit: swift, concurrency: 4, silenceMs: 5_000, ...more });

const task = (...[account, tools, more]: Parameters<typeof taskOf>): ReturnType<typeof taskOf> => taskOf(account, tools, { model, ...more } as Partial<Task>);
const finish = tool('finish', (): ToolAnswer => ({ text: 'Done.', ends: true }), z.object({}));

afterEach(() => expect(leftovers()).toEqual([]));

withCodex('codex', () => {
  test('reads, proposes, is told what is wrong, corrects and finishes; the ledger is the bill', async () => {
    const read = tool('read', ({ of }) => `content of ${String(of)}`);
    const propose = tool('propose', ({ of }): ToolAnswer => (of === 'wrong' ? { text: 'There is no column wrong.', isError: true } : { text: 'Taken.' }));
    const { api, backend } = await start(inTurn(
      say(thinking('Look first.'), text('I look at it.'), toolUse('read', { of: 'orders' })), say(toolUse('propose', { of: 'wrong' })), say(toolUse('propose', { of: 'right' })), say(text('All good.'), toolUse('finish', {})),
    ), { tools: [...resources, 'mcp__ktx.finish', 'mcp__ktx.propose', 'mcp__ktx.read'] });
    const { account } = accountOf();
    const noted = task(account, [read, propose, finish], { system: `You keep the layer right. ${'Be exact. '.repeat(800)}` });
    expect(await backend.run(noted.task)).toEqual({ stopReason: 'natural', text: 'All good.' });
    expect(api.violations).toEqual([]);
    expect(read.inputs).toEqual([{ of: 'orders' }]);
    expect(propose.inputs).toEqual([{ of: 'wrong' }, { of: 'right' }]);
    expect(api.requests).toHaveLength(4);
    expect(api.requests[0]?.system).toContain('You keep the layer right.');
    expect([noted.steps(), account.steps]).toEqual([4, 4]);
    const billed = api.billed();
    expect(account.usage).toEqual({ inputTokens: billed.uncachedInputTokens + billed.cacheReadTokens, cachedInputTokens: billed.cacheReadTokens, outputTokens: billed.outputTokens, usd: expect.closeTo(costOf(billed, priceOf(model, {})), 9), estimated: false });
    expect(billed.cacheReadTokens).toBeGreaterThan(0);
    expect(noted.bytes).toEqual(api.requests.map(({ raw }) => Buffer.byteLength(raw)));
    expect(noted.entries.map(({ kind }) => kind)).toEqual(['request', 'text', 'tool', 'request', 'tool', 'request', 'tool', 'request', 'text', 'tool']);
  });
});
