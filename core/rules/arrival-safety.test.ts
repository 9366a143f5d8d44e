import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays, span } from "../model/build.ts";
import type { PersonCategory } from "../model/person.ts";
import type { Unit } from "../model/window.ts";
import { arrivalSafety } from "./arrival-safety.ts";
import { judge } from "./judge.ts";
import { mends, offersOf, wantsOf } from "./testing-mends.ts";

type Briefing = readonly [start: string, min: number];
interface Over {
  readonly hatchAt?: string;
  readonly isFlown?: boolean;
  readonly category?: PersonCategory;
  readonly unit?: Unit;
}
/** Shipenko comes through the hatch of MS-19 at 15:00 on 5 October and is called at the given times. */
const arriving = (
  calls: readonly string[],
  briefings: readonly Briefing[],
  { hatchAt = "5T15:00", isFlown = true, category = "film-crew", unit = "main" }: Over = {},
) =>
  plan({
    shootDay: shootDays(5, 6, 7),
    person: [row("person", "Shipenko", { category })],
    flight: [
      row("flight", "up", { ship: "MS-19", hatchAt: at(hatchAt) }),
      row("flight", "down", { direction: "down" }),
    ],
    seat: isFlown ? ["up", "down"].map((id) => row("seat", id, { flightId: id, personId: "Shipenko" })) : [],
    scene: calls.map((_, i) => row("scene", `${i + 7}`, { unit })),
    strip: calls.map((start, i) => row("strip", `s${i + 7}`, { sceneId: `${i + 7}`, startsAt: at(start) })),
    assignment: calls.map((_, i) =>
      row("assignment", `a${i}`, { stripId: `s${i + 7}`, job: "direct", personId: "Shipenko" }),
    ),
    crewBlock: briefings.map(([start, min], i) =>
      row("crewBlock", `b${i}`, {
        personId: "Shipenko",
        kind: "briefing",
        startsAt: at(start),
        durationMin: minutes(min),
      }),
    ),
  });

test.each<{
  name: string;
  calls: readonly string[];
  briefings: readonly Briefing[];
  over?: Over;
  missing: number;
}>([
  { name: "briefed, then called", calls: ["5T16:00"], briefings: [["5T15:00", 60]], missing: 0 },
  { name: "a minute short", calls: ["5T16:00"], briefings: [["5T15:00", 59]], missing: 1 },
  { name: "called a minute before the end", calls: ["5T15:59"], briefings: [["5T15:00", 60]], missing: 1 },
  { name: "not at all", calls: ["6T10:00"], briefings: [], missing: 60 },
  { name: "too late", calls: ["5T15:30"], briefings: [["5T16:00", 60]], missing: 60 },
  {
    name: "in two parts",
    calls: ["5T18:00"],
    briefings: [
      ["5T15:00", 30],
      ["5T17:00", 30],
    ],
    missing: 0,
  },
  { name: "half before the hatch opens", calls: ["5T16:00"], briefings: [["5T14:30", 60]], missing: 30 },
  { name: "nobody calls them", calls: [], briefings: [], missing: 0 },
  {
    name: "there before the plan began",
    calls: ["6T10:00"],
    briefings: [],
    over: { hatchAt: "1T15:00" },
    missing: 0,
  },
  { name: "called before the hatch", calls: ["5T14:00"], briefings: [["5T15:00", 60]], missing: 0 },
  {
    name: "in the ship there is nobody to brief them",
    calls: ["5T15:10"],
    briefings: [],
    over: { unit: "ship" },
    missing: 0,
  },
  {
    name: "station crew come new as well",
    calls: ["6T10:00"],
    briefings: [],
    over: { category: "expedition-crew" },
    missing: 60,
  },
  {
    name: "the ground does not",
    calls: ["6T10:00"],
    briefings: [],
    over: { category: "ground-crew" },
    missing: 0,
  },
])("$name: $missing min", ({ calls, briefings, over, missing }) => {
  expect(judge(arrivalSafety, arriving(calls, briefings, over))).toMatchObject({
    amount: missing,
    unknown: [],
  });
});

test("all strips before it is complete are named, and none after", () => {
  const { violations } = judge(arrivalSafety, arriving(["5T15:10", "5T16:00", "5T17:00"], [["5T15:30", 60]]));
  expect(violations.map((v) => [v.strips, v.amount])).toEqual([[["s7", "s8"], 60]]);
});

test("who comes a second time is briefed again", () => {
  const { tables } = arriving(["6T10:00", "7T12:00"], [["5T15:00", 60]]);
  const again = plan({
    ...tables,
    flight: [...tables.flight, row("flight", "again", { ship: "MS-20", hatchAt: at("7T10:00") })],
    seat: [...tables.seat, row("seat", "again", { flightId: "again", personId: "Shipenko" })],
  });
  expect(judge(arrivalSafety, again).violations.map((v) => [v.strips, v.amount])).toEqual([[["s8"], 60]]);
});

test("how long is a parameter", () => {
  const half = arriving(["5T16:00"], [["5T15:00", 30]]);
  expect(judge(arrivalSafety, half, { briefingMin: 30 }).findings).toEqual([]);
  expect(judge(arrivalSafety, half, { briefingMin: 90 })).toMatchObject({ amount: 60, unknown: [] });
  expect(judge(arrivalSafety, arriving(["6T10:00"], []), { briefingMin: 0 }).findings).toEqual([]);
});

test("without a known flight it cannot judge", () => {
  expect(judge(arrivalSafety, arriving(["6T10:00"], [], { isFlown: false })).findings).toEqual([
    "Shipenko: no flight is known, so that a briefing on arrival is not judged. | unknown | no span | s7",
  ]);
});

test("says who, how much, between when", () => {
  expect(judge(arrivalSafety, arriving(["5T15:40", "5T17:00"], [["5T15:00", 20]])).findings).toEqual([
    "Shipenko: 20 min of 1 h of safety briefing between the hatch of MS-19 (5 Oct 15:00) and the first call (5 Oct 15:40); 2 strips before it is complete. | 40 hard | 5T15:40–5T16:10 | s7 s8 | Shipenko",
  ]);
});

test("offers the briefing behind the hatch, or the strip after it", () => {
  expect(mends(arrivalSafety, arriving(["5T16:00"], []))).toEqual([
    ["Safety briefing of 1 h for Shipenko as the hatch opens, 5 Oct 15:00", 0],
    ["Scene 7 to 5 Oct 16:00", 60],
  ]);
  expect(mends(arrivalSafety, arriving(["5T15:30"], [["5T15:00", 60]]))).toEqual([
    ["Safety briefing of 30 min for Shipenko as the hatch opens, 5 Oct 15:00", 30],
    ["Scene 7 to 5 Oct 16:00", 0],
  ]);
});

test("a finding is the first call, of its person", () => {
  expect(judge(arrivalSafety, arriving(["5T15:40"], [])).violations).toMatchObject([
    { span: { start: at("5T15:40"), end: at("5T16:10") }, strips: ["s7"], people: ["Shipenko"] },
  ]);
});

test("only the person's own seats count, whatever the order in which flights are listed", () => {
  const { tables } = arriving(["6T10:00", "7T12:00"], [["5T15:00", 60]]);
  const flight = [
    row("flight", "late", { ship: "MS-20", hatchAt: at("7T10:00") }),
    row("flight", "lower", { ship: "MS-21", direction: "down", hatchAt: at("7T09:00") }),
    ...tables.flight,
  ];
  const others = ["late", "lower"].map((flightId) =>
    row("seat", `other-${flightId}`, { flightId, personId: "Peresild" }),
  );
  expect(
    judge(arrivalSafety, plan({ ...tables, flight, seat: [...tables.seat, ...others] })).findings,
  ).toEqual([]);
  const own = ["late", "lower"].map((flightId) => row("seat", flightId, { flightId, personId: "Shipenko" }));
  expect(judge(arrivalSafety, plan({ ...tables, flight, seat: [...own, ...tables.seat] })).findings).toEqual([
    "Shipenko: 0 min of 1 h of safety briefing between the hatch of MS-20 (7 Oct 10:00) and the first call (7 Oct 12:00); 1 strip before it is complete. | 60 hard | 7T12:00–7T12:30 | s8 | Shipenko",
  ]);
});

test("the briefing that is offered is what is missing, behind the hatch; the strip that is moved the first", () => {
  const { tables } = arriving(["5T15:40", "5T17:00"], [["5T15:00", 20]]);
  expect(offersOf(arrivalSafety, plan({ ...tables, strip: [...tables.strip].reverse() }))).toEqual([
    {
      commandId: "add-rows",
      input: {
        rows: [
          {
            entity: "crewBlock",
            row: {
              durationMin: 40,
              earliestAt: null,
              id: "Shipenko:briefing:1633446000",
              kind: "briefing",
              latestAt: null,
              moduleId: null,
              personId: "Shipenko",
              source: "Rule arrival-safety [G]",
              startsAt: "2021-10-05T15:00:00Z",
              title: "Safety briefing",
            },
          },
        ],
      },
    },
    {
      commandId: "move-strips",
      input: {
        moves: [
          {
            startsAt: "2021-10-05T16:00:00Z",
            stripId: "s7",
          },
        ],
      },
    },
  ]);
});

test("asks for what is missing of the briefing between hatch and call; of who is called at the hatch for nothing", () => {
  expect(wantsOf(arrivalSafety, arriving(["5T18:00"], [["5T15:00", 20]]))).toEqual([
    {
      ...{ kind: "briefing", title: "Safety briefing", source: "Rule arrival-safety [G]" },
      ...{ people: ["Shipenko"], minutes: 40, within: span("5T15:00", "5T18:00") },
    },
  ]);
  expect(wantsOf(arrivalSafety, arriving(["5T15:00"], []))).toEqual([]);
});
