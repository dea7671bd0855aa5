import { objectIn } from './meter.js';

/** A request of the Responses API, as far as a relay in front of an agent has to know it. */
export interface ResponsesRequest {
  readonly model: string;
  /** Names of all tools that it offers; those of a namespace as `namespace.name`, but for the one that stands for none. */
  readonly tools: readonly string[];
  /** Calls of the model in its history. */
  readonly calls: number;
  readonly fields: Fields;
}

type Fields = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter((one): one is Fields => typeof one === 'object' && one !== null) : []);
const nameOf = ({ name, type }: Fields): string => (typeof name === 'string' ? name : typeof type === 'string' ? type : '');

/** Null: the body is no such request. */
export function readRequest(body: string): ResponsesRequest | null {
  const fields = objectIn(body);
  if (!fields || typeof fields['model'] !== 'string') return null;
  const input = listOf(fields['input']);
  // some models get their tools as an item of the conversation
  const tools = [...listOf(fields['tools']), ...input.filter(({ type }) => type === 'additional_tools').flatMap((item) => listOf(item['tools']))];
  return {
    model: fields['model'], fields, calls: input.filter(({ type }) => typeof type === 'string' && type.endsWith('_call')).length,
    tools: tools.flatMap((tool) => (tool['type'] === 'namespace' ? listOf(tool['tools']).map((one) => (tool['name'] === 'functions' ? nameOf(one) : `${nameOf(tool)}.${nameOf(one)}`)) : [nameOf(tool)])),
  };
}

/** The least that the provider takes. */
const leastOutput = 16;

/** The body with an output limit, in tokens: its own where that is lower. */
export function limitedBody({ fields }: ResponsesRequest, most: number): string {
  const own = fields['max_output_tokens'];
  return JSON.stringify({ ...fields, max_output_tokens: Math.max(leastOutput, typeof own === 'number' && own > 0 ? Math.min(own, most) : most) });
}
