import { json2satrec, type SatRec, twoline2satrec } from "satellite.js";
import { isoOf } from "../base/instant.ts";
import { type Degrees, degreesOf, type EpochSeconds, epochSeconds, radians } from "../base/quantity.ts";
import { err, ok, type Result } from "../base/result.ts";
import { meanElementsOf, ommFieldsOf } from "./omm.ts";
import { stateAfter } from "./propagate.ts";
import type { OrbitSource } from "./source.ts";
import { catalogueOf, FIELDS, numberOf, problemIn } from "./tle-line.ts";

interface Kept {
  readonly label: string;
  readonly source: string;
  /** Null for both: used wherever it is the nearest. */
  readonly usedFrom: EpochSeconds | null;
  readonly usedUntil: EpochSeconds | null;
}
/** An element set as it is kept: the two lines of a TLE, whence they are, and for which span somebody wants them used. */
export interface TleInput extends Kept {
  readonly form?: "tle";
  readonly line1: string;
  readonly line2: string;
}
/** The same as an orbit mean-elements message: its fields as a JSON object. */
export interface OmmInput extends Kept {
  readonly form: "omm";
  readonly omm: string;
}
export type ElementSetInput = TleInput | OmmInput;

/** Mean elements that were checked and can be propagated (SGP4, WGS 72 constants, improved mode). */
export interface ElementSet extends OrbitSource {
  readonly kind: "element-set";
  readonly source: string;
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

/** Two-digit years count from 1957, as the format says. To the microsecond, so that a message with the same epoch has the same number. */
function epochOf(lines: readonly [string, string]): Result<EpochSeconds, string> {
  const short = numberOf(FIELDS.year, lines);
  const year = short < 57 ? 2000 + short : 1900 + short;
  const day = numberOf(FIELDS.day, lines);
  if (day >= (isLeap(year) ? 367 : 366)) return err(`Line 1: ${year} has no day ${Math.floor(day)}.`);
  const micros = Math.round((day - 1) * 86_400e6);
  return ok(epochSeconds(Date.UTC(year, 0, 1) / 1000 + micros / 1e6));
}

interface Elements {
  readonly epoch: EpochSeconds;
  readonly catalogueNumber: string;
  readonly record: SatRec;
}

/** Blanks at the ends of lines are forgiven. */
function ofLines({ line1, line2 }: TleInput): Result<Elements, string> {
  const lines = [line1.trimEnd(), line2.trimEnd()] as const;
  const problem = problemIn(lines);
  if (problem) return err(problem);
  const epoch = epochOf(lines);
  if (!epoch.ok) return epoch;
  const catalogueNumber = catalogueOf(lines[0]).trim();
  return ok({ epoch: epoch.value, catalogueNumber, record: twoline2satrec(...lines) });
}

function ofMessage({ omm }: OmmInput): Result<Elements, string> {
  const fields = ommFieldsOf(omm);
  if (!fields.ok) return fields;
  const mean = meanElementsOf(fields.value);
  if (!mean.ok) return mean;
  const { epoch, catalogueNumber, objectName, objectId } = mean.value;
  const record = json2satrec({
    OBJECT_NAME: objectName,
    OBJECT_ID: objectId,
    EPOCH: isoOf(epoch),
    MEAN_MOTION: mean.value.meanMotion,
    ECCENTRICITY: mean.value.eccentricity,
    INCLINATION: mean.value.inclination,
    RA_OF_ASC_NODE: mean.value.node,
    ARG_OF_PERICENTER: mean.value.perigee,
    MEAN_ANOMALY: mean.value.anomaly,
    NORAD_CAT_ID: catalogueNumber,
    BSTAR: mean.value.drag,
    // Of no use to SGP4, which has the drag term.
    MEAN_MOTION_DOT: 0,
    MEAN_MOTION_DDOT: 0,
    EPHEMERIS_TYPE: 0,
    CLASSIFICATION_TYPE: "U",
    ELEMENT_SET_NO: 0,
    REV_AT_EPOCH: 0,
  });
  return ok({ epoch, catalogueNumber, record });
}

/** A checked element set, or the one sentence that says why not. */
export function parseElementSet(
  input: (Omit<TleInput, "usedFrom" | "usedUntil"> | Omit<OmmInput, "usedFrom" | "usedUntil">) &
    Partial<Kept>,
): Result<ElementSet, string> {
  const { label, source, usedFrom = null, usedUntil = null } = input;
  const span = { usedFrom, usedUntil };
  const elements = input.form === "omm" ? ofMessage({ ...input, ...span }) : ofLines({ ...input, ...span });
  if (!elements.ok) return elements;
  if (usedFrom !== null && usedUntil !== null && !(usedFrom < usedUntil))
    return err("The span of use ends before it begins.");
  const { epoch, catalogueNumber, record } = elements.value;
  const set: ElementSet = {
    kind: "element-set",
    label,
    source,
    ...span,
    epoch,
    extent: null,
    burns: [],
    catalogueNumber,
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
  return atEpoch.ok ? ok(set) : err(`The orbit cannot be computed: ${atEpoch.error}.`);
}
