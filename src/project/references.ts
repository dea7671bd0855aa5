import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

export type Resolved =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly why: string; readonly fix: string };

/**
 * Resolves `env:NAME` and `file:PATH` (relative to the project, `~` allowed); anything else is itself. A blank value
 * counts as missing. Never falls back to another variable.
 */
export function resolveReference(text: string, root: string, environment: Readonly<Record<string, string | undefined>>): Resolved {
  const value = text.trim();
  if (value.startsWith('env:')) {
    const name = value.slice(4).trim();
    const found = environment[name]?.trim();
    return found
      ? { ok: true, value: found }
      : { ok: false, why: `the environment has no ${name}`, fix: `set ${name}, or name another variable` };
  }
  if (value.startsWith('file:')) {
    const named = value.slice(5).trim().replace(/^~(?=\/|$)/, homedir());
    const path = isAbsolute(named) ? named : resolve(root, named);
    try {
      const found = readFileSync(path, 'utf8').trim();
      if (found) return { ok: true, value: found };
      return { ok: false, why: `the file ${named} is empty`, fix: 'write the value into that file' };
    } catch {
      return { ok: false, why: `the file ${named} cannot be read`, fix: 'create that file, or name another one' };
    }
  }
  return { ok: true, value };
}

/** Where a relative path of ktx.yaml leads: it is relative to the project, never to the working directory. */
export function projectPath(root: string, path: string): string {
  const expanded = path.replace(/^~(?=\/|$)/, homedir());
  return isAbsolute(expanded) ? expanded : join(root, expanded);
}
