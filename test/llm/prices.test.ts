import { describe, expect, test } from '@jest/globals';
import { inputEstimate, reservationOf, sizeOf } from '../../src/llm/estimate.js';
import { costOf, priceOf, priceTable } from '../../src/llm/prices.js';

const million = { uncachedInputTokens: 1e6, cacheReadTokens: 1e6, cacheWrite5mTokens: 1e6, cacheWrite1hTokens: 1e6, outputTokens: 1e6 };

describe('prices', () => {
  test('cached input has its own', () => {
    expect(costOf(million, { input: 3, output: 15 })).toBeCloseTo(3 + 0.3 + 3.75 + 6 + 15, 9);
    expect(costOf(million, { input: 3, output: 15, cacheRead: 1, cacheWrite: 2 })).toBeCloseTo(3 + 1 + 2 + 3.2 + 15, 9);
    expect(costOf(million, undefined)).toBe(0);
  });

  test('own ones come first, dated ids share one, and what is not known has none', () => {
    expect(priceOf('claude-haiku-4-5-20251001', {})).toBe(priceTable['claude-haiku-4-5']);
    expect(priceOf('claude-haiku-4-5', { 'claude-haiku-4-5': { input: 9, output: 9 } })).toEqual({ input: 9, output: 9 });
    expect(priceOf('anthropic/claude-haiku-4.5', {})).toBe(priceTable['claude-haiku-4-5']);
    expect(priceOf('claude-haiku-4-5@20251001', {})).toBe(priceTable['claude-haiku-4-5']);
    expect(priceOf('anthropic/claude-haiku-4.5', { 'anthropic/claude-haiku-4.5': { input: 9, output: 9 } })).toEqual({ input: 9, output: 9 });
    for (const name of ['openai/gpt-9', 'anthropic/', '/', 'gpt-9', 'constructor', '__proto__', '']) expect(priceOf(name, {})).toBeUndefined();
  });
});

describe('the reservation of a request', () => {
  const body = (more: object): string => JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 1000, messages: [{ role: 'user', content: [{ type: 'text', text: 'ü', ...more }] }] });

  test('is at the dearest price that its markers allow', () => {
    const price = { input: 3, output: 15 };
    const usdOf = (text: string): number => reservationOf(sizeOf(text), 1_000_000, price).usd;
    expect(usdOf(body({}))).toBeCloseTo(3 + 0.015, 9);
    expect(usdOf(body({ cache_control: { type: 'ephemeral' } }))).toBeCloseTo(3.75 + 0.015, 9);
    expect(usdOf(body({ cache_control: { type: 'ephemeral', ttl: '1h' } }))).toBeCloseTo(6 + 0.015, 9);
    expect(usdOf(body({ text: '"cache_control":{"ttl":"1h"}' }))).toBeCloseTo(3 + 0.015, 9);
    expect(reservationOf(sizeOf(body({})), 500, undefined)).toEqual({ usd: 0, tokens: 1500 });
  });

  test('counts bytes, and survives what is no request', () => {
    expect(sizeOf(body({})).bytes).toBe(Buffer.byteLength(body({})));
    for (const text of ['', 'null', '[]', '{"tools":7,"messages":[null],"max_tokens":-1}']) expect(sizeOf(text)).toMatchObject({ maxOutputTokens: 0, cacheTtl: null });
  });

  test('estimates input by what the same account saw before', () => {
    expect(inputEstimate(3000, undefined)).toBe(1000);
    expect(inputEstimate(3000, { tokens: 250, bytes: 1000 })).toBe(917);
    expect(inputEstimate(3000, { tokens: 750, bytes: 2990 })).toBe(768);
    expect(inputEstimate(300, { tokens: 250, bytes: 1000 })).toBe(77);
    expect(inputEstimate(3000, { tokens: 0, bytes: 0 })).toBe(1000);
  });
});
