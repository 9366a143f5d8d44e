import { expect, test } from "vitest";
import { instant } from "#core/base/instant.ts";
import { tablesOf } from "#core/model/bundle.ts";
import { repairsFor } from "#core/repair/repairs.ts";
import { startCheck } from "#core/rules/check.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { theChallenge } from "./index.ts";

test("a strip dragged into the first days aboard is told how much too short it is, and lengthened at one press", () => {
  const { production, shared, scenarios } = theChallenge();
  const [main] = scenarios;
  if (!main) throw new Error("no scenario");
  const { scenario, tables } = main;
  const start = startCheck(snapshotOf(production, scenario, tablesOf(shared, tables)));
  // Scene 34 from the 12th to where the second part of scene 33 stands on the 6th.
  const strip = start.snapshot.tables.strip.map((s) => {
    if (s.id === "strip-34") return { ...s, startsAt: instant("2021-10-06T15:25:00Z") };
    return s.id === "strip-33" ? { ...s, startsAt: null } : s;
  });
  const there = start.after({ ...start.snapshot, tables: { ...start.snapshot.tables, strip } });
  const short = there.report.findings.find((f) => f.ruleId === "slowdown" && f.kind === "violation");
  expect(short?.message).toBe(
    "Scene 34: shoot of 48 min, 18 min short of 1 h 06 with Shipenko and Peresild still adapting (48 min × 1.375).",
  );
  if (!short) return;
  const [first] = repairsFor(there, short, { judged: 1 }).offers;
  expect(first).toMatchObject({
    input: { entity: "strip", id: "strip-34", changes: { shootMin: 66 } },
    words: "Shoot of scene 34 1 h 06 instead of 48 min",
    left: null,
  });
});
