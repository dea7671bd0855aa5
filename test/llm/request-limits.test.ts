import { describe, expect, test } from '@jest/globals';
import { limited } from '../../src/llm/request-limits.js';

const limits = { model: 'm', tools: ['b', 'a'], maxOutputTokens: 8000 };
const request = (more: object = {}): string => JSON.stringify({ model: 'm', max_tokens: 64_000, tools: [{ name: 'a' }, { name: 'b' }], messages: [], ...more });
const sent = (body: string, more: Partial<typeof limits> = {}): unknown => {
  const checked = limited(body, { ...limits, ...more });
  return 'body' in checked ? JSON.parse(checked.body) : checked;
};

describe('the body of an agent’s request', () => {
  test('has at most the output limit of the task, and nothing else is changed', () => {
    expect(sent(request({ extra: { deep: [1, 'ü\u2028'] } }))).toEqual({ model: 'm', max_tokens: 8000, tools: [{ name: 'a' }, { name: 'b' }], messages: [], extra: { deep: [1, 'ü\u2028'] } });
    expect(sent(request({ max_tokens: 10 }))).toMatchObject({ max_tokens: 10 });
    expect(sent(request({ max_tokens: 'all' }))).toMatchObject({ max_tokens: 8000 });
  });

  test.each([
    [{ type: 'enabled', budget_tokens: 32_000 }, 8000, { type: 'enabled', budget_tokens: 4000 }],
    [{ type: 'enabled', budget_tokens: 8000 }, 8000, { type: 'enabled', budget_tokens: 4000 }],
    [{ type: 'enabled', budget_tokens: 7999 }, 8000, { type: 'enabled', budget_tokens: 7999 }],
    [{ type: 'enabled', budget_tokens: 32_000 }, 2048, { type: 'disabled' }],
    [{ type: 'adaptive', display: 'updates' }, 16, { type: 'adaptive', display: 'updates' }],
    [{ type: 'disabled' }, 16, { type: 'disabled' }],
  ])('thinking %j below %d is %j', (thinking, maxOutputTokens, expected) => {
    expect(sent(request({ thinking }), { maxOutputTokens })).toMatchObject({ thinking: expected, max_tokens: maxOutputTokens });
  });

  test.each([
    [request({ tools: [{ name: 'a' }] }), 'b is missing'], [request({ tools: [{ name: 'a' }, { name: 'b' }, { name: 'Bash' }] }), 'Bash is too many'], [request({ tools: [{ name: 'a' }, { name: 'a' }, { name: 'b' }] }), 'a name comes twice'],
    [request({ tools: [{ type: 'web_search_20250305', name: 'web_search' }, { name: 'a' }, { name: 'b' }] }), 'web_search is too many'], [request({ tools: undefined }), 'a is missing, b is missing'],
    [request({ model: 'n' }), 'asked for the model n in the place of m'], ['[]', 'no request'], ['', 'no request'], ['{"model":', 'no request'],
  ])('%s is refused', (body, words) => {
    expect(sent(body)).toEqual({ breach: expect.stringContaining(words) });
  });
});
