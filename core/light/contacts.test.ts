import { expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { holds } from "../base/interval.ts";
import { stretchAt } from "../base/profile.ts";
import { epochSeconds } from "../base/quantity.ts";
import { type ElementSet, parseElementSet } from "../orbit/element-set.ts";
import { sunDuring } from "../orbit/sun.ts";
import { checkDigit } from "../orbit/tle-line.ts";
import { betaAt } from "./beta.ts";
import { sunCourse } from "./contacts.ts";
import { type DiscPart, sunClearance } from "./sun-clearance.ts";
import { trackAround } from "./track.ts";

/** The station's orbit near midsummer 2021 with its node turned: beta climbs to 75° and the night fades away. */
function midsummer(nodeDeg: number): ElementSet {
  const line = (text: string) => text + checkDigit(text);
  const parsed = parseElementSet({
    label: "midsummer",
    line1: line("1 25544U 98067A   21172.50000000  .00005427  00000-0  10685-3 0  999"),
    line2: line(
      `2 25544  51.6453 ${nodeDeg.toFixed(4).padStart(8)} 0004170  58.5851  39.6969 15.4893155030559`,
    ),
    source: "test",
  });
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

const EPOCH = instant("2021-06-21T12:00:00Z");
const sun = sunDuring({ start: EPOCH, end: epochSeconds(EPOCH + 86_400) });

function visible(set: ElementSet, at: number, part: DiscPart): boolean {
  const state = set.positionAt(epochSeconds(at));
  return state.ok && sunClearance(state.value.position, sun(epochSeconds(at)), part) >= 0;
}

test.each([90, 160, 164, 165, 166, 170, 198, 200, 270])(
  "with its node at %i° every dark minute is night, every night is dark, and the contacts are in order",
  (nodeDeg) => {
    const set = midsummer(nodeDeg);
    const span = { start: set.epoch, end: epochSeconds(set.epoch + 0.7 * 86_400) };
    const { nights, days, contacts } = sunCourse(trackAround(set, span), span);
    let darkFor = 0;
    for (let at = span.start as number; at < span.end; at += 10) {
      const when = epochSeconds(at);
      darkFor = visible(set, at, "any") ? 0 : darkFor + 10;
      if (darkFor > 60) expect(stretchAt(nights, when)).not.toBeNull();
      if (stretchAt(nights, when)) expect(visible(set, at, "whole")).toBe(false);
      expect(stretchAt(nights, when) === null).toBe(stretchAt(days, when) !== null);
    }
    for (const { kind, firstContact, pointSun, lastContact } of contacts) {
      expect(holds(span, firstContact)).toBe(true);
      expect(firstContact < pointSun && pointSun < lastContact).toBe(true);
      const [early, late] = kind === "sunset" ? (["whole", "any"] as const) : (["any", "whole"] as const);
      expect(visible(set, firstContact - 0.01, early)).toBe(kind === "sunset");
      expect(visible(set, firstContact + 0.01, early)).toBe(kind === "sunrise");
      expect(visible(set, lastContact - 0.01, late)).toBe(kind === "sunset");
      expect(visible(set, lastContact + 0.01, late)).toBe(kind === "sunrise");
    }
  },
);

test("at beta 75° the station has no night at all", () => {
  const betas = [0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330].map((node) => {
    const set = midsummer(node);
    const beta = betaAt(set, set.epoch);
    return { set, beta: beta.ok ? beta.value : 0 };
  });
  const steepest = betas.reduce((a, b) => (Math.abs(b.beta) > Math.abs(a.beta) ? b : a));
  expect(Math.abs(steepest.beta)).toBeGreaterThan(74);
  const { epoch } = steepest.set;
  const span = { start: epoch, end: epochSeconds(epoch + 20_000) };
  expect(sunCourse(trackAround(steepest.set, span), span).nights).toEqual([]);
});
