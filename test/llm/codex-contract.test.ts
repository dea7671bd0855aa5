import { openCodex } from '../../src/llm/codex.js';
import { openAiKey, startResponsesApi } from '../fakes/responses-api.js';
import { installed } from './agent-binaries.js';
import { describeContract } from './contract.js';
import { swift } from './opened.js';

/** The contract of all backends over the real codex. */

if (installed('codex')) {
  describeContract({
    name: 'codex', model: 'gpt-5.5', lacks: ['own requests', 'our refusals', 'cut answers'],
    async start(brain) {
      const api = await startResponsesApi({ brain });
      return { api, secrets: () => [openAiKey], open: ({ at = api.url, ...more } = {}) => openCodex({ allowedHosts: ['127.0.0.1', 'localhost'], environment: {}, ownPrices: {}, rateLimit: swift, concurrency: 4, silenceMs: 5_000, baseUrl: at, apiKey: openAiKey, ...more }) };
    },
  });
}
