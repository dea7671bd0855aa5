import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openGateway } from '../../src/llm/gateway.js';
import { openOpenAiCompatible } from '../../src/llm/openai-compatible.js';
import { openVertex } from '../../src/llm/vertex.js';
import { googleCredential } from '../../src/project/google-credential.js';
import { chatKey, startChatCompletions } from '../fakes/chat-completions.js';
import { startGoogleIdentity } from '../fakes/google-identity.js';
import { fakeGoogle, fakeKey, startMessagesApi } from '../fakes/messages-api.js';
import { temporaryFolder } from '../temporary-folder.js';
import { describeContract } from './contract.js';
import { closing, model, openAt, swift } from './opened.js';

/** The contract over every backend that calls an API itself. */

const options = { allowedHosts: ['127.0.0.1', 'localhost'], environment: {}, ownPrices: {}, rateLimit: swift, concurrency: 4, silenceMs: 5_000 };

describeContract({
  name: 'anthropic', model,
  async start(brain) {
    const api = await startMessagesApi({ brain });
    return { api, secrets: () => [fakeKey], open: ({ at = api.url, ...more } = {}) => openAt(at, more) };
  },
});

describeContract({
  name: 'gateway', model: 'anthropic/claude-sonnet-4.6',
  async start(brain) {
    const api = await startMessagesApi({ brain, host: 'gateway' });
    return { api, secrets: () => [fakeKey], open: ({ at = `${api.url}/v3/ai`, ...more } = {}) => openGateway({ ...options, baseUrl: at, apiKey: fakeKey, caching: {}, ...more }) };
  },
});

describeContract({
  name: 'vertex', model,
  async start(brain) {
    const google = closing(await startGoogleIdentity());
    const api = await startMessagesApi({ brain, host: 'vertex', accepts: (bearer) => google.accepts(bearer) });
    const folder = temporaryFolder('google');
    writeFileSync(join(folder, 'key.json'), google.files.serviceAccount);
    const credential = googleCredential(folder, { GOOGLE_APPLICATION_CREDENTIALS: 'key.json' });
    rmSync(folder, { recursive: true });
    if (!credential.ok) throw new Error(credential.why);
    return { api, secrets: () => google.secrets, open: ({ at = api.url, ...more } = {}) => openVertex({ ...options, baseUrl: at, ...fakeGoogle, identity: credential.identity, caching: {}, fallbackTo5m: false, ...more }) };
  },
});

describeContract({
  name: 'openai-compatible', model,
  async start(brain) {
    const api = await startChatCompletions({ brain });
    return { api, secrets: () => [chatKey], open: ({ at = api.url, ...more } = {}) => Promise.resolve(openOpenAiCompatible({ ...options, baseUrl: `${at}/v1`, apiKey: chatKey, ...more })) };
  },
});
