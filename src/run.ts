import { applyDesires } from './context/apply.js';
import { readContext } from './context/context.js';
import type { PutEdit } from './context/edit.js';
import { readLock, writeLock } from './context/lock.js';
import { isOurFile, keptEntities, matchesFile, ourSources } from './context/ours.js';
import { contradictions } from './evidence/contradictions.js';
import { gather, type SourceRead, type World } from './evidence/gather.js';
import { locateFindings } from './evidence/locate.js';
import { matchDbt, type Pairing } from './evidence/match.js';
import { placeOf, sortFindings, type Finding } from './finding.js';
import { linkKey } from './ingest/candidates.js';
import { deriveUnit, standaloneJoins } from './ingest/derive.js';
import { catalogueOf, desiresOf, placeTables, removalsOf } from './ingest/desire.js';
import { mergeEdits } from './ingest/merge.js';
import { knowledgeOf, nextLock, rememberedProofs, rememberedTable, rememberedUnit, sameBesidesMarks } from './ingest/memory.js';
import { unitReports } from './ingest/outcome.js';
import { planUnits, type Plan, type PlannedUnit } from './ingest/plan.js';
import { proveWorld } from './ingest/prove-world.js';
import { estimateOf } from './ingest/remainder.js';
import { verifyWorld } from './ingest/verify-world.js';
import { driverName, type Project } from './project/project.js';
import { resolveSources } from './project/sources.js';
import { isClosed, readProjectTree, writeProjectTree } from './project/tree.js';
import { readBaseline, readResumable, type ResumableUnit } from './publish/baseline.js';
import { buildReport, editReports, headlineOf, questionsOf } from './publish/build-report.js';
import { readGitBase } from './publish/git.js';
import { renderHtmlReport } from './publish/html-report.js';
import { openOutput, writeOutput, writeReport, writeUnit, type OutputFolder } from './publish/output.js';
import { fileChanges, textOf } from './publish/changes.js';
import { writePatch } from './publish/patch.js';
import { renderSummary } from './publish/summary.js';
import { countByKind, plural } from './publish/wording.js';
import { exitCodes, type Report, type RunStatus } from './report.js';
import { dialectOfDriver } from './sql/dialect.js';
import { nearest } from './text/nearest.js';
import { redact, redactFindings } from './text/redact.js';
import { sha256 } from './text/canonical.js';
import { version } from './version.js';

export interface RunOptions {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Values that may appear nowhere. */
  readonly secrets: readonly string[];
  readonly dryRun: boolean;
  readonly apply: boolean;
  /** `--connection`: only units that rest on these; empty: all. */
  readonly connections: readonly string[];
  /** Globs besides those of ktx-ci.yaml. */
  readonly documents: readonly string[];
  readonly out?: string;
  readonly baseline?: string;
  readonly resume?: string;
  /** Matches the ids of units that are due whatever the lock says. */
  readonly forced: (unitId: string) => boolean;
  readonly concurrency: number;
  readonly limits: Report['budget']['limits'];
}

export interface RunIo {
  /** Monotonic milliseconds. */
  now(): number;
  readonly signal: AbortSignal;
  /** One line of progress: what, figures, milliseconds. */
  progress(step: string, figures: readonly string[], milliseconds: number): void;
}

export interface RunResult {
  readonly report: Report;
  readonly read: readonly SourceRead[];
  readonly folder: OutputFolder | null;
  readonly summary: string;
}

/**
 * The whole job, top to bottom: project, evidence, match, plan, derive, merge, verify, patch. Stages return values and
 * findings; only this function decides what ends a run. Nothing is written before the configuration is known to be good.
 */
export async function run(project: Project, options: RunOptions, io: RunIo): Promise<RunResult> {
  const timings: Record<string, number> = {};
  let lap = io.now();
  const time = (stage: string): number => {
    const spent = io.now() - lap;
    timings[stage] = (timings[stage] ?? 0) + Math.round(spent);
    lap = io.now();
    return spent;
  };
  const findings: Finding[] = [...project.findings];
  const hasErrors = (): boolean => findings.some((finding) => finding.severity === 'error');

  // ── Project: what lies there, what the lock remembers, what an earlier run left ─────────────────────────────────────
  const sources = resolveSources(project, options.environment, options.dryRun);
  const files = readProjectTree(project.root);
  findings.push(...sources.findings, ...files.findings, ...unknownConnections(project, options.connections), ...backendFindings(project));
  const baseline = options.baseline === undefined ? { ok: true as const, tree: files.tree, findings: [] } : await readBaseline(project.root, options.cwd, options.baseline, files.tree);
  const resumable = options.resume === undefined ? { ok: true as const, units: new Map<string, ResumableUnit>() } : readResumable(options.cwd, options.resume);
  if (!baseline.ok) findings.push(baseline.finding);
  if (!resumable.ok) findings.push(resumable.finding);
  const tree = new Map([...(baseline.ok ? baseline.tree : files.tree)].filter(([path]) => !isClosed(files.closed, path)));
  const locked = readLock(textOf(tree, 'ktx.lock'), { matches: (record) => matchesFile(tree, record) });
  if (!locked.ok) findings.push(locked.finding);
  if (hasErrors() || !baseline.ok || !resumable.ok || !locked.ok) return stopped(project, options, findings, timings);
  findings.push(...baseline.findings, ...locked.findings);
  const { lock } = locked;
  const knowledge = knowledgeOf(lock);
  const context = readContext(tree, (path, sha) => (knowledge.file(path)?.own === true && knowledge.file(path)?.sha === sha ? knowledge.sourcesIn(path) : undefined), (path) => isClosed(files.closed, path));
  time('project');

  // ── Evidence: the outside world, and how its parts match ────────────────────────────────────────────────────────────
  const world = await gather({
    project, sqliteFiles: sources.sqliteFiles, now: () => io.now(),
    documentGlobs: [...project.settings.documents, ...options.documents],
    remembered: (id) => rememberedTable(lock, id),
  });
  try {
    findings.push(...world.findings);
    for (const source of world.read) io.progress('read', [source.id, source.driver, source.what], source.milliseconds);
    const driverOf = (connection: string): string => project.connections.find((one) => one.id === connection)?.driver ?? '';
    const pairing = matchWorld(project, world, driverOf);
    for (const match of pairing.matches) io.progress('match', [`${match.from} → ${match.to}`, `${match.found} of ${match.of}`], 0);
    findings.push(...pairing.findings);
    time('evidence');
    if (pairing.blocked.size > 0) return await stopped(project, options, findings, timings, { world, pairing });

    // ── Plan: what is due, and why ──────────────────────────────────────────────────────────────────────────────────────
    const nodesOf = (tableId: string) => pairing.nodesOf.get(tableId) ?? [];
    const plan = planUnits({
      tables: world.tables, dbt: world.dbt, documents: world.documents, nodesOf, tableOf: (id) => pairing.tableOf.get(id),
      unreadable: world.unreadable, connections: options.connections, forced: options.forced,
      remembered: (id) => rememberedUnit(lock, id),
      rememberedUnits: lock.all('unit').map((unit) => ({ id: unit.id, unit })),
    });
    const due = plan.units.filter((unit) => unit.due !== null);
    io.progress('plan', [planLine(plan, due)], time('plan'));

    // ── Derive: whatever parsing and data justify, unit by unit ─────────────────────────────────────────────────────────
    const remembers = new Map(world.tables.map((table) => [table.id, rememberedTable(lock, table.id) !== undefined && table.data.profile === undefined]));
    const evidenceOf = new Map(lock.all('unit').flatMap((unit) => Object.keys(unit.evidence).map((id) => [id, unit.evidence] as const)));
    const proofs = await proveWorld({
      warehouses: world.warehouses, tables: world.tables, nodesOf, concurrency: options.concurrency,
      isUnmoved: (table) => remembers.get(table.id) === true,
      wasLinked: (table, candidate) => rememberedProofs(lock, table.id)?.links[linkKey(candidate)] !== undefined,
      remembered: (table) => {
        const before = evidenceOf.get(table.id) ?? {};
        const same = remembers.get(table.id) === true && nodesOf(table.id).every((node) => before[node.id] === node.hash);
        return same ? rememberedProofs(lock, table.id) : undefined;
      },
    });
    const places = placeTables({ context, tables: world.tables, driverOf, quote: (connection, name) => world.warehouses.find((one) => one.connection === connection)?.quote(name) ?? name });
    const folder = options.dryRun && options.out === undefined ? null : openOutput(project.root, options.out, options.cwd);
    const standalone = !project.connections.some((connection) => connection.driver === 'sqlite');
    const derived: PutEdit[] = [];
    const resumed = new Set<string>();
    const finished = new Set<string>();
    let untyped = 0;
    for (const unit of plan.units) {
      if (io.signal.aborted) break;
      const taken = unit.due === null ? undefined : resumable.units.get(unit.id);
      if (taken?.key === unit.key) {
        derived.push(...taken.edits.filter((edit) => edit.op === 'put'));
        resumed.add(unit.id);
      }
      const result = deriveUnit(unit, {
        standalone, proofs: (id) => proofs.of(id), tableIdOf: (link, side) => proofs.tableIdOf(link, side),
        sourceOf: (id) => places.get(id),
        quote: (connection, identifier) => world.warehouses.find((one) => one.connection === connection)?.quote(identifier) ?? identifier,
      });
      findings.push(...result.findings);
      if (result.untyped) untyped += 1;
      if (!resumed.has(unit.id)) derived.push(...result.edits);
      finished.add(unit.id);
      if (folder && unit.due !== null) writeUnit(folder, { id: unit.id, key: unit.key, by: 'derived', edits: resumed.has(unit.id) ? taken?.edits ?? [] : result.edits }, options.secrets);
    }
    if (standalone) derived.push(...standaloneJoins(world.dbt, derived));
    if (untyped > 0) findings.push({ severity: 'notice', code: 'dbt-untyped', message: `${untyped} dbt nodes have no column types and were left out of the semantic layer`, fix: 'run `dbt docs generate`, so that target/catalog.json has them, or configure the warehouse' });
    findings.push(...proofs.findings);
    io.progress('derive', [countByKind(derived) || 'nothing'], time('derive'));

    // ── Merge: one context, field by field; what is a person's stays a person's ─────────────────────────────────────────
    const merged = mergeEdits(derived);
    const desires = desiresOf({
      edits: merged.edits, places, nodesOf,
      hadDbt: (connection, source) => (knowledge.records(connection, source)?.['']?.ev ?? []).some((id) => id.startsWith('dbt:')),
      isSelected: () => true,
    });
    const read = new Set(world.read.filter((source) => source.ok).map((source) => source.id));
    const whole = world.unreadable.size === 0 && options.connections.length === 0 && !io.signal.aborted;
    const present = new Set([...world.tables, ...world.dbt, ...world.documents].map((evidence) => evidence.id));
    const removals = removalsOf({
      knowledge, desires, isPresent: (id) => present.has(id), limits: project.settings.removals,
      connections: whole ? project.connections.map((connection) => connection.id).filter((id) => read.has(id)) : [],
    });
    const applied = applyDesires(context, knowledge, desires, removals.removals, !whole);
    findings.push(...merged.findings, ...removals.findings, ...applied.findings);
    const after = new Map(tree);
    for (const [path, text] of applied.files) {
      if (text === null) after.delete(path);
      else after.set(path, Buffer.from(text));
    }
    time('merge');

    // ── Verify: run what people wrote; ask where two sources define one term differently ────────────────────────────────
    const drivers = new Map(project.connections.map((connection) => [connection.id, driverName(connection)]));
    const tableOfSource = new Map([...places].map(([table, place]) => [`${place.connection}/${place.source}`, table]));
    const sourcesIn = ourSources(applied, knowledge);
    const future = readContext(after, (path, sha) => (isOurFile(path, applied, knowledge, sha) ? sourcesIn(path) : undefined));
    const verified = await verifyWorld({
      context: future,
      knowledge, warehouses: world.warehouses, dialectOf: (connection) => dialectOfDriver(drivers.get(connection) ?? ''),
      isOurs: (path) => isOurFile(path, applied, knowledge, future.sha(path) ?? ''),
      moved: (connection, source) => {
        const table = tableOfSource.get(`${connection}/${source}`);
        return table === undefined ? driverOf(connection) === 'sqlite' && [...remembers.values()].includes(false) : remembers.get(table) === false;
      },
      open: new Map(lock.all('unproved').map((record) => [record.id, record.why])),
    });
    findings.push(...verified.findings, ...termFindings(world));
    io.progress('verify', [`${plural(applied.changes.length, 'change')}${verified.checks > 0 ? `, ${plural(verified.checks, 'expression')} of yours run` : ''}`], time('verify'));

    // ── Lock and patch ──────────────────────────────────────────────────────────────────────────────────────────────────
    const touched = new Set(applied.changes.flatMap((change) => change.edit.evidence));
    const outcome = (unit: PlannedUnit): 'written' | 'unchanged' => (unit.evidence.some((one) => touched.has(one.id)) ? 'written' : 'unchanged');
    const waiting = plan.carried.filter((unit) => unit.waits);
    const next = nextLock({
      lock, applied, tables: world.tables, tree: after, proofs: (id) => proofs.of(id),
      readConnections: read, removedSources: removals.removals, seenFiles: verified.files, unproved: new Map([...verified.unproved].map(([id, why]) => [id, redact(why, options.secrets)])),
      units: plan.units.filter((unit) => finished.has(unit.id)).map((unit) => ({ unit, outcome: outcome(unit) })),
      keptUnits: new Set(whole ? [] : lock.all('unit').map((unit) => unit.id)),
    });
    const lockText = sameBesidesMarks(lock, next) ? textOf(tree, 'ktx.lock') : writeLock(next);
    const changes = fileChanges(files.tree, after, lockText);
    const news = fileChanges(tree, after, lockText);
    const git = await readGitBase(project.root);
    const patch = writePatch(changes, git.prefix);

    // ── Report ──────────────────────────────────────────────────────────────────────────────────────────────────────────
    const units = unitReports(plan, { outcome, finished, resumed, describes: project.config.scan.enrichment.mode === 'llm' });
    const incomplete = world.unreadable.size > 0 || waiting.length > 0;
    const status: RunStatus = io.signal.aborted ? 'cancelled' : incomplete ? 'incomplete' : news.length === 0 ? 'nothing-to-do' : 'complete';
    const hasWarehouse = (connection: string): boolean => world.warehouses.some((one) => one.connection === connection);
    const located = sortFindings(redactFindings(await locateFindings(findings, project.root), options.secrets));
    const edits = editReports(applied.changes, hasWarehouse);
    const report = buildReport({
      version, status, findings: located, units, edits, backend: project.config.llm.provider.backend, models: project.config.llm.models as Record<string, string>,
      exitCode: io.signal.aborted ? 130 : incomplete ? exitCodes.incomplete : exitCodes.ok,
      headline: headlineOf(status, applied.changes.length, news.length, questionsOf(located).length, waiting.length, plan.units.length),
      limits: options.limits, matches: pairing.matches,
      warehouse: world.warehouses.map((warehouse) => ({ connection: warehouse.connection, ...warehouse.usage() })),
      patch: { path: 'context.patch', files: patch.files, insertions: patch.insertions, deletions: patch.deletions, sha256: sha256(patch.text) },
      estimate: estimateOf(units, project.config.llm.models.default, project.settings.prices),
      kept: keptEntities(context, verified.files), timings: { ...timings, report: Math.round(io.now() - lap) },
    });
    const summary = redact(renderSummary(report, applied.changes), options.secrets);
    if (folder) {
      writeOutput(folder, {
        patch: patch.text, changes: applied.changes, verdicts: new Map(edits.map((edit) => [edit.entity, edit.verdict])), summary, html: renderHtmlReport(report, applied.changes),
        base: { commit: git.commit, dirty: git.dirty, prefix: git.prefix, lockHash: sha256(textOf(files.tree, 'ktx.lock') ?? '') },
        catalogue: catalogueOf(desires),
      }, options.secrets);
      writeReport(folder, report, options.secrets);
    }
    if (options.apply && !options.dryRun) writeProjectTree(project.root, new Map(changes.map((change) => [change.path, change.after])));
    return { report, read: world.read, folder, summary };
  } finally {
    await Promise.all(world.warehouses.map((warehouse) => warehouse.close()));
  }
}

function planLine(plan: Plan, due: readonly PlannedUnit[]): string {
  if (due.length === 0) return `${plural(plan.units.length, 'unit')}, none due`;
  if (due.length === plan.units.length && due.every((unit) => unit.due === 'new')) return `${plural(due.length, 'unit')}, all new`;
  return `${plural(plan.units.length, 'unit')}, ${due.length} due${due.length <= 3 ? `: ${due.map((unit) => `${unit.id} (${unit.due ?? ''})`).join('; ')}` : ''}`;
}

function matchWorld(project: Project, world: World, driverOf: (connection: string) => string): Pairing {
  // without any readable table there is nothing to match with: no warehouse is configured, or it could not be read
  const unread = project.connections.some((connection) => connection.driver === 'sqlite' && world.unreadable.has(connection.id));
  const nodes = world.tables.length === 0 && (unread || !project.connections.some((connection) => connection.driver === 'sqlite')) ? [] : world.dbt;
  return matchDbt(nodes, world.tables, (connection) => driverOf(connection) === 'sqlite', (id) => project.connections.find((connection) => connection.id === id)?.place() ?? { file: project.file });
}

function termFindings(world: World): Finding[] {
  return contradictions(world.definitions).map((contradiction) => {
    const [first] = contradiction.sides;
    return {
      severity: 'question', code: 'term-contradiction', message: contradiction.message, ...(first ? placeOf(first.definition.origin) : {}),
      fix: 'agree on one of them and write it in both places', evidence: [...new Set(contradiction.sides.map((side) => side.definition.evidence))].sort(),
    };
  });
}

function unknownConnections(project: Project, named: readonly string[]): Finding[] {
  const ids = project.connections.map((connection) => connection.id);
  return named.filter((id) => !ids.includes(id)).map((id) => {
    const near = nearest(id, ids);
    return { severity: 'error', code: 'connection-unknown', message: `there is no connection ${id} in ${project.file}`, fix: near ? `did you mean ${near}?` : `connections are ${ids.join(', ') || 'none'}` };
  });
}

function backendFindings(project: Project): Finding[] {
  const { backend } = project.config.llm.provider;
  if (backend === 'none') return [];
  return [{ severity: 'warning', code: 'backend-unavailable', ...project.place('llm', 'provider', 'backend'), message: `this version of ktx-ci calls no model: backend ${backend} is checked and not used, and only what parsing and data justify is written`, fix: 'set llm.provider.backend to none to silence this' }];
}

/** A run that ends before anything was paid or changed. Its report is written where a folder was named. */
async function stopped(project: Project, options: RunOptions, findings: readonly Finding[], timings: Readonly<Record<string, number>>, seen?: { readonly world: World; readonly pairing: Pairing }): Promise<RunResult> {
  const located = sortFindings(redactFindings(await locateFindings(findings, project.root), options.secrets));
  const report = buildReport({
    version, status: 'failed', exitCode: exitCodes.configuration, headline: headlineOf('failed', 0, 0, 0, 0, 0), findings: located, units: [], edits: [],
    backend: project.config.llm.provider.backend, models: project.config.llm.models as Record<string, string>, limits: options.limits,
    matches: seen?.pairing.matches ?? [], warehouse: (seen?.world.warehouses ?? []).map((warehouse) => ({ connection: warehouse.connection, ...warehouse.usage() })),
    patch: { path: 'context.patch', files: 0, insertions: 0, deletions: 0, sha256: sha256('') }, estimate: null, kept: [], timings,
  });
  const summary = renderSummary(report, []);
  const folder = options.dryRun && options.out === undefined ? null : openOutput(project.root, options.out, options.cwd);
  if (folder) {
    writeOutput(folder, { patch: '', changes: [], verdicts: new Map(), summary, html: renderHtmlReport(report, []), base: { commit: null, dirty: false, prefix: '', lockHash: '' }, catalogue: [] }, options.secrets);
    writeReport(folder, report, options.secrets);
  }
  return { report, read: seen?.world.read ?? [], folder, summary };
}
