import type { Finding } from '../../finding.js';
import { asNode, tablesOf } from '../../sql/tree.js';
import { byText } from '../../text/canonical.js';
import type { YamlPath } from '../../text/yaml.js';
import { composeSource, type ComposedSource } from '../compose.js';
import { sameTable } from '../entry.js';
import type { ReferenceInput } from './references.js';

/** Share of the columns of two sources over the same tables that both have, from which they may be one. */
const alike = 0.8;

/**
 * Sources of one connection that may be one: over one physical table, with the same SQL, or over the same tables with nearly
 * the same columns. Measures of one thing in two sources give two numbers for one question.
 */
export function doublesGate(input: Pick<ReferenceInput, 'context' | 'parser' | 'dialectOf' | 'only'>): Finding[] {
  const { context } = input;
  return context.connections().flatMap((connection) => {
    // only files can be doubles: two scanned entries are two tables
    const written = [...context.sourceNames(connection)].sort(byText).flatMap((name) => {
      const source = composeSource(context, connection, name);
      return source?.kind === 'standalone' ? [source] : [];
    });
    if (written.length === 0 || (input.only && !written.some(({ name }) => input.only?.has(`${connection}/${name}`)))) return [];
    const reading = readingOf(input, connection);
    const scanned = new Map<string, ComposedSource[]>();
    for (const name of context.entryNames(connection)) {
      const source = context.source(connection, name) ? undefined : composeSource(context, connection, name);
      const bare = source && lastPart(source.table ?? '');
      if (source && bare !== undefined) scanned.set(bare, [...(scanned.get(bare) ?? []), source]);
    }
    for (const name of context.sourceNames(connection)) {
      const source = composeSource(context, connection, name);
      const bare = source?.kind === 'overlaid' ? lastPart(source.table ?? '') : undefined;
      if (source && bare !== undefined) scanned.set(bare, [...(scanned.get(bare) ?? []), source]);
    }
    return written.flatMap((source, at) => {
      const tables = reading(source);
      const others = [...written.slice(at + 1), ...[...new Set(tables.map(lastPart))].flatMap((bare) => scanned.get(bare) ?? [])];
      return others.flatMap((other): Finding[] => {
        const isDue = !input.only || [source, other].some(({ name }) => input.only?.has(`${connection}/${name}`) === true);
        const why = isDue && other.name !== source.name ? doubleOf(source, tables, other, reading(other)) : null;
        if (why === null || !source.file) return [];
        const path: YamlPath = [source.sql === undefined ? 'table' : 'sql'];
        return [{
          severity: 'notice', code: 'double-source', file: source.file.file.path, ...(source.file.file.document.place(path) ?? { line: 1, column: 1 }),
          message: `${source.name} and ${other.name} ${why}, so that measures of one thing may stand in both`, fix: 'put the measures in one of them; a condition is a segment there',
        }];
      });
    });
  });
}

/** The tables that a source reads, as they are written, in lower case. */
function readingOf({ parser, dialectOf }: Pick<ReferenceInput, 'parser' | 'dialectOf'>, connection: string): (source: ComposedSource) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const read = ({ sql, table }: ComposedSource): readonly string[] => {
    if (sql === undefined) return table === undefined ? [] : [table.toLowerCase()];
    const parsed = parser.parse(sql, dialectOf(connection));
    const root = parsed.ok && parsed.tree.length === 1 ? asNode(parsed.tree[0]) : null;
    return root === null ? [] : [...new Set(tablesOf(root).map(({ catalog, schema, name }) => [catalog, schema, name].filter((part) => part !== null).join('.').toLowerCase()))].sort(byText);
  };
  return (source) => {
    const tables = known.get(source.name) ?? read(source);
    known.set(source.name, tables);
    return tables;
  };
}

function doubleOf(a: ComposedSource, tablesOfA: readonly string[], b: ComposedSource, tablesOfB: readonly string[]): string | null {
  if (a.sql === undefined && b.sql === undefined) return sameTable(a.table, b.table ?? '') ? `are both the table ${b.table ?? ''}` : null;
  if (a.sql !== undefined && b.sql !== undefined && tight(a.sql) === tight(b.sql)) return 'have the same SQL';
  const sameTables = tablesOfA.length > 0 && tablesOfA.length === tablesOfB.length && tablesOfA.every((table) => tablesOfB.some((other) => sameTable(table, other)));
  return sameTables && likeness(a, b) >= alike ? `read only ${tablesOfB.join(' and ')}, and nearly all their columns are the same` : null;
}

function likeness(a: ComposedSource, b: ComposedSource): number {
  const [ours, theirs] = [a, b].map((source) => new Set(source.columns.map(({ name }) => name.toLowerCase()))) as [Set<string>, Set<string>];
  const both = [...ours].filter((name) => theirs.has(name)).length;
  return both === 0 ? 0 : both / (ours.size + theirs.size - both);
}

const lastPart = (table: string): string => (/([^.]*)$/.exec(table)?.[1] ?? '').replace(/^["`[]|["`\]]$/g, '').toLowerCase();
const tight = (sql: string): string => sql.replace(/--[^\n]*/g, '').replace(/\s+/g, '').replace(/;$/, '').toLowerCase();
