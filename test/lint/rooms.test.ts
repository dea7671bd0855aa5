import { describe, expect, test } from '@jest/globals';
import { ESLint, Linter, type Rule } from 'eslint';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parser } from 'typescript-eslint';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { roomRule } = (await import(new URL('../../../scripts/room-rule.mjs', import.meta.url).href)) as { roomRule: Rule.RuleModule };

/** What the rule says about one line in one file of src/. */
function refusals(file: string, code: string): string[] {
  const linter = new Linter({ cwd: root });
  const messages = linter.verify(code, [{
    files: ['**/*.ts'], languageOptions: { parser: parser as Linter.Parser }, plugins: { house: { rules: { rooms: roomRule } } },
    rules: { 'house/rooms': ['error', { root: join(root, 'src') }] },
  }], { filename: join(root, 'src', file) });
  return messages.map((message) => message.message);
}

describe('which room may import which', () => {
  test.each([
    ['text/name.ts', "import { loadParser } from '../sql/parser.js';"],
    ['sql/guard.ts', "import { readContext } from '../context/context.js';"],
    ['context/edit.ts', "import type { Project } from '../project/project.js';"],
    ['context/gates/schema.ts', "import { run } from '../../run.js';"],
    ['evidence/gather.ts', "import { loadProject } from '../project/project.js';"],
    ['evidence/warehouse/sqlite.ts', "const { loadProject } = await import('../../project/project.js');"],
    ['ingest/plan.ts', "import { gather } from '../evidence/gather.js';"],
    ['ingest/plan.ts', "export { gather } from '../evidence/gather.js';"],
    ['publish/summary.ts', "import { planUnits } from '../ingest/plan.js';"],
    ['project/project.ts', "import type { Evidence } from '../evidence/evidence.js';"],
    ['run.ts', "import { ingest } from './commands/ingest.js';"],
    ['finding.ts', "export * from './report.js';"],
    ['a-new-room/file.ts', "import { run } from '../run.js';"],
    ['context/edit.ts', "import data from '../../package.json' with { type: 'json' };"],
  ])('%s may not: %s', (file, code) => {
    expect(refusals(file, code)).toHaveLength(1);
  });

  test.each([
    ['sql/expression.ts', "import { tableName } from '../text/table-name.js';"],
    ['context/edit.ts', "import { slug } from '../text/slug.js';\nimport { entry } from './entry.js';\nimport { parse } from 'yaml';"],
    ['evidence/gather.ts', "import type { Project } from '../project/project.js';"],
    ['evidence/gather.ts', "import { type Project } from '../project/project.js';"],
    ['ingest/plan.ts', "import type { Evidence } from '../evidence/evidence.js';\nimport { readContext } from '../context/context.js';"],
    ['publish/summary.ts', "import type { Report } from '../report.js';\nimport { version } from '../version.js';"],
    ['commands/ingest.ts', "import { run } from '../run.js';"],
    ['cli.ts', "const { main } = await import('./commands/main.js');"],
  ])('%s may: %s', (file, code) => {
    expect(refusals(file, code)).toEqual([]);
  });

  test('the rule is on for every file of src/', async () => {
    const config = (await new ESLint({ cwd: root }).calculateConfigForFile(join(root, 'src', 'text', 'name.ts'))) as { rules: Record<string, unknown[]> };
    expect(config.rules['house/rooms']?.[0]).toBe(2);
  });
});
