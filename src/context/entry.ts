import { canonicalJson, hash12 } from '../text/canonical.js';
import type { YamlPath, YamlValue } from '../text/yaml.js';
import type { PutEdit, PutSource, SourceShape, Value } from './edit.js';
import { slotOf } from './placement.js';

/** Manifest entries and standalone sources as values: composing them from edits and looking things up in parsed ones. */

export type Plain = { [key: string]: YamlValue };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path of map keys and item matches; undefined where there is none. */
export function valueAt(root: unknown, path: YamlPath): unknown {
  let at = root;
  for (const step of path) {
    if (typeof step === 'object') {
      at = Array.isArray(at) ? at.find((item: unknown) => isItem(item, step)) : undefined;
    } else if (isRecord(at) && Object.hasOwn(at, step)) at = at[step];
    else return undefined;
  }
  return at;
}

const isItem = (item: unknown, step: Readonly<Record<string, unknown>>): boolean => isRecord(item) && Object.entries(step).every(([key, value]) => item[key] === value);

/** A value with another one at a path: what is missing on the way is made, a missing item is appended. */
export function withValue(root: unknown, path: YamlPath, value: YamlValue): YamlValue {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step !== 'object') {
    const map = isRecord(root) ? (root as Plain) : {};
    return { ...map, [step]: withValue(map[step], rest, value) };
  }
  const items = Array.isArray(root) ? (root as YamlValue[]) : [];
  const index = items.findIndex((item) => isItem(item, step));
  const item = rest.length === 0 ? { ...step, ...(value as Plain) } : withValue(items[index] ?? step, rest, value);
  return index < 0 ? [...items, item] : items.with(index, item);
}

/**
 * A value without what stands at a path and the maps and lists that it leaves empty, and the path of all that goes;
 * undefined where nothing is left. An override that only names its column is empty.
 */
export function withoutValue(root: unknown, path: YamlPath, list?: string): { readonly left: YamlValue | undefined; readonly path: YamlPath } {
  const [step, ...rest] = path;
  if (step === undefined) return { left: undefined, path: [] };
  const child = valueAt(root, [step]);
  if (child === undefined) return { left: root as YamlValue, path };
  const inner = withoutValue(child, rest, typeof step === 'string' ? step : undefined);
  const bare = typeof step === 'object' && list === 'column_overrides' && isRecord(inner.left) && Object.keys(inner.left).every((key) => Object.hasOwn(step, key));
  if (inner.left !== undefined && !bare) return { left: withValue(root, [step], inner.left), path: [step, ...inner.path] };
  const left = Array.isArray(root) ? (root as YamlValue[]).filter((item) => item !== child) : Object.fromEntries(Object.entries(root as Plain).filter(([key]) => key !== step));
  return { left: Object.keys(left).length === 0 ? undefined : left, path: [step] };
}

export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}

/** Whether two `table:` texts name the same table: quoting aside, one may leave out leading parts (`orders`, `main.orders`). */
export function sameTable(a: unknown, b: string): boolean {
  if (typeof a !== 'string') return false;
  const parts = (text: string): string[] => (text.match(/"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|[^.]+/g) ?? []).map((part) => part.replace(/^["`[]|["`\]]$/g, '').toLowerCase());
  const [left, right] = [parts(a).reverse(), parts(b).reverse()];
  const shared = Math.min(left.length, right.length);
  return shared > 0 && left.slice(0, shared).every((part, i) => part === right[i]);
}

function setIn(root: Plain, path: YamlPath, value: Value): void {
  let at: Plain = root;
  for (const step of path.slice(0, -1)) {
    if (typeof step === 'object') continue;
    at = (at[String(step)] ??= {}) as Plain;
  }
  const last = path.at(-1);
  if (typeof last === 'string') at[last] = value as YamlValue;
}

/** One column with everything that the edits say about it. */
export function composeColumn(shape: SourceShape['columns'][number], edits: readonly PutEdit[], standalone: boolean): Plain {
  const column: Plain = { ...shape };
  if (standalone) {
    delete column['pk'];
    delete column['nullable'];
    if (shape.type === 'time') column['role'] = 'time';
  }
  for (const edit of edits) {
    if (!('column' in edit) || edit.column !== shape.name || edit.kind === 'column') continue;
    const slot = slotOf(edit);
    if (slot.where === 'scanned') setIn(column, slot.path.slice(2), edit.value as Value);
  }
  return column;
}

const entryKeys = ['name', 'descriptions', 'table', 'grain', 'tags', 'freshness', 'columns', 'joins', 'measures', 'segments'];

/** A standalone source with its keys in the order in which we write them. */
export function inOrder(entry: Plain, keys: readonly string[] = entryKeys): Plain {
  return Object.fromEntries(keys.filter((key) => entry[key] !== undefined).map((key) => [key, entry[key] as YamlValue]));
}

/** A whole manifest entry out of the edits of one source; undefined without the edit that puts the source. */
export function composeEntry(edits: readonly PutEdit[]): Plain | undefined {
  const head = edits.find((edit): edit is PutSource => edit.kind === 'source');
  if (!head) return undefined;
  const entry: Plain = { table: head.value.table };
  const byColumn = groupByColumn(edits);
  for (const edit of edits) {
    const slot = slotOf(edit);
    if (slot.where !== 'scanned' || ('column' in edit && edit.column !== undefined)) continue;
    if (edit.kind === 'description' || edit.kind === 'property') setIn(entry, slot.path, edit.value);
  }
  entry['columns'] = head.value.columns.map((column) => composeColumn(column, byColumn.get(column.name) ?? [], false));
  const joins = edits.filter((edit) => edit.kind === 'join').map((edit) => ({ ...edit.value }));
  if (joins.length > 0) entry['joins'] = joins;
  return inOrder(entry, ['table', ...entryKeys.filter((key) => key !== 'table' && key !== 'name')]);
}

function groupByColumn(edits: readonly PutEdit[]): Map<string, PutEdit[]> {
  const byColumn = new Map<string, PutEdit[]>();
  for (const edit of edits) {
    if (!('column' in edit) || edit.column === undefined) continue;
    const list = byColumn.get(edit.column);
    if (list) list.push(edit);
    else byColumn.set(edit.column, [edit]);
  }
  return byColumn;
}

/** A whole standalone source; ktx wants a grain, and takes all columns where none is known. */
export function composeStandalone(source: string, edits: readonly PutEdit[]): Plain | undefined {
  const head = edits.find((edit): edit is PutSource => edit.kind === 'source');
  if (!head) return undefined;
  const byColumn = groupByColumn(edits);
  const grain = edits.find((edit) => edit.kind === 'grain')?.value ?? head.value.columns.map((column) => column.name);
  const entry: Plain = { name: source, table: head.value.table, grain: [...grain] };
  for (const edit of edits) {
    if ((edit.kind === 'description' || edit.kind === 'property') && edit.column === undefined) setIn(entry, slotOf(edit).path, edit.value);
  }
  entry['columns'] = head.value.columns.map((column) => composeColumn(column, byColumn.get(column.name) ?? [], true));
  const joins = edits.filter((edit) => edit.kind === 'join').map(({ value: { to, on, relationship } }) => ({ to, on, relationship }));
  if (joins.length > 0) entry['joins'] = joins;
  const measures = edits.filter((edit) => edit.kind === 'measure').map((edit) => ({ ...edit.value }) as Plain);
  if (measures.length > 0) entry['measures'] = measures;
  const segments = edits.filter((edit) => edit.kind === 'segment').map((edit) => ({ ...edit.value }) as Plain);
  if (segments.length > 0) entry['segments'] = segments;
  return inOrder(entry);
}

/** The lock's hash of all that follows its evidence in one source: equal hash, nothing to look at. */
export function machineHash(edits: readonly PutEdit[]): string {
  return hash12(edits.filter((edit) => slotOf(edit).machine).map((edit) => [edit.kind, 'column' in edit ? edit.column : undefined, 'key' in edit ? edit.key : undefined, 'field' in edit ? edit.field : undefined, edit.value]));
}
