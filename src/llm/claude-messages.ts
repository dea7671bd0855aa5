/** What Claude Code writes, as far as it is read. Everything else is noise. */

export interface InitMessage {
  readonly type: 'system';
  readonly subtype: 'init';
  readonly tools: readonly string[];
  readonly mcp_servers: readonly { readonly name: string; readonly status: string }[];
}

export interface RetryMessage {
  readonly type: 'system';
  readonly subtype: 'api_retry';
  readonly error_status?: number | null;
  readonly error?: string;
}

export interface ContentBlock {
  readonly type: string;
  readonly text?: string;
  readonly id?: string;
  readonly name?: string;
  readonly input?: unknown;
  readonly tool_use_id?: string;
  readonly content?: unknown;
  readonly is_error?: boolean;
}

export interface AssistantMessage {
  readonly type: 'assistant';
  readonly message: { readonly id: string; readonly model?: string; readonly content: readonly ContentBlock[] };
  readonly error?: string;
  readonly is_api_error_message?: boolean;
}

export interface UserMessage {
  readonly type: 'user';
  readonly message: { readonly content: string | readonly ContentBlock[] };
}

export interface RateLimitMessage {
  readonly type: 'rate_limit_event';
  /** `resetsAt`: seconds since 1970. */
  readonly rate_limit_info: { readonly status: string; readonly resetsAt?: number; readonly rateLimitType?: string };
}

/** `subtype` says success also where nothing succeeded: `is_error` decides. */
export interface ResultMessage {
  readonly type: 'result';
  readonly subtype: string;
  readonly is_error: boolean;
  readonly result?: string;
  readonly errors?: readonly string[];
  readonly stop_reason?: string | null;
  readonly terminal_reason?: string;
  readonly api_error_status?: number | null;
}

export type ClaudeMessage = InitMessage | RetryMessage | AssistantMessage | UserMessage | RateLimitMessage | ResultMessage;

/** The message, where it is one that is read. */
export function messageIn(value: unknown): ClaudeMessage | null {
  const { type, subtype } = value as { readonly type?: unknown; readonly subtype?: unknown };
  const known = type === 'assistant' || type === 'user' || type === 'rate_limit_event' || type === 'result' || (type === 'system' && (subtype === 'init' || subtype === 'api_retry'));
  return known ? value as ClaudeMessage : null;
}
