import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isolated, type Command, type Isolation } from './isolation.js';
import { atEnd, openOwnFolder } from './own-folders.js';

/** The folders of one agent: fresh, empty, and gone with it. */
export interface AgentFolders {
  readonly root: string;
  readonly home: string;
  readonly config: string;
  readonly temporary: string;
  /** Where it works. */
  readonly work: string;
  readonly remove: () => Promise<void>;
}

export async function openFolders(): Promise<AgentFolders> {
  const { path: root, remove } = await openOwnFolder();
  const [home, config, temporary, work] = ['home', 'config', 'tmp', 'work'].map((name) => join(root, name)) as [string, string, string, string];
  await Promise.all([home, config, temporary, work].map((folder) => mkdir(folder, { mode: 0o700 })));
  return { root, home, config, temporary, work, remove };
}

/** The whole environment of an agent, apart from what it needs to find the relay. No variable of this process is handed on. */
export function agentEnvironment({ home, temporary }: Pick<AgentFolders, 'home' | 'temporary'>): Readonly<Record<string, string>> {
  return { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: home, TMPDIR: temporary, LANG: 'C.UTF-8', TZ: 'UTC' };
}

/** Starts an agent in the isolation, in a process group of its own. */
export function startAgent(command: Command, { isolation, folder, environment }: { readonly isolation: Pick<Isolation, 'before'>; readonly folder: string; readonly environment: Readonly<Record<string, string>> }): ChildProcessWithoutNullStreams {
  const { command: file, args } = isolated(command, isolation);
  const child = spawn(file, args, { cwd: folder, env: environment as NodeJS.ProcessEnv, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  child.once('close', atEnd(() => endGroup(child)));
  // it may be gone before it has read everything
  child.stdin.on('error', () => undefined);
  return child;
}

/** Ends an agent and everything that it started; resolves when it is gone. */
export function endAgent(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
    endGroup(child);
    return Promise.resolve();
  }
  const gone = new Promise<void>((resolve) => { child.once('exit', () => resolve()); });
  endGroup(child);
  return gone;
}

function endGroup({ pid }: ChildProcessWithoutNullStreams): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone.
  }
}
