import { expect, test } from "vitest";
import { tablesOf } from "#core/model/bundle.ts";
import { startCheck } from "#core/rules/check.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { compile } from "#core/solve/plan/compile.ts";
import { bareOf, partedBy } from "#core/solve/plan/fixed.ts";
import { lengthsOf } from "#core/solve/plan/lengths.ts";
import { viewsOf } from "#core/solve/plan/views.ts";
import { waysFrom } from "#core/solve/plan/ways.ts";
import { theChallenge } from "./index.ts";

test("made easy, a way costs less by what a move costs less, and where a strip stands it is worth the same", () => {
  const { production, shared, scenarios } = theChallenge();
  const [main] = scenarios;
  if (!main) throw new Error("It has no scenario.");
  const snapshot = snapshotOf(production, main.scenario, tablesOf(shared, main.tables));
  const { facts } = startCheck(snapshot);
  const parted = partedBy(snapshot, facts, "free");
  const views = viewsOf(bareOf(snapshot, parted.free));
  const lengths = lengthsOf(snapshot, facts);
  const ways = waysFrom(views, lengths, facts.placed, 400);
  const compiled = compile({ views, lengths, ways, parted, from: facts.placed, look: () => "most" });
  if (!compiled) throw new Error("There is nothing to plan.");
  const { strict, pointsPerUnit, start } = compiled;
  const easy = compiled.easy(10);
  const less = strict.items.map(({ options }, i) =>
    options.map(({ points }, o) => (easy.items[i]?.options[o]?.points ?? 0) - points),
  );
  const each = new Set(less.flat());
  for (const units of each)
    if (units !== 0) expect(Math.abs(units * pointsPerUnit - 390)).toBeLessThan(pointsPerUnit);
  expect(each.size).toBeGreaterThan(1);
  expect(start.length).toBeGreaterThan(10);
  for (const { item, option } of start) expect(less[item]?.[option]).toBe(0);
});
