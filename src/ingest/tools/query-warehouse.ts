import { z } from 'zod';
import type { Warehouse } from '../../evidence/warehouse/warehouse.js';
import type { Tool, ToolAnswer } from '../../llm/backend.js';
import { sayable } from '../../text/plain-name.js';
import { fence } from '../judging/fence.js';
import { warehouseStop } from '../judging/world.js';
import { analyseQuery } from './query-shape.js';
import type { UnitSession } from './unit-session.js';

const mostRows = 20;
const mostQueries = 6;

const input = z.object({ sql: z.string().min(1) });

/** One read-only statement, through the guard like every other. What comes back is as much as `samples` allows. */
export function queryWarehouse(session: UnitSession, warehouse: Warehouse): Tool {
  const { world } = session.scope;
  const raw = world.samples(warehouse.connection) === 'raw';
  return {
    name: 'query_warehouse', input,
    description: `Run one SELECT (${warehouse.dialect}), at most ${mostRows} rows, to settle a doubt: counts, shares, whether a rule holds.${raw ? ' Name the columns: what a * reads comes back as shapes.' : ' Other values than aggregates come back as shapes.'}`,
    async execute(given): Promise<ToolAnswer> {
      const { sql } = given as z.infer<typeof input>;
      session.queries += 1;
      const stop = session.queries > mostQueries ? `a unit may ask ${mostQueries} times: that is enough` : warehouseStop(world, warehouse);
      if (session.queries > mostQueries) session.attempts.add('statements');
      if (stop !== null) return { text: stop, isError: true };
      const shape = analyseQuery(world.parser, sql, warehouse.dialect);
      if (shape.personal !== null) {
        session.attempts.add('column');
        return { text: `${sayable(shape.personal)} looks personal, and this project shows no such values`, isError: true };
      }
      const result = await warehouse.query(sql, { maxRows: mostRows });
      if (!result.ok) {
        if (result.finding.code === 'query-refused') session.attempts.add('statement');
        return { text: result.finding.message, isError: true };
      }
      if (raw && !shape.unnamed) session.scope.shown.add(result.rows.flat());
      const rows = result.rows.map((row) => row.map((cell, i) => ((raw && !shape.unnamed) || (typeof cell !== 'string' && shape.aggregates.has(i)) || cell === null ? String(cell).slice(0, 200) : world.mask(cell))).join(' | '));
      const text = fence('rows', [result.columns.join(' | '), ...rows, ...(result.truncated ? ['…'] : [])].join('\n'), world.secrets);
      session.disclosure.hold('query results', warehouse.connection, text);
      return { text };
    },
  };
}
