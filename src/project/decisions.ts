import type { Finding } from '../finding.js';
import { globPattern } from '../text/glob.js';
import { readYaml } from '../text/yaml.js';
import { editYaml } from '../text/yaml-edit.js';
import { decisionsSchema, type DecisionsFile } from './decisions-schema.js';
import { validate } from './validate.js';

/** What people decided, as the stages see it. */

export const decisionsPath = 'ktx.decisions.yaml';

export type Answer = DecisionsFile['answers'][number];
export type Refusal = DecisionsFile['refusals'][number];
export type Pin = DecisionsFile['pins'][number];

export interface Decisions {
  /** Whether there are any, so that nothing is looked for in vain. */
  readonly refusals: boolean;
  readonly pins: boolean;
  /** The last answer to a question. */
  answer(question: string): Answer | undefined;
  /** The refusal or pin that covers an entity. */
  refusal(entity: string): Refusal | undefined;
  pin(entity: string): Pin | undefined;
  /** What concerns somebody who writes about these, in words, sorted. */
  about(subjects: Subjects): readonly string[];
}

/** What a unit reads and may write about. */
export interface Subjects {
  readonly sources: readonly { readonly connection: string; readonly source: string }[];
  /** Keys of pages. */
  readonly pages: readonly string[];
  readonly evidence: readonly string[];
}

export type ReadDecisions = { readonly ok: true; readonly decisions: Decisions; readonly findings: readonly Finding[] } | { readonly ok: false; readonly findings: readonly Finding[] };

/** A file that cannot be read stops a run: what people refused must not be written for a slip of the pen. */
export function readDecisions(text: string | null): ReadDecisions {
  if (text === null || text.trim() === '') return { ok: true, decisions: decisionsOf(decisionsSchema.parse({})), findings: [] };
  const read = readYaml(text, { maxDepth: 16 });
  if (!read.ok) {
    const { message, line, column } = read.problem;
    return { ok: false, findings: [{ severity: 'error', code: 'config-syntax', file: decisionsPath, line, column, message: `${decisionsPath}: ${message}`, fix: 'mend the YAML at this place' }] };
  }
  const { value, findings } = validate(decisionsSchema, read.document.value ?? {}, read.document, decisionsPath);
  return value === undefined ? { ok: false, findings } : { ok: true, decisions: decisionsOf(value), findings };
}

function decisionsOf(file: DecisionsFile): Decisions {
  const answers = new Map(file.answers.map((answer) => [answer.question, answer]));
  const compiled = <T>(list: readonly T[], globOf: (one: T) => string): (readonly [RegExp, T])[] => list.map((one) => [globPattern(globOf(one)), one]);
  const refusals = compiled(file.refusals, (one) => one.entity);
  const pins = compiled(file.pins, (one) => one.entity);
  // a join is named with its columns in brackets; without them all joins of two sources are meant
  const first = <T>(list: readonly (readonly [RegExp, T])[], id: string): T | undefined => list.find(([pattern]) => pattern.test(id) || (id.startsWith('join:') && pattern.test(id.replace(/\[.*$/su, ''))))?.[1];
  return {
    refusals: refusals.length > 0,
    pins: pins.length > 0,
    answer: (question) => answers.get(question),
    refusal: (entity) => first(refusals, entity),
    pin: (entity) => first(pins, entity),
    about(subjects) {
      const said = (glob: string, words: string): string[] => (concerns(glob, subjects) ? [words] : []);
      const because = (reason: string | undefined): string => (reason === undefined ? '' : `: ${reason}`);
      return [
        ...file.refusals.flatMap((one) => said(one.entity, `refused: ${one.entity}${because(one.reason)}`)),
        ...file.pins.flatMap((one) => said(one.entity, `stays as it is: ${one.entity}${because(one.reason)}`)),
        ...file.rules.flatMap((one) => said(one.about, `rule for ${one.about}: ${one.rule}`)),
      ].sort();
    },
  };
}

/** Whether a glob may name an entity of these sources and pages, or names one of the evidence ids. */
function concerns(glob: string, { sources, pages, evidence }: Subjects): boolean {
  const whole = globPattern(glob);
  if (evidence.some((id) => whole.test(id))) return true;
  const { kind, place } = /^(?<kind>[^:/]*):(?<place>.*)$/su.exec(glob)?.groups ?? {};
  if (kind === undefined || place === undefined) return glob.startsWith('*') && whole.test(`source:${sources[0]?.connection ?? ''}/${sources[0]?.source ?? ''}`);
  const isPage = globPattern(kind).test('page');
  if (isPage && pages.some((key) => globPattern(place).test(key))) return true;
  if (kind === 'page') return false;
  // of a source's entities, what comes after the source's name may be anything
  const source = globPattern(place.replace(/(?<=\/[^/]*?)(?:\.|#|->).*$/su, ''));
  const isWhole = globPattern(place);
  return sources.some(({ connection, source: name }) => source.test(`${connection}/${name}`) || isWhole.test(`${connection}/${name}`));
}

/** The file with one more answer; an earlier one to the same question is replaced. Every other byte stays. */
export function withAnswer(text: string | null, answer: Answer): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly finding: Finding } {
  const start = text ?? '# What people decided about the context: docs/decisions.md\n';
  const read = readYaml(start);
  const before = read.ok && typeof read.document.value === 'object' && read.document.value !== null ? (read.document.value as { answers?: unknown }).answers : undefined;
  const list = Array.isArray(before) ? before as readonly { readonly question?: unknown }[] : [];
  const at = list.findIndex((one) => one.question === answer.question);
  const edited = editYaml(start, [{ path: ['answers', at < 0 ? list.length : at], value: Object.fromEntries(Object.entries(answer).filter((entry): entry is [string, string] => entry[1] !== undefined)) }]);
  if (edited.ok) return edited;
  const { message, line, column } = edited.problem;
  return { ok: false, finding: { severity: 'error', code: 'config-syntax', file: decisionsPath, line, column, message: `${decisionsPath} cannot take the answer: ${message}`, fix: 'write it by hand under answers:' } };
}
