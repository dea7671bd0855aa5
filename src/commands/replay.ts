import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sortFindings, type Finding } from '../finding.js';
import { taskName } from '../ingest/in-order.js';
import type { Departure } from '../llm/task-recording.js';
import { modelSecrets } from '../project/credentials.js';
import { loadProject } from '../project/project.js';
import { renderFindings, row } from '../publish/terminal.js';
import { plural } from '../publish/wording.js';
import { exitCodes } from '../report.js';
import { run } from '../run.js';
import { readRecording } from '../run/recording.js';
import { redact } from '../text/redact.js';
import { colours, type CommonOptions, type Terminal } from './main.js';

/** Runs a recorded run again without its model. Exit 0: the same patch; 1: another one. */
export async function replay(recording: string, given: Record<string, unknown>, terminal: Terminal): Promise<number> {
  const options = given as CommonOptions & { readonly out?: string };
  const colour = colours(terminal, terminal.stderr, options.color === false);
  const loaded = loadProject({ cwd: terminal.cwd, environment: terminal.environment, bareDbt: false, ...(options.projectDir === undefined ? {} : { directory: options.projectDir }), ...(options.config === undefined ? {} : { settings: options.config }) });
  const secrets = loaded.ok ? modelSecrets(loaded.project, terminal.environment) : [];
  const say = (line: string): void => { terminal.stderr.write(redact(`${line}\n`, secrets)); };
  const refused = (findings: readonly Finding[]): number => {
    if (options.json === true) terminal.stdout.write(`${JSON.stringify({ status: 'failed', exitCode: exitCodes.configuration, findings }, null, 2)}\n`);
    for (const line of renderFindings(findings, colour, { perCode: 20 })) say(line);
    return exitCodes.configuration;
  };
  if (!loaded.ok) return refused(sortFindings(loaded.findings));
  const read = readRecording(terminal.cwd, recording);
  if (!read.ok) return refused([read.finding]);
  const { project } = loaded;
  const { replay: recorded } = read;
  const { connections, documents, answers, deriveOnly, limits } = recorded.options;
  const forced = new Set(recorded.options.forced);
  const abort = new AbortController();
  const stop = (signal: NodeJS.Signals): void => { abort.abort(signal); };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const loud = options.quiet !== true;
  const units = new Set([...recorded.tasks.keys()].map((id) => id.replace(taskName('repair', ''), ''))).size;
  if (loud) say(`${colour.bold('ktx-ci')}  ${project.name}  replay of ${recording}: ${plural(units, 'unit')} by ${recorded.backend}, no model, $0\n`);
  const departures: Departure[] = [];
  try {
    const { report, folder } = await run(project, {
      cwd: terminal.cwd, environment: terminal.environment, secrets, dryRun: false, apply: false, connections, documents, concurrency: 4, limits, allowedHosts: [], answers: answers ?? [], deriveOnly, record: false,
      month: recorded.month, startedAt: performance.now(), forced: (id) => forced.has(id), replay: { recorded, left: (departure) => { departures.push(departure); } },
      ...(options.out === undefined ? {} : { out: options.out }),
    }, {
      now: () => performance.now(), signal: abort.signal, judging: () => undefined, note: () => undefined,
      progress: (step, figures, milliseconds) => { if (loud) say(row(step, figures, milliseconds > 0 ? milliseconds / 1000 : undefined)); },
    });
    if (folder === null || abort.signal.aborted || report.exitCode === exitCodes.configuration) {
      if (options.json === true) terminal.stdout.write(`${JSON.stringify({ status: report.status, exitCode: report.exitCode, findings: report.findings }, null, 2)}\n`);
      for (const line of renderFindings(report.findings.filter((finding) => finding.severity === 'error'), colour, { perCode: 5 })) say(line);
      return report.exitCode;
    }
    const then = join(resolve(terminal.cwd, recording), 'context.patch');
    const compared = compare(existsSync(then) ? readFileSync(then, 'utf8') : undefined, readFileSync(join(folder.path, 'context.patch'), 'utf8'));
    const findings = sortFindings([...leftFindings(departures), ...(compared.finding ? [compared.finding] : [])]);
    if (options.json === true) {
      const shown = { status: compared.status, exitCode: compared.exitCode, units, departures: [...departures].sort(byUnit), findings, patch: report.patch, out: folder.shown };
      terminal.stdout.write(redact(`${JSON.stringify(shown, null, 2)}\n`, secrets));
    }
    say('');
    for (const line of renderFindings(findings, colour, { perCode: 10 })) say(line);
    say(`${compared.headline}${findings.length === 0 ? '' : `; ${plural(findings.length, 'finding')}`}   ${colour.dim(`${folder.shown}/context.patch`)}`);
    return compared.exitCode;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

const byUnit = (a: Departure, b: Departure): number => (a.id < b.id ? -1 : 1);

/** One finding a difference: units that parted in the same way are counted. */
function leftFindings(departures: readonly Departure[]): Finding[] {
  const groups = new Map<string, Departure[]>();
  for (const departure of [...departures].sort(byUnit)) {
    const key = JSON.stringify([departure.at, departure.was, departure.is]);
    groups.set(key, [...(groups.get(key) ?? []), departure]);
  }
  return [...groups.values()].map((group): Finding => {
    const [first] = group as [Departure, ...Departure[]];
    const units = group.length === 1 ? first.id : `${first.id} and ${plural(group.length - 1, 'more unit')}`;
    return {
      severity: 'warning', code: 'replay-left', evidence: group.map((one) => one.id), message: `${units}: ${first.at} was “${first.was}”, is “${first.is}”`,
      fix: 'what the model did then was done again all the same; record the run again to see what it does now',
    };
  });
}

interface Compared {
  readonly status: 'same' | 'different' | 'nothing to compare';
  readonly exitCode: number;
  readonly headline: string;
  readonly finding?: Finding;
}

function compare(then: string | undefined, now: string): Compared {
  if (then === undefined) return { status: 'nothing to compare', exitCode: exitCodes.ok, headline: 'the recorded run wrote no patch to compare with' };
  if (then === now) return { status: 'same', exitCode: exitCodes.ok, headline: 'the same patch, byte for byte' };
  const { file, was, is } = firstDifference(sectionsOf(then), sectionsOf(now));
  return {
    status: 'different', exitCode: exitCodes.failed, headline: 'another patch',
    finding: {
      severity: 'error', code: 'replay-differs', message: `the patch differs at ${file}: was “${was.slice(0, 120)}”, is “${is.slice(0, 120)}”`,
      fix: 'compare the two context.patch; evidence, settings or ktx-ci itself changed since',
    },
  };
}

/** Lines of a patch by file, without the hashes of whole files, which always differ too. */
function sectionsOf(patch: string): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of patch.split('\n')) {
    const file = /^diff --git a\/(.*) b\/\1$/.exec(line)?.[1];
    if (file !== undefined) sections.set(file, lines = []);
    if (!line.startsWith('index ')) lines.push(line);
  }
  return sections;
}

/** In a file that people read, if one differs. */
function firstDifference(then: ReadonlyMap<string, readonly string[]>, now: ReadonlyMap<string, readonly string[]>): { readonly file: string; readonly was: string; readonly is: string } {
  const files = [...new Set([...then.keys(), ...now.keys()])].sort((a, b) => Number(a.endsWith('ktx.lock')) - Number(b.endsWith('ktx.lock')) || (a < b ? -1 : 1));
  for (const file of files) {
    const [before, after] = [then.get(file) ?? [], now.get(file) ?? []];
    const at = Array.from({ length: Math.max(before.length, after.length) }).findIndex((_, line) => before[line] !== after[line]);
    // the sizes of hunks come before what makes them differ
    const shown = (lines: readonly string[], other: readonly string[]): string => lines.slice(Math.max(at, 0)).find((line, index) => !line.startsWith('@@') && line !== other[at + index]) ?? '';
    if (at >= 0) return { file, was: shown(before, after), is: shown(after, before) };
  }
  return { file: 'its whitespace', was: '', is: '' };
}
