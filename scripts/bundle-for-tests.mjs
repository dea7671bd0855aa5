// Jest's global setup: the end-to-end tests run the built bundle, so it is made before them, where one of them was asked for
// and the sources are not those of the bundle that lies there. Where it fits, every test that starts the program starts
// that bundle (it takes half of the time to load); else lib/ as it is, so that one test file needs no bundle.
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
  const stamp = join(out, 'BUILT_FROM');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== builtFrom()) {
    if (patterns.length > 0 && !files.some((file) => patterns.some((pattern) => pattern.test(file)))) return;
    process.stderr.write('bundling lib/ for the end-to-end tests\n');
    await bundle(out);
  }
  process.env.KTX_CI_TEST_BUNDLE = out;
}
