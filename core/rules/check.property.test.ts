import fc from "fast-check";
import { expect, test } from "vitest";
import { plusMinutes } from "../base/instant.ts";
import { minutes } from "../base/quantity.ts";
import { ENTITY_NAMES, type Tables } from "../model/entities.ts";
import type { CheckReport } from "../model/finding.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { check } from "./check.ts";
import { aPlan, shifted } from "./testing-plan.ts";
import { type Amounts, reference } from "./testing-reference.ts";

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

/**
 * Rules that a strip can only break by being there. Not among them: what is owed (must-scenes), what a strip leaves behind for the
 * next (rig-time; travel: a detour may be the way on which the kit was fetched; crew-time-ledger: who restores what the scene moved),
 * and what compares with another plan.
 */
const CLASHES = [
  "inside-window",
  "aboard",
  "station-events",
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
  "training-gate",
  "module-capacity",
  "module-exclusive",
  "window-light",
];

test("taking a strip off the board never adds a clash", () => {
  fc.assert(
    fc.property(aPlan, fc.nat(), (snapshot, pick) => {
      const before = check(snapshot);
      const { strip } = snapshot.tables;
      const taken = strip.map((s, i) => (i === pick % strip.length ? { ...s, startsAt: null } : s));
      const after = check({ ...snapshot, tables: { ...snapshot.tables, strip: taken } });
      for (const id of CLASHES) expect(amountOf(after, id), id).toBeLessThanOrEqual(amountOf(before, id));
    }),
  );
});

test("the same plan whole days later has the same findings", () => {
  fc.assert(
    fc.property(aPlan, fc.integer({ min: -400, max: 400 }), (snapshot, days) => {
      const judged = (report: CheckReport) =>
        report.findings.map((f) => [f.ruleId, f.kind, f.level, f.amount, f.groupKey, f.strips, f.people]);
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
      const strips = new Set<string>(snapshot.tables.strip.map((s) => s.id));
      const people = new Set<string>(snapshot.tables.person.map((p) => p.id));
      expect(new Set(findings.map((f) => f.id)).size).toBe(findings.length);
      for (const f of findings) {
        expect(f.strips.every((id) => strips.has(id))).toBe(true);
        expect(new Set(f.strips).size).toBe(f.strips.length);
        expect(f.people.every((id) => people.has(id))).toBe(true);
        expect(f.message).toMatch(/^.+\.$/);
        expect(f.message).not.toMatch(/undefined|null|NaN|failed here|was not judged/);
        const [scope, id] = f.groupKey.split(":");
        if (scope === "person" && f.kind === "violation") expect(f.people).toContain(id);
        if (scope === "strip") expect(f.strips).toEqual([id]);
        if (f.kind === "violation") expect(f.amount).toBeGreaterThan(0);
        expect(Number.isInteger(f.amount)).toBe(true);
        if (f.span) expect(f.span.start).toBeLessThan(f.span.end);
      }
    }),
  );
});

/** Findings of these rules that the reference does not count: they are not of minutes that pass, or of things and not of people. */
const UNCOUNTED: Readonly<Record<string, (message: string) => boolean>> = {
  "no-double-booking": (message) => / set-ups? /.test(message),
  conferences: (message) => !/ of scene /.test(message) || / in \w+ during /.test(message),
  exercise: (message) => !/ takes /.test(message),
};

const COUNTED = [
  "inside-window",
  "station-events",
  "module-exclusive",
  "module-capacity",
  "no-double-booking",
  "sleep",
  "station-duty",
  "conferences",
  "exercise",
  "crew-off-duty",
  "travel",
  "turnaround",
];
/** Exercise has no device and blocks no module, so that only calls fill one; nobody but people carries anything. */
const aBarePlan = aPlan.map(
  (snapshot): ScenarioSnapshot => ({
    ...snapshot,
    tables: {
      ...snapshot.tables,
      crewBlock: snapshot.tables.crewBlock.map((b) => ({ ...b, moduleId: null, deviceId: null })),
      setUp: snapshot.tables.setUp.map((s) => ({ ...s, kitIds: [] })),
      kit: [],
    },
  }),
);

test("counted minute by minute, the rules about time come to the same", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(aBarePlan, (snapshot) => {
      const said: Record<string, Record<string, number>> = {};
      for (const f of check(snapshot).findings) {
        if (f.kind !== "violation" || !COUNTED.includes(f.ruleId)) continue;
        if (UNCOUNTED[f.ruleId]?.(f.message)) continue;
        const groups = said[f.ruleId] ?? {};
        groups[f.groupKey] = (groups[f.groupKey] ?? 0) + f.amount;
        said[f.ruleId] = groups;
        seen.add(f.ruleId);
      }
      expect(said).toEqual(reference(snapshot) satisfies Amounts);
    }),
    { seed: 4, numRuns: 120 },
  );
  expect([...seen].sort()).toEqual([...COUNTED].sort());
});

test("a span in two halves weighs as much as in one", () => {
  fc.assert(
    fc.property(aPlan, fc.integer({ min: 1, max: 24 }), (snapshot, first) => {
      const { crewBlock, shootWindow } = snapshot.tables;
      const halves = crewBlock.flatMap((block) => [
        { ...block, durationMin: minutes(first) },
        {
          ...block,
          id: `${block.id}-2` as typeof block.id,
          startsAt: plusMinutes(block.startsAt, minutes(first)),
          durationMin: minutes(block.durationMin - first),
        },
      ]);
      const windows = shootWindow.flatMap((w) => {
        const middle = plusMinutes(w.startsAt, minutes(first * 300));
        return [
          { ...w, endsAt: middle },
          { ...w, id: `${w.id}-2` as typeof w.id, startsAt: middle },
        ];
      });
      const split = { ...snapshot, tables: { ...snapshot.tables, crewBlock: halves, shootWindow: windows } };
      const [whole, parts] = [check(snapshot), check(split)];
      // A meal, a nap and exercise ask for a length at a stretch, and a duty at night counts for one day: halves of them are not the same.
      for (const id of ["inside-window", "sleep", "crew-off-duty", "station-duty", "daily-duty"])
        expect(amountOf(parts, id), id).toBe(amountOf(whole, id));
      expect(parts.minutes).toEqual(whole.minutes);
    }),
  );
});
