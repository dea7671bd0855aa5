import type { Finding } from '../finding.js';
import { nearest } from '../text/nearest.js';

/** What starts a run, as the runner says it. The payload is data of strangers: nothing in it is trusted to have a shape. */
export interface WorkflowEvent {
  readonly name: string;
  /** `refs/heads/main`. */
  readonly ref: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly payload: unknown;
}

const commands = ['ingest', 'check', 'status', 'self-test'] as const;
export type Command = (typeof commands)[number];
/** In the design, and not part of this version. */
const laterCommands = ['publish', 'respond'];
/** They ask a person, or need the output folder of a run with --record, which the action does not make. */
const terminalCommands = ['setup', 'replay'];

export type Decision =
  | { readonly ok: true; readonly command: Command; /** A stranger may have caused this run: no connection is opened. */ readonly untrusted: boolean }
  | { readonly ok: false; readonly finding: Finding };

/**
 * Which command this event starts. Who caused a scheduled run is never asked: its actor is whoever last touched the
 * workflow file, or a bot.
 */
export function decideCommand(event: WorkflowEvent, wanted: string): Decision {
  const untrusted = isUntrusted(event);
  if (wanted === '') {
    const command = defaultCommand(event);
    return command === undefined ? { ok: false, finding: undecided(event) } : { ok: true, command, untrusted };
  }
  const command = commands.find((one) => one === wanted);
  if (command === undefined) return { ok: false, finding: unknown(wanted) };
  if (command === 'ingest' && untrusted) return { ok: false, finding: refused(event) };
  return { ok: true, command, untrusted };
}

function defaultCommand(event: WorkflowEvent): Command | undefined {
  switch (event.name) {
    case 'schedule':
    case 'workflow_dispatch':
    case 'repository_dispatch': return 'ingest';
    case 'push': return isDefaultBranch(event) ? 'ingest' : undefined;
    case 'pull_request':
    case 'merge_group': return 'check';
    default: return undefined;
  }
}

/** Events that somebody without write permission can cause, or that run on what they wrote. */
function isUntrusted(event: WorkflowEvent): boolean {
  if (event.name.startsWith('pull_request') || event.name === 'issue_comment') return true;
  if (event.name !== 'workflow_run') return false;
  const head = at(event.payload, 'workflow_run', 'head_repository', 'full_name');
  return typeof head !== 'string' || event.repository === '' || head.toLowerCase() !== event.repository.toLowerCase();
}

function isDefaultBranch(event: WorkflowEvent): boolean {
  const branch = at(event.payload, 'repository', 'default_branch');
  return typeof branch === 'string' && branch !== '' && event.ref === `refs/heads/${branch}`;
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const step of path) {
    if (found === null || typeof found !== 'object' || !Object.hasOwn(found, step)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[step];
  }
  return found;
}

const shown = (event: WorkflowEvent): string => (event.name === 'push' ? `a push to ${event.ref.replace(/^refs\/(heads|tags)\//, '')}` : event.name === '' ? 'no event' : event.name);

function undecided(event: WorkflowEvent): Finding {
  const fit = isUntrusted(event) ? 'check' : 'ingest (or check)';
  return {
    severity: 'error', code: 'event-refused', message: `${shown(event)} does not say whether to ingest or to check`,
    fix: `add \`command: ${fit}\` under \`with:\` of this step`,
  };
}

function refused(event: WorkflowEvent): Finding {
  return {
    severity: 'error', code: 'event-refused', message: `ingest does not run on ${event.name}${event.name === 'workflow_run' ? ' of another repository' : ''}: a stranger could start it with your credentials`,
    fix: 'write `command: check` for this event, and run ingest on `schedule` or `workflow_dispatch`',
  };
}

function unknown(wanted: string): Finding {
  if (laterCommands.includes(wanted)) {
    return { severity: 'error', code: 'not-implemented', message: `the command ${wanted} is not part of this version`, fix: `use one of ${commands.join(', ')}` };
  }
  if (terminalCommands.includes(wanted)) {
    return { severity: 'error', code: 'usage', message: `${wanted} is a command of the terminal, not of the action`, fix: `use one of ${commands.join(', ')}, or run npx ktx-ci ${wanted} yourself` };
  }
  const near = nearest(wanted, [...commands, ...laterCommands]);
  return { severity: 'error', code: 'usage', message: `there is no command ${wanted.slice(0, 80)}`, fix: near ? `did you mean ${near}?` : `use one of ${commands.join(', ')}` };
}
