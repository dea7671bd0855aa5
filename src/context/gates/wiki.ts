import type { Finding } from '../../finding.js';
import { nearest } from '../../text/nearest.js';
import { composeSource } from '../compose.js';
import type { Context } from '../context.js';
import { readPage } from '../page.js';
import { contextPath } from '../placement.js';

/** Frontmatter, page links and semantic-layer references of every global wiki page. */
export function wikiGate(context: Context): Finding[] {
  const findings: Finding[] = [];
  const pages = context.pages().map((path) => ({ path, key: pageKey(path) }));
  const keys = new Set(pages.map((page) => page.key));
  for (const { path } of pages) {
    const bytes = context.tree.get(path);
    if (!bytes) continue;
    const page = readPage(bytes);
    const say = (code: Finding['code'], line: number, column: number, message: string, fix: string): void => {
      findings.push({ severity: 'error', code, file: path, line, column, message, fix });
    };
    if (page.problem) {
      say('context-syntax', page.problem.line, page.problem.column, `the frontmatter is not valid YAML: ${page.problem.message}`, 'mend the YAML at this place');
      continue;
    }
    const value = page.frontmatter?.value as Record<string, unknown> | null | undefined;
    if (!page.frontmatter || typeof value !== 'object' || value === null) {
      say('context-schema', 1, 1, 'the page has no frontmatter', 'begin it with --- and a summary:');
      continue;
    }
    const { frontmatter } = page;
    const at = (...steps: (string | number)[]): [number, number] => {
      const place = frontmatter.place(steps) ?? { line: 1, column: 1 };
      return [place.line + page.frontmatterLine - 1, place.column];
    };
    if (typeof value['summary'] !== 'string' || value['summary'].trim() === '') say('context-schema', ...at('summary'), 'summary is missing', 'say in one line what the page answers');
    const list = (key: string): string[] => (Array.isArray(value[key]) ? (value[key] as unknown[]).filter((item): item is string => typeof item === 'string') : []);
    list('refs').forEach((key, index) => {
      if (!keys.has(key)) say('context-reference', ...at('refs', index), `refs names the page ${key}, which does not exist`, nearFix(key, keys));
    });
    list('sl_refs').forEach((reference, index) => {
      const problem = semanticProblem(context, reference);
      if (problem) say('context-reference', ...at('sl_refs', index), problem.message, problem.fix);
    });
    page.body.split('\n').forEach((text, index) => {
      for (const match of text.matchAll(/\[\[([a-z0-9][a-z0-9_-]*)(?:\|[^\]]*)?\]\]/g)) {
        const key = match[1] ?? '';
        if (!keys.has(key)) say('context-reference', page.bodyLine + index, (match.index ?? 0) + 1, `[[${key}]] links to a page that does not exist`, nearFix(key, keys));
      }
    });
  }
  return findings;
}

function pageKey(path: string): string {
  const kind = contextPath(path);
  return kind?.kind === 'page' ? kind.key : '';
}

/** `[connection/]source[.entity]`: columns, measures and segments are entities. */
function semanticProblem(context: Context, reference: string): { message: string; fix: string } | undefined {
  const match = /^(?:([^/]+)\/)?([^.]+)(?:\.(.+))?$/.exec(reference);
  if (!match) return { message: `sl_refs has ${JSON.stringify(reference)}, which is not [connection/]source[.entity]`, fix: 'write it in that form' };
  const [, connection, source = '', entity] = match;
  const connections = connection === undefined ? context.connections() : [connection];
  const composed = connections.map((id) => composeSource(context, id, source)).find((one) => one !== undefined);
  if (!composed) {
    const names = connections.flatMap((id) => [...context.entryNames(id), ...context.sourceNames(id)]);
    return { message: `sl_refs names the source ${source}, which does not exist`, fix: nearFix(source, new Set(names)) };
  }
  if (entity === undefined) return undefined;
  const entities = [...composed.columns.map((column) => column.name), ...composed.measures.map(({ value }) => value.name), ...composed.segments.map(({ value }) => value.name)];
  if (entities.some((name) => name.toLowerCase() === entity.toLowerCase())) return undefined;
  return { message: `sl_refs names ${source}.${entity}, which does not exist`, fix: nearFix(entity, new Set(entities)) };
}

function nearFix(name: string, candidates: ReadonlySet<string>): string {
  const near = nearest(name, [...candidates]);
  return near ? `did you mean ${near}?` : 'remove the reference, or write what it names';
}
