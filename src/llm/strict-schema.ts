type Schema = Readonly<Record<string, unknown>>;

/** What OpenAI holds an answer to: https://developers.openai.com/api/docs/guides/structured-outputs#supported-schemas */
const known = new Set(['type', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'const', 'anyOf', 'description', 'title', 'minItems', 'maxItems', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'pattern', 'format']);

/**
 * A JSON schema as the provider's strict mode takes it: each object with all of its properties required and no others.
 * Undefined: it cannot be said so, and the answer is held to it by us alone.
 */
export function strictSchema(schema: Schema): Schema | undefined {
  return schema['type'] === 'object' ? strict(schema) : undefined;
}

function strict(schema: unknown): Schema | undefined {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return undefined;
  const given = schema as Schema;
  if (Object.keys(given).some((key) => !known.has(key))) return undefined;
  // objects and lists have to stand by themselves, so that they can be closed
  if (Array.isArray(given['type']) && given['type'].some((type) => type === 'object' || type === 'array')) return undefined;
  const result: Record<string, unknown> = { ...given };
  const all = (values: readonly unknown[]): Schema[] | undefined => {
    const done = values.map(strict);
    return done.every((one) => one !== undefined) ? done : undefined;
  };
  if (Array.isArray(given['anyOf'])) {
    const choices = all(given['anyOf']);
    if (!choices) return undefined;
    result['anyOf'] = choices;
  } else if (given['type'] === undefined && given['enum'] === undefined && given['const'] === undefined) {
    return undefined;
  }
  if (given['type'] === 'array') {
    const items = strict(given['items']);
    if (!items) return undefined;
    result['items'] = items;
  }
  if (given['type'] === 'object') {
    const properties = Object.entries((given['properties'] ?? {}) as Schema);
    const required: unknown = given['required'];
    const inner = all(properties.map(([, value]) => value));
    if (!inner || properties.some(([name]) => !Array.isArray(required) || !required.includes(name)) || (given['additionalProperties'] !== undefined && given['additionalProperties'] !== false)) return undefined;
    result['properties'] = Object.fromEntries(properties.map(([name], index) => [name, inner[index]]));
    result['additionalProperties'] = false;
  }
  return result;
}
