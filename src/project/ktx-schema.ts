import { z } from 'zod';

/**
 * ktx.yaml as ktx 0.12 reads it, with the key names that its later documentation adds. Unknown keys are warned about,
 * not refused; connections keep every key that they hold.
 */

export const backends = ['none', 'anthropic', 'vertex', 'gateway', 'openai-compatible', 'claude-code', 'codex'] as const;

export const modelRoles = ['default', 'triage', 'candidateExtraction', 'curator', 'reconcile', 'repair'] as const;

const text = z.string().min(1);
const positive = z.int().min(1);
const count = z.int().min(0);
const share = z.number().min(0).max(1);
const ttl = z.enum(['5m', '1h']);

const embeddings = z.strictObject({
  backend: z.enum(['none', 'openai', 'sentence-transformers']).default('none'),
  model: text.optional(),
  dimensions: positive.default(8),
  openai: z.strictObject({ api_key: text.optional(), base_url: text.optional() }).optional(),
  sentenceTransformers: z.strictObject({ base_url: z.string().default(''), pathPrefix: z.string().optional() }).optional(),
  batchSize: positive.optional(),
});

const credentials = z.strictObject({ api_key: text.optional(), base_url: text.optional() });

const llm = z.strictObject({
  provider: z
    .strictObject({
      backend: z.enum(backends).default('none'),
      anthropic: credentials.optional(),
      gateway: credentials.optional(),
      openaiCompatible: z.strictObject({ base_url: text, api_key: text.optional() }).optional(),
      vertex: z.strictObject({ project: text.optional(), location: text }).optional(),
    })
    .prefault({}),
  models: z
    .strictObject({
      default: text.optional(),
      triage: text.optional(),
      candidateExtraction: text.optional(),
      curator: text.optional(),
      reconcile: text.optional(),
      repair: text.optional(),
    })
    .prefault({}),
  promptCaching: z
    .strictObject({
      enabled: z.boolean().optional(),
      systemTtl: ttl.optional(),
      toolsTtl: ttl.optional(),
      historyTtl: ttl.optional(),
      vertexFallbackTo5m: z.boolean().optional(),
    })
    .optional(),
});

const ingest = z.strictObject({
  adapters: z.array(z.string()).default([]),
  profile: z.union([z.boolean(), z.literal('json')]).default(false),
  embeddings: embeddings.prefault({}),
  workUnits: z
    .strictObject({
      stepBudget: positive.default(40),
      maxConcurrency: positive.optional(),
      failureMode: z.enum(['abort', 'continue']).default('continue'),
    })
    .prefault({}),
  rateLimit: z
    .strictObject({
      enabled: z.boolean().default(true),
      throttleThreshold: share.default(0.8),
      minConcurrencyUnderPressure: positive.default(1),
      maxWaitMs: positive.optional(),
      retry: z
        .strictObject({
          maxAttempts: positive.default(6),
          baseDelayMs: positive.default(1000),
          maxDelayMs: positive.default(60_000),
          jitter: z.boolean().default(true),
        })
        .prefault({}),
    })
    .prefault({}),
});

const scan = z.strictObject({
  enrichment: z
    .strictObject({ mode: z.enum(['none', 'deterministic', 'llm']).default('none'), embeddings: embeddings.optional() })
    .prefault({}),
  relationships: z
    .strictObject({
      enabled: z.boolean().default(true),
      llmProposals: z.boolean().default(true),
      validationRequiredForManifest: z.boolean().default(true),
      acceptThreshold: share.default(0.85),
      reviewThreshold: share.default(0.55),
      maxLlmTablesPerBatch: positive.default(40),
      maxCandidatesPerColumn: positive.default(25),
      profileSampleRows: positive.default(10_000),
      profileConcurrency: positive.default(4),
      validationConcurrency: positive.default(4),
      validationBudget: z.union([z.literal('all'), count]).optional(),
    })
    .prefault({}),
});

export const ktxSchema = z.strictObject({
  setup: z.strictObject({ database_connection_ids: z.array(z.string()).default([]) }).optional(),
  connections: z.record(z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9_-]*$/), z.looseObject({ driver: text })).default({}),
  storage: z
    .strictObject({
      state: z.enum(['sqlite', 'postgres']).default('sqlite'),
      search: z.enum(['sqlite-fts5', 'postgres-hybrid']).default('sqlite-fts5'),
      git: z.strictObject({ author: z.string().default('ktx <ktx@example.com>') }).prefault({}),
    })
    .prefault({}),
  llm: llm.prefault({}),
  ingest: ingest.prefault({}),
  agent: z
    .strictObject({
      run_research: z
        .strictObject({
          enabled: z.boolean().default(false),
          max_iterations: count.default(20),
          default_toolset: z.array(z.string()).default(['sl_query', 'wiki_search', 'sl_read_source']),
        })
        .prefault({}),
    })
    .prefault({}),
  scan: scan.prefault({}),
});

export type KtxConfig = z.infer<typeof ktxSchema>;

/** Keys of a connection that ktx-ci reads itself, by driver. Other keys of a connection are ktx's and kept. */
export const connectionSchemas = {
  sqlite: z.looseObject({
    driver: z.literal('sqlite'),
    path: text.optional(),
    url: text.optional(),
    enabled_tables: z.array(text).optional(),
    query_timeout_ms: positive.optional(),
  }),
  postgres: z.looseObject({
    driver: z.literal('postgres'),
    url: text.optional(),
    host: text.optional(),
    port: z.union([z.int().min(1).max(65_535), text]).optional(),
    database: text.optional(),
    username: text.optional(),
    user: text.optional(),
    password: text.optional(),
    schema: text.optional(),
    schemas: z.array(text).optional(),
    ssl: z.boolean().optional(),
    sslmode: text.optional(),
    sslrootcert: text.optional(),
    rejectUnauthorized: z.boolean().optional(),
    trustServerCertificate: z.boolean().optional(),
    maxConnections: positive.optional(),
    enabled_tables: z.array(text).optional(),
    query_timeout_ms: positive.optional(),
  }),
  dbt: z.looseObject({
    driver: z.literal('dbt'),
    source_dir: text.optional(),
    repo_url: text.optional(),
    branch: text.optional(),
    path: z.string().optional(),
    auth_token_ref: text.optional(),
    profiles_path: text.optional(),
    target: text.optional(),
    project_name: text.optional(),
  }),
} as const;

/** Drivers that ktx reads and ktx-ci does not (yet): their connections are skipped and their context is left alone. */
export const skippedDrivers: readonly string[] = [
  'mysql', 'snowflake', 'bigquery', 'clickhouse', 'sqlserver',
  'duckdb', 'athena', 'mongodb', 'databricks', 'redshift', 'trino', 'hologres',
  'metricflow', 'lookml', 'looker', 'metabase', 'notion', 'confluence', 'jira', 'gdrive', 'sharepoint', 'sigma',
];

export const readDrivers: readonly string[] = Object.keys(connectionSchemas);
