import { eventReader } from './event-reader.js';
import { countOf, objectIn, type Meter, type Reading } from './meter.js';
import type { WireUsage } from './usage.js';

/** Usage of chat completions; `prompt_tokens` holds the cached ones too. Null for what is none. */
export function chatUsage(usage: unknown): WireUsage | null {
  if (typeof usage !== 'object' || usage === null) return null;
  const fields = usage as Readonly<Record<string, unknown>>;
  const [input, output] = [countOf(fields['prompt_tokens']), countOf(fields['completion_tokens'])];
  if (input === undefined || output === undefined) return null;
  const details = fields['prompt_tokens_details'];
  const cached = Math.min(input, countOf((typeof details === 'object' && details !== null ? details as Readonly<Record<string, unknown>> : {})['cached_tokens']) ?? 0);
  return { uncachedInputTokens: input - cached, cacheReadTokens: cached, cacheWrite5mTokens: 0, cacheWrite1hTokens: 0, outputTokens: output };
}

/** Whether a chunk is an error instead: `{"error":…}`, or as vLLM has it `{"object":"error",…}`. */
export const isChatError = (chunk: Readonly<Record<string, unknown>>): boolean => (chunk['error'] !== undefined && chunk['error'] !== null) || chunk['object'] === 'error';

/** The reason why the answer of a chunk, or of a whole completion, is over; null: it is not. */
export function finishReasonOf(chunk: Readonly<Record<string, unknown>>): string | null {
  const choices: unknown = chunk['choices'];
  const reason: unknown = Array.isArray(choices) ? (choices[0] as Readonly<Record<string, unknown>> | undefined)?.['finish_reason'] : undefined;
  return typeof reason === 'string' && reason !== '' ? reason : null;
}

const longestBeginning = 2000;
/** Most chunks are a few words of the answer, and are not parsed. */
const told = /"usage"\s*:\s*\{|"finish_reason"\s*:\s*"|"error"/;

/** A meter for the chunks of a streamed completion or, with any other content type, for a whole one. */
export function chatMeterFor(contentType: string | null): Meter {
  const isStream = /^text\/event-stream\b/i.test(contentType ?? '');
  const decoder = new TextDecoder();
  let reading: Reading = { started: false, final: false, usage: null };
  let finished = false;
  let text = '';

  const take = (chunk: Readonly<Record<string, unknown>> | undefined, raw: string): void => {
    if (!chunk) return;
    if (isChatError(chunk)) {
      reading = { ...reading, error: raw };
      return;
    }
    finished ||= finishReasonOf(chunk) !== null;
    const usage = chatUsage(chunk['usage']) ?? reading.usage;
    reading = { ...reading, usage, final: finished && usage !== null };
  };
  const events = eventReader((data) => {
    if (data.trim() === '[DONE]') {
      reading = { ...reading, final: reading.started };
      return;
    }
    reading = { ...reading, started: true };
    if (told.test(data)) take(objectIn(data), data);
  });
  return {
    feed(bytes) {
      const piece = decoder.decode(bytes, { stream: true });
      if (isStream) {
        if (text.length < longestBeginning) text += piece.slice(0, longestBeginning);
        events.take(piece);
      } else {
        text += piece;
      }
    },
    end() {
      if (isStream) {
        events.take(decoder.decode());
        // Some servers close the stream without a word after the last chunk.
        reading = { ...reading, final: reading.final || finished };
        return;
      }
      const whole = objectIn(text + decoder.decode());
      if (whole && Array.isArray(whole['choices'])) {
        take(whole, text);
        reading = { ...reading, started: true, final: finished };
      }
    },
    read: () => reading,
    beginning: () => text.slice(0, longestBeginning),
  };
}
