"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { err, ok, type Result } from "#core/base/result.ts";
import type { Bundle } from "#core/model/bundle.ts";
import { type Entity, entities } from "#core/model/entities.ts";
import { readSceneTable } from "#interchange/scene-table/read.ts";
import { stationTemplates } from "#seeds/templates/index.ts";
import { signedInAction } from "#server/action.ts";
import type { Failure } from "#server/failure.ts";
import { createProductionFromBundle } from "#server/productions.ts";
import { newSceneRows } from "../productions/[production]/[scenario]/scenes/scene-edits.ts";
import { crewOf, newProduction, zoneLabel } from "./new-production.ts";

const SHOWN_PROBLEMS = 12;
const atField = (field: string, message: string): Failure => ({
  kind: "invalid",
  fields: { [field]: [message] },
});

/** The bundle with pasted scenes in it; every fault of the table by line, and then nothing of it. */
function withScenes(bundle: Bundle, text: string): Result<Bundle, Failure> {
  const [main] = bundle.scenarios;
  if (text.trim() === "" || !main) return ok(bundle);
  const read = readSceneTable(text, { modules: main.tables.module, roles: bundle.shared.role, taken: [] });
  if (!read.ok) {
    const lines = read.error
      .slice(0, SHOWN_PROBLEMS)
      .map((p) => `Line ${p.line}${p.heading ? `, ${p.heading}` : ""}: ${p.message}`);
    const more = read.error.length - lines.length;
    return err(atField("scenes", [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join("\n")));
  }
  const rows = read.value.scenes.flatMap((scene, i) => newSceneRows(scene, i, randomUUID));
  const of = <N extends "scene" | "strip" | "setUp">(entity: N) =>
    rows.filter((r) => r.entity === entity).map((r) => entities[entity].schema.parse(r.row) as Entity<N>);
  const tables = { ...main.tables, scene: of("scene"), strip: of("strip"), setUp: of("setUp") };
  return ok({ ...bundle, scenarios: [{ ...main, tables }] });
}

/** Makes a production from a station template, with the scenes that were pasted. */
export const createProduction = signedInAction(newProduction, async (values, user) => {
  const template = stationTemplates.find(({ id }) => id === values.template);
  if (!template) return err(atField("template", "There is no such station. Choose another."));
  const bundle = template.build({
    ...values,
    id: randomUUID(),
    scenarioId: randomUUID(),
    homeZoneLabel: zoneLabel(values.homeZone, new Date(values.opensAt * 1000)),
    crew: crewOf(values.crew),
  });
  const filled = withScenes(bundle, values.scenes);
  if (!filled.ok) return filled;
  const made = await createProductionFromBundle(filled.value, user);
  if (!made.ok) return made;
  revalidatePath("/");
  return ok({ slug: made.value.slug });
});
