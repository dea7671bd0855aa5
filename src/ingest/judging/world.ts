import type { ComposedSource } from '../../context/compose.js';
import type { Context } from '../../context/context.js';
import type { Knowledge } from '../../context/knowledge.js';
import type { Evidence, TableEvidence } from '../../evidence/evidence.js';
import type { Decisions } from '../../project/decisions.js';
import type { QueryValue, Warehouse } from '../../evidence/warehouse/warehouse.js';
import type { SqlParser } from '../../sql/parser.js';
import type { SecretRules } from '../../text/secret-rules.js';

/** What may be seen of rows. */
export type Samples = 'masked' | 'raw' | 'none';

export interface SourceName {
  readonly connection: string;
  readonly source: string;
}

/** All that judging reads besides the unit itself. The same for every unit of a run, so that units may run in any order. */
export interface JudgeWorld {
  /** As it is with everything that was derived in this run. */
  readonly context: Context;
  readonly knowledge: Knowledge;
  readonly parser: SqlParser;
  evidence(id: string): Evidence | undefined;
  /** Where a table, or without a warehouse a dbt node, stands in the semantic layer. */
  sourceOf(evidence: Evidence): SourceName | undefined;
  /** The scanned table that a dbt node builds or describes. */
  tableOf(dbtId: string): TableEvidence | undefined;
  /** Relative difference from its origin at which a measure is another one. */
  readonly tolerance: number;
  warehouse(connection: string): Warehouse | undefined;
  dialectOf(connection: string): string;
  samples(connection: string): Samples;
  /** The shape of a value without the value. */
  mask(value: QueryValue): string;
  /** Statements, seconds and bytes that one run may take of a warehouse; 0: no limit. */
  readonly warehouseLimits: { readonly queries: number; readonly seconds: number; readonly bytes: number };
  readonly search: ContextSearch;
  /** Questions that people were asked about an evidence and have not answered: the model need not ask them again. */
  asked(evidenceId: string): readonly string[];
  /** Answered ones, with the answer. */
  answered(evidenceId: string): readonly string[];
  readonly decisions: Decisions;
  /** Values that may appear nowhere. */
  readonly secrets: readonly string[];
  readonly secretRules: SecretRules;
  /** Descriptions are wanted (scan.enrichment.mode: llm). */
  readonly describes: boolean;
}

export interface SearchHit {
  readonly kind: 'source' | 'page';
  /** `connection/name`, or the key of a page. */
  readonly id: string;
  readonly what: string;
}

export interface ContextSearch {
  /** Best first. */
  find(query: string, most: number, kind?: SearchHit['kind']): readonly SearchHit[];
}

/** A source with all that is known of it, under the name by which prompts and edits call it. */
export interface KnownSource extends SourceName {
  readonly composed: ComposedSource;
}

/** Why no statement goes to a warehouse any more; null: it may. */
export function warehouseStop(world: JudgeWorld, warehouse: Warehouse): string | null {
  const { queries, milliseconds, bytes } = warehouse.usage();
  const { warehouseLimits: limits } = world;
  if (limits.queries > 0 && queries >= limits.queries) return `the ${limits.queries} statements that this run may send to ${warehouse.connection} are spent`;
  if (limits.seconds > 0 && milliseconds >= limits.seconds * 1000) return `the ${limits.seconds} seconds that this run may keep ${warehouse.connection} busy are spent`;
  if (limits.bytes > 0 && bytes >= limits.bytes) return `the ${limits.bytes} bytes that this run may read from ${warehouse.connection} are spent`;
  return null;
}
