import type { Change } from '../context/apply.js';
import { entityId } from '../context/edit.js';
import type { Finding } from '../finding.js';
import type { Report } from '../report.js';
import { html } from './escape.js';
import { joinGraph } from './join-graph.js';
import { placeText } from './terminal.js';
import { groupOf, groupTitles, linesOf, plural, type ChangeGroup } from './wording.js';

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

export function renderHtmlReport(report: Report, changes: readonly Change[]): string {
  const groups = new Map<ChangeGroup, Change[]>();
  for (const change of changes) groups.set(groupOf(change), [...(groups.get(groupOf(change)) ?? []), change]);
  const verdicts = new Map(report.edits.map((edit) => [edit.entity, edit.verdict]));
  const due = report.units.filter((unit) => unit.due !== null);
  const figures: [string, string][] = [
    [String(changes.length), `change${changes.length === 1 ? '' : 's'} in ${plural(report.patch.files, 'file')}`],
    [`${due.length} of ${report.units.length}`, 'units were due'],
    [`$${report.budget.spent.usd.toFixed(2)}`, `spent (backend ${report.backend})`],
    ...(report.questions.length > 0 ? [[String(report.questions.length), `question${report.questions.length === 1 ? '' : 's'} for you`] as [string, string]] : []),
  ];
  const sections = (Object.keys(groupTitles) as ChangeGroup[]).flatMap((group) => {
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
${report.questions.length > 0 ? `<h2>Decide (${report.questions.length})</h2>${report.questions.map(renderQuestion).join('\n')}` : ''}
${graph === '' ? '' : `<h2>Joins that changed</h2>${graph}`}
${sections.join('\n')}
${others.length > 0 ? `<h2>Findings (${others.length})</h2>${others.slice(0, mostRows).map(renderOne).join('\n')}` : ''}
${report.kept.length > 0 ? `<h2>Yours, left alone (${report.kept.length})</h2><p>${report.kept.slice(0, mostRows).map((entity) => `<code>${html(entity)}</code>`).join(' ')}</p>` : ''}
${due.length > 0 ? `<details><summary>Units that were due (${due.length})</summary><table>${due.slice(0, mostRows).map((unit) => `<tr><td>${html(unit.id)}</td><td>${html(unit.status)}${unit.left ? `; a model would add ${html(unit.left.for.join(', '))}` : ''}</td><td>${html(unit.due ?? '')}</td></tr>`).join('')}</table></details>` : ''}
</body></html>
`;
}

function renderGroup(group: ChangeGroup, changes: readonly Change[], verdicts: ReadonlyMap<string, string>): string {
  const lines = linesOf(changes);
  const rows = lines.slice(0, mostRows).map(({ what, detail, changes: own }) => {
    const said = [...new Set(own.map((change) => verdicts.get(entityId(change.edit)) ?? ''))].join(', ');
    return `<tr><td>${html(what)}</td><td>${html(detail)}</td><td>${html(said)}</td></tr>`;
  });
  const rest = lines.length > mostRows ? `<p class="dim">… and ${lines.length - mostRows} more, in edits.jsonl</p>` : '';
  const open = group === 'straight' && changes.length > 20 ? '' : ' open';
  return `<details${open}><summary>${html(groupTitles[group])} (${changes.length})</summary><table>${rows.join('')}</table>${rest}</details>`;
}

function renderQuestion({ findings, options, id }: Report['questions'][number]): string {
  const choices = options.slice(0, -1).map((option) => `<li><b>${html(option.id)}</b> ${html(option.label)} <span class="dim">${html(option.consequence)}</span></li>`);
  return `${findings.map(renderOne).join('\n')}<ul>${choices.join('')}</ul><p><code>ktx-ci ingest --decide ${html(id)}=${html(options.map((option) => option.id).join('|'))}</code></p>`;
}

function renderOne(finding: Finding): string {
  const place = placeText(finding);
  return `<div class="finding ${finding.severity}">${html(finding.message)} <span class="dim">${html(finding.code)}</span>${place === '' ? '' : `<br><code>${html(place)}</code>`}${finding.fix === '' ? '' : `<br><span class="dim">${html(finding.fix)}</span>`}</div>`;
}
