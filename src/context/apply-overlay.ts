import type { YamlValue } from '../text/yaml.js';
import type { Draft, SourceDesire } from './draft.js';
import { slotOf, sourcePath } from './placement.js';
import { overlayRecords } from './records.js';
import { adoptedRecords, areSettled, carryRecords, settleEntities, wantedEntities, withoutOurs, type Entities } from './settle.js';

/** Brings the overlay of a scanned table to what is wanted: what is ours in it is updated, what is a person's stays. */
export function applyOverlay(draft: Draft, desire: SourceDesire): void {
  const { context, knowledge } = draft;
  const file = context.sourcePath(desire.connection, desire.source) ?? sourcePath(desire.connection, desire.source);
  const known = knowledge.exists
    ? overlayRecords(knowledge.records(desire.connection, desire.source) ?? {})
    : adoptedRecords(context.source(desire.connection, desire.source)?.value ?? {}, desire.evidence);
  const edits = wantedEntities(draft, desire, desire.edits.filter((edit) => slotOf(edit).where === 'overlay'));
  const entities: Entities = { desire, file, edits, known, pathOf: (edit) => slotOf(edit).path };
  if (edits.length === 0 && Object.keys(known).length === 0) return;
  // an overlay of a table whose manifest entry could not be written would have nothing to lie over
  const lost = context.sourcePath(desire.connection, desire.source) === undefined && context.isBroken(context.entryPath(desire.connection, desire.source) ?? desire.path);
  if (draft.isKnown(file) && areSettled(entities)) carryRecords(draft, entities);
  else if (lost || context.isBroken(file)) draft.recordAll(file, desire.source, known);
  else bring(draft, entities);
}

function bring(draft: Draft, entities: Entities): void {
  const { desire, file } = entities;
  const found = draft.context.source(desire.connection, desire.source);
  const root = (found?.value ?? { name: desire.source }) as { readonly [key: string]: YamlValue };
  const { edits, value } = settleEntities(draft, entities, found, root);
  const left = value as { readonly [key: string]: YamlValue } | undefined;
  const work = draft.workOn(file);
  if (!found) {
    if (edits.length > 0 && left) work.whole = { ...left };
    return;
  }
  work.edits.push(...edits);
  if (edits.length > 0 && isEmpty(left)) work.remove = true;
  if (!isEmpty(withoutOurs(left, draft.recordsOf(file, desire.source), entities.pathOf))) work.foreign = true;
}

/** Whether nothing is left but the name. */
function isEmpty(overlay: YamlValue | undefined): boolean {
  return overlay === undefined || (overlay !== null && typeof overlay === 'object' && Object.keys(overlay).every((key) => key === 'name'));
}
