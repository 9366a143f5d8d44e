import { clock, count, list, moment, weekdayMonth } from "#core/base/format.ts";
import type { StripId } from "#core/model/ids.ts";
import type { Placement } from "#core/solve/placement.ts";
import type { FewTogether, WhyTogether } from "#core/solve/why/together/together.ts";
import type { PricePart } from "#core/solve/why/ways/price.ts";
import type { WhyNot } from "#core/solve/why/why.ts";

/** What an answer says, in words. */

/** What a way out costs; below 0 the plan comes out better than today, the scene itself not counted. */
export function pointsText(price: number): string {
  const points = Math.round(price);
  const said = `${Math.abs(points).toLocaleString("en")} ${Math.abs(points) === 1 ? "point" : "points"}`;
  return points < 0 ? `${said} gained` : said;
}

/** `60 points: few moves` or, below 0, `12 points back: script order`; of what is asked, what it is. */
export function partText({ rule, points }: PricePart, asked: string): string {
  const said = `${Math.abs(points).toLocaleString("en")} ${Math.abs(points) === 1 ? "point" : "points"}`;
  return `${said}${points < 0 ? " back" : ""}: ${rule ?? asked}`;
}

/** What ended an answer before all was worked out. */
export const cutText = (by: "steps" | "clock"): string =>
  by === "steps"
    ? "Not everything was worked out, nor every way out tried: a longer look takes more steps."
    : "The clock ended it before its steps were taken, on a busy machine as a rule: asked again it may tell more.";

/** So many starts of a way out are told one by one. */
const STARTS = 3;

/** Where the strips of a way out go, the first first. */
export function startsText(placements: readonly Placement[]): string {
  const starts = placements.map(({ startsAt }) => startsAt).sort((a, b) => a - b);
  const [first] = starts;
  return starts.length > STARTS && first !== undefined
    ? `${moment(first)} on, ${count(starts.length, "strip")} placed`
    : list(starts.map(moment));
}

/** So many scenes are named one by one. */
const NAMED = 6;

/** `scenes 4, 7 and 12`, `14 scenes`. */
export const scenesText = (numbers: readonly string[]): string =>
  numbers.length === 1
    ? `scene ${numbers[0]}`
    : numbers.length <= NAMED
      ? `scenes ${list(numbers)}`
      : `${numbers.length} scenes`;

/** The answer in a line: of scenes by their numbers, or `null` of everything that must be shot. */
export function verdictText(is: WhyTogether["is"], scenes: readonly string[] | null): string {
  const what = scenes ? scenesText(scenes) : "everything that must be shot";
  const first = `${what.slice(0, 1).toUpperCase()}${what.slice(1)}`;
  const isSeveral = scenes !== null && scenes.length > 1;
  if (is === "fits") return isSeveral ? `${first} fit together` : `${first} fits`;
  if (is === "open") return `Whether ${what} ${isSeveral ? "fit together" : "fits"} is open`;
  return scenes ? `${first} ${cannotText(scenes)}` : `Not ${what} fits`;
}

/** How that is known; an open answer says so in its notes. `out`: so many have no place at present; `pinned`: so many are not moved. */
export function reasonText(
  { is, strips, most }: Pick<WhyTogether, "is" | "strips" | "most">,
  { out, pinned }: { readonly out: number; readonly pinned: number },
): string | null {
  if (strips.length === 0) return "All of it is pinned where it stands: there is nothing to look for.";
  const all =
    strips.length === 1 ? "the strip" : strips.length === 2 ? "both strips" : `all ${strips.length} strips`;
  const stays =
    pinned > 0 ? ` ${pinned} more ${pinned === 1 ? "stays where it is" : "stay where they are"} pinned.` : "";
  const who = out === strips.length ? "They are" : `${out} of them ${out === 1 ? "is" : "are"}`;
  const today = out > 0 ? ` ${who} out because of where others stand now.` : "";
  if (is === "fits")
    return `A plan of ${all} was found, beside what is pinned or shot, and judged by the whole book.${today}${stays}`;
  return is === "never"
    ? `Of ${count(strips.length, "strip")} ${most} can be in at the most, wherever they stand: that is proved, whatever else is in the plan.${stays}`
    : null;
}

/** `cannot both be in` */
const cannotText = (scenes: readonly string[]): string =>
  `cannot ${["", "", "both "][scenes.length] ?? "all "}be in`;

/** What a set is called. */
export const setTitle = ({ scenes }: Pick<FewTogether, "scenes">): string =>
  `Why ${scenesText(scenes)} ${cannotText(scenes)}`;

/** What holds of all the members of a strip's conflict; where giving up one of them is not enough, its own text says so. */
export const conflictNote = ({ conflict, others }: Pick<WhyNot, "conflict" | "others">): string =>
  others.length > 0
    ? "each of these rules keeps it out by itself: all of them would have to give way"
    : conflict.every(({ is, isEnough }) => is === "scene" || isEnough)
      ? "these cannot all hold; without any one of them it would go in"
      : "these cannot all hold; giving up one is enough unless it says otherwise";

/** The days of a plan, each with its strips in the order in which they are shot. */
export function daysOfPlan(
  placements: readonly Placement[],
  nameOf: (id: StripId) => string,
): readonly { readonly day: string; readonly strips: readonly string[] }[] {
  const days = new Map<string, string[]>();
  for (const { stripId, startsAt } of [...placements].sort((a, b) => a.startsAt - b.startsAt)) {
    const day = weekdayMonth(startsAt);
    days.set(day, [...(days.get(day) ?? []), `${nameOf(stripId)} at ${clock(startsAt)}`]);
  }
  return [...days].map(([day, strips]) => ({ day, strips }));
}
