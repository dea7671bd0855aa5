import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ChildOptions, ChildReply, ChildRequest } from './sqlite-child.js';

export type SessionReply = ChildReply | { readonly ok: false; readonly timeout: true };

/** Statements on one file, one at a time, in a child process that is killed when a statement takes too long. */
export interface SqliteSession {
  run(request: Exclude<ChildRequest, { kind: 'open' }>, timeoutMs: number): Promise<SessionReply>;
  close(): Promise<void>;
}

// Not written as one literal: a bundler would take it for an asset of its own. The build copies the file.
const childFile = 'sqlite-child.js';
const openTimeoutMs = 15_000;

/** Starts nothing: the child starts with the first statement and again after each kill. It keeps no process alive. */
export function sqliteSession(options: ChildOptions): SqliteSession {
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function opened(): Promise<ChildProcess | ChildReply> {
    if (child?.connected === true && child.exitCode === null && child.signalCode === null) return child;
    const started = fork(fileURLToPath(new URL(childFile, import.meta.url)), ['ktx-ci-sqlite-child'], {
      env: {},
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=512'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    child = started;
    const reply = await ask(started, { kind: 'open', options }, openTimeoutMs);
    if (reply.ok) return started;
    started.kill('SIGKILL');
    return 'timeout' in reply ? { ok: false, message: 'the database could not be opened in time' } : reply;
  }

  async function run(request: Exclude<ChildRequest, { kind: 'open' }>, timeoutMs: number): Promise<SessionReply> {
    if (closed) return { ok: false, message: 'the warehouse is closed' };
    const target = await opened();
    return 'ok' in target ? target : ask(target, request, timeoutMs);
  }

  return {
    run(request, timeoutMs) {
      const reply = last.then(() => run(request, timeoutMs));
      last = reply.catch(() => undefined);
      return reply;
    },
    async close() {
      closed = true;
      await last;
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child?.once('exit', resolve));
      child.ref();
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** One request and its reply. The child holds this process open only while a reply is awaited. */
function ask(child: ChildProcess, request: ChildRequest, timeoutMs: number): Promise<SessionReply> {
  return new Promise((resolve) => {
    const finish = (reply: SessionReply): void => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
      child.unref();
      child.channel?.unref();
      resolve(reply);
    };
    const onMessage = (reply: unknown): void => finish(reply as ChildReply);
    const onExit = (): void => finish({ ok: false, message: 'SQLite ran out of memory or crashed on this statement' });
    const onError = (error: Error): void => finish({ ok: false, message: error.message });
    const timer = setTimeout(() => {
      child.off('exit', onExit);
      child.once('exit', () => finish({ ok: false, timeout: true }));
      child.kill('SIGKILL');
    }, timeoutMs);
    child.ref();
    child.channel?.ref();
    child.on('message', onMessage).on('exit', onExit).on('error', onError);
    child.send(request, (error) => {
      if (error) onError(error);
    });
  });
}
