// How soon it is said why a scene has no place, on planted conflicts: in a plan in which the scene goes in, one thing is taken away so
// that it no longer does. Every answer is verified by the checker: the set named cannot hold at any start of the grid, without any one
// member it can, and what was planted is in it.
//
//   npm run bench -- why [--seconds 0]   --seconds: ways out are sought as well, so long at the most
//
// One conflict after the other in one process. The time of the processor is told beside that of the clock: where they differ, something
// else was running.
import { parseArgs } from "node:util";
import { plusMinutes } from "#core/base/instant.ts";
import { type EpochSeconds, epochSeconds, minutes } from "#core/base/quantity.ts";
import { seededRandom } from "#core/base/random.ts";
import type { Bundle } from "#core/model/bundle.ts";
import { tablesOf } from "#core/model/bundle.ts";
import type { Entity, Tables } from "#core/model/entities.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import type { Strip } from "#core/model/strip.ts";
import { startCheck } from "#core/rules/check.ts";
import { rules } from "#core/rules/index.ts";
import { effectOf } from "#core/scenario/effect.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { withPlacements } from "#core/solve/placement.ts";
import { lengthsOf } from "#core/solve/plan/lengths.ts";
import { type Case, caseOf, freeStarts } from "#core/solve/why/case.ts";
import { type Conflict, conflictOf } from "#core/solve/why/conflict.ts";
import { type Member, ruled, ruleIn, staying, stayingIn } from "#core/solve/why/member.ts";
import { toldOf } from "#core/solve/why/told.ts";
import { whyNot } from "#core/solve/why/why.ts";
import { syntheticProduction } from "#seeds/generate/production.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { report, timingOf } from "./measure/report.ts";

const PLANTED = 30;
const { values } = parseArgs({ options: { seconds: { type: "string" } } });
const seconds = Number(values.seconds ?? 0);

type Plant = (
  snapshot: ScenarioSnapshot,
  strip: Strip,
  at: Case,
) => { readonly snapshot: ScenarioSnapshot; readonly is: Member } | null;

const withTables = (snapshot: ScenarioSnapshot, tables: Partial<Tables>): ScenarioSnapshot => ({
  ...snapshot,
  tables: { ...snapshot.tables, ...tables },
});
const peopleOf = ({ alone }: Case) => (alone.placed(0)?.calls ?? []).map((call) => call.personId);
const windowOf = ({ alone }: Case) => {
  const [first, last] = [alone.shootAt[0], alone.shootAt.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
};
const daysIn = (from: EpochSeconds, to: EpochSeconds) => Math.ceil((to - from) / 86_400) + 2;
const dayBefore = (at: EpochSeconds) => plusMinutes(at, minutes(-1_440));

/** One way each to take away what a scene needs. */
const PLANTS: Readonly<Record<string, Plant>> = {
  "light cut": (snapshot, strip, { bare }) => {
    const asked = (bare.facts.setUpsOfStrip.get(strip.id) ?? []).find(
      (s) => s.light === "day" || s.light === "night",
    );
    const { light } = snapshot;
    const spans = light.spans.map(
      (s) => ({ ...s, kind: asked?.light === "day" ? "night" : "day" }) as typeof s,
    );
    return asked
      ? { snapshot: { ...snapshot, light: { ...light, spans } }, is: ruled("window-light") }
      : null;
  },
  "allocation cut": (snapshot, _, at) => {
    const crew = new Set(
      peopleOf(at).filter((id) => at.bare.facts.people.get(id)?.category === "expedition-crew"),
    );
    const allocation = snapshot.tables.allocation.map((a) =>
      crew.has(a.personId) ? { ...a, minutes: minutes(5) } : a,
    );
    return crew.size > 0 && at.scene.unit === "main"
      ? { snapshot: withTables(snapshot, { allocation }), is: ruled("crew-time-ledger") }
      : null;
  },
  "module closed": (snapshot, _, at) => {
    const window = windowOf(at);
    const { moduleId } = at.scene;
    if (!window || !moduleId) return null;
    const [event] = snapshot.tables.stationEvent;
    if (!event) return null;
    const from = dayBefore(window.first);
    const closed: Entity<"stationEvent"> = {
      ...event,
      id: "planted" as typeof event.id,
      startsAt: from,
      durationMin: minutes(1_440 * daysIn(from, window.last)),
      moduleIds: [moduleId],
      personIds: [],
    };
    return {
      snapshot: withTables(snapshot, { stationEvent: [...snapshot.tables.stationEvent, closed] }),
      is: ruled("station-events"),
    };
  },
  "person on duty": (snapshot, _, at) => {
    const window = windowOf(at);
    const [block] = snapshot.tables.crewBlock;
    const personId = peopleOf(at)[0];
    if (!window || !block || !personId) return null;
    const from = dayBefore(window.first);
    const days = daysIn(from, window.last);
    const duty = Array.from(
      { length: days },
      (_, day): Entity<"crewBlock"> => ({
        ...block,
        id: `planted-${day}` as typeof block.id,
        personId,
        kind: "duty",
        startsAt: plusMinutes(from, minutes(1_440 * day)),
        durationMin: minutes(1_440),
        earliestAt: null,
        latestAt: null,
        moduleId: null,
        deviceId: null,
      }),
    );
    return {
      snapshot: withTables(snapshot, { crewBlock: [...snapshot.tables.crewBlock, ...duty] }),
      is: ruled("station-duty"),
    };
  },
  "days lost": (snapshot, _, at) => {
    if (at.scene.unit !== "main") return null;
    const shootDay = snapshot.tables.shootDay.map((day) => ({ ...day, isClosed: true }));
    return { snapshot: withTables(snapshot, { shootDay }), is: ruled("inside-window") };
  },
  "nobody comes aboard": (snapshot, _, at) => {
    const window = windowOf(at);
    if (!window || at.scene.unit !== "main") return null;
    const after = plusMinutes(window.last, minutes(1_440));
    const flight = snapshot.tables.flight.map((f) => ({
      ...f,
      hatchAt: f.direction === "up" ? after : f.hatchAt,
    }));
    return { snapshot: withTables(snapshot, { flight }), is: ruled("aboard") };
  },
  "certificates gone": (snapshot, _, at) => {
    const people = new Set(peopleOf(at));
    const holding = snapshot.tables.holding.filter((h) => !people.has(h.personId));
    return { snapshot: withTables(snapshot, { holding }), is: ruled("training-gate") };
  },
  "another pinned in the way": (snapshot, strip, at) => {
    const isGranted = new Set(snapshot.tables.allocation.map((a) => a.personId));
    if (peopleOf(at).some((id) => isGranted.has(id))) return null; // Their day's account would be a reason as well.
    const length = (at.alone.placed(0)?.span.end ?? 0) - (at.alone.placed(0)?.span.start ?? 0);
    const people = new Set(peopleOf(at));
    // The window shrinks to what stands there, with too little on either side.
    const other = [...at.bare.facts.placed.values()].find(
      (p) =>
        p.strip.id !== strip.id &&
        p.scene.unit === at.scene.unit &&
        p.span.end - p.span.start > length &&
        p.calls.some((call) => people.has(call.personId) && call.span.end - call.span.start > 0.8 * length),
    );
    if (!other) return null;
    const shootWindow = snapshot.tables.shootWindow.map((w) =>
      w.unit === at.scene.unit ? { ...w, startsAt: other.span.start, endsAt: other.span.end } : w,
    );
    const pinned = snapshot.tables.strip.map((s) => (s.id === other.strip.id ? { ...s, isPinned: true } : s));
    return { snapshot: withTables(snapshot, { shootWindow, strip: pinned }), is: staying(other.strip.id) };
  },
  "order against a pin": (snapshot, strip, at) => {
    const window = windowOf(at);
    const last = [...at.bare.facts.placed.values()]
      .filter((p) => p.strip.id !== strip.id && p.scene.id !== strip.sceneId)
      .sort((a, b) => b.span.end - a.span.end)[0];
    if (!window || !last) return null;
    const order = {
      id: "planted" as Entity<"sceneOrder">["id"],
      firstSceneId: last.scene.id,
      thenSceneId: strip.sceneId,
      minLagMin: minutes(Math.max(0, Math.ceil((window.last - last.span.end) / 60)) + 60),
      maxLagMin: null,
      reason: "planted",
      source: "bench",
    };
    const pinned = snapshot.tables.strip.map((s) => (s.id === last.strip.id ? { ...s, isPinned: true } : s));
    const { sceneOrder } = snapshot.tables;
    return {
      snapshot: withTables(snapshot, { sceneOrder: [...sceneOrder, order], strip: pinned }),
      is: staying(last.strip.id),
    };
  },
  "link lost": (snapshot, strip, { bare }) => {
    const asks = (bare.facts.setUpsOfStrip.get(strip.id) ?? []).some((s) => s.groundLink);
    return asks
      ? { snapshot: { ...snapshot, light: { ...snapshot.light, passes: [] } }, is: ruled("link") }
      : null;
  },
};

const planOf = ({ production, shared, scenarios }: Bundle): ScenarioSnapshot => {
  const [first] = scenarios;
  if (!first) throw new Error("A bundle without a scenario.");
  return snapshotOf(production, first.scenario, tablesOf(shared, first.tables));
};

/** The plan with the strip in the boneyard. */
const without = (snapshot: ScenarioSnapshot, { id }: Strip): ScenarioSnapshot =>
  withTables(snapshot, {
    strip: snapshot.tables.strip.map((s) =>
      s.id === id ? { ...s, startsAt: null, moduleId: null, isPinned: false, status: "planned" } : s,
    ),
  });

/** Whether the strip goes in at a start with any rig, were there only some of the rules and some of the others. */
function goesIn(at: Case, kept: readonly Member[], starts: Iterable<number>): boolean {
  const ids = new Set(kept.flatMap((m) => ruleIn(m) ?? []));
  const stay = new Set(kept.flatMap((m) => stayingIn(m) ?? []));
  const { snapshot, facts } = at.bare;
  const tables = {
    ...snapshot.tables,
    ownRule: [],
    strip: snapshot.tables.strip.map((s) => (stay.has(s.id) ? s : { ...s, startsAt: null, moduleId: null })),
  };
  const bare = startCheck(
    { ...snapshot, tables },
    rules.filter((rule) => ids.has(rule.id)),
  );
  const lengths = lengthsOf(snapshot, facts);
  const rigs = [...new Set(lengths.rigs(at.strip, at.scene))];
  for (const start of starts) {
    const shootAt = at.alone.shootAt[start] as EpochSeconds;
    const isFree = rigs.some((rigMin) => {
      const placement = {
        stripId: at.strip.id,
        startsAt: epochSeconds(shootAt - rigMin * 60),
        moduleId: at.scene.moduleId,
        rigMin,
        shootMin: lengths.shoot(at.strip, shootAt),
      };
      const placed = { ...snapshot, tables: withPlacements(tables, [placement]) };
      const { breaks, asks } = effectOf(bare.report, bare.after(placed).report);
      // What cannot be judged does not stand.
      return breaks.length === 0 && !asks.some((f) => f.kind === "unknown" && f.level === "hard");
    });
    if (isFree) return true;
  }
  return false;
}

/** What is wrong with an answer; null where it holds. */
function fault(at: Case, conflict: Conflict, planted: Member): string | null {
  const { members } = conflict;
  if (!members.includes(planted)) return `${planted} is not among ${members.join(", ")}`;
  if (goesIn(at, members, at.alone.shootAt.keys())) return `it goes in beside ${members.join(", ")}`;
  for (const member of members) {
    const others = members.filter((m) => m !== member);
    const [free] = conflict.without(member);
    if (free === undefined || !goesIn(at, others, [free])) return `${member} can be missed`;
  }
  return null;
}

function firstOf<T, R>(of: readonly T[], make: (each: T) => R | null): R | null {
  for (const each of of) {
    const made = make(each);
    if (made !== null) return made;
  }
  return null;
}

const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

const plans = [
  planOf(theChallenge()),
  ...[1, 2].map((seed) => planOf(syntheticProduction({ scenes: 78, days: 12, seed }))),
];
const random = seededRandom(1);
const clock: number[] = [];
const cpu: number[] = [];
const waysClock: number[] = [];
const faults: string[] = [];
let planted = 0;
let sizes = 0;
const kinds = Object.entries(PLANTS);
for (let round = 0; planted < PLANTED && round < PLANTED * 20; round++) {
  const [name, plant] = kinds[round % kinds.length] as (typeof kinds)[number];
  const plan = plans[Math.floor(round / kinds.length) % plans.length] as ScenarioSnapshot;
  const all = plan.tables.strip.filter((s) => plan.tables.setUp.some((u) => u.stripId === s.id && !u.isShot));
  const from = Math.floor(random() * all.length);
  const tried = [...all.slice(from), ...all.slice(0, from)];
  const found = firstOf(tried, (strip) => {
    const bare = without(plan, strip);
    const before = caseOf(bare, strip.id);
    const made = before && plant(bare, strip, before);
    return made && freeStarts(before).length > 0 ? { strip, made } : null;
  });
  if (!found) continue;
  const { strip, made } = found;
  const [began, cpuBegan] = [performance.now(), processor()];
  const at = caseOf(made.snapshot, strip.id);
  const conflict = at && conflictOf(at);
  if (!at || !conflict || "free" in conflict) continue; // What was planted bars not every start.
  const told = toldOf(at, conflict);
  clock.push(performance.now() - began);
  cpu.push(processor() - cpuBegan);
  planted += 1;
  sizes += conflict.members.length;
  const wrong = fault(at, conflict, made.is);
  if (wrong) faults.push(`${name}, ${strip.id}: ${wrong}`);
  if (seconds > 0) {
    const from = performance.now();
    whyNot(made.snapshot, strip.id, () => performance.now() - from > seconds * 1_000);
    waysClock.push(performance.now() - from);
  }
  console.log(
    `${name}, strip ${strip.id}: ${told.length} members, ${clock.at(-1)?.toFixed(0)} ms${wrong ? `, WRONG: ${wrong}` : ""}`,
  );
}
report(
  "why",
  [
    timingOf("conflict, clock", clock, "from the plan to the sentences"),
    timingOf("conflict, processor", cpu),
    ...(waysClock.length > 0 ? [timingOf("with ways out, clock", waysClock)] : []),
  ],
  [
    `${planted} planted conflicts of ${kinds.length} kinds; ${(sizes / planted).toFixed(1)} members on average beside the scene.`,
    faults.length === 0
      ? "Every answer verified: the set cannot hold, without any one member it can, and what was planted is in it."
      : `WRONG: ${faults.length}\n${faults.join("\n")}`,
  ],
);
process.exitCode = faults.length === 0 && planted === PLANTED ? 0 : 1;
