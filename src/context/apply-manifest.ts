import type { YamlEdit } from '../text/yaml-edit.js';
import type { YamlPath, YamlValue } from '../text/yaml.js';
import type { Found } from './context.js';
import type { Draft, FileWork, SourceDesire } from './draft.js';
import { entityId, entityKey, joinKey, type Edit, type PutEdit, type RemoveEdit } from './edit.js';
import { composeColumn, composeEntry, machineHash, sameTable, sameValue, valueAt } from './entry.js';
import type { EntityRecord } from './knowledge.js';
import { joinsOf, slotOf, sourcePath } from './placement.js';
import { joinHash, recordsOf, sameRecords, scannedRecords } from './records.js';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Brings the manifest entry of a scanned table to what is wanted. */
export function applyManifest(draft: Draft, desire: SourceDesire): void {
  const edits = desire.edits.filter((edit) => slotOf(edit).where === 'scanned');
  const machine = machineHash(edits);
  const known = draft.knowledge.records(desire.connection, desire.source);
  const path = draft.context.entryPath(desire.connection, desire.source) ?? desire.path;
  const wantedRecords = { ...lastingJoins(desire, edits, known ?? {}), ...recordsOf(edits, machine, desire.evidence) };
  if (draft.isKnown(path) && known && sameRecords(scannedRecords(known), wantedRecords)) {
    for (const [key, value] of Object.entries(wantedRecords)) draft.record(path, desire.source, key, value);
    return;
  }
  if (draft.context.isBroken(path)) {
    for (const [key, value] of Object.entries(scannedRecords(known ?? {}))) draft.record(path, desire.source, key, value);
    return;
  }
  const work = draft.workOn(path);
  const found = draft.context.entry(desire.connection, desire.source);
  if (!found) {
    const entry = composeEntry(edits);
    if (!entry) return;
    if (draft.context.tree.has(path)) work.edits.push({ path: ['tables', desire.source], value: entry, sorted: true });
    else work.fresh.set(desire.source, entry);
    for (const edit of edits) draft.change({ edit, file: path });
    draft.recordAll(path, desire.source, recordsOf(edits, machine, desire.evidence));
    return;
  }
  const base: YamlPath = ['tables', desire.source];
  const before = work.edits.length;
  structure(draft, desire, edits, found, base, work);
  const handEdited = known?.['']?.h === machine && work.edits.length > before;
  if (handEdited) noteHandEdits(draft, desire, found, base, work.edits.slice(before));
  // on a night with an unread source the wanted state may lack what that source contributes: the record stays
  const stands = draft.additive && work.edits.length === before ? known?.[''] : undefined;
  draft.record(path, desire.source, '', stands ?? { h: machine, by: 'derived', ev: desire.evidence });
  inferredJoins(draft, desire, edits, found, base, work, known);
  work.edits.push(...withoutEmptied(found.value, base, work.edits.splice(before)));
  if (isForeign(found.value, edits, Object.keys(draft.recordsOf(path, desire.source)))) work.foreign = true;
}

/** Joins of a model or of reconcile that this run neither restates nor takes back. */
function lastingJoins(desire: SourceDesire, edits: readonly PutEdit[], known: Readonly<Record<string, EntityRecord>>): Record<string, EntityRecord> {
  const named = new Set([...edits, ...desire.withdrawn].map(entityKey));
  return Object.fromEntries(Object.entries(known).filter(([key, { by }]) => key.startsWith('join:') && by !== 'derived' && !named.has(key)));
}

/** A map or list that would be left empty goes with the last thing in it. */
function withoutEmptied(present: unknown, base: YamlPath, edits: readonly YamlEdit[]): YamlEdit[] {
  const byParent = Map.groupBy(edits, (edit) => JSON.stringify(edit.path.slice(0, -1)));
  return [...byParent.values()].flatMap((group) => {
    const parentPath = group[0]?.path.slice(0, -1) ?? [];
    const parent = valueAt(present, parentPath.slice(base.length));
    const size = Array.isArray(parent) ? parent.length : isRecord(parent) ? Object.keys(parent).length : 0;
    const empties = parentPath.length > base.length && size > 0 && group.length === size && group.every((edit) => edit.value === undefined);
    const deeper = edits.some((edit) => edit.path.length > parentPath.length + 1 && edit.value !== undefined && JSON.stringify(edit.path.slice(0, parentPath.length)) === JSON.stringify(parentPath));
    return empties && !deeper ? [{ path: parentPath, value: undefined }] : group;
  });
}

function structure(draft: Draft, desire: SourceDesire, edits: readonly PutEdit[], found: Found, base: YamlPath, work: FileWork): void {
  const { path: file } = found.file;
  const present = found.value;
  const fresh = new Set<string>();
  const change = (edit: Edit, at: YamlPath, value: YamlValue | undefined, before: unknown): void => {
    work.edits.push({ path: [...base, ...at], value });
    draft.change({ edit, file, ...(before === undefined ? {} : { before }) });
  };
  const remove = (part: Partial<RemoveEdit> & Pick<RemoveEdit, 'kind'>): RemoveEdit =>
    ({ op: 'remove', connection: desire.connection, source: desire.source, evidence: desire.evidence, author: 'derived', ...part });

  for (const edit of edits) {
    if (edit.kind !== 'source') continue;
    if (!sameTable(present['table'], edit.value.table)) {
      change({ ...edit, kind: 'property', field: 'table', value: edit.value.table }, ['table'], edit.value.table, present['table']);
    }
    for (const column of edit.value.columns) {
      const at = ['columns', { name: column.name }] as const;
      const before = valueAt(present, at);
      const columnEdit: Edit = { ...edit, kind: 'column', column: column.name, value: column };
      if (!isRecord(before)) {
        fresh.add(column.name);
        change(columnEdit, at, composeColumn(column, edits, false), undefined);
        continue;
      }
      const differs = before['type'] !== column.type || (before['pk'] === true) !== (column.pk === true) || (before['nullable'] === false) !== (column.nullable === false);
      if (!differs) continue;
      draft.change({ edit: columnEdit, file, before: { name: column.name, type: before['type'], pk: before['pk'], nullable: before['nullable'] } });
      for (const key of ['type', 'pk', 'nullable'] as const) {
        const wanted = column[key];
        const same = key === 'type' ? before[key] === wanted : (before[key] === (key === 'pk')) === (wanted !== undefined);
        if (!same) work.edits.push({ path: [...base, ...at, key], value: wanted });
      }
    }
    const wanted = new Set(edit.value.columns.map((column) => column.name));
    for (const name of columnNames(present)) {
      if (!wanted.has(name) && !draft.additive) change(remove({ kind: 'column', column: name }), ['columns', { name }], undefined, valueAt(present, ['columns', { name }]));
    }
  }
  const wantedSlots = new Set<string>();
  for (const edit of edits) {
    if (edit.kind !== 'description' && edit.kind !== 'property') continue;
    const slot = slotOf(edit);
    wantedSlots.add(JSON.stringify(slot.path));
    if (edit.column !== undefined && fresh.has(edit.column)) {
      draft.change({ edit, file });
      continue;
    }
    const before = valueAt(present, slot.path);
    if (!sameValue(before, edit.value)) change(edit, slot.path, edit.value as YamlValue, before);
  }
  for (const { path, column } of draft.additive ? [] : machineSlots(present, desire.follows)) {
    if (wantedSlots.has(JSON.stringify(path)) || (column !== undefined && !edits.some((edit) => edit.kind === 'source' && edit.value.columns.some((c) => c.name === column)))) continue;
    const inner = (column === undefined ? path : path.slice(2)).filter((step) => typeof step === 'string');
    const edit = inner[0] === 'descriptions'
      ? remove({ kind: 'description', key: inner[1] ?? '', ...(column === undefined ? {} : { column }) })
      : remove({ kind: 'property', field: inner.join('.'), ...(column === undefined ? {} : { column }) });
    change(edit, path, undefined, valueAt(present, path));
  }
  const joins = joinsOf(present);
  const formal = edits.filter((edit) => edit.kind === 'join' && edit.value.source === 'formal');
  const wantedJoins = new Set(edits.flatMap((edit) => (edit.kind === 'join' ? [joinKey(edit.value)] : [])));
  for (const edit of formal) {
    if (edit.kind !== 'join') continue;
    const before = joins.get(joinKey(edit.value));
    if (!before) change(edit, ['joins', { to: edit.value.to, on: edit.value.on }], { ...edit.value }, undefined);
    else if (before.relationship !== edit.value.relationship) {
      change(edit, ['joins', { to: before.to, on: before.on }, 'relationship'], edit.value.relationship, before);
    }
  }
  for (const [key, join] of joins) {
    if (join.source === 'formal' && !wantedJoins.has(key) && !draft.additive) change(remove({ kind: 'join', join: { to: join.to, on: join.on } }), ['joins', { to: join.to, on: join.on }], undefined, join);
  }
}

function noteHandEdits(draft: Draft, desire: SourceDesire, found: Found, base: YamlPath, edits: readonly YamlEdit[]): void {
  for (const edit of edits) {
    const field = edit.path.slice(base.length).map((step) => (typeof step === 'object' ? Object.values(step)[0] : String(step))).join('.');
    const own = field.includes('descriptions') ? 'descriptions.user in the overlay' : field.startsWith('joins') ? 'joins and disable_joins in the overlay' : 'column_overrides or exclude_columns in the overlay';
    draft.say({
      severity: 'warning', code: 'hand-edited', file: found.file.path, ...found.file.document.place(edit.path) ?? found.file.document.place(base),
      message: `${desire.source}: ${field} was edited by hand, but it follows its source and was put back`,
      fix: `write yours to ${own} (${sourcePath(desire.connection, desire.source)})`,
      evidence: desire.evidence,
    });
  }
}

function inferredJoins(draft: Draft, desire: SourceDesire, edits: readonly PutEdit[], found: Found, base: YamlPath, work: FileWork, known: Readonly<Record<string, EntityRecord>> | undefined): void {
  const { path: file } = found.file;
  const joins = joinsOf(found.value);
  const wanted = new Set<string>();
  for (const edit of edits) {
    if (edit.kind !== 'join' || edit.value.source !== 'inferred') continue;
    const key = entityKey(edit);
    wanted.add(key);
    const before = joins.get(joinKey(edit.value));
    const record = known?.[key];
    const mine: EntityRecord = { h: joinHash(edit.value), by: edit.author, ev: edit.evidence };
    if (before && before.relationship === edit.value.relationship) {
      if (record || before.source === 'inferred') draft.record(file, desire.source, key, mine);
    } else if (!before) {
      if (record && draft.knowledge.exists) draft.noteGone(entityId(edit), file);
      else if (!draft.knowledge.isGone(entityId(edit))) {
        work.edits.push({ path: [...base, 'joins', { to: edit.value.to, on: edit.value.on }], value: { ...edit.value } });
        draft.change({ edit, file });
        draft.record(file, desire.source, key, mine);
      }
    } else if (record?.h === joinHash(before) || (!draft.knowledge.exists && before.source === 'inferred')) {
      work.edits.push({ path: [...base, 'joins', { to: before.to, on: before.on }, 'relationship'], value: edit.value.relationship });
      draft.change({ edit, file, before });
      draft.record(file, desire.source, key, mine);
    } else {
      draft.suggest(edit, file, found, [...base, 'joins', { to: before.to, on: before.on }], `${edit.value.relationship} instead of ${String(before.relationship)}`);
    }
  }
  for (const [key, record] of Object.entries(known ?? {})) {
    if (!key.startsWith('join:') || wanted.has(key)) continue;
    if (draft.additive && record.by === 'derived') {
      draft.record(file, desire.source, key, record);
      continue;
    }
    const before = joins.get(key.slice('join:'.length));
    const id = `join:${desire.connection}/${desire.source}->${key.slice('join:'.length)}`;
    if (!before && record.by !== 'derived' && draft.knowledge.exists && !draft.knowledge.isGone(id)) draft.noteGone(id, file);
    if (!before || joinHash(before) !== record.h) continue;
    const taken = desire.withdrawn.find((one) => entityKey(one) === key);
    if (record.by !== 'derived' && !taken) {
      draft.record(file, desire.source, key, record);
      continue;
    }
    const edit: RemoveEdit = { op: 'remove', kind: 'join', connection: desire.connection, source: desire.source, evidence: record.ev ?? [], author: 'derived', join: { to: before.to, on: before.on } };
    work.edits.push({ path: [...base, 'joins', { to: before.to, on: before.on }], value: undefined });
    draft.change({ edit: taken ?? edit, file, before });
  }
}

function columnNames(entry: Readonly<Record<string, unknown>>): string[] {
  const columns = entry['columns'];
  return Array.isArray(columns) ? columns.flatMap((column: unknown) => (isRecord(column) && typeof column['name'] === 'string' ? [column['name']] : [])) : [];
}

/** Every place of an entry that follows evidence under one of the keys and holds something. */
function machineSlots(entry: Readonly<Record<string, unknown>>, follows: readonly string[]): { path: YamlPath; column?: string }[] {
  const slots: { path: YamlPath; column?: string }[] = [];
  const look = (root: unknown, base: YamlPath, fields: readonly string[], column?: string): void => {
    for (const field of fields) {
      for (const key of follows) {
        const path = [...base, field, key];
        if (isRecord(root) && isRecord(root[field]) && root[field][key] !== undefined) slots.push({ path, ...(column === undefined ? {} : { column }) });
      }
    }
  };
  look(entry, [], ['descriptions', 'tags', 'freshness']);
  for (const name of columnNames(entry)) {
    look(valueAt(entry, ['columns', { name }]), ['columns', { name }], ['descriptions', 'constraints', 'enum_values', 'tests'], name);
  }
  return slots;
}

/** Whether an entry holds anything that the edits would not have put there and the records do not know. */
function isForeign(entry: Readonly<Record<string, unknown>>, edits: readonly PutEdit[], records: readonly string[]): boolean {
  const joins = new Set([...edits.flatMap((edit) => (edit.kind === 'join' ? [joinKey(edit.value)] : [])), ...records.map((key) => key.replace(/^join:/, ''))]);
  if (Object.keys(entry).some((key) => !['table', 'descriptions', 'tags', 'freshness', 'columns', 'joins'].includes(key))) return true;
  if ([...joinsOf(entry)].some(([key, join]) => join.source !== 'formal' && !joins.has(key))) return true;
  const columns = Array.isArray(entry['columns']) ? (entry['columns'] as unknown[]) : [];
  const stray = (root: unknown, keys: readonly string[]): boolean => {
    if (!isRecord(root)) return true;
    return Object.entries(root).some(([key, value]) => {
      if (!keys.includes(key)) return true;
      const nested = ['descriptions', 'constraints', 'enum_values', 'tests', 'tags', 'freshness'].includes(key);
      return nested && isRecord(value) && Object.keys(value).some((inner) => inner !== 'db' && inner !== 'dbt');
    });
  };
  return stray(entry, ['table', 'descriptions', 'tags', 'freshness', 'columns', 'joins'])
    || columns.some((column) => stray(column, ['name', 'type', 'pk', 'nullable', 'descriptions', 'constraints', 'enum_values', 'tests']));
}
