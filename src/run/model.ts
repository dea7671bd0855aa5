import type { Finding } from '../finding.js';
import type { Backend } from '../llm/backend.js';
import { anthropicHost } from '../llm/anthropic.js';
import { claudeModel } from '../llm/claude-models.js';
import { codexModel } from '../llm/codex-config.js';
import type { PacingEvent } from '../llm/pacing.js';
import type { Exchange } from '../llm/recording.js';
import { openAiHost } from '../llm/responses-wire.js';
import { checkRoute } from '../llm/route.js';
import { anthropicCredential, claudeCodeCredential, codexCredential, type Credential } from '../project/credentials.js';
import type { Project } from '../project/project.js';

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

/** Models that judge these units, by role; a role that is not set is asked under the one that it falls back to. */
export function judgingModels(project: Project, units: readonly Parameters<typeof roleOf>[0][] = [{ kind: 'table' }, { kind: 'document' }]): { readonly role: Role; readonly model: string }[] {
  return [...new Set(units.map(roleOf))].sort().map((role) => ({ role: project.config.llm.models[role] === undefined ? 'default' : role, model: modelOf(project, role) }));
}

/** Backends that this version can ask. */
export function isCallable(backend: string): boolean {
  return backend === 'anthropic' || backend === 'claude-code' || backend === 'codex';
}

export const baseUrlOf = (project: Project, environment: Readonly<Record<string, string | undefined>>): string => {
  if (project.config.llm.provider.backend === 'codex') return environment['OPENAI_BASE_URL']?.trim() || `https://${openAiHost}`;
  const written = project.config.llm.provider.anthropic?.base_url;
  if (written === undefined) return `https://${anthropicHost}`;
  return written.startsWith('env:') ? environment[written.slice(4).trim()]?.trim() ?? '' : written;
};

/** Whether the credential may go where ktx.yaml sends it. Nothing is resolved or opened for it. */
export function routeFindings(project: Project, environment: Readonly<Record<string, string | undefined>>, allowedHosts: readonly string[]): Finding[] {
  const { backend } = project.config.llm.provider;
  if (!isCallable(backend)) return [];
  const [publicHost, place] = backend === 'codex' ? [openAiHost, project.place('llm', 'provider', 'backend')] : [anthropicHost, project.place('llm', 'provider', 'anthropic', 'base_url')];
  const route = checkRoute(baseUrlOf(project, environment), allowedHosts, publicHost);
  return route.ok ? [] : [{ severity: 'error', code: 'host-refused', ...place, message: route.why, fix: backend === 'codex' ? route.fix.replace('base_url', 'OPENAI_BASE_URL') : route.fix }];
}

/** The credential of the backend, of those that have one. */
export function credentialOf(project: Project, environment: Readonly<Record<string, string | undefined>>): Credential {
  switch (project.config.llm.provider.backend) {
    case 'codex': return codexCredential(project, environment);
    case 'claude-code': return claudeCodeCredential(project, environment);
    default: return anthropicCredential(project, environment);
  }
}

export interface OpenModelInput {
  readonly project: Project;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly allowedHosts: readonly string[];
  readonly concurrency: number;
  say(line: string): void;
  readonly recorder?: ((exchange: Exchange) => void) | undefined;
}

export type OpenedModel = { readonly ok: true; readonly backend: Backend; readonly secrets: readonly string[] } | { readonly ok: false; readonly finding: Finding };

/** Seconds without a byte after which a request is given up; settable for slow gateways. */
const silenceSeconds = 120;

/** How long a probe may take, its retries included. */
export const probeMilliseconds = (environment: Readonly<Record<string, string | undefined>>): number => (Number(environment['KTX_CI_PROBE_SECONDS']) || 60) * 1000;

export async function openModel(input: OpenModelInput): Promise<OpenedModel> {
  const { project, environment } = input;
  const { backend: id } = project.config.llm.provider;
  const credential = credentialOf(project, environment);
  if (!credential.ok) {
    return { ok: false, finding: { severity: 'error', code: 'missing-credential', ...credential.place, message: `backend ${id} has no credential: ${credential.why}`, fix: credential.fix } };
  }
  const shared = {
    baseUrl: baseUrlOf(project, environment), apiKey: credential.value, allowedHosts: input.allowedHosts, environment,
    ownPrices: project.settings.prices, rateLimit: project.config.ingest.rateLimit, concurrency: input.concurrency,
    silenceMs: (Number(environment['KTX_CI_MODEL_SILENCE_SECONDS']) || silenceSeconds) * 1000, say: (event: PacingEvent) => input.say(pacingText(event)), recorder: input.recorder,
  };
  const backend = id === 'codex' ? await (await import('../llm/codex.js')).openCodex({ ...shared, note: (line) => input.say(line) })
    : id === 'claude-code' ? await (await import('../llm/claude-code.js')).openClaudeCode({ ...shared, note: (line) => input.say(line) })
      : await (await import('../llm/anthropic.js')).openAnthropic({ ...shared, caching: project.config.llm.promptCaching ?? {} });
  return { ok: true, backend, secrets: [credential.value] };
}

/** What a person who watches should know of the pace. */
function pacingText(event: PacingEvent): string {
  switch (event.kind) {
    case 'paused': return `the provider asks to wait until ${new Date(event.until).toISOString().slice(11, 19)} UTC (${event.status})`;
    case 'resumed': return 'going on';
    case 'concurrency': return `requests at once: ${event.from} → ${event.to} (${event.reason})`;
  }
}
