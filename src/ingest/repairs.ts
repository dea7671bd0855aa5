import type { PutEdit, PutPage } from '../context/edit.js';
import { byText, canonicalJson } from '../text/canonical.js';
import { putOf, type Entity, type EntityView, type MeasureEntity } from './reconcile/entities.js';

/** What names an entity that goes, or goes by another name: ours is mended in the same patch. */

/** Entity id → the one in its place; null: none is. */
export type Replacements = ReadonlyMap<string, string | null>;

const nameOf = (id: string): string => /[.:]([^.:]*)$/su.exec(id)?.[1] ?? '';
const pattern = (name: string): RegExp => new RegExp(`(?<![\\w.])${name.replaceAll(/[^\w]/g, '\\$&')}(?!\\w)`, 'g');

/** Measures of the same source that name a measure or segment. */
export function usersOf(view: EntityView, entity: Entity): readonly MeasureEntity[] {
  if (entity.kind === 'page') return [];
  return view.ofSource(entity.connection, entity.source).filter((one): one is MeasureEntity => one.kind === 'measure' && one.id !== entity.id && names(one, entity));
}

function names({ value }: MeasureEntity, entity: Entity): boolean {
  return entity.kind === 'segment' ? value.segments?.includes(entity.name) === true : pattern(entity.name).test(value.expr);
}

/** Ours that name what is replaced, as they are afterwards. What is replaced itself is left out. */
export function repairs(view: EntityView, replacements: Replacements): PutEdit[] {
  if (replacements.size === 0) return [];
  const puts = new Map<string, PutEdit>();
  for (const [id, instead] of replacements) {
    const entity = view.find(id);
    if (!entity || instead === null) continue;
    for (const user of usersOf(view, entity)) {
      if (user.by === 'person' || replacements.has(user.id)) continue;
      const before = puts.get(user.id) ?? putOf(user, user.by, user.evidence);
      if (before.kind !== 'measure') continue;
      const { segments, expr } = before.value;
      const value = entity.kind === 'segment'
        ? { ...before.value, segments: [...new Set((segments ?? []).map((name) => (name === entity.name ? nameOf(instead) : name)))] }
        : { ...before.value, expr: expr.replace(pattern(entity.name), nameOf(instead)) };
      puts.set(user.id, { ...before, value });
    }
  }
  for (const page of view.pages()) {
    if (page.by === 'person' || replacements.has(page.id)) continue;
    const value = repaired(page.value, view, replacements);
    if (canonicalJson(value) !== canonicalJson(page.value)) puts.set(page.id, { ...(putOf(page, page.by, page.evidence) as PutPage), value });
  }
  return [...puts.values()].sort((a, b) => byText(a.source, b.source));
}

function repaired(page: PutPage['value'], view: EntityView, replacements: Replacements): PutPage['value'] {
  const list = (items: readonly string[], next: (item: string) => string | null): string[] => [...new Set(items.flatMap((item) => next(item) ?? []))];
  const reference = (text: string): string | null => {
    const found = idOf(text, view, replacements);
    if (found === undefined) return text;
    const instead = replacements.get(found) ?? null;
    if (instead === null) return null;
    const { connection, name } = partsOf(text);
    // of a source that has another name, what is in it keeps its own
    const place = `${placeOf(instead)}${found.startsWith('source:') && name !== undefined ? `.${name}` : ''}`;
    return connection === undefined ? place : `${connection}/${place}`;
  };
  const key = (text: string): string | null => (replacements.has(`page:${text}`) ? replacements.get(`page:${text}`)?.slice('page:'.length) ?? null : text);
  const body = page.body
    .replace(/\[\[([^\]|]+)(?:\|([^\]]*))?\]\]/g, (whole, target: string, words: string | undefined) => {
      const next = key(target.trim());
      return next === null ? words ?? target : next === target.trim() ? whole : `[[${next}${words === undefined ? '' : `|${words}`}]]`;
    })
    .replace(/`([A-Za-z_][\w/]*\.\w+)`/g, (whole, text: string) => {
      const next = reference(text);
      return next === null || next === text ? whole : `\`${next}\``;
    });
  return { ...page, refs: list(page.refs, key), sl_refs: list(page.sl_refs, reference), body };
}

/** The replaced entity that a reference `[connection/]source[.name]` names. */
function idOf(text: string, view: EntityView, replacements: Replacements): string | undefined {
  const { connection, source, name } = partsOf(text);
  const connections = connection === undefined ? view.context.connections() : [connection];
  for (const id of connections) {
    const candidates = name === undefined ? [`source:${id}/${source}`] : [`measure:${id}/${source}.${name}`, `segment:${id}/${source}.${name}`];
    const found = candidates.find((one) => replacements.has(one));
    if (found !== undefined) return found;
    // the source itself is gone, or has another name, with all that is in it
    if (name !== undefined && replacements.has(`source:${id}/${source}`)) return `source:${id}/${source}`;
  }
  return undefined;
}

function partsOf(reference: string): { readonly connection?: string; readonly source: string; readonly name?: string } {
  const { connection, source = '', name } = /^(?:(?<connection>[^/]+)\/)?(?<source>[^./]+)(?:\.(?<name>.+))?$/su.exec(reference)?.groups ?? {};
  return { source, ...(connection === undefined ? {} : { connection }), ...(name === undefined ? {} : { name }) };
}

/** `measure:warehouse/orders.revenue` → `orders.revenue`. */
const placeOf = (id: string): string => id.replace(/^\w+:[^/]*\//, '');
