import { hash12 } from '../text/canonical.js';
import type { YamlPath, YamlValue } from '../text/yaml.js';
import type { Draft, SourceDesire } from './draft.js';
import { entityId, entityKey } from './edit.js';
import { sameValue, valueAt, type Plain } from './entry.js';
import { slotOf, sourcePath } from './placement.js';
import { overlayRecords, recordOf, sameRecords, slotOfKey } from './records.js';

/** Brings the overlay of a scanned table to what is wanted: what is ours in it is updated, what is a person's stays. */
export function applyOverlay(draft: Draft, desire: SourceDesire): void {
  const edits = desire.edits.filter((edit) => slotOf(edit).where === 'overlay');
  const known = overlayRecords(draft.knowledge.records(desire.connection, desire.source) ?? {});
  const path = draft.context.sourcePath(desire.connection, desire.source) ?? sourcePath(desire.connection, desire.source);
  const wanted = new Map(edits.map((edit) => [entityKey(edit), edit]));
  const wantedRecords = Object.fromEntries(edits.map((edit) => [entityKey(edit), recordOf(edit)]));
  if (edits.length === 0 && Object.keys(known).length === 0) return;
  if (draft.isKnown(path) && sameRecords(known, wantedRecords)) {
    for (const [key, record] of Object.entries(wantedRecords)) draft.record(path, desire.source, key, record);
    return;
  }
  // an overlay of a table whose manifest entry could not be written would have nothing to lie over
  const lost = draft.context.sourcePath(desire.connection, desire.source) === undefined && draft.context.isBroken(draft.context.entryPath(desire.connection, desire.source) ?? desire.path);
  if (lost || draft.context.isBroken(path)) {
    for (const [key, record] of Object.entries(known)) draft.record(path, desire.source, key, record);
    return;
  }
  const found = draft.context.source(desire.connection, desire.source);
  const work = draft.workOn(path);
  const overlay: Plain = { name: desire.source };
  for (const [key, edit] of wanted) {
    const id = entityId(edit);
    const slot = slotOf(edit);
    const before = found ? valueAt(found.value, slot.path) : undefined;
    const record = known[key];
    if (draft.knowledge.isGone(id)) continue;
    if (before === undefined) {
      if (record && draft.knowledge.exists) {
        draft.noteGone(id, path);
        continue;
      }
      draft.change({ edit, file: path });
      draft.record(path, desire.source, key, recordOf(edit));
      if (found) work.edits.push({ path: slot.path, value: edit.value as YamlValue });
      else putInto(overlay, slot.path, edit.value as YamlValue);
    } else if (sameValue(before, edit.value)) {
      if (record) draft.record(path, desire.source, key, recordOf(edit));
      else work.foreign = true;
    } else if (record && record.h === hash12(before)) {
      draft.change({ edit, file: path, before });
      draft.record(path, desire.source, key, recordOf(edit));
      work.edits.push({ path: slot.path, value: edit.value as YamlValue });
    } else {
      work.foreign = true;
      draft.suggest(edit, path, found, slot.path, JSON.stringify(edit.value));
    }
  }
  for (const [key, record] of Object.entries(known)) {
    if (wanted.has(key) || !found) continue;
    if (draft.additive) {
      draft.record(path, desire.source, key, record);
      continue;
    }
    const slot = slotOfKey(key);
    const before = slot ? valueAt(found.value, slot) : undefined;
    if (!slot || before === undefined || hash12(before) !== record.h) continue;
    draft.change({ edit: { op: 'remove', kind: 'grain', connection: desire.connection, source: desire.source, evidence: record.ev ?? [], author: 'derived' }, file: path, before });
    work.edits.push({ path: slot, value: undefined });
    const left = Object.keys(found.value).filter((name) => name !== 'name' && name !== slot[0]);
    if (left.length === 0) work.remove = true;
  }
  if (!found && Object.keys(overlay).length > 1) work.whole = overlay;
  if (found && Object.keys(found.value).some((name) => name !== 'name' && ![...wanted.values()].some((edit) => slotOf(edit).path[0] === name))) work.foreign = true;
}

function putInto(root: Plain, path: YamlPath, value: YamlValue): void {
  const [head, ...rest] = path;
  if (typeof head !== 'string') return;
  if (rest.length === 0) root[head] = value;
  else if (rest.length === 1 && typeof rest[0] === 'object') root[head] = [...((root[head] as YamlValue[] | undefined) ?? []), value];
  else {
    const inner = (root[head] ??= {}) as Plain;
    putInto(inner, rest, value);
  }
}
