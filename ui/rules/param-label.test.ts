import { expect, test } from "vitest";
import { rules } from "#core/rules/index.ts";
import { paramLabel } from "./param-label.ts";
import { fieldsOf } from "./schema-fields.ts";

test.each([
  ["minRestHours", "Min rest", "h"],
  ["mealMin", "Meal", "min"],
  ["personMinPerHatch", "Person", "min a hatch"],
  ["earliestHour", "Earliest", "h GMT"],
  ["minutes", "Minutes", undefined],
  ["most", "Most", undefined],
  ["pointsPerUnit", "Points per unit", "points"],
  ["morning", "Morning", undefined],
])("%s", (name, label, unit) => expect(paramLabel(name)).toEqual({ label, unit }));

test.each(rules)("every parameter of $id has a field", ({ params }) => {
  const fields = fieldsOf(params);
  expect(fields.map((f) => f.name)).toEqual(Object.keys(params.parse({}) as object));
  for (const { label } of fields) expect(label).toMatch(/^[A-Z]/);
});
