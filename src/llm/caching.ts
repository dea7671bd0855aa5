import type Anthropic from '@anthropic-ai/sdk';

/** `llm.promptCaching` of ktx.yaml. */
export interface CachingSettings {
  readonly enabled?: boolean | undefined;
  readonly systemTtl?: Ttl | undefined;
  readonly toolsTtl?: Ttl | undefined;
  readonly historyTtl?: Ttl | undefined;
}

type Ttl = '5m' | '1h';

/** One message of a conversation, in blocks. */
export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly content: Anthropic.ContentBlockParam[];
}

/** The parts of a request that a marker can stand on, in the order in which the provider's prefix runs. */
export interface Cacheable {
  readonly tools: readonly Anthropic.Tool[];
  readonly system: readonly Anthropic.TextBlockParam[];
  readonly messages: readonly Turn[];
}

export interface Marked {
  readonly tools: Anthropic.Tool[];
  readonly system: Anthropic.TextBlockParam[];
  readonly messages: Turn[];
  /** Tools and system, which the requests of a stage share, are cacheable. */
  readonly shared: boolean;
}

/**
 * Shortest prefix in tokens that is cached, by model; a shorter one is billed as if it had no marker. From
 * https://platform.claude.com/docs/en/build-with-claude/prompt-caching: 4,096 for Opus since 4.5 and Haiku 4.5, 2,048 for
 * Sonnet since 4.6, 1,024 for Sonnet before; what is not known gets the longest.
 */
export function shortestPrefix(model: string): number {
  const [, major = '', minor = '0'] = /claude-sonnet-(\d{1,2})(?:[-.](\d{1,2}))?(?!\d)/.exec(model) ?? [];
  if (major === '') return 4096;
  return Number(major) > 4 || (Number(major) === 4 && Number(minor) >= 6) ? 2048 : 1024;
}

/** Few bytes a token would mark what turns out too short; English and JSON have about four. */
const bytesPerToken = 4;

/** A copy with markers on the last tool, the last system block and the last block of the last message, where the prefix up to there is long enough. The given history stays free of markers, so that a marker moves along instead of staying behind. */
export function markCacheable({ tools, system, messages }: Cacheable, model: string, settings: CachingSettings): Marked {
  const plain = { tools: [...tools], system: [...system], messages: [...messages] };
  if (settings.enabled === false) return { ...plain, shared: false };
  const least = shortestPrefix(model) * bytesPerToken;
  let bytes = 0;
  let longest: Ttl = '1h';
  const marker = (part: unknown, ttl: Ttl): Anthropic.CacheControlEphemeral | null => {
    bytes += Buffer.byteLength(JSON.stringify(part));
    if (bytes < least) return null;
    // The provider refuses an hour behind five minutes.
    if (ttl === '5m') longest = '5m';
    return { type: 'ephemeral', ttl: longest };
  };
  const onTools = tools.length === 0 ? null : marker(tools, settings.toolsTtl ?? '1h');
  const onSystem = system.length === 0 ? null : marker(system, settings.systemTtl ?? '1h');
  const onHistory = messages.length === 0 ? null : marker(messages, settings.historyTtl ?? '5m');
  return {
    tools: onTools ? onLast(plain.tools, (tool) => ({ ...tool, cache_control: onTools })) : plain.tools,
    system: onSystem ? onLast(plain.system, (block) => ({ ...block, cache_control: onSystem })) : plain.system,
    messages: onHistory ? onLast(plain.messages, (message) => ({ ...message, content: markLastBlock(message.content, onHistory) })) : plain.messages,
    shared: onTools !== null || onSystem !== null,
  };
}

function onLast<T>(list: readonly T[], change: (last: T) => T): T[] {
  const last = list.at(-1);
  return last === undefined ? [] : [...list.slice(0, -1), change(last)];
}

/** Only blocks that take a marker; thinking, for one, does not. */
function markLastBlock(content: Turn['content'], marker: Anthropic.CacheControlEphemeral): Turn['content'] {
  return onLast(content, (block) => (block.type === 'text' || block.type === 'tool_result' || block.type === 'tool_use' ? { ...block, cache_control: marker } : block));
}
