import { readFileSync, readdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { sortFindings, type Finding } from '../finding.js';
import { isolationOf, namespaceFix, type Isolation } from '../llm/isolation.js';
import type { Sighting } from '../llm/self-test-child.js';
import { loadProject } from '../project/project.js';
import { plain } from '../publish/terminal.js';
import { exitCodes } from '../report.js';
import { startsAgent } from '../run/model.js';
import { colours, type CommonOptions, type Terminal } from './main.js';

interface SelfTestOptions extends CommonOptions {
  readonly strict?: boolean;
}

export interface SelfTestOutcome {
  readonly exitCode: number;
  /** The configured backend, and whether it starts a program of its own. */
  readonly backend: string;
  readonly startsAgents: boolean;
  readonly pidNamespace: boolean;
  readonly checks: readonly Check[];
  readonly headline: string;
  readonly findings: readonly Finding[];
}

export interface Check extends Sighting {
  /** What to do about a leak, or about what could not be looked at. */
  readonly fix?: string;
}

/** Proves here that no child can see the credential. Exit 5 where one can; with --strict 2 where that cannot be told. */
export async function selfTest(given: Record<string, unknown>, terminal: Terminal): Promise<number> {
  const options = given as SelfTestOptions;
  const outcome = await runSelfTest({ ...options, cwd: terminal.cwd, environment: terminal.environment });
  const colour = colours(terminal, terminal.stdout, options.color === false);
  if (options.json === true) {
    terminal.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
    return outcome.exitCode;
  }
  const { checks, headline, exitCode } = outcome;
  const shown = options.quiet === true ? checks.filter(({ state }) => state !== 'ok') : checks;
  const mark = checks.some(({ state }) => state === 'leak') ? colour.red('✗') : colour.green('✓');
  for (const line of [...renderChecks(shown, colour), '', `${mark} ${headline}`]) terminal.stdout.write(`${line}\n`);
  return exitCode;
}

/** One line a check, and one for its fix. */
export function renderChecks(checks: readonly Check[], colour: ReturnType<typeof colours>): string[] {
  const label = { ok: colour.green('ok'), leak: colour.red('LEAK'), unknown: colour.yellow('cannot be checked here') } as const;
  return checks.flatMap(({ id, state, detail, fix }) => [
    `${`${id}:`.padEnd(18)} ${label[state]}${state === 'unknown' ? ': ' : `  ${state === 'ok' ? '  ' : ''}`}${plain(detail)}`,
    ...(fix !== undefined && state !== 'ok' ? [`${' '.repeat(18)} ${colour.dim('fix')} ${fix}`] : []),
  ]);
}

function headlineOf(checks: readonly Check[]): string {
  const [leaks, unknown] = (['leak', 'unknown'] as const).map((wanted) => checks.filter(({ state }) => state === wanted).length) as [number, number];
  if (leaks > 0) return `an agent could see a credential in ${leaks} of ${checks.length} places`;
  return `an agent sees no credential in ${checks.length - unknown} places${unknown > 0 ? `; ${unknown} could not be checked` : ''}`;
}

function findingsOf(checks: readonly Check[], strict: boolean): Finding[] {
  return checks.flatMap(({ id, state, detail, fix = '' }): Finding[] => {
    if (state === 'leak') return [{ severity: 'error', code: 'credential-visible', message: `${id}: ${detail}`, fix }];
    return state === 'ok' ? [] : [{ severity: strict ? 'error' : 'warning', code: 'credential-unchecked', message: `${id} cannot be checked here: ${detail}`, fix }];
  });
}

export interface SelfTestInput extends SelfTestOptions {
  readonly cwd: string;
  readonly environment: Terminal['environment'];
  /** Another than the best that can be had here. */
  readonly isolation?: Isolation;
  readonly home?: string;
  readonly temporary?: string;
  readonly carelessly?: import('../llm/self-test.js').SelfTest['carelessly'];
}

export async function runSelfTest(input: SelfTestInput): Promise<SelfTestOutcome> {
  const loaded = loadProject({ cwd: input.cwd, environment: input.environment, bareDbt: true, ...(input.projectDir === undefined ? {} : { directory: input.projectDir }) });
  // Without a project too: what a child can see does not depend on it.
  const backend = loaded.ok ? loaded.project.config.llm.provider.backend : 'none';
  const startsAgents = startsAgent(backend);
  const { environment, cwd } = input;
  const isolation = input.isolation ?? await isolationOf();
  const workspace = environment['GITHUB_WORKSPACE'] || (loaded.ok ? loaded.project.root : cwd);
  const folders = [
    { name: 'home', path: input.home ?? environment['HOME'] ?? homedir() }, { name: 'temporary', path: input.temporary ?? environment['RUNNER_TEMP'] ?? tmpdir() }, { name: 'workspace', path: workspace },
  ];
  const { lookAsAgent } = await import('../llm/self-test.js');
  const seen = await lookAsAgent({ isolation, folders, carelessly: input.carelessly });
  const checks: Check[] = [
    { id: 'backend', state: 'ok', detail: startsAgents ? `${backend} starts a program for each unit; the checks below start another one in its place` : `${backend} starts no program that a model has a hand in; the checks below are what claude-code would see` },
    isolation.pidNamespace ? { id: 'namespace', state: 'ok', detail: 'agents run in a PID namespace of their own' }
      : { id: 'namespace', state: 'unknown', detail: `agents run in the PID namespace of everything else: ${isolation.why ?? 'it was asked for'}`, fix: namespaceFix },
    ...seen.map((sighting): Check => ({ ...sighting, ...fixOf(sighting.id) })),
    await sqliteChild(),
  ];
  const state = (wanted: Sighting['state']): boolean => checks.some((check) => check.state === wanted);
  return {
    exitCode: state('leak') ? exitCodes.broken : input.strict === true && state('unknown') ? exitCodes.configuration : exitCodes.ok,
    backend, startsAgents, pidNamespace: isolation.pidNamespace, checks, headline: headlineOf(checks), findings: sortFindings(findingsOf(checks, input.strict === true)),
  };
}

/** What to do, by the beginning of a check's id. */
const fixes: readonly (readonly [string, string])[] = [
  ['configuration', 'check out with persist-credentials: false, and sign in to nothing in this job before ktx-ci'],
  ['process:', `${namespaceFix}; or use a backend that starts no program`],
  ['files:', 'remove the file, and keep the credential in a secret of the CI system'],
  ['environment', 'please report this'], ['arguments', 'please report this'], ['proxy', 'please report this'], ['relay', 'please report this'], ['sqlite', 'please report this'],
];

function fixOf(id: string): { readonly fix?: string } {
  const [, fix] = fixes.find(([beginning]) => id.startsWith(beginning)) ?? [];
  return fix === undefined ? {} : { fix };
}

/** The child that statements run in is no agent, but it reads text that others wrote. */
async function sqliteChild(): Promise<Check> {
  const id = 'sqlite';
  const { sqliteSession } = await import('../evidence/warehouse/sqlite-session.js');
  const before = new Set(sqliteChildren());
  const session = sqliteSession({ location: ':memory:', functions: [], engineTables: '^$' });
  try {
    const reply = await session.run({ kind: 'prepare', sql: 'select 1' }, 10_000);
    const [child] = sqliteChildren().filter((pid) => !before.has(pid));
    if (child === undefined) return { id, state: 'unknown', detail: `the process that runs statements cannot be looked at${reply.ok ? '' : ', because it did not start'}` };
    const names = read(`/proc/${child}/environ`).split('\0').map((pair) => pair.split('=')[0] ?? '').filter((name) => name !== '' && !name.startsWith('NODE_CHANNEL_'));
    return names.length === 0 ? { id, state: 'ok', detail: 'the process that runs statements has an empty environment' } : { id, state: 'leak', detail: `the process that runs statements was given ${names.join(', ')}`, ...fixOf(id) };
  } finally {
    await session.close();
  }
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
};

function sqliteChildren(): number[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && read(`/proc/${name}/cmdline`).includes('ktx-ci-sqlite-child') && new RegExp(`^PPid:\\s${process.pid}$`, 'm').test(read(`/proc/${name}/status`))).map(Number);
  } catch {
    return [];
  }
}
