// Draws docs/report.svg: what `ktx-ci ingest` prints on a copy of examples/shop, as a terminal of 112 columns shows it.
// The times are left out, so that the same sources give the same bytes. Needs lib/ (npm run compile). With --check it
// writes nothing and fails where the picture differs.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const picture = join(root, 'docs', 'report.svg');
const columns = 112;
/** Where a line that is too long goes on: below the text of a finding. */
const indent = 9;
const [character, lineHeight, margin] = [7.7, 18, 18];
const colours = { text: '#d6deeb', bold: '#ffffff', dim: '#8792a8', red: '#ff6b70', green: '#8fd88a', yellow: '#f2c46d', ground: '#10151f' };
const styles = { 1: 'bold', 2: 'dim', 31: 'red', 32: 'green', 33: 'yellow' };

/** What the command writes to a terminal, colours and all. */
async function output() {
  const { main } = await import('../lib/src/commands/main.js');
  const folder = mkdtempSync(join(tmpdir(), 'ktx-ci-picture-'));
  try {
    cpSync(join(root, 'examples', 'shop'), join(folder, 'examples', 'shop'), { recursive: true, filter: (path) => !path.split(sep).includes('.ktx') });
    const written = [];
    const stream = { isTTY: true, write: (text) => written.push(text) };
    const code = await main(['ingest', '--project-dir', 'examples/shop'], { cwd: folder, environment: { PATH: process.env.PATH }, stdout: stream, stderr: stream });
    if (code !== 0) throw new Error(`the run ended with exit code ${code}:\n${written.join('')}`);
    return written.join('');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs of one style: `[style, text]`. */
function runsOf(line) {
  const runs = [];
  let style = 'text';
  // eslint-disable-next-line no-control-regex
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    const code = /^\u001b\[(\d+)m$/.exec(part)?.[1]; // eslint-disable-line no-control-regex
    if (code !== undefined) style = styles[code] ?? 'text';
    else if (part !== '') runs.push([style, part]);
  }
  return runs;
}

/** One line of output as lines of the terminal, broken between words. */
function wrapped(runs) {
  const lines = [[]];
  let width = 0;
  for (const [style, text] of runs) {
    for (const word of text.match(/ *[^ ]+| +$/g) ?? []) {
      const breaks = width + word.length > columns;
      if (breaks) lines.push([['text', ' '.repeat(indent)]]);
      const piece = breaks ? word.trimStart() : word;
      width = (breaks ? indent : width) + piece.length;
      const line = lines.at(-1);
      const last = line.at(-1);
      if (last?.[0] === style) last[1] += piece;
      else line.push([style, piece]);
    }
  }
  return lines;
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function drawn(line, y) {
  const length = line.reduce((sum, [, text]) => sum + text.length, 0);
  if (length === 0) return '';
  const spans = line.map(([style, text]) => (style === 'text' ? escaped(text) : `<tspan class="${style}">${escaped(text)}</tspan>`)).join('');
  // the length holds the columns where the font has another width
  return `<text x="${margin}" y="${y}" textLength="${(length * character).toFixed(1)}" xml:space="preserve">${spans}</text>\n`;
}

function render(text) {
  const timeless = text.replace(/ {2,}\d+\.\d s$/gm, '').replace(/, \d+\.\d s, \$/, ', $');
  const command = '\u001b[2m$\u001b[22m \u001b[1mnpx ktx-ci ingest --project-dir examples/shop\u001b[22m';
  const lines = `${command}\n${timeless}`.trimEnd().split('\n').flatMap((line) => wrapped(runsOf(line)));
  const [width, height] = [Math.ceil(columns * character + 2 * margin), lines.length * lineHeight + 2 * margin];
  const rules = ['bold', 'dim', 'red', 'green', 'yellow'].map((style) => `.${style}{fill:${colours[style]}${style === 'bold' ? ';font-weight:700' : ''}}`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Terminal output of ktx-ci ingest on examples/shop">
<style>text{font:12.8px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:${colours.text}}${rules}</style>
<rect width="100%" height="100%" rx="8" fill="${colours.ground}"/>
${lines.map((line, i) => drawn(line, margin + (i + 1) * lineHeight - 5)).join('')}</svg>
`;
}

const svg = render(await output());
if (!process.argv.includes('--check')) writeFileSync(picture, svg);
else if (readFileSync(picture, 'utf8') !== svg) {
  process.stderr.write('docs/report.svg is not what a run prints now; run: npm run compile && node scripts/picture.mjs\n');
  process.exitCode = 1;
}
