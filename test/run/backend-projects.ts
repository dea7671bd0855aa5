import { chatKey, startChatCompletions } from '../fakes/chat-completions.js';
import { startGoogleIdentity } from '../fakes/google-identity.js';
import { fakeGoogle, fakeKey, startMessagesApi, type Brain, type MessagesApi } from '../fakes/messages-api.js';
import { openAiKey, startResponsesApi } from '../fakes/responses-api.js';
import { startWorkloadIdentity } from '../fakes/workload-identity.js';
import type { ProjectFolder } from '../project-folder.js';
import { judgedConfig, judgedProject } from './judged-project.js';

/** The judged project with each backend in turn, and the fake that it talks to. */

export interface Prepared {
  readonly api: MessagesApi;
  readonly config: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  /** Everything that may be in no file. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

/** ktx.yaml of the judged project with another backend. */
export const configured = (provider: string, model = 'claude-sonnet-4-6'): string => judgedConfig({ url: 'x' }).replace(/ {4}backend: anthropic[\s\S]*?(?= {2}models:)/, provider).replace('claude-sonnet-4-6', model);

export const backends: Readonly<Record<string, (brain: Brain, latencyMs?: number) => Promise<Prepared>>> = {
  'anthropic': async (brain, latencyMs = 0) => {
    const api = await startMessagesApi({ brain, latencyMs });
    return { api, config: judgedConfig(api), environment: { SHOP_KEY: fakeKey }, secrets: [fakeKey], close: () => api.close() };
  },
  'anthropic without a key': async (brain, latencyMs = 0) => {
    const identity = await startWorkloadIdentity();
    const api = await startMessagesApi({ brain, latencyMs, key: 'none', accepts: (bearer) => identity.accepts(bearer), also: (...request) => identity.exchange(...request) });
    return {
      api, config: configured(`    backend: anthropic\n    anthropic: {base_url: "${api.url}"}\n`), environment: { ...identity.environment }, secrets: identity.secrets,
      async close() {
        await Promise.all([api.close(), identity.close()]);
      },
    };
  },
  'gateway': async (brain, latencyMs = 0) => {
    const api = await startMessagesApi({ brain, latencyMs, host: 'gateway' });
    return { api, config: configured(`    backend: gateway\n    gateway: {base_url: "${api.url}/v1/ai"}\n`, 'anthropic/claude-sonnet-4.6'), environment: { AI_GATEWAY_API_KEY: fakeKey }, secrets: [fakeKey], close: () => api.close() };
  },
  'vertex': async (brain, latencyMs = 0) => {
    const google = await startGoogleIdentity();
    const api = await startMessagesApi({ brain, latencyMs, host: 'vertex', accepts: (bearer) => google.accepts(bearer) });
    return {
      api, config: configured(`    backend: vertex\n    vertex: {location: ${fakeGoogle.location}, project: "env:GCP_PROJECT"}\n`), files: { 'gha-creds-1.json': google.files.impersonating },
      environment: { GOOGLE_APPLICATION_CREDENTIALS: 'gha-creds-1.json', GCP_PROJECT: fakeGoogle.project, ANTHROPIC_VERTEX_BASE_URL: api.url },
      secrets: google.secrets,
      async close() {
        await Promise.all([api.close(), google.close()]);
      },
    };
  },
  'openai-compatible': async (brain, latencyMs = 0) => {
    const api = await startChatCompletions({ brain, latencyMs });
    return { api, config: configured(`    backend: openai-compatible\n    openaiCompatible: {base_url: "${api.url}/v1", api_key: "env:LLM_KEY"}\n`), environment: { LLM_KEY: chatKey }, secrets: [chatKey], close: () => api.close() };
  },
  'openai-compatible without a key or a price': async (brain, latencyMs = 0) => {
    const api = await startChatCompletions({ brain, latencyMs, key: null, quirks: ['no usage', 'no stream_options', 'no ids'] });
    return { api, config: configured(`    backend: openai-compatible\n    openaiCompatible: {base_url: "${api.url}/v1"}\n`, 'local-model'), environment: {}, secrets: [], close: () => api.close() };
  },
  'claude-code': async (brain, latencyMs = 0) => {
    const api = await startMessagesApi({ brain, latencyMs });
    return { api, config: configured(`    backend: claude-code\n    anthropic: {base_url: "${api.url}"}\n`), environment: { ANTHROPIC_API_KEY: fakeKey }, secrets: [fakeKey], close: () => api.close() };
  },
  'codex': async (brain, latencyMs = 0) => {
    const api = await startResponsesApi({ brain, latencyMs });
    return { api, config: configured('    backend: codex\n', 'codex'), environment: { OPENAI_API_KEY: openAiKey, OPENAI_BASE_URL: `${api.url}/v1` }, secrets: [openAiKey], close: () => api.close() };
  },
};

export function projectOf({ api, config, environment, files = {} }: Prepared, sql?: string): ProjectFolder {
  const folder = judgedProject(api, { ...files, 'ktx.yaml': config }, sql);
  delete folder.environment['SHOP_KEY'];
  Object.assign(folder.environment, environment);
  return folder;
}
