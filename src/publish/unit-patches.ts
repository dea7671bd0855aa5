import { applyDesires, type SourceDesire } from '../context/apply.js';
import type { Context } from '../context/context.js';
import type { Knowledge } from '../context/knowledge.js';
import { textOf } from './changes.js';
import { writePatch } from './patch.js';

export interface UnitPatchInput {
  readonly context: Context;
  readonly knowledge: Knowledge;
  readonly desires: readonly SourceDesire[];
  readonly due: readonly { readonly id: string; readonly evidence: readonly { readonly id: string }[] }[];
  readonly prefix: string;
}

/** Most bytes of existing files that are edited again for patches of single units; above it there are none. */
const mostBytes = 20 * 1024 * 1024;

/**
 * What each due unit alone would change in its own sources, as a patch on the base: for whoever wants one and not the
 * others. Each existing file is edited once more a unit, so in a large context with much to do there is only the whole patch.
 */
export function unitPatches(input: UnitPatchInput): { readonly unit: string; readonly patch: string }[] {
  const { context, knowledge } = input;
  const byEvidence = new Map<string, SourceDesire[]>();
  for (const desire of input.desires) {
    for (const id of desire.evidence) byEvidence.set(id, [...(byEvidence.get(id) ?? []), desire]);
  }
  const units = input.due.flatMap((unit) => {
    const own = [...new Set(unit.evidence.flatMap((one) => byEvidence.get(one.id) ?? []))];
    return own.length === 0 ? [] : [{ id: unit.id, own }];
  });
  const bytes = units.reduce((sum, { own }) => sum + own.reduce((all, desire) => all + (context.tree.get(context.entryPath(desire.connection, desire.source) ?? desire.path)?.length ?? 0), 0), 0);
  if (bytes > mostBytes) return [];
  return units.map(({ id, own }) => {
    const { files } = applyDesires(context, knowledge, own, [], true);
    const changes = [...files].map(([path, after]) => ({ path, before: textOf(context.tree, path), after }));
    return { unit: id, patch: writePatch(changes, input.prefix).text };
  });
}
