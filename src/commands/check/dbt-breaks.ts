import type { Context } from '../../context/context.js';
import { composeSource } from '../../context/compose.js';
import type { Use } from '../../context/uses.js';
import type { DbtEvidence } from '../../evidence/evidence.js';
import type { OutputColumn, Outputs } from '../../evidence/sources/dbt/outputs.js';
import { diffLines } from '../../text/line-diff.js';
import type { Paired } from './pairs.js';

/** What the dbt files of a checkout no longer give, and what of the context rests on it. */

/** The dbt projects of one state. Files are relative to the project. */
export interface DbtState {
  readonly nodes: ReadonlyMap<string, DbtEvidence>;
  outputs(id: string): Outputs;
  /** Undefined where there is no such file. */
  text(file: string): string | undefined;
}

export interface Break {
  readonly connection: string;
  readonly source: string;
  /** Evidence id of the node. */
  readonly node: string;
  /** Null: the model as a whole. */
  readonly column: string | null;
  /** What stands in its place, where that is certain. */
  readonly renamed: string | null;
  readonly uses: readonly Use[];
  /** In the dbt project; absent where nothing says what was there before. */
  readonly place?: { readonly file: string; readonly line: number };
}

export interface BreaksInput {
  readonly context: Context;
  readonly pairs: readonly Paired[];
  readonly uses: readonly Use[];
  readonly now: DbtState;
  /** The state before the change. */
  readonly before: DbtState | undefined;
}

const useKey = (connection: string, source: string, column: string | null): string => JSON.stringify([connection, source, column?.toLowerCase() ?? null]);

export function breaksOf(input: BreaksInput): Break[] {
  const usesBy = Map.groupBy(input.uses, (use) => useKey(use.connection, use.source, use.column));
  const usesIn = Map.groupBy(input.uses, (use) => `${use.connection}/${use.source}`);
  // the joins of its own manifest entry go with a table
  const usesOfWhole = ({ connection, source }: Paired): Use[] => each(usesIn.get(`${connection}/${source}`) ?? []).filter((use) => !(use.machine && use.entity.startsWith(`join:${connection}/${source}->`)));
  const models = renamedModels(input);
  const breaks: Break[] = [];
  for (const pair of input.pairs) {
    const { connection, source } = pair;
    // a source of the same name does not build what a model built
    const builders = pair.nodes.filter((id) => !id.includes('/source.'));
    const nodes = builders.length > 0 ? builders : pair.nodes;
    const present = nodes.find((id) => isBuilt(input.now.nodes.get(id)));
    const [first = ''] = nodes;
    if (present === undefined) {
      const renamed = models.get(first) ?? null;
      breaks.push({ connection, source, node: first, column: null, renamed: renamed && inCaseOf(source, renamed.name), uses: usesOfWhole(pair), ...modelPlace(input, first, renamed?.node) });
      continue;
    }
    const moved = movedTo(input, present);
    if (moved !== null) {
      breaks.push({ connection, source, node: present, column: null, renamed: inCaseOf(source, moved), uses: usesOfWhole(pair), ...modelPlace(input, present, input.now.nodes.get(present)) });
      continue;
    }
    const gone = goneColumns(input, pair, present);
    for (const column of gone.lost) {
      const uses = each(usesBy.get(useKey(connection, source, column)) ?? []);
      if (uses.length === 0) continue;
      const name = gone.renamed.get(column.toLowerCase());
      const renamed = name === undefined ? null : inCaseOf(column, name);
      breaks.push({ connection, source, node: present, column, renamed, uses, ...columnPlace(input, present, column, renamed) });
    }
  }
  return breaks;
}

/** Warehouses that fold names to upper case show them so, whatever dbt writes. */
const inCaseOf = (known: string, name: string): string => (known === known.toUpperCase() && known !== known.toLowerCase() ? name.toUpperCase() : name);

/** Each entity once, at its first use. */
const each = (uses: readonly Use[]): Use[] => [...new Map(uses.toReversed().map((use) => [use.entity, use])).values()].reverse();

const isBuilt = (node: DbtEvidence | undefined): boolean => node !== undefined && node.data.relation !== null;

/** The name of the table that the same model is built into now, where the change gives it another one. */
function movedTo({ now, before }: BreaksInput, id: string): string | null {
  const [was, is] = [before?.nodes.get(id)?.data.relation?.name, now.nodes.get(id)?.data.relation?.name];
  return was !== undefined && is !== undefined && was.toLowerCase() !== is.toLowerCase() ? is : null;
}

// ── Columns ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Least share of a source's columns that a SELECT must give before its silence about another one says anything. */
const enough = 0.5;

interface GoneColumns {
  readonly lost: readonly string[];
  /** By name in lower case. */
  readonly renamed: ReadonlyMap<string, string>;
}

function goneColumns({ context, now, before }: BreaksInput, pair: Paired, id: string): GoneColumns {
  const outputs = now.outputs(id);
  const [node, earlier] = [now.nodes.get(id), before?.nodes.get(id)];
  const documented = documentedIn(node);
  const wasDocumented = documentedIn(earlier);
  const prior = earlier ? before?.outputs(id) : undefined;
  const text = node?.data.rawSql;
  const isGone = (name: string): boolean => {
    const key = name.toLowerCase();
    if (outputs.columns.has(key)) return false;
    if (prior?.columns.has(key) === true) return outputs.complete || (!says(text ?? '', key) && !documented.has(key));
    // a SELECT that gives most of what the context knows is believed
    if (prior?.complete === true && givesMost(pair, prior)) return outputs.complete;
    if (!prior && outputs.complete && givesMost(pair, outputs)) return true;
    return !documented.has(key) && documented.size > 0 && (prior ? wasDocumented.has(key) : wasCopied(context, pair, name));
  };
  const lost = pair.columns.filter(isGone);
  const renamed = new Map<string, string>();
  if (prior && earlier && node) {
    const [a, b] = lost.some((name) => prior.columns.has(name.toLowerCase())) ? [prior.columns, outputs.columns] : [wasDocumented, documented];
    for (const [from, to] of renames([...a.values()], [...b.values()], textsOf(earlier), textsOf(node))) renamed.set(from.toLowerCase(), to);
  }
  return { lost, renamed };
}

/** What the YAML of a node says of its columns, as columns. */
function documentedIn(node: DbtEvidence | undefined): ReadonlyMap<string, OutputColumn> {
  return new Map((node?.data.columns ?? []).map((column) => [column.name.toLowerCase(), { name: column.name, meaning: '', file: column.origin.file ?? '', offset: null }]));
}

const textsOf = (node: DbtEvidence): ReadonlyMap<string, string> => new Map(node.data.columns.map((column) => [column.name.toLowerCase(), column.description]));

const says = (text: string, name: string): boolean => text.toLowerCase().split(/[^\w$]+/).includes(name.toLowerCase());

const givesMost = (pair: Paired, outputs: Outputs): boolean => pair.columns.filter((name) => outputs.columns.has(name.toLowerCase())).length >= enough * pair.columns.length;

/** Whether the context holds what dbt once said of the column. */
function wasCopied(context: Context, pair: Paired, name: string): boolean {
  const found = context.entry(pair.connection, pair.source) ?? context.source(pair.connection, pair.source);
  const columns = Array.isArray(found?.value['columns']) ? (found.value['columns'] as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>[]) : [];
  const column = columns.find((one) => (one as { readonly name?: unknown }).name === name);
  return ['descriptions', 'constraints', 'enum_values', 'tests'].some((field) => column?.[field]?.['dbt'] !== undefined);
}

/**
 * Which new column is which old one: the only one that went and the only one that came, in the same position, with the
 * same expression or the same description; of several, those whose expression is alike and unlike all others.
 */
function renames(before: readonly OutputColumn[], after: readonly OutputColumn[], textsBefore: ReadonlyMap<string, string>, textsAfter: ReadonlyMap<string, string>): [string, string][] {
  const key = (column: OutputColumn): string => column.name.toLowerCase();
  const [had, has] = [new Set(before.map(key)), new Set(after.map(key))];
  const gone = before.filter((column) => !has.has(key(column)));
  const came = after.filter((column) => !had.has(key(column)));
  const alike = (a: OutputColumn, b: OutputColumn): boolean => a.meaning !== '' && a.meaning === b.meaning;
  const [from, to] = [gone[0], came[0]];
  if (from && to && gone.length === 1 && came.length === 1) {
    const text = textsBefore.get(key(from)) ?? '';
    const certain = alike(from, to) || (before.length === after.length && before.indexOf(from) === after.indexOf(to)) || (text !== '' && text === textsAfter.get(key(to)));
    return certain ? [[from.name, to.name]] : [];
  }
  return gone.flatMap((one): [string, string][] => {
    const matches = came.filter((other) => alike(one, other));
    const [match] = matches;
    return match && matches.length === 1 && gone.filter((other) => alike(other, match)).length === 1 ? [[one.name, match.name]] : [];
  });
}

/** The line of the change that takes the column away: what it became, else where it stood. */
function columnPlace({ now, before }: BreaksInput, id: string, column: string, renamed: string | null): { readonly place?: { readonly file: string; readonly line: number } } {
  const [node, earlier] = [now.nodes.get(id), before?.nodes.get(id)];
  if (!before || !earlier) return {};
  const written = before.outputs(id).columns.get(column.toLowerCase());
  if (written?.offset !== null && written !== undefined) {
    const next = renamed === null ? undefined : now.outputs(id).columns.get(renamed.toLowerCase());
    if (next?.offset !== null && next?.file === written.file) return { place: { file: next.file, line: lineAt(now.text(next.file) ?? '', next.offset) } };
    return { place: placeNow({ now, before }, written.file, lineAt(before.text(written.file) ?? '', written.offset)) };
  }
  const documented = earlier.data.columns.find((one) => one.name.toLowerCase() === column.toLowerCase());
  const next = node?.data.columns.find((one) => one.name.toLowerCase() === renamed?.toLowerCase());
  if (next?.origin.file !== undefined && next.origin.line !== undefined) return { place: { file: next.origin.file, line: next.origin.line } };
  const { file = earlier.origin.file, line = 1 } = documented?.origin ?? {};
  return file === undefined ? {} : { place: placeNow({ now, before }, file, line) };
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** A line of a file as it was, as the line of the change that touches it now; of a file that is gone, the line that it had. */
function placeNow({ now, before }: { readonly now: DbtState; readonly before: DbtState }, file: string, line: number): { readonly file: string; readonly line: number } {
  const [old, text] = [before.text(file), now.text(file)];
  if (text === undefined || old === undefined) return { file, line };
  const lines = text.split('\n');
  let shift = 0;
  const changes = diffLines(old.split('\n'), lines);
  const last = Math.max(1, text.endsWith('\n') ? lines.length - 1 : lines.length);
  for (const change of changes) {
    if (change.beforeStart > line - 1) break;
    if (line - 1 < change.beforeEnd) return { file, line: Math.min(change.afterStart + 1, last) };
    shift = change.afterEnd - change.beforeEnd;
  }
  // the line itself stands: what is before it in the file took its meaning
  const [first] = changes;
  return { file, line: Math.min(first ? first.afterStart + 1 : line + shift, last) };
}

// ── Models ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function modelPlace({ now, before }: BreaksInput, id: string, next: DbtEvidence | undefined): { readonly place?: { readonly file: string; readonly line: number } } {
  if (next?.origin.file !== undefined && before) return { place: { file: next.origin.file, line: next.origin.line ?? 1 } };
  const earlier = before?.nodes.get(id);
  if (!before || earlier?.origin.file === undefined) return {};
  return { place: placeNow({ now, before }, earlier.origin.file, earlier.origin.line ?? 1) };
}

/** Least share of the lines that a model keeps under its new name. */
const sameLines = 0.8;

/** The models that went, with the new one that says the same, where there is exactly one. */
function renamedModels({ now, before }: BreaksInput): Map<string, { readonly name: string; readonly node: DbtEvidence }> {
  const found = new Map<string, { readonly name: string; readonly node: DbtEvidence }>();
  if (!before) return found;
  const gone = [...before.nodes.values()].filter((node) => node.data.resource === 'model' && isBuilt(node) && !now.nodes.has(node.id));
  const came = [...now.nodes.values()].filter((node) => node.data.resource === 'model' && isBuilt(node) && !before.nodes.has(node.id));
  // each pair is compared line by line: a change of hundreds of models is no rename
  if (gone.length * came.length > 2_500) return found;
  const likeness = new Map(gone.map((node) => [node, came.filter((other) => isAlike(node, other, before, now))]));
  for (const [node, others] of likeness) {
    const [only] = others;
    const claims = [...likeness.values()].filter((list) => only && list.includes(only)).length;
    const name = only?.data.relation?.name;
    if (only && name !== undefined && others.length === 1 && claims === 1) found.set(node.id, { name, node: only });
  }
  return found;
}

function isAlike(a: DbtEvidence, b: DbtEvidence, before: DbtState, now: DbtState): boolean {
  const [left, right] = [a.data.rawSql?.split('\n') ?? [], b.data.rawSql?.split('\n') ?? []];
  const changed = diffLines(left, right).reduce((sum, change) => sum + change.beforeEnd - change.beforeStart, 0);
  const columns = (names: Iterable<string>): string => [...names].sort().join();
  const same = columns(before.outputs(a.id).columns.keys()) === columns(now.outputs(b.id).columns.keys()) && columns(documentedIn(a).keys()) === columns(documentedIn(b).keys());
  return left.join('').trim() !== '' && same && 1 - changed / Math.max(left.length, right.length) >= sameLines;
}

// ── What is being built ───────────────────────────────────────────────────────────────────────────────────────────────

/** Columns that the dbt project gives now and the last run had not seen yet. */
export function comingColumns(now: DbtState, pairs: readonly Paired[]): (connection: string, source: string) => readonly string[] {
  const byName = new Map(pairs.map((pair) => [`${pair.connection}/${pair.source}`, pair]));
  return (connection, source) => {
    const pair = byName.get(`${connection}/${source}`);
    const id = pair?.nodes.find((one) => isBuilt(now.nodes.get(one)));
    if (pair === undefined || id === undefined) return [];
    const known = new Set(pair.columns.map((name) => name.toLowerCase()));
    return [...now.outputs(id).columns.values(), ...documentedIn(now.nodes.get(id)).values()].map((column) => column.name).filter((name) => !known.has(name.toLowerCase()));
  };
}

/** Texts of dbt that the context's copy no longer equals. */
export interface StaleText {
  readonly connection: string;
  readonly source: string;
  readonly column: string | null;
  readonly node: string;
  /** Null: dbt says nothing any more. */
  readonly says: string | null;
  readonly file?: string;
  readonly line?: number;
}

/** `published` gives what of a text would be written; null for nothing. */
export function staleTexts(context: Context, pairs: readonly Paired[], now: DbtState, published: (text: string) => string | null): StaleText[] {
  const stale: StaleText[] = [];
  for (const pair of pairs) {
    const { connection, source } = pair;
    const nodes = pair.nodes.flatMap((id) => now.nodes.get(id) ?? []);
    const [first] = nodes;
    const composed = composeSource(context, connection, source);
    const copy = composed?.kind === 'standalone' ? composed.file : composed?.entry;
    if (!first || !copy) continue;
    const compare = (column: string | null, holder: unknown, candidates: readonly { readonly node: string; readonly text: string; readonly origin: { readonly file?: string; readonly line?: number } }[]): void => {
      const kept = (holder as { descriptions?: { dbt?: unknown } } | null | undefined)?.descriptions?.dbt;
      if (typeof kept !== 'string') return;
      const said = candidates.map((one) => ({ ...one, says: published(one.text) })).find((one) => one.says !== null);
      if (said?.says === kept) return;
      const { origin, node } = said ?? candidates[0] ?? { origin: first.origin, node: first.id };
      stale.push({ connection, source, column, node, says: said?.says ?? null, ...(origin.file === undefined ? {} : { file: origin.file, ...(origin.line === undefined ? {} : { line: origin.line }) }) });
    };
    compare(null, copy.value, nodes.map((node) => ({ node: node.id, text: node.data.description, origin: node.data.described ?? node.origin })));
    for (const item of Array.isArray(copy.value['columns']) ? (copy.value['columns'] as { name?: unknown }[]) : []) {
      const name = item?.name;
      if (typeof name !== 'string') continue;
      const documented = nodes.flatMap((node) => node.data.columns.filter((column) => column.name.toLowerCase() === name.toLowerCase()).map((column) => ({ node: node.id, text: column.description, origin: column.origin })));
      // a column that dbt no longer knows is not a text that changed
      if (documented.length > 0) compare(name, item, documented);
    }
  }
  return stale;
}
