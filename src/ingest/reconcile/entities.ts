import { composeSource } from '../../context/compose.js';
import type { Context } from '../../context/context.js';
import { entityId, entityKey, type Author, type Measure, type PageValue, type PutEdit, type Segment } from '../../context/edit.js';
import { valueAt } from '../../context/entry.js';
import type { EntityRecord } from '../../context/knowledge.js';
import { fieldHash, fieldsOf, otherKeys, pageFields, readPage } from '../../context/page.js';
import { contextPath, pagePath } from '../../context/placement.js';
import { byText, hash12 } from '../../text/canonical.js';

/** Measures, segments and pages as they stand in the context, with whose they are. */

interface Common {
  readonly id: string;
  readonly connection: string;
  /** Of a page its key. */
  readonly source: string;
  readonly name: string;
  /** Of the value, as the lock keeps it. */
  readonly hash: string;
  readonly by: Author | 'person';
  readonly evidence: readonly string[];
  readonly file: string;
}

export type MeasureEntity = Common & { readonly kind: 'measure'; readonly value: Measure };
export type SegmentEntity = Common & { readonly kind: 'segment'; readonly value: Segment };
export type PageEntity = Common & { readonly kind: 'page'; readonly value: PageValue };
export type Entity = MeasureEntity | SegmentEntity | PageEntity;

/** The context after a merge, entity by entity. */
export interface EntityView {
  readonly context: Context;
  /** The lock's records as the merge leaves them; connection '' for pages. */
  readonly records: (connection: string, source: string) => Readonly<Record<string, EntityRecord>>;
  /** Measures and segments of a source, sorted. */
  ofSource(connection: string, source: string): readonly (MeasureEntity | SegmentEntity)[];
  page(key: string): PageEntity | undefined;
  pages(): readonly PageEntity[];
  /** By entity id. */
  find(id: string): Entity | undefined;
}

export function entityView(context: Context, records: EntityView['records']): EntityView {
  const sources = new Map<string, readonly (MeasureEntity | SegmentEntity)[]>();
  const pages = new Map<string, PageEntity | undefined>();
  let all: readonly PageEntity[] | undefined;
  const ofSource: EntityView['ofSource'] = (connection, source) => {
    const ready = sources.get(`${connection}/${source}`);
    if (ready) return ready;
    const composed = composeSource(context, connection, source);
    const own = records(connection, source);
    const found = (['measure', 'segment'] as const).flatMap((kind) => {
      const list = kind === 'measure' ? composed?.measures ?? [] : composed?.segments ?? [];
      return list.flatMap(({ value: { name }, file }) => {
        const value = valueAt(file.value, [`${kind}s`, { name }]) as Measure & Segment | undefined;
        if (value === undefined || name === '') return [];
        const record = own[`${kind}:${name}`];
        const hash = hash12(value);
        return [{ kind, id: `${kind}:${connection}/${source}.${name}`, connection, source, name, value, hash, by: record?.h === hash ? record.by : 'person' as const, evidence: record?.ev ?? [], file: file.file.path }];
      });
    }).sort((a, b) => byText(a.id, b.id));
    sources.set(`${connection}/${source}`, found);
    return found;
  };
  const page: EntityView['page'] = (key) => {
    if (pages.has(key)) return pages.get(key);
    const file = pagePath(key) ?? '';
    const bytes = context.tree.get(file);
    const read = bytes && readPage(bytes);
    let entity: PageEntity | undefined;
    if (read && !read.problem) {
      const fields = fieldsOf(read);
      const value = { summary: fields.summary ?? '', tags: fields.tags ?? [], refs: fields.refs ?? [], sl_refs: fields.sl_refs ?? [], body: fields.body ?? '' } as PageValue;
      const own = records('', key);
      const isOurs = otherKeys(read).length === 0 && pageFields.every((field) => own[field]?.h === fieldHash(fields[field]));
      entity = { kind: 'page', id: `page:${key}`, connection: '', source: key, name: key, value, hash: hash12(value), by: isOurs ? own['body']?.by ?? 'model' : 'person', evidence: own['body']?.ev ?? [], file };
    }
    pages.set(key, entity);
    return entity;
  };
  return {
    context, records, ofSource, page,
    pages() {
      all ??= context.pages().flatMap((path) => {
        const kind = contextPath(path);
        const found = kind?.kind === 'page' ? page(kind.key) : undefined;
        return found ? [found] : [];
      });
      return all;
    },
    find(id) {
      const match = /^(measure|segment|page):(?:([^/]*)\/(.*)\.([^.]*)|(.*))$/su.exec(id);
      if (!match) return undefined;
      const [, kind, connection = '', source = '', , key = ''] = match;
      return kind === 'page' ? page(key) : ofSource(connection, source).find((one) => one.id === id);
    },
  };
}

/** The edit that puts an entity as it is, with another author or value. */
export function putOf(entity: Entity, author: Author, evidence: readonly string[]): PutEdit {
  const common = { op: 'put' as const, connection: entity.connection, source: entity.source, evidence, author };
  if (entity.kind === 'page') return { ...common, kind: 'page', value: entity.value };
  return entity.kind === 'measure' ? { ...common, kind: 'measure', name: entity.name, value: entity.value } : { ...common, kind: 'segment', name: entity.name, value: entity.value };
}

/** What an edit would put, as an entity that nobody has written yet. */
export function entityOf(edit: PutEdit): Entity | undefined {
  if (edit.kind !== 'measure' && edit.kind !== 'segment' && edit.kind !== 'page') return undefined;
  const common = { id: entityId(edit), connection: edit.connection, source: edit.source, hash: hash12(edit.value), by: edit.author, evidence: edit.evidence, file: '' };
  if (edit.kind === 'page') return { ...common, kind: 'page', name: edit.source, value: edit.value };
  return edit.kind === 'measure' ? { ...common, kind: 'measure', name: edit.name, value: edit.value } : { ...common, kind: 'segment', name: edit.name, value: edit.value };
}

export const keyOf = (entity: Entity): string => (entity.kind === 'page' ? 'page' : entityKey(putOf(entity, 'model', [])));
