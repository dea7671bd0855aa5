import { codexSecrets } from './codex-credential.js';
import { federationOf, type Federation } from './federation.js';
import { googleCredential, type GoogleIdentity } from './google-credential.js';
import type { Project, FilePlace } from './project.js';
import { resolveReference } from './references.js';

type Environment = Readonly<Record<string, string | undefined>>;

export interface MissingCredential {
  readonly ok: false;
  readonly why: string;
  readonly fix: string;
  readonly place: FilePlace;
}

/** The credential of the configured backend, resolved when it is needed. */
export type Credential = { readonly ok: true; readonly value: string } | MissingCredential;

/** A key of ktx.yaml, or the variable that ktx takes without one. A reference without a value is never replaced by another variable. */
function keyOf(project: Project, environment: Environment, { provider, variable }: { readonly provider: 'anthropic' | 'gateway'; readonly variable: string }): Credential {
  const written = project.config.llm.provider[provider]?.api_key;
  const resolved = resolveReference(written ?? `env:${variable}`, project.root, environment);
  if (resolved.ok) return resolved;
  const place = written === undefined ? project.place('llm', 'provider', 'backend') : project.place('llm', 'provider', provider, 'api_key');
  return { ok: false, why: resolved.why, fix: written === undefined ? `set ${variable}, or llm.provider.${provider}.api_key: env:NAME` : resolved.fix, place };
}

/** `llm.provider.anthropic.api_key` as ktx.yaml has it; without the key ANTHROPIC_API_KEY, as ktx does. */
export const anthropicCredential = (project: Project, environment: Environment): Credential => keyOf(project, environment, { provider: 'anthropic', variable: 'ANTHROPIC_API_KEY' });

/** `llm.provider.gateway.api_key`; without the key AI_GATEWAY_API_KEY. */
export const gatewayCredential = (project: Project, environment: Environment): Credential => keyOf(project, environment, { provider: 'gateway', variable: 'AI_GATEWAY_API_KEY' });

/** The identity of the job in the place of a key: where no key is configured, ANTHROPIC_API_KEY is not set, and a federation rule is. */
export function anthropicFederation(project: Project, environment: Environment): { readonly ok: true; readonly federation: Federation } | MissingCredential | undefined {
  if (project.config.llm.provider.anthropic?.api_key !== undefined || environment['ANTHROPIC_API_KEY']?.trim()) return undefined;
  const federated = federationOf(environment);
  return federated?.ok === false ? { ...federated, place: project.place('llm', 'provider', 'backend') } : federated;
}

/** `llm.provider.openaiCompatible.api_key`; many servers want none, and no variable is taken in its place. */
export function openAiCompatibleCredential(project: Project, environment: Environment): { readonly ok: true; readonly value: string | null } | MissingCredential {
  const written = project.config.llm.provider.openaiCompatible?.api_key;
  if (written === undefined) return { ok: true, value: null };
  const resolved = resolveReference(written, project.root, environment);
  return resolved.ok ? resolved : { ...resolved, place: project.place('llm', 'provider', 'openaiCompatible', 'api_key') };
}

export interface VertexAccess {
  readonly ok: true;
  readonly identity: GoogleIdentity;
  readonly projectId: string;
  readonly location: string;
  readonly secrets: readonly string[];
}

/** Who the run is to Google Cloud, and which project it asks: that of ktx.yaml, else of the credential file, else GOOGLE_CLOUD_PROJECT. */
export function vertexAccess(project: Project, environment: Environment): VertexAccess | MissingCredential {
  const { vertex } = project.config.llm.provider;
  const refuse = (key: 'project' | 'location', why: string, fix: string): MissingCredential => ({ ok: false, why, fix, place: project.place('llm', 'provider', 'vertex', ...(vertex?.[key] === undefined ? [] : [key])) });
  const location = resolveReference(vertex?.location ?? '', project.root, environment);
  if (!location.ok) return refuse('location', location.why, location.fix);
  const credential = googleCredential(project.root, environment);
  if (!credential.ok) return { ...credential, place: project.place('llm', 'provider', 'backend') };
  const written = vertex?.project === undefined ? undefined : resolveReference(vertex.project, project.root, environment);
  if (written?.ok === false) return refuse('project', written.why, written.fix);
  const projectId = written?.value ?? credential.projectId;
  if (projectId === undefined) return refuse('project', 'no project of Google Cloud is named', 'set llm.provider.vertex.project, or GOOGLE_CLOUD_PROJECT');
  return { ok: true, identity: credential.identity, projectId, location: location.value, secrets: credential.secrets };
}

/** As for the backend anthropic; where neither ktx.yaml nor ANTHROPIC_API_KEY has one, the token of a sign-in in CLAUDE_CODE_OAUTH_TOKEN. */
export function claudeCodeCredential(project: Project, environment: Environment): Credential {
  const token = environment['CLAUDE_CODE_OAUTH_TOKEN']?.trim();
  const isWritten = project.config.llm.provider.anthropic?.api_key !== undefined;
  if (!isWritten && !environment['ANTHROPIC_API_KEY']?.trim() && token) return { ok: true, value: token };
  return anthropicCredential(project, environment);
}

/** Every value that is a credential of the configured backend: it may appear nowhere, whether it is used or not. */
export function modelSecrets(project: Project, environment: Environment): string[] {
  const { backend } = project.config.llm.provider;
  const key = backend === 'anthropic' ? anthropicCredential(project, environment) : backend === 'claude-code' ? claudeCodeCredential(project, environment) : backend === 'gateway' ? gatewayCredential(project, environment) : backend === 'openai-compatible' ? openAiCompatibleCredential(project, environment) : undefined;
  const others = backend === 'codex' ? codexSecrets(environment) : backend === 'claude-code' ? [environment['CLAUDE_CODE_OAUTH_TOKEN']] : [];
  const google = backend === 'vertex' ? googleCredential(project.root, environment) : undefined;
  const identity = backend === 'anthropic' || backend === 'claude-code' || backend === 'vertex' ? [environment['ANTHROPIC_IDENTITY_TOKEN'], environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN']] : [];
  return [...(key?.ok === true && key.value !== null ? [key.value] : []), ...(google?.ok === true ? google.secrets : []), ...[...identity, ...others].map((value) => value?.trim() ?? '')].filter((value) => value !== '');
}
