import type { PutEdit } from '../context/edit.js';
import { redactKnown } from '../text/redact.js';

/** Derived edits whose texts hold none of the secrets: a description in dbt may quote a key. Names and SQL stay what they are. */
export function withoutSecrets(edits: readonly PutEdit[], secrets: readonly string[]): readonly PutEdit[] {
  if (secrets.length === 0) return edits;
  const all = edits.filter(isText).map((edit) => JSON.stringify(edit.value)).join('\n');
  // as good as always; looking at each by itself takes long
  if (redactKnown(all, secrets) === all) return edits;
  return edits.map((edit) => (isText(edit) ? ({ ...edit, value: cleaned(edit.value, secrets) } as PutEdit) : edit));
}

const isText = (edit: PutEdit): boolean => edit.kind === 'description' || edit.kind === 'property';

function cleaned(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return redactKnown(value, secrets);
  if (Array.isArray(value)) return value.map((one) => cleaned(one, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one, secrets)]));
}
