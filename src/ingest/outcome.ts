import type { UnitReport } from '../report.js';
import { byText } from '../text/canonical.js';
import type { Plan, PlannedUnit } from './plan.js';
import { remainderOf } from './remainder.js';

export interface Outcome {
  outcome(unit: PlannedUnit): 'written' | 'unchanged';
  readonly finished: ReadonlySet<string>;
  readonly resumed: ReadonlySet<string>;
  /** Descriptions are a model's work too (scan.enrichment.mode: llm). */
  readonly describes: boolean;
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
    const wrote = outcome.outcome(unit) === 'written';
    const status = unit.due !== null && !outcome.finished.has(unit.id) ? 'deferred' : unit.due === null && !wrote ? 'skipped' : wrote ? 'written' : 'unchanged';
    const left = unit.due === null ? null : remainderOf(unit, outcome.describes);
    return {
      id: unit.id, connection: unit.connection, due: unit.due, status, stopReason: unit.due === null ? null : status === 'deferred' ? 'cancelled' : 'natural',
      steps: 0, tries: 0, usage: noUsage, milliseconds: 0, resumed: outcome.resumed.has(unit.id), ...(left ? { left } : {}),
    };
  });
  const carried = plan.carried.map((unit): UnitReport => ({
    id: unit.id, connection: unit.connection, due: unit.waits ? `changed, waits for ${unit.missing.join(', ')}` : null, status: unit.waits ? 'deferred' : 'skipped',
    stopReason: null, steps: 0, tries: 0, usage: noUsage, milliseconds: 0, resumed: false,
  }));
  return [...planned, ...carried].sort((a, b) => byText(a.id, b.id));
}
