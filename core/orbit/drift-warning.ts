import { type Degrees, degrees } from "../base/quantity.ts";
import type { ElementSet } from "./element-set.ts";

export interface DriftWarning {
  readonly offDeg: Degrees;
  readonly sentence: string;
}

/** Farther apart than this the drift of a node is not known well enough to judge by. */
const JUDGED_DAYS = 60;
/** Real neighbours agree within 0.1° in a week; a change of height by 10 km adds 0.025° a day. */
const allowedDeg = (days: number) => 1 + 0.05 * days;

const wrapped = (angle: number) => ((((angle + 180) % 360) + 360) % 360) - 180;

/**
 * Says when two sets of one satellite cannot both be true: the plane of an orbit turns at a known rate, so the node
 * of one foretells that of the other. Invented sets, which circulate with good check digits too, fail this by tens of
 * degrees. It does not say which of the two is wrong. Null: nothing is wrong, or they lie over 60 days apart.
 */
export function driftWarning(a: ElementSet, b: ElementSet): DriftWarning | null {
  const days = (b.epoch - a.epoch) / 86_400;
  if (a.catalogueNumber !== b.catalogueNumber || Math.abs(days) > JUDGED_DAYS) return null;
  const drift = (a.nodeDriftDegPerDay + b.nodeDriftDegPerDay) / 2;
  const off = Math.abs(wrapped(b.nodeDeg - a.nodeDeg - drift * days));
  if (off <= allowedDeg(Math.abs(days))) return null;
  const sentence = `The orbit planes of ${a.label} and ${b.label} lie ${Math.round(off)}° from where each puts the other: one of them is not of this station.`;
  return { offDeg: degrees(off), sentence };
}
