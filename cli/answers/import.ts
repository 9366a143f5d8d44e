import * as z from "zod";
import { answer, production } from "./answer.ts";

export const importAnswer = answer("import", {
  production,
  scenarios: z.array(z.string()),
  owner: z.string(),
});
