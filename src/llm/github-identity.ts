import type { GithubIdentity } from '../project/federation.js';
import { requestToken, textField } from './token-request.js';
import type { Transport } from './transport.js';

/** A token that says which workflow of which repository this is; it lives for five minutes. Throws a RelayError. */
export async function mintGithubToken({ requestUrl, requestToken: bearer, audience }: GithubIdentity, transport: Transport, signal: AbortSignal): Promise<string> {
  const url = new URL(requestUrl);
  url.searchParams.set('audience', audience);
  return textField(await requestToken(transport, { url, method: 'GET', headers: { accept: 'application/json', authorization: `Bearer ${bearer}` }, secrets: [bearer] }, signal), 'value', url.host);
}
