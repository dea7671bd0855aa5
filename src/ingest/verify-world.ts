import { isOverlay, type Context } from '../context/context.js';
import { doublesGate } from '../context/gates/doubles.js';
import { referencesGate } from '../context/gates/references.js';
import { schemaGate } from '../context/gates/schema.js';
import { trapsGate } from '../context/gates/traps.js';
import type { Knowledge } from '../context/knowledge.js';
import type { Warehouse } from '../evidence/warehouse/warehouse.js';
import type { Finding } from '../finding.js';
import { verifySources } from './verify.js';

export interface Verified {
  readonly findings: readonly Finding[];
  /** Entities that are not proved, with the reason; for the lock. */
  readonly unproved: ReadonlyMap<string, string>;
  /** Source files that were looked at and so may be remembered by their bytes. */
  readonly files: readonly string[];
  readonly checks: number;
}

export interface VerifyWorldInput {
  /** The context as it will be. */
  readonly context: Context;
  readonly knowledge: Knowledge;
  readonly warehouses: readonly Warehouse[];
  dialectOf(connection: string): string;
  /** Files that this run writes and that hold nothing but what it derived. */
  isOurs(path: string): boolean;
  /** Whether the table of a source moved, so that what is written about it must be run again. */
  moved(connection: string, source: string): boolean;
  /** Sources (`connection/name`) that took over what was written about another. */
  readonly carried?: ReadonlySet<string>;
  /** The lock's open reasons by entity id. */
  readonly open: ReadonlyMap<string, string>;
}

/**
 * Checks what people wrote in overlays and standalone sources: names and expressions offline, then every measure, segment
 * and join on the warehouse. Only what is new, changed, about a moved table or not yet proved; else the lock's verdict stands.
 */
export async function verifyWorld(input: VerifyWorldInput): Promise<Verified> {
  const { context, knowledge } = input;
  const due = new Map<string, string[]>();
  const files: string[] = [];
  const unproved = new Map<string, string>();
  const open = new Set([...input.open.keys()].map(sourceOfEntity));
  const fresh = new Set<string>();
  for (const connection of context.connections()) {
    for (const source of context.sourceNames(connection)) {
      const path = context.sourcePath(connection, source);
      if (path === undefined) continue;
      const ours = input.isOurs(path);
      // what is ours alone was run when it was written: again only if it was not proved, or its table moved
      if (ours && !hasJudged(knowledge, connection, source) && input.carried?.has(`${connection}/${source}`) !== true) continue;
      if (!ours) files.push(path);
      const known = (ours || knowledge.file(path)?.sha === context.sha(path)) && !input.moved(connection, source);
      if (!known) fresh.add(`${connection}/${source}`);
      else if (!open.has(`${connection}/${source}`)) continue;
      due.set(connection, [...(due.get(connection) ?? []), source]);
    }
  }
  if (due.size === 0) return { findings: [], unproved, files, checks: 0 };
  const { loadParser } = await import('../sql/parser.js');
  const parser = await loadParser();
  const only = new Set([...due].flatMap(([connection, sources]) => sources.map((source) => `${connection}/${source}`)));
  const paths = new Set([...due].flatMap(([connection, sources]) => sources.map((source) => context.sourcePath(connection, source) ?? '')));
  const findings: Finding[] = [
    ...schemaGate(context, paths),
    ...referencesGate({ context, parser, dialectOf: (connection) => input.dialectOf(connection), only }),
    ...trapsGate({ context, parser, dialectOf: (connection) => input.dialectOf(connection), only }),
  ].map((finding) => ({ ...finding, severity: finding.severity === 'error' ? 'warning' as const : finding.severity }));
  // not what is only still unproved: it was said
  const doubles = doublesGate({ context, parser, dialectOf: (connection) => input.dialectOf(connection), only: fresh });
  for (const [connection, sources] of due) {
    for (const source of sources) {
      const broken = findings.find((finding) => finding.file === context.sourcePath(connection, source));
      if (broken) unproved.set(`source:${connection}/${source}`, broken.message);
    }
  }
  const said = new Set(findings.map((finding) => `${finding.file ?? ''}:${finding.line ?? 0}`));
  let checks = 0;
  for (const [connection, sources] of due) {
    const warehouse = input.warehouses.find((one) => one.connection === connection);
    if (!warehouse) {
      for (const [entity, why] of input.open) if (sources.some((source) => sourceOfEntity(entity) === `${connection}/${source}`)) unproved.set(entity, why);
      continue;
    }
    const checked = await verifySources({ context, parser, warehouse, sources: sources.filter((source) => isOverlay(context.source(connection, source)?.value ?? {}) || context.entry(connection, source) === undefined) });
    checks += checked.length;
    for (const one of checked) {
      if (one.verdict !== 'proved') unproved.set(one.entity, one.why ?? '');
      if (one.finding && !said.has(`${one.finding.file ?? ''}:${one.finding.line ?? 0}`)) findings.push(one.finding);
    }
  }
  return { findings: [...findings, ...doubles], unproved, files, checks };
}

/** Whether a model or reconcile wrote something that can be run about the source. */
function hasJudged(knowledge: Knowledge, connection: string, source: string): boolean {
  return Object.entries(knowledge.records(connection, source) ?? {}).some(([key, record]) => record.by !== 'derived' && /^(measure|segment|join):/.test(key));
}

/** `measure:warehouse/orders.revenue`, `join:warehouse/orders->customers` and `source:warehouse/orders` → `warehouse/orders`. */
function sourceOfEntity(entity: string): string {
  const rest = entity.slice(entity.indexOf(':') + 1);
  const named = /^(.*?)(?:->.*)?$/s.exec(rest)?.[1] ?? rest;
  return entity.startsWith('measure:') || entity.startsWith('segment:') ? named.slice(0, named.lastIndexOf('.')) : named;
}
