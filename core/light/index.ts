export type { ElementSetInput } from "../orbit/element-set.ts";
export { type GroundPoint, groundPointAt } from "./ground-point.ts";
export { lightTable } from "./light-table.ts";
