/** Characters that a reader does not see, and a machine does. */

/** Control characters, formats, tags, fillers and selectors; line breaks and tabs are none. */
const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0e\u{e0100}-\u{e01ef}]/u;

/** A carriage return before a line feed ends a line like the line feed alone. */
export function holdsInvisible(text: string): boolean {
  return invisible.test(text.includes('\r') ? text.replaceAll('\r\n', '\n') : text);
}

/** Those of them that a text of people never needs: joiners, marks of right-to-left scripts and selectors of emoji may stay. */
const smuggling = /(?![\n\t\r])[\p{Cc}\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e01ef}]/gu;

/** The text as a reader sees it. */
export function visible(text: string): string {
  return text.replace(/\r(?!\n)|[\u2028\u2029]/g, '\n').replace(smuggling, '');
}
