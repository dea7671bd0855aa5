import { oneLine, unwrap } from './envelope.js';
import type { FailureCategory, ModelFailure } from './failure.js';

/** What an answer is read from. */
export interface ErrorAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** As far as it was read. */
  readonly body: string;
}

/** A failure as the backends report it; only a request that is wrong as such is ours. */
export function modelFailure(category: FailureCategory, message: string, more: { readonly status?: number; readonly type?: string | undefined; readonly fix?: string | undefined } = {}): ModelFailure {
  return {
    category, message: oneLine(message), ...(more.status === undefined ? {} : { status: more.status }), ...(more.type === undefined ? {} : { type: more.type }), ...(more.fix === undefined ? {} : { fix: more.fix }),
    ours: category === 'invalid-request',
  };
}

/** Says of a model, not of a feature of the model, that it is not there for this credential. */
const modelGone = [
  /\bmodels?\b.{0,200}\b(?:does not exist|doesn't exist|not found|(?:is|are) not (?:available|enabled|supported|allowed|a valid)|isn't available|not have access|no access|(?:has been|is) (?:retired|deprecated)|end.of.life)/i,
  /\b(?:unknown|invalid|unsupported|no such|unrecognized) model\b/i,
  /\b(?:no|not have|without) access to (?:the |this |that )?model\b/i,
];
const spent = /credit balance|usage limits?\b|spend(?:ing)? limit|out of credits?|insufficient (?:funds|credits?|quota|balance)|billing/i;
const goneTypes = new Set(['DeploymentNotFound', 'model_not_found']);
const spentTypes = new Set(['billing_error', 'insufficient_quota', 'enforced_spend_limit_reached', 'contract_spend_limit_reached', 'budget_exceeded']);

/** The failure that an HTTP answer other than a message stands for. `host` is whom we asked. */
export function classifyAnswer({ status, headers, body }: ErrorAnswer, host: string): ModelFailure {
  const { message, type, html } = unwrap(body);
  const say = (category: FailureCategory, text = ''): ModelFailure => modelFailure(category, text || message || `${host} answered ${status} without a message.`, { status, type });
  if (status >= 300 && status < 400) return say('invalid-request', `${host} answered ${status}, a redirect to ${redirectTarget(headers, host)}; a model's address is used as configured, so redirects are not followed.`);
  if (status === 407) return say('network', `The proxy on the way to ${host} wants a sign-in (407).`);
  // First, because a model problem must never read as an auth problem.
  if (status >= 400 && status < 500 && status !== 429 && modelGone.some((pattern) => pattern.test(message))) return say('model-access');
  if (goneTypes.has(type ?? '')) return say('model-access');
  // Google's word for a limit of so much a minute, whose message speaks of a quota.
  if (status === 429 && type === 'RESOURCE_EXHAUSTED') return say('rate-limit');
  const limit = status === 429 ? sessionLimit(headers) : null;
  if (limit) return say(limit.isLong ? 'quota' : 'rate-limit', `${message || `${host} answered ${status}.`} (${limit.words})`);
  if (spentTypes.has(type ?? '') || (status >= 400 && status < 500 && status !== 401 && spent.test(message))) return say('quota');
  switch (status) {
    case 401: return say('auth');
    case 402: return say('quota');
    case 403: return say('permission', html ? `${host} answered 403 with a page: ${message}` : '');
    case 404: return !html && /\bmodel\b/i.test(message) ? say('model-access') : say('invalid-request', `The address at ${host} answers 404${message ? `: ${message}` : ''}`);
    case 408: return say('timeout');
    case 429: return say(/\b(?:quota|credits?|spend)\b/i.test(message) ? 'quota' : 'rate-limit');
    default:
  }
  if (status >= 500) return say('provider-error', html ? `${host} answered ${status} with a page: ${message}` : '');
  if (status >= 400) return say('invalid-request');
  return say('provider-error', `${host} answered ${status} with something that is no message${message ? `: ${message}` : '.'}`);
}

/** Seconds: nobody waits for longer within a night. */
const longestWait = 300;

/** The limit of a subscription that was reached, out of headers that Anthropic sends to its own programs; null: it was another one. */
function sessionLimit(headers: Headers): { readonly words: string; readonly isLong: boolean } | null {
  const reset = Number(headers.get('anthropic-ratelimit-unified-reset') ?? '');
  if (headers.get('anthropic-ratelimit-unified-status') !== 'rejected' || !(reset > 0) || reset > 1e11) return null;
  const name = /^[a-z0-9_]{1,40}$/.exec(headers.get('anthropic-ratelimit-unified-representative-claim') ?? '')?.[0] ?? 'session';
  const wait = Number(headers.get('retry-after') ?? '') || reset - Date.parse(headers.get('date') ?? '') / 1000;
  return { words: `the ${name.replaceAll('_', '-')} limit is there again at ${new Date(reset * 1000).toISOString()}`, isLong: wait > longestWait };
}

function redirectTarget(headers: Headers, host: string): string {
  const location = headers.get('location') ?? '';
  return URL.canParse(location, `https://${host}`) ? new URL(location, `https://${host}`).host : 'nowhere';
}

const byType: Readonly<Record<string, FailureCategory>> = {
  authentication_error: 'auth', permission_error: 'permission', billing_error: 'quota', rate_limit_error: 'rate-limit', timeout_error: 'timeout',
  invalid_request_error: 'invalid-request', request_too_large: 'invalid-request', overloaded_error: 'provider-error', api_error: 'provider-error',
  // of chat completions
  insufficient_quota: 'quota', rate_limit_exceeded: 'rate-limit', invalid_api_key: 'auth', model_not_found: 'model-access', context_length_exceeded: 'invalid-request', content_filter: 'invalid-request', BadRequestError: 'invalid-request',
};

/** The failure that an `error` event in a stream stands for: `data` is the text of the event. */
export function classifyEvent(data: string): ModelFailure {
  const { message, type } = unwrap(data);
  const gone = modelGone.some((pattern) => pattern.test(message)) || (type === 'not_found_error' && /\bmodel\b/i.test(message));
  const category = gone ? 'model-access' : spent.test(message) && type !== 'overloaded_error' ? 'quota' : byType[type ?? ''] ?? (type === 'not_found_error' ? 'invalid-request' : 'provider-error');
  return modelFailure(category, message || 'The stream ended with an error that has no message.', { type });
}
