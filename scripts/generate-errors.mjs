// Writes docs/errors.md: one section for each code of src/finding.ts, in its order, out of docs/errors/*.json, and a table
// each of what a model provider and an agent can do to a run, out of what the tests expect (test/run/fault-table.ts). Needs lib/ (npm run compile). Fails where a code has no section or a section no code; with --check also where the page differs.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, 'docs', 'errors.md');
const fields = ['severity', 'means', 'example', 'do'];

/** Sections of every file of a folder by code; throws where one is there twice or lacks a field. */
function readSections(folder) {
  const sections = new Map();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json')).sort()) {
    for (const [code, section] of Object.entries(JSON.parse(readFileSync(join(folder, name), 'utf8')))) {
      if (sections.has(code)) throw new Error(`${code} has two sections`);
      const keys = Object.keys(section);
      if (keys.join() !== fields.join() || keys.some((key) => typeof section[key] !== 'string' || section[key] === '')) throw new Error(`the section of ${code} needs ${fields.join(', ')}, in this order`);
      sections.set(code, section);
    }
  }
  return sections;
}

const cell = (text) => text.replaceAll('|', '\\|');

/** What becomes of a unit, in words. */
const unitText = ({ unit, counts, except = {} }) => {
  const usually = unit.stopReason === 'natural' ? 'judged' : counts ? 'fails; stuck on the third night' : 'fails';
  return [usually, ...Object.entries(except).map(([backend, how]) => `${backend}: ${how}`)].join('; ');
};

/** A section with one row for each fault; empty where there are none. */
function renderFaults(faults) {
  if (faults.length === 0) return '';
  const rows = faults.map((fault) => {
    const { probe, one, all } = fault.exit;
    return `| ${cell(fault.name)} | ${cell(fault.does)} | ${fault.probe === 'ok' ? 'ok' : `[\`${fault.probe}\`](#${fault.probe})${Object.entries(fault.elsewhere ?? {}).map(([backend, category]) => ` (${backend}: [\`${category}\`](#${category}))`).join('')}, exit ${probe}`} | ${unitText(fault)} | ${fault.others === 'wait' ? 'wait' : 'judged'} | ${one} / ${all} |`;
  });
  return `
## What a model provider can do to a run

A run asks each model for one word before anything is paid. Where that fails it ends with exit code 3, a finding at the
line of \`ktx.yaml\`, and nothing written but the report. What happens to a unit later takes nothing away from the others:
what was derived and judged is in the patch, and what is left is judged on the next night. A request that may pass is sent
again first (\`ingest.rateLimit.retry\`). A unit that fails is \`failed\`, or \`deferred\` with the changes that were taken
before; its stop reason is \`error\`, its finding [\`unit-failed\`](#unit-failed). After three in a row no further unit starts.
The exit codes are those where one unit of several meets it, and where every unit that starts does. It is the same with every
backend; each is tried on each row.

| What | What happens | Probe | A unit that meets it later | Units after it | Exit: one / all |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

/** A section with one row for each fault of an agent; empty where there are none. */
function renderAgentFaults(faults) {
  if (faults.length === 0) return '';
  const rows = faults.map(({ name, does, agents, category, meets, unit, others, exit }) => {
    const later = exit.later === null ? 'cannot be | | |' : `${unit} | ${others === 'wait' ? 'wait' : 'judged'} | ${exit.later} |`;
    return `| ${cell(name)} | ${cell(does)} | ${agents.map((agent) => `\`${agent}\``).join(', ')} | [\`${category}\`](#${category}) | ${meets === 'probe' ? 'the probe' : 'the first unit'} | ${exit.start} | ${later}`;
  });
  return `
## What can be wrong with an agent

The backends \`codex\` and \`claude-code\` run a program and give it tools. Where that program does not run, the probe finds it
before anything is paid: the finding is at the line of \`backend\` in \`ktx.yaml\`, and nothing is written but the report. Tools
are for units, so a unit is the first to miss them; no request leaves for it, or no further one. It is \`failed\`, or
\`deferred\` with the changes that were taken before, no try is counted, and what is left is judged on the next night. Without
their tools, units fail one after the other only where the next may fare better. codex reaches its tools at a port of this
machine, with a token; Claude Code gets them over its pipes, so it knows no port that falls silent and no token that is wrong.

| What | What happens | Backends | Category | Who meets it | Exit | A later unit | Units after it | Exit |
|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

/** The page; throws where codes and sections are not the same set. */
export function renderErrors(codes, sections, faults = [], agentFaults = []) {
  const missing = Object.keys(codes).filter((code) => !sections.has(code));
  const strange = [...sections.keys()].filter((code) => !Object.hasOwn(codes, code));
  if (missing.length > 0) throw new Error(`no section for ${missing.join(', ')}`);
  if (strange.length > 0) throw new Error(`no finding has the code ${strange.join(', ')}`);
  const parts = Object.entries(codes).map(([code, sentence]) => {
    const section = sections.get(code);
    return `## ${code}\n\n${sentence} (${section.severity})\n\n> ${section.example}\n\n${section.means}\n\n**What to do.** ${section.do}\n`;
  });
  return `<!-- Made by scripts/generate-errors.mjs out of docs/errors and src/finding.ts. -->
# Findings

Everything that a run has to say is a finding: a severity, a code, a message, a fix and, where there is one, a place. The
codes are stable. An **error** stops the run or breaks the context, a **question** needs a decision by a person, a
**warning** should be looked at, a **notice** is for your information. The words behind each heading are an example.

${parts.join('\n')}${renderFaults(faults)}${renderAgentFaults(agentFaults)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, sections: { type: 'string', default: join(root, 'docs', 'errors') } } });
  const { findingCodes } = await import('../lib/src/finding.js');
  const { agentFaults, runFaults } = await import('../lib/test/run/fault-table.js');
  try {
    const text = renderErrors(findingCodes, readSections(values.sections), runFaults, agentFaults);
    if (!values.check) writeFileSync(page, text);
    else if (readFileSync(page, 'utf8') !== text) throw new Error('docs/errors.md is behind; run: npm run compile && node scripts/generate-errors.mjs');
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
