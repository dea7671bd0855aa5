import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { meterFor, type Reading } from '../../src/llm/meter.js';

const event = (fields: { readonly type: string } & Readonly<Record<string, unknown>>, end = '\n'): string => `event: ${fields.type}${end}data: ${JSON.stringify(fields)}${end}${end}`;
const started = { type: 'message_start', message: { usage: { input_tokens: 10, cache_read_input_tokens: 20, cache_creation_input_tokens: 70, cache_creation: { ephemeral_5m_input_tokens: 30, ephemeral_1h_input_tokens: 40 }, output_tokens: 1 } } };
const delta = { type: 'content_block_delta', delta: { type: 'text_delta', text: 'Zürich 🙂 says "message_stop" and {"type":"message_delta","usage":{"output_tokens":999}}' } };

const stream = (end: string): string => [
  `: a comment${end}${end}`, `retry: 3${end}${end}`, event(started, end), event({ type: 'ping' }, end), event(delta, end), event({ type: 'new_event', usage: { output_tokens: 5 } }, end),
  event({ type: 'message_delta', delta: { stop_reason: null }, usage: { output_tokens: 7 } }, end), event({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { input_tokens: 11, output_tokens: 50 } }, end), event({ type: 'message_stop' }, end),
].join('');

const total = { uncachedInputTokens: 11, cacheReadTokens: 20, cacheWrite5mTokens: 30, cacheWrite1hTokens: 40, outputTokens: 50 };

function read(chunks: readonly Uint8Array[], type = 'text/event-stream; charset=utf-8'): Reading {
  const meter = meterFor(type);
  for (const chunk of chunks) meter.feed(chunk);
  meter.end();
  return meter.read();
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the meter', () => {
  test.each(['\n', '\r\n', '\r'])('reads the same usage however the stream is cut into chunks (line end %j)', (end) => {
    const whole = bytes(stream(end));
    expect(read([whole])).toEqual({ started: true, final: true, stopReason: 'end_turn', usage: total });
    for (let at = 0; at <= whole.length; at += 1) expect(read([whole.slice(0, at), whole.slice(at)])).toEqual({ started: true, final: true, stopReason: 'end_turn', usage: total });
    fc.assert(fc.property(fc.array(fc.nat(whole.length), { maxLength: 40 }), (cuts) => {
      const borders = [0, ...[...cuts].sort((a, b) => a - b), whole.length];
      expect(read(borders.slice(1).map((border, index) => whole.slice(borders[index], border)))).toEqual({ started: true, final: true, stopReason: 'end_turn', usage: total });
    }));
  });

  test('knows how far a cut stream got', () => {
    const cutBefore = (words: string): Reading => read([bytes(stream('\n').slice(0, stream('\n').indexOf(words)))]);
    expect(cutBefore('event: message_start')).toMatchObject({ started: false, final: false });
    expect(cutBefore('event: ping')).toMatchObject({ started: true, final: false, usage: { ...total, uncachedInputTokens: 10, outputTokens: 1 } });
    expect(cutBefore('event: message_stop')).toMatchObject({ started: true, final: true, usage: total });
    // Not dispatched without the empty line.
    expect(read([bytes(event(started).trimEnd())])).toMatchObject({ started: false });
  });

  test('keeps the error of a stream', () => {
    expect(read([bytes(event(started) + event({ type: 'error', error: { type: 'overloaded_error' } }))])).toMatchObject({ final: false, error: '{"type":"error","error":{"type":"overloaded_error"}}' });
  });

  test('a whole event that nobody can read is an error of the stream, one that is cut is none', () => {
    expect(read([bytes('event: message_start\ndata: {"type":"message_st\n\n')])).toMatchObject({ started: false, error: '{"type":"message_st' });
    expect(read([bytes('event: message_start\ndata: {"type":"message_st')])).not.toHaveProperty('error');
  });

  test('reads events without names, of several data lines, and survives nonsense', () => {
    expect(read([bytes(`data: {"type":"message_start",\ndata:"message":{"usage":{"input_tokens":3}}}\n\n`)])).toMatchObject({ started: true, usage: { uncachedInputTokens: 3 } });
    expect(read([bytes('data: {"type":"message_start"\n\ndata: "message_delta"\n\n\u0000\n\n')])).toMatchObject({ started: false });
    expect(read([bytes(event({ type: 'message_start', message: { usage: { input_tokens: -1, output_tokens: 'x', cache_creation: null } } }))])).toMatchObject({ started: true, usage: { uncachedInputTokens: 0, outputTokens: 0 } });
  });

  test('a write without its split is one of five minutes', () => {
    const usage = (fields: object): object => ({ type: 'message_start', message: { usage: fields } });
    expect(read([bytes(event(usage({ cache_creation_input_tokens: 9 }) as { type: string }))])).toMatchObject({ usage: { cacheWrite5mTokens: 9, cacheWrite1hTokens: 0 } });
    expect(read([bytes(event(started) + event({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { cache_creation_input_tokens: 70, output_tokens: 2 } }))])).toMatchObject({ usage: { cacheWrite5mTokens: 30, cacheWrite1hTokens: 40, outputTokens: 2 } });
  });

  test('reads one JSON message in chunks', () => {
    const whole = bytes(JSON.stringify({ type: 'message', usage: started.message.usage }));
    expect(read([whole.slice(0, 9), whole.slice(9)], 'application/json')).toEqual({ started: true, final: true, usage: { ...total, uncachedInputTokens: 10, outputTokens: 1 } });
    expect(read([whole.slice(0, 9)], 'application/json')).toMatchObject({ started: false, final: false });
    expect(read([bytes('<html>')], 'text/html')).toMatchObject({ started: false });
  });
});
