/* eslint-disable no-template-curly-in-string -- what a workflow fills in stands in it as it is */
import type { SetupAnswers } from '../project/setup-edits.js';

/** A first workflow with the least that it needs: it reads the repository and uploads one artifact. */
export function workflowText({ backend }: SetupAnswers): string {
  const inputs: Readonly<Partial<Record<SetupAnswers['backend'], readonly string[]>>> = {
    'anthropic': ['anthropic-api-key: ${{ secrets.ANTHROPIC_API_KEY }}'], 'claude-code': ['anthropic-api-key: ${{ secrets.ANTHROPIC_API_KEY }}'], 'codex': ['openai-api-key: ${{ secrets.OPENAI_API_KEY }}'],
    'gateway': ['secrets: |', '  AI_GATEWAY_API_KEY=${{ secrets.AI_GATEWAY_API_KEY }}'],
  };
  const lines = [...(inputs[backend] ?? []), ...(backend === 'none' ? [] : ['max-usd: 2', 'max-usd-month: 25'])];
  return `# Every night: what changed in the sources, as a patch in the artifact. On a pull request: is the committed context right?
name: context
on:
  schedule:
    - cron: '17 3 * * *'
  workflow_dispatch:
  pull_request:
permissions:
  contents: read
concurrency:
  group: context-\${{ github.ref }}
jobs:
  context:
    runs-on: ubuntu-latest
    timeout-minutes: 75
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: OWNER/ktx-ci@VERSION # pin it, and every action, to a commit
${lines.length === 0 ? '' : `        with:\n${lines.map((line) => `          ${line}\n`).join('')}`}`;
}
