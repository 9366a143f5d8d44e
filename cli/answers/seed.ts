import * as z from "zod";
import { about, answer, production } from "./answer.ts";

export const seed = answer("seed", {
  production,
  isNew: about(z.boolean(), "false: it was there already and was left as it is"),
  email: about(z.string(), "the sample's producer"),
  password: about(z.string().nullable(), "set for a producer made now; it is shown this once"),
});
