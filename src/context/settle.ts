import { byText, hash12 } from '../text/canonical.js';
import type { YamlEdit } from '../text/yaml-edit.js';
import type { YamlPath, YamlValue } from '../text/yaml.js';
import type { Found } from './context.js';
import type { Draft, SourceDesire } from './draft.js';
import { entityId, entityKey, entityOfKey, outranks, sortEdits, type Edit, type PutEdit, type RemoveEdit } from './edit.js';
import { sameValue, valueAt, withoutValue, withValue } from './entry.js';
import type { EntityRecord } from './knowledge.js';
import { recordOf } from './records.js';

/**
 * Descriptions, measures, segments and the grain of one source, one by one: what we wrote is updated, carried on or
 * taken away, what a person wrote stays. An overlay holds nothing else, a standalone file holds them beside its columns.
 */
export interface Entities {
  readonly desire: SourceDesire;
  readonly file: string;
  readonly edits: readonly PutEdit[];
  /** Our records of these entities. */
  readonly known: Readonly<Record<string, EntityRecord>>;
  readonly pathOf: (edit: Edit) => YamlPath;
}

type Records = Readonly<Record<string, EntityRecord>>;

/** Those that a desire puts, in one order, without what a person deleted, what is a person's by definition and what is about a column that is not there. */
export function wantedEntities(draft: Draft, desire: SourceDesire, edits: readonly PutEdit[]): PutEdit[] {
  const columns = columnsOf(desire);
  return sortEdits(edits, (edit) => edit).filter((edit) => !(edit.kind === 'description' && edit.key === 'user') && isAbout(edit, columns) && !draft.knowledge.isGone(entityId(edit)));
}

/** Whether the lock says all that there is to say: nothing to write, nothing to look at but the records. */
export function areSettled({ desire, edits, known }: Entities): boolean {
  const wanted = new Set(edits.map(entityKey));
  const columns = columnsOf(desire);
  const withdrawn = new Set(desire.withdrawn.map(entityKey));
  return edits.every((edit) => known[entityKey(edit)]?.h === recordOf(edit).h)
    && Object.entries(known).every(([key, { by }]) => wanted.has(key) || (by !== 'derived' && !withdrawn.has(key) && isAbout(entityOfKey(key), columns)));
}

/** The records of what is settled: of what is wanted anew, of the rest as they are. */
export function carryRecords(draft: Draft, { desire, file, edits, known }: Entities): void {
  const wanted = Object.fromEntries(edits.map((edit) => [entityKey(edit), recordAfter(draft, known[entityKey(edit)], edit)]));
  draft.recordAll(file, desire.source, { ...known, ...wanted });
}

/** Before the first run nothing says whose a text under `ai` is: it is taken for ours. */
export function adoptedRecords(file: Readonly<Record<string, unknown>>, evidence: readonly string[]): Record<string, EntityRecord> {
  const adopted: Record<string, EntityRecord> = {};
  const adopt = (root: unknown, key: string): void => {
    const text = valueAt(root, ['descriptions', 'ai']);
    if (typeof text === 'string') adopted[key] = { h: hash12(text), by: 'model', ev: evidence };
  };
  adopt(file, 'description#ai');
  for (const list of ['columns', 'column_overrides']) {
    for (const item of Array.isArray(file[list]) ? (file[list] as unknown[]) : []) {
      const name = valueAt(item, ['name']);
      if (typeof name === 'string') adopt(item, `description.${name}#ai`);
    }
  }
  return adopted;
}

/** A file without the entities that are as we left them; undefined where nothing is left. */
export function withoutOurs(value: unknown, known: Records, pathOf: (edit: Edit) => YamlPath): YamlValue | undefined {
  let left = value as YamlValue | undefined;
  for (const [key, record] of Object.entries(known)) {
    const entity = entityOfKey(key);
    if (!entity || left === undefined) continue;
    const path = pathOf({ op: 'remove', connection: '', source: '', evidence: [], author: record.by, ...entity });
    const before = valueAt(value, path);
    if (before !== undefined && hash12(before) === record.h) left = withoutValue(left, path).left;
  }
  return left;
}

/**
 * Settles the entities against the file as it is (`found`). `root` is what the returned edits are made on: the value of
 * the file, or what other edits made of it. `value` is what they lead to.
 */
export function settleEntities(draft: Draft, entities: Entities, found: Found | undefined, root: YamlValue): { readonly edits: readonly YamlEdit[]; readonly value: YamlValue | undefined } {
  const { desire, file, known, pathOf } = entities;
  const puts: YamlEdit[] = [];
  const wanted = new Set<string>();
  for (const edit of entities.edits) {
    const key = entityKey(edit);
    const path = pathOf(edit);
    const before = found ? valueAt(found.value, path) : undefined;
    const record = known[key];
    wanted.add(key);
    const put = (was: unknown): void => {
      puts.push({ path, value: edit.value as YamlValue });
      draft.change({ edit, file, ...(was === undefined ? {} : { before: was }) });
      draft.record(file, desire.source, key, recordOf(edit));
    };
    if (before === undefined) {
      const scanned = scannedText(draft, desire, edit);
      if (record && draft.knowledge.exists) draft.noteGone(entityId(edit), file);
      else if (scanned === undefined || !sameValue(scanned, edit.value)) put(scanned);
    } else if (sameValue(before, edit.value)) {
      if (record) draft.record(file, desire.source, key, recordAfter(draft, record, edit));
    } else if (record?.h !== hash12(before)) draft.suggest(edit, file, found, path, JSON.stringify(edit.value));
    else if (isOutranked(draft, record, edit)) {
      draft.suggestAgainst(record.by, edit, file, found, path);
      draft.record(file, desire.source, key, record);
    } else put(before);
  }
  const removals = found ? unwanted(draft, entities, found, wanted) : unwantedWithoutFile(draft, entities, wanted);
  let value: YamlValue | undefined = puts.reduce((at, { path, value: put }) => (put === undefined ? at : withValue(at, path, put)), root);
  const edits = [...puts];
  for (const path of removals) {
    if (value === undefined || valueAt(value, path) === undefined) continue;
    const without = withoutValue(value, path);
    edits.push({ path: without.path, value: undefined });
    value = without.left;
  }
  return { edits, value };
}

/** What nothing restates: derived entities go with their evidence, those of a model stay until it takes them back. */
function unwanted(draft: Draft, { desire, file, known, pathOf }: Entities, found: Found, wanted: ReadonlySet<string>): YamlPath[] {
  const columns = columnsOf(desire);
  const withdrawn = new Map(desire.withdrawn.map((edit) => [entityKey(edit), edit]));
  const removals: YamlPath[] = [];
  for (const [key, record] of Object.entries(known).sort(([a], [b]) => byText(a, b))) {
    const entity = entityOfKey(key);
    if (wanted.has(key) || !entity) continue;
    const ours: RemoveEdit = { op: 'remove', connection: desire.connection, source: desire.source, evidence: record.ev ?? [], author: record.by, ...entity };
    if (draft.knowledge.isGone(entityId(ours))) continue;
    const before = valueAt(found.value, pathOf(ours));
    const lost = !draft.additive && !isAbout(entity, columns);
    if (record.by === 'derived' && draft.additive) draft.record(file, desire.source, key, record);
    else if (before === undefined) {
      if (record.by !== 'derived' && !lost) draft.noteGone(entityId(ours), file);
    } else if (hash12(before) === record.h) {
      const taken = record.by === 'derived' ? undefined : withdrawn.get(key);
      if (record.by !== 'derived' && !taken && !lost) draft.record(file, desire.source, key, record);
      else {
        removals.push(pathOf(ours));
        draft.change({ edit: taken ?? { ...ours, author: 'derived', ...(lost ? { evidence: desire.evidence } : {}) }, file, before });
      }
    }
  }
  return removals;
}

/** The file itself is gone: a person deleted all that a model wrote in it. */
function unwantedWithoutFile(draft: Draft, { desire, file, known }: Entities, wanted: ReadonlySet<string>): YamlPath[] {
  for (const [key, record] of Object.entries(known).sort(([a], [b]) => byText(a, b))) {
    const entity = entityOfKey(key);
    if (wanted.has(key) || !entity || record.by === 'derived' || !isAbout(entity, columnsOf(desire))) continue;
    const id = entityId({ op: 'remove', connection: desire.connection, source: desire.source, evidence: [], author: record.by, ...entity });
    if (!draft.knowledge.isGone(id)) draft.noteGone(id, file);
  }
  return [];
}

/** On a night with an unread source what is derived may not be restated; a model's word does not take its place for that. */
function isOutranked(draft: Draft, record: EntityRecord, edit: PutEdit): boolean {
  return outranks(record.by, edit.author) && (record.by !== 'derived' || draft.additive);
}

function recordAfter(draft: Draft, record: EntityRecord | undefined, edit: PutEdit): EntityRecord {
  return record && isOutranked(draft, record, edit) ? record : recordOf(edit);
}

/** A text of a model that ktx's own scan left in the manifest entry; an overlay's takes its place. */
function scannedText(draft: Draft, desire: SourceDesire, edit: PutEdit): unknown {
  if (edit.kind !== 'description' || desire.kind !== 'manifest') return undefined;
  const entry = draft.context.entry(desire.connection, desire.source)?.value;
  return valueAt(entry, [...(edit.column === undefined ? [] : ['columns', { name: edit.column }]), 'descriptions', edit.key]);
}

function columnsOf(desire: SourceDesire): ReadonlySet<string> | undefined {
  const head = desire.edits.find((edit) => edit.kind === 'source');
  return head && new Set(head.value.columns.map((column) => column.name));
}

function isAbout(entity: { readonly column?: string } | PutEdit | undefined, columns: ReadonlySet<string> | undefined): boolean {
  const column = entity && 'column' in entity ? entity.column : undefined;
  return column === undefined || columns === undefined || columns.has(column);
}
