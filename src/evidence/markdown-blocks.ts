/** A block of Markdown as far as definitions need it. Line and column are 1-based and those of the block's text. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly line: number; readonly column: number }
  /** A paragraph or list item with its lines joined by line breaks. */
  | { readonly kind: 'prose'; readonly text: string; readonly line: number; readonly column: number }
  /** `Term` and, on the next line, `: text`. */
  | { readonly kind: 'entry'; readonly term: string; readonly text: string; readonly line: number; readonly column: number }
  | { readonly kind: 'table'; readonly rows: readonly { readonly cells: readonly Cell[]; readonly line: number }[] };

interface Cell {
  readonly text: string;
  readonly column: number;
}

interface Prose {
  readonly text: string[];
  readonly line: number;
  readonly column: number;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
const atxHeading = /^( {0,3}(#{1,6})[ \t]+)(.*?)(?:[ \t]+#+)?[ \t]*$/;
const listItem = /^(\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)(.*)$/;
const quoteMark = /^(\s*(?:>[ \t]?)+)(.*)$/;
const tableDelimiter = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$|^\s*\|\s*:?-+:?\s*\|\s*$/;

/** The blocks of a text in order, without front matter, code blocks, comments and rules. */
export function markdownBlocks(markdown: string): Block[] {
  const lines = withoutComments(markdown.replace(/\r\n?/g, '\n')).split('\n');
  const blocks: Block[] = [];
  let prose: Prose | null = null;
  const close = (open: Prose | null): null => {
    if (open !== null) blocks.push({ kind: 'prose', text: open.text.join('\n').trim(), line: open.line, column: open.column });
    return null;
  };

  for (let at = frontMatterEnd(lines); at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const next = lines[at + 1] ?? '';
    const opened = fence.exec(line)?.[1];
    if (opened !== undefined) {
      prose = close(prose);
      at = fenceEnd(lines, at + 1, opened);
      continue;
    }
    const heading = atxHeading.exec(line);
    if (heading) {
      prose = close(prose);
      blocks.push({ kind: 'heading', level: heading[2]?.length ?? 1, text: heading[3] ?? '', line: at + 1, column: (heading[1]?.length ?? 0) + 1 });
      continue;
    }
    if (line.trim() === '' || (prose === null && /^( {4}|\t)/.test(line) && !listItem.test(line))) {
      prose = close(prose);
      continue;
    }
    if (line.includes('|') && tableDelimiter.test(next)) {
      prose = close(prose);
      const rows = [{ cells: cellsOf(line), line: at + 1 }];
      for (at += 2; at < lines.length && (lines[at] ?? '').includes('|'); at += 1) rows.push({ cells: cellsOf(lines[at] ?? ''), line: at + 1 });
      at -= 1;
      blocks.push({ kind: 'table', rows });
      continue;
    }
    if (prose === null && /^ {0,3}(={2,}|-{2,})\s*$/.test(next) && !listItem.test(line)) {
      blocks.push({ kind: 'heading', level: next.includes('=') ? 1 : 2, text: line.trim(), line: at + 1, column: indentOf(line) + 1 });
      at += 1;
      continue;
    }
    const entry = /^ {0,3}:[ \t]+(.+)$/.exec(next);
    if (prose === null && entry && !listItem.test(line)) {
      const text = [entry[1] ?? ''];
      for (at += 2; at < lines.length && /^\s+\S/.test(lines[at] ?? ''); at += 1) text.push((lines[at] ?? '').trim());
      at -= 1;
      blocks.push({ kind: 'entry', term: line.trim(), text: text.join('\n'), line: at - text.length + 1, column: indentOf(line) + 1 });
      continue;
    }
    if (/^ {0,3}([-*_][ \t]*){3,}$/.test(line)) {
      prose = close(prose);
      continue;
    }
    const marked: RegExpExecArray | null = listItem.exec(line) ?? (prose === null ? quoteMark.exec(line) : null);
    if (marked) {
      prose = close(prose);
      prose = { text: [marked[2] ?? ''], line: at + 1, column: (marked[1]?.length ?? 0) + 1 };
    } else if (prose === null) {
      prose = { text: [line.trim()], line: at + 1, column: indentOf(line) + 1 };
    } else {
      prose.text.push((quoteMark.exec(line)?.[2] ?? line).trim());
    }
  }
  close(prose);
  return blocks;
}

/** HTML comments as blanks, so that lines and columns stay. */
function withoutComments(markdown: string): string {
  return markdown.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ' '));
}

function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0;
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line));
  return end < 0 ? 0 : end + 1;
}

/** The line of the closing fence, or the last line where there is none. */
function fenceEnd(lines: readonly string[], from: number, opened: string): number {
  const closing = new RegExp(`^ {0,3}${opened[0] === '~' ? '~' : '`'}{${opened.length},}\\s*$`);
  const end = lines.findIndex((line, index) => index >= from && closing.test(line));
  return end < 0 ? lines.length : end;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Cells between bars that are neither escaped nor in code. */
function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let start = line.trimStart().startsWith('|') ? line.indexOf('|') + 1 : 0;
  let inCode = false;
  const push = (end: number): void => {
    const raw = line.slice(start, end);
    cells.push({ text: raw.trim().replace(/\\\|/g, '|'), column: start + indentOf(raw) + 1 });
    start = end + 1;
  };
  for (let at = start; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '`') inCode = !inCode;
    else if (line[at] === '|' && !inCode) push(at);
  }
  if (line.slice(start).trim() !== '') push(line.length);
  return cells;
}
