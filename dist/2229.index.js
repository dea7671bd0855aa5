export const id = 2229;
export const ids = [2229];
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


/***/ })

};
