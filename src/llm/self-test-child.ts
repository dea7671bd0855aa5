import { closeSync, openSync, readFileSync, readSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * A program in the place of an agent: it looks for a credential wherever an agent could, and says where it saw one. It is
 * not told what the credential is, only its shape. What it finds it names by its place; no value leaves it.
 */

/** On its standard input, as JSON. */
export interface Looking {
  /** Of the process that holds the credential, as that one knows it. */
  readonly holder: number;
  /** Folders that are searched, by what they are to a person. */
  readonly folders: readonly { readonly name: string; readonly path: string }[];
  readonly relay: string;
  readonly token: string;
}

export interface Sighting {
  readonly id: string;
  /** `unknown`: it could not be looked at. */
  readonly state: 'ok' | 'leak' | 'unknown';
  readonly detail: string;
}

const prefix = 'sk-ant-canary-';
const shape = new RegExp(`${prefix}[0-9a-f]{48}`);

const mostFiles = 20_000;
const mostDepth = 8;
const longestFile = 1024 * 1024;
const longestScan = 10_000;
const mostMemory = 1024 * 1024 * 1024;
const chunk = 4 * 1024 * 1024;

const holds = (text: string | Buffer): boolean => shape.test(typeof text === 'string' ? text : text.toString('latin1'));
const looksSecret = (name: string): boolean => /key|token|secret|passw|credential|auth/i.test(name);

function read(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function listed(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function ownEnvironment(token: string): Sighting {
  const names = Object.keys(process.env);
  // The task's own token is what it is given instead.
  const held = names.filter((name) => holds(process.env[name] ?? '') || (looksSecret(name) && process.env[name] !== token));
  return held.length > 0 ? { id: 'environment', state: 'leak', detail: `its environment holds ${held.join(', ')}` } : { id: 'environment', state: 'ok', detail: `its environment has ${names.length} variables, none of them a credential` };
}

function ownArguments(): Sighting {
  const line = read('/proc/self/cmdline');
  const found = holds(process.argv.join(' ')) || (line !== null && holds(line));
  return { id: 'arguments', state: found ? 'leak' : 'ok', detail: found ? 'its command line holds the credential' : 'its command line holds no credential' };
}

function proxies(): Sighting {
  const set = Object.keys(process.env).filter((name) => /^(?:https?|all|ftp)_proxy$/i.test(name));
  return set.length === 0 ? { id: 'proxy', state: 'ok', detail: 'it is told of no proxy, so of no password of one' } : { id: 'proxy', state: 'leak', detail: `it is told of a proxy in ${set.join(', ')}` };
}

function folder({ name, path }: Looking['folders'][number]): Sighting {
  const id = `files:${name}`;
  const until = Date.now() + longestScan;
  const found: string[] = [];
  let files = 0;
  let cut = false;
  const search = (at: string, depth: number): void => {
    if (depth > mostDepth) {
      cut = true;
      return;
    }
    let entries;
    try {
      entries = readdirSync(at, { withFileTypes: true });
    } catch {
      return;
    }
    for (const entry of entries) {
      if (files >= mostFiles || Date.now() > until) {
        cut = true;
        return;
      }
      const file = join(at, entry.name);
      if (entry.isDirectory() && entry.name !== 'node_modules') search(file, depth + 1);
      if (!entry.isFile()) continue;
      files += 1;
      try {
        if (statSync(file).size > longestFile) continue;
      } catch {
        continue;
      }
      const content = read(file);
      if (content !== null && holds(content)) found.push(file);
    }
  };
  search(path, 0);
  if (found.length > 0) return { id, state: 'leak', detail: `${found.slice(0, 3).join(', ')} ${found.length === 1 ? 'holds' : 'hold'} the credential` };
  return { id, state: 'ok', detail: `${files} files that it can read hold no credential${cut ? ` (the first ${files} were read)` : ''}` };
}

/** Files in which tools keep credentials, below the home folder of the account, which is not the one that an agent is told of. */
const keptInHome: readonly (readonly [string, RegExp])[] = [
  ['.claude/.credentials.json', /accessToken|refreshToken/], ['.codex/auth.json', /token|key/i], ['.netrc', /password/i], ['.git-credentials', /:\/\//], ['.docker/config.json', /"auth"/], ['.aws/credentials', /secret/i],
  ['.config/gcloud/application_default_credentials.json', /refresh_token|private_key/], ['.npmrc', /_authToken|_password/],
];

function configurations(folders: Looking['folders']): Sighting {
  const { homedir } = userInfo();
  const found = keptInHome.filter(([file, pattern]) => pattern.test(read(join(homedir, file))?.toString('latin1') ?? '')).map(([file]) => join(homedir, file));
  for (const { path } of folders.filter(({ name }) => name === 'workspace')) {
    if (/extraheader\s*=\s*AUTHORIZATION|url\s*=\s*https?:\/\/[^\s/]+@/i.test(read(join(path, '.git', 'config'))?.toString('latin1') ?? '')) found.push(join(path, '.git', 'config'));
    found.push(...listed(path).filter((name) => /^gha-creds-.*\.json$/.test(name)).map((name) => join(path, name)));
  }
  return found.length > 0 ? { id: 'configuration', state: 'leak', detail: `it can read ${found.join(', ')}` } : { id: 'configuration', state: 'ok', detail: 'no file in which tools keep credentials can be read' };
}

/** Processes that it sees besides itself and those that it runs in. */
function others(): number[] {
  const own = new Set([process.pid]);
  return listed('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => !own.has(pid));
}

function processes({ holder }: Looking): Sighting[] {
  if (listed('/proc').length === 0) return ['environ', 'cmdline', 'fd', 'mem'].map((file) => ({ id: `process:${file}`, state: 'unknown', detail: 'this system has no /proc' }));
  const seen = others();
  const none = `it sees ${seen.length === 0 ? 'no other process' : `${seen.length} other processes`}`;
  const environs = seen.filter((pid) => (read(`/proc/${pid}/environ`)?.length ?? 0) > 0);
  const lines = seen.filter((pid) => holds(read(`/proc/${pid}/cmdline`) ?? ''));
  const opened = seen.filter((pid) => listed(`/proc/${pid}/fd`).some((fd) => {
    try {
      const target = readlinkSync(`/proc/${pid}/fd/${fd}`);
      return target.startsWith('/') && statSync(target).isFile() && statSync(target).size <= longestFile && holds(read(target) ?? '');
    } catch {
      return false;
    }
  }));
  const named = (pids: readonly number[]): string => pids.slice(0, 3).map((pid) => `${pid} (${read(`/proc/${pid}/comm`)?.toString('utf8').trim() ?? '?'})`).join(', ');
  const at = (file: string, pids: readonly number[], leak: (names: string) => string, fine: string): Sighting => ({ id: `process:${file}`, state: pids.length > 0 ? 'leak' : 'ok', detail: pids.length > 0 ? leak(named(pids)) : `${none}${fine}` });
  return [
    at('environ', environs, (names) => `it can read the environment of process ${names}${environs.includes(holder) ? ', among them the one that holds the credential' : ''}`, seen.length === 0 ? '' : ', and the environment of none'),
    at('cmdline', lines, (names) => `the command line of process ${names} holds the credential`, ', so no command line with the credential'),
    at('fd', opened, (names) => `a file that process ${names} has open holds the credential`, ', so no open file with the credential'),
    memory(holder),
  ];
}

/** Whether the memory of the process with the credential can be read, and the credential found in it. */
function memory(holder: number): Sighting {
  const id = 'process:mem';
  const maps = read(`/proc/${holder}/maps`)?.toString('latin1');
  if (maps === undefined || maps === '' || holder === process.pid || !read(`/proc/${holder}/environ`)) return { id, state: 'ok', detail: 'it cannot read the memory of the process that holds the credential' };
  let memory: number;
  try {
    memory = openSync(`/proc/${holder}/mem`, 'r');
  } catch {
    return { id, state: 'ok', detail: 'it cannot open the memory of the process that holds the credential' };
  }
  const until = Date.now() + longestScan;
  let bytes = 0;
  let unreadable = true;
  try {
    for (const [, from = '', to = ''] of maps.matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw/gm)) {
      const end = Number.parseInt(to, 16);
      for (let position = Number.parseInt(from, 16); position < end; position += chunk) {
        if (Date.now() > until || bytes > mostMemory) return { id, state: 'leak', detail: 'it can read the memory of the process that holds the credential' };
        const buffer = Buffer.alloc(Math.min(chunk, end - position));
        try {
          bytes += readSync(memory, buffer, 0, buffer.length, position);
          unreadable = false;
        } catch {
          continue;
        }
        if (buffer.includes(prefix) && holds(buffer)) return { id, state: 'leak', detail: 'it read the credential in the memory of the process that holds it' };
      }
    }
  } finally {
    closeSync(memory);
  }
  return unreadable ? { id, state: 'ok', detail: 'it cannot read the memory of the process that holds the credential' } : { id, state: 'leak', detail: 'it can read the memory of the process that holds the credential' };
}

async function network({ relay, token }: Looking): Promise<Sighting[]> {
  const ask = async (key: string): Promise<{ readonly status: number; readonly text: string }> => {
    const response = await fetch(`${relay}/v1/messages`, { method: 'POST', headers: { 'x-api-key': key, 'anthropic-version': '2023-06-01', 'content-type': 'application/json' }, body: JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 1, messages: [{ role: 'user', content: 'x' }] }) });
    return { status: response.status, text: `${[...response.headers].join('\n')}\n${await response.text()}` };
  };
  try {
    const [stranger, own] = [await ask('nobody'), await ask(token)];
    const leaks = [stranger, own].some(({ text }) => holds(text));
    return [
      { id: 'relay:token', state: stranger.status === 401 ? 'ok' : 'leak', detail: stranger.status === 401 ? 'the relay answers nobody without the token of a task' : `the relay answered ${stranger.status} to a request without a token` },
      { id: 'relay:answer', state: leaks ? 'leak' : 'ok', detail: leaks ? 'an answer of the relay holds the credential' : 'a provider that quotes the credential is quoted without it' },
    ];
  } catch (error) {
    return [{ id: 'relay', state: 'unknown', detail: `the relay cannot be reached: ${error instanceof Error ? error.message : String(error)}` }];
  }
}

async function look(looking: Looking): Promise<Sighting[]> {
  return [ownEnvironment(looking.token), ownArguments(), proxies(), ...looking.folders.map(folder), configurations(looking.folders), ...processes(looking), ...await network(looking)];
}

if (process.argv[2] === 'ktx-ci-self-test-child') {
  const looking = JSON.parse(readFileSync(0, 'utf8')) as Looking;
  process.stdout.write(JSON.stringify(await look(looking)));
}
