import { z } from 'zod';
import type { Tool } from '../../llm/backend.js';
import { fence } from '../judging/fence.js';
import type { UnitSession } from './unit-session.js';

const most = 8;

const input = z.object({ query: z.string().min(1) });

/** Sources and pages by words. */
export function searchContext(session: UnitSession): Tool {
  return {
    name: 'search_context', input, description: 'Find sources, measures and pages of the context by words.',
    execute(given) {
      const { query } = given as z.infer<typeof input>;
      const hits = session.scope.world.search.find(query.slice(0, 200), most);
      const text = hits.length === 0 ? 'nothing found' : fence('found', hits.map((hit) => `${hit.kind} ${hit.id}: ${hit.what}`).join('\n'), session.scope.world.secrets);
      session.disclosure.hold('context', 'context', text);
      return Promise.resolve({ text });
    },
  };
}
