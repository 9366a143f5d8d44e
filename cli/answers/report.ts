import * as z from "zod";
import { about, answer, production, scenario } from "./answer.ts";

const fields = {
  production,
  scenario,
  report: about(z.string(), "id of the report"),
  title: z.string(),
  file: about(z.string().nullable(), "the PDF that was written, with -o"),
  model: about(z.looseObject({}), "what the report says; its fields are the report's own and not versioned"),
};

export const report = answer("report", fields);
export const callSheet = answer("call-sheet", fields);
