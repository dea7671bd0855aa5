/** Who a job is, to a provider that trusts its runner: no key is stored anywhere. */

/** What GitHub gives a job with `id-token: write`. */
export interface GithubIdentity {
  readonly kind: 'github';
  readonly requestUrl: string;
  readonly requestToken: string;
  readonly audience: string;
}

/** Anthropic's workload identity federation, by the names that its SDK reads (https://platform.claude.com/docs/en/manage-claude/wif-reference). */
export interface Federation {
  readonly ruleId: string;
  readonly organizationId: string;
  readonly serviceAccountId?: string;
  readonly workspaceId?: string;
  readonly identity: GithubIdentity | { readonly kind: 'file'; readonly path: string } | { readonly kind: 'value'; readonly token: string };
}

const audienceOfAnthropic = 'https://api.anthropic.com';

type Environment = Readonly<Record<string, string | undefined>>;

export type Federated = { readonly ok: true; readonly federation: Federation } | { readonly ok: false; readonly why: string; readonly fix: string };

/** Undefined where the environment names no federation rule. */
export function federationOf(environment: Environment): Federated | undefined {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const ruleId = read('ANTHROPIC_FEDERATION_RULE_ID');
  if (ruleId === undefined) return undefined;
  const organizationId = read('ANTHROPIC_ORGANIZATION_ID');
  if (organizationId === undefined) return { ok: false, why: 'ANTHROPIC_FEDERATION_RULE_ID is set without ANTHROPIC_ORGANIZATION_ID', fix: 'set ANTHROPIC_ORGANIZATION_ID to the id of the organization, beside the rule' };
  const identity = identityOf(read);
  if (!identity) return { ok: false, why: 'ANTHROPIC_FEDERATION_RULE_ID is set, and the job has no identity token', fix: 'give the job permissions: {id-token: write}, or set ANTHROPIC_IDENTITY_TOKEN_FILE' };
  const [serviceAccountId, workspaceId] = [read('ANTHROPIC_SERVICE_ACCOUNT_ID'), read('ANTHROPIC_WORKSPACE_ID')];
  return { ok: true, federation: { ruleId, organizationId, identity, ...(serviceAccountId === undefined ? {} : { serviceAccountId }), ...(workspaceId === undefined ? {} : { workspaceId }) } };
}

function identityOf(read: (name: string) => string | undefined): Federation['identity'] | undefined {
  const [path, token, requestUrl, requestToken] = [read('ANTHROPIC_IDENTITY_TOKEN_FILE'), read('ANTHROPIC_IDENTITY_TOKEN'), read('ACTIONS_ID_TOKEN_REQUEST_URL'), read('ACTIONS_ID_TOKEN_REQUEST_TOKEN')];
  if (path !== undefined) return { kind: 'file', path };
  if (token !== undefined) return { kind: 'value', token };
  // The runner's own; over anything else its token would be readable on the way.
  if (requestUrl === undefined || requestToken === undefined || !/^https:\/\/|^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]/.test(requestUrl) || !URL.canParse(requestUrl)) return undefined;
  return { kind: 'github', requestUrl, requestToken, audience: read('ANTHROPIC_OIDC_AUDIENCE') ?? audienceOfAnthropic };
}
