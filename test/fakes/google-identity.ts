import { createVerify, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Everybody who gives out tokens, on one loopback port: Google's token endpoint, its exchange, impersonation, the metadata server, and GitHub for a job. */
export interface GoogleIdentityFake {
  readonly url: string;
  /** Host and port. */
  readonly host: string;
  /** What was asked for, in order: `token`, `sts`, `impersonate`, `metadata`, `subject`. */
  readonly asked: readonly string[];
  readonly violations: readonly string[];
  /** Every secret that was given out or came in. */
  readonly secrets: readonly string[];
  /** Whether an access token is valid for a model now. */
  accepts(bearer: string): boolean;
  /** Access tokens that were given out end now. */
  revoke(): void;
  /** Texts for credential files. */
  readonly files: Readonly<Record<'serviceAccount' | 'external' | 'impersonating' | 'user', string>>;
  close(): Promise<void>;
}

export interface GoogleIdentityOptions {
  /** Of access tokens. */
  readonly lifetimeSeconds?: number;
  /** Answers of this kind fail so often before they work. */
  readonly fails?: Readonly<Record<string, { readonly times: number; readonly status: number; readonly body: unknown }>>;
}

const audience = '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/github/providers/github';
const scope = 'https://www.googleapis.com/auth/cloud-platform';
const jobToken = 'gh-job-token-1234567890';
const keys = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });

export async function startGoogleIdentity({ lifetimeSeconds = 3600, fails = {} }: GoogleIdentityOptions = {}): Promise<GoogleIdentityFake> {
  const asked: string[] = [];
  const violations: string[] = [];
  const secrets: string[] = [jobToken, keys.privateKey];
  const valid = new Set<string>();
  const federated = new Set<string>();
  const subjects = new Set<string>();
  const left = new Map(Object.entries(fails).map(([kind, { times }]) => [kind, times]));
  let count = 0;

  const give = (kind: string): string => {
    const token = `ya29.${kind}-${String(count += 1).padStart(4, '0')}-abcdefghijklmnop`;
    secrets.push(token);
    return token;
  };

  function answer({ method, url = '', headers }: IncomingMessage, body: string): { readonly status: number; readonly body: unknown } {
    const form = new URLSearchParams(body);
    const bad = (what: string): { readonly status: number; readonly body: unknown } => {
      violations.push(what);
      return { status: 400, body: { error: 'invalid_request', error_description: what } };
    };
    const kind = url === '/token' ? 'token' : url === '/v1/token' ? 'sts' : url.endsWith(':generateAccessToken') ? 'impersonate' : url.startsWith('/computeMetadata/') ? 'metadata' : url.startsWith('/oidc') ? 'subject' : '';
    if (kind === '') return bad(`no such address: ${url}`);
    asked.push(kind);
    const waiting = left.get(kind) ?? 0;
    if (waiting > 0) {
      left.set(kind, waiting - 1);
      return fails[kind]!;
    }
    if (method !== (kind === 'metadata' || kind === 'subject' ? 'GET' : 'POST')) return bad(`${kind}: ${method}`);
    if (headers['x-api-key'] !== undefined || headers['anthropic-version'] !== undefined || headers.cookie !== undefined) return bad(`${kind}: a header of another`);
    const granted = (): { readonly status: number; readonly body: unknown } => {
      const token = give(kind);
      valid.add(token);
      return { status: 200, body: { access_token: token, expires_in: lifetimeSeconds, token_type: 'Bearer' } };
    };
    switch (kind) {
      case 'token': {
        if (form.get('grant_type') === 'refresh_token') {
          return form.get('client_id') === 'an-id' && form.get('client_secret') === 'a-client-secret' && form.get('refresh_token') === 'a-refresh-token' ? granted() : { status: 400, body: { error: 'invalid_grant', error_description: 'Bad Request' } };
        }
        const assertion = form.get('assertion') ?? '';
        secrets.push(assertion);
        const [head = '', claims = '', signature = ''] = assertion.split('.');
        const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
        if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer') return bad('token: grant_type');
        if (!createVerify('RSA-SHA256').update(`${head}.${claims}`).verify(keys.publicKey, signature, 'base64url')) return { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' } };
        if (said['iss'] !== 'bot@shop-data.iam.gserviceaccount.com' || said['scope'] !== scope || said['aud'] !== `${base}/token` || Number(said['exp']) - Number(said['iat']) !== 3600) return bad('token: claims');
        return granted();
      }
      case 'sts': {
        if (form.get('audience') !== audience || form.get('scope') !== scope || form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:token-exchange' || form.get('subject_token_type') !== 'urn:ietf:params:oauth:token-type:jwt') return bad('sts: fields');
        if (!subjects.delete(form.get('subject_token') ?? '')) return { status: 400, body: { error: 'invalid_grant', error_description: `ID Token ${form.get('subject_token')} is stale to sign-in.` } };
        const given = granted();
        federated.add((given.body as { access_token: string }).access_token);
        return given;
      }
      case 'impersonate': {
        if (!federated.has(/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '')) return { status: 403, body: { error: { code: 403, message: 'Permission \'iam.serviceAccounts.getAccessToken\' denied', status: 'PERMISSION_DENIED' } } };
        if (JSON.stringify((JSON.parse(body) as { scope: unknown }).scope) !== JSON.stringify([scope])) return bad('impersonate: scope');
        const token = give(kind);
        valid.add(token);
        return { status: 200, body: { accessToken: token, expireTime: new Date(Date.now() + lifetimeSeconds * 1000).toISOString() } };
      }
      case 'metadata': return headers['metadata-flavor'] === 'Google' ? granted() : { status: 403, body: 'Forbidden' };
      default: {
        if (headers.authorization !== `Bearer ${jobToken}`) return { status: 401, body: { message: 'Unauthorized' } };
        const token = `eyJ.${give('job')}.sig`;
        subjects.add(token);
        return { status: 200, body: { value: token, count: 1 } };
      }
    }
  }

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { status, body } = answer(request, Buffer.concat(chunks).toString());
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  server.unref();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const base = `http://${host}`;
  const external = {
    type: 'external_account', audience, subject_token_type: 'urn:ietf:params:oauth:token-type:jwt', token_url: `${base}/v1/token`,
    credential_source: { url: `${base}/oidc?api-version=2.0&audience=google`, headers: { Authorization: `Bearer ${jobToken}` }, format: { type: 'json', subject_token_field_name: 'value' } },
  };
  return {
    url: base, host, asked, violations, secrets, accepts: (bearer) => valid.has(bearer), revoke: () => valid.clear(),
    files: {
      serviceAccount: JSON.stringify({ type: 'service_account', project_id: 'shop-data', client_email: 'bot@shop-data.iam.gserviceaccount.com', private_key_id: 'k1', private_key: keys.privateKey, token_uri: `${base}/token` }),
      external: JSON.stringify(external),
      impersonating: JSON.stringify({ ...external, service_account_impersonation_url: `${base}/v1/projects/-/serviceAccounts/bot@shop-data.iam.gserviceaccount.com:generateAccessToken` }),
      user: JSON.stringify({ type: 'authorized_user', client_id: 'an-id', client_secret: 'a-client-secret', refresh_token: 'a-refresh-token', quota_project_id: 'shop-data', token_uri: `${base}/token` }),
    },
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => { resolve(); });
    }),
  };
}
