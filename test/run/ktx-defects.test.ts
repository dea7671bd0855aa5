import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report.js';
import { say, status } from '../fakes/messages-api.js';
import type { ProjectFolder } from '../project-folder.js';
import { judgedConfig, judgedProject } from './judged-project.js';
import { finish, measure, page, propose, scriptedModel, type Scripted } from './scripted-model.js';

/** Defects of incremental runs that were measured in ktx (D1 to D12), each as a night that would show it here. */

const documents = { 'ktx-ci.yaml': 'documents: ["docs/**"]\n' };
const pages = (count: number): Record<string, string> => Object.fromEntries(Array.from({ length: count }, (_, i) => [`docs/rule${i}.md`, `# Rule ${i}\n\nRule ${i} holds.\n`]));
const unitOf = (i: number): string => `document:files/docs/rule${i}.md`;
const rules = (count: number): Record<string, object[]> => Object.fromEntries(Array.from({ length: count }, (_, i) => [unitOf(i), [page(`rule${i}`, `Rule ${i}.`, `Rule ${i} holds.`)]]));
const due = (report: Report): string[] => report.units.filter((unit) => unit.due !== null).map((unit) => unit.id).sort();
const project = (model: Scripted, count: number): ProjectFolder => judgedProject(model.api, { ...documents, ...pages(count) });

describe('what a night remembers', () => {
  test('D1: after nights without changes nothing counts as added', async () => {
    await using model = await scriptedModel(rules(3));
    using folder = project(model, 3);
    await model.night(folder, '--apply');
    for (let night = 2; night <= 4; night += 1) expect([night, due((await model.night(folder, '--apply')).report)]).toEqual([night, []]);
  });

  test('D2: a unit that fails makes no other due again', async () => {
    await using model = await scriptedModel(rules(3));
    using folder = project(model, 3);
    await model.night(folder, '--apply');
    model.script = { ...rules(3), [unitOf(1)]: () => status(500, 'api_error', 'down') };
    folder.edit('docs/rule1.md', (text) => `${text}More.\n`);
    expect((await model.night(folder, '--apply')).asked).toEqual([unitOf(1)]);
    model.script = rules(3);
    expect((await model.night(folder, '--apply')).asked).toEqual([unitOf(1)]);
  });

  test('D3: what was evicted is evicted once', async () => {
    await using model = await scriptedModel(rules(3));
    using folder = project(model, 3);
    await model.night(folder, '--apply');
    folder.remove('docs/rule2.md');
    const { report, requests } = await model.night(folder, '--apply');
    expect([requests, report.edits.map(({ action, entity }) => `${action} ${entity}`)]).toEqual([[], ['removed page:rule2']]);
    expect(await model.night(folder, '--apply')).toMatchObject({ requests: [], report: { status: 'nothing-to-do', edits: [] } });
  });

  test('D4: one changed model of forty is one unit', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `m${String(i).padStart(3, '0')}`);
    await using model = await scriptedModel({});
    const config = judgedConfig(model.api).replace('llm:\n', '  shop:\n    driver: dbt\n    source_dir: dbt\nllm:\n');
    using folder = judgedProject(model.api, {
      'ktx.yaml': config, 'dbt/dbt_project.yml': 'name: shop\nprofile: shop\nmodel-paths: [models]\n',
      ...Object.fromEntries(names.flatMap((name) => [[`dbt/models/${name}.sql`, 'select 1 as id\n'], [`dbt/models/${name}.yml`, `models:\n  - name: ${name}\n    description: About ${name}.\n`]])),
    }, names.map((name) => `create table ${name} (id integer primary key);`).join(''));
    await model.night(folder, '--apply');
    for (const name of ['m007', 'm039']) {
      folder.edit(`dbt/models/${name}.yml`, (text) => text.replace('About', 'All about'));
      expect(due((await model.night(folder, '--apply')).report)).toEqual([`dbt:shop/model.${name}`]);
    }
  });

  test('D10: a unit whose steps are spent is not done: it goes on', async () => {
    const table = 'table:warehouse/main.orders';
    await using model = await scriptedModel({ [table]: (_, turn) => (turn === 0 ? say(propose(measure('orders', 'revenue', 'sum(amount)'))) : say(propose(measure('orders', `more${turn}`, `sum(amount) + ${turn}`)))) });
    using folder = judgedProject(model.api, { 'ktx.yaml': judgedConfig(model.api, '  workUnits: {stepBudget: 2}\n') });
    expect((await model.night(folder, '--apply')).report.units.find(({ id }) => id === table)).toMatchObject({ status: 'deferred', stopReason: 'step-budget' });
    model.script = { [table]: () => say(finish) };
    const second = await model.night(folder, '--apply');
    expect([second.asked.includes(table), second.report.units.find(({ id }) => id === table)?.status]).toEqual([true, 'unchanged']);
    expect(folder.read('semantic-layer/warehouse/orders.yaml')).toContain('name: revenue');
  });
});

describe('what was not read', () => {
  test('D5, D8: is unknown, not deleted; the night is incomplete, and the next one looks again', async () => {
    await using model = await scriptedModel(rules(2));
    using folder = project(model, 2);
    await model.night(folder, '--apply');
    const before = folder.context();
    const warehouse = folder.files()['shop.sqlite'] ?? '';
    folder.write('shop.sqlite', 'not a database');
    const { report } = await model.night(folder, '--apply');
    expect([report.status, report.exitCode, folder.context()]).toEqual(['incomplete', 4, before]);
    folder.write('shop.sqlite', Buffer.from(warehouse, 'latin1'));
    expect((await model.night(folder, '--apply')).report.status).toBe('nothing-to-do');
  });

  test('D9: what did not move is not read again', async () => {
    await using model = await scriptedModel({});
    using folder = project(model, 1);
    await model.night(folder, '--apply');
    const { err } = await folder.ktx('ingest', '--apply');
    expect(err).toContain('3 not read again');
  });
});

test('D6: what was taken back or refused is in no patch', async () => {
  const table = 'table:warehouse/main.orders';
  await using model = await scriptedModel({ [table]: (_, turn) => {
    if (turn === 0) return say(propose(measure('orders', 'kept', 'sum(amount)'), measure('orders', 'wrong', 'sum(amnt)'), page('draft', 'A draft.', 'Words.')));
    return say(propose({ kind: 'page', name: 'draft', remove: true }), finish);
  } });
  using folder = judgedProject(model.api);
  await model.night(folder, '--out', 'out');
  expect(folder.read('out/context.patch')).toContain('name: kept');
  expect(folder.read('out/context.patch')).not.toMatch(/sum\(amnt|draft/);
});

test('D7: what only usage says makes nothing due', async () => {
  await using model = await scriptedModel({});
  const config = judgedConfig(model.api).replace('llm:\n', '  shop:\n    driver: dbt\n    source_dir: dbt\nllm:\n');
  using folder = judgedProject(model.api, { 'ktx.yaml': config, 'dbt/dbt_project.yml': 'name: shop\nprofile: shop\nmodel-paths: [models]\n', 'dbt/models/orders.sql': 'select 1 as id\n', 'dbt/models/orders.yml': 'models:\n  - name: orders\n' });
  await model.night(folder, '--apply');
  folder.write('dbt/models/exposures.yml', "exposures:\n  - name: board\n    type: dashboard\n    owner: {name: x}\n    depends_on: [ref('orders')]\n");
  // as many rows again are still the same power of ten
  folder.sql("insert into orders values (14,1,'paid',5)");
  expect(due((await model.night(folder, '--apply')).report)).toEqual([]);
});

describe('pages of others', () => {
  test('D11: a night over one connection touches no page and no reference of another', async () => {
    await using model = await scriptedModel(rules(1));
    using folder = project(model, 1);
    folder.write('wiki/global/mine.md', '---\nsummary: Mine.\nsl_refs:\n  - elsewhere/orders.revenue\n  - warehouse/orders\n  - orders.status\n---\nSee `elsewhere/orders` and [[rule0]].\n');
    folder.write('wiki/user/me/notes.md', 'Notes.\n');
    await model.night(folder, '--apply');
    const before = folder.files();
    folder.sql('alter table visits add column seconds real');
    await model.night(folder, '--apply', '--connection', 'warehouse');
    const after = folder.files();
    for (const path of Object.keys(before).filter((name) => name.startsWith('wiki/'))) expect([path, after[path]]).toEqual([path, before[path]]);
  });

  test('D12: a page that a night does not restate stays as it is', async () => {
    await using model = await scriptedModel(rules(3));
    using folder = project(model, 3);
    await model.night(folder, '--apply');
    const before = folder.context();
    model.script = { [unitOf(0)]: [page('rule0', 'Rule 0, new.', 'Rule 0 holds on Mondays only.')] };
    folder.edit('docs/rule0.md', (text) => text.replace('holds', 'holds on Mondays only'));
    await model.night(folder, '--apply');
    const after = folder.context();
    expect(after['wiki/global/rule0.md']).not.toBe(before['wiki/global/rule0.md']);
    for (const name of ['wiki/global/rule1.md', 'wiki/global/rule2.md']) expect(after[name]).toBe(before[name]);
  });
});
