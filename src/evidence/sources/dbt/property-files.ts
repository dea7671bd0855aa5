import type { Finding } from '../../../finding.js';
import { readYaml, type YamlDocument, type YamlResult } from '../../../text/yaml.js';
import type { ConfinedReader } from '../../files.js';
import type { Origin } from '../../evidence.js';
import { below, type DbtProject, unusableYaml } from './project.js';
import { type Fields, fields, list, text } from './shape.js';

export type PropertyKey = 'models' | 'seeds' | 'snapshots' | 'sources' | 'exposures' | 'metrics' | 'semantic_models';

/** One entry of one property file, such as an element of its `models`. */
export interface Property {
  readonly name: string;
  readonly value: Fields;
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly document: YamlDocument;
}

export type Properties = Readonly<Record<PropertyKey, readonly Property[]>>;

/** 10 MB of YAML is a generated file; dbt itself takes minutes for more. */
const maxPropertyBytes = 10_000_000;

const keys: readonly PropertyKey[] = ['models', 'seeds', 'snapshots', 'sources', 'exposures', 'metrics', 'semantic_models'];

/** Every entry of every property file in order of files; a file that cannot be used is a finding and the rest is read. */
export async function readProperties(reader: ConfinedReader, project: DbtProject): Promise<{ readonly properties: Properties; readonly findings: readonly Finding[] }> {
  const folders = new Set([...project.modelPaths, ...project.seedPaths, ...project.snapshotPaths, ...project.testPaths]);
  const { files, findings: listing } = await reader.list(below([...folders], '**/*.{yml,yaml}'));
  const found: Record<PropertyKey, Property[]> = { models: [], seeds: [], snapshots: [], sources: [], exposures: [], metrics: [], semantic_models: [] };
  const findings: Finding[] = [...listing];
  for (const file of files) {
    const read = await reader.bytes(file, { maxBytes: maxPropertyBytes });
    if (!read.ok) {
      findings.push(read.finding);
      continue;
    }
    const yaml = parsed(reader, file, read.bytes);
    if (!yaml.ok) {
      findings.push(unusableYaml(file, yaml.problem));
      continue;
    }
    const root = fields(yaml.document.value);
    for (const key of keys) {
      list(root[key]).forEach((element, index) => {
        const value = fields(element);
        const name = text(value['name']);
        if (name !== null) found[key].push({ name, value, file, path: [key, index], document: yaml.document });
      });
    }
  }
  return { properties: found, findings };
}

const parsedBy = new WeakMap<ConfinedReader, Map<string, { readonly bytes: Buffer; readonly yaml: YamlResult }>>();

function parsed(reader: ConfinedReader, file: string, bytes: Buffer): YamlResult {
  const same = reader.basis && parsedBy.get(reader.basis)?.get(file);
  if (same?.bytes.equals(bytes) === true) return same.yaml;
  const yaml = readYaml(bytes, { maxBytes: maxPropertyBytes });
  const files = parsedBy.get(reader) ?? new Map<string, { readonly bytes: Buffer; readonly yaml: YamlResult }>();
  parsedBy.set(reader, files.set(file, { bytes, yaml }));
  return yaml;
}

/** The place of a part of the entry, or of the nearest thing around it. */
export function originIn(property: Property, ...steps: readonly (string | number)[]): Origin {
  const path = [...property.path, ...steps];
  for (let length = path.length; length > 0; length -= 1) {
    const place = property.document.place(path.slice(0, length), { key: true });
    if (place) return { file: property.file, line: place.line, column: place.column };
  }
  return { file: property.file, line: 1 };
}
