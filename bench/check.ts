import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolder, temporaryFolder } from '../test/temporary-folder.js';
import { measure } from './measure.js';

/** `check` on a pull request at several sizes: node bench/bench.mjs check [cli] [sizes]. Prints a Markdown table. */

const cli = process.argv[2] ?? 'dist/cli.js';
const sizes = (process.argv[3] ?? '100,1000,5000').split(',').map(Number);
const root = temporaryFolder('check');

const columns = ['id', 'name', 'status', 'amount', 'created_at', 'updated_at', 'channel', 'quantity'];
const nameOf = (i: number): string => `model_${String(i).padStart(5, '0')}`;

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

const git = (...args: string[]): string => execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', '-c', 'init.defaultBranch=main', '-c', 'commit.gpgsign=false', ...args], { cwd: root, encoding: 'utf8' });

/** Models with their SQL and YAML, and a context with two measures, a segment and a join for each. */
function writeProject(models: number): void {
  for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true, force: true });
  write('ktx.yaml', 'connections:\n  warehouse:\n    driver: snowflake\n  shop:\n    driver: dbt\n    source_dir: dbt\n');
  write('dbt/dbt_project.yml', 'name: bench\nversion: "1.0"\n');
  write('dbt/models/sources.yml', 'sources:\n  - name: raw\n    tables: [{name: things}]\n');
  const manifest: string[] = ['tables:'];
  for (let i = 0; i < models; i += 1) {
    const [name, parent] = [nameOf(i), nameOf(Math.floor(i / 3))];
    const from = i === 0 ? "{{ source('raw', 'things') }}" : `{{ ref('${parent}') }}`;
    write(`dbt/models/${name}.sql`, `with read as (\n  select * from ${from}\n)\nselect\n${columns.map((column) => `  read.${column}`).join(',\n')}\nfrom read\nwhere read.amount > ${i}\n`);
    write(`dbt/models/${name}.yml`, `models:\n  - name: ${name}\n    description: Model ${i} of the benchmark.\n    columns:\n${columns.map((column) => `      - name: ${column}\n        description: ${column} of model ${i}.\n`).join('')}`);
    manifest.push(
      `  ${name}:`, `    table: analytics.main.${name}`, `    descriptions: {dbt: Model ${i} of the benchmark.}`, '    columns:',
      ...columns.map((column) => `      - {name: ${column}, type: string, descriptions: {dbt: ${column} of model ${i}.}}`),
      ...(i === 0 ? [] : ['    joins:', `      - {to: ${parent}, on: ${name}.id = ${parent}.id, relationship: many_to_one, source: inferred}`]),
    );
    write(`semantic-layer/warehouse/${name}.yaml`, `name: ${name}\nmeasures:\n  - name: total\n    expr: sum(amount)\n  - name: mean\n    expr: avg(amount / nullif(quantity, 0))\nsegments:\n  - name: open\n    expr: status = 'open'\n`);
  }
  write('semantic-layer/warehouse/_schema/main.yaml', `${manifest.join('\n')}\n`);
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '-m', 'start');
  git('switch', '--quiet', '-c', 'change');
  const last = nameOf(models - 1);
  const edit = (path: string, from: string, to: string): void => { write(path, readFileSync(join(root, path), 'utf8').replace(from, to)); };
  edit(`dbt/models/${last}.sql`, 'read.amount', 'read.amount as net_amount');
  edit(`dbt/models/${nameOf(models - 2)}.yml`, 'of the benchmark', 'of a benchmark');
  rmSync(join(root, `dbt/models/${nameOf(models - 3)}.sql`));
  git('commit', '--quiet', '--all', '-m', 'change');
}

console.log('| Case | `check` | `check --base main` | CPU of it | Findings that count | Peak RSS |');
console.log('|---|---|---|---|---|---|');
for (const models of sizes) {
  writeProject(models);
  const alone = await measure(cli, ['check', '--project-dir', root, '--json']);
  const compared = await measure(cli, ['check', '--project-dir', root, '--json', '--base', 'main', '--out', join(root, '.ktx/ci/bench')]);
  const { findings } = JSON.parse(compared.stdout) as { findings: { severity: string }[] };
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  console.log(`| ${models.toLocaleString('en-US')} dbt models and sources, ${(models * 3).toLocaleString('en-US')} measures and segments | ${alone.seconds.toFixed(2)} s | ${compared.seconds.toFixed(2)} s (exit ${compared.code ?? ''}) | ${compared.cpuSeconds.toFixed(2)} s | ${errors} broken, ${findings.length - errors} more | ${compared.megabytes.toFixed(0)} MB |`);
}
removeFolder(root);
