import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Ledger, type Account, type Reservation } from '../../src/llm/ledger.js';
import { tokensOf } from '../../src/llm/usage.js';
import { unlimited } from './opened.js';

const usage = (tokens: number, usd: number): { inputTokens: number; cachedInputTokens: number; outputTokens: number; usd: number; estimated: boolean } => ({ inputTokens: tokens, cachedInputTokens: 0, outputTokens: 0, usd, estimated: false });

describe('the ledger', () => {
  test('no interleaving of requests gets past a limit, and nothing stays reserved', () => {
    const action = fc.record({ kind: fc.constantFrom('reserve', 'charge', 'chargeReserved', 'release', 'twice'), unit: fc.nat(2), tokens: fc.nat(400), share: fc.double({ min: 0, max: 1, noNaN: true }), at: fc.nat(1000) });
    fc.assert(fc.property(fc.array(action, { maxLength: 120 }), fc.nat(2000), fc.nat(1500), (actions, runTokens, unitTokens) => {
      const price = 0.0001;
      const limits = { usd: runTokens * price * 0.9, tokens: runTokens, steps: 0 };
      const ledger = new Ledger(limits);
      const accounts = [0, 1, 2].map((id) => ledger.open(String(id), { usd: 0, tokens: unitTokens, steps: 0 }));
      const open: { reservation: Reservation; tokens: number; account: Account }[] = [];
      for (const { kind, unit, tokens, share, at } of actions) {
        const account = accounts[unit]!;
        if (kind === 'reserve') {
          const amount = { tokens, usd: tokens * price };
          const fits = account.fits(amount);
          const reserved = account.reserve(amount);
          expect(reserved.ok).toBe(fits);
          if (reserved.ok) open.push({ reservation: reserved.reservation, tokens, account });
        } else if (open.length > 0) {
          const [one] = open.splice(at % open.length, 1);
          const used = Math.floor(one!.tokens * share);
          if (kind === 'release') one!.reservation.release();
          else if (kind === 'chargeReserved') one!.reservation.chargeReserved(one!.tokens, 0);
          else one!.reservation.charge(usage(used, used * price));
          // Ended is ended.
          if (kind === 'twice') one!.reservation.charge(usage(1e9, 1e9));
        }
        if (limits.tokens > 0) expect(tokensOf(ledger.spent)).toBeLessThanOrEqual(limits.tokens);
        if (limits.usd > 0) expect(ledger.spent.usd).toBeLessThanOrEqual(limits.usd + 1e-6);
        if (unitTokens > 0) for (const { usage: own } of accounts) expect(tokensOf(own)).toBeLessThanOrEqual(unitTokens);
      }
      for (const { reservation } of open) reservation.release();
      expect(accounts.reduce((sum, one) => sum + tokensOf(one.usage), 0)).toBe(tokensOf(ledger.spent));
      for (const account of accounts) {
        const left = Math.min(limits.tokens === 0 ? 1e6 : limits.tokens - tokensOf(ledger.spent), unitTokens === 0 ? 1e6 : unitTokens - tokensOf(account.usage));
        expect(account.fits({ tokens: left, usd: 0 })).toBe(true);
        expect(account.fits({ tokens: left + 1, usd: 0 })).toBe(limits.tokens === 0 && unitTokens === 0);
      }
    }), { numRuns: 300 });
  });

  test('says which limit stands in the way, and whose', () => {
    const ledger = new Ledger({ usd: 1, tokens: 1000, steps: 3 });
    const account = ledger.open('a', { usd: 0.5, tokens: 2000, steps: 2 });
    expect(account.reserve({ usd: 0.6, tokens: 10 })).toEqual({ ok: false, stop: { reason: 'cost-budget', of: 'unit' } });
    expect(account.reserve({ usd: 0.1, tokens: 1001 })).toEqual({ ok: false, stop: { reason: 'token-budget', of: 'run' } });
    expect([account.stepsLeft(), account.stepStop()]).toEqual([2, null]);
    account.step();
    account.step();
    expect([account.stepsLeft(), account.stepStop()]).toEqual([0, { reason: 'step-budget', of: 'unit' }]);
    const other = ledger.open('b', unlimited);
    other.step();
    expect([other.stepsLeft(), other.stepStop(), ledger.steps]).toEqual([0, { reason: 'step-budget', of: 'run' }, 3]);
    expect(ledger.blocks({ usd: 0, tokens: 0, steps: 1 })).toBe('step-budget');
  });

  test('a unit starts only if the allowances of those that run fit beside it', () => {
    const ledger = new Ledger({ usd: 0, tokens: 1000, steps: 0 });
    const first = ledger.open('a', { usd: 0, tokens: 600, steps: 0 });
    expect(ledger.blocks({ usd: 0, tokens: 500, steps: 0 })).toBe('token-budget');
    const reserved = first.reserve({ usd: 0, tokens: 300 });
    if (reserved.ok) reserved.reservation.charge(usage(200, 0));
    expect(ledger.blocks({ usd: 0, tokens: 500, steps: 0 })).toBe('token-budget');
    first.close();
    expect(ledger.blocks({ usd: 0, tokens: 800, steps: 0 })).toBeNull();
    expect(ledger.blocks({ usd: 0, tokens: 801, steps: 0 })).toBe('token-budget');
  });
});
