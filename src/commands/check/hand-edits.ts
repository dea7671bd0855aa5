import { relative } from 'node:path';
import { readContext, shaOf, type Context, type Found } from '../../context/context.js';
import { sameValue, valueAt } from '../../context/entry.js';
import { joinsOf, sourcePath } from '../../context/placement.js';
import type { Finding } from '../../finding.js';
import { git, readFilesAt } from '../../publish/git.js';
import type { YamlPath } from '../../text/yaml.js';
import type { ContextState } from './state.js';

/** Fields of the manifest that follow their evidence, and that somebody changed since the last run wrote them. */

export interface HandEdit {
  readonly connection: string;
  readonly source: string;
  readonly path: YamlPath;
  readonly finding: Finding;
}

export interface HandEditsInput {
  /** Absolute directories of the project and of the git repository around it. */
  readonly root: string;
  readonly repository: string;
  readonly state: ContextState;
  /** The context of the base, which may hold the file as it was left. */
  readonly base: Context | undefined;
}

/** Versions of a file that are looked at for the one that the lock knows. */
const mostVersions = 30;

/** Looked at is only a manifest whose bytes the lock does not know, beside the version in git that it does know. */
export async function handEdits({ root, repository, state, base }: HandEditsInput): Promise<HandEdit[]> {
  const { context, knowledge } = state;
  const edits: HandEdit[] = [];
  for (const connection of context.connections()) {
    for (const path of context.shards(connection)) {
      const known = knowledge.file(path)?.sha;
      if (known === undefined || known === context.sha(path)) continue;
      const left = await asLeft(path, known);
      if (!left) continue;
      for (const source of knowledge.sourcesIn(path)) {
        const [before, now] = [left.entry(connection, source), context.entry(connection, source)];
        if (before && now) edits.push(...entryEdits(connection, source, before, now));
      }
    }
  }
  return edits;

  async function asLeft(path: string, sha: string): Promise<Context | undefined> {
    if (base?.sha(path) === sha) return base;
    const inRepository = `${relative(repository, root).split('\\').join('/')}/${path}`.replace(/^\//, '');
    const commits = (await git(repository, ['log', `-n${mostVersions}`, '--format=%H', '--', inRepository]))?.split('\n') ?? [];
    for (const commit of commits.filter((one) => one !== '')) {
      const bytes = (await readFilesAt(repository, commit, [inRepository], () => true)).get(inRepository);
      if (bytes && shaOf(bytes) === sha) return readContext(new Map([[path, bytes]]), () => undefined);
    }
    return undefined;
  }
}

const onSource = [['table'], ['descriptions', 'db'], ['descriptions', 'dbt'], ['tags', 'dbt'], ['freshness', 'dbt']] as const;
const onColumn = [['type'], ['pk'], ['nullable'], ['descriptions', 'db'], ['descriptions', 'dbt'], ['constraints', 'dbt'], ['enum_values', 'dbt'], ['tests', 'dbt']] as const;

function entryEdits(connection: string, source: string, before: Found, now: Found): HandEdit[] {
  const edits: HandEdit[] = [];
  const compare = (path: YamlPath, field: string): void => {
    if (sameValue(valueAt(before.value, path), valueAt(now.value, path))) return;
    edits.push({ connection, source, path, finding: finding(connection, source, now, path, field) });
  };
  for (const path of onSource) compare(path, path.join('.'));
  const [had, has] = [names(before), names(now)];
  for (const name of new Set([...had, ...has])) {
    const at: YamlPath = ['columns', { name }];
    if (!had.includes(name) || !has.includes(name)) edits.push({ connection, source, path: at, finding: finding(connection, source, now, at, `columns.${name}`) });
    else for (const path of onColumn) compare([...at, ...path], `columns.${name}.${path.join('.')}`);
  }
  const [were, are] = [joinsOf(before.value), joinsOf(now.value)];
  for (const key of new Set([...were.keys(), ...are.keys()])) {
    const [was, is] = [were.get(key), are.get(key)];
    const one = is ?? was;
    if (!one || (was?.source !== 'formal' && is?.source !== 'formal') || sameValue(was, is)) continue;
    const path: YamlPath = ['joins', { to: one.to, on: one.on }];
    edits.push({ connection, source, path, finding: finding(connection, source, now, path, `joins.${one.to}`) });
  }
  return edits;
}

function names(found: Found): string[] {
  const columns = found.value['columns'];
  return Array.isArray(columns) ? (columns as { name?: unknown }[]).flatMap(({ name }) => (typeof name === 'string' ? [name] : [])) : [];
}

function finding(connection: string, source: string, now: Found, path: YamlPath, field: string): Finding {
  const own = field.includes('descriptions') ? 'descriptions.user in the overlay' : field.startsWith('joins') ? 'joins and disable_joins in the overlay' : 'column_overrides or exclude_columns in the overlay';
  const base: YamlPath = ['tables', source];
  let place;
  for (let length = path.length; length >= 0 && !place; length -= 1) place = now.file.document.place([...base, ...path.slice(0, length)]);
  return {
    severity: 'warning', code: 'hand-edited', file: now.file.path, ...(place ?? { line: 1 }),
    message: `${source}: ${field} was edited by hand, but it follows its source: the next ingest puts it back`,
    fix: `write yours to ${own} (${sourcePath(connection, source)})`,
  };
}
