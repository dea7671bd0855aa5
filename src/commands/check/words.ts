import type { Context } from '../../context/context.js';
import type { Use } from '../../context/uses.js';
import type { Finding } from '../../finding.js';
import { plural } from '../../publish/wording.js';
import type { Break, StaleText } from './dbt-breaks.js';
import type { Mended } from './mend.js';

/** What check found, in words; and what makes two findings the same one. */

/** A finding without its lines: the same code, entity and reason, wherever it stands now. */
export function keyOf(finding: Finding): string {
  return [finding.code, finding.file ?? '', finding.message.replaceAll(/:\d+(?::\d+)?\b/g, '')].join('\u0000');
}

export function useId(one: Break, use?: Use): string {
  return [one.connection, one.source, one.column?.toLowerCase() ?? '', use?.entity ?? ''].join('\u0000');
}

/** Entities that a message names; the rest are counted, and listed in the document of --json. */
const mostNamed = 3;

export function breakFinding(one: Break, context: Context, isForeign: boolean, mended: Mended | undefined): Finding {
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
function mendText({ patch }: Mended, left: { readonly entities: readonly string[]; readonly touchesTheirs: boolean }, isForeign: boolean): string {
  const take = `git apply ${patch.path}${isForeign ? ' in the context' : ''}`;
  const rest = left.entities.length === 0 ? '' : `, then change ${left.entities.slice(0, mostNamed).join(', ')}${left.entities.length > mostNamed ? ` and ${left.entities.length - mostNamed} more` : ''} yourself`;
  return `${take} follows it${left.touchesTheirs ? ', also in what people wrote' : ''}${rest}`;
}

export function staleFinding(text: StaleText): Finding {
  const what = text.column === null ? text.source : `${text.source}.${text.column}`;
  return {
    severity: 'notice', code: 'stale', ...(text.file === undefined ? {} : { file: text.file }), ...(text.line === undefined ? {} : { line: text.line }), evidence: [text.node],
    message: text.says === null ? `dbt no longer describes ${what}; the context still holds its text` : `dbt describes ${what} in other words than the context's copy`,
    fix: 'nothing to do: the next ingest follows',
  };
}

export function unprovedFinding(count: number, live: boolean): Finding[] {
  if (count === 0) return [];
  return [{ severity: 'notice', code: 'unproved', message: `${plural(count, 'entry', 'entries')} of the context ${count === 1 ? 'is' : 'are'} not proved on the warehouse`, fix: live ? 'ktx-ci explain ENTITY says why' : 'ktx-ci check --live runs them; ktx-ci explain ENTITY says why' }];
}

export function countNotice(known: number, ref: string | undefined): Finding[] {
  if (known === 0 || ref === undefined) return [];
  return [{ severity: 'notice', code: 'in-base', message: `${plural(known, 'finding')} ${known === 1 ? 'is' : 'are'} in ${ref} already and ${known === 1 ? 'does' : 'do'} not count`, fix: 'ktx-ci check without --base lists them' }];
}
