import { isBetter, type Rank } from "#core/solve/plan/worth.ts";
import type { Answer } from "./solving.ts";

/** Of a short search that two carry out, who asked hears as of one: nothing is told that is no better than what was told before. */

/** Tells only what is better than what was told before. */
export function tellingNews(tell: (answer: Answer) => void): (answer: Answer) => void {
  const told: { progress?: Rank; best?: Rank } = {};
  const isNews = (kind: keyof typeof told, rank: Rank): boolean => {
    const before = told[kind];
    if (before && !isBetter(rank, before)) return false;
    told[kind] = rank;
    return true;
  };
  return (answer) => {
    if (answer.kind === "progress" && !isNews("progress", answer.progress.rank)) return;
    if (answer.kind === "best" && !isNews("best", answer.plan.rank)) return;
    tell(answer);
  };
}

type Plan = Extract<Answer, { kind: "proposal" }>;

interface Together {
  /** The first has ended: the other need not go on. */
  isOver(): void;
  /** The other has not begun: what the first proposes is proposed. */
  isAlone(): boolean;
}

/** One proposal, when both have theirs, or the first alone. */
export function asOne(tell: (answer: Answer) => void, { isOver, isAlone }: Together) {
  let plans: readonly Plan[] = [];
  let isTold = false;
  return (isFirst: boolean) => (answer: Answer) => {
    if (isTold) return;
    if (answer.kind !== "proposal") return tell(answer);
    if (isFirst) isOver();
    plans = [...plans, answer];
    isTold = plans.length === 2 || isAlone();
    if (isTold) tell(plans.reduce(better));
  };
}

function better(a: Plan, b: Plan): Plan {
  const atS = Math.max(a.atS, b.atS);
  const isSecond = b.proposal !== null && (a.proposal === null || isBetter(b.proposal.rank, a.proposal.rank));
  return { ...(isSecond ? b : a), atS };
}
