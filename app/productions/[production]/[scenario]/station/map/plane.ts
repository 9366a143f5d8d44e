import type { GroundPlace } from "./night.ts";

/** Plate carrée, three units a degree. */
export const MAP_WIDTH = 1080;
export const MAP_HEIGHT = 540;

/** Where a place lies on the map. */
export const onMap = ({ latDeg, lonDeg }: GroundPlace): { readonly x: number; readonly y: number } => ({
  x: ((lonDeg + 180) / 360) * MAP_WIDTH,
  y: ((90 - latDeg) / 180) * MAP_HEIGHT,
});
