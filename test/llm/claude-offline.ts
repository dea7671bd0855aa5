import { openClaudeCode } from '../../src/llm/claude-code.js';
import { Ledger } from '../../src/llm/ledger.js';
import { fakeKey, inTurn, say, startMessagesApi, text, toolUse } from '../fakes/messages-api.js';
import { z } from 'zod';

/** One loop against the fake, as a program of its own, for a network namespace with nothing in it but the loopback address. */

const none = { usd: 0, tokens: 0, steps: 0 };
const api = await startMessagesApi({ brain: inTurn(say(toolUse('read', {})), say(text('done'))) });
const backend = await openClaudeCode({
  baseUrl: api.url, apiKey: fakeKey, allowedHosts: ['127.0.0.1'], environment: {}, ownPrices: {}, concurrency: 1, silenceMs: 5000,
  rateLimit: { enabled: false, throttleThreshold: 0.8, minConcurrencyUnderPressure: 1, retry: { maxAttempts: 1, baseDelayMs: 1, maxDelayMs: 1, jitter: false } },
});
const result = await backend.run({
  model: 'claude-sonnet-4-6', system: 'You read.', prompt: 'Read.', tools: [{ name: 'read', description: 'Reads.', input: z.object({}), execute: () => Promise.resolve({ text: 'x' }) }], maxOutputTokens: 300,
  account: new Ledger(none).open('unit', none), signal: new AbortController().signal, closing: () => null, onStep: () => undefined, onRequest: () => undefined, record: () => undefined,
});
await backend.close();
await api.close();
process.stdout.write(JSON.stringify({ ...result, requests: api.requests.length }));
