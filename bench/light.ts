// How long the light takes: every sunrise and sunset of a window, and how that grows with it.
import { propagate, twoline2satrec } from "satellite.js";
import { instant } from "#core/base/instant.ts";
import { epochSeconds } from "#core/base/quantity.ts";
import { lightTable } from "#core/light/index.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { report, type Timing, timingOf } from "./measure/report.ts";
import { coldTimes, timed, times } from "./measure/times.ts";

const { elementSet } = theChallenge().shared;
const start = instant("2021-10-05T00:00:00Z");
const daysFromStart = (days: number) => ({ start, end: epochSeconds(start + days * 86_400) });
const lightOfDays = (days: number) => lightTable(elementSet, daysFromStart(days));

const cold = coldTimes(15, () => ({ light: timed(() => lightOfDays(12)) }));

const scaling = [1, 3, 6, 12, 24].map((days): Timing => {
  const measured = times(40, () => lightOfDays(days), { warmUp: 10 });
  const { length } = lightOfDays(days).crossings;
  return timingOf(`${days} d, warm`, measured, `${length} crossings`);
});

/** What sampling costs that knows nothing of light: a position at each step of 12 days. */
function sampled(stepSeconds: number): Timing {
  const [set] = elementSet;
  if (!set) throw new Error("The seed has no orbit data.");
  const record = twoline2satrec(set.line1, set.line2);
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
  [timingOf("12 d, first in its process", cold.light), ...scaling, sampled(1), sampled(10)],
  [
    "No other program that finds sunrises in orbit was at hand: satellite.js gives positions only. Sampling it every second tells a contact to a second and knows neither Sun nor limb; the table above tells all three contacts to a millisecond.",
  ],
);
