export const id = 2531;
export const ids = [2531,7458];
export const modules = {

/***/ 92531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ publishableValue),
/* harmony export */   publishable: () => (/* binding */ publishable),
/* harmony export */   textFindings: () => (/* binding */ textFindings),
/* harmony export */   y: () => (/* binding */ toLookAt)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93391);
/* harmony import */ var _text_agent_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57609);
/* harmony import */ var _text_invisible_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36275);
/* harmony import */ var _text_markup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7458);
/* harmony import */ var _text_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59573);





/** What may be published of outside text. */
/**
 * Whatever a credential (the shortest without a sign is a Slack token of 15 characters), active markup or a mention needs
 * at least one of: most texts are done with this look.
 */
const suspicious = /[<>@#:=&\]\[!]|-----|\S{15}|\bgh-\d/i;
/**
 * The text as people see it, in a list if it may be published, else none and a finding: no credential, no active markup.
 * Without `rules`, credentials are looked for by our own shapes alone.
 */
function publishable(raw, origin, evidence, findings, rules) {
    const value = (0,_text_invisible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .R)(raw).trim();
    if (value === '')
        return [];
    const at = { ...(0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(origin), evidence: [evidence] };
    if (value !== raw.trim())
        findings.push({ severity: 'warning', code: 'hidden-in-text', ...at, message: `a description of ${evidence} holds characters that nobody sees; it is published without them`, fix: 'look at what they say, and remove them there' });
    if ((0,_text_agent_text_js__WEBPACK_IMPORTED_MODULE_1__/* .addressesAgents */ .$)(value))
        findings.push({ severity: 'notice', code: 'instruction-in-text', ...at, message: `a description of ${evidence} tells a model what to do; it is published as it is`, fix: 'remove it there, unless it is meant: data agents read it' });
    if (!suspicious.test(value))
        return [value];
    const secret = secretIn(value, rules);
    if (secret) {
        findings.push({ severity: 'warning', code: 'secret-in-text', ...at, message: `a description of ${evidence} looks as if it holds a credential (${secret.kind}); it was not published`, fix: 'remove it there, and revoke it: it is in that repository’s history' });
        return [];
    }
    const [markup] = (0,_text_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .activeMarkup */ .RN)(value);
    if (markup) {
        findings.push({ severity: 'warning', code: 'markup-in-text', ...at, message: `a description of ${evidence} holds active markup (${markup.kind}); it was not published`, fix: 'write it as plain text or Markdown' });
        return [];
    }
    const [mention] = (0,_text_markup_js__WEBPACK_IMPORTED_MODULE_2__/* .mentions */ .wy)(value);
    if (mention)
        findings.push({ severity: 'notice', code: 'mention-in-text', ...at, message: `a description of ${evidence} holds ${mention.kind}; it is published as it is and made harmless wherever ktx-ci quotes it`, fix: '' });
    return [value];
}
/** The value in a list if it may be published, else none and a finding: no credential anywhere in it. What a field or a value list says is data, so markup in it is not refused. */
function publishableValue(value, what, origin, evidence, findings, rules) {
    const secret = secretIn(textOf(value), rules);
    if (!secret)
        return [value];
    findings.push({ severity: 'warning', code: 'secret-in-text', ...(0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(origin), evidence: [evidence], message: `${what} of ${evidence} look as if they hold a credential (${secret.kind}); they were not published`, fix: 'remove it there, and revoke it: it is in that repository’s history' });
    return [];
}
const secretIn = (text, rules) => (0,_text_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .findSecrets */ .d)(text)[0] ?? rules?.find(text)[0];
/** Names and values as JSON has them, but for its escapes: their letters would stand before a token like the end of a word. */
const textOf = (value) => (typeof value === 'string' ? value : JSON.stringify(value).replace(/\\[nrtbf]/g, '\n'));
/** What the rules have to look at of a text or value that is to be published: nothing of most. */
function toLookAt(value) {
    const text = textOf(value);
    // what JSON adds is no sign
    return suspicious.test(typeof value === 'string' ? text : text.replace(/["[\]{}:,]+/g, ' ')) ? [text] : [];
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

/***/ 57609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ addressesAgents)
/* harmony export */ });
/** Words that tell a machine what to do: a text of the context is for readers, and some of its readers are models. */
const agent = '(?:ai|a\\.i\\.|llms?|gpt|claude|copilots?|chat ?bots?|(?:ai|data|coding|analytics|language|llm)[ -](?:agents?|assistants?|models?|readers?))';
const former = '(?:all|any|every|previous|prior|earlier|above|preceding|former|other|your|system|these|those)';
const orders = '(?:instructions?|prompts?|guidelines|directives|rules above|system message)';
const tools = 'propose_edits|query_warehouse|read_evidence|read_context|search_context|tool_result|function_results';
const patterns = [
    new RegExp(`\\b(?:ignore|disregard|forget|override|bypass)\\b[^.]{0,20}\\b${former}\\b[^.]{0,30}\\b${orders}`),
    new RegExp(`\\b(?:ignore|disregard|forget)\\b[^.]{0,20}\\b(?:instructions|rules) (?:above|before|so far)`),
    new RegExp(`\\b(?:you are(?: now)?|act as|pretend to be|behave as)\\b[^.]{0,20}\\b${agent}`),
    new RegExp(`\\b(?:note|message|instructions?|attention|reminder|dear|hey|to|for)\\b[^.:,]{0,10}\\b(?:the |all |any )?${agent}\\b\\s*[:,]`),
    new RegExp(`\\b${agent}\\b[^.]{0,20}\\b(?:must|shall|should always|should never|have to|need to|are (?:told|required|instructed) to|always|never)\\b`),
    /\b(?:when|if|whenever)\b[^.]{0,40}\bask(?:s|ed)?\b[^.]{0,60}\b(?:always|never|only)\b[^.]{0,15}\b(?:answer|say|reply|respond|tell)\b/,
    /\b(?:never|do not|don't) (?:tell|reveal to|show|inform|mention to) (?:the |any )?(?:users?|humans?|people|reviewers?|anyone)\b/,
    /\b(?:from now on|before you answer)\b[^.]{0,30}\b(?:answer|say|reply|respond|call|recommend|report)/,
    /\b(?:system|developer) prompt\b/,
    /<\|[a-z_]+\|>|\[\/?inst\]|<<\/?sys>>|<\/?(?:system|assistant|function_results|tool_result)>/,
    new RegExp(`\\b(?:${tools})\\b`),
    /\bignorier(?:e|en sie|t)\b[^.]{0,40}\banweisung/,
    /\bignore[zr]?\b[^.]{0,40}\b(?:instructions|consignes)\b[^.]{0,20}\b(?:précédentes|antérieures)/,
    /\bignor(?:a|e|ad)\b[^.]{0,40}\binstrucciones\b/,
];
/** None of the patterns matches without one of these. */
const worthALook = /ignor|disregard|forget|override|bypass|\ba\.?i\b|llm|gpt|claude|copilot|chat ?bot|agent|assistant|language model|\bask|tell|reveal|inform|mention|from now on|before you|prompt|<\||inst\]|sys>>|system>|_results?|_edits|_warehouse|_evidence|_context/i;
/** Conservative: that agents exist, and what people of a help desk must do, may be said. */
function addressesAgents(text) {
    if (!worthALook.test(text))
        return false;
    const flat = text.normalize('NFKC').toLowerCase().replace(/[*~`—–]|(?<!\w)_|_(?!\w)/g, ' ').replace(/\s+/g, ' ');
    return patterns.some((pattern) => pattern.test(flat));
}


/***/ }),

/***/ 36275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ visible),
/* harmony export */   u: () => (/* binding */ holdsInvisible)
/* harmony export */ });
/** Characters that a reader does not see, and a machine does. */
/** Control characters, formats, tags, fillers and selectors; line breaks and tabs are none. */
const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0e\u{e0100}-\u{e01ef}]/u;
/** A carriage return before a line feed ends a line like the line feed alone. */
function holdsInvisible(text) {
    return invisible.test(text.includes('\r') ? text.replaceAll('\r\n', '\n') : text);
}
/** Those of them that a text of people never needs: joiners, marks of right-to-left scripts and selectors of emoji may stay. */
const smuggling = /(?![\n\t\r])[\p{Cc}\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e01ef}]/gu;
/** The text as a reader sees it. */
function visible(text) {
    return text.replace(/\r(?!\n)|[\u2028\u2029]/g, '\n').replace(smuggling, '');
}


/***/ }),

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
