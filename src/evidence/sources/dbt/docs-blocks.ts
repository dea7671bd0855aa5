import type { Finding } from '../../../finding.js';
import type { ConfinedReader } from '../../files.js';
import type { Origin } from '../../evidence.js';
import { blocksIn, callsIn, expressionsIn, placeAt } from './jinja.js';
import { below, type DbtProject } from './project.js';
import { prose } from './shape.js';

export interface DocsBlock {
  readonly name: string;
  /** As written: dbt does not render a docs block inside a docs block either. */
  readonly contents: string;
  readonly origin: Origin;
}

export async function readDocsBlocks(reader: ConfinedReader, project: DbtProject): Promise<{ readonly blocks: ReadonlyMap<string, DocsBlock>; readonly findings: readonly Finding[] }> {
  const { files, findings: listing } = await reader.list(below(project.docsPaths, '**/*.md'));
  const blocks = new Map<string, DocsBlock>();
  const findings: Finding[] = [...listing];
  for (const file of files) {
    const read = await reader.text(file);
    if (!read.ok) {
      findings.push(read.finding);
      continue;
    }
    for (const block of blocksIn(read.text, 'docs')) {
      if (blocks.has(block.name)) continue;
      blocks.set(block.name, { name: block.name, contents: prose(block.contents), origin: { file, ...placeAt(read.text, block.index) } });
    }
  }
  return { blocks, findings };
}

/** A description with its `{{ doc(…) }}` replaced. One that names no block of the project is left out with a finding. */
export function describer(blocks: ReadonlyMap<string, DocsBlock>, projectName: string, findings: Finding[]): (value: unknown, origin: () => Origin) => string {
  return (value, origin) => {
    const written = prose(value);
    if (!written.includes('{{')) return written;
    let described = '';
    let from = 0;
    for (const { code, index, end, statement } of expressionsIn(written)) {
      const call = statement ? undefined : callsIn(code, ['doc'])[0];
      const names = call?.args.filter((argument) => typeof argument === 'string') ?? [];
      if (call === undefined || names.length === 0) continue;
      const name = names.at(-1) ?? '';
      const block = names.length === 1 || names[0] === projectName ? blocks.get(name) : undefined;
      if (block === undefined) findings.push(unknownBlock(names.join('.'), origin()));
      described += written.slice(from, index - 2) + (block?.contents ?? '');
      from = end;
    }
    return (described + written.slice(from)).trim();
  };
}

function unknownBlock(name: string, { file, line, column }: Origin): Finding {
  return {
    severity: 'warning',
    code: 'dbt-yaml',
    message: `A description names the docs block ${JSON.stringify(name)}, which the project's own files do not have.`,
    fix: 'Correct the name, or run `dbt parse` first if the block belongs to a package.',
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}
