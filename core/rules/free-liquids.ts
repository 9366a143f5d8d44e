import * as z from "zod";
import { list } from "../base/format.ts";
import { lengthOf } from "../base/interval.ts";
import { startedMinutes } from "../base/quantity.ts";
import { parameter } from "../model/parameter.ts";
import type { PlacedSetUp } from "../model/placed.ts";
import { defineRule } from "../model/rule.ts";
import { changed } from "./offers.ts";

const minutesOf = (setUps: readonly PlacedSetUp[]): number =>
  startedMinutes(setUps.reduce((sum, { span }) => sum + (span.start < span.end ? lengthOf(span) : 0), 0));

export const freeLiquids = defineRule({
  id: "free-liquids",
  level: "hard",
  sentence:
    "Blood, liquid and powder are approved and contained; after them they are vacuumed up and the air is clean before strike ends.",
  source: "30 min [G]: what floats reaches the next intake within minutes; each set-up names its approval.",
  unit: "minutes missing",
  params: z.object({
    cleanMin: parameter("Cleaning before strike ends", "min", z.number().int().min(0).max(240).default(30)),
  }),
  scope: "strip",
  reads: ["setUpsOfStrip"],
  search: { alone: "anywhere" },
  near: { setUpsOfStrip: { before: 0, after: 0 } },
  sees: ({ subject: { strip }, facts }) => [facts.setUpsOfStrip.get(strip.id)],

  // Without approval, or not contained, no minute of the set-up may be shot, so that all of them are missing; one that is neither counts
  // once. Cleaning is work of the strike: what is shot after the liquid in the same strip does not clean the air. A liquid that is in
  // the can is still in the air, so that its strike counts as before.
  check({ subject: { strip, scene, setUps, span }, facts: { setUpsOfStrip } }, { cleanMin }) {
    const floating = (setUpsOfStrip.get(strip.id) ?? []).filter((setUp) => setUp.freeLiquid !== "none");
    if (floating.length === 0) return { violations: [], unknown: [] };
    const open = setUps.filter(({ setUp }) => setUp.freeLiquid !== "none" && !setUp.isShot);
    const unapproved = open.filter(({ setUp }) => setUp.freeLiquidApproval === "");
    const loose = open.filter(({ setUp }) => !setUp.isContained);
    const lost = minutesOf(open.filter((s) => unapproved.includes(s) || loose.includes(s)));
    const short = Math.max(0, cleanMin - strip.strikeMin);
    const amount = lost + short;
    if (amount === 0) return { violations: [], unknown: [] };
    const labels = (of: readonly PlacedSetUp[]) => of.map(({ setUp }) => setUp.label);
    const found = {
      scene: scene.number,
      what: [...new Set(floating.map((s) => s.freeLiquid))],
      unapproved: labels(unapproved),
      loose: labels(loose),
      lost,
      short,
      cleanMin,
    };
    return { violations: [{ amount, span, strips: [strip.id], people: [], facts: found }], unknown: [] };
  },

  explain: ({ scene, what, unapproved, loose, lost, short, cleanMin }) => {
    const setUps = (labels: readonly string[]) => `set-up${labels.length > 1 ? "s" : ""} ${list(labels)}`;
    const said = [
      ...(unapproved.length > 0 ? [`${setUps(unapproved)} not approved`] : []),
      ...(loose.length > 0 ? [`${setUps(loose)} not contained`] : []),
      ...(lost > 0 ? [`${lost} min that may not be shot`] : []),
      ...(short > 0 ? [`strike ${short} min short of the ${cleanMin} for vacuuming and clean air`] : []),
    ];
    return `Scene ${scene} (${list(what)} afloat): ${said.join(", ")}.`;
  },

  *repairs({ facts: { scene, short, cleanMin } }, { subject: { strip } }) {
    if (short > 0)
      yield {
        ...changed("strip", strip.id, { strikeMin: cleanMin }),
        words: `Strike of scene ${scene} ${cleanMin} min instead of ${strip.strikeMin}`,
      };
  },
});
