import { placeOf, type Finding } from '../finding.js';
import type { WaitingReason } from '../ingest/closing.js';
import type { JudgedUnit } from '../ingest/judge-unit.js';
import type { Plan, PlannedUnit } from '../ingest/plan.js';
import { endsTheRun, type ModelFailure } from '../llm/failure.js';
import type { Limits } from '../llm/ledger.js';
import { plural } from '../publish/wording.js';

/** What people should know of a night's judging: what was left out, stopped, failed, or did not start. */
export interface JudgingFacts {
  readonly judged: readonly JudgedUnit[];
  readonly waiting: readonly PlannedUnit[];
  readonly why: WaitingReason;
  readonly failure?: ModelFailure;
  readonly limits: Limits;
  /** `--max-usd-month`; 0: none. */
  readonly monthly: number;
}

export function judgingFindings(facts: JudgingFacts): Finding[] {
  return [...facts.judged.flatMap(unitFindings), ...failureFindings(facts), ...waitingFindings(facts)];
}

/** Errors of a model that comes after all that counts: what was derived is worth publishing. */
export const asWarnings = (findings: readonly Finding[]): Finding[] => findings.map((finding) => (finding.severity === 'error' ? { ...finding, severity: 'warning' as const } : finding));

/** Units that an earlier night left alone: said every night, in one line, or they are forgotten. */
export function stuckFindings(plan: Plan): Finding[] {
  const stuck = plan.units.filter((unit) => unit.stuck && unit.due === null);
  if (stuck.length === 0) return [];
  return [{
    severity: 'notice', code: 'unit-stuck', evidence: stuck.map((unit) => unit.id), message: `${namesOf(stuck)} ${stuck.length === 1 ? 'is' : 'are'} left alone until the evidence changes: stopped three times`,
    fix: 'raise the limit, or make the evidence smaller, then run once with --force ID',
  }];
}

/** What units failed of, one finding a cause; the cause that kept the others from starting counts them. */
function failureFindings({ judged, waiting, why, failure: ending }: JudgingFacts): Finding[] {
  const causes = new Map<string, { readonly failure: ModelFailure; readonly units: JudgedUnit[] }>();
  for (const one of judged) {
    if (!one.failure || one.outcome === 'stuck') continue;
    const key = `${one.failure.category} ${one.failure.message}`;
    causes.set(key, { failure: one.failure, units: [...(causes.get(key)?.units ?? []), one] });
  }
  return [...causes.values()].map(({ failure, units }): Finding => {
    const [first] = units;
    const ends = ending !== undefined && ending.category === failure.category && ending.message === failure.message;
    const others = ends && why === 'error' && waiting.length > 0 ? `; ${plural(waiting.length, 'other unit')} did not start` : '';
    const kept = units.reduce((sum, one) => sum + one.edits.length, 0);
    return {
      severity: endsTheRun(failure) ? 'error' : 'warning', code: 'unit-failed', ...(units.length === 1 ? placeOf(first?.unit.evidence[0]?.origin ?? {}) : {}), evidence: units.map((one) => one.unit.id),
      message: `${namesOf(units.map((one) => one.unit))} failed: ${failure.category}: ${others === '' ? failure.message : failure.message.replace(/\.$/, '')}${others}`,
      fix: `${failure.fix === undefined ? remedies[failure.category] ?? '' : `${failure.fix}; `}${kept > 0 ? `${plural(kept, 'change')} that they had are kept; ` : ''}they are judged again next time`,
    };
  });
}

/** What waiting does not mend. docs/errors.md has a section for each category. */
const remedies: Readonly<Partial<Record<ModelFailure['category'], string>>> = {
  'auth': 'check the key; ', 'permission': 'give the key the permission that is named; ', 'model-access': 'name a model that the key may use; ', 'quota': 'add credit or raise the account’s spending limit; ',
  'isolation': 'use a backend that talks to the API itself, or a runner that allows the isolation that is named; ',
};

export function namesOf(units: readonly PlannedUnit[]): string {
  const names = units.slice(0, 3).map((unit) => unit.id).join(', ');
  return units.length > 3 ? `${names} and ${units.length - 3} more units` : names;
}

function unitFindings(judged: JudgedUnit): Finding[] {
  const { unit, refused } = judged;
  const at = { ...placeOf(unit.evidence[0]?.origin ?? {}), evidence: [unit.id] };
  const findings: Finding[] = [];
  if (refused.length > 0) {
    const shown = refused.slice(0, 3).map(({ why }) => why).join('; ');
    findings.push({ severity: 'notice', code: 'edit-refused', ...at, message: `${unit.id}: ${plural(refused.length, 'proposed change')} left out: ${shown}${refused.length > 3 ? '; …' : ''}`, fix: '' });
  }
  if (judged.stopReason === 'natural') return findings;
  const because = reasonText(judged.stopReason, judged.stop?.of);
  if (judged.outcome === 'stuck') {
    findings.push({ severity: 'warning', code: 'unit-stuck', ...at, message: `${unit.id} was stopped ${judged.tries} times (${because}${judged.failure ? `: ${judged.failure.message}` : ''}) and is left alone until its evidence changes`, fix: `look at its transcript; raise the limit or make the evidence smaller, then run with --force "${unit.id}"` });
  } else if (!judged.failure && judged.stopReason !== 'cancelled') {
    findings.push({ severity: 'notice', code: 'unit-deferred', ...at, message: `${unit.id} was stopped (${because}) after ${plural(judged.steps, 'step')}; ${plural(judged.edits.length, 'change')} kept`, fix: 'it goes on next time' });
  }
  return findings;
}

function reasonText(reason: string, of: 'unit' | 'run' | undefined): string {
  const whose = of === 'run' ? 'the run’s' : 'its';
  switch (reason) {
    case 'step-budget': return `${whose} steps are spent`;
    case 'token-budget': return `${whose} tokens are spent`;
    case 'cost-budget': return `${whose} share of the money is spent`;
    case 'time-budget': return 'the time of the run was over';
    case 'cancelled': return 'the run was cancelled';
    default: return 'an error';
  }
}

function waitingFindings({ waiting, why, limits, monthly, judged }: JudgingFacts): Finding[] {
  if (waiting.length === 0 || why === 'cancelled' || why === 'error') return [];
  const names = `${waiting.slice(0, 3).map((unit) => unit.id).join(', ')}${waiting.length > 3 ? ', …' : ''}`;
  const units = `${plural(waiting.length, 'unit')} ${waiting.length === 1 ? 'waits' : 'wait'}`;
  const none = judged.length === 0 && why !== 'time-budget';
  return [{ severity: none ? 'warning' : 'notice', code: 'budget-spent', message: `${units} (${names}): ${limitText(why, limits, monthly)}`, fix: none ? 'raise the limit: not one unit fits it' : 'they are judged next time, the most used first; sooner with a higher limit' }];
}

/** Which limit keeps something from starting. */
export function limitText(why: Exclude<WaitingReason, 'cancelled' | 'error'>, limits: Limits, monthly: number): string {
  switch (why) {
    case 'cost-budget': return monthly > 0 && limits.usd === 0 ? `$${monthly} of this month are spent` : `$${trim(limits.usd)} ${monthly > 0 ? 'of this night or month' : 'of this run'} are spent or kept for running units`;
    case 'token-budget': return `${limits.tokens.toLocaleString('en-US')} tokens of this run are spent`;
    case 'step-budget': return `${limits.steps.toLocaleString('en-US')} steps of this run are spent`;
    case 'time-budget': return 'the time of this run is over';
  }
}

const trim = (usd: number): string => usd.toFixed(2).replace(/\.00$/, '');
