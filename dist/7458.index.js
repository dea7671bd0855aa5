export const id = 7458;
export const ids = [7458];
export const modules = {

/***/ 7458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RN: () => (/* binding */ activeMarkup),
/* harmony export */   SY: () => (/* binding */ neutral),
/* harmony export */   wy: () => (/* binding */ mentions)
/* harmony export */ });
/** Tags that load, run or hide something; plain ones such as <b> only format. */
const activeTags = 'script|iframe|frame|frameset|object|embed|applet|img|image|picture|source|svg|math|style|link|meta|base|form|input|button|textarea|select|video|audio|track|template|portal|noscript';
const markupPatterns = [
    ['tag', new RegExp(`</?(?:${activeTags})(?![a-z0-9_-])`, 'gi')],
    ['handler', /<[a-z][^<>]{0,2000}?[\s/"']on[a-z]{3,30}\s{0,10}=/gi],
    ['style', /<[a-z][^<>]{0,2000}?[\s/"']style\s{0,10}=/gi],
    ['script-link', /(?<![a-z0-9])(?:java\s{0,3}script|vb\s{0,3}script)\s{0,5}(?::|&colon;|&#0{0,7}58;|&#x0{0,7}3a;)/gi],
    ['script-link', /data:text\/(?:html|javascript)/gi],
    ['script-link', /\]\(\s{0,5}[^\s()]{0,200}&(?:#|colon|Tab|NewLine)/gi],
    ['comment', /<!--|<!\[CDATA\[|<\?[a-z]/gi],
    ['image', /!\[[^\][]{0,500}\](?:\(|\[)/g],
];
/** What would run, load or hide when the text is shown as Markdown or HTML, in order; code spans and blocks show as they are. */
function activeMarkup(text) {
    return outsideCode(text, markupPatterns);
}
const repository = '[A-Za-z0-9][A-Za-z0-9-]{0,38}\\/[A-Za-z0-9._-]{1,100}';
const mentionPatterns = [
    [
        'closing',
        new RegExp(`(?<![A-Za-z0-9_])(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\\s{0,3}:?\\s{1,5}(?:(?:${repository})?#|GH-|https?:\\/\\/[^\\s/]{1,100}\\/${repository}\\/(?:issues|pull)\\/)\\d{1,10}`, 'gi'),
    ],
    ['team', /(?<![A-Za-z0-9_@.+/-])@[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9][A-Za-z0-9_.-]{0,100}/g],
    ['person', /(?<![A-Za-z0-9_@.+/-])@[A-Za-z0-9][A-Za-z0-9-]{0,38}/g],
    ['issue', new RegExp(`(?<![A-Za-z0-9_&/.-])(?:${repository})?#\\d{1,10}(?![A-Za-z0-9_])`, 'g')],
    ['issue', /(?<![A-Za-z0-9_-])GH-\d{1,10}(?![A-Za-z0-9_])/gi],
];
/** What would notify people or link and close issues, in order; e-mail addresses and code are none. */
function mentions(text) {
    return outsideCode(text, mentionPatterns);
}
function outsideCode(text, patterns) {
    const code = codeRanges(text);
    const found = patterns.flatMap(([kind, pattern]) => [...text.matchAll(pattern)].map(({ index, 0: match }) => ({ start: index, end: index + match.length, kind })));
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    const kept = [];
    let range = 0;
    for (const place of found) {
        while ((code[range]?.end ?? Infinity) <= place.start)
            range += 1;
        if ((code[range]?.start ?? Infinity) <= place.start)
            continue;
        if (place.start >= (kept.at(-1)?.end ?? 0))
            kept.push(place);
    }
    return kept;
}
/** Fenced blocks, and code spans within one paragraph, by CommonMark's rules: a span ends at a run of as many backticks. */
function codeRanges(text) {
    const ranges = [];
    let fence = null;
    let paragraph = null;
    const endParagraph = () => {
        if (paragraph !== null)
            ranges.push(...codeSpans(text, paragraph));
        paragraph = null;
    };
    for (const { index, 0: line } of text.matchAll(/[^\n]*(?:\n|$)/g)) {
        if (line === '')
            continue;
        const end = index + line.length;
        const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
        if (fence !== null) {
            if (mark?.startsWith(fence.mark) === true && line.trim() === mark) {
                ranges.push({ start: fence.start, end });
                fence = null;
            }
        }
        else if (mark !== undefined && !(mark.startsWith('`') && line.trim().slice(mark.length).includes('`'))) {
            endParagraph();
            fence = { start: index, mark };
        }
        else if (line.trim() === '') {
            endParagraph();
        }
        else {
            paragraph = { start: paragraph?.start ?? index, end };
        }
    }
    endParagraph();
    if (fence !== null)
        ranges.push({ start: fence.start, end: text.length });
    return ranges.sort((a, b) => a.start - b.start);
}
function codeSpans(text, paragraph) {
    const runs = [...text.slice(paragraph.start, paragraph.end).matchAll(/\\?`+/g)].flatMap(({ index, 0: run }) => {
        const escaped = run.startsWith('\\') ? 2 : 0;
        return run.length > escaped ? { start: paragraph.start + index + escaped, length: run.length - escaped } : [];
    });
    // The next run of the same length, found from the back so that the time stays linear.
    const latest = new Map();
    const closing = runs.toReversed().map((run) => {
        const close = latest.get(run.length);
        latest.set(run.length, run.start);
        return close;
    }).reverse();
    const spans = [];
    let at = paragraph.start;
    for (const [index, run] of runs.entries()) {
        const close = closing[index];
        if (run.start < at || close === undefined)
            continue;
        at = close + run.length;
        spans.push({ start: run.start, end: at });
    }
    return spans;
}
/** Breaks a mark without showing. */
const gap = '\u200b';
/**
 * The text made safe to stand in Markdown, HTML or a log: nothing in it mentions, closes, links, renders, hides or starts a
 * block of code, and it reads the same to a person. Backticks become accents, and invisible gaps break what would be
 * markup. Applying it twice changes nothing more. It does not escape for HTML: a renderer still does.
 */
function neutral(text) {
    return text
        .replace(/\r\n?/g, '\n')
        // Control characters (terminal escapes among them) and marks that turn the direction of reading.
        .replace(/(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/gu, '')
        .replaceAll('`', '\u02cb')
        .replace(/^([ \t]*)(~{3})/gm, `$1~${gap}~~`)
        .replace(/<(?=[A-Za-z/!?])/g, `<${gap}`)
        .replace(/&(?=[#A-Za-z])/g, `&${gap}`)
        .replace(/@(?=[\p{L}\p{N}_\\-])/gu, `@${gap}`)
        .replace(/#(?=[\d\\])/g, `#${gap}`)
        .replace(/(gh-)(?=\d)/gi, `$1${gap}`)
        .replace(/!(?=\[)/g, `!${gap}`)
        .replace(/\](?=[([:])/g, `]${gap}`)
        .replace(/\[(?=[ xX]\])/g, `[${gap}`)
        .replace(/:(?=\/\/)/g, `:${gap}`)
        .replace(/(www)(?=\.)/gi, `$1${gap}`)
        .replace(/(mailto|xmpp)(?=:)/gi, `$1${gap}`)
        .replace(/(java|vb)(?=\s{0,3}script\s{0,5}:)/gi, `$1${gap}`)
        .replace(/(data)(?=:text\/)/gi, `$1${gap}`)
        // Headings, and commands of a workflow log.
        .replace(/^([ \t]*)(?=#{1,6}(?:[ \t]|$))/gm, (_, space) => `${space}${gap}`)
        .replace(/^([ \t]*):(?=:)/gm, `$1:${gap}`)
        .replace(/##(?=\[)/g, `##${gap}`);
}


/***/ })

};
