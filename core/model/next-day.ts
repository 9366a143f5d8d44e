import type { EpochSeconds } from "../base/quantity.ts";
import type { ShootDay } from "./day.ts";
import type { Facts } from "./facts.ts";
import type { Placed } from "./placed.ts";

/** Placed strips of a shoot day, from its waking to the next day's, in order. */
export const stripsOfDay = (facts: Pick<Facts, "placed" | "days">, day: ShootDay): readonly Placed[] => {
  const i = facts.days.findIndex((d) => d.id === day.id);
  const until = facts.days[i + 1]?.wakesAt ?? day.sleepsAt;
  return [...facts.placed.values()]
    .filter((p) => day.wakesAt <= p.span.start && p.span.start < until)
    .sort((a, b) => a.span.start - b.span.start);
};

/**
 * The next shooting day: the first that is not over and has strips to shoot. When all days lie behind `now`, the first with strips
 * not yet in the can, so that a plan looked at later still opens on its work; null when there is nothing to shoot.
 */
export function nextShootingDay(facts: Pick<Facts, "placed" | "days">, now: EpochSeconds): ShootDay | null {
  const open = facts.days.filter(
    (day) => !day.isClosed && stripsOfDay(facts, day).some((p) => p.strip.status !== "shot"),
  );
  return open.find((day) => day.sleepsAt > now) ?? open[0] ?? null;
}
