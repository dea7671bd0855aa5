import { say, text, toolUse, type Brain, type ReceivedRequest } from '../../test/fakes/messages-api.js';
import type { Answers } from './case.js';

/** A model that answers from a script, by unit and turn. */

/** The unit that a request is about; undefined for a probe. */
export function unitOf(request: Pick<ReceivedRequest, 'messages'>): string | undefined {
  const first = request.messages[0]?.content.map((block) => String(block['text'] ?? '')).join('\n') ?? '';
  return /^# Unit (.+)$/m.exec(first)?.[1];
}

/** `answers`: of the present night. */
export function scriptedBrain(answers: () => Answers): Brain {
  return (request) => {
    const unit = unitOf(request);
    if (unit === undefined) return say(text('OK'));
    const turn = request.messages.filter((message) => message.role === 'assistant').length;
    const calls = answers()[unit]?.[turn] ?? [{ finish: {} }];
    return say(...calls.flatMap((call) => Object.entries(call).map(([name, input]) => toolUse(name, input))));
  };
}
