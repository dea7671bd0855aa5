import { entityId } from '../context/edit.js';
import { isObject, type PairRecord } from '../context/lock-records.js';
import { readPage } from '../context/page.js';
import { isOurFile } from '../context/ours.js';
import { contradictions } from '../evidence/contradictions.js';
import { definitionsIn } from '../evidence/definitions.js';
import type { Finding } from '../finding.js';
import { totalSent, type Disclosed } from '../ingest/judging/disclosure.js';
import type { Plan } from '../ingest/plan.js';
import { settleQuestions, type Question } from '../ingest/questions.js';
import { converse } from '../ingest/reconcile/converse.js';
import { entityOf, entityView, keyOf, type Entity, type EntityView } from '../ingest/reconcile/entities.js';
import type { PageReading } from '../ingest/reconcile/disagreements.js';
import { findPairs, type Pair } from '../ingest/reconcile/pairs.js';
import { byRule, effectsOf, otherSide, sidesOf, type Resolution } from '../ingest/reconcile/resolution.js';
import { repairs, usersOf } from '../ingest/repairs.js';
import { plural } from '../publish/wording.js';
import type { Report } from '../report.js';
import { byText, canonicalJson, hash12 } from '../text/canonical.js';
import type { AskedSoFar } from './ask-stage.js';
import { asWarnings } from './judge-findings.js';
import { isJudging, judgeWorld, openForRun, replayModel, type JudgeStageInput, type OpenModel } from './judge-stage.js';
import { contextAfter, hashesOf, type Decided, type Merged } from './merge-stage.js';
import { modelOf } from './model.js';
import type { Start } from './start.js';

/** Doubles and contradictions between what this run wrote and what there is: settled by rule, by a model, or asked. */

export interface Reconciled extends Decided {
  readonly questions: readonly Question[];
  /** The lock's records of pairs that were looked at. */
  readonly records: readonly PairRecord[];
  readonly findings: readonly Finding[];
  /** Merge has to be done again. */
  readonly changes: boolean;
  readonly sent: Report['sent'];
  /** Pages of people that were looked at, so that they may be remembered by their bytes. */
  readonly pages: readonly string[];
  /** Still open; whoever has it closes it. */
  readonly model: OpenModel | undefined;
}

export interface ReconcileInput extends Omit<JudgeStageInput, 'context' | 'start'> {
  readonly start: Start;
  readonly plan: Plan;
  readonly merged: Merged;
  readonly asked: AskedSoFar;
  /** A model that judging left open. */
  readonly model: OpenModel | undefined;
}

/** Pairs of one conversation, and of one run; more wait for the next. */
const pairsAtOnce = 12;
const mostPairs = 48;

export async function reconcileStage(input: ReconcileInput): Promise<Reconciled> {
  const { start, asked, io } = input;
  const nothing: Reconciled = { puts: asked.puts, removes: asked.removes, isLost: asked.isLost, questions: [], records: [], findings: [], changes: false, sent: [], pages: [], model: input.model };
  const { view, pairs, gone, pages } = pairsOf(input);
  if (!view) return nothing;
  // what people's measures name cannot go
  const mayGo = (entity: Entity): boolean => entity.by !== 'person' && usersOf(view, entity).every((user) => user.by !== 'person');
  const ruled = pairs.flatMap((pair) => {
    const resolution = byRule(pair, (entity) => start.knowledge.records(entity.connection, entity.source)?.[entity.kind === 'page' ? 'body' : keyOf(entity)] !== undefined);
    return resolution && mayGo(pair[otherSide(resolution.keep ?? 'a')]) ? [resolution] : [];
  });
  const others = pairs.filter((pair) => !ruled.some((resolution) => resolution.pair === pair));
  const decided = await decide(input, view, others);
  const resolutions = [...ruled, ...decided.resolutions];
  if (pairs.length > 0) io.progress('reconcile', [`${plural(pairs.length, 'pair')}: ${countsOf(resolutions)}`], 0);

  const effects = effectsOf(resolutions, mayGo, hashesOf(input.world));
  const answers = settleQuestions(effects.questions, start.decisions);
  const puts = [...effects.puts, ...answers.puts, ...repairs(view, new Map([...gone.map((id) => [id, input.merged.replaced.get(id) ?? null] as const), ...effects.instead]))];
  const removes = [...effects.removes, ...answers.removes];
  const lost = new Set(effects.lost.map(({ id, hash }) => `${id} ${hash}`));
  return {
    puts: [...asked.puts, ...puts], removes: [...asked.removes, ...removes], isLost: (id, value) => asked.isLost(id, value) || lost.has(`${id} ${hash12(value)}`),
    questions: effects.questions, records: effects.records, findings: [...findingsOf(resolutions), ...decided.findings, ...answers.findings],
    changes: puts.length + removes.length + lost.size > 0, sent: decided.sent, pages, model: decided.model,
  };
}

/** Pairs that nobody has decided with their present values, and what this run takes away; without a view where there is neither. */
function pairsOf({ start, merged, asked }: ReconcileInput): { readonly view?: EntityView; readonly pairs: readonly Pair[]; readonly gone: readonly string[]; /** Pages of people that were looked at. */ readonly pages: readonly string[] } {
  const before = new Map(start.lock.all('pair').map((record) => [record.id, record]));
  const waiting = [...before.values()].filter((record) => record['decision'] === 'waiting').flatMap((record) => (isObject(record['sides']) ? Object.keys(record['sides']) : []));
  const news = newsOfPeople(start, merged);
  const put = merged.applied.changes.filter(({ edit }) => edit.op === 'put' && (edit.kind === 'measure' || edit.kind === 'segment' || edit.kind === 'page')).map(({ edit }) => entityId(edit));
  const gone = merged.applied.changes.filter(({ edit }) => edit.op === 'remove').map(({ edit }) => entityId(edit));
  if (put.length === 0 && merged.conflicts.length === 0 && waiting.length === 0 && gone.length === 0 && news.length === 0) return { pairs: [], gone, pages: [] };
  const view = viewOf(start, merged);
  const theirs = new Set(news);
  const written = news.length === 0 ? [] : [...view.pages(), ...view.context.connections().flatMap((connection) => view.context.sourceNames(connection).flatMap((source) => (theirs.has(view.context.sourcePath(connection, source) ?? '') ? view.ofSource(connection, source) : [])))].filter((entity) => entity.by === 'person' && theirs.has(entity.file));
  const changed = [...new Map([...written, ...[...put, ...waiting.map((id) => id.replace(/#[ab]$/, ''))].flatMap((id) => view.find(id) ?? [])].map((entity) => [entity.id, entity])).values()];
  const conflicts = merged.conflicts.flatMap(([one, other]): (readonly [Entity, Entity])[] => {
    const [first, second] = [entityOf(one), entityOf(other)];
    return first && second ? [[first, second]] : [];
  });
  const pairs = findPairs({ view, changed, conflicts, sources: (connection) => view.context.sourceNames(connection), reading }).filter((pair) => {
    const record = before.get(pair.id);
    const asking = asked.remembered.find((one) => canonicalJson(one['pair']) === canonicalJson(sidesOf(pair)));
    return asking === undefined && (record === undefined || record['decision'] === 'waiting' || canonicalJson(record['sides']) !== canonicalJson(sidesOf(pair)));
  });
  return { view, pairs, gone, pages: news.filter((path) => path.startsWith('wiki/')) };
}

/** What a page defines, and how two definitions differ, by the rules for documents. */
const reading: PageReading = {
  definitions(page, { context }) {
    const { body, bodyLine } = readPage(context.tree.get(page.file) ?? new Uint8Array());
    return definitionsIn(body, { file: page.file }, page.id).map((one) => ({ ...one, origin: { ...one.origin, line: (one.origin.line ?? 1) + bodyLine - 1 } }));
  },
  difference: (definitions) => contradictions(definitions)[0]?.message ?? null,
};

/** Files that people wrote or changed since the lock last saw them. */
function newsOfPeople({ knowledge, context }: Start, merged: Merged): string[] {
  return [...context.pages(), ...context.connections().flatMap((connection) => context.sourceNames(connection).flatMap((source) => context.sourcePath(connection, source) ?? []))].filter((path) => {
    const sha = context.sha(path);
    return sha !== undefined && knowledge.file(path)?.sha !== sha && !isOurFile(path, merged.applied, knowledge, sha) && merged.after.has(path);
  });
}

function viewOf(start: Start, merged: Merged): EntityView {
  const context = contextAfter(start, merged);
  return entityView(context, (connection, source) => {
    const path = connection === '' ? `wiki/global/${source}.md` : context.sourcePath(connection, source) ?? '';
    return { ...start.knowledge.records(connection, source), ...merged.applied.records.get(`${path}#${source}`) };
  });
}

type Conversations = Pick<Reconciled, 'findings' | 'sent' | 'model'> & { readonly resolutions: readonly Resolution[] };

/** By a model where there is one, else by people; what neither gets to waits. */
async function decide(input: ReconcileInput, view: EntityView, pairs: readonly Pair[]): Promise<Conversations> {
  const { project, options, io, model: open } = input;
  const all = (decision: 'question' | 'waiting', of: readonly Pair[]): Resolution[] => of.map((pair) => ({ pair, decision, by: 'rule', why: pair.why }));
  if (pairs.length === 0) return { resolutions: [], findings: [], sent: [], model: open };
  if (!isJudging(project, options)) return { resolutions: all('question', pairs), findings: [], sent: [], model: open };
  if (options.dryRun || io.signal.aborted) return { resolutions: all('waiting', pairs), findings: [], sent: [], model: open };
  const named = modelOf(project, 'reconcile');
  const findings: Finding[] = [];
  let model = open ?? replayModel(options.replay);
  if (!model) {
    const opening = await openForRun(input, [{ role: project.config.llm.models.reconcile === undefined ? 'default' : 'reconcile', model: named }], 0);
    findings.push(...asWarnings(opening.findings));
    if (opening.kind !== 'open') return { resolutions: all('waiting', pairs), findings: [...findings, ...waitingFindings(pairs.length)], sent: [], model: undefined };
    ({ model } = opening);
  }
  const world = await judgeWorld({ ...input, context: () => view.context });
  const resolutions: Resolution[] = [];
  const sent: (readonly Disclosed[])[] = [];
  const rest = pairs.slice(mostPairs);
  for (let at = 0; at < Math.min(pairs.length, mostPairs); at += pairsAtOnce) {
    const batch = pairs.slice(at, Math.min(at + pairsAtOnce, mostPairs));
    const account = model.ledger.open(`reconcile:${at / pairsAtOnce + 1}`, { usd: 0, tokens: 0, steps: project.settings.reconcile.steps });
    const conversation = await converse({ pairs: batch, view, world, backend: model.backend, model: named, account, maxOutputTokens: project.settings.maxOutputTokens, signal: io.signal });
    account.close();
    sent.push(conversation.sent);
    findings.push(...conversation.attempts.findings('reconcile', {}, [...new Set(batch.flatMap(({ a, b }) => [...a.evidence, ...b.evidence]))].sort(byText)));
    const left = batch.filter((pair) => !conversation.resolutions.some((resolution) => resolution.pair === pair));
    resolutions.push(...conversation.resolutions, ...all(conversation.isOver ? 'question' : 'waiting', left));
    if (conversation.isOver) continue;
    rest.push(...pairs.slice(at + batch.length, mostPairs));
    break;
  }
  resolutions.push(...all('waiting', rest));
  const { host } = model.backend;
  return { resolutions, findings: [...findings, ...waitingFindings(resolutions.filter(({ decision }) => decision === 'waiting').length)], sent: totalSent(sent).map((one) => ({ ...one, host })), model };
}

function waitingFindings(count: number): Finding[] {
  if (count === 0) return [];
  return [{ severity: 'notice', code: 'pairs-waiting', message: `${plural(count, 'pair')} of entries that may be one thing ${count === 1 ? 'waits' : 'wait'} for a model`, fix: 'they are looked at next time; sooner with a higher limit' }];
}

const words = { merged: 'merged', subsumed: 'subsumed', corrected: 'corrected', apart: 'kept apart', question: 'asked', waiting: 'waiting' } as const;

function countsOf(resolutions: readonly Resolution[]): string {
  const groups = Map.groupBy(resolutions, ({ decision }) => decision);
  return (Object.keys(words) as (keyof typeof words)[]).flatMap((decision) => (groups.has(decision) ? [`${groups.get(decision)?.length ?? 0} ${words[decision]}`] : [])).join(', ');
}

function findingsOf(resolutions: readonly Resolution[]): Finding[] {
  return resolutions.flatMap(({ pair, decision, keep = 'a', rename, why, by }): Finding[] => {
    if (decision === 'question' || decision === 'waiting') return [];
    const [winner, loser] = [pair[keep], pair[otherSide(keep)]];
    const what = decision === 'apart' ? `${winner.id} and ${loser.id} are kept apart${rename === undefined ? '' : `; the other is ${rename} now`}`
      : decision === 'corrected' ? `${loser.id} is put right by ${winner.id}`
      : pair.kind === 'same-entity' ? `${winner.id} had two values, and one stands` : `${loser.id} ${decision === 'merged' ? 'is the same as' : 'is covered by'} ${winner.id}, and went`;
    return [{
      severity: 'notice', code: 'reconciled', ...(winner.file === '' ? {} : { file: winner.file }), message: `${what}: ${why}`, fix: by === 'rule' ? '' : 'if that is wrong, refuse or pin it in ktx.decisions.yaml',
      evidence: [...new Set([...winner.evidence, ...loser.evidence])].sort(byText),
    }];
  });
}

/** The lock's records of pairs: an earlier decision stands as long as what won does, and a new one takes its place. */
export function pairRecords(before: readonly PairRecord[], fresh: readonly PairRecord[], isThere: (entity: string) => boolean): PairRecord[] {
  const kept = before.filter((record) => typeof record['kept'] !== 'string' || isThere(record['kept']));
  return [...new Map([...kept, ...fresh].map((record) => [record.id, record])).values()];
}

