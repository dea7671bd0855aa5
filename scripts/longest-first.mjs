import Sequencer from '@jest/test-sequencer';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The tests that take longest begin first, so that none of them is alone at the end; also where none was ever measured. */

const tests = join(dirname(dirname(fileURLToPath(import.meta.url))), 'lib', 'test');

/** Longest first; each of the others takes less than twenty seconds by itself on two cores. */
const longest = [
  'run/judge-kill', 'run/claude-code-faults', 'run/judge-faults', 'run/agent-faults', 'run/codex-faults', 'run/hostile', 'e2e/action', 'llm/claude-code', 'llm/claude-contract', 'injection/injection', 'run/resume',
].map((name) => join(tests, `${name}.test.js`));

const gone = longest.find((path) => !existsSync(path));
if (gone !== undefined) throw new Error(`${gone} is among the longest tests, and is not there`);

const placeOf = ({ path }) => (longest.includes(path) ? longest.indexOf(path) : longest.length);

export default class LongestFirst extends Sequencer {
  sort(all) {
    return [...super.sort(all)].sort((one, other) => placeOf(one) - placeOf(other));
  }
}
