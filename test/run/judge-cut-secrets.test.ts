import { expect, test } from '@jest/globals';
import { say, startMessagesApi, text, toolUse, type Brain } from '../fakes/messages-api.js';
import { tokens } from '../text/tokens.js';
import { judgedConfig, judgedProject, judging, turnOf, unitOf } from './judged-project.js';

/** The token stands across the cut of what is shown at once. */
const long = `# Runbook\n\n${'Call the carrier. '.repeat(1332)}`.slice(0, 24_000 - 20);

const curious: Brain = (request) => {
  if (unitOf(request) === undefined) return say(text('OK'));
  if (turnOf(request) > 0) return say(toolUse('finish', {}));
  return say(
    toolUse('read_evidence', { id: unitOf(request), offset: 0 }), toolUse('read_evidence', { id: unitOf(request), offset: 23_900 }),
    toolUse('read_context', { name: 'access' }), toolUse('search_context', { query: 'access token' }), toolUse('query_warehouse', { sql: 'select note from notes' }),
  );
};

test.each([['github-token', `ghp_${'aB3'.repeat(12)}`], ['linear', tokens.linear]])('no credential in evidence, context, views or rows reaches the model, not even a half: %s', async (kind, token) => {
  const api = await startMessagesApi({ brain: curious });
  using folder = judgedProject(api, {
    'docs/runbook.md': `${long} ${token} and go on.\n`,
    'wiki/global/access.md': `---\nsummary: Access with ${token}\n---\nAccess token: ${token}\n`,
    'ktx-ci.yaml': 'documents:\n  - docs/**/*.md\nsamples: raw\n',
  }, `create table notes (id integer primary key, note text, weight real); insert into notes values (1, '${token}', 2.5); create view noted as select id, weight, '${token}' as source from notes;`);
  folder.write('ktx.yaml', judgedConfig(api));
  const report = await folder.ingest();
  await api.close();
  expect([report.status, api.violations]).toEqual(['complete', []]);
  const sent = judging(api).map(({ raw }) => raw).join('\n');
  expect(sent).not.toContain(token.slice(0, 12));
  expect(sent).not.toContain(token.slice(-12));
  for (const place of [`Access with [redacted ${kind}]`, `[redacted ${kind}] and go on`]) expect(sent).toContain(place);
});
