import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.js';

/** A sign-in with ChatGPT, as `codex login` leaves it. */

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (of: string): string => `${part({ alg: 'none' })}.${part({ exp: 4_000_000_000, email: 'ada@example.com', of, 'https://api.openai.com/auth': { chatgpt_plan_type: 'pro', chatgpt_account_id: 'account-of-the-fake', chatgpt_user_id: 'user' } })}.signature`;

export const accessToken = token('access');

export interface FakeSignIn {
  /** A CODEX_HOME. */
  readonly home: string;
  readonly file: string;
  readonly refreshToken: string;
  /** Everything that may be in no file but this. */
  readonly secrets: readonly string[];
}

export function signInFile(): FakeSignIn {
  const home = temporaryFolder('sign-in');
  const file = join(home, 'auth.json');
  const refreshToken = 'rt-refresh-token-of-the-fake';
  const tokens = { id_token: token('id'), access_token: accessToken, refresh_token: refreshToken, account_id: 'account-of-the-fake' };
  writeFileSync(file, JSON.stringify({ auth_mode: 'chatgpt', OPENAI_API_KEY: null, tokens, last_refresh: new Date().toISOString() }), { mode: 0o600 });
  return { home, file, refreshToken, secrets: [tokens.id_token, accessToken, refreshToken] };
}
