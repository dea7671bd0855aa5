export const id = 5713;
export const ids = [5713];
export const modules = {

/***/ 24810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ toolsOf),
/* harmony export */   Lx: () => (/* binding */ runAgentLoop),
/* harmony export */   Vq: () => (/* binding */ jsonSchemaOf),
/* harmony export */   ag: () => (/* binding */ said),
/* harmony export */   wf: () => (/* binding */ issuesOf),
/* harmony export */   zM: () => (/* binding */ CallRunner)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98439);
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1850);
/* harmony import */ var _usage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28769);



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
    const messages = [{ role: 'user', content: [text(task.prompt)] }];
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
            addToUser(messages, [text(words)]);
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
        task.record({ kind: 'request', inputTokens: (0,_usage_js__WEBPACK_IMPORTED_MODULE_1__/* .inputTokensOf */ .Gs)(usage), outputTokens: usage.outputTokens, milliseconds: sent.milliseconds });
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
                return fail((0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .modelFailure */ .iW)('invalid-request', `The answer was cut at its limit of ${task.maxOutputTokens} tokens twice in a row.`, { type: 'max_tokens' }));
            addToUser(messages, [text(said.cut(task.maxOutputTokens, answer.cutCall))]);
        }
        else if (answer.calls.length === 0 && answer.stopReason !== 'pause_turn') {
            if (answer.text.trim() !== '')
                return { stopReason: 'natural', text: lastText };
            if (nudged)
                return fail((0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .modelFailure */ .iW)('provider-error', 'The model answered with nothing twice.'));
            nudged = true;
            addToUser(messages, [text(said.empty)]);
        }
        cutBefore = answer.stopReason === 'max_tokens';
    }
}
function unusableAnswer({ stopReason, text: words }) {
    if (stopReason === 'refusal')
        return (0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .modelFailure */ .iW)('invalid-request', `The model refused to answer${words === '' ? '.' : `: ${words}`}`, { type: 'refusal' });
    if (stopReason === 'model_context_window_exceeded')
        return (0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .modelFailure */ .iW)('invalid-request', 'The conversation is longer than the context window of the model.', { type: stopReason });
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
    const { $schema: _, ...rest } = zod__WEBPACK_IMPORTED_MODULE_2__/* .toJSONSchema */ .bl(schema, { io: 'input' });
    jsonSchemas.set(schema, rest);
    return rest;
}
/** Every unit has the same tools, so that each schema is converted once. */
const jsonSchemas = new WeakMap();
const text = (words) => ({ type: 'text', text: words.toWellFormed() });
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


/***/ }),

/***/ 6658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ callOf),
/* harmony export */   J: () => (/* binding */ readAnswer)
/* harmony export */ });
/* harmony import */ var _meter_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54803);
/* harmony import */ var _usage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28769);


/** Reads a stream to its end; null where it ended before the answer did. Throws what the stream throws. */
async function readAnswer(events) {
    const drafts = new Map();
    let stopReason = null;
    let usage = _usage_js__WEBPACK_IMPORTED_MODULE_1__/* .noWireUsage */ .CP;
    let complete = false;
    for await (const event of events) {
        switch (event.type) {
            case 'message_start':
                usage = (0,_meter_js__WEBPACK_IMPORTED_MODULE_0__/* .withUsage */ .Se)(usage, event.message.usage);
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
                usage = (0,_meter_js__WEBPACK_IMPORTED_MODULE_0__/* .withUsage */ .Se)(usage, event.usage);
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
/** A call with these arguments, which are JSON or were to be; `input` where there are none. */
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


/***/ }),

/***/ 93637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ federatedToken)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/src/llm/classify.js
var classify = __webpack_require__(1850);
// EXTERNAL MODULE: ./lib/src/llm/token-request.js
var token_request = __webpack_require__(78067);
;// CONCATENATED MODULE: ./lib/src/llm/github-identity.js

/** A token that says which workflow of which repository this is; it lives for five minutes. Throws a RelayError. */
async function mintGithubToken({ requestUrl, requestToken: bearer, audience }, transport, signal) {
    const url = new URL(requestUrl);
    url.searchParams.set('audience', audience);
    return (0,token_request/* textField */.M8)(await (0,token_request/* requestToken */.Fr)(transport, { url, method: 'GET', headers: { accept: 'application/json', authorization: `Bearer ${bearer}` }, secrets: [bearer] }, signal), 'value', url.host);
}

// EXTERNAL MODULE: ./lib/src/llm/pacing.js
var pacing = __webpack_require__(83768);
// EXTERNAL MODULE: ./lib/src/llm/relay-error.js
var relay_error = __webpack_require__(45832);
// EXTERNAL MODULE: ./lib/src/llm/renewed-token.js
var renewed_token = __webpack_require__(83346);
;// CONCATENATED MODULE: ./lib/src/llm/anthropic-federation.js







/** https://platform.claude.com/docs/en/manage-claude/wif-reference: both betas on the exchange, the first on requests. */
const exchangeBetas = 'oauth-2025-04-20,oidc-federation-2026-04-01';
/**
 * Tokens of the API for the identity of this job, by its federation rule. The exchange takes each identity token once
 * (`jti_reused`, anthropics/claude-code-action#1406), so that each time a new one is asked for.
 */
function federatedToken(federation, { baseUrl, transport, clock = pacing/* systemClock */.m }) {
    const url = new URL(`${baseUrl}/v1/oauth/token`);
    const { identity } = federation;
    const used = new Set();
    const assertionOf = async (signal) => {
        if (identity.kind === 'github')
            return mintGithubToken(identity, transport, signal);
        const token = identity.kind === 'value' ? identity.token : (await (0,promises_.readFile)(identity.path, 'utf8').catch(() => '')).trim();
        const named = identity.kind === 'value' ? 'ANTHROPIC_IDENTITY_TOKEN' : 'The file of ANTHROPIC_IDENTITY_TOKEN_FILE';
        if (token === '')
            throw (0,token_request/* tokenError */.EL)((0,classify/* modelFailure */.iW)('missing-credential', `${named} is empty or cannot be read.`));
        if (used.has(token))
            throw (0,token_request/* tokenError */.EL)((0,classify/* modelFailure */.iW)('auth', `${named} holds the identity token that was exchanged already, and each is taken once.`));
        return token;
    };
    return (0,renewed_token/* renewedToken */._)({
        from: url.host, clock,
        secrets: () => [...used, ...(identity.kind === 'github' ? [identity.requestToken] : identity.kind === 'value' ? [identity.token] : [])],
        async mint(signal) {
            const assertion = await assertionOf(signal);
            used.add(assertion);
            const { ruleId, organizationId, serviceAccountId, workspaceId } = federation;
            const answer = await (0,token_request/* requestToken */.Fr)(transport, {
                url, headers: { 'content-type': 'application/json', 'anthropic-beta': exchangeBetas }, secrets: [assertion],
                body: JSON.stringify({
                    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion, federation_rule_id: ruleId, organization_id: organizationId,
                    ...(serviceAccountId === undefined ? {} : { service_account_id: serviceAccountId }), ...(workspaceId === undefined ? {} : { workspace_id: workspaceId }),
                }),
            }, signal).catch((error) => {
                // what never arrived was not used
                if (error instanceof relay_error/* RelayError */.c && error.failure.category === 'network')
                    used.delete(assertion);
                throw error;
            });
            return { token: (0,token_request/* textField */.M8)(answer, 'access_token', url.host), expiresAt: (0,token_request/* expiryOf */.p1)(answer, clock.now()) };
        },
    });
}


/***/ }),

/***/ 12570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ federatedWire),
/* harmony export */   iV: () => (/* binding */ anthropicWire),
/* harmony export */   lx: () => (/* binding */ messagesApi)
/* harmony export */ });
/* harmony import */ var _bearer_wire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74883);
/* harmony import */ var _estimate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14422);
/* harmony import */ var _meter_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54803);



/** https://platform.claude.com/docs/en/api: a sign-in's token is taken only with this beta. */
const signInBeta = 'oauth-2025-04-20';
/** What a client of the Messages API may say to the provider, and how its requests and answers are read. */
const messagesApi = { forwarded: ['accept', 'anthropic-beta', 'anthropic-version', 'content-type', 'user-agent'], sizeOf: (_, body) => (0,_estimate_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeOf */ .$d)(body), meterFor: _meter_js__WEBPACK_IMPORTED_MODULE_2__/* .meterFor */ .z3 };
/** The Messages API with a key, or with the token of a sign-in. */
function anthropicWire(credential) {
    // A line break at the end of a stored secret is a slip of a paste.
    const secret = credential.trim();
    return {
        ...messagesApi, secrets: () => [secret],
        authorize(headers) {
            (0,_bearer_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseUnsendable */ .C_)(secret);
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
/** The Messages API with tokens that are had for the runner's own identity; they are taken as those of a sign-in are. */
function federatedWire(token) {
    const bearer = (0,_bearer_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .renewedWire */ .IU)(token, messagesApi);
    return {
        ...bearer,
        async authorize(headers, signal) {
            await bearer.authorize(headers, signal);
            headers.append('anthropic-beta', signInBeta);
        },
    };
}


/***/ }),

/***/ 57058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   anthropicHost: () => (/* binding */ anthropicHost),
/* harmony export */   openAnthropic: () => (/* binding */ openAnthropic)
/* harmony export */ });
/* harmony import */ var _anthropic_wire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12570);
/* harmony import */ var _anthropic_federation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93637);
/* harmony import */ var _api_backend_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84975);
/* harmony import */ var _messages_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17024);
/* harmony import */ var _route_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24123);





const anthropicHost = 'api.anthropic.com';
/** The Messages API of Anthropic, or of whoever speaks it at the base URL. Throws where the route was not checked. */
async function openAnthropic(options) {
    const { baseUrl, apiKey, allowedHosts, caching } = options;
    const route = (0,_route_js__WEBPACK_IMPORTED_MODULE_4__/* .checkRoute */ .Q)(baseUrl, allowedHosts, anthropicHost);
    if (!route.ok)
        throw new Error(route.why);
    const transport = (0,_api_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .transportOf */ .JH)(options);
    // ktx's own client wants the version in the base URL, the SDK adds it.
    const base = route.url.href.replace(/\/+(?:v1\/*)?$/, '');
    const wire = typeof apiKey === 'string' ? (0,_anthropic_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .anthropicWire */ .iV)(apiKey) : (0,_anthropic_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .federatedWire */ .AS)((0,_anthropic_federation_js__WEBPACK_IMPORTED_MODULE_1__/* .federatedToken */ .u)(apiKey, { baseUrl: base, transport, clock: options.clock }));
    const client = await (0,_messages_client_js__WEBPACK_IMPORTED_MODULE_3__/* .openMessagesClient */ .U)({ baseUrl: base, relay: (0,_api_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .relayTo */ .Lq)(route.url, wire, transport, options), cachingOf: () => caching });
    return (0,_api_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .apiBackend */ .JA)({ id: 'anthropic', host: route.host, client, close: () => transport.close() });
}


/***/ }),

/***/ 84975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JA: () => (/* binding */ apiBackend),
/* harmony export */   JH: () => (/* binding */ transportOf),
/* harmony export */   Lq: () => (/* binding */ relayTo),
/* harmony export */   xm: () => (/* binding */ valueIn)
/* harmony export */ });
/* harmony import */ var _agent_loop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24810);
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1850);
/* harmony import */ var _pacing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83768);
/* harmony import */ var _prices_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26314);
/* harmony import */ var _relay_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12749);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48067);






const transportOf = ({ transport, environment, silenceMs }) => transport ?? (0,_transport_js__WEBPACK_IMPORTED_MODULE_5__/* .openTransport */ .g)({ environment, silenceMs });
/** A relay to an address that checkRoute let through. */
function relayTo(base, wire, transport, { rateLimit, concurrency, clock, say, ownPrices, recorder }) {
    const pacing = new _pacing_js__WEBPACK_IMPORTED_MODULE_2__/* .Pacing */ .P({ limit: rateLimit, concurrency, ...(clock ? { clock } : {}), ...(say ? { say } : {}) });
    return (0,_relay_js__WEBPACK_IMPORTED_MODULE_4__/* .openRelay */ .W)({ base, wire, transport, pacing, priceOf: (model) => (0,_prices_js__WEBPACK_IMPORTED_MODULE_3__/* .priceOf */ .xx)(model, ownPrices), recorder });
}
/** The agent loop, single answers and the probe over a client. */
function apiBackend({ id, host, client, close }) {
    return {
        id, host, close,
        probe: (model, account, signal) => probe(client, model, account, signal),
        generate: (ask) => generate(client, ask),
        run: (task) => (0,_agent_loop_js__WEBPACK_IMPORTED_MODULE_0__/* .runAgentLoop */ .Lx)(client, task),
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
        : sent.kind === 'stop' ? (0,_classify_js__WEBPACK_IMPORTED_MODULE_1__/* .modelFailure */ .iW)('quota', `The probe does not fit the ${sent.stop.reason} of the ${sent.stop.of}.`, { type: sent.stop.reason })
            // What kept it waiting says more than that it waited.
            : met ?? (0,_classify_js__WEBPACK_IMPORTED_MODULE_1__/* .modelFailure */ .iW)('timeout', `No answer came in ${Math.round(milliseconds / 1000)} s.`);
    return { category: failure.category, milliseconds, failure };
}
/** Throws the signal's reason where it was cancelled. */
async function generate(client, ask) {
    const { model, system = '', schema, account, signal, maxOutputTokens } = ask;
    const jsonSchema = schema && (0,_agent_loop_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonSchemaOf */ .Vq)(schema);
    let format = jsonSchema;
    const prompt = jsonSchema ? `${ask.prompt}\n\nAnswer with one JSON value of this schema and nothing else:\n${JSON.stringify(jsonSchema)}` : ask.prompt;
    const messages = [{ role: 'user', content: [{ type: 'text', text: prompt.toWellFormed() }] }];
    for (let round = 1;; round += 1) {
        const sent = await client.send({ model, system: system.toWellFormed(), tools: [], messages, maxOutputTokens, format }, { account, signal });
        if (sent.kind === 'stop')
            return { ok: false, stop: sent.stop };
        if (sent.kind === 'failure' && format !== undefined && sent.failure.category === 'invalid-request' && /output_(?:config|format)|response_format|json_schema|structured output/i.test(sent.failure.message)) {
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
        const wrong = parsed ? (0,_agent_loop_js__WEBPACK_IMPORTED_MODULE_0__/* .issuesOf */ .wf)(parsed.error) : answer.stopReason === 'max_tokens' ? cut : 'it is not JSON';
        if (round === 2)
            return refused(`The answer is not what was asked for, after one correction too: ${wrong}.`);
        if (answer.text.trim() !== '')
            messages.push({ role: 'assistant', content: [{ type: 'text', text: answer.text.trimEnd() }] });
        messages.push({ role: 'user', content: [{ type: 'text', text: `This answer is wrong: ${wrong}. Answer again with one JSON value of the schema and nothing else.`.toWellFormed() }] });
    }
}
const refused = (message, type) => ({ ok: false, failure: (0,_classify_js__WEBPACK_IMPORTED_MODULE_1__/* .modelFailure */ .iW)('invalid-request', message, { type }) });
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

/***/ 74883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ refuseUnsendable),
/* harmony export */   IU: () => (/* binding */ renewedWire),
/* harmony export */   L9: () => (/* binding */ keyWire)
/* harmony export */ });
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1850);
/* harmony import */ var _relay_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45832);


/** Throws where no header can hold it: a key with a line break or a quote from a word processor in it, or none at all. */
function refuseUnsendable(secret) {
    // before a header is made of it: what refuses to make one quotes the value
    if (secret === '')
        throw new _relay_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RelayError */ .c((0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .modelFailure */ .iW)('missing-credential', 'The credential is empty.'));
    if (!/^[\x21-\x7e]+$/.test(secret))
        throw new _relay_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RelayError */ .c((0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .modelFailure */ .iW)('auth', 'The credential holds a space, a line break or another character that no key has.'));
}
/** A key that does not change, as a bearer token or in a header of its own; null: the server wants none. */
function keyWire(key, rest, header) {
    // A line break at the end of a stored secret is a slip of a paste.
    const secret = key?.trim() ?? null;
    return {
        ...rest, secrets: () => (secret === null ? [] : [secret]),
        authorize(headers) {
            if (secret === null)
                return;
            refuseUnsendable(secret);
            if (header === undefined)
                headers.set('authorization', `Bearer ${secret}`);
            else
                headers.set(header, secret);
        },
    };
}
/** Bearer tokens that end, and are had anew. */
function renewedWire(token, rest) {
    return {
        ...rest, secrets: () => token.known(),
        async authorize(headers, signal) {
            headers.set('authorization', `Bearer ${await token.get(signal)}`);
        },
        renew(refused) {
            token.drop(refused.get('authorization')?.replace(/^Bearer /, '') ?? '');
            return true;
        },
    };
}


/***/ }),

/***/ 1850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BO: () => (/* binding */ classifyAnswer),
/* harmony export */   iW: () => (/* binding */ modelFailure),
/* harmony export */   tU: () => (/* binding */ classifyEvent)
/* harmony export */ });
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21096);

/** A failure as the backends report it; only a request that is wrong as such is ours. */
function modelFailure(category, message, more = {}) {
    return {
        category, message: (0,_envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .T)(message), ...(more.status === undefined ? {} : { status: more.status }), ...(more.type === undefined ? {} : { type: more.type }), ...(more.fix === undefined ? {} : { fix: more.fix }),
        ours: category === 'invalid-request',
    };
}
/** Says of a model, not of a feature of the model, that it is not there for this credential. */
const modelGone = [
    /\bmodels?\b.{0,200}\b(?:does not exist|doesn't exist|not found|(?:is|are) not (?:available|enabled|supported|allowed|a valid)|isn't available|not have access|no access|(?:has been|is) (?:retired|deprecated)|end.of.life)/i,
    /\b(?:unknown|invalid|unsupported|no such|unrecognized) model\b/i,
    /\b(?:no|not have|without) access to (?:the |this |that )?model\b/i,
];
const spent = /credit balance|usage limits?\b|spend(?:ing)? limit|out of credits?|insufficient (?:funds|credits?|quota|balance)|billing/i;
const goneTypes = new Set(['DeploymentNotFound', 'model_not_found']);
const spentTypes = new Set(['billing_error', 'insufficient_quota', 'enforced_spend_limit_reached', 'contract_spend_limit_reached', 'budget_exceeded']);
/** The failure that an HTTP answer other than a message stands for. `host` is whom we asked. */
function classifyAnswer({ status, headers, body }, host) {
    const { message, type, html } = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .unwrap */ .o)(body);
    const say = (category, text = '') => modelFailure(category, text || message || `${host} answered ${status} without a message.`, { status, type });
    if (status >= 300 && status < 400)
        return say('invalid-request', `${host} answered ${status}, a redirect to ${redirectTarget(headers, host)}; a model's address is used as configured, so redirects are not followed.`);
    if (status === 407)
        return say('network', `The proxy on the way to ${host} wants a sign-in (407).`);
    // First, because a model problem must never read as an auth problem.
    if (status >= 400 && status < 500 && status !== 429 && modelGone.some((pattern) => pattern.test(message)))
        return say('model-access');
    if (goneTypes.has(type ?? ''))
        return say('model-access');
    // Google's word for a limit of so much a minute, whose message speaks of a quota.
    if (status === 429 && type === 'RESOURCE_EXHAUSTED')
        return say('rate-limit');
    const limit = status === 429 ? sessionLimit(headers) : null;
    if (limit)
        return say(limit.isLong ? 'quota' : 'rate-limit', `${message || `${host} answered ${status}.`} (${limit.words})`);
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
/** Seconds: nobody waits for longer within a night. */
const longestWait = 300;
/** The limit of a subscription that was reached, out of headers that Anthropic sends to its own programs; null: it was another one. */
function sessionLimit(headers) {
    const reset = Number(headers.get('anthropic-ratelimit-unified-reset') ?? '');
    if (headers.get('anthropic-ratelimit-unified-status') !== 'rejected' || !(reset > 0) || reset > 1e11)
        return null;
    const name = /^[a-z0-9_]{1,40}$/.exec(headers.get('anthropic-ratelimit-unified-representative-claim') ?? '')?.[0] ?? 'session';
    const wait = Number(headers.get('retry-after') ?? '') || reset - Date.parse(headers.get('date') ?? '') / 1000;
    return { words: `the ${name.replaceAll('_', '-')} limit is there again at ${new Date(reset * 1000).toISOString()}`, isLong: wait > longestWait };
}
function redirectTarget(headers, host) {
    const location = headers.get('location') ?? '';
    return URL.canParse(location, `https://${host}`) ? new URL(location, `https://${host}`).host : 'nowhere';
}
const byType = {
    authentication_error: 'auth', permission_error: 'permission', billing_error: 'quota', rate_limit_error: 'rate-limit', timeout_error: 'timeout',
    invalid_request_error: 'invalid-request', request_too_large: 'invalid-request', overloaded_error: 'provider-error', api_error: 'provider-error',
    // of chat completions
    insufficient_quota: 'quota', rate_limit_exceeded: 'rate-limit', invalid_api_key: 'auth', model_not_found: 'model-access', context_length_exceeded: 'invalid-request', content_filter: 'invalid-request', BadRequestError: 'invalid-request',
};
/** The failure that an `error` event in a stream stands for: `data` is the text of the event. */
function classifyEvent(data) {
    const { message, type } = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .unwrap */ .o)(data);
    const gone = modelGone.some((pattern) => pattern.test(message)) || (type === 'not_found_error' && /\bmodel\b/i.test(message));
    const category = gone ? 'model-access' : spent.test(message) && type !== 'overloaded_error' ? 'quota' : byType[type ?? ''] ?? (type === 'not_found_error' ? 'invalid-request' : 'provider-error');
    return modelFailure(category, message || 'The stream ended with an error that has no message.', { type });
}


/***/ }),

/***/ 1661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ claudeModel)
/* harmony export */ });
/* harmony import */ var _prices_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26314);

/** The id of a model: aliases are those of Claude Code, for the newest of a family that the price table has. */
function claudeModel(name) {
    if (name !== 'sonnet' && name !== 'opus' && name !== 'haiku')
        return name;
    return Object.keys(_prices_js__WEBPACK_IMPORTED_MODULE_0__/* .priceTable */ .qx).find((id) => id.startsWith(`claude-${name}-`)) ?? name;
}


/***/ }),

/***/ 22103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ causeOf)
/* harmony export */ });
/** An error of this kind in what was thrown: clients wrap what fetch throws. */
function causeOf(error, kind) {
    for (let one = error; one instanceof Object; one = one.cause) {
        if (one instanceof kind)
            return one;
    }
    return undefined;
}


/***/ }),

/***/ 5156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ toolServerName),
/* harmony export */   Qs: () => (/* binding */ codexConfig),
/* harmony export */   Vf: () => (/* binding */ relayProvider),
/* harmony export */   XJ: () => (/* binding */ codexModel),
/* harmony export */   jX: () => (/* binding */ codexEnvironment),
/* harmony export */   o3: () => (/* binding */ tightCatalogue),
/* harmony export */   rF: () => (/* binding */ threadOptions)
/* harmony export */ });
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1850);
/* harmony import */ var _meter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54803);


/**
 * How codex 0.163 is started so that it is a loop over our tools and nothing else: no shell, no files, no network but our two
 * loopback ports, no configuration of the machine or of a project. Keys and names of features move between its releases, so
 * its version is pinned in tools/agents, and each request that it makes is checked for what it offers.
 */
/** The model that `codex` and `default` stand for. */
const usualModel = 'gpt-5.5';
/** The id that is sent; a failure for an id that is no model of OpenAI's. Nothing is sent for it. */
function codexModel(id) {
    const name = id.trim();
    if (name === 'codex' || name === 'default')
        return usualModel;
    if (/^(?:gpt|codex)-[a-z0-9][a-z0-9._-]*$/i.test(name))
        return name;
    return (0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .modelFailure */ .iW)('model-access', `codex runs models of OpenAI, whose ids begin with gpt- or codex-; ${name === '' ? 'an empty id' : name} is none.`);
}
/** Name of our tool server, as the model and the events see it. */
const toolServerName = 'ktx';
/** Variables that the two tokens of a task are in. */
const relayVariable = 'KTX_RELAY_TOKEN';
const toolsVariable = 'KTX_TOOLS_TOKEN';
const off = [
    'shell_tool', 'unified_exec', 'view_image', 'multi_agent', 'multi_agent_v2', 'goals', 'apps', 'plugins', 'remote_plugin', 'plugin_sharing', 'image_generation', 'browser_use', 'browser_use_external',
    'computer_use', 'in_app_browser', 'skill_search', 'tool_suggest', 'hooks', 'shell_snapshot', 'memories', 'sleep_tool', 'code_mode_host', 'api_key_model_discovery', 'unbounded_connection_retries',
    'enable_request_compression', 'skill_mcp_dependency_install', 'workspace_dependencies', 'worktrees', 'daemon_auto_start', 'realtime_conversation', 'guardian_approval',
];
/** Through the relay at `url`, without a path. `silenceMs`: how long an answer may be silent, which the relay ends first. */
const relayProvider = (url, token, silenceMs) => ({
    config: { base_url: `${url}/v1`, env_key: relayVariable, requires_openai_auth: false, request_max_retries: 0, stream_max_retries: 0, stream_idle_timeout_ms: silenceMs + 30_000 },
    variables: { [relayVariable]: token },
});
/** The whole environment of the child: nothing of this process's is in it but what Windows needs to start a program, and what its provider takes. */
function codexEnvironment({ home, temporary }, { variables }, tools, own) {
    const windows = Object.fromEntries(Object.entries(own).filter((entry) => /^(?:systemroot|comspec)$/i.test(entry[0]) && entry[1] !== undefined));
    return {
        ...windows, CODEX_HOME: home, HOME: home, USERPROFILE: home, TMPDIR: temporary, TEMP: temporary, TMP: temporary, PATH: '/usr/bin:/bin', CODEX_EXEC_SERVER_URL: 'none',
        ...variables, ...(tools ? { [toolsVariable]: tools.token } : {}),
    };
}
function codexConfig({ catalogue, instructions }, provider, tools) {
    return {
        model_provider: 'ktx',
        model_providers: {
            // not the built-in provider: that one opens a WebSocket first, and its retries cannot be turned off
            ktx: { name: 'ktx', wire_api: 'responses', supports_websockets: false, ...provider.config },
        },
        model_catalog_json: catalogue, model_instructions_file: instructions,
        web_search: 'disabled', features: Object.fromEntries(off.map((name) => [name, false])), agents: { enabled: false },
        tools: { update_plan: { enabled: false }, experimental_request_user_input: { enabled: false } }, skills: { include_instructions: false, bundled: { enabled: false } },
        analytics: { enabled: false }, feedback: { enabled: false }, check_for_update_on_startup: false, otel: { exporter: 'none', trace_exporter: 'none', metrics_exporter: 'none' }, history: { persistence: 'none' },
        project_doc_max_bytes: 0, include_permissions_instructions: false, include_apps_instructions: false, include_collaboration_mode_instructions: false, include_environment_context: false,
        shell_environment_policy: { inherit: 'none' }, allow_login_shell: false, cli_auth_credentials_store: 'ephemeral', ...provider.also,
        ...(tools ? {
            mcp_servers: {
                // required: without it a turn runs without its tools where the server is not there
                [toolServerName]: { url: tools.url, bearer_token_env_var: toolsVariable, required: true, enabled_tools: tools.names, default_tools_approval_mode: 'approve', startup_timeout_sec: 10, tool_timeout_sec: 600 },
            },
        } : {}),
    };
}
/** Options of a thread. */
const threadOptions = (model, { work }) => ({
    model, sandboxMode: 'read-only', approvalPolicy: 'never', networkAccessEnabled: false, webSearchMode: 'disabled', workingDirectory: work, skipGitRepoCheck: true,
});
/**
 * The catalogue that `codex debug models` prints, with every model out of code mode and without tools of its own. A model
 * that it does not know is listed like the usual one, or it would be run by guesses. Null: this is no catalogue.
 */
function tightCatalogue(printed, model) {
    const models = (0,_meter_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(printed)?.['models'];
    if (!Array.isArray(models))
        return null;
    const known = models;
    const like = known.find(({ slug }) => slug === usualModel) ?? known[0];
    if (!like)
        return null;
    const all = known.some(({ slug }) => slug === model) ? known : [...known, { ...like, slug: model, display_name: model }];
    return JSON.stringify({
        models: all.map(({ tool_mode: _, multi_agent_version: __, ...rest }) => ({ ...rest, shell_type: 'disabled', apply_patch_tool_type: null, supports_search_tool: false, experimental_supported_tools: [], upgrade: null, availability_nux: null })),
    });
}


/***/ }),

/***/ 55871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   II: () => (/* binding */ chatGptHost),
/* harmony export */   UO: () => (/* binding */ ofSignIn),
/* harmony export */   dU: () => (/* binding */ chatGptBase),
/* harmony export */   kM: () => (/* binding */ signInProvider),
/* harmony export */   ok: () => (/* binding */ chargeReported)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _prices_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26314);
/* harmony import */ var _responses_wire_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4358);
/* harmony import */ var _usage_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28769);





const chatGptHost = 'chatgpt.com';
const chatGptBase = `https://${chatGptHost}/backend-api/codex`;
/** Variables by which codex finds its way out, in both spellings. */
const ways = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'CODEX_CA_CERTIFICATE'];
/** Lays the sign-in into a home of codex. It renews its tokens through the link, as codex always does: what is in the file stays good. */
function signInProvider({ file, base }, home, silenceMs, environment) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.symlinkSync)(file, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, 'auth.json'));
    const given = ways.flatMap((name) => [name, name.toLowerCase()]).flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]]));
    // our tools are on loopback
    const around = [environment['NO_PROXY'] ?? environment['no_proxy'] ?? '', '127.0.0.1', 'localhost'].filter((part) => part !== '').join(',');
    return {
        // nobody else waits or tries again for it
        config: { base_url: base, requires_openai_auth: true, request_max_retries: 3, stream_max_retries: 2, stream_idle_timeout_ms: silenceMs },
        // what codex asks for beside its model, such as the rules of a workspace
        also: { cli_auth_credentials_store: 'file', chatgpt_base_url: base.replace(/\/codex$/, '') },
        variables: { ...Object.fromEntries(given), ...(given.length > 0 ? { NO_PROXY: around, no_proxy: around } : {}) },
    };
}
const key = 'set OPENAI_API_KEY to a key of the API';
const fixes = {
    'auth': `sign in again with codex login, or ${key}`, 'permission': `use an account that may use codex, or ${key}`, 'quota': `wait until the limit of the plan is over, or ${key}`,
};
/** A failure of a turn, with what to do about it where there is no key. */
function ofSignIn(failure) {
    const fix = fixes[failure.category];
    return fix === undefined ? failure : { ...failure, fix };
}
/** Charges what codex says that a turn used, at list price. `reported`: the `usage` of its `turn.completed`, the counts of the Responses API in one row. */
function chargeReported(reservation, reported, model, own) {
    const fields = (typeof reported === 'object' && reported !== null ? reported : {});
    const used = (0,_responses_wire_js__WEBPACK_IMPORTED_MODULE_3__/* .responsesUsage */ .m5)({ ...fields, input_tokens_details: { cached_tokens: fields['cached_input_tokens'], cache_write_tokens: fields['cache_write_input_tokens'] } });
    // a turn that was cut says nothing of it
    if (used === null)
        return reservation.chargeReserved(0, 0);
    reservation.charge({ inputTokens: (0,_usage_js__WEBPACK_IMPORTED_MODULE_4__/* .inputTokensOf */ .Gs)(used), cachedInputTokens: used.cacheReadTokens, outputTokens: used.outputTokens, usd: (0,_prices_js__WEBPACK_IMPORTED_MODULE_2__/* .costOf */ .ho)(used, (0,_prices_js__WEBPACK_IMPORTED_MODULE_2__/* .priceOf */ .xx)(model, own)), estimated: false });
}


/***/ }),

/***/ 21096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ oneLine),
/* harmony export */   o: () => (/* binding */ unwrap)
/* harmony export */ });
/* harmony import */ var _text_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39979);

const deepest = 12;
/** Redaction reads all of it, and no more than 500 characters are shown. */
const longestRead = 4000;
const longestShown = 500;
/** One line of at most 500 characters without credentials. */
function oneLine(text) {
    const line = (0,_text_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E)(text.slice(0, longestRead), []).replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
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


/***/ }),

/***/ 14422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   cR: () => (/* binding */ reservationOf),
/* harmony export */   jt: () => (/* binding */ inputEstimate)
/* harmony export */ });
/* harmony import */ var _prices_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26314);

const fieldsOf = (value) => (typeof value === 'object' && value !== null ? value : {});
const listOf = (value) => (Array.isArray(value) ? value : []);
/** Size of a body of the Messages API or of chat completions. A body that is none has no output and no markers. */
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
    const { model } = request;
    const limit = request['max_tokens'] ?? request['max_completion_tokens'];
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
    const input = size.cacheTtl === null ? price.input : Math.max(price.input, (0,_prices_js__WEBPACK_IMPORTED_MODULE_0__/* .cacheWritePrice */ .ly)(price, size.cacheTtl));
    return { usd: (inputTokens * input + size.maxOutputTokens * price.output) / 1_000_000, tokens };
}


/***/ }),

/***/ 43736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ eventReader)
/* harmony export */ });
/** `dispatch` gets the data of each event that has any; names, ids and comments are left out. An event without the empty line after it does not count. */
function eventReader(dispatch) {
    let line = '';
    let afterReturn = false;
    let data = [];
    const endLine = () => {
        if (line.startsWith('data:')) {
            data.push(line.slice(line[5] === ' ' ? 6 : 5));
        }
        else if (line === '' && data.length > 0) {
            const text = data.join('\n');
            data = [];
            dispatch(text);
        }
        line = '';
    };
    return {
        take(text) {
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
        },
    };
}


/***/ }),

/***/ 10132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gatewayHost: () => (/* binding */ gatewayHost),
/* harmony export */   openGateway: () => (/* binding */ openGateway)
/* harmony export */ });
/* harmony import */ var _anthropic_wire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12570);
/* harmony import */ var _api_backend_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84975);
/* harmony import */ var _bearer_wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74883);
/* harmony import */ var _messages_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17024);
/* harmony import */ var _route_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24123);





const gatewayHost = 'ai-gateway.vercel.sh';
/** As the gateway names them, `anthropic/claude-…`: what else it serves takes no markers. */
const isClaude = (model) => /(?:^|\/)claude-/.test(model);
/** The AI gateway of Vercel, which speaks the Messages API for models of many. Throws where the route was not checked. */
async function openGateway(options) {
    const { baseUrl, apiKey, allowedHosts, caching } = options;
    const route = (0,_route_js__WEBPACK_IMPORTED_MODULE_4__/* .checkRoute */ .Q)(baseUrl, allowedHosts, gatewayHost);
    if (!route.ok)
        throw new Error(route.why);
    const transport = (0,_api_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .transportOf */ .JH)(options);
    const client = await (0,_messages_client_js__WEBPACK_IMPORTED_MODULE_3__/* .openMessagesClient */ .U)({
        baseUrl: route.url.href.replace(/\/+(?:v\d+\/ai\/*|v1\/*)?$/, ''), relay: (0,_api_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .relayTo */ .Lq)(route.url, (0,_bearer_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .keyWire */ .L9)(apiKey, _anthropic_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .messagesApi */ .lx), transport, options), cachingOf: (model) => (isClaude(model) ? caching : { enabled: false }),
    });
    return (0,_api_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .apiBackend */ .JA)({ id: 'gateway', host: route.host, client, close: () => transport.close() });
}


/***/ }),

/***/ 64914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ tokenRoutes),
/* harmony export */   b: () => (/* binding */ googleToken)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1850);
/* harmony import */ var _pacing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83768);
/* harmony import */ var _relay_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45832);
/* harmony import */ var _renewed_token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83346);
/* harmony import */ var _route_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24123);
/* harmony import */ var _token_request_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78067);








/** Access tokens of Google Cloud, by the three exchanges that there are; https://google.aip.dev/auth/4110 and what it links to. */
const scope = 'https://www.googleapis.com/auth/cloud-platform';
const metadataHosts = ['metadata.google.internal', '169.254.169.254'];
/** Every address that this identity has tokens from, each checked: Google's own, GitHub's for the job, or an allowed host. */
function tokenRoutes(identity, allowedHosts, environment) {
    switch (identity.kind) {
        case 'service-account':
        case 'user': return [(0,_route_js__WEBPACK_IMPORTED_MODULE_7__/* .checkRoute */ .Q)(identity.tokenUrl, allowedHosts, 'oauth2.googleapis.com')];
        case 'metadata': return [metadataHosts.includes(identity.host) ? { ok: true, url: new URL(`http://${identity.host}`), host: identity.host } : (0,_route_js__WEBPACK_IMPORTED_MODULE_7__/* .checkRoute */ .Q)(`http://${identity.host}`, allowedHosts, null)];
        case 'external-account': {
            const { tokenUrl, impersonationUrl, source } = identity;
            return [
                (0,_route_js__WEBPACK_IMPORTED_MODULE_7__/* .checkRoute */ .Q)(tokenUrl, allowedHosts, 'sts.googleapis.com'),
                ...(impersonationUrl === null ? [] : [(0,_route_js__WEBPACK_IMPORTED_MODULE_7__/* .checkRoute */ .Q)(impersonationUrl, allowedHosts, 'iamcredentials.googleapis.com')]),
                ...(source.kind === 'url' ? [(0,_route_js__WEBPACK_IMPORTED_MODULE_7__/* .checkRoute */ .Q)(withoutQuery(source.url), [...allowedHosts, '*.actions.githubusercontent.com'], hostOf(environment['ACTIONS_ID_TOKEN_REQUEST_URL']))] : []),
            ];
        }
    }
}
/** GitHub's address for identity tokens carries its version in the query. */
function withoutQuery(url) {
    const at = url.indexOf('?');
    return at < 0 ? url : url.slice(0, at);
}
const hostOf = (url = '') => (URL.canParse(url) ? new URL(url).host : null);
function googleToken(identity, { transport, direct, clock = _pacing_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m }) {
    const subjects = [];
    const secrets = () => [...subjects, ...(identity.kind === 'service-account' ? [identity.privateKey] : identity.kind === 'user' ? [identity.clientSecret, identity.refreshToken] : [])];
    const mint = (signal) => {
        switch (identity.kind) {
            case 'service-account': return ofServiceAccount(identity, { transport, clock, signal });
            case 'user': return ofUser(identity, { transport, clock, signal });
            case 'external-account': return ofExternalAccount(identity, { transport, clock, signal }, (token) => { subjects.push(token); });
            case 'metadata': return ofMachine(identity.host, { transport: direct, clock, signal });
        }
    };
    return (0,_renewed_token_js__WEBPACK_IMPORTED_MODULE_5__/* .renewedToken */ ._)({ mint, secrets, clock, from: identity.kind === 'metadata' ? identity.host : new URL(identity.tokenUrl).host });
}
async function ofServiceAccount({ email, privateKey, keyId, tokenUrl }, asking) {
    const now = Math.floor(asking.clock.now() / 1000);
    const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'RS256', typ: 'JWT', ...(keyId === null ? {} : { kid: keyId }) })}.${part({ iss: email, scope, aud: tokenUrl, iat: now, exp: now + 3600 })}`;
    let signature;
    try {
        signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSign)('RSA-SHA256').update(unsigned).sign(privateKey, 'base64url');
    }
    catch {
        throw (0,_token_request_js__WEBPACK_IMPORTED_MODULE_6__/* .tokenError */ .EL)((0,_classify_js__WEBPACK_IMPORTED_MODULE_2__/* .modelFailure */ .iW)('auth', 'The private_key of the credential file is not the PEM of an RSA key.'));
    }
    return await exchanged(tokenUrl, { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: `${unsigned}.${signature}` }, asking);
}
async function ofUser({ clientId, clientSecret, refreshToken, tokenUrl }, asking) {
    return await exchanged(tokenUrl, { grant_type: 'refresh_token', client_id: clientId, client_secret: clientSecret, refresh_token: refreshToken }, asking);
}
async function ofExternalAccount({ audience, subjectTokenType, tokenUrl, impersonationUrl, source }, asking, taken) {
    const { transport, clock, signal } = asking;
    const subject = await subjectToken(source, asking);
    taken(subject);
    const own = await exchanged(tokenUrl, {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', audience, scope, requested_token_type: 'urn:ietf:params:oauth:token-type:access_token', subject_token: subject, subject_token_type: subjectTokenType,
    }, asking);
    if (impersonationUrl === null)
        return own;
    taken(own.token);
    const url = new URL(impersonationUrl);
    const answer = await (0,_token_request_js__WEBPACK_IMPORTED_MODULE_6__/* .requestToken */ .Fr)(transport, { url, headers: { 'content-type': 'application/json', 'authorization': `Bearer ${own.token}` }, body: JSON.stringify({ scope: [scope], lifetime: '3600s' }), secrets: [subject, own.token] }, signal);
    const ends = Date.parse(String(answer.json['expireTime']));
    return { token: (0,_token_request_js__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(answer, 'accessToken', url.host), expiresAt: Number.isNaN(ends) ? (0,_token_request_js__WEBPACK_IMPORTED_MODULE_6__/* .expiryOf */ .p1)(answer, clock.now()) : ends };
}
async function subjectToken(source, { transport, signal }) {
    const { field } = source;
    const where = source.kind === 'url' ? new URL(source.url).host : 'the file of the subject token';
    let text;
    if (source.kind === 'url') {
        ({ text } = await (0,_token_request_js__WEBPACK_IMPORTED_MODULE_6__/* .requestToken */ .Fr)(transport, { url: new URL(source.url), method: 'GET', headers: source.headers, secrets: Object.values(source.headers) }, signal));
    }
    else {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(source.path, 'utf8').catch(() => { throw new _relay_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RelayError */ .c((0,_classify_js__WEBPACK_IMPORTED_MODULE_2__/* .modelFailure */ .iW)('missing-credential', 'The file of the subject token, which the credential file names, cannot be read.')); });
    }
    return field === null ? (0,_token_request_js__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)({ text, json: { token: text.trim() } }, 'token', where) : (0,_token_request_js__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)({ text, json: fieldsOf(text) }, field, where);
}
function fieldsOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return {};
    }
}
async function ofMachine(host, { transport, clock, signal }) {
    try {
        const answer = await (0,_token_request_js__WEBPACK_IMPORTED_MODULE_6__/* .requestToken */ .Fr)(transport, { url: new URL(`http://${host}/computeMetadata/v1/instance/service-accounts/default/token`), method: 'GET', headers: { 'metadata-flavor': 'Google' }, secrets: [] }, signal);
        return { token: (0,_token_request_js__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(answer, 'access_token', host), expiresAt: (0,_token_request_js__WEBPACK_IMPORTED_MODULE_6__/* .expiryOf */ .p1)(answer, clock.now()) };
    }
    catch (error) {
        if (!(error instanceof _relay_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RelayError */ .c) || error.failure.category !== 'network')
            throw error;
        throw new _relay_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RelayError */ .c((0,_classify_js__WEBPACK_IMPORTED_MODULE_2__/* .modelFailure */ .iW)('missing-credential', `GOOGLE_APPLICATION_CREDENTIALS is not set, and this machine has no metadata server: ${error.failure.message}`));
    }
}
async function exchanged(tokenUrl, form, { transport, clock, signal }) {
    const url = new URL(tokenUrl);
    const secrets = ['assertion', 'subject_token', 'client_secret', 'refresh_token'].flatMap((name) => form[name] ?? []);
    const answer = await (0,_token_request_js__WEBPACK_IMPORTED_MODULE_6__/* .requestToken */ .Fr)(transport, { url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(form).toString(), secrets }, signal);
    return { token: (0,_token_request_js__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(answer, 'access_token', url.host), expiresAt: (0,_token_request_js__WEBPACK_IMPORTED_MODULE_6__/* .expiryOf */ .p1)(answer, clock.now()) };
}


/***/ }),

/***/ 17024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ openMessagesClient)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/src/llm/answer.js
var llm_answer = __webpack_require__(6658);
;// CONCATENATED MODULE: ./lib/src/llm/caching.js
/**
 * Shortest prefix in tokens that is cached, by model; a shorter one is billed as if it had no marker. From
 * https://platform.claude.com/docs/en/build-with-claude/prompt-caching: 4,096 for Opus since 4.5 and Haiku 4.5, 2,048 for
 * Sonnet since 4.6, 1,024 for Sonnet before; what is not known gets the longest.
 */
function shortestPrefix(model) {
    const [, major = '', minor = '0'] = /claude-sonnet-(\d{1,2})(?:[-.](\d{1,2}))?(?!\d)/.exec(model) ?? [];
    if (major === '')
        return 4096;
    return Number(major) > 4 || (Number(major) === 4 && Number(minor) >= 6) ? 2048 : 1024;
}
/** Few bytes a token would mark what turns out too short; English and JSON have about four. */
const bytesPerToken = 4;
/** A copy with markers on the last tool, the last system block and the last block of the last message, where the prefix up to there is long enough. The given history stays free of markers, so that a marker moves along instead of staying behind. */
function markCacheable({ tools, system, messages }, model, settings) {
    const plain = { tools: [...tools], system: [...system], messages: [...messages] };
    if (settings.enabled === false)
        return { ...plain, shared: false };
    const least = shortestPrefix(model) * bytesPerToken;
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

// EXTERNAL MODULE: ./lib/src/llm/classify.js
var classify = __webpack_require__(1850);
// EXTERNAL MODULE: ./lib/src/llm/client.js
var llm_client = __webpack_require__(22103);
// EXTERNAL MODULE: ./lib/src/llm/relay-error.js
var relay_error = __webpack_require__(45832);
;// CONCATENATED MODULE: ./lib/src/llm/messages-client.js






/** The SDK counts a request's waiting time in the relay too, which has its own timeouts: this is the longest that a timer takes. */
const noTimeout = 2 ** 31 - 1;
const plainShape = (body) => ({ path: '/v1/messages', body: { ...body } });
/** Sends conversations with the provider's SDK. */
async function openMessagesClient({ baseUrl, relay, cachingOf, shape = plainShape }) {
    const [{ Anthropic: Client }, { transformJSONSchema }] = await Promise.all([__webpack_require__.e(/* import() */ 1947).then(__webpack_require__.bind(__webpack_require__, 91947)), __webpack_require__.e(/* import() */ 8399).then(__webpack_require__.bind(__webpack_require__, 98399))]);
    /** The provider holds answers to a part of JSON Schema only; what it cannot hold becomes words in descriptions. Undefined: there is nothing that it could hold. */
    const providerSchema = (schema) => {
        try {
            return transformJSONSchema(schema);
        }
        catch {
            // A schema without a type, as of any value. Our own validation holds the answer to it all the same.
            return undefined;
        }
    };
    const requestOf = ({ model, system, tools, messages, maxOutputTokens, format: wanted }) => {
        const format = wanted && providerSchema(wanted);
        const marked = markCacheable({ tools, system: system === '' ? [] : [{ type: 'text', text: system }], messages }, model, cachingOf(model));
        const body = {
            model, max_tokens: maxOutputTokens, stream: true, ...(marked.tools.length === 0 ? {} : { tools: marked.tools }), ...(marked.system.length === 0 ? {} : { system: marked.system }),
            messages: marked.messages, ...(format === undefined ? {} : { output_config: { format: { type: 'json_schema', schema: format } } }),
        };
        return { ...shape(body), prefixKey: marked.shared ? (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify([model, tools, system, format])).digest('hex') : undefined };
    };
    return {
        amountOf: (conversation, account) => relay.amountOf(account, JSON.stringify(requestOf(conversation).body), conversation.model),
        async send(conversation, { account, signal, onSend, onFailure }) {
            if (signal.aborted)
                return { kind: 'cancelled' };
            const { path, body, prefixKey } = requestOf(conversation);
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
                const answer = await (0,llm_answer/* readAnswer */.J)(await client.post(path, { body, stream: true, signal }));
                if (signal.aborted)
                    return { kind: 'cancelled' };
                if (answer)
                    return { kind: 'answer', answer, milliseconds: Math.round(performance.now() - began) };
                return own('The answer ended before it was complete.');
            }
            catch (error) {
                const stop = (0,llm_client/* causeOf */.r)(error, relay_error/* BudgetError */.W)?.stop;
                if (stop)
                    return { kind: 'stop', stop };
                if (signal.aborted)
                    return { kind: 'cancelled' };
                const failure = (0,llm_client/* causeOf */.r)(error, relay_error/* RelayError */.c)?.failure;
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
/** JSON in the stream that is none, or events without what they must have. */
function isUnreadable(error) {
    const name = error instanceof Object && 'name' in error ? error.name : undefined;
    return name === 'SyntaxError' || name === 'TypeError';
}


/***/ }),

/***/ 54803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D7: () => (/* binding */ objectIn),
/* harmony export */   Se: () => (/* binding */ withUsage),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   z3: () => (/* binding */ meterFor)
/* harmony export */ });
/* harmony import */ var _event_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43736);
/* harmony import */ var _usage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28769);


const longestBeginning = 2000;
const countOf = (value) => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined);
/** The provider's `usage` over what was known before: each field that it has replaces the earlier value, since all are running totals. */
function withUsage(known, usage) {
    const before = known ?? _usage_js__WEBPACK_IMPORTED_MODULE_0__/* .noWireUsage */ .CP;
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
    let reading = { started: false, final: false, usage: _usage_js__WEBPACK_IMPORTED_MODULE_0__/* .noWireUsage */ .CP };
    return {
        feed(bytes) { text += decoder.decode(bytes, { stream: true }); },
        end() {
            const message = objectIn(text + decoder.decode());
            if (typeof message?.['usage'] === 'object' && message['usage'] !== null)
                reading = { started: true, final: true, usage: withUsage(_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .noWireUsage */ .CP, message['usage']) };
        },
        read: () => reading,
        beginning: () => text.slice(0, longestBeginning),
    };
}
/** Once a message has begun, only these events hold usage; the others are most of a stream and are not parsed. */
const told = /"(?:message_start|message_delta|message_stop|error)"/;
function streamMeter() {
    const decoder = new TextDecoder();
    let reading = { started: false, final: false, usage: _usage_js__WEBPACK_IMPORTED_MODULE_0__/* .noWireUsage */ .CP };
    let beginning = '';
    const dispatch = (text) => {
        if (reading.started && !told.test(text))
            return;
        const event = objectIn(text);
        // It came whole, and nobody can read it.
        if (!event)
            reading = { ...reading, error: text };
        switch (event?.['type']) {
            case 'message_start':
                reading = { ...reading, started: true, usage: withUsage(reading.usage, event['message']?.['usage']) };
                break;
            case 'message_delta': {
                const reason = event['delta']?.['stop_reason'];
                reading = { ...reading, ...(typeof reason === 'string' ? { final: true, stopReason: reason } : {}), usage: withUsage(reading.usage, event['usage']) };
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
    const events = (0,_event_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .eventReader */ .o)(dispatch);
    return {
        feed(bytes) {
            const text = decoder.decode(bytes, { stream: true });
            if (beginning.length < longestBeginning)
                beginning += text.slice(0, longestBeginning);
            events.take(text);
        },
        end() {
            // An event without the empty line after it does not count, as browsers have it.
            events.take(decoder.decode());
        },
        read: () => reading,
        beginning: () => beginning,
    };
}
/** The text as a JSON object, or undefined. */
function objectIn(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 22679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bg: () => (/* binding */ mayPass),
/* harmony export */   g8: () => (/* binding */ mayHaveReached),
/* harmony export */   oY: () => (/* binding */ BadProxyError),
/* harmony export */   xO: () => (/* binding */ classifyThrown)
/* harmony export */ });
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1850);

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
    const network = (message) => (0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .modelFailure */ .iW)('network', message, { type: thrown.find(({ code }) => code !== '')?.code });
    const bad = thrown.find(({ code }) => code === 'BAD_PROXY');
    if (bad)
        return network(bad.message);
    if (thrown.some(({ message }) => message === 'bad port'))
        return network(`${host} has a port that belongs to another protocol, so no HTTP client uses it.`);
    const refused = proxyAnswer(thrown);
    if (refused !== undefined)
        return network(`The proxy ${proxy ?? ''} did not let the request to ${host} through: it answered ${refused}${refused === '407' ? ', so it wants a sign-in' : ''}.`);
    if (has('UND_ERR_HEADERS_TIMEOUT'))
        return (0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .modelFailure */ .iW)('timeout', `${host} sent no answer for ${Math.round(silenceMs / 1000)} s.`, { type: 'UND_ERR_HEADERS_TIMEOUT' });
    if (has('UND_ERR_BODY_TIMEOUT'))
        return (0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .modelFailure */ .iW)('timeout', `${host} stopped in the middle of an answer and was silent for ${Math.round(silenceMs / 1000)} s.`, { type: 'UND_ERR_BODY_TIMEOUT' });
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


/***/ }),

/***/ 83768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ Pacing),
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
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
/** After this many answers without a refusal a gap shrinks with each, so that a limit that was raised, or only met by chance, is found out. A refusal costs a pause. */
const patience = 64;
const quicker = 0.98;
/** What a provider asks to wait is rounded up, so that a measured gap is too long rather than too short. */
const optimism = 0.96;
const shortestGapMs = 10;
const mostRemembered = 256;
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
    /** Milliseconds between two departures, learnt from what the provider let through before it refused; 0: none. */
    #gap = 0;
    #nextAt = 0;
    /** When requests left since the last pause that were not refused; the latest. */
    #accepted = [];
    #before = { accepted: [], refused: null };
    #resumedAt = 0;
    /** Of the requests that a limit has refused since the last pause, the one that left first. */
    #refused = null;
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
    /** Waits for a slot, first come first served; resolves with the time at which the request leaves. Rejects with the signal's reason, and takes no slot then. */
    async enter(signal) {
        signal.throwIfAborted();
        if (!this.#limit.enabled)
            return this.#clock.now();
        return new Promise((resolve, reject) => {
            const stop = () => {
                this.#queue.splice(this.#queue.indexOf(waiter), 1);
                if (this.#queue.length === 0)
                    this.#wake?.abort();
                reject(signal.reason);
            };
            const waiter = {
                go: (now) => {
                    signal.removeEventListener('abort', stop);
                    resolve(now);
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
    /** Learns from an answer: how much is left, whether to pause, that things work again. `left`: what enter() said of its request. */
    observe(headers, status, left) {
        if (!this.#limit.enabled)
            return;
        if (pausing.has(status)) {
            this.#reject(headers, status, left);
        }
        else if (status < 400) {
            this.#accept(left);
            if (this.#clock.now() < this.#pausedUntil)
                return;
            // A request that left before the pause says nothing about the time after it.
            if (this.#accepted.length > patience)
                this.#gap = this.#gap * quicker < shortestGapMs ? 0 : this.#gap * quicker;
            this.#rejections = 0;
            const low = utilisation(headers, this.#clock.now()) >= this.#limit.throttleThreshold;
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
    #accept(left) {
        if (left >= this.#resumedAt) {
            this.#accepted.push(left);
            if (this.#accepted.length > mostRemembered)
                this.#accepted.shift();
        }
        else {
            // More was let through before the pause than was known when it was over.
            this.#before.accepted.push(left);
            const gap = gapOf(this.#before);
            if (gap > 0 && (this.#gap === 0 || gap < this.#gap))
                this.#gap = gap;
        }
    }
    #reject(headers, status, left) {
        const now = this.#clock.now();
        // Requests that were under way when the first was refused say nothing new about the backoff.
        if (now >= this.#pausedUntil)
            this.#rejections += 1;
        const wait = retryAfter(headers, now) ?? resetIn(headers, now) ?? this.#delay(this.#rejections - 1);
        const until = now + Math.min(Math.max(wait, 0), this.#limit.maxWaitMs ?? defaultMaxWaitMs);
        // One that left before the last pause only says late what others said.
        if (status === 429 && left >= this.#resumedAt && left < (this.#refused?.left ?? Infinity))
            this.#refused = { left, until: left + until - now };
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
        const now = this.#clock.now();
        if (now < this.#pausedUntil) {
            this.#serveLater(this.#pausedUntil - now);
            return;
        }
        if (this.#paused)
            this.#resume(now);
        while (this.#active < this.#allowed && this.#queue.length > 0) {
            if (this.#gap > 0 && now < this.#nextAt) {
                this.#serveLater(this.#nextAt - now);
                return;
            }
            // A timer that was a little late does not make all that follow late.
            this.#nextAt = (now - this.#nextAt < this.#gap ? this.#nextAt : now) + this.#gap;
            this.#active += 1;
            this.#queue.shift()?.go(now);
        }
    }
    #resume(now) {
        this.#paused = false;
        this.#before = { accepted: this.#accepted, refused: this.#refused };
        const gap = gapOf(this.#before);
        if (gap > 0) {
            this.#gap = gap;
            // One after the other in their time is little pressure.
            this.#allow(this.#full, 'recovered');
        }
        this.#nextAt = now;
        this.#resumedAt = now;
        this.#refused = null;
        this.#accepted = [];
        this.#say({ kind: 'resumed' });
    }
    #serveLater(milliseconds) {
        if (this.#queue.length > 0 && this.#wake === null)
            this.#wakeIn(milliseconds);
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
/**
 * As many a second as it let through until then is what it lets through; all at once would only be refused again. Counted
 * over the busiest end of that time, since before it there may have been little to ask. 0: too few to say.
 */
function gapOf({ accepted, refused }) {
    if (refused === null)
        return 0;
    const counted = accepted.filter((left) => left < refused.until).sort((a, b) => a - b);
    if (counted.length < 2)
        return 0;
    // what left after the refused one counts, but is too short a time by itself
    const gaps = counted.flatMap((left, index) => (left > refused.left ? [] : [(refused.until - left) / (counted.length - index)]));
    // what was let through beside refusals shows the pace as it is
    const factor = counted.some((left) => left > refused.left) ? 1 : optimism;
    return gaps.length === 0 ? 0 : Math.max(shortestGapMs, factor * Math.min(...gaps));
}
const kinds = ['requests', 'tokens', 'input-tokens', 'output-tokens'];
/** Anthropic's headers, and those that OpenAI's API and many servers after it have. */
function pairs(headers, now) {
    return kinds.flatMap((kind) => [
        pairOf(headers.get(`anthropic-ratelimit-${kind}-limit`), headers.get(`anthropic-ratelimit-${kind}-remaining`), Date.parse(headers.get(`anthropic-ratelimit-${kind}-reset`) ?? '')),
        pairOf(headers.get(`x-ratelimit-limit-${kind}`), headers.get(`x-ratelimit-remaining-${kind}`), now + durationOf(headers.get(`x-ratelimit-reset-${kind}`) ?? '')),
    ]).filter((pair) => pair !== null);
}
function pairOf(limitText, remainingText, reset) {
    if (limitText === null || remainingText === null)
        return null;
    const [limit, remaining] = [Number(limitText), Number(remainingText)];
    return limit > 0 && remaining >= 0 ? { used: 1 - Math.min(remaining, limit) / limit, reset } : null;
}
const unitMs = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
/** Milliseconds of `6m0s` or `20ms`; NaN for anything else. */
function durationOf(text) {
    if (!/^(?:\d+(?:\.\d+)?(?:h|ms|m|s))+$/.test(text))
        return NaN;
    return [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)].reduce((sum, [, count, unit = '']) => sum + Number(count) * (unitMs[unit] ?? 0), 0);
}
/** Share of the most used limit, 0 to 1; 0 without such headers. */
function utilisation(headers, now) {
    return Math.max(0, ...pairs(headers, now).map(({ used }) => used));
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
    const times = pairs(headers, now).filter(({ used }) => used >= 1).map(({ reset }) => reset).filter((at) => !Number.isNaN(at) && at > now);
    return times.length === 0 ? undefined : Math.max(...times) - now;
}


/***/ }),

/***/ 26314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d1: () => (/* binding */ listedName),
/* harmony export */   ho: () => (/* binding */ costOf),
/* harmony export */   ly: () => (/* binding */ cacheWritePrice),
/* harmony export */   qx: () => (/* binding */ priceTable),
/* harmony export */   xf: () => (/* binding */ referenceModel),
/* harmony export */   xx: () => (/* binding */ priceOf)
/* harmony export */ });
/* unused harmony exports priceSource, openAiPriceSource, cacheReadPrice */
/** The model that an estimate names where none is configured. */
const referenceModel = 'claude-sonnet-4-6';
/** Where the table below comes from. docs/cost.md is generated from both. */
const priceSource = { page: 'https://platform.claude.com/docs/en/about-claude/pricing', read: '2026-11-26' };
/** Of the models of OpenAI; as others quote the page, which was not read itself. */
const openAiPriceSource = { page: 'https://developers.openai.com/api/docs/pricing', read: '2026-11-26' };
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
    // OpenAI's, for prompts of up to 272,000 tokens; older models do not charge for writing the cache.
    'gpt-6-astra': { input: 10, output: 50 },
    'gpt-6.1-sol': { input: 2, output: 10, cacheRead: 0.1 },
    'gpt-6-sol': { input: 2, output: 10 },
    'gpt-6-luna': { input: 0.1, output: 0.5 },
    'gpt-5.6-sol': { input: 4, output: 20 },
    'gpt-5.6-terra': { input: 2, output: 12 },
    'gpt-5.6-luna': { input: 0.2, output: 1.2 },
    'gpt-5.5': { input: 5, output: 30, cacheWrite: 5 },
    'gpt-5.4': { input: 2.5, output: 15, cacheWrite: 2.5 },
    'gpt-5.4-mini': { input: 0.75, output: 4.5, cacheWrite: 0.75 },
};
/** The list's name of a model: without its date, without the provider before it (`anthropic/claude-sonnet-4.6`), with dashes for dots. */
function listedName(model) {
    return model.slice(model.lastIndexOf('/') + 1).replaceAll('.', '-').replace(/[-@]\d{8}$/, '');
}
/** Own prices of ktx-ci.yaml come first; undefined: the price of this model is not known. */
function priceOf(model, own) {
    if (Object.hasOwn(own, model))
        return own[model];
    const dotted = model.slice(model.lastIndexOf('/') + 1).replace(/-\d{4}-\d{2}-\d{2}$/, '');
    if (Object.hasOwn(priceTable, dotted))
        return priceTable[dotted];
    const name = listedName(model);
    return Object.hasOwn(priceTable, name) ? priceTable[name] : undefined;
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

/***/ 45832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ BudgetError),
/* harmony export */   c: () => (/* binding */ RelayError)
/* harmony export */ });
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


/***/ }),

/***/ 12749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ openRelay)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/src/text/redact.js
var redact = __webpack_require__(39979);
// EXTERNAL MODULE: ./lib/src/llm/classify.js
var classify = __webpack_require__(1850);
// EXTERNAL MODULE: ./lib/src/llm/estimate.js
var estimate = __webpack_require__(14422);
// EXTERNAL MODULE: ./lib/src/llm/network-error.js
var network_error = __webpack_require__(22679);
;// CONCATENATED MODULE: ./lib/src/llm/outbound.js


/** What a reader of an answer needs; the body arrives decompressed, so its encoding and length are gone. */
const returned = /^(?:content-type|request-id|retry-after|anthropic-ratelimit-.*|x-ratelimit-.*|x-should-retry|location)$/;
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
/** The headers of an answer that are handed on; a secret that one of them quotes is not. */
function returnedHeaders(headers, secrets) {
    return Object.fromEntries([...headers].filter(([name]) => returned.test(name)).map(([name, value]) => [name, (0,redact/* redactKnown */.r)(value, secrets)]));
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

// EXTERNAL MODULE: ./lib/src/llm/prices.js
var prices = __webpack_require__(26314);
// EXTERNAL MODULE: ./lib/src/llm/relay-error.js
var relay_error = __webpack_require__(45832);
// EXTERNAL MODULE: ./lib/src/llm/usage.js
var llm_usage = __webpack_require__(28769);
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
    const inputOf = (account, size) => (0,estimate/* inputEstimate */.jt)(size.bytes, observed.get(account));
    async function send(request, account, hooks) {
        const { url, method, headers, body, size, signal } = request;
        for (let attempt = 1;; attempt += 1) {
            const inputTokens = inputOf(account, size);
            const reserved = account.reserve((0,estimate/* reservationOf */.cR)(size, inputTokens, priceOf(size.model)));
            if (!reserved.ok)
                throw new relay_error/* BudgetError */.W(reserved.stop);
            const { reservation } = reserved;
            let left;
            try {
                left = await pacing.enter(signal);
            }
            catch (error) {
                reservation.release();
                throw error;
            }
            const signed = new Headers(headers);
            try {
                await wire.authorize(signed, signal);
            }
            catch (error) {
                pacing.leave();
                // no credential could be had, so that nothing left
                reservation.release();
                if (error instanceof relay_error/* RelayError */.c)
                    hooks.onFailure?.(error.failure);
                throw error;
            }
            let response;
            try {
                hooks.onSend?.(size.bytes);
                response = await transport.fetch(url, { method, headers: signed, body, signal });
            }
            catch (error) {
                pacing.leave();
                if ((0,network_error/* mayHaveReached */.g8)(error))
                    reservation.chargeReserved(inputTokens, size.maxOutputTokens);
                else
                    reservation.release();
                if (signal.aborted)
                    throw error;
                const failure = (0,network_error/* classifyThrown */.xO)(error, way);
                hooks.onFailure?.(failure);
                if (!(0,network_error/* mayPass */.bg)(error) || attempt >= pacing.attempts)
                    throw new relay_error/* RelayError */.c(failure);
                await pacing.backoff(attempt, signal);
                continue;
            }
            if (response.ok) {
                pacing.observe(response.headers, response.status, left);
                return metered(response, request, { account, reservation, inputTokens, hooks });
            }
            const text = (0,redact/* redactKnown */.r)(await beginning(response), wire.secrets());
            // A refused request is not billed.
            reservation.release();
            const failure = (0,classify/* classifyAnswer */.BO)({ status: response.status, headers: response.headers, body: text }, base.host);
            recorder?.({ method, path: url.pathname + url.search, request: body, status: response.status, headers: returnedHeaders(response.headers, wire.secrets()), body: text, cut: false });
            // Only what waiting helps makes the others wait; before the slot is free, so that none leaves in between.
            if (failure.category !== 'quota')
                pacing.observe(response.headers, response.status, left);
            pacing.leave();
            signal.throwIfAborted();
            hooks.onFailure?.(failure);
            if (response.status === 401 && attempt === 1 && wire.renew?.(signed) === true)
                continue;
            const again = retried.has(response.status) && failure.category !== 'quota' && response.headers.get('x-should-retry') !== 'false';
            if (!again || attempt >= pacing.attempts)
                return new Response(response.status === 304 ? null : text, { status: response.status, headers: returnedHeaders(response.headers, wire.secrets()) });
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
            recorder?.({ method, path: url.pathname + url.search, request: body, status: response.status, headers: returnedHeaders(response.headers, wire.secrets()), body: text + (decoder?.decode() ?? ''), cut: !whole || !meter.read().final });
        };
        const cut = () => settle(false);
        const fail = (met) => {
            const failure = clean(met);
            hooks.onFailure?.(failure);
            return new relay_error/* RelayError */.c(failure);
        };
        let told = false;
        const tellError = () => {
            const { error } = meter.read();
            if (told || error === undefined)
                return;
            told = true;
            hooks.onFailure?.(clean((0,classify/* classifyEvent */.tU)(error)));
        };
        let stopped = false;
        const tellStop = () => {
            const { stopReason } = meter.read();
            if (stopped || stopReason === undefined)
                return;
            stopped = true;
            hooks.onStopReason?.(stopReason);
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
                        tellStop();
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
                        controller.error(signal.aborted ? error : fail((0,network_error/* classifyThrown */.xO)(error, way)));
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
        return new Response(stream, { status: response.status === 204 || response.status === 205 ? 200 : response.status, headers: returnedHeaders(response.headers, wire.secrets()) });
    }
    function charge(meter, size, { account, reservation, inputTokens }) {
        const { started, final, usage } = meter.read();
        if (!started || usage === null)
            return reservation.chargeReserved(inputTokens, size.maxOutputTokens);
        // A cut answer may have gone on at the provider up to its limit.
        const spent = final ? usage : { ...usage, outputTokens: Math.max(usage.outputTokens, size.maxOutputTokens) };
        observed.set(account, { tokens: (0,llm_usage/* inputTokensOf */.Gs)(spent), bytes: size.bytes });
        reservation.charge({ inputTokens: (0,llm_usage/* inputTokensOf */.Gs)(spent), cachedInputTokens: spent.cacheReadTokens, outputTokens: spent.outputTokens, usd: (0,prices/* costOf */.ho)(spent, priceOf(size.model)), estimated: !final });
    }
    return {
        token,
        amountOf(account, body, model) {
            const size = { ...wire.sizeOf(base, body), model };
            return (0,estimate/* reservationOf */.cR)(size, inputOf(account, size), priceOf(size.model));
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


/***/ }),

/***/ 83346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ renewedToken)
/* harmony export */ });
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1850);
/* harmony import */ var _pacing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83768);
/* harmony import */ var _relay_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45832);
/* harmony import */ var _token_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78067);




const passing = new Set(['network', 'timeout', 'provider-error', 'rate-limit']);
const attempts = 3;
const pauseMs = 500;
/** Milliseconds that one attempt may take. */
const patienceMs = 30_000;
/** A token is not used in the last two minutes of its time, or in the last quarter of a short one: a request takes a while to be taken. */
const marginOf = (lifetime) => Math.min(120_000, lifetime / 4);
function renewedToken({ mint, secrets, from, clock = _pacing_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m }) {
    let held = null;
    let renewal = null;
    const had = [];
    const once = async () => {
        const patience = AbortSignal.timeout(patienceMs);
        try {
            return await mint(patience);
        }
        catch (error) {
            if (patience.aborted)
                throw (0,_token_request_js__WEBPACK_IMPORTED_MODULE_3__/* .tokenError */ .EL)((0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .modelFailure */ .iW)('timeout', `${from} gave no token within ${patienceMs / 1000} s.`));
            throw error;
        }
    };
    const renew = async () => {
        for (let attempt = 1;; attempt += 1) {
            try {
                const { token, expiresAt } = await once();
                had.push(token);
                held = { token, until: expiresAt - marginOf(expiresAt - clock.now()) };
                return token;
            }
            catch (error) {
                if (attempt >= attempts || !(error instanceof _relay_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RelayError */ .c) || !passing.has(error.failure.category))
                    throw error;
                await clock.sleep(pauseMs * 2 ** (attempt - 1));
            }
        }
    };
    return {
        async get(signal) {
            signal.throwIfAborted();
            if (held && clock.now() < held.until)
                return held.token;
            renewal ??= renew().finally(() => { renewal = null; });
            return await unlessAborted(renewal, signal);
        },
        drop(token) {
            if (held?.token === token)
                held = null;
        },
        known: () => [...had, ...secrets()],
    };
}
/** The renewal goes on for others when one request no longer waits for it. */
function unlessAborted(promise, signal) {
    return new Promise((resolve, reject) => {
        const stop = () => reject(signal.reason);
        signal.addEventListener('abort', stop, { once: true });
        promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
}


/***/ }),

/***/ 4358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iH: () => (/* binding */ responsesWire),
/* harmony export */   m5: () => (/* binding */ responsesUsage),
/* harmony export */   xO: () => (/* binding */ openAiHost)
/* harmony export */ });
/* unused harmony exports responsesSize, responsesMeterFor */
/* harmony import */ var _bearer_wire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74883);
/* harmony import */ var _event_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43736);
/* harmony import */ var _meter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54803);
/* harmony import */ var _usage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28769);




const openAiHost = 'api.openai.com';
const fieldsOf = (value) => (typeof value === 'object' && value !== null ? value : {});
/** OpenAI's Responses API (https://developers.openai.com/api/docs/api-reference/responses) with a key. */
const responsesWire = (key) => (0,_bearer_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .keyWire */ .L9)(key, {
    forwarded: ['accept', 'content-type', 'user-agent', 'openai-beta', 'originator', 'session-id', 'thread-id'], sizeOf: (_, body) => responsesSize(body), meterFor: responsesMeterFor,
});
/** Size of a body of the Responses API. What it adds to the cache it adds unasked, so that all of its input is taken for written. */
function responsesSize(body) {
    const { model, max_output_tokens: limit } = (0,_meter_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(body) ?? {};
    return { model: typeof model === 'string' ? model : '', bytes: Buffer.byteLength(body), maxOutputTokens: typeof limit === 'number' && limit > 0 ? Math.ceil(limit) : 0, cacheTtl: '5m' };
}
/** `input_tokens` holds the cached ones and those written to the cache. Null for what is no usage. */
function responsesUsage(value) {
    const usage = fieldsOf(value);
    const [input, output] = [(0,_meter_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(usage['input_tokens']), (0,_meter_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(usage['output_tokens'])];
    if (input === undefined || output === undefined)
        return null;
    const details = fieldsOf(usage['input_tokens_details']);
    const cacheReadTokens = Math.min(input, (0,_meter_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(details['cached_tokens']) ?? 0);
    const cacheWrite5mTokens = Math.min(input - cacheReadTokens, (0,_meter_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(details['cache_write_tokens']) ?? 0);
    return { ..._usage_js__WEBPACK_IMPORTED_MODULE_2__/* .noWireUsage */ .CP, uncachedInputTokens: input - cacheReadTokens - cacheWrite5mTokens, cacheReadTokens, cacheWrite5mTokens, outputTokens: output };
}
const longestBeginning = 2000;
const noStream = JSON.stringify({ type: 'api_error', message: 'The answer is no stream of the Responses API.' });
/** Only these events hold usage or an error; the others are most of a stream and are not parsed. */
const told = /"(?:response\.(?:completed|incomplete|failed)|error)"/;
/** A meter for the events of a streamed response or, with any other content type, for a whole one. */
function responsesMeterFor(contentType) {
    const isStream = /^text\/event-stream\b/i.test(contentType ?? '');
    const decoder = new TextDecoder();
    let reading = { started: false, final: false, usage: null };
    let text = '';
    const over = (response) => {
        const usage = responsesUsage(fieldsOf(response)['usage']);
        const { error } = fieldsOf(response);
        reading = { started: reading.started, final: usage !== null, usage, ...(error === null || error === undefined ? {} : { error: JSON.stringify(error) }) };
    };
    const events = (0,_event_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .eventReader */ .o)((data) => {
        reading = { ...reading, started: true };
        if (!data.startsWith('{') || !data.endsWith('}'))
            reading = { ...reading, error: noStream };
        if (!told.test(data))
            return;
        const event = (0,_meter_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(data);
        switch (event?.['type']) {
            case 'response.completed':
            case 'response.incomplete': return over(event['response']);
            case 'response.failed':
                over(event['response']);
                reading = { ...reading, error: reading.error ?? data };
                return;
            case 'error':
                reading = { ...reading, error: data };
                return;
            default:
        }
    });
    return {
        feed(bytes) {
            const piece = decoder.decode(bytes, { stream: true });
            if (!isStream) {
                text += piece;
                return;
            }
            if (text.length < longestBeginning)
                text += piece.slice(0, longestBeginning);
            events.take(piece);
        },
        end() {
            const rest = decoder.decode();
            if (isStream)
                return events.take(rest);
            const whole = (0,_meter_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(text + rest);
            if (whole?.['object'] !== 'response')
                return;
            reading = { ...reading, started: true };
            over(whole);
        },
        read: () => reading,
        beginning: () => text.slice(0, longestBeginning),
    };
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
 * the answer is as URLs print it: lower case, punycode, with a port that is not the protocol's own. Without a public host
 * there is no address but the configured one: loopback needs no allowance then.
 */
function checkRoute(baseUrl, allowedHosts, publicHost) {
    const text = baseUrl.trim();
    // Clients differ in where the host ends before one of these.
    if (/[\\\s\p{Cc}]/u.test(text))
        return { ok: false, why: 'the base URL holds a backslash, a space or a control character', fix: 'leave it out' };
    if (!URL.canParse(text))
        return { ok: false, why: 'the base URL is not an absolute URL', fix: `write it with its protocol, for example https://${publicHost ?? 'llm.example.com'}` };
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
    if (url.host === publicHost || (publicHost === null && isLoopback) || allowedHosts.some((entry) => matches(entry, url, isLoopback)))
        return { ok: true, url, host: url.host };
    const resembles = (publicHost !== null && url.hostname.includes(publicHost)) || url.hostname.split('.').some((label) => label.startsWith('xn--'));
    return {
        ok: false,
        why: `the base URL leads to ${url.host}, which is ${publicHost === null ? 'no' : `neither ${publicHost} nor an`} allowed host${resembles ? '; its name only resembles one' : ''}`,
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

/***/ 78067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EL: () => (/* binding */ tokenError),
/* harmony export */   Fr: () => (/* binding */ requestToken),
/* harmony export */   M8: () => (/* binding */ textField),
/* harmony export */   p1: () => (/* binding */ expiryOf)
/* harmony export */ });
/* harmony import */ var _text_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39979);
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1850);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21096);
/* harmony import */ var _network_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22679);
/* harmony import */ var _relay_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45832);





const longest = 65_536;
/** A failure of who gives out tokens. */
const tokenError = (failure) => new _relay_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RelayError */ .c({ ...failure, of: 'token' });
/** What came back, where it is an answer of 200. Throws a RelayError that names the host and what it said. */
async function requestToken(transport, { url, method = 'POST', headers, body = '', secrets }, signal) {
    let response;
    let text;
    try {
        // A GET may have no body at all.
        response = await transport.fetch(url, { method, headers: new Headers({ 'user-agent': 'ktx-ci', ...headers }), ...(method === 'GET' ? {} : { body }), signal });
        text = (await response.text()).slice(0, longest);
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        throw tokenError((0,_network_error_js__WEBPACK_IMPORTED_MODULE_3__/* .classifyThrown */ .xO)(error, { host: url.host, proxy: transport.proxyOf(url), silenceMs: transport.silenceMs }));
    }
    const json = objectOf(text);
    if (response.ok)
        return { text, json };
    const { error: code, error_description: described } = json;
    const { message, type } = typeof code === 'string' && typeof described === 'string' ? { type: code, message: (0,_text_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redactKnown */ .r)(described, secrets) } : (0,_envelope_js__WEBPACK_IMPORTED_MODULE_2__/* .unwrap */ .o)((0,_text_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redactKnown */ .r)(text, secrets));
    const said = [type, message].filter((part) => part !== undefined && part !== '').join(': ');
    throw tokenError((0,_classify_js__WEBPACK_IMPORTED_MODULE_1__/* .modelFailure */ .iW)(categoryOf(response.status), `${url.host} gave no token, it answered ${response.status}${said === '' ? '' : `: ${said}`}`, { status: response.status, type }));
}
function objectOf(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch {
        return {};
    }
}
function categoryOf(status) {
    if (status === 429)
        return 'rate-limit';
    if (status >= 500)
        return 'provider-error';
    if (status === 403 || status === 404)
        return 'permission';
    return status >= 400 ? 'auth' : 'provider-error';
}
/** A field that must be a text, e.g. `access_token`. */
function textField({ json }, name, host) {
    const value = json[name];
    if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value))
        return value;
    throw tokenError((0,_classify_js__WEBPACK_IMPORTED_MODULE_1__/* .modelFailure */ .iW)('provider-error', `The answer of ${host} has no ${name}.`));
}
/** Milliseconds since 1970 out of `expires_in`; an answer without it is taken for one of five minutes. */
function expiryOf({ json }, now) {
    const seconds = Number(json['expires_in']);
    return now + (Number.isFinite(seconds) && seconds > 0 ? seconds : 300) * 1000;
}


/***/ }),

/***/ 48067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ openTransport)
/* harmony export */ });
/* harmony import */ var _network_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22679);

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
        if (proxy instanceof _network_error_js__WEBPACK_IMPORTED_MODULE_0__/* .BadProxyError */ .oY)
            return Promise.reject(proxy);
        let agent = agents.get(protocol);
        if (!agent) {
            // One agent a protocol: a single one would send https over HTTP_PROXY where HTTPS_PROXY is not set, which nothing else does.
            agent = __webpack_require__.e(/* import() */ 6752).then(__webpack_require__.t.bind(__webpack_require__, 24371, 19)).then(({ EnvHttpProxyAgent: ProxyAgent }) => new ProxyAgent({ httpProxy: proxy?.href ?? '', httpsProxy: proxy?.href ?? '', noProxy, headersTimeout: silenceMs, bodyTimeout: silenceMs }));
            agents.set(protocol, agent);
        }
        return agent;
    };
    const protocolOf = (url) => (url.protocol === 'http:' ? 'http:' : 'https:');
    return {
        silenceMs,
        async fetch(url, { method, headers, body, signal }) {
            const dispatcher = await agentFor(protocolOf(url));
            const { fetch } = await __webpack_require__.e(/* import() */ 6752).then(__webpack_require__.t.bind(__webpack_require__, 24371, 19));
            return await fetch(url, { method, headers: [...headers], ...(body === undefined ? {} : { body }), signal, redirect: 'manual', dispatcher });
        },
        proxyOf(url) {
            const proxy = proxies[protocolOf(url)];
            return proxy === null || proxy instanceof _network_error_js__WEBPACK_IMPORTED_MODULE_0__/* .BadProxyError */ .oY || isDirect(url, noProxy) ? null : `${proxy.hostname}:${proxy.port || (proxy.protocol === 'https:' ? '443' : '80')}`;
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
    return new _network_error_js__WEBPACK_IMPORTED_MODULE_0__/* .BadProxyError */ .oY(`${name} is not the address of an HTTP proxy.`);
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


/***/ }),

/***/ 28769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CP: () => (/* binding */ noWireUsage),
/* harmony export */   Gs: () => (/* binding */ inputTokensOf),
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
/** All input tokens of an answer, however they are billed. */
const inputTokensOf = (usage) => usage.uncachedInputTokens + usage.cacheReadTokens + usage.cacheWrite5mTokens + usage.cacheWrite1hTokens;
const noWireUsage = { uncachedInputTokens: 0, cacheReadTokens: 0, cacheWrite5mTokens: 0, cacheWrite1hTokens: 0, outputTokens: 0 };


/***/ }),

/***/ 5170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openVertex: () => (/* binding */ openVertex),
/* harmony export */   vertexHost: () => (/* binding */ vertexHost)
/* harmony export */ });
/* harmony import */ var _api_backend_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84975);
/* harmony import */ var _bearer_wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74883);
/* harmony import */ var _estimate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14422);
/* harmony import */ var _google_identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64914);
/* harmony import */ var _messages_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17024);
/* harmony import */ var _meter_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54803);
/* harmony import */ var _route_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24123);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48067);








/** Null where it is no location: it becomes a part of a host name. https://docs.cloud.google.com/vertex-ai/generative-ai/docs/partner-models/claude */
function vertexHost(location) {
    if (!/^[a-z](?:[a-z0-9-]{0,40}[a-z0-9])$/.test(location))
        return null;
    if (location === 'global')
        return 'aiplatform.googleapis.com';
    return location === 'us' || location === 'eu' ? `aiplatform.${location}.rep.googleapis.com` : `${location}-aiplatform.googleapis.com`;
}
/** The model is in the address and not in the body. */
const vertexApi = {
    forwarded: ['accept', 'content-type', 'user-agent'], meterFor: _meter_js__WEBPACK_IMPORTED_MODULE_5__/* .meterFor */ .z3,
    sizeOf: (url, body) => ({ ...(0,_estimate_js__WEBPACK_IMPORTED_MODULE_2__/* .sizeOf */ .$d)(body), model: decodeURIComponent(/\/models\/([^/:]+):/.exec(url.pathname)?.[1] ?? '') }),
};
/** Claude on Vertex AI: the Messages API at an address of Google's, with its tokens. Throws where a route was not checked. */
async function openVertex(options) {
    const { location, project, identity, allowedHosts, environment, fallbackTo5m, clock } = options;
    const host = vertexHost(location);
    if (host === null)
        throw new Error('no location');
    const route = (0,_route_js__WEBPACK_IMPORTED_MODULE_7__/* .checkRoute */ .Q)(options.baseUrl ?? `https://${host}`, allowedHosts, host);
    for (const one of [route, ...(0,_google_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .tokenRoutes */ .I)(identity, allowedHosts, environment)])
        if (!one.ok)
            throw new Error(one.why);
    if (!route.ok)
        throw new Error(route.why);
    const transport = (0,_api_backend_js__WEBPACK_IMPORTED_MODULE_0__/* .transportOf */ .JH)(options);
    const direct = (0,_transport_js__WEBPACK_IMPORTED_MODULE_6__/* .openTransport */ .g)({ environment: {}, silenceMs: Math.min(options.silenceMs, 5_000) });
    const wire = (0,_bearer_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .renewedWire */ .IU)((0,_google_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .googleToken */ .b)(identity, { transport, direct, clock }), vertexApi);
    const caching = fallbackTo5m ? { ...options.caching, toolsTtl: '5m', systemTtl: '5m', historyTtl: '5m' } : options.caching;
    const models = `/v1/projects/${encodeURIComponent(project)}/locations/${location}/publishers/anthropic/models`;
    const client = await (0,_messages_client_js__WEBPACK_IMPORTED_MODULE_4__/* .openMessagesClient */ .U)({
        baseUrl: route.url.href.replace(/\/+(?:v1\/*)?$/, ''), relay: (0,_api_backend_js__WEBPACK_IMPORTED_MODULE_0__/* .relayTo */ .Lq)(route.url, wire, transport, options), cachingOf: () => caching,
        shape: ({ model, ...body }) => ({ path: `${models}/${encodeURIComponent(model).replaceAll('%40', '@')}:streamRawPredict`, body: { anthropic_version: 'vertex-2023-10-16', ...body } }),
    });
    return (0,_api_backend_js__WEBPACK_IMPORTED_MODULE_0__/* .apiBackend */ .JA)({
        id: 'vertex', host: route.host, client,
        async close() {
            await Promise.all([transport.close(), direct.close()]);
        },
    });
}


/***/ }),

/***/ 42177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  af: () => (/* binding */ anthropicCredential),
  Yw: () => (/* binding */ anthropicFederation),
  xl: () => (/* binding */ claudeCodeCredential),
  ob: () => (/* binding */ gatewayCredential),
  fs: () => (/* binding */ modelSecrets),
  M3: () => (/* binding */ openAiCompatibleCredential),
  v$: () => (/* binding */ vertexAccess)
});

// EXTERNAL MODULE: ./lib/src/project/codex-credential.js
var codex_credential = __webpack_require__(4053);
;// CONCATENATED MODULE: ./lib/src/project/federation.js
/** Who a job is, to a provider that trusts its runner: no key is stored anywhere. */
const audienceOfAnthropic = 'https://api.anthropic.com';
/** Undefined where the environment names no federation rule. */
function federationOf(environment) {
    const read = (name) => environment[name]?.trim() || undefined;
    const ruleId = read('ANTHROPIC_FEDERATION_RULE_ID');
    if (ruleId === undefined)
        return undefined;
    const organizationId = read('ANTHROPIC_ORGANIZATION_ID');
    if (organizationId === undefined)
        return { ok: false, why: 'ANTHROPIC_FEDERATION_RULE_ID is set without ANTHROPIC_ORGANIZATION_ID', fix: 'set ANTHROPIC_ORGANIZATION_ID to the id of the organization, beside the rule' };
    const identity = identityOf(read);
    if (!identity)
        return { ok: false, why: 'ANTHROPIC_FEDERATION_RULE_ID is set, and the job has no identity token', fix: 'give the job permissions: {id-token: write}, or set ANTHROPIC_IDENTITY_TOKEN_FILE' };
    const [serviceAccountId, workspaceId] = [read('ANTHROPIC_SERVICE_ACCOUNT_ID'), read('ANTHROPIC_WORKSPACE_ID')];
    return { ok: true, federation: { ruleId, organizationId, identity, ...(serviceAccountId === undefined ? {} : { serviceAccountId }), ...(workspaceId === undefined ? {} : { workspaceId }) } };
}
function identityOf(read) {
    const [path, token, requestUrl, requestToken] = [read('ANTHROPIC_IDENTITY_TOKEN_FILE'), read('ANTHROPIC_IDENTITY_TOKEN'), read('ACTIONS_ID_TOKEN_REQUEST_URL'), read('ACTIONS_ID_TOKEN_REQUEST_TOKEN')];
    if (path !== undefined)
        return { kind: 'file', path };
    if (token !== undefined)
        return { kind: 'value', token };
    // The runner's own; over anything else its token would be readable on the way.
    if (requestUrl === undefined || requestToken === undefined || !/^https:\/\/|^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]/.test(requestUrl) || !URL.canParse(requestUrl))
        return undefined;
    return { kind: 'github', requestUrl, requestToken, audience: read('ANTHROPIC_OIDC_AUDIENCE') ?? audienceOfAnthropic };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
;// CONCATENATED MODULE: ./lib/src/project/google-credential.js




const tokenUrl = 'https://oauth2.googleapis.com/token';
const google_credential_text = schemas/* string */.YjP().min(1);
const format = schemas/* object */.Ikc({ type: schemas/* enum */.k5n(['text', 'json']).default('text'), subject_token_field_name: google_credential_text.optional() }).prefault({});
const file = schemas/* discriminatedUnion */.gMt('type', [
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('service_account'), client_email: google_credential_text, private_key: google_credential_text, private_key_id: google_credential_text.optional(), project_id: google_credential_text.optional(), token_uri: google_credential_text.default(tokenUrl) }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('external_account'), audience: google_credential_text, subject_token_type: google_credential_text, token_url: google_credential_text, service_account_impersonation_url: google_credential_text.optional(), quota_project_id: google_credential_text.optional(), project_id: google_credential_text.optional(),
        credential_source: schemas/* union */.KCZ([schemas/* object */.Ikc({ url: google_credential_text, headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}), format }), schemas/* object */.Ikc({ file: google_credential_text, format })]),
    }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('authorized_user'), client_id: google_credential_text, client_secret: google_credential_text, refresh_token: google_credential_text, quota_project_id: google_credential_text.optional(), token_uri: google_credential_text.default(tokenUrl) }),
]);
/**
 * As Google's own libraries look for it: GOOGLE_APPLICATION_CREDENTIALS, else the metadata server of the machine. Reads the
 * file and asks nobody. `root`: what a relative path is relative to.
 */
function googleCredential(root, environment) {
    const read = (name) => environment[name]?.trim() || undefined;
    const projectId = read('GOOGLE_CLOUD_PROJECT') ?? read('GCLOUD_PROJECT');
    const path = read('GOOGLE_APPLICATION_CREDENTIALS');
    if (path === undefined)
        return { ok: true, identity: { kind: 'metadata', host: read('GCE_METADATA_HOST') ?? 'metadata.google.internal' }, projectId, secrets: [] };
    const refuse = (why, fix = 'name the file of a service account or of a workload identity federation, as google-github-actions/auth writes it') => ({ ok: false, why, fix });
    let content;
    try {
        content = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(root, path.replace(/^~(?=\/|$)/, (0,external_node_os_.homedir)())), 'utf8'));
    }
    catch (error) {
        return error instanceof SyntaxError ? refuse('the file of GOOGLE_APPLICATION_CREDENTIALS is not JSON') : refuse('the file of GOOGLE_APPLICATION_CREDENTIALS cannot be read');
    }
    const parsed = file.safeParse(content);
    // what zod says of it could quote what stands there
    if (!parsed.success)
        return refuse(`the file of GOOGLE_APPLICATION_CREDENTIALS is none that ktx-ci reads: ${[...new Set(parsed.error.issues.map((issue) => issue.path.join('.') || 'type'))].join(', ')}`);
    const { data } = parsed;
    switch (data.type) {
        case 'service_account':
            return { ok: true, projectId: data.project_id ?? projectId, secrets: [data.private_key], identity: { kind: 'service-account', email: data.client_email, privateKey: data.private_key, keyId: data.private_key_id ?? null, tokenUrl: data.token_uri } };
        case 'authorized_user':
            return { ok: true, projectId: data.quota_project_id ?? projectId, secrets: [data.client_secret, data.refresh_token], identity: { kind: 'user', clientId: data.client_id, clientSecret: data.client_secret, refreshToken: data.refresh_token, tokenUrl: data.token_uri } };
        case 'external_account': {
            const { credential_source: source } = data;
            const field = source.format.type === 'json' ? source.format.subject_token_field_name ?? 'access_token' : null;
            return {
                ok: true, projectId: data.project_id ?? data.quota_project_id ?? projectId, secrets: 'url' in source ? Object.values(source.headers).map((value) => value.replace(/^bearer /i, '')) : [],
                identity: {
                    kind: 'external-account', audience: data.audience, subjectTokenType: data.subject_token_type, tokenUrl: data.token_url, impersonationUrl: data.service_account_impersonation_url ?? null,
                    source: 'url' in source ? { kind: 'url', url: source.url, headers: source.headers, field } : { kind: 'file', path: source.file, field },
                },
            };
        }
    }
}

// EXTERNAL MODULE: ./lib/src/project/references.js
var references = __webpack_require__(47184);
;// CONCATENATED MODULE: ./lib/src/project/credentials.js




/** A key of ktx.yaml, or the variable that ktx takes without one. A reference without a value is never replaced by another variable. */
function keyOf(project, environment, { provider, variable }) {
    const written = project.config.llm.provider[provider]?.api_key;
    const resolved = (0,references/* resolveReference */.s)(written ?? `env:${variable}`, project.root, environment);
    if (resolved.ok)
        return resolved;
    const place = written === undefined ? project.place('llm', 'provider', 'backend') : project.place('llm', 'provider', provider, 'api_key');
    return { ok: false, why: resolved.why, fix: written === undefined ? `set ${variable}, or llm.provider.${provider}.api_key: env:NAME` : resolved.fix, place };
}
/** `llm.provider.anthropic.api_key` as ktx.yaml has it; without the key ANTHROPIC_API_KEY, as ktx does. */
const anthropicCredential = (project, environment) => keyOf(project, environment, { provider: 'anthropic', variable: 'ANTHROPIC_API_KEY' });
/** `llm.provider.gateway.api_key`; without the key AI_GATEWAY_API_KEY. */
const gatewayCredential = (project, environment) => keyOf(project, environment, { provider: 'gateway', variable: 'AI_GATEWAY_API_KEY' });
/** The identity of the job in the place of a key: where no key is configured, ANTHROPIC_API_KEY is not set, and a federation rule is. */
function anthropicFederation(project, environment) {
    if (project.config.llm.provider.anthropic?.api_key !== undefined || environment['ANTHROPIC_API_KEY']?.trim())
        return undefined;
    const federated = federationOf(environment);
    return federated?.ok === false ? { ...federated, place: project.place('llm', 'provider', 'backend') } : federated;
}
/** `llm.provider.openaiCompatible.api_key`; many servers want none, and no variable is taken in its place. */
function openAiCompatibleCredential(project, environment) {
    const written = project.config.llm.provider.openaiCompatible?.api_key;
    if (written === undefined)
        return { ok: true, value: null };
    const resolved = (0,references/* resolveReference */.s)(written, project.root, environment);
    return resolved.ok ? resolved : { ...resolved, place: project.place('llm', 'provider', 'openaiCompatible', 'api_key') };
}
/** Who the run is to Google Cloud, and which project it asks: that of ktx.yaml, else of the credential file, else GOOGLE_CLOUD_PROJECT. */
function vertexAccess(project, environment) {
    const { vertex } = project.config.llm.provider;
    const refuse = (key, why, fix) => ({ ok: false, why, fix, place: project.place('llm', 'provider', 'vertex', ...(vertex?.[key] === undefined ? [] : [key])) });
    const location = (0,references/* resolveReference */.s)(vertex?.location ?? '', project.root, environment);
    if (!location.ok)
        return refuse('location', location.why, location.fix);
    const credential = googleCredential(project.root, environment);
    if (!credential.ok)
        return { ...credential, place: project.place('llm', 'provider', 'backend') };
    const written = vertex?.project === undefined ? undefined : (0,references/* resolveReference */.s)(vertex.project, project.root, environment);
    if (written?.ok === false)
        return refuse('project', written.why, written.fix);
    const projectId = written?.value ?? credential.projectId;
    if (projectId === undefined)
        return refuse('project', 'no project of Google Cloud is named', 'set llm.provider.vertex.project, or GOOGLE_CLOUD_PROJECT');
    return { ok: true, identity: credential.identity, projectId, location: location.value, secrets: credential.secrets };
}
/** As for the backend anthropic; where neither ktx.yaml nor ANTHROPIC_API_KEY has one, the token of a sign-in in CLAUDE_CODE_OAUTH_TOKEN. */
function claudeCodeCredential(project, environment) {
    const token = environment['CLAUDE_CODE_OAUTH_TOKEN']?.trim();
    const isWritten = project.config.llm.provider.anthropic?.api_key !== undefined;
    if (!isWritten && !environment['ANTHROPIC_API_KEY']?.trim() && token)
        return { ok: true, value: token };
    return anthropicCredential(project, environment);
}
/** Every value that is a credential of the configured backend: it may appear nowhere, whether it is used or not. */
function modelSecrets(project, environment) {
    const { backend } = project.config.llm.provider;
    const key = backend === 'anthropic' ? anthropicCredential(project, environment) : backend === 'claude-code' ? claudeCodeCredential(project, environment) : backend === 'gateway' ? gatewayCredential(project, environment) : backend === 'openai-compatible' ? openAiCompatibleCredential(project, environment) : undefined;
    const others = backend === 'codex' ? (0,codex_credential/* codexSecrets */.hQ)(environment) : backend === 'claude-code' ? [environment['CLAUDE_CODE_OAUTH_TOKEN']] : [];
    const google = backend === 'vertex' ? googleCredential(project.root, environment) : undefined;
    const identity = backend === 'anthropic' || backend === 'claude-code' || backend === 'vertex' ? [environment['ANTHROPIC_IDENTITY_TOKEN'], environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN']] : [];
    return [...(key?.ok === true && key.value !== null ? [key.value] : []), ...(google?.ok === true ? google.secrets : []), ...[...identity, ...others].map((value) => value?.trim() ?? '')].filter((value) => value !== '');
}


/***/ }),

/***/ 25713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   baseUrlOf: () => (/* binding */ baseUrlOf),
/* harmony export */   isCallable: () => (/* binding */ isCallable),
/* harmony export */   judgingModels: () => (/* binding */ judgingModels),
/* harmony export */   modelOf: () => (/* binding */ modelOf),
/* harmony export */   openModel: () => (/* binding */ openModel),
/* harmony export */   probeMilliseconds: () => (/* binding */ probeMilliseconds),
/* harmony export */   roleOf: () => (/* binding */ roleOf),
/* harmony export */   routeFindings: () => (/* binding */ routeFindings),
/* harmony export */   signInFindings: () => (/* binding */ signInFindings),
/* harmony export */   signsIn: () => (/* binding */ signsIn),
/* harmony export */   startsAgent: () => (/* binding */ startsAgent)
/* harmony export */ });
/* harmony import */ var _llm_anthropic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57058);
/* harmony import */ var _llm_claude_models_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1661);
/* harmony import */ var _llm_codex_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5156);
/* harmony import */ var _llm_codex_sign_in_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55871);
/* harmony import */ var _llm_gateway_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10132);
/* harmony import */ var _llm_google_identity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64914);
/* harmony import */ var _llm_responses_wire_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4358);
/* harmony import */ var _llm_route_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(24123);
/* harmony import */ var _llm_vertex_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5170);
/* harmony import */ var _project_codex_credential_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4053);
/* harmony import */ var _project_credentials_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(42177);
/* harmony import */ var _project_references_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(47184);












/** The model of a role; each falls back to `default`. */
function modelOf(project, role) {
    const { models, provider } = project.config.llm;
    const written = models[role] ?? models.default ?? '';
    // an alias has no price, and means another model one day
    const named = provider.backend === 'codex' ? (0,_llm_codex_config_js__WEBPACK_IMPORTED_MODULE_2__/* .codexModel */ .XJ)(written) : provider.backend === 'claude-code' ? (0,_llm_claude_models_js__WEBPACK_IMPORTED_MODULE_1__/* .claudeModel */ .W)(written) : written;
    return typeof named === 'string' ? named : written;
}
/** Who judges a unit: pages are the curator's. */
const roleOf = (unit) => (unit.kind === 'document' ? 'curator' : 'candidateExtraction');
/** Models of a run that judges these units, repairs and reconciles, by role; a role that is not set is asked under the one that it falls back to. */
function judgingModels(project, units = [{ kind: 'table' }, { kind: 'document' }]) {
    const roles = [...new Set([...units.map(roleOf), 'reconcile', 'repair'])].sort().map((role) => (project.config.llm.models[role] === undefined ? 'default' : role));
    return [...new Set(roles)].map((role) => ({ role, model: modelOf(project, role) }));
}
/** Whether there is a model to ask. */
function isCallable(backend) {
    return backend !== 'none';
}
/** Whether the backend's loop is a program of its own; the others ask from this process. */
function startsAgent(backend) {
    return backend === 'claude-code' || backend === 'codex';
}
function addressOf(project, environment) {
    const { provider } = project.config.llm;
    const resolved = (written) => {
        const reference = (0,_project_references_js__WEBPACK_IMPORTED_MODULE_10__/* .resolveReference */ .s)(written, project.root, environment);
        return reference.ok ? reference.value : '';
    };
    const own = (key, publicHost) => {
        const written = provider[key]?.base_url;
        return { baseUrl: written === undefined ? `https://${publicHost}` : resolved(written), publicHost, path: ['llm', 'provider', key, 'base_url'] };
    };
    switch (provider.backend) {
        case 'gateway': return own('gateway', _llm_gateway_js__WEBPACK_IMPORTED_MODULE_4__.gatewayHost);
        case 'openai-compatible': return { baseUrl: resolved(provider.openaiCompatible?.base_url ?? ''), publicHost: null, path: ['llm', 'provider', 'openaiCompatible', 'base_url'] };
        case 'codex': {
            const [publicHost, usual] = signsIn(project, environment) ? [_llm_codex_sign_in_js__WEBPACK_IMPORTED_MODULE_3__/* .chatGptHost */ .II, _llm_codex_sign_in_js__WEBPACK_IMPORTED_MODULE_3__/* .chatGptBase */ .dU] : [_llm_responses_wire_js__WEBPACK_IMPORTED_MODULE_6__/* .openAiHost */ .xO, `https://${_llm_responses_wire_js__WEBPACK_IMPORTED_MODULE_6__/* .openAiHost */ .xO}`];
            return { baseUrl: environment['OPENAI_BASE_URL']?.trim() || usual, publicHost, path: ['llm', 'provider', 'backend'] };
        }
        case 'vertex': {
            const publicHost = (0,_llm_vertex_js__WEBPACK_IMPORTED_MODULE_7__.vertexHost)(resolved(provider.vertex?.location ?? ''));
            // As the SDK and Claude Code have it, for a gateway that hands it on.
            return { baseUrl: environment['ANTHROPIC_VERTEX_BASE_URL']?.trim() || (publicHost === null ? '' : `https://${publicHost}`), publicHost, path: ['llm', 'provider', 'vertex', 'location'] };
        }
        default: return own('anthropic', _llm_anthropic_js__WEBPACK_IMPORTED_MODULE_0__.anthropicHost);
    }
}
/** Whether the model is asked past the relay, with a person's sign-in. */
function signsIn(project, environment) {
    const credential = project.config.llm.provider.backend === 'codex' ? (0,_project_codex_credential_js__WEBPACK_IMPORTED_MODULE_8__/* .codexCredential */ .JQ)(project, environment) : undefined;
    return credential?.ok === true && 'signIn' in credential;
}
/** What holds, and what does not, where the model is asked past the relay. */
function signInFindings(project, environment) {
    if (!signsIn(project, environment))
        return [];
    return [{
            severity: 'warning', code: 'unrelayed-login', ...project.place('llm', 'provider', 'backend'),
            message: 'codex signs in with ChatGPT and asks it past the relay: steps and minutes are held, dollars and tokens are only counted, after each unit, at list price; the tokens of the sign-in are in its hands',
            fix: 'leave --allow-unrelayed-login out and set OPENAI_API_KEY, for everything that runs without a person',
        }];
}
const baseUrlOf = (project, environment) => addressOf(project, environment).baseUrl;
/** Whether the credential may go where ktx.yaml sends it, and tokens may come from where a credential file has them from. Nobody is asked for it. */
function routeFindings(project, environment, allowedHosts) {
    const { backend } = project.config.llm.provider;
    if (!isCallable(backend))
        return [];
    const { baseUrl, publicHost, path } = addressOf(project, environment);
    const refused = (why, fix, of = path) => ({ severity: 'error', code: 'host-refused', ...project.place(...of), message: why, fix });
    if (backend === 'vertex') {
        if (publicHost === null)
            return [refused('llm.provider.vertex.location is no location of Google Cloud', 'write a region such as europe-west1, or global, us or eu')];
        const access = (0,_project_credentials_js__WEBPACK_IMPORTED_MODULE_9__/* .vertexAccess */ .v$)(project, environment);
        const routes = access.ok ? (0,_llm_google_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenRoutes */ .I)(access.identity, allowedHosts, environment) : [];
        const findings = routes.flatMap((route) => (route.ok ? [] : [refused(`the credential file of Google Cloud has its tokens from elsewhere: ${route.why}`, route.fix.replace('base_url', 'the file'), ['llm', 'provider', 'vertex'])]));
        if (findings.length > 0)
            return findings;
    }
    const route = (0,_llm_route_js__WEBPACK_IMPORTED_MODULE_11__/* .checkRoute */ .Q)(baseUrl, allowedHosts, publicHost);
    // without a base_url of ktx.yaml it is a variable that names the address
    const named = backend === 'vertex' ? 'ANTHROPIC_VERTEX_BASE_URL' : backend === 'codex' ? 'OPENAI_BASE_URL' : 'base_url';
    return route.ok ? [] : [refused(route.why, route.fix.replace('base_url', named))];
}
/** Seconds without a byte after which a request is given up; settable for slow gateways. */
const silenceSeconds = 120;
/** How long a probe may take, its retries included. */
const probeMilliseconds = (environment) => (Number(environment['KTX_CI_PROBE_SECONDS']) || 60) * 1000;
async function openModel(input) {
    const { project, environment } = input;
    const backend = await openBackend(input, {
        allowedHosts: input.allowedHosts, environment, ownPrices: project.settings.prices, rateLimit: project.config.ingest.rateLimit, concurrency: input.concurrency,
        silenceMs: (Number(environment['KTX_CI_MODEL_SILENCE_SECONDS']) || silenceSeconds) * 1000, say: (event) => input.say(pacingText(event)), recorder: input.recorder,
    });
    if (!('ok' in backend))
        return { ok: true, backend, secrets: (0,_project_credentials_js__WEBPACK_IMPORTED_MODULE_9__/* .modelSecrets */ .fs)(project, environment) };
    const { why, fix, place } = backend;
    return { ok: false, finding: { severity: 'error', code: 'missing-credential', ...place, message: `backend ${project.config.llm.provider.backend} has no credential: ${why}`, fix } };
}
/** The configured backend with its credential; each loads what it needs of its own. */
async function openBackend({ project, environment, say, ask }, options) {
    const baseUrl = baseUrlOf(project, environment);
    const { provider, promptCaching: caching = {} } = project.config.llm;
    switch (provider.backend) {
        case 'gateway': {
            const key = (0,_project_credentials_js__WEBPACK_IMPORTED_MODULE_9__/* .gatewayCredential */ .ob)(project, environment);
            return key.ok ? await (await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 10132))).openGateway({ ...options, baseUrl, apiKey: key.value, caching }) : key;
        }
        case 'openai-compatible': {
            const key = (0,_project_credentials_js__WEBPACK_IMPORTED_MODULE_9__/* .openAiCompatibleCredential */ .M3)(project, environment);
            return key.ok ? (await __webpack_require__.e(/* import() */ 1070).then(__webpack_require__.bind(__webpack_require__, 61070))).openOpenAiCompatible({ ...options, baseUrl, apiKey: key.value }) : key;
        }
        case 'claude-code': {
            const federated = (0,_project_credentials_js__WEBPACK_IMPORTED_MODULE_9__/* .anthropicFederation */ .Yw)(project, environment);
            if (federated?.ok === false)
                return federated;
            const key = federated ?? (0,_project_credentials_js__WEBPACK_IMPORTED_MODULE_9__/* .claudeCodeCredential */ .xl)(project, environment);
            return key.ok ? await (await Promise.all(/* import() */[__webpack_require__.e(120), __webpack_require__.e(1022)]).then(__webpack_require__.bind(__webpack_require__, 51022))).openClaudeCode({ ...options, baseUrl, apiKey: 'federation' in key ? key.federation : key.value, note: say }) : key;
        }
        case 'codex': {
            const key = (0,_project_codex_credential_js__WEBPACK_IMPORTED_MODULE_8__/* .codexCredential */ .JQ)(project, environment);
            if (!key.ok)
                return key;
            return await (await Promise.all(/* import() */[__webpack_require__.e(120), __webpack_require__.e(3059)]).then(__webpack_require__.bind(__webpack_require__, 53059))).openCodex({ ...options, baseUrl, ...('signIn' in key ? { apiKey: '', signIn: key.signIn.file } : { apiKey: key.value }), note: say, prepare: ask });
        }
        case 'vertex': {
            const access = (0,_project_credentials_js__WEBPACK_IMPORTED_MODULE_9__/* .vertexAccess */ .v$)(project, environment);
            if (!access.ok)
                return access;
            const { identity, location, projectId } = access;
            return await (await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 5170))).openVertex({ ...options, baseUrl, identity, location, project: projectId, caching, fallbackTo5m: caching.vertexFallbackTo5m === true });
        }
        default: {
            const federated = (0,_project_credentials_js__WEBPACK_IMPORTED_MODULE_9__/* .anthropicFederation */ .Yw)(project, environment);
            if (federated?.ok === false)
                return federated;
            const key = federated ?? (0,_project_credentials_js__WEBPACK_IMPORTED_MODULE_9__/* .anthropicCredential */ .af)(project, environment);
            if (!key.ok)
                return key;
            return await (await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 57058))).openAnthropic({ ...options, baseUrl, apiKey: 'federation' in key ? key.federation : key.value, caching });
        }
    }
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
