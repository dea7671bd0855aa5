import { entityOfKey, type PutEdit, type PutPage, type RemoveEdit } from '../../context/edit.js';
import { isObject, type PairRecord } from '../../context/lock-records.js';
import type { Lock } from '../../context/lock.js';
import { byText, hash12 } from '../../text/canonical.js';
import { askedRecord, type Sides } from '../pairs.js';
import { reconcileInstructions } from '../prompts/reconcile.js';
import { ask, type Option, type Question } from '../questions.js';
import { entityOf, keyOf, putOf, type Entity, type EntityView } from './entities.js';
import type { Pair } from './pairs.js';

/** What becomes of a pair, and what that changes. */

export type Side = 'a' | 'b';

export interface Resolution {
  readonly pair: Pair;
  /** `merged`: both were one. `subsumed`: the kept one covers the other. `corrected`: the other says what is right now. `apart`: both stay. `question`: people decide. `waiting`: nobody has looked yet. */
  readonly decision: 'merged' | 'subsumed' | 'corrected' | 'apart' | 'question' | 'waiting';
  /** Of merged, subsumed and corrected. */
  readonly keep?: Side;
  /** Of apart: the other name of the side that is not kept. */
  readonly rename?: string;
  /** Of apart: explains the difference. Of corrected: as the page is right. */
  readonly page?: PutPage;
  readonly by: 'rule' | 'model';
  readonly why: string;
}

export interface Effects {
  readonly puts: readonly PutEdit[];
  readonly removes: readonly RemoveEdit[];
  /** Values that have lost: nothing puts them again. */
  readonly lost: readonly { readonly id: string; readonly hash: string }[];
  /** Entity id → the one in its place. */
  readonly instead: ReadonlyMap<string, string>;
  readonly questions: readonly Question[];
  readonly records: readonly PairRecord[];
}

/** What needs no judgement; null: it does. `isOld`: it stood there before this run. */
export function byRule(pair: Pair, isOld: (entity: Entity) => boolean): Resolution | null {
  if (pair.kind !== 'same-meaning' && pair.kind !== 'same-text') return null;
  const rank = (entity: Entity): number => (entity.by === 'person' ? 0 : isOld(entity) ? 1 : entity.by === 'derived' ? 2 : entity.by === 'reconcile' ? 3 : 4);
  const keep = rank(pair.a) <= rank(pair.b) ? 'a' : 'b';
  return { pair, decision: 'merged', keep, by: 'rule', why: pair.why };
}

export const otherSide = (side: Side): Side => (side === 'a' ? 'b' : 'a');

/** `mayGo`: nobody's work names it. */
export function effectsOf(resolutions: readonly Resolution[], mayGo: (entity: Entity) => boolean, hashNow: (evidence: string) => string | undefined): Effects {
  const puts: PutEdit[] = [];
  const removes: RemoveEdit[] = [];
  const lost: { id: string; hash: string }[] = [];
  const instead = new Map<string, string>();
  const questions: Question[] = [];
  const records: PairRecord[] = [];
  for (const resolution of resolutions) {
    const { pair, decision, keep = 'a', rename, page } = resolution;
    const [winner, loser] = [pair[keep], pair[otherSide(keep)]];
    const evidence = [...new Set([...winner.evidence, ...loser.evidence])].sort(byText);
    if (decision === 'question') {
      const question = questionOf(resolution, mayGo);
      questions.push(question);
      records.push({ ...askedRecord(question, Object.fromEntries(evidence.map((id) => [id, hashNow(id) ?? '']))), pair: sidesOf(pair) });
      continue;
    }
    const moved = decision === 'apart' && rename !== undefined ? renamed(loser, rename) : undefined;
    const goes = decision === 'merged' || decision === 'subsumed' || moved !== undefined;
    if (goes) {
      lost.push({ id: loser.id, hash: loser.hash });
      if (pair.kind === 'same-entity') puts.push(putOf(winner, 'reconcile', moved ? winner.evidence : evidence));
      else removes.push(removalOf(loser));
      if (moved) {
        puts.push(putOf(moved, 'reconcile', loser.evidence));
        if (pair.kind !== 'same-entity') instead.set(loser.id, moved.id);
      } else if (pair.kind !== 'same-entity') instead.set(loser.id, winner.id);
    }
    if (decision === 'corrected') lost.push({ id: loser.id, hash: loser.hash });
    if (page) puts.push(page);
    records.push({
      t: 'pair', id: pair.id, decision, sides: sidesOf(pair), kept: winner.id, ...(goes || decision === 'corrected' ? { lost: { id: loser.id, h: loser.hash } } : {}),
      ...(decision === 'waiting' ? {} : { by: resolution.by, why: resolution.why, ...(resolution.by === 'model' ? { instructions: reconcileInstructions.version } : {}) }),
    });
  }
  return { puts, removes, lost, instead, questions, records };
}

export function sidesOf({ a, b }: Pair): Sides {
  return a.id === b.id ? { [`${a.id}#a`]: a.hash, [`${b.id}#b`]: b.hash } : { [a.id]: a.hash, [b.id]: b.hash };
}

function removalOf(entity: Entity): RemoveEdit {
  const common = { op: 'remove' as const, connection: entity.connection, source: entity.source, evidence: entity.evidence, author: 'reconcile' as const };
  return entity.kind === 'page' ? { ...common, kind: 'page' } : { ...common, kind: entity.kind, ...entityOfKey(keyOf(entity)) };
}

function renamed(entity: Entity, name: string): Entity {
  const put = putOf(entity, 'reconcile', entity.evidence);
  const edit: PutEdit = put.kind === 'page' ? { ...put, source: name } : put.kind === 'measure' ? { ...put, name, value: { ...put.value, name } } : put.kind === 'segment' ? { ...put, name, value: { ...put.value, name } } : put;
  return entityOf(edit) ?? entity;
}

/** Keep one, keep the other, or leave both as they are. */
function questionOf({ pair, why }: Resolution, mayGo: (entity: Entity) => boolean): Question {
  const { a, b, kind } = pair;
  const option = (winner: Entity, loser: Entity): Omit<Option, 'id'>[] => {
    if (kind === 'same-entity') return [{ label: shownBeside(winner, loser), consequence: `${winner.id} is written so`, edits: [putOf(winner, 'reconcile', winner.evidence)] }];
    if (loser.by === 'person' || !mayGo(loser)) return [];
    return [{ label: `${winner.id}: ${shown(winner)}`, consequence: `${loser.id} goes`, edits: [removalOf(loser)] }];
  };
  return ask({
    code: 'reconcile-question', message: `${pair.why}${why === pair.why ? '' : `: ${why}`}`, ...(b.file === '' ? {} : { file: b.file }), evidence: [...new Set([...a.evidence, ...b.evidence])].sort(byText),
    about: [kind, a.id, a.hash, b.id, b.hash], options: [...option(a, b), ...option(b, a)],
  });
}

/** Whether what a question about a pair is about still stands; other questions are about evidence alone. */
export function stillStands(record: PairRecord, view: EntityView): boolean {
  const { pair } = record;
  if (!isObject(pair)) return true;
  return Object.keys(pair).every((side) => {
    const id = side.replace(/#[ab]$/, '');
    const entity = view.find(id);
    return entity !== undefined && [pair[side], pair[`${id}#a`], pair[`${id}#b`]].includes(entity.hash);
  });
}

/** A value in one line. */
export function shown(entity: Entity): string {
  if (entity.kind === 'page') return entity.value.summary;
  const { value } = entity;
  const parts = 'filter' in value && value.filter !== undefined ? ` where ${value.filter}` : '';
  const segments = 'segments' in value && value.segments && value.segments.length > 0 ? ` in ${value.segments.join(', ')}` : '';
  return `${value.expr}${parts}${segments}`;
}

/** What sets a value apart from another one, in one line. */
function shownBeside(entity: Entity, other: Entity): string {
  if (entity.kind !== 'page' || other.kind !== 'page' || entity.value.summary !== other.value.summary) return shown(entity);
  const theirs = new Set(other.value.body.split('\n'));
  const line = entity.value.body.split('\n').find((text) => text.trim() !== '' && !theirs.has(text))?.trim() ?? '';
  return line.length > 200 ? `${line.slice(0, 199).trimEnd()}…` : line || shown(entity);
}

/** Whether a value of an entity has lost against another, by an earlier decision. */
export function lostValues(lock: Lock): (id: string, value: unknown) => boolean {
  const lost = new Map<string, Set<string>>();
  for (const record of lock.all('pair')) {
    const entry = record['lost'];
    if (!isObject(entry) || typeof entry['id'] !== 'string' || typeof entry['h'] !== 'string') continue;
    lost.set(entry['id'], (lost.get(entry['id']) ?? new Set()).add(entry['h']));
  }
  return (id, value) => lost.get(id)?.has(hash12(value)) === true;
}
