import { z } from 'zod';
import { placeOf, type Finding } from '../../finding.js';
import type { Tool } from '../../llm/backend.js';
import { textProblem } from '../judging/check-text.js';
import type { UnitSession } from './unit-session.js';

const mostFlags = 8;

const input = z.object({
  kind: z.enum(['question', 'note']),
  text: z.string().min(1).describe('for people, one or two sentences, with both sides of a contradiction'),
  options: z.array(z.string()).optional().describe('of a question: 2 to 4, each quoting its source'),
  evidence: z.array(z.string()).optional(),
});

/** Something that people must decide or should know. It never changes the context. */
export function flag(session: UnitSession): Tool {
  return {
    name: 'flag', input, description: 'Ask people (question: evidence contradicts itself or what a person wrote) or tell them (note).',
    execute(given) {
      const { kind, text, options = [], evidence } = given as z.infer<typeof input>;
      const answer = (said: string, isError: boolean): Promise<{ text: string; isError: boolean }> => Promise.resolve({ text: said, isError });
      const { scope } = session;
      const ids = evidence && evidence.length > 0 ? evidence : scope.unit.evidence.map((one) => one.id);
      const stray = ids.find((id) => !scope.evidenceIds.has(id));
      if (stray !== undefined) return answer(`evidence ${stray} is not of this unit`, true);
      if (kind === 'question' && (options.length < 2 || options.length > 4)) return answer('a question needs 2 to 4 options', true);
      if (session.findings.length >= mostFlags) return answer(`a unit may flag ${mostFlags} things: that is enough`, true);
      const problem = [text, ...options].map((one) => textProblem(one, 'the flag', 500, scope.texts)).find((one) => one !== null);
      if (problem !== undefined && problem !== null) return answer(problem, true);
      session.findings.push(findingOf(session, kind, [text.trim(), ...(options.length > 0 ? [options.map((one, i) => `${String.fromCharCode(65 + i)}: ${one.trim()}`).join('; ')] : [])].join(' '), [...ids].sort()));
      return answer('noted', false);
    },
  };
}

function findingOf(session: UnitSession, kind: 'question' | 'note', message: string, evidence: readonly string[]): Finding {
  const origin = session.scope.unit.evidence.find((one) => evidence.includes(one.id))?.origin ?? {};
  return kind === 'question'
    ? { severity: 'question', code: 'model-question', ...placeOf(origin), message, fix: 'settle it at the source; the question goes when the evidence agrees', evidence }
    : { severity: 'notice', code: 'model-note', ...placeOf(origin), message, fix: '', evidence };
}
