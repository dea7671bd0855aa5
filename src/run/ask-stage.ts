import { entityId } from '../context/edit.js';
import type { PairRecord } from '../context/lock-records.js';
import { contradictions } from '../evidence/contradictions.js';
import type { World } from '../evidence/gather.js';
import type { Finding } from '../finding.js';
import { rememberedQuestions, type AskedRecord } from '../ingest/pairs.js';
import { lostValues, stillStands } from '../ingest/reconcile/resolution.js';
import { settleQuestions, type Question, type Settled } from '../ingest/questions.js';
import { termQuestions } from '../ingest/term-questions.js';
import { withAnswer } from '../project/decisions.js';
import type { Project } from '../project/project.js';
import { nearest } from '../text/nearest.js';
import { loadSecretRules } from '../text/secret-rules.js';
import type { Derived } from './derive-stage.js';
import { evictionsIn, hashesOf, isWhole, removalsIn, viewOf, type Decided } from './merge-stage.js';
import type { RunIo, RunOptions } from './options.js';
import type { Start } from './start.js';

/** What people are asked before a model is, and what their answers stand for. */
export interface AskedSoFar extends Settled, Decided {
  readonly questions: readonly Question[];
  /** Of earlier nights, which nothing but the lock knows. */
  readonly remembered: readonly AskedRecord[];
  /** ktx.decisions.yaml with the answers of this run; null: there is none. */
  readonly decisionsText: string | null;
}

export async function askStage(project: Project, start: Start, world: World, derived: Derived, options: RunOptions, io: RunIo): Promise<AskedSoFar> {
  const view = viewOf(start);
  const found = rememberedQuestions(start.lock, hashesOf(world)).filter(({ record }) => stillStands(record, view));
  const wanted = derived.units.edits.filter((edit) => edit.kind === 'source');
  const whole = isWhole(world, options, io);
  const terms = contradictions(world.definitions);
  const rules = terms.length === 0 ? undefined : await loadSecretRules();
  const questions = [...derived.units.questions, ...removalsIn(project, start, world, wanted, whole).questions, ...evictionsIn(project, start, world, whole).questions, ...termQuestions(terms, rules), ...found.map(({ question }) => question)];
  const settled = settleQuestions(questions, start.decisions);
  const decisionsText = options.answers.reduce((text, answer) => {
    const asked = questions.find((question) => question.id === answer.question)?.finding.message;
    const { question, option, ...rest } = answer;
    const added = withAnswer(text, { question, option, ...(asked === undefined ? {} : { asked }), ...rest });
    return added.ok ? added.text : text;
  }, start.decisionsText);
  const lost = lostValues(start.lock);
  // what a term means is asked: until it is answered no model says so on the page of that name
  const asked = new Set(questions.filter((one) => one.finding.code === 'term-contradiction' && settled.open.includes(one)).flatMap(({ options: offered }) => offered.flatMap(({ edits }) => edits.map(entityId))));
  return { ...settled, isLost: (id, value) => asked.has(id) || lost(id, value), questions, decisionsText, remembered: found.map(({ record }) => record), findings: [...settled.findings, ...unknownAnswers(questions, start, options.answers)] };
}

/** What `--decide` names and nobody asks. Said before anything is paid. */
function unknownAnswers(questions: readonly Question[], start: Start, answers: RunOptions['answers']): Finding[] {
  const ids = questions.map((question) => question.id);
  return answers.flatMap(({ question, option }): Finding[] => {
    const known = questions.find((one) => one.id === question);
    if (!known) {
      const close = nearest(question, ids);
      return [{ severity: 'error', code: 'decision-unknown', message: `--decide names the question ${question}, which nobody asks`, fix: close === undefined ? (ids.length === 0 ? 'no question is open' : `open are ${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ', …' : ''}`) : `did you mean ${close}?` }];
    }
    return known.options.some((one) => one.id === option) ? [] : [{ severity: 'error', code: 'decision-unknown', message: `--decide answers ${question} with ${option}, which is none of its options`, fix: `answer with ${known.options.map((one) => one.id).join(', ')}` }];
  });
}

/** The lock's records of questions: of earlier nights, without those of units that were judged again, and new ones. */
export function askedRecords(asked: AskedSoFar, judged: ReadonlySet<string>, fresh: readonly AskedRecord[]): PairRecord[] {
  const kept = asked.remembered.filter((record) => !(typeof record['unit'] === 'string' && judged.has(record['unit'])));
  return [...new Map([...kept, ...fresh].map((record) => [record.id, record])).values()];
}
