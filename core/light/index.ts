export type { OrbitInput } from "../orbit/orbit-sources.ts";
export { DEFINITIONS, type Definition } from "./contacts.ts";
export { type GroundPoint, groundPointAt } from "./ground-point.ts";
export { type GroundTrack, groundTrack, subsolarPoint, type TrackPoint } from "./ground-track.ts";
export { type LightOptions, lightTable } from "./light-table.ts";
