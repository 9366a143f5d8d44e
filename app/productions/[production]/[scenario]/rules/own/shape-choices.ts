import { shapes } from "#core/rules/own/index.ts";
import { fieldsOf } from "#core/rules/parameters/fields.ts";
import type { ShapeChoice } from "../own-rule-form.tsx";

/** The shapes with what their forms begin with: a selection of nobody yet, else the shape's own default. */
export const shapeChoices = (): readonly ShapeChoice[] =>
  shapes.map(({ id, sentence, params }) => {
    const fields = fieldsOf(params);
    const chosen = fields.filter(({ kind }) => kind.is === "selection").map(({ name }) => name);
    const all = (selection: object) => Object.fromEntries(chosen.map((name) => [name, selection]));
    const defaults = params.parse(all({ by: "any", value: "" })) as object;
    return { id, sentence, fields, params: { ...defaults, ...all({ by: "person", value: "" }) } };
  });
