import type { z } from 'zod';
import type { Finding } from '../finding.js';
import { nearest } from '../text/nearest.js';
import { redact } from '../text/redact.js';
import type { YamlDocument, YamlPath } from '../text/yaml.js';

type Path = readonly (string | number)[];

const dotted = (path: Path): string => path.join('.');

function without(value: unknown, path: Path): unknown {
  const [head, ...rest] = path;
  if (head === undefined || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: unknown, i) => (i === head ? without(item, rest) : item));
  const entries = Object.entries(value).filter(([key]) => rest.length > 0 || key !== head);
  return Object.fromEntries(entries.map(([key, item]) => [key, key === head ? without(item, rest) : item]));
}

/** The schema at a path, with defaults and optionals unwrapped; undefined where the path leaves the schema. */
function schemaAt(schema: unknown, path: Path): z.ZodType | undefined {
  let at = schema as { def?: { type: string; innerType?: unknown; shape?: Record<string, unknown>; valueType?: unknown; element?: unknown } } | undefined;
  const unwrap = (): void => {
    while (at?.def?.innerType) at = at.def.innerType as typeof at;
  };
  unwrap();
  for (const step of path) {
    at = (at?.def?.shape?.[String(step)] ?? at?.def?.valueType ?? at?.def?.element) as typeof at;
    unwrap();
  }
  return at as z.ZodType | undefined;
}

function keysAt(schema: z.ZodType, path: Path): string[] {
  const shape = (schemaAt(schema, path) as { def?: { shape?: Record<string, unknown> } } | undefined)?.def?.shape;
  return shape ? Object.keys(shape) : [];
}

function show(value: unknown): string {
  const shown = redact(typeof value === 'string' ? `"${value}"` : JSON.stringify(value) ?? 'nothing', []);
  return shown.length > 40 ? `${shown.slice(0, 37)}...` : shown;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (at !== null && typeof at === 'object' ? (at as Record<string, unknown>)[String(step)] : undefined), value);
}

function expectation(issue: z.core.$ZodIssue, actual: unknown): { message: string; fix: string } {
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near = typeof actual === 'string' ? nearest(actual, values) : undefined;
      return { message: `is ${show(actual)}, not one of ${values.join(', ')}`, fix: near ? `write ${near}` : `use one of ${values.join(', ')}` };
    }
    case 'invalid_type':
      return actual === undefined
        ? { message: 'is missing', fix: `add it (${issue.expected})` }
        : { message: `is ${show(actual)}, expected ${issue.expected}`, fix: `write a value of type ${issue.expected}` };
    case 'too_small':
      return { message: actual === '' ? 'is empty' : `is ${show(actual)}, the least is ${String(issue.minimum)}`, fix: 'write a larger value' };
    case 'too_big':
      return { message: `is ${show(actual)}, the most is ${String(issue.maximum)}`, fix: 'write a smaller value' };
    case 'invalid_key':
      return { message: 'is not a name that ktx takes', fix: 'use letters, digits, - and _, a letter or digit first' };
    default:
      return { message: `is ${show(actual)}: ${issue.message}`, fix: 'write a value that this key takes' };
  }
}

/** Place of the value at a path, or of its key; where it is missing, of the key that should hold it. */
export function nearestPlace(document: YamlDocument, path: YamlPath, key: boolean): { readonly line?: number; readonly column?: number } {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = document.place(path.slice(0, length), { key: key || length < path.length });
    if (found) return found;
  }
  return {};
}

export type Validated<T> = { readonly value: T | undefined; readonly findings: readonly Finding[] };

/**
 * Checks a parsed YAML document against a schema. Unknown keys are warnings with the nearest known key and are left out
 * of the value; everything else is an error with file, line and column. `at` is where the value stands in the document.
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema, input: unknown, document: YamlDocument, file: string, at: Path = [],
): Validated<z.infer<Schema>> {
  const findings: Finding[] = [];
  const place = (path: Path, key = false): { line?: number; column?: number } => nearestPlace(document, [...at, ...path], key);
  let value = input;
  let result = schema.safeParse(value);
  if (!result.success) {
    for (const issue of result.error.issues) {
      if (issue.code !== 'unrecognized_keys') continue;
      const path = issue.path as Path;
      const known = keysAt(schema, path);
      for (const key of issue.keys) {
        const near = nearest(key, known);
        findings.push({
          severity: 'warning', code: 'config-unknown-key', file, ...place([...path, key], true),
          message: `${dotted([...at, ...path, key])} is not a known key; it has no effect`,
          fix: near ? `did you mean ${near}?` : `known keys here: ${known.join(', ') || 'none'}`,
        });
        value = without(value, [...path, key]);
      }
    }
    result = schema.safeParse(value);
  }
  if (result.success) return { value: result.data, findings };
  for (const issue of result.error.issues) {
    const path = issue.path as Path;
    const { message, fix } = expectation(issue, valueAt(value, path));
    findings.push({ severity: 'error', code: 'config-value', file, ...place(path, issue.code === 'invalid_key'), message: `${dotted([...at, ...path]) || file} ${message}`, fix });
  }
  return { value: undefined, findings };
}
