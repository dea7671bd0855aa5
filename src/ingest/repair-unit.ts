import { addUsage, noUsage } from '../llm/usage.js';
import type { Ended } from './in-order.js';
import { askAbout, openSession, saidIn, type Asking, type JudgedUnit } from './judge-unit.js';
import type { JudgeWorld } from './judging/world.js';
import type { PlannedUnit } from './plan.js';
import { repairSystem } from './prompts/repair.js';
import type { UnitSession } from './tools/unit-session.js';

/** The repair round of a unit: once, a model may put right what was refused, and write nothing else. */

/** A unit whose round is to come, with all that was said in it until now. */
export interface OpenRound {
  readonly judged: JudgedUnit;
  readonly session: UnitSession;
}

/** A unit of an earlier night whose round could not be made then. */
export interface WaitingRound {
  readonly unit: PlannedUnit;
  readonly refused: readonly { readonly name: string; readonly why: string }[];
}

/** Whether there is something to put right: what the model itself asked people about is theirs. */
export function isForRound(judged: JudgedUnit, session: UnitSession): boolean {
  return judged.stopReason === 'natural' && session.refused.list(session.flagged()).length > 0;
}

/** As if it had been judged just now: what it wrote then stands in the context. */
export function reopened({ unit, refused }: WaitingRound, world: JudgeWorld, model: string): OpenRound {
  const session = openSession(unit, world);
  for (const { name, why } of refused) session.refused.addNamed(name, why);
  return {
    session, judged: {
      unit, model, outcome: 'unchanged', stopReason: 'natural', tries: 0, repaired: false, ...saidIn(session, true), usage: noUsage, steps: 0, requests: 0, milliseconds: 0, transcript: [],
    },
  };
}

export interface RepairedUnit {
  /** The unit as it is with its round. */
  readonly judged: JudgedUnit;
  /** Of the round alone. */
  readonly alone: Ended & Pick<JudgedUnit, 'failure'>;
}

/**
 * The unit with what its round added; however that ended, what it had it keeps. The round is over unless something came
 * between that is none of its doing: then it is made again.
 */
export async function repairUnit({ judged, session }: OpenRound, asking: Asking): Promise<RepairedUnit> {
  const refused = session.refused.list(session.flagged());
  session.refused.beginRound(session.flagged());
  session.unread = 0;
  const { stopReason, stop, failure, transcript, milliseconds } = await askAbout(session, asking, { system: repairSystem, earlier: [...session.accepted.values()], refused });
  const { account } = asking;
  const isOver = stopReason === 'natural' || (stop?.of === 'unit' && account.requests > 0) || failure?.ours === true;
  const said = saidIn(session, !isOver);
  const changes = refused.length - session.refused.list(session.flagged()).length;
  return {
    alone: {
      outcome: !isOver ? 'deferred' : changes > 0 ? 'written' : 'unchanged', stopReason, ...(failure === undefined ? {} : { failure }), changes,
      usage: account.usage, requests: account.requests, milliseconds,
    },
    judged: {
      ...judged, ...said, repaired: isOver, outcome: said.edits.length + said.withdrawn.length > 0 ? 'written' : judged.outcome,
      usage: addUsage(judged.usage, account.usage), steps: judged.steps + account.steps, requests: judged.requests + account.requests, milliseconds: judged.milliseconds + milliseconds, transcript,
    },
  };
}
