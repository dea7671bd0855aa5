import type { Finding } from '../finding.js';
import { Ledger } from '../llm/ledger.js';
import { probeModels } from '../llm/probe.js';
import type { Project } from '../project/project.js';
import { baseUrlOf, judgingModels, openModel, probeMilliseconds, routeFindings, type Role } from './model.js';

/** The models of a project asked once, for `status`: what answered, and what stands in the way. */
export interface ProbedProject {
  readonly host: string;
  /** `milliseconds` null: not asked. */
  readonly answered: readonly { readonly role: Role; readonly model: string; readonly milliseconds: number | null }[];
  readonly findings: readonly Finding[];
}

export interface ProbeProjectOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly allowedHosts: readonly string[];
  /** False: the way and the credential are looked at, nothing is sent. */
  readonly ask: boolean;
}

export async function probeProject(project: Project, { environment, allowedHosts, ask }: ProbeProjectOptions): Promise<ProbedProject> {
  const base = baseUrlOf(project, environment);
  const host = URL.canParse(base) ? new URL(base).host : base;
  const refused = routeFindings(project, environment, allowedHosts);
  if (refused.length > 0) return { host, answered: [], findings: refused };
  const opened = await openModel({ project, environment, allowedHosts, concurrency: 4, say: () => undefined, ask });
  if (!opened.ok) return { host, answered: [], findings: [opened.finding] };
  const models = judgingModels(project);
  try {
    if (!ask) return { host, answered: models.map((one) => ({ ...one, milliseconds: null })), findings: [] };
    const account = new Ledger({ usd: 0, tokens: 0, steps: 0 }).open('probe', { usd: 0, tokens: 0, steps: 0 });
    const { results, findings } = await probeModels({ backend: opened.backend, models, place: (path) => project.place(...path), account, signal: new AbortController().signal, timeoutMs: probeMilliseconds(environment) });
    return { host, findings, answered: models.flatMap((one) => results.flatMap(({ model, result }) => (model === one.model && result.category === 'ok' ? [{ ...one, milliseconds: result.milliseconds }] : []))) };
  } finally {
    await opened.backend.close();
  }
}
