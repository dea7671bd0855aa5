import { z } from 'zod';

/** ktx-ci.yaml: what the action's inputs and flags do not carry. Every limit of 0 means none. */

const limit = z.number().min(0);
const whole = z.int().min(0);
const samples = z.enum(['masked', 'raw', 'none']);

export const settingsSchema = z.strictObject({
  budget: z
    .strictObject({
      usd: limit.default(10).describe('USD that one run may spend at list price'),
      usdPerMonth: limit.default(0).describe('USD that the runs of one calendar month (UTC) may spend together'),
      tokens: whole.optional().describe('Tokens that one run may use; default: no limit where the price of every model is known, else 5,000,000'),
      steps: whole.default(0).describe('Agent steps that one run may take'),
      minutes: limit.default(60).describe('Minutes that one run may take'),
      warehouse: z
        .strictObject({
          queries: whole.default(0).describe('Statements that one run may send to one warehouse'),
          seconds: limit.default(0).describe('Seconds that one run may keep one warehouse busy'),
          bytes: whole.default(0).describe('Bytes that one run may read from one warehouse'),
        })
        .prefault({}),
    })
    .prefault({}),
  concurrency: z.int().min(1).optional().describe('Units in flight; default: ingest.workUnits.maxConcurrency of ktx.yaml, else 4'),
  maxOutputTokens: z.int().min(1).default(8000).describe('Output limit of one model request, in tokens'),
  documents: z.array(z.string().min(1)).default([]).describe('Globs of Markdown and text files with business rules, relative to the project'),
  samples: z
    .union([samples, z.record(z.string(), samples)])
    .default('masked')
    .describe('What a model may see of rows: for all connections, or by connection id'),
  prices: z
    .record(z.string(), z.strictObject({ input: limit, output: limit, cacheRead: limit.optional(), cacheWrite: limit.optional() }))
    .default({})
    .describe('USD per million tokens of models that are not in the price table, or own prices'),
  pullRequest: z
    .strictObject({
      branch: z.string().min(1).default('ktx-ci/context'),
      base: z.string().min(1).optional(),
      labels: z.array(z.string()).default([]),
      draft: z.boolean().default(false),
      reviewers: z.array(z.string()).default([]),
      maxChanges: z.int().min(1).default(40),
      values: z.boolean().default(true),
      quotes: z.boolean().default(true),
    })
    .prefault({}),
  removals: z
    .strictObject({
      maxShare: z.number().min(0).max(1).default(0.1).describe('Share of a connection that one run may remove without asking'),
      min: whole.default(5).describe('Removals that are always allowed, whatever the share'),
    })
    .prefault({}),
  reconcile: z
    .strictObject({ steps: z.int().min(1).default(60).describe('Agent steps that one conversation about doubles and contradictions may take') })
    .prefault({}),
  verify: z
    .strictObject({ tolerance: z.number().min(0).max(1).default(0.001).describe('Relative difference from its origin at which a measure becomes a question') })
    .prefault({}),
});

export type Settings = z.infer<typeof settingsSchema>;
