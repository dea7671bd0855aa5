import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { follow, type Move } from '../../context/follow.js';
import { writeLock } from '../../context/lock.js';
import type { Finding } from '../../finding.js';
import { knowledgeOf } from '../../ingest/memory.js';
import type { Project } from '../../project/project.js';
import { textOf } from '../../publish/changes.js';
import { readGitBase } from '../../publish/git.js';
import { openOutput } from '../../publish/output.js';
import { writePatch } from '../../publish/patch.js';
import type { SqlParser } from '../../sql/parser.js';
import type { Break } from './dbt-breaks.js';
import type { ContextState } from './state.js';

/** The patch that brings the context along with a change of dbt, as far as that is certain. */
export interface Mended {
  readonly patch: { readonly path: string; readonly files: number; readonly insertions: number; readonly deletions: number; readonly mends: readonly string[] };
  /** Absolute. */
  readonly folder: string;
  /** What of a break is left to people; undefined where the patch has no part in it. */
  left(one: Break): { readonly entities: readonly string[]; readonly touchesTheirs: boolean } | undefined;
}

export interface MendInput {
  readonly out: string | undefined;
  readonly cwd: string;
  /** Where the output folder goes. */
  readonly project: Project;
  /** What the patch applies to. */
  readonly contextRoot: string;
  readonly state: ContextState;
  readonly parser: SqlParser;
  readonly breaks: readonly Break[];
}

export type MendResult = { readonly ok: true; readonly mended: Mended | undefined } | { readonly ok: false; readonly finding: Finding };

export async function mend(input: MendInput): Promise<MendResult> {
  const { context, lock } = input.state;
  const moves = new Map(input.breaks.map((one): [Break, Move] => [one, { connection: one.connection, source: one.source, column: one.column, to: one.renamed }]));
  const followed = follow({
    context, lock, knowledgeOf, parser: input.parser, dialectOf: (connection) => input.state.dialectOf(connection),
    // columns first: under another name a source would not be found
    moves: [...moves.values()].sort((a, b) => Number(a.column === null) - Number(b.column === null)),
  });
  if (followed.files.size === 0) return { ok: true, mended: undefined };
  const changes = [...followed.files].map(([path, after]) => ({ path, before: textOf(context.tree, path), after }));
  const oldLock = textOf(context.tree, 'ktx.lock');
  if (oldLock !== null) changes.push({ path: 'ktx.lock', before: oldLock, after: writeLock(followed.lock) });
  const { prefix } = await readGitBase(input.contextRoot);
  const patch = writePatch(changes, prefix);
  const opened = openOutput(input.project.root, input.out, input.cwd);
  if (!opened.ok) return opened;
  const target = join(opened.folder.path, 'context.patch');
  writeFileSync(`${target}.partial`, patch.text);
  renameSync(`${target}.partial`, target);
  const { files, insertions, deletions } = patch;
  const mends = [...followed.done].flatMap(([move, entities]) => entities.map(({ entity, isTheirs }) => `${entity}: ${wordOf(move)}${isTheirs ? ', which a person wrote' : ''}`));
  return {
    ok: true,
    mended: {
      folder: opened.folder.path, patch: { path: join(opened.folder.shown, 'context.patch'), files, insertions, deletions, mends },
      left(one) {
        const done = followed.done.get(moves.get(one) ?? { connection: '', source: '', column: null, to: null });
        if (!done) return undefined;
        const changed = new Set(done.map(({ entity }) => entity));
        const isWhole = (entity: string): boolean => changed.has(entity) || (one.column === null && entity.startsWith(`source:${one.connection}/${one.source}`));
        return { entities: one.uses.map((use) => use.entity).filter((entity) => !isWhole(entity) && !(one.column === null && one.renamed !== null && isInside(entity, one))), touchesTheirs: done.some((entity) => entity.isTheirs) };
      },
    },
  };
}

/** What stands in the renamed source moves with it. */
const isInside = (entity: string, { connection, source }: Break): boolean => new RegExp(`^[a-z]+:`).test(entity) && entity.slice(entity.indexOf(':') + 1).startsWith(`${connection}/${source}.`);

const wordOf = (move: Move): string => (move.to === null ? `${move.column ?? move.source} is gone` : `${move.column ?? move.source} is ${move.to}`);
