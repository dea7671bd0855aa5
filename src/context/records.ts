import { hash12 } from '../text/canonical.js';
import { entityKey, joinKey, type PutEdit } from './edit.js';
import type { EntityRecord } from './knowledge.js';
import { slotOf } from './placement.js';

/** The lock's records of one source's entities. */

export function joinHash(join: { readonly to: string; readonly on: string; readonly relationship: unknown }): string {
  return hash12([joinKey(join), join.relationship]);
}

export function recordOf(edit: PutEdit): EntityRecord {
  return { h: edit.kind === 'join' ? joinHash(edit.value) : hash12(edit.value), by: edit.author, ev: edit.evidence };
}

export function recordsOf(edits: readonly PutEdit[], machine: string, evidence: readonly string[]): Record<string, EntityRecord> {
  const records: Record<string, EntityRecord> = { '': { h: machine, by: 'derived', ev: evidence } };
  for (const edit of edits) if (!slotOf(edit).machine) records[entityKey(edit)] = recordOf(edit);
  return records;
}

const isScannedKey = (key: string): boolean => key === '' || key.startsWith('join:');

export function scannedRecords(records: Readonly<Record<string, EntityRecord>>): Record<string, EntityRecord> {
  return Object.fromEntries(Object.entries(records).filter(([key]) => isScannedKey(key)));
}

export function overlayRecords(records: Readonly<Record<string, EntityRecord>>): Record<string, EntityRecord> {
  return Object.fromEntries(Object.entries(records).filter(([key]) => !isScannedKey(key)));
}

export function sameRecords(a: Readonly<Record<string, EntityRecord>>, b: Readonly<Record<string, EntityRecord>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key]?.h === b[key]?.h);
}
