import type { Finding } from '../finding.js';
import { exitCodes } from '../report.js';
import type { Command } from './events.js';
import type { FailOn } from './inputs.js';

/** What the step ends with: 0 where `fail-on` lets it pass, the command's own exit code where not. */
export function stepExitCode(exitCode: number, findings: readonly Finding[], command: Command, failOn: FailOn | undefined): number {
  // A credential that can be seen is none of the findings about a context that a team may live with.
  const passes = exitCode === exitCodes.broken && command !== 'self-test';
  switch (failOn ?? (command === 'check' || command === 'self-test' ? 'findings' : 'failed')) {
    case 'never': return 0;
    case 'failed': return exitCode === exitCodes.incomplete || passes ? 0 : exitCode;
    case 'incomplete': return passes ? 0 : exitCode;
    case 'findings': return exitCode === exitCodes.incomplete || exitCode === 0 ? (findings.some((finding) => finding.severity === 'error') ? exitCodes.broken : 0) : exitCode;
  }
}
