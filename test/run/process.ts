import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import type { ProjectFolder } from '../project-folder.js';
import { plainEnvironment } from '../temporary-folder.js';

/** ktx-ci as a process of its own, to be killed. */

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** The folder of the program: the bundle where it is that of these sources, else what it is made of; relative to the package. */
export const programFolder = process.env['KTX_CI_TEST_BUNDLE'] === undefined ? join('lib', 'src') : relative(root, process.env['KTX_CI_TEST_BUNDLE']);
/** To be started with Node. */
export const cli = join(root, programFolder, 'cli.js');
/** The same, module by module. */
export const unbundledCli = join(root, 'lib', 'src', 'cli.js');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Standard error so far. */
  err(): string;
}

export const start = (folder: ProjectFolder, ...args: string[]): Running => startAt(cli, folder, ...args);

/** `at`: the file that is started, where it is another copy of the program. */
export function startAt(at: string, folder: ProjectFolder, ...args: string[]): Running {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', at, ...args], { cwd: folder.root, env: { ...plainEnvironment(), ...folder.environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text: Buffer) => { out += text.toString(); });
  child.stderr.on('data', (text: Buffer) => { err += text.toString(); });
  const ended = new Promise<Ended>((resolve) => { child.on('close', (code, signal) => { resolve({ code, signal, out, err }); }); });
  return { child, ended, err: () => err };
}

/** Whole unit folders of an output folder. */
export function finishedUnits(folder: ProjectFolder, out: string): string[] {
  const units = join(folder.root, out, 'units');
  return existsSync(units) ? readdirSync(units).filter((name) => !name.endsWith('.partial')) : [];
}

/** Waits until the condition holds or the process ended. */
export async function until(running: Running, holds: () => boolean): Promise<void> {
  while (running.child.exitCode === null && running.child.signalCode === null && !holds()) await wait(1);
}

/** Statements for a warehouse of `count` tables, each with a key and a reference to the one before it, and with more columns where asked. */
export function manyTables(count: number, rows: number, more = ''): string {
  return Array.from({ length: count }, (_, i) => {
    const before = i === 0 ? '' : `, thing${i - 1}_id integer`;
    return `create table thing${i} (thing${i}_id integer primary key, label text, made_on text${before}${more});
with recursive n(i) as (select 1 union all select i + 1 from n where i < ${rows}) insert into thing${i} (thing${i}_id, label, made_on${i === 0 ? '' : `, thing${i - 1}_id`}) select i, 'label ' || (i % 7), date('2024-01-01', i || ' days')${i === 0 ? '' : ', i'} from n;`;
  }).join('\n');
}
