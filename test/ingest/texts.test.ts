import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { publishable, publishableValue, toLookAt } from '../../src/ingest/texts.js';
import type { Finding } from '../../src/finding.js';
import { addressesAgents } from '../../src/text/agent-text.js';
import { visible } from '../../src/text/invisible.js';
import { activeMarkup, mentions } from '../../src/text/markup.js';
import { loadSecretRules } from '../../src/text/secret-rules.js';
import { findSecrets } from '../../src/text/secrets.js';
import { tokens } from '../text/tokens.js';

const rules = await loadSecretRules();

const pieces = fc.constantFrom('password', 'token', 'Bearer', 'api_key', ' ', '  ', ':', '=', '@', '#', '<', '>', 'script', 'img', 'javascript', 'GH-12', 'gh-9', 'closes', '12', 'AKIA', 'ghp_', 'sk-', '-----BEGIN', 'PRIVATE KEY', '&', ';', '[', '](', '!', 'onload', '//', 'a1B2c3D4', 'e5F6g7H8', '"', "'", '`', '\n', '%40', '&#64;', 'xoxb-', 'eyJ', '.', '…', '\u200b');
const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

describe('publishable', () => {
  test('publishes as it is only what holds no credential and no active markup, and says everything else', () => {
    fc.assert(fc.property(texts, (text) => {
      const findings: Finding[] = [];
      const published = publishable(text, {}, 'dbt:shop/model.x', findings);
      const value = visible(text).trim();
      const refused = value === '' || findSecrets(value).length > 0 || activeMarkup(value).length > 0;
      expect(published).toEqual(refused ? [] : [value]);
      expect(findings.length > 0).toBe(value !== '' && (refused || mentions(value).length > 0 || value !== text.trim() || addressesAgents(value)));
    }), { numRuns: 3000 });
  });
});

describe('the second look for credentials', () => {
  test('passes over no text or value in which the rules would find one', () => {
    const held = fc.array(fc.oneof(pieces, fc.constantFrom(...Object.values(tokens), 'mongodb://', 'app:', 'b1c2d3')), { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(fc.property(held, (text) => {
      for (const value of [text, [text], { [text]: 'x' }, { expression: text }]) if (rules.find(text).length > 0) expect([value, toLookAt(value).length]).toEqual([value, 1]);
    }), { numRuns: 3000 });
    expect([toLookAt('One row an order, of all shops.'), toLookAt(['north', 'south']), toLookAt({ count: 12, period: 'hour' })]).toEqual([[], [], []]);
  });

  test('sees a token that begins a line of a value', () => {
    for (const token of [tokens.linear, `ghp_${'aB3'.repeat(12)}`]) expect(publishableValue({ expression: `a > 0\n${token}` }, 'the tests', {}, 'dbt:shop/model.x', [], rules)).toEqual([]);
  });
});
