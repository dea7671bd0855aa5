import { sha256 } from '../../text/canonical.js';
import { redact } from '../../text/redact.js';

/**
 * Outside text between marks that it cannot forge: the tag is taken from the hash of the text itself, so a text would have
 * to hold a part of its own hash to close its fence. Equal texts get equal fences. All that a model sees of the outside
 * goes through here, so that no credential in it leaves the house: neither what looks like one nor `secrets`.
 */
export function fence(label: string, text: string, secrets: readonly string[]): string {
  const body = redact(text.replace(/\r\n?/g, '\n'), secrets);
  let tag = sha256(body).slice(0, 8);
  while (body.includes(tag)) tag = sha256(`${tag}${body}`).slice(0, 8);
  return `<<<${tag} ${oneLine(label)}\n${body}\n${tag}>>>`;
}

/** Ids and paths are of the outside too: as a label they are one short line without marks. */
function oneLine(label: string): string {
  // eslint-disable-next-line no-control-regex
  return label.replace(/[\u0000-\u001f\u007f\u2028\u2029<>]+/g, ' ').slice(0, 200);
}
