// npm run demo: one night on examples/shop, from dist/ as it is committed. Its environment holds no credential, it opens
// no connection, and it writes only into the git-ignored examples/shop/.ktx/ci.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { node24 } from './node24.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shop = join(root, 'examples', 'shop');
const nights = join(shop, '.ktx', 'ci');

/** The first number that no earlier demo took. */
function freshFolder() {
  mkdirSync(nights, { recursive: true });
  const taken = new Set(readdirSync(nights));
  let number = 1;
  while (taken.has(`demo-${number}`)) number += 1;
  return join(nights, `demo-${number}`);
}

/** What a process needs to start, and nothing that could be a secret. */
function cleanEnvironment() {
  const names = ['PATH', 'HOME', 'LANG', 'TERM', 'NO_COLOR', 'TMPDIR', 'SYSTEMROOT', 'USERPROFILE', 'TEMP'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}

function main() {
  const out = freshFolder();
  const env = cleanEnvironment();
  const cli = spawnSync(node24(), [join(root, 'dist', 'cli.js'), 'ingest', '--project-dir', shop, '--out', out], { cwd: root, env, stdio: 'inherit' });
  if (cli.status !== 0) return cli.status ?? 1;
  const patch = join(out, 'context.patch');
  if (statSync(patch).size === 0) {
    process.stdout.write('\nThe context is up to date: the patch is empty.\n');
    return 0;
  }
  const shown = relative(process.cwd(), patch) || patch;
  const git = spawnSync('git', ['apply', '--check', patch], { cwd: root, env, encoding: 'utf8' });
  if (git.error) process.stdout.write('\ngit is not here, so the patch was not tried\n');
  else if (git.status !== 0) {
    process.stderr.write(`\ngit apply refuses the patch:\n${git.stderr}`);
    return 1;
  } else process.stdout.write(`\ngit takes the patch. Look at it:  git apply --stat ${shown}\n`);
  process.stdout.write(`Read the report in a browser:     ${relative(process.cwd(), join(out, 'report.html'))}\n`);
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
