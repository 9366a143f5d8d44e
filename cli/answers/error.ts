import * as z from "zod";
import { about, answer } from "./answer.ts";

export const error = answer("error", {
  status: about(z.union([z.literal(2), z.literal(3)]), "the exit status"),
  message: about(z.string(), "what is wrong, and the way out"),
});
