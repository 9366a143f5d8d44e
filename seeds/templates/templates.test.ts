import { expect, test } from "vitest";
import { instant } from "#core/base/instant.ts";
import { tablesOf } from "#core/model/bundle.ts";
import { brokenReferences } from "#core/model/references.ts";
import { check } from "#core/rules/check.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { stationTemplates } from "./index.ts";

const asked = {
  id: "p1",
  scenarioId: "s1",
  slug: "second-film",
  title: "Second film",
  titleLocal: "",
  company: "",
  homeZone: "Europe/Paris",
  homeZoneLabel: "CET",
  opensAt: instant("2027-03-02T15:00:00Z"),
  closesAt: instant("2027-03-13T20:00:00Z"),
  crew: [
    { name: "Ada Director", duties: "Director, camera" },
    { name: "Grace Player", duties: "Actor" },
  ],
};

test.each(stationTemplates)("$id: begins whole, quiet and empty", (template) => {
  const { production, shared, scenarios } = template.build(asked);
  const [main] = scenarios;
  if (!main) throw new Error("no scenario");
  const tables = tablesOf(shared, main.tables);
  expect(brokenReferences(tables)).toEqual([]);
  expect(tables.shootDay.map((day) => day.date)).toEqual(
    Array.from({ length: 12 }, (_, i) => `2027-03-${String(i + 2).padStart(2, "0")}`),
  );
  const report = check(snapshotOf(production, main.scenario, tables));
  expect(
    report.findings.filter((f) => f.kind === "violation" && f.level === "hard").map((f) => f.message),
  ).toEqual([]);
});

test.each(stationTemplates)("$id: a window of one hour has one short day", (template) => {
  const { scenarios } = template.build({ ...asked, closesAt: instant("2027-03-02T16:00:00Z") });
  expect(scenarios[0]?.tables.shootDay.map((day) => (day.sleepsAt - day.wakesAt) / 60)).toEqual([60]);
});
