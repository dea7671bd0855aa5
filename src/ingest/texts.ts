import type { DbtEvidence, Origin } from '../evidence/evidence.js';
import { placeOf, type Finding } from '../finding.js';
import { addressesAgents } from '../text/agent-text.js';
import { visible } from '../text/invisible.js';
import { activeMarkup, mentions } from '../text/markup.js';
import type { SecretRules } from '../text/secret-rules.js';
import { findSecrets, type Secret } from '../text/secrets.js';

/** What may be published of outside text. */

/**
 * Whatever a credential (the shortest without a sign is a Slack token of 15 characters), active markup or a mention needs
 * at least one of: most texts are done with this look.
 */
const suspicious = /[<>@#:=&\]\[!]|-----|\S{15}|\bgh-\d/i;

/**
 * The text as people see it, in a list if it may be published, else none and a finding: no credential, no active markup.
 * Without `rules`, credentials are looked for by our own shapes alone.
 */
export function publishable(raw: string, origin: Origin, evidence: string, findings: Finding[], rules?: SecretRules): string[] {
  const value = visible(raw).trim();
  if (value === '') return [];
  const at = { ...placeOf(origin), evidence: [evidence] };
  if (value !== raw.trim()) findings.push({ severity: 'warning', code: 'hidden-in-text', ...at, message: `a description of ${evidence} holds characters that nobody sees; it is published without them`, fix: 'look at what they say, and remove them there' });
  if (addressesAgents(value)) findings.push({ severity: 'notice', code: 'instruction-in-text', ...at, message: `a description of ${evidence} tells a model what to do; it is published as it is`, fix: 'remove it there, unless it is meant: data agents read it' });
  if (!suspicious.test(value)) return [value];
  const secret = secretIn(value, rules);
  if (secret) {
    findings.push({ severity: 'warning', code: 'secret-in-text', ...at, message: `a description of ${evidence} looks as if it holds a credential (${secret.kind}); it was not published`, fix: 'remove it there, and revoke it: it is in that repository’s history' });
    return [];
  }
  const [markup] = activeMarkup(value);
  if (markup) {
    findings.push({ severity: 'warning', code: 'markup-in-text', ...at, message: `a description of ${evidence} holds active markup (${markup.kind}); it was not published`, fix: 'write it as plain text or Markdown' });
    return [];
  }
  const [mention] = mentions(value);
  if (mention) findings.push({ severity: 'notice', code: 'mention-in-text', ...at, message: `a description of ${evidence} holds ${mention.kind}; it is published as it is and made harmless wherever ktx-ci quotes it`, fix: '' });
  return [value];
}

/** The value in a list if it may be published, else none and a finding: no credential anywhere in it. What a field or a value list says is data, so markup in it is not refused. */
export function publishableValue<T>(value: T, what: string, origin: Origin, evidence: string, findings: Finding[], rules?: SecretRules): T[] {
  const secret = secretIn(textOf(value), rules);
  if (!secret) return [value];
  findings.push({ severity: 'warning', code: 'secret-in-text', ...placeOf(origin), evidence: [evidence], message: `${what} of ${evidence} look as if they hold a credential (${secret.kind}); they were not published`, fix: 'remove it there, and revoke it: it is in that repository’s history' });
  return [];
}

const secretIn = (text: string, rules: SecretRules | undefined): Secret | undefined => findSecrets(text)[0] ?? rules?.find(text)[0];

/** Names and values as JSON has them, but for its escapes: their letters would stand before a token like the end of a word. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value).replace(/\\[nrtbf]/g, '\n'));

/** What the rules have to look at of a text or value that is to be published: nothing of most. */
export function toLookAt(value: unknown): string[] {
  const text = textOf(value);
  // what JSON adds is no sign
  return suspicious.test(typeof value === 'string' ? text : text.replace(/["[\]{}:,]+/g, ' ')) ? [text] : [];
}

/** Findings of every description of a dbt node. */
export function textFindings(node: DbtEvidence): Finding[] {
  const findings: Finding[] = [];
  publishable(node.data.description, node.data.described ?? node.origin, node.id, findings);
  for (const column of node.data.columns) publishable(column.description, column.origin, `${node.id}.${column.name}`, findings);
  return findings;
}
