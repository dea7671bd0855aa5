import type { Finding } from '../finding.js';
import { nearest } from '../text/nearest.js';
import { maskedForms, readSecrets } from './secrets.js';

/** The inputs of action.yml. test/action/metadata.test.ts holds the two to each other. */
export const inputNames = [
  'project-dir', 'command', 'config', 'base', 'context', 'anthropic-api-key', 'openai-api-key', 'secrets', 'max-usd', 'max-usd-month', 'max-tokens',
  'max-steps', 'max-minutes', 'publish', 'artifact', 'allowed-hosts', 'fail-on', 'github-token',
] as const;
type InputName = (typeof inputNames)[number];

/** Inputs whose value is a secret as a whole, and the environment name under which `env:` finds it. */
const secretInputs = [['anthropic-api-key', 'ANTHROPIC_API_KEY'], ['openai-api-key', 'OPENAI_API_KEY'], ['github-token', 'GITHUB_TOKEN']] as const;

const failOnValues = ['failed', 'incomplete', 'findings', 'never'] as const;
export type FailOn = (typeof failOnValues)[number];
const publishValues = ['none', 'auto', 'pull-request'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Options of a run that have an input of their own. */
export interface RunInputs {
  readonly projectDir?: string;
  readonly config?: string;
  readonly maxUsd?: number;
  readonly maxUsdMonth?: number;
  readonly maxTokens?: number;
  readonly maxSteps?: number;
  readonly maxMinutes?: number;
}

export interface Inputs {
  /** As it was written; empty: the event decides. */
  readonly command: string;
  readonly options: RunInputs;
  /** Options of `check` alone. */
  readonly check: { readonly base?: string; readonly context?: string };
  readonly publish: (typeof publishValues)[number];
  readonly artifact: boolean;
  /** Undefined: the command's own default. */
  readonly failOn: FailOn | undefined;
  /** Values that may appear nowhere. */
  readonly secrets: readonly string[];
  /** What `env:` references are resolved against: the job's environment without inputs, and the secrets over it. */
  readonly environment: Environment;
  readonly findings: readonly Finding[];
}

const variable = (name: string): string => `INPUT_${name.toUpperCase()}`;

/** What must be masked: nothing may be logged, and nothing else be looked at, before that is done. */
export function maskedValues(environment: Environment): string[] {
  const keys = secretInputs.map(([name]) => environment[variable(name)] ?? '');
  return [...new Set([...keys.flatMap(maskedForms), ...readSecrets(environment['INPUT_SECRETS'] ?? '').masked])];
}

/** Reads the inputs out of the environment in which the runner puts them. Nothing is logged and nothing is changed. */
export function readInputs(environment: Environment): Inputs {
  const findings: Finding[] = [];
  const text = (name: InputName): string => (environment[variable(name)] ?? '').trim();
  const refuse = (name: InputName, takes: string): void => {
    findings.push({ severity: 'error', code: 'config-value', message: `the input ${name} takes ${takes}`, fix: `correct ${name} under \`with:\` in the workflow` });
  };
  const number = (name: InputName, whole: boolean): number | undefined => {
    if (text(name) === '') return undefined;
    const value = Number(text(name));
    if (Number.isFinite(value) && value >= 0 && (!whole || Number.isInteger(value))) return value;
    refuse(name, whole ? 'a whole number of at least 0' : 'a number of at least 0');
    return undefined;
  };
  const one = <Value extends string>(name: InputName, values: readonly Value[]): Value | undefined => {
    if (text(name) === '') return undefined;
    const found = values.find((value) => value === text(name));
    if (found === undefined) refuse(name, values.join(', '));
    return found;
  };
  const artifact = one('artifact', ['true', 'false'] as const) ?? 'true';
  const publish = one('publish', publishValues) ?? 'auto';
  const failOn = one('fail-on', failOnValues);
  const options = present({
    projectDir: text('project-dir'), config: text('config'), maxUsd: number('max-usd', false), maxUsdMonth: number('max-usd-month', false),
    maxTokens: number('max-tokens', true), maxSteps: number('max-steps', true), maxMinutes: number('max-minutes', false),
  });
  const check = { ...(text('base') === '' ? {} : { base: text('base') }), ...(text('context') === '' ? {} : { context: text('context') }) };
  const secrets = readSecrets(environment['INPUT_SECRETS'] ?? '');
  findings.push(...secrets.findings, ...unknownInputs(environment));
  return {
    command: text('command'), options, check, publish, artifact: artifact === 'true', failOn,
    secrets: [...new Set([...secretInputs.map(([name]) => text(name)), ...secrets.values.values()])].filter((value) => value !== ''),
    environment: environmentOf(environment, secrets.values, text('allowed-hosts')), findings,
  };
}

function environmentOf(environment: Environment, secrets: ReadonlyMap<string, string>, allowedHosts: string): Environment {
  const own = Object.entries(environment).filter(([name]) => !name.startsWith('INPUT_'));
  const keys = secretInputs.flatMap(([input, name]) => (environment[variable(input)]?.trim() ? [[name, environment[variable(input)]] as const] : []));
  return Object.fromEntries([...own, ...keys, ...(allowedHosts === '' ? [] : [['KTX_CI_ALLOWED_HOSTS', allowedHosts] as const]), ...secrets]);
}

/** The runner passes on what a workflow wrote, also what this action does not know. */
function unknownInputs(environment: Environment): Finding[] {
  const known = new Set<string>(inputNames.map(variable));
  return Object.keys(environment).filter((name) => name.startsWith('INPUT_') && !known.has(name)).sort().map((name) => {
    const written = name.slice('INPUT_'.length).toLowerCase();
    const near = nearest(written, inputNames);
    return {
      severity: 'warning', code: 'config-unknown-key', message: `this action has no input ${written}, so it has no effect`,
      fix: near ? `did you mean ${near}?` : `inputs are ${inputNames.join(', ')}`,
    };
  });
}

/** Without what was left empty. */
function present(options: Readonly<Record<keyof RunInputs, string | number | undefined>>): RunInputs {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined && value !== ''));
}
