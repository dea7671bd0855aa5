export const id = 9720;
export const ids = [9720];
export const modules = {

/***/ 39717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ skippedDrivers),
/* harmony export */   Sq: () => (/* binding */ backends),
/* harmony export */   a6: () => (/* binding */ readDrivers),
/* harmony export */   nH: () => (/* binding */ ktxSchema),
/* harmony export */   no: () => (/* binding */ modelRoles),
/* harmony export */   tf: () => (/* binding */ connectionSchemas)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12311);

/**
 * ktx.yaml as ktx 0.12 reads it, with the key names that its later documentation adds. Unknown keys are warned about,
 * not refused; connections keep every key that they hold.
 */
const backends = ['none', 'anthropic', 'vertex', 'gateway', 'openai-compatible', 'claude-code', 'codex'];
const modelRoles = ['default', 'triage', 'candidateExtraction', 'curator', 'reconcile', 'repair'];
const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1);
const positive = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1);
const count = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0);
const share = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).max(1);
const ttl = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['5m', '1h']);
const embeddings = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    backend: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['none', 'openai', 'sentence-transformers']).default('none'),
    model: text.optional(),
    dimensions: positive.default(8),
    openai: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ api_key: text.optional(), base_url: text.optional() }).optional(),
    sentenceTransformers: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ base_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(''), pathPrefix: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional() }).optional(),
    batchSize: positive.optional(),
});
const credentials = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ api_key: text.optional(), base_url: text.optional() });
const llm = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    provider: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        backend: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(backends).default('none'),
        anthropic: credentials.optional(),
        gateway: credentials.optional(),
        openaiCompatible: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ base_url: text, api_key: text.optional() }).optional(),
        vertex: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ project: text.optional(), location: text }).optional(),
    })
        .prefault({}),
    models: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        default: text.optional(),
        triage: text.optional(),
        candidateExtraction: text.optional(),
        curator: text.optional(),
        reconcile: text.optional(),
        repair: text.optional(),
    })
        .prefault({}),
    promptCaching: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        enabled: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
        systemTtl: ttl.optional(),
        toolsTtl: ttl.optional(),
        historyTtl: ttl.optional(),
        vertexFallbackTo5m: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    })
        .optional(),
});
const ingest = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    adapters: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]),
    profile: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('json')]).default(false),
    embeddings: embeddings.prefault({}),
    workUnits: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        stepBudget: positive.default(40),
        maxConcurrency: positive.optional(),
        failureMode: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['abort', 'continue']).default('continue'),
    })
        .prefault({}),
    rateLimit: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        enabled: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(true),
        throttleThreshold: share.default(0.8),
        minConcurrencyUnderPressure: positive.default(1),
        maxWaitMs: positive.optional(),
        retry: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            maxAttempts: positive.default(6),
            baseDelayMs: positive.default(1000),
            maxDelayMs: positive.default(60_000),
            jitter: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(true),
        })
            .prefault({}),
    })
        .prefault({}),
});
const scan = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    enrichment: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ mode: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['none', 'deterministic', 'llm']).default('none'), embeddings: embeddings.optional() })
        .prefault({}),
    relationships: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        enabled: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(true),
        llmProposals: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(true),
        validationRequiredForManifest: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(true),
        acceptThreshold: share.default(0.85),
        reviewThreshold: share.default(0.55),
        maxLlmTablesPerBatch: positive.default(40),
        maxCandidatesPerColumn: positive.default(25),
        profileSampleRows: positive.default(10_000),
        profileConcurrency: positive.default(4),
        validationConcurrency: positive.default(4),
        validationBudget: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('all'), count]).optional(),
    })
        .prefault({}),
});
const ktxSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    setup: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ database_connection_ids: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]) }).optional(),
    connections: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[a-zA-Z0-9][a-zA-Z0-9_-]*$/), zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ driver: text })).default({}),
    storage: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        state: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['sqlite', 'postgres']).default('sqlite'),
        search: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['sqlite-fts5', 'postgres-hybrid']).default('sqlite-fts5'),
        git: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ author: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default('ktx <ktx@example.com>') }).prefault({}),
    })
        .prefault({}),
    llm: llm.prefault({}),
    ingest: ingest.prefault({}),
    agent: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        run_research: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            enabled: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(false),
            max_iterations: count.default(20),
            default_toolset: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default(['sl_query', 'wiki_search', 'sl_read_source']),
        })
            .prefault({}),
    })
        .prefault({}),
    scan: scan.prefault({}),
});
/** Keys of a connection that ktx-ci reads itself, by driver. Other keys of a connection are ktx's and kept. */
const connectionSchemas = {
    sqlite: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        driver: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('sqlite'),
        path: text.optional(),
        url: text.optional(),
        enabled_tables: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text).optional(),
        query_timeout_ms: positive.optional(),
    }),
    postgres: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        driver: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('postgres'),
        url: text.optional(),
        host: text.optional(),
        port: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).max(65_535), text]).optional(),
        database: text.optional(),
        username: text.optional(),
        user: text.optional(),
        password: text.optional(),
        schema: text.optional(),
        schemas: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text).optional(),
        ssl: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
        sslmode: text.optional(),
        sslrootcert: text.optional(),
        rejectUnauthorized: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
        trustServerCertificate: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
        maxConnections: positive.optional(),
        enabled_tables: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text).optional(),
        query_timeout_ms: positive.optional(),
    }),
    dbt: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        driver: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('dbt'),
        source_dir: text.optional(),
        repo_url: text.optional(),
        branch: text.optional(),
        path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
        auth_token_ref: text.optional(),
        profiles_path: text.optional(),
        target: text.optional(),
        project_name: text.optional(),
    }),
};
/** Drivers that ktx reads and ktx-ci does not (yet): their connections are skipped and their context is left alone. */
const skippedDrivers = [
    'mysql', 'snowflake', 'bigquery', 'clickhouse', 'sqlserver',
    'duckdb', 'athena', 'mongodb', 'databricks', 'redshift', 'trino', 'hologres',
    'metricflow', 'lookml', 'looker', 'metabase', 'notion', 'confluence', 'jira', 'gdrive', 'sharepoint', 'sigma',
];
const readDrivers = Object.keys(connectionSchemas);


/***/ }),

/***/ 54213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ blockLines),
/* harmony export */   KH: () => (/* binding */ flowText),
/* harmony export */   Wx: () => (/* binding */ entryLines),
/* harmony export */   h2: () => (/* binding */ emitYaml),
/* harmony export */   ln: () => (/* binding */ flowEntry)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

const ktxStyle = { step: 2, indentedSequences: true, blockScalars: 'all' };
/**
 * A new document in ktx's style: block style, indented by 2, long lines not folded, final newline. Strings that YAML
 * 1.1 or 1.2 would read as something else are quoted, so that any reader gets the same value.
 */
function emitYaml(value) {
    return emit(value, ktxStyle, false);
}
/** The lines of a value in block style, without line endings; a value that has no block style is one line. */
function blockLines(value, style) {
    return emit(value, style, false).slice(0, -1).split('\n');
}
/** The lines of `key: value` in block style, without line endings. */
function entryLines(key, value, style) {
    return blockLines(Object.fromEntries([[key, value]]), style);
}
/** The value on one line, fit for the inside of a flow collection. */
function flowText(value) {
    // A lone scalar is emitted inside of a sequence, where the characters that end it are quoted.
    const text = emit([value], ktxStyle, true).trimEnd();
    return text.slice(1, -1).trim();
}
/** `key: value` on one line, fit for the inside of a flow map. */
function flowEntry(key, value) {
    return flowText(Object.fromEntries([[key, value]])).slice(1, -1).trim();
}
function emit(value, style, flow) {
    const document = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Document */ .yo(value, null, { version: '1.1', compat: 'core', aliasDuplicateObjects: false, customTags });
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Scalar(at, node) {
            if (typeof node.value !== 'string')
                return;
            if (style.quote !== undefined && at !== 'key' && !node.value.includes('\n'))
                node.type = style.quote;
            // A root (at null) has no indentation, which the library's indentation indicator counts from.
            const fits = at !== null && !flow && fitsBlock(node.value, style);
            if (needsEscapes.test(node.value) || (node.value.includes('\n') && !fits))
                node.type = yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_DOUBLE;
        },
        Collection(_, node) {
            if (flow)
                node.flow = true;
        },
    });
    const text = document.toString({
        indent: style.step,
        indentSeq: style.indentedSequences,
        lineWidth: 0,
        doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    });
    return text.replace(hidden, (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}
/** Without the merge tag, which would write every string `<<` plain. */
function customTags(tags) {
    return tags.filter((tag) => typeof tag !== 'object' || tag.tag !== 'tag:yaml.org,2002:merge');
}
/**
 * Characters that some reader takes for a line break or refuses (YAML 1.1 section 4.1.1), and the marks that change
 * the direction of text, which hide in a review what a line says.
 */
const hidden = /[\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g;
/** A lone `=` is a type in YAML 1.1, `<<` merges, PyYAML refuses tabs in plain scalars and trims blank block scalars. */
const needsEscapes = /[\r\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]|^(=|<<|[^\n]*\t[^\n]*|\s+)$/;
/** Whether text may be a block scalar. Where that needs an indentation indicator the library always writes 2. */
function fitsBlock(text, { step, blockScalars }) {
    if (blockScalars === 'none' || (step !== 2 && /^\n* /.test(text)))
        return false;
    return blockScalars === 'all' || !text.endsWith('\n\n');
}


/***/ }),

/***/ 10467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseBounded)
/* harmony export */ });
/* unused harmony export Lines */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _yaml_plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65260);


/** Turns offsets of the text into lines and columns. */
class Lines {
    #counter;
    constructor(counter) {
        this.#counter = counter;
    }
    place(offset) {
        const { line, col } = this.#counter.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    }
}
const defaults = { maxBytes: 4_000_000, maxDepth: 64, maxAliases: 10_000 };
/**
 * Parses one document within limits; what is returned has no errors, one root, no duplicate key and no cycle. With
 * `keepSourceTokens` the nodes know their tokens.
 */
function parseBounded(bytes, limits, keepSourceTokens = false) {
    const { maxBytes, maxDepth, maxAliases } = { ...defaults, ...limits };
    // A code unit is at least one byte of UTF-8, so a longer string is too large without being encoded.
    const size = typeof bytes !== 'string' ? bytes.length : bytes.length > maxBytes ? bytes.length : Buffer.byteLength(bytes);
    if (size > maxBytes) {
        return refuse('too-large', `the file has ${size} bytes, more than the ${maxBytes} that are read`);
    }
    const text = decode(bytes);
    if (typeof text !== 'string')
        return text;
    const counter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const lines = new Lines(counter);
    const at = (reason, message, offset) => ({
        ok: false,
        problem: { reason, message, ...lines.place(offset) },
    });
    const tokens = [];
    const parser = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .iX(counter.addNewLine);
    counter.addNewLine(0);
    for (const lexeme of new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Lexer */ .JG().lex(text)) {
        for (const token of parser.next(lexeme))
            tokens.push(token);
        // The stack holds the document and the scalar beside the collections.
        if (parser.stack.length > maxDepth + 2) {
            return at('too-deep', `more than ${maxDepth} levels are nested in each other`, parser.offset);
        }
    }
    for (const token of parser.end())
        tokens.push(token);
    const [document, second] = compose(tokens, text.length, keepSourceTokens);
    if (document === undefined)
        return refuse('syntax', 'the file holds no document');
    const error = document.errors[0];
    if (error !== undefined) {
        const reason = error.code === 'RESOURCE_EXHAUSTION' ? 'too-deep' : 'syntax';
        return at(reason, error.message, error.pos[0]);
    }
    if (second !== undefined)
        return at('shape', 'the file holds more than one document', second.range[0]);
    const plain = (0,_yaml_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .toPlain */ .Ul)(document.contents, { maxDepth, maxAliases });
    if ('problem' in plain)
        return at(plain.problem.reason, plain.problem.message, plain.problem.offset);
    const start = tokens.find((token) => token.type === 'document')?.start ?? [];
    const end = tokens.find((token) => token.type === 'doc-end')?.offset ?? text.length;
    return { ok: true, text, root: document.contents, start, end, tree: plain, lines };
}
/** Offsets start behind a byte order mark. A problem is returned for bytes that are not UTF-8 and for NULs. */
function decode(bytes) {
    let text;
    try {
        text = typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return refuse('encoding', 'the file is not valid UTF-8');
    }
    if (text.startsWith('\uFEFF'))
        text = text.slice(1);
    const nul = text.indexOf('\0');
    if (nul === -1)
        return text;
    const before = text.slice(0, nul).split('\n');
    return refuse('encoding', 'the file holds a NUL character', before.length, (before.at(-1)?.length ?? 0) + 1);
}
function compose(tokens, end, keepSourceTokens) {
    // uniqueKeys compares every key with every other one; duplicates are found with a set instead, in toPlain.
    const composer = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Composer */ .Dk({
        version: '1.2',
        merge: true,
        uniqueKeys: false,
        resolveKnownTags: false,
        logLevel: 'silent',
        keepSourceTokens,
    });
    // A hostile file has a million errors of which one is shown; their stack traces would take most of the time.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
        return [...composer.compose(tokens, true, end)];
    }
    finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
}
function refuse(reason, message, line = 1, column = 1) {
    return { ok: false, problem: { reason, message, line, column } };
}


/***/ }),

/***/ 65260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ul: () => (/* binding */ toPlain),
/* harmony export */   xT: () => (/* binding */ keyName),
/* harmony export */   yJ: () => (/* binding */ isMergeKey)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

/**
 * The plain value of a parsed tree. An anchor holds for what follows it, and may be defined again. Keys become strings,
 * explicit keys of a map win over merged ones, and of several merge sources the first.
 */
function toPlain(root, limits) {
    try {
        const conversion = new Conversion(limits);
        const value = conversion.node(root, 0);
        return { value, anchored: conversion.anchored, targets: conversion.targets };
    }
    catch (error) {
        if (error instanceof Refused)
            return { problem: error.problem };
        throw error;
    }
}
/** A plain `<<`; a quoted one is a key like any other. */
function isMergeKey(key) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) || (key.type !== undefined && key.type !== yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.PLAIN))
        return false;
    return typeof key.value === 'symbol' && key.value.description === '<<';
}
/** The name under which the value of a key stands in the plain value, the same as ktx sees. */
function keyName(key) {
    if (typeof key === 'string')
        return key;
    if (key === null || key === undefined)
        return '';
    return typeof key === 'object' ? JSON.stringify(key) : String(key);
}
/** Nodes of which there may be copies by alias, all together: nine levels of nine aliases stand for 43 million. */
const maxCopiedNodes = 2_000_000;
/** Leaves the recursion; never leaves this file. */
class Refused extends Error {
    problem;
    constructor(reason, message, node) {
        super(message);
        this.problem = { reason, message, offset: node?.range?.[0] ?? 0 };
    }
}
class Conversion {
    anchored = new Map();
    targets = new Map();
    #limits;
    #anchors = new Map();
    #nodes = 0;
    #copied = 0;
    #uses = 0;
    #deepest = 0;
    constructor(limits) {
        this.#limits = limits;
    }
    node(node, depth) {
        if (node === null)
            return null;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
            return this.#alias(node, node.source, depth);
        this.#nodes += 1;
        this.#deepest = Math.max(this.#deepest, depth);
        const anchor = 'anchor' in node ? node.anchor : undefined;
        if (anchor === undefined)
            return this.#bare(node, depth);
        const [nodes, uses, deepest] = [this.#nodes, this.#uses, this.#deepest];
        this.#deepest = depth;
        this.#anchors.set(anchor, 'open');
        const value = this.#bare(node, depth);
        this.anchored.set(node, value);
        this.#anchors.set(anchor, {
            node,
            value,
            nodes: this.#nodes - nodes + 1,
            uses: this.#uses - uses,
            height: this.#deepest - depth,
        });
        this.#deepest = Math.max(deepest, this.#deepest);
        return value;
    }
    #alias(node, name, depth) {
        const target = this.#anchors.get(name);
        if (target === undefined)
            throw new Refused('syntax', `*${name} has no anchor before it`, node);
        if (target === 'open')
            throw new Refused('aliases', `*${name} stands inside of what it names`, node);
        this.#uses += 1 + target.uses;
        this.#nodes += target.nodes;
        this.#copied += target.nodes;
        this.#deepest = Math.max(this.#deepest, depth + target.height);
        if (this.#uses > this.#limits.maxAliases || this.#copied > maxCopiedNodes) {
            throw new Refused('aliases', 'aliases make the file stand for far more than it holds', node);
        }
        if (depth + target.height > this.#limits.maxDepth) {
            throw new Refused('too-deep', `aliases nest more than ${this.#limits.maxDepth} levels in each other`, node);
        }
        this.targets.set(node, target.node);
        return target.value;
    }
    #bare(node, depth) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
            return typeof node.value === 'symbol' ? node.value.description : node.value;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
            return this.#map(node.items, depth);
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
            return null;
        return node.items.map((item) => this.node(item, depth + 1));
    }
    #map(items, depth) {
        const entries = new Map();
        const sources = [];
        for (const { key, value } of items) {
            if (isMergeKey(key)) {
                sources.push({ at: key, source: this.node(value, depth + 1) });
                continue;
            }
            const name = keyName(this.node(key, depth + 1));
            if (entries.has(name))
                throw new Refused('syntax', `the key ${JSON.stringify(name)} is there twice`, key);
            entries.set(name, this.node(value, depth + 1));
        }
        for (const { at, source } of sources) {
            for (const part of Array.isArray(source) ? source : [source]) {
                if (part === null || typeof part !== 'object' || Array.isArray(part)) {
                    throw new Refused('syntax', 'a merge key (<<) takes a map or a list of maps', at);
                }
                for (const [name, value] of Object.entries(part))
                    if (!entries.has(name))
                        entries.set(name, value);
            }
        }
        return Object.fromEntries(entries);
    }
}


/***/ }),

/***/ 74494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ YamlTree)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75066);
/* harmony import */ var _yaml_plain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65260);



/**
 * Finds nodes by path. Every index is made when it is first needed, so that asking for all places of a large file is
 * linear in its size.
 */
class YamlTree {
    #root;
    #targets;
    #entries = new WeakMap();
    #items = new WeakMap();
    constructor(root, targets) {
        this.#root = root;
        this.#targets = targets;
    }
    /** What the path leads to, through aliases and merge keys; the last value may itself be an alias. */
    find(path) {
        let found = { value: this.#root };
        for (const step of path) {
            found = this.step(found.value, step);
            if (found === undefined)
                return undefined;
        }
        return found;
    }
    /** What one step below the node leads to. */
    step(node, step) {
        const target = this.target(node);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(target)) {
            if (typeof step === 'object')
                return undefined;
            return this.#inMap(target, String(step));
        }
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(target))
            return undefined;
        const index = typeof step === 'number' ? step : typeof step === 'object' ? this.indexOf(target, step) : undefined;
        if (index === undefined || index < 0 || index >= target.items.length)
            return undefined;
        return { value: target.items[index] };
    }
    /** The node itself, or what it is an alias of. */
    target(node) {
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
            return node;
        return this.#targets.get(node) ?? null;
    }
    /** The entry of exactly this map, without merged ones. */
    entry(map, key) {
        let entries = this.#entries.get(map);
        if (entries === undefined) {
            entries = new Map(map.items.filter((entry) => !(0,_yaml_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .isMergeKey */ .yJ)(entry.key)).map((entry) => [this.#name(entry.key), entry]));
            this.#entries.set(map, entries);
        }
        return entries.get(key);
    }
    /** The index of the first item that is a map with these scalars. */
    indexOf(seq, wanted) {
        const keys = Object.keys(wanted).sort();
        const kind = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(keys);
        let kinds = this.#items.get(seq);
        if (kinds === undefined)
            this.#items.set(seq, (kinds = new Map()));
        let index = kinds.get(kind);
        if (index === undefined)
            kinds.set(kind, (index = this.#indexBy(seq, keys)));
        return index.get((0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(keys.map((key) => wanted[key])));
    }
    #indexBy(seq, keys) {
        const index = new Map();
        seq.items.forEach((item, position) => {
            const values = keys.map((key) => this.#scalar(this.step(item, key)?.value ?? null));
            if (values.includes(undefined))
                return;
            const key = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(values);
            if (!index.has(key))
                index.set(key, position);
        });
        return index;
    }
    /** Whether a merge key of this map provides the key. */
    isMerged(map, key) {
        return this.#merged(map, key) !== undefined;
    }
    #inMap(map, key) {
        return this.entry(map, key) ?? this.#merged(map, key);
    }
    #merged(map, key) {
        for (const entry of map.items) {
            if (!(0,_yaml_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .isMergeKey */ .yJ)(entry.key))
                continue;
            const source = this.target(entry.value);
            for (const part of (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(source) ? source.items : [source]) {
                const found = this.step(part, key);
                if (found !== undefined)
                    return found;
            }
        }
        return undefined;
    }
    #scalar(node) {
        const target = this.target(node);
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(target) || target.value === null || typeof target.value === 'symbol')
            return undefined;
        return String(target.value);
    }
    #name(key) {
        const target = this.target(key);
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(target) ? (0,_yaml_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .keyName */ .xT)(target.value) : (0,_yaml_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .keyName */ .xT)(target?.toJSON());
    }
}


/***/ })

};
