import { isUtf8 } from 'node:buffer';
import { byText } from '../text/canonical.js';
import { type ConfinedReader, matchesAny, plain, skipped, skippedFolders } from './files.js';

/** A reader of files that are not on the disk, such as those of another commit; it lists as the disk's reader does. */
export function treeReader(files: ReadonlyMap<string, Uint8Array>, root: string, basis?: ConfinedReader): ConfinedReader {
  const bytes: ConfinedReader['bytes'] = async (path, { maxBytes = 10_000_000 } = {}) => {
    const found = files.get(path);
    if (found === undefined) return Promise.resolve({ ok: false, finding: skipped(path, 'it does not exist') });
    if (found.length > maxBytes) return { ok: false, finding: skipped(path, `it has ${found.length} bytes, more than the ${maxBytes} that are read`) };
    return { ok: true, bytes: Buffer.from(found.buffer, found.byteOffset, found.byteLength) };
  };
  return {
    root, bytes, ...(basis ? { basis } : {}),
    async text(path, limits) {
      const read = await bytes(path, limits);
      if (!read.ok) return read;
      if (!isUtf8(read.bytes)) return { ok: false, finding: skipped(path, 'it is not UTF-8') };
      return { ok: true, text: read.bytes.toString('utf8').replace(/^\uFEFF/, '') };
    },
    exists: (path) => Promise.resolve(files.has(path)),
    list(globs) {
      const wanted = globs.filter((glob) => !glob.startsWith('!')).map(plain);
      const unwanted = globs.filter((glob) => glob.startsWith('!')).map((glob) => plain(glob.slice(1)));
      const named = new Set(wanted.flatMap((glob) => glob.split('/')));
      const isHidden = (path: string): boolean => path.split('/').some((part) => (part.startsWith('.') || skippedFolders.has(part)) && !named.has(part));
      return Promise.resolve({ files: [...files.keys()].filter((path) => matchesAny(path, wanted) && !matchesAny(path, unwanted) && !isHidden(path)).sort(byText), findings: [] });
    },
  };
}
