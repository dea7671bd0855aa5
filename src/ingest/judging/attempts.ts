import type { Finding, placeOf } from '../../finding.js';
import type { SecretRules } from '../../text/secret-rules.js';
import { offenceIn, sqlOffence, unquoted, type Offence, type TextRules } from './check-text.js';
import type { Proposal } from './proposal.js';

/** What a model tried that it may not, told to people in our words: its own may be those that somebody wanted to get out. */

export type Attempt = Offence | 'statement' | 'statements' | 'column' | 'evidence';

const words: Readonly<Record<Attempt, string>> = {
  credential: 'a credential', markup: 'active markup', mention: 'a mention or a closing word', invisible: 'invisible characters', command: 'a command of a workflow log', link: 'an address that its evidence does not have',
  instruction: 'an instruction for models', personal: 'personal data', value: 'a value of a row', statement: 'a statement that the read-only guard refuses', statements: 'more statements than a unit may ask', column: 'values of a column that looks personal', evidence: 'evidence that is not of its unit',
};

/** A careful model does these too, by mistake. */
const harmless: ReadonlySet<Attempt> = new Set(['statements', 'column', 'evidence', 'mention', 'value']);

export class Attempts {
  readonly #made = new Set<Attempt>();

  add(...attempts: readonly Attempt[]): void {
    for (const attempt of attempts) this.#made.add(attempt);
  }

  /** One for all, also of what the model put right afterwards. */
  findings(unit: string, place: ReturnType<typeof placeOf>, evidence: readonly string[]): Finding[] {
    if (this.#made.size === 0) return [];
    const list = (Object.keys(words) as Attempt[]).filter((one) => this.#made.has(one));
    return [{
      severity: list.every((one) => harmless.has(one)) ? 'notice' : 'warning', code: 'attempt-refused', ...place, evidence,
      message: `${unit}: the model tried to write or read ${list.map((one) => words[one]).join(', ')}; that was refused`, fix: 'look for a text in its evidence that tells a model what to do',
    }];
  }
}

/** Of everything that a proposal says. */
export function offencesOf(proposal: Proposal, rules: TextRules): Offence[] {
  const { kind: _, expr = '', filter = '', remove: __, ...rest } = proposal;
  const said = Object.values(rest).flat().map((text) => (text === undefined ? null : offenceIn(text, rules)));
  return [...said, sqlOffence(expr, rules), sqlOffence(filter, rules)].flatMap((found) => (found === null ? [] : [found.offence]));
}

export const offencesIn = (texts: readonly string[], rules: TextRules): Offence[] => texts.flatMap((text) => offenceIn(text, rules)?.offence ?? []);

/** A refusal as people may read it: with neither a name nor a reason that holds what was refused. */
export function forPeople(name: string, why: string, secretRules: SecretRules): string {
  const said = unquoted(why);
  const offence = offenceIn(said, { evidence: '', secrets: [], secretRules })?.offence;
  return `${nameForPeople(name, secretRules)} (${offence === undefined ? said : `it holds ${words[offence]}`})`;
}

export function nameForPeople(name: string, secretRules: SecretRules): string {
  return offenceIn(name, { evidence: '', secrets: [], secretRules }) === null ? name : 'one of them';
}
