import { expect, test } from "vitest";
import { dateOf, plusMinutes } from "#core/base/instant.ts";
import { epochSeconds, minutes } from "#core/base/quantity.ts";
import { tablesOf } from "#core/model/bundle.ts";
import type { Tables } from "#core/model/entities.ts";
import { check } from "#core/rules/check.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { theChallenge } from "./index.ts";

const { production, shared, scenarios } = theChallenge();
const [main] = scenarios;
if (!main) throw new Error("no scenario");
const tables = tablesOf(shared, main.tables);
const { light } = snapshotOf(production, main.scenario, tables);
const amounts = (changed: Tables) => {
  const sums = new Map<string, number>();
  for (const f of check({ production, scenario: main.scenario, tables: changed, light }).findings)
    sums.set(f.ruleId, (sums.get(f.ruleId) ?? 0) + f.amount);
  return sums;
};
const kept = amounts(tables);
const onStrips = (
  of: (strip: Tables["strip"][number]) => Partial<Tables["strip"][number]> | null,
): Tables => ({
  ...tables,
  strip: tables.strip.map((strip) => ({ ...strip, ...of(strip) })),
});
const stripOf = (sceneId: string) => (strip: Tables["strip"][number]) => strip.sceneId === sceneId;
const startOf = (sceneId: string) =>
  epochSeconds(
    Math.min(
      ...tables.strip.filter(stripOf(sceneId)).flatMap((s) => (s.startsAt === null ? [] : [s.startsAt])),
    ),
  );

/** One thing in Main that each rule would miss, were it otherwise. */
const WRONGS: readonly { readonly rule: string; readonly what: string; readonly changed: Tables }[] = [
  {
    rule: "scene-order",
    what: "the used drapes before the incision",
    changed: onStrips((s) =>
      s.sceneId === "scene-35" && s.startsAt !== null
        ? { startsAt: plusMinutes(startOf("scene-31"), minutes(-120)) }
        : null,
    ),
  },
  {
    rule: "plan-freeze",
    what: "no change request for the strip that moved",
    changed: { ...tables, changeRequest: [] },
  },
  {
    rule: "spotter",
    what: "nobody watches",
    changed: { ...tables, assignment: tables.assignment.filter((a) => a.job !== "spotter") },
  },
  {
    rule: "awake-limit",
    what: "nobody sleeps in the night to the 8th",
    changed: {
      ...tables,
      crewBlock: tables.crewBlock.filter((b) => b.kind !== "sleep" || dateOf(b.startsAt) !== "2021-10-07"),
    },
  },
  {
    rule: "exercise-device",
    what: "all exercise on one bicycle",
    changed: {
      ...tables,
      crewBlock: tables.crewBlock.map((b) =>
        b.deviceId === null ? b : { ...b, deviceId: "velo" as typeof b.deviceId },
      ),
    },
  },
  {
    rule: "arrival-safety",
    what: "no briefing",
    changed: { ...tables, crewBlock: tables.crewBlock.filter((b) => b.kind !== "briefing") },
  },
  {
    rule: "handover",
    what: "no handover",
    changed: { ...tables, crewBlock: tables.crewBlock.filter((b) => b.kind !== "handover") },
  },
  {
    rule: "adaptation-strain",
    what: "every set-up is strenuous",
    changed: { ...tables, setUp: tables.setUp.map((s) => ({ ...s, strenuous: true })) },
  },
  {
    rule: "slowdown",
    what: "planned as on Earth, and a quarter less",
    changed: onStrips((s) => ({ shootMin: minutes(Math.floor(s.shootMin * 0.75)) })),
  },
  {
    rule: "escort",
    what: "nobody escorts",
    changed: {
      ...tables,
      assignment: tables.assignment.filter((a) => a.job !== "escort" && a.job !== "spotter"),
    },
  },
  {
    rule: "seat-fit",
    what: "the liners stay where they were",
    changed: { ...tables, seat: tables.seat.map((s) => ({ ...s, linerMovedAt: null })) },
  },
  {
    rule: "few-hold-days",
    what: "the landing unit's plate a day earlier, and a day of waiting",
    changed: onStrips((s) =>
      s.id === "strip-52-2" && s.startsAt !== null
        ? { startsAt: plusMinutes(s.startsAt, minutes(-24 * 60)) }
        : null,
    ),
  },
  {
    rule: "clearance",
    what: "no partner was asked",
    changed: { ...tables, clearance: [] },
  },
];

test.each(WRONGS)("$rule would notice: $what", ({ rule, changed }) => {
  expect(amounts(changed).get(rule) ?? 0).toBeGreaterThan(kept.get(rule) ?? 0);
});

test("none of them lacks data", () => {
  const { findings } = check({ production, scenario: main.scenario, tables, light });
  const open = findings.filter((f) => f.kind === "unknown" && WRONGS.some(({ rule }) => rule === f.ruleId));
  expect(open.map((f) => f.message)).toEqual([]);
});
