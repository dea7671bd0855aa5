export const id = 3059;
export const ids = [3059];
export const modules = {

/***/ 53059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openCodex: () => (/* binding */ openCodex)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/llm/agent-answer.js
var agent_answer = __webpack_require__(9270);
// EXTERNAL MODULE: ./lib/src/llm/agent-loop.js
var agent_loop = __webpack_require__(24810);
// EXTERNAL MODULE: ./lib/src/llm/agent-session.js
var agent_session = __webpack_require__(14438);
// EXTERNAL MODULE: ./lib/src/llm/agent-tools.js
var agent_tools = __webpack_require__(91693);
// EXTERNAL MODULE: ./lib/src/llm/api-backend.js
var api_backend = __webpack_require__(84975);
// EXTERNAL MODULE: ./lib/src/llm/classify.js
var classify = __webpack_require__(1850);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(53053);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/src/llm/isolation.js
var llm_isolation = __webpack_require__(46382);
// EXTERNAL MODULE: ./lib/src/llm/own-folders.js
var own_folders = __webpack_require__(87034);
;// CONCATENATED MODULE: ./lib/src/llm/codex-child.js







/** The codex binary as a process: where it is, what it prints, and that it is gone. */
/** The binary in a folder with node_modules, of the one platform package that npm installed; undefined: there is none. */
function codexBinary(folder) {
    const scope = (0,external_node_path_.join)(folder, 'node_modules', '@openai');
    const file = process.platform === 'win32' ? 'codex.exe' : 'codex';
    const vendors = (0,external_node_fs_.existsSync)(scope) ? (0,external_node_fs_.readdirSync)(scope).filter((name) => name.startsWith('codex-')).map((name) => (0,external_node_path_.join)(scope, name, 'vendor')).filter((path) => (0,external_node_fs_.existsSync)(path)) : [];
    return vendors.flatMap((vendor) => (0,external_node_fs_.readdirSync)(vendor).map((target) => (0,external_node_path_.join)(vendor, target, 'bin', file))).find((path) => (0,external_node_fs_.existsSync)(path));
}
const longestPrint = 30_000;
/** How a program came to an end that is none. */
function endOf({ killed, signal, code }) {
    if (killed === true)
        return `no answer in ${longestPrint / 1000} s`;
    return typeof code === 'number' ? `code ${code}` : code ?? signal ?? '';
}
/** The catalogue of models that is built into the binary. `home`: an empty folder of ours. Rejects where it does not run, and says why. */
function printedModels(binary, home) {
    const systemRoot = process.env['SYSTEMROOT'];
    const env = { CODEX_HOME: home, HOME: home, USERPROFILE: home, PATH: '/usr/bin:/bin', ...(systemRoot === undefined ? {} : { SYSTEMROOT: systemRoot }) };
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.execFile)(binary, ['debug', 'models'], { env, maxBuffer: 64 * 1024 * 1024, timeout: longestPrint, encoding: 'utf8' }, (error, out, said) => {
            ended();
            if (error)
                reject(new Error([endOf(error), said.trim().split('\n').at(-1) ?? ''].filter((words) => words !== '').join(': ')));
            else
                resolve(out);
        });
        // it would write into its home again
        const ended = (0,own_folders/* atEnd */.tE)(() => { child.kill('SIGKILL'); });
    });
}
/** Longest that a killed child is waited for, in milliseconds. */
const longestEnd = 2_500;
/** Children whose arguments name a place in a folder of ours. The SDK keeps its child to itself, and asks it to end without waiting for that. */
class Children {
    #children = new Set();
    #note;
    constructor(folder) {
        this.#note = (message) => {
            const { process: child } = message;
            this.#children.add(child);
            // it is told before it has its arguments
            process.nextTick(() => {
                if (!names(child, folder))
                    this.#children.delete(child);
                // the SDK writes to a program that may be gone, and does not listen: its exit says what is to be said
                else
                    child.stdin?.on('error', () => undefined);
            });
        };
        (0,external_node_diagnostics_channel_.subscribe)('child_process', this.#note);
    }
    #of(mark) {
        for (const child of this.#children)
            if (isGone(child) && child.pid !== undefined)
                this.#children.delete(child);
        return [...this.#children].filter((child) => names(child, mark));
    }
    /** Kills them: nothing that they still have to do is worth anything. Resolves when they are gone. */
    async end(mark) {
        const children = this.#of(mark);
        for (const { pid } of children)
            if (pid !== undefined)
                (0,llm_isolation/* killIsolated */.wE)(pid);
        const until = performance.now() + longestEnd;
        while (children.some((child) => !isGone(child)) && performance.now() < until)
            await (0,promises_.setTimeout)(5);
    }
    /** At once, without waiting: for the end of this process. */
    kill(mark) {
        for (const { pid } of this.#of(mark))
            if (pid !== undefined)
                (0,llm_isolation/* killIsolated */.wE)(pid);
    }
    close() {
        (0,external_node_diagnostics_channel_.unsubscribe)('child_process', this.#note);
        this.#children.clear();
    }
}
// one that could not be made has no arguments, whatever its type says
const names = ({ spawnargs }, place) => spawnargs?.some((argument) => argument.includes(place)) ?? false;
const isGone = ({ exitCode, signalCode, pid }) => pid === undefined || exitCode !== null || signalCode !== null;

// EXTERNAL MODULE: ./lib/src/llm/codex-config.js
var codex_config = __webpack_require__(5156);
// EXTERNAL MODULE: ./lib/src/llm/codex-sign-in.js
var codex_sign_in = __webpack_require__(55871);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/src/llm/envelope.js
var envelope = __webpack_require__(21096);
;// CONCATENATED MODULE: ./lib/src/llm/codex-failure.js



/** What codex 0.163 says of a turn that failed: it has no status, so its texts are read. First match. */
const said = [
    [/\breason: max_output_tokens\b/, 'invalid-request', 'max_tokens'],
    [/\breason: content_filter\b/, 'invalid-request', 'refusal'],
    [/ran out of room in the model's context window/, 'invalid-request', 'context_length_exceeded'],
    [/^Missing environment variable/, 'missing-credential'],
    [/access token could not be refreshed|refresh token|sign in again/i, 'auth'],
    [/^Quota exceeded|usage limit|purchase more credits/i, 'quota'],
    [/^rate limit exceeded/i, 'rate-limit'],
    [/high demand|at capacity/i, 'provider-error'],
    [/idle timeout waiting for/, 'timeout'],
    [/^Connection failed|Transport error|stream closed before response\.completed/, 'network'],
];
/** The failure that the message of `turn.failed` stands for, where the relay met none. `host` is whom it asked. */
function turnFailure(message, host) {
    const text = message.trim();
    const [, unexpected, rest = ''] = /^unexpected status (\d{3})\b[^:]*: ([\s\S]*)$/.exec(text) ?? [];
    // it ends with our own address and an id
    if (unexpected !== undefined)
        return (0,classify/* classifyAnswer */.BO)({ status: Number(unexpected), headers: new Headers(), body: rest.replace(/, url: \S+(?:, request id: .*)?$/s, '') }, host);
    const given = /^exceeded retry limit, last status: (\d{3})\b/.exec(text)?.[1];
    if (given !== undefined)
        return (0,classify/* classifyAnswer */.BO)({ status: Number(given), headers: new Headers(), body: text }, host);
    // the body of a 400 comes as it is
    if (text.startsWith('{'))
        return (0,classify/* classifyAnswer */.BO)({ status: 400, headers: new Headers(), body: text }, host);
    const known = said.find(([pattern]) => pattern.test(text));
    const inner = (0,envelope/* unwrap */.o)(text).message;
    return known ? (0,classify/* modelFailure */.iW)(known[1], inner, { type: known[2] }) : (0,classify/* modelFailure */.iW)('provider-error', inner === '' ? 'codex ended its turn with an error and without a message.' : inner);
}
/** The failure of a child that ended without an end of its turn: `error` is what its SDK threw, `folder` where it is installed. `spoke`: it has reported something. */
function childFailure(error, { folder, spoke }) {
    const text = error instanceof Error ? error.message : String(error);
    const code = error?.code;
    const detail = text.replace(/^Codex Exec exited with /, '').replace(/Reading prompt from stdin\.\.\.\s*/g, '').trim();
    if (/required MCP servers failed to initialize/.test(text))
        return toolsFailure(text);
    if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOEXEC' || (!spoke && /^code \d/.test(detail)))
        return (0,agent_tools/* notRunnable */.$s)(`codex could not be started: ${detail}`, folder);
    return (0,classify/* modelFailure */.iW)('provider-error', `codex ended before its turn did${detail === '' ? '' : `: ${detail}`}`, { type: 'child' });
}
/** The failure of a turn whose tools are out of reach. `said`: what codex says of it. */
function toolsFailure(said) {
    const failure = (category, why, fix) => (0,classify/* modelFailure */.iW)(category, `codex has none of its task's tools: their server on a loopback port ${why}.`, { type: 'tools', fix });
    if (/timed out/i.test(said))
        return failure('timeout', 'does not answer', 'run it again; if it stays so, lower ingest.workUnits.maxConcurrency, or use a backend that talks to the API itself');
    const why = /\b401\b|unauthorized/i.test(said) ? 'does not take the token of the task' : 'cannot be reached';
    return failure('isolation', why, 'let codex reach 127.0.0.1 directly, without a firewall, a sandbox or a proxy between, or use a backend that talks to the API itself');
}

// EXTERNAL MODULE: ./lib/src/llm/meter.js
var meter = __webpack_require__(54803);
;// CONCATENATED MODULE: ./lib/src/llm/responses-request.js

const listOf = (value) => (Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : []);
const nameOf = ({ name, type }) => (typeof name === 'string' ? name : typeof type === 'string' ? type : '');
/** What codex 0.163 writes where an answer would be; the rest of a text that begins so says why. An error that the server itself gave begins so too. */
const unreached = /^tool call error: tool call failed for `ktx\/[^`]*`\s+Caused by:\s+Transport /;
const textsOf = (input) => input.filter(({ type }) => type === 'function_call_output').flatMap(({ output }) => listOf(output).map(({ text }) => (typeof text === 'string' ? text : '')));
/** Null: the body is no such request. */
function readRequest(body) {
    const fields = (0,meter/* objectIn */.D7)(body);
    if (!fields || typeof fields['model'] !== 'string')
        return null;
    const input = listOf(fields['input']);
    // some models get their tools as an item of the conversation
    const tools = [...listOf(fields['tools']), ...input.filter(({ type }) => type === 'additional_tools').flatMap((item) => listOf(item['tools']))];
    return {
        model: fields['model'], fields, lost: textsOf(input).find((text) => unreached.test(text)), calls: input.filter(({ type }) => typeof type === 'string' && type.endsWith('_call')).length,
        tools: tools.flatMap((tool) => (tool['type'] === 'namespace' ? listOf(tool['tools']).map((one) => (tool['name'] === 'functions' ? nameOf(one) : `${nameOf(tool)}.${nameOf(one)}`)) : [nameOf(tool)])),
    };
}
/** The least that the provider takes. */
const leastOutput = 16;
/** The body with an output limit, in tokens: its own where that is lower. */
function limitedBody({ fields }, most) {
    const own = fields['max_output_tokens'];
    return JSON.stringify({ ...fields, max_output_tokens: Math.max(leastOutput, typeof own === 'number' && own > 0 ? Math.min(own, most) : most) });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: ./lib/src/llm/tool-protocol.js
var tool_protocol = __webpack_require__(61879);
;// CONCATENATED MODULE: ./lib/src/llm/tool-server.js



const mostBytes = 4 * 1024 * 1024;
async function openToolServer({ tools, call }) {
    const token = `ktx-tools-${(0,external_node_crypto_.randomBytes)(24).toString('base64url')}`;
    const protocol = (0,tool_protocol/* toolProtocol */.b)({ tools, call });
    const server = (0,external_node_http_.createServer)((request, response) => {
        void handle(request, response).catch(() => { response.destroy(); });
    });
    // a tool may take minutes
    server.requestTimeout = 0;
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address();
    async function handle(request, response) {
        const end = (status, body) => void response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' }).end(body === undefined ? undefined : JSON.stringify(body));
        const isOurs = carries(request, token);
        // a page in a browser can reach a loopback port, but not without these
        if (request.headers.host !== `127.0.0.1:${port}` || request.headers.origin !== undefined)
            return end(403);
        if (!isOurs)
            return end(401);
        if (request.url !== '/mcp')
            return end(404);
        if (request.method !== 'POST')
            return void response.writeHead(405, { allow: 'POST' }).end();
        const text = await bodyOf(request);
        if (text === null)
            return end(413);
        const message = messageIn(text);
        const reply = message === undefined ? tool_protocol/* notJson */.O : await protocol.answerTo(message);
        if (reply.kind === 'none')
            return end(202);
        end(reply.kind === 'answer' ? 200 : 400, reply.message);
    }
    return {
        url: `http://127.0.0.1:${port}/mcp`, token,
        async close() {
            await new Promise((resolve) => {
                server.close(() => resolve());
                server.closeAllConnections();
            });
            // what a tool has begun it ends, before anybody looks at what came of it
            await protocol.settled();
        },
    };
}
function carries(request, token) {
    const [sent, own] = [Buffer.from(request.headers.authorization?.replace(/^bearer /i, '') ?? ''), Buffer.from(token)];
    return sent.length === own.length && (0,external_node_crypto_.timingSafeEqual)(sent, own);
}
/** Undefined: it is no JSON. */
function messageIn(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
async function bodyOf(request) {
    const chunks = [];
    let bytes = 0;
    // the iterator alone would close the connection with the answer still to come
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        bytes += chunk.length;
        if (bytes > mostBytes)
            return null;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./lib/src/llm/codex-turn.js









const fieldsOf = (value) => (typeof value === 'object' && value !== null ? value : {});
const textOf = (value) => (typeof value === 'string' ? value : '');
/** What codex has for a server of tools besides its tools; they ask that server for what it does not have. */
const resourceTools = ['list_mcp_resource_templates', 'list_mcp_resources', 'read_mcp_resource'];
/** Items of capabilities that are off. */
const forbidden = new Set(['command_execution', 'file_change', 'web_search']);
/** How long a child may go on after the last request that it may make, in milliseconds. */
const graceMs = 1_000;
/** Calls that a child whose requests nobody here sees may still make after it was told that the turn is over: those of one answer. */
const graceCalls = 3;
let turns = 0;
/** Runs codex once over a prompt. When it resolves, its child, its port and its folder are gone. Throws only for bugs. */
async function runTurn(house, request) {
    const { signal } = request;
    if (signal.aborted)
        return { end: 'cancelled', text: '' };
    turns += 1;
    const folder = (0,external_node_path_.join)(house.folder, `turn-${turns}`);
    const places = { home: (0,external_node_path_.join)(folder, 'home'), work: (0,external_node_path_.join)(folder, 'work'), temporary: (0,external_node_path_.join)(folder, 'tmp'), catalogue: (0,external_node_path_.join)(folder, 'models.json'), instructions: (0,external_node_path_.join)(folder, 'instructions.md') };
    await Promise.all([places.home, places.work, places.temporary].map((path) => (0,external_node_fs_promises_.mkdir)(path, { recursive: true })));
    try {
        const catalogue = await house.catalogue(request.model).catch((error) => (0,agent_tools/* notRunnable */.$s)(`codex could not be started: ${error instanceof Error ? error.message : String(error)}`, house.installed));
        if (catalogue === null || typeof catalogue !== 'string')
            return { end: 'failure', met: false, text: '', failure: catalogue ?? (0,agent_tools/* notRunnable */.$s)('codex debug models printed no catalogue: this is another version of codex.', house.installed) };
        await (0,external_node_fs_promises_.writeFile)(places.catalogue, catalogue);
        await (0,external_node_fs_promises_.writeFile)(places.instructions, request.system.trim() === '' ? 'Answer what you are asked.' : request.system.toWellFormed());
        // with its end, or the first turn would be all that begin like it
        return await inPlaces(house, request, places, `${folder}${external_node_path_.sep}`);
    }
    finally {
        // other turns go on meanwhile, also where it has to be tried again
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
    }
}
async function inPlaces(house, request, places, mark) {
    const { toolbox, signal } = request;
    const tools = toolbox?.tools.map(({ name }) => name).sort();
    const watch = new Watch(house, request, tools);
    const server = toolbox && await openToolServer({
        ...toolbox,
        call(name, input) {
            if (request.isOver?.() === true)
                watch.calledAfterEnd();
            return toolbox.call(name, input);
        },
    });
    const offered = server && tools && { url: server.url, token: server.token, names: tools };
    let way;
    try {
        way = house.way.kind === 'relay' ? throughRelay(house.way, house, request, watch) : pastRelay(house.way, house, request, watch, places);
        if (!way)
            return watch.turn();
        const codex = new house.sdk.Codex({ codexPathOverride: house.binary, env: (0,codex_config/* codexEnvironment */.jX)(places, way.provider, offered, house.environment), config: (0,codex_config/* codexConfig */.Qs)(places, way.provider, offered) });
        const both = AbortSignal.any([signal, watch.over]);
        // the SDK asks it to end, and would wait for one that does not
        both.addEventListener('abort', () => house.children.kill(mark), { once: true });
        const { events } = await codex.startThread((0,codex_config/* threadOptions */.rF)(request.model, places)).runStreamed(request.prompt.toWellFormed(), { signal: both, ...(request.outputSchema ? { outputSchema: request.outputSchema } : {}) });
        for await (const event of events)
            if (watch.take(event))
                break;
    }
    catch (error) {
        // the SDK throws once more what its events have said, and for an abort
        watch.threw(error);
    }
    finally {
        watch.close();
        await house.children.end(mark);
        way?.close();
        await server?.close();
    }
    return watch.turn();
}
function throughRelay({ relay, loopback }, { silenceMs }, { account, signal, onEnd }, watch) {
    const open = loopback.open({
        account, signal, admit: (body) => watch.admit(body, relay), onEnd: (milliseconds) => onEnd?.(milliseconds), onStop: (stop) => watch.stopped(stop),
        onSend: (bytes) => watch.sent(bytes), onFailure: (failure) => watch.failed(failure),
    });
    return { provider: (0,codex_config/* relayProvider */.Vf)(loopback.url, open.token, silenceMs), close: () => open.close() };
}
/** Undefined: the budget is spent. Throws where the sign-in cannot be laid into the child's home. */
function pastRelay(way, { silenceMs, environment }, { account, model, onEnd }, watch, { home }) {
    const began = performance.now();
    const provider = (0,codex_sign_in/* signInProvider */.kM)(way, home, silenceMs, environment);
    const held = account.reserve({ usd: 0, tokens: 0 });
    if (!held.ok) {
        watch.stopped(held.stop);
        return undefined;
    }
    return {
        provider,
        close() {
            if (!watch.answered)
                return held.reservation.release();
            (0,codex_sign_in/* chargeReported */.ok)(held.reservation, watch.used, model, way.ownPrices);
            onEnd?.(performance.now() - began);
        },
    };
}
/** Follows a turn from both sides: what the child asks for, and what it reports. */
class Watch {
    #house;
    #request;
    #allowed;
    #over = new AbortController();
    #text = '';
    #spoke = false;
    #completed = false;
    #stop;
    #refused = false;
    /** Why it may not go on, whatever it says itself. */
    #breach;
    /** Of the last request that left. */
    #met;
    #said;
    #thrown;
    #grace;
    #callsAfterEnd = 0;
    #used;
    #answered = false;
    /** `tools`: what it is offered; undefined: nothing. */
    constructor(house, request, tools) {
        this.#house = house;
        this.#request = request;
        this.#allowed = new Set(tools ? [...resourceTools, ...tools.map((name) => `mcp__${codex_config/* toolServerName */.DC}.${name}`)] : []);
    }
    /** Ends the child. */
    get over() {
        return this.#over.signal;
    }
    /** What it says itself that the turn used, at its end. */
    get used() {
        return this.#used;
    }
    /** The model has said or done something. */
    get answered() {
        return this.#answered || this.#completed;
    }
    admit(body, relay) {
        const { model, maxOutputTokens, account, refuses } = this.#request;
        const ends = (failure) => {
            this.#breach ??= failure;
            this.#over.abort();
            return { refusal: failure.message };
        };
        const outside = (message) => ends((0,classify/* modelFailure */.iW)('isolation', message));
        const asked = readRequest(body);
        if (!asked || asked.model !== model)
            return outside(`codex asks for the model ${asked?.model ?? 'nobody knows which'}, not for ${model}.`);
        const stray = asked.tools.find((name) => !this.#allowed.has(name));
        if (stray !== undefined)
            return outside(`codex offers the tool ${stray}, which is not one of ours.`);
        // a model without its tools would try again until its budget is spent
        if (asked.lost !== undefined)
            return ends(toolsFailure(asked.lost));
        const limited = limitedBody(asked, maxOutputTokens);
        const why = refuses?.(asked.calls, relay.amountOf(account, limited, model)) ?? null;
        if (why === null)
            return { body: limited };
        this.#refused = true;
        this.#endSoon();
        return { refusal: why };
    }
    /** Through the relay its next request is refused; past it there is only this. */
    calledAfterEnd() {
        if (this.#house.way.kind === 'relay' || (this.#callsAfterEnd += 1) <= graceCalls)
            return;
        this.#refused = true;
        this.#over.abort();
    }
    sent(bytes) {
        this.#met = undefined;
        this.#request.onSend?.(bytes);
    }
    failed(failure) {
        this.#met = failure;
        this.#request.onFailure?.(failure);
    }
    stopped(stop) {
        this.#stop = stop;
        this.#endSoon();
    }
    close() {
        clearTimeout(this.#grace);
    }
    /** A refused request ends the turn; what the child has still to report of it comes before that end. */
    #endSoon() {
        this.#grace ??= setTimeout(() => this.#over.abort(), graceMs);
    }
    threw(error) {
        this.#thrown = error;
    }
    /** True: the turn is over, whatever the child still has to do. */
    take(value) {
        const event = fieldsOf(value);
        const item = fieldsOf(event['item']);
        this.#spoke = true;
        switch (event['type']) {
            case 'item.started':
            case 'item.completed': {
                const type = textOf(item['type']);
                const server = textOf(item['server']);
                if (forbidden.has(type))
                    this.#outside(`codex reports a ${type}, which is turned off.`);
                else if (type === 'mcp_tool_call' && server !== codex_config/* toolServerName */.DC && server !== 'codex')
                    this.#outside(`codex called a tool of ${server || 'a server without a name'}, which is not ours.`);
                if (event['type'] === 'item.started')
                    return this.#breach !== undefined;
                this.#answered ||= type !== 'error';
                if (type === 'agent_message' && textOf(item['text']).trim() !== '')
                    this.#text = textOf(item['text']);
                this.#request.onItem?.({ type, server, text: textOf(item['text']) });
                return this.#breach !== undefined;
            }
            case 'turn.completed':
                this.#completed = true;
                this.#used = event['usage'];
                return true;
            case 'turn.failed':
                this.#said = turnFailure(textOf(fieldsOf(event['error'])['message']), this.#house.host);
                if (this.#house.way.kind === 'sign-in')
                    this.#said = (0,codex_sign_in/* ofSignIn */.UO)(this.#said);
                return true;
            // `error` comes before each new try too
            default: return false;
        }
    }
    turn() {
        const text = this.#text;
        if (this.#breach)
            return { end: 'failure', failure: this.#breach, met: false, text };
        if (this.#request.signal.aborted)
            return { end: 'cancelled', text };
        if (this.#stop)
            return { end: 'stop', stop: this.#stop, text };
        if (this.#refused)
            return { end: 'refused', text };
        if (this.#completed)
            return { end: 'completed', text };
        if (this.#met)
            return { end: 'failure', failure: this.#met, met: true, text };
        return { end: 'failure', failure: this.#said ?? childFailure(this.#thrown ?? new Error(''), { folder: this.#house.installed, spoke: this.#spoke }), met: false, text };
    }
    #outside(message) {
        this.#breach ??= (0,classify/* modelFailure */.iW)('isolation', message);
    }
}

// EXTERNAL MODULE: ./lib/src/llm/loopback.js
var llm_loopback = __webpack_require__(41829);
// EXTERNAL MODULE: ./lib/src/llm/responses-wire.js
var responses_wire = __webpack_require__(4358);
// EXTERNAL MODULE: ./lib/src/llm/route.js
var llm_route = __webpack_require__(24123);
;// CONCATENATED MODULE: ./lib/src/llm/strict-schema.js
/** What OpenAI holds an answer to: https://developers.openai.com/api/docs/guides/structured-outputs#supported-schemas */
const known = new Set(['type', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'const', 'anyOf', 'description', 'title', 'minItems', 'maxItems', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'pattern', 'format']);
/**
 * A JSON schema as the provider's strict mode takes it: each object with all of its properties required and no others.
 * Undefined: it cannot be said so, and the answer is held to it by us alone.
 */
function strictSchema(schema) {
    return schema['type'] === 'object' ? strict(schema) : undefined;
}
function strict(schema) {
    if (typeof schema !== 'object' || schema === null || Array.isArray(schema))
        return undefined;
    const given = schema;
    if (Object.keys(given).some((key) => !known.has(key)))
        return undefined;
    // objects and lists have to stand by themselves, so that they can be closed
    if (Array.isArray(given['type']) && given['type'].some((type) => type === 'object' || type === 'array'))
        return undefined;
    const result = { ...given };
    const all = (values) => {
        const done = values.map(strict);
        return done.every((one) => one !== undefined) ? done : undefined;
    };
    if (Array.isArray(given['anyOf'])) {
        const choices = all(given['anyOf']);
        if (!choices)
            return undefined;
        result['anyOf'] = choices;
    }
    else if (given['type'] === undefined && given['enum'] === undefined && given['const'] === undefined) {
        return undefined;
    }
    if (given['type'] === 'array') {
        const items = strict(given['items']);
        if (!items)
            return undefined;
        result['items'] = items;
    }
    if (given['type'] === 'object') {
        const properties = Object.entries((given['properties'] ?? {}));
        const required = given['required'];
        const inner = all(properties.map(([, value]) => value));
        if (!inner || properties.some(([name]) => !Array.isArray(required) || !required.includes(name)) || (given['additionalProperties'] !== undefined && given['additionalProperties'] !== false))
            return undefined;
        result['properties'] = Object.fromEntries(properties.map(([name], index) => [name, inner[index]]));
        result['additionalProperties'] = false;
    }
    return result;
}

;// CONCATENATED MODULE: ./lib/src/llm/codex.js


















/** OpenAI's codex as a loop over our tools, behind the relay. Throws where the route was not checked; all else is said by the probe. */
async function openCodex(options) {
    const { baseUrl, apiKey, signIn, allowedHosts, prepare = true } = options;
    const route = (0,llm_route/* checkRoute */.Q)(baseUrl, allowedHosts, signIn === undefined ? responses_wire/* openAiHost */.xO : codex_sign_in/* chatGptHost */.II);
    if (!route.ok)
        throw new Error(route.why);
    const base = new URL(route.url.href.replace(/\/+(?:v1\/*)?$/, ''));
    const transport = (0,api_backend/* transportOf */.JH)(options);
    const relay = (0,api_backend/* relayTo */.Lq)(base, (0,responses_wire/* responsesWire */.iH)(apiKey), transport, options);
    let opening;
    const opened = () => (opening ??= openHouse(options, route, async () => {
        if (signIn !== undefined)
            return { way: { kind: 'sign-in', file: signIn, base: route.url.href.replace(/\/+$/, ''), ownPrices: options.ownPrices }, close: () => Promise.resolve() };
        const loopback = await (0,llm_loopback/* openLoopback */.s)({ relay, base, paths: ['/v1/responses'] });
        return { way: { kind: 'relay', relay, loopback }, close: () => loopback.close() };
    }));
    if (prepare)
        await opened();
    const closed = new AbortController();
    const running = new Set();
    /** Ends with the backend too. */
    const within = async (signal, work, without) => {
        const found = await opened();
        if (!found.ok)
            return without(found.failure);
        const done = work(found.house, AbortSignal.any([signal, closed.signal]));
        running.add(done);
        try {
            return await done;
        }
        finally {
            running.delete(done);
        }
    };
    return {
        id: 'codex', host: route.host,
        probe: (model, account, signal) => within(signal, (house, both) => (0,agent_answer/* probeThrough */.I)(onceIn(house), { model, account, signal: both }), (failure) => ({ category: failure.category, milliseconds: 0, failure })),
        generate: (ask) => within(ask.signal, (house, signal) => (0,agent_answer/* answerThrough */.a)(onceIn(house), { ...ask, signal }), (failure) => ({ ok: false, failure })),
        run: (task) => within(task.signal, (house, signal) => run(house, {
            ...task, signal, closing: () => task.closing(), onStep: () => task.onStep(), onRequest: (bytes) => task.onRequest(bytes), record: (entry) => task.record(entry),
        }), (failure) => failed(task, failure)),
        async close() {
            closed.abort(new Error('The backend is closed.'));
            await Promise.allSettled(running);
            const found = await opening;
            if (found?.ok === true)
                await found.close();
            await transport.close();
        },
    };
}
async function openHouse({ apiKey, signIn, environment, silenceMs, note = () => undefined, agents }, { host }, openWay) {
    if (apiKey.trim() === '' && signIn === undefined)
        return { ok: false, failure: (0,classify/* modelFailure */.iW)('missing-credential', 'codex needs a key of OpenAI\'s API: a sign-in with ChatGPT is not used, because its requests cannot go through the relay.') };
    const found = agents ?? await (0,agent_tools/* agentTools */.Pd)(environment, note);
    if (!found.ok)
        return found;
    const binary = codexBinary(found.tools.folder);
    if (binary === undefined)
        return { ok: false, failure: (0,agent_tools/* notRunnable */.$s)('The codex binary for this platform is not among the installed agent binaries.', found.tools.folder) };
    const sdk = await (0,agent_tools/* packageOf */.wg)(found.tools, '@openai/codex-sdk');
    if (!sdk.ok)
        return sdk;
    const { path: folder, remove } = await (0,own_folders/* openOwnFolder */.NL)('codex');
    const children = new Children(folder);
    const ended = (0,own_folders/* atEnd */.tE)(() => children.kill(folder));
    const isolation = await (0,llm_isolation.isolationOf)();
    // the SDK takes a path only
    const started = isolation.pidNamespace ? (0,external_node_path_.join)(folder, 'codex') : binary;
    if (started !== binary)
        (0,external_node_fs_.writeFileSync)(started, (0,llm_isolation/* isolatedScript */.xg)(binary, isolation), { mode: 0o700 });
    const opened = await openWay();
    const catalogues = new Map();
    let printed;
    const catalogue = (model) => {
        const known = catalogues.get(model) ?? (printed ??= printedModels(binary, folder)).then((text) => (0,codex_config/* tightCatalogue */.o3)(text, model));
        catalogues.set(model, known);
        return known;
    };
    return {
        ok: true,
        house: { sdk: sdk.loaded, binary: started, installed: found.tools.folder, folder, way: opened.way, children, host, silenceMs, environment, catalogue },
        async close() {
            await children.end(folder);
            ended();
            children.close();
            await opened.close();
            await remove();
        },
    };
}
function failed(task, failure, text = '') {
    task.record({ kind: 'failure', failure });
    return { stopReason: 'error', failure, text };
}
async function run(house, task) {
    const model = (0,codex_config/* codexModel */.XJ)(task.model);
    if (typeof model !== 'string')
        return failed(task, model);
    // refuses names that no provider takes
    (0,agent_loop/* toolsOf */.Fu)(task.tools);
    const { account } = task;
    const session = new agent_session/* AgentSession */.m(task);
    let before = account.usage;
    const turn = await runTurn(house, {
        model, system: task.system, prompt: task.prompt, maxOutputTokens: task.maxOutputTokens, account, signal: task.signal, toolbox: { tools: task.tools, call: (name, input) => session.call(name, input) },
        refuses(calls, amount) {
            session.reconcile(calls);
            return session.refuses(amount);
        },
        isOver: () => session.ended || session.bug !== undefined || account.stepStop() !== null,
        onItem({ type, server, text }) {
            if (type === 'agent_message') {
                if (text.trim() !== '')
                    task.record({ kind: 'text', step: account.steps + 1, text });
            }
            else if (type === 'mcp_tool_call' && server === codex_config/* toolServerName */.DC)
                session.reportCall();
            else if (type !== 'reasoning' && type !== 'error')
                session.action();
        },
        onSend: (bytes) => task.onRequest(bytes),
        onFailure: (failure) => task.record({ kind: 'failure', failure }),
        onEnd(milliseconds) {
            const { inputTokens, outputTokens } = account.usage;
            task.record({ kind: 'request', inputTokens: inputTokens - before.inputTokens, outputTokens: outputTokens - before.outputTokens, milliseconds: Math.round(milliseconds) });
            before = account.usage;
        },
    });
    if (session.bug)
        throw session.bug.error;
    const { text } = turn;
    switch (turn.end) {
        case 'cancelled': return { stopReason: 'cancelled', text };
        case 'stop': return { stopReason: turn.stop.reason, stop: turn.stop, text };
        case 'failure': return turn.met ? { stopReason: 'error', failure: turn.failure, text } : failed(task, turn.failure, text);
        default:
    }
    if (session.ended)
        return { stopReason: 'natural', text };
    const stop = account.stepStop();
    if (stop)
        return { stopReason: 'step-budget', stop, text };
    const idle = session.actions === 0;
    session.turnEnded();
    if (idle && text.trim() === '')
        return failed(task, (0,classify/* modelFailure */.iW)('provider-error', 'The model answered with nothing.'));
    return { stopReason: 'natural', text };
}
/** One answer to one prompt. Throws the signal's reason where it was cancelled. */
const onceIn = (house) => async ({ system = '', prompt, maxOutputTokens, account, signal, ...ask }, { schema, onFailure } = {}) => {
    const model = (0,codex_config/* codexModel */.XJ)(ask.model);
    if (typeof model !== 'string')
        return { ok: false, failure: model };
    const turn = await runTurn(house, { model, system, prompt, maxOutputTokens, account, signal, outputSchema: schema && strictSchema(schema), onFailure });
    if (turn.end === 'cancelled')
        throw signal.reason;
    if (turn.end === 'stop')
        return { ok: false, stop: turn.stop };
    if (turn.end === 'failure')
        return { ok: false, failure: turn.failure };
    return { text: turn.text };
};


/***/ })

};
