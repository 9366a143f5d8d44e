import * as z from "zod";
import { about, answer } from "./answer.ts";

export const link = answer("link", {
  email: z.string(),
  link: z.string(),
  hours: about(z.number(), "how long it holds"),
});
