import type { ConfinedReader } from '../../files.js';
import type { TableName } from '../../evidence.js';
import { type ConfigLayers, configured } from './config-layers.js';
import { below, type DbtProject } from './project.js';
import type { Scope } from './target.js';

/** Which of dbt's naming rules the project replaces by macros of its own. */
export interface NamingRules {
  readonly ownSchemaRule: boolean;
  readonly ownDatabaseRule: boolean;
}

export async function readNamingRules(reader: ConfinedReader, project: DbtProject): Promise<NamingRules> {
  const { files } = await reader.list(below(project.macroPaths, '**/*.sql'));
  let macros = '';
  for (const file of files) {
    const read = await reader.text(file);
    if (read.ok) macros += `${read.text}\n`;
  }
  const replaces = (name: string): boolean => new RegExp(`\\{%[-+]?\\s*macro\\s+(\\w+__)?${name}\\s*\\(`).test(macros);
  return { ownSchemaRule: replaces('generate_schema_name'), ownDatabaseRule: replaces('generate_database_name') };
}

/**
 * The relation that dbt would build, by its default rules: the target's schema, or `<target schema>_<custom schema>`.
 * A part that depends on a macro of the project, a missing profile or unresolvable Jinja is null.
 */
export function relationOf(name: string, layers: ConfigLayers, scope: Scope, rules: NamingRules): TableName {
  const targetSchema = configured(layers, scope, 'target_schema');
  const targetDatabase = configured(layers, scope, 'target_database');
  const custom = configured(layers, scope, 'schema', 'dataset');
  const database = configured(layers, scope, 'database', 'project', 'catalog');
  const alias = configured(layers, scope, 'alias');
  const ofTarget = scope.target.schema;
  const byRule = custom === undefined ? ofTarget : custom === null || ofTarget === null ? null : `${ofTarget}_${custom.trim()}`;
  return {
    catalog: targetDatabase !== undefined ? targetDatabase : rules.ownDatabaseRule ? null : database !== undefined ? database : scope.target.database,
    schema: targetSchema !== undefined ? targetSchema : rules.ownSchemaRule ? null : byRule,
    name: alias ?? name,
  };
}
