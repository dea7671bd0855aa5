import type { Finding } from '../finding.js';
import { byText, hash12 } from '../text/canonical.js';
import { editYaml, type YamlEdit } from '../text/yaml-edit.js';
import { emitYaml, type YamlPath, type YamlStep, type YamlValue } from '../text/yaml.js';
import { shaOf, type Context, type Found } from './context.js';
import { compareEdits, entityId, entityKey, joinKey, type Edit, type PutEdit, type RemoveEdit, type Value } from './edit.js';
import { composeColumn, composeEntry, composeStandalone, machineHash, sameTable, sameValue, valueAt, type Plain } from './entry.js';
import type { EntityRecord, Knowledge } from './knowledge.js';
import { joinsOf, slotOf, sourcePath } from './placement.js';

/** All that a run wants to be true of one source. */
export interface SourceDesire {
  readonly connection: string;
  readonly source: string;
  /** `manifest`: a scanned table with its entry and overlay; `standalone`: one file of its own. */
  readonly kind: 'manifest' | 'standalone';
  /** Where the entry or file goes if there is none yet. */
  readonly path: string;
  readonly edits: readonly PutEdit[];
  /** Description and property keys (`db`, `dbt`) whose evidence was read: what stands under them unwanted goes. */
  readonly follows: readonly string[];
  /** Evidence of the source as a whole, for its record. */
  readonly evidence: readonly string[];
}

/** A change that really changes something, with the value that was there before. */
export interface Change {
  readonly edit: Edit;
  readonly file: string;
  readonly before?: unknown;
}

export interface Applied {
  /** Sorted by entity. */
  readonly changes: readonly Change[];
  /** New text by path; null deletes the file. Only files whose bytes change. */
  readonly files: ReadonlyMap<string, string | null>;
  readonly findings: readonly Finding[];
  /** The lock's records of every source that was wanted, by `<path>#<source>`. */
  readonly records: ReadonlyMap<string, Readonly<Record<string, EntityRecord>>>;
  /** Files that hold nothing but ours, after this run. */
  readonly own: ReadonlyMap<string, boolean>;
  /** Entities (ids) that a person deleted: newly found ones. */
  readonly gone: readonly string[];
}

interface FileWork {
  readonly edits: YamlEdit[];
  /** For a file that does not exist yet: its parts. */
  readonly fresh: Map<string, Plain>;
  /** Something in it is not ours. */
  foreign: boolean;
  remove: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Brings the context to what is wanted, field by field and byte-preserving: what follows its evidence is written, what is
 * ours is updated, what is a person's is left alone and answered with a suggestion. Pure; the order of `desires` does not
 * matter. `removals` are sources whose evidence is gone for good. `additive`: some source could not be read, so nothing is
 * removed at all.
 */
export function applyDesires(context: Context, knowledge: Knowledge, desires: readonly SourceDesire[], removals: Removals, additive: boolean): Applied {
  const state = new Application(context, knowledge, additive);
  const sorted = [...desires].sort((a, b) => byText(`${a.connection}/${a.source}`, `${b.connection}/${b.source}`));
  for (const desire of sorted) state.want(desire);
  for (const removal of removals) state.remove(removal);
  return state.finish(sorted, removals);
}

export interface SourceRemoval {
  readonly connection: string;
  readonly source: string;
  readonly evidence: readonly string[];
}

export type Removals = readonly SourceRemoval[];

class Application {
  readonly #context: Context;
  readonly #knowledge: Knowledge;
  readonly #additive: boolean;
  readonly #changes: Change[] = [];
  readonly #findings: Finding[] = [];
  readonly #work = new Map<string, FileWork>();
  readonly #records = new Map<string, Record<string, EntityRecord>>();
  readonly #gone = new Set<string>();

  constructor(context: Context, knowledge: Knowledge, additive: boolean) {
    this.#context = context;
    this.#knowledge = knowledge;
    this.#additive = additive;
  }

  want(desire: SourceDesire): void {
    if (this.#isGone(desire)) return;
    if (desire.kind === 'standalone') this.#standalone(desire);
    else {
      this.#manifest(desire);
      this.#overlay(desire);
    }
  }

  #workOn(path: string): FileWork {
    const ready = this.#work.get(path);
    if (ready) return ready;
    const work: FileWork = { edits: [], fresh: new Map(), foreign: false, remove: false };
    this.#work.set(path, work);
    return work;
  }

  #isGone(desire: SourceDesire): boolean {
    const id = `source:${desire.connection}/${desire.source}`;
    if (this.#knowledge.isGone(id)) return true;
    const known = this.#knowledge.records(desire.connection, desire.source);
    if (known?.[''] === undefined) return false;
    const path = desire.kind === 'manifest'
      ? this.#context.entryPath(desire.connection, desire.source)
      : this.#context.sourcePath(desire.connection, desire.source);
    if (path !== undefined || this.#context.isBroken(desire.path)) return false;
    this.#noteGone(id, desire.path);
    return true;
  }

  #noteGone(id: string, file: string): void {
    this.#gone.add(id);
    this.#findings.push({
      severity: 'notice', code: 'removed-by-person', file, message: `${id} was deleted by hand; it stays away`,
      fix: `to have it back, remove the line of ${id} from ktx.lock`,
    });
  }

  #record(path: string, source: string, key: string, value: EntityRecord): void {
    const id = `${path}#${source}`;
    const records = this.#records.get(id) ?? {};
    records[key] = value;
    this.#records.set(id, records);
  }

  #isKnown(path: string): boolean {
    const file = this.#knowledge.file(path);
    const bytes = this.#context.tree.get(path);
    return file !== undefined && bytes !== undefined && file.sha === shaOf(bytes);
  }

  // ── manifest entries ──────────────────────────────────────────────────────────────────────────────────────────────

  #manifest(desire: SourceDesire): void {
    const edits = desire.edits.filter((edit) => slotOf(edit).where === 'scanned');
    const machine = machineHash(edits);
    const known = this.#knowledge.records(desire.connection, desire.source);
    const path = this.#context.entryPath(desire.connection, desire.source) ?? desire.path;
    const wantedRecords = recordsOf(edits, machine, desire.evidence);
    if (this.#isKnown(path) && known && sameRecords(scannedRecords(known), wantedRecords)) {
      for (const [key, value] of Object.entries(wantedRecords)) this.#record(path, desire.source, key, value);
      return;
    }
    if (this.#context.isBroken(path)) {
      for (const [key, value] of Object.entries(known ?? {})) this.#record(path, desire.source, key, value);
      return;
    }
    const work = this.#workOn(path);
    const found = this.#context.entry(desire.connection, desire.source);
    if (!found) {
      const entry = composeEntry(edits);
      if (!entry) return;
      if (this.#context.tree.has(path)) work.edits.push({ path: ['tables', desire.source], value: entry, sorted: true });
      else work.fresh.set(desire.source, entry);
      for (const edit of edits) this.#changes.push({ edit, file: path });
      for (const [key, value] of Object.entries(wantedRecords)) this.#record(path, desire.source, key, value);
      return;
    }
    const base: YamlPath = ['tables', desire.source];
    const before = work.edits.length;
    this.#structure(desire, edits, found, base, work);
    const handEdited = known?.['']?.h === machine && work.edits.length > before;
    if (handEdited) this.#handEdited(desire, found, base, work.edits.slice(before));
    // on a night with an unread source the wanted state may lack what that source contributes: the record stays
    const stands = this.#additive && work.edits.length === before ? known?.[''] : undefined;
    this.#record(path, desire.source, '', stands ?? { h: machine, by: 'derived', ev: desire.evidence });
    this.#inferredJoins(desire, edits, found, base, work, known);
    if (isForeign(found.value, edits)) work.foreign = true;
  }

  #structure(desire: SourceDesire, edits: readonly PutEdit[], found: Found, base: YamlPath, work: FileWork): void {
    const { path: file } = found.file;
    const present = found.value;
    const fresh = new Set<string>();
    const change = (edit: Edit, at: YamlPath, value: YamlValue | undefined, before: unknown): void => {
      work.edits.push({ path: [...base, ...at], value });
      this.#changes.push({ edit, file, ...(before === undefined ? {} : { before }) });
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
        this.#changes.push({ edit: columnEdit, file, before: { name: column.name, type: before['type'], pk: before['pk'], nullable: before['nullable'] } });
        for (const key of ['type', 'pk', 'nullable'] as const) {
          const wanted = column[key];
          const same = key === 'type' ? before[key] === wanted : (before[key] === (key === 'pk')) === (wanted !== undefined);
          if (!same) work.edits.push({ path: [...base, ...at, key], value: wanted });
        }
      }
      const wanted = new Set(edit.value.columns.map((column) => column.name));
      for (const name of columnNames(present)) {
        if (!wanted.has(name) && !this.#additive) change(remove({ kind: 'column', column: name }), ['columns', { name }], undefined, valueAt(present, ['columns', { name }]));
      }
    }
    const wantedSlots = new Set<string>();
    for (const edit of edits) {
      if (edit.kind !== 'description' && edit.kind !== 'property') continue;
      const slot = slotOf(edit);
      wantedSlots.add(JSON.stringify(slot.path));
      if (edit.column !== undefined && fresh.has(edit.column)) {
        this.#changes.push({ edit, file });
        continue;
      }
      const before = valueAt(present, slot.path);
      if (!sameValue(before, edit.value)) change(edit, slot.path, edit.value as YamlValue, before);
    }
    for (const { path, column } of this.#additive ? [] : machineSlots(present, desire.follows)) {
      if (wantedSlots.has(JSON.stringify(path)) || (column !== undefined && !edits.some((edit) => edit.kind === 'source' && edit.value.columns.some((c) => c.name === column)))) continue;
      const inner = column === undefined ? path : path.slice(2);
      const edit = inner[0] === 'descriptions'
        ? remove({ kind: 'description', key: String(inner[1]), ...(column === undefined ? {} : { column }) })
        : remove({ kind: 'property', field: inner.join('.'), ...(column === undefined ? {} : { column }) });
      // a map that would be left empty goes with its last key
      const parent = valueAt(present, path.slice(0, -1));
      const at = isRecord(parent) && Object.keys(parent).length === 1 ? path.slice(0, -1) : path;
      change(edit, at, undefined, valueAt(present, path));
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
      if (join.source === 'formal' && !wantedJoins.has(key) && !this.#additive) change(remove({ kind: 'join', join: { to: join.to, on: join.on } }), ['joins', { to: join.to, on: join.on }], undefined, join);
    }
  }

  #handEdited(desire: SourceDesire, found: Found, base: YamlPath, edits: readonly YamlEdit[]): void {
    for (const edit of edits) {
      const field = edit.path.slice(base.length).map((step) => (typeof step === 'object' ? Object.values(step)[0] : String(step))).join('.');
      const own = field.includes('descriptions') ? 'descriptions.user in the overlay' : field.startsWith('joins') ? 'joins and disable_joins in the overlay' : 'column_overrides or exclude_columns in the overlay';
      this.#findings.push({
        severity: 'warning', code: 'hand-edited', file: found.file.path, ...found.file.document.place(edit.path) ?? found.file.document.place(base),
        message: `${desire.source}: ${field} was edited by hand, but it follows its source and was put back`,
        fix: `write yours to ${own} (${sourcePath(desire.connection, desire.source)})`,
        evidence: desire.evidence,
      });
    }
  }

  #inferredJoins(desire: SourceDesire, edits: readonly PutEdit[], found: Found, base: YamlPath, work: FileWork, known: Readonly<Record<string, EntityRecord>> | undefined): void {
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
        if (record || before.source === 'inferred') this.#record(file, desire.source, key, mine);
      } else if (!before) {
        if (record && this.#knowledge.exists) this.#noteGone(entityId(edit), file);
        else if (!this.#knowledge.isGone(entityId(edit))) {
          work.edits.push({ path: [...base, 'joins', { to: edit.value.to, on: edit.value.on }], value: { ...edit.value } });
          this.#changes.push({ edit, file });
          this.#record(file, desire.source, key, mine);
        }
      } else if (record?.h === joinHash(before) || (!this.#knowledge.exists && before.source === 'inferred')) {
        work.edits.push({ path: [...base, 'joins', { to: before.to, on: before.on }, 'relationship'], value: edit.value.relationship });
        this.#changes.push({ edit, file, before });
        this.#record(file, desire.source, key, mine);
      } else {
        this.#suggest(edit, file, found, [...base, 'joins', { to: before.to, on: before.on }], `${edit.value.relationship} instead of ${String(before.relationship)}`);
      }
    }
    for (const [key, record] of Object.entries(known ?? {})) {
      if (!key.startsWith('join:') || wanted.has(key)) continue;
      if (this.#additive) {
        this.#record(file, desire.source, key, record);
        continue;
      }
      const before = joins.get(key.slice('join:'.length));
      if (!before || joinHash(before) !== record.h) continue;
      const edit: RemoveEdit = { op: 'remove', kind: 'join', connection: desire.connection, source: desire.source, evidence: record.ev ?? [], author: 'derived', join: { to: before.to, on: before.on } };
      work.edits.push({ path: [...base, 'joins', { to: before.to, on: before.on }], value: undefined });
      this.#changes.push({ edit, file, before });
    }
  }

  #suggest(edit: PutEdit, file: string, found: Found | undefined, at: readonly YamlStep[], what: string): void {
    this.#findings.push({
      severity: 'notice', code: 'suggestion', file, ...found?.file.document.place(at) ?? {},
      message: `${entityId(edit)} is yours and stays; the data says ${what}`,
      fix: 'change it yourself if you agree', evidence: edit.evidence,
    });
  }

  // ── overlays ──────────────────────────────────────────────────────────────────────────────────────────────────────

  #overlay(desire: SourceDesire): void {
    const edits = desire.edits.filter((edit) => slotOf(edit).where === 'overlay');
    const known = overlayRecords(this.#knowledge.records(desire.connection, desire.source) ?? {});
    const path = this.#context.sourcePath(desire.connection, desire.source) ?? sourcePath(desire.connection, desire.source);
    const wanted = new Map(edits.map((edit) => [entityKey(edit), edit]));
    const wantedRecords = Object.fromEntries(edits.map((edit) => [entityKey(edit), recordOf(edit)]));
    if (edits.length === 0 && Object.keys(known).length === 0) return;
    if (this.#isKnown(path) && sameRecords(known, wantedRecords)) {
      for (const [key, record] of Object.entries(wantedRecords)) this.#record(path, desire.source, key, record);
      return;
    }
    if (this.#context.isBroken(path)) {
      for (const [key, record] of Object.entries(known)) this.#record(path, desire.source, key, record);
      return;
    }
    const found = this.#context.source(desire.connection, desire.source);
    const work = this.#workOn(path);
    const overlay: Plain = { name: desire.source };
    for (const [key, edit] of wanted) {
      const id = entityId(edit);
      const slot = slotOf(edit);
      const before = found ? valueAt(found.value, slot.path) : undefined;
      const record = known[key];
      if (this.#knowledge.isGone(id)) continue;
      if (before === undefined) {
        if (record && this.#knowledge.exists) {
          this.#noteGone(id, path);
          continue;
        }
        this.#changes.push({ edit, file: path });
        this.#record(path, desire.source, key, recordOf(edit));
        if (found) work.edits.push({ path: slot.path, value: edit.value as YamlValue });
        else putInto(overlay, slot.path, edit.value as YamlValue);
      } else if (sameValue(before, edit.value)) {
        if (record) this.#record(path, desire.source, key, recordOf(edit));
        else work.foreign = true;
      } else if (record && record.h === hash12(before)) {
        this.#changes.push({ edit, file: path, before });
        this.#record(path, desire.source, key, recordOf(edit));
        work.edits.push({ path: slot.path, value: edit.value as YamlValue });
      } else {
        work.foreign = true;
        this.#suggest(edit, path, found, slot.path, JSON.stringify(edit.value));
      }
    }
    for (const [key, record] of Object.entries(known)) {
      if (wanted.has(key) || !found) continue;
      if (this.#additive) {
        this.#record(path, desire.source, key, record);
        continue;
      }
      const slot = slotOfKey(key);
      const before = slot ? valueAt(found.value, slot) : undefined;
      if (!slot || before === undefined || hash12(before) !== record.h) continue;
      this.#changes.push({ edit: { op: 'remove', kind: 'grain', connection: desire.connection, source: desire.source, evidence: record.ev ?? [], author: 'derived' }, file: path, before });
      work.edits.push({ path: slot, value: undefined });
      const left = Object.keys(found.value).filter((name) => name !== 'name' && name !== slot[0]);
      if (left.length === 0) work.remove = true;
    }
    if (!found && Object.keys(overlay).length > 1) work.fresh.set('', overlay);
    if (found && Object.keys(found.value).some((name) => name !== 'name' && ![...wanted.values()].some((edit) => slotOf(edit).path[0] === name))) work.foreign = true;
  }

  // ── standalone sources ────────────────────────────────────────────────────────────────────────────────────────────

  #standalone(desire: SourceDesire): void {
    const composed = composeStandalone(desire.source, desire.edits);
    if (!composed) return;
    const path = this.#context.sourcePath(desire.connection, desire.source) ?? desire.path;
    const known = this.#knowledge.records(desire.connection, desire.source)?.[''];
    const mine: EntityRecord = { h: hash12(composed), by: 'derived', ev: desire.evidence };
    if (this.#isKnown(path) && known?.h === mine.h) {
      this.#record(path, desire.source, '', mine);
      return;
    }
    if (this.#context.isBroken(path)) {
      if (known) this.#record(path, desire.source, '', known);
      return;
    }
    const work = this.#workOn(path);
    const found = this.#context.source(desire.connection, desire.source);
    if (!found) {
      work.fresh.set('', composed);
      for (const edit of desire.edits) this.#changes.push({ edit, file: path });
      this.#record(path, desire.source, '', mine);
      return;
    }
    if (sameValue(found.value, composed)) {
      this.#record(path, desire.source, '', mine);
      return;
    }
    if (!known || known.h !== hash12(found.value)) {
      work.foreign = true;
      if (known) this.#record(path, desire.source, '', known);
      if (known?.h !== mine.h) {
        const head = desire.edits[0];
        if (head) this.#suggest(head, path, found, ['name'], 'something else: compare it with its dbt model');
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
      this.#changes.push({ edit, file: path, ...(before === undefined ? {} : { before }) });
    }
    for (const key of new Set([...Object.keys(composed), ...Object.keys(found.value)])) {
      if (sameValue(found.value[key], composed[key])) continue;
      work.edits.push({ path: [key], value: composed[key] });
      if (values.size === 0) {
        const removed: RemoveEdit = { op: 'remove', kind: 'property', field: key, connection: desire.connection, source: desire.source, evidence: desire.evidence, author: 'derived' };
        this.#changes.push({ edit: removed, file: path, before: found.value[key] });
      }
    }
    this.#record(path, desire.source, '', mine);
  }

  // ── removals ──────────────────────────────────────────────────────────────────────────────────────────────────────

  remove(removal: SourceRemoval): void {
    const { connection, source } = removal;
    const edit: RemoveEdit = { op: 'remove', kind: 'source', connection, source, evidence: removal.evidence, author: 'derived' };
    const known = this.#knowledge.records(connection, source);
    const entry = this.#context.entry(connection, source);
    if (entry) {
      this.#workOn(entry.file.path).edits.push({ path: ['tables', source], value: undefined });
      this.#changes.push({ edit, file: entry.file.path, before: entry.value });
    }
    const file = this.#context.source(connection, source);
    if (!file) return;
    const ours = Object.keys(file.value).every((key) => key === 'name' || (known?.[key] !== undefined && hash12(file.value[key]) === known[key].h));
    if (ours || (!entry && known?.['']?.h === hash12(file.value))) {
      this.#workOn(file.file.path).remove = true;
      this.#changes.push({ edit, file: file.file.path, before: file.value });
    } else if (entry) {
      this.#findings.push({
        severity: 'warning', code: 'context-orphan', file: file.file.path, ...file.file.document.place(['name']),
        message: `${source} no longer exists in ${connection}, but you wrote about it here`, fix: 'delete the file, or point it at another source', evidence: removal.evidence,
      });
    }
  }

  finish(desires: readonly SourceDesire[], removals: Removals): Applied {
    const files = new Map<string, string | null>();
    const own = new Map<string, boolean>();
    const wanted = new Set(desires.map((desire) => `${desire.connection}/${desire.source}`));
    const removed = new Set(removals.map((removal) => `${removal.connection}/${removal.source}`));
    for (const [path, work] of [...this.#work.entries()].sort(([a], [b]) => byText(a, b))) {
      const present = this.#context.file(path);
      if (!present) {
        if (work.fresh.size === 0) continue;
        const whole = work.fresh.get('');
        const sorted = [...work.fresh.entries()].sort(([a], [b]) => byText(a, b));
        files.set(path, emitYaml(whole ?? { tables: Object.fromEntries(sorted) }));
        own.set(path, true);
        continue;
      }
      own.set(path, !work.foreign && !this.#hasStrangers(path, wanted, removed));
      if (work.remove) {
        files.set(path, null);
        continue;
      }
      if (work.edits.length === 0) continue;
      const edited = editYaml(present.text, work.edits);
      if (edited.ok) {
        if (edited.text !== present.text) files.set(path, edited.text);
      } else {
        this.#findings.push({
          severity: 'error', code: 'context-syntax', file: path, line: edited.problem.line, column: edited.problem.column,
          message: `${path} cannot be edited without changing what else it says: ${edited.problem.message}`, fix: 'simplify the YAML at this place (anchors, merge keys)',
        });
        this.#withdraw(path);
      }
    }
    return {
      changes: this.#changes.filter((change) => files.has(change.file)).sort((a, b) => compareEdits(a.edit, b.edit)),
      files, own, records: this.#records, gone: [...this.#gone].sort(byText),
      findings: [...this.#context.findings(), ...this.#findings],
    };
  }

  /** A file that could not be edited keeps its old records. */
  #withdraw(path: string): void {
    for (const id of [...this.#records.keys()]) {
      if (id.startsWith(`${path}#`)) this.#records.delete(id);
    }
  }

  #hasStrangers(path: string, wanted: ReadonlySet<string>, removed: ReadonlySet<string>): boolean {
    if (this.#isKnown(path)) return this.#knowledge.file(path)?.own === false;
    const match = /^semantic-layer\/([^/]+)\/_schema\//.exec(path);
    if (!match) return false;
    const tables = this.#context.file(path)?.document.value;
    const names = isRecord(tables) && isRecord(tables['tables']) ? Object.keys(tables['tables']) : [];
    return names.some((name) => !wanted.has(`${match[1] ?? ''}/${name}`) && !removed.has(`${match[1] ?? ''}/${name}`));
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

/** Whether an entry holds anything that the edits would not have put there. */
function isForeign(entry: Readonly<Record<string, unknown>>, edits: readonly PutEdit[]): boolean {
  const joins = new Set(edits.flatMap((edit) => (edit.kind === 'join' ? [joinKey(edit.value)] : [])));
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

function joinHash(join: { readonly to: string; readonly on: string; readonly relationship: unknown }): string {
  return hash12([joinKey(join), join.relationship]);
}

function recordOf(edit: PutEdit): EntityRecord {
  return { h: edit.kind === 'join' ? joinHash(edit.value) : hash12(edit.value), by: edit.author, ev: edit.evidence };
}

function recordsOf(edits: readonly PutEdit[], machine: string, evidence: readonly string[]): Record<string, EntityRecord> {
  const records: Record<string, EntityRecord> = { '': { h: machine, by: 'derived', ev: evidence } };
  for (const edit of edits) if (!slotOf(edit).machine) records[entityKey(edit)] = recordOf(edit);
  return records;
}

const isScannedKey = (key: string): boolean => key === '' || key.startsWith('join:');

function scannedRecords(records: Readonly<Record<string, EntityRecord>>): Record<string, EntityRecord> {
  return Object.fromEntries(Object.entries(records).filter(([key]) => isScannedKey(key)));
}

function overlayRecords(records: Readonly<Record<string, EntityRecord>>): Record<string, EntityRecord> {
  return Object.fromEntries(Object.entries(records).filter(([key]) => !isScannedKey(key)));
}

/** Path of an overlay entity by the key that the lock files it under. */
function slotOfKey(key: string): YamlPath | undefined {
  if (key === 'grain') return ['grain'];
  const named = /^(measure|segment):(.*)$/s.exec(key);
  return named ? [`${named[1] ?? ''}s`, { name: named[2] ?? '' }] : undefined;
}

function sameRecords(a: Readonly<Record<string, EntityRecord>>, b: Readonly<Record<string, EntityRecord>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key]?.h === b[key]?.h);
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
