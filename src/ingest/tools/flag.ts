import { z } from 'zod';
import { entityId, type Edit } from '../../context/edit.js';
import { placeOf } from '../../finding.js';
import { issuesOf } from '../../llm/agent-loop.js';
import type { Tool } from '../../llm/backend.js';
import { offencesIn } from '../judging/attempts.js';
import { checkProposal } from '../judging/check-proposal.js';
import { textProblem } from '../judging/check-text.js';
import { nameOf, proposalSchema } from '../judging/proposal.js';
import { sayable } from '../../text/plain-name.js';
import { ask, type Option } from '../questions.js';
import type { UnitSession } from './unit-session.js';

const mostFlags = 8;
/** Of one option; the schema of an edit is in propose_edits already, and every request pays for what stands here. */
const mostEdits = 8;

const input = z.object({
  kind: z.enum(['question', 'note']),
  text: z.string().min(1).describe('for people, one or two sentences, with both sides of a contradiction'),
  options: z.array(z.union([z.string(), z.object({ text: z.string(), edits: z.array(z.record(z.string(), z.unknown())).optional() })])).optional().describe('of a question: 2 to 4, each quoting its source; edits: as propose_edits takes them, what it stands for'),
  evidence: z.array(z.string()).optional(),
});

/** Something that people must decide or should know. It never changes the context. */
export function flag(session: UnitSession): Tool {
  return {
    name: 'flag', input, description: 'Ask people (question: evidence contradicts itself or what a person wrote) or tell them (note).',
    async execute(given) {
      const { kind, text, options: raw = [], evidence } = given as z.infer<typeof input>;
      const options = raw.map((one) => (typeof one === 'string' ? { text: one, edits: [] } : { text: one.text, edits: one.edits ?? [] }));
      const answer = (said: string, isError: boolean): { text: string; isError: boolean } => ({ text: said, isError });
      const { scope } = session;
      const ids = evidence && evidence.length > 0 ? evidence : scope.unit.evidence.map((one) => one.id);
      session.attempts.add(...offencesIn([text, ...options.map((option) => option.text)], scope.texts));
      const stray = ids.find((id) => !scope.evidenceIds.has(id));
      if (stray !== undefined) {
        session.attempts.add('evidence');
        return answer(`evidence ${sayable(stray)} is not of this unit`, true);
      }
      if (kind === 'question' && (options.length < 2 || options.length > 4)) return answer('a question needs 2 to 4 options', true);
      if (session.findings.length + session.questions.length >= mostFlags) return answer(`a unit may flag ${mostFlags} things: that is enough`, true);
      const problem = [text, ...options.map((option) => option.text)].map((one) => textProblem(one, 'the flag', 500, scope.texts)).find((one) => one !== null);
      if (problem !== undefined && problem !== null) return answer(problem, true);
      const origin = placeOf(scope.unit.evidence.find((one) => ids.includes(one.id))?.origin ?? {});
      const of = [...ids].sort();
      if (kind === 'note') {
        session.findings.push({ severity: 'notice', code: 'model-note', ...origin, message: text.trim(), fix: '', evidence: of });
        return answer('noted', false);
      }
      const checked: Omit<Option, 'id'>[] = [];
      for (const [index, option] of options.entries()) {
        const edits: Edit[] = [];
        for (const given of option.edits.slice(0, mostEdits)) {
          const parsed = proposalSchema.safeParse(given);
          if (!parsed.success) return answer(`the edits of options[${index}] do not fit: ${issuesOf(parsed.error)}`, true);
          const proposal = parsed.data;
          const outside = session.outside(proposal);
          if (outside !== null) return answer(`options[${index}], ${nameOf(proposal)}: ${outside}`, true);
          const found = await checkProposal(scope, proposal, session.accepted);
          // to ask about it is what a measure is flagged for that differs from its origin
          if (!found.ok && found.differs) edits.push({ ...found.differs.edit, author: 'reconcile' });
          else if (!found.ok) {
            session.refused.add(proposal, found.why);
            return answer(`options[${index}], ${nameOf(proposal)}: ${found.why}`, true);
          } else {
            session.refused.settle(proposal);
            if (found.edit) edits.push({ ...found.edit, author: 'reconcile' });
          }
        }
        checked.push({ label: option.text.trim(), edits, consequence: edits.length === 0 ? 'models that write about it are told' : `${edits.map(entityId).join(', ')} ${edits.length === 1 ? 'is' : 'are'} written so` });
      }
      session.questions.push(ask({ code: 'model-question', ...origin, message: text.trim(), evidence: of, about: [hashesOf(scope, of), text.trim(), checked.map(({ label }) => label)], options: checked }));
      return answer('noted', false);
    },
  };
}

/** What a question rests on, as it is now. */
export function hashesOf(scope: UnitSession['scope'], ids: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(ids.map((id) => [id, scope.world.evidence(id)?.hash ?? '']));
}
