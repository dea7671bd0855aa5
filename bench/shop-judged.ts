import { cpSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { main } from '../src/commands/main.js';
import { startMessagesApi } from '../test/fakes/messages-api.js';
import { removeFolder, temporaryFolder } from '../test/temporary-folder.js';
import { judgedShop, shopBrain } from './shop-model.js';

/**
 * node bench/bench.mjs shop-judged: a judged night on a copy of examples/shop with a scripted model, as a terminal shows it. The
 * output folder stays, in the git-ignored examples/shop/.ktx/ci.
 */

const nights = join('examples', 'shop', '.ktx', 'ci');
let number = 1;
while (existsSync(join(nights, `judged-${number}`))) number += 1;
const out = resolve(nights, `judged-${number}`);

const api = await startMessagesApi({ brain: shopBrain, latencyMs: 200 });
const parent = temporaryFolder('shop-judged');
try {
  using folder = judgedShop(api.url);
  // a project is called as its folder
  const project = join(parent, 'shop');
  cpSync(folder.root, project, { recursive: true });
  const terminal = { write: (text: string): void => { process.stdout.write(text); } };
  process.exitCode = await main(['ingest', '--project-dir', project, '--out', out, '--concurrency', '4'], {
    cwd: process.cwd(), environment: { PATH: process.env['PATH'], ...folder.environment }, stdout: terminal, stderr: terminal,
  });
} finally {
  removeFolder(parent);
  await api.close();
}
console.log(`\nThe patch, the report and each unit's conversation: ${join(nights, `judged-${number}`)}`);
for (const violation of api.violations) console.log(`the API would refuse: ${violation}`);
