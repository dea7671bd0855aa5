import type { TableName } from '../text/table-name.js';

/** Facts from outside. A connector reads one outside and returns Evidence and Findings; it never throws for bad input. */

/** `unknown`: could not be read in this run. Only `absent` ever justifies a removal. */
export type Presence = 'present' | 'absent' | 'unknown';

export interface Origin {
  /** Relative to the project directory, with forward slashes. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  readonly url?: string;
  /** Where in a YAML file the fact stands, for a line that is looked up only when somebody must see it. */
  readonly pointer?: readonly (string | number)[];
}

interface EvidenceOf<Kind extends string, Data> {
  /** `table:warehouse/main.orders`, `dbt:shop/model.orders`, `document:files/docs/metrics.md`. */
  readonly id: string;
  readonly kind: Kind;
  readonly connection: string;
  readonly data: Data;
  /** Canonical text for a reader that is not a program. */
  readonly text: string;
  readonly origin: Origin;
  readonly presence: Presence;
  /** Over structure and meaning; never over samples, exact counts, dates, usage or compiled SQL. */
  readonly hash: string;
  /** Over names, types and keys alone: what a neighbour depends on. */
  readonly structureHash: string;
}

export type TableEvidence = EvidenceOf<'table', TableFacts>;
export type DbtEvidence = EvidenceOf<'dbt', DbtNode>;
export type DocumentEvidence = EvidenceOf<'document', DocumentFacts>;
export type Evidence = TableEvidence | DbtEvidence | DocumentEvidence;

export { tableId, tableText, type TableName } from '../text/table-name.js';

/** The four types that ktx's semantic layer knows. */
export type SemanticType = 'string' | 'number' | 'time' | 'boolean';

export interface TableColumn {
  readonly name: string;
  readonly nativeType: string;
  readonly type: SemanticType;
  readonly nullable: boolean;
  readonly comment?: string;
}

export interface ForeignKey {
  readonly columns: readonly string[];
  readonly target: TableName;
  readonly targetColumns: readonly string[];
}

/** What the catalogue says. */
export interface TableStructure {
  readonly name: TableName;
  readonly kind: 'table' | 'view';
  readonly comment?: string;
  readonly columns: readonly TableColumn[];
  /** In key order; empty where none is declared. */
  readonly primaryKey: readonly string[];
  /** Declared unique keys other than the primary key. */
  readonly uniqueKeys: readonly (readonly string[])[];
  readonly foreignKeys: readonly ForeignKey[];
  /** SQL of a view. */
  readonly definition?: string;
}

/** What the data says. Read only for tables whose change marker moved. */
export interface TableProfile {
  readonly rows: number;
  /** Sorted distinct values of text and boolean columns with at most 50 of them and no personal or key-like name. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Columns whose stored values have several types, with the share of each type, e.g. {integer: 0.98, text: 0.02}. */
  readonly mixedTypes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface TableFacts {
  readonly structure: TableStructure;
  /** The driver's cheapest change marker; null where it has none, so the table is always read. */
  readonly mark: string | null;
  /** Absent where the marker did not move: the lock's hash then stands for it. */
  readonly profile?: TableProfile;
}

export interface DbtNode {
  readonly uniqueId: string;
  readonly resource: 'model' | 'source' | 'seed' | 'snapshot';
  /** For a source: `<source name>.<table name>`; for a versioned model with `.v<n>`. */
  readonly name: string;
  readonly label?: string;
  readonly packageName: string;
  /** Null where nothing is built in the warehouse (ephemeral). */
  readonly relation: TableName | null;
  readonly materialized: string;
  readonly description: string;
  /** Where the description stands. */
  readonly described?: Origin;
  readonly columns: readonly DbtColumn[];
  /** Every generic test on the node or one of its columns; singular tests that depend on it, by name. */
  readonly tests: readonly DbtTest[];
  readonly constraints: readonly DbtConstraint[];
  readonly tags: readonly string[];
  readonly meta: Readonly<Record<string, unknown>>;
  /** Of sources: `loaded_at_field` and the thresholds as one short text, e.g. `warn after 12 hour, error after 1 day`. */
  readonly freshness?: { readonly raw?: string; readonly loadedAtField?: string };
  /** Raw SQL (with Jinja) of models and snapshots. */
  readonly rawSql?: string;
  /** Evidence ids of the nodes it reads, one hop, sorted. */
  readonly dependsOn: readonly string[];
  /** Names of the exposures that depend on it directly, sorted. */
  readonly exposures: readonly string[];
  /** What dbt counts on it, sorted; absent where it counts nothing. */
  readonly metrics?: readonly DbtMetric[];
}

/** One aggregate over the rows of a node: of a semantic model, or a simple metric. */
export interface DbtMetric {
  readonly name: string;
  readonly label?: string;
  readonly agg: 'sum' | 'min' | 'max' | 'avg' | 'count' | 'count_distinct' | 'sum_boolean';
  /** SQL over the columns of the node. */
  readonly expr: string;
  readonly filter?: string;
  /** The column by which it is counted over time. */
  readonly timeColumn?: string;
  readonly origin: Origin;
}

export interface DbtColumn {
  readonly name: string;
  readonly description: string;
  readonly dataType?: string;
  readonly tags: readonly string[];
  readonly meta: Readonly<Record<string, unknown>>;
  readonly constraints: readonly DbtConstraint[];
  readonly origin: Origin;
}

export interface DbtConstraint {
  /** not_null, unique, primary_key, foreign_key, check, custom */
  readonly type: string;
  readonly columns: readonly string[];
  readonly expression?: string;
}

export interface DbtTest {
  /** `not_null`, `unique`, `accepted_values`, `relationships`, or the name of another generic or singular test. */
  readonly name: string;
  /** `dbt_utils` and the like; null for built-in and the project's own. */
  readonly package: string | null;
  /** Null for a test on the whole node. */
  readonly column: string | null;
  /** Without `model` and `column_name`; `to` of a relationships test is the evidence id of the target where it is known. */
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly where?: string;
  readonly severity: 'error' | 'warn';
  readonly origin: Origin;
}

export interface DocumentFacts {
  /** Relative to the project directory. */
  readonly path: string;
  readonly title: string;
  readonly definitions: readonly Definition[];
}

/** A term that a source defines: a heading, a bold term, a definition entry, a dbt name, label or docs block. */
export interface Definition {
  readonly term: string;
  readonly text: string;
  readonly origin: Origin;
  /** Evidence id. */
  readonly evidence: string;
}
