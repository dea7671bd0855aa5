import { readYaml, type YamlDocument } from '../../../text/yaml.js';
import type { ConfinedReader } from '../../files.js';
import type { Origin } from '../../evidence.js';
import { blocksIn, placeAt } from './jinja.js';
import { fields, text } from './shape.js';

/** 1-based. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

type Opened = { readonly kind: 'yaml'; readonly document: YamlDocument } | { readonly kind: 'template'; readonly contents: string } | null;

const openedBy = new WeakMap<ConfinedReader, Map<string, Promise<Opened>>>();

/**
 * Where the fact of an origin stands: the origin's own line, or the line that its pointer leads to in the YAML, SQL or
 * Markdown file. A pointer that leads nowhere gives the nearest place above it; undefined where the file cannot be read.
 * With one reader each file is read once.
 */
export async function locate(reader: ConfinedReader, origin: Origin): Promise<Place | undefined> {
  const { file } = origin;
  if (file === undefined) return undefined;
  if (origin.line !== undefined) return { file, line: origin.line, column: origin.column ?? 1 };
  const files = openedBy.get(reader) ?? new Map<string, Promise<Opened>>();
  openedBy.set(reader, files);
  const reading = files.get(file) ?? open(reader, file);
  files.set(file, reading);
  const opened = await reading;
  if (opened === null) return undefined;
  const pointer = origin.pointer ?? [];
  const place = opened.kind === 'yaml' ? placeInYaml(opened.document, pointer) : placeInTemplate(opened.contents, pointer);
  return { file, ...place };
}

async function open(reader: ConfinedReader, file: string): Promise<Opened> {
  const read = await reader.text(file);
  if (!read.ok) return null;
  if (!/\.ya?ml$/i.test(file)) return { kind: 'template', contents: read.text };
  const yaml = readYaml(read.text);
  return yaml.ok ? { kind: 'yaml', document: yaml.document } : null;
}

const start = { line: 1, column: 1 } as const;

function placeInTemplate(contents: string, pointer: NonNullable<Origin['pointer']>): { readonly line: number; readonly column: number } {
  const [keyword, name] = pointer;
  if (keyword !== 'docs' && keyword !== 'snapshot') return start;
  const block = blocksIn(contents, keyword).find((candidate) => candidate.name === name);
  return block ? placeAt(contents, block.index) : start;
}

function placeInYaml(document: YamlDocument, pointer: NonNullable<Origin['pointer']>): { readonly line: number; readonly column: number } {
  const path: (string | number)[] = [];
  let best = document.place(path, { key: true }) ?? start;
  let value = document.value;
  for (const wanted of pointer) {
    const step = stepTo(value, wanted);
    if (step === undefined) break;
    path.push(step);
    value = Array.isArray(value) ? value[Number(step)] : fields(value)[step];
    best = document.place(path, { key: true }) ?? best;
  }
  return best;
}

/** In a list, the element with that name: `orders`, `{name: orders}`, or, for tests, `{relationships: …}`. */
function stepTo(value: unknown, wanted: string | number): string | number | undefined {
  if (!Array.isArray(value)) {
    const keys = Object.keys(fields(value));
    // dbt 1.8 renamed the key and reads both.
    const names = wanted === 'tests' ? ['data_tests', 'tests'] : [String(wanted)];
    return names.find((name) => keys.includes(name));
  }
  if (typeof wanted === 'number') return wanted < value.length ? wanted : undefined;
  const same = (candidate: unknown): boolean => text(candidate)?.toLowerCase() === wanted.toLowerCase();
  const index = value.findIndex((element: unknown) => {
    const entry = fields(element);
    const keys = Object.keys(entry);
    return same(element) || same(entry['name']) || same(entry['test_name'])
      || (keys.length === 1 && (keys[0] === wanted || keys[0]?.endsWith(`.${wanted}`) === true));
  });
  return index < 0 ? undefined : index;
}
