import type { Finding } from '../finding.js';
import { byText, sha256 } from '../text/canonical.js';
import { readYaml, type YamlDocument } from '../text/yaml.js';
import { contextPath } from './placement.js';

/** The context's files as they lie in the project: path (forward slashes, relative to the project) → bytes. */
export type Tree = ReadonlyMap<string, Uint8Array>;

/** A manifest of thousands of tables is a real file. */
const contextBytes = 64 * 1024 * 1024;

export interface ParsedFile {
  readonly path: string;
  readonly text: string;
  readonly document: YamlDocument;
}

/** A manifest entry, or an overlay or standalone source: where it is and its parsed value. */
export interface Found {
  readonly file: ParsedFile;
  readonly value: Readonly<Record<string, unknown>>;
}

/** The semantic layer and wiki as entities over files. Pure: it is given the bytes; files are parsed when first asked for. */
export interface Context {
  readonly tree: Tree;
  /** What the lock files the bytes of a path under; undefined where there is no such file. */
  sha(path: string): string | undefined;
  /** Parsed file, or undefined where it is missing or broken (then there is a finding). */
  file(path: string): ParsedFile | undefined;
  /** Whether a file must be left alone; a page's frontmatter is not looked at for it. */
  isBroken(path: string): boolean;
  /** Path of the file that holds the manifest entry, or the overlay or standalone file, of a source; nothing is parsed for it that the lock knows. */
  entryPath(connection: string, source: string): string | undefined;
  sourcePath(connection: string, source: string): string | undefined;
  /** The manifest entry of a source. */
  entry(connection: string, source: string): Found | undefined;
  /** The overlay or standalone file of a source. */
  source(connection: string, source: string): Found | undefined;
  /** Names of all manifest entries and of all source files of a connection, sorted. */
  entryNames(connection: string): readonly string[];
  sourceNames(connection: string): readonly string[];
  shards(connection: string): readonly string[];
  pages(): readonly string[];
  connections(): readonly string[];
  /** Findings of what was parsed so far. */
  findings(): readonly Finding[];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

export function isOverlay(value: Readonly<Record<string, unknown>>): boolean {
  return value['table'] === undefined && value['sql'] === undefined;
}

/**
 * `knownSources` gives the source names in a file whose bytes the lock knows, so that it need not be parsed; undefined
 * where it does not know them. `isClosed`: a path where something lies that was not read and must stay. `basis`: files whose
 * bytes are the same there are not parsed again.
 */
export function readContext(tree: Tree, knownSources: (path: string, sha: string) => readonly string[] | undefined, isClosed: (path: string) => boolean = () => false, basis?: Context): Context {
  const parsed = new Map<string, ParsedFile | undefined>();
  const shas = new Map<string, string>();
  const findings: Finding[] = [];
  const paths = [...tree.keys()].sort(byText);
  const byConnection = new Map<string, { shards: string[]; sources: string[] }>();
  const pages: string[] = [];
  for (const path of paths) {
    const kind = contextPath(path);
    if (kind?.kind === 'page') pages.push(path);
    if (kind?.kind !== 'manifest' && kind?.kind !== 'source') continue;
    const lists = byConnection.get(kind.connection) ?? { shards: [], sources: [] };
    byConnection.set(kind.connection, lists);
    (kind.kind === 'manifest' ? lists.shards : lists.sources).push(path);
  }

  function file(path: string): ParsedFile | undefined {
    if (parsed.has(path)) return parsed.get(path);
    const bytes = tree.get(path);
    const before = bytes && basis?.tree.get(path);
    let result = before && Buffer.compare(bytes, before) === 0 ? basis?.file(path) : undefined;
    if (bytes && !result) {
      const read = readYaml(bytes, { maxBytes: contextBytes, maxDepth: 48 });
      if (read.ok) result = { path, text: Buffer.from(bytes).toString('utf8'), document: read.document };
      else {
        const { reason, message, line, column } = read.problem;
        const large = reason === 'too-large' || reason === 'too-deep' || reason === 'aliases';
        findings.push({
          severity: large ? 'warning' : 'error', code: large ? 'context-too-large' : 'context-syntax', file: path, line, column, message: `${path}: ${message}`,
          fix: large ? 'write it plainly; until then it is left alone' : 'mend the YAML at this place; until then the file is left alone',
        });
      }
    }
    parsed.set(path, result);
    return result;
  }

  function sha(path: string): string | undefined {
    const ready = shas.get(path);
    if (ready !== undefined) return ready;
    const bytes = tree.get(path);
    if (bytes) shas.set(path, shaOf(bytes));
    return shas.get(path);
  }

  function indexed(connection: string, kind: 'shards' | 'sources'): Map<string, string> {
    const cache = kind === 'shards' ? entryIndex : sourceIndex;
    const ready = cache.get(connection);
    if (ready) return ready;
    const index = new Map<string, string>();
    cache.set(connection, index);
    for (const path of byConnection.get(connection)?.[kind] ?? []) {
      const names = knownSources(path, sha(path) ?? '') ?? namesIn(path, kind);
      for (const name of names) {
        const first = index.get(name);
        if (first === undefined) index.set(name, path);
        else {
          findings.push({
            severity: 'error', code: 'context-duplicate', file: path, ...place(path, kind === 'shards' ? ['tables', name] : ['name']),
            message: `${name} is defined here and in ${first}`, fix: 'keep one of the two',
          });
        }
      }
    }
    return index;
  }

  function namesIn(path: string, kind: 'shards' | 'sources'): string[] {
    const value = file(path)?.document.value;
    if (kind === 'shards') {
      const tables = isRecord(value) ? value['tables'] : undefined;
      return isRecord(tables) ? Object.keys(tables) : [];
    }
    const name = isRecord(value) ? value['name'] : undefined;
    // a broken or nameless file still stands for the source of its file name, so that nothing is written over it
    return [typeof name === 'string' && name !== '' ? name : (path.split('/').at(-1) ?? path).replace(/\.ya?ml$/, '')];
  }

  function place(path: string, at: readonly string[]): { line: number; column: number } | undefined {
    return file(path)?.document.place(at);
  }

  const entryIndex = new Map<string, Map<string, string>>();
  const sourceIndex = new Map<string, Map<string, string>>();
  return {
    tree,
    sha,
    file,
    isBroken: (path) => isClosed(path) || (tree.has(path) && contextPath(path)?.kind !== 'page' && file(path) === undefined),
    entryPath: (connection, source) => indexed(connection, 'shards').get(source),
    sourcePath: (connection, source) => indexed(connection, 'sources').get(source),
    entry(connection, source) {
      const path = indexed(connection, 'shards').get(source);
      const parsedFile = path === undefined ? undefined : file(path);
      const tables = isRecord(parsedFile?.document.value) ? parsedFile.document.value['tables'] : undefined;
      const value = isRecord(tables) && Object.hasOwn(tables, source) ? tables[source] : undefined;
      return parsedFile && isRecord(value) ? { file: parsedFile, value } : undefined;
    },
    source(connection, source) {
      const path = indexed(connection, 'sources').get(source);
      const parsedFile = path === undefined ? undefined : file(path);
      return parsedFile && isRecord(parsedFile.document.value) ? { file: parsedFile, value: parsedFile.document.value } : undefined;
    },
    entryNames: (connection) => [...indexed(connection, 'shards').keys()].sort(byText),
    sourceNames: (connection) => [...indexed(connection, 'sources').keys()].sort(byText),
    shards: (connection) => byConnection.get(connection)?.shards ?? [],
    pages: () => pages,
    connections: () => [...byConnection.keys()].sort(byText),
    findings: () => findings,
  };
}

/** What the lock files a file's bytes under: 12 hex characters of SHA-256. */
export function shaOf(bytes: Uint8Array | string): string {
  return sha256(bytes).slice(0, 12);
}
