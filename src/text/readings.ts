/**
 * What a text says to whoever decodes it, itself first: letters in their plain form, entities, escapes and per cent undone,
 * addresses made whole again that were broken up on purpose, and base64 that holds a text. A check that must not be got
 * around looks at each.
 */
export function readings(text: string): string[] {
  const plain = text.normalize('NFKC');
  const undone = whole(percent(entities(plain).replace(/\\([!-/:-@[-`{-~])/g, '$1')));
  return [...new Set([text, plain, entities(plain), undone, ...[...plain.matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g)].flatMap(([run]) => base64(run))])];
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", commat: '@', num: '#', colon: ':', sol: '/', bsol: '\\', period: '.', lpar: '(', rpar: ')', lsqb: '[', rsqb: ']', excl: '!' };

function entities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (entity, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return names[name.toLowerCase()] ?? entity;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

function percent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** `hxxps://a[.]b` and `name [at] host [dot] com`. */
function whole(text: string): string {
  return text.replace(/\bhxxp/gi, 'http').replace(/\s?[[({](?:\.|dot)[\])}]\s?/gi, '.').replace(/\s?[[({](?:@|at)[\])}]\s?/gi, '@');
}

function base64(run: string): string[] {
  const decoded = Buffer.from(run, 'base64').toString('utf8');
  return /^[\p{L}\p{N}\p{P}\p{S}\s]{8,}$/u.test(decoded) && !decoded.includes('\ufffd') ? [decoded] : [];
}
