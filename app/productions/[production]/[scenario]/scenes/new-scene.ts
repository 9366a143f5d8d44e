import * as z from "zod";
import { roleId } from "#core/model/ids.ts";
import { scene, TIERS } from "#core/model/scene.ts";

/** What "Add scene" asks for; the rest stands on the sheet. */
export const newScene = scene.omit({ id: true, order: true }).extend({
  scenarioId: z.string(),
  roleIds: z.array(roleId),
  tier: z.enum(TIERS),
  shootMin: z
    .number("Use whole minutes")
    .int("Use whole minutes")
    .min(1, "At least one minute")
    .max(1_440, "At most a day"),
});
export type NewSceneInput = z.input<typeof newScene>;

/** A table pasted from a spreadsheet, to be looked at or to be saved. */
export const pastedScenes = z.object({
  scenarioId: z.string(),
  text: z
    .string()
    .trim()
    .min(1, "Paste the table here, with its headings")
    .max(900_000, "Too much at once: paste fewer scenes"),
});

const counted = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** After the last scene with a lower number: 12A comes to stand behind 12. */
export function orderFor(
  number: string,
  scenes: readonly { readonly number: string; readonly order: number }[],
): number {
  const orders = scenes.map((s) => s.order);
  const before = scenes.filter((s) => counted.compare(s.number, number) <= 0).map((s) => s.order);
  if (before.length === scenes.length) return Math.max(-1, ...orders) + 1;
  return before.length > 0 ? Math.max(...before) : Math.min(...orders) - 1;
}
