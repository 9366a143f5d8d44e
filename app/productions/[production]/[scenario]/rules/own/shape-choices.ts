import { shapes } from "#core/rules/own/index.ts";
import { fieldsOf } from "#ui/rules/schema-fields.ts";
import type { ShapeChoice } from "../own-rule-form.tsx";

/** The shapes with what their forms begin with: a selection of nobody yet, else the shape's own default. */
export const shapeChoices = (): readonly ShapeChoice[] =>
  shapes.map(({ id, sentence, params }) => {
    const fields = fieldsOf(params);
    const nothing = Object.fromEntries(
      fields.filter((f) => f.kind.is === "selection").map((f) => [f.name, { by: "person", value: "" }]),
    );
    return { id, sentence, fields, params: params.parse(nothing) as Record<string, unknown> };
  });
