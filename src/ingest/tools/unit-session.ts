import type { Edit, PutEdit, RemoveEdit } from '../../context/edit.js';
import { entityId } from '../../context/edit.js';
import type { Finding } from '../../finding.js';
import type { Verdict } from '../../report.js';
import { Attempts } from '../judging/attempts.js';
import type { Checked } from '../judging/check-proposal.js';
import type { Disclosure } from '../judging/disclosure.js';
import type { ProposalHead } from '../judging/proposal.js';
import { Refusals } from '../judging/refusals.js';
import type { UnitScope } from '../judging/scope.js';
import { targetOf } from '../judging/target.js';
import type { Question } from '../questions.js';

/** A verdict with its reason. */
export interface Proved {
  readonly verdict: Verdict;
  readonly why?: string;
  /** What came of running it beside its origin. */
  readonly compared?: string;
}

/** A measure that people may want although its origin says something else. */
export type Differing = NonNullable<Extract<Checked, { readonly ok: false }>['differs']>;

/** What one unit has said so far. The tools write it; nothing else does. */
export class UnitSession {
  readonly scope: UnitScope;
  readonly disclosure: Disclosure;
  readonly accepted = new Map<string, PutEdit>();
  readonly withdrawn = new Map<string, RemoveEdit>();
  readonly verdicts = new Map<string, Proved>();
  readonly refused: Refusals;
  /** What runs and gives something else than its origin, by entity id. */
  readonly differing = new Map<string, Differing>();
  readonly attempts = new Attempts();
  readonly findings: Finding[] = [];
  readonly questions: Question[] = [];
  /** Refusals since the model was last told; finishing over them asks once whether that is meant. */
  unread = 0;
  /** Statements that the model has asked for. */
  queries = 0;

  constructor(scope: UnitScope, disclosure: Disclosure) {
    this.scope = scope;
    this.disclosure = disclosure;
    this.refused = new Refusals(scope);
  }

  /** Why it may not be proposed, whatever it says: a repair round is about what was refused. Null: it may. */
  outside(head: ProposalHead): string | null {
    const isFree = (): boolean => {
      const target = targetOf(this.scope, head);
      return !target.ok || (!this.accepted.has(target.id) && !this.withdrawn.has(target.id) && this.scope.ownerOf(target.edit) === 'nobody');
    };
    return this.refused.claim(head, isFree) ? null : 'only what was refused may be written now: leave it';
  }

  /** Entities that people are asked about by a question of the model itself. */
  flagged(): ReadonlySet<string> {
    return new Set(this.questions.flatMap((question) => question.options.flatMap((option) => option.edits.map(entityId))));
  }

  accept(edit: Edit, proved: Proved): void {
    const id = entityId(edit);
    this.differing.delete(id);
    if (edit.op === 'put') {
      this.accepted.set(id, edit);
      this.withdrawn.delete(id);
      this.verdicts.set(id, proved);
    } else {
      this.accepted.delete(id);
      this.verdicts.delete(id);
      // what never stood anywhere is simply not written
      if (this.scope.ownerOf(edit) === 'ours') this.withdrawn.set(id, edit);
    }
  }
}
