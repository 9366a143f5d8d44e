import type { Plan } from "./plan.ts";
import type { Problem } from "./problem.ts";

/** What the plan spends from each account on each day, and whether it may. */
export function accountsOf(p: Problem, { held, count, option, level }: Plan) {
  const { days, levels, longest, accounts } = p;
  const spent = new Int32Array(accounts * days);
  const most = Float64Array.from(p.longLimits, (limit) => limit.most);
  /** By limit over several days, what is spent on all of them. */
  const longSpent = new Float64Array(most.length);
  // Those of an account that run over a day (account × days + day).
  const longFrom = new Int32Array(accounts * days + 1);
  const longAt: number[] = [];
  for (let cell = 0; cell < accounts * days; cell++) {
    const [account, day] = [Math.floor(cell / days), cell % days];
    for (const [l, limit] of p.longLimits.entries())
      if (limit.account === account && limit.from <= day && day <= limit.to) longAt.push(l);
    longFrom[cell + 1] = longAt.length;
  }
  const long = Int32Array.from(longAt);

  /** Books what the items of a sequence from a position on spend, or takes it back. */
  const spend = (sequence: number, from: number, sign: 1 | -1): void => {
    if (accounts === 0) return;
    const day = sequence % days;
    const base = sequence * longest;
    for (let j = from; j < (count[sequence] as number); j++) {
      const item = held[base + j] as number;
      const v = (option[item] as number) * levels + (level[item] as number);
      for (let k = p.spendFrom[v] as number; k < (p.spendFrom[v + 1] as number); k++) {
        const cell = (p.spendAccount[k] as number) * days + day;
        const amount = sign * (p.spendAmount[k] as number);
        spent[cell] = (spent[cell] as number) + amount;
        for (let z = longFrom[cell] as number; z < (longFrom[cell + 1] as number); z++) {
          const l = long[z] as number;
          longSpent[l] = (longSpent[l] as number) + amount;
        }
      }
    }
  };

  /** Whether an account may give so much more on a day, the other days being as they are. */
  const hasLeft = (account: number, day: number, more: number): boolean => {
    const cell = account * days + day;
    if ((spent[cell] as number) + more > (p.dayLimit[cell] as number)) return false;
    for (let z = longFrom[cell] as number; z < (longFrom[cell + 1] as number); z++) {
      const l = long[z] as number;
      if ((longSpent[l] as number) + more > (most[l] as number)) return false;
    }
    return true;
  };
  const keepsLimits = (day: number): boolean => {
    for (let a = 0; a < accounts; a++) if (!hasLeft(a, day, 0)) return false;
    return true;
  };

  return { spend, hasLeft, keepsLimits };
}
