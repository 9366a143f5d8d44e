import * as z from "zod";
import { about, answer, production } from "./answer.ts";

export const exportAnswer = answer("export", {
  production,
  scenarios: about(z.array(z.string()), "names"),
  file: z.string(),
  bytes: z.int(),
});
