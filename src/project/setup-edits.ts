import { backends } from './ktx-schema.js';
import { nearest } from '../text/nearest.js';
import type { YamlEdit } from '../text/yaml-edit.js';

/** What `setup` writes into ktx.yaml, as edits in place. Pure. */

export type BackendName = (typeof backends)[number];

/** A model to start with, by backend; undefined where only its user knows. */
export const proposedModels: Readonly<Record<BackendName, string | undefined>> = {
  'none': undefined, 'anthropic': 'claude-sonnet-4-6', 'vertex': 'claude-sonnet-4-6', 'gateway': 'anthropic/claude-sonnet-4.6', 'openai-compatible': undefined, 'claude-code': 'claude-sonnet-4-6', 'codex': 'gpt-5.5',
};

export interface SetupAnswers {
  readonly backend: BackendName;
  /** `llm.models.default`; needed for every backend but none. */
  readonly model?: string;
  /** Of vertex. */
  readonly location?: string;
  /** Of openai-compatible. */
  readonly baseUrl?: string;
}

export type CheckedAnswers = { readonly ok: true; readonly answers: SetupAnswers } | { readonly ok: false; readonly message: string; readonly fix: string };

/** Holds what was given to what a backend needs. */
export function checkAnswers(given: { readonly backend?: string; readonly model?: string; readonly location?: string; readonly baseUrl?: string }): CheckedAnswers {
  const backend = backends.find((name) => name === given.backend);
  if (!backend) {
    const near = given.backend === undefined ? undefined : nearest(given.backend, backends);
    return { ok: false, message: given.backend === undefined ? 'no backend is named' : `${given.backend} is no backend`, fix: near === undefined ? `name one with --llm-backend: ${backends.join(', ')}` : `did you mean ${near}?` };
  }
  if (backend === 'none') return { ok: true, answers: { backend } };
  const model = given.model?.trim() || proposedModels[backend];
  if (model === undefined) return { ok: false, message: `backend ${backend} needs a model`, fix: 'name it with --llm-model' };
  if (backend === 'vertex' && !given.location?.trim()) return { ok: false, message: 'backend vertex needs a location', fix: 'name it with --vertex-location, for example us-east5 or global' };
  if (backend === 'openai-compatible' && !given.baseUrl?.trim()) return { ok: false, message: 'backend openai-compatible needs an address', fix: 'name it with --llm-base-url, for example http://127.0.0.1:11434/v1' };
  return { ok: true, answers: { backend, model, ...(given.location ? { location: given.location.trim() } : {}), ...(given.baseUrl ? { baseUrl: given.baseUrl.trim() } : {}) } };
}

/** Sets the backend and the default model; what stands under other keys stays. */
export function setupEdits({ backend, model, location, baseUrl }: SetupAnswers): YamlEdit[] {
  const provider = ['llm', 'provider'];
  return [
    { path: [...provider, 'backend'], value: backend },
    ...(location !== undefined && backend === 'vertex' ? [{ path: [...provider, 'vertex', 'location'], value: location }] : []),
    ...(baseUrl !== undefined && backend === 'openai-compatible' ? [{ path: [...provider, 'openaiCompatible', 'base_url'], value: baseUrl }] : []),
    ...(model === undefined ? [] : [{ path: ['llm', 'models', 'default'], value: model }]),
  ];
}
