import * as z from "zod";
import { answer, production } from "./answer.ts";

export const generate = answer("generate", {
  production,
  scenes: z.int(),
  days: z.int(),
  seed: z.int(),
  file: z.string(),
  bytes: z.int(),
});
