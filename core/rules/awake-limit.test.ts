import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import type { Unit } from "../model/window.ts";
import { awakeLimit } from "./awake-limit.ts";
import { judge } from "./judge.ts";

type Sleep = readonly [start: string, min: number];
interface Over {
  readonly consented?: number;
  readonly unit?: Unit;
  readonly shootMin?: number;
}
/** Calls of an hour; asleep 21:30–06:00 unless told otherwise. */
const working = (
  starts: readonly string[],
  sleeps: readonly Sleep[] = [["7T21:30", 510]],
  { consented = 0, unit = "main", shootMin = 60 }: Over = {},
) =>
  plan({
    shootDay: shootDays(8, 9, 10),
    person: [row("person", "Dubrov")],
    scene: starts.map((_, i) => row("scene", `${i + 7}`, { unit })),
    strip: starts.map((start, i) =>
      row("strip", `s${i + 7}`, { sceneId: `${i + 7}`, startsAt: at(start), shootMin: minutes(shootMin) }),
    ),
    assignment: starts.map((_, i) =>
      row("assignment", `a${i}`, { stripId: `s${i + 7}`, job: "direct", personId: "Dubrov" }),
    ),
    crewBlock: sleeps.map(([start, min], i) =>
      row("crewBlock", `b${i}`, {
        personId: "Dubrov",
        kind: "sleep",
        startsAt: at(start),
        durationMin: minutes(min),
      }),
    ),
    consent:
      consented > 0
        ? [row("consent", "c", { personId: "Dubrov", date: "2021-10-08", minutes: minutes(consented) })]
        : [],
  });

test.each<{ name: string; start: string; sleeps?: readonly Sleep[]; over?: Over; min: number }>([
  { name: "until the 16th hour", start: "8T21:00", min: 0 },
  { name: "a minute past it", start: "8T21:01", min: 1 },
  { name: "wholly past it", start: "8T22:00", min: 60 },
  { name: "wholly past 18 h", start: "9T00:30", min: 60 },
  {
    name: "a nap makes it new",
    start: "8T22:00",
    sleeps: [
      ["7T21:30", 510],
      ["8T14:00", 120],
    ],
    min: 0,
  },
  {
    name: "a shorter one does not",
    start: "8T22:00",
    sleeps: [
      ["7T21:30", 510],
      ["8T14:00", 119],
    ],
    min: 60,
  },
  {
    name: "sleep in two blocks is one sleep",
    start: "8T22:00",
    sleeps: [
      ["7T21:30", 510],
      ["8T14:00", 60],
      ["8T15:00", 60],
    ],
    min: 0,
  },
  {
    name: "what was slept before it counts",
    start: "8T23:30",
    sleeps: [
      ["7T21:30", 510],
      ["8T21:30", 510],
    ],
    min: 0,
  },
  { name: "consent covers up to 18 h", start: "8T22:00", over: { consented: 60 }, min: 0 },
  { name: "a minute less of it", start: "8T22:00", over: { consented: 59 }, min: 1 },
  { name: "no consent covers more", start: "8T23:30", over: { consented: 600 }, min: 30 },
])("$name: $min min", ({ start, sleeps, over, min }) => {
  expect(judge(awakeLimit, working([start], sleeps, over))).toMatchObject({ amount: min, unknown: [] });
});

test("a call takes of the sleep that it lies in; that it may not is for the rule about sleep to tell", () => {
  const sleeps = [
    ["7T21:30", 510],
    ["8T21:30", 510],
  ] as const;
  expect(judge(awakeLimit, working(["8T23:00"], sleeps), {}, "some").findings).toEqual([
    "Dubrov: 1 h of scene 7 after 16 h awake (8 Oct 23:00 – 9 Oct 00:00; up since 8 Oct 06:00). | 60 hard | 8T23:00–9T00:00 | s7 | Dubrov",
  ]);
});

test("consent is spent once, the earliest call first", () => {
  const { violations } = judge(awakeLimit, working(["8T22:00", "8T23:00"], undefined, { consented: 70 }));
  expect(violations.map((v) => [v.strips, v.amount])).toEqual([[["s8"], 50]]);
});

test("both limits and the shortest sleep are parameters", () => {
  const at14 = working(["8T20:00"]);
  expect(judge(awakeLimit, at14, { hours: 14 })).toMatchObject({ amount: 60, unknown: [] });
  expect(
    judge(awakeLimit, working(["8T22:00"], undefined, { consented: 60 }), { absoluteHours: 16 }).amount,
  ).toBe(60);
  const nap = working(
    ["8T22:00"],
    [
      ["7T21:30", 510],
      ["8T14:00", 20],
    ],
  );
  expect(judge(awakeLimit, nap, { leastSleepMin: 20 }).findings).toEqual([]);
});

test("with no sleep in the plan in the two days before it cannot judge, but for the ship unit", () => {
  expect(judge(awakeLimit, working(["8T10:00"], [])).findings).toEqual([
    "Dubrov: no sleep in the plan in the two days before the call for scene 7. | unknown | 8T10:00–8T11:00 | s7",
  ]);
  expect(judge(awakeLimit, working(["10T06:01"])).findings).toEqual([
    "Dubrov: no sleep in the plan in the two days before the call for scene 7. | unknown | 10T06:01–10T07:01 | s7",
  ]);
  expect(judge(awakeLimit, working(["10T06:00"]))).toMatchObject({ amount: 60, unknown: [] });
  expect(judge(awakeLimit, working(["8T10:00"], [], { unit: "ship" })).findings).toEqual([]);
});

test("the ship unit is judged where its sleep is known", () => {
  expect(judge(awakeLimit, working(["8T22:00"], undefined, { unit: "ship" }))).toMatchObject({
    amount: 60,
    unknown: [],
  });
});

test("says who, how long, after how many hours, since when, and what was by consent", () => {
  const said = (start: string, over?: Over) => judge(awakeLimit, working([start], undefined, over)).messages;
  expect(said("8T21:30")).toEqual([
    "Dubrov: 30 min of scene 7 after 16 h awake (8 Oct 22:00–22:30; up since 8 Oct 06:00).",
  ]);
  expect(said("8T23:30", { consented: 600 })).toEqual([
    "Dubrov: 30 min of scene 7 after 16 h awake (8 Oct 23:30 – 9 Oct 00:30; up since 8 Oct 06:00; 30 min by consent; past 18 h no consent counts).",
  ]);
});

test("a finding is what lies past the limit, of its strip and person", () => {
  expect(judge(awakeLimit, working(["8T21:30"])).violations).toMatchObject([
    { span: { start: at("8T22:00"), end: at("8T22:30") }, strips: ["s7"], people: ["Dubrov"] },
  ]);
});

test("in the ship only what is known to be past the limit is over", () => {
  const sleeps = [
    ["7T21:30", 510],
    ["8T14:00", 120],
  ] as const;
  const over = (start: string) => judge(awakeLimit, working([start], sleeps, { unit: "ship" })).findings;
  expect(["8T10:00", "8T22:30", "9T07:00", "10T17:00"].flatMap(over)).toEqual([]);
  expect(over("9T07:30")).toEqual([
    "Dubrov: 30 min of scene 7 after 16 h awake (9 Oct 08:00–08:30; up since 8 Oct 16:00). | 30 hard | 9T08:00–9T08:30 | s7 | Dubrov",
  ]);
});

test("in the ship who is called out of the end of a long sleep is fresh", () => {
  const sleeps = [
    ["7T21:30", 510],
    ["8T21:30", 510],
  ] as const;
  expect(judge(awakeLimit, working(["9T05:00"], sleeps, { unit: "ship" })).findings).toEqual([]);
});

test("another's consent is another's", () => {
  const { tables } = working(["8T22:00"], undefined, { consented: 600 });
  const consent = tables.consent.map((c) => ({ ...c, personId: "Novitsky" as typeof c.personId }));
  expect(judge(awakeLimit, plan({ ...tables, consent })).amount).toBe(60);
});

test("on no shoot day consent counts for the date of the call", () => {
  const { tables } = working(["12T22:00"], [["11T21:30", 510]], { consented: 45 });
  const on = (date: string) => plan({ ...tables, consent: tables.consent.map((c) => ({ ...c, date })) });
  expect(judge(awakeLimit, on("2021-10-12")).amount).toBe(15);
  expect(judge(awakeLimit, on("2021-10-11")).amount).toBe(60);
});

test("consent that is left over is there for the next call of the day, however many there are", () => {
  const rows = (minutesOf: readonly number[]) => {
    const { tables } = working(["8T22:00", "8T23:00"], undefined, { consented: 1 });
    return plan({
      ...tables,
      consent: minutesOf.map((min, i) =>
        row("consent", `c${i}`, { ...tables.consent[0], id: `c${i}`, minutes: minutes(min) }),
      ),
    });
  };
  expect(judge(awakeLimit, rows([40, 40])).amount).toBe(40);
});
