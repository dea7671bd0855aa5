import { eventReader } from './event-reader.js';
import { noWireUsage, type WireUsage } from './usage.js';

/** What a body said about its own cost, as far as it was read. */
export interface Reading {
  /** The provider began to answer: input is billed. */
  readonly started: boolean;
  /** The answer is whole: what is known of its usage will not change any more. */
  readonly final: boolean;
  /** Null: the answer has not said it, and some servers never do. */
  readonly usage: WireUsage | null;
  /** Why the model stopped, once the answer is whole and where it says so. */
  readonly stopReason?: string;
  /** Text of the event that ended the stream with an error. */
  readonly error?: string;
}

/** Looks at the bytes of a body as they pass. */
export interface Meter {
  feed(bytes: Uint8Array): void;
  /** The body is over: whatever is left of it is read. */
  end(): void;
  read(): Reading;
  /** The first characters of the body, for the words about one that is no message. */
  beginning(): string;
}

const longestBeginning = 2000;

export const countOf = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined);

/** The provider's `usage` over what was known before: each field that it has replaces the earlier value, since all are running totals. */
export function withUsage(known: WireUsage | null, usage: unknown): WireUsage {
  const before = known ?? noWireUsage;
  if (typeof usage !== 'object' || usage === null) return before;
  const fields = usage as Readonly<Record<string, unknown>>;
  const split = (typeof fields['cache_creation'] === 'object' && fields['cache_creation'] !== null ? fields['cache_creation'] : {}) as Readonly<Record<string, unknown>>;
  const written = countOf(fields['cache_creation_input_tokens']);
  const [fiveMinutes, hour] = [countOf(split['ephemeral_5m_input_tokens']), countOf(split['ephemeral_1h_input_tokens'])];
  const split1h = hour ?? before.cacheWrite1hTokens;
  return {
    uncachedInputTokens: countOf(fields['input_tokens']) ?? before.uncachedInputTokens,
    cacheReadTokens: countOf(fields['cache_read_input_tokens']) ?? before.cacheReadTokens,
    // A total without its split belongs to the five minutes, as far as no hour is known of.
    cacheWrite5mTokens: fiveMinutes ?? (written === undefined ? before.cacheWrite5mTokens : Math.max(0, written - split1h)),
    cacheWrite1hTokens: written === undefined ? split1h : Math.min(split1h, written),
    outputTokens: countOf(fields['output_tokens']) ?? before.outputTokens,
  };
}

/** A meter for server-sent events or, with any other content type, for one JSON message. */
export function meterFor(contentType: string | null): Meter {
  return /^text\/event-stream\b/i.test(contentType ?? '') ? streamMeter() : messageMeter();
}

function messageMeter(): Meter {
  const decoder = new TextDecoder();
  let text = '';
  let reading: Reading = { started: false, final: false, usage: noWireUsage };
  return {
    feed(bytes) { text += decoder.decode(bytes, { stream: true }); },
    end() {
      const message = objectIn(text + decoder.decode());
      if (typeof message?.['usage'] === 'object' && message['usage'] !== null) reading = { started: true, final: true, usage: withUsage(noWireUsage, message['usage']) };
    },
    read: () => reading,
    beginning: () => text.slice(0, longestBeginning),
  };
}

/** Once a message has begun, only these events hold usage; the others are most of a stream and are not parsed. */
const told = /"(?:message_start|message_delta|message_stop|error)"/;

function streamMeter(): Meter {
  const decoder = new TextDecoder();
  let reading: Reading = { started: false, final: false, usage: noWireUsage };
  let beginning = '';

  const dispatch = (text: string): void => {
    if (reading.started && !told.test(text)) return;
    const event = objectIn(text);
    // It came whole, and nobody can read it.
    if (!event) reading = { ...reading, error: text };
    switch (event?.['type']) {
      case 'message_start':
        reading = { ...reading, started: true, usage: withUsage(reading.usage, (event['message'] as Readonly<Record<string, unknown>> | undefined)?.['usage']) };
        break;
      case 'message_delta': {
        const reason = (event['delta'] as Readonly<Record<string, unknown>> | undefined)?.['stop_reason'];
        reading = { ...reading, ...(typeof reason === 'string' ? { final: true, stopReason: reason } : {}), usage: withUsage(reading.usage, event['usage']) };
        break;
      }
      case 'message_stop':
        reading = { ...reading, final: reading.started };
        break;
      case 'error':
        reading = { ...reading, error: text };
        break;
      default:
    }
  };
  const events = eventReader(dispatch);
  return {
    feed(bytes) {
      const text = decoder.decode(bytes, { stream: true });
      if (beginning.length < longestBeginning) beginning += text.slice(0, longestBeginning);
      events.take(text);
    },
    end() {
      // An event without the empty line after it does not count, as browsers have it.
      events.take(decoder.decode());
    },
    read: () => reading,
    beginning: () => beginning,
  };
}

/** The text as a JSON object, or undefined. */
export function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : undefined;
  } catch {
    return undefined;
  }
}
