import { commandById } from "../../../model/command/index.ts";
import type { Tables } from "../../../model/entities.ts";
import { applyPatch } from "../../../model/patch.ts";
import type { Repair } from "../../../model/rule.ts";
import type { ScenarioSnapshot } from "../../../model/snapshot.ts";

/** Null where an edit is refused. */
export function carriedOut(snapshot: ScenarioSnapshot, edits: readonly Repair[]): ScenarioSnapshot | null {
  let tables: Tables = snapshot.tables;
  for (const { commandId, input } of edits) {
    try {
      const patch = commandById(commandId)?.bind(input).resolve(tables);
      const after = patch?.ok ? applyPatch(tables, patch.value) : null;
      if (!after?.ok) return null;
      tables = after.value;
    } catch {
      return null; // An input that its command does not take.
    }
  }
  return { ...snapshot, tables };
}
