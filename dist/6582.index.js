export const id = 6582;
export const ids = [6582];
export const modules = {

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

/***/ 40480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ probeModels)
/* harmony export */ });
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29318);
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1850);
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
const messagesKey = (variable) => ({
    credential: 'api_key', address: 'base_url', api: 'the Messages API', set: (credential) => `set ${credential} to a reference such as env:${variable}, and give that variable to the step`,
});
const setups = {
    'anthropic': { provider: 'anthropic', ...messagesKey('ANTHROPIC_API_KEY') },
    'claude-code': { provider: 'anthropic', ...messagesKey('ANTHROPIC_API_KEY') },
    'gateway': { provider: 'gateway', ...messagesKey('AI_GATEWAY_API_KEY') },
    'openai-compatible': { provider: 'openaiCompatible', ...messagesKey('OPENAI_API_KEY'), api: 'an API to which /chat/completions is added' },
    'codex': {
        provider: 'codex', credential: 'api_key', address: 'base_url', api: 'the Responses API', variables: { credential: 'CODEX_API_KEY or OPENAI_API_KEY', address: 'OPENAI_BASE_URL' },
        set: (credential) => `give ${credential} to the step`,
    },
    'vertex': { provider: 'vertex', credential: null, address: 'location', api: 'Vertex AI', set: () => 'sign in with google-github-actions/auth in a step before this one, or set GOOGLE_APPLICATION_CREDENTIALS to a credential file' },
};
function findingOf({ id, host }, { model, roles, failure, others, working }, place) {
    const { category } = failure;
    const setup = setups[id] ?? { provider: id, ...messagesKey('ANTHROPIC_API_KEY') };
    const provider = ['llm', 'provider', setup.provider];
    const keys = { backend: ['llm', 'provider', 'backend'], model: ['llm', 'models', roles[0] ?? 'default'], credential: setup.credential === null ? provider : [...provider, setup.credential], address: [...provider, setup.address] };
    const { at, fix } = (failure.of === 'token' ? tokenAdvice[category] : undefined) ?? advice[category];
    const named = [`${model} (${roles.join(', ')})`, ...others].join(' and ');
    return {
        severity: 'error', code: category, ...place(setup.variables && at !== 'model' ? keys.backend : keys[at]),
        message: at === 'backend' ? `${id} cannot ask ${named}: ${words[category]}: ${failure.message}` : `${host} does not serve ${named}: ${words[category]}; it said: ${failure.message}`,
        fix: failure.fix ?? fix({ model, host, key: keys[at].join('.'), credential: keys.credential.join('.'), address: keys.address.join('.'), setup, working, ...setup.variables }),
    };
}
const words = {
    'missing-credential': 'there is no credential', 'auth': 'the credential is not valid', 'permission': 'the credential may not do this', 'model-access': 'the model is not there for this credential',
    'quota': 'the account has nothing left to spend', 'rate-limit': 'too many requests', 'network': 'it cannot be reached', 'timeout': 'no answer in time', 'not-installed': 'its program does not run here',
    'isolation': 'the agent could not be isolated', 'invalid-request': 'it refuses the request', 'provider-error': 'it has a problem of its own',
};
const advice = {
    'missing-credential': { at: 'credential', fix: ({ credential, setup }) => setup.set(credential) },
    'auth': { at: 'credential', fix: ({ credential, host, setup }) => (setup.credential === null ? `check the identity of the step: ${host} does not take its token` : `check that the secret behind ${credential} is a whole and current key of ${host}`) },
    'permission': { at: 'credential', fix: ({ credential, setup }) => setup.credential === null ? 'give the identity of the step the role Vertex AI User in the project, and enable the model there' : `give the key behind ${credential} the permission that is named, or use the key of a workspace that has it` },
    'model-access': { at: 'model', fix: modelFix },
    'quota': { at: 'credential', fix: ({ host }) => `add credit or raise the spending limit of the account at ${host}; waiting does not help` },
    'rate-limit': { at: 'credential', fix: () => 'run it again later, or lower ingest.workUnits.maxConcurrency, or ask the provider for a higher limit' },
    'network': { at: 'address', fix: ({ host, address }) => `check ${address}, HTTPS_PROXY and NO_PROXY, and that the runner may reach ${host}` },
    'timeout': { at: 'address', fix: ({ host, address }) => `run it again; if it stays so, check ${address} and the proxy on the way to ${host}` },
    'not-installed': { at: 'backend', fix: () => 'install the program that is named in a step before this one' },
    'isolation': { at: 'backend', fix: () => 'use a backend that talks to the API itself, or a runner that allows the isolation that is named' },
    'invalid-request': { at: 'address', fix: ({ address, setup }) => `check that ${address} is the address of ${setup.api}; if it is, please report this` },
    'provider-error': { at: 'address', fix: ({ host }) => `run it again later; the status page of ${host} says whether it is known` },
};
/** Where it is not the provider that refused: no key is wrong then. */
const tokenAdvice = {
    'missing-credential': { at: 'credential', fix: () => 'give the job the identity that is named, for example with permissions: {id-token: write}, or configure a key' },
    'auth': { at: 'credential', fix: () => 'check the federation rule, the identity provider or the service account that is named, and that the job is one that it lets in' },
    'permission': { at: 'credential', fix: () => 'let the identity of the job act for the service account that is named' },
    'network': { at: 'credential', fix: ({ host }) => `check HTTPS_PROXY and NO_PROXY, and that the runner may reach the host that is named, beside ${host}` },
    'provider-error': { at: 'credential', fix: () => 'run it again later; the status page of the host that is named says whether it is known' },
};
function modelFix({ model, key, working }) {
    // `anthropic/claude-sonnet-4.6` of a gateway: the other name is written in the same way.
    const prefix = model.slice(0, model.lastIndexOf('/') + 1);
    const listed = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)((0,_prices_js__WEBPACK_IMPORTED_MODULE_1__/* .listedName */ .d1)(model), Object.keys(_prices_js__WEBPACK_IMPORTED_MODULE_1__/* .priceTable */ .qx).filter((known) => (0,_prices_js__WEBPACK_IMPORTED_MODULE_1__/* .listedName */ .d1)(known) !== (0,_prices_js__WEBPACK_IMPORTED_MODULE_1__/* .listedName */ .d1)(model)));
    const near = listed === undefined ? undefined : `${prefix}${prefix === '' ? listed : listed.replace(/-(\d+)-(\d+)$/, '-$1.$2')}`;
    const proposal = near === undefined ? `set ${key} to a model that the credential may use` : `set ${key} to ${working.includes(near) ? 'the working ' : ''}${near}, or to another model that the credential may use`;
    return working.length === 0 ? proposal : `the credential works (${working.join(', ')} answered), so it is this name: ${proposal}`;
}


/***/ }),

/***/ 66582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   probeProject: () => (/* binding */ probeProject)
/* harmony export */ });
/* harmony import */ var _llm_ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23313);
/* harmony import */ var _llm_probe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40480);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25713);



async function probeProject(project, { environment, allowedHosts, ask }) {
    const base = (0,_model_js__WEBPACK_IMPORTED_MODULE_2__.baseUrlOf)(project, environment);
    const host = URL.canParse(base) ? new URL(base).host : base;
    const refused = (0,_model_js__WEBPACK_IMPORTED_MODULE_2__.routeFindings)(project, environment, allowedHosts);
    if (refused.length > 0)
        return { host, answered: [], findings: refused };
    const opened = await (0,_model_js__WEBPACK_IMPORTED_MODULE_2__.openModel)({ project, environment, allowedHosts, concurrency: 4, say: () => undefined, ask });
    if (!opened.ok)
        return { host, answered: [], findings: [opened.finding] };
    const models = (0,_model_js__WEBPACK_IMPORTED_MODULE_2__.judgingModels)(project);
    try {
        if (!ask)
            return { host, answered: models.map((one) => ({ ...one, milliseconds: null })), findings: [] };
        const account = new _llm_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .Ledger */ .O({ usd: 0, tokens: 0, steps: 0 }).open('probe', { usd: 0, tokens: 0, steps: 0 });
        const { results, findings } = await (0,_llm_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .probeModels */ .Z)({ backend: opened.backend, models, place: (path) => project.place(...path), account, signal: new AbortController().signal, timeoutMs: (0,_model_js__WEBPACK_IMPORTED_MODULE_2__.probeMilliseconds)(environment) });
        return { host, findings, answered: models.flatMap((one) => results.flatMap(({ model, result }) => (model === one.model && result.category === 'ok' ? [{ ...one, milliseconds: result.milliseconds }] : []))) };
    }
    finally {
        await opened.backend.close();
    }
}


/***/ })

};
