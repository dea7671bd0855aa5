import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PutEdit } from '../../src/context/edit.js';
import { readYaml } from '../../src/text/yaml.js';
import { changed, ContextProject, measure, said, segment, table, text, withdraw } from './project.js';

const overlay = 'semantic-layer/w/orders.yaml';

describe('what a model wrote in an overlay', () => {
  const written = [text('One row an order.'), text('In euros.', 'amount'), measure('revenue', 'sum(amount)'), segment('large', 'amount > 100')];

  function judged(): ContextProject {
    const project = new ContextProject();
    project.night([...table(), ...written]);
    return project;
  }

  test('is written where ktx reads it', () => {
    expect(judged().read(overlay)).toBe(`name: orders
descriptions:
  ai: One row an order.
column_overrides:
  - name: amount
    descriptions:
      ai: In euros.
measures:
  - name: revenue
    expr: sum(amount)
segments:
  - name: large
    expr: amount > 100
`);
  });

  test('stays on nights on which nothing restates it, and the lock with it', () => {
    const project = judged();
    const before = project.all();
    for (const additive of [false, true, false]) {
      const applied = project.night(table(), { additive });
      expect([changed(applied), applied.findings, project.all()]).toEqual([[], [], before]);
    }
  });

  test('stays where the file is looked at again because a person added to it', () => {
    const project = judged();
    project.edit(overlay, (yaml) => `# mine\n${yaml.replace('measures:\n', 'measures:\n  - {name: mine, expr: count(id)}   # by hand\n')}`);
    const before = project.read(overlay);
    expect(changed(project.night(table()))).toEqual([]);
    expect(project.lock.get('file', overlay)).toMatchObject({ e: { 'measure:revenue': { by: 'model' }, 'description.amount#ai': { by: 'model' } } });
    expect((project.lock.get('file', overlay) as { own?: boolean }).own).toBeUndefined();
    project.night([...table(), measure('revenue', 'sum(amount) / 2')]);
    expect(project.read(overlay)).toBe(before.replace('sum(amount)', 'sum(amount) / 2'));
  });

  test('is a person\'s once they changed it', () => {
    const project = judged();
    project.edit(overlay, (yaml) => yaml.replace('In euros.', 'In euros, without tax.').replace('sum(amount)', 'sum(amount * 2)'));
    const mine = project.read(overlay);
    expect(changed(project.night(table()))).toEqual([]);
    const applied = project.night([...table(), text('In dollars.', 'amount'), measure('revenue', 'avg(amount)')]);
    expect(project.read(overlay)).toBe(mine);
    expect(said(applied, 'suggestion')).toEqual([
      `${overlay}:7 description:w/orders.amount#ai is yours and stays; the data says "In dollars."`,
      `${overlay}:9 measure:w/orders.revenue is yours and stays; the data says {"name":"revenue","expr":"avg(amount)"}`,
    ]);
    expect(Object.keys((project.lock.get('file', overlay) as { e: object }).e)).toEqual(['description#ai', 'segment:large']);
  });

  test('stays away once a person deleted it, even if it is proposed again', () => {
    const project = judged();
    project.edit(overlay, (yaml) => yaml.slice(0, yaml.indexOf('column_overrides')));
    const applied = project.night(table());
    expect(said(applied, 'removed-by-person')).toHaveLength(3);
    expect(project.gone()).toEqual(['description:w/orders.amount#ai', 'measure:w/orders.revenue', 'segment:w/orders.large']);
    const mine = project.all();
    expect(changed(project.night([...table(), ...written]))).toEqual([]);
    expect(project.all()).toEqual(mine);
  });

  test('stays away if the whole file was deleted', () => {
    const project = judged();
    project.files.delete(overlay);
    project.night(table());
    expect(project.gone()).toHaveLength(4);
    project.night([...table(), ...written]);
    expect(project.files.has(overlay)).toBe(false);
  });

  test('about a column that is no longer there goes, or ktx would refuse the file', () => {
    const project = judged();
    const applied = project.night(table('orders', { columns: ['id', 'total'] }));
    expect(project.read(overlay)).not.toContain('column_overrides');
    expect(changed(applied)).toContain('remove description by derived over "In euros."');
    project.night([...table('orders', { columns: ['id', 'total'] }), text('In euros.', 'amount')]);
    expect(project.read(overlay)).not.toContain('column_overrides');
    expect(project.gone()).toEqual([]);
  });

  test('is not lost when a derived grain goes, and the removal says what it was', () => {
    const project = new ContextProject();
    project.night([...table('orders', { grain: true }), measure('revenue', 'sum(amount)')]);
    expect(changed(project.night(table()))).toEqual(['remove grain by derived over ["id"]']);
    expect(project.read(overlay)).toBe('name: orders\nmeasures:\n  - name: revenue\n    expr: sum(amount)\n');
  });

  test('goes with its table, the file too, where all in it is ours', () => {
    const project = judged();
    project.night([], { removed: ['orders'] });
    expect([...project.files.keys()].filter((path) => path === overlay)).toEqual([]);
    const other = judged();
    other.edit(overlay, (yaml) => yaml.replace('measures:\n', 'measures:\n  - {name: mine, expr: count(id)}\n'));
    expect(said(other.night([], { removed: ['orders'] }), 'context-orphan')).toHaveLength(1);
    expect(other.files.has(overlay)).toBe(true);
  });

  test('never is descriptions.user', () => {
    const project = new ContextProject();
    project.night([...table(), { ...text('Mine.'), key: 'user' } as PutEdit]);
    expect(project.files.has(overlay)).toBe(false);
  });
});

describe('authority', () => {
  const grain = (author: 'derived' | 'model' | 'reconcile', value: string[]): PutEdit => ({ op: 'put', kind: 'grain', connection: 'w', source: 'orders', author, value, evidence: ['table:w/main.orders'] });

  test('a model does not write over what is derived, not even on a night that cannot restate it', () => {
    const project = new ContextProject();
    project.night([...table(), grain('derived', ['id'])]);
    const applied = project.night([...table(), grain('model', ['amount'])], { additive: true });
    expect(said(applied, 'suggestion')).toEqual([`${overlay}:3 grain:w/orders is derived and stays; a model would write ["amount"]`]);
    expect(project.read(overlay)).toBe('name: orders\ngrain:\n  - id\n');
    expect(project.lock.get('file', overlay)).not.toMatchObject({ e: { grain: { by: 'model' } } });
  });

  test('what is derived takes the place of what a model wrote', () => {
    const project = new ContextProject();
    project.night([...table(), grain('model', ['amount'])]);
    expect(changed(project.night([...table(), grain('derived', ['id'])]))).toEqual(['put grain by derived over ["amount"]']);
    expect(changed(project.night(table()))).toEqual(['remove grain by derived over ["id"]']);
  });

  test('what reconcile decided stays against a model that is asked again', () => {
    const project = new ContextProject();
    project.night([...table(), { ...measure('revenue', 'sum(amount)'), author: 'reconcile' }]);
    const before = project.all();
    const applied = project.night([...table(), measure('revenue', 'avg(amount)')]);
    expect(said(applied, 'suggestion')[0]).toContain('measure:w/orders.revenue is decided and stays');
    project.night([...table(), measure('revenue', 'sum(amount)')]);
    expect(project.all()).toEqual(before);
  });
});

describe('a first run without a lock', () => {
  const scanned = 'tables:\n  orders:\n    table: main.orders\n    descriptions:\n      ai: Scanned text.\n    columns:\n      - name: id\n        type: number\n      - name: amount\n        type: number\n';

  test('takes descriptions.ai of an overlay for ours, and nothing else', () => {
    const project = new ContextProject();
    project.files.set(overlay, 'name: orders   # kept\ndescriptions: {user: Mine., ai: An old text.}\ncolumn_overrides:\n  - {name: amount, descriptions: {ai: Old euros.}}\nmeasures: [{name: revenue, expr: sum(id)}]\n');
    const applied = project.night([...table(), text('One row an order.'), measure('revenue', 'sum(amount)')]);
    expect(project.read(overlay)).toBe('name: orders   # kept\ndescriptions: {user: Mine., ai: One row an order.}\ncolumn_overrides:\n  - {name: amount, descriptions: {ai: Old euros.}}\nmeasures: [{name: revenue, expr: sum(id)}]\n');
    expect(said(applied, 'suggestion')).toHaveLength(1);
    expect(changed(applied)).toContain('put description by model over "An old text."');
    expect(changed(project.night([...table(), text('Euros.', 'amount')]))).toEqual(['put description by model over "Old euros."']);
  });

  test('puts a text over one that ktx\'s own scan left in the manifest, as an update', () => {
    const project = new ContextProject();
    project.files.set('semantic-layer/w/_schema/main.yaml', scanned);
    const applied = project.night([...table(), text('One row an order.')]);
    expect(changed(applied)).toEqual(['put description by model over "Scanned text."']);
    expect(project.read('semantic-layer/w/_schema/main.yaml')).toBe(scanned);
    expect(project.read(overlay)).toBe('name: orders\ndescriptions:\n  ai: One row an order.\n');
  });

  test('writes nothing where the scan said the same', () => {
    const project = new ContextProject();
    project.files.set('semantic-layer/w/_schema/main.yaml', scanned);
    expect(changed(project.night([...table(), text('Scanned text.')]))).toEqual([]);
    expect(project.files.has(overlay)).toBe(false);
  });
});

describe('what its author takes back', () => {
  test('goes, with what it leaves empty, and the file when only its name is left', () => {
    const project = new ContextProject();
    const all = [text('One row an order.'), text('In euros.', 'amount'), measure('revenue', 'sum(amount)')];
    project.night([...table(), ...all]);
    const applied = project.night(table(), { withdrawn: [withdraw(text('', 'amount')), withdraw(measure('revenue', ''))] });
    expect(changed(applied)).toEqual(['remove description by model over "In euros."', 'remove measure by model over {"name":"revenue","expr":"sum(amount)"}']);
    expect(project.read(overlay)).toBe('name: orders\ndescriptions:\n  ai: One row an order.\n');
    project.night(table(), { withdrawn: [withdraw(text(''))] });
    expect(project.files.has(overlay)).toBe(false);
    expect(project.gone()).toEqual([]);
    project.night([...table(), ...all]);
    expect(project.read(overlay)).toContain('revenue');
  });

  test('leaves every other byte of the file, and what a person made theirs', () => {
    const project = new ContextProject();
    project.night([...table(), text('One row an order.'), measure('revenue', 'sum(amount)'), measure('costs', 'sum(id)')]);
    project.edit(overlay, (yaml) => yaml.replace('  - name: costs\n    expr: sum(id)\n', '  # mine:\n  - name: costs\n    expr: sum( id )   # so\n').replaceAll('\n', '\r\n'));
    const mine = project.read(overlay);
    const applied = project.night(table(), { withdrawn: [withdraw(measure('revenue', '')), withdraw(measure('costs', '')), withdraw(measure('unknown', ''))] });
    expect(changed(applied)).toEqual(['remove measure by model over {"name":"revenue","expr":"sum(amount)"}']);
    expect(project.read(overlay)).toBe(mine.replace('  - name: revenue\r\n    expr: sum(amount)\r\n', ''));
  });

  test('stays if it is put in the same run', () => {
    const project = new ContextProject();
    project.night([...table(), measure('revenue', 'sum(amount)')]);
    expect(changed(project.night([...table(), measure('revenue', 'sum(amount)')], { withdrawn: [withdraw(measure('revenue', ''))] }))).toEqual([]);
  });
});

describe('a standalone source', () => {
  const written = [text('One row an order.'), text('In euros.', 'amount'), measure('revenue', 'sum(amount)')];

  test('holds what a model wrote beside what is derived, and keeps it while that changes', () => {
    const project = new ContextProject([]);
    project.night([...table('orders', { text: 'db text' }), ...written]);
    const first = project.read(overlay);
    expect(first).toContain('  ai: One row an order.');
    expect(first).toContain('  - name: amount\n    type: number\n    descriptions:\n      ai: In euros.\n');
    const before = project.all();
    project.night(table('orders', { text: 'db text' }));
    expect(project.all()).toEqual(before);
    const applied = project.night(table('orders', { text: 'another text', columns: ['id', 'amount', 'tax'] }));
    expect(said(applied, 'suggestion')).toEqual([]);
    expect(project.read(overlay)).toBe(first.replace('db text', 'another text').replace('  - amount\n', '  - amount\n  - tax\n').replace('      ai: In euros.\n', '      ai: In euros.\n  - name: tax\n    type: number\n'));
    project.night(table('orders', { columns: ['id', 'tax'] }));
    expect(project.read(overlay)).toBe('name: orders\ndescriptions:\n  ai: One row an order.\ntable: main.orders\ngrain:\n  - id\n  - tax\ncolumns:\n  - name: id\n    type: number\n  - name: tax\n    type: number\nmeasures:\n  - name: revenue\n    expr: sum(amount)\n');
    project.night(table('orders', { columns: ['id', 'tax'] }), { withdrawn: written.map(withdraw) });
    const fresh = new ContextProject([]);
    fresh.night(table('orders', { columns: ['id', 'tax'] }));
    expect(project.read(overlay)).toBe(fresh.read(overlay));
  });

  test('knows what a person deleted or changed in it', () => {
    const project = new ContextProject([]);
    project.night([...table(), ...written]);
    project.edit(overlay, (yaml) => yaml.replace('One row an order.', 'Mine.').replace(/measures:[^]*$/, ''));
    const mine = project.read(overlay);
    project.night(table());
    expect(project.gone()).toEqual(['measure:w/orders.revenue']);
    expect(said(project.night([...table(), ...written]), 'suggestion')).toEqual([`${overlay}:3 description:w/orders#ai is yours and stays; the data says "One row an order."`]);
    expect(project.read(overlay)).toBe(mine);
  });

  test('takes a grain of a model, and its own again when that is taken back', () => {
    const project = new ContextProject([]);
    const grain: PutEdit = { op: 'put', kind: 'grain', connection: 'w', source: 'orders', author: 'model', value: ['id'], evidence: ['table:w/main.orders'] };
    project.night([...table(), grain]);
    expect(project.read(overlay)).toContain('grain:\n  - id\ncolumns');
    const before = project.all();
    project.night(table());
    expect(project.all()).toEqual(before);
    project.night(table(), { withdrawn: [withdraw(grain)] });
    const fresh = new ContextProject([]);
    fresh.night(table());
    expect(project.read(overlay).split('\n').sort()).toEqual(fresh.read(overlay).split('\n').sort());
    expect(changed(project.night(table('orders', { columns: ['id'] })))).not.toEqual([]);
  });
});

describe('any edits of a model', () => {
  const column = fc.constantFrom('id', 'amount');
  const words = fc.constantFrom('plain', 'two\nlines', '# not a comment', '- x: y', "it's", 'yes', 'a: {b}');
  const name = fc.constantFrom('revenue', 'costs', 'on', 'x-1', 'é');
  const edit = fc.oneof(
    words.map((value) => text(value)), fc.tuple(words, column).map(([value, at]) => text(value, at)),
    fc.tuple(name, words).map(([one, expr]) => measure(one, expr)), fc.tuple(name, words).map(([one, expr]) => segment(one, expr)),
  );
  const edits = fc.uniqueArray(edit, { selector: (one) => JSON.stringify([one.kind, 'column' in one ? one.column : '', 'name' in one ? one.name : '']), maxLength: 8 });
  const scanned = fc.constantFrom<string[]>(['orders'], []);

  test('in any order give the same bytes, and nothing the second time, restated or not', () => {
    fc.assert(fc.property(scanned, edits, fc.infiniteStream(fc.nat()), (places, wanted, random) => {
      const [one, other] = [new ContextProject(places), new ContextProject(places)];
      one.night([...table(), ...wanted]);
      other.night([...wanted].map((item) => ({ item, at: random.next().value as number })).sort((a, b) => a.at - b.at).map(({ item }) => item).concat(table()));
      expect(other.all()).toEqual(one.all());
      const before = one.all();
      for (const again of [[...table(), ...wanted], table(), [...table(), ...wanted.slice(1)]]) {
        expect(changed(one.night(again))).toEqual([]);
        expect(one.all()).toEqual(before);
      }
    }), { numRuns: 150 });
  });

  test('from night to night: the last word on each stands, and what is taken back leaves nothing', () => {
    fc.assert(fc.property(scanned, edits, edits, (places, first, second) => {
      const project = new ContextProject(places);
      project.night([...table(), ...first]);
      project.night([...table(), ...second]);
      const union = new Map([...first, ...second].map((one) => [JSON.stringify([one.kind, 'column' in one ? one.column : '', 'name' in one ? one.name : '']), one]));
      const fresh = new ContextProject(places);
      fresh.night([...table(), ...union.values()]);
      expect(meaning(project)).toEqual(meaning(fresh));
      project.night(table(), { withdrawn: [...union.values()].map(withdraw) });
      const empty = new ContextProject(places);
      empty.night(table());
      expect(project.all()).toEqual(empty.all());
    }), { numRuns: 150 });
  });

  test('leave every line that a person wrote', () => {
    fc.assert(fc.property(edits, edits, (first, second) => {
      const project = new ContextProject();
      project.files.set(overlay, '# mine\nname:   orders  # kept\ndescriptions:\n    user: "Mine."   # so\nmeasures:\n    # about mine\n    - {name: mine, expr: "count( id )"}\nusage: {narrative: \'by hand\'}\n');
      const lines = project.read(overlay).split('\n').filter((line) => line !== '');
      project.night([...table(), ...first]);
      project.night([...table(), ...second]);
      project.night(table(), { withdrawn: [...first, ...second].map(withdraw) });
      expect(project.read(overlay).split('\n')).toEqual(expect.arrayContaining(lines));
    }), { numRuns: 150 });
  });
});

function meaning(project: ContextProject): unknown {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item) => JSON.stringify(sorted(item))).sort();
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)])) : value;
  };
  return [...project.files].sort().map(([path, yaml]) => {
    const read = readYaml(yaml);
    return [path, read.ok ? sorted(read.document.value) : read.problem];
  });
}
