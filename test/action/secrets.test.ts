import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskedForms, readSecrets } from '../../src/action/secrets.js';

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,12}$/);
const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, ''));

describe('the secrets input', () => {
  test('every block comes back as it was, whatever is in it', () => {
    fc.assert(fc.property(fc.array(fc.tuple(name, fc.array(line, { minLength: 1, maxLength: 5 })), { maxLength: 5 }), (blocks) => {
      const wanted = new Map(blocks.map(([key, lines]) => [key, lines.filter((one) => one.trim() !== 'END').join('\n')]));
      const text = blocks.map(([key, lines]) => `${key}<<END\n${lines.filter((one) => one.trim() !== 'END').map((one) => `${one}\n`).join('')}END`).join('\n');
      const { values, findings } = readSecrets(text);
      expect(findings).toEqual([]);
      expect([...values]).toEqual([...wanted]);
    }));
  });

  test('every line of whatever was written as a value is masked, also where the block was never closed', () => {
    fc.assert(fc.property(name, fc.array(line, { minLength: 1, maxLength: 6 }), fc.boolean(), (key, lines, closed) => {
      const { masked } = readSecrets(`${key}<<THE_END\n${lines.join('\n')}\n${closed ? 'THE_END' : ''}`);
      for (const one of lines) if (/[\p{L}\p{N}]/u.test(one)) expect(masked).toContain(one);
    }));
  });

  test('a value may hold =, << and blanks', () => {
    const { values } = readSecrets('URL=postgres://u:p@h/db?sslmode=require\r\nODD= a<<b \r\n\r\n  PAD=x');
    expect([...values]).toEqual([['URL', 'postgres://u:p@h/db?sslmode=require'], ['ODD', ' a<<b '], ['PAD', 'x']]);
  });

  test.each(['just a value', '7UP=x', 'A-B=c', 'KEY<<\nx\n', 'KEY<<END\nhunter-two'])('%j is a finding that does not quote it', (text) => {
    const { findings, masked } = readSecrets(text);
    expect(findings).toHaveLength(1);
    for (const form of masked) expect(findings[0]!.message).not.toContain(form);
    expect(masked.length).toBeGreaterThan(0);
  });

  test('punctuation alone is not masked: it would shred the log', () => {
    expect(maskedForms('{\n  "key": "abc"\n}')).toEqual(['{\n  "key": "abc"\n}', '  "key": "abc"', '"key": "abc"']);
  });
});
