import { modelFailure } from './classify.js';
import type { RateLimitMessage, ResultMessage } from './claude-messages.js';
import type { FailureCategory, ModelFailure } from './failure.js';

/** What Claude Code 2.1 says of an error, by its words; the kind of error that a message names comes first. */
const byWords: readonly (readonly [RegExp, FailureCategory, string?])[] = [
  [/credit balance|spend limit|usage limits?\b/i, 'quota'],
  [/you've hit your .*limit|rate.?limit|request rejected \(429\)/i, 'rate-limit'],
  [/issue with the selected model|model .*(?:not exist|not have access)/i, 'model-access'],
  [/not logged in|please run \/login/i, 'missing-credential'],
  [/api error: 403/i, 'permission'],
  [/invalid api key|failed to authenticate|oauth token/i, 'auth'],
  [/prompt is too long|request too large/i, 'invalid-request'],
  [/output token maximum/i, 'invalid-request', 'max_tokens'],
  [/timed? ?out/i, 'timeout'],
  [/connection (?:to the api was )?lost|econn|fetch failed|unable to connect/i, 'network'],
];

const byError: Readonly<Record<string, FailureCategory>> = {
  model_not_found: 'model-access', billing_error: 'quota', rate_limit: 'rate-limit', server_error: 'provider-error', max_output_tokens: 'invalid-request', oauth_org_not_allowed: 'permission',
};

const byStatus: Readonly<Record<number, FailureCategory>> = { 400: 'invalid-request', 401: 'auth', 402: 'quota', 403: 'permission', 404: 'model-access', 408: 'timeout', 413: 'invalid-request', 429: 'rate-limit' };

/** The failure that a result stands for. `error`: what the last message of an error called itself. `rejected`: the limit that was reached. */
export function failureOf(result: ResultMessage, error: string | undefined, rejected: RateLimitMessage['rate_limit_info'] | undefined): ModelFailure {
  const words = (result.result ?? '').trim() || (result.errors ?? []).join('; ') || `Claude Code ended with ${result.subtype}.`;
  const status = result.api_error_status ?? undefined;
  const more = { ...(status === undefined ? {} : { status }) };
  if (result.stop_reason === 'refusal') return modelFailure('invalid-request', `The model refused to answer: ${words}`, { ...more, type: 'refusal' });
  if (rejected) return modelFailure('rate-limit', `${words}${rejected.resetsAt === undefined ? '' : ` (the ${(rejected.rateLimitType ?? 'rate').replaceAll('_', '-')} limit is there again at ${new Date(rejected.resetsAt * 1000).toISOString()})`}`, { ...more, type: rejected.rateLimitType });
  const [, category, type] = byWords.find(([pattern]) => pattern.test(words)) ?? [];
  return modelFailure(category ?? byError[error ?? ''] ?? byStatus[status ?? 0] ?? 'provider-error', words, { ...more, type: type ?? error });
}
