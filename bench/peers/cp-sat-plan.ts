import type { ProblemSpec } from "#core/solve/engine/problem.ts";
import type { CpSat, Interval, Literal, Model, Variable } from "./cp-sat.ts";

/** What CP-SAT found in its time. */
export interface PeerPlan {
  /** Its own objective, which counts no transition dearer than ours; null where it found no plan. */
  readonly points: number | null;
  readonly bound: number | null;
  readonly status: string;
}

/**
 * A problem of one unit as CP-SAT plans it best of five models tried: a start with a domain for each item, and for each two of
 * different configurations an order with its gap. Transitions are paid for once by day and configuration, and once by day and group
 * of configurations that lie near each other: never more than they cost.
 */
function modelOf({ CpModel, Domain, LinearExpr }: CpSat, spec: ProblemSpec): Model {
  const model = new CpModel();
  const [horizon, days] = [spec.days.at(-1)?.to ?? 0, [...spec.days.entries()]];
  const terms: Literal[] = [];
  const points: number[] = [];
  const paid = (literal: Literal, worth: number) => {
    terms.push(literal);
    points.push(worth);
  };
  const always = (literals: readonly Literal[], presence: Literal) =>
    model.addLinearConstraint(
      LinearExpr.weightedSum([...literals, presence], [...literals.map(() => 1), -1]),
      0,
      0,
    );

  interface Planned {
    readonly item: number;
    readonly presence: Literal;
    readonly start: Variable;
    readonly length: number;
    readonly configuration: number;
    readonly onDay: ReadonlyMap<number, Literal>;
  }
  const planned: Planned[] = [];
  const intervals: Interval[] = [];
  const tagged = new Map<string, Literal>();
  const used = new Map<string, Literal>();
  const once = (of: Map<string, Literal>, key: string, cost: number): Literal => {
    const known = of.get(key);
    if (known) return known;
    const literal = model.newBoolVar("");
    of.set(key, literal);
    paid(literal, -cost);
    return literal;
  };

  const classes = [...Array(spec.classes).keys()];
  const dearest = Math.max(...classes.map((c) => spec.transition(null, c).cost));
  const between = (a: number, b: number) => spec.transition(a, b);
  const groupOf = (c: number) => classes.find((b) => b === c || between(b, c).cost < dearest) ?? c;
  const cheapest = Math.min(
    dearest,
    ...classes.flatMap((b) => classes.map((c) => between(b, c).cost)).filter((cost) => cost > 0),
  );

  for (const [item, { options, must }] of spec.items.entries()) {
    const spans = (o: (typeof options)[number]) => (o.levels[0]?.starts ?? []).flat();
    const all = options.flatMap((o) => {
      const flat = spans(o);
      return flat.flatMap((from, i) => (i % 2 === 0 ? [[from, flat[i + 1] as number] as const] : []));
    });
    const [any] = options;
    if (!any || all.length === 0) continue;
    const presence = model.newBoolVar("");
    if (must) model.addBoolOr([presence]);
    const start = model.newIntVarFromDomain(Domain.fromIntervals(merged(all)), "");
    paid(presence, any.points);
    intervals.push(model.newOptionalFixedSizeIntervalVar(start, any.length, presence, ""));
    const onDay = new Map<number, Literal>();
    for (const [d, { from, to }] of days) {
      if (!all.some(([first]) => first >= from && first < to)) continue;
      const literal = model.newBoolVar("");
      model.addLinearConstraint(start, from, to - 1).onlyEnforceIf(literal);
      onDay.set(d, literal);
    }
    always([...onDay.values()], presence);
    const chosen = options.map((o) => {
      if (options.length === 1) return presence;
      const literal = model.newBoolVar("");
      model.addLinearConstraint(start, 0, horizon, spans(o)).onlyEnforceIf(literal);
      return literal;
    });
    if (options.length > 1) always(chosen, presence);
    for (const [d, literal] of onDay) {
      model.addImplication(literal, once(used, `${d} ${groupOf(any.class)}`, dearest - cheapest));
      model.addImplication(literal, once(used, `${d} class ${any.class}`, cheapest));
      for (const [o, { tags }] of options.entries())
        for (const tag of tags) {
          const day = once(tagged, `${tag} ${d}`, spec.tags[tag] ?? 0);
          model.addBoolOr([literal.not(), (chosen[o] as Literal).not(), day]);
        }
    }
    planned.push({ item, presence, start, length: any.length, configuration: any.class, onDay });
  }
  model.addNoOverlap(intervals);
  for (const [i, a] of planned.entries())
    for (const b of planned.slice(i + 1)) {
      const [there, back] = [
        between(a.configuration, b.configuration),
        between(b.configuration, a.configuration),
      ];
      if (there.gap === 0 && back.gap === 0) continue;
      if (![...a.onDay.keys()].some((d) => b.onDay.has(d))) continue;
      const isFirst = model.newBoolVar("");
      model
        .addLinearConstraint(b.start.minus(a.start), a.length + there.gap, horizon)
        .onlyEnforceIf([isFirst, a.presence, b.presence]);
      model
        .addLinearConstraint(a.start.minus(b.start), b.length + back.gap, horizon)
        .onlyEnforceIf([isFirst.not(), a.presence, b.presence]);
    }
  const of = new Map(planned.map((p) => [p.item, p]));
  for (const { first, then, min } of spec.orders) {
    const [a, b] = [of.get(first), of.get(then)];
    if (a && b)
      model
        .addLinearConstraint(b.start.minus(a.start), a.length + min, horizon)
        .onlyEnforceIf([a.presence, b.presence]);
  }
  model.maximize(LinearExpr.weightedSum(terms, points));
  return model;
}

/** Intervals in order, those that overlap or touch as one. */
function merged(intervals: readonly (readonly [number, number])[]): [number, number][] {
  const all: [number, number][] = [];
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

/** What CP-SAT plans in so many seconds of the clock; it has a single thread whatever it is told. */
export async function plannedByCpSat(cpSat: CpSat, spec: ProblemSpec, seconds: number): Promise<PeerPlan> {
  const solver = new cpSat.CpSolver();
  await solver.solve(modelOf(cpSat, spec), { numSearchWorkers: 1, maxTimeInSeconds: seconds });
  const status = solver.statusName();
  const isFound = status === "OPTIMAL" || status === "FEASIBLE";
  return {
    points: isFound ? solver.objectiveValue() : null,
    bound: isFound ? solver.bestObjectiveBound() : null,
    status,
  };
}
