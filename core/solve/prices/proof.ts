import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import { boundOf } from "../engine/bound.ts";
import { columnsOf } from "../engine/columns.ts";
import { cutsOf } from "../engine/cuts.ts";
import type { LinearSolver } from "../engine/linear.ts";
import { type Problem, problemOf } from "../engine/problem.ts";
import { searchOf } from "../engine/search.ts";
import { compile } from "../plan/compile.ts";
import { pointsOfFixed } from "../plan/worth.ts";
import { planningOf } from "../planning.ts";
import { objectiveOf, type ProposeBudget } from "../propose.ts";

/** What is proved of all plans of a shoot. */
export interface Proof {
  /** No plan with as few musts missing as the one at hand brings more points; null where nothing is proved. */
  readonly bound: number | null;
  /** Whether the duals are the best there are, so that the bound is as low as they can prove. */
  readonly isSettled: boolean;
  /** The duals, in points: what room for one more of a strip would bring, and what it would to break an order on a day. */
  readonly duals: ReadonlyMap<string, number>;
}
const NOTHING: Proof = { bound: null, isSettled: false, duals: new Map() };

/** Labels of a day at most: on the way, and at the prices that are known already. */
const SOME_LABELS = 4_000;
const MOST_LABELS = 60_000;
/** What a day may not hold twice is learnt in so many looks at the same prices; The Challenge's has learnt all of it by then [C]. */
const LOOKS = 12;
/** Of more days than this mixes are so poor that steps prove more. */
const MOST_MIXED = 18;
/** From scratch, so many steps come before prices are taken from mixes. */
const FIRST_STEPS = 16;

/**
 * Proves how much the plans of a shoot may bring, beginning with the duals that were found for one like it: where nothing differs the
 * first step proves as much as was proved there, and where something does by how much more or less the days then bring. `snapshot`: with
 * a good plan in it. Without `known` the duals begin at what the plan loses without each strip.
 */
export function proofOf(
  {
    snapshot,
    seed,
    solver,
    known,
  }: {
    readonly snapshot: ScenarioSnapshot;
    readonly seed: number;
    readonly solver: LinearSolver | null;
    readonly known: Proof["duals"] | null;
  },
  steps: number,
  budget: ProposeBudget,
): Proof {
  const { all, timer, today } = planningOf(
    { snapshot, freedom: "free", movePoints: 0, seed },
    budget,
    () => undefined,
  );
  const { placed } = today.facts;
  const compiled = compile({ ...all, from: placed, isOver: timer.isOver });
  if (!compiled || compiled.strict.items.length === 0) return NOTHING;
  const made = problemOf(compiled.relaxed());
  if (!made.ok) return NOTHING;
  const p = made.value;
  const { pointsPerUnit, start, stripOf } = compiled;
  const items = Array.from({ length: p.items }, (_, i) => stripOf(i));
  const cuts = cutsOf(p).map(({ first, then, day }) => `${stripOf(first)} ${stripOf(then)} ${day}`);
  const seeded = (key: string) => (known?.get(key) ?? 0) / pointsPerUnit;
  const prices = known ? Float64Array.from(items, seeded) : searchOf(p, seed, start)?.losses();
  if (!prices) return NOTHING;
  const cutPrices = Float64Array.from(cuts, seeded);

  const missing = items.filter((id, i) => p.must[i] === 1 && !placed.has(id)).length;
  const constant = pointsOfFixed(all.views, all.parted);
  const points = (objectiveOf(today.report).points - constant) / pointsPerUnit;
  const score = points + (p.musts - missing) * p.mustPoints;
  const mixer = p.units * p.days <= MOST_MIXED ? solver : null;
  const bound = boundOf(p, prices, mostOf(p), mixer, cutPrices);
  bound.teach(columnsOf(p, start));
  const isLeftOut = new Uint8Array(p.units * p.days);
  const at = { items: prices, cuts: cutPrices, odd: { sets: [], prices: [] } };
  for (let look = 0; known && look < LOOKS && !timer.isOver(); look++) bound.seek(at, isLeftOut, SOME_LABELS);
  const plain = known ? 1 : FIRST_STEPS;
  for (let i = 0; i < steps && !timer.isOver() && !bound.isSettled(); i++)
    bound.step(score, i >= plain, i === 0 ? MOST_LABELS : SOME_LABELS);
  const isSettled = bound.isSettled();
  const most = bound.value();
  const duals = bound.prices();
  bound.end();
  const possible = Math.min(p.musts, Math.floor((most + p.mustPoints / 2) / p.mustPoints));
  return {
    bound:
      p.musts - possible === missing ? constant + (most - possible * p.mustPoints) * pointsPerUnit : null,
    isSettled,
    duals: new Map(
      [...items.entries(), ...cuts.entries()].map(([i, key], n) => [
        key,
        ((n < p.items ? duals.items : duals.cuts)[i] as number) * pointsPerUnit,
      ]),
    ),
  };
}

/** What no plan scores more than: everything at its dearest. */
function mostOf(p: Problem): number {
  let sum = p.musts * p.mustPoints;
  for (let i = 0; i < p.items; i++)
    sum += Math.max(0, ...p.points.subarray(p.optionFrom[i] as number, p.optionFrom[i + 1] as number));
  return sum;
}
