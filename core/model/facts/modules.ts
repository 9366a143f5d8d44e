import type { CrewBlock } from "../block.ts";
import type { Tables } from "../entities.ts";
import type { Facts } from "../facts.ts";
import type { ModuleId } from "../ids.ts";
import { byId } from "./rows.ts";

/** Both ways through every hatch. */
export function neighboursOf({
  module: modules,
  hatch: hatches,
}: Pick<Tables, "module" | "hatch">): Facts["neighbours"] {
  const next = new Map<ModuleId, ModuleId[]>(modules.map((m) => [m.id, []]));
  for (const { fromModuleId, toModuleId } of hatches) {
    next.get(fromModuleId)?.push(toModuleId);
    next.get(toModuleId)?.push(fromModuleId);
  }
  return next;
}

/** Breadth first from every module. */
export function hatchCounts(next: Facts["neighbours"]): Facts["hatchesBetween"] {
  const from = (start: ModuleId) => {
    const reached = new Map([[start, 0]]);
    for (const [here, steps] of reached)
      for (const there of next.get(here) ?? []) if (!reached.has(there)) reached.set(there, steps + 1);
    return reached;
  };
  return new Map([...next.keys()].map((id) => [id, from(id)]));
}

/** Where exercise shakes: null where nobody says; undefined for blocks of other kinds. */
export const exerciseModule = ({ exerciseDevice }: Pick<Tables, "exerciseDevice">) => {
  const devices = byId(exerciseDevice);
  return ({ kind, deviceId, moduleId }: CrewBlock): ModuleId | null | undefined =>
    kind === "exercise" ? ((deviceId && devices.get(deviceId)?.moduleId) ?? moduleId) : undefined;
};
/** Where a block takes place; undefined for exercise, which the device places, for sleep, and where nobody says. */
export const moduleOfBlock = ({ kind, moduleId }: CrewBlock): ModuleId | undefined =>
  kind === "exercise" || kind === "sleep" ? undefined : (moduleId ?? undefined);
