import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report.js';
import { say, startMessagesApi, text, toolUse, type Brain, type ReceivedRequest, type Reply } from '../fakes/messages-api.js';
import { codes } from '../project-folder.js';
import { judgedConfig, judgedProject, turnOf, unitOf } from './judged-project.js';
import { manyTables } from './process.js';
import { description, finish, measure, page, probeAnswer, propose, segment } from './scripted-model.js';

/** Equal answers of a model give equal bytes, in whatever order and however late they come. */

const tables = 18;
const wordsOf = (source: string, n: number): object[] => (n % 4 === 1 ? [description(source, 'label', `Batch mark that the packing line ${n} prints; null until it is packed.`), description(source, undefined, `Parcels that left hall ${n} on the day of the count.`)] : []);

/** Depends on the unit and the turn alone. */
function answer(request: ReceivedRequest): Reply {
  const unit = unitOf(request);
  if (unit === undefined) return probeAnswer;
  const turn = turnOf(request);
  const document = /docs\/(\w+)\.md$/.exec(unit)?.[1];
  if (document !== undefined) {
    return say(propose(page('shared-rule', 'What both papers say.', `The rule as ${document} has it: 30 days.`), page(`of-${document}`, `What ${document} says.`, `Only ${document} knows this.`, { tags: [document] })), finish);
  }
  const n = Number(/thing(\d+)$/.exec(unit)?.[1] ?? -1);
  if (n < 0) return say(finish);
  const source = `thing${n}`;
  switch (turn) {
    case 0:
      return n % 3 === 0 ? say(toolUse('search_context', { query: 'thing' }), toolUse('query_warehouse', { sql: `select count(*) from ${source}` })) : say(text('Looking.'), toolUse('read_context', { name: source }));
    case 1:
      return say(
        propose(
          segment(source, 'early', "made_on < '2024-01-03'"), measure(source, 'total', 'sum(amount)', { segments: ['early'], text: `Euros of hall ${n}.` }), measure(source, 'wrong', 'sum(amnt)'),
          ...wordsOf(source, n), ...(n % 5 === 0 ? [page('shared-rule', 'What halls say.', `Hall ${n} says so: 14 days.`)] : []),
        ),
        ...(n % 6 === 2 ? [toolUse('flag', { kind: 'question', text: `Is hall ${n} open on Sundays?`, options: ['yes, says the door', 'no, says the plan'] })] : []), finish,
      );
    case 2:
      return n % 2 === 0 ? say(propose(measure(source, 'wrong', 'avg(amount)')), finish) : say(finish);
    default:
      return say(finish);
  }
}

/** A small generator, so that a seed gives the same delays again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const config = 'scan:\n  enrichment:\n    mode: llm\n';
const files = { 'ktx-ci.yaml': 'documents: ["docs/**"]\n', 'docs/left.md': '# Left\n\nThe rule: 30 days.\n', 'docs/right.md': '# Right\n\nThe rule: 30 days.\n' };
const withoutSpent = (text: string): string => text.replace(/^[+ ]?\{"t":"spent".*\n/gm, '').replace(/^@@ .*@@$/gm, '@@').replace(/^index .*$/gm, 'index');

interface Left {
  readonly report: Report;
  readonly bytes: Readonly<Record<string, string>>;
}

/** One run in a new project, and what it left. */
async function judged(concurrency: number, seed: number, flags: readonly string[] = []): Promise<Left> {
  const random = seeded(seed);
  const brain: Brain = (request) => ({ ...answer(request), delayMs: Math.floor(random() * (seed === 0 ? 1 : 25)) });
  const api = await startMessagesApi({ brain });
  using folder = judgedProject(api, files, manyTables(tables, 3, ', amount real'));
  folder.write('ktx.yaml', judgedConfig(api, config));
  const report = await folder.ingest('--apply', '--out', 'out', '--concurrency', String(concurrency), ...flags);
  await api.close();
  expect(api.violations).toEqual([]);
  const outputs = ['context.patch', 'edits.jsonl', 'catalog.jsonl'].map((name): [string, string] => [name, withoutSpent(folder.read(`out/${name}`))]);
  const units = Object.entries(folder.files()).filter(([path]) => /^out\/units\/.*\/(edits|findings|lock)\.jsonl$/.test(path)).map(([path, all]): [string, string] => [path, withoutSpent(all)]);
  const context = Object.entries(folder.context()).map(([path, all]): [string, string] => [path, path === 'ktx.lock' ? withoutSpent(all) : all]);
  return { report, bytes: Object.fromEntries([...outputs, ...units, ...context]) };
}

/** What the report says of the outcome, without what was measured. */
const told = ({ report }: Left): unknown => ({
  status: report.status, headline: report.headline, edits: report.edits, questions: report.questions, findings: report.findings, patch: report.patch.files,
  units: report.units.map(({ id, status, stopReason, steps, tries, due }) => ({ id, status, stopReason, steps, tries, due })),
});

describe('the same answers of a model', () => {
  test('hold all that a model may do, or this proves little', async () => {
    const { report, bytes } = await judged(4, 0);
    expect(report.status).toBe('complete');
    const kinds = new Set(report.edits.filter((edit) => edit.author === 'model').map((edit) => edit.entity.split(':')[0]));
    expect([...kinds].sort()).toEqual(['description', 'measure', 'page', 'segment']);
    expect(codes(report)).toEqual(expect.arrayContaining(['model-question', 'edit-refused', 'reconcile-question']));
    expect(Object.keys(bytes)).toEqual(expect.arrayContaining(['wiki/global/shared-rule.md', 'wiki/global/of-left.md', 'ktx.lock', 'semantic-layer/warehouse/thing3.yaml']));
  });

  test('give the same bytes at concurrency 1, 4 and 16, however late each comes', async () => {
    const one = await judged(1, 0);
    for (const [concurrency, seed] of [[1, 7], [4, 0], [4, 11], [4, 12], [16, 0], [16, 21], [16, 22], [16, 23]] as const) {
      const other = await judged(concurrency, seed);
      expect(other.bytes).toEqual(one.bytes);
      expect(told(other)).toEqual(told(one));
    }
  });

  test('give the same bytes where a limit in steps stops some units', async () => {
    const one = await judged(1, 0, ['--max-steps', '90']);
    expect(one.report.status).toBe('incomplete');
    for (const [concurrency, seed] of [[4, 31], [16, 32]] as const) {
      const other = await judged(concurrency, seed, ['--max-steps', '90']);
      expect(other.bytes).toEqual(one.bytes);
      expect(told(other)).toEqual(told(one));
    }
  });
});
