import type { PutPage } from '../context/edit.js';
import type { Contradiction } from '../evidence/contradictions.js';
import type { Definition } from '../evidence/evidence.js';
import { placeOf } from '../finding.js';
import { byText } from '../text/canonical.js';
import type { SecretRules } from '../text/secret-rules.js';
import { textProblem } from './judging/check-text.js';
import { ask, type Option, type Question } from './questions.js';

/** Longest definition that becomes a page by an answer, in characters. */
const longest = 4000;

/** A question for every term that two sources define differently: an answer writes the chosen definition as a page. `rules`: for who may write it. */
export function termQuestions(contradictions: readonly Contradiction[], rules?: SecretRules): Question[] {
  return contradictions.map((contradiction) => {
    const [first] = contradiction.sides;
    return ask({
      code: 'term-contradiction', message: contradiction.message, ...(first ? placeOf(first.definition.origin) : {}),
      evidence: [...new Set(contradiction.sides.map((side) => side.definition.evidence))].sort(byText),
      about: [contradiction.term, contradiction.kind, contradiction.sides.map(({ definition, value }) => [definition.evidence, value])],
      options: contradiction.sides.map(({ definition, value }) => optionOf(contradiction, definition, value, rules)),
    });
  });
}

function optionOf({ term }: Contradiction, definition: Definition, value: string, secretRules: SecretRules | undefined): Omit<Option, 'id'> {
  const page = definitionPage(term, definition, secretRules);
  const { file, line } = definition.origin;
  const where = file === undefined ? definition.evidence : `${file}${line === undefined ? '' : `:${line}`}`;
  return {
    label: `${value}, as in ${where}`, edits: page ? [page] : [],
    consequence: page ? `the page ${page.source} says so, and agents read it there` : 'models that write about it are told',
  };
}

/** The definition as a wiki page; undefined where its words may not be published as they are. */
function definitionPage(term: string, { text, evidence }: Definition, secretRules: SecretRules | undefined): PutPage | undefined {
  const key = term.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80);
  const summary = `What ${term} means.`;
  const rules = { evidence: text, secrets: [], secretRules };
  if (key === '' || textProblem(text, 'it', longest, rules) !== null || textProblem(summary, 'it', 200, rules) !== null) return undefined;
  return { op: 'put', kind: 'page', connection: '', source: key, evidence: [evidence], author: 'reconcile', value: { summary, tags: ['definition'], refs: [], sl_refs: [], body: text } };
}
