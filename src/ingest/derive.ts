import { entityId, type ColumnShape, type Join, type PutEdit, type Value } from '../context/edit.js';
import type { DbtColumn, DbtEvidence, DbtTest, Origin, TableEvidence } from '../evidence/evidence.js';
import type { Finding } from '../finding.js';
import { identifierText } from '../sql/identifier.js';
import { semanticType } from '../sql/semantic-type.js';
import { byText } from '../text/canonical.js';
import type { SecretRules } from '../text/secret-rules.js';
import { tableText } from '../text/table-name.js';
import { realColumn } from './candidates.js';
import type { WorkUnit } from './plan.js';
import type { AmbiguousChoice, ProvedLink, TableProofs } from './prove.js';
import { ask, type Question } from './questions.js';
import { publishable, publishableValue } from './texts.js';

/** What parsing and data justify without a model: edits out of the evidence of one unit. Pure. */

export interface DeriveInput {
  /** Connection and name of a table's source in the semantic layer. */
  sourceOf(tableId: string): { readonly connection: string; readonly source: string; readonly table: string } | undefined;
  proofs(tableId: string): TableProofs | undefined;
  /** Table evidence of a structure's place in the catalogue, by link. */
  tableIdOf(link: ProvedLink, side: 'from' | 'to'): string;
  quote(connection: string, identifier: string): string;
  /** No warehouse is configured: dbt nodes become standalone sources of their own connection. */
  readonly standalone: boolean;
  /** The second look for credentials; without it, our own shapes alone. */
  readonly rules?: SecretRules;
}

export interface Derived {
  readonly edits: readonly PutEdit[];
  readonly findings: readonly Finding[];
  /** Columns without a type, where there is no warehouse to ask. */
  readonly untyped: boolean;
  /** Entity ids of what is wanted though its check could not be made this time. */
  readonly unproved: readonly string[];
  readonly questions: readonly Question[];
}

export function deriveUnit(unit: WorkUnit, input: DeriveInput): Derived {
  const edits: PutEdit[] = [];
  const findings: Finding[] = [];
  const tables = unit.evidence.filter((one): one is TableEvidence => one.kind === 'table');
  const nodes = unit.evidence.filter((one): one is DbtEvidence => one.kind === 'dbt');
  let untyped = false;
  for (const table of tables) edits.push(...deriveTable(table, nodes, input, findings));
  if (input.standalone && tables.length === 0) {
    for (const node of nodes) {
      const derived = deriveStandalone(node, findings, input.rules);
      edits.push(...derived.edits);
      untyped ||= derived.untyped;
    }
  }
  const unproved = tables.flatMap((table) => (input.proofs(table.id)?.links ?? []).filter((link) => !link.checked).flatMap((link) => joinEdits(link, input).map(entityId)));
  return { edits, findings, untyped, unproved, questions: tables.flatMap((table) => (input.proofs(table.id)?.ambiguous ?? []).map((one) => joinQuestion(table, one, input))) };
}

/** A column name that ktx can hold: no dot, no control character. */
function isAddressable(name: string): boolean {
  // eslint-disable-next-line no-control-regex
  return name !== '' && !/[.\u0000-\u001f\u007f\u2028\u2029]/.test(name);
}

function deriveTable(table: TableEvidence, nodes: readonly DbtEvidence[], input: DeriveInput, findings: Finding[]): PutEdit[] {
  const place = input.sourceOf(table.id);
  const { structure } = table.data;
  const columns: ColumnShape[] = structure.columns.filter((column) => isAddressable(column.name)).map((column) => ({
    name: column.name, type: column.type,
    ...(structure.primaryKey.includes(column.name) ? { pk: true as const } : {}),
    ...(column.nullable ? {} : { nullable: false as const }),
  }));
  if (!place || columns.length === 0) return [];
  const { connection, source } = place;
  const proofs = input.proofs(table.id);
  const common = { op: 'put' as const, connection, source, author: 'derived' as const };
  const fromTable = { ...common, evidence: [table.id] };
  const edits: PutEdit[] = [{ ...fromTable, kind: 'source', value: { table: place.table, columns } }];
  if (structure.comment) edits.push(...publishable(structure.comment, table.origin, table.id, findings, input.rules).map((value) => ({ ...fromTable, kind: 'description' as const, key: 'db', value })));
  for (const column of structure.columns) {
    if (!column.comment || !isAddressable(column.name)) continue;
    edits.push(...publishable(column.comment, table.origin, table.id, findings, input.rules).map((value) => ({ ...fromTable, kind: 'description' as const, column: column.name, key: 'db', value })));
  }
  const contradicted = new Set((proofs?.contradicted ?? []).map(({ test }) => test));
  const column = (name: string): string | undefined => {
    const real = realColumn(structure, name);
    return real !== undefined && isAddressable(real) ? real : undefined;
  };
  edits.push(...dbtEdits(nodes, common, column, (test) => !contradicted.has(test), findings, input.rules));
  if (proofs?.key?.columns.every(isAddressable) === true) edits.push({ ...common, evidence: proofs.key.basis === 'test' ? [...nodes.map((node) => node.id), table.id].sort(byText) : [table.id], kind: 'grain', value: proofs.key.columns });
  for (const link of proofs?.links ?? []) edits.push(...joinEdits(link, input));
  return edits;
}

/** A column whose values are found in several tables: people know which one it means. */
function joinQuestion(table: TableEvidence, { columns, targets, choices }: AmbiguousChoice, input: DeriveInput): Question {
  const from = `${tableText(table.data.structure.name)}.${columns.join(', ')}`;
  return ask({
    code: 'join-ambiguous', message: `${from} could refer to ${targets.join(' or ')}: its values are found in each`,
    evidence: [table.id, ...targets.map((target) => `table:${table.connection}/${target}`)].sort(byText), about: [table.id, columns, targets],
    options: choices.map((link) => ({ label: tableText(link.candidate.to.name), consequence: `${from} joins to ${tableText(link.candidate.to.name)}, ${link.relationship.replaceAll('_', ' ')}`, edits: joinEdits(link, input) })),
  });
}

function joinEdits(link: ProvedLink, input: DeriveInput): PutEdit[] {
  const { candidate, relationship } = link;
  const from = input.sourceOf(input.tableIdOf(link, 'from'));
  const to = input.sourceOf(input.tableIdOf(link, 'to'));
  if (!from || !to || [...candidate.columns, ...candidate.toColumns].some((name) => !isAddressable(name))) return [];
  const name = (source: string, column: string): string => {
    const part = (identifier: string): string => identifierText(identifier, (one) => input.quote(from.connection, one));
    return `${part(source)}.${part(column)}`;
  };
  const pairs = candidate.columns.map((column, i) => [name(from.source, column), name(to.source, candidate.toColumns[i] ?? '')] as const);
  const kind = candidate.basis === 'declared' ? 'formal' : 'inferred';
  // ktx reads `on` with its own side first, so each direction is written from its own source
  const forward: Join = { to: to.source, on: pairs.map(([a, b]) => `${a} = ${b}`).join(' AND '), relationship, source: kind };
  const inverse: Join = { to: from.source, on: pairs.map(([a, b]) => `${b} = ${a}`).join(' AND '), relationship: relationship === 'many_to_one' ? 'one_to_many' : 'one_to_one', source: kind };
  const common = { op: 'put' as const, kind: 'join' as const, author: 'derived' as const, evidence: candidate.evidence };
  const edits: PutEdit[] = [{ ...common, connection: from.connection, source: from.source, value: forward }];
  // a table that refers to itself has one edge only; its inverse would be the same pair of columns
  if (from.source !== to.source) edits.push({ ...common, connection: to.connection, source: to.source, value: inverse });
  return edits;
}

interface EditHead {
  readonly op: 'put';
  readonly connection: string;
  readonly source: string;
  readonly author: 'derived';
}

/** Descriptions, constraints, enums, tests, tags and freshness out of dbt; the first node that says something wins. */
function dbtEdits(nodes: readonly DbtEvidence[], common: EditHead, column: (name: string) => string | undefined, holds: (test: DbtTest) => boolean, findings: Finding[], rules: SecretRules | undefined): PutEdit[] {
  const edits: PutEdit[] = [];
  const seen = new Map<string, PutEdit>();
  const put = (edit: PutEdit): void => {
    const slot = JSON.stringify([edit.kind, 'column' in edit ? edit.column : null, 'key' in edit ? edit.key : null, 'field' in edit ? edit.field : null]);
    if (seen.has(slot)) return;
    seen.set(slot, edit);
    edits.push(edit);
  };
  for (const node of nodes) {
    const head = { ...common, evidence: [node.id] };
    const { data } = node;
    const putValue = (field: string, all: Value, what: string, origin: Origin, name?: string): void => {
      for (const value of publishableValue(all, what, origin, name === undefined ? node.id : `${node.id}.${name}`, findings, rules)) {
        put({ ...head, kind: 'property', ...(name === undefined ? {} : { column: name }), field, value });
      }
    };
    for (const value of publishable(data.description, data.described ?? node.origin, node.id, findings, rules)) put({ ...head, kind: 'description', key: 'dbt', value });
    if (data.tags.length > 0) putValue('tags.dbt', [...data.tags].sort(byText), 'the tags', node.origin);
    const { freshness } = data;
    if (freshness && (freshness.raw !== undefined || freshness.loadedAtField !== undefined)) {
      putValue('freshness.dbt', { ...(freshness.raw === undefined ? {} : { raw: freshness.raw }), ...(freshness.loadedAtField === undefined ? {} : { loaded_at_field: freshness.loadedAtField }) }, 'the freshness settings', node.origin);
    }
    for (const documented of data.columns) {
      const name = column(documented.name);
      if (name === undefined) continue;
      for (const value of publishable(documented.description, documented.origin, node.id, findings, rules)) put({ ...head, kind: 'description', column: name, key: 'dbt', value });
    }
    for (const [name, tests] of testsByColumn(data, column)) {
      const good = tests.filter(holds);
      const constraints = constraintsOf(good, documentedColumn(data.columns, name, column), data.constraints, name);
      if (Object.keys(constraints).length > 0) put({ ...head, kind: 'property', column: name, field: 'constraints.dbt', value: constraints });
      const accepted = good.find((test) => test.name === 'accepted_values' && test.package === null && test.where === undefined);
      const values = accepted?.kwargs['values'];
      if (accepted && Array.isArray(values) && values.length > 0) putValue('enum_values.dbt', values.map(String), 'the accepted values', accepted.origin, name);
      const others = good.filter((test) => !(test.package === null && ['not_null', 'unique', 'accepted_values', 'relationships'].includes(test.name)));
      const [first] = others;
      if (first) putValue('tests.dbt', others.map((test) => testValue(test, data.packageName)), 'the tests', first.origin, name);
    }
  }
  return edits;
}

function testsByColumn(data: DbtEvidence['data'], column: (name: string) => string | undefined): [string, DbtTest[]][] {
  const byColumn = new Map<string, DbtTest[]>();
  for (const documented of data.columns) {
    const name = column(documented.name);
    if (name !== undefined && !byColumn.has(name)) byColumn.set(name, []);
  }
  for (const test of data.tests) {
    const name = test.column === null ? undefined : column(test.column);
    if (name !== undefined) byColumn.set(name, [...(byColumn.get(name) ?? []), test]);
  }
  return [...byColumn].sort(([a], [b]) => byText(a, b));
}

function documentedColumn(columns: readonly DbtColumn[], name: string, column: (name: string) => string | undefined): DbtColumn | undefined {
  return columns.find((one) => column(one.name) === name);
}

function constraintsOf(tests: readonly DbtTest[], documented: DbtColumn | undefined, onNode: DbtEvidence['data']['constraints'], name: string): { [key: string]: Value } {
  const says = (kind: string): boolean =>
    tests.some((test) => test.name === kind && test.package === null && test.where === undefined)
    || (documented?.constraints ?? []).some((constraint) => constraint.type === kind || constraint.type === 'primary_key')
    || onNode.some((constraint) => constraint.type === 'primary_key' && constraint.columns.length === 1 && constraint.columns[0]?.toLowerCase() === name.toLowerCase());
  return { ...(says('not_null') ? { not_null: true } : {}), ...(says('unique') ? { unique: true } : {}) };
}

function testValue(test: DbtTest, packageName: string): Value {
  const kwargs = Object.fromEntries(Object.entries(test.kwargs).sort(([a], [b]) => byText(a, b))) as { [key: string]: Value };
  return { name: test.name, package: test.package ?? packageName, ...(Object.keys(kwargs).length > 0 ? { kwargs } : {}) };
}

function deriveStandalone(node: DbtEvidence, findings: Finding[], rules: SecretRules | undefined): { edits: PutEdit[]; untyped: boolean } {
  const { data } = node;
  if (data.relation === null || data.resource === 'source') return { edits: [], untyped: false };
  const typed = data.columns.flatMap((column) => {
    const type = column.dataType === undefined ? undefined : semanticType(column.dataType);
    return type !== undefined && isAddressable(column.name) ? [{ name: column.name, type }] : [];
  });
  if (typed.length === 0) return { edits: [], untyped: true };
  const names = new Map(typed.map((column) => [column.name.toLowerCase(), column.name]));
  const column = (name: string): string | undefined => names.get(name.toLowerCase());
  const source = standaloneName(node);
  const common = { op: 'put' as const, connection: node.connection, source, author: 'derived' as const };
  const head = { ...common, evidence: [node.id] };
  const { catalog, schema, name } = data.relation;
  const part = (identifier: string): string => identifierText(identifier, (one) => `"${one.replace(/"/g, '""')}"`);
  const table = [catalog, schema, name].filter((one): one is string => one !== null).map(part).join('.');
  const edits: PutEdit[] = [{ ...head, kind: 'source', value: { table, columns: typed } }];
  edits.push(...dbtEdits([node], common, column, () => true, findings, rules));
  const unique = data.tests.filter((test) => test.name === 'unique' && test.package === null && test.where === undefined && test.column !== null).map((test) => column(test.column ?? ''));
  const combination = data.tests.find((test) => test.name === 'unique_combination_of_columns' && Array.isArray(test.kwargs['combination_of_columns']))?.kwargs['combination_of_columns'] as unknown[] | undefined;
  const combined = combination?.map((one) => (typeof one === 'string' ? column(one) : undefined));
  const grain = unique[0] !== undefined ? [unique[0]] : combined && combined.length > 0 && combined.every((one) => one !== undefined) ? (combined as string[]) : undefined;
  if (grain) edits.push({ ...head, kind: 'grain', value: grain });
  return { edits, untyped: false };
}

/** Name of a dbt node's standalone source: what it is called in the warehouse. */
export function standaloneName(node: DbtEvidence): string {
  return node.data.relation?.name ?? node.data.name;
}

/** Joins between standalone sources, out of dbt relationships tests; nothing can prove them without a warehouse. */
export function standaloneJoins(nodes: readonly DbtEvidence[], edits: readonly PutEdit[]): PutEdit[] {
  const sources = new Map(edits.flatMap((edit) => (edit.kind === 'source' ? [[`${edit.connection}/${edit.source}`, edit.value] as const] : [])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const joins: PutEdit[] = [];
  for (const node of nodes) {
    const from = standaloneName(node);
    for (const test of node.data.tests) {
      const target = typeof test.kwargs['to'] === 'string' ? byId.get(test.kwargs['to']) : undefined;
      const field = test.kwargs['field'];
      if (test.name !== 'relationships' || test.package !== null || test.where !== undefined || test.column === null || !target || typeof field !== 'string') continue;
      const to = standaloneName(target);
      const own = sources.get(`${node.connection}/${from}`)?.columns.find((column) => column.name.toLowerCase() === test.column?.toLowerCase());
      const other = sources.get(`${target.connection}/${to}`)?.columns.find((column) => column.name.toLowerCase() === field.toLowerCase());
      if (!own || !other || node.connection !== target.connection || from === to) continue;
      joins.push({
        op: 'put', kind: 'join', connection: node.connection, source: from, author: 'derived', evidence: [node.id, target.id].sort(byText),
        value: { to, on: `${from}.${own.name} = ${to}.${other.name}`, relationship: 'many_to_one', source: 'inferred' },
      });
    }
  }
  return joins;
}

