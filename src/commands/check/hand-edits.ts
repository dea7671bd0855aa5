import type { Finding } from '../../finding.js';
import type { ContextState } from './state.js';

export async function handEdits(_: { readonly root: string; readonly repository: string; readonly context: ContextState; readonly before?: ContextState }): Promise<Finding[]> {
  return Promise.resolve([]);
}
