import type { ModelFailure } from '../llm/failure.js';
import type { WaitingReason } from './closing.js';
import { inOrder, type InOrderInput } from './in-order.js';
import type { JudgedUnit } from './judge-unit.js';
import type { PlannedUnit } from './plan.js';
import { repairUnit, type OpenRound } from './repair-unit.js';

/** The repair rounds of a run: what budget is left is for them, once all units have had their first look. */

export interface Repaired {
  /** Units as they are after their rounds, by id; those whose round did not start are not among them. */
  readonly units: ReadonlyMap<string, JudgedUnit>;
  readonly left: Unrepaired;
}

/** Units whose round is still to come. */
export interface Unrepaired {
  readonly units: readonly PlannedUnit[];
  /** Of the first of them. */
  readonly why: WaitingReason | null;
  readonly failure?: ModelFailure;
}

/** A round is one answer or two. */
const size = { prompts: 4, answers: 2, steps: 8 } as const;

/** `ended`: as each round ends that sent a request. */
export async function repair(rounds: readonly OpenRound[], input: InOrderInput, ended: (judged: JudgedUnit) => void): Promise<Repaired> {
  const units = new Map<string, JudgedUnit>();
  const cut: { readonly index: number; readonly unit: PlannedUnit; readonly why: WaitingReason; readonly failure?: ModelFailure }[] = [];
  const { closing } = input;
  const late = await inOrder<OpenRound>({
    work: 'repair', size, items: rounds, unitOf: ({ judged }) => judged.unit,
    does: async (round, asking, index) => {
      const { judged, alone } = await repairUnit(round, asking);
      closing.ended(alone);
      if (alone.requests > 0) ended(judged);
      if (!judged.repaired) cut.push({ index, unit: judged.unit, why: alone.stopReason as WaitingReason, ...(alone.failure === undefined ? {} : { failure: alone.failure }) });
      units.set(judged.unit.id, { ...judged, transcript: [] });
      return alone;
    },
  }, input);
  cut.sort((a, b) => a.index - b.index);
  const failure = cut[0] ? cut[0].failure : closing.failure;
  return { units, left: { units: [...cut.map(({ unit }) => unit), ...late.items.map(({ judged }) => judged.unit)], why: cut[0]?.why ?? late.why, ...(failure ? { failure } : {}) } };
}
