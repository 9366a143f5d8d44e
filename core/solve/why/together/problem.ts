import type { StripId } from "../../../model/ids.ts";
import type { RuleSetting } from "../../../model/rule-setting.ts";
import type { ScenarioSnapshot } from "../../../model/snapshot.ts";
import type { Strip } from "../../../model/strip.ts";
import { ownRuleId } from "../../../rules/own/own-rule.ts";
import { rigTime } from "../../../rules/rig-time.ts";
import { slowdown } from "../../../rules/slowdown.ts";
import type { ProblemSpec, Placement as Slot } from "../../engine/problem.ts";
import type { Placement } from "../../placement.ts";
import { type Compiled, type CompileInput, compile } from "../../plan/compile.ts";
import type { Parted } from "../../plan/fixed.ts";
import { lengthsOf } from "../../plan/lengths.ts";
import type { Views } from "../../plan/views.ts";
import { waysFrom } from "../../plan/ways.ts";
import type { Holding } from "./holding.ts";
import { notLonger, shortened } from "./looser.ts";
import type { Room } from "./room.ts";

/** Strips as problems of the engine: alone in a room, in company, and looser. */

/** What an item counts for; whole, and so that prices tell it apart. */
export const EACH = 1_000;
export interface Asked {
  readonly of: Problems;
  readonly ids: ReadonlySet<StripId>;
  /** How many of them may be anywhere. */
  readonly wanted: number;
}
export type Problems = ReturnType<typeof problemsOf>;

/** Of some strips in a room in which something holds; each is put together when it is asked for. */
export function problemsOf(room: Room, among: ReadonlySet<StripId>, holding: Holding) {
  const { bare, facts, today } = room;
  const pins = room.pins.filter(({ strip }) => holding.pin(strip.id));
  const isPin = new Set(pins.map(({ strip }) => strip.id));
  // A pin that may go is no more in the way than a strip of the boneyard.
  const loosened = room.pins.filter(({ strip }) => !isPin.has(strip.id));
  const free = [
    ...room.free,
    ...loosened.filter(({ strip }) => strip.status !== "shot").map(({ strip }) => strip),
  ];
  const alone: Parted = { fixed: pins, free: free.filter((strip) => among.has(strip.id)) };
  const ruled = withoutRules(
    emptied(
      bare,
      loosened.map(({ strip }) => strip.id),
    ),
    holding,
  );
  const views: Views = {
    ...room.views,
    rules: room.views.rules.filter(({ rule }) => holding.rule(rule.id)),
    caps: (of) => room.views.caps(of).filter(({ account }) => holding.account(of.rule.id, account)),
  };
  const lengths = notLonger(lengthsOf(ruled, facts), lengthsOf(bare, facts), holding, facts);
  const standing = new Map([...today].filter(([id]) => among.has(id)));
  const asked = { views, from: standing };
  const ways = waysFrom(views, lengths, standing, 0);
  const compiled = (parted: Parted): Known => ({
    parted,
    compiled: compiledOf({ ...asked, lengths, ways, parted }),
  });
  const short = shortened(lengths, free, facts);
  const loose = compiledOf({
    ...{ ...asked, parted: alone, lengths: short },
    ways: waysFrom(views, short, standing, 0),
  });
  let relaxed: ProblemSpec | null = null;
  let [strict, inCompany]: (Known | null)[] = [null, null];
  return {
    ...{ room, holding, ruled, views, lengths, alone },
    loose,
    relaxed() {
      relaxed ??= loose.relaxed();
      return relaxed;
    },
    strict() {
      strict ??= compiled(alone);
      return strict;
    },
    /** With all that stands in the same modules, for it may leave a rig standing. */
    inCompany() {
      const modules = new Set(alone.free.map(({ sceneId }) => facts.scenes.get(sceneId)?.moduleId));
      const isBeside = ({ sceneId }: Strip) => modules.has(facts.scenes.get(sceneId)?.moduleId);
      inCompany ??= compiled({ fixed: pins, free: free.filter((s) => among.has(s.id) || isBeside(s)) });
      return inCompany;
    },
  };
}
/** With all the time that it takes. */
function compiledOf(input: CompileInput): Compiled {
  const compiled = compile(input);
  if (!compiled) throw new Error("Nothing stops it.");
  return compiled;
}

/** A problem, and the strips that it is of. */
export interface Known {
  readonly parted: Parted;
  readonly compiled: Compiled;
}

/** The same with only some of the strips that may move. */
export function only({ parted, compiled }: Known, ids: ReadonlySet<StripId>): Known {
  const { strict, stripOf, leadOf, shootOf, start } = compiled;
  const kept = [...strict.items.keys()].filter((i) => strict.items[i]?.pinned || ids.has(stripOf(i)));
  if (kept.length === strict.items.length) return { parted, compiled };
  const own = (placement: Slot): Slot => ({ ...placement, item: kept[placement.item] as number });
  const now = new Map(kept.map((item, i) => [item, i]));
  return {
    parted: { ...parted, free: parted.free.filter(({ id }) => ids.has(id)) },
    compiled: {
      ...compiled,
      strict: someOf(strict, kept),
      start: start.flatMap((slot) => {
        const item = now.get(slot.item);
        return item === undefined ? [] : [{ ...slot, item }];
      }),
      stripOf: (item) => stripOf(kept[item] as number),
      leadOf: (slot) => leadOf(own(slot)),
      shootOf: (slot) => shootOf(own(slot)),
    },
  };
}

/** A problem of some of the items. */
export function someOf(spec: ProblemSpec, kept: readonly number[]): ProblemSpec {
  const now = new Map(kept.map((item, i) => [item, i]));
  const orders = spec.orders.flatMap((order) => {
    const [first, then] = [now.get(order.first), now.get(order.then)];
    return first === undefined || then === undefined ? [] : [{ ...order, first, then }];
  });
  return { ...spec, orders, items: kept.map((item) => spec.items[item] as ProblemSpec["items"][number]) };
}

/** Every strip that is asked about counts the same, and nothing else but next to nothing. */
export const counted = (spec: ProblemSpec, isAsked: (item: number) => boolean): ProblemSpec => ({
  ...spec,
  tags: [],
  transition: (before, now) => ({ ...spec.transition(before, now), cost: 0 }),
  items: spec.items.map((item, i) => ({
    ...item,
    must: false,
    options: item.options.map((option) => ({
      ...option,
      tags: [],
      points: item.pinned ? 0 : isAsked(i) ? EACH : 1,
    })),
  })),
});

/** Placements as the engine has them, of those that it can have so. */
export function slotsOf(
  placements: readonly Placement[],
  { strict, stripOf, shootOf }: Compiled,
): readonly Slot[] {
  const at = (start: number, item = 0, option = 0) =>
    shootOf({ item, option, unit: 0, day: 0, level: 0, start });
  const [origin, next] = [at(0).shootAt, at(1).shootAt];
  const to = new Map(placements.map((p) => [p.stripId, p]));
  return strict.items.flatMap(({ options, pinned }, item): Slot[] => {
    const placement = pinned ? undefined : to.get(stripOf(item));
    if (!placement) return [];
    const start = (placement.startsAt + placement.rigMin * 60 - origin) / (next - origin);
    for (const [option, { levels, unit }] of options.entries()) {
      if (at(start, item, option).shootMin !== placement.shootMin) continue;
      const day = strict.days.findIndex((_, d) =>
        levels.some(({ starts }) => isAmong(starts[d] ?? [], start)),
      );
      if (day >= 0) return [{ item, option, unit, day, level: 0, start }];
    }
    return [];
  });
}

/** Pairs of the first and the last start of a stretch. */
const isAmong = (pairs: readonly number[], start: number): boolean =>
  pairs.some((from, i) => i % 2 === 0 && from <= start && start <= (pairs[i + 1] ?? from));

/** The plan with some rules switched off: those that give lengths, and the production's own. The others are left out where they are asked. */
function withoutRules(snapshot: ScenarioSnapshot, { rule: holds }: Holding): ScenarioSnapshot {
  const { ruleSetting, ownRule } = snapshot.tables;
  const off = [rigTime.id, slowdown.id].filter((id) => !holds(id));
  const isOff = (id: string) => off.includes(id);
  const rows = off.map((id) => ({ id: id as RuleSetting["id"], isEnabled: false, params: {}, reason: "" }));
  return {
    ...snapshot,
    tables: {
      ...snapshot.tables,
      ruleSetting: [...ruleSetting.filter(({ id }) => !isOff(id)), ...rows],
      ownRule: ownRule.filter((row) => holds(ownRuleId(row))),
    },
  };
}

const emptied = (snapshot: ScenarioSnapshot, ids: readonly StripId[]): ScenarioSnapshot =>
  ids.length === 0
    ? snapshot
    : {
        ...snapshot,
        tables: {
          ...snapshot.tables,
          strip: snapshot.tables.strip.map((s) =>
            ids.includes(s.id) ? { ...s, startsAt: null, moduleId: null } : s,
          ),
        },
      };
