import { hash12 } from '../text/canonical.js';
import type { YamlDocument, YamlPath } from '../text/yaml.js';
import { composeSource } from './compose.js';
import type { Context, Found } from './context.js';
import { joinKey } from './edit.js';
import { fieldHash, fieldsOf, pageFields, readPage } from './page.js';
import { contextPath } from './placement.js';
import { joinHash } from './records.js';

/** Everything in the context that has an id, with where it stands. */

export interface Entity {
  /** `measure:warehouse/orders.revenue`. */
  readonly id: string;
  /** As people would type it: `orders.revenue`. */
  readonly short: string;
  readonly kind: 'source' | 'column' | 'description' | 'property' | 'measure' | 'segment' | 'join' | 'grain' | 'page';
  /** Empty for a page. */
  readonly connection: string;
  /** Of a page its key. */
  readonly source: string;
  readonly value: unknown;
  readonly file: string;
  /** First and last line, 1-based. */
  readonly lines: { readonly first: number; readonly last: number };
  /** Keys of the lock's records that are about it, with the hash that each would have if we had left it so. */
  readonly records: Readonly<Record<string, string>>;
  /** It follows its evidence by definition. */
  readonly machine: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const machineKeys = ['db', 'dbt'];

export function entitiesOf(context: Context): Entity[] {
  const entities: Entity[] = [];
  for (const connection of context.connections()) {
    const names = new Set([...context.entryNames(connection), ...context.sourceNames(connection)]);
    for (const name of [...names].sort()) entities.push(...inSource(context, connection, name));
  }
  return [...entities, ...pages(context)];
}

function inSource(context: Context, connection: string, source: string): Entity[] {
  const composed = composeSource(context, connection, source);
  if (!composed) return [];
  const { entry, file } = composed;
  const id = `${connection}/${source}`;
  const entities: Entity[] = [];
  const add = (kind: Entity['kind'], name: string, short: string, found: Found, at: YamlPath, value: unknown, records: Readonly<Record<string, string>>, machine = false): void => {
    const path: YamlPath = found === entry ? ['tables', source, ...at] : at;
    entities.push({
      id: `${kind}:${name}`, short, kind, connection, source, value, file: found.file.path, records, machine,
      // looked up for the one that is asked about; a whole file or entry is shown by its first line
      get lines() { return kind === 'source' ? once(found.file.document, path) : linesOf(found.file.document, path, value); },
    });
  };
  const whole = entry ?? file;
  if (whole) add('source', id, source, whole, whole === file ? ['name'] : [], composed.table ?? composed.sql, { '': '' }, whole === entry);
  for (const found of new Set([entry, file])) {
    if (!found) continue;
    const isEntry = found === entry;
    described(found.value, [], id, source);
    for (const key of isEntry ? ['columns'] : ['columns', 'column_overrides']) {
      const items: unknown[] = Array.isArray(found.value[key]) ? (found.value[key] as unknown[]) : [];
      items.forEach((item, index) => {
        const name = isRecord(item) ? item['name'] : undefined;
        if (!isRecord(item) || typeof name !== 'string') return;
        if (key === 'columns') add('column', `${id}.${name}`, `${source}.${name}`, found, [key, index], item['expr'] ?? item['type'], { '': '' }, isEntry);
        described(item, [key, index], `${id}.${name}`, `${source}.${name}`, name);
      });
    }
    function described(holder: Readonly<Record<string, unknown>>, at: YamlPath, of: string, short: string, column?: string): void {
      const inColumn = column === undefined ? '' : `.${column}`;
      for (const [key, text] of Object.entries(isRecord(holder['descriptions']) ? holder['descriptions'] : {})) {
        const machine = machineKeys.includes(key);
        if (found) add('description', `${of}#${key}`, `${short}#${key}`, found, [...at, 'descriptions', key], text, machine ? { '': '' } : { [`description${inColumn}#${key}`]: hash12(text) }, machine);
      }
      for (const field of ['constraints', 'enum_values', 'tests', 'tags', 'freshness']) {
        const value = isRecord(holder[field]) ? holder[field]['dbt'] : undefined;
        if (found && value !== undefined) add('property', `${of}#${field}.dbt`, `${short}#${field}.dbt`, found, [...at, field, 'dbt'], value, { '': '' }, true);
      }
    }
  }
  for (const list of ['measures', 'segments'] as const) {
    const kind = list === 'measures' ? 'measure' : 'segment';
    for (const { value, file: found, index } of composed[list]) {
      const item = (found.value[list] as unknown[])[index];
      add(kind, `${id}.${value.name}`, `${source}.${value.name}`, found, [list, index], item, { [`${kind}:${value.name}`]: hash12(item) });
    }
  }
  for (const { value, file: found, index } of composed.joins) {
    const item = (found.value['joins'] as unknown[])[index];
    const formal = isRecord(item) && item['source'] === 'formal';
    add('join', `${id}->${joinKey(value)}`, `${source}->${value.to}`, found, ['joins', index], item, formal ? { '': '' } : { [`join:${joinKey(value)}`]: joinHash(value) }, formal);
  }
  const grain = file?.value['grain'];
  if (file && grain !== undefined) add('grain', id, `grain ${source}`, file, ['grain'], grain, { grain: hash12(grain) });
  return entities;
}

function pages(context: Context): Entity[] {
  return context.pages().flatMap((path): Entity[] => {
    const kind = contextPath(path);
    const bytes = context.tree.get(path);
    if (kind?.kind !== 'page' || !bytes) return [];
    const page = readPage(bytes);
    const fields = fieldsOf(page);
    return [{
      id: `page:${kind.key}`, short: `page ${kind.key}`, kind: 'page', connection: '', source: kind.key, value: fields.summary ?? '', file: path, machine: false,
      lines: { first: 1, last: Buffer.from(bytes).toString('utf8').trimEnd().split('\n').length }, records: Object.fromEntries(pageFields.map((field) => [field, fieldHash(fields[field])])),
    }];
  });
}

function once(document: YamlDocument, path: YamlPath): Entity['lines'] {
  const line = (document.place(path, { key: true }) ?? document.place(path))?.line ?? 1;
  return { first: line, last: line };
}

/** From where the value starts to the start of the last thing in it. */
function linesOf(document: YamlDocument, path: YamlPath, value: unknown): Entity['lines'] {
  const { first } = once(document, path);
  let last = first;
  const visit = (at: YamlPath, part: unknown): void => {
    last = Math.max(last, document.place(at)?.line ?? first);
    if (Array.isArray(part)) part.forEach((item, index) => { visit([...at, index], item); });
    else if (isRecord(part)) for (const [key, item] of Object.entries(part)) visit([...at, key], item);
  };
  visit(path, value);
  return { first, last };
}
