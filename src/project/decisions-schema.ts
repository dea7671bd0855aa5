import { z } from 'zod';

/** ktx.decisions.yaml: what people decided about the context. Its JSON Schema is docs/schemas/decisions.schema.json. */

const reason = z.string().min(1).optional().describe('Why; models that touch what it is about are told');
const by = z.string().optional().describe('Who decided');
const date = z.string().optional().describe('When, as 2026-11-26');
const glob = z.string().min(1);

export const decisionsSchema = z.strictObject({
  answers: z.array(z.strictObject({
    question: glob.describe('Id of the question, as reports and pull requests show it'),
    option: glob.describe('Id of the option; `leave` leaves it as it is'),
    asked: z.string().optional().describe('The question in words'),
    reason, by, date,
  })).default([]).describe('Answers to questions; each is applied on every run as long as the question stands'),
  refusals: z.array(z.strictObject({
    entity: glob.describe('Entity id or glob, for example measure:warehouse/orders.revenue or page:*'),
    reason, by, date,
  })).default([]).describe('What ktx-ci must not write; what it wrote of it goes'),
  pins: z.array(z.strictObject({
    entity: glob.describe('Entity id or glob'),
    reason, by, date,
  })).default([]).describe('What stays as it is, as if a person had written it'),
  rules: z.array(z.strictObject({
    about: glob.describe('Glob of entity or evidence ids, for example measure:warehouse/*'),
    rule: z.string().min(1).describe('What holds, in a sentence'),
    by, date,
  })).default([]).describe('House rules: told to models that write about what they name'),
});

export type DecisionsFile = z.infer<typeof decisionsSchema>;
