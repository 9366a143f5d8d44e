import { type GeoPermissibleObjects, geoCircle, geoEquirectangular, geoGraticule, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import world from "world-atlas/land-110m.json" with { type: "json" };
import type { GroundPlace } from "./night.ts";
import { MAP_HEIGHT, MAP_WIDTH } from "./plane.ts";

const projection = geoEquirectangular()
  .scale(MAP_WIDTH / (2 * Math.PI))
  .translate([MAP_WIDTH / 2, MAP_HEIGHT / 2])
  .precision(0.3);
const toPath = geoPath(projection).digits(1);
const path = (what: GeoPermissibleObjects): string => toPath(what) ?? "";

type Feature = Parameters<typeof feature>;
const topology = world as unknown as Feature[0];

/** Natural Earth, 1 : 110 million. Without borders: where they run is not ours to say. */
export const landPath = (): string => path(feature(topology, topology.objects.land as Feature[1]));
export const graticulePath = (): string => path(geoGraticule().step([30, 30])());

/** A line over the ground, cut at the date line. */
export const linePath = (points: readonly GroundPlace[]): string =>
  points.length < 2
    ? ""
    : path({ type: "LineString", coordinates: points.map(({ latDeg, lonDeg }) => [lonDeg, latDeg]) });

/** All places so far from one, along the ground. */
export const circlePath = ({ latDeg, lonDeg }: GroundPlace, radiusDeg: number): string =>
  path(geoCircle().center([lonDeg, latDeg]).radius(radiusDeg).precision(4)());
