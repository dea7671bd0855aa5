// What the files of a run look like, as Zod schemas: the source of docs/schemas. Strict where the keys are ours, so that
// a key that nobody described fails the tests.
import { z } from 'zod';

const text = z.string();
const named = z.string().min(1);
const count = z.int().min(0);
const amount = z.number().min(0);
const hash = z.string().regex(/^[A-Za-z0-9_-]{12}$/).describe('12 characters base64url of SHA-256 over the canonical value');
const evidenceId = z.string().regex(/^[a-z]+:[^/]+\/./).describe('For example `table:warehouse/main.orders` or `dbt:shop/model.orders`');
const evidence = z.array(evidenceId);
const author = z.enum(['derived', 'model', 'reconcile']);
const relationship = z.enum(['many_to_one', 'one_to_many', 'one_to_one']);
const verdict = z.enum(['proved', 'parsed', 'unproved', 'dropped']).describe('proved: counted or run on the warehouse; parsed: no such check exists; unproved: the check could not be made; dropped: it failed');
const contextFile = z.string().regex(/^(semantic-layer\/.+|wiki\/global\/.+)$/);

const questionId = z.string().regex(/^q-[A-Za-z0-9_-]{12}$/);

const finding = (codes) => z.strictObject({
  severity: z.enum(['error', 'warning', 'notice', 'question']),
  code: z.enum(codes).describe('Has a section in docs/errors.md'),
  message: named,
  fix: text.describe('What to do next; empty where nothing needs to be done'),
  file: named.optional().describe('Relative to the project'),
  line: z.int().min(1).optional(),
  column: z.int().min(1).optional(),
  evidence: evidence.optional(),
  question: z.strictObject({
    id: questionId, options: z.array(z.strictObject({ id: named, label: named, consequence: named, entities: z.array(named) })).min(1),
  }).optional().describe('Of a question: what may be answered'),
});

const unit = z.strictObject({
  id: evidenceId,
  connection: named,
  due: named.nullable().describe('Why it was judged; null: it was not due'),
  status: z.enum(['written', 'unchanged', 'skipped', 'deferred', 'stuck', 'declined', 'failed']),
  stopReason: z.enum(['natural', 'step-budget', 'token-budget', 'cost-budget', 'time-budget', 'cancelled', 'error']).nullable(),
  steps: count,
  tries: count,
  usage: z.strictObject({ inputTokens: count, cachedInputTokens: count, outputTokens: count, usd: amount, estimated: z.boolean() }),
  milliseconds: amount,
  resumed: z.boolean().describe('Taken over from the folder that --resume named'),
  left: z.strictObject({ for: z.array(named).min(1), inputTokens: count, outputTokens: count }).optional().describe('What only a model could add, and for about how many tokens'),
});

const actions = ['source_created', 'source_updated', 'measure_added', 'join_added', 'wiki_written', 'removed', 'merged', 'subsumed', 'skipped'];

/** report.json. `codes` are the finding codes that this version knows. */
export const reportSchema = (codes) => z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('ktx-ci'), version: named }),
  status: z.enum(['complete', 'nothing-to-do', 'incomplete', 'failed', 'cancelled']),
  headline: named,
  exitCode: z.union([0, 1, 2, 3, 4, 5, 130, 143].map((code) => z.literal(code))),
  backend: z.enum(['none', 'anthropic', 'vertex', 'gateway', 'openai-compatible', 'claude-code', 'codex']),
  models: z.record(z.string(), named).describe('Model by role'),
  probe: z.array(z.strictObject({ backend: named, model: named, category: named })),
  budget: z.strictObject({
    limits: z.strictObject({ usd: amount, usdPerMonth: amount, tokens: count, steps: count, minutes: amount }).describe('0 means none'),
    spent: z.strictObject({ usd: amount, tokens: count, steps: count }),
    month: z.strictObject({ usd: amount }),
  }),
  units: z.array(unit),
  edits: z.array(z.strictObject({ action: z.enum(actions), entity: named, file: contextFile, evidence, author, verdict, compared: named.optional().describe('Of a measure: what came of running it beside its origin') })),
  questions: z.array(z.strictObject({ id: questionId, title: named, findings: z.array(finding(codes)).min(1), options: z.array(z.strictObject({ id: named, label: named, consequence: named, edits: z.array(named).describe('Entity ids; the edits themselves are in edits.jsonl') })).min(1) })),
  findings: z.array(finding(codes)),
  matches: z.array(z.strictObject({ from: named, to: text, found: count, of: count })),
  sent: z.array(z.strictObject({ dataClass: named, source: named, host: named, bytes: count })).describe('What left for a model; empty without one'),
  warehouse: z.array(z.strictObject({ connection: named, queries: count, milliseconds: amount, bytes: count })),
  patch: z.strictObject({ path: named, files: count, insertions: count, deletions: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  publication: z.strictObject({ mode: named, pullRequest: z.int().min(1).nullable() }),
  estimate: z.strictObject({
    units: count, inputTokens: count, outputTokens: count, usd: z.strictObject({ low: amount, high: amount }), model: named,
    nights: z.int().min(1).describe('Nights until all of it is done, with the limit of one night'),
  }).nullable().describe('What a model would cost for all that is left, at list price'),
  kept: z.array(named).describe('What people wrote and this run left alone'),
  timings: z.record(z.string(), amount).describe('Milliseconds by stage'),
});

const column = z.strictObject({ name: named, type: z.enum(['string', 'number', 'time', 'boolean']), pk: z.literal(true).optional(), nullable: z.literal(false).optional() });

/** The payload of a put, and what names the entity besides connection and source. */
const kinds = {
  source: { value: z.strictObject({ table: named, columns: z.array(column) }), names: {} },
  column: { value: column, names: { column: named } },
  description: { value: named, names: { column: named.optional(), key: named } },
  property: { value: z.unknown(), names: { column: named.optional(), field: named } },
  join: { value: z.strictObject({ to: named, on: named, relationship, source: z.enum(['formal', 'inferred']) }), names: {} },
  grain: { value: z.array(named).min(1), names: {} },
  measure: { value: z.strictObject({ name: named, expr: named, filter: named.optional(), segments: z.array(named).optional(), description: text.optional() }), names: { name: named } },
  segment: { value: z.strictObject({ name: named, expr: named, description: text.optional() }), names: { name: named } },
  page: {
    value: z.strictObject({ summary: text, tags: z.array(text), refs: z.array(text), sl_refs: z.array(text), body: text }),
    names: { connection: z.literal(''), source: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,119}$/).describe('Key of the page') },
  },
};

const editOf = ([kind, { value, names }]) => {
  const common = { kind: z.literal(kind), connection: named, source: named, evidence, author };
  const removed = kind === 'join' ? { join: z.strictObject({ to: named, on: named }) } : names;
  return [z.strictObject({ op: z.literal('put'), ...common, ...names, value }), z.strictObject({ op: z.literal('remove'), ...common, ...removed })];
};

/** One line of edits.jsonl. */
export const editsSchema = z.strictObject({
  entity: named.describe('For example `join:warehouse/orders->customers[…]`'),
  file: contextFile.optional().describe('Absent where it is not made'),
  verdict,
  question: named.optional().describe('Not made: what an answer to this question stands for'),
  option: named.optional(),
  before: z.unknown().optional().describe('What stood there; absent where nothing did'),
  edit: z.union(Object.entries(kinds).flatMap(editOf)),
});

const entities = z.record(z.string(), z.strictObject({ h: hash, by: author.optional(), ev: evidence.optional() }))
  .describe('By entity key: the empty key is the structure and all that follows its evidence; of a page by its fields');

const proofs = z.strictObject({
  key: z.union([z.strictObject({ test: z.array(named).min(1) }), z.strictObject({ name: z.array(named).min(1) })]).optional().describe('Columns of the proved key, by what proposed it'),
  links: z.record(z.string(), z.enum(['many_to_one', 'one_to_one'])).optional(),
  contradicted: z.array(z.strictObject({ name: named, column: named.nullable(), why: named })).optional(),
  ambiguous: z.array(z.strictObject({ columns: z.array(named).min(1), targets: z.array(named).min(2) })).optional(),
});

const sha = z.string().regex(/^[0-9a-f]{12}$/).describe('First 12 hexadecimal digits of SHA-256 over the bytes');
const record = (type, shape) => z.strictObject({ t: z.literal(type), id: named, ...shape });

/** One line of ktx.lock, as this version writes it. Readers keep lines of types that they do not know. */
export const lockSchema = z.union([
  z.strictObject({ lock: z.literal(1) }).describe('The first line: the number of the format'),
  record('table', { structure: hash, mark: named.nullable(), hash, links: proofs.optional() }),
  record('unit', {
    key: hash, by: z.enum(['derived', 'model']), outcome: z.enum(['written', 'unchanged', 'deferred', 'stuck', 'failed']), tries: count.optional(),
    evidence: z.record(z.string(), hash), instructions: named.optional(), model: named.optional(),
  }),
  record('file', { sha, own: z.boolean().optional(), source: named.optional(), e: entities.optional() }).describe('A file by its bytes; with its one source where it has one'),
  record('file', { e: entities }).describe('What we wrote into one source of a manifest shard; the id is the path, # and the source'),
  record('gone', {}).describe('A person deleted the entity'),
  record('dropped', { code: named, why: named, repair: named.optional().describe('Its name, as long as its repair round is still to come'), ev: z.record(z.string(), hash) }),
  record('unproved', { why: text }),
  z.looseObject({ t: z.literal('pair'), id: named, decision: z.enum(['merged', 'subsumed', 'apart', 'waiting', 'question']), sides: z.record(z.string(), text).describe('What it rests on: id → hash') }),
  z.looseObject({ t: z.literal('spent'), id: z.string().regex(/^\d{4}-\d{2}$/) }).describe('What a month cost'),
]);

/** The document of `check --json`. */
export const checkSchema = (codes) => z.strictObject({
  schemaVersion: z.literal(1),
  status: z.enum(['complete', 'failed']),
  exitCode: z.union([0, 2, 5].map((code) => z.literal(code))),
  headline: named,
  base: z.strictObject({ ref: named, commit: z.string().regex(/^[0-9a-f]{40,64}$/), known: count.describe('Findings that the base has too') }).nullable().describe('What was compared with; null: nothing, so that everything counts'),
  findings: z.array(finding(codes)),
  broken: z.array(z.strictObject({
    entity: named.describe('For example `measure:warehouse/orders.revenue`'), file: named.describe('Of the context'), line: z.int().min(1),
    rests: z.strictObject({ evidence: evidenceId, source: named.describe('`connection/source`'), column: named.nullable().describe('Null: the model as a whole'), renamed: named.nullable().describe('What it is called now; null: it is gone') }),
  })).describe('Entries of the context that this change of dbt breaks'),
  unproved: count.describe('Entries that no check has proved on the warehouse'),
  patch: z.strictObject({ path: named, files: count, insertions: count, deletions: count, mends: z.array(named) }).nullable().describe('What would mend the context; null where nothing certain would'),
});

/** The document of `explain --json`, where there is such an entity. */
export const explainSchema = z.strictObject({
  schemaVersion: z.literal(1),
  entity: named.describe('For example `measure:warehouse/orders.revenue`'),
  kind: z.enum(['source', 'column', 'description', 'property', 'measure', 'segment', 'join', 'grain', 'page']),
  value: z.unknown().describe('As it stands; of a page its summary, of a source its table or query'),
  file: named,
  line: z.int().min(1),
  whose: z.strictObject({ author: z.enum(['person', 'derived', 'model', 'reconcile']), why: named }),
  since: z.strictObject({ commit: z.string().regex(/^[0-9a-f]{40,64}$/), author: text, date: z.iso.date(), subject: text }).nullable().describe('The newest commit among its lines; null: not in git'),
  evidence: z.array(z.strictObject({ id: evidenceId, file: named.optional(), line: z.int().min(1).optional() })),
  unit: z.strictObject({ id: evidenceId, outcome: named, by: z.enum(['derived', 'model']), model: named.nullable(), instructions: named.nullable() }).nullable(),
  verdict: z.strictObject({ verdict: z.enum(['proved', 'parsed', 'unproved', 'dropped', 'unknown']), why: text }),
  decisions: z.array(z.strictObject({ kind: z.enum(['answer', 'refusal', 'pin', 'rule', 'question', 'pair']), text: named })),
});

/** One line of catalog.jsonl. */
export const catalogSchema = z.strictObject({
  connection: named,
  source: named,
  columns: z.record(z.string(), z.enum(['string', 'number', 'time', 'boolean'])).describe('Type by name, in the order of the table'),
});
