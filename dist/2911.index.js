export const id = 2911;
export const ids = [2911];
export const modules = {

/***/ 62911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   modelFacts: () => (/* binding */ modelFacts)
/* harmony export */ });
/* harmony import */ var _project_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42177);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25713);


function modelFacts(project, environment) {
    const { backend } = project.config.llm.provider;
    if (backend === 'none')
        return { credential: 'none', hosts: [], ignored: ignoredKeys(project), rows: '' };
    const base = (0,_model_js__WEBPACK_IMPORTED_MODULE_1__.baseUrlOf)(project, environment);
    const hosts = [{ host: URL.canParse(base) ? new URL(base).host : base, what: `${backend}: names, types, comments, SQL and text of pages, with the credential` }, ...tokenHosts(project, environment)];
    return { credential: credentialText(project, environment), hosts, ignored: ignoredKeys(project), rows: rowsText(project) };
}
/** `env:NAME` and `file:PATH` are where a value is, not the value; anything else is. */
function sourceOf(written, otherwise) {
    const reference = written ?? otherwise;
    return /^(?:env|file):/.test(reference.trim()) ? `key from ${reference.trim()}` : 'key written in ktx.yaml';
}
const googleTexts = {
    'service-account': 'service account of Google Cloud, with a stored key', 'external-account': 'keyless (Google Cloud, external account)',
    'metadata': 'identity of this machine in Google Cloud', 'user': 'credential of a person in Google Cloud',
};
function credentialText(project, environment) {
    const { provider } = project.config.llm;
    switch (provider.backend) {
        case 'gateway': return sourceOf(provider.gateway?.api_key, 'env:AI_GATEWAY_API_KEY');
        case 'openai-compatible': return provider.openaiCompatible?.api_key === undefined ? 'no key' : sourceOf(provider.openaiCompatible.api_key, '');
        case 'vertex': {
            const access = (0,_project_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .vertexAccess */ .v$)(project, environment);
            return access.ok ? googleTexts[access.identity.kind] : 'no credential of Google Cloud';
        }
        case 'anthropic':
        case 'claude-code': {
            const federated = (0,_project_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .anthropicFederation */ .Yw)(project, environment);
            if (federated?.ok === true)
                return federated.federation.identity.kind === 'github' ? 'keyless (GitHub OIDC)' : 'keyless (identity token)';
            const isSignIn = provider.backend === 'claude-code' && !environment['ANTHROPIC_API_KEY']?.trim() && environment['CLAUDE_CODE_OAUTH_TOKEN']?.trim();
            return sourceOf(provider.anthropic?.api_key, isSignIn ? 'env:CLAUDE_CODE_OAUTH_TOKEN' : 'env:ANTHROPIC_API_KEY');
        }
        case 'codex': return (0,_model_js__WEBPACK_IMPORTED_MODULE_1__.signsIn)(project, environment) ? 'sign-in with ChatGPT, past the relay' : environment['CODEX_API_KEY']?.trim() ? 'key from env:CODEX_API_KEY' : 'key from env:OPENAI_API_KEY';
        default: return 'none';
    }
}
/** Where tokens come from, where there is no key. */
function tokenHosts(project, environment) {
    const { backend } = project.config.llm.provider;
    if (backend === 'anthropic' || backend === 'claude-code') {
        const federated = (0,_project_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .anthropicFederation */ .Yw)(project, environment);
        if (federated?.ok !== true || federated.federation.identity.kind !== 'github')
            return [];
        return [{ host: new URL(federated.federation.identity.requestUrl).host, what: 'GitHub: the identity token of the job; nothing else' }];
    }
    if ((0,_model_js__WEBPACK_IMPORTED_MODULE_1__.signsIn)(project, environment))
        return [{ host: 'auth.openai.com', what: 'codex: new tokens for the sign-in; nothing else' }];
    const access = backend === 'vertex' ? (0,_project_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .vertexAccess */ .v$)(project, environment) : undefined;
    if (access?.ok !== true)
        return [];
    const { identity } = access;
    const urls = identity.kind === 'metadata' ? [`http://${identity.host}`] : identity.kind === 'external-account' ? [identity.tokenUrl, ...(identity.impersonationUrl === null ? [] : [identity.impersonationUrl]), ...(identity.source.kind === 'url' ? [identity.source.url] : [])] : [identity.tokenUrl];
    return [...new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).host))].map((host) => ({ host, what: 'Google Cloud: tokens; nothing else' }));
}
const caching = ['enabled', 'systemTtl', 'toolsTtl', 'historyTtl', 'vertexFallbackTo5m'];
/** Backends that mark what is cached themselves, or whose provider does. */
const cachesItself = new Set(['none', 'openai-compatible', 'codex', 'claude-code']);
function ignoredKeys(project) {
    const { provider, promptCaching } = project.config.llm;
    const { backend } = provider;
    const set = caching.filter((key) => promptCaching?.[key] !== undefined && (cachesItself.has(backend) || (key === 'vertexFallbackTo5m' && backend !== 'vertex')));
    const sections = { 'anthropic': 'anthropic', 'gateway': 'gateway', 'openai-compatible': 'openaiCompatible', 'vertex': 'vertex' };
    const others = Object.entries(sections).filter(([of, key]) => of !== backend && provider[key] !== undefined && !(of === 'anthropic' && backend === 'claude-code'));
    return [...others.map(([, key]) => `llm.provider.${key}`), ...set.map((key) => `llm.promptCaching.${key}`)];
}
function rowsText(project) {
    const { samples } = project.settings;
    const of = (kind) => (kind === 'none' ? 'no rows' : kind === 'raw' ? 'sample rows' : 'shapes of values, no rows');
    if (typeof samples === 'string')
        return of(samples);
    const kinds = Object.entries(samples).map(([connection, kind]) => `${connection}: ${of(kind)}`);
    return [...kinds, `else ${of('masked')}`].join(', ');
}


/***/ })

};
