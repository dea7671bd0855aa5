import { redactKnown } from '../text/redact.js';
import { modelFailure } from './classify.js';
import { unwrap } from './envelope.js';
import type { FailureCategory, ModelFailure } from './failure.js';
import { classifyThrown } from './network-error.js';
import { RelayError } from './relay-error.js';
import type { Transport } from './transport.js';

/** A request for a token, to whoever gives them out. */
export interface TokenRequest {
  readonly url: URL;
  readonly method?: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What it holds that must not come back in words of a failure. */
  readonly secrets: readonly string[];
}

export interface TokenAnswer {
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

const longest = 65_536;

/** A failure of who gives out tokens. */
export const tokenError = (failure: ModelFailure): RelayError => new RelayError({ ...failure, of: 'token' });

/** What came back, where it is an answer of 200. Throws a RelayError that names the host and what it said. */
export async function requestToken(transport: Transport, { url, method = 'POST', headers, body = '', secrets }: TokenRequest, signal: AbortSignal): Promise<TokenAnswer> {
  let response: Response;
  let text: string;
  try {
    // A GET may have no body at all.
    response = await transport.fetch(url, { method, headers: new Headers({ 'user-agent': 'ktx-ci', ...headers }), ...(method === 'GET' ? {} : { body }), signal });
    text = (await response.text()).slice(0, longest);
  } catch (error) {
    if (signal.aborted) throw error;
    throw tokenError(classifyThrown(error, { host: url.host, proxy: transport.proxyOf(url), silenceMs: transport.silenceMs }));
  }
  const json = objectOf(text);
  if (response.ok) return { text, json };
  const { error: code, error_description: described } = json;
  const { message, type } = typeof code === 'string' && typeof described === 'string' ? { type: code, message: redactKnown(described, secrets) } : unwrap(redactKnown(text, secrets));
  const said = [type, message].filter((part) => part !== undefined && part !== '').join(': ');
  throw tokenError(modelFailure(categoryOf(response.status), `${url.host} gave no token, it answered ${response.status}${said === '' ? '' : `: ${said}`}`, { status: response.status, type }));
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : {};
  } catch {
    return {};
  }
}

function categoryOf(status: number): FailureCategory {
  if (status === 429) return 'rate-limit';
  if (status >= 500) return 'provider-error';
  if (status === 403 || status === 404) return 'permission';
  return status >= 400 ? 'auth' : 'provider-error';
}

/** A field that must be a text, e.g. `access_token`. */
export function textField({ json }: TokenAnswer, name: string, host: string): string {
  const value = json[name];
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value;
  throw tokenError(modelFailure('provider-error', `The answer of ${host} has no ${name}.`));
}

/** Milliseconds since 1970 out of `expires_in`; an answer without it is taken for one of five minutes. */
export function expiryOf({ json }: TokenAnswer, now: number): number {
  const seconds = Number(json['expires_in']);
  return now + (Number.isFinite(seconds) && seconds > 0 ? seconds : 300) * 1000;
}
