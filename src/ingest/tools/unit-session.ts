import type { Edit, PutEdit, RemoveEdit } from '../../context/edit.js';
import { entityId } from '../../context/edit.js';
import type { Finding } from '../../finding.js';
import type { Verdict } from '../../report.js';
import { Attempts } from '../judging/attempts.js';
import type { Checked } from '../judging/check-proposal.js';
import type { Disclosure } from '../judging/disclosure.js';
import type { UnitScope } from '../judging/scope.js';
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
  /** What was refused and not put right, by name, with the last reason. */
  readonly refused = new Map<string, string>();
  /** What runs and gives something else than its origin, by entity id. */
  readonly differing = new Map<string, Differing>();
  readonly attempts = new Attempts();
  readonly findings: Finding[] = [];
  readonly questions: Question[] = [];
  /** Refusals since the model was last told; finishing over them asks once whether that is meant. */
  unread = 0;

  constructor(scope: UnitScope, disclosure: Disclosure) {
    this.scope = scope;
    this.disclosure = disclosure;
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
