import type { Finding } from '../../../finding.js';
import { readYaml } from '../../../text/yaml.js';
import type { ConfinedReader } from '../../files.js';
import { callsIn, renderWith } from './jinja.js';
import { type DbtProject, inFolder, unusableYaml } from './project.js';
import { type Fields, fields, text } from './shape.js';

/** Where dbt would build: one output of profiles.yml. Null is what is not known. */
export interface DbtTarget {
  readonly name: string | null;
  readonly type: string | null;
  readonly database: string | null;
  readonly schema: string | null;
}

const nowhere: DbtTarget = { name: null, type: null, database: null, schema: null };

/** The default target of the project's profile, where profiles.yml lies beside dbt_project.yml. */
export async function readTarget(reader: ConfinedReader, project: DbtProject, directory: string): Promise<{ readonly target: DbtTarget; readonly findings: readonly Finding[] }> {
  const file = inFolder(directory, 'profiles.yml');
  if (project.profile === null || !(await reader.exists(file))) return { target: nowhere, findings: [] };
  const read = await reader.text(file);
  if (!read.ok) return { target: nowhere, findings: [read.finding] };
  const yaml = readYaml(read.text);
  if (!yaml.ok) return { target: nowhere, findings: [unusableYaml(file, yaml.problem)] };

  const scope: Scope = { vars: {}, target: nowhere };
  const profile = fields(fields(yaml.document.value)[project.profile]);
  const name = rendered(profile['target'], scope) ?? 'default';
  const output = fields(fields(profile['outputs'])[name]);
  if (Object.keys(output).length === 0) return { target: { ...nowhere, name }, findings: [] };
  const first = (...keys: readonly string[]): string | null => {
    const key = keys.find((candidate) => text(output[candidate]) !== null);
    return key === undefined ? null : rendered(output[key], scope);
  };
  const type = first('type');
  return {
    target: {
      name,
      type,
      database: type === 'duckdb' ? first('database') ?? duckdbName(first('path')) : first('database', 'dbname', 'project', 'catalog'),
      schema: first('schema', 'dataset') ?? (type === 'duckdb' ? 'main' : null),
    },
    findings: [],
  };
}

/** What Jinja in YAML may refer to. */
export interface Scope {
  readonly vars: Fields;
  readonly target: DbtTarget;
}

/** The variables of dbt_project.yml, those of the project over the global ones. */
export function scopeOf(project: DbtProject, target: DbtTarget): Scope {
  return { vars: { ...project.vars, ...fields(project.vars[project.name ?? '']) }, target };
}

/**
 * A configured text with its `env_var` defaults, `var`s and `target` fields filled in; null where it is absent or needs
 * more than that. Environment variables are not read: what a machine happens to have must not change what is committed.
 */
export function rendered(value: unknown, scope: Scope): string | null {
  const raw = text(value);
  return raw === null ? null : renderWith(raw, (expression) => valueOf(expression, scope));
}

function valueOf(expression: string, scope: Scope): string | null {
  const bare = expression.replace(/(\s*\|\s*(as_text|as_number|as_native|as_bool|int|string|trim))+$/, '');
  const field = /^target\.(name|type|database|dbname|project|schema|dataset)$/.exec(bare)?.[1];
  if (field !== undefined) {
    if (field === 'dbname' || field === 'project') return scope.target.database;
    return scope.target[field === 'dataset' ? 'schema' : (field as keyof DbtTarget)];
  }
  const call = callsIn(bare, ['env_var', 'var'])[0];
  if (!call || call.index !== 0 || !/^\w+\s*\([^()]*\)$/.test(bare)) return null;
  const [name, fallback] = call.args;
  if (typeof name !== 'string') return null;
  return text(call.name === 'var' ? (scope.vars[name] ?? fallback) : fallback);
}

function duckdbName(path: string | null): string | null {
  if (path === null) return null;
  if (path === ':memory:') return 'memory';
  return path.split(/[\\/]/).at(-1)?.replace(/\.[^.]*$/, '') ?? null;
}
