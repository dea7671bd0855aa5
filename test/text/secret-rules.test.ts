import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadSecretRules } from '../../src/text/secret-rules.js';
import { findSecrets } from '../../src/text/secrets.js';
import { tokens } from './tokens.js';

const rules = await loadSecretRules();

describe('the rules of secretlint', () => {
  test.each(Object.entries(tokens))('find what no shape of ours does: %s', (kind, token) => {
    const text = `Loaded nightly with ${token}, see the runbook.`;
    expect(findSecrets(text)).toEqual([]);
    expect(rules.find(text)).toEqual([{ start: 20, end: 20 + token.length, kind }]);
  });

  test.each([['basicauth', 'https://', 'wiki:b1c2d3', '@db.internal.shop/x'], ['database-connection-string', 'mongodb+srv://', 'app:b"c1d2', '@db.internal/shop?w=1']])('find of an address what stands before its host: %s', (kind, scheme, user, rest) => {
    expect(rules.find(`At ${scheme}${user}${rest}`)).toEqual([{ start: 3 + scheme.length, end: 3 + scheme.length + user.length, kind }]);
  });

  test('no text can turn them off', () => {
    for (const off of ['secretlint-disable', '<!-- secretlint-disable -->', '# secretlint-disable-line', 'secretlint-disable-next-line']) {
      expect([off, rules.find(`${off}\n${tokens.linear} ${off}`).length]).toEqual([off, 1]);
      expect([off, rules.findAny([off, tokens.linear])]).toEqual([off, true]);
    }
  });

  test('texts that are looked at together hide nothing of each other', () => {
    const pieces = fc.constantFrom(...Object.values(tokens), '-----BEGIN PRIVATE KEY-----', '-----END PRIVATE KEY-----', 'MI', 'A'.repeat(120), 'https://', 'mongodb://', 'postgres://a', 'app:', 'b1c2d3', '@', '/', '?', '.', '\n', ' ', 'secret_access_key', '=', '"', '\0', 'xoxb-', 'ghs_1_');
    fc.assert(fc.property(fc.array(fc.array(pieces, { maxLength: 5 }).map((parts) => parts.join('')), { maxLength: 5 }), (texts) => {
      if (texts.some((text) => rules.find(text).length > 0)) expect(rules.findAny(texts)).toBe(true);
    }), { numRuns: 2000 });
    expect(rules.findAny([])).toBe(false);
  });

  test.each([
    'One row per order; see https://wiki.example.com/orders and `orders.customer_id`.', 'account_id = 123456789012 is the house account.', 'mysql://HOST:PORT/DB', 'The sha256 is 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef.', 'vcp_sessions, hf_scores and gsk_ids are tables.',
  ])('leave alone what data teams write: %s', (text) => {
    expect(rules.find(text)).toEqual([]);
  });

  test('a text that was made to be slow takes no longer than its length', () => {
    const slowest = `${'ghs_1_'.repeat(166)}.${'ghs_1_'.repeat(1666)}.${'a'.repeat(1100)} `;
    for (const [name, piece] of Object.entries({ a: 'a', equals: '=', begin: '-----BEGIN', key: '-----BEGIN PRIVATE KEY-----\n', spaces: ' ', slowest, address: 'https://a:', off: 'secretlint-disable ' })) {
      const from = performance.now();
      rules.find(piece.repeat(Math.ceil(200_000 / piece.length)));
      // 0.3 s at most where nothing else runs; a pattern that is not linear takes minutes
      expect([name, performance.now() - from < 10_000]).toEqual([name, true]);
    }
  });
});
