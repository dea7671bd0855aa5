import { z } from 'zod';
import type { Tool } from '../../llm/backend.js';
import { sayable } from '../../text/plain-name.js';
import { fence } from '../judging/fence.js';
import { readContext as contextText } from '../judging/unit-prompt.js';
import type { UnitSession } from './unit-session.js';

const input = z.object({ name: z.string().min(1).describe('[connection/]source, or the key of a page') });

/** One source or page of the context. */
export function readContext(session: UnitSession): Tool {
  return {
    name: 'read_context', input, description: 'Read one source (columns, measures, segments, joins) or page of the context.',
    execute(given) {
      const { name } = given as z.infer<typeof input>;
      const found = contextText(session.scope, name);
      if (found === undefined) return Promise.resolve({ text: `there is no source or page ${sayable(name)}; search_context finds them`, isError: true });
      const text = fence(name, found, session.scope.world.secrets);
      session.disclosure.hold('context', 'context', text);
      return Promise.resolve({ text });
    },
  };
}
