import type { Finding } from '../../finding.js';
import type { Project } from '../../project/project.js';
import type { SqlParser } from '../../sql/parser.js';
import type { Terminal } from '../main.js';
import type { Break } from './dbt-breaks.js';
import type { ContextState } from './state.js';

export interface Mended {
  readonly patch: { readonly path: string; readonly files: number; readonly insertions: number; readonly deletions: number; readonly mends: readonly string[] };
  readonly finding?: Finding;
  follows(one: Break): boolean;
}

export async function mend(_: { readonly options: { readonly out?: string }; readonly terminal: Terminal; readonly project: Project; readonly contextProject: Project; readonly state: ContextState; readonly parser: SqlParser; readonly breaks: readonly Break[] }): Promise<Mended | undefined> {
  return Promise.resolve(undefined);
}
