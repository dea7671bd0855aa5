import { anthropicFederation, vertexAccess } from '../project/credentials.js';
import type { Project } from '../project/project.js';
import { baseUrlOf, signsIn } from './model.js';

/** What a run's model means for who lets it run: with what it signs in, whom it talks to, what it leaves aside. */
export interface ModelFacts {
  /** In words, without the value. */
  readonly credential: string;
  readonly hosts: readonly { readonly host: string; readonly what: string }[];
  /** Keys of `llm` that have no effect with this backend, as they are written in ktx.yaml. */
  readonly ignored: readonly string[];
  /** Text of rows that may leave. */
  readonly rows: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function modelFacts(project: Project, environment: Environment): ModelFacts {
  const { backend } = project.config.llm.provider;
  if (backend === 'none') return { credential: 'none', hosts: [], ignored: ignoredKeys(project), rows: '' };
  const base = baseUrlOf(project, environment);
  const hosts = [{ host: URL.canParse(base) ? new URL(base).host : base, what: `${backend}: names, types, comments, SQL and text of pages, with the credential` }, ...tokenHosts(project, environment)];
  return { credential: credentialText(project, environment), hosts, ignored: ignoredKeys(project), rows: rowsText(project) };
}

/** `env:NAME` and `file:PATH` are where a value is, not the value; anything else is. */
function sourceOf(written: string | undefined, otherwise: string): string {
  const reference = written ?? otherwise;
  return /^(?:env|file):/.test(reference.trim()) ? `key from ${reference.trim()}` : 'key written in ktx.yaml';
}

const googleTexts = {
  'service-account': 'service account of Google Cloud, with a stored key', 'external-account': 'keyless (Google Cloud, external account)',
  'metadata': 'identity of this machine in Google Cloud', 'user': 'credential of a person in Google Cloud',
} as const;

function credentialText(project: Project, environment: Environment): string {
  const { provider } = project.config.llm;
  switch (provider.backend) {
    case 'gateway': return sourceOf(provider.gateway?.api_key, 'env:AI_GATEWAY_API_KEY');
    case 'openai-compatible': return provider.openaiCompatible?.api_key === undefined ? 'no key' : sourceOf(provider.openaiCompatible.api_key, '');
    case 'vertex': {
      const access = vertexAccess(project, environment);
      return access.ok ? googleTexts[access.identity.kind] : 'no credential of Google Cloud';
    }
    case 'anthropic':
    case 'claude-code': {
      const federated = anthropicFederation(project, environment);
      if (federated?.ok === true) return federated.federation.identity.kind === 'github' ? 'keyless (GitHub OIDC)' : 'keyless (identity token)';
      const isSignIn = provider.backend === 'claude-code' && !environment['ANTHROPIC_API_KEY']?.trim() && environment['CLAUDE_CODE_OAUTH_TOKEN']?.trim();
      return sourceOf(provider.anthropic?.api_key, isSignIn ? 'env:CLAUDE_CODE_OAUTH_TOKEN' : 'env:ANTHROPIC_API_KEY');
    }
    case 'codex': return signsIn(project, environment) ? 'sign-in with ChatGPT, past the relay' : environment['CODEX_API_KEY']?.trim() ? 'key from env:CODEX_API_KEY' : 'key from env:OPENAI_API_KEY';
    default: return 'none';
  }
}

/** Where tokens come from, where there is no key. */
function tokenHosts(project: Project, environment: Environment): { readonly host: string; readonly what: string }[] {
  const { backend } = project.config.llm.provider;
  if (backend === 'anthropic' || backend === 'claude-code') {
    const federated = anthropicFederation(project, environment);
    if (federated?.ok !== true || federated.federation.identity.kind !== 'github') return [];
    return [{ host: new URL(federated.federation.identity.requestUrl).host, what: 'GitHub: the identity token of the job; nothing else' }];
  }
  if (signsIn(project, environment)) return [{ host: 'auth.openai.com', what: 'codex: new tokens for the sign-in; nothing else' }];
  const access = backend === 'vertex' ? vertexAccess(project, environment) : undefined;
  if (access?.ok !== true) return [];
  const { identity } = access;
  const urls = identity.kind === 'metadata' ? [`http://${identity.host}`] : identity.kind === 'external-account' ? [identity.tokenUrl, ...(identity.impersonationUrl === null ? [] : [identity.impersonationUrl]), ...(identity.source.kind === 'url' ? [identity.source.url] : [])] : [identity.tokenUrl];
  return [...new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).host))].map((host) => ({ host, what: 'Google Cloud: tokens; nothing else' }));
}

const caching = ['enabled', 'systemTtl', 'toolsTtl', 'historyTtl', 'vertexFallbackTo5m'] as const;

/** Backends that mark what is cached themselves, or whose provider does. */
const cachesItself: ReadonlySet<string> = new Set(['none', 'openai-compatible', 'codex', 'claude-code']);

function ignoredKeys(project: Project): string[] {
  const { provider, promptCaching } = project.config.llm;
  const { backend } = provider;
  const set = caching.filter((key) => promptCaching?.[key] !== undefined && (cachesItself.has(backend) || (key === 'vertexFallbackTo5m' && backend !== 'vertex')));
  const sections = { 'anthropic': 'anthropic', 'gateway': 'gateway', 'openai-compatible': 'openaiCompatible', 'vertex': 'vertex' } as const;
  const others = Object.entries(sections).filter(([of, key]) => of !== backend && provider[key] !== undefined && !(of === 'anthropic' && backend === 'claude-code'));
  return [...others.map(([, key]) => `llm.provider.${key}`), ...set.map((key) => `llm.promptCaching.${key}`)];
}

function rowsText(project: Project): string {
  const { samples } = project.settings;
  const of = (kind: string): string => (kind === 'none' ? 'no rows' : kind === 'raw' ? 'sample rows' : 'shapes of values, no rows');
  if (typeof samples === 'string') return of(samples);
  const kinds = Object.entries(samples).map(([connection, kind]) => `${connection}: ${of(kind)}`);
  return [...kinds, `else ${of('masked')}`].join(', ');
}
