import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Finding } from '../finding.js';
import type { FilePlace, Project } from '../project/project.js';
import type { ResolvedSources } from '../project/sources.js';
import { tableId, type TableName } from '../text/table-name.js';
import type { DbtEvidence, Definition, DocumentEvidence, Origin, TableEvidence } from './evidence.js';
import type { ConfinedReader } from './files.js';
import { isUnmoved, structureHashOf, tableEvidence, type RememberedTable } from './tables.js';
import type { Warehouse } from './warehouse/warehouse.js';

/** Everything that the outside said in this run. */
export interface World {
  readonly warehouses: readonly Warehouse[];
  readonly tables: readonly TableEvidence[];
  readonly dbt: readonly DbtEvidence[];
  readonly documents: readonly DocumentEvidence[];
  readonly definitions: readonly Definition[];
  /** Evidence ids of tables that the lock knows and that are there, but may not be read any more: unknown, never absent. */
  readonly unknown: ReadonlySet<string>;
  /** Connections that could not be read: what they contributed is unknown, never absent. */
  readonly unreadable: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  readonly read: readonly SourceRead[];
}

/** One line of what was read, for people. */
export interface SourceRead {
  readonly id: string;
  readonly driver: string;
  readonly ok: boolean;
  readonly what: string;
  readonly milliseconds: number;
}

export interface GatherInput {
  readonly project: Project;
  /** What each warehouse is opened with. One that is missing cannot be read, which its caller has reported. */
  readonly addresses: ResolvedSources['addresses'];
  readonly documentGlobs: readonly string[];
  remembered(tableId: string): RememberedTable | undefined;
  /** Monotonic milliseconds. */
  now(): number;
  /** Once it says so nothing more is read, and what was not read whole is unreadable. */
  readonly signal?: AbortSignal;
  /** False: structure only, no query over rows (default true). */
  readonly profiles?: boolean;
  /** False: of dbt only the project's own files, not what dbt made of them (default true). */
  readonly artifacts?: boolean;
  /** A reader of the files below a directory, in place of the disk's. */
  readerOf?(root: string): ConfinedReader;
}

/** The git root around the project, else the project: no source may lead out of it. */
export function confinement(root: string): string {
  for (let at = root; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return root;
  }
}

/** Reads every source of the project once; one that cannot be read is a finding and `unreadable`, never an exception. */
export async function gather(input: GatherInput): Promise<World> {
  const { project } = input;
  const warehouses: Warehouse[] = [];
  const tables: TableEvidence[] = [];
  const dbt: DbtEvidence[] = [];
  const definitions: Definition[] = [];
  const unreadable = new Set<string>();
  const unknown = new Set<string>();
  const findings: Finding[] = [];
  const read: SourceRead[] = [];
  const confined = confinement(project.root);
  for (const connection of project.connections) {
    const started = input.now();
    const note = (ok: boolean, what: string): void => {
      read.push({ id: connection.id, driver: connection.driver, ok, what, milliseconds: input.now() - started });
    };
    if (input.signal?.aborted === true && connection.driver !== 'skipped') {
      unreadable.add(connection.id);
      note(false, 'not read: cancelled');
    } else if (connection.driver === 'sqlite' || connection.driver === 'postgres') {
      const address = input.addresses.get(connection.id);
      if (address === undefined) {
        unreadable.add(connection.id);
        note(false, 'its reference has no value here');
        continue;
      }
      const { openWarehouse } = await import('./warehouse/open.js');
      const opened = await openWarehouse({ connection, address, root: confined, ...(input.signal === undefined ? {} : { signal: input.signal }) });
      if (!opened.ok) {
        unreadable.add(connection.id);
        findings.push(at(opened.finding, connection.place(opened.option ?? 'path')));
        note(false, opened.finding.message);
        continue;
      }
      warehouses.push(opened.warehouse);
      const scanned = await scanTables(opened.warehouse, input);
      findings.push(...scanned.findings);
      if (!scanned.ok) {
        unreadable.add(connection.id);
        note(false, 'could not be scanned');
        continue;
      }
      tables.push(...scanned.tables);
      for (const id of scanned.unknown.map((name) => tableId(connection.id, name))) if (input.remembered(id) !== undefined) unknown.add(id);
      const columns = scanned.tables.reduce((sum, table) => sum + table.data.structure.columns.length, 0);
      note(true, `${plural(scanned.tables.length, 'table')}, ${plural(columns, 'column')}${scanned.unmoved > 0 ? `, ${scanned.unmoved} not read again` : input.profiles === false ? '' : `, ${plural(scanned.rows, 'row')}`}`);
    } else if (connection.driver === 'dbt') {
      const { readDbt } = await import('./sources/dbt/dbt.js');
      const named = connection.options.source_dir ?? '.';
      const directory = relative(confined, resolve(project.root, named, connection.options.path ?? '')).split('\\').join('/');
      if (directory === '..' || directory.startsWith('../') || isAbsolute(directory)) {
        unreadable.add(connection.id);
        const message = `the dbt project of ${connection.id} leads out of ${confined === project.root ? 'the project' : 'the repository'}: ${named}`;
        findings.push({ severity: 'error', code: 'path-escape', ...connection.place('source_dir'), message, fix: 'check it out inside, and name that folder' });
        note(false, message);
        continue;
      }
      const result = await readDbt({ connection: connection.id, root: confined, directory, ...(input.artifacts === undefined ? {} : { artifacts: input.artifacts }), ...(input.readerOf ? { reader: input.readerOf(confined) } : {}) });
      const moved = (origin: Origin): Origin => (origin.file === undefined ? origin : { ...origin, file: fromProject(project.root, confined, origin.file) });
      findings.push(...result.findings.map((finding) => (finding.file === undefined ? at(finding, connection.place('source_dir')) : { ...finding, file: fromProject(project.root, confined, finding.file) })));
      if (result.evidence.length === 0 && result.findings.some((finding) => finding.severity === 'error')) {
        unreadable.add(connection.id);
        note(false, result.findings[0]?.message ?? 'could not be read');
        continue;
      }
      const here = confined === project.root;
      for (const node of result.evidence) dbt.push(here ? node : relocated(node, moved));
      for (const definition of result.definitions) definitions.push(here ? definition : { ...definition, origin: moved(definition.origin) });
      const models = result.evidence.filter((node) => node.data.resource === 'model').length;
      const tests = result.evidence.reduce((sum, node) => sum + node.data.tests.length, 0);
      note(true, `${plural(models, 'model')}, ${plural(result.evidence.length - models, 'source')}, ${plural(tests, 'test')} (${result.via})`);
    }
  }
  let documents: readonly DocumentEvidence[] = [];
  if (input.documentGlobs.length > 0) {
    const started = input.now();
    const { readDocuments } = await import('./sources/documents.js');
    const result = await readDocuments({ connection: 'files', root: project.root, globs: input.documentGlobs, ...(input.readerOf ? { reader: input.readerOf(project.root) } : {}) });
    documents = result.evidence;
    definitions.push(...result.definitions);
    findings.push(...result.findings);
    read.push({ id: 'documents', driver: 'files', ok: true, what: plural(documents.length, 'document'), milliseconds: input.now() - started });
  }
  return { warehouses, tables, dbt, documents, definitions, unknown, unreadable, findings, read };
}

export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

const at = (finding: Finding, place: FilePlace): Finding => (finding.line === undefined ? { ...finding, ...place } : finding);

function fromProject(root: string, confined: string, file: string): string {
  return relative(root, join(confined, file)).split('\\').join('/');
}

function relocated(node: DbtEvidence, moved: (origin: Origin) => Origin): DbtEvidence {
  const columns = node.data.columns.map((column) => ({ ...column, origin: moved(column.origin) }));
  const tests = node.data.tests.map((test) => ({ ...test, origin: moved(test.origin) }));
  const described = node.data.described && { described: moved(node.data.described) };
  // a spread would read the text, which is made on demand
  return Object.create(node, {
    origin: { value: moved(node.origin), enumerable: true }, data: { value: { ...node.data, ...described, columns, tests }, enumerable: true },
  }) as DbtEvidence;
}

async function scanTables(warehouse: Warehouse, input: GatherInput): Promise<{ ok: boolean; tables: TableEvidence[]; unknown: readonly TableName[]; findings: Finding[]; rows: number; unmoved: number }> {
  const catalogue = await warehouse.scan();
  if (catalogue.tables.length === 0 && catalogue.findings.some((finding) => finding.severity === 'error')) {
    return { ok: false, tables: [], unknown: [], rows: 0, unmoved: 0, findings: [...catalogue.findings] };
  }
  const tables: TableEvidence[] = [];
  const findings: Finding[] = [...catalogue.findings];
  let rows = 0;
  let unmoved = 0;
  for (const scanned of catalogue.tables) {
    if (input.signal?.aborted === true) return { ok: false, tables: [], unknown: [], findings, rows, unmoved };
    const structure = structureHashOf(scanned.structure);
    const remembered = input.remembered(tableId(warehouse.connection, scanned.structure.name));
    const isStill = isUnmoved(scanned, structure, remembered);
    if (isStill || input.profiles === false) {
      if (isStill) unmoved += 1;
      tables.push(tableEvidence(warehouse.connection, scanned, undefined, remembered));
      continue;
    }
    const profiled = await warehouse.profile(scanned.structure);
    if (!profiled.ok) {
      findings.push(profiled.finding);
      tables.push(tableEvidence(warehouse.connection, scanned, undefined, remembered));
      continue;
    }
    const { profile } = profiled;
    rows += profile.rows;
    const evidence = tableEvidence(warehouse.connection, scanned, profile, remembered);
    tables.push(evidence);
    for (const [column, shares] of Object.entries(profile.mixedTypes)) {
      const kinds = Object.entries(shares).filter(([, share]) => share >= 0.005).sort(([, a], [, b]) => b - a).map(([kind, share]) => `${Math.round(share * 100)} % ${kind}`).join(', ');
      findings.push({ severity: 'notice', code: 'mixed-types', message: `${scanned.structure.name.name}.${column} holds ${kinds}`, fix: 'compare and sum it with a cast', evidence: [evidence.id] });
    }
  }
  return { ok: true, tables, unknown: catalogue.unknown, findings, rows, unmoved };
}
