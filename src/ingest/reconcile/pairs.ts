import { canonicalJson, byText, hash12 } from '../../text/canonical.js';
import { singular, tableWords, words } from '../../text/name.js';
import { disagreement, type PageReading } from './disagreements.js';
import type { Entity, EntityView, MeasureEntity, PageEntity, SegmentEntity } from './entities.js';

/** Two entities that may be one, or that cannot both be right. */
export interface Pair {
  /** Of both ids, whatever they say. */
  readonly id: string;
  readonly kind: 'same-entity' | 'same-meaning' | 'same-name' | 'same-text' | 'alike' | 'disagree';
  /** In the order of their ids; of one entity with two values, in the order of the values. */
  readonly a: Entity;
  readonly b: Entity;
  /** In words. */
  readonly why: string;
}

/** Words that make a name longer and no other. */
const filler = new Set(['total', 'sum', 'amount', 'value', 'number', 'num', 'count', 'cnt', 'of', 'the', 'all', 'overall']);
/** Names that every other source has too. */
const everywhere = new Set(['', 'row', 'record', 'id']);

/** The words that make a name what it is: `total_revenue` and `revenue_amount` are both `revenue`. */
export function nameKey(name: string): string {
  return words(name).filter((word) => !filler.has(word)).map(singular).sort(byText).join(' ');
}

const tight = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

/** Equal where two of a source count the same. */
function meaningOf(entity: MeasureEntity | SegmentEntity): string {
  if (entity.kind === 'segment') return tight(entity.value.expr);
  const { expr, filter = '', segments = [] } = entity.value;
  return canonicalJson([tight(expr), tight(filter), [...segments].sort(byText)]);
}

const mostWords = 4000;

type WordsOf = (page: PageEntity) => ReadonlySet<string>;

/** Every page is compared with every other: its words are found once. */
function rememberedWords(): WordsOf {
  const known = new Map<string, ReadonlySet<string>>();
  return (page) => {
    const found = known.get(page.id) ?? new Set(words(`${page.value.summary} ${page.value.body}`).slice(0, mostWords));
    known.set(page.id, found);
    return found;
  };
}

/** Share of the words of both that both have. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

/** Pages whose words are so much the same that they are about one thing; a few words say too little. */
const alike = 0.6;
const fewestWords = 12;

export interface PairsInput {
  readonly view: EntityView;
  /** What this run put or changed, and what people did. */
  readonly changed: readonly Entity[];
  /** Two values that this run gave one entity. */
  readonly conflicts: readonly (readonly [Entity, Entity])[];
  /** Sources of a connection that hold measures of ours or of people. */
  readonly sources: (connection: string) => readonly string[];
  readonly reading: PageReading;
}

/** Pairs of which at least one side is new, and at least one is ours unless they contradict each other. Sorted. */
export function findPairs({ view, changed, conflicts, sources, reading }: PairsInput): Pair[] {
  const pairs = new Map<string, Pair>();
  const add = (kind: Pair['kind'], one: Entity, other: Entity, why: string): void => {
    if (one.by === 'person' && other.by === 'person' && kind !== 'disagree') return;
    const [a, b] = byText(one.id, other.id) <= 0 ? [one, other] : [other, one];
    const id = `p-${hash12([a.id, b.id])}`;
    if (!pairs.has(id)) pairs.set(id, { id, kind, a, b, why });
  };
  const wordsOf = rememberedWords();
  const things = new Map<string, Map<string, string[]>>();
  const alikeSources = ({ connection, source }: MeasureEntity): readonly string[] => {
    const known = things.get(connection) ?? Map.groupBy(sources(connection), (name) => tableWords(name).thing);
    things.set(connection, known);
    return known.get(tableWords(source).thing) ?? [];
  };
  for (const [one, other] of conflicts) add('same-entity', one, other, `${one.id} has two values`);
  for (const entity of changed) {
    if (entity.kind === 'page') pagePairs(view, entity, wordsOf, add);
    else {
      for (const other of view.ofSource(entity.connection, entity.source)) {
        if (other.id === entity.id || other.kind !== entity.kind) continue;
        if (meaningOf(other) === meaningOf(entity)) add('same-meaning', entity, other, `both ${entity.kind === 'measure' ? 'count' : 'hold'} the same of ${entity.source}`);
        else if (nameKey(other.name) === nameKey(entity.name) && !everywhere.has(nameKey(entity.name))) add('same-name', entity, other, `${[entity.name, other.name].sort(byText).join(' and ')} of ${entity.source} are one name, and differ`);
      }
      if (entity.kind === 'measure' && !everywhere.has(nameKey(entity.name))) otherSources(view, entity, alikeSources(entity), add);
    }
  }
  for (const [page, measure, why] of disagreements(view, changed, sources, reading)) add('disagree', page, measure, why);
  return [...pairs.values()].sort((a, b) => byText(a.id, b.id));
}

type Add = (kind: Pair['kind'], one: Entity, other: Entity, why: string) => void;

/** `sources`: a table and the mart over it; others may well have measures of one name. */
function otherSources(view: EntityView, entity: MeasureEntity, sources: readonly string[], add: Add): void {
  for (const source of sources) {
    if (source === entity.source) continue;
    for (const other of view.ofSource(entity.connection, source)) {
      if (other.kind === 'measure' && nameKey(other.name) === nameKey(entity.name)) add('same-name', entity, other, `${[`${entity.source}.${entity.name}`, `${source}.${other.name}`].sort(byText).join(' and ')} go by one name`);
    }
  }
}

/** Pages and the measures that they are about, of which one is new. */
function disagreements(view: EntityView, changed: readonly Entity[], sources: PairsInput['sources'], reading: PageReading): (readonly [PageEntity, MeasureEntity, string])[] {
  const pages = changed.length === 0 ? [] : view.pages().filter((page) => page.value.sl_refs.length > 0 || page.value.body.includes('`'));
  if (pages.length === 0) return [];
  const isNew = new Set(changed.map(({ id }) => id));
  const named = new Map<string, PageEntity[]>();
  for (const page of pages) for (const source of sourcesNamed(page)) named.set(source, [...(named.get(source) ?? []), page]);
  return view.context.connections().flatMap((connection) => sources(connection).flatMap((source) => {
    const about = named.get(source);
    if (!about) return [];
    return view.ofSource(connection, source).flatMap((measure) => (measure.kind === 'measure' ? about : []).flatMap((page): (readonly [PageEntity, MeasureEntity, string])[] => {
      const why = measure.kind === 'measure' && (isNew.has(page.id) || isNew.has(measure.id)) ? disagreement(page, measure, view, reading) : null;
      return why === null || measure.kind !== 'measure' ? [] : [[page, measure, why]];
    }));
  }));
}

/** Names of the sources that a page refers to or names in code. */
function sourcesNamed({ value }: PageEntity): Set<string> {
  const written = [...value.sl_refs, ...[...value.body.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text)];
  return new Set(written.map((text) => (text.split('/').at(-1) ?? '').split('.')[0] ?? ''));
}

function pagePairs(view: EntityView, page: PageEntity, wordsOf: WordsOf, add: Add): void {
  const own = wordsOf(page);
  for (const other of view.pages()) {
    if (other.id === page.id || (page.by === 'person' && other.by === 'person')) continue;
    if (tight(other.value.body) === tight(page.value.body)) add('same-text', page, other, 'both pages say the same');
    else if (nameKey(other.name) === nameKey(page.name) || (own.size >= fewestWords && likeness(own, wordsOf(other)) >= alike)) add('alike', page, other, 'both pages seem to be about one thing');
  }
}
