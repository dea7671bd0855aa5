import { canonicalJson, sha256 } from '../../../text/canonical.js';
import { type DbtColumn, type DbtEvidence, type DbtNode, type DbtTest, type Origin, tableText } from '../../evidence.js';

/** A node with the place where its definition stands. */
export interface PlacedNode {
  readonly node: DbtNode;
  readonly origin: Origin;
  /** Where its description stands. */
  readonly described: Origin;
}

/** The evidence of one node. Equal nodes have equal hashes, whether they were read from the manifest or from the files. */
export function nodeEvidence(connection: string, id: string, { node, origin, described }: PlacedNode): DbtEvidence {
  return {
    id,
    kind: 'dbt',
    connection,
    data: { ...node, described },
    get text() { return nodeText(node); },
    origin,
    presence: 'present',
    hash: digest(canonicalJson(meaning(node))),
    structureHash: digest(canonicalJson(structure(node))),
  };
}

/** Places, usage and how the node is materialized are left out: they change without the meaning. */
function meaning(node: DbtNode): unknown {
  return [
    node.resource, node.name, relationOf(node), node.label, node.description,
    inNameOrder(node.columns).map((column) => [
      column.name, column.description, column.dataType?.toLowerCase(), column.tags, column.meta, column.constraints,
    ]),
    node.tests.map((test) => [test.column, test.package, test.name, test.kwargs, test.where, test.severity]),
    node.constraints, node.tags, node.meta, node.freshness?.raw, node.freshness?.loadedAtField, node.rawSql, node.dependsOn,
    ...(node.metrics ? [node.metrics.map(({ origin: _, ...metric }) => metric)] : []),
  ];
}

const keyTests: ReadonlySet<string> = new Set(['unique', 'not_null', 'relationships', 'unique_combination_of_columns']);

function structure(node: DbtNode): unknown {
  return [
    node.resource, node.name, relationOf(node),
    inNameOrder(node.columns).map((column) => [column.name, column.dataType?.toLowerCase(), column.constraints]),
    node.constraints,
    node.tests.filter((test) => keyTests.has(test.name)).map((test) => [test.column, test.name, test.kwargs, test.where]),
  ];
}

function relationOf({ relation }: DbtNode): readonly (string | null)[] | null {
  return relation && [relation.catalog, relation.schema, relation.name];
}

function inNameOrder(columns: readonly DbtColumn[]): DbtColumn[] {
  return columns.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function digest(canonical: string): string {
  return Buffer.from(sha256(canonical), 'hex').toString('base64url').slice(0, 12);
}

function nodeText(node: DbtNode): string {
  const where = node.relation ? `, ${node.materialized} ${tableText(node.relation)}` : `, ${node.materialized}`;
  const onNode = node.tests.filter((test) => test.column === null);
  const parts = [
    `dbt ${node.resource} ${node.name}${where}`,
    node.label === undefined ? '' : `label: ${node.label}`,
    node.description,
    node.freshness?.raw === undefined ? '' : `freshness: ${node.freshness.raw}`,
    node.tags.length === 0 ? '' : `tags: ${node.tags.join(', ')}`,
    node.columns.length === 0 ? '' : ['columns:', ...node.columns.map((column) => columnText(column, node.tests))].join('\n'),
    onNode.length === 0 ? '' : ['tests:', ...onNode.map((test) => `- ${testText(test)}`)].join('\n'),
    node.constraints.length === 0 ? '' : `constraints: ${node.constraints.map((c) => `${c.type} (${c.columns.join(', ')})`).join('; ')}`,
    node.metrics === undefined ? '' : ['metrics:', ...node.metrics.map((metric) => `- ${metric.name}${metric.label === undefined ? '' : ` (${metric.label})`}: ${metric.agg} of ${metric.expr}${metric.filter === undefined ? '' : ` where ${metric.filter}`}`)].join('\n'),
    node.dependsOn.length === 0 ? '' : `reads: ${node.dependsOn.join(', ')}`,
    node.rawSql === undefined ? '' : `sql:\n${node.rawSql}`,
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function columnText(column: DbtColumn, tests: readonly DbtTest[]): string {
  const type = column.dataType === undefined ? '' : ` ${column.dataType}`;
  const description = column.description === '' ? '' : `: ${column.description.replace(/\n/g, '\n  ')}`;
  const checks = tests.filter((test) => test.column === column.name).map(testText);
  return `- ${column.name}${type}${description}${checks.length === 0 ? '' : ` [${checks.join('; ')}]`}`;
}

function testText(test: DbtTest): string {
  const name = test.package === null ? test.name : `${test.package}.${test.name}`;
  const kwargs = Object.keys(test.kwargs).length === 0 ? '' : ` ${canonicalJson(test.kwargs)}`;
  return `${name}${kwargs}${test.where === undefined ? '' : ` where ${test.where}`}${test.severity === 'warn' ? ' (warns)' : ''}`;
}
