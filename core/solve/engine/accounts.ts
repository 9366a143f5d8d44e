import type { Plan } from "./plan.ts";
import type { Problem } from "./problem.ts";

/** What the plan spends from each account on each day, and whether it may. */
export function accountsOf(p: Problem, { held, count, option, level, spent }: Plan) {
  const { days, levels, longest, accounts } = p;

  /** Books what the items of a sequence spend, or takes it back. */
  const spend = (sequence: number, sign: 1 | -1): void => {
    if (accounts === 0) return;
    const day = sequence % days;
    const base = sequence * longest;
    for (let j = 0; j < (count[sequence] as number); j++) {
      const item = held[base + j] as number;
      const v = (option[item] as number) * levels + (level[item] as number);
      for (let k = p.spendFrom[v] as number; k < (p.spendFrom[v + 1] as number); k++) {
        const cell = (p.spendAccount[k] as number) * days + day;
        spent[cell] = (spent[cell] as number) + sign * (p.spendAmount[k] as number);
      }
    }
  };

  /** Whether an account may come to `amount` on a day, the other days being as they are. */
  const mayBe = (account: number, day: number, amount: number): boolean => {
    if (amount > (p.dayLimit[account * days + day] as number)) return false;
    for (const limit of p.longLimits) {
      if (limit.account !== account || day < limit.from || day > limit.to) continue;
      let sum = amount;
      for (let d = limit.from; d <= limit.to; d++) if (d !== day) sum += spent[account * days + d] as number;
      if (sum > limit.most) return false;
    }
    return true;
  };
  const keepsLimits = (day: number): boolean => {
    for (let a = 0; a < accounts; a++) if (!mayBe(a, day, spent[a * days + day] as number)) return false;
    return true;
  };

  return { spend, mayBe, keepsLimits };
}
