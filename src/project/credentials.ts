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
