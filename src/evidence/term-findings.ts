import { placeOf, type Finding } from '../finding.js';
import { byText } from '../text/canonical.js';
import { contradictions } from './contradictions.js';
import type { Definition } from './evidence.js';

/** A question for every term that two sources define differently. */
export function termFindings(definitions: readonly Definition[]): Finding[] {
  return contradictions(definitions).map((contradiction) => {
    const [first] = contradiction.sides;
    return {
      severity: 'question', code: 'term-contradiction', message: contradiction.message, ...(first ? placeOf(first.definition.origin) : {}),
      fix: 'agree on one of them and write it in both places',
      evidence: [...new Set(contradiction.sides.map((side) => side.definition.evidence))].sort(byText),
    };
  });
}
