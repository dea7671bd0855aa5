import type { Finding } from '../../finding.js';
import { analyseExpression, analyseJoin } from '../../sql/expression.js';
import type { SqlParser } from '../../sql/parser.js';
import { nearest } from '../../text/nearest.js';
import type { YamlPath } from '../../text/yaml.js';
import { composeSource, type ComposedSource } from '../compose.js';
import type { Context, Found } from '../context.js';
import { leadsTo } from './traps.js';

export interface ReferenceInput {
  readonly context: Context;
  readonly parser: SqlParser;
  dialectOf(connection: string): string;
  /** Only these sources (`connection/name`); undefined: all that a person may have written in. */
  readonly only?: ReadonlySet<string>;
  /** Columns that a source is about to have: what names them is right. */
  coming?(connection: string, source: string): readonly string[];
  /** Whether a table that was not scanned yet is about to be. */
  isComing?(connection: string, source: string): boolean;
}

/** Whether every name that an overlay, standalone source or manifest join uses exists, and every expression parses. */
export function referencesGate(input: ReferenceInput): Finding[] {
  const findings: Finding[] = [];
  for (const connection of input.context.connections()) {
    const names = new Set([...input.context.entryNames(connection), ...input.context.sourceNames(connection)]);
    for (const name of [...names].sort()) {
      if (input.only && !input.only.has(`${connection}/${name}`)) continue;
      const source = composeSource(input.context, connection, name);
      if (source) findings.push(...sourceFindings(input, source, names));
    }
  }
  return findings;
}

function sourceFindings(input: ReferenceInput, source: ComposedSource, names: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  const dialect = input.dialectOf(source.connection);
  const say = (found: Found, at: YamlPath, code: Finding['code'], message: string, fix: string): void => {
    const base: YamlPath = found === source.entry ? ['tables', source.name] : [];
    let place;
    for (let length = at.length; length >= 0 && !place; length -= 1) place = found.file.document.place([...base, ...at.slice(0, length)]);
    findings.push({ severity: 'error', code, file: found.file.path, ...(place ?? { line: 1, column: 1 }), message: `${source.name}: ${message}`, fix });
  };
  const { file, entry } = source;
  if (source.kind === 'orphan' && input.isComing?.(source.connection, source.name) === true) return findings;
  if (source.kind === 'orphan' && file) {
    const near = nearest(source.name, input.context.entryNames(source.connection));
    say(file, ['name'], 'context-orphan', `no scanned table ${source.name} in ${source.connection}, so this overlay has no effect`, near ? `did you mean ${near}?` : 'scan the table, or add table: and columns:');
    return findings;
  }
  if (source.kind === 'standalone' && entry && file) say(file, ['name'], 'context-shadow', `${source.name} is also a scanned table, which this file hides`, 'rename the source, or make it an overlay by removing table:, sql: and its columns');
  const coming = (name: string): readonly string[] => input.coming?.(source.connection, name) ?? [];
  const columns = new Map([...source.columns.map((column) => column.name), ...coming(source.name)].map((name) => [name.toLowerCase(), name]));
  const known = [...columns.values()];
  const measures = new Set(source.measures.map(({ value }) => value.name));
  const segments = source.segments.map(({ value }) => value.name);
  // columns of a SQL source come from its query; where none are listed there is nothing to compare with
  const hasColumn = (of: ComposedSource, column: string): boolean => of.columns.length === 0 || [...of.columns.map((one) => one.name), ...coming(of.name)].some((name) => name.toLowerCase() === column.toLowerCase());
  const missing = (name: string): string => {
    const near = nearest(name, known);
    return near ? `did you mean ${near}?` : 'name a column of this source';
  };
  const complete = known.length > 0;

  const expression = (text: string, found: Found, at: YamlPath, what: string, wants: { aggregate?: boolean; measures?: boolean }): void => {
    const result = analyseExpression(input.parser, text, dialect);
    if (!result.ok) return say(found, at, 'context-expression', `${what} cannot be parsed: ${result.message}`, 'mend the SQL');
    for (const { table, name } of result.columns.map((column) => ({ table: column.table, name: column.column }))) {
      if (table && table !== source.name) {
        const join = source.joins.find(({ value }) => leadsTo(value) === table);
        if (join) {
          const target = composeSource(input.context, source.connection, join.value.to);
          if (target && !hasColumn(target, name)) say(found, at, 'context-expression', `${what}: ${join.value.to} has no column ${name}`, nearestFix(name, target.columns.map((column) => column.name)));
          continue;
        }
        if (!names.has(table)) say(found, at, 'context-reference', `${what} names the source ${table}, which does not exist`, nearestFix(table, [...names]));
        else say(found, at, 'context-reference', `${what} names ${table}.${name}, but ${source.name} has no join to ${table}`, 'add the join');
        continue;
      }
      if (!complete || columns.has(name.toLowerCase()) || (wants.measures === true && measures.has(name))) continue;
      say(found, at, 'context-expression', `${what}: column ${name} does not exist`, missing(name));
    }
    const derived = wants.measures === true && result.columns.length > 0 && result.columns.every((column) => measures.has(column.column));
    if (wants.aggregate === true && !result.hasAggregate && !derived) say(found, at, 'context-expression', `${what} does not aggregate`, 'use sum, count, avg, min, max or other measures');
    if (wants.aggregate === false && result.hasAggregate) say(found, at, 'context-expression', `${what} aggregates, which only a measure may`, 'move it to a measure');
  };

  for (const { value, file: found, index } of source.measures) {
    expression(value.expr, found, ['measures', index, 'expr'], `measure ${value.name}`, { aggregate: true, measures: true });
    if (value.filter !== undefined) expression(value.filter, found, ['measures', index, 'filter'], `filter of ${value.name}`, { aggregate: false });
    for (const segment of value.segments) {
      if (!segments.includes(segment)) say(found, ['measures', index, 'segments'], 'context-reference', `measure ${value.name} names the segment ${segment}, which does not exist`, nearestFix(segment, segments));
    }
  }
  for (const { value, file: found, index } of source.segments) expression(value.expr, found, ['segments', index, 'expr'], `segment ${value.name}`, { aggregate: false });
  if (file) {
    source.columns.forEach((column) => {
      if (column.expr !== undefined && column.index !== undefined) expression(column.expr, file, ['columns', column.index, 'expr'], `column ${column.name}`, { aggregate: false });
    });
    const listed = (key: string): unknown[] => (Array.isArray(file.value[key]) ? (file.value[key] as unknown[]) : []);
    const inherited = new Set([...(Array.isArray(entry?.value['columns']) ? (entry.value['columns'] as { name?: unknown }[]) : []).map((column) => String(column.name)), ...coming(source.name)].map((name) => name.toLowerCase()));
    listed('column_overrides').forEach((override, index) => {
      const name = (override as { name?: unknown } | null)?.name;
      if (typeof name === 'string' && !inherited.has(name.toLowerCase())) say(file, ['column_overrides', index, 'name'], 'context-reference', `column_overrides names ${name}, which the table does not have`, missing(name));
    });
    listed('exclude_columns').forEach((name, index) => {
      if (typeof name === 'string' && !inherited.has(name.toLowerCase())) say(file, ['exclude_columns', index], 'context-reference', `exclude_columns names ${name}, which the table does not have`, missing(name));
    });
    listed('grain').forEach((name, index) => {
      if (typeof name === 'string' && complete && !columns.has(name.toLowerCase())) say(file, ['grain', index], 'context-reference', `grain names ${name}, which is no column`, missing(name));
    });
  }
  for (const join of source.joins) {
    const at = ['joins', join.index];
    if (!names.has(join.value.to)) {
      if (input.isComing?.(source.connection, join.value.to) === true) continue;
      say(join.file, [...at, 'to'], 'context-reference', `join to ${join.value.to}, which does not exist`, nearestFix(join.value.to, [...names]));
      continue;
    }
    const result = analyseJoin(input.parser, join.value.on, dialect);
    if (!result.ok) {
      say(join.file, [...at, 'on'], 'context-expression', `join to ${join.value.to} cannot be parsed: ${result.message}`, 'write source.column = other.column, several joined by AND');
      continue;
    }
    const target = composeSource(input.context, source.connection, join.value.to);
    for (const pair of result.pairs) {
      for (const side of [pair.left, pair.right]) {
        const owner = side.source === source.name ? source : target;
        if (owner && !hasColumn(owner, side.column)) say(join.file, [...at, 'on'], 'context-reference', `join to ${join.value.to}: ${side.source} has no column ${side.column}`, nearestFix(side.column, owner?.columns.map((column) => column.name) ?? []));
      }
    }
  }
  return findings;
}

function nearestFix(name: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates);
  return near ? `did you mean ${near}?` : 'remove it, or name one that exists';
}
