import type { GroundPlace } from "./night.ts";

/** Where a place lies on the map: plate carrée, three units a degree. */
export const onMap = ({ latDeg, lonDeg }: GroundPlace): { readonly x: number; readonly y: number } => ({
  x: (lonDeg + 180) * 3,
  y: (90 - latDeg) * 3,
});
