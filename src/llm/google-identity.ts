import { createSign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { GoogleIdentity, SubjectSource } from '../project/google-credential.js';
import { modelFailure } from './classify.js';
import { systemClock, type Clock } from './pacing.js';
import { RelayError } from './relay-error.js';
import { renewedToken, type Minted, type RenewedToken } from './renewed-token.js';
import { checkRoute, type Route } from './route.js';
import { expiryOf, requestToken, textField, tokenError } from './token-request.js';
import type { Transport } from './transport.js';

/** Access tokens of Google Cloud, by the three exchanges that there are; https://google.aip.dev/auth/4110 and what it links to. */

const scope = 'https://www.googleapis.com/auth/cloud-platform';
const metadataHosts: readonly string[] = ['metadata.google.internal', '169.254.169.254'];

/** Every address that this identity has tokens from, each checked: Google's own, GitHub's for the job, or an allowed host. */
export function tokenRoutes(identity: GoogleIdentity, allowedHosts: readonly string[], environment: Readonly<Record<string, string | undefined>>): Route[] {
  switch (identity.kind) {
    case 'service-account': case 'user': return [checkRoute(identity.tokenUrl, allowedHosts, 'oauth2.googleapis.com')];
    case 'metadata': return [metadataHosts.includes(identity.host) ? { ok: true, url: new URL(`http://${identity.host}`), host: identity.host } : checkRoute(`http://${identity.host}`, allowedHosts, null)];
    case 'external-account': {
      const { tokenUrl, impersonationUrl, source } = identity;
      return [
        checkRoute(tokenUrl, allowedHosts, 'sts.googleapis.com'),
        ...(impersonationUrl === null ? [] : [checkRoute(impersonationUrl, allowedHosts, 'iamcredentials.googleapis.com')]),
        ...(source.kind === 'url' ? [checkRoute(withoutQuery(source.url), [...allowedHosts, '*.actions.githubusercontent.com'], hostOf(environment['ACTIONS_ID_TOKEN_REQUEST_URL']))] : []),
      ];
    }
  }
}

/** GitHub's address for identity tokens carries its version in the query. */
function withoutQuery(url: string): string {
  const at = url.indexOf('?');
  return at < 0 ? url : url.slice(0, at);
}

const hostOf = (url = ''): string | null => (URL.canParse(url) ? new URL(url).host : null);

export interface GoogleTokenOptions {
  readonly transport: Transport;
  /** Without a proxy, for the metadata server: what goes there is for this machine alone. */
  readonly direct: Transport;
  readonly clock?: Clock | undefined;
}

export function googleToken(identity: GoogleIdentity, { transport, direct, clock = systemClock }: GoogleTokenOptions): RenewedToken {
  const subjects: string[] = [];
  const secrets = (): readonly string[] => [...subjects, ...(identity.kind === 'service-account' ? [identity.privateKey] : identity.kind === 'user' ? [identity.clientSecret, identity.refreshToken] : [])];
  const mint = (signal: AbortSignal): Promise<Minted> => {
    switch (identity.kind) {
      case 'service-account': return ofServiceAccount(identity, { transport, clock, signal });
      case 'user': return ofUser(identity, { transport, clock, signal });
      case 'external-account': return ofExternalAccount(identity, { transport, clock, signal }, (token) => { subjects.push(token); });
      case 'metadata': return ofMachine(identity.host, { transport: direct, clock, signal });
    }
  };
  return renewedToken({ mint, secrets, clock, from: identity.kind === 'metadata' ? identity.host : new URL(identity.tokenUrl).host });
}

type Of<K extends GoogleIdentity['kind']> = Extract<GoogleIdentity, { readonly kind: K }>;

interface Asking {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

async function ofServiceAccount({ email, privateKey, keyId, tokenUrl }: Of<'service-account'>, asking: Asking): Promise<Minted> {
  const now = Math.floor(asking.clock.now() / 1000);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = `${part({ alg: 'RS256', typ: 'JWT', ...(keyId === null ? {} : { kid: keyId }) })}.${part({ iss: email, scope, aud: tokenUrl, iat: now, exp: now + 3600 })}`;
  let signature: string;
  try {
    signature = createSign('RSA-SHA256').update(unsigned).sign(privateKey, 'base64url');
  } catch {
    throw tokenError(modelFailure('auth', 'The private_key of the credential file is not the PEM of an RSA key.'));
  }
  return await exchanged(tokenUrl, { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: `${unsigned}.${signature}` }, asking);
}

async function ofUser({ clientId, clientSecret, refreshToken, tokenUrl }: Of<'user'>, asking: Asking): Promise<Minted> {
  return await exchanged(tokenUrl, { grant_type: 'refresh_token', client_id: clientId, client_secret: clientSecret, refresh_token: refreshToken }, asking);
}

async function ofExternalAccount({ audience, subjectTokenType, tokenUrl, impersonationUrl, source }: Of<'external-account'>, asking: Asking, taken: (subject: string) => void): Promise<Minted> {
  const { transport, clock, signal } = asking;
  const subject = await subjectToken(source, asking);
  taken(subject);
  const own = await exchanged(tokenUrl, {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', audience, scope, requested_token_type: 'urn:ietf:params:oauth:token-type:access_token', subject_token: subject, subject_token_type: subjectTokenType,
  }, asking);
  if (impersonationUrl === null) return own;
  taken(own.token);
  const url = new URL(impersonationUrl);
  const answer = await requestToken(transport, { url, headers: { 'content-type': 'application/json', 'authorization': `Bearer ${own.token}` }, body: JSON.stringify({ scope: [scope], lifetime: '3600s' }), secrets: [subject, own.token] }, signal);
  const ends = Date.parse(String(answer.json['expireTime']));
  return { token: textField(answer, 'accessToken', url.host), expiresAt: Number.isNaN(ends) ? expiryOf(answer, clock.now()) : ends };
}

async function subjectToken(source: SubjectSource, { transport, signal }: Asking): Promise<string> {
  const { field } = source;
  const where = source.kind === 'url' ? new URL(source.url).host : 'the file of the subject token';
  let text: string;
  if (source.kind === 'url') {
    ({ text } = await requestToken(transport, { url: new URL(source.url), method: 'GET', headers: source.headers, secrets: Object.values(source.headers) }, signal));
  } else {
    text = await readFile(source.path, 'utf8').catch(() => { throw new RelayError(modelFailure('missing-credential', 'The file of the subject token, which the credential file names, cannot be read.')); });
  }
  return field === null ? textField({ text, json: { token: text.trim() } }, 'token', where) : textField({ text, json: fieldsOf(text) }, field, where);
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

async function ofMachine(host: string, { transport, clock, signal }: Asking): Promise<Minted> {
  try {
    const answer = await requestToken(transport, { url: new URL(`http://${host}/computeMetadata/v1/instance/service-accounts/default/token`), method: 'GET', headers: { 'metadata-flavor': 'Google' }, secrets: [] }, signal);
    return { token: textField(answer, 'access_token', host), expiresAt: expiryOf(answer, clock.now()) };
  } catch (error) {
    if (!(error instanceof RelayError) || error.failure.category !== 'network') throw error;
    throw new RelayError(modelFailure('missing-credential', `GOOGLE_APPLICATION_CREDENTIALS is not set, and this machine has no metadata server: ${error.failure.message}`));
  }
}

async function exchanged(tokenUrl: string, form: Readonly<Record<string, string>>, { transport, clock, signal }: Asking): Promise<Minted> {
  const url = new URL(tokenUrl);
  const secrets = ['assertion', 'subject_token', 'client_secret', 'refresh_token'].flatMap((name) => form[name] ?? []);
  const answer = await requestToken(transport, { url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(form).toString(), secrets }, signal);
  return { token: textField(answer, 'access_token', url.host), expiresAt: expiryOf(answer, clock.now()) };
}
