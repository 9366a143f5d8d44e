// Changes that a producer has to plan anew for: half of them go through the whole film, half are what happens on any day.

import { elapsedMinutes, plusMinutes } from "#core/base/instant.ts";
import { type EpochSeconds, type Minutes, minutes } from "#core/base/quantity.ts";
import type { Tables } from "#core/model/entities.ts";
import type { PersonId } from "#core/model/ids.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import type { Strip } from "#core/model/strip.ts";

/** Makes another plan of a plan; null where it has nothing to change. */
export type Change = (plan: ScenarioSnapshot) => ScenarioSnapshot | null;
type ShootDay = Tables["shootDay"][number];

const withTables = (snapshot: ScenarioSnapshot, changes: Partial<Tables>): ScenarioSnapshot => ({
  ...snapshot,
  tables: { ...snapshot.tables, ...changes },
});

/** Strips that may move and stand on a day, in order. */
const onDay = ({ tables }: ScenarioSnapshot, day: ShootDay | undefined): readonly Strip[] =>
  tables.strip
    .filter(
      (s) =>
        day && s.startsAt !== null && s.startsAt >= day.wakesAt && s.startsAt < day.sleepsAt && !s.isPinned,
    )
    .sort((a, b) => (a.startsAt ?? 0) - (b.startsAt ?? 0));

/** Whose minutes come to most. */
function most<Id>(rows: readonly (readonly [Id, number])[]): Id | undefined {
  const tally = new Map<Id, number>();
  for (const [id, some] of rows) tally.set(id, (tally.get(id) ?? 0) + some);
  return [...tally].sort((a, b) => b[1] - a[1])[0]?.[0];
}
const busiestModule = ({ tables }: ScenarioSnapshot) => {
  const id = most(
    tables.strip.flatMap((s) =>
      s.startsAt === null || !s.moduleId ? [] : [[s.moduleId, s.shootMin] as const],
    ),
  );
  return tables.module.find((module) => module.id === id);
};
const givesMost = ({ tables }: ScenarioSnapshot): PersonId | undefined =>
  most(tables.allocation.map((row) => [row.personId, row.minutes] as const));

function dayLost(plan: ScenarioSnapshot, n: number): ScenarioSnapshot | null {
  const day = plan.tables.shootDay[n];
  return day
    ? withTables(plan, {
        shootDay: plan.tables.shootDay.map((row) => (row === day ? { ...row, isClosed: true } : row)),
      })
    : null;
}

/** Nobody is in the busiest module. */
function closed(
  plan: ScenarioSnapshot,
  from: EpochSeconds | undefined,
  durationMin: Minutes,
): ScenarioSnapshot | null {
  const module = busiestModule(plan);
  if (from === undefined || !module) return null;
  const event: Tables["stationEvent"][number] = {
    id: "bench-closed" as Tables["stationEvent"][number]["id"],
    kind: "other",
    title: `${module.name} closed`,
    startsAt: from,
    durationMin,
    marginBeforeMin: minutes(0),
    marginAfterMin: minutes(0),
    moduleIds: [module.id],
    personIds: [],
    takesPanes: false,
    takesAttitude: false,
    takesQuiet: false,
    source: "bench",
  };
  return withTables(plan, { stationEvent: [...plan.tables.stationEvent, event] });
}

/** Somebody is busy otherwise, once or more often. */
function busy(
  plan: ScenarioSnapshot,
  personId: PersonId | undefined,
  title: string,
  times: readonly (readonly [from: EpochSeconds, durationMin: Minutes])[],
): ScenarioSnapshot | null {
  if (!plan.tables.person.some(({ id }) => id === personId) || !personId || times.length === 0) return null;
  return withTables(plan, {
    crewBlock: [
      ...plan.tables.crewBlock,
      ...times.map(([startsAt, durationMin], i) => ({
        id: `bench-${i}` as Tables["crewBlock"][number]["id"],
        kind: "duty" as const,
        ...{ personId, title, startsAt, durationMin },
        ...{ earliestAt: null, latestAt: null, moduleId: null, deviceId: null },
        source: "bench",
      })),
    ],
  });
}

/** Some strips take longer, and so do their takes in any light. */
function longer(plan: ScenarioSnapshot, strips: readonly Strip[], times: number): ScenarioSnapshot {
  const ids = new Set(strips.map(({ id }) => id));
  return withTables(plan, {
    strip: plan.tables.strip.map((s) =>
      ids.has(s.id) ? { ...s, shootMin: minutes(Math.ceil((s.shootMin * times) / 5) * 5) } : s,
    ),
    setUp: plan.tables.setUp.map((s) =>
      s.stripId && ids.has(s.stripId) && s.light === "any"
        ? { ...s, takeMin: minutes(Math.floor(s.takeMin * times)) }
        : s,
    ),
  });
}

/** The first strip of a day is pinned so much later. */
function pinned(plan: ScenarioSnapshot, n: number, laterMin: number): ScenarioSnapshot | null {
  const [first] = onDay(plan, plan.tables.shootDay[n]);
  if (!first || first.startsAt === null) return null;
  const startsAt = plusMinutes(first.startsAt, minutes(laterMin));
  return withTables(plan, {
    strip: plan.tables.strip.map((s) => (s === first ? { ...s, startsAt, isPinned: true } : s)),
  });
}

const allocated = (
  plan: ScenarioSnapshot,
  to: (row: Tables["allocation"][number]) => number,
): ScenarioSnapshot =>
  withTables(plan, {
    allocation: plan.tables.allocation.map((row) => ({ ...row, minutes: minutes(Math.max(0, to(row))) })),
  });

const wholeDay = ({ wakesAt, sleepsAt }: ShootDay) => [wakesAt, elapsedMinutes(wakesAt, sleepsAt)] as const;

/** Of the whole film: a day, a module, a person, or the time of everybody. */
const GREAT: Readonly<Record<string, Change>> = {
  "day 3 lost": (plan) => dayLost(plan, 3),
  "day 6 lost": (plan) => dayLost(plan, 6),
  "the busiest module closed for 2 days": (plan) => {
    const [from, until] = [plan.tables.shootDay[4], plan.tables.shootDay[5]];
    return from && until ? closed(plan, from.wakesAt, elapsedMinutes(from.wakesAt, until.sleepsAt)) : null;
  },
  "who gives most time is ill for 2 days": (plan) =>
    busy(plan, givesMost(plan), "Ill", plan.tables.shootDay.slice(5, 7).map(wholeDay)),
  "five scenes take half as long again": (plan) =>
    longer(
      plan,
      plan.tables.strip.filter((s) => s.startsAt !== null && !s.isPinned && s.status !== "shot").slice(0, 5),
      1.5,
    ),
  "everybody gives half an hour less a day": (plan) => allocated(plan, ({ minutes }) => minutes - 30),
  "everybody gives an hour more a day": (plan) =>
    allocated(plan, ({ minutes }) => (minutes > 0 ? minutes + 60 : 0)),
  "the first strip of day 5 is pinned two hours later": (plan) => pinned(plan, 5, 120),
};

/** Of one day. */
const SMALL: Readonly<Record<string, Change>> = {
  "the second strip of day 4 takes half as long again": (plan) => {
    const second = onDay(plan, plan.tables.shootDay[4])[1];
    return second ? longer(plan, [second], 1.5) : null;
  },
  "who is called first on day 6 has a duty of an hour at noon": (plan) => {
    const day = plan.tables.shootDay[6];
    const first = onDay(plan, day)[0];
    const called = plan.tables.assignment.find(({ stripId }) => stripId === first?.id);
    return day
      ? busy(plan, called?.personId, "Duty", [[plusMinutes(day.wakesAt, minutes(360)), minutes(60)]])
      : null;
  },
  "the busiest module closed for 3 hours of day 5": (plan) => {
    const day = plan.tables.shootDay[5];
    return closed(plan, day && plusMinutes(day.wakesAt, minutes(240)), minutes(180));
  },
  "day 7 begins two hours late": (plan) =>
    withTables(plan, {
      shootDay: plan.tables.shootDay.map((day, d) =>
        d === 7 ? { ...day, wakesAt: plusMinutes(day.wakesAt, minutes(120)) } : day,
      ),
    }),
  "who gives most time gives an hour less on day 6": (plan) => {
    const [id, day] = [givesMost(plan), plan.tables.shootDay[6]];
    return allocated(plan, (row) => row.minutes - (row.personId === id && row.date === day?.date ? 60 : 0));
  },
  "the first strip of day 4 is pinned half an hour later": (plan) => pinned(plan, 4, 30),
  "the first and the last strip of day 5 change places by hand": (plan) => {
    const strips = onDay(plan, plan.tables.shootDay[5]);
    const [first, last] = [strips[0], strips.at(-1)];
    if (!first || !last || first === last) return null;
    const swapped = new Map([
      [first, last.startsAt],
      [last, first.startsAt],
    ]);
    return withTables(plan, {
      strip: plan.tables.strip.map((s) => ({ ...s, startsAt: swapped.get(s) ?? s.startsAt })),
    });
  },
  "who gives most time is ill on the morning of day 3": (plan) => {
    const day = plan.tables.shootDay[3];
    return day ? busy(plan, givesMost(plan), "Ill", [[day.wakesAt, minutes(360)]]) : null;
  },
};

/** The published list. */
export const CHANGES: Readonly<Record<"great" | "small", Readonly<Record<string, Change>>>> = {
  great: GREAT,
  small: SMALL,
};
