import { entityId, entityOfKey, type Author, type PutEdit, type RemoveEdit } from '../context/edit.js';
import type { EntityRecord, Knowledge } from '../context/knowledge.js';
import type { Decisions } from '../project/decisions.js';

/** What people refused and pinned, over what the lock says is ours. */

/** Id of the entity that a key of the lock names; pages are filed by their fields and named whole. Undefined for what has no id of its own. */
function idOf(connection: string, source: string, key: string, by: Author): string | undefined {
  const edit = removalOf(connection, source, key, { h: '', by });
  return edit && entityId(edit);
}

function removalOf(connection: string, source: string, key: string, { by, ev = [] }: EntityRecord): RemoveEdit | undefined {
  if (connection === '') return { op: 'remove', kind: 'page', connection, source, evidence: ev, author: by };
  const entity = entityOfKey(key);
  return entity && { op: 'remove', connection, source, evidence: ev, author: by, ...entity };
}

/** Without the records of what people pinned: it is as if they had written it. */
export function pinnedKnowledge(knowledge: Knowledge, decisions: Decisions): Knowledge {
  if (!decisions.pins) return knowledge;
  const kept = (connection: string, source: string): Readonly<Record<string, EntityRecord>> | undefined => {
    const records = knowledge.records(connection, source);
    return records && Object.fromEntries(Object.entries(records).filter(([key, { by }]) => {
      const id = idOf(connection, source, key, by);
      return id === undefined || decisions.pin(id) === undefined;
    }));
  };
  return { ...knowledge, records: kept };
}

/** What of ours people refuse: it goes, where it is still as we left it. */
export function refusedOurs(knowledge: Knowledge, connections: readonly string[], decisions: Decisions): { readonly removes: readonly RemoveEdit[]; readonly sources: readonly { readonly connection: string; readonly source: string; readonly evidence: readonly string[] }[] } {
  const removes = new Map<string, RemoveEdit>();
  const sources: { connection: string; source: string; evidence: readonly string[] }[] = [];
  if (decisions.refusals) {
    for (const connection of connections) {
      for (const source of knowledge.sources(connection)) {
        const records = knowledge.records(connection, source) ?? {};
        if (connection !== '' && records[''] && decisions.refusal(`source:${connection}/${source}`)) sources.push({ connection, source, evidence: records[''].ev ?? [] });
        for (const [key, record] of Object.entries(records)) {
          const edit = record.by === 'derived' ? undefined : removalOf(connection, source, key, record);
          if (edit && decisions.refusal(entityId(edit))) removes.set(entityId(edit), edit);
        }
      }
    }
  }
  return { removes: [...removes.values()], sources };
}

/** Whether people refuse an edit, by itself, with its source or, of a join, from its other end. */
export function isRefused(edit: PutEdit, decisions: Decisions): boolean {
  if (!decisions.refusals) return false;
  const ids = [entityId(edit)];
  if (edit.kind !== 'page') ids.push(`source:${edit.connection}/${edit.source}`);
  if (edit.kind === 'join') ids.push(`source:${edit.connection}/${edit.value.to}`, entityId({ ...edit, source: edit.value.to, value: { ...edit.value, to: edit.source } }));
  return ids.some((id) => decisions.refusal(id) !== undefined);
}
