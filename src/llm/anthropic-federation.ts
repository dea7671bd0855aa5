import { readFile } from 'node:fs/promises';
import type { Federation } from '../project/federation.js';
import { modelFailure } from './classify.js';
import { mintGithubToken } from './github-identity.js';
import { systemClock, type Clock } from './pacing.js';
import { RelayError } from './relay-error.js';
import { renewedToken, type RenewedToken } from './renewed-token.js';
import { expiryOf, requestToken, textField, tokenError } from './token-request.js';
import type { Transport } from './transport.js';

export type { Federation };

/** https://platform.claude.com/docs/en/manage-claude/wif-reference: both betas on the exchange, the first on requests. */
const exchangeBetas = 'oauth-2025-04-20,oidc-federation-2026-04-01';

/**
 * Tokens of the API for the identity of this job, by its federation rule. The exchange takes each identity token once
 * (`jti_reused`, anthropics/claude-code-action#1406), so that each time a new one is asked for.
 */
export function federatedToken(federation: Federation, { baseUrl, transport, clock = systemClock }: { readonly baseUrl: string; readonly transport: Transport; readonly clock?: Clock | undefined }): RenewedToken {
  const url = new URL(`${baseUrl}/v1/oauth/token`);
  const { identity } = federation;
  const used = new Set<string>();

  const assertionOf = async (signal: AbortSignal): Promise<string> => {
    if (identity.kind === 'github') return mintGithubToken(identity, transport, signal);
    const token = identity.kind === 'value' ? identity.token : (await readFile(identity.path, 'utf8').catch(() => '')).trim();
    const named = identity.kind === 'value' ? 'ANTHROPIC_IDENTITY_TOKEN' : 'The file of ANTHROPIC_IDENTITY_TOKEN_FILE';
    if (token === '') throw tokenError(modelFailure('missing-credential', `${named} is empty or cannot be read.`));
    if (used.has(token)) throw tokenError(modelFailure('auth', `${named} holds the identity token that was exchanged already, and each is taken once.`));
    return token;
  };

  return renewedToken({
    from: url.host, clock,
    secrets: () => [...used, ...(identity.kind === 'github' ? [identity.requestToken] : identity.kind === 'value' ? [identity.token] : [])],
    async mint(signal) {
      const assertion = await assertionOf(signal);
      used.add(assertion);
      const { ruleId, organizationId, serviceAccountId, workspaceId } = federation;
      const answer = await requestToken(transport, {
        url, headers: { 'content-type': 'application/json', 'anthropic-beta': exchangeBetas }, secrets: [assertion],
        body: JSON.stringify({
          grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion, federation_rule_id: ruleId, organization_id: organizationId,
          ...(serviceAccountId === undefined ? {} : { service_account_id: serviceAccountId }), ...(workspaceId === undefined ? {} : { workspace_id: workspaceId }),
        }),
      }, signal).catch((error: unknown) => {
        // what never arrived was not used
        if (error instanceof RelayError && error.failure.category === 'network') used.delete(assertion);
        throw error;
      });
      return { token: textField(answer, 'access_token', url.host), expiresAt: expiryOf(answer, clock.now()) };
    },
  });
}
