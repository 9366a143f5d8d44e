import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import type { Rule } from "../model/rule.ts";
import { startCheck } from "../rules/check.ts";
import { crewOffDuty } from "../rules/crew-off-duty.ts";
import { crewTimeLedger } from "../rules/crew-time-ledger.ts";
import { repairsFor } from "./repairs.ts";

/** Scene 7 in 4 takes of 15 min; of Dubrov, who has the evening off from 19:00, 45 min are granted. */
const planAt = (startsAt: string) =>
  plan({
    person: [row("person", "Dubrov", { category: "expedition-crew" })],
    module: [row("module", "nauka")],
    shootDay: shootDays(8),
    shootWindow: [row("shootWindow", "w")],
    scene: [row("scene", "7", { moduleId: "nauka" })],
    strip: [
      row("strip", "s7", { sceneId: "7", startsAt: at(startsAt), moduleId: "nauka", shootMin: minutes(60) }),
    ],
    setUp: [
      row("setUp", "7A", {
        ...{ sceneId: "7", stripId: "s7", label: "A", takes: 4 },
        ...{ takeMin: minutes(15), resetMin: minutes(0) },
      }),
    ],
    assignment: [row("assignment", "a", { stripId: "s7", job: "camera", personId: "Dubrov" })],
    allocation: [row("allocation", "al", { personId: "Dubrov", date: "2021-10-08", minutes: minutes(45) })],
    crewBlock: [
      row("crewBlock", "off", {
        ...{ personId: "Dubrov", kind: "off-duty" },
        ...{ startsAt: at("8T19:00"), durationMin: minutes(150) },
      }),
    ],
  });

const pricesOf = (rule: Rule, startsAt: string) => {
  const checked = startCheck(planAt(startsAt), [rule]);
  const finding = checked.report.findings.find((f) => f.kind === "violation");
  if (!finding) throw new Error("Nothing breaks the rule.");
  return Object.fromEntries(
    repairsFor(checked, finding, { offered: 99 }).offers.map(({ words, price }) => [words, price]),
  );
};

test("what is lost of a scene and what others must grant is said with the offer; what costs nothing says nothing", () => {
  const ledger = pricesOf(crewTimeLedger, "8T10:00");
  expect(ledger).toMatchObject({
    "Set-up A of scene 7 in 1 take instead of 4": "costs 3 takes",
    "30 min more of Dubrov on 8 Oct, if granted":
      "their agency must grant it first; the plan then counts it as granted",
    "Scene 7 to the boneyard": null,
  });
  expect(pricesOf(crewOffDuty, "8T19:30")).toMatchObject({
    "1 h more of Dubrov’s own time on 8 Oct, if they consent":
      "Dubrov must consent first; the plan then counts it as given",
  });
});
