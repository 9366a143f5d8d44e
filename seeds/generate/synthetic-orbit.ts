import { dateOf, isoOf } from "#core/base/instant.ts";
import { type EpochSeconds, epochSeconds } from "#core/base/quantity.ts";
import { checkDigit } from "#core/orbit/tle-line.ts";
import { rows } from "../rows.ts";

/**
 * Element sets for a station that nobody flies, one for every few days: height and inclination are the station's, node and perigee turn
 * as the Earth's oblateness turns them there, so that each set follows from the one before. Rates [C] from J2 at 420 km and 51.64°.
 */
const EVERY_DAYS = 4;
const DAY_S = 86_400;
const REVOLUTIONS_A_DAY = 15.49;
const NODE_DEG_A_DAY = -4.99;
const PERIGEE_DEG_A_DAY = 3.72;
const CATALOGUE = "99001";

const degrees = (angle: number) => (((angle % 360) + 360) % 360).toFixed(4).padStart(8);

const withCheckDigit = (line: string): string => `${line}${checkDigit(line)}`;

/** Year in two digits and day of the year with its fraction. */
function epochText(at: EpochSeconds): string {
  const year = dateOf(at).slice(0, 4);
  const day = 1 + (at - Date.parse(`${year}-01-01T00:00:00Z`) / 1000) / DAY_S;
  return `${year.slice(2)}${day.toFixed(8).padStart(12, "0")}`;
}

export function syntheticElementSets(from: EpochSeconds, days: number) {
  const count = Math.max(1, Math.ceil(days / EVERY_DAYS));
  return rows(
    "elementSet",
    Array.from({ length: count }, (_, i) => {
      const since = (i + 0.5) * EVERY_DAYS;
      const epoch = epochSeconds(from + since * DAY_S);
      const node = degrees(120 + NODE_DEG_A_DAY * since);
      const perigee = degrees(60 + PERIGEE_DEG_A_DAY * since);
      const anomaly = degrees(30 + (REVOLUTIONS_A_DAY * 360 - PERIGEE_DEG_A_DAY) * since);
      const edge = (n: number) => isoOf(epochSeconds(from + n * EVERY_DAYS * DAY_S));
      return {
        id: `elements-${i + 1}`,
        label: `synthetic, ${dateOf(epoch)}`,
        line1: withCheckDigit(
          `1 ${CATALOGUE}U 31001A   ${epochText(epoch)}  .00000000  00000-0  00000-0 0  999`,
        ),
        line2: withCheckDigit(
          `2 ${CATALOGUE}  51.6400 ${node} 0004000 ${perigee} ${anomaly} ${REVOLUTIONS_A_DAY.toFixed(8)}    1`,
        ),
        source: "Synthetic: no satellite's orbit [G]",
        usedFrom: i === 0 ? null : edge(i),
        usedUntil: i === count - 1 ? null : edge(i + 1),
      };
    }),
  );
}
