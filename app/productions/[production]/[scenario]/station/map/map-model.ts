import { clock } from "#core/base/format.ts";
import { type Interval, overlaps } from "#core/base/interval.ts";
import { stretchAt } from "#core/base/profile.ts";
import { type EpochSeconds, epochSeconds } from "#core/base/quantity.ts";
import type { TrackPoint } from "#core/light/index.ts";
import type { LightTable, OutsideLight } from "#core/model/light-table.ts";
import type { GroundSite, GroundTarget } from "#core/model/orbit-data.ts";
import { countryAt } from "./country.ts";
import { circlePath, linePath } from "./drawing.ts";
import { degreesOfKm, type GroundPlace, visibilityDeg } from "./night.ts";

/** A point of the track, as the browser has it: seconds, degrees, kilometres, light aboard. */
export interface MapPoint extends GroundPlace {
  readonly at: EpochSeconds;
  readonly altitudeKm: number;
  readonly light: OutsideLight | null;
  /** What lies below; null over water. */
  readonly country: string | null;
}
export interface MapModel {
  readonly points: readonly MapPoint[];
  /** The chosen stretch, cut where the light aboard changes. */
  readonly segments: readonly { readonly light: OutsideLight | null; readonly path: string }[];
  /** The rest of the day. */
  readonly faint: string;
  readonly ticks: readonly (GroundPlace & { readonly label: string })[];
  readonly sites: readonly (GroundPlace & { readonly name: string; readonly path: string })[];
  readonly targets: readonly (GroundPlace & { readonly name: string; readonly path: string })[];
}

const TICK_S = 600;

export function mapModel(
  points: readonly TrackPoint[],
  chosen: Interval,
  light: LightTable,
  { sites, targets }: { readonly sites: readonly GroundSite[]; readonly targets: readonly GroundTarget[] },
): MapModel {
  const spans = light.spans.filter(({ span }) => overlaps(span, chosen));
  const lightAt = (at: EpochSeconds) => spans.find(({ span }) => stretchAt([span], at))?.kind ?? null;
  const inside = points.filter(({ at }) => chosen.start <= at && at <= chosen.end);
  const here: MapPoint[] = inside.map(({ at, latDeg, lonDeg, altitudeKm }) => ({
    ...{ at, latDeg, lonDeg, altitudeKm, light: lightAt(at), country: countryAt({ latDeg, lonDeg }) },
  }));
  const altitudeKm = Math.max(0, ...here.map((p) => p.altitudeKm));
  return {
    points: here,
    segments: segmentsOf(here),
    faint: linePath(points),
    ticks: here
      .filter(({ at }, i) => Math.floor(at / TICK_S) !== Math.floor((here[i - 1]?.at ?? at) / TICK_S))
      .map(({ at, latDeg, lonDeg }) => ({
        ...{ latDeg, lonDeg, label: clock(epochSeconds(Math.floor(at / TICK_S) * TICK_S)) },
      })),
    sites: sites
      .filter((site) => site.isUsed)
      .map((site) => ({
        ...{ name: site.name, latDeg: site.latDeg, lonDeg: site.lonDeg },
        path: altitudeKm > 0 ? circlePath(site, visibilityDeg(altitudeKm, site.maskDeg)) : "",
      })),
    targets: targets.map(({ name, latDeg, lonDeg, radiusKm }) => ({
      ...{ name, latDeg, lonDeg, path: circlePath({ latDeg, lonDeg }, degreesOfKm(radiusKm)) },
    })),
  };
}

/** Neighbours share the point at which the light changes, so that the line has no gap. */
function segmentsOf(points: readonly MapPoint[]): MapModel["segments"] {
  const runs: { light: OutsideLight | null; points: MapPoint[] }[] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run) run.points.push(point);
    if (!run || run.light !== point.light) runs.push({ light: point.light, points: [point] });
  }
  return runs.map((run) => ({ light: run.light, path: linePath(run.points) }));
}
