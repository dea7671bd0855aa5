import { describe, expect, test } from '@jest/globals';
import { validate } from 'dockerfile-utils';
import { readFileSync } from 'node:fs';

const read = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
const dockerfile = read('Dockerfile');

/** Instructions with their lines joined, in order. */
const instructions = dockerfile.replace(/^\s*#.*\n/gm, '').replace(/\\\n/g, ' ').split('\n').map((line) => line.trim().replace(/\s+/g, ' ')).filter((line) => line !== '');
const of = (keyword: string): string[] => instructions.filter((line) => line.startsWith(`${keyword} `)).map((line) => line.slice(keyword.length + 1));

describe('the Dockerfile', () => {
  test('is valid', () => {
    expect(validate(dockerfile).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  test('takes its base from one argument, with a version', () => {
    expect(of('ARG')[0]).toMatch(/^NODE_IMAGE=node:24-\S+$/);
    expect(of('FROM').every((base) => base.startsWith('${NODE_IMAGE}'))).toBe(true);
    expect(dockerfile).not.toMatch(/:latest/);
  });

  test('runs as a user that is not root, named by number', () => {
    const last = instructions.lastIndexOf(`FROM ${of('FROM').at(-1) ?? ''}`);
    const user = instructions.slice(last).filter((line) => line.startsWith('USER '));
    expect(user).toHaveLength(1);
    expect(user[0]).toMatch(/^USER [1-9]\d*:[1-9]\d*$/);
    expect(instructions.slice(instructions.indexOf(user[0]!)).some((line) => line.startsWith('RUN '))).toBe(false);
  });

  test('adds nothing from the network but packages of the base, and installs nothing from npm', () => {
    expect(of('ADD')).toEqual([]);
    for (const run of of('RUN')) expect(run).not.toMatch(/curl|wget|npm|npx|pip|https?:/);
    for (const run of of('RUN').filter((one) => one.includes('apt-get'))) {
      expect(run).toContain('--no-install-recommends');
      expect(run).toContain('rm -rf /var/lib/apt/lists');
    }
  });

  test('what it copies belongs to root, and no secret is an argument or variable', () => {
    for (const copy of of('COPY').filter((one) => one.includes('--from='))) expect(copy).toContain('--chown=0:0');
    for (const line of [...of('ARG'), ...of('ENV')]) expect(line).not.toMatch(/key|token|secret|password/i);
  });

  test('starts the command itself, so that signals reach it', () => {
    expect(of('ENTRYPOINT')).toEqual(['["node", "/opt/ktx-ci/bin/ktx-ci.mjs"]']);
    expect(JSON.parse(of('CMD')[0]!)).toEqual(['--help']);
  });

  test('carries the version of the package', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(of('ARG')).toContain(`VERSION=${version}`);
  });

  test('its context holds only what it copies', () => {
    const [all, ...kept] = read('.dockerignore').trim().split('\n');
    expect(all).toBe('*');
    expect(kept.every((line) => line.startsWith('!'))).toBe(true);
    const copied = of('COPY').filter((copy) => !copy.includes('--from=')).flatMap((copy) => copy.split(' ').slice(0, -1)).map((name) => name.replace(/[*/]+$/, ''));
    expect(kept.map((line) => line.slice(1)).sort()).toEqual(copied.sort());
  });
});
