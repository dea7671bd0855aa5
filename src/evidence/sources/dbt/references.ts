import type { Fields } from './shape.js';
import { callsIn } from './jinja.js';

/** What a reference can point at. */
export interface Referable {
  readonly uniqueId: string;
  readonly packageName: string;
  /** Without the version. */
  readonly name: string;
  readonly version?: string;
  /** The version that an unversioned ref means. */
  readonly latest?: boolean;
}

/** dbt's references and unique ids as evidence ids. */
export interface References {
  /** `dbt:<connection>/model.orders`; other packages' nodes keep their package only where the project has a node of that name. */
  readonly id: (uniqueId: string) => string;
  readonly source: (sourceName: string, tableName: string) => string;
  /** The evidence id of the first ref(…) or source(…) in an expression such as `ref('orders')`. */
  readonly inExpression: (expression: string) => string | undefined;
  /** The evidence id of a parsed ref(…) or source(…) call. */
  readonly ofCall: (call: { readonly name: string; readonly args: readonly unknown[]; readonly kwargs: Fields }) => string | undefined;
}

export function references(connection: string, project: string, nodes: readonly Referable[]): References {
  const byName = new Map<string, Referable[]>();
  const own = new Set<string>();
  for (const node of nodes) {
    const same = byName.get(node.name);
    if (same) same.push(node);
    else byName.set(node.name, [node]);
    if (node.packageName === project) own.add(withoutPackage(node.uniqueId));
  }

  const id = (uniqueId: string): string => {
    const bare = withoutPackage(uniqueId);
    const foreign = uniqueId.split('.')[1] !== project;
    return `dbt:${connection}/${foreign && own.has(bare) ? uniqueId : bare}`;
  };

  const ref = (name: string, options: { readonly packageName?: string; readonly version?: string }): string => {
    const { packageName, version } = options;
    const candidates = (byName.get(name) ?? []).filter(
      (node) => (packageName === undefined || node.packageName === packageName) && (version === undefined || node.version === version),
    );
    const best = candidates.toSorted((a, b) => rank(a, project) - rank(b, project) || newer(a, b))[0];
    if (best) return id(best.uniqueId);
    const suffix = version === undefined ? '' : `.v${version}`;
    return packageName !== undefined ? id(`model.${packageName}.${name}${suffix}`) : `dbt:${connection}/model.${name}${suffix}`;
  };

  const source = (sourceName: string, tableName: string): string => `dbt:${connection}/source.${sourceName}.${tableName}`;

  const ofCall: References['ofCall'] = ({ name, args, kwargs }) => {
    const [first, second] = args;
    if (typeof first !== 'string') return undefined;
    if (name === 'source') return typeof second === 'string' ? source(first, second) : undefined;
    if (name !== 'ref') return undefined;
    const given = kwargs['version'] ?? kwargs['v'];
    const version = typeof given === 'string' || typeof given === 'number' ? { version: String(given) } : {};
    return typeof second === 'string' ? ref(second, { packageName: first, ...version }) : ref(first, version);
  };

  return {
    id,
    source,
    ofCall,
    inExpression(expression) {
      const call = callsIn(expression, ['ref', 'source'])[0];
      return call && ofCall(call);
    },
  };
}

function withoutPackage(uniqueId: string): string {
  const [resource = '', , ...rest] = uniqueId.split('.');
  return `${resource}.${rest.join('.')}`;
}

function rank(node: Referable, project: string): number {
  return (node.packageName === project ? 0 : 2) + (node.latest === false ? 1 : 0);
}

function newer(a: Referable, b: Referable): number {
  const [left, right] = [Number(a.version ?? 0), Number(b.version ?? 0)];
  return Number.isNaN(left) || Number.isNaN(right) ? 0 : right - left;
}
