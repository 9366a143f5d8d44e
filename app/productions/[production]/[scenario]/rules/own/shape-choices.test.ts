import { expect, test } from "vitest";
import { shapes } from "#core/rules/own/index.ts";
import { shapeChoices } from "./shape-choices.ts";

test("every shape is offered; who and what it speaks of is open, all else is the shape's default", () => {
  const choices = shapeChoices();
  expect(choices.map(({ id }) => id)).toEqual(shapes.map(({ id }) => id));
  for (const { fields, params } of choices) {
    expect(Object.keys(params).sort()).toEqual(fields.map(({ name }) => name).sort());
    for (const { name, kind } of fields)
      if (kind.is === "selection") expect(params[name]).toEqual({ by: "person", value: "" });
      else expect(params[name]).not.toBe(undefined);
  }
  expect(choices.find(({ id }) => id === "at-most")?.params).toMatchObject({ most: 1, days: 1 });
});
