import { describe, expect, test } from '@jest/globals';
import type Anthropic from '@anthropic-ai/sdk';
import { markCacheable, shortestPrefix, type CachingSettings, type Turn } from '../../src/llm/caching.js';
import { inTurn, say, text as words, toolUse } from '../fakes/messages-api.js';
import { accountOf, model, openAt, startApi, taskOf, tool } from './opened.js';

const toolsOf = (bytes: number): Anthropic.Tool[] => ['a', 'b'].map((name) => ({ name, description: 'x'.repeat(bytes / 2), input_schema: { type: 'object' as const } }));
const text = (bytes: number): Anthropic.TextBlockParam => ({ type: 'text', text: 'y'.repeat(bytes) });
const user = (...content: Turn['content']): Turn => ({ role: 'user', content });

/** Time of the markers, in the order of the prefix. */
function markers(tools: number, system: number, messages: number, settings: CachingSettings = {}): (string | undefined)[] {
  const marked = markCacheable({ tools: toolsOf(tools), system: [text(system)], messages: [user(text(10)), { role: 'assistant', content: [text(1)] }, user({ type: 'tool_result', tool_use_id: 't', content: 'z'.repeat(messages) }, text(3))] }, model, settings);
  const blocks = [...marked.tools, ...marked.system, ...marked.messages.flatMap(({ content }) => content)] as { cache_control?: Anthropic.CacheControlEphemeral }[];
  const found = blocks.flatMap(({ cache_control: marker }, index) => (marker ? [[index, marker.ttl] as const] : []));
  // Only the last tool, the system block and the very last block.
  expect(found.every(([index]) => [1, 2, 6].includes(index))).toBe(true);
  return [1, 2, 6].map((at) => found.find(([index]) => index === at)?.[1]);
}

describe('cache markers', () => {
  test.each<[number, number, number, CachingSettings, (string | undefined)[]]>([
    [9000, 100, 100, {}, ['1h', '1h', '5m']], [100, 9000, 100, {}, [undefined, '1h', '5m']], [100, 100, 9000, {}, [undefined, undefined, '5m']], [100, 100, 100, {}, [undefined, undefined, undefined]],
    [9000, 100, 100, { enabled: false }, [undefined, undefined, undefined]], [9000, 100, 100, { toolsTtl: '5m', systemTtl: '1h', historyTtl: '1h' }, ['5m', '5m', '5m']], [9000, 100, 100, { systemTtl: '5m', historyTtl: '1h' }, ['1h', '5m', '5m']],
    // A marker that is not set does not hold the later ones to its time.
    [100, 9000, 100, { toolsTtl: '5m', historyTtl: '1h' }, [undefined, '1h', '1h']],
  ])('tools %d, system %d, history %d bytes with %j', (tools, system, messages, settings, expected) => {
    expect(markers(tools, system, messages, settings)).toEqual(expected);
  });

  test.each([['claude-opus-4-8', 4096], ['claude-haiku-4-5-20251001', 4096], ['claude-sonnet-4-6', 2048], ['claude-sonnet-5', 2048], ['claude-sonnet-5-5', 2048], ['claude-sonnet-4-5', 1024], ['claude-sonnet-4-20250514', 1024], ['anthropic/claude-sonnet-4-5', 1024], ['something', 4096]] as const)('%s caches from %d tokens on', (name, tokens) => {
    expect(shortestPrefix(name)).toBe(tokens);
  });

  test('the given history stays as it is', () => {
    const messages = [user(text(20_000))];
    const before = structuredClone(messages);
    markCacheable({ tools: [], system: [], messages }, model, {});
    expect(messages).toEqual(before);
  });

  test('thinking takes none', () => {
    const marked = markCacheable({ tools: [], system: [], messages: [user(text(20_000)), { role: 'assistant', content: [{ type: 'thinking', thinking: 'a', signature: 'b' }] }] }, model, {});
    expect(JSON.stringify(marked)).not.toContain('cache_control');
  });
});

test('units that start together write their shared prefix once', async () => {
  const api = await startApi(() => ({ ...say(words('Done.')), delayMs: 5 }));
  const backend = await openAt(api.url, { concurrency: 8 });
  await Promise.all(Array.from({ length: 8 }, (_, id) => backend.run(taskOf(accountOf().account, [], { prompt: `Unit ${id}.`, system: 'Rules. '.repeat(2000) }).task)));
  const writes = api.requests.map(({ usage }) => usage!.cacheWrite1hTokens > 0);
  expect([writes.filter(Boolean).length, writes[0], api.requests.length]).toEqual([1, true, 8]);
  expect(api.requests.slice(1).every(({ usage }) => usage!.cacheReadTokens > 3000)).toBe(true);
  expect(api.mostAtOnce()).toBeGreaterThan(1);
});

test('a loop reads from the cache what it wrote, and the ledger knows', async () => {
  const api = await startApi(inTurn(say(toolUse('read', { of: 'a' })), say(toolUse('read', { of: 'b' })), say(toolUse('read', { of: 'c' })), say(words('Done.'))));
  const backend = await openAt(api.url);
  const run = async (prompt: string): Promise<ReturnType<typeof accountOf>['account']> => {
    const { account } = accountOf();
    const result = await backend.run(taskOf(account, [tool('read', () => 'content '.repeat(500))], { prompt, system: 'Rules. '.repeat(2000) }).task);
    expect(result.stopReason).toBe('natural');
    return account;
  };
  const account = await run('First.');
  const second = await run('Second.');
  expect([api.violations, account.usage.cachedInputTokens > 5000, second.usage.cachedInputTokens > 3000]).toEqual([[], true, true]);
  const billed = api.billed();
  expect(account.usage.cachedInputTokens + second.usage.cachedInputTokens).toBe(billed.cacheReadTokens);
  expect(api.requests[0]!.usage).toMatchObject({ cacheReadTokens: 0, cacheWrite1hTokens: expect.any(Number) });
  expect(api.requests[0]!.usage!.cacheWrite1hTokens).toBeGreaterThan(3000);
  for (const request of api.requests) expect(request.raw.match(/cache_control/g)?.length).toBeLessThanOrEqual(3);
});
