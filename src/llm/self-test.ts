import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { agentEnvironment, endAgent, openFolders, startAgent } from './agent-child.js';
import { anthropicWire } from './anthropic-wire.js';
import type { Isolation } from './isolation.js';
import { Ledger } from './ledger.js';
import { openLoopback } from './loopback.js';
import { Pacing } from './pacing.js';
import { openRelay } from './relay.js';
import type { Looking, Sighting } from './self-test-child.js';
import type { Transport } from './transport.js';

/**
 * Proves that an agent cannot see the credential: a made-up one is given to a relay, and a program is started in the place
 * of an agent, exactly as Claude Code is, that looks for it. Nothing is sent to anybody.
 */
export interface SelfTest {
  readonly isolation: Isolation;
  /** Folders that are searched besides those that the agent is given. */
  readonly folders: Looking['folders'];
  /** What a careless caller would do with the credential: for tests of this test. */
  readonly carelessly?: { readonly environment?: (credential: string) => Readonly<Record<string, string>>; readonly args?: (credential: string) => readonly string[]; readonly before?: (credential: string) => void } | undefined;
}

// Not written as one literal: a bundler would take it for an asset of its own. The build copies the file.
const childFile = 'self-test-child.js';
const none = { usd: 0, tokens: 0, steps: 0 };
const longestLook = 90_000;

export async function lookAsAgent({ isolation, folders: places, carelessly = {} }: SelfTest): Promise<Sighting[]> {
  const credential = `sk-ant-canary-${randomBytes(24).toString('hex')}`;
  carelessly.before?.(credential);
  let sentWith = '';
  /** A provider that refuses every key, and quotes it. */
  const provider: Transport = {
    fetch: (_, { headers }) => {
      sentWith = headers.get('x-api-key') ?? '';
      return Promise.resolve(new Response(JSON.stringify({ type: 'error', error: { type: 'authentication_error', message: `the key ${sentWith} is not valid` } }), { status: 401, headers: { 'content-type': 'application/json', 'request-id': sentWith } }));
    },
    proxyOf: () => null, silenceMs: 0, close: () => Promise.resolve(),
  };
  const base = new URL('https://provider.invalid');
  const pacing = new Pacing({ limit: { enabled: false, throttleThreshold: 1, minConcurrencyUnderPressure: 1, retry: { maxAttempts: 1, baseDelayMs: 1, maxDelayMs: 1, jitter: false } }, concurrency: 1 });
  const loopback = await openLoopback({ relay: openRelay({ base, wire: anthropicWire(credential), transport: provider, pacing, priceOf: () => undefined }), base, paths: ['/v1/messages'] });
  const task = loopback.open({ account: new Ledger(none).open('self-test', none), signal: new AbortController().signal });
  const own = await openFolders();
  const looking: Looking = { holder: process.pid, folders: [{ name: 'agent', path: own.root }, ...places], relay: loopback.url, token: task.token };
  try {
    const environment = { ...agentEnvironment(own), CLAUDE_CONFIG_DIR: own.config, ANTHROPIC_BASE_URL: loopback.url, ANTHROPIC_API_KEY: task.token, ...carelessly.environment?.(credential) };
    const args = [fileURLToPath(new URL(childFile, import.meta.url)), 'ktx-ci-self-test-child', ...(carelessly.args?.(credential) ?? [])];
    const child = startAgent({ command: process.execPath, args }, { isolation, folder: own.work, environment });
    const out: Buffer[] = [];
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => { out.push(bytes); });
    child.stderr.on('data', (bytes: Buffer) => { said = (said + bytes.toString()).slice(-500); });
    const timer = setTimeout(() => { void endAgent(child); }, longestLook);
    const ended = new Promise<void>((resolve) => {
      child.once('close', () => resolve());
      child.once('error', (error) => {
        said = error.message;
        resolve();
      });
    });
    child.stdin.end(JSON.stringify(looking));
    await ended;
    clearTimeout(timer);
    const sightings = parsed(Buffer.concat(out).toString('utf8'));
    if (!sightings) return [{ id: 'agent', state: 'unknown', detail: `the program in the place of an agent did not come to its end: ${said.trim().split('\n').at(-1) ?? ''}` }];
    const isUsed = sentWith === credential;
    return [...sightings, { id: 'relay:credential', state: isUsed ? 'ok' : 'unknown', detail: isUsed ? 'the relay put the credential on a request of the agent after it had left it' : 'no request of the agent came to the relay' }];
  } finally {
    task.close();
    await loopback.close();
    await own.remove();
  }
}

function parsed(text: string): Sighting[] | null {
  try {
    return JSON.parse(text) as Sighting[];
  } catch {
    return null;
  }
}
