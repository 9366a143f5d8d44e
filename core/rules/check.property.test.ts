import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf, plusMinutes } from "../base/instant.ts";
import { utcDay } from "../base/interval.ts";
import { type EpochSeconds, minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import { ENTITY_NAMES, type Tables } from "../model/entities.ts";
import type { CheckReport } from "../model/finding.ts";
import { JOBS } from "../model/job.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { check } from "./check.ts";

const PEOPLE = ["ann", "bob", "cleo"];
const MODULES = ["nauka", "zvezda", "zarya", "cupola"];
const SCENES = ["7", "12", "30"];
const KINDS = ["meal", "exercise", "duty", "conference", "sleep", "pre-sleep", "off-duty"] as const;

/** A moment of 8 or 9 October on a grid of 5 min, so that neighbours, overlaps and whole coincidences all come up. */
const aMoment = fc
  .record({ day: fc.constantFrom("8", "9"), step: fc.integer({ min: 0, max: 287 }) })
  .map(({ day, step }) => plusMinutes(at(`${day}T00:00`), minutes(step * 5)));
const aStrip = fc.record({
  sceneId: fc.constantFrom(...SCENES),
  moduleId: fc.constantFrom(...MODULES),
  startsAt: fc.option(aMoment, { freq: 8 }),
  rigMin: fc.constantFrom(0, 10, 60),
  shootMin: fc.constantFrom(15, 40, 90),
  strikeMin: fc.constantFrom(0, 5),
  jobs: fc.uniqueArray(fc.tuple(fc.constantFrom(...JOBS), fc.constantFrom(...PEOPLE)), {
    maxLength: 4,
    selector: ([job, person]) => `${job} ${person}`,
  }),
  tier: fc.constantFrom("must" as const, "nice" as const),
  movingCamera: fc.boolean(),
  roleIds: fc.subarray(["hero"]),
});
const aBlock = fc.record({
  personId: fc.constantFrom(...PEOPLE),
  kind: fc.constantFrom(...KINDS),
  startsAt: aMoment,
  durationMin: fc.constantFrom(25, 60, 120),
});
const anAllocation = fc.record({
  personId: fc.constantFrom(...PEOPLE),
  date: fc.constantFrom("2021-10-08", "2021-10-09"),
  minutes: fc.constantFrom(60, 120),
});

/** Three people, one of the Expedition crew; three modules in a row and a Cupola that nothing leads to, and crowded. */
const aPlan: fc.Arbitrary<ScenarioSnapshot> = fc
  .record({
    strips: fc.array(aStrip, { minLength: 1, maxLength: 7 }),
    blocks: fc.array(aBlock, { maxLength: 6 }),
    allocations: fc.uniqueArray(anAllocation, {
      maxLength: 3,
      selector: ({ personId, date }) => personId + date,
    }),
  })
  .map(({ strips, blocks, allocations }) =>
    plan({
      shootDay: shootDays(8, 9),
      person: PEOPLE.map((id) =>
        row("person", id, { category: id === "cleo" ? "expedition-crew" : "film-crew" }),
      ),
      role: [row("role", "hero", { personId: "ann" })],
      flight: [row("flight", "up")],
      seat: PEOPLE.map((personId) => row("seat", `seat-${personId}`, { flightId: "up", personId })),
      module: MODULES.map((id) => row("module", id, { capacity: 1 })),
      hatch: [
        row("hatch", "h1", { fromModuleId: "nauka", toModuleId: "zvezda" }),
        row("hatch", "h2", { fromModuleId: "zvezda", toModuleId: "zarya" }),
      ],
      scene: SCENES.map((id) => row("scene", id)),
      strip: strips.map(({ jobs: _, tier: __, movingCamera: ___, roleIds: ____, ...s }, i) =>
        row("strip", `s${i}`, s),
      ),
      setUp: strips.map(({ sceneId, tier, movingCamera, roleIds, shootMin }, i) =>
        row("setUp", `u${i}`, {
          sceneId,
          stripId: `s${i}`,
          order: i,
          tier,
          movingCamera,
          roleIds,
          takeMin: shootMin,
        }),
      ),
      assignment: strips.flatMap(({ jobs }, i) =>
        jobs.map(([job, personId], j) =>
          row("assignment", `a${i}-${j}`, { stripId: `s${i}`, job, personId }),
        ),
      ),
      crewBlock: blocks.map((block, i) => row("crewBlock", `b${i}`, block)),
      allocation: allocations.map((allocation, i) => row("allocation", `g${i}`, allocation)),
    }),
  );

/** What a report says, but for the order of findings and of the names in them: people are named as the table lists them. */
const said = ({ findings, ...report }: CheckReport) => ({
  ...report,
  findings: findings
    .map((f) => ({
      ...f,
      people: f.people.toSorted(),
      strips: f.strips.toSorted(),
      message: f.message.split(/\W+/).sort(),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
});
const amountOf = ({ findings }: CheckReport, ruleId: string) =>
  findings.filter((f) => f.ruleId === ruleId).reduce((sum, f) => sum + f.amount, 0);

test("the order of rows does not matter", () => {
  const shuffled = aPlan.chain((snapshot) =>
    fc
      .tuple(
        ...ENTITY_NAMES.map((name) => {
          const rows = snapshot.tables[name] as readonly unknown[];
          return fc.shuffledSubarray([...rows], { minLength: rows.length });
        }),
      )
      .map((tables) => ({
        snapshot,
        other: {
          ...snapshot,
          tables: Object.fromEntries(ENTITY_NAMES.map((name, i) => [name, tables[i]])) as unknown as Tables,
        },
      })),
  );
  fc.assert(
    fc.property(shuffled, ({ snapshot, other }) => {
      expect(said(check(other))).toEqual(said(check(snapshot)));
    }),
  );
});

test("taking a strip off the board never adds a clash", () => {
  fc.assert(
    fc.property(aPlan, fc.nat(), (snapshot, pick) => {
      const before = check(snapshot);
      const { strip } = snapshot.tables;
      const taken = strip.map((s, i) => (i === pick % strip.length ? { ...s, startsAt: null } : s));
      const after = check({ ...snapshot, tables: { ...snapshot.tables, strip: taken } });
      for (const id of ["no-double-booking", "module-exclusive", "module-capacity"])
        expect(amountOf(after, id)).toBeLessThanOrEqual(amountOf(before, id));
    }),
  );
});

/** Rules that know a plan's own days, blocks and accounts, and no calendar beside them. */
const SHIFT_INVARIANT = [
  "inside-window",
  "aboard",
  "must-scenes",
  "no-double-booking",
  "jobs-filled",
  "sleep",
  "crew-off-duty",
  "turnaround",
  "daily-duty",
  "meal-break",
  "exercise",
  "conferences",
  "station-duty",
  "crew-time-ledger",
  "module-capacity",
  "module-exclusive",
  "travel",
  "rig-time",
];

/** Everything that stands in time, whole days later. */
function shifted({ tables, ...rest }: ScenarioSnapshot, days: number): ScenarioSnapshot {
  const later = (moment: EpochSeconds) => plusMinutes(moment, minutes(days * 1_440));
  const laterDate = (date: string) => dateOf(later(utcDay(date).start));
  return {
    ...rest,
    tables: {
      ...tables,
      shootWindow: tables.shootWindow.map((w) => ({
        ...w,
        startsAt: later(w.startsAt),
        endsAt: later(w.endsAt),
      })),
      flight: tables.flight.map((f) => ({ ...f, hatchAt: later(f.hatchAt) })),
      shootDay: tables.shootDay.map((d) => ({
        ...d,
        date: laterDate(d.date),
        wakesAt: later(d.wakesAt),
        sleepsAt: later(d.sleepsAt),
      })),
      strip: tables.strip.map((s) => ({ ...s, startsAt: s.startsAt === null ? null : later(s.startsAt) })),
      crewBlock: tables.crewBlock.map((b) => ({ ...b, startsAt: later(b.startsAt) })),
      allocation: tables.allocation.map((a) => ({ ...a, date: laterDate(a.date) })),
    },
  };
}

test("the same plan whole days later has the same findings", () => {
  fc.assert(
    fc.property(aPlan, fc.integer({ min: -400, max: 400 }), (snapshot, days) => {
      const judged = (report: CheckReport) =>
        report.findings
          .filter((f) => SHIFT_INVARIANT.includes(f.ruleId))
          .map((f) => [f.ruleId, f.kind, f.level, f.amount, f.groupKey, f.strips, f.people]);
      const [here, there] = [check(snapshot), check(shifted(snapshot, days))];
      expect(judged(there)).toEqual(judged(here));
      expect(there.minutes).toEqual(here.minutes);
    }),
  );
});

test("every finding names its rule, its group and strips that are in the plan, and has an id of its own", () => {
  fc.assert(
    fc.property(aPlan, (snapshot) => {
      const { findings } = check(snapshot);
      const strips = new Set(snapshot.tables.strip.map((s) => s.id));
      expect(new Set(findings.map((f) => f.id)).size).toBe(findings.length);
      for (const f of findings) {
        expect(f.strips.every((id) => strips.has(id))).toBe(true);
        expect(f.message).toMatch(/^.+\.$/);
        if (f.kind === "violation") expect(f.amount).toBeGreaterThan(0);
        expect(Number.isInteger(f.amount)).toBe(true);
        if (f.span) expect(f.span.start).toBeLessThan(f.span.end);
      }
    }),
  );
});
