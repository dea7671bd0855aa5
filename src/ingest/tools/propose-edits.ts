import { z } from 'zod';
import { entityId } from '../../context/edit.js';
import type { Tool } from '../../llm/backend.js';
import { offencesOf } from '../judging/attempts.js';
import { checkProposal } from '../judging/check-proposal.js';
import { nameOf, proposalSchema } from '../judging/proposal.js';
import type { UnitSession } from './unit-session.js';

const mostEdits = 60;

const input = z.object({ edits: z.array(proposalSchema).min(1).max(mostEdits) });

/** A batch of edits: each is taken or refused by itself, and the answer says why. */
export function proposeEdits(session: UnitSession): Tool {
  return {
    name: 'propose_edits', input, description: 'Propose edits. Each is checked and run by itself; the answer says what was taken and why the rest was not.',
    async execute(given) {
      const taken: string[] = [];
      const refused: string[] = [];
      for (const [index, proposal] of (given as z.infer<typeof input>).edits.entries()) {
        const name = nameOf(proposal);
        session.attempts.add(...offencesOf(proposal, session.scope.texts));
        const outside = session.outside(proposal);
        if (outside !== null) {
          refused.push(`- edits[${index}] ${name}: ${outside}`);
          continue;
        }
        const checked = await checkProposal(session.scope, proposal, session.accepted);
        if (!checked.ok) {
          refused.push(`- edits[${index}] ${name}: ${checked.why}`);
          session.refused.add(proposal, checked.why);
          if (checked.differs) session.differing.set(entityId(checked.differs.edit), checked.differs);
          continue;
        }
        session.refused.settle(proposal);
        if (checked.edit === null) {
          taken.push(`${name} (${checked.note})`);
          continue;
        }
        session.accept(checked.edit, { verdict: checked.verdict, ...(checked.why === undefined ? {} : { why: checked.why }), ...(checked.compared === undefined ? {} : { compared: checked.compared }) });
        taken.push(checked.why === undefined ? name : `${name} (not proved: ${checked.why})`);
      }
      session.unread = refused.length;
      const text = [...(taken.length > 0 ? [`taken (${taken.length}): ${taken.join('; ')}`] : []), ...(refused.length > 0 ? [`refused (${refused.length}):`, ...refused] : [])].join('\n');
      return { text, isError: taken.length === 0 };
    },
  };
}
