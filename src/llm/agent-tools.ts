import { spawn } from 'node:child_process';
import { accessSync, constants, copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { sha256 } from '../text/canonical.js';
import { modelFailure } from './classify.js';
import type { ModelFailure } from './failure.js';
import { atEnd } from './own-folders.js';

/**
 * The agent binaries and their SDKs, from tools/agents and its lock file: installed through npm on first use, with the
 * integrity that the lock file has, into that folder or, where it cannot be written, a cache folder. After that no network
 * is needed. None of it is ever bundled.
 */
export interface AgentTools {
  /** Absolute; holds node_modules. */
  readonly folder: string;
  /** Loads a package of it. */
  load(name: string): Promise<unknown>;
}

export type FoundTools = { readonly ok: true; readonly tools: AgentTools } | { readonly ok: false; readonly failure: ModelFailure };

/** The folder with the lock file: beside dist/, or at the root of a checkout. */
function lockFolder(): string | undefined {
  let at = dirname(fileURLToPath(import.meta.url));
  for (let level = 0; level < 5; level += 1) {
    const folder = join(at, 'tools', 'agents');
    if (existsSync(join(folder, 'package-lock.json'))) return folder;
    at = dirname(at);
  }
  return undefined;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return !folder.includes('node_modules');
  } catch {
    return false;
  }
}

/** What npm writes last: only a whole install has it. */
const isInstalled = (folder: string): boolean => existsSync(join(folder, 'node_modules', '.package-lock.json'));

/** `say` is told once, before an install begins: it takes half a minute and 850 MB. */
export async function agentTools(environment: Readonly<Record<string, string | undefined>>, say: (line: string) => void): Promise<FoundTools> {
  const lock = lockFolder();
  if (lock === undefined) return missing('tools/agents is not beside this copy of ktx-ci', 'install ktx-ci anew: this copy is not whole');
  const cache = join(environment['XDG_CACHE_HOME'] || join(environment['HOME'] || homedir(), '.cache'), 'ktx-ci', `agents-${sha256(readFileSync(join(lock, 'package-lock.json'))).slice(0, 12)}`);
  const found = [lock, cache].find(isInstalled);
  if (found !== undefined) return { ok: true, tools: toolsIn(found) };
  const folder = isWritable(lock) ? lock : cache;
  say(`installing the agent binaries once from npm, into ${folder}`);
  try {
    mkdirSync(folder, { recursive: true });
    if (folder !== lock) for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(lock, file), join(folder, file));
  } catch {
    return missing(`${folder} cannot be written`, 'set XDG_CACHE_HOME to a folder that can be written');
  }
  const why = await npmInstall(folder, environment);
  return why === null && isInstalled(folder) ? { ok: true, tools: toolsIn(folder) } : missing(why ?? 'npm ended without an error and without an install', `let this step have npm and reach its registry, or run ${installCommand(folder)} in a step before it that does`);
}

function toolsIn(folder: string): AgentTools {
  return {
    folder,
    load: (name) => {
      const main = entryOf(join(folder, 'node_modules', ...name.split('/')));
      return import(/* webpackIgnore: true */ pathToFileURL(main).href);
    },
  };
}

/** The ESM entry that a package names. */
function entryOf(folder: string): string {
  const { exports: named, module, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { exports?: unknown; module?: string; main?: string };
  const pick = (value: unknown): string | undefined => {
    if (typeof value === 'string') return value;
    if (typeof value !== 'object' || value === null) return undefined;
    const conditions = value as Readonly<Record<string, unknown>>;
    return pick(conditions['.'] ?? conditions['import'] ?? conditions['node'] ?? conditions['default']);
  };
  return join(folder, pick(named) ?? module ?? main ?? 'index.js');
}

const installCommand = (folder: string): string => `npm ci --prefix "${folder}"`;

const missing = (why: string, fix: string): FoundTools => ({ ok: false, failure: modelFailure('not-installed', `The agent binaries are not installed: ${why}.`, { fix }) });

/** The failure of a program in `folder` that is not there or does not run here. npm removes what is there before it installs. */
export function notRunnable(message: string, folder: string): ModelFailure {
  return modelFailure('not-installed', message, { fix: `run ${installCommand(folder)} on this machine; programs must be allowed to run from that folder` });
}

/** A package of the installed ones, or why it cannot be had. */
export async function packageOf(tools: AgentTools, name: string): Promise<{ readonly ok: true; readonly loaded: unknown } | { readonly ok: false; readonly failure: ModelFailure }> {
  try {
    return { ok: true, loaded: await tools.load(name) };
  } catch (error) {
    return { ok: false, failure: notRunnable(`${name} is not among the installed agent binaries, or not whole: ${error instanceof Error ? error.message : String(error)}`, tools.folder) };
  }
}

/** Out of what npm writes at its end: the code, and the first line that is a sentence. Its last line names a log. */
function reasonIn(said: string): string {
  const lines = said.split('\n').map((line) => line.replace(/^npm (?:error|ERR!) ?/, '').trim());
  const parts = [/^code (\S+)$/m.exec(lines.join('\n'))?.[1], lines.find((line) => line.split(' ').length > 3 && !line.startsWith('A complete log'))];
  return parts.map((part) => (part === undefined ? '' : `: ${part}`)).join('');
}

/** Null: it went well. npm gets what it needs to reach its registry, and no credential of a model. */
function npmInstall(folder: string, environment: Readonly<Record<string, string | undefined>>): Promise<string | null> {
  const passed = Object.entries(environment).filter(([name]) => /^(path|home|userprofile|appdata|localappdata|systemroot|temp|tmp|tmpdir|(https?|no|all)_proxy|node_extra_ca_certs|ssl_cert_file|npm_config_.*)$/i.test(name));
  return new Promise((resolve) => {
    const child = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, env: Object.fromEntries(passed) as NodeJS.ProcessEnv, stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' });
    let said = '';
    child.stderr.on('data', (text: Buffer) => { said = (said + text.toString()).slice(-2000); });
    const ended = atEnd(() => { child.kill('SIGKILL'); });
    child.once('exit', ended);
    child.on('error', () => resolve('npm could not be started'));
    child.on('close', (code) => resolve(code === 0 ? null : `npm ci ended with ${String(code)}${reasonIn(said)}`));
  });
}
