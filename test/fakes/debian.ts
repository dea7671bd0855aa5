import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDebian } from './containers.js';

/** Run by scripts/test.mjs beside the tests, which have no network: makes the base of containers in the folder that is named. */

const folder = process.argv[2] ?? '';
try {
  makeDebian(folder);
} catch (error) {
  writeFileSync(join(folder, 'failed'), error instanceof Error ? error.message : String(error));
}
