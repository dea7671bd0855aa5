import { fileURLToPath } from 'node:url';
import type { Finding } from '../finding.js';
import type { Project } from './project.js';
import { projectPath, resolveReference } from './references.js';

export interface ResolvedSources {
  /** Absolute path of each sqlite connection's file. */
  readonly sqliteFiles: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/**
 * Resolves what the named connections need to be read. A reference without a value is an error, or a notice where
 * `lenient` (check and --dry-run): the connection then cannot be read. It never falls back to another variable.
 */
export function resolveSources(project: Project, environment: Readonly<Record<string, string | undefined>>, lenient: boolean): ResolvedSources {
  const sqliteFiles = new Map<string, string>();
  const findings: Finding[] = [];
  for (const connection of project.connections) {
    if (connection.driver !== 'sqlite') continue;
    const option = connection.options.path !== undefined ? 'path' : 'url';
    const text = connection.options[option] ?? '';
    // file:PATH names a file that holds the value; file://PATH is the URL of the database itself
    const resolved = text.startsWith('file://') ? { ok: true as const, value: text } : resolveReference(text, project.root, environment);
    if (!resolved.ok) {
      findings.push({
        severity: lenient ? 'notice' : 'error', code: 'reference-unresolved', ...connection.place(option),
        message: `connection ${connection.id}: ${resolved.why}`, fix: resolved.fix,
      });
      continue;
    }
    sqliteFiles.set(connection.id, projectPath(project.root, filePath(resolved.value)));
  }
  return { sqliteFiles, findings };
}

/** `sqlite:///rel/or/abs.db`, `file:///abs.db` and plain paths. */
function filePath(value: string): string {
  if (value.startsWith('file://')) {
    try {
      return fileURLToPath(value);
    } catch {
      return value.slice('file://'.length);
    }
  }
  // three slashes: relative, four: absolute, as SQLAlchemy-style URLs have it
  return value.replace(/^sqlite:(\/\/\/)?/, '');
}
