import type { Applied } from './apply.js';
import { shaOf, type Context } from './context.js';
import type { Knowledge } from './knowledge.js';
import type { EntitiesRecord, FileRecord } from './lock.js';

/** Whose a file is. */

/** Whether a file holds nothing but what we wrote: written by this run, or known by its bytes. */
export function isOurFile(path: string, applied: Applied, knowledge: Knowledge, sha: string): boolean {
  const now = applied.own.get(path);
  if (now !== undefined) return now;
  const known = knowledge.file(path);
  return known?.own === true && known.sha === sha;
}

/** Names of the sources in each file of ours, so that it need not be parsed. */
export function ourSources(applied: Applied, knowledge: Knowledge): (path: string) => string[] {
  const written = new Map<string, string[]>();
  for (const id of applied.records.keys()) {
    const path = id.slice(0, id.indexOf('#'));
    const names = written.get(path) ?? [];
    written.set(path, names);
    names.push(id.slice(path.length + 1));
  }
  const gone = new Set(applied.changes.flatMap(({ edit, file }) => (edit.op === 'remove' && edit.kind === 'source' ? [`${file}#${edit.source}`] : [])));
  return (path) => [...new Set([...(written.get(path) ?? []), ...knowledge.sourcesIn(path)])].filter((name) => !gone.has(`${path}#${name}`));
}

/** Of two records of one file in a merged lock, the one that fits the file that is there. */
export function matchesFile(tree: ReadonlyMap<string, Uint8Array>, record: FileRecord | EntitiesRecord): boolean {
  const bytes = tree.get(record.id);
  return bytes !== undefined && 'sha' in record && record.sha === shaOf(bytes);
}

/**
 * What people wrote in the named files and pages, by name: sources, measures, segments, pages. Sorted. `isOurs` tells
 * pages that hold nothing but ours.
 */
export function keptEntities(context: Context, files: readonly string[], isOurs: (path: string) => boolean = () => false): string[] {
  const kept: string[] = [];
  for (const path of files) {
    const value = context.file(path)?.document.value as Record<string, unknown> | null | undefined;
    const name = typeof value?.['name'] === 'string' ? value['name'] : undefined;
    if (name === undefined) continue;
    kept.push(name);
    for (const key of ['measures', 'segments']) {
      for (const item of Array.isArray(value?.[key]) ? (value[key] as { name?: unknown }[]) : []) if (typeof item?.name === 'string') kept.push(`${name}.${item.name}`);
    }
  }
  for (const page of context.pages()) if (!isOurs(page)) kept.push(page);
  return kept.sort();
}
