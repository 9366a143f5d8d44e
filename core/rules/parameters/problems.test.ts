import { expect, test } from "vitest";
import * as z from "zod";
import { inOrder, parameter } from "../../model/parameter.ts";
import { parameterProblems } from "./problems.ts";

const schema = z
  .strictObject({
    from: parameter("From", "h", z.number().gt(0).max(24).default(9)),
    until: parameter("Until", "h", z.number().min(1).max(24).default(18)),
    days: parameter("Days", "days", z.int().min(0).default(1)),
    any: parameter("Any", "points", z.number().default(0)),
    times: parameter("Times", null, z.enum(["every take", "sync sound"]).default("every take")),
    on: parameter("On", null, z.boolean().default(true)),
    whole: parameter("Whole", null, z.array(z.number()).default([])),
    whom: parameter(
      "Whom",
      null,
      z.object({ by: z.enum(["person", "scene"]), value: z.string().min(1) }).optional(),
    ),
  })
  .superRefine(inOrder("from", "until", "is before the start that is set"));
const told = (given: unknown) => parameterProblems(schema, given).map(({ message }) => message);

const FROM = "Use more than 0 h, at most 24 h.";
const UNTIL = "Use 1 to 24 h.";
test.each([
  [{}, []],
  [{ from: 24, until: 24 }, []],
  [{ from: 0 }, [`From: 0 h is too little. ${FROM}`]],
  [{ from: -0.5 }, [`From: −0.5 h is too little. ${FROM}`]],
  [{ from: 24.5 }, [`From: 24.5 h is too much. ${FROM}`]],
  [{ until: 0.5 }, [`Until: 0.5 h is too little. ${UNTIL}`]],
  [{ from: 0.5, until: 1 }, []],
  [{ until: 25 }, [`Until: 25 h is too much. ${UNTIL}`]],
  [{ days: -1 }, ["Days: −1 days is too little. Use a whole number, at least 0 days."]],
  [{ days: 0 }, []],
  [{ days: 1.5 }, ["Days: 1.5 days is not whole. Use a whole number, at least 0 days."]],
  [{ days: 0.5 }, ["Days: 0.5 days is not whole. Use a whole number, at least 0 days."]],
  [{ any: -1e9 }, []],
  [{ any: "5" }, ['Any: "5" is no number. Use any points.']],
  [{ any: null }, ["Any: nothing is given. Use any points."]],
  [{ any: "" }, ["Any: nothing is given. Use any points."]],
  [{ any: Number.NaN }, ["Any: what is given is no number. Use any points."]],
  [{ any: Number.POSITIVE_INFINITY }, ["Any: what is given is no number. Use any points."]],
  [{ any: [5] }, ["Any: what is given is no number. Use any points."]],
  [{ any: "x".repeat(60) }, [`Any: "${"x".repeat(60)}" is no number. Use any points.`]],
  [{ any: "x".repeat(61) }, [`Any: "${"x".repeat(59)}…" is no number. Use any points.`]],
  [{ times: "never" }, ['Times: "never" does not fit. Use every take or sync sound.']],
  [{ times: 5 }, ["Times: what is given does not fit. Use every take or sync sound."]],
  [{ times: null }, ["Times: nothing is given. Use every take or sync sound."]],
  [{ on: 1 }, ["On: what is given does not fit. Use yes or no."]],
  [{ whole: 1 }, ["Whole: what is given does not fit."]],
  [{ whole: ["a", "b"] }, ["Whole: what is given does not fit."]],
  [{ from: 20, until: 10 }, [`Until: 10 h is before the start that is set. ${UNTIL}`]],
  // What two make together is told once each of them fits, and each is told once.
  [{ from: 20, until: 10, days: -1 }, ["Days: −1 days is too little. Use a whole number, at least 0 days."]],
  [{ from: 0, until: 0 }, [`From: 0 h is too little. ${FROM}`, `Until: 0 h is too little. ${UNTIL}`]],
  [{ days: -1.5 }, ["Days: −1.5 days is too little. Use a whole number, at least 0 days."]],
  [
    { ebb: 1, from: 0 },
    [
      `From: 0 h is too little. ${FROM}`,
      'There is no parameter "ebb": this has From, Until, Days, Any, Times, On, Whole and Whom.',
    ],
  ],
] as const)("%j: %j", (given, messages) => {
  expect(told(given)).toEqual(messages);
});

test("a problem is of the value at fault", () => {
  const paths = (given: unknown) => parameterProblems(schema, given).map(({ path }) => path);
  expect(paths({ from: 0 })).toEqual([["from"]]);
  expect(paths({ whole: ["a"] })).toEqual([["whole"]]);
  expect(paths({ whom: 5 })).toEqual([["whom", "value"]]);
  expect(paths({ whom: { by: "person", value: "" } })).toEqual([["whom", "value"]]);
  expect(paths({ whom: { by: "nobody", value: "x" } })).toEqual([["whom", "by"]]);
  expect(told({ whom: 5 })).toEqual(["Whom: choose whom or what it speaks of."]);
});

test("what is no set of parameters, and a rule that has none, are said so", () => {
  for (const given of [null, undefined, 5, "x", []])
    expect(told(given)).toEqual(["These are no parameters: give each by its name."]);
  expect(parameterProblems(z.strictObject({}), { x: 1 })).toEqual([
    { path: ["x"], message: 'There is no parameter "x": this has none.' },
  ]);
});
