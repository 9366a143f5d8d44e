import { expect, test } from "vitest";
import { withProposal } from "../placement.ts";
import { propose } from "../propose.ts";
import { moreHours } from "./hours.ts";
import { proofOf } from "./proof.ts";
import { shoot } from "./testing-shoot.ts";

const found = propose({ snapshot: shoot, freedom: "free", movePoints: 0, seed: 1 }, { rounds: 2 });
if (!found) throw new Error("there was no plan");
const best = withProposal(shoot, found);
const STEPS = 60;
const proof = proofOf({ snapshot: best, seed: 1, solver: null, known: null }, STEPS, {});

test("what is proved is no less than what was found, and less than if everything had a place at no cost", () => {
  expect(proof.bound).toBeGreaterThanOrEqual(found.objective.points);
  expect(proof.bound).toBeLessThan(0);
});

test("with the duals that are known, one step proves what took many", () => {
  const again = proofOf({ snapshot: best, seed: 1, solver: null, known: proof.duals }, 1, {});
  expect(again.bound).toBeLessThanOrEqual((proof.bound ?? 0) + 1);
});

test("of hours more it is proved from there how much more they bring at the most", () => {
  for (const { snapshot: longer } of moreHours(best)) {
    const more = proofOf({ snapshot: longer, seed: 1, solver: null, known: proof.duals }, STEPS, {});
    expect(more.bound).toBeGreaterThanOrEqual(found.objective.points);
    expect(more.bound).toBeLessThanOrEqual(0);
  }
});

test("stopped at once nothing is proved", () => {
  const none = proofOf({ snapshot: best, seed: 1, solver: null, known: null }, STEPS, {
    isStopped: () => true,
  });
  expect(none.bound).toBeNull();
});
