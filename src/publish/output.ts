import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Change } from '../context/apply.js';
import { entityId, type Edit } from '../context/edit.js';
import { recordLine, type LockRecord, type UnitRecord } from '../context/lock-records.js';
import type { Finding } from '../finding.js';
import type { Report, Verdict } from '../report.js';
import { idSlug } from '../text/slug.js';
import { redact, redactFindings, redactKnown } from '../text/redact.js';

/** The output folder: everything that a run leaves behind (DESIGN section 5). All text passes redaction on its way in. */

export interface OutputFolder {
  /** Absolute. */
  readonly path: string;
  /** As people should type it from where they are. */
  readonly shown: string;
}

export type OpenedOutput = { readonly ok: true; readonly folder: OutputFolder } | { readonly ok: false; readonly finding: Finding };

/** `--out`, or the next free number in .ktx/ci, made and writable. */
export function openOutput(root: string, out: string | undefined, cwd: string): OpenedOutput {
  const path = out !== undefined ? resolve(cwd, out) : nextFree(join(root, '.ktx', 'ci'));
  try {
    mkdirSync(join(path, 'units'), { recursive: true });
    writeFileSync(join(path, '.gitignore'), '*\n');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be written';
    return { ok: false, finding: { severity: 'error', code: 'output-folder', message: `the output folder ${out ?? path} cannot be made (${why})`, fix: 'name a folder that can be written with --out' } };
  }
  const fromHere = relative(cwd, path);
  return { ok: true, folder: { path, shown: fromHere === '' ? '.' : fromHere.startsWith('..') || isAbsolute(fromHere) ? path : fromHere } };
}

function nextFree(folder: string): string {
  const taken = existsSync(folder) ? readdirSync(folder).map(Number).filter((number) => Number.isInteger(number)) : [];
  return join(folder, String(Math.max(0, ...taken) + 1).padStart(4, '0'));
}

/** What is kept of a unit as soon as it ends, so that a killed run can be taken over. */
export interface UnitOutput {
  /** Its record for ktx.lock. */
  readonly record: UnitRecord;
  readonly edits: readonly Edit[];
  /** What it leaves open and what it cost, as records for ktx.lock. */
  readonly others?: readonly LockRecord[];
  /** What it asks and notes. */
  readonly findings?: readonly Finding[];
  /** Its conversation with a model, one entry a line; it never leaves the machine. */
  readonly transcript?: readonly unknown[];
  /** It goes on: what the folder holds of the conversation stays before it. */
  readonly continues?: boolean;
}

/** Writes the folder of a finished unit by one rename: it is there whole or not at all. */
export function writeUnit(folder: OutputFolder, unit: UnitOutput, secrets: readonly string[]): void {
  const target = join(folder.path, 'units', idSlug(redactKnown(unit.record.id, secrets)));
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial);
  writeFileSync(join(partial, 'edits.jsonl'), redact(unit.edits.map((edit) => `${JSON.stringify(edit)}\n`).join(''), secrets));
  writeFileSync(join(partial, 'lock.jsonl'), redactKnown([unit.record, ...(unit.others ?? [])].map((record) => `${recordLine(record)}\n`).join(''), secrets));
  if (unit.findings && unit.findings.length > 0) writeFileSync(join(partial, 'findings.jsonl'), lines(redactFindings(unit.findings, secrets)));
  if (unit.transcript) {
    const before = join(target, 'transcript.jsonl');
    const said = unit.continues === true && existsSync(before) ? readFileSync(before, 'utf8') : '';
    writeFileSync(join(partial, 'transcript.jsonl'), said + redact(lines(unit.transcript, secrets), secrets), { mode: 0o600 });
  }
  rmSync(target, { recursive: true, force: true });
  renameSync(partial, target);
}

/** One line of JSON an item; a string in it may be JSON itself, where a credential is escaped twice. */
const lines = (items: readonly unknown[], secrets: readonly string[] = []): string =>
  items.map((item) => `${JSON.stringify(item, (_, value: unknown) => (typeof value === 'string' && secrets.length > 0 ? redactKnown(value, secrets) : value))}\n`).join('');

export interface RunOutput {
  readonly patch: string;
  readonly changes: readonly Change[];
  /** What the answers to open questions stand for. */
  readonly choices: readonly { readonly question: string; readonly option: string; readonly edit: Edit }[];
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly base: { readonly commit: string | null; readonly dirty: boolean; readonly prefix: string; readonly lockHash: string };
  readonly catalogue: readonly { readonly connection: string; readonly source: string; readonly columns: Readonly<Record<string, string>> }[];
  readonly summary: string;
  readonly html: string;
}

/** The patch of one unit alone, beside its edits. */
export function writeUnitPatch(folder: OutputFolder, unitId: string, patch: string, secrets: readonly string[]): void {
  const unit = join(folder.path, 'units', idSlug(redactKnown(unitId, secrets)));
  // a unit that waits for a model has no folder
  if (!existsSync(unit)) return;
  const target = join(unit, 'patch.patch');
  writeFileSync(`${target}.partial`, redactKnown(patch, secrets));
  renameSync(`${target}.partial`, target);
}

/** Writes the run's files, the report last: whoever finds a report finds everything that it names. */
export function writeOutput(folder: OutputFolder, output: RunOutput, secrets: readonly string[]): void {
  const write = (name: string, text: string): void => {
    const partial = join(folder.path, `${name}.partial`);
    writeFileSync(partial, redact(text, secrets));
    renameSync(partial, join(folder.path, name));
  };
  writeFileSync(join(folder.path, 'context.patch.partial'), redactKnown(output.patch, secrets));
  renameSync(join(folder.path, 'context.patch.partial'), join(folder.path, 'context.patch'));
  write('edits.jsonl', output.changes.map(({ edit, file, before }) => {
    const entity = entityId(edit);
    return `${JSON.stringify({ entity, file, verdict: output.verdicts.get(entity) ?? 'parsed', ...(before === undefined ? {} : { before }), edit })}\n`;
  }).join('') + output.choices.map(({ question, option, edit }) => `${JSON.stringify({ entity: entityId(edit), verdict: 'parsed', question, option, edit })}\n`).join(''));
  write('base.json', `${JSON.stringify(output.base, null, 2)}\n`);
  write('catalog.jsonl', output.catalogue.map((source) => `${JSON.stringify(source)}\n`).join(''));
  write('summary.md', output.summary);
  write('report.html', output.html);
}

export function writeReport(folder: OutputFolder, report: Report, secrets: readonly string[]): void {
  const partial = join(folder.path, 'report.json.partial');
  writeFileSync(partial, redact(`${JSON.stringify(report, null, 2)}\n`, secrets));
  renameSync(partial, join(folder.path, 'report.json'));
}
