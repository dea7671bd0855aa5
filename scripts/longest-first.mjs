import Sequencer from '@jest/test-sequencer';

/** The files that take longest come first, so that none of them is alone at the end. */

/** Seconds each takes by itself on two cores; what is not here is short. */
const seconds = {
  'run/judge-kill': 152, 'run/claude-code-faults': 143, 'run/judge-faults': 131, 'run/agent-faults': 120, 'run/codex-faults': 101,
};

const lengthOf = ({ path }) => seconds[/lib[\\/]test[\\/](.*)\.test\.js$/.exec(path)?.[1].replaceAll('\\', '/')] ?? 0;

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => lengthOf(other) - lengthOf(one));
  }
}
