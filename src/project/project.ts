import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { z } from 'zod';
import type { Finding } from '../finding.js';
import { nearest } from '../text/nearest.js';
import { readYaml, type YamlDocument, type YamlPath } from '../text/yaml.js';
import { connectionSchemas, ktxSchema, modelRoles, readDrivers, skippedDrivers, type KtxConfig } from './ktx-schema.js';
import { settingsSchema, type Settings } from './settings-schema.js';
import { nearestPlace, validate } from './validate.js';

export interface FilePlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

interface ConnectionOf<Driver extends string, Options> {
  readonly id: string;
  readonly driver: Driver;
  readonly options: Options;
  /** Of the connection's key, or of the named option of it. */
  place(option?: string): FilePlace;
}

export type SqliteConnection = ConnectionOf<'sqlite', z.infer<(typeof connectionSchemas)['sqlite']>>;
export type PostgresConnection = ConnectionOf<'postgres', z.infer<(typeof connectionSchemas)['postgres']>>;
export type DbtConnection = ConnectionOf<'dbt', z.infer<(typeof connectionSchemas)['dbt']>>;
/** Read by ktx and not by ktx-ci: nothing of it is touched. */
export type SkippedConnection = ConnectionOf<'skipped', { readonly driver: string }>;
export type Connection = SqliteConnection | PostgresConnection | DbtConnection | SkippedConnection;

/** Whether the connection is a warehouse that ktx-ci opens. */
export function isWarehouse(connection: Connection): connection is SqliteConnection | PostgresConnection {
  return connection.driver === 'sqlite' || connection.driver === 'postgres';
}

/** The driver as ktx.yaml names it. */
export function driverName(connection: Connection): string {
  return connection.driver === 'skipped' ? connection.options.driver : connection.driver;
}

/** A validated project: what the other stages may rely on. */
export interface Project {
  /** Absolute. */
  readonly root: string;
  /** `ktx.yaml`, or `dbt_project.yml` where there is only a dbt project. */
  readonly file: string;
  readonly name: string;
  readonly config: KtxConfig;
  readonly settings: Settings;
  readonly connections: readonly Connection[];
  /** Warnings and notices; a project with errors is not one. */
  readonly findings: readonly Finding[];
  /** Place of a value in ktx.yaml. */
  place(...path: readonly (string | number)[]): FilePlace;
}

export type LoadedProject = { readonly ok: true; readonly project: Project } | { readonly ok: false; readonly root: string; readonly findings: readonly Finding[] };

const configBytes = 1024 * 1024;

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** The nearest directory at or above `from` that holds ktx.yaml; else `from` itself. */
function nearestProject(from: string): string {
  for (let at = resolve(from); ; at = dirname(at)) {
    if (isFile(join(at, 'ktx.yaml'))) return at;
    if (dirname(at) === at) return resolve(from);
  }
}

export interface LoadOptions {
  /** `--project-dir`, relative to cwd. */
  readonly directory?: string;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The action's input `config`: the settings file instead of ktx-ci.yaml, relative to the project. It must be there. */
  readonly settings?: string;
  /** `check` and `--dry-run` take a bare dbt project as one dbt connection with backend none. */
  readonly bareDbt: boolean;
}

/** Reads and checks ktx.yaml and ktx-ci.yaml. No network, nothing is resolved, nothing is written. */
export function loadProject(options: LoadOptions): LoadedProject {
  const named = options.directory ?? options.environment['KTX_PROJECT_DIR'];
  const root = named ? resolve(options.cwd, named) : nearestProject(options.cwd);
  if (!isFile(join(root, 'ktx.yaml'))) {
    if (options.bareDbt && isFile(join(root, 'dbt_project.yml'))) return bareDbtProject(root);
    const dbtHere = isFile(join(root, 'dbt_project.yml'));
    return {
      ok: false, root,
      findings: [{
        severity: 'error', code: 'no-project',
        message: dbtHere ? `${root} holds a dbt project and no ktx.yaml` : `there is no ktx.yaml in ${root}`,
        fix: dbtHere
          ? 'run `ktx-ci ingest --dry-run` or `ktx-ci check`, which need none, or write a ktx.yaml with a connection of driver dbt'
          : 'name the project with --project-dir DIR, or write a ktx.yaml (docs/start.md)',
      }],
    };
  }
  const read = readConfigFile(root, 'ktx.yaml');
  if (!read.document) return { ok: false, root, findings: read.findings };
  const settingsName = options.settings ?? 'ktx-ci.yaml';
  const settingsFile = options.settings !== undefined || isFile(join(root, settingsName)) ? readConfigFile(root, settingsName) : undefined;
  const findings: Finding[] = [...read.findings, ...(settingsFile?.findings ?? [])];

  const ktx = validate(ktxSchema, read.document.value, read.document, 'ktx.yaml');
  findings.push(...ktx.findings);
  let settings: Settings | undefined = settingsSchema.parse({});
  if (settingsFile) {
    const checked = settingsFile.document
      ? validate(settingsSchema, settingsFile.document.value ?? {}, settingsFile.document, settingsName)
      : { value: undefined, findings: [] };
    findings.push(...checked.findings);
    settings = checked.value;
  }
  const document = read.document;
  const place = (...path: readonly (string | number)[]): FilePlace => placeOf(document, path);
  const connections = ktx.value ? readConnections(ktx.value, document, findings) : [];
  if (ktx.value) crossChecks(ktx.value, place, findings);
  if (!ktx.value || !settings || findings.some((f) => f.severity === 'error')) return { ok: false, root, findings };
  return { ok: true, project: { root, file: 'ktx.yaml', name: basename(root), config: ktx.value, settings, connections, findings, place } };
}

function placeOf(document: YamlDocument, path: YamlPath, key = false): FilePlace {
  return { file: 'ktx.yaml', ...nearestPlace(document, path, key) };
}

function readConfigFile(root: string, file: string): { document?: YamlDocument; findings: Finding[] } {
  let bytes: Uint8Array;
  try {
    const size = statSync(join(root, file)).size;
    if (size > configBytes) {
      return { findings: [{ severity: 'error', code: 'config-too-large', file, line: 1, column: 1, message: `${file} has ${size} bytes, the most is ${configBytes}`, fix: 'remove what does not belong there' }] };
    }
    bytes = readFileSync(join(root, file));
  } catch {
    return { findings: [{ severity: 'error', code: 'config-syntax', file, message: `${file} cannot be read`, fix: 'check its permissions' }] };
  }
  const read = readYaml(bytes, { maxBytes: configBytes, maxDepth: 32 });
  if (!read.ok) {
    const { reason, message, line, column } = read.problem;
    const tooLarge = reason === 'too-large' || reason === 'too-deep' || reason === 'aliases';
    return { findings: [{ severity: 'error', code: tooLarge ? 'config-too-large' : 'config-syntax', file, line, column, message: `${file}: ${message}`, fix: tooLarge ? 'write it plainly' : 'mend the YAML at this place' }] };
  }
  const { value } = read.document;
  if (value === null || value === undefined) {
    if (file !== 'ktx.yaml') return { document: read.document, findings: [] };
    return { findings: [{ severity: 'error', code: 'config-value', file, line: 1, column: 1, message: 'ktx.yaml is empty', fix: 'add a connection (docs/start.md has a first ktx.yaml)' }] };
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { findings: [{ severity: 'error', code: 'config-value', file, line: 1, column: 1, message: `${file} holds ${Array.isArray(value) ? 'a list' : 'a single value'}, not keys`, fix: 'write keys such as connections:' }] };
  }
  return { document: read.document, findings: [] };
}

function readConnections(config: KtxConfig, document: YamlDocument, findings: Finding[]): Connection[] {
  const connections: Connection[] = [];
  for (const [id, raw] of Object.entries(config.connections)) {
    const place = (option?: string): FilePlace => placeOf(document, ['connections', id, ...(option ? [option] : [])], option === undefined);
    const { driver } = raw;
    if (driver === 'sqlite' || driver === 'postgres' || driver === 'dbt') {
      const checked = validate(connectionSchemas[driver], raw, document, 'ktx.yaml', ['connections', id]);
      findings.push(...checked.findings);
      if (!checked.value) continue;
      const options = checked.value;
      if (options.driver === 'sqlite') {
        if (options.path === undefined && options.url === undefined) {
          findings.push({ severity: 'error', code: 'config-value', ...place(), message: `connection ${id} has neither path nor url`, fix: 'add path: FILE, relative to the project' });
        } else connections.push({ id, driver: 'sqlite', options: options as SqliteConnection['options'], place });
      } else if (options.driver === 'postgres') connections.push({ id, driver: 'postgres', options: options as PostgresConnection['options'], place });
      else if (options.source_dir === undefined) {
        if (options['repo_url'] === undefined) {
          findings.push({ severity: 'error', code: 'config-value', ...place(), message: `connection ${id} has neither source_dir nor repo_url`, fix: 'add source_dir: DIR of the dbt project, relative to this project' });
        } else {
          findings.push({ severity: 'notice', code: 'driver-skipped', ...place('repo_url'), message: `${id} is a dbt project in another repository (repo_url), which ktx-ci does not clone; its context stays as it is`, fix: 'check it out beside this project and name the folder with source_dir' });
          connections.push({ id, driver: 'skipped', options: { driver }, place });
        }
      } else connections.push({ id, driver: 'dbt', options: options as DbtConnection['options'], place });
      continue;
    }
    if (skippedDrivers.includes(driver)) {
      findings.push({ severity: 'notice', code: 'driver-skipped', ...place('driver'), message: `${id}: driver ${driver} is read by ktx, not yet by ktx-ci; its context stays as it is`, fix: '' });
      connections.push({ id, driver: 'skipped', options: { driver }, place });
      continue;
    }
    const near = nearest(driver, [...readDrivers, ...skippedDrivers]);
    findings.push({
      severity: 'error', code: 'driver-unknown', ...place('driver'),
      message: `connection ${id} has the unknown driver ${driver}`,
      fix: near ? `did you mean ${near}?` : `ktx-ci reads ${readDrivers.join(', ')}; ktx also reads ${skippedDrivers.join(', ')}`,
    });
  }
  return connections;
}

function crossChecks(config: KtxConfig, place: Project['place'], findings: Finding[]): void {
  const { backend, vertex, openaiCompatible } = config.llm.provider;
  if (backend !== 'none' && !config.llm.models.default?.trim()) {
    findings.push({
      severity: 'error', code: 'model-missing', ...place('llm', 'models', 'default'),
      message: `llm.provider.backend is ${backend}, but llm.models.default is not set`,
      fix: 'add llm.models.default with a model id of that backend, or set the backend to none',
    });
  }
  for (const role of modelRoles) {
    if (config.llm.models[role] !== undefined && !config.llm.models[role]?.trim() && role !== 'default') {
      findings.push({ severity: 'error', code: 'config-value', ...place('llm', 'models', role), message: `llm.models.${role} is blank`, fix: 'name a model, or remove the key' });
    }
  }
  if (backend === 'vertex' && !vertex) {
    findings.push({ severity: 'error', code: 'config-value', ...place('llm', 'provider'), message: 'backend vertex needs llm.provider.vertex.location', fix: 'add vertex: {location: us-east5} under llm.provider' });
  }
  if (backend === 'openai-compatible' && !openaiCompatible) {
    findings.push({ severity: 'error', code: 'config-value', ...place('llm', 'provider'), message: 'backend openai-compatible needs llm.provider.openaiCompatible.base_url', fix: 'add openaiCompatible: {base_url: URL} under llm.provider' });
  }
  const ids = Object.keys(config.connections);
  const known = (id: string, ...path: (string | number)[]): void => {
    if (ids.includes(id)) return;
    const near = nearest(id, ids);
    findings.push({ severity: 'error', code: 'connection-unknown', ...place(...path), message: `${path.join('.')} names the connection ${id}, which does not exist`, fix: near ? `did you mean ${near}?` : `connections are ${ids.join(', ') || 'none'}` });
  };
  config.setup?.database_connection_ids.forEach((id, i) => { known(id, 'setup', 'database_connection_ids', i); });
  for (const [id, connection] of Object.entries(config.connections)) {
    const mappings = (connection['mappings'] ?? {}) as { databaseMappings?: Record<string, unknown>; connectionMappings?: Record<string, unknown> };
    for (const key of ['databaseMappings', 'connectionMappings'] as const) {
      for (const [name, target] of Object.entries(mappings[key] ?? {})) {
        if (typeof target === 'string') known(target, 'connections', id, 'mappings', key, name);
      }
    }
  }
}

function bareDbtProject(root: string): LoadedProject {
  const place = (): FilePlace => ({ file: 'dbt_project.yml', line: 1, column: 1 });
  const config = ktxSchema.parse({ connections: { dbt: { driver: 'dbt', source_dir: '.' } } });
  const connection: DbtConnection = { id: 'dbt', driver: 'dbt', options: { driver: 'dbt', source_dir: '.' }, place };
  return {
    ok: true,
    project: {
      root, file: 'dbt_project.yml', name: basename(root), config, settings: settingsSchema.parse({}), connections: [connection], place,
      findings: [{ severity: 'notice', code: 'no-project', file: 'dbt_project.yml', message: 'no ktx.yaml here: this dbt project is read as one dbt connection, with no warehouse and no model', fix: 'write a ktx.yaml to check against your warehouse (docs/start.md)' }],
    },
  };
}
