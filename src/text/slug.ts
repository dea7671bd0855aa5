import { sha256 } from './canonical.js';

/** Folder name for an id: safe characters, cut at 80, then 8 hex of its hash so that two ids never share one. */
export function idSlug(id: string): string {
  return `${id.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 80)}-${sha256(id).slice(0, 8)}`;
}

const windowsReserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/**
 * File name (without extension) for a semantic-layer source. ktx derives it the same way: the name itself where it is
 * plain, otherwise a slug and 8 hex of its hash, so that it stays injective on case-insensitive disks.
 */
export function sourceFileName(name: string): string {
  if (/^[a-z0-9][a-z0-9_]{0,63}$/.test(name) && !windowsReserved.test(name)) return name;
  const slug = name.toLowerCase().replace(/[^a-z0-9_]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 64);
  return `${slug || 'src'}-${sha256(name).slice(0, 8)}`;
}
