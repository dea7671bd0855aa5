import { fakeKey, startMessagesApi } from '../fakes/messages-api.js';
import { installed } from './agent-binaries.js';
import { describeContract } from './contract.js';
import { model, openClaudeAt } from './opened.js';

/** The contract of all backends over the real Claude Code. */

if (installed('claude-code')) {
  describeContract({
    name: 'claude-code', model, prefix: 'mcp__ktx__', lacks: ['own requests', 'our refusals'],
    async start(brain) {
      const api = await startMessagesApi({ brain });
      return { api, secrets: () => [fakeKey], open: ({ at = api.url, ...more } = {}) => openClaudeAt(at, more) };
    },
  });
}
