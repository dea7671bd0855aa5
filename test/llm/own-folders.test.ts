import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openOwnFolder, removeOrphans } from '../../src/llm/own-folders.js';
import { temporaryFolder } from '../temporary-folder.js';

const temporary = temporaryFolder('orphans');

const namespace = process.platform === 'linux' ? /\d+/.exec(readlinkSync('/proc/self/ns/pid'))![0] : '0';
/** A process that has ended. */
const dead = String(spawnSync(process.execPath, ['-e', '']).pid);

test('its name says whose it is', async () => {
  for (const kind of ['', 'codex']) {
    const folder = await openOwnFolder(kind);
    expect(basename(folder.path)).toMatch(new RegExp(`^ktx-ci-agent-${process.pid}-${kind === '' ? '' : 'codex-'}${namespace}-.{6}$`));
    expect(readdirSync(folder.path)).toEqual([]);
    await folder.remove();
    expect(existsSync(folder.path)).toBe(false);
  }
});

test('folders of dead processes are removed, and nothing else', async () => {
  const at = (name: string): string => join(temporary, name);
  const folder = (name: string): string => {
    mkdirSync(join(at(name), 'home'), { recursive: true });
    writeFileSync(join(at(name), 'home', 'file'), 'x');
    return name;
  };
  const orphans = [folder(`ktx-ci-agent-${dead}-${namespace}-aaaaaa`), folder(`ktx-ci-agent-${dead}-codex-${namespace}-aaaaaa`)];
  const others = [
    folder(`ktx-ci-agent-${process.pid}-${namespace}-aaaaaa`), folder(`ktx-ci-agent-1-${namespace}-aaaaaa`), folder(`ktx-ci-agent-${dead}-${namespace}1-aaaaaa`), folder(`ktx-ci-agent-${dead}-aaaaaa`),
    folder(`ktx-ci-agent-${dead}-${namespace}-aaaaaa.bak`), folder('ktx-ci-agent-x'), folder('precious'),
  ];
  const [link, file] = [`ktx-ci-agent-${dead}-${namespace}-bbbbbb`, `ktx-ci-agent-${dead}-${namespace}-cccccc`];
  symlinkSync(at('precious'), at(link));
  writeFileSync(at(file), '');
  // what an agent may have put into its folder
  symlinkSync(at('precious'), join(at(orphans[0]!), 'link'));
  if (process.getuid?.() === 0) {
    others.push(folder(`ktx-ci-agent-${dead}-${namespace}-dddddd`));
    chownSync(at(others.at(-1)!), 12_345, 12_345);
  }
  await removeOrphans(temporary);
  expect(readdirSync(temporary).sort()).toEqual([...others, link, file].sort());
  expect(existsSync(join(at('precious'), 'home', 'file'))).toBe(true);
  await removeOrphans(join(temporary, 'nowhere'));
});
