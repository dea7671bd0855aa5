import { addressesAgents } from '../../text/agent-text.js';
import { holdsInvisible } from '../../text/invisible.js';
import { isPlainLink, links } from '../../text/links.js';
import { activeMarkup, mentions } from '../../text/markup.js';
import { personalData } from '../../text/personal.js';
import { readings } from '../../text/readings.js';
import { redactKnown } from '../../text/redact.js';
import type { SecretRules } from '../../text/secret-rules.js';
import { findSecrets } from '../../text/secrets.js';
import type { ShownValues } from './shown-values.js';

export interface TextRules {
  /** All that the unit's own evidence says: a link must stand in it. */
  readonly evidence: string;
  /** Values that may appear nowhere. */
  readonly secrets: readonly string[];
  /** The second look for credentials, at what is published. */
  readonly secretRules?: SecretRules | undefined;
  /** Rows that the model saw. */
  readonly shown?: ShownValues;
}

/** What no text of a model may hold, and people are told of if one tried it. */
export type Offence = 'credential' | 'markup' | 'mention' | 'invisible' | 'command' | 'link' | 'instruction' | 'personal' | 'value';

interface Found {
  readonly offence: Offence;
  /** After the name of the text, for the model. */
  readonly why: string;
}

/** What no text that a model writes may hold. Null: nothing is wrong with it. */
export function textProblem(text: string, what: string, most: number, rules: TextRules): string | null {
  if (text.length > most) return `${what} has ${text.length} characters, the most is ${most}`;
  const found = offenceIn(text, rules);
  return found === null ? null : `${what} ${found.why}`;
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
const logCommand = /::(?:error|warning|notice|debug|group|endgroup|add-mask|set-output|set-env|save-state|add-path|stop-commands|echo|(?:add|remove)-matcher)\b[^\n]*::|##\[[a-z]+\]/i;

/** The first offence of a text, in whatever way it is written. */
export function offenceIn(text: string, rules: TextRules): Found | null {
  if (holdsInvisible(text)) return { offence: 'invisible', why: 'holds invisible characters' };
  let known: ReadonlySet<string> | undefined;
  const isKnown = (link: string): boolean => isPlainLink(link) && (known ??= new Set(links(rules.evidence))).has(link);
  for (const reading of readings(text)) {
    const found = secretIn(reading, rules) ?? plainOffence(reading, isKnown);
    if (found !== null) return found;
  }
  return rules.shown?.quotedIn(text, rules.evidence) === true ? { offence: 'value', why: 'quotes a value of a row: say what such values mean' } : null;
}

function plainOffence(text: string, isKnown: (link: string) => boolean): Found | null {
  const [markup] = activeMarkup(text);
  if (markup) return { offence: 'markup', why: `holds active markup (${markup.kind}): write plain Markdown` };
  const [mention] = mentions(text);
  if (mention) return { offence: 'mention', why: `holds "${text.slice(mention.start, mention.end)}", which would notify or link somebody: write it without @ or #` };
  if (logCommand.test(text)) return { offence: 'command', why: 'holds a command of a workflow log' };
  const foreign = links(text).find((link) => !isKnown(link));
  if (foreign !== undefined) return { offence: 'link', why: `links to ${foreign.slice(0, 100)}, which is in no evidence of this unit as a plain address` };
  if (addressesAgents(text)) return { offence: 'instruction', why: 'tells a model what to do: say what is so, for people; an instruction in the evidence is described, not quoted' };
  const personal = personalData(text);
  return personal === null ? null : { offence: 'personal', why: `holds ${personal}: say whose it is without it` };
}

/** A reason as people may read it: without what it quotes of the model. */
export function unquoted(why: string): string {
  return why.replace(/holds "[^]*", which would/, 'holds a mention, which would').replace(/links to [^]*, which is in no evidence/, 'has an address, which is in no evidence');
}

/** A credential by its shape, or a value of this run that may appear nowhere. */
function secretIn(text: string, { secrets, secretRules }: TextRules): Found | null {
  const secret = findSecrets(text)[0] ?? secretRules?.find(text)[0];
  if (secret) return { offence: 'credential', why: `looks as if it holds a credential (${secret.kind})` };
  return redactKnown(text, secrets) === text ? null : { offence: 'credential', why: 'holds a credential of this run' };
}

/** What no SQL that a model writes may hold: a remark, or a text in quotes that none of its texts might say. */
export function sqlProblem(sql: string, what: string, rules: TextRules): string | null {
  const found = sqlOffence(sql, rules);
  if (found !== null) return `${what} ${found.why}`;
  return texts(sql).some((text) => text.startsWith('--') || text.startsWith('/*')) ? `${what} holds a remark: the text is the place for it` : null;
}

/** Names and numbers that the evidence has itself, such as `'%@shop.example'`, may be compared with. */
export function sqlOffence(sql: string, rules: TextRules): Found | null {
  const secret = secretIn(sql, rules);
  if (secret !== null) return secret;
  if (holdsInvisible(sql)) return { offence: 'invisible', why: 'holds invisible characters' };
  for (const text of texts(sql)) {
    const inner = text.replace(/^(?:'|"|--|\/\*|\$\w*\$)|(?:'|"|\*\/|\$\w*\$)$/g, '');
    const found = offenceIn(inner, rules);
    // a condition may name what a column holds
    if (found === null || found.offence === 'value') continue;
    const value = inner.replace(/^%|%$/g, '');
    if ((found.offence !== 'mention' && found.offence !== 'personal') || value.length < 3 || !rules.evidence.includes(value)) return found;
  }
  return null;
}

/** Strings, quoted names and remarks of a statement, with what opens and closes them. */
function texts(sql: string): string[] {
  return sql.match(/'(?:[^']|'')*'?|"(?:[^"]|"")*"?|--[^\n]*|\/\*[^]*?(?:\*\/|$)|\$(\w*)\$[^]*?(?:\$\1\$|$)/g) ?? [];
}
