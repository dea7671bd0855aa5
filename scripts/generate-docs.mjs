// npm run docs: writes the tables of inputs and outputs out of action.yml, and of prices out of lib/ (npm run compile),
// between their markers, into every page that has them. With --check it writes nothing and fails where a page is not as it would be written.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { cacheReadPrice, cacheWritePrice, openAiPriceSource, priceSource, priceTable } from '../lib/src/llm/prices.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pages = ['README.md', 'docs/action.md', 'docs/cost.md'];

const cell = (text) => text.trim().replaceAll('|', '\\|').replace(/\s+/g, ' ');

function tables() {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const inputs = Object.entries(action.inputs).map(([name, { description, default: value }]) => `| \`${name}\` | ${value === undefined ? '' : `\`${value}\``} | ${cell(description)} |`);
  const outputs = Object.entries(action.outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`);
  const usd = (price) => String(Number(price.toFixed(4)));
  const prices = Object.entries(priceTable).map(([model, price]) => `| \`${model}\` | ${[price.input, price.output, cacheReadPrice(price), cacheWritePrice(price, '5m'), cacheWritePrice(price, '1h')].map(usd).join(' | ')} |`);
  return {
    prices: [`USD per million tokens, read on ${priceSource.read} at <${priceSource.page}>; of \`gpt-…\` as others quote <${openAiPriceSource.page}>, for prompts of up to 272,000 tokens. Dated ids share the price of their model.`, '', '| Model | Input | Output | Cache read | Cache write, 5 minutes | 1 hour |', '|---|---|---|---|---|---|', ...prices].join('\n'),
    inputs: ['| Input | Default | |', '|---|---|---|', ...inputs].join('\n'),
    outputs: ['| Output | |', '|---|---|', ...outputs].join('\n'),
  };
}

/** The page with its generated parts as they should be. */
function filled(page, parts) {
  return Object.entries(parts).reduce((text, [name, table]) => text.replace(
    new RegExp(`(<!-- ${name}:[^>]*-->\\n)[\\s\\S]*?(<!-- /${name} -->)`),
    (_, open, close) => `${open}${table}\n${close}`,
  ), page);
}

const check = process.argv.includes('--check');
const parts = tables();
for (const name of pages.filter((one) => existsSync(join(root, one)))) {
  const before = readFileSync(join(root, name), 'utf8');
  const after = filled(before, parts);
  if (before === after) continue;
  if (check) {
    process.stderr.write(`${name} is not what action.yml says: npm run docs\n`);
    process.exitCode = 1;
  } else writeFileSync(join(root, name), after);
}
