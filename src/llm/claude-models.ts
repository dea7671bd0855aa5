import { priceTable } from './prices.js';

/** The id of a model: aliases are those of Claude Code, for the newest of a family that the price table has. */
export function claudeModel(name: string): string {
  if (name !== 'sonnet' && name !== 'opus' && name !== 'haiku') return name;
  return Object.keys(priceTable).find((id) => id.startsWith(`claude-${name}-`)) ?? name;
}
