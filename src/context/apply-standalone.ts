import { hash12 } from '../text/canonical.js';
import type { YamlPath, YamlValue } from '../text/yaml.js';
import type { Found } from './context.js';
import type { Draft, FileWork, SourceDesire } from './draft.js';
import { entityKey, entityOfKey, joinKey, type PutEdit, type RemoveEdit } from './edit.js';
import { composeStandalone, inOrder, sameValue, valueAt, withoutValue, withValue, type Plain } from './entry.js';
import type { EntityRecord } from './knowledge.js';
import { joinsOf, slotOf, standalonePath } from './placement.js';
import { adoptedRecords, areSettled, carryRecords, settleEntities, wantedEntities, type Entities } from './settle.js';

/**
 * Brings a standalone source to what is wanted: what is derived as a whole (once a person touched it, it is theirs), what
 * a model wrote entity by entity.
 */
export function applyStandalone(draft: Draft, desire: SourceDesire): void {
  const { context, knowledge } = draft;
  const judged = desire.edits.filter((edit) => edit.author !== 'derived' && slotOf(edit).where === 'overlay');
  const derived = desire.edits.filter((edit) => !judged.includes(edit));
  const composed = composeStandalone(desire.source, derived);
  if (!composed) return;
  const file = context.sourcePath(desire.connection, desire.source) ?? desire.path;
  const { '': whole, ...others } = knowledge.records(desire.connection, desire.source) ?? {};
  const known = knowledge.exists ? others : adoptedRecords(context.source(desire.connection, desire.source)?.value ?? {}, desire.evidence);
  const mine: EntityRecord = { h: hash12(composed), by: 'derived', ev: desire.evidence };
  const entities: Entities = { desire, file, edits: wantedEntities(draft, desire, judged), known, pathOf: standalonePath };
  draft.lookedAt(file, desire.source);
  if (draft.isKnown(file) && whole?.h === mine.h && areSettled(entities)) {
    draft.record(file, desire.source, '', mine);
    carryRecords(draft, entities);
    return;
  }
  if (context.isBroken(file)) {
    draft.recordAll(file, desire.source, { ...(whole ? { '': whole } : {}), ...known });
    return;
  }
  const work = draft.workOn(file);
  const found = context.source(desire.connection, desire.source);
  if (!found) {
    for (const edit of derived) draft.change({ edit, file });
    draft.record(file, desire.source, '', mine);
    work.whole = inOrder(settleEntities(draft, entities, found, composed).value as Plain);
    return;
  }
  const { rest, ours } = parted(found.value, known);
  let root = found.value as Plain;
  if (sameValue(rest, composed)) draft.record(file, desire.source, '', mine);
  else if (whole?.h !== hash12(rest)) {
    work.foreign = true;
    if (whole) draft.record(file, desire.source, '', whole);
    const [head] = derived;
    if (whole?.h !== mine.h && head) draft.suggest(head, file, found, ['name'], 'something else: compare it with its dbt model');
  } else {
    root = ours.reduce((at, { path, value }) => (isPlaced(composed, path) ? (withValue(at, path, value) as Plain) : at), composed);
    bringDerived(draft, desire, derived, found, composed, root, work);
    draft.record(file, desire.source, '', mine);
  }
  const settled = settleEntities(draft, entities, found, root);
  work.edits.push(...settled.edits);
  // ktx takes no standalone source without a grain: where a model takes its own back, all columns are it again
  if (valueAt(root, ['grain']) !== undefined && valueAt(settled.value, ['grain']) === undefined) work.edits.push({ path: ['grain'], value: composed['grain'] });
}

interface Placed {
  readonly path: YamlPath;
  readonly value: YamlValue;
}

/** A file as it would be without what a model wrote in it, and what that is. */
function parted(value: Readonly<Record<string, unknown>>, known: Readonly<Record<string, EntityRecord>>): { readonly rest: YamlValue | undefined; readonly ours: readonly Placed[] } {
  let rest = value as YamlValue | undefined;
  const ours: Placed[] = [];
  for (const [key, record] of Object.entries(known)) {
    const entity = entityOfKey(key);
    const path = entity && standalonePath({ op: 'remove', connection: '', source: '', evidence: [], author: record.by, ...entity });
    const before = path && valueAt(value, path);
    if (!path || before === undefined || hash12(before) !== record.h) continue;
    ours.push({ path, value: before as YamlValue });
    // without a grain of its own the file would name all columns
    rest = key === 'grain' ? withValue(rest, path, columnNames(value)) : withoutValue(rest, path).left;
  }
  return { rest, ours };
}

function columnNames(value: Readonly<Record<string, unknown>>): string[] {
  return (Array.isArray(value['columns']) ? (value['columns'] as unknown[]) : []).map((column) => String(valueAt(column, ['name'])));
}

/** Not about a column that is no longer there. */
const isPlaced = (composed: Plain, path: YamlPath): boolean => path[0] !== 'columns' || valueAt(composed, path.slice(0, 2)) !== undefined;

function bringDerived(draft: Draft, desire: SourceDesire, derived: readonly PutEdit[], found: Found, composed: Plain, root: Plain, work: FileWork): void {
  const file = found.file.path;
  const values = new Set<string>();
  for (const edit of derived) {
    const slot = edit.kind === 'source' ? undefined : slotOf(edit).path;
    const before = slot && valueAt(found.value, slot);
    if (slot && edit.kind !== 'join' && sameValue(before, edit.value)) continue;
    if (edit.kind === 'source' && sameShape(found.value, composed)) continue;
    if (edit.kind === 'join' && joinsOf(found.value).get(joinKey(edit.value))?.relationship === edit.value.relationship) continue;
    values.add(entityKey(edit));
    draft.change({ edit, file, ...(before === undefined ? {} : { before }) });
  }
  for (const key of new Set([...Object.keys(root), ...Object.keys(found.value)])) {
    if (sameValue(found.value[key], root[key])) continue;
    work.edits.push({ path: [key], value: root[key] });
    if (values.size === 0) {
      const removed: RemoveEdit = { op: 'remove', kind: 'property', field: key, connection: desire.connection, source: desire.source, evidence: desire.evidence, author: 'derived' };
      draft.change({ edit: removed, file, before: found.value[key] });
    }
  }
}

/** Whether two sources have the same table and the same columns of the same types. */
function sameShape(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const shape = (value: Readonly<Record<string, unknown>>): unknown =>
    [value['table'], (Array.isArray(value['columns']) ? (value['columns'] as unknown[]) : []).map((column) => [valueAt(column, ['name']), valueAt(column, ['type'])])];
  return sameValue(shape(a), shape(b));
}
