import type { FailureCategory } from '../../src/llm/failure.js';
import { say, status, text, toolUse, type Reply } from '../fakes/messages-api.js';
import { faults, type WireFault } from '../llm/faults.js';

/** What a provider or its model can do to a run, and what becomes of the run: data for the tests and for docs/errors.md. */
export interface RunFault {
  readonly name: string;
  /** What happens, in words. */
  readonly does: string;
  readonly wire: WireFault['wire'];
  /** What the probe finds where it happens from the start. */
  readonly probe: FailureCategory | 'ok';
  /** Where the program of a backend reads it otherwise. */
  readonly elsewhere?: WireFault['elsewhere'];
  /** What becomes of a unit that meets it in its first request, and in a later one with a change taken before. */
  readonly unit: { readonly first: 'unchanged' | 'failed'; readonly later: 'written' | 'deferred'; readonly stopReason: 'natural' | 'error' };
  /** Whether it counts as one of the three tries after which a unit is stuck: the same request would meet it again. */
  readonly counts: boolean;
  /** Whether further units are judged after one that met it. */
  readonly others: 'judged' | 'wait';
  /** Exit codes: it meets the probe; one unit of several; every unit that starts, in its first request. */
  readonly exit: { readonly probe: 0 | 3; readonly one: 0 | 4; readonly all: 0 | 1 };
  /** Backends where it is otherwise: the unit fails where it goes on elsewhere, or the protocol has no words for it. */
  readonly except?: Readonly<Partial<Record<'openai-compatible' | 'codex' | 'claude-code', 'fails' | 'is not said'>>>;
}

function onTheWire({ name, does, wire, category, elsewhere, unit, next, exit }: WireFault): RunFault {
  const passes = unit === 'judged';
  return {
    name, does, wire, probe: category, ...(elsewhere ? { elsewhere } : {}), unit: passes ? passing.unit : failing.unit, counts: unit === 'failed',
    others: next === 'started' ? 'judged' : 'wait', exit: { probe: exit.probe, one: exit.unit, all: passes ? 0 : 1 },
  };
}

const passing = { probe: 'ok', unit: { first: 'unchanged', later: 'written', stopReason: 'natural' }, counts: false, others: 'judged', exit: { probe: 0, one: 0, all: 0 } } as const;
const failing = { probe: 'ok', unit: { first: 'failed', later: 'deferred', stopReason: 'error' }, others: 'judged', exit: { probe: 0, one: 4, all: 1 } } as const;

const fine = say(text('Nothing to add.'));
const cut: Reply = { content: [text('I would say')], stopReason: 'max_tokens' };

export const runFaults: readonly RunFault[] = [
  ...faults.map(onTheWire),
  { name: 'rate limit without a time', does: '429 that does not say for how long, to every attempt', wire: [status(429, 'rate_limit_error', 'Too many requests')], ...failing, probe: 'rate-limit', counts: false, exit: { ...failing.exit, probe: 3 } },
  { name: 'answer without a call', does: 'the model says something and calls no tool', wire: [fine], ...passing },
  { name: 'unknown tool', does: 'the model calls a tool that there is not, and is told', wire: [say(toolUse('drop_table', { name: 'orders' })), fine], ...passing },
  { name: 'arguments of another shape', does: 'the model calls a tool with arguments that do not fit, and is told', wire: [say(toolUse('propose_edits', { edits: 'all' })), fine], ...passing },
  { name: 'arguments that are no JSON', does: 'the arguments of a call cannot be read, and the model is told', wire: [say(toolUse('propose_edits', {}, '{"edits": [')), fine], ...passing },
  { name: 'empty answer', does: 'the model answers with nothing, then goes on', wire: [say(), fine], ...passing, except: { codex: 'fails' } },
  { name: 'empty answers', does: 'the model answers with nothing, twice in a row', wire: [say()], ...failing, counts: false },
  { name: 'answer cut at its limit', does: 'the answer is longer than maxOutputTokens, then a shorter one comes', wire: [cut, fine], ...passing, except: { codex: 'fails' } },
  { name: 'answers cut at their limit', does: 'the answer is longer than maxOutputTokens, twice in a row', wire: [cut], ...failing, counts: true },
  { name: 'refusal', does: 'the model refuses to answer', wire: [{ content: [text('I would rather not.')], stopReason: 'refusal' }], ...failing, counts: true },
  { name: 'conversation too long', does: 'the conversation is longer than the context window of the model', wire: [{ content: [text('I')], stopReason: 'model_context_window_exceeded' }], ...failing, counts: true, except: { 'openai-compatible': 'is not said', 'codex': 'is not said' } },
];

export type Agent = 'codex' | 'claude-code';

/** What can be wrong with the program of a backend or with the server of its tools, and what becomes of the run. */
export interface AgentFault {
  readonly name: string;
  readonly does: string;
  /** Backends that can meet it. */
  readonly agents: readonly Agent[];
  readonly category: FailureCategory;
  /** Who meets it: the probe has no tools. */
  readonly meets: 'probe' | 'unit';
  readonly unit: 'failed' | 'deferred';
  /** Whether further units are started after one that met it. */
  readonly others: 'judged' | 'wait';
  /** Exit codes: where it is so from the start, and where it comes with the second unit; null: it cannot. */
  readonly exit: { readonly start: 1 | 3 | 4; readonly later: 4 | null };
}

const both: readonly Agent[] = ['codex', 'claude-code'];
const notThere = { agents: both, category: 'not-installed', meets: 'probe', unit: 'failed', others: 'wait', exit: { start: 3, later: null } } as const;
const notRun = { ...notThere, exit: { start: 3, later: 4 } } as const;
const noTools = { category: 'isolation', meets: 'unit', unit: 'failed', others: 'wait', exit: { start: 1, later: 4 } } as const;

export const agentFaults: readonly AgentFault[] = [
  { name: 'no npm', does: 'nothing is installed, and npm cannot be started', ...notThere },
  { name: 'no registry', does: 'nothing is installed, and npm reaches no registry', ...notThere },
  { name: 'other archives', does: 'the registry sends something else than the lock file names', ...notThere },
  { name: 'half an install', does: 'a package is missing', ...notThere },
  { name: 'no program', does: 'the program for this platform is missing', ...notRun },
  { name: 'not executable', does: 'the program has lost its permission to be run', ...notRun },
  { name: 'another machine', does: 'the program is one of another architecture', ...notRun },
  { name: 'ends at once', does: 'the program ends with an error before its first word', ...notRun },
  { name: 'dead tool server', does: 'the server of the tools cannot be reached, or the agent does not know of it', agents: both, ...noTools },
  { name: 'wrong token', does: 'the server of the tools does not take the token', agents: ['codex'], ...noTools },
  { name: 'silent tool server', does: 'the server of the tools takes the connection and says nothing', agents: ['codex'], ...noTools, category: 'timeout', others: 'judged' },
  { name: 'tool server that dies', does: 'the server of the tools cannot be reached any more in the middle of a unit', agents: ['codex'], ...noTools, unit: 'deferred', exit: { start: 4, later: 4 } },
];
