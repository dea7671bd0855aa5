import type { Finding } from '../../../finding.js';
import type { ConfinedReader } from '../../files.js';
import type { DbtContents } from './manifest.js';
import type { DbtProject } from './project.js';
import { references } from './references.js';

export async function fileContents(_reader: ConfinedReader, _project: DbtProject, _directory: string, connection: string): Promise<{ readonly contents: DbtContents; readonly findings: readonly Finding[] }> {
  return { contents: { nodes: [], named: [], references: references(connection, '', []) }, findings: [] };
}
