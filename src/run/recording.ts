import { appendFileSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Finding } from '../finding.js';
import type { WaitingReason } from '../ingest/closing.js';
import type { Exchange } from '../llm/recording.js';
import type { RecordedTask } from '../llm/task-recording.js';
import type { Usage } from '../llm/usage.js';
import { readProjectTree } from '../project/tree.js';
import type { ResumableUnit } from '../publish/baseline.js';
import type { OutputFolder } from '../publish/output.js';
import type { Report } from '../report.js';
import { redact, redactKnown } from '../text/redact.js';
import { version } from '../version.js';
import type { RunOptions } from './options.js';
import type { Start, Tree } from './start.js';

/**
 * `recording/` of an output folder, made by `--record`: what a run started from and what its model did, so that `replay` can
 * run it again without the model. It never leaves the machine.
 *
 *     run.json         options, and what an interrupted run had left
 *     base/ tree/      the context's files in the working tree, and with a baseline as the run saw them
 *     tasks.jsonl      one unit a line, as each ends
 *     end.json         what it cost, and which units did not start
 *     exchanges.jsonl  the requests themselves and their answers, for people
 */

interface RunFile {
  readonly format: 1;
  readonly tool: string;
  readonly backend: string;
  readonly host: string;
  readonly month: string;
  readonly connections: readonly string[];
  readonly documents: readonly string[];
  readonly deriveOnly: boolean;
  /** `--decide`. */
  readonly answers?: RunOptions['answers'];
  /** Ids of the units that were due whatever the lock said. */
  readonly forced: readonly string[];
  readonly limits: RunOptions['limits'];
  readonly resumable: readonly ResumableUnit[];
  readonly hasTree: boolean;
}

interface EndFile {
  readonly spent: Usage;
  readonly probe: Report['probe'];
  readonly waiting: Readonly<Record<string, WaitingReason>>;
}

export interface Replay {
  readonly backend: string;
  readonly host: string;
  /** When it was recorded. */
  readonly month: string;
  readonly options: Pick<RunFile, 'connections' | 'documents' | 'answers' | 'deriveOnly' | 'forced' | 'limits'>;
  readonly resumable: ReadonlyMap<string, ResumableUnit>;
  readonly base: Tree;
  readonly tree: Tree;
  /** By unit id. */
  readonly tasks: ReadonlyMap<string, RecordedTask>;
  /** Undefined where the recorded run was killed. */
  readonly end: EndFile | undefined;
}

export interface Recorder {
  readonly exchange: (exchange: Exchange) => void;
  readonly task: (task: RecordedTask) => void;
  readonly end: (end: EndFile) => void;
}

export interface RecordingInput {
  readonly folder: OutputFolder;
  readonly start: Pick<Start, 'base' | 'tree' | 'resumable'>;
  readonly options: RunOptions;
  readonly backend: Pick<RunFile, 'backend' | 'host'>;
  readonly forced: readonly string[];
}

export function openRecording({ folder, start, options, backend, forced }: RecordingInput): Recorder {
  const { secrets } = options;
  const at = (name: string): string => join(folder.path, 'recording', name);
  const write = (name: string, bytes: string | Uint8Array): void => {
    mkdirSync(dirname(at(name)), { recursive: true, mode: 0o700 });
    writeFileSync(at(name), bytes, { mode: 0o600 });
  };
  const writeTree = (name: string, tree: Tree): void => {
    for (const [path, bytes] of tree) write(`${name}/${path}`, withoutKnown(bytes, secrets));
  };
  writeTree('base', start.base);
  if (start.tree !== start.base) writeTree('tree', start.tree);
  const run: RunFile = {
    format: 1, tool: version, ...backend, month: options.month, connections: options.connections, documents: options.documents, answers: options.answers, deriveOnly: options.deriveOnly, forced,
    limits: options.limits, resumable: [...start.resumable.values()], hasTree: start.tree !== start.base,
  };
  write('run.json', redactKnown(`${JSON.stringify(run, null, 2)}\n`, secrets));
  const line = (name: string) => (value: object): void => { appendFileSync(at(name), redact(`${JSON.stringify(value)}\n`, secrets), { mode: 0o600 }); };
  return { exchange: line('exchanges.jsonl'), task: line('tasks.jsonl'), end: (end) => write('end.json', redactKnown(`${JSON.stringify(end, null, 2)}\n`, secrets)) };
}

/** Files of the working tree as they are, but for credentials that a run knows. */
function withoutKnown(bytes: Uint8Array, secrets: readonly string[]): Uint8Array {
  const text = Buffer.from(bytes).toString('utf8');
  const clean = redactKnown(text, secrets);
  return clean === text ? bytes : Buffer.from(clean);
}

/** The recording in an output folder. A last line that a killed run did not finish is left out. */
export function readRecording(cwd: string, name: string): { readonly ok: true; readonly replay: Replay } | { readonly ok: false; readonly finding: Finding } {
  const folder = join(resolve(cwd, name), 'recording');
  const refused = (why: string, fix: string): { readonly ok: false; readonly finding: Finding } => ({ ok: false, finding: { severity: 'error', code: 'recording-unreadable', message: `${name} ${why}`, fix } });
  if (!existsSync(join(folder, 'run.json'))) return refused('holds no recording', 'name the output folder of a run with --record in which a model was asked');
  try {
    const run = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as RunFile;
    // what a later version writes may mean something else
    if (run.format !== 1) return refused(`was recorded by ktx-ci ${run.tool} in another format`, 'use that version');
    const base = treeIn(join(folder, 'base'));
    const tasks = existsSync(join(folder, 'tasks.jsonl')) ? readFileSync(join(folder, 'tasks.jsonl'), 'utf8').split('\n').slice(0, -1).map((line) => taskOf(JSON.parse(line))) : [];
    return {
      ok: true, replay: {
        backend: run.backend, host: run.host, month: run.month, options: run, resumable: new Map(run.resumable.map((unit) => [unit.record.id, unit])),
        base, tree: run.hasTree ? treeIn(join(folder, 'tree')) : base, tasks: new Map(tasks.map((task) => [task.id, task])),
        end: existsSync(join(folder, 'end.json')) ? JSON.parse(readFileSync(join(folder, 'end.json'), 'utf8')) as EndFile : undefined,
      },
    };
  } catch (error) {
    return refused(`holds a recording that cannot be read (${error instanceof SyntaxError ? 'not JSON' : (error as NodeJS.ErrnoException).code ?? 'not whole'})`, 'record the run again');
  }
}

function taskOf(value: unknown): RecordedTask {
  const task = value as Partial<RecordedTask> | null;
  const isWhole = typeof task?.id === 'string' && typeof task.system === 'string' && typeof task.prompt === 'string' && Array.isArray(task.events) && typeof task.usage === 'object' && typeof task.result?.stopReason === 'string';
  if (!isWhole) throw new Error('not a task');
  return task as RecordedTask;
}

/** Nothing there: an empty context. */
const treeIn = (folder: string): Tree => (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readProjectTree(folder).tree : new Map());
