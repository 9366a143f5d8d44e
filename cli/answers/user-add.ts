import * as z from "zod";
import { about, answer } from "./answer.ts";

export const userAdd = answer("user add", {
  email: z.string(),
  name: z.string(),
  isNew: about(z.boolean(), "false: known already, and only made a member"),
  password: about(z.string().nullable(), "when generated; it is shown this once"),
  production: about(z.string().nullable(), "slug"),
  role: z.string().nullable(),
});
