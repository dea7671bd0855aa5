/** Reading back the patches that patch.ts writes. Strict: a file whose lines are not the expected ones is left alone. */

export interface AppliedPatch {
  /** New text by path relative to the project; null for a deleted file. Files that stand there as the patch leaves them are among them. */
  readonly files: ReadonlyMap<string, string | null>;
  /** Paths whose hunks do not fit. */
  readonly failed: readonly string[];
}

interface FilePatch {
  readonly path: string;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly hunks: readonly Hunk[];
}

interface Hunk {
  /** 1-based; 0 for a hunk on an empty file. */
  readonly start: number;
  /** The same in the file that the patch makes. */
  readonly newStart: number;
  readonly lines: readonly { readonly sign: ' ' | '+' | '-'; readonly text: string }[];
}

export function applyPatch(tree: ReadonlyMap<string, string>, patch: string, prefix: string): AppliedPatch {
  const files = new Map<string, string | null>();
  const failed: string[] = [];
  for (const file of parsePatch(patch)) {
    const path = file.path.startsWith(prefix) ? file.path.slice(prefix.length) : file.path;
    const before = tree.get(path);
    const after = applyFile(before, file);
    // half of a patch may have been merged already
    if (after !== undefined) files.set(path, after);
    else if (applyFile(before, reversed(file)) !== undefined) files.set(path, before ?? null);
    else failed.push(path);
  }
  return { files, failed };
}

/** The file as the patch leaves it, null: deleted; undefined: it does not fit. */
function applyFile(before: string | undefined, file: FilePatch): string | null | undefined {
  if (file.created ? before !== undefined : before === undefined) return undefined;
  const after = applyHunks(before ?? '', file.hunks);
  if (!file.deleted) return after;
  return after === '' ? null : undefined;
}

const opposite = { ' ': ' ', '+': '-', '-': '+' } as const;

function reversed(file: FilePatch): FilePatch {
  const hunks = file.hunks.map((hunk) => ({ start: hunk.newStart, newStart: hunk.start, lines: hunk.lines.map(({ sign, text }) => ({ sign: opposite[sign], text })) }));
  return { path: file.path, created: file.deleted, deleted: file.created, hunks };
}

function applyHunks(before: string, hunks: readonly Hunk[]): string | undefined {
  const lines = before === '' ? [] : before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  for (const hunk of hunks) {
    const start = Math.max(0, hunk.start - (hunk.lines.some((line) => line.sign !== '+') ? 1 : 0));
    while (at < start && at < lines.length) result.push(lines[at++] ?? '');
    for (const { sign, text } of hunk.lines) {
      if (sign === '+') result.push(text);
      else if (lines[at] !== text) return undefined;
      else {
        at += 1;
        if (sign === ' ') result.push(text);
      }
    }
  }
  return result.concat(lines.slice(at)).join('');
}

function parsePatch(patch: string): FilePatch[] {
  const lines = patch.split('\n');
  const files: FilePatch[] = [];
  let at = 0;
  while (at < lines.length) {
    const header = lines[at] ?? '';
    if (!header.startsWith('diff --git ')) {
      at += 1;
      continue;
    }
    const path = pathOf(header);
    let created = false;
    let deleted = false;
    at += 1;
    for (; at < lines.length && !/^(@@ |diff --git )/.test(lines[at] ?? ''); at += 1) {
      created ||= (lines[at] ?? '').startsWith('new file mode');
      deleted ||= (lines[at] ?? '').startsWith('deleted file mode');
    }
    const hunks: Hunk[] = [];
    while (at < lines.length && (lines[at] ?? '').startsWith('@@ ')) {
      const numbers = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(lines[at] ?? '');
      let old = Number(numbers?.[2] ?? 1);
      let now = Number(numbers?.[4] ?? 1);
      const body: { sign: ' ' | '+' | '-'; text: string }[] = [];
      for (at += 1; at < lines.length && (old > 0 || now > 0 || (lines[at] ?? '').startsWith('\\')); at += 1) {
        const line = lines[at] ?? '';
        const sign = line[0];
        if (sign === '\\') {
          const last = body.at(-1);
          if (last) body[body.length - 1] = { sign: last.sign, text: last.text.slice(0, -1) };
          continue;
        }
        if (sign !== ' ' && sign !== '+' && sign !== '-') break;
        if (sign !== '+') old -= 1;
        if (sign !== '-') now -= 1;
        body.push({ sign, text: `${line.slice(1)}\n` });
      }
      hunks.push({ start: Number(numbers?.[1] ?? 0), newStart: Number(numbers?.[3] ?? 0), lines: body });
    }
    files.push({ path, created, deleted, hunks });
  }
  return files;
}

/** The path behind `b/`, unquoted as git quotes odd names. */
function pathOf(header: string): string {
  const quoted = /^diff --git "a\/(?:[^"\\]|\\.)*" ("b\/(?:[^"\\]|\\.)*")$/.exec(header);
  if (!quoted) {
    const rest = header.slice('diff --git a/'.length);
    // both names are the same, so the second begins right behind the middle
    return rest.slice((rest.length - ' b/'.length) / 2 + ' b/'.length);
  }
  const bytes: number[] = [];
  const text = (quoted[1] ?? '').slice(3, -1);
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] !== '\\') bytes.push(...Buffer.from(text[i] ?? ''));
    else if (/[0-7]/.test(text[i + 1] ?? '')) {
      bytes.push(parseInt(text.slice(i + 1, i + 4), 8));
      i += 3;
    } else {
      bytes.push({ n: 10, t: 9, r: 13, b: 8, f: 12, v: 11, a: 7 }[text[i + 1] ?? ''] ?? (text.charCodeAt(i + 1)));
      i += 1;
    }
  }
  return Buffer.from(bytes).toString('utf8');
}
