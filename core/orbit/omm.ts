import type { EpochSeconds } from "../base/quantity.ts";
import { err, ok, type Result } from "../base/result.ts";
import { ccsdsInstant } from "./ccsds-time.ts";

/** The fields of a CCSDS orbit mean-elements message (CCSDS 502.0) as its text has them: nothing is judged yet. */
export type OmmFields = Readonly<Record<string, string>>;

/** Mean elements for SGP4 in the units of the message: degrees, revolutions a day, 1/Earth radii. */
export interface MeanElements {
  readonly objectName: string;
  /** `1998-067A`; empty where the message has none. */
  readonly objectId: string;
  readonly catalogueNumber: string;
  readonly epoch: EpochSeconds;
  readonly meanMotion: number;
  readonly eccentricity: number;
  readonly inclination: number;
  readonly node: number;
  readonly perigee: number;
  readonly anomaly: number;
  readonly drag: number;
}

interface Field {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  /** What the number must lie in, [from, below). */
  readonly range: readonly [number, number];
}

const ELEMENTS = {
  meanMotion: { key: "MEAN_MOTION", name: "mean motion", unit: "rev/day", range: [0.01, 18] },
  eccentricity: { key: "ECCENTRICITY", name: "eccentricity", unit: "", range: [0, 1] },
  inclination: { key: "INCLINATION", name: "inclination", unit: "deg", range: [0, 180.0001] },
  node: { key: "RA_OF_ASC_NODE", name: "ascending node", unit: "deg", range: [0, 360] },
  perigee: { key: "ARG_OF_PERICENTER", name: "argument of perigee", unit: "deg", range: [0, 360] },
  anomaly: { key: "MEAN_ANOMALY", name: "mean anomaly", unit: "deg", range: [0, 360] },
  drag: { key: "BSTAR", name: "drag term", unit: "1/ER", range: [-10, 10] },
} as const satisfies Record<string, Field>;

/** What a field must say where it stands; CelesTrak leaves out what goes without saying. */
const FIXED: readonly (readonly [key: string, name: string, allowed: readonly string[]])[] = [
  ["CENTER_NAME", "centre", ["EARTH"]],
  ["REF_FRAME", "frame", ["TEME"]],
  ["TIME_SYSTEM", "time scale", ["UTC"]],
  ["MEAN_ELEMENT_THEORY", "theory", ["SGP4", "SGP/SGP4"]],
  ["EPHEMERIS_TYPE", "ephemeris type", ["0", "2"]],
];

/** What of a message means something here. */
export const OMM_KEYS: ReadonlySet<string> = new Set([
  "OBJECT_NAME",
  "OBJECT_ID",
  "NORAD_CAT_ID",
  "EPOCH",
  ...Object.values(ELEMENTS).map(({ key }) => key),
  "MEAN_MOTION_DOT",
  "MEAN_MOTION_DDOT",
  ...FIXED.map(([key]) => key),
]);

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const CATALOGUE = /^\d{1,9}$/;
const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const fieldOf = (fields: OmmFields, key: string) =>
  Object.hasOwn(fields, key) ? (fields[key] ?? "").trim() : "";

function numberIn(fields: OmmFields, { key, name, range }: Field): Result<number, string> {
  const text = fieldOf(fields, key);
  if (text === "") return err(`The ${name} is missing (${key}).`);
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return value >= range[0] && value < range[1] ? ok(value) : err(`The ${name} cannot be ${short(text)}.`);
}

/** Units that a text states with its values, against those that are meant. Null: nothing is wrong. */
export function ommUnitProblem(key: string, unit: string): string | null {
  const element = Object.values<Field>(ELEMENTS).find((field) => field.key === key);
  if (!element || unit.trim() === "" || unit.trim().toLowerCase() === element.unit.toLowerCase()) return null;
  return `The ${element.name} is given in ${short(unit)}; ${element.unit || "no unit"} is wanted.`;
}

/** The mean elements in a message, or the one sentence that says why it is not taken. */
export function meanElementsOf(fields: OmmFields): Result<MeanElements, string> {
  for (const [key, name, allowed] of FIXED) {
    const value = fieldOf(fields, key);
    if (value !== "" && !allowed.includes(value.toUpperCase()))
      return err(`Its ${name} is ${short(value)}; ${allowed[0]} is wanted.`);
  }
  const catalogueNumber = fieldOf(fields, "NORAD_CAT_ID").replace(/^0+(?=\d)/, "");
  if (!CATALOGUE.test(catalogueNumber)) return err("It has no catalogue number (NORAD_CAT_ID).");
  const written = fieldOf(fields, "EPOCH");
  const epoch = ccsdsInstant(written);
  if (epoch === null)
    return err(written ? `The epoch cannot be ${short(written)}.` : "The epoch is missing (EPOCH).");
  const numbers: Partial<Record<keyof typeof ELEMENTS, number>> = {};
  for (const [name, field] of Object.entries(ELEMENTS)) {
    const value = numberIn(fields, field);
    if (!value.ok) return value;
    numbers[name as keyof typeof ELEMENTS] = value.value;
  }
  return ok({
    ...(numbers as Record<keyof typeof ELEMENTS, number>),
    objectName: fieldOf(fields, "OBJECT_NAME").slice(0, 60),
    objectId: fieldOf(fields, "OBJECT_ID").slice(0, 20),
    catalogueNumber,
    epoch,
  });
}

/** The fields of a message that was kept as JSON: one object of texts and numbers. */
export function ommFieldsOf(json: string): Result<OmmFields, string> {
  try {
    return recordOf(JSON.parse(json));
  } catch {
    return err("The message is no JSON.");
  }
}

/** CelesTrak gives numbers, Space-Track texts; both are taken as written. What is neither is passed over. */
export function recordOf(value: unknown): Result<OmmFields, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return err("The message is no object of fields.");
  const fields = Object.entries(value).flatMap(([key, each]) =>
    typeof each === "string" || typeof each === "number" ? [[key, String(each)] as const] : [],
  );
  return ok(Object.fromEntries(fields));
}

/** What is kept: compact JSON of the fields that mean something here. */
export const keptOmm = (fields: OmmFields): string =>
  JSON.stringify(
    Object.fromEntries(
      [...OMM_KEYS].flatMap((key) => {
        const value = fieldOf(fields, key);
        return value === "" ? [] : [[key, value.slice(0, 100)]];
      }),
    ),
  );
