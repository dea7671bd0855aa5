import { resolve } from 'node:path';
import type { Context } from '../context/context.js';
import { entityId, type PutEdit, type RemoveEdit } from '../context/edit.js';
import type { DroppedRecord, PairRecord, UnitRecord, UnprovedRecord } from '../context/lock-records.js';
import type { Evidence } from '../evidence/evidence.js';
import type { World } from '../evidence/gather.js';
import { maskedShape } from '../evidence/warehouse/masked.js';
import type { QueryValue } from '../evidence/warehouse/warehouse.js';
import type { Finding } from '../finding.js';
import type { WaitingReason } from '../ingest/closing.js';
import { standaloneName } from '../ingest/derive.js';
import type { TablePlace } from '../ingest/desire.js';
import { taskName } from '../ingest/in-order.js';
import { judge, type Judged } from '../ingest/judge.js';
import type { JudgedUnit } from '../ingest/judge-unit.js';
import { totalSent } from '../ingest/judging/disclosure.js';
import type { ContextSearch, JudgeWorld, Samples } from '../ingest/judging/world.js';
import { unitRecord } from '../ingest/memory.js';
import { askedRecord, isAsked, type AskedRecord } from '../ingest/pairs.js';
import type { Plan, PlannedUnit } from '../ingest/plan.js';
import { judgeInstructions } from '../ingest/prompts/judge.js';
import { repairInstructions } from '../ingest/prompts/repair.js';
import { questionFrom, type Question } from '../ingest/questions.js';
import type { WaitingRound } from '../ingest/repair-unit.js';
import type { Backend } from '../llm/backend.js';
import { Ledger, type Account, type Limits } from '../llm/ledger.js';
import { priceOf } from '../llm/prices.js';
import { probeModels } from '../llm/probe.js';
import { recordedBackend, replayBackend } from '../llm/task-recording.js';
import { addUsage, noUsage, type Usage } from '../llm/usage.js';
import type { Project } from '../project/project.js';
import type { ResumableUnit } from '../publish/baseline.js';
import { writeUnit, type OutputFolder, type UnitOutput } from '../publish/output.js';
import type { Report, Verdict } from '../report.js';
import { dialectOfDriver } from '../sql/dialect.js';
import { loadParser } from '../sql/parser.js';
import { canonicalJson } from '../text/canonical.js';
import { loadSecretRules } from '../text/secret-rules.js';
import type { AskedSoFar } from './ask-stage.js';
import { asWarnings, judgingFindings, stuckFindings } from './judge-findings.js';
import { effectiveLimits } from './limits.js';
import { hashesOf } from './merge-stage.js';
import { isCallable, judgingModels, modelOf, openModel, probeMilliseconds, roleOf } from './model.js';
import type { ReplayOptions, RunIo, RunOptions } from './options.js';
import { openRecording, type Recorder } from './recording.js';
import { droppedOf, unrepairedFindings, waitingRounds } from './repair-stage.js';
import { monthUsd, spentRecord, usageOf } from './spending.js';
import type { Start } from './start.js';

/** What a model added to a run, and what that cost. */
export interface JudgeResult {
  readonly edits: readonly PutEdit[];
  readonly withdrawn: readonly RemoveEdit[];
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** What came of running measures beside their origins. */
  readonly compared: ReadonlyMap<string, string>;
  /** Entities whose check could not be made, with the reason. */
  readonly unproved: ReadonlyMap<string, string>;
  readonly judged: ReadonlyMap<string, JudgedUnit>;
  /** Units of earlier nights that had a repair round; what they say is in all else. */
  readonly repaired: ReadonlyMap<string, JudgedUnit>;
  /** Units that were for a model and did not start, and why. */
  readonly waiting: ReadonlyMap<string, string>;
  /** Units taken over from an interrupted run, with their records. */
  readonly resumed: ReadonlyMap<string, UnitRecord>;
  readonly findings: readonly Finding[];
  /** What models ask people, with the lock's records of it. */
  readonly questions: readonly Question[];
  readonly asked: readonly AskedRecord[];
  /** The lock's records of what was proposed, refused and not put right. */
  readonly dropped: readonly DroppedRecord[];
  readonly probe: Report['probe'];
  /** The probe failed: nothing was started. */
  readonly stopped: boolean;
  /** Of this run; `taken` of the units that were taken over. */
  readonly spent: Usage;
  readonly taken: Usage;
  readonly steps: number;
  readonly sent: Report['sent'];
  /** Every unit that started failed. */
  readonly allFailed: boolean;
  /** Still open, for who comes next. */
  readonly model?: OpenModel;
}

export const nothingJudged: JudgeResult = {
  edits: [], withdrawn: [], verdicts: new Map(), compared: new Map(), unproved: new Map(), judged: new Map(), repaired: new Map(), waiting: new Map(), resumed: new Map(), findings: [], questions: [], asked: [], dropped: [], probe: [], stopped: false,
  spent: noUsage, taken: noUsage, steps: 0, sent: [], allFailed: false,
};

export interface JudgeStageInput {
  readonly project: Project;
  readonly options: RunOptions;
  readonly io: RunIo;
  readonly world: World;
  readonly plan: Plan;
  readonly start: Pick<Start, 'base' | 'tree' | 'lock' | 'knowledge' | 'resumable' | 'decisions'>;
  /** What people were asked so far. */
  readonly asked: AskedSoFar;
  readonly places: ReadonlyMap<string, TablePlace>;
  /** As it will be with what was derived. Asked for only if a unit is judged. */
  context(): Context;
  readonly folder: OutputFolder | null;
}

/** Whether this run asks a model for what parsing leaves. */
export function isJudging(project: Project, options: Pick<RunOptions, 'deriveOnly' | 'replay'>): boolean {
  return (options.replay !== undefined || isCallable(project.config.llm.provider.backend)) && !options.deriveOnly;
}

/** A unit that a model is asked about in this run. */
export const isForModel = (unit: PlannedUnit): boolean => unit.due !== null && unit.left !== null;

/** Judges the due units, and makes the repair rounds that wait. Nothing is asked, and nothing resolved or opened, where there is neither. */
export async function judgeStage(input: JudgeStageInput): Promise<JudgeResult> {
  const { project, options, io } = input;
  if (!isJudging(project, options) || options.dryRun) return nothingJudged;
  const stuck = stuckFindings(input.plan);
  const due = input.plan.units.filter(isForModel);
  const waiting = waitingRounds(input.plan, input.start.lock, hashesOf(input.world));
  const taken = takeOver([...due, ...waiting.map(({ unit }) => unit)], input);
  const left = due.filter((unit) => !taken.resumed.has(unit.id));
  const rounds = waiting.filter(({ unit }) => !taken.resumed.has(unit.id));
  if (left.length + rounds.length === 0) return { ...nothingJudged, ...taken, findings: [...taken.findings, ...stuck] };
  if (io.signal.aborted) return { ...nothingJudged, ...taken, waiting: waitingFor(left, 'cancelled') };
  if (options.replay) return judgeAgain(input, left, rounds, taken, [...taken.findings, ...stuck], options.replay);

  const opening = await openForRun(input, judgingModels(project, left), taken.taken.usd);
  const findings: Finding[] = [...taken.findings, ...stuck, ...opening.findings];
  const monthly = options.limits.usdPerMonth;
  const unmade = (why: WaitingReason, limits: Limits): Finding[] => unrepairedFindings({ units: rounds.map(({ unit }) => unit), why }, limits, monthly);
  const noneStarted = (why: WaitingReason, limits: Limits): Pick<JudgeResult, 'waiting' | 'findings'> => ({ waiting: waitingFor(left, why), findings: [...findings, ...judgingFindings({ judged: [], waiting: left, why, monthly, limits }), ...unmade(why, limits)] });
  switch (opening.kind) {
    case 'cancelled': return { ...nothingJudged, ...taken, spent: opening.spent, waiting: waitingFor(left, 'cancelled') };
    case 'spent': return { ...nothingJudged, ...taken, spent: opening.spent, ...noneStarted(opening.why, opening.limits) };
    case 'stopped':
      // a round of an earlier night is not worth a red one: what was derived is there
      if (left.length === 0) return { ...nothingJudged, ...taken, findings: [...asWarnings(findings), ...unmade('error', options.limits)], probe: opening.probe, spent: opening.spent };
      return { ...nothingJudged, ...taken, stopped: true, findings, probe: opening.probe, spent: opening.spent };
    default:
  }
  const { model } = opening;
  try {
    const outcome = await judgeUnits(input, left, rounds, model.backend, model.ledger);
    model.ended(waitingFor(outcome.waiting, outcome.why ?? 'error'));
    return { ...resultOf(outcome, taken, { findings, probe: model.probe, backendHost: model.backend.host, ledger: model.ledger, input }), model };
  } catch (error) {
    await model.close();
    throw error;
  }
}

/** A model that has been tried, with the books of the run. Whoever has it closes it. */
export interface OpenModel {
  /** Recorded where the run is. */
  readonly backend: Backend;
  readonly ledger: Ledger;
  readonly probe: Report['probe'];
  /** Keeps what `replay` needs besides the tasks. */
  ended(waiting: ReadonlyMap<string, string>): void;
  close(): Promise<void>;
}

export type Opening =
  | { readonly kind: 'open'; readonly model: OpenModel; readonly findings: readonly Finding[] }
  | { readonly kind: 'cancelled'; readonly spent: Usage; readonly findings: readonly Finding[] }
  /** A limit leaves nothing to start with. */
  | { readonly kind: 'spent'; readonly why: WaitingReason; readonly limits: Limits; readonly spent: Usage; readonly findings: readonly Finding[] }
  /** The configuration or the provider. */
  | { readonly kind: 'stopped'; readonly probe: Report['probe']; readonly spent: Usage; readonly findings: readonly Finding[] };

/** Opens the backend and tries each of the models, before anything else is asked. `taken`: USD of units that were taken over. */
export async function openForRun(input: Pick<JudgeStageInput, 'project' | 'options' | 'io' | 'start' | 'plan' | 'folder'>, models: ReturnType<typeof judgingModels>, taken: number): Promise<Opening> {
  const { project, options, io, start } = input;
  const { limits, monthSpent, findings: limiting } = effectiveLimits(project, options.limits, monthUsd(start.lock, options.month) + taken, models, project.settings.prices);
  if (monthSpent) return { kind: 'spent', why: 'cost-budget', limits, spent: noUsage, findings: limiting };
  let recorder: Recorder | undefined;
  const opened = await openModel({ project, environment: options.environment, allowedHosts: options.allowedHosts, concurrency: options.concurrency, say: (line) => io.note(line), ...(options.record ? { recorder: (exchange) => recorder?.exchange(exchange) } : {}) });
  if (!opened.ok) return { kind: 'stopped', findings: [...limiting, opened.finding], spent: noUsage, probe: [...new Set(models.map(({ model }) => model))].map((model) => ({ backend: project.config.llm.provider.backend, model, category: 'missing-credential' })) };
  const { backend } = opened;
  if (options.record && input.folder) recorder = openRecording({ folder: input.folder, start, options, backend: { backend: backend.id, host: backend.host }, forced: input.plan.units.map((unit) => unit.id).filter((id) => options.forced(id)) });
  let kept = false;
  try {
    const ledger = new Ledger(limits);
    const account = ledger.open('probe', { usd: 0, tokens: 0, steps: 0 });
    const probed = await probeNow(input, backend, models, account);
    if (probed === null) return { kind: 'cancelled', spent: ledger.spent, findings: limiting };
    const probe = probed.results.map(({ model, result }) => ({ backend: backend.id, model, category: result.category }));
    io.progress('probe', probed.results.map(({ model, result }) => `${model} ${result.category}`), Math.max(0, ...probed.results.map(({ result }) => result.milliseconds)));
    const short = probed.results.flatMap(({ result }) => (result.category === 'ok' ? [] : [result.failure.type])).find((type) => type === 'token-budget' || type === 'cost-budget');
    if (short !== undefined) return { kind: 'spent', why: short, limits, spent: ledger.spent, findings: limiting };
    if (probed.findings.length > 0) return { kind: 'stopped', findings: [...limiting, ...probed.findings], probe, spent: ledger.spent };
    kept = true;
    return {
      kind: 'open', findings: limiting,
      model: {
        backend: recorder ? recordedBackend(backend, recorder.task) : backend, ledger, probe, close: () => backend.close(),
        ended: (waiting) => recorder?.end({ spent: ledger.spent, probe, waiting: Object.fromEntries(waiting) as Readonly<Record<string, WaitingReason>> }),
      },
    };
  } finally {
    if (!kept) await backend.close();
  }
}

/** The units that a recorded run judged, from its recording; those that it left wait here too. */
async function judgeAgain(input: JudgeStageInput, due: readonly PlannedUnit[], rounds: readonly WaitingRound[], taken: TakenOver, findings: readonly Finding[], { recorded, left }: ReplayOptions): Promise<JudgeResult> {
  const backend = replayBackend({ id: recorded.backend, host: recorded.host, tasks: recorded.tasks, left });
  // what the budget let through then was decided then
  const ledger = new Ledger({ usd: 0, tokens: 0, steps: 0 });
  const { end } = recorded;
  const waiting = due.filter((unit) => !recorded.tasks.has(unit.id));
  for (const unit of waiting) if (end?.waiting[unit.id] === undefined) left({ id: unit.id, at: 'unit', was: 'not judged', is: 'due' });
  const judged = await judgeUnits(input, due.filter((unit) => recorded.tasks.has(unit.id)), rounds, backend, ledger);
  const why = waiting.map((unit) => end?.waiting[unit.id]).find((one) => one !== undefined) ?? 'error';
  const result = resultOf({ ...judged, waiting: [...judged.waiting, ...waiting], why }, taken, { findings, probe: end?.probe ?? [], backendHost: backend.host, ledger, input });
  const model = { backend, ledger, probe: end?.probe ?? [], ended: () => undefined, close: () => backend.close() };
  return { ...result, spent: end?.spent ?? result.spent, model };
}

/** In the place of a model, where a replay judged nothing. */
export function replayModel(replay: ReplayOptions | undefined): OpenModel | undefined {
  if (!replay) return undefined;
  const { recorded, left } = replay;
  const backend = replayBackend({ id: recorded.backend, host: recorded.host, tasks: recorded.tasks, left });
  return { backend, ledger: new Ledger({ usd: 0, tokens: 0, steps: 0 }), probe: recorded.end?.probe ?? [], ended: () => undefined, close: () => backend.close() };
}

async function judgeUnits(input: JudgeStageInput, units: readonly PlannedUnit[], rounds: readonly WaitingRound[], backend: Backend, ledger: Ledger): Promise<Judged> {
  const { project, options, io, start } = input;
  const tasks = options.replay?.recorded.tasks;
  return await judge({
    units, rounds, mayRepair: ({ id }) => tasks?.has(taskName('repair', id)) ?? true, world: await judgeWorld(input), backend, ledger, concurrency: options.concurrency, failureMode: options.replay ? 'ignore' : project.config.ingest.workUnits.failureMode, signal: io.signal,
    modelOf: (work, unit) => tasks?.get(taskName(work, unit.id))?.model ?? modelOf(project, work === 'repair' ? 'repair' : roleOf(unit)), priceOf: (model) => priceOf(model, project.settings.prices),
    stepBudget: project.config.ingest.workUnits.stepBudget, maxOutputTokens: project.settings.maxOutputTokens, now: () => io.now(),
    deadline: options.limits.minutes > 0 && !options.replay ? options.startedAt + options.limits.minutes * 60_000 : Infinity,
    earlier: (unit) => earlierOf(start.resumable.get(unit.id), unit), progress: (event) => io.judging(event),
    ended: (judged, work) => { if (input.folder) writeUnit(input.folder, { ...unitOutput(judged, input), continues: work === 'repair' && judged.unit.due !== null }, options.secrets); },
  });
}

/** Null: the run was cancelled meanwhile. */
async function probeNow({ project, options, io }: Pick<JudgeStageInput, 'project' | 'options' | 'io'>, backend: Backend, models: ReturnType<typeof judgingModels>, account: Account): Promise<Awaited<ReturnType<typeof probeModels>> | null> {
  try {
    return await probeModels({ backend, models, place: (path) => project.place(...path), account, signal: io.signal, timeoutMs: probeMilliseconds(options.environment) });
  } catch (error) {
    if (io.signal.aborted) return null;
    throw error;
  } finally {
    account.close();
  }
}

function waitingFor(units: readonly PlannedUnit[], why: WaitingReason): Map<string, string> {
  return new Map(units.map((unit) => [unit.id, why]));
}

type TakenOver = Pick<JudgeResult, 'edits' | 'withdrawn' | 'resumed' | 'findings' | 'taken' | 'unproved' | 'verdicts' | 'questions' | 'asked' | 'dropped'>;

/**
 * Units that an interrupted run judged to their end with the present key, or whose repair round it made: nothing of them is
 * paid twice. They are kept in this run's folder too, or its own sequel would pay for them.
 */
function takeOver(units: readonly PlannedUnit[], input: JudgeStageInput): TakenOver {
  const { folder, options, start: { resumable } } = input;
  const begun = units.flatMap((unit) => {
    const earlier = resumable.get(unit.id);
    if (earlier?.record.key !== unit.key || earlier.record.by !== 'model') return [];
    return unit.due !== null || earlier.dropped.every(({ repair }) => repair === undefined) ? [earlier] : [];
  });
  const found = begun.filter(({ record }) => record.outcome === 'written' || record.outcome === 'unchanged');
  const edits = found.flatMap((one) => one.edits);
  const unproved = new Map(begun.flatMap((one) => one.unproved).map((one) => [one.id, one.why]));
  if (folder && options.resume !== undefined && resolve(options.cwd, options.resume) !== folder.path) {
    for (const { record, edits: own, findings, unproved: open, asked, dropped, spent } of found) writeUnit(folder, { record, edits: own, findings, others: [...open, ...asked, ...dropped, ...(spent ? [spent] : [])] }, options.secrets);
  }
  return {
    edits: edits.filter((edit) => edit.op === 'put'), withdrawn: edits.filter((edit) => edit.op === 'remove'), findings: found.flatMap((one) => one.findings),
    resumed: new Map(found.map((one) => [one.record.id, one.record])), unproved, ...askedIn(found.flatMap((one) => one.asked)), dropped: found.flatMap((one) => one.dropped),
    // what could be checked was, before it was written down
    verdicts: new Map(begun.flatMap((one) => one.edits).flatMap((edit) => (edit.op === 'put' ? [[entityId(edit), verdictOf(edit, unproved, input)] as const] : []))),
    taken: units.map((unit) => uncounted(input, unit)).reduce(addUsage, noUsage),
  };
}

function askedIn(records: readonly PairRecord[]): Pick<JudgeResult, 'questions' | 'asked'> {
  const asked = records.filter(isAsked);
  return { asked, questions: asked.map((record) => questionFrom(record.id, record.asks, record.options)) };
}

function verdictOf(edit: PutEdit, unproved: ReadonlyMap<string, string>, { world }: JudgeStageInput): Verdict {
  if (unproved.has(entityId(edit))) return 'unproved';
  const isRun = edit.kind === 'measure' || edit.kind === 'segment';
  return isRun && world.warehouses.some((one) => one.connection === edit.connection) ? 'proved' : 'parsed';
}

/** What an interrupted run paid for a unit, as long as the lock does not know of it. */
function uncounted({ start: { resumable, lock } }: JudgeStageInput, unit: PlannedUnit): Usage {
  const earlier = resumable.get(unit.id);
  if (earlier?.record.by !== 'model') return noUsage;
  const known = lock.get('unit', unit.id);
  return known !== undefined && canonicalJson(known) === canonicalJson(earlier.record) ? noUsage : usageOf(earlier.spent);
}

function earlierOf(earlier: ResumableUnit | undefined, unit: PlannedUnit): { edits: readonly PutEdit[]; tries: number } | undefined {
  if (earlier?.record.key !== unit.key || earlier.record.by !== 'model') return undefined;
  return { edits: earlier.edits.filter((edit) => edit.op === 'put'), tries: earlier.record.tries ?? 0 };
}

export async function judgeWorld(input: Pick<JudgeStageInput, 'project' | 'plan' | 'world' | 'places' | 'context' | 'asked' | 'start' | 'options'>): Promise<JudgeWorld> {
  const { project, world, places } = input;
  const context = input.context();
  const byId = new Map<string, Evidence>([...world.tables, ...world.dbt, ...world.documents].map((one) => [one.id, one]));
  const warehouses = new Map(world.warehouses.map((one) => [one.connection, one]));
  const [parser, secretRules, { contextSearch }] = await Promise.all([loadParser(), loadSecretRules(), import('../ingest/judging/search.js')]);
  const builtBy = new Map(input.plan.units.flatMap((unit) => {
    const table = unit.evidence.find((one) => one.kind === 'table');
    return table ? unit.evidence.flatMap((one) => (one.kind === 'dbt' ? [[one.id, table] as const] : [])) : [];
  }));
  let search: ContextSearch | undefined;
  return {
    asked: (id) => input.asked.open.filter(({ finding }) => finding.evidence?.includes(id) === true).map(({ finding }) => finding.message),
    answered: (id) => input.asked.answered.filter(({ evidence }) => evidence.includes(id)).map(({ text }) => text), decisions: input.start.decisions,
    tableOf: (id) => builtBy.get(id), tolerance: project.settings.verify.tolerance,
    context, knowledge: input.start.knowledge, parser, evidence: (id) => byId.get(id), warehouse: (connection) => warehouses.get(connection),
    sourceOf: (evidence) => {
      const place = places.get(evidence.id);
      if (place) return { connection: place.connection, source: place.source };
      return evidence.kind === 'dbt' ? { connection: evidence.connection, source: standaloneName(evidence) } : undefined;
    },
    dialectOf: (connection) => dialectOfDriver(driverOf(project, connection)),
    samples: (connection): Samples => {
      const { samples } = project.settings;
      return typeof samples === 'string' ? samples : samples[connection] ?? 'masked';
    },
    mask: maskOf, warehouseLimits: project.settings.budget.warehouse, describes: project.config.scan.enrichment.mode === 'llm', secrets: input.options.secrets, secretRules,
    search: { find: (query, most, kind) => (search ??= contextSearch(context)).find(query, most, kind) },
  };
}

function driverOf(project: Project, connection: string): string {
  const found = project.connections.find((one) => one.id === connection);
  return found?.driver === 'skipped' ? found.options.driver : found?.driver ?? '';
}

function maskOf(value: QueryValue): string {
  if (typeof value === 'string') return maskedShape('text', Array.from(value).length, value);
  if (typeof value === 'number' || typeof value === 'bigint') return Number.isInteger(Number(value)) ? maskedShape('integer', String(value).length, null) : 'real';
  return value === null ? 'null' : 'boolean';
}

/** What is kept of a unit as soon as it ends, so that a killed run can be taken over; also what an interrupted one had paid for it. */
function unitOutput(judged: JudgedUnit, input: JudgeStageInput): UnitOutput {
  return {
    record: judgedRecord(judged, input.project), edits: [...judged.edits, ...judged.withdrawn], findings: judged.findings, transcript: judged.transcript,
    others: [...unprovedOf(judged), ...askedOf(judged), ...droppedOf(judged, input.start.lock), spentRecord(input.options.month, addUsage(uncounted(input, judged.unit), judged.usage))],
  };
}

/** The lock's records of what a unit asks: its questions stand until what they rest on changes, or it is judged again. */
function askedOf({ unit, questions }: JudgedUnit): AskedRecord[] {
  const hashes = new Map(unit.evidence.map((one) => [one.id, one.hash]));
  return questions.map((question) => ({ ...askedRecord(question, Object.fromEntries((question.finding.evidence ?? []).flatMap((id) => (hashes.has(id) ? [[id, hashes.get(id) ?? '']] : [])))), unit: unit.id }));
}

function unprovedOf(judged: JudgedUnit): UnprovedRecord[] {
  return judged.edits.flatMap((edit): UnprovedRecord[] => {
    const proved = judged.verdicts.get(entityId(edit));
    return proved?.verdict === 'unproved' ? [{ t: 'unproved', id: entityId(edit), why: proved.why ?? '' }] : [];
  });
}

/** The lock's record of a judged unit. */
export function judgedRecord(judged: JudgedUnit, project: Project): UnitRecord {
  return {
    ...unitRecord(judged.unit, judged.outcome), by: 'model', ...(judged.tries > 0 ? { tries: judged.tries } : {}),
    ...(project.config.scan.enrichment.mode === 'llm' ? { described: true } : {}), instructions: [judgeInstructions.version, ...(judged.repaired ? [repairInstructions.version] : [])].join(' '), model: judged.model,
  };
}

interface ResultFacts {
  readonly findings: readonly Finding[];
  readonly probe: Report['probe'];
  readonly backendHost: string;
  readonly ledger: Ledger;
  readonly input: JudgeStageInput;
}

function resultOf(outcome: Judged, taken: TakenOver, facts: ResultFacts): JudgeResult {
  const { ledger, input: { start, options: { limits: { usdPerMonth: monthly } } } } = facts;
  const why = outcome.why ?? 'error';
  const units = [...outcome.units, ...outcome.repaired];
  const verdicts = new Map(units.flatMap((one) => [...one.verdicts].map(([id, proved]) => [id, proved.verdict] as const)));
  const unproved = new Map([...[...taken.unproved].filter(([id]) => !verdicts.has(id)), ...units.flatMap(unprovedOf).map((one) => [one.id, one.why] as const)]);
  return {
    ...taken, unproved,
    edits: [...taken.edits, ...units.flatMap((one) => one.edits)], withdrawn: [...taken.withdrawn, ...units.flatMap((one) => one.withdrawn)],
    verdicts: new Map([...taken.verdicts, ...verdicts]),
    compared: new Map(units.flatMap((one) => [...one.verdicts].flatMap(([id, { compared }]) => (compared === undefined ? [] : [[id, compared] as const])))),
    judged: byId(outcome.units), repaired: byId(outcome.repaired), waiting: waitingFor(outcome.waiting, why),
    findings: [
      ...facts.findings, ...units.flatMap((one) => one.findings),
      ...judgingFindings({ judged: outcome.units, waiting: outcome.waiting, why, monthly, limits: ledger.limits, ...(outcome.failure ? { failure: outcome.failure } : {}) }), ...unrepairedFindings(outcome.unrepaired, ledger.limits, monthly),
    ],
    questions: [...taken.questions, ...units.flatMap((one) => one.questions)], asked: [...taken.asked, ...units.flatMap(askedOf)], dropped: [...taken.dropped, ...units.flatMap((one) => droppedOf(one, start.lock))],
    probe: facts.probe, stopped: false, spent: ledger.spent, steps: ledger.steps,
    sent: totalSent(units.map((one) => one.sent)).map((one) => ({ ...one, host: facts.backendHost })),
    // also where it was the last try
    allFailed: outcome.units.length > 0 && outcome.units.every((one) => one.outcome === 'failed' || (one.outcome === 'stuck' && one.stopReason === 'error' && one.edits.length + one.withdrawn.length === 0)),
  };
}

const byId = (units: readonly JudgedUnit[]): Map<string, JudgedUnit> => new Map(units.map((one) => [one.unit.id, one]));
