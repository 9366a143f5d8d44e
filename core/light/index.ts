export type { OrbitInput } from "../orbit/orbit-sources.ts";
export { type GroundPoint, groundPointAt } from "./ground-point.ts";
export { lightTable } from "./light-table.ts";
