import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { publishable, publishableValue } from '../../src/ingest/texts.js';
import type { Finding } from '../../src/finding.js';
import { addressesAgents } from '../../src/text/agent-text.js';
import { visible } from '../../src/text/invisible.js';
import { activeMarkup, mentions } from '../../src/text/markup.js';
import { findSecrets } from '../../src/text/secrets.js';

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

test('a token that begins a line of a value is seen', () => {
  expect(publishableValue({ expression: `a > 0\nghp_${'aB3'.repeat(12)}` }, 'the tests', {}, 'dbt:shop/model.x', [])).toEqual([]);
});
