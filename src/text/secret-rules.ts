import type { SecretLintRuleCreator, SecretLintSourceCode } from '@secretlint/types';
import { withoutOverlaps, type Secret } from './secrets.js';

/**
 * The rules of secretlint, for the shapes of tokens that others keep up with. They are the last look at what is published; the
 * first is `findSecrets`, which needs nothing loaded, so that it also stands where a log is redacted.
 */
export interface SecretRules {
  /** What looks like a credential, in order, without overlaps. `kind` is whose it is: `grafana`, `shopify`, … */
  find(text: string): Secret[];
  /** Whether any of the texts holds one: they are looked at as one text, which for short ones is fifty times as fast. */
  findAny(texts: readonly string[]): boolean;
}

/** What they may be told differs from rule to rule; they are told nothing. */
type Rule = SecretLintRuleCreator<object>;

/** It obeys `secretlint-disable` in a text: whoever writes the text would decide whether it is looked at. */
const obeysTheText = '@secretlint/secretlint-rule-filter-comments';

/** No rule has a match that reaches over it. */
const between = '\n\0\n';

let loading: Promise<SecretRules> | undefined;

/**
 * Loads the rules, once. Rejects where they cannot be loaded, and a rule that throws is not caught: nothing is published that was
 * not looked at. Time is linear in the length of a text: 4 ms for 200 kB of prose, 0.3 s for 200 kB made to be slow.
 */
export function loadSecretRules(): Promise<SecretRules> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<SecretRules> {
  const { rules } = await import('@secretlint/secretlint-rule-preset-recommend');
  let found: Secret[] = [];
  const looks = (rules as readonly Rule[]).filter(({ meta }) => meta.id !== obeysTheText).map((rule) => lookOf(rule, (secret) => found.push(secret)));
  const find = (text: string): Secret[] => {
    found = [];
    const source = sourceOf(text);
    for (const look of looks) look(source);
    return withoutOverlaps(found.map((secret) => withoutHost(secret, text)));
  };
  return { find, findAny: (texts) => texts.length > 0 && find(texts.join(between)).length > 0 };
}

/** Of an address, only what stands before the host: the rest is what a reader, or a model, needs to know of it. */
function withoutHost(secret: Secret, text: string): Secret {
  const user = /(?<=:\/\/)[^@/\s]+(?=@)/.exec(text.slice(secret.start, secret.end));
  if (user === null) return secret;
  const start = secret.start + user.index;
  return { ...secret, start, end: start + user[0].length };
}

/**
 * The rule without secretlint's engine, which reads and reports files: it is asynchronous, keeps a mark of each rule and text for
 * its profiler, and compares each match with each other.
 */
function lookOf(rule: Rule, report: (secret: Secret) => void): (source: SecretLintSourceCode) => void {
  const kind = rule.meta.id.replace('@secretlint/secretlint-rule-', '');
  const handler = rule.create({
    sharedOptions: {},
    createTranslator: () => (messageId, data) => ({ message: '', messageId: String(messageId), data }),
    report: ({ range: [start, end] }) => { report({ start, end, kind }); },
    ignore: () => undefined,
  }, {});
  return (source) => {
    // those that read a file do; a text is none
    if (handler.file?.(source) !== undefined) throw new Error(`the rule ${kind} does not answer at once`);
  };
}

/** A text as rules see it: of no file. */
function sourceOf(content: string): SecretLintSourceCode {
  const none = (): never => {
    throw new Error('a text of no file has no lines');
  };
  return {
    content, contentType: 'text', hasBOM: false, ext: '', filePath: undefined, physicalFilePath: undefined, getFilePath: () => undefined, getPhysicalFilePath: () => undefined,
    locationToRange: none, rangeToLocation: none, positionToIndex: none, indexToPosition: none,
  };
}
