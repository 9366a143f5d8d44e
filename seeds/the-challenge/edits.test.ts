import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plusMinutes } from "#core/base/instant.ts";
import { minutes } from "#core/base/quantity.ts";
import { seededRandom } from "#core/base/random.ts";
import { row } from "#core/model/build.ts";
import { tablesOf } from "#core/model/bundle.ts";
import type { Tables } from "#core/model/entities.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { type Checked, check, startCheck } from "#core/rules/check.ts";
import { randomlyEdited } from "#core/rules/testing-edits.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { theChallenge } from "./index.ts";

const { production, shared, scenarios } = theChallenge();

/** Settings away from the book, own rules of every kind of subject, and a waiver for each hard breach that names strips or people. */
function withEverythingSet(snapshot: ScenarioSnapshot): ScenarioSnapshot {
  const { tables } = snapshot;
  const any = { by: "any", value: "" };
  const [first, second] = tables.scene.map(({ id }) => ({ by: "scene", value: id }));
  const own = (shape: string, params: object, level: "hard" | "soft") =>
    row("ownRule", shape, { shape, title: shape, level, params: params as never });
  const setting = (id: string, params: object, isEnabled = true) =>
    row("ruleSetting", id, { isEnabled, params: params as never });
  const set: Tables = {
    ...tables,
    ruleSetting: [
      setting("travel", { personMinPerHatch: 4, kitMinPerHatch: 20 }),
      setting("reserve", { laterPercent: 60 }),
      setting("turnaround", { minRestHours: 14 }),
      setting("exercise", { filmCrewDailyMin: 30 }),
      setting("kit", {}, false),
    ],
    ownRule: [
      own("at-most", { what: any, most: 3 }, "hard"),
      own("total-at-most", { what: any, mostMin: 200 }, "soft"),
      own("before", { first: second, second: first, minLagMin: 30 }, "hard"),
    ],
  };
  const broken = check({ ...snapshot, tables: set }).findings.filter(
    ({ kind, level, strips, people }) =>
      kind === "violation" && level === "hard" && strips.length + people.length > 0,
  );
  const waiver = broken.map(({ ruleId, strips, people, span, amount }, i) =>
    row("waiver", `w${i}`, {
      ruleId,
      stripIds: strips,
      personIds: people,
      startsAt: plusMinutes(span?.start ?? tables.shootDay[0]!.wakesAt, minutes(-60)),
      endsAt: plusMinutes(span?.end ?? tables.shootDay.at(-1)!.sleepsAt, minutes(60)),
      amount,
    }),
  );
  return { ...snapshot, tables: { ...set, waiver } };
}

const plans = scenarios.map(({ scenario, tables }) =>
  snapshotOf(production, scenario, tablesOf(shared, tables)),
);
const starts: readonly (readonly [string, Checked])[] = plans.flatMap((plan) => {
  const set = withEverythingSet(plan);
  return [
    [plan.scenario.name, startCheck(plan)] as const,
    [`${plan.scenario.name}, with settings, own rules and waivers`, startCheck(set)] as const,
  ];
});

describe.each(starts)("%s", (_, start) => {
  test("an edited plan is judged as if from nothing, forward and back", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seededRandom(seed);
        let now = start;
        for (let i = 0; i < 4; i++) {
          const tables = randomlyEdited(now.snapshot.tables, random);
          if (!tables) continue;
          const before = now;
          now = before.after({ ...start.snapshot, tables });
          expect(now.report).toEqual(check(now.snapshot));
          expect(now.after(before.snapshot).report).toEqual(before.report);
        }
      }),
      { numRuns: 6 },
    );
  });
});

test("the plans with waivers have breaches that are waived", () => {
  for (const [name, { report }] of starts.filter(([title]) => title.includes("waivers"))) {
    const hard = report.findings.filter(({ kind, level }) => kind === "violation" && level === "hard");
    expect(hard.filter(({ waiverId }) => waiverId !== null).length, name).toBeGreaterThan(3);
  }
});
