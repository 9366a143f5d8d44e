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
