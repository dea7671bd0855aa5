import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Report } from '../src/report.js';
import { removeFolder, temporaryFolder } from '../test/temporary-folder.js';

/** A month on examples/shop: rows grow 1 % a night; what is planted on a night is all that may be due on it. */

export interface Night {
  readonly night: number;
  readonly planted: string;
  readonly status: string;
  readonly due: readonly { readonly id: string; readonly why: string }[];
  readonly edits: readonly string[];
  readonly files: number;
  readonly findings: readonly string[];
  readonly milliseconds: number;
}

const planted: Readonly<Record<number, string>> = {
  1: 'everything is new', 10: 'ktx-ci is upgraded', 15: 'a person adds a wording', 20: 'one dbt model changes', 25: 'the warehouse cannot be read', 26: 'it can be read again',
};

/** Runs the nights with a command line of ktx-ci (an ESM file); each night's patch is applied before the next. */
export function simulate(cli: string, shop: string, nights: number): Night[] {
  const root = temporaryFolder('nights');
  const upgraded = `${dirname(cli)}-upgraded-${process.pid}`;
  try {
    const project = join(root, 'shop');
    cpSync(shop, project, { recursive: true, filter: (path) => !path.includes('.ktx') });
    cpSync(dirname(cli), upgraded, { recursive: true });
    upgrade(upgraded);
    return Array.from({ length: nights }, (_, i) => oneNight(i + 1, project, i + 1 >= 10 ? join(upgraded, cli.slice(dirname(cli).length + 1)) : cli));
  } finally {
    removeFolder(root);
    rmSync(upgraded, { recursive: true, force: true });
  }
}

/** The same tool under another version, as after an upgrade. */
function upgrade(folder: string): void {
  const files = execFileSync('grep', ['-rlE', "version = '[0-9.]+'", folder], { encoding: 'utf8' }).trim().split('\n');
  for (const file of files) writeFileSync(file, readFileSync(file, 'utf8').replace(/version = '[0-9.]+'/, "version = '99.0.0'"));
}

function oneNight(night: number, project: string, cli: string): Night {
  const warehouse = join(project, 'warehouse', 'shop.sqlite');
  execFileSync(process.execPath, [join(project, 'warehouse', 'generate.mjs'), '--rows', `1.01^${night - 1}`], { stdio: 'ignore' });
  const edit = (path: string, change: (text: string) => string): void => {
    const file = join(project, path);
    const before = readFileSync(file, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`night ${night}: nothing was planted in ${path}`);
    writeFileSync(file, after);
  };
  if (night === 15) edit('semantic-layer/warehouse/orders.yaml', (text) => text.replace('One row per order of the web shop', 'One line for each order of the web shop'));
  if (night === 20) edit('dbt/models/marts/_marts.yml', (text) => text.replace(/( - name: fct_refunds\n\s+description: )/, '$1(as booked) '));
  if (night === 25) renameSync(warehouse, `${warehouse}.away`);
  const started = performance.now();
  const run = spawnSync(process.execPath, [resolve(cli), 'ingest', '--project-dir', project, '--apply', '--json', '--quiet'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const milliseconds = performance.now() - started;
  if (night === 25) renameSync(`${warehouse}.away`, warehouse);
  rmSync(join(project, '.ktx'), { recursive: true, force: true });
  if (run.stdout === '') throw new Error(run.stderr);
  const report = JSON.parse(run.stdout) as Report;
  return {
    night, planted: planted[night] ?? '', status: report.status, milliseconds, files: report.patch.files,
    due: report.units.filter((unit) => unit.due !== null).map((unit) => ({ id: unit.id, why: unit.due ?? '' })),
    edits: report.edits.map((one) => one.entity), findings: report.findings.filter((finding) => finding.severity === 'error').map((finding) => finding.code),
  };
}

export function nightsTable(nights: readonly Night[]): string {
  const rows = nights.map((one) => {
    const due = one.due.length > 2 ? `${one.due.length} (${one.due[0]?.why ?? ''})` : one.due.map((unit) => `${unit.id}: ${unit.why}`).join('; ');
    return `| ${one.night} | ${one.planted} | ${one.status}${one.findings.length > 0 ? ` (${one.findings.join(', ')})` : ''} | ${due || '0'} | ${one.edits.length} | ${one.files} | ${(one.milliseconds / 1000).toFixed(1)} s |`;
  });
  return ['| Night | Planted | Status | Units due | Changes | Files | Time |', '|---|---|---|---|---|---|---|', ...rows].join('\n');
}
