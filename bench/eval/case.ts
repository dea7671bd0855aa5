import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A case: a small project, what a careful analyst expects of it, and what a good model would answer. */

/** One tool call: `{"propose_edits": {"edits": […]}}`. */
const call = z.record(z.string(), z.unknown()).refine((one) => Object.keys(one).length === 1, 'one tool, with its input');

/** Calls by unit and turn; a unit that is not named is finished at once. */
const answers = z.record(z.string(), z.array(z.array(call).min(1)).min(1));

/** What changes before the night, and what the model answers in it. */
const night = z.strictObject({ files: z.record(z.string(), z.string()).optional(), sql: z.string().optional(), answers });

const words = z.array(z.string().min(1)).min(1);

const wanted = z.union([
  /** A measure or segment of this source with this value; `words`: its name holds one of them. */
  z.strictObject({ measure: z.string(), words, value: z.number() }),
  z.strictObject({ segment: z.string(), words, value: z.number() }),
  /** A page that holds every fact; `refs`: sl_refs that it must have. */
  z.strictObject({ page: words, refs: z.array(z.string()).optional() }),
  z.strictObject({ description: z.string(), facts: words }),
  /** A finding of this code whose text holds all words. */
  z.strictObject({ finding: z.string(), words }),
]);

const wrong = z.union([
  /** Entities that the model must not have written; `*` stands for anything. */
  z.strictObject({ entity: z.string(), why: z.string() }),
  /** A measure of this source with this value, whatever its name. */
  z.strictObject({ measure: z.string(), value: z.number(), why: z.string() }),
  /** Must not be touched in the last night. */
  z.strictObject({ touched: z.string(), why: z.string() }),
  /** Words that no line of a patch may add. */
  z.strictObject({ added: z.string(), why: z.string() }),
]);

const expected = z.strictObject({ found: z.int(), wrong: z.int(), missing: z.int(), other: z.int(), refused: z.int(), requests: z.int() });

const caseSchema = z.strictObject({
  about: z.string(),
  nights: z.array(night).min(1),
  wanted: z.array(wanted),
  wrong: z.array(wrong),
  expected,
  /** What a bad model answers, night by night, and the score that catches it. */
  bad: z.strictObject({ answers: z.array(answers).min(1), expected }).optional(),
});

export type Answers = z.infer<typeof answers>;
export type Wanted = z.infer<typeof wanted>;
export type Wrong = z.infer<typeof wrong>;

export interface Case extends z.infer<typeof caseSchema> {
  readonly name: string;
  /** Path in the project → text. */
  readonly files: Readonly<Record<string, string>>;
  /** SQL that makes the database. */
  readonly seed: string;
}

/** All cases of a folder, sorted by name. Throws for a case that is none, with its name. */
export function readCases(root: string): Case[] {
  const names = readdirSync(root).filter((name) => existsSync(join(root, name, 'case.json'))).sort();
  return names.map((name) => readCase(join(root, name), name));
}

function readCase(folder: string, name: string): Case {
  const parsed = caseSchema.safeParse(JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')));
  if (!parsed.success) throw new Error(`${name}/case.json: ${z.prettifyError(parsed.error)}`);
  const project = join(folder, 'project');
  const paths = readdirSync(project, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1).replaceAll('\\', '/')).sort();
  return { ...parsed.data, name, seed: readFileSync(join(folder, 'seed.sql'), 'utf8'), files: Object.fromEntries(paths.map((path) => [path, readFileSync(join(project, path), 'utf8')])) };
}
