import * as z from "zod";
import { dayMonth, moment } from "../base/format.ts";
import { elapsedMinutes } from "../base/instant.ts";
import { type Level, levels } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import type { ShootDay } from "../model/day.ts";
import type { Facts } from "../model/facts.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule, type Found } from "../model/rule.ts";
import type { Kit } from "../model/station.ts";
import { aboardFrom, isCharger, kitAtWork, piecesAboard } from "./kit-use.ts";

interface BatteryFacts {
  /** Empty in the day, or not full again after the night. */
  readonly when: "day" | "night";
  readonly at: EpochSeconds;
  readonly wanted: number;
  /** Full at waking; put back by the night. */
  readonly there: number;
  readonly short: number;
}

/** What there is to run on. */
interface Store {
  /** Wh of all batteries, of what is usable. */
  readonly fullWh: number;
  /** Of the largest battery. */
  readonly largestWh: number;
  readonly chargers: readonly Kit[];
  readonly chargeW: number;
}
/** How a day ends. */
interface Drained {
  readonly usedWh: number;
  readonly shortWh: number;
  readonly emptyAt: EpochSeconds | null;
  readonly leftWh: number;
  readonly lastAt: EpochSeconds;
}

export const batteries = defineRule({
  id: "batteries",
  level: "hard",
  sentence: "Batteries give no more in a day than was charged, and are full again by the next morning.",
  source:
    "House rule [G]; nothing of the film's batteries is public, facts.md §1.5: Wh, watts and chargers stand with the kit as assumptions [G].",
  unit: "Wh",
  params: z.object({
    /** Of what is printed on a battery: age, cold, the last minutes that no operator trusts. */
    usablePercent: parameter("Usable of a battery", "%", z.number().min(10).max(100).default(80)),
  }),
  scope: "day",
  reads: ["kit", "flights", "days"],

  // On the safe side: all batteries are one store, full at waking, charged while nothing of the main unit draws on it. At night nobody
  // changes batteries, so that each charger fills the one that it holds. A night that does not fill them all is a breach, even where
  // the next day would need less. Ship and landing units carry batteries of their own.
  check({ subject: day, strips, facts: { kit, flights, days } }, { usablePercent }) {
    const uses = strips
      .filter((p) => p.scene.unit === "main")
      .flatMap((p) => kitAtWork(p, kit))
      .filter((use) => (use.kit.batteryDrawW ?? 0) > 0);
    if (uses.length === 0) return { violations: [], unknown: [] };
    const ids = [...new Set(uses.map((use) => use.placed.strip.id))];
    const stock = [...kit.values()].filter((item) => item.batteryWh !== null);
    const lost = stock.find((item) => aboardFrom(item, flights) === null);
    if (stock.length === 0 || lost) {
      const why = lost
        ? `when ${lost.name} comes aboard is not known`
        : "the kit list has no battery with its Wh";
      const reason = `Batteries on ${dayMonth(day.wakesAt)} cannot be counted: ${why}.`;
      return { violations: [], unknown: [{ span: null, strips: ids, reason }] };
    }
    const draws = levels(
      uses.map(({ kit: item, pieces, span }) => ({ span, weight: pieces * (item.batteryDrawW ?? 0) })),
    );
    const begin = draws[0]?.span.start ?? day.wakesAt;
    const store = storeAt(begin, kit, flights, usablePercent / 100);
    const end = drained(draws, store);
    const found: BatteryFacts[] = [];
    const short = wholeWh(end.shortWh);
    if (end.emptyAt !== null && short > 0)
      found.push({
        when: "day",
        at: end.emptyAt,
        wanted: Math.ceil(end.usedWh),
        there: Math.floor(store.fullWh),
        short,
      });
    const next = days.find((other) => other.wakesAt >= day.sleepsAt);
    const [empty, back] = [store.fullWh - end.leftWh, next ? overnight(store, end.lastAt, day, next) : 0];
    const missing = next ? wholeWh(empty - back) : 0;
    if (missing > 0)
      found.push({
        when: "night",
        at: end.lastAt,
        wanted: Math.ceil(empty),
        there: Math.floor(back),
        short: missing,
      });
    const span = { start: day.wakesAt, end: day.sleepsAt };
    const violations = found.map(
      (facts): Found<BatteryFacts> => ({ amount: facts.short, span, strips: ids, people: [], facts }),
    );
    return { violations, unknown: [] };
  },

  explain: ({ when, at, wanted, there, short }) =>
    when === "day"
      ? `Batteries are empty at ${moment(at)}: ${wanted} Wh are wanted that day, ${there} Wh are full at waking and little is charged between; ${short} Wh short.`
      : `After ${moment(at)} ${wanted} Wh of battery are empty and the night puts back ${there}: ${short} Wh missing in the morning.`,
});

function storeAt(at: EpochSeconds, kit: Facts["kit"], flights: Facts["flights"], share: number): Store {
  const there = piecesAboard([...kit.values()], flights, at);
  const usable = there.flatMap(({ quantity, batteryWh }) =>
    batteryWh === null ? [] : [{ quantity, wh: batteryWh * share }],
  );
  const chargers = there.filter(isCharger);
  return {
    fullWh: usable.reduce((sum, { quantity, wh }) => sum + quantity * wh, 0),
    largestWh: Math.max(0, ...usable.map(({ wh }) => wh)),
    chargers,
    chargeW: chargers.reduce((sum, { quantity, chargeW }) => sum + quantity * (chargeW ?? 0), 0),
  };
}

/** What the draws of a day leave in the store; charged only between them. */
function drained(draws: readonly Level[], { fullWh, chargeW }: Store): Drained {
  let [leftWh, usedWh, shortWh] = [fullWh, 0, 0];
  let emptyAt: EpochSeconds | null = null;
  let lastAt = draws[0]?.span.start ?? epochSeconds(0);
  for (const { span, value } of draws) {
    leftWh = Math.min(fullWh, leftWh + (chargeW * elapsedMinutes(lastAt, span.start)) / 60);
    const wanted = (value * elapsedMinutes(span.start, span.end)) / 60;
    if (wanted > leftWh) emptyAt ??= epochSeconds(span.start + Math.round((3_600 * leftWh) / value));
    usedWh += wanted;
    shortWh += Math.max(0, wanted - leftWh);
    leftWh = Math.max(0, leftWh - wanted);
    lastAt = span.end;
  }
  return { usedWh, shortWh, emptyAt, leftWh, lastAt };
}

/** Wh that evening and night put back. */
function overnight(
  { chargers, chargeW, largestWh }: Store,
  from: EpochSeconds,
  day: ShootDay,
  next: ShootDay,
) {
  const bed = epochSeconds(Math.max(day.sleepsAt, from));
  const nightHours = Math.max(0, elapsedMinutes(bed, next.wakesAt)) / 60;
  const asleep = chargers.reduce(
    (sum, c) => sum + c.quantity * Math.min((c.chargeW ?? 0) * nightHours, largestWh),
    0,
  );
  return (chargeW * elapsedMinutes(from, bed)) / 60 + asleep;
}

/** Whole watt hours, each started one counted; a thousandth is nothing. */
const wholeWh = (wh: number): number => Math.max(0, Math.ceil(wh - 1e-3));
