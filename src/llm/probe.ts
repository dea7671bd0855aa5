import type { Finding } from '../finding.js';
import { nearest } from '../text/nearest.js';
import type { Backend, ProbeResult } from './backend.js';
import { modelFailure } from './classify.js';
import type { FailureCategory, ModelFailure } from './failure.js';
import type { Account } from './ledger.js';
import { listedName, priceTable } from './prices.js';

/** A model with the roles of ktx.yaml that name it. */
export interface ProbedModel {
  readonly model: string;
  readonly roles: readonly string[];
  readonly result: ProbeResult;
}

export interface ProbeOptions {
  readonly backend: Pick<Backend, 'id' | 'host' | 'probe'>;
  /** In the order in which results are wanted. */
  readonly models: readonly { readonly role: string; readonly model: string }[];
  /** Place of a key of ktx.yaml. */
  readonly place: (path: readonly string[]) => Pick<Finding, 'file' | 'line' | 'column'>;
  readonly account: Account;
  readonly signal: AbortSignal;
  /** For each model, in milliseconds, retries included. */
  readonly timeoutMs: number;
}

/** Asks each distinct model once, in parallel, and says of each that failed what to do. Throws the signal's reason where it was cancelled. */
export async function probeModels({ backend, models, place, account, signal, timeoutMs }: ProbeOptions): Promise<{ readonly results: readonly ProbedModel[]; readonly findings: readonly Finding[] }> {
  const roles = new Map<string, string[]>();
  for (const { role, model } of models) roles.set(model, [...(roles.get(model) ?? []), role]);
  const results = await Promise.all([...roles].map(async ([model, names]): Promise<ProbedModel> => ({ model, roles: names, result: await inTime(backend, model, { account, signal, timeoutMs }) })));
  signal.throwIfAborted();
  const working = results.filter(({ result }) => result.category === 'ok').map(({ model }) => model);
  return { results, findings: causesOf(results).map((cause) => findingOf(backend, { ...cause, working }, place)) };
}

/** Models that failed of one cause are one finding; a model that is not there is a cause of its own. */
function causesOf(results: readonly ProbedModel[]): Omit<Failed, 'working'>[] {
  const causes = new Map<string, Omit<Failed, 'working'>>();
  for (const { model, roles, result } of results) {
    if (result.category === 'ok') continue;
    const { category, message } = result.failure;
    const key = category === 'model-access' ? `${category} ${model}` : `${category} ${message}`;
    const first = causes.get(key);
    causes.set(key, first ? { ...first, others: [...first.others, `${model} (${roles.join(', ')})`] } : { model, roles, failure: result.failure, others: [] });
  }
  return [...causes.values()];
}

/** Milliseconds from the timeout until a probe is no longer waited for. */
const graceMs = 500;

async function inTime(backend: ProbeOptions['backend'], model: string, { account, signal, timeoutMs }: Pick<ProbeOptions, 'account' | 'signal' | 'timeoutMs'>): Promise<ProbeResult> {
  const { promise, resolve } = Promise.withResolvers<ProbeResult>();
  const timeout = AbortSignal.timeout(timeoutMs);
  // A backend that does not listen to its signal does not hold up the others; one that does has time to say what it met.
  timeout.addEventListener('abort', () => {
    setTimeout(() => resolve({ category: 'timeout', milliseconds: timeoutMs, failure: modelFailure('timeout', `${backend.host} did not answer within ${Math.round(timeoutMs / 1000)} s.`) }), graceMs).unref();
  }, { once: true });
  return Promise.race([backend.probe(model, account, AbortSignal.any([signal, timeout])), promise]);
}

interface Failed {
  readonly model: string;
  readonly roles: readonly string[];
  readonly failure: ModelFailure;
  /** Models that failed of the same cause. */
  readonly others: readonly string[];
  readonly working: readonly string[];
}

/** What of ktx.yaml and of the environment makes up a backend's credential and address. */
interface Setup {
  /** Key below llm.provider. */
  readonly provider: string;
  /** Keys below it that findings point at; null: the whole of it. */
  readonly credential: 'api_key' | null;
  readonly address: 'base_url' | 'location';
  /** What to do where there is no credential. */
  readonly set: (credential: string) => string;
  readonly api: string;
  /** Where both are variables, without a key of ktx.yaml: their names. */
  readonly variables?: { readonly credential: string; readonly address: string };
}

const messagesKey = (variable: string): Pick<Setup, 'credential' | 'address' | 'set' | 'api'> => ({
  credential: 'api_key', address: 'base_url', api: 'the Messages API', set: (credential) => `set ${credential} to a reference such as env:${variable}, and give that variable to the step`,
});

const setups: Readonly<Record<string, Setup>> = {
  'anthropic': { provider: 'anthropic', ...messagesKey('ANTHROPIC_API_KEY') },
  'claude-code': { provider: 'anthropic', ...messagesKey('ANTHROPIC_API_KEY') },
  'gateway': { provider: 'gateway', ...messagesKey('AI_GATEWAY_API_KEY') },
  'openai-compatible': { provider: 'openaiCompatible', ...messagesKey('OPENAI_API_KEY'), api: 'an API to which /chat/completions is added' },
  'codex': {
    provider: 'codex', credential: 'api_key', address: 'base_url', api: 'the Responses API', variables: { credential: 'CODEX_API_KEY or OPENAI_API_KEY', address: 'OPENAI_BASE_URL' },
    set: (credential) => `give ${credential} to the step`,
  },
  'vertex': { provider: 'vertex', credential: null, address: 'location', api: 'Vertex AI', set: () => 'sign in with google-github-actions/auth in a step before this one, or set GOOGLE_APPLICATION_CREDENTIALS to a credential file' },
};

function findingOf({ id, host }: ProbeOptions['backend'], { model, roles, failure, others, working }: Failed, place: ProbeOptions['place']): Finding {
  const { category } = failure;
  const setup = setups[id] ?? { provider: id, ...messagesKey('ANTHROPIC_API_KEY') };
  const provider = ['llm', 'provider', setup.provider];
  const keys: Readonly<Record<Advice['at'], readonly string[]>> = { backend: ['llm', 'provider', 'backend'], model: ['llm', 'models', roles[0] ?? 'default'], credential: setup.credential === null ? provider : [...provider, setup.credential], address: [...provider, setup.address] };
  const { at, fix } = (failure.of === 'token' ? tokenAdvice[category] : undefined) ?? advice[category];
  const named = [`${model} (${roles.join(', ')})`, ...others].join(' and ');
  return {
    severity: 'error', code: category, ...place(setup.variables && at !== 'model' ? keys.backend : keys[at]),
    message: at === 'backend' ? `${id} cannot ask ${named}: ${words[category]}: ${failure.message}` : `${host} does not serve ${named}: ${words[category]}; it said: ${failure.message}`,
    fix: failure.fix ?? fix({ model, host, key: keys[at].join('.'), credential: keys.credential.join('.'), address: keys.address.join('.'), setup, working, ...setup.variables }),
  };
}

const words: Readonly<Record<FailureCategory, string>> = {
  'missing-credential': 'there is no credential', 'auth': 'the credential is not valid', 'permission': 'the credential may not do this', 'model-access': 'the model is not there for this credential',
  'quota': 'the account has nothing left to spend', 'rate-limit': 'too many requests', 'network': 'it cannot be reached', 'timeout': 'no answer in time', 'not-installed': 'its program does not run here',
  'isolation': 'the agent could not be isolated', 'invalid-request': 'it refuses the request', 'provider-error': 'it has a problem of its own',
};

interface Advised {
  readonly model: string;
  readonly host: string;
  /** Where the finding points. */
  readonly key: string;
  readonly credential: string;
  readonly address: string;
  readonly setup: Setup;
  /** Models that the same credential got an answer from. */
  readonly working: readonly string[];
}

interface Advice {
  /** `backend`: nobody was asked, because it is a matter of this machine. */
  readonly at: 'backend' | 'model' | 'credential' | 'address';
  readonly fix: (advised: Advised) => string;
}

const advice: Readonly<Record<FailureCategory, Advice>> = {
  'missing-credential': { at: 'credential', fix: ({ credential, setup }) => setup.set(credential) },
  'auth': { at: 'credential', fix: ({ credential, host, setup }) => (setup.credential === null ? `check the identity of the step: ${host} does not take its token` : `check that the secret behind ${credential} is a whole and current key of ${host}`) },
  'permission': { at: 'credential', fix: ({ credential, setup }) => setup.credential === null ? 'give the identity of the step the role Vertex AI User in the project, and enable the model there' : `give the key behind ${credential} the permission that is named, or use the key of a workspace that has it` },
  'model-access': { at: 'model', fix: modelFix },
  'quota': { at: 'credential', fix: ({ host }) => `add credit or raise the spending limit of the account at ${host}; waiting does not help` },
  'rate-limit': { at: 'credential', fix: () => 'run it again later, or lower ingest.workUnits.maxConcurrency, or ask the provider for a higher limit' },
  'network': { at: 'address', fix: ({ host, address }) => `check ${address}, HTTPS_PROXY and NO_PROXY, and that the runner may reach ${host}` },
  'timeout': { at: 'address', fix: ({ host, address }) => `run it again; if it stays so, check ${address} and the proxy on the way to ${host}` },
  'not-installed': { at: 'backend', fix: () => 'install the program that is named in a step before this one' },
  'isolation': { at: 'backend', fix: () => 'use a backend that talks to the API itself, or a runner that allows the isolation that is named' },
  'invalid-request': { at: 'address', fix: ({ address, setup }) => `check that ${address} is the address of ${setup.api}; if it is, please report this` },
  'provider-error': { at: 'address', fix: ({ host }) => `run it again later; the status page of ${host} says whether it is known` },
};

/** Where it is not the provider that refused: no key is wrong then. */
const tokenAdvice: Readonly<Partial<Record<FailureCategory, Advice>>> = {
  'missing-credential': { at: 'credential', fix: () => 'give the job the identity that is named, for example with permissions: {id-token: write}, or configure a key' },
  'auth': { at: 'credential', fix: () => 'check the federation rule, the identity provider or the service account that is named, and that the job is one that it lets in' },
  'permission': { at: 'credential', fix: () => 'let the identity of the job act for the service account that is named' },
  'network': { at: 'credential', fix: ({ host }) => `check HTTPS_PROXY and NO_PROXY, and that the runner may reach the host that is named, beside ${host}` },
  'provider-error': { at: 'credential', fix: () => 'run it again later; the status page of the host that is named says whether it is known' },
};

function modelFix({ model, key, working }: Advised): string {
  // `anthropic/claude-sonnet-4.6` of a gateway: the other name is written in the same way.
  const prefix = model.slice(0, model.lastIndexOf('/') + 1);
  const listed = nearest(listedName(model), Object.keys(priceTable).filter((known) => listedName(known) !== listedName(model)));
  const near = listed === undefined ? undefined : `${prefix}${prefix === '' ? listed : listed.replace(/-(\d+)-(\d+)$/, '-$1.$2')}`;
  const proposal = near === undefined ? `set ${key} to a model that the credential may use` : `set ${key} to ${working.includes(near) ? 'the working ' : ''}${near}, or to another model that the credential may use`;
  return working.length === 0 ? proposal : `the credential works (${working.join(', ')} answered), so it is this name: ${proposal}`;
}
