import { byText } from '../../text/canonical.js';
import { headOf, nameOf, type Proposal, type ProposalHead } from './proposal.js';
import type { UnitScope } from './scope.js';
import { isMisnamed, targetOf } from './target.js';

/** What a unit proposed, was refused and has not put right. */
export interface Refusal {
  /** `measure orders.net_revenue`. */
  readonly name: string;
  /** The last reason. */
  readonly why: string;
  /** As it was proposed; of an earlier night nobody knows. */
  readonly proposal?: Proposal;
}

export class Refusals {
  readonly #scope: UnitScope;
  /** By entity id, or by name where that cannot be the name of one. */
  readonly #open = new Map<string, Refusal>();
  /** Of a repair round: what may be written. */
  #only: Set<string> | undefined;

  constructor(scope: UnitScope) {
    this.#scope = scope;
  }

  add(proposal: Proposal, why: string): void {
    this.#open.set(this.#keyOf(proposal), { name: nameOf(proposal), why, proposal });
  }

  /** What was not proposed in this conversation. Two of one name are two: nobody knows the one that may not be named. */
  addNamed(name: string, why: string): void {
    const head = headOf(name);
    this.#open.set(head ? this.#keyOf(head) : `${name} ${this.#open.size}`, { name, why });
  }

  /** It was put right, or is asked about. */
  settle(head: ProposalHead): void {
    this.#open.delete(this.#keyOf(head));
  }

  /** Sorted by name; without entities of these ids. */
  list(without: ReadonlySet<string> = new Set()): Refusal[] {
    return [...this.#open].flatMap(([key, refusal]) => (without.has(key) ? [] : [refusal])).sort((a, b) => byText(a.name, b.name));
  }

  /** From now on nothing may be written but what stands here, without entities of these ids. */
  beginRound(without: ReadonlySet<string>): void {
    this.#only = new Set([...this.#open.keys()].filter((key) => !without.has(key)));
  }

  /**
   * Whether it may be written: always outside a repair round, in one only what stands here. What was refused for its very
   * name may come under another that is nobody's (`isFree`); the refusal is about that one then.
   */
  claim(head: ProposalHead, isFree: () => boolean): boolean {
    if (!this.#only) return true;
    const key = this.#keyOf(head);
    if (this.#only.has(key)) return true;
    const misnamed = [...this.#open].filter(([one, { name, proposal }]) => {
      const before = proposal ?? headOf(name);
      return this.#only?.has(one) === true && before?.kind === head.kind && isMisnamed(this.#scope, before);
    }).sort(([a], [b]) => byText(a, b))[0];
    if (!misnamed || !isFree()) return false;
    const [before, refusal] = misnamed;
    this.#open.delete(before);
    this.#only.delete(before);
    this.#open.set(key, { ...refusal, name: nameOf(head) });
    this.#only.add(key);
    return true;
  }

  #keyOf(head: ProposalHead): string {
    const target = targetOf(this.#scope, head);
    return target.ok ? target.id : nameOf(head);
  }
}
