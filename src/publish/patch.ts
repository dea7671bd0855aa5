import { createHash } from 'node:crypto';
import { byText } from '../text/canonical.js';
import { type LineChange, diffLines } from '../text/line-diff.js';

/** A file before and after a run; null where there is none. */
export interface FileChange {
  /** Relative to the project, with forward slashes. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A patch in git's format, with what it changes counted in files and lines. */
export interface PatchText {
  readonly text: string;
  readonly files: number;
  readonly insertions: number;
  readonly deletions: number;
}

/**
 * The patch that `git apply` turns every before into its after with, sorted by path; empty where nothing changes. The
 * prefix is the project's folder in its git root, '' or ending in a slash. Hunks have three lines of context; blobs are
 * named in full, so that `git apply --3way` finds them.
 */
export function writePatch(changes: readonly FileChange[], prefix: string): PatchText {
  const files = changes
    .filter(({ before, after }) => before !== after)
    .toSorted((a, b) => byText(a.path, b.path))
    .map((change) => filePatch(change, prefix));
  return {
    text: files.map(({ text }) => text).join(''),
    files: files.length,
    insertions: files.reduce((sum, { insertions }) => sum + insertions, 0),
    deletions: files.reduce((sum, { deletions }) => sum + deletions, 0),
  };
}

interface FilePatch {
  readonly text: string;
  readonly insertions: number;
  readonly deletions: number;
}

const contextLines = 3;

function filePatch({ path, before, after }: FileChange, prefix: string): FilePatch {
  const [oldName, newName] = [quoted(`a/${prefix}${path}`), quoted(`b/${prefix}${path}`)];
  const [oldLines, newLines] = [linesOf(before), linesOf(after)];
  const changes = diffLines(oldLines, newLines);
  const index = `index ${blob(before)}..${blob(after)}`;
  const header = [`diff --git ${oldName} ${newName}`];
  if (before === null) header.push('new file mode 100644', index);
  else if (after === null) header.push('deleted file mode 100644', index);
  else header.push(`${index} 100644`);
  // Without hunks, as for an empty file, git writes no names.
  if (changes.length > 0) {
    header.push(`--- ${before === null ? '/dev/null' : ended(oldName)}`, `+++ ${after === null ? '/dev/null' : ended(newName)}`);
  }
  const hunks = grouped(changes).map((group) => hunk(group, oldLines, newLines));
  return {
    text: header.map((line) => `${line}\n`).join('') + hunks.join(''),
    insertions: changes.reduce((sum, { afterStart, afterEnd }) => sum + afterEnd - afterStart, 0),
    deletions: changes.reduce((sum, { beforeStart, beforeEnd }) => sum + beforeEnd - beforeStart, 0),
  };
}

/** Lines with their line breaks; the last may have none. */
function linesOf(text: string | null): readonly string[] {
  return text === null || text === '' ? [] : text.split(/(?<=\n)/);
}

/** Changes whose context lines would touch or overlap are one hunk. */
function grouped(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const groups: LineChange[][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && change.beforeStart - last.beforeEnd <= 2 * contextLines) group.push(change);
    else groups.push([change]);
  }
  return groups;
}

function hunk(changes: readonly LineChange[], oldLines: readonly string[], newLines: readonly string[]): string {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined) return '';
  const above = Math.min(contextLines, first.beforeStart);
  const below = Math.min(contextLines, oldLines.length - last.beforeEnd);
  const [oldStart, newStart] = [first.beforeStart - above, first.afterStart - above];
  const lines: string[] = [];
  let context = oldStart;
  const put = (sign: string, from: readonly string[], start: number, end: number): void => {
    for (const line of from.slice(start, end)) lines.push(patchLine(sign, line));
  };
  for (const { beforeStart, beforeEnd, afterStart, afterEnd } of changes) {
    put(' ', oldLines, context, beforeStart);
    put('-', oldLines, beforeStart, beforeEnd);
    put('+', newLines, afterStart, afterEnd);
    context = beforeEnd;
  }
  put(' ', oldLines, context, last.beforeEnd + below);
  const oldRange = range(oldStart, last.beforeEnd + below - oldStart);
  const newRange = range(newStart, last.afterEnd + below - newStart);
  return `@@ -${oldRange} +${newRange} @@\n${lines.join('')}`;
}

/** First line and number of lines; an empty range names the line before it, and a single line goes without number. */
function range(start: number, length: number): string {
  if (length === 0) return `${start},0`;
  return length === 1 ? `${start + 1}` : `${start + 1},${length}`;
}

function patchLine(sign: string, line: string): string {
  return line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;
}

const escapes: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** A name as git quotes it: as it is, or in C's quotes with every byte that is not printable ASCII in octal. */
function quoted(name: string): string {
  if (/^[\x20-\x7e]*$/.test(name) && !/["\\]/.test(name)) return name;
  const bytes = [...Buffer.from(name, 'utf8')].map((byte) => {
    const character = String.fromCharCode(byte);
    const escape = escapes[character];
    if (escape !== undefined) return escape;
    return byte >= 0x20 && byte < 0x7f ? character : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `"${bytes.join('')}"`;
}

/** Behind a name with a space git ends the name with a tab. */
function ended(name: string): string {
  return name.includes(' ') && !name.startsWith('"') ? `${name}\t` : name;
}

/** The id that git gives to a file of this text. */
function blob(text: string | null): string {
  if (text === null) return '0'.repeat(40);
  const bytes = Buffer.from(text, 'utf8');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
