export const id = 7499;
export const ids = [7499];
export const modules = {

/***/ 87499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check),
  runCheck: () => (/* binding */ runCheck)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/evidence/files.js
var evidence_files = __webpack_require__(22229);
// EXTERNAL MODULE: ./lib/src/evidence/gather.js + 1 modules
var gather = __webpack_require__(40802);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./lib/src/text/canonical.js
var canonical = __webpack_require__(75066);
;// CONCATENATED MODULE: ./lib/src/evidence/tree-files.js



/** A reader of files that are not on the disk, such as those of another commit; it lists as the disk's reader does. */
function treeReader(files, root, basis) {
    const bytes = async (path, { maxBytes = 10_000_000 } = {}) => {
        const found = files.get(path);
        if (found === undefined)
            return Promise.resolve({ ok: false, finding: (0,evidence_files/* skipped */.hT)(path, 'it does not exist') });
        if (found.length > maxBytes)
            return { ok: false, finding: (0,evidence_files/* skipped */.hT)(path, `it has ${found.length} bytes, more than the ${maxBytes} that are read`) };
        return { ok: true, bytes: Buffer.from(found.buffer, found.byteOffset, found.byteLength) };
    };
    return {
        root, bytes, ...(basis ? { basis } : {}),
        async text(path, limits) {
            const read = await bytes(path, limits);
            if (!read.ok)
                return read;
            if (!(0,external_node_buffer_.isUtf8)(read.bytes))
                return { ok: false, finding: (0,evidence_files/* skipped */.hT)(path, 'it is not UTF-8') };
            return { ok: true, text: read.bytes.toString('utf8').replace(/^\uFEFF/, '') };
        },
        exists: (path) => Promise.resolve(files.has(path)),
        list(globs) {
            const wanted = globs.filter((glob) => !glob.startsWith('!')).map(evidence_files/* plain */.pj);
            const unwanted = globs.filter((glob) => glob.startsWith('!')).map((glob) => (0,evidence_files/* plain */.pj)(glob.slice(1)));
            const named = new Set(wanted.flatMap((glob) => glob.split('/')));
            const isHidden = (path) => path.split('/').some((part) => (part.startsWith('.') || evidence_files/* skippedFolders */.cT.has(part)) && !named.has(part));
            return Promise.resolve({ files: [...files.keys()].filter((path) => (0,evidence_files/* matchesAny */._I)(path, wanted) && !(0,evidence_files/* matchesAny */._I)(path, unwanted) && !isHidden(path)).sort(canonical/* byText */.z4), findings: [] });
        },
    };
}

// EXTERNAL MODULE: ./lib/src/finding.js
var finding = __webpack_require__(93391);
// EXTERNAL MODULE: ./lib/src/project/project.js + 1 modules
var project_project = __webpack_require__(88533);
// EXTERNAL MODULE: ./lib/src/project/tree.js
var project_tree = __webpack_require__(39630);
// EXTERNAL MODULE: ./lib/src/publish/terminal.js
var publish_terminal = __webpack_require__(36456);
// EXTERNAL MODULE: ./lib/src/publish/wording.js
var wording = __webpack_require__(88190);
// EXTERNAL MODULE: ./lib/src/report.js
var report = __webpack_require__(31502);
// EXTERNAL MODULE: ./lib/src/sql/dialect.js
var dialect = __webpack_require__(67303);
// EXTERNAL MODULE: ./lib/src/sql/parser.js
var sql_parser = __webpack_require__(22458);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/src/publish/git.js
var git = __webpack_require__(90230);
;// CONCATENATED MODULE: ./lib/src/commands/check/base.js



/** `--base`, else what the pull request goes into; there is none on a developer's machine. */
async function findBase(input) {
    const { repository, named, environment } = input;
    const asked = named === undefined ? await candidates(repository, environment) : [named];
    for (const ref of asked) {
        const commit = await (0,git/* commitOf */.D3)(repository, ref);
        if (commit === null)
            continue;
        const parted = (await (0,git/* git */.$Y)(repository, ['merge-base', 'HEAD', commit]))?.trim();
        return { kind: 'base', base: await filesOf(input, ref, parted ? parted : commit) };
    }
    const [first] = asked;
    if (first === undefined)
        return { kind: 'none' };
    const shallow = (await (0,git/* git */.$Y)(repository, ['rev-parse', '--is-shallow-repository']))?.trim() === 'true';
    return {
        kind: 'missing',
        finding: {
            severity: named === undefined ? 'warning' : 'error', code: 'base-missing', message: `${first} is not in this clone, so nothing tells what was there before this change: everything counts`,
            fix: shallow || named === undefined ? 'set fetch-depth: 2 on actions/checkout (0 where the base is older than that)' : 'fetch it, or name a ref that git rev-parse knows here',
        },
    };
}
/** In the order in which they are tried. The first parent of the merge commit that GitHub makes of a pull request is its base. */
async function candidates(repository, environment) {
    const event = environment['GITHUB_EVENT_NAME'] ?? '';
    const isPullRequest = event.startsWith('pull_request');
    if (!isPullRequest && event !== 'merge_group')
        return [];
    const payload = eventPayload(environment['GITHUB_EVENT_PATH']);
    const sha = isPullRequest ? payload.pull_request?.base?.sha : payload.merge_group?.base_sha;
    const branch = environment['GITHUB_BASE_REF'];
    // a workflow may have checked out the branch itself, whose last commit can be a merge too
    const isMerge = isPullRequest && (await (0,git/* commitOf */.D3)(repository, 'HEAD')) === environment['GITHUB_SHA'] && (await (0,git/* commitOf */.D3)(repository, 'HEAD^2')) !== null;
    const merged = isMerge ? ['HEAD^1'] : [];
    const known = typeof sha === 'string' && /^[0-9a-f]{7,64}$/.test(sha) ? [sha] : [];
    const found = [...merged, ...(branch ? [`origin/${branch}`] : []), ...known];
    return found.length > 0 ? found : ['the base of this pull request'];
}
function eventPayload(path) {
    try {
        const payload = JSON.parse((0,external_node_fs_.readFileSync)(path ?? '', 'utf8'));
        return typeof payload === 'object' && payload !== null ? payload : {};
    }
    catch {
        return {};
    }
}
/** What a state of the project is read from. */
const wanted = /(?:\.(?:ya?ml|sql|py|csv|md|txt|rst)|(?:^|\/)ktx\.lock|(?:^|\/)target\/(?:manifest|catalog)\.json)$/i;
async function filesOf(input, ref, commit) {
    const inside = (directory) => (0,external_node_path_.relative)(input.repository, directory).split('\\').join('/') || '.';
    const paths = [...new Set([input.root, ...input.directories].map(inside))].filter((path) => path !== '..' && !path.startsWith('../'));
    return { ref, commit, files: await (0,git/* readFilesAt */.nl)(input.repository, commit, paths.includes('.') ? ['.'] : paths, (path) => wanted.test(path)) };
}
/** The files below a directory, by path relative to it. */
function filesBelow(files, directory) {
    if (directory === '')
        return files;
    return new Map([...files].flatMap(([path, bytes]) => (path.startsWith(`${directory}/`) ? [[path.slice(directory.length + 1), bytes]] : [])));
}

// EXTERNAL MODULE: ./lib/src/context/compose.js
var compose = __webpack_require__(83370);
// EXTERNAL MODULE: ./lib/src/text/line-diff.js
var line_diff = __webpack_require__(71938);
;// CONCATENATED MODULE: ./lib/src/commands/check/dbt-breaks.js


const useKey = (connection, source, column) => JSON.stringify([connection, source, column?.toLowerCase() ?? null]);
function breaksOf(input) {
    const usesBy = Map.groupBy(input.uses, (use) => useKey(use.connection, use.source, use.column));
    const usesIn = Map.groupBy(input.uses, (use) => `${use.connection}/${use.source}`);
    // the joins of its own manifest entry go with a table
    const usesOfWhole = ({ connection, source }) => each(usesIn.get(`${connection}/${source}`) ?? []).filter((use) => !(use.machine && use.entity.startsWith(`join:${connection}/${source}->`)));
    const models = renamedModels(input);
    const breaks = [];
    for (const pair of input.pairs) {
        const { connection, source } = pair;
        // a source of the same name does not build what a model built
        const builders = pair.nodes.filter((id) => !id.includes('/source.'));
        const nodes = builders.length > 0 ? builders : pair.nodes;
        const present = nodes.find((id) => isBuilt(input.now.nodes.get(id)));
        const [first = ''] = nodes;
        if (present === undefined) {
            const renamed = models.get(first) ?? null;
            breaks.push({ connection, source, node: first, column: null, renamed: renamed && inCaseOf(source, renamed.name), uses: usesOfWhole(pair), ...modelPlace(input, first, renamed?.node) });
            continue;
        }
        const moved = movedTo(input, present);
        if (moved !== null) {
            breaks.push({ connection, source, node: present, column: null, renamed: inCaseOf(source, moved), uses: usesOfWhole(pair), ...modelPlace(input, present, input.now.nodes.get(present)) });
            continue;
        }
        const gone = goneColumns(input, pair, present);
        for (const column of gone.lost) {
            const uses = each(usesBy.get(useKey(connection, source, column)) ?? []);
            if (uses.length === 0)
                continue;
            const name = gone.renamed.get(column.toLowerCase());
            const renamed = name === undefined ? null : inCaseOf(column, name);
            breaks.push({ connection, source, node: present, column, renamed, uses, ...columnPlace(input, present, column, renamed) });
        }
    }
    return breaks;
}
/** Warehouses that fold names to upper case show them so, whatever dbt writes. */
const inCaseOf = (known, name) => (known === known.toUpperCase() && known !== known.toLowerCase() ? name.toUpperCase() : name);
/** Each entity once, at its first use. */
const each = (uses) => [...new Map(uses.toReversed().map((use) => [use.entity, use])).values()].reverse();
const isBuilt = (node) => node !== undefined && node.data.relation !== null;
/** The name of the table that the same model is built into now, where the change gives it another one. */
function movedTo({ now, before }, id) {
    const [was, is] = [before?.nodes.get(id)?.data.relation?.name, now.nodes.get(id)?.data.relation?.name];
    return was !== undefined && is !== undefined && was.toLowerCase() !== is.toLowerCase() ? is : null;
}
// ── Columns ───────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Least share of a source's columns that a SELECT must give before its silence about another one says anything. */
const enough = 0.5;
function goneColumns({ context, now, before }, pair, id) {
    const outputs = now.outputs(id);
    const [node, earlier] = [now.nodes.get(id), before?.nodes.get(id)];
    const documented = documentedIn(node);
    const wasDocumented = documentedIn(earlier);
    const prior = earlier ? before?.outputs(id) : undefined;
    const text = node?.data.rawSql;
    const isGone = (name) => {
        const key = name.toLowerCase();
        if (outputs.columns.has(key))
            return false;
        if (prior?.columns.has(key) === true)
            return outputs.complete || (!says(text ?? '', key) && !documented.has(key));
        // a SELECT that gives most of what the context knows is believed
        if (prior?.complete === true && givesMost(pair, prior))
            return outputs.complete;
        if (!prior && outputs.complete && givesMost(pair, outputs))
            return true;
        return !documented.has(key) && documented.size > 0 && (prior ? wasDocumented.has(key) : wasCopied(context, pair, name));
    };
    const lost = pair.columns.filter(isGone);
    const renamed = new Map();
    if (prior && earlier && node) {
        const [a, b] = lost.some((name) => prior.columns.has(name.toLowerCase())) ? [prior.columns, outputs.columns] : [wasDocumented, documented];
        for (const [from, to] of renames([...a.values()], [...b.values()], textsOf(earlier), textsOf(node)))
            renamed.set(from.toLowerCase(), to);
    }
    return { lost, renamed };
}
/** What the YAML of a node says of its columns, as columns. */
function documentedIn(node) {
    return new Map((node?.data.columns ?? []).map((column) => [column.name.toLowerCase(), { name: column.name, meaning: '', file: column.origin.file ?? '', offset: null }]));
}
const textsOf = (node) => new Map(node.data.columns.map((column) => [column.name.toLowerCase(), column.description]));
const says = (text, name) => text.toLowerCase().split(/[^\w$]+/).includes(name.toLowerCase());
const givesMost = (pair, outputs) => pair.columns.filter((name) => outputs.columns.has(name.toLowerCase())).length >= enough * pair.columns.length;
/** Whether the context holds what dbt once said of the column. */
function wasCopied(context, pair, name) {
    const found = context.entry(pair.connection, pair.source) ?? context.source(pair.connection, pair.source);
    const columns = Array.isArray(found?.value['columns']) ? found.value['columns'] : [];
    const column = columns.find((one) => one.name === name);
    return ['descriptions', 'constraints', 'enum_values', 'tests'].some((field) => column?.[field]?.['dbt'] !== undefined);
}
/**
 * Which new column is which old one: the only one that went and the only one that came, in the same position, with the
 * same expression or the same description; of several, those whose expression is alike and unlike all others.
 */
function renames(before, after, textsBefore, textsAfter) {
    const key = (column) => column.name.toLowerCase();
    const [had, has] = [new Set(before.map(key)), new Set(after.map(key))];
    const gone = before.filter((column) => !has.has(key(column)));
    const came = after.filter((column) => !had.has(key(column)));
    const alike = (a, b) => a.meaning !== '' && a.meaning === b.meaning;
    const [from, to] = [gone[0], came[0]];
    if (from && to && gone.length === 1 && came.length === 1) {
        const text = textsBefore.get(key(from)) ?? '';
        const certain = alike(from, to) || (before.length === after.length && before.indexOf(from) === after.indexOf(to)) || (text !== '' && text === textsAfter.get(key(to)));
        return certain ? [[from.name, to.name]] : [];
    }
    return gone.flatMap((one) => {
        const matches = came.filter((other) => alike(one, other));
        const [match] = matches;
        return match && matches.length === 1 && gone.filter((other) => alike(other, match)).length === 1 ? [[one.name, match.name]] : [];
    });
}
/** The line of the change that takes the column away: what it became, else where it stood. */
function columnPlace({ now, before }, id, column, renamed) {
    const [node, earlier] = [now.nodes.get(id), before?.nodes.get(id)];
    if (!before || !earlier)
        return {};
    const written = before.outputs(id).columns.get(column.toLowerCase());
    if (written?.offset !== null && written !== undefined) {
        const next = renamed === null ? undefined : now.outputs(id).columns.get(renamed.toLowerCase());
        if (next?.offset !== null && next?.file === written.file)
            return { place: { file: next.file, line: lineAt(now.text(next.file) ?? '', next.offset) } };
        return { place: placeNow({ now, before }, written.file, lineAt(before.text(written.file) ?? '', written.offset)) };
    }
    const documented = earlier.data.columns.find((one) => one.name.toLowerCase() === column.toLowerCase());
    const next = node?.data.columns.find((one) => one.name.toLowerCase() === renamed?.toLowerCase());
    if (next?.origin.file !== undefined && next.origin.line !== undefined)
        return { place: { file: next.origin.file, line: next.origin.line } };
    const { file = earlier.origin.file, line = 1 } = documented?.origin ?? {};
    return file === undefined ? {} : { place: placeNow({ now, before }, file, line) };
}
const lineAt = (text, offset) => text.slice(0, offset).split('\n').length;
/** A line of a file as it was, as the line of the change that touches it now; of a file that is gone, the line that it had. */
function placeNow({ now, before }, file, line) {
    const [old, text] = [before.text(file), now.text(file)];
    if (text === undefined || old === undefined)
        return { file, line };
    const lines = text.split('\n');
    let shift = 0;
    const changes = (0,line_diff/* diffLines */.P)(old.split('\n'), lines);
    const last = Math.max(1, text.endsWith('\n') ? lines.length - 1 : lines.length);
    for (const change of changes) {
        if (change.beforeStart > line - 1)
            break;
        if (line - 1 < change.beforeEnd)
            return { file, line: Math.min(change.afterStart + 1, last) };
        shift = change.afterEnd - change.beforeEnd;
    }
    // the line itself stands: what is before it in the file took its meaning
    const [first] = changes;
    return { file, line: Math.min(first ? first.afterStart + 1 : line + shift, last) };
}
// ── Models ────────────────────────────────────────────────────────────────────────────────────────────────────────────
function modelPlace({ now, before }, id, next) {
    if (next?.origin.file !== undefined && before)
        return { place: { file: next.origin.file, line: next.origin.line ?? 1 } };
    const earlier = before?.nodes.get(id);
    if (!before || earlier?.origin.file === undefined)
        return {};
    return { place: placeNow({ now, before }, earlier.origin.file, earlier.origin.line ?? 1) };
}
/** Least share of the lines that a model keeps under its new name. */
const sameLines = 0.8;
/** The models that went, with the new one that says the same, where there is exactly one. */
function renamedModels({ now, before }) {
    const found = new Map();
    if (!before)
        return found;
    const gone = [...before.nodes.values()].filter((node) => node.data.resource === 'model' && isBuilt(node) && !now.nodes.has(node.id));
    const came = [...now.nodes.values()].filter((node) => node.data.resource === 'model' && isBuilt(node) && !before.nodes.has(node.id));
    // each pair is compared line by line: a change of hundreds of models is no rename
    if (gone.length * came.length > 2_500)
        return found;
    const likeness = new Map(gone.map((node) => [node, came.filter((other) => isAlike(node, other, before, now))]));
    for (const [node, others] of likeness) {
        const [only] = others;
        const claims = [...likeness.values()].filter((list) => only && list.includes(only)).length;
        const name = only?.data.relation?.name;
        if (only && name !== undefined && others.length === 1 && claims === 1)
            found.set(node.id, { name, node: only });
    }
    return found;
}
function isAlike(a, b, before, now) {
    const [left, right] = [a.data.rawSql?.split('\n') ?? [], b.data.rawSql?.split('\n') ?? []];
    const changed = (0,line_diff/* diffLines */.P)(left, right).reduce((sum, change) => sum + change.beforeEnd - change.beforeStart, 0);
    const columns = (names) => [...names].sort().join();
    const same = columns(before.outputs(a.id).columns.keys()) === columns(now.outputs(b.id).columns.keys()) && columns(documentedIn(a).keys()) === columns(documentedIn(b).keys());
    return left.join('').trim() !== '' && same && 1 - changed / Math.max(left.length, right.length) >= sameLines;
}
// ── What is being built ───────────────────────────────────────────────────────────────────────────────────────────────
/** Columns that the dbt project gives now and the last run had not seen yet. */
function comingColumns(now, pairs) {
    const byName = new Map(pairs.map((pair) => [`${pair.connection}/${pair.source}`, pair]));
    return (connection, source) => {
        const pair = byName.get(`${connection}/${source}`);
        const id = pair?.nodes.find((one) => isBuilt(now.nodes.get(one)));
        if (pair === undefined || id === undefined)
            return [];
        const known = new Set(pair.columns.map((name) => name.toLowerCase()));
        return [...now.outputs(id).columns.values(), ...documentedIn(now.nodes.get(id)).values()].map((column) => column.name).filter((name) => !known.has(name.toLowerCase()));
    };
}
/** `published` gives what of a text would be written; null for nothing. */
function staleTexts(context, pairs, now, published) {
    const stale = [];
    for (const pair of pairs) {
        const { connection, source } = pair;
        const nodes = pair.nodes.flatMap((id) => now.nodes.get(id) ?? []);
        const [first] = nodes;
        const composed = (0,compose/* composeSource */.C)(context, connection, source);
        const copy = composed?.kind === 'standalone' ? composed.file : composed?.entry;
        if (!first || !copy)
            continue;
        const compare = (column, holder, candidates) => {
            const kept = holder?.descriptions?.dbt;
            if (typeof kept !== 'string')
                return;
            const said = candidates.map((one) => ({ ...one, says: published(one.text) })).find((one) => one.says !== null);
            if (said?.says === kept)
                return;
            const { origin, node } = said ?? candidates[0] ?? { origin: first.origin, node: first.id };
            stale.push({ connection, source, column, node, says: said?.says ?? null, ...(origin.file === undefined ? {} : { file: origin.file, ...(origin.line === undefined ? {} : { line: origin.line }) }) });
        };
        compare(null, copy.value, nodes.map((node) => ({ node: node.id, text: node.data.description, origin: node.data.described ?? node.origin })));
        for (const item of Array.isArray(copy.value['columns']) ? copy.value['columns'] : []) {
            const name = item?.name;
            if (typeof name !== 'string')
                continue;
            const documented = nodes.flatMap((node) => node.data.columns.filter((column) => column.name.toLowerCase() === name.toLowerCase()).map((column) => ({ node: node.id, text: column.description, origin: column.origin })));
            // a column that dbt no longer knows is not a text that changed
            if (documented.length > 0)
                compare(name, item, documented);
        }
    }
    return stale;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/src/commands/check/foreign-context.js




const repository = /^(?<owner>[A-Za-z0-9][\w.-]*)\/(?<repo>[A-Za-z0-9_.][\w.-]*)(?<folder>(?:\/[\w.-]+)*)(?:@(?<ref>[A-Za-z0-9_][\w./-]*))?$/;
async function openContext(named, cwd, environment) {
    const path = (0,external_node_path_.resolve)(cwd, named);
    if ((0,external_node_fs_.existsSync)(path) && (0,external_node_fs_.statSync)(path).isDirectory()) {
        const root = projectIn(path);
        return root === undefined ? refused(`${named} holds neither ktx.yaml nor semantic-layer/`, 'name the folder of the context, where ktx.yaml is') : { ok: true, context: { name: named, root, [Symbol.dispose]: () => undefined } };
    }
    const parts = repository.exec(named)?.groups;
    if (!parts || /(?:^|\/)\.\.(?:\/|$)/.test(named))
        return refused(`${named} is neither a folder nor OWNER/REPO@REF`, 'name a folder that is checked out here, or a public repository as OWNER/REPO@REF');
    const { owner = '', repo = '', folder = '', ref = 'HEAD' } = parts;
    const server = (environment['GITHUB_SERVER_URL'] ?? 'https://github.com').replace(/\/+$/, '');
    const clone = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ktx-ci-context-'));
    const drop = () => { (0,external_node_fs_.rmSync)(clone, { recursive: true, force: true }); };
    const fetched = await fetchShallow(clone, `${server}/${owner}/${repo}.git`, ref, environment);
    if (!fetched.ok) {
        drop();
        return refused(`${owner}/${repo}${ref === 'HEAD' ? '' : `@${ref}`} cannot be read from ${server} without a credential: ${fetched.why}`, 'check the name and the ref; a private repository: check it out with actions/checkout (path: context, and a token that may read it) and pass --context context');
    }
    const root = projectIn((0,external_node_path_.join)(clone, folder));
    if (root === undefined) {
        drop();
        return refused(`${owner}/${repo}${folder} holds neither ktx.yaml nor semantic-layer/`, 'name the folder that holds ktx.yaml, as OWNER/REPO/FOLDER@REF');
    }
    return { ok: true, context: { name: `${owner}/${repo}`, root, [Symbol.dispose]: drop } };
}
const refused = (message, fix) => ({ ok: false, finding: { severity: 'error', code: 'context-unreadable', message, fix } });
/** The folder itself, or the only folder in it that is a project. */
function projectIn(path) {
    const isProject = (folder) => ['ktx.yaml', 'semantic-layer'].some((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, name)));
    if (!(0,external_node_fs_.existsSync)(path))
        return undefined;
    if (isProject(path))
        return path;
    const inside = (0,external_node_fs_.readdirSync)(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => (0,external_node_path_.join)(path, entry.name)).filter(isProject);
    return inside.length === 1 ? inside[0] : undefined;
}
/** No credential of the machine is offered, nothing is asked, no hook or filter of the repository runs. */
async function fetchShallow(folder, url, ref, environment) {
    const run = (args) => new Promise((done) => {
        const passed = Object.fromEntries(Object.entries(environment).filter(([name]) => /^(?:PATH|HOME|(?:https?|all|no)_proxy|SSL_CERT_(?:FILE|DIR)|GIT_SSL_CAINFO)$/i.test(name)));
        (0,external_node_child_process_.execFile)('git', ['-c', 'credential.helper=', '-c', 'core.hooksPath=/dev/null', '-c', 'advice.detachedHead=false', '-c', 'core.symlinks=false', ...args], {
            cwd: folder, timeout: 120_000, maxBuffer: 16 * 1024 * 1024,
            env: { ...passed, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: 'true', SSH_ASKPASS: 'true', GIT_CONFIG_NOSYSTEM: '1', GIT_LFS_SKIP_SMUDGE: '1' },
        }, (error, _, stderr) => { done(error ? reasonOf(stderr, error) : null); });
    });
    for (const args of [['init', '--quiet'], ['fetch', '--quiet', '--depth', '1', '--no-tags', '--no-recurse-submodules', url, ref], ['checkout', '--quiet', 'FETCH_HEAD']]) {
        const why = await run(args);
        if (why !== null)
            return { ok: false, why };
    }
    return { ok: true };
}
/** Git's own sentence, without its prefix. */
function reasonOf(stderr, error) {
    if (error.code === 'ENOENT')
        return 'there is no git here';
    if (error.killed === true)
        return 'git did not answer within 2 minutes';
    const lines = stderr.split('\n').map((line) => line.replace(/^(?:fatal|error|remote|ERROR): ?/i, '').trim()).filter((line) => line !== '' && !/^(?:Please make sure|and the repository exists)/.test(line));
    return (lines.at(-1) ?? 'git failed').slice(0, 300);
}

// EXTERNAL MODULE: ./lib/src/context/context.js
var context_context = __webpack_require__(72409);
// EXTERNAL MODULE: ./lib/src/context/entry.js
var entry = __webpack_require__(56042);
// EXTERNAL MODULE: ./lib/src/context/placement.js
var placement = __webpack_require__(62233);
;// CONCATENATED MODULE: ./lib/src/commands/check/hand-edits.js





/** Versions of a file that are looked at for the one that the lock knows. */
const mostVersions = 30;
/** Looked at is only a manifest whose bytes the lock does not know, beside the version in git that it does know. */
async function handEdits({ root, repository, state, base }) {
    const { context, knowledge } = state;
    const edits = [];
    for (const connection of context.connections()) {
        for (const path of context.shards(connection)) {
            const known = knowledge.file(path)?.sha;
            if (known === undefined || known === context.sha(path))
                continue;
            const left = await asLeft(path, known);
            if (!left)
                continue;
            for (const source of knowledge.sourcesIn(path)) {
                const [before, now] = [left.entry(connection, source), context.entry(connection, source)];
                if (before && now)
                    edits.push(...entryEdits(connection, source, before, now));
            }
        }
    }
    return edits;
    async function asLeft(path, sha) {
        if (base?.sha(path) === sha)
            return base;
        const inRepository = `${(0,external_node_path_.relative)(repository, root).split('\\').join('/')}/${path}`.replace(/^\//, '');
        const commits = (await (0,git/* git */.$Y)(repository, ['log', `-n${mostVersions}`, '--format=%H', '--', inRepository]))?.split('\n') ?? [];
        for (const commit of commits.filter((one) => one !== '')) {
            const bytes = (await (0,git/* readFilesAt */.nl)(repository, commit, [inRepository], () => true)).get(inRepository);
            if (bytes && (0,context_context/* shaOf */.ye)(bytes) === sha)
                return (0,context_context/* readContext */.yI)(new Map([[path, bytes]]), () => undefined);
        }
        return undefined;
    }
}
const onSource = [['table'], ['descriptions', 'db'], ['descriptions', 'dbt'], ['tags', 'dbt'], ['freshness', 'dbt']];
const onColumn = [['type'], ['pk'], ['nullable'], ['descriptions', 'db'], ['descriptions', 'dbt'], ['constraints', 'dbt'], ['enum_values', 'dbt'], ['tests', 'dbt']];
function entryEdits(connection, source, before, now) {
    const edits = [];
    const compare = (path, field) => {
        if ((0,entry/* sameValue */.eE)((0,entry/* valueAt */.fK)(before.value, path), (0,entry/* valueAt */.fK)(now.value, path)))
            return;
        edits.push({ connection, source, path, finding: hand_edits_finding(connection, source, now, path, field) });
    };
    for (const path of onSource)
        compare(path, path.join('.'));
    const [had, has] = [names(before), names(now)];
    for (const name of new Set([...had, ...has])) {
        const at = ['columns', { name }];
        if (!had.includes(name) || !has.includes(name))
            edits.push({ connection, source, path: at, finding: hand_edits_finding(connection, source, now, at, `columns.${name}`) });
        else
            for (const path of onColumn)
                compare([...at, ...path], `columns.${name}.${path.join('.')}`);
    }
    const [were, are] = [(0,placement/* joinsOf */.ZF)(before.value), (0,placement/* joinsOf */.ZF)(now.value)];
    for (const key of new Set([...were.keys(), ...are.keys()])) {
        const [was, is] = [were.get(key), are.get(key)];
        const one = is ?? was;
        if (!one || (was?.source !== 'formal' && is?.source !== 'formal') || (0,entry/* sameValue */.eE)(was, is))
            continue;
        const path = ['joins', { to: one.to, on: one.on }];
        edits.push({ connection, source, path, finding: hand_edits_finding(connection, source, now, path, `joins.${one.to}`) });
    }
    return edits;
}
function names(found) {
    const columns = found.value['columns'];
    return Array.isArray(columns) ? columns.flatMap(({ name }) => (typeof name === 'string' ? [name] : [])) : [];
}
function hand_edits_finding(connection, source, now, path, field) {
    const own = field.includes('descriptions') ? 'descriptions.user in the overlay' : field.startsWith('joins') ? 'joins and disable_joins in the overlay' : 'column_overrides or exclude_columns in the overlay';
    const base = ['tables', source];
    let place;
    for (let length = path.length; length >= 0 && !place; length -= 1)
        place = now.file.document.place([...base, ...path.slice(0, length)]);
    return {
        severity: 'warning', code: 'hand-edited', file: now.file.path, ...(place ?? { line: 1 }),
        message: `${source}: ${field} was edited by hand, but it follows its source: the next ingest puts it back`,
        fix: `write yours to ${own} (${(0,placement/* sourcePath */.Z3)(connection, source)})`,
    };
}

// EXTERNAL MODULE: ./lib/src/sql/expression.js
var sql_expression = __webpack_require__(94883);
;// CONCATENATED MODULE: ./lib/src/sql/rename.js

/**
 * The expression with the new name and every other character as it was; null where it cannot be followed surely. `owner`
 * is the source whose columns need no qualifier.
 */
function renameInExpression(parser, expression, dialect, owner, change) {
    if (!expression.toLowerCase().includes((change.column ?? change.source).toLowerCase()))
        return expression;
    const before = (0,sql_expression/* analyseExpression */.A)(parser, expression, dialect);
    const tokens = parser.tokens(expression, dialect);
    if (!before.ok || tokens === null)
        return null;
    const named = tokens.filter((_, at) => isNamed(expression, tokens, at, owner, change));
    if (named.length === 0)
        return expression;
    if (!/^[A-Za-z_]\w*$/.test(change.to))
        return null;
    let text = expression;
    for (const { start, end } of named.toReversed()) {
        const quote = /^["`[]/.exec(text.slice(start, end))?.[0] ?? '';
        text = text.slice(0, start) + quote + change.to + (quote === '[' ? ']' : quote) + text.slice(end);
    }
    const after = (0,sql_expression/* analyseExpression */.A)(parser, text, dialect);
    const wanted = before.columns.map(({ table, column }) => {
        const isOwn = table === undefined ? owner === change.source : same(table, change.source);
        if (!isOwn)
            return key(table, column);
        return change.column === null ? key(table === undefined ? table : change.to, column) : key(table, same(column, change.column) ? change.to : column);
    });
    return after.ok && wanted.join() === after.columns.map(({ table, column }) => key(table, column)).join() ? text : null;
}
const same = (a, b) => a.toLowerCase() === b.toLowerCase();
const key = (table, column) => JSON.stringify([table ?? null, column]);
function isNamed(text, tokens, at, owner, { source, column }) {
    const word = (index) => {
        const token = tokens[index];
        return token ? text.slice(token.start, token.end) : '';
    };
    const name = (index) => word(index).replace(/^(["`[])(.*)["`\]]$/s, '$2');
    if (word(at).startsWith("'"))
        return false;
    const isQualified = word(at - 1) === '.';
    if (column === null)
        return same(name(at), source) && word(at + 1) === '.' && !isQualified;
    if (!same(name(at), column) || word(at + 1) === '(' || word(at + 1) === '.')
        return false;
    return isQualified ? same(name(at - 2), source) && word(at - 3) !== '.' : owner === source;
}

// EXTERNAL MODULE: ./lib/src/text/yaml-edit.js + 7 modules
var yaml_edit = __webpack_require__(71744);
// EXTERNAL MODULE: ./lib/src/text/yaml.js
var yaml = __webpack_require__(74413);
// EXTERNAL MODULE: ./lib/src/context/edit.js
var edit = __webpack_require__(11528);
// EXTERNAL MODULE: ./lib/src/context/page.js
var page = __webpack_require__(96211);
// EXTERNAL MODULE: ./lib/src/context/records.js
var context_records = __webpack_require__(53396);
// EXTERNAL MODULE: ./lib/src/context/settle.js
var settle = __webpack_require__(44647);
;// CONCATENATED MODULE: ./lib/src/context/follow.js












/**
 * A new name is followed wherever the old one stands, in what is ours and in what people wrote; what is gone is only
 * taken out of what follows its evidence by definition. What cannot be followed surely stays as it is.
 */
function follow(input) {
    let { context, lock } = input;
    const done = new Map();
    const files = new Map();
    let batch = [];
    // what touches different entries is written at once: a manifest of thousands of tables takes its time
    const write = () => {
        const texts = follow_textsOf(context, batch);
        const tree = new Map([...context.tree, ...[...texts].map(([path, text]) => [path, Buffer.from(text)])]);
        for (const path of batch.flatMap((one) => [...one.removed])) {
            tree.delete(path);
            files.set(path, null);
        }
        const next = (0,context_context/* readContext */.yI)(tree, () => undefined, undefined, context);
        for (const { move } of batch)
            lock = movedLock(lock, input.knowledgeOf(lock), context, next, texts, move);
        for (const one of batch)
            if ([...one.edits.keys(), ...one.pages.keys()].some((path) => texts.has(path)))
                done.set(one.move, one.entities);
        for (const [path, text] of texts)
            files.set(path, text);
        context = next;
        batch = [];
    };
    const planned = (move) => {
        const one = new Follower({ ...input, context, knowledge: input.knowledgeOf(lock) }, move);
        one.run();
        return one;
    };
    for (const move of input.moves) {
        let one = planned(move);
        if (batch.some((other) => other.meets(one))) {
            write();
            one = planned(move);
        }
        batch.push(one);
    }
    if (batch.length > 0)
        write();
    return { files, lock, done };
}
/** The new text of each file that all its edits could be made in. */
function follow_textsOf(context, batch) {
    const texts = new Map(batch.flatMap((one) => [...one.pages]));
    const edits = Map.groupBy(batch.flatMap((one) => [...one.edits]), ([path]) => path);
    for (const [path, lists] of edits) {
        const file = context.file(path);
        const all = lists.flatMap(([, list]) => list);
        const text = file && (editEntries(file, all) ?? edited(file.text, all));
        if (text !== undefined && text !== file?.text)
            texts.set(path, text);
    }
    return texts;
}
const edited = (text, edits) => {
    const result = (0,yaml_edit/* editYaml */.a)(text, edits);
    return result.ok ? result.text : undefined;
};
/**
 * A manifest with a few of its entries edited, each by itself: the whole of thousands of tables is not parsed again for
 * it. Undefined where an entry is not a block of lines of its own.
 */
function editEntries(file, edits) {
    const tables = file.document.value?.tables ?? {};
    const byEntry = Map.groupBy(edits, ({ path }) => (path[0] === 'tables' && typeof path[1] === 'string' ? path[1] : ''));
    if ([...byEntry.keys()].some((name) => !Object.hasOwn(tables, name)))
        return undefined;
    const starts = Object.keys(tables).map((name) => ({ name, ...file.document.place(['tables', name], { key: true }) })).sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
    const lines = file.text.split(/(?<=\n)/);
    const pieces = [];
    let at = 0;
    for (const [index, { name, line = 0, column = 0 }] of starts.entries()) {
        const own = byEntry.get(name);
        if (!own)
            continue;
        const [from, to] = [line - 1, (starts[index + 1]?.line ?? lines.length + 1) - 1];
        if (column < 2 || from < at || to <= from || (starts[index - 1]?.line ?? 0) >= line)
            return undefined;
        const block = lines.slice(from, to).join('');
        const read = (0,yaml/* readYaml */.g)(`tables:\n${block}`);
        if (!read.ok || !(0,entry/* sameValue */.eE)(read.document.value?.tables, { [name]: tables[name] }))
            return undefined;
        const isRemoved = own.some(({ path, value }) => path.length === 2 && value === undefined);
        // comments and blank lines before the next entry are its own
        const after = isRemoved ? `tables:\n${/(?:(?<=\n)[ \t]*(?:#[^\n]*)?\r?\n)*$/.exec(block)?.[0] ?? ''}` : edited(`tables:\n${block}`, own);
        if (after?.startsWith('tables:\n') !== true || (isRemoved && own.length > 1) || Object.keys(tables).length === 1)
            return undefined;
        pieces.push(...lines.slice(at, from), after.slice('tables:\n'.length));
        at = to;
    }
    return [...pieces, ...lines.slice(at)].join('');
}
class Follower {
    #input;
    move;
    /** By path. */
    edits = new Map();
    /** New text by path. */
    pages = new Map();
    /** Files that go. */
    removed = new Set();
    entities = [];
    constructor(input, move) {
        this.#input = input;
        this.move = move;
    }
    run() {
        const { context } = this.#input;
        const { connection, to } = this.move;
        const names = new Set([...context.entryNames(connection), ...context.sourceNames(connection)]);
        if (to === null) {
            this.#remove(names);
            return;
        }
        this.#source(to);
        for (const name of [...names].sort()) {
            const source = (0,compose/* composeSource */.C)(context, connection, name);
            if (source)
                this.#expressions(source, to);
        }
        this.#references(to);
    }
    /** Whether the two change the same file, or in a manifest the same entry. */
    meets(other) {
        const places = this.#places();
        return [...other.#places()].some((place) => places.has(place));
    }
    #places() {
        const inFiles = [...this.edits].flatMap(([path, edits]) => edits.map((edit) => ((0,placement/* contextPath */.VJ)(path)?.kind === 'manifest' ? JSON.stringify([path, edit.path[1]]) : path)));
        return new Set([...inFiles, ...this.pages.keys(), ...this.removed]);
    }
    #put(found, at, value) {
        const { path } = found.file;
        const isEntry = (0,placement/* contextPath */.VJ)(path)?.kind === 'manifest';
        this.edits.set(path, [...(this.edits.get(path) ?? []), { path: isEntry ? ['tables', this.#nameIn(found), ...at] : at, value }]);
    }
    /** The name of the manifest entry that was found. */
    #nameIn(found) {
        const tables = found.file.document.value.tables ?? {};
        return Object.keys(tables).find((name) => tables[name] === found.value) ?? this.move.source;
    }
    #note(entity, isTheirs) {
        if (!this.entities.some((one) => one.entity === entity))
            this.entities.push({ entity, isTheirs });
    }
    /** What is the source itself: its columns, its name, its table. */
    #source(to) {
        const { context } = this.#input;
        const { connection, source, column } = this.move;
        const entry = context.entry(connection, source);
        const file = context.source(connection, source);
        const id = `${connection}/${source}`;
        if (column === null) {
            const written = (entry ?? file)?.value['table'];
            const table = typeof written === 'string' ? written : '';
            const [, head = '', quote = '', last = ''] = /^(.*?\.)?(["`[]?)([^."`\]]+)["`\]]?$/s.exec(table) ?? [];
            const next = `${head}${quote}${to}${quote === '[' ? ']' : quote}`;
            const isNamed = last.toLowerCase() === source.toLowerCase();
            if (entry && isNamed) {
                this.edits.set(entry.file.path, [{ path: ['tables', source], value: undefined }, { path: ['tables', to], value: { ...entry.value, table: next }, sorted: true }]);
            }
            else if (entry)
                this.#put(entry, ['table'], next);
            if (file && isNamed)
                this.#put(file, ['name'], to);
            if (file?.value['table'] !== undefined)
                this.#put(file, ['table'], next);
            this.#note(`source:${id}`, false);
            return;
        }
        const listed = (found, key) => (Array.isArray(found.value[key]) ? found.value[key] : []);
        const isIt = (name) => typeof name === 'string' && name.toLowerCase() === column.toLowerCase();
        const nameOf = (item) => item?.name;
        for (const found of [entry, file]) {
            if (!found)
                continue;
            for (const key of found === entry ? ['columns'] : ['columns', 'column_overrides']) {
                listed(found, key).forEach((item, index) => {
                    if (!isIt(nameOf(item)) || item.expr !== undefined)
                        return;
                    this.#put(found, [key, index, 'name'], to);
                    this.#note(`column:${id}.${column}`, key === 'column_overrides');
                });
            }
            for (const key of found === entry ? [] : ['exclude_columns', 'grain']) {
                listed(found, key).forEach((item, index) => {
                    if (!isIt(item))
                        return;
                    this.#put(found, [key, index], to);
                    this.#note(key === 'grain' ? `grain:${id}` : `column:${id}.${column}`, !this.#isOurs(source, key === 'grain' ? 'grain' : '', found.value[key]));
                });
            }
        }
    }
    /** Measures, segments, computed columns and joins of one source. */
    #expressions(source, to) {
        const { parser } = this.#input;
        const { connection, source: named, column } = this.move;
        const dialect = this.#input.dialectOf(connection);
        const id = `${connection}/${source.name}`;
        const renamed = (text) => renameInExpression(parser, text, dialect, source.name, { source: named, column, to });
        const change = (entity, found, at, text, isTheirs) => {
            const next = renamed(text);
            if (next === null || next === text)
                return;
            this.#put(found, at, next);
            this.#note(entity, isTheirs);
        };
        for (const list of ['measures', 'segments']) {
            for (const { value, file, index } of source[list]) {
                const kind = list === 'measures' ? 'measure' : 'segment';
                const isTheirs = !this.#isOurs(source.name, `${kind}:${value.name}`, file.value[list][index]);
                change(`${kind}:${id}.${value.name}`, file, [list, index, 'expr'], value.expr, isTheirs);
                if ('filter' in value && value.filter !== undefined)
                    change(`measure:${id}.${value.name}`, file, [list, index, 'filter'], value.filter, isTheirs);
            }
        }
        for (const one of source.columns)
            if (source.file && one.expr !== undefined && one.index !== undefined)
                change(`column:${id}.${one.name}`, source.file, ['columns', one.index, 'expr'], one.expr, true);
        for (const { value, file, index } of source.joins) {
            const entity = `join:${id}->${(0,edit/* joinKey */.ID)(value)}`;
            const isEntry = file === source.entry;
            // an entry under another name is put as a whole, before this
            const at = ['joins', index];
            const isMoved = isEntry && column === null && source.name === named;
            const next = renamed(value.on);
            const put = (key, text) => {
                if (isMoved)
                    this.edits.set(file.file.path, [...(this.edits.get(file.file.path) ?? []), { path: ['tables', to, ...at, key], value: text }]);
                else
                    this.#put(file, [...at, key], text);
                this.#note(entity, !isEntry);
            };
            if (next !== null && next !== value.on)
                put('on', next);
            if (column === null && value.to === named)
                put('to', to);
        }
    }
    /** `sl_refs` of pages. */
    #references(to) {
        const { context } = this.#input;
        const { connection, source, column } = this.move;
        for (const path of context.pages()) {
            const kind = (0,placement/* contextPath */.VJ)(path);
            const bytes = context.tree.get(path);
            if (kind?.kind !== 'page' || !bytes)
                continue;
            const references = (0,page/* readPage */.SP)(bytes).frontmatter?.value?.sl_refs;
            if (!Array.isArray(references) || !references.every((one) => typeof one === 'string'))
                continue;
            const next = references.map((reference) => {
                const [, named, name, entity] = /^(?:([^/]+)\/)?([^.]+)(?:\.(.+))?$/.exec(reference) ?? [];
                if (name !== source || (named ?? context.connections().find((one) => (0,compose/* composeSource */.C)(context, one, source) !== undefined)) !== connection)
                    return reference;
                const prefix = named === undefined ? '' : `${named}/`;
                if (column === null)
                    return `${prefix}${to}${entity === undefined ? '' : `.${entity}`}`;
                return entity?.toLowerCase() === column.toLowerCase() ? `${prefix}${name}.${to}` : reference;
            });
            if (next.every((reference, i) => reference === references[i]))
                continue;
            const edited = (0,page/* editPage */.wO)(Buffer.from(bytes).toString('utf8'), new Map([['sl_refs', next]]));
            if (!edited.ok)
                continue;
            this.pages.set(path, edited.text);
            this.#note(`page:${kind.key}`, this.#input.knowledge.records('', kind.key)?.['sl_refs']?.h !== (0,canonical/* hash12 */.Yq)(references));
        }
    }
    /** What follows its evidence by definition goes; of a table only where nobody wrote about it. */
    #remove(names) {
        const { context, parser } = this.#input;
        const { connection, source, column } = this.move;
        const entry = context.entry(connection, source);
        const overlay = column === null ? context.source(connection, source) : undefined;
        if (!entry || (overlay && !this.#isDerived(overlay)))
            return;
        for (const name of [...names].sort()) {
            const other = context.entry(connection, name);
            if (!other || (column === null && name === source))
                continue;
            for (const join of (0,placement/* joinsOf */.ZF)(other.value).values()) {
                const rests = column === null ? join.to === source : renameInExpression(parser, join.on, this.#input.dialectOf(connection), name, { source, column, to: 'kx_gone' }) !== join.on;
                const key = `join:${(0,edit/* joinKey */.ID)(join)}`;
                if (!rests || (join.source !== 'formal' && !this.#isOurs(name, key, join)))
                    continue;
                const isLast = other.value['joins'].length === 1;
                this.#put(other, isLast ? ['joins'] : ['joins', { to: join.to, on: join.on }], undefined);
                this.#note(`join:${connection}/${name}->${(0,edit/* joinKey */.ID)(join)}`, false);
            }
        }
        if (column === null) {
            this.edits.set(entry.file.path, [...(this.edits.get(entry.file.path) ?? []), { path: ['tables', source], value: undefined }]);
            if (overlay) {
                this.removed.add(overlay.file.path);
                if (overlay.value['grain'] !== undefined)
                    this.#note(`grain:${connection}/${source}`, false);
            }
            this.#note(`source:${connection}/${source}`, false);
            return;
        }
        const columns = Array.isArray(entry.value['columns']) ? entry.value['columns'] : [];
        const index = columns.findIndex((one) => typeof one.name === 'string' && one.name.toLowerCase() === column.toLowerCase());
        if (index < 0)
            return;
        this.#put(entry, ['columns', { name: String(columns[index]?.name) }], undefined);
        this.#note(`column:${connection}/${source}.${column}`, false);
    }
    /** Whether an overlay holds nothing but what was derived, as it was left. */
    #isDerived(overlay) {
        const known = this.#input.knowledge.records(this.move.connection, this.move.source) ?? {};
        const derived = Object.fromEntries(Object.entries(known).filter(([, { by }]) => by === 'derived'));
        return Object.keys((0,settle/* withoutOurs */.m_)(overlay.value, derived, (edit) => (0,placement/* slotOf */.SW)(edit).path) ?? {}).every((key) => key === 'name');
    }
    /** Whether the lock says that we wrote this value, and nobody has touched it since. */
    #isOurs(source, key, value) {
        const record = this.#input.knowledge.records(this.move.connection, source)?.[key];
        const hash = key.startsWith('join:') ? (0,context_records/* joinHash */.nt)(value) : (0,canonical/* hash12 */.Yq)(value);
        return record?.h === hash;
    }
}
// ── The lock ──────────────────────────────────────────────────────────────────────────────────────────────────────────
/** The records of what was ours before the move and says the same after it. Removals stay to the next run. */
function movedLock(lock, knowledge, before, after, texts, move) {
    if (move.to === null)
        return lock;
    const dropped = [];
    const moved = [];
    for (const record of lock.all('file')) {
        const hash = record.id.indexOf('#');
        const path = hash < 0 ? record.id : record.id.slice(0, hash);
        const text = texts.get(path);
        if (text === undefined)
            continue;
        const kind = (0,placement/* contextPath */.VJ)(path);
        const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:ya?ml|md)$/, '');
        const source = hash >= 0 ? record.id.slice(hash + 1) : ('source' in record ? record.source : undefined) ?? stem;
        const isNamed = kind !== undefined && 'connection' in kind && kind.connection === move.connection && source === move.source && move.column === null
            && (after.entry(move.connection, move.to) !== undefined || after.source(move.connection, move.to) !== undefined);
        const name = isNamed ? move.to : source;
        const e = record.e && movedEntities(record.e, { connection: kind !== undefined && 'connection' in kind ? kind.connection : '', path, source, name, knowledge, before, after, move });
        const id = hash >= 0 ? `${path}#${name}` : record.id;
        if (id !== record.id)
            dropped.push(record.id);
        const next = { ...record, id, ...(e ? { e } : {}), ...('sha' in record ? { sha: record.sha === before.sha(path) ? (0,context_context/* shaOf */.ye)(text) : record.sha } : {}) };
        moved.push(hash < 0 && 'sha' in next && record.e && name !== stem ? { ...next, source: name } : next);
    }
    return lock.without('file', dropped).with(moved);
}
function movedEntities(entities, at) {
    const { connection, path, source, name, knowledge, before, after, move } = at;
    const records = knowledge.records(connection, source);
    if ((0,placement/* contextPath */.VJ)(path)?.kind === 'page') {
        const listOf = (context) => (0,page/* readPage */.SP)(context.tree.get(path) ?? Buffer.alloc(0)).frontmatter?.value?.sl_refs;
        return Object.fromEntries(Object.entries(entities).map(([key, state]) => [key, key === 'sl_refs' && state.h === (0,canonical/* hash12 */.Yq)(listOf(before)) ? { ...state, h: (0,canonical/* hash12 */.Yq)(listOf(after)) } : state]));
    }
    const isEntry = (0,placement/* contextPath */.VJ)(path)?.kind === 'manifest';
    const [was, is] = isEntry ? [before.entry(connection, source)?.value, after.entry(connection, name)?.value] : [before.source(connection, source)?.value, after.source(connection, name)?.value];
    const joins = [...(0,placement/* joinsOf */.ZF)(is).values()];
    return Object.fromEntries(Object.entries(entities).map(([key, state]) => {
        // under another name what was left out for being usual is no longer so
        const kept = name === source || records?.[key]?.ev === undefined ? state : { ...state, ev: records[key].ev };
        if (key.startsWith('join:')) {
            const index = [...(0,placement/* joinsOf */.ZF)(was).keys()].indexOf(key.slice('join:'.length));
            const join = joins[index];
            const old = [...(0,placement/* joinsOf */.ZF)(was).values()][index];
            return join && old && (0,context_records/* joinHash */.nt)(old) === state.h ? [`join:${(0,edit/* joinKey */.ID)(join)}`, { ...kept, h: (0,context_records/* joinHash */.nt)(join) }] : [key, kept];
        }
        const entity = (0,edit/* entityOfKey */.ES)(key);
        if (!entity)
            return [key, kept];
        const isIt = entity.column !== undefined && source === move.source && entity.column.toLowerCase() === move.column?.toLowerCase();
        const next = isIt && move.to !== null ? { ...entity, column: move.to } : entity;
        const pathOf = (one) => {
            const edit = { op: 'remove', connection, source, evidence: [], author: 'model', ...one };
            return was?.['table'] !== undefined || was?.['sql'] !== undefined ? (0,placement/* standalonePath */.hO)(edit) : (0,placement/* slotOf */.SW)(edit).path;
        };
        const [old, value] = [(0,entry/* valueAt */.fK)(was, pathOf(entity)), (0,entry/* valueAt */.fK)(is, pathOf(next))];
        const nextKey = isIt ? key.replace(/^description\.[^#]*#/, () => `description.${move.to ?? ''}#`) : key;
        return [nextKey, old !== undefined && value !== undefined && (0,canonical/* hash12 */.Yq)(old) === state.h ? { ...kept, h: (0,canonical/* hash12 */.Yq)(value) } : kept];
    }));
}

// EXTERNAL MODULE: ./lib/src/context/lock.js + 1 modules
var context_lock = __webpack_require__(16321);
// EXTERNAL MODULE: ./lib/src/ingest/memory.js
var memory = __webpack_require__(77096);
// EXTERNAL MODULE: ./lib/src/publish/changes.js
var publish_changes = __webpack_require__(32879);
// EXTERNAL MODULE: ./lib/src/publish/output.js
var output = __webpack_require__(30709);
// EXTERNAL MODULE: ./lib/src/publish/patch.js
var publish_patch = __webpack_require__(63136);
;// CONCATENATED MODULE: ./lib/src/commands/check/mend.js









async function mend(input) {
    const { context, lock } = input.state;
    const moves = new Map(input.breaks.map((one) => [one, { connection: one.connection, source: one.source, column: one.column, to: one.renamed }]));
    const followed = follow({
        context, lock, knowledgeOf: memory/* knowledgeOf */.a$, parser: input.parser, dialectOf: (connection) => input.state.dialectOf(connection),
        // columns first: under another name a source would not be found
        moves: [...moves.values()].sort((a, b) => Number(a.column === null) - Number(b.column === null)),
    });
    if (followed.files.size === 0)
        return { ok: true, mended: undefined };
    const changes = [...followed.files].map(([path, after]) => ({ path, before: (0,publish_changes/* textOf */.b)(context.tree, path), after }));
    const oldLock = (0,publish_changes/* textOf */.b)(context.tree, 'ktx.lock');
    if (oldLock !== null)
        changes.push({ path: 'ktx.lock', before: oldLock, after: (0,context_lock/* writeLock */.be)(followed.lock) });
    const { prefix } = await (0,git/* readGitBase */.Uw)(input.contextRoot);
    const patch = (0,publish_patch/* writePatch */.C)(changes, prefix);
    const opened = (0,output/* openOutput */.c1)(input.project.root, input.out, input.cwd);
    if (!opened.ok)
        return opened;
    const target = (0,external_node_path_.join)(opened.folder.path, 'context.patch');
    (0,external_node_fs_.writeFileSync)(`${target}.partial`, patch.text);
    (0,external_node_fs_.renameSync)(`${target}.partial`, target);
    const { files, insertions, deletions } = patch;
    const mends = [...followed.done].flatMap(([move, entities]) => entities.map(({ entity, isTheirs }) => `${entity}: ${wordOf(move)}${isTheirs ? ', which a person wrote' : ''}`));
    return {
        ok: true,
        mended: {
            folder: opened.folder.path, patch: { path: (0,external_node_path_.join)(opened.folder.shown, 'context.patch'), files, insertions, deletions, mends },
            left(one) {
                const done = followed.done.get(moves.get(one) ?? { connection: '', source: '', column: null, to: null });
                if (!done)
                    return undefined;
                const changed = new Set(done.map(({ entity }) => entity));
                const isWhole = (entity) => changed.has(entity) || (one.column === null && entity.startsWith(`source:${one.connection}/${one.source}`));
                return { entities: one.uses.map((use) => use.entity).filter((entity) => !isWhole(entity) && !(one.column === null && one.renamed !== null && isInside(entity, one))), touchesTheirs: done.some((entity) => entity.isTheirs) };
            },
        },
    };
}
/** What stands in the renamed source moves with it. */
const isInside = (entity, { connection, source }) => new RegExp(`^[a-z]+:`).test(entity) && entity.slice(entity.indexOf(':') + 1).startsWith(`${connection}/${source}.`);
const wordOf = (move) => (move.to === null ? `${move.column ?? move.source} is gone` : `${move.column ?? move.source} is ${move.to}`);

;// CONCATENATED MODULE: ./lib/src/commands/check/pairs.js


/**
 * Pairs without a warehouse: what the lock knows of the evidence of a source, else tables by their names. A node may be
 * gone by now; that is what is looked for.
 */
function pairSources(context, knowledge, nodes) {
    const byName = Map.groupBy(nodes.filter((node) => node.data.relation !== null), (node) => node.data.relation?.name.toLowerCase() ?? '');
    const pairs = [];
    for (const connection of context.connections()) {
        for (const source of new Set([...context.entryNames(connection), ...context.sourceNames(connection)])) {
            const composed = (0,compose/* composeSource */.C)(context, connection, source);
            if (composed?.table === undefined)
                continue;
            const known = (knowledge.records(connection, source)?.['']?.ev ?? []).filter((id) => id.startsWith('dbt:'));
            const ids = known.length > 0 ? known : named(composed.table, byName).map((node) => node.id);
            if (ids.length === 0)
                continue;
            pairs.push({
                connection, source, nodes: [...new Set(ids)].sort((a, b) => rank(a) - rank(b) || (0,canonical/* byText */.z4)(a, b)),
                columns: composed.columns.filter((column) => column.expr === undefined).map((column) => column.name),
            });
        }
    }
    return pairs;
}
const kinds = ['model', 'snapshot', 'seed', 'source'];
const rank = (id) => kinds.indexOf(/\/([a-z]+)\./.exec(id)?.[1] ?? '');
/** Nodes of a table's name: those of its schema where there are any; a dbt target of CI builds into another one. */
function named(table, byName) {
    const parts = (table.match(/"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|[^.]+/g) ?? []).map((part) => part.replace(/^["`[]|["`\]]$/g, '').toLowerCase()).reverse();
    const found = byName.get(parts[0] ?? '') ?? [];
    const same = found.filter((node) => node.data.relation?.schema?.toLowerCase() === parts[1]);
    if (same.length > 0)
        return same;
    return new Set(found.map((node) => node.data.relation?.schema)).size === 1 ? found : [];
}

// EXTERNAL MODULE: ./lib/src/sql/tree.js
var sql_tree = __webpack_require__(56621);
;// CONCATENATED MODULE: ./lib/src/context/uses.js







/** Every use that overlays, standalone sources, joins and pages make of a source or column. */
function usesOf(input) {
    const { context } = input;
    const uses = [];
    for (const connection of context.connections()) {
        const names = new Set([...context.entryNames(connection), ...context.sourceNames(connection)]);
        for (const name of [...names].sort()) {
            const source = (0,compose/* composeSource */.C)(context, connection, name);
            if (source)
                uses.push(...usesInSource(input, source));
        }
    }
    return [...uses, ...usesInPages(context)];
}
function usesInSource(input, source) {
    const { connection, name } = source;
    const dialect = input.dialectOf(connection);
    const uses = [];
    const use = (entity, found, at, of, column, machine = false) => {
        const path = found === source.entry ? ['tables', name, ...at] : at;
        // places are looked up in few of thousands
        uses.push({ entity, connection, source: of, column, file: found.file.path, get line() { return lineOf(found, path); }, machine });
    };
    const measures = new Set(source.measures.map(({ value }) => value.name));
    const own = new Set(source.columns.map((column) => column.name.toLowerCase()));
    const expression = (entity, text, found, at) => {
        const read = (0,sql_expression/* analyseExpression */.A)(input.parser, text, dialect);
        if (!read.ok)
            return;
        for (const { table, column } of read.columns) {
            if ((table === undefined || table === name) && measures.has(column) && !own.has(column.toLowerCase()))
                continue;
            use(entity, found, at, table ?? name, column);
        }
    };
    const id = `${connection}/${name}`;
    for (const { value, file, index } of source.measures) {
        expression(`measure:${id}.${value.name}`, value.expr, file, ['measures', index, 'expr']);
        if (value.filter !== undefined)
            expression(`measure:${id}.${value.name}`, value.filter, file, ['measures', index, 'filter']);
    }
    for (const { value, file, index } of source.segments)
        expression(`segment:${id}.${value.name}`, value.expr, file, ['segments', index, 'expr']);
    for (const { value, file, index } of source.joins) {
        const entity = `join:${id}->${(0,edit/* joinKey */.ID)(value)}`;
        const machine = file === source.entry;
        use(entity, file, ['joins', index], value.to, null, machine);
        const read = (0,sql_expression/* analyseJoin */.m)(input.parser, value.on, dialect);
        for (const side of read.ok ? read.pairs.flatMap(({ left, right }) => [left, right]) : [])
            use(entity, file, ['joins', index, 'on'], side.source, side.column, machine);
    }
    const { file } = source;
    if (!file)
        return uses;
    for (const column of source.columns)
        if (column.expr !== undefined && column.index !== undefined)
            expression(`column:${id}.${column.name}`, column.expr, file, ['columns', column.index, 'expr']);
    const listed = (key) => (Array.isArray(file.value[key]) ? file.value[key] : []);
    const named = (item) => (typeof item === 'string' ? item : typeof item?.name === 'string' ? item.name : undefined);
    listed('grain').forEach((item, index) => { if (typeof item === 'string')
        use(`grain:${id}`, file, ['grain', index], name, item); });
    for (const key of ['column_overrides', 'exclude_columns']) {
        listed(key).forEach((item, index) => {
            const column = named(item);
            if (column !== undefined)
                use(`column:${id}.${column}`, file, [key, index], name, column);
        });
    }
    if (source.kind === 'overlaid')
        use(`source:${id}`, file, ['name'], name, null);
    if (source.sql !== undefined)
        sqlUses(input, source, source.sql, file, use);
    return uses;
}
/** The line of what the path leads to, or of the nearest thing around it. */
function lineOf(found, path) {
    for (let length = path.length; length > 0; length -= 1) {
        const place = found.file.document.place(path.slice(0, length));
        if (place)
            return place.line;
    }
    return 1;
}
/** The sources whose tables a SQL source reads; of a single one also its columns. */
function sqlUses(input, source, sql, file, use) {
    const { context } = input;
    const parsed = input.parser.parse(sql, input.dialectOf(source.connection));
    const root = parsed.ok && parsed.tree.length === 1 ? (0,sql_tree/* asNode */.hK)(parsed.tree[0]) : null;
    if (root === null)
        return;
    const entity = `source:${source.connection}/${source.name}`;
    const tables = (0,sql_tree/* tablesOf */.tI)(root);
    const read = new Set();
    for (const table of tables) {
        const written = [table.catalog, table.schema, table.name].filter((part) => part !== null).join('.');
        const named = context.entry(source.connection, table.name);
        if (named && (0,entry/* sameTable */.lY)(named.value['table'], written))
            read.add(table.name);
    }
    for (const name of read)
        use(entity, file, ['sql'], name, null);
    const [only] = read;
    if (only === undefined || tables.length !== 1)
        return;
    const columns = new Set((0,compose/* composeSource */.C)(context, source.connection, only)?.columns.map((column) => column.name.toLowerCase()));
    for (const column of new Set((0,sql_tree/* columnsOf */.PL)(root).map((one) => one.column)))
        if (columns.has(column.toLowerCase()))
            use(entity, file, ['sql'], only, column);
}
/** `[connection/]source[.entity]` of a page's sl_refs; what is no column is a use of the source. */
function usesInPages(context) {
    const uses = [];
    for (const path of context.pages()) {
        const kind = (0,placement/* contextPath */.VJ)(path);
        const bytes = context.tree.get(path);
        if (kind?.kind !== 'page' || !bytes)
            continue;
        const { frontmatter, frontmatterLine } = (0,page/* readPage */.SP)(bytes);
        const references = frontmatter?.value?.sl_refs;
        (Array.isArray(references) ? references : []).forEach((reference, index) => {
            const [, named, source = '', entity] = /^(?:([^/]+)\/)?([^.]+)(?:\.(.+))?$/.exec(typeof reference === 'string' ? reference : '') ?? [];
            const connection = named ?? context.connections().find((one) => (0,compose/* composeSource */.C)(context, one, source) !== undefined);
            const composed = connection === undefined ? undefined : (0,compose/* composeSource */.C)(context, connection, source);
            if (!frontmatter || connection === undefined || !composed)
                return;
            const column = composed.columns.find((one) => one.name.toLowerCase() === entity?.toLowerCase());
            uses.push({
                entity: `page:${kind.key}`, connection, source, column: column?.name ?? null, file: path,
                line: (frontmatter.place(['sl_refs', index])?.line ?? 1) + frontmatterLine - 1, machine: false,
            });
        });
    }
    return uses;
}

// EXTERNAL MODULE: ./lib/src/evidence/sources/dbt/jinja.js
var jinja = __webpack_require__(13370);
;// CONCATENATED MODULE: ./lib/src/evidence/sources/dbt/outputs.js



const nothing = { columns: new Map(), complete: false };
/** The columns of a node by its evidence id, worked out when asked for. */
function outputsOf(input) {
    const byId = new Map(input.nodes.map((node) => [node.id, node]));
    const known = new Map();
    const ask = (id) => {
        const ready = known.get(id);
        if (ready)
            return ready;
        // a model that reads itself gives nothing
        known.set(id, nothing);
        const node = byId.get(id);
        const found = node ? nodeOutputs(node, input, ask) : nothing;
        known.set(id, found);
        return found;
    };
    return ask;
}
function nodeOutputs(node, input, ask) {
    const file = node.origin.file ?? '';
    if (node.data.resource === 'seed')
        return seedOutputs(file, input.text(file) ?? '');
    const documented = {
        complete: false,
        columns: new Map(node.data.columns.map((column) => [column.name.toLowerCase(), { name: column.name, meaning: '', file: column.origin.file ?? file, offset: null }])),
    };
    if (node.data.resource !== 'model' || !file.endsWith('.sql'))
        return documented;
    const text = input.text(file);
    if (text === undefined)
        return nothing;
    const template = plainSql(text, node);
    const tree = parsed(template.sql, input);
    if (tree === null)
        return nothing;
    const relations = new Map([...template.relations].map(([name, id]) => [name, () => ask(id)]));
    const outputs = queryOutputs(tree, { file, relations, ctes: new Map() });
    return template.exact ? outputs : { ...outputs, complete: false };
}
function seedOutputs(file, text) {
    const [header = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
    const names = header.split(',').map((name) => name.trim().replace(/^"|"$/g, '')).filter((name) => name !== '');
    return { columns: new Map(names.map((name) => [name.toLowerCase(), { name, meaning: name, file, offset: 0 }])), complete: names.length > 0 };
}
function parsed(sql, input) {
    const ready = input.parsed.get(sql);
    if (ready !== undefined)
        return ready;
    let tree = null;
    for (const dialect of new Set([input.dialect, 'generic'])) {
        const result = input.parser.parse(sql, dialect);
        const statement = result.ok && result.tree.length === 1 ? (0,sql_tree/* asNode */.hK)(result.tree[0]) : null;
        if (statement === null)
            continue;
        tree = statement;
        break;
    }
    input.parsed.set(sql, tree);
    return tree;
}
const standIn = /^kx\d+z*$/;
const holdsStandIn = /kx\d+z/;
/** The SQL of a template with every character at its place: Jinja becomes names of the same length, or space. */
function plainSql(text, node) {
    const blank = (part) => part.replace(/[^\n]/g, ' ');
    const template = text.replace(/\{#[\s\S]*?#\}/g, blank);
    const relations = new Map();
    let exact = true;
    let sql = '';
    let at = 0;
    (0,jinja/* expressionsIn */.l$)(template).forEach(({ code, index, end, statement }, number) => {
        const start = index - 2;
        if (start < at)
            return;
        sql += template.slice(at, start);
        at = end;
        const whole = template.slice(start, end);
        if (statement) {
            if (!/^\s*(if|endif|set|do|config)\b/.test(code) || /^\s*set\s+\w+\s*$/.test(code))
                exact = false;
            sql += blank(whole);
            return;
        }
        const [call] = (0,jinja/* callsIn */.Tz)(code, ['ref', 'source', 'config']);
        if (call?.name === 'config') {
            sql += blank(whole);
            return;
        }
        const [first = ''] = whole.split('\n', 1);
        const name = `kx${number}`.padEnd(first.length, 'z');
        sql += name + blank(whole.slice(name.length));
        const id = call && /^\s*(ref|source)\s*\(/.test(code) ? dependency(call, node) : undefined;
        if (id !== undefined)
            relations.set(name, id);
    });
    return { sql: (sql + template.slice(at)).replace(/;\s*$/, ''), relations, exact };
}
/** The node that a ref or source means: one of those that the model is known to read. */
function dependency(call, node) {
    const names = call.args.filter((arg) => typeof arg === 'string');
    const wanted = call.name === 'source' ? names.join('.') : names.at(-1) ?? '';
    return node.data.dependsOn.find((id) => {
        const [kind = '', ...rest] = id.slice(id.indexOf('/') + 1).split('.');
        const name = rest.join('.');
        return (kind === 'source') === (call.name === 'source') && (name === wanted || name.startsWith(`${wanted}.v`));
    });
}
function queryOutputs(query, scope) {
    const inner = withCtes(query, scope);
    const part = (field) => {
        const node = (0,sql_tree/* asNode */.hK)(query.payload[field]);
        return node ? queryOutputs(node, inner) : nothing;
    };
    switch (query.kind) {
        case 'union':
        case 'intersect':
        case 'except':
            return part('left');
        case 'subquery':
        case 'paren':
            return part('this');
        case 'select':
            return selectOutputs(query, inner);
        default:
            return nothing;
    }
}
function withCtes(query, scope) {
    const clause = query.payload['with'];
    if (!(0,sql_tree/* isRecord */.u4)(clause) || !Array.isArray(clause['ctes']))
        return scope;
    const ctes = new Map(scope.ctes);
    for (const cte of clause['ctes']) {
        const name = (0,sql_tree/* isRecord */.u4)(cte) ? (0,sql_tree/* identifier */.Cv)(cte['alias']) : null;
        const body = (0,sql_tree/* isRecord */.u4)(cte) ? (0,sql_tree/* asNode */.hK)(cte['this']) : null;
        if (name === null || body === null || !(0,sql_tree/* isRecord */.u4)(cte))
            continue;
        const renamed = Array.isArray(cte['columns']) && cte['columns'].length > 0;
        ctes.set(name.toLowerCase(), renamed ? nothing : queryOutputs(body, { ...scope, ctes }));
    }
    return { ...scope, ctes };
}
function selectOutputs(select, scope) {
    const from = relationsOf(select, scope);
    const columns = new Map();
    let complete = true;
    const add = (column) => {
        if (!columns.has(column.name.toLowerCase()))
            columns.set(column.name.toLowerCase(), column);
    };
    for (const item of Array.isArray(select.payload['expressions']) ? select.payload['expressions'] : []) {
        const node = (0,sql_tree/* asNode */.hK)(item);
        if (node?.kind === 'star') {
            const table = (0,sql_tree/* identifier */.Cv)(node.payload['table'])?.toLowerCase();
            const read = table === undefined ? [...from.values()] : [from.get(table) ?? nothing];
            const left = new Set(listed(node.payload['except']).map((name) => name.toLowerCase()));
            for (const outputs of read)
                for (const [name, column] of outputs.columns)
                    if (!left.has(name))
                        add(column);
            if (read.length === 0 || read.some((outputs) => !outputs.complete) || node.payload['rename'] || node.payload['replace'])
                complete = false;
            continue;
        }
        const named = node && namedItem(node);
        if (!named)
            continue;
        if (holdsStandIn.test(named.name))
            complete = false;
        else
            add({ name: named.name, meaning: (0,canonical/* canonicalJson */.dj)(bare(named.meaning)), file: scope.file, offset: named.offset });
    }
    return { columns, complete: complete && columns.size > 0 };
}
/** The items of FROM and JOIN by the name under which they are spoken of. */
function relationsOf(select, scope) {
    const { from, joins } = select.payload;
    const items = [
        ...((0,sql_tree/* isRecord */.u4)(from) && Array.isArray(from['expressions']) ? from['expressions'] : []),
        ...(Array.isArray(joins) ? joins.map((join) => ((0,sql_tree/* isRecord */.u4)(join) ? join['this'] : null)) : []),
    ];
    const found = new Map();
    items.forEach((item, index) => {
        const node = (0,sql_tree/* asNode */.hK)(item);
        const name = node?.kind === 'table' ? (0,sql_tree/* identifier */.Cv)(node.payload['name']) : null;
        const alias = (node && (0,sql_tree/* identifier */.Cv)(node.payload['alias'])) ?? name ?? String(index);
        const outputs = name !== null && node ? tableOutputs(node, name, scope) : node ? queryOutputs(node, scope) : nothing;
        found.set(alias.toLowerCase(), outputs);
    });
    return found;
}
function tableOutputs(table, name, scope) {
    if (table.payload['schema'])
        return nothing;
    return standIn.test(name) ? (scope.relations.get(name)?.() ?? nothing) : (scope.ctes.get(name.toLowerCase()) ?? nothing);
}
function namedItem(node) {
    const field = node.kind === 'alias' ? 'alias' : node.kind === 'column' ? 'name' : null;
    const name = field === null ? null : (0,sql_tree/* identifier */.Cv)(node.payload[field]);
    if (field === null || name === null)
        return null;
    const at = node.payload[field];
    const span = (0,sql_tree/* isRecord */.u4)(at) && (0,sql_tree/* isRecord */.u4)(at['span']) ? at['span']['start'] : null;
    // of a column its name alone: under which name its table goes says nothing
    return { name, meaning: node.kind === 'alias' ? meant(node.payload['this']) : name.toLowerCase(), offset: typeof span === 'number' ? span : null };
}
function meant(value) {
    const node = (0,sql_tree/* asNode */.hK)(value);
    const name = node?.kind === 'column' ? (0,sql_tree/* identifier */.Cv)(node.payload['name']) : null;
    return name === null ? value : name.toLowerCase();
}
/** A tree without places, comments and what is not said. */
function bare(value) {
    if (Array.isArray(value))
        return value.map(bare);
    if (!(0,sql_tree/* isRecord */.u4)(value))
        return value;
    return Object.fromEntries(Object.entries(value)
        .filter(([key, part]) => key !== 'span' && !key.endsWith('comments') && part !== null && part !== false)
        .map(([key, part]) => [key, bare(part)]));
}
function listed(value) {
    return Array.isArray(value) ? value.map(sql_tree/* identifier */.Cv).filter((name) => name !== null) : [];
}

// EXTERNAL MODULE: ./lib/src/project/decisions.js + 2 modules
var project_decisions = __webpack_require__(43048);
;// CONCATENATED MODULE: ./lib/src/commands/check/state.js














/** The context of a project, in the working tree or elsewhere. */
function readContextState(project, parser, elsewhere) {
    const files = elsewhere ? { tree: elsewhere.files, findings: [] } : (0,project_tree/* readProjectTree */.qP)(project.root);
    const read = (0,context_lock/* readLock */.mF)((0,publish_changes/* textOf */.b)(files.tree, 'ktx.lock'));
    const lock = read.ok ? read.lock : context_lock/* Lock */.c_.empty;
    const decisions = (0,project_decisions/* readDecisions */.uY)((0,publish_changes/* textOf */.b)(files.tree, project_decisions/* decisionsPath */.FP));
    const context = (0,context_context/* readContext */.yI)(files.tree, () => undefined, undefined, elsewhere?.basis.context);
    const drivers = new Map(project.connections.map((connection) => [connection.id, (0,project_project/* driverName */.ik)(connection)]));
    const dialectOf = (connection) => (0,dialect/* dialectOfDriver */.u)(drivers.get(connection) ?? '');
    return {
        context, lock, knowledge: (0,memory/* knowledgeOf */.a$)(lock), dialectOf, uses: usesOf({ context, parser, dialectOf }),
        findings: [...files.findings, ...(read.ok ? read.findings : [read.finding]), ...decisions.findings],
    };
}
/**
 * The dbt projects and documents of a state. What a change does is read off the project's own files, which are in git:
 * a manifest is of another commit, or of none. Only where there are no files it is all that there is.
 */
async function readDbtState({ project, parser, dialect, parsed, readerOf }) {
    const only = { ...project, connections: project.connections.filter((connection) => connection.driver === 'dbt') };
    const input = { project: only, addresses: new Map(), now: () => 0, remembered: () => undefined, profiles: false, readerOf };
    const world = await (0,gather.gather)({ ...input, documentGlobs: project.settings.documents });
    const made = world.read.filter((source) => source.what.endsWith('(manifest)')).map((source) => source.id);
    const files = made.length === 0 ? undefined : await (0,gather.gather)({ ...input, project: { ...only, connections: only.connections.filter((connection) => made.includes(connection.id)) }, documentGlobs: [], artifacts: false });
    const fromFiles = new Set(files?.dbt.map((node) => node.connection));
    const list = [...world.dbt.filter((node) => !fromFiles.has(node.connection)), ...(files?.dbt ?? [])];
    const text = await state_textsOf(list, project.root, readerOf((0,gather/* confinement */.P)(project.root)));
    return {
        list, nodes: new Map(list.map((node) => [node.id, node])), definitions: world.definitions, text,
        outputs: outputsOf({ nodes: list, text, parser, dialect, parsed }), read: new Set(list.map((node) => node.connection)),
        findings: [...world.findings, ...(await sourceFindings(world.dbt, world.definitions))],
    };
}
/** The files in which nodes stand. */
async function state_textsOf(nodes, root, reader) {
    const named = nodes.flatMap((node) => [node.origin.file, node.data.described?.file, ...node.data.columns.map((column) => column.origin.file)]);
    const texts = new Map();
    for (const file of new Set(named.filter((one) => one !== undefined))) {
        const read = await reader.text((0,external_node_path_.relative)(reader.root, (0,external_node_path_.join)(root, file)).split('\\').join('/'));
        if (read.ok)
            texts.set(file, read.text);
    }
    return (file) => texts.get(file);
}
/** What dbt projects and documents say wrongly by themselves. */
async function sourceFindings(dbt, definitions) {
    const { contradictions } = await __webpack_require__.e(/* import() */ 6367).then(__webpack_require__.bind(__webpack_require__, 96367));
    const { termQuestions } = await Promise.all(/* import() */[__webpack_require__.e(9589), __webpack_require__.e(7458)]).then(__webpack_require__.bind(__webpack_require__, 69589));
    const { textFindings } = await __webpack_require__.e(/* import() */ 2531).then(__webpack_require__.bind(__webpack_require__, 92531));
    const known = new Set(dbt.map((node) => node.id));
    const dangling = dbt.flatMap((node) => node.data.dependsOn.filter((id) => !known.has(id)).map((id) => ({
        severity: 'warning', code: 'dbt-reference', ...(0,finding/* placeOf */.$t)(node.origin), message: `${node.id} reads ${id}, which this dbt project does not have`, fix: 'mend the ref() or source(); if it comes from a package, ignore this', evidence: [node.id],
    })));
    return [...termQuestions(contradictions(definitions)).map(({ finding }) => finding), ...dangling, ...dbt.flatMap(textFindings)];
}
/** The offline gates. Overlays of a connection that was never scanned cannot be judged: one notice, not an error each. */
async function gateFindings(state, parser, coming) {
    const { context } = state;
    const { schemaGate } = await __webpack_require__.e(/* import() */ 5854).then(__webpack_require__.bind(__webpack_require__, 25854));
    const { wikiGate } = await __webpack_require__.e(/* import() */ 2281).then(__webpack_require__.bind(__webpack_require__, 62281));
    const { referencesGate } = await __webpack_require__.e(/* import() */ 5539).then(__webpack_require__.bind(__webpack_require__, 5539));
    const { doublesGate } = await __webpack_require__.e(/* import() */ 91).then(__webpack_require__.bind(__webpack_require__, 10091));
    const { trapsGate } = await __webpack_require__.e(/* import() */ 6553).then(__webpack_require__.bind(__webpack_require__, 26553));
    const findings = [
        ...schemaGate(context), ...wikiGate(context),
        ...referencesGate({ context, parser, dialectOf: (connection) => state.dialectOf(connection), coming: (connection, source) => coming.columns(connection, source), isComing: (_, source) => coming.table(source) }),
        ...trapsGate({ context, parser, dialectOf: (connection) => state.dialectOf(connection) }),
        ...doublesGate({ context, parser, dialectOf: (connection) => state.dialectOf(connection) }), ...context.findings(),
    ];
    const unscanned = context.connections().filter((connection) => context.shards(connection).length === 0);
    const isIn = (finding, connection) => finding.file?.startsWith(`semantic-layer/${connection}/`) === true;
    const isUnscanned = (finding) => unscanned.some((connection) => isIn(finding, connection));
    const overlays = findings.filter((finding) => finding.code === 'context-orphan' && isUnscanned(finding));
    const kept = findings.filter((finding) => !overlays.includes(finding) && !(finding.code === 'context-reference' && unscanned.length > 0 && (isUnscanned(finding) || finding.file?.startsWith('wiki/') === true)));
    for (const connection of unscanned) {
        const count = overlays.filter((finding) => isIn(finding, connection)).length;
        if (count > 0)
            kept.push({ severity: 'notice', code: 'context-orphan', message: `${connection} was never scanned (no _schema), so ${(0,wording/* plural */.LS)(count, 'overlay')} could not be checked against its tables`, fix: 'run ktx-ci ingest once' });
    }
    return kept;
}

;// CONCATENATED MODULE: ./lib/src/commands/check/words.js

/** What check found, in words; and what makes two findings the same one. */
/** A finding without its lines: the same code, entity and reason, wherever it stands now. */
function keyOf(finding) {
    return [finding.code, finding.file ?? '', finding.message.replaceAll(/:\d+(?::\d+)?\b/g, '')].join('\u0000');
}
function useId(one, use) {
    return [one.connection, one.source, one.column?.toLowerCase() ?? '', use?.entity ?? ''].join('\u0000');
}
/** Entities that a message names; the rest are counted, and listed in the document of --json. */
const mostNamed = 3;
function breakFinding(one, context, isForeign, mended) {
    const id = one.node.slice(one.node.indexOf('/') + 1);
    const [kind = 'model', ...rest] = id.split('.');
    const node = `${kind} ${rest.join('.')}`;
    const entry = context.entry(one.connection, one.source) ?? context.source(one.connection, one.source);
    const line = entry && (entry.file.document.place(['tables', one.source], { key: true })?.line ?? 1);
    const source = one.column === null && entry ? [{ entity: `source:${one.connection}/${one.source}`, file: entry.file.path, line: line ?? 1 }] : [];
    const uses = [...new Map([...source, ...one.uses].map((use) => [use.entity, use])).values()];
    const named = uses.slice(0, mostNamed).map((use) => `${use.entity} (${use.file}:${use.line})`).join(', ');
    const more = uses.length > mostNamed ? ` and ${uses.length - mostNamed} more` : '';
    const what = one.column === null ? node : `column ${one.column} of ${node}`;
    const became = one.renamed === null ? 'is gone' : `is now ${one.renamed}`;
    const [first] = uses;
    const place = one.place ?? (first && !isForeign ? { file: first.file, line: first.line } : {});
    const left = mended?.left(one);
    return {
        severity: 'error', code: one.column === null ? 'broken-model' : 'broken-column', ...place, evidence: [one.node],
        message: `${what} ${became}; the context rests on it: ${named}${more}`,
        fix: mended && left ? mendText(mended, left, isForeign)
            : one.renamed === null ? `keep the ${one.column === null ? 'model' : 'column'}, or change what rests on it in the context` : 'change what rests on it in the context too',
    };
}
/** A person's own words are only ever renamed in, and that is said. */
function mendText({ patch }, left, isForeign) {
    const take = `git apply ${patch.path}${isForeign ? ' in the context' : ''}`;
    const rest = left.entities.length === 0 ? '' : `, then change ${left.entities.slice(0, mostNamed).join(', ')}${left.entities.length > mostNamed ? ` and ${left.entities.length - mostNamed} more` : ''} yourself`;
    return `${take} follows it${left.touchesTheirs ? ', also in what people wrote' : ''}${rest}`;
}
function staleFinding(text) {
    const what = text.column === null ? text.source : `${text.source}.${text.column}`;
    return {
        severity: 'notice', code: 'stale', ...(text.file === undefined ? {} : { file: text.file }), ...(text.line === undefined ? {} : { line: text.line }), evidence: [text.node],
        message: text.says === null ? `dbt no longer describes ${what}; the context still holds its text` : `dbt describes ${what} in other words than the context's copy`,
        fix: 'nothing to do: the next ingest follows',
    };
}
function unprovedFinding(count, live) {
    if (count === 0)
        return [];
    return [{ severity: 'notice', code: 'unproved', message: `${(0,wording/* plural */.LS)(count, 'entry', 'entries')} of the context ${count === 1 ? 'is' : 'are'} not proved on the warehouse`, fix: live ? 'ktx-ci explain ENTITY says why' : 'ktx-ci check --live runs them; ktx-ci explain ENTITY says why' }];
}
function countNotice(known, ref) {
    if (known === 0 || ref === undefined)
        return [];
    return [{ severity: 'notice', code: 'in-base', message: `${(0,wording/* plural */.LS)(known, 'finding')} ${known === 1 ? 'is' : 'are'} in ${ref} already and ${known === 1 ? 'does' : 'do'} not count`, fix: 'ktx-ci check without --base lists them' }];
}

// EXTERNAL MODULE: ./lib/src/commands/main.js
var main = __webpack_require__(38736);
;// CONCATENATED MODULE: ./lib/src/commands/check.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});





















/** Is the committed context right? No model, no credential, no network. Exit 5 where something is broken. */
async function check(given, terminal) {
    const options = given;
    const outcome = await runCheck(options, terminal);
    const colour = (0,main/* colours */.M)(terminal, terminal.stdout, options.color === false);
    if (options.json === true)
        terminal.stdout.write(`${JSON.stringify({ schemaVersion: 1, status: outcome.exitCode === 0 ? 'complete' : 'failed', ...documented(outcome) }, null, 2)}\n`);
    else {
        for (const line of (0,publish_terminal/* renderFindings */.vO)(outcome.findings.filter((finding) => options.quiet !== true || finding.severity !== 'notice'), colour, { perCode: 20 }))
            terminal.stdout.write(`${line}\n`);
        const tick = outcome.exitCode === 0 ? colour.green('✓') : colour.red('✗');
        terminal.stdout.write(`${outcome.findings.length > 0 ? '\n' : ''}${tick} ${outcome.headline}\n`);
        if (outcome.patch)
            terminal.stdout.write(`  take   git apply ${outcome.patch.path}${options.context === undefined ? '' : '   in the context'}\n`);
    }
    return outcome.exitCode;
}
/** The document of --json: paths of this machine stay out of it. */
const documented = ({ exitCode, headline, findings, base, broken, unproved, patch }) => ({ exitCode, headline, base, findings, broken, unproved, patch });
const check_nothing = { base: null, broken: [], unproved: 0, patch: null };
function configuration(findings) {
    return { ...check_nothing, exitCode: report/* exitCodes */.h.configuration, findings: (0,finding/* sortFindings */.Tc)(findings), headline: 'the configuration is wrong; nothing was checked' };
}
async function runCheck(options, terminal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { cwd, environment } = terminal;
        const load = (directory, settings) => (0,project_project/* loadProject */.gi)({ cwd, environment, bareDbt: true, ...(directory === undefined ? {} : { directory }), ...(settings === undefined ? {} : { settings }) });
        const loaded = load(options.projectDir, options.config);
        if (!loaded.ok)
            return configuration(loaded.findings);
        const { project } = loaded;
        if (options.context === undefined)
            return withBase(options, terminal, project, undefined);
        const opened = await openContext(options.context, cwd, environment);
        if (!opened.ok)
            return configuration([opened.finding]);
        const foreign = __addDisposableResource(env_1, opened.context, false);
        const theirs = load(foreign.root, undefined);
        if (!theirs.ok)
            return configuration(theirs.findings.map((finding) => ({ severity: 'error', code: 'context-unreadable', message: `the context ${foreign.name} is not valid: ${finding.message}`, fix: finding.fix })));
        return await withBase(options, terminal, project, theirs.project);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
async function withBase(options, terminal, project, foreign) {
    const directories = project.connections.flatMap((connection) => (connection.driver === 'dbt' ? [(0,external_node_path_.resolve)(project.root, connection.options.source_dir ?? '.', connection.options.path ?? '')] : []));
    const found = await findBase({ root: project.root, repository: (0,gather/* confinement */.P)(project.root), directories, named: options.base, environment: terminal.environment });
    if (found.kind !== 'base') {
        const missing = found.kind === 'missing' ? [found.finding] : [];
        return missing.some((finding) => finding.severity === 'error') ? configuration(missing) : compared(options, terminal, project, foreign, undefined, missing);
    }
    return compared(options, terminal, project, foreign, found.base, []);
}
async function compared(options, terminal, here, foreign, base, noted) {
    const parser = remembering(await (0,sql_parser.loadParser)());
    const theirs = foreign && readContextState(foreign, parser);
    const project = foreign && theirs ? asNamedThere(here, foreign, theirs) : here;
    const dialect = warehouseDialect(foreign ?? project);
    const parsed = new Map();
    const repository = (0,gather/* confinement */.P)(project.root);
    const readers = new Map();
    const onDisk = (root) => {
        const reader = readers.get(root) ?? (0,evidence_files.confinedReader)(root);
        readers.set(root, reader);
        return reader;
    };
    const context = theirs ?? readContextState(project, parser);
    const dbt = await readDbtState({ project, parser, dialect, parsed, readerOf: onDisk });
    const inBase = (root) => filesBelow(base?.files ?? new Map(), (0,external_node_path_.relative)(repository, root).split('\\').join('/'));
    const was = base && {
        context: theirs ?? earlierContext(project, parser, inBase(project.root), context),
        dbt: await readDbtState({ project, parser, dialect, parsed, readerOf: (root) => treeReader(inBase(root), root, onDisk(root)) }),
    };
    const edited = theirs ? [] : await handEdits({ root: project.root, repository, state: context, base: was?.context.context });
    const before = was && (await look(parser, was.context, theirs !== undefined, was.dbt, undefined, []));
    const now = await look(parser, context, theirs !== undefined, dbt, was?.dbt, edited);
    const knownKeys = new Set(before?.findings.map(keyOf));
    const knownUses = new Set(before?.breaks.flatMap((one) => (one.uses.length === 0 ? [useId(one)] : one.uses.map((use) => useId(one, use)))));
    const fresh = now.breaks.flatMap((one) => {
        const uses = one.uses.filter((use) => !knownUses.has(useId(one, use)));
        return uses.length > 0 || (one.uses.length === 0 && !knownUses.has(useId(one))) ? [{ ...one, uses }] : [];
    });
    const counted = now.findings.filter((finding) => !knownKeys.has(keyOf(finding)));
    const known = now.findings.length - counted.length + now.breaks.length - fresh.length;
    const mending = await mend({ out: options.out, cwd: terminal.cwd, project: here, contextRoot: (foreign ?? here).root, state: context, parser, breaks: fresh });
    if (!mending.ok)
        return configuration([mending.finding]);
    const { mended } = mending;
    const live = options.live === true && !foreign ? await (await Promise.all(/* import() */[__webpack_require__.e(47), __webpack_require__.e(5942)]).then(__webpack_require__.bind(__webpack_require__, 55942))).liveFindings(project, context, terminal.environment) : [];
    const all = [
        ...project.findings.filter((finding) => !(foreign && finding.code === 'no-project')), ...noted, ...counted, ...edited.map(({ finding }) => finding), ...live,
        ...fresh.map((one) => breakFinding(one, now.context.context, foreign !== undefined, mended)),
        ...unprovedFinding(context.lock.all('unproved').length, options.live === true), ...countNotice(known, base?.ref),
    ];
    return await concluded(project, all, now, { ...(base ? { base: { ref: base.ref, commit: base.commit, known } } : { base: null }), breaks: fresh, mended });
}
/** The base's context; the same one where no byte of it differs. */
function earlierContext(project, parser, files, now) {
    const own = new Map([...files].filter(([path]) => (0,project_tree/* isOfContext */.Zv)(path)));
    const { tree } = now.context;
    if (own.size === tree.size && [...own].every(([path, bytes]) => Buffer.compare(bytes, tree.get(path) ?? Buffer.alloc(0)) === 0))
        return now;
    return readContextState(project, parser, { files: own, basis: now });
}
/** Two states ask about much the same expressions, and each gate anew. */
function remembering(parser) {
    const results = new Map();
    return {
        tokens: (sql, dialect) => parser.tokens(sql, dialect),
        parse(sql, dialect) {
            const key = `${dialect}\u0000${sql}`;
            const result = results.get(key) ?? parser.parse(sql, dialect);
            if (sql.length <= longestRemembered)
                results.set(key, result);
            return result;
        },
    };
}
const longestRemembered = 500;
async function look(parser, context, isForeign, dbt, before, edited) {
    const { publishable } = await __webpack_require__.e(/* import() */ 2531).then(__webpack_require__.bind(__webpack_require__, 92531));
    const paired = pairSources(context.context, context.knowledge, [...(before?.list ?? []), ...dbt.list]);
    const { pairs, findings: mismatched } = trusted(paired, dbt, before);
    const breaks = breaksOf({ context: context.context, pairs, uses: context.uses, now: dbt, before });
    const tables = new Set(dbt.list.flatMap((node) => (node.data.relation === null ? [] : [node.data.relation.name.toLowerCase()])));
    const columns = comingColumns(dbt, pairs);
    const stale = staleTexts(context.context, pairs, dbt, (text) => publishable(text, {}, '', [])[0] ?? null)
        // a copy that somebody edited says nothing about dbt
        .filter((text) => !edited.some((edit) => edit.connection === text.connection && edit.source === text.source && edit.path.at(-1) === 'dbt' && (text.column === null ? edit.path.length === 2 : edit.finding.message.includes(`columns.${text.column}.`))))
        .map(staleFinding);
    // what is wrong in another repository is for its own check to say
    const own = isForeign ? [] : [...context.findings, ...(await gateFindings(context, parser, { columns, table: (name) => tables.has(name.toLowerCase()) }))];
    return { context, dbt, pairs, breaks, findings: [...own, ...dbt.findings, ...mismatched, ...stale] };
}
/** Least share of the models that the context knows which must be found before a missing one means anything. */
const check_enough = 0.5;
function trusted(pairs, now, before) {
    const connectionOf = (id) => id.slice('dbt:'.length, id.indexOf('/'));
    const kept = [];
    const findings = [];
    for (const [connection, own] of Map.groupBy(pairs, (pair) => connectionOf(pair.nodes[0] ?? ''))) {
        if (!now.read.has(connection) && before?.read.has(connection) !== true)
            continue;
        const found = own.filter((pair) => pair.nodes.some((id) => now.nodes.has(id) || before?.nodes.has(id) === true)).length;
        if (found >= check_enough * own.length)
            kept.push(...own);
        else {
            findings.push({
                severity: 'warning', code: 'source-mismatch', message: `${found} of the ${own.length} dbt nodes that the context rests on are in ${connection}, so nothing is said about the others`,
                fix: 'check that this is the dbt project that the context was made from',
            });
        }
    }
    return { pairs: kept, findings };
}
/** The dbt project under the connection that the other repository's context knows it by. */
function asNamedThere(project, foreign, { lock }) {
    const configured = foreign.connections.filter((connection) => connection.driver === 'dbt' || (connection.driver === 'skipped' && connection.options.driver === 'dbt')).map((connection) => connection.id);
    const recorded = new Set(lock.all('unit').flatMap((unit) => Object.keys(unit.evidence)).flatMap((id) => /^dbt:([^/]+)\//.exec(id)?.[1] ?? []));
    const [name] = configured.length > 0 ? [...configured].sort((a, b) => Number(recorded.has(b)) - Number(recorded.has(a))) : [...recorded];
    const dbt = project.connections.filter((connection) => connection.driver === 'dbt');
    if (name === undefined || dbt.length !== 1)
        return project;
    return { ...project, connections: project.connections.map((connection) => (connection.driver === 'dbt' ? { ...connection, id: name } : connection)) };
}
function warehouseDialect(project) {
    const drivers = project.connections.map((connection) => (connection.driver === 'skipped' ? connection.options.driver : connection.driver));
    return drivers.map(dialect/* dialectOfDriver */.u).find((dialect) => dialect !== 'generic') ?? 'generic';
}
async function concluded(project, all, now, { base, breaks, mended }) {
    const { locateFindings } = await __webpack_require__.e(/* import() */ 4710).then(__webpack_require__.bind(__webpack_require__, 14710));
    const { redactFindings } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 39979));
    const findings = (0,finding/* sortFindings */.Tc)(redactFindings(await locateFindings(all, project.root), []));
    const errors = findings.filter((finding) => finding.severity === 'error');
    const { context, lock } = now.context;
    const sources = context.connections().reduce((sum, connection) => sum + new Set([...context.entryNames(connection), ...context.sourceNames(connection)]).size, 0);
    const looked = [(0,wording/* plural */.LS)(sources, 'source'), (0,wording/* plural */.LS)(context.pages().length, 'page'), ...(now.dbt.list.length > 0 ? [(0,wording/* plural */.LS)(now.dbt.list.length, 'dbt node')] : [])].join(', ');
    // without its reference --live could look at nothing
    const exitCode = errors.some((finding) => finding.code === 'lock-newer' || finding.code === 'reference-unresolved') ? report/* exitCodes */.h.configuration : errors.length > 0 ? report/* exitCodes */.h.broken : report/* exitCodes */.h.ok;
    return {
        exitCode, findings, base, unproved: lock.all('unproved').length, patch: mended?.patch ?? null, ...(mended ? { folder: mended.folder } : {}),
        headline: errors.length > 0 ? `${(0,wording/* plural */.LS)(errors.length, 'thing is', 'things are')} broken (${looked} looked at)` : `nothing is broken: ${looked}`,
        broken: breaks.flatMap((one) => one.uses.map((use) => brokenOf(one, use))),
    };
}
function brokenOf({ node, source, connection, column, renamed }, use) {
    return { entity: use.entity, file: use.file, line: use.line, rests: { evidence: node, source: `${connection}/${source}`, column, renamed } };
}


/***/ })

};
