export const id = 1070;
export const ids = [1070];
export const modules = {

/***/ 61070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openOpenAiCompatible: () => (/* binding */ openOpenAiCompatible)
});

// EXTERNAL MODULE: ./lib/src/llm/api-backend.js
var api_backend = __webpack_require__(84975);
// EXTERNAL MODULE: ./lib/src/llm/bearer-wire.js
var bearer_wire = __webpack_require__(74883);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/src/llm/answer.js
var answer = __webpack_require__(6658);
// EXTERNAL MODULE: ./lib/src/llm/event-reader.js
var event_reader = __webpack_require__(43736);
// EXTERNAL MODULE: ./lib/src/llm/meter.js
var meter = __webpack_require__(54803);
;// CONCATENATED MODULE: ./lib/src/llm/chat-meter.js


/** Usage of chat completions; `prompt_tokens` holds the cached ones too. Null for what is none. */
function chatUsage(usage) {
    if (typeof usage !== 'object' || usage === null)
        return null;
    const fields = usage;
    const [input, output] = [(0,meter/* countOf */.pq)(fields['prompt_tokens']), (0,meter/* countOf */.pq)(fields['completion_tokens'])];
    if (input === undefined || output === undefined)
        return null;
    const details = fields['prompt_tokens_details'];
    const cached = Math.min(input, (0,meter/* countOf */.pq)((typeof details === 'object' && details !== null ? details : {})['cached_tokens']) ?? 0);
    return { uncachedInputTokens: input - cached, cacheReadTokens: cached, cacheWrite5mTokens: 0, cacheWrite1hTokens: 0, outputTokens: output };
}
/** Whether a chunk is an error instead: `{"error":…}`, or as vLLM has it `{"object":"error",…}`. */
const isChatError = (chunk) => (chunk['error'] !== undefined && chunk['error'] !== null) || chunk['object'] === 'error';
/** The reason why the answer of a chunk, or of a whole completion, is over; null: it is not. */
function finishReasonOf(chunk) {
    const choices = chunk['choices'];
    const reason = Array.isArray(choices) ? choices[0]?.['finish_reason'] : undefined;
    return typeof reason === 'string' && reason !== '' ? reason : null;
}
const longestBeginning = 2000;
/** Most chunks are a few words of the answer, and are not parsed. */
const told = /"usage"\s*:\s*\{|"finish_reason"\s*:\s*"|"error"/;
/** A meter for the chunks of a streamed completion or, with any other content type, for a whole one. */
function chatMeterFor(contentType) {
    const isStream = /^text\/event-stream\b/i.test(contentType ?? '');
    const decoder = new TextDecoder();
    let reading = { started: false, final: false, usage: null };
    let finished = false;
    let text = '';
    const take = (chunk, raw) => {
        if (!chunk)
            return;
        if (isChatError(chunk)) {
            reading = { ...reading, error: raw };
            return;
        }
        finished ||= finishReasonOf(chunk) !== null;
        const usage = chatUsage(chunk['usage']) ?? reading.usage;
        reading = { ...reading, usage, final: finished && usage !== null };
    };
    const events = (0,event_reader/* eventReader */.o)((data) => {
        if (data.trim() === '[DONE]') {
            reading = { ...reading, final: reading.started };
            return;
        }
        reading = { ...reading, started: true };
        if (told.test(data))
            take((0,meter/* objectIn */.D7)(data), data);
    });
    return {
        feed(bytes) {
            const piece = decoder.decode(bytes, { stream: true });
            if (isStream) {
                if (text.length < longestBeginning)
                    text += piece.slice(0, longestBeginning);
                events.take(piece);
            }
            else {
                text += piece;
            }
        },
        end() {
            if (isStream) {
                events.take(decoder.decode());
                // Some servers close the stream without a word after the last chunk.
                reading = { ...reading, final: reading.final || finished };
                return;
            }
            const whole = (0,meter/* objectIn */.D7)(text + decoder.decode());
            if (whole && Array.isArray(whole['choices'])) {
                take(whole, text);
                reading = { ...reading, started: true, final: finished };
            }
        },
        read: () => reading,
        beginning: () => text.slice(0, longestBeginning),
    };
}

// EXTERNAL MODULE: ./lib/src/llm/usage.js
var usage = __webpack_require__(28769);
;// CONCATENATED MODULE: ./lib/src/llm/chat-answer.js



const fieldsOf = (value) => (typeof value === 'object' && value !== null ? value : {});
const listOf = (value) => (Array.isArray(value) ? value : []);
const textOf = (value) => (typeof value === 'string' ? value : '');
const stopReasons = { stop: 'end_turn', tool_calls: 'tool_use', function_call: 'tool_use', length: 'max_tokens', content_filter: 'refusal' };
/** Puts a completion together from its chunks; a whole one is a single chunk. */
class ChatAnswer {
    #turn;
    #drafts = [];
    #byIndex = new Map();
    #text = '';
    #refusal = '';
    #reason = null;
    #usage = usage/* noWireUsage */.CP;
    #whole = false;
    /** `turn`: how many messages came before, for the ids of calls that have none. */
    constructor(turn) {
        this.#turn = turn;
    }
    /** False: the chunk is an error, and nothing comes after it. */
    take(chunk) {
        if (isChatError(chunk))
            return false;
        this.#usage = chatUsage(chunk['usage']) ?? this.#usage;
        this.#reason = finishReasonOf(chunk) ?? this.#reason;
        const choice = fieldsOf(listOf(chunk['choices'])[0]);
        const delta = fieldsOf(choice['delta'] ?? choice['message']);
        this.#text += textOf(delta['content']);
        this.#refusal += textOf(delta['refusal']);
        for (const call of listOf(delta['tool_calls']))
            this.#takeCall(fieldsOf(call));
        return true;
    }
    /** The stream said that it is over. */
    end() {
        this.#whole = true;
    }
    /** Null where it ended before the answer did. */
    answer() {
        if (this.#reason === null && !this.#whole)
            return null;
        const refused = this.#refusal !== '';
        const stopReason = refused ? 'refusal' : stopReasons[this.#reason ?? 'stop'] ?? 'end_turn';
        const text = refused ? this.#refusal : withoutThoughts(this.#text);
        const cut = stopReason === 'max_tokens' ? this.#drafts.at(-1) : undefined;
        const calls = this.#drafts.filter((draft) => draft !== cut).map(({ id, name, json }) => (0,answer/* callOf */.C)({ id, name, input: {} }, json));
        const content = [...(text.trim() === '' ? [] : [{ type: 'text', text }]), ...calls.map(({ id, name, input }) => ({ type: 'tool_use', id, name, input }))];
        return { content, text: text.trim() === '' ? '' : text, calls, cutCall: cut?.name ?? null, stopReason, usage: this.#usage };
    }
    /** Pieces of one call have its index; some servers leave it out, or give all calls the same one. */
    #takeCall(call) {
        const { name, arguments: given } = fieldsOf(call['function']);
        const [id, index] = [textOf(call['id']), typeof call['index'] === 'number' ? call['index'] : undefined];
        const known = index === undefined ? this.#drafts.at(-1) : this.#byIndex.get(index);
        const isNew = known === undefined || (textOf(name) !== '' && known.name !== '' && (index === undefined ? true : id !== '' && known.given !== id));
        const draft = isNew ? this.#open(index) : known;
        if (isNew)
            draft.given = id;
        if (id !== '' && isNew && !this.#drafts.some((other) => other !== draft && other.id === id))
            draft.id = id;
        draft.name ||= textOf(name);
        draft.json += typeof given === 'object' && given !== null ? JSON.stringify(given) : textOf(given);
    }
    #open(index) {
        // Nine letters and digits are what the strictest template takes.
        const draft = { id: `c${String(this.#turn).padStart(4, '0')}${String(this.#drafts.length).padStart(4, '0')}`, given: '', name: '', json: '' };
        this.#drafts.push(draft);
        if (index !== undefined)
            this.#byIndex.set(index, draft);
        return draft;
    }
}
/** A server without a parser for it hands on what the model thought. */
function withoutThoughts(text) {
    return text.replace(/^\s*<think>[\s\S]*?<\/think>\s*/, '');
}

// EXTERNAL MODULE: ./lib/src/llm/classify.js
var classify = __webpack_require__(1850);
// EXTERNAL MODULE: ./lib/src/llm/client.js
var client = __webpack_require__(22103);
// EXTERNAL MODULE: ./lib/src/llm/relay-error.js
var relay_error = __webpack_require__(45832);
;// CONCATENATED MODULE: ./lib/src/llm/chat-client.js







/** Servers that do not know a name of the limit may ignore it, and all but the newest models know the older one. */
const usual = { limitName: 'max_tokens', saysUsage: true };
function openChatClient({ baseUrl, relay }) {
    const url = `${baseUrl}/chat/completions`;
    const quirks = new Map();
    const quirksOf = (model) => quirks.get(model) ?? usual;
    /** Whether the refusal is about something that can be left out or named otherwise; it is remembered. */
    const learns = (model, used, { category, message }) => {
        if (category !== 'invalid-request')
            return false;
        const isUnknown = /unsupported|not supported|unrecognized|unknown|unexpected|extra|not permitted|use '?max_completion_tokens/i.test(message);
        const better = {
            saysUsage: used.saysUsage && !message.includes('stream_options') && !message.includes('include_usage'),
            // a limit that is only too large is refused under its name too
            limitName: isUnknown && message.includes('max_tokens') ? 'max_completion_tokens' : used.limitName,
        };
        if (better.saysUsage === used.saysUsage && better.limitName === used.limitName)
            return false;
        quirks.set(model, better);
        return true;
    };
    async function once(conversation, used, booking) {
        const { account, signal, onSend, onFailure } = booking;
        const body = bodyOf(conversation, used);
        let met;
        const note = (failure) => {
            met = failure;
            onFailure?.(failure);
        };
        const own = (message) => {
            const failure = (0,classify/* modelFailure */.iW)('provider-error', message);
            onFailure?.(failure);
            return { kind: 'failure', failure };
        };
        const fetch = relay.fetchFor(account, { prefixKey: prefixKeyOf(conversation), onSend, onFailure: note });
        const began = performance.now();
        try {
            const response = await fetch(url, { method: 'POST', headers: { 'authorization': `Bearer ${relay.token}`, 'content-type': 'application/json', 'accept': 'text/event-stream' }, body: JSON.stringify(body), signal });
            if (!response.ok)
                return met ? { kind: 'failure', failure: met } : own('The answer has no message.');
            const answer = await read(response, new ChatAnswer(conversation.messages.length));
            if (signal.aborted)
                return { kind: 'cancelled' };
            if (answer === 'error' && met)
                return { kind: 'failure', failure: met };
            if (answer === 'error' || answer === 'unreadable')
                return own('The answer is no stream of chat completions.');
            return answer ? { kind: 'answer', answer, milliseconds: Math.round(performance.now() - began) } : own('The answer ended before it was complete.');
        }
        catch (error) {
            const stop = (0,client/* causeOf */.r)(error, relay_error/* BudgetError */.W)?.stop;
            if (stop)
                return { kind: 'stop', stop };
            if (signal.aborted)
                return { kind: 'cancelled' };
            const failure = (0,client/* causeOf */.r)(error, relay_error/* RelayError */.c)?.failure;
            if (failure)
                return { kind: 'failure', failure };
            throw error;
        }
    }
    return {
        amountOf: (conversation, account) => relay.amountOf(account, JSON.stringify(bodyOf(conversation, quirksOf(conversation.model))), conversation.model),
        async send(conversation, booking) {
            const { model } = conversation;
            // Once for each of the two things that a server may refuse.
            for (let round = 1;; round += 1) {
                if (booking.signal.aborted)
                    return { kind: 'cancelled' };
                const used = quirksOf(model);
                const sent = await once(conversation, used, { ...booking, onFailure: (failure) => { if (round > 2 || !learns(model, used, failure))
                        booking.onFailure?.(failure); } });
                if (sent.kind !== 'failure' || round > 2 || quirksOf(model) === used)
                    return sent;
            }
        },
    };
}
/** Requests with the same beginning: servers cache it by themselves once one was answered. */
function prefixKeyOf({ model, tools, system, format }) {
    return tools.length === 0 ? undefined : (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify([model, tools, system, format])).digest('hex');
}
function bodyOf({ model, system, tools, messages, maxOutputTokens, format }, { limitName, saysUsage }) {
    return {
        model, [limitName]: maxOutputTokens, stream: true, ...(saysUsage ? { stream_options: { include_usage: true } } : {}),
        messages: [...(system === '' ? [] : [{ role: 'system', content: system }]), ...messages.flatMap(messagesOf)],
        ...(tools.length === 0 ? {} : { tools: tools.map(({ name, description, input_schema: parameters }) => ({ type: 'function', function: { name, description, parameters } })) }),
        ...(format === undefined ? {} : { response_format: { type: 'json_schema', json_schema: { name: 'answer', schema: format } } }),
    };
}
/** One turn as messages: each result of a tool is one of its own, before what the user says. */
function messagesOf({ role, content }) {
    const text = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n\n');
    if (role === 'assistant') {
        const calls = content.flatMap((block) => (block.type === 'tool_use' ? [{ id: block.id, type: 'function', function: { name: block.name, arguments: JSON.stringify(block.input) } }] : []));
        return [{ role, content: text === '' ? null : text, ...(calls.length === 0 ? {} : { tool_calls: calls }) }];
    }
    const results = content.flatMap((block) => (block.type === 'tool_result' ? [{ role: 'tool', tool_call_id: block.tool_use_id, content: block.content }] : []));
    return [...results, ...(text === '' ? [] : [{ role, content: text }])];
}
async function read(response, answer) {
    let found;
    const take = (data) => {
        if (found !== undefined)
            return;
        const text = data.trim();
        if (text === '[DONE]')
            return answer.end();
        const chunk = (0,meter/* objectIn */.D7)(text);
        if (chunk === undefined)
            found = 'unreadable';
        else if (!answer.take(chunk))
            found = 'error';
    };
    // What no server of this API sends fails in the relay, which knows the host.
    if (!/^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '')) {
        take(await response.text());
        return found ?? answer.answer();
    }
    const events = (0,event_reader/* eventReader */.o)(take);
    const decoder = new TextDecoder();
    for await (const bytes of response.body) {
        events.take(decoder.decode(bytes, { stream: true }));
        if (found !== undefined)
            return found;
    }
    return answer.answer();
}

// EXTERNAL MODULE: ./lib/src/llm/estimate.js
var estimate = __webpack_require__(14422);
// EXTERNAL MODULE: ./lib/src/llm/route.js
var llm_route = __webpack_require__(24123);
;// CONCATENATED MODULE: ./lib/src/llm/openai-compatible.js






const chatApi = { forwarded: ['accept', 'content-type', 'user-agent'], sizeOf: (_, body) => (0,estimate/* sizeOf */.$d)(body), meterFor: chatMeterFor };
/** Azure wants its keys in a header of its own; what follows the resource's name is Azure's. */
const isAzure = (host) => /\.openai\.azure\.com$|\.(?:cognitiveservices|services\.ai)\.azure\.com$/.test(host);
/** A server that speaks chat completions: OpenAI, Azure, vLLM, Ollama, LiteLLM and others. Throws where the route was not checked. */
function openOpenAiCompatible(options) {
    const { baseUrl, apiKey, allowedHosts } = options;
    const route = (0,llm_route/* checkRoute */.Q)(baseUrl, allowedHosts, null);
    if (!route.ok)
        throw new Error(route.why);
    const transport = (0,api_backend/* transportOf */.JH)(options);
    const wire = (0,bearer_wire/* keyWire */.L9)(apiKey, chatApi, isAzure(route.url.hostname) ? 'api-key' : undefined);
    const client = openChatClient({ baseUrl: route.url.href.replace(/\/+(?:chat\/completions\/*)?$/, ''), relay: (0,api_backend/* relayTo */.Lq)(route.url, wire, transport, options) });
    return (0,api_backend/* apiBackend */.JA)({ id: 'openai-compatible', host: route.host, client, close: () => transport.close() });
}


/***/ })

};
