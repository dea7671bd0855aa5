import { expect, test } from '@jest/globals';
import { stepExitCode } from '../../src/action/verdict.js';
import type { Finding } from '../../src/finding.js';

const error: Finding = { severity: 'error', code: 'internal', message: 'm', fix: '' };

test.each([
  // exit code of the command, fail-on, command, exit code of the step
  [0, undefined, 'ingest', 0], [4, undefined, 'ingest', 0], [1, undefined, 'ingest', 1], [2, undefined, 'ingest', 2], [3, undefined, 'ingest', 3], [130, undefined, 'ingest', 130],
  [4, 'incomplete', 'ingest', 4], [2, 'incomplete', 'ingest', 2], [1, 'never', 'ingest', 0], [2, 'never', 'check', 0],
  [0, undefined, 'self-test', 0], [5, undefined, 'self-test', 5], [5, 'failed', 'self-test', 5], [5, 'incomplete', 'self-test', 5], [2, 'incomplete', 'self-test', 2], [5, 'never', 'self-test', 0],
  [5, undefined, 'check', 5], [5, 'failed', 'check', 0], [2, 'failed', 'check', 2], [5, 'findings', 'check', 5], [0, 'findings', 'check', 0],
] as const)('exit %i with fail-on %s of %s: the step ends with %i', (exitCode, failOn, command, ends) => {
  expect(stepExitCode(exitCode, [], command, failOn)).toBe(ends);
});

test('findings: an error fails an ingest that ended well otherwise', () => {
  expect(stepExitCode(0, [error], 'ingest', 'findings')).toBe(5);
  expect(stepExitCode(4, [error], 'ingest', 'findings')).toBe(5);
  expect(stepExitCode(0, [{ ...error, severity: 'warning' }], 'ingest', 'findings')).toBe(0);
});
