import { isOurFile } from '../../context/ours.js';
import type { Finding } from '../../finding.js';
import { gather } from '../../evidence/gather.js';
import { verifyWorld } from '../../ingest/verify-world.js';
import type { Project } from '../../project/project.js';
import { resolveSources } from '../../project/sources.js';
import type { ContextState } from './state.js';

/** `--live`: every measure, segment and join is run on its warehouse, read-only, whatever the lock says of it. */
export async function liveFindings(project: Project, state: ContextState, environment: Readonly<Record<string, string | undefined>>): Promise<Finding[]> {
  const { context, knowledge, lock } = state;
  const sources = resolveSources(project, environment, false);
  const warehouses = { ...project, connections: project.connections.filter((connection) => connection.driver !== 'dbt') };
  const world = await gather({ project: warehouses, addresses: sources.addresses, documentGlobs: [], now: () => 0, remembered: () => undefined, profiles: false });
  try {
    const nothingApplied = { changes: [], files: new Map(), findings: [], records: new Map(), own: new Map(), gone: [] };
    const verified = await verifyWorld({
      context, knowledge, warehouses: world.warehouses, dialectOf: (connection) => state.dialectOf(connection), open: new Map(lock.all('unproved').map((record) => [record.id, record.why])),
      isOurs: (path) => isOurFile(path, nothingApplied, knowledge, context.sha(path) ?? ''), moved: () => true,
    });
    const failed = verified.findings.filter((finding) => finding.code === 'measure-broken').map((finding) => ({ ...finding, severity: 'error' as const }));
    return [...sources.findings, ...world.findings, ...failed];
  } finally {
    await Promise.all(world.warehouses.map((warehouse) => warehouse.close()));
  }
}
