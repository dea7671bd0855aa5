import { z } from 'zod';
import type { Edit, Measure, PutEdit, RemoveEdit, Segment } from '../../context/edit.js';
import { sayable } from '../../text/plain-name.js';
import type { SourceName } from './world.js';

/** One change as a model proposes it: flat, so that its schema costs few tokens in every request. */
export const proposalSchema = z.object({
  kind: z.enum(['measure', 'segment', 'description', 'page']),
  source: z.string().optional().describe('of measure, segment, description'),
  column: z.string().optional().describe('of description; left out: the source itself'),
  name: z.string().optional().describe('of measure, segment; key of page: lower-case, digits, -'),
  expr: z.string().optional(),
  filter: z.string().optional().describe('of measure'),
  segments: z.array(z.string()).optional().describe('of measure'),
  text: z.string().optional().describe('the description; the Markdown of a page'),
  summary: z.string().optional().describe('of page, at most 200 characters'),
  tags: z.array(z.string()).optional(),
  refs: z.array(z.string()).optional().describe('keys of other pages'),
  sl_refs: z.array(z.string()).optional().describe('connection/source[.name]'),
  evidence: z.array(z.string()).optional().describe('ids that say so; left out: all of this unit'),
  remove: z.boolean().optional().describe('take back what an earlier run wrote'),
});

export type Proposal = z.infer<typeof proposalSchema>;

/** What a proposal is about. */
export type ProposalHead = Pick<Proposal, 'kind' | 'source' | 'column' | 'name'>;

/** How people and models call what a proposal is about: `measure orders.net_revenue`, `page refund-policy`. */
export function nameOf({ kind, source, column, name }: ProposalHead): string {
  if (kind === 'page') return `page ${sayable(name ?? '(no name)')}`;
  const parts = (kind === 'description' ? [source, column] : [source, name]).filter((part) => part !== undefined);
  return `${kind} ${parts.map(sayable).join('.') || '(no source)'}`;
}

/** What such a name is about; undefined where it is none. */
export function headOf(named: string): ProposalHead | undefined {
  const { kind, rest = '' } = /^(?<kind>measure|segment|description|page) (?<rest>.+)$/su.exec(named)?.groups ?? {};
  if (kind === 'page') return { kind, name: rest };
  const dot = rest.lastIndexOf('.');
  const [source, last] = [dot < 0 ? undefined : rest.slice(0, dot), rest.slice(dot + 1)];
  if (kind === 'measure' || kind === 'segment') return { kind, source, name: last };
  return kind === 'description' ? (source === undefined ? { kind, source: last } : { kind, source, column: last }) : undefined;
}

/** The proposal that an edit of a model came from: what an interrupted run took is checked again before it is taken again. */
export function proposalOf(edit: PutEdit): Proposal | undefined {
  const evidence = [...edit.evidence];
  switch (edit.kind) {
    case 'measure':
    case 'segment': {
      const { description, ...value } = edit.value;
      return { ...value, kind: edit.kind, source: `${edit.connection}/${edit.source}`, evidence, ...('segments' in value ? { segments: [...(value.segments ?? [])] } : {}), ...(description === undefined ? {} : { text: description }) } as Proposal;
    }
    case 'description':
      return { kind: 'description', source: `${edit.connection}/${edit.source}`, text: edit.value, evidence, ...(edit.column === undefined ? {} : { column: edit.column }) };
    case 'page':
      return { kind: 'page', name: edit.source, summary: edit.value.summary, text: edit.value.body, tags: [...edit.value.tags], refs: [...edit.value.refs], sl_refs: [...edit.value.sl_refs], evidence };
    default:
      return undefined;
  }
}

export interface EditFacts {
  /** Of measure, segment and description. */
  readonly at: SourceName | undefined;
  /** The column as the source spells it. */
  readonly column: string | undefined;
  /** Sorted. */
  readonly evidence: readonly string[];
}

/** The typed edit that a proposal stands for. Its fields have been checked. */
export function editOf(proposal: Proposal, { at, column, evidence }: EditFacts): Edit {
  const name = proposal.name ?? '';
  const author = 'model' as const;
  if (proposal.kind === 'page') {
    const page = { kind: 'page' as const, connection: '', source: name, evidence, author };
    if (proposal.remove === true) return { op: 'remove', ...page };
    return {
      op: 'put', ...page,
      value: { summary: (proposal.summary ?? '').trim(), tags: proposal.tags ?? [], refs: proposal.refs ?? [], sl_refs: proposal.sl_refs ?? [], body: (proposal.text ?? '').trim() },
    };
  }
  const common = { connection: at?.connection ?? '', source: at?.source ?? '', evidence, author };
  if (proposal.remove === true) {
    const removal: RemoveEdit = { op: 'remove', kind: proposal.kind, ...common };
    if (proposal.kind === 'description') return { ...removal, key: 'ai', ...(column === undefined ? {} : { column }) };
    return { ...removal, name };
  }
  const text = proposal.text?.trim() ?? '';
  const described = text === '' ? {} : { description: text };
  switch (proposal.kind) {
    case 'description':
      return { op: 'put', kind: 'description', ...common, key: 'ai', value: text, ...(column === undefined ? {} : { column }) } satisfies PutEdit;
    case 'segment':
      return { op: 'put', kind: 'segment', ...common, name, value: { name, expr: (proposal.expr ?? '').trim(), ...described } satisfies Segment };
    case 'measure': {
      const filter = proposal.filter?.trim() ?? '';
      const segments = proposal.segments ?? [];
      const value: Measure = { name, expr: (proposal.expr ?? '').trim(), ...(filter === '' ? {} : { filter }), ...(segments.length === 0 ? {} : { segments }), ...described };
      return { op: 'put', kind: 'measure', ...common, name, value };
    }
  }
}
