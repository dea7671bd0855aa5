import type { Finding } from '../../finding.js';
import { tableId, tableText, type TableName } from '../evidence.js';

const oddities: readonly (readonly [RegExp, string])[] = [
  [/[\p{Cc}\u2028\u2029]/u, 'has control characters'],
  [/["'`[\]]/, 'has quotes'],
  [/\./, 'has a dot, which ktx reads as the end of a source name'],
  [/[<>]/, 'looks like HTML'],
  [/@/, 'has an @, which would mention somebody in a pull request'],
  [/;|--|\/\*/, 'holds characters that end a statement or open a comment'],
];

const longestName = 128;

/** Why ktx cannot address a name safely, or null where it can. ktx writes names into SQL as they are, without quotes. */
export function nameOddity(name: string): string | null {
  if (name === '') return 'is empty';
  if (name.length > longestName) return `is longer than ${longestName} characters`;
  return oddities.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** One notice for the table and one for each of its columns whose name ktx cannot address. */
export function oddNames(connection: string, table: TableName, columns: readonly string[]): Finding[] {
  const notice = (what: string, oddity: string): Finding => ({
    severity: 'notice',
    code: 'odd-name',
    message: `${what} of the connection ${connection} ${oddity}, so ktx cannot use it in a measure, join or filter.`,
    fix: 'Give it a plain name in a view, and leave the original out with enabled_tables.',
    evidence: [tableId(connection, table)],
  });
  const tableOddity = nameOddity(table.name);
  return [
    ...(tableOddity === null ? [] : [notice(`The table ${shownName(table.name)}`, tableOddity)]),
    ...columns.flatMap((column) => {
      const oddity = nameOddity(column);
      return oddity === null ? [] : notice(`The column ${shownName(column)} of ${tableOddity === null ? tableText(table) : 'that table'}`, oddity);
    }),
  ];
}

/** Quoted, on one line, at most 60 characters. */
function shownName(name: string): string {
  const short = name.length > 60 ? `${name.slice(0, 59)}…` : name;
  return JSON.stringify(short).replace(/[\u007f-\u009f\u2028\u2029]/g, '?');
}
