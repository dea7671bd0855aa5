export const id = 1744;
export const ids = [1744];
export const modules = {

/***/ 71744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ editYaml)
});

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
// EXTERNAL MODULE: ./lib/src/text/canonical.js
var canonical = __webpack_require__(75066);
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


/***/ })

};
