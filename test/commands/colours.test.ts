import { expect, test } from '@jest/globals';
import { main } from '../../src/commands/main.js';
import { ProjectFolder } from '../project-folder.js';

const escape = '\u001b[';

test.each([['status'], ['check']])('%s colours what goes to a terminal, and no file', async (command) => {
  using folder = new ProjectFolder({ 'ktx.yaml': 'connections:\n  w:\n    driver: sqlite\n    path: lost.sqlite\n' });
  const printed = async (out: boolean, err: boolean, environment: Record<string, string> = {}): Promise<string> => {
    const text: string[] = [];
    await main([command], { cwd: folder.root, environment, stdout: { isTTY: out, write: (part: string) => text.push(part) }, stderr: { isTTY: err, write: () => true } });
    return text.join('');
  };
  expect(await printed(true, false)).toContain(escape);
  expect(await printed(false, true)).not.toContain(escape);
  expect(await printed(true, true, { NO_COLOR: '1' })).not.toContain(escape);
});
