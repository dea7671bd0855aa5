import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { redact } from '../../src/text/redact.js';
import { html } from '../../src/publish/escape.js';
import { findSecrets } from '../../src/text/secrets.js';

/** Put together here so that no scanner of this repository takes them for real. */
const x = (length: number): string => 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8yZ0'.repeat(Math.ceil(length / 30)).slice(0, length);
const secrets: readonly (readonly [string, string])[] = [
  ['github-token', `ghp_${x(36)}`],
  ['github-token', `github_pat_${x(22)}_${x(59)}`],
  ['gitlab-token', `glpat-${x(20)}`],
  ['slack-token', `xoxb-123456789012-${x(24)}`],
  ['aws-key', `AKIA${'ABCDEFGH234567ZY'}`],
  ['google-key', `AIza${x(35)}`],
  ['stripe-key', `sk_live_${x(24)}`],
  ['llm-key', `sk-proj-${x(40)}`],
  ['llm-key', `sk-ant-api03-${x(60)}`],
  ['npm-token', `npm_${x(36)}`],
  ['dbt-token', `dbtc_${x(40)}`],
  ['databricks-token', `dapi${'0123456789abcdef'.repeat(2)}`],
  ['jwt', `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.${x(40)}`],
  ['private-key', `-----BEGIN RSA PRIVATE KEY-----\n${x(64)}\n${x(64)}\n-----END RSA PRIVATE KEY-----`],
  ['private-key', `-----BEGIN PRIVATE KEY-----\\n${x(64)}\\n-----END PRIVATE KEY-----\\n`.replace(/\\n$/, '')],
  ['random-string', x(40)],
];

describe('findSecrets', () => {
  test.each(secrets)('finds a %s', (kind, secret) => {
    const text = `before ${secret} after`;
    expect(findSecrets(text)).toEqual([{ start: 7, end: 7 + secret.length, kind }]);
    expect(redact(text, [])).toBe(`before [redacted ${kind}] after`);
    expect(findSecrets(`key="${secret}";`).length).toBeGreaterThan(0);
  });

  test.each([
    ['postgres://app:s3cr3t!@db.example.com:5432/shop', 'postgres://app:[redacted password]@db.example.com:5432/shop'],
    ['mysql://root:hunter2@localhost/x', 'mysql://root:[redacted password]@localhost/x'],
    ['Authorization: Bearer abcdef123456', 'Authorization: Bearer [redacted authorization]'],
    ['"authorization": "Basic dXNlcjpwYXNz"', '"authorization": "Basic [redacted authorization]"'],
    ['DB_PASSWORD=hunter22', 'DB_PASSWORD=[redacted password]'],
    ['password: "correct horse"', 'password: "[redacted password] horse"'],
    ["pwd='letmein'", "pwd='[redacted password]'"],
    ['api_key: 0123abcd4567efgh', 'api_key: [redacted api-key]'],
    ['aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzKEY', 'aws_secret_access_key = [redacted api-key]'],
    ['"client_secret": "abc-123-def-456"', '"client_secret": "[redacted password]"'],
  ])('%s', (text, expected) => {
    expect(redact(text, [])).toBe(expected);
  });

  test.each([
    'The password is stored as a hash in users.password_hash.',
    'password: env:DB_PASSWORD',
    'password: file:/run/secrets/db',
    "password: {{ env_var('DB_PASSWORD') }}",
    'password: ${{ secrets.DB_PASSWORD }}',
    'password=$DB_PASSWORD',
    'password: ***',
    'token: string',
    'secret: "string"',
    'api_key: your-api-key',
    'postgres://user:password@localhost/db',
    'postgres://user:${PASSWORD}@localhost/db',
    'https://example.com/a/b:c?d=e@f',
    'commit 0123456789abcdef0123456789abcdef01234567',
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'sha512-Zm9vYmFyQkFaMTIzNDU2Nzg5MHF3ZXJ0eXVpb3BBU0RGR0hKS0w7Jw==',
    '550e8400-e29b-41d4-a716-446655440000',
    'models/staging/stg_Customer_Orders_2024/customer_orders_by_region_v2.sql',
    'getCustomerOrdersByRegionAndMonthForTheYear2024AndLater',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1111aaaa',
    'a_very_long_snake_case_name_that_goes_on_and_on_and_on_2024',
    'sk-learn-is-a-library-for-machine-learning',
    'The bearer of this certificate owns shares',
    'select sum(amount) filter (where status = 1) from orders',
  ])('leaves alone: %s', (text) => {
    expect(findSecrets(text)).toEqual([]);
  });

  test('places are in order and do not overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...secrets.map(([, secret]) => secret)), fc.string()), { maxLength: 8 }), (parts) => {
        const text = parts.join(' ');
        let at = 0;
        for (const { start, end } of findSecrets(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('redact', () => {
  const secret = fc.oneof(fc.string({ minLength: 4, maxLength: 40 }), fc.string({ minLength: 4, maxLength: 40, unit: 'binary' })).filter((value) => value.trim().length >= 4);
  const forms: ((value: string) => string)[] = [
    (value) => value,
    (value) => Buffer.from(value).toString('base64'),
    (value) => Buffer.from(value).toString('base64url'),
    (value) => encodeURIComponent(value.toWellFormed()),
    (value) => encodeURIComponent(value.toWellFormed()).replace(/%../g, (code) => code.toLowerCase()),
    (value) => JSON.stringify(value).slice(1, -1),
    (value) => html(value),
    (value) => new URLSearchParams({ a: value }).toString().slice(2),
  ];
  const text = fc.string({ maxLength: 40 });

  test('no known secret survives in any form', () => {
    fc.assert(
      fc.property(secret, fc.constantFrom(...forms), text, text, (value, form, before, after) => {
        const needle = form(value);
        fc.pre(needle.length >= 4 && !'[redacted secret]'.includes(needle));
        const result = redact(`${before} ${needle} ${after}`, [value]);
        // What stands around may hold the needle only if it did so by itself, which redact must not leave either.
        expect(result.includes(needle)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('each line of a secret of several lines goes, also alone', () => {
    const lines = fc.array(fc.stringMatching(/^[A-Za-z0-9+/]{8,40}$/), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n'), (parts, newline) => {
        for (const line of parts) expect(redact(`log: ${line}.`, [parts.join(newline)])).not.toContain(line);
      }),
    );
  });

  test('inside a longer base64 text', () => {
    const value = 'a known secret value';
    for (const before of ['', 'u', 'us', 'user:', 'client:']) {
      const basic = Buffer.from(`${before}${value}`).toString('base64');
      const decoded = Buffer.from(redact(`x ${basic} y`, [value]).replaceAll(/\[[^\]]*\]/g, ' '), 'base64').toString();
      expect(decoded).not.toContain('known secret');
    }
  });

  test('overlapping secrets leave nothing of either', () => {
    expect(redact('abcdef', ['abcd', 'cdef'])).toBe('[redacted secret]');
    expect(redact('xyxyxyx', ['xyxyx'])).toBe('[redacted secret]');
  });

  test('values too short to be secret shred nothing', () => {
    expect(redact('a cat sat', ['', 'a', 'cat', ' \n '])).toBe('a cat sat');
  });

  test('a secret that is part of the marker', () => {
    expect(redact('it is redacted', ['redacted'])).toBe('it is [***]');
  });

  test('text without secrets stays as it is', () => {
    fc.assert(fc.property(fc.lorem({ maxCount: 20 }), (words) => redact(words, []) === words));
  });

  test('redacting twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.constantFrom(...secrets.map(([, value]) => value)), text, (value, around) => {
        const once = redact(`${around} ${value} ${around}`, []);
        expect(redact(once, [])).toBe(once);
      }),
    );
  });
});

test('long and hostile texts are read to the end', () => {
  for (const part of ['a', 'A1b', '-eyJ', 'eyJaaaaaaaa.', '-----BEGIN PRIVATE KEY-----', 'a://b:', 'password=', 'authorization: bearer ', 'sk-a', 'token: ']) {
    expect(redact(part.repeat(Math.ceil(200_000 / part.length)), ['aaaa', 'never there'])).not.toBe('');
  }
});
