// Jest's global setup: the end-to-end tests run the built bundle, so it is made before them, and only where one of them
// was asked for and the sources are not those of the bundle that lies there.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtFrom, bundle } from './build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tests = join(root, 'lib', 'test', 'e2e');
const out = join(root, 'lib', 'dist');

export default async function bundleForTests({ testPathPatterns }) {
  if (!existsSync(tests)) return;
  const files = readdirSync(tests).filter((name) => name.endsWith('.test.js')).map((name) => join(tests, name));
  const patterns = testPathPatterns.patterns.map((pattern) => new RegExp(pattern, 'i'));
  if (patterns.length > 0 && !files.some((file) => patterns.some((pattern) => pattern.test(file)))) return;
  const stamp = join(out, 'BUILT_FROM');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === builtFrom()) return;
  process.stderr.write('bundling lib/ for the end-to-end tests\n');
  await bundle(out);
}
