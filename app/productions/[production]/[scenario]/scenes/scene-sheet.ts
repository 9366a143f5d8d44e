import * as z from "zod";
import type { Tables } from "#core/model/entities.ts";
import { ELEMENT_CATEGORIES, scene, setUp } from "#core/model/scene.ts";
import { strip } from "#core/model/strip.ts";

export type ElementCategory = (typeof ELEMENT_CATEGORIES)[number];

const setUpForm = setUp.omit({ sceneId: true, order: true, isShot: true }).extend({
  label: z.string().trim().min(1, "Give it a letter").max(4, "At most 4 characters"),
});
const stripForm = strip.pick({ id: true, rigMin: true, shootMin: true, strikeMin: true });
const names = z.array(z.string().trim().min(1).max(200)).max(200);
const elements = z.object(
  Object.fromEntries(ELEMENT_CATEGORIES.map((category) => [category, names])) as Record<
    ElementCategory,
    typeof names
  >,
);

/** A scene's sheet: its own fields, its set-ups in order, the minutes of its strips, its elements by category. */
export const sceneSheet = scene
  .omit({ id: true, order: true })
  .extend({
    setUps: z.array(setUpForm).max(60, "At most 60 set-ups"),
    strips: z.array(stripForm),
    elements,
  })
  .superRefine(({ setUps }, context) => {
    setUps.forEach(({ label }, i) => {
      if (setUps.some((other, j) => j < i && other.label.toLowerCase() === label.toLowerCase()))
        context.addIssue({
          code: "custom",
          path: ["setUps", i, "label"],
          message: "Another set-up has this letter",
        });
    });
  });
export type SceneSheetInput = z.input<typeof sceneSheet>;
export type SceneSheetValues = z.output<typeof sceneSheet>;
export type SetUpInput = SceneSheetInput["setUps"][number];

export const sceneChange = z.object({
  scenarioId: z.string(),
  sceneId: z.string(),
  baseRevision: z.number().int(),
  /** As the sheet was opened, and as it is to be: what is equal in both is left as others have it now. */
  was: sceneSheet,
  now: sceneSheet,
});

const byOrder = (a: { order: number; id: string }, b: { order: number; id: string }) =>
  a.order - b.order || (a.id < b.id ? -1 : 1);

/** Null when the scene is not there. */
export function sheetOf(tables: Tables, sceneId: string): SceneSheetInput | null {
  const found = tables.scene.find((s) => s.id === sceneId);
  if (!found) return null;
  const { id: _, order: __, ...fields } = found;
  const inScene = new Set(
    tables.sceneElement.filter((link) => link.sceneId === sceneId).map((link) => link.elementId),
  );
  return {
    ...fields,
    setUps: tables.setUp
      .filter((s) => s.sceneId === sceneId)
      .sort(byOrder)
      .map(({ sceneId: _scene, order: _order, isShot: _isShot, ...own }) => ({ ...own })),
    strips: tables.strip
      .filter((s) => s.sceneId === sceneId)
      .sort((a, b) => a.part - b.part)
      .map(({ id, rigMin, shootMin, strikeMin }) => ({ id, rigMin, shootMin, strikeMin })),
    elements: Object.fromEntries(
      ELEMENT_CATEGORIES.map((category) => [
        category,
        tables.element
          .filter((element) => element.category === category && inScene.has(element.id))
          .map((element) => element.name),
      ]),
    ) as Record<ElementCategory, string[]>,
  };
}
