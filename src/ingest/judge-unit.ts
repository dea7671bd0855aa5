import type { PutEdit, RemoveEdit } from '../context/edit.js';
import { entityId } from '../context/edit.js';
import { placeOf, type Finding } from '../finding.js';
import type { Backend, StopReason, Tool, TranscriptEntry } from '../llm/backend.js';
import type { ModelFailure } from '../llm/failure.js';
import type { Account, BudgetStop } from '../llm/ledger.js';
import type { Usage } from '../llm/usage.js';
import { byText } from '../text/canonical.js';
import { checkProposal } from './judging/check-proposal.js';
import { redact } from '../text/redact.js';
import { Disclosure, type Disclosed } from './judging/disclosure.js';
import { proposalOf } from './judging/proposal.js';
import { ask, type Question } from './questions.js';
import { withdrawBroken } from './judging/still-holds.js';
import { UnitScope } from './judging/scope.js';
import { unitPrompt } from './judging/unit-prompt.js';
import type { JudgeWorld } from './judging/world.js';
import { neighbourIds, type PlannedUnit } from './plan.js';
import { judgeSystem } from './prompts/judge.js';
import { toolsOf } from './tools/index.js';
import { UnitSession, type Proved } from './tools/unit-session.js';

/** One unit, judged: the conversation with the model, and what came of it. */

export type UnitOutcome = 'written' | 'unchanged' | 'deferred' | 'stuck' | 'failed';

export interface JudgedUnit {
  readonly unit: PlannedUnit;
  readonly model: string;
  readonly outcome: UnitOutcome;
  readonly stopReason: StopReason;
  readonly stop?: BudgetStop;
  readonly failure?: ModelFailure;
  /** Nights on which it was stopped with the present key, this one included. */
  readonly tries: number;
  readonly edits: readonly PutEdit[];
  readonly withdrawn: readonly RemoveEdit[];
  /** By entity id. */
  readonly verdicts: ReadonlyMap<string, Proved>;
  /** What was proposed, refused and not put right, with the reason. */
  readonly refused: readonly { readonly name: string; readonly why: string }[];
  readonly findings: readonly Finding[];
  /** What it asks people. */
  readonly questions: readonly Question[];
  readonly usage: Usage;
  readonly steps: number;
  readonly requests: number;
  readonly milliseconds: number;
  readonly sent: readonly Disclosed[];
  readonly transcript: readonly TranscriptEntry[];
}

export interface JudgeUnitInput {
  readonly unit: PlannedUnit;
  readonly world: JudgeWorld;
  readonly backend: Backend;
  readonly model: string;
  readonly account: Account;
  readonly stepBudget: number;
  readonly maxOutputTokens: number;
  /** Ends the conversation at once; its reason is `time-budget` where the run's time is over. */
  readonly signal: AbortSignal;
  /** What the model is told when the time is nearly up; null: there is time. */
  closing(): string | null;
  /** What an interrupted run of this very unit proposed. */
  readonly earlier: readonly PutEdit[];
  /** Stops of earlier nights with the present key, and of the interrupted run. */
  readonly tries: number;
  /** Monotonic milliseconds. */
  now(): number;
  onStep(steps: number, usage: Usage): void;
}

/** Stops of a unit before it is left alone until its evidence changes. */
const mostTries = 3;

export async function judgeUnit(input: JudgeUnitInput): Promise<JudgedUnit> {
  const { unit, world, account } = input;
  const started = input.now();
  const neighbours = neighbourIds(unit.evidence).filter((id) => world.evidence(id) !== undefined && !unit.evidence.some((one) => one.id === id));
  const scope = new UnitScope(unit, world, neighbours);
  const disclosure = new Disclosure();
  const session = new UnitSession(scope, disclosure);
  await takeAgain(session, input.earlier);
  const transcript: TranscriptEntry[] = [];
  const prompt = redact(await unitPrompt({ scope, neighbours, earlier: [...session.accepted.values()], disclosure }), world.secrets);
  const result = await input.backend.run({
    model: input.model, system: judgeSystem, prompt, tools: toolsOf(session).map((tool) => withoutSecrets(tool, world.secrets)), maxOutputTokens: input.maxOutputTokens, account, signal: input.signal,
    closing: () => input.closing(), onStep: () => input.onStep(account.steps, account.usage), onRequest: () => disclosure.send(), record: (entry) => { transcript.push(entry); },
  });
  const stopReason = result.stopReason === 'cancelled' && input.signal.reason === 'time-budget' ? 'time-budget' : result.stopReason;
  if (stopReason === 'natural') await withdrawBroken(session);
  account.close();
  const { tries, outcome } = endOf(stopReason, result.failure, session, input.tries);
  return {
    unit, model: input.model, outcome, stopReason, tries,
    ...(result.stop === undefined ? {} : { stop: result.stop }), ...(result.failure === undefined ? {} : { failure: result.failure }),
    edits: [...session.accepted.values()].sort((a, b) => byText(entityId(a), entityId(b))), withdrawn: [...session.withdrawn.values()].sort((a, b) => byText(entityId(a), entityId(b))),
    verdicts: session.verdicts, refused: [...session.refused].map(([name, why]) => ({ name, why })).sort((a, b) => byText(a.name, b.name)), findings: [...session.findings, ...session.attempts.findings(unit.id, placeOf(unit.evidence[0]?.origin ?? {}), [unit.id])], questions: [...session.questions, ...differenceQuestions(session)],
    usage: account.usage, steps: account.steps, requests: account.requests, milliseconds: input.now() - started, sent: disclosure.sent(), transcript,
  };
}

/** What gives something else than its origin is not written: people decide, unless the model has asked them itself. */
function differenceQuestions({ scope, differing, questions }: UnitSession): Question[] {
  const asked = new Set(questions.flatMap((question) => question.options.flatMap((option) => option.edits.map(entityId))));
  return [...differing].filter(([id]) => !asked.has(id)).sort(([a], [b]) => byText(a, b)).map(([id, { edit, words, origin }]) => {
    const said = origin.measure && { ...edit, author: 'reconcile' as const, value: { name: edit.name, ...origin.measure, ...(edit.value.description === undefined ? {} : { description: edit.value.description }) } };
    return ask({
      code: 'measure-differs', ...placeOf(scope.unit.evidence[0]?.origin ?? {}), message: `${id} would be ${edit.value.expr}${edit.value.filter === undefined ? '' : ` where ${edit.value.filter}`}, which ${words}`,
      evidence: edit.evidence, about: [id, edit.value, origin.what, edit.evidence.map((one) => scope.world.evidence(one)?.hash ?? '')],
      options: [
        ...(said ? [{ id: 'origin', label: `as ${origin.what} has it: ${said.value.expr}${said.value.filter === undefined ? '' : ` where ${said.value.filter}`}`, consequence: `${id} is written so`, edits: [said] }] : []),
        { id: 'as-proposed', label: 'as the model would write it', consequence: `${id} is written so, though it ${words}`, edits: [{ ...edit, author: 'reconcile' as const }] },
      ],
    });
  });
}

/** What an interrupted run of the unit had taken, checked again: segments first, since measures name them. */
async function takeAgain(session: UnitSession, earlier: readonly PutEdit[]): Promise<void> {
  const order = (edit: PutEdit): number => (edit.kind === 'segment' ? 0 : edit.kind === 'page' ? 2 : 1);
  for (const edit of [...earlier].sort((a, b) => order(a) - order(b))) {
    const proposal = proposalOf(edit);
    const checked = proposal && (await checkProposal(session.scope, proposal, session.accepted));
    if (checked?.ok !== true) continue;
    if (checked.edit) session.accept(checked.edit, { verdict: checked.verdict, ...(checked.why === undefined ? {} : { why: checked.why }) });
    // it stands in the context by now: the unit wrote it all the same
    else session.accepted.set(entityId(edit), edit);
  }
}

/** A credential that evidence, context or rows hold leaves as little as our own. */
function withoutSecrets(tool: Tool, secrets: readonly string[]): Tool {
  return {
    ...tool,
    async execute(input) {
      const answer = await tool.execute(input);
      return { ...answer, text: redact(answer.text, secrets) };
    },
  };
}

/**
 * A unit that came to its end is done. One that was stopped keeps what it had and comes again: a stop of its own making (a
 * budget, a request that the provider refuses as such) counts as a try, one that was not (cancelled, provider down) does not.
 */
function endOf(stopReason: StopReason, failure: ModelFailure | undefined, session: UnitSession, before: number): { readonly outcome: UnitOutcome; readonly tries: number } {
  const wrote = session.accepted.size + session.withdrawn.size > 0;
  if (stopReason === 'natural') return { outcome: wrote ? 'written' : 'unchanged', tries: 0 };
  const own = stopReason !== 'cancelled' && (stopReason !== 'error' || failure?.ours === true);
  const tries = before + (own ? 1 : 0);
  if (tries >= mostTries) return { outcome: 'stuck', tries };
  return { outcome: stopReason === 'error' && !wrote ? 'failed' : 'deferred', tries };
}
