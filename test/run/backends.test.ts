import { describe, expect, test } from '@jest/globals';
import { say, text, toolUse, type Brain } from '../fakes/messages-api.js';
import { installed } from '../llm/agent-binaries.js';
import type { ProjectFolder } from '../project-folder.js';
import { backends, configured, projectOf } from './backend-projects.js';
import { judgedProject, turnOf, unitOf } from './judged-project.js';

const finish = toolUse('finish', {});
const propose = (...edits: unknown[]): ReturnType<typeof toolUse> => toolUse('propose_edits', { edits });

/** Reads, proposes something wrong, is told, corrects, finishes. */
const careful: Brain = (request) => {
  if (unitOf(request) !== 'table:warehouse/main.orders') return say(unitOf(request) === undefined ? text('OK') : finish);
  switch (turnOf(request)) {
    case 0: return say(text('I look at the table and at its context.'), toolUse('read_evidence', { id: 'table:warehouse/main.orders' }), toolUse('read_context', { name: 'orders' }));
    case 1: return say(propose({ kind: 'measure', source: 'orders', name: 'paid_amount', expr: 'sum(amnt)' }, { kind: 'segment', source: 'orders', name: 'paid', expr: "status = 'paid'" }));
    default: return say(propose({ kind: 'measure', source: 'orders', name: 'paid_amount', expr: 'sum(amount)', segments: ['paid'], text: 'Euros of orders that were paid.' }), finish);
  }
};

/** What a run writes into the repository. The lock also says which model was asked and what the month has cost, so that its hash differs. */
const written = (folder: ProjectFolder): string => folder.read('out/context.patch').replace(/^\+\{"t":"spent".*$/m, '+spent').replace(/"model":"[^"]+"/g, '"model"').replace(/(b\/ktx\.lock\nnew file mode 100644\nindex ).*/, '$1');

describe('the same project through every backend', () => {
  test.each(Object.keys(backends).filter((name) => (name !== 'codex' && name !== 'claude-code') || installed(name)))('%s writes the same bytes, and shows no credential', async (name) => {
    const reference = await backends['anthropic']!(careful);
    using expected = projectOf(reference);
    await expected.ingest('--out', 'out');
    await reference.close();

    const prepared = await backends[name]!(careful);
    using folder = projectOf(prepared);
    const report = await folder.ingest('--out', 'out', '--record');
    await prepared.close();
    expect(prepared.api.violations).toEqual([]);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([report.status, report.exitCode, report.probe[0]?.category]).toEqual(['complete', 0, 'ok']);
    expect(report.sent.map(({ host }) => host)).toEqual(report.sent.map(() => new URL(prepared.api.url).host));
    expect(written(folder)).toBe(written(expected));
    expect(written(folder)).toContain('paid_amount');
    const files = Object.entries(folder.files()).filter(([path]) => path.startsWith('out/')).map(([, content]) => content).join('\n');
    expect(prepared.secrets.filter((secret) => files.includes(secret))).toEqual([]);

    // and again without backend and credential
    for (const variable of Object.keys(prepared.environment)) if (variable !== 'GCP_PROJECT') delete folder.environment[variable];
    const { code, err } = await folder.ktx('replay', 'out', '--out', 'again');
    expect([code, err]).toEqual([0, expect.stringContaining('the same patch, byte for byte')]);
  });
});

describe('what stands in the way of a backend', () => {
  const set = (provider: string, environment: Readonly<Record<string, string>> = {}, files: Readonly<Record<string, string>> = {}): ProjectFolder => {
    const folder = judgedProject({ url: 'x' }, { ...files, 'ktx.yaml': configured(provider) });
    for (const name of Object.keys(folder.environment)) delete folder.environment[name];
    Object.assign(folder.environment, environment);
    return folder;
  };
  const rule = { ANTHROPIC_FEDERATION_RULE_ID: 'fdrl_1', ANTHROPIC_ORGANIZATION_ID: 'o' };
  const elsewhere = JSON.stringify({ type: 'service_account', client_email: 'e', private_key: 'k', project_id: 'p', token_uri: 'https://tokens.example/token' });

  test.each<[string, string, Readonly<Record<string, string>>, string, number, RegExp, RegExp]>([
    ['no key of a gateway', '    backend: gateway\n', {}, 'missing-credential', 7, /no AI_GATEWAY_API_KEY/, /llm\.provider\.gateway\.api_key/],
    ['a key that is named and not set', '    backend: gateway\n    gateway:\n      api_key: env:NOT_SET\n', { AI_GATEWAY_API_KEY: 'x' }, 'missing-credential', 9, /no NOT_SET/, /set NOT_SET/],
    ['a host of a gateway', '    backend: gateway\n    gateway:\n      base_url: https://gateway.example\n', {}, 'host-refused', 9, /neither ai-gateway\.vercel\.sh nor an allowed host/, /allowed-hosts/],
    ['a host of a server', '    backend: openai-compatible\n    openaiCompatible:\n      base_url: https://api.openai.com/v1\n', {}, 'host-refused', 9, /leads to api\.openai\.com, which is no allowed host/, /allowed-hosts/],
    ['a key of a server', '    backend: openai-compatible\n    openaiCompatible:\n      base_url: http://localhost:1/v1\n      api_key: env:NOT_SET\n', { OPENAI_API_KEY: 'x' }, 'missing-credential', 10, /no NOT_SET/, /set NOT_SET/],
    ['a location that is none', '    backend: vertex\n    vertex:\n      location: evil.example/\n', {}, 'host-refused', 9, /no location/, /europe-west1/],
    ['no project', '    backend: vertex\n    vertex:\n      location: global\n', {}, 'missing-credential', 9, /no project/, /vertex\.project/],
    ['a credential file that is not there', '    backend: vertex\n    vertex: {location: global, project: p}\n', { GOOGLE_APPLICATION_CREDENTIALS: 'none.json' }, 'missing-credential', 7, /cannot be read/, /service account/],
    ['another address of Vertex AI', '    backend: vertex\n    vertex:\n      location: global\n', { ANTHROPIC_VERTEX_BASE_URL: 'https://gateway.example' }, 'host-refused', 9, /neither aiplatform\.googleapis\.com nor an allowed host/, /correct ANTHROPIC_VERTEX_BASE_URL/],
    ['tokens from elsewhere', '    backend: vertex\n    vertex: {location: global, project: p}\n', { GOOGLE_APPLICATION_CREDENTIALS: 'elsewhere.json' }, 'host-refused', 8, /leads to tokens\.example/, /tokens\.example/],
    ['a federation without an identity', '    backend: anthropic\n', rule, 'missing-credential', 7, /no identity token/, /id-token: write/],
    ['a key that is named counts before a federation', '    backend: anthropic\n    anthropic:\n      api_key: env:NOT_SET\n', rule, 'missing-credential', 9, /no NOT_SET/, /set NOT_SET/],
  ])('%s', async (_, provider, environment, code, line, message, fix) => {
    using folder = set(provider, environment, { 'elsewhere.json': elsewhere });
    const report = await folder.ingest('--out', 'out');
    const found = report.findings.find((finding) => finding.severity === 'error');
    expect(found).toMatchObject({ code, file: 'ktx.yaml', line, message: expect.stringMatching(message), fix: expect.stringMatching(fix) });
    expect(report.exitCode).toBe(code === 'host-refused' ? 2 : 3);
  });
});
