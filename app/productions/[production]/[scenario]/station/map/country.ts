import { geoBounds, geoContains } from "d3-geo";
import { feature } from "topojson-client";
import world from "world-atlas/countries-110m.json" with { type: "json" };
import type { GroundPlace } from "./night.ts";

type Feature = Parameters<typeof feature>;
type Shape = Parameters<typeof geoContains>[0];
const topology = world as unknown as Feature[0];
const collection = feature(topology, topology.objects.countries as Feature[1]) as unknown as {
  readonly features: readonly (Shape & { readonly properties: { readonly name?: string } })[];
};

/** With the box around each, so that most are passed over at a glance; a box may reach across the date line. */
const countries = collection.features.map((shape) => {
  const [[west, south], [east, north]] = geoBounds(shape);
  return { shape, name: shape.properties.name ?? "", west, south, east, north };
});

/** The country that a point lies in, as Natural Earth (1 : 110 million) names and bounds it; null over water. Good to some 20 km. */
export function countryAt({ latDeg, lonDeg }: GroundPlace): string | null {
  const isNear = ({ west, south, east, north }: (typeof countries)[number]) =>
    latDeg >= south &&
    latDeg <= north &&
    (west <= east ? lonDeg >= west && lonDeg <= east : lonDeg >= west || lonDeg <= east);
  return countries.find((c) => isNear(c) && geoContains(c.shape, [lonDeg, latDeg]))?.name ?? null;
}
