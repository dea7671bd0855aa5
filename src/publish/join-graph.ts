import type { Change } from '../context/apply.js';
import { html } from './escape.js';

/** The joins that changed, drawn: many on the left, one on the right. Static SVG, no script. */

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly relationship: string;
  readonly state: 'new' | 'changed' | 'removed';
}

const mostNodes = 60;

/** SVG text, or '' where no join changed. */
export function joinGraph(changes: readonly Change[]): string {
  const edges = edgesOf(changes);
  if (edges.length === 0) return '';
  const nodes = [...new Set(edges.flatMap((edge) => [edge.from, edge.to]))].sort();
  if (nodes.length > mostNodes) return `<p class="dim">${nodes.length} sources are joined anew: too many to draw. The list below has them all.</p>`;
  const layers = layersOf(nodes, edges);
  const columns = new Map<number, string[]>();
  for (const node of nodes) columns.set(layers.get(node) ?? 0, [...(columns.get(layers.get(node) ?? 0) ?? []), node]);
  const [boxWidth, boxHeight, gapX, gapY] = [168, 30, 96, 14];
  const at = new Map<string, { x: number; y: number }>();
  const tallest = Math.max(...[...columns.values()].map((column) => column.length));
  for (const [layer, column] of [...columns].sort(([a], [b]) => a - b)) {
    const offset = ((tallest - column.length) * (boxHeight + gapY)) / 2;
    column.forEach((node, i) => at.set(node, { x: 8 + layer * (boxWidth + gapX), y: 8 + offset + i * (boxHeight + gapY) }));
  }
  const width = 16 + (Math.max(...layers.values()) + 1) * (boxWidth + gapX) - gapX;
  const height = 16 + tallest * (boxHeight + gapY) - gapY;
  const paths = edges.map((edge) => {
    const [from, to] = [at.get(edge.from) ?? { x: 0, y: 0 }, at.get(edge.to) ?? { x: 0, y: 0 }];
    const forward = to.x > from.x;
    const [x1, y1] = [from.x + (forward ? boxWidth : boxWidth / 2), from.y + boxHeight / 2 + (forward ? 0 : boxHeight / 2)];
    const [x2, y2] = [forward ? to.x : to.x + boxWidth / 2, to.y + boxHeight / 2 + (forward ? 0 : boxHeight / 2)];
    const bend = forward ? (x2 - x1) / 2 : 0;
    const drop = forward ? 0 : 26;
    return `<path class="${edge.state}" d="M${x1},${y1} C${x1 + bend},${y1 + drop} ${x2 - bend},${y2 + drop} ${x2},${y2}"><title>${html(`${edge.from} → ${edge.to}: ${edge.relationship} (${edge.state})`)}</title></path>`;
  });
  const boxes = nodes.map((node) => {
    const { x, y } = at.get(node) ?? { x: 0, y: 0 };
    const label = node.length > 22 ? `${node.slice(0, 21)}…` : node;
    return `<g><title>${html(node)}</title><rect x="${x}" y="${y}" width="${boxWidth}" height="${boxHeight}" rx="6"/><text x="${x + boxWidth / 2}" y="${y + 20}">${html(label)}</text></g>`;
  });
  return `<svg role="img" aria-label="joins that changed" viewBox="0 0 ${width} ${height}" style="max-width:${width}px">${paths.join('')}${boxes.join('')}</svg>\n<p class="dim">From many to one. <span class="key new">new</span> <span class="key changed">changed</span> <span class="key removed">removed</span></p>`;
}

function edgesOf(changes: readonly Change[]): Edge[] {
  const edges = new Map<string, Edge>();
  for (const { edit, before } of changes) {
    if (edit.kind !== 'join') continue;
    const { to } = edit.op === 'put' ? edit.value : edit.join ?? { to: '' };
    const was = (before as { relationship?: unknown } | undefined)?.relationship;
    const relationship = edit.op === 'put' ? edit.value.relationship : typeof was === 'string' ? was : '';
    const [from, target, kind] = relationship === 'one_to_many' ? [to, edit.source, 'many_to_one'] : [edit.source, to, relationship];
    const key = kind === 'one_to_one' ? [from, target].sort().join('|') : `${from}|${target}`;
    if (!edges.has(key)) edges.set(key, { from, to: target, relationship: kind, state: edit.op === 'remove' ? 'removed' : before === undefined ? 'new' : 'changed' });
  }
  return [...edges.values()].sort((a, b) => (`${a.from}|${a.to}` < `${b.from}|${b.to}` ? -1 : 1));
}

/** Longest path from the left; edges that close a cycle do not count. */
function layersOf(nodes: readonly string[], edges: readonly Edge[]): Map<string, number> {
  const layers = new Map(nodes.map((node) => [node, 0]));
  const open = new Set<string>();
  const done = new Set<string>();
  const order: string[] = [];
  const back = new Set<Edge>();
  const visit = (node: string): void => {
    open.add(node);
    for (const edge of edges) {
      if (edge.from !== node || edge.to === node) continue;
      if (open.has(edge.to)) back.add(edge);
      else if (!done.has(edge.to)) visit(edge.to);
    }
    open.delete(node);
    done.add(node);
    order.push(node);
  };
  for (const node of nodes) if (!done.has(node)) visit(node);
  for (const node of order.reverse()) {
    for (const edge of edges) {
      if (edge.from === node && edge.to !== node && !back.has(edge)) layers.set(edge.to, Math.max(layers.get(edge.to) ?? 0, (layers.get(node) ?? 0) + 1));
    }
  }
  return layers;
}
