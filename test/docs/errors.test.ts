import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findingCodes } from '../../src/finding.js';
import { agentFaults, runFaults, type AgentFault, type RunFault } from '../run/fault-table.js';

const script = new URL('../../../scripts/generate-errors.mjs', import.meta.url);
const { renderErrors } = (await import(script.href)) as { renderErrors: (codes: Readonly<Record<string, string>>, sections: ReadonlyMap<string, object>, faults?: readonly RunFault[], agentFaults?: readonly AgentFault[]) => string };

const section = { severity: 'error', means: 'It means that.', example: 'it is so', do: 'Do this.' };

test('docs/errors.md is what its generator makes', () => {
  const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(script), '--check'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

describe('the page of findings', () => {
  const complete = new Map(Object.keys(findingCodes).map((code) => [code, section]));

  test('has one heading for each code, so that every code is an anchor', () => {
    const headings = [...renderErrors(findingCodes, complete).matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(headings).toEqual(Object.keys(findingCodes));
  });

  test('fails for a code without a section', () => {
    const without = new Map([...complete].filter(([code]) => code !== 'orphans'));
    expect(() => renderErrors(findingCodes, without)).toThrow('no section for orphans');
  });

  test('fails for a section without a code', () => {
    expect(() => renderErrors(findingCodes, new Map([...complete, ['orphan', section]]))).toThrow('no finding has the code orphan');
  });

  test('has a row for all that a model provider or an agent can do to a run, each with a finding that has a heading', () => {
    const page = renderErrors(findingCodes, complete, runFaults);
    const table = page.slice(page.indexOf('## What a model provider can do to a run')).split('\n').filter((line) => line.startsWith('| '));
    expect(table.slice(1).map((row) => row.split(' | ')[0])).toEqual(runFaults.map(({ name }) => `| ${name}`));
    const agents = renderErrors(findingCodes, complete, [], agentFaults).split('## What can be wrong with an agent')[1]?.split('\n').filter((line) => line.startsWith('| ')) ?? [];
    expect(agents.slice(1).map((row) => row.split(' | ')[0])).toEqual(agentFaults.map(({ name }) => `| ${name}`));
    expect(new Set(agents.map((row) => row.split('|').length))).toEqual(new Set([11]));
    for (const { category } of agentFaults) expect(Object.keys(findingCodes)).toContain(category);
    for (const { probe } of runFaults) if (probe !== 'ok') expect(Object.keys(findingCodes)).toContain(probe);
  });
});
