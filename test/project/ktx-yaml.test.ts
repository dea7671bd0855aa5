import { describe, expect, test } from '@jest/globals';
import { ProjectFolder } from '../project-folder.js';

/**
 * ktx.yaml and ktx-ci.yaml, wrong in every way. The warehouse of these projects is a text file: a run that opened it would
 * say that it is no database.
 */

const good = 'connections:\n  warehouse:\n    driver: sqlite\n    path: shop.sqlite\n';

function project(ktx: string | null, files: Readonly<Record<string, string>> = {}): ProjectFolder {
  return new ProjectFolder({ ...(ktx === null ? {} : { 'ktx.yaml': ktx }), 'shop.sqlite': 'not a database', ...files });
}

interface Said {
  readonly code: number;
  readonly findings: readonly { severity: string; code: string; message: string; fix: string; file?: string; line?: number; column?: number }[];
}

async function said(folder: ProjectFolder, ...args: string[]): Promise<Said> {
  const { code, out } = await folder.ktx(...args, '--json');
  return { code, findings: (JSON.parse(out) as Said).findings };
}

/** Every command refuses it at that place with that fix, opens nothing and writes nothing. */
async function expectRefused(folder: ProjectFolder, expected: { code: string; file?: string; at?: readonly [number, number]; message: RegExp; fix: RegExp }): Promise<void> {
  const before = folder.files();
  for (const args of [['ingest'], ['ingest', '--dry-run'], ['ingest', '--apply', '--out', 'out'], ['check'], ['status'], ['status', '--fast']]) {
    const { code, findings } = await said(folder, ...args);
    const errors = findings.filter((finding) => finding.severity === 'error');
    expect([args, code, errors.map((error) => error.code)]).toEqual([args, 2, [expected.code]]);
    const [error] = errors;
    if (expected.at) expect([args, error?.file, error?.line, error?.column]).toEqual([args, expected.file ?? 'ktx.yaml', ...expected.at]);
    expect(error?.message).toMatch(expected.message);
    expect(error?.fix).toMatch(expected.fix);
    const plain = await folder.ktx(...args);
    if (expected.at) expect(plain.out + plain.err).toContain(`${expected.file ?? 'ktx.yaml'}:${expected.at.join(':')}`);
  }
  expect(folder.files()).toEqual(before);
}

describe('a ktx.yaml that cannot be read', () => {
  const broken: readonly [string, string, string, readonly [number, number], RegExp][] = [
    ['a bracket that is never closed', 'connections: {a: [1\nllm: {}\n', 'config-syntax', [2, 1], /mend/],
    ['a tab as indentation', 'connections:\n\twarehouse: {}\n', 'config-syntax', [2, 1], /mend/],
    ['a key twice', `${good}llm: {}\nllm: {}\n`, 'config-syntax', [6, 1], /mend/],
    ['a connection twice', `${good}  warehouse:\n    driver: sqlite\n`, 'config-syntax', [5, 3], /mend/],
    ['an alias without anchor', 'connections: *nothing\n', 'config-syntax', [1, 14], /mend/],
    ['an empty file', '', 'config-value', [1, 1], /add a connection/],
    ['comments only', '# nothing yet\n', 'config-value', [1, 1], /add a connection/],
    ['null', '~\n', 'config-value', [1, 1], /add a connection/],
    ['a list', '- connections\n', 'config-value', [1, 1], /write keys/],
    ['a text', 'connections\n', 'config-value', [1, 1], /write keys/],
  ];
  test.each(broken)('%s', async (_, text, code, at, fix) => {
    using folder = project(text);
    await expectRefused(folder, { code, at, message: /./, fix });
  });

  test('a folder named ktx.yaml, and no project at all', async () => {
    using folder = project(null, { 'ktx.yaml/file': '' });
    await expectRefused(folder, { code: 'no-project', message: /there is no ktx\.yaml in/, fix: /--project-dir/ });
  });

  test('one without permission to read', async () => {
    if (process.getuid?.() === 0) return;
    using folder = project(good);
    const { chmodSync } = await import('node:fs');
    chmodSync(`${folder.root}/ktx.yaml`, 0);
    expect((await said(folder, 'ingest')).code).toBe(2);
    chmodSync(`${folder.root}/ktx.yaml`, 0o600);
  });
});

describe('a value that is wrong', () => {
  const wrong: readonly [string, string, string, readonly [number, number], RegExp, RegExp][] = [
    ['a backend that is misspelt', `${good}llm:\n  provider:\n    backend: antropic\n`, 'config-value', [7, 14], /"antropic", not one of none, anthropic/, /write anthropic/],
    ['a driver that nobody knows', good.replace('sqlite\n', 'sqllite\n'), 'driver-unknown', [3, 13], /unknown driver sqllite/, /did you mean sqlite\?/],
    ['a driver far from any', good.replace('driver: sqlite', 'driver: zzzzzz'), 'driver-unknown', [3, 13], /zzzzzz/, /reads sqlite, postgres, dbt/],
    ['no driver', 'connections:\n  warehouse:\n    path: shop.sqlite\n', 'config-value', [2, 3], /connections\.warehouse\.driver is missing/, /add it/],
    ['connections as a list', 'connections:\n  - driver: sqlite\n', 'config-value', [2, 3], /connections is .*expected/, /record|map/],
    ['a connection that is a text', 'connections:\n  warehouse: sqlite\n', 'config-value', [2, 14], /connections\.warehouse is "sqlite"/, /./],
    ['a connection id that is a path', 'connections:\n  ../x:\n    driver: sqlite\n    path: shop.sqlite\n', 'config-value', [2, 3], /connections\.\.\.\/x is not a name/, /letters, digits/],
    ['a connection that is a URL with a password', 'connections:\n  warehouse: postgres://shop:Xk29dQpLw71Za@db.example.com/shop\n', 'config-value', [2, 14], /^(?!.*Xk29dQ).*connections\.warehouse is "postgres/, /./],
    ['an empty path', good.replace('shop.sqlite', '""'), 'config-value', [4, 11], /path is empty/, /./],
    ['neither path nor url', 'connections:\n  warehouse:\n    driver: sqlite\n', 'config-value', [2, 3], /neither path nor url/, /add path/],
    ['neither source_dir nor repo_url', `${good}  shop:\n    driver: dbt\n`, 'config-value', [5, 3], /neither source_dir nor repo_url/, /add source_dir/],
    ['a number of the wrong kind', `${good}ingest:\n  workUnits:\n    stepBudget: many\n`, 'config-value', [7, 17], /ingest\.workUnits\.stepBudget is "many", expected/, /type (int|number)/],
    ['a number that is too small', `${good}ingest:\n  workUnits:\n    stepBudget: 0\n`, 'config-value', [7, 17], /is 0, the least is 1/, /larger/],
    ['a share above 1', `${good}scan:\n  relationships:\n    acceptThreshold: 1.5\n`, 'config-value', [7, 22], /is 1\.5, the most is 1/, /smaller/],
    ['a backend without model', `${good}llm:\n  provider: {backend: anthropic}\n`, 'model-missing', [5, 1], /llm\.models\.default is not set/, /add llm\.models\.default/],
    ['a blank model', `${good}llm:\n  provider: {backend: codex}\n  models: {default: "  "}\n`, 'model-missing', [7, 21], /llm\.models\.default is not set/, /add/],
    ['a blank role', `${good}llm:\n  models: {default: m, curator: " "}\n`, 'config-value', [6, 33], /llm\.models\.curator is blank/, /remove the key/],
    ['vertex without its settings', `${good}llm:\n  provider: {backend: vertex}\n  models: {default: m}\n`, 'config-value', [6, 13], /llm\.provider\.vertex\.location/, /vertex: \{location/],
    ['vertex without a location', `${good}llm:\n  provider:\n    backend: vertex\n    vertex: {project: p}\n  models: {default: m}\n`, 'config-value', [8, 5], /vertex\.location is missing/, /add it/],
    ['openai-compatible without base_url', `${good}llm:\n  provider: {backend: openai-compatible}\n  models: {default: m}\n`, 'config-value', [6, 13], /base_url/, /openaiCompatible/],
    ['an unknown id in setup', `${good}setup:\n  database_connection_ids: [warehouse, warehose]\n`, 'connection-unknown', [6, 40], /warehose, which does not exist/, /did you mean warehouse\?/],
    ['an unknown mapping target', `${good}  bi:\n    driver: metabase\n    mappings:\n      databaseMappings:\n        "3": warehous\n`, 'connection-unknown', [9, 14], /connections\.bi\.mappings\.databaseMappings\.3 names the connection warehous/, /did you mean warehouse\?/],
    ['enabled_tables as a text', `${good}    enabled_tables: orders\n`, 'config-value', [5, 21], /enabled_tables is "orders", expected array/, /./],
  ];
  test.each(wrong)('%s', async (_, text, code, at, message, fix) => {
    using folder = project(text);
    await expectRefused(folder, { code, at, message, fix });
  });

  const backends = ['anthropic', 'vertex', 'gateway', 'openai-compatible', 'claude-code', 'codex'];
  test.each(backends)('backend %s needs llm.models.default', async (backend) => {
    const provider = `llm:\n  provider:\n    backend: ${backend}\n    vertex: {location: us-east5}\n    openaiCompatible: {base_url: "http://localhost:1"}\n`;
    using folder = project(`${good}${provider}`);
    await expectRefused(folder, { code: 'model-missing', message: new RegExp(`backend is ${backend}`), fix: /llm\.models\.default/ });
    folder.write('ktx.yaml', `${good}${provider}  models: {default: some-model}\n`);
    folder.remove('shop.sqlite');
    folder.sql('create table t (id integer primary key)');
    const { code, findings } = await said(folder, 'ingest', '--derive-only');
    expect([code, findings.filter(({ severity }) => severity === 'error')]).toEqual([0, []]);
  });

  test('several mistakes are named at once', async () => {
    using folder = project(`${good}ingest:\n  workUnits: {stepBudget: 0, failureMode: stop}\nllm:\n  provider: {backend: antropic}\n`);
    const { code, findings } = await said(folder, 'ingest');
    expect([code, findings.map((finding) => finding.line)]).toEqual([2, [6, 6, 8]]);
  });
});

describe('a key that is not known', () => {
  test('is a warning with place and nearest key, and has no effect', async () => {
    using folder = project(`${good}ingets: {}\nscan:\n  enrichmnt: {mode: llm}\n  enrichment:\n    mod: llm\nllm:\n  provider:\n    backend: none\n    location: x\n`);
    folder.remove('shop.sqlite');
    folder.sql('create table t (id integer primary key)');
    const { code, findings } = await said(folder, 'ingest', '--dry-run');
    expect(code).toBe(0);
    expect(findings.filter((finding) => finding.code === 'config-unknown-key').map((finding) => [finding.line, finding.column, finding.fix])).toEqual([
      [5, 1, 'did you mean ingest?'], [7, 3, 'did you mean enrichment?'], [9, 5, 'did you mean mode?'], [13, 5, expect.stringContaining('known keys here:')],
    ]);
  });

  test('of a connection is ktx’s own and no news', async () => {
    using folder = project(`${good}    query_timeout_ms: 1000\n    readonly: true\n`);
    folder.remove('shop.sqlite');
    folder.sql('create table t (id integer primary key)');
    expect(await said(folder, 'ingest', '--dry-run')).toMatchObject({ code: 0, findings: [] });
  });
});

describe('ktx-ci.yaml', () => {
  const wrong: readonly [string, string, string, readonly [number, number], RegExp][] = [
    ['broken', 'budget: [\n', 'config-syntax', [2, 1], /mend/],
    ['a list', '- budget\n', 'config-value', [1, 1], /write keys/],
    ['a negative budget', 'budget:\n  usd: -1\n', 'config-value', [2, 8], /larger/],
    ['a text for a number', 'concurrency: four\n', 'config-value', [1, 14], /type/],
    ['samples of a kind that is not', 'samples: plain\n', 'config-value', [1, 10], /./],
    ['a share above 1', 'removals: {maxShare: 2}\n', 'config-value', [1, 22], /smaller/],
    ['documents as a text', 'documents: docs/**\n', 'config-value', [1, 12], /./],
  ];
  test.each(wrong)('%s', async (_, text, code, at, fix) => {
    using folder = project(good, { 'ktx-ci.yaml': text });
    await expectRefused(folder, { code, file: 'ktx-ci.yaml', at, message: /./, fix });
  });

  test('an unknown key is a warning with place and nearest key; an empty file is the defaults', async () => {
    using folder = project(good, { 'ktx-ci.yaml': 'bugdet: {usd: 1}\nbudget: {minuts: 2}\n' });
    folder.remove('shop.sqlite');
    folder.sql('create table t (id integer primary key)');
    const { code, findings } = await said(folder, 'ingest', '--dry-run');
    expect([code, findings.map((finding) => [finding.file, finding.line, finding.column, finding.fix])]).toEqual([0, [['ktx-ci.yaml', 1, 1, 'did you mean budget?'], ['ktx-ci.yaml', 2, 10, 'did you mean minutes?']]]);
    folder.write('ktx-ci.yaml', '# nothing\n');
    expect(await said(folder, 'ingest', '--dry-run')).toMatchObject({ code: 0, findings: [] });
  });

  test('limits and concurrency: the flag wins over the file, the file over ktx.yaml', async () => {
    using folder = project(`${good}ingest: {workUnits: {maxConcurrency: 2}}\n`, { 'ktx-ci.yaml': 'budget: {usd: 3, steps: 7}\n' });
    folder.remove('shop.sqlite');
    folder.sql('create table t (id integer primary key)');
    expect((await folder.ingest('--dry-run')).budget.limits).toEqual({ usd: 3, usdPerMonth: 0, tokens: 0, steps: 7, minutes: 60 });
    expect((await folder.ingest('--dry-run', '--max-usd', '1', '--max-minutes', '0')).budget.limits).toMatchObject({ usd: 1, minutes: 0, steps: 7 });
  });
});
