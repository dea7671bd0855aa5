// Writes docs/schemas out of the settings schema of the product, its finding codes and scripts/output-schemas.mjs. Needs
// lib/ (npm run compile). With --check it writes nothing and fails where a committed schema differs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { catalogSchema, checkSchema, editsSchema, explainSchema, lockSchema, reportSchema } from './output-schemas.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'docs', 'schemas');

const { settingsSchema } = await import('../lib/src/project/settings-schema.js');
const { decisionsSchema } = await import('../lib/src/project/decisions-schema.js');
const { findingCodes } = await import('../lib/src/finding.js');

const schemas = {
  'settings.schema.json': { title: 'ktx-ci.yaml', schema: settingsSchema, io: 'input' },
  'decisions.schema.json': { title: 'ktx.decisions.yaml', schema: decisionsSchema, io: 'input' },
  'report.schema.json': { title: 'report.json of ktx-ci', schema: reportSchema(Object.keys(findingCodes)), io: 'output' },
  'check.schema.json': { title: 'The document of ktx-ci check --json', schema: checkSchema(Object.keys(findingCodes)), io: 'output' },
  'explain.schema.json': { title: 'The document of ktx-ci explain --json', schema: explainSchema, io: 'output' },
  'edits.schema.json': { title: 'One line of edits.jsonl of ktx-ci', schema: editsSchema, io: 'output' },
  'lock.schema.json': { title: 'One line of ktx.lock', schema: lockSchema, io: 'output' },
  'catalog.schema.json': { title: 'One line of catalog.jsonl of ktx-ci', schema: catalogSchema, io: 'output' },
};

let behind = 0;
for (const [name, { title, schema, io }] of Object.entries(schemas)) {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'throw' });
  const text = `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
  const path = join(folder, name);
  if (!process.argv.includes('--check')) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
  } else if (readFileSync(path, 'utf8') !== text) {
    behind += 1;
    process.stderr.write(`docs/schemas/${name} is not what the sources say; run: npm run compile && node scripts/generate-schemas.mjs\n`);
  }
}
process.exitCode = behind > 0 ? 1 : 0;
