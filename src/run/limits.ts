import type { Finding } from '../finding.js';
import type { Limits } from '../llm/ledger.js';
import { priceOf, type Price } from '../llm/prices.js';
import type { Project } from '../project/project.js';
import type { Report } from '../report.js';

/** Where no price bounds the cost, tokens do (DESIGN section 6). */
const tokensWithoutPrice = 5_000_000;

export interface EffectiveLimits {
  /** Of this run, in which the month's limit is already taken in. */
  readonly limits: Limits;
  /** The month's limit is spent: nothing may start. */
  readonly monthSpent: boolean;
  readonly findings: readonly Finding[];
}

/** What may be spent now: the run's limits, what is left of the month, and tokens where a price is not known. */
export function effectiveLimits(project: Project, given: Report['budget']['limits'], spentThisMonth: number, models: readonly { readonly role: string; readonly model: string }[], ownPrices: Readonly<Record<string, Price>>): EffectiveLimits {
  const findings: Finding[] = [];
  const unpriced = models.filter(({ model }) => priceOf(model, ownPrices) === undefined);
  const tokens = given.tokens > 0 ? given.tokens : unpriced.length > 0 && given.tokens < 0 ? tokensWithoutPrice : 0;
  for (const { role, model } of unpriced) {
    findings.push({
      severity: 'warning', code: 'price-unknown', ...project.place('llm', 'models', role), message: `the price of ${model} is not known, so that what it costs is not either; ${tokens > 0 ? `${tokens.toLocaleString('en-US')} tokens are the limit` : 'nothing limits it'}`,
      fix: `add prices: {${model}: {input: …, output: …}} to ktx-ci.yaml, in USD per million tokens`,
    });
  }
  const left = given.usdPerMonth > 0 ? given.usdPerMonth - spentThisMonth : Infinity;
  const usd = Math.min(given.usd > 0 ? given.usd : Infinity, left);
  if (!Number.isFinite(usd) && tokens === 0 && given.steps === 0) {
    findings.push({ severity: 'notice', code: 'budget-unlimited', message: 'budget.usd is 0, which means no limit: nothing bounds what this run may cost', fix: 'set budget.usd or budget.usdPerMonth, or budget.tokens' });
  }
  return { limits: { usd: Number.isFinite(usd) ? Math.max(usd, 0) : 0, tokens, steps: given.steps }, monthSpent: left <= 0, findings };
}
