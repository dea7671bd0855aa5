import { modelFailure } from './classify.js';
import type { ModelFailure } from './failure.js';
import { objectIn } from './meter.js';

/**
 * How codex 0.163 is started so that it is a loop over our tools and nothing else: no shell, no files, no network but our two
 * loopback ports, no configuration of the machine or of a project. Keys and names of features move between its releases, so
 * its version is pinned in tools/agents, and each request that it makes is checked for what it offers.
 */

/** The model that `codex` and `default` stand for. */
const usualModel = 'gpt-5.5';

/** The id that is sent; a failure for an id that is no model of OpenAI's. Nothing is sent for it. */
export function codexModel(id: string): string | ModelFailure {
  const name = id.trim();
  if (name === 'codex' || name === 'default') return usualModel;
  if (/^(?:gpt|codex)-[a-z0-9][a-z0-9._-]*$/i.test(name)) return name;
  return modelFailure('model-access', `codex runs models of OpenAI, whose ids begin with gpt- or codex-; ${name === '' ? 'an empty id' : name} is none.`);
}

/** Name of our tool server, as the model and the events see it. */
export const toolServerName = 'ktx';

/** Variables that the two tokens of a task are in. */
const relayVariable = 'KTX_RELAY_TOKEN';
const toolsVariable = 'KTX_TOOLS_TOKEN';

const off = [
  'shell_tool', 'unified_exec', 'view_image', 'multi_agent', 'multi_agent_v2', 'goals', 'apps', 'plugins', 'remote_plugin', 'plugin_sharing', 'image_generation', 'browser_use', 'browser_use_external',
  'computer_use', 'in_app_browser', 'skill_search', 'tool_suggest', 'hooks', 'shell_snapshot', 'memories', 'sleep_tool', 'code_mode_host', 'api_key_model_discovery', 'unbounded_connection_retries',
  'enable_request_compression', 'skill_mcp_dependency_install', 'workspace_dependencies', 'worktrees', 'daemon_auto_start', 'realtime_conversation', 'guardian_approval',
] as const;

/** Folders and files of one turn; all of them are ours. */
export interface TurnPlaces {
  readonly home: string;
  readonly work: string;
  readonly temporary: string;
  readonly catalogue: string;
  readonly instructions: string;
}

export interface OfferedTools {
  readonly url: string;
  readonly token: string;
  readonly names: readonly string[];
}

/** How codex reaches its model. */
export interface CodexProvider {
  readonly config: Readonly<Record<string, unknown>>;
  /** Keys of the whole configuration. */
  readonly also?: Readonly<Record<string, unknown>>;
  /** Variables that it takes. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Through the relay at `url`, without a path. `silenceMs`: how long an answer may be silent, which the relay ends first. */
export const relayProvider = (url: string, token: string, silenceMs: number): CodexProvider => ({
  config: { base_url: `${url}/v1`, env_key: relayVariable, requires_openai_auth: false, request_max_retries: 0, stream_max_retries: 0, stream_idle_timeout_ms: silenceMs + 30_000 },
  variables: { [relayVariable]: token },
});

/** The whole environment of the child: nothing of this process's is in it but what Windows needs to start a program, and what its provider takes. */
export function codexEnvironment({ home, temporary }: TurnPlaces, { variables }: CodexProvider, tools: OfferedTools | undefined, own: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const windows = Object.fromEntries(Object.entries(own).filter((entry): entry is [string, string] => /^(?:systemroot|comspec)$/i.test(entry[0]) && entry[1] !== undefined));
  return {
    ...windows, CODEX_HOME: home, HOME: home, USERPROFILE: home, TMPDIR: temporary, TEMP: temporary, TMP: temporary, PATH: '/usr/bin:/bin', CODEX_EXEC_SERVER_URL: 'none',
    ...variables, ...(tools ? { [toolsVariable]: tools.token } : {}),
  };
}

export function codexConfig({ catalogue, instructions }: TurnPlaces, provider: CodexProvider, tools: OfferedTools | undefined): Record<string, unknown> {
  return {
    model_provider: 'ktx',
    model_providers: {
      // not the built-in provider: that one opens a WebSocket first, and its retries cannot be turned off
      ktx: { name: 'ktx', wire_api: 'responses', supports_websockets: false, ...provider.config },
    },
    model_catalog_json: catalogue, model_instructions_file: instructions,
    web_search: 'disabled', features: Object.fromEntries(off.map((name) => [name, false])), agents: { enabled: false },
    tools: { update_plan: { enabled: false }, experimental_request_user_input: { enabled: false } }, skills: { include_instructions: false, bundled: { enabled: false } },
    analytics: { enabled: false }, feedback: { enabled: false }, check_for_update_on_startup: false, otel: { exporter: 'none', trace_exporter: 'none', metrics_exporter: 'none' }, history: { persistence: 'none' },
    project_doc_max_bytes: 0, include_permissions_instructions: false, include_apps_instructions: false, include_collaboration_mode_instructions: false, include_environment_context: false,
    shell_environment_policy: { inherit: 'none' }, allow_login_shell: false, cli_auth_credentials_store: 'ephemeral', ...provider.also,
    ...(tools ? {
      mcp_servers: {
        // required: without it a turn runs without its tools where the server is not there
        [toolServerName]: { url: tools.url, bearer_token_env_var: toolsVariable, required: true, enabled_tools: tools.names, default_tools_approval_mode: 'approve', startup_timeout_sec: 10, tool_timeout_sec: 600 },
      },
    } : {}),
  };
}

/** Options of a thread. */
export const threadOptions = (model: string, { work }: TurnPlaces): Record<string, unknown> => ({
  model, sandboxMode: 'read-only', approvalPolicy: 'never', networkAccessEnabled: false, webSearchMode: 'disabled', workingDirectory: work, skipGitRepoCheck: true,
});

type Fields = Readonly<Record<string, unknown>>;

/**
 * The catalogue that `codex debug models` prints, with every model out of code mode and without tools of its own. A model
 * that it does not know is listed like the usual one, or it would be run by guesses. Null: this is no catalogue.
 */
export function tightCatalogue(printed: string, model: string): string | null {
  const models = objectIn(printed)?.['models'];
  if (!Array.isArray(models)) return null;
  const known = models as readonly Fields[];
  const like = known.find(({ slug }) => slug === usualModel) ?? known[0];
  if (!like) return null;
  const all = known.some(({ slug }) => slug === model) ? known : [...known, { ...like, slug: model, display_name: model }];
  return JSON.stringify({
    models: all.map(({ tool_mode: _, multi_agent_version: __, ...rest }) => ({ ...rest, shell_type: 'disabled', apply_patch_tool_type: null, supports_search_tool: false, experimental_supported_tools: [], upgrade: null, availability_nux: null })),
  });
}
