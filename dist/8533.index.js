export const id = 8533;
export const ids = [8533];
export const modules = {

/***/ 88533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ik: () => (/* binding */ driverName),
  Ci: () => (/* binding */ isWarehouse),
  gi: () => (/* binding */ loadProject)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/text/nearest.js
var nearest = __webpack_require__(29318);
// EXTERNAL MODULE: ./lib/src/text/yaml.js
var yaml = __webpack_require__(74413);
// EXTERNAL MODULE: ./lib/src/project/ktx-schema.js
var ktx_schema = __webpack_require__(39717);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
;// CONCATENATED MODULE: ./lib/src/project/settings-schema.js

/** ktx-ci.yaml: what the action's inputs and flags do not carry. Every limit of 0 means none. */
const limit = schemas/* number */.aig().min(0);
const whole = schemas/* int */.Whr().min(0);
const samples = schemas/* enum */.k5n(['masked', 'raw', 'none']);
const settingsSchema = schemas/* strictObject */.rej({
    budget: schemas/* strictObject */.rej({
        usd: limit.default(10).describe('USD that one run may spend at list price'),
        usdPerMonth: limit.default(0).describe('USD that the runs of one calendar month (UTC) may spend together'),
        tokens: whole.optional().describe('Tokens that one run may use; default: no limit where the price of every model is known, else 5,000,000'),
        steps: whole.default(0).describe('Agent steps that one run may take'),
        minutes: limit.default(60).describe('Minutes that one run may take'),
        warehouse: schemas/* strictObject */.rej({
            queries: whole.default(0).describe('Statements that one run may send to one warehouse'),
            seconds: limit.default(0).describe('Seconds that one run may keep one warehouse busy'),
            bytes: whole.default(0).describe('Bytes that one run may read from one warehouse'),
        })
            .prefault({}),
    })
        .prefault({}),
    concurrency: schemas/* int */.Whr().min(1).optional().describe('Units in flight; default: ingest.workUnits.maxConcurrency of ktx.yaml, else 4'),
    maxOutputTokens: schemas/* int */.Whr().min(1).default(8000).describe('Output limit of one model request, in tokens'),
    documents: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).default([]).describe('Globs of Markdown and text files with business rules, relative to the project'),
    samples: schemas/* union */.KCZ([samples, schemas/* record */.g1P(schemas/* string */.YjP(), samples)])
        .default('masked')
        .describe('What a model may see of rows: for all connections, or by connection id'),
    prices: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* strictObject */.rej({ input: limit, output: limit, cacheRead: limit.optional(), cacheWrite: limit.optional() }))
        .default({})
        .describe('USD per million tokens of models that are not in the price table, or own prices'),
    pullRequest: schemas/* strictObject */.rej({
        branch: schemas/* string */.YjP().min(1).default('ktx-ci/context'),
        base: schemas/* string */.YjP().min(1).optional(),
        labels: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
        draft: schemas/* boolean */.zMY().default(false),
        reviewers: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
        maxChanges: schemas/* int */.Whr().min(1).default(40),
        values: schemas/* boolean */.zMY().default(true),
        quotes: schemas/* boolean */.zMY().default(true),
    })
        .prefault({}),
    removals: schemas/* strictObject */.rej({
        maxShare: schemas/* number */.aig().min(0).max(1).default(0.1).describe('Share of a connection that one run may remove without asking'),
        min: whole.default(5).describe('Removals that are always allowed, whatever the share'),
    })
        .prefault({}),
    reconcile: schemas/* strictObject */.rej({ steps: schemas/* int */.Whr().min(1).default(60).describe('Agent steps that one conversation about doubles and contradictions may take') })
        .prefault({}),
    verify: schemas/* strictObject */.rej({ tolerance: schemas/* number */.aig().min(0).max(1).default(0.001).describe('Relative difference from its origin at which a measure becomes a question') })
        .prefault({}),
});

// EXTERNAL MODULE: ./lib/src/project/validate.js
var validate = __webpack_require__(53288);
;// CONCATENATED MODULE: ./lib/src/project/project.js







/** Whether the connection is a warehouse that ktx-ci opens. */
function isWarehouse(connection) {
    return connection.driver === 'sqlite' || connection.driver === 'postgres';
}
/** The driver as ktx.yaml names it. */
function driverName(connection) {
    return connection.driver === 'skipped' ? connection.options.driver : connection.driver;
}
const configBytes = 1024 * 1024;
const isFile = (path) => (0,external_node_fs_.existsSync)(path) && (0,external_node_fs_.statSync)(path).isFile();
/** The nearest directory at or above `from` that holds ktx.yaml; else `from` itself. */
function nearestProject(from) {
    for (let at = (0,external_node_path_.resolve)(from);; at = (0,external_node_path_.dirname)(at)) {
        if (isFile((0,external_node_path_.join)(at, 'ktx.yaml')))
            return at;
        if ((0,external_node_path_.dirname)(at) === at)
            return (0,external_node_path_.resolve)(from);
    }
}
/** Reads and checks ktx.yaml and ktx-ci.yaml. No network, nothing is resolved, nothing is written. */
function loadProject(options) {
    const named = options.directory ?? options.environment['KTX_PROJECT_DIR'];
    const root = named ? (0,external_node_path_.resolve)(options.cwd, named) : nearestProject(options.cwd);
    if (!isFile((0,external_node_path_.join)(root, 'ktx.yaml'))) {
        if (options.bareDbt && isFile((0,external_node_path_.join)(root, 'dbt_project.yml')))
            return bareDbtProject(root);
        const dbtHere = isFile((0,external_node_path_.join)(root, 'dbt_project.yml'));
        return {
            ok: false, root,
            findings: [{
                    severity: 'error', code: 'no-project',
                    message: dbtHere ? `${root} holds a dbt project and no ktx.yaml` : `there is no ktx.yaml in ${root}`,
                    fix: dbtHere
                        ? 'run `ktx-ci ingest --dry-run` or `ktx-ci check`, which need none, or write a ktx.yaml with a connection of driver dbt'
                        : 'name the project with --project-dir DIR, or write a ktx.yaml (docs/start.md)',
                }],
        };
    }
    const read = readConfigFile(root, 'ktx.yaml');
    if (!read.document)
        return { ok: false, root, findings: read.findings };
    const settingsName = options.settings ?? 'ktx-ci.yaml';
    const settingsFile = options.settings !== undefined || isFile((0,external_node_path_.join)(root, settingsName)) ? readConfigFile(root, settingsName) : undefined;
    const findings = [...read.findings, ...(settingsFile?.findings ?? [])];
    const ktx = (0,validate/* validate */.t)(ktx_schema/* ktxSchema */.nH, read.document.value, read.document, 'ktx.yaml');
    findings.push(...ktx.findings);
    let settings = settingsSchema.parse({});
    if (settingsFile) {
        const checked = settingsFile.document
            ? (0,validate/* validate */.t)(settingsSchema, settingsFile.document.value ?? {}, settingsFile.document, settingsName)
            : { value: undefined, findings: [] };
        findings.push(...checked.findings);
        settings = checked.value;
    }
    const document = read.document;
    const place = (...path) => placeOf(document, path);
    const connections = ktx.value ? readConnections(ktx.value, document, findings) : [];
    if (ktx.value)
        crossChecks(ktx.value, place, findings);
    if (!ktx.value || !settings || findings.some((f) => f.severity === 'error'))
        return { ok: false, root, findings };
    return { ok: true, project: { root, file: 'ktx.yaml', name: (0,external_node_path_.basename)(root), config: ktx.value, settings, connections, findings, place } };
}
function placeOf(document, path, key = false) {
    return { file: 'ktx.yaml', ...(0,validate/* nearestPlace */.s)(document, path, key) };
}
function readConfigFile(root, file) {
    let bytes;
    try {
        const size = (0,external_node_fs_.statSync)((0,external_node_path_.join)(root, file)).size;
        if (size > configBytes) {
            return { findings: [{ severity: 'error', code: 'config-too-large', file, line: 1, column: 1, message: `${file} has ${size} bytes, the most is ${configBytes}`, fix: 'remove what does not belong there' }] };
        }
        bytes = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, file));
    }
    catch {
        return { findings: [{ severity: 'error', code: 'config-syntax', file, message: `${file} cannot be read`, fix: 'check its permissions' }] };
    }
    const read = (0,yaml/* readYaml */.g)(bytes, { maxBytes: configBytes, maxDepth: 32 });
    if (!read.ok) {
        const { reason, message, line, column } = read.problem;
        const tooLarge = reason === 'too-large' || reason === 'too-deep' || reason === 'aliases';
        return { findings: [{ severity: 'error', code: tooLarge ? 'config-too-large' : 'config-syntax', file, line, column, message: `${file}: ${message}`, fix: tooLarge ? 'write it plainly' : 'mend the YAML at this place' }] };
    }
    const { value } = read.document;
    if (value === null || value === undefined) {
        if (file !== 'ktx.yaml')
            return { document: read.document, findings: [] };
        return { findings: [{ severity: 'error', code: 'config-value', file, line: 1, column: 1, message: 'ktx.yaml is empty', fix: 'add a connection (docs/start.md has a first ktx.yaml)' }] };
    }
    if (typeof value !== 'object' || Array.isArray(value)) {
        return { findings: [{ severity: 'error', code: 'config-value', file, line: 1, column: 1, message: `${file} holds ${Array.isArray(value) ? 'a list' : 'a single value'}, not keys`, fix: 'write keys such as connections:' }] };
    }
    return { document: read.document, findings: [] };
}
function readConnections(config, document, findings) {
    const connections = [];
    for (const [id, raw] of Object.entries(config.connections)) {
        const place = (option) => placeOf(document, ['connections', id, ...(option ? [option] : [])], option === undefined);
        const { driver } = raw;
        if (driver === 'sqlite' || driver === 'postgres' || driver === 'dbt') {
            const checked = (0,validate/* validate */.t)(ktx_schema/* connectionSchemas */.tf[driver], raw, document, 'ktx.yaml', ['connections', id]);
            findings.push(...checked.findings);
            if (!checked.value)
                continue;
            const options = checked.value;
            if (options.driver === 'sqlite') {
                if (options.path === undefined && options.url === undefined) {
                    findings.push({ severity: 'error', code: 'config-value', ...place(), message: `connection ${id} has neither path nor url`, fix: 'add path: FILE, relative to the project' });
                }
                else
                    connections.push({ id, driver: 'sqlite', options: options, place });
            }
            else if (options.driver === 'postgres')
                connections.push({ id, driver: 'postgres', options: options, place });
            else if (options.source_dir === undefined) {
                if (options['repo_url'] === undefined) {
                    findings.push({ severity: 'error', code: 'config-value', ...place(), message: `connection ${id} has neither source_dir nor repo_url`, fix: 'add source_dir: DIR of the dbt project, relative to this project' });
                }
                else {
                    findings.push({ severity: 'notice', code: 'driver-skipped', ...place('repo_url'), message: `${id} is a dbt project in another repository (repo_url), which ktx-ci does not clone; its context stays as it is`, fix: 'check it out beside this project and name the folder with source_dir' });
                    connections.push({ id, driver: 'skipped', options: { driver }, place });
                }
            }
            else
                connections.push({ id, driver: 'dbt', options: options, place });
            continue;
        }
        if (ktx_schema/* skippedDrivers */.Ao.includes(driver)) {
            findings.push({ severity: 'notice', code: 'driver-skipped', ...place('driver'), message: `${id}: driver ${driver} is read by ktx, not yet by ktx-ci; its context stays as it is`, fix: '' });
            connections.push({ id, driver: 'skipped', options: { driver }, place });
            continue;
        }
        const near = (0,nearest/* nearest */.p)(driver, [...ktx_schema/* readDrivers */.a6, ...ktx_schema/* skippedDrivers */.Ao]);
        findings.push({
            severity: 'error', code: 'driver-unknown', ...place('driver'),
            message: `connection ${id} has the unknown driver ${driver}`,
            fix: near ? `did you mean ${near}?` : `ktx-ci reads ${ktx_schema/* readDrivers */.a6.join(', ')}; ktx also reads ${ktx_schema/* skippedDrivers */.Ao.join(', ')}`,
        });
    }
    return connections;
}
function crossChecks(config, place, findings) {
    const { backend, vertex, openaiCompatible } = config.llm.provider;
    if (backend !== 'none' && !config.llm.models.default?.trim()) {
        findings.push({
            severity: 'error', code: 'model-missing', ...place('llm', 'models', 'default'),
            message: `llm.provider.backend is ${backend}, but llm.models.default is not set`,
            fix: 'add llm.models.default with a model id of that backend, or set the backend to none',
        });
    }
    for (const role of ktx_schema/* modelRoles */.no) {
        if (config.llm.models[role] !== undefined && !config.llm.models[role]?.trim() && role !== 'default') {
            findings.push({ severity: 'error', code: 'config-value', ...place('llm', 'models', role), message: `llm.models.${role} is blank`, fix: 'name a model, or remove the key' });
        }
    }
    if (backend === 'vertex' && !vertex) {
        findings.push({ severity: 'error', code: 'config-value', ...place('llm', 'provider'), message: 'backend vertex needs llm.provider.vertex.location', fix: 'add vertex: {location: us-east5} under llm.provider' });
    }
    if (backend === 'openai-compatible' && !openaiCompatible) {
        findings.push({ severity: 'error', code: 'config-value', ...place('llm', 'provider'), message: 'backend openai-compatible needs llm.provider.openaiCompatible.base_url', fix: 'add openaiCompatible: {base_url: URL} under llm.provider' });
    }
    const ids = Object.keys(config.connections);
    const known = (id, ...path) => {
        if (ids.includes(id))
            return;
        const near = (0,nearest/* nearest */.p)(id, ids);
        findings.push({ severity: 'error', code: 'connection-unknown', ...place(...path), message: `${path.join('.')} names the connection ${id}, which does not exist`, fix: near ? `did you mean ${near}?` : `connections are ${ids.join(', ') || 'none'}` });
    };
    config.setup?.database_connection_ids.forEach((id, i) => { known(id, 'setup', 'database_connection_ids', i); });
    for (const [id, connection] of Object.entries(config.connections)) {
        const mappings = (connection['mappings'] ?? {});
        for (const key of ['databaseMappings', 'connectionMappings']) {
            for (const [name, target] of Object.entries(mappings[key] ?? {})) {
                if (typeof target === 'string')
                    known(target, 'connections', id, 'mappings', key, name);
            }
        }
    }
}
function bareDbtProject(root) {
    const place = () => ({ file: 'dbt_project.yml', line: 1, column: 1 });
    const config = ktx_schema/* ktxSchema */.nH.parse({ connections: { dbt: { driver: 'dbt', source_dir: '.' } } });
    const connection = { id: 'dbt', driver: 'dbt', options: { driver: 'dbt', source_dir: '.' }, place };
    return {
        ok: true,
        project: {
            root, file: 'dbt_project.yml', name: (0,external_node_path_.basename)(root), config, settings: settingsSchema.parse({}), connections: [connection], place,
            findings: [{ severity: 'notice', code: 'no-project', file: 'dbt_project.yml', message: 'no ktx.yaml here: this dbt project is read as one dbt connection, with no warehouse and no model', fix: 'write a ktx.yaml to check against your warehouse (docs/start.md)' }],
        },
    };
}


/***/ }),

/***/ 53288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ nearestPlace),
/* harmony export */   t: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29318);
/* harmony import */ var _text_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39979);


const dotted = (path) => path.join('.');
function without(value, path) {
    const [head, ...rest] = path;
    if (head === undefined || value === null || typeof value !== 'object')
        return value;
    if (Array.isArray(value))
        return value.map((item, i) => (i === head ? without(item, rest) : item));
    const entries = Object.entries(value).filter(([key]) => rest.length > 0 || key !== head);
    return Object.fromEntries(entries.map(([key, item]) => [key, key === head ? without(item, rest) : item]));
}
/** The schema at a path, with defaults and optionals unwrapped; undefined where the path leaves the schema. */
function schemaAt(schema, path) {
    let at = schema;
    const unwrap = () => {
        while (at?.def?.innerType)
            at = at.def.innerType;
    };
    unwrap();
    for (const step of path) {
        at = (at?.def?.shape?.[String(step)] ?? at?.def?.valueType ?? at?.def?.element);
        unwrap();
    }
    return at;
}
function keysAt(schema, path) {
    const shape = schemaAt(schema, path)?.def?.shape;
    return shape ? Object.keys(shape) : [];
}
function show(value) {
    const shown = (0,_text_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E)(typeof value === 'string' ? `"${value}"` : JSON.stringify(value) ?? 'nothing', []);
    return shown.length > 40 ? `${shown.slice(0, 37)}...` : shown;
}
function valueAt(value, path) {
    return path.reduce((at, step) => (at !== null && typeof at === 'object' ? at[String(step)] : undefined), value);
}
function expectation(issue, actual) {
    switch (issue.code) {
        case 'invalid_value': {
            const values = issue.values.map(String);
            const near = typeof actual === 'string' ? (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(actual, values) : undefined;
            return { message: `is ${show(actual)}, not one of ${values.join(', ')}`, fix: near ? `write ${near}` : `use one of ${values.join(', ')}` };
        }
        case 'invalid_type':
            return actual === undefined
                ? { message: 'is missing', fix: `add it (${issue.expected})` }
                : { message: `is ${show(actual)}, expected ${issue.expected}`, fix: `write a value of type ${issue.expected}` };
        case 'too_small':
            return { message: actual === '' ? 'is empty' : `is ${show(actual)}, the least is ${String(issue.minimum)}`, fix: 'write a larger value' };
        case 'too_big':
            return { message: `is ${show(actual)}, the most is ${String(issue.maximum)}`, fix: 'write a smaller value' };
        case 'invalid_key':
            return { message: 'is not a name that ktx takes', fix: 'use letters, digits, - and _, a letter or digit first' };
        default:
            return { message: `is ${show(actual)}: ${issue.message}`, fix: 'write a value that this key takes' };
    }
}
/** Place of the value at a path, or of its key; where it is missing, of the key that should hold it. */
function nearestPlace(document, path, key) {
    for (let length = path.length; length >= 0; length -= 1) {
        const found = document.place(path.slice(0, length), { key: key || length < path.length });
        if (found)
            return found;
    }
    return {};
}
/**
 * Checks a parsed YAML document against a schema. Unknown keys are warnings with the nearest known key and are left out
 * of the value; everything else is an error with file, line and column. `at` is where the value stands in the document.
 */
function validate(schema, input, document, file, at = []) {
    const findings = [];
    const place = (path, key = false) => nearestPlace(document, [...at, ...path], key);
    let value = input;
    let result = schema.safeParse(value);
    if (!result.success) {
        for (const issue of result.error.issues) {
            if (issue.code !== 'unrecognized_keys')
                continue;
            const path = issue.path;
            const known = keysAt(schema, path);
            for (const key of issue.keys) {
                const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(key, known);
                findings.push({
                    severity: 'warning', code: 'config-unknown-key', file, ...place([...path, key], true),
                    message: `${dotted([...at, ...path, key])} is not a known key; it has no effect`,
                    fix: near ? `did you mean ${near}?` : `known keys here: ${known.join(', ') || 'none'}`,
                });
                value = without(value, [...path, key]);
            }
        }
        result = schema.safeParse(value);
    }
    if (result.success)
        return { value: result.data, findings };
    for (const issue of result.error.issues) {
        const path = issue.path;
        const { message, fix } = expectation(issue, valueAt(value, path));
        findings.push({ severity: 'error', code: 'config-value', file, ...place(path, issue.code === 'invalid_key'), message: `${dotted([...at, ...path]) || file} ${message}`, fix });
    }
    return { value: undefined, findings };
}


/***/ }),

/***/ 74413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readYaml),
/* harmony export */   h: () => (/* reexport safe */ _yaml_emit_js__WEBPACK_IMPORTED_MODULE_2__.h2)
/* harmony export */ });
/* harmony import */ var _yaml_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10467);
/* harmony import */ var _yaml_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74494);
/* harmony import */ var _yaml_emit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54213);



/**
 * Reads one YAML document. Never throws, and its cost is bounded by the limits: a file that is too large (default 4 MB),
 * too deep (64 levels) or expands too much through aliases (10,000 uses) is a problem, as are invalid UTF-8, several
 * documents and duplicate keys.
 *
 * Scalars mean what YAML 1.2 says, as in ktx: `on:` and `no` are strings. Merge keys are resolved, as in dbt.
 */
function readYaml(bytes, limits = {}) {
    const parsed = (0,_yaml_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBounded */ .n)(bytes, limits);
    if (!parsed.ok)
        return parsed;
    const { root, lines } = parsed;
    const { value, targets } = parsed.tree;
    let tree;
    const place = (path, options = {}) => {
        tree ??= new _yaml_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .YamlTree */ .c(root, targets);
        const found = tree.find(path);
        if (found === undefined)
            return undefined;
        const node = options.key === true ? (found.key ?? found.value) : found.value;
        return lines.place((node ?? found.key)?.range?.[0] ?? 0);
    };
    return { ok: true, document: { value, place } };
}


/***/ })

};
