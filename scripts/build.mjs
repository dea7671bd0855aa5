// npm run build: lib/ (tsc) and dist/ (ncc). --out FOLDER writes the bundle elsewhere, --bundle-only takes lib/ as it is.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

/** Functions that src/entry.ts exports; each gets a file of its own in dist/ that calls it. */
const entries = ['cli', 'action'];

const filesUnder = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));

/** Hash over everything that the bundle is made from: names and contents, in the order of names. */
export function builtFrom() {
  const hash = createHash('sha256');
  const named = ['package.json', 'package-lock.json', 'tsconfig.json', 'scripts/build.mjs'].map((name) => join(root, name));
  const files = [...named, ...filesUnder(join(root, 'src'))].map((path) => [relative(root, path).split(sep).join('/'), path]);
  for (const [name, path] of files.sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${name}\0${createHash('sha256').update(readFileSync(path)).digest('hex')}\n`);
  }
  return `${hash.digest('hex')}\n`;
}

/** tsc into an emptied lib/; throws where it does not compile. */
function compile() {
  for (const name of ['src', 'test', 'bench', '.tsbuildinfo']) rmSync(join(root, 'lib', name), { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.json'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('it does not compile');
}

/** Bundles lib/ into a folder, which is emptied first. The same sources give the same bytes on every machine. */
export async function bundle(out) {
  const ncc = require('@vercel/ncc');
  const { code, assets } = await ncc(join(root, 'lib', 'src', 'entry.js'), { cache: false, quiet: true });
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const [name, { source }] of Object.entries(assets)) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), source);
  }
  writeFileSync(join(out, 'index.js'), code);
  for (const entry of entries) writeFileSync(join(out, `${entry}.js`), `import { ${entry} } from './index.js';\n\nawait ${entry}();\n`);
  // The modules look for these beside themselves.
  copyFileSync(require.resolve('@polyglot-sql/sdk/polyglot_sql.wasm'), join(out, 'polyglot_sql.wasm'));
  copyFileSync(join(root, 'lib', 'src', 'evidence', 'warehouse', 'sqlite-child.js'), join(out, 'sqlite-child.js'));
  copyFileSync(join(root, 'lib', 'src', 'llm', 'self-test-child.js'), join(out, 'self-test-child.js'));
  writeFileSync(join(out, 'BUILT_FROM'), builtFrom());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') }, 'bundle-only': { type: 'boolean', default: false } } });
  if (!values['bundle-only']) compile();
  const out = resolve(values.out);
  await bundle(out);
  const sizes = filesUnder(out).map((path) => [relative(out, path), readFileSync(path).length]).sort(([, a], [, b]) => b - a);
  for (const [name, size] of sizes) process.stdout.write(`${String(Math.ceil(size / 1024)).padStart(7)} kB  ${name}\n`);
}
