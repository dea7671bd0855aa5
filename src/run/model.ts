import type { Finding } from '../finding.js';
import { anthropicHost } from '../llm/anthropic.js';
import type { ApiOptions } from '../llm/api-backend.js';
import type { Backend } from '../llm/backend.js';
import { claudeModel } from '../llm/claude-models.js';
import { codexModel } from '../llm/codex-config.js';
import { chatGptBase, chatGptHost } from '../llm/codex-sign-in.js';
import { gatewayHost } from '../llm/gateway.js';
import { tokenRoutes } from '../llm/google-identity.js';
import type { PacingEvent } from '../llm/pacing.js';
import type { Exchange } from '../llm/recording.js';
import { openAiHost } from '../llm/responses-wire.js';
import { checkRoute } from '../llm/route.js';
import { vertexHost } from '../llm/vertex.js';
import { codexCredential } from '../project/codex-credential.js';
import { anthropicCredential, anthropicFederation, claudeCodeCredential, gatewayCredential, modelSecrets, openAiCompatibleCredential, vertexAccess, type MissingCredential } from '../project/credentials.js';
import type { Project } from '../project/project.js';
import { resolveReference } from '../project/references.js';

/** The model that a run may ask: which, where, and with whose credential. */

export type Role = 'default' | 'triage' | 'candidateExtraction' | 'curator' | 'reconcile' | 'repair';

/** The model of a role; each falls back to `default`. */
export function modelOf(project: Project, role: Role): string {
  const { models, provider } = project.config.llm;
  const written = models[role] ?? models.default ?? '';
  // an alias has no price, and means another model one day
  const named = provider.backend === 'codex' ? codexModel(written) : provider.backend === 'claude-code' ? claudeModel(written) : written;
  return typeof named === 'string' ? named : written;
}

/** Who judges a unit: pages are the curator's. */
export const roleOf = (unit: { readonly kind: 'table' | 'model' | 'document' }): Role => (unit.kind === 'document' ? 'curator' : 'candidateExtraction');

/** Models of a run that judges these units, repairs and reconciles, by role; a role that is not set is asked under the one that it falls back to. */
export function judgingModels(project: Project, units: readonly Parameters<typeof roleOf>[0][] = [{ kind: 'table' }, { kind: 'document' }]): { readonly role: Role; readonly model: string }[] {
  const roles = [...new Set<Role>([...units.map(roleOf), 'reconcile', 'repair'])].sort().map((role) => (project.config.llm.models[role] === undefined ? 'default' : role));
  return [...new Set(roles)].map((role) => ({ role, model: modelOf(project, role) }));
}

/** Whether there is a model to ask. */
export function isCallable(backend: string): boolean {
  return backend !== 'none';
}

/** Whether the backend's loop is a program of its own; the others ask from this process. */
export function startsAgent(backend: string): boolean {
  return backend === 'claude-code' || backend === 'codex';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the configured backend sends its requests. */
interface ModelAddress {
  readonly baseUrl: string;
  /** The provider's own; null: there is none, so that the address has to be allowed. */
  readonly publicHost: string | null;
  /** Key of ktx.yaml that it comes from. */
  readonly path: readonly string[];
}

function addressOf(project: Project, environment: Environment): ModelAddress {
  const { provider } = project.config.llm;
  const resolved = (written: string): string => {
    const reference = resolveReference(written, project.root, environment);
    return reference.ok ? reference.value : '';
  };
  const own = (key: 'anthropic' | 'gateway', publicHost: string): ModelAddress => {
    const written = provider[key]?.base_url;
    return { baseUrl: written === undefined ? `https://${publicHost}` : resolved(written), publicHost, path: ['llm', 'provider', key, 'base_url'] };
  };
  switch (provider.backend) {
    case 'gateway': return own('gateway', gatewayHost);
    case 'openai-compatible': return { baseUrl: resolved(provider.openaiCompatible?.base_url ?? ''), publicHost: null, path: ['llm', 'provider', 'openaiCompatible', 'base_url'] };
    case 'codex': {
      const [publicHost, usual] = signsIn(project, environment) ? [chatGptHost, chatGptBase] : [openAiHost, `https://${openAiHost}`];
      return { baseUrl: environment['OPENAI_BASE_URL']?.trim() || usual, publicHost, path: ['llm', 'provider', 'backend'] };
    }
    case 'vertex': {
      const publicHost = vertexHost(resolved(provider.vertex?.location ?? ''));
      // As the SDK and Claude Code have it, for a gateway that hands it on.
      return { baseUrl: environment['ANTHROPIC_VERTEX_BASE_URL']?.trim() || (publicHost === null ? '' : `https://${publicHost}`), publicHost, path: ['llm', 'provider', 'vertex', 'location'] };
    }
    default: return own('anthropic', anthropicHost);
  }
}

/** Whether the model is asked past the relay, with a person's sign-in. */
export function signsIn(project: Project, environment: Environment): boolean {
  const credential = project.config.llm.provider.backend === 'codex' ? codexCredential(project, environment) : undefined;
  return credential?.ok === true && 'signIn' in credential;
}

/** What holds, and what does not, where the model is asked past the relay. */
export function signInFindings(project: Project, environment: Environment): Finding[] {
  if (!signsIn(project, environment)) return [];
  return [{
    severity: 'warning', code: 'unrelayed-login', ...project.place('llm', 'provider', 'backend'),
    message: 'codex signs in with ChatGPT and asks it past the relay: steps and minutes are held, dollars and tokens are only counted, after each unit, at list price; the tokens of the sign-in are in its hands',
    fix: 'leave --allow-unrelayed-login out and set OPENAI_API_KEY, for everything that runs without a person',
  }];
}

export const baseUrlOf = (project: Project, environment: Environment): string => addressOf(project, environment).baseUrl;

/** Whether the credential may go where ktx.yaml sends it, and tokens may come from where a credential file has them from. Nobody is asked for it. */
export function routeFindings(project: Project, environment: Environment, allowedHosts: readonly string[]): Finding[] {
  const { backend } = project.config.llm.provider;
  if (!isCallable(backend)) return [];
  const { baseUrl, publicHost, path } = addressOf(project, environment);
  const refused = (why: string, fix: string, of = path): Finding => ({ severity: 'error', code: 'host-refused', ...project.place(...of), message: why, fix });
  if (backend === 'vertex') {
    if (publicHost === null) return [refused('llm.provider.vertex.location is no location of Google Cloud', 'write a region such as europe-west1, or global, us or eu')];
    const access = vertexAccess(project, environment);
    const routes = access.ok ? tokenRoutes(access.identity, allowedHosts, environment) : [];
    const findings = routes.flatMap((route) => (route.ok ? [] : [refused(`the credential file of Google Cloud has its tokens from elsewhere: ${route.why}`, route.fix.replace('base_url', 'the file'), ['llm', 'provider', 'vertex'])]));
    if (findings.length > 0) return findings;
  }
  const route = checkRoute(baseUrl, allowedHosts, publicHost);
  // without a base_url of ktx.yaml it is a variable that names the address
  const named = backend === 'vertex' ? 'ANTHROPIC_VERTEX_BASE_URL' : backend === 'codex' ? 'OPENAI_BASE_URL' : 'base_url';
  return route.ok ? [] : [refused(route.why, route.fix.replace('base_url', named))];
}

export interface OpenModelInput {
  readonly project: Project;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly allowedHosts: readonly string[];
  readonly concurrency: number;
  readonly say: (line: string) => void;
  /** False: no request will be sent, so that nothing has to be installed for one. */
  readonly ask?: boolean;
  readonly recorder?: ((exchange: Exchange) => void) | undefined;
}

export type OpenedModel = { readonly ok: true; readonly backend: Backend; readonly secrets: readonly string[] } | { readonly ok: false; readonly finding: Finding };

/** Seconds without a byte after which a request is given up; settable for slow gateways. */
const silenceSeconds = 120;

/** How long a probe may take, its retries included. */
export const probeMilliseconds = (environment: Readonly<Record<string, string | undefined>>): number => (Number(environment['KTX_CI_PROBE_SECONDS']) || 60) * 1000;

export async function openModel(input: OpenModelInput): Promise<OpenedModel> {
  const { project, environment } = input;
  const backend = await openBackend(input, {
    allowedHosts: input.allowedHosts, environment, ownPrices: project.settings.prices, rateLimit: project.config.ingest.rateLimit, concurrency: input.concurrency,
    silenceMs: (Number(environment['KTX_CI_MODEL_SILENCE_SECONDS']) || silenceSeconds) * 1000, say: (event) => input.say(pacingText(event)), recorder: input.recorder,
  });
  if (!('ok' in backend)) return { ok: true, backend, secrets: modelSecrets(project, environment) };
  const { why, fix, place } = backend;
  return { ok: false, finding: { severity: 'error', code: 'missing-credential', ...place, message: `backend ${project.config.llm.provider.backend} has no credential: ${why}`, fix } };
}

/** The configured backend with its credential; each loads what it needs of its own. */
async function openBackend({ project, environment, say, ask }: OpenModelInput, options: ApiOptions): Promise<Backend | MissingCredential> {
  const baseUrl = baseUrlOf(project, environment);
  const { provider, promptCaching: caching = {} } = project.config.llm;
  switch (provider.backend) {
    case 'gateway': {
      const key = gatewayCredential(project, environment);
      return key.ok ? await (await import('../llm/gateway.js')).openGateway({ ...options, baseUrl, apiKey: key.value, caching }) : key;
    }
    case 'openai-compatible': {
      const key = openAiCompatibleCredential(project, environment);
      return key.ok ? (await import('../llm/openai-compatible.js')).openOpenAiCompatible({ ...options, baseUrl, apiKey: key.value }) : key;
    }
    case 'claude-code': {
      const federated = anthropicFederation(project, environment);
      if (federated?.ok === false) return federated;
      const key = federated ?? claudeCodeCredential(project, environment);
      return key.ok ? await (await import('../llm/claude-code.js')).openClaudeCode({ ...options, baseUrl, apiKey: 'federation' in key ? key.federation : key.value, note: say }) : key;
    }
    case 'codex': {
      const key = codexCredential(project, environment);
      if (!key.ok) return key;
      return await (await import('../llm/codex.js')).openCodex({ ...options, baseUrl, ...('signIn' in key ? { apiKey: '', signIn: key.signIn.file } : { apiKey: key.value }), note: say, prepare: ask });
    }
    case 'vertex': {
      const access = vertexAccess(project, environment);
      if (!access.ok) return access;
      const { identity, location, projectId } = access;
      return await (await import('../llm/vertex.js')).openVertex({ ...options, baseUrl, identity, location, project: projectId, caching, fallbackTo5m: caching.vertexFallbackTo5m === true });
    }
    default: {
      const federated = anthropicFederation(project, environment);
      if (federated?.ok === false) return federated;
      const key = federated ?? anthropicCredential(project, environment);
      if (!key.ok) return key;
      return await (await import('../llm/anthropic.js')).openAnthropic({ ...options, baseUrl, apiKey: 'federation' in key ? key.federation : key.value, caching });
    }
  }
}

/** What a person who watches should know of the pace. */
function pacingText(event: PacingEvent): string {
  switch (event.kind) {
    case 'paused': return `the provider asks to wait until ${new Date(event.until).toISOString().slice(11, 19)} UTC (${event.status})`;
    case 'resumed': return 'going on';
    case 'concurrency': return `requests at once: ${event.from} → ${event.to} (${event.reason})`;
  }
}
