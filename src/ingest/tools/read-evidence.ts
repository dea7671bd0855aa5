import { z } from 'zod';
import type { Tool } from '../../llm/backend.js';
import { fence } from '../judging/fence.js';
import { shownText } from '../judging/unit-prompt.js';
import type { UnitSession } from './unit-session.js';

const most = 12_000;

const input = z.object({ id: z.string(), offset: z.int().min(0).optional() });

/** A part of one evidence of the unit or next to it. */
export function readEvidence(session: UnitSession): Tool {
  return {
    name: 'read_evidence', input, description: 'Read evidence of this unit or of a neighbour, 12,000 characters from offset.',
    execute(given) {
      const { id, offset = 0 } = given as z.infer<typeof input>;
      const { scope, disclosure } = session;
      const evidence = scope.evidenceIds.has(id) ? scope.unit.evidence.find((one) => one.id === id) ?? scope.world.evidence(id) : undefined;
      if (!evidence) return Promise.resolve({ text: `there is no evidence ${id} here; there is ${[...scope.evidenceIds].join(', ')}`, isError: true });
      const whole = shownText(scope.world, evidence);
      const part = whole.slice(offset, offset + most);
      if (part === '') return Promise.resolve({ text: `${id} has ${whole.length} characters`, isError: true });
      const text = fence(`${id}, characters ${offset} to ${offset + part.length} of ${whole.length}`, part, scope.world.secrets);
      disclosure.hold(evidence.kind === 'document' ? 'documents' : evidence.kind === 'dbt' ? 'SQL' : 'names and types', evidence.connection, text);
      return Promise.resolve({ text });
    },
  };
}
