import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** GitHub's identity tokens for a job, and Anthropic's exchange of them, each of which takes a token once. */
export interface WorkloadIdentity {
  /** Variables as the job has them. */
  readonly environment: Readonly<Record<string, string>>;
  readonly violations: readonly string[];
  /** Everything that may be seen nowhere. */
  readonly secrets: readonly string[];
  /** How many identity tokens were asked for, and how many were exchanged. */
  readonly counts: { readonly minted: number; readonly exchanged: number };
  accepts(bearer: string): boolean;
  revoke(): void;
  /** A new identity token, as a file would hold it. */
  mint(): string;
  /** For the fake of the API. */
  exchange(incoming: IncomingMessage, raw: string, response: ServerResponse): boolean;
  close(): Promise<void>;
}

export async function startWorkloadIdentity({ lifetimeSeconds = 3600 }: { readonly lifetimeSeconds?: number } = {}): Promise<WorkloadIdentity> {
  const requestToken = 'job-request-token-1234567890';
  const violations: string[] = [];
  const secrets = [requestToken];
  const unused = new Set<string>();
  const valid = new Set<string>();
  const counts = { minted: 0, exchanged: 0 };
  const mint = (): string => {
    const token = `eyJhbGciOiJSUzI1NiJ9.job-${String(counts.minted += 1).padStart(4, '0')}.signature`;
    unused.add(token);
    secrets.push(token);
    return token;
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method !== 'GET' || pathname !== '/oidc' || searchParams.get('api-version') !== '2.0' || searchParams.get('audience') !== 'https://api.anthropic.com') violations.push(`${request.method} ${request.url}`);
    if (request.headers.authorization !== `Bearer ${requestToken}`) return void response.writeHead(401).end('{"message":"Unauthorized"}');
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ value: mint(), count: 1 }));
  });
  server.unref();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    environment: {
      ANTHROPIC_FEDERATION_RULE_ID: 'fdrl_1', ANTHROPIC_ORGANIZATION_ID: '00000000-0000-0000-0000-000000000000', ANTHROPIC_SERVICE_ACCOUNT_ID: 'svac_1',
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/oidc?api-version=2.0`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
    },
    violations, secrets, counts, mint, accepts: (bearer) => valid.has(bearer), revoke: () => valid.clear(),
    exchange({ url, method, headers }, raw, response) {
      if (url !== '/v1/oauth/token' || method !== 'POST') return false;
      const body = JSON.parse(raw) as Record<string, unknown>;
      const wanted = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', federation_rule_id: 'fdrl_1', organization_id: '00000000-0000-0000-0000-000000000000', service_account_id: 'svac_1' };
      for (const [name, value] of Object.entries(wanted)) if (body[name] !== value) violations.push(`exchange: ${name} is ${String(body[name])}`);
      if (headers['anthropic-beta'] !== 'oauth-2025-04-20,oidc-federation-2026-04-01') violations.push('exchange: anthropic-beta');
      if (headers.authorization !== undefined || headers['x-api-key'] !== undefined) violations.push('exchange: a credential in a header');
      if (!unused.delete(String(body['assertion']))) {
        response.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { type: 'authentication_error', message: `Authentication failed for ${String(body['assertion'])}` } }));
        return true;
      }
      const token = `sk-ant-oat01-${String(counts.exchanged += 1).padStart(4, '0')}-abcdefghijklmnop`;
      valid.add(token);
      secrets.push(token);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: lifetimeSeconds, scope: 'workspace:developer' }));
      return true;
    },
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => { resolve(); });
    }),
  };
}
