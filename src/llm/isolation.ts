import { spawn } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * Agents run in a PID namespace of their own where the kernel allows it: they see no process of this machine, so neither
 * the environment nor the memory of the one that holds the credential; and when they are ended, all that they started is.
 */
export interface Isolation {
  readonly pidNamespace: boolean;
  /** Why not. */
  readonly why?: string;
  /** What stands before a command to run it so. */
  readonly before: readonly string[];
}

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
}

/** What to do where there is no namespace to be had. */
export const namespaceFix = 'use a runner with util-linux whose kernel allows user namespaces, or run as root in a container of its own';

const flags = ['--pid', '--fork', '--mount-proc', '--kill-child=SIGKILL'] as const;
/** As root; else as oneself in a user namespace, which some kernels refuse. */
const ways: readonly (readonly string[])[] = [['unshare', ...flags, '--'], ['unshare', '--user', '--map-current-user', ...flags, '--']];
const longestTry = 5_000;

let tried: Promise<Isolation> | undefined;

/** Tried once in the life of this process. */
export function isolationOf(): Promise<Isolation> {
  tried ??= tryOut();
  return tried;
}

async function tryOut(): Promise<Isolation> {
  if (process.platform !== 'linux') return { pidNamespace: false, why: `${process.platform} has no PID namespaces`, before: [] };
  let why = '';
  for (const before of ways) {
    const refused = await refusal(before);
    if (refused === null) return { pidNamespace: true, before };
    why = refused;
  }
  return { pidNamespace: false, why, before: [] };
}

/** Null: a process is the first of its namespace there, and /proc shows that namespace. */
function refusal(before: readonly string[]): Promise<string | null> {
  const check = 'test "$$" = 1 && test "$(readlink /proc/1/ns/pid)" != "$0"';
  const { command, args } = isolated({ command: 'sh', args: ['-c', check, readlinkSync('/proc/self/ns/pid')] }, { before });
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: longestTry, killSignal: 'SIGKILL', env: { PATH: '/usr/bin:/bin' } });
    let said = '';
    child.stderr.on('data', (text: Buffer) => { said = (said + text.toString()).slice(-500); });
    child.on('error', () => resolve('unshare (util-linux) is not installed'));
    child.on('close', (code) => resolve(code === 0 ? null : said.trim().split('\n').at(-1) || 'the namespace is not one of its own'));
  });
}

/** Kills a process; where it is the one that stands before an isolated command, then the command, after which it ends itself. */
export function killIsolated(pid: number): void {
  const isBefore = read(`/proc/${pid}/comm`) === 'unshare';
  const inside = isBefore ? read(`/proc/${pid}/task/${pid}/children`).split(' ').filter((child) => child !== '').map(Number) : [];
  for (const target of inside.length > 0 ? inside : [pid]) {
    try {
      process.kill(target, 'SIGKILL');
    } catch {
      // It is gone.
    }
  }
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
};

/** The command as it is started in the isolation. */
export function isolated({ command, args }: Command, { before }: Pick<Isolation, 'before'>): Command {
  const [first, ...rest] = [...before, command, ...args];
  return { command: first ?? command, args: rest };
}

/** A shell script that stands for an executable and starts it in the isolation, for callers that take only a path. */
export function isolatedScript(executable: string, { before }: Pick<Isolation, 'before'>): string {
  const quoted = [...before, executable].map((word) => `'${word.replaceAll('\'', '\'\\\'\'')}'`);
  // The shell's own variables are nobody's.
  return `#!/bin/sh\nunset PWD OLDPWD SHLVL _\nexec ${quoted.join(' ')} "$@"\n`;
}
