import { peakIn } from "../base/crossings.ts";
import { type Degrees, degrees, type EpochSeconds } from "../base/quantity.ts";
import type { LinkPass } from "../model/light-table.ts";
import type { GroundSite } from "../model/orbit-data.ts";
import { marginAt } from "../orbit/choose.ts";
import { dot, norm, subtract } from "../orbit/vector.ts";
import { placeOf } from "./place.ts";
import { stretchesAbove } from "./stretches.ts";
import { STEP, TOLERANCE, type Track } from "./track.ts";

/**
 * When the station stands higher over a site's horizon than its mask: geometric, on WGS 84 at height 0, without
 * refraction, hills or bookings. A pass of a second is found.
 */
export function sitePasses(track: Track, site: GroundSite): LinkPass[] {
  const place = placeOf(site);
  const lowest = Math.sin((site.maskDeg * Math.PI) / 180);
  /** Kilometres over the cone of the mask along the site's vertical. */
  const overMask = (at: EpochSeconds) => {
    const line = subtract(track.fixed(at), place.at);
    return dot(line, place.up) - lowest * norm(line);
  };
  const elevation = (at: EpochSeconds): Degrees => {
    const line = subtract(track.fixed(at), place.at);
    return degrees((Math.asin(dot(line, place.up) / norm(line)) * 180) / Math.PI);
  };
  return stretchesAbove(overMask, track.span, { step: STEP, tolerance: TOLERANCE }).map((span) => ({
    kind: "ground-site",
    by: site.id,
    name: site.name,
    span,
    maxElevationDeg: elevation(peakIn(elevation, span, 91)),
    source: track.source.label,
    margin: marginAt(track.source, span.start),
  }));
}
