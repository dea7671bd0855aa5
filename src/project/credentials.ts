import type { Project, FilePlace } from './project.js';
import { resolveReference } from './references.js';

/** The credential of the configured backend, resolved when it is needed. */
export type Credential =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly why: string; readonly fix: string; readonly place: FilePlace };

/**
 * `llm.provider.anthropic.api_key` as ktx.yaml has it; without the key ANTHROPIC_API_KEY, as ktx does. A reference without
 * a value is never replaced by another variable.
 */
export function anthropicCredential(project: Project, environment: Readonly<Record<string, string | undefined>>): Credential {
  const written = project.config.llm.provider.anthropic?.api_key;
  const resolved = resolveReference(written ?? 'env:ANTHROPIC_API_KEY', project.root, environment);
  if (resolved.ok) return resolved;
  const place = written === undefined ? project.place('llm', 'provider', 'backend') : project.place('llm', 'provider', 'anthropic', 'api_key');
  return { ok: false, why: resolved.why, fix: written === undefined ? 'set ANTHROPIC_API_KEY, or llm.provider.anthropic.api_key: env:NAME' : resolved.fix, place };
}

/** As for the backend anthropic; where neither ktx.yaml nor ANTHROPIC_API_KEY has one, the token of a sign-in in CLAUDE_CODE_OAUTH_TOKEN. */
export function claudeCodeCredential(project: Project, environment: Readonly<Record<string, string | undefined>>): Credential {
  const token = environment['CLAUDE_CODE_OAUTH_TOKEN']?.trim();
  const isWritten = project.config.llm.provider.anthropic?.api_key !== undefined;
  if (!isWritten && !environment['ANTHROPIC_API_KEY']?.trim() && token) return { ok: true, value: token };
  return anthropicCredential(project, environment);
}

/** A key of OpenAI's API: CODEX_API_KEY, else OPENAI_API_KEY. A sign-in with ChatGPT is no credential here. */
export function codexCredential(project: Project, environment: Readonly<Record<string, string | undefined>>): Credential {
  const value = environment['CODEX_API_KEY']?.trim() || environment['OPENAI_API_KEY']?.trim();
  if (value) return { ok: true, value };
  return { ok: false, why: 'the environment has neither CODEX_API_KEY nor OPENAI_API_KEY, and a sign-in with ChatGPT is not used', fix: 'set OPENAI_API_KEY to a key of the API', place: project.place('llm', 'provider', 'backend') };
}
