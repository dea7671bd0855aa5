import type { Finding } from '../finding.js';
import { nearest } from '../text/nearest.js';
import type { Project } from './project.js';

/** What can be said about a run from its configuration alone, before anything is opened. */
export function preflight(project: Project, connections: readonly string[], documents: readonly string[]): Finding[] {
  return [...unknownConnections(project, connections), ...nothingToRead(project, documents)];
}

function unknownConnections(project: Project, named: readonly string[]): Finding[] {
  const ids = project.connections.map((connection) => connection.id);
  return named.filter((id) => !ids.includes(id)).map((id) => {
    const near = nearest(id, ids);
    return { severity: 'error', code: 'connection-unknown', message: `there is no connection ${id} in ${project.file}`, fix: near ? `did you mean ${near}?` : `connections are ${ids.join(', ') || 'none'}` };
  });
}

function nothingToRead(project: Project, documents: readonly string[]): Finding[] {
  if (project.connections.some((connection) => connection.driver !== 'skipped') || project.settings.documents.length + documents.length > 0) return [];
  return [{
    severity: 'warning', code: 'config-value', ...project.place('connections'),
    message: `${project.file} has no connection that ktx-ci reads and ktx-ci.yaml names no documents`, fix: 'add a connection of driver sqlite, postgres or dbt (docs/start.md)',
  }];
}
