import { entityId, type Edit, type PutEdit, type RemoveEdit } from '../context/edit.js';
import type { Finding } from '../finding.js';
import type { Decisions } from '../project/decisions.js';
import { hash12 } from '../text/canonical.js';
import { nearest } from '../text/nearest.js';

/** Questions for people: each with the edits that its answers stand for, so that an answer is applied without a model. */

export interface Option {
  /** `a`, `b`, … or a word such as `remove`. */
  readonly id: string;
  readonly label: string;
  /** What is different afterwards. */
  readonly consequence: string;
  /** Checked already. */
  readonly edits: readonly Edit[];
}

export interface Question {
  /** The same as long as what it rests on is the same. */
  readonly id: string;
  /** In words, with its place. */
  readonly finding: Finding;
  /** The last one leaves it as it is. */
  readonly options: readonly Option[];
}

export const leaving = 'leave';

const leave: Option = { id: leaving, label: 'leave as it is', consequence: 'nothing changes; it is not asked again until the evidence changes', edits: [] };

/** Most options besides leaving it as it is. */
const mostOptions = 4;

export interface Asked extends Omit<Finding, 'severity' | 'fix' | 'question'> {
  /** What makes the question another one: the sides, with no place and no figure that moves by itself. */
  readonly about: unknown;
  /** Without an id it is a letter. */
  readonly options: readonly (Omit<Option, 'id'> & { readonly id?: string })[];
}

export function ask({ about, options: given, ...asked }: Asked): Question {
  return questionFrom(`q-${hash12([asked.code, about])}`, asked, given.slice(0, mostOptions).map((option, i) => ({ ...option, id: option.id ?? String.fromCharCode(97 + i) })));
}

/** A question by its id. `others`: all options but the one that leaves it as it is. */
export function questionFrom(id: string, asked: Omit<Finding, 'severity' | 'fix' | 'question'>, others: readonly Option[]): Question {
  const options = [...others, leave];
  return {
    id, options,
    finding: {
      ...asked, severity: 'question', fix: `answer with --decide ${id}=${options.map((option) => option.id).join('|')}`,
      question: { id, options: options.map((option) => ({ id: option.id, label: option.label, consequence: option.consequence, entities: option.edits.map(entityId) })) },
    },
  };
}

export interface Settled {
  /** Still to be answered. */
  readonly open: readonly Question[];
  /** What the answers of people stand for. */
  readonly puts: readonly PutEdit[];
  readonly removes: readonly RemoveEdit[];
  /** Answered ones in words, by evidence, for who writes about it. */
  readonly answered: readonly { readonly evidence: readonly string[]; readonly text: string }[];
  readonly findings: readonly Finding[];
}

export function settleQuestions(questions: readonly Question[], decisions: Decisions): Settled {
  const open: Question[] = [];
  const edits: Edit[] = [];
  const answered: { evidence: readonly string[]; text: string }[] = [];
  const findings: Finding[] = [];
  for (const question of new Map(questions.map((one) => [one.id, one])).values()) {
    const answer = decisions.answer(question.id);
    const option = answer && question.options.find((one) => one.id === answer.option);
    if (!option) {
      open.push(question);
      if (answer) {
        const close = nearest(answer.option, question.options.map((one) => one.id));
        findings.push({ severity: 'warning', code: 'decision-unknown', file: 'ktx.decisions.yaml', message: `${question.id} is answered with ${answer.option}, which is none of its options`, fix: close === undefined ? `answer with ${question.options.map((one) => one.id).join(', ')}` : `did you mean ${close}?` });
      }
      continue;
    }
    edits.push(...option.edits);
    answered.push({ evidence: question.finding.evidence ?? [], text: `${question.finding.message} Decided: ${option.label}${answer.reason === undefined ? '' : ` (${answer.reason})`}` });
  }
  return { open, puts: edits.filter((edit) => edit.op === 'put'), removes: edits.filter((edit) => edit.op === 'remove'), answered, findings };
}
