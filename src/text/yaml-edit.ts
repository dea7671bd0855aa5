import { Draft, type YamlEdit, sameValue } from './yaml-draft.js';
import { type Parsed, type YamlProblem, parseBounded } from './yaml-parse.js';
import { renderDraft } from './yaml-render.js';
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

  const edited = attempt(parsed, draft, Number.POSITIVE_INFINITY);
  if (edited !== undefined) return finish(text, complete, edited, newline, draft.value);
  if (edits.length > 1) return halves(text, edits);

  for (let depth = (edits[0]?.path.length ?? 0) - 1; depth >= 0; depth -= 1) {
    const rewritten = attempt(parsed, draft, depth);
    if (rewritten !== undefined) return finish(text, complete, rewritten, newline, draft.value);
  }
  return refuse('this change cannot be written without changing something else');
}

/** Where edits cannot be written together they are written in two steps, so that one odd edit costs few parses. */
function halves(text: string, edits: readonly YamlEdit[]): YamlEditResult {
  const middle = Math.ceil(edits.length / 2);
  const first = apply(text, edits.slice(0, middle));
  return first.ok ? apply(first.text, edits.slice(middle)) : first;
}

/** The text with the draft's value, or undefined where what came out does not read as that value. */
function attempt(parsed: Parsed, draft: Draft, maxDepth: number): string | undefined {
  const text = splice(parsed.text, renderDraft(parsed, new Source(parsed.text), draft, maxDepth));
  return text !== undefined && reads(text, draft.value) ? text : undefined;
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
