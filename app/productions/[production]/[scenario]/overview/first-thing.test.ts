import { expect, test } from "vitest";
import { minutes } from "#core/base/quantity.ts";
import { plan } from "#core/model/build.ts";
import type { CheckReport, Finding } from "#core/model/finding.ts";
import { check } from "#core/rules/check.ts";
import { firstThing } from "./first-thing.ts";

const finding = (over: Partial<Finding>): Finding => ({
  ...{ id: "f", ruleId: "sleep", kind: "violation", level: "hard", amount: 38, unit: "minutes", points: 0 },
  ...{ waiverId: null, span: null, strips: [], people: [], groupKey: "plan" },
  message: "Dubrov: 38 min of filming while asleep.",
  ...over,
});
const empty = check(plan({}), []);
const report = (verdict: CheckReport["verdict"], inHand: number, findings: readonly Finding[] = []) => ({
  ...empty,
  verdict,
  findings,
  minutes: { ...empty.minutes, inHand: minutes(inHand) },
});
const said = (of: CheckReport, hasMust = true) => {
  const { says, action } = firstThing(of, hasMust);
  const to = action && ("page" in action.to ? action.to.page : action.to.finding.id);
  return [...says, action && `${action.text} → ${to}`];
};
const missing = finding({ id: "m", ruleId: "must-scenes", amount: 120, unit: "minutes missing" });
const NOT_TIME =
  "708 min of the window are neither used nor kept in reserve: it is not time that is missing.";

test.each([
  {
    name: "nothing must be shot",
    of: report("fits", 0),
    hasMust: false,
    says: ["No set-up is a must yet: nothing has to be shot.", "Add scenes → scenes"],
  },
  {
    name: "nothing must be shot, and a rule is broken all the same",
    of: report("does-not-fit", 708, [finding({})]),
    hasMust: false,
    says: [
      "1 finding of 1 rule keeps it from fitting. First: Dubrov: 38 min of filming while asleep.",
      "No set-up is a must yet: nothing has to be shot.",
      "What would mend it → f",
    ],
  },
  {
    name: "it fits, and what the minutes in hand are",
    of: report("fits", 708),
    says: [
      "708 min in hand: shootable time that is neither used, nor needed for a must, nor kept in reserve.",
      null,
    ],
  },
  {
    name: "it fits out of the reserve",
    of: report("fits", -1_040),
    says: ["1,040 min of the reserve are used up.", null],
  },
  {
    name: "a broken rule: the largest in minutes before what is counted",
    of: report("does-not-fit", 708, [
      finding({ id: "jobs", amount: 90, unit: "jobs missing" }),
      finding({ id: "small", amount: 5 }),
      finding({ id: "large", ruleId: "turnaround", amount: 60, message: "Peresild rests 9 h." }),
      finding({ id: "waived", amount: 500, waiverId: "w" as never }),
      finding({ id: "soft", amount: 900, level: "soft" }),
    ]),
    says: [
      "3 findings of 2 rules keep it from fitting. First: Peresild rests 9 h.",
      NOT_TIME,
      "What would mend it → large",
    ],
  },
  {
    name: "one broken rule, musts without a place, and too short a window",
    of: report("does-not-fit", -90, [missing, finding({})]),
    says: [
      "1 finding of 1 rule keeps it from fitting. First: Dubrov: 38 min of filming while asleep.",
      "Must set-ups of 120 min have no place.",
      "The window is 90 min too short for what is placed, what must be and the reserve.",
      "What would mend it → f",
    ],
  },
  {
    name: "musts without a place, though there is time",
    of: report("does-not-fit", 708, [missing]),
    says: ["Must set-ups of 120 min have no place.", NOT_TIME, "Find places for them → solve"],
  },
  {
    name: "musts without a place, and no time for them",
    of: report("does-not-fit", -90, [missing]),
    says: [
      "Must set-ups of 120 min have no place.",
      "The window is 90 min too short for what is placed, what must be and the reserve.",
      "Why do the musts not fit? → why?about=musts",
    ],
  },
  {
    name: "to the minute: nothing is said of time",
    of: report("does-not-fit", 0, [missing]),
    says: ["Must set-ups of 120 min have no place.", "Find places for them → solve"],
  },
  {
    name: "what could not be judged, hard rules first",
    of: report("fits-with-unknowns", 10, [
      finding({ id: "lamp", kind: "unknown", level: "soft", message: "Poisk: no lux." }),
      finding({ id: "light", kind: "unknown", message: "Scene 26: light is unknown." }),
    ]),
    says: [
      "2 things could not be judged. First: Scene 26: light is unknown.",
      "10 min in hand: shootable time that is neither used, nor needed for a must, nor kept in reserve.",
      "What is missing → light",
    ],
  },
])("$name", ({ of, says, hasMust }) => expect(said(of, hasMust ?? true)).toEqual(says));
