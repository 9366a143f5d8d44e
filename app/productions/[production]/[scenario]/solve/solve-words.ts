import { capital, count, doneAt, duration } from "#core/base/format.ts";
import { TIERS } from "#core/model/scene.ts";
import type { ProposalProgress } from "#core/solve/propose.ts";
import type { Asks, Judged, Solve, SolveLine } from "#server/db/solves.ts";
import type { SolveView } from "#server/solves/watch.ts";
import { inHandText, tellsNumber } from "#ui/verdict.tsx";
import type { MoveCounts } from "./proposal-effect.ts";

/** What a search says of itself, in words. */

export const signed = (n: number): string =>
  n === 0 ? "0" : `${n > 0 ? "+" : "−"}${Math.abs(n).toLocaleString("en", { maximumFractionDigits: 1 })}`;

/** `1,234`, `−5` */
export const whole = (n: number): string => Math.round(n).toLocaleString("en").replace("-", "−");

/** What a plan costs is points of its own: of what is left out and of what the soft rules ask. A plan with everything in and nothing to wish for costs none. */
export const COST = "cost, less is better";
export const costText = (points: number): string =>
  `${Math.round(Math.abs(points)).toLocaleString("en")} points`;

/** What is known of plans that nobody has found. A share is rounded up: less may be promised, never more. */
export function gapText({ gap, isOptimal }: Pick<ProposalProgress, "gap" | "isOptimal">): string {
  if (isOptimal) return "Proved optimal: no plan is better.";
  if (gap === null) return "How much better a plan could be is not proved.";
  return `At most ${(Math.ceil(Math.round(gap * 1e6) / 1e3) / 10).toFixed(1)} % better is possible.`;
}

/** What became of a proposal, by whom and when; whether the plan still has it. */
export function outcomeText({
  outcome,
  outcomeByName,
  outcomeAt,
}: Pick<Solve, "outcome" | "outcomeByName" | "outcomeAt">): string {
  const [what = "", isTakenBack] = outcome.split(", then ");
  const when = outcomeAt === null ? "" : `, ${doneAt(outcomeAt)} GMT`;
  const said = `${capital(what)} by ${outcomeByName}${when}`;
  return isTakenBack ? `${said}; taken back since: the plan no longer has it.` : `${said}.`;
}

/** What a search that has not begun waits for. */
export const waitingText = ({ ahead }: Pick<SolveView, "ahead">): string =>
  ahead === 0 ? "Starting…" : `Waiting for its turn: ${count(ahead, "other")} asked for before…`;

/** What is being worked out where it stands in the way of something else, and how far it is. */
export function busyText(
  asks: Asks,
  {
    state,
    prices,
    progress,
    isStopAsked,
  }: Pick<SolveView, "state" | "prices" | "isStopAsked"> & {
    readonly progress: readonly Pick<SolveView["progress"][number], "atS">[];
  },
): string {
  const what = asks === "plan" ? "A plan" : "What things are worth";
  if (isStopAsked)
    return `${what} is being ended with ${asks === "plan" ? "the best so far" : "what there is"}…`;
  if (state === "waiting") return `${what} is asked for and waits to be worked out.`;
  const far =
    asks === "plan"
      ? progress.length > 0
        ? `: ${count(Math.floor(progress.at(-1)?.atS ?? 0), "second")} by now`
        : ""
      : prices && prices.of > 0
        ? `: ${prices.found} of ${count(prices.of, "plan")} found`
        : "";
  return `${what} is being worked out${far}.`;
}

/** What became of a search whose process was ended before its time. Null where none was. */
export function lostText({
  lost,
  state,
  seconds,
}: Pick<SolveView, "lost" | "state" | "seconds">): string | null {
  if (!lost) return null;
  const gone = "What worked on this was ended before its time";
  if (state === "waiting") return `${gone}. It waits to be taken up again.`;
  if (lost.known > 0)
    return `${gone}: it was taken up again, from the ${count(lost.known, "plan")} found by then.`;
  if (lost.atS === 0) return `${gone}, and left nothing to go on from: it was begun anew.`;
  const from = `${gone}: it was taken up again after ${Math.round(lost.atS)} s, from the best plan by then`;
  return state === "running"
    ? `${from}, for the ${Math.round(seconds - lost.atS)} s that are left.`
    : `${from}.`;
}

/** What the share of `gapText` is a share of; see `stakeOf`. Null where no share is told. */
export function gapHelp({
  gap,
  isOptimal,
  bound,
  points,
}: Pick<ProposalProgress, "gap" | "isOptimal" | "bound"> & { readonly points: number }): string | null {
  if (gap === null || bound === null || isOptimal) return null;
  return `Any other plan could save at most ${costText(Math.ceil(bound - points))} of its cost; the share is of what all set-ups that look for a place are worth.`;
}

export const mustsText = (mustsMissingMin: number): string =>
  mustsMissingMin === 0
    ? "Every must set-up has a place."
    : `Must set-ups of ${duration(mustsMissingMin)} have no place.`;

/** How many strips come, go and move: `In 8, out 2, moved 25 of 60: 10 to another day, 15 within their day.` */
export function movesText({ standing, placed, returned, toAnotherDay, withinDay }: MoveCounts): string {
  const moved = toAnotherDay + withinDay;
  const how =
    moved === 0
      ? "no strip moves"
      : [
          `${moved} of the ${standing} that stand ${moved === 1 ? "moves" : "move"}`,
          [
            ...(toAnotherDay > 0 ? [`${toAnotherDay} to another day`] : []),
            ...(withinDay > 0 ? [`${withinDay} within ${withinDay === 1 ? "its" : "their"} day`] : []),
          ].join(", "),
        ].join(": ");
  return `${count(placed, "strip")} in, ${returned} out, ${how}.`;
}

/** What a plan holds and costs, in a line: `Must 40 of 40, should 38 of 38; costs 1,234 points.` */
export function foundText({ setUpsIn, points }: Pick<SolveLine, "setUpsIn" | "points">): string {
  if (!setUpsIn || points === null) return "";
  const tiers = tierLines(setUpsIn).map(({ tier, in: placed, of }) => `${tier} ${placed} of ${of}`);
  return capital(`${tiers.join(", ") || "nothing to place"}; costs ${costText(points)}.`);
}

/** How it is judged, and the plan that it was searched from: `59 min in hand, 45 min in hand before.` Empty where that is not known. */
export function judgedText({ judged }: Pick<SolveLine, "judged">): string {
  if (!judged) return "";
  const said = ({ verdict, inHand }: Judged) =>
    tellsNumber(verdict, inHand) ? inHandText(inHand, verdict) : "does not fit";
  const [before, after] = [said(judged.before), said(judged.after)];
  return capital(`${after}, ${after === before ? "as" : before} before.`);
}

export const tierLines = (setUps: ProposalProgress["setUpsIn"]) =>
  TIERS.map((tier) => ({ tier, ...setUps[tier] })).filter(({ of }) => of > 0);
