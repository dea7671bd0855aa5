/** Names of the outside where nothing marks them as such. */

/** Letters, digits and what stands between them in ids and paths: no sentence can be made of it. */
export function isPlainName(name: string): boolean {
  return /^[\p{L}\p{N}_$][\p{L}\p{N}_$.:/+#>-]{0,159}$/u.test(name);
}

/** The name, or that it is none that can be said. */
export function sayable(name: string): string {
  return isPlainName(name) ? name : '(an odd name)';
}
