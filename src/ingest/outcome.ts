import type { UnitReport } from '../report.js';
import { byText } from '../text/canonical.js';
import { leftOf } from './estimate.js';
import type { JudgedUnit } from './judge-unit.js';
import type { Plan, PlannedUnit } from './plan.js';

export interface Outcome {
  outcome(unit: PlannedUnit): 'written' | 'unchanged';
  /** Units that were derived to their end. */
  readonly finished: ReadonlySet<string>;
  readonly resumed: ReadonlySet<string>;
  /** Units that had a repair round without being due, too. */
  readonly judged: ReadonlyMap<string, JudgedUnit>;
  /** Units for a model that did not start, and why. */
  readonly waiting: ReadonlyMap<string, string>;
}

/** Whether a unit changed anything: some change rests on its evidence. */
export function outcomeOf(changes: readonly { readonly edit: { readonly evidence: readonly string[] } }[]): (unit: PlannedUnit) => 'written' | 'unchanged' {
  const touched = new Set(changes.flatMap((change) => change.edit.evidence));
  return (unit) => (unit.evidence.some((one) => touched.has(one.id)) ? 'written' : 'unchanged');
}

const noUsage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, usd: 0, estimated: false };

/** What became of every unit, sorted by id. */
export function unitReports(plan: Plan, outcome: Outcome): UnitReport[] {
  const planned = plan.units.map((unit): UnitReport => {
    const judged = outcome.judged.get(unit.id);
    const { status, stopReason } = stateOf(unit, outcome, judged);
    return {
      id: unit.id, connection: unit.connection, due: unit.due, status, stopReason, steps: judged?.steps ?? 0, tries: judged?.tries ?? unit.tries,
      usage: judged?.usage ?? noUsage, milliseconds: Math.round(judged?.milliseconds ?? 0), resumed: outcome.resumed.has(unit.id),
      ...(unit.due !== null && unit.left !== null ? { left: leftOf(unit.evidence, unit.left) } : {}),
    };
  });
  const carried = plan.carried.map((unit): UnitReport => ({
    id: unit.id, connection: unit.connection, due: unit.waits ? `changed, waits for ${unit.missing.join(', ')}` : null, status: unit.waits ? 'deferred' : 'skipped',
    stopReason: null, steps: 0, tries: 0, usage: noUsage, milliseconds: 0, resumed: false,
  }));
  return [...planned, ...carried].sort((a, b) => byText(a.id, b.id));
}

function stateOf(unit: PlannedUnit, outcome: Outcome, judged: JudgedUnit | undefined): Pick<UnitReport, 'status' | 'stopReason'> {
  const wrote = outcome.outcome(unit) === 'written';
  if (unit.due === null) return { status: unit.stuck ? 'stuck' : wrote ? 'written' : judged ? 'unchanged' : 'skipped', stopReason: null };
  if (!outcome.finished.has(unit.id)) return { status: 'deferred', stopReason: 'cancelled' };
  const why = outcome.waiting.get(unit.id);
  if (why !== undefined) return { status: 'deferred', stopReason: why };
  if (judged && judged.stopReason !== 'natural') return { status: judged.outcome, stopReason: judged.stopReason };
  return { status: wrote || judged?.outcome === 'written' ? 'written' : 'unchanged', stopReason: 'natural' };
}
