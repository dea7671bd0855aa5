import type { Finding } from '../../../finding.js';
import type { ConfinedReader } from '../../files.js';
import type { Origin } from '../../evidence.js';
import { blocksIn, callsIn, callsInTemplate, type JinjaCall, placeAt } from './jinja.js';
import { below, type DbtProject } from './project.js';
import { type Fields, fields, lines } from './shape.js';

/** A model, snapshot or singular test as its SQL or Python says it. */
export interface Code {
  readonly name: string;
  readonly raw: string;
  readonly origin: Origin;
  /** Folders between the configured one and the file, for dbt_project.yml. */
  readonly folders: readonly string[];
  readonly calls: readonly JinjaCall[];
  /** All config(…) calls in one, the later over the earlier. A value that is not a literal is undefined. */
  readonly config: Fields;
}

export interface CodeFiles {
  readonly models: readonly Code[];
  readonly snapshots: readonly Code[];
  readonly singularTests: readonly Code[];
  readonly seeds: readonly Pick<Code, 'name' | 'origin' | 'folders'>[];
  readonly findings: readonly Finding[];
}

export async function readCode(reader: ConfinedReader, project: DbtProject): Promise<CodeFiles> {
  const findings: Finding[] = [];
  const models: Code[] = [];
  const snapshots: Code[] = [];
  const singularTests: Code[] = [];

  async function each(folders: readonly string[], extensions: string, take: (file: string, contents: string, folders: readonly string[]) => void): Promise<void> {
    const { files, findings: problems } = await reader.list(below(folders, `**/*.${extensions}`));
    findings.push(...problems);
    for (const file of files) {
      const read = await reader.text(file);
      if (read.ok) take(file, read.text, foldersBelow(file, folders));
      else findings.push(read.finding);
    }
  }

  await each(project.modelPaths, '{sql,py}', (file, contents, folders) => models.push(codeOf(stem(file), contents, { file, line: 1 }, folders)));
  await each(project.snapshotPaths, 'sql', (file, contents, folders) => {
    for (const block of blocksIn(contents, 'snapshot')) {
      snapshots.push(codeOf(block.name, block.contents, { file, ...placeAt(contents, block.index) }, folders));
    }
  });
  await each(project.testPaths, 'sql', (file, contents, folders) => {
    // Generic tests are macros, not tests.
    if (folders[0] !== 'generic') singularTests.push(codeOf(stem(file), contents, { file, line: 1 }, folders));
  });
  const seedFiles = await reader.list(below(project.seedPaths, '**/*.csv'));
  findings.push(...seedFiles.findings);
  return {
    models,
    snapshots,
    singularTests,
    seeds: seedFiles.files.map((file) => ({ name: stem(file), origin: { file, line: 1 }, folders: foldersBelow(file, project.seedPaths) })),
    findings,
  };
}

/** The folders between the configured path that holds the file and the file. */
export function foldersBelow(file: string, paths: readonly string[]): string[] {
  const base = paths.filter((path) => path === '' || file.startsWith(`${path}/`)).sort((a, b) => b.length - a.length)[0] ?? '';
  return file.slice(base === '' ? 0 : base.length + 1).split('/').slice(0, -1);
}

function codeOf(name: string, contents: string, origin: Origin, folders: readonly string[]): Code {
  const isPython = origin.file?.endsWith('.py') === true;
  const names = ['ref', 'source', 'config'];
  const calls = isPython ? callsIn(contents.replace(/#.*$/gm, ''), names, 'dbt.') : callsInTemplate(contents, names);
  const config = calls.filter((call) => call.name === 'config').map((call) => ({ ...fields(call.args[0]), ...call.kwargs }));
  return {
    name,
    raw: lines(contents).trim(),
    origin,
    folders,
    calls: calls.filter((call) => call.name !== 'config'),
    config: Object.assign({}, ...config) as Fields,
  };
}

function stem(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return name.slice(0, name.lastIndexOf('.'));
}
