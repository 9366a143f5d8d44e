import fc from "fast-check";
import { expect, test } from "vitest";
import { epochSeconds, minutes } from "../../base/quantity.ts";
import { at, plan, row, shootDays } from "../../model/build.ts";
import { factsOf } from "../../model/facts.ts";
import { check } from "../check.ts";
import { shootDayAt } from "../duty.ts";
import { ownRuleId, ownRuleOf } from "./own-rule.ts";

const HOURS = 3_600;
/** Three days and up to eight placements anywhere on them, of which Dubrov films some. */
const aPlan = fc.array(
  fc.record({
    hour: fc.integer({ min: 0, max: 60 }),
    min: fc.integer({ min: 5, max: 90 }),
    isHis: fc.boolean(),
  }),
  { maxLength: 8 },
);
const aRule = fc.oneof(
  fc.record({
    shape: fc.constant("at-most"),
    most: fc.integer({ min: 0, max: 3 }),
    days: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    shape: fc.constant("total-at-most"),
    mostMin: fc.integer({ min: 0, max: 200 }),
    per: fc.constantFrom("day", "plan"),
  }),
);

test("what an own rule's accounts do not hold the rule itself forbids, and nothing else", () => {
  fc.assert(
    fc.property(aPlan, aRule, fc.boolean(), (strips, { shape, ...limits }, isOfHim) => {
      const what = isOfHim ? { by: "person", value: "dubrov" } : { by: "any", value: "" };
      const own = row("ownRule", "own", { shape, title: "House rule", params: { what, ...limits } as never });
      const snapshot = plan({
        person: [row("person", "dubrov"), row("person", "shipenko")],
        module: [row("module", "nauka")],
        shootDay: shootDays(8, 9, 10),
        scene: strips.map((_, i) => row("scene", `${i}`, { moduleId: "nauka" })),
        strip: strips.map(({ hour, min }, i) =>
          row("strip", `${i}`, {
            sceneId: `${i}`,
            startsAt: epochSeconds(at("8T07:00") + hour * HOURS),
            moduleId: "nauka",
            shootMin: minutes(min),
          }),
        ),
        setUp: strips.map((_, i) =>
          row("setUp", `${i}`, { sceneId: `${i}`, stripId: `${i}`, jobs: ["camera"] }),
        ),
        assignment: strips.map(({ isHis }, i) =>
          row("assignment", `${i}`, {
            stripId: `${i}`,
            job: "camera",
            personId: isHis ? "dubrov" : "shipenko",
          }),
        ),
        ownRule: [own],
      });
      const facts = factsOf(snapshot);
      const view = ownRuleOf(own).view(own.params);
      // Those that stand on a shoot day: of the night between, no day's account tells.
      const placed = [...facts.placed.values()].flatMap((p) => {
        const day = shootDayAt(facts.days, p.span.start);
        return day ? [{ day, draws: view.draws(p, facts) }] : [];
      });
      const isOver = view.caps(facts).some(({ account, days, most }) => {
        const taken = placed.map(({ day, draws }) =>
          days.some(({ id }) => id === day.id)
            ? draws.reduce((sum, d) => sum + (d.account === account ? d.amount : 0), 0)
            : 0,
        );
        return taken.reduce((sum, amount) => sum + amount, 0) > most;
      });
      const isBroken = check(snapshot, []).findings.some((f) => f.ruleId === ownRuleId(own));
      if (isOver) expect(isBroken).toBe(true);
      if (placed.length === strips.length) expect(isBroken).toBe(isOver);
    }),
    { numRuns: 150 },
  );
});
