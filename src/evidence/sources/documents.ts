import type { Finding } from '../../finding.js';
import { byText, hash12 } from '../../text/canonical.js';
import { definitionsIn, firstHeading } from '../definitions.js';
import type { Definition, DocumentEvidence } from '../evidence.js';
import { confinedReader, type ConfinedReader } from '../files.js';

const documentName = /\.(md|mdx|markdown|txt|text)$/i;
const markdownName = /\.(md|mdx|markdown)$/i;

export interface DocumentsReading {
  /** Sorted by path. */
  readonly evidence: readonly DocumentEvidence[];
  readonly definitions: readonly Definition[];
  readonly findings: readonly Finding[];
}

/** Markdown and plain-text files that match the patterns; files of other kinds are passed over. */
export async function readDocuments(options: { readonly connection: string; readonly root: string; readonly globs: readonly string[]; /** What is read in place of the disk. */ readonly reader?: ConfinedReader }): Promise<DocumentsReading> {
  const reader = options.reader ?? confinedReader(options.root);
  const { files, findings: listing } = await reader.list(options.globs);
  const findings: Finding[] = [...listing];
  const evidence: DocumentEvidence[] = [];
  for (const path of files.filter((file) => documentName.test(file))) {
    const read = await reader.text(path);
    if (read.ok) evidence.push(documentEvidence(options.connection, path, read.text));
    else findings.push(read.finding);
  }
  evidence.sort((a, b) => byText(a.data.path, b.data.path));
  return { evidence, definitions: evidence.flatMap(({ data }) => data.definitions), findings };
}

function documentEvidence(connection: string, path: string, contents: string): DocumentEvidence {
  const id = `document:${connection}/${path}`;
  const text = normalised(contents);
  const isMarkdown = markdownName.test(path);
  const definitions = isMarkdown ? definitionsIn(text, { file: path }, id) : [];
  const title = (isMarkdown ? (frontMatterTitle(text) ?? firstHeading(text)) : null) ?? fileTitle(path);
  return {
    id,
    kind: 'document',
    connection,
    data: { path, title, definitions },
    text,
    origin: { file: path, line: 1 },
    presence: 'present',
    hash: hash12(text),
    structureHash: hash12([title, definitions.map(({ term }) => term)]),
  };
}

/** Line endings of one kind, no space at the end of a line or of the text. */
function normalised(contents: string): string {
  return contents.replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '').replace(/\n+$/, '');
}

function frontMatterTitle(text: string): string | null {
  const matter = /^---\n([\s\S]*?)\n(?:---|\.\.\.)(?:\n|$)/.exec(text)?.[1];
  const title = /^title:[ \t]*(.+)$/m.exec(matter ?? '')?.[1]?.trim().replace(/^(["'])(.*)\1$/, '$2');
  return title === undefined || title === '' ? null : title;
}

function fileTitle(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}
