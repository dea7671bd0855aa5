import type { Finding } from '../../../finding.js';
import { confinedReader, type ConfinedReader } from '../../files.js';
import type { DbtEvidence, Definition } from '../../evidence.js';
import { type DbtContents, manifestContents } from './manifest.js';
import { nodeEvidence } from './node-evidence.js';
import { type DbtProject, inFolder, readProject } from './project.js';
import { type Fields, fields, text } from './shape.js';
import { type ManifestRecord, manifestRecord, staleManifest } from './stale.js';
import { definitionsOf } from './terms.js';

export interface DbtOptions {
  readonly connection: string;
  /** Absolute directory of the ktx project. */
  readonly root: string;
  /** The dbt project, relative to the root; `''` is the root itself. */
  readonly directory: string;
  /** False: target/ is not looked at, only the project's own files. */
  readonly artifacts?: boolean;
  /** What is read in place of the disk; its root is `root`. */
  readonly reader?: ConfinedReader;
}

export interface DbtReading {
  /** Sorted by id. */
  readonly evidence: readonly DbtEvidence[];
  readonly definitions: readonly Definition[];
  readonly findings: readonly Finding[];
  readonly via: 'manifest' | 'files';
  /** When dbt made the manifest. */
  readonly generatedAt?: string;
}

/** 512 MB; V8's longest string is a little shorter, so the last bytes below it end in a finding of their own. */
const maxArtifactBytes = 512 * 1024 * 1024;

/** Manifests before v9 (dbt 1.5) know neither versions nor constraints, and lay out tests in another way. */
const oldestManifest = 9;

/**
 * The models, sources, seeds and snapshots of one dbt project, packages left out: from target/manifest.json and
 * catalog.json where they are usable, else from the project's own files.
 */
export async function readDbt(options: DbtOptions): Promise<DbtReading> {
  const reader = options.reader ?? confinedReader(options.root);
  const directory = inFolder('', options.directory);
  const { project, findings } = await readProject(reader, directory);
  const artifacts: Artifacts = options.artifacts === false ? { ok: false, findings: [] } : await readArtifacts(reader, project, directory, options.connection);
  if (artifacts.ok) {
    const stale = await staleManifest(reader, project, artifacts.record);
    return {
      ...evidenceOf(options.connection, artifacts.contents),
      findings: [...findings, ...artifacts.findings, ...(stale ? [stale] : [])],
      via: 'manifest',
      ...(artifacts.generatedAt === null ? {} : { generatedAt: artifacts.generatedAt }),
    };
  }
  if (project.file === null && findings.length === 0) {
    return { evidence: [], definitions: [], findings: [...artifacts.findings, noProject(directory)], via: 'files' };
  }
  const { fileContents } = await import('./file-contents.js');
  const files = await fileContents(reader, project, directory, options.connection);
  return {
    ...evidenceOf(options.connection, files.contents),
    findings: [...findings, ...artifacts.findings, ...files.findings],
    via: 'files',
  };
}

function noProject(directory: string): Finding {
  return {
    severity: 'error',
    code: 'source-unreadable',
    message: `There is neither a dbt_project.yml nor a usable target/manifest.json in ${directory === '' ? 'the project directory' : directory}.`,
    fix: 'Correct the directory of the dbt connection, or check the dbt project out before this step.',
  };
}

function evidenceOf(connection: string, contents: DbtContents): Pick<DbtReading, 'evidence' | 'definitions'> {
  const placed = contents.nodes
    .map((node) => ({ ...node, id: contents.references.id(node.node.uniqueId) }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return {
    evidence: placed.map((node) => nodeEvidence(connection, node.id, node)),
    definitions: definitionsOf(connection, placed, contents.named),
  };
}

type Artifacts =
  | { readonly ok: true; readonly contents: DbtContents; readonly record: ManifestRecord; readonly generatedAt: string | null; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Reads and lets go of both artifacts: what is returned holds nothing of the parsed JSON but texts. */
async function readArtifacts(reader: ConfinedReader, project: DbtProject, directory: string, connection: string): Promise<Artifacts> {
  const manifestFile = `${project.targetPath}/manifest.json`;
  if (!(await reader.exists(manifestFile))) return { ok: false, findings: [] };
  const manifest = await readArtifact(reader, manifestFile);
  if (!manifest.ok) return { ok: false, findings: [manifest.finding] };
  const metadata = fields(manifest.value['metadata']);
  const problem = manifestProblem(metadata, manifest.value);
  if (problem !== null) return { ok: false, findings: [unusable(manifestFile, problem)] };

  const findings: Finding[] = [];
  let catalog: Fields = {};
  const catalogFile = `${project.targetPath}/catalog.json`;
  if (await reader.exists(catalogFile)) {
    const read = await readArtifact(reader, catalogFile);
    if (read.ok) catalog = read.value;
    else findings.push({ ...read.finding, fix: 'Run `dbt docs generate` again; until then column types are missing.' });
  }
  const name = text(metadata['project_name']) ?? project.name ?? mostFrequentPackage(manifest.value);
  const file = (path: string): string => inFolder(directory, path);
  return {
    ok: true,
    contents: manifestContents(manifest.value, catalog, { connection, project: name, file }),
    record: manifestRecord(manifest.value, name, file),
    generatedAt: text(metadata['generated_at']),
    findings,
  };
}

async function readArtifact(reader: ConfinedReader, file: string): Promise<{ readonly ok: true; readonly value: Fields } | { readonly ok: false; readonly finding: Finding }> {
  const read = await reader.text(file, { maxBytes: maxArtifactBytes });
  if (!read.ok) return read;
  try {
    return { ok: true, value: fields(JSON.parse(read.text)) };
  } catch {
    return { ok: false, finding: unusable(file, 'it is not JSON') };
  }
}

function manifestProblem(metadata: Fields, manifest: Fields): string | null {
  const schema = text(metadata['dbt_schema_version']);
  const version = Number(/\/manifest\/v(\d+)\b/.exec(schema ?? '')?.[1]);
  if (Number.isNaN(version)) return 'it does not say which version of the manifest format it has';
  if (version < oldestManifest) return `it has format v${version}, and v${oldestManifest} (dbt 1.5) is the oldest that is read`;
  return Object.keys(fields(manifest['nodes'])).length + Object.keys(fields(manifest['sources'])).length === 0 ? 'it has no nodes' : null;
}

function unusable(file: string, problem: string): Finding {
  return {
    severity: 'warning',
    code: 'dbt-manifest',
    message: `${file} cannot be used: ${problem}.`,
    fix: 'Run `dbt parse` again with dbt 1.5 or newer; until then the project files are read.',
    file,
  };
}

function mostFrequentPackage(manifest: Fields): string {
  const counts = new Map<string, number>();
  for (const node of Object.values(fields(manifest['nodes'])).map(fields)) {
    const name = text(node['package_name']) ?? '';
    if (node['resource_type'] === 'model') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))[0]?.[0] ?? '';
}
