import { startMessagesApi, fakeKey } from '../../test/fakes/messages-api.js';
import { ProjectFolder } from '../../test/project-folder.js';
import type { Recording } from '../../src/llm/recording.js';
import type { Report } from '../../src/report.js';
import type { Answers, Case } from './case.js';
import { openEndpoint, type Endpoint } from './endpoint.js';
import { scoreOf, type Score } from './score.js';
import { scriptedBrain, unitOf } from './scripted.js';

/** Who answers: the scripts of the case, a recording, or a real model. */
export type Model =
  | { readonly kind: 'scripted'; readonly which: 'good' | 'bad' }
  | { readonly kind: 'recording'; readonly recording: Recording }
  | { readonly kind: 'live'; readonly url: string; readonly key: string; readonly model: string };

export interface CaseResult extends Score {
  readonly name: string;
  /** What the score should be; null where no script says so. */
  readonly expected: Case['expected'] | null;
  readonly recording: Recording;
  /** What the fake found wrong with requests. */
  readonly violations: readonly string[];
}

/** What one night of a case may cost, so that a live model that wanders is stopped. */
const mostUsd = '2';

/** Runs all nights of a case in a folder of its own, each through the whole of ktx-ci, and scores what came of them. */
export async function runCase(one: Case, model: Model): Promise<CaseResult> {
  let answers: Answers = {};
  const api = model.kind === 'scripted' ? await startMessagesApi({ brain: scriptedBrain(() => answers) }) : undefined;
  const endpoint = await openEndpoint(model.kind === 'recording' ? model : { kind: 'upstream', url: model.kind === 'live' ? model.url : api?.url ?? '' });
  using folder = new ProjectFolder(one.files);
  try {
    folder.sql(one.seed, 'case.sqlite');
    Object.assign(folder.environment, { EVAL_URL: endpoint.url, EVAL_KEY: model.kind === 'live' ? model.key : fakeKey, KTX_CI_ALLOWED_HOSTS: '127.0.0.1' });
    if (model.kind === 'live') folder.edit('ktx.yaml', (text) => text.replace(/(\n\s+default: ).*/, `$1${model.model}`));
    const reports: Report[] = [];
    const patches: string[] = [];
    for (const [index, night] of one.nights.entries()) {
      answers = model.kind === 'scripted' && model.which === 'bad' ? one.bad?.answers[index] ?? {} : night.answers;
      for (const [path, text] of Object.entries(night.files ?? {})) folder.write(path, text);
      if (night.sql !== undefined) folder.sql(night.sql, 'case.sqlite');
      const out = `out-${index}`;
      reports.push(await folder.ingest('--apply', '--out', out, '--max-usd', mostUsd));
      patches.push(folder.read(`${out}/context.patch`));
    }
    const score = await scoreOf(one, { root: folder.root, reports, patches, ...countsOf(endpoint) });
    const expected = model.kind === 'scripted' && model.which === 'bad' ? one.bad?.expected ?? null : model.kind === 'scripted' ? one.expected : null;
    return { name: one.name, ...score, expected, recording: endpoint.recording, violations: api?.violations ?? [] };
  } finally {
    await endpoint.close();
    await api?.close();
  }
}

interface Message { readonly role: string; readonly content: readonly ({ readonly type: string } & Readonly<Record<string, unknown>>)[] }

/** Requests that judged a unit, their bytes, and the edits that were refused in them. */
function countsOf({ recording }: Endpoint): { readonly requests: number; readonly bytes: number; readonly refused: number } {
  const judging = recording.exchanges.flatMap(({ request }) => {
    const body = JSON.parse(request) as { messages: readonly Message[] };
    return unitOf(body) === undefined ? [] : [{ bytes: Buffer.byteLength(request), last: body.messages.at(-1)?.content ?? [] }];
  });
  const refusedIn = (content: unknown): number => Number(/refused \((\d+)\):/.exec(typeof content === 'string' ? content : JSON.stringify(content))?.[1] ?? 0);
  return {
    requests: judging.length, bytes: judging.reduce((sum, one) => sum + one.bytes, 0),
    refused: judging.reduce((sum, { last }) => sum + last.filter((block) => block.type === 'tool_result').reduce((inner, block) => inner + refusedIn(block['content']), 0), 0),
  };
}
