import { shapes } from "#core/rules/own/index.ts";
import { fieldsOf } from "#core/rules/parameters/fields.ts";
import type { ShapeChoice } from "../own-rule-form.tsx";

/** The shapes with what their forms begin with: a selection of nobody yet, else the shape's own default. */
export const shapeChoices = (): readonly ShapeChoice[] =>
  shapes.map(({ id, sentence, params }) => {
    const fields = fieldsOf(params);
    const chosen = fields.filter(({ kind }) => kind.is === "selection").map(({ name }) => name);
    const all = (by: string, whichOf: (name: string) => string) =>
      Object.fromEntries(chosen.map((name) => [name, { by, value: whichOf(name) }]));
    // A shape may refuse the same thing twice: to ask for its defaults each is another.
    const defaults = params.parse(all("person", (name) => name)) as object;
    return { id, sentence, fields, params: { ...defaults, ...all("person", () => "") } };
  });
