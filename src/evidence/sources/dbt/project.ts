import type { Finding } from '../../../finding.js';
import { readYaml } from '../../../text/yaml.js';
import type { ConfinedReader } from '../../files.js';
import { type Fields, fields, text, texts } from './shape.js';

/** dbt_project.yml as far as it says where things are and how they are configured. */
export interface DbtProject {
  /** Relative to the root of the reader; null where the folder has none that can be read. */
  readonly file: string | null;
  readonly name: string | null;
  readonly profile: string | null;
  /** Folders, relative to the root of the reader. */
  readonly modelPaths: readonly string[];
  readonly seedPaths: readonly string[];
  readonly snapshotPaths: readonly string[];
  readonly testPaths: readonly string[];
  readonly macroPaths: readonly string[];
  readonly docsPaths: readonly string[];
  readonly targetPath: string;
  readonly vars: Fields;
  /** The folder-level configuration by kind: models, seeds, snapshots, sources, data_tests. */
  readonly configs: Readonly<Record<ConfigKind, Fields>>;
}

export type ConfigKind = 'models' | 'seeds' | 'snapshots' | 'sources' | 'data_tests';

/** dbt_project.yml of a folder, with dbt's defaults where it says nothing or cannot be read. */
export async function readProject(reader: ConfinedReader, directory: string): Promise<{ readonly project: DbtProject; readonly findings: readonly Finding[] }> {
  for (const name of ['dbt_project.yml', 'dbt_project.yaml']) {
    const file = inFolder(directory, name);
    if (!(await reader.exists(file))) continue;
    const read = await reader.text(file);
    if (!read.ok) return { project: projectOf({}, null, directory), findings: [read.finding] };
    const yaml = readYaml(read.text);
    if (!yaml.ok) return { project: projectOf({}, null, directory), findings: [unusableYaml(file, yaml.problem)] };
    return { project: projectOf(fields(yaml.document.value), file, directory), findings: [] };
  }
  return { project: projectOf({}, null, directory), findings: [] };
}

export function unusableYaml(file: string, problem: { readonly message: string; readonly line: number; readonly column: number }): Finding {
  return {
    severity: 'warning',
    code: 'dbt-yaml',
    message: `${file} cannot be used: ${problem.message.replace(/\.$/, '')}.`,
    fix: 'Correct the file; `dbt parse` shows the same problem.',
    file,
    line: problem.line,
    column: problem.column,
  };
}

/** A path of the dbt project as one of the reader's root; `..` is resolved, and kept in front where it leads out. */
export function inFolder(directory: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${directory}/${path.replace(/\\/g, '/')}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** A pattern for each of the folders. */
export function below(folders: readonly string[], pattern: string): string[] {
  return folders.map((folder) => (folder === '' ? pattern : `${folder}/${pattern}`));
}

function projectOf(value: Fields, file: string | null, directory: string): DbtProject {
  const folders = (keys: readonly string[], fallback: readonly string[]): string[] => {
    const key = keys.find((name) => value[name] !== undefined);
    return (key === undefined ? fallback : texts(value[key])).map((path) => inFolder(directory, path));
  };
  const modelPaths = folders(['model-paths', 'source-paths'], ['models']);
  const seedPaths = folders(['seed-paths', 'data-paths'], ['seeds']);
  const snapshotPaths = folders(['snapshot-paths'], ['snapshots']);
  const macroPaths = folders(['macro-paths'], ['macros']);
  const analysisPaths = folders(['analysis-paths'], ['analyses']);
  const target = text(value['target-path']);
  return {
    file,
    name: text(value['name']),
    profile: text(value['profile']),
    modelPaths,
    seedPaths,
    snapshotPaths,
    macroPaths,
    testPaths: folders(['test-paths'], ['tests']),
    docsPaths: value['docs-paths'] === undefined
      ? [...new Set([...modelPaths, ...seedPaths, ...snapshotPaths, ...macroPaths, ...analysisPaths])]
      : folders(['docs-paths'], []),
    targetPath: inFolder(directory, target === null || target.includes('{') ? 'target' : target),
    vars: fields(value['vars']),
    configs: {
      models: fields(value['models']),
      seeds: fields(value['seeds']),
      snapshots: fields(value['snapshots']),
      sources: fields(value['sources']),
      data_tests: fields(value['data_tests'] ?? value['tests']),
    },
  };
}
