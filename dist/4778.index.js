export const id = 4778;
export const ids = [4778];
export const modules = {

/***/ 24778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fileContents: () => (/* binding */ fileContents)
});

// EXTERNAL MODULE: ./lib/src/evidence/sources/dbt/jinja.js
var jinja = __webpack_require__(13370);
// EXTERNAL MODULE: ./lib/src/evidence/sources/dbt/project.js
var dbt_project = __webpack_require__(24691);
// EXTERNAL MODULE: ./lib/src/evidence/sources/dbt/shape.js
var shape = __webpack_require__(50055);
;// CONCATENATED MODULE: ./lib/src/evidence/sources/dbt/code-files.js



async function readCode(reader, project) {
    const findings = [];
    const models = [];
    const snapshots = [];
    const singularTests = [];
    async function each(folders, extensions, take) {
        const { files, findings: problems } = await reader.list((0,dbt_project/* below */.Gz)(folders, `**/*.${extensions}`));
        findings.push(...problems);
        for (const file of files) {
            const read = await reader.text(file);
            if (read.ok)
                take(file, read.text, foldersBelow(file, folders));
            else
                findings.push(read.finding);
        }
    }
    await each(project.modelPaths, '{sql,py}', (file, contents, folders) => models.push(codeOf(stem(file), contents, { file, line: 1 }, folders)));
    await each(project.snapshotPaths, 'sql', (file, contents, folders) => {
        for (const block of (0,jinja/* blocksIn */.AP)(contents, 'snapshot')) {
            snapshots.push(codeOf(block.name, block.contents, { file, ...(0,jinja/* placeAt */.BW)(contents, block.index) }, folders));
        }
    });
    await each(project.testPaths, 'sql', (file, contents, folders) => {
        // Generic tests are macros, not tests.
        if (folders[0] !== 'generic')
            singularTests.push(codeOf(stem(file), contents, { file, line: 1 }, folders));
    });
    const seedFiles = await reader.list((0,dbt_project/* below */.Gz)(project.seedPaths, '**/*.csv'));
    findings.push(...seedFiles.findings);
    return {
        models,
        snapshots,
        singularTests,
        seeds: seedFiles.files.map((file) => ({ name: stem(file), origin: { file, line: 1 }, folders: foldersBelow(file, project.seedPaths) })),
        findings,
    };
}
/** The folders between the configured path that holds the file and the file. */
function foldersBelow(file, paths) {
    const base = paths.filter((path) => path === '' || file.startsWith(`${path}/`)).sort((a, b) => b.length - a.length)[0] ?? '';
    return file.slice(base === '' ? 0 : base.length + 1).split('/').slice(0, -1);
}
function codeOf(name, contents, origin, folders) {
    const isPython = origin.file?.endsWith('.py') === true;
    const names = ['ref', 'source', 'config'];
    const calls = isPython ? (0,jinja/* callsIn */.Tz)(contents.replace(/#.*$/gm, ''), names, 'dbt.') : (0,jinja/* callsInTemplate */.D8)(contents, names);
    const config = calls.filter((call) => call.name === 'config').map((call) => ({ ...(0,shape/* fields */.OA)(call.args[0]), ...call.kwargs }));
    return {
        name,
        raw: (0,shape/* lines */.Mn)(contents).trim(),
        origin,
        folders,
        calls: calls.filter((call) => call.name !== 'config'),
        config: Object.assign({}, ...config),
    };
}
function stem(file) {
    const name = file.slice(file.lastIndexOf('/') + 1);
    return name.slice(0, name.lastIndexOf('.'));
}

// EXTERNAL MODULE: ./lib/src/text/yaml.js
var text_yaml = __webpack_require__(74413);
;// CONCATENATED MODULE: ./lib/src/evidence/sources/dbt/target.js




const nowhere = { name: null, type: null, database: null, schema: null };
/** The default target of the project's profile, where profiles.yml lies beside dbt_project.yml. */
async function readTarget(reader, project, directory) {
    const file = (0,dbt_project/* inFolder */._z)(directory, 'profiles.yml');
    if (project.profile === null || !(await reader.exists(file)))
        return { target: nowhere, findings: [] };
    const read = await reader.text(file);
    if (!read.ok)
        return { target: nowhere, findings: [read.finding] };
    const yaml = (0,text_yaml/* readYaml */.g)(read.text);
    if (!yaml.ok)
        return { target: nowhere, findings: [(0,dbt_project/* unusableYaml */.jv)(file, yaml.problem)] };
    const scope = { vars: {}, target: nowhere };
    const profile = (0,shape/* fields */.OA)((0,shape/* fields */.OA)(yaml.document.value)[project.profile]);
    const name = rendered(profile['target'], scope) ?? 'default';
    const output = (0,shape/* fields */.OA)((0,shape/* fields */.OA)(profile['outputs'])[name]);
    if (Object.keys(output).length === 0)
        return { target: { ...nowhere, name }, findings: [] };
    const first = (...keys) => {
        const key = keys.find((candidate) => (0,shape/* text */.Qq)(output[candidate]) !== null);
        return key === undefined ? null : rendered(output[key], scope);
    };
    const type = first('type');
    return {
        target: {
            name,
            type,
            database: type === 'duckdb' ? first('database') ?? duckdbName(first('path')) : first('database', 'dbname', 'project', 'catalog'),
            schema: first('schema', 'dataset') ?? (type === 'duckdb' ? 'main' : null),
        },
        findings: [],
    };
}
/** The variables of dbt_project.yml, those of the project over the global ones. */
function scopeOf(project, target) {
    return { vars: { ...project.vars, ...(0,shape/* fields */.OA)(project.vars[project.name ?? '']) }, target };
}
/**
 * A configured text with its `env_var` defaults, `var`s and `target` fields filled in; null where it is absent or needs
 * more than that. Environment variables are not read: what a machine happens to have must not change what is committed.
 */
function rendered(value, scope) {
    const raw = (0,shape/* text */.Qq)(value);
    return raw === null ? null : (0,jinja/* renderWith */.hc)(raw, (expression) => target_valueOf(expression, scope));
}
function target_valueOf(expression, scope) {
    const bare = expression.replace(/(\s*\|\s*(as_text|as_number|as_native|as_bool|int|string|trim))+$/, '');
    const field = /^target\.(name|type|database|dbname|project|schema|dataset)$/.exec(bare)?.[1];
    if (field !== undefined) {
        if (field === 'dbname' || field === 'project')
            return scope.target.database;
        return scope.target[field === 'dataset' ? 'schema' : field];
    }
    const call = (0,jinja/* callsIn */.Tz)(bare, ['env_var', 'var'])[0];
    if (!call || call.index !== 0 || !/^\w+\s*\([^()]*\)$/.test(bare))
        return null;
    const [name, fallback] = call.args;
    if (typeof name !== 'string')
        return null;
    return (0,shape/* text */.Qq)(call.name === 'var' ? (scope.vars[name] ?? fallback) : fallback);
}
function duckdbName(path) {
    if (path === null)
        return null;
    if (path === ':memory:')
        return 'memory';
    return path.split(/[\\/]/).at(-1)?.replace(/\.[^.]*$/, '') ?? null;
}

;// CONCATENATED MODULE: ./lib/src/evidence/sources/dbt/config-layers.js


/** Keys that dbt_project.yml may also give without `+`. */
const plainKeys = new Set([
    'materialized', 'schema', 'database', 'alias', 'tags', 'enabled', 'meta', 'target_schema', 'target_database', 'project', 'dataset', 'catalog', 'severity', 'where',
]);
/** What dbt_project.yml configures for a resource, from its kind down the folders that its name leads through. */
function folderLayers(project, kind, path) {
    const layers = [];
    let level = project.configs[kind];
    for (const step of [null, ...path]) {
        if (step !== null)
            level = (0,shape/* fields */.OA)(level[step]);
        const layer = {};
        for (const [key, value] of Object.entries(level)) {
            if (key.startsWith('+'))
                layer[key.slice(1)] = value;
            else if (plainKeys.has(key) && (key === 'meta' || typeof value !== 'object'))
                layer[key] = value;
            else if (key === 'tags' && Array.isArray(value))
                layer[key] = value;
        }
        if (Object.keys(layer).length > 0)
            layers.push(layer);
    }
    return layers;
}
/** The strongest text among the layers: undefined where none gives one, null where it cannot be told without running dbt. */
function configured(layers, scope, ...keys) {
    for (const layer of layers.toReversed()) {
        for (const key of keys) {
            if (!Object.hasOwn(layer, key) || layer[key] === null)
                continue;
            return rendered(layer[key], scope);
        }
    }
    return undefined;
}
/** Enabled unless the strongest layer that says so says no. */
function isEnabled(layers, scope) {
    return !['false', 'no', 'off'].includes(configured(layers, scope, 'enabled')?.toLowerCase() ?? '');
}
/** Tags add up over all layers. */
function configuredTags(layers, scope) {
    return layers.flatMap((layer) => (0,shape/* texts */.Te)(layer['tags']))
        .map((tag) => rendered(tag, scope))
        .filter((tag) => tag !== null);
}
/** Meta adds up by key, the stronger layer over the weaker. */
function configuredMeta(layers) {
    return layers.reduce((meta, layer) => {
        const added = (0,shape/* fields */.OA)(layer['meta']);
        return Object.keys(added).length === 0 ? meta : { ...meta, ...added };
    }, (0,shape/* fields */.OA)(undefined));
}
/** What a property file configures: its `config` over the tags and meta beside it. */
function propertyLayers(value) {
    return [{ tags: value['tags'], meta: value['meta'] }, (0,shape/* fields */.OA)(value['config'])];
}

;// CONCATENATED MODULE: ./lib/src/evidence/sources/dbt/described.js


/** The entry itself, or each of its versions with what it inherits and overrides. */
function describedBy(property) {
    const { name, value } = property;
    const columns = columnsIn(value, []);
    const layers = propertyLayers(value);
    const versions = (0,shape/* list */.p_)(value['versions']).map(shape/* fields */.OA).filter((version) => (0,shape/* text */.Qq)(version['v']) !== null);
    if (versions.length === 0) {
        return [{
                name, property, layers, description: value['description'], descriptionPath: ['description'], columns,
                tested: { value, path: [] }, constraints: value['constraints'], fileNames: [name],
            }];
    }
    const latest = (0,shape/* text */.Qq)(value['latest_version']) ?? newest(versions.map((version) => (0,shape/* text */.Qq)(version['v']) ?? ''));
    return versions.map((version, index) => {
        const number = (0,shape/* text */.Qq)(version['v']) ?? '';
        const path = ['versions', index];
        const ownTests = version['tests'] !== undefined || version['data_tests'] !== undefined;
        const described = version['description'] !== undefined;
        const definedIn = (0,shape/* text */.Qq)(version['defined_in']);
        return {
            name,
            version: number,
            latest: number === latest,
            property,
            layers: [...layers, ...propertyLayers(version)],
            description: described ? version['description'] : value['description'],
            descriptionPath: described ? [...path, 'description'] : ['description'],
            columns: version['columns'] === undefined ? columns : versionColumns(columns, columnsIn(version, path), (0,shape/* list */.p_)(version['columns']).map(shape/* fields */.OA)),
            tested: ownTests ? { value: version, path } : { value, path: [] },
            constraints: version['constraints'] ?? value['constraints'],
            fileNames: [...(definedIn === null ? [] : [definedIn]), `${name}_v${number}`, `${name}.v${number}`, ...(number === latest ? [name] : [])],
        };
    });
}
function columnsIn(holder, path) {
    return (0,shape/* list */.p_)(holder['columns']).flatMap((element, index) => {
        const value = (0,shape/* fields */.OA)(element);
        const name = (0,shape/* text */.Qq)(value['name']);
        return name === null ? [] : [{ name, value, path: [...path, 'columns', index] }];
    });
}
/** dbt starts with the columns that `include` and `exclude` leave and puts the version's own over them. */
function versionColumns(inherited, own, elements) {
    const rule = elements.find((element) => element['include'] !== undefined);
    const included = (0,shape/* texts */.Te)(rule?.['include'] ?? 'all');
    const excluded = new Set((0,shape/* texts */.Te)(rule?.['exclude']));
    const everything = included.includes('all') || included.includes('*');
    const kept = inherited.filter(({ name }) => (everything || included.includes(name)) && !excluded.has(name));
    const ownNames = new Set(own.map(({ name }) => name));
    return [...kept.filter(({ name }) => !ownNames.has(name)), ...own];
}
/** Versions are numbers in most projects and compared as texts elsewhere. */
function newest(versions) {
    const numeric = versions.every((version) => !Number.isNaN(Number(version)));
    return versions.toSorted((a, b) => (numeric ? Number(a) - Number(b) : a < b ? -1 : 1)).at(-1) ?? '';
}

;// CONCATENATED MODULE: ./lib/src/evidence/sources/dbt/docs-blocks.js



async function readDocsBlocks(reader, project) {
    const { files, findings: listing } = await reader.list((0,dbt_project/* below */.Gz)(project.docsPaths, '**/*.md'));
    const blocks = new Map();
    const findings = [...listing];
    for (const file of files) {
        const read = await reader.text(file);
        if (!read.ok) {
            findings.push(read.finding);
            continue;
        }
        for (const block of (0,jinja/* blocksIn */.AP)(read.text, 'docs')) {
            if (blocks.has(block.name))
                continue;
            blocks.set(block.name, { name: block.name, contents: (0,shape/* prose */.CS)(block.contents), origin: { file, ...(0,jinja/* placeAt */.BW)(read.text, block.index) } });
        }
    }
    return { blocks, findings };
}
/** A description with its `{{ doc(…) }}` replaced. One that names no block of the project is left out with a finding. */
function describer(blocks, projectName, findings) {
    return (value, origin) => {
        const written = (0,shape/* prose */.CS)(value);
        if (!written.includes('{{'))
            return written;
        let described = '';
        let from = 0;
        for (const { code, index, end, statement } of (0,jinja/* expressionsIn */.l$)(written)) {
            const call = statement ? undefined : (0,jinja/* callsIn */.Tz)(code, ['doc'])[0];
            const names = call?.args.filter((argument) => typeof argument === 'string') ?? [];
            if (call === undefined || names.length === 0)
                continue;
            const name = names.at(-1) ?? '';
            const block = names.length === 1 || names[0] === projectName ? blocks.get(name) : undefined;
            if (block === undefined)
                findings.push(unknownBlock(names.join('.'), origin()));
            described += written.slice(from, index - 2) + (block?.contents ?? '');
            from = end;
        }
        return (described + written.slice(from)).trim();
    };
}
function unknownBlock(name, { file, line, column }) {
    return {
        severity: 'warning',
        code: 'dbt-yaml',
        message: `A description names the docs block ${JSON.stringify(name)}, which the project's own files do not have.`,
        fix: 'Correct the name, or run `dbt parse` first if the block belongs to a package.',
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
    };
}

// EXTERNAL MODULE: ./lib/src/evidence/sources/dbt/metrics.js
var metrics = __webpack_require__(42783);
;// CONCATENATED MODULE: ./lib/src/evidence/sources/dbt/property-files.js



/** 10 MB of YAML is a generated file; dbt itself takes minutes for more. */
const maxPropertyBytes = 10_000_000;
const keys = ['models', 'seeds', 'snapshots', 'sources', 'exposures', 'metrics', 'semantic_models'];
/** Every entry of every property file in order of files; a file that cannot be used is a finding and the rest is read. */
async function readProperties(reader, project) {
    const folders = new Set([...project.modelPaths, ...project.seedPaths, ...project.snapshotPaths, ...project.testPaths]);
    const { files, findings: listing } = await reader.list((0,dbt_project/* below */.Gz)([...folders], '**/*.{yml,yaml}'));
    const found = { models: [], seeds: [], snapshots: [], sources: [], exposures: [], metrics: [], semantic_models: [] };
    const findings = [...listing];
    for (const file of files) {
        const read = await reader.bytes(file, { maxBytes: maxPropertyBytes });
        if (!read.ok) {
            findings.push(read.finding);
            continue;
        }
        const yaml = parsed(reader, file, read.bytes);
        if (!yaml.ok) {
            findings.push((0,dbt_project/* unusableYaml */.jv)(file, yaml.problem));
            continue;
        }
        const root = (0,shape/* fields */.OA)(yaml.document.value);
        for (const key of keys) {
            (0,shape/* list */.p_)(root[key]).forEach((element, index) => {
                const value = (0,shape/* fields */.OA)(element);
                const name = (0,shape/* text */.Qq)(value['name']);
                if (name !== null)
                    found[key].push({ name, value, file, path: [key, index], document: yaml.document });
            });
        }
    }
    return { properties: found, findings };
}
const parsedBy = new WeakMap();
function parsed(reader, file, bytes) {
    const same = reader.basis && parsedBy.get(reader.basis)?.get(file);
    if (same?.bytes.equals(bytes) === true)
        return same.yaml;
    const yaml = (0,text_yaml/* readYaml */.g)(bytes, { maxBytes: maxPropertyBytes });
    const files = parsedBy.get(reader) ?? new Map();
    parsedBy.set(reader, files.set(file, { bytes, yaml }));
    return yaml;
}
/** The place of a part of the entry, or of the nearest thing around it. */
function originIn(property, ...steps) {
    const path = [...property.path, ...steps];
    for (let length = path.length; length > 0; length -= 1) {
        const place = property.document.place(path.slice(0, length), { key: true });
        if (place)
            return { file: property.file, line: place.line, column: place.column };
    }
    return { file: property.file, line: 1 };
}

// EXTERNAL MODULE: ./lib/src/evidence/sources/dbt/references.js
var references = __webpack_require__(82206);
;// CONCATENATED MODULE: ./lib/src/evidence/sources/dbt/relation.js


async function readNamingRules(reader, project) {
    const { files } = await reader.list((0,dbt_project/* below */.Gz)(project.macroPaths, '**/*.sql'));
    let macros = '';
    for (const file of files) {
        const read = await reader.text(file);
        if (read.ok)
            macros += `${read.text}\n`;
    }
    const replaces = (name) => new RegExp(`\\{%[-+]?\\s*macro\\s+(\\w+__)?${name}\\s*\\(`).test(macros);
    return { ownSchemaRule: replaces('generate_schema_name'), ownDatabaseRule: replaces('generate_database_name') };
}
/**
 * The relation that dbt would build, by its default rules: the target's schema, or `<target schema>_<custom schema>`.
 * A part that depends on a macro of the project, a missing profile or unresolvable Jinja is null.
 */
function relationOf(name, layers, scope, rules) {
    const targetSchema = configured(layers, scope, 'target_schema');
    const targetDatabase = configured(layers, scope, 'target_database');
    const custom = configured(layers, scope, 'schema', 'dataset');
    const database = configured(layers, scope, 'database', 'project', 'catalog');
    const alias = configured(layers, scope, 'alias');
    const ofTarget = scope.target.schema;
    const byRule = custom === undefined ? ofTarget : custom === null || ofTarget === null ? null : `${ofTarget}_${custom.trim()}`;
    return {
        catalog: targetDatabase !== undefined ? targetDatabase : rules.ownDatabaseRule ? null : database !== undefined ? database : scope.target.database,
        schema: targetSchema !== undefined ? targetSchema : rules.ownSchemaRule ? null : byRule,
        name: alias ?? name,
    };
}

// EXTERNAL MODULE: ./lib/src/evidence/sources/dbt/freshness.js
var freshness = __webpack_require__(71233);
// EXTERNAL MODULE: ./lib/src/evidence/sources/dbt/terms.js
var terms = __webpack_require__(99941);
// EXTERNAL MODULE: ./lib/src/evidence/sources/dbt/test-facts.js
var test_facts = __webpack_require__(138);
;// CONCATENATED MODULE: ./lib/src/evidence/sources/dbt/source-properties.js








/** The tables of every source, each with what it inherits from its source. */
function sourceNodes(properties, context) {
    const nodes = new Map();
    for (const property of properties) {
        (0,shape/* list */.p_)(property.value['tables']).forEach((element, index) => {
            const table = (0,shape/* fields */.OA)(element);
            const name = (0,shape/* text */.Qq)(table['name']);
            if (name === null || nodes.has(`${property.name}.${name}`))
                return;
            const node = sourceNode(property, table, name, index, context);
            if (node !== null)
                nodes.set(`${property.name}.${name}`, node);
        });
    }
    return [...nodes.values()];
}
function sourceNode(property, table, name, index, context) {
    const { project, scope } = context;
    const source = property.value;
    const path = ['tables', index];
    const sourceConfig = (0,shape/* fields */.OA)(source['config']);
    const tableConfig = (0,shape/* fields */.OA)(table['config']);
    const folders = foldersBelow(property.file, [...project.modelPaths, ...project.seedPaths, ...project.snapshotPaths]);
    const layers = [
        ...folderLayers(project, 'sources', [project.name ?? '', ...folders, property.name, name]),
        ...propertyLayers(source), ...propertyLayers(table),
    ];
    if (!isEnabled(layers, scope))
        return null;
    const id = context.idOf(property.name, name);
    const columns = (0,shape/* list */.p_)(table['columns']).flatMap((value, position) => {
        const columnName = (0,shape/* text */.Qq)((0,shape/* fields */.OA)(value)['name']);
        return columnName === null ? [] : [{ name: columnName, value: (0,shape/* fields */.OA)(value), path: [...path, 'columns', position] }];
    });
    const meta = configuredMeta(layers);
    const label = (0,terms/* labelOf */.W)(meta);
    const fresh = (0,freshness/* freshness */.I)(thresholds(source['freshness'] ?? sourceConfig['freshness'], given(table, tableConfig, 'freshness')), given(table, tableConfig, 'loaded_at_field') ?? source['loaded_at_field'] ?? sourceConfig['loaded_at_field']);
    const origin = originIn(property, ...path);
    const schema = (0,shape/* text */.Qq)(source['schema']);
    return {
        node: {
            uniqueId: `source.${project.name ?? ''}.${property.name}.${name}`,
            resource: 'source',
            name: `${property.name}.${name}`,
            ...(label === undefined ? {} : { label }),
            packageName: project.name ?? '',
            relation: {
                catalog: (0,shape/* text */.Qq)(source['database']) === null ? scope.target.database : rendered(source['database'], scope),
                schema: schema === null ? property.name : rendered(schema, scope),
                name: rendered(table['identifier'], scope) ?? name,
            },
            materialized: 'source',
            description: context.describe(table['description'], () => originIn(property, ...path, 'description')),
            columns: columns.map((column) => context.columnOf(column, { property }, context.describe)),
            tests: (0,test_facts/* sortTests */.u5)([...context.testsOn({ property, columns, tested: { value: table, path } }), ...context.singular(id)]),
            constraints: [],
            tags: (0,shape/* sortedSet */.Cc)(configuredTags(layers, scope)),
            meta,
            ...(fresh === undefined ? {} : { freshness: fresh }),
            dependsOn: [],
            exposures: (0,shape/* sortedSet */.Cc)(context.readBy(id)),
        },
        origin,
        described: originIn(property, ...path, 'description'),
    };
}
/** Undefined where neither the entry nor its config has the key; null where one of them says none. */
function given(value, config, key) {
    return Object.hasOwn(value, key) ? value[key] : config[key];
}
/** dbt merges a table's thresholds over its source's, one by one; an explicit null switches freshness off. */
function thresholds(ofSource, ofTable) {
    return ofTable === null ? null : { ...(0,shape/* fields */.OA)(ofSource), ...(0,shape/* fields */.OA)(ofTable) };
}

;// CONCATENATED MODULE: ./lib/src/evidence/sources/dbt/test-entries.js

/** Keys of a test that configure it; dbt takes them in `config` and, from older projects, beside the arguments. */
const configKeys = new Set([
    'severity', 'tags', 'enabled', 'where', 'limit', 'warn_if', 'error_if', 'fail_calc', 'store_failures', 'store_failures_as', 'meta', 'database', 'schema', 'alias',
]);
const otherKeys = new Set(['name', 'description', 'config', 'arguments', 'test_name']);
/** The tests of a model or column, under the old key and the new one. */
function testEntries(value) {
    return ['tests', 'data_tests'].flatMap((key) => (0,shape/* list */.p_)(value[key]).flatMap((element, index) => {
        const entry = testEntry(element);
        return entry === null ? [] : [{ ...entry, path: [key, index] }];
    }));
}
function testEntry(element) {
    if (typeof element === 'string')
        return { ...nameOf(element), kwargs: {}, config: {} };
    const map = (0,shape/* fields */.OA)(element);
    const named = (0,shape/* text */.Qq)(map['test_name']);
    const key = named ?? Object.keys(map)[0];
    if (key === undefined)
        return null;
    // `- unique: {…}`, with config perhaps beside it, or `- {test_name: unique, …}`.
    const { [key]: inner, ...beside } = map;
    const body = named === null ? { ...beside, ...(0,shape/* fields */.OA)(inner) } : map;
    const entries = Object.entries(body);
    return {
        ...nameOf(key),
        kwargs: {
            ...Object.fromEntries(entries.filter(([name]) => !configKeys.has(name) && !otherKeys.has(name))),
            ...(0,shape/* fields */.OA)(body['arguments']),
        },
        config: { ...Object.fromEntries(entries.filter(([name]) => configKeys.has(name))), ...(0,shape/* fields */.OA)(body['config']) },
    };
}
function nameOf(written) {
    const dot = written.indexOf('.');
    return dot < 0 ? { name: written, namespace: null } : { name: written.slice(dot + 1), namespace: written.slice(0, dot) };
}

;// CONCATENATED MODULE: ./lib/src/evidence/sources/dbt/file-contents.js















const kinds = {
    model: { kind: 'models', materialized: 'view' },
    seed: { kind: 'seeds', materialized: 'seed' },
    snapshot: { kind: 'snapshots', materialized: 'snapshot' },
};
/** Nodes of a dbt project out of its own files, as far as they say without dbt being run. */
async function fileContents(reader, project, directory, connection) {
    const { target, findings: targetFindings } = await readTarget(reader, project, directory);
    const scope = scopeOf(project, target);
    const rules = await readNamingRules(reader, project);
    const { properties, findings: propertyFindings } = await readProperties(reader, project);
    const code = await readCode(reader, project);
    const { blocks, findings: docsFindings } = await readDocsBlocks(reader, project);
    const describing = [];
    const projectName = project.name ?? '';
    const describe = describer(blocks, projectName, describing);
    const drafts = [
        ...draftsOf('model', code.models, properties.models, project, scope),
        ...draftsOf('seed', code.seeds, properties.seeds, project, scope),
        ...draftsOf('snapshot', [...code.snapshots, ...yamlSnapshots(properties.snapshots, project)], properties.snapshots, project, scope),
    ];
    const refs = (0,references/* references */.F)(connection, projectName, drafts.map((draft) => ({ ...draft, packageName: projectName })));
    const readBy = exposuresById(properties.exposures, refs);
    const entry = (property) => ({ name: property.name, value: property.value, origin: originIn(property) });
    const counted = (0,metrics/* metricsByNode */.v)(properties.semantic_models.map(entry), properties.metrics.map(entry), ({ value }) => refs.inExpression((0,shape/* text */.Qq)(value['model']) ?? ''));
    const singular = singularTests(code.singularTests, project, scope, refs);
    const testsOn = (subject) => testsOf(subject, project, scope, refs);
    const nodes = drafts.map((draft) => {
        const id = refs.id(draft.uniqueId);
        const { described, layers } = draft;
        const { kind, materialized: fallback } = kinds[draft.resource];
        const materialized = draft.resource === 'model' ? configured(layers, scope, 'materialized') ?? fallback : fallback;
        const meta = configuredMeta(layers);
        const label = (0,terms/* labelOf */.W)(meta);
        const alias = draft.version === undefined ? draft.name : `${draft.name}_v${draft.version}`;
        const describedAt = described === null ? draft.code.origin : originIn(described.property, ...described.descriptionPath);
        return {
            node: {
                uniqueId: draft.uniqueId,
                resource: draft.resource,
                name: draft.version === undefined ? draft.name : `${draft.name}.v${draft.version}`,
                ...(label === undefined ? {} : { label }),
                packageName: projectName,
                relation: materialized === 'ephemeral' ? null : relationOf(alias, layers, scope, rules),
                materialized,
                description: describe(described?.description, () => describedAt),
                columns: described === null ? [] : described.columns.map((column) => columnOf(column, described, describe)),
                tests: (0,test_facts/* sortTests */.u5)([...(described === null ? [] : testsOn(described)), ...(singular.get(id) ?? [])]),
                constraints: (0,test_facts/* constraints */.Pu)(described?.constraints),
                tags: (0,shape/* sortedSet */.Cc)(configuredTags(layers, scope)),
                meta,
                ...(draft.code.raw === undefined || kind === 'seeds' ? {} : { rawSql: draft.code.raw }),
                dependsOn: (0,shape/* sortedSet */.Cc)((draft.code.calls ?? []).map(refs.ofCall).filter((target) => target !== undefined)),
                exposures: (0,shape/* sortedSet */.Cc)(readBy.get(id) ?? []),
                ...(0,metrics/* metricsOf */.P)(counted.get(id)),
            },
            origin: draft.code.origin,
            described: describedAt,
        };
    });
    const sources = sourceNodes(properties.sources, {
        project, scope, describe, columnOf, testsOn,
        readBy: (id) => readBy.get(id) ?? [],
        singular: (id) => singular.get(id) ?? [],
        idOf: refs.source,
    });
    return {
        contents: {
            nodes: [...nodes, ...sources],
            named: [
                ...[...blocks.values()].map((block) => ({ kind: 'doc', name: block.name, label: null, description: block.contents, origin: block.origin })),
                ...properties.exposures.map((property) => namedText('exposure', property, describe)),
                ...properties.metrics.map((property) => namedText('metric', property, describe)),
            ],
            references: refs,
        },
        findings: [...targetFindings, ...propertyFindings, ...code.findings, ...docsFindings, ...describing],
    };
}
/** A node for each file, with what the property files say about it; disabled ones and second files of a name are left out. */
function draftsOf(resource, files, properties, project, scope) {
    const byFileName = new Map();
    for (const described of properties.flatMap(describedBy)) {
        const fileName = described.fileNames.find((name) => files.some((file) => file.name === name));
        if (fileName !== undefined && !byFileName.has(fileName))
            byFileName.set(fileName, described);
    }
    const drafts = new Map();
    for (const code of files) {
        const described = byFileName.get(code.name) ?? null;
        const name = described?.name ?? code.name;
        const version = described?.version;
        const uniqueId = `${resource}.${project.name ?? ''}.${name}${version === undefined ? '' : `.v${version}`}`;
        const layers = [
            ...folderLayers(project, kinds[resource].kind, [project.name ?? '', ...code.folders, name, ...(version === undefined ? [] : [`v${version}`])]),
            ...(described?.layers ?? []),
            code.config ?? {},
        ];
        if (drafts.has(uniqueId) || !isEnabled(layers, scope))
            continue;
        drafts.set(uniqueId, {
            uniqueId, resource, name, code, described, layers,
            ...(version === undefined ? {} : { version, latest: described?.latest === true }),
        });
    }
    return [...drafts.values()];
}
/** Since dbt 1.9 a snapshot may be YAML alone; dbt selects everything from its relation. */
function yamlSnapshots(properties, project) {
    return properties.flatMap((property) => {
        const relation = (0,shape/* text */.Qq)(property.value['relation']);
        if (relation === null)
            return [];
        return [{
                name: property.name,
                raw: `select * from {{ ${relation} }}`,
                origin: originIn(property),
                folders: foldersBelow(property.file, [...project.snapshotPaths, ...project.modelPaths]),
                calls: (0,jinja/* callsIn */.Tz)(relation, ['ref', 'source']),
                config: {},
            }];
    });
}
function columnOf(column, { property }, describe) {
    const { name, value } = column;
    const config = (0,shape/* fields */.OA)(value['config']);
    const origin = originIn(property, ...column.path);
    const dataType = (0,shape/* text */.Qq)(value['data_type']);
    return {
        name,
        description: describe(value['description'], () => originIn(property, ...column.path, 'description')),
        ...(dataType === null ? {} : { dataType }),
        tags: (0,shape/* tagsOf */.Fg)(value, config),
        meta: (0,shape/* metaOf */.fX)(value, config),
        constraints: (0,test_facts/* constraints */.Pu)(value['constraints'], name),
        origin,
    };
}
function testsOf(subject, project, scope, refs) {
    const { property } = subject;
    const paths = [...project.modelPaths, ...project.seedPaths, ...project.snapshotPaths];
    const layers = folderLayers(project, 'data_tests', [project.name ?? '', ...foldersBelow(property.file, paths)]);
    const on = (part, column) => testEntries(part.value).flatMap((entry) => {
        const all = [...layers, entry.config];
        if (!isEnabled(all, scope))
            return [];
        const config = { severity: configured(all, scope, 'severity'), where: configured(all, scope, 'where') ?? entry.config['where'] };
        return [(0,test_facts/* genericTest */.U4)({ ...entry, column, config, origin: originIn(property, ...part.path, ...entry.path) }, refs)];
    });
    return [...on(subject.tested, null), ...subject.columns.flatMap((column) => on(column, column.name))];
}
function singularTests(files, project, scope, refs) {
    const byId = new Map();
    for (const code of files) {
        const layers = [...folderLayers(project, 'data_tests', [project.name ?? '', ...code.folders, code.name]), code.config];
        if (!isEnabled(layers, scope))
            continue;
        const test = (0,test_facts/* singularTest */.Mr)(code.name, { severity: configured(layers, scope, 'severity') }, code.origin);
        for (const id of new Set(code.calls.map(refs.ofCall))) {
            if (id !== undefined)
                byId.set(id, [...(byId.get(id) ?? []), test]);
        }
    }
    return byId;
}
function exposuresById(exposures, refs) {
    const byId = new Map();
    for (const { name, value } of exposures) {
        for (const expression of (0,shape/* texts */.Te)(value['depends_on'])) {
            const id = refs.inExpression(expression);
            if (id !== undefined)
                byId.set(id, [...(byId.get(id) ?? []), name]);
        }
    }
    return byId;
}
function namedText(kind, property, describe) {
    const origin = originIn(property);
    return { kind, name: property.name, label: (0,shape/* text */.Qq)(property.value['label']), description: describe(property.value['description'], () => origin), origin };
}


/***/ })

};
