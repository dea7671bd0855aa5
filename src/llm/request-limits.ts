/** What a request of an agent may be. */
export interface RequestLimits {
  readonly model: string;
  /** Names of tools: exactly these. */
  readonly tools: readonly string[];
  readonly maxOutputTokens: number;
}

type Fields = Readonly<Record<string, unknown>>;

/** The provider takes no smaller budget of thinking. */
const leastThinking = 1024;

/**
 * The body of a request of the Messages API as it may be sent: its output limit is at most that of the task, because that is
 * what the request is reserved at. `breach`: what is wrong with a request that has other tools or another model than the
 * task's.
 */
export function limited(body: string, { model, tools, maxOutputTokens }: RequestLimits): { readonly body: string } | { readonly breach: string } {
  const request = fieldsOf(body);
  if (!request) return { breach: 'The agent sent something that is no request.' };
  const offered = (Array.isArray(request['tools']) ? request['tools'] as readonly Fields[] : []).map((tool) => String(tool['name'])).sort();
  const wanted = [...tools].sort();
  if (offered.join('\n') !== wanted.join('\n')) return { breach: `The agent offered the model other tools than those of its task: ${difference(offered, wanted)}.` };
  if (request['model'] !== model) return { breach: `The agent asked for the model ${String(request['model'])} in the place of ${model}.` };
  const limit = typeof request['max_tokens'] === 'number' ? Math.min(request['max_tokens'], maxOutputTokens) : maxOutputTokens;
  return { body: JSON.stringify({ ...request, max_tokens: limit, ...thinkingBelow(request['thinking'], limit) }) };
}

/** Thinking with a budget has to fit below the output limit; where it cannot, there is none. */
function thinkingBelow(thinking: unknown, limit: number): { readonly thinking?: unknown } {
  if (typeof thinking !== 'object' || thinking === null) return {};
  const { budget_tokens: budget } = thinking as Fields;
  if (typeof budget !== 'number' || budget < limit) return {};
  return { thinking: limit > leastThinking * 2 ? { ...thinking, budget_tokens: Math.floor(limit / 2) } : { type: 'disabled' } };
}

/** Which names are too many and which are missing. */
export function difference(offered: readonly string[], wanted: readonly string[]): string {
  const extra = offered.filter((name) => !wanted.includes(name));
  const missing = wanted.filter((name) => !offered.includes(name));
  return [...extra.map((name) => `${name} is too many`), ...missing.map((name) => `${name} is missing`)].slice(0, 5).join(', ') || 'a name comes twice';
}

function fieldsOf(body: string): Fields | null {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  } catch {
    // As what is no object.
  }
  return null;
}
