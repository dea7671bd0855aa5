import type { DbtColumn, DbtMetric, DbtNode, DbtTest, Origin } from '../../evidence.js';
import { freshness } from './freshness.js';
import { type MetricEntry, metricsByNode, metricsOf } from './metrics.js';
import type { PlacedNode } from './node-evidence.js';
import { type Referable, type References, references } from './references.js';
import { type Fields, fields, lines, metaOf, prose, sortedSet, tagsOf, text, texts } from './shape.js';
import { labelOf, type NamedText } from './terms.js';
import { constraints, genericTest, singularTest, sortTests } from './test-facts.js';

/** What a manifest or a project's files say, before it becomes evidence. */
export interface DbtContents {
  readonly nodes: readonly PlacedNode[];
  readonly named: readonly NamedText[];
  readonly references: References;
}

export interface ManifestContext {
  readonly connection: string;
  readonly project: string;
  /** A path of the dbt project as one of the ktx project. */
  readonly file: (path: string) => string;
}

/** Each kind of node with the key of the property files that describes it. */
const propertyKeys: ReadonlyMap<string, string> = new Map([
  ['model', 'models'], ['seed', 'seeds'], ['snapshot', 'snapshots'], ['source', 'sources'],
] satisfies [DbtNode['resource'], string][]);

/** Nodes of the root project out of a manifest (v9 or newer) and, for column types, a catalog. */
export function manifestContents(manifest: Fields, catalog: Fields, context: ManifestContext): DbtContents {
  const { project } = context;
  const nodes = Object.values(fields(manifest['nodes'])).map(fields);
  const sources = Object.values(fields(manifest['sources'])).map(fields);
  const refs = references(context.connection, project, nodes.map(referable).filter((node) => node !== null));
  const exposures = Object.values(fields(manifest['exposures'])).map(fields);
  const tests = testsByNode(nodes, refs, context);
  const readBy = exposuresByNode(exposures);
  const metrics = Object.values(fields(manifest['metrics'])).map(fields);
  const own = (values: readonly Fields[]): readonly Fields[] => values.filter((value) => value['package_name'] === project);
  const entry = (key: string) => (value: Fields): MetricEntry => ({ name: text(value['name']) ?? '', value, origin: { file: context.file(text(value['original_file_path']) ?? ''), pointer: [key, text(value['name']) ?? ''] } });
  const counted = metricsByNode(own(Object.values(fields(manifest['semantic_models'])).map(fields)).map(entry('semantic_models')), own(metrics).map(entry('metrics')), ({ value }) => {
    const [node] = texts(fields(value['depends_on'])['nodes']);
    return node === undefined ? undefined : refs.id(node);
  });

  const placed = [...nodes, ...sources]
    .filter((node) => node['package_name'] === project && propertyKeys.has(text(node['resource_type']) ?? ''))
    .map((node) => placedNode(node, { tests, readBy, counted, catalog, refs, context }));

  const docs = Object.values(fields(manifest['docs'])).map(fields);
  return {
    nodes: placed,
    named: [
      ...own(docs).map((doc) => named('doc', doc, doc['block_contents'], context)),
      ...own(exposures).map((exposure) => named('exposure', exposure, exposure['description'], context)),
      ...own(metrics).map((metric) => named('metric', metric, metric['description'], context)),
    ],
    references: refs,
  };
}

interface Lookup {
  readonly tests: ReadonlyMap<string, readonly DbtTest[]>;
  readonly readBy: ReadonlyMap<string, readonly string[]>;
  readonly counted: ReadonlyMap<string, readonly DbtMetric[]>;
  readonly catalog: Fields;
  readonly refs: References;
  readonly context: ManifestContext;
}

function placedNode(node: Fields, lookup: Lookup): PlacedNode {
  const { context } = lookup;
  const uniqueId = text(node['unique_id']) ?? '';
  const resource = node['resource_type'] as DbtNode['resource'];
  const key = propertyKeys.get(resource) ?? '';
  const isSource = resource === 'source';
  const config = fields(node['config']);
  const materialized = isSource ? 'source' : (text(config['materialized']) ?? resource);
  const definedIn = context.file(text(node['original_file_path']) ?? '');
  const patched = patchFile(node);
  const propertyFile = isSource ? definedIn : patched === null ? definedIn : context.file(patched);
  const bare = text(node['name']) ?? '';
  const version = text(node['version']);
  const pointer = patched === null && !isSource ? [] : isSource ? [key, text(node['source_name']) ?? '', 'tables', bare] : [key, bare];
  const meta = metaOf(node, config);
  const label = labelOf(meta);
  const sql = text(node['raw_code']) ?? text(node['raw_sql']);
  const fresh = isSource ? freshness(node['freshness'] ?? config['freshness'], node['loaded_at_field'] ?? config['loaded_at_field']) : undefined;
  return {
    node: {
      uniqueId,
      resource,
      name: isSource ? `${text(node['source_name']) ?? ''}.${bare}` : version === null ? bare : `${bare}.v${version}`,
      ...(label === undefined ? {} : { label }),
      packageName: text(node['package_name']) ?? '',
      relation: materialized === 'ephemeral' ? null : {
        catalog: text(node['database']),
        schema: text(node['schema']),
        name: text(isSource ? node['identifier'] : node['alias']) ?? bare,
      },
      materialized,
      description: prose(node['description']),
      columns: columnsOf(node, fields(fields(lookup.catalog[isSource ? 'sources' : 'nodes'])[uniqueId]), { file: propertyFile, pointer }),
      tests: sortTests(lookup.tests.get(uniqueId) ?? []),
      constraints: constraints(node['constraints']),
      tags: tagsOf(node, config),
      meta,
      ...(fresh === undefined ? {} : { freshness: fresh }),
      ...(sql === null || isSource || resource === 'seed' ? {} : { rawSql: lines(sql).trim() }),
      dependsOn: sortedSet(texts(fields(node['depends_on'])['nodes'])
        .filter((id) => propertyKeys.has(id.slice(0, id.indexOf('.')))).map(lookup.refs.id)),
      exposures: sortedSet(lookup.readBy.get(uniqueId) ?? []),
      ...metricsOf(lookup.counted.get(lookup.refs.id(uniqueId))),
    },
    origin: isSource ? { file: definedIn, pointer }
      : resource === 'snapshot' && /\.sql$/i.test(definedIn) ? { file: definedIn, pointer: ['snapshot', bare] }
        : /\.ya?ml$/i.test(definedIn) ? { file: definedIn, pointer }
          : { file: definedIn, line: 1 },
    described: pointer.length === 0 ? { file: definedIn, line: 1 } : { file: propertyFile, pointer: [...pointer, 'description'] },
  };
}

/** Documented columns in their order and spelling, then the ones that only the catalog knows, in its order. */
function columnsOf(node: Fields, catalogued: Fields, place: { readonly file: string; readonly pointer: readonly string[] }): DbtColumn[] {
  const built = new Map<string, Fields>();
  for (const column of Object.values(fields(catalogued['columns']))) {
    const name = text(fields(column)['name']);
    if (name !== null) built.set(name.toLowerCase(), fields(column));
  }
  const columns = Object.values(fields(node['columns'])).map((value): DbtColumn => {
    const column = fields(value);
    const config = fields(column['config']);
    const name = text(column['name']) ?? '';
    const dataType = text(column['data_type']) ?? text(built.get(name.toLowerCase())?.['type']);
    built.delete(name.toLowerCase());
    return {
      name,
      description: prose(column['description']),
      ...(dataType === null ? {} : { dataType }),
      tags: tagsOf(column, config),
      meta: metaOf(column, config),
      constraints: constraints(column['constraints'], name),
      origin: { file: place.file, pointer: [...place.pointer, 'columns', name] },
    };
  });
  const undocumented = [...built.values()].sort((a, b) => Number(a['index'] ?? 0) - Number(b['index'] ?? 0));
  for (const column of undocumented) {
    const dataType = text(column['type']);
    columns.push({
      name: text(column['name']) ?? '',
      description: '',
      ...(dataType === null ? {} : { dataType }),
      tags: sortedSet([]),
      meta: fields(undefined),
      constraints: constraints(undefined),
      origin: place,
    });
  }
  return columns;
}

function testsByNode(nodes: readonly Fields[], refs: References, context: ManifestContext): Map<string, DbtTest[]> {
  const byNode = new Map<string, DbtTest[]>();
  const add = (uniqueId: string, test: DbtTest): void => {
    const tests = byNode.get(uniqueId);
    if (tests) tests.push(test);
    else byNode.set(uniqueId, [test]);
  };
  const byId = new Map(nodes.map((node) => [text(node['unique_id']) ?? '', node]));
  for (const node of nodes) {
    if (node['resource_type'] !== 'test' || node['package_name'] !== context.project) continue;
    const metadata = fields(node['test_metadata']);
    const config = fields(node['config']);
    const file = context.file(text(node['original_file_path']) ?? '');
    const dependsOn = texts(fields(node['depends_on'])['nodes']);
    const name = text(metadata['name']);
    if (name === null) {
      for (const id of dependsOn) add(id, singularTest(text(node['name']) ?? '', config, { file, line: 1 }));
      continue;
    }
    const kwargs = fields(metadata['kwargs']);
    const tested = text(node['attached_node']) ?? testedNode(kwargs, dependsOn, refs);
    if (tested === null) continue;
    const column = text(node['column_name']);
    add(tested, genericTest({
      name,
      namespace: text(metadata['namespace']),
      column,
      kwargs,
      config,
      origin: { file, pointer: [...nodePointer(tested, byId.get(tested)), ...(column === null ? [] : ['columns', column]), 'tests', name] },
    }, refs));
  }
  return byNode;
}

/** dbt attaches no node to the tests of a source; the template of the tested relation names it. */
function testedNode(kwargs: Fields, dependsOn: readonly string[], refs: References): string | null {
  const id = refs.inExpression(text(kwargs['model']) ?? '');
  return dependsOn.find((candidate) => refs.id(candidate) === id) ?? (dependsOn.length === 1 ? (dependsOn[0] ?? null) : null);
}

function nodePointer(uniqueId: string, node: Fields | undefined): readonly string[] {
  const [resource = '', , ...rest] = uniqueId.split('.');
  const key = propertyKeys.get(resource) ?? '';
  if (resource === 'source') return [key, rest[0] ?? '', 'tables', rest.slice(1).join('.')];
  return [key, text(node?.['name']) ?? rest[0] ?? ''];
}

function exposuresByNode(exposures: readonly Fields[]): Map<string, string[]> {
  const byNode = new Map<string, string[]>();
  for (const exposure of exposures) {
    const name = text(exposure['name']);
    if (name === null) continue;
    for (const id of texts(fields(exposure['depends_on'])['nodes'])) {
      byNode.set(id, [...(byNode.get(id) ?? []), name]);
    }
  }
  return byNode;
}

function named(kind: NamedText['kind'], value: Fields, description: unknown, context: ManifestContext): NamedText {
  const name = text(value['name']) ?? '';
  const origin: Origin = {
    file: context.file(text(value['original_file_path']) ?? ''),
    pointer: [kind === 'doc' ? 'docs' : `${kind}s`, name],
  };
  return { kind, name, label: text(value['label']), description: prose(description), origin };
}

function referable(node: Fields): Referable | null {
  const uniqueId = text(node['unique_id']);
  const name = text(node['name']);
  const resource = text(node['resource_type']);
  if (uniqueId === null || name === null || !(resource === 'model' || resource === 'seed' || resource === 'snapshot')) return null;
  const version = text(node['version']);
  const latest = text(node['latest_version']);
  return {
    uniqueId,
    name,
    packageName: text(node['package_name']) ?? '',
    ...(version === null ? {} : { version, latest: node['is_latest_version'] === true || (latest !== null && latest === version) }),
  };
}

/** `jaffle_shop://models/schema.yml` without the package. */
function patchFile(node: Fields): string | null {
  const path = text(node['patch_path']);
  return path === null ? null : path.replace(/^[^:/]*:\/\//, '');
}
