import { byText, hash12 } from '../text/canonical.js';
import type { YamlPath, YamlValue } from '../text/yaml.js';
import { editYaml } from '../text/yaml-edit.js';
import { emitYaml } from '../text/yaml.js';
import { applyManifest } from './apply-manifest.js';
import { applyOverlay } from './apply-overlay.js';
import { applyPage } from './apply-page.js';
import { applyStandalone } from './apply-standalone.js';
import type { Context } from './context.js';
import { Draft, type Applied, type Removals, type SourceDesire, type SourceRemoval } from './draft.js';
import { sortEdits, type Edit, type RemoveEdit } from './edit.js';
import type { Knowledge } from './knowledge.js';
import { contextPath, slotOf, standalonePath } from './placement.js';
import { overlayRecords, scannedRecords } from './records.js';
import { withoutOurs } from './settle.js';

export type { Applied, Change, Removals, SourceDesire, SourceRemoval } from './draft.js';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Brings the context to what is wanted, field by field and byte-preserving: what follows its evidence is written, what is
 * ours is updated, what is a person's is left alone and answered with a suggestion. Pure; the order of `desires` does not
 * matter. What a model wrote stays on nights on which nothing restates it, until it is withdrawn. `removals` are sources
 * whose evidence is gone for good. `additive`: some source could not be read, so nothing is removed but what is withdrawn.
 */
export function applyDesires(context: Context, knowledge: Knowledge, desires: readonly SourceDesire[], removals: Removals, additive: boolean): Applied {
  const draft = new Draft(context, knowledge, additive);
  const sorted = [...desires].sort((a, b) => byText(`${a.connection}/${a.source}`, `${b.connection}/${b.source}`));
  for (const desire of sorted) applyDesire(draft, desire);
  const pages = new Set(sorted.flatMap((desire) => (desire.kind === 'page' ? [desire.source] : [])));
  for (const key of knowledge.sources('')) if (!pages.has(key)) applyPage(draft, { source: key, edits: [], withdrawn: [] });
  for (const removal of removals) applyRemoval(draft, removal);
  return finish(draft, sorted, removals);
}

function applyDesire(draft: Draft, desire: SourceDesire): void {
  if (desire.kind === 'page') return applyPage(draft, desire);
  if (isGone(draft, desire)) return;
  if (desire.kind === 'standalone') applyStandalone(draft, desire);
  else {
    applyManifest(draft, desire);
    applyOverlay(draft, desire);
  }
}

/** Whether a person deleted the source: it stays away. */
function isGone(draft: Draft, desire: SourceDesire): boolean {
  const id = `source:${desire.connection}/${desire.source}`;
  if (draft.knowledge.isGone(id)) return true;
  const known = draft.knowledge.records(desire.connection, desire.source);
  if (known?.[''] === undefined) return false;
  const path = desire.kind === 'manifest'
    ? draft.context.entryPath(desire.connection, desire.source)
    : draft.context.sourcePath(desire.connection, desire.source);
  if (path !== undefined || draft.context.isBroken(desire.path)) return false;
  draft.noteGone(id, desire.path);
  return true;
}

/** Takes a source away whose evidence is gone; what a person wrote about it stays, with a finding. */
function applyRemoval(draft: Draft, removal: SourceRemoval): void {
  const { connection, source } = removal;
  const edit: RemoveEdit = { op: 'remove', kind: 'source', connection, source, evidence: removal.evidence, author: 'derived' };
  const known = draft.knowledge.records(connection, source);
  const entry = draft.context.entry(connection, source);
  if (entry) {
    draft.workOn(entry.file.path).edits.push({ path: ['tables', source], value: undefined });
    draft.change({ edit, file: entry.file.path, before: entry.value });
  }
  const file = draft.context.source(connection, source);
  if (!file) return;
  if (isOurs(file.value, known ?? {}, entry === undefined)) {
    draft.workOn(file.file.path).remove = true;
    draft.change({ edit, file: file.file.path, before: file.value });
  } else if (entry) {
    draft.say({
      severity: 'warning', code: 'context-orphan', file: file.file.path, ...file.file.document.place(['name']),
      message: `${source} no longer exists in ${connection}, but you wrote about it here`,
      fix: removal.renamed === undefined ? 'delete the file, or point it at another source' : `it seems to be ${removal.renamed} now, which has the same columns: write name: ${removal.renamed}`, evidence: removal.evidence,
    });
  }
}

/** Whether an overlay, or a standalone file, holds nothing but what we wrote. */
function isOurs(value: Readonly<Record<string, unknown>>, known: NonNullable<ReturnType<Knowledge['records']>>, standalone: boolean): boolean {
  const pathOf = (edit: Edit): YamlPath => (standalone ? standalonePath(edit) : slotOf(edit).path);
  const rest: YamlValue | undefined = withoutOurs(value, known, pathOf);
  return Object.keys(rest ?? {}).every((key) => key === 'name') || (standalone && known['']?.h === hash12(rest));
}

function finish(draft: Draft, desires: readonly SourceDesire[], removals: Removals): Applied {
  const files = new Map<string, string | null>();
  const own = new Map<string, boolean>();
  const wanted = new Set(desires.map((desire) => `${desire.connection}/${desire.source}`));
  const removed = new Set(removals.map((removal) => `${removal.connection}/${removal.source}`));
  for (const [path, work] of [...draft.work.entries()].sort(([a], [b]) => byText(a, b))) {
    const page = contextPath(path)?.kind === 'page';
    if (page) {
      own.set(path, !work.foreign && !hasStrangers(draft, path, wanted, removed));
      if (work.remove) files.set(path, null);
      else if (work.text !== undefined) files.set(path, work.text);
      continue;
    }
    const present = draft.context.file(path);
    if (!present) {
      if (work.fresh.size === 0 && work.whole === undefined) continue;
      const sorted = [...work.fresh.entries()].sort(([a], [b]) => byText(a, b));
      files.set(path, emitYaml(work.whole ?? { tables: Object.fromEntries(sorted) }));
      own.set(path, true);
      continue;
    }
    own.set(path, !work.foreign && !hasStrangers(draft, path, wanted, removed));
    if (work.remove) {
      files.set(path, null);
      continue;
    }
    if (work.edits.length === 0) continue;
    const edited = editYaml(present.text, work.edits);
    if (edited.ok) {
      if (edited.text !== present.text) files.set(path, edited.text);
    } else {
      draft.say({
        severity: 'error', code: 'context-syntax', file: path, line: edited.problem.line, column: edited.problem.column,
        message: `${path} cannot be edited without changing what else it says: ${edited.problem.message}`, fix: 'simplify the YAML at this place (anchors, merge keys)',
      });
      withdraw(draft, path);
    }
  }
  return {
    changes: sortEdits(draft.changes.filter((change) => files.has(change.file)), (change) => change.edit),
    files, own, records: draft.records, gone: [...draft.gone].sort(byText),
    findings: [...draft.context.findings(), ...draft.findings],
  };
}

/** A file that could not be edited keeps its old records. */
function withdraw(draft: Draft, path: string): void {
  const kind = contextPath(path);
  const connection = kind !== undefined && 'connection' in kind ? kind.connection : '';
  for (const id of [...draft.records.keys()]) {
    if (!id.startsWith(`${path}#`)) continue;
    const source = id.slice(path.length + 1);
    const known = draft.knowledge.records(connection, source) ?? {};
    const beside = draft.context.entryPath(connection, source) !== undefined;
    draft.records.set(id, kind?.kind === 'manifest' ? scannedRecords(known) : beside ? overlayRecords(known) : { ...known });
  }
}

function hasStrangers(draft: Draft, path: string, wanted: ReadonlySet<string>, removed: ReadonlySet<string>): boolean {
  if (draft.isKnown(path)) return draft.knowledge.file(path)?.own === false;
  const match = /^semantic-layer\/([^/]+)\/_schema\//.exec(path);
  if (!match) return false;
  const tables = draft.context.file(path)?.document.value;
  const names = isRecord(tables) && isRecord(tables['tables']) ? Object.keys(tables['tables']) : [];
  return names.some((name) => !wanted.has(`${match[1] ?? ''}/${name}`) && !removed.has(`${match[1] ?? ''}/${name}`));
}
