import { redact } from '../text/redact.js';

/** What stood in the body of an error, taken out of whatever the provider, a gateway or a proxy wrapped it in. */
export interface Unwrapped {
  readonly message: string;
  /** The innermost name of the error, e.g. `not_found_error`. */
  readonly type?: string;
  /** The body was a page for people: nothing that speaks this protocol wrote it. */
  readonly html: boolean;
}

const deepest = 12;
/** Redaction reads all of it, and no more than 500 characters are shown. */
const longestRead = 4000;
const longestShown = 500;

/** One line of at most 500 characters without credentials. */
export function oneLine(text: string): string {
  const line = redact(text.slice(0, longestRead), []).replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return line.length > longestShown ? `${line.slice(0, longestShown - 1).toWellFormed().trimEnd()}…` : line;
}

/** The message of `{"type":"error","error":{…}}`, `{"error":"…"}`, `{"message"}`, `{"detail"}`, JSON inside of those, after a prefix, or the title of a page. */
export function unwrap(text: string): Unwrapped {
  if (/^\s*(?:<!doctype\s|<html|<head|<\?xml)/i.test(text)) {
    const title = /<title[^>]{0,200}>([^<]{1,500})/i.exec(text)?.[1] ?? /<h1[^>]{0,200}>([^<]{1,500})/i.exec(text)?.[1] ?? 'a page without a title';
    return { message: oneLine(title), html: true };
  }
  const { message, type } = fromText(text, deepest);
  return { message: oneLine(message), ...(type === undefined ? {} : { type: oneLine(type).slice(0, 80) }), html: false };
}

interface Found {
  readonly message: string;
  readonly type?: string | undefined;
}

function fromText(text: string, depth: number): Found {
  const value = depth > 0 ? jsonIn(text) : undefined;
  const found = value === undefined ? undefined : fromValue(value, depth - 1);
  return found ?? { message: text };
}

/** The text as JSON, or the JSON object in it (`429 {"error":…}`, `data: {…}`). */
function jsonIn(text: string): unknown {
  for (const piece of [text, text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)]) {
    if (!piece.includes('{')) continue;
    try {
      return JSON.parse(piece);
    } catch {
      // Not this piece.
    }
  }
  return undefined;
}

function fromValue(value: unknown, depth: number): Found | undefined {
  if (depth <= 0) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : fromText(value, depth);
  if (Array.isArray(value)) return fromValue(value[0], depth - 1);
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key of ['error', 'message', 'detail', 'msg', 'errors', 'error_description']) {
    const inner = fromValue(fields[key], depth - 1);
    if (!inner) continue;
    // `type: error` names the envelope, not the error.
    const own = [fields['type'], fields['code'], fields['status']].find((name) => typeof name === 'string' && name !== 'error' && name !== '');
    return { message: inner.message, type: inner.type ?? (typeof own === 'string' ? own : undefined) };
  }
  return undefined;
}
