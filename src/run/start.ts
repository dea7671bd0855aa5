import { readContext, type Context } from '../context/context.js';
import type { Knowledge } from '../context/knowledge.js';
import { readLock, type Lock } from '../context/lock.js';
import { matchesFile } from '../context/ours.js';
import type { Finding } from '../finding.js';
import { pinnedKnowledge } from '../ingest/authority.js';
import { knowledgeOf } from '../ingest/memory.js';
import { decisionsPath, readDecisions, withAnswer, type Decisions } from '../project/decisions.js';
import { preflight } from '../project/preflight.js';
import type { Project } from '../project/project.js';
import { resolveSources, type ResolvedSources } from '../project/sources.js';
import { isClosed, mayBeWritten, readProjectTree } from '../project/tree.js';
import { readBaseline, readResumable, type ResumableUnit } from '../publish/baseline.js';
import { textOf } from '../publish/changes.js';
import { routeFindings, signInFindings } from './model.js';
import type { RunOptions } from './options.js';

/** Where a run starts from: what lies in the project, what the lock remembers, what an earlier run left. */

export type Tree = ReadonlyMap<string, Uint8Array>;

export interface Start {
  readonly ok: true;
  /** The working tree, and over it the baseline. */
  readonly base: Tree;
  readonly tree: Tree;
  readonly lock: Lock;
  readonly knowledge: Knowledge;
  readonly context: Context;
  /** What people decided, the answers of this run included. */
  readonly decisions: Decisions;
  /** ktx.decisions.yaml as it is, without the answers of this run; null: there is none. */
  readonly decisionsText: string | null;
  readonly resumable: ReadonlyMap<string, ResumableUnit>;
  readonly addresses: ResolvedSources['addresses'];
  readonly findings: readonly Finding[];
}

export interface NoStart {
  readonly ok: false;
  readonly findings: readonly Finding[];
}

export async function startingPoint(project: Project, options: RunOptions): Promise<Start | NoStart> {
  const sources = resolveSources(project, options.environment, options.dryRun);
  const recorded = options.replay?.recorded;
  const files = recorded ? { tree: recorded.base, closed: new Set<string>(), findings: [] } : readProjectTree(project.root);
  const findings = [...project.findings, ...sources.findings, ...files.findings, ...preflight(project, options.connections, options.documents), ...(recorded ? [] : [...routeFindings(project, options.environment, options.allowedHosts), ...(options.deriveOnly ? [] : signInFindings(project, options.environment))])];
  const baseline = recorded ? { ok: true as const, tree: recorded.tree, findings: [] } : options.baseline === undefined ? { ok: true as const, tree: files.tree, findings: [] } : await readBaseline(project.root, options.cwd, options.baseline, files.tree, (path) => mayBeWritten(path) && !isClosed(files.closed, path));
  const resumable = recorded ? { ok: true as const, units: recorded.resumable } : options.resume === undefined ? { ok: true as const, units: new Map<string, ResumableUnit>() } : readResumable(options.cwd, options.resume);
  if (!baseline.ok) return { ok: false, findings: [...findings, baseline.finding] };
  if (!resumable.ok) return { ok: false, findings: [...findings, resumable.finding] };
  const { tree } = baseline;
  const locked = readLock(textOf(tree, 'ktx.lock'), { matches: (record) => matchesFile(tree, record) });
  if (!locked.ok) return { ok: false, findings: [...findings, locked.finding] };
  findings.push(...baseline.findings, ...locked.findings);
  const decisionsText = textOf(tree, decisionsPath);
  let answered = decisionsText;
  for (const answer of options.answers) {
    const added = withAnswer(answered, answer);
    if (added.ok) answered = added.text;
    else findings.push(added.finding);
  }
  const decided = readDecisions(answered);
  findings.push(...decided.findings);
  if (!decided.ok) return { ok: false, findings };
  const { decisions } = decided;
  if (findings.some((finding) => finding.severity === 'error')) return { ok: false, findings };
  const knowledge = pinnedKnowledge(knowledgeOf(locked.lock), decisions);
  const known = (path: string, sha: string): readonly string[] | undefined => {
    const file = knowledge.file(path);
    return file?.own === true && file.sha === sha ? knowledge.sourcesIn(path) : undefined;
  };
  return {
    ok: true, decisions, decisionsText, base: files.tree, tree, lock: locked.lock, knowledge, context: readContext(tree, known, (path) => isClosed(files.closed, path)),
    resumable: resumable.units, addresses: sources.addresses, findings,
  };
}
