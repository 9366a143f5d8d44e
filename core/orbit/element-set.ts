import { type SatRec, twoline2satrec } from "satellite.js";
import { type Degrees, degreesOf, type EpochSeconds, epochSeconds, radians } from "../base/quantity.ts";
import { err, ok, type Result } from "../base/result.ts";
import { stateAfter } from "./propagate.ts";
import type { OrbitSource } from "./source.ts";
import { catalogueOf, FIELDS, numberOf, problemIn } from "./tle-line.ts";

/** Orbit data as it is kept: two lines of a TLE, whence they are, and for which span somebody wants them used. */
export interface ElementSetInput {
  readonly label: string;
  readonly line1: string;
  readonly line2: string;
  readonly source: string;
  /** Null for both: used wherever it is the nearest. */
  readonly usedFrom: EpochSeconds | null;
  readonly usedUntil: EpochSeconds | null;
}

/** Mean elements that were checked and can be propagated (SGP4, WGS 72 constants, improved mode). */
export interface ElementSet extends ElementSetInput, OrbitSource {
  readonly kind: "element-set";
  readonly catalogueNumber: string;
  readonly inclinationDeg: Degrees;
  /** Right ascension of the ascending node at epoch. */
  readonly nodeDeg: Degrees;
  /** How the node drifts, degrees a day; −4.95 for the station. */
  readonly nodeDriftDegPerDay: number;
  /** SGP4's own record. It keeps scratch values of the last call, which no result depends on. */
  readonly record: SatRec;
}

const isLeap = (year: number) => year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);

/** Two-digit years count from 1957, as the format says. */
function epochOf(lines: readonly [string, string]): Result<EpochSeconds, string> {
  const short = numberOf(FIELDS.year, lines);
  const year = short < 57 ? 2000 + short : 1900 + short;
  const day = numberOf(FIELDS.day, lines);
  if (day >= (isLeap(year) ? 367 : 366)) return err(`Line 1: ${year} has no day ${Math.floor(day)}.`);
  return ok(epochSeconds(Date.UTC(year, 0, 1) / 1000 + (day - 1) * 86_400));
}

/** A checked element set, or the one sentence that says why not. Blanks at the ends of lines are forgiven. */
export function parseElementSet(
  input: Omit<ElementSetInput, "usedFrom" | "usedUntil"> & Partial<ElementSetInput>,
): Result<ElementSet, string> {
  const lines = [input.line1.trimEnd(), input.line2.trimEnd()] as const;
  const problem = problemIn(lines);
  if (problem) return err(problem);
  const epoch = epochOf(lines);
  if (!epoch.ok) return epoch;
  const { usedFrom = null, usedUntil = null } = input;
  if (usedFrom !== null && usedUntil !== null && !(usedFrom < usedUntil))
    return err("The span of use ends before it begins.");

  const record = twoline2satrec(...lines);
  const set: ElementSet = {
    kind: "element-set",
    label: input.label,
    source: input.source,
    line1: lines[0],
    line2: lines[1],
    usedFrom,
    usedUntil,
    epoch: epoch.value,
    extent: null,
    burns: [],
    catalogueNumber: catalogueOf(lines[0]).trim(),
    inclinationDeg: degreesOf(radians(record.inclo)),
    nodeDeg: degreesOf(radians(record.nodeo)),
    nodeDriftDegPerDay: degreesOf(radians(record.nodedot * 1440)),
    record,
    positionAt(at) {
      return stateAfter(this, (at - this.epoch) / 60);
    },
  };
  if (!(record.altp > 0)) return err("The orbit's lowest point lies under the ground.");
  const atEpoch = stateAfter(set, 0);
  return atEpoch.ok ? ok(set) : err(`The orbit cannot be computed: ${atEpoch.error}`);
}
