import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { say, startMessagesApi, status, text, toolUse, type Brain } from '../fakes/messages-api.js';
import type { ProjectFolder } from '../project-folder.js';
import { judgedProject, judging, turnOf, unitOf } from './judged-project.js';

const finish = toolUse('finish', {});
const orders = 'table:warehouse/main.orders';
const propose = (...edits: unknown[]) => toolUse('propose_edits', { edits });

/** Looks, is refused, corrects; asks for a tool that is not there; the others have nothing to say. */
const brain: Brain = (request) => {
  if (unitOf(request) !== orders) return say(text('Nothing to add.'), finish);
  switch (turnOf(request)) {
    case 0: return say(toolUse('read_context', { name: 'orders' }), toolUse('shell', { command: 'ls' }));
    case 1: return say(propose({ kind: 'measure', source: 'orders', name: 'paid', expr: 'sum(amnt)' }));
    default: return say(propose({ kind: 'measure', source: 'orders', name: 'paid', expr: 'sum(amount)', filter: "status = 'paid'" }), finish);
  }
};

interface Shown {
  readonly status: string;
  readonly exitCode: number;
  readonly units: number;
  readonly departures: readonly { readonly id: string; readonly at: string; readonly was: string; readonly is: string }[];
  readonly findings: readonly { readonly code: string; readonly message: string; readonly evidence?: readonly string[] }[];
}

async function replay(folder: ProjectFolder, ...args: string[]): Promise<Shown> {
  const { code, out, err } = await folder.ktx('replay', 'out', '--json', '--out', 'again', ...args);
  if (out === '') throw new Error(err);
  const shown = JSON.parse(out) as Shown;
  expect(shown.exitCode).toBe(code);
  return shown;
}

/** A recorded run whose model and credential are gone. */
async function recorded(think: Brain = brain, ...args: string[]): Promise<ProjectFolder> {
  const api = await startMessagesApi({ brain: think });
  const folder = judgedProject(api);
  await folder.ingest('--record', '--out', 'out', ...args);
  await api.close();
  delete folder.environment['SHOP_KEY'];
  return folder;
}

describe('replay', () => {
  test('gives the same patch without the model, its credential and its host, also after the changes were written', async () => {
    using folder = await recorded(brain, '--apply', '--concurrency', '3');
    const before = folder.context();
    expect(await replay(folder)).toMatchObject({ status: 'same', exitCode: 0, units: 2, departures: [], findings: [] });
    expect(folder.read('again/context.patch')).toBe(folder.read('out/context.patch'));
    expect(folder.read('again/context.patch')).toContain('name: paid');
    // what was paid then, not now
    expect(folder.read('again/context.patch')).toContain('"t":"spent"');
    expect(folder.context()).toEqual(before);
    expect(statSync(join(folder.root, 'out/recording/tasks.jsonl')).mode & 0o077).toBe(0);
  });

  test('works on the third night as on the first, with what the second left', async () => {
    const api = await startMessagesApi({ brain });
    using folder = judgedProject(api);
    await folder.ingest('--out', 'first');
    folder.sql('create table refunds (id integer primary key, amount real)');
    await folder.ingest('--record', '--out', 'out', '--baseline', 'first', '--force', '**orders');
    const asked = judging(api).length;
    await api.close();
    rmSync(join(folder.root, 'first'), { recursive: true });
    expect(await replay(folder)).toMatchObject({ status: 'same', exitCode: 0, units: 1, departures: [] });
    expect(judging(api)).toHaveLength(asked);
  });

  test.each([
    ['fails', (request) => (unitOf(request) === orders ? status(400, 'invalid_request_error', 'no') : brain(request, 0)), []],
    ['is refused, so that others never start', (request) => (unitOf(request) === orders ? status(401, 'authentication_error', 'no') : brain(request, 0)), ['--concurrency', '1']],
    ['stops at its budget', brain, ['--max-steps', '6', '--concurrency', '1']],
  ] as [string, Brain, string[]][])('of a run in which a unit %s', async (_, think, args) => {
    using folder = await recorded(think, ...args);
    expect(await replay(folder)).toMatchObject({ status: 'same', exitCode: 0, departures: [] });
  });

  test('of a run that was killed judges what it had judged', async () => {
    using folder = await recorded();
    for (const file of ['context.patch', 'report.json', 'recording/end.json']) rmSync(join(folder.root, 'out', file));
    const tasks = folder.read('out/recording/tasks.jsonl').split('\n');
    writeFileSync(join(folder.root, 'out/recording/tasks.jsonl'), `${tasks[0]!}\n${tasks[1]!.slice(0, 40)}`);
    expect(await replay(folder)).toMatchObject({ status: 'nothing to compare', exitCode: 0, units: 1, departures: [expect.objectContaining({ at: 'unit', was: 'not judged' })] });
  });

  test('says where instructions left the recording, once for all units, and still makes the calls', async () => {
    using folder = await recorded();
    const file = join(folder.root, 'out/recording/tasks.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('You keep the semantic layer and wiki of a data team right.', 'You are older.'));
    const { status: outcome, findings } = await replay(folder);
    expect(outcome).toBe('same');
    expect(findings).toEqual([expect.objectContaining({ code: 'replay-left', message: expect.stringMatching(/^table:warehouse\/main\.orders and 1 more unit: instructions, line 1 was “You are older\..*”, is “You keep/) })]);
  });

  test('says which evidence is not what it was, and how the patch differs', async () => {
    using folder = await recorded();
    folder.sql('alter table orders add column currency text');
    const { status: outcome, exitCode, departures, findings } = await replay(folder);
    expect([outcome, exitCode]).toEqual(['different', 1]);
    expect(departures).toEqual([expect.objectContaining({ id: orders, at: expect.stringMatching(/^prompt, line \d+$/) })]);
    expect(findings.map((finding) => finding.code)).toEqual(['replay-differs', 'replay-left']);
    expect(findings[0]?.message).toContain('currency');
  });

  test('says which tool answers otherwise', async () => {
    using folder = await recorded();
    const file = join(folder.root, 'out/recording/tasks.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('did you mean amount?', 'did you mean money?'));
    expect((await replay(folder)).departures).toEqual([expect.objectContaining({ id: orders, at: 'answer 2 (propose_edits), line 2', was: expect.stringContaining('money'), is: expect.stringContaining('amount') })]);
  });

  test('of a folder without a recording, or with a broken one, says so', async () => {
    using folder = await recorded();
    const none = await folder.ktx('replay', 'semantic-layer');
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('semantic-layer holds no recording')]);
    appendFileSync(join(folder.root, 'out/recording/tasks.jsonl'), '{"id":3}\n');
    const broken = await folder.ktx('replay', 'out');
    expect([broken.code, broken.err]).toEqual([2, expect.stringContaining('cannot be read (not whole)')]);
    writeFileSync(join(folder.root, 'out/recording/run.json'), '{');
    expect((await folder.ktx('replay', 'out')).err).toContain('cannot be read (not JSON)');
    expect(existsSync(join(folder.root, '.ktx/ci'))).toBe(false);
  });

  test('speaks to people', async () => {
    using folder = await recorded();
    const { code, out, err } = await folder.ktx('replay', 'out', '--out', 'again');
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('replay of out: 2 units by anthropic, no model, $0');
    expect(err).toContain('the same patch, byte for byte   again/context.patch');
  });
});
