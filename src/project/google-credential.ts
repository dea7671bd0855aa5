import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';

/** Who a run is to Google: what a credential file says, or the machine that it runs on. */

/** Where an external identity's token comes from. */
export type SubjectSource =
  | { readonly kind: 'url'; readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly field: string | null }
  | { readonly kind: 'file'; readonly path: string; readonly field: string | null };

export type GoogleIdentity =
  | { readonly kind: 'service-account'; readonly email: string; readonly privateKey: string; readonly keyId: string | null; readonly tokenUrl: string }
  | { readonly kind: 'external-account'; readonly audience: string; readonly subjectTokenType: string; readonly tokenUrl: string; readonly impersonationUrl: string | null; readonly source: SubjectSource }
  | { readonly kind: 'user'; readonly clientId: string; readonly clientSecret: string; readonly refreshToken: string; readonly tokenUrl: string }
  /** `host`: of the metadata server. */
  | { readonly kind: 'metadata'; readonly host: string };

export type GoogleCredential =
  | { readonly ok: true; readonly identity: GoogleIdentity; readonly projectId: string | undefined; readonly secrets: readonly string[] }
  | { readonly ok: false; readonly why: string; readonly fix: string };

const tokenUrl = 'https://oauth2.googleapis.com/token';
const text = z.string().min(1);
const format = z.object({ type: z.enum(['text', 'json']).default('text'), subject_token_field_name: text.optional() }).prefault({});

const file = z.discriminatedUnion('type', [
  z.object({ type: z.literal('service_account'), client_email: text, private_key: text, private_key_id: text.optional(), project_id: text.optional(), token_uri: text.default(tokenUrl) }),
  z.object({
    type: z.literal('external_account'), audience: text, subject_token_type: text, token_url: text, service_account_impersonation_url: text.optional(), quota_project_id: text.optional(), project_id: text.optional(),
    credential_source: z.union([z.object({ url: text, headers: z.record(z.string(), z.string()).default({}), format }), z.object({ file: text, format })]),
  }),
  z.object({ type: z.literal('authorized_user'), client_id: text, client_secret: text, refresh_token: text, quota_project_id: text.optional(), token_uri: text.default(tokenUrl) }),
]);

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * As Google's own libraries look for it: GOOGLE_APPLICATION_CREDENTIALS, else the metadata server of the machine. Reads the
 * file and asks nobody. `root`: what a relative path is relative to.
 */
export function googleCredential(root: string, environment: Environment): GoogleCredential {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const projectId = read('GOOGLE_CLOUD_PROJECT') ?? read('GCLOUD_PROJECT');
  const path = read('GOOGLE_APPLICATION_CREDENTIALS');
  if (path === undefined) return { ok: true, identity: { kind: 'metadata', host: read('GCE_METADATA_HOST') ?? 'metadata.google.internal' }, projectId, secrets: [] };
  const refuse = (why: string, fix = 'name the file of a service account or of a workload identity federation, as google-github-actions/auth writes it'): GoogleCredential => ({ ok: false, why, fix });
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(resolve(root, path.replace(/^~(?=\/|$)/, homedir())), 'utf8'));
  } catch (error) {
    return error instanceof SyntaxError ? refuse('the file of GOOGLE_APPLICATION_CREDENTIALS is not JSON') : refuse('the file of GOOGLE_APPLICATION_CREDENTIALS cannot be read');
  }
  const parsed = file.safeParse(content);
  // what zod says of it could quote what stands there
  if (!parsed.success) return refuse(`the file of GOOGLE_APPLICATION_CREDENTIALS is none that ktx-ci reads: ${[...new Set(parsed.error.issues.map((issue) => issue.path.join('.') || 'type'))].join(', ')}`);
  const { data } = parsed;
  switch (data.type) {
    case 'service_account':
      return { ok: true, projectId: data.project_id ?? projectId, secrets: [data.private_key], identity: { kind: 'service-account', email: data.client_email, privateKey: data.private_key, keyId: data.private_key_id ?? null, tokenUrl: data.token_uri } };
    case 'authorized_user':
      return { ok: true, projectId: data.quota_project_id ?? projectId, secrets: [data.client_secret, data.refresh_token], identity: { kind: 'user', clientId: data.client_id, clientSecret: data.client_secret, refreshToken: data.refresh_token, tokenUrl: data.token_uri } };
    case 'external_account': {
      const { credential_source: source } = data;
      const field = source.format.type === 'json' ? source.format.subject_token_field_name ?? 'access_token' : null;
      return {
        ok: true, projectId: data.project_id ?? data.quota_project_id ?? projectId, secrets: 'url' in source ? Object.values(source.headers).map((value) => value.replace(/^bearer /i, '')) : [],
        identity: {
          kind: 'external-account', audience: data.audience, subjectTokenType: data.subject_token_type, tokenUrl: data.token_url, impersonationUrl: data.service_account_impersonation_url ?? null,
          source: 'url' in source ? { kind: 'url', url: source.url, headers: source.headers, field } : { kind: 'file', path: source.file, field },
        },
      };
    }
  }
}
