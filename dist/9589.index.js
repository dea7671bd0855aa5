export const id = 9589;
export const ids = [9589];
export const modules = {

/***/ 12465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Gr: () => (/* binding */ offenceIn),
  ph: () => (/* binding */ sqlOffence),
  Qe: () => (/* binding */ sqlProblem),
  Fy: () => (/* binding */ textProblem),
  qZ: () => (/* binding */ unquoted)
});

// EXTERNAL MODULE: ./lib/src/text/agent-text.js
var agent_text = __webpack_require__(57609);
// EXTERNAL MODULE: ./lib/src/text/invisible.js
var invisible = __webpack_require__(36275);
;// CONCATENATED MODULE: ./lib/src/text/links.js
/** Addresses in a text, whatever makes them one: a scheme, `www.`, a host with a path, a target in Markdown. */
const topLevel = 'com|net|org|io|dev|app|ai|co|me|info|biz|xyz|top|site|online|link|click|cloud|page|sh|to|ly|gl|ru|cn|de|at|ch|fr|uk|eu|us|example|test|invalid';
const patterns = [
    /\b[a-z][a-z0-9+.-]{1,20}:[\\/]+[^\s)>\]"'`]+/gi,
    /\b(?:(?:mailto|tel|sms|javascript|vbscript|blob):|data:[a-z]+\/)[^\s)>\]"'`]+/gi,
    /(?<![:\w/\\])[\\/]{2}[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s)>\]"'`]*/gi,
    /(?<![\w@/.-])www\.[^\s)>\]"'`]+/gi,
    new RegExp(`(?<![\\w@/.:-])(?:[a-z0-9-]+\\.)+(?:${topLevel})(?::\\d+)?[/?][^\\s)>\\]"'\`]*`, 'gi'),
];
/** In order of their kinds, without the punctuation of the sentence around them. Anchors of the same page are none; definitions of links are, whole. */
function links(text) {
    const targets = [...text.matchAll(/\]\(\s*<?([^)\s>#][^)\s>]*)/g)].map(([, target = '']) => target);
    // a definition is not shown where it stands, so that it can say anything; a footnote is
    const definitions = text.match(/\[(?!\^)[^\]\n]+\]:.*/g) ?? [];
    return [...patterns.flatMap((pattern) => text.match(pattern) ?? []), ...targets, ...definitions].map((link) => link.replace(/[.,;:!?]+$/, ''));
}
/** A page of a host by its path alone: nothing that names somebody, and no query that could carry something. */
function isPlainLink(link) {
    return /^(?:https?:\/\/|www\.)[a-z0-9.-]+(?::\d+)?(?:\/[^\s?#@\\]*)?(?:#[\w.-]*)?$/i.test(link);
}

// EXTERNAL MODULE: ./lib/src/text/markup.js
var text_markup = __webpack_require__(7458);
// EXTERNAL MODULE: ./lib/src/text/personal.js
var text_personal = __webpack_require__(38674);
;// CONCATENATED MODULE: ./lib/src/text/readings.js
/**
 * What a text says to whoever decodes it, itself first: letters in their plain form, entities, escapes and per cent undone,
 * addresses made whole again that were broken up on purpose, and base64 that holds a text. A check that must not be got
 * around looks at each.
 */
function readings(text) {
    const plain = text.normalize('NFKC');
    const undone = whole(percent(entities(plain).replace(/\\([!-/:-@[-`{-~])/g, '$1')));
    return [...new Set([text, plain, entities(plain), undone, ...[...plain.matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g)].flatMap(([run]) => base64(run))])];
}
const names = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", commat: '@', num: '#', colon: ':', sol: '/', bsol: '\\', period: '.', lpar: '(', rpar: ')', lsqb: '[', rsqb: ']', excl: '!' };
function entities(text) {
    return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (entity, decimal, hex, name) => {
        if (name !== undefined)
            return names[name.toLowerCase()] ?? entity;
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    });
}
function percent(text) {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
        try {
            return decodeURIComponent(run);
        }
        catch {
            return run;
        }
    });
}
/** `hxxps://a[.]b` and `name [at] host [dot] com`. */
function whole(text) {
    return text.replace(/\bhxxp/gi, 'http').replace(/\s?[[({](?:\.|dot)[\])}]\s?/gi, '.').replace(/\s?[[({](?:@|at)[\])}]\s?/gi, '@');
}
function base64(run) {
    const decoded = Buffer.from(run, 'base64').toString('utf8');
    return /^[\p{L}\p{N}\p{P}\p{S}\s]{8,}$/u.test(decoded) && !decoded.includes('\ufffd') ? [decoded] : [];
}

// EXTERNAL MODULE: ./lib/src/text/redact.js
var redact = __webpack_require__(39979);
// EXTERNAL MODULE: ./lib/src/text/secrets.js
var text_secrets = __webpack_require__(59573);
;// CONCATENATED MODULE: ./lib/src/ingest/judging/check-text.js








/** What no text that a model writes may hold. Null: nothing is wrong with it. */
function textProblem(text, what, most, rules) {
    if (text.length > most)
        return `${what} has ${text.length} characters, the most is ${most}`;
    const found = offenceIn(text, rules);
    return found === null ? null : `${what} ${found.why}`;
}
/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
const logCommand = /::(?:error|warning|notice|debug|group|endgroup|add-mask|set-output|set-env|save-state|add-path|stop-commands|echo|(?:add|remove)-matcher)\b[^\n]*::|##\[[a-z]+\]/i;
/** The first offence of a text, in whatever way it is written. */
function offenceIn(text, rules) {
    if ((0,invisible/* holdsInvisible */.u)(text))
        return { offence: 'invisible', why: 'holds invisible characters' };
    let known;
    const isKnown = (link) => isPlainLink(link) && (known ??= new Set(links(rules.evidence))).has(link);
    for (const reading of readings(text)) {
        const found = secretIn(reading, rules) ?? plainOffence(reading, isKnown);
        if (found !== null)
            return found;
    }
    return rules.shown?.quotedIn(text, rules.evidence) === true ? { offence: 'value', why: 'quotes a value of a row: say what such values mean' } : null;
}
function plainOffence(text, isKnown) {
    const [markup] = (0,text_markup/* activeMarkup */.RN)(text);
    if (markup)
        return { offence: 'markup', why: `holds active markup (${markup.kind}): write plain Markdown` };
    const [mention] = (0,text_markup/* mentions */.wy)(text);
    if (mention)
        return { offence: 'mention', why: `holds "${text.slice(mention.start, mention.end)}", which would notify or link somebody: write it without @ or #` };
    if (logCommand.test(text))
        return { offence: 'command', why: 'holds a command of a workflow log' };
    const foreign = links(text).find((link) => !isKnown(link));
    if (foreign !== undefined)
        return { offence: 'link', why: `links to ${foreign.slice(0, 100)}, which is in no evidence of this unit as a plain address` };
    if ((0,agent_text/* addressesAgents */.$)(text))
        return { offence: 'instruction', why: 'tells a model what to do: say what is so, for people; an instruction in the evidence is described, not quoted' };
    const personal = (0,text_personal/* personalData */.v)(text);
    return personal === null ? null : { offence: 'personal', why: `holds ${personal}: say whose it is without it` };
}
/** A reason as people may read it: without what it quotes of the model. */
function unquoted(why) {
    return why.replace(/holds "[^]*", which would/, 'holds a mention, which would').replace(/links to [^]*, which is in no evidence/, 'has an address, which is in no evidence');
}
/** A credential by its shape, or a value of this run that may appear nowhere. */
function secretIn(text, { secrets, secretRules }) {
    const secret = (0,text_secrets/* findSecrets */.d)(text)[0] ?? secretRules?.find(text)[0];
    if (secret)
        return { offence: 'credential', why: `looks as if it holds a credential (${secret.kind})` };
    return (0,redact/* redactKnown */.r)(text, secrets) === text ? null : { offence: 'credential', why: 'holds a credential of this run' };
}
/** What no SQL that a model writes may hold: a remark, or a text in quotes that none of its texts might say. */
function sqlProblem(sql, what, rules) {
    const found = sqlOffence(sql, rules);
    if (found !== null)
        return `${what} ${found.why}`;
    return texts(sql).some((text) => text.startsWith('--') || text.startsWith('/*')) ? `${what} holds a remark: the text is the place for it` : null;
}
/** Names and numbers that the evidence has itself, such as `'%@shop.example'`, may be compared with. */
function sqlOffence(sql, rules) {
    const secret = secretIn(sql, rules);
    if (secret !== null)
        return secret;
    if ((0,invisible/* holdsInvisible */.u)(sql))
        return { offence: 'invisible', why: 'holds invisible characters' };
    for (const text of texts(sql)) {
        const inner = text.replace(/^(?:'|"|--|\/\*|\$\w*\$)|(?:'|"|\*\/|\$\w*\$)$/g, '');
        const found = offenceIn(inner, rules);
        // a condition may name what a column holds
        if (found === null || found.offence === 'value')
            continue;
        const value = inner.replace(/^%|%$/g, '');
        if ((found.offence !== 'mention' && found.offence !== 'personal') || value.length < 3 || !rules.evidence.includes(value))
            return found;
    }
    return null;
}
/** Strings, quoted names and remarks of a statement, with what opens and closes them. */
function texts(sql) {
    return sql.match(/'(?:[^']|'')*'?|"(?:[^"]|"")*"?|--[^\n]*|\/\*[^]*?(?:\*\/|$)|\$(\w*)\$[^]*?(?:\$\1\$|$)/g) ?? [];
}


/***/ }),

/***/ 46:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NJ: () => (/* binding */ settleQuestions),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   nB: () => (/* binding */ questionFrom)
/* harmony export */ });
/* unused harmony export leaving */
/* harmony import */ var _context_edit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11528);
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75066);
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29318);



const leaving = 'leave';
const leave = { id: leaving, label: 'leave as it is', consequence: 'nothing changes; it is not asked again until the evidence changes', edits: [] };
/** Most options besides leaving it as it is. */
const mostOptions = 4;
function ask({ about, options: given, ...asked }) {
    return questionFrom(`q-${(0,_text_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .hash12 */ .Yq)([asked.code, about])}`, asked, given.slice(0, mostOptions).map((option, i) => ({ ...option, id: option.id ?? String.fromCharCode(97 + i) })));
}
/** A question by its id. `others`: all options but the one that leaves it as it is. */
function questionFrom(id, asked, others) {
    const options = [...others, leave];
    return {
        id, options,
        finding: {
            ...asked, severity: 'question', fix: `answer with --decide ${id}=${options.map((option) => option.id).join('|')}`,
            question: { id, options: options.map((option) => ({ id: option.id, label: option.label, consequence: option.consequence, entities: option.edits.map(_context_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .entityId */ .Hw) })) },
        },
    };
}
function settleQuestions(questions, decisions) {
    const open = [];
    const edits = [];
    const answered = [];
    const findings = [];
    for (const question of new Map(questions.map((one) => [one.id, one])).values()) {
        const answer = decisions.answer(question.id);
        const option = answer && question.options.find((one) => one.id === answer.option);
        if (!option) {
            open.push(question);
            if (answer) {
                const close = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(answer.option, question.options.map((one) => one.id));
                findings.push({ severity: 'warning', code: 'decision-unknown', file: 'ktx.decisions.yaml', message: `${question.id} is answered with ${answer.option}, which is none of its options`, fix: close === undefined ? `answer with ${question.options.map((one) => one.id).join(', ')}` : `did you mean ${close}?` });
            }
            continue;
        }
        edits.push(...option.edits);
        answered.push({ evidence: question.finding.evidence ?? [], text: `${question.finding.message} Decided: ${option.label}${answer.reason === undefined ? '' : ` (${answer.reason})`}` });
    }
    return { open, puts: edits.filter((edit) => edit.op === 'put'), removes: edits.filter((edit) => edit.op === 'remove'), answered, findings };
}


/***/ }),

/***/ 69589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   termQuestions: () => (/* binding */ termQuestions)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93391);
/* harmony import */ var _text_canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75066);
/* harmony import */ var _judging_check_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12465);
/* harmony import */ var _questions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46);




/** Longest definition that becomes a page by an answer, in characters. */
const longest = 4000;
/** A question for every term that two sources define differently: an answer writes the chosen definition as a page. `rules`: for who may write it. */
function termQuestions(contradictions, rules) {
    return contradictions.map((contradiction) => {
        const [first] = contradiction.sides;
        return (0,_questions_js__WEBPACK_IMPORTED_MODULE_3__/* .ask */ .kA)({
            code: 'term-contradiction', message: contradiction.message, ...(first ? (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(first.definition.origin) : {}),
            evidence: [...new Set(contradiction.sides.map((side) => side.definition.evidence))].sort(_text_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .byText */ .z4),
            about: [contradiction.term, contradiction.kind, contradiction.sides.map(({ definition, value }) => [definition.evidence, value])],
            options: contradiction.sides.map(({ definition, value }) => optionOf(contradiction, definition, value, rules)),
        });
    });
}
function optionOf({ term }, definition, value, secretRules) {
    const page = definitionPage(term, definition, secretRules);
    const { file, line } = definition.origin;
    const where = file === undefined ? definition.evidence : `${file}${line === undefined ? '' : `:${line}`}`;
    return {
        label: `${value}, as in ${where}`, edits: page ? [page] : [],
        consequence: page ? `the page ${page.source} says so, and agents read it there` : 'models that write about it are told',
    };
}
/** The definition as a wiki page; undefined where its words may not be published as they are. */
function definitionPage(term, { text, evidence }, secretRules) {
    const key = term.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80);
    const summary = `What ${term} means.`;
    const rules = { evidence: text, secrets: [], secretRules };
    if (key === '' || (0,_judging_check_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textProblem */ .Fy)(text, 'it', longest, rules) !== null || (0,_judging_check_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textProblem */ .Fy)(summary, 'it', 200, rules) !== null)
        return undefined;
    return { op: 'put', kind: 'page', connection: '', source: key, evidence: [evidence], author: 'reconcile', value: { summary, tags: ['definition'], refs: [], sl_refs: [], body: text } };
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

/***/ 38674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ looksPersonal),
/* harmony export */   v: () => (/* binding */ personalData)
/* harmony export */ });
/** Words of column names, split at underscores, spaces and humps: `billingEMail` → billing, e, mail. */
function words(name) {
    return name
        .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
        .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
        .toLowerCase()
        .split(/[^\p{L}\d]+/u)
        .filter((word) => word !== '');
}
/** Any of these words in a column name: the column holds something about one person, or a secret. */
const personal = new Set(`email mail phone telephone mobile cell fax firstname lastname surname forename fullname username login nickname maiden
  address addr street postcode postal zip zipcode city latitude longitude lat lng lon geo ip ipaddress ipv4 ipv6 mac useragent
  birth birthday birthdate dob age gender sex ethnicity race religion nationality passport ssn sin nin tax iban bic swift
  card cvv pan account password passwd pwd secret token apikey credential hash salt signature otp pin cookie session
  device fingerprint contact person salary wage income diagnosis note notes comment comments message body bio`.split(/\s+/));
/** Of these, only a name that ends so: `name` and `customer_name`, not `name_length`. */
const nameWords = new Set(['name', 'names']);
/** `product_name` names a thing. */
const things = new Set(`product plan category subcategory event country region state currency channel segment type status brand campaign genre tag
  label department team role group table column field model metric feature page store warehouse depot item sku variant tier
  level priority source medium platform browser os language locale queue topic track album playlist media project stage step
  payment method class kind unit color size material season quarter month weekday day holiday branch service app environment`.split(/\s+/));
/** Joined spellings: `emailaddress`, `phonenumber`. */
const joined = /e-?mail|phone|password|passwd|ssn|firstname|lastname|fullname|username|apikey|ipaddr|birthda/;
/** Whether a column's values may be about one person or secret, judged by its name alone: when in doubt, yes. */
function looksPersonal(columnName) {
    const parts = words(columnName);
    if (parts.some((part) => personal.has(part)) || joined.test(parts.join('')))
        return true;
    const last = parts.at(-1);
    return last !== undefined && nameWords.has(last) && !parts.slice(0, -1).some((part) => things.has(part));
}
/** Data of one person by its shape, in a text; null: none was found. A number without `+` in front is no telephone number. */
function personalData(text) {
    if (/[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/u.test(text))
        return 'an e-mail address';
    if (/(?<![\w+])\+\d{1,3}[\s().\/-]{0,3}(?:\d[\s().\/-]{0,2}){6,13}\d(?!\w)/.test(text))
        return 'a telephone number';
    if ((text.match(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g) ?? []).some(isIban))
        return 'a bank account';
    if ((text.match(/(?<![\w.-])(?:4\d|5[1-5]|2[2-7]|3[47]|6[05])(?:[ -]?\d){12,17}(?![\w.-])/g) ?? []).some(isCard))
        return 'a card number';
    return null;
}
/** ISO 13616: moved round and in numbers, the remainder by 97 is 1. */
function isIban(text) {
    const tight = text.replaceAll(' ', '');
    const digits = Array.from(`${tight.slice(4)}${tight.slice(0, 4)}`, (character) => Number.parseInt(character, 36)).join('');
    return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
/** ISO/IEC 7812, the check digit of Luhn. */
function isCard(text) {
    const digits = Array.from(text.replace(/\D/g, ''), Number).reverse();
    return digits.reduce((sum, digit, index) => sum + (index % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit), 0) % 10 === 0;
}


/***/ })

};
