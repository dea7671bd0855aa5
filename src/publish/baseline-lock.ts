/**
 * The lock of a tree that mixes two: what it says about a file comes from where the file comes from, else things that one
 * side never wrote would count as deleted by a person. All other records are the baseline's; what people deleted stays
 * deleted where either says so, if `both` moved since they parted. Works on lines: what cannot be read is left to readLock.
 */
export function mixedLock(mine: string, theirs: string, isMine: (path: string) => boolean, both: boolean): string {
  const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
  const ofTheirs = lines(theirs).filter((line) => {
    const path = filePath(line);
    return path === undefined || !isMine(path);
  });
  const known = new Set(ofTheirs);
  const ofMine = lines(mine).filter((line) => {
    const path = filePath(line);
    return path === undefined ? both && recordOf(line)?.t === 'gone' && !known.has(line) : isMine(path);
  });
  return [...ofTheirs, ...ofMine].map((line) => `${line}\n`).join('');
}

function recordOf(line: string): { readonly t?: unknown; readonly id?: unknown } | undefined {
  try {
    return (JSON.parse(line) as { readonly t?: unknown; readonly id?: unknown } | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Path of a `file` record, of the file itself or of one source in it; undefined for every other line. */
function filePath(line: string): string | undefined {
  const record = recordOf(line);
  return record?.t === 'file' && typeof record.id === 'string' ? record.id.split('#')[0] : undefined;
}
