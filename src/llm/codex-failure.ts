import { notRunnable } from './agent-tools.js';
import { classifyAnswer, modelFailure } from './classify.js';
import { unwrap } from './envelope.js';
import type { FailureCategory, ModelFailure } from './failure.js';

/** What codex 0.163 says of a turn that failed: it has no status, so its texts are read. First match. */
const said: readonly (readonly [RegExp, FailureCategory, string?])[] = [
  [/\breason: max_output_tokens\b/, 'invalid-request', 'max_tokens'],
  [/\breason: content_filter\b/, 'invalid-request', 'refusal'],
  [/ran out of room in the model's context window/, 'invalid-request', 'context_length_exceeded'],
  [/^Missing environment variable/, 'missing-credential'],
  [/access token could not be refreshed|refresh token|sign in again/i, 'auth'],
  [/^Quota exceeded|usage limit|purchase more credits/i, 'quota'],
  [/^rate limit exceeded/i, 'rate-limit'],
  [/high demand|at capacity/i, 'provider-error'],
  [/idle timeout waiting for/, 'timeout'],
  [/^Connection failed|Transport error|stream closed before response\.completed/, 'network'],
];

/** The failure that the message of `turn.failed` stands for, where the relay met none. `host` is whom it asked. */
export function turnFailure(message: string, host: string): ModelFailure {
  const text = message.trim();
  const [, unexpected, rest = ''] = /^unexpected status (\d{3})\b[^:]*: ([\s\S]*)$/.exec(text) ?? [];
  // it ends with our own address and an id
  if (unexpected !== undefined) return classifyAnswer({ status: Number(unexpected), headers: new Headers(), body: rest.replace(/, url: \S+(?:, request id: .*)?$/s, '') }, host);
  const given = /^exceeded retry limit, last status: (\d{3})\b/.exec(text)?.[1];
  if (given !== undefined) return classifyAnswer({ status: Number(given), headers: new Headers(), body: text }, host);
  // the body of a 400 comes as it is
  if (text.startsWith('{')) return classifyAnswer({ status: 400, headers: new Headers(), body: text }, host);
  const known = said.find(([pattern]) => pattern.test(text));
  const inner = unwrap(text).message;
  return known ? modelFailure(known[1], inner, { type: known[2] }) : modelFailure('provider-error', inner === '' ? 'codex ended its turn with an error and without a message.' : inner);
}

/** The failure of a child that ended without an end of its turn: `error` is what its SDK threw, `folder` where it is installed. `spoke`: it has reported something. */
export function childFailure(error: unknown, { folder, spoke }: { readonly folder: string; readonly spoke: boolean }): ModelFailure {
  const text = error instanceof Error ? error.message : String(error);
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const detail = text.replace(/^Codex Exec exited with /, '').replace(/Reading prompt from stdin\.\.\.\s*/g, '').trim();
  if (/required MCP servers failed to initialize/.test(text)) return toolsFailure(text);
  if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOEXEC' || (!spoke && /^code \d/.test(detail))) return notRunnable(`codex could not be started: ${detail}`, folder);
  return modelFailure('provider-error', `codex ended before its turn did${detail === '' ? '' : `: ${detail}`}`, { type: 'child' });
}

/** The failure of a turn whose tools are out of reach. `said`: what codex says of it. */
export function toolsFailure(said: string): ModelFailure {
  const failure = (category: FailureCategory, why: string, fix: string): ModelFailure => modelFailure(category, `codex has none of its task's tools: their server on a loopback port ${why}.`, { type: 'tools', fix });
  if (/timed out/i.test(said)) return failure('timeout', 'does not answer', 'run it again; if it stays so, lower ingest.workUnits.maxConcurrency, or use a backend that talks to the API itself');
  const why = /\b401\b|unauthorized/i.test(said) ? 'does not take the token of the task' : 'cannot be reached';
  return failure('isolation', why, 'let codex reach 127.0.0.1 directly, without a firewall, a sandbox or a proxy between, or use a backend that talks to the API itself');
}
