import fc from "fast-check";
import { expect, test } from "vitest";
import { plan, row } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import { check } from "../rules/check.ts";
import { ledgerOf } from "../rules/crew-time-ledger.ts";
import { aPlan } from "../rules/testing-plan.ts";
import { crewTime, figureText } from "./crew-time.ts";
import { ledgerParamsOf } from "./crew-time-accounts.ts";
import { FIGURES, type Figures } from "./crew-time-lines.ts";
import { traceOf } from "./crew-time-trace.ts";
import { CONTEXT, smallPlan } from "./testing-plan.ts";

const build = (snapshot: ReturnType<typeof plan>) =>
  crewTime.build(snapshot, check(snapshot, []), {}, CONTEXT);
const figuresOf = (snapshot: ReturnType<typeof plan>, id = "dubrov") =>
  build(snapshot).rows.find((r) => r.id === id)?.figures;

/**
 * Dubrov on 8 October: granted 120, consented 30. Scene 7 from 19:00: rig 15, shoot 45, on camera and spotting for all of the shoot. His
 * call is 19:05–20:00 with make-up: 55 + 15 of brief = 70, of it 30 in pre-sleep, which begins at 19:30. Scene 30 waits in the boneyard:
 * 30 on camera, 15 of brief, 10 of make-up, for it has no rig.
 */
test("asked, granted, planned, of it personal, spent and owed", () => {
  expect(figuresOf(smallPlan())).toEqual({
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

test("parameters that do not fit are told: the figures are the book's", () => {
  const set = (briefMin: number) =>
    changed({ ruleSetting: [row("ruleSetting", "crew-time-ledger", { params: { briefMin } })] });
  const unfit = build(set(-900));
  expect(unfit.rows).toEqual(build(smallPlan()).rows);
  expect(unfit.notes[0]).toMatch(/crew-time-ledger do not fit: .* by the numbers of the book/);
  expect(build(set(30)).notes).toEqual(build(smallPlan()).notes);
  expect(build(smallPlan()).notes.join(" ")).not.toContain("do not fit");
});

test("what is shot, or partly, is spent", () => {
  const { strip } = smallPlan().tables;
  const shot = strip.map((s) => (s.id === "s7" ? { ...s, status: "part-shot" as const } : s));
  expect(figuresOf(changed({ strip: shot }))?.spent).toBe(70);
});

test("working time beyond what was granted is owed, beside personal time", () => {
  const allocation = [row("allocation", "a8", { personId: "dubrov", date: "2021-10-08", minutes: 30 })];
  const { rows, days } = build(changed({ allocation }));
  // 70 − 30 personal = 40 working, 10 beyond the 30 granted.
  expect(rows.find((r) => r.id === "dubrov")?.figures.owed).toBe(30 + 10);
  expect(
    days.map(({ date, dateText, text, left, isOver, what }) => [
      date,
      dateText,
      text.granted,
      text.planned,
      text.personal,
      text.owed,
      left,
      isOver,
      what,
    ]),
  ).toEqual([
    ["2021-10-08", "8 Oct", "30 min", "1 h 10", "30 min", "40 min", "−10 min", true, "scene 7"],
    [null, "no day", "", "", "", "", "", false, "scene 30 in the boneyard"],
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
  const sums = figuresOf(changed({ restoration }));
  expect(sums).toMatchObject({ planned: 70, owed: 30 + 50, listPriceUsd: 260_000 });
});

test("the price is a setting, and so is what a minute is", () => {
  const params = { usdPerHour: 600, briefMin: 5 };
  const sums = figuresOf(changed({ ruleSetting: [row("ruleSetting", "crew-time-ledger", { params })] }));
  // 55 + 5 = 60 min.
  expect(sums).toMatchObject({ planned: 60, priceUsd: 600 });
});

test("settings that do not fit leave the book's", () => {
  const params = { usdPerHour: "much" };
  expect(
    figuresOf(changed({ ruleSetting: [row("ruleSetting", "crew-time-ledger", { params })] })),
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
  const { rows, columns } = build(smallPlan());
  expect(rows.find((r) => r.kind === "all")?.text).toMatchObject({
    priceUsd: "",
    listPriceUsd: "151,667 USD",
  });
  expect(columns.priceUsd.note).toMatch(/^What the film pays: nothing of what is planned/);
  expect(columns.listPriceUsd.note).toMatch(
    /^\(planned \+ put back when the film has left\) × 130,000 USD an hour\. .*NASA's list price of February 2021 .*not asked of the Russian film\.$/,
  );
  const own = changed({
    ruleSetting: [row("ruleSetting", "crew-time-ledger", { params: { listUsdPerHour: 60 } })],
  });
  expect(build(own).columns.listPriceUsd.note).toMatch(/× 60 USD an hour\. A price of your own/);
});

const restored = () =>
  changed({
    allocation: [
      row("allocation", "a8", { personId: "dubrov", date: "2021-10-08", minutes: 30, source: "Form 24" }),
    ],
    restoration: [
      row("restoration", "r", {
        sceneId: "7",
        what: "Racks",
        minutes: 50,
        due: "handed-over",
        personId: "dubrov",
      }),
    ],
  });
const traced = (figure: (typeof FIGURES)[number], date?: string | null) => {
  const at = date === undefined ? {} : { date };
  const trace = traceOf(build(restored()), { figure, rowId: "dubrov", ...at });
  return (
    trace && [
      trace.title,
      ...trace.lines.map(({ line, text }) => `${line.what} | ${line.how} | ${text}`),
      trace.total,
    ]
  );
};

test("what a figure is made of: the strips, the days, how each is counted", () => {
  const call = "Scene 7 | call 55 + brief 15 min";
  expect(traced("planned")).toEqual(["Planned, Pyotr Dubrov", `${call} | 1 h 10`, "1 h 10"]);
  expect(traced("asked")).toEqual([
    "Asked, Pyotr Dubrov",
    `${call} | 1 h 10`,
    "Scene 30, in the boneyard | call 30 + brief 15 + make-up 10 min | 55 min",
    "2 h 05",
  ]);
  expect(traced("owed")).toEqual([
    "Owed, Pyotr Dubrov",
    `${call} | 30 min`,
    "Beyond what was granted | 40 min of working time less 30 min granted | 10 min",
    "Putting back Racks when the film has left | its own minutes, out of no day's grant | 50 min",
    "1 h 30",
  ]);
  expect(traced("owed", "2021-10-08")?.at(-1)).toBe("40 min");
  expect(traced("owed", null)?.slice(0, 1)).toEqual(["Owed, Pyotr Dubrov, no day"]);
  expect(traced("granted")).toEqual([
    "Granted, Pyotr Dubrov",
    "Granted by production | Form 24 | 30 min",
    "30 min",
  ]);
  expect(traced("spent")).toEqual(["Spent, Pyotr Dubrov", "nothing"]);
  expect(traced("listPriceUsd")?.at(-1)).toBe("260,000 USD");
});

test("a figure that the report has not is made of nothing", () => {
  const model = build(smallPlan());
  expect(traceOf(model, { figure: "owed", rowId: "nobody" })).toBeNull();
  expect(traceOf(model, { figure: "owed", rowId: "dubrov", date: "2021-10-20" })).toBeNull();
});

const together = (all: readonly Figures[]) =>
  Object.fromEntries(FIGURES.map((figure) => [figure, all.reduce((sum, one) => sum + one[figure], 0)]));

test("it all adds up: lines to days, days to people, people to agencies, agencies to all; and days are what the rule counts", () => {
  fc.assert(
    fc.property(aPlan, fc.constantFrom(0, 37, 600), (of, usdPerHour) => {
      const ruleSetting = [row("ruleSetting", "crew-time-ledger", { params: { usdPerHour } })];
      const snapshot = { ...of, tables: { ...of.tables, ruleSetting } };
      const model = build(snapshot);
      const { rows, days, lines } = model;
      const agencies = rows.filter((r) => r.kind === "agency");
      const people = rows.filter((r) => r.kind === "person");
      const all = rows.find((r) => r.kind === "all");
      if (all) expect(all.figures).toEqual(together(agencies.map((r) => r.figures)));
      for (const agency of agencies) {
        const own = people.filter(
          ({ id }) => snapshot.tables.person.find((p) => p.id === id)?.agency === agency.name,
        );
        expect(agency.figures).toEqual(together(own.map((r) => r.figures)));
      }
      for (const person of people)
        expect(person.figures).toEqual(
          together(days.filter((d) => d.personId === person.id).map((d) => d.figures)),
        );
      for (const day of days)
        expect(day.figures).toEqual(
          together(
            lines.filter((l) => l.personId === day.personId && l.date === day.date).map((l) => l.figures),
          ),
        );
      for (const row of rows)
        for (const figure of FIGURES)
          expect(traceOf(model, { figure, rowId: row.id })?.total).toBe(
            figureText(figure, row.figures[figure]) || "nothing",
          );
      for (const entry of ledgerOf(factsOf(snapshot), ledgerParamsOf(snapshot.tables))) {
        const day = days.find((d) => d.personId === entry.personId && d.date === entry.date);
        const { used, personalUsed, left, granted, personalGranted } = entry;
        expect(day?.figures ?? together([])).toMatchObject({
          ...{ granted, personalGranted, planned: used + personalUsed, personal: personalUsed },
          owed: Math.max(0, -left) + personalUsed,
        });
        expect(day?.isOver ?? false).toBe(left < 0);
      }
    }),
    { numRuns: 60 },
  );
});
