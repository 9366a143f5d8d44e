"use client";

import type { EntityName } from "#core/model/entities.ts";
import { removeRow } from "../actions.ts";
import { RemovePart } from "../remove-part.tsx";

export function RemoveRow({
  scenarioId,
  entity,
  id,
  name,
  one,
  goesToo,
  listPath,
}: {
  scenarioId: string;
  entity: EntityName;
  id: string;
  name: string;
  one: string;
  /** "2 panes and 14 strips"; empty: nothing. */
  goesToo: string;
  listPath: string;
}) {
  const uses = goesToo
    ? `${name} is used by ${goesToo}: what cannot be without it goes too, the rest loses it. `
    : "";
  return (
    <RemovePart
      name={name}
      one={one}
      says={`${uses}Undo brings all of it back.`}
      listPath={listPath}
      run={() => removeRow({ scenarioId, entity, id })}
    />
  );
}
