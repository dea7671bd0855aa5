import type { Finding } from '../../../finding.js';
import { sha256 } from '../../../text/canonical.js';
import type { ConfinedReader } from '../../files.js';
import { below, type DbtProject } from './project.js';
import { type Fields, fields, lines, list, text } from './shape.js';

/** One SQL, Python or CSV file that the manifest was made from. */
interface Recorded {
  readonly file: string;
  readonly rawCode: string | null;
  readonly checksum: string | null;
}

/** What a stale check needs of a manifest, so that the manifest itself can go. */
export interface ManifestRecord {
  readonly recorded: readonly Recorded[];
  /** Every file that a node of the project names, disabled ones and property files included. */
  readonly known: ReadonlySet<string>;
}

export function manifestRecord(manifest: Fields, project: string, file: (path: string) => string): ManifestRecord {
  const recorded: Recorded[] = [];
  const known = new Set<string>();
  const own = (value: unknown): boolean => fields(value)['package_name'] === project;
  for (const node of Object.values(fields(manifest['nodes'])).filter(own).map(fields)) {
    const path = text(node['original_file_path']);
    const kind = node['resource_type'];
    if (path === null || !(kind === 'model' || kind === 'seed' || kind === 'snapshot')) continue;
    known.add(file(path));
    if (/\.ya?ml$/i.test(path)) continue;
    const checksum = fields(node['checksum']);
    recorded.push({
      file: file(path),
      rawCode: text(node['raw_code']),
      // A large seed has its path in place of a digest.
      checksum: checksum['name'] === 'sha256' ? text(checksum['checksum']) : null,
    });
  }
  for (const versions of Object.values(fields(manifest['disabled']))) {
    for (const node of list(versions).filter(own)) {
      const path = text(fields(node)['original_file_path']);
      if (path !== null) known.add(file(path));
    }
  }
  return { recorded, known };
}

/**
 * A finding where the project's SQL and seed files are not the ones that the manifest was made from. Contents are
 * compared, because a checkout sets modification times anew. A folder with artifacts alone is not stale.
 */
export async function staleManifest(reader: ConfinedReader, project: DbtProject, record: ManifestRecord): Promise<Finding | undefined> {
  const patterns = [
    ...below(project.modelPaths, '**/*.{sql,py}'),
    ...below(project.snapshotPaths, '**/*.sql'),
    ...below(project.seedPaths, '**/*.csv'),
  ];
  const present = new Set((await reader.list(patterns)).files);
  if (present.size === 0) return undefined;

  const byFile = new Map<string, Recorded[]>();
  for (const entry of record.recorded) byFile.set(entry.file, [...(byFile.get(entry.file) ?? []), entry]);
  const missing = [...byFile.keys()].filter((file) => !present.has(file));
  const added = [...present].filter((file) => !record.known.has(file));
  const changed: string[] = [];
  for (const [file, entries] of byFile) {
    if (!present.has(file)) continue;
    const read = await reader.text(file);
    if (read.ok && entries.some((entry) => differs(entry, read.text))) changed.push(file);
  }

  if (changed.length + missing.length + added.length === 0) return undefined;
  const counts = [count(changed, 'changed'), count(added, 'new'), count(missing, 'missing')].filter((part) => part !== '').join(', ');
  return {
    severity: 'warning',
    code: 'dbt-manifest-stale',
    message: `The dbt manifest was made from other files than the project has now: ${counts}. It was used all the same.`,
    fix: 'Run `dbt parse` (or `dbt docs generate`) before this step, or delete the target folder so that the files are read.',
    ...(project.file === null ? {} : { file: project.file }),
  };
}

/** dbt hashed a file as it lay on disk before 1.5 and without surrounding space since; SQL is in the manifest anyway. */
function differs(entry: Recorded, contents: string): boolean {
  const present = lines(contents);
  if (entry.rawCode !== null) return !present.includes(lines(entry.rawCode).trim());
  if (entry.checksum === null) return false;
  return ![contents, contents.trim(), present, present.trim()].some((candidate) => sha256(candidate) === entry.checksum);
}

function count(files: readonly string[], what: string): string {
  if (files.length === 0) return '';
  const named = files.toSorted().slice(0, 3).join(', ');
  return `${files.length} ${what} (${named}${files.length > 3 ? ', …' : ''})`;
}
