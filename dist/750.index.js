export const id = 750;
export const ids = [750];
export const modules = {

/***/ 12465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ anthropicHost),
  openAnthropic: () => (/* binding */ openAnthropic)
});

// EXTERNAL MODULE: ./lib/src/llm/classify.js + 1 modules
var classify = __webpack_require__(20697);
// EXTERNAL MODULE: ./lib/src/llm/prices.js
var prices = __webpack_require__(26314);
;// CONCATENATED MODULE: ./lib/src/llm/estimate.js

const fieldsOf = (value) => (typeof value === 'object' && value !== null ? value : {});
const listOf = (value) => (Array.isArray(value) ? value : []);
/** Size of a body of the Messages API. A body that is none has no output and no markers. */
function sizeOf(body) {
    let request = {};
    try {
        request = fieldsOf(JSON.parse(body));
    }
    catch {
        // The provider refuses it, so it costs nothing.
    }
    const blocks = [request, ...listOf(request['tools']), ...listOf(request['system']), ...listOf(request['messages']).flatMap((message) => listOf(fieldsOf(message)['content']))];
    const markers = blocks.map((block) => fieldsOf(block)['cache_control']).filter((marker) => typeof marker === 'object' && marker !== null);
    const { model, max_tokens: limit } = request;
    return {
        model: typeof model === 'string' ? model : '', bytes: Buffer.byteLength(body), maxOutputTokens: typeof limit === 'number' && limit > 0 ? Math.ceil(limit) : 0,
        cacheTtl: markers.length === 0 ? null : markers.some((marker) => fieldsOf(marker)['ttl'] === '1h') ? '1h' : '5m',
    };
}
/** English text and JSON have three and a half to four bytes a token, so this errs on the dear side. */
const bytesPerToken = 3;
const margin = 1.02;
/** Input tokens of a body. */
function inputEstimate(bytes, observed) {
    if (!observed || observed.bytes <= 0 || observed.tokens <= 0)
        return Math.ceil(bytes / bytesPerToken);
    // What a loop appends to its history can be denser than what stood there before.
    const appended = bytes < observed.bytes ? 0 : observed.tokens + (bytes - observed.bytes) / bytesPerToken;
    return Math.ceil(Math.max(bytes * (observed.tokens / observed.bytes) * margin, appended));
}
/** The most that a request can cost: all of its input at the dearest price that its markers allow, and all of its output. USD is 0 without a price. */
function reservationOf(size, inputTokens, price) {
    const tokens = inputTokens + size.maxOutputTokens;
    if (!price)
        return { usd: 0, tokens };
    const input = size.cacheTtl === null ? price.input : Math.max(price.input, (0,prices/* cacheWritePrice */.ly)(price, size.cacheTtl));
    return { usd: (inputTokens * input + size.maxOutputTokens * price.output) / 1_000_000, tokens };
}

;// CONCATENATED MODULE: ./lib/src/llm/meter.js
const longestBeginning = 2000;
const nothing = { uncachedInputTokens: 0, cacheReadTokens: 0, cacheWrite5mTokens: 0, cacheWrite1hTokens: 0, outputTokens: 0 };
const countOf = (value) => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined);
/** The provider's `usage` over what was known before: each field that it has replaces the earlier value, since all are running totals. */
function withUsage(before, usage) {
    if (typeof usage !== 'object' || usage === null)
        return before;
    const fields = usage;
    const split = (typeof fields['cache_creation'] === 'object' && fields['cache_creation'] !== null ? fields['cache_creation'] : {});
    const written = countOf(fields['cache_creation_input_tokens']);
    const [fiveMinutes, hour] = [countOf(split['ephemeral_5m_input_tokens']), countOf(split['ephemeral_1h_input_tokens'])];
    const split1h = hour ?? before.cacheWrite1hTokens;
    return {
        uncachedInputTokens: countOf(fields['input_tokens']) ?? before.uncachedInputTokens,
        cacheReadTokens: countOf(fields['cache_read_input_tokens']) ?? before.cacheReadTokens,
        // A total without its split belongs to the five minutes, as far as no hour is known of.
        cacheWrite5mTokens: fiveMinutes ?? (written === undefined ? before.cacheWrite5mTokens : Math.max(0, written - split1h)),
        cacheWrite1hTokens: written === undefined ? split1h : Math.min(split1h, written),
        outputTokens: countOf(fields['output_tokens']) ?? before.outputTokens,
    };
}
/** A meter for server-sent events or, with any other content type, for one JSON message. */
function meterFor(contentType) {
    return /^text\/event-stream\b/i.test(contentType ?? '') ? streamMeter() : messageMeter();
}
function messageMeter() {
    const decoder = new TextDecoder();
    let text = '';
    let reading = { started: false, final: false, usage: nothing };
    return {
        feed(bytes) { text += decoder.decode(bytes, { stream: true }); },
        end() {
            const message = parse(text + decoder.decode());
            if (typeof message?.['usage'] === 'object' && message['usage'] !== null)
                reading = { started: true, final: true, usage: withUsage(nothing, message['usage']) };
        },
        read: () => reading,
        beginning: () => text.slice(0, longestBeginning),
    };
}
/** Only these events hold usage; the others are most of a stream and are not parsed. */
const told = /"(?:message_start|message_delta|message_stop|error)"/;
function streamMeter() {
    const decoder = new TextDecoder();
    let reading = { started: false, final: false, usage: nothing };
    let beginning = '';
    let line = '';
    let afterReturn = false;
    let data = [];
    const dispatch = () => {
        const text = data.join('\n');
        data = [];
        if (!told.test(text))
            return;
        const event = parse(text);
        switch (event?.['type']) {
            case 'message_start':
                reading = { ...reading, started: true, usage: withUsage(reading.usage, event['message']?.['usage']) };
                break;
            case 'message_delta': {
                const reason = event['delta']?.['stop_reason'];
                reading = { ...reading, final: reading.final || typeof reason === 'string', usage: withUsage(reading.usage, event['usage']) };
                break;
            }
            case 'message_stop':
                reading = { ...reading, final: reading.started };
                break;
            case 'error':
                reading = { ...reading, error: text };
                break;
            default:
        }
    };
    const endLine = () => {
        if (line === '')
            dispatch();
        else if (line.startsWith('data:'))
            data.push(line.slice(line[5] === ' ' ? 6 : 5));
        line = '';
    };
    const take = (text) => {
        let from = 0;
        for (let at = 0; at < text.length; at += 1) {
            const code = text.charCodeAt(at);
            if (code !== 10 && code !== 13) {
                afterReturn = false;
                continue;
            }
            // The second half of CRLF, perhaps in another chunk than the first.
            if (code === 10 && afterReturn) {
                afterReturn = false;
            }
            else {
                line += text.slice(from, at);
                endLine();
                afterReturn = code === 13;
            }
            from = at + 1;
        }
        line += text.slice(from);
    };
    return {
        feed(bytes) {
            const text = decoder.decode(bytes, { stream: true });
            if (beginning.length < longestBeginning)
                beginning += text.slice(0, longestBeginning);
            take(text);
        },
        end() {
            // An event without the empty line after it does not count, as browsers have it.
            take(decoder.decode());
        },
        read: () => reading,
        beginning: () => beginning,
    };
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/src/llm/relay-error.js
/** Thrown where a request did not fit its budget: nothing was sent. */
class BudgetError extends Error {
    name = 'BudgetError';
    stop;
    constructor(stop) {
        super(`The request does not fit the ${stop.reason} of the ${stop.of}.`);
        this.stop = stop;
    }
}
/** Thrown where no answer came, or not all of it. */
class RelayError extends Error {
    name = 'RelayError';
    failure;
    constructor(failure) {
        super(failure.message);
        this.failure = failure;
    }
}

;// CONCATENATED MODULE: ./lib/src/llm/anthropic-wire.js




/** https://platform.claude.com/docs/en/api: a sign-in's token is taken only with this beta. */
const signInBeta = 'oauth-2025-04-20';
/** Whether a header can hold it: a key with a line break or a quote from a word processor in it cannot be sent. */
const isSendable = (credential) => /^[\x21-\x7e]+$/.test(credential);
/** The Messages API with a key, or with the token of a sign-in. */
function anthropicWire(credential) {
    // A line break at the end of a stored secret is a slip of a paste.
    const secret = credential.trim();
    return {
        forwarded: messagesHeaders, sizeOf: (_, body) => sizeOf(body), meterFor: meterFor, secrets: () => [secret],
        authorize(headers) {
            // before a header is made of it: what refuses to make one quotes the value
            if (secret === '')
                throw new RelayError((0,classify/* modelFailure */.iW)('missing-credential', 'The credential is empty.'));
            if (!isSendable(secret))
                throw new RelayError((0,classify/* modelFailure */.iW)('auth', 'The credential holds a space, a line break or another character that no key has.'));
            if (secret.startsWith('sk-ant-oat')) {
                headers.set('authorization', `Bearer ${secret}`);
                headers.append('anthropic-beta', signInBeta);
            }
            else {
                headers.set('x-api-key', secret);
            }
        },
    };
}
/** What a client of the Messages API may say to the provider. */
const messagesHeaders = ['accept', 'anthropic-beta', 'anthropic-version', 'content-type', 'user-agent'];

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
;// CONCATENATED MODULE: ./lib/src/llm/agent-loop.js


/** What the model is told besides the answers of its tools. */
const said = {
    lastStep: 'This is your last step: finish now with what you have.',
    lastRequest: 'The budget allows no further request after this one: finish now with what you have.',
    notExecuted: 'Not executed: the step budget is spent.',
    empty: 'Your answer was empty. Use the tools, then finish.',
    cut: (limit, call) => `Your answer was cut at its limit of ${limit} tokens${call === null ? '' : `, in the middle of a call of ${call}, which was not executed`}. Make shorter answers with smaller calls.`,
    again: (times) => `You have made this same call ${times} times in a row; it will not answer anything else. Do something different, or finish.`,
};
/** From how many equal calls in a row on the model is told. */
const sameCalls = 3;
/** Runs a task over tools until the model is done or a budget is. What a tool throws is a bug and gets through. */
async function runAgentLoop(client, task) {
    const { account, signal } = task;
    const tools = toolsOf(task.tools);
    const messages = [{ role: 'user', content: [agent_loop_text(task.prompt)] }];
    const calls = new CallRunner(task);
    const hinted = new Set();
    let lastText = '';
    let cutBefore = false;
    let nudged = false;
    const conversation = () => ({ model: task.model, system: task.system.toWellFormed(), tools, messages, maxOutputTokens: task.maxOutputTokens });
    const fail = (failure) => {
        task.record({ kind: 'failure', failure });
        return { stopReason: 'error', failure, text: lastText };
    };
    for (;;) {
        if (signal.aborted)
            return { stopReason: 'cancelled', text: lastText };
        const spent = account.stepStop();
        if (spent)
            return { stopReason: spent.reason, stop: spent, text: lastText };
        const hint = (words) => {
            if (words === null || hinted.has(words))
                return;
            hinted.add(words);
            addToUser(messages, [agent_loop_text(words)]);
        };
        if (account.stepsLeft() === 1)
            hint(said.lastStep);
        const { usd, tokens } = client.amountOf(conversation(), account);
        if (!account.fits({ usd: usd * 2, tokens: tokens * 2 }))
            hint(said.lastRequest);
        // It may count its minutes down, and one reminder is enough.
        if (!hinted.has('closing')) {
            const closing = task.closing();
            if (closing !== null)
                hinted.add('closing');
            hint(closing);
        }
        const sent = await client.send(conversation(), { account, signal, onSend: (bytes) => task.onRequest(bytes), onFailure: (failure) => task.record({ kind: 'failure', failure }) });
        if (sent.kind === 'cancelled')
            return { stopReason: 'cancelled', text: lastText };
        if (sent.kind === 'stop')
            return { stopReason: sent.stop.reason, stop: sent.stop, text: lastText };
        // Recorded when it was met.
        if (sent.kind === 'failure')
            return { stopReason: 'error', failure: sent.failure, text: lastText };
        const { answer } = sent;
        const { usage } = answer;
        task.record({ kind: 'request', inputTokens: usage.uncachedInputTokens + usage.cacheReadTokens + usage.cacheWrite5mTokens + usage.cacheWrite1hTokens, outputTokens: usage.outputTokens, milliseconds: sent.milliseconds });
        if (answer.text !== '') {
            lastText = answer.text;
            task.record({ kind: 'text', step: account.steps + 1, text: answer.text });
        }
        const unusable = unusableAnswer(answer);
        if (unusable)
            return fail(unusable);
        addToAssistant(messages, answer.content);
        const results = [];
        let ended = false;
        for (const call of answer.calls) {
            // Between calls too: a tool may take long.
            if (signal.aborted)
                return { stopReason: 'cancelled', text: lastText };
            const done = account.stepStop() ? { text: said.notExecuted, isError: true } : await calls.run(call);
            ended ||= done.ends === true;
            results.push({ type: 'tool_result', tool_use_id: call.id, content: done.text.toWellFormed() || '(empty)', ...(done.isError === true ? { is_error: true } : {}) });
        }
        if (answer.calls.length === 0) {
            account.step();
            task.onStep();
        }
        if (ended)
            return { stopReason: 'natural', text: lastText };
        addToUser(messages, results);
        if (answer.stopReason === 'max_tokens') {
            if (cutBefore)
                return fail((0,classify/* modelFailure */.iW)('invalid-request', `The answer was cut at its limit of ${task.maxOutputTokens} tokens twice in a row.`, { type: 'max_tokens' }));
            addToUser(messages, [agent_loop_text(said.cut(task.maxOutputTokens, answer.cutCall))]);
        }
        else if (answer.calls.length === 0 && answer.stopReason !== 'pause_turn') {
            if (answer.text.trim() !== '')
                return { stopReason: 'natural', text: lastText };
            if (nudged)
                return fail((0,classify/* modelFailure */.iW)('provider-error', 'The model answered with nothing twice.'));
            nudged = true;
            addToUser(messages, [agent_loop_text(said.empty)]);
        }
        cutBefore = answer.stopReason === 'max_tokens';
    }
}
function unusableAnswer({ stopReason, text: words }) {
    if (stopReason === 'refusal')
        return (0,classify/* modelFailure */.iW)('invalid-request', `The model refused to answer${words === '' ? '.' : `: ${words}`}`, { type: 'refusal' });
    if (stopReason === 'model_context_window_exceeded')
        return (0,classify/* modelFailure */.iW)('invalid-request', 'The conversation is longer than the context window of the model.', { type: stopReason });
    return null;
}
/** Executes calls in order and counts them. */
class CallRunner {
    #task;
    #byName;
    #last = '';
    #times = 0;
    constructor(task) {
        this.#task = task;
        this.#byName = new Map(task.tools.map((tool) => [tool.name, tool]));
    }
    async run(call) {
        const { account } = this.#task;
        const answer = this.#reminded(call, await this.#answer(call));
        account.step();
        this.#task.record({ kind: 'tool', step: account.steps, name: call.name, input: call.broken ?? call.input, answer: answer.text, isError: answer.isError === true });
        this.#task.onStep();
        return answer;
    }
    async #answer({ name, input, broken }) {
        const tool = this.#byName.get(name);
        if (!tool)
            return { text: `There is no tool ${name}. The tools are: ${[...this.#byName.keys()].sort().join(', ') || 'none'}.`, isError: true };
        if (broken !== undefined)
            return { text: `The arguments of ${name} are not one JSON object. Send one of its schema.`, isError: true };
        const parsed = tool.input.safeParse(input);
        if (!parsed.success)
            return { text: `The arguments of ${name} do not fit its schema: ${issuesOf(parsed.error)}`, isError: true };
        return tool.execute(parsed.data);
    }
    #reminded({ name, input }, answer) {
        const key = `${name} ${JSON.stringify(input)}`;
        this.#times = key === this.#last ? this.#times + 1 : 1;
        this.#last = key;
        return this.#times < sameCalls ? answer : { ...answer, text: `${answer.text}\n\n${said.again(this.#times)}` };
    }
}
const mostIssues = 5;
/** Issues of a value in one line. */
function issuesOf({ issues }) {
    const shown = issues.slice(0, mostIssues).map(({ path, message }) => (path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`));
    return [...shown, ...(issues.length > mostIssues ? [`and ${issues.length - mostIssues} more`] : [])].join('; ');
}
/** Tools as the provider takes them, sorted by name, so that the same set is the same prefix. Throws for a name that it would refuse. */
function toolsOf(tools) {
    const names = tools.map(({ name }) => name);
    const bad = names.find((name, index) => !/^[a-zA-Z0-9_-]{1,128}$/.test(name) || names.indexOf(name) !== index);
    if (bad !== undefined)
        throw new Error(`A tool cannot have the name ${JSON.stringify(bad)}, or two have it.`);
    return [...tools].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, description, input }) => ({ name, description, input_schema: jsonSchemaOf(input) }));
}
/** What may be sent, not what comes out of parsing: a field with a default may be left out. */
function jsonSchemaOf(schema) {
    const known = jsonSchemas.get(schema);
    if (known)
        return known;
    const { $schema: _, ...rest } = json_schema_processors/* toJSONSchema */.bl(schema, { io: 'input' });
    jsonSchemas.set(schema, rest);
    return rest;
}
/** Every unit has the same tools, so that each schema is converted once. */
const jsonSchemas = new WeakMap();
const agent_loop_text = (words) => ({ type: 'text', text: words.toWellFormed() });
/** To the last user message, or as a new one after one of the model. */
function addToUser(messages, blocks) {
    if (blocks.length === 0)
        return;
    const last = messages.at(-1);
    if (last?.role === 'user')
        last.content.push(...blocks);
    else
        messages.push({ role: 'user', content: [...blocks] });
}
/** After pause_turn the answer goes on in the same message. */
function addToAssistant(messages, blocks) {
    if (blocks.length === 0)
        return;
    const last = messages.at(-1);
    if (last?.role === 'assistant')
        last.content.push(...blocks);
    else
        messages.push({ role: 'assistant', content: [...blocks] });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/src/llm/answer.js

const noUsage = { uncachedInputTokens: 0, cacheReadTokens: 0, cacheWrite5mTokens: 0, cacheWrite1hTokens: 0, outputTokens: 0 };
/** Reads a stream to its end; null where it ended before the answer did. Throws what the stream throws. */
async function readAnswer(events) {
    const drafts = new Map();
    let stopReason = null;
    let usage = noUsage;
    let complete = false;
    for await (const event of events) {
        switch (event.type) {
            case 'message_start':
                usage = withUsage(usage, event.message.usage);
                break;
            case 'content_block_start': {
                const block = event.content_block;
                drafts.set(event.index, {
                    start: block, text: block.type === 'text' ? block.text : '', json: '', thinking: block.type === 'thinking' ? block.thinking : '', signature: block.type === 'thinking' ? block.signature : '',
                });
                break;
            }
            case 'content_block_delta': {
                const draft = drafts.get(event.index);
                if (draft)
                    append(draft, event.delta);
                break;
            }
            case 'message_delta':
                stopReason = event.delta.stop_reason ?? stopReason;
                usage = withUsage(usage, event.usage);
                complete = complete || stopReason !== null;
                break;
            case 'message_stop':
                complete = true;
                break;
            default:
        }
    }
    return complete ? finished([...drafts].sort(([a], [b]) => a - b).map(([, draft]) => draft), stopReason, usage) : null;
}
function append(draft, delta) {
    if (delta.type === 'text_delta')
        draft.text += delta.text;
    else if (delta.type === 'input_json_delta')
        draft.json += delta.partial_json;
    else if (delta.type === 'thinking_delta')
        draft.thinking += delta.thinking;
    else if (delta.type === 'signature_delta')
        draft.signature += delta.signature;
}
function finished(drafts, stopReason, usage) {
    const content = [];
    const calls = [];
    let cutCall = null;
    for (const [index, draft] of drafts.entries()) {
        const { start } = draft;
        switch (start.type) {
            case 'text':
                // The provider takes no text back that is only space.
                if (draft.text.trim() !== '')
                    content.push({ type: 'text', text: draft.text });
                break;
            case 'thinking':
                content.push({ type: 'thinking', thinking: draft.thinking, signature: draft.signature });
                break;
            case 'tool_use': {
                if (stopReason === 'max_tokens' && index === drafts.length - 1) {
                    cutCall = start.name;
                    break;
                }
                const call = callOf(start, draft.json);
                calls.push(call);
                content.push({ type: 'tool_use', id: call.id, name: call.name, input: call.input });
                break;
            }
            default:
                content.push(start);
        }
    }
    const text = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
    // Thinking alone is no turn that the provider takes back.
    return { content: content.some(({ type }) => type !== 'thinking' && type !== 'redacted_thinking') ? content : [], text, calls, cutCall, stopReason, usage };
}
function callOf({ id, name, input }, json) {
    if (json === '')
        return { id, name, input: input ?? {} };
    try {
        const value = JSON.parse(json);
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return { id, name, input: value };
    }
    catch {
        // As what is no object.
    }
    // The history takes only an object in its place.
    return { id, name, input: {}, broken: json };
}

;// CONCATENATED MODULE: ./lib/src/llm/caching.js
/**
 * Shortest prefix in tokens that is cached, by model; a shorter one is billed as if it had no marker. From
 * https://platform.claude.com/docs/en/build-with-claude/prompt-caching: 4,096 for Opus since 4.5 and Haiku 4.5, 2,048 for
 * Sonnet since 4.6, 1,024 for Sonnet before; what is not known gets the longest.
 */
function shortestPrefix(model) {
    const [, major = '', minor = '0'] = /claude-sonnet-(\d{1,2})(?:-(\d{1,2}))?(?!\d)/.exec(model) ?? [];
    if (major === '')
        return 4096;
    return Number(major) > 4 || (Number(major) === 4 && Number(minor) >= 6) ? 2048 : 1024;
}
/** Few bytes a token would mark what turns out too short; English and JSON have about four. */
const caching_bytesPerToken = 4;
/** A copy with markers on the last tool, the last system block and the last block of the last message, where the prefix up to there is long enough. The given history stays free of markers, so that a marker moves along instead of staying behind. */
function markCacheable({ tools, system, messages }, model, settings) {
    const plain = { tools: [...tools], system: [...system], messages: [...messages] };
    if (settings.enabled === false)
        return { ...plain, shared: false };
    const least = shortestPrefix(model) * caching_bytesPerToken;
    let bytes = 0;
    let longest = '1h';
    const marker = (part, ttl) => {
        bytes += Buffer.byteLength(JSON.stringify(part));
        if (bytes < least)
            return null;
        // The provider refuses an hour behind five minutes.
        if (ttl === '5m')
            longest = '5m';
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
function onLast(list, change) {
    const last = list.at(-1);
    return last === undefined ? [] : [...list.slice(0, -1), change(last)];
}
/** Only blocks that take a marker; thinking, for one, does not. */
function markLastBlock(content, marker) {
    return onLast(content, (block) => (block.type === 'text' || block.type === 'tool_result' || block.type === 'tool_use' ? { ...block, cache_control: marker } : block));
}

;// CONCATENATED MODULE: ./lib/src/llm/messages-client.js





/** The SDK counts a request's waiting time in the relay too, which has its own timeouts: this is the longest that a timer takes. */
const noTimeout = 2 ** 31 - 1;
async function openMessagesClient({ baseUrl, relay, caching }) {
    const { Anthropic: Client } = await __webpack_require__.e(/* import() */ 573).then(__webpack_require__.bind(__webpack_require__, 90573));
    const bodyOf = ({ model, system, tools, messages, maxOutputTokens, format }) => {
        const marked = markCacheable({ tools, system: system === '' ? [] : [{ type: 'text', text: system }], messages }, model, caching);
        const body = {
            model, max_tokens: maxOutputTokens, stream: true, ...(marked.tools.length === 0 ? {} : { tools: marked.tools }), ...(marked.system.length === 0 ? {} : { system: marked.system }),
            messages: marked.messages, ...(format === undefined ? {} : { output_config: { format: { type: 'json_schema', schema: format } } }),
        };
        return { body, prefixKey: marked.shared ? (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify([model, tools, system, format])).digest('hex') : undefined };
    };
    return {
        amountOf: (conversation, account) => relay.amountOf(account, JSON.stringify(bodyOf(conversation).body), conversation.model),
        async send(conversation, { account, signal, onSend, onFailure }) {
            if (signal.aborted)
                return { kind: 'cancelled' };
            const { body, prefixKey } = bodyOf(conversation);
            let met;
            const fetch = relay.fetchFor(account, {
                prefixKey, onSend,
                onFailure(failure) {
                    met = failure;
                    onFailure?.(failure);
                },
            });
            /** What the relay let pass, because it does not read what it need not. */
            const own = (message) => {
                const failure = (0,classify/* modelFailure */.iW)('provider-error', message);
                onFailure?.(failure);
                return { kind: 'failure', failure };
            };
            // The environment of this process has no say: neither a credential, nor headers, nor a log of bodies.
            const client = new Client({ apiKey: relay.token, authToken: null, webhookKey: null, baseURL: baseUrl, maxRetries: 0, timeout: noTimeout, logLevel: 'off', openTelemetry: false, fetch });
            const began = performance.now();
            try {
                const answer = await readAnswer(await client.messages.create(body, { signal }));
                if (signal.aborted)
                    return { kind: 'cancelled' };
                if (answer)
                    return { kind: 'answer', answer, milliseconds: Math.round(performance.now() - began) };
                return own('The answer ended before it was complete.');
            }
            catch (error) {
                const stop = causeOf(error, BudgetError)?.stop;
                if (stop)
                    return { kind: 'stop', stop };
                if (signal.aborted)
                    return { kind: 'cancelled' };
                const failure = causeOf(error, RelayError)?.failure;
                if (failure)
                    return { kind: 'failure', failure };
                if (isUnreadable(error))
                    return own('The answer is no stream of the Messages API.');
                // An answer with an error, in its status or in its stream.
                if (met)
                    return { kind: 'failure', failure: met };
                throw error;
            }
        },
    };
}
/** The SDK wraps what fetch throws. */
function causeOf(error, kind) {
    for (let one = error; one instanceof Object; one = one.cause) {
        if (one instanceof kind)
            return one;
    }
    return undefined;
}
/** JSON in the stream that is none, or events without what they must have. */
function isUnreadable(error) {
    const name = error instanceof Object && 'name' in error ? error.name : undefined;
    return name === 'SyntaxError' || name === 'TypeError';
}

;// CONCATENATED MODULE: ./lib/src/llm/pacing.js
const systemClock = {
    now: () => Date.now(),
    sleep: (milliseconds, signal) => new Promise((resolve, reject) => {
        if (signal?.aborted) {
            reject(signal.reason);
            return;
        }
        const stop = () => {
            clearTimeout(timer);
            reject(signal?.reason);
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', stop);
            resolve();
        }, milliseconds);
        signal?.addEventListener('abort', stop, { once: true });
    }),
    random: () => Math.random(),
};
/** Where ktx.yaml sets no maxWaitMs: a job that waits longer than five minutes for one answer is better deferred. */
const defaultMaxWaitMs = 300_000;
/** Answers that say that the provider has too much to do, so that all requests wait and not only this one. */
const pausing = new Set([429, 503, 529]);
/** The governor of one provider: how many requests are under way, and when the next one may leave. */
class Pacing {
    #limit;
    #full;
    #clock;
    #say;
    #queue = [];
    #allowed;
    #active = 0;
    #pausedUntil = 0;
    #paused = false;
    #rejections = 0;
    #wake = null;
    /** `concurrency`: requests under way at once, where nothing is short. */
    constructor({ limit, concurrency, clock = systemClock, say = () => undefined }) {
        this.#limit = limit;
        this.#full = Math.max(1, concurrency);
        this.#allowed = this.#full;
        this.#clock = clock;
        this.#say = say;
    }
    /** How often one request may be sent; 1 where pacing is off. */
    get attempts() {
        return this.#limit.enabled ? this.#limit.retry.maxAttempts : 1;
    }
    /** Requests that may be under way at once now. */
    get allowed() {
        return this.#allowed;
    }
    get active() {
        return this.#active;
    }
    /** Waits for a slot, first come first served. Rejects with the signal's reason, and takes no slot then. */
    async enter(signal) {
        signal.throwIfAborted();
        if (!this.#limit.enabled)
            return;
        await new Promise((resolve, reject) => {
            const stop = () => {
                this.#queue.splice(this.#queue.indexOf(waiter), 1);
                if (this.#queue.length === 0)
                    this.#wake?.abort();
                reject(signal.reason);
            };
            const waiter = {
                go: () => {
                    signal.removeEventListener('abort', stop);
                    resolve();
                },
            };
            signal.addEventListener('abort', stop, { once: true });
            this.#queue.push(waiter);
            this.#serve();
        });
    }
    /** Gives the slot back. */
    leave() {
        if (!this.#limit.enabled)
            return;
        this.#active -= 1;
        this.#serve();
    }
    /** Learns from an answer: how much is left, whether to pause, that things work again. */
    observe(headers, status) {
        if (!this.#limit.enabled)
            return;
        if (pausing.has(status)) {
            this.#reject(headers, status);
        }
        else if (status < 400 && this.#clock.now() >= this.#pausedUntil) {
            // A request that left before the pause says nothing about the time after it.
            this.#rejections = 0;
            const low = utilisation(headers) >= this.#limit.throttleThreshold;
            this.#allow(low ? this.#least : this.#full, low ? 'nearly used up' : 'recovered');
        }
        this.#serve();
    }
    /** Whether observe() made everybody wait after this status, so that the request need not wait by itself. */
    pausesAfter(status) {
        return this.#limit.enabled && pausing.has(status);
    }
    /** Waits before a request is sent again: longer with each attempt (from 1). */
    backoff(attempt, signal) {
        return this.#clock.sleep(this.#delay(attempt - 1), signal);
    }
    get #least() {
        return Math.min(this.#full, this.#limit.minConcurrencyUnderPressure);
    }
    #delay(before) {
        const { baseDelayMs, maxDelayMs, jitter } = this.#limit.retry;
        const delay = Math.min(maxDelayMs, baseDelayMs * 2 ** Math.min(before, 30));
        return Math.round(jitter ? delay * (0.75 + this.#clock.random() / 2) : delay);
    }
    #reject(headers, status) {
        const now = this.#clock.now();
        // Requests that were under way when the first was refused say nothing new about the backoff.
        if (now >= this.#pausedUntil)
            this.#rejections += 1;
        const wait = retryAfter(headers, now) ?? resetIn(headers, now) ?? this.#delay(this.#rejections - 1);
        const until = now + Math.min(Math.max(wait, 0), this.#limit.maxWaitMs ?? defaultMaxWaitMs);
        if (until > this.#pausedUntil) {
            this.#pausedUntil = until;
            this.#paused = true;
            this.#say({ kind: 'paused', until, status });
        }
        this.#allow(this.#least, 'rejected');
    }
    #allow(to, reason) {
        const from = this.#allowed;
        if (from === to)
            return;
        this.#allowed = to;
        this.#say({ kind: 'concurrency', from, to, reason });
    }
    #serve() {
        const left = this.#pausedUntil - this.#clock.now();
        if (left > 0) {
            if (this.#queue.length > 0 && this.#wake === null)
                this.#wakeIn(left);
            return;
        }
        if (this.#paused) {
            this.#paused = false;
            this.#say({ kind: 'resumed' });
        }
        while (this.#active < this.#allowed) {
            const next = this.#queue.shift();
            if (!next)
                return;
            this.#active += 1;
            next.go();
        }
    }
    #wakeIn(milliseconds) {
        const wake = new AbortController();
        this.#wake = wake;
        const over = () => {
            this.#wake = null;
            this.#serve();
        };
        this.#clock.sleep(milliseconds, wake.signal).then(over, over);
    }
}
const kinds = ['requests', 'tokens', 'input-tokens', 'output-tokens'];
function pairs(headers) {
    return kinds.flatMap((kind) => {
        const [limit, remaining] = [headers.get(`anthropic-ratelimit-${kind}-limit`), headers.get(`anthropic-ratelimit-${kind}-remaining`)].map((text) => (text === null ? NaN : Number(text)));
        if (limit === undefined || remaining === undefined || !(limit > 0) || !(remaining >= 0))
            return [];
        return [{ used: 1 - Math.min(remaining, limit) / limit, reset: headers.get(`anthropic-ratelimit-${kind}-reset`) }];
    });
}
/** Share of the most used limit, 0 to 1; 0 without such headers. */
function utilisation(headers) {
    return Math.max(0, ...pairs(headers).map(({ used }) => used));
}
/** Milliseconds of `Retry-After`, as seconds or as a date. */
function retryAfter(headers, now) {
    const text = headers.get('retry-after')?.trim();
    if (!text)
        return undefined;
    if (/^\d+(?:\.\d+)?$/.test(text))
        return Number(text) * 1000;
    const at = Date.parse(text);
    return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
/** Milliseconds until the most used limit is there again. */
function resetIn(headers, now) {
    const times = pairs(headers).filter(({ used }) => used >= 1).map(({ reset }) => Date.parse(reset ?? '')).filter((at) => !Number.isNaN(at) && at > now);
    return times.length === 0 ? undefined : Math.max(...times) - now;
}

// EXTERNAL MODULE: ./lib/src/text/redact.js
var redact = __webpack_require__(39979);
;// CONCATENATED MODULE: ./lib/src/llm/network-error.js

/** A proxy variable that is no address. */
class BadProxyError extends Error {
    name = 'BadProxyError';
}
/** From the outside in: what fetch throws is wrapped, and several addresses of a host fail as one AggregateError. */
function causes(error) {
    const found = [];
    const queue = [error];
    while (queue.length > 0 && found.length < 12) {
        const one = queue.shift();
        if (typeof one !== 'object' || one === null)
            continue;
        const { code, message, syscall, cause, errors, name } = one;
        found.push({ code: typeof code === 'string' ? code : name === 'BadProxyError' ? 'BAD_PROXY' : '', message: typeof message === 'string' ? message : '', syscall: typeof syscall === 'string' ? syscall : '' });
        queue.push(cause, ...(Array.isArray(errors) ? errors : []));
    }
    return found;
}
const untrusted = new Set([
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT',
    'CERT_UNTRUSTED', 'CERT_SIGNATURE_FAILURE', 'CERT_REVOKED', 'INVALID_CA',
]);
const wrongCertificate = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_TLS_CERT_ALTNAME_INVALID', 'UND_ERR_PRX_TLS']);
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'BAD_PROXY', ...untrusted, ...wrongCertificate]);
const isTls = (code) => code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_');
const proxyAnswer = (thrown) => thrown.map(({ message }) => /Proxy response \((\d{3})\)/.exec(message)?.[1]).find((status) => status !== undefined);
/** Whether the provider may have got the request, so that it may be billed although no answer came. */
function mayHaveReached(error) {
    const thrown = causes(error);
    // fetch itself refuses some ports.
    return proxyAnswer(thrown) === undefined && !thrown.some(({ code, syscall, message }) => message === 'bad port' || neverSent.has(code) || isTls(code) || syscall === 'connect' || syscall === 'getaddrinfo');
}
/** Whether the same request may do better: not where a certificate, a name of a proxy or its sign-in is wrong. */
function mayPass(error) {
    const thrown = causes(error);
    return proxyAnswer(thrown) === undefined && !thrown.some(({ code, message }) => message === 'bad port' || untrusted.has(code) || wrongCertificate.has(code) || isTls(code) || code === 'BAD_PROXY');
}
/** The failure that an error without an HTTP answer stands for, in a plain sentence. */
function classifyThrown(error, { host, proxy, silenceMs }) {
    const thrown = causes(error);
    const has = (...codes) => thrown.some(({ code }) => codes.includes(code));
    const via = proxy === null ? host : `${host} over the proxy ${proxy}`;
    const network = (message) => (0,classify/* modelFailure */.iW)('network', message, { type: thrown.find(({ code }) => code !== '')?.code });
    const bad = thrown.find(({ code }) => code === 'BAD_PROXY');
    if (bad)
        return network(bad.message);
    if (thrown.some(({ message }) => message === 'bad port'))
        return network(`${host} has a port that belongs to another protocol, so no HTTP client uses it.`);
    const refused = proxyAnswer(thrown);
    if (refused !== undefined)
        return network(`The proxy ${proxy ?? ''} did not let the request to ${host} through: it answered ${refused}${refused === '407' ? ', so it wants a sign-in' : ''}.`);
    if (has('UND_ERR_HEADERS_TIMEOUT'))
        return (0,classify/* modelFailure */.iW)('timeout', `${host} sent no answer for ${Math.round(silenceMs / 1000)} s.`, { type: 'UND_ERR_HEADERS_TIMEOUT' });
    if (has('UND_ERR_BODY_TIMEOUT'))
        return (0,classify/* modelFailure */.iW)('timeout', `${host} stopped in the middle of an answer and was silent for ${Math.round(silenceMs / 1000)} s.`, { type: 'UND_ERR_BODY_TIMEOUT' });
    if (thrown.some(({ code }) => untrusted.has(code)))
        return network(`The certificate of ${via} is not trusted here. Behind a company's proxy, name its CA in NODE_EXTRA_CA_CERTS.`);
    if (has('ERR_TLS_CERT_ALTNAME_INVALID', 'UND_ERR_PRX_TLS'))
        return network(`The certificate of ${via} was made for another host.`);
    if (has('CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'))
        return network(`The certificate of ${via} is not valid at this time.`);
    if (thrown.some(({ code }) => isTls(code)))
        return network(`No encrypted connection to ${via} could be made.`);
    const to = proxy === null ? host : `The proxy ${proxy}`;
    if (has('ECONNREFUSED'))
        return network(proxy === null ? `${to} refuses connections.` : `${to}, which is to lead to ${host}, refuses connections.`);
    if (has('ENOTFOUND', 'EAI_AGAIN'))
        return network(proxy === null ? `The name ${host} could not be resolved.` : `The name of the proxy ${proxy} could not be resolved.`);
    if (has('EHOSTUNREACH', 'ENETUNREACH'))
        return network(`${to} cannot be reached from here.`);
    if (has('UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT'))
        return network(`${to} did not accept a connection in time.`);
    if (has('ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ECONNABORTED'))
        return network(`The connection to ${via} was closed before the answer was complete.`);
    return network(`The request to ${via} failed: ${thrown.at(-1)?.message ?? String(error)}`);
}

;// CONCATENATED MODULE: ./lib/src/llm/outbound.js

/** What a reader of an answer needs; the body arrives decompressed, so its encoding and length are gone. */
const returned = /^(?:content-type|request-id|retry-after|anthropic-ratelimit-.*|x-should-retry|location)$/;
/**
 * Checks the run's token and the address, and takes the token off; the real credential is put on when it leaves. Throws for a request that
 * nobody of ours sends: without the token, to another origin, with a body that is no text.
 */
function outboundOf(input, init, { base, token, wire }) {
    const url = new URL(input instanceof URL || typeof input === 'string' ? input : input.url);
    const inbound = new Headers(init.headers);
    if (!carries(inbound, token))
        throw new Error('A request to the relay does not carry the token of this run.');
    if (url.origin !== base.origin || url.username !== '' || url.password !== '')
        throw new Error(`The relay leads to ${base.host} only, not to ${url.host}.`);
    if (init.body !== undefined && init.body !== null && typeof init.body !== 'string')
        throw new Error('The relay takes bodies of text only.');
    const headers = new Headers();
    for (const name of wire.forwarded) {
        const value = inbound.get(name);
        if (value !== null)
            headers.set(name, value);
    }
    const body = init.body ?? '';
    return { url, method: init.method ?? 'GET', headers, body, size: wire.sizeOf(url, body), signal: init.signal ?? new AbortController().signal };
}
/** The headers of an answer that are handed on. */
function returnedHeaders(headers) {
    return Object.fromEntries([...headers].filter(([name]) => returned.test(name)));
}
function carries(headers, token) {
    const sent = headers.get('x-api-key') ?? headers.get('authorization')?.replace(/^bearer /i, '') ?? '';
    const [a, b] = [Buffer.from(sent), Buffer.from(token)];
    return a.length === b.length && (0,external_node_crypto_.timingSafeEqual)(a, b);
}

;// CONCATENATED MODULE: ./lib/src/llm/prefix-lead.js
/**
 * Requests that share a long prefix and leave together would each write it to the cache. So the first of them goes alone,
 * and the others follow when its answer begins, from when on the provider reads the prefix from the cache.
 */
class PrefixLead {
    #written = new Set();
    #leading = new Map();
    /** Waits while another request with this key leads. Answers how to report the outcome, to be called once. Rejects with the signal's reason. */
    async enter(key, signal) {
        for (;;) {
            signal.throwIfAborted();
            if (this.#written.has(key))
                return () => undefined;
            const leader = this.#leading.get(key);
            if (!leader)
                break;
            await untilAborted(leader, signal);
        }
        const { promise, resolve } = Promise.withResolvers();
        this.#leading.set(key, promise);
        return (written) => {
            if (written)
                this.#written.add(key);
            this.#leading.delete(key);
            resolve(null);
        };
    }
}
async function untilAborted(promise, signal) {
    const { promise: aborted, reject } = Promise.withResolvers();
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    try {
        await Promise.race([promise, aborted]);
    }
    finally {
        signal.removeEventListener('abort', stop);
    }
}

;// CONCATENATED MODULE: ./lib/src/llm/relay.js









const retried = new Set([429, 500, 502, 503, 504, 529]);
/** More of an error is not read, in bytes. */
const longestError = 65_536;
function openRelay({ base, wire, transport, pacing, priceOf, recorder }) {
    const token = `ktx-run-${(0,external_node_crypto_.randomBytes)(24).toString('base64url')}`;
    // Gateways quote the key that they refuse, in shapes that nobody knows.
    const clean = (failure) => ({ ...failure, message: (0,redact/* redactKnown */.r)(failure.message, wire.secrets()) });
    const lead = new PrefixLead();
    const observed = new WeakMap();
    const way = { host: base.host, proxy: transport.proxyOf(base), silenceMs: transport.silenceMs };
    const inputOf = (account, size) => inputEstimate(size.bytes, observed.get(account));
    async function send(request, account, hooks) {
        const { url, method, headers, body, size, signal } = request;
        for (let attempt = 1;; attempt += 1) {
            const inputTokens = inputOf(account, size);
            const reserved = account.reserve(reservationOf(size, inputTokens, priceOf(size.model)));
            if (!reserved.ok)
                throw new BudgetError(reserved.stop);
            const { reservation } = reserved;
            try {
                await pacing.enter(signal);
            }
            catch (error) {
                reservation.release();
                throw error;
            }
            let response;
            try {
                const signed = new Headers(headers);
                await wire.authorize(signed, signal);
                hooks.onSend?.(size.bytes);
                response = await transport.fetch(url, { method, headers: signed, body, signal });
            }
            catch (error) {
                pacing.leave();
                if (error instanceof RelayError) {
                    // no credential could be had, so that nothing left
                    reservation.release();
                    hooks.onFailure?.(error.failure);
                    throw error;
                }
                if (mayHaveReached(error))
                    reservation.chargeReserved(inputTokens, size.maxOutputTokens);
                else
                    reservation.release();
                if (signal.aborted)
                    throw error;
                const failure = classifyThrown(error, way);
                hooks.onFailure?.(failure);
                if (!mayPass(error) || attempt >= pacing.attempts)
                    throw new RelayError(failure);
                await pacing.backoff(attempt, signal);
                continue;
            }
            if (response.ok) {
                pacing.observe(response.headers, response.status);
                return metered(response, request, { account, reservation, inputTokens, hooks });
            }
            const text = (0,redact/* redactKnown */.r)(await beginning(response), wire.secrets());
            // A refused request is not billed.
            reservation.release();
            const failure = (0,classify/* classifyAnswer */.BO)({ status: response.status, headers: response.headers, body: text }, base.host);
            recorder?.({ method, path: url.pathname + url.search, request: body, status: response.status, headers: returnedHeaders(response.headers), body: text, cut: false });
            // Only what waiting helps makes the others wait; before the slot is free, so that none leaves in between.
            if (failure.category !== 'quota')
                pacing.observe(response.headers, response.status);
            pacing.leave();
            signal.throwIfAborted();
            hooks.onFailure?.(failure);
            if (response.status === 401 && attempt === 1 && wire.renew?.() === true)
                continue;
            const again = retried.has(response.status) && failure.category !== 'quota' && response.headers.get('x-should-retry') !== 'false';
            if (!again || attempt >= pacing.attempts)
                return new Response(response.status === 304 ? null : text, { status: response.status, headers: returnedHeaders(response.headers) });
            if (!pacing.pausesAfter(response.status))
                await pacing.backoff(attempt, signal);
        }
    }
    /** The answer as it comes, read along by the meter and charged when it is over. */
    function metered(response, { url, method, body, size, signal }, { account, reservation, inputTokens, hooks }) {
        const meter = wire.meterFor(response.headers.get('content-type'));
        const decoder = recorder ? new TextDecoder() : null;
        let text = '';
        let over = false;
        const settle = (whole) => {
            if (over)
                return;
            over = true;
            signal.removeEventListener('abort', cut);
            if (whole)
                meter.end();
            charge(meter, size, { account, reservation, inputTokens });
            pacing.leave();
            recorder?.({ method, path: url.pathname + url.search, request: body, status: response.status, headers: returnedHeaders(response.headers), body: text + (decoder?.decode() ?? ''), cut: !whole || !meter.read().final });
        };
        const cut = () => settle(false);
        const fail = (met) => {
            const failure = clean(met);
            hooks.onFailure?.(failure);
            return new RelayError(failure);
        };
        let told = false;
        const tellError = () => {
            const { error } = meter.read();
            if (told || error === undefined)
                return;
            told = true;
            hooks.onFailure?.(clean((0,classify/* classifyEvent */.tU)(error)));
        };
        signal.addEventListener('abort', cut, { once: true });
        const reader = readerOf(response);
        const stream = new ReadableStream({
            async pull(controller) {
                try {
                    const { done, value } = await reader.read();
                    if (!done) {
                        meter.feed(value);
                        // Before the client reads it, because it reads no further then.
                        tellError();
                        if (decoder)
                            text += decoder.decode(value, { stream: true });
                        controller.enqueue(value);
                        return;
                    }
                }
                catch (error) {
                    settle(false);
                    if (meter.read().final)
                        controller.close();
                    else
                        controller.error(signal.aborted ? error : fail(classifyThrown(error, way)));
                    return;
                }
                settle(true);
                tellError();
                const { error, final, started } = meter.read();
                if (signal.aborted)
                    controller.error(signal.reason);
                else if (final || error !== undefined)
                    controller.close();
                else if (started || /^(?:(?:event|data|id|retry)?:|$)/.test(meter.beginning()))
                    controller.error(fail((0,classify/* modelFailure */.iW)('network', `The connection to ${base.host} was closed before the answer was complete.`)));
                else
                    controller.error(fail((0,classify/* classifyAnswer */.BO)({ status: response.status, headers: response.headers, body: meter.beginning() }, base.host)));
            },
            async cancel(reason) {
                settle(false);
                await reader.cancel(reason);
            },
        }, { highWaterMark: 0 });
        // An answer without content may have no body either, not even an empty one.
        return new Response(stream, { status: response.status === 204 || response.status === 205 ? 200 : response.status, headers: returnedHeaders(response.headers) });
    }
    function charge(meter, size, { account, reservation, inputTokens }) {
        const { started, final, usage } = meter.read();
        if (!started)
            return reservation.chargeReserved(inputTokens, size.maxOutputTokens);
        // A cut answer may have gone on at the provider up to its limit.
        const spent = final ? usage : { ...usage, outputTokens: Math.max(usage.outputTokens, size.maxOutputTokens) };
        const input = spent.uncachedInputTokens + spent.cacheReadTokens + spent.cacheWrite5mTokens + spent.cacheWrite1hTokens;
        observed.set(account, { tokens: input, bytes: size.bytes });
        reservation.charge({ inputTokens: input, cachedInputTokens: spent.cacheReadTokens, outputTokens: spent.outputTokens, usd: (0,prices/* costOf */.ho)(spent, priceOf(size.model)), estimated: !final });
    }
    return {
        token,
        amountOf(account, body, model) {
            const size = { ...wire.sizeOf(base, body), model };
            return reservationOf(size, inputOf(account, size), priceOf(size.model));
        },
        fetchFor: (account, hooks = {}) => async (input, init = {}) => {
            const request = outboundOf(input, init, { base, token, wire });
            const report = hooks.prefixKey === undefined ? undefined : await lead.enter(hooks.prefixKey, request.signal);
            let written = false;
            try {
                const response = await send(request, account, hooks);
                written = response.ok;
                return response;
            }
            finally {
                report?.(written);
            }
        },
    };
}
/** An answer without a body has an empty one. */
function readerOf(response) {
    const body = response.body;
    return (body ?? new ReadableStream({ start: (controller) => controller.close() })).getReader();
}
/** The first bytes of an error's body as text; an error that cannot be read says nothing. */
async function beginning(response) {
    const decoder = new TextDecoder();
    let text = '';
    let bytes = 0;
    const reader = readerOf(response);
    try {
        while (bytes < longestError) {
            const { done, value } = await reader.read();
            if (done)
                break;
            bytes += value.length;
            text += decoder.decode(value, { stream: true });
        }
        await reader.cancel();
    }
    catch {
        // The status has said what matters.
    }
    return text + decoder.decode();
}

// EXTERNAL MODULE: ./lib/src/llm/route.js
var llm_route = __webpack_require__(24123);
;// CONCATENATED MODULE: ./lib/src/llm/transport.js

/**
 * Honours HTTP_PROXY, HTTPS_PROXY and NO_PROXY of the given environment in both spellings, and the CAs that Node was started
 * with (NODE_EXTRA_CA_CERTS). `silenceMs`: how long the other end may be silent before headers and between chunks.
 */
function openTransport({ environment, silenceMs }) {
    // Lower case first, as everywhere where both are read.
    const variable = (name) => [environment[name.toLowerCase()], environment[name]].map((value) => value?.trim() ?? '').find((value) => value !== '') ?? '';
    const proxies = { 'http:': proxyAddress('HTTP_PROXY', variable('HTTP_PROXY')), 'https:': proxyAddress('HTTPS_PROXY', variable('HTTPS_PROXY')) };
    const noProxy = variable('NO_PROXY');
    const agents = new Map();
    const agentFor = (protocol) => {
        const proxy = proxies[protocol];
        if (proxy instanceof BadProxyError)
            return Promise.reject(proxy);
        let agent = agents.get(protocol);
        if (!agent) {
            // One agent a protocol: a single one would send https over HTTP_PROXY where HTTPS_PROXY is not set, which nothing else does.
            agent = __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 24371, 19)).then(({ EnvHttpProxyAgent: ProxyAgent }) => new ProxyAgent({ httpProxy: proxy?.href ?? '', httpsProxy: proxy?.href ?? '', noProxy, headersTimeout: silenceMs, bodyTimeout: silenceMs }));
            agents.set(protocol, agent);
        }
        return agent;
    };
    const protocolOf = (url) => (url.protocol === 'http:' ? 'http:' : 'https:');
    return {
        silenceMs,
        async fetch(url, { method, headers, body, signal }) {
            const dispatcher = await agentFor(protocolOf(url));
            const { fetch } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 24371, 19));
            return await fetch(url, { method, headers: [...headers], body, signal, redirect: 'manual', dispatcher });
        },
        proxyOf(url) {
            const proxy = proxies[protocolOf(url)];
            return proxy === null || proxy instanceof BadProxyError || isDirect(url, noProxy) ? null : `${proxy.hostname}:${proxy.port || (proxy.protocol === 'https:' ? '443' : '80')}`;
        },
        async close() {
            const open = await Promise.allSettled(agents.values());
            agents.clear();
            await Promise.all(open.flatMap((one) => (one.status === 'fulfilled' ? [one.value.destroy()] : [])));
        },
    };
}
function proxyAddress(name, value) {
    if (value === '')
        return null;
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
    if (URL.canParse(address)) {
        const url = new URL(address);
        if ((url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '')
            return url;
    }
    return new BadProxyError(`${name} is not the address of an HTTP proxy.`);
}
/** As undici reads NO_PROXY: names, their subdomains, an optional port, `*`. */
function isDirect(url, noProxy) {
    if (noProxy === '*')
        return true;
    const host = url.hostname.toLowerCase();
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return noProxy.split(/[,\s]+/).filter((entry) => entry !== '').some((entry) => {
        const [, name = entry, only] = /^(.+?)(?::(\d+))?$/.exec(entry) ?? [];
        const plain = name.replace(/^\*?\./, '').toLowerCase();
        return (only === undefined || only === port) && (host === plain || host.endsWith(`.${plain}`));
    });
}

;// CONCATENATED MODULE: ./lib/src/llm/anthropic.js









const anthropicHost = 'api.anthropic.com';
/** The Messages API of Anthropic, or of whoever speaks it at the base URL. Throws where the route was not checked. */
async function openAnthropic(options) {
    const { baseUrl, apiKey, allowedHosts, environment, caching, ownPrices, rateLimit, concurrency, silenceMs, say, recorder, clock, transport = openTransport({ environment, silenceMs }) } = options;
    const route = (0,llm_route/* checkRoute */.Q)(baseUrl, allowedHosts, anthropicHost);
    if (!route.ok)
        throw new Error(route.why);
    const pacing = new Pacing({ limit: rateLimit, concurrency, ...(clock ? { clock } : {}), ...(say ? { say } : {}) });
    const relay = openRelay({ base: route.url, wire: anthropicWire(apiKey), transport, pacing, priceOf: (model) => (0,prices/* priceOf */.xx)(model, ownPrices), recorder });
    // ktx's own client wants the version in the base URL, the SDK adds it.
    const client = await openMessagesClient({ baseUrl: route.url.href.replace(/\/+(?:v1\/*)?$/, ''), relay, caching });
    return {
        id: 'anthropic',
        host: route.host,
        probe: (model, account, signal) => probe(client, model, account, signal),
        generate: (ask) => generate(client, ask),
        run: (task) => runAgentLoop(client, task),
        close: () => transport.close(),
    };
}
/** Output limit of the probe, in tokens. */
const probeTokens = 16;
async function probe(client, model, account, signal) {
    const began = performance.now();
    let met;
    const sent = await client.send({ model, system: '', tools: [], messages: [{ role: 'user', content: [{ type: 'text', text: 'Reply with OK.' }] }], maxOutputTokens: probeTokens }, { account, signal, onFailure: (failure) => { met = failure; } });
    const milliseconds = Math.round(performance.now() - began);
    if (sent.kind === 'answer')
        return { category: 'ok', milliseconds };
    const failure = sent.kind === 'failure' ? sent.failure
        : sent.kind === 'stop' ? (0,classify/* modelFailure */.iW)('quota', `The probe does not fit the ${sent.stop.reason} of the ${sent.stop.of}.`, { type: sent.stop.reason })
            // What kept it waiting says more than that it waited.
            : met ?? (0,classify/* modelFailure */.iW)('timeout', `No answer came in ${Math.round(milliseconds / 1000)} s.`);
    return { category: failure.category, milliseconds, failure };
}
/** Throws the signal's reason where it was cancelled. */
async function generate(client, ask) {
    const { model, system = '', schema, account, signal, maxOutputTokens } = ask;
    const jsonSchema = schema && jsonSchemaOf(schema);
    let format = jsonSchema && await providerSchema(jsonSchema);
    const prompt = jsonSchema ? `${ask.prompt}\n\nAnswer with one JSON value of this schema and nothing else:\n${JSON.stringify(jsonSchema)}` : ask.prompt;
    const messages = [{ role: 'user', content: [{ type: 'text', text: prompt.toWellFormed() }] }];
    for (let round = 1;; round += 1) {
        const sent = await client.send({ model, system: system.toWellFormed(), tools: [], messages, maxOutputTokens, format }, { account, signal });
        if (sent.kind === 'stop')
            return { ok: false, stop: sent.stop };
        if (sent.kind === 'failure' && format !== undefined && sent.failure.category === 'invalid-request' && /output_(?:config|format)|json_schema|structured output/i.test(sent.failure.message)) {
            // Older models and some gateways do not know it; the schema is in the prompt too.
            format = undefined;
            round -= 1;
            continue;
        }
        if (sent.kind === 'failure')
            return { ok: false, failure: sent.failure };
        if (sent.kind === 'cancelled')
            throw signal.reason;
        const { answer } = sent;
        if (answer.stopReason === 'refusal')
            return refused(`The model refused to answer${answer.text === '' ? '.' : `: ${answer.text}`}`, 'refusal');
        const cut = `it was cut at its limit of ${maxOutputTokens} tokens`;
        if (!schema && answer.stopReason === 'max_tokens')
            return refused(`The answer is not whole: ${cut}.`, 'max_tokens');
        // Without a schema T is string.
        if (!schema)
            return answer.text.trim() === '' ? refused('The answer holds no text.') : { ok: true, value: answer.text };
        const value = valueIn(answer);
        const parsed = value === undefined ? null : schema.safeParse(value);
        if (parsed?.success)
            return { ok: true, value: parsed.data };
        const wrong = parsed ? issuesOf(parsed.error) : answer.stopReason === 'max_tokens' ? cut : 'it is not JSON';
        if (round === 2)
            return refused(`The answer is not what was asked for, after one correction too: ${wrong}.`);
        if (answer.text.trim() !== '')
            messages.push({ role: 'assistant', content: [{ type: 'text', text: answer.text.trimEnd() }] });
        messages.push({ role: 'user', content: [{ type: 'text', text: `This answer is wrong: ${wrong}. Answer again with one JSON value of the schema and nothing else.`.toWellFormed() }] });
    }
}
const refused = (message, type) => ({ ok: false, failure: (0,classify/* modelFailure */.iW)('invalid-request', message, { type }) });
/** The provider holds answers to a part of JSON Schema only; what it cannot hold becomes words in descriptions. Undefined: there is nothing that it could hold. */
async function providerSchema(schema) {
    const { transformJSONSchema } = await __webpack_require__.e(/* import() */ 399).then(__webpack_require__.bind(__webpack_require__, 98399));
    try {
        return transformJSONSchema(schema);
    }
    catch {
        // A schema without a type, as of any value. Our own validation holds the answer to it all the same.
        return undefined;
    }
}
/** The JSON value of an answer, also inside a fence or between words; undefined: there is none. */
function valueIn({ text }) {
    const fenced = /```(?:json)?\s*\n([\s\S]*?)\n\s*```/.exec(text)?.[1] ?? '';
    for (const piece of [text, fenced, text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)]) {
        try {
            return JSON.parse(piece);
        }
        catch {
            // Not this piece.
        }
    }
    return undefined;
}


/***/ }),

/***/ 20697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  BO: () => (/* binding */ classifyAnswer),
  tU: () => (/* binding */ classifyEvent),
  iW: () => (/* binding */ modelFailure)
});

// EXTERNAL MODULE: ./lib/src/text/redact.js
var redact = __webpack_require__(39979);
;// CONCATENATED MODULE: ./lib/src/llm/envelope.js

const deepest = 12;
/** Redaction reads all of it, and no more than 500 characters are shown. */
const longestRead = 4000;
const longestShown = 500;
/** One line of at most 500 characters without credentials. */
function oneLine(text) {
    const line = (0,redact/* redact */.E)(text.slice(0, longestRead), []).replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
    return line.length > longestShown ? `${line.slice(0, longestShown - 1).toWellFormed().trimEnd()}…` : line;
}
/** The message of `{"type":"error","error":{…}}`, `{"error":"…"}`, `{"message"}`, `{"detail"}`, JSON inside of those, after a prefix, or the title of a page. */
function unwrap(text) {
    if (/^\s*(?:<!doctype\s|<html|<head|<\?xml)/i.test(text)) {
        const title = /<title[^>]{0,200}>([^<]{1,500})/i.exec(text)?.[1] ?? /<h1[^>]{0,200}>([^<]{1,500})/i.exec(text)?.[1] ?? 'a page without a title';
        return { message: oneLine(title), html: true };
    }
    const { message, type } = fromText(text, deepest);
    return { message: oneLine(message), ...(type === undefined ? {} : { type: oneLine(type).slice(0, 80) }), html: false };
}
function fromText(text, depth) {
    const value = depth > 0 ? jsonIn(text) : undefined;
    const found = value === undefined ? undefined : fromValue(value, depth - 1);
    return found ?? { message: text };
}
/** The text as JSON, or the JSON object in it (`429 {"error":…}`, `data: {…}`). */
function jsonIn(text) {
    for (const piece of [text, text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)]) {
        if (!piece.includes('{'))
            continue;
        try {
            return JSON.parse(piece);
        }
        catch {
            // Not this piece.
        }
    }
    return undefined;
}
function fromValue(value, depth) {
    if (depth <= 0)
        return undefined;
    if (typeof value === 'string')
        return value.trim() === '' ? undefined : fromText(value, depth);
    if (Array.isArray(value))
        return fromValue(value[0], depth - 1);
    if (typeof value !== 'object' || value === null)
        return undefined;
    const fields = value;
    for (const key of ['error', 'message', 'detail', 'msg', 'errors', 'error_description']) {
        const inner = fromValue(fields[key], depth - 1);
        if (!inner)
            continue;
        // `type: error` names the envelope, not the error.
        const own = [fields['type'], fields['code'], fields['status']].find((name) => typeof name === 'string' && name !== 'error' && name !== '');
        return { message: inner.message, type: inner.type ?? (typeof own === 'string' ? own : undefined) };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/src/llm/classify.js

/** A failure as the backends report it; only a request that is wrong as such is ours. */
function modelFailure(category, message, more = {}) {
    return {
        category, message: oneLine(message), ...(more.status === undefined ? {} : { status: more.status }), ...(more.type === undefined ? {} : { type: more.type }),
        ours: category === 'invalid-request',
    };
}
/** Says of a model, not of a feature of the model, that it is not there for this credential. */
const modelGone = [
    /\bmodels?\b.{0,120}\b(?:does not exist|doesn't exist|not found|(?:is|are) not (?:available|enabled|supported|allowed|a valid)|isn't available|not have access|no access|(?:has been|is) (?:retired|deprecated)|end.of.life)/i,
    /\b(?:unknown|invalid|unsupported|no such|unrecognized) model\b/i,
    /\b(?:no|not have|without) access to (?:the |this |that )?model\b/i,
];
const spent = /credit balance|usage limits?\b|spend(?:ing)? limit|out of credits?|insufficient (?:funds|credits?|quota|balance)|billing/i;
const spentTypes = new Set(['billing_error', 'insufficient_quota', 'enforced_spend_limit_reached', 'contract_spend_limit_reached']);
/** The failure that an HTTP answer other than a message stands for. `host` is whom we asked. */
function classifyAnswer({ status, headers, body }, host) {
    const { message, type, html } = unwrap(body);
    const say = (category, text = '') => modelFailure(category, text || message || `${host} answered ${status} without a message.`, { status, type });
    if (status >= 300 && status < 400)
        return say('invalid-request', `${host} answered ${status}, a redirect to ${redirectTarget(headers, host)}; a model's address is used as configured, so redirects are not followed.`);
    if (status === 407)
        return say('network', `The proxy on the way to ${host} wants a sign-in (407).`);
    // First, because a model problem must never read as an auth problem.
    if (status >= 400 && status < 500 && status !== 429 && modelGone.some((pattern) => pattern.test(message)))
        return say('model-access');
    if (spentTypes.has(type ?? '') || (status >= 400 && status < 500 && status !== 401 && spent.test(message)))
        return say('quota');
    switch (status) {
        case 401: return say('auth');
        case 402: return say('quota');
        case 403: return say('permission', html ? `${host} answered 403 with a page: ${message}` : '');
        case 404: return !html && /\bmodel\b/i.test(message) ? say('model-access') : say('invalid-request', `The address at ${host} answers 404${message ? `: ${message}` : ''}`);
        case 408: return say('timeout');
        case 429: return say(/\b(?:quota|credits?|spend)\b/i.test(message) ? 'quota' : 'rate-limit');
        default:
    }
    if (status >= 500)
        return say('provider-error', html ? `${host} answered ${status} with a page: ${message}` : '');
    if (status >= 400)
        return say('invalid-request');
    return say('provider-error', `${host} answered ${status} with something that is no message${message ? `: ${message}` : '.'}`);
}
function redirectTarget(headers, host) {
    const location = headers.get('location') ?? '';
    return URL.canParse(location, `https://${host}`) ? new URL(location, `https://${host}`).host : 'nowhere';
}
const byType = {
    authentication_error: 'auth', permission_error: 'permission', billing_error: 'quota', rate_limit_error: 'rate-limit', timeout_error: 'timeout',
    invalid_request_error: 'invalid-request', request_too_large: 'invalid-request', overloaded_error: 'provider-error', api_error: 'provider-error',
};
/** The failure that an `error` event in a stream stands for: `data` is the text of the event. */
function classifyEvent(data) {
    const { message, type } = unwrap(data);
    const gone = modelGone.some((pattern) => pattern.test(message)) || (type === 'not_found_error' && /\bmodel\b/i.test(message));
    const category = gone ? 'model-access' : spent.test(message) && type !== 'overloaded_error' ? 'quota' : byType[type ?? ''] ?? (type === 'not_found_error' ? 'invalid-request' : 'provider-error');
    return modelFailure(category, message || 'The stream ended with an error that has no message.', { type });
}


/***/ }),

/***/ 23313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ Ledger)
/* harmony export */ });
/* harmony import */ var _usage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28769);

const newBook = (limits) => ({ limits, charged: _usage_js__WEBPACK_IMPORTED_MODULE_0__/* .noUsage */ .tk, steps: 0, reservedUsd: 0, reservedTokens: 0 });
/** Sums of dollars differ in the last digits by the order of adding. */
const epsilon = 1e-9;
class Ledger {
    #run;
    #open = new Map();
    constructor(limits) {
        this.#run = newBook(limits);
    }
    get limits() {
        return this.#run.limits;
    }
    /** What all accounts were charged. */
    get spent() {
        return this.#run.charged;
    }
    get steps() {
        return this.#run.steps;
    }
    /**
     * Whether a unit with this allowance may start: what was charged, the allowances of those that are open and its own fit
     * the limits of the run. Answers the limit that stands in the way, or null.
     */
    blocks(allowance) {
        const open = [...this.#open.values()];
        const fits = (limit, charged, of, own) => {
            if (limit === 0)
                return true;
            const ours = open.reduce((sum, one) => sum + Math.max(0, of(one.allowance) - own(one.book)), 0);
            return charged + ours + of(allowance) <= limit + epsilon;
        };
        const { limits, charged, steps } = this.#run;
        if (!fits(limits.steps, steps, (one) => one.steps, (book) => book.steps))
            return 'step-budget';
        if (!fits(limits.tokens, (0,_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .tokensOf */ .k8)(charged), (one) => one.tokens, (book) => (0,_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .tokensOf */ .k8)(book.charged)))
            return 'token-budget';
        if (!fits(limits.usd, charged.usd, (one) => one.usd, (book) => book.charged.usd))
            return 'cost-budget';
        return null;
    }
    /** `allowance`: the limits of the unit, which it also holds of the run's until it is closed. */
    open(id, allowance) {
        const run = this.#run;
        const open = this.#open;
        const book = newBook(allowance);
        let requests = 0;
        const account = {
            id,
            reserve(amount) {
                const stop = stopOf(book, amount, 'unit') ?? stopOf(run, amount, 'run');
                if (stop)
                    return { ok: false, stop };
                return { ok: true, reservation: reserveIn([book, run], amount, () => { requests += 1; }) };
            },
            fits: (amount) => stopOf(book, amount, 'unit') === null && stopOf(run, amount, 'run') === null,
            step() {
                book.steps += 1;
                run.steps += 1;
            },
            stepsLeft: () => Math.min(...[book, run].map(({ limits, steps }) => (limits.steps === 0 ? Infinity : limits.steps - steps))),
            stepStop() {
                const spent = ({ limits, steps }) => limits.steps > 0 && steps >= limits.steps;
                return spent(book) ? { reason: 'step-budget', of: 'unit' } : spent(run) ? { reason: 'step-budget', of: 'run' } : null;
            },
            get steps() { return book.steps; },
            get usage() { return book.charged; },
            get requests() { return requests; },
            close() { open.delete(account); },
        };
        open.set(account, { book, allowance });
        return account;
    }
}
function stopOf(book, amount, of) {
    const { limits, charged } = book;
    if (limits.tokens > 0 && (0,_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .tokensOf */ .k8)(charged) + book.reservedTokens + amount.tokens > limits.tokens)
        return { reason: 'token-budget', of };
    if (limits.usd > 0 && charged.usd + book.reservedUsd + amount.usd > limits.usd + epsilon)
        return { reason: 'cost-budget', of };
    return null;
}
function reserveIn(books, amount, ended) {
    for (const book of books) {
        book.reservedTokens += amount.tokens;
        book.reservedUsd += amount.usd;
    }
    let over = false;
    const end = (usage) => {
        if (over)
            return;
        over = true;
        for (const book of books) {
            book.reservedTokens -= amount.tokens;
            book.reservedUsd -= amount.usd;
            if (usage)
                book.charged = (0,_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .addUsage */ .vk)(book.charged, usage);
        }
        if (usage)
            ended();
    };
    return {
        charge: end,
        chargeReserved: (inputTokens, outputTokens) => end({ inputTokens, cachedInputTokens: 0, outputTokens, usd: amount.usd, estimated: true }),
        release: () => end(null),
    };
}


/***/ }),

/***/ 26314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ho: () => (/* binding */ costOf),
/* harmony export */   ly: () => (/* binding */ cacheWritePrice),
/* harmony export */   qx: () => (/* binding */ priceTable),
/* harmony export */   xf: () => (/* binding */ referenceModel),
/* harmony export */   xx: () => (/* binding */ priceOf)
/* harmony export */ });
/* unused harmony exports priceSource, cacheReadPrice */
/** The model that an estimate names where none is configured. */
const referenceModel = 'claude-sonnet-4-6';
/** Where the table below comes from. docs/cost.md is generated from both. */
const priceSource = { page: 'https://platform.claude.com/docs/en/about-claude/pricing', read: '2026-11-26' };
/**
 * Anthropic's list prices. Dated ids (`…-20251001`) and aliases of the same model share a price. Prices of long prompts are
 * not listed apart: Haiku 5.5 is listed at what it costs over 100,000 tokens, which errs on the dear side.
 */
const priceTable = {
    'claude-fable-5-1': { input: 10, output: 50, cacheRead: 0.25 },
    'claude-fable-5': { input: 10, output: 50 },
    'claude-opus-5-5': { input: 4, output: 20, cacheRead: 0.2 },
    'claude-opus-5': { input: 5, output: 25 },
    'claude-opus-4-8': { input: 5, output: 25 },
    'claude-opus-4-7': { input: 5, output: 25 },
    'claude-opus-4-6': { input: 5, output: 25 },
    'claude-opus-4-5': { input: 5, output: 25 },
    'claude-sonnet-5-5': { input: 2, output: 10, cacheRead: 0.2 },
    'claude-sonnet-5': { input: 2, output: 10 },
    'claude-sonnet-4-6': { input: 3, output: 15 },
    'claude-sonnet-4-5': { input: 3, output: 15 },
    'claude-haiku-5-5': { input: 0.5, output: 2.5 },
    'claude-haiku-4-5': { input: 1, output: 5 },
};
/** Own prices of ktx-ci.yaml come first; undefined: the price of this model is not known. */
function priceOf(model, own) {
    if (Object.hasOwn(own, model))
        return own[model];
    const undated = model.replace(/-\d{8}$/, '');
    return Object.hasOwn(priceTable, undated) ? priceTable[undated] : undefined;
}
const million = 1_000_000;
const cacheReadPrice = (price) => price.cacheRead ?? price.input * 0.1;
const cacheWritePrice = (price, ttl) => (price.cacheWrite ?? price.input * 1.25) * (ttl === '1h' ? 1.6 : 1);
/** USD of one answer; 0 for a model without a price. */
function costOf(usage, price) {
    if (!price)
        return 0;
    return (usage.uncachedInputTokens * price.input + usage.cacheReadTokens * cacheReadPrice(price) + usage.cacheWrite5mTokens * cacheWritePrice(price, '5m')
        + usage.cacheWrite1hTokens * cacheWritePrice(price, '1h') + usage.outputTokens * price.output) / million;
}


/***/ }),

/***/ 40480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ probeModels)
/* harmony export */ });
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29318);
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20697);
/* harmony import */ var _prices_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26314);



/** Asks each distinct model once, in parallel, and says of each that failed what to do. Throws the signal's reason where it was cancelled. */
async function probeModels({ backend, models, place, account, signal, timeoutMs }) {
    const roles = new Map();
    for (const { role, model } of models)
        roles.set(model, [...(roles.get(model) ?? []), role]);
    const results = await Promise.all([...roles].map(async ([model, names]) => ({ model, roles: names, result: await inTime(backend, model, { account, signal, timeoutMs }) })));
    signal.throwIfAborted();
    const working = results.filter(({ result }) => result.category === 'ok').map(({ model }) => model);
    return { results, findings: causesOf(results).map((cause) => findingOf(backend, { ...cause, working }, place)) };
}
/** Models that failed of one cause are one finding; a model that is not there is a cause of its own. */
function causesOf(results) {
    const causes = new Map();
    for (const { model, roles, result } of results) {
        if (result.category === 'ok')
            continue;
        const { category, message } = result.failure;
        const key = category === 'model-access' ? `${category} ${model}` : `${category} ${message}`;
        const first = causes.get(key);
        causes.set(key, first ? { ...first, others: [...first.others, `${model} (${roles.join(', ')})`] } : { model, roles, failure: result.failure, others: [] });
    }
    return [...causes.values()];
}
/** Milliseconds from the timeout until a probe is no longer waited for. */
const graceMs = 500;
async function inTime(backend, model, { account, signal, timeoutMs }) {
    const { promise, resolve } = Promise.withResolvers();
    const timeout = AbortSignal.timeout(timeoutMs);
    // A backend that does not listen to its signal does not hold up the others; one that does has time to say what it met.
    timeout.addEventListener('abort', () => {
        setTimeout(() => resolve({ category: 'timeout', milliseconds: timeoutMs, failure: (0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .modelFailure */ .iW)('timeout', `${backend.host} did not answer within ${Math.round(timeoutMs / 1000)} s.`) }), graceMs).unref();
    }, { once: true });
    return Promise.race([backend.probe(model, account, AbortSignal.any([signal, timeout])), promise]);
}
/** Names of llm.provider's keys differ from the backends' ids in one case. */
const providerKey = (id) => (id === 'openai-compatible' ? 'openaiCompatible' : id);
function findingOf({ id, host }, { model, roles, failure, others, working }, place) {
    const { category } = failure;
    const provider = ['llm', 'provider', providerKey(id)];
    const keys = { model: ['llm', 'models', roles[0] ?? 'default'], credential: [...provider, 'api_key'], address: [...provider, 'base_url'] };
    const { at, fix } = advice[category];
    const named = [`${model} (${roles.join(', ')})`, ...others].join(' and ');
    return {
        severity: 'error', code: category, ...place(keys[at]),
        message: `${host} does not serve ${named}: ${words[category]}; it said: ${failure.message}`,
        fix: fix({ model, host, key: keys[at].join('.'), credential: keys.credential.join('.'), address: keys.address.join('.'), working }),
    };
}
const words = {
    'missing-credential': 'there is no credential', 'auth': 'the credential is not valid', 'permission': 'the credential may not do this', 'model-access': 'the model is not there for this credential',
    'quota': 'the account has nothing left to spend', 'rate-limit': 'too many requests', 'network': 'it cannot be reached', 'timeout': 'no answer in time', 'not-installed': 'a program is missing',
    'isolation': 'the agent could not be isolated', 'invalid-request': 'it refuses the request', 'provider-error': 'it has a problem of its own',
};
const advice = {
    'missing-credential': { at: 'credential', fix: ({ credential }) => `set ${credential} to a reference such as env:ANTHROPIC_API_KEY, and give that variable to the step` },
    'auth': { at: 'credential', fix: ({ credential, host }) => `check that the secret behind ${credential} is a whole and current key of ${host}` },
    'permission': { at: 'credential', fix: ({ credential }) => `give the key behind ${credential} the permission that is named, or use the key of a workspace that has it` },
    'model-access': { at: 'model', fix: modelFix },
    'quota': { at: 'credential', fix: ({ host }) => `add credit or raise the spending limit of the account at ${host}; waiting does not help` },
    'rate-limit': { at: 'credential', fix: () => 'run it again later, or lower ingest.workUnits.maxConcurrency, or ask the provider for a higher limit' },
    'network': { at: 'address', fix: ({ host, address }) => `check ${address}, HTTPS_PROXY and NO_PROXY, and that the runner may reach ${host}` },
    'timeout': { at: 'address', fix: ({ host, address }) => `run it again; if it stays so, check ${address} and the proxy on the way to ${host}` },
    'not-installed': { at: 'model', fix: () => 'install the program that is named in a step before this one' },
    'isolation': { at: 'model', fix: () => 'use a backend that talks to the API itself, or a runner that allows the isolation that is named' },
    'invalid-request': { at: 'address', fix: ({ address }) => `check that ${address} is the address of the Messages API; if it is, please report this` },
    'provider-error': { at: 'address', fix: ({ host }) => `run it again later; the status page of ${host} says whether it is known` },
};
function modelFix({ model, key, working }) {
    const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(model, Object.keys(_prices_js__WEBPACK_IMPORTED_MODULE_1__/* .priceTable */ .qx).filter((known) => known !== model));
    const proposal = near === undefined ? `set ${key} to a model that the credential may use` : `set ${key} to ${working.includes(near) ? 'the working ' : ''}${near}, or to another model that the credential may use`;
    return working.length === 0 ? proposal : `the credential works (${working.join(', ')} answered), so it is this name: ${proposal}`;
}


/***/ }),

/***/ 24123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ checkRoute)
/* harmony export */ });
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/**
 * Whether a base URL leads to the provider's public host or to one of `allowedHosts`: entries are `host`, `host:port` or
 * `*.host` for its subdomains. Without a port an entry stands for the protocol's own port, on loopback for any. `host` of
 * the answer is as URLs print it: lower case, punycode, with a port that is not the protocol's own.
 */
function checkRoute(baseUrl, allowedHosts, publicHost) {
    const text = baseUrl.trim();
    // Clients differ in where the host ends before one of these.
    if (/[\\\s\p{Cc}]/u.test(text))
        return { ok: false, why: 'the base URL holds a backslash, a space or a control character', fix: 'leave it out' };
    if (!URL.canParse(text))
        return { ok: false, why: 'the base URL is not an absolute URL', fix: `write it with its protocol, for example https://${publicHost}` };
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        return { ok: false, why: `the base URL has the protocol ${url.protocol.slice(0, -1)}`, fix: 'use https' };
    if (url.username !== '' || url.password !== '') {
        return { ok: false, why: `the base URL holds a user name or password before its host, which is ${url.host}`, fix: 'put only protocol, host and path into base_url, and the credential into api_key' };
    }
    if (url.search !== '' || url.hash !== '')
        return { ok: false, why: 'the base URL has a query or a fragment', fix: 'put only protocol, host and path into base_url' };
    const isLoopback = loopback.test(url.hostname);
    if (url.protocol === 'http:' && !isLoopback)
        return { ok: false, why: `the base URL sends the credential to ${url.host} without encryption`, fix: 'use https; plain http is for loopback addresses only' };
    // A trailing dot names the same host in DNS and another one in every list.
    if (url.hostname.endsWith('.'))
        return { ok: false, why: `the host ${url.host} ends with a dot`, fix: 'leave the dot out' };
    if (url.host === publicHost || allowedHosts.some((entry) => matches(entry, url, isLoopback)))
        return { ok: true, url, host: url.host };
    const resembles = url.hostname.includes(publicHost) || url.hostname.split('.').some((label) => label.startsWith('xn--'));
    return {
        ok: false,
        why: `the base URL leads to ${url.host}, which is neither ${publicHost} nor an allowed host${resembles ? '; its name only resembles one' : ''}`,
        fix: `if model traffic and the credential may go to ${url.host}, add it to allowed-hosts; otherwise correct base_url`,
    };
}
function matches(entry, url, isLoopback) {
    const [, wildcard = '', name = '', port] = /^(\*\.)?(\[[0-9a-f:.]+\]|[^:/@?#*\s]+)(?::(\d{1,5}))?$/i.exec(entry.trim()) ?? [];
    if (name === '' || !URL.canParse(`https://${name}`))
        return false;
    // The same spelling as the URL's: lower case and punycode.
    const { hostname } = new URL(`https://${name}`);
    const own = url.protocol === 'https:' ? '443' : '80';
    if (port !== undefined ? port !== (url.port || own) : url.port !== '' && !isLoopback)
        return false;
    return wildcard === '' ? url.hostname === hostname : url.hostname.endsWith(`.${hostname}`) && hostname.includes('.');
}


/***/ }),

/***/ 28769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k8: () => (/* binding */ tokensOf),
/* harmony export */   tk: () => (/* binding */ noUsage),
/* harmony export */   vk: () => (/* binding */ addUsage)
/* harmony export */ });
const noUsage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, usd: 0, estimated: false };
function addUsage(a, b) {
    return {
        inputTokens: a.inputTokens + b.inputTokens, cachedInputTokens: a.cachedInputTokens + b.cachedInputTokens, outputTokens: a.outputTokens + b.outputTokens,
        usd: a.usd + b.usd, estimated: a.estimated || b.estimated,
    };
}
/** Tokens that count against a token limit: input and output, cached or not, so that a cache changes nothing about a cap. */
function tokensOf(usage) {
    return usage.inputTokens + usage.outputTokens;
}


/***/ }),

/***/ 46210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ anthropicCredential)
/* harmony export */ });
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47184);

/**
 * `llm.provider.anthropic.api_key` as ktx.yaml has it; without the key ANTHROPIC_API_KEY, as ktx does. A reference without
 * a value is never replaced by another variable.
 */
function anthropicCredential(project, environment) {
    const written = project.config.llm.provider.anthropic?.api_key;
    const resolved = (0,_references_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveReference */ .s)(written ?? 'env:ANTHROPIC_API_KEY', project.root, environment);
    if (resolved.ok)
        return resolved;
    const place = written === undefined ? project.place('llm', 'provider', 'backend') : project.place('llm', 'provider', 'anthropic', 'api_key');
    return { ok: false, why: resolved.why, fix: written === undefined ? 'set ANTHROPIC_API_KEY, or llm.provider.anthropic.api_key: env:NAME' : resolved.fix, place };
}


/***/ }),

/***/ 25713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ modelOf),
/* harmony export */   FD: () => (/* binding */ probeMilliseconds),
/* harmony export */   GF: () => (/* binding */ openModel),
/* harmony export */   ZQ: () => (/* binding */ judgingModels),
/* harmony export */   _O: () => (/* binding */ routeFindings),
/* harmony export */   du: () => (/* binding */ isCallable),
/* harmony export */   ik: () => (/* binding */ baseUrlOf),
/* harmony export */   kp: () => (/* binding */ roleOf)
/* harmony export */ });
/* harmony import */ var _llm_anthropic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12465);
/* harmony import */ var _llm_route_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24123);
/* harmony import */ var _project_credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46210);



/** The model of a role; each falls back to `default`. */
function modelOf(project, role) {
    const { models } = project.config.llm;
    return models[role] ?? models.default ?? '';
}
/** Who judges a unit: pages are the curator's. */
const roleOf = (unit) => (unit.kind === 'document' ? 'curator' : 'candidateExtraction');
/** Models that judge these units, by role; a role that is not set is asked under the one that it falls back to. */
function judgingModels(project, units = [{ kind: 'table' }, { kind: 'document' }]) {
    return [...new Set(units.map(roleOf))].sort().map((role) => ({ role: project.config.llm.models[role] === undefined ? 'default' : role, model: modelOf(project, role) }));
}
/** Backends that this version can ask. */
function isCallable(backend) {
    return backend === 'anthropic';
}
const baseUrlOf = (project, environment) => {
    const written = project.config.llm.provider.anthropic?.base_url;
    if (written === undefined)
        return `https://${_llm_anthropic_js__WEBPACK_IMPORTED_MODULE_0__/* .anthropicHost */ .d}`;
    return written.startsWith('env:') ? environment[written.slice(4).trim()]?.trim() ?? '' : written;
};
/** Whether the credential may go where ktx.yaml sends it. Nothing is resolved or opened for it. */
function routeFindings(project, environment, allowedHosts) {
    if (!isCallable(project.config.llm.provider.backend))
        return [];
    const route = (0,_llm_route_js__WEBPACK_IMPORTED_MODULE_2__/* .checkRoute */ .Q)(baseUrlOf(project, environment), allowedHosts, _llm_anthropic_js__WEBPACK_IMPORTED_MODULE_0__/* .anthropicHost */ .d);
    return route.ok ? [] : [{ severity: 'error', code: 'host-refused', ...project.place('llm', 'provider', 'anthropic', 'base_url'), message: route.why, fix: route.fix }];
}
/** Seconds without a byte after which a request is given up; settable for slow gateways. */
const silenceSeconds = 120;
/** How long a probe may take, its retries included. */
const probeMilliseconds = (environment) => (Number(environment['KTX_CI_PROBE_SECONDS']) || 60) * 1000;
async function openModel(input) {
    const { project, environment } = input;
    const credential = (0,_project_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .anthropicCredential */ .a)(project, environment);
    if (!credential.ok) {
        return { ok: false, finding: { severity: 'error', code: 'missing-credential', ...credential.place, message: `backend anthropic has no credential: ${credential.why}`, fix: credential.fix } };
    }
    const { openAnthropic } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 12465));
    const { promptCaching } = project.config.llm;
    const backend = await openAnthropic({
        baseUrl: baseUrlOf(project, environment), apiKey: credential.value, allowedHosts: input.allowedHosts, environment, caching: promptCaching ?? {},
        ownPrices: project.settings.prices, rateLimit: project.config.ingest.rateLimit, concurrency: input.concurrency,
        silenceMs: (Number(environment['KTX_CI_MODEL_SILENCE_SECONDS']) || silenceSeconds) * 1000, say: (event) => input.say(pacingText(event)), recorder: input.recorder,
    });
    return { ok: true, backend, secrets: [credential.value] };
}
/** What a person who watches should know of the pace. */
function pacingText(event) {
    switch (event.kind) {
        case 'paused': return `the provider asks to wait until ${new Date(event.until).toISOString().slice(11, 19)} UTC (${event.status})`;
        case 'resumed': return 'going on';
        case 'concurrency': return `requests at once: ${event.from} → ${event.to} (${event.reason})`;
    }
}


/***/ })

};
