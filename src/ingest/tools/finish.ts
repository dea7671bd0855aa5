import { z } from 'zod';
import type { Tool } from '../../llm/backend.js';
import type { UnitSession } from './unit-session.js';

const input = z.object({});

/** The end of a unit. Finishing over refusals that the model has not read yet asks once whether that is meant. */
export function finish(session: UnitSession): Tool {
  return {
    name: 'finish', input, description: 'The unit is done.',
    execute() {
      if (session.unread === 0) return Promise.resolve({ text: 'done', ends: true });
      const count = session.unread;
      session.unread = 0;
      return Promise.resolve({ text: `not yet: ${count} edit${count === 1 ? ' was' : 's were'} refused; correct what you can and finish again`, isError: true });
    },
  };
}
