import { type Degrees, degrees, type EpochSeconds } from "../base/quantity.ts";
import { ccsdsInstant } from "./ccsds-time.ts";

/** A crossing of the equator northward, as the author of an ephemeris states it. */
export interface StatedNode {
  readonly at: EpochSeconds;
  readonly lonDeg: Degrees;
}

const LINE = /asc\. node\s*:\s*EPOCH\s*=\s*(\S+)\s.*LAN\(DEG\)\s*=\s*(-?\d+(?:\.\d+)?)/i;

/** NASA's ephemerides name their first and last node in a comment. */
export const statedNodes = (comments: readonly string[]): StatedNode[] =>
  comments.flatMap((line) => {
    const [, epoch, longitude] = LINE.exec(line) ?? [];
    const at = epoch ? ccsdsInstant(epoch) : null;
    return at === null ? [] : [{ at, lonDeg: degrees(Number(longitude)) }];
  });
