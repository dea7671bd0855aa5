import type { Removals, SourceDesire, SourceRemoval } from '../context/apply.js';
import type { Context } from '../context/context.js';
import type { PutEdit, RemoveEdit } from '../context/edit.js';
import type { Knowledge } from '../context/knowledge.js';
import { pagePath, shardPath, sourceNames, sourcePath } from '../context/placement.js';
import type { DbtEvidence, TableEvidence } from '../evidence/evidence.js';
import { byText } from '../text/canonical.js';
import { identifierText } from '../sql/identifier.js';
import { tableText, type TableName } from '../text/table-name.js';
import { ask, type Question } from './questions.js';

/** Where each scanned table goes in the semantic layer. */
export interface TablePlace {
  readonly connection: string;
  readonly source: string;
  /** Full name as it goes into SQL. */
  readonly table: string;
  readonly path: string;
}

export interface PlaceInput {
  readonly context: Context;
  readonly tables: readonly TableEvidence[];
  driverOf(connection: string): string;
  quote(connection: string, identifier: string): string;
}

export function placeTables(input: PlaceInput): Map<string, TablePlace> {
  const places = new Map<string, TablePlace>();
  for (const connection of new Set(input.tables.map((table) => table.connection))) {
    const own = input.tables.filter((table) => table.connection === connection);
    const names = sourceNames(
      own.map((table) => ({ ...table.data.structure.name, evidence: table })),
      (name) => {
        const present = input.context.entry(connection, name)?.value['table'];
        return typeof present === 'string' ? present : undefined;
      },
      (table) => tableText(table),
    );
    for (const [table, source] of names) {
      places.set(table.evidence.id, {
        connection, source, table: fullName(table, (name) => input.quote(connection, name)), path: shardPath(connection, input.driverOf(connection), table),
      });
    }
  }
  return places;
}

/** The full name as it goes into SQL, quoted only where it must be. */
function fullName(table: TableName, quote: (name: string) => string): string {
  return [table.catalog, table.schema, table.name].filter((part): part is string => part !== null).map((part) => identifierText(part, quote)).join('.');
}

export interface DesireInput {
  readonly edits: readonly PutEdit[];
  /** What a model takes back. */
  readonly withdrawn?: readonly RemoveEdit[];
  readonly places: ReadonlyMap<string, TablePlace>;
  nodesOf(tableId: string): readonly DbtEvidence[];
  /** Whether the lock's last word on a source rested on dbt evidence. */
  hadDbt(connection: string, source: string): boolean;
}

/**
 * Groups the edits by source, and those of pages by page. A group without the edit that puts its source is left alone:
 * its own unit did not run. A page needs none.
 */
export function desiresOf(input: DesireInput): SourceDesire[] {
  const keyOf = (edit: PutEdit | RemoveEdit): string => JSON.stringify([edit.connection, edit.source]);
  const isPage = (edit: PutEdit | RemoveEdit): boolean => edit.kind === 'page';
  const groups = Map.groupBy(input.edits.filter((edit) => !isPage(edit)), keyOf);
  const taken = Map.groupBy((input.withdrawn ?? []).filter((edit) => !isPage(edit)), keyOf);
  const placeOf = new Map([...input.places].map(([table, place]) => [JSON.stringify([place.connection, place.source]), { table, place }]));
  const desires: SourceDesire[] = [];
  for (const [key, edits] of groups) {
    const head = edits.find((edit) => edit.kind === 'source');
    if (!head) continue;
    const scanned = placeOf.get(key);
    const nodes = scanned ? input.nodesOf(scanned.table) : [];
    const followsDbt = nodes.length > 0 || input.hadDbt(head.connection, head.source);
    desires.push({
      connection: head.connection, source: head.source, edits, withdrawn: taken.get(key) ?? [],
      kind: scanned ? 'manifest' : 'standalone',
      path: scanned ? scanned.place.path : sourcePath(head.connection, head.source),
      follows: followsDbt ? ['db', 'dbt'] : ['db'],
      evidence: scanned ? [...nodes.map((node) => node.id), scanned.table].sort(byText) : head.evidence,
    });
  }
  return [...desires, ...pageDesires(input.edits.filter(isPage), (input.withdrawn ?? []).filter(isPage))];
}

function pageDesires(edits: readonly PutEdit[], withdrawn: readonly RemoveEdit[]): SourceDesire[] {
  const keys = new Set([...edits, ...withdrawn].map((edit) => edit.source));
  return [...keys].sort(byText).map((key) => {
    const own = { edits: edits.filter((edit) => edit.source === key), withdrawn: withdrawn.filter((edit) => edit.source === key) };
    const evidence = [...new Set([...own.edits, ...own.withdrawn].flatMap((edit) => edit.evidence))].sort(byText);
    return { connection: '', source: key, kind: 'page', path: pagePath(key) ?? '', ...own, follows: [], evidence };
  });
}

export interface RemovalInput {
  readonly knowledge: Knowledge;
  /** Connections that were read and may lose sources in this run. */
  readonly connections: readonly string[];
  /** Sources that this run wants, with others or not. */
  readonly wanted: readonly { readonly connection: string; readonly source: string }[];
  isPresent(evidence: string): boolean;
  readonly limits: { readonly maxShare: number; readonly min: number };
}

/** Sources all of whose evidence is gone. More than the limits of a connection is a question, and nothing is removed there until it is answered. */
export function removalsOf(input: RemovalInput): { readonly removals: Removals; readonly held: Removals; readonly questions: readonly Question[] } {
  const wanted = new Set(input.wanted.map((one) => `${one.connection}/${one.source}`));
  const removals: SourceRemoval[] = [];
  const held: SourceRemoval[] = [];
  const questions: Question[] = [];
  for (const connection of input.connections) {
    const sources = input.knowledge.sources(connection);
    const gone = sources.flatMap((source) => {
      const evidence = input.knowledge.records(connection, source)?.['']?.ev ?? [];
      return wanted.has(`${connection}/${source}`) || evidence.length === 0 || evidence.some((id) => input.isPresent(id)) ? [] : [{ connection, source, evidence }];
    });
    const most = Math.max(input.limits.min, Math.floor(sources.length * input.limits.maxShare));
    if (gone.length <= most) removals.push(...gone);
    else {
      held.push(...gone);
      questions.push(ask({
        code: 'removals-held', about: [connection, gone.map((one) => one.source).sort(byText)],
        message: `${gone.length} of ${sources.length} sources of ${connection} are gone, more than the ${most} that one run removes: ${gone.slice(0, 5).map((one) => one.source).join(', ')}${gone.length > 5 ? ', …' : ''}`,
        options: [{
          id: 'remove', label: 'they are gone: remove them', consequence: `${gone.length} sources leave the context with what ktx-ci wrote about them`,
          edits: gone.map((one): RemoveEdit => ({ op: 'remove', kind: 'source', connection: one.connection, source: one.source, evidence: one.evidence, author: 'derived' })),
        }],
      }));
    }
  }
  return { removals, held, questions };
}

/** Names and types that the offline gates need, one line a source. */
export function catalogueOf(desires: readonly SourceDesire[]): { readonly connection: string; readonly source: string; readonly columns: Readonly<Record<string, string>> }[] {
  return desires.filter((desire) => desire.kind !== 'page').map((desire) => {
    const head = desire.edits.find((edit) => edit.kind === 'source');
    return { connection: desire.connection, source: desire.source, columns: Object.fromEntries((head?.value.columns ?? []).map((column) => [column.name, column.type])) };
  }).sort((a, b) => byText(`${a.connection}/${a.source}`, `${b.connection}/${b.source}`));
}
