import type { DbtEvidence, DocumentEvidence, Evidence, TableEvidence } from '../evidence/evidence.js';
import { byText, hash12 } from '../text/canonical.js';
import { remainderOf, type Remainder } from './remainder.js';

/** Evidence that is judged together. */
export interface WorkUnit {
  /** Id of its leading evidence. */
  readonly id: string;
  readonly kind: 'table' | 'model' | 'document';
  readonly connection: string;
  readonly evidence: readonly Evidence[];
  /** Hash of everything that makes it due; context, tool, instructions and backend are not in it. */
  readonly key: string;
  /** How much depends on it: exposures, downstream models, joins. */
  readonly weight: number;
}

/** What ktx.lock remembers of a unit. */
export interface RememberedUnit {
  readonly key: string;
  /** Who judged it: parsing alone, or a model. */
  readonly by: 'derived' | 'model';
  readonly outcome: 'written' | 'unchanged' | 'deferred' | 'stuck' | 'failed';
  /** Nights on which it was stopped before its end, with this key. */
  readonly tries: number;
  /** A model was asked for descriptions too. */
  readonly described: boolean;
  readonly evidence: Readonly<Record<string, string>>;
}

export interface PlannedUnit extends WorkUnit {
  /** Why it is judged now; null: it is not. */
  readonly due: string | null;
  /** What parsing leaves for a model; null: nothing, so that no model is asked. */
  readonly left: Remainder | null;
  /** How often it was stopped before its end with the present key. */
  readonly tries: number;
  /** It was stopped too often with the present key, and waits until its evidence changes. */
  readonly stuck: boolean;
}

/** A unit of an earlier run some of whose evidence could not be read in this one. */
export interface CarriedUnit {
  readonly id: string;
  readonly connection: string;
  /** Connections that could not be read. */
  readonly missing: readonly string[];
  /** Its readable evidence changed meanwhile, so it waits. */
  readonly waits: boolean;
}

export interface Plan {
  /** In the order in which they start: deferred, changed, never judged; in each by weight. */
  readonly units: readonly PlannedUnit[];
  readonly carried: readonly CarriedUnit[];
}

export interface PlanInput {
  readonly tables: readonly TableEvidence[];
  readonly dbt: readonly DbtEvidence[];
  readonly documents: readonly DocumentEvidence[];
  nodesOf(tableId: string): readonly DbtEvidence[];
  /** Connections that could not be read in this run. */
  readonly unreadable: ReadonlySet<string>;
  /** Evidence that is there and may not be read. */
  readonly unknown: ReadonlySet<string>;
  remembered(unitId: string): RememberedUnit | undefined;
  readonly rememberedUnits: readonly { readonly id: string; readonly evidence: Readonly<Record<string, string>> }[];
  /** `--connection`: only units of these. */
  readonly connections: readonly string[];
  /** `--force`: a glob over unit ids, `**` for all; undefined: none. */
  forced(unitId: string): boolean;
  /** Whether a model is configured, so that what was only derived is due. */
  readonly judging: boolean;
  /** Descriptions are a model's work too (scan.enrichment.mode: llm). */
  readonly describes: boolean;
}

export function connectionOf(evidenceId: string): string {
  return /^[a-z]+:([^/]+)\//.exec(evidenceId)?.[1] ?? '';
}

export function planUnits(input: PlanInput): Plan {
  const carried = carriedUnits(input);
  const covered = new Set(carried.flatMap((unit) => [unit.id, ...Object.keys(input.remembered(unit.id)?.evidence ?? {})]));
  const downstream = countDownstream(input.dbt);
  const structure = new Map<string, string>([...input.dbt, ...input.tables].map((evidence) => [evidence.id, evidence.structureHash]));
  const units: PlannedUnit[] = [];
  const add = (kind: WorkUnit['kind'], evidence: readonly Evidence[]): void => {
    const lead = evidence[0];
    if (!lead || evidence.some((one) => covered.has(one.id))) return;
    const neighbours = neighbourIds(evidence).filter((id) => !evidence.some((one) => one.id === id) && structure.has(id));
    const key = hash12([kind, evidence.map((one) => [one.id, one.hash]).sort(), neighbours.map((id) => [id, structure.get(id)])]);
    if (input.connections.length > 0 && !evidence.some((one) => input.connections.includes(one.connection))) return;
    const unit: WorkUnit = { id: lead.id, kind, connection: lead.connection, evidence, key, weight: weigh(evidence, downstream) };
    const left = remainderOf(unit, input.describes);
    const remembered = input.remembered(lead.id);
    const same = remembered?.key === key ? remembered : undefined;
    units.push({ ...unit, left, due: dueReason(input, unit, left, remembered), tries: same?.tries ?? 0, stuck: same?.outcome === 'stuck' });
  };
  const paired = new Set<string>();
  for (const table of input.tables) {
    const nodes = input.nodesOf(table.id);
    for (const node of nodes) paired.add(node.id);
    add(nodes.length > 0 ? 'model' : 'table', [...nodes, table]);
  }
  for (const node of input.dbt) if (!paired.has(node.id)) add('model', [node]);
  for (const document of input.documents) add('document', [document]);
  const urgency = (unit: PlannedUnit): number => (unit.due === null ? 3 : unit.due === deferred || unit.due === failed ? 0 : unit.due === 'new' || unit.due === derivedOnly ? 2 : 1);
  units.sort((a, b) => urgency(a) - urgency(b) || b.weight - a.weight || byText(a.id, b.id));
  return { units, carried };
}

function carriedUnits(input: PlanInput): CarriedUnit[] {
  if (input.unreadable.size === 0 && input.unknown.size === 0) return [];
  const isUnread = (id: string): boolean => input.unreadable.has(connectionOf(id)) || input.unknown.has(id);
  const present = new Map<string, string>([...input.dbt, ...input.tables, ...input.documents].map((evidence) => [evidence.id, evidence.hash]));
  const carried: CarriedUnit[] = [];
  for (const { id, evidence: before } of input.rememberedUnits) {
    const missing = [...new Set(Object.keys(before).filter(isUnread).map(connectionOf))].sort(byText);
    if (missing.length === 0) continue;
    const waits = Object.entries(before).some(([evidence, hash]) => !isUnread(evidence) && present.has(evidence) && present.get(evidence) !== hash);
    carried.push({ id, connection: connectionOf(id), missing, waits });
  }
  return carried.sort((a, b) => byText(a.id, b.id));
}

/** One hop: what a model reads, and the tables that a table declares foreign keys to. Sorted. */
export function neighbourIds(evidence: readonly Evidence[]): string[] {
  const ids = new Set<string>();
  for (const one of evidence) {
    if (one.kind === 'dbt') for (const id of one.data.dependsOn) ids.add(id);
    if (one.kind === 'table') {
      for (const key of one.data.structure.foreignKeys) {
        const { catalog, schema, name } = key.target;
        ids.add(`table:${one.connection}/${[catalog, schema, name].filter((part) => part !== null).join('.')}`);
      }
    }
  }
  return [...ids].sort(byText);
}

const deferred = 'deferred by an earlier run';
const failed = 'failed in an earlier run';
const derivedOnly = 'only derived until now';

function dueReason(input: PlanInput, { id, key, evidence }: WorkUnit, left: Remainder | null, remembered: RememberedUnit | undefined): string | null {
  if (input.forced(id)) return 'forced';
  if (!remembered) return 'new';
  if (remembered.key === key) {
    const judged = input.judging && left !== null;
    // where no model is asked, what a model left open waits for one
    if (input.judging && remembered.outcome === 'deferred') return deferred;
    if (input.judging && remembered.outcome === 'failed') return failed;
    if (judged && remembered.by === 'derived') return derivedOnly;
    if (judged && input.describes && !remembered.described && left.describes) return 'descriptions are wanted now';
    return null;
  }
  const changed = evidence.filter((one) => remembered.evidence[one.id] !== one.hash).map((one) => (remembered.evidence[one.id] === undefined ? `new evidence ${one.id}` : `changed ${one.id}`));
  const gone = Object.keys(remembered.evidence).filter((old) => !evidence.some((one) => one.id === old)).map((old) => `gone ${old}`);
  return [...changed, ...gone].join(', ') || 'a neighbour changed its structure';
}

function countDownstream(nodes: readonly DbtEvidence[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const node of nodes) for (const parent of node.data.dependsOn) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  return counts;
}

function weigh(evidence: readonly Evidence[], downstream: ReadonlyMap<string, number>): number {
  let weight = 0;
  for (const one of evidence) {
    weight += 3 * (downstream.get(one.id) ?? 0);
    if (one.kind === 'dbt') weight += 10 * one.data.exposures.length + (one.data.resource === 'model' ? 1 : 0);
    if (one.kind === 'table') weight += one.data.structure.foreignKeys.length;
  }
  return weight;
}

/** The plan in one line, for people. */
export function planLine(plan: Plan): string {
  const due = plan.units.filter((unit) => unit.due !== null);
  const units = (count: number): string => `${count.toLocaleString('en-US')} unit${count === 1 ? '' : 's'}`;
  if (due.length === 0) return `${units(plan.units.length)}, none due`;
  if (due.length === plan.units.length && due.every((unit) => unit.due === 'new')) return `${units(due.length)}, all new`;
  return `${units(plan.units.length)}, ${due.length} due${due.length <= 3 ? `: ${due.map((unit) => `${unit.id} (${unit.due ?? ''})`).join('; ')}` : ''}`;
}
