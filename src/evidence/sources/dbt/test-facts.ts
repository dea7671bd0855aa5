import { byText, canonicalJson } from '../../../text/canonical.js';
import type { DbtConstraint, DbtTest, Origin } from '../../evidence.js';
import type { References } from './references.js';
import { type Fields, fields, list, text, texts } from './shape.js';

/** A generic test as both the manifest and the property files know it. */
export interface GenericTest {
  /** `not_null`, `dbt_utils.unique_combination_of_columns`. */
  readonly name: string;
  readonly namespace: string | null;
  readonly column: string | null;
  readonly kwargs: Fields;
  readonly config: Fields;
  readonly origin: Origin;
}

const plainName = /^[\w$ ]+$/;

/** The test as evidence: arguments without model and column, `to` as an evidence id where it is a reference. */
export function genericTest(test: GenericTest, references: References): DbtTest {
  const { model: _model, column_name: named, ...kwargs } = test.kwargs;
  // A test on the whole node may name its column, or an expression, which is no column.
  const given = text(named);
  const isExpression = test.column === null && given !== null && !plainName.test(unquoted(given));
  const column = test.column ?? (isExpression ? null : given);
  const to = typeof kwargs['to'] === 'string' ? references.inExpression(kwargs['to']) : undefined;
  return {
    name: test.name,
    package: test.namespace === 'dbt' ? null : test.namespace,
    column: column === null ? null : unquoted(column),
    kwargs: { ...kwargs, ...(isExpression ? { column_name: given } : {}), ...(to === undefined ? {} : { to }) },
    ...condition(test.config),
    severity: severity(test.config),
    origin: test.origin,
  };
}

export function singularTest(name: string, config: Fields, origin: Origin): DbtTest {
  return { name, package: null, column: null, kwargs: {}, ...condition(config), severity: severity(config), origin };
}

/** The same order whatever order they were written in. */
export function sortTests(tests: readonly DbtTest[]): DbtTest[] {
  if (tests.length < 2) return [...tests];
  const key = (test: DbtTest): string => `${test.column ?? ''}\0${test.package ?? ''}\0${test.name}\0${canonicalJson(test.kwargs)}`;
  return tests.map((test) => ({ test, key: key(test) })).sort((a, b) => byText(a.key, b.key)).map(({ test }) => test);
}

const noConstraints: readonly DbtConstraint[] = Object.freeze([]);

/** Constraints of a node, or of one column when its name is given. */
export function constraints(value: unknown, column?: string): readonly DbtConstraint[] {
  return list(value).length === 0 ? noConstraints : list(value).map(fields).flatMap((constraint) => {
    const type = text(constraint['type']);
    if (type === null) return [];
    const target = text(constraint['to']);
    const expression = text(constraint['expression'])
      ?? (target === null ? null : `${target} (${texts(constraint['to_columns']).join(', ')})`);
    return [{
      type: type.toLowerCase(),
      columns: column === undefined ? texts(constraint['columns']) : [column],
      ...(expression === null ? {} : { expression }),
    }];
  });
}

/** dbt quotes the name of a column that is declared with `quote: true`. */
function unquoted(column: string): string {
  return /^(["`]).+\1$/.test(column) || /^\[.+\]$/.test(column) ? column.slice(1, -1) : column;
}

function condition(config: Fields): { readonly where?: string } {
  const where = text(config['where']);
  return where === null ? {} : { where };
}

function severity(config: Fields): 'error' | 'warn' {
  return text(config['severity'])?.toLowerCase() === 'warn' ? 'warn' : 'error';
}
