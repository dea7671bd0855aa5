import type { JudgeEvent } from '../ingest/in-order.js';
import type { Departure } from '../llm/task-recording.js';
import type { Answer } from '../project/decisions.js';
import type { Report } from '../report.js';
import type { Replay } from './recording.js';

/** What a run is told, and what it tells while it runs. */

export interface RunOptions {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Values that may appear nowhere. */
  readonly secrets: readonly string[];
  readonly dryRun: boolean;
  readonly apply: boolean;
  /** `--connection`: only units that rest on these; empty: all. */
  readonly connections: readonly string[];
  /** Globs besides those of ktx-ci.yaml. */
  readonly documents: readonly string[];
  readonly out?: string;
  readonly baseline?: string;
  readonly resume?: string;
  /** Matches the ids of units that are due whatever the lock says. */
  readonly forced: (unitId: string) => boolean;
  readonly concurrency: number;
  /** Tokens below 0: not set, so that they are a limit only where a price is unknown. */
  readonly limits: Report['budget']['limits'];
  /** Hosts besides the provider's own that its credential may be sent to. */
  readonly allowedHosts: readonly string[];
  /** `--decide`: answers that are written into ktx.decisions.yaml and hold in this run already. */
  readonly answers: readonly Answer[];
  /** Write only what parsing and data justify: no model is asked, and what is for one stays due. */
  readonly deriveOnly: boolean;
  /** Keep what `replay` needs, and every model request and its answer, in the output folder. */
  readonly record: boolean;
  /** Ask no model: do what the recorded one did, from where it started. */
  readonly replay?: ReplayOptions;
  /** Calendar month of the run in UTC, `2026-11`. */
  readonly month: string;
  /** When the run began, by the clock of `RunIo.now`. */
  readonly startedAt: number;
}

export interface ReplayOptions {
  readonly recorded: Replay;
  /** Told of each unit that is not as it was recorded. */
  readonly left: (departure: Departure) => void;
}

export interface RunIo {
  /** Monotonic milliseconds. */
  now(): number;
  /** Its reason is the name of the signal that ended the run. */
  readonly signal: AbortSignal;
  /** One line of progress: what, figures, milliseconds. */
  progress(step: string, figures: readonly string[], milliseconds: number): void;
  /** What happens to the units that a model judges. */
  judging(event: JudgeEvent): void;
  /** One sentence for whoever watches: a pause, a retry. */
  note(line: string): void;
}
