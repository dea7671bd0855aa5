import { isRecord } from './tree.js';

/**
 * What a value of the tree may be. An allowlist is written in these: a field that a shape does not name must be empty, so
 * whatever the parser learns to read later is refused until somebody lists it.
 */
export type Shape =
  /** A node of a listed kind. */
  | 'node'
  | 'flag'
  /** Text of the statement that means nothing beyond itself: names, values, spelling. */
  | 'text'
  /** `{name, quoted}`. */
  | 'name'
  /** Only scalars at every key: a data type. */
  | 'type'
  /** A data type whose names, in lower case, are all listed; arrays of one too. */
  | { readonly types: ReadonlySet<string> }
  | { readonly list: Shape }
  | { readonly fields: Readonly<Record<string, Shape>> }
  /** One of these words, or an object of one of these fields. */
  | { readonly oneOf: readonly string[]; readonly or?: Readonly<Record<string, Shape>> };

export type NodeShapes = Readonly<Record<string, Readonly<Record<string, Shape>>>>;

export const list = (shape: Shape): Shape => ({ list: shape });
export const fields = (shapes: Readonly<Record<string, Shape>>): Shape => ({ fields: shapes });
export const oneOf = (...words: readonly string[]): Shape => ({ oneOf: words });

/** Layout, comments and positions: never meaning. */
const layout = new Set(['span', 'comments', 'nesting_group', 'inferred_type']);
const isLayout = (field: string): boolean => layout.has(field) || field.endsWith('_comments');

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);
}

/** Why a value does not fit, in words that a person can act on; null where it fits. */
export function misfit(value: unknown, shape: Shape, nodes: NodeShapes): string | null {
  if (isEmpty(value)) return null;
  switch (shape) {
    case 'node':
      return nodeMisfit(value, nodes);
    case 'flag':
      return value === true ? null : unexpected(value);
    case 'text':
      return typeof value === 'string' || typeof value === 'number' ? null : unexpected(value);
    case 'name':
      return misfit(value, { fields: { name: 'text', quoted: 'flag' } }, nodes);
    case 'type':
      return isRecord(value) && Object.values(value).every((part) => typeof part !== 'object' || part === null) ? null : 'a compound data type';
  }
  if ('types' in shape) return typeMisfit(value, shape.types);
  if ('list' in shape) {
    if (!Array.isArray(value)) return unexpected(value);
    return first(value as unknown[], (item) => misfit(item, shape.list, nodes));
  }
  if ('fields' in shape) return isRecord(value) ? fieldsMisfit(value, shape.fields, '', nodes) : unexpected(value);
  if (typeof value === 'string') return shape.oneOf.includes(value) ? null : value;
  return isRecord(value) && shape.or !== undefined ? fieldsMisfit(value, shape.or, '', nodes) : unexpected(value);
}

function typeMisfit(value: unknown, types: ReadonlySet<string>): string | null {
  if (!isRecord(value)) return unexpected(value);
  const { data_type: kind, name, element_type: element, ...others } = value;
  if (Object.values(others).some((part) => typeof part === 'object' && part !== null)) return 'a compound data type';
  if (kind === 'array') return typeMisfit(element, types);
  const named = kind === 'custom' ? name : kind;
  if (!isEmpty(element) || (kind !== 'custom' && !isEmpty(name))) return 'a compound data type';
  return typeof named === 'string' && types.has(named.toLowerCase()) ? null : `the type ${String(named)}`;
}

function nodeMisfit(value: unknown, nodes: NodeShapes): string | null {
  if (!isRecord(value)) return unexpected(value);
  const [kind, ...others] = Object.keys(value);
  if (kind === undefined || others.length > 0) return unexpected(value);
  const shape = Object.hasOwn(nodes, kind) ? nodes[kind] : undefined;
  if (shape === undefined) return plain(kind);
  const payload = value[kind];
  if (payload === null) return null;
  return isRecord(payload) ? fieldsMisfit(payload, shape, kind, nodes) : unexpected(payload);
}

function fieldsMisfit(
  value: Readonly<Record<string, unknown>>,
  shapes: Readonly<Record<string, Shape>>,
  kind: string,
  nodes: NodeShapes,
): string | null {
  return first(Object.entries(value), ([field, part]) => {
    if (isLayout(field) || isEmpty(part)) return null;
    const shape = Object.hasOwn(shapes, field) ? shapes[field] : undefined;
    return shape === undefined ? plain(`${kind} ${field}`.trim()) : misfit(part, shape, nodes);
  });
}

function first<T>(items: readonly T[], test: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = test(item);
    if (found !== null) return found;
  }
  return null;
}

const plain = (words: string): string => words.replaceAll('_', ' ').toUpperCase();

function unexpected(value: unknown): string {
  return `an unexpected part (${Array.isArray(value) ? 'list' : typeof value})`;
}
