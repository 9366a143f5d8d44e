import { expect, test } from "vitest";
import { plan, row } from "../model/build.ts";
import { check } from "../rules/check.ts";
import { crewTime } from "./crew-time.ts";
import { CONTEXT, smallPlan } from "./testing-plan.ts";

const build = (snapshot: ReturnType<typeof plan>) =>
  crewTime.build(snapshot, check(snapshot, []), {}, CONTEXT);
const minutesOf = (snapshot: ReturnType<typeof plan>, id = "dubrov") =>
  build(snapshot).rows.find((r) => r.id === id)?.minutes;

/**
 * Dubrov on 8 October: granted 120, consented 30. Scene 7 from 19:00: rig 15, shoot 45, on camera and spotting for all of the shoot. His
 * call is 19:05–20:00 with make-up: 55 + 15 of brief = 70, of it 30 in pre-sleep, which begins at 19:30. Scene 30 waits in the boneyard:
 * 30 on camera, 15 of brief, 10 of make-up, for it has no rig.
 */
test("asked, granted, planned, of it personal, spent and owed", () => {
  expect(minutesOf(smallPlan())).toEqual({
    asked: 70 + 55,
    granted: 120,
    planned: 70,
    personal: 30,
    personalGranted: 30,
    spent: 0,
    owed: 30,
    priceUsd: 0,
    // 70 min at 130,000 USD an hour.
    listPriceUsd: 151_667,
  });
});

const changed = (over: Partial<ReturnType<typeof plan>["tables"]>) => {
  const snapshot = smallPlan();
  return { ...snapshot, tables: { ...snapshot.tables, ...over } };
};

test("what is shot, or partly, is spent", () => {
  const { strip } = smallPlan().tables;
  const shot = strip.map((s) => (s.id === "s7" ? { ...s, status: "part-shot" as const } : s));
  expect(minutesOf(changed({ strip: shot }))?.spent).toBe(70);
});

test("working time beyond what was granted is owed, beside personal time", () => {
  const allocation = [row("allocation", "a8", { personId: "dubrov", date: "2021-10-08", minutes: 30 })];
  const { rows, days } = build(changed({ allocation }));
  // 70 − 30 personal = 40 working, 10 beyond the 30 granted.
  expect(rows.find((r) => r.id === "dubrov")?.minutes.owed).toBe(30 + 10);
  expect(days).toEqual([
    {
      ...{ personId: "dubrov", person: "Dubrov", date: "2021-10-08", dateText: "8 Oct" },
      ...{ granted: "30 min", used: "40 min", left: "−10 min", isOver: true },
      ...{ personalGranted: "30 min", personalUsed: "30 min", what: "scene 7" },
    },
  ]);
});

test("what is handed over is owed and priced, and on no day", () => {
  const restoration = [
    row("restoration", "r", {
      sceneId: "7",
      what: "Racks",
      minutes: 50,
      due: "handed-over",
      personId: "dubrov",
    }),
  ];
  const sums = minutesOf(changed({ restoration }));
  expect(sums).toMatchObject({ planned: 70, owed: 30 + 50, listPriceUsd: 260_000 });
});

test("the price is a setting, and so is what a minute is", () => {
  const params = { usdPerHour: 600, briefMin: 5 };
  const sums = minutesOf(changed({ ruleSetting: [row("ruleSetting", "crew-time-ledger", { params })] }));
  // 55 + 5 = 60 min.
  expect(sums).toMatchObject({ planned: 60, priceUsd: 600 });
});

test("settings that do not fit leave the book's", () => {
  const params = { usdPerHour: "much" };
  expect(
    minutesOf(changed({ ruleSetting: [row("ruleSetting", "crew-time-ledger", { params })] })),
  ).toMatchObject({
    planned: 70,
  });
});

test("agencies by name, their people under them, all at the end", () => {
  const snapshot = smallPlan();
  const person = [
    ...snapshot.tables.person.map((p) => (p.id === "dubrov" ? { ...p, agency: "Roscosmos" } : p)),
    row("person", "mark", { name: "Mark", category: "expedition-crew", agency: "NASA" }),
    row("person", "idle", { name: "Idle", category: "expedition-crew", agency: "JAXA" }),
  ];
  const allocation = [
    ...snapshot.tables.allocation,
    row("allocation", "m", { personId: "mark", date: "2021-10-09", minutes: 60 }),
  ];
  const { rows } = build(changed({ person, allocation }));
  expect(rows.map((r) => [r.kind, r.name, r.text.granted, r.text.planned])).toEqual([
    ["agency", "NASA", "1 h", ""],
    ["person", "Mark", "1 h", ""],
    ["agency", "Roscosmos", "2 h", "1 h 10"],
    ["person", "Pyotr Dubrov", "2 h", "1 h 10"],
    ["all", "All", "3 h", "1 h 10"],
  ]);
});

test("without station crew there is nothing to tell", () => {
  expect(build(plan({}))).toMatchObject({ rows: [], days: [] });
  const film = plan({ person: [row("person", "ann")], consent: [] });
  expect(build(film).rows).toEqual([]);
});

test("prices are written with thousands, and the list price is said to be one", () => {
  const { rows, notes } = build(smallPlan());
  expect(rows.find((r) => r.kind === "all")?.text).toMatchObject({ price: "", listPrice: "151,667 USD" });
  expect(notes.at(-1)).toBe(
    "The film pays nothing; would cost is NASA's list price of February 2021, 130,000 USD an hour of the US segment, and was not asked of the Russian film.",
  );
});
