/**
 * Anything a person should know. Expected failures are values of this type; exceptions are for bugs and cancellation.
 * One renderer per surface (terminal, annotations, summary, report) turns findings into text.
 */
export type Severity = 'error' | 'warning' | 'notice' | 'question';

export interface Finding {
  readonly severity: Severity;
  /** Stable; has a section in docs/errors.md. */
  readonly code: FindingCode;
  /** What is wrong, and where, in one sentence. */
  readonly message: string;
  /** What to do next, in one sentence. Empty only where nothing needs to be done. */
  readonly fix: string;
  /** Relative to the project directory. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** Evidence ids. */
  readonly evidence?: readonly string[];
  /** Where in its YAML file the fact stands; turned into line and column before anybody sees the finding. */
  readonly pointer?: readonly (string | number)[];
  /** Of a question: what may be answered. */
  readonly question?: QuestionFacts;
}

export interface QuestionFacts {
  /** Stable as long as what it rests on is the same. */
  readonly id: string;
  readonly options: readonly {
    readonly id: string;
    readonly label: string;
    readonly consequence: string;
    /** Ids of the entities that it changes. */
    readonly entities: readonly string[];
  }[];
}

/** The place of a finding out of the origin of what it is about. */
export function placeOf(origin: Pick<Finding, 'file' | 'line' | 'column' | 'pointer'>): Pick<Finding, 'file' | 'line' | 'column' | 'pointer'> {
  return {
    ...(origin.file === undefined ? {} : { file: origin.file }), ...(origin.line === undefined ? {} : { line: origin.line }),
    ...(origin.column === undefined ? {} : { column: origin.column }), ...(origin.pointer === undefined ? {} : { pointer: origin.pointer }),
  };
}

/** Every code with the sentence that docs/errors.md opens its section with. Sorted by the room that reports it. */
export const findingCodes = {
  // usage and project
  'usage': 'A flag, command or value on the command line is not one that ktx-ci knows.',
  'no-project': 'No ktx.yaml and no dbt_project.yml was found.',
  'config-syntax': 'A configuration file is not valid YAML.',
  'config-value': 'A value in ktx.yaml or ktx-ci.yaml is not one that its key takes.',
  'config-unknown-key': 'A key in ktx.yaml or ktx-ci.yaml is not known, so it has no effect.',
  'config-too-large': 'A configuration file is too large or too deeply nested to be meant.',
  'model-missing': 'A backend is configured, but llm.models.default is not.',
  'reference-unresolved': 'An env: or file: reference has no value.',
  'driver-unknown': 'A connection names a driver that neither ktx nor ktx-ci knows.',
  'driver-skipped': 'A connection has a driver that ktx reads and ktx-ci does not read yet.',
  'connection-unknown': 'A connection id was named that ktx.yaml does not have.',
  'not-implemented': 'A command or option exists in the design and is not part of this version.',
  'event-refused': 'This workflow event may not start this command.',
  'output-folder': 'The output folder cannot be written.',
  'baseline-unreadable': 'The baseline or resume folder cannot be used.',
  'recording-unreadable': 'The folder holds no recording that replay can read.',
  'replay-left': 'A unit that was run again is not as it was recorded.',
  'replay-differs': 'The replay gives another patch than the recorded run.',
  // evidence
  'source-unreadable': 'A source could not be read in this run; what it contributed stays as it is.',
  'warehouse-unreachable': 'The server of a warehouse cannot be reached.',
  'warehouse-login': 'The server of a warehouse does not take the login.',
  'warehouse-tls': 'The connection to a warehouse cannot be encrypted as it must be.',
  'warehouse-database': 'The server of a warehouse does not have the database.',
  'warehouse-permission': 'The login of a warehouse may not read something.',
  'source-mismatch': 'Too little of a source was found in the warehouse to trust the pairing.',
  'file-skipped': 'A file was not read.',
  'path-escape': 'A path leads out of the directory that it is confined to.',
  'query-refused': 'A statement was refused by the read-only guard.',
  'query-failed': 'The warehouse refused or failed a statement.',
  'odd-name': 'A table or column has a name that ktx cannot address safely.',
  'dbt-manifest-stale': 'The dbt manifest is older than the project files, so the files were read instead or may differ.',
  'dbt-manifest': 'A dbt artifact cannot be used.',
  'dbt-yaml': 'A YAML file of a dbt project cannot be used.',
  'dbt-reference': 'A dbt node reads another one that does not exist.',
  'dbt-untyped': 'dbt models without column types were left out.',
  'mixed-types': 'A column holds values of several types.',
  // judgement by rule
  'test-contradicted': 'A dbt test says something that the data contradicts.',
  'join-ambiguous': 'A column could refer to more than one table.',
  'orphans': 'Rows on the referring side of a join have no match.',
  'term-contradiction': 'Two sources define the same term differently.',
  'secret-in-text': 'A text looks as if it holds a credential; it was not published.',
  'markup-in-text': 'A text holds active markup; it was not published.',
  'hidden-in-text': 'A text holds characters that nobody sees; it was published without them.',
  'instruction-in-text': 'A text tells a model what to do; it was published as it is.',
  'mention-in-text': 'A text holds an @mention or a reference that would notify or link people.',
  'measure-differs': 'A measure that a model would write gives another value than the definition that it comes from; it was not written.',
  'reconcile-question': 'Two entries may be one thing or contradict each other, and only people know.',
  'reconciled': 'Two entries were found to be one thing or to differ, and it was settled.',
  'pairs-waiting': 'Pairs of entries that may be one thing wait for a model.',
  'decision-unknown': 'An answer in ktx.decisions.yaml fits no option or no question.',
  'edit-conflict': 'Two pieces of evidence give one entity different values.',
  'edit-dropped': 'A proposed change was checked and failed, so it is not in the patch.',
  // judgement by a model
  'model-question': 'A model found evidence that contradicts itself or what a person wrote, and asks.',
  'model-note': 'A model noticed something in the evidence that people should know.',
  'edit-refused': 'Changes that a model proposed failed a check and were left out.',
  'repair-waiting': 'What a model proposed in vain waits for its repair round.',
  'attempt-refused': 'A model tried to write or read what it may not; nothing of it happened.',
  'unit-failed': 'A unit could not be judged.',
  'unit-deferred': 'A unit was stopped before its end; what it had is kept, and it goes on next time.',
  'unit-stuck': 'A unit was stopped three times and is left alone until its evidence changes.',
  'budget-spent': 'A limit kept units from starting; they wait for the next run.',
  'budget-unlimited': 'No limit bounds what this run may cost.',
  'unrelayed-login': 'codex asks its model with a person\'s sign-in, past the relay.',
  'price-unknown': 'The price of a model is not known, so that its cost is not either.',
  'host-refused': 'A credential would go to a host that is not allowed.',
  // context
  'context-syntax': 'A semantic-layer or wiki file is not valid YAML.',
  'context-too-large': 'A context file is too large or too deeply nested to be meant; it was left alone.',
  'context-duplicate': 'Two context files define the same name.',
  'context-schema': 'A semantic-layer file has a field that ktx does not accept.',
  'context-orphan': 'An overlay has no table behind it.',
  'context-shadow': 'A standalone source has the name of a scanned table.',
  'context-reference': 'A join, measure, segment or page names something that does not exist.',
  'context-expression': 'An expression cannot be parsed or names a column that does not exist.',
  'measure-trap': 'A measure, segment or computed column gives a wrong number over the joins that it reads.',
  'source-renamed': 'A table seems to go by another name: what was written about it is carried over.',
  'double-source': 'Two sources may be one, so that measures of one thing stand in two places.',
  'broken-column': 'A column that the context rests on is dropped or renamed in dbt.',
  'broken-model': 'A dbt model that the context rests on is dropped, renamed or no longer built.',
  'stale': 'The context holds a copy of a text that dbt has changed since.',
  'unproved': 'Entries of the context have not been proved on the warehouse.',
  'in-base': 'Findings that were there before this change do not count.',
  'base-missing': 'The commit that a change is compared with is not in this clone.',
  'context-unreadable': 'The context that --context names cannot be read.',
  'entity-unknown': 'Nothing in the context has the name that explain was asked about.',
  'hand-edited': 'A field that follows its evidence was edited by hand.',
  'suggestion': 'ktx-ci would write something else than a person wrote; theirs was kept.',
  'removed-by-person': 'A person deleted something that ktx-ci wrote; it stays away.',
  'removals-held': 'More would be removed than one run may remove.',
  'measure-broken': 'A source, grain, measure, segment or join that a person wrote fails on the warehouse.',
  'lock-conflict': 'ktx.lock holds conflict markers or records twice; it was healed.',
  'lock-newer': 'ktx.lock was written by a newer ktx-ci.',
  'lock-unreadable': 'Lines of ktx.lock cannot be read.',
  // models
  'missing-credential': 'A model backend is configured, and its credential is not there.',
  'auth': 'The model provider does not take the credential.',
  'permission': 'The model credential is valid, and may not do what is asked of it.',
  'model-access': 'A model of ktx.yaml does not exist, or not for this credential.',
  'quota': 'The account at the model provider has nothing left to spend.',
  'rate-limit': 'The model provider takes no more requests for now.',
  'network': 'The model provider cannot be reached.',
  'timeout': 'The model provider did not answer in time.',
  'not-installed': 'A program that the model backend needs is not installed.',
  'isolation': 'The agent of the model backend cannot be isolated as it must be.',
  'invalid-request': 'The model provider refuses a request as wrong.',
  'provider-error': 'The model provider has a problem of its own.',
  // self-test
  'credential-visible': 'A program in the place of an agent saw a credential.',
  'credential-unchecked': 'Whether an agent could see a credential in a place cannot be told.',
  // publishing
  'artifact-failed': 'The output folder could not be uploaded as an artifact.',
  'publish-unavailable': 'Publishing a pull request is not part of this version.',
  'internal': 'A bug in ktx-ci.',
} as const satisfies Record<string, string>;

export type FindingCode = keyof typeof findingCodes;

const rank: Record<Severity, number> = { error: 0, question: 1, warning: 2, notice: 3 };

/** Errors first, then by code, place and message: the same order whatever order they were found in. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = (f: Finding): string =>
    [rank[f.severity], f.code, f.file ?? '', String(f.line ?? 0).padStart(9, '0'), f.message].join('\u0000');
  const keyed = new Map(findings.map((finding) => [key(finding), finding]));
  return [...keyed.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, finding]) => finding);
}
