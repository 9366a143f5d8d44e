"use client";

import { RemovePart } from "../remove-part.tsx";
import { removeSource } from "./actions.ts";

/** Taking orbit data out may leave light unknown: said first, and undone by a click. */
export function RemoveSource({
  scenarioId,
  entity,
  id,
  name,
  isUsed,
  listPath,
}: {
  scenarioId: string;
  entity: "elementSet" | "ephemeris";
  id: string;
  name: string;
  isUsed: boolean;
  listPath: string;
}) {
  return (
    <RemovePart
      name={name}
      one="orbit data"
      says={
        isUsed
          ? "Light is told from it: others take over where they may, elsewhere it becomes unknown. Undo brings it back."
          : "No light is told from it. Undo brings it back."
      }
      listPath={listPath}
      run={() => removeSource({ scenarioId, entity, id })}
    />
  );
}
