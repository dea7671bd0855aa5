import type { ComposedSource } from '../../context/compose.js';
import { entityId, type Edit } from '../../context/edit.js';
import { nearest } from '../../text/nearest.js';
import { isPlainName, sayable } from '../../text/plain-name.js';
import { editOf, type ProposalHead } from './proposal.js';
import type { UnitScope } from './scope.js';
import type { SourceName } from './world.js';

/** What a proposal is about: the entity, where its names can be those of one. */

export type Target =
  | { readonly ok: true; /** Of the entity. */ readonly id: string; /** One of the entity, whatever it says. */ readonly edit: Edit; readonly at?: SourceName; readonly composed?: ComposedSource; /** As the source spells it. */ readonly column?: string }
  | { readonly ok: false; readonly why: string };

const identifierShape = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;
const pageShape = /^[a-z0-9][a-z0-9_-]{0,119}$/;

const refuse = (why: string): Target => ({ ok: false, why });

export function targetOf(scope: UnitScope, head: ProposalHead): Target {
  const found = (facts: Pick<Extract<Target, { ok: true }>, 'at' | 'composed' | 'column'>): Target => {
    const edit = editOf(head, { at: facts.at, column: facts.column, evidence: [] });
    return { ok: true, id: entityId(edit), edit, ...facts };
  };
  const { kind, name = '' } = head;
  if (kind === 'page') return pageShape.test(name) ? found({}) : refuse('a page needs a name of lower-case letters, digits, - and _, at most 120');
  const known = scope.findSource(head.source);
  if (!known.ok) return known;
  const { connection, source, composed } = known.source;
  const facts = { at: { connection, source }, composed };
  if (kind !== 'description') return identifierShape.test(name) ? found(facts) : refuse(`a ${kind} needs a name of letters, digits and _, at most 63`);
  if (head.column === undefined) return found(facts);
  const column = columnOf(composed, head.column);
  return column === undefined ? refuse(missingColumn(composed, head.column)) : found({ ...facts, column });
}

/** Whether the very name of a proposal stands in its way, so that it may come again under another one. */
export function isMisnamed(scope: UnitScope, head: ProposalHead): boolean {
  const target = targetOf(scope, head);
  if (!target.ok) return true;
  if (head.kind === 'page') return !scope.mayWritePage(head.name ?? '');
  return head.kind !== 'description' && target.composed !== undefined && columnOf(target.composed, head.name ?? '') !== undefined;
}

export function columnOf(source: ComposedSource, name: string): string | undefined {
  return source.columns.find((column) => column.name.toLowerCase() === name.toLowerCase())?.name;
}

export function missingColumn(source: ComposedSource, name: string): string {
  return `column ${sayable(name)} does not exist in ${sayable(source.name)}${near(name, source.columns.map((column) => column.name))}`;
}

export function near(name: string, candidates: readonly string[]): string {
  const found = nearest(name, candidates.filter(isPlainName));
  return found === undefined ? '' : `; did you mean ${found}?`;
}
