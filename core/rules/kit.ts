import * as z from "zod";
import { duration, moment, spanText } from "../base/format.ts";
import { elapsed } from "../base/instant.ts";
import { type Interval, lengthOf, overlaps } from "../base/interval.ts";
import { onceOf } from "../base/once.ts";
import { levels, type Profile } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds, startedMinutes } from "../base/quantity.ts";
import type { Flight } from "../model/flight.ts";
import type { KitId, StripId } from "../model/ids.ts";
import type { Placed } from "../model/placed.ts";
import { type Bar, defineRule, type Found, type NotJudged, type Repair } from "../model/rule.ts";
import type { Kit } from "../model/station.ts";
import { ALWAYS, asGap, whenNot } from "./bars.ts";
import { aboardFrom, type KitUse, kitBound } from "./kit-use.ts";
import { asOne, changed, startingAt } from "./offers.ts";

type KitFacts =
  | {
      readonly kind: "wanted";
      readonly kitId: KitId;
      readonly kit: string;
      readonly peak: number;
      readonly have: number;
      readonly scenes: readonly string[];
      readonly span: Interval;
      readonly min: number;
    }
  | {
      readonly kind: "early" | "gone";
      readonly kitId: KitId;
      readonly kit: string;
      readonly scene: string;
      readonly at: EpochSeconds;
      readonly span: Interval;
      readonly min: number;
    };

const GRID_S = 300;

/** When a piece of kit is not aboard; null where that is not known. */
const awayTimes = (item: Kit, flights: readonly Flight[]): Profile | null =>
  onceOf([item, flights], "away", () => {
    const { from, leaves } = stayOf(item, flights);
    if (from === null) return null;
    const until = leaves ?? epochSeconds(Number.POSITIVE_INFINITY);
    return whenNot(from < until ? [{ start: from, end: until }] : []);
  });

export const kit = defineRule({
  id: "kit",
  level: "hard",
  sentence: "A piece of kit is in one place at a time, has arrived when it is used, and has not yet left.",
  source:
    "House rule; 13.75 kg of the film's kit came on Progress MS-17 in July [S], the rest with its ship, facts.md §1.5.",
  unit: "minutes",
  params: z.object({}),
  scope: "plan",
  reads: ["kit", "flights"],
  apart: true,
  search: {
    alone: "bars",
    bars: (placed, { kit: items, flights }) =>
      placed.scene.unit === "landing"
        ? []
        : kitBound(placed, items).flatMap(({ kit: item, pieces, span }): readonly Bar[] => {
            if (pieces > item.quantity) return [{ part: span, never: ALWAYS }];
            if (placed.scene.unit !== "main") return [];
            const never = awayTimes(item, flights);
            return never ? [{ part: span, never }] : [asGap({ part: span, never: ALWAYS })];
          }),
  },

  // Each piece that is missing counts its minutes. Kit is aboard from its own date, else from the hatch opening of the ship that
  // brings it, until the hatch closing of the one that takes it down. The ship unit films in the ship that the kit flies in, the
  // landing unit has kit of its own: neither is asked whether it is aboard, and the landing unit not at all.
  check({ strips, facts: { kit: items, flights } }) {
    const stays = new Map<Kit, Stay>();
    const violations: Found<KitFacts>[] = [];
    for (const placed of strips) {
      if (placed.scene.unit === "landing") continue;
      for (const use of kitBound(placed, items)) {
        const stay = stays.get(use.kit) ?? stayOf(use.kit, flights);
        stays.set(use.kit, stay);
        stay.uses.push(use);
        if (placed.scene.unit !== "main") continue;
        stay.aboard.push(placed.strip.id);
        violations.push(...away(use, stay));
      }
    }
    const unknown: NotJudged[] = [];
    for (const [item, { uses, from, aboard }] of stays) {
      violations.push(...wantedTwice(item, uses));
      if (from !== null || aboard.length === 0) continue;
      const reason = `When ${item.name} comes aboard is not known; enter it in the kit list.`;
      unknown.push({ span: null, strips: aboard, reason });
    }
    return { violations, unknown };
  },

  explain: (f: KitFacts) => {
    switch (f.kind) {
      case "wanted":
        return `${f.kit}: ${f.peak} wanted where there ${f.have === 1 ? "is 1" : `are ${f.have}`} (${spanText(f.span)}; ${f.scenes.length === 1 ? "scene" : "scenes"} ${f.scenes.join(", ")}), ${duration(f.min)} without.`;
      case "early":
        return `Scene ${f.scene}: ${f.kit} is aboard only from ${moment(f.at)}, ${duration(f.min)} are planned without it.`;
      case "gone":
        return `Scene ${f.scene}: ${f.kit} is in the ship home from ${moment(f.at)}, ${duration(f.min)} are planned without it.`;
    }
  },

  // Wait until the kit is there, or until the scene before is done with it: on the five-minute grid. Or take another of its kind.
  *repairs({ strips: ids, span, facts }, { strips, facts: { kit: items } }) {
    const using = strips.filter((p) => ids.includes(p.strip.id));
    if (facts.kind !== "wanted") {
      const [placed] = using;
      if (facts.kind === "early" && placed && span) yield later(placed, elapsed(span.start, facts.at));
      yield* insteadOf(facts.kitId, using, items);
      return;
    }
    const { kitId } = facts;
    const held = strips
      .filter((p) => ids.includes(p.strip.id))
      .flatMap((placed) => {
        const use = kitBound(placed, items).find((u) => u.kit.id === kitId);
        return use ? [{ placed, use }] : [];
      });
    const waits = held
      .flatMap(({ placed, use }) =>
        held
          .filter((other) => other.placed !== placed && overlaps(other.use.span, use.span))
          .map((other) => ({ placed, by: other.use.span.end - use.span.start })),
      )
      .sort((a, b) => a.by - b.by || (a.placed.strip.id < b.placed.strip.id ? -1 : 1));
    for (const { placed, by } of waits) yield later(placed, by);
    yield* insteadOf(kitId, using, items);
  },
});

/** An item's uses, and when it is aboard; null where that is not known, or where it stays. */
interface Stay {
  readonly from: EpochSeconds | null;
  readonly leaves: EpochSeconds | null;
  readonly uses: KitUse[];
  /** Strips of the main unit that use it. */
  readonly aboard: StripId[];
}
const stayOf = (item: Kit, flights: readonly Flight[]): Stay => ({
  from: aboardFrom(item, flights),
  leaves: flights.find((leg) => leg.id === item.downFlightId)?.hatchAt ?? null,
  uses: [],
  aboard: [],
});

/** What of a use lies before the item comes or after it has left. */
function away({ kit: item, span, placed }: KitUse, { from, leaves }: Stay): Found<KitFacts>[] {
  const { scene, strip } = placed;
  const missing = (kind: "early" | "gone", at: EpochSeconds, short: Interval): Found<KitFacts> => {
    const min = startedMinutes(lengthOf(short));
    const facts = { kind, kitId: item.id, kit: item.name, scene: scene.number, at, span: short, min };
    return { amount: min, span: short, strips: [strip.id], people: [], facts };
  };
  const found: Found<KitFacts>[] = [];
  if (from !== null && span.start < from)
    found.push(missing("early", from, { start: span.start, end: epochSeconds(Math.min(from, span.end)) }));
  if (leaves !== null && span.end > leaves)
    found.push(missing("gone", leaves, { start: epochSeconds(Math.max(leaves, span.start)), end: span.end }));
  return found;
}

/** Stretches in which more pieces are wanted than there are. Most items are never wanted twice: they are passed over at once. */
function wantedTwice(item: Kit, uses: Stay["uses"]): Found<KitFacts>[] {
  let busyUntil = Number.NEGATIVE_INFINITY;
  const isClear = uses.every(({ pieces, span }) => {
    const alone = span.start >= busyUntil && pieces <= item.quantity;
    busyUntil = Math.max(busyUntil, span.end);
    return alone;
  });
  if (isClear) return [];
  const runs: { span: Interval; missing: number; peak: number }[] = [];
  for (const { span, value } of levels(uses.map(({ span, pieces }) => ({ span, weight: pieces })))) {
    if (value <= item.quantity) continue;
    const missing = (value - item.quantity) * lengthOf(span);
    const last = runs.at(-1);
    if (last?.span.end === span.start) {
      last.span = { start: last.span.start, end: span.end };
      last.missing += missing;
      last.peak = Math.max(last.peak, value);
    } else runs.push({ span, missing, peak: value });
  }
  return runs.map(({ span, missing, peak }) => {
    const during = uses.filter((use) => overlaps(use.span, span));
    const min = startedMinutes(missing);
    const scenes = [...new Set(during.map((use) => use.placed.scene.number))];
    const facts = { kitId: item.id, kit: item.name, peak, have: item.quantity, scenes, span, min };
    const strips = during.map((use) => use.placed.strip.id);
    return { amount: min, span, strips, people: [], facts: { kind: "wanted", ...facts } };
  });
}

const USES = ["lux", "recordGbPerMin", "cardGb", "batteryWh", "chargeW"] as const;

/** Of the same category, and of use for the same: another camera for a camera, not its lens. */
function* insteadOf(
  id: KitId,
  strips: readonly Placed[],
  items: ReadonlyMap<KitId, Kit>,
): Generator<Repair, void, void> {
  const item = items.get(id);
  if (!item) return;
  const isLike = (other: Kit) =>
    other.id !== id &&
    other.category === item.category &&
    USES.some((use) => item[use] !== null) &&
    USES.every((use) => (other[use] === null) === (item[use] === null));
  for (const other of [...items.values()].filter(isLike))
    for (const { scene, setUps } of strips) {
      const using = setUps.map(({ setUp }) => setUp).filter(({ kitIds }) => kitIds.includes(id));
      if (using.length > 0)
        yield {
          ...asOne(
            using.map((setUp) =>
              changed("setUp", setUp.id, { kitIds: setUp.kitIds.map((k) => (k === id ? other.id : k)) }),
            ),
          ),
          words: `${other.name} for ${item.name} in scene ${scene.number}`,
        };
    }
}

const later = ({ strip, span }: Placed, bySeconds: number): Repair =>
  startingAt([strip.id, epochSeconds(Math.ceil((span.start + bySeconds) / GRID_S) * GRID_S)]);
