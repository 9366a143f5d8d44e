import * as z from "zod";
import { about, answer, instant, minutes, production, scenario } from "./answer.ts";

export const solve = answer("solve", {
  production,
  scenario,
  seed: z.int(),
  rounds: about(z.int(), "that the search went; the same seed and rounds give the same plan"),
  iterations: z.int(),
  seconds: z.number(),
  verdict: about(
    z.enum(["fits", "fits-with-unknowns", "does-not-fit"]),
    "of the proposal: exit status 0, 3, 1",
  ),
  inHandMin: minutes,
  objective: about(
    z.object({
      points: z.number(),
      mustsMissingMin: minutes,
      parts: z.array(z.object({ ruleId: z.string(), points: z.number() })),
    }),
    "priority points, never above 0: what is left out and what is dear, by soft rule",
  ),
  bound: about(z.number().nullable(), "no plan is worth more points; null while nothing is proven"),
  gap: about(z.number().nullable(), "what might still be won, as a share of what is at stake"),
  isOptimal: about(z.boolean(), "nothing is better, proven"),
  notes: about(
    z.array(z.string()),
    "what is worth saying of it: nothing to plan, strips that fit nowhere, stopped by Ctrl-C …",
  ),
  setUps: about(
    z.array(z.object({ tier: z.enum(["must", "should", "nice"]), in: z.int(), of: z.int() })),
    "that have a place, by tier",
  ),
  strips: about(
    z.array(
      z.object({
        id: z.string(),
        scene: z.string(),
        part: z.string(),
        change: z.enum(["stays", "moved", "placed", "returned"]),
        startsAt: instant.nullable(),
        module: z.string().nullable(),
        rigMin: minutes,
        shootMin: minutes,
        strikeMin: minutes,
      }),
    ),
    "every strip of the proposal in order of start; those without a place last",
  ),
  savedAs: about(z.string().nullable(), "the new scenario"),
  file: about(z.string().nullable(), "where the bundle with it went"),
});
