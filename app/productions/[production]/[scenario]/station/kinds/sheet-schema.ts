import type * as z from "zod";
import { type EntityName, entities } from "#core/model/entities.ts";

/** The entity's own schema without the id, which no form changes. */
export const sheetOf = (entity: EntityName): z.ZodType<unknown, Record<string, unknown>> =>
  (entities[entity].schema as unknown as z.ZodObject<{ id: z.ZodType }>).omit({
    id: true,
  }) as unknown as z.ZodType<unknown, Record<string, unknown>>;
