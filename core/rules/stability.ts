import * as z from "zod";
import { count } from "../base/format.ts";
import { epochSeconds } from "../base/quantity.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule } from "../model/rule.ts";
import type { PublishedStrip, Strip } from "../model/strip.ts";
import { standingAt } from "./offers.ts";

export const stability = defineRule({
  id: "stability",
  level: "soft",
  sentence: "A re-plan moves little of what was published.",
  source: "House weight [G]: 10 points a strip; whoever is in it has read another call.",
  unit: "strips moved",
  params: z.object({
    pointsPerUnit: parameter("Weight of a strip moved", "points", z.number().min(0).max(100_000).default(10)),
  }),
  pointsPerUnit: (p) => p.pointsPerUnit,
  scope: "plan",
  reads: ["published", "strips"],
  search: {
    alone: "start",
    concerns: ({ strip }, { published }) => published.has(strip.id),
    turns({ strip, span }, { published }) {
      const at = published.get(strip.id)?.startsAt;
      return at === undefined ? [] : [{ edge: span.start, at: [at, epochSeconds(at + 1)] }];
    },
  },

  // Moved is to another start or module, or off the board; what is shot stands where it was shot. A strip whose day was never published
  // is new and disturbs nobody.
  check({ facts: { published, strips } }) {
    const moved = [...published.values()].filter((row) => isMoved(row, strips.get(row.stripId)));
    if (moved.length === 0) return { violations: [], unknown: [] };
    const facts = {
      moved: moved.length,
      off: moved.filter((row) => strips.get(row.stripId)?.startsAt === null).length,
      of: published.size,
    };
    const ids = moved.map((row) => row.stripId);
    return {
      violations: [{ amount: moved.length, span: null, strips: ids, people: [], facts }],
      unknown: [],
    };
  },

  explain: ({ moved, off, of }) =>
    `${moved} of ${count(of, "published strip")} ${moved === 1 ? "stands" : "stand"} elsewhere than published${off > 0 ? `, ${off} of them in the boneyard` : ""}.`,

  *repairs(_found, { facts: { published, strips } }) {
    for (const row of published.values())
      if (isMoved(row, strips.get(row.stripId))) yield standingAt(row.stripId, row);
  },
});

const isMoved = (row: PublishedStrip, strip: Strip | undefined): boolean =>
  strip !== undefined &&
  strip.status !== "shot" &&
  (strip.startsAt !== row.startsAt || strip.moduleId !== row.moduleId);
