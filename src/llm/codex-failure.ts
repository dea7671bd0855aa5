import { classifyAnswer, modelFailure } from './classify.js';
import { unwrap } from './envelope.js';
import type { FailureCategory, ModelFailure } from './failure.js';

/** What codex 0.163 says of a turn that failed: it has no status, so its texts are read. First match. */
const said: readonly (readonly [RegExp, FailureCategory, string?])[] = [
  [/\breason: max_output_tokens\b/, 'invalid-request', 'max_tokens'],
  [/\breason: content_filter\b/, 'invalid-request', 'refusal'],
  [/ran out of room in the model's context window/, 'invalid-request', 'context_length_exceeded'],
  [/^Missing environment variable/, 'missing-credential'],
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

/** The failure of a child that ended without an end of its turn: `error` is what its SDK threw. */
export function childFailure(error: unknown): ModelFailure {
  const text = error instanceof Error ? error.message : String(error);
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOEXEC') return modelFailure('not-installed', `codex could not be started (${code}).`);
  if (/required MCP servers failed to initialize/.test(text)) {
    const why = /\b(?:HTTP )?401\b|unauthorized/i.test(text) ? 'it does not take the token of this task' : 'it cannot be reached';
    return modelFailure('provider-error', `codex did not start: the server of this task's tools on a loopback port refused it or is gone (${why}).`, { type: 'tools' });
  }
  const detail = text.replace(/^Codex Exec exited with /, '').replace(/Reading prompt from stdin\.\.\.\s*/g, '').trim();
  return modelFailure('provider-error', `codex ended before its turn did${detail === '' ? '' : `: ${detail}`}`, { type: 'child' });
}
