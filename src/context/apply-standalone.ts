import { hash12 } from '../text/canonical.js';
import type { Draft, SourceDesire } from './draft.js';
import { entityKey, joinKey, type RemoveEdit } from './edit.js';
import { composeStandalone, sameValue, valueAt } from './entry.js';
import type { EntityRecord } from './knowledge.js';
import { joinsOf, slotOf } from './placement.js';

/** Brings a standalone source to what is wanted, as a whole: once a person touched it, it is theirs. */
export function applyStandalone(draft: Draft, desire: SourceDesire): void {
  const composed = composeStandalone(desire.source, desire.edits);
  if (!composed) return;
  const path = draft.context.sourcePath(desire.connection, desire.source) ?? desire.path;
  const known = draft.knowledge.records(desire.connection, desire.source)?.[''];
  const mine: EntityRecord = { h: hash12(composed), by: 'derived', ev: desire.evidence };
  if (draft.isKnown(path) && known?.h === mine.h) {
    draft.record(path, desire.source, '', mine);
    return;
  }
  if (draft.context.isBroken(path)) {
    if (known) draft.record(path, desire.source, '', known);
    return;
  }
  const work = draft.workOn(path);
  const found = draft.context.source(desire.connection, desire.source);
  if (!found) {
    work.whole = composed;
    for (const edit of desire.edits) draft.change({ edit, file: path });
    draft.record(path, desire.source, '', mine);
    return;
  }
  if (sameValue(found.value, composed)) {
    draft.record(path, desire.source, '', mine);
    return;
  }
  if (!known || known.h !== hash12(found.value)) {
    work.foreign = true;
    if (known) draft.record(path, desire.source, '', known);
    if (known?.h !== mine.h) {
      const head = desire.edits[0];
      if (head) draft.suggest(head, path, found, ['name'], 'something else: compare it with its dbt model');
    }
    return;
  }
  const values = new Set<string>();
  for (const edit of desire.edits) {
    const slot = edit.kind === 'source' ? undefined : slotOf(edit).path;
    const before = slot && valueAt(found.value, slot);
    if (slot && edit.kind !== 'join' && sameValue(before, edit.value)) continue;
    if (edit.kind === 'source' && sameValue(found.value['columns'], composed['columns']) && found.value['table'] === composed['table']) continue;
    if (edit.kind === 'join' && joinsOf(found.value).get(joinKey(edit.value))?.relationship === edit.value.relationship) continue;
    values.add(entityKey(edit));
    draft.change({ edit, file: path, ...(before === undefined ? {} : { before }) });
  }
  for (const key of new Set([...Object.keys(composed), ...Object.keys(found.value)])) {
    if (sameValue(found.value[key], composed[key])) continue;
    work.edits.push({ path: [key], value: composed[key] });
    if (values.size === 0) {
      const removed: RemoveEdit = { op: 'remove', kind: 'property', field: key, connection: desire.connection, source: desire.source, evidence: desire.evidence, author: 'derived' };
      draft.change({ edit: removed, file: path, before: found.value[key] });
    }
  }
  draft.record(path, desire.source, '', mine);
}
