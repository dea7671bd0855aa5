import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report.js';
import { say, toolUse } from '../fakes/messages-api.js';
import { ProjectFolder } from '../project-folder.js';
import { tokens } from '../text/tokens.js';
import { judgedConfig, judgedProject, judging, resultsOf, schema } from './judged-project.js';
import { startAt, unbundledCli } from './process.js';
import { description, finish, measure, page, propose, scriptedModel } from './scripted-model.js';

/** What a run would publish is looked at by a library too: its shapes here are such that none of ours knows. */

const dbt = (customers: string, region: string, values = ''): Record<string, string> => ({
  'dbt/dbt_project.yml': 'name: shop\nversion: "1.0"\nmodel-paths: [models]\n', 'dbt/models/customers.sql': 'select 1\n', 'dbt/models/orders.sql': 'select 1\n',
  'dbt/models/schema.yml': `version: 2
models:
  - name: customers
    description: ${JSON.stringify(customers)}
    columns:
      - name: id
        description: Key of a customer, as https://wiki.example.com/customers has it.
      - name: region
        description: ${JSON.stringify(region)}
        tests:
          - accepted_values: {values: [north, south${values}]}
  - name: orders
    description: One row an order.
`,
});

const config = 'connections:\n  warehouse:\n    driver: sqlite\n    path: shop.sqlite\n  shop:\n    driver: dbt\n    source_dir: dbt\n';

function shop(...texts: Parameters<typeof dbt>): ProjectFolder {
  const folder = new ProjectFolder({ 'ktx.yaml': config, ...dbt(...texts) });
  folder.sql(schema);
  return folder;
}

const manifest = 'semantic-layer/warehouse/_schema/public.yaml';
const secretsOf = (report: Report): unknown[] => report.findings.filter((one) => one.code === 'secret-in-text').map(({ severity, file, line, message }) => [severity, file, line, message]);

/** All that was written, but for what people wrote. */
const everything = (folder: ProjectFolder): string => Object.entries(folder.files()).map(([path, text]) => (path.startsWith('dbt/') || path.startsWith('docs/') ? '' : text)).join('\n');

describe('a credential in a description of dbt', () => {
  test('is not published, on no night, and nothing else is lost', async () => {
    using folder = shop(`People who bought something. Load with ${tokens.linear}.`, 'Where they live.', `, ${tokens.shopify}`);
    const said = [
      ['warning', 'dbt/models/schema.yml', 4, 'a description of dbt:shop/model.customers looks as if it holds a credential (linear); it was not published'],
      ['warning', 'dbt/models/schema.yml', 11, 'the accepted values of dbt:shop/model.customers.region look as if they hold a credential (shopify); they were not published'],
    ];
    const first = await folder.ingest('--apply', '--out', 'out');
    expect([first.status, secretsOf(first)]).toEqual(['complete', said]);
    const written = folder.read(manifest);
    for (const kept of ['dbt: Where they live.', 'as https://wiki.example.com/customers has it', 'dbt: One row an order.']) expect(written).toContain(kept);
    for (const lost of ['People who bought', 'north']) expect(written).not.toContain(lost);
    const before = folder.context();
    for (const _ of ['second', 'third']) {
      const again = await folder.ingest('--apply', '--out', 'out');
      expect([again.status, secretsOf(again), folder.context()]).toEqual(['nothing-to-do', said, before]);
    }
    // whoever comes later gets no other answer
    folder.remove('ktx.lock');
    expect(secretsOf(await folder.ingest('--apply', '--out', 'out'))).toEqual(said);
    for (const token of [tokens.linear, tokens.shopify]) expect(everything(folder)).not.toContain(token);
  });

  test('takes away what stood there, and comes back once it is gone', async () => {
    using folder = shop('People who bought something.', 'Where they live.');
    await folder.ingest('--apply');
    folder.edit('dbt/models/schema.yml', (text) => text.replace('Where they live.', `Where they live (${tokens.grafana}).`));
    expect(secretsOf(await folder.ingest('--apply'))).toHaveLength(1);
    expect(folder.read(manifest)).not.toMatch(/Where they live/);
    expect((await folder.ingest('--apply')).status).toBe('nothing-to-do');
    folder.edit('dbt/models/schema.yml', (text) => text.replace(` (${tokens.grafana})`, ''));
    expect(secretsOf(await folder.ingest('--apply'))).toEqual([]);
    expect(folder.read(manifest)).toContain('dbt: Where they live.');
  });

  test('is not published from a project without a warehouse', async () => {
    using folder = new ProjectFolder({ 'ktx.yaml': 'connections:\n  shop:\n    driver: dbt\n    source_dir: dbt\n', ...dbt('People.', `Where they live (${tokens.groq}).`) });
    folder.edit('dbt/models/schema.yml', (text) => text.replaceAll(/^( +)- name: (id|region)$/gm, '$1- name: $2\n$1  data_type: text'));
    const report = await folder.ingest('--apply', '--out', 'out');
    expect(secretsOf(report)).toEqual([['warning', 'dbt/models/schema.yml', 9, expect.stringContaining('(groq)')]]);
    expect(folder.read('semantic-layer/shop/customers.yaml')).toContain('dbt: People.');
    expect(everything(folder)).not.toContain(tokens.groq);
  });
});

/** What the process does where the library is to be loaded. */
const onLoad = (what: string): string => `--import=data:text/javascript,${encodeURIComponent(`import { registerHooks } from 'node:module'; registerHooks({ resolve(specifier, context, next) { if (specifier.startsWith('@secretlint/')) { ${what} } return next(specifier, context); } });`)}`;

describe('the library', () => {
  test('is loaded only where a text could hold a credential', async () => {
    const loaded = async (customers: string): Promise<boolean> => {
      using folder = shop(customers, 'Where they live.');
      folder.edit('dbt/models/schema.yml', (text) => text.replace(', as https://wiki.example.com/customers has it', ''));
      folder.environment['NODE_OPTIONS'] = onLoad("process.stderr.write('loaded\\n');");
      const { code, err } = await startAt(unbundledCli, folder, 'ingest', '--apply').ended;
      expect(code).toBe(0);
      return /^loaded$/m.test(err);
    };
    expect([await loaded('People who bought something, and when.'), await loaded(`People with ${tokens.linear}.`)]).toEqual([false, true]);
  });

  test('that cannot be loaded ends the run, and nothing is written to the context', async () => {
    using folder = shop(`People with ${tokens.linear}.`, 'Where they live.');
    folder.environment['NODE_OPTIONS'] = onLoad("throw new Error('it is not there');");
    const { code, err } = await startAt(unbundledCli, folder, 'ingest', '--apply').ended;
    expect([code, folder.context()]).toEqual([1, {}]);
    expect(err).toContain('ktx-ci failed unexpectedly: it is not there');
  });
});

describe('a credential in a text of a model', () => {
  test('is refused wherever it stands and however it is written, told at once, and said nowhere', async () => {
    const { figma, docker } = tokens;
    await using model = await scriptedModel({
      'table:warehouse/main.orders': (_, turn) => {
        if (turn > 1) return say(finish);
        return turn === 1 ? say(propose(description('orders', 'status', 'Paid once the money is there.')), finish) : say(
          propose(
            description('orders', 'status', `Paid with ${figma}.`), description('orders', 'amount', `In euros. ${figma.replace('_', '&#95;')}`), description('orders', docker, 'Of the courier, in the morning.'),
            measure('orders', 'revenue', 'sum(amount)', { filter: `status = '${docker}'` }), measure('orders', docker, 'count(*)'), page('couriers', 'Which couriers there are.', `They have ${docker.replaceAll('_', '&#95;')}.`),
          ),
          toolUse('flag', { kind: 'note', text: `Somebody wrote ${figma} here.` }),
        );
      },
    });
    using folder = judgedProject(model.api);
    folder.write('ktx.yaml', judgedConfig(model.api, 'scan:\n  enrichment:\n    mode: llm\n'));
    const { report } = await model.night(folder, '--apply', '--out', 'out');
    const answers = judging(model.api).map(resultsOf).join('\n');
    expect(answers.match(/looks as if it holds a credential \(figma\)/g)).toHaveLength(3);
    expect(answers.match(/looks as if it holds a credential \(docker\)/g)?.length).toBeGreaterThanOrEqual(3);
    // it was told, and put it right
    expect(folder.read('semantic-layer/warehouse/orders.yaml')).toContain('Paid once the money is there.');
    expect(report.findings.filter((one) => one.code === 'attempt-refused').map(({ message }) => message)).toEqual([expect.stringContaining('a credential')]);
    expect(report.findings.find((one) => one.code === 'edit-refused')?.message).toContain('one of them');
    for (const [path, text] of Object.entries(folder.files())) if (!path.endsWith('transcript.jsonl')) expect([path, text.includes(figma), text.includes(docker)]).toEqual([path, false, false]);
  });

  test('is in no prompt, where a text of dbt holds it', async () => {
    await using model = await scriptedModel({});
    using folder = judgedProject(model.api, dbt('People.', 'Where they live.'));
    folder.edit('dbt/models/schema.yml', (text) => text.replace('One row an order.', `One row an order (${tokens.linear}).`));
    folder.write('ktx.yaml', judgedConfig(model.api).replace('llm:\n  provider', '  shop:\n    driver: dbt\n    source_dir: dbt\nllm:\n  provider'));
    await model.night(folder, '--apply', '--out', 'out');
    const sent = judging(model.api).map(({ raw }) => raw).join('\n');
    expect(sent).toContain('One row an order ([redacted linear]).');
    expect(sent).not.toContain(tokens.linear);
    expect(everything(folder)).not.toContain(tokens.linear);
  });
});

test('a definition that holds a credential becomes no page, whatever people answer', async () => {
  using folder = new ProjectFolder({
    'ktx.yaml': 'connections:\n  warehouse:\n    driver: sqlite\n    path: shop.sqlite\n', 'ktx-ci.yaml': 'documents: ["docs/**"]\n',
    'docs/a.md': `# A\n\n**Active customer**: somebody who ordered in the last 30 days. The key is ${tokens.vercel}.\n`, 'docs/b.md': '# B\n\n**Active customer**: somebody who ordered in the last 90 days.\n',
  });
  folder.sql(schema);
  const report = await folder.ingest('--out', 'out');
  const question = report.findings.find((one) => one.code === 'term-contradiction')?.question;
  const options = question?.options.filter((option) => option.label.includes('docs/')) ?? [];
  expect(options.map(({ label, consequence }) => [/docs\/\w/.exec(label)?.[0], consequence])).toEqual([['docs/a', 'models that write about it are told'], ['docs/b', 'the page active-customer says so, and agents read it there']]);
});
