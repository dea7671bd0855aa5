export const id = 4702;
export const ids = [4702,4470,8495,2089];
export const modules = {

/***/ 34702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explain: () => (/* binding */ explain)
});

// EXTERNAL MODULE: ./lib/src/context/context.js
var context_context = __webpack_require__(72409);
// EXTERNAL MODULE: ./lib/src/text/canonical.js
var canonical = __webpack_require__(75066);
// EXTERNAL MODULE: ./lib/src/context/compose.js
var compose = __webpack_require__(83370);
// EXTERNAL MODULE: ./lib/src/context/edit.js
var edit = __webpack_require__(11528);
// EXTERNAL MODULE: ./lib/src/context/page.js
var context_page = __webpack_require__(96211);
// EXTERNAL MODULE: ./lib/src/context/placement.js
var placement = __webpack_require__(62233);
// EXTERNAL MODULE: ./lib/src/context/records.js
var records = __webpack_require__(53396);
;// CONCATENATED MODULE: ./lib/src/context/entities.js






const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const machineKeys = ['db', 'dbt'];
function entitiesOf(context) {
    const entities = [];
    for (const connection of context.connections()) {
        const names = new Set([...context.entryNames(connection), ...context.sourceNames(connection)]);
        for (const name of [...names].sort())
            entities.push(...inSource(context, connection, name));
    }
    return [...entities, ...pages(context)];
}
function inSource(context, connection, source) {
    const composed = (0,compose/* composeSource */.C)(context, connection, source);
    if (!composed)
        return [];
    const { entry, file } = composed;
    const id = `${connection}/${source}`;
    const entities = [];
    const add = (kind, name, short, found, at, value, records, machine = false) => {
        const path = found === entry ? ['tables', source, ...at] : at;
        entities.push({
            id: `${kind}:${name}`, short, kind, connection, source, value, file: found.file.path, records, machine,
            // looked up for the one that is asked about; a whole file or entry is shown by its first line
            get lines() { return kind === 'source' ? once(found.file.document, path) : linesOf(found.file.document, path, value); },
        });
    };
    const whole = entry ?? file;
    if (whole)
        add('source', id, source, whole, whole === file ? ['name'] : [], composed.table ?? composed.sql, { '': '' }, whole === entry);
    for (const found of new Set([entry, file])) {
        if (!found)
            continue;
        const isEntry = found === entry;
        described(found.value, [], id, source);
        for (const key of isEntry ? ['columns'] : ['columns', 'column_overrides']) {
            const items = Array.isArray(found.value[key]) ? found.value[key] : [];
            items.forEach((item, index) => {
                const name = isRecord(item) ? item['name'] : undefined;
                if (!isRecord(item) || typeof name !== 'string')
                    return;
                if (key === 'columns')
                    add('column', `${id}.${name}`, `${source}.${name}`, found, [key, index], item['expr'] ?? item['type'], { '': '' }, isEntry);
                described(item, [key, index], `${id}.${name}`, `${source}.${name}`, name);
            });
        }
        function described(holder, at, of, short, column) {
            const inColumn = column === undefined ? '' : `.${column}`;
            for (const [key, text] of Object.entries(isRecord(holder['descriptions']) ? holder['descriptions'] : {})) {
                const machine = machineKeys.includes(key);
                if (found)
                    add('description', `${of}#${key}`, `${short}#${key}`, found, [...at, 'descriptions', key], text, machine ? { '': '' } : { [`description${inColumn}#${key}`]: (0,canonical/* hash12 */.Yq)(text) }, machine);
            }
            for (const field of ['constraints', 'enum_values', 'tests', 'tags', 'freshness']) {
                const value = isRecord(holder[field]) ? holder[field]['dbt'] : undefined;
                if (found && value !== undefined)
                    add('property', `${of}#${field}.dbt`, `${short}#${field}.dbt`, found, [...at, field, 'dbt'], value, { '': '' }, true);
            }
        }
    }
    for (const list of ['measures', 'segments']) {
        const kind = list === 'measures' ? 'measure' : 'segment';
        for (const { value, file: found, index } of composed[list]) {
            const item = found.value[list][index];
            add(kind, `${id}.${value.name}`, `${source}.${value.name}`, found, [list, index], item, { [`${kind}:${value.name}`]: (0,canonical/* hash12 */.Yq)(item) });
        }
    }
    for (const { value, file: found, index } of composed.joins) {
        const item = found.value['joins'][index];
        const formal = isRecord(item) && item['source'] === 'formal';
        add('join', `${id}->${(0,edit/* joinKey */.ID)(value)}`, `${source}->${value.to}`, found, ['joins', index], item, formal ? { '': '' } : { [`join:${(0,edit/* joinKey */.ID)(value)}`]: (0,records/* joinHash */.nt)(value) }, formal);
    }
    const grain = file?.value['grain'];
    if (file && grain !== undefined)
        add('grain', id, `grain ${source}`, file, ['grain'], grain, { grain: (0,canonical/* hash12 */.Yq)(grain) });
    return entities;
}
function pages(context) {
    return context.pages().flatMap((path) => {
        const kind = (0,placement/* contextPath */.VJ)(path);
        const bytes = context.tree.get(path);
        if (kind?.kind !== 'page' || !bytes)
            return [];
        const page = (0,context_page/* readPage */.SP)(bytes);
        const fields = (0,context_page/* fieldsOf */.Pf)(page);
        return [{
                id: `page:${kind.key}`, short: `page ${kind.key}`, kind: 'page', connection: '', source: kind.key, value: fields.summary ?? '', file: path, machine: false,
                lines: { first: 1, last: Buffer.from(bytes).toString('utf8').trimEnd().split('\n').length }, records: Object.fromEntries(context_page/* pageFields */.PO.map((field) => [field, (0,context_page/* fieldHash */.VX)(fields[field])])),
            }];
    });
}
function once(document, path) {
    const line = (document.place(path, { key: true }) ?? document.place(path))?.line ?? 1;
    return { first: line, last: line };
}
/** From where the value starts to the start of the last thing in it. */
function linesOf(document, path, value) {
    const { first } = once(document, path);
    let last = first;
    const visit = (at, part) => {
        last = Math.max(last, document.place(at)?.line ?? first);
        if (Array.isArray(part))
            part.forEach((item, index) => { visit([...at, index], item); });
        else if (isRecord(part))
            for (const [key, item] of Object.entries(part))
                visit([...at, key], item);
    };
    visit(path, value);
    return { first, last };
}

// EXTERNAL MODULE: ./lib/src/context/lock.js + 1 modules
var context_lock = __webpack_require__(16321);
// EXTERNAL MODULE: ./lib/src/ingest/memory.js
var memory = __webpack_require__(77096);
// EXTERNAL MODULE: ./lib/src/project/decisions.js + 2 modules
var decisions = __webpack_require__(43048);
// EXTERNAL MODULE: ./lib/src/project/project.js + 1 modules
var project = __webpack_require__(88533);
// EXTERNAL MODULE: ./lib/src/project/tree.js
var project_tree = __webpack_require__(39630);
// EXTERNAL MODULE: ./lib/src/publish/changes.js
var changes = __webpack_require__(32879);
// EXTERNAL MODULE: ./lib/src/publish/git.js
var git = __webpack_require__(90230);
// EXTERNAL MODULE: ./lib/src/publish/terminal.js
var publish_terminal = __webpack_require__(36456);
// EXTERNAL MODULE: ./lib/src/report.js
var report = __webpack_require__(31502);
// EXTERNAL MODULE: ./lib/src/text/nearest.js
var nearest = __webpack_require__(29318);
// EXTERNAL MODULE: ./lib/src/text/redact.js
var redact = __webpack_require__(39979);
;// CONCATENATED MODULE: ./lib/src/commands/explain/facts.js

function recordsOf(entity, knowledge) {
    const known = knowledge.records(entity.connection, entity.source) ?? {};
    return Object.fromEntries(Object.keys(entity.records).flatMap((key) => (known[key] ? [[key, known[key]]] : [])));
}
function whoseOf(entity, knowledge, decisions) {
    const records = recordsOf(entity, knowledge);
    const [first] = Object.values(records);
    if (decisions.pin(entity.id))
        return { author: 'person', why: 'pinned in ktx.decisions.yaml' };
    if (entity.machine)
        return { author: 'derived', why: 'it follows its source by definition' };
    if (entity.kind === 'source' && first?.by === 'derived' && entity.file.includes('/_schema/'))
        return { author: 'derived', why: 'scanned' };
    if (!knowledge.exists)
        return { author: 'person', why: 'there is no ktx.lock yet, so nothing says otherwise' };
    if (!first)
        return { author: 'person', why: 'ktx.lock has no record of it' };
    const changed = Object.entries(records).filter(([key, { h }]) => entity.records[key] !== '' && entity.records[key] !== h);
    if (changed.length === 0)
        return { author: first.by, why: `as ${first.by === 'derived' ? 'it was derived' : first.by === 'model' ? 'a model wrote it' : 'reconcile left it'}` };
    return { author: 'person', why: `changed since ${first.by === 'derived' ? 'it was derived' : first.by === 'model' ? 'a model wrote it' : 'reconcile left it'}${entity.kind === 'page' ? `: ${changed.map(([key]) => key).join(', ')}` : ''}` };
}
function evidenceOf(entity, knowledge) {
    return [...new Set(Object.values(recordsOf(entity, knowledge)).flatMap(({ ev }) => ev ?? []))].sort(canonical/* byText */.z4);
}
/** The unit whose evidence has the most of the entity's. */
function unitOf(evidence, lock) {
    const shared = (unit) => evidence.filter((id) => Object.hasOwn(unit.evidence, id)).length;
    const ranked = lock.all('unit').map((unit) => ({ unit, shared: shared(unit) })).filter((one) => one.shared > 0);
    return ranked.sort((a, b) => b.shared - a.shared || Number(b.unit.by === 'model') - Number(a.unit.by === 'model') || (0,canonical/* byText */.z4)(a.unit.id, b.unit.id))[0]?.unit;
}
/** `isLocked`: the lock knows the bytes of its file, so that the last run looked at it. */
function verdictOf(entity, lock, isLocked) {
    const open = lock.get('unproved', entity.id) ?? lock.get('unproved', `source:${entity.connection}/${entity.source}`);
    if (open && (open.id === entity.id || ['measure', 'segment', 'join'].includes(entity.kind)))
        return { verdict: 'unproved', why: open.why };
    const dropped = lock.get('dropped', entity.id);
    if (dropped)
        return { verdict: 'dropped', why: dropped.why };
    if (!isLocked)
        return { verdict: 'unknown', why: 'no run has looked at this file as it is now' };
    const isScanned = lock.all('table').some((table) => table.id.startsWith(`${entity.connection}/`));
    const isChecked = ['measure', 'segment', 'join', 'grain', 'source', 'column'].includes(entity.kind) && isScanned;
    return isChecked ? { verdict: 'proved', why: 'read from or run on the warehouse' } : { verdict: 'parsed', why: isScanned ? 'there is nothing to count' : 'no warehouse was read' };
}
function decisionsAbout(entity, evidence, lock, decisions) {
    const said = (by, date, reason) => [reason === undefined ? '' : `: ${reason}`, by === undefined && date === undefined ? '' : ` (${[by, date].filter((one) => one !== undefined).join(', ')})`].join('');
    const found = [];
    const [refusal, pin] = [decisions.refusal(entity.id), decisions.pin(entity.id)];
    if (refusal)
        found.push({ kind: 'refusal', text: `refused as ${refusal.entity}${said(refusal.by, refusal.date, refusal.reason)}` });
    if (pin)
        found.push({ kind: 'pin', text: `stays as it is, by ${pin.entity}${said(pin.by, pin.date, pin.reason)}` });
    const isPage = entity.kind === 'page';
    const about = decisions.about({ sources: isPage ? [] : [{ connection: entity.connection, source: entity.source }], pages: isPage ? [entity.source] : [], evidence });
    for (const text of about.filter((one) => one.startsWith('rule for')))
        found.push({ kind: 'rule', text });
    if (lock.get('gone', entity.id))
        found.push({ kind: 'refusal', text: 'a person deleted it once; it is not written again' });
    for (const record of lock.all('pair')) {
        const text = JSON.stringify(record);
        if (!text.includes(JSON.stringify(entity.id)) && !namesInEdits(record, entity))
            continue;
        const answer = decisions.answer(record.id);
        if (answer)
            found.push({ kind: 'answer', text: `${record.id} is answered with ${answer.option}${said(answer.by, answer.date, answer.reason)}` });
        else if (record['decision'] === 'question')
            found.push({ kind: 'question', text: `open: ${record.id}${messageOf(record)}` });
        else
            found.push({ kind: 'pair', text: pairText(record) });
    }
    return found;
}
function namesInEdits(record, entity) {
    const options = Array.isArray(record['options']) ? record['options'] : [];
    const name = entity.id.slice(entity.id.lastIndexOf('.') + 1);
    return options.some((option) => (Array.isArray(option.edits) ? option.edits : []).some((edit) => edit['kind'] === entity.kind && edit['connection'] === entity.connection && edit['source'] === entity.source && (edit['name'] === undefined || edit['name'] === name)));
}
function messageOf(record) {
    const message = record['asks']?.message;
    return typeof message === 'string' ? `: ${message}` : '';
}
/** A decision of reconcile in words, whatever of its fields is there. */
function pairText(record) {
    const part = (key) => (typeof record[key] === 'string' ? record[key] : Array.isArray(record[key]) ? record[key].filter((one) => typeof one === 'string').join(', ') : '');
    const [decision, kept, lost, by, why] = [part('decision'), part('kept'), part('lost'), part('by'), part('why')];
    return [decision === '' ? 'decided' : decision, kept === '' ? '' : `kept ${kept}`, lost === '' ? '' : `in place of ${lost}`, by === '' ? '' : `by ${by}`].filter((one) => one !== '').join(' ') + (why === '' ? '' : `: ${why}`);
}

// EXTERNAL MODULE: ./lib/src/commands/main.js
var main = __webpack_require__(38736);
;// CONCATENATED MODULE: ./lib/src/commands/explain.js















async function explain(asked, given, terminal) {
    const options = given;
    const loaded = (0,project/* loadProject */.gi)({ cwd: terminal.cwd, environment: terminal.environment, bareDbt: false, ...(options.projectDir === undefined ? {} : { directory: options.projectDir }) });
    const result = loaded.ok ? await explained(loaded.project, asked) : { ok: false, findings: loaded.findings };
    if (!result.ok) {
        if (options.json === true)
            terminal.stdout.write(`${JSON.stringify({ status: 'failed', exitCode: report/* exitCodes */.h.configuration, findings: result.findings }, null, 2)}\n`);
        for (const line of (0,publish_terminal/* renderFindings */.vO)(result.findings, (0,main/* colours */.M)(terminal, terminal.stderr, options.color === false), { perCode: 20 }))
            terminal.stderr.write(`${line}\n`);
        return report/* exitCodes */.h.configuration;
    }
    const { explanation } = result;
    if (options.json === true)
        terminal.stdout.write((0,redact/* redact */.E)(`${JSON.stringify({ schemaVersion: 1, ...explanation }, null, 2)}\n`, []));
    else
        for (const line of render(explanation, (0,main/* colours */.M)(terminal, terminal.stdout, options.color === false)))
            terminal.stdout.write((0,redact/* redact */.E)(`${line}\n`, []));
    return report/* exitCodes */.h.ok;
}
async function explained(project, asked) {
    const { tree } = (0,project_tree/* readProjectTree */.qP)(project.root);
    const read = (0,context_lock/* readLock */.mF)((0,changes/* textOf */.b)(tree, 'ktx.lock'));
    const decided = (0,decisions/* readDecisions */.uY)((0,changes/* textOf */.b)(tree, 'ktx.decisions.yaml'));
    if (!read.ok)
        return { ok: false, findings: [read.finding] };
    if (!decided.ok)
        return { ok: false, findings: decided.findings };
    const context = (0,context_context/* readContext */.yI)(tree, () => undefined);
    const entities = entitiesOf(context);
    const found = named(asked, entities);
    const [entity] = found;
    if (!entity || found.length > 1)
        return { ok: false, findings: [unknown(asked, entities, found, read.lock)] };
    const { lock } = read;
    const knowledge = (0,memory/* knowledgeOf */.a$)(lock);
    const evidence = evidenceOf(entity, knowledge);
    const unit = unitOf(evidence, lock);
    return {
        ok: true,
        explanation: {
            entity: entity.id, kind: entity.kind, value: entity.value, file: entity.file, line: entity.lines.first, whose: whoseOf(entity, knowledge, decided.decisions),
            since: await sinceOf(project.root, entity), evidence: await located(project, evidence),
            unit: unit ? { id: unit.id, outcome: unit.outcome, by: unit.by, model: unit.model ?? null, instructions: unit.instructions ?? null } : null,
            verdict: verdictOf(entity, lock, knowledge.file(entity.file)?.sha === context.sha(entity.file)), decisions: decisionsAbout(entity, evidence, lock, decided.decisions),
        },
    };
}
// ── Which entity ──────────────────────────────────────────────────────────────────────────────────────────────────────
/** By its id, else as people write it: `orders`, `orders.revenue`, `warehouse/orders.revenue`, `page refund-policy`. */
function named(asked, entities) {
    const text = asked.trim();
    const by = (same) => [...new Map(entities.filter(same).map((entity) => [entity.id, entity])).values()];
    const spoken = /^(source|column|description|property|measure|segment|join|grain|page)[: ]\s*(.+)$/s.exec(text);
    const wanted = spoken ? { kind: spoken[1], text: spoken[2] ?? '' } : { kind: undefined, text };
    const isKind = (entity) => wanted.kind === undefined || entity.kind === wanted.kind;
    const nameOf = (entity) => entity.id.slice(entity.kind.length + 1);
    const shortOf = (entity) => (entity.kind === 'page' || entity.kind === 'grain' ? entity.source : entity.short);
    const tries = [
        (entity) => entity.id === text,
        (entity) => isKind(entity) && nameOf(entity) === wanted.text,
        (entity) => isKind(entity) && shortOf(entity) === wanted.text && (wanted.kind !== undefined || (entity.kind !== 'page' && entity.kind !== 'grain')),
        (entity) => isKind(entity) && (shortOf(entity).toLowerCase() === wanted.text.toLowerCase() || nameOf(entity).replace(/\[.*$/s, '') === wanted.text),
    ];
    return tries.map(by).find((found) => found.length > 0) ?? [];
}
function unknown(asked, entities, found, lock) {
    const base = { severity: 'error', code: 'entity-unknown' };
    if (found.length > 1)
        return { ...base, message: `${asked} is several: ${found.map((entity) => entity.id).join(', ')}`, fix: 'name one of them' };
    const gone = lock.get('gone', asked) ? 'a person deleted it, and it stays away' : undefined;
    const dropped = lock.get('dropped', asked)?.why;
    if (gone ?? dropped)
        return { ...base, message: `there is no ${asked} in the context: ${gone ?? `it was checked and dropped: ${dropped ?? ''}`}`, fix: 'its line in ktx.lock keeps it away' };
    const names = [...new Set(entities.flatMap((entity) => [entity.id, entity.short]))];
    const near = [];
    for (let left = names; near.length < 3;) {
        const next = (0,nearest/* nearest */.p)(asked, left);
        if (next === undefined)
            break;
        near.push(next);
        left = left.filter((one) => one !== next);
    }
    return { ...base, message: `there is no ${asked} in the context`, fix: near.length > 0 ? `did you mean ${near.join(', ')}?` : 'write an id such as measure:warehouse/orders.revenue, or orders.revenue' };
}
// ── Where it comes from ───────────────────────────────────────────────────────────────────────────────────────────────
/** The newest commit among its lines; what was not committed yet has none. */
async function sinceOf(root, { file, lines }) {
    const blamed = await (0,git/* git */.$Y)(root, ['blame', '--porcelain', '-L', `${lines.first},${lines.last}`, '--', file]);
    if (blamed === null)
        return null;
    const commits = new Map();
    let current = '';
    for (const line of blamed.split('\n')) {
        const hash = /^([0-9a-f]{40,64}) \d+ \d+/.exec(line)?.[1];
        if (hash !== undefined)
            current = hash;
        const facts = commits.get(current) ?? { author: '', time: 0, subject: '' };
        if (line.startsWith('author '))
            commits.set(current, { ...facts, author: line.slice('author '.length) });
        else if (line.startsWith('author-time '))
            commits.set(current, { ...facts, time: Number(line.slice('author-time '.length)) });
        else if (line.startsWith('summary '))
            commits.set(current, { ...facts, subject: line.slice('summary '.length) });
    }
    const [newest] = [...commits].sort(([, a], [, b]) => b.time - a.time);
    // git names lines that are not committed with zeros
    if (!newest || [...commits.keys()].some((hash) => /^0+$/.test(hash)))
        return null;
    const [commit, { author, time, subject }] = newest;
    return { commit, author, date: new Date(time * 1000).toISOString().slice(0, 10), subject };
}
/** Evidence with its file and line, where it can be read without a warehouse. */
async function located(project, ids) {
    if (!ids.some((id) => id.startsWith('dbt:') || id.startsWith('document:')))
        return ids.map((id) => ({ id }));
    const { gather } = await __webpack_require__.e(/* import() */ 802).then(__webpack_require__.bind(__webpack_require__, 40802));
    const { confinedReader } = await __webpack_require__.e(/* import() */ 2229).then(__webpack_require__.bind(__webpack_require__, 22229));
    const { locate } = await __webpack_require__.e(/* import() */ 4594).then(__webpack_require__.bind(__webpack_require__, 34594));
    const only = { ...project, connections: project.connections.filter((connection) => connection.driver === 'dbt') };
    const world = await gather({ project: only, addresses: new Map(), documentGlobs: project.settings.documents, now: () => 0, remembered: () => undefined, profiles: false });
    const byId = new Map([...world.dbt, ...world.documents].map((one) => [one.id, one.origin]));
    const reader = confinedReader(project.root);
    return Promise.all(ids.map(async (id) => {
        const origin = byId.get(id);
        const place = origin && (await locate(reader, origin));
        return place ? { id, file: place.file, line: place.line } : { id };
    }));
}
// ── In words ──────────────────────────────────────────────────────────────────────────────────────────────────────────
const longestValue = 240;
/** The value as it is read: an expression with its conditions, the condition of a join, a text. */
function valueText({ kind, value }) {
    if (typeof value === 'string')
        return value;
    const part = (key) => {
        const found = value?.[key];
        return typeof found === 'string' ? found : Array.isArray(found) ? found.join(', ') : '';
    };
    if (kind === 'join')
        return `${part('on')}, ${part('relationship')}`;
    if (kind !== 'measure' && kind !== 'segment')
        return Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
    return [part('expr'), part('filter') === '' ? '' : `where ${part('filter')}`, part('segments') === '' ? '' : `in ${part('segments')}`].filter((text) => text !== '').join(' ');
}
function render(one, colour) {
    const row = (label, text, place = '') => `${label.padEnd(9)} ${(0,publish_terminal/* plain */.pj)(text)}${place === '' ? '' : colour.dim(`  ${(0,publish_terminal/* plain */.pj)(place)}`)}`;
    const value = valueText(one).replaceAll(/\s+/g, ' ');
    const { since, unit, whose } = one;
    const owner = { person: 'a person’s', derived: 'derived', model: 'a model’s', reconcile: 'reconcile’s' }[whose.author];
    const made = unit && [unit.by === 'model' ? `by ${unit.model ?? 'a model'}` : 'derived', unit.instructions === null ? '' : `instructions ${unit.instructions}`].filter((part) => part !== '').join(', ');
    return [
        colour.bold((0,publish_terminal/* plain */.pj)(one.entity)),
        row('value', value.length > longestValue ? `${value.slice(0, longestValue)}…` : value, `${one.file}:${one.line}`),
        row('whose', `${owner}: ${whose.why}`),
        ...(since ? [row('since', `${since.commit.slice(0, 9)} ${since.date} ${since.author}: ${since.subject}`)] : [row('since', 'not in git')]),
        ...one.evidence.map(({ id, file, line }, i) => row(i === 0 ? 'rests on' : '', id, file === undefined ? '' : `${file}:${line ?? 1}`)),
        ...(unit ? [row('unit', `${unit.id} ${unit.outcome}, ${made ?? ''}`)] : []),
        row('verdict', `${one.verdict.verdict}: ${one.verdict.why}`),
        ...one.decisions.map(({ kind, text }, i) => row(i === 0 ? 'decided' : '', `${kind}: ${text}`)),
    ];
}


/***/ }),

/***/ 90230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   An: () => (/* binding */ readTreeAt),
/* harmony export */   D3: () => (/* binding */ commitOf),
/* harmony export */   Uw: () => (/* binding */ readGitBase),
/* harmony export */   nl: () => (/* binding */ readFilesAt)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


const contextPaths = ['semantic-layer', 'wiki', 'ktx.lock', 'ktx.decisions.yaml'];
const gitEnvironment = () => ({ PATH: process.env['PATH'], HOME: process.env['HOME'], LC_ALL: 'C', GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' });
/** Output of a git command, or null where it fails. The environment names no configuration of the user's. */
function git(root, args) {
    return new Promise((resolve) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', ['-c', `safe.directory=${root}`, '-c', 'core.quotePath=false', ...args], {
            cwd: root, maxBuffer: 256 * 1024 * 1024, timeout: 60_000,
            env: gitEnvironment(),
        }, (error, stdout) => { resolve(error ? null : stdout); });
    });
}
async function readGitBase(root) {
    const top = await git(root, ['rev-parse', '--show-toplevel', '--show-prefix']);
    if (top === null)
        return { commit: null, dirty: false, prefix: '' };
    const [, prefix = ''] = top.split('\n');
    const commit = (await git(root, ['rev-parse', '--verify', '--quiet', 'HEAD']))?.trim() ?? null;
    const status = await git(root, ['status', '--porcelain', '--', ...contextPaths]);
    return { commit: commit === '' ? null : commit, dirty: (status ?? '').trim() !== '', prefix };
}
/** The commit that a ref names; null where this clone has none. */
async function commitOf(root, ref) {
    const commit = (await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]))?.trim();
    return commit ? commit : null;
}
/** The context's files at a commit, by path relative to the project; null where the ref does not exist. */
async function readTreeAt(root, ref) {
    const commit = await commitOf(root, ref);
    if (commit === null)
        return null;
    const prefix = ((await git(root, ['rev-parse', '--show-prefix'])) ?? '').trim();
    const files = await readFilesAt(root, commit, contextPaths, () => true);
    return new Map([...files].map(([path, bytes]) => [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(prefix === '' ? '.' : prefix, path), bytes]));
}
/**
 * Regular files at a commit, by path relative to the repository. `paths` are relative to `root`; `wanted` is asked for
 * each path. One process reads them all, and the working tree is not looked at.
 */
async function readFilesAt(root, commit, paths, wanted) {
    const list = await git(root, ['ls-tree', '-r', '-z', '--full-name', commit, '--', ...paths]);
    const entries = (list ?? '').split('\0').flatMap((entry) => {
        const [, object, path] = /^100(?:644|755) blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
        return object !== undefined && path !== undefined && wanted(path) ? [{ object, path }] : [];
    });
    const blobs = await readBlobs(root, entries.map(({ object }) => object));
    return new Map(entries.flatMap(({ path }, i) => (blobs[i] ? [[path, blobs[i]]] : [])));
}
/** The bytes of objects in the order in which they were asked for; fewer where git ends early. */
function readBlobs(root, objects) {
    if (objects.length === 0)
        return Promise.resolve([]);
    return new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', ['-c', `safe.directory=${root}`, 'cat-file', '--batch'], { cwd: root, env: gitEnvironment(), encoding: 'buffer', maxBuffer: 1024 * 1024 * 1024, timeout: 60_000 }, (_, stdout) => {
            const blobs = [];
            for (let at = 0; at < stdout.length;) {
                const line = stdout.indexOf(10, at);
                const size = Number(/ blob (\d+)$/.exec(stdout.toString('latin1', at, line))?.[1]);
                if (line < 0 || Number.isNaN(size))
                    break;
                blobs.push(stdout.subarray(line + 1, line + 1 + size));
                at = line + size + 2;
            }
            resolve(blobs);
        });
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(objects.map((object) => `${object}\n`).join(''));
    });
}


/***/ }),

/***/ 29318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** Edit distance between two short words (insert, delete, replace, swap of neighbours count one each). */
function distance(a, b) {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                best = Math.min(best, (before[j - 2] ?? 0) + 1);
            row.push(best);
        }
        before = last;
        last = row;
    }
    return last[b.length] ?? 0;
}
/** The candidate that the word most likely meant: at most two fifths of its letters differ, case ignored; else undefined. */
function nearest(word, candidates) {
    if (word.length > 80)
        return undefined;
    const plain = (text) => text.toLowerCase().replace(/[-_\s]/g, '');
    const ranked = candidates
        .map((candidate) => ({ candidate, cost: distance(plain(word), plain(candidate)) }))
        .sort((a, b) => a.cost - b.cost || (a.candidate < b.candidate ? -1 : 1));
    const best = ranked[0];
    return best && best.cost <= Math.max(1, Math.round(word.length * 0.4)) ? best.candidate : undefined;
}


/***/ }),

/***/ 39979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ redact),
/* harmony export */   r: () => (/* binding */ redactKnown),
/* harmony export */   redactFindings: () => (/* binding */ redactFindings)
/* harmony export */ });
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59573);

/** A shorter value is a word like any other: replacing it would shred the text and hide nothing. */
const shortestSecret = 4;
/** A piece of base64 that is shorter than this turns up by chance. */
const shortestPiece = 8;
/**
 * The text with every credential in it replaced by `[redacted <kind>]`: what findSecrets and the rules find, and every known
 * value of at least four characters, as it is, line by line, in base64 (also inside a longer base64 text), URL-encoded, and
 * escaped for JSON or HTML.
 */
function redact(text, known, rules) {
    return replaceAll(text, known, [...(0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .findSecrets */ .d)(text), ...(rules?.find(text) ?? [])]);
}
/** Findings quote what sources and people wrote: no credential reaches a log, an annotation or a report through them. */
function redactFindings(findings, known) {
    return findings.map((finding) => ({
        ...finding, message: redact(finding.message, known), fix: redact(finding.fix, known),
        ...(finding.question ? { question: { ...finding.question, options: finding.question.options.map((option) => ({ ...option, label: redact(option.label, known), consequence: redact(option.consequence, known) })) } } : {}),
    }));
}
/** Only the known values: for a patch, whose untouched lines must stay what they are in the repository. */
function redactKnown(text, known) {
    return known.length === 0 ? text : replaceAll(text, known, []);
}
function replaceAll(text, known, shapes) {
    const needles = needlesOf(known);
    const places = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutOverlaps */ .R)([...occurrences(text, needles), ...shapes]);
    // A secret can be a part of the marker itself.
    const marker = (kind) => [`[redacted ${kind}]`, '[***]'].find((mark) => !needles.some((needle) => mark.includes(needle))) ?? '';
    let result = '';
    let at = 0;
    for (const { start, end, kind } of places) {
        result += text.slice(at, start) + marker(kind);
        at = end;
    }
    return result + text.slice(at);
}
/** A run asks thousands of times with one list. */
const needlesOfList = new WeakMap();
function needlesOf(known) {
    const of = known.join('\u0000');
    const before = needlesOfList.get(known);
    // a list can grow
    if (before?.of === of)
        return before.needles;
    const needles = [...new Set(known.flatMap((value) => [value, value.trim(), ...value.split(/\r\n|\r|\n/).map((line) => line.trim())]))]
        .filter((value) => value.length >= shortestSecret)
        .flatMap(forms);
    needlesOfList.set(known, { of, needles });
    return needles;
}
function occurrences(text, needles) {
    const found = [];
    for (const needle of needles) {
        // Overlapping ones too: of `ababa` nothing of a secret `aba` may stay.
        for (let start = text.indexOf(needle); start >= 0; start = text.indexOf(needle, start + 1)) {
            found.push({ start, end: start + needle.length, kind: 'secret' });
        }
    }
    return found;
}
function forms(value) {
    const json = JSON.stringify(value).slice(1, -1);
    const url = encodeURIComponent(value.toWellFormed());
    const strict = url.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
    const encoded = [url, encodeURI(value.toWellFormed()), strict, url.replaceAll('%20', '+'), strict.replaceAll('%20', '+'), new URLSearchParams({ v: value }).toString().slice(2)];
    const all = [
        value,
        json,
        json.replaceAll('/', '\\/'),
        json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
        html(value),
        html(json),
        ...encoded,
        ...encoded.map((text) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())),
        ...base64Forms(value),
    ];
    return [...new Set(all)].filter((form) => form.length >= shortestSecret);
}
/** As on our HTML pages, where control characters are dropped. */
// eslint-disable-next-line no-control-regex
const html = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
/**
 * Whole, with and without padding, in both alphabets; and what the value leaves in the base64 of a longer text (`user:` and
 * the value in Basic authorization), which depends on where it starts modulo three bytes.
 */
function base64Forms(value) {
    const bytes = Buffer.from(value);
    const whole = bytes.toString('base64');
    const pieces = [0, 1, 2].map((shift) => {
        const padded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
        return padded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
    });
    const forms = [whole, whole.replace(/=+$/, ''), ...pieces.filter((piece) => piece.length >= shortestPiece)];
    return [...forms, ...forms.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))];
}


/***/ }),

/***/ 59573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ withoutOverlaps),
/* harmony export */   d: () => (/* binding */ findSecrets)
/* harmony export */ });
/** Token shapes as their issuers publish them, mostly for secret scanning. Nothing word-like may stand before one. */
const shapes = [
    { kind: 'github-token', pattern: /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255})/g },
    { kind: 'gitlab-token', pattern: /(?<![A-Za-z0-9])gl(?:pat|dt|rt|ptt|ft|soat|agent|cbt|imt|oas)-[A-Za-z0-9_-]{20,255}/g },
    { kind: 'slack-token', pattern: /(?<![A-Za-z0-9])(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,255}/g },
    { kind: 'slack-webhook', pattern: /hooks\.slack\.com\/(?:services|workflows)\/[A-Za-z0-9/_-]{20,255}/g },
    { kind: 'aws-key', pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/g },
    { kind: 'google-key', pattern: /(?<![A-Za-z0-9])(?:AIza[0-9A-Za-z_-]{35}|GOCSPX-[0-9A-Za-z_-]{20,60}|ya29\.[0-9A-Za-z_-]{20,1024})/g },
    { kind: 'stripe-key', pattern: /(?<![A-Za-z0-9])(?:[sr]k_(?:live|test)_[A-Za-z0-9]{16,255}|whsec_[A-Za-z0-9+/=]{24,255})/g },
    { kind: 'llm-key', pattern: /(?<![A-Za-z0-9])sk-(?=[A-Za-z0-9_-]{0,255}[0-9A-Z])[A-Za-z0-9_-]{20,255}/g },
    { kind: 'npm-token', pattern: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36,255}/g },
    { kind: 'pypi-token', pattern: /(?<![A-Za-z0-9])pypi-[A-Za-z0-9_-]{50,1024}/g },
    { kind: 'dbt-token', pattern: /(?<![A-Za-z0-9])dbt[cu]_[A-Za-z0-9_=-]{20,255}/g },
    { kind: 'databricks-token', pattern: /(?<![A-Za-z0-9])dapi[0-9a-f]{32}(?:-\d)?(?![A-Za-z0-9])/g },
    { kind: 'notion-token', pattern: /(?<![A-Za-z0-9])(?:ntn_|secret_)(?=[A-Za-z0-9]{0,60}[0-9])[A-Za-z0-9]{40,60}/g },
    { kind: 'hugging-face-token', pattern: /(?<![A-Za-z0-9])hf_[A-Za-z0-9]{30,255}/g },
    { kind: 'sendgrid-key', pattern: /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,64}/g },
    { kind: 'jwt', pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,4096}\.eyJ[A-Za-z0-9_-]{4,4096}\.[A-Za-z0-9_-]{0,4096}/g },
    {
        kind: 'password',
        pattern: /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@"'<>]{0,200}:(?<secret>[^\s/@"'<>]{1,200})@/gi,
        accept: (secret) => !isPlaceholder(secret),
    },
    {
        kind: 'authorization',
        pattern: /authorization["']?\s{0,5}[:=]\s{0,5}["']?(?:(?:bearer|basic|token|digest|apikey)\s{1,5})?(?<secret>[A-Za-z0-9._~+/=:-]{8,4096})/gi,
        accept: (secret) => !isPlaceholder(secret) && (hasTwoClasses(secret) || /[a-z][A-Z]/.test(secret)),
    },
    {
        kind: 'authorization',
        pattern: /(?<![A-Za-z0-9])bearer\s{1,5}(?<secret>[A-Za-z0-9._~+/=-]{20,4096})/gi,
        accept: (secret) => /\d/.test(secret) && hasTwoClasses(secret),
    },
    {
        kind: 'password',
        pattern: /(?:passw(?:or)?d|passphrase|pwd|secret|credential)["']?\s{0,5}(?::=|=>|[:=])\s{0,5}(?<quote>["']?)(?<secret>[^\s"'`,;<>]{6,500})/gi,
        accept: (secret, quoted) => !isPlaceholder(secret) && (quoted ? !plainWords.has(secret.toLowerCase()) : hasTwoClasses(secret)),
    },
    {
        kind: 'api-key',
        pattern: /(?:api[_-]?key|access[_-]?key(?:[_-]?id)?|secret[_-]?(?:access[_-]?)?key|private[_-]?key|account[_-]?key|client[_-]?secret|token|secret)["']?\s{0,5}(?::=|=>|[:=])\s{0,5}["']?(?<secret>[^\s"'`,;<>]{12,500})/gi,
        accept: (secret) => !isPlaceholder(secret) && /\d/.test(secret) && hasTwoClasses(secret),
    },
];
/** What stands where a secret would, without being one: references, templates, masks, calls, types. */
function isPlaceholder(value) {
    return (/^(?:env|file|vault|secretsmanager|op):/i.test(value) ||
        /^(?:\$|%|\{\{|\{|\[redacted|process\.env|os\.environ|secrets\.|vars\.|var\.)/i.test(value) ||
        /^(?:[*x.•-]{3,}|\.{3}|…)$/i.test(value) ||
        /^[A-Za-z_][\w.]{0,60}\(/.test(value) ||
        /^(?:your|my|the|some|example|changeme|password|secret|token|pass|user(?:name)?)(?:[_-]?(?:password|secret|token|key|here|pass))?$/i.test(value));
}
const plainWords = new Set('string text varchar number integer boolean required optional missing unknown hidden masked encrypted hashed redacted column default sensitive'.split(' '));
function hasTwoClasses(value) {
    return [/[A-Za-z]/, /\d/, /[^\w\s]/].filter((kind) => kind.test(value)).length >= 2;
}
/**
 * Everything in a text that looks like a credential, in order, without overlaps. It errs towards finding: what it finds is
 * not published. Hashes in hex, UUIDs and ids in one case are left alone. Time is linear in the length of the text.
 * Synchronous and with nothing to load, because every line of a log and every file is redacted by it; what is published is also
 * looked at with `loadSecretRules`.
 */
function findSecrets(text) {
    const found = [...privateKeys(text), ...shapes.flatMap((shape) => matches(text, shape)), ...randomStrings(text)];
    return withoutOverlaps(found);
}
/** In order; where two overlap, the one that starts first grows to cover both. */
function withoutOverlaps(found) {
    const merged = [];
    for (const secret of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
        const last = merged.at(-1);
        if (last !== undefined && secret.start < last.end)
            merged[merged.length - 1] = { ...last, end: Math.max(last.end, secret.end) };
        else
            merged.push(secret);
    }
    return merged;
}
function matches(text, { kind, pattern, accept }) {
    const found = [];
    for (const match of text.matchAll(pattern)) {
        const whole = match[0];
        const secret = match.groups?.['secret'] ?? whole;
        if (accept !== undefined && !accept(secret, (match.groups?.['quote'] ?? '') !== ''))
            continue;
        const start = match.index + whole.lastIndexOf(secret);
        found.push({ start, end: start + secret.length, kind });
    }
    return found;
}
/** From BEGIN to END; without an END to the end of the text. Also in JSON, where line breaks are `\n`. */
function privateKeys(text) {
    const found = [];
    for (const { index } of text.matchAll(/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g)) {
        if (index < (found.at(-1)?.end ?? 0))
            continue;
        const end = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
        end.lastIndex = index;
        const close = end.exec(text);
        found.push({ start: index, end: close === null ? text.length : close.index + close[0].length, kind: 'private-key' });
    }
    return found;
}
/** At least 32 characters that change between small, capital and digit as chance does and words do not. */
function randomStrings(text) {
    const found = [];
    for (const { index, 0: run } of text.matchAll(/[A-Za-z0-9+/=_-]{32,}/g)) {
        if (/^(?:sha(?:1|256|384|512)-|[0-9a-f]+$)/i.test(run) || !looksRandom(run))
            continue;
        found.push({ start: index, end: index + run.length, kind: 'random-string' });
    }
    return found;
}
const minChangesPerCharacter = 0.42;
const minBitsPerCharacter = 3.8;
function looksRandom(run) {
    if (!/[a-z]/.test(run) || !/[A-Z]/.test(run) || (run.match(/\d/g)?.length ?? 0) < 2)
        return false;
    const counts = new Map();
    let changes = 0;
    let previous = '';
    for (const character of run) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
        const kind = /[a-z]/.test(character) ? 'small' : /[A-Z]/.test(character) ? 'capital' : /\d/.test(character) ? 'digit' : previous;
        if (kind !== previous && previous !== '')
            changes += 1;
        previous = kind;
    }
    let bits = 0;
    for (const count of counts.values())
        bits -= (count / run.length) * Math.log2(count / run.length);
    return changes / run.length >= minChangesPerCharacter && bits >= minBitsPerCharacter;
}


/***/ })

};
