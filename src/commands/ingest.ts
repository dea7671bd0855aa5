import { matchesGlob } from 'node:path';
import { sortFindings, type Finding } from '../finding.js';
import type { Answer } from '../project/decisions.js';
import { modelSecrets } from '../project/credentials.js';
import { loadProject, type Project } from '../project/project.js';
import { warehouseSecrets } from '../project/sources.js';
import { plain, row, renderEnd, renderFindings } from '../publish/terminal.js';
import { exitCodes, type Report } from '../report.js';
import { run, type RunResult } from '../run.js';
import { redact } from '../text/redact.js';
import { judgeProgress } from './judge-progress.js';
import { allowedHosts, colours, type CommonOptions, type Terminal } from './main.js';

interface IngestOptions extends CommonOptions {
  readonly connection?: readonly string[];
  readonly dryRun?: boolean;
  readonly apply?: boolean;
  readonly out?: string;
  readonly baseline?: string;
  readonly resume?: string;
  readonly force?: string | true;
  readonly document?: readonly string[];
  readonly concurrency?: number;
  readonly maxUsd?: number;
  readonly maxUsdMonth?: number;
  readonly maxTokens?: number;
  readonly maxSteps?: number;
  readonly maxMinutes?: number;
  readonly allowedHosts?: readonly string[];
  readonly deriveOnly?: boolean;
  readonly record?: boolean;
  readonly decide?: readonly string[];
}

/** The main job: returns the exit code. */
export async function ingest(given: Record<string, unknown>, terminal: Terminal): Promise<number> {
  const outcome = await runIngest(given as IngestOptions, terminal, []);
  return outcome.exitCode;
}

export interface IngestOutcome {
  readonly exitCode: number;
  readonly findings: readonly Finding[];
  /** Absent where no project was found. */
  readonly result?: RunResult;
}

export async function runIngest(options: IngestOptions, terminal: Terminal, given: readonly string[]): Promise<IngestOutcome> {
  const startedAt = performance.now();
  let secrets = given;
  const colour = colours(terminal, terminal.stderr, options.color === false);
  const say = (line: string): void => { terminal.stderr.write(redact(`${line}\n`, secrets)); };
  const dryRun = options.dryRun === true;
  const loaded = loadProject({ cwd: terminal.cwd, environment: terminal.environment, bareDbt: dryRun, ...(options.projectDir === undefined ? {} : { directory: options.projectDir }), ...(options.config === undefined ? {} : { settings: options.config }) });
  if (!loaded.ok) {
    const findings = sortFindings(loaded.findings);
    if (options.json === true) terminal.stdout.write(`${JSON.stringify({ status: 'failed', exitCode: exitCodes.configuration, findings }, null, 2)}\n`);
    for (const line of renderFindings(findings, colour, { perCode: 20 })) say(line);
    return { exitCode: exitCodes.configuration, findings };
  }
  const { project } = loaded;
  secrets = [...given, ...modelSecrets(project, terminal.environment), ...warehouseSecrets(project, terminal.environment)];
  const abort = new AbortController();
  const stop = (signal: NodeJS.Signals): void => { abort.abort(signal); };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const loud = options.quiet !== true;
  if (loud) say(`${colour.bold('ktx-ci')}  ${project.name}  backend ${project.config.llm.provider.backend}${project.config.llm.provider.backend === 'none' ? `: no model, ${project.connections.some((connection) => connection.driver === 'postgres') ? '' : 'no network, '}$0` : ''}\n`);
  const progress = judgeProgress(terminal.stderr, colour, say, terminal.group);
  let result: RunResult;
  try {
    result = await run(project, {
      cwd: terminal.cwd, environment: terminal.environment, secrets, dryRun, apply: options.apply === true,
      connections: options.connection ?? [], documents: options.document ?? [], concurrency: concurrencyOf(project, options), limits: limitsOf(project, options),
      allowedHosts: allowedHosts(options, terminal.environment),
      answers: answersOf(options, terminal), deriveOnly: options.deriveOnly === true, record: options.record === true, month: new Date().toISOString().slice(0, 7), startedAt,
      forced: (id) => options.force === true || (typeof options.force === 'string' && globMatches(options.force, id)),
      ...(options.out === undefined ? {} : { out: options.out }), ...(options.baseline === undefined ? {} : { baseline: options.baseline }), ...(options.resume === undefined ? {} : { resume: options.resume }),
    }, {
      now: () => performance.now(), signal: abort.signal,
      judging: (event) => { if (loud) progress.on(event); },
      note: (line) => { if (loud) progress.say(`         ${colour.dim(plain(line))}`); },
      progress: (step, figures, milliseconds) => { if (step === 'verify') progress.close(); if (loud) progress.say(row(step, step === 'read' ? figures.map((part, i) => (i === 2 ? part : part.padEnd(i === 0 ? 12 : 7))) : figures, milliseconds > 0 ? milliseconds / 1000 : undefined)); },
    });
  } finally {
    progress.close();
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
  const { report } = result;
  const { exitCode } = report;
  if (options.json === true) terminal.stdout.write(redact(`${JSON.stringify(report, null, 2)}\n`, secrets));
  for (const line of renderResult(result, options, colour, dryRun)) say(line);
  return { exitCode, findings: report.findings, result };
}

function renderResult(result: RunResult, options: IngestOptions, colour: ReturnType<typeof colours>, dryRun: boolean): string[] {
  const { report } = result;
  const lines = [''];
  const shown = report.findings.filter((finding) => options.quiet !== true || finding.severity !== 'notice');
  lines.push(...renderFindings(shown, colour, { perCode: 5 }));
  if (report.kept.length > 0 && options.quiet !== true && report.status !== 'nothing-to-do') {
    lines.push(`yours    ${plain(report.kept.slice(0, 6).join(', '))}${report.kept.length > 6 ? ` and ${report.kept.length - 6} more` : ''}  ${colour.dim('you wrote these; left alone')}`);
  }
  const left = report.units.filter((unit) => unit.left !== undefined);
  if (dryRun && left.length > 0) {
    lines.push('', `left for a model: ${left.length} units`);
    for (const unit of left.slice(0, 10)) lines.push(`  ${plain(unit.id).padEnd(44)} ${tokensText(unit).padStart(13)}  ${unit.left?.for.join(', ') ?? ''}`);
    if (left.length > 10) lines.push(`  … and ${left.length - 10} more`);
  }
  lines.push('', ...renderEnd(report, result.folder?.shown ?? null, options.apply === true && !dryRun, colour));
  return lines;
}

/** `7k in, 450 out`: tokens that a unit will take. */
function tokensText({ left }: Report['units'][number]): string {
  const short = (count: number): string => (count >= 1000 ? `${Math.round(count / 1000)}k` : String(count));
  return left ? `${short(left.inputTokens)} in, ${short(left.outputTokens)} out` : '';
}

function limitsOf(project: Project, options: IngestOptions): Report['budget']['limits'] {
  const { budget } = project.settings;
  return {
    usd: options.maxUsd ?? budget.usd, usdPerMonth: options.maxUsdMonth ?? budget.usdPerMonth, tokens: options.maxTokens ?? budget.tokens ?? -1,
    steps: options.maxSteps ?? budget.steps, minutes: options.maxMinutes ?? budget.minutes,
  };
}

/** Flag, ktx-ci.yaml, an explicit ingest.workUnits.maxConcurrency, else 4. */
function concurrencyOf(project: Project, options: IngestOptions): number {
  return options.concurrency ?? project.settings.concurrency ?? project.config.ingest.workUnits.maxConcurrency ?? 4;
}

/** `--decide`, as it is written into ktx.decisions.yaml. */
function answersOf({ decide = [] }: IngestOptions, { environment }: Terminal): Answer[] {
  const by = environment['GITHUB_ACTOR'] ?? environment['USER'];
  return decide.map((text) => {
    const at = text.indexOf('=');
    return { question: text.slice(0, at), option: text.slice(at + 1), ...(by === undefined || by === '' ? {} : { by }), date: new Date().toISOString().slice(0, 10) };
  });
}

/** Ids are matched whole: `*` stays within a part, `**` does not. */
function globMatches(glob: string, id: string): boolean {
  return matchesGlob(id, glob);
}
