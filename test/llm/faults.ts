import type { FailureCategory } from '../../src/llm/failure.js';
import { say, status, text, type Reply } from '../fakes/messages-api.js';

/** What can go wrong on the wire, and what becomes of it: data for the tests and for a page. */
export interface WireFault {
  readonly name: string;
  /** What the wire does, in words. */
  readonly does: string;
  /** What the fake answers, the last one again and again; or that nothing listens there. */
  readonly wire: readonly Reply[] | 'nothing listens' | 'no such host' | 'the proxy refuses';
  /** What the probe finds where the wire does it from the start. */
  readonly category: FailureCategory | 'ok';
  /** Where the program of a backend reads it otherwise. */
  readonly elsewhere?: Readonly<Record<string, FailureCategory>>;
  /** What becomes of a unit that meets it after a fine probe; its valid edits are kept in each case. `judged`: nothing is lost. */
  readonly unit: 'judged' | 'deferred' | 'failed';
  /** Whether further units are started after that one. */
  readonly next: 'started' | 'not started';
  /** Exit code where the probe meets it, and where one unit of several does. */
  readonly exit: { readonly probe: 0 | 3; readonly unit: 0 | 4 };
}

const fine = say(text('OK, all is well, and here are some more words.'));
const passing = { category: 'ok', unit: 'judged', next: 'started', exit: { probe: 0, unit: 0 } } as const;
const ends = { unit: 'deferred', next: 'not started', exit: { probe: 3, unit: 4 } } as const;
const defers = { unit: 'deferred', next: 'started', exit: { probe: 3, unit: 4 } } as const;
const fails = { unit: 'failed', next: 'started', exit: { probe: 3, unit: 4 } } as const;

export const faults: readonly WireFault[] = [
  { name: 'wrong key', does: '401 authentication_error', wire: [status(401, 'authentication_error', 'invalid x-api-key')], category: 'auth', ...ends },
  { name: 'missing permission', does: '403 permission_error', wire: [status(403, 'permission_error', 'Your API key does not have permission to use the specified resource')], category: 'permission', ...ends },
  { name: 'unknown model', does: '404 not_found_error that names the model', wire: [status(404, 'not_found_error', 'model: claude-sonet-9')], category: 'model-access', ...ends },
  { name: 'model not offered', does: '403 that says that the model is not available', wire: [status(403, 'permission_error', 'The model claude-opus-4-8 is not available for your organization')], category: 'model-access', ...ends },
  { name: 'wrong address', does: '404 with a page', wire: [{ fault: 'status', status: 404, body: '<html><title>404 Not Found</title></html>' }], category: 'invalid-request', ...fails },
  { name: 'redirect', does: '302 to another host', wire: [{ fault: 'status', status: 302, body: '', headers: { location: 'https://login.example.com/' } }], category: 'invalid-request', ...fails },
  { name: 'wrong request', does: '400 invalid_request_error', wire: [status(400, 'invalid_request_error', 'messages: at least one message is required')], category: 'invalid-request', ...fails },
  { name: 'too large', does: '413 request_too_large', wire: [status(413, 'request_too_large', 'Request exceeds the maximum size')], category: 'invalid-request', ...fails },
  { name: 'no credit', does: '400 that says that the credit balance is too low', wire: [status(400, 'invalid_request_error', 'Your credit balance is too low to access the Anthropic API.')], category: 'quota', ...ends },
  { name: 'payment required', does: '402', wire: [status(402, 'billing_error', 'Payment required')], category: 'quota', ...ends },
  { name: 'spending limit', does: '429 that speaks of the spend limit', wire: [status(429, 'rate_limit_error', 'You have reached your spend limit for this month')], category: 'quota', ...ends },
  { name: 'rate limit', does: '429 to every attempt', wire: [status(429, 'rate_limit_error', 'This request would exceed your organization’s rate limit', { 'retry-after': '1' })], category: 'rate-limit', ...defers },
  { name: 'rate limit that passes', does: '429, then an answer', wire: [status(429, 'rate_limit_error', 'Slow down', { 'retry-after': '0' }), fine], ...passing },
  { name: 'overloaded', does: '529 to every attempt', wire: [status(529, 'overloaded_error', 'Overloaded')], category: 'provider-error', ...defers },
  { name: 'overload that passes', does: '529, then an answer', wire: [status(529, 'overloaded_error', 'Overloaded'), fine], ...passing },
  { name: 'server error', does: '500 to every attempt', wire: [status(500, 'api_error', 'Internal server error')], category: 'provider-error', ...defers },
  { name: 'bad gateway', does: '502 with a page of a proxy', wire: [{ fault: 'status', status: 502, body: '<html><title>502 Bad Gateway</title></html>' }], category: 'provider-error', ...defers },
  { name: 'connection refused', does: 'nothing listens at the address', wire: 'nothing listens', category: 'network', ...defers },
  { name: 'no such host', does: 'the name does not resolve', wire: 'no such host', category: 'network', ...defers },
  { name: 'proxy', does: 'the proxy answers 407', wire: 'the proxy refuses', category: 'network', ...defers },
  { name: 'reset before the answer', does: 'the connection is closed after the request, at every attempt', wire: [{ fault: 'reset' }], category: 'network', ...defers },
  { name: 'reset that passes', does: 'the connection is closed once, then an answer', wire: [{ fault: 'reset' }, fine], ...passing },
  { name: 'cut stream', does: 'the connection is reset in the middle of an answer', wire: [{ ...fine, breaks: { after: 4, by: 'reset' } }], category: 'network', ...defers },
  { name: 'truncated stream', does: 'the answer ends in the middle as if it were complete', wire: [{ ...fine, breaks: { after: 4, by: 'end' } }], category: 'network', ...defers },
  { name: 'error in the stream', does: 'an overloaded_error event in the middle of an answer', wire: [{ ...fine, breaks: { after: 4, by: { type: 'overloaded_error', message: 'Overloaded' } } }], category: 'provider-error', ...defers },
  { name: 'silence', does: 'no headers come', wire: [{ fault: 'silence' }], category: 'timeout', ...defers },
  { name: 'silent stream', does: 'an answer stops in the middle', wire: [{ ...fine, breaks: { after: 4, by: 'silence' } }], category: 'timeout', ...defers },
  { name: 'page instead of an answer', does: '200 with a page of a sign-in', wire: [{ fault: 'garbage', contentType: 'text/html', body: '<html><title>Sign in</title></html>' }], category: 'provider-error', ...defers },
  { name: 'garbage in the stream', does: 'a stream of something else', wire: [{ fault: 'garbage', contentType: 'text/event-stream', body: 'event: message_start\ndata: {"type":"message_st\n\n' }], category: 'provider-error', ...defers },
];
