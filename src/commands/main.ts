import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Finding } from '../finding.js';
import { signInVariable } from '../project/codex-credential.js';
import { paint, renderFinding } from '../publish/terminal.js';
import { version } from '../version.js';
import { endingOnSignals } from './ending-on-signals.js';

/** What a command may touch of the process. */
export interface Terminal {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** Asks a person; only a terminal has it. */
  readonly ask?: (question: string) => Promise<string>;
  /** Folds the lines that follow under a title until the returned function is called; only a log that can fold has it. */
  readonly group?: (title: string) => () => void;
}

interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface CommonOptions {
  readonly projectDir?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color?: boolean;
  /** Only the action has it: the settings file instead of ktx-ci.yaml. */
  readonly config?: string;
}

const number = (least: number) => (text: string): number => {
  const value = Number(text);
  if (!Number.isFinite(value) || value < least || text.trim() === '') throw new InvalidArgumentError(`It must be a number of at least ${least}.`);
  return value;
};

const whole = (least: number) => (text: string): number => {
  const value = number(least)(text);
  if (!Number.isInteger(value)) throw new InvalidArgumentError('It must be a whole number.');
  return value;
};

const answers = (text: string, before: readonly string[] = []): readonly string[] => {
  if (!/^[^=]+=[^=]+$/.test(text)) throw new InvalidArgumentError('It must be the id of a question, =, and an option.');
  return [...before, text];
};

function common(command: Command): Command {
  return command
    .option('--project-dir <dir>', 'the project (default: KTX_PROJECT_DIR, else the nearest ktx.yaml, else here)')
    .option('--json', 'one JSON document on standard output, everything else on standard error')
    .option('--quiet', 'only findings and the end')
    .option('--no-color', 'no colours (also: NO_COLOR)');
}

/** Runs one command line; returns the exit code. Nothing is thrown for bad input. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const program = new Command('ktx-ci')
    .description('Keeps a data team’s context layer (ktx semantic layer and wiki) right from CI.')
    .version(version, '-V, --version', 'print the version')
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.stdout.write(text), writeErr: () => undefined })
    .addHelpText('after', '\nExamples:\n  ktx-ci status                    what could stop a run, with a fix each\n  ktx-ci check                     is the committed context right? no model, no credential\n  ktx-ci ingest --dry-run          what a night would do, and its price; writes nothing\n  ktx-ci ingest                    writes a patch into .ktx/ci\n\nMore: docs/start.md');

  common(program.command('ingest'))
    .description('read the sources, derive, verify, and write a reviewable patch')
    .option('--connection <id...>', 'only units that rest on these connections')
    .option('--dry-run', 'plan and price; write nothing')
    .option('--apply', 'also write the changes into the working tree')
    .option('--out <dir>', 'output folder (default: .ktx/ci/<number>)')
    .option('--baseline <ref|dir>', 'start from an unmerged branch or the output folder of an earlier run')
    .option('--resume <dir>', 'take over the finished units of an earlier output folder')
    .option('--force [glob]', 'judge units again whose evidence did not change (all, or ids that match)')
    .option('--document <glob...>', 'documents besides those of ktx-ci.yaml')
    .option('--concurrency <n>', 'units in flight', whole(1))
    .option('--max-usd <usd>', 'budget of this run; 0 means none', number(0))
    .option('--max-usd-month <usd>', 'budget of this calendar month; 0 means none', number(0))
    .option('--max-tokens <n>', 'token budget of this run; 0 means none', whole(0))
    .option('--max-steps <n>', 'step budget of this run; 0 means none', whole(0))
    .option('--max-minutes <n>', 'time budget of this run; 0 means none', number(0))
    .option('--allowed-hosts <host...>', 'hosts besides the provider’s own that its credential may be sent to (also: KTX_CI_ALLOWED_HOSTS)')
    .option('--allow-unrelayed-login', 'codex without a key: your sign-in with ChatGPT, past the relay and the limits in dollars and tokens; never in GitHub Actions')
    .option('--decide <id=option...>', 'answer questions: written into ktx.decisions.yaml, and applied in this run', answers)
    .option('--derive-only', 'ask no model: write only what parsing and data justify, the rest stays due')
    .option('--record', 'keep what replay needs in the output folder, and every model request with its answer')
    .addHelpText('after', '\nExamples:\n  ktx-ci ingest --dry-run\n  ktx-ci ingest --apply && git diff\n  ktx-ci ingest --baseline origin/ktx-ci/context\n  ktx-ci ingest --force "dbt:shop/model.*"')
    .action(async (options: Record<string, unknown>) => {
      const { ingest } = await import('./ingest.js');
      code = await ingest(options, withSignIn(options, terminal));
    });
  common(program.command('status'))
    .description('everything that could stop a run, with a fix each; opens connections')
    .option('--fast', 'configuration and files only, no connection')
    .option('--hosts', 'every host that a run talks to, and what it is sent')
    .option('--allowed-hosts <host...>', 'hosts besides the provider’s own that its credential may be sent to (also: KTX_CI_ALLOWED_HOSTS)')
    .option('--allow-unrelayed-login', 'codex without a key: your sign-in with ChatGPT, past the relay and the limits in dollars and tokens; never in GitHub Actions')
    .action(async (options: Record<string, unknown>) => {
      const { status } = await import('./status.js');
      code = await endingOnSignals(() => status(options, withSignIn(options, terminal)));
    });
  common(program.command('setup'))
    .description('choose the model: edits ktx.yaml in place, or writes a first one')
    .option('--llm-backend <backend>', 'none, anthropic, vertex, gateway, openai-compatible, claude-code or codex')
    .option('--llm-model <model>', 'llm.models.default (default: a good one of the backend)')
    .option('--llm-base-url <url>', 'address of an openai-compatible server')
    .option('--vertex-location <location>', 'location of vertex, for example us-east5')
    .option('--workflow', 'also write .github/workflows/ktx-ci.yml, if there is none')
    .option('--no-input', 'ask nothing')
    .addHelpText('after', '\nExamples:\n  ktx-ci setup\n  ktx-ci setup --llm-backend anthropic --llm-model claude-sonnet-4-6 --no-input\n  ktx-ci setup --llm-backend none --workflow')
    .action(async (options: Record<string, unknown>) => {
      const { setup } = await import('./setup.js');
      code = await setup(options, terminal);
    });
  common(program.command('replay'))
    .description('run a recorded run again, without its model: the same patch, or where the two part')
    .argument('<dir>', 'output folder of a run with --record')
    .option('--out <dir>', 'output folder (default: .ktx/ci/<number>)')
    .addHelpText('after', '\nExamples:\n  ktx-ci ingest --record --out night && ktx-ci replay night\n  ktx-ci replay .ktx/ci/0003 --json')
    .action(async (recording: string, options: Record<string, unknown>) => {
      const { replay } = await import('./replay.js');
      code = await replay(recording, options, terminal);
    });
  common(program.command('check'))
    .description('is the committed context right? no model, no credential')
    .option('--base <ref>', 'what is wrong there too does not count (default: what the pull request goes into)')
    .option('--context <dir|owner/repo@ref>', 'in a dbt repository: what this change breaks in that context')
    .option('--out <dir>', 'folder of the patch that mends the context (default: .ktx/ci/<number>)')
    .option('--live', 'also run every measure, segment and join on the warehouse')
    .addHelpText('after', '\nExit codes: 0 nothing is broken, 5 something is, 2 configuration\n\nExamples:\n  ktx-ci check\n  ktx-ci check --base origin/main\n  ktx-ci check --base origin/main --context acme/ktx-context@main\n  ktx-ci check --live')
    .action(async (options: Record<string, unknown>) => {
      const { check } = await import('./check.js');
      code = await check(options, terminal);
    });
  common(program.command('explain'))
    .description('where an entry of the context comes from: whose it is, since when, its evidence and verdict')
    .argument('<entity>', 'an id, or as people write it')
    .addHelpText('after', '\nExit codes: 0, 2 no such entity\n\nExamples:\n  ktx-ci explain orders.revenue\n  ktx-ci explain measure:warehouse/orders.revenue --json\n  ktx-ci explain "orders->customers"\n  ktx-ci explain "page refund-policy"')
    .action(async (entity: string, options: Record<string, unknown>) => {
      const { explain } = await import('./explain.js');
      code = await explain(entity, options, terminal);
    });
  common(program.command('self-test'))
    .description('proves here that no agent can see the credential; sends nothing')
    .option('--strict', 'exit 2 where something cannot be checked')
    .addHelpText('after', '\nExit codes: 0 nothing was seen, 5 a credential could be seen, 2 something could not be checked (--strict)\n\nExamples:\n  ktx-ci self-test\n  ktx-ci self-test --strict --json')
    .action(async (options: Record<string, unknown>) => {
      const { selfTest } = await import('./self-test.js');
      code = await endingOnSignals(() => selfTest(options, terminal));
    });

  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) return internal(error, terminal);
    if (error.exitCode === 0) return 0;
    if (error.code === 'commander.help') {
      terminal.stdout.write(program.helpInformation());
      return 2;
    }
    const text = error.message.replace(/^error: /, '');
    const [message = '', suggestion] = text.split('\n').map((line) => line.trim());
    const finding: Finding = { severity: 'error', code: 'usage', message, fix: suggestion?.replace(/^\((.*)\)$/, '$1') ?? 'see ktx-ci --help' };
    if (args.includes('--json')) terminal.stdout.write(`${JSON.stringify({ findings: [finding] })}\n`);
    terminal.stderr.write(`${renderFinding(finding, colours(terminal, terminal.stderr, args.includes('--no-color')))}\n`);
    return 2;
  }
}

/** `--allow-unrelayed-login` is for one command line: no variable of the surroundings and no file has a say. */
function withSignIn(options: Record<string, unknown>, terminal: Terminal): Terminal {
  return { ...terminal, environment: { ...terminal.environment, [signInVariable]: options['allowUnrelayedLogin'] === true ? '1' : undefined } };
}

/** `--allowed-hosts`, else KTX_CI_ALLOWED_HOSTS: no file of the project has a say. */
export function allowedHosts(options: { readonly allowedHosts?: readonly string[] }, environment: Terminal['environment']): readonly string[] {
  return options.allowedHosts ?? (environment['KTX_CI_ALLOWED_HOSTS'] ?? '').split(/[\s,]+/).filter((host) => host !== '');
}

/** Colours only where the text goes to a terminal, and never where NO_COLOR asks for none. */
export function colours(terminal: Terminal, to: Stream, off: boolean): ReturnType<typeof paint> {
  return paint(!off && to.isTTY === true && !terminal.environment['NO_COLOR'] && terminal.environment['TERM'] !== 'dumb');
}

function internal(error: unknown, terminal: Terminal): number {
  const message = error instanceof Error ? error.message : String(error);
  const finding: Finding = { severity: 'error', code: 'internal', message: `ktx-ci failed unexpectedly: ${message}`, fix: 'please report it with the command and KTX_CI_DEBUG=1 set' };
  terminal.stderr.write(`${renderFinding(finding, paint(false))}\n`);
  if (terminal.environment['KTX_CI_DEBUG'] && error instanceof Error) terminal.stderr.write(`${error.stack ?? ''}\n`);
  return 1;
}
