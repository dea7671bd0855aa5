import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckOutcome } from '../../src/commands/check.js';
import type { Finding } from '../../src/finding.js';
import { ProjectFolder } from '../project-folder.js';
import { temporaryFolder } from '../temporary-folder.js';

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
    const clone = temporaryFolder('shallow');
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
    folder.environment['GITHUB_SHA'] = folder.git('rev-parse', 'HEAD').trim();
    const checked = await check(folder);
    expect([checked.code, checked.base?.ref, places(errors(checked))]).toEqual([5, 'HEAD^1', ['broken-column dbt/models/orders.sql:5']]);
  });

  test('a machine-owned field that somebody edited: a warning with the field to use, and no word about dbt', async () => {
    using folder = contextRepository();
    folder.sql('create table orders (order_id integer primary key, customer_id integer, amount real, ordered_at text); create table customers (id integer primary key, name text)');
    folder.environment['NOT_SET_HERE'] = 'shop.sqlite';
    expect((await folder.ingest('--apply')).exitCode).toBe(0);
    folder.environment['NOT_SET_HERE'] = '';
    commit(folder, 'a night');
    expect((await check(folder, '--base', 'HEAD')).findings.filter(({ code }) => code === 'hand-edited')).toEqual([]);
    const manifest = 'semantic-layer/warehouse/_schema/public.yaml';
    folder.edit(manifest, (text) => text.replace(/Net of tax, in euros\./, 'Gross.').replace('type: number', 'type: string'));
    for (const args of [['--base', 'HEAD'], []]) {
      const checked = await check(folder, ...args);
      const edited = checked.findings.filter(({ code }) => code === 'hand-edited');
      expect([checked.code, edited.map(({ severity, file, message }) => `${severity} ${file ?? ''} ${message}`)]).toEqual([0, [
        `warning ${manifest} customers: columns.id.type was edited by hand, but it follows its source: the next ingest puts it back`,
        `warning ${manifest} orders: columns.amount.descriptions.dbt was edited by hand, but it follows its source: the next ingest puts it back`,
      ]]);
      expect(edited[1]?.fix).toBe('write yours to descriptions.user in the overlay (semantic-layer/warehouse/orders.yaml)');
      expect(folder.read(manifest).split('\n')[(edited[1]?.line ?? 0) - 1]).toContain('Gross.');
      expect(checked.findings.map(({ code }) => code)).not.toContain('stale');
    }
  });

  test('unproved entries are one count; --live runs what people wrote, and needs its references', async () => {
    using folder = contextRepository({ 'ktx.lock': '{"lock":1}\n{"t":"unproved","id":"measure:warehouse/orders.revenue","why":"timeout"}\n{"t":"unproved","id":"measure:warehouse/orders.orders","why":"timeout"}\n' });
    const checked = await check(folder);
    expect([checked.code, checked.unproved, checked.findings.filter(({ code }) => code === 'unproved').map(({ message }) => message)]).toEqual([0, 2, ['2 entries of the context are not proved on the warehouse']]);
    expect(await check(folder, '--live')).toMatchObject({ code: 2, findings: [{ code: 'reference-unresolved' }, { code: 'unproved' }] });
    folder.sql('create table orders (order_id integer primary key, customer_id integer, total real, ordered_at text); create table customers (id integer primary key, name text)');
    folder.environment['NOT_SET_HERE'] = 'shop.sqlite';
    const live = await check(folder, '--live');
    expect([live.code, places(errors(live))]).toEqual([5, ['measure-broken semantic-layer/warehouse/orders.yaml:4', 'measure-broken semantic-layer/warehouse/orders.yaml:9']]);
  });

  test('the terminal: place, what, fix, patch; the document follows its schema', async () => {
    using folder = contextRepository();
    folder.edit('dbt/models/orders.sql', (text) => text.replace('  amount,', '  amount as net_amount,'));
    const { code, out } = await folder.ktx('check', '--base', 'main', '--out', 'out');
    const ajv = new Ajv2020({ strict: false });
    const validate = ajv.compile(JSON.parse(readFileSync(new URL('../../../docs/schemas/check.schema.json', import.meta.url), 'utf8')) as object);
    validate(JSON.parse((await folder.ktx('check', '--json', '--base', 'main', '--out', 'out')).out));
    expect(validate.errors).toBeNull();
    expect([code, out.split('\n').filter((line) => !line.startsWith('notice')).map((line) => line.trimEnd())]).toEqual([5, [
      expect.stringMatching(/^error    column amount of model orders is now net_amount; .*  broken-column$/) as unknown as string,
      '         dbt/models/orders.sql:5', '         fix git apply out/context.patch follows it, also in what people wrote', '',
      '✗ 1 thing is broken (2 sources, 1 page, 5 dbt nodes looked at)', '  take   git apply out/context.patch', '',
    ]]);
  });

  test('the working tree and the temporary folder are left as they were', async () => {
    using folder = contextRepository();
    folder.edit('dbt/models/schema.yml', (text) => text.replace('One row an order.', 'One row each.'));
    const before = folder.files();
    await check(folder, '--base', 'main');
    expect(folder.files()).toEqual(before);
  });
});

describe('the patch that mends the context', () => {
  const apply = (folder: ProjectFolder, patch: string): void => { execFileSync('git', ['apply', patch], { cwd: folder.root, env: { PATH: process.env['PATH'] } }); };

  test('a renamed column is followed in every expression, reference and override, and nothing else moves', async () => {
    using folder = contextRepository();
    folder.edit('dbt/models/orders.sql', (text) => text.replace('  amount,', '  amount as net_amount,'));
    commit(folder, 'rename');
    const checked = await check(folder, '--base', 'main', '--out', 'out');
    expect(checked.patch).toMatchObject({ path: 'out/context.patch', files: 3 });
    expect(errors(checked)[0]?.fix).toBe('git apply out/context.patch follows it, also in what people wrote');
    expect(checked.patch?.mends).toContain('measure:warehouse/orders.revenue: amount is net_amount, which a person wrote');
    apply(folder, 'out/context.patch');
    expect(folder.read('semantic-layer/warehouse/orders.yaml')).toBe(context['semantic-layer/warehouse/orders.yaml']!.replace("sum(amount) -- 'amount'", "sum(net_amount) -- 'amount'").replace('orders.amount > 100', 'orders.net_amount > 100'));
    expect(folder.read('semantic-layer/warehouse/_schema/public.yaml')).toBe(context['semantic-layer/warehouse/_schema/public.yaml']!.replace('name: amount', 'name: net_amount'));
    expect(folder.read('wiki/global/revenue.md')).toContain('- warehouse/orders.net_amount\n');
    expect(await check(folder, '--base', 'main')).toMatchObject({ code: 0, broken: [] });
  });

  test('a renamed model is followed by its entry, overlay, joins and pages', async () => {
    using folder = contextRepository();
    folder.git('mv', 'dbt/models/orders.sql', 'dbt/models/fct_orders.sql');
    folder.edit('dbt/models/schema.yml', (text) => text.replace('name: orders', 'name: fct_orders'));
    commit(folder, 'rename');
    const checked = await check(folder, '--base', 'main', '--out', 'out');
    expect([checked.code, places(errors(checked))]).toEqual([5, ['broken-model dbt/models/fct_orders.sql:1']]);
    apply(folder, 'out/context.patch');
    const manifest = folder.read('semantic-layer/warehouse/_schema/public.yaml');
    expect(manifest).toContain('{to: fct_orders, on: customers.id = fct_orders.customer_id');
    expect(manifest).toContain('  fct_orders:\n    table: fct_orders\n');
    expect(manifest).not.toMatch(/(?<!fct_)orders/);
    expect(folder.read('semantic-layer/warehouse/orders.yaml')).toContain('name: fct_orders # ours\n');
    expect(folder.read('wiki/global/revenue.md')).toContain('- fct_orders.revenue\n');
    expect(await check(folder, '--base', 'main')).toMatchObject({ code: 0, broken: [] });
  });

  test('names that the warehouse shows in upper case stay so', async () => {
    const upper = Object.fromEntries(Object.entries(context).filter(([path]) => path.endsWith('.yaml')).map(([path, text]) => [path, text.replace(/(?<=name: |\b)(order_id|customer_id|amount|ordered_at)\b(?!')/g, (name) => name.toUpperCase())]));
    using folder = contextRepository({ ...upper, 'wiki/global/revenue.md': '---\nsummary: x\n---\n' });
    folder.edit('dbt/models/orders.sql', (text) => text.replace('  amount,', '  amount as net_amount,'));
    const checked = await check(folder, '--base', 'main', '--out', 'out');
    expect([checked.code, places(errors(checked))]).toEqual([5, ['broken-column dbt/models/orders.sql:5']]);
    apply(folder, 'out/context.patch');
    expect(folder.read('semantic-layer/warehouse/orders.yaml')).toContain('sum(NET_AMOUNT)');
    expect(await check(folder, '--base', 'main')).toMatchObject({ code: 0, broken: [] });
  });

  test('a rename that is not certain, and a drop, change nothing that a person or a model wrote', async () => {
    using folder = contextRepository();
    folder.edit('dbt/models/orders.sql', (text) => text.replace('  amount,\n  ordered_at\n', '  ordered_at,\n  1 as net_amount,\n  2 as tax\n'));
    const checked = await check(folder, '--base', 'main', '--out', 'out');
    expect(checked.code).toBe(5);
    expect(errors(checked)[0]?.fix).toBe('git apply out/context.patch follows it, then change measure:warehouse/orders.revenue, segment:warehouse/orders.large, page:revenue yourself');
    expect(checked.patch?.mends).toEqual(['column:warehouse/orders.amount: amount is gone']);
    expect(folder.read('out/context.patch')).not.toMatch(/orders\.yaml|revenue\.md/);
  });

  test('of a dropped model that nobody wrote about, the entry and the joins to it go', async () => {
    using folder = contextRepository({ 'semantic-layer/warehouse/_schema/public.yaml': context['semantic-layer/warehouse/_schema/public.yaml']!.replace('  orders:\n', '\n  # what people buy\n  orders:\n') });
    folder.remove('dbt/models/customers.sql');
    const checked = await check(folder, '--base', 'main', '--out', 'out');
    expect(errors(checked)[0]?.fix).toBe('git apply out/context.patch follows it');
    apply(folder, 'out/context.patch');
    const whole = context['semantic-layer/warehouse/_schema/public.yaml']!;
    const orders = whole.slice(whole.indexOf('  orders:'), whole.lastIndexOf('    joins:'));
    expect(folder.read('semantic-layer/warehouse/_schema/public.yaml')).toBe(`tables:\n\n  # what people buy\n${orders}`);
    expect(await check(folder, '--base', 'main')).toMatchObject({ code: 0, broken: [] });
  });

  test('an overlay that was only derived goes along; with a word of a person in it nothing does', async () => {
    for (const [theirs, files] of [['', 2], ['descriptions: {user: Ours.}\n', undefined]] as const) {
      using folder = contextRepository({ 'dbt/models/schema.yml': schemaYml.replace('      - name: id\n', '      - name: id\n        tests: [unique, not_null]\n') });
      for (const path of ['semantic-layer', 'wiki']) folder.remove(path);
      folder.sql('create table orders (order_id integer primary key, customer_id integer, amount real, ordered_at text); create table customers (id integer, name text); insert into orders values (1, 1, 2, null); insert into customers values (1, null), (2, null)');
      folder.environment['NOT_SET_HERE'] = 'shop.sqlite';
      expect((await folder.ingest('--apply')).exitCode).toBe(0);
      folder.write('semantic-layer/warehouse/customers.yaml', folder.read('semantic-layer/warehouse/customers.yaml') + theirs);
      commit(folder, 'a night');
      folder.remove('dbt/models/customers.sql');
      const checked = await check(folder, '--base', 'HEAD', '--out', 'out');
      expect([theirs, checked.code, checked.patch?.files]).toEqual([theirs, 5, files]);
      if (files === undefined) continue;
      apply(folder, 'out/context.patch');
      expect(existsSync(join(folder.root, 'semantic-layer/warehouse/customers.yaml'))).toBe(false);
      expect(await check(folder, '--base', 'HEAD')).toMatchObject({ code: 0, broken: [] });
    }
  });

  test('what is ours by the lock stays ours under its new name', async () => {
    using folder = contextRepository();
    folder.sql('create table orders (order_id integer primary key, customer_id integer, amount real, ordered_at text); create table customers (id integer primary key, name text); insert into orders values (1, 1, 2, null); insert into customers values (1, null)');
    for (const path of ['semantic-layer', 'wiki']) folder.remove(path);
    folder.environment['NOT_SET_HERE'] = 'shop.sqlite';
    expect((await folder.ingest('--apply')).exitCode).toBe(0);
    folder.write('semantic-layer/warehouse/orders.yaml', `${existsSync(join(folder.root, 'semantic-layer/warehouse/orders.yaml')) ? folder.read('semantic-layer/warehouse/orders.yaml') : 'name: orders\n'}measures:\n  - name: revenue\n    expr: sum(amount)\n`);
    folder.git('switch', '--quiet', 'main');
    commit(folder, 'a night');
    folder.git('switch', '--quiet', '-c', 'rename');
    folder.edit('dbt/models/orders.sql', (text) => text.replace('  amount,', '  amount as net_amount,'));
    commit(folder, 'rename');
    folder.environment['NOT_SET_HERE'] = '';
    const checked = await check(folder, '--base', 'main', '--out', 'out');
    expect([checked.code, places(errors(checked))]).toEqual([5, ['broken-column dbt/models/orders.sql:5']]);
    apply(folder, 'out/context.patch');
    folder.remove('shop.sqlite');
    folder.sql('create table orders (order_id integer primary key, customer_id integer, net_amount real, ordered_at text); create table customers (id integer primary key, name text); insert into orders values (1, 1, 2, null); insert into customers values (1, null)');
    folder.environment['NOT_SET_HERE'] = 'shop.sqlite';
    const report = await folder.ingest('--apply', '--out', 'night');
    expect(report.findings.filter(({ code }) => ['hand-edited', 'removed-by-person', 'suggestion', 'measure-broken'].includes(code))).toEqual([]);
    expect(folder.read('semantic-layer/warehouse/orders.yaml')).toContain('expr: sum(net_amount)');
  });
});

describe('in a dbt repository', () => {
  const dbtRepository = (): ProjectFolder => committed(dbt);
  const contextFiles = { 'ktx.yaml': config.replace('source_dir: dbt', 'repo_url: https://example.com/dbt.git'), ...context };

  /** A bare repository of the context at `<root>/acme/ktx-context.git`, and the address of its server. */
  function served(folder: ProjectFolder): string {
    folder.git('init', '--quiet');
    commit(folder, 'context');
    mkdirSync(join(folder.root, 'server/acme'), { recursive: true });
    folder.git('clone', '--quiet', '--bare', '.', 'server/acme/ktx-context.git');
    return `file://${folder.root}/server`;
  }

  test.each(['a path', 'OWNER/REPO@REF'])('a renamed column breaks the context on the changed line, and the patch applies there: %s', async (how) => {
    using there = new ProjectFolder(contextFiles);
    const server = served(there);
    using folder = dbtRepository();
    folder.edit('models/orders.sql', (text) => text.replace('  amount,', '  amount as net_amount,'));
    commit(folder, 'rename');
    if (how !== 'a path') folder.environment['GITHUB_SERVER_URL'] = server;
    const checked = await check(folder, '--base', 'main', '--context', how === 'a path' ? there.root : 'acme/ktx-context@main');
    expect([checked.code, places(errors(checked))]).toEqual([5, ['broken-column models/orders.sql:5']]);
    expect(errors(checked)[0]?.message).toContain('measure:warehouse/orders.revenue (semantic-layer/warehouse/orders.yaml:4)');
    expect(checked.patch?.path).toBe('.ktx/ci/0001/context.patch');
    execFileSync('git', ['apply', join(folder.root, checked.patch!.path)], { cwd: there.root });
    expect(there.read('semantic-layer/warehouse/orders.yaml')).toContain('sum(net_amount)');
    expect(folder.git('status', '--porcelain')).toBe('');
  });

  test('a dropped model, and an edited description, which is the only notice', async () => {
    using there = new ProjectFolder(contextFiles);
    using folder = dbtRepository();
    folder.edit('models/schema.yml', (text) => text.replace('One row an order.', 'One row each.'));
    const edited = await check(folder, '--base', 'main', '--context', there.root);
    expect([edited.code, places(edited.findings)]).toEqual([0, ['stale models/schema.yml:4']]);
    folder.remove('models/customers.sql');
    const checked = await check(folder, '--base', 'main', '--context', there.root);
    expect([checked.code, places(errors(checked))]).toEqual([5, ['broken-model models/customers.sql:1']]);
  });

  test('a change of nothing that the context knows breaks nothing, whatever is wrong there', async () => {
    using there = new ProjectFolder({ ...contextFiles, 'semantic-layer/warehouse/broken.yaml': 'name: [\n' });
    using folder = dbtRepository();
    folder.edit('models/orders.sql', (text) => text.replace('  amount,', '  amount,\n  1 as one,'));
    expect(await check(folder, '--base', 'main', '--context', there.root)).toMatchObject({ code: 0, broken: [], patch: null });
  });

  test('another dbt project than the one that the context was made from: nothing is said of it', async () => {
    using there = new ProjectFolder({ ...contextFiles, 'ktx.lock': [
      '{"lock":1}', ...['orders', 'customers'].map((name) => `{"t":"file","id":"semantic-layer/warehouse/_schema/public.yaml#${name}","e":{"":{"h":"aaaaaaaaaaaa","ev":["dbt:shop/model.other_${name}"]}}}`), '',
    ].join('\n') });
    using folder = dbtRepository();
    const checked = await check(folder, '--context', there.root);
    expect([checked.code, checked.findings.map((finding) => finding.code)]).toEqual([0, ['source-mismatch']]);
  });

  test('a context that cannot be read: exit 2, the reason, and what to do about a private one', async () => {
    using folder = dbtRepository();
    using empty = new ProjectFolder({ 'server/x': '' });
    folder.environment['GITHUB_SERVER_URL'] = `file://${empty.root}/server`;
    for (const [named, message, fix] of [
      ['acme/private@main', 'acme/private@main cannot be read from', 'actions/checkout'], ['nowhere', 'nowhere is neither a folder nor OWNER/REPO@REF', 'OWNER/REPO@REF'],
      ['acme/../../x', 'is neither a folder nor', ''], ['acme/x@--upload-pack=touch', 'is neither a folder nor', ''], [empty.root, 'holds neither ktx.yaml nor semantic-layer/', 'ktx.yaml'],
    ] as const) {
      const checked = await check(folder, '--context', named);
      expect([named, checked.code, checked.findings.map((finding) => finding.code)]).toEqual([named, 2, ['context-unreadable']]);
      expect(checked.findings[0]?.message).toContain(message);
      expect(checked.findings[0]?.fix).toContain(fix);
    }
  });
});
