import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'examples/shop/README.md'],
  ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
];
const prose = (page: string): string => page.replace(/^```[\s\S]*?^```/gm, '');

/** As GitHub makes them from headings. */
function anchors(page: string): Set<string> {
  return new Set([...prose(page).matchAll(/^#+ (.*)$/gm)].map((match) => (match[1] ?? '').toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replace(/ /g, '-')));
}

describe('every link', () => {
  test.each(pages)('of %s leads somewhere', (page) => {
    const dead = [...prose(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '').filter((link) => !/^https?:/.test(link)).filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : relative(root, resolve(root, dirname(page), path));
      return !existsSync(join(root, target)) || (anchor !== undefined && !anchors(read(target)).has(anchor));
    });
    expect(dead).toEqual([]);
  });
});

interface Schema {
  readonly type?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Keys that hold a value, with their default. */
function leaves(schema: Schema, path: string): [string, unknown][] {
  if (schema.properties === undefined) return [[path, schema.default]];
  return Object.entries(schema.properties).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

describe('docs/settings.md', () => {
  const rows = new Map([...read('docs/settings.md').matchAll(/^\| `([A-Za-z.]+)` \| (.*?) \|/gm)].map((match) => [match[1], match[2]]));
  const keys = leaves(JSON.parse(read('docs/schemas/settings.schema.json')) as Schema, '');

  test('has every key once, and no other', () => {
    expect([...rows.keys()].sort()).toEqual(keys.map(([key]) => key).sort());
  });

  test.each(keys.filter(([, value]) => value !== undefined))('says the default of %s', (key, value) => {
    expect(rows.get(key)).toBe(`\`${typeof value === 'string' ? value : JSON.stringify(value)}\``);
  });
});

test('docs/dependencies.md has every dependency, and no other', () => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const named = [...read('docs/dependencies.md').matchAll(/^\| (`.*?`) \|/gm)].flatMap((match) => [...(match[1] ?? '').matchAll(/`([^`]+)`/g)].map((name) => name[1] ?? ''));
  expect(named.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
});

test('the README fits on a few screens', () => {
  expect(read('README.md').split('\n').length).toBeLessThan(250);
});
