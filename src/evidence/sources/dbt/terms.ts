import type { DbtNode, Definition, Origin } from '../../evidence.js';
import { fields, text } from './shape.js';
import type { PlacedNode } from './node-evidence.js';

/** Something with a name and a description that is no node: a docs block, an exposure, a metric. */
export interface NamedText {
  readonly kind: 'doc' | 'exposure' | 'metric';
  readonly name: string;
  readonly label: string | null;
  readonly description: string;
  readonly origin: Origin;
}

/**
 * What a dbt project defines in words. The term of a column is `model.column`; its evidence and that of a node is the
 * node's. Docs blocks, exposures and metrics have ids of their own (`dbt:shop/doc.churn`) with no evidence behind them.
 */
export function definitionsOf(connection: string, placed: readonly (PlacedNode & { readonly id: string })[], named: readonly NamedText[]): Definition[] {
  const definitions: Definition[] = [];
  for (const { node, described, id } of placed) {
    const name = bareName(node);
    if (node.description !== '') {
      for (const term of distinct([name, node.label])) definitions.push({ term, text: node.description, origin: described, evidence: id });
    }
    for (const column of node.columns) {
      if (column.description === '') continue;
      for (const term of distinct([`${name}.${column.name}`, labelOf(column.meta)])) {
        definitions.push({ term, text: column.description, origin: column.origin, evidence: id });
      }
    }
  }
  for (const { kind, name, label, description, origin } of named) {
    // `__overview__` and the like are pages of the documentation site.
    if (description === '' || name.startsWith('__')) continue;
    for (const term of distinct([name, label ?? undefined])) {
      definitions.push({ term, text: description, origin, evidence: `dbt:${connection}/${kind}.${name}` });
    }
  }
  return definitions;
}

export function labelOf(meta: unknown): string | undefined {
  const label = fields(meta)['label'];
  return typeof label === 'string' ? (text(label.trim()) ?? undefined) : undefined;
}

function bareName(node: DbtNode): string {
  if (node.resource === 'source') return node.name.slice(node.name.indexOf('.') + 1);
  return node.resource === 'model' ? node.name.replace(/\.v[^.]+$/, '') : node.name;
}

function distinct(terms: readonly (string | undefined)[]): string[] {
  return [...new Set(terms.filter((term) => term !== undefined))];
}
