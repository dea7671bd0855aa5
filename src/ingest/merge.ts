import { entityId, outranks, sortEdits, type PutEdit } from '../context/edit.js';
import type { Finding } from '../finding.js';
import { byText, canonicalJson } from '../text/canonical.js';

export interface Merged {
  /** One edit per entity. */
  readonly edits: readonly PutEdit[];
  readonly findings: readonly Finding[];
  /** Two values of models or answers for one entity: the first stands until that is settled. */
  readonly conflicts: readonly (readonly [PutEdit, PutEdit])[];
}

const declaredFirst = (edit: PutEdit): number => (edit.kind === 'join' && edit.value.source === 'inferred' ? 1 : 0);

const byAuthority = (a: PutEdit, b: PutEdit): number => Number(outranks(b.author, a.author)) - Number(outranks(a.author, b.author));

/**
 * All edits of a run as one set, whatever order the units ended in. Of two values for one entity that of the higher author
 * stands: derived before reconcile before a model. Two values of one author are a conflict: what is declared wins over
 * what is inferred, then the first in a fixed order, and people are told. Equal values of one author unite their evidence;
 * a lower author adds none, so that the lock is the same on nights on which it is not asked.
 */
export function mergeEdits(edits: readonly PutEdit[]): Merged {
  const sorted = sortEdits(edits, (edit) => edit).sort((a, b) => byAuthority(a, b) || declaredFirst(a) - declaredFirst(b));
  const byEntity = new Map<string, PutEdit>();
  const conflicts = new Map<string, PutEdit[]>();
  const outranked = new Map<string, PutEdit>();
  for (const edit of sorted) {
    const id = entityId(edit);
    const first = byEntity.get(id);
    if (!first) byEntity.set(id, edit);
    else if (outranks(first.author, edit.author)) {
      // what reconcile decides it decides between models, so that needs no word
      if (first.author === 'derived' && !outranked.has(id) && canonicalJson(meaning(first)) !== canonicalJson(meaning(edit))) outranked.set(id, edit);
    } else if (canonicalJson(meaning(first)) !== canonicalJson(meaning(edit))) conflicts.set(id, [...(conflicts.get(id) ?? [first]), edit]);
    else byEntity.set(id, { ...first, evidence: [...new Set([...first.evidence, ...edit.evidence])].sort(byText) });
  }
  const judged = [...conflicts].filter(([, [first]]) => first?.author !== 'derived');
  const findings = [...conflicts].filter(([, [first]]) => first?.author === 'derived').map(([id, sides]): Finding => ({
    severity: 'warning', code: 'edit-conflict',
    message: `${id} has ${sides.length} values: ${sides.map((side) => `${canonicalJson(meaning(side)).slice(0, 80)} (${side.evidence.join(', ')})`).join(' and ')}; the first is written`,
    fix: 'let one of the sources say it', evidence: [...new Set(sides.flatMap((side) => side.evidence))].sort(byText),
  }));
  for (const [id, edit] of outranked) {
    findings.push({
      severity: 'notice', code: 'suggestion', message: `${id} is derived and stays; a model would write ${canonicalJson(meaning(edit)).slice(0, 300)}`,
      fix: 'write it yourself if the model is right', evidence: edit.evidence,
    });
  }
  return { edits: [...byEntity.values()], findings, conflicts: judged.map(([, [first, second]]) => [first as PutEdit, second as PutEdit] as const) };
}

/** What two edits of one entity may differ in and still say the same. */
function meaning(edit: PutEdit): unknown {
  return edit.kind === 'join' ? edit.value.relationship : edit.value;
}
