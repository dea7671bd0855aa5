import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { MissingCredential } from './credentials.js';
import type { Project } from './project.js';

/** What codex signs in with: a key of OpenAI's API, which the relay holds, or, where somebody allowed that, a person's sign-in with ChatGPT, which codex holds itself. */

type Environment = Readonly<Record<string, string | undefined>>;

/** What `--allow-unrelayed-login` sets. */
export const signInVariable = 'KTX_CI_ALLOW_UNRELAYED_LOGIN';

export interface SignIn {
  /** What `codex login` wrote; codex renews its tokens in there. */
  readonly file: string;
  readonly tokens: readonly string[];
}

export type CodexCredential = { readonly ok: true; readonly value: string } | { readonly ok: true; readonly signIn: SignIn } | MissingCredential;

const largestFile = 1_000_000;

/** CODEX_API_KEY, else OPENAI_API_KEY; without either the sign-in, where it is allowed, and never in GitHub Actions. */
export function codexCredential(project: Project, environment: Environment): CodexCredential {
  const value = environment['CODEX_API_KEY']?.trim() || environment['OPENAI_API_KEY']?.trim();
  if (value) return { ok: true, value };
  const missing = (more: string, fix: string): MissingCredential => ({ ok: false, why: `the environment has neither CODEX_API_KEY nor OPENAI_API_KEY, and ${more}`, fix, place: project.place('llm', 'provider', 'backend') });
  const key = 'set OPENAI_API_KEY to a key of the API';
  if (!isAllowed(environment)) return missing('a sign-in with ChatGPT is not used', `${key}; on your own machine --allow-unrelayed-login uses the sign-in, past the relay`);
  if (environment['GITHUB_ACTIONS'] === 'true') return missing('a sign-in with ChatGPT is refused in GitHub Actions: it would go past the relay and its budget', key);
  const file = signInFile(environment);
  const found = signInOf(file);
  return found.ok ? { ok: true, signIn: { file, tokens: found.tokens } } : missing(found.why, `run codex login, or ${key}`);
}

/** Every value that is a credential of codex. */
export function codexSecrets(environment: Environment): readonly (string | undefined)[] {
  const signIn = isAllowed(environment) ? signInOf(signInFile(environment)) : undefined;
  return [environment['CODEX_API_KEY'], environment['OPENAI_API_KEY'], ...(signIn?.ok === true ? signIn.tokens : [])];
}

const isAllowed = (environment: Environment): boolean => environment[signInVariable] === '1';

const signInFile = (environment: Environment): string => join(environment['CODEX_HOME'] || join(environment['HOME'] || environment['USERPROFILE'] || homedir(), '.codex'), 'auth.json');

function signInOf(file: string): { readonly ok: true; readonly tokens: readonly string[] } | { readonly ok: false; readonly why: string } {
  let read: unknown;
  try {
    if (statSync(file).size > largestFile) return { ok: false, why: `${file} is too large for a sign-in` };
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return { ok: false, why: (error as NodeJS.ErrnoException).code === 'ENOENT' ? `there is no sign-in in ${file}` : `${file} cannot be read as a sign-in` };
  }
  const tokens = (read as { readonly tokens?: Readonly<Record<string, unknown>> | null } | null)?.tokens;
  const values = ['access_token', 'refresh_token', 'id_token'].map((name) => tokens?.[name]).filter((value) => typeof value === 'string' && value.trim() !== '') as string[];
  if (typeof tokens?.['access_token'] !== 'string' || values.length < 3) return { ok: false, why: `${file} holds no sign-in with ChatGPT` };
  return { ok: true, tokens: values };
}
