import { applyDesires, type Applied } from './context/apply.js';
import { readContext, type Context } from './context/context.js';
import type { Knowledge } from './context/knowledge.js';
import { readLock, writeLock, type Lock } from './context/lock.js';
import { isOurFile, keptEntities, matchesFile, ourSources } from './context/ours.js';
import { gather, type SourceRead, type World } from './evidence/gather.js';
import { locateFindings } from './evidence/locate.js';
import { matchWorld, type Pairing } from './evidence/match.js';
import { termFindings } from './evidence/term-findings.js';
import { sortFindings, type Finding } from './finding.js';
import { entityId } from './context/edit.js';
import type { UnitRecord } from './context/lock-records.js';
import { deriveUnits, type DerivedUnits } from './ingest/derive-units.js';
import { catalogueOf, desiresOf, placeTables, removalsOf, type TablePlace } from './ingest/desire.js';
import { mergeEdits } from './ingest/merge.js';
import { knowledgeOf, nextLock, rememberedTable, rememberedUnit, sameBesidesMarks, unitRecord } from './ingest/memory.js';
import { outcomeOf, unitReports } from './ingest/outcome.js';
import { planLine, planUnits, type Plan, type PlannedUnit } from './ingest/plan.js';
import { proveWorld, type Proofs } from './ingest/prove-world.js';
import { estimateOf } from './ingest/estimate.js';
import type { JudgeEvent } from './ingest/judge.js';
import { verifyWorld, type Verified } from './ingest/verify-world.js';
import { withoutSecrets } from './ingest/without-secrets.js';
import { preflight } from './project/preflight.js';
import { driverName, type Project } from './project/project.js';
import { resolveSources } from './project/sources.js';
import { isClosed, mayBeWritten, readProjectTree, writeProjectTree } from './project/tree.js';
import { readBaseline, readResumable, type ResumableUnit } from './publish/baseline.js';
import { fileChanges, textOf } from './publish/changes.js';
import { conclude, noPatch } from './publish/conclude.js';
import { readGitBase } from './publish/git.js';
import { renderHtmlReport } from './publish/html-report.js';
import { openOutput, writeOutput, writeReport, writeUnit, writeUnitPatch, type OutputFolder } from './publish/output.js';
import { writePatch, type FileChange, type PatchText } from './publish/patch.js';
import { renderSummary } from './publish/summary.js';
import { unitPatches } from './publish/unit-patches.js';
import { countByKind, plural } from './publish/wording.js';
import type { Report } from './report.js';
import { dialectOfDriver } from './sql/dialect.js';
import { isForModel, isJudging, judgedRecord, judgeStage, nothingJudged, type JudgeResult } from './run/judge-stage.js';
import { routeFindings } from './run/model.js';
import { monthUsd, withSpending } from './run/spending.js';
import { addUsage } from './llm/usage.js';
import { sha256 } from './text/canonical.js';
import { redact, redactFindings } from './text/redact.js';

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
  /** Tokens below 0: not set, so that they are a limit only where a price is unknown. */
  readonly limits: Report['budget']['limits'];
  /** Hosts besides the provider's own that its credential may be sent to. */
  readonly allowedHosts: readonly string[];
  /** Write only what parsing and data justify: no model is asked, and what is for one stays due. */
  readonly deriveOnly: boolean;
  /** Keep every model request and its answer in the output folder. */
  readonly record: boolean;
  /** Calendar month of the run in UTC, `2026-11`. */
  readonly month: string;
  /** When the run began, by the clock of `RunIo.now`. */
  readonly startedAt: number;
}

export interface RunIo {
  /** Monotonic milliseconds. */
  now(): number;
  /** Its reason is the name of the signal that ended the run. */
  readonly signal: AbortSignal;
  /** One line of progress: what, figures, milliseconds. */
  progress(step: string, figures: readonly string[], milliseconds: number): void;
  /** What happens to the units that a model judges. */
  judging(event: JudgeEvent): void;
  /** One sentence for whoever watches: a pause, a retry. */
  note(line: string): void;
}

export interface RunResult {
  readonly report: Report;
  readonly read: readonly SourceRead[];
  readonly folder: OutputFolder | null;
  readonly summary: string;
}

/**
 * The whole job, top to bottom: project, evidence, match, plan, derive, probe and judge, merge, verify, publish. Stages
 * return values and findings; only this function decides what ends a run. Nothing is written before the configuration is
 * known to be good, and nothing is paid before the probe has shown that the model answers.
 */
export async function run(project: Project, options: RunOptions, io: RunIo): Promise<RunResult> {
  const watch = stopwatch(io);
  const start = await startingPoint(project, options);
  const output = options.dryRun && options.out === undefined ? null : openOutput(project.root, options.out, options.cwd);
  const folder = output?.ok === true ? output.folder : null;
  watch.lap('project');
  if (output?.ok === false) return stop(project, options, start, [...start.findings, output.finding], watch.timings, null);
  if (!start.ok) return stop(project, options, start, start.findings, watch.timings, folder);

  const world = await gather({
    project, sqliteFiles: start.sqliteFiles, documentGlobs: [...project.settings.documents, ...options.documents],
    remembered: (id) => rememberedTable(start.lock, id), now: () => io.now(), signal: io.signal,
  });
  try {
    const pairing = matchWorld(project, world);
    for (const source of world.read) io.progress('read', [source.id, source.driver, source.what], source.milliseconds);
    for (const match of pairing.matches) io.progress('match', [`${match.from} → ${match.to}`, `${match.found} of ${match.of}`], 0);
    watch.lap('evidence');
    // what was not read for want of time proves no mismatch
    const mismatched = !io.signal.aborted && pairing.blocked.size > 0;
    const seen = [...start.findings, ...world.findings, ...(io.signal.aborted ? [] : pairing.findings)];
    if (mismatched) return await stop(project, options, start, seen, watch.timings, folder, world, pairing);

    const plan = planStage(project, start, world, pairing, options);
    io.progress('plan', [planLine(plan)], watch.lap('plan'));

    const derived = await deriveStage(project, start, world, pairing, plan, folder, options, io);
    io.progress('derive', [countByKind(derived.units.edits) || 'nothing'], watch.lap('derive'));

    const judged = await judgeStage({
      project, options, io, world, plan, lock: start.lock, knowledge: start.knowledge, places: derived.places, resumable: start.resumable, folder,
      context: () => contextAfter(start, mergeStage(project, start, world, pairing, derived, nothingJudged, options, io)),
    });
    watch.lap('judge');
    if (judged.stopped) return await stop(project, options, start, [...seen, ...judged.findings], watch.timings, folder, world, pairing, judged);

    const merged = mergeStage(project, start, world, pairing, derived, judged, options, io);
    watch.lap('merge');

    const verified = await verifyStage(project, start, world, derived, merged);
    io.progress('verify', [`${plural(merged.applied.changes.length, 'change')}${verified.checks > 0 ? `, ${plural(verified.checks, 'expression')} of yours run` : ''}`], watch.lap('verify'));

    const patched = await patchStage(project, start, world, plan, derived, judged, merged, verified, options);
    watch.lap('patch');

    const findings = await presented([...seen, ...derived.units.findings, ...derived.proofs.findings, ...judged.findings, ...merged.findings, ...verified.findings, ...termFindings(world.definitions)], project, options);
    const resumed = new Set(plan.units.filter((unit) => unit.due !== null && start.resumable.get(unit.id)?.record.key === unit.key && !judged.judged.has(unit.id) && !judged.waiting.has(unit.id)).map((unit) => unit.id));
    const units = unitReports(plan, { outcome: patched.outcome, finished: derived.units.finished, resumed, judged: judged.judged, waiting: judged.waiting });
    const report = conclude({
      ...facts(project, options, world, pairing), stopped: false, cancelled: !io.signal.aborted ? null : io.signal.reason === 'SIGTERM' ? 'SIGTERM' : 'SIGINT', news: patched.news.length, patch: patched.patch,
      changes: merged.applied.changes, unproved: derived.units.unproved, verdicts: judged.verdicts, units, findings, timings: watch.timings,
      estimate: estimateOf({ units, model: project.config.llm.models.default, ownPrices: project.settings.prices, nightly: options.limits.usd }), kept: keptEntities(start.context, verified.files, (path) => isOurFile(path, merged.applied, start.knowledge, start.context.sha(path) ?? '')),
      judged: { ...judged, month: monthUsd(start.lock, options.month) + judged.spent.usd + judged.taken.usd },
    });
    const summary = redact(renderSummary(report, merged.applied.changes), options.secrets);
    if (folder) publishStage(folder, start, plan, merged, patched, report, summary, options);
    if (options.apply && !options.dryRun) writeProjectTree(project.root, new Map(patched.changes.map((change) => [change.path, change.after])));
    return { report, read: world.read, folder, summary };
  } finally {
    await Promise.all(world.warehouses.map((warehouse) => warehouse.close()));
  }
}

function stopwatch(io: RunIo): { lap(stage: string): number; readonly timings: Record<string, number> } {
  const timings: Record<string, number> = {};
  let last = io.now();
  return {
    timings,
    lap(stage) {
      const spent = io.now() - last;
      last += spent;
      timings[stage] = Math.round(spent);
      return spent;
    },
  };
}

// ── Project: what lies there, what the lock remembers, what an earlier run left ───────────────────────────────────────

type Tree = ReadonlyMap<string, Uint8Array>;

interface Start {
  readonly ok: true;
  /** The working tree, and over it the baseline. */
  readonly base: Tree;
  readonly tree: Tree;
  readonly lock: Lock;
  readonly knowledge: Knowledge;
  readonly context: Context;
  readonly resumable: ReadonlyMap<string, ResumableUnit>;
  readonly sqliteFiles: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

interface NoStart {
  readonly ok: false;
  readonly findings: readonly Finding[];
}

async function startingPoint(project: Project, options: RunOptions): Promise<Start | NoStart> {
  const sources = resolveSources(project, options.environment, options.dryRun);
  const files = readProjectTree(project.root);
  const findings = [...project.findings, ...sources.findings, ...files.findings, ...preflight(project, options.connections, options.documents), ...routeFindings(project, options.environment, options.allowedHosts)];
  const baseline = options.baseline === undefined ? { ok: true as const, tree: files.tree, findings: [] } : await readBaseline(project.root, options.cwd, options.baseline, files.tree, (path) => mayBeWritten(path) && !isClosed(files.closed, path));
  const resumable = options.resume === undefined ? { ok: true as const, units: new Map<string, ResumableUnit>() } : readResumable(options.cwd, options.resume);
  if (!baseline.ok) return { ok: false, findings: [...findings, baseline.finding] };
  if (!resumable.ok) return { ok: false, findings: [...findings, resumable.finding] };
  const { tree } = baseline;
  const locked = readLock(textOf(tree, 'ktx.lock'), { matches: (record) => matchesFile(tree, record) });
  if (!locked.ok) return { ok: false, findings: [...findings, locked.finding] };
  findings.push(...baseline.findings, ...locked.findings);
  if (findings.some((finding) => finding.severity === 'error')) return { ok: false, findings };
  const knowledge = knowledgeOf(locked.lock);
  const known = (path: string, sha: string): readonly string[] | undefined => {
    const file = knowledge.file(path);
    return file?.own === true && file.sha === sha ? knowledge.sourcesIn(path) : undefined;
  };
  return {
    ok: true, base: files.tree, tree, lock: locked.lock, knowledge, context: readContext(tree, known, (path) => isClosed(files.closed, path)),
    resumable: resumable.units, sqliteFiles: sources.sqliteFiles, findings,
  };
}

// ── Plan: what is due, and why ────────────────────────────────────────────────────────────────────────────────────────

function planStage(project: Project, start: Start, world: World, pairing: Pairing, options: RunOptions): Plan {
  return planUnits({
    tables: world.tables, dbt: world.dbt, documents: world.documents, unreadable: world.unreadable,
    nodesOf: (id) => pairing.nodesOf.get(id) ?? [], remembered: (id) => rememberedUnit(start.lock, id),
    rememberedUnits: start.lock.all('unit').map((unit) => ({ id: unit.id, evidence: unit.evidence })), connections: options.connections, forced: options.forced,
    judging: isJudging(project, options), describes: project.config.scan.enrichment.mode === 'llm',
  });
}

// ── Derive: whatever parsing and data justify, unit by unit ───────────────────────────────────────────────────────────

interface Derived {
  readonly units: DerivedUnits;
  readonly proofs: Proofs;
  readonly places: ReadonlyMap<string, TablePlace>;
  /** Whether neither structure nor data of a table moved since the lock was written. */
  isUnmoved(tableId: string): boolean;
}

async function deriveStage(project: Project, start: Start, world: World, pairing: Pairing, plan: Plan, folder: OutputFolder | null, options: RunOptions, io: RunIo): Promise<Derived> {
  const unmoved = new Set(world.tables.filter((table) => table.data.profile === undefined && rememberedTable(start.lock, table.id) !== undefined).map((table) => table.id));
  const isUnmoved = (id: string): boolean => unmoved.has(id);
  const quote = (connection: string, name: string): string => world.warehouses.find((one) => one.connection === connection)?.quote(name) ?? name;
  const proofs = await proveWorld({
    warehouses: world.warehouses, tables: world.tables, nodesOf: (id) => pairing.nodesOf.get(id) ?? [], lock: start.lock, isUnmoved, concurrency: options.concurrency, signal: io.signal,
  });
  const places = placeTables({ context: start.context, tables: world.tables, driverOf: (id) => driverOf(project, id), quote });
  const derived = await deriveUnits({
    units: plan.units, dbt: world.dbt, signal: io.signal, quote, proofs: (id) => proofs.of(id), sourceOf: (id) => places.get(id),
    tableIdOf: (link, side) => proofs.tableIdOf(link, side), standalone: !project.connections.some((connection) => connection.driver === 'sqlite'),
    ended: (unit, edits) => { if (folder && !(isJudging(project, options) && isForModel(unit))) writeUnit(folder, { record: unitRecord(unit, edits.length > 0 ? 'written' : 'unchanged'), edits }, options.secrets); },
  });
  return { units: { ...derived, edits: withoutSecrets(derived.edits, options.secrets) }, proofs, places, isUnmoved };
}

function driverOf(project: Project, connection: string): string {
  const found = project.connections.find((one) => one.id === connection);
  return found ? driverName(found) : '';
}

// ── Merge: one context, field by field; what is a person's stays a person's ───────────────────────────────────────────

interface Merged {
  readonly applied: Applied;
  readonly desires: ReturnType<typeof desiresOf>;
  readonly removals: ReturnType<typeof removalsOf>['removals'];
  /** Everything was read and asked for, so that what is missing is gone. */
  readonly whole: boolean;
  readonly after: Tree;
  readonly findings: readonly Finding[];
}

function mergeStage(project: Project, start: Start, world: World, pairing: Pairing, derived: Derived, judged: Pick<JudgeResult, 'edits' | 'withdrawn'>, options: RunOptions, io: RunIo): Merged {
  const merged = mergeEdits([...derived.units.edits, ...judged.edits]);
  const desires = desiresOf({
    edits: merged.edits, withdrawn: judged.withdrawn, places: derived.places, nodesOf: (id) => pairing.nodesOf.get(id) ?? [],
    hadDbt: (connection, source) => (start.knowledge.records(connection, source)?.['']?.ev ?? []).some((id) => id.startsWith('dbt:')),
  });
  const whole = world.unreadable.size === 0 && options.connections.length === 0 && !io.signal.aborted;
  const present = new Set([...world.tables, ...world.dbt, ...world.documents].map((evidence) => evidence.id));
  const { removals, findings } = removalsOf({
    knowledge: start.knowledge, desires, isPresent: (id) => present.has(id), limits: project.settings.removals,
    connections: whole ? world.read.filter((source) => source.ok).map((source) => source.id) : [],
  });
  const applied = applyDesires(start.context, start.knowledge, desires, removals, !whole);
  const after = new Map(start.tree);
  for (const [path, text] of applied.files) {
    if (text === null) after.delete(path);
    else after.set(path, Buffer.from(text));
  }
  return { applied, desires, removals, whole, after, findings: [...merged.findings, ...findings, ...applied.findings] };
}

/** The context as a merge leaves it; files that hold nothing but ours are not parsed for their names. */
function contextAfter(start: Start, merged: Merged): Context {
  const sourcesIn = ourSources(merged.applied, start.knowledge);
  return readContext(merged.after, (path, sha) => (isOurFile(path, merged.applied, start.knowledge, sha) ? sourcesIn(path) : undefined));
}

// ── Verify: run what people wrote ─────────────────────────────────────────────────────────────────────────────────────

function verifyStage(project: Project, start: Start, world: World, derived: Derived, merged: Merged): Promise<Verified> {
  const { knowledge, lock } = start;
  const isOurs = (path: string, sha: string): boolean => isOurFile(path, merged.applied, knowledge, sha);
  const context = contextAfter(start, merged);
  const tableOf = new Map([...derived.places].map(([table, place]) => [`${place.connection}/${place.source}`, table]));
  const anyMoved = world.tables.some((table) => !derived.isUnmoved(table.id));
  return verifyWorld({
    context, knowledge, warehouses: world.warehouses, dialectOf: (connection) => dialectOfDriver(driverOf(project, connection)),
    isOurs: (path) => isOurs(path, context.sha(path) ?? ''), open: new Map(lock.all('unproved').map((record) => [record.id, record.why])),
    moved: (connection, source) => {
      const table = tableOf.get(`${connection}/${source}`);
      return table === undefined ? anyMoved : !derived.isUnmoved(table);
    },
  });
}

// ── Publish: the lock, the patch, the report ──────────────────────────────────────────────────────────────────────────

interface Patched {
  readonly outcome: ReturnType<typeof outcomeOf>;
  /** Against the working tree. */
  readonly changes: readonly FileChange[];
  /** Against what the run started from. */
  readonly news: readonly FileChange[];
  readonly patch: PatchText;
  readonly git: Awaited<ReturnType<typeof readGitBase>>;
}

async function patchStage(project: Project, start: Start, world: World, plan: Plan, derived: Derived, judged: JudgeResult, merged: Merged, verified: Verified, options: RunOptions): Promise<Patched> {
  const { lock } = start;
  const outcome = outcomeOf(merged.applied.changes);
  const recordFor = (unit: PlannedUnit): UnitRecord | null => {
    const one = judged.judged.get(unit.id);
    if (one) return judgedRecord(one, project);
    // what waits for a model has not been judged; an older record stays, so that it stays due
    if (judged.waiting.has(unit.id)) return null;
    return judged.resumed.get(unit.id) ?? unitRecord(unit, outcome(unit));
  };
  // of a run that was cancelled before its units ran, the lock must not say that their tables were looked at
  const ran = plan.units.every((unit) => derived.units.finished.has(unit.id));
  const next = nextLock({
    lock, applied: merged.applied, tables: ran ? world.tables : [], tree: merged.after, proofs: (id) => derived.proofs.of(id), removedSources: merged.removals,
    readConnections: new Set(ran ? world.read.filter((source) => source.ok).map((source) => source.id) : []), seenFiles: verified.files, unproved: new Map([...stillUnproved(lock, judged), ...verified.unproved].map(([id, why]) => [id, redact(why, options.secrets)])),
    units: plan.units.filter((unit) => derived.units.finished.has(unit.id)).map((unit) => ({ unit, record: recordFor(unit) })),
    keptUnits: new Set(merged.whole ? [] : lock.all('unit').map((unit) => unit.id)),
  });
  const paid = withSpending(next, options.month, addUsage(judged.spent, judged.taken));
  const lockText = sameBesidesMarks(lock, paid) ? textOf(start.tree, 'ktx.lock') : writeLock(paid);
  const changes = fileChanges(start.base, merged.after, lockText);
  const stray = changes.find((change) => !mayBeWritten(change.path));
  if (stray) throw new Error(`${stray.path} may not be in a patch`);
  const git = await readGitBase(project.root);
  return { outcome, changes, news: fileChanges(start.tree, merged.after, lockText), patch: writePatch(changes, git.prefix), git };
}

/** What a model wrote and could not be proved yet: of this run, and of earlier ones where it was not judged again. */
function stillUnproved(lock: Lock, judged: JudgeResult): Map<string, string> {
  const settled = new Set([...judged.verdicts.keys(), ...judged.withdrawn.map(entityId)]);
  const before = lock.all('unproved').filter((record) => !settled.has(record.id)).map((record) => [record.id, record.why] as const);
  return new Map([...before, ...judged.unproved]);
}

function publishStage(folder: OutputFolder, start: Start, plan: Plan, merged: Merged, patched: Patched, report: Report, summary: string, options: RunOptions): void {
  const { git, patch } = patched;
  writeOutput(folder, {
    patch: patch.text, changes: merged.applied.changes, verdicts: new Map(report.edits.map((edit) => [edit.entity, edit.verdict])), summary,
    html: renderHtmlReport(report, merged.applied.changes), catalogue: catalogueOf(merged.desires),
    base: { commit: git.commit, dirty: git.dirty, prefix: git.prefix, lockHash: sha256(textOf(start.base, 'ktx.lock') ?? '') },
  }, options.secrets);
  const due = plan.units.filter((unit) => unit.due !== null);
  for (const { unit, patch: own } of unitPatches({ context: start.context, knowledge: start.knowledge, desires: merged.desires, due, prefix: git.prefix })) writeUnitPatch(folder, unit, own, options.secrets);
  writeReport(folder, report, options.secrets);
}

function facts(project: Project, options: RunOptions, world?: World, pairing?: Pairing): Pick<Parameters<typeof conclude>[0], 'backend' | 'models' | 'limits' | 'matches' | 'warehouse' | 'unread'> {
  return {
    backend: project.config.llm.provider.backend, models: project.config.llm.models, limits: options.limits, matches: pairing?.matches ?? [],
    warehouse: (world?.warehouses ?? []).map((warehouse) => ({ connection: warehouse.connection, ...warehouse.usage() })), unread: [...(world?.unreadable ?? [])],
  };
}

/** Findings as people may see them: with line and column, without credentials, sorted. */
async function presented(findings: readonly Finding[], project: Project, options: RunOptions): Promise<Finding[]> {
  return sortFindings(redactFindings(await locateFindings(findings, project.root), options.secrets));
}

/** A run that ends before anything was paid or changed. Its report is written all the same. */
async function stop(project: Project, options: RunOptions, start: Start | NoStart, findings: readonly Finding[], timings: Readonly<Record<string, number>>, folder: OutputFolder | null, world?: World, pairing?: Pairing, judged: JudgeResult = nothingJudged): Promise<RunResult> {
  const report = conclude({
    ...facts(project, options, world, pairing), stopped: true, cancelled: null, unread: [], news: 0, patch: noPatch, changes: [], unproved: new Set(), verdicts: new Map(), units: [],
    findings: await presented(findings, project, options), timings, estimate: null, kept: [], judged: { ...judged, month: (start.ok ? monthUsd(start.lock, options.month) : 0) + judged.spent.usd },
  });
  const summary = redact(renderSummary(report, []), options.secrets);
  if (folder) {
    writeOutput(folder, { patch: '', changes: [], verdicts: new Map(), summary, html: renderHtmlReport(report, []), base: { commit: null, dirty: false, prefix: '', lockHash: '' }, catalogue: [] }, options.secrets);
    writeReport(folder, report, options.secrets);
  }
  return { report, read: world?.read ?? [], folder, summary };
}
