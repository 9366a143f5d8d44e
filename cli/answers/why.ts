import * as z from "zod";
import { about, answer, instant, production, scenario } from "./answer.ts";

const told = z.object({
  is: z.enum(["scene", "stays", "rule"]),
  ruleId: z.string().nullable(),
  strips: z.array(z.string()),
  text: z.string(),
  isEnough: about(z.boolean(), "shown: without it alone, all else as it is, what is asked about goes in"),
});
const way = z.object({
  kind: z.string(),
  words: z.string(),
  pricePoints: about(z.number(), "priority points; the cheapest first"),
  asked: about(z.string(), "what is asked of others, where something is"),
  parts: about(
    z.array(z.object({ ruleId: z.string().nullable(), points: z.number() })),
    "of the price: a soft rule's points more or, below 0, fewer; null: what is asked",
  ),
  placements: z.array(z.object({ strip: z.string(), startsAt: instant, module: z.string().nullable() })),
  edit: about(
    z.object({ commandId: z.string(), input: z.unknown() }).nullable(),
    "the edit that makes it so; null where it would be too much for one",
  ),
  grantedBy: about(
    z.enum(["station"]).nullable(),
    "who has to grant it before it is more than a what-if on a copy",
  ),
  waives: about(
    z.object({ ruleId: z.string(), amount: z.number() }).nullable(),
    "to be signed before the plan fits with it",
  ),
  asks: about(z.array(z.string()), "what it costs or leaves open besides"),
});
export const why = answer("why", {
  production,
  scenario,
  together: about(
    z
      .object({
        strips: z.array(z.string()),
        is: about(
          z.enum(["fits", "never", "open"]),
          "a plan of them was found; proved that there is none; neither",
        ),
        most: about(z.int(), "so many can be in at most, as far as is proved"),
        nowhere: about(z.array(z.string()), "strips that fit nowhere, even with nothing else in the plan"),
        conflicts: about(
          z.array(
            z.object({
              strips: z.array(z.string()),
              scenes: z.array(z.string()),
              most: z.int(),
              isMinimal: about(z.boolean(), "each member was shown to be needed"),
              conflict: z.array(told),
              ways: z.array(way.extend({ frees: z.enum(["all", "these"]) })),
            }),
          ),
          "sets of them that cannot all be in, wherever they stand, without a strip in common",
        ),
        place: about(
          way.nullable(),
          "the plan with all of them in it, where they fit and some have no place",
        ),
        cutBy: about(
          z.enum(["steps", "clock"]).nullable(),
          "what ended it before all was worked out; by the clock, or Ctrl-C, another run may tell more",
        ),
        notes: z.array(z.string()),
      })
      .nullable(),
    "whether several can all be in, wherever they stand; null where one was asked about",
  ),
  strips: about(
    z.array(
      z.object({
        strip: z.string(),
        scene: z.string(),
        free: about(
          z.object({ startsAt: instant, starts: z.int() }).nullable(),
          "where it goes as the plan stands, and of how many starts; null: nowhere",
        ),
        lead: about(
          z.string().nullable(),
          "in one sentence what is missed by the least; null where it goes in, or has no conflict",
        ),
        conflict: about(
          z.array(told),
          "what cannot all hold; the members alone would without any one of them, and where isEnough says so all the rest would too",
        ),
        others: about(z.array(told), "rules each of which keeps it out by itself as well"),
        ways: about(z.array(way), "each tried on a copy and judged by the whole book"),
        notes: z.array(z.string()),
      }),
    ),
    "one for each strip without a place that was asked about, beside the others where they stand; exit status 1 when one of them has no place, or several cannot all be in",
  ),
  notes: about(z.array(z.string()), "that Ctrl-C ended it, and about what nothing was asked by then"),
});
