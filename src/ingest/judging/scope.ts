import { composeSource, type ComposedSource } from '../../context/compose.js';
import { entityId, entityKey, type Edit, type PutEdit } from '../../context/edit.js';
import { valueAt } from '../../context/entry.js';
import { fieldHash, fieldsOf, otherKeys, pageFields, readPage, type Page } from '../../context/page.js';
import { contextPath, pagePath, slotOf } from '../../context/placement.js';
import type { DocumentEvidence, Evidence } from '../../evidence/evidence.js';
import { byText, hash12 } from '../../text/canonical.js';
import { nearest } from '../../text/nearest.js';
import { isPlainName, sayable } from '../../text/plain-name.js';
import type { PlannedUnit } from '../plan.js';
import type { TextRules } from './check-text.js';
import { ShownValues } from './shown-values.js';
import type { JudgeWorld, KnownSource } from './world.js';

/** What one unit may write about, and whose that is. */

export type Owner = 'nobody' | 'ours' | 'person' | 'gone';

export type FoundSource = { readonly ok: true; readonly source: KnownSource } | { readonly ok: false; readonly why: string };

/** Sources that a document may define measures of: those that its words lead to. */
const mostRelated = 6;

export class UnitScope {
  readonly unit: PlannedUnit;
  readonly world: JudgeWorld;
  /** Of the unit's own evidence and the neighbours that it was shown. */
  readonly evidenceIds: ReadonlySet<string>;
  readonly sources: readonly KnownSource[];
  /** What its texts may not hold. */
  readonly texts: TextRules;
  readonly shown = new ShownValues();

  constructor(unit: PlannedUnit, world: JudgeWorld, neighbours: readonly string[]) {
    this.unit = unit;
    this.world = world;
    this.evidenceIds = new Set([...unit.evidence.map((one) => one.id), ...neighbours]);
    this.sources = ownSources(unit, world);
    this.texts = { evidence: unit.evidence.map((one) => one.text).join('\n'), secrets: world.secrets, secretRules: world.secretRules, shown: this.shown };
  }

  /** By name, with or without its connection. */
  findSource(name: string | undefined): FoundSource {
    const names = this.sources.map((one) => one.source).filter(isPlainName);
    if (name === undefined) return this.sources.length === 1 && this.sources[0] ? { ok: true, source: this.sources[0] } : { ok: false, why: `name the source: ${names.join(', ') || 'this unit has none'}` };
    const found = this.sources.find((one) => one.source === name || `${one.connection}/${one.source}` === name);
    if (found) return { ok: true, source: found };
    const close = nearest(name, names);
    return { ok: false, why: `${sayable(name)} is not a source of this unit${close === undefined ? `; it has ${names.join(', ') || 'none'}` : `; did you mean ${close}?`}` };
  }

  /** Whose the entity of an edit is, by its value and the lock. */
  ownerOf(edit: Edit): Owner {
    if (this.world.knowledge.isGone(entityId(edit))) return 'gone';
    const records = this.world.knowledge.records(edit.connection, edit.source);
    if (edit.kind === 'page') {
      const page = this.page(edit.source);
      if (!page) return 'nobody';
      const fields = fieldsOf(page);
      return otherKeys(page).length === 0 && pageFields.every((field) => records?.[field]?.h === fieldHash(fields[field])) ? 'ours' : 'person';
    }
    const before = this.valueOf(edit);
    if (before === undefined) return 'nobody';
    return records?.[entityKey(edit)]?.h === hash12(before) ? 'ours' : 'person';
  }

  /** The value that stands in the context now; undefined where there is none. */
  valueOf(edit: Edit): unknown {
    if (edit.kind === 'page') {
      const page = this.page(edit.source);
      return page && fieldsOf(page);
    }
    const found = this.world.context.source(edit.connection, edit.source);
    return found && valueAt(found.value, slotOf(edit).path);
  }

  private page(key: string): Page | undefined {
    const bytes = this.world.context.tree.get(pagePath(key) ?? '');
    return bytes && readPage(bytes);
  }

  pageKeys(): string[] {
    return this.world.context.pages().flatMap((path) => {
      const kind = contextPath(path);
      return kind?.kind === 'page' ? [kind.key] : [];
    });
  }

  /** A page that another unit's evidence gave is not for this one to overwrite. */
  mayWritePage(key: string): boolean {
    const records = this.world.knowledge.records('', key);
    const evidence = Object.values(records ?? {}).flatMap((record) => record.ev ?? []);
    return evidence.length === 0 || evidence.some((id) => this.evidenceIds.has(id));
  }

  /** Keys of the pages that earlier runs wrote from this unit's evidence, sorted. */
  ownPages(): string[] {
    return this.pageKeys().filter((key) => {
      const records = Object.values(this.world.knowledge.records('', key) ?? {});
      return records.some((record) => record.by !== 'derived' && (record.ev ?? []).some((id) => this.unit.evidence.some((one) => one.id === id)));
    }).sort(byText);
  }

  isDescribed(source: ComposedSource, column: string | undefined): boolean {
    const of = (value: unknown): Record<string, unknown> => {
      const item = value as { descriptions?: Record<string, unknown>; columns?: unknown; column_overrides?: unknown } | undefined;
      if (column === undefined) return item?.descriptions ?? {};
      const columns = [...(Array.isArray(item?.columns) ? (item.columns as { name?: unknown; descriptions?: Record<string, unknown> }[]) : []), ...(Array.isArray(item?.column_overrides) ? (item.column_overrides as { name?: unknown; descriptions?: Record<string, unknown> }[]) : [])];
      return Object.assign({}, ...columns.filter((one) => one.name === column).map((one) => one.descriptions ?? {})) as Record<string, unknown>;
    };
    return [source.entry?.value, source.file?.value].some((value) => Object.keys(of(value)).some((key) => key !== 'ai'));
  }

  /** Null: `[connection/]source[.entity]` exists, or this unit proposed it. */
  referenceProblem(reference: string, accepted: ReadonlyMap<string, PutEdit>): string | null {
    const match = /^(?:([^/]+)\/)?([^./]+)(?:\.(.+))?$/.exec(reference);
    if (!match) return `${sayable(reference)} is not [connection/]source[.name]`;
    const [, connection, source = '', entity] = match;
    const { context } = this.world;
    const connections = connection === undefined ? context.connections() : [connection];
    const composed = connections.map((id) => composeSource(context, id, source)).find((one) => one !== undefined);
    if (!composed) {
      const close = nearest(source, connections.flatMap((id) => [...context.entryNames(id), ...context.sourceNames(id)]).filter(isPlainName));
      return `the source ${sayable(source)} does not exist${close === undefined ? '' : `; did you mean ${close}?`}`;
    }
    if (entity === undefined) return null;
    const proposed = [...accepted.values()].flatMap((edit) => (edit.source === composed.name && (edit.kind === 'measure' || edit.kind === 'segment') ? [edit.name] : []));
    const entities = [...composed.columns.map((one) => one.name), ...composed.measures.map(({ value }) => value.name), ...composed.segments.map(({ value }) => value.name), ...proposed];
    if (entities.some((name) => name.toLowerCase() === entity.toLowerCase())) return null;
    const close = nearest(entity, entities.filter(isPlainName));
    return `${sayable(source)} has no ${sayable(entity)}${close === undefined ? '' : `; did you mean ${close}?`}`;
  }
}

function ownSources(unit: PlannedUnit, world: JudgeWorld): KnownSource[] {
  const known = (connection: string, source: string): KnownSource[] => {
    const composed = composeSource(world.context, connection, source);
    return composed && composed.kind !== 'orphan' ? [{ connection, source, composed }] : [];
  };
  if (unit.kind !== 'document') {
    const names = unit.evidence.flatMap((one) => world.sourceOf(one) ?? []);
    const distinct = [...new Map(names.map((one) => [`${one.connection}/${one.source}`, one])).values()];
    return distinct.flatMap(({ connection, source }) => known(connection, source));
  }
  return world.search.find(documentWords(unit.evidence), mostRelated, 'source').flatMap(({ id }) => {
    const slash = id.indexOf('/');
    return known(id.slice(0, slash), id.slice(slash + 1));
  });
}

/** What documents are about: their titles and the terms that they define. */
export function documentWords(evidence: readonly Evidence[]): string {
  return evidence.filter((one): one is DocumentEvidence => one.kind === 'document').flatMap(({ data }) => [data.title, ...data.definitions.map(({ term }) => term)]).join(' ');
}
