import { z } from 'zod';
import type { Tool } from '../../llm/backend.js';
import { isPlainName, sayable } from '../../text/plain-name.js';
import { fence } from '../judging/fence.js';
import type { DataClass } from '../judging/disclosure.js';
import { shownText, tableFacts } from '../judging/unit-prompt.js';
import type { Evidence } from '../../evidence/evidence.js';
import type { JudgeWorld } from '../judging/world.js';
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
      if (!evidence) {
        session.attempts.add('evidence');
        return Promise.resolve({ text: `there is no evidence ${sayable(id)} here; there is ${[...scope.evidenceIds].filter(isPlainName).join(', ')}`, isError: true });
      }
      const parts = partsOf(scope.world, evidence);
      const whole = parts.map((one) => one.text).join('\n');
      const shown = whole.slice(offset, offset + most);
      if (shown === '') return Promise.resolve({ text: `${sayable(id)} has ${whole.length} characters`, isError: true });
      const text = fence(`${id}, characters ${offset} to ${offset + shown.length} of ${whole.length}`, shown, scope.world.secrets);
      let at = 0;
      for (const one of parts) {
        disclosure.hold(one.dataClass, evidence.connection, one.text.slice(Math.max(0, offset - at), Math.max(0, offset + most - at)));
        at += one.text.length + 1;
      }
      return Promise.resolve({ text });
    },
  };
}

/** What may be sent of an evidence, by class of data. */
function partsOf(world: JudgeWorld, evidence: Evidence): readonly { readonly dataClass: DataClass; readonly text: string }[] {
  if (evidence.kind !== 'table') return [{ dataClass: evidence.kind === 'document' ? 'documents' : 'SQL', text: shownText(world, evidence) }];
  const { comment, names, values, definition } = tableFacts(world, evidence, evidence.data.profile);
  const parts = [{ dataClass: 'descriptions', text: comment }, { dataClass: 'names and types', text: names }, { dataClass: 'value lists', text: values }, { dataClass: 'SQL', text: definition }] as const;
  return parts.filter(({ text }) => text !== '');
}
