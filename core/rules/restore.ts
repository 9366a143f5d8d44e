import * as z from "zod";
import { moment } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { isoOf } from "../base/instant.ts";
import { type Interval, intersect, lengthOf, overlaps } from "../base/interval.ts";
import { type EpochSeconds, epochSeconds, startedMinutes } from "../base/quantity.ts";
import type { CrewBlock } from "../model/block.ts";
import type { Facts } from "../model/facts.ts";
import type { BlockId, SceneId } from "../model/ids.ts";
import type { Person } from "../model/person.ts";
import type { Placed } from "../model/placed.ts";
import { defineRule, type Found, type NotJudged, type Repair, type WantedBlock } from "../model/rule.ts";
import type { Restoration } from "../model/scene.ts";
import { blockSpan } from "./duty.ts";
import { asOne, blockAdded, blockId, changed } from "./offers.ts";
import { remembered } from "./whereabouts.ts";

type Reads = Pick<Facts, "people" | "restorations" | "blocksOf" | "aboard" | "windows">;
/** Why something is not put back in time. */
type Why =
  | "the strike is too short"
  | "nobody is named for it"
  | "nobody stays that long"
  | "no time is set aside for it"
  | "its time is too short"
  | "its time comes before the scene"
  | "its time comes after the hatch closes";
interface NotBack {
  readonly scene: string;
  readonly what: string;
  readonly who: string | null;
  readonly needed: number;
  readonly missing: number;
  readonly why: Why;
  readonly by: EpochSeconds | null;
  /** Asked only when somebody wants to know. */
  readonly mend: () => Repair | null;
  readonly wanted?: WantedBlock;
}
type Missing = readonly Found<NotBack>[];

/** What a strip's strike gives: to the person named, or to the unit. */
function strikeGives(placed: Placed, { personId }: Restoration): number {
  const strike = placed.strike;
  if (!strike) return 0;
  if (personId === null) return lengthOf(strike);
  return placed.calls
    .filter((call) => call.personId === personId)
    .reduce((sum, call) => {
      const there = intersect(call.span, strike);
      return sum + (there ? lengthOf(there) : 0);
    }, 0);
}

/** At every strike of the scene, one thing after another for each person, and for the unit where nobody is named. */
function atStrike(due: readonly Restoration[], strips: readonly Placed[], { people }: Reads): Missing {
  return gather(strips, (placed) => {
    const spent = new Map<Restoration["personId"], number>();
    return gather(due, (r) => {
      const before = spent.get(r.personId) ?? 0;
      spent.set(r.personId, before + r.minutes);
      const left = Math.max(0, strikeGives(placed, r) - before);
      const missing = startedMinutes(Math.max(0, r.minutes - left));
      if (missing <= 0) return [];
      const facts: NotBack = {
        scene: placed.scene.number,
        what: r.what,
        who: (r.personId && people.get(r.personId)?.shortName) ?? null,
        needed: r.minutes,
        missing,
        why: "the strike is too short",
        by: placed.span.end,
        mend: () => ({
          ...changed("strip", placed.strip.id, { strikeMin: placed.strip.strikeMin + missing }),
          words: `${missing} min more in the strike of scene ${placed.scene.number}: ${r.what}`,
        }),
      };
      const people_ = r.personId === null ? [] : [r.personId];
      return [
        {
          amount: missing,
          span: placed.strike ?? placed.span,
          strips: [placed.strip.id],
          people: people_,
          facts,
        },
      ];
    });
  });
}

/** A block to put things back in: what is left of it after what else is put back there. */
interface Slot {
  readonly block: CrewBlock;
  readonly span: Interval | null;
  left: number;
}

const blocksById = remembered(
  (blocks: readonly CrewBlock[]) => new Map(blocks.map((block) => [block.id, block])),
);

function slotsOf({ blocksOf, restorations }: Reads): ReadonlyMap<BlockId, Slot> {
  const slots = new Map<BlockId, Slot>();
  for (const { personId, blockId } of restorations) {
    const own = personId && blocksOf.get(personId);
    const block = own && blockId && blocksById(own).get(blockId);
    if (block && !slots.has(block.id))
      slots.set(block.id, { block, span: blockSpan(block), left: block.durationMin });
  }
  return slots;
}

/** The time set aside for something; a block of somebody else is none. */
const slotFor = ({ personId, blockId }: Restoration, slots: ReadonlyMap<BlockId, Slot>): Slot | undefined => {
  const slot = blockId === null ? undefined : slots.get(blockId);
  return slot?.block.personId === personId ? slot : undefined;
};

/** What stands in the way of putting something back in its block, or null; minutes given, where there are any. */
function given(r: Restoration, slot: Slot | undefined, after: EpochSeconds, until: EpochSeconds) {
  if (!slot?.span) return { min: 0, why: "no time is set aside for it" as const };
  if (slot.span.start < after) return { min: 0, why: "its time comes before the scene" as const };
  if (slot.span.end > until)
    return {
      min: 0,
      why:
        r.due === "handed-over"
          ? ("nobody stays that long" as const)
          : ("its time comes after the hatch closes" as const),
    };
  const min = Math.min(slot.left, r.minutes);
  slot.left -= min;
  return { min, why: "its time is too short" as const };
}

/** Time to put something back in: more of it, or, where `from` says since when it can be, all of it then and before `until`. */
function timeFor(
  r: Restoration,
  { id: personId, shortName }: Person,
  slot: Slot | undefined,
  blocks: readonly CrewBlock[] | undefined,
  missing: number,
  from: EpochSeconds | null,
  until: EpochSeconds,
): Repair | null {
  const words = `to put back: ${r.what}`;
  if (from === null)
    return slot
      ? {
          ...changed("crewBlock", slot.block.id, { durationMin: slot.block.durationMin + missing }),
          words: `${missing} min more of ${shortName} ${words}`,
        }
      : null;
  const min = Math.max(slot?.block.durationMin ?? 0, r.minutes);
  if (from + min * 60 > until) return null;
  if (slot)
    return {
      ...changed("crewBlock", slot.block.id, { startsAt: isoOf(from) }),
      words: `${shortName} at ${moment(from)} ${words}`,
    };
  const then = { start: from, end: epochSeconds(from + min * 60) };
  const isTaken = blocks?.some((other) => {
    const span = blockSpan(other);
    return span !== null && overlaps(span, then);
  });
  if (isTaken) return null;
  const block = blockAdded({ personId, kind: "duty", title: r.what, source: "Rule restore [G]" }, from, min);
  return {
    ...asOne([block, changed("restoration", r.id, { blockId: blockId(personId, "duty", from) })]),
    words: `${min} min of ${shortName} from ${moment(from)} ${words}`,
  };
}

/** At another time than right after the scene. */
const timeWanted = (r: Restoration, personId: Person["id"], within: Interval): WantedBlock => ({
  ...{ kind: "duty", title: `Put back: ${r.what}`.slice(0, 120), source: "Rule restore [G]" },
  ...{ people: [personId], minutes: r.minutes, within },
  with: (id) => changed("restoration", r.id, { blockId: id }),
});

export const restore = defineRule({
  id: "restore",
  level: "hard",
  sentence: "What a scene moved is put back by its due: at strike, before the hatch closes, or by who stays.",
  source:
    "Whoever stayed put the station back in order, and was charged with it [S], facts.md §1.3; minutes for each thing [G].",
  unit: "minutes missing",
  params: z.object({}),
  scope: "plan",
  reads: ["people", "restorations", "blocksOf", "aboard", "windows"],
  search: {
    alone: "start",
    concerns: ({ scene }, { restorations }) => restorations.some((r) => r.sceneId === scene.id),
    // Before the time set aside for it, and before who puts it back leaves.
    turns: ({ scene, span }, facts) => {
      const own = facts.restorations.filter((r) => r.sceneId === scene.id);
      const slots = slotsOf(facts);
      const at = gather(own, (r): readonly number[] => {
        const slot = slotFor(r, slots);
        const stays = (r.personId && facts.aboard.get(r.personId)) ?? [];
        return [...(slot?.span ? [slot.span.start + 1] : []), ...stays.map(({ end }) => end)];
      });
      return [{ edge: span.end, at: at.sort((a, b) => a - b).map(epochSeconds) }];
    },
  },

  // Only what stands in the plan moves anything. At strike is at every strike of the scene: what keeps a way to safety shut does not
  // wait for the next part. Before closing is before the main unit's window ends, and before the person who does it leaves. Handed over
  // means that the person stays on after that, and that a block of theirs stands for it: it is charged to them. One block may serve
  // several things, one after another. Nobody named is a breach, not a gap: it must be somebody's.
  check({ strips, facts }) {
    const { restorations, people, aboard, windows } = facts;
    if (restorations.length === 0) return { violations: [], unknown: [] };
    const ofScene = new Map<SceneId, Placed[]>();
    const moved = new Set(restorations.map((r) => r.sceneId));
    for (const placed of strips)
      if (moved.has(placed.scene.id))
        ofScene.set(placed.scene.id, [...(ofScene.get(placed.scene.id) ?? []), placed]);
    const ends = windows.filter((w) => w.unit === "main").map((w) => w.endsAt);
    const closing = ends.length > 0 ? (Math.max(...ends) as EpochSeconds) : null;
    const slots = slotsOf(facts);
    const due = [...restorations].sort((a, b) => (a.id < b.id ? -1 : 1));
    const unknown: NotJudged[] = [];
    const atOnce = new Map<SceneId, Restoration[]>();
    for (const r of due) if (r.due === "strike") atOnce.set(r.sceneId, [...(atOnce.get(r.sceneId) ?? []), r]);
    const violations: Found<NotBack>[] = gather([...ofScene], ([id, own]) =>
      atStrike(atOnce.get(id) ?? [], own, facts),
    );
    for (const r of due) {
      const own = ofScene.get(r.sceneId);
      if (r.due === "strike" || !own) continue;
      const ids = own.map((p) => p.strip.id);
      const after = Math.max(...own.map((p) => p.span.end)) as EpochSeconds;
      const person = r.personId === null ? undefined : people.get(r.personId);
      const stays = r.personId === null ? undefined : aboard.get(r.personId);
      const scene = own[0]?.scene.number ?? "?";
      if (closing === null || (person && !stays)) {
        const what = closing === null ? "when the hatch closes" : `how long ${person?.shortName} stays`;
        unknown.push({ span: null, strips: ids, reason: `Scene ${scene}, ${r.what}: ${what} is not known.` });
        continue;
      }
      const leaves = stays ? (stays.find((stay) => stay.end > after)?.end ?? after) : closing;
      const slot = slotFor(r, slots);
      const isHandedOver = r.due === "handed-over";
      const until = isHandedOver ? leaves : (Math.min(closing, leaves) as EpochSeconds);
      const { min, why } = !person
        ? { min: 0, why: "nobody is named for it" as const }
        : isHandedOver && leaves <= closing
          ? { min: 0, why: "nobody stays that long" as const }
          : given(r, slot, after, until);
      const missing = r.minutes - min;
      if (missing <= 0) continue;
      const isShort = why === "its time is too short";
      const found: NotBack = {
        scene,
        what: r.what,
        who: person?.shortName ?? null,
        needed: r.minutes,
        missing,
        why,
        by: isHandedOver ? null : until,
        mend: () =>
          person
            ? timeFor(r, person, slot, facts.blocksOf.get(person.id), missing, isShort ? null : after, until)
            : null,
        ...(person && !slot && after < until
          ? { wanted: timeWanted(r, person.id, { start: after, end: until }) }
          : {}),
      };
      violations.push({
        amount: missing,
        span: slot?.span ?? null,
        strips: ids,
        people: person ? [person.id] : [],
        facts: found,
      });
    }
    return { violations, unknown };
  },

  explain: ({ scene, what, who, needed, missing, why, by }) =>
    `Scene ${scene}, ${what}${who ? ` (${who})` : ""}: ${missing} of ${needed} min missing to put it back${by === null ? "" : ` by ${moment(by)}`}: ${why}.`,

  wants: ({ facts: { wanted } }) => (wanted ? [wanted] : []),

  *repairs({ facts: { mend } }) {
    const repair = mend();
    if (repair) yield repair;
  },
});
