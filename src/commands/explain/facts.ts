import type { Entity } from '../../context/entities.js';
import type { EntityRecord, Knowledge } from '../../context/knowledge.js';
import type { Lock, PairRecord, UnitRecord } from '../../context/lock.js';
import type { Decisions } from '../../project/decisions.js';
import { byText } from '../../text/canonical.js';

/** What ktx.lock and ktx.decisions.yaml know of one entity. Pure. */

export interface Whose {
  readonly author: 'person' | 'derived' | 'model' | 'reconcile';
  readonly why: string;
}

export interface Decided {
  readonly kind: 'answer' | 'refusal' | 'pin' | 'rule' | 'question' | 'pair';
  readonly text: string;
}

export function recordsOf(entity: Entity, knowledge: Knowledge): Readonly<Record<string, EntityRecord>> {
  const known = knowledge.records(entity.connection, entity.source) ?? {};
  return Object.fromEntries(Object.keys(entity.records).flatMap((key) => (known[key] ? [[key, known[key]] as const] : [])));
}

export function whoseOf(entity: Entity, knowledge: Knowledge, decisions: Decisions): Whose {
  const records = recordsOf(entity, knowledge);
  const [first] = Object.values(records);
  if (decisions.pin(entity.id)) return { author: 'person', why: 'pinned in ktx.decisions.yaml' };
  if (entity.machine) return { author: 'derived', why: 'it follows its source by definition' };
  if (entity.kind === 'source' && first?.by === 'derived' && entity.file.includes('/_schema/')) return { author: 'derived', why: 'scanned' };
  if (!knowledge.exists) return { author: 'person', why: 'there is no ktx.lock yet, so nothing says otherwise' };
  if (!first) return { author: 'person', why: 'ktx.lock has no record of it' };
  const changed = Object.entries(records).filter(([key, { h }]) => entity.records[key] !== '' && entity.records[key] !== h);
  if (changed.length === 0) return { author: first.by, why: `as ${first.by === 'derived' ? 'it was derived' : first.by === 'model' ? 'a model wrote it' : 'reconcile left it'}` };
  return { author: 'person', why: `changed since ${first.by === 'derived' ? 'it was derived' : first.by === 'model' ? 'a model wrote it' : 'reconcile left it'}${entity.kind === 'page' ? `: ${changed.map(([key]) => key).join(', ')}` : ''}` };
}

export function evidenceOf(entity: Entity, knowledge: Knowledge): string[] {
  return [...new Set(Object.values(recordsOf(entity, knowledge)).flatMap(({ ev }) => ev ?? []))].sort(byText);
}

/** The unit whose evidence has the most of the entity's. */
export function unitOf(evidence: readonly string[], lock: Lock): UnitRecord | undefined {
  const shared = (unit: UnitRecord): number => evidence.filter((id) => Object.hasOwn(unit.evidence, id)).length;
  const ranked = lock.all('unit').map((unit) => ({ unit, shared: shared(unit) })).filter((one) => one.shared > 0);
  return ranked.sort((a, b) => b.shared - a.shared || Number(b.unit.by === 'model') - Number(a.unit.by === 'model') || byText(a.unit.id, b.unit.id))[0]?.unit;
}

export interface Verdict {
  readonly verdict: 'proved' | 'parsed' | 'unproved' | 'dropped' | 'unknown';
  readonly why: string;
}

/** `isLocked`: the lock knows the bytes of its file, so that the last run looked at it. */
export function verdictOf(entity: Entity, lock: Lock, isLocked: boolean): Verdict {
  const open = lock.get('unproved', entity.id) ?? lock.get('unproved', `source:${entity.connection}/${entity.source}`);
  if (open && (open.id === entity.id || ['measure', 'segment', 'join'].includes(entity.kind))) return { verdict: 'unproved', why: open.why };
  const dropped = lock.get('dropped', entity.id);
  if (dropped) return { verdict: 'dropped', why: dropped.why };
  if (!isLocked) return { verdict: 'unknown', why: 'no run has looked at this file as it is now' };
  const isScanned = lock.all('table').some((table) => table.id.startsWith(`${entity.connection}/`));
  const isChecked = ['measure', 'segment', 'join', 'grain', 'source', 'column'].includes(entity.kind) && isScanned;
  return isChecked ? { verdict: 'proved', why: 'read from or run on the warehouse' } : { verdict: 'parsed', why: isScanned ? 'there is nothing to count' : 'no warehouse was read' };
}

export function decisionsAbout(entity: Entity, evidence: readonly string[], lock: Lock, decisions: Decisions): Decided[] {
  const said = (by?: string, date?: string, reason?: string): string => [reason === undefined ? '' : `: ${reason}`, by === undefined && date === undefined ? '' : ` (${[by, date].filter((one) => one !== undefined).join(', ')})`].join('');
  const found: Decided[] = [];
  const [refusal, pin] = [decisions.refusal(entity.id), decisions.pin(entity.id)];
  if (refusal) found.push({ kind: 'refusal', text: `refused as ${refusal.entity}${said(refusal.by, refusal.date, refusal.reason)}` });
  if (pin) found.push({ kind: 'pin', text: `stays as it is, by ${pin.entity}${said(pin.by, pin.date, pin.reason)}` });
  const isPage = entity.kind === 'page';
  const about = decisions.about({ sources: isPage ? [] : [{ connection: entity.connection, source: entity.source }], pages: isPage ? [entity.source] : [], evidence });
  for (const text of about.filter((one) => one.startsWith('rule for'))) found.push({ kind: 'rule', text });
  if (lock.get('gone', entity.id)) found.push({ kind: 'refusal', text: 'a person deleted it once; it is not written again' });
  for (const record of lock.all('pair')) {
    const text = JSON.stringify(record);
    if (!text.includes(JSON.stringify(entity.id)) && !namesInEdits(record, entity)) continue;
    const answer = decisions.answer(record.id);
    if (answer) found.push({ kind: 'answer', text: `${record.id} is answered with ${answer.option}${said(answer.by, answer.date, answer.reason)}` });
    else if (record['decision'] === 'question') found.push({ kind: 'question', text: `open: ${record.id}${messageOf(record)}` });
    else found.push({ kind: 'pair', text: pairText(record) });
  }
  return found;
}

function namesInEdits(record: PairRecord, entity: Entity): boolean {
  const options = Array.isArray(record['options']) ? (record['options'] as { edits?: unknown }[]) : [];
  const name = entity.id.slice(entity.id.lastIndexOf('.') + 1);
  return options.some((option) => (Array.isArray(option.edits) ? (option.edits as Readonly<Record<string, unknown>>[]) : []).some((edit) => edit['kind'] === entity.kind && edit['connection'] === entity.connection && edit['source'] === entity.source && (edit['name'] === undefined || edit['name'] === name)));
}

function messageOf(record: PairRecord): string {
  const message = (record['asks'] as { message?: unknown } | undefined)?.message;
  return typeof message === 'string' ? `: ${message}` : '';
}

/** A decision of reconcile in words, whatever of its fields is there. */
function pairText(record: PairRecord): string {
  const part = (key: string): string => (typeof record[key] === 'string' ? record[key] : Array.isArray(record[key]) ? (record[key] as unknown[]).filter((one) => typeof one === 'string').join(', ') : '');
  const [decision, kept, lost, by, why] = [part('decision'), part('kept'), part('lost'), part('by'), part('why')];
  return [decision === '' ? 'decided' : decision, kept === '' ? '' : `kept ${kept}`, lost === '' ? '' : `in place of ${lost}`, by === '' ? '' : `by ${by}`].filter((one) => one !== '').join(' ') + (why === '' ? '' : `: ${why}`);
}
