import type { Definition, Origin } from './evidence.js';
import { type Block, markdownBlocks } from './markdown-blocks.js';

/** Headings that divide a page and define nothing. */
const dividers: ReadonlySet<string> = new Set([
  'about', 'abstract', 'appendix', 'background', 'caveats', 'changelog', 'conclusion', 'contact', 'contents', 'context', 'contributing', 'details',
  'example', 'examples', 'faq', 'further reading', 'getting started', 'glossary', 'goal', 'goals', 'history', 'how it works', 'implementation', 'installation',
  'introduction', 'intro', 'kpis', 'license', 'limitations', 'links', 'metrics', 'motivation', 'next steps', 'note', 'notes', 'open questions', 'overview', 'owner',
  'owners', 'prerequisites', 'purpose', 'quick start', 'quickstart', 'readme', 'references', 'related', 'requirements', 'resources', 'rules', 'scope', 'see also',
  'setup', 'summary', 'table of contents', 'terms', 'tl;dr', 'todo', 'troubleshooting', 'usage', 'what', 'who', 'why', 'when', 'how',
]);

/** Headings whose text defines the heading above them. */
const definingHeadings: ReadonlySet<string> = new Set(['definition', 'meaning', 'business definition']);

const termColumn = /^(term|metric|name|kpi|measure|concept)s?$/i;
const meaningColumn = /^(definition|meaning|description|explanation)s?$/i;

const longestTerm = 80;

type Heading = Block & { readonly kind: 'heading' };

/**
 * The terms that a Markdown text defines, in its order: a heading with the prose below it, a bold or code term followed
 * by a colon, dash, `is`, `are` or `means`, an entry of a definition list, a row of a table of terms. Prose that defines
 * no term gives nothing; code blocks and comments are not read.
 */
export function definitionsIn(markdown: string, origin: Origin, evidence: string): Definition[] {
  const definitions: Definition[] = [];
  const add = (written: string, text: string, line: number, column: number): void => {
    const term = plainText(written).replace(/\s*:$/, '');
    const meaning = text.trim();
    if (term === '' || term.length > longestTerm || meaning === '') return;
    definitions.push({ term, text: meaning, origin: { ...origin, line, column }, evidence });
  };

  const sections: { readonly term: string; readonly heading: Heading; readonly prose: string[] }[] = [];
  let section: (typeof sections)[number] | undefined;
  const titles: string[] = [];
  for (const block of markdownBlocks(markdown)) {
    switch (block.kind) {
      case 'heading': {
        titles.length = Math.min(titles.length, block.level - 1);
        const term = headingTerm(block.text, titles.findLast((title) => title !== undefined && title !== '') ?? null);
        titles[block.level - 1] = plainText(block.text);
        section = term === null ? undefined : { term, heading: block, prose: [] };
        if (section) sections.push(section);
        break;
      }
      case 'table':
        for (const { term, meaning, line, column } of tableTerms(block.rows)) add(term, meaning, line, column);
        break;
      case 'entry':
        add(block.term, block.text, block.line, block.column);
        break;
      case 'prose': {
        const leading = leadingTerm(block.text);
        if (leading === null) section?.prose.push(block.text);
        else add(leading.term, leading.meaning, block.line, block.column + leading.offset);
      }
    }
  }
  for (const { term, heading, prose } of sections) add(term, prose.join('\n\n'), heading.line, heading.column);
  return definitions.sort((a, b) => (a.origin.line ?? 0) - (b.origin.line ?? 0) || (a.origin.column ?? 0) - (b.origin.column ?? 0));
}

/** The first heading of a text without emphasis and links; null where it has none. */
export function firstHeading(markdown: string): string | null {
  const heading = markdownBlocks(markdown).find((block) => block.kind === 'heading');
  return heading?.kind === 'heading' ? plainText(heading.text) : null;
}

function headingTerm(written: string, parent: string | null): string | null {
  const title = plainText(written).replace(/^(\d+[.)]\s*)+/, '');
  const lower = title.toLowerCase();
  if (definingHeadings.has(lower)) return parent;
  const isSentence = title.split(/\s+/).length > 6 || /[?!.]$/.test(title);
  return isSentence || dividers.has(lower) ? null : title;
}

function leadingTerm(text: string): { readonly term: string; readonly meaning: string; readonly offset: number } | null {
  const bold = /^(\*\*|__)(?<term>[^*_\n][^\n]*?)(?<inside>\s*:)?\1(?<rest>[\s\S]*)$/.exec(text);
  const code = bold ? null : /^(`)(?<term>[^`\n]+)\1(?<rest>[\s\S]*)$/.exec(text);
  const { term, inside, rest = '' } = (bold ?? code)?.groups ?? {};
  if (term === undefined) return null;
  const separator = inside === undefined ? /^(?:\s*\([^)\n]*\))?(?:\s*(?::|–|—|=)\s*|\s+-{1,2}\s+|\s+(?:is|are|means)\b:?\s+)/.exec(rest) : /^\s+/.exec(rest);
  if (separator === null) return null;
  if (code && /\b(is|are|means)\b/.test(separator[0])) return null;
  return { term, meaning: rest.slice(separator[0].length), offset: (bold ?? code)?.[1]?.length ?? 0 };
}

type Rows = (Block & { readonly kind: 'table' })['rows'];

function tableTerms(rows: Rows): { readonly term: string; readonly meaning: string; readonly line: number; readonly column: number }[] {
  const [header, ...body] = rows;
  if (!header) return [];
  const termAt = header.cells.findIndex((cell) => termColumn.test(plainText(cell.text)));
  const meaningAt = header.cells.findIndex((cell) => meaningColumn.test(plainText(cell.text)));
  if (termAt < 0 || meaningAt < 0) return [];
  return body.flatMap(({ cells, line }) => {
    const term = cells[termAt];
    const meaning = cells[meaningAt];
    return term && meaning ? [{ term: term.text, meaning: meaning.text, line, column: term.column }] : [];
  });
}

/** Without emphasis, code marks, links and HTML. */
function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]+>/g, '')
    .replace(/\*\*|__|`|~~/g, '')
    .replace(/(^|\s)[*_](\S(?:.*?\S)?)[*_](?=\s|$|[.,:;])/g, '$1$2')
    .replace(/\s*\{#[^}]*\}$/, '')
    .trim();
}
