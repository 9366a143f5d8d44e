"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import * as z from "zod";
import { err, ok, type Result } from "#core/base/result.ts";
import type { Tables } from "#core/model/entities.ts";
import { readSceneTable } from "#interchange/scene-table/read.ts";
import { action } from "#server/action.ts";
import { applyEdit } from "#server/edits.ts";
import type { Failure } from "#server/failure.ts";
import { planOfScenario } from "#server/snapshots.ts";
import type { User } from "#server/user.ts";
import { newScene, orderFor, pastedScenes } from "./new-scene.ts";
import { newSceneRows, type PlannedEdit, sceneEdits } from "./scene-edits.ts";
import { sceneChange } from "./scene-sheet.ts";

interface Where {
  readonly productionId: string;
  readonly scenarioId: string;
  readonly user: User;
}

const show = () => revalidatePath("/productions/[production]/[scenario]", "layout");

const tablesOf = async ({ productionId, scenarioId }: Where): Promise<Tables | null> =>
  (await planOfScenario(productionId, scenarioId))?.snapshot.tables ?? null;

/** All of it as one edit: saved whole or not at all, and one undo takes it back. */
async function applyAll(
  edits: readonly PlannedEdit[],
  where: Where,
  baseRevision: number | null,
  through: "hand" | "import" = "hand",
): Promise<Result<{ revision: number }, Failure>> {
  if (edits.length === 0) return ok({ revision: baseRevision ?? 0 });
  const [only] = edits;
  const asked = edits.length === 1 && only ? only : { commandId: "together", input: { edits } };
  const done = await applyEdit({ ...where, ...asked, clientId: randomUUID(), baseRevision, through });
  if (!done.ok) return done;
  show();
  return ok({ revision: done.value.revision });
}

const taken = (number: string): Failure => ({
  kind: "invalid",
  fields: { number: [`Scene ${number} is there already`] },
});
const hasNumber = (tables: Tables, number: string, but?: string) =>
  tables.scene.some((s) => s.id !== but && s.number.toLowerCase() === number.toLowerCase());

/** Saves what its author changed on a scene's sheet. */
export const saveScene = action("plan.edit", sceneChange, async (change, { production, user }) => {
  const { scenarioId, sceneId, baseRevision, was, now } = change;
  const where = { productionId: production.id, scenarioId, user };
  const tables = await tablesOf(where);
  if (!tables) return err({ kind: "not-found" });
  if (was.number !== now.number && hasNumber(tables, now.number, sceneId)) return err(taken(now.number));
  return applyAll(sceneEdits(tables, sceneId, { was, now }, randomUUID), where, baseRevision);
});

/** Adds a scene with its strip in the boneyard and one set-up. */
export const addScene = action("plan.edit", newScene, async (values, { production, user }) => {
  const { scenarioId, ...fields } = values;
  const where = { productionId: production.id, scenarioId, user };
  const tables = await tablesOf(where);
  if (!tables) return err({ kind: "not-found" });
  if (hasNumber(tables, fields.number)) return err(taken(fields.number));
  const rows = newSceneRows(fields, orderFor(fields.number, tables.scene), randomUUID);
  const done = await applyAll([{ commandId: "add-rows", input: { rows } }], where, null);
  return done.ok ? ok({ sceneId: String(rows[0]?.row.id) }) : done;
});

const oneScene = z.object({ scenarioId: z.string(), sceneId: z.string() });

/** Removes a scene with its strips, set-ups and links to elements, as one edit. */
export const removeScene = action(
  "plan.edit",
  oneScene,
  async ({ scenarioId, sceneId }, { production, user }) => {
    const done = await applyEdit({
      ...{ productionId: production.id, scenarioId, user },
      ...{ clientId: randomUUID(), baseRevision: null },
      ...{ commandId: "remove-row", input: { entity: "scene", id: sceneId } },
    });
    if (!done.ok) return done;
    show();
    return ok(null);
  },
);

const readAgainst = (text: string, tables: Tables) =>
  readSceneTable(text, {
    modules: tables.module,
    roles: tables.role,
    taken: tables.scene.map((s) => s.number),
  });

/** Reads a pasted table and saves nothing: scenes as they would be, or every problem with its line and column. */
export const previewScenes = action(
  "plan.edit",
  pastedScenes,
  async ({ scenarioId, text }, { production, user }) => {
    const tables = await tablesOf({ productionId: production.id, scenarioId, user });
    return tables ? ok(readAgainst(text, tables)) : err({ kind: "not-found" });
  },
);

/** Reads the table again, against the plan as it is now, and saves all of its scenes or none. */
export const pasteScenes = action(
  "plan.edit",
  pastedScenes,
  async ({ scenarioId, text }, { production, user }) => {
    const where = { productionId: production.id, scenarioId, user };
    const tables = await tablesOf(where);
    if (!tables) return err({ kind: "not-found" });
    const read = readAgainst(text, tables);
    if (!read.ok)
      return err({ kind: "refused", message: "The plan has changed since the preview. Preview it again." });
    const last = Math.max(-1, ...tables.scene.map((s) => s.order));
    const rows = read.value.scenes.flatMap(({ line: _, assumed: __, ...scene }, i) =>
      newSceneRows(scene, last + 1 + i, randomUUID),
    );
    const done = await applyAll([{ commandId: "add-rows", input: { rows } }], where, null, "import");
    return done.ok ? ok({ scenes: read.value.scenes.length }) : done;
  },
);
