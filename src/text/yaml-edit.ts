import { Draft, type YamlEdit, sameValue } from './yaml-draft.js';
import { type YamlProblem, parseBounded } from './yaml-parse.js';
import { type RenderOptions, renderDraft } from './yaml-render.js';
import type { Splice } from './yaml-slot.js';
import { Source } from './yaml-source.js';

export type { YamlEdit } from './yaml-draft.js';

export type YamlEditResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: YamlProblem };

/**
 * Applies edits, one after the other, to the text of a document: every byte outside of the touched scalars and blocks
 * stays. Missing maps and lists on a path are created; an item that is named and missing is appended. What a document
 * cannot take (a key in a list, say) is a problem, and the text is checked: it reads as the edits say, or is not
 * returned.
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): YamlEditResult {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const result = apply(text.slice(mark.length), edits);
  return result.ok ? { ok: true, text: mark + result.text } : result;
}

/** The caller holds the text already, so its size is no reason to refuse it. */
const limits = { maxBytes: Number.MAX_SAFE_INTEGER };

function apply(text: string, edits: readonly YamlEdit[]): YamlEditResult {
  // Every line ends in a line break while it is worked on; a missing last one is taken away again.
  const newline = new Source(text).newline;
  const complete = text === '' || text.endsWith('\n') ? text : text + newline;
  const parsed = parseBounded(complete, limits, true);
  if (!parsed.ok) return parsed;
  const draft = new Draft(parsed.tree.value);
  for (const edit of edits) {
    const misfit = draft.apply(edit);
    if (misfit !== undefined) return refuse(misfit);
  }
  if (sameValue(parsed.tree.value, draft.value)) return { ok: true, text };

  for (const options of attempts(edits)) {
    const edited = splice(parsed.text, renderDraft(parsed, new Source(parsed.text), draft, options));
    if (edited === undefined || !reads(edited, draft.value)) continue;
    return finish(text, complete, edited, newline, draft.value);
  }
  if (edits.length > 1) return halves(text, edits);
  return refuse('this change cannot be written without changing something else');
}

/**
 * What is tried until something reads as it should: only what differs; then without block scalars, which could take
 * in a comment below them; then ever larger blocks as a whole.
 */
function attempts(edits: readonly YamlEdit[]): readonly RenderOptions[] {
  if (edits.length > 1) return [{ blockScalars: true }];
  const depth = Math.max(edits[0]?.path.length ?? 0, 1);
  const whole = Array.from({ length: depth }, (_, above) => ({ blockScalars: false, maxDepth: depth - 1 - above }));
  return [{ blockScalars: true }, { blockScalars: false }, ...whole];
}

/** Where edits cannot be written together they are written in two steps, so that one odd edit costs few parses. */
function halves(text: string, edits: readonly YamlEdit[]): YamlEditResult {
  const middle = Math.ceil(edits.length / 2);
  const first = apply(text, edits.slice(0, middle));
  return first.ok ? apply(first.text, edits.slice(middle)) : first;
}

function finish(before: string, complete: string, edited: string, newline: string, value: unknown): YamlEditResult {
  if (before === complete || !edited.endsWith(newline)) return { ok: true, text: edited };
  const text = edited.slice(0, -newline.length);
  return { ok: true, text: reads(text, value) ? text : edited };
}

function reads(text: string, value: unknown): boolean {
  const parsed = parseBounded(text, limits);
  return parsed.ok && sameValue(parsed.tree.value, value);
}

/** Undefined where splices overlap other than by removing the same text. */
function splice(text: string, splices: readonly Splice[]): string | undefined {
  // Sorting is stable: of several at one place, insertions come first and in the order that they were made.
  const sorted = splices.toSorted((a, b) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start));
  const parts: string[] = [];
  let end = 0;
  for (const next of sorted) {
    if (next.start < end && next.text !== '') return undefined;
    parts.push(text.slice(end, Math.max(end, next.start)), next.text);
    end = Math.max(end, next.end);
  }
  return parts.join('') + text.slice(end);
}

function refuse(message: string): YamlEditResult {
  return { ok: false, problem: { reason: 'shape', message, line: 1, column: 1 } };
}
