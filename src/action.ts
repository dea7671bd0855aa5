import * as core from '@actions/core';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { decideCommand, type Command, type WorkflowEvent } from './action/events.js';
import { maskedValues, readInputs, type Inputs } from './action/inputs.js';
import { withoutCommands } from './action/log.js';
import { outputsOf } from './action/outputs.js';
import { stepExitCode } from './action/verdict.js';
import { endingOnSignals } from './commands/ending-on-signals.js';
import type { Terminal } from './commands/main.js';
import type { Finding } from './finding.js';
import { annotationsOf } from './publish/annotations.js';
import { artifactName, uploadArtifact, type Upload } from './publish/artifact.js';
import { renderChecksSummary } from './publish/checks-summary.js';
import { renderFindingsSummary } from './publish/findings-summary.js';
import { git } from './publish/git.js';
import { paint, renderFindings } from './publish/terminal.js';
import { exitCodes, type Report } from './report.js';
import { redact } from './text/redact.js';

/** GitHub entry: inputs → command → outputs. */

/** Large folders over slow lines included; KTX_CI_ARTIFACT_SECONDS overrides it. */
const artifactSeconds = 300;

interface Outcome {
  readonly exitCode: number;
  readonly headline: string;
  readonly findings: readonly Finding[];
  readonly summary: string;
  /** Of `ingest`, where it found a project. */
  readonly report?: Report;
  /** Absolute path of the output folder; of `check`, where it wrote a patch. */
  readonly folder?: string;
}

/** Runs the step to its end: the exit code, the outputs, the summary, the annotations and the artifact are its result. */
export async function action(): Promise<void> {
  for (const value of maskedValues(process.env)) core.setSecret(value);
  const inputs = readInputs(process.env);
  for (const name of Object.keys(process.env)) if (name.startsWith('INPUT_')) Reflect.deleteProperty(process.env, name);

  const terminal = logTerminal(inputs);
  const event = readEvent(process.env);
  const decision = decideCommand(event, inputs.command);
  const refused = [...inputs.findings.filter((finding) => finding.severity === 'error'), ...(decision.ok ? [] : [decision.finding])];
  const outcome = decision.ok && refused.length === 0 ? await perform(decision.command, decision.untrusted, inputs, terminal) : refusal(refused, terminal);
  const noticed = [...inputs.findings.filter((finding) => finding.severity !== 'error'), ...publishFindings(inputs)];

  const exitCode = stepExitCode(outcome.exitCode, outcome.findings, decision.ok ? decision.command : 'ingest', inputs.failOn);
  process.exitCode = exitCode;
  const outputs = outputsOf({ ...outcome, headline: redact(outcome.headline, inputs.secrets) });
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  if (process.env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(redact(outcome.summary, inputs.secrets)).write();
  const uploaded = await upload(inputs, outcome);
  core.setOutput('artifact-id', uploaded?.ok === true ? uploaded.id : '');
  await annotate([...outcome.findings, ...noticed, ...(uploaded?.ok === false ? [uploaded.finding] : [])], inputs, terminal);
}

async function perform(command: Command, untrusted: boolean, inputs: Inputs, terminal: Terminal): Promise<Outcome> {
  try {
    switch (command) {
      case 'ingest': {
        const { runIngest } = await import('./commands/ingest.js');
        const out = mkdtempSync(join(process.env['RUNNER_TEMP'] || tmpdir(), 'ktx-ci-'));
        const { exitCode, findings, result } = await runIngest({ ...inputs.options, out, color: false }, terminal, inputs.secrets);
        const headline = result?.report.headline ?? 'the configuration is wrong; nothing was spent';
        return {
          exitCode, headline, findings, summary: result?.summary ?? renderFindingsSummary(headline, findings),
          ...(result === undefined ? {} : { report: result.report }), ...(result?.folder ? { folder: result.folder.path } : {}),
        };
      }
      case 'check': {
        const { runCheck } = await import('./commands/check.js');
        const out = join(process.env['RUNNER_TEMP'] || tmpdir(), `ktx-ci-${randomUUID().slice(0, 8)}`);
        const { exitCode, findings, headline, folder } = await runCheck({ ...inputs.options, ...inputs.check, out, color: false }, terminal);
        for (const line of renderFindings(findings, paint(false), { perCode: 20 })) terminal.stdout.write(`${line}\n`);
        terminal.stdout.write(`${headline}\n`);
        return { exitCode, headline, findings, summary: renderFindingsSummary(headline, findings), ...(folder === undefined ? {} : { folder }) };
      }
      case 'status': {
        const { runStatus } = await import('./commands/status.js');
        const { exitCode, findings, headline } = await endingOnSignals(() => runStatus({ ...inputs.options, fast: untrusted }, terminal));
        for (const line of renderFindings(findings, paint(false), { perCode: 20 })) terminal.stdout.write(`${line}\n`);
        terminal.stdout.write(`${headline}\n`);
        return { exitCode, headline, findings, summary: renderFindingsSummary(headline, findings) };
      }
      case 'self-test': {
        const { renderChecks, runSelfTest } = await import('./commands/self-test.js');
        const { exitCode, findings, headline, checks } = await endingOnSignals(() => runSelfTest({ ...inputs.options, strict: inputs.failOn === 'incomplete', cwd: terminal.cwd, environment: terminal.environment }));
        for (const line of [...renderChecks(checks, paint(false)), '', headline]) terminal.stdout.write(`${line}\n`);
        return { exitCode, headline, findings, summary: renderChecksSummary(headline, checks) };
      }
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (core.isDebug() && error instanceof Error) terminal.stderr.write(`${error.stack ?? ''}\n`);
    const findings: Finding[] = [{ severity: 'error', code: 'internal', message: `ktx-ci failed unexpectedly: ${message}`, fix: 'please report it, with the log of a run with debug logging' }];
    return { exitCode: exitCodes.failed, headline: 'ktx-ci failed unexpectedly', findings, summary: renderFindingsSummary('it failed unexpectedly', findings) };
  }
}

function refusal(findings: readonly Finding[], terminal: Terminal): Outcome {
  for (const line of renderFindings(findings, paint(false), { perCode: 20 })) terminal.stderr.write(`${line}\n`);
  const headline = findings[0]?.message ?? 'nothing was started';
  return { exitCode: exitCodes.configuration, headline, findings, summary: renderFindingsSummary('nothing was started', findings) };
}

function publishFindings(inputs: Inputs): Finding[] {
  if (inputs.publish !== 'pull-request') return [];
  return [{ severity: 'warning', code: 'publish-unavailable', message: 'this version opens no pull request: the patch is in the artifact', fix: 'set `publish: auto`, and apply the patch with git apply' }];
}

/** Everything goes to the log, and nothing in it can be taken for a command of the runner. */
function logTerminal(inputs: Inputs): Terminal {
  const log = { write: (text: string): boolean => process.stdout.write(withoutCommands(text)) };
  const group = (title: string): (() => void) => {
    core.startGroup(title);
    return () => core.endGroup();
  };
  return { cwd: process.cwd(), environment: inputs.environment, stdout: log, stderr: log, group };
}

function readEvent(environment: Readonly<Record<string, string | undefined>>): WorkflowEvent {
  let payload: unknown;
  try {
    payload = JSON.parse(readFileSync(environment['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
  } catch {
    // No payload, or one that is no JSON: whatever rests on it is not so.
  }
  return { name: environment['GITHUB_EVENT_NAME'] ?? '', ref: environment['GITHUB_REF'] ?? '', repository: environment['GITHUB_REPOSITORY'] ?? '', payload };
}

async function upload(inputs: Inputs, outcome: Outcome): Promise<Upload | undefined> {
  if (!inputs.artifact || outcome.folder === undefined) return undefined;
  const { GITHUB_RUN_ID: runId = '', GITHUB_JOB: job = '', GITHUB_RUN_ATTEMPT: attempt = '', GITHUB_SERVER_URL: server = 'https://github.com' } = process.env;
  return uploadArtifact(outcome.folder, artifactName({ runId, job, attempt, nonce: randomUUID().slice(0, 8) }), server, Number(process.env['KTX_CI_ARTIFACT_SECONDS']) || artifactSeconds);
}

async function annotate(findings: readonly Finding[], inputs: Inputs, terminal: Terminal): Promise<void> {
  const root = resolve(terminal.cwd, inputs.options.projectDir ?? terminal.environment['KTX_PROJECT_DIR'] ?? '.');
  const inWorkspace = relative(process.env['GITHUB_WORKSPACE'] ?? terminal.cwd, root).split(sep).join('/');
  const prefix = (await git(root, ['rev-parse', '--show-prefix']))?.trim() ?? (inWorkspace === '' ? '' : `${inWorkspace}/`);
  const { shown, more } = annotationsOf(findings, prefix);
  for (const { kind, message, title, file, line, column } of shown) {
    core[kind](redact(message, inputs.secrets), { title, ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { startLine: line }), ...(column === undefined ? {} : { startColumn: column }) });
  }
  if (more !== null) core.info(more);
}
