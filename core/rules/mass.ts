import * as z from "zod";
import { dayMonth } from "../base/format.ts";
import type { Flight } from "../model/flight.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule, type Found, type NotJudged } from "../model/rule.ts";
import type { Kit } from "../model/station.ts";
import { changed } from "./offers.ts";

interface MassFacts {
  readonly leg: Flight;
  readonly kg: number;
  readonly share: number;
}

const kilograms = z.number().min(0).max(10_000);

export const mass = defineRule({
  id: "mass",
  level: "hard",
  sentence: "What the film sends up and brings down on each leg stays within its share of the ship.",
  source:
    "A ship with three takes 100 kg up and 50 kg down [S], Soyuz TMA, facts.md §2; the film's share of it is an assumption [G].",
  unit: "kg",
  params: z.object({
    shipUpKg: parameter("What a ship takes up", "kg", kilograms.default(100)),
    shipDownKg: parameter("What a ship brings down", "kg", kilograms.default(50)),
    filmPercent: parameter("The film's share", "%", z.number().min(0).max(100).default(30)),
  }),
  scope: "plan",
  reads: ["kit", "flights"],

  // Every piece of an item flies; what other ships brought (Progress) is not on these legs. Whole kilograms, each started one counted.
  check({ facts: { kit, flights } }, { shipUpKg, shipDownKg, filmPercent }) {
    const violations: Found<MassFacts>[] = [];
    const unknown: NotJudged[] = [];
    for (const leg of flights) {
      const flown = [...kit.values()].filter((item) => fliesOn(item, leg));
      const notWeighed = flown.filter((item) => item.massKg === null).map((item) => item.name);
      const kg = flown.reduce((sum, item) => sum + item.quantity * (item.massKg ?? 0), 0);
      const share = ((leg.direction === "up" ? shipUpKg : shipDownKg) * filmPercent) / 100;
      const over = Math.ceil(Math.round((kg - share) * 1_000) / 1_000);
      if (over > 0) {
        violations.push({ amount: over, span: null, strips: [], people: [], facts: { leg, kg, share } });
      } else if (notWeighed.length > 0) {
        const reason = `${nameOf(leg)}: the mass of ${notWeighed.sort().join(", ")} is not known.`;
        unknown.push({ span: null, strips: [], reason });
      }
    }
    return { violations, unknown };
  },

  explain: ({ leg, kg, share }) =>
    `${nameOf(leg)}: ${tenths(kg)} kg of the film where its share is ${tenths(share)}, ${tenths(kg - share)} kg over.`,

  // Left behind: the lightest item that is enough, then the heavier ones; never what the film is recorded on. Down only, for nobody
  // else brings it up.
  *repairs({ facts: { leg, kg, share } }, { facts: { kit } }) {
    if (leg.direction === "up") return;
    const kgOf = (item: Kit) => item.quantity * (item.massKg ?? 0);
    const left = [...kit.values()]
      .filter((item) => fliesOn(item, leg) && item.cardGb === null && kgOf(item) > 0)
      .sort((a, b) => kgOf(a) - kgOf(b) || (a.id < b.id ? -1 : 1));
    const enough = left.filter((item) => kgOf(item) >= kg - share);
    for (const item of [...enough, ...left.filter((other) => !enough.includes(other)).reverse()])
      yield {
        ...changed("kit", item.id, { downFlightId: null }),
        words: `${item.name} stays aboard, ${tenths(kgOf(item))} kg less`,
      };
  },
});

const nameOf = (leg: Flight): string => `${leg.ship} ${leg.direction}, ${dayMonth(leg.departsAt)}`;
const fliesOn = (item: Kit, leg: Flight): boolean =>
  (leg.direction === "up" ? item.upFlightId : item.downFlightId) === leg.id;
/** `13.8`: one decimal where there is one. */
const tenths = (kg: number): string => String(Math.round(kg * 10) / 10);
