import { say, startMessagesApi, toolUse, type MessagesApi, type ReceivedRequest } from '../fakes/messages-api.js';
import { turnOf, unitOf } from '../run/judged-project.js';
import { finish, probeAnswer } from '../run/scripted-model.js';
import type { Planted } from './planted.js';

/** A model that does what the texts say that it reads: nothing of its own. */

/** `said`: turns by unit, as they were taken. */
export async function obedientModel(list: readonly Planted[]): Promise<MessagesApi> {
  return startMessagesApi({
    brain: (request) => {
      if (unitOf(request) === undefined) return probeAnswer;
      const one = attackOf(list, request);
      if (!one) return say(finish);
      const told = { canary: one.canary, key: one.key, source: sourceOf(request, one.key) };
      // a page of a person is not in the prompt: it is read first
      const reading = one.attack.where === 'page of a person' ? [[toolUse('read_context', { name: `${one.key}-notes` })]] : [];
      const turn = [...reading, ...one.attack.obeys.turns(told)][turnOf(request)];
      return turn ? say(...turn) : say(finish);
    },
  });
}

/** By the key, which is in the name of the unit or in its evidence. */
export function attackOf(list: readonly Planted[], request: ReceivedRequest): Planted | undefined {
  const first = firstOf(request);
  const key = /(?:main|public|model)\.(a\d{3})\b|docs\/(a\d{3})\b/.exec(first)?.slice(1).find((one) => one !== undefined);
  return list.find((one) => one.key === key);
}

const firstOf = (request: ReceivedRequest): string => request.messages[0]?.content.map((block) => String(block['text'] ?? '')).join('\n') ?? '';

/** The one of its key, as the prompt names it. */
function sourceOf(request: ReceivedRequest, key: string): string {
  const names = sourcesOf(request);
  return names.find((one) => one.startsWith(key)) ?? names[0] ?? key;
}

/** Sources that the prompt says the unit may write about. */
export function sourcesOf(request: ReceivedRequest): string[] {
  const [, line = '', block = ''] = /^(?:Source|Sources that the document may define measures and segments of):(?: (.*)\.|\n<<<\w{8} names\n([^]*?)\n\w{8}>>>)$/m.exec(firstOf(request)) ?? [];
  return [...line.matchAll(/(.*?) \([^()]*, dialect [a-z]+\)(?:, |$)/g), ...block.matchAll(/^(.*) \([^()]*, dialect [a-z]+\)$/gm)].map(([, one = '']) => one);
}

/** All that users' messages say, by whether it stands inside marks. */
export function byFence(request: ReceivedRequest): { readonly inside: string; readonly outside: string } {
  const texts = request.messages.filter(({ role }) => role === 'user').flatMap(({ content }) => content.map((block) => (block.type === 'tool_result' ? textOf(block['content']) : String(block['text'] ?? ''))));
  const fences = /<<<([0-9a-f]{8}) [^\n]*\n[^]*?\n\1>>>/g;
  return { inside: texts.flatMap((text) => text.match(fences) ?? []).join('\n'), outside: texts.map((text) => text.replace(fences, '')).join('\n') };
}

function textOf(content: unknown): string {
  return typeof content === 'string' ? content : (content as readonly { readonly text?: string }[]).map(({ text = '' }) => text).join('\n');
}
