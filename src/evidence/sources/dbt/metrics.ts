import type { DbtMetric, Origin } from '../../evidence.js';
import { type Fields, fields, list, text } from './shape.js';

/** An entry of `semantic_models` or `metrics`, as a manifest or a property file has it. */
export interface MetricEntry {
  readonly name: string;
  readonly value: Fields;
  readonly origin: Origin;
}

/** dbt's aggregations that one SQL aggregate says. https://docs.getdbt.com/docs/build/measures#aggregation */
const aggregations: Readonly<Record<string, DbtMetric['agg']>> = { sum: 'sum', min: 'min', max: 'max', average: 'avg', avg: 'avg', count: 'count', count_distinct: 'count_distinct', sum_boolean: 'sum_boolean' };

interface SemanticMeasure extends DbtMetric {
  readonly node: string;
  readonly model: SemanticModel;
}

interface SemanticModel {
  /** Dimension → its SQL. */
  readonly dimensions: ReadonlyMap<string, string>;
}

/**
 * What a dbt project counts: the measures of its semantic models, its simple metrics over them, and metrics as dbt had them
 * before 1.6, each by the node that it is counted on. What needs more than one aggregate, or Jinja that is not understood, is left out.
 */
export function metricsByNode(semanticModels: readonly MetricEntry[], metrics: readonly MetricEntry[], nodeOf: (entry: MetricEntry) => string | undefined): ReadonlyMap<string, readonly DbtMetric[]> {
  const found = new Map<string, DbtMetric[]>();
  const add = (node: string, metric: DbtMetric): void => {
    const same = found.get(node) ?? [];
    found.set(node, same);
    if (!same.some((one) => one.name === metric.name)) same.push(metric);
  };
  const measures = new Map(semanticModels.flatMap((entry) => measuresOf(entry, nodeOf(entry))).map((measure) => [measure.name, measure]));
  for (const { name, value, origin } of metrics) {
    const parameters = fields(value['type_params']);
    const used = fields(parameters['measure']);
    const measure = measures.get(text(used['name']) ?? text(parameters['measure']) ?? '');
    if (text(value['type']) === 'simple' && measure) {
      const filters = [...filtersIn(value['filter']), ...filtersIn(used['filter'])].map((filter) => sqlOf(filter, measure.model));
      if (filters.every((filter) => filter !== undefined)) {
        const { node, model: _, filter, ...rest } = measure;
        add(node, { ...rest, name, origin, ...labelled(value), ...conditionOf([...(filter === undefined ? [] : [filter]), ...filters]) });
      }
    } else if (value['calculation_method'] !== undefined) {
      const node = nodeOf({ name, value, origin });
      const legacy = node === undefined ? undefined : legacyMetric(name, value, origin);
      if (node !== undefined && legacy) add(node, legacy);
    }
  }
  for (const { node, model: _, ...measure } of measures.values()) add(node, measure);
  return new Map([...found].map(([node, list]) => [node, list.sort((a, b) => (a.name < b.name ? -1 : 1))]));
}

/** The field of a node; none where nothing is counted on it. */
export function metricsOf(metrics: readonly DbtMetric[] | undefined): { readonly metrics?: readonly DbtMetric[] } {
  return metrics === undefined || metrics.length === 0 ? {} : { metrics };
}

function measuresOf({ value, origin }: MetricEntry, node: string | undefined): SemanticMeasure[] {
  if (node === undefined) return [];
  const dimensions = new Map(list(value['dimensions']).map(fields).flatMap((dimension): [string, string][] => {
    const name = text(dimension['name']);
    return name === null ? [] : [[name, text(dimension['expr']) ?? name]];
  }));
  const time = text(fields(value['defaults'])['agg_time_dimension']);
  return list(value['measures']).map(fields).flatMap((measure): SemanticMeasure[] => {
    const name = text(measure['name']);
    const agg = aggregations[(text(measure['agg']) ?? '').toLowerCase()];
    if (name === null || agg === undefined) return [];
    const own = text(measure['agg_time_dimension']) ?? time;
    const timeColumn = own === null ? undefined : dimensions.get(own) ?? own;
    return [{ name, agg, expr: text(measure['expr']) ?? name, origin, node, model: { dimensions }, ...labelled(measure), ...(timeColumn === undefined ? {} : { timeColumn }) }];
  });
}

/** dbt 1.5 and older. */
function legacyMetric(name: string, value: Fields, origin: Origin): DbtMetric | undefined {
  const agg = aggregations[(text(value['calculation_method']) ?? '').toLowerCase()];
  const expr = text(value['expression']);
  if (agg === undefined || expr === null || /\{[{%]/.test(expr)) return undefined;
  const filters = list(value['filters']).map(fields).map((filter) => [text(filter['field']), text(filter['operator']), text(filter['value'])]);
  if (filters.some((parts) => parts.includes(null))) return undefined;
  const timeColumn = text(value['timestamp']);
  return { name, agg, expr, origin, ...labelled(value), ...conditionOf(filters.map((parts) => parts.join(' '))), ...(timeColumn === null ? {} : { timeColumn }) };
}

const labelled = (value: Fields): { readonly label?: string } => {
  const label = text(value['label']);
  return label === null ? {} : { label };
};

const conditionOf = (filters: readonly (string | undefined)[]): { readonly filter?: string } => (filters.length === 0 ? {} : { filter: filters.map((filter) => (filters.length === 1 ? filter ?? '' : `(${filter ?? ''})`)).join(' AND ') });

/** A filter is a text, a list of texts, or what a manifest makes of them. */
function filtersIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (Array.isArray(value)) return value.flatMap(filtersIn);
  return list(fields(value)['where_filters']).map(fields).flatMap((filter) => text(filter['where_sql_template'])?.trim() ?? []);
}

/** A filter as SQL over the columns of its model: `{{ Dimension('order__status') }}` is `status`. Undefined: it needs something else. */
function sqlOf(filter: string, { dimensions }: SemanticModel): string | undefined {
  const sql = filter.replace(/\{\{\s*Dimension\(\s*['"]([\w]+?__)?(\w+)['"]\s*\)\s*\}\}/g, (whole, _, name: string) => dimensions.get(name) ?? whole);
  return /\{[{%]/.test(sql) ? undefined : sql;
}
