import { describe, expect, test } from '@jest/globals';
import { classifyAnswer, classifyEvent } from '../../src/llm/classify.js';
import type { FailureCategory } from '../../src/llm/failure.js';
import { classifyThrown, mayHaveReached, mayPass } from '../../src/llm/network-error.js';

const answered = (status: number, body: unknown, headers: Record<string, string> = {}): ReturnType<typeof classifyAnswer> => classifyAnswer({ status, headers: new Headers(headers), body: typeof body === 'string' ? body : JSON.stringify(body) }, 'api.example');
const provider = (type: string, message: string): object => ({ type: 'error', error: { type, message }, request_id: 'req_1' });

describe('an answer', () => {
  test.each<[number, unknown, FailureCategory]>([
    [401, provider('authentication_error', 'invalid x-api-key'), 'auth'],
    [401, provider('authentication_error', 'The model claude-x is not available for this key'), 'model-access'],
    [403, provider('permission_error', 'Your API key does not have permission'), 'permission'],
    [403, { error: { message: 'You do not have access to the model gpt-9' } }, 'model-access'],
    [403, '<!DOCTYPE html><html><head><title>Blocked by policy</title></head></html>', 'permission'],
    [404, provider('not_found_error', 'model: claude-x'), 'model-access'],
    [404, provider('not_found_error', 'Not Found'), 'invalid-request'],
    [404, '<html><title>404</title><p>model</p></html>', 'invalid-request'],
    [400, provider('invalid_request_error', 'max_tokens: 9000 > 8192, which is the maximum allowed number of output tokens for claude-x'), 'invalid-request'],
    [400, provider('invalid_request_error', 'tools.0: this feature is not available'), 'invalid-request'],
    [400, provider('invalid_request_error', 'Your credit balance is too low to access the Anthropic API.'), 'quota'],
    [400, provider('invalid_request_error', 'You have reached your specified API usage limits.'), 'quota'],
    [400, provider('billing_error', 'no'), 'quota'],
    [400, { error: { message: 'Invalid model name passed in model=x', code: '400' } }, 'model-access'],
    [400, { detail: 'The model `x` does not exist' }, 'model-access'],
    [402, '', 'quota'], [408, '', 'timeout'], [413, provider('request_too_large', 'too large'), 'invalid-request'], [422, { detail: [{ loc: ['body'], msg: 'field required' }] }, 'invalid-request'],
    [429, provider('rate_limit_error', 'This request would exceed the limit of 50 requests per minute'), 'rate-limit'],
    [429, { error: { message: 'You exceeded your current quota, please check your plan and billing details.', code: 'insufficient_quota' } }, 'quota'],
    [500, provider('api_error', 'Internal'), 'provider-error'], [502, '<html><h1>Bad Gateway</h1></html>', 'provider-error'], [503, '', 'provider-error'], [504, '', 'provider-error'], [529, provider('overloaded_error', 'Overloaded'), 'provider-error'],
    [407, '', 'network'], [302, '', 'invalid-request'], [200, '<html><title>Sign in</title></html>', 'provider-error'],
  ])('%d %j is %s', (status, body, category) => {
    const failure = answered(status, body);
    expect(failure).toMatchObject({ category, status, ours: category === 'invalid-request' });
    expect(failure.message).not.toBe('');
  });

  test.each<[unknown, string]>([
    [provider('x', 'words'), 'words'], [{ error: { message: 'words' } }, 'words'], [{ error: 'words' }, 'words'], [{ message: 'words' }, 'words'], [{ detail: 'words' }, 'words'], [{ detail: [{ msg: 'words' }] }, 'words'],
    [{ error: { message: JSON.stringify(provider('inner', 'words')) } }, 'words'], [{ message: `502 upstream: ${JSON.stringify({ error: { message: 'words' } })}` }, 'words'], ['429 {"error":{"message":"words"}}', 'words'], ['words', 'words'], ['  many\n\u0007 words ', 'many words'],
  ])('%j says %j', (body, message) => {
    expect(answered(400, body).message).toBe(message);
  });

  test.each<[Record<string, string>, FailureCategory]>([
    [{ 'retry-after': '7200' }, 'quota'], [{ 'retry-after': '60' }, 'rate-limit'], [{ date: 'Thu, 26 Nov 2026 12:00:00 GMT' }, 'quota'], [{ date: 'Thu, 26 Nov 2026 13:59:00 GMT' }, 'rate-limit'], [{}, 'rate-limit'],
  ])('the limit of a subscription with %j is %s', (more, category) => {
    const headers = { 'anthropic-ratelimit-unified-status': 'rejected', 'anthropic-ratelimit-unified-reset': String(Date.parse('2026-11-26T14:00:00Z') / 1000), 'anthropic-ratelimit-unified-representative-claim': 'five_hour', ...more };
    expect(answered(429, provider('rate_limit_error', 'Too much.'), headers)).toMatchObject({ category, message: 'Too much. (the five-hour limit is there again at 2026-11-26T14:00:00.000Z)' });
  });

  test('the innermost type is kept', () => {
    expect(answered(400, { type: 'error', error: { type: 'outer', message: JSON.stringify({ error: { type: 'inner', message: 'm' } }) } }).type).toBe('inner');
    expect(answered(400, { error: { message: 'm', code: 'a_code' } }).type).toBe('a_code');
  });

  test('one line of at most 500 characters, without credentials', () => {
    const { message } = answered(400, { error: { message: `key sk-ant-api03-${'aB3'.repeat(20)} was refused\n${'x '.repeat(900)}` } });
    expect(message.length).toBeLessThanOrEqual(500);
    expect(message).toMatch(/^key \[redacted llm-key\] was refused x x/);
    expect(answered(400, `{"error":${'['.repeat(5000)}`).message.length).toBeLessThanOrEqual(500);
  });

  test('a redirect names the other host', () => {
    expect(answered(307, '', { location: 'https://user:pass@other.example/x' }).message).toContain('a redirect to other.example;');
  });
});

test.each<[string, string, FailureCategory]>([
  ['overloaded_error', 'Overloaded', 'provider-error'], ['api_error', 'no', 'provider-error'], ['rate_limit_error', 'slow', 'rate-limit'], ['invalid_request_error', 'no', 'invalid-request'], ['authentication_error', 'no', 'auth'],
  ['permission_error', 'no', 'permission'], ['billing_error', 'no', 'quota'], ['timeout_error', 'no', 'timeout'], ['not_found_error', 'model: x', 'model-access'], ['new_error', 'no', 'provider-error'],
])('an event %s %s is %s', (type, message, category) => {
  expect(classifyEvent(JSON.stringify(provider(type, message)))).toMatchObject({ category, message, type });
});

describe('a thrown error', () => {
  const way = { host: 'api.example', proxy: null, silenceMs: 90_000 };
  const wrapped = (code: string, more: object = {}): Error => new TypeError('fetch failed', { cause: Object.assign(new Error('low'), { code, ...more }) });

  test.each<[string, FailureCategory, RegExp, boolean, boolean]>([
    ['ECONNREFUSED', 'network', /^api\.example refuses connections\.$/, false, true], ['ENOTFOUND', 'network', /name api\.example could not be resolved/, false, true], ['EAI_AGAIN', 'network', /could not be resolved/, false, true],
    ['ECONNRESET', 'network', /was closed before the answer/, true, true], ['UND_ERR_SOCKET', 'network', /was closed before the answer/, true, true], ['UND_ERR_CONNECT_TIMEOUT', 'network', /did not accept a connection/, false, true],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'network', /not trusted here.*NODE_EXTRA_CA_CERTS/, false, false], ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'network', /NODE_EXTRA_CA_CERTS/, false, false],
    ['CERT_HAS_EXPIRED', 'network', /not valid at this time/, false, false], ['ERR_TLS_CERT_ALTNAME_INVALID', 'network', /made for another host/, false, false], ['ERR_SSL_WRONG_VERSION_NUMBER', 'network', /No encrypted connection/, false, false],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout', /sent no answer for 90 s/, true, true], ['UND_ERR_BODY_TIMEOUT', 'timeout', /in the middle of an answer/, true, true], ['EWHATEVER', 'network', /failed: low/, true, true],
  ])('%s is %s', (code, category, words, reached, again) => {
    const error = wrapped(code);
    expect(classifyThrown(error, way)).toMatchObject({ category, message: expect.stringMatching(words), type: code, ours: false });
    expect([mayHaveReached(error), mayPass(error)]).toEqual([reached, again]);
  });

  test('several addresses of a host, and a reset while connecting', () => {
    const both = new TypeError('fetch failed', { cause: new AggregateError([Object.assign(new Error('a'), { code: 'ECONNREFUSED' }), Object.assign(new Error('b'), { code: 'ECONNREFUSED' })]) });
    expect([classifyThrown(both, way).category, mayHaveReached(both)]).toEqual(['network', false]);
    expect(mayHaveReached(wrapped('ECONNRESET', { syscall: 'connect' }))).toBe(false);
  });

  test('the proxy is named', () => {
    expect(classifyThrown(wrapped('ECONNREFUSED'), { ...way, proxy: 'proxy.example:3128' }).message).toBe('The proxy proxy.example:3128, which is to lead to api.example, refuses connections.');
    expect(classifyThrown(wrapped('ENOTFOUND'), { ...way, proxy: 'proxy.example:3128' }).message).toContain('proxy proxy.example:3128 could not be resolved');
  });
});
