import { describe, expect, test } from '@jest/globals';
import { type Finding, sortFindings } from '../src/finding.js';

const finding = (severity: Finding['severity'], message: string): Finding => ({ severity, code: 'usage', message, fix: '' });

describe('sortFindings', () => {
  test('errors come first, equal findings once, whatever the order of arrival', () => {
    const all = [finding('notice', 'b'), finding('error', 'z'), finding('notice', 'a'), finding('error', 'z')];
    const sorted = sortFindings(all).map((f) => f.message);
    expect(sorted).toEqual(['z', 'a', 'b']);
    expect(sortFindings([...all].reverse()).map((f) => f.message)).toEqual(sorted);
  });
});
