import { type Fields, fields, list, text } from './shape.js';

/** A test as a property file has it. */
export interface TestEntry {
  readonly name: string;
  readonly namespace: string | null;
  readonly kwargs: Fields;
  readonly config: Fields;
  /** `tests` or `data_tests`, and the index in it. */
  readonly path: readonly [string, number];
}

/** Keys of a test that configure it; dbt takes them in `config` and, from older projects, beside the arguments. */
const configKeys: ReadonlySet<string> = new Set([
  'severity', 'tags', 'enabled', 'where', 'limit', 'warn_if', 'error_if', 'fail_calc', 'store_failures', 'store_failures_as', 'meta', 'database', 'schema', 'alias',
]);
const otherKeys: ReadonlySet<string> = new Set(['name', 'description', 'config', 'arguments', 'test_name']);

/** The tests of a model or column, under the old key and the new one. */
export function testEntries(value: Fields): TestEntry[] {
  return ['tests', 'data_tests'].flatMap((key) =>
    list(value[key]).flatMap((element, index) => {
      const entry = testEntry(element);
      return entry === null ? [] : [{ ...entry, path: [key, index] as const }];
    }),
  );
}

function testEntry(element: unknown): Omit<TestEntry, 'path'> | null {
  if (typeof element === 'string') return { ...nameOf(element), kwargs: {}, config: {} };
  const map = fields(element);
  const named = text(map['test_name']);
  const key = named ?? Object.keys(map)[0];
  if (key === undefined) return null;
  // `- unique: {…}`, with config perhaps beside it, or `- {test_name: unique, …}`.
  const { [key]: inner, ...beside } = map;
  const body: Fields = named === null ? { ...beside, ...fields(inner) } : map;
  const entries = Object.entries(body);
  return {
    ...nameOf(key),
    kwargs: {
      ...Object.fromEntries(entries.filter(([name]) => !configKeys.has(name) && !otherKeys.has(name))),
      ...fields(body['arguments']),
    },
    config: { ...Object.fromEntries(entries.filter(([name]) => configKeys.has(name))), ...fields(body['config']) },
  };
}

function nameOf(written: string): { readonly name: string; readonly namespace: string | null } {
  const dot = written.indexOf('.');
  return dot < 0 ? { name: written, namespace: null } : { name: written.slice(dot + 1), namespace: written.slice(0, dot) };
}
