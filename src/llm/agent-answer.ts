import { issuesOf, jsonSchemaOf } from './agent-loop.js';
import { valueIn } from './api-backend.js';
import type { Answer, Ask, ProbeResult } from './backend.js';
import { modelFailure } from './classify.js';
import type { ModelFailure } from './failure.js';

/** Single answers of an agent that is a program of its own: it takes one prompt, and knows nothing of the one before. */

/** What came of one prompt. */
export type Asked = { readonly text: string } | Exclude<Answer<string>, { readonly ok: true }>;

/** Throws the signal's reason where it was cancelled. */
export type AskOnce = (ask: Omit<Ask<string>, 'schema'>, more?: { readonly schema?: Readonly<Record<string, unknown>> | undefined; readonly onFailure?: (failure: ModelFailure) => void }) => Promise<Asked>;

/** Output limit of the probe, in tokens: the least that every provider takes. */
const probeTokens = 16;

export async function probeThrough(once: AskOnce, { model, account, signal }: Pick<Ask<string>, 'model' | 'account' | 'signal'>): Promise<ProbeResult> {
  const began = performance.now();
  let met: ModelFailure | undefined;
  const result = (failure?: ModelFailure): ProbeResult => {
    const milliseconds = Math.round(performance.now() - began);
    return failure ? { category: failure.category, milliseconds, failure } : { category: 'ok', milliseconds };
  };
  try {
    const asked = await once({ model, prompt: 'Reply with OK.', maxOutputTokens: probeTokens, account, signal }, { onFailure: (failure) => { met = failure; } });
    if ('text' in asked) return result();
    if ('stop' in asked) return result(modelFailure('quota', `The probe does not fit the ${asked.stop.reason} of the ${asked.stop.of}.`, { type: asked.stop.reason }));
    // A model that thinks first is cut before its word, and has answered all the same.
    return asked.failure.type === 'max_tokens' ? result() : result(asked.failure);
  } catch (error) {
    if (!signal.aborted) throw error;
    // What kept it waiting says more than that it waited.
    return result(met ?? modelFailure('timeout', `No answer came in ${Math.round((performance.now() - began) / 1000)} s.`));
  }
}

/** Throws the signal's reason where it was cancelled. */
export async function answerThrough<T>(once: AskOnce, ask: Ask<T>): Promise<Answer<T>> {
  const { schema: wanted, ...rest } = ask;
  const schema = wanted && jsonSchemaOf(wanted);
  const first = schema ? `${ask.prompt}\n\nAnswer with one JSON value of this schema and nothing else:\n${JSON.stringify(schema)}` : ask.prompt;
  let prompt = first;
  for (let round = 1; ; round += 1) {
    const asked = await once({ ...rest, prompt }, { schema });
    const cut = 'failure' in asked && asked.failure.type === 'max_tokens';
    if (!('text' in asked) && !(cut && wanted)) return asked;
    const text = 'text' in asked ? asked.text : '';
    // Without a schema T is string.
    if (!wanted) return text.trim() === '' ? wrongAnswer('The answer holds no text.') : { ok: true, value: text as T };
    const value = valueIn({ text });
    const parsed = value === undefined ? null : wanted.safeParse(value);
    if (parsed?.success) return { ok: true, value: parsed.data };
    const wrong = parsed ? issuesOf(parsed.error) : cut ? `it was cut at its limit of ${ask.maxOutputTokens} tokens` : 'it is not JSON';
    if (round === 2) return wrongAnswer(`The answer is not what was asked for, after one correction too: ${wrong}.`);
    prompt = `${first}${text === '' ? '' : `\n\nYou have answered:\n${text.trimEnd()}`}\n\nThis answer is wrong: ${wrong}. Answer again with one JSON value of the schema and nothing else.`;
  }
}

const wrongAnswer = (message: string): { readonly ok: false; readonly failure: ModelFailure } => ({ ok: false, failure: modelFailure('invalid-request', message) });
