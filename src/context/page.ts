import { byText, hash12 } from '../text/canonical.js';
import { emitYaml, readYaml, type YamlDocument, type YamlValue } from '../text/yaml.js';
import { editYaml, type YamlEdit } from '../text/yaml-edit.js';
import type { PageValue } from './edit.js';

/** A wiki page: YAML frontmatter and Markdown. */
export interface Page {
  readonly frontmatter: YamlDocument | undefined;
  readonly body: string;
  /** Line of the file (1-based) on which the frontmatter's YAML and the body begin. */
  readonly frontmatterLine: number;
  readonly bodyLine: number;
  readonly problem?: { readonly message: string; readonly line: number; readonly column: number };
}

/** A page's text in parts that make it up again; the YAML ends with its line break. Undefined where it has no frontmatter. */
function partsOf(text: string): { readonly open: string; readonly yaml: string; readonly close: string; readonly body: string } | undefined {
  const match = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)((?:(?<=\n)|\r?\n)---[ \t]*(?:\r?\n|$))/.exec(text);
  if (!match) return undefined;
  const [whole, open = '', yaml = '', close = ''] = match;
  const lineBreak = /^\r?\n/.exec(close)?.[0] ?? '';
  return { open, yaml: yaml + lineBreak, close: close.slice(lineBreak.length), body: text.slice(whole.length) };
}

export function readPage(bytes: Uint8Array): Page {
  const text = Buffer.from(bytes).toString('utf8');
  const parts = partsOf(text);
  if (!parts) return { frontmatter: undefined, body: text.replace(/^\uFEFF/, ''), frontmatterLine: 1, bodyLine: 1 };
  const { open, yaml, close, body } = parts;
  const bodyLine = (open + yaml + close).split('\n').length;
  const read = readYaml(yaml, { maxBytes: 256 * 1024, maxDepth: 16 });
  return read.ok
    ? { frontmatter: read.document, body, frontmatterLine: 2, bodyLine }
    : { frontmatter: undefined, body, frontmatterLine: 2, bodyLine, problem: { message: read.problem.message, line: read.problem.line + 1, column: read.problem.column } };
}

/** The fields of a page that ktx.lock files, each by itself; all but the body stand in the frontmatter under their own names. */
export const pageFields = ['summary', 'tags', 'refs', 'sl_refs', 'body'] as const;
export type PageField = (typeof pageFields)[number];

/** What a page says in each field; null where it says something that is not of the field's type. */
export function fieldsOf(page: Page): Readonly<Record<PageField, string | readonly string[] | null>> {
  const value = page.frontmatter?.value as Readonly<Record<string, unknown>> | null | undefined;
  const list = (key: string): readonly string[] | null => {
    const items = value?.[key] ?? [];
    return Array.isArray(items) && items.every((item) => typeof item === 'string') ? items : null;
  };
  const summary = value?.['summary'] ?? '';
  return { summary: typeof summary === 'string' ? summary : null, tags: list('tags'), refs: list('refs'), sl_refs: list('sl_refs'), body: plainBody(page.body) };
}

/** Keys of the frontmatter that we never write, sorted: they are a person's. */
export function otherKeys(page: Page): string[] {
  const value = page.frontmatter?.value;
  const fields: readonly string[] = pageFields.slice(0, -1);
  return typeof value === 'object' && value !== null ? Object.keys(value).filter((key) => !fields.includes(key)).sort(byText) : [];
}

/** A body as it is compared and filed: without the line breaks around it, whatever ends its lines. */
export function plainBody(body: string): string {
  return body.replace(/\r\n?/g, '\n').replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

export function fieldHash(value: string | readonly string[] | null): string {
  return hash12(value);
}

/** The text of a new page. */
export function renderPage(value: PageValue): string {
  const lists = (['tags', 'refs', 'sl_refs'] as const).filter((key) => value[key].length > 0).map((key) => [key, value[key]] as const);
  return `---\n${emitYaml({ summary: value.summary, ...Object.fromEntries(lists) })}---\n${ended(plainBody(value.body))}`;
}

/** A page's text with other values in some fields: the frontmatter is edited in place, the body is replaced. */
export function editPage(text: string, changes: ReadonlyMap<PageField, string | readonly string[]>): ReturnType<typeof editYaml> {
  const parts = partsOf(text) ?? { open: '', yaml: '', close: '', body: text };
  const edits = [...changes].flatMap(([field, value]): YamlEdit[] => (field === 'body' ? [] : [{ path: [field], value: value.length === 0 && field !== 'summary' ? undefined : (value as YamlValue) }]));
  const edited = edits.length === 0 ? { ok: true as const, text: parts.yaml } : editYaml(parts.yaml, edits);
  if (!edited.ok) return edited;
  const body = changes.get('body');
  const close = body !== undefined && parts.close !== '' && !parts.close.endsWith('\n') ? `${parts.close}\n` : parts.close;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return { ok: true, text: parts.open + edited.text + close + (typeof body === 'string' ? ended(plainBody(body)).replaceAll('\n', lineBreak) : parts.body) };
}

const ended = (body: string): string => (body === '' ? '' : `${body}\n`);
