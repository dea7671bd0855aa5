import type { PutEdit } from '../context/edit.js';
import type { ModelFailure } from '../llm/failure.js';
import { leftOf } from './allowance.js';
import { Closing, type ClosingInput, type WaitingReason } from './closing.js';
import { inOrder, type InOrderInput, type Work } from './in-order.js';
import { judgeUnit, type JudgedUnit } from './judge-unit.js';
import type { JudgeWorld } from './judging/world.js';
import type { PlannedUnit } from './plan.js';
import { repair, type Unrepaired } from './repair.js';
import { isForRound, reopened, type OpenRound, type WaitingRound } from './repair-unit.js';

/** What parsing could not settle, judged by a model, unit by unit, inside the budget; then what was refused is looked at once more. */

export interface JudgeInput extends ClosingInput, Omit<InOrderInput, 'most' | 'closing'> {
  /** In plan order. */
  readonly units: readonly PlannedUnit[];
  /** Of earlier nights, in plan order; they come after those of this one. */
  readonly rounds: readonly WaitingRound[];
  /** Whether the unit may have its repair round in this run. */
  mayRepair(unit: PlannedUnit): boolean;
  readonly world: JudgeWorld;
  readonly stepBudget: number;
  /** What an interrupted run left of a unit with its present key. */
  earlier(unit: PlannedUnit): { readonly edits: readonly PutEdit[]; readonly tries: number } | undefined;
  /** As each unit ends, and again as its repair round does: whatever must survive is written now. */
  ended(judged: JudgedUnit, work: Work): void;
}

export interface Judged {
  /** In plan order. */
  readonly units: readonly JudgedUnit[];
  /** Units of earlier nights that had a repair round in this one. */
  readonly repaired: readonly JudgedUnit[];
  /** Units that did not start, and why. */
  readonly waiting: readonly PlannedUnit[];
  readonly why: WaitingReason | null;
  readonly unrepaired: Unrepaired;
  /** The failure that kept the others from starting. */
  readonly failure?: ModelFailure;
}

/** Twice what a typical unit needs. */
const size = { prompts: 6, answers: 3 } as const;

export async function judge(input: JudgeInput): Promise<Judged> {
  using closing = new Closing(input);
  const order: InOrderInput = { ...input, closing, most: leftOf(input.ledger) };
  const done = new Map<number, JudgedUnit>();
  const open = new Map<number, OpenRound>();
  const waiting = await inOrder<PlannedUnit>({
    work: 'judge', size: { ...size, steps: input.stepBudget }, items: input.units, unitOf: (unit) => unit,
    does: async (unit, asking, index) => {
      const earlier = input.earlier(unit);
      const { judged, session } = await judgeUnit({ ...asking, unit, world: input.world, earlier: earlier?.edits ?? [], tries: earlier?.tries ?? unit.tries });
      closing.ended(judged);
      if (wasStarted(judged)) input.ended(judged, 'judge');
      // conversations are on disk by now; thousands of them would fill the memory
      const kept = { ...judged, transcript: [] };
      done.set(index, kept);
      if (isForRound(judged, session) && input.mayRepair(unit)) open.set(index, { judged: kept, session });
      return { ...judged, changes: judged.edits.length + judged.withdrawn.length };
    },
  }, order);
  const all = inPlanOrder(done);
  const unstarted = all.filter((judged) => !wasStarted(judged));
  const { failure } = closing;

  const earlier = input.rounds.filter(({ unit }) => input.mayRepair(unit)).map((round) => reopened(round, input.world, input.modelOf('repair', round.unit)));
  const repaired = await repair([...inPlanOrder(open), ...earlier], order, (judged) => input.ended(judged, 'repair'));
  return {
    units: all.filter(wasStarted).map((judged) => repaired.units.get(judged.unit.id) ?? judged), repaired: earlier.flatMap(({ judged }) => repaired.units.get(judged.unit.id) ?? []), unrepaired: repaired.left,
    waiting: [...unstarted.map((judged) => judged.unit), ...waiting.items], why: waiting.why ?? ((unstarted[0]?.stopReason ?? null) as WaitingReason | null), ...(failure ? { failure } : {}),
  };
}

const inPlanOrder = <T>(byIndex: ReadonlyMap<number, T>): T[] => [...byIndex.entries()].sort(([a], [b]) => a - b).map(([, one]) => one);

/** A unit whose very first request did not fit the budget, or that was cancelled before it, has not started. */
function wasStarted(judged: JudgedUnit): boolean {
  return judged.requests > 0 || judged.failure !== undefined || judged.stopReason === 'natural';
}
