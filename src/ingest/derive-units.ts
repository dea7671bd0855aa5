import { setImmediate } from 'node:timers/promises';
import type { PutEdit } from '../context/edit.js';
import type { DbtEvidence } from '../evidence/evidence.js';
import type { Finding } from '../finding.js';
import { loadSecretRules } from '../text/secret-rules.js';
import { deriveUnit, standaloneJoins, type Derived, type DeriveInput } from './derive.js';
import type { PlannedUnit } from './plan.js';
import type { Question } from './questions.js';
import { toLookAt } from './texts.js';

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
  for (let at = 0; at < input.units.length; at += unitsPerTurn) {
    // a signal is only seen between two turns of the event loop
    await setImmediate();
    if (input.signal.aborted) break;
    for (const { unit, ...result } of await deriveTurn(input.units.slice(at, at + unitsPerTurn), input)) {
      findings.push(...result.findings);
      if (result.untyped) untyped += 1;
      for (const id of result.unproved) unproved.add(id);
      questions.push(...result.questions);
      edits.push(...result.edits);
      finished.add(unit.id);
      if (unit.due !== null) input.ended(unit, result.edits);
    }
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

interface DerivedUnit extends Derived {
  readonly unit: PlannedUnit;
}

/**
 * Several units, whose texts the rules look at together; only where one of them holds something is each looked at by itself.
 * What is refused depends on the texts alone, not on which are new, so that it stays refused every night.
 */
async function deriveTurn(units: readonly PlannedUnit[], input: DeriveInput): Promise<DerivedUnit[]> {
  const derive = (given: DeriveInput): DerivedUnit[] => units.map((unit) => ({ unit, ...deriveUnit(unit, given) }));
  const derived = derive(input);
  const texts = derived.flatMap(({ edits }) => edits.flatMap((edit) => (edit.kind === 'description' || edit.kind === 'property' ? toLookAt(edit.value) : [])));
  if (texts.length === 0) return derived;
  const rules = await loadSecretRules();
  return rules.findAny(texts) ? derive({ ...input, rules }) : derived;
}
