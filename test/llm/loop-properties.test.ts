import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { costOf, priceOf } from '../../src/llm/prices.js';
import { tokensOf } from '../../src/llm/usage.js';
import { say, status, text, thinking, toolUse, type Content, type Reply } from '../fakes/messages-api.js';
import { accountOf, model, openAt, startApi, swift, taskOf, tool } from './opened.js';

const content: fc.Arbitrary<Content> = fc.oneof(
  fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('', ' ', '\n\n', '\u0000', 'ü')).map(text),
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).map(thinking),
  fc.constantFrom(toolUse('read', { of: 'a' }), toolUse('read', { of: 'ü🙂\u2028' }), toolUse('read', { of: 1 }), toolUse('read', {}, '{"of":'), toolUse('read', {}, '[]'), toolUse('read', {}, ''), toolUse('nothing', { a: [] }), toolUse('finish', {})),
);
const message: fc.Arbitrary<Reply> = fc.record({
  content: fc.array(content, { maxLength: 4 }),
  more: fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    { weight: 2, arbitrary: fc.constantFrom('max_tokens', 'refusal', 'pause_turn', 'end_turn', 'stop_sequence', 'something_new').map((stopReason) => ({ stopReason })) },
    { weight: 1, arbitrary: fc.record({ after: fc.nat(12), by: fc.constantFrom('reset' as const, 'end' as const, { type: 'overloaded_error', message: 'Overloaded' }) }).map((breaks) => ({ breaks })) },
  ),
}).map(({ content: blocks, more }) => ({ ...say(...blocks), ...more }));
const reply = fc.oneof({ weight: 8, arbitrary: message }, { weight: 1, arbitrary: fc.constantFrom<Reply>(status(529, 'overloaded_error', 'Overloaded'), status(500, 'api_error', 'no'), { fault: 'reset' }) });

test('whatever a model and the wire do: a loop ends, within its budgets, with histories that the provider takes, and never booked below the bill', async () => {
  const limits = { steps: 6, tokens: 20_000, usd: 0.2 };
  let replies: readonly Reply[] = [];
  let from = 0;
  const api = await startApi((_, n) => replies[(n - from) % replies.length]!);
  const backend = await openAt(api.url, { rateLimit: { ...swift, maxWaitMs: 1 } });
  const seen = new Set<string>();
  await fc.assert(fc.asyncProperty(fc.array(reply, { minLength: 1, maxLength: 8 }), async (script) => {
    replies = script;
    from = api.requests.length;
    const { account } = accountOf(limits);
    const finish = tool('finish', () => ({ text: 'Done.', ends: true }), z.object({}));
    const { task, steps, entries } = taskOf(account, [tool('read', ({ of }) => String(of)), finish]);
    const { stopReason, failure, stop } = await backend.run(task);
    seen.add(stopReason);
    expect(api.violations).toEqual([]);
    expect([stopReason === 'error', stopReason.endsWith('-budget')]).toEqual([failure !== undefined, stop !== undefined]);
    expect(account.steps).toBeLessThanOrEqual(limits.steps);
    expect(steps()).toBe(account.steps);
    expect(entries.filter(({ kind }) => kind === 'failure').length).toBeGreaterThanOrEqual(stopReason === 'error' ? 1 : 0);
    expect(tokensOf(account.usage)).toBeLessThanOrEqual(limits.tokens);
    expect(account.usage.usd).toBeLessThanOrEqual(limits.usd);
    const bills = api.requests.slice(from).flatMap(({ usage }) => (usage ? [usage] : []));
    const billed = { input: bills.reduce((sum, { uncachedInputTokens }) => sum + uncachedInputTokens, 0), output: bills.reduce((sum, { outputTokens }) => sum + outputTokens, 0), usd: bills.reduce((sum, bill) => sum + costOf(bill, priceOf(model, {})), 0) };
    if (account.usage.estimated) {
      expect(account.usage.inputTokens).toBeGreaterThanOrEqual(billed.input);
      expect(account.usage.outputTokens).toBeGreaterThanOrEqual(billed.output);
    } else {
      expect([account.usage.inputTokens, account.usage.outputTokens]).toEqual([billed.input, billed.output]);
      expect(account.usage.usd).toBeCloseTo(billed.usd, 9);
    }
    // Nothing stays reserved.
    expect(account.fits({ tokens: limits.tokens - tokensOf(account.usage), usd: limits.usd - account.usage.usd })).toBe(true);
  }), { numRuns: 100 });
  expect([...seen].sort()).toEqual(expect.arrayContaining(['error', 'natural', 'step-budget']));
});
