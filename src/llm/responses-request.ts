import { objectIn } from './meter.js';

/** A request of the Responses API, as far as a relay in front of an agent has to know it. */
export interface ResponsesRequest {
  readonly model: string;
  /** Names of all tools that it offers; those of a namespace as `namespace.name`, but for the one that stands for none. */
  readonly tools: readonly string[];
  /** Calls of the model in its history. */
  readonly calls: number;
  /** What codex told the model in the place of an answer of our tools that it could not reach; undefined: it reached them. */
  readonly lost: string | undefined;
  readonly fields: Fields;
}

type Fields = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter((one): one is Fields => typeof one === 'object' && one !== null) : []);
const nameOf = ({ name, type }: Fields): string => (typeof name === 'string' ? name : typeof type === 'string' ? type : '');

/** What codex 0.163 writes where an answer would be; the rest of a text that begins so says why. An error that the server itself gave begins so too. */
const unreached = /^tool call error: tool call failed for `ktx\/[^`]*`\s+Caused by:\s+Transport /;

const textsOf = (input: readonly Fields[]): string[] => input.filter(({ type }) => type === 'function_call_output').flatMap(({ output }) => listOf(output).map(({ text }) => (typeof text === 'string' ? text : '')));

/** Null: the body is no such request. */
export function readRequest(body: string): ResponsesRequest | null {
  const fields = objectIn(body);
  if (!fields || typeof fields['model'] !== 'string') return null;
  const input = listOf(fields['input']);
  // some models get their tools as an item of the conversation
  const tools = [...listOf(fields['tools']), ...input.filter(({ type }) => type === 'additional_tools').flatMap((item) => listOf(item['tools']))];
  return {
    model: fields['model'], fields, lost: textsOf(input).find((text) => unreached.test(text)), calls: input.filter(({ type }) => typeof type === 'string' && type.endsWith('_call')).length,
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
