import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Recording } from '../src/llm/recording.js';
import { readCases, type Case } from './eval/case.js';
import { runCase, type CaseResult, type Model } from './eval/run-case.js';
import { isAsExpected, scoreTable } from './eval/table.js';

/**
 * node bench/bench.mjs eval [--case NAME …] [--live --model ID] [--record DIR] [--replay DIR]: what a model makes of the cases
 * of bench/cases, as a Markdown table. Exit code 1: a scripted case does not reach its score.
 */

const { values } = parseArgs({
  options: { case: { type: 'string', multiple: true }, live: { type: 'boolean' }, model: { type: 'string' }, record: { type: 'string' }, replay: { type: 'string' } },
});

function modelFor(name: string): Model {
  if (values.replay !== undefined) return { kind: 'recording', recording: JSON.parse(readFileSync(join(values.replay, `${name}.json`), 'utf8')) as Recording };
  if (values.live !== true) return { kind: 'scripted', which: 'good' };
  const key = process.env['ANTHROPIC_API_KEY'] ?? '';
  if (key === '' || values.model === undefined) {
    console.error('--live needs --model ID and ANTHROPIC_API_KEY');
    process.exit(2);
  }
  return { kind: 'live', url: 'https://api.anthropic.com', key, model: values.model };
}

const all = readCases(join('bench', 'cases'));
const chosen = values.case === undefined ? all : all.filter(({ name }) => values.case?.includes(name) === true);
const results: CaseResult[] = [];
const keep = (one: Case, result: CaseResult): void => {
  if (values.record === undefined) return;
  mkdirSync(values.record, { recursive: true });
  writeFileSync(join(values.record, `${one.name}.json`), `${JSON.stringify({ exchanges: result.recording.exchanges }, null, 1)}\n`);
};
for (const one of chosen) {
  const result = await runCase(one, modelFor(one.name));
  keep(one, result);
  results.push(result);
  if (values.live === true || values.replay !== undefined || one.bad === undefined) continue;
  results.push({ ...(await runCase(one, { kind: 'scripted', which: 'bad' })), name: `${one.name}, a bad model` });
}
console.log(`Answers: ${values.replay !== undefined ? `recorded in ${values.replay}` : values.live === true ? values.model : 'scripted'}\n`);
console.log(scoreTable(results));
if (results.some((result) => !isAsExpected(result))) process.exitCode = 1;
