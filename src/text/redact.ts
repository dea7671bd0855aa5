import type { Finding } from '../finding.js';
import type { SecretRules } from './secret-rules.js';
import { findSecrets, withoutOverlaps, type Secret } from './secrets.js';

/** A shorter value is a word like any other: replacing it would shred the text and hide nothing. */
const shortestSecret = 4;
/** A piece of base64 that is shorter than this turns up by chance. */
const shortestPiece = 8;

/**
 * The text with every credential in it replaced by `[redacted <kind>]`: what findSecrets and the rules find, and every known
 * value of at least four characters, as it is, line by line, in base64 (also inside a longer base64 text), URL-encoded, and
 * escaped for JSON or HTML.
 */
export function redact(text: string, known: readonly string[], rules?: SecretRules): string {
  return replaceAll(text, known, [...findSecrets(text), ...(rules?.find(text) ?? [])]);
}

/** Findings quote what sources and people wrote: no credential reaches a log, an annotation or a report through them. */
export function redactFindings(findings: readonly Finding[], known: readonly string[]): Finding[] {
  return findings.map((finding) => ({
    ...finding, message: redact(finding.message, known), fix: redact(finding.fix, known),
    ...(finding.question ? { question: { ...finding.question, options: finding.question.options.map((option) => ({ ...option, label: redact(option.label, known), consequence: redact(option.consequence, known) })) } } : {}),
  }));
}

/** Only the known values: for a patch, whose untouched lines must stay what they are in the repository. */
export function redactKnown(text: string, known: readonly string[]): string {
  return known.length === 0 ? text : replaceAll(text, known, []);
}

function replaceAll(text: string, known: readonly string[], shapes: readonly Secret[]): string {
  const needles = needlesOf(known);
  const places = withoutOverlaps([...occurrences(text, needles), ...shapes]);
  // A secret can be a part of the marker itself.
  const marker = (kind: string): string =>
    [`[redacted ${kind}]`, '[***]'].find((mark) => !needles.some((needle) => mark.includes(needle))) ?? '';
  let result = '';
  let at = 0;
  for (const { start, end, kind } of places) {
    result += text.slice(at, start) + marker(kind);
    at = end;
  }
  return result + text.slice(at);
}

/** A run asks thousands of times with one list. */
const needlesOfList = new WeakMap<readonly string[], { readonly of: string; readonly needles: readonly string[] }>();

function needlesOf(known: readonly string[]): readonly string[] {
  const of = known.join('\u0000');
  const before = needlesOfList.get(known);
  // a list can grow
  if (before?.of === of) return before.needles;
  const needles = [...new Set(known.flatMap((value) => [value, value.trim(), ...value.split(/\r\n|\r|\n/).map((line) => line.trim())]))]
    .filter((value) => value.length >= shortestSecret)
    .flatMap(forms);
  needlesOfList.set(known, { of, needles });
  return needles;
}

function occurrences(text: string, needles: readonly string[]): Secret[] {
  const found: Secret[] = [];
  for (const needle of needles) {
    // Overlapping ones too: of `ababa` nothing of a secret `aba` may stay.
    for (let start = text.indexOf(needle); start >= 0; start = text.indexOf(needle, start + 1)) {
      found.push({ start, end: start + needle.length, kind: 'secret' });
    }
  }
  return found;
}

function forms(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const url = encodeURIComponent(value.toWellFormed());
  const strict = url.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  const encoded = [url, encodeURI(value.toWellFormed()), strict, url.replaceAll('%20', '+'), strict.replaceAll('%20', '+'), new URLSearchParams({ v: value }).toString().slice(2)];
  const all = [
    value,
    json,
    json.replaceAll('/', '\\/'),
    json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    html(value),
    html(json),
    ...encoded,
    ...encoded.map((text) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())),
    ...base64Forms(value),
  ];
  return [...new Set(all)].filter((form) => form.length >= shortestSecret);
}

/** As on our HTML pages, where control characters are dropped. */
// eslint-disable-next-line no-control-regex
const html = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');

/**
 * Whole, with and without padding, in both alphabets; and what the value leaves in the base64 of a longer text (`user:` and
 * the value in Basic authorization), which depends on where it starts modulo three bytes.
 */
function base64Forms(value: string): string[] {
  const bytes = Buffer.from(value);
  const whole = bytes.toString('base64');
  const pieces = [0, 1, 2].map((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return padded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
  });
  const forms = [whole, whole.replace(/=+$/, ''), ...pieces.filter((piece) => piece.length >= shortestPiece)];
  return [...forms, ...forms.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))];
}
