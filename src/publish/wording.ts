import type { Change } from '../context/apply.js';
import { entityId, type Edit, type RemoveEdit } from '../context/edit.js';
import type { Action } from '../report.js';

/** How changes are named and counted for people and machines. */

export function actionOf(change: Change): Action {
  const { edit } = change;
  if (edit.op === 'remove') return 'removed';
  switch (edit.kind) {
    case 'source': return change.before === undefined ? 'source_created' : 'source_updated';
    case 'measure': return 'measure_added';
    case 'join': return 'join_added';
    case 'page': return 'wiki_written';
    default: return 'source_updated';
  }
}

export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : many}`;
}

/** What a reviewer must look at, the most consequential first (UX: what can change a number comes before wording). */
export type ChangeGroup = 'number' | 'removed' | 'new' | 'text' | 'straight';

export const groupTitles: Record<ChangeGroup, string> = {
  number: 'Can change a number',
  removed: 'Removed',
  new: 'New',
  text: 'Rewording',
  straight: 'Straight from dbt and the database',
};

export function groupOf(change: Change): ChangeGroup {
  const { edit, before } = change;
  if (edit.op === 'remove') return edit.kind === 'column' || edit.kind === 'property' || (edit.kind === 'description' && edit.key !== 'ai') ? 'straight' : 'removed';
  switch (edit.kind) {
    case 'join':
    case 'grain':
    case 'measure':
    case 'segment':
      return before === undefined ? 'new' : 'number';
    case 'source':
      return 'new';
    case 'column':
      return before === undefined ? 'straight' : 'number';
    case 'page':
      return before === undefined ? 'new' : 'text';
    case 'description':
      return edit.key !== 'ai' ? 'straight' : before === undefined ? 'new' : 'text';
    case 'property':
      return 'straight';
  }
}

/** One short line about a change, without its evidence. */
export function describe(change: Change): { readonly what: string; readonly detail: string } {
  const { edit, before } = change;
  const at = 'column' in edit && edit.column !== undefined ? `${edit.source}.${edit.column}` : edit.source;
  if (edit.op === 'remove') return { what: removedName(edit, at), detail: 'removed' };
  switch (edit.kind) {
    case 'source': return { what: `source ${edit.source}`, detail: `${plural(edit.value.columns.length, 'column')}` };
    case 'join': {
      const was = (before as { relationship?: unknown } | undefined)?.relationship;
      return { what: `join ${edit.source} → ${edit.value.to}`, detail: `${was === undefined ? '' : `${typeof was === 'string' ? was : JSON.stringify(was)} → `}${edit.value.relationship} on ${edit.value.on}` };
    }
    case 'grain': return { what: `grain of ${edit.source}`, detail: `${before === undefined ? '' : `${(before as string[]).join(', ')} → `}${edit.value.join(', ')}` };
    case 'column': {
      const was = before as { type?: unknown } | undefined;
      return { what: `column ${at}`, detail: was === undefined ? edit.value.type : `${String(was.type)} → ${edit.value.type}` };
    }
    case 'description': return { what: `text of ${at}`, detail: short(edit.value) };
    case 'property': return { what: `${fieldTitle(edit.field)} of ${at}`, detail: short(showValue(edit.value)) };
    case 'measure': return { what: `measure ${edit.source}.${edit.name}`, detail: short(edit.value.expr) };
    case 'segment': return { what: `segment ${edit.source}.${edit.name}`, detail: short(edit.value.expr) };
    case 'page': return { what: `page ${edit.source}`, detail: short(edit.value.summary) };
  }
}

function removedName(edit: RemoveEdit, at: string): string {
  switch (edit.kind) {
    case 'join': return `join ${edit.source} → ${edit.join?.to ?? ''}`;
    case 'measure':
    case 'segment': return `${edit.kind} ${edit.source}.${edit.name ?? ''}`;
    case 'grain': return `grain of ${edit.source}`;
    case 'description': return `text of ${at}`;
    default: return `${edit.kind} ${at}`;
  }
}

function fieldTitle(field: string): string {
  const titles: Record<string, string> = { 'constraints.dbt': 'constraints', 'enum_values.dbt': 'values', 'tests.dbt': 'tests', 'tags.dbt': 'tags', 'freshness.dbt': 'freshness' };
  return titles[field] ?? field;
}

function showValue(value: unknown): string {
  if (Array.isArray(value)) return value.map((item: unknown) => (typeof item === 'object' && item !== null && 'name' in item ? String(item.name) : showValue(item))).join(', ');
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([key, item]) => (item === true ? key : `${key} ${showValue(item)}`)).join(', ');
  return String(value);
}

export function short(text: string, most = 100): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

export interface Line {
  readonly what: string;
  readonly detail: string;
  /** The changes that the line stands for. */
  readonly changes: readonly Change[];
}

/**
 * One line a change, except that a new source takes its key and its joins into its own line, and that the second
 * direction of a join is not said again.
 */
export function linesOf(changes: readonly Change[]): Line[] {
  const created = new Map<string, Change[]>();
  const lines: Line[] = [];
  const name = (change: Change): string => `${change.edit.connection}/${change.edit.source}`;
  for (const change of changes) if (change.edit.op === 'put' && change.edit.kind === 'source') created.set(name(change), []);
  for (const change of changes) {
    const { edit } = change;
    if (edit.op === 'put' && edit.kind === 'join' && edit.value.relationship === 'one_to_many') continue;
    const own = created.get(name(change));
    if (own && edit.op === 'put' && (edit.kind === 'source' || edit.kind === 'grain' || edit.kind === 'join')) own.push(change);
    else lines.push({ ...describe(change), changes: [change] });
  }
  const sources = [...created.values()].flatMap((own): Line[] => {
    const head = own.find((change) => change.edit.kind === 'source');
    if (!head) return [];
    const { what, detail } = describe(head);
    const keys = head.edit.op === 'put' && head.edit.kind === 'source' ? head.edit.value.columns.filter((column) => column.pk === true).map((column) => column.name) : [];
    const key = keys.length > 0 ? [`key ${keys.join(', ')}`] : own.flatMap(({ edit }) => (edit.op === 'put' && edit.kind === 'grain' ? [`key ${edit.value.join(', ')}`] : []));
    const joins = own.flatMap(({ edit }) => (edit.op === 'put' && edit.kind === 'join' ? [`→ ${edit.value.to}${edit.value.relationship === 'one_to_one' ? ' (one to one)' : ''}`] : []));
    return [{ what, detail: [detail, ...key, ...joins].join(', '), changes: own }];
  });
  return [...sources, ...lines];
}

/** Counts by what people call things: `14 tables, 13 joins, 63 descriptions`. */
export function countByKind(edits: readonly Edit[]): string {
  const names: [Edit['kind'], string, string][] = [
    ['source', 'source', 'sources'], ['grain', 'key', 'keys'], ['join', 'join', 'joins'], ['column', 'column', 'columns'],
    ['description', 'description', 'descriptions'], ['property', 'property', 'properties'], ['measure', 'measure', 'measures'], ['segment', 'segment', 'segments'],
    ['page', 'page', 'pages'],
  ];
  // a join is written once from each side; people count it once
  const joins = new Set(edits.filter((edit) => edit.kind === 'join').map((edit) => joinPair(edit)));
  return names.flatMap(([kind, one, many]) => {
    const count = kind === 'join' ? joins.size : new Set(edits.filter((edit) => edit.kind === kind).map(entityId)).size;
    return count === 0 ? [] : [plural(count, one, many)];
  }).join(', ');
}

function joinPair(edit: Edit): string {
  if (edit.kind !== 'join') return '';
  const { to, on } = edit.op === 'put' ? edit.value : edit.join ?? { to: '', on: '' };
  const sides = on.split(/\s+and\s+/i).map((part) => part.split('=').map((side) => side.trim()).sort().join('=')).sort().join('&');
  return [[edit.source, to].sort().join('|'), sides].join(' ');
}
