import { dateOf, plusMinutes } from "#core/base/instant.ts";
import { minutes } from "#core/base/quantity.ts";
import type { BlockKind, CrewBlock } from "#core/model/block.ts";
import type { Entity, EntityName, Tables } from "#core/model/entities.ts";
import type { Facts } from "#core/model/facts.ts";
import type { Placed } from "#core/model/placed.ts";
import { type Checked, startCheck } from "#core/rules/check.ts";
import { dateFor } from "#core/rules/duty.ts";
import { october } from "./days.ts";

/** One thing gone wrong in a plan that fits, and the rule that says so. */
export interface Sabotage {
  readonly ruleId: string;
  readonly what: string;
  spoil(plan: Checked): Tables;
}

type Rows<N extends EntityName> = Tables[N];
const changed = <N extends EntityName>(
  tables: Tables,
  entity: N,
  id: string,
  changes: Partial<Entity<N>>,
): Tables => ({
  ...tables,
  [entity]: (tables[entity] as readonly Entity<N>[]).map((row) =>
    (row as { id: string }).id === id ? { ...row, ...changes } : row,
  ) as unknown as Rows<N>,
});
const without = <N extends EntityName>(tables: Tables, entity: N, id: string): Tables => ({
  ...tables,
  [entity]: (tables[entity] as readonly Entity<N>[]).filter((row) => (row as { id: string }).id !== id),
});

/** The first placement of the main unit, in order, that may be moved and is such. */
function firstOf({ inOrder }: Facts, is: (placed: Placed) => boolean): Placed {
  const found = inOrder.find(
    (p) => p.scene.unit === "main" && !p.strip.isPinned && p.strip.status === "planned" && is(p),
  );
  if (!found) throw new Error("no such placement in the sample");
  return found;
}
const isMust = ({ setUps }: Placed) => setUps.some(({ setUp }) => setUp.tier === "must");
const moved = (tables: Tables, { strip }: Placed, by: number): Tables =>
  changed(tables, "strip", strip.id, {
    startsAt: strip.startsAt === null ? null : plusMinutes(strip.startsAt, minutes(by)),
  });

/** What stands in some people's plan on a day of October. */
const blocksOf = (tables: Tables, kind: BlockKind, day: number, people: readonly string[]) =>
  tables.crewBlock.filter(
    (b) => b.kind === kind && people.includes(b.personId) && dateOf(b.startsAt) === october(day),
  );
function withoutBlocks(tables: Tables, ...of: [BlockKind, number, readonly string[]]): Tables {
  const gone = blocksOf(tables, ...of);
  if (gone.length === 0) throw new Error("no such time in the sample");
  return { ...tables, crewBlock: tables.crewBlock.filter((b) => !gone.includes(b)) };
}

const endOf = ({ startsAt, durationMin }: CrewBlock) => plusMinutes(startsAt, durationMin);

/** Two scenes each begin when the other did. */
function exchanged({ facts, snapshot: { tables } }: Checked, ...scenes: readonly [string, string]): Tables {
  const [a, b] = scenes.map((number) => firstOf(facts, (p) => p.scene.number === number).strip);
  const there = changed(tables, "strip", a?.id ?? "", { startsAt: b?.startsAt ?? null });
  return changed(there, "strip", b?.id ?? "", { startsAt: a?.startsAt ?? null });
}

export const SABOTAGES: readonly Sabotage[] = [
  {
    ruleId: "must-scenes",
    what: "a must scene lies in the boneyard",
    spoil({ facts, snapshot: { tables } }) {
      const { strip } = firstOf(facts, isMust);
      return changed(tables, "strip", strip.id, { startsAt: null, moduleId: null });
    },
  },
  {
    ruleId: "movement-envelope",
    what: "an action asks for more room than its module has",
    spoil({ facts, snapshot: { tables } }) {
      const placed = firstOf(facts, ({ moduleId }) => moduleId === "cupola" || moduleId === "poisk");
      return changed(tables, "setUp", placed.setUps[0]?.setUp.id ?? "", { clearLengthCm: 400 });
    },
  },
  {
    ruleId: "window-light",
    what: "a set-up at a window asks for the other light",
    spoil({ facts, snapshot: { tables } }) {
      const { setUps } = firstOf(facts, (p) => p.setUps.some(({ setUp }) => setUp.light === "day"));
      const setUp = setUps.find((s) => s.setUp.light === "day")?.setUp;
      return changed(tables, "setUp", setUp?.id ?? "", { light: "night" });
    },
  },
  {
    ruleId: "crew-time-ledger",
    what: "an hour less of somebody's time is granted",
    spoil({ facts, snapshot: { tables } }) {
      const isCrew = (id: string) => facts.people.get(id as never)?.category === "expedition-crew";
      const placed = firstOf(facts, (p) => p.calls.some((c) => isCrew(c.personId)));
      const call = placed.calls.find((c) => isCrew(c.personId));
      const date = call && dateFor(facts.days, call.span);
      const row = tables.allocation.find((a) => a.personId === call?.personId && a.date === date);
      return changed(tables, "allocation", row?.id ?? "", { minutes: minutes(0) });
    },
  },
  {
    ruleId: "kit",
    what: "a piece of kit comes two days late",
    spoil({ facts, snapshot: { tables } }) {
      const { setUps, span } = firstOf(facts, (p) =>
        p.setUps.some(({ setUp }) => setUp.kitIds.includes("helmet" as never)),
      );
      const id = setUps.flatMap(({ setUp }) => setUp.kitIds).find((k) => (k as string) === "helmet");
      return changed(tables, "kit", id ?? "", {
        upFlightId: null,
        aboardFrom: plusMinutes(span.start, minutes(60)),
      });
    },
  },
  {
    ruleId: "noise",
    what: "a module is loud",
    spoil({ facts, snapshot: { tables } }) {
      const { moduleId } = firstOf(facts, (p) => p.setUps.some(({ setUp }) => setUp.syncSound));
      return changed(tables, "module", moduleId ?? "", { noiseDba: 70 });
    },
  },
  {
    ruleId: "power",
    what: "outlets give little",
    spoil({ facts, snapshot: { tables } }) {
      const { moduleId } = firstOf(facts, (p) =>
        p.setUps.some(({ setUp }) => setUp.kitIds.includes("led-panel" as never)),
      );
      return changed(tables, "module", moduleId ?? "", { supplyW: 140 });
    },
  },
  {
    ruleId: "training-gate",
    what: "a certificate has run out",
    spoil({ facts, snapshot: { tables } }) {
      const needed = new Set(tables.certificate.filter((c) => c.jobs.length > 0).map((c) => c.id));
      const held = tables.holding.filter((h) => needed.has(h.certificateId));
      const found = held.find((h) => {
        const jobs = tables.certificate.find((c) => c.id === h.certificateId)?.jobs ?? [];
        return facts.inOrder.some((p) =>
          p.calls.some((c) => c.personId === h.personId && c.jobs.some((job) => jobs.includes(job))),
        );
      });
      return changed(tables, "holding", found?.id ?? "", { validUntil: "2021-10-06" });
    },
  },
  {
    ruleId: "sleep",
    what: "a scene is shot at night",
    spoil: ({ facts, snapshot: { tables } }) =>
      moved(
        tables,
        firstOf(facts, () => true),
        11 * 60,
      ),
  },
  {
    ruleId: "scene-order",
    what: "what comes after stands before",
    spoil({ facts, snapshot: { tables } }) {
      const order = tables.sceneOrder.find((o) =>
        [o.firstSceneId, o.thenSceneId].every((id) => facts.inOrder.some((p) => p.scene.id === id)),
      );
      const [first, then] = [order?.firstSceneId, order?.thenSceneId].map((id) =>
        facts.inOrder.find((p) => p.scene.id === id),
      ) as [Placed, Placed];
      const there = changed(tables, "strip", first.strip.id, { startsAt: then.strip.startsAt });
      return changed(there, "strip", then.strip.id, { startsAt: first.strip.startsAt });
    },
  },
  {
    ruleId: "module-exclusive",
    what: "two scenes in one module at once",
    spoil({ facts, snapshot: { tables } }) {
      const first = firstOf(facts, () => true);
      const then = firstOf(facts, (p) => p.moduleId === first.moduleId && p.scene.id !== first.scene.id);
      return changed(tables, "strip", then.strip.id, { startsAt: first.strip.startsAt });
    },
  },
  {
    ruleId: "jobs-filled",
    what: "nobody is down for a job",
    spoil({ facts, snapshot: { tables } }) {
      const { strip } = firstOf(facts, (p) => p.setUps.some(({ setUp }) => setUp.jobs.includes("camera")));
      const row = tables.assignment.find((a) => a.stripId === strip.id && a.job === "camera");
      return without(tables, "assignment", row?.id ?? "");
    },
  },
  {
    ruleId: "escort",
    what: "a guest is alone in the other segment",
    spoil({ facts, snapshot: { tables } }) {
      const asks = new Set(tables.module.filter((m) => m.needsEscort).map((m) => m.id));
      const { strip } = firstOf(
        facts,
        (p) =>
          p.moduleId !== null &&
          asks.has(p.moduleId) &&
          tables.assignment.some((a) => a.stripId === p.strip.id && a.job === "escort"),
      );
      const row = tables.assignment.find((a) => a.stripId === strip.id && a.job === "escort");
      return without(tables, "assignment", row?.id ?? "");
    },
  },
  {
    ruleId: "spotter",
    what: "a camera flies and nobody watches",
    spoil({ facts, snapshot: { tables } }) {
      const { strip } = firstOf(
        facts,
        (p) =>
          p.setUps.some(({ setUp }) => setUp.movingCamera) &&
          tables.assignment.some((a) => a.stripId === p.strip.id && a.job === "spotter"),
      );
      const row = tables.assignment.find((a) => a.stripId === strip.id && a.job === "spotter");
      return without(tables, "assignment", row?.id ?? "");
    },
  },
  {
    ruleId: "meal-break",
    what: "one of the film crew has no midday meal",
    spoil: ({ snapshot: { tables } }) => withoutBlocks(tables, "meal", 9, ["shipenko"]),
  },
  {
    ruleId: "meal-break",
    what: "the film crew has no midday meal",
    spoil: ({ snapshot: { tables } }) => withoutBlocks(tables, "meal", 11, ["shipenko", "peresild"]),
  },
  {
    ruleId: "exercise",
    what: "one of two sessions of exercise is not in the plan",
    spoil({ snapshot: { tables } }) {
      const own = blocksOf(tables, "exercise", 8, ["dubrov"]);
      return without(tables, "crewBlock", own[0]?.id ?? "");
    },
  },
  {
    ruleId: "exercise",
    what: "a day has no exercise",
    spoil: ({ snapshot: { tables } }) => withoutBlocks(tables, "exercise", 15, ["novitsky"]),
  },
  {
    ruleId: "conferences",
    what: "the day is not planned with the ground",
    spoil: ({ snapshot: { tables } }) => withoutBlocks(tables, "conference", 12, ["dubrov"]),
  },
  {
    ruleId: "conferences",
    what: "a newcomer does not see the surgeon",
    spoil: ({ snapshot: { tables } }) => withoutBlocks(tables, "medical", 7, ["peresild"]),
  },
  {
    ruleId: "handover",
    what: "the commanders do not meet",
    spoil: ({ snapshot: { tables } }) => withoutBlocks(tables, "handover", 10, ["novitsky", "shkaplerov"]),
  },
  {
    ruleId: "arrival-safety",
    what: "a newcomer is not briefed",
    spoil: ({ snapshot: { tables } }) =>
      [5, 6].reduce((all, day) => withoutBlocks(all, "briefing", day, ["shipenko"]), tables),
  },
  {
    ruleId: "meal-break",
    what: "a scene is shot when its director should eat",
    spoil(plan) {
      const { facts, snapshot } = plan;
      const { strip } = firstOf(facts, ({ scene }) => scene.number === "12");
      const [meal] = blocksOf(snapshot.tables, "meal", 7, ["shipenko"]);
      const there = changed(snapshot.tables, "strip", strip.id, { startsAt: meal?.startsAt ?? null });
      return withoutBlocks(there, "meal", 7, ["shipenko"]);
    },
  },
  {
    ruleId: "exercise",
    what: "a task that may move stands where exercise was",
    spoil({ snapshot: { tables } }) {
      const [, gone] = blocksOf(tables, "exercise", 5, ["dubrov"]);
      const task = tables.crewBlock.find(
        (b) => b.personId === gone?.personId && b.earliestAt !== null && endOf(b) === gone.startsAt,
      );
      if (!gone || !task) throw new Error("no such task in the sample");
      const there = without(tables, "crewBlock", gone.id);
      // Neither what it leaves nor what is left behind it is as long as the exercise.
      return changed(there, "crewBlock", task.id, { startsAt: plusMinutes(task.startsAt, minutes(60)) });
    },
  },
  {
    ruleId: "exercise",
    what: "two scenes stand in each other's place",
    spoil: (plan) => exchanged(plan, "46", "33"),
  },
  {
    ruleId: "exercise",
    what: "two scenes of a day stand in each other's place",
    spoil: (plan) => exchanged(plan, "32", "26"),
  },
  {
    ruleId: "inside-window",
    what: "a day is closed to the film",
    spoil: ({ snapshot: { tables } }) => ({
      ...tables,
      shootDay: tables.shootDay.map((day) => (day.date === october(10) ? { ...day, isClosed: true } : day)),
    }),
  },
  {
    ruleId: "station-duty",
    what: "a task comes up at the end of a scene",
    spoil({ facts, snapshot: { tables } }) {
      const { span, calls } = firstOf(facts, ({ scene }) => scene.number === "3");
      const model = tables.crewBlock.find((b) => b.kind === "duty" && b.personId === calls[0]?.personId);
      if (!model) throw new Error("no such task in the sample");
      const task = {
        ...model,
        id: "comes-up" as CrewBlock["id"],
        title: "Television link",
        startsAt: plusMinutes(span.end, minutes(-40)),
      };
      return { ...tables, crewBlock: [...tables.crewBlock, { ...task, durationMin: minutes(60) }] };
    },
  },
  {
    ruleId: "restore",
    what: "no time is set aside to put something back",
    spoil({ facts, snapshot: { tables } }) {
      const row = facts.restorations.find((r) => r.blockId !== null);
      const bare = without(tables, "crewBlock", row?.blockId ?? "");
      return changed(bare, "restoration", row?.id ?? "", { blockId: null });
    },
  },
  {
    ruleId: "rig-time",
    what: "a rig is too short",
    spoil({ facts, snapshot: { tables } }) {
      const { strip } = firstOf(facts, (p) => p.strip.rigMin >= 15);
      return changed(tables, "strip", strip.id, { rigMin: minutes(0) });
    },
  },
];

/** The plan with one thing gone wrong. */
export const spoilt = (plan: Checked, { spoil }: Sabotage): Checked =>
  startCheck({ ...plan.snapshot, tables: spoil(plan) });
