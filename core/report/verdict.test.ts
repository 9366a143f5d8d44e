import { expect, test } from "vitest";
import type { CheckReport } from "../model/finding.ts";
import { verdictLine } from "./verdict.ts";

test.each([
  { verdict: "fits", inHand: 412, says: "Fits, 6 h 52 in hand; judged by 2 of 2 rules" },
  { verdict: "fits", inHand: -19, says: "Fits, 19 min into reserve; judged by 2 of 2 rules" },
  { verdict: "does-not-fit", inHand: -38, says: "Does not fit, 38 min too much; judged by 2 of 2 rules" },
  { verdict: "does-not-fit", inHand: 412, says: "Does not fit; judged by 2 of 2 rules" },
] as const)("$verdict with $inHand min: $says", ({ verdict, inHand, says }) => {
  const report = { verdict, minutes: { inHand }, judged: ["a", "b"], notJudged: [] };
  expect(verdictLine(report as unknown as CheckReport).text).toBe(says);
});
