import * as z from "zod";
import { answer } from "./answer.ts";

export const help = answer("help", {
  verbs: z.array(z.object({ id: z.string(), usage: z.string(), summary: z.string() })),
});
