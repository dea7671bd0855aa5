import { canonicalJson } from '../text/canonical.js';
import type { Draft, SourceDesire } from './draft.js';
import { outranks, type PageValue, type PutPage, type RemoveEdit } from './edit.js';
import type { EntityRecord } from './knowledge.js';
import { editPage, fieldHash, fieldsOf, otherKeys, pageFields, plainBody, readPage, renderPage, type Page, type PageField } from './page.js';
import { pagePath } from './placement.js';

/**
 * Brings a wiki page to what is wanted, field by field: what is ours is updated, what a person wrote stays. A page that
 * nothing restates stays as it is, a page that a person deleted stays away.
 */
export function applyPage(draft: Draft, desire: Pick<SourceDesire, 'source' | 'edits' | 'withdrawn'>): void {
  const { context, knowledge } = draft;
  const key = desire.source;
  const edit = desire.edits.find((one) => one.kind === 'page');
  const path = pagePath(key);
  if (path === undefined) {
    if (edit) draft.say({ severity: 'warning', code: 'edit-dropped', message: `${JSON.stringify(key)} cannot be the key of a page`, fix: 'lower-case letters, digits, - and _, at most 120', evidence: edit.evidence });
    return;
  }
  const known = knowledge.records('', key) ?? {};
  if (knowledge.isGone(`page:${key}`)) return;
  const wanted = edit && { ...edit, value: { ...edit.value, body: plainBody(edit.value.body) } };
  const withdrawal = wanted ? undefined : desire.withdrawn.find((one) => one.kind === 'page');
  draft.lookedAt(path, key);
  if (draft.isKnown(path) && isSettled(known, wanted, withdrawal)) {
    for (const [field, record] of Object.entries(known)) draft.record(path, key, field, wanted ? recordAfter(record, wanted, record.h) : record);
  } else if (context.isBroken(path)) draft.recordAll(path, key, known);
  else if (!context.tree.has(path)) missing(draft, path, key, known, wanted);
  else present(draft, path, key, known, wanted, withdrawal);
}

type Records = Readonly<Record<string, EntityRecord>>;

function isSettled(known: Records, wanted: PutPage | undefined, withdrawal: RemoveEdit | undefined): boolean {
  if (!wanted) return withdrawal === undefined;
  return pageFields.every((field) => known[field]?.h === fieldHash(wanted.value[field]));
}

function missing(draft: Draft, path: string, key: string, known: Records, wanted: PutPage | undefined): void {
  if (Object.keys(known).length > 0) return draft.noteGone(`page:${key}`, path);
  if (!wanted) return;
  // on a disk that does not tell upper from lower case the two would be one file
  const twin = draft.context.pages().find((one) => one.toLowerCase() === path);
  if (twin !== undefined) return suggestPage(draft, twin, wanted, `${twin} is yours and stays`);
  draft.workOn(path).text = renderPage(wanted.value);
  draft.change({ edit: wanted, file: path });
  for (const field of pageFields) draft.record(path, key, field, recordAfter(undefined, wanted, fieldHash(wanted.value[field])));
}

function present(draft: Draft, path: string, key: string, known: Records, wanted: PutPage | undefined, withdrawal: RemoveEdit | undefined): void {
  const text = Buffer.from(draft.context.tree.get(path) ?? []).toString('utf8');
  const page = readPage(Buffer.from(text));
  if (page.problem) {
    draft.recordAll(path, key, known);
    if (wanted || withdrawal) draft.say({ severity: 'warning', code: 'context-syntax', file: path, line: page.problem.line, column: page.problem.column, message: `${path}: ${page.problem.message}`, fix: 'mend the YAML at this place; until then the page is left alone' });
    return;
  }
  const current = fieldsOf(page);
  const before = valueOf(current);
  const isOurs = (field: PageField): boolean => known[field]?.h === fieldHash(current[field]);
  const work = draft.workOn(path);
  work.foreign = !pageFields.every(isOurs) || otherKeys(page).length > 0;
  if (withdrawal && pageFields.some(isOurs)) {
    if (!work.foreign) {
      work.remove = true;
      return draft.change({ edit: withdrawal, file: path, before });
    }
    const theirs = [...pageFields.filter((field) => !isOurs(field)), ...otherKeys(page)];
    draft.say({ severity: 'notice', code: 'suggestion', file: path, ...placeOf(page, theirs[0]), message: `page:${key} no longer holds, but ${theirs.join(', ')} in it ${theirs.length === 1 ? 'is' : 'are'} yours, so it stays`, fix: 'delete the page if you agree', evidence: withdrawal.evidence });
  }
  const changes = new Map<PageField, string | readonly string[]>();
  for (const field of pageFields) {
    const record = known[field];
    const value = wanted?.value[field];
    const same = value !== undefined && canonicalJson(value) === canonicalJson(current[field]);
    const later = record && wanted && value !== undefined ? recordAfter(record, wanted, fieldHash(value)) : record;
    if (same && later) draft.record(path, key, field, later);
    else if (record && isOurs(field) && (value === undefined || later === record)) {
      draft.record(path, key, field, record);
      if (value !== undefined && wanted) suggestField(draft, path, page, wanted, field, `is decided and stays; a model would write`);
    } else if (later && value !== undefined && isOurs(field) && (page.frontmatter !== undefined || field === 'body')) {
      changes.set(field, value);
      draft.record(path, key, field, later);
    } else if (value !== undefined && !same && wanted) suggestField(draft, path, page, wanted, field, 'is yours and stays; the evidence says');
  }
  if (changes.size === 0 || !wanted) return;
  const edited = editPage(text, changes);
  if (!edited.ok) {
    draft.recordAll(path, key, known);
    draft.say({ severity: 'warning', code: 'context-syntax', file: path, line: edited.problem.line + page.frontmatterLine - 1, column: edited.problem.column, message: `${path} cannot be edited without changing what else it says: ${edited.problem.message}`, fix: 'simplify the YAML at this place' });
    return;
  }
  work.text = edited.text;
  draft.change({ edit: { ...wanted, value: { ...before, ...Object.fromEntries(changes) } }, file: path, before });
}

/** A decision of reconcile stays against a model that is asked again. */
function recordAfter(record: EntityRecord | undefined, edit: PutPage, h: string): EntityRecord {
  return record && outranks(record.by, edit.author) ? record : { h, by: edit.author, ev: edit.evidence };
}

function valueOf(fields: ReturnType<typeof fieldsOf>): PageValue {
  const list = (key: 'tags' | 'refs' | 'sl_refs'): readonly string[] => (fields[key] ?? []) as readonly string[];
  return { summary: (fields.summary ?? '') as string, tags: list('tags'), refs: list('refs'), sl_refs: list('sl_refs'), body: (fields.body ?? '') as string };
}

function placeOf(page: Page, field: string | undefined): { readonly line: number; readonly column: number } {
  if (field === 'body') return { line: page.bodyLine, column: 1 };
  const place = page.frontmatter?.place([field ?? ''], { key: true });
  return place ? { line: place.line + page.frontmatterLine - 1, column: place.column } : { line: 1, column: 1 };
}

function suggestField(draft: Draft, file: string, page: Page, edit: PutPage, field: PageField, why: string): void {
  const value = JSON.stringify(edit.value[field]);
  draft.say({
    severity: 'notice', code: 'suggestion', file, ...placeOf(page, field), message: `${field} of page:${edit.source} ${why} ${value.length > 300 ? `${value.slice(0, 299)}…` : value}`,
    fix: 'change it yourself if you agree', evidence: edit.evidence,
  });
}

function suggestPage(draft: Draft, file: string, edit: PutPage, why: string): void {
  draft.say({ severity: 'notice', code: 'suggestion', file, line: 1, column: 1, message: `${why}; the evidence would make page:${edit.source}: ${JSON.stringify(edit.value.summary)}`, fix: 'change it yourself if you agree', evidence: edit.evidence });
}
