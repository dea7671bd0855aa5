export const id = 228;
export const ids = [228,854,303,802,355];
export const modules = {

/***/ 42228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ingest: () => (/* binding */ ingest),
  runIngest: () => (/* binding */ runIngest)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/finding.js
var finding = __webpack_require__(93391);
// EXTERNAL MODULE: ./lib/src/project/project.js + 3 modules
var project_project = __webpack_require__(51067);
// EXTERNAL MODULE: ./lib/src/publish/terminal.js
var publish_terminal = __webpack_require__(36456);
// EXTERNAL MODULE: ./lib/src/report.js
var src_report = __webpack_require__(31502);
// EXTERNAL MODULE: ./lib/src/text/canonical.js
var canonical = __webpack_require__(75066);
;// CONCATENATED MODULE: ./lib/src/text/yaml-draft.js
/**
 * The value that edits lead to, one after the other. Only the containers on their paths are copies: whatever is
 * identical to a part of the old value is untouched.
 */
class Draft {
    #root;
    #owned = new Set();
    #origins = new WeakMap();
    #sorted = new WeakMap();
    constructor(root) {
        this.#root = root;
    }
    get value() {
        return this.#root;
    }
    /** For the items of a changed sequence their old indexes, undefined for new ones; undefined for a new sequence. */
    origins(items) {
        return this.#origins.get(items);
    }
    /** Whether this new key is to stand in key order. */
    isSorted(map, key) {
        return this.#sorted.get(map)?.has(key) === true;
    }
    /** Applies an edit; returns why it does not fit the value, in which case nothing has changed. */
    apply(edit) {
        const value = edit.value === undefined ? undefined : this.#adopt(edit.value);
        const misfit = this.#misfit(edit.path, value);
        if (misfit !== undefined)
            return misfit;
        if (value === undefined)
            this.#remove(edit.path);
        else
            this.#set(edit.path, value, edit.sorted === true);
        return undefined;
    }
    #misfit(path, value) {
        let current = this.#root;
        for (const [position, step] of path.entries()) {
            if (current === null || current === undefined)
                current = undefined;
            else if (Array.isArray(current)) {
                if (typeof step === 'string')
                    return `${describe(path, position)} is a list, which has no key "${step}"`;
                if (typeof step === 'number' && value !== undefined && (step < 0 || step > current.length)) {
                    return `${describe(path, position)} has ${current.length} items, so there is no place ${step}`;
                }
            }
            else if (typeof current === 'object') {
                if (typeof step === 'object')
                    return `${describe(path, position)} is a map, not a list`;
            }
            else if (value !== undefined)
                return `${describe(path, position)} is a single value`;
            else
                return undefined;
            if (typeof step === 'object' && position === path.length - 1 && value !== undefined && !isPlainMap(value)) {
                return `an item of ${describe(path, position)} must be a map`;
            }
            if (current === undefined && typeof step === 'number' && step !== 0 && value !== undefined) {
                return `${describe(path, position)} is empty, so there is no place ${step}`;
            }
            current = current === undefined ? undefined : child(current, step);
            // A named item that is missing is made as a map of that name.
            if (current === undefined && typeof step === 'object')
                current = step;
        }
        return undefined;
    }
    #set(path, value, sorted) {
        const last = path.at(-1);
        if (last === undefined) {
            this.#root = value;
            return;
        }
        this.#root = this.#container(this.#root, path[0]);
        let current = this.#root;
        for (const [position, step] of path.slice(0, -1).entries()) {
            const present = child(current, step);
            const missing = typeof step === 'object' && present === undefined;
            const next = missing ? this.#adopt(step) : this.#container(present, path[position + 1]);
            this.#put(current, step, next, sorted);
            current = next;
        }
        const item = typeof last === 'object' ? { ...last, ...value } : value;
        if (item !== value)
            this.#owned.add(item);
        this.#put(current, last, item, sorted);
    }
    #put(container, step, value, sorted) {
        if (!Array.isArray(container)) {
            const key = String(step);
            if (sorted && !Object.hasOwn(container, key)) {
                const keys = this.#sorted.get(container) ?? new Set();
                this.#sorted.set(container, keys.add(key));
            }
            // Assigning would call the setter of a key named __proto__.
            Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });
            return;
        }
        const items = container;
        const index = typeof step === 'number' ? step : indexOf(items, step);
        if (index !== -1 && index < items.length) {
            items[index] = value;
            return;
        }
        items.push(value);
        this.#origins.get(items)?.push(undefined);
    }
    #remove(path) {
        const last = path.at(-1);
        if (last === undefined) {
            this.#root = null;
            return;
        }
        let current = this.#root;
        for (const step of path) {
            if (current === null || typeof current !== 'object')
                return;
            current = child(current, step);
        }
        if (current === undefined)
            return;
        this.#root = this.#container(this.#root, path[0]);
        let container = this.#root;
        for (const [position, step] of path.slice(0, -1).entries()) {
            const next = this.#container(child(container, step), path[position + 1]);
            this.#put(container, step, next, false);
            container = next;
        }
        if (!Array.isArray(container)) {
            delete container[String(last)];
            return;
        }
        const index = typeof last === 'number' ? last : indexOf(container, last);
        container.splice(index, 1);
        this.#origins.get(container)?.splice(index, 1);
    }
    /** A container that may be changed: the given one if it is ours, a copy of it, or a new one that the step fits. */
    #container(current, step) {
        if (current === null || typeof current !== 'object') {
            const created = typeof step === 'string' ? {} : [];
            this.#owned.add(created);
            return created;
        }
        if (this.#owned.has(current))
            return current;
        const copy = Array.isArray(current) ? [...current] : { ...current };
        this.#owned.add(copy);
        if (Array.isArray(copy))
            this.#origins.set(copy, [...copy.keys()]);
        return copy;
    }
    /** A deep copy, so that later edits may change it and the caller's value stays. */
    #adopt(value) {
        if (value === null || typeof value !== 'object')
            return value;
        const copy = Array.isArray(value)
            ? value.map((item) => this.#adopt(item))
            : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#adopt(item)]));
        this.#owned.add(copy);
        return copy;
    }
}
/** Whether two plain values are the same, whatever the order of their keys. */
function sameValue(a, b) {
    if (a === b)
        return true;
    if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object')
        return Object.is(a, b);
    if (Array.isArray(a) || Array.isArray(b)) {
        if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length)
            return false;
        return a.every((item, index) => sameValue(item, b[index]));
    }
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length)
        return false;
    return keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]));
}
function isPlainMap(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value);
}
function child(container, step) {
    if (!Array.isArray(container)) {
        const key = String(step);
        return Object.hasOwn(container, key) ? container[key] : undefined;
    }
    if (typeof step === 'string')
        return undefined;
    return container[typeof step === 'number' ? step : indexOf(container, step)];
}
/** The first item that is a map with these scalars, or -1. */
function indexOf(items, wanted) {
    const entries = Object.entries(wanted);
    return items.findIndex((item) => isPlainMap(item) &&
        entries.every(([key, value]) => {
            const actual = Object.hasOwn(item, key) ? item[key] : undefined;
            return actual !== null && actual !== undefined && typeof actual !== 'object' && String(actual) === value;
        }));
}
function describe(path, length) {
    if (length === 0)
        return 'the file';
    return path
        .slice(0, length)
        .map((step) => (typeof step === 'object' ? Object.values(step).join(' ') : String(step)))
        .join('.');
}

// EXTERNAL MODULE: ./lib/src/text/yaml-parse.js
var yaml_parse = __webpack_require__(10467);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./lib/src/text/yaml-emit.js
var yaml_emit = __webpack_require__(54213);
;// CONCATENATED MODULE: ./lib/src/text/yaml-source.js

/** Lines and line endings of a text; every offset counts UTF-16 code units. */
class Source {
    text;
    /** What the file's lines end with, for the most part. */
    newline;
    constructor(text) {
        this.text = text;
        const windows = text.split('\r\n').length - 1;
        this.newline = windows * 2 > text.split('\n').length - 1 ? '\r\n' : '\n';
    }
    lineStart(offset) {
        return offset === 0 ? 0 : this.text.lastIndexOf('\n', offset - 1) + 1;
    }
    /** The start of the next line, or the end of the text. */
    nextLine(offset) {
        const newline = this.text.indexOf('\n', offset);
        return newline === -1 ? this.text.length : newline + 1;
    }
    column(offset) {
        return offset - this.lineStart(offset);
    }
    /** Whether only spaces stand before it on its line. */
    startsLine(offset) {
        return /^ *$/.test(this.text.slice(this.lineStart(offset), offset));
    }
    /** Whole lines at an indentation; empty lines stay empty. */
    lines(lines, indent) {
        return lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line) + this.newline).join('');
    }
}
/** Nodes that are parsed with their tokens always have them, except empty ones. */
function tokenOf(node) {
    return node?.srcToken;
}
function isBlockCollection(node) {
    const type = tokenOf(node)?.type;
    return type === 'block-map' || type === 'block-seq';
}
function entriesOf(map) {
    return map.items;
}
function itemsOf(seq) {
    return seq.items;
}
function entryToken(entry) {
    return entry.srcToken;
}
/** The tokens of the items of a sequence, in the order of its nodes. */
function itemTokens(seq) {
    const token = tokenOf(seq);
    if (token?.type === 'block-seq') {
        return token.items.filter((item) => item.start.some(({ type }) => type === 'seq-item-ind'));
    }
    if (token?.type !== 'flow-collection')
        return [];
    // What stands behind a last comma is an item without anything to the parser.
    return token.items.filter(({ start, sep, value }) => sep !== undefined || value !== undefined || start.some(isMeaning));
}
/** Anchors and tags among tokens. */
function properties(tokens) {
    return tokens.filter(({ type }) => type === 'anchor' || type === 'tag');
}
function isMeaning({ type }) {
    return type === 'anchor' || type === 'tag' || type === 'explicit-key-ind' || type === 'seq-item-ind';
}
/** Where an item or entry starts: at its dash, question mark, anchor, tag, key or value. */
function itemStart(item) {
    const first = item.start.find(isMeaning) ?? item.key ?? item.sep?.[0] ?? item.value;
    return first?.offset ?? 0;
}
function tokenEnd(token) {
    return token.offset + token.source.length;
}
/** The end of the last character of a node that is more than a comment, space or line break. */
function contentEnd(node, source) {
    if (node?.range == null)
        return undefined;
    const [start, end] = node.range;
    const last = isBlockCollection(node) ? lastItemEnd(node, source) : undefined;
    if (last !== undefined)
        return last;
    if (start === end)
        return undefined;
    if (tokenOf(node)?.type !== 'block-scalar')
        return end;
    return source.text[end - 1] === '\n' ? end - 1 : end;
}
function lastItemEnd(node, source) {
    if ((0,dist/* isMap */.jh)(node)) {
        const entry = entriesOf(node).at(-1);
        return entry && entryEnd(entry, source);
    }
    if (!(0,dist/* isSeq */.oP)(node))
        return undefined;
    const token = itemTokens(node).at(-1);
    return token && itemEnd(token, itemsOf(node).at(-1) ?? null, source);
}
function entryEnd(entry, source) {
    const token = entryToken(entry);
    const value = contentEnd(entry.value, source);
    if (value !== undefined)
        return value;
    const tokens = [...properties(token?.sep ?? []), ...(token?.sep ?? []).filter(({ type }) => type === 'map-value-ind')];
    return Math.max(entry.key.range?.[1] ?? 0, ...tokens.map(tokenEnd));
}
function itemEnd(token, node, source) {
    return contentEnd(node, source) ?? Math.max(0, ...token.start.filter(isMeaning).map(tokenEnd));
}
/** The style of a block map's own children where it has any, else the one that it is in. */
function styleWithin(node, source, outer) {
    if (!(0,dist/* isMap */.jh)(node) || !isBlockCollection(node))
        return outer;
    let { step, indentedSequences } = outer;
    let [knowsStep, knowsSequences] = [false, false];
    for (const entry of entriesOf(node)) {
        const start = entry.value?.range?.[0];
        const token = entryToken(entry);
        if (start === undefined || token === undefined || !isBlockCollection(entry.value))
            continue;
        const offset = source.column(start) - source.column(itemStart(token));
        if ((0,dist/* isSeq */.oP)(entry.value) && !knowsSequences)
            [indentedSequences, knowsSequences] = [offset > 0, true];
        if (offset > 0 && !knowsStep)
            [step, knowsStep] = [offset, true];
        if (knowsStep && knowsSequences)
            break;
    }
    return { ...outer, step, indentedSequences };
}
/** The style of the first nested blocks of the file; ktx's where there are none. */
function fileStyle(root, source, blockScalars) {
    const initial = { step: 2, indentedSequences: true, blockScalars };
    const withMap = firstBlock(root, dist/* isMap */.jh);
    const withList = firstBlock(root, dist/* isSeq */.oP);
    const { indentedSequences } = styleWithin(withList, source, initial);
    return { ...styleWithin(withMap ?? withList, source, initial), indentedSequences };
}
/** The first map with a nested block of a kind. */
function firstBlock(node, isKind) {
    if ((0,dist/* isSeq */.oP)(node))
        return firstOf(itemsOf(node), (item) => firstBlock(item, isKind));
    if (!(0,dist/* isMap */.jh)(node))
        return null;
    const values = entriesOf(node).map(({ value }) => value);
    if (values.some((value) => isKind(value) && isBlockCollection(value)))
        return node;
    return firstOf(values, (value) => firstBlock(value, isKind));
}
function firstOf(items, find) {
    for (const item of items) {
        const found = find(item);
        if (found !== null)
            return found;
    }
    return null;
}
function isInlineScalar(node) {
    return (0,dist/* isScalar */.jn)(node) && tokenOf(node)?.type !== 'block-scalar';
}

;// CONCATENATED MODULE: ./lib/src/text/yaml-slot.js


/** The slot of the root: in an empty document before its end marker, or below its start marker. */
function rootSlot({ root, start, end }, source) {
    const marker = start.find(({ type }) => type === 'doc-start');
    const empty = root?.range == null || root.range[0] === root.range[1];
    const behind = marker === undefined ? end : Math.min(end, source.nextLine(marker.offset));
    return { kind: 'root', after: empty ? behind : (root.range?.[0] ?? 0), properties: properties(start), indent: 0 };
}
function entrySlot(entry, source, flow) {
    const token = entryToken(entry);
    const separator = token?.sep ?? [];
    const colon = separator.find(({ type }) => type === 'map-value-ind');
    const after = colon === undefined ? (entry.key.range?.[1] ?? 0) : tokenEnd(colon);
    const indent = token === undefined ? 0 : source.column(itemStart(token));
    const slot = { kind: flow ? 'flow' : 'entry', after, properties: properties(separator), indent };
    return colon === undefined ? { ...slot, lead: ':' } : slot;
}
function itemSlot(token, node, source, flow) {
    const dash = token.start.find(({ type }) => type === 'seq-item-ind');
    const after = dash === undefined ? (node?.range?.[0] ?? itemStart(token)) : tokenEnd(dash);
    const indent = source.column(itemStart(token));
    return { kind: flow ? 'flow' : 'item', after, properties: properties(token.start), indent };
}
/**
 * The splices that put a value where a node stands, under the given anchor or the one that it has. Comments behind a
 * value on its line stay, comments inside of a replaced block go.
 */
function replaceValue(source, slot, node, value, style, anchor = anchorOf(node)) {
    const name = anchor === undefined ? '' : `&${anchor}`;
    const quote = quoteOf(node, value);
    const shape = shapeOf(slot, value, quote === undefined ? style : { ...style, quote });
    if (slot.kind === 'flow')
        return [inlineSplice(slot, node, join(name, (0,yaml_emit/* flowText */.KH)(value)))];
    if (isBlockCollection(node))
        return replaceBlock(source, slot, node, shape, name);
    if (tokenOf(node)?.type === 'block-scalar')
        return replaceBlockScalar(source, slot, node, shape, name);
    return replaceInline(source, slot, node, shape, name);
}
function shapeOf(slot, value, style) {
    const filled = value !== null && typeof value === 'object' && Object.keys(value).length > 0;
    if (filled && slot.kind !== 'entry') {
        const shift = slot.kind === 'item' ? 2 : 0;
        return { head: '', body: (0,yaml_emit/* blockLines */.B4)(value, style), shift, compact: slot.kind === 'item' };
    }
    // The key stands for any: what follows it is the same.
    const [first = '', ...body] = (0,yaml_emit/* entryLines */.Wx)('k', value, style);
    return { head: first.slice('k: '.length), body, shift: 0, compact: false };
}
function replaceInline(source, slot, node, shape, name) {
    const head = join(name, shape.head);
    const [start, end] = inlineRange(slot, node);
    if (slot.kind === 'root' && start === end) {
        const lines = head === '' ? '' : head + source.newline;
        return [{ start, end, text: lines + source.lines(shape.body, shape.shift) }];
    }
    const rest = source.text.slice(end, source.nextLine(end));
    if (shape.body.length === 0)
        return [inlineSplice(slot, node, head)];
    const at = source.nextLine(end);
    if (shape.compact && head === '' && rest.trim() === '' && source.column(start) > slot.indent) {
        const width = start === slot.after ? 2 : source.column(start) - slot.indent;
        const lines = source.lines(shape.body, slot.indent + width).trimStart();
        return [{ start, end: at, text: (start === slot.after ? ' ' : '') + lines }];
    }
    const body = { start: at, end: at, text: source.lines(shape.body, slot.indent + shape.shift) };
    if (head !== '')
        return [inlineSplice(slot, node, head), body];
    const between = source.text.slice(slot.after, start);
    const from = slot.kind !== 'root' && between.trim() === '' ? slot.after : start;
    if (slot.kind === 'root' && rest.trim() === '' && source.startsLine(start)) {
        return [{ start: source.lineStart(start), end: at, text: body.text }];
    }
    return from === end ? [body] : [{ start: from, end, text: '' }, body];
}
function replaceBlockScalar(source, slot, node, shape, name) {
    const token = tokenOf(node);
    const header = token.props.find((prop) => prop.type === 'block-scalar-header');
    const [valueStart = 0, valueEnd = 0] = node.range ?? [];
    const headerEnd = header === undefined ? valueStart : tokenEnd(header);
    const start = slot.properties[0]?.offset ?? valueStart;
    const bodyStart = source.nextLine(headerEnd);
    const head = join(name, shape.head);
    const comment = source.text.slice(headerEnd, bodyStart).trim();
    const body = source.lines(shape.body, slot.indent + shape.shift);
    if (head === '' && comment === '') {
        if (shape.compact) {
            const width = source.column(start) - slot.indent;
            const text = source.lines(shape.body, slot.indent + width).trimStart();
            return [{ start, end: Math.max(valueEnd, bodyStart), text }];
        }
        const from = slot.kind === 'root' ? start : slot.after;
        return [{ start: from, end: Math.max(valueEnd, bodyStart), text: source.newline + body }];
    }
    return [
        { start, end: headerEnd, text: head },
        { start: bodyStart, end: Math.max(valueEnd, bodyStart), text: body },
    ];
}
function replaceBlock(source, slot, node, shape, name) {
    const head = join(name, shape.head);
    const start = node.range?.[0] ?? slot.after;
    const end = source.nextLine(contentEnd(node, source) ?? start);
    const body = source.lines(shape.body, slot.indent + shape.shift);
    if (!source.startsLine(start)) {
        if (shape.compact && head === '' && slot.properties.length === 0) {
            const text = source.lines(shape.body, source.column(start)).trimStart();
            return [{ start, end, text }];
        }
        return [{ start: slot.after, end, text: (head === '' ? '' : ` ${head}`) + source.newline + body }];
    }
    // A block scalar starts right below its header: what stands above the old block would become part of it.
    const above = slot.properties.at(-1)?.offset ?? slot.after;
    const isScalar = shape.head !== '' && shape.body.length > 0 && slot.kind !== 'root';
    const lines = { start: isScalar ? source.nextLine(above) : source.lineStart(start), end, text: body };
    if (slot.kind === 'root' && slot.properties.length === 0) {
        return [{ ...lines, text: (head === '' ? '' : head + source.newline) + body }];
    }
    const first = slot.properties[0];
    const last = slot.properties.at(-1);
    if (first === undefined || last === undefined) {
        return head === '' ? [lines] : [{ start: slot.after, end: slot.after, text: ` ${head}` }, lines];
    }
    if (head === source.text.slice(first.offset, tokenEnd(last)))
        return [lines];
    return [{ start: first.offset, end: tokenEnd(last), text: head }, lines];
}
function inlineSplice(slot, node, text) {
    const [start, end] = inlineRange(slot, node);
    return { start, end, text: start === end && slot.kind !== 'root' ? `${slot.lead ?? ''} ${text}` : text };
}
/** From the anchor, tag or value to the end of the value; an empty value would stand right after its slot's start. */
function inlineRange(slot, node) {
    const [start, end] = node?.range ?? [slot.after, slot.after];
    const first = slot.properties[0];
    const last = slot.properties.at(-1);
    if (start === end)
        return [first?.offset ?? slot.after, last === undefined ? slot.after : tokenEnd(last)];
    return [first?.offset ?? start, end];
}
function anchorOf(node) {
    return node !== null && 'anchor' in node ? node.anchor : undefined;
}
/** Text that was quoted stays quoted. */
function quoteOf(node, value) {
    if (typeof value !== 'string' || !isInlineScalar(node))
        return undefined;
    const type = tokenOf(node)?.type;
    if (type === 'double-quoted-scalar')
        return 'QUOTE_DOUBLE';
    return type === 'single-quoted-scalar' ? 'QUOTE_SINGLE' : undefined;
}
function join(...parts) {
    return parts.filter((part) => part !== '').join(' ');
}

;// CONCATENATED MODULE: ./lib/src/text/yaml-aliases.js



/**
 * The splices that keep the meaning of aliases whose anchor goes or changes: the first alias that is left becomes the
 * anchor of the old value, so that all behind it can stay as they are.
 */
function aliasSplices(parsed, source, replaced, changed, style) {
    const { root, tree } = parsed;
    if (tree.targets.size === 0)
        return [];
    const gone = withDescendants(replaced);
    const moved = new Set();
    const splices = [];
    const visit = (node, slot, outer) => {
        if (node === null || gone.has(node))
            return;
        const target = (0,dist/* isAlias */.Vj)(node) ? tree.targets.get(node) : undefined;
        if ((0,dist/* isAlias */.Vj)(node) && target !== undefined && (gone.has(target) || changed.has(target)) && !moved.has(target)) {
            moved.add(target);
            splices.push(...replaceValue(source, slot, node, tree.anchored.get(target), outer, node.source));
        }
        const style = styleWithin(node, source, outer);
        const flow = !isBlockCollection(node);
        if ((0,dist/* isMap */.jh)(node))
            for (const entry of entriesOf(node))
                visit(entry.value, entrySlot(entry, source, flow), style);
        if (!(0,dist/* isSeq */.oP)(node))
            return;
        for (const [index, token] of itemTokens(node).entries()) {
            const item = itemsOf(node)[index] ?? null;
            visit(item, itemSlot(token, item, source, flow), style);
        }
    };
    visit(root, rootSlot(parsed, source), style);
    return splices;
}
function withDescendants(nodes) {
    const all = new Set();
    const add = (node) => {
        if (node === null)
            return;
        all.add(node);
        if ((0,dist/* isSeq */.oP)(node))
            itemsOf(node).forEach(add);
        if (!(0,dist/* isMap */.jh)(node))
            return;
        for (const { key, value } of entriesOf(node)) {
            add(key);
            add(value);
        }
    };
    nodes.forEach(add);
    return all;
}

;// CONCATENATED MODULE: ./lib/src/text/yaml-block.js


/**
 * The splices that remove and add items or entries of a block of which at least one stays, by whole lines. Comments
 * above what is removed stay; what is added stands below the one before it, so comments above the next stay with that.
 */
function blockSplices(source, extents, gone, additions) {
    const first = extents[0];
    if (first === undefined)
        return [];
    const firstKept = gone.indexOf(false);
    const startsLine = source.startsLine(first.start);
    const indent = source.column(first.start);
    const removals = extents.flatMap(({ start, end }, index) => {
        if (gone[index] !== true)
            return [];
        if (startsLine || index > firstKept)
            return [{ start: source.lineStart(start), end: source.nextLine(end), text: '' }];
        // The first of a block that starts behind a dash: what follows moves up to the dash.
        if (index > 0)
            return [];
        const behind = source.nextLine(extents[firstKept - 1]?.end ?? end);
        const spaces = /^ */.exec(source.text.slice(behind, behind + indent))?.[0].length ?? 0;
        return [{ start, end: behind + spaces, text: '' }];
    });
    const insertions = additions.map(({ before, lines }) => {
        const text = source.lines(lines, indent);
        const previous = extents[before - 1];
        if (previous === undefined && !startsLine) {
            return { start: first.start, end: first.start, text: text.trimStart() + ' '.repeat(indent) };
        }
        const at = previous === undefined ? aboveComments(source, first.start, indent) : source.nextLine(previous.end);
        return { start: at, end: at, text };
    });
    return [...removals, ...insertions];
}
/** The lines of a new list item at indentation 0; its value stands `width` columns behind the dash. */
function itemLines(value, style, width) {
    const dash = `-${' '.repeat(width - 1)}`;
    if (value === null || typeof value !== 'object' || Object.keys(value).length === 0) {
        const [first = '', ...rest] = (0,yaml_emit/* entryLines */.Wx)('k', value, style);
        return [dash + first.slice('k: '.length), ...rest];
    }
    const [first = '', ...rest] = (0,yaml_emit/* blockLines */.B4)(value, style);
    return [dash + first, ...rest.map((line) => (line === '' ? '' : ' '.repeat(width) + line))];
}
/** Columns from a dash to what stands behind it, as in the first item that has something there; else 2. */
function dashWidth(node, source) {
    for (const [index, token] of itemTokens(node).entries()) {
        const start = itemsOf(node)[index]?.range?.[0];
        if (start === undefined || properties(token.start).length > 0)
            continue;
        const width = start - itemStart(token);
        if (width > 1 && !source.text.slice(itemStart(token), start).includes('\n'))
            return width;
    }
    return 2;
}
/** The start of the comment lines right above an entry, or of its own line; comments that open the file stay above. */
function aboveComments(source, offset, indent) {
    const own = source.lineStart(offset);
    let start = own;
    while (start > 0) {
        const above = source.lineStart(start - 1);
        if (source.text.slice(above, start).search(/\S/) !== indent || source.text[above + indent] !== '#')
            return start;
        start = above;
    }
    return own;
}

;// CONCATENATED MODULE: ./lib/src/text/yaml-flow.js

/** The splices that remove and add items of a flow collection of which at least one item stays. */
function flowSplices(source, token, extents, gone, additions) {
    const flow = new Flow(source, token, extents, gone);
    const inside = additions.filter(({ before }) => before <= flow.lastKept);
    return [...flow.removals(), ...flow.insertions(inside), ...flow.appended(additions.filter((one) => !inside.includes(one)))];
}
class Flow {
    #source;
    #token;
    #extents;
    #gone;
    lastKept;
    /** A comma behind the last item. */
    #openEnded;
    constructor(source, token, extents, gone) {
        this.#source = source;
        this.#token = token;
        this.#extents = extents;
        this.#gone = gone;
        this.lastKept = gone.lastIndexOf(false);
        this.#openEnded = this.#commaBefore(extents.length) !== undefined;
    }
    removals() {
        return this.#extents.flatMap((_, index) => (this.#gone[index] === true ? this.#removal(index) : []));
    }
    /** An item that is alone on its line goes with the line, others with the comma behind; the last with that before. */
    #removal(index) {
        const { start, end } = this.#extent(index);
        const lines = { start: this.#source.lineStart(start), end: this.#source.nextLine(end), text: '' };
        if (index < this.lastKept) {
            return [this.#isAlone(index) ? lines : { start, end: this.#extent(index + 1).start, text: '' }];
        }
        if (!this.#isAlone(index))
            return [{ start: this.#extent(index - 1).end, end, text: '' }];
        const comma = this.#commaBefore(index);
        if (this.#openEnded || comma === undefined || index !== this.lastKept + 1)
            return [lines];
        return [{ start: comma, end: comma + 1, text: '' }, lines];
    }
    insertions(additions) {
        return additions.map((addition) => {
            const { start } = this.#extent(addition.before);
            return { start, end: start, text: `${textOf(addition)}, ` };
        });
    }
    /** Behind the last item that stays, on lines of their own where that has one. */
    appended(additions) {
        if (additions.length === 0)
            return [];
        const texts = additions.map(textOf);
        const { start, end } = this.#extent(this.lastKept);
        if (!this.#isAlone(this.lastKept))
            return [{ start: end, end, text: texts.map((text) => `, ${text}`).join('') }];
        const at = this.#source.nextLine(end);
        const indent = this.#source.column(start);
        const last = texts.length - 1;
        const lines = texts.map((text, index) => (index < last || this.#openEnded ? `${text},` : text));
        const body = { start: at, end: at, text: this.#source.lines(lines, indent) };
        return this.#openEnded ? [body] : [{ start: end, end, text: ',' }, body];
    }
    #isAlone(index) {
        const { start, end } = this.#extent(index);
        const next = this.#extents[index + 1]?.start ?? this.#token.end[0]?.offset ?? end;
        return this.#source.startsLine(start) && this.#source.text.slice(end, next).includes('\n');
    }
    #commaBefore(index) {
        return this.#token.items[index]?.start.find(({ type }) => type === 'comma')?.offset;
    }
    #extent(index) {
        return this.#extents[index] ?? { start: this.#token.offset + 1, end: this.#token.offset + 1 };
    }
}
function textOf({ key, value }) {
    return key === undefined ? (0,yaml_emit/* flowText */.KH)(value) : (0,yaml_emit/* flowEntry */.ln)(key, value);
}

// EXTERNAL MODULE: ./lib/src/text/yaml-plain.js
var yaml_plain = __webpack_require__(65260);
// EXTERNAL MODULE: ./lib/src/text/yaml-tree.js
var yaml_tree = __webpack_require__(74494);
;// CONCATENATED MODULE: ./lib/src/text/yaml-render.js











/** The splices that turn a parsed text into one with the draft's value. Only what differs is touched. */
function renderDraft(parsed, source, draft, options) {
    return new Rendering(parsed, source, draft, options).splices();
}
class Rendering {
    #parsed;
    #source;
    #draft;
    #maxDepth;
    #blockScalars;
    #tree;
    #splices = [];
    /** Nodes whose text is replaced or removed as a whole. */
    #gone = new Set();
    /** Containers in which something changes. */
    #changed = new Set();
    constructor(parsed, source, draft, { maxDepth, blockScalars }) {
        this.#parsed = parsed;
        this.#source = source;
        this.#draft = draft;
        this.#maxDepth = maxDepth ?? Number.POSITIVE_INFINITY;
        this.#blockScalars = blockScalars ? 'closed' : 'none';
        this.#tree = new yaml_tree/* YamlTree */.c(parsed.root, parsed.tree.targets);
    }
    splices() {
        const { root, tree } = this.#parsed;
        const style = fileStyle(root, this.#source, this.#blockScalars);
        this.#value(root, tree.value, this.#draft.value, rootSlot(this.#parsed, this.#source), style, 0);
        return [...this.#splices, ...aliasSplices(this.#parsed, this.#source, this.#gone, this.#changed, style)];
    }
    #value(node, old, now, slot, style, depth) {
        if (old === now || sameValue(old, now))
            return;
        // A pair in a flow list (`[a: 1]`) is a map without tokens of its own.
        if (depth < this.#maxDepth && tokenOf(node) !== undefined && !(0,dist/* isAlias */.Vj)(node)) {
            const within = styleWithin(node, this.#source, style);
            const filled = ((0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node)) && node.items.length > 0;
            const maps = (0,dist/* isMap */.jh)(node) && isPlainMap(old) && isPlainMap(now);
            if (filled && maps && this.#map(node, old, now, within, depth))
                return;
            const lists = (0,dist/* isSeq */.oP)(node) && Array.isArray(old) && Array.isArray(now);
            if (filled && lists && this.#sequence(node, old, now, within, depth))
                return;
        }
        this.#replace(node, now, slot, style);
    }
    #replace(node, now, slot, style) {
        if (node !== null)
            this.#gone.add(node);
        this.#splices.push(...replaceValue(this.#source, slot, node, now, style));
    }
    /** Changes a map entry by entry; false where nothing would stay of it or a removed key would still be merged in. */
    #map(node, old, now, style, depth) {
        const merges = entriesOf(node).some(({ key }) => (0,yaml_plain/* isMergeKey */.yJ)(key));
        const removed = Object.keys(old).filter((key) => !Object.hasOwn(now, key));
        const own = new Map();
        for (const key of Object.keys(old)) {
            const entry = this.#tree.entry(node, key);
            if (entry !== undefined)
                own.set(key, entry);
        }
        if (removed.some((key) => !own.has(key) || this.#tree.isMerged(node, key)))
            return false;
        const kept = [...own].filter(([key]) => Object.hasOwn(now, key));
        if (kept.length === 0 && !merges)
            return false;
        this.#changed.add(node);
        const flow = !isBlockCollection(node);
        for (const [key, entry] of kept) {
            this.#value(entry.value, old[key], now[key], entrySlot(entry, this.#source, flow), style, depth + 1);
        }
        const gone = new Set(removed.map((key) => own.get(key)).filter((entry) => entry !== undefined));
        for (const entry of gone)
            this.#drop(entry.key, entry.value);
        const added = Object.keys(now)
            .filter((key) => !own.has(key) && !(Object.hasOwn(old, key) && sameValue(old[key], now[key])))
            .map((key) => ({ key, value: now[key], sorted: this.#draft.isSorted(now, key) }));
        const names = new Map([...own].map(([key, entry]) => [entry, key]));
        const entries = entriesOf(node);
        const additions = added
            .sort((a, b) => (a.sorted && b.sorted ? (0,canonical/* byText */.z4)(a.key, b.key) : Number(b.sorted) - Number(a.sorted)))
            .map(({ key, value, sorted }) => {
            const greater = sorted ? entries.findIndex((entry) => (names.get(entry) ?? '') > key) : -1;
            return { before: greater === -1 ? entries.length : greater, key, value };
        });
        const extents = entries.map((entry) => this.#extent(entry));
        const missing = entries.map((entry) => gone.has(entry));
        const token = tokenOf(node);
        if (token?.type === 'flow-collection') {
            this.#splices.push(...flowSplices(this.#source, token, extents, missing, additions));
        }
        else {
            const lines = additions.map(({ before, key, value }) => ({ before, lines: (0,yaml_emit/* entryLines */.Wx)(key, value, style) }));
            this.#splices.push(...blockSplices(this.#source, extents, missing, lines));
        }
        return true;
    }
    /** Changes a list item by item; false where nothing would stay of it. */
    #sequence(node, old, now, style, depth) {
        const origins = this.#draft.origins(now) ?? align(old, now);
        const last = origins.findLast((origin) => origin !== undefined);
        if (last === undefined)
            return false;
        this.#changed.add(node);
        const [items, tokens, token] = [itemsOf(node), itemTokens(node), tokenOf(node)];
        const flow = token?.type === 'flow-collection';
        const additions = [];
        let before = 0;
        origins.forEach((origin, position) => {
            if (origin === undefined) {
                additions.push({ before: before > last ? items.length : before, value: now[position] });
                return;
            }
            before = origin + 1;
            const [item = null, itemToken] = [items[origin], tokens[origin]];
            if (itemToken === undefined)
                return;
            this.#value(item, old[origin], now[position], itemSlot(itemToken, item, this.#source, flow), style, depth + 1);
        });
        const kept = new Set(origins);
        const missing = items.map((_, index) => !kept.has(index));
        this.#drop(...items.filter((_, index) => missing[index]));
        const extents = tokens.map((one, index) => ({ start: itemStart(one), end: itemEnd(one, items[index] ?? null, this.#source) }));
        if (flow) {
            this.#splices.push(...flowSplices(this.#source, token, extents, missing, additions));
        }
        else {
            const width = dashWidth(node, this.#source);
            const lines = additions.map((one) => ({ before: one.before, lines: itemLines(one.value, style, width) }));
            this.#splices.push(...blockSplices(this.#source, extents, missing, lines));
        }
        return true;
    }
    #extent(entry) {
        const token = entryToken(entry);
        const start = token === undefined ? (entry.key.range?.[0] ?? 0) : itemStart(token);
        return { start, end: entryEnd(entry, this.#source) };
    }
    #drop(...nodes) {
        for (const node of nodes)
            if (node !== null)
                this.#gone.add(node);
    }
}
/** Old indexes for the items of a list that was set as a whole: equal items, and maps of the same name, are the same. */
function align(old, now) {
    let next = 0;
    return now.map((item) => {
        for (let index = next; index < old.length; index += 1) {
            if (!isSameItem(old[index], item))
                continue;
            next = index + 1;
            return index;
        }
        return undefined;
    });
}
function isSameItem(a, b) {
    if (isPlainMap(a) && isPlainMap(b) && typeof a['name'] === 'string')
        return a['name'] === b['name'];
    return sameValue(a, b);
}

;// CONCATENATED MODULE: ./lib/src/text/yaml-edit.js




/**
 * Applies edits, one after the other, to the text of a document: every byte outside of the touched scalars and blocks
 * stays. Missing maps and lists on a path are created; an item that is named and missing is appended. What a document
 * cannot take (a key in a list, say) is a problem, and the text is checked: it reads as the edits say, or is not
 * returned.
 */
function editYaml(text, edits) {
    const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    const result = apply(text.slice(mark.length), edits);
    return result.ok ? { ok: true, text: mark + result.text } : result;
}
/** The caller holds the text already, so its size is no reason to refuse it. */
const limits = { maxBytes: Number.MAX_SAFE_INTEGER };
function apply(text, edits) {
    // Every line ends in a line break while it is worked on; a missing last one is taken away again.
    const newline = new Source(text).newline;
    const complete = text === '' || text.endsWith('\n') ? text : text + newline;
    const parsed = (0,yaml_parse/* parseBounded */.n)(complete, limits, true);
    if (!parsed.ok)
        return parsed;
    const draft = new Draft(parsed.tree.value);
    for (const edit of edits) {
        const misfit = draft.apply(edit);
        if (misfit !== undefined)
            return refuse(misfit);
    }
    if (sameValue(parsed.tree.value, draft.value))
        return { ok: true, text };
    for (const options of attempts(edits)) {
        const edited = splice(parsed.text, renderDraft(parsed, new Source(parsed.text), draft, options));
        if (edited === undefined || !reads(edited, draft.value))
            continue;
        return finish(text, complete, edited, newline, draft.value);
    }
    if (edits.length > 1)
        return halves(text, edits);
    return refuse('this change cannot be written without changing something else');
}
/**
 * What is tried until something reads as it should: only what differs; then without block scalars, which could take
 * in a comment below them; then ever larger blocks as a whole.
 */
function attempts(edits) {
    if (edits.length > 1)
        return [{ blockScalars: true }];
    const depth = Math.max(edits[0]?.path.length ?? 0, 1);
    const whole = Array.from({ length: depth }, (_, above) => ({ blockScalars: false, maxDepth: depth - 1 - above }));
    return [{ blockScalars: true }, { blockScalars: false }, ...whole];
}
/** Where edits cannot be written together they are written in two steps, so that one odd edit costs few parses. */
function halves(text, edits) {
    const middle = Math.ceil(edits.length / 2);
    const first = apply(text, edits.slice(0, middle));
    return first.ok ? apply(first.text, edits.slice(middle)) : first;
}
function finish(before, complete, edited, newline, value) {
    if (before === complete || !edited.endsWith(newline))
        return { ok: true, text: edited };
    const text = edited.slice(0, -newline.length);
    return { ok: true, text: reads(text, value) ? text : edited };
}
function reads(text, value) {
    const parsed = (0,yaml_parse/* parseBounded */.n)(text, limits);
    return parsed.ok && sameValue(parsed.tree.value, value);
}
/** Undefined where splices overlap other than by removing the same text. */
function splice(text, splices) {
    // Sorting is stable: of several at one place, insertions come first and in the order that they were made.
    const sorted = splices.toSorted((a, b) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start));
    const parts = [];
    let end = 0;
    for (const next of sorted) {
        if (next.start < end && next.text !== '')
            return undefined;
        parts.push(text.slice(end, Math.max(end, next.start)), next.text);
        end = Math.max(end, next.end);
    }
    return parts.join('') + text.slice(end);
}
function refuse(message) {
    return { ok: false, problem: { reason: 'shape', message, line: 1, column: 1 } };
}

// EXTERNAL MODULE: ./lib/src/text/yaml.js
var yaml = __webpack_require__(74413);
// EXTERNAL MODULE: ./lib/src/context/edit.js
var context_edit = __webpack_require__(11528);
// EXTERNAL MODULE: ./lib/src/context/placement.js
var placement = __webpack_require__(62233);
;// CONCATENATED MODULE: ./lib/src/context/entry.js


const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The value at a path of map keys and item matches; undefined where there is none. */
function valueAt(root, path) {
    let at = root;
    for (const step of path) {
        if (typeof step === 'object') {
            at = Array.isArray(at) ? at.find((item) => isRecord(item) && Object.entries(step).every(([key, value]) => item[key] === value)) : undefined;
        }
        else if (isRecord(at) && Object.hasOwn(at, step))
            at = at[step];
        else
            return undefined;
    }
    return at;
}
function entry_sameValue(a, b) {
    return a === b || (0,canonical/* canonicalJson */.dj)(a) === (0,canonical/* canonicalJson */.dj)(b);
}
/** Whether two `table:` texts name the same table: quoting aside, one may leave out leading parts (`orders`, `main.orders`). */
function sameTable(a, b) {
    if (typeof a !== 'string')
        return false;
    const parts = (text) => (text.match(/"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|[^.]+/g) ?? []).map((part) => part.replace(/^["`[]|["`\]]$/g, '').toLowerCase());
    const [left, right] = [parts(a).reverse(), parts(b).reverse()];
    const shared = Math.min(left.length, right.length);
    return shared > 0 && left.slice(0, shared).every((part, i) => part === right[i]);
}
function setIn(root, path, value) {
    let at = root;
    for (const step of path.slice(0, -1)) {
        if (typeof step === 'object')
            continue;
        at = (at[String(step)] ??= {});
    }
    const last = path.at(-1);
    if (typeof last === 'string')
        at[last] = value;
}
/** One column with everything that the edits say about it. */
function composeColumn(shape, edits, standalone) {
    const column = { ...shape };
    if (standalone) {
        delete column['pk'];
        delete column['nullable'];
        if (shape.type === 'time')
            column['role'] = 'time';
    }
    for (const edit of edits) {
        if (!('column' in edit) || edit.column !== shape.name || edit.kind === 'column')
            continue;
        const slot = (0,placement/* slotOf */.SW)(edit);
        if (slot.where === 'scanned')
            setIn(column, slot.path.slice(2), edit.value);
    }
    return column;
}
const entryKeys = ['name', 'descriptions', 'table', 'grain', 'tags', 'freshness', 'columns', 'joins', 'measures', 'segments'];
function inOrder(entry, keys) {
    return Object.fromEntries(keys.filter((key) => entry[key] !== undefined).map((key) => [key, entry[key]]));
}
/** A whole manifest entry out of the edits of one source; undefined without the edit that puts the source. */
function composeEntry(edits) {
    const head = edits.find((edit) => edit.kind === 'source');
    if (!head)
        return undefined;
    const entry = { table: head.value.table };
    const byColumn = groupByColumn(edits);
    for (const edit of edits) {
        const slot = (0,placement/* slotOf */.SW)(edit);
        if (slot.where !== 'scanned' || ('column' in edit && edit.column !== undefined))
            continue;
        if (edit.kind === 'description' || edit.kind === 'property')
            setIn(entry, slot.path, edit.value);
    }
    entry['columns'] = head.value.columns.map((column) => composeColumn(column, byColumn.get(column.name) ?? [], false));
    const joins = edits.filter((edit) => edit.kind === 'join').map((edit) => ({ ...edit.value }));
    if (joins.length > 0)
        entry['joins'] = joins;
    return inOrder(entry, ['table', ...entryKeys.filter((key) => key !== 'table' && key !== 'name')]);
}
function groupByColumn(edits) {
    const byColumn = new Map();
    for (const edit of edits) {
        if (!('column' in edit) || edit.column === undefined)
            continue;
        const list = byColumn.get(edit.column);
        if (list)
            list.push(edit);
        else
            byColumn.set(edit.column, [edit]);
    }
    return byColumn;
}
/** A whole standalone source; ktx wants a grain, and takes all columns where none is known. */
function composeStandalone(source, edits) {
    const head = edits.find((edit) => edit.kind === 'source');
    if (!head)
        return undefined;
    const byColumn = groupByColumn(edits);
    const grain = edits.find((edit) => edit.kind === 'grain')?.value ?? head.value.columns.map((column) => column.name);
    const entry = { name: source, table: head.value.table, grain: [...grain] };
    for (const edit of edits) {
        if ((edit.kind === 'description' || edit.kind === 'property') && edit.column === undefined)
            setIn(entry, (0,placement/* slotOf */.SW)(edit).path, edit.value);
    }
    entry['columns'] = head.value.columns.map((column) => composeColumn(column, byColumn.get(column.name) ?? [], true));
    const joins = edits.filter((edit) => edit.kind === 'join').map(({ value: { to, on, relationship } }) => ({ to, on, relationship }));
    if (joins.length > 0)
        entry['joins'] = joins;
    const measures = edits.filter((edit) => edit.kind === 'measure').map((edit) => ({ ...edit.value }));
    if (measures.length > 0)
        entry['measures'] = measures;
    const segments = edits.filter((edit) => edit.kind === 'segment').map((edit) => ({ ...edit.value }));
    if (segments.length > 0)
        entry['segments'] = segments;
    return inOrder(entry, entryKeys);
}
/** The lock's hash of all that follows its evidence in one source: equal hash, nothing to look at. */
function machineHash(edits) {
    return (0,canonical/* hash12 */.Yq)(edits.filter((edit) => (0,placement/* slotOf */.SW)(edit).machine).map((edit) => [edit.kind, 'column' in edit ? edit.column : undefined, 'key' in edit ? edit.key : undefined, 'field' in edit ? edit.field : undefined, edit.value]));
}

;// CONCATENATED MODULE: ./lib/src/context/records.js



/** The lock's records of one source's entities. */
function joinHash(join) {
    return (0,canonical/* hash12 */.Yq)([(0,context_edit/* joinKey */.ID)(join), join.relationship]);
}
function recordOf(edit) {
    return { h: edit.kind === 'join' ? joinHash(edit.value) : (0,canonical/* hash12 */.Yq)(edit.value), by: edit.author, ev: edit.evidence };
}
function recordsOf(edits, machine, evidence) {
    const records = { '': { h: machine, by: 'derived', ev: evidence } };
    for (const edit of edits)
        if (!(0,placement/* slotOf */.SW)(edit).machine)
            records[(0,context_edit/* entityKey */.DH)(edit)] = recordOf(edit);
    return records;
}
const isScannedKey = (key) => key === '' || key.startsWith('join:');
function scannedRecords(records) {
    return Object.fromEntries(Object.entries(records).filter(([key]) => isScannedKey(key)));
}
function overlayRecords(records) {
    return Object.fromEntries(Object.entries(records).filter(([key]) => !isScannedKey(key)));
}
/** Path of an overlay entity by the key that the lock files it under. */
function slotOfKey(key) {
    if (key === 'grain')
        return ['grain'];
    const named = /^(measure|segment):(.*)$/s.exec(key);
    return named ? [`${named[1] ?? ''}s`, { name: named[2] ?? '' }] : undefined;
}
function sameRecords(a, b) {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => a[key]?.h === b[key]?.h);
}

;// CONCATENATED MODULE: ./lib/src/context/apply-manifest.js




const apply_manifest_isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Brings the manifest entry of a scanned table to what is wanted. */
function applyManifest(draft, desire) {
    const edits = desire.edits.filter((edit) => (0,placement/* slotOf */.SW)(edit).where === 'scanned');
    const machine = machineHash(edits);
    const known = draft.knowledge.records(desire.connection, desire.source);
    const path = draft.context.entryPath(desire.connection, desire.source) ?? desire.path;
    const wantedRecords = recordsOf(edits, machine, desire.evidence);
    if (draft.isKnown(path) && known && sameRecords(scannedRecords(known), wantedRecords)) {
        for (const [key, value] of Object.entries(wantedRecords))
            draft.record(path, desire.source, key, value);
        return;
    }
    if (draft.context.isBroken(path)) {
        for (const [key, value] of Object.entries(scannedRecords(known ?? {})))
            draft.record(path, desire.source, key, value);
        return;
    }
    const work = draft.workOn(path);
    const found = draft.context.entry(desire.connection, desire.source);
    if (!found) {
        const entry = composeEntry(edits);
        if (!entry)
            return;
        if (draft.context.tree.has(path))
            work.edits.push({ path: ['tables', desire.source], value: entry, sorted: true });
        else
            work.fresh.set(desire.source, entry);
        for (const edit of edits)
            draft.change({ edit, file: path });
        for (const [key, value] of Object.entries(wantedRecords))
            draft.record(path, desire.source, key, value);
        return;
    }
    const base = ['tables', desire.source];
    const before = work.edits.length;
    structure(draft, desire, edits, found, base, work);
    const handEdited = known?.['']?.h === machine && work.edits.length > before;
    if (handEdited)
        noteHandEdits(draft, desire, found, base, work.edits.slice(before));
    // on a night with an unread source the wanted state may lack what that source contributes: the record stays
    const stands = draft.additive && work.edits.length === before ? known?.[''] : undefined;
    draft.record(path, desire.source, '', stands ?? { h: machine, by: 'derived', ev: desire.evidence });
    inferredJoins(draft, desire, edits, found, base, work, known);
    work.edits.push(...withoutEmptied(found.value, base, work.edits.splice(before)));
    if (isForeign(found.value, edits))
        work.foreign = true;
}
/** A map or list that would be left empty goes with the last thing in it. */
function withoutEmptied(present, base, edits) {
    const byParent = Map.groupBy(edits, (edit) => JSON.stringify(edit.path.slice(0, -1)));
    return [...byParent.values()].flatMap((group) => {
        const parentPath = group[0]?.path.slice(0, -1) ?? [];
        const parent = valueAt(present, parentPath.slice(base.length));
        const size = Array.isArray(parent) ? parent.length : apply_manifest_isRecord(parent) ? Object.keys(parent).length : 0;
        const empties = parentPath.length > base.length && size > 0 && group.length === size && group.every((edit) => edit.value === undefined);
        const deeper = edits.some((edit) => edit.path.length > parentPath.length + 1 && edit.value !== undefined && JSON.stringify(edit.path.slice(0, parentPath.length)) === JSON.stringify(parentPath));
        return empties && !deeper ? [{ path: parentPath, value: undefined }] : group;
    });
}
function structure(draft, desire, edits, found, base, work) {
    const { path: file } = found.file;
    const present = found.value;
    const fresh = new Set();
    const change = (edit, at, value, before) => {
        work.edits.push({ path: [...base, ...at], value });
        draft.change({ edit, file, ...(before === undefined ? {} : { before }) });
    };
    const remove = (part) => ({ op: 'remove', connection: desire.connection, source: desire.source, evidence: desire.evidence, author: 'derived', ...part });
    for (const edit of edits) {
        if (edit.kind !== 'source')
            continue;
        if (!sameTable(present['table'], edit.value.table)) {
            change({ ...edit, kind: 'property', field: 'table', value: edit.value.table }, ['table'], edit.value.table, present['table']);
        }
        for (const column of edit.value.columns) {
            const at = ['columns', { name: column.name }];
            const before = valueAt(present, at);
            const columnEdit = { ...edit, kind: 'column', column: column.name, value: column };
            if (!apply_manifest_isRecord(before)) {
                fresh.add(column.name);
                change(columnEdit, at, composeColumn(column, edits, false), undefined);
                continue;
            }
            const differs = before['type'] !== column.type || (before['pk'] === true) !== (column.pk === true) || (before['nullable'] === false) !== (column.nullable === false);
            if (!differs)
                continue;
            draft.change({ edit: columnEdit, file, before: { name: column.name, type: before['type'], pk: before['pk'], nullable: before['nullable'] } });
            for (const key of ['type', 'pk', 'nullable']) {
                const wanted = column[key];
                const same = key === 'type' ? before[key] === wanted : (before[key] === (key === 'pk')) === (wanted !== undefined);
                if (!same)
                    work.edits.push({ path: [...base, ...at, key], value: wanted });
            }
        }
        const wanted = new Set(edit.value.columns.map((column) => column.name));
        for (const name of columnNames(present)) {
            if (!wanted.has(name) && !draft.additive)
                change(remove({ kind: 'column', column: name }), ['columns', { name }], undefined, valueAt(present, ['columns', { name }]));
        }
    }
    const wantedSlots = new Set();
    for (const edit of edits) {
        if (edit.kind !== 'description' && edit.kind !== 'property')
            continue;
        const slot = (0,placement/* slotOf */.SW)(edit);
        wantedSlots.add(JSON.stringify(slot.path));
        if (edit.column !== undefined && fresh.has(edit.column)) {
            draft.change({ edit, file });
            continue;
        }
        const before = valueAt(present, slot.path);
        if (!entry_sameValue(before, edit.value))
            change(edit, slot.path, edit.value, before);
    }
    for (const { path, column } of draft.additive ? [] : machineSlots(present, desire.follows)) {
        if (wantedSlots.has(JSON.stringify(path)) || (column !== undefined && !edits.some((edit) => edit.kind === 'source' && edit.value.columns.some((c) => c.name === column))))
            continue;
        const inner = (column === undefined ? path : path.slice(2)).filter((step) => typeof step === 'string');
        const edit = inner[0] === 'descriptions'
            ? remove({ kind: 'description', key: inner[1] ?? '', ...(column === undefined ? {} : { column }) })
            : remove({ kind: 'property', field: inner.join('.'), ...(column === undefined ? {} : { column }) });
        change(edit, path, undefined, valueAt(present, path));
    }
    const joins = (0,placement/* joinsOf */.ZF)(present);
    const formal = edits.filter((edit) => edit.kind === 'join' && edit.value.source === 'formal');
    const wantedJoins = new Set(edits.flatMap((edit) => (edit.kind === 'join' ? [(0,context_edit/* joinKey */.ID)(edit.value)] : [])));
    for (const edit of formal) {
        if (edit.kind !== 'join')
            continue;
        const before = joins.get((0,context_edit/* joinKey */.ID)(edit.value));
        if (!before)
            change(edit, ['joins', { to: edit.value.to, on: edit.value.on }], { ...edit.value }, undefined);
        else if (before.relationship !== edit.value.relationship) {
            change(edit, ['joins', { to: before.to, on: before.on }, 'relationship'], edit.value.relationship, before);
        }
    }
    for (const [key, join] of joins) {
        if (join.source === 'formal' && !wantedJoins.has(key) && !draft.additive)
            change(remove({ kind: 'join', join: { to: join.to, on: join.on } }), ['joins', { to: join.to, on: join.on }], undefined, join);
    }
}
function noteHandEdits(draft, desire, found, base, edits) {
    for (const edit of edits) {
        const field = edit.path.slice(base.length).map((step) => (typeof step === 'object' ? Object.values(step)[0] : String(step))).join('.');
        const own = field.includes('descriptions') ? 'descriptions.user in the overlay' : field.startsWith('joins') ? 'joins and disable_joins in the overlay' : 'column_overrides or exclude_columns in the overlay';
        draft.say({
            severity: 'warning', code: 'hand-edited', file: found.file.path, ...found.file.document.place(edit.path) ?? found.file.document.place(base),
            message: `${desire.source}: ${field} was edited by hand, but it follows its source and was put back`,
            fix: `write yours to ${own} (${(0,placement/* sourcePath */.Z3)(desire.connection, desire.source)})`,
            evidence: desire.evidence,
        });
    }
}
function inferredJoins(draft, desire, edits, found, base, work, known) {
    const { path: file } = found.file;
    const joins = (0,placement/* joinsOf */.ZF)(found.value);
    const wanted = new Set();
    for (const edit of edits) {
        if (edit.kind !== 'join' || edit.value.source !== 'inferred')
            continue;
        const key = (0,context_edit/* entityKey */.DH)(edit);
        wanted.add(key);
        const before = joins.get((0,context_edit/* joinKey */.ID)(edit.value));
        const record = known?.[key];
        const mine = { h: joinHash(edit.value), by: edit.author, ev: edit.evidence };
        if (before && before.relationship === edit.value.relationship) {
            if (record || before.source === 'inferred')
                draft.record(file, desire.source, key, mine);
        }
        else if (!before) {
            if (record && draft.knowledge.exists)
                draft.noteGone((0,context_edit/* entityId */.Hw)(edit), file);
            else if (!draft.knowledge.isGone((0,context_edit/* entityId */.Hw)(edit))) {
                work.edits.push({ path: [...base, 'joins', { to: edit.value.to, on: edit.value.on }], value: { ...edit.value } });
                draft.change({ edit, file });
                draft.record(file, desire.source, key, mine);
            }
        }
        else if (record?.h === joinHash(before) || (!draft.knowledge.exists && before.source === 'inferred')) {
            work.edits.push({ path: [...base, 'joins', { to: before.to, on: before.on }, 'relationship'], value: edit.value.relationship });
            draft.change({ edit, file, before });
            draft.record(file, desire.source, key, mine);
        }
        else {
            draft.suggest(edit, file, found, [...base, 'joins', { to: before.to, on: before.on }], `${edit.value.relationship} instead of ${String(before.relationship)}`);
        }
    }
    for (const [key, record] of Object.entries(known ?? {})) {
        if (!key.startsWith('join:') || wanted.has(key))
            continue;
        if (draft.additive) {
            draft.record(file, desire.source, key, record);
            continue;
        }
        const before = joins.get(key.slice('join:'.length));
        if (!before || joinHash(before) !== record.h)
            continue;
        const edit = { op: 'remove', kind: 'join', connection: desire.connection, source: desire.source, evidence: record.ev ?? [], author: 'derived', join: { to: before.to, on: before.on } };
        work.edits.push({ path: [...base, 'joins', { to: before.to, on: before.on }], value: undefined });
        draft.change({ edit, file, before });
    }
}
function columnNames(entry) {
    const columns = entry['columns'];
    return Array.isArray(columns) ? columns.flatMap((column) => (apply_manifest_isRecord(column) && typeof column['name'] === 'string' ? [column['name']] : [])) : [];
}
/** Every place of an entry that follows evidence under one of the keys and holds something. */
function machineSlots(entry, follows) {
    const slots = [];
    const look = (root, base, fields, column) => {
        for (const field of fields) {
            for (const key of follows) {
                const path = [...base, field, key];
                if (apply_manifest_isRecord(root) && apply_manifest_isRecord(root[field]) && root[field][key] !== undefined)
                    slots.push({ path, ...(column === undefined ? {} : { column }) });
            }
        }
    };
    look(entry, [], ['descriptions', 'tags', 'freshness']);
    for (const name of columnNames(entry)) {
        look(valueAt(entry, ['columns', { name }]), ['columns', { name }], ['descriptions', 'constraints', 'enum_values', 'tests'], name);
    }
    return slots;
}
/** Whether an entry holds anything that the edits would not have put there. */
function isForeign(entry, edits) {
    const joins = new Set(edits.flatMap((edit) => (edit.kind === 'join' ? [(0,context_edit/* joinKey */.ID)(edit.value)] : [])));
    if (Object.keys(entry).some((key) => !['table', 'descriptions', 'tags', 'freshness', 'columns', 'joins'].includes(key)))
        return true;
    if ([...(0,placement/* joinsOf */.ZF)(entry)].some(([key, join]) => join.source !== 'formal' && !joins.has(key)))
        return true;
    const columns = Array.isArray(entry['columns']) ? entry['columns'] : [];
    const stray = (root, keys) => {
        if (!apply_manifest_isRecord(root))
            return true;
        return Object.entries(root).some(([key, value]) => {
            if (!keys.includes(key))
                return true;
            const nested = ['descriptions', 'constraints', 'enum_values', 'tests', 'tags', 'freshness'].includes(key);
            return nested && apply_manifest_isRecord(value) && Object.keys(value).some((inner) => inner !== 'db' && inner !== 'dbt');
        });
    };
    return stray(entry, ['table', 'descriptions', 'tags', 'freshness', 'columns', 'joins'])
        || columns.some((column) => stray(column, ['name', 'type', 'pk', 'nullable', 'descriptions', 'constraints', 'enum_values', 'tests']));
}

;// CONCATENATED MODULE: ./lib/src/context/apply-overlay.js





/** Brings the overlay of a scanned table to what is wanted: what is ours in it is updated, what is a person's stays. */
function applyOverlay(draft, desire) {
    const edits = desire.edits.filter((edit) => (0,placement/* slotOf */.SW)(edit).where === 'overlay');
    const known = overlayRecords(draft.knowledge.records(desire.connection, desire.source) ?? {});
    const path = draft.context.sourcePath(desire.connection, desire.source) ?? (0,placement/* sourcePath */.Z3)(desire.connection, desire.source);
    const wanted = new Map(edits.map((edit) => [(0,context_edit/* entityKey */.DH)(edit), edit]));
    const wantedRecords = Object.fromEntries(edits.map((edit) => [(0,context_edit/* entityKey */.DH)(edit), recordOf(edit)]));
    if (edits.length === 0 && Object.keys(known).length === 0)
        return;
    if (draft.isKnown(path) && sameRecords(known, wantedRecords)) {
        for (const [key, record] of Object.entries(wantedRecords))
            draft.record(path, desire.source, key, record);
        return;
    }
    // an overlay of a table whose manifest entry could not be written would have nothing to lie over
    const lost = draft.context.sourcePath(desire.connection, desire.source) === undefined && draft.context.isBroken(draft.context.entryPath(desire.connection, desire.source) ?? desire.path);
    if (lost || draft.context.isBroken(path)) {
        for (const [key, record] of Object.entries(known))
            draft.record(path, desire.source, key, record);
        return;
    }
    const found = draft.context.source(desire.connection, desire.source);
    const work = draft.workOn(path);
    const overlay = { name: desire.source };
    for (const [key, edit] of wanted) {
        const id = (0,context_edit/* entityId */.Hw)(edit);
        const slot = (0,placement/* slotOf */.SW)(edit);
        const before = found ? valueAt(found.value, slot.path) : undefined;
        const record = known[key];
        if (draft.knowledge.isGone(id))
            continue;
        if (before === undefined) {
            if (record && draft.knowledge.exists) {
                draft.noteGone(id, path);
                continue;
            }
            draft.change({ edit, file: path });
            draft.record(path, desire.source, key, recordOf(edit));
            if (found)
                work.edits.push({ path: slot.path, value: edit.value });
            else
                putInto(overlay, slot.path, edit.value);
        }
        else if (entry_sameValue(before, edit.value)) {
            if (record)
                draft.record(path, desire.source, key, recordOf(edit));
            else
                work.foreign = true;
        }
        else if (record && record.h === (0,canonical/* hash12 */.Yq)(before)) {
            draft.change({ edit, file: path, before });
            draft.record(path, desire.source, key, recordOf(edit));
            work.edits.push({ path: slot.path, value: edit.value });
        }
        else {
            work.foreign = true;
            draft.suggest(edit, path, found, slot.path, JSON.stringify(edit.value));
        }
    }
    for (const [key, record] of Object.entries(known)) {
        if (wanted.has(key) || !found)
            continue;
        if (draft.additive) {
            draft.record(path, desire.source, key, record);
            continue;
        }
        const slot = slotOfKey(key);
        const before = slot ? valueAt(found.value, slot) : undefined;
        if (!slot || before === undefined || (0,canonical/* hash12 */.Yq)(before) !== record.h)
            continue;
        draft.change({ edit: { op: 'remove', kind: 'grain', connection: desire.connection, source: desire.source, evidence: record.ev ?? [], author: 'derived' }, file: path, before });
        work.edits.push({ path: slot, value: undefined });
        const left = Object.keys(found.value).filter((name) => name !== 'name' && name !== slot[0]);
        if (left.length === 0)
            work.remove = true;
    }
    if (!found && Object.keys(overlay).length > 1)
        work.whole = overlay;
    if (found && Object.keys(found.value).some((name) => name !== 'name' && ![...wanted.values()].some((edit) => (0,placement/* slotOf */.SW)(edit).path[0] === name)))
        work.foreign = true;
}
function putInto(root, path, value) {
    const [head, ...rest] = path;
    if (typeof head !== 'string')
        return;
    if (rest.length === 0)
        root[head] = value;
    else if (rest.length === 1 && typeof rest[0] === 'object')
        root[head] = [...(root[head] ?? []), value];
    else {
        const inner = (root[head] ??= {});
        putInto(inner, rest, value);
    }
}

;// CONCATENATED MODULE: ./lib/src/context/apply-standalone.js




/** Brings a standalone source to what is wanted, as a whole: once a person touched it, it is theirs. */
function applyStandalone(draft, desire) {
    const composed = composeStandalone(desire.source, desire.edits);
    if (!composed)
        return;
    const path = draft.context.sourcePath(desire.connection, desire.source) ?? desire.path;
    const known = draft.knowledge.records(desire.connection, desire.source)?.[''];
    const mine = { h: (0,canonical/* hash12 */.Yq)(composed), by: 'derived', ev: desire.evidence };
    if (draft.isKnown(path) && known?.h === mine.h) {
        draft.record(path, desire.source, '', mine);
        return;
    }
    if (draft.context.isBroken(path)) {
        if (known)
            draft.record(path, desire.source, '', known);
        return;
    }
    const work = draft.workOn(path);
    const found = draft.context.source(desire.connection, desire.source);
    if (!found) {
        work.whole = composed;
        for (const edit of desire.edits)
            draft.change({ edit, file: path });
        draft.record(path, desire.source, '', mine);
        return;
    }
    if (entry_sameValue(found.value, composed)) {
        draft.record(path, desire.source, '', mine);
        return;
    }
    if (!known || known.h !== (0,canonical/* hash12 */.Yq)(found.value)) {
        work.foreign = true;
        if (known)
            draft.record(path, desire.source, '', known);
        if (known?.h !== mine.h) {
            const head = desire.edits[0];
            if (head)
                draft.suggest(head, path, found, ['name'], 'something else: compare it with its dbt model');
        }
        return;
    }
    const values = new Set();
    for (const edit of desire.edits) {
        const slot = edit.kind === 'source' ? undefined : (0,placement/* slotOf */.SW)(edit).path;
        const before = slot && valueAt(found.value, slot);
        if (slot && edit.kind !== 'join' && entry_sameValue(before, edit.value))
            continue;
        if (edit.kind === 'source' && entry_sameValue(found.value['columns'], composed['columns']) && found.value['table'] === composed['table'])
            continue;
        if (edit.kind === 'join' && (0,placement/* joinsOf */.ZF)(found.value).get((0,context_edit/* joinKey */.ID)(edit.value))?.relationship === edit.value.relationship)
            continue;
        values.add((0,context_edit/* entityKey */.DH)(edit));
        draft.change({ edit, file: path, ...(before === undefined ? {} : { before }) });
    }
    for (const key of new Set([...Object.keys(composed), ...Object.keys(found.value)])) {
        if (entry_sameValue(found.value[key], composed[key]))
            continue;
        work.edits.push({ path: [key], value: composed[key] });
        if (values.size === 0) {
            const removed = { op: 'remove', kind: 'property', field: key, connection: desire.connection, source: desire.source, evidence: desire.evidence, author: 'derived' };
            draft.change({ edit: removed, file: path, before: found.value[key] });
        }
    }
    draft.record(path, desire.source, '', mine);
}

;// CONCATENATED MODULE: ./lib/src/context/draft.js

/** The changes of one run while they are collected. Nothing in the context itself moves. */
class draft_Draft {
    context;
    knowledge;
    /** Some source could not be read, so nothing is removed. */
    additive;
    changes = [];
    findings = [];
    work = new Map();
    records = new Map();
    gone = new Set();
    constructor(context, knowledge, additive) {
        this.context = context;
        this.knowledge = knowledge;
        this.additive = additive;
    }
    change(change) {
        this.changes.push(change);
    }
    say(finding) {
        this.findings.push(finding);
    }
    workOn(path) {
        const ready = this.work.get(path);
        if (ready)
            return ready;
        const work = { edits: [], fresh: new Map(), foreign: false, remove: false };
        this.work.set(path, work);
        return work;
    }
    record(path, source, key, value) {
        const id = `${path}#${source}`;
        const records = this.records.get(id) ?? {};
        records[key] = value;
        this.records.set(id, records);
    }
    recordAll(path, source, records) {
        for (const [key, value] of Object.entries(records))
            this.record(path, source, key, value);
    }
    noteGone(id, file) {
        this.gone.add(id);
        this.say({
            severity: 'notice', code: 'removed-by-person', file, message: `${id} was deleted by hand; it stays away`,
            fix: `to have it back, remove the line of ${id} from ktx.lock`,
        });
    }
    /** Whether the file's bytes are those that the lock knows. */
    isKnown(path) {
        const file = this.knowledge.file(path);
        return file !== undefined && file.sha === this.context.sha(path);
    }
    suggest(edit, file, found, at, what) {
        this.say({
            severity: 'notice', code: 'suggestion', file, ...found?.file.document.place(at) ?? {},
            message: `${(0,context_edit/* entityId */.Hw)(edit)} is yours and stays; the data says ${what}`,
            fix: 'change it yourself if you agree', evidence: edit.evidence,
        });
    }
}

;// CONCATENATED MODULE: ./lib/src/context/apply.js








const apply_isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/**
 * Brings the context to what is wanted, field by field and byte-preserving: what follows its evidence is written, what is
 * ours is updated, what is a person's is left alone and answered with a suggestion. Pure; the order of `desires` does not
 * matter. `removals` are sources whose evidence is gone for good. `additive`: some source could not be read, so nothing is
 * removed at all.
 */
function applyDesires(context, knowledge, desires, removals, additive) {
    const draft = new draft_Draft(context, knowledge, additive);
    const sorted = [...desires].sort((a, b) => (0,canonical/* byText */.z4)(`${a.connection}/${a.source}`, `${b.connection}/${b.source}`));
    for (const desire of sorted)
        applyDesire(draft, desire);
    for (const removal of removals)
        applyRemoval(draft, removal);
    return apply_finish(draft, sorted, removals);
}
function applyDesire(draft, desire) {
    if (isGone(draft, desire))
        return;
    if (desire.kind === 'standalone')
        applyStandalone(draft, desire);
    else {
        applyManifest(draft, desire);
        applyOverlay(draft, desire);
    }
}
/** Whether a person deleted the source: it stays away. */
function isGone(draft, desire) {
    const id = `source:${desire.connection}/${desire.source}`;
    if (draft.knowledge.isGone(id))
        return true;
    const known = draft.knowledge.records(desire.connection, desire.source);
    if (known?.[''] === undefined)
        return false;
    const path = desire.kind === 'manifest'
        ? draft.context.entryPath(desire.connection, desire.source)
        : draft.context.sourcePath(desire.connection, desire.source);
    if (path !== undefined || draft.context.isBroken(desire.path))
        return false;
    draft.noteGone(id, desire.path);
    return true;
}
/** Takes a source away whose evidence is gone; what a person wrote about it stays, with a finding. */
function applyRemoval(draft, removal) {
    const { connection, source } = removal;
    const edit = { op: 'remove', kind: 'source', connection, source, evidence: removal.evidence, author: 'derived' };
    const known = draft.knowledge.records(connection, source);
    const entry = draft.context.entry(connection, source);
    if (entry) {
        draft.workOn(entry.file.path).edits.push({ path: ['tables', source], value: undefined });
        draft.change({ edit, file: entry.file.path, before: entry.value });
    }
    const file = draft.context.source(connection, source);
    if (!file)
        return;
    const ours = Object.keys(file.value).every((key) => key === 'name' || (known?.[key] !== undefined && (0,canonical/* hash12 */.Yq)(file.value[key]) === known[key].h));
    if (ours || (!entry && known?.['']?.h === (0,canonical/* hash12 */.Yq)(file.value))) {
        draft.workOn(file.file.path).remove = true;
        draft.change({ edit, file: file.file.path, before: file.value });
    }
    else if (entry) {
        draft.say({
            severity: 'warning', code: 'context-orphan', file: file.file.path, ...file.file.document.place(['name']),
            message: `${source} no longer exists in ${connection}, but you wrote about it here`, fix: 'delete the file, or point it at another source', evidence: removal.evidence,
        });
    }
}
function apply_finish(draft, desires, removals) {
    const files = new Map();
    const own = new Map();
    const wanted = new Set(desires.map((desire) => `${desire.connection}/${desire.source}`));
    const removed = new Set(removals.map((removal) => `${removal.connection}/${removal.source}`));
    for (const [path, work] of [...draft.work.entries()].sort(([a], [b]) => (0,canonical/* byText */.z4)(a, b))) {
        const present = draft.context.file(path);
        if (!present) {
            if (work.fresh.size === 0 && work.whole === undefined)
                continue;
            const sorted = [...work.fresh.entries()].sort(([a], [b]) => (0,canonical/* byText */.z4)(a, b));
            files.set(path, (0,yaml/* emitYaml */.h)(work.whole ?? { tables: Object.fromEntries(sorted) }));
            own.set(path, true);
            continue;
        }
        own.set(path, !work.foreign && !hasStrangers(draft, path, wanted, removed));
        if (work.remove) {
            files.set(path, null);
            continue;
        }
        if (work.edits.length === 0)
            continue;
        const edited = editYaml(present.text, work.edits);
        if (edited.ok) {
            if (edited.text !== present.text)
                files.set(path, edited.text);
        }
        else {
            draft.say({
                severity: 'error', code: 'context-syntax', file: path, line: edited.problem.line, column: edited.problem.column,
                message: `${path} cannot be edited without changing what else it says: ${edited.problem.message}`, fix: 'simplify the YAML at this place (anchors, merge keys)',
            });
            withdraw(draft, path);
        }
    }
    return {
        changes: (0,context_edit/* sortEdits */.Wz)(draft.changes.filter((change) => files.has(change.file)), (change) => change.edit),
        files, own, records: draft.records, gone: [...draft.gone].sort(canonical/* byText */.z4),
        findings: [...draft.context.findings(), ...draft.findings],
    };
}
/** A file that could not be edited keeps its old records. */
function withdraw(draft, path) {
    for (const id of [...draft.records.keys()]) {
        if (id.startsWith(`${path}#`))
            draft.records.delete(id);
    }
}
function hasStrangers(draft, path, wanted, removed) {
    if (draft.isKnown(path))
        return draft.knowledge.file(path)?.own === false;
    const match = /^semantic-layer\/([^/]+)\/_schema\//.exec(path);
    if (!match)
        return false;
    const tables = draft.context.file(path)?.document.value;
    const names = apply_isRecord(tables) && apply_isRecord(tables['tables']) ? Object.keys(tables['tables']) : [];
    return names.some((name) => !wanted.has(`${match[1] ?? ''}/${name}`) && !removed.has(`${match[1] ?? ''}/${name}`));
}

// EXTERNAL MODULE: ./lib/src/context/context.js
var context_context = __webpack_require__(72409);
// EXTERNAL MODULE: ./lib/src/context/lock.js + 1 modules
var context_lock = __webpack_require__(16321);
;// CONCATENATED MODULE: ./lib/src/context/ours.js

/** Whose a file is. */
/** Whether a file holds nothing but what we wrote: written by this run, or known by its bytes. */
function isOurFile(path, applied, knowledge, sha) {
    const now = applied.own.get(path);
    if (now !== undefined)
        return now;
    const known = knowledge.file(path);
    return known?.own === true && known.sha === sha;
}
/** Names of the sources in each file of ours, so that it need not be parsed. */
function ourSources(applied, knowledge) {
    const written = new Map();
    for (const id of applied.records.keys()) {
        const path = id.slice(0, id.indexOf('#'));
        const names = written.get(path) ?? [];
        written.set(path, names);
        names.push(id.slice(path.length + 1));
    }
    return (path) => [...new Set([...(written.get(path) ?? []), ...knowledge.sourcesIn(path)])];
}
/** Of two records of one file in a merged lock, the one that fits the file that is there. */
function matchesFile(tree, record) {
    const bytes = tree.get(record.id);
    return bytes !== undefined && 'sha' in record && record.sha === (0,context_context/* shaOf */.ye)(bytes);
}
/** What people wrote in the named files and pages, by name: sources, measures, segments, pages. Sorted. */
function keptEntities(context, files) {
    const kept = [];
    for (const path of files) {
        const value = context.file(path)?.document.value;
        const name = typeof value?.['name'] === 'string' ? value['name'] : undefined;
        if (name === undefined)
            continue;
        kept.push(name);
        for (const key of ['measures', 'segments']) {
            for (const item of Array.isArray(value?.[key]) ? value[key] : [])
                if (typeof item?.name === 'string')
                    kept.push(`${name}.${item.name}`);
        }
    }
    for (const page of context.pages())
        kept.push(page);
    return kept.sort();
}

// EXTERNAL MODULE: ./lib/src/evidence/gather.js + 1 modules
var gather = __webpack_require__(40802);
// EXTERNAL MODULE: ./lib/src/evidence/locate.js + 1 modules
var locate = __webpack_require__(35791);
// EXTERNAL MODULE: ./lib/src/evidence/match.js
var match = __webpack_require__(15355);
// EXTERNAL MODULE: ./lib/src/evidence/term-findings.js + 4 modules
var term_findings = __webpack_require__(64328);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/src/sql/identifier.js
/** Words that some dialect refuses as a bare identifier. */
const reserved = new Set(('all alter and any as asc between by case cast check collate column commit constraint create cross current_date current_time current_timestamp '
    + 'default deferrable delete desc distinct drop else end escape except exists false for foreign from full grant group having if in index inner insert intersect into is isnull '
    + 'join left like limit natural no not notnull null offset on or order outer primary references right row rows select set table then to transaction trigger true union unique '
    + 'update user using values view when where window with').split(' '));
/** Whether an identifier can stand in SQL without quotes in every dialect. */
function isPlainIdentifier(name) {
    return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !reserved.has(name.toLowerCase());
}
/** The identifier, quoted only where it must be. */
function identifierText(name, quote) {
    return isPlainIdentifier(name) ? name : quote(name);
}

;// CONCATENATED MODULE: ./lib/src/sql/semantic-type.js
/** The semantic type of a warehouse's type name, for any dialect; undefined for a name that says nothing. */
function semanticType(nativeType) {
    const type = nativeType.trim().toLowerCase().replace(/\(.*$/s, '').trim();
    if (type === '')
        return undefined;
    if (/^bool/.test(type) || type === 'bit')
        return 'boolean';
    if (/^(date|time|timestamp|datetime|interval|year)/.test(type) || type === 'smalldatetime')
        return 'time';
    if (/int|^(numeric|number|decimal|dec|real|float|double|money|smallmoney|bignumeric|byteint|serial|bigserial)/.test(type))
        return 'number';
    return 'string';
}

;// CONCATENATED MODULE: ./lib/src/text/name.js
/** Words of identifiers, as people mean them: how `customer_id`, `CustomerId` and `stg_customers` are about one thing. */
/** Prefixes of layered warehouses: how far each is from the raw data. */
const name_layers = { raw: 0, src: 0, seed: 0, base: 1, stg: 1, stage: 1, staging: 1, int: 2, dim: 3, fct: 3, fact: 3, mart: 3, mrt: 3, rpt: 3 };
/** Lower-case words of an identifier: split at separators and at case and digit boundaries. */
function words(identifier) {
    return identifier
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== '');
}
/** English singular of one word, by rule; unknown shapes stay. */
function singular(word) {
    if (word.length < 4 || /(ss|us|is)$/.test(word))
        return word;
    if (/ies$/.test(word))
        return `${word.slice(0, -3)}y`;
    if (/(s|x|z|ch|sh)es$/.test(word))
        return word.slice(0, -2);
    return word.endsWith('s') ? word.slice(0, -1) : word;
}
/** Splits a table name into its layer prefix and the thing that it holds. */
function tableWords(name) {
    const parts = words(name);
    const prefix = parts.length > 1 ? name_layers[parts[0] ?? ''] : undefined;
    const layer = prefix ?? 0;
    const rest = prefix === undefined ? parts : parts.slice(1);
    return { layer, thing: rest.map((word, i) => (i === rest.length - 1 ? singular(word) : word)).join(' ') };
}
const keySuffixes = ['id', 'key', 'code', 'uuid', 'sk', 'fk', 'ref'];
/** The thing that a column named like a key refers to (`customer_id` → `customer`); undefined for other columns. */
function keyThing(column) {
    const parts = words(column);
    if (parts.length < 2 || !keySuffixes.includes(parts.at(-1) ?? ''))
        return undefined;
    const thing = parts.slice(0, -1);
    return thing.map((word, i) => (i === thing.length - 1 ? singular(word) : word)).join(' ');
}

// EXTERNAL MODULE: ./lib/src/text/table-name.js
var table_name = __webpack_require__(82602);
;// CONCATENATED MODULE: ./lib/src/ingest/candidates.js



const tableKey = (name) => JSON.stringify([name.catalog, name.schema, name.name]);
/** Same link, whoever proposed it. */
function linkKey(link) {
    return `${link.columns.join(',')}>${[link.to.name.schema, link.to.name.name].filter((part) => part !== null).join('.')}(${link.toColumns.join(',')})`;
}
/**
 * Candidates of one warehouse: declared foreign keys, dbt relationships tests without a filter, and columns named like
 * the key of another table. Sorted; the strongest basis of each link only.
 */
function linkCandidates(connection, tables) {
    const byName = new Map(tables.map((table) => [tableKey(table.structure.name), table]));
    const byDbt = new Map(tables.flatMap((table) => table.dbt.map((node) => [node.id, table])));
    const found = new Map();
    const add = (candidate) => {
        const key = `${tableKey(candidate.from.name)} ${linkKey(candidate)}`;
        if (!found.has(key))
            found.set(key, candidate);
    };
    for (const { structure } of tables) {
        for (const key of structure.foreignKeys) {
            const target = byName.get(tableKey(key.target));
            if (!target || key.columns.length === 0 || key.columns.length !== key.targetColumns.length)
                continue;
            add({ from: structure, columns: key.columns, to: target.structure, toColumns: key.targetColumns, basis: 'declared', evidence: [(0,table_name/* tableId */.s)(connection, structure.name), (0,table_name/* tableId */.s)(connection, target.structure.name)].sort(canonical/* byText */.z4), rank: 0 });
        }
    }
    for (const { structure, dbt } of tables) {
        for (const node of dbt) {
            for (const test of node.data.tests) {
                const { to, field } = test.kwargs;
                if (test.name !== 'relationships' || test.package !== null || test.where !== undefined || test.column === null || typeof to !== 'string' || typeof field !== 'string')
                    continue;
                const target = byDbt.get(to);
                const column = realColumn(structure, test.column);
                const targetColumn = target && realColumn(target.structure, field);
                if (!target || !column || !targetColumn)
                    continue;
                add({ from: structure, columns: [column], to: target.structure, toColumns: [targetColumn], basis: 'test', evidence: [node.id, to].sort(canonical/* byText */.z4), origin: test.origin, rank: 0 });
            }
        }
    }
    const named = tables.map(({ structure }) => ({ structure, ...tableWords(structure.name.name), keys: keyColumns(structure) }));
    const byThing = new Map();
    for (const table of named)
        byThing.set(table.thing, [...(byThing.get(table.thing) ?? []), table]);
    for (const from of named) {
        for (const column of from.structure.columns) {
            const thing = keyThing(column.name);
            // a table's own key is no reference: the same thing in another layer is a copy, not a join
            if (thing === undefined || thing === from.thing)
                continue;
            for (const [offset, name] of suffixes(thing).entries()) {
                const targets = byThing.get(name) ?? [];
                for (const to of targets) {
                    const self = to === from;
                    const key = to.keys.find((candidate) => candidate.toLowerCase() === column.name.toLowerCase()) ?? to.keys[0];
                    if (key === undefined || (self && (offset === 0 || key === column.name)))
                        continue;
                    add({ from: from.structure, columns: [column.name], to: to.structure, toColumns: [key], basis: 'name', evidence: [(0,table_name/* tableId */.s)(connection, from.structure.name), (0,table_name/* tableId */.s)(connection, to.structure.name)].sort(canonical/* byText */.z4), rank: offset * 10 + Math.abs(to.layer - from.layer) });
                }
                if (targets.length > 0)
                    break;
            }
        }
    }
    return [...found.entries()].sort(([a], [b]) => (0,canonical/* byText */.z4)(a, b)).map(([, candidate]) => candidate);
}
/** `billing address` → [`billing address`, `address`]: a role in front of the thing is allowed. */
function suffixes(thing) {
    const parts = thing.split(' ');
    return parts.map((_, i) => parts.slice(i).join(' '));
}
/** Columns that could be the single key of their table: declared ones first, then `id`, `<thing>_id`, `<thing>_key`. */
function keyColumns(table) {
    const declared = [table.primaryKey, ...table.uniqueKeys].flatMap((key) => (key.length === 1 ? key : []));
    const { thing } = tableWords(table.name.name);
    const byName = table.columns.filter((column) => {
        const name = words(column.name).join(' ');
        return name === 'id' || name === 'uuid' || keyThing(column.name) === thing;
    });
    return [...new Set([...declared, ...byName.map((column) => column.name)])];
}
/** The column as the catalogue spells it; dbt may spell it otherwise. */
function realColumn(table, name) {
    return (table.columns.find((column) => column.name === name) ?? table.columns.find((column) => column.name.toLowerCase() === name.toLowerCase()))?.name;
}

// EXTERNAL MODULE: ./lib/src/ingest/texts.js
var texts = __webpack_require__(92531);
;// CONCATENATED MODULE: ./lib/src/ingest/derive.js






function deriveUnit(unit, input) {
    const edits = [];
    const findings = [];
    const tables = unit.evidence.filter((one) => one.kind === 'table');
    const nodes = unit.evidence.filter((one) => one.kind === 'dbt');
    let untyped = false;
    for (const table of tables)
        edits.push(...deriveTable(table, nodes, input, findings));
    if (input.standalone && tables.length === 0) {
        for (const node of nodes) {
            const derived = deriveStandalone(node, findings);
            edits.push(...derived.edits);
            untyped ||= derived.untyped;
        }
    }
    const unproved = tables.flatMap((table) => (input.proofs(table.id)?.links ?? []).filter((link) => !link.checked).flatMap((link) => joinEdits(link, input).map(context_edit/* entityId */.Hw)));
    return { edits, findings, untyped, unproved };
}
/** A column name that ktx can hold: no dot, no control character. */
function isAddressable(name) {
    // eslint-disable-next-line no-control-regex
    return name !== '' && !/[.\u0000-\u001f\u007f\u2028\u2029]/.test(name);
}
function deriveTable(table, nodes, input, findings) {
    const place = input.sourceOf(table.id);
    const { structure } = table.data;
    const columns = structure.columns.filter((column) => isAddressable(column.name)).map((column) => ({
        name: column.name, type: column.type,
        ...(structure.primaryKey.includes(column.name) ? { pk: true } : {}),
        ...(column.nullable ? {} : { nullable: false }),
    }));
    if (!place || columns.length === 0)
        return [];
    const { connection, source } = place;
    const proofs = input.proofs(table.id);
    const common = { op: 'put', connection, source, author: 'derived' };
    const fromTable = { ...common, evidence: [table.id] };
    const edits = [{ ...fromTable, kind: 'source', value: { table: place.table, columns } }];
    if (structure.comment)
        edits.push(...(0,texts/* publishable */.g)(structure.comment, table.origin, table.id, findings).map((value) => ({ ...fromTable, kind: 'description', key: 'db', value })));
    for (const column of structure.columns) {
        if (!column.comment || !isAddressable(column.name))
            continue;
        edits.push(...(0,texts/* publishable */.g)(column.comment, table.origin, table.id, findings).map((value) => ({ ...fromTable, kind: 'description', column: column.name, key: 'db', value })));
    }
    const contradicted = new Set((proofs?.contradicted ?? []).map(({ test }) => test));
    const column = (name) => {
        const real = realColumn(structure, name);
        return real !== undefined && isAddressable(real) ? real : undefined;
    };
    edits.push(...dbtEdits(nodes, common, column, (test) => !contradicted.has(test), findings));
    if (proofs?.key?.columns.every(isAddressable) === true)
        edits.push({ ...common, evidence: proofs.key.basis === 'test' ? [...nodes.map((node) => node.id), table.id].sort(canonical/* byText */.z4) : [table.id], kind: 'grain', value: proofs.key.columns });
    for (const link of proofs?.links ?? [])
        edits.push(...joinEdits(link, input));
    return edits;
}
function joinEdits(link, input) {
    const { candidate, relationship } = link;
    const from = input.sourceOf(input.tableIdOf(link, 'from'));
    const to = input.sourceOf(input.tableIdOf(link, 'to'));
    if (!from || !to || [...candidate.columns, ...candidate.toColumns].some((name) => !isAddressable(name)))
        return [];
    const name = (source, column) => {
        const part = (identifier) => identifierText(identifier, (one) => input.quote(from.connection, one));
        return `${part(source)}.${part(column)}`;
    };
    const pairs = candidate.columns.map((column, i) => [name(from.source, column), name(to.source, candidate.toColumns[i] ?? '')]);
    const kind = candidate.basis === 'declared' ? 'formal' : 'inferred';
    // ktx reads `on` with its own side first, so each direction is written from its own source
    const forward = { to: to.source, on: pairs.map(([a, b]) => `${a} = ${b}`).join(' AND '), relationship, source: kind };
    const inverse = { to: from.source, on: pairs.map(([a, b]) => `${b} = ${a}`).join(' AND '), relationship: relationship === 'many_to_one' ? 'one_to_many' : 'one_to_one', source: kind };
    const common = { op: 'put', kind: 'join', author: 'derived', evidence: candidate.evidence };
    const edits = [{ ...common, connection: from.connection, source: from.source, value: forward }];
    // a table that refers to itself has one edge only; its inverse would be the same pair of columns
    if (from.source !== to.source)
        edits.push({ ...common, connection: to.connection, source: to.source, value: inverse });
    return edits;
}
/** Descriptions, constraints, enums, tests, tags and freshness out of dbt; the first node that says something wins. */
function dbtEdits(nodes, common, column, holds, findings) {
    const edits = [];
    const seen = new Map();
    const put = (edit) => {
        const slot = JSON.stringify([edit.kind, 'column' in edit ? edit.column : null, 'key' in edit ? edit.key : null, 'field' in edit ? edit.field : null]);
        if (seen.has(slot))
            return;
        seen.set(slot, edit);
        edits.push(edit);
    };
    for (const node of nodes) {
        const head = { ...common, evidence: [node.id] };
        const { data } = node;
        const putValue = (field, all, what, origin, name) => {
            for (const value of (0,texts/* publishableValue */.X)(all, what, origin, name === undefined ? node.id : `${node.id}.${name}`, findings)) {
                put({ ...head, kind: 'property', ...(name === undefined ? {} : { column: name }), field, value });
            }
        };
        for (const value of (0,texts/* publishable */.g)(data.description, data.described ?? node.origin, node.id, findings))
            put({ ...head, kind: 'description', key: 'dbt', value });
        if (data.tags.length > 0)
            putValue('tags.dbt', [...data.tags].sort(canonical/* byText */.z4), 'the tags', node.origin);
        const { freshness } = data;
        if (freshness && (freshness.raw !== undefined || freshness.loadedAtField !== undefined)) {
            putValue('freshness.dbt', { ...(freshness.raw === undefined ? {} : { raw: freshness.raw }), ...(freshness.loadedAtField === undefined ? {} : { loaded_at_field: freshness.loadedAtField }) }, 'the freshness settings', node.origin);
        }
        for (const documented of data.columns) {
            const name = column(documented.name);
            if (name === undefined)
                continue;
            for (const value of (0,texts/* publishable */.g)(documented.description, documented.origin, node.id, findings))
                put({ ...head, kind: 'description', column: name, key: 'dbt', value });
        }
        for (const [name, tests] of testsByColumn(data, column)) {
            const good = tests.filter(holds);
            const constraints = constraintsOf(good, documentedColumn(data.columns, name, column), data.constraints, name);
            if (Object.keys(constraints).length > 0)
                put({ ...head, kind: 'property', column: name, field: 'constraints.dbt', value: constraints });
            const accepted = good.find((test) => test.name === 'accepted_values' && test.package === null && test.where === undefined);
            const values = accepted?.kwargs['values'];
            if (accepted && Array.isArray(values) && values.length > 0)
                putValue('enum_values.dbt', values.map(String), 'the accepted values', accepted.origin, name);
            const others = good.filter((test) => !(test.package === null && ['not_null', 'unique', 'accepted_values', 'relationships'].includes(test.name)));
            const [first] = others;
            if (first)
                putValue('tests.dbt', others.map((test) => testValue(test, data.packageName)), 'the tests', first.origin, name);
        }
    }
    return edits;
}
function testsByColumn(data, column) {
    const byColumn = new Map();
    for (const documented of data.columns) {
        const name = column(documented.name);
        if (name !== undefined && !byColumn.has(name))
            byColumn.set(name, []);
    }
    for (const test of data.tests) {
        const name = test.column === null ? undefined : column(test.column);
        if (name !== undefined)
            byColumn.set(name, [...(byColumn.get(name) ?? []), test]);
    }
    return [...byColumn].sort(([a], [b]) => (0,canonical/* byText */.z4)(a, b));
}
function documentedColumn(columns, name, column) {
    return columns.find((one) => column(one.name) === name);
}
function constraintsOf(tests, documented, onNode, name) {
    const says = (kind) => tests.some((test) => test.name === kind && test.package === null && test.where === undefined)
        || (documented?.constraints ?? []).some((constraint) => constraint.type === kind || constraint.type === 'primary_key')
        || onNode.some((constraint) => constraint.type === 'primary_key' && constraint.columns.length === 1 && constraint.columns[0]?.toLowerCase() === name.toLowerCase());
    return { ...(says('not_null') ? { not_null: true } : {}), ...(says('unique') ? { unique: true } : {}) };
}
function testValue(test, packageName) {
    const kwargs = Object.fromEntries(Object.entries(test.kwargs).sort(([a], [b]) => (0,canonical/* byText */.z4)(a, b)));
    return { name: test.name, package: test.package ?? packageName, ...(Object.keys(kwargs).length > 0 ? { kwargs } : {}) };
}
function deriveStandalone(node, findings) {
    const { data } = node;
    if (data.relation === null || data.resource === 'source')
        return { edits: [], untyped: false };
    const typed = data.columns.flatMap((column) => {
        const type = column.dataType === undefined ? undefined : semanticType(column.dataType);
        return type !== undefined && isAddressable(column.name) ? [{ name: column.name, type }] : [];
    });
    if (typed.length === 0)
        return { edits: [], untyped: true };
    const names = new Map(typed.map((column) => [column.name.toLowerCase(), column.name]));
    const column = (name) => names.get(name.toLowerCase());
    const source = standaloneName(node);
    const common = { op: 'put', connection: node.connection, source, author: 'derived' };
    const head = { ...common, evidence: [node.id] };
    const { catalog, schema, name } = data.relation;
    const part = (identifier) => identifierText(identifier, (one) => `"${one.replace(/"/g, '""')}"`);
    const table = [catalog, schema, name].filter((one) => one !== null).map(part).join('.');
    const edits = [{ ...head, kind: 'source', value: { table, columns: typed } }];
    edits.push(...dbtEdits([node], common, column, () => true, findings));
    const unique = data.tests.filter((test) => test.name === 'unique' && test.package === null && test.where === undefined && test.column !== null).map((test) => column(test.column ?? ''));
    const combination = data.tests.find((test) => test.name === 'unique_combination_of_columns' && Array.isArray(test.kwargs['combination_of_columns']))?.kwargs['combination_of_columns'];
    const combined = combination?.map((one) => (typeof one === 'string' ? column(one) : undefined));
    const grain = unique[0] !== undefined ? [unique[0]] : combined && combined.length > 0 && combined.every((one) => one !== undefined) ? combined : undefined;
    if (grain)
        edits.push({ ...head, kind: 'grain', value: grain });
    return { edits, untyped: false };
}
/** Name of a dbt node's standalone source: what it is called in the warehouse. */
function standaloneName(node) {
    return node.data.relation?.name ?? node.data.name;
}
/** Joins between standalone sources, out of dbt relationships tests; nothing can prove them without a warehouse. */
function standaloneJoins(nodes, edits) {
    const sources = new Map(edits.flatMap((edit) => (edit.kind === 'source' ? [[`${edit.connection}/${edit.source}`, edit.value]] : [])));
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const joins = [];
    for (const node of nodes) {
        const from = standaloneName(node);
        for (const test of node.data.tests) {
            const target = typeof test.kwargs['to'] === 'string' ? byId.get(test.kwargs['to']) : undefined;
            const field = test.kwargs['field'];
            if (test.name !== 'relationships' || test.package !== null || test.where !== undefined || test.column === null || !target || typeof field !== 'string')
                continue;
            const to = standaloneName(target);
            const own = sources.get(`${node.connection}/${from}`)?.columns.find((column) => column.name.toLowerCase() === test.column?.toLowerCase());
            const other = sources.get(`${target.connection}/${to}`)?.columns.find((column) => column.name.toLowerCase() === field.toLowerCase());
            if (!own || !other || node.connection !== target.connection || from === to)
                continue;
            joins.push({
                op: 'put', kind: 'join', connection: node.connection, source: from, author: 'derived', evidence: [node.id, target.id].sort(canonical/* byText */.z4),
                value: { to, on: `${from}.${own.name} = ${to}.${other.name}`, relationship: 'many_to_one', source: 'inferred' },
            });
        }
    }
    return joins;
}

;// CONCATENATED MODULE: ./lib/src/ingest/derive-units.js


const unitsPerTurn = 16;
/** Derive runs over every unit, due or not: it is free. Stops between two units once the signal says so. */
async function deriveUnits(input) {
    const edits = [];
    const findings = [];
    const finished = new Set();
    const resumed = new Set();
    const unproved = new Set();
    let untyped = 0;
    for (const [index, unit] of input.units.entries()) {
        // a signal is only seen between two turns of the event loop
        if (index % unitsPerTurn === 0)
            await (0,promises_.setImmediate)();
        if (input.signal.aborted)
            break;
        const result = deriveUnit(unit, input);
        findings.push(...result.findings);
        if (result.untyped)
            untyped += 1;
        for (const id of result.unproved)
            unproved.add(id);
        const earlier = unit.due === null ? undefined : input.resumable.get(unit.id);
        // what parsing and data justify is worked out anew: it also rests on the rows of other tables, which no key covers
        const judged = earlier?.key === unit.key ? earlier.edits.filter((edit) => edit.op === 'put').filter((edit) => edit.author !== 'derived') : undefined;
        if (judged)
            resumed.add(unit.id);
        const own = [...result.edits, ...(judged ?? [])];
        edits.push(...own);
        finished.add(unit.id);
        if (unit.due !== null)
            input.ended(unit, own);
    }
    if (input.standalone)
        edits.push(...standaloneJoins(input.dbt, edits));
    if (untyped > 0) {
        findings.push({
            severity: 'notice', code: 'dbt-untyped', message: `${untyped} dbt nodes have no column types and were left out of the semantic layer`,
            fix: 'run `dbt docs generate`, so that target/catalog.json has them, or configure the warehouse',
        });
    }
    return { edits, findings, finished, resumed, unproved };
}

;// CONCATENATED MODULE: ./lib/src/ingest/desire.js




function placeTables(input) {
    const places = new Map();
    for (const connection of new Set(input.tables.map((table) => table.connection))) {
        const own = input.tables.filter((table) => table.connection === connection);
        const names = (0,placement/* sourceNames */.SI)(own.map((table) => ({ ...table.data.structure.name, evidence: table })), (name) => {
            const present = input.context.entry(connection, name)?.value['table'];
            return typeof present === 'string' ? present : undefined;
        }, (table) => (0,table_name/* tableText */.q)(table));
        for (const [table, source] of names) {
            places.set(table.evidence.id, {
                connection, source, table: fullName(table, (name) => input.quote(connection, name)), path: (0,placement/* shardPath */.A$)(connection, input.driverOf(connection), table),
            });
        }
    }
    return places;
}
/** The full name as it goes into SQL, quoted only where it must be. */
function fullName(table, quote) {
    return [table.catalog, table.schema, table.name].filter((part) => part !== null).map((part) => identifierText(part, quote)).join('.');
}
/** Groups the edits by source. A group without the edit that puts its source is left alone: its own unit did not run. */
function desiresOf(input) {
    const groups = new Map();
    for (const edit of input.edits) {
        const key = JSON.stringify([edit.connection, edit.source]);
        groups.set(key, [...(groups.get(key) ?? []), edit]);
    }
    const placeOf = new Map([...input.places].map(([table, place]) => [JSON.stringify([place.connection, place.source]), { table, place }]));
    const desires = [];
    for (const [key, edits] of groups) {
        const head = edits.find((edit) => edit.kind === 'source');
        if (!head)
            continue;
        const scanned = placeOf.get(key);
        const nodes = scanned ? input.nodesOf(scanned.table) : [];
        const followsDbt = nodes.length > 0 || input.hadDbt(head.connection, head.source);
        desires.push({
            connection: head.connection, source: head.source, edits,
            kind: scanned ? 'manifest' : 'standalone',
            path: scanned ? scanned.place.path : (0,placement/* sourcePath */.Z3)(head.connection, head.source),
            follows: followsDbt ? ['db', 'dbt'] : ['db'],
            evidence: scanned ? [...nodes.map((node) => node.id), scanned.table].sort(canonical/* byText */.z4) : head.evidence,
        });
    }
    return desires;
}
/** Sources all of whose evidence is gone. More than the limits of a connection is a question, and nothing is removed there. */
function removalsOf(input) {
    const wanted = new Set(input.desires.map((desire) => `${desire.connection}/${desire.source}`));
    const removals = [];
    const findings = [];
    for (const connection of input.connections) {
        const sources = input.knowledge.sources(connection);
        const gone = sources.flatMap((source) => {
            const evidence = input.knowledge.records(connection, source)?.['']?.ev ?? [];
            return wanted.has(`${connection}/${source}`) || evidence.length === 0 || evidence.some((id) => input.isPresent(id)) ? [] : [{ connection, source, evidence }];
        });
        const most = Math.max(input.limits.min, Math.floor(sources.length * input.limits.maxShare));
        if (gone.length <= most)
            removals.push(...gone);
        else {
            findings.push({
                severity: 'question', code: 'removals-held',
                message: `${gone.length} of ${sources.length} sources of ${connection} are gone, more than the ${most} that one run removes: ${gone.slice(0, 5).map((one) => one.source).join(', ')}${gone.length > 5 ? ', …' : ''}`,
                fix: 'if they really are gone, raise removals.maxShare in ktx-ci.yaml for one run; if not, look at what the connection sees',
            });
        }
    }
    return { removals, findings };
}
/** Names and types that the offline gates need, one line a source. */
function catalogueOf(desires) {
    return desires.map((desire) => {
        const head = desire.edits.find((edit) => edit.kind === 'source');
        return { connection: desire.connection, source: desire.source, columns: Object.fromEntries((head?.value.columns ?? []).map((column) => [column.name, column.type])) };
    }).sort((a, b) => (0,canonical/* byText */.z4)(`${a.connection}/${a.source}`, `${b.connection}/${b.source}`));
}

;// CONCATENATED MODULE: ./lib/src/ingest/merge.js


const declaredFirst = (edit) => (edit.kind === 'join' && edit.value.source === 'inferred' ? 1 : 0);
/**
 * All edits of a run as one set, whatever order the units ended in. Two values for one entity are a conflict: what is
 * declared wins over what is inferred, then the first in a fixed order, and people are told.
 */
function mergeEdits(edits) {
    const sorted = (0,context_edit/* sortEdits */.Wz)(edits, (edit) => edit).sort((a, b) => declaredFirst(a) - declaredFirst(b));
    const byEntity = new Map();
    const conflicts = new Map();
    for (const edit of sorted) {
        const id = (0,context_edit/* entityId */.Hw)(edit);
        const first = byEntity.get(id);
        if (!first)
            byEntity.set(id, edit);
        else if ((0,canonical/* canonicalJson */.dj)(meaning(first)) !== (0,canonical/* canonicalJson */.dj)(meaning(edit)))
            conflicts.set(id, [...(conflicts.get(id) ?? [first]), edit]);
        else
            byEntity.set(id, { ...first, evidence: [...new Set([...first.evidence, ...edit.evidence])].sort(canonical/* byText */.z4) });
    }
    const findings = [...conflicts].map(([id, sides]) => ({
        severity: 'warning', code: 'edit-conflict',
        message: `${id} has ${sides.length} values: ${sides.map((side) => `${(0,canonical/* canonicalJson */.dj)(meaning(side)).slice(0, 80)} (${side.evidence.join(', ')})`).join(' and ')}; the first is written`,
        fix: 'let one of the sources say it', evidence: [...new Set(sides.flatMap((side) => side.evidence))].sort(canonical/* byText */.z4),
    }));
    return { edits: [...byEntity.values()], findings };
}
/** What two edits of one entity may differ in and still say the same. */
function meaning(edit) {
    return edit.kind === 'join' ? edit.value.relationship : edit.value;
}

;// CONCATENATED MODULE: ./lib/src/ingest/memory.js




/** ktx.lock as the stages see it, and the next one out of what they found. */
function knowledgeOf(lock) {
    const files = new Map();
    const records = new Map();
    const inFile = new Map();
    const byConnection = new Map();
    const usual = usualEvidence(lock.records());
    for (const record of lock.all('file')) {
        const hash = record.id.indexOf('#');
        const path = hash < 0 ? record.id : record.id.slice(0, hash);
        if ('sha' in record)
            files.set(path, { sha: record.sha, own: record.own === true });
        const source = hash >= 0 ? record.id.slice(hash + 1) : sourceOf(record);
        if (source === undefined || record.e === undefined)
            continue;
        const kind = (0,placement/* contextPath */.VJ)(path);
        const connection = kind !== undefined && 'connection' in kind ? kind.connection : '';
        const key = `${connection}/${source}`;
        if (!records.has(key))
            append(byConnection, connection, source);
        records.set(key, { ...records.get(key), ...expand(record.e, usual(connection, source)) });
        append(inFile, path, source);
    }
    return {
        file: (path) => files.get(path),
        records: (connection, source) => records.get(`${connection}/${source}`),
        sourcesIn: (path) => inFile.get(path) ?? [],
        sources: (connection) => byConnection.get(connection) ?? [],
        isGone: (id) => lock.get('gone', id) !== undefined,
        exists: files.size > 0,
    };
}
/** Name of the one source of a file; left out where the file is named for it. */
function sourceOf(record) {
    if (record.e === undefined)
        return undefined;
    return ('source' in record ? record.source : undefined) ?? fileStem(record.id);
}
const fileStem = (path) => path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
function append(lists, key, item) {
    const list = lists.get(key);
    if (list)
        list.push(item);
    else
        lists.set(key, [item]);
}
/**
 * The evidence that the lock leaves out because it follows: what is derived about the source of a scanned table, other
 * than a join, rests on the unit which holds the table of that name.
 */
function usualEvidence(records) {
    const unitOf = new Map();
    for (const record of records) {
        if (record.t !== 'unit')
            continue;
        const ids = Object.keys(record.evidence).sort(canonical/* byText */.z4);
        for (const id of ids)
            unitOf.set(id, ids);
    }
    const bySource = new Map();
    for (const { t, id } of records) {
        if (t !== 'table')
            continue;
        const source = `${id.slice(0, id.indexOf('/'))}/${id.slice(id.lastIndexOf('.') + 1)}`;
        bySource.set(source, unitOf.get(`table:${id}`) ?? [`table:${id}`]);
    }
    return (connection, source) => bySource.get(`${connection}/${source}`);
}
function expand(stored, usual) {
    return Object.fromEntries(Object.entries(stored).map(([key, { h, by = 'derived', ev = usual ?? [] }]) => [key, { h, by, ev }]));
}
function compact(records, usual) {
    return Object.fromEntries(Object.entries(records).map(([key, { h, by, ev = [] }]) => {
        const follows = by === 'derived' && !key.startsWith('join:') && usual !== undefined && ev.every((id) => usual.includes(id));
        return [key, { h, ...(by === 'derived' ? {} : { by }), ...(follows ? {} : { ev }) }];
    }));
}
function rememberedTable(lock, tableId) {
    const record = lock.get('table', tableId.slice('table:'.length));
    return record && { structure: record.structure, mark: record.mark, hash: record.hash };
}
function rememberedUnit(lock, id) {
    const record = lock.get('unit', id);
    return record && { key: record.key, outcome: record.outcome, evidence: record.evidence };
}
function rememberedProofs(lock, tableId) {
    const record = lock.get('table', tableId.slice('table:'.length));
    if (!record)
        return undefined;
    const stored = (record.links ?? {});
    const basis = stored.key?.test ? 'test' : 'name';
    const columns = stored.key?.[basis];
    return { ...(columns ? { key: { columns, basis } } : {}), links: stored.links ?? {}, contradicted: stored.contradicted ?? [], ambiguous: stored.ambiguous ?? [] };
}
function storedProofs(proofs) {
    const links = Object.fromEntries(proofs.links.map((link) => [linkKey(link.candidate), link.relationship]));
    const contradicted = proofs.contradicted.map(({ test, why }) => ({ name: test.name, column: test.column, why }));
    return {
        ...(proofs.key ? { key: { [proofs.key.basis]: proofs.key.columns } } : {}),
        ...(proofs.links.length > 0 ? { links } : {}),
        ...(contradicted.length > 0 ? { contradicted } : {}),
        ...(proofs.ambiguous.length > 0 ? { ambiguous: proofs.ambiguous } : {}),
    };
}
function unitRecord(unit, outcome) {
    return { t: 'unit', id: unit.id, key: unit.key, by: 'derived', outcome, evidence: Object.fromEntries(unit.evidence.map((one) => [one.id, one.hash])) };
}
function nextLock(input) {
    const { lock, applied } = input;
    const records = [];
    const keep = (record) => { records.push(record); };
    const tables = new Map(input.tables.map((table) => [table.id.slice('table:'.length), table]));
    for (const record of lock.all('table')) {
        if (!tables.has(record.id) && !input.readConnections.has(record.id.split('/')[0] ?? ''))
            keep(record);
    }
    for (const [id, table] of tables) {
        const proofs = input.proofs(table.id);
        const links = proofs && storedProofs(proofs);
        // without a marker it is read again next time, and what could not be checked is
        const mark = proofs && proofs.unproved.length > 0 ? null : table.data.mark;
        keep({ t: 'table', id, structure: table.structureHash, mark, hash: table.hash, ...(links && Object.keys(links).length > 0 ? { links: { ...links } } : {}) });
    }
    const units = new Map(input.units.map(({ unit, outcome }) => [unit.id, { unit, outcome }]));
    for (const record of lock.all('unit'))
        if (!units.has(record.id) && input.keptUnits.has(record.id))
            keep(record);
    for (const [id, { unit, outcome }] of units) {
        const before = lock.get('unit', id);
        // judged again with the same outcome: what it once wrote it wrote
        if (before && (unit.due === null || (before.key === unit.key && (outcome === 'unchanged' || before.outcome === outcome))))
            keep(before);
        else
            keep(unitRecord(unit, outcome));
    }
    const usualBefore = usualEvidence(lock.records());
    const removed = new Set(input.removedSources.map((one) => `${one.connection}/${one.source}`));
    const entities = new Map();
    const written = new Set();
    for (const [id, found] of applied.records) {
        const path = id.slice(0, id.indexOf('#'));
        if (!input.tree.has(path) && !applied.files.get(path))
            continue;
        written.add(sourceKey(path, id.slice(path.length + 1)));
        entities.set(id, found);
    }
    for (const record of lock.all('file')) {
        const path = record.id.split('#')[0] ?? '';
        const source = record.id.includes('#') ? record.id.slice(path.length + 1) : sourceOf(record);
        if (source === undefined || record.e === undefined || !input.tree.has(path))
            continue;
        const key = sourceKey(path, source);
        if (!written.has(key) && !removed.has(key) && !applied.gone.includes(`source:${key}`))
            entities.set(`${path}#${source}`, expand(record.e, usualBefore(key.slice(0, key.indexOf('/')), source)));
    }
    const single = new Map();
    const usual = usualEvidence(records);
    for (const [id, found] of entities) {
        const path = id.slice(0, id.indexOf('#'));
        const key = sourceKey(path, id.slice(path.length + 1));
        const e = compact(found, usual(key.slice(0, key.indexOf('/')), id.slice(path.length + 1)));
        if (path.includes('/_schema/'))
            keep({ t: 'file', id, e });
        else {
            const source = id.slice(path.length + 1);
            single.set(path, { ...(source === fileStem(path) ? {} : { source }), e });
        }
    }
    const paths = new Set([...lock.all('file').map((record) => record.id.split('#')[0] ?? ''), ...applied.files.keys(), ...applied.own.keys(), ...[...entities.keys()].map((id) => id.slice(0, id.indexOf('#'))), ...input.seenFiles]);
    const before = new Map(lock.all('file').flatMap((record) => ('sha' in record ? [[record.id, record]] : [])));
    for (const path of paths) {
        const text = applied.files.get(path);
        const bytes = text === undefined ? input.tree.get(path) : text === null ? undefined : text;
        if (bytes === undefined)
            continue;
        const sha = (0,context_context/* shaOf */.ye)(bytes);
        const own = applied.own.get(path) ?? (before.get(path)?.sha === sha ? before.get(path)?.own === true : false);
        keep({ t: 'file', id: path, sha, ...(own ? { own } : {}), ...single.get(path) });
    }
    for (const record of lock.all('gone'))
        keep(record);
    for (const id of applied.gone)
        if (!lock.get('gone', id))
            keep({ t: 'gone', id });
    for (const [id, why] of input.unproved)
        keep({ t: 'unproved', id, why });
    return lock.replacing(['table', 'unit', 'file', 'gone', 'unproved'], records);
}
function sourceKey(path, source) {
    const kind = (0,placement/* contextPath */.VJ)(path);
    return `${kind !== undefined && 'connection' in kind ? kind.connection : ''}/${source}`;
}
/**
 * Whether two locks differ only in what moves with the data or with what people write: change markers, the bytes of
 * people's files, reasons. Then the older one stays: what it does not know is looked at again, and nothing is to be merged.
 */
function sameBesidesMarks(a, b) {
    const [left, right] = [a.records().filter(lasts), b.records().filter(lasts)];
    return left.length === right.length && left.every((record) => {
        const other = b.get(record.t, record.id);
        return other !== undefined && (other === record || (0,canonical/* canonicalJson */.dj)(lasting(record)) === (0,canonical/* canonicalJson */.dj)(lasting(other)));
    });
}
function lasts(record) {
    return record.t !== 'unproved' && !(record.t === 'file' && 'sha' in record && record.own !== true && record.e === undefined);
}
/** A record without what moves while its meaning stays. */
function lasting(record) {
    if (record.t === 'dropped')
        return { ...record, why: null };
    if (record.t === 'file' && 'sha' in record && record.own !== true)
        return { ...record, sha: null };
    if (record.t !== 'table')
        return record;
    const links = record.links;
    const contradicted = links?.contradicted?.map(({ name, column }) => ({ name, column }));
    return { ...record, mark: null, ...(links ? { links: { ...links, ...(contradicted ? { contradicted } : {}) } } : {}) };
}

;// CONCATENATED MODULE: ./lib/src/llm/prices.js
/** The model that an estimate names where none is configured. Source: Anthropic's public price list, read 2026-11. */
const referenceModel = 'claude-sonnet-4-6';
const prices = { [referenceModel]: { input: 3, output: 15 } };
/** Own prices of ktx-ci.yaml come first; undefined: the price of this model is not known. */
function priceOf(model, own) {
    return own[model] ?? prices[model];
}

;// CONCATENATED MODULE: ./lib/src/ingest/remainder.js

/** Fixed part of each request (system and tools), and requests of a typical unit: two to three. */
const fixedTokens = 2000;
const requests = 2.5;
/** Null where nothing is left. Four characters are about one token of English or SQL. */
function remainderOf(unit, describes) {
    const left = [];
    let output = 150;
    const nodes = unit.evidence.filter((one) => one.kind === 'dbt');
    const table = unit.evidence.find((one) => one.kind === 'table');
    if (unit.kind === 'document') {
        left.push('a wiki page');
        output += 700;
    }
    const numbers = table?.data.structure.columns.filter((column) => column.type === 'number' && !table.data.structure.primaryKey.includes(column.name) && !/(_|^)(id|key|code)$/i.test(column.name)).length ?? 0;
    if (numbers > 0) {
        left.push('measures');
        output += 120 * Math.min(numbers, 6);
    }
    if (nodes.some((node) => (node.data.rawSql?.length ?? 0) > 400)) {
        left.push('business rules in the SQL');
        output += 300;
    }
    const described = new Set(nodes.flatMap((node) => node.data.columns.filter((column) => column.description.trim() !== '').map((column) => column.name.toLowerCase())));
    const bare = table?.data.structure.columns.filter((column) => !column.comment && !described.has(column.name.toLowerCase())).length ?? 0;
    if (describes && bare > 0) {
        left.push(`${bare} column description${bare === 1 ? '' : 's'}`);
        output += 25 * bare;
    }
    if (left.length === 0)
        return null;
    const evidence = unit.evidence.reduce((sum, one) => sum + one.text.length, 0) / 4;
    return { for: left, inputTokens: Math.round(requests * (fixedTokens + evidence + 600)), outputTokens: output };
}
/** What a model would cost for all that is left, at list price; tokens are estimates, so the price is a range of half to one and a half. */
function estimateOf(units, model, own) {
    const left = units.filter((unit) => unit.left !== undefined);
    if (left.length === 0)
        return null;
    const named = model !== undefined && priceOf(model, own) !== undefined ? model : referenceModel;
    const price = priceOf(named, own) ?? { input: 0, output: 0 };
    const inputTokens = left.reduce((sum, unit) => sum + (unit.left?.inputTokens ?? 0), 0);
    const outputTokens = left.reduce((sum, unit) => sum + (unit.left?.outputTokens ?? 0), 0);
    const usd = (inputTokens * price.input + outputTokens * price.output) / 1_000_000;
    const cents = (value) => Math.round(value * 100) / 100;
    return { units: left.length, inputTokens, outputTokens, usd: { low: cents(usd * 0.5), high: cents(usd * 1.5) }, model: named };
}

;// CONCATENATED MODULE: ./lib/src/ingest/outcome.js


/** Whether a unit changed anything: some change rests on its evidence. */
function outcomeOf(changes) {
    const touched = new Set(changes.flatMap((change) => change.edit.evidence));
    return (unit) => (unit.evidence.some((one) => touched.has(one.id)) ? 'written' : 'unchanged');
}
const noUsage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, usd: 0, estimated: false };
/** What became of every unit, sorted by id. */
function unitReports(plan, outcome) {
    const planned = plan.units.map((unit) => {
        const wrote = outcome.outcome(unit) === 'written';
        const status = unit.due !== null && !outcome.finished.has(unit.id) ? 'deferred' : unit.due === null && !wrote ? 'skipped' : wrote ? 'written' : 'unchanged';
        const left = unit.due === null ? null : remainderOf(unit, outcome.describes);
        return {
            id: unit.id, connection: unit.connection, due: unit.due, status, stopReason: unit.due === null ? null : status === 'deferred' ? 'cancelled' : 'natural',
            steps: 0, tries: 0, usage: noUsage, milliseconds: 0, resumed: outcome.resumed.has(unit.id), ...(left ? { left } : {}),
        };
    });
    const carried = plan.carried.map((unit) => ({
        id: unit.id, connection: unit.connection, due: unit.waits ? `changed, waits for ${unit.missing.join(', ')}` : null, status: unit.waits ? 'deferred' : 'skipped',
        stopReason: null, steps: 0, tries: 0, usage: noUsage, milliseconds: 0, resumed: false,
    }));
    return [...planned, ...carried].sort((a, b) => (0,canonical/* byText */.z4)(a.id, b.id));
}

;// CONCATENATED MODULE: ./lib/src/ingest/plan.js

function connectionOf(evidenceId) {
    return /^[a-z]+:([^/]+)\//.exec(evidenceId)?.[1] ?? '';
}
function planUnits(input) {
    const carried = carriedUnits(input);
    const covered = new Set(carried.flatMap((unit) => [unit.id, ...Object.keys(input.remembered(unit.id)?.evidence ?? {})]));
    const downstream = countDownstream(input.dbt);
    const structure = new Map([...input.dbt, ...input.tables].map((evidence) => [evidence.id, evidence.structureHash]));
    const units = [];
    const add = (kind, evidence) => {
        const lead = evidence[0];
        if (!lead || evidence.some((one) => covered.has(one.id)))
            return;
        const neighbours = neighbourIds(evidence).filter((id) => !evidence.some((one) => one.id === id) && structure.has(id));
        const key = (0,canonical/* hash12 */.Yq)([kind, evidence.map((one) => [one.id, one.hash]).sort(), neighbours.map((id) => [id, structure.get(id)])]);
        const due = dueReason(input, lead.id, key, evidence);
        if (input.connections.length > 0 && !evidence.some((one) => input.connections.includes(one.connection)))
            return;
        units.push({ id: lead.id, kind, connection: lead.connection, evidence, key, weight: weigh(evidence, downstream), due });
    };
    const paired = new Set();
    for (const table of input.tables) {
        const nodes = input.nodesOf(table.id);
        for (const node of nodes)
            paired.add(node.id);
        add(nodes.length > 0 ? 'model' : 'table', [...nodes, table]);
    }
    for (const node of input.dbt)
        if (!paired.has(node.id))
            add('model', [node]);
    for (const document of input.documents)
        add('document', [document]);
    const urgency = (unit) => (unit.due === null ? 3 : unit.due.startsWith('deferred') ? 0 : unit.due === 'new' ? 2 : 1);
    units.sort((a, b) => urgency(a) - urgency(b) || b.weight - a.weight || (0,canonical/* byText */.z4)(a.id, b.id));
    return { units, carried };
}
function carriedUnits(input) {
    if (input.unreadable.size === 0)
        return [];
    const present = new Map([...input.dbt, ...input.tables, ...input.documents].map((evidence) => [evidence.id, evidence.hash]));
    const carried = [];
    for (const { id, unit } of input.rememberedUnits) {
        const missing = [...new Set(Object.keys(unit.evidence).map(connectionOf))].filter((connection) => input.unreadable.has(connection)).sort(canonical/* byText */.z4);
        if (missing.length === 0)
            continue;
        const waits = Object.entries(unit.evidence).some(([evidence, hash]) => !input.unreadable.has(connectionOf(evidence)) && present.has(evidence) && present.get(evidence) !== hash);
        carried.push({ id, connection: connectionOf(id), missing, waits });
    }
    return carried.sort((a, b) => (0,canonical/* byText */.z4)(a.id, b.id));
}
/** One hop: what a model reads, and the tables that a table declares foreign keys to. Sorted. */
function neighbourIds(evidence) {
    const ids = new Set();
    for (const one of evidence) {
        if (one.kind === 'dbt')
            for (const id of one.data.dependsOn)
                ids.add(id);
        if (one.kind === 'table') {
            for (const key of one.data.structure.foreignKeys) {
                const { catalog, schema, name } = key.target;
                ids.add(`table:${one.connection}/${[catalog, schema, name].filter((part) => part !== null).join('.')}`);
            }
        }
    }
    return [...ids].sort(canonical/* byText */.z4);
}
function dueReason(input, id, key, evidence) {
    const remembered = input.remembered(id);
    if (input.forced(id))
        return 'forced';
    if (!remembered)
        return 'new';
    if (remembered.outcome === 'deferred')
        return 'deferred by an earlier run';
    if (remembered.key === key)
        return null;
    const changed = evidence.filter((one) => remembered.evidence[one.id] !== one.hash).map((one) => (remembered.evidence[one.id] === undefined ? `new evidence ${one.id}` : `changed ${one.id}`));
    const gone = Object.keys(remembered.evidence).filter((old) => !evidence.some((one) => one.id === old)).map((old) => `gone ${old}`);
    return [...changed, ...gone].join(', ') || 'a neighbour changed its structure';
}
function countDownstream(nodes) {
    const counts = new Map();
    for (const node of nodes)
        for (const parent of node.data.dependsOn)
            counts.set(parent, (counts.get(parent) ?? 0) + 1);
    return counts;
}
function weigh(evidence, downstream) {
    let weight = 0;
    for (const one of evidence) {
        weight += 3 * (downstream.get(one.id) ?? 0);
        if (one.kind === 'dbt')
            weight += 10 * one.data.exposures.length + (one.data.resource === 'model' ? 1 : 0);
        if (one.kind === 'table')
            weight += one.data.structure.foreignKeys.length;
    }
    return weight;
}
/** The plan in one line, for people. */
function planLine(plan) {
    const due = plan.units.filter((unit) => unit.due !== null);
    const units = (count) => `${count.toLocaleString('en-US')} unit${count === 1 ? '' : 's'}`;
    if (due.length === 0)
        return `${units(plan.units.length)}, none due`;
    if (due.length === plan.units.length && due.every((unit) => unit.due === 'new'))
        return `${units(due.length)}, all new`;
    return `${units(plan.units.length)}, ${due.length} due${due.length <= 3 ? `: ${due.map((unit) => `${unit.id} (${unit.due ?? ''})`).join('; ')}` : ''}`;
}

;// CONCATENATED MODULE: ./lib/src/ingest/concurrently.js
/** Maps in order with at most `limit` in flight; the first rejection ends it. */
async function concurrently(items, limit, work) {
    const results = new Array(items.length);
    let next = 0;
    const lane = async () => {
        for (let index = next++; index < items.length; index = next++)
            results[index] = await work(items[index], index);
    };
    await Promise.all(Array.from({ length: Math.max(1, Math.min(limit, items.length)) }, lane));
    return results;
}

// EXTERNAL MODULE: ./lib/src/sql/template.js
var template = __webpack_require__(37775);
;// CONCATENATED MODULE: ./lib/src/ingest/proofs.js

async function counts(warehouse, statement) {
    const result = await warehouse.query(statement, { maxRows: 1 });
    if (!result.ok)
        return { ok: false, finding: result.finding };
    return { ok: true, values: (result.rows[0] ?? []).map((found) => Number(found ?? 0)) };
}
const table = (of) => (0,template/* name */.UU)(of.name.catalog, of.name.schema, of.name.name);
const list = (columns, alias) => (0,template/* joined */.oR)(columns.map((column) => (0,template/* sql */.ll) `${alias}.${(0,template/* name */.UU)(column)}`), ', ');
const notNull = (columns, alias) => (0,template/* joined */.oR)(columns.map((column) => (0,template/* sql */.ll) `${alias}.${(0,template/* name */.UU)(column)} IS NOT NULL`), ' AND ');
const t = (0,template/* sql */.ll) `t`;
/** Whether the columns are unique and never null, exactly, over all rows. */
async function proveKey(warehouse, of, columns) {
    const present = notNull(columns, t);
    const result = await counts(warehouse, (0,template/* sql */.ll) `SELECT COUNT(*) AS n, SUM(CASE WHEN ${present} THEN 0 ELSE 1 END) AS missing, (SELECT COUNT(*) FROM (SELECT DISTINCT ${list(columns, t)} FROM ${table(of)} AS t WHERE ${present}) AS d) AS kinds FROM ${table(of)} AS t`);
    if (!result.ok)
        return { state: 'unknown', finding: result.finding };
    const [rows = 0, nulls = 0, distinct = 0] = result.values;
    const duplicates = rows - nulls - distinct;
    return nulls === 0 && duplicates === 0 ? { state: 'holds' } : { state: 'fails', rows, nulls, duplicates };
}
/** Counts the referring rows, those without a match, and whether the target columns are unique. */
async function proveLink(warehouse, link) {
    const on = (0,template/* joined */.oR)(link.columns.map((column, i) => (0,template/* sql */.ll) `p.${(0,template/* name */.UU)(link.toColumns[i] ?? '')} = c.${(0,template/* name */.UU)(column)}`), ' AND ');
    const targets = (0,template/* joined */.oR)(link.toColumns.map((column) => (0,template/* sql */.ll) `${(0,template/* name */.UU)(column)}`), ', ');
    const unique = await proveTarget(warehouse, link);
    if (unique.state === 'unknown')
        return unique;
    const result = await counts(warehouse, (0,template/* sql */.ll) `SELECT COUNT(*) AS n, SUM(CASE WHEN p.${(0,template/* name */.UU)(link.toColumns[0] ?? '')} IS NULL THEN 1 ELSE 0 END) AS orphans FROM ${table(link.from)} AS c LEFT JOIN (SELECT DISTINCT ${targets} FROM ${table(link.to)}) AS p ON ${on} WHERE ${notNull(link.columns, (0,template/* sql */.ll) `c`)}`);
    if (!result.ok)
        return { state: 'unknown', finding: result.finding };
    const [rows = 0, orphans = 0] = result.values;
    return { state: 'made', rows, orphans, targetUnique: unique.state === 'holds' };
}
async function proveTarget(warehouse, link) {
    const present = notNull(link.toColumns, t);
    const result = await counts(warehouse, (0,template/* sql */.ll) `SELECT COUNT(*) AS n, (SELECT COUNT(*) FROM (SELECT DISTINCT ${list(link.toColumns, t)} FROM ${table(link.to)} AS t WHERE ${present}) AS d) AS kinds FROM ${table(link.to)} AS t WHERE ${present}`);
    if (!result.ok)
        return { state: 'unknown', finding: result.finding };
    const [rows = 0, distinct = 0] = result.values;
    return { state: rows === distinct && rows > 0 ? 'holds' : 'fails' };
}
/** Checks not_null, unique and accepted_values tests of one table in one pass. Answers in the order of the questions. */
async function proveTests(warehouse, of, questions) {
    if (questions.length === 0)
        return [];
    const measures = questions.map(({ test, column }) => {
        const tested = (0,template/* sql */.ll) `t.${(0,template/* name */.UU)(column)}`;
        if (test.name === 'not_null')
            return (0,template/* sql */.ll) `SUM(CASE WHEN ${tested} IS NULL THEN 1 ELSE 0 END)`;
        if (test.name === 'unique')
            return (0,template/* sql */.ll) `COUNT(${tested}) - COUNT(DISTINCT ${tested})`;
        const values = Array.isArray(test.kwargs['values']) ? test.kwargs['values'] : [];
        // dbt quotes the values unless told otherwise, so that 1 and '1' are both met by a text comparison
        const asText = test.kwargs['quote'] !== false;
        const set = (0,template/* joined */.oR)(values.map((one) => (0,template/* sql */.ll) `${(0,template/* value */.Uq)(!asText && typeof one === 'number' ? one : String(one))}`), ', ');
        return (0,template/* sql */.ll) `SUM(CASE WHEN ${tested} IS NULL OR ${asText ? (0,template/* sql */.ll) `CAST(${tested} AS TEXT)` : tested} IN (${set}) THEN 0 ELSE 1 END)`;
    });
    const asked = (0,template/* joined */.oR)(measures, ', ');
    const result = await counts(warehouse, (0,template/* sql */.ll) `SELECT COUNT(*) AS n, ${asked} FROM ${table(of)} AS t`);
    if (!result.ok)
        return questions.map(() => ({ state: 'unknown', finding: result.finding }));
    const [rows = 0, ...failing] = result.values;
    return questions.map((_, i) => ((failing[i] ?? 0) === 0 ? { state: 'holds' } : { state: 'fails', failing: failing[i] ?? 0, rows }));
}
/** `18 %`, `0.4 %`, `under 0.1 %`: a share as people say it. */
function percent(part, whole) {
    const share = whole === 0 ? 0 : (part / whole) * 100;
    if (share > 0 && share < 0.1)
        return 'under 0.1 %';
    return `${share >= 10 || Number.isInteger(share) ? Math.round(share) : Math.round(share * 10) / 10} %`;
}

;// CONCATENATED MODULE: ./lib/src/ingest/prove.js






/** Largest share of referring rows without a match at which a join by name is taken; and at which one taken before stays. */
const nameTolerance = { new: 0.01, kept: 0.05 };
/** What the data proves about each table; nothing about those that it did not come to before the signal said to stop. */
async function proveTables(input) {
    const { tables, warehouse } = input;
    const known = tables.map((table) => ({ structure: table.data.structure, dbt: input.nodesOf(table) }));
    const byStructure = new Map(tables.map((table) => [table.data.structure, table]));
    const candidates = new Map();
    for (const candidate of linkCandidates(warehouse.connection, known)) {
        candidates.set(candidate.from, [...(candidates.get(candidate.from) ?? []), candidate]);
    }
    const proofs = await concurrently(tables, input.concurrency, async (table) => {
        if (input.signal.aborted)
            return { links: [], contradicted: [], ambiguous: [], unproved: [], findings: [] };
        const own = candidates.get(table.data.structure) ?? [];
        const remembered = input.remembered(table);
        const settled = remembered && own.every((candidate) => {
            const target = byStructure.get(candidate.to);
            return target !== undefined && input.isUnmoved(target);
        });
        return settled ? recall(table, input.nodesOf(table), own, remembered) : proveTable(input, table, own);
    });
    return new Map(tables.map((table, i) => [table.id, proofs[i]]));
}
function recall(table, nodes, candidates, remembered) {
    const links = candidates.flatMap((candidate) => {
        const relationship = remembered.links[linkKey(candidate)];
        return relationship ? [{ candidate, relationship, checked: true }] : [];
    });
    const contradicted = remembered.contradicted.flatMap(({ name, column, why }) => {
        const test = nodes.flatMap((node) => node.data.tests).find((t) => t.name === name && t.column === column);
        return test ? [{ test, why }] : [];
    });
    return {
        ...(remembered.key ? { key: remembered.key } : {}), links, contradicted, ambiguous: remembered.ambiguous, unproved: [],
        findings: [...contradicted.map(({ test, why }) => contradiction(table, test, why, nodes)), ...remembered.ambiguous.map((one) => ambiguity(table, one))],
    };
}
async function proveTable(input, table, candidates) {
    const { warehouse } = input;
    const { structure } = table.data;
    const nodes = input.nodesOf(table);
    const findings = [];
    const unproved = [];
    const contradicted = [];
    const held = new Set();
    const before = input.before(table);
    const wasContradicted = (test) => before?.contradicted.find((one) => one.name === test.name && one.column === test.column)?.why;
    const questions = nodes.flatMap((node) => node.data.tests.flatMap((test) => {
        const column = test.column === null ? undefined : realColumn(structure, test.column);
        const countable = test.package === null && test.where === undefined && (test.name === 'not_null' || test.name === 'unique' || (test.name === 'accepted_values' && Array.isArray(test.kwargs['values']) && test.kwargs['values'].length > 0));
        return countable && column !== undefined ? [{ test, column }] : [];
    }));
    const answers = await proveTests(warehouse, structure, questions);
    for (const [i, { test, column }] of questions.entries()) {
        const answer = answers[i];
        if (answer?.state === 'holds')
            held.add(test);
        else if (answer?.state === 'fails') {
            const what = { not_null: 'are null', unique: 'are duplicates', accepted_values: 'have another value' }[test.name] ?? 'fail';
            const why = `${percent(answer.failing, answer.rows)} of the rows ${what}`;
            contradicted.push({ test, why });
            findings.push(contradiction(table, test, why, nodes));
        }
        else if (answer) {
            unproved.push(`test ${test.name} of ${structure.name.name}.${column}`);
            const why = wasContradicted(test);
            if (why !== undefined) {
                contradicted.push({ test, why });
                findings.push(contradiction(table, test, why, nodes));
            }
        }
    }
    const key = structure.primaryKey.length > 0 ? undefined : await proveOwnKey(input, table, nodes, held, unproved, findings);
    const isUnique = (columns) => [structure.primaryKey, ...structure.uniqueKeys, ...(key ? [key.columns] : [])].some((unique) => unique.length > 0 && unique.every((column) => columns.includes(column)))
        || (columns.length === 1 && [...held].some((test) => test.name === 'unique' && test.column?.toLowerCase() === columns[0]?.toLowerCase()));
    const links = [];
    const ambiguous = [];
    const byColumns = new Map();
    for (const candidate of candidates)
        byColumns.set(candidate.columns.join('\u0000'), [...(byColumns.get(candidate.columns.join('\u0000')) ?? []), candidate]);
    for (const group of byColumns.values()) {
        const said = group.filter((candidate) => candidate.basis !== 'name');
        for (const candidate of said) {
            const proof = await proveLink(warehouse, candidate);
            const relationship = isUnique(candidate.columns) ? 'one_to_one' : 'many_to_one';
            const test = nodes.flatMap((node) => node.data.tests).find((t) => t.origin === candidate.origin && t.name === 'relationships');
            if (proof.state === 'unknown') {
                unproved.push(linkKey(candidate));
                const why = test && wasContradicted(test);
                if (test && why !== undefined) {
                    contradicted.push({ test, why });
                    findings.push(contradiction(table, test, why, nodes));
                }
                else
                    links.push({ candidate, relationship: before?.links[linkKey(candidate)] ?? relationship, checked: false });
                continue;
            }
            const to = (0,table_name/* tableText */.q)(candidate.to.name);
            if (candidate.basis === 'test') {
                if (proof.orphans === 0 && (proof.targetUnique || proof.rows === 0))
                    links.push({ candidate, relationship, checked: true });
                else {
                    const why = proof.orphans > 0 ? `${percent(proof.orphans, proof.rows)} of the values have no match in ${to}` : `${to}.${candidate.toColumns.join(', ')} is not unique`;
                    if (test) {
                        contradicted.push({ test, why });
                        findings.push(contradiction(table, test, why, nodes));
                    }
                }
                continue;
            }
            if (!proof.targetUnique && proof.rows > 0) {
                findings.push({ severity: 'warning', code: 'edit-dropped', message: `no join ${structure.name.name} → ${candidate.to.name.name}: the foreign key is declared, but ${to}.${candidate.toColumns.join(', ')} is not unique`, fix: 'declare a unique key there, or remove the foreign key', evidence: candidate.evidence });
                continue;
            }
            links.push({ candidate, relationship, checked: true });
            if (proof.orphans > 0) {
                findings.push({ severity: 'notice', code: 'orphans', message: `${structure.name.name}.${candidate.columns.join(', ')}: ${percent(proof.orphans, proof.rows)} of the rows have no match in ${to}, though the foreign key is declared`, fix: 'inner joins lose these rows: mend the data, or keep it in mind', evidence: candidate.evidence });
            }
        }
        if (said.length === 0) {
            const chosen = await chooseByName(input, table, group, isUnique, unproved);
            if (chosen && 'targets' in chosen)
                ambiguous.push(chosen);
            else if (chosen)
                links.push(chosen);
        }
    }
    return { ...(key ? { key } : {}), links, contradicted, ambiguous, unproved, findings: [...findings, ...ambiguous.map((one) => ambiguity(table, one))] };
}
/** The nearest table by name whose data fits; two that fit equally well are a question, not a guess. */
async function chooseByName(input, table, group, isUnique, unproved) {
    const ranks = [...new Set(group.map((candidate) => candidate.rank))].sort((a, b) => a - b);
    for (const rank of ranks) {
        const fitting = [];
        for (const candidate of group.filter((c) => c.rank === rank)) {
            const proof = await proveLink(input.warehouse, candidate);
            const kept = input.before(table)?.links[linkKey(candidate)];
            if (proof.state === 'unknown') {
                unproved.push(linkKey(candidate));
                if (kept)
                    return { candidate, relationship: kept, checked: false };
            }
            else if (proof.rows > 0 && proof.targetUnique && proof.orphans <= proof.rows * (kept ? nameTolerance.kept : nameTolerance.new))
                fitting.push(candidate);
        }
        const [only, other] = fitting;
        if (only && !other)
            return { candidate: only, relationship: isUnique(only.columns) ? 'one_to_one' : 'many_to_one', checked: true };
        if (only)
            return { columns: only.columns, targets: fitting.map((candidate) => (0,table_name/* tableText */.q)(candidate.to.name)).sort(canonical/* byText */.z4) };
    }
    return undefined;
}
function ambiguity(table, { columns, targets }) {
    return {
        severity: 'question', code: 'join-ambiguous', message: `${(0,table_name/* tableText */.q)(table.data.structure.name)}.${columns.join(', ')} could refer to ${targets.join(' or ')}: its values are found in each`,
        fix: 'declare the foreign key, add a dbt relationships test, or write the join in an overlay', evidence: [table.id, ...targets.map((target) => `table:${table.connection}/${target}`)].sort(canonical/* byText */.z4),
    };
}
async function proveOwnKey(input, table, nodes, held, unproved, findings) {
    const { structure } = table.data;
    const tested = new Set();
    for (const node of nodes) {
        for (const test of node.data.tests) {
            const column = test.column === null ? undefined : realColumn(structure, test.column);
            if (test.name === 'unique' && test.package === null && column !== undefined && held.has(test))
                tested.add(column);
        }
    }
    for (const column of [...tested].sort((a, b) => rankKey(structure, a) - rankKey(structure, b) || (0,canonical/* byText */.z4)(a, b))) {
        if ((await proveKey(input.warehouse, structure, [column])).state === 'holds')
            return { columns: [column], basis: 'test' };
    }
    for (const node of nodes) {
        for (const test of node.data.tests) {
            const combination = test.kwargs['combination_of_columns'];
            if (test.name !== 'unique_combination_of_columns' || test.where !== undefined || !Array.isArray(combination))
                continue;
            const columns = combination.map((name) => (typeof name === 'string' ? realColumn(structure, name) : undefined));
            if (columns.length === 0 || columns.some((column) => column === undefined))
                continue;
            const proof = await proveKey(input.warehouse, structure, columns);
            if (proof.state === 'holds')
                return { columns: columns, basis: 'test' };
            if (proof.state === 'fails')
                findings.push(contradiction(table, test, `${percent(proof.duplicates + proof.nulls, proof.rows)} of the rows repeat or lack this key`, nodes));
        }
    }
    const before = input.before(table)?.key;
    if (before) {
        const proof = await proveKey(input.warehouse, structure, before.columns);
        if (proof.state === 'unknown')
            unproved.push(`key ${before.columns.join(', ')} of ${structure.name.name}`);
        if (proof.state !== 'fails')
            return before;
    }
    for (const column of keyColumns(structure)) {
        const proof = await proveKey(input.warehouse, structure, [column]);
        if (proof.state === 'unknown')
            unproved.push(`key ${column} of ${structure.name.name}`);
        if (proof.state === 'holds' && (table.data.profile?.rows ?? 2) > 1)
            return { columns: [column], basis: 'name' };
    }
    return undefined;
}
/** Columns named like the key of this table come first. */
function rankKey(structure, column) {
    return keyColumns(structure).includes(column) ? 0 : 1;
}
function contradiction(table, test, why, nodes) {
    const where = test.column === null ? '' : `.${test.column}`;
    return {
        severity: 'warning', code: 'test-contradicted', ...(0,finding.placeOf)(test.origin),
        message: `dbt test ${test.name} of ${table.data.structure.name.name}${where} does not hold: ${why}`,
        fix: 'mend the data or the test; until then nothing is built on it',
        evidence: [...nodes.map((node) => node.id), table.id].sort(canonical/* byText */.z4),
    };
}

;// CONCATENATED MODULE: ./lib/src/ingest/prove-world.js


/** Proves what is new or moved; for the rest the lock's outcome stands. */
async function proveWorld(input) {
    const { lock } = input;
    const before = new Map(lock.all('unit').flatMap((unit) => Object.keys(unit.evidence).map((id) => [id, unit.evidence])));
    const stands = (table) => {
        const evidence = before.get(table.id) ?? {};
        return input.isUnmoved(table.id) && input.nodesOf(table.id).every((node) => evidence[node.id] === node.hash);
    };
    const all = new Map();
    for (const warehouse of input.warehouses) {
        const proofs = await proveTables({
            warehouse, tables: input.tables.filter((table) => table.connection === warehouse.connection), concurrency: input.concurrency, signal: input.signal,
            nodesOf: (table) => input.nodesOf(table.id),
            remembered: (table) => (stands(table) ? rememberedProofs(lock, table.id) : undefined),
            isUnmoved: (table) => input.isUnmoved(table.id),
            before: (table) => rememberedProofs(lock, table.id),
        });
        for (const [id, proof] of proofs)
            all.set(id, proof);
    }
    const ids = new Map(input.tables.map((table) => [table.data.structure, table.id]));
    return {
        of: (id) => all.get(id),
        tableIdOf: (link, side) => ids.get(link.candidate[side]) ?? '',
        findings: [...all.values()].flatMap((proof) => [
            ...proof.findings,
            ...proof.unproved.map((what) => ({ severity: 'notice', code: 'query-failed', message: `${what} could not be checked this time`, fix: 'it is checked again next time' })),
        ]),
    };
}

// EXTERNAL MODULE: ./lib/src/context/gates/references.js
var references = __webpack_require__(5539);
// EXTERNAL MODULE: ./lib/src/context/gates/schema.js
var schema = __webpack_require__(25854);
// EXTERNAL MODULE: ./lib/src/context/compose.js
var compose = __webpack_require__(83370);
// EXTERNAL MODULE: ./lib/src/sql/expression.js
var expression = __webpack_require__(94883);
;// CONCATENATED MODULE: ./lib/src/ingest/verify.js



async function verifySources(input) {
    const checked = [];
    for (const name of [...input.sources].sort()) {
        const source = (0,compose/* composeSource */.C)(input.context, input.warehouse.connection, name);
        if (source && source.kind !== 'orphan')
            checked.push(...(await verifySource(input, source)));
    }
    return checked;
}
async function verifySource(input, source) {
    const { warehouse, parser } = input;
    const from = baseOf(warehouse, source);
    if (from === undefined)
        return [];
    const checked = [];
    const id = `${source.connection}/${source.name}`;
    const run = async (entity, sql, found, at) => {
        const result = await warehouse.query(sql, { maxRows: 1 });
        if (result.ok) {
            checked.push({ entity, verdict: 'proved' });
            return;
        }
        if (result.reason === 'timeout') {
            checked.push({ entity, verdict: 'unproved', why: result.finding.message });
            return;
        }
        checked.push(failed(source, entity, found, at, result.finding.message));
    };
    for (const { value, file, index } of source.measures) {
        const entity = `measure:${id}.${value.name}`;
        const sql = measureQuery(parser, warehouse, source, from, value.name, new Set());
        if (sql === undefined)
            checked.push({ entity, verdict: 'unproved', why: 'it reads more than one source' });
        else
            await run(entity, `SELECT (${sql}) AS v`, file, ['measures', index, 'expr']);
    }
    for (const { value, file, index } of source.segments) {
        const entity = `segment:${id}.${value.name}`;
        if (readsOthers(parser, warehouse, source, value.expr))
            checked.push({ entity, verdict: 'unproved', why: 'it reads more than one source' });
        else
            await run(entity, `SELECT COUNT(*) AS v FROM ${from} WHERE ${value.expr}`, file, ['segments', index, 'expr']);
    }
    for (const join of source.joins) {
        if (join.file === source.entry)
            continue;
        const proof = await verifyJoin(input, source, join.value);
        if (proof)
            checked.push(proof.why === undefined ? { entity: proof.entity, verdict: 'proved' } : failed(source, proof.entity, join.file, ['joins', join.index], proof.why));
    }
    return checked;
}
function failed(source, entity, found, at, why) {
    const place = found.file.document.place(found === source.entry ? ['tables', source.name, ...at] : at);
    return {
        entity, verdict: 'failed', why,
        finding: { severity: 'warning', code: 'measure-broken', file: found.file.path, ...(place ?? {}), message: `${entity} fails on ${source.connection}: ${why}`, fix: 'mend it; until then agents that use it fail or answer wrongly' },
    };
}
/** FROM item of a source with its computed columns, under the source's own name. */
function baseOf(warehouse, source) {
    const alias = warehouse.quote(source.name);
    const raw = source.sql !== undefined ? `(${source.sql})` : source.table;
    if (raw === undefined)
        return undefined;
    const computed = source.columns.filter((column) => column.expr !== undefined);
    if (computed.length === 0)
        return `${raw} AS ${alias}`;
    return `(SELECT ${alias}.*, ${computed.map((column) => `(${column.expr ?? ''}) AS ${warehouse.quote(column.name)}`).join(', ')} FROM ${raw} AS ${alias}) AS ${alias}`;
}
function readsOthers(parser, warehouse, source, expr) {
    const analysed = (0,expression/* analyseExpression */.A)(parser, expr, warehouse.dialect);
    return analysed.ok && analysed.columns.some((column) => column.table !== undefined && column.table !== null && column.table !== source.name);
}
/** A scalar query for a measure; derived ones run over their parts. Undefined where it cannot be one query over one source. */
function measureQuery(parser, warehouse, source, from, name, seen) {
    const measure = source.measures.find(({ value }) => value.name === name)?.value;
    if (!measure || seen.has(name))
        return undefined;
    const texts = [measure.expr, ...(measure.filter === undefined ? [] : [measure.filter])];
    if (texts.some((expr) => readsOthers(parser, warehouse, source, expr)))
        return undefined;
    const analysed = (0,expression/* analyseExpression */.A)(parser, measure.expr, warehouse.dialect);
    const columns = new Set(source.columns.map((column) => column.name.toLowerCase()));
    const parts = analysed.ok ? analysed.columns.filter((column) => !columns.has(column.column.toLowerCase()) && source.measures.some(({ value }) => value.name === column.column)) : [];
    if (analysed.ok && !analysed.hasAggregate && parts.length > 0) {
        const inner = parts.map((part) => measureQuery(parser, warehouse, source, from, part.column, new Set([...seen, name])));
        if (inner.some((sql) => sql === undefined))
            return undefined;
        return `SELECT ${measure.expr} FROM (SELECT ${inner.map((sql, i) => `(${sql ?? ''}) AS ${warehouse.quote(parts[i]?.column ?? '')}`).join(', ')}) AS parts`;
    }
    const segments = measure.segments.flatMap((segment) => source.segments.filter(({ value }) => value.name === segment).map(({ value }) => value.expr));
    const conditions = [...(measure.filter === undefined ? [] : [measure.filter]), ...segments].map((condition) => `(${condition})`);
    return `SELECT ${measure.expr} FROM ${from}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}`;
}
/** A join to one row must meet at most one row of its target. */
async function verifyJoin(input, source, join) {
    const { warehouse } = input;
    const target = (0,compose/* composeSource */.C)(input.context, source.connection, join.to);
    const analysed = (0,expression/* analyseJoin */.m)(input.parser, join.on, warehouse.dialect);
    const from = target && baseOf(warehouse, target);
    if (!target || !analysed.ok || from === undefined || join.relationship === 'one_to_many')
        return undefined;
    const entity = `join:${source.connection}/${source.name}->${join.to}`;
    const columns = analysed.pairs.map((pair) => (pair.left.source === join.to ? pair.left.column : pair.right.column));
    const names = columns.map((column) => `t.${warehouse.quote(column)}`);
    const rows = from.replace(/ AS [^)]*$/, ' AS t');
    const present = names.map((name) => `${name} IS NOT NULL`).join(' AND ');
    const result = await warehouse.query(`SELECT COUNT(*) AS n, (SELECT COUNT(*) FROM (SELECT DISTINCT ${names.join(', ')} FROM ${rows} WHERE ${present}) AS d) AS kinds FROM ${rows} WHERE ${present}`, { maxRows: 1 });
    if (!result.ok)
        return { entity, why: result.finding.message };
    const [all = 0, kinds = 0] = (result.rows[0] ?? []).map(Number);
    if (all === kinds)
        return { entity };
    return { entity, why: `it is written ${join.relationship}, but ${join.to}.${columns.join(', ')} repeats in ${percent(all - kinds, all)} of the rows, so measures are counted several times` };
}

;// CONCATENATED MODULE: ./lib/src/ingest/verify-world.js




/**
 * Checks what people wrote in overlays and standalone sources: names and expressions offline, then every measure, segment
 * and join on the warehouse. Only what is new, changed, about a moved table or not yet proved; else the lock's verdict stands.
 */
async function verifyWorld(input) {
    const { context, knowledge } = input;
    const due = new Map();
    const files = [];
    const unproved = new Map();
    const open = new Set([...input.open.keys()].map(sourceOfEntity));
    for (const connection of context.connections()) {
        for (const source of context.sourceNames(connection)) {
            const path = context.sourcePath(connection, source);
            if (path === undefined || input.isOurs(path))
                continue;
            files.push(path);
            const known = knowledge.file(path)?.sha === context.sha(path);
            if (known && !open.has(`${connection}/${source}`) && !input.moved(connection, source))
                continue;
            due.set(connection, [...(due.get(connection) ?? []), source]);
        }
    }
    if (due.size === 0)
        return { findings: [], unproved, files, checks: 0 };
    const { loadParser } = await __webpack_require__.e(/* import() */ 458).then(__webpack_require__.bind(__webpack_require__, 22458));
    const parser = await loadParser();
    const only = new Set([...due].flatMap(([connection, sources]) => sources.map((source) => `${connection}/${source}`)));
    const paths = new Set([...due].flatMap(([connection, sources]) => sources.map((source) => context.sourcePath(connection, source) ?? '')));
    const findings = [
        ...(0,schema.schemaGate)(context, paths),
        ...(0,references.referencesGate)({ context, parser, dialectOf: (connection) => input.dialectOf(connection), only }),
    ].map((finding) => ({ ...finding, severity: finding.severity === 'error' ? 'warning' : finding.severity }));
    for (const [connection, sources] of due) {
        for (const source of sources) {
            const broken = findings.find((finding) => finding.file === context.sourcePath(connection, source));
            if (broken)
                unproved.set(`source:${connection}/${source}`, broken.message);
        }
    }
    const said = new Set(findings.map((finding) => `${finding.file ?? ''}:${finding.line ?? 0}`));
    let checks = 0;
    for (const [connection, sources] of due) {
        const warehouse = input.warehouses.find((one) => one.connection === connection);
        if (!warehouse) {
            for (const [entity, why] of input.open)
                if (sources.some((source) => sourceOfEntity(entity) === `${connection}/${source}`))
                    unproved.set(entity, why);
            continue;
        }
        const checked = await verifySources({ context, parser, warehouse, sources: sources.filter((source) => (0,context_context/* isOverlay */.zW)(context.source(connection, source)?.value ?? {}) || context.entry(connection, source) === undefined) });
        checks += checked.length;
        for (const one of checked) {
            if (one.verdict !== 'proved')
                unproved.set(one.entity, one.why ?? '');
            if (one.finding && !said.has(`${one.finding.file ?? ''}:${one.finding.line ?? 0}`))
                findings.push(one.finding);
        }
    }
    return { findings, unproved, files, checks };
}
/** `measure:warehouse/orders.revenue`, `join:warehouse/orders->customers` and `source:warehouse/orders` → `warehouse/orders`. */
function sourceOfEntity(entity) {
    const rest = entity.slice(entity.indexOf(':') + 1);
    const named = /^(.*?)(?:->.*)?$/s.exec(rest)?.[1] ?? rest;
    return entity.startsWith('measure:') || entity.startsWith('segment:') ? named.slice(0, named.lastIndexOf('.')) : named;
}

// EXTERNAL MODULE: ./lib/src/text/nearest.js
var nearest = __webpack_require__(29318);
;// CONCATENATED MODULE: ./lib/src/project/preflight.js

/** What can be said about a run from its configuration alone, before anything is opened. */
function preflight(project, connections, documents) {
    return [...unknownConnections(project, connections), ...unusedBackend(project), ...nothingToRead(project, documents)];
}
function unknownConnections(project, named) {
    const ids = project.connections.map((connection) => connection.id);
    return named.filter((id) => !ids.includes(id)).map((id) => {
        const near = (0,nearest/* nearest */.p)(id, ids);
        return { severity: 'error', code: 'connection-unknown', message: `there is no connection ${id} in ${project.file}`, fix: near ? `did you mean ${near}?` : `connections are ${ids.join(', ') || 'none'}` };
    });
}
function unusedBackend(project) {
    const { backend } = project.config.llm.provider;
    if (backend === 'none')
        return [];
    return [{
            severity: 'warning', code: 'backend-unavailable', ...project.place('llm', 'provider', 'backend'),
            message: `this version of ktx-ci calls no model: backend ${backend} is checked and not used, and only what parsing and data justify is written`,
            fix: 'set llm.provider.backend to none to silence this',
        }];
}
function nothingToRead(project, documents) {
    if (project.connections.some((connection) => connection.driver !== 'skipped') || project.settings.documents.length + documents.length > 0)
        return [];
    return [{
            severity: 'warning', code: 'config-value', ...project.place('connections'),
            message: `${project.file} has no connection that ktx-ci reads and ktx-ci.yaml names no documents`, fix: 'add a connection of driver sqlite or dbt (docs/start.md)',
        }];
}

// EXTERNAL MODULE: ./lib/src/project/sources.js + 1 modules
var project_sources = __webpack_require__(96357);
// EXTERNAL MODULE: ./lib/src/project/tree.js
var project_tree = __webpack_require__(39630);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/src/publish/git.js
var publish_git = __webpack_require__(90230);
;// CONCATENATED MODULE: ./lib/src/publish/apply-patch.js
/** Reading back the patches that patch.ts writes. Strict: a file whose lines are not the expected ones is left alone. */
function applyPatch(tree, patch, prefix) {
    const files = new Map();
    const failed = [];
    for (const file of parsePatch(patch)) {
        const path = file.path.startsWith(prefix) ? file.path.slice(prefix.length) : file.path;
        const before = tree.get(path);
        if (file.created ? before !== undefined : before === undefined) {
            failed.push(path);
            continue;
        }
        const after = applyHunks(before ?? '', file.hunks);
        if (after === undefined || (file.deleted && after !== ''))
            failed.push(path);
        else
            files.set(path, file.deleted ? null : after);
    }
    return { files, failed };
}
function applyHunks(before, hunks) {
    const lines = before === '' ? [] : before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    const result = [];
    let at = 0;
    for (const hunk of hunks) {
        const start = Math.max(0, hunk.start - (hunk.lines.some((line) => line.sign !== '+') ? 1 : 0));
        while (at < start && at < lines.length)
            result.push(lines[at++] ?? '');
        for (const { sign, text } of hunk.lines) {
            if (sign === '+')
                result.push(text);
            else if (lines[at] !== text)
                return undefined;
            else {
                at += 1;
                if (sign === ' ')
                    result.push(text);
            }
        }
    }
    return result.concat(lines.slice(at)).join('');
}
function parsePatch(patch) {
    const lines = patch.split('\n');
    const files = [];
    let at = 0;
    while (at < lines.length) {
        const header = lines[at] ?? '';
        if (!header.startsWith('diff --git ')) {
            at += 1;
            continue;
        }
        const path = pathOf(header);
        let created = false;
        let deleted = false;
        at += 1;
        for (; at < lines.length && !/^(@@ |diff --git )/.test(lines[at] ?? ''); at += 1) {
            created ||= (lines[at] ?? '').startsWith('new file mode');
            deleted ||= (lines[at] ?? '').startsWith('deleted file mode');
        }
        const hunks = [];
        while (at < lines.length && (lines[at] ?? '').startsWith('@@ ')) {
            const numbers = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(lines[at] ?? '');
            let old = Number(numbers?.[2] ?? 1);
            let now = Number(numbers?.[4] ?? 1);
            const body = [];
            for (at += 1; at < lines.length && (old > 0 || now > 0 || (lines[at] ?? '').startsWith('\\')); at += 1) {
                const line = lines[at] ?? '';
                const sign = line[0];
                if (sign === '\\') {
                    const last = body.at(-1);
                    if (last)
                        body[body.length - 1] = { sign: last.sign, text: last.text.slice(0, -1) };
                    continue;
                }
                if (sign !== ' ' && sign !== '+' && sign !== '-')
                    break;
                if (sign !== '+')
                    old -= 1;
                if (sign !== '-')
                    now -= 1;
                body.push({ sign, text: `${line.slice(1)}\n` });
            }
            hunks.push({ start: Number(numbers?.[1] ?? 0), lines: body });
        }
        files.push({ path, created, deleted, hunks });
    }
    return files;
}
/** The path behind `b/`, unquoted as git quotes odd names. */
function pathOf(header) {
    const quoted = /^diff --git "a\/(?:[^"\\]|\\.)*" ("b\/(?:[^"\\]|\\.)*")$/.exec(header);
    if (!quoted) {
        const rest = header.slice('diff --git a/'.length);
        // both names are the same, so the second begins right behind the middle
        return rest.slice((rest.length - ' b/'.length) / 2 + ' b/'.length);
    }
    const bytes = [];
    const text = (quoted[1] ?? '').slice(3, -1);
    for (let i = 0; i < text.length; i += 1) {
        if (text[i] !== '\\')
            bytes.push(...Buffer.from(text[i] ?? ''));
        else if (/[0-7]/.test(text[i + 1] ?? '')) {
            bytes.push(parseInt(text.slice(i + 1, i + 4), 8));
            i += 3;
        }
        else {
            bytes.push({ n: 10, t: 9, r: 13, b: 8, f: 12, v: 11, a: 7 }[text[i + 1] ?? ''] ?? (text.charCodeAt(i + 1)));
            i += 1;
        }
    }
    return Buffer.from(bytes).toString('utf8');
}

;// CONCATENATED MODULE: ./lib/src/publish/baseline-lock.js
/**
 * The lock of a tree that mixes two: what it says about a file comes from where the file comes from, else things that one
 * side never wrote would count as deleted by a person. All other records are the baseline's; what people deleted stays
 * deleted where either says so, if `both` moved since they parted. Works on lines: what cannot be read is left to readLock.
 */
function mixedLock(mine, theirs, isMine, both) {
    const lines = (text) => text.split('\n').filter((line) => line !== '');
    const ofTheirs = lines(theirs).filter((line) => {
        const path = filePath(line);
        return path === undefined || !isMine(path);
    });
    const known = new Set(ofTheirs);
    const ofMine = lines(mine).filter((line) => {
        const path = filePath(line);
        return path === undefined ? both && baseline_lock_recordOf(line)?.t === 'gone' && !known.has(line) : isMine(path);
    });
    return [...ofTheirs, ...ofMine].map((line) => `${line}\n`).join('');
}
function baseline_lock_recordOf(line) {
    try {
        return JSON.parse(line) ?? undefined;
    }
    catch {
        return undefined;
    }
}
/** Path of a `file` record, of the file itself or of one source in it; undefined for every other line. */
function filePath(line) {
    const record = baseline_lock_recordOf(line);
    return record?.t === 'file' && typeof record.id === 'string' ? record.id.split('#')[0] : undefined;
}

;// CONCATENATED MODULE: ./lib/src/publish/baseline.js






/** `name` is a folder with a context.patch, else a git ref. What it says about paths that may not change is left out. */
async function readBaseline(root, cwd, name, base, mayChange) {
    const folder = (0,external_node_path_.resolve)(cwd, name);
    if ((0,external_node_fs_.existsSync)(folder) && (0,external_node_fs_.statSync)(folder).isDirectory())
        return readFolder(root, name, folder, base, mayChange);
    return readRef(root, name, base, mayChange);
}
async function readFolder(root, name, folder, base, mayChange) {
    const file = (0,external_node_path_.join)(folder, 'context.patch');
    if (!(0,external_node_fs_.existsSync)(file))
        return { ok: false, finding: { severity: 'error', code: 'baseline-unreadable', message: `${name} has no context.patch`, fix: 'name the output folder of a run that ended (--resume takes over one that did not)' } };
    const { prefix } = await (0,publish_git/* readGitBase */.Uw)(root);
    const texts = new Map([...base].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));
    const applied = applyPatch(texts, (0,external_node_fs_.readFileSync)(file, 'utf8'), prefix);
    const moved = (path) => ({
        severity: 'notice', code: 'baseline-unreadable', file: path, message: `${path} has changed since ${name} was written; what that run proposed there is worked out again`, fix: '',
    });
    // without its lock nothing says what in the other files is ours
    if (applied.failed.includes('ktx.lock'))
        return { ok: true, tree: base, findings: [moved('ktx.lock')] };
    const tree = new Map(base);
    const findings = applied.failed.filter(mayChange).map(moved);
    for (const [path, text] of applied.files) {
        if (!mayChange(path))
            findings.push({ severity: 'warning', code: 'path-escape', message: `${name} changes ${path}, which no run of ktx-ci may; that part of it is left out`, fix: 'look at where that folder comes from' });
        else if (text === null)
            tree.delete(path);
        else if (path === 'ktx.lock')
            tree.set(path, Buffer.from(mixedLock(texts.get(path) ?? '', text, (one) => applied.failed.includes(one), false)));
        else
            tree.set(path, Buffer.from(text));
    }
    return { ok: true, tree, findings };
}
/** Files that only the ref changed since the two parted are the ref's; where both changed one, the working tree's stays. */
async function readRef(root, name, base, mayChange) {
    const theirs = await (0,publish_git/* readTreeAt */.An)(root, name);
    if (!theirs)
        return { ok: false, finding: { severity: 'error', code: 'baseline-unreadable', message: `${name} is neither a folder nor a git ref here`, fix: 'fetch the branch, or name an output folder' } };
    const parted = (await (0,publish_git/* git */.$Y)(root, ['merge-base', 'HEAD', name]))?.trim();
    const common = parted ? ((await (0,publish_git/* readTreeAt */.An)(root, parted)) ?? new Map()) : new Map();
    const tree = new Map(base);
    const findings = [];
    const same = (a, b) => (a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0);
    for (const path of [...new Set([...theirs.keys(), ...common.keys()])].filter((one) => one !== 'ktx.lock').sort(canonical/* byText */.z4)) {
        const [mine, other, before] = [base.get(path), theirs.get(path), common.get(path)];
        if (!mayChange(path) || same(other, before) || same(mine, other))
            continue;
        if (same(mine, before)) {
            if (other === undefined)
                tree.delete(path);
            else
                tree.set(path, other);
        }
        else
            findings.push({ severity: 'notice', code: 'baseline-unreadable', file: path, message: `${path} changed here and on ${name}; the version here is used`, fix: 'merge the branch to settle it' });
    }
    const [mine, other, before] = [base.get('ktx.lock'), theirs.get('ktx.lock'), common.get('ktx.lock')];
    if (other && mayChange('ktx.lock') && !same(mine, other)) {
        tree.set('ktx.lock', Buffer.from(mixedLock(Buffer.from(mine ?? []).toString('utf8'), Buffer.from(other).toString('utf8'), (path) => !same(tree.get(path), theirs.get(path)), !same(mine, before))));
    }
    return { ok: true, tree, findings };
}
/** Finished units of an earlier output folder, by id. A folder that is not whole is not there; links are not followed. */
function readResumable(cwd, name) {
    const folder = (0,external_node_path_.join)((0,external_node_path_.resolve)(cwd, name), 'units');
    if (!(0,external_node_fs_.existsSync)(folder))
        return { ok: false, finding: { severity: 'error', code: 'baseline-unreadable', message: `${name} has no units/`, fix: 'name the output folder of an earlier run' } };
    const units = new Map();
    for (const slug of (0,external_node_fs_.readdirSync)(folder).sort(canonical/* byText */.z4)) {
        const unit = slug.endsWith('.partial') ? undefined : readUnit((0,external_node_path_.join)(folder, slug));
        if (unit)
            units.set(unit.id, unit);
    }
    return { ok: true, units };
}
function readUnit(folder) {
    try {
        if (!(0,external_node_fs_.lstatSync)(folder).isDirectory())
            return undefined;
        const record = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, 'lock.jsonl'), 'utf8'));
        const lines = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, 'edits.jsonl'), 'utf8').split('\n').filter((line) => line !== '');
        if (typeof record.id !== 'string' || typeof record.key !== 'string')
            return undefined;
        const edits = lines.map((line) => JSON.parse(line));
        return edits.every(isEdit) ? { id: record.id, key: record.key, edits } : undefined;
    }
    catch {
        return undefined;
    }
}
function isEdit(value) {
    const edit = value;
    return typeof edit === 'object' && edit !== null && typeof edit.op === 'string' && typeof edit.kind === 'string' && typeof edit.author === 'string'
        && typeof edit.connection === 'string' && typeof edit.source === 'string' && Array.isArray(edit.evidence);
}

// EXTERNAL MODULE: ./lib/src/publish/changes.js
var publish_changes = __webpack_require__(32879);
// EXTERNAL MODULE: ./lib/src/version.js
var version = __webpack_require__(51294);
// EXTERNAL MODULE: ./lib/src/publish/wording.js
var wording = __webpack_require__(88190);
;// CONCATENATED MODULE: ./lib/src/publish/build-report.js



function verdictOf(change, hasWarehouse, unproved) {
    const { edit } = change;
    if (!hasWarehouse)
        return 'parsed';
    if (unproved.has((0,context_edit/* entityId */.Hw)(edit)))
        return 'unproved';
    // names, types, keys and joins were read from or counted on the warehouse; texts were only copied
    return edit.kind === 'description' || (edit.kind === 'property' && !['constraints.dbt', 'enum_values.dbt'].includes(edit.field ?? '')) ? 'parsed' : 'proved';
}
function editReports(changes, hasWarehouse, unproved) {
    return changes.map((change) => ({
        action: (0,wording/* actionOf */.qj)(change), entity: (0,context_edit/* entityId */.Hw)(change.edit), file: change.file, evidence: change.edit.evidence, author: change.edit.author,
        verdict: verdictOf(change, hasWarehouse(change.edit.connection), unproved),
    }));
}
/** Questions keep their id while what they ask about stays the same. */
function questionsOf(findings) {
    return findings.filter((finding) => finding.severity === 'question').map((finding) => ({
        id: `q-${(0,canonical/* hash12 */.Yq)([finding.code, finding.evidence ?? [], finding.message])}`, title: finding.message, findings: [finding],
    }));
}
function headlineOf({ status, changes, files, questions, waiting, units, unread }) {
    const extra = [...(unread.length > 0 ? [`${unread.join(', ')} not read`] : []), ...(questions > 0 ? [(0,wording/* plural */.LS)(questions, 'question')] : []), ...(waiting > 0 ? [`${(0,wording/* plural */.LS)(waiting, 'unit')} waiting`] : [])];
    const head = status === 'nothing-to-do'
        ? `nothing to do: ${(0,wording/* plural */.LS)(units, 'unit')} unchanged`
        : status === 'failed' ? 'stopped before anything was changed'
            : changes === 0 && files === 0 ? 'nothing changed'
                : changes === 0 ? `no change to the context; ${(0,wording/* plural */.LS)(files, 'file')} of its state` : `${(0,wording/* plural */.LS)(changes, 'change')} in ${(0,wording/* plural */.LS)(files, 'file')}`;
    return [head, ...extra].join(', ');
}
function buildReport(input) {
    return {
        schemaVersion: 1, tool: { name: 'ktx-ci', version: input.version }, status: input.status, headline: input.headline, exitCode: input.exitCode,
        backend: input.backend, models: input.models, probe: [],
        budget: { limits: input.limits, spent: { usd: 0, tokens: 0, steps: 0 }, month: { usd: 0 } },
        units: input.units, edits: input.edits, questions: questionsOf(input.findings), findings: input.findings, matches: input.matches, sent: [],
        warehouse: input.warehouse.map(({ connection, queries, milliseconds, bytes }) => ({ connection, queries, milliseconds, bytes })),
        patch: input.patch, publication: { mode: 'none', pullRequest: null }, estimate: input.estimate, kept: input.kept, timings: input.timings,
    };
}

;// CONCATENATED MODULE: ./lib/src/publish/conclude.js




const noPatch = { text: '', files: 0, insertions: 0, deletions: 0 };
function conclude(run) {
    const waiting = run.units.filter((unit) => unit.status === 'deferred').length;
    const incomplete = run.unread.length > 0 || waiting > 0;
    const status = run.stopped ? 'failed' : run.cancelled ? 'cancelled' : incomplete ? 'incomplete' : run.news === 0 ? 'nothing-to-do' : 'complete';
    const exitCode = run.stopped ? src_report/* exitCodes */.h.configuration : run.cancelled ? src_report/* exitCodes */.h[run.cancelled] : incomplete ? src_report/* exitCodes */.h.incomplete : src_report/* exitCodes */.h.ok;
    const { text, ...counts } = run.patch;
    return buildReport({
        version: version/* version */.r, status, exitCode, findings: run.findings, units: run.units, backend: run.backend, limits: run.limits, matches: run.matches, warehouse: run.warehouse,
        headline: headlineOf({ status, changes: run.changes.length, files: run.news, questions: questionsOf(run.findings).length, waiting, units: run.units.length, unread: run.unread }),
        models: Object.fromEntries(Object.entries(run.models).flatMap(([role, model]) => (model === undefined ? [] : [[role, model]]))),
        edits: editReports(run.changes, (connection) => run.warehouse.some((one) => one.connection === connection), run.unproved),
        patch: { path: 'context.patch', ...counts, sha256: (0,canonical/* sha256 */.sc)(text) },
        estimate: run.estimate, kept: run.kept, timings: run.timings,
    });
}

;// CONCATENATED MODULE: ./lib/src/publish/escape.js
/** Text of others on HTML and Markdown surfaces. */
/** Safe as HTML text and inside double-quoted attributes; control characters and bidirectional overrides are dropped. */
function html(text) {
    return text
        // eslint-disable-next-line no-control-regex
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
        .replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}

;// CONCATENATED MODULE: ./lib/src/publish/join-graph.js

const mostNodes = 60;
/** SVG text, or '' where no join changed. */
function joinGraph(changes) {
    const edges = edgesOf(changes);
    if (edges.length === 0)
        return '';
    const nodes = [...new Set(edges.flatMap((edge) => [edge.from, edge.to]))].sort();
    if (nodes.length > mostNodes)
        return `<p class="dim">${nodes.length} sources are joined anew: too many to draw. The list below has them all.</p>`;
    const layers = layersOf(nodes, edges);
    const columns = new Map();
    for (const node of nodes)
        columns.set(layers.get(node) ?? 0, [...(columns.get(layers.get(node) ?? 0) ?? []), node]);
    const [boxWidth, boxHeight, gapX, gapY] = [168, 30, 96, 14];
    const at = new Map();
    const tallest = Math.max(...[...columns.values()].map((column) => column.length));
    for (const [layer, column] of [...columns].sort(([a], [b]) => a - b)) {
        const offset = ((tallest - column.length) * (boxHeight + gapY)) / 2;
        column.forEach((node, i) => at.set(node, { x: 8 + layer * (boxWidth + gapX), y: 8 + offset + i * (boxHeight + gapY) }));
    }
    const width = 16 + (Math.max(...layers.values()) + 1) * (boxWidth + gapX) - gapX;
    const height = 16 + tallest * (boxHeight + gapY) - gapY;
    const paths = edges.map((edge) => {
        const [from, to] = [at.get(edge.from) ?? { x: 0, y: 0 }, at.get(edge.to) ?? { x: 0, y: 0 }];
        const forward = to.x > from.x;
        const [x1, y1] = [from.x + (forward ? boxWidth : boxWidth / 2), from.y + boxHeight / 2 + (forward ? 0 : boxHeight / 2)];
        const [x2, y2] = [forward ? to.x : to.x + boxWidth / 2, to.y + boxHeight / 2 + (forward ? 0 : boxHeight / 2)];
        const bend = forward ? (x2 - x1) / 2 : 0;
        const drop = forward ? 0 : 26;
        return `<path class="${edge.state}" d="M${x1},${y1} C${x1 + bend},${y1 + drop} ${x2 - bend},${y2 + drop} ${x2},${y2}"><title>${html(`${edge.from} → ${edge.to}: ${edge.relationship} (${edge.state})`)}</title></path>`;
    });
    const boxes = nodes.map((node) => {
        const { x, y } = at.get(node) ?? { x: 0, y: 0 };
        const label = node.length > 22 ? `${node.slice(0, 21)}…` : node;
        return `<g><title>${html(node)}</title><rect x="${x}" y="${y}" width="${boxWidth}" height="${boxHeight}" rx="6"/><text x="${x + boxWidth / 2}" y="${y + 20}">${html(label)}</text></g>`;
    });
    return `<svg role="img" aria-label="joins that changed" viewBox="0 0 ${width} ${height}" style="max-width:${width}px">${paths.join('')}${boxes.join('')}</svg>\n<p class="dim">From many to one. <span class="key new">new</span> <span class="key changed">changed</span> <span class="key removed">removed</span></p>`;
}
function edgesOf(changes) {
    const edges = new Map();
    for (const { edit, before } of changes) {
        if (edit.kind !== 'join')
            continue;
        const { to } = edit.op === 'put' ? edit.value : edit.join ?? { to: '' };
        const was = before?.relationship;
        const relationship = edit.op === 'put' ? edit.value.relationship : typeof was === 'string' ? was : '';
        const [from, target, kind] = relationship === 'one_to_many' ? [to, edit.source, 'many_to_one'] : [edit.source, to, relationship];
        const key = kind === 'one_to_one' ? [from, target].sort().join('|') : `${from}|${target}`;
        if (!edges.has(key))
            edges.set(key, { from, to: target, relationship: kind, state: edit.op === 'remove' ? 'removed' : before === undefined ? 'new' : 'changed' });
    }
    return [...edges.values()].sort((a, b) => (`${a.from}|${a.to}` < `${b.from}|${b.to}` ? -1 : 1));
}
/** Longest path from the left; edges that close a cycle do not count. */
function layersOf(nodes, edges) {
    const layers = new Map(nodes.map((node) => [node, 0]));
    const open = new Set();
    const done = new Set();
    const order = [];
    const back = new Set();
    const visit = (node) => {
        open.add(node);
        for (const edge of edges) {
            if (edge.from !== node || edge.to === node)
                continue;
            if (open.has(edge.to))
                back.add(edge);
            else if (!done.has(edge.to))
                visit(edge.to);
        }
        open.delete(node);
        done.add(node);
        order.push(node);
    };
    for (const node of nodes)
        if (!done.has(node))
            visit(node);
    for (const node of order.reverse()) {
        for (const edge of edges) {
            if (edge.from === node && edge.to !== node && !back.has(edge))
                layers.set(edge.to, Math.max(layers.get(edge.to) ?? 0, (layers.get(node) ?? 0) + 1));
        }
    }
    return layers;
}

;// CONCATENATED MODULE: ./lib/src/publish/html-report.js





/** One self-contained page: what changed by what it means, what must be decided, what was found, what it cost. No script. */
const style = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1c2024;--dim:#667079;--line:#e2e6ea;--new:#12805c;--changed:#9a6700;--removed:#b42318;--box:#f4f6f8}
@media(prefers-color-scheme:dark){:root{--bg:#111417;--fg:#e6e9ec;--dim:#98a2ac;--line:#2a3138;--new:#4cc38a;--changed:#f0c000;--removed:#ff8a80;--box:#1b2026}}
*{box-sizing:border-box}body{font:15px/1.5 system-ui,sans-serif;background:var(--bg);color:var(--fg);max-width:1040px;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem;margin:0}h2{font-size:1.05rem;margin:2rem 0 .4rem}.dim{color:var(--dim)}code,td:first-child{font-family:ui-monospace,monospace;font-size:.86em}
table{border-collapse:collapse;width:100%}td{border-top:1px solid var(--line);padding:.3rem .6rem .3rem 0;vertical-align:top;overflow-wrap:anywhere}td:last-child{padding-right:0;color:var(--dim);white-space:nowrap}
details{margin:.4rem 0}summary{cursor:pointer;font-weight:600}.figures{display:flex;flex-wrap:wrap;gap:1.6rem;margin:1rem 0}.figures b{display:block;font-size:1.25rem}
.finding{border-left:3px solid var(--line);padding:.15rem 0 .15rem .8rem;margin:.6rem 0;overflow-wrap:anywhere}.error{border-color:var(--removed)}.warning,.question{border-color:var(--changed)}
svg{width:100%;height:auto}rect{fill:var(--box);stroke:var(--line)}text{font:12px ui-monospace,monospace;text-anchor:middle;fill:var(--fg)}path{fill:none;stroke-width:1.6}
path.new{stroke:var(--new)}path.changed{stroke:var(--changed)}path.removed{stroke:var(--removed);stroke-dasharray:5 4}.key{margin-right:.8rem}.key.new{color:var(--new)}.key.changed{color:var(--changed)}.key.removed{color:var(--removed)}`;
const mostRows = 500;
function renderHtmlReport(report, changes) {
    const groups = new Map();
    for (const change of changes)
        groups.set((0,wording/* groupOf */.F8)(change), [...(groups.get((0,wording/* groupOf */.F8)(change)) ?? []), change]);
    const verdicts = new Map(report.edits.map((edit) => [edit.entity, edit.verdict]));
    const due = report.units.filter((unit) => unit.due !== null);
    const figures = [
        [String(changes.length), `change${changes.length === 1 ? '' : 's'} in ${(0,wording/* plural */.LS)(report.patch.files, 'file')}`],
        [`${due.length} of ${report.units.length}`, 'units were due'],
        [`$${report.budget.spent.usd.toFixed(2)}`, `spent (backend ${report.backend})`],
        ...(report.questions.length > 0 ? [[String(report.questions.length), `question${report.questions.length === 1 ? '' : 's'} for you`]] : []),
    ];
    const sections = Object.keys(wording/* groupTitles */.nw).flatMap((group) => {
        const members = groups.get(group) ?? [];
        return members.length === 0 ? [] : [renderGroup(group, members, verdicts)];
    });
    const graph = joinGraph(changes);
    const others = report.findings.filter((finding) => finding.severity !== 'question');
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="referrer" content="no-referrer">
<title>ktx-ci: ${html(report.headline)}</title><style>${style}</style></head><body>
<h1>${html(report.headline)}</h1><p class="dim">ktx-ci ${html(report.tool.version)} · ${html(report.status)}</p>
<div class="figures">${figures.map(([figure, what]) => `<div><b>${html(figure)}</b>${html(what)}</div>`).join('')}</div>
${report.questions.length > 0 ? `<h2>Decide (${report.questions.length})</h2>${report.questions.flatMap((question) => question.findings).map(renderOne).join('\n')}` : ''}
${graph === '' ? '' : `<h2>Joins that changed</h2>${graph}`}
${sections.join('\n')}
${others.length > 0 ? `<h2>Findings (${others.length})</h2>${others.slice(0, mostRows).map(renderOne).join('\n')}` : ''}
${report.kept.length > 0 ? `<h2>Yours, left alone (${report.kept.length})</h2><p>${report.kept.slice(0, mostRows).map((entity) => `<code>${html(entity)}</code>`).join(' ')}</p>` : ''}
${due.length > 0 ? `<details><summary>Units that were due (${due.length})</summary><table>${due.slice(0, mostRows).map((unit) => `<tr><td>${html(unit.id)}</td><td>${html(unit.status)}${unit.left ? `; a model would add ${html(unit.left.for.join(', '))}` : ''}</td><td>${html(unit.due ?? '')}</td></tr>`).join('')}</table></details>` : ''}
</body></html>
`;
}
function renderGroup(group, changes, verdicts) {
    const lines = (0,wording/* linesOf */.Dx)(changes);
    const rows = lines.slice(0, mostRows).map(({ what, detail, changes: own }) => {
        const said = [...new Set(own.map((change) => verdicts.get((0,context_edit/* entityId */.Hw)(change.edit)) ?? ''))].join(', ');
        return `<tr><td>${html(what)}</td><td>${html(detail)}</td><td>${html(said)}</td></tr>`;
    });
    const rest = lines.length > mostRows ? `<p class="dim">… and ${lines.length - mostRows} more, in edits.jsonl</p>` : '';
    const open = group === 'straight' && changes.length > 20 ? '' : ' open';
    return `<details${open}><summary>${html(wording/* groupTitles */.nw[group])} (${changes.length})</summary><table>${rows.join('')}</table>${rest}</details>`;
}
function renderOne(finding) {
    const place = (0,publish_terminal/* placeText */.Z9)(finding);
    return `<div class="finding ${finding.severity}">${html(finding.message)} <span class="dim">${html(finding.code)}</span>${place === '' ? '' : `<br><code>${html(place)}</code>`}${finding.fix === '' ? '' : `<br><span class="dim">${html(finding.fix)}</span>`}</div>`;
}

// EXTERNAL MODULE: ./lib/src/context/lock-records.js
var lock_records = __webpack_require__(18244);
// EXTERNAL MODULE: ./lib/src/text/slug.js
var slug = __webpack_require__(32653);
// EXTERNAL MODULE: ./lib/src/text/redact.js
var redact = __webpack_require__(39979);
;// CONCATENATED MODULE: ./lib/src/publish/output.js






/** `--out`, or the next free number in .ktx/ci, made and writable. */
function openOutput(root, out, cwd) {
    const path = out !== undefined ? (0,external_node_path_.resolve)(cwd, out) : nextFree((0,external_node_path_.join)(root, '.ktx', 'ci'));
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(path, 'units'), { recursive: true });
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(path, '.gitignore'), '*\n');
    }
    catch (error) {
        const why = error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be written';
        return { ok: false, finding: { severity: 'error', code: 'output-folder', message: `the output folder ${out ?? path} cannot be made (${why})`, fix: 'name a folder that can be written with --out' } };
    }
    const fromHere = (0,external_node_path_.relative)(cwd, path);
    return { ok: true, folder: { path, shown: fromHere === '' ? '.' : fromHere.startsWith('..') || (0,external_node_path_.isAbsolute)(fromHere) ? path : fromHere } };
}
function nextFree(folder) {
    const taken = (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder).map(Number).filter((number) => Number.isInteger(number)) : [];
    return (0,external_node_path_.join)(folder, String(Math.max(0, ...taken) + 1).padStart(4, '0'));
}
/** Writes the folder of a finished unit by one rename: it is there whole or not at all. */
function writeUnit(folder, unit, secrets) {
    const target = (0,external_node_path_.join)(folder.path, 'units', (0,slug/* idSlug */.n)((0,redact/* redactKnown */.r)(unit.record.id, secrets)));
    const partial = `${target}.partial`;
    (0,external_node_fs_.rmSync)(partial, { recursive: true, force: true });
    (0,external_node_fs_.mkdirSync)(partial);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(partial, 'edits.jsonl'), (0,redact/* redact */.E)(unit.edits.map((edit) => `${JSON.stringify(edit)}\n`).join(''), secrets));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(partial, 'lock.jsonl'), (0,redact/* redactKnown */.r)(`${(0,lock_records/* recordLine */.IK)(unit.record)}\n`, secrets));
    (0,external_node_fs_.rmSync)(target, { recursive: true, force: true });
    (0,external_node_fs_.renameSync)(partial, target);
}
/** The patch of one unit alone, beside its edits. */
function writeUnitPatch(folder, unitId, patch, secrets) {
    const target = (0,external_node_path_.join)(folder.path, 'units', (0,slug/* idSlug */.n)((0,redact/* redactKnown */.r)(unitId, secrets)), 'patch.patch');
    (0,external_node_fs_.writeFileSync)(`${target}.partial`, (0,redact/* redactKnown */.r)(patch, secrets));
    (0,external_node_fs_.renameSync)(`${target}.partial`, target);
}
/** Writes the run's files, the report last: whoever finds a report finds everything that it names. */
function writeOutput(folder, output, secrets) {
    const write = (name, text) => {
        const partial = (0,external_node_path_.join)(folder.path, `${name}.partial`);
        (0,external_node_fs_.writeFileSync)(partial, (0,redact/* redact */.E)(text, secrets));
        (0,external_node_fs_.renameSync)(partial, (0,external_node_path_.join)(folder.path, name));
    };
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder.path, 'context.patch.partial'), (0,redact/* redactKnown */.r)(output.patch, secrets));
    (0,external_node_fs_.renameSync)((0,external_node_path_.join)(folder.path, 'context.patch.partial'), (0,external_node_path_.join)(folder.path, 'context.patch'));
    write('edits.jsonl', output.changes.map(({ edit, file, before }) => {
        const entity = (0,context_edit/* entityId */.Hw)(edit);
        return `${JSON.stringify({ entity, file, verdict: output.verdicts.get(entity) ?? 'parsed', ...(before === undefined ? {} : { before }), edit })}\n`;
    }).join(''));
    write('base.json', `${JSON.stringify(output.base, null, 2)}\n`);
    write('catalog.jsonl', output.catalogue.map((source) => `${JSON.stringify(source)}\n`).join(''));
    write('summary.md', output.summary);
    write('report.html', output.html);
}
function writeReport(folder, report, secrets) {
    const partial = (0,external_node_path_.join)(folder.path, 'report.json.partial');
    (0,external_node_fs_.writeFileSync)(partial, (0,redact/* redact */.E)(`${JSON.stringify(report, null, 2)}\n`, secrets));
    (0,external_node_fs_.renameSync)(partial, (0,external_node_path_.join)(folder.path, 'report.json'));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/src/text/line-diff.js
/**
 * The changes from one list of lines to another, in order and never touching each other. Lines that are there once on
 * both sides hold the rest in place (patience diff); between them the shortest edit (Myers 1986) is found within a
 * fixed amount of work, beyond which a stretch is replaced as a whole. The work is bounded, so the answer may be
 * longer than the shortest one, never wrong.
 */
function diffLines(before, after) {
    const numbers = new Map();
    const numbered = (lines) => Int32Array.from(lines, (line) => {
        const known = numbers.get(line) ?? numbers.size;
        numbers.set(line, known);
        return known;
    });
    return new LineDiff(numbered(before), numbered(after)).changes();
}
/** Comparisons over the whole text; a few hundred milliseconds. */
const maxWork = 20_000_000;
/** Insertions and deletions of one stretch; their trace takes the square of it in memory. */
const maxDistance = 1_000;
/** Stretches inside of stretches between unique lines. */
const maxDepth = 100;
class LineDiff {
    #before;
    #after;
    #changes = [];
    #work = 0;
    constructor(before, after) {
        this.#before = before;
        this.#after = after;
    }
    changes() {
        this.#stretch(0, this.#before.length, 0, this.#after.length, 0);
        return this.#changes;
    }
    #stretch(beforeStart, beforeEnd, afterStart, afterEnd, depth) {
        let [a, aEnd, b, bEnd] = [beforeStart, beforeEnd, afterStart, afterEnd];
        while (a < aEnd && b < bEnd && this.#before[a] === this.#after[b])
            [a, b] = [a + 1, b + 1];
        while (a < aEnd && b < bEnd && this.#before[aEnd - 1] === this.#after[bEnd - 1])
            [aEnd, bEnd] = [aEnd - 1, bEnd - 1];
        if (a === aEnd || b === bEnd) {
            this.#change(a, aEnd, b, bEnd);
            return;
        }
        const anchors = depth < maxDepth ? this.#anchors(a, aEnd, b, bEnd) : [];
        if (anchors.length === 0) {
            this.#shortest(a, aEnd, b, bEnd);
            return;
        }
        for (const [anchorA, anchorB] of anchors) {
            this.#stretch(a, anchorA, b, anchorB, depth + 1);
            [a, b] = [anchorA + 1, anchorB + 1];
        }
        this.#stretch(a, aEnd, b, bEnd, depth + 1);
    }
    /** Pairs of equal lines that are there once on each side, the longest run of them that is in order on both. */
    #anchors(a, aEnd, b, bEnd) {
        const once = (lines, start, end) => {
            const places = new Map();
            for (let at = start; at < end; at += 1) {
                const line = lines[at] ?? -1;
                places.set(line, places.has(line) ? -1 : at);
            }
            return places;
        };
        const inAfter = once(this.#after, b, bEnd);
        const pairs = [];
        for (const [line, at] of once(this.#before, a, aEnd)) {
            const other = inAfter.get(line) ?? -1;
            if (at !== -1 && other !== -1)
                pairs.push([at, other]);
        }
        return longestIncreasing(pairs.sort(([one], [two]) => one - two));
    }
    #shortest(a, aEnd, b, bEnd) {
        const trace = this.#trace(a, aEnd, b, bEnd);
        if (trace === undefined) {
            this.#change(a, aEnd, b, bEnd);
            return;
        }
        // From the end back to the start; steps[d] holds the furthest x on every diagonal after d edits.
        const kept = [];
        let [x, y] = [aEnd - a, bEnd - b];
        for (let d = trace.length; d > 0; d -= 1) {
            const furthest = trace[d - 1] ?? new Int32Array();
            const at = (diagonal) => furthest[diagonal + d] ?? -1;
            const k = x - y;
            const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
            const previousK = down ? k + 1 : k - 1;
            const previousX = at(previousK);
            const startX = down ? previousX : previousX + 1;
            kept.push([startX, startX - k, x - startX]);
            [x, y] = [previousX, previousX - previousK];
        }
        kept.push([0, 0, x]);
        let [fromA, fromB] = [a, b];
        for (const [keptX, keptY, length] of kept.reverse()) {
            this.#change(fromA, a + keptX, fromB, b + keptY);
            [fromA, fromB] = [a + keptX + length, b + keptY + length];
        }
        this.#change(fromA, aEnd, fromB, bEnd);
    }
    /** What each number of edits reaches, before each step; undefined where that would be too much work. */
    #trace(a, aEnd, b, bEnd) {
        const [width, height] = [aEnd - a, bEnd - b];
        const most = Math.min(width + height, maxDistance);
        const furthest = new Int32Array(2 * most + 3).fill(-1);
        const middle = most + 1;
        furthest[middle + 1] = 0;
        const trace = [];
        for (let d = 0; d <= most; d += 1) {
            if (d > 0)
                trace.push(furthest.slice(middle - d, middle + d + 1));
            for (let k = -d; k <= d; k += 2) {
                const left = furthest[middle + k - 1] ?? -1;
                const above = furthest[middle + k + 1] ?? -1;
                let x = k === -d || (k !== d && left < above) ? above : left + 1;
                let y = x - k;
                const start = x;
                while (x < width && y < height && this.#before[a + x] === this.#after[b + y])
                    [x, y] = [x + 1, y + 1];
                this.#work += 1 + x - start;
                furthest[middle + k] = x;
                if (x >= width && y >= height)
                    return trace;
            }
            if (this.#work > maxWork)
                return undefined;
        }
        return undefined;
    }
    #change(beforeStart, beforeEnd, afterStart, afterEnd) {
        if (beforeStart === beforeEnd && afterStart === afterEnd)
            return;
        const last = this.#changes.at(-1);
        if (last !== undefined && last.beforeEnd === beforeStart && last.afterEnd === afterStart) {
            this.#changes[this.#changes.length - 1] = { ...last, beforeEnd, afterEnd };
            return;
        }
        this.#changes.push({ beforeStart, beforeEnd, afterStart, afterEnd });
    }
}
/** The longest subsequence whose second numbers increase; the pairs come in the order of their first ones. */
function longestIncreasing(pairs) {
    // tails[n] is the index of the pair with the smallest second number that ends a run of n + 1.
    const tails = [];
    const previous = new Int32Array(pairs.length).fill(-1);
    pairs.forEach(([, second], index) => {
        let [low, high] = [0, tails.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < second)
                low = middle + 1;
            else
                high = middle;
        }
        previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
        tails[low] = index;
    });
    const run = [];
    for (let index = tails.at(-1) ?? -1; index !== -1; index = previous[index] ?? -1) {
        const pair = pairs[index];
        if (pair !== undefined)
            run.push(pair);
    }
    return run.reverse();
}

;// CONCATENATED MODULE: ./lib/src/publish/patch.js



/**
 * The patch that `git apply` turns every before into its after with, sorted by path; empty where nothing changes. The
 * prefix is the project's folder in its git root, '' or ending in a slash. Hunks have three lines of context; blobs are
 * named in full, so that `git apply --3way` finds them.
 */
function writePatch(changes, prefix) {
    const files = changes
        .filter(({ before, after }) => before !== after)
        .toSorted((a, b) => (0,canonical/* byText */.z4)(a.path, b.path))
        .map((change) => filePatch(change, prefix));
    return {
        text: files.map(({ text }) => text).join(''),
        files: files.length,
        insertions: files.reduce((sum, { insertions }) => sum + insertions, 0),
        deletions: files.reduce((sum, { deletions }) => sum + deletions, 0),
    };
}
const contextLines = 3;
function filePatch({ path, before, after }, prefix) {
    const [oldName, newName] = [quoted(`a/${prefix}${path}`), quoted(`b/${prefix}${path}`)];
    const [oldLines, newLines] = [linesOf(before), linesOf(after)];
    const changes = diffLines(oldLines, newLines);
    const index = `index ${blob(before)}..${blob(after)}`;
    const header = [`diff --git ${oldName} ${newName}`];
    if (before === null)
        header.push('new file mode 100644', index);
    else if (after === null)
        header.push('deleted file mode 100644', index);
    else
        header.push(`${index} 100644`);
    // Without hunks, as for an empty file, git writes no names.
    if (changes.length > 0) {
        header.push(`--- ${before === null ? '/dev/null' : ended(oldName)}`, `+++ ${after === null ? '/dev/null' : ended(newName)}`);
    }
    const hunks = grouped(changes).map((group) => hunk(group, oldLines, newLines));
    return {
        text: header.map((line) => `${line}\n`).join('') + hunks.join(''),
        insertions: changes.reduce((sum, { afterStart, afterEnd }) => sum + afterEnd - afterStart, 0),
        deletions: changes.reduce((sum, { beforeStart, beforeEnd }) => sum + beforeEnd - beforeStart, 0),
    };
}
/** Lines with their line breaks; the last may have none. */
function linesOf(text) {
    return text === null || text === '' ? [] : text.split(/(?<=\n)/);
}
/** Changes whose context lines would touch or overlap are one hunk. */
function grouped(changes) {
    const groups = [];
    for (const change of changes) {
        const group = groups.at(-1);
        const last = group?.at(-1);
        if (group !== undefined && last !== undefined && change.beforeStart - last.beforeEnd <= 2 * contextLines)
            group.push(change);
        else
            groups.push([change]);
    }
    return groups;
}
function hunk(changes, oldLines, newLines) {
    const [first, last] = [changes[0], changes.at(-1)];
    if (first === undefined || last === undefined)
        return '';
    const above = Math.min(contextLines, first.beforeStart);
    const below = Math.min(contextLines, oldLines.length - last.beforeEnd);
    const [oldStart, newStart] = [first.beforeStart - above, first.afterStart - above];
    const lines = [];
    let context = oldStart;
    const put = (sign, from, start, end) => {
        for (const line of from.slice(start, end))
            lines.push(patchLine(sign, line));
    };
    for (const { beforeStart, beforeEnd, afterStart, afterEnd } of changes) {
        put(' ', oldLines, context, beforeStart);
        put('-', oldLines, beforeStart, beforeEnd);
        put('+', newLines, afterStart, afterEnd);
        context = beforeEnd;
    }
    put(' ', oldLines, context, last.beforeEnd + below);
    const oldRange = range(oldStart, last.beforeEnd + below - oldStart);
    const newRange = range(newStart, last.afterEnd + below - newStart);
    return `@@ -${oldRange} +${newRange} @@\n${lines.join('')}`;
}
/** First line and number of lines; an empty range names the line before it, and a single line goes without number. */
function range(start, length) {
    if (length === 0)
        return `${start},0`;
    return length === 1 ? `${start + 1}` : `${start + 1},${length}`;
}
function patchLine(sign, line) {
    return line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;
}
const escapes = {
    '\u0007': '\\a',
    '\b': '\\b',
    '\t': '\\t',
    '\n': '\\n',
    '\v': '\\v',
    '\f': '\\f',
    '\r': '\\r',
    '"': '\\"',
    '\\': '\\\\',
};
/** A name as git quotes it: as it is, or in C's quotes with every byte that is not printable ASCII in octal. */
function quoted(name) {
    if (/^[\x20-\x7e]*$/.test(name) && !/["\\]/.test(name))
        return name;
    const bytes = [...Buffer.from(name, 'utf8')].map((byte) => {
        const character = String.fromCharCode(byte);
        const escape = escapes[character];
        if (escape !== undefined)
            return escape;
        return byte >= 0x20 && byte < 0x7f ? character : `\\${byte.toString(8).padStart(3, '0')}`;
    });
    return `"${bytes.join('')}"`;
}
/** Behind a name with a space git ends the name with a tab. */
function ended(name) {
    return name.includes(' ') && !name.startsWith('"') ? `${name}\t` : name;
}
/** The id that git gives to a file of this text. */
function blob(text) {
    if (text === null)
        return '0'.repeat(40);
    const bytes = Buffer.from(text, 'utf8');
    return (0,external_node_crypto_.createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

// EXTERNAL MODULE: ./lib/src/text/markup.js
var markup = __webpack_require__(7458);
;// CONCATENATED MODULE: ./lib/src/publish/summary.js



/** The job summary: Markdown, under 900 KB (GitHub takes 1 MiB a step and drops what comes close). */
const mostBytes = 900 * 1024;
const mostLines = 40;
const cell = (text) => (0,markup/* neutral */.SY)(text).replace(/\|/g, '\\|').replace(/\s+/g, ' ');
function renderSummary(report, changes) {
    const due = report.units.filter((unit) => unit.due !== null);
    const parts = [`## ktx-ci: ${(0,markup/* neutral */.SY)(report.headline)}`];
    const { spent, limits } = report.budget;
    parts.push(`**$${spent.usd.toFixed(2)}**${limits.usd > 0 ? ` of $${limits.usd}` : ''} · ${(0,wording/* plural */.LS)(due.length, 'unit')} due, ${report.units.length - due.length} unchanged · ${report.warehouse.map((one) => `${cell(one.connection)} ${(0,wording/* plural */.LS)(one.queries, 'query', 'queries')}, ${(one.milliseconds / 1000).toFixed(1)} s`).join(' · ')}`);
    if (report.questions.length > 0) {
        parts.push(`### Decide (${report.questions.length})`, report.questions.slice(0, mostLines).flatMap((question) => question.findings.map((finding) => `- ${cell(finding.message)}${at(finding)}`)).join('\n'));
    }
    for (const group of Object.keys(wording/* groupTitles */.nw)) {
        const members = changes.filter((change) => (0,wording/* groupOf */.F8)(change) === group);
        if (members.length === 0)
            continue;
        const rows = (0,wording/* linesOf */.Dx)(members);
        const lines = rows.slice(0, mostLines).map(({ what, detail }) => `| ${cell(what)} | ${cell(detail)} |`);
        const table = ['| | |', '|---|---|', ...lines].join('\n');
        const more = rows.length > mostLines ? `\n\n… and ${rows.length - mostLines} more in the report.` : '';
        parts.push(`<details${group === 'straight' ? '' : ' open'}><summary><b>${wording/* groupTitles */.nw[group]} (${members.length})</b></summary>\n\n${table}${more}\n\n</details>`);
    }
    const others = report.findings.filter((finding) => finding.severity === 'error' || finding.severity === 'warning');
    if (others.length > 0) {
        parts.push(`### Findings (${others.length})`, others.slice(0, mostLines).map((finding) => `- **${finding.severity}** ${cell(finding.message)}${at(finding)}${finding.fix === '' ? '' : ` *${cell(finding.fix)}*`}`).join('\n'));
    }
    let text = `${parts.join('\n\n')}\n`;
    while (Buffer.byteLength(text) > mostBytes && parts.length > 1) {
        parts.pop();
        text = `${parts.join('\n\n')}\n\nThe rest is in the report.\n`;
    }
    return text;
}
function at(finding) {
    const place = (0,publish_terminal/* placeText */.Z9)(finding);
    return place === '' ? '' : ` (${cell(place)})`;
}

;// CONCATENATED MODULE: ./lib/src/publish/unit-patches.js


/** Most bytes of existing files that are edited again for patches of single units; above it there are none. */
const unit_patches_mostBytes = 20 * 1024 * 1024;
/**
 * What each due unit alone would change in its own sources, as a patch on the base: for whoever wants one and not the
 * others. Each existing file is edited once more a unit, so in a large context with much to do there is only the whole patch.
 */
function unitPatches(input) {
    const { context, knowledge } = input;
    const byEvidence = new Map();
    for (const desire of input.desires) {
        for (const id of desire.evidence)
            byEvidence.set(id, [...(byEvidence.get(id) ?? []), desire]);
    }
    const units = input.due.flatMap((unit) => {
        const own = [...new Set(unit.evidence.flatMap((one) => byEvidence.get(one.id) ?? []))];
        return own.length === 0 ? [] : [{ id: unit.id, own }];
    });
    const bytes = units.reduce((sum, { own }) => sum + own.reduce((all, desire) => all + (context.tree.get(context.entryPath(desire.connection, desire.source) ?? desire.path)?.length ?? 0), 0), 0);
    if (bytes > unit_patches_mostBytes)
        return [];
    return units.map(({ id, own }) => {
        const { files } = applyDesires(context, knowledge, own, [], true);
        const changes = [...files].map(([path, after]) => ({ path, before: context.file(path)?.text ?? null, after }));
        return { unit: id, patch: writePatch(changes, input.prefix).text };
    });
}

// EXTERNAL MODULE: ./lib/src/sql/dialect.js
var dialect = __webpack_require__(67303);
;// CONCATENATED MODULE: ./lib/src/run.js



































/**
 * The whole job, top to bottom: project, evidence, match, plan, derive, merge, verify, publish. Stages return values and
 * findings; only this function decides what ends a run. Nothing is written before the configuration is known to be good.
 */
async function run(project, options, io) {
    const watch = stopwatch(io);
    const start = await startingPoint(project, options);
    const output = options.dryRun && options.out === undefined ? null : openOutput(project.root, options.out, options.cwd);
    const folder = output?.ok === true ? output.folder : null;
    watch.lap('project');
    if (output?.ok === false)
        return stop(project, options, [...start.findings, output.finding], watch.timings, null);
    if (!start.ok)
        return stop(project, options, start.findings, watch.timings, folder);
    const world = await (0,gather.gather)({
        project, sqliteFiles: start.sqliteFiles, documentGlobs: [...project.settings.documents, ...options.documents],
        remembered: (id) => rememberedTable(start.lock, id), now: () => io.now(), signal: io.signal,
    });
    try {
        const pairing = (0,match/* matchWorld */.e)(project, world);
        for (const source of world.read)
            io.progress('read', [source.id, source.driver, source.what], source.milliseconds);
        for (const match of pairing.matches)
            io.progress('match', [`${match.from} → ${match.to}`, `${match.found} of ${match.of}`], 0);
        watch.lap('evidence');
        // what was not read for want of time proves no mismatch
        const mismatched = !io.signal.aborted && pairing.blocked.size > 0;
        const seen = [...start.findings, ...world.findings, ...(io.signal.aborted ? [] : pairing.findings)];
        if (mismatched)
            return await stop(project, options, seen, watch.timings, folder, world, pairing);
        const plan = planStage(start, world, pairing, options);
        io.progress('plan', [planLine(plan)], watch.lap('plan'));
        const derived = await deriveStage(project, start, world, pairing, plan, folder, options, io);
        io.progress('derive', [(0,wording/* countByKind */.Le)(derived.units.edits) || 'nothing'], watch.lap('derive'));
        const merged = mergeStage(project, start, world, pairing, derived, options, io);
        watch.lap('merge');
        const verified = await verifyStage(project, start, world, derived, merged);
        io.progress('verify', [`${(0,wording/* plural */.LS)(merged.applied.changes.length, 'change')}${verified.checks > 0 ? `, ${(0,wording/* plural */.LS)(verified.checks, 'expression')} of yours run` : ''}`], watch.lap('verify'));
        const patched = await patchStage(project, start, world, plan, derived, merged, verified, options);
        watch.lap('patch');
        const findings = await presented([...seen, ...derived.units.findings, ...derived.proofs.findings, ...merged.findings, ...verified.findings, ...(0,term_findings.termFindings)(world.definitions)], project, options);
        const units = unitReports(plan, { outcome: patched.outcome, finished: derived.units.finished, resumed: derived.units.resumed, describes: project.config.scan.enrichment.mode === 'llm' });
        const report = conclude({
            ...facts(project, options, world, pairing), stopped: false, cancelled: !io.signal.aborted ? null : io.signal.reason === 'SIGTERM' ? 'SIGTERM' : 'SIGINT', news: patched.news.length, patch: patched.patch,
            changes: merged.applied.changes, unproved: derived.units.unproved, units, findings, timings: watch.timings,
            estimate: estimateOf(units, project.config.llm.models.default, project.settings.prices), kept: keptEntities(start.context, verified.files),
        });
        const summary = (0,redact/* redact */.E)(renderSummary(report, merged.applied.changes), options.secrets);
        if (folder)
            publishStage(folder, start, plan, merged, patched, report, summary, options);
        if (options.apply && !options.dryRun)
            (0,project_tree/* writeProjectTree */.xw)(project.root, new Map(patched.changes.map((change) => [change.path, change.after])));
        return { report, read: world.read, folder, summary };
    }
    finally {
        await Promise.all(world.warehouses.map((warehouse) => warehouse.close()));
    }
}
function stopwatch(io) {
    const timings = {};
    let last = io.now();
    return {
        timings,
        lap(stage) {
            const spent = io.now() - last;
            last += spent;
            timings[stage] = Math.round(spent);
            return spent;
        },
    };
}
async function startingPoint(project, options) {
    const sources = (0,project_sources/* resolveSources */.l)(project, options.environment, options.dryRun);
    const files = (0,project_tree/* readProjectTree */.qP)(project.root);
    const findings = [...project.findings, ...sources.findings, ...files.findings, ...preflight(project, options.connections, options.documents)];
    const baseline = options.baseline === undefined ? { ok: true, tree: files.tree, findings: [] } : await readBaseline(project.root, options.cwd, options.baseline, files.tree, (path) => (0,project_tree/* mayBeWritten */.yV)(path) && !(0,project_tree/* isClosed */.Lx)(files.closed, path));
    const resumable = options.resume === undefined ? { ok: true, units: new Map() } : readResumable(options.cwd, options.resume);
    if (!baseline.ok)
        return { ok: false, findings: [...findings, baseline.finding] };
    if (!resumable.ok)
        return { ok: false, findings: [...findings, resumable.finding] };
    const { tree } = baseline;
    const locked = (0,context_lock/* readLock */.mF)((0,publish_changes/* textOf */.b)(tree, 'ktx.lock'), { matches: (record) => matchesFile(tree, record) });
    if (!locked.ok)
        return { ok: false, findings: [...findings, locked.finding] };
    findings.push(...baseline.findings, ...locked.findings);
    if (findings.some((finding) => finding.severity === 'error'))
        return { ok: false, findings };
    const knowledge = knowledgeOf(locked.lock);
    const known = (path, sha) => {
        const file = knowledge.file(path);
        return file?.own === true && file.sha === sha ? knowledge.sourcesIn(path) : undefined;
    };
    return {
        ok: true, base: files.tree, tree, lock: locked.lock, knowledge, context: (0,context_context/* readContext */.yI)(tree, known, (path) => (0,project_tree/* isClosed */.Lx)(files.closed, path)),
        resumable: resumable.units, sqliteFiles: sources.sqliteFiles, findings,
    };
}
// ── Plan: what is due, and why ────────────────────────────────────────────────────────────────────────────────────────
function planStage(start, world, pairing, options) {
    return planUnits({
        tables: world.tables, dbt: world.dbt, documents: world.documents, unreadable: world.unreadable,
        nodesOf: (id) => pairing.nodesOf.get(id) ?? [], remembered: (id) => rememberedUnit(start.lock, id),
        rememberedUnits: start.lock.all('unit').map((unit) => ({ id: unit.id, unit })), connections: options.connections, forced: options.forced,
    });
}
async function deriveStage(project, start, world, pairing, plan, folder, options, io) {
    const unmoved = new Set(world.tables.filter((table) => table.data.profile === undefined && rememberedTable(start.lock, table.id) !== undefined).map((table) => table.id));
    const isUnmoved = (id) => unmoved.has(id);
    const quote = (connection, name) => world.warehouses.find((one) => one.connection === connection)?.quote(name) ?? name;
    const proofs = await proveWorld({
        warehouses: world.warehouses, tables: world.tables, nodesOf: (id) => pairing.nodesOf.get(id) ?? [], lock: start.lock, isUnmoved, concurrency: options.concurrency, signal: io.signal,
    });
    const places = placeTables({ context: start.context, tables: world.tables, driverOf: (id) => driverOf(project, id), quote });
    const units = await deriveUnits({
        units: plan.units, dbt: world.dbt, resumable: start.resumable, signal: io.signal, quote, proofs: (id) => proofs.of(id), sourceOf: (id) => places.get(id),
        tableIdOf: (link, side) => proofs.tableIdOf(link, side), standalone: !project.connections.some((connection) => connection.driver === 'sqlite'),
        ended: (unit, edits) => { if (folder)
            writeUnit(folder, { record: unitRecord(unit, edits.length > 0 ? 'written' : 'unchanged'), edits }, options.secrets); },
    });
    return { units, proofs, places, isUnmoved };
}
function driverOf(project, connection) {
    const found = project.connections.find((one) => one.id === connection);
    return found ? (0,project_project/* driverName */.i)(found) : '';
}
function mergeStage(project, start, world, pairing, derived, options, io) {
    const merged = mergeEdits(derived.units.edits);
    const desires = desiresOf({
        edits: merged.edits, places: derived.places, nodesOf: (id) => pairing.nodesOf.get(id) ?? [],
        hadDbt: (connection, source) => (start.knowledge.records(connection, source)?.['']?.ev ?? []).some((id) => id.startsWith('dbt:')),
    });
    const whole = world.unreadable.size === 0 && options.connections.length === 0 && !io.signal.aborted;
    const present = new Set([...world.tables, ...world.dbt, ...world.documents].map((evidence) => evidence.id));
    const { removals, findings } = removalsOf({
        knowledge: start.knowledge, desires, isPresent: (id) => present.has(id), limits: project.settings.removals,
        connections: whole ? world.read.filter((source) => source.ok).map((source) => source.id) : [],
    });
    const applied = applyDesires(start.context, start.knowledge, desires, removals, !whole);
    const after = new Map(start.tree);
    for (const [path, text] of applied.files) {
        if (text === null)
            after.delete(path);
        else
            after.set(path, Buffer.from(text));
    }
    return { applied, desires, removals, whole, after, findings: [...merged.findings, ...findings, ...applied.findings] };
}
// ── Verify: run what people wrote ─────────────────────────────────────────────────────────────────────────────────────
function verifyStage(project, start, world, derived, merged) {
    const { knowledge, lock } = start;
    const sourcesIn = ourSources(merged.applied, knowledge);
    const isOurs = (path, sha) => isOurFile(path, merged.applied, knowledge, sha);
    const context = (0,context_context/* readContext */.yI)(merged.after, (path, sha) => (isOurs(path, sha) ? sourcesIn(path) : undefined));
    const tableOf = new Map([...derived.places].map(([table, place]) => [`${place.connection}/${place.source}`, table]));
    const anyMoved = world.tables.some((table) => !derived.isUnmoved(table.id));
    return verifyWorld({
        context, knowledge, warehouses: world.warehouses, dialectOf: (connection) => (0,dialect.dialectOfDriver)(driverOf(project, connection)),
        isOurs: (path) => isOurs(path, context.sha(path) ?? ''), open: new Map(lock.all('unproved').map((record) => [record.id, record.why])),
        moved: (connection, source) => {
            const table = tableOf.get(`${connection}/${source}`);
            return table === undefined ? anyMoved : !derived.isUnmoved(table);
        },
    });
}
async function patchStage(project, start, world, plan, derived, merged, verified, options) {
    const { lock } = start;
    const outcome = outcomeOf(merged.applied.changes);
    // of a run that was cancelled before its units ran, the lock must not say that their tables were looked at
    const ran = plan.units.every((unit) => derived.units.finished.has(unit.id));
    const next = nextLock({
        lock, applied: merged.applied, tables: ran ? world.tables : [], tree: merged.after, proofs: (id) => derived.proofs.of(id), removedSources: merged.removals,
        readConnections: new Set(ran ? world.read.filter((source) => source.ok).map((source) => source.id) : []), seenFiles: verified.files, unproved: new Map([...verified.unproved].map(([id, why]) => [id, (0,redact/* redact */.E)(why, options.secrets)])),
        units: plan.units.filter((unit) => derived.units.finished.has(unit.id)).map((unit) => ({ unit, outcome: outcome(unit) })),
        keptUnits: new Set(merged.whole ? [] : lock.all('unit').map((unit) => unit.id)),
    });
    const lockText = sameBesidesMarks(lock, next) ? (0,publish_changes/* textOf */.b)(start.tree, 'ktx.lock') : (0,context_lock/* writeLock */.be)(next);
    const changes = (0,publish_changes/* fileChanges */.C)(start.base, merged.after, lockText);
    const stray = changes.find((change) => !(0,project_tree/* mayBeWritten */.yV)(change.path));
    if (stray)
        throw new Error(`${stray.path} may not be in a patch`);
    const git = await (0,publish_git/* readGitBase */.Uw)(project.root);
    return { outcome, changes, news: (0,publish_changes/* fileChanges */.C)(start.tree, merged.after, lockText), patch: writePatch(changes, git.prefix), git };
}
function publishStage(folder, start, plan, merged, patched, report, summary, options) {
    const { git, patch } = patched;
    writeOutput(folder, {
        patch: patch.text, changes: merged.applied.changes, verdicts: new Map(report.edits.map((edit) => [edit.entity, edit.verdict])), summary,
        html: renderHtmlReport(report, merged.applied.changes), catalogue: catalogueOf(merged.desires),
        base: { commit: git.commit, dirty: git.dirty, prefix: git.prefix, lockHash: (0,canonical/* sha256 */.sc)((0,publish_changes/* textOf */.b)(start.base, 'ktx.lock') ?? '') },
    }, options.secrets);
    const due = plan.units.filter((unit) => unit.due !== null);
    for (const { unit, patch: own } of unitPatches({ context: start.context, knowledge: start.knowledge, desires: merged.desires, due, prefix: git.prefix }))
        writeUnitPatch(folder, unit, own, options.secrets);
    writeReport(folder, report, options.secrets);
}
function facts(project, options, world, pairing) {
    return {
        backend: project.config.llm.provider.backend, models: project.config.llm.models, limits: options.limits, matches: pairing?.matches ?? [],
        warehouse: (world?.warehouses ?? []).map((warehouse) => ({ connection: warehouse.connection, ...warehouse.usage() })), unread: [...(world?.unreadable ?? [])],
    };
}
/** Findings as people may see them: with line and column, without credentials, sorted. */
async function presented(findings, project, options) {
    return (0,finding/* sortFindings */.T)((0,redact.redactFindings)(await (0,locate.locateFindings)(findings, project.root), options.secrets));
}
/** A run that ends before anything was paid or changed. Its report is written all the same. */
async function stop(project, options, findings, timings, folder, world, pairing) {
    const report = conclude({
        ...facts(project, options, world, pairing), stopped: true, cancelled: null, unread: [], news: 0, patch: noPatch, changes: [], unproved: new Set(), units: [],
        findings: await presented(findings, project, options), timings, estimate: null, kept: [],
    });
    const summary = (0,redact/* redact */.E)(renderSummary(report, []), options.secrets);
    if (folder) {
        writeOutput(folder, { patch: '', changes: [], verdicts: new Map(), summary, html: renderHtmlReport(report, []), base: { commit: null, dirty: false, prefix: '', lockHash: '' }, catalogue: [] }, options.secrets);
        writeReport(folder, report, options.secrets);
    }
    return { report, read: world?.read ?? [], folder, summary };
}

// EXTERNAL MODULE: ./lib/src/commands/main.js
var main = __webpack_require__(38736);
;// CONCATENATED MODULE: ./lib/src/commands/ingest.js








/** The main job: returns the exit code. */
async function ingest(given, terminal) {
    const outcome = await runIngest(given, terminal, []);
    return outcome.exitCode;
}
async function runIngest(options, terminal, secrets) {
    const colour = (0,main/* colours */.M)(terminal, terminal.stderr, options.color === false);
    const say = (line) => { terminal.stderr.write((0,redact/* redact */.E)(`${line}\n`, secrets)); };
    const dryRun = options.dryRun === true;
    const loaded = (0,project_project/* loadProject */.g)({ cwd: terminal.cwd, environment: terminal.environment, bareDbt: dryRun, ...(options.projectDir === undefined ? {} : { directory: options.projectDir }), ...(options.config === undefined ? {} : { settings: options.config }) });
    if (!loaded.ok) {
        const findings = (0,finding/* sortFindings */.T)(loaded.findings);
        if (options.json === true)
            terminal.stdout.write(`${JSON.stringify({ status: 'failed', exitCode: src_report/* exitCodes */.h.configuration, findings }, null, 2)}\n`);
        for (const line of (0,publish_terminal/* renderFindings */.vO)(findings, colour, { perCode: 20 }))
            say(line);
        return { exitCode: src_report/* exitCodes */.h.configuration, findings };
    }
    const { project } = loaded;
    const abort = new AbortController();
    const stop = (signal) => { abort.abort(signal); };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    const loud = options.quiet !== true;
    if (loud)
        say(`${colour.bold('ktx-ci')}  ${project.name}  backend ${project.config.llm.provider.backend}${project.config.llm.provider.backend === 'none' ? ': no model, no network, $0' : ''}\n`);
    let result;
    try {
        result = await run(project, {
            cwd: terminal.cwd, environment: terminal.environment, secrets, dryRun, apply: options.apply === true,
            connections: options.connection ?? [], documents: options.document ?? [], concurrency: concurrencyOf(project, options), limits: limitsOf(project, options),
            forced: (id) => options.force === true || (typeof options.force === 'string' && globMatches(options.force, id)),
            ...(options.out === undefined ? {} : { out: options.out }), ...(options.baseline === undefined ? {} : { baseline: options.baseline }), ...(options.resume === undefined ? {} : { resume: options.resume }),
        }, {
            now: () => performance.now(), signal: abort.signal,
            progress: (step, figures, milliseconds) => { if (loud)
                say((0,publish_terminal/* row */.nM)(step, step === 'read' ? figures.map((part, i) => (i === 2 ? part : part.padEnd(i === 0 ? 12 : 7))) : figures, milliseconds > 0 ? milliseconds / 1000 : undefined)); },
        });
    }
    finally {
        process.off('SIGINT', stop);
        process.off('SIGTERM', stop);
    }
    const { report } = result;
    const { exitCode } = report;
    if (options.json === true)
        terminal.stdout.write((0,redact/* redact */.E)(`${JSON.stringify(report, null, 2)}\n`, secrets));
    for (const line of renderResult(result, options, colour, dryRun))
        say(line);
    return { exitCode, findings: report.findings, result };
}
function renderResult(result, options, colour, dryRun) {
    const { report } = result;
    const lines = [''];
    const shown = report.findings.filter((finding) => options.quiet !== true || finding.severity !== 'notice');
    lines.push(...(0,publish_terminal/* renderFindings */.vO)(shown, colour, { perCode: 5 }));
    if (report.kept.length > 0 && options.quiet !== true && report.status !== 'nothing-to-do') {
        lines.push(`yours    ${(0,publish_terminal/* plain */.pj)(report.kept.slice(0, 6).join(', '))}${report.kept.length > 6 ? ` and ${report.kept.length - 6} more` : ''}  ${colour.dim('you wrote these; left alone')}`);
    }
    const left = report.units.filter((unit) => unit.left !== undefined);
    if (dryRun && left.length > 0) {
        lines.push('', `left for a model: ${left.length} units`);
        for (const unit of left.slice(0, 10))
            lines.push(`  ${(0,publish_terminal/* plain */.pj)(unit.id).padEnd(44)} ${unit.left?.for.join(', ') ?? ''}`);
        if (left.length > 10)
            lines.push(`  … and ${left.length - 10} more`);
    }
    lines.push('', ...(0,publish_terminal/* renderEnd */.Ac)(report, result.folder?.shown ?? null, options.apply === true && !dryRun, colour));
    return lines;
}
function limitsOf(project, options) {
    const { budget } = project.settings;
    return {
        usd: options.maxUsd ?? budget.usd, usdPerMonth: options.maxUsdMonth ?? budget.usdPerMonth, tokens: options.maxTokens ?? budget.tokens,
        steps: options.maxSteps ?? budget.steps, minutes: options.maxMinutes ?? budget.minutes,
    };
}
/** Flag, ktx-ci.yaml, an explicit ingest.workUnits.maxConcurrency, else 4. */
function concurrencyOf(project, options) {
    return options.concurrency ?? project.settings.concurrency ?? project.config.ingest.workUnits.maxConcurrency ?? 4;
}
/** Ids are matched whole: `*` stays within a part, `**` does not. */
function globMatches(glob, id) {
    return (0,external_node_path_.matchesGlob)(id, glob);
}


/***/ }),

/***/ 72409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   yI: () => (/* binding */ readContext),
/* harmony export */   ye: () => (/* binding */ shaOf),
/* harmony export */   zW: () => (/* binding */ isOverlay)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);
/* harmony import */ var _text_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74413);
/* harmony import */ var _placement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62233);



/** A manifest of thousands of tables is a real file. */
const contextBytes = 64 * 1024 * 1024;
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function isOverlay(value) {
    return value['table'] === undefined && value['sql'] === undefined;
}
/**
 * `knownSources` gives the source names in a file whose bytes the lock knows, so that it need not be parsed; undefined
 * where it does not know them. `isClosed`: a path where something lies that was not read and must stay.
 */
function readContext(tree, knownSources, isClosed = () => false) {
    const parsed = new Map();
    const shas = new Map();
    const findings = [];
    const paths = [...tree.keys()].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4);
    const byConnection = new Map();
    const pages = [];
    for (const path of paths) {
        const kind = (0,_placement_js__WEBPACK_IMPORTED_MODULE_2__/* .contextPath */ .VJ)(path);
        if (kind?.kind === 'page')
            pages.push(path);
        if (kind?.kind !== 'manifest' && kind?.kind !== 'source')
            continue;
        const lists = byConnection.get(kind.connection) ?? { shards: [], sources: [] };
        byConnection.set(kind.connection, lists);
        (kind.kind === 'manifest' ? lists.shards : lists.sources).push(path);
    }
    function file(path) {
        if (parsed.has(path))
            return parsed.get(path);
        const bytes = tree.get(path);
        let result;
        if (bytes) {
            const read = (0,_text_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .readYaml */ .g)(bytes, { maxBytes: contextBytes, maxDepth: 48 });
            if (read.ok)
                result = { path, text: Buffer.from(bytes).toString('utf8'), document: read.document };
            else {
                const { reason, message, line, column } = read.problem;
                const large = reason === 'too-large' || reason === 'too-deep' || reason === 'aliases';
                findings.push({
                    severity: large ? 'warning' : 'error', code: large ? 'context-too-large' : 'context-syntax', file: path, line, column, message: `${path}: ${message}`,
                    fix: large ? 'write it plainly; until then it is left alone' : 'mend the YAML at this place; until then the file is left alone',
                });
            }
        }
        parsed.set(path, result);
        return result;
    }
    function sha(path) {
        const ready = shas.get(path);
        if (ready !== undefined)
            return ready;
        const bytes = tree.get(path);
        if (bytes)
            shas.set(path, shaOf(bytes));
        return shas.get(path);
    }
    function indexed(connection, kind) {
        const cache = kind === 'shards' ? entryIndex : sourceIndex;
        const ready = cache.get(connection);
        if (ready)
            return ready;
        const index = new Map();
        cache.set(connection, index);
        for (const path of byConnection.get(connection)?.[kind] ?? []) {
            const names = knownSources(path, sha(path) ?? '') ?? namesIn(path, kind);
            for (const name of names) {
                const first = index.get(name);
                if (first === undefined)
                    index.set(name, path);
                else {
                    findings.push({
                        severity: 'error', code: 'context-duplicate', file: path, ...place(path, kind === 'shards' ? ['tables', name] : ['name']),
                        message: `${name} is defined here and in ${first}`, fix: 'keep one of the two',
                    });
                }
            }
        }
        return index;
    }
    function namesIn(path, kind) {
        const value = file(path)?.document.value;
        if (kind === 'shards') {
            const tables = isRecord(value) ? value['tables'] : undefined;
            return isRecord(tables) ? Object.keys(tables) : [];
        }
        const name = isRecord(value) ? value['name'] : undefined;
        // a broken or nameless file still stands for the source of its file name, so that nothing is written over it
        return [typeof name === 'string' && name !== '' ? name : (path.split('/').at(-1) ?? path).replace(/\.ya?ml$/, '')];
    }
    function place(path, at) {
        return file(path)?.document.place(at);
    }
    const entryIndex = new Map();
    const sourceIndex = new Map();
    return {
        tree,
        sha,
        file,
        isBroken: (path) => isClosed(path) || (tree.has(path) && file(path) === undefined),
        entryPath: (connection, source) => indexed(connection, 'shards').get(source),
        sourcePath: (connection, source) => indexed(connection, 'sources').get(source),
        entry(connection, source) {
            const path = indexed(connection, 'shards').get(source);
            const parsedFile = path === undefined ? undefined : file(path);
            const tables = isRecord(parsedFile?.document.value) ? parsedFile.document.value['tables'] : undefined;
            const value = isRecord(tables) && Object.hasOwn(tables, source) ? tables[source] : undefined;
            return parsedFile && isRecord(value) ? { file: parsedFile, value } : undefined;
        },
        source(connection, source) {
            const path = indexed(connection, 'sources').get(source);
            const parsedFile = path === undefined ? undefined : file(path);
            return parsedFile && isRecord(parsedFile.document.value) ? { file: parsedFile, value: parsedFile.document.value } : undefined;
        },
        entryNames: (connection) => [...indexed(connection, 'shards').keys()].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4),
        sourceNames: (connection) => [...indexed(connection, 'sources').keys()].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4),
        shards: (connection) => byConnection.get(connection)?.shards ?? [],
        pages: () => pages,
        connections: () => [...byConnection.keys()].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4),
        findings: () => findings,
    };
}
/** What the lock files a file's bytes under: 12 hex characters of SHA-256. */
function shaOf(bytes) {
    return (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(bytes).slice(0, 12);
}


/***/ }),

/***/ 25854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   schemaGate: () => (/* binding */ schemaGate)
/* harmony export */ });
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29318);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72409);
/* harmony import */ var _placement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62233);



/** Keys that ktx accepts, by the kind of thing. ktx refuses a file with any other. */
const keys = {
    manifest: ['tables'],
    entry: ['table', 'descriptions', 'columns', 'joins', 'tags', 'freshness', 'usage'],
    entryColumn: ['name', 'type', 'pk', 'nullable', 'descriptions', 'constraints', 'enum_values', 'tests', 'role', 'visibility', 'natural_granularity'],
    standalone: ['name', 'descriptions', 'source_type', 'table', 'sql', 'inherits_columns_from', 'grain', 'columns', 'joins', 'measures', 'segments', 'default_time_dimension', 'tags', 'freshness', 'usage'],
    overlay: ['name', 'descriptions', 'grain', 'columns', 'column_overrides', 'joins', 'measures', 'segments', 'exclude_columns', 'disable_joins', 'default_time_dimension', 'usage'],
    column: ['name', 'type', 'role', 'visibility', 'descriptions', 'expr', 'natural_granularity', 'constraints', 'enum_values', 'tests'],
    override: ['name', 'role', 'visibility', 'descriptions', 'constraints', 'enum_values', 'tests'],
    measure: ['name', 'expr', 'filter', 'segments', 'description'],
    segment: ['name', 'expr', 'description'],
    join: ['to', 'on', 'relationship', 'alias', 'source'],
};
const types = ['string', 'number', 'time', 'boolean'];
const relationships = ['many_to_one', 'one_to_many', 'one_to_one'];
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Shape of every semantic-layer file (or of the named ones): known keys, required ones, the values that ktx takes. */
function schemaGate(context, only) {
    const findings = [];
    for (const connection of context.connections()) {
        const paths = [...context.tree.keys()].filter((path) => {
            const kind = (0,_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .contextPath */ .VJ)(path);
            return kind !== undefined && 'connection' in kind && kind.connection === connection && (!only || only.has(path));
        });
        for (const path of paths) {
            const file = context.file(path);
            if (file)
                new FileCheck(file, findings).check((0,_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .contextPath */ .VJ)(path)?.kind === 'manifest');
        }
    }
    return findings;
}
class FileCheck {
    #file;
    #findings;
    constructor(file, findings) {
        this.#file = file;
        this.#findings = findings;
    }
    check(isManifest) {
        const { value } = this.#file.document;
        if (!isRecord(value))
            return this.#say([], 'holds no keys', isManifest ? 'write tables:' : 'write name: and what the source is');
        if (isManifest) {
            this.#known(value, [], keys.manifest);
            if (!isRecord(value['tables']))
                return this.#say(['tables'], 'tables is missing or not a map', 'write tables: with one key a table');
            for (const [name, entry] of Object.entries(value['tables']))
                this.#entry(entry, ['tables', name]);
            return;
        }
        const name = value['name'];
        if (typeof name !== 'string' || name === '')
            this.#say(['name'], 'name is missing', 'add the source’s name');
        const overlay = (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .isOverlay */ .zW)(value);
        this.#known(value, [], overlay ? keys.overlay : keys.standalone);
        if (!overlay && value['table'] !== undefined && value['sql'] !== undefined)
            this.#say(['sql'], 'both table and sql are given', 'keep one of the two');
        if (!overlay && !(Array.isArray(value['grain']) && value['grain'].length > 0))
            this.#say(['grain'], 'grain is missing', 'name the columns that make a row unique');
        if (!overlay && !(Array.isArray(value['columns']) && value['columns'].length > 0))
            this.#say(['columns'], 'columns are missing', 'list at least one column');
        const inherits = value['inherits_columns_from'] !== undefined;
        this.#list(value, ['columns'], keys.column, (column, at) => {
            if (overlay && typeof column['expr'] !== 'string')
                this.#say(at, `column ${String(column['name'])} has no expr`, 'an overlay adds computed columns only; use column_overrides for existing ones');
            if (!inherits || overlay)
                this.#oneOf(column, at, 'type', types, true);
        });
        this.#list(value, ['column_overrides'], keys.override, () => undefined);
        this.#list(value, ['measures'], keys.measure, (measure, at) => { this.#texts(measure, at, ['expr']); });
        this.#list(value, ['segments'], keys.segment, (segment, at) => { this.#texts(segment, at, ['expr']); });
        this.#joins(value, []);
        this.#unique(value, 'measures');
        this.#unique(value, 'segments');
        this.#unique(value, 'columns');
    }
    #entry(entry, at) {
        if (!isRecord(entry))
            return this.#say(at, 'is not a table entry', 'write table: and columns:');
        this.#known(entry, at, keys.entry);
        this.#texts(entry, at, ['table']);
        const columns = Array.isArray(entry['columns']) ? entry['columns'] : [];
        if (columns.length === 0)
            this.#say([...at, 'columns'], 'columns are missing', 'list the columns');
        columns.forEach((column, index) => {
            const here = [...at, 'columns', index];
            if (!isRecord(column))
                return this.#say(here, 'is not a column', 'write name: and type:');
            this.#known(column, here, keys.entryColumn);
            this.#texts(column, here, ['name']);
            this.#oneOf(column, here, 'type', types, true);
        });
        this.#joins(entry, at);
    }
    #joins(value, at) {
        const joins = value['joins'];
        if (joins === undefined)
            return;
        if (!Array.isArray(joins))
            return this.#say([...at, 'joins'], 'joins is not a list', 'write a list');
        joins.forEach((join, index) => {
            const here = [...at, 'joins', index];
            if (!isRecord(join))
                return this.#say(here, 'is not a join', 'write to:, on: and relationship:');
            this.#known(join, here, keys.join);
            this.#texts(join, here, ['to', 'on']);
            this.#oneOf(join, here, 'relationship', relationships, true);
        });
    }
    #list(value, at, known, each) {
        const list = value[at[0] ?? ''];
        if (list === undefined)
            return;
        if (!Array.isArray(list))
            return this.#say(at, `${at.join('.')} is not a list`, 'write a list');
        list.forEach((item, index) => {
            const here = [...at, index];
            if (!isRecord(item))
                return this.#say(here, `item ${index + 1} of ${at.join('.')} holds no keys`, 'write name: and the rest');
            this.#known(item, here, known);
            this.#texts(item, here, ['name']);
            each(item, here);
        });
    }
    #unique(value, key) {
        const list = Array.isArray(value[key]) ? value[key] : [];
        const seen = new Set();
        list.forEach((item, index) => {
            const name = isRecord(item) && typeof item['name'] === 'string' ? item['name'] : undefined;
            if (name !== undefined && seen.has(name))
                this.#say([key, index], `${name} is defined twice in ${key}`, 'keep one of the two');
            if (name !== undefined)
                seen.add(name);
        });
    }
    #known(value, at, known) {
        for (const key of Object.keys(value)) {
            if (known.includes(key))
                continue;
            const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(key, known);
            this.#say([...at, key], `${key} is not a key that ktx accepts here`, near ? `did you mean ${near}?` : `known keys: ${known.join(', ')}`, true);
        }
    }
    #texts(value, at, required) {
        for (const key of required)
            if (typeof value[key] !== 'string' || value[key] === '')
                this.#say([...at, key], `${key} is missing or not a text`, `write ${key}`);
    }
    #oneOf(value, at, key, allowed, required) {
        const given = value[key];
        if (given === undefined && !required)
            return;
        if (typeof given === 'string' && allowed.includes(given))
            return;
        const near = typeof given === 'string' ? (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(given, allowed) : undefined;
        this.#say([...at, key], `${key} is ${given === undefined ? 'missing' : JSON.stringify(given)}, not one of ${allowed.join(', ')}`, near ? `write ${near}` : `use one of ${allowed.join(', ')}`);
    }
    #say(at, message, fix, key = false) {
        let place;
        for (let length = at.length; length >= 0 && !place; length -= 1)
            place = this.#file.document.place(at.slice(0, length), { key: key && length === at.length });
        this.#findings.push({ severity: 'error', code: 'context-schema', file: this.#file.path, ...(place ?? { line: 1, column: 1 }), message, fix });
    }
}


/***/ }),

/***/ 62233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* binding */ shardPath),
/* harmony export */   SI: () => (/* binding */ sourceNames),
/* harmony export */   SW: () => (/* binding */ slotOf),
/* harmony export */   VJ: () => (/* binding */ contextPath),
/* harmony export */   Z3: () => (/* binding */ sourcePath),
/* harmony export */   ZF: () => (/* binding */ joinsOf)
/* harmony export */ });
/* harmony import */ var _text_slug_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32653);
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11528);


/**
 * Path of the manifest shard that a table of this driver belongs to. ktx names shards `<catalog>.<schema>` on Snowflake
 * and Databricks, `<database>` on BigQuery, MySQL and ClickHouse, `<schema>` elsewhere; SQLite has no schemas: `public`.
 */
function shardPath(connection, driver, table) {
    const name = () => {
        switch (driver) {
            case 'snowflake':
            case 'databricks':
                return `${table.catalog ?? 'default'}.${table.schema ?? 'public'}`;
            case 'bigquery':
            case 'mysql':
            case 'clickhouse':
                return table.schema ?? table.catalog ?? 'default';
            case 'sqlite':
                return 'public';
            default:
                return table.schema ?? 'public';
        }
    };
    return `semantic-layer/${connection}/_schema/${safeShard(name())}.yaml`;
}
const safeShard = (name) => (/^[A-Za-z0-9_.-]{1,120}$/.test(name) && !name.startsWith('.') ? name : (0,_text_slug_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceFileName */ .l)(name));
/** Path of the overlay or standalone file of a source that has none yet. */
function sourcePath(connection, source) {
    return `semantic-layer/${connection}/${(0,_text_slug_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceFileName */ .l)(source)}.yaml`;
}
/**
 * Names of a connection's tables in the semantic layer: the bare table name; where two tables share it, the one that
 * the base already has under it keeps it (`taken`: bare name → full name there), the others are `<schema>__<name>`.
 */
function sourceNames(tables, taken, full) {
    const byName = new Map();
    for (const table of tables)
        byName.set(table.name, [...(byName.get(table.name) ?? []), table]);
    const names = new Map();
    for (const [name, sharing] of byName) {
        const [only] = sharing;
        if (only && sharing.length === 1) {
            names.set(only, name);
            continue;
        }
        const sorted = [...sharing].sort((a, b) => (full(a) < full(b) ? -1 : 1));
        const present = taken(name);
        const keeper = sorted.find((table) => full(table) === present) ?? sorted[0];
        for (const table of sorted)
            names.set(table, table === keeper ? name : `${table.schema ?? table.catalog ?? 'default'}__${name}`);
    }
    return names;
}
const machineKeys = ['db', 'dbt'];
/**
 * Structure, keys, formal and inferred joins, texts of the database and of dbt, constraints, enums, tests, tags and
 * freshness go to the manifest entry; everything that is judged goes to the overlay.
 */
function slotOf(edit) {
    const column = 'column' in edit && edit.column !== undefined ? edit.column : undefined;
    const inColumn = column === undefined ? [] : ['columns', { name: column }];
    switch (edit.kind) {
        case 'source': return { where: 'scanned', path: [], machine: true };
        case 'column': return { where: 'scanned', path: inColumn, machine: true };
        case 'description': {
            const key = edit.key ?? '';
            if (machineKeys.includes(key))
                return { where: 'scanned', path: [...inColumn, 'descriptions', key], machine: true };
            const override = column === undefined ? [] : ['column_overrides', { name: column }];
            return { where: 'overlay', path: [...override, 'descriptions', key], machine: false };
        }
        case 'property': return { where: 'scanned', path: [...inColumn, ...(edit.field ?? '').split('.')], machine: true };
        case 'join': {
            const join = edit.op === 'put' ? edit.value : edit.join ?? { to: '', on: '' };
            return { where: 'scanned', path: ['joins', { to: join.to, on: join.on }], machine: edit.op === 'put' && edit.value.source === 'formal' };
        }
        case 'grain': return { where: 'overlay', path: ['grain'], machine: false };
        case 'measure': return { where: 'overlay', path: ['measures', { name: edit.name ?? '' }], machine: false };
        case 'segment': return { where: 'overlay', path: ['segments', { name: edit.name ?? '' }], machine: false };
    }
}
/** The joins of a parsed entry by their key; what is not a join is left out. */
function joinsOf(entry) {
    const joins = entry?.joins;
    const found = new Map();
    for (const join of Array.isArray(joins) ? joins : []) {
        const { to, on, relationship, source } = join ?? {};
        if (typeof to === 'string' && typeof on === 'string')
            found.set((0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .joinKey */ .ID)({ to, on }), { to, on, relationship, source });
    }
    return found;
}
/** What a path of the project means to the context; undefined: nothing. */
function contextPath(path) {
    const parts = path.split('/');
    const [top, second, third] = parts;
    if (top === 'semantic-layer' && second !== undefined && parts.length >= 3 && /\.ya?ml$/.test(path)) {
        return third === '_schema' ? { kind: 'manifest', connection: second } : { kind: 'source', connection: second };
    }
    if (top === 'wiki' && second === 'global' && parts.length === 3 && third?.endsWith('.md'))
        return { kind: 'page', key: third.slice(0, -3) };
    if (top === 'wiki' && second === 'user')
        return { kind: 'userPage' };
    return undefined;
}


/***/ }),

/***/ 40802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gather: () => (/* binding */ gather)
});

// UNUSED EXPORTS: confinement, plural

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/text/table-name.js
var table_name = __webpack_require__(82602);
// EXTERNAL MODULE: ./lib/src/text/canonical.js
var canonical = __webpack_require__(75066);
;// CONCATENATED MODULE: ./lib/src/evidence/tables.js


function structureHashOf(structure) {
    return (0,canonical/* hash12 */.Yq)(structure);
}
/** Whether the driver's marker and the structure say that nothing moved, so that the table need not be read. */
function isUnmoved(scanned, structureHash, remembered) {
    return remembered !== undefined && scanned.mark !== null && remembered.mark === scanned.mark && remembered.structure === structureHash;
}
/** Row counts are hashed as a power of ten, so that growth is not a change. */
function magnitude(rows) {
    return rows <= 0 ? -1 : Math.floor(Math.log10(rows));
}
function tableEvidence(connection, scanned, profile, remembered) {
    const { structure, mark } = scanned;
    const structureHash = structureHashOf(structure);
    const hash = profile ? (0,canonical/* hash12 */.Yq)([structureHash, magnitude(profile.rows), profile.values]) : remembered?.hash ?? structureHash;
    return {
        id: (0,table_name/* tableId */.s)(connection, structure.name), kind: 'table', connection,
        data: { structure, mark, ...(profile ? { profile } : {}) },
        get text() { return tableDescription(structure, profile); },
        origin: {}, presence: 'present', hash, structureHash,
    };
}
function tableDescription(structure, profile) {
    const columns = structure.columns.map((column) => {
        // a column may be called __proto__
        const values = profile && Object.hasOwn(profile.values, column.name) ? profile.values[column.name] : undefined;
        const notes = [column.nullable ? '' : 'not null', structure.primaryKey.includes(column.name) ? 'key' : '', column.comment ?? '', values ? `one of ${values.join(' | ')}` : ''];
        return `- ${column.name} ${column.nativeType || column.type} ${notes.filter((note) => note !== '').join('; ')}`.trimEnd();
    });
    const head = `${structure.kind} ${(0,table_name/* tableText */.q)(structure.name)}${profile ? `, about 10^${Math.max(0, magnitude(profile.rows))} rows` : ''}`;
    return [head, ...(structure.comment ? [structure.comment] : []), ...columns, ...(structure.definition ? [structure.definition] : [])].join('\n');
}

;// CONCATENATED MODULE: ./lib/src/evidence/gather.js




/** The git root around the project, else the project: no source may lead out of it. */
function confinement(root) {
    for (let at = root;; at = (0,external_node_path_.dirname)(at)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(at, '.git')))
            return at;
        if ((0,external_node_path_.dirname)(at) === at)
            return root;
    }
}
/** Reads every source of the project once; one that cannot be read is a finding and `unreadable`, never an exception. */
async function gather(input) {
    const { project } = input;
    const warehouses = [];
    const tables = [];
    const dbt = [];
    const definitions = [];
    const unreadable = new Set();
    const findings = [];
    const read = [];
    const confined = confinement(project.root);
    for (const connection of project.connections) {
        const started = input.now();
        const note = (ok, what) => {
            read.push({ id: connection.id, driver: connection.driver, ok, what, milliseconds: input.now() - started });
        };
        if (input.signal?.aborted === true && connection.driver !== 'skipped') {
            unreadable.add(connection.id);
            note(false, 'not read: cancelled');
        }
        else if (connection.driver === 'sqlite') {
            const file = input.sqliteFiles.get(connection.id);
            if (file === undefined) {
                unreadable.add(connection.id);
                note(false, 'its reference has no value here');
                continue;
            }
            const { openSqlite } = await __webpack_require__.e(/* import() */ 856).then(__webpack_require__.bind(__webpack_require__, 97856));
            const opened = await openSqlite({
                connection: connection.id, file, root: confined,
                ...(connection.options.enabled_tables ? { enabledTables: connection.options.enabled_tables } : {}),
                ...(connection.options.query_timeout_ms ? { queryTimeoutMs: connection.options.query_timeout_ms } : {}),
            });
            if (!opened.ok) {
                unreadable.add(connection.id);
                findings.push(at(opened.finding, connection.place('path')));
                note(false, opened.finding.message);
                continue;
            }
            warehouses.push(opened.warehouse);
            const scanned = await scanTables(opened.warehouse, input);
            findings.push(...scanned.findings);
            if (!scanned.ok) {
                unreadable.add(connection.id);
                note(false, 'could not be scanned');
                continue;
            }
            tables.push(...scanned.tables);
            const columns = scanned.tables.reduce((sum, table) => sum + table.data.structure.columns.length, 0);
            note(true, `${plural(scanned.tables.length, 'table')}, ${plural(columns, 'column')}${scanned.unmoved > 0 ? `, ${scanned.unmoved} not read again` : input.profiles === false ? '' : `, ${plural(scanned.rows, 'row')}`}`);
        }
        else if (connection.driver === 'dbt') {
            const { readDbt } = await __webpack_require__.e(/* import() */ 509).then(__webpack_require__.bind(__webpack_require__, 86509));
            const named = connection.options.source_dir ?? '.';
            const directory = (0,external_node_path_.relative)(confined, (0,external_node_path_.resolve)(project.root, named, connection.options.path ?? '')).split('\\').join('/');
            if (directory === '..' || directory.startsWith('../') || (0,external_node_path_.isAbsolute)(directory)) {
                unreadable.add(connection.id);
                const message = `the dbt project of ${connection.id} leads out of ${confined === project.root ? 'the project' : 'the repository'}: ${named}`;
                findings.push({ severity: 'error', code: 'path-escape', ...connection.place('source_dir'), message, fix: 'check it out inside, and name that folder' });
                note(false, message);
                continue;
            }
            const result = await readDbt({ connection: connection.id, root: confined, directory });
            const moved = (origin) => (origin.file === undefined ? origin : { ...origin, file: fromProject(project.root, confined, origin.file) });
            findings.push(...result.findings.map((finding) => (finding.file === undefined ? at(finding, connection.place('source_dir')) : { ...finding, file: fromProject(project.root, confined, finding.file) })));
            if (result.evidence.length === 0 && result.findings.some((finding) => finding.severity === 'error')) {
                unreadable.add(connection.id);
                note(false, result.findings[0]?.message ?? 'could not be read');
                continue;
            }
            const here = confined === project.root;
            for (const node of result.evidence)
                dbt.push(here ? node : relocated(node, moved));
            for (const definition of result.definitions)
                definitions.push(here ? definition : { ...definition, origin: moved(definition.origin) });
            const models = result.evidence.filter((node) => node.data.resource === 'model').length;
            const tests = result.evidence.reduce((sum, node) => sum + node.data.tests.length, 0);
            note(true, `${plural(models, 'model')}, ${plural(result.evidence.length - models, 'source')}, ${plural(tests, 'test')} (${result.via})`);
        }
    }
    let documents = [];
    if (input.documentGlobs.length > 0) {
        const started = input.now();
        const { readDocuments } = await __webpack_require__.e(/* import() */ 919).then(__webpack_require__.bind(__webpack_require__, 8919));
        const result = await readDocuments({ connection: 'files', root: project.root, globs: input.documentGlobs });
        documents = result.evidence;
        definitions.push(...result.definitions);
        findings.push(...result.findings);
        read.push({ id: 'documents', driver: 'files', ok: true, what: plural(documents.length, 'document'), milliseconds: input.now() - started });
    }
    return { warehouses, tables, dbt, documents, definitions, unreadable, findings, read };
}
function plural(count, noun) {
    return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
const at = (finding, place) => (finding.line === undefined ? { ...finding, ...place } : finding);
function fromProject(root, confined, file) {
    return (0,external_node_path_.relative)(root, (0,external_node_path_.join)(confined, file)).split('\\').join('/');
}
function relocated(node, moved) {
    const columns = node.data.columns.map((column) => ({ ...column, origin: moved(column.origin) }));
    const tests = node.data.tests.map((test) => ({ ...test, origin: moved(test.origin) }));
    const described = node.data.described && { described: moved(node.data.described) };
    // a spread would read the text, which is made on demand
    return Object.create(node, {
        origin: { value: moved(node.origin), enumerable: true }, data: { value: { ...node.data, ...described, columns, tests }, enumerable: true },
    });
}
async function scanTables(warehouse, input) {
    const catalogue = await warehouse.scan();
    if (catalogue.tables.length === 0 && catalogue.findings.some((finding) => finding.severity === 'error')) {
        return { ok: false, tables: [], rows: 0, unmoved: 0, findings: [...catalogue.findings] };
    }
    const tables = [];
    const findings = [...catalogue.findings];
    let rows = 0;
    let unmoved = 0;
    for (const scanned of catalogue.tables) {
        if (input.signal?.aborted === true)
            return { ok: false, tables: [], findings, rows, unmoved };
        const structure = structureHashOf(scanned.structure);
        const remembered = input.remembered((0,table_name/* tableId */.s)(warehouse.connection, scanned.structure.name));
        const isStill = isUnmoved(scanned, structure, remembered);
        if (isStill || input.profiles === false) {
            if (isStill)
                unmoved += 1;
            tables.push(tableEvidence(warehouse.connection, scanned, undefined, remembered));
            continue;
        }
        const profiled = await warehouse.profile(scanned.structure);
        if (!profiled.ok) {
            findings.push(profiled.finding);
            tables.push(tableEvidence(warehouse.connection, scanned, undefined, remembered));
            continue;
        }
        const { profile } = profiled;
        rows += profile.rows;
        const evidence = tableEvidence(warehouse.connection, scanned, profile, remembered);
        tables.push(evidence);
        for (const [column, shares] of Object.entries(profile.mixedTypes)) {
            const kinds = Object.entries(shares).filter(([, share]) => share >= 0.005).sort(([, a], [, b]) => b - a).map(([kind, share]) => `${Math.round(share * 100)} % ${kind}`).join(', ');
            findings.push({ severity: 'notice', code: 'mixed-types', message: `${scanned.structure.name.name}.${column} holds ${kinds}`, fix: 'compare and sum it with a cast', evidence: [evidence.id] });
        }
    }
    return { ok: true, tables, findings, rows, unmoved };
}


/***/ }),

/***/ 15355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ matchWorld),
/* harmony export */   matchDbt: () => (/* binding */ matchDbt)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29318);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82602);



/** Pairs the dbt nodes of a run with its tables; without any readable table there is nothing to match with. */
function matchWorld(project, world) {
    const warehouses = project.connections.filter((connection) => connection.driver === 'sqlite');
    const hopeless = world.tables.length === 0 && (warehouses.length === 0 || warehouses.some((connection) => world.unreadable.has(connection.id)));
    return matchDbt(hopeless ? [] : world.dbt, world.tables, (id) => warehouses.some((connection) => connection.id === id), (id) => project.connections.find((connection) => connection.id === id)?.place() ?? { file: project.file });
}
const precedence = { model: 0, snapshot: 1, seed: 2, source: 3 };
const same = (a, b) => a !== null && b !== null && a.toLowerCase() === b.toLowerCase();
/** Least share of a source that must be found before it is trusted (DESIGN section 7). */
const enough = 0.5;
/**
 * Pairs dbt nodes with scanned tables: same name, and no other schema or catalogue than the node's. A warehouse without
 * schemas of its own (SQLite) is matched by name. `place` is where the dbt connection stands in ktx.yaml.
 */
function matchDbt(nodes, tables, schemaless, place) {
    const byName = new Map();
    for (const table of tables) {
        const name = table.data.structure.name.name.toLowerCase();
        byName.set(name, [...(byName.get(name) ?? []), table]);
    }
    const tableOf = new Map();
    const nodesOf = new Map();
    const counted = new Map();
    for (const node of nodes) {
        const { relation } = node.data;
        if (relation === null)
            continue;
        const count = counted.get(node.connection) ?? { found: 0, of: 0, missing: [], to: new Map() };
        counted.set(node.connection, count);
        count.of += 1;
        const candidates = (byName.get(relation.name.toLowerCase()) ?? []).filter((table) => {
            const { catalog, schema } = table.data.structure.name;
            if (schemaless(table.connection))
                return true;
            return (relation.schema === null || schema === null || same(relation.schema, schema)) && (relation.catalog === null || catalog === null || same(relation.catalog, catalog));
        });
        const table = candidates[0];
        if (!table) {
            count.missing.push(node);
            continue;
        }
        count.found += 1;
        count.to.set(table.connection, (count.to.get(table.connection) ?? 0) + 1);
        tableOf.set(node.id, table);
        nodesOf.set(table.id, [...(nodesOf.get(table.id) ?? []), node]);
    }
    for (const list of nodesOf.values())
        list.sort((a, b) => precedence[a.data.resource] - precedence[b.data.resource] || (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a.id, b.id));
    const matches = [];
    const findings = [];
    const blocked = new Set();
    for (const [connection, count] of [...counted].sort(([a], [b]) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a, b))) {
        const targets = [...count.to.keys()].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4);
        const to = targets.join(', ') || [...new Set(tables.map((table) => table.connection))].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4).join(', ');
        matches.push({ from: connection, to, found: count.found, of: count.of });
        if (count.of === 0 || count.found / count.of >= enough)
            continue;
        blocked.add(connection);
        findings.push({
            severity: 'error', code: 'source-mismatch', ...place(connection),
            message: `${connection}: ${count.found} of ${count.of} dbt relations are in ${to || 'the warehouse'}`,
            fix: likelyCause(count.missing, tables),
        });
    }
    return { tableOf, nodesOf, matches, findings, blocked };
}
function likelyCause(missing, tables) {
    const names = new Map(tables.map((table) => [table.data.structure.name.name.toLowerCase(), table]));
    const elsewhere = new Map();
    let wanted = '';
    for (const node of missing) {
        const table = node.data.relation && names.get(node.data.relation.name.toLowerCase());
        if (!table)
            continue;
        const schema = [table.data.structure.name.catalog, table.data.structure.name.schema].filter((part) => part !== null).join('.');
        elsewhere.set(schema, (elsewhere.get(schema) ?? 0) + 1);
        wanted = [node.data.relation?.catalog, node.data.relation?.schema].filter((part) => part !== null).join('.');
    }
    const best = [...elsewhere].sort(([a, m], [b, n]) => n - m || (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a, b))[0];
    if (best)
        return `${best[1]} of them exist in schema ${best[0]}, while dbt names ${wanted}: the manifest is of another target; build it with the one that this warehouse holds`;
    const example = missing[0]?.data.relation;
    const near = example && (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(example.name, tables.map((table) => table.data.structure.name.name));
    if (tables.length === 0)
        return 'the warehouse has no tables: check its path and permissions';
    return `dbt names ${example ? (0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .tableText */ .q)(example) : 'nothing'}${near ? `, the warehouse has ${near}` : ''}: check the target of the manifest, and that this is the warehouse that dbt builds`;
}


/***/ }),

/***/ 92531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ publishableValue),
/* harmony export */   g: () => (/* binding */ publishable),
/* harmony export */   textFindings: () => (/* binding */ textFindings)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93391);
/* harmony import */ var _text_markup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7458);
/* harmony import */ var _text_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59573);



/** What may be published of outside text. */
/**
 * Whatever a credential (the shortest without a sign is a Slack token of 15 characters), active markup or a mention needs
 * at least one of: most texts are done with this look.
 */
const suspicious = /[<>@#:=&\]\[!]|-----|\S{15}|\bgh-\d/i;
/** The text in a list if it may be published, else none and a finding: no credential, no active markup. */
function publishable(raw, origin, evidence, findings) {
    const value = raw.trim();
    if (value === '')
        return [];
    if (!suspicious.test(value))
        return [value];
    const at = { ...(0,_finding_js__WEBPACK_IMPORTED_MODULE_0__.placeOf)(origin), evidence: [evidence] };
    const [secret] = (0,_text_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .findSecrets */ .d)(value);
    if (secret) {
        findings.push({ severity: 'warning', code: 'secret-in-text', ...at, message: `a description of ${evidence} looks as if it holds a credential (${secret.kind}); it was not published`, fix: 'remove it there, and revoke it: it is in that repository’s history' });
        return [];
    }
    const [markup] = (0,_text_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .activeMarkup */ .RN)(value);
    if (markup) {
        findings.push({ severity: 'warning', code: 'markup-in-text', ...at, message: `a description of ${evidence} holds active markup (${markup.kind}); it was not published`, fix: 'write it as plain text or Markdown' });
        return [];
    }
    const [mention] = (0,_text_markup_js__WEBPACK_IMPORTED_MODULE_1__/* .mentions */ .wy)(value);
    if (mention)
        findings.push({ severity: 'notice', code: 'mention-in-text', ...at, message: `a description of ${evidence} holds ${mention.kind}; it is published as it is and made harmless wherever ktx-ci quotes it`, fix: '' });
    return [value];
}
/** The value in a list if it may be published, else none and a finding: no credential anywhere in it. What a field or a value list says is data, so markup in it is not refused. */
function publishableValue(value, what, origin, evidence, findings) {
    const [secret] = (0,_text_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .findSecrets */ .d)(JSON.stringify(value));
    if (!secret)
        return [value];
    findings.push({ severity: 'warning', code: 'secret-in-text', ...(0,_finding_js__WEBPACK_IMPORTED_MODULE_0__.placeOf)(origin), evidence: [evidence], message: `${what} of ${evidence} look as if they hold a credential (${secret.kind}); they were not published`, fix: 'remove it there, and revoke it: it is in that repository’s history' });
    return [];
}
/** Findings of every description of a dbt node. */
function textFindings(node) {
    const findings = [];
    publishable(node.data.description, node.data.described ?? node.origin, node.id, findings);
    for (const column of node.data.columns)
        publishable(column.description, column.origin, `${node.id}.${column.name}`, findings);
    return findings;
}


/***/ }),

/***/ 96357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ resolveSources)
});

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/src/project/references.js



/**
 * Resolves `env:NAME` and `file:PATH` (relative to the project, `~` allowed); anything else is itself. A blank value
 * counts as missing. Never falls back to another variable.
 */
function resolveReference(text, root, environment) {
    const value = text.trim();
    if (value.startsWith('env:')) {
        const name = value.slice(4).trim();
        const found = environment[name]?.trim();
        return found
            ? { ok: true, value: found }
            : { ok: false, why: `the environment has no ${name}`, fix: `set ${name}, or name another variable` };
    }
    if (value.startsWith('file:')) {
        const named = value.slice(5).trim().replace(/^~(?=\/|$)/, (0,external_node_os_.homedir)());
        const path = (0,external_node_path_.isAbsolute)(named) ? named : (0,external_node_path_.resolve)(root, named);
        try {
            const found = (0,external_node_fs_.readFileSync)(path, 'utf8').trim();
            if (found)
                return { ok: true, value: found };
            return { ok: false, why: `the file ${named} is empty`, fix: 'write the value into that file' };
        }
        catch {
            return { ok: false, why: `the file ${named} cannot be read`, fix: 'create that file, or name another one' };
        }
    }
    return { ok: true, value };
}
/** Where a relative path of ktx.yaml leads: it is relative to the project, never to the working directory. */
function projectPath(root, path) {
    const expanded = path.replace(/^~(?=\/|$)/, (0,external_node_os_.homedir)());
    return (0,external_node_path_.isAbsolute)(expanded) ? expanded : (0,external_node_path_.join)(root, expanded);
}

;// CONCATENATED MODULE: ./lib/src/project/sources.js


/**
 * Resolves what the named connections need to be read. A reference without a value is an error, or a notice where
 * `lenient` (check and --dry-run): the connection then cannot be read. It never falls back to another variable.
 */
function resolveSources(project, environment, lenient) {
    const sqliteFiles = new Map();
    const findings = [];
    for (const connection of project.connections) {
        if (connection.driver !== 'sqlite')
            continue;
        const option = connection.options.path !== undefined ? 'path' : 'url';
        const text = connection.options[option] ?? '';
        // file:PATH names a file that holds the value; file://PATH is the URL of the database itself
        const resolved = text.startsWith('file://') ? { ok: true, value: text } : resolveReference(text, project.root, environment);
        if (!resolved.ok) {
            findings.push({
                severity: lenient ? 'notice' : 'error', code: 'reference-unresolved', ...connection.place(option),
                message: `connection ${connection.id}: ${resolved.why}`, fix: resolved.fix,
            });
            continue;
        }
        sqliteFiles.set(connection.id, projectPath(project.root, filePath(resolved.value)));
    }
    return { sqliteFiles, findings };
}
/** `sqlite:///rel/or/abs.db`, `file:///abs.db` and plain paths. */
function filePath(value) {
    if (value.startsWith('file://')) {
        try {
            return (0,external_node_url_.fileURLToPath)(value);
        }
        catch {
            return value.slice('file://'.length);
        }
    }
    // three slashes: relative, four: absolute, as SQLAlchemy-style URLs have it
    return value.replace(/^sqlite:(\/\/\/)?/, '');
}


/***/ }),

/***/ 39630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lx: () => (/* binding */ isClosed),
/* harmony export */   qP: () => (/* binding */ readProjectTree),
/* harmony export */   xw: () => (/* binding */ writeProjectTree),
/* harmony export */   yV: () => (/* binding */ mayBeWritten)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75066);



/** The files of a project that a patch may touch, as they lie in the working tree. */
const folders = ['semantic-layer', 'wiki'];
const files = ['ktx.lock', 'ktx.decisions.yaml'];
const fileBytes = 64 * 1024 * 1024;
/** Path → bytes, sorted. Symbolic links and oversized files are findings and closed, so that nothing is written through or over them. */
function readProjectTree(root) {
    const tree = new Map();
    const closed = new Set();
    const findings = [];
    const close = (path, finding) => {
        closed.add(path);
        // without its lock a run would take everything for new
        findings.push({ severity: path === 'ktx.lock' ? 'error' : 'warning', file: path, ...finding });
    };
    const visit = (path) => {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), { throwIfNoEntry: false });
        if (stat === undefined)
            return;
        if (stat.isSymbolicLink())
            close(path, { code: 'path-escape', message: `${path} is a symbolic link; it is neither read nor written`, fix: 'put the file itself there' });
        else if (stat.isDirectory() && !files.includes(path)) {
            for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)).sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .byText */ .z4))
                visit(`${path}/${name}`);
        }
        else if (!stat.isFile())
            close(path, { code: 'file-skipped', message: `${path} is not a regular file; it is neither read nor written`, fix: 'put a file there, or remove it' });
        else if (stat.size > fileBytes)
            close(path, { code: 'context-too-large', message: `${path} has ${stat.size} bytes; it is left alone`, fix: 'split it' });
        else {
            try {
                tree.set(path, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)));
            }
            catch (error) {
                close(path, { code: 'file-skipped', message: `${path} cannot be read (${error.code ?? 'unknown error'}); it is left alone`, fix: 'check its permissions' });
            }
        }
    };
    for (const path of [...folders, ...files])
        visit(path);
    return { tree: new Map([...tree].sort(([a], [b]) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .byText */ .z4)(a, b))), closed, findings };
}
/** Whether a path is closed, or lies below a closed one. */
function isClosed(closed, path) {
    const parts = path.split('/');
    return parts.some((_, i) => closed.has(parts.slice(0, i + 1).join('/')));
}
/** Only these paths may ever be in a patch. */
function mayBeWritten(path) {
    if (path.split('/').some((part) => part === '' || part === '.' || part === '..') || path.includes('\\'))
        return false;
    return path.startsWith('semantic-layer/') || path.startsWith('wiki/global/') || files.includes(path);
}
/** Writes changed files into the project, each by rename; null deletes. Throws for a path that may not be written or has a link in it. */
function writeProjectTree(root, changes) {
    for (const path of changes.keys())
        if (!mayBeWritten(path) || hasLink(root, path))
            throw new Error(`refusing to write ${path}`);
    for (const [path, text] of changes) {
        const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
        if (text === null) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(target, { force: true });
            continue;
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target), { recursive: true });
        const partial = `${target}.ktx-ci-partial`;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(partial, text);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(partial, target);
    }
}
function hasLink(root, path) {
    const parts = path.split('/');
    return parts.some((_, i) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ...parts.slice(0, i + 1)), { throwIfNoEntry: false })?.isSymbolicLink() === true);
}


/***/ }),

/***/ 32879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ fileChanges),
/* harmony export */   b: () => (/* binding */ textOf)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);

/** Text of a file of the context; null where it is missing. */
function textOf(tree, path) {
    const bytes = tree.get(path);
    return bytes === undefined ? null : Buffer.from(bytes).toString('utf8');
}
/** Files that differ between two states of the context, and the lock. Sorted by path. */
function fileChanges(before, after, lock) {
    const changes = [];
    for (const path of [...new Set([...before.keys(), ...after.keys()])].filter((one) => one !== 'ktx.lock').sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)) {
        const [old, now] = [before.get(path), after.get(path)];
        if (old !== undefined && now !== undefined && Buffer.compare(old, now) === 0)
            continue;
        changes.push({ path, before: textOf(before, path), after: textOf(after, path) });
    }
    const oldLock = textOf(before, 'ktx.lock');
    const newLock = lock === '' ? oldLock : lock;
    if (oldLock !== newLock)
        changes.push({ path: 'ktx.lock', before: oldLock, after: newLock });
    return changes.sort((a, b) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a.path, b.path));
}


/***/ }),

/***/ 67303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dialectOfDriver: () => (/* binding */ dialectOfDriver)
/* harmony export */ });
/** Drivers of ktx.yaml whose SQL the parser knows under that very name. */
const known = new Set(['sqlite', 'postgres', 'mysql', 'snowflake', 'bigquery', 'clickhouse', 'sqlserver', 'duckdb', 'athena', 'databricks', 'redshift', 'trino']);
/** The parser's dialect for a driver of ktx.yaml; `generic` where it has none (dbt, BI tools) or is not known. */
function dialectOfDriver(driver) {
    if (known.has(driver))
        return driver;
    // Hologres speaks the protocol and the SQL of PostgreSQL
    return driver === 'hologres' ? 'postgres' : 'generic';
}


/***/ }),

/***/ 37775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F5: () => (/* binding */ shapeOf),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   Uq: () => (/* binding */ value),
/* harmony export */   XX: () => (/* binding */ render),
/* harmony export */   ll: () => (/* binding */ sql),
/* harmony export */   oR: () => (/* binding */ joined)
/* harmony export */ });
/** An identifier, or several that a dot joins. */
function name(...parts) {
    return { kind: 'name', parts: parts.filter((part) => part !== null) };
}
/** A literal. */
function value(literal) {
    return { kind: 'value', value: literal };
}
/** sql`SELECT COUNT(*) FROM ${name('main', 'orders')}`: templates nest. */
function sql(strings, ...items) {
    const texts = [strings[0] ?? ''];
    const holes = [];
    for (const [i, item] of items.entries()) {
        const after = strings[i + 1] ?? '';
        const [first = '', ...rest] = 'texts' in item ? item.texts : ['', ''];
        texts.push((texts.pop() ?? '') + first);
        texts.push(...rest);
        holes.push(...('texts' in item ? item.holes : [item]));
        texts.push((texts.pop() ?? '') + after);
    }
    return { texts, holes };
}
/** Several templates with a separator of our own between them. */
function joined(items, separator) {
    const empty = { texts: [''], holes: [] };
    return items.reduce((all, item, i) => (i === 0 ? item : sql `${all}${{ texts: [separator], holes: [] }}${item}`), empty);
}
/** The statement with its holes filled. */
function render(template, quote, literal) {
    return template.texts.map((text, i) => {
        const hole = template.holes[i];
        if (!hole)
            return text;
        return text + (hole.kind === 'name' ? hole.parts.map(quote).join('.') : literal(hole.value));
    }).join('');
}
/** The statement with the same filling in every hole of a kind: equal for templates that ask the same of other things. */
function shapeOf(template, quote, literal) {
    const holes = template.holes.map((hole) => (hole.kind === 'name' ? { kind: 'name', parts: hole.parts.map(() => 'x') } : { kind: 'value', value: typeof hole.value === 'number' ? 1 : 'x' }));
    return render({ texts: template.texts, holes }, quote, literal);
}


/***/ }),

/***/ 32653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ sourceFileName),
/* harmony export */   n: () => (/* binding */ idSlug)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);

/** Folder name for an id: safe characters, cut at 80, then 8 hex of its hash so that two ids never share one. */
function idSlug(id) {
    return `${id.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 80)}-${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(id).slice(0, 8)}`;
}
const windowsReserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
/**
 * File name (without extension) for a semantic-layer source. ktx derives it the same way: the name itself where it is
 * plain, otherwise a slug and 8 hex of its hash, so that it stays injective on case-insensitive disks.
 */
function sourceFileName(name) {
    if (/^[a-z0-9][a-z0-9_]{0,63}$/.test(name) && !windowsReserved.test(name))
        return name;
    const slug = name.toLowerCase().replace(/[^a-z0-9_]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 64);
    return `${slug || 'src'}-${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(name).slice(0, 8)}`;
}


/***/ }),

/***/ 82602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ tableText),
/* harmony export */   s: () => (/* binding */ tableId)
/* harmony export */ });
/** `main.orders`, with nulls left out; for people and ids, not for SQL. */
function tableText(name) {
    return [name.catalog, name.schema, name.name].filter((part) => part !== null).join('.');
}
/** Evidence id of a table. */
function tableId(connection, name) {
    return `table:${connection}/${tableText(name)}`;
}


/***/ })

};
