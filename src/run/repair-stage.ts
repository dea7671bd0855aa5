import type { Lock } from '../context/lock.js';
import type { DroppedRecord } from '../context/lock-records.js';
import type { Finding } from '../finding.js';
import type { JudgedUnit } from '../ingest/judge-unit.js';
import { stands } from '../ingest/pairs.js';
import type { Plan } from '../ingest/plan.js';
import type { Unrepaired } from '../ingest/repair.js';
import type { WaitingRound } from '../ingest/repair-unit.js';
import type { Limits } from '../llm/ledger.js';
import { plural } from '../publish/wording.js';
import { limitText, namesOf } from './judge-findings.js';
import type { JudgeResult } from './judge-stage.js';

/** What was proposed in vain, from night to night: the lock's records of it, and the repair rounds that they wait for. */

type HashNow = (evidence: string) => string | undefined;

const unitOf = ({ id }: DroppedRecord): string => id.slice(0, id.lastIndexOf('#'));

/** What a unit proposed in vain; of one that was not judged in this run also what no round is about any more. */
export function droppedOf({ unit, refused }: JudgedUnit, lock: Lock): DroppedRecord[] {
  const ev = Object.fromEntries(unit.evidence.map((one) => [one.id, one.hash]));
  const before = unit.due === null ? lock.all('dropped').filter((record) => unitOf(record) === unit.id && record.repair === undefined) : [];
  return [...before, ...refused.map((one) => ({ t: 'dropped' as const, code: 'edit-refused', ...one, ev }))].map((record, index) => ({ ...record, id: `${unit.id}#${index + 1}` }));
}

/** What earlier nights proposed in vain, of units that were not looked at again and whose evidence is as it was. */
export function stillDropped(lock: Lock, { judged, repaired, resumed }: Pick<JudgeResult, 'judged' | 'repaired' | 'resumed'>, hashNow: HashNow): DroppedRecord[] {
  return lock.all('dropped').filter((record) => {
    const unit = unitOf(record);
    return !judged.has(unit) && !repaired.has(unit) && !resumed.has(unit) && stands({ sides: record.ev }, hashNow);
  });
}

/** What earlier nights proposed in vain stays listed, a line a unit, or it is forgotten. */
export function droppedFindings(lock: Lock, judged: Pick<JudgeResult, 'judged' | 'repaired' | 'resumed' | 'dropped'>, hashNow: HashNow): Finding[] {
  const records = [...stillDropped(lock, judged, hashNow), ...judged.dropped.filter((record) => judged.repaired.has(unitOf(record)))];
  return [...Map.groupBy(records, unitOf)].map(([unit, own]) => ({
    severity: 'notice', code: 'edit-refused', evidence: [unit], fix: '',
    message: `${unit}: ${plural(own.length, 'proposed change')} left out since an earlier night${own.some(({ repair }) => repair !== undefined) ? ', and a repair round waits' : ''}: ${own.slice(0, 3).map(({ why }) => why).join('; ')}${own.length > 3 ? '; …' : ''}`,
  }));
}

/** Units that are not judged in this run, with what an earlier one left for a repair round that it could not make. In plan order. */
export function waitingRounds(plan: Plan, lock: Lock, hashNow: HashNow): WaitingRound[] {
  const records = Map.groupBy(lock.all('dropped').filter((record) => record.repair !== undefined && stands({ sides: record.ev }, hashNow)), unitOf);
  return plan.units.flatMap((unit) => {
    const own = unit.due === null && !unit.stuck ? records.get(unit.id) ?? [] : [];
    // the name stands before the reason, which is in brackets
    return own.length === 0 ? [] : [{ unit, refused: own.map(({ why, repair: name = '' }) => ({ name, why: why.slice(name.length + 2, -1) })) }];
  });
}

/** Rounds that are still to come, in one line; of a run that was cancelled all is said already. */
export function unrepairedFindings({ units, why, failure }: Unrepaired, limits: Limits, monthly: number): Finding[] {
  if (units.length === 0 || why === null || why === 'cancelled') return [];
  const because = why === 'error' ? failure ? `${failure.category}: ${failure.message}` : 'no model could be asked' : limitText(why, limits, monthly);
  const rounds = `${plural(units.length, 'repair round')} (${namesOf(units)}) ${units.length === 1 ? 'waits' : 'wait'}`;
  return [{
    severity: 'notice', code: 'repair-waiting', evidence: units.map(({ id }) => id), message: `${rounds}: ${because}`,
    fix: `made next time, as long as the evidence is the same${why === 'error' ? '' : '; sooner with a higher limit'}`,
  }];
}
