import type { DbtColumn, DbtTest } from '../../evidence.js';
import { configuredMeta, configuredTags, folderLayers, isEnabled, propertyLayers } from './config-layers.js';
import type { Described, DescribedColumn } from './described.js';
import type { describer } from './docs-blocks.js';
import { freshness } from './freshness.js';
import type { PlacedNode } from './node-evidence.js';
import type { DbtProject } from './project.js';
import { originIn, type Property } from './property-files.js';
import { foldersBelow } from './code-files.js';
import { type Fields, fields, list, sortedSet, text } from './shape.js';
import { rendered, type Scope } from './target.js';
import { labelOf } from './terms.js';
import { sortTests } from './test-facts.js';

interface SourceContext {
  readonly project: DbtProject;
  readonly scope: Scope;
  readonly describe: ReturnType<typeof describer>;
  readonly columnOf: (column: DescribedColumn, of: Pick<Described, 'property'>, describe: ReturnType<typeof describer>) => DbtColumn;
  readonly testsOn: (subject: Pick<Described, 'property' | 'columns' | 'tested'>) => DbtTest[];
  /** By evidence id. */
  readonly readBy: (id: string) => readonly string[];
  readonly singular: (id: string) => readonly DbtTest[];
  readonly idOf: (sourceName: string, tableName: string) => string;
}

/** The tables of every source, each with what it inherits from its source. */
export function sourceNodes(properties: readonly Property[], context: SourceContext): PlacedNode[] {
  const nodes = new Map<string, PlacedNode>();
  for (const property of properties) {
    list(property.value['tables']).forEach((element, index) => {
      const table = fields(element);
      const name = text(table['name']);
      if (name === null || nodes.has(`${property.name}.${name}`)) return;
      const node = sourceNode(property, table, name, index, context);
      if (node !== null) nodes.set(`${property.name}.${name}`, node);
    });
  }
  return [...nodes.values()];
}

function sourceNode(property: Property, table: Fields, name: string, index: number, context: SourceContext): PlacedNode | null {
  const { project, scope } = context;
  const source = property.value;
  const path = ['tables', index];
  const sourceConfig = fields(source['config']);
  const tableConfig = fields(table['config']);
  const folders = foldersBelow(property.file, [...project.modelPaths, ...project.seedPaths, ...project.snapshotPaths]);
  const layers = [
    ...folderLayers(project, 'sources', [project.name ?? '', ...folders, property.name, name]),
    ...propertyLayers(source), ...propertyLayers(table),
  ];
  if (!isEnabled(layers, scope)) return null;

  const id = context.idOf(property.name, name);
  const columns = list(table['columns']).flatMap((value, position): DescribedColumn[] => {
    const columnName = text(fields(value)['name']);
    return columnName === null ? [] : [{ name: columnName, value: fields(value), path: [...path, 'columns', position] }];
  });
  const meta = configuredMeta(layers);
  const label = labelOf(meta);
  const fresh = freshness(
    thresholds(source['freshness'] ?? sourceConfig['freshness'], given(table, tableConfig, 'freshness')),
    given(table, tableConfig, 'loaded_at_field') ?? source['loaded_at_field'] ?? sourceConfig['loaded_at_field'],
  );
  const origin = originIn(property, ...path);
  const schema = text(source['schema']);
  return {
    node: {
      uniqueId: `source.${project.name ?? ''}.${property.name}.${name}`,
      resource: 'source',
      name: `${property.name}.${name}`,
      ...(label === undefined ? {} : { label }),
      packageName: project.name ?? '',
      relation: {
        catalog: text(source['database']) === null ? scope.target.database : rendered(source['database'], scope),
        schema: schema === null ? property.name : rendered(schema, scope),
        name: rendered(table['identifier'], scope) ?? name,
      },
      materialized: 'source',
      description: context.describe(table['description'], () => originIn(property, ...path, 'description')),
      columns: columns.map((column) => context.columnOf(column, { property }, context.describe)),
      tests: sortTests([...context.testsOn({ property, columns, tested: { value: table, path } }), ...context.singular(id)]),
      constraints: [],
      tags: sortedSet(configuredTags(layers, scope)),
      meta,
      ...(fresh === undefined ? {} : { freshness: fresh }),
      dependsOn: [],
      exposures: sortedSet(context.readBy(id)),
    },
    origin,
    described: originIn(property, ...path, 'description'),
  };
}

/** Undefined where neither the entry nor its config has the key; null where one of them says none. */
function given(value: Fields, config: Fields, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : config[key];
}

/** dbt merges a table's thresholds over its source's, one by one; an explicit null switches freshness off. */
function thresholds(ofSource: unknown, ofTable: unknown): unknown {
  return ofTable === null ? null : { ...fields(ofSource), ...fields(ofTable) };
}
