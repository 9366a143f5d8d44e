import * as z from "zod";

export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/);
export const date = z.iso.date();
export const minutes = z.number();
/** A schema with what docs/cli.md says of it. */
export const about = <T extends z.ZodType>(schema: T, text: string): T => schema.describe(text) as T;

export const production = about(z.object({ slug: z.string(), title: z.string() }), "the production");
export const scenario = about(
  z.object({ name: z.string(), revision: z.int(), isCurrent: z.boolean() }),
  "the scenario of it",
);

/** The object that a verb prints: its name and version first. */
export const answer = <V extends string, S extends z.ZodRawShape>(verb: V, shape: S) =>
  z.strictObject({ perigee: z.literal(verb), version: z.literal(1), ...shape });
