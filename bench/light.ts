// How long the light takes: every sunrise and sunset of a window, and how that grows with it.
import { propagate, twoline2satrec } from "satellite.js";
import { instant } from "#core/base/instant.ts";
import { epochSeconds } from "#core/base/quantity.ts";
import { lightTable } from "#core/light/index.ts";
import type { LightTable } from "#core/model/light-table.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { report, type Timing, timingOf } from "./measure/report.ts";
import { coldTimes, timed, times } from "./measure/times.ts";

const { production, shared, scenarios } = theChallenge();
const { elementSet } = shared;
const [current] = scenarios;
if (!current) throw new Error(`${production.title} has no scenario.`);
const { groundSite: sites, groundTarget: targets } = current.tables;
const start = instant("2021-10-05T00:00:00Z");
const daysFromStart = (days: number) => ({ start, end: epochSeconds(start + days * 86_400) });
/** Day and night, all contacts, noons, beta, passes over 7 ground sites and 5 targets. */
const lightOfDays = (days: number) => lightTable(elementSet, daysFromStart(days), { sites, targets });

const cold = coldTimes(15, () => ({ light: timed(() => lightOfDays(12)) }));

const counts = ({ crossings, passes, targets: over }: LightTable) =>
  `${crossings.length} crossings, ${passes.length} passes, ${over.length} targets`;
const scaling = [1, 3, 6, 12, 24].map((days): Timing => {
  const measured = times(20, () => lightOfDays(days), { warmUp: 5 });
  return timingOf(`${days} d, all of it, warm`, measured, counts(lightOfDays(days)));
});
const parts = (
  [
    ["sunrise, sunset, noons, beta alone", {}],
    ["with 7 sites", { sites }],
    ["with 5 targets", { targets }],
  ] as const
).map(([name, options]) =>
  timingOf(
    `12 d, ${name}`,
    times(20, () => lightTable(elementSet, daysFromStart(12), options), { warmUp: 5 }),
  ),
);

/** A year on one element set: what it costs, not what it is worth. */
const [first] = elementSet;
if (!first) throw new Error("The seed has no orbit data.");
const anyTime = [{ ...first, usedFrom: null, usedUntil: null }];
const ofYear = () => lightTable(anyTime, daysFromStart(365), { sites, targets, maxAgeDays: 400 });
const year = timingOf("365 d, all of it", times(5, ofYear, { warmUp: 1 }), counts(ofYear()));

/** What sampling costs that knows nothing of light: a position at each step of 12 days. */
function sampled(stepSeconds: number): Timing {
  const record = twoline2satrec(first?.line1 ?? "", first?.line2 ?? "");
  const steps = (12 * 86_400) / stepSeconds;
  const run = () => {
    for (let i = 0; i < steps; i++) propagate(record, new Date((start + i * stepSeconds) * 1000));
  };
  return timingOf(
    `satellite.js positions, 12 d every ${stepSeconds} s`,
    times(5, run, { warmUp: 1 }),
    `${steps} positions`,
  );
}

report(
  "light",
  [
    timingOf("12 d, all of it, first in its process", cold.light),
    ...scaling,
    ...parts,
    year,
    sampled(1),
    sampled(10),
  ],
  [
    "No other program that finds sunrises in orbit was at hand: satellite.js gives positions only. Sampling it every second tells a contact to a second and knows neither Sun nor limb; the table above tells all three contacts, and begin and end of every pass, to a millisecond.",
  ],
);
