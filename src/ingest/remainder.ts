import type { DbtEvidence, TableEvidence } from '../evidence/evidence.js';
import { priceOf, referenceModel, type Price } from '../llm/prices.js';
import type { ModelEstimate, UnitReport } from '../report.js';
import type { WorkUnit } from './plan.js';

/** What parsing could not do and a model could: listed and priced, whether or not there is a model. */
export interface Remainder {
  readonly for: readonly string[];
  /** Estimates, in tokens. */
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Fixed part of each request (system and tools), and requests of a typical unit: two to three. */
const fixedTokens = 2000;
const requests = 2.5;

/** Null where nothing is left. Four characters are about one token of English or SQL. */
export function remainderOf(unit: WorkUnit, describes: boolean): Remainder | null {
  const left: string[] = [];
  let output = 150;
  const nodes = unit.evidence.filter((one): one is DbtEvidence => one.kind === 'dbt');
  const table = unit.evidence.find((one): one is TableEvidence => one.kind === 'table');
  if (unit.kind === 'document') {
    left.push('a wiki page');
    output += 700;
  }
  const numbers = table?.data.structure.columns.filter((column) => column.type === 'number' && !table.data.structure.primaryKey.includes(column.name) && !/(_|^)(id|key|code)$/i.test(column.name)).length ?? 0;
  if (numbers > 0) {
    left.push('measures');
    output += 120 * Math.min(numbers, 6);
  }
  if (nodes.some((node) => (node.data.rawSql?.length ?? 0) > 400)) {
    left.push('business rules in the SQL');
    output += 300;
  }
  const described = new Set(nodes.flatMap((node) => node.data.columns.filter((column) => column.description.trim() !== '').map((column) => column.name.toLowerCase())));
  const bare = table?.data.structure.columns.filter((column) => !column.comment && !described.has(column.name.toLowerCase())).length ?? 0;
  if (describes && bare > 0) {
    left.push(`${bare} column description${bare === 1 ? '' : 's'}`);
    output += 25 * bare;
  }
  if (left.length === 0) return null;
  const evidence = unit.evidence.reduce((sum, one) => sum + one.text.length, 0) / 4;
  return { for: left, inputTokens: Math.round(requests * (fixedTokens + evidence + 600)), outputTokens: output };
}

/** What a model would cost for all that is left, at list price; tokens are estimates, so the price is a range of half to one and a half. */
export function estimateOf(units: readonly UnitReport[], model: string | undefined, own: Readonly<Record<string, Price>>): ModelEstimate | null {
  const left = units.filter((unit) => unit.left !== undefined);
  if (left.length === 0) return null;
  const named = model !== undefined && priceOf(model, own) !== undefined ? model : referenceModel;
  const price = priceOf(named, own) ?? { input: 0, output: 0 };
  const inputTokens = left.reduce((sum, unit) => sum + (unit.left?.inputTokens ?? 0), 0);
  const outputTokens = left.reduce((sum, unit) => sum + (unit.left?.outputTokens ?? 0), 0);
  const usd = (inputTokens * price.input + outputTokens * price.output) / 1_000_000;
  const cents = (value: number): number => Math.round(value * 100) / 100;
  return { units: left.length, inputTokens, outputTokens, usd: { low: cents(usd * 0.5), high: cents(usd * 1.5) }, model: named };
}
