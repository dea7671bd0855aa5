import { existsSync, lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Edit } from '../context/edit.js';
import { isLockType, isObject, isRecord, type DroppedRecord, type LockRecord, type PairRecord, type SpentRecord, type UnitRecord, type UnprovedRecord } from '../context/lock-records.js';
import type { Finding } from '../finding.js';
import { byText } from '../text/canonical.js';
import { git, readGitBase, readTreeAt } from './git.js';
import { applyPatch } from './apply-patch.js';
import { mixedLock } from './baseline-lock.js';

/** What a run starts from besides the working tree: an unmerged branch, or the output folder of an earlier run. */

export interface Baseline {
  /** The context's files as the baseline leaves them, over those of the working tree. */
  readonly tree: ReadonlyMap<string, Uint8Array>;
  readonly findings: readonly Finding[];
}

export type ReadBaseline = ({ readonly ok: true } & Baseline) | { readonly ok: false; readonly finding: Finding };

/** `name` is a folder with a context.patch, else a git ref. What it says about paths that may not change is left out. */
export async function readBaseline(root: string, cwd: string, name: string, base: ReadonlyMap<string, Uint8Array>, mayChange: (path: string) => boolean): Promise<ReadBaseline> {
  const folder = resolve(cwd, name);
  if (existsSync(folder) && statSync(folder).isDirectory()) return readFolder(root, name, folder, base, mayChange);
  return readRef(root, name, base, mayChange);
}

async function readFolder(root: string, name: string, folder: string, base: ReadonlyMap<string, Uint8Array>, mayChange: (path: string) => boolean): Promise<ReadBaseline> {
  const file = join(folder, 'context.patch');
  if (!existsSync(file)) return { ok: false, finding: { severity: 'error', code: 'baseline-unreadable', message: `${name} has no context.patch`, fix: 'name the output folder of a run that ended (--resume takes over one that did not)' } };
  const { prefix } = await readGitBase(root);
  const texts = new Map([...base].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));
  const applied = applyPatch(texts, readFileSync(file, 'utf8'), prefix);
  const moved = (path: string): Finding => ({
    severity: 'notice', code: 'baseline-unreadable', file: path, message: `${path} has changed since ${name} was written; what that run proposed there is worked out again`, fix: '',
  });
  // without its lock nothing says what in the other files is ours
  if (applied.failed.includes('ktx.lock')) return { ok: true, tree: base, findings: [moved('ktx.lock')] };
  const tree = new Map(base);
  const findings = applied.failed.filter(mayChange).map(moved);
  for (const [path, text] of applied.files) {
    if (!mayChange(path)) findings.push({ severity: 'warning', code: 'path-escape', message: `${name} changes ${path}, which no run of ktx-ci may; that part of it is left out`, fix: 'look at where that folder comes from' });
    else if (text === null) tree.delete(path);
    else if (path === 'ktx.lock') tree.set(path, Buffer.from(mixedLock(texts.get(path) ?? '', text, (one) => applied.failed.includes(one), false)));
    else tree.set(path, Buffer.from(text));
  }
  return { ok: true, tree, findings };
}

/** Files that only the ref changed since the two parted are the ref's; where both changed one, the working tree's stays. */
async function readRef(root: string, name: string, base: ReadonlyMap<string, Uint8Array>, mayChange: (path: string) => boolean): Promise<ReadBaseline> {
  const theirs = await readTreeAt(root, name);
  if (!theirs) return { ok: false, finding: { severity: 'error', code: 'baseline-unreadable', message: `${name} is neither a folder nor a git ref here`, fix: 'fetch the branch, or name an output folder' } };
  const parted = (await git(root, ['merge-base', 'HEAD', name]))?.trim();
  const common = parted ? ((await readTreeAt(root, parted)) ?? new Map<string, Uint8Array>()) : new Map<string, Uint8Array>();
  const tree = new Map(base);
  const findings: Finding[] = [];
  const same = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean => (a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0);
  for (const path of [...new Set([...theirs.keys(), ...common.keys()])].filter((one) => one !== 'ktx.lock').sort(byText)) {
    const [mine, other, before] = [base.get(path), theirs.get(path), common.get(path)];
    if (!mayChange(path) || same(other, before) || same(mine, other)) continue;
    if (same(mine, before)) {
      if (other === undefined) tree.delete(path);
      else tree.set(path, other);
    } else findings.push({ severity: 'notice', code: 'baseline-unreadable', file: path, message: `${path} changed here and on ${name}; the version here is used`, fix: 'merge the branch to settle it' });
  }
  const [mine, other, before] = [base.get('ktx.lock'), theirs.get('ktx.lock'), common.get('ktx.lock')];
  if (other && mayChange('ktx.lock') && !same(mine, other)) {
    tree.set('ktx.lock', Buffer.from(mixedLock(Buffer.from(mine ?? []).toString('utf8'), Buffer.from(other).toString('utf8'), (path) => !same(tree.get(path), theirs.get(path)), !same(mine, before))));
  }
  return { ok: true, tree, findings };
}

export interface ResumableUnit {
  readonly record: UnitRecord;
  /** Of a model, puts and removals. What was derived is worked out anew: it also rests on rows of other tables, which no key covers. */
  readonly edits: readonly Edit[];
  /** What the unit asked and noted. */
  readonly findings: readonly Finding[];
  /** Entities whose check could not be made, with the reason. */
  readonly unproved: readonly UnprovedRecord[];
  /** What it asked people, for the lock. */
  readonly asked: readonly PairRecord[];
  /** What it proposed in vain. */
  readonly dropped: readonly DroppedRecord[];
  /** What it cost, which no lock knows where its run was killed. */
  readonly spent: SpentRecord | undefined;
}

/** Units of an earlier output folder, by id. A folder that is not whole is not there; links are not followed. */
export function readResumable(cwd: string, name: string): { readonly ok: true; readonly units: ReadonlyMap<string, ResumableUnit> } | { readonly ok: false; readonly finding: Finding } {
  const folder = join(resolve(cwd, name), 'units');
  if (!existsSync(folder)) return { ok: false, finding: { severity: 'error', code: 'baseline-unreadable', message: `${name} has no units/`, fix: 'name the output folder of an earlier run' } };
  const units = new Map<string, ResumableUnit>();
  for (const slug of readdirSync(folder).sort(byText)) {
    const unit = slug.endsWith('.partial') ? undefined : readUnit(join(folder, slug));
    if (unit) units.set(unit.record.id, unit);
  }
  return { ok: true, units };
}

function readUnit(folder: string): ResumableUnit | undefined {
  try {
    if (!lstatSync(folder).isDirectory()) return undefined;
    const lines = (file: string): unknown[] => readFileSync(join(folder, file), 'utf8').split('\n').filter((line) => line !== '').map((line): unknown => JSON.parse(line));
    const records = lines('lock.jsonl').filter((line): line is Readonly<Record<string, unknown>> & LockRecord => isObject(line) && isLockType(String(line['t'])) && isRecord(line));
    const [record] = records.filter((one) => one.t === 'unit');
    const edits = lines('edits.jsonl');
    const findings = existsSync(join(folder, 'findings.jsonl')) ? lines('findings.jsonl') : [];
    if (!record || !edits.every(isEdit) || !findings.every(isFinding)) return undefined;
    return {
      record, findings, edits: edits.filter((edit) => edit.author !== 'derived'),
      unproved: records.filter((one) => one.t === 'unproved'), asked: records.filter((one) => one.t === 'pair'), dropped: records.filter((one) => one.t === 'dropped'), spent: records.find((one) => one.t === 'spent'),
    };
  } catch {
    return undefined;
  }
}

function isEdit(value: unknown): value is Edit {
  const edit = value as Partial<Edit> | null;
  return typeof edit === 'object' && edit !== null && typeof edit.op === 'string' && typeof edit.kind === 'string' && typeof edit.author === 'string'
    && typeof edit.connection === 'string' && typeof edit.source === 'string' && Array.isArray(edit.evidence);
}

function isFinding(value: unknown): value is Finding {
  const finding = value as Partial<Finding> | null;
  return typeof finding === 'object' && finding !== null && (finding.code === 'model-question' || finding.code === 'model-note' || finding.code === 'attempt-refused')
    && (finding.severity === 'question' || finding.severity === 'notice' || finding.severity === 'warning') && typeof finding.message === 'string' && typeof finding.fix === 'string';
}
