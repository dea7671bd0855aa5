import { readYaml, type YamlDocument } from '../text/yaml.js';

/** A wiki page: YAML frontmatter and Markdown. */
export interface Page {
  readonly frontmatter: YamlDocument | undefined;
  readonly body: string;
  /** Line of the file (1-based) on which the frontmatter's YAML and the body begin. */
  readonly frontmatterLine: number;
  readonly bodyLine: number;
  readonly problem?: { readonly message: string; readonly line: number; readonly column: number };
}

export function readPage(bytes: Uint8Array): Page {
  const text = Buffer.from(bytes).toString('utf8').replace(/^\uFEFF/, '');
  const match = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return { frontmatter: undefined, body: text, frontmatterLine: 1, bodyLine: 1 };
  const yaml = match[1] ?? '';
  const bodyLine = match[0].split('\n').length;
  const body = text.slice(match[0].length);
  const read = readYaml(yaml, { maxBytes: 256 * 1024, maxDepth: 16 });
  return read.ok
    ? { frontmatter: read.document, body, frontmatterLine: 2, bodyLine }
    : { frontmatter: undefined, body, frontmatterLine: 2, bodyLine, problem: { message: read.problem.message, line: read.problem.line + 1, column: read.problem.column } };
}
