import type { Author } from './edit.js';

/** What ktx.lock knows about one entity that we wrote. */
export interface EntityRecord {
  /** Hash of the value as we left it. */
  readonly h: string;
  readonly by: Author;
  /** Evidence ids. */
  readonly ev?: readonly string[];
}

/** What ktx.lock knows about the context's files. */
export interface Knowledge {
  file(path: string): { readonly sha: string; readonly own: boolean } | undefined;
  /** Our records of a source, wherever its file lies now. Key: entityKey of an edit. */
  records(connection: string, source: string): Readonly<Record<string, EntityRecord>> | undefined;
  /** Names of the sources that a file held when we left it. */
  sourcesIn(path: string): readonly string[];
  /** Sources of a connection that we have records of. */
  sources(connection: string): readonly string[];
  /** Whether a person deleted this entity (entity id). */
  isGone(id: string): boolean;
  /** False before the first run: what is there is adopted, not taken for a person's deletion. */
  readonly exists: boolean;
}
