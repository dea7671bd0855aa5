import { fields, list, oneOf, type Shape } from '../shape.js';

/** Parts of queries that every dialect's allowlist is written with. */

export const orderings = list(fields({ this: 'node', desc: 'flag', nulls_first: 'flag', explicit_asc: 'flag' }));
export const orderBy = fields({ expressions: orderings });
export const only = fields({ this: 'node' });
export const amount = fields({ this: 'node' });
const bound: Shape = {
  oneOf: ['CurrentRow', 'UnboundedPreceding', 'UnboundedFollowing'],
  or: { Preceding: 'node', Following: 'node' },
};
export const over = fields({
  window_name: 'name',
  partition_by: list('node'),
  order_by: orderings,
  frame: fields({
    kind: oneOf('Rows', 'Range', 'Groups'),
    start: bound,
    end: bound,
    exclude: oneOf('CurrentRow', 'Group', 'Ties', 'NoOthers'),
    kind_text: 'text',
    start_side_text: 'text',
    end_side_text: 'text',
  }),
});
export const withClause = fields({
  ctes: list(fields({ alias: 'name', this: 'node', columns: list('name'), materialized: 'flag', alias_first: 'flag' })),
  recursive: 'flag',
});
export const setOperation = {
  left: 'node', right: 'node', all: 'flag', distinct: 'flag', with: withClause, order_by: orderBy, limit: 'node', offset: 'node',
} as const satisfies Record<string, Shape>;
export const binary = { left: 'node', right: 'node' } as const satisfies Record<string, Shape>;
export const unary = { this: 'node', original_name: 'text' } as const satisfies Record<string, Shape>;
export const pair = { this: 'node', expression: 'node', original_name: 'text' } as const satisfies Record<string, Shape>;
export const several = { expressions: list('node'), original_name: 'text' } as const satisfies Record<string, Shape>;
export const aggregate = { this: 'node', distinct: 'flag', filter: 'node', order_by: orderings, name: 'text' } as const satisfies Record<string, Shape>;
export const call = {
  name: 'text', args: list('node'), distinct: 'flag', quoted: 'flag', no_parens: 'flag', filter: 'node', order_by: orderings,
} as const satisfies Record<string, Shape>;
export const like = { left: 'node', right: 'node', escape: 'node' } as const satisfies Record<string, Shape>;
export const jsonPath = { this: 'node', path: 'node', arrow_syntax: 'flag' } as const satisfies Record<string, Shape>;
