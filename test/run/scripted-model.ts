import type { Report } from '../../src/report.js';
import { say, startMessagesApi, text, toolUse, type Content, type MessagesApi, type ReceivedRequest, type Reply } from '../fakes/messages-api.js';
import type { ProjectFolder } from '../project-folder.js';
import { judging, turnOf, unitOf } from './judged-project.js';

/** A model whose words are written down beforehand: by unit, and by turn where it takes more than one. */

export const finish = toolUse('finish', {});
export const propose = (...edits: unknown[]): Content => toolUse('propose_edits', { edits });
export const measure = (source: string, name: string, expr: string, more: object = {}): object => ({ kind: 'measure', source, name, expr, ...more });
export const segment = (source: string, name: string, expr: string): object => ({ kind: 'segment', source, name, expr });
export const description = (source: string, column: string | undefined, words: string): object => ({ kind: 'description', source, ...(column === undefined ? {} : { column }), text: words });
export const page = (name: string, summary: string, body: string, more: object = {}): object => ({ kind: 'page', name, summary, text: body, ...more });

/** Turns of a unit, the last one again and again; a single list of edits is proposed and finished at once. */
export type Script = Readonly<Record<string, readonly object[] | ((request: ReceivedRequest, turn: number) => Reply)>>;

export const probeAnswer = say(text('OK'));

export function answerOf(script: Script, request: ReceivedRequest): Reply {
  const unit = unitOf(request);
  if (unit === undefined) return probeAnswer;
  const said = script[unit];
  if (said === undefined) return say(finish);
  if (typeof said === 'function') return said(request, turnOf(request));
  return turnOf(request) === 0 && said.length > 0 ? say(propose(...said), finish) : say(finish);
}

/** The fake provider with a script that may change between nights. */
export interface Scripted extends AsyncDisposable {
  readonly api: MessagesApi;
  script: Script;
  /** Runs a night and gives what it asked. */
  night(folder: ProjectFolder, ...args: readonly string[]): Promise<Night>;
}

export interface Night {
  readonly report: Report;
  /** Every request, probes too. */
  readonly requests: readonly ReceivedRequest[];
  /** Units that were asked about, sorted. */
  readonly asked: readonly string[];
}

export async function scriptedModel(script: Script, models?: readonly string[]): Promise<Scripted> {
  const scripted: { script: Script } = { script };
  const api = await startMessagesApi({ brain: (request) => answerOf(scripted.script, request), ...(models ? { models } : {}) });
  return Object.assign(scripted, {
    api,
    async night(folder: ProjectFolder, ...args: readonly string[]) {
      const before = api.requests.length;
      const report = await folder.ingest(...args);
      const requests = api.requests.slice(before);
      return { report, requests, asked: askedIn(requests) };
    },
    [Symbol.asyncDispose]: () => api.close(),
  });
}

export function askedIn(requests: readonly ReceivedRequest[]): string[] {
  return [...new Set(judging({ requests }).map((request) => unitOf(request) ?? ''))].sort();
}
