import { z } from 'zod';
import type { PutPage } from '../../context/edit.js';
import type { Backend, Tool, TranscriptEntry } from '../../llm/backend.js';
import type { Account } from '../../llm/ledger.js';
import { byText } from '../../text/canonical.js';
import { isPlainName, sayable } from '../../text/plain-name.js';
import { redact } from '../../text/redact.js';
import { textProblem, type TextRules } from '../judging/check-text.js';
import { Disclosure, type Disclosed } from '../judging/disclosure.js';
import { Attempts, offencesIn } from '../judging/attempts.js';
import { fence } from '../judging/fence.js';
import type { JudgeWorld } from '../judging/world.js';
import { usersOf } from '../repairs.js';
import { reconcileSystem } from '../prompts/reconcile.js';
import type { Entity, EntityView } from './entities.js';
import type { Pair } from './pairs.js';
import { otherSide, shown, type Resolution, type Side } from './resolution.js';

/** One conversation about pairs: what the model decides is checked, and what it leaves is left. */

export interface ConversationInput {
  readonly pairs: readonly Pair[];
  readonly view: EntityView;
  readonly world: JudgeWorld;
  readonly backend: Backend;
  readonly model: string;
  readonly account: Account;
  readonly maxOutputTokens: number;
  readonly signal: AbortSignal;
}

export interface Conversation {
  readonly resolutions: readonly Resolution[];
  /** The model had its chance: what it left it would leave again. */
  readonly isOver: boolean;
  readonly sent: readonly Disclosed[];
  readonly transcript: readonly TranscriptEntry[];
  readonly attempts: Attempts;
}

const shownOfEvidence = 1_500;
const identifierShape = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;
const pageShape = /^[a-z0-9][a-z0-9_-]{0,119}$/;

const decision = z.object({
  pair: z.string(),
  decision: z.enum(['merge', 'subsume', 'correct', 'apart', 'ask']),
  keep: z.enum(['a', 'b']).optional(),
  rename: z.string().optional().describe('of apart: another name for the side that is not kept'),
  page: z.object({ name: z.string(), summary: z.string(), text: z.string() }).optional().describe('of apart: says when to use which; of correct: the page as it is right'),
  why: z.string().min(1),
});
const input = z.object({ decisions: z.array(decision).min(1).max(60) });
type Decision = z.infer<typeof decision>;

export async function converse({ pairs, view, world, backend, model, account, maxOutputTokens, signal }: ConversationInput): Promise<Conversation> {
  const disclosure = new Disclosure();
  const numbered = new Map(pairs.map((pair, index) => [`p${index + 1}`, pair]));
  const resolved = new Map<string, Resolution>();
  const transcript: TranscriptEntry[] = [];
  const attempts = new Attempts();
  let unread = 0;
  const resolve: Tool = {
    name: 'resolve', input, description: 'Decide pairs. Each decision is checked by itself; the answer says what was taken and why the rest was not.',
    execute(given) {
      const taken: string[] = [];
      const refused: string[] = [];
      for (const one of (given as z.infer<typeof input>).decisions) {
        const pair = numbered.get(one.pair);
        attempts.add(...offencesIn([one.why, one.rename ?? '', ...Object.values(one.page ?? {})], rulesOf(pair, world)));
        const checked = pair ? check(pair, one, view, world) : `there is no pair ${sayable(one.pair)}; they are ${[...numbered.keys()].join(', ')}`;
        if (typeof checked === 'string') refused.push(`- ${one.pair}: ${checked}`);
        else {
          resolved.set(one.pair, checked);
          taken.push(one.pair);
        }
      }
      unread = refused.length;
      return Promise.resolve({ text: [...(taken.length > 0 ? [`taken: ${taken.join(', ')}`] : []), ...(refused.length > 0 ? ['refused:', ...refused] : [])].join('\n'), isError: taken.length === 0 });
    },
  };
  const finish: Tool = {
    name: 'finish', input: z.object({}), description: 'You are done.',
    execute() {
      // once, it is asked whether leaving them is meant
      if (unread > 0) {
        unread = 0;
        return Promise.resolve({ text: 'Some decisions were refused: correct them, or finish again to leave those pairs open.', isError: true });
      }
      return Promise.resolve({ text: 'Done.', ends: true });
    },
  };
  const result = await backend.run({
    model, system: reconcileSystem, prompt: redact(promptOf(numbered, world, disclosure), world.secrets, world.secretRules), tools: [resolve, finish], maxOutputTokens, account, signal,
    closing: () => null, onStep: () => undefined, onRequest: () => disclosure.send(), record: (entry) => { transcript.push(entry); },
  });
  return { resolutions: [...resolved.values()].sort((a, b) => byText(a.pair.id, b.pair.id)), isOver: result.stopReason === 'natural' || result.stopReason === 'step-budget' || result.failure?.ours === true, sent: disclosure.sent(), transcript, attempts };
}

function promptOf(numbered: ReadonlyMap<string, Pair>, world: JudgeWorld, disclosure: Disclosure): string {
  const parts = ['# Unit reconcile', `${numbered.size} pairs.`];
  for (const [number, pair] of numbered) {
    parts.push(`## ${number}: ${pair.kind}`, fence('why', pair.why, world.secrets), sidePart('a', pair.a, world, disclosure), sidePart('b', pair.b, world, disclosure));
    const said = [...new Set([...world.decisions.about({ sources: [pair.a, pair.b].filter((one) => one.kind !== 'page'), pages: [pair.a, pair.b].filter((one) => one.kind === 'page').map((one) => one.source), evidence: [...pair.a.evidence, ...pair.b.evidence] })])].map((one) => `- ${one}`).join('\n');
    disclosure.hold('decisions', 'context', said);
    if (said !== '') parts.push('What people decided holds:', fence('decisions', said, world.secrets));
  }
  return parts.join('\n\n');
}

function sidePart(side: Side, entity: Entity, world: JudgeWorld, disclosure: Disclosure): string {
  const whose = entity.by === 'person' ? 'a person’s' : 'written by ktx-ci';
  const value = entity.kind === 'page' ? `${entity.value.summary}\n\n${entity.value.body}` : [shown(entity), entity.value.description ?? ''].filter((part) => part !== '').join('\n');
  disclosure.hold('context', 'context', value);
  const quotes = entity.evidence.slice(0, 3).flatMap((id) => {
    const evidence = world.evidence(id);
    if (!evidence) return [];
    const text = redact(evidence.text, world.secrets, world.secretRules).slice(0, shownOfEvidence);
    disclosure.hold(evidence.kind === 'document' ? 'documents' : 'descriptions', evidence.connection, text);
    return [fence(evidence.id, text, world.secrets)];
  });
  return [`${side}: ${isPlainName(entity.id) ? `${entity.id} ` : ''}(${whose})`, fence(isPlainName(entity.id) ? side : `${side} ${entity.id}`, value, world.secrets), ...quotes].join('\n');
}

function rulesOf(pair: Pair | undefined, world: JudgeWorld): TextRules {
  return { evidence: [...(pair?.a.evidence ?? []), ...(pair?.b.evidence ?? [])].map((id) => world.evidence(id)?.text ?? '').join('\n'), secrets: world.secrets, secretRules: world.secretRules };
}

/** The resolution that a decision stands for; a text says why it is none. */
function check(pair: Pair, { decision: made, keep, rename, page, why }: Decision, view: EntityView, world: JudgeWorld): Resolution | string {
  const rules = rulesOf(pair, world);
  const problem = textProblem(why, 'why', 400, rules) ?? [rename ?? '', page?.name ?? ''].map((name) => textProblem(name, 'the name', 120, rules)).find((one) => one !== null) ?? null;
  if (problem !== null) return problem;
  const common = { pair, by: 'model' as const, why: why.trim() };
  if (made === 'ask') return { ...common, decision: 'question' };
  if (made === 'apart') {
    const moved = keep === undefined ? undefined : pair[otherSide(keep)];
    if (rename === undefined && pair.kind === 'same-entity') return 'two values cannot stay under one name: set rename and keep, merge, or ask';
    if (rename !== undefined && pair.kind === 'disagree') return 'their names are not what differs: leave rename out';
    if (rename !== undefined && !moved) return 'rename needs keep: the side that keeps its name';
    if (rename !== undefined && moved) {
      if (usersOf(view, moved).some((user) => user.by === 'person')) return 'a person’s measure names it, so its name stays';
      const wrong = nameProblem(moved, rename, view);
      if (wrong !== null) return wrong;
    }
    const written = page && pageOf(page, pair, view, rules);
    if (typeof written === 'string') return written;
    return { ...common, decision: 'apart', ...(keep === undefined ? {} : { keep }), ...(rename === undefined ? {} : { rename }), ...(written ? { page: written } : {}) };
  }
  if (keep === undefined) return `${made} needs keep: a or b`;
  const loser = pair[otherSide(keep)];
  if (made === 'correct') {
    if (loser.kind !== 'page') return 'only a page can be corrected: keep the measure, set them apart, or ask';
    if (loser.by === 'person') return 'a person wrote the page, so it stays: set them apart, or ask';
    if (!page) return 'correct needs page: its text as it is right';
    const written = pageOf({ ...page, name: loser.source }, pair, view, rules);
    if (typeof written === 'string') return written;
    return { ...common, decision: 'corrected', keep, page: { ...written, value: { ...written.value, tags: loser.value.tags, refs: loser.value.refs, sl_refs: loser.value.sl_refs } } };
  }
  if (pair.kind === 'disagree') return 'a page and a measure are not one thing: correct, set them apart, or ask';
  const theirs = usersOf(view, pair[otherSide(keep)]).find((user) => user.by === 'person');
  if (theirs) return `${theirs.id}, which a person wrote, names the other one: keep that, set them apart, or ask`;
  if (pair[otherSide(keep)].by === 'person') return 'a person wrote the other one, so it stays: keep that, set them apart, or ask';
  return { ...common, decision: made === 'merge' ? 'merged' : 'subsumed', keep };
}

function nameProblem(entity: Entity, name: string, view: EntityView): string | null {
  if (entity.by === 'person') return 'a person named it, so its name stays';
  if (!(entity.kind === 'page' ? pageShape : identifierShape).test(name)) return `${sayable(name)} cannot be a name`;
  const taken = entity.kind === 'page' ? view.page(name) !== undefined : view.ofSource(entity.connection, entity.source).some((one) => one.name === name);
  return taken ? `there is a ${name} already` : null;
}

function pageOf({ name, summary, text }: NonNullable<Decision['page']>, pair: Pair, view: EntityView, rules: TextRules): PutPage | string {
  if (!pageShape.test(name)) return `${sayable(name)} cannot be the key of a page: lower-case letters, digits and -`;
  const there = view.page(name);
  if (there && there.by === 'person') return `the page ${name} is a person’s: name yours differently`;
  if (there && !there.evidence.some((id) => pair.a.evidence.includes(id) || pair.b.evidence.includes(id))) return `the page ${name} came from other evidence: name yours differently`;
  const problem = summary.trim() === '' || summary.includes('\n') ? 'the page needs a summary of one line' : textProblem(summary, 'the summary', 200, rules) ?? textProblem(text, 'the page', 4000, rules);
  if (problem !== null) return problem;
  const references = [pair.a, pair.b].filter((one) => one.kind !== 'page').map((one) => `${one.connection}/${one.source}`);
  return {
    op: 'put', kind: 'page', connection: '', source: name, author: 'reconcile', evidence: [...new Set([...pair.a.evidence, ...pair.b.evidence])].sort(byText),
    value: { summary: summary.trim(), tags: [], refs: [pair.a, pair.b].filter((one) => one.kind === 'page').map((one) => one.source), sl_refs: [...new Set(references)].sort(byText), body: text.trim() },
  };
}
