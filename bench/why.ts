// How soon it is said why a scene has no place, on planted conflicts: in a plan in which the scene goes in, one thing is taken away so
// that it no longer does. Every answer is verified by the checker: the set named cannot hold at any start of the grid, without any one
// member it can, and what was planted is in it.
//
//   npm run bench -- why [--seconds 0]   --seconds: ways out are sought as well, so long at the most
//
// Then several scenes at once, wherever they stand: one thing is cut until it is proved that what must be shot cannot all be in. Verified
// is that each member is needed (its plan is judged anew), that accounts cannot be shared out by counting, and that a search of its own
// finds no plan of the set.
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
import { type Placement, withPlacements } from "#core/solve/placement.ts";
import { lengthsOf } from "#core/solve/plan/lengths.ts";
import { propose } from "#core/solve/propose.ts";
import { type Case, caseOf, freeStarts } from "#core/solve/why/case.ts";
import { type Conflict, conflictOf } from "#core/solve/why/conflict.ts";
import { type Member, ruled, ruleIn, staying, stayingIn } from "#core/solve/why/member.ts";
import { askedOf } from "#core/solve/why/together/amounts.ts";
import { type TogetherConflict, togetherConflict } from "#core/solve/why/together/conflict.ts";
import { EVERYTHING, fitOf } from "#core/solve/why/together/fit.ts";
import { type Room, roomOf } from "#core/solve/why/together/room.ts";
import { toldTogether } from "#core/solve/why/together/told.ts";
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
/** One way each to take away what several scenes need together, more of it step by step. */
const CUTS: Readonly<Record<string, (plan: ScenarioSnapshot, step: number) => ScenarioSnapshot | null>> = {
  "minutes of one": ({ tables, ...rest }, step) => {
    const [who] = [...new Set(tables.allocation.map(({ personId }) => personId))].sort();
    const left = 1 - step / 10;
    const allocation = tables.allocation.map((a) =>
      a.personId === who ? { ...a, minutes: minutes(Math.floor((a.minutes * left) / 5) * 5) } : a,
    );
    return left > 0 ? { ...rest, tables: { ...tables, allocation } } : null;
  },
  "last days": ({ tables, ...rest }, step) => {
    const open = tables.shootDay.length - step;
    const shootDay = [...tables.shootDay]
      .sort((a, b) => a.wakesAt - b.wakesAt)
      .map((day, i) => (i < open ? day : { ...day, isClosed: true }));
    return open > 0 ? { ...rest, tables: { ...tables, shootDay } } : null;
  },
  "hours of a module": ({ tables, ...rest }, step) => {
    const [event] = tables.stationEvent;
    const uses = tables.scene.flatMap(({ moduleId, unit }) =>
      moduleId && unit === "main" ? [moduleId] : [],
    );
    const counts = new Map(uses.map((id) => [id, uses.filter((other) => other === id).length]));
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    if (!event || !most || step > 11) return null;
    const taken = tables.shootDay.map(
      (day, d): Entity<"stationEvent"> => ({
        ...event,
        id: `taken-${d}` as typeof event.id,
        startsAt: day.wakesAt,
        durationMin: minutes(300 + 60 * step),
        ...{ marginBeforeMin: minutes(0), marginAfterMin: minutes(0), moduleIds: [most[0]], personIds: [] },
      }),
    );
    return { ...rest, tables: { ...tables, stationEvent: [...tables.stationEvent, ...taken] } };
  },
};

/** As long as `perigee why` gives a set at the least; what is not shown to be needed by then stays. */
const TOGETHER_MS = 15_000;
const askingFrom = (began: number) => ({
  isLate: () => performance.now() - began > TOGETHER_MS,
  ...{ solver: null, seed: 1 },
});

/** Strips with something that must be shot. */
const mustsOf = ({ tables }: ScenarioSnapshot) =>
  tables.strip.filter(
    (s) =>
      !s.isPinned &&
      s.status !== "shot" &&
      tables.setUp.some((u) => u.stripId === s.id && !u.isShot && u.tier === "must"),
  );

/** The set with the first cut that keeps several apart, and how long it took to say so. */
function cutApart(plan: ScenarioSnapshot, cut: (typeof CUTS)[string]) {
  for (let step = 1; ; step++) {
    const snapshot = cut(plan, step);
    if (!snapshot) return null;
    const [began, cpuBegan] = [performance.now(), processor()];
    const asking = askingFrom(began);
    const room = roomOf(snapshot);
    const ids = new Set(mustsOf(snapshot).map(({ id }) => id));
    let fit = fitOf(room, ids, EVERYTHING, asking);
    while (fit.nowhere.length > 0) {
      for (const id of fit.nowhere) ids.delete(id);
      fit = fitOf(room, ids, EVERYTHING, asking);
    }
    if (fit.is !== "never") continue;
    const conflict = togetherConflict(room, ids, fit, asking);
    if (conflict.strips.members.length < 2) continue;
    const told = toldTogether(room, conflict);
    return { room, conflict, told, ms: performance.now() - began, cpuMs: processor() - cpuBegan };
  }
}

/** Whether amounts go into days that hold so much, each whole: counted, not searched. */
function goInto(amounts: readonly number[], days: readonly number[]): boolean {
  const [first, ...rest] = [...amounts].sort((a, b) => b - a);
  if (first === undefined) return true;
  const tried = new Set<number>();
  return days.some((left, d) => {
    if (left < first || tried.has(left)) return false;
    tried.add(left);
    return goInto(rest, days.with(d, left - first));
  });
}

/** What is wrong with a set; null where nothing is. */
function faultTogether(
  room: Room,
  { strips, pins, rules: ruled, accounts }: TogetherConflict,
): string | null {
  const judge = (placements: readonly Placement[], ids: readonly string[] | null) => {
    const some = rules.filter((rule) => rule.level === "hard" && (ids === null || ids.includes(rule.id)));
    const before = startCheck(room.bare, some);
    const placed = { ...room.bare, tables: withPlacements(room.bare.tables, placements) };
    return effectOf(before.report, before.after(placed).report).breaks.length === 0;
  };
  for (const [id, placements] of strips.needed) {
    if (!judge(placements, null)) return `the plan without ${id} breaks the book`;
    const isIn = (other: string) => placements.some(({ stripId }) => stripId === other);
    if (!strips.members.every((other) => other === id || isIn(other)))
      return `the plan without ${id} lacks one`;
  }
  for (const [id, placements] of ruled.needed)
    if (
      pins.members.length === 0 &&
      !judge(
        placements,
        ruled.members.filter((other) => other !== id),
      )
    )
      return `the plan without ${id} breaks another rule`;
  const [only] = accounts.members;
  if (ruled.members.length === 1 && accounts.members.length === 1 && only) {
    const [ruleId = "", account = ""] = only.split(" ");
    const of = room.views.rules.find(({ rule }) => rule.id === ruleId);
    const days = of
      ? room.views.caps(of).filter((cap) => cap.account === account && cap.days.length === 1)
      : [];
    const amounts = strips.members.map((id) => askedOf(room, [id], ruleId, account)?.asked ?? 0);
    if (
      goInto(
        amounts,
        days.map(({ most }) => most),
      ) &&
      rigsAreAlike(amounts)
    )
      return "the amounts go into the days";
  }
  // A search of its own, with nothing else to plan.
  const own = new Set<string>(strips.members);
  const strip = room.bare.tables.strip.filter((s) => own.has(s.id) || s.startsAt !== null);
  const found = propose(
    {
      snapshot: { ...room.bare, tables: { ...room.bare.tables, strip } },
      freedom: "free",
      movePoints: 0,
      seed: 7,
    },
    { rounds: 10 },
  );
  const all = found?.placements.filter(({ stripId }) => own.has(stripId)).length ?? 0;
  return all === own.size ? "a search found a plan of all of them" : null;
}
const rigsAreAlike = (amounts: readonly number[]) => amounts.every((amount) => amount > 0);

const togetherClock: number[] = [];
const togetherCpu: number[] = [];
let [inSets, open] = [0, 0];
for (const [p, plan] of plans.entries())
  for (const [name, cut] of Object.entries(CUTS)) {
    const found = cutApart(plan, cut);
    if (!found) continue;
    const { room, conflict, told, ms, cpuMs } = found;
    togetherClock.push(ms);
    togetherCpu.push(cpuMs);
    const members = [conflict.strips, conflict.pins, conflict.rules, conflict.accounts];
    inSets += members.reduce((sum, few) => sum + few.members.length, 0);
    open += members.reduce((sum, few) => sum + few.members.length - few.needed.size, 0);
    const wrong = faultTogether(room, conflict);
    if (wrong) faults.push(`${name}, plan ${p}: ${wrong}`);
    console.log(
      `${name}, plan ${p}: ${conflict.strips.members.length} strips, ${told.length - 1} told beside, ${ms.toFixed(0)} ms, processor ${cpuMs.toFixed(0)} ms${wrong ? `, WRONG: ${wrong}` : ""}`,
    );
  }
report(
  "why",
  [
    timingOf("conflict, clock", clock, "from the plan to the sentences"),
    timingOf("conflict, processor", cpu),
    timingOf("several scenes, clock", togetherClock, "from the plan to the sentences, without ways out"),
    timingOf("several scenes, processor", togetherCpu),
    ...(waysClock.length > 0 ? [timingOf("with ways out, clock", waysClock)] : []),
  ],
  [
    `${planted} planted conflicts of ${kinds.length} kinds; ${(sizes / planted).toFixed(1)} members on average beside the scene.`,
    `${togetherClock.length} sets of several scenes; ${inSets} members, of which ${open} were not shown to be needed.`,
    faults.length === 0
      ? "Every answer verified: the set cannot hold, without any one member it can, and what was planted is in it."
      : `WRONG: ${faults.length}\n${faults.join("\n")}`,
  ],
);
process.exitCode = faults.length === 0 && planted === PLANTED ? 0 : 1;
