import { expect, test } from "vitest";
import { at, plan, row, shootDays } from "../model/build.ts";
import type { Entity } from "../model/entities.ts";
import { judge } from "./judge.ts";
import { media } from "./media.ts";

const CARDS = row("kit", "card", { quantity: 2, cardGb: 50, aboardFrom: at("5T15:00") });
const DISKS = row("kit", "disk", {
  ...{ quantity: 2, cardGb: 500, copyGbPerMin: 1, aboardFrom: at("5T15:00"), downFlightId: "down" },
});
const CAMERA = row("kit", "camera", { recordGbPerMin: 1 });

/** Each a take of so many minutes at 1 GB a minute. */
const planOf = (
  works: readonly (readonly [start: string, takeMin: number])[],
  kit: readonly Entity<"kit">[] = [CAMERA, CARDS, DISKS],
) =>
  plan({
    shootDay: shootDays(8, 9, 10),
    flight: [row("flight", "down", { direction: "down" })],
    kit,
    scene: [row("scene", "7")],
    strip: works.map(([start, shootMin], i) =>
      row("strip", `s${i}`, { sceneId: "7", startsAt: at(start), shootMin }),
    ),
    setUp: works.map(([, takeMin], i) =>
      row("setUp", `u${i}`, { sceneId: "7", stripId: `s${i}`, takeMin, kitIds: ["camera"] }),
    ),
  });
const short = (...args: Parameters<typeof planOf>) => judge(media, planOf(...args)).amount;

test("a day's takes fit its cards, or they do not", () => {
  expect(short([["8T10:00", 100]])).toBe(0);
  expect(short([["8T10:00", 101]])).toBe(1);
  expect(
    short([
      ["8T10:00", 60],
      ["8T15:00", 55],
    ]),
  ).toBe(15);
});

test("resets record nothing, every take does", () => {
  const snapshot = planOf([["8T10:00", 30]]);
  const setUp = snapshot.tables.setUp.map((s) => ({ ...s, takes: 4, resetMin: 20 as never }));
  expect(judge(media, { ...snapshot, tables: { ...snapshot.tables, setUp } }).amount).toBe(20);
});

test("cards are free again when both copies are made and checked before the next roll", () => {
  // 100 GB recorded until 21:10; two copies at 1 GB a minute and 20 min of check take 220 min. Nobody need be awake to copy.
  const evening = ["8T19:30", 100] as const;
  expect(short([evening, ["9T06:00", 100]])).toBe(0);
  const slow = { ...DISKS, copyGbPerMin: 0.25 };
  // Until 08:40 there are 690 min, less 20 of check: 670 × 0.25 / 2 = 83.75 GB copied twice, 16.25 still on the cards.
  expect(short([evening, ["9T08:40", 100]], [CAMERA, CARDS, slow])).toBe(17);
});

test("without somebody awake for the check nothing is wiped", () => {
  // Wrap at 21:30 is bedtime, the next roll 15 min after waking.
  const works = [
    ["8T19:50", 100],
    ["9T06:15", 100],
  ] as const;
  expect(judge(media, planOf(works), { checkMin: 15 }).findings).toEqual([]);
  expect(judge(media, planOf(works), { checkMin: 16 }).amount).toBe(100);
});

test("disks hold two copies of everything: short once, on the day when it shows", () => {
  const small = { ...DISKS, cardGb: 80 };
  const works = [
    ["8T10:00", 60],
    ["9T10:00", 60],
    ["10T10:00", 10],
  ] as const;
  const { messages } = judge(media, planOf(works, [CAMERA, CARDS, small]));
  expect(messages).toEqual([
    "9 Oct: 60 GB to record, room for two copies of 20 more on the disks that come home: 50 GB short by the end.",
  ]);
});

test("one disk is not two, however large", () => {
  expect(short([["8T10:00", 60]], [CAMERA, CARDS, { ...DISKS, quantity: 1, cardGb: 9_000 }])).toBe(60);
});

test("the last copies are made before the hatch closes", () => {
  const snapshot = planOf([["10T10:00", 60]]);
  const shootWindow = [row("shootWindow", "main", { endsAt: at("10T12:00") })];
  // 11:00 to 12:00 less 20 min: 40 × 1 / 2 = 20 of 60 GB.
  expect(judge(media, { ...snapshot, tables: { ...snapshot.tables, shootWindow } }).findings).toEqual([
    "10 Oct: 60 GB to record, time for two checked copies of 20 before the hatch closes: 40 GB short. | 40 hard | 10T06:00–10T21:30 | s0 | nobody",
  ]);
});

test.each([
  { kit: [CAMERA, DISKS], reason: "The kit list has no card with its GB to record on." },
  { kit: [CAMERA, CARDS], reason: "The kit list has no disk with its GB and copying rate to copy to." },
  {
    kit: [CAMERA, CARDS, { ...DISKS, downFlightId: null }],
    reason: "No ship is named in the kit list that brings the disks home.",
  },
])("$reason", ({ kit, reason }) => {
  expect(judge(media, planOf([["8T10:00", 60]], kit)).unknown).toEqual([reason]);
});

test("says what is still on the cards", () => {
  const slow = { ...DISKS, copyGbPerMin: 0.25 };
  const works = [
    ["8T19:50", 100],
    ["9T09:00", 100],
  ] as const;
  expect(judge(media, planOf(works, [CAMERA, CARDS, slow])).messages[0]).toBe(
    "9 Oct: 100 GB to record beside 17 GB of earlier days not yet copied twice, cards for 100: 17 GB short.",
  );
});

test("only what the main unit records on a shoot day is judged, and what lies on none is said", () => {
  expect(judge(media, planOf([["8T10:00", 60]], [row("kit", "camera")])).findings).toEqual([]);
  expect(
    judge(
      media,
      planOf([
        ["20T10:00", 60],
        ["8T10:00", 20],
      ]),
    ).findings,
  ).toEqual(["1 placement on no shoot day: what they record is not judged. | unknown | no span | s0"]);
  const { tables } = planOf([
    ["8T10:00", 60],
    ["8T12:00", 900],
  ]);
  const scene = [row("scene", "7"), row("scene", "ship", { unit: "ship" })];
  const strip = tables.strip.map((s) => (s.id === "s1" ? { ...s, sceneId: "ship" as typeof s.sceneId } : s));
  expect(judge(media, plan({ ...tables, scene, strip })).findings).toEqual([]);
  const still = tables.setUp.map((s) => (s.id === "u1" ? { ...s, kitIds: [] } : s));
  expect(
    judge(media, plan({ ...tables, setUp: still, kit: [CAMERA, { ...CARDS, cardGb: 20 }, DISKS] })).findings,
  ).toEqual(["8 Oct: 60 GB to record, cards for 40: 20 GB short. | 20 hard | 8T06:00–8T21:30 | s0 | nobody"]);
});

test("what a take records is minutes times rate; cards count that are there at the day's first take", () => {
  const fast = row("kit", "camera", { recordGbPerMin: 4 });
  expect(judge(media, planOf([["8T10:00", 30]], [fast, CARDS, DISKS])).findings).toEqual([
    "8 Oct: 120 GB to record, cards for 100: 20 GB short. | 20 hard | 8T06:00–8T21:30 | s0 | nobody",
  ]);
  const late = row("kit", "more", { quantity: 1, cardGb: 100, aboardFrom: at("8T08:00") });
  expect(short([["8T10:00", 200]], [CAMERA, CARDS, DISKS, late])).toBe(0);
  expect(short([["8T07:30", 200]], [CAMERA, CARDS, DISKS, late])).toBe(100);
});

test("copies run from the day's last wrap, as fast as the slowest disk, until the main unit's hatch closes", () => {
  // 60 GB until 11:00 and 15:00 in all; the hatch closes at 17:00: 100 of 120 min copy, at 1 GB a minute, twice.
  const close = (...kit: readonly Entity<"kit">[]) => {
    const { tables } = planOf(
      [
        ["10T10:00", 30],
        ["10T14:30", 30],
      ],
      [CAMERA, CARDS, ...kit],
    );
    const shootWindow = [
      row("shootWindow", "ship", { unit: "ship", endsAt: at("20T12:00") }),
      row("shootWindow", "main", { endsAt: at("10T17:00") }),
    ];
    return judge(media, plan({ ...tables, shootWindow })).findings;
  };
  expect(close(DISKS)).toEqual([
    "10 Oct: 60 GB to record, time for two checked copies of 50 before the hatch closes: 10 GB short. | 10 hard | 10T06:00–10T21:30 | s0 s1 | nobody",
  ]);
  const slow = { ...DISKS, id: "slow" as typeof DISKS.id, quantity: 1, copyGbPerMin: 0.5 };
  expect(close({ ...DISKS, quantity: 1 }, slow)).toEqual([
    "10 Oct: 60 GB to record, time for two checked copies of 25 before the hatch closes: 35 GB short. | 35 hard | 10T06:00–10T21:30 | s0 s1 | nobody",
  ]);
  expect(close(slow, { ...DISKS, quantity: 1 })).toEqual([
    "10 Oct: 60 GB to record, time for two checked copies of 25 before the hatch closes: 35 GB short. | 35 hard | 10T06:00–10T21:30 | s0 s1 | nobody",
  ]);
});
