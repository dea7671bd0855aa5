import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readLock, type Lock } from '../context/lock.js';
import type { Match } from '../evidence/match.js';
import type { Finding } from '../finding.js';
import { sortFindings } from '../finding.js';
import { loadProject, type Project } from '../project/project.js';
import { resolveReference } from '../project/references.js';
import { resolveSources, warehouseHosts } from '../project/sources.js';
import { placeText, plain } from '../publish/terminal.js';
import { plural } from '../publish/wording.js';
import { exitCodes } from '../report.js';
import { version } from '../version.js';
import { allowedHosts, colours, type CommonOptions, type Terminal } from './main.js';

type State = 'ok' | 'warning' | 'BLOCKED' | 'skipped';

interface Item {
  readonly state: State;
  readonly what: string;
  readonly detail: string;
  readonly place?: string;
  readonly fix?: string;
  readonly finding?: Finding;
}

interface StatusOptions extends CommonOptions {
  readonly fast?: boolean;
  readonly hosts?: boolean;
  readonly allowedHosts?: readonly string[];
}

export interface StatusOutcome {
  readonly exitCode: number;
  readonly findings: readonly Finding[];
  readonly headline: string;
}

interface Looked extends StatusOutcome {
  readonly items: readonly Item[];
  readonly matches: readonly Match[];
  readonly name: string;
}

/** Looks at everything that could stop a run. Exit 2 where something does. */
export async function runStatus(options: StatusOptions, terminal: Terminal): Promise<Looked> {
  const loaded = loadProject({ cwd: terminal.cwd, environment: terminal.environment, bareDbt: false, ...(options.projectDir === undefined ? {} : { directory: options.projectDir }), ...(options.config === undefined ? {} : { settings: options.config }) });
  const items: Item[] = [];
  const matches: Match[] = [];
  if (loaded.ok) {
    items.push(...(await modelItems(loaded.project, terminal, options)), ...(options.hosts === true ? hostItems(loaded.project, terminal) : []), moneyItem(loaded.project), ...referenceItems(loaded.project, terminal));
    items.push(...(options.fast === true ? fastItems(loaded.project, terminal) : await liveItems(loaded.project, terminal, matches)));
    items.push(contextItem(loaded.project));
  }
  const configured = loaded.ok ? loaded.project.findings : loaded.findings;
  items.push(...sortFindings(configured).filter((finding) => finding.code !== 'driver-skipped').map(itemOf));
  const blocking = items.filter((item) => item.state === 'BLOCKED').length;
  const warnings = items.filter((item) => item.state === 'warning').length;
  return {
    items, matches, findings: sortFindings(items.flatMap((item) => item.finding ?? [])), exitCode: blocking > 0 ? exitCodes.configuration : exitCodes.ok,
    name: loaded.ok ? `${loaded.project.name}  ${loaded.project.file} read, ${plural(loaded.project.connections.length, 'connection')}` : '',
    headline: `${blocking} blocking, ${warnings} warning${warnings === 1 ? '' : 's'}, $0.00 spent${options.fast === true ? ' (--fast: nothing was opened)' : ''}`,
  };
}

/** Everything that could stop a run, with a fix each. */
export async function status(given: Record<string, unknown>, terminal: Terminal): Promise<number> {
  const options = given as StatusOptions;
  const colour = colours(terminal, terminal.stdout, options.color === false);
  const { items, matches, findings, exitCode, name, headline } = await runStatus(options, terminal);
  if (options.json === true) {
    const shown = items.map(({ state, what, detail, place, fix }) => ({ state, what, detail, place, fix }));
    terminal.stdout.write(`${JSON.stringify({ tool: { name: 'ktx-ci', version }, fast: options.fast === true, items: shown, matches, findings, exitCode }, null, 2)}\n`);
    return exitCode;
  }
  const out = (line: string): void => { terminal.stdout.write(`${line}\n`); };
  out(`${colour.bold('ktx-ci')} ${version}  ${name}\n`);
  const tint: Record<State, (text: string) => string> = { ok: colour.green, warning: colour.yellow, BLOCKED: colour.red, skipped: colour.dim };
  const width = Math.max(8, ...items.map((item) => item.what.length));
  for (const item of items) {
    out(`  ${tint[item.state](item.state.padEnd(8))} ${item.what.padEnd(width)}  ${plain(item.detail)}`);
    const more = [item.place, item.fix].filter((part) => part !== undefined && part !== '').join('  ');
    if (more !== '' && item.state !== 'ok') out(`  ${''.padEnd(9 + width)}  ${colour.dim(plain(more))}`);
  }
  if (matches.length > 0) out(`\n  match    ${matches.map((match) => `${match.from} → ${match.to} ${match.found} of ${match.of}`).join('   ')}`);
  out(`\n${headline}`);
  return exitCode;
}

function itemOf(finding: Finding): Item {
  const place = placeText(finding);
  return {
    state: finding.severity === 'error' ? 'BLOCKED' : finding.severity === 'notice' ? 'skipped' : 'warning', what: finding.code, detail: finding.message, finding,
    ...(place === '' ? {} : { place }), ...(finding.fix === '' ? {} : { fix: finding.fix }),
  };
}

/** The item of a finding about one connection. */
function named(what: string, finding: Finding): Item {
  return { ...itemOf(finding), what };
}

/** Whether the model answers: each that judging uses is asked once, for a few tokens; with --fast only what is configured. */
async function modelItems(project: Project, terminal: Terminal, options: StatusOptions): Promise<Item[]> {
  const { backend } = project.config.llm.provider;
  if (backend === 'none') return [{ state: 'ok', what: 'model', detail: 'none: only what parsing and data justify is written, $0' }];
  const [{ probeProject }, { modelFacts }, { signInFindings }] = await Promise.all([import('../run/probe-project.js'), import('../run/model-facts.js'), import('../run/model.js')]);
  const probed = await probeProject(project, { environment: terminal.environment, allowedHosts: allowedHosts(options, terminal.environment), ask: options.fast !== true });
  const facts = modelFacts(project, terminal.environment);
  const { answered } = probed;
  const roles = new Map<string, string[]>();
  for (const { model, role } of answered) roles.set(model, [...(roles.get(model) ?? []), role]);
  const models = [...roles].map(([model, of]) => {
    const time = answered.find((one) => one.model === model)?.milliseconds ?? null;
    return `${model}${roles.size > 1 ? ` (${of.join(', ')})` : ''}${time === null ? '' : ` ${(time / 1000).toFixed(1)} s`}`;
  });
  return [
    ...(models.length > 0 ? [{ state: 'ok' as const, what: 'model', detail: `${models.join(', ')}${options.fast === true ? ', not asked' : ''}; ${facts.credential}` }] : []),
    ...[...probed.findings, ...signInFindings(project, terminal.environment)].map((finding) => named('model', finding)),
    ...(facts.ignored.length > 0 ? [{ state: 'skipped' as const, what: 'model', detail: `${facts.ignored.join(', ')}: no effect with ${backend}` }] : []),
    { state: 'ok', what: 'sends', detail: `names, types, comments, SQL, page text to ${facts.hosts[0]?.host ?? ''}; ${facts.rows}${options.hosts === true ? '' : '    status --hosts'}` },
    ...(options.hosts === true ? facts.hosts.map((one): Item => ({ state: 'ok', what: 'host', detail: `${one.host}  ${one.what}` })) : []),
    ...(options.fast === true ? [] : await isolationItems(backend)),
  ];
}

/** The servers of the warehouses. */
function hostItems(project: Project, terminal: Terminal): Item[] {
  return warehouseHosts(resolveSources(project, terminal.environment, true).addresses).map(({ host, what }) => ({ state: 'ok', what: 'host', detail: `${host}  ${what}` }));
}

/** Where the agents of a backend see the processes of this machine. */
async function isolationItems(backend: string): Promise<Item[]> {
  const { startsAgent } = await import('../run/model.js');
  if (!startsAgent(backend)) return [];
  const { isolationOf, namespaceFix } = await import('../llm/isolation.js');
  const { pidNamespace, why } = await isolationOf();
  return pidNamespace ? [] : [{ state: 'warning', what: 'isolation', detail: `${backend} runs beside everything else and sees its processes: ${why ?? ''}`, fix: `${namespaceFix}; ktx-ci self-test says what it could see` }];
}

function moneyItem(project: Project): Item {
  const { usd, usdPerMonth } = project.settings.budget;
  const limits = [usd > 0 ? `$${usd} a night` : 'no limit a night', usdPerMonth > 0 ? `$${usdPerMonth} a month` : 'no limit a month'].join(', ');
  const month = new Date().toISOString().slice(0, 7);
  const spent = lockOf(project)?.get('spent', month)?.['usd'];
  const used = typeof spent === 'number' ? spent : 0;
  return { state: 'ok', what: 'money', detail: `${limits}; ${month}: $${used.toFixed(2)} so far at list price${usdPerMonth > 0 ? paceText(used, usdPerMonth, new Date()) : ''}` };
}

/** How long the month's money lasts if the rest of the month (UTC) is like its beginning. */
function paceText(used: number, limit: number, now: Date): string {
  const [day, days] = [now.getUTCDate(), new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 0)).getUTCDate()];
  if (used >= limit) return ', all of it';
  const last = used === 0 ? days : Math.floor((limit / used) * day);
  return last >= days ? ', lasts the month at this pace' : `, lasts until day ${last} at this pace`;
}

function lockOf(project: Project): Lock | undefined {
  const path = join(project.root, 'ktx.lock');
  const read = existsSync(path) ? readLock(readFileSync(path, 'utf8')) : undefined;
  return read?.ok === true ? read.lock : undefined;
}

/** `env:` and `file:` in ktx.yaml: those without a value that no other line speaks of are named. */
function referenceItems(project: Project, terminal: Terminal): Item[] {
  const references = referencesIn(project.config);
  if (references.length === 0) return [];
  const open = references.filter((text) => !resolveReference(text, project.root, terminal.environment).ok);
  return [{ state: 'ok', what: 'values', detail: `${references.length - open.length} of ${references.length} references have one${open.length === 0 ? '' : `; without: ${open.join(', ')}`}` }];
}

/** Sorted, each once. */
function referencesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^(?:env|file):/.test(value.trim()) ? [value.trim()] : [];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(referencesIn))].sort();
}

function skippedItem(project: Project): Item[] {
  return project.connections.flatMap((connection) => (connection.driver === 'skipped'
    ? [{ state: 'skipped' as const, what: connection.id, detail: `driver ${connection.options.driver}: ktx reads it, ktx-ci not yet; its context stays as it is` }] : []));
}

function fastItems(project: Project, terminal: Terminal): Item[] {
  const resolved = resolveSources(project, terminal.environment, false);
  const items: Item[] = resolved.findings.map(itemOf);
  for (const connection of project.connections) {
    if (connection.driver === 'sqlite') {
      const address = resolved.addresses.get(connection.id);
      if (address?.driver !== 'sqlite') continue;
      items.push(existsSync(address.file)
        ? { state: 'ok', what: connection.id, detail: 'sqlite, file is there' }
        : named(connection.id, { severity: 'error', code: 'source-unreadable', ...connection.place('path'), message: 'the database file is not there', fix: 'check the path; it is relative to the project' }));
    } else if (connection.driver === 'postgres') {
      const address = resolved.addresses.get(connection.id);
      if (address?.driver === 'postgres') items.push({ state: 'ok', what: connection.id, detail: `postgres, ${address.user} on ${address.host}:${address.port}/${address.database}, not asked` });
    } else if (connection.driver === 'dbt') {
      const folder = resolve(project.root, connection.options.source_dir ?? '.', connection.options.path ?? '');
      items.push(existsSync(join(folder, 'dbt_project.yml'))
        ? { state: 'ok', what: connection.id, detail: existsSync(join(folder, 'target', 'manifest.json')) ? 'dbt, with a manifest' : 'dbt, read from its files (no target/manifest.json)' }
        : named(connection.id, { severity: 'error', code: 'source-unreadable', ...connection.place('source_dir'), message: `no dbt_project.yml in ${connection.options.source_dir ?? '.'}`, fix: 'name the folder that holds it, relative to the project' }));
    }
  }
  return [...items, ...skippedItem(project)];
}

async function liveItems(project: Project, terminal: Terminal, matches: Match[]): Promise<Item[]> {
  const resolved = resolveSources(project, terminal.environment, false);
  const { gather } = await import('../evidence/gather.js');
  const { matchDbt } = await import('../evidence/match.js');
  // marks are not compared here, so a table counts as read before: status looks at structure, not at data
  const world = await gather({
    project, addresses: resolved.addresses, documentGlobs: project.settings.documents, now: () => performance.now(), remembered: () => undefined, profiles: false,
  });
  await Promise.all(world.warehouses.map((warehouse) => warehouse.close()));
  const items: Item[] = resolved.findings.map(itemOf);
  for (const source of world.read) {
    if (source.ok) items.push({ state: 'ok', what: source.id, detail: `${source.driver} ${source.what}` });
  }
  const sqlite = (id: string): boolean => project.connections.some((connection) => connection.id === id && connection.driver === 'sqlite');
  const pairing = matchDbt(world.tables.length === 0 ? [] : world.dbt, world.tables, sqlite, (id) => project.connections.find((connection) => connection.id === id)?.place() ?? { file: project.file });
  matches.push(...pairing.matches);
  const worth = [...world.findings, ...pairing.findings].filter((finding) => finding.severity === 'error' || finding.severity === 'warning');
  return [...items, ...worth.map(itemOf), ...skippedItem(project)];
}

function contextItem(project: Project): Item {
  const path = join(project.root, 'ktx.lock');
  if (!existsSync(path)) return { state: 'ok', what: 'context', detail: 'no ktx.lock yet: everything is new to the first run' };
  const read = readLock(readFileSync(path, 'utf8'));
  if (!read.ok) return itemOf(read.finding);
  const units = read.lock.all('unit');
  const open = read.lock.all('unproved').length;
  const waiting = units.filter((unit) => unit.outcome === 'deferred').length;
  return { state: 'ok', what: 'context', detail: `${units.length} units known, ${waiting} waiting, ${open} expressions not proved` };
}
