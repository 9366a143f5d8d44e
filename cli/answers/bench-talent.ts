import * as z from "zod";
import { about, answer } from "./answer.ts";

export const benchTalent = answer("bench talent", {
  file: z.string(),
  scenes: z.int(),
  cast: z.int(),
  cost: about(z.int(), "what the cast is paid in this order, waiting included; duration times pay"),
  order: about(z.array(z.int()), "the scenes as they are shot, the file's first being 1"),
  proven: about(z.boolean(), "no order costs less"),
  lowerBound: about(z.int(), "what every order costs at least; the cost where it is proven"),
  milliseconds: about(z.number(), "of solving, without reading the file"),
  nodes: about(z.int(), "states that the search developed"),
});
