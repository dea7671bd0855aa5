import { byText, canonicalJson } from '../text/canonical.js';

export type Author = 'derived' | 'model' | 'reconcile';

const authority: Readonly<Record<Author, number>> = { derived: 0, reconcile: 1, model: 2 };

/** Whether the first author's word on an entity stands against the second's. A person's stands against all of them. */
export function outranks(a: Author, b: Author): boolean {
  return authority[a] < authority[b];
}

export type Relationship = 'many_to_one' | 'one_to_many' | 'one_to_one';

/** A JSON-like value as it stands in a YAML file. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export interface ColumnShape {
  readonly name: string;
  readonly type: 'string' | 'number' | 'time' | 'boolean';
  readonly pk?: true;
  readonly nullable?: false;
}

/** What a source is: a scanned table (its manifest entry) or, without a warehouse, a standalone source. */
export interface SourceShape {
  /** Full name as it goes into SQL, quoted where needed. */
  readonly table: string;
  readonly columns: readonly ColumnShape[];
}

export interface Join {
  readonly to: string;
  /** `orders.customer_id = customers.id`, several columns joined by ` AND `. */
  readonly on: string;
  readonly relationship: Relationship;
  readonly source: 'formal' | 'inferred';
}

export interface Measure {
  readonly name: string;
  readonly expr: string;
  readonly filter?: string;
  readonly segments?: readonly string[];
  readonly description?: string;
}

export interface Segment {
  readonly name: string;
  readonly expr: string;
  readonly description?: string;
}

/** What we say on a wiki page. */
export interface PageValue {
  readonly summary: string;
  readonly tags: readonly string[];
  /** Keys of other pages. */
  readonly refs: readonly string[];
  /** `[connection/]source[.entity]`. */
  readonly sl_refs: readonly string[];
  /** Markdown below the frontmatter. */
  readonly body: string;
}

interface Common {
  readonly connection: string;
  /** In-file name of the source. */
  readonly source: string;
  /** Evidence ids, sorted. */
  readonly evidence: readonly string[];
  readonly author: Author;
}

interface Put<Kind extends string, Payload> extends Common {
  readonly op: 'put';
  readonly kind: Kind;
  readonly value: Payload;
}

export type PutSource = Put<'source', SourceShape>;
export type PutDescription = Put<'description', string> & { readonly column?: string; /** db, dbt, ai */ readonly key: string };
/** A named field of a source or column: `constraints.dbt`, `enum_values.dbt`, `tests.dbt`, `tags.dbt`, `freshness.dbt`. */
export type PutProperty = Put<'property', Value> & { readonly column?: string; readonly field: string };
export type PutJoin = Put<'join', Join>;
export type PutGrain = Put<'grain', readonly string[]>;
export type PutColumn = Put<'column', ColumnShape> & { readonly column: string };
export type PutMeasure = Put<'measure', Measure> & { readonly name: string };
export type PutSegment = Put<'segment', Segment> & { readonly name: string };
/** A page of `wiki/global`: its `connection` is empty, its `source` is the key of the page. */
export type PutPage = Put<'page', PageValue>;
export type PutEdit = PutSource | PutDescription | PutProperty | PutJoin | PutGrain | PutColumn | PutMeasure | PutSegment | PutPage;

export interface RemoveEdit extends Common {
  readonly op: 'remove';
  readonly kind: PutEdit['kind'];
  readonly column?: string;
  /** Of a measure or segment. */
  readonly name?: string;
  /** Of a description. */
  readonly key?: string;
  /** Of a property. */
  readonly field?: string;
  /** Of a join. */
  readonly join?: { readonly to: string; readonly on: string };
}

/** One typed change to one entity. */
export type Edit = PutEdit | RemoveEdit;

/** Joins are the same join if they compare the same columns, however spaced or ordered. */
export function joinKey(join: { readonly to: string; readonly on: string }): string {
  const sides = join.on
    .split(/\s+and\s+/i)
    .map((part) => part.split('=').map(tight).sort().join('='))
    .sort();
  return `${join.to}[${sides.join('&')}]`;
}

/** Without white space, but for what stands in quotes. */
function tight(side: string): string {
  return side.replace(/("(?:[^"]|"")*"|`[^`]*`)|\s+/g, (_, quoted: string | undefined) => quoted ?? '');
}

/**
 * Key of the entity inside its source, as ktx.lock files it: '' is the structure with all that follows its evidence. A
 * page is not filed as one entity but by its fields (`pageFields`).
 */
export function entityKey(edit: Edit): string {
  const column = 'column' in edit && edit.column !== undefined ? `.${edit.column}` : '';
  switch (edit.kind) {
    case 'source': return '';
    case 'column': return `column${column}`;
    case 'description': return `description${column}#${edit.key ?? ''}`;
    case 'property': return `property${column}#${edit.field ?? ''}`;
    case 'join': return `join:${joinKey(edit.op === 'put' ? edit.value : edit.join ?? { to: '', on: '' })}`;
    case 'grain': return 'grain';
    case 'measure':
    case 'segment': return `${edit.kind}:${edit.name ?? ''}`;
    case 'page': return 'page';
  }
}

/** What a key of `entityKey` names; undefined for the structure, joins and what this version does not know. */
export function entityOfKey(key: string): Pick<RemoveEdit, 'kind' | 'column' | 'key' | 'name'> | undefined {
  if (key === 'grain') return { kind: 'grain' };
  const text = /^description(?:\.(.*))?#([^#]*)$/s.exec(key);
  if (text) return { kind: 'description', key: text[2] ?? '', ...(text[1] === undefined ? {} : { column: text[1] }) };
  const named = /^(measure|segment):(.*)$/s.exec(key);
  return named ? { kind: named[1] === 'measure' ? 'measure' : 'segment', name: named[2] ?? '' } : undefined;
}

/** Stable id of the entity that an edit changes, e.g. `join:warehouse/orders->customers[…]`. */
export function entityId(edit: Edit): string {
  const source = `${edit.connection}/${edit.source}`;
  const column = 'column' in edit && edit.column !== undefined ? `.${edit.column}` : '';
  switch (edit.kind) {
    case 'source': return `source:${source}`;
    case 'column': return `column:${source}${column}`;
    case 'description': return `description:${source}${column}#${edit.key ?? ''}`;
    case 'property': return `property:${source}${column}#${edit.field ?? ''}`;
    case 'join': return `join:${source}->${joinKey(edit.op === 'put' ? edit.value : edit.join ?? { to: '', on: '' })}`;
    case 'grain': return `grain:${source}`;
    case 'measure':
    case 'segment': return `${edit.kind}:${source}.${edit.name ?? ''}`;
    case 'page': return `page:${edit.source}`;
  }
}

/** Edits in an order that does not depend on who made them when: by source, kind and entity, then by value. */
export function sortEdits<T>(items: readonly T[], editOf: (item: T) => Edit): T[] {
  const keyed = items.map((item) => {
    const edit = editOf(item);
    return { item, edit, key: `${edit.connection}\u0000${edit.source}\u0000${order[edit.kind]}\u0000${entityId(edit)}` };
  });
  keyed.sort((a, b) => byText(a.key, b.key) || byText(canonicalJson(a.edit), canonicalJson(b.edit)));
  return keyed.map(({ item }) => item);
}

const order: Record<Edit['kind'], number> = { source: 0, grain: 1, column: 2, description: 3, property: 4, join: 5, measure: 6, segment: 7, page: 8 };
