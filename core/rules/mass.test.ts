import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import { judge } from "./judge.ts";
import { mass } from "./mass.ts";
import { mends } from "./testing-mends.ts";

type Item = Parameters<typeof row<"kit">>[2];
const planOf = (...items: readonly Item[]) =>
  plan({
    flight: [
      row("flight", "up", { ship: "Soyuz MS-19", departsAt: at("5T08:55") }),
      row("flight", "down", { ship: "Soyuz MS-18", direction: "down", departsAt: at("17T01:14") }),
    ],
    kit: items.map((item, i) => row("kit", `k${i}`, { name: `Item ${i}`, ...item })),
  });
const UP = { upFlightId: "up" } as const;
const DOWN = { downFlightId: "down" } as const;

test.each<{ name: string; items: readonly Item[]; over: number }>([
  { name: "30 % of 100 kg go up", items: [{ ...UP, massKg: 30 }], over: 0 },
  { name: "each kilogram started counts", items: [{ ...UP, massKg: 30.1 }], over: 1 },
  { name: "every piece flies: 4 × 9 kg", items: [{ ...UP, massKg: 9, quantity: 4 }], over: 6 },
  { name: "30 % of 50 kg come down: 15", items: [{ ...DOWN, massKg: 17 }], over: 2 },
  { name: "the same kit up and down is on both legs", items: [{ ...UP, ...DOWN, massKg: 31 }], over: 1 + 16 },
  { name: "what came by other ships is on neither", items: [{ massKg: 500 }], over: 0 },
  { name: "0.1 × 300 is 30", items: [{ ...UP, massKg: 0.1, quantity: 300 }], over: 0 },
])("$name", ({ items, over }) => {
  expect(judge(mass, planOf(...items)).amount).toBe(over);
});

test("names the ship, what it carries and the film's share", () => {
  expect(judge(mass, planOf({ ...DOWN, massKg: 17.25 })).findings).toEqual([
    "Soyuz MS-18 down, 17 Oct: 17.3 kg of the film where its share is 15, 2.3 kg over. | 3 hard | no span | no strip | nobody",
  ]);
  expect(judge(mass, planOf({ ...UP, massKg: 30 }), { filmPercent: 10 }).amount).toBe(20);
});

test("what is not weighed is unknown, unless the rest is too heavy already", () => {
  expect(judge(mass, planOf({ ...UP, massKg: 29 }, { ...UP, name: "Crane" })).findings).toEqual([
    "Soyuz MS-19 up, 5 Oct: the mass of Crane is not known. | unknown | no span | no strip",
  ]);
  expect(judge(mass, planOf({ ...UP, massKg: 31 }, UP))).toMatchObject({ amount: 1, unknown: [] });
});

test("offers to leave behind the lightest that is enough, never what was recorded", () => {
  const snapshot = planOf(
    { ...DOWN, massKg: 12 },
    { ...DOWN, massKg: 1 },
    { ...DOWN, massKg: 4 },
    { ...DOWN, massKg: 2, cardGb: 500 },
  );
  // 19 of 15 kg: the 4 kg are enough, so are the 12; the 1 kg is not.
  expect(mends(mass, snapshot)).toEqual([
    ["Item 2 stays aboard, 4 kg less", 0],
    ["Item 0 stays aboard, 12 kg less", 0],
    ["Item 1 stays aboard, 1 kg less", 3],
  ]);
});

test("of what weighs the same the first by id is offered first; several that are not weighed are all named", () => {
  const alike = planOf(
    { ...DOWN, massKg: 9 },
    { ...DOWN, massKg: 9 },
    { ...DOWN, massKg: 1 },
    { ...DOWN, massKg: 1 },
  );
  const reversed = plan({ ...alike.tables, kit: [...alike.tables.kit].reverse() });
  const offered = mends(mass, alike);
  expect(offered).toEqual([
    ["Item 0 stays aboard, 9 kg less", 0],
    ["Item 1 stays aboard, 9 kg less", 0],
    ["Item 3 stays aboard, 1 kg less", 4],
    ["Item 2 stays aboard, 1 kg less", 4],
  ]);
  expect(mends(mass, reversed)).toEqual(offered);
  expect(judge(mass, planOf({ ...UP, name: "Crane" }, { ...UP, name: "Dolly" })).findings).toEqual([
    "Soyuz MS-19 up, 5 Oct: the mass of Crane, Dolly is not known. | unknown | no span | no strip",
  ]);
});
