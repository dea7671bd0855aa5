import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { main } from '../../src/commands/main.js';
import { loadProject } from '../../src/project/project.js';
import { ProjectFolder } from '../project-folder.js';

const config = `# ours, ask before you change it
connections:
  warehouse:   {driver: sqlite,  path: shop.sqlite}   # nightly copy
llm:
    provider:
        backend: none    # until the works council agrees
        anthropic: {api_key: "env:TEAM_KEY"}
    models: {}
future_key: kept
`;

async function ask(folder: ProjectFolder, answers: readonly string[], ...args: string[]): Promise<{ code: number; questions: string[] }> {
  const [left, questions] = [[...answers], [] as string[]];
  const sink = { write: () => true };
  const code = await main(['setup', ...args], {
    cwd: folder.root, environment: {}, stdout: sink, stderr: sink,
    ask: (question) => {
      questions.push(question);
      return Promise.resolve(left.shift() ?? '');
    },
  });
  return { code, questions };
}

describe('setup', () => {
  test('edits ktx.yaml in place: only the backend and the model change', async () => {
    using folder = new ProjectFolder({ 'ktx.yaml': config });
    const { code, err } = await folder.ktx('setup', '--llm-backend', 'anthropic', '--llm-model', 'claude-haiku-4-5', '--no-input');
    expect(code).toBe(0);
    expect(err).toContain('wrote    ktx.yaml');
    const after = folder.read('ktx.yaml');
    const kept = config.split('\n').filter((line) => !/backend|models/.test(line));
    for (const line of kept) expect(after).toContain(line);
    expect(after).toContain('backend: anthropic    # until the works council agrees');
    expect(parse(after)).toMatchObject({ llm: { provider: { backend: 'anthropic', anthropic: { api_key: 'env:TEAM_KEY' } }, models: { default: 'claude-haiku-4-5' } }, future_key: 'kept' });
    const again = await folder.ktx('setup', '--llm-backend', 'anthropic', '--llm-model', 'claude-haiku-4-5', '--no-input');
    expect(again.err).toContain('nothing to change');
    expect(folder.read('ktx.yaml')).toBe(after);
  });

  test.each([
    ['anthropic', 'claude-sonnet-4-6', []], ['codex', 'gpt-5.5', []], ['claude-code', 'claude-sonnet-4-6', []], ['gateway', 'anthropic/claude-sonnet-4.6', []], ['vertex', 'claude-sonnet-4-6', ['--vertex-location', 'us-east5']],
    ['openai-compatible', 'qwen3', ['--llm-model', 'qwen3', '--llm-base-url', 'http://127.0.0.1:11434/v1']],
  ] as const)('%s is a project that loads, with a model to start with', async (backend, model, flags) => {
    using folder = new ProjectFolder({ 'dbt_project.yml': 'name: x\n' });
    expect((await folder.ktx('setup', '--llm-backend', backend, ...flags, '--no-input')).code).toBe(0);
    const loaded = loadProject({ cwd: folder.root, environment: {}, bareDbt: false });
    expect(loaded.ok && [loaded.project.config.llm.provider.backend, loaded.project.config.llm.models.default, loaded.project.connections.length]).toEqual([backend, model, 1]);
  });

  test.each([
    [['--llm-backend', 'antropic'], 'did you mean anthropic?'], [[], 'name one with --llm-backend'], [['--llm-backend', 'vertex'], '--vertex-location'], [['--llm-backend', 'openai-compatible', '--llm-model', 'm'], '--llm-base-url'], [['--llm-backend', 'openai-compatible'], '--llm-model'],
  ])('%j is refused with what to do, and nothing is written', async (flags, fix) => {
    using folder = new ProjectFolder({ 'ktx.yaml': config });
    const { code, err } = await folder.ktx('setup', ...flags, '--no-input');
    expect([code, folder.read('ktx.yaml')]).toEqual([2, config]);
    expect(err).toContain(fix);
  });

  test('a broken ktx.yaml is left as it is', async () => {
    using folder = new ProjectFolder({ 'ktx.yaml': 'llm: [\n' });
    const { code, err } = await folder.ktx('setup', '--llm-backend', 'none');
    expect([code, folder.read('ktx.yaml')]).toEqual([2, 'llm: [\n']);
    expect(err).toContain('ktx.yaml:');
  });

  test('asks on a terminal, proposes, and asks nothing that a flag says', async () => {
    using folder = new ProjectFolder({ 'ktx.yaml': config });
    const first = await ask(folder, ['vertex', '', 'global']);
    expect(first.code).toBe(0);
    expect(first.questions).toHaveLength(3);
    expect(parse(folder.read('ktx.yaml'))).toMatchObject({ llm: { provider: { backend: 'vertex', vertex: { location: 'global' } }, models: { default: 'claude-sonnet-4-6' } } });
    expect((await ask(folder, [], '--llm-backend', 'none')).questions).toEqual([]);
  });

  test('writes a workflow once, with the secret of the backend and a limit', async () => {
    using folder = new ProjectFolder({ 'ktx.yaml': config });
    await folder.ktx('setup', '--llm-backend', 'codex', '--workflow', '--no-input');
    const workflow = folder.read('.github/workflows/ktx-ci.yml');
    expect(parse(workflow)).toMatchObject({ permissions: { contents: 'read' } });
    expect(workflow).toContain('openai-api-key: ${{ secrets.OPENAI_API_KEY }}');
    folder.write('.github/workflows/ktx-ci.yml', 'mine\n');
    await folder.ktx('setup', '--llm-backend', 'none', '--workflow', '--no-input');
    expect(folder.read('.github/workflows/ktx-ci.yml')).toBe('mine\n');
  });
});
