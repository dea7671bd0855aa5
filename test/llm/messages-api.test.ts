import { describe, expect, test } from '@jest/globals';
import { fakeKey, inTurn, say, text } from '../fakes/messages-api.js';
import { model, startApi } from './opened.js';

/** The fake refuses what the provider refuses, or the tests that use it prove nothing. */

const user = (...content: object[]): object => ({ role: 'user', content });
const assistant = (...content: object[]): object => ({ role: 'assistant', content });
const words = { type: 'text', text: 'Hello.' };
const marked = (ttl?: string): object => ({ ...words, cache_control: { type: 'ephemeral', ...(ttl ? { ttl } : {}) } });
const call = { type: 'tool_use', id: 't1', name: 'read', input: {} };
const result = { type: 'tool_result', tool_use_id: 't1', content: 'x' };
const tool = { name: 'read', input_schema: { type: 'object' } };
const good = { model, max_tokens: 10, messages: [user(words)] };

describe('the fake of the Messages API', () => {
  test.each<[string, object, number]>([
    ['a good request', good, 200], ['a history with a call', { ...good, tools: [tool], messages: [user(words), assistant(words, call), user(result, words)] }, 200], ['no model', { ...good, model: undefined }, 400], ['an unknown model', { ...good, model: 'x' }, 404], ['no limit', { ...good, max_tokens: undefined }, 400],
    ['no messages', { ...good, messages: [] }, 400], ['an assistant first', { ...good, messages: [assistant(words)] }, 400], ['two users in a row', { ...good, messages: [user(words), user(words)] }, 400], ['an empty text', { ...good, messages: [user({ type: 'text', text: ' ' })] }, 400],
    ['a call without its result', { ...good, messages: [user(words), assistant(call), user(words)] }, 400], ['a call at the end', { ...good, messages: [user(words), assistant(call)] }, 400], ['a result without its call', { ...good, messages: [user(result)] }, 400],
    ['two results of one call', { ...good, messages: [user(words), assistant(call), user(result, result)] }, 400], ['a text between results', { ...good, messages: [user(words), assistant(call, { ...call, id: 't2' }), user(result, words, { ...result, tool_use_id: 't2' })] }, 400],
    ['a bad tool name', { ...good, tools: [{ ...tool, name: 'a b' }] }, 400], ['a tool twice', { ...good, tools: [tool, tool] }, 400], ['a tool without a schema', { ...good, tools: [{ name: 'a' }] }, 400],
    ['five markers', { ...good, messages: [user(marked(), marked(), marked(), marked(), marked())] }, 400], ['an hour behind five minutes', { ...good, system: [marked('5m')], messages: [user(marked('1h'))] }, 400], ['thinking that it never thought', { ...good, messages: [user(words), assistant({ type: 'thinking', thinking: 'a', signature: 'b' }, words), user(words)] }, 400],
  ])('%s', async (_, body, status) => {
    const api = await startApi(inTurn(say(text('Hi.'))));
    const send = (headers: Record<string, string>): Promise<Response> => fetch(`${api.url}/v1/messages`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect((await send({ 'x-api-key': fakeKey, 'anthropic-version': '2023-06-01' })).status).toBe(status);
    expect(api.violations).toHaveLength(status === 400 ? 1 : 0);
    expect((await send({ 'x-api-key': 'another', 'anthropic-version': '2023-06-01' })).status).toBe(401);
    expect((await send({ authorization: `Bearer ${fakeKey}` })).status).toBe(400);
  });
});
