import type { DbtEvidence, DbtTest, TableEvidence, TableStructure } from '../evidence/evidence.js';
import type { Warehouse } from '../evidence/warehouse/warehouse.js';
import { placeOf, type Finding } from '../finding.js';
import { byText } from '../text/canonical.js';
import { tableText } from '../text/table-name.js';
import { keyColumns, linkCandidates, linkKey, realColumn, type LinkCandidate } from './candidates.js';
import { concurrently } from './concurrently.js';
import { percent, proveKey, proveLink, proveTests, type LinkProof } from './proofs.js';

/** What the data proves about the tables of one warehouse: keys, joins, and which dbt tests it contradicts. */

export interface ProvedLink {
  readonly candidate: LinkCandidate;
  readonly relationship: 'many_to_one' | 'one_to_one';
  /** False: somebody declared or tested it, or an earlier run proved it, and it could not be checked this time. */
  readonly checked: boolean;
}

export interface ContradictedTest {
  readonly test: DbtTest;
  /** What the data says instead, e.g. `18 % of the values have no match in customers`. */
  readonly why: string;
}

/** Columns that could refer to several tables; every value is found in each. */
export interface AmbiguousLink {
  readonly columns: readonly string[];
  readonly targets: readonly string[];
}

/** With the link that each target would be, in the order of the targets. */
export interface AmbiguousChoice extends AmbiguousLink {
  readonly choices: readonly ProvedLink[];
}

export interface TableProofs {
  /** Unique and never null, where no key is declared. */
  readonly key?: { readonly columns: readonly string[]; readonly basis: 'test' | 'name' };
  readonly links: readonly ProvedLink[];
  readonly contradicted: readonly ContradictedTest[];
  readonly ambiguous: readonly AmbiguousChoice[];
  /** Checks that could not be made this time. */
  readonly unproved: readonly string[];
  readonly findings: readonly Finding[];
}

/** Stable outcome of the proofs of one table, as ktx.lock keeps it: no figure that grows with the data. */
export interface RememberedProofs {
  readonly key?: { readonly columns: readonly string[]; readonly basis: 'test' | 'name' };
  readonly links: Readonly<Record<string, 'many_to_one' | 'one_to_one'>>;
  readonly contradicted: readonly { readonly name: string; readonly column: string | null; readonly why: string }[];
  readonly ambiguous: readonly AmbiguousLink[];
}

export interface ProveInput {
  readonly warehouse: Warehouse;
  readonly tables: readonly TableEvidence[];
  nodesOf(table: TableEvidence): readonly DbtEvidence[];
  /** The lock's outcome for a table, where neither it nor its dbt nodes nor any table that it links to moved. */
  remembered(table: TableEvidence): RememberedProofs | undefined;
  isUnmoved(table: TableEvidence): boolean;
  /** The lock's last outcome for a table, whatever moved since: what cannot be checked now stands as it was. */
  before(table: TableEvidence): RememberedProofs | undefined;
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

/** Largest share of referring rows without a match at which a join by name is taken; and at which one taken before stays. */
const nameTolerance = { new: 0.01, kept: 0.05 };

/** What the data proves about each table; nothing about those that it did not come to before the signal said to stop. */
export async function proveTables(input: ProveInput): Promise<Map<string, TableProofs>> {
  const { tables, warehouse } = input;
  const known = tables.map((table) => ({ structure: table.data.structure, dbt: input.nodesOf(table) }));
  const byStructure = new Map(tables.map((table) => [table.data.structure, table]));
  const candidates = new Map<TableStructure, LinkCandidate[]>();
  for (const candidate of linkCandidates(warehouse.connection, known)) {
    candidates.set(candidate.from, [...(candidates.get(candidate.from) ?? []), candidate]);
  }
  const proofs = await concurrently(tables, input.concurrency, async (table) => {
    if (input.signal.aborted) return { links: [], contradicted: [], ambiguous: [], unproved: [], findings: [] };
    const own = candidates.get(table.data.structure) ?? [];
    const remembered = input.remembered(table);
    const settled = remembered && own.every((candidate) => {
      const target = byStructure.get(candidate.to);
      return target !== undefined && input.isUnmoved(target);
    });
    return settled ? recall(table, input.nodesOf(table), own, remembered) : proveTable(input, table, own);
  });
  return new Map(tables.map((table, i) => [table.id, proofs[i] as TableProofs]));
}

function recall(table: TableEvidence, nodes: readonly DbtEvidence[], candidates: readonly LinkCandidate[], remembered: RememberedProofs): TableProofs {
  const links = candidates.flatMap((candidate) => {
    const relationship = remembered.links[linkKey(candidate)];
    return relationship ? [{ candidate, relationship, checked: true }] : [];
  });
  const contradicted = remembered.contradicted.flatMap(({ name, column, why }) => {
    const test = nodes.flatMap((node) => node.data.tests).find((t) => t.name === name && t.column === column);
    return test ? [{ test, why }] : [];
  });
  return {
    ...(remembered.key ? { key: remembered.key } : {}), links, contradicted, unproved: [],
    ambiguous: remembered.ambiguous.map((one) => withChoices(one, candidates, table.data.structure, remembered.key)),
    findings: contradicted.map(({ test, why }) => contradiction(table, test, why, nodes)),
  };
}

async function proveTable(input: ProveInput, table: TableEvidence, candidates: readonly LinkCandidate[]): Promise<TableProofs> {
  const { warehouse } = input;
  const { structure } = table.data;
  const nodes = input.nodesOf(table);
  const findings: Finding[] = [];
  const unproved: string[] = [];
  const contradicted: ContradictedTest[] = [];
  const held = new Set<DbtTest>();
  const before = input.before(table);
  const wasContradicted = (test: DbtTest): string | undefined => before?.contradicted.find((one) => one.name === test.name && one.column === test.column)?.why;

  const questions = nodes.flatMap((node) => node.data.tests.flatMap((test) => {
    const column = test.column === null ? undefined : realColumn(structure, test.column);
    const countable = test.package === null && test.where === undefined && (test.name === 'not_null' || test.name === 'unique' || (test.name === 'accepted_values' && Array.isArray(test.kwargs['values']) && test.kwargs['values'].length > 0));
    return countable && column !== undefined ? [{ test, column }] : [];
  }));
  const answers = await proveTests(warehouse, structure, questions);
  for (const [i, { test, column }] of questions.entries()) {
    const answer = answers[i];
    if (answer?.state === 'holds') held.add(test);
    else if (answer?.state === 'fails') {
      const what = { not_null: 'are null', unique: 'are duplicates', accepted_values: 'have another value' }[test.name] ?? 'fail';
      const why = `${percent(answer.failing, answer.rows)} of the rows ${what}`;
      contradicted.push({ test, why });
      findings.push(contradiction(table, test, why, nodes));
    } else if (answer) {
      unproved.push(`test ${test.name} of ${structure.name.name}.${column}`);
      const why = wasContradicted(test);
      if (why !== undefined) {
        contradicted.push({ test, why });
        findings.push(contradiction(table, test, why, nodes));
      }
    }
  }

  const key = structure.primaryKey.length > 0 ? undefined : await proveOwnKey(input, table, nodes, held, unproved, findings);
  const isUnique = (columns: readonly string[]): boolean =>
    [structure.primaryKey, ...structure.uniqueKeys, ...(key ? [key.columns] : [])].some((unique) => unique.length > 0 && unique.every((column) => columns.includes(column)))
    || (columns.length === 1 && [...held].some((test) => test.name === 'unique' && test.column?.toLowerCase() === columns[0]?.toLowerCase()));

  const links: ProvedLink[] = [];
  const ambiguous: AmbiguousChoice[] = [];
  const byColumns = new Map<string, LinkCandidate[]>();
  for (const candidate of candidates) byColumns.set(candidate.columns.join('\u0000'), [...(byColumns.get(candidate.columns.join('\u0000')) ?? []), candidate]);
  for (const group of byColumns.values()) {
    const said = group.filter((candidate) => candidate.basis !== 'name');
    for (const candidate of said) {
      const proof = await proveLink(warehouse, candidate);
      const relationship = isUnique(candidate.columns) ? 'one_to_one' : 'many_to_one';
      const test = nodes.flatMap((node) => node.data.tests).find((t) => t.origin === candidate.origin && t.name === 'relationships');
      if (proof.state === 'unknown') {
        unproved.push(linkKey(candidate));
        const why = test && wasContradicted(test);
        if (test && why !== undefined) {
          contradicted.push({ test, why });
          findings.push(contradiction(table, test, why, nodes));
        } else links.push({ candidate, relationship: before?.links[linkKey(candidate)] ?? relationship, checked: false });
        continue;
      }
      const to = tableText(candidate.to.name);
      if (candidate.basis === 'test') {
        if (proof.orphans === 0 && (proof.targetUnique || proof.rows === 0)) links.push({ candidate, relationship, checked: true });
        else {
          const why = proof.orphans > 0 ? `${percent(proof.orphans, proof.rows)} of the values have no match in ${to}` : `${to}.${candidate.toColumns.join(', ')} is not unique${proof.repeats === '' ? '' : `: ${proof.repeats}`}`;
          if (test) {
            contradicted.push({ test, why });
            findings.push(contradiction(table, test, why, nodes));
          }
        }
        continue;
      }
      if (!proof.targetUnique && proof.rows > 0) {
        findings.push({ severity: 'warning', code: 'edit-dropped', message: `no join ${structure.name.name} → ${candidate.to.name.name}: the foreign key is declared, but ${to}.${candidate.toColumns.join(', ')} is not unique${proof.repeats === '' ? '' : `: ${proof.repeats}`}`, fix: 'declare a unique key there, or remove the foreign key', evidence: candidate.evidence });
        continue;
      }
      links.push({ candidate, relationship, checked: true });
      if (proof.orphans > 0) {
        findings.push({ severity: 'notice', code: 'orphans', message: `${structure.name.name}.${candidate.columns.join(', ')}: ${percent(proof.orphans, proof.rows)} of the rows have no match in ${to}, though the foreign key is declared`, fix: 'inner joins lose these rows: mend the data, or keep it in mind', evidence: candidate.evidence });
      }
    }
    if (said.length === 0) {
      const chosen = await chooseByName(input, table, group, isUnique, unproved);
      if (chosen && 'targets' in chosen) ambiguous.push(withChoices(chosen, group, structure, key));
      else if (chosen) links.push(chosen);
    }
  }
  return { ...(key ? { key } : {}), links, contradicted, ambiguous, unproved, findings };
}

/** The nearest table by name whose data fits; two that fit equally well are a question, not a guess. */
async function chooseByName(
  input: ProveInput, table: TableEvidence, group: readonly LinkCandidate[], isUnique: (columns: readonly string[]) => boolean, unproved: string[],
): Promise<ProvedLink | AmbiguousLink | undefined> {
  const ranks = [...new Set(group.map((candidate) => candidate.rank))].sort((a, b) => a - b);
  for (const rank of ranks) {
    const fitting: LinkCandidate[] = [];
    for (const candidate of group.filter((c) => c.rank === rank)) {
      const proof: LinkProof = await proveLink(input.warehouse, candidate);
      const kept = input.before(table)?.links[linkKey(candidate)];
      if (proof.state === 'unknown') {
        unproved.push(linkKey(candidate));
        if (kept) return { candidate, relationship: kept, checked: false };
      } else if (proof.rows > 0 && proof.targetUnique && proof.orphans <= proof.rows * (kept ? nameTolerance.kept : nameTolerance.new)) fitting.push(candidate);
    }
    const [only, other] = fitting;
    if (only && !other) return { candidate: only, relationship: isUnique(only.columns) ? 'one_to_one' : 'many_to_one', checked: true };
    if (only) return { columns: only.columns, targets: fitting.map((candidate) => tableText(candidate.to.name)).sort(byText) };
  }
  return undefined;
}

/** Unique by the catalogue or the proved key alone, so that it is the same on nights that prove nothing anew. */
function withChoices({ columns, targets }: AmbiguousLink, candidates: readonly LinkCandidate[], structure: TableStructure, key: RememberedProofs['key']): AmbiguousChoice {
  const isUnique = [structure.primaryKey, ...structure.uniqueKeys, ...(key ? [key.columns] : [])].some((unique) => unique.length > 0 && unique.every((column) => columns.includes(column)));
  const choices = targets.flatMap((target) => {
    const candidate = candidates.find((one) => tableText(one.to.name) === target && one.columns.join('\0') === columns.join('\0'));
    return candidate ? [{ candidate, relationship: isUnique ? 'one_to_one' as const : 'many_to_one' as const, checked: true }] : [];
  });
  return { columns, targets, choices };
}

async function proveOwnKey(input: ProveInput, table: TableEvidence, nodes: readonly DbtEvidence[], held: ReadonlySet<DbtTest>, unproved: string[], findings: Finding[]): Promise<TableProofs['key']> {
  const { structure } = table.data;
  const tested = new Set<string>();
  for (const node of nodes) {
    for (const test of node.data.tests) {
      const column = test.column === null ? undefined : realColumn(structure, test.column);
      if (test.name === 'unique' && test.package === null && column !== undefined && held.has(test)) tested.add(column);
    }
  }
  for (const column of [...tested].sort((a, b) => rankKey(structure, a) - rankKey(structure, b) || byText(a, b))) {
    if ((await proveKey(input.warehouse, structure, [column])).state === 'holds') return { columns: [column], basis: 'test' };
  }
  for (const node of nodes) {
    for (const test of node.data.tests) {
      const combination = test.kwargs['combination_of_columns'];
      if (test.name !== 'unique_combination_of_columns' || test.where !== undefined || !Array.isArray(combination)) continue;
      const columns = combination.map((name: unknown) => (typeof name === 'string' ? realColumn(structure, name) : undefined));
      if (columns.length === 0 || columns.some((column) => column === undefined)) continue;
      const proof = await proveKey(input.warehouse, structure, columns as string[]);
      if (proof.state === 'holds') return { columns: columns as string[], basis: 'test' };
      if (proof.state === 'fails') findings.push(contradiction(table, test, `${percent(proof.duplicates + proof.nulls, proof.rows)} of the rows repeat or lack this key`, nodes));
    }
  }
  const before = input.before(table)?.key;
  if (before) {
    const proof = await proveKey(input.warehouse, structure, before.columns);
    if (proof.state === 'unknown') unproved.push(`key ${before.columns.join(', ')} of ${structure.name.name}`);
    if (proof.state !== 'fails') return before;
  }
  for (const column of keyColumns(structure)) {
    const proof = await proveKey(input.warehouse, structure, [column]);
    if (proof.state === 'unknown') unproved.push(`key ${column} of ${structure.name.name}`);
    if (proof.state === 'holds' && (table.data.profile?.rows ?? 2) > 1) return { columns: [column], basis: 'name' };
  }
  return undefined;
}

/** Columns named like the key of this table come first. */
function rankKey(structure: TableStructure, column: string): number {
  return keyColumns(structure).includes(column) ? 0 : 1;
}

function contradiction(table: TableEvidence, test: DbtTest, why: string, nodes: readonly DbtEvidence[]): Finding {
  const where = test.column === null ? '' : `.${test.column}`;
  return {
    severity: 'warning', code: 'test-contradicted', ...placeOf(test.origin),
    message: `dbt test ${test.name} of ${table.data.structure.name.name}${where} does not hold: ${why}`,
    fix: 'mend the data or the test; until then nothing is built on it',
    evidence: [...nodes.map((node) => node.id), table.id].sort(byText),
  };
}
