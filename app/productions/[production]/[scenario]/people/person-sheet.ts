import * as z from "zod";
import { capital } from "#core/base/format.ts";
import { PERSON_CATEGORIES, PERSON_CATEGORY_NAMES, person } from "#core/model/person.ts";

const measure = (most: number, unit: string) =>
  z
    .number(`Use a number of ${unit}`)
    .positive(`Use more than 0 ${unit}`)
    .max(most, `Use at most ${most} ${unit}`)
    .nullable();

/** Who somebody is, and the measures that seats ask for. The same in all scenarios. */
export const personSheet = person.omit({ id: true }).extend({
  shortName: z
    .string()
    .trim()
    .min(1, "What strips and call sheets call them: the family name")
    .max(40, "Use at most 40 characters"),
  agency: z.string().trim().min(1, "Whose crew they are").max(60, "Use at most 60 characters"),
  heightCm: measure(260, "cm"),
  sittingHeightCm: measure(140, "cm"),
  massKg: measure(250, "kg"),
});
export type PersonSheetInput = z.input<typeof personSheet>;

export const personChange = z.object({
  scenarioId: z.string(),
  personId: z.string(),
  baseRevision: z.number().int(),
  was: personSheet,
  now: personSheet,
});

export const newPerson = personSheet.extend({ scenarioId: z.string() });
export type NewPersonInput = z.input<typeof newPerson>;

export const CATEGORY_OPTIONS = PERSON_CATEGORIES.map((value) => ({
  value,
  label: capital(PERSON_CATEGORY_NAMES[value]),
}));
