import type { QueryValue } from './warehouse.js';

const maxPattern = 32;

/**
 * The shape of a value without the value: storage class, length and pattern, e.g. `text(12) Aaa aaa-99`, `integer(4)`,
 * `real`, `blob(16)`. `length` is in characters (blobs: bytes); `start` the first characters of a text.
 */
export function maskedShape(storageClass: string, length: number, start: QueryValue): string {
  switch (storageClass) {
    case 'text':
      return `text(${length}) ${pattern(String(start ?? ''), length)}`.trimEnd();
    case 'integer':
    case 'blob':
      return `${storageClass}(${length})`;
    default:
      return storageClass;
  }
}

/** Capital letters as A, others as a, digits as 9, white space as one blank; only punctuation of ASCII stays. */
function pattern(start: string, length: number): string {
  const characters = Array.from(start);
  const masked = characters.slice(0, maxPattern).map((character) => {
    if (/\p{Lu}/u.test(character)) return 'A';
    if (/[\p{L}\p{M}]/u.test(character)) return 'a';
    if (/\p{N}/u.test(character)) return '9';
    if (/\s/u.test(character)) return ' ';
    return /[!-/:-@[-`{-~]/.test(character) ? character : '?';
  });
  return masked.join('') + (length > masked.length ? '…' : '');
}
