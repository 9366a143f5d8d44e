import * as z from "zod";
import { list, spanText } from "../base/format.ts";
import { type Interval, lengthOf, overlaps } from "../base/interval.ts";
import { levels } from "../base/profile.ts";
import { startedMinutes } from "../base/quantity.ts";
import type { StripId } from "../model/ids.ts";
import type { Placed } from "../model/placed.ts";
import { defineRule, type NotJudged, type Repair } from "../model/rule.ts";
import type { Kit } from "../model/station.ts";
import { isCharger, kitAtWork } from "./kit-use.ts";
import { asOne, changed } from "./offers.ts";

interface Load {
  readonly kit: Kit;
  readonly watts: number;
  readonly span: Interval;
  readonly stripId: StripId;
}
interface Run {
  span: Interval;
  over: number;
  peak: number;
  peakSpan: Interval;
}

export const power = defineRule({
  id: "power",
  level: "hard",
  sentence: "What the film plugs in stays below what a module's outlets supply, at every instant.",
  source:
    "28 V DC in the Russian segment [G], 120 V DC in the US one [S], facts.md §3.4; watts of modules and of kit are assumptions [G] and stand with them.",
  unit: "W·min",
  params: z.object({}),
  scope: "module",
  reads: ["kit"],
  apart: true,
  search: { alone: "anywhere" },

  // The next batteries charge beside the set: where a placement uses batteries, every charger of the film is counted there from rig
  // to strike. Battery-powered kit draws nothing from the outlets. One finding for each unbroken stretch over the supply.
  check({ subject: module, strips, facts: { kit } }) {
    const chargers = [...kit.values()].filter(isCharger);
    const loads: Load[] = [];
    const notKnown = new Map<Kit, Set<StripId>>();
    const plug = (item: Kit, pieces: number, span: Interval, stripId: StripId) => {
      const each = item.watts ?? (item.batteryDrawW === null ? null : 0);
      if (each === null) notKnown.set(item, (notKnown.get(item) ?? new Set()).add(stripId));
      else if (each > 0) loads.push({ kit: item, watts: each * pieces, span, stripId });
    };
    for (const placed of strips) {
      let charges = false;
      for (const use of kitAtWork(placed, kit)) {
        if ((use.kit.batteryDrawW ?? 0) > 0 || isCharger(use.kit)) charges = true;
        if (!isCharger(use.kit)) plug(use.kit, use.pieces, use.span, placed.strip.id);
      }
      if (charges)
        for (const charger of chargers) plug(charger, charger.quantity, placed.span, placed.strip.id);
    }
    const unknown: NotJudged[] = [...notKnown].map(([item, ids]) => ({
      span: null,
      strips: [...ids],
      reason: `${module.name}: the watts of ${item.name} are not known; enter them in the kit list, 0 for what is not plugged in.`,
    }));
    if (loads.length === 0) return { violations: [], unknown };
    if (module.supplyW === null) {
      const ids = [...new Set(loads.map((load) => load.stripId))];
      const reason = `${module.name}: what its outlets supply is not known.`;
      return { violations: [], unknown: [...unknown, { span: null, strips: ids, reason }] };
    }
    const violations = runsOver(loads, module.supplyW).map(({ span, over, peak, peakSpan }) => {
      const during = strips.filter((p) =>
        loads.some((load) => load.stripId === p.strip.id && overlaps(load.span, span)),
      );
      const facts = {
        module: module.name,
        peak: Math.ceil(peak),
        supply: module.supplyW ?? 0,
        over: startedMinutes(over),
        span,
        atPeak: largest(loads.filter((load) => overlaps(load.span, peakSpan))),
      };
      return { amount: facts.over, span, strips: during.map((p) => p.strip.id), people: [], facts };
    });
    return { violations, unknown };
  },

  explain: ({ module, peak, supply, over, span, atPeak }) =>
    `${module}: up to ${peak} W where the outlets supply ${supply} (${spanText(span)}): ${list(atPeak)}; ${over} W·min over.`,

  // One piece less in every set-up that uses it: the smallest that is enough first, then the larger ones.
  *repairs({ strips: ids, facts: { peak, supply } }, { strips, facts: { kit } }) {
    const there = strips.filter((p) => ids.includes(p.strip.id));
    const setUps = there.flatMap((p) => p.setUps.map(({ setUp }) => setUp));
    const used = [...new Set(setUps.flatMap((setUp) => setUp.kitIds))].flatMap((id) => kit.get(id) ?? []);
    const isEnough = (item: Kit) => (item.watts ?? 0) >= peak - supply;
    const drawing = used
      .filter((item) => (item.watts ?? 0) > 0)
      .sort((a, b) => (a.watts ?? 0) - (b.watts ?? 0) || (a.id < b.id ? -1 : 1));
    const [enough, others] = [drawing.filter(isEnough), drawing.filter((item) => !isEnough(item))];
    for (const item of [...enough, ...others.reverse()]) yield oneLess(item, there);
  },
});

function runsOver(loads: readonly Load[], supply: number): readonly Run[] {
  const runs: Run[] = [];
  for (const { span, value } of levels(loads.map(({ span, watts }) => ({ span, weight: watts })))) {
    if (value <= supply + 1e-6) continue;
    const over = (value - supply) * lengthOf(span);
    const last = runs.at(-1);
    if (last?.span.end !== span.start) {
      runs.push({ span, over, peak: value, peakSpan: span });
      continue;
    }
    last.span = { start: last.span.start, end: span.end };
    last.over += over;
    if (value > last.peak) [last.peak, last.peakSpan] = [value, span];
  }
  return runs;
}

/** `LED panel 90 W`: the three that draw most, and the rest in one. */
function largest(loads: readonly Load[]): readonly string[] {
  const sums = new Map<string, number>();
  for (const { kit, watts } of loads) sums.set(kit.name, (sums.get(kit.name) ?? 0) + watts);
  const sorted = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const rest = sorted.slice(3).reduce((sum, [, watts]) => sum + watts, 0);
  const named = sorted.slice(0, 3).map(([name, watts]) => `${name} ${Math.round(watts)} W`);
  return rest > 0 ? [...named, `others ${Math.round(rest)} W`] : named;
}

function oneLess({ id, name }: Kit, strips: readonly Placed[]): Repair {
  const using = strips.filter((p) => p.setUps.some(({ setUp }) => setUp.kitIds.includes(id)));
  const setUps = using.flatMap((p) => p.setUps.map(({ setUp }) => setUp));
  const edits = setUps
    .filter((setUp) => setUp.kitIds.includes(id))
    .map(({ id: setUpId, kitIds }) =>
      changed("setUp", setUpId, { kitIds: kitIds.toSpliced(kitIds.lastIndexOf(id), 1) }),
    );
  const scenes = [...new Set(using.map(({ scene }) => scene.number))];
  return {
    ...asOne(edits),
    words: `One less of ${name} in scene${scenes.length > 1 ? "s" : ""} ${list(scenes)}`,
  };
}
