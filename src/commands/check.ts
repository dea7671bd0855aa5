import { readContext, type Context } from '../context/context.js';
import { readLock } from '../context/lock.js';
import { sortFindings, type Finding } from '../finding.js';
import { driverName, loadProject, type Project } from '../project/project.js';
import { readProjectTree } from '../project/tree.js';
import { textOf } from '../publish/changes.js';
import { renderFindings } from '../publish/terminal.js';
import { plural } from '../publish/wording.js';
import { exitCodes } from '../report.js';
import { colours, type CommonOptions, type Terminal } from './main.js';

export interface CheckOutcome {
  readonly exitCode: number;
  readonly findings: readonly Finding[];
  readonly headline: string;
}

/** Is the committed context right? No model, no credential, no network. Exit 5 where something is broken. */
export async function check(given: Record<string, unknown>, terminal: Terminal): Promise<number> {
  const options = given as CommonOptions;
  const outcome = await runCheck(options, terminal);
  const colour = colours(terminal, terminal.stdout, options.color === false);
  if (options.json === true) terminal.stdout.write(`${JSON.stringify({ status: outcome.exitCode === 0 ? 'complete' : 'failed', ...outcome }, null, 2)}\n`);
  else {
    for (const line of renderFindings(outcome.findings.filter((finding) => options.quiet !== true || finding.severity !== 'notice'), colour, { perCode: 20 })) terminal.stdout.write(`${line}\n`);
    const tick = outcome.exitCode === 0 ? colour.green('✓') : colour.red('✗');
    terminal.stdout.write(`${outcome.findings.length > 0 ? '\n' : ''}${tick} ${outcome.headline}\n`);
  }
  return outcome.exitCode;
}

export async function runCheck(options: CommonOptions, terminal: Terminal): Promise<CheckOutcome> {
  const loaded = loadProject({ cwd: terminal.cwd, environment: terminal.environment, bareDbt: true, ...(options.projectDir === undefined ? {} : { directory: options.projectDir }), ...(options.config === undefined ? {} : { settings: options.config }) });
  if (!loaded.ok) return { exitCode: exitCodes.configuration, findings: sortFindings(loaded.findings), headline: 'the configuration is wrong; nothing was checked' };
  const { project } = loaded;
  const files = readProjectTree(project.root);
  const lock = readLock(textOf(files.tree, 'ktx.lock'));
  const context = readContext(files.tree, () => undefined);
  const findings: Finding[] = [...project.findings, ...files.findings, ...(lock.ok ? lock.findings : [lock.finding])];
  const read = await sourceFindings(project);
  findings.push(...(await contextFindings(context, project)), ...read.findings);
  const { locateFindings } = await import('../evidence/locate.js');
  const { redactFindings } = await import('../text/redact.js');
  const sorted = sortFindings(redactFindings(await locateFindings(findings, project.root), []));
  const errors = sorted.filter((finding) => finding.severity === 'error');
  const configuration = errors.some((finding) => finding.code === 'lock-newer');
  const sources = context.connections().reduce((sum, connection) => sum + new Set([...context.entryNames(connection), ...context.sourceNames(connection)]).size, 0);
  const looked = [plural(sources, 'source'), plural(context.pages().length, 'page'), ...(read.nodes > 0 ? [plural(read.nodes, 'dbt node')] : [])].join(', ');
  return {
    exitCode: configuration ? exitCodes.configuration : errors.length > 0 ? exitCodes.broken : exitCodes.ok,
    findings: sorted,
    headline: errors.length > 0 ? `${plural(errors.length, 'thing is', 'things are')} broken (${looked} looked at)` : `nothing is broken: ${looked}`,
  };
}

/** The offline gates. Overlays of a connection that was never scanned cannot be judged: one notice, not an error each. */
async function contextFindings(context: Context, project: Project): Promise<Finding[]> {
  const { schemaGate } = await import('../context/gates/schema.js');
  const { wikiGate } = await import('../context/gates/wiki.js');
  const findings = [...schemaGate(context), ...wikiGate(context)];
  const scanned = context.connections().filter((connection) => context.shards(connection).length > 0);
  const unscanned = context.connections().filter((connection) => !scanned.includes(connection));
  if (context.connections().length > 0) {
    const { referencesGate } = await import('../context/gates/references.js');
    const { loadParser } = await import('../sql/parser.js');
    const { dialectOfDriver } = await import('../sql/dialect.js');
    const drivers = new Map(project.connections.map((connection) => [connection.id, driverName(connection)]));
    findings.push(...referencesGate({ context, parser: await loadParser(), dialectOf: (connection) => dialectOfDriver(drivers.get(connection) ?? '') }));
  }
  findings.push(...context.findings());
  const isUnscanned = (finding: Finding): boolean => unscanned.some((connection) => finding.file?.startsWith(`semantic-layer/${connection}/`) === true);
  const overlays = findings.filter((finding) => finding.code === 'context-orphan' && isUnscanned(finding));
  const kept = findings.filter((finding) => !overlays.includes(finding) && !(finding.code === 'context-reference' && unscanned.length > 0 && (isUnscanned(finding) || finding.file?.startsWith('wiki/') === true)));
  for (const connection of unscanned) {
    const count = overlays.filter((finding) => finding.file?.startsWith(`semantic-layer/${connection}/`) === true).length;
    if (count > 0) kept.push({ severity: 'notice', code: 'context-orphan', message: `${connection} was never scanned (no _schema), so ${plural(count, 'overlay')} could not be checked against its tables`, fix: 'run ktx-ci ingest once' });
  }
  return kept;
}

/** What the dbt projects and documents of this checkout say wrongly, without any warehouse. */
async function sourceFindings(project: Project): Promise<{ readonly findings: readonly Finding[]; readonly nodes: number }> {
  const { gather } = await import('../evidence/gather.js');
  const { contradictions } = await import('../evidence/contradictions.js');
  const { termQuestions } = await import('../ingest/term-questions.js');
  const { textFindings } = await import('../ingest/texts.js');
  const { placeOf } = await import('../finding.js');
  const world = await gather({
    project: { ...project, connections: project.connections.filter((connection) => connection.driver === 'dbt') },
    addresses: new Map(), documentGlobs: project.settings.documents, now: () => 0, remembered: () => undefined, profiles: false,
  });
  const known = new Set(world.dbt.map((node) => node.id));
  const dangling = world.dbt.flatMap((node) => node.data.dependsOn.filter((id) => !known.has(id)).map((id): Finding => ({
    severity: 'warning', code: 'dbt-reference', ...placeOf(node.origin), message: `${node.id} reads ${id}, which this dbt project does not have`, fix: 'mend the ref() or source(); if it comes from a package, ignore this', evidence: [node.id],
  })));
  return { nodes: world.dbt.length, findings: [...world.findings, ...termQuestions(contradictions(world.definitions)).map(({ finding }) => finding), ...dangling, ...world.dbt.flatMap(textFindings)] };
}
