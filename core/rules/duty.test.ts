import fc from "fast-check";
import { expect, test } from "vitest";
import { profile } from "../base/profile.ts";
import { epochSeconds } from "../base/quantity.ts";
import { at, plan, row, shootDays, span } from "../model/build.ts";
import type { ShootDay } from "../model/day.ts";
import { factsOf } from "../model/facts.ts";
import type { PersonId } from "../model/ids.ts";
import {
  blockSpan,
  callDaysOf,
  callsOf,
  dateFor,
  dateOn,
  minutesByDate,
  shootDayAt,
  shootDayOf,
  shootDayTurns,
  spansOf,
  timeIn,
  withoutBlocksNear,
} from "./duty.ts";

const HALF_DAY_S = 43_200;
const hours = (max: number) => fc.integer({ min: 0, max }).map((h) => h * 3_600);

test("the day that something counts for is the nearest, the first of equals, and none half a day away", () => {
  const someDays = fc
    .array(fc.record({ wakes: hours(120), length: hours(40) }), { maxLength: 6 })
    .map((all) =>
      all
        .map(({ wakes, length }, i) =>
          row("shootDay", `d${i}`, {
            wakesAt: epochSeconds(wakes),
            sleepsAt: epochSeconds(wakes + length),
          }),
        )
        .sort((a, b) => a.wakesAt - b.wakesAt),
    );
  fc.assert(
    fc.property(someDays, hours(160), (days: readonly ShootDay[], moment) => {
      const away = days.map((day) => Math.max(day.wakesAt - moment, moment - day.sleepsAt, 0));
      const least = Math.min(HALF_DAY_S, ...away);
      expect(shootDayAt(days, epochSeconds(moment))).toBe(
        least < HALF_DAY_S ? days[away.indexOf(least)] : null,
      );
    }),
  );
});

test("from one second to the next it counts for another day at those moments alone", () => {
  const daysApart = fc
    .array(fc.record({ night: hours(30), length: hours(20) }), { maxLength: 4 })
    .map((all) => {
      let now = 100 * 3_600;
      return all.map(({ night, length }, i) => {
        // Days overlap by half an hour at the most, and each ends after the one before.
        const wakes = now + night - 1_800;
        now = wakes + length + 3_600;
        return row("shootDay", `d${i}`, { wakesAt: epochSeconds(wakes), sleepsAt: epochSeconds(now) });
      });
    });
  fc.assert(
    fc.property(daysApart, (days: readonly ShootDay[]) => {
      const turns = shootDayTurns(days);
      expect(turns).toEqual([...turns].filter(Number.isInteger).sort((a, b) => a - b));
      // Where it does not turn in between, what is so at both ends of a stretch is so in its middle.
      const edges = [0, ...turns, 1_000_000].map(epochSeconds);
      for (const [i, from] of edges.entries()) {
        const last = epochSeconds((edges[i + 1] ?? from + 1) - 1);
        const middle = epochSeconds(Math.floor((from + last) / 2));
        expect(shootDayAt(days, last)).toBe(shootDayAt(days, from));
        expect(shootDayAt(days, middle)).toBe(shootDayAt(days, from));
      }
    }),
  );
});

/** Ann directs strips s0, s1 …, rig 10 and shoot 30, at the given times; Bob operates all. */
const placedAt = (...starts: readonly string[]) => {
  const { placed } = factsOf(
    plan({
      person: ["ann", "bob"].map((id) => row("person", id)),
      scene: [row("scene", "7")],
      strip: starts.map((start, i) =>
        row("strip", `s${i}`, { sceneId: "7", startsAt: at(start), rigMin: 10 }),
      ),
      assignment: starts.flatMap((_, i) => [
        row("assignment", `d${i}`, { stripId: `s${i}`, job: "direct", personId: "ann" }),
        row("assignment", `c${i}`, { stripId: `s${i}`, job: "camera", personId: "bob" }),
      ]),
    }),
  );
  return [...placed.values()];
};
const calls = (personId: string, strips: ReturnType<typeof placedAt>) =>
  callsOf(personId as PersonId, strips);

test("calls are one person's, in order of start, whoever asked before", () => {
  const strips = placedAt("8T12:00", "8T10:00");
  const said = (personId: string) =>
    calls(personId, strips).map(({ call, placed }) => [placed.strip.id, call.span]);
  const ann = [
    ["s1", span("8T10:10", "8T10:40")],
    ["s0", span("8T12:10", "8T12:40")],
  ];
  expect(said("ann")).toEqual(ann);
  expect(said("bob")).toEqual([
    ["s1", span("8T10:00", "8T10:40")],
    ["s0", span("8T12:00", "8T12:40")],
  ]);
  expect(said("ann")).toEqual(ann);
  expect(said("cleo")).toEqual([]);
  expect(calls("ann", [...strips])).toEqual(calls("ann", strips));
});

const block = (kind: "sleep" | "meal" | "duty", start: string, durationMin: number) =>
  row("crewBlock", `${kind}-${start}`, { personId: "ann", kind, startsAt: at(start), durationMin });

test("spans and time of some kinds of blocks, the kinds kept apart, nothing where there are none", () => {
  const blocks = [
    block("meal", "8T13:00", 60),
    block("sleep", "8T21:30", 60),
    block("sleep", "8T22:00", 60),
    block("duty", "8T12:00", 0),
  ];
  expect(blockSpan(blocks[0]!)).toEqual(span("8T13:00", "8T14:00"));
  expect(spansOf(blocks, ["sleep"])).toEqual([span("8T21:30", "8T22:30"), span("8T22:00", "8T23:00")]);
  expect(timeIn(blocks, ["sleep"])).toEqual([span("8T21:30", "8T23:00")]);
  expect(spansOf(blocks, ["meal"])).toEqual([span("8T13:00", "8T14:00")]);
  expect(timeIn(blocks, ["meal", "sleep"])).toEqual([span("8T13:00", "8T14:00"), span("8T21:30", "8T23:00")]);
  expect(spansOf(blocks, ["duty"])).toEqual([]);
  expect(spansOf(undefined, ["meal"])).toEqual([]);
  expect(timeIn(undefined, ["meal"])).toEqual([]);
});

test("what is given is summed by date, each person's apart", () => {
  const given = (personId: string, date: string, minutes: number) => ({
    personId: personId as PersonId,
    date,
    minutes,
  });
  const rows = [
    given("ann", "2021-10-08", 60),
    given("bob", "2021-10-08", 5),
    given("ann", "2021-10-08", 30),
    given("ann", "2021-10-09", 15),
  ];
  expect([...minutesByDate(rows, "ann" as PersonId)]).toEqual([
    ["2021-10-08", 90],
    ["2021-10-09", 15],
  ]);
  expect([...minutesByDate(rows, "bob" as PersonId)]).toEqual([["2021-10-08", 5]]);
  expect([...minutesByDate(rows, "cleo" as PersonId)]).toEqual([]);
});

test("a call is near a block within a day on either side, to the second", () => {
  const own = calls("bob", placedAt("8T12:00"));
  const near = (start: string, end: string) => withoutBlocksNear(own, profile([span(start, end)])).length;
  // The call is 12:00–12:40.
  expect(near("7T10:00", "7T12:00:01")).toBe(0);
  expect(near("7T10:00", "7T12:00")).toBe(1);
  expect(near("9T12:39:59", "9T14:00")).toBe(0);
  expect(near("9T12:40", "9T14:00")).toBe(1);
  expect(withoutBlocksNear(own, [])).toEqual(own);
  const two = calls("bob", placedAt("8T12:00", "12T12:00"));
  expect(
    withoutBlocksNear(two, profile([span("8T21:30", "9T06:00")])).map(({ placed }) => placed.strip.id),
  ).toEqual(["s1"]);
});

test("a span counts for the day of its start, in whichever plan it is asked; on none, for its date", () => {
  const [eighth, ninth] = shootDays(8, 9) as [ShootDay, ShootDay];
  const late = span("8T23:00", "9T01:00");
  const [both, one, other] = [[eighth, ninth], [ninth], [eighth]];
  expect([both, one, both, other].map((days) => shootDayOf(days, late)?.number)).toEqual([3, 4, 3, 3]);
  expect(dateFor([eighth], span("9T02:00", "9T03:00"))).toBe("2021-10-08");
  expect(dateFor([eighth], span("20T23:59", "21T01:00"))).toBe("2021-10-20");
  expect(dateOn([eighth], at("9T02:00"))).toBe("2021-10-08");
  expect(dateOn([eighth], at("20T23:59"))).toBe("2021-10-20");
});

test("calls by shoot day, in order, those of no day together; stretch by stretch where they are given", () => {
  const strips = placedAt("9T10:00", "8T12:00", "8T10:00", "20T10:00", "20T12:00");
  const days = shootDays(8, 9);
  const said = (of: Parameters<typeof callDaysOf>[1]) =>
    callDaysOf("ann" as PersonId, of, days).map(({ day, calls: own }) => [
      day?.number,
      ...own.map(({ placed }) => placed.strip.id),
    ]);
  expect(said({ strips })).toEqual([
    [3, "s2", "s1"],
    [4, "s0"],
    [undefined, "s3", "s4"],
  ]);
  const stretches = [strips.slice(2, 3), strips.slice(0, 2), strips.slice(3)];
  expect(said({ strips, stretches })).toEqual([
    [3, "s2"],
    [3, "s1"],
    [4, "s0"],
    [undefined, "s3", "s4"],
  ]);
  expect(said({ strips: [] })).toEqual([]);
  expect(callDaysOf("bob" as PersonId, { strips }, days)[0]?.calls).toHaveLength(2);
});
