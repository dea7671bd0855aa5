import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { CodexProvider } from './codex-config.js';
import type { FailureCategory, ModelFailure } from './failure.js';
import type { Reservation } from './ledger.js';
import { costOf, priceOf, type Price } from './prices.js';
import { responsesUsage } from './responses-wire.js';
import { inputTokensOf } from './usage.js';

/**
 * codex with a person's sign-in, past the relay: it holds the tokens itself, renews them in the file that they come from, and
 * asks the provider directly. So nobody here sees a request before it leaves: steps and time are held as it goes, tokens and
 * dollars are known when a turn is over.
 */
export interface SignInWay {
  readonly kind: 'sign-in';
  /** What `codex login` wrote. */
  readonly file: string;
  /** Where requests go, without `/responses`; has passed checkRoute. */
  readonly base: string;
  readonly ownPrices: Readonly<Record<string, Price>>;
}

export const chatGptHost = 'chatgpt.com';
export const chatGptBase = `https://${chatGptHost}/backend-api/codex`;

/** Variables by which codex finds its way out, in both spellings. */
const ways = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'CODEX_CA_CERTIFICATE'];

/** Lays the sign-in into a home of codex. It renews its tokens through the link, as codex always does: what is in the file stays good. */
export function signInProvider({ file, base }: SignInWay, home: string, silenceMs: number, environment: Readonly<Record<string, string | undefined>>): CodexProvider {
  symlinkSync(file, join(home, 'auth.json'));
  const given = ways.flatMap((name) => [name, name.toLowerCase()]).flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]] as const]));
  // our tools are on loopback
  const around = [environment['NO_PROXY'] ?? environment['no_proxy'] ?? '', '127.0.0.1', 'localhost'].filter((part) => part !== '').join(',');
  return {
    // nobody else waits or tries again for it
    config: { base_url: base, requires_openai_auth: true, request_max_retries: 3, stream_max_retries: 2, stream_idle_timeout_ms: silenceMs },
    // what codex asks for beside its model, such as the rules of a workspace
    also: { cli_auth_credentials_store: 'file', chatgpt_base_url: base.replace(/\/codex$/, '') },
    variables: { ...Object.fromEntries(given), ...(given.length > 0 ? { NO_PROXY: around, no_proxy: around } : {}) },
  };
}

const key = 'set OPENAI_API_KEY to a key of the API';
const fixes: Readonly<Partial<Record<FailureCategory, string>>> = {
  'auth': `sign in again with codex login, or ${key}`, 'permission': `use an account that may use codex, or ${key}`, 'quota': `wait until the limit of the plan is over, or ${key}`,
};

/** A failure of a turn, with what to do about it where there is no key. */
export function ofSignIn(failure: ModelFailure): ModelFailure {
  const fix = fixes[failure.category];
  return fix === undefined ? failure : { ...failure, fix };
}

/** Charges what codex says that a turn used, at list price. `reported`: the `usage` of its `turn.completed`, the counts of the Responses API in one row. */
export function chargeReported(reservation: Reservation, reported: unknown, model: string, own: Readonly<Record<string, Price>>): void {
  const fields = (typeof reported === 'object' && reported !== null ? reported : {}) as Readonly<Record<string, unknown>>;
  const used = responsesUsage({ ...fields, input_tokens_details: { cached_tokens: fields['cached_input_tokens'], cache_write_tokens: fields['cache_write_input_tokens'] } });
  // a turn that was cut says nothing of it
  if (used === null) return reservation.chargeReserved(0, 0);
  reservation.charge({ inputTokens: inputTokensOf(used), cachedInputTokens: used.cacheReadTokens, outputTokens: used.outputTokens, usd: costOf(used, priceOf(model, own)), estimated: false });
}
