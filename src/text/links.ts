/** Addresses in a text, whatever makes them one: a scheme, `www.`, a host with a path, a target in Markdown. */

const topLevel = 'com|net|org|io|dev|app|ai|co|me|info|biz|xyz|top|site|online|link|click|cloud|page|sh|to|ly|gl|ru|cn|de|at|ch|fr|uk|eu|us|example|test|invalid';
const patterns: readonly RegExp[] = [
  /\b[a-z][a-z0-9+.-]{1,20}:[\\/]+[^\s)>\]"'`]+/gi,
  /\b(?:(?:mailto|tel|sms|javascript|vbscript|blob):|data:[a-z]+\/)[^\s)>\]"'`]+/gi,
  /(?<![:\w/\\])[\\/]{2}[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s)>\]"'`]*/gi,
  /(?<![\w@/.-])www\.[^\s)>\]"'`]+/gi,
  new RegExp(`(?<![\\w@/.:-])(?:[a-z0-9-]+\\.)+(?:${topLevel})(?::\\d+)?[/?][^\\s)>\\]"'\`]*`, 'gi'),
];

/** In order of their kinds, without the punctuation of the sentence around them. Anchors of the same page are none; definitions of links are, whole. */
export function links(text: string): string[] {
  const targets = [...text.matchAll(/\]\(\s*<?([^)\s>#][^)\s>]*)/g)].map(([, target = '']) => target);
  // a definition is not shown where it stands, so that it can say anything; a footnote is
  const definitions = text.match(/\[(?!\^)[^\]\n]+\]:.*/g) ?? [];
  return [...patterns.flatMap((pattern) => text.match(pattern) ?? []), ...targets, ...definitions].map((link) => link.replace(/[.,;:!?]+$/, ''));
}

/** A page of a host by its path alone: nothing that names somebody, and no query that could carry something. */
export function isPlainLink(link: string): boolean {
  return /^(?:https?:\/\/|www\.)[a-z0-9.-]+(?::\d+)?(?:\/[^\s?#@\\]*)?(?:#[\w.-]*)?$/i.test(link);
}
