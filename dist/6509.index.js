export const id = 6509;
export const ids = [6509,2229];
export const modules = {

/***/ 22229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _I: () => (/* binding */ matchesAny),
/* harmony export */   cT: () => (/* binding */ skippedFolders),
/* harmony export */   confinedReader: () => (/* binding */ confinedReader),
/* harmony export */   hT: () => (/* binding */ skipped),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75066);





/** 10 MB: more than any text that a person wrote. */
const defaultMaxBytes = 10_000_000;
const skippedFolders = new Set(['node_modules', 'target', 'dbt_packages', 'dbt_modules']);
/**
 * A reader confined to a directory, by the real path: a symbolic link that leads out is refused like `..`. What cannot
 * be read comes back as a finding, never as an exception.
 */
function confinedReader(root) {
    const base = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(root);
    let realBase;
    const trueRoot = () => (realBase ??= (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(base).catch(() => base));
    async function locate(path) {
        if (path.includes('\0') || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(path) || escapes((0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(base, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(base, path)))) {
            return { ok: false, finding: pathEscape(path) };
        }
        let real;
        try {
            real = node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync.native((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(base, path));
        }
        catch (error) {
            return { ok: false, finding: skipped(path, reasonOf(error)) };
        }
        return escapes((0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(await trueRoot(), real)) ? { ok: false, finding: pathEscape(path) } : { ok: true, real };
    }
    async function bytes(path, limits = {}) {
        const located = await locate(path);
        if (!located.ok)
            return located;
        try {
            // Without O_NONBLOCK a named pipe would block the open. Synchronous calls, because the thread pool takes several
            // times as long as the disk for thousands of small files.
            const handle = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(located.real, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK ?? 0));
            try {
                const maxBytes = limits.maxBytes ?? defaultMaxBytes;
                const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(handle);
                if (!stats.isFile())
                    return { ok: false, finding: skipped(path, 'it is not a regular file') };
                if (stats.size > maxBytes)
                    return { ok: false, finding: skipped(path, `it has ${stats.size} bytes, more than the ${maxBytes} that are read`) };
                return { ok: true, bytes: readAll(handle, stats.size) };
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(handle);
            }
        }
        catch (error) {
            return { ok: false, finding: skipped(path, reasonOf(error)) };
        }
    }
    return {
        root: base,
        bytes,
        async text(path, limits) {
            const read = await bytes(path, limits);
            if (!read.ok)
                return read;
            if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(read.bytes))
                return { ok: false, finding: skipped(path, 'it is not UTF-8') };
            const start = read.bytes[0] === 0xef && read.bytes[1] === 0xbb && read.bytes[2] === 0xbf ? 3 : 0;
            try {
                return { ok: true, text: read.bytes.toString('utf8', start) };
            }
            catch (error) {
                // Longer than V8's longest string.
                return { ok: false, finding: skipped(path, reasonOf(error)) };
            }
        },
        async exists(path) {
            const located = await locate(path);
            if (!located.ok)
                return false;
            return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(located.real).then((stats) => stats.isFile(), () => false);
        },
        list: (globs) => listFiles(base, trueRoot, globs),
    };
}
function readAll(handle, size) {
    const buffer = Buffer.allocUnsafe(size);
    let filled = 0;
    while (filled < size) {
        const bytesRead = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(handle, buffer, filled, size - filled, filled);
        if (bytesRead === 0)
            break;
        filled += bytesRead;
    }
    return buffer.subarray(0, filled);
}
async function listFiles(base, trueRoot, globs) {
    const findings = [];
    const wanted = [];
    for (const glob of globs.filter((pattern) => !pattern.startsWith('!')).map(plain)) {
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(glob) || escapes(glob))
            findings.push(pathEscape(glob));
        else
            wanted.push(glob);
    }
    const unwanted = globs.filter((pattern) => pattern.startsWith('!')).map((pattern) => plain(pattern.slice(1)));
    const named = (folder) => wanted.some((glob) => glob.split('/').includes(folder));
    const files = new Set();
    const visited = new Set();
    /** Links wait until every real folder was walked, so that a file is listed under its own path. */
    const links = [];
    async function walk(folder) {
        let entries;
        try {
            const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(base, folder));
            if (escapes((0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(await trueRoot(), real))) {
                findings.push(pathEscape(folder));
                return;
            }
            if (visited.has(real))
                return;
            visited.add(real);
            entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(real, { withFileTypes: true });
        }
        catch (error) {
            if (!isMissing(error))
                findings.push(skipped(folder || '.', reasonOf(error)));
            return;
        }
        entries.sort((a, b) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_4__/* .byText */ .z4)(a.name, b.name));
        for (const entry of entries) {
            if ((entry.name.startsWith('.') || skippedFolders.has(entry.name)) && !named(entry.name))
                continue;
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            const kind = entry.isSymbolicLink() ? await linkKind(path) : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';
            if (kind === 'folder') {
                if (entry.isSymbolicLink())
                    links.push(path);
                else
                    await walk(path);
            }
            else if (kind === 'file' && matchesAny(path, wanted) && !matchesAny(path, unwanted)) {
                files.add(path);
            }
        }
    }
    async function linkKind(path) {
        try {
            const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(base, path));
            const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(real);
            const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
            if (!escapes((0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(await trueRoot(), real)))
                return kind;
            if (kind === 'folder' || matchesAny(path, wanted))
                findings.push(pathEscape(path));
        }
        catch {
            // A link to nowhere is like a file that does not exist.
        }
        return 'other';
    }
    for (const start of outermost(wanted.map(literalFolder)))
        await walk(start);
    for (const link of links)
        await walk(link);
    return { files: [...files].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_4__/* .byText */ .z4), findings };
}
/** The folders in front of the first wildcard: where the walk for the pattern starts. */
function literalFolder(glob) {
    const parts = glob.split('/');
    const wild = parts.findIndex((part) => /[*?{[]/.test(part));
    return parts.slice(0, wild < 0 ? parts.length - 1 : wild).join('/');
}
/** Without duplicates and without folders that lie below another one. */
function outermost(folders) {
    const unique = [...new Set(folders)].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_4__/* .byText */ .z4);
    return unique.filter((folder) => !unique.some((other) => other !== folder && (other === '' || folder.startsWith(`${other}/`))));
}
function matchesAny(path, globs) {
    return globs.some((glob) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.matchesGlob)(path, glob));
}
function plain(glob) {
    return glob.replace(/^(\.\/)+/, '').replace(/\/{2,}/g, '/');
}
function escapes(path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(path) || path.split(node_path__WEBPACK_IMPORTED_MODULE_3__.sep === '/' ? '/' : /[\\/]/).includes('..');
}
function pathEscape(path) {
    return {
        severity: 'warning',
        code: 'path-escape',
        message: `${JSON.stringify(path)} leads out of the project directory, so it was not read.`,
        fix: 'Move the files into the project directory, or correct the path or the symbolic link.',
    };
}
function skipped(path, reason) {
    return {
        severity: 'warning',
        code: 'file-skipped',
        message: `${path} was not read: ${reason}.`,
        fix: 'Correct the file or its permissions, or exclude it.',
        file: path,
    };
}
function isMissing(error) {
    return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
}
function codeOf(error) {
    return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
function reasonOf(error) {
    const code = codeOf(error);
    switch (code) {
        case 'ENOENT':
        case 'ENOTDIR':
            return 'it does not exist';
        case 'EACCES':
        case 'EPERM':
            return 'permission was denied';
        case 'ELOOP':
            return 'its symbolic links form a loop';
        case 'ERR_STRING_TOO_LONG':
            return 'it is too long for one text';
        default:
            return `the system says ${code || 'that it cannot be read'}`;
    }
}


/***/ }),

/***/ 86509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readDbt: () => (/* binding */ readDbt)
});

// EXTERNAL MODULE: ./lib/src/evidence/files.js
var evidence_files = __webpack_require__(22229);
// EXTERNAL MODULE: ./lib/src/evidence/sources/dbt/freshness.js
var freshness = __webpack_require__(71233);
// EXTERNAL MODULE: ./lib/src/evidence/sources/dbt/metrics.js
var dbt_metrics = __webpack_require__(42783);
// EXTERNAL MODULE: ./lib/src/evidence/sources/dbt/references.js
var references = __webpack_require__(82206);
// EXTERNAL MODULE: ./lib/src/evidence/sources/dbt/shape.js
var shape = __webpack_require__(50055);
// EXTERNAL MODULE: ./lib/src/evidence/sources/dbt/terms.js
var terms = __webpack_require__(99941);
// EXTERNAL MODULE: ./lib/src/evidence/sources/dbt/test-facts.js
var test_facts = __webpack_require__(138);
;// CONCATENATED MODULE: ./lib/src/evidence/sources/dbt/manifest.js






/** Each kind of node with the key of the property files that describes it. */
const propertyKeys = new Map([
    ['model', 'models'], ['seed', 'seeds'], ['snapshot', 'snapshots'], ['source', 'sources'],
]);
/** Nodes of the root project out of a manifest (v9 or newer) and, for column types, a catalog. */
function manifestContents(manifest, catalog, context) {
    const { project } = context;
    const nodes = Object.values((0,shape/* fields */.OA)(manifest['nodes'])).map(shape/* fields */.OA);
    const sources = Object.values((0,shape/* fields */.OA)(manifest['sources'])).map(shape/* fields */.OA);
    const refs = (0,references/* references */.F)(context.connection, project, nodes.map(referable).filter((node) => node !== null));
    const exposures = Object.values((0,shape/* fields */.OA)(manifest['exposures'])).map(shape/* fields */.OA);
    const tests = testsByNode(nodes, refs, context);
    const readBy = exposuresByNode(exposures);
    const metrics = Object.values((0,shape/* fields */.OA)(manifest['metrics'])).map(shape/* fields */.OA);
    const own = (values) => values.filter((value) => value['package_name'] === project);
    const entry = (key) => (value) => ({ name: (0,shape/* text */.Qq)(value['name']) ?? '', value, origin: { file: context.file((0,shape/* text */.Qq)(value['original_file_path']) ?? ''), pointer: [key, (0,shape/* text */.Qq)(value['name']) ?? ''] } });
    const counted = (0,dbt_metrics/* metricsByNode */.v)(own(Object.values((0,shape/* fields */.OA)(manifest['semantic_models'])).map(shape/* fields */.OA)).map(entry('semantic_models')), own(metrics).map(entry('metrics')), ({ value }) => {
        const [node] = (0,shape/* texts */.Te)((0,shape/* fields */.OA)(value['depends_on'])['nodes']);
        return node === undefined ? undefined : refs.id(node);
    });
    const placed = [...nodes, ...sources]
        .filter((node) => node['package_name'] === project && propertyKeys.has((0,shape/* text */.Qq)(node['resource_type']) ?? ''))
        .map((node) => placedNode(node, { tests, readBy, counted, catalog, refs, context }));
    const docs = Object.values((0,shape/* fields */.OA)(manifest['docs'])).map(shape/* fields */.OA);
    return {
        nodes: placed,
        named: [
            ...own(docs).map((doc) => named('doc', doc, doc['block_contents'], context)),
            ...own(exposures).map((exposure) => named('exposure', exposure, exposure['description'], context)),
            ...own(metrics).map((metric) => named('metric', metric, metric['description'], context)),
        ],
        references: refs,
    };
}
function placedNode(node, lookup) {
    const { context } = lookup;
    const uniqueId = (0,shape/* text */.Qq)(node['unique_id']) ?? '';
    const resource = node['resource_type'];
    const key = propertyKeys.get(resource) ?? '';
    const isSource = resource === 'source';
    const config = (0,shape/* fields */.OA)(node['config']);
    const materialized = isSource ? 'source' : ((0,shape/* text */.Qq)(config['materialized']) ?? resource);
    const definedIn = context.file((0,shape/* text */.Qq)(node['original_file_path']) ?? '');
    const patched = patchFile(node);
    const propertyFile = isSource ? definedIn : patched === null ? definedIn : context.file(patched);
    const bare = (0,shape/* text */.Qq)(node['name']) ?? '';
    const version = (0,shape/* text */.Qq)(node['version']);
    const pointer = patched === null && !isSource ? [] : isSource ? [key, (0,shape/* text */.Qq)(node['source_name']) ?? '', 'tables', bare] : [key, bare];
    const meta = (0,shape/* metaOf */.fX)(node, config);
    const label = (0,terms/* labelOf */.W)(meta);
    const sql = (0,shape/* text */.Qq)(node['raw_code']) ?? (0,shape/* text */.Qq)(node['raw_sql']);
    const fresh = isSource ? (0,freshness/* freshness */.I)(node['freshness'] ?? config['freshness'], node['loaded_at_field'] ?? config['loaded_at_field']) : undefined;
    return {
        node: {
            uniqueId,
            resource,
            name: isSource ? `${(0,shape/* text */.Qq)(node['source_name']) ?? ''}.${bare}` : version === null ? bare : `${bare}.v${version}`,
            ...(label === undefined ? {} : { label }),
            packageName: (0,shape/* text */.Qq)(node['package_name']) ?? '',
            relation: materialized === 'ephemeral' ? null : {
                catalog: (0,shape/* text */.Qq)(node['database']),
                schema: (0,shape/* text */.Qq)(node['schema']),
                name: (0,shape/* text */.Qq)(isSource ? node['identifier'] : node['alias']) ?? bare,
            },
            materialized,
            description: (0,shape/* prose */.CS)(node['description']),
            columns: columnsOf(node, (0,shape/* fields */.OA)((0,shape/* fields */.OA)(lookup.catalog[isSource ? 'sources' : 'nodes'])[uniqueId]), { file: propertyFile, pointer }),
            tests: (0,test_facts/* sortTests */.u5)(lookup.tests.get(uniqueId) ?? []),
            constraints: (0,test_facts/* constraints */.Pu)(node['constraints']),
            tags: (0,shape/* tagsOf */.Fg)(node, config),
            meta,
            ...(fresh === undefined ? {} : { freshness: fresh }),
            ...(sql === null || isSource || resource === 'seed' ? {} : { rawSql: (0,shape/* lines */.Mn)(sql).trim() }),
            dependsOn: (0,shape/* sortedSet */.Cc)((0,shape/* texts */.Te)((0,shape/* fields */.OA)(node['depends_on'])['nodes'])
                .filter((id) => propertyKeys.has(id.slice(0, id.indexOf('.')))).map(lookup.refs.id)),
            exposures: (0,shape/* sortedSet */.Cc)(lookup.readBy.get(uniqueId) ?? []),
            ...(0,dbt_metrics/* metricsOf */.P)(lookup.counted.get(lookup.refs.id(uniqueId))),
        },
        origin: isSource ? { file: definedIn, pointer }
            : resource === 'snapshot' && /\.sql$/i.test(definedIn) ? { file: definedIn, pointer: ['snapshot', bare] }
                : /\.ya?ml$/i.test(definedIn) ? { file: definedIn, pointer }
                    : { file: definedIn, line: 1 },
        described: pointer.length === 0 ? { file: definedIn, line: 1 } : { file: propertyFile, pointer: [...pointer, 'description'] },
    };
}
/** Documented columns in their order and spelling, then the ones that only the catalog knows, in its order. */
function columnsOf(node, catalogued, place) {
    const built = new Map();
    for (const column of Object.values((0,shape/* fields */.OA)(catalogued['columns']))) {
        const name = (0,shape/* text */.Qq)((0,shape/* fields */.OA)(column)['name']);
        if (name !== null)
            built.set(name.toLowerCase(), (0,shape/* fields */.OA)(column));
    }
    const columns = Object.values((0,shape/* fields */.OA)(node['columns'])).map((value) => {
        const column = (0,shape/* fields */.OA)(value);
        const config = (0,shape/* fields */.OA)(column['config']);
        const name = (0,shape/* text */.Qq)(column['name']) ?? '';
        const dataType = (0,shape/* text */.Qq)(column['data_type']) ?? (0,shape/* text */.Qq)(built.get(name.toLowerCase())?.['type']);
        built.delete(name.toLowerCase());
        return {
            name,
            description: (0,shape/* prose */.CS)(column['description']),
            ...(dataType === null ? {} : { dataType }),
            tags: (0,shape/* tagsOf */.Fg)(column, config),
            meta: (0,shape/* metaOf */.fX)(column, config),
            constraints: (0,test_facts/* constraints */.Pu)(column['constraints'], name),
            origin: { file: place.file, pointer: [...place.pointer, 'columns', name] },
        };
    });
    const undocumented = [...built.values()].sort((a, b) => Number(a['index'] ?? 0) - Number(b['index'] ?? 0));
    for (const column of undocumented) {
        const dataType = (0,shape/* text */.Qq)(column['type']);
        columns.push({
            name: (0,shape/* text */.Qq)(column['name']) ?? '',
            description: '',
            ...(dataType === null ? {} : { dataType }),
            tags: (0,shape/* sortedSet */.Cc)([]),
            meta: (0,shape/* fields */.OA)(undefined),
            constraints: (0,test_facts/* constraints */.Pu)(undefined),
            origin: place,
        });
    }
    return columns;
}
function testsByNode(nodes, refs, context) {
    const byNode = new Map();
    const add = (uniqueId, test) => {
        const tests = byNode.get(uniqueId);
        if (tests)
            tests.push(test);
        else
            byNode.set(uniqueId, [test]);
    };
    const byId = new Map(nodes.map((node) => [(0,shape/* text */.Qq)(node['unique_id']) ?? '', node]));
    for (const node of nodes) {
        if (node['resource_type'] !== 'test' || node['package_name'] !== context.project)
            continue;
        const metadata = (0,shape/* fields */.OA)(node['test_metadata']);
        const config = (0,shape/* fields */.OA)(node['config']);
        const file = context.file((0,shape/* text */.Qq)(node['original_file_path']) ?? '');
        const dependsOn = (0,shape/* texts */.Te)((0,shape/* fields */.OA)(node['depends_on'])['nodes']);
        const name = (0,shape/* text */.Qq)(metadata['name']);
        if (name === null) {
            for (const id of dependsOn)
                add(id, (0,test_facts/* singularTest */.Mr)((0,shape/* text */.Qq)(node['name']) ?? '', config, { file, line: 1 }));
            continue;
        }
        const kwargs = (0,shape/* fields */.OA)(metadata['kwargs']);
        const tested = (0,shape/* text */.Qq)(node['attached_node']) ?? testedNode(kwargs, dependsOn, refs);
        if (tested === null)
            continue;
        const column = (0,shape/* text */.Qq)(node['column_name']);
        add(tested, (0,test_facts/* genericTest */.U4)({
            name,
            namespace: (0,shape/* text */.Qq)(metadata['namespace']),
            column,
            kwargs,
            config,
            origin: { file, pointer: [...nodePointer(tested, byId.get(tested)), ...(column === null ? [] : ['columns', column]), 'tests', name] },
        }, refs));
    }
    return byNode;
}
/** dbt attaches no node to the tests of a source; the template of the tested relation names it. */
function testedNode(kwargs, dependsOn, refs) {
    const id = refs.inExpression((0,shape/* text */.Qq)(kwargs['model']) ?? '');
    return dependsOn.find((candidate) => refs.id(candidate) === id) ?? (dependsOn.length === 1 ? (dependsOn[0] ?? null) : null);
}
function nodePointer(uniqueId, node) {
    const [resource = '', , ...rest] = uniqueId.split('.');
    const key = propertyKeys.get(resource) ?? '';
    if (resource === 'source')
        return [key, rest[0] ?? '', 'tables', rest.slice(1).join('.')];
    return [key, (0,shape/* text */.Qq)(node?.['name']) ?? rest[0] ?? ''];
}
function exposuresByNode(exposures) {
    const byNode = new Map();
    for (const exposure of exposures) {
        const name = (0,shape/* text */.Qq)(exposure['name']);
        if (name === null)
            continue;
        for (const id of (0,shape/* texts */.Te)((0,shape/* fields */.OA)(exposure['depends_on'])['nodes'])) {
            byNode.set(id, [...(byNode.get(id) ?? []), name]);
        }
    }
    return byNode;
}
function named(kind, value, description, context) {
    const name = (0,shape/* text */.Qq)(value['name']) ?? '';
    const origin = {
        file: context.file((0,shape/* text */.Qq)(value['original_file_path']) ?? ''),
        pointer: [kind === 'doc' ? 'docs' : `${kind}s`, name],
    };
    return { kind, name, label: (0,shape/* text */.Qq)(value['label']), description: (0,shape/* prose */.CS)(description), origin };
}
function referable(node) {
    const uniqueId = (0,shape/* text */.Qq)(node['unique_id']);
    const name = (0,shape/* text */.Qq)(node['name']);
    const resource = (0,shape/* text */.Qq)(node['resource_type']);
    if (uniqueId === null || name === null || !(resource === 'model' || resource === 'seed' || resource === 'snapshot'))
        return null;
    const version = (0,shape/* text */.Qq)(node['version']);
    const latest = (0,shape/* text */.Qq)(node['latest_version']);
    return {
        uniqueId,
        name,
        packageName: (0,shape/* text */.Qq)(node['package_name']) ?? '',
        ...(version === null ? {} : { version, latest: node['is_latest_version'] === true || (latest !== null && latest === version) }),
    };
}
/** `jaffle_shop://models/schema.yml` without the package. */
function patchFile(node) {
    const path = (0,shape/* text */.Qq)(node['patch_path']);
    return path === null ? null : path.replace(/^[^:/]*:\/\//, '');
}

// EXTERNAL MODULE: ./lib/src/text/canonical.js
var text_canonical = __webpack_require__(75066);
// EXTERNAL MODULE: ./lib/src/text/table-name.js
var table_name = __webpack_require__(82602);
;// CONCATENATED MODULE: ./lib/src/evidence/sources/dbt/node-evidence.js


/** The evidence of one node. Equal nodes have equal hashes, whether they were read from the manifest or from the files. */
function nodeEvidence(connection, id, { node, origin, described }) {
    return {
        id,
        kind: 'dbt',
        connection,
        data: { ...node, described },
        get text() { return nodeText(node); },
        origin,
        presence: 'present',
        hash: digest((0,text_canonical/* canonicalJson */.dj)(meaning(node))),
        structureHash: digest((0,text_canonical/* canonicalJson */.dj)(structure(node))),
    };
}
/** Places, usage and how the node is materialized are left out: they change without the meaning. */
function meaning(node) {
    return [
        node.resource, node.name, relationOf(node), node.label, node.description,
        inNameOrder(node.columns).map((column) => [
            column.name, column.description, column.dataType?.toLowerCase(), column.tags, column.meta, column.constraints,
        ]),
        node.tests.map((test) => [test.column, test.package, test.name, test.kwargs, test.where, test.severity]),
        node.constraints, node.tags, node.meta, node.freshness?.raw, node.freshness?.loadedAtField, node.rawSql, node.dependsOn,
        ...(node.metrics ? [node.metrics.map(({ origin: _, ...metric }) => metric)] : []),
    ];
}
const keyTests = new Set(['unique', 'not_null', 'relationships', 'unique_combination_of_columns']);
function structure(node) {
    return [
        node.resource, node.name, relationOf(node),
        inNameOrder(node.columns).map((column) => [column.name, column.dataType?.toLowerCase(), column.constraints]),
        node.constraints,
        node.tests.filter((test) => keyTests.has(test.name)).map((test) => [test.column, test.name, test.kwargs, test.where]),
    ];
}
function relationOf({ relation }) {
    return relation && [relation.catalog, relation.schema, relation.name];
}
function inNameOrder(columns) {
    return columns.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
function digest(canonical) {
    return Buffer.from((0,text_canonical/* sha256 */.sc)(canonical), 'hex').toString('base64url').slice(0, 12);
}
function nodeText(node) {
    const where = node.relation ? `, ${node.materialized} ${(0,table_name/* tableText */.q)(node.relation)}` : `, ${node.materialized}`;
    const onNode = node.tests.filter((test) => test.column === null);
    const parts = [
        `dbt ${node.resource} ${node.name}${where}`,
        node.label === undefined ? '' : `label: ${node.label}`,
        node.description,
        node.freshness?.raw === undefined ? '' : `freshness: ${node.freshness.raw}`,
        node.tags.length === 0 ? '' : `tags: ${node.tags.join(', ')}`,
        node.columns.length === 0 ? '' : ['columns:', ...node.columns.map((column) => columnText(column, node.tests))].join('\n'),
        onNode.length === 0 ? '' : ['tests:', ...onNode.map((test) => `- ${testText(test)}`)].join('\n'),
        node.constraints.length === 0 ? '' : `constraints: ${node.constraints.map((c) => `${c.type} (${c.columns.join(', ')})`).join('; ')}`,
        node.metrics === undefined ? '' : ['metrics:', ...node.metrics.map((metric) => `- ${metric.name}${metric.label === undefined ? '' : ` (${metric.label})`}: ${metric.agg} of ${metric.expr}${metric.filter === undefined ? '' : ` where ${metric.filter}`}`)].join('\n'),
        node.dependsOn.length === 0 ? '' : `reads: ${node.dependsOn.join(', ')}`,
        node.rawSql === undefined ? '' : `sql:\n${node.rawSql}`,
    ];
    return parts.filter((part) => part !== '').join('\n');
}
function columnText(column, tests) {
    const type = column.dataType === undefined ? '' : ` ${column.dataType}`;
    const description = column.description === '' ? '' : `: ${column.description.replace(/\n/g, '\n  ')}`;
    const checks = tests.filter((test) => test.column === column.name).map(testText);
    return `- ${column.name}${type}${description}${checks.length === 0 ? '' : ` [${checks.join('; ')}]`}`;
}
function testText(test) {
    const name = test.package === null ? test.name : `${test.package}.${test.name}`;
    const kwargs = Object.keys(test.kwargs).length === 0 ? '' : ` ${(0,text_canonical/* canonicalJson */.dj)(test.kwargs)}`;
    return `${name}${kwargs}${test.where === undefined ? '' : ` where ${test.where}`}${test.severity === 'warn' ? ' (warns)' : ''}`;
}

// EXTERNAL MODULE: ./lib/src/evidence/sources/dbt/project.js
var dbt_project = __webpack_require__(24691);
;// CONCATENATED MODULE: ./lib/src/evidence/sources/dbt/stale.js



function manifestRecord(manifest, project, file) {
    const recorded = [];
    const known = new Set();
    const own = (value) => (0,shape/* fields */.OA)(value)['package_name'] === project;
    for (const node of Object.values((0,shape/* fields */.OA)(manifest['nodes'])).filter(own).map(shape/* fields */.OA)) {
        const path = (0,shape/* text */.Qq)(node['original_file_path']);
        const kind = node['resource_type'];
        if (path === null || !(kind === 'model' || kind === 'seed' || kind === 'snapshot'))
            continue;
        known.add(file(path));
        if (/\.ya?ml$/i.test(path))
            continue;
        const checksum = (0,shape/* fields */.OA)(node['checksum']);
        recorded.push({
            file: file(path),
            rawCode: (0,shape/* text */.Qq)(node['raw_code']),
            // A large seed has its path in place of a digest.
            checksum: checksum['name'] === 'sha256' ? (0,shape/* text */.Qq)(checksum['checksum']) : null,
        });
    }
    for (const versions of Object.values((0,shape/* fields */.OA)(manifest['disabled']))) {
        for (const node of (0,shape/* list */.p_)(versions).filter(own)) {
            const path = (0,shape/* text */.Qq)((0,shape/* fields */.OA)(node)['original_file_path']);
            if (path !== null)
                known.add(file(path));
        }
    }
    return { recorded, known };
}
/**
 * A finding where the project's SQL and seed files are not the ones that the manifest was made from. Contents are
 * compared, because a checkout sets modification times anew. A folder with artifacts alone is not stale.
 */
async function staleManifest(reader, project, record) {
    const patterns = [
        ...(0,dbt_project/* below */.Gz)(project.modelPaths, '**/*.{sql,py}'),
        ...(0,dbt_project/* below */.Gz)(project.snapshotPaths, '**/*.sql'),
        ...(0,dbt_project/* below */.Gz)(project.seedPaths, '**/*.csv'),
    ];
    const present = new Set((await reader.list(patterns)).files);
    if (present.size === 0)
        return undefined;
    const byFile = new Map();
    for (const entry of record.recorded)
        byFile.set(entry.file, [...(byFile.get(entry.file) ?? []), entry]);
    const missing = [...byFile.keys()].filter((file) => !present.has(file));
    const added = [...present].filter((file) => !record.known.has(file));
    const changed = [];
    for (const [file, entries] of byFile) {
        if (!present.has(file))
            continue;
        const read = await reader.text(file);
        if (read.ok && entries.some((entry) => differs(entry, read.text)))
            changed.push(file);
    }
    if (changed.length + missing.length + added.length === 0)
        return undefined;
    const counts = [count(changed, 'changed'), count(added, 'new'), count(missing, 'missing')].filter((part) => part !== '').join(', ');
    return {
        severity: 'warning',
        code: 'dbt-manifest-stale',
        message: `The dbt manifest was made from other files than the project has now: ${counts}. It was used all the same.`,
        fix: 'Run `dbt parse` (or `dbt docs generate`) before this step, or delete the target folder so that the files are read.',
        ...(project.file === null ? {} : { file: project.file }),
    };
}
/** dbt hashed a file as it lay on disk before 1.5 and without surrounding space since; SQL is in the manifest anyway. */
function differs(entry, contents) {
    const present = (0,shape/* lines */.Mn)(contents);
    if (entry.rawCode !== null)
        return !present.includes((0,shape/* lines */.Mn)(entry.rawCode).trim());
    if (entry.checksum === null)
        return false;
    return ![contents, contents.trim(), present, present.trim()].some((candidate) => (0,text_canonical/* sha256 */.sc)(candidate) === entry.checksum);
}
function count(files, what) {
    if (files.length === 0)
        return '';
    const named = files.toSorted().slice(0, 3).join(', ');
    return `${files.length} ${what} (${named}${files.length > 3 ? ', …' : ''})`;
}

;// CONCATENATED MODULE: ./lib/src/evidence/sources/dbt/dbt.js







/** 512 MB; V8's longest string is a little shorter, so the last bytes below it end in a finding of their own. */
const maxArtifactBytes = 512 * 1024 * 1024;
/** Manifests before v9 (dbt 1.5) know neither versions nor constraints, and lay out tests in another way. */
const oldestManifest = 9;
/**
 * The models, sources, seeds and snapshots of one dbt project, packages left out: from target/manifest.json and
 * catalog.json where they are usable, else from the project's own files.
 */
async function readDbt(options) {
    const reader = options.reader ?? (0,evidence_files.confinedReader)(options.root);
    const directory = (0,dbt_project/* inFolder */._z)('', options.directory);
    const { project, findings } = await (0,dbt_project/* readProject */.Wh)(reader, directory);
    const artifacts = options.artifacts === false ? { ok: false, findings: [] } : await readArtifacts(reader, project, directory, options.connection);
    if (artifacts.ok) {
        const stale = await staleManifest(reader, project, artifacts.record);
        return {
            ...evidenceOf(options.connection, artifacts.contents),
            findings: [...findings, ...artifacts.findings, ...(stale ? [stale] : [])],
            via: 'manifest',
            ...(artifacts.generatedAt === null ? {} : { generatedAt: artifacts.generatedAt }),
        };
    }
    if (project.file === null && findings.length === 0) {
        return { evidence: [], definitions: [], findings: [...artifacts.findings, noProject(directory)], via: 'files' };
    }
    const { fileContents } = await __webpack_require__.e(/* import() */ 4778).then(__webpack_require__.bind(__webpack_require__, 24778));
    const files = await fileContents(reader, project, directory, options.connection);
    return {
        ...evidenceOf(options.connection, files.contents),
        findings: [...findings, ...artifacts.findings, ...files.findings],
        via: 'files',
    };
}
function noProject(directory) {
    return {
        severity: 'error',
        code: 'source-unreadable',
        message: `There is neither a dbt_project.yml nor a usable target/manifest.json in ${directory === '' ? 'the project directory' : directory}.`,
        fix: 'Correct the directory of the dbt connection, or check the dbt project out before this step.',
    };
}
function evidenceOf(connection, contents) {
    const placed = contents.nodes
        .map((node) => ({ ...node, id: contents.references.id(node.node.uniqueId) }))
        .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    return {
        evidence: placed.map((node) => nodeEvidence(connection, node.id, node)),
        definitions: (0,terms/* definitionsOf */.m)(connection, placed, contents.named),
    };
}
/** Reads and lets go of both artifacts: what is returned holds nothing of the parsed JSON but texts. */
async function readArtifacts(reader, project, directory, connection) {
    const manifestFile = `${project.targetPath}/manifest.json`;
    if (!(await reader.exists(manifestFile)))
        return { ok: false, findings: [] };
    const manifest = await readArtifact(reader, manifestFile);
    if (!manifest.ok)
        return { ok: false, findings: [manifest.finding] };
    const metadata = (0,shape/* fields */.OA)(manifest.value['metadata']);
    const problem = manifestProblem(metadata, manifest.value);
    if (problem !== null)
        return { ok: false, findings: [unusable(manifestFile, problem)] };
    const findings = [];
    let catalog = {};
    const catalogFile = `${project.targetPath}/catalog.json`;
    if (await reader.exists(catalogFile)) {
        const read = await readArtifact(reader, catalogFile);
        if (read.ok)
            catalog = read.value;
        else
            findings.push({ ...read.finding, fix: 'Run `dbt docs generate` again; until then column types are missing.' });
    }
    const name = (0,shape/* text */.Qq)(metadata['project_name']) ?? project.name ?? mostFrequentPackage(manifest.value);
    const file = (path) => (0,dbt_project/* inFolder */._z)(directory, path);
    return {
        ok: true,
        contents: manifestContents(manifest.value, catalog, { connection, project: name, file }),
        record: manifestRecord(manifest.value, name, file),
        generatedAt: (0,shape/* text */.Qq)(metadata['generated_at']),
        findings,
    };
}
async function readArtifact(reader, file) {
    const read = await reader.text(file, { maxBytes: maxArtifactBytes });
    if (!read.ok)
        return read;
    try {
        return { ok: true, value: (0,shape/* fields */.OA)(JSON.parse(read.text)) };
    }
    catch {
        return { ok: false, finding: unusable(file, 'it is not JSON') };
    }
}
function manifestProblem(metadata, manifest) {
    const schema = (0,shape/* text */.Qq)(metadata['dbt_schema_version']);
    const version = Number(/\/manifest\/v(\d+)\b/.exec(schema ?? '')?.[1]);
    if (Number.isNaN(version))
        return 'it does not say which version of the manifest format it has';
    if (version < oldestManifest)
        return `it has format v${version}, and v${oldestManifest} (dbt 1.5) is the oldest that is read`;
    return Object.keys((0,shape/* fields */.OA)(manifest['nodes'])).length + Object.keys((0,shape/* fields */.OA)(manifest['sources'])).length === 0 ? 'it has no nodes' : null;
}
function unusable(file, problem) {
    return {
        severity: 'warning',
        code: 'dbt-manifest',
        message: `${file} cannot be used: ${problem}.`,
        fix: 'Run `dbt parse` again with dbt 1.5 or newer; until then the project files are read.',
        file,
    };
}
function mostFrequentPackage(manifest) {
    const counts = new Map();
    for (const node of Object.values((0,shape/* fields */.OA)(manifest['nodes'])).map(shape/* fields */.OA)) {
        const name = (0,shape/* text */.Qq)(node['package_name']) ?? '';
        if (node['resource_type'] === 'model')
            counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))[0]?.[0] ?? '';
}


/***/ }),

/***/ 71233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ freshness)
/* harmony export */ });
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50055);

/** `warn after 12 hour, error after 1 day`; undefined where a source declares neither thresholds nor a loaded-at field. */
function freshness(thresholds, loadedAt) {
    const declared = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(thresholds);
    const raw = [threshold('warn', (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(declared['warn_after'])), threshold('error', (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(declared['error_after']))]
        .filter((part) => part !== null)
        .join(', ');
    const loadedAtField = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(loadedAt);
    if (raw === '' && loadedAtField === null)
        return undefined;
    return { ...(raw === '' ? {} : { raw }), ...(loadedAtField === null ? {} : { loadedAtField }) };
}
function threshold(kind, after) {
    const count = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(after['count']);
    const period = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(after['period']);
    return count === null || period === null ? null : `${kind} after ${count} ${period}`;
}


/***/ }),

/***/ 13370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ blocksIn),
/* harmony export */   BW: () => (/* binding */ placeAt),
/* harmony export */   D8: () => (/* binding */ callsInTemplate),
/* harmony export */   Tz: () => (/* binding */ callsIn),
/* harmony export */   hc: () => (/* binding */ renderWith),
/* harmony export */   l$: () => (/* binding */ expressionsIn)
/* harmony export */ });
/** Calls of the named functions in an expression without braces around it; methods (`x.ref(…)`) do not count. */
function callsIn(expression, names, prefix = '') {
    const pattern = new RegExp(`(?<![\\w.])${prefix.replace('.', '\\.')}(${names.join('|')})\\s*\\(`, 'g');
    const calls = [];
    for (const match of expression.matchAll(pattern)) {
        calls.push({ name: match[1] ?? '', ...argumentsAt(expression, match.index + match[0].length), index: match.index });
    }
    return calls;
}
/** Calls of the named functions in a template. */
function callsInTemplate(template, names) {
    return expressionsIn(template).flatMap(({ code, index }) => callsIn(code, names).map((call) => ({ ...call, index: call.index + index })));
}
/** `{% <keyword> name %}…{% end<keyword> %}` blocks, those in Jinja comments left out. */
function blocksIn(template, keyword) {
    const visible = template.replace(/\{#[\s\S]*?#\}/g, (comment) => ' '.repeat(comment.length));
    const pattern = new RegExp(`\\{%[-+]?\\s*${keyword}\\s+([\\w$]+)\\s*[-+]?%\\}([\\s\\S]*?)\\{%[-+]?\\s*end${keyword}\\s*[-+]?%\\}`, 'dg');
    return [...visible.matchAll(pattern)].map((match) => {
        const [from, to] = match.indices?.[2] ?? [0, 0];
        return { name: match[1] ?? '', contents: template.slice(from, to), index: match.index };
    });
}
/** 1-based line and column of a position in a text. */
function placeAt(source, index) {
    let line = 1;
    let start = 0;
    for (let next = source.indexOf('\n'); next >= 0 && next < index; next = source.indexOf('\n', start)) {
        line += 1;
        start = next + 1;
    }
    return { line, column: index - start + 1 };
}
/** Replaces each `{{ expression }}`; null as soon as one of them has no replacement or the template has statements. */
function renderWith(template, replace) {
    if (!template.includes('{{') && !template.includes('{%'))
        return template;
    let rendered = '';
    let from = 0;
    for (const { code, index, end, statement } of expressionsIn(template)) {
        const value = statement ? null : replace(code.trim());
        if (value === null)
            return null;
        rendered += template.slice(from, index - 2) + value;
        from = end;
    }
    return rendered + template.slice(from);
}
function expressionsIn(template) {
    const found = [];
    let at = template.indexOf('{');
    while (at >= 0) {
        const opener = template.slice(at, at + 2);
        let next = at + 1;
        if (opener === '{#') {
            const end = template.indexOf('#}', at + 2);
            next = end < 0 ? template.length : end + 2;
        }
        else if (opener === '{{' || opener === '{%') {
            const end = closing(template, at + 2, opener === '{{' ? '}}' : '%}');
            if (end < 0)
                break;
            const code = template.slice(at + 2, end).replace(/^[-+]/, ' ').replace(/[-+]$/, ' ');
            next = end + 2;
            if (opener === '{%' && code.trim() === 'raw') {
                const raw = /\{%[-+]?\s*endraw\s*[-+]?%\}/g;
                raw.lastIndex = next;
                next = raw.exec(template) === null ? template.length : raw.lastIndex;
            }
            else {
                found.push({ code, index: at + 2, end: next, statement: opener === '{%' });
            }
        }
        at = template.indexOf('{', next);
    }
    return found;
}
/** Where the closing braces stand, past strings and the braces of dictionaries; -1 where the tag is not closed. */
function closing(template, from, closer) {
    let depth = 0;
    for (let at = from; at < template.length; at += 1) {
        const char = template[at];
        if (char === '"' || char === "'") {
            const end = stringEnd(template, at);
            if (end < 0)
                return -1;
            at = end - 1;
        }
        else if (depth <= 0 && template.startsWith(closer, at))
            return at;
        else if (char === '{')
            depth += 1;
        else if (char === '}')
            depth -= 1;
    }
    return -1;
}
function stringEnd(source, start) {
    const quote = source[start];
    for (let at = start + 1; at < source.length; at += 1) {
        if (source[at] === '\\')
            at += 1;
        else if (source[at] === quote)
            return at + 1;
    }
    return -1;
}
function argumentsAt(source, start) {
    const reader = new LiteralReader(source, start);
    const args = [];
    const kwargs = {};
    while (!reader.ended(')')) {
        const keyword = reader.keyword();
        const value = reader.value(',)');
        if (keyword === undefined)
            args.push(value);
        else
            kwargs[keyword] = value;
        if (!reader.separator())
            break;
    }
    return { args, kwargs };
}
/** Reads Python literals; what is none (a name, a call, an operation) is passed over and read as undefined. */
class LiteralReader {
    #source;
    #at;
    constructor(source, at) {
        this.#source = source;
        this.#at = at;
    }
    ended(closer) {
        this.#space();
        return this.#at >= this.#source.length || this.#source[this.#at] === closer;
    }
    keyword() {
        this.#space();
        const match = this.#match(/([A-Za-z_]\w*)\s*=(?!=)/y);
        return match?.[1];
    }
    separator() {
        this.#space();
        if (this.#source[this.#at] !== ',')
            return false;
        this.#at += 1;
        return true;
    }
    value(stops) {
        this.#space();
        const literal = this.#literal();
        this.#space();
        const next = this.#source[this.#at];
        if (next === undefined || stops.includes(next))
            return literal;
        this.#pass(stops);
        return undefined;
    }
    #literal() {
        const char = this.#source[this.#at];
        if (char === '"' || char === "'") {
            const end = stringEnd(this.#source, this.#at);
            if (end < 0)
                return undefined;
            const raw = this.#source.slice(this.#at + 1, end - 1);
            this.#at = end;
            return raw.replace(/\\(.)/gs, (_, escaped) => (escaped === 'n' ? '\n' : escaped === 't' ? '\t' : escaped));
        }
        if (char === '[' || char === '(')
            return this.#items(char === '[' ? ']' : ')');
        if (char === '{')
            return this.#dictionary();
        const number = this.#match(/-?\d+(\.\d+)?(?![\w.])/y);
        if (number)
            return Number(number[0]);
        const word = this.#match(/(true|false|none|null)(?![\w.(])/iy);
        if (word)
            return word[0].toLowerCase() === 'true' ? true : word[0].toLowerCase() === 'false' ? false : null;
        return undefined;
    }
    #items(closer) {
        const items = [];
        this.#at += 1;
        while (!this.ended(closer)) {
            items.push(this.value(`,${closer}`));
            if (!this.separator())
                break;
        }
        if (this.#source[this.#at] === closer)
            this.#at += 1;
        return items;
    }
    #dictionary() {
        const entries = [];
        this.#at += 1;
        while (!this.ended('}')) {
            const key = this.value(':,}');
            if (this.#source[this.#at] !== ':')
                break;
            this.#at += 1;
            const value = this.value(',}');
            if (typeof key === 'string' || typeof key === 'number')
                entries.push([String(key), value]);
            if (!this.separator())
                break;
        }
        if (this.#source[this.#at] === '}')
            this.#at += 1;
        return Object.fromEntries(entries);
    }
    #pass(stops) {
        let depth = 0;
        for (; this.#at < this.#source.length; this.#at += 1) {
            const char = this.#source[this.#at] ?? '';
            if (depth === 0 && stops.includes(char))
                return;
            if (char === '"' || char === "'") {
                const end = stringEnd(this.#source, this.#at);
                if (end < 0)
                    return;
                this.#at = end - 1;
            }
            else if ('([{'.includes(char))
                depth += 1;
            else if (')]}'.includes(char))
                depth -= 1;
        }
    }
    #match(pattern) {
        pattern.lastIndex = this.#at;
        const match = pattern.exec(this.#source);
        if (match)
            this.#at += match[0].length;
        return match;
    }
    #space() {
        while (/\s/.test(this.#source[this.#at] ?? ''))
            this.#at += 1;
    }
}


/***/ }),

/***/ 42783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ metricsOf),
/* harmony export */   v: () => (/* binding */ metricsByNode)
/* harmony export */ });
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50055);

/** dbt's aggregations that one SQL aggregate says. https://docs.getdbt.com/docs/build/measures#aggregation */
const aggregations = { sum: 'sum', min: 'min', max: 'max', average: 'avg', avg: 'avg', count: 'count', count_distinct: 'count_distinct', sum_boolean: 'sum_boolean' };
/**
 * What a dbt project counts: the measures of its semantic models, its simple metrics over them, and metrics as dbt had them
 * before 1.6, each by the node that it is counted on. What needs more than one aggregate, or Jinja that is not understood, is left out.
 */
function metricsByNode(semanticModels, metrics, nodeOf) {
    const found = new Map();
    const add = (node, metric) => {
        const same = found.get(node) ?? [];
        found.set(node, same);
        if (!same.some((one) => one.name === metric.name))
            same.push(metric);
    };
    const measures = new Map(semanticModels.flatMap((entry) => measuresOf(entry, nodeOf(entry))).map((measure) => [measure.name, measure]));
    for (const { name, value, origin } of metrics) {
        const parameters = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(value['type_params']);
        const used = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(parameters['measure']);
        const measure = measures.get((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(used['name']) ?? (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(parameters['measure']) ?? '');
        if ((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(value['type']) === 'simple' && measure) {
            const filters = [...filtersIn(value['filter']), ...filtersIn(used['filter'])].map((filter) => sqlOf(filter, measure.model));
            if (filters.every((filter) => filter !== undefined)) {
                const { node, model: _, filter, ...rest } = measure;
                add(node, { ...rest, name, origin, ...labelled(value), ...conditionOf([...(filter === undefined ? [] : [filter]), ...filters]) });
            }
        }
        else if (value['calculation_method'] !== undefined) {
            const node = nodeOf({ name, value, origin });
            const legacy = node === undefined ? undefined : legacyMetric(name, value, origin);
            if (node !== undefined && legacy)
                add(node, legacy);
        }
    }
    for (const { node, model: _, ...measure } of measures.values())
        add(node, measure);
    return new Map([...found].map(([node, list]) => [node, list.sort((a, b) => (a.name < b.name ? -1 : 1))]));
}
/** The field of a node; none where nothing is counted on it. */
function metricsOf(metrics) {
    return metrics === undefined || metrics.length === 0 ? {} : { metrics };
}
function measuresOf({ value, origin }, node) {
    if (node === undefined)
        return [];
    const dimensions = new Map((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(value['dimensions']).map(_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA).flatMap((dimension) => {
        const name = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(dimension['name']);
        return name === null ? [] : [[name, (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(dimension['expr']) ?? name]];
    }));
    const time = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(value['defaults'])['agg_time_dimension']);
    return (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(value['measures']).map(_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA).flatMap((measure) => {
        const name = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(measure['name']);
        const agg = aggregations[((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(measure['agg']) ?? '').toLowerCase()];
        if (name === null || agg === undefined)
            return [];
        const own = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(measure['agg_time_dimension']) ?? time;
        const timeColumn = own === null ? undefined : dimensions.get(own) ?? own;
        return [{ name, agg, expr: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(measure['expr']) ?? name, origin, node, model: { dimensions }, ...labelled(measure), ...(timeColumn === undefined ? {} : { timeColumn }) }];
    });
}
/** dbt 1.5 and older. */
function legacyMetric(name, value, origin) {
    const agg = aggregations[((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(value['calculation_method']) ?? '').toLowerCase()];
    const expr = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(value['expression']);
    if (agg === undefined || expr === null || /\{[{%]/.test(expr))
        return undefined;
    const filters = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(value['filters']).map(_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA).map((filter) => [(0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(filter['field']), (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(filter['operator']), (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(filter['value'])]);
    if (filters.some((parts) => parts.includes(null)))
        return undefined;
    const timeColumn = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(value['timestamp']);
    return { name, agg, expr, origin, ...labelled(value), ...conditionOf(filters.map((parts) => parts.join(' '))), ...(timeColumn === null ? {} : { timeColumn }) };
}
const labelled = (value) => {
    const label = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(value['label']);
    return label === null ? {} : { label };
};
const conditionOf = (filters) => (filters.length === 0 ? {} : { filter: filters.map((filter) => (filters.length === 1 ? filter ?? '' : `(${filter ?? ''})`)).join(' AND ') });
/** A filter is a text, a list of texts, or what a manifest makes of them. */
function filtersIn(value) {
    if (typeof value === 'string')
        return value.trim() === '' ? [] : [value.trim()];
    if (Array.isArray(value))
        return value.flatMap(filtersIn);
    return (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(value)['where_filters']).map(_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA).flatMap((filter) => (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(filter['where_sql_template'])?.trim() ?? []);
}
/** A filter as SQL over the columns of its model: `{{ Dimension('order__status') }}` is `status`. Undefined: it needs something else. */
function sqlOf(filter, { dimensions }) {
    const sql = filter.replace(/\{\{\s*Dimension\(\s*['"]([\w]+?__)?(\w+)['"]\s*\)\s*\}\}/g, (whole, _, name) => dimensions.get(name) ?? whole);
    return /\{[{%]/.test(sql) ? undefined : sql;
}


/***/ }),

/***/ 24691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gz: () => (/* binding */ below),
/* harmony export */   Wh: () => (/* binding */ readProject),
/* harmony export */   _z: () => (/* binding */ inFolder),
/* harmony export */   jv: () => (/* binding */ unusableYaml)
/* harmony export */ });
/* harmony import */ var _text_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74413);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50055);


/** dbt_project.yml of a folder, with dbt's defaults where it says nothing or cannot be read. */
async function readProject(reader, directory) {
    for (const name of ['dbt_project.yml', 'dbt_project.yaml']) {
        const file = inFolder(directory, name);
        if (!(await reader.exists(file)))
            continue;
        const read = await reader.text(file);
        if (!read.ok)
            return { project: projectOf({}, null, directory), findings: [read.finding] };
        const yaml = (0,_text_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .readYaml */ .g)(read.text);
        if (!yaml.ok)
            return { project: projectOf({}, null, directory), findings: [unusableYaml(file, yaml.problem)] };
        return { project: projectOf((0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(yaml.document.value), file, directory), findings: [] };
    }
    return { project: projectOf({}, null, directory), findings: [] };
}
function unusableYaml(file, problem) {
    return {
        severity: 'warning',
        code: 'dbt-yaml',
        message: `${file} cannot be used: ${problem.message.replace(/\.$/, '')}.`,
        fix: 'Correct the file; `dbt parse` shows the same problem.',
        file,
        line: problem.line,
        column: problem.column,
    };
}
/** A path of the dbt project as one of the reader's root; `..` is resolved, and kept in front where it leads out. */
function inFolder(directory, path) {
    const parts = [];
    for (const part of `${directory}/${path.replace(/\\/g, '/')}`.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part === '..' && parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else
            parts.push(part);
    }
    return parts.join('/');
}
/** A pattern for each of the folders. */
function below(folders, pattern) {
    return folders.map((folder) => (folder === '' ? pattern : `${folder}/${pattern}`));
}
function projectOf(value, file, directory) {
    const folders = (keys, fallback) => {
        const key = keys.find((name) => value[name] !== undefined);
        return (key === undefined ? fallback : (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)(value[key])).map((path) => inFolder(directory, path));
    };
    const modelPaths = folders(['model-paths', 'source-paths'], ['models']);
    const seedPaths = folders(['seed-paths', 'data-paths'], ['seeds']);
    const snapshotPaths = folders(['snapshot-paths'], ['snapshots']);
    const macroPaths = folders(['macro-paths'], ['macros']);
    const analysisPaths = folders(['analysis-paths'], ['analyses']);
    const target = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(value['target-path']);
    return {
        file,
        name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(value['name']),
        profile: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(value['profile']),
        modelPaths,
        seedPaths,
        snapshotPaths,
        macroPaths,
        testPaths: folders(['test-paths'], ['tests']),
        docsPaths: value['docs-paths'] === undefined
            ? [...new Set([...modelPaths, ...seedPaths, ...snapshotPaths, ...macroPaths, ...analysisPaths])]
            : folders(['docs-paths'], []),
        targetPath: inFolder(directory, target === null || target.includes('{') ? 'target' : target),
        vars: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(value['vars']),
        configs: {
            models: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(value['models']),
            seeds: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(value['seeds']),
            snapshots: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(value['snapshots']),
            sources: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(value['sources']),
            data_tests: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(value['data_tests'] ?? value['tests']),
        },
    };
}


/***/ }),

/***/ 82206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ references)
/* harmony export */ });
/* harmony import */ var _jinja_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13370);

function references(connection, project, nodes) {
    const byName = new Map();
    const own = new Set();
    for (const node of nodes) {
        const same = byName.get(node.name);
        if (same)
            same.push(node);
        else
            byName.set(node.name, [node]);
        if (node.packageName === project)
            own.add(withoutPackage(node.uniqueId));
    }
    const id = (uniqueId) => {
        const bare = withoutPackage(uniqueId);
        const foreign = uniqueId.split('.')[1] !== project;
        return `dbt:${connection}/${foreign && own.has(bare) ? uniqueId : bare}`;
    };
    const ref = (name, options) => {
        const { packageName, version } = options;
        const candidates = (byName.get(name) ?? []).filter((node) => (packageName === undefined || node.packageName === packageName) && (version === undefined || node.version === version));
        const best = candidates.toSorted((a, b) => rank(a, project) - rank(b, project) || newer(a, b))[0];
        if (best)
            return id(best.uniqueId);
        const suffix = version === undefined ? '' : `.v${version}`;
        return packageName !== undefined ? id(`model.${packageName}.${name}${suffix}`) : `dbt:${connection}/model.${name}${suffix}`;
    };
    const source = (sourceName, tableName) => `dbt:${connection}/source.${sourceName}.${tableName}`;
    const ofCall = ({ name, args, kwargs }) => {
        const [first, second] = args;
        if (typeof first !== 'string')
            return undefined;
        if (name === 'source')
            return typeof second === 'string' ? source(first, second) : undefined;
        if (name !== 'ref')
            return undefined;
        const given = kwargs['version'] ?? kwargs['v'];
        const version = typeof given === 'string' || typeof given === 'number' ? { version: String(given) } : {};
        return typeof second === 'string' ? ref(second, { packageName: first, ...version }) : ref(first, version);
    };
    return {
        id,
        source,
        ofCall,
        inExpression(expression) {
            const call = (0,_jinja_js__WEBPACK_IMPORTED_MODULE_0__/* .callsIn */ .Tz)(expression, ['ref', 'source'])[0];
            return call && ofCall(call);
        },
    };
}
function withoutPackage(uniqueId) {
    const [resource = '', , ...rest] = uniqueId.split('.');
    return `${resource}.${rest.join('.')}`;
}
function rank(node, project) {
    return (node.packageName === project ? 0 : 2) + (node.latest === false ? 1 : 0);
}
function newer(a, b) {
    const [left, right] = [Number(a.version ?? 0), Number(b.version ?? 0)];
    return Number.isNaN(left) || Number.isNaN(right) ? 0 : right - left;
}


/***/ }),

/***/ 50055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Cc: () => (/* binding */ sortedSet),
/* harmony export */   Fg: () => (/* binding */ tagsOf),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   OA: () => (/* binding */ fields),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   fX: () => (/* binding */ metaOf),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/** Values out of JSON and YAML whose shape nobody promised. Each function gives an empty value for another shape. */
const none = Object.freeze({});
function fields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : none;
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
/** A string, or a number or boolean as one; null for everything else and for the empty string. */
function text(value) {
    if (typeof value === 'string')
        return value === '' ? null : value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
/** A string alone or a list of strings, as dbt takes tags; other elements are left out. */
function texts(value) {
    if (value === undefined || value === null)
        return [];
    return (Array.isArray(value) ? value : [value]).map(text).filter((item) => item !== null);
}
const noTexts = Object.freeze([]);
/** Sorted by code unit, each once. */
function sortedSet(values) {
    return values.length === 0 ? noTexts : [...new Set(values)].sort();
}
/** The tags of a node or column, which dbt takes beside `config` and in it. */
function tagsOf(value, config) {
    return sortedSet([...texts(value['tags']), ...texts(config['tags'])]);
}
/** The meta of a node or column, which dbt takes beside `config` and in it. */
function metaOf(value, config) {
    const beside = fields(value['meta']);
    const inside = fields(config['meta']);
    const isEmpty = (meta) => meta === none || Object.keys(meta).length === 0;
    // One empty value for all: a warehouse has a hundred thousand columns without meta.
    return isEmpty(beside) ? (isEmpty(inside) ? none : inside) : { ...inside, ...beside };
}
/** Prose as dbt keeps it: line endings of one kind, nothing around it. */
function prose(value) {
    const found = text(value);
    return found === null ? '' : lines(found).trim();
}
/** Line endings of one kind. */
function lines(value) {
    return value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value;
}


/***/ }),

/***/ 99941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ labelOf),
/* harmony export */   m: () => (/* binding */ definitionsOf)
/* harmony export */ });
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50055);

/**
 * What a dbt project defines in words. The term of a column is `model.column`; its evidence and that of a node is the
 * node's. Docs blocks, exposures and metrics have ids of their own (`dbt:shop/doc.churn`) with no evidence behind them.
 */
function definitionsOf(connection, placed, named) {
    const definitions = [];
    for (const { node, described, id } of placed) {
        const name = bareName(node);
        if (node.description !== '') {
            for (const term of distinct([name, node.label]))
                definitions.push({ term, text: node.description, origin: described, evidence: id });
        }
        for (const column of node.columns) {
            if (column.description === '')
                continue;
            for (const term of distinct([`${name}.${column.name}`, labelOf(column.meta)])) {
                definitions.push({ term, text: column.description, origin: column.origin, evidence: id });
            }
        }
    }
    for (const { kind, name, label, description, origin } of named) {
        // `__overview__` and the like are pages of the documentation site.
        if (description === '' || name.startsWith('__'))
            continue;
        for (const term of distinct([name, label ?? undefined])) {
            definitions.push({ term, text: description, origin, evidence: `dbt:${connection}/${kind}.${name}` });
        }
    }
    return definitions;
}
function labelOf(meta) {
    const label = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(meta)['label'];
    return typeof label === 'string' ? ((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(label.trim()) ?? undefined) : undefined;
}
function bareName(node) {
    if (node.resource === 'source')
        return node.name.slice(node.name.indexOf('.') + 1);
    return node.resource === 'model' ? node.name.replace(/\.v[^.]+$/, '') : node.name;
}
function distinct(terms) {
    return [...new Set(terms.filter((term) => term !== undefined))];
}


/***/ }),

/***/ 138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mr: () => (/* binding */ singularTest),
/* harmony export */   Pu: () => (/* binding */ constraints),
/* harmony export */   U4: () => (/* binding */ genericTest),
/* harmony export */   u5: () => (/* binding */ sortTests)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50055);


const plainName = /^[\w$ ]+$/;
/** The test as evidence: arguments without model and column, `to` as an evidence id where it is a reference. */
function genericTest(test, references) {
    const { model: _model, column_name: named, ...kwargs } = test.kwargs;
    // A test on the whole node may name its column, or an expression, which is no column.
    const given = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(named);
    const isExpression = test.column === null && given !== null && !plainName.test(unquoted(given));
    const column = test.column ?? (isExpression ? null : given);
    const to = typeof kwargs['to'] === 'string' ? references.inExpression(kwargs['to']) : undefined;
    return {
        name: test.name,
        package: test.namespace === 'dbt' ? null : test.namespace,
        column: column === null ? null : unquoted(column),
        kwargs: { ...kwargs, ...(isExpression ? { column_name: given } : {}), ...(to === undefined ? {} : { to }) },
        ...condition(test.config),
        severity: severity(test.config),
        origin: test.origin,
    };
}
function singularTest(name, config, origin) {
    return { name, package: null, column: null, kwargs: {}, ...condition(config), severity: severity(config), origin };
}
/** The same order whatever order they were written in. */
function sortTests(tests) {
    if (tests.length < 2)
        return [...tests];
    const key = (test) => `${test.column ?? ''}\0${test.package ?? ''}\0${test.name}\0${(0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(test.kwargs)}`;
    return tests.map((test) => ({ test, key: key(test) })).sort((a, b) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a.key, b.key)).map(({ test }) => test);
}
const noConstraints = Object.freeze([]);
/** Constraints of a node, or of one column when its name is given. */
function constraints(value, column) {
    return (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value).length === 0 ? noConstraints : (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value).map(_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA).flatMap((constraint) => {
        const type = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(constraint['type']);
        if (type === null)
            return [];
        const target = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(constraint['to']);
        const expression = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(constraint['expression'])
            ?? (target === null ? null : `${target} (${(0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)(constraint['to_columns']).join(', ')})`);
        return [{
                type: type.toLowerCase(),
                columns: column === undefined ? (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)(constraint['columns']) : [column],
                ...(expression === null ? {} : { expression }),
            }];
    });
}
/** dbt quotes the name of a column that is declared with `quote: true`. */
function unquoted(column) {
    return /^(["`]).+\1$/.test(column) || /^\[.+\]$/.test(column) ? column.slice(1, -1) : column;
}
function condition(config) {
    const where = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(config['where']);
    return where === null ? {} : { where };
}
function severity(config) {
    return (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(config['severity'])?.toLowerCase() === 'warn' ? 'warn' : 'error';
}


/***/ })

};
