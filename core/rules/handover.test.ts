import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays, span } from "../model/build.ts";
import { handover } from "./handover.ts";
import { judge } from "./judge.ts";
import { mends, wantsOf } from "./testing-mends.ts";

type Block = readonly [who: "Novitsky" | "Shkaplerov", start: string, min: number];
interface Over {
  readonly from?: string;
  readonly until?: string;
  readonly hatchAt?: string;
  readonly closesAt?: string;
  readonly isFlown?: boolean;
}
/** Novitsky hands over to Shkaplerov, who came on the 5th, on 8 October. */
const handing = (
  blocks: readonly Block[],
  { from = "08", until = "08", hatchAt = "5T15:00", closesAt = "16T20:41", isFlown = true }: Over = {},
) =>
  plan({
    shootDay: shootDays(7, 8, 9),
    person: ["Novitsky", "Shkaplerov"].map((id) => row("person", id)),
    flight: [
      row("flight", "up", { hatchAt: at(hatchAt) }),
      row("flight", "down", { direction: "down", hatchAt: at(closesAt) }),
    ],
    seat: isFlown
      ? [
          row("seat", "s1", { flightId: "up", personId: "Shkaplerov" }),
          row("seat", "s2", { flightId: "down", personId: "Novitsky" }),
        ]
      : [],
    handover: [
      row("handover", "h", {
        outgoingPersonId: "Novitsky",
        incomingPersonId: "Shkaplerov",
        fromDate: `2021-10-${from}`,
        untilDate: `2021-10-${until}`,
      }),
    ],
    crewBlock: blocks.map(([personId, start, min], i) =>
      row("crewBlock", `b${i}`, {
        personId,
        kind: "handover",
        startsAt: at(start),
        durationMin: minutes(min),
      }),
    ),
  });
const both = (start: string, min: number): readonly Block[] => [
  ["Novitsky", start, min],
  ["Shkaplerov", start, min],
];

test.each<{ name: string; blocks: readonly Block[]; over?: Over; missing: number }>([
  { name: "an hour together", blocks: both("8T14:00", 60), missing: 0 },
  { name: "a minute less", blocks: both("8T14:00", 59), missing: 1 },
  { name: "in two parts", blocks: [...both("8T09:00", 30), ...both("8T14:00", 30)], missing: 0 },
  {
    name: "half of it together",
    blocks: [
      ["Novitsky", "8T14:00", 60],
      ["Shkaplerov", "8T14:30", 60],
    ],
    missing: 30,
  },
  { name: "one alone", blocks: [["Novitsky", "8T14:00", 60]], missing: 60 },
  { name: "none", blocks: [], missing: 60 },
  { name: "on the day before", blocks: both("7T14:00", 60), missing: 60 },
  {
    name: "every day of it, both ends included",
    blocks: [],
    over: { from: "07", until: "09" },
    missing: 180,
  },
  { name: "after it is over", blocks: [], over: { from: "05", until: "06" }, missing: 0 },
  { name: "an hour together aboard", blocks: [], over: { hatchAt: "8T20:30" }, missing: 60 },
  { name: "less than an hour together aboard", blocks: [], over: { hatchAt: "8T20:31" }, missing: 0 },
  { name: "after the one has left", blocks: [], over: { closesAt: "8T06:30" }, missing: 0 },
  { name: "with no known flight", blocks: [], over: { isFlown: false }, missing: 60 },
])("$name: $missing min", ({ blocks, over, missing }) => {
  expect(judge(handover, handing(blocks, over))).toMatchObject({ amount: missing, unknown: [] });
});

test("how long is a parameter", () => {
  expect(judge(handover, handing(both("8T14:00", 60)), { minPerDay: 90 })).toMatchObject({
    amount: 30,
    unknown: [],
  });
  expect(judge(handover, handing([]), { minPerDay: 0 }).findings).toEqual([]);
});

test("says who, how much, on which day, and who is not there", () => {
  expect(
    judge(
      handover,
      handing([
        ["Novitsky", "8T14:00", 60],
        ["Shkaplerov", "8T14:20", 40],
      ]),
    ).findings,
  ).toEqual([
    "Novitsky and Shkaplerov: 40 min of 1 h of handover together on 8 Oct, 20 min missing (Shkaplerov is not there for 20 min). | 20 hard | 8T06:00–8T21:30 | no strip | Novitsky Shkaplerov",
  ]);
  const twice = handing([
    ["Novitsky", "8T09:00", 15],
    ["Novitsky", "8T14:00", 15],
    ["Shkaplerov", "8T16:00", 20],
  ]);
  expect(judge(handover, twice).findings).toEqual([
    "Novitsky and Shkaplerov: 0 min of 1 h of handover together on 8 Oct, 1 h missing (Shkaplerov is not there for 30 min, Novitsky is not there for 20 min). | 60 hard | 8T06:00–8T21:30 | no strip | Novitsky Shkaplerov",
  ]);
  expect(judge(handover, handing([])).findings).toEqual([
    "Novitsky and Shkaplerov: 0 min of 1 h of handover together on 8 Oct, 1 h missing. | 60 hard | 8T06:00–8T21:30 | no strip | Novitsky Shkaplerov",
  ]);
});

test("offers that the other joins", () => {
  expect(mends(handover, handing([["Shkaplerov", "8T14:00", 60]]))).toEqual([
    ["Novitsky joins the handover, 8 Oct 14:00–15:00", 0],
  ]);
  expect(mends(handover, handing([["Novitsky", "8T14:00", 40]]))).toEqual([
    ["Shkaplerov joins the handover, 8 Oct 14:00–14:40", 20],
  ]);
  expect(mends(handover, handing([]))).toEqual([]);
});

test("a finding is the waking day, of both, and of no strip", () => {
  expect(judge(handover, handing([])).violations).toMatchObject([
    { span: { start: at("8T06:00"), end: at("8T21:30") }, strips: [], people: ["Novitsky", "Shkaplerov"] },
  ]);
});

test("asks both for what is missing, while both are awake and aboard", () => {
  const asked = {
    ...{ kind: "handover", title: "Handover", source: "Rule handover [G]" },
    people: ["Novitsky", "Shkaplerov"],
  };
  expect(wantsOf(handover, handing(both("8T14:00", 25)))).toEqual([
    { ...asked, minutes: 35, within: span("8T06:00", "8T21:30") },
  ]);
  expect(wantsOf(handover, handing([], { hatchAt: "8T15:00" }))).toEqual([
    { ...asked, minutes: 60, within: span("8T15:00", "8T21:30") },
  ]);
  expect(wantsOf(handover, handing(both("8T14:00", 60)))).toEqual([]);
});
