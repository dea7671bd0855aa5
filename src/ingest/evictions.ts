import { entityId, entityOfKey, type RemoveEdit } from '../context/edit.js';
import type { EntityRecord, Knowledge } from '../context/knowledge.js';
import { byText } from '../text/canonical.js';
import { ask, type Question } from './questions.js';

/** What a model or people's answers wrote, and all of whose evidence is gone. */
export interface Evictions {
  readonly removes: readonly RemoveEdit[];
  /** More than one run removes: it stays until people say so. */
  readonly held: readonly RemoveEdit[];
  readonly questions: readonly Question[];
}

export interface EvictionInput {
  readonly knowledge: Knowledge;
  /** '' for pages. */
  readonly connections: readonly string[];
  /** False only where the source of the evidence was read and does not have it. */
  readonly isPresent: (evidence: string) => boolean;
  readonly limits: { readonly maxShare: number; readonly min: number };
}

/** One piece of evidence that is still there is enough to stay. */
export function evictionsOf({ knowledge, connections, isPresent, limits }: EvictionInput): Evictions {
  const removes: RemoveEdit[] = [];
  const held: RemoveEdit[] = [];
  const questions: Question[] = [];
  for (const connection of connections) {
    const own = new Map<string, RemoveEdit>();
    for (const source of knowledge.sources(connection)) {
      for (const [key, record] of Object.entries(knowledge.records(connection, source) ?? {})) {
        const edit = record.by === 'derived' ? undefined : removalOf(connection, source, key, record);
        if (edit) own.set(entityId(edit), edit);
      }
    }
    const gone = [...own.values()].filter(({ evidence }) => evidence.length > 0 && !evidence.some(isPresent)).sort((a, b) => byText(entityId(a), entityId(b)));
    const most = Math.max(limits.min, Math.floor(own.size * limits.maxShare));
    if (gone.length <= most) {
      removes.push(...gone);
      continue;
    }
    held.push(...gone);
    const what = connection === '' ? 'pages' : `entries of ${connection}`;
    questions.push(ask({
      code: 'removals-held', about: [connection, 'entities', gone.map(entityId)],
      message: `the evidence of ${gone.length} of ${own.size} ${what} is gone, more than the ${most} that one run removes: ${gone.slice(0, 5).map((edit) => (connection === '' ? edit.source : `${edit.source}.${edit.name ?? edit.column ?? ''}`)).join(', ')}${gone.length > 5 ? ', …' : ''}`,
      options: [{ id: 'remove', label: 'it is gone: remove them', consequence: `${gone.length} ${what} leave the context`, edits: gone }],
    }));
  }
  return { removes, held, questions };
}

function removalOf(connection: string, source: string, key: string, { ev = [], by }: EntityRecord): RemoveEdit | undefined {
  const common = { op: 'remove' as const, connection, source, evidence: ev, author: by };
  if (connection === '') return { ...common, kind: 'page' };
  const entity = entityOfKey(key);
  return entity && { ...common, ...entity };
}
