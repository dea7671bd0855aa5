import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CheckOutcome } from '../../src/commands/check.js';
import type { Finding } from '../../src/finding.js';
import { ProjectFolder } from '../project-folder.js';

/** `check` in a context repository and in a dbt repository: real git, no environment but PATH. */

const config = 'connections:\n  warehouse:\n    driver: sqlite\n    path: env:NOT_SET_HERE\n  shop:\n    driver: dbt\n    source_dir: dbt\n';

const ordersSql = [
  "with source as (select * from {{ ref('stg_orders') }})",
  'select',
  '  order_id,',
  '  customer_id,',
  '  amount,',
  '  ordered_at',
  'from source',
  '',
].join('\n');

const schemaYml = [
  'version: 2',
  'models:',
  '  - name: orders',
  '    description: One row an order.',
  '    columns:',
  '      - name: order_id',
  '        description: Key.',
  '      - name: amount',
  '        description: Net of tax, in euros.',
  '  - name: customers',
  '    description: People who bought something.',
  '    columns:',
  '      - name: id',
  '',
].join('\n');

const dbt: Record<string, string> = {
  'dbt_project.yml': 'name: shop\nversion: "1.0"\nprofile: shop\n',
  'models/orders.sql': ordersSql,
  'models/customers.sql': "select id, name from {{ source('raw', 'customers') }}\n",
  'models/stg_orders.sql': "select id as order_id, customer_id, amount_cents / 100.0 as amount, ordered_at from {{ source('raw', 'orders') }}\n",
  'models/schema.yml': schemaYml,
  'models/sources.yml': 'version: 2\nsources:\n  - name: raw\n    tables:\n      - name: orders\n      - name: customers\n',
};

const context: Record<string, string> = {
  'semantic-layer/warehouse/_schema/public.yaml': [
    'tables:',
    '  customers:',
    '    table: customers',
    '    descriptions: {dbt: People who bought something.}',
    '    columns:',
    '      - {name: id, type: number, pk: true}',
    '      - {name: name, type: string}',
    '    joins:',
    '      - {to: orders, on: customers.id = orders.customer_id, relationship: one_to_many, source: formal}',
    '  orders:',
    '    table: orders',
    '    descriptions: {dbt: One row an order.}',
    '    columns:',
    '      - {name: order_id, type: number, pk: true, descriptions: {dbt: Key.}}',
    '      - {name: customer_id, type: number}',
    '      - {name: amount, type: number, descriptions: {dbt: "Net of tax, in euros."}}',
    '      - {name: ordered_at, type: time}',
    '    joins:',
    '      - {to: customers, on: orders.customer_id = customers.id, relationship: many_to_one, source: formal}',
    '',
  ].join('\n'),
  'semantic-layer/warehouse/orders.yaml': [
    'name: orders # ours',
    'measures:',
    '  - name: revenue',
    "    expr: sum(amount) -- 'amount' as booked",
    '  - name: orders',
    '    expr: count(order_id)',
    'segments:',
    '  - name: large',
    '    expr: orders.amount > 100',
    '',
  ].join('\n'),
  'wiki/global/revenue.md': '---\nsummary: What revenue is\nsl_refs:\n  - warehouse/orders.amount\n  - orders.revenue\n---\nRevenue is the amount of orders.\n',
};

const under = (folder: string, files: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

function committed(files: Readonly<Record<string, string>>): ProjectFolder {
  const folder = new ProjectFolder(files);
  folder.git('init', '--quiet');
  commit(folder, 'start');
  folder.git('switch', '--quiet', '-c', 'change');
  return folder;
}

function commit(folder: ProjectFolder, message: string): void {
  folder.git('add', '--all');
  folder.git('commit', '--quiet', '-m', message);
}

const contextRepository = (files: Readonly<Record<string, string>> = {}): ProjectFolder => committed({ 'ktx.yaml': config, ...under('dbt', dbt), ...context, ...files });

interface Checked extends CheckOutcome {
  readonly code: number;
  readonly err: string;
}

async function check(folder: ProjectFolder, ...args: string[]): Promise<Checked> {
  const { code, out, err } = await folder.ktx('check', '--json', ...args);
  expect(out + err).not.toMatch(/\n\s+at .*:\d+/);
  return { ...(JSON.parse(out) as CheckOutcome), code, err };
}

const errors = (checked: CheckOutcome): Finding[] => checked.findings.filter((finding) => finding.severity === 'error');
const places = (findings: readonly Finding[]): string[] => findings.map((finding) => `${finding.code} ${finding.file ?? ''}:${finding.line ?? ''}`);

describe('in a context repository', () => {
  test('as it was committed nothing is broken; without references or git it is the same', async () => {
    using folder = contextRepository();
    const checked = await check(folder, '--base', 'main');
    expect([checked.code, errors(checked), checked.base?.known, checked.broken, checked.patch]).toEqual([0, [], 0, [], null]);
    folder.remove('.git');
    expect(await check(folder)).toMatchObject({ code: 0, base: null });
  });

  test('a column that the change renames: the changed line, and each entry that rests on it', async () => {
    using folder = contextRepository();
    folder.edit('dbt/models/orders.sql', (text) => text.replace('  amount,', '  amount as net_amount,'));
    commit(folder, 'rename');
    const checked = await check(folder, '--base', 'main');
    expect([checked.code, places(errors(checked))]).toEqual([5, ['broken-column dbt/models/orders.sql:5']]);
    expect(errors(checked)[0]?.message).toBe('column amount of model orders is now net_amount; the context rests on it: measure:warehouse/orders.revenue (semantic-layer/warehouse/orders.yaml:4), segment:warehouse/orders.large (semantic-layer/warehouse/orders.yaml:9), page:revenue (wiki/global/revenue.md:4)');
    expect(checked.broken.map(({ entity, file, line }) => `${entity} ${file}:${line}`)).toEqual([
      'measure:warehouse/orders.revenue semantic-layer/warehouse/orders.yaml:4', 'segment:warehouse/orders.large semantic-layer/warehouse/orders.yaml:9', 'page:revenue wiki/global/revenue.md:4',
    ]);
  });

  test('a column that the change drops, in the model that it comes from: the line that dropped it', async () => {
    using folder = contextRepository();
    folder.edit('dbt/models/stg_orders.sql', (text) => text.replace(' amount_cents / 100.0 as amount,', '\n'));
    folder.edit('dbt/models/orders.sql', () => "select *\nfrom {{ ref('stg_orders') }}\n");
    commit(folder, 'drop');
    const checked = await check(folder, '--base', 'main');
    expect([checked.code, places(errors(checked))]).toEqual([5, ['broken-column dbt/models/orders.sql:1']]);
    expect(errors(checked)[0]?.message).toContain('column amount of model orders is gone');
  });

  test('a star takes a dropped column along: the line of the model that dropped it', async () => {
    using folder = contextRepository({ 'dbt/models/orders.sql': "select * from {{ ref('stg_orders') }}\n", 'dbt/models/stg_orders.sql': "select\n  id as order_id,\n  customer_id,\n  cents / 100.0 as amount,\n  ordered_at\nfrom {{ source('raw', 'orders') }}\n" });
    folder.edit('dbt/models/stg_orders.sql', (text) => text.replace('  cents / 100.0 as amount,\n', ''));
    const checked = await check(folder, '--base', 'main');
    expect([checked.code, places(errors(checked))]).toEqual([5, ['broken-column dbt/models/stg_orders.sql:4']]);
  });

  test('where the SQL says nothing, the YAML does', async () => {
    using folder = contextRepository({ 'dbt/models/orders.sql': "{{ config(materialized='table') }}\nselect * from {{ source('raw', 'orders') }}\n" });
    folder.edit('dbt/models/schema.yml', (text) => text.replace('- name: amount', '- name: net_amount'));
    const checked = await check(folder, '--base', 'main');
    expect([checked.code, places(errors(checked))]).toEqual([5, ['broken-column dbt/models/schema.yml:8']]);
    expect(errors(checked)[0]?.message).toContain('is now net_amount');
  });

  test('a dropped column that nothing rests on breaks nothing', async () => {
    using folder = contextRepository();
    folder.edit('dbt/models/orders.sql', (text) => text.replace('  amount,\n  ordered_at\n', '  amount\n'));
    expect(await check(folder, '--base', 'main')).toMatchObject({ code: 0, broken: [] });
  });

  test('a dropped model: its file, as it was; what is built again elsewhere does not count', async () => {
    using folder = contextRepository();
    folder.remove('dbt/models/customers.sql');
    folder.edit('dbt/models/schema.yml', (text) => text.slice(0, text.indexOf('  - name: customers')));
    commit(folder, 'drop');
    const checked = await check(folder, '--base', 'main');
    expect([checked.code, places(errors(checked))]).toEqual([5, ['broken-model dbt/models/customers.sql:1']]);
    expect(errors(checked)[0]?.message).toBe('model customers is gone; the context rests on it: source:warehouse/customers (semantic-layer/warehouse/_schema/public.yaml:2), join:warehouse/orders->customers[customers.id=orders.customer_id] (semantic-layer/warehouse/_schema/public.yaml:19)');
  });

  test('a renamed model: the new file, and the name that it has now', async () => {
    using folder = contextRepository();
    folder.git('mv', 'dbt/models/customers.sql', 'dbt/models/dim_customers.sql');
    folder.edit('dbt/models/schema.yml', (text) => text.replace('name: customers', 'name: dim_customers'));
    commit(folder, 'rename');
    const checked = await check(folder, '--base', 'main');
    expect([checked.code, places(errors(checked))]).toEqual([5, ['broken-model dbt/models/dim_customers.sql:1']]);
    expect(errors(checked)[0]?.message).toContain('model customers is now dim_customers');
  });

  test('a model with another alias, one that is switched off, one that is no longer built', async () => {
    for (const head of ["{{ config(alias='people') }}", '{{ config(enabled=false) }}', "{{ config(materialized='ephemeral') }}"]) {
      using folder = contextRepository();
      folder.edit('dbt/models/customers.sql', (text) => `${head}\n${text}`);
      const checked = await check(folder, '--base', 'main');
      expect([head, checked.code, places(errors(checked))]).toEqual([head, 5, ['broken-model dbt/models/customers.sql:1']]);
    }
  });

  test('an edited description is a notice on its line', async () => {
    using folder = contextRepository();
    folder.edit('dbt/models/schema.yml', (text) => text.replace('Net of tax, in euros.', 'Net of tax and refunds, in euros.'));
    const checked = await check(folder, '--base', 'main');
    expect([checked.code, errors(checked)]).toEqual([0, []]);
    const [stale] = checked.findings.filter((finding) => finding.code === 'stale');
    expect(stale).toMatchObject({ severity: 'notice', file: 'dbt/models/schema.yml', line: 8, message: 'dbt describes orders.amount in other words than the context\'s copy' });
  });

  test('what the base has too is one count, wherever it stands now; without a base it counts', async () => {
    using folder = contextRepository();
    folder.git('switch', '--quiet', 'main');
    folder.edit('semantic-layer/warehouse/orders.yaml', (text) => text.replace('count(order_id)', 'count(oder_id)'));
    folder.edit('dbt/models/orders.sql', (text) => text.replace('  amount,', '  amount as net_amount,'));
    commit(folder, 'faults');
    folder.git('switch', '--quiet', 'change');
    folder.git('merge', '--quiet', 'main');
    folder.edit('semantic-layer/warehouse/orders.yaml', (text) => `# a line more\n${text}`);
    commit(folder, 'a comment');
    const checked = await check(folder, '--base', 'main');
    expect([checked.code, errors(checked), checked.base?.known]).toEqual([0, [], 2]);
    expect(checked.findings.map((finding) => finding.message)).toContain('2 findings are in main already and do not count');
    const whole = await check(folder);
    expect([whole.code, errors(whole).map((finding) => finding.code)]).toEqual([5, ['broken-column', 'context-expression']]);
  });

  test('a change that mends the context along with dbt breaks nothing', async () => {
    using folder = contextRepository();
    folder.edit('dbt/models/orders.sql', (text) => text.replace('  amount,', '  amount as net_amount,'));
    folder.edit('semantic-layer/warehouse/orders.yaml', (text) => text.replace('sum(amount)', 'sum(net_amount)').replace('orders.amount', 'orders.net_amount'));
    folder.edit('wiki/global/revenue.md', (text) => text.replace('orders.amount', 'orders.revenue'));
    expect(await check(folder, '--base', 'main')).toMatchObject({ code: 0, broken: [] });
  });

  test('broken YAML is an error at its line, in the context, in the decisions and in dbt', async () => {
    using folder = contextRepository({ 'ktx.decisions.yaml': 'pins: []\n' });
    folder.write('semantic-layer/warehouse/orders.yaml', 'name: orders\nmeasures: [\n');
    folder.write('ktx.decisions.yaml', 'pins: [\n');
    folder.write('dbt/models/schema.yml', 'models: [\n');
    const checked = await check(folder, '--base', 'main');
    expect([checked.code, errors(checked).map(({ code, file }) => `${code} ${file ?? ''}`)]).toEqual([5, ['config-syntax ktx.decisions.yaml', 'context-reference wiki/global/revenue.md', 'context-syntax semantic-layer/warehouse/orders.yaml']]);
    expect(checked.findings.map((finding) => finding.code)).toContain('dbt-yaml');
  });

  test('a base that is not there: named, it is an error; of a pull request, everything counts and the fix says how deep to fetch', async () => {
    using origin = contextRepository();
    const clone = mkdtempSync(join(tmpdir(), 'ktx-ci-shallow-'));
    try {
      origin.edit('dbt/models/orders.sql', (text) => text.replace('  amount,', '  amount as net_amount,'));
      commit(origin, 'rename');
      execFileSync('git', ['clone', '--quiet', '--depth', '1', '--branch', 'change', `file://${origin.root}`, clone], { env: { PATH: process.env['PATH'] } });
      using folder = new ProjectFolder();
      const at = ['--project-dir', clone];
      expect(await check(folder, ...at, '--base', 'origin/main')).toMatchObject({ code: 2, findings: [{ code: 'base-missing', fix: expect.stringContaining('fetch-depth') as unknown }] });
      folder.environment['GITHUB_EVENT_NAME'] = 'pull_request';
      folder.environment['GITHUB_BASE_REF'] = 'main';
      const checked = await check(folder, ...at);
      expect([checked.code, checked.base, checked.findings.filter((finding) => finding.code === 'base-missing').map((finding) => finding.severity)]).toEqual([5, null, ['warning']]);
    } finally {
      rmSync(clone, { recursive: true, force: true });
    }
  });

  test('a pull request is compared with what it goes into, by itself', async () => {
    using folder = contextRepository();
    folder.edit('dbt/models/orders.sql', (text) => text.replace('  amount,', '  amount as net_amount,'));
    commit(folder, 'rename');
    folder.git('switch', '--quiet', 'main');
    folder.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'change');
    folder.environment['GITHUB_EVENT_NAME'] = 'pull_request';
    folder.environment['GITHUB_BASE_REF'] = 'main';
    const checked = await check(folder);
    expect([checked.code, checked.base?.ref, places(errors(checked))]).toEqual([5, 'HEAD^1', ['broken-column dbt/models/orders.sql:5']]);
  });

  test('the working tree and the temporary folder are left as they were', async () => {
    using folder = contextRepository();
    folder.edit('dbt/models/schema.yml', (text) => text.replace('One row an order.', 'One row each.'));
    const before = folder.files();
    await check(folder, '--base', 'main');
    expect(folder.files()).toEqual(before);
  });
});

export { dirname, existsSync, mkdirSync, readFileSync, writeFileSync };
