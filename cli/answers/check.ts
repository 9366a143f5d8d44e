import * as z from "zod";
import { about, answer, date, instant, minutes, production, scenario } from "./answer.ts";

export const check = answer("check", {
  production,
  scenario,
  verdict: about(z.enum(["fits", "fits-with-unknowns", "does-not-fit"]), "exit status 0, 3, 1"),
  minutes: about(
    z.object({
      shootableMin: minutes,
      placementsMin: minutes,
      travelMin: minutes,
      mustNotPlacedMin: minutes,
      reserveMin: minutes,
      inHandMin: minutes,
    }),
    "of the main unit; in hand is shootable less the others, below 0 when short",
  ),
  inTheCanAt: about(
    instant.nullable(),
    "end of the last must set-up; null when not all are placed or shot, and when no placement tells it",
  ),
  judged: about(z.array(z.string()), "rules that judged: of the book, then the plan's own as own:<id>"),
  notJudged: about(z.array(z.string()), "rules that did not, likewise"),
  rules: about(
    z.array(
      z.object({
        id: z.string(),
        violations: z.int(),
        unknown: z.int(),
        amount: z.number(),
        unit: z.string(),
      }),
    ),
    "rules with findings; amount is the sum over violations",
  ),
  findings: about(
    z.array(
      z.object({
        id: z.string(),
        ruleId: z.string(),
        kind: z.enum(["violation", "unknown"]),
        level: z.enum(["hard", "soft"]),
        amount: z.number(),
        unit: z.string(),
        startsAt: instant.nullable(),
        endsAt: instant.nullable(),
        strips: z.array(z.object({ id: z.string(), scene: z.string(), part: z.string() })),
        people: z.array(z.object({ id: z.string(), name: z.string() })),
        message: z.string(),
      }),
    ),
    "in the order of the rule book; the same finding keeps its id from edit to edit",
  ),
  days: about(
    z.array(
      z.object({
        number: z.int(),
        date,
        wakesAt: instant,
        sleepsAt: instant,
        isClosed: z.boolean(),
        shootableMin: minutes,
        usedMin: minutes,
        reservedMin: minutes,
        freeMin: minutes,
      }),
    ),
    "shoot days",
  ),
});
