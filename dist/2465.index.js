export const id = 2465;
export const ids = [2465,2229];
export const modules = {

/***/ 75285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ definitionsIn),
  P: () => (/* binding */ firstHeading)
});

;// CONCATENATED MODULE: ./lib/src/evidence/markdown-blocks.js
const fence = /^ {0,3}(`{3,}|~{3,})/;
const atxHeading = /^( {0,3}(#{1,6})[ \t]+)(.*?)(?:[ \t]+#+)?[ \t]*$/;
const listItem = /^(\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)(.*)$/;
const quoteMark = /^(\s*(?:>[ \t]?)+)(.*)$/;
const tableDelimiter = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$|^\s*\|\s*:?-+:?\s*\|\s*$/;
/** The blocks of a text in order, without front matter, code blocks, comments and rules. */
function markdownBlocks(markdown) {
    const lines = withoutComments(markdown.replace(/\r\n?/g, '\n')).split('\n');
    const blocks = [];
    let prose = null;
    const close = (open) => {
        if (open !== null)
            blocks.push({ kind: 'prose', text: open.text.join('\n').trim(), line: open.line, column: open.column });
        return null;
    };
    for (let at = frontMatterEnd(lines); at < lines.length; at += 1) {
        const line = lines[at] ?? '';
        const next = lines[at + 1] ?? '';
        const opened = fence.exec(line)?.[1];
        if (opened !== undefined) {
            prose = close(prose);
            at = fenceEnd(lines, at + 1, opened);
            continue;
        }
        const heading = atxHeading.exec(line);
        if (heading) {
            prose = close(prose);
            blocks.push({ kind: 'heading', level: heading[2]?.length ?? 1, text: heading[3] ?? '', line: at + 1, column: (heading[1]?.length ?? 0) + 1 });
            continue;
        }
        if (line.trim() === '' || (prose === null && /^( {4}|\t)/.test(line) && !listItem.test(line))) {
            prose = close(prose);
            continue;
        }
        if (line.includes('|') && tableDelimiter.test(next)) {
            prose = close(prose);
            const rows = [{ cells: cellsOf(line), line: at + 1 }];
            for (at += 2; at < lines.length && (lines[at] ?? '').includes('|'); at += 1)
                rows.push({ cells: cellsOf(lines[at] ?? ''), line: at + 1 });
            at -= 1;
            blocks.push({ kind: 'table', rows });
            continue;
        }
        if (prose === null && /^ {0,3}(={2,}|-{2,})\s*$/.test(next) && !listItem.test(line)) {
            blocks.push({ kind: 'heading', level: next.includes('=') ? 1 : 2, text: line.trim(), line: at + 1, column: indentOf(line) + 1 });
            at += 1;
            continue;
        }
        const entry = /^ {0,3}:[ \t]+(.+)$/.exec(next);
        if (prose === null && entry && !listItem.test(line)) {
            const text = [entry[1] ?? ''];
            for (at += 2; at < lines.length && /^\s+\S/.test(lines[at] ?? ''); at += 1)
                text.push((lines[at] ?? '').trim());
            at -= 1;
            blocks.push({ kind: 'entry', term: line.trim(), text: text.join('\n'), line: at - text.length + 1, column: indentOf(line) + 1 });
            continue;
        }
        if (/^ {0,3}([-*_][ \t]*){3,}$/.test(line)) {
            prose = close(prose);
            continue;
        }
        const marked = listItem.exec(line) ?? (prose === null ? quoteMark.exec(line) : null);
        if (marked) {
            prose = close(prose);
            prose = { text: [marked[2] ?? ''], line: at + 1, column: (marked[1]?.length ?? 0) + 1 };
        }
        else if (prose === null) {
            prose = { text: [line.trim()], line: at + 1, column: indentOf(line) + 1 };
        }
        else {
            prose.text.push((quoteMark.exec(line)?.[2] ?? line).trim());
        }
    }
    close(prose);
    return blocks;
}
/** HTML comments as blanks, so that lines and columns stay. */
function withoutComments(markdown) {
    return markdown.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ' '));
}
function frontMatterEnd(lines) {
    if (lines[0]?.trimEnd() !== '---')
        return 0;
    const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line));
    return end < 0 ? 0 : end + 1;
}
/** The line of the closing fence, or the last line where there is none. */
function fenceEnd(lines, from, opened) {
    const closing = new RegExp(`^ {0,3}${opened[0] === '~' ? '~' : '`'}{${opened.length},}\\s*$`);
    const end = lines.findIndex((line, index) => index >= from && closing.test(line));
    return end < 0 ? lines.length : end;
}
function indentOf(line) {
    return line.length - line.trimStart().length;
}
/** Cells between bars that are neither escaped nor in code. */
function cellsOf(line) {
    const cells = [];
    let start = line.trimStart().startsWith('|') ? line.indexOf('|') + 1 : 0;
    let inCode = false;
    const push = (end) => {
        const raw = line.slice(start, end);
        cells.push({ text: raw.trim().replace(/\\\|/g, '|'), column: start + indentOf(raw) + 1 });
        start = end + 1;
    };
    for (let at = start; at < line.length; at += 1) {
        if (line[at] === '\\')
            at += 1;
        else if (line[at] === '`')
            inCode = !inCode;
        else if (line[at] === '|' && !inCode)
            push(at);
    }
    if (line.slice(start).trim() !== '')
        push(line.length);
    return cells;
}

;// CONCATENATED MODULE: ./lib/src/evidence/definitions.js

/** Headings that divide a page and define nothing. */
const dividers = new Set([
    'about', 'abstract', 'appendix', 'background', 'caveats', 'changelog', 'conclusion', 'contact', 'contents', 'context', 'contributing', 'details',
    'example', 'examples', 'faq', 'further reading', 'getting started', 'glossary', 'goal', 'goals', 'history', 'how it works', 'implementation', 'installation',
    'introduction', 'intro', 'kpis', 'license', 'limitations', 'links', 'metrics', 'motivation', 'next steps', 'note', 'notes', 'open questions', 'overview', 'owner',
    'owners', 'prerequisites', 'purpose', 'quick start', 'quickstart', 'readme', 'references', 'related', 'requirements', 'resources', 'rules', 'scope', 'see also',
    'setup', 'summary', 'table of contents', 'terms', 'tl;dr', 'todo', 'troubleshooting', 'usage', 'what', 'who', 'why', 'when', 'how',
]);
/** Headings whose text defines the heading above them. */
const definingHeadings = new Set(['definition', 'meaning', 'business definition']);
const termColumn = /^(term|metric|name|kpi|measure|concept)s?$/i;
const meaningColumn = /^(definition|meaning|description|explanation)s?$/i;
const longestTerm = 80;
/**
 * The terms that a Markdown text defines, in its order: a heading with the prose below it, a bold or code term followed
 * by a colon, dash, `is`, `are` or `means`, an entry of a definition list, a row of a table of terms. Prose that defines
 * no term gives nothing; code blocks and comments are not read.
 */
function definitionsIn(markdown, origin, evidence) {
    const definitions = [];
    const add = (written, text, line, column) => {
        const term = plainText(written).replace(/\s*:$/, '');
        const meaning = text.trim();
        if (term === '' || term.length > longestTerm || meaning === '')
            return;
        definitions.push({ term, text: meaning, origin: { ...origin, line, column }, evidence });
    };
    const sections = [];
    let section;
    const titles = [];
    for (const block of markdownBlocks(markdown)) {
        switch (block.kind) {
            case 'heading': {
                titles.length = Math.min(titles.length, block.level - 1);
                const term = headingTerm(block.text, titles.findLast((title) => title !== undefined && title !== '') ?? null);
                titles[block.level - 1] = plainText(block.text);
                section = term === null ? undefined : { term, heading: block, prose: [] };
                if (section)
                    sections.push(section);
                break;
            }
            case 'table':
                for (const { term, meaning, line, column } of tableTerms(block.rows))
                    add(term, meaning, line, column);
                break;
            case 'entry':
                add(block.term, block.text, block.line, block.column);
                break;
            case 'prose': {
                const leading = leadingTerm(block.text);
                if (leading === null)
                    section?.prose.push(block.text);
                else
                    add(leading.term, leading.meaning, block.line, block.column + leading.offset);
            }
        }
    }
    for (const { term, heading, prose } of sections)
        add(term, prose.join('\n\n'), heading.line, heading.column);
    return definitions.sort((a, b) => (a.origin.line ?? 0) - (b.origin.line ?? 0) || (a.origin.column ?? 0) - (b.origin.column ?? 0));
}
/** The first heading of a text without emphasis and links; null where it has none. */
function firstHeading(markdown) {
    const heading = markdownBlocks(markdown).find((block) => block.kind === 'heading');
    return heading?.kind === 'heading' ? plainText(heading.text) : null;
}
function headingTerm(written, parent) {
    const title = plainText(written).replace(/^(\d+[.)]\s*)+/, '');
    const lower = title.toLowerCase();
    if (definingHeadings.has(lower))
        return parent;
    const isSentence = title.split(/\s+/).length > 6 || /[?!.]$/.test(title);
    return isSentence || dividers.has(lower) ? null : title;
}
function leadingTerm(text) {
    const bold = /^(\*\*|__)(?<term>[^*_\n][^\n]*?)(?<inside>\s*:)?\1(?<rest>[\s\S]*)$/.exec(text);
    const code = bold ? null : /^(`)(?<term>[^`\n]+)\1(?<rest>[\s\S]*)$/.exec(text);
    const { term, inside, rest = '' } = (bold ?? code)?.groups ?? {};
    if (term === undefined)
        return null;
    const separator = inside === undefined ? /^(?:\s*\([^)\n]*\))?(?:\s*(?::|–|—|=)\s*|\s+-{1,2}\s+|\s+(?:is|are|means)\b:?\s+)/.exec(rest) : /^\s+/.exec(rest);
    if (separator === null)
        return null;
    if (code && /\b(is|are|means)\b/.test(separator[0]))
        return null;
    return { term, meaning: rest.slice(separator[0].length), offset: (bold ?? code)?.[1]?.length ?? 0 };
}
function tableTerms(rows) {
    const [header, ...body] = rows;
    if (!header)
        return [];
    const termAt = header.cells.findIndex((cell) => termColumn.test(plainText(cell.text)));
    const meaningAt = header.cells.findIndex((cell) => meaningColumn.test(plainText(cell.text)));
    if (termAt < 0 || meaningAt < 0)
        return [];
    return body.flatMap(({ cells, line }) => {
        const term = cells[termAt];
        const meaning = cells[meaningAt];
        return term && meaning ? [{ term: term.text, meaning: meaning.text, line, column: term.column }] : [];
    });
}
/** Without emphasis, code marks, links and HTML. */
function plainText(markdown) {
    return markdown
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/<[^>]+>/g, '')
        .replace(/\*\*|__|`|~~/g, '')
        .replace(/(^|\s)[*_](\S(?:.*?\S)?)[*_](?=\s|$|[.,:;])/g, '$1$2')
        .replace(/\s*\{#[^}]*\}$/, '')
        .trim();
}


/***/ }),

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

/***/ 82465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readDocuments: () => (/* binding */ readDocuments)
/* harmony export */ });
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75066);
/* harmony import */ var _definitions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75285);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22229);



const documentName = /\.(md|mdx|markdown|txt|text)$/i;
const markdownName = /\.(md|mdx|markdown)$/i;
/** Markdown and plain-text files that match the patterns; files of other kinds are passed over. */
async function readDocuments(options) {
    const reader = options.reader ?? (0,_files_js__WEBPACK_IMPORTED_MODULE_2__.confinedReader)(options.root);
    const { files, findings: listing } = await reader.list(options.globs);
    const findings = [...listing];
    const evidence = [];
    for (const path of files.filter((file) => documentName.test(file))) {
        const read = await reader.text(path);
        if (read.ok)
            evidence.push(documentEvidence(options.connection, path, read.text));
        else
            findings.push(read.finding);
    }
    evidence.sort((a, b) => (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(a.data.path, b.data.path));
    return { evidence, definitions: evidence.flatMap(({ data }) => data.definitions), findings };
}
function documentEvidence(connection, path, contents) {
    const id = `document:${connection}/${path}`;
    const text = normalised(contents);
    const isMarkdown = markdownName.test(path);
    const definitions = isMarkdown ? (0,_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .definitionsIn */ .k)(text, { file: path }, id) : [];
    const title = (isMarkdown ? (frontMatterTitle(text) ?? (0,_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .firstHeading */ .P)(text)) : null) ?? fileTitle(path);
    return {
        id,
        kind: 'document',
        connection,
        data: { path, title, definitions },
        text,
        origin: { file: path, line: 1 },
        presence: 'present',
        hash: (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hash12 */ .Yq)(text),
        structureHash: (0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .hash12 */ .Yq)([title, definitions.map(({ term }) => term)]),
    };
}
/** Line endings of one kind, no space at the end of a line or of the text. */
function normalised(contents) {
    return contents.replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '').replace(/\n+$/, '');
}
function frontMatterTitle(text) {
    const matter = /^---\n([\s\S]*?)\n(?:---|\.\.\.)(?:\n|$)/.exec(text)?.[1];
    const title = /^title:[ \t]*(.+)$/m.exec(matter ?? '')?.[1]?.trim().replace(/^(["'])(.*)\1$/, '$2');
    return title === undefined || title === '' ? null : title;
}
function fileTitle(path) {
    return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}


/***/ })

};
