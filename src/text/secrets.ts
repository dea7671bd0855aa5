export interface Secret {
  /** UTF-16 offset. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** `github-token`, `private-key`, `password`, …; never part of the value. */
  readonly kind: string;
}

interface SecretShape {
  readonly kind: string;
  /** The secret is the group `secret` where there is one, else the whole match. Every repetition is bounded. */
  readonly pattern: RegExp;
  readonly accept?: (secret: string, quoted: boolean) => boolean;
}

/** Token shapes as their issuers publish them, mostly for secret scanning. Nothing word-like may stand before one. */
const shapes: readonly SecretShape[] = [
  { kind: 'github-token', pattern: /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255})/g },
  { kind: 'gitlab-token', pattern: /(?<![A-Za-z0-9])gl(?:pat|dt|rt|ptt|ft|soat|agent|cbt|imt|oas)-[A-Za-z0-9_-]{20,255}/g },
  { kind: 'slack-token', pattern: /(?<![A-Za-z0-9])(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,255}/g },
  { kind: 'slack-webhook', pattern: /hooks\.slack\.com\/(?:services|workflows)\/[A-Za-z0-9/_-]{20,255}/g },
  { kind: 'aws-key', pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/g },
  { kind: 'google-key', pattern: /(?<![A-Za-z0-9])(?:AIza[0-9A-Za-z_-]{35}|GOCSPX-[0-9A-Za-z_-]{20,60}|ya29\.[0-9A-Za-z_-]{20,1024})/g },
  { kind: 'stripe-key', pattern: /(?<![A-Za-z0-9])(?:[sr]k_(?:live|test)_[A-Za-z0-9]{16,255}|whsec_[A-Za-z0-9+/=]{24,255})/g },
  { kind: 'llm-key', pattern: /(?<![A-Za-z0-9])sk-(?=[A-Za-z0-9_-]{0,255}[0-9A-Z])[A-Za-z0-9_-]{20,255}/g },
  { kind: 'npm-token', pattern: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36,255}/g },
  { kind: 'pypi-token', pattern: /(?<![A-Za-z0-9])pypi-[A-Za-z0-9_-]{50,1024}/g },
  { kind: 'dbt-token', pattern: /(?<![A-Za-z0-9])dbt[cu]_[A-Za-z0-9_=-]{20,255}/g },
  { kind: 'databricks-token', pattern: /(?<![A-Za-z0-9])dapi[0-9a-f]{32}(?:-\d)?(?![A-Za-z0-9])/g },
  { kind: 'notion-token', pattern: /(?<![A-Za-z0-9])(?:ntn_|secret_)(?=[A-Za-z0-9]{0,60}[0-9])[A-Za-z0-9]{40,60}/g },
  { kind: 'hugging-face-token', pattern: /(?<![A-Za-z0-9])hf_[A-Za-z0-9]{30,255}/g },
  { kind: 'sendgrid-key', pattern: /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,64}/g },
  { kind: 'jwt', pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,4096}\.eyJ[A-Za-z0-9_-]{4,4096}\.[A-Za-z0-9_-]{0,4096}/g },
  {
    kind: 'password',
    pattern: /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@"'<>]{0,200}:(?<secret>[^\s/@"'<>]{1,200})@/gi,
    accept: (secret) => !isPlaceholder(secret),
  },
  {
    kind: 'authorization',
    pattern: /authorization["']?\s{0,5}[:=]\s{0,5}["']?(?:(?:bearer|basic|token|digest|apikey)\s{1,5})?(?<secret>[A-Za-z0-9._~+/=:-]{8,4096})/gi,
    accept: (secret) => !isPlaceholder(secret) && (hasTwoClasses(secret) || /[a-z][A-Z]/.test(secret)),
  },
  {
    kind: 'authorization',
    pattern: /(?<![A-Za-z0-9])bearer\s{1,5}(?<secret>[A-Za-z0-9._~+/=-]{20,4096})/gi,
    accept: (secret) => /\d/.test(secret) && hasTwoClasses(secret),
  },
  {
    kind: 'password',
    pattern: /(?:passw(?:or)?d|passphrase|pwd|secret|credential)["']?\s{0,5}(?::=|=>|[:=])\s{0,5}(?<quote>["']?)(?<secret>[^\s"'`,;<>]{6,500})/gi,
    accept: (secret, quoted) => !isPlaceholder(secret) && (quoted ? !plainWords.has(secret.toLowerCase()) : hasTwoClasses(secret)),
  },
  {
    kind: 'api-key',
    pattern:
      /(?:api[_-]?key|access[_-]?key(?:[_-]?id)?|secret[_-]?(?:access[_-]?)?key|private[_-]?key|account[_-]?key|client[_-]?secret|token|secret)["']?\s{0,5}(?::=|=>|[:=])\s{0,5}["']?(?<secret>[^\s"'`,;<>]{12,500})/gi,
    accept: (secret) => !isPlaceholder(secret) && /\d/.test(secret) && hasTwoClasses(secret),
  },
];

/** What stands where a secret would, without being one: references, templates, masks, calls, types. */
function isPlaceholder(value: string): boolean {
  return (
    /^(?:env|file|vault|secretsmanager|op):/i.test(value) ||
    /^(?:\$|%|\{\{|\{|\[redacted|process\.env|os\.environ|secrets\.|vars\.|var\.)/i.test(value) ||
    /^(?:[*x.•-]{3,}|\.{3}|…)$/i.test(value) ||
    /^[A-Za-z_][\w.]{0,60}\(/.test(value) ||
    /^(?:your|my|the|some|example|changeme|password|secret|token|pass|user(?:name)?)(?:[_-]?(?:password|secret|token|key|here|pass))?$/i.test(value)
  );
}

const plainWords = new Set(
  'string text varchar number integer boolean required optional missing unknown hidden masked encrypted hashed redacted column default sensitive'.split(' '),
);

function hasTwoClasses(value: string): boolean {
  return [/[A-Za-z]/, /\d/, /[^\w\s]/].filter((kind) => kind.test(value)).length >= 2;
}

/**
 * Everything in a text that looks like a credential, in order, without overlaps. It errs towards finding: what it finds is
 * not published. Hashes in hex, UUIDs and ids in one case are left alone. Time is linear in the length of the text.
 * Synchronous and with nothing to load, because every line of a log and every file is redacted by it; what is published is also
 * looked at with `loadSecretRules`.
 */
export function findSecrets(text: string): Secret[] {
  const found = [...privateKeys(text), ...shapes.flatMap((shape) => matches(text, shape)), ...randomStrings(text)];
  return withoutOverlaps(found);
}

/** In order; where two overlap, the one that starts first grows to cover both. */
export function withoutOverlaps(found: readonly Secret[]): Secret[] {
  const merged: Secret[] = [];
  for (const secret of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last !== undefined && secret.start < last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, secret.end) };
    else merged.push(secret);
  }
  return merged;
}

function matches(text: string, { kind, pattern, accept }: SecretShape): Secret[] {
  const found: Secret[] = [];
  for (const match of text.matchAll(pattern)) {
    const whole = match[0];
    const secret = match.groups?.['secret'] ?? whole;
    if (accept !== undefined && !accept(secret, (match.groups?.['quote'] ?? '') !== '')) continue;
    const start = match.index + whole.lastIndexOf(secret);
    found.push({ start, end: start + secret.length, kind });
  }
  return found;
}

/** From BEGIN to END; without an END to the end of the text. Also in JSON, where line breaks are `\n`. */
function privateKeys(text: string): Secret[] {
  const found: Secret[] = [];
  for (const { index } of text.matchAll(/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const end = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
    end.lastIndex = index;
    const close = end.exec(text);
    found.push({ start: index, end: close === null ? text.length : close.index + close[0].length, kind: 'private-key' });
  }
  return found;
}

/** At least 32 characters that change between small, capital and digit as chance does and words do not. */
function randomStrings(text: string): Secret[] {
  const found: Secret[] = [];
  for (const { index, 0: run } of text.matchAll(/[A-Za-z0-9+/=_-]{32,}/g)) {
    if (/^(?:sha(?:1|256|384|512)-|[0-9a-f]+$)/i.test(run) || !looksRandom(run)) continue;
    found.push({ start: index, end: index + run.length, kind: 'random-string' });
  }
  return found;
}

const minChangesPerCharacter = 0.42;
const minBitsPerCharacter = 3.8;

function looksRandom(run: string): boolean {
  if (!/[a-z]/.test(run) || !/[A-Z]/.test(run) || (run.match(/\d/g)?.length ?? 0) < 2) return false;
  const counts = new Map<string, number>();
  let changes = 0;
  let previous = '';
  for (const character of run) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
    const kind = /[a-z]/.test(character) ? 'small' : /[A-Z]/.test(character) ? 'capital' : /\d/.test(character) ? 'digit' : previous;
    if (kind !== previous && previous !== '') changes += 1;
    previous = kind;
  }
  let bits = 0;
  for (const count of counts.values()) bits -= (count / run.length) * Math.log2(count / run.length);
  return changes / run.length >= minChangesPerCharacter && bits >= minBitsPerCharacter;
}
