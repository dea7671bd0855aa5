import { type ConfigLayers, propertyLayers } from './config-layers.js';
import type { Property } from './property-files.js';
import { type Fields, fields, list, text, texts } from './shape.js';

/** What the property files say about one node: an entry, or one version of an entry. */
export interface Described {
  /** Without the version. */
  readonly name: string;
  readonly version?: string;
  readonly latest?: boolean;
  readonly property: Property;
  /** The weaker first. */
  readonly layers: ConfigLayers;
  readonly description: unknown;
  readonly descriptionPath: readonly (string | number)[];
  readonly columns: readonly DescribedColumn[];
  /** What holds the tests of the node itself. */
  readonly tested: Part;
  readonly constraints: unknown;
  /** Names that the SQL file may have, the likeliest first. */
  readonly fileNames: readonly string[];
}

/** A part of a property with its path from the property. */
export interface Part {
  readonly value: Fields;
  readonly path: readonly (string | number)[];
}

export interface DescribedColumn extends Part {
  readonly name: string;
}

/** The entry itself, or each of its versions with what it inherits and overrides. */
export function describedBy(property: Property): Described[] {
  const { name, value } = property;
  const columns = columnsIn(value, []);
  const layers = propertyLayers(value);
  const versions = list(value['versions']).map(fields).filter((version) => text(version['v']) !== null);
  if (versions.length === 0) {
    return [{
      name, property, layers, description: value['description'], descriptionPath: ['description'], columns,
      tested: { value, path: [] }, constraints: value['constraints'], fileNames: [name],
    }];
  }
  const latest = text(value['latest_version']) ?? newest(versions.map((version) => text(version['v']) ?? ''));
  return versions.map((version, index): Described => {
    const number = text(version['v']) ?? '';
    const path = ['versions', index];
    const ownTests = version['tests'] !== undefined || version['data_tests'] !== undefined;
    const described = version['description'] !== undefined;
    const definedIn = text(version['defined_in']);
    return {
      name,
      version: number,
      latest: number === latest,
      property,
      layers: [...layers, ...propertyLayers(version)],
      description: described ? version['description'] : value['description'],
      descriptionPath: described ? [...path, 'description'] : ['description'],
      columns: version['columns'] === undefined ? columns : versionColumns(columns, columnsIn(version, path), list(version['columns']).map(fields)),
      tested: ownTests ? { value: version, path } : { value, path: [] },
      constraints: version['constraints'] ?? value['constraints'],
      fileNames: [...(definedIn === null ? [] : [definedIn]), `${name}_v${number}`, `${name}.v${number}`, ...(number === latest ? [name] : [])],
    };
  });
}

function columnsIn(holder: Fields, path: readonly (string | number)[]): DescribedColumn[] {
  return list(holder['columns']).flatMap((element, index) => {
    const value = fields(element);
    const name = text(value['name']);
    return name === null ? [] : [{ name, value, path: [...path, 'columns', index] }];
  });
}

/** dbt starts with the columns that `include` and `exclude` leave and puts the version's own over them. */
function versionColumns(inherited: readonly DescribedColumn[], own: readonly DescribedColumn[], elements: readonly Fields[]): DescribedColumn[] {
  const rule = elements.find((element) => element['include'] !== undefined);
  const included = texts(rule?.['include'] ?? 'all');
  const excluded = new Set(texts(rule?.['exclude']));
  const everything = included.includes('all') || included.includes('*');
  const kept = inherited.filter(({ name }) => (everything || included.includes(name)) && !excluded.has(name));
  const ownNames = new Set(own.map(({ name }) => name));
  return [...kept.filter(({ name }) => !ownNames.has(name)), ...own];
}

/** Versions are numbers in most projects and compared as texts elsewhere. */
function newest(versions: readonly string[]): string {
  const numeric = versions.every((version) => !Number.isNaN(Number(version)));
  return versions.toSorted((a, b) => (numeric ? Number(a) - Number(b) : a < b ? -1 : 1)).at(-1) ?? '';
}
