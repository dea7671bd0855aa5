import type { Finding } from '../../../finding.js';
import type { ConfinedReader } from '../../files.js';
import type { DbtColumn, DbtTest } from '../../evidence.js';
import { type Code, foldersBelow, readCode } from './code-files.js';
import { type ConfigLayers, configured, configuredMeta, configuredTags, folderLayers, isEnabled } from './config-layers.js';
import { type Described, type DescribedColumn, describedBy, type Part } from './described.js';
import { describer, readDocsBlocks } from './docs-blocks.js';
import type { DbtContents } from './manifest.js';
import { type MetricEntry, metricsByNode, metricsOf } from './metrics.js';
import type { PlacedNode } from './node-evidence.js';
import type { ConfigKind, DbtProject } from './project.js';
import { originIn, type Property, readProperties } from './property-files.js';
import { type References, references } from './references.js';
import { readNamingRules, relationOf } from './relation.js';
import { fields, metaOf, sortedSet, tagsOf, text, texts } from './shape.js';
import { sourceNodes } from './source-properties.js';
import { readTarget, type Scope, scopeOf } from './target.js';
import { labelOf, type NamedText } from './terms.js';
import { testEntries } from './test-entries.js';
import { constraints, genericTest, singularTest, sortTests } from './test-facts.js';
import { callsIn } from './jinja.js';

type Describe = ReturnType<typeof describer>;

/** A model, seed or snapshot before references can be resolved. */
interface Draft {
  readonly uniqueId: string;
  readonly resource: 'model' | 'seed' | 'snapshot';
  readonly name: string;
  readonly version?: string;
  readonly latest?: boolean;
  readonly code: Pick<Code, 'name' | 'origin' | 'folders'> & Partial<Code>;
  readonly described: Described | null;
  readonly layers: ConfigLayers;
}

const kinds = {
  model: { kind: 'models', materialized: 'view' },
  seed: { kind: 'seeds', materialized: 'seed' },
  snapshot: { kind: 'snapshots', materialized: 'snapshot' },
} as const satisfies Record<Draft['resource'], { kind: ConfigKind; materialized: string }>;

/** Nodes of a dbt project out of its own files, as far as they say without dbt being run. */
export async function fileContents(
  reader: ConfinedReader, project: DbtProject, directory: string, connection: string,
): Promise<{ readonly contents: DbtContents; readonly findings: readonly Finding[] }> {
  const { target, findings: targetFindings } = await readTarget(reader, project, directory);
  const scope = scopeOf(project, target);
  const rules = await readNamingRules(reader, project);
  const { properties, findings: propertyFindings } = await readProperties(reader, project);
  const code = await readCode(reader, project);
  const { blocks, findings: docsFindings } = await readDocsBlocks(reader, project);
  const describing: Finding[] = [];
  const projectName = project.name ?? '';
  const describe = describer(blocks, projectName, describing);

  const drafts = [
    ...draftsOf('model', code.models, properties.models, project, scope),
    ...draftsOf('seed', code.seeds, properties.seeds, project, scope),
    ...draftsOf('snapshot', [...code.snapshots, ...yamlSnapshots(properties.snapshots, project)], properties.snapshots, project, scope),
  ];
  const refs = references(connection, projectName, drafts.map((draft) => ({ ...draft, packageName: projectName })));
  const readBy = exposuresById(properties.exposures, refs);
  const entry = (property: Property): MetricEntry => ({ name: property.name, value: property.value, origin: originIn(property) });
  const counted = metricsByNode(properties.semantic_models.map(entry), properties.metrics.map(entry), ({ value }) => refs.inExpression(text(value['model']) ?? ''));
  const singular = singularTests(code.singularTests, project, scope, refs);
  const testsOn = (subject: Pick<Described, 'property' | 'columns' | 'tested'>): DbtTest[] => testsOf(subject, project, scope, refs);

  const nodes = drafts.map((draft): PlacedNode => {
    const id = refs.id(draft.uniqueId);
    const { described, layers } = draft;
    const { kind, materialized: fallback } = kinds[draft.resource];
    const materialized = draft.resource === 'model' ? configured(layers, scope, 'materialized') ?? fallback : fallback;
    const meta = configuredMeta(layers);
    const label = labelOf(meta);
    const alias = draft.version === undefined ? draft.name : `${draft.name}_v${draft.version}`;
    const describedAt = described === null ? draft.code.origin : originIn(described.property, ...described.descriptionPath);
    return {
      node: {
        uniqueId: draft.uniqueId,
        resource: draft.resource,
        name: draft.version === undefined ? draft.name : `${draft.name}.v${draft.version}`,
        ...(label === undefined ? {} : { label }),
        packageName: projectName,
        relation: materialized === 'ephemeral' ? null : relationOf(alias, layers, scope, rules),
        materialized,
        description: describe(described?.description, () => describedAt),
        columns: described === null ? [] : described.columns.map((column) => columnOf(column, described, describe)),
        tests: sortTests([...(described === null ? [] : testsOn(described)), ...(singular.get(id) ?? [])]),
        constraints: constraints(described?.constraints),
        tags: sortedSet(configuredTags(layers, scope)),
        meta,
        ...(draft.code.raw === undefined || kind === 'seeds' ? {} : { rawSql: draft.code.raw }),
        dependsOn: sortedSet((draft.code.calls ?? []).map(refs.ofCall).filter((target) => target !== undefined)),
        exposures: sortedSet(readBy.get(id) ?? []),
        ...metricsOf(counted.get(id)),
      },
      origin: draft.code.origin,
      described: describedAt,
    };
  });
  const sources = sourceNodes(properties.sources, {
    project, scope, describe, columnOf, testsOn,
    readBy: (id) => readBy.get(id) ?? [],
    singular: (id) => singular.get(id) ?? [],
    idOf: refs.source,
  });
  return {
    contents: {
      nodes: [...nodes, ...sources],
      named: [
        ...[...blocks.values()].map((block): NamedText => ({ kind: 'doc', name: block.name, label: null, description: block.contents, origin: block.origin })),
        ...properties.exposures.map((property) => namedText('exposure', property, describe)),
        ...properties.metrics.map((property) => namedText('metric', property, describe)),
      ],
      references: refs,
    },
    findings: [...targetFindings, ...propertyFindings, ...code.findings, ...docsFindings, ...describing],
  };
}

/** A node for each file, with what the property files say about it; disabled ones and second files of a name are left out. */
function draftsOf(resource: Draft['resource'], files: readonly Draft['code'][], properties: readonly Property[], project: DbtProject, scope: Scope): Draft[] {
  const byFileName = new Map<string, Described>();
  for (const described of properties.flatMap(describedBy)) {
    const fileName = described.fileNames.find((name) => files.some((file) => file.name === name));
    if (fileName !== undefined && !byFileName.has(fileName)) byFileName.set(fileName, described);
  }
  const drafts = new Map<string, Draft>();
  for (const code of files) {
    const described = byFileName.get(code.name) ?? null;
    const name = described?.name ?? code.name;
    const version = described?.version;
    const uniqueId = `${resource}.${project.name ?? ''}.${name}${version === undefined ? '' : `.v${version}`}`;
    const layers = [
      ...folderLayers(project, kinds[resource].kind, [project.name ?? '', ...code.folders, name, ...(version === undefined ? [] : [`v${version}`])]),
      ...(described?.layers ?? []),
      code.config ?? {},
    ];
    if (drafts.has(uniqueId) || !isEnabled(layers, scope)) continue;
    drafts.set(uniqueId, {
      uniqueId, resource, name, code, described, layers,
      ...(version === undefined ? {} : { version, latest: described?.latest === true }),
    });
  }
  return [...drafts.values()];
}

/** Since dbt 1.9 a snapshot may be YAML alone; dbt selects everything from its relation. */
function yamlSnapshots(properties: readonly Property[], project: DbtProject): Code[] {
  return properties.flatMap((property) => {
    const relation = text(property.value['relation']);
    if (relation === null) return [];
    return [{
      name: property.name,
      raw: `select * from {{ ${relation} }}`,
      origin: originIn(property),
      folders: foldersBelow(property.file, [...project.snapshotPaths, ...project.modelPaths]),
      calls: callsIn(relation, ['ref', 'source']),
      config: {},
    }];
  });
}

function columnOf(column: DescribedColumn, { property }: Pick<Described, 'property'>, describe: Describe): DbtColumn {
  const { name, value } = column;
  const config = fields(value['config']);
  const origin = originIn(property, ...column.path);
  const dataType = text(value['data_type']);
  return {
    name,
    description: describe(value['description'], () => originIn(property, ...column.path, 'description')),
    ...(dataType === null ? {} : { dataType }),
    tags: tagsOf(value, config),
    meta: metaOf(value, config),
    constraints: constraints(value['constraints'], name),
    origin,
  };
}

function testsOf(subject: Pick<Described, 'property' | 'columns' | 'tested'>, project: DbtProject, scope: Scope, refs: References): DbtTest[] {
  const { property } = subject;
  const paths = [...project.modelPaths, ...project.seedPaths, ...project.snapshotPaths];
  const layers = folderLayers(project, 'data_tests', [project.name ?? '', ...foldersBelow(property.file, paths)]);
  const on = (part: Part, column: string | null): DbtTest[] =>
    testEntries(part.value).flatMap((entry) => {
      const all = [...layers, entry.config];
      if (!isEnabled(all, scope)) return [];
      const config = { severity: configured(all, scope, 'severity'), where: configured(all, scope, 'where') ?? entry.config['where'] };
      return [genericTest({ ...entry, column, config, origin: originIn(property, ...part.path, ...entry.path) }, refs)];
    });
  return [...on(subject.tested, null), ...subject.columns.flatMap((column) => on(column, column.name))];
}

function singularTests(files: readonly Code[], project: DbtProject, scope: Scope, refs: References): Map<string, DbtTest[]> {
  const byId = new Map<string, DbtTest[]>();
  for (const code of files) {
    const layers = [...folderLayers(project, 'data_tests', [project.name ?? '', ...code.folders, code.name]), code.config];
    if (!isEnabled(layers, scope)) continue;
    const test = singularTest(code.name, { severity: configured(layers, scope, 'severity') }, code.origin);
    for (const id of new Set(code.calls.map(refs.ofCall))) {
      if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), test]);
    }
  }
  return byId;
}

function exposuresById(exposures: readonly Property[], refs: References): Map<string, string[]> {
  const byId = new Map<string, string[]>();
  for (const { name, value } of exposures) {
    for (const expression of texts(value['depends_on'])) {
      const id = refs.inExpression(expression);
      if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), name]);
    }
  }
  return byId;
}

function namedText(kind: NamedText['kind'], property: Property, describe: Describe): NamedText {
  const origin = originIn(property);
  return { kind, name: property.name, label: text(property.value['label']), description: describe(property.value['description'], () => origin), origin };
}
