import { setImmediate } from 'node:timers/promises';
import type { PutEdit } from '../context/edit.js';
import type { DbtEvidence } from '../evidence/evidence.js';
import type { Finding } from '../finding.js';
import { deriveUnit, standaloneJoins, type DeriveInput } from './derive.js';
import type { PlannedUnit } from './plan.js';
import type { Question } from './questions.js';

/** The units of a run, derived one by one in plan order. */

export interface DerivedUnits {
  readonly edits: readonly PutEdit[];
  readonly findings: readonly Finding[];
  /** Units that ran to their end. */
  readonly finished: ReadonlySet<string>;
  /** Entity ids whose check could not be made this time. */
  readonly unproved: ReadonlySet<string>;
  readonly questions: readonly Question[];
}

export interface DeriveUnitsInput extends DeriveInput {
  readonly units: readonly PlannedUnit[];
  readonly dbt: readonly DbtEvidence[];
  readonly signal: AbortSignal;
  /** Called as each due unit is derived, with what it wants. */
  ended(unit: PlannedUnit, edits: readonly PutEdit[]): void;
}

const unitsPerTurn = 16;

/** Derive runs over every unit, due or not: it is free. Stops between two units once the signal says so. */
export async function deriveUnits(input: DeriveUnitsInput): Promise<DerivedUnits> {
  const edits: PutEdit[] = [];
  const findings: Finding[] = [];
  const finished = new Set<string>();
  const unproved = new Set<string>();
  const questions: Question[] = [];
  let untyped = 0;
  for (const [index, unit] of input.units.entries()) {
    // a signal is only seen between two turns of the event loop
    if (index % unitsPerTurn === 0) await setImmediate();
    if (input.signal.aborted) break;
    const result = deriveUnit(unit, input);
    findings.push(...result.findings);
    if (result.untyped) untyped += 1;
    for (const id of result.unproved) unproved.add(id);
    questions.push(...result.questions);
    edits.push(...result.edits);
    finished.add(unit.id);
    if (unit.due !== null) input.ended(unit, result.edits);
  }
  if (input.standalone) edits.push(...standaloneJoins(input.dbt, edits));
  if (untyped > 0) {
    findings.push({
      severity: 'notice', code: 'dbt-untyped', message: `${untyped} dbt nodes have no column types and were left out of the semantic layer`,
      fix: 'run `dbt docs generate`, so that target/catalog.json has them, or configure the warehouse',
    });
  }
  return { edits, findings, finished, unproved, questions };
}
