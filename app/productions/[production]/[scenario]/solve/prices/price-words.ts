import { duration } from "#core/base/format.ts";
import { TIERS } from "#core/model/scene.ts";
import { setUpsMore, worthAtMost } from "#core/solve/prices/at-most.ts";
import type { Price, Prices } from "#core/solve/prices/index.ts";
import { unbroken } from "#ui/parts/unbroken.ts";
import { signed } from "../solve-words.ts";

/** What things are worth, in figures and words: set-ups and points, each in columns of their own. */

/** Points say nothing where musts are lost or won: a dash. */
const NO_POINTS = "–";
type Base = Pick<Prices, "base">;
type Held = Pick<Price, "objective">;
const isOfPoints = ({ objective }: Held, { base }: Base): boolean =>
  objective.mustsMissingMin === base.objective.mustsMissingMin;
const pointsMore = ({ objective }: Held, { base }: Base): number =>
  Math.round(objective.points - base.objective.points);

/** Set-ups that the plan holds more or fewer of: `+1 should, −2 nice`. */
export function setUpsText(price: Pick<Price, "setUpsIn" | "objective">, found: Base): string {
  const missingMin = price.objective.mustsMissingMin - found.base.objective.mustsMissingMin;
  const changed = TIERS.map((tier) => ({ tier, more: setUpsMore(price, found, tier) }));
  const said = changed
    .filter(({ more }) => more !== 0)
    .map(({ tier, more }) => `${signed(more)}\u00a0${tier}`);
  // As many musts, but not the same.
  if (missingMin !== 0 && !changed.some(({ tier, more }) => tier === "must" && more !== 0))
    said.unshift(`${duration(Math.abs(missingMin))} of must ${missingMin > 0 ? "lost" : "more"}`);
  return said.length > 0 ? unbroken(said.join(", ")) : "0";
}

/** Points that the plan that was found is worth more or less. */
export const foundPoints = (price: Held, found: Base): string =>
  isOfPoints(price, found) ? signed(pointsMore(price, found)) : NO_POINTS;

/** So many should set-ups, never less than the points are; points where a should set-up counts none. `should`: what one counts. */
const worth = (points: number, should: number) =>
  should > 0
    ? Math.ceil(Math.round((points / should) * 1e5) / 1e3) / 100 || 0
    : Math.ceil(points - 1e-6) || 0;
const figure = (n: number, should: number): string =>
  n.toLocaleString("en", { minimumFractionDigits: should > 0 ? 2 : 0 });
/** The unit of `marginWorth` and `atMostWorth`. */
export const unitOf = (should: number): string => (should > 0 ? "should set-ups" : "points");
function signedWorth(points: number, should: number): string {
  const n = worth(points, should);
  return n === 0 ? "0" : `${n > 0 ? "+" : "−"}${figure(Math.abs(n), should)}`;
}
/** `1.56 should set-ups` */
export const worthText = (points: number, should: number): string =>
  `${figure(worth(points, should), should)} ${unitOf(should)}`;

/** What a little of it is worth, of hours each of them; never more than what is proved. */
export function marginWorth(price: Price, found: Base, should: number): string {
  if (!isOfPoints(price, found)) return NO_POINTS;
  if (price.byDuals === null) return "not settled";
  const most = worthAtMost(price, found);
  const all = most === null ? price.byDuals : Math.min(price.byDuals, most);
  return signedWorth(all / (price.hours ?? 1), should);
}

/** What is proved: no plan with this changed is worth so much more. */
export function atMostWorth(price: Price, found: Base, should: number): string {
  const most = worthAtMost(price, found);
  return most !== null ? signedWorth(most, should) : isOfPoints(price, found) ? "not proved" : NO_POINTS;
}

/** The best plan with it is worth what the best of the shoot as it is was found to be. */
export const isIdle = (price: Price, found: Base): boolean =>
  setUpsText(price, found) === "0" && isOfPoints(price, found) && pointsMore(price, found) === 0;

/** So few rows that say the same are shown as they are. */
const SHOWN = 2;

/** Rows that say something, and those of which one sentence tells as much. */
export function parted(prices: readonly Price[], found: Base) {
  const idle = prices.filter((price) => isIdle(price, found));
  return idle.length <= SHOWN
    ? { telling: prices, idle: [] }
    : { telling: prices.filter((price) => !isIdle(price, found)), idle };
}

/** Of rows that bring nothing: how many, of how many, and what is proved of the best of them. */
export function idleText(idle: readonly Price[], all: number, found: Base, should: number): string {
  const which = idle.length === all ? `any of the ${all}` : `${idle.length} of the ${all}`;
  const most = idle.map((price) => worthAtMost(price, found));
  const open = most.filter((points) => points === null).length;
  const best = Math.max(0, ...most.map((points) => points ?? 0));
  const proved =
    open === idle.length
      ? "how much one could be worth is not proved"
      : `none is worth ${best === 0 ? "anything" : `more than ${worthText(best, should)}`}, as is proved${open > 0 ? ` of all but ${open}` : ""}`;
  return `No better plan was found with ${which}; ${proved}.`;
}

/** The same of what is lost. */
export const idleLossText = (idle: readonly Price[], all: number): string =>
  idle.length === all
    ? `None of the ${all} costs anything: as good a plan was found without each.`
    : `${idle.length} of the ${all} cost nothing: as good a plan was found without each.`;
