import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Finding } from '../finding.js';
import { backends } from '../project/ktx-schema.js';
import { checkAnswers, proposedModels, setupEdits, type BackendName, type SetupAnswers } from '../project/setup-edits.js';
import { renderFinding } from '../publish/terminal.js';
import { exitCodes } from '../report.js';
import { editYaml } from '../text/yaml-edit.js';
import { colours, type CommonOptions, type Terminal } from './main.js';
import { workflowText } from './setup-workflow.js';

interface SetupOptions extends CommonOptions {
  readonly llmBackend?: string;
  readonly llmModel?: string;
  readonly llmBaseUrl?: string;
  readonly vertexLocation?: string;
  readonly workflow?: boolean;
  readonly input?: boolean;
}

/** Writes or edits ktx.yaml, and where asked a workflow; everything else in the file stays byte for byte. Returns the exit code. */
export async function setup(given: Record<string, unknown>, terminal: Terminal): Promise<number> {
  const options = given as SetupOptions;
  const colour = colours(terminal, terminal.stderr, options.color === false);
  const refuse = (finding: Finding): number => {
    if (options.json === true) terminal.stdout.write(`${JSON.stringify({ changed: [], findings: [finding] }, null, 2)}\n`);
    terminal.stderr.write(`${renderFinding(finding, colour)}\n`);
    return exitCodes.configuration;
  };
  const asks = options.input !== false && options.json !== true && terminal.ask !== undefined;
  const named = options.llmBackend === undefined && asks ? await ask(terminal, options) : answersOf(options);
  const checked = checkAnswers(named);
  if (!checked.ok) return refuse({ severity: 'error', code: 'usage', message: checked.message, fix: checked.fix });

  const root = resolve(terminal.cwd, options.projectDir ?? terminal.environment['KTX_PROJECT_DIR'] ?? '.');
  const file = join(root, 'ktx.yaml');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : firstFile(root);
  const edited = editYaml(before, setupEdits(checked.answers));
  if (!edited.ok) {
    return refuse({ severity: 'error', code: 'config-syntax', file: 'ktx.yaml', line: edited.problem.line, column: edited.problem.column, message: `ktx.yaml cannot be edited here: ${edited.problem.message}`, fix: 'mend the YAML at this place, or set llm by hand' });
  }
  const changed: string[] = [];
  if (!existsSync(file) || edited.text !== before) {
    writeWhole(file, edited.text);
    changed.push('ktx.yaml');
  }
  const workflow = join(root, '.github', 'workflows', 'ktx-ci.yml');
  if (options.workflow === true && !existsSync(workflow)) {
    mkdirSync(dirname(workflow), { recursive: true });
    writeWhole(workflow, workflowText(checked.answers));
    changed.push('.github/workflows/ktx-ci.yml');
  }
  report(changed, checked.answers, relative(terminal.cwd, root) || '.', options, terminal);
  return exitCodes.ok;
}

function answersOf(options: SetupOptions): Parameters<typeof checkAnswers>[0] {
  const { llmBackend, llmModel, llmBaseUrl, vertexLocation } = options;
  return { ...(llmBackend === undefined ? {} : { backend: llmBackend }), ...(llmModel === undefined ? {} : { model: llmModel }), ...(llmBaseUrl === undefined ? {} : { baseUrl: llmBaseUrl }), ...(vertexLocation === undefined ? {} : { location: vertexLocation }) };
}

async function ask(terminal: Terminal, options: SetupOptions): Promise<Parameters<typeof checkAnswers>[0]> {
  const question = terminal.ask;
  if (!question) return answersOf(options);
  const backend = (await question(`Which model backend? ${backends.join(', ')} [anthropic] `)).trim() || 'anthropic';
  const known = backends.find((name) => name === backend) as BackendName | undefined;
  if (known === undefined || known === 'none') return { backend };
  const proposal = proposedModels[known];
  const model = options.llmModel ?? (await question(`Which model?${proposal === undefined ? '' : ` [${proposal}]`} `));
  const location = known === 'vertex' ? (options.vertexLocation ?? (await question('Which location? [us-east5] '))).trim() || 'us-east5' : undefined;
  const baseUrl = known === 'openai-compatible' ? options.llmBaseUrl ?? (await question('At which address? [http://127.0.0.1:11434/v1] ')).trim() : undefined;
  return { backend, model, ...(location === undefined ? {} : { location }), ...(baseUrl === undefined ? {} : { baseUrl: baseUrl || 'http://127.0.0.1:11434/v1' }) };
}

/** A project that has none yet: a dbt project here is its first connection. */
function firstFile(root: string): string {
  return existsSync(join(root, 'dbt_project.yml')) ? 'connections:\n  dbt:\n    driver: dbt\n    source_dir: .\n' : 'connections: {}\n';
}

/** Beside its place and renamed: never half a file. */
function writeWhole(file: string, text: string): void {
  const partial = `${file}.partial`;
  writeFileSync(partial, text);
  renameSync(partial, file);
}

const secretOf: Readonly<Partial<Record<BackendName, string>>> = { 'anthropic': 'ANTHROPIC_API_KEY', 'claude-code': 'ANTHROPIC_API_KEY', 'codex': 'OPENAI_API_KEY', 'gateway': 'AI_GATEWAY_API_KEY' };

function report(changed: readonly string[], answers: SetupAnswers, root: string, options: SetupOptions, terminal: Terminal): void {
  if (options.json === true) {
    terminal.stdout.write(`${JSON.stringify({ changed, backend: answers.backend, model: answers.model ?? null, findings: [] }, null, 2)}\n`);
    return;
  }
  if (options.quiet === true) return;
  const secret = secretOf[answers.backend];
  const lines = [
    ...changed.map((file) => `wrote    ${root === '.' ? '' : `${root}/`}${file}`),
    ...(changed.length === 0 ? ['nothing to change'] : []),
    `llm      backend ${answers.backend}${answers.model === undefined ? '' : `, model ${answers.model}`}`,
    ...(secret === undefined ? [] : [`secret   ${secret} in the environment, or as a secret of the repository; never in ktx.yaml`]),
    `next     ktx-ci status                       ${answers.backend === 'none' ? 'what could stop a run' : 'asks the model for a word'}`,
    '         ktx-ci ingest --dry-run             what a night would do, and its price',
  ];
  terminal.stderr.write(`${lines.join('\n')}\n`);
}

/** Asks a person on the terminal; undefined where there is none. */
export function asker(input: NodeJS.ReadStream, output: NodeJS.WriteStream): ((question: string) => Promise<string>) | undefined {
  if (!input.isTTY || !output.isTTY) return undefined;
  return async (question) => {
    const lines = createInterface({ input, output });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  };
}
