import { isOurFile, keptEntities } from './context/ours.js';
import { gather, type SourceRead, type World } from './evidence/gather.js';
import { locateFindings } from './evidence/locate.js';
import { matchWorld, type Pairing } from './evidence/match.js';
import { sortFindings, type Finding } from './finding.js';
import { estimateOf } from './ingest/estimate.js';
import { rememberedTable, rememberedUnit } from './ingest/memory.js';
import { unitReports } from './ingest/outcome.js';
import { planLine, planUnits, type Plan } from './ingest/plan.js';
import { settleQuestions } from './ingest/questions.js';
import { verifyPages } from './ingest/verify-pages.js';
import { verifyWorld, type Verified } from './ingest/verify-world.js';
import type { Project } from './project/project.js';
import { writeProjectTree } from './project/tree.js';
import { conclude, noPatch } from './publish/conclude.js';
import { renderHtmlReport } from './publish/html-report.js';
import { openOutput, writeOutput, writeReport, type OutputFolder } from './publish/output.js';
import { renderSummary } from './publish/summary.js';
import { countByKind, plural } from './publish/wording.js';
import type { Report } from './report.js';
import { askStage } from './run/ask-stage.js';
import { deriveStage, driverOf, type Derived } from './run/derive-stage.js';
import { isJudging, judgeStage, nothingJudged, type JudgeResult, type OpenModel } from './run/judge-stage.js';
import { contextAfter, hashesOf, mergeStage, type Merged } from './run/merge-stage.js';
import type { RunIo, RunOptions } from './run/options.js';
import { patchStage, publishStage } from './run/publish-stage.js';
import { droppedFindings } from './run/repair-stage.js';
import { monthUsd } from './run/spending.js';
import { reconcileStage } from './run/reconcile-stage.js';
import { startingPoint, type NoStart, type Start } from './run/start.js';
import { dialectOfDriver } from './sql/dialect.js';
import { redact, redactFindings } from './text/redact.js';

export type { RunIo, RunOptions } from './run/options.js';

export interface RunResult {
  readonly report: Report;
  readonly read: readonly SourceRead[];
  readonly folder: OutputFolder | null;
  readonly summary: string;
}

/**
 * The whole job, top to bottom: project, evidence, match, plan, derive, ask, probe and judge, merge, reconcile, verify, publish. Stages
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
    project, addresses: start.addresses, documentGlobs: [...project.settings.documents, ...options.documents],
    remembered: (id) => rememberedTable(start.lock, id), now: () => io.now(), signal: io.signal,
  });
  let model: OpenModel | undefined;
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

    const asked = await askStage(project, start, world, derived, options, io);
    if (asked.findings.some((finding) => finding.severity === 'error')) return await stop(project, options, start, [...seen, ...asked.findings], watch.timings, folder, world, pairing);

    const judged = await judgeStage({
      project, options, io, world, plan, start, asked, places: derived.places, folder,
      context: () => contextAfter(start, mergeStage(project, start, world, pairing, derived, nothingJudged, asked, null, options, io)),
    });
    watch.lap('judge');
    if (judged.stopped) return await stop(project, options, start, [...seen, ...judged.findings], watch.timings, folder, world, pairing, judged);

    model = judged.model;
    const decided = { ...settleQuestions([...asked.questions, ...judged.questions], start.decisions), isLost: asked.isLost };
    const first = mergeStage(project, start, world, pairing, derived, judged, decided, asked.decisionsText, options, io);
    watch.lap('merge');

    const reconciled = await reconcileStage({ project, options, io, world, plan, start, places: derived.places, folder, asked: { ...asked, ...decided }, merged: first, model });
    model = reconciled.model;
    const merged = reconciled.changes ? mergeStage(project, start, world, pairing, derived, judged, reconciled, asked.decisionsText, options, io) : first;
    model?.ended(judged.waiting);
    const spent = options.replay ? judged : spentOf(judged, model);
    const open = [...decided.open, ...settleQuestions(reconciled.questions, start.decisions).open];
    watch.lap('reconcile');

    const verified = await verifyStage(project, start, world, derived, merged, reconciled.pages);
    io.progress('verify', [`${plural(merged.applied.changes.length, 'change')}${verified.checks > 0 ? `, ${plural(verified.checks, 'expression')} of yours run` : ''}`], watch.lap('verify'));

    const patched = await patchStage(project, start, world, plan, derived, asked, { ...judged, spent: spent.spent }, reconciled, merged, verified, options);
    watch.lap('patch');

    const findings = await presented([...seen, ...derived.units.findings, ...derived.proofs.findings, ...judged.findings, ...merged.findings, ...verified.findings, ...reconciled.findings, ...droppedFindings(start.lock, judged, hashesOf(world)), ...open.map(({ finding }) => finding)], project, options);
    const resumed = new Set(plan.units.filter((unit) => unit.due !== null && start.resumable.get(unit.id)?.record.key === unit.key && !judged.judged.has(unit.id) && !judged.waiting.has(unit.id)).map((unit) => unit.id));
    const units = unitReports(plan, { outcome: patched.outcome, finished: derived.units.finished, resumed, judged: new Map([...judged.repaired, ...judged.judged]), waiting: judged.waiting });
    const report = conclude({
      ...facts(project, options, world, pairing), stopped: false, cancelled: !io.signal.aborted ? null : io.signal.reason === 'SIGTERM' ? 'SIGTERM' : 'SIGINT', news: patched.news.length, patch: patched.patch,
      changes: merged.applied.changes, unproved: derived.units.unproved, verdicts: judged.verdicts, compared: judged.compared, units, findings, timings: watch.timings,
      estimate: estimateOf({ units, model: project.config.llm.models.default, ownPrices: project.settings.prices, nightly: options.limits.usd }), kept: keptEntities(start.context, verified.files, (path) => isOurFile(path, merged.applied, start.knowledge, start.context.sha(path) ?? '')),
      judged: { ...judged, spent: spent.spent, steps: spent.steps, sent: [...judged.sent, ...reconciled.sent], month: monthUsd(start.lock, options.month) + spent.spent.usd + judged.taken.usd },
    });
    const summary = redact(renderSummary(report, merged.applied.changes), options.secrets);
    if (folder) publishStage(folder, start, plan, merged, patched, open, report, summary, options);
    if (options.apply && !options.dryRun) writeProjectTree(project.root, new Map(patched.changes.map((change) => [change.path, change.after])));
    return { report, read: world.read, folder, summary };
  } finally {
    await model?.close();
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

/** What models cost until now. */
function spentOf(judged: JudgeResult, model: OpenModel | undefined): Pick<JudgeResult, 'spent' | 'steps'> {
  return model ? { spent: model.ledger.spent, steps: model.ledger.steps } : { spent: judged.spent, steps: judged.steps };
}

// ── Plan: what is due, and why ────────────────────────────────────────────────────────────────────────────────────────

function planStage(project: Project, start: Start, world: World, pairing: Pairing, options: RunOptions): Plan {
  return planUnits({
    tables: world.tables, dbt: world.dbt, documents: world.documents, unreadable: world.unreadable, unknown: world.unknown,
    nodesOf: (id) => pairing.nodesOf.get(id) ?? [], remembered: (id) => rememberedUnit(start.lock, id),
    rememberedUnits: start.lock.all('unit').map((unit) => ({ id: unit.id, evidence: unit.evidence })), connections: options.connections, forced: options.forced,
    judging: isJudging(project, options), describes: project.config.scan.enrichment.mode === 'llm',
  });
}

// ── Verify: run what people wrote ─────────────────────────────────────────────────────────────────────────────────────

async function verifyStage(project: Project, start: Start, world: World, derived: Derived, merged: Merged, newPages: readonly string[]): Promise<Verified> {
  const { knowledge, lock } = start;
  const isOurs = (path: string, sha: string): boolean => isOurFile(path, merged.applied, knowledge, sha);
  const context = contextAfter(start, merged);
  const tableOf = new Map([...derived.places].map(([table, place]) => [`${place.connection}/${place.source}`, table]));
  const anyMoved = world.tables.some((table) => !derived.isUnmoved(table.id));
  const verified = await verifyWorld({
    context, knowledge, carried: new Set([...merged.replaced].filter(([, id]) => id.startsWith('source:')).map(([, id]) => id.slice('source:'.length))), warehouses: world.warehouses, dialectOf: (connection) => dialectOfDriver(driverOf(project, connection)),
    isOurs: (path) => isOurs(path, context.sha(path) ?? ''), open: new Map(lock.all('unproved').map((record) => [record.id, record.why])),
    moved: (connection, source) => {
      const table = tableOf.get(`${connection}/${source}`);
      return table === undefined ? anyMoved : !derived.isUnmoved(table);
    },
  });
  const pages = verifyPages({ before: start.context, after: context, news: newPages, anyGone: merged.applied.changes.some(({ edit }) => edit.op === 'remove') });
  // what went in this run is said with what it went for
  const orphans = new Set(merged.findings.flatMap(({ code, file }) => (code === 'context-orphan' ? [file] : [])));
  return { ...verified, findings: [...verified.findings.filter(({ code, file }) => code !== 'context-orphan' || !orphans.has(file)), ...pages] };
}

// ── The end ───────────────────────────────────────────────────────────────────────────────────────────────────────────

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
    writeOutput(folder, { patch: '', changes: [], choices: [], verdicts: new Map(), summary, html: renderHtmlReport(report, []), base: { commit: null, dirty: false, prefix: '', lockHash: '' }, catalogue: [] }, options.secrets);
    writeReport(folder, report, options.secrets);
  }
  return { report, read: world?.read ?? [], folder, summary };
}
