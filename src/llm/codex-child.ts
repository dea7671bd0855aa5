import { execFile, type ChildProcess, type ExecFileException } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { killIsolated } from './isolation.js';
import { atEnd } from './own-folders.js';

/** The codex binary as a process: where it is, what it prints, and that it is gone. */

/** The binary in a folder with node_modules, of the one platform package that npm installed; undefined: there is none. */
export function codexBinary(folder: string): string | undefined {
  const scope = join(folder, 'node_modules', '@openai');
  const file = process.platform === 'win32' ? 'codex.exe' : 'codex';
  const vendors = existsSync(scope) ? readdirSync(scope).filter((name) => name.startsWith('codex-')).map((name) => join(scope, name, 'vendor')).filter((path) => existsSync(path)) : [];
  return vendors.flatMap((vendor) => readdirSync(vendor).map((target) => join(vendor, target, 'bin', file))).find((path) => existsSync(path));
}

const longestPrint = 30_000;

/** How a program came to an end that is none. */
function endOf({ killed, signal, code }: ExecFileException): string {
  if (killed === true) return `no answer in ${longestPrint / 1000} s`;
  return typeof code === 'number' ? `code ${code}` : code ?? signal ?? '';
}

/** The catalogue of models that is built into the binary. `home`: an empty folder of ours. Rejects where it does not run, and says why. */
export function printedModels(binary: string, home: string): Promise<string> {
  const systemRoot = process.env['SYSTEMROOT'];
  const env = { CODEX_HOME: home, HOME: home, USERPROFILE: home, PATH: '/usr/bin:/bin', ...(systemRoot === undefined ? {} : { SYSTEMROOT: systemRoot }) };
  return new Promise((resolve, reject) => {
    const child = execFile(binary, ['debug', 'models'], { env, maxBuffer: 64 * 1024 * 1024, timeout: longestPrint, encoding: 'utf8' }, (error, out, said) => {
      ended();
      if (error) reject(new Error([endOf(error), said.trim().split('\n').at(-1) ?? ''].filter((words) => words !== '').join(': ')));
      else resolve(out);
    });
    // it would write into its home again
    const ended = atEnd(() => { child.kill('SIGKILL'); });
  });
}

/** Longest that a killed child is waited for, in milliseconds. */
const longestEnd = 2_500;

/** Children whose arguments name a place in a folder of ours. The SDK keeps its child to itself, and asks it to end without waiting for that. */
export class Children {
  readonly #children = new Set<ChildProcess>();
  readonly #note: (message: unknown) => void;

  constructor(folder: string) {
    this.#note = (message) => {
      const { process: child } = message as { readonly process: ChildProcess };
      this.#children.add(child);
      // it is told before it has its arguments
      process.nextTick(() => {
        if (!names(child, folder)) this.#children.delete(child);
        // the SDK writes to a program that may be gone, and does not listen: its exit says what is to be said
        else child.stdin?.on('error', () => undefined);
      });
    };
    subscribe('child_process', this.#note);
  }

  #of(mark: string): ChildProcess[] {
    for (const child of this.#children) if (isGone(child) && child.pid !== undefined) this.#children.delete(child);
    return [...this.#children].filter((child) => names(child, mark));
  }

  /** Kills them: nothing that they still have to do is worth anything. Resolves when they are gone. */
  async end(mark: string): Promise<void> {
    const children = this.#of(mark);
    for (const { pid } of children) if (pid !== undefined) killIsolated(pid);
    const until = performance.now() + longestEnd;
    while (children.some((child) => !isGone(child)) && performance.now() < until) await sleep(5);
  }

  /** At once, without waiting: for the end of this process. */
  kill(mark: string): void {
    for (const { pid } of this.#of(mark)) if (pid !== undefined) killIsolated(pid);
  }

  close(): void {
    unsubscribe('child_process', this.#note);
    this.#children.clear();
  }
}

// one that could not be made has no arguments, whatever its type says
const names = ({ spawnargs }: { readonly spawnargs?: readonly string[] }, place: string): boolean => spawnargs?.some((argument) => argument.includes(place)) ?? false;
const isGone = ({ exitCode, signalCode, pid }: ChildProcess): boolean => pid === undefined || exitCode !== null || signalCode !== null;
