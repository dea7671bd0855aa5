import { renameInExpression } from '../sql/rename.js';
import type { SqlParser } from '../sql/parser.js';
import { hash12 } from '../text/canonical.js';
import { editYaml, type YamlEdit } from '../text/yaml-edit.js';
import { readYaml, type YamlPath, type YamlValue } from '../text/yaml.js';
import { composeSource, type ComposedSource } from './compose.js';
import { readContext, shaOf, type Context, type Found, type ParsedFile } from './context.js';
import { entityOfKey, joinKey, type RemoveEdit } from './edit.js';
import { sameValue, valueAt } from './entry.js';
import type { Knowledge } from './knowledge.js';
import type { EntityState, FileRecord, EntitiesRecord, Lock } from './lock.js';
import { editPage, readPage } from './page.js';
import { contextPath, joinsOf, slotOf, standalonePath } from './placement.js';
import { joinHash } from './records.js';
import { withoutOurs } from './settle.js';

/** Brings the context along with a table or column that has another name, or is no more. */

export interface Move {
  readonly connection: string;
  readonly source: string;
  /** Null: the table as a whole. */
  readonly column: string | null;
  /** Null: it is gone. */
  readonly to: string | null;
}

export interface FollowInput {
  readonly context: Context;
  readonly lock: Lock;
  /** What a lock knows. */
  knowledgeOf(lock: Lock): Knowledge;
  readonly parser: SqlParser;
  dialectOf(connection: string): string;
  readonly moves: readonly Move[];
}

export interface Followed {
  /** New text by path, null for a file that goes: only files that change. */
  readonly files: ReadonlyMap<string, string | null>;
  /** With the records of what is ours and was followed, so that it stays ours. */
  readonly lock: Lock;
  /** Entities that were changed, by move. */
  readonly done: ReadonlyMap<Move, readonly FollowedEntity[]>;
}

export interface FollowedEntity {
  readonly entity: string;
  /** A person wrote it, as far as the lock knows. */
  readonly isTheirs: boolean;
}

/**
 * A new name is followed wherever the old one stands, in what is ours and in what people wrote; what is gone is only
 * taken out of what follows its evidence by definition. What cannot be followed surely stays as it is.
 */
export function follow(input: FollowInput): Followed {
  let { context, lock } = input;
  const done = new Map<Move, FollowedEntity[]>();
  const files = new Map<string, string | null>();
  let batch: Follower[] = [];
  // what touches different entries is written at once: a manifest of thousands of tables takes its time
  const write = (): void => {
    const texts = textsOf(context, batch);
    const tree = new Map<string, Uint8Array>([...context.tree, ...[...texts].map(([path, text]) => [path, Buffer.from(text)] as const)]);
    for (const path of batch.flatMap((one) => [...one.removed])) {
      tree.delete(path);
      files.set(path, null);
    }
    const next = readContext(tree, () => undefined, undefined, context);
    for (const { move } of batch) lock = movedLock(lock, input.knowledgeOf(lock), context, next, texts, move);
    for (const one of batch) if ([...one.edits.keys(), ...one.pages.keys()].some((path) => texts.has(path))) done.set(one.move, one.entities);
    for (const [path, text] of texts) files.set(path, text);
    context = next;
    batch = [];
  };
  const planned = (move: Move): Follower => {
    const one = new Follower({ ...input, context, knowledge: input.knowledgeOf(lock) }, move);
    one.run();
    return one;
  };
  for (const move of input.moves) {
    let one = planned(move);
    if (batch.some((other) => other.meets(one))) {
      write();
      one = planned(move);
    }
    batch.push(one);
  }
  if (batch.length > 0) write();
  return { files, lock, done };
}

/** The new text of each file that all its edits could be made in. */
function textsOf(context: Context, batch: readonly Follower[]): Map<string, string> {
  const texts = new Map(batch.flatMap((one) => [...one.pages]));
  const edits = Map.groupBy(batch.flatMap((one) => [...one.edits]), ([path]) => path);
  for (const [path, lists] of edits) {
    const file = context.file(path);
    const all = lists.flatMap(([, list]) => list);
    const text = file && (editEntries(file, all) ?? edited(file.text, all));
    if (text !== undefined && text !== file?.text) texts.set(path, text);
  }
  return texts;
}

const edited = (text: string, edits: readonly YamlEdit[]): string | undefined => {
  const result = editYaml(text, edits);
  return result.ok ? result.text : undefined;
};

/**
 * A manifest with a few of its entries edited, each by itself: the whole of thousands of tables is not parsed again for
 * it. Undefined where an entry is not a block of lines of its own.
 */
function editEntries(file: ParsedFile, edits: readonly YamlEdit[]): string | undefined {
  const tables = (file.document.value as { tables?: Readonly<Record<string, unknown>> } | null)?.tables ?? {};
  const byEntry = Map.groupBy(edits, ({ path }) => (path[0] === 'tables' && typeof path[1] === 'string' ? path[1] : ''));
  if ([...byEntry.keys()].some((name) => !Object.hasOwn(tables, name))) return undefined;
  const starts = Object.keys(tables).map((name) => ({ name, ...file.document.place(['tables', name], { key: true }) })).sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  const lines = file.text.split(/(?<=\n)/);
  const pieces: string[] = [];
  let at = 0;
  for (const [index, { name, line = 0, column = 0 }] of starts.entries()) {
    const own = byEntry.get(name);
    if (!own) continue;
    const [from, to] = [line - 1, (starts[index + 1]?.line ?? lines.length + 1) - 1];
    if (column < 2 || from < at || to <= from || (starts[index - 1]?.line ?? 0) >= line) return undefined;
    const block = lines.slice(from, to).join('');
    const read = readYaml(`tables:\n${block}`);
    if (!read.ok || !sameValue((read.document.value as { tables?: unknown } | null)?.tables, { [name]: tables[name] })) return undefined;
    const isRemoved = own.some(({ path, value }) => path.length === 2 && value === undefined);
    // comments and blank lines before the next entry are its own
    const after = isRemoved ? `tables:\n${/(?:(?<=\n)[ \t]*(?:#[^\n]*)?\r?\n)*$/.exec(block)?.[0] ?? ''}` : edited(`tables:\n${block}`, own);
    if (after?.startsWith('tables:\n') !== true || (isRemoved && own.length > 1) || Object.keys(tables).length === 1) return undefined;
    pieces.push(...lines.slice(at, from), after.slice('tables:\n'.length));
    at = to;
  }
  return [...pieces, ...lines.slice(at)].join('');
}

type FollowerInput = Pick<FollowInput, 'context' | 'parser' | 'dialectOf'> & { readonly knowledge: Knowledge };

class Follower {
  readonly #input: FollowerInput;
  readonly move: Move;
  /** By path. */
  readonly edits = new Map<string, YamlEdit[]>();
  /** New text by path. */
  readonly pages = new Map<string, string>();
  /** Files that go. */
  readonly removed = new Set<string>();
  readonly entities: FollowedEntity[] = [];

  constructor(input: FollowerInput, move: Move) {
    this.#input = input;
    this.move = move;
  }

  run(): void {
    const { context } = this.#input;
    const { connection, to } = this.move;
    const names = new Set([...context.entryNames(connection), ...context.sourceNames(connection)]);
    if (to === null) {
      this.#remove(names);
      return;
    }
    this.#source(to);
    for (const name of [...names].sort()) {
      const source = composeSource(context, connection, name);
      if (source) this.#expressions(source, to);
    }
    this.#references(to);
  }

  /** Whether the two change the same file, or in a manifest the same entry. */
  meets(other: Follower): boolean {
    const places = this.#places();
    return [...other.#places()].some((place) => places.has(place));
  }

  #places(): Set<string> {
    const inFiles = [...this.edits].flatMap(([path, edits]) => edits.map((edit) => (contextPath(path)?.kind === 'manifest' ? JSON.stringify([path, edit.path[1]]) : path)));
    return new Set([...inFiles, ...this.pages.keys(), ...this.removed]);
  }

  #put(found: Found, at: YamlPath, value: YamlValue | undefined): void {
    const { path } = found.file;
    const isEntry = contextPath(path)?.kind === 'manifest';
    this.edits.set(path, [...(this.edits.get(path) ?? []), { path: isEntry ? ['tables', this.#nameIn(found), ...at] : at, value }]);
  }

  /** The name of the manifest entry that was found. */
  #nameIn(found: Found): string {
    const tables = (found.file.document.value as { tables?: Readonly<Record<string, unknown>> }).tables ?? {};
    return Object.keys(tables).find((name) => tables[name] === found.value) ?? this.move.source;
  }

  #note(entity: string, isTheirs: boolean): void {
    if (!this.entities.some((one) => one.entity === entity)) this.entities.push({ entity, isTheirs });
  }

  /** What is the source itself: its columns, its name, its table. */
  #source(to: string): void {
    const { context } = this.#input;
    const { connection, source, column } = this.move;
    const entry = context.entry(connection, source);
    const file = context.source(connection, source);
    const id = `${connection}/${source}`;
    if (column === null) {
      const written = (entry ?? file)?.value['table'];
      const table = typeof written === 'string' ? written : '';
      const [, head = '', quote = '', last = ''] = /^(.*?\.)?(["`[]?)([^."`\]]+)["`\]]?$/s.exec(table) ?? [];
      const next = `${head}${quote}${to}${quote === '[' ? ']' : quote}`;
      const isNamed = last.toLowerCase() === source.toLowerCase();
      if (entry && isNamed) {
        this.edits.set(entry.file.path, [{ path: ['tables', source], value: undefined }, { path: ['tables', to], value: { ...(entry.value as { readonly [key: string]: YamlValue }), table: next }, sorted: true }]);
      } else if (entry) this.#put(entry, ['table'], next);
      if (file && isNamed) this.#put(file, ['name'], to);
      if (file?.value['table'] !== undefined) this.#put(file, ['table'], next);
      this.#note(`source:${id}`, false);
      return;
    }
    const listed = (found: Found, key: string): unknown[] => (Array.isArray(found.value[key]) ? (found.value[key] as unknown[]) : []);
    const isIt = (name: unknown): boolean => typeof name === 'string' && name.toLowerCase() === column.toLowerCase();
    const nameOf = (item: unknown): unknown => (item as { name?: unknown } | null | undefined)?.name;
    for (const found of [entry, file]) {
      if (!found) continue;
      for (const key of found === entry ? ['columns'] : ['columns', 'column_overrides']) {
        listed(found, key).forEach((item, index) => {
          if (!isIt(nameOf(item)) || (item as { expr?: unknown }).expr !== undefined) return;
          this.#put(found, [key, index, 'name'], to);
          this.#note(`column:${id}.${column}`, key === 'column_overrides');
        });
      }
      for (const key of found === entry ? [] : ['exclude_columns', 'grain']) {
        listed(found, key).forEach((item, index) => {
          if (!isIt(item)) return;
          this.#put(found, [key, index], to);
          this.#note(key === 'grain' ? `grain:${id}` : `column:${id}.${column}`, !this.#isOurs(source, key === 'grain' ? 'grain' : '', found.value[key]));
        });
      }
    }
  }

  /** Measures, segments, computed columns and joins of one source. */
  #expressions(source: ComposedSource, to: string): void {
    const { parser } = this.#input;
    const { connection, source: named, column } = this.move;
    const dialect = this.#input.dialectOf(connection);
    const id = `${connection}/${source.name}`;
    const renamed = (text: string): string | null => renameInExpression(parser, text, dialect, source.name, { source: named, column, to });
    const change = (entity: string, found: Found, at: YamlPath, text: string, isTheirs: boolean): void => {
      const next = renamed(text);
      if (next === null || next === text) return;
      this.#put(found, at, next);
      this.#note(entity, isTheirs);
    };
    for (const list of ['measures', 'segments'] as const) {
      for (const { value, file, index } of source[list]) {
        const kind = list === 'measures' ? 'measure' : 'segment';
        const isTheirs = !this.#isOurs(source.name, `${kind}:${value.name}`, (file.value[list] as unknown[])[index]);
        change(`${kind}:${id}.${value.name}`, file, [list, index, 'expr'], value.expr, isTheirs);
        if ('filter' in value && value.filter !== undefined) change(`measure:${id}.${value.name}`, file, [list, index, 'filter'], value.filter, isTheirs);
      }
    }
    for (const one of source.columns) if (source.file && one.expr !== undefined && one.index !== undefined) change(`column:${id}.${one.name}`, source.file, ['columns', one.index, 'expr'], one.expr, true);
    for (const { value, file, index } of source.joins) {
      const entity = `join:${id}->${joinKey(value)}`;
      const isEntry = file === source.entry;
      // an entry under another name is put as a whole, before this
      const at: YamlPath = ['joins', index];
      const isMoved = isEntry && column === null && source.name === named;
      const next = renamed(value.on);
      const put = (key: string, text: string): void => {
        if (isMoved) this.edits.set(file.file.path, [...(this.edits.get(file.file.path) ?? []), { path: ['tables', to, ...at, key], value: text }]);
        else this.#put(file, [...at, key], text);
        this.#note(entity, !isEntry);
      };
      if (next !== null && next !== value.on) put('on', next);
      if (column === null && value.to === named) put('to', to);
    }
  }

  /** `sl_refs` of pages. */
  #references(to: string): void {
    const { context } = this.#input;
    const { connection, source, column } = this.move;
    for (const path of context.pages()) {
      const kind = contextPath(path);
      const bytes = context.tree.get(path);
      if (kind?.kind !== 'page' || !bytes) continue;
      const references = (readPage(bytes).frontmatter?.value as { sl_refs?: unknown } | null | undefined)?.sl_refs;
      if (!Array.isArray(references) || !references.every((one): one is string => typeof one === 'string')) continue;
      const next = references.map((reference) => {
        const [, named, name, entity] = /^(?:([^/]+)\/)?([^.]+)(?:\.(.+))?$/.exec(reference) ?? [];
        if (name !== source || (named ?? context.connections().find((one) => composeSource(context, one, source) !== undefined)) !== connection) return reference;
        const prefix = named === undefined ? '' : `${named}/`;
        if (column === null) return `${prefix}${to}${entity === undefined ? '' : `.${entity}`}`;
        return entity?.toLowerCase() === column.toLowerCase() ? `${prefix}${name}.${to}` : reference;
      });
      if (next.every((reference, i) => reference === references[i])) continue;
      const edited = editPage(Buffer.from(bytes).toString('utf8'), new Map([['sl_refs', next]]));
      if (!edited.ok) continue;
      this.pages.set(path, edited.text);
      this.#note(`page:${kind.key}`, this.#input.knowledge.records('', kind.key)?.['sl_refs']?.h !== hash12(references));
    }
  }

  /** What follows its evidence by definition goes; of a table only where nobody wrote about it. */
  #remove(names: ReadonlySet<string>): void {
    const { context, parser } = this.#input;
    const { connection, source, column } = this.move;
    const entry = context.entry(connection, source);
    const overlay = column === null ? context.source(connection, source) : undefined;
    if (!entry || (overlay && !this.#isDerived(overlay))) return;
    for (const name of [...names].sort()) {
      const other = context.entry(connection, name);
      if (!other || (column === null && name === source)) continue;
      for (const join of joinsOf(other.value).values()) {
        const rests = column === null ? join.to === source : renameInExpression(parser, join.on, this.#input.dialectOf(connection), name, { source, column, to: 'kx_gone' }) !== join.on;
        const key = `join:${joinKey(join)}`;
        if (!rests || (join.source !== 'formal' && !this.#isOurs(name, key, join))) continue;
        const isLast = (other.value['joins'] as unknown[]).length === 1;
        this.#put(other, isLast ? ['joins'] : ['joins', { to: join.to, on: join.on }], undefined);
        this.#note(`join:${connection}/${name}->${joinKey(join)}`, false);
      }
    }
    if (column === null) {
      this.edits.set(entry.file.path, [...(this.edits.get(entry.file.path) ?? []), { path: ['tables', source], value: undefined }]);
      if (overlay) {
        this.removed.add(overlay.file.path);
        if (overlay.value['grain'] !== undefined) this.#note(`grain:${connection}/${source}`, false);
      }
      this.#note(`source:${connection}/${source}`, false);
      return;
    }
    const columns = Array.isArray(entry.value['columns']) ? (entry.value['columns'] as { name?: unknown }[]) : [];
    const index = columns.findIndex((one) => typeof one.name === 'string' && one.name.toLowerCase() === column.toLowerCase());
    if (index < 0) return;
    this.#put(entry, ['columns', { name: String(columns[index]?.name) }], undefined);
    this.#note(`column:${connection}/${source}.${column}`, false);
  }

  /** Whether an overlay holds nothing but what was derived, as it was left. */
  #isDerived(overlay: Found): boolean {
    const known = this.#input.knowledge.records(this.move.connection, this.move.source) ?? {};
    const derived = Object.fromEntries(Object.entries(known).filter(([, { by }]) => by === 'derived'));
    return Object.keys(withoutOurs(overlay.value, derived, (edit) => slotOf(edit).path) ?? {}).every((key) => key === 'name');
  }

  /** Whether the lock says that we wrote this value, and nobody has touched it since. */
  #isOurs(source: string, key: string, value: unknown): boolean {
    const record = this.#input.knowledge.records(this.move.connection, source)?.[key];
    const hash = key.startsWith('join:') ? joinHash(value as { to: string; on: string; relationship: unknown }) : hash12(value);
    return record?.h === hash;
  }
}

// ── The lock ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The records of what was ours before the move and says the same after it. Removals stay to the next run. */
function movedLock(lock: Lock, knowledge: Knowledge, before: Context, after: Context, texts: ReadonlyMap<string, string>, move: Move): Lock {
  if (move.to === null) return lock;
  const dropped: string[] = [];
  const moved: (FileRecord | EntitiesRecord)[] = [];
  for (const record of lock.all('file')) {
    const hash = record.id.indexOf('#');
    const path = hash < 0 ? record.id : record.id.slice(0, hash);
    const text = texts.get(path);
    if (text === undefined) continue;
    const kind = contextPath(path);
    const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:ya?ml|md)$/, '');
    const source = hash >= 0 ? record.id.slice(hash + 1) : ('source' in record ? record.source : undefined) ?? stem;
    const isNamed = kind !== undefined && 'connection' in kind && kind.connection === move.connection && source === move.source && move.column === null
      && (after.entry(move.connection, move.to) !== undefined || after.source(move.connection, move.to) !== undefined);
    const name = isNamed ? move.to : source;
    const e = record.e && movedEntities(record.e, { connection: kind !== undefined && 'connection' in kind ? kind.connection : '', path, source, name, knowledge, before, after, move });
    const id = hash >= 0 ? `${path}#${name}` : record.id;
    if (id !== record.id) dropped.push(record.id);
    const next = { ...record, id, ...(e ? { e } : {}), ...('sha' in record ? { sha: record.sha === before.sha(path) ? shaOf(text) : record.sha } : {}) };
    moved.push(hash < 0 && 'sha' in next && record.e && name !== stem ? { ...next, source: name } : next);
  }
  return lock.without('file', dropped).with(moved);
}

interface MovedSource {
  readonly connection: string;
  readonly path: string;
  readonly source: string;
  readonly name: string;
  readonly knowledge: Knowledge;
  readonly before: Context;
  readonly after: Context;
  readonly move: Move;
}

function movedEntities(entities: Readonly<Record<string, EntityState>>, at: MovedSource): Record<string, EntityState> {
  const { connection, path, source, name, knowledge, before, after, move } = at;
  const records = knowledge.records(connection, source);
  if (contextPath(path)?.kind === 'page') {
    const listOf = (context: Context): unknown => (readPage(context.tree.get(path) ?? Buffer.alloc(0)).frontmatter?.value as { sl_refs?: unknown } | null)?.sl_refs;
    return Object.fromEntries(Object.entries(entities).map(([key, state]) => [key, key === 'sl_refs' && state.h === hash12(listOf(before)) ? { ...state, h: hash12(listOf(after)) } : state]));
  }
  const isEntry = contextPath(path)?.kind === 'manifest';
  const [was, is] = isEntry ? [before.entry(connection, source)?.value, after.entry(connection, name)?.value] : [before.source(connection, source)?.value, after.source(connection, name)?.value];
  const joins = [...joinsOf(is).values()];
  return Object.fromEntries(Object.entries(entities).map(([key, state]): [string, EntityState] => {
    // under another name what was left out for being usual is no longer so
    const kept = name === source || records?.[key]?.ev === undefined ? state : { ...state, ev: records[key].ev };
    if (key.startsWith('join:')) {
      const index = [...joinsOf(was).keys()].indexOf(key.slice('join:'.length));
      const join = joins[index];
      const old = [...joinsOf(was).values()][index];
      return join && old && joinHash(old) === state.h ? [`join:${joinKey(join)}`, { ...kept, h: joinHash(join) }] : [key, kept];
    }
    const entity = entityOfKey(key);
    if (!entity) return [key, kept];
    const isIt = entity.column !== undefined && source === move.source && entity.column.toLowerCase() === move.column?.toLowerCase();
    const next = isIt && move.to !== null ? { ...entity, column: move.to } : entity;
    const pathOf = (one: typeof entity): YamlPath => {
      const edit: RemoveEdit = { op: 'remove', connection, source, evidence: [], author: 'model', ...one };
      return was?.['table'] !== undefined || was?.['sql'] !== undefined ? standalonePath(edit) : slotOf(edit).path;
    };
    const [old, value] = [valueAt(was, pathOf(entity)), valueAt(is, pathOf(next))];
    const nextKey = isIt ? key.replace(/^description\.[^#]*#/, () => `description.${move.to ?? ''}#`) : key;
    return [nextKey, old !== undefined && value !== undefined && hash12(old) === state.h ? { ...kept, h: hash12(value) } : kept];
  }));
}
