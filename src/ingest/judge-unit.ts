import type { PutEdit, RemoveEdit } from '../context/edit.js';
import { entityId } from '../context/edit.js';
import type { DroppedRecord } from '../context/lock-records.js';
import { placeOf, type Finding } from '../finding.js';
import type { Backend, StopReason, TaskResult, Tool, TranscriptEntry } from '../llm/backend.js';
import type { ModelFailure } from '../llm/failure.js';
import type { Account, BudgetStop } from '../llm/ledger.js';
import type { Usage } from '../llm/usage.js';
import { byText } from '../text/canonical.js';
import { forPeople, nameForPeople } from './judging/attempts.js';
import { checkProposal } from './judging/check-proposal.js';
import { redact } from '../text/redact.js';
import { Disclosure, type Disclosed } from './judging/disclosure.js';
import { proposalOf } from './judging/proposal.js';
import { ask, type Question } from './questions.js';
import { withdrawBroken } from './judging/still-holds.js';
import { UnitScope } from './judging/scope.js';
import { unitPrompt, type UnitPromptInput } from './judging/unit-prompt.js';
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
  readonly refused: readonly Refused[];
  /** It had its repair round, whatever came of it. */
  readonly repaired: boolean;
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

/** What was proposed, refused and not put right, as people may read it: the lock is committed. */
export type Refused = Pick<DroppedRecord, 'why' | 'repair'>;

/** Where a conversation about a unit goes, and on whose books. */
export interface Asking {
  readonly backend: Backend;
  readonly model: string;
  readonly account: Account;
  readonly maxOutputTokens: number;
  /** Ends the conversation at once; its reason is `time-budget` where the run's time is over. */
  readonly signal: AbortSignal;
  /** What the model is told when the time is nearly up; null: there is time. */
  closing(): string | null;
  /** Monotonic milliseconds. */
  now(): number;
  onStep(steps: number, usage: Usage): void;
}

export interface JudgeUnitInput extends Asking {
  readonly unit: PlannedUnit;
  readonly world: JudgeWorld;
  /** What an interrupted run of this very unit proposed. */
  readonly earlier: readonly PutEdit[];
  /** Stops of earlier nights with the present key, and of the interrupted run. */
  readonly tries: number;
}

/** Stops of a unit before it is left alone until its evidence changes. */
const mostTries = 3;

/** The session goes on in a repair round. */
export async function judgeUnit(input: JudgeUnitInput): Promise<{ readonly judged: JudgedUnit; readonly session: UnitSession }> {
  const { unit, world, account } = input;
  const session = openSession(unit, world);
  await takeAgain(session, input.earlier);
  const asked = await askAbout(session, input, { system: judgeSystem, earlier: [...session.accepted.values()] });
  const { stopReason, stop, failure } = asked;
  if (stopReason === 'natural') await withdrawBroken(session);
  const { tries, outcome } = endOf(stopReason, failure, session, input.tries);
  const judged: JudgedUnit = {
    unit, model: input.model, outcome, stopReason, tries, ...(stop === undefined ? {} : { stop }), ...(failure === undefined ? {} : { failure }), repaired: false,
    // what was stopped comes again, with all that was refused
    ...saidIn(session, stopReason === 'natural'), usage: account.usage, steps: account.steps, requests: account.requests, milliseconds: asked.milliseconds, transcript: asked.transcript,
  };
  return { judged, session };
}

export function openSession(unit: PlannedUnit, world: JudgeWorld): UnitSession {
  return new UnitSession(new UnitScope(unit, world, neighboursOf(unit, world)), new Disclosure());
}

function neighboursOf({ evidence }: PlannedUnit, world: JudgeWorld): string[] {
  return neighbourIds(evidence).filter((id) => world.evidence(id) !== undefined && !evidence.some((one) => one.id === id));
}

type Asked = Pick<TaskResult, 'stopReason' | 'stop' | 'failure'> & Pick<JudgedUnit, 'transcript' | 'milliseconds'>;

/** One conversation about a unit, with the tools of its session. The account is closed at its end. */
export async function askAbout(session: UnitSession, asking: Asking, { system, ...shown }: { readonly system: string } & Pick<UnitPromptInput, 'earlier' | 'refused'>): Promise<Asked> {
  const { scope, disclosure } = session;
  const { account, signal } = asking;
  const { secrets, secretRules } = scope.world;
  const started = asking.now();
  const transcript: TranscriptEntry[] = [];
  disclosure.begin();
  const prompt = redact(await unitPrompt({ scope, neighbours: neighboursOf(scope.unit, scope.world), disclosure, ...shown }), secrets, secretRules);
  const result = await asking.backend.run({
    model: asking.model, system, prompt, tools: toolsOf(session).map((tool) => withoutSecrets(tool, scope.world)), maxOutputTokens: asking.maxOutputTokens, account, signal,
    closing: () => asking.closing(), onStep: () => asking.onStep(account.steps, account.usage), onRequest: () => disclosure.send(), record: (entry) => { transcript.push(entry); },
  });
  account.close();
  const stopReason = result.stopReason === 'cancelled' && signal.reason === 'time-budget' ? 'time-budget' : result.stopReason;
  return { ...result, stopReason, transcript, milliseconds: asking.now() - started };
}

/** What a session holds until now. `waits`: a repair round is still to come. */
export function saidIn(session: UnitSession, waits: boolean): Pick<JudgedUnit, 'edits' | 'withdrawn' | 'verdicts' | 'refused' | 'findings' | 'questions' | 'sent'> {
  const { unit, world: { secretRules } } = session.scope;
  const byEntity = (a: PutEdit | RemoveEdit, b: PutEdit | RemoveEdit): number => byText(entityId(a), entityId(b));
  // what people are asked about is theirs
  const forRound = new Set(waits ? session.refused.list(new Set([...session.flagged(), ...session.differing.keys()])) : []);
  return {
    edits: [...session.accepted.values()].sort(byEntity), withdrawn: [...session.withdrawn.values()].sort(byEntity), verdicts: new Map(session.verdicts),
    refused: session.refused.list().map((one) => ({ why: forPeople(one.name, one.why, secretRules), ...(forRound.has(one) ? { repair: nameForPeople(one.name, secretRules) } : {}) })),
    findings: [...session.findings, ...session.attempts.findings(unit.id, placeOf(unit.evidence[0]?.origin ?? {}), [unit.id])], questions: [...session.questions, ...differenceQuestions(session)], sent: session.disclosure.sent(),
  };
}

/** What gives something else than its origin is not written: people decide, unless the model has asked them itself. */
function differenceQuestions(session: UnitSession): Question[] {
  const { scope, differing } = session;
  const asked = session.flagged();
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
function withoutSecrets(tool: Tool, { secrets, secretRules }: JudgeWorld): Tool {
  return {
    ...tool,
    async execute(input) {
      const answer = await tool.execute(input);
      return { ...answer, text: redact(answer.text, secrets, secretRules) };
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
