import { activeMarkup, mentions } from '../../text/markup.js';
import { redactKnown } from '../../text/redact.js';
import { findSecrets } from '../../text/secrets.js';

export interface TextRules {
  /** All that the unit's own evidence says: a link must stand in it. */
  readonly evidence: string;
  /** Values that may appear nowhere. */
  readonly secrets: readonly string[];
}

/** What no text that a model writes may hold. Null: nothing is wrong with it. */
export function textProblem(text: string, what: string, most: number, { evidence, secrets }: TextRules): string | null {
  if (text.length > most) return `${what} has ${text.length} characters, the most is ${most}`;
  const hidden = secretProblem(text, what, secrets);
  if (hidden !== null) return hidden;
  const [markup] = activeMarkup(text);
  if (markup) return `${what} holds active markup (${markup.kind}): write plain Markdown`;
  const [mention] = mentions(text);
  if (mention) return `${what} holds "${text.slice(mention.start, mention.end)}", which would notify or link somebody: write it without @ or #`;
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/.test(text)) return `${what} holds invisible characters`;
  const foreign = links(text).find((link) => !evidence.includes(link));
  return foreign === undefined ? null : `${what} links to ${foreign.slice(0, 100)}, which is in no evidence of this unit`;
}

/** A credential by its shape, or a value of this run that may appear nowhere; also in SQL. */
export function secretProblem(text: string, what: string, secrets: readonly string[]): string | null {
  const [secret] = findSecrets(text);
  if (secret) return `${what} looks as if it holds a credential (${secret.kind})`;
  return redactKnown(text, secrets) === text ? null : `${what} holds a credential of this run`;
}

/** Addresses of any scheme, and links that leave the wiki. */
function links(text: string): string[] {
  const addresses = text.match(/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s)>\]"'`]+/gi) ?? [];
  const targets = [...text.matchAll(/\]\(\s*<?([^)\s>]+)/g)].map(([, target = '']) => target).filter((target) => /^(\/\/|www\.|mailto:|data:)/i.test(target));
  return [...addresses, ...targets].map((link) => link.replace(/[.,;:!?]+$/, ''));
}
