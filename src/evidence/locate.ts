import type { Finding } from '../finding.js';
import { confinedReader } from './files.js';
import { locate } from './sources/dbt/locate.js';

/** Gives every finding that names a YAML pointer the line and column that it stands at. `root` is what paths are relative to. */
export async function locateFindings(findings: readonly Finding[], root: string): Promise<Finding[]> {
  const reader = confinedReader(root);
  return Promise.all(findings.map(async ({ pointer, ...finding }) => {
    if (finding.file === undefined || finding.line !== undefined) return finding;
    const place = await locate(reader, { file: finding.file, ...(pointer === undefined ? {} : { pointer }) });
    return place ? { ...finding, line: place.line, column: place.column } : finding;
  }));
}
