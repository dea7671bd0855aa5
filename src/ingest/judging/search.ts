import MiniSearch from 'minisearch';
import { composeSource } from '../../context/compose.js';
import type { Context } from '../../context/context.js';
import { readPage } from '../../context/page.js';
import { contextPath } from '../../context/placement.js';
import { words } from '../../text/name.js';
import type { ContextSearch, SearchHit } from './world.js';

/** Finds sources and pages by words. Equal contexts give equal answers. */

interface Entry extends SearchHit {
  readonly title: string;
  readonly body: string;
}

const shown = 160;

export function contextSearch(context: Context): ContextSearch {
  const entries = [...sourceEntries(context), ...pageEntries(context)].map((entry) => ({ ...entry, key: `${entry.kind}:${entry.id}` }));
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const index = new MiniSearch<Entry & { key: string }>({ idField: 'key', fields: ['title', 'body'], tokenize: words });
  index.addAll(entries);
  return {
    find(query, most, kind) {
      const found = index.search(query, { boost: { title: 3 }, prefix: (term) => term.length > 3, fuzzy: (term) => (term.length > 5 ? 0.15 : false), ...(kind ? { filter: (hit) => byKey.get(String(hit.id))?.kind === kind } : {}) });
      const sorted = found.sort((a, b) => b.score - a.score || (String(a.id) < String(b.id) ? -1 : 1));
      return sorted.slice(0, most).map((hit) => {
        const entry = byKey.get(String(hit.id));
        return { kind: entry?.kind ?? 'source', id: entry?.id ?? '', what: entry?.what ?? '' };
      });
    },
  };
}

function sourceEntries(context: Context): Entry[] {
  return context.connections().flatMap((connection) => {
    const names = [...new Set([...context.entryNames(connection), ...context.sourceNames(connection)])].sort();
    return names.flatMap((name): Entry[] => {
      const composed = composeSource(context, connection, name);
      if (!composed) return [];
      const measures = composed.measures.map(({ value }) => value.name);
      const columns = composed.columns.map((column) => column.name);
      const what = [`${columns.length} columns`, ...(measures.length > 0 ? [`measures ${measures.join(', ')}`] : [])].join('; ').slice(0, shown);
      return [{ kind: 'source', id: `${connection}/${name}`, title: [name, ...measures].join(' '), body: [...columns, textOf(composed.entry?.value['descriptions']), textOf(composed.file?.value['descriptions'])].join(' '), what }];
    });
  });
}

function pageEntries(context: Context): Entry[] {
  return context.pages().flatMap((path): Entry[] => {
    const kind = contextPath(path);
    const bytes = context.tree.get(path);
    if (kind?.kind !== 'page' || !bytes) return [];
    const page = readPage(bytes);
    const summary = (page.frontmatter?.value as { summary?: unknown } | null | undefined)?.summary;
    const what = typeof summary === 'string' ? summary.slice(0, shown) : '';
    return [{ kind: 'page', id: kind.key, title: `${kind.key} ${what}`, body: page.body, what }];
  });
}

function textOf(descriptions: unknown): string {
  return typeof descriptions === 'object' && descriptions !== null ? Object.values(descriptions).filter((one) => typeof one === 'string').join(' ') : '';
}
