import type { Finding } from './finding.js';

/** report.json: what a run did, for machines. Its JSON Schema is docs/schemas/report.schema.json. */

export type RunStatus = 'complete' | 'nothing-to-do' | 'incomplete' | 'failed' | 'cancelled';
export type UnitStatus = 'written' | 'unchanged' | 'skipped' | 'deferred' | 'stuck' | 'declined' | 'failed';
export type Verdict = 'proved' | 'parsed' | 'unproved' | 'dropped';
export type Action =
  | 'source_created' | 'source_updated' | 'measure_added' | 'join_added' | 'wiki_written' | 'removed' | 'merged' | 'subsumed' | 'skipped';

export interface UnitReport {
  readonly id: string;
  readonly connection: string;
  /** Why it was judged; null for a unit that was not due. */
  readonly due: string | null;
  readonly status: UnitStatus;
  readonly stopReason: string | null;
  readonly steps: number;
  readonly tries: number;
  readonly usage: { readonly inputTokens: number; readonly cachedInputTokens: number; readonly outputTokens: number; readonly usd: number; readonly estimated: boolean };
  readonly milliseconds: number;
  /** Taken over from the output folder that --resume named. */
  readonly resumed: boolean;
  /** What a model would add here, and roughly for how many tokens. */
  readonly left?: { readonly for: readonly string[]; readonly inputTokens: number; readonly outputTokens: number };
}

export interface EditReport {
  readonly action: Action;
  readonly entity: string;
  readonly file: string;
  readonly evidence: readonly string[];
  readonly author: string;
  readonly verdict: Verdict;
  /** Of a measure of a model: what came of running it beside its origin. */
  readonly compared?: string;
}

export interface Question {
  readonly id: string;
  readonly title: string;
  readonly findings: readonly Finding[];
  /** The last one leaves it as it is. */
  readonly options: readonly { readonly id: string; readonly label: string; readonly consequence: string; /** Entity ids. */ readonly edits: readonly string[] }[];
}

export interface ModelEstimate {
  readonly units: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly usd: { readonly low: number; readonly high: number };
  readonly model: string;
  /** Nights until all of it is done, with the present limit of one night. */
  readonly nights: number;
}

export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'ktx-ci'; readonly version: string };
  readonly status: RunStatus;
  readonly headline: string;
  readonly exitCode: number;
  readonly backend: string;
  readonly models: Readonly<Record<string, string>>;
  readonly probe: readonly { readonly backend: string; readonly model: string; readonly category: string }[];
  readonly budget: {
    readonly limits: { readonly usd: number; readonly tokens: number; readonly steps: number; readonly minutes: number; readonly usdPerMonth: number };
    readonly spent: { readonly usd: number; readonly tokens: number; readonly steps: number };
    readonly month: { readonly usd: number };
  };
  readonly units: readonly UnitReport[];
  readonly edits: readonly EditReport[];
  readonly questions: readonly Question[];
  readonly findings: readonly Finding[];
  readonly matches: readonly { readonly from: string; readonly to: string; readonly found: number; readonly of: number }[];
  readonly sent: readonly { readonly dataClass: string; readonly source: string; readonly host: string; readonly bytes: number }[];
  readonly warehouse: readonly { readonly connection: string; readonly queries: number; readonly milliseconds: number; readonly bytes: number }[];
  readonly patch: { readonly path: string; readonly files: number; readonly insertions: number; readonly deletions: number; readonly sha256: string };
  readonly publication: { readonly mode: string; readonly pullRequest: number | null };
  readonly estimate: ModelEstimate | null;
  /** Entities that people wrote and that this run left alone. */
  readonly kept: readonly string[];
  readonly timings: Readonly<Record<string, number>>;
}

/** Exit code by precedence (DESIGN section 5): cancelled, configuration, probe, all failed, broken, incomplete, fine. */
export const exitCodes = { ok: 0, failed: 1, configuration: 2, probe: 3, incomplete: 4, broken: 5, SIGINT: 130, SIGTERM: 143 } as const;
